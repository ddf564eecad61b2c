# Home: what stands, what waits, what changed.
#
# Ids: home-….

home-title = Home
home-documents-and-origins = { $documents }, { $origins }
home-incidents-checkable = { $count ->
    [one] { $count } reported incident that can be checked
    *[other] { $count } reported incidents that can be checked
  }
home-contradictions = { $n ->
    [one] { $n } pair of statements that cannot both be true
    *[other] { $n } pairs of statements that cannot both be true
  }
home-see-incident = See the incident
home-see-copies = See who copied whom
home-see-disagreements = See what they disagree on
home-check-record = Check a published record
home-waiting = Waiting for you
home-waiting-none = Nothing waits for you.
home-clocks = Clocks that run
home-overdue = Overdue
home-latest = Latest incidents
home-changes = What changed
home-no-changes = Nothing changed since your last visit.
home-could-not-see = What could not be seen
home-coverage-unknown = Nothing is entered of what could be seen.
home-empty = No document was read yet.
home-empty-next = Add documents to the inbox; they are read on this computer.
home-problems = Problems of the record
home-members-state = Members and their registers
home-sentence = In one sentence

# The first sentence, and the figures
home-documents = { $n ->
    [one] { $n } document.
    *[other] { $n } documents.
  }
home-origins = { $origins }.
home-checkable = { $n ->
    [one] { $n } reported incident that can be checked.
    *[other] { $n } reported incidents that can be checked.
  }
home-ways = Where to begin
home-see-contradictions = See what they disagree on
home-verify = Check a published record
home-cases-open = Open cases
