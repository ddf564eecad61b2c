# Home: what stands, what waits, what changed.
#
# Ids: home-….

home-title = Home
home-documents-and-origins = { $documents }, { $origins }
home-incidents-checkable = { $count ->
    [one] { $count } reported incident that can be checked
    *[other] { $count } reported incidents that can be checked
  }
home-contradictions = { $count ->
    [one] { $count } pair of statements that cannot both be true
    *[other] { $count } pairs of statements that cannot both be true
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
