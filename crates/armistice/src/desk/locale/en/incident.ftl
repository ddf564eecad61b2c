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
