# What happens while a page is open: arrivals, colleagues, drafts, a bad line.
#
# Ids: live-…, draft-…, offline-….

live-new-items = { $count ->
    [one] { $count } new item; show it
    *[other] { $count } new items; show them
  }
live-statement-arrived = A statement of { $name } arrived.
live-changed-here = This page changed. Show the new state.
live-here-too = { $name } is here too
live-is-writing = { $name } is writing
live-connected = Connected
live-disconnected = Connection lost; trying again.
live-since = as of { $time }
offline-title = Offline
offline-note = You can go on reading and writing; what you write is kept on this device until it can be sent.
offline-queued = { $count ->
    [one] { $count } thing waits to be sent
    *[other] { $count } things wait to be sent
  }
draft-kept = Draft kept on this device, { $time }
draft-restore = Bring the draft back
draft-discard = Throw the draft away
draft-found = There is a draft of yours from { $time }.
live-state-kept = Kept on this device
live-state-sent = Sent
live-state-written = Written to the register
live-undone = Undone.
live-done = Done.
