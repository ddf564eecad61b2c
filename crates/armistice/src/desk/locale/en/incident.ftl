# The page of an incident, and the comparison of candidates.
#
# Ids: incident-…, compare-….

incident-title = Incident { $reference }
incident-reported = Reported, not found.
incident-act = Act
incident-when = When
incident-where = Where
incident-harm = Harm reported
incident-harm-none-stated = no number stated
incident-alleged-authors = Alleged authors
incident-alleged-by = { $author } – alleged by { $speaker }
incident-author-not-said = nobody is named as author
incident-sources-folded = { $count ->
    [one] { $count } item, copies folded under their origin
    *[other] { $count } items, copies folded under their origin
  }
incident-contradictions = Contradictions
incident-no-contradictions = The claims disagree on nothing.
incident-denials = Denials
incident-terms = Terms at issue
incident-in-one-text = Under the text { $text }
incident-replies = Replies
incident-not-asked = not asked yet
incident-asked = asked on { $day }
incident-no-reply = no reply; that is no admission
incident-next-check = Next check
incident-history = History
incident-sources = Sources
incident-summary = Summary
incident-timeline = Timeline
incident-public-preview = Public preview
incident-why-linked = Why these claims are one incident
incident-why-status = Why it stands there
incident-aggregate = Covers a stretch of time and counts in no figure
incident-only-area = Only the area is known; no point is drawn.
incident-own-word = The source’s own word: { $word }
incident-related-cases = Cases
incident-propose = Open a case
compare-title = Are these two the same?
compare-same = Same
compare-different = Different
compare-unsure = Unsure
compare-reasons = What speaks for and against
compare-wins = A person’s judgement wins over the program’s.
compare-disagree = Members judge differently
compare-left = { $count ->
    [one] { $count } pair left
    *[other] { $count } pairs left
  }
compare-empty = No pair waits for a judgement.

# Also on the page
incident-facts = What is reported
incident-claims = { $n ->
    [one] { $n } claim
    *[other] { $n } claims
  }
incident-linked = Why these claims are one incident
incident-next = What would change it
incident-no-agreement = There is no agreement here to test it against.
incident-questions = The questions, one by one
incident-nobody-asked = Nobody was asked for an answer yet.
incident-answered = answered
incident-not-answered = no answer so far; that is no admission; time until
incident-called = { $act }, { $place }, { $when }
history-back = Back to the incident
history-order = In the order in which everybody who holds the registers reads them. Times are those that the authors gave.
history-basis-whole = What changed was computed from all that the registers held at each point.
history-basis-own-documents = The mission is large: what changed was computed from the statements about this incident alone.
history-statements = { $n ->
    [one] { $n } statement
    *[other] { $n } statements
  }
history-recorded-by = Recorded by { $member }
history-proof = Proof
history-in-doubt = In doubt: statement { $index } says that the key was in other hands.
history-meanwhile = Meanwhile, by statements about other things:
history-began = From here on the record had this incident.
history-ended = From here on the record no longer had it.
history-claims-added = { $n ->
    [one] { $n } claim added
    *[other] { $n } claims added
  }
history-claims-removed = { $n ->
    [one] { $n } claim went elsewhere
    *[other] { $n } claims went elsewhere
  }
history-spread = Incidents that its claims of today were in
history-then = then
history-not-composed = What it changed was not computed: there are too many statements.
history-verify = Whoever has a proof checks it here, or with a program of their own:
