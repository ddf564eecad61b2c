# The inbox: what came in and waits to be looked at.
#
# Ids: inbox-….

inbox-title = Inbox
inbox-empty = Nothing waits here.
inbox-empty-next = What was set aside is under “Not relevant”, with its reason.
inbox-why-here = Why this is here
inbox-needs-someone = needs somebody now
inbox-might-be = might be { $incident }
inbox-attach = Attach to { $incident }
inbox-new-incident = New incident
inbox-not-relevant = Not relevant
inbox-not-relevant-kept = Nothing disappears: it keeps its reason and can be brought back.
inbox-later = Later
inbox-failed = Could not be taken in
inbox-failed-cause = Cause
inbox-retry = Take in again
inbox-same-copy = same copy as { $document }
inbox-order = In the order of harm, age and number of origins
inbox-add = Add documents
inbox-add-note = Files are kept byte for byte. Nothing is fetched from the network.
inbox-harm = people reported killed or injured
inbox-new-place = a new place and day together
inbox-single-origin = rests on one origin
inbox-tries = { $n ->
    [one] tried once
    *[other] tried { $n } times
  }
inbox-choose-again = Choose the file again:
inbox-set-aside = Set aside
