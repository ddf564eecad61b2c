# Coming in
access-sign-in = Sign in
access-sign-out = Sign out
access-sign-out-everywhere = Sign out everywhere
access-name = Name
access-name-own = Your name at this desk
access-name-hint = Colleagues see it. It does not enter the record.
access-name-bad = This name cannot be used: it is empty, too long, or has invisible characters.
access-name-taken = Another account has this name. Choose a different one.
access-password = Password
access-password-now = Present password
access-password-new = New password
access-password-rule = At least { $least } characters. Several words are good.
access-password-short = The password is too short.
access-password-long = The password is too long.
access-password-simple = The password is too simple: it repeats few characters or is the name.
access-password-wrong = The present password is not right.
access-password-and-codes = Password and codes
access-password-is-set = A password with codes is set.
access-password-is-not-set = No password is set.
access-password-set = Set the password
access-code = Code
access-code-hint = Six digits from your application, or one of your recovery codes.
access-code-now = The code that the application shows now
access-code-wrong = The code does not match. Look at the clock of your device and try again.
access-totp-how = Type this secret into an application for one-time codes:
access-totp-open = Open in the application
access-wrong = Name, password or code is wrong.
access-wait = Too many tries by this name. Seconds to wait: { $seconds }.
access-wait-a-while = Too many tries. Wait a few minutes.
access-link-hint = The program prints a sign-in link where it was started. It works once.
access-link-confirm = This link signs you in once.
access-link-void = The link was used before or is too old. Ask for a new one: armistice account link
access-passkey-use = Sign in with a passkey
access-invitation = Invitation
access-invited = You are invited as: { $role }
access-invitation-void = This invitation does not stand: it was used, taken back, or is too old. Ask for a new one.
access-join = Open my account
access-way-password = With a password and codes
access-way-passkey = With a passkey
access-way-passkey-hint = You make the passkey on the next page.

# What was typed when a session had ended
access-held-title = What you typed is kept
access-held-kept = Your session had ended. Sign in, and your form comes back as you left it.
access-held-here = This was not sent yet. Read it through, and send it.
access-held-send = Send it now
access-held-forget = Discard it

# The own account
access-account = Your account
access-no-proof = You have neither a passkey nor a password. Without one you need a new link each time.
access-role-is = Your role: { $role }
access-language = Language
access-language-bad = The desk does not speak this language.
access-save = Save
access-passkeys = Passkeys
access-passkeys-none = There is none yet.
access-passkey-add = Add a passkey
access-passkey-hint = A passkey stays on your device or security key. Two of them are safer than one.
access-passkey-refused = The passkey was not accepted.
access-remove = Remove
access-recovery = Recovery codes
access-recovery-left = Recovery codes left: { $count }
access-recovery-make = Make new recovery codes
access-recovery-once = These codes are shown once. Each takes the place of a one-time code, once. Keep them on paper.
access-sessions = Where you are signed in
access-this-session = this one
access-method = How
access-began = Since
access-seen = Last used
access-end = End
access-events = What happened with this account
access-never = never
access-back = Back
access-not-done = This was not done
access-failed = It failed here. Try again; if it fails again, look at what the server says.

# Tokens
access-tokens = Tokens for programs
access-tokens-none = There is no token.
access-token-new = A new token
access-token-make = Make the token
access-token-once = The token is shown once. Copy it now.
access-token-no-scope = Choose at least one scope.
access-label = What for
access-scopes = Scopes
access-until = Until
access-used = Last used
access-revoke = Revoke
access-days = Days that it works

# Accounts of a team
access-accounts = Accounts
access-no-account = There is no such account.
access-role = Role
access-role-bad = No account can have this role.
access-last-administrator = This is the last administrator. Make another one first.
access-you = (you)
access-closed = closed
access-close = Close
access-reset = Reset
access-reset-once = Password, codes and passkeys of this account are void. Hand this link to its owner; it is shown once and works for so many minutes: { $minutes }.
access-proofs = Signs in with
access-proof-none = link only
access-proof-password = password and codes
access-proof-passkeys = passkeys: { $count }
access-invite = Invite
access-invite-for = For whom (a note for yourself)
access-invite-make = Make the invitation
access-invite-once = Hand this address over by a safe way. It is shown once and stands for so many hours: { $hours }.
access-withdraw = Take back
access-table = Who may do what
access-may = May

# Restrictions
access-restricted = Restricted to some
access-restricted-what = A restricted case or document is seen by those only who are let in. Everybody whom it concerns sees that it was restricted.
access-restrict = Restrict
access-unrestrict = Open to all again
access-let-in = Let in
access-put-out = Put out
access-object = Case or document
access-object-hint = Its kind and id, as in case:… or document:…
access-object-bad = This cannot be restricted or shared by you.
access-hidden = Hidden by your access: { $count }
access-hidden-why = What changed
access-changes = Changes of what you see
access-changes-none = Nothing changed for you.
access-not-found-title = Not here
access-not-found = There is no such thing, or it is restricted to others.
access-role-denied-title = Your role does not allow this
access-role-denied = Ask an administrator of the desk for another role.
access-first-page = To the first page

# The audit trail
access-audit = Audit trail
access-audit-whole = The chain of rows is whole. Rows: { $count }. Digest of the last:
access-audit-broken = The chain is broken at row { $row }: this row or one before it was changed afterwards.
access-audit-file = The whole trail as a file
access-older = Older rows
access-when = When
access-what = What
access-who = Who
access-about = About
access-detail = More

# Roles
access-role-public = anybody
access-role-viewer = Viewer
access-role-analyst = Analyst
access-role-case-officer = Case officer
access-role-head = Head
access-role-administrator = Administrator

# Actions
access-action-read-public = read what is public
access-action-sign-in = sign in
access-action-own-account = look after the own account
access-action-read-work = read the work
access-action-export = export
access-action-triage = triage documents and claims
access-action-judge = judge what is the same event
access-action-case-step = take steps of a case
access-action-opinion = give the member’s opinion
access-action-record = enter in ledgers
access-action-report = issue reports
access-action-read-sealed = open what is sealed, where let in
access-action-manage-grants = restrict, and let in
access-action-manage-accounts = manage accounts
access-action-manage-mission = change the mission’s settings
access-action-read-audit = read the audit trail

# Scopes of tokens
access-scope-read = read
access-scope-export = export
access-scope-triage = triage
access-scope-judge = judgements
access-scope-cases = cases
access-scope-record = ledgers
access-scope-report = reports

# How somebody came in
access-method-link = link
access-method-password = password and code
access-method-recovery = password and recovery code
access-method-passkey = passkey
access-method-invitation = invitation

# Events
access-event-signed-in = signed in
access-event-sign-in-failed = sign-in failed
access-event-signed-out = session ended
access-event-sessions-ended = all sessions ended
access-event-session-doubled = a replaced session token was used again; the session was ended
access-event-link-made = sign-in link made
access-event-invited = invitation made
access-event-invitation-withdrawn = invitation taken back
access-event-account-opened = account opened
access-event-account-closed = account closed
access-event-account-reset = account reset by an administrator
access-event-role-changed = role changed
access-event-password-set = password and codes set
access-event-recovery-made = recovery codes made
access-event-recovery-used = recovery code used
access-event-passkey-added = passkey added
access-event-passkey-removed = passkey removed
access-event-token-made = token made
access-event-token-revoked = token revoked
access-event-restricted = restricted
access-event-unrestricted = opened to all again
access-event-granted = let in
access-event-revoked = put out
access-event-exported = exported
