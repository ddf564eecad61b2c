# Cases: stages, clocks, findings, opinions, determination.
#
# Ids: case-…, finding-…, opinion-…, determination-….

case-title = Case { $number }
case-no-number = no number yet
case-stage = Stage
case-next-steps = What can be done now
case-no-step = Nothing can be done now; see the clocks.
case-allegation = Allegation, in the words of the complaint
case-complaint-of = Complaint of { $complainant }
case-accused = Named in the complaint
case-urgent = urgent
case-clocks = Clocks
case-clock-owner = held by { $name }
case-due = due { $time }
case-incidents = Incidents of this case
case-evidence = Evidence by question
case-supports = supports
case-against = speaks against
case-silent = silent
case-empty-column = Nothing stands for this question yet.
case-fairness = Were all parties asked the same questions?
case-access = Access
case-access-requested = requested { $time }
case-replies = Answers
case-reply-verbatim = Answer of { $name }, in its own words
case-no-answer = No answer of { $name } came within the time. That is no admission.
case-disclosure = What each side may see
case-shareable = shareable
case-sealed = sealed
case-history = What members said, in order
case-irregular = Kept without effect
case-refused = This cannot be done
case-refused-code = Refusal { $code }
case-empty = There is no case yet.
case-empty-next = A complaint, or an incident that the mechanism takes up itself, begins a case.
case-receive = Enter a complaint
case-register = Give it a number
case-screen = Screen
case-open-investigation = Open an investigation
case-task = Give a task to a team
case-request-access = Ask for access
case-give-notice = Give notice
case-hand-in-answer = Hand in an answer
case-close = Ask to close
case-reopen = Take up again
case-object = Object
case-remedy = Ask for remedial action

# Findings
finding-title = Finding
finding-make = Make a finding
finding-standard = Standard reached
finding-basis = What it rests on
finding-contrary = To the contrary, and considered
finding-by = Finding of { $name }

# Opinions and determination
draft-title = Draft { $id }
draft-present = Present a draft
draft-closes = open until { $time }
draft-changed = The text changed since; opinions on the earlier text have lapsed.
opinion-title = Opinions of the components
opinion-give = Give an opinion
opinion-reasons = Reasons, published with the decision
opinion-not-yet = no opinion yet
opinion-signed = signed { $time }
opinion-representatives = { $count ->
    [one] { $count } representative stands behind it
    *[other] { $count } representatives stand behind it
  }
opinion-recused-why = takes no part because it is named
determination-title = Determination
determination-none = No determination
determination-by = Determined by { $body } on { $day }
determination-nobody-writes = Nobody writes a determination: it follows from the opinions under the agreement’s own rule.
determination-outcome = Outcome
determination-attribution = Attribution
determination-standard = Standard of proof
determination-rule = Decision rule
determination-quorum = Quorum
determination-dissent = Dissents and reservations, verbatim
determination-origins-needed = { $count ->
    [one] The standard asks for at least { $count } independent origin, or an admission.
    *[other] The standard asks for at least { $count } independent origins, or an admission.
  }
determination-origins-found = { $count ->
    [one] { $count } was found.
    *[other] { $count } were found.
  }
determination-offer-open = Leave it open: reported, one origin
determination-offer-ask = Ask the party first

# Also on the page
case-new = New case
case-new-why = A case begins with a complaint, or with a matter that the mechanism takes up itself. It says nothing on whether it happened.
case-open = Open a case
case-tab-case = Case
case-tab-decision = Opinions and determination
case-received-by = Received by
case-steps = Steps
case-matrix = Evidence by question
case-matrix-empty = There is nothing on the table yet.
case-matrix-legend = + supports, − speaks against, · silent
case-findings = Findings
case-no-findings = No finding was made yet.
case-superseded = replaced by
case-late = after the time
case-time-passed = The time passed.
case-opinions-complete = All opinions are in.
case-opinions = Opinions
case-opinions-until = Opinions until
case-no-draft = No draft lies before the components.
case-draft = Draft { $n }
case-draft-replaced = This draft was replaced; opinions on it have lapsed.
case-digest = Statement that this is
case-void = void
case-standard = standard of proof
case-quorum = Quorum
case-concerned = is named in the draft
