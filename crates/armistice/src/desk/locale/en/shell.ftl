# The shell around every page: navigation, buttons, keys, errors.
#
# Ids: nav-…, do-… (buttons), key-… (the keyboard sheet), error-…, count-… (numbers with their noun).

# The product and the frame
product-name = Armistice
page-title = { $page } – { $mission }
skip-to-content = Skip to the content
skip-to-navigation = Skip to the navigation
navigation-main = Main navigation
navigation-public = Public pages
breadcrumb = You are here
demonstration = Demonstration
demonstration-note = Built from press articles; not a finding of any body.
mission-time = Mission time
as-of = Computed from registers as of { $time }
as-of-registers = The registers that this page was computed from
changed-since-visit = { $count ->
    [one] { $count } change since your last visit
    *[other] { $count } changes since your last visit
  }
changed-mark = changed
mission = Mission
mission-switch = Other missions
language = Language
theme = Appearance
theme-light = Light
theme-dark = Dark
theme-system = As the device
signed-in-as = Signed in as { $name }
not-signed-in = Not signed in
you = You
footer-licence = Code and data of this page can be checked by everybody.
json-twin = This page as data

# Navigation
nav-home = Home
nav-inbox = Inbox
nav-documents = Documents
nav-incidents = Incidents
nav-compare = Compare
nav-cases = Cases
nav-agreements = Agreements
nav-talks = Talks
nav-obligations = Obligations
nav-ledgers = Ledgers
nav-coverage = Coverage
nav-people = People and sources
nav-reports = Reports
nav-verify = Verify
nav-members = Members and witnesses
nav-settings = Settings
nav-search = Search
nav-new = New
nav-map = Map
nav-how-we-decide = How we decide
nav-help = Help
nav-more = More

# Buttons
do-sign-in = Sign in
do-sign-out = Sign out
do-search = Search
do-accept = Accept
do-reject = Reject
do-correct = Correct
do-undo = Undo
do-save = Save
do-cancel = Cancel
do-close = Close
do-open = Open
do-add = Add
do-remove = Remove
do-send = Send
do-sign = Sign with my key
do-confirm = Confirm
do-back = Back
do-next = Next
do-previous = Previous
do-show = Show
do-hide = Hide
do-show-all = Show all
do-show-more = Show more
do-select = Select
do-select-all = Select all that match
do-clear = Clear
do-apply = Apply
do-export = Export
do-download = Download
do-print = Print
do-copy-link = Copy the link
do-compare = Compare
do-same = Same
do-different = Different
do-unsure = Unsure
do-retry = Try again
do-verify = Verify
do-preview = Preview
do-publish = Publish
do-watch = Watch
do-unwatch = Stop watching
do-comment = Comment
do-assign = Assign
do-explain = Explain
do-edit = Edit
do-later = Later
why = Why?
reason = Reason
reason-required = A reason is required; it is kept with the record.
optional = optional
required = required
yes = Yes
no = No
none = None
unknown = Not known
not-stated = Not stated
not-said = Not said
cannot-be-determined = Cannot be determined
what-would-change-it = What would change it
cannot-be-determined-why = Cannot be determined – what would change it
recorded-by = recorded by { $name }
written-by = written by { $name }
to-be-confirmed = to be confirmed
range = { $low } to { $high }
at-least = at least { $number }
at-most = at most { $number }

# Numbers with their noun
count-incidents = { $count ->
    [one] { $count } incident
    *[other] { $count } incidents
  }
count-claims = { $count ->
    [one] { $count } claim
    *[other] { $count } claims
  }
count-documents = { $count ->
    [one] { $count } document
    *[other] { $count } documents
  }
count-cases = { $count ->
    [one] { $count } case
    *[other] { $count } cases
  }
count-obligations = { $count ->
    [one] { $count } obligation
    *[other] { $count } obligations
  }
count-origins = { $count ->
    [one] { $count } independent origin
    *[other] { $count } independent origins
  }
count-origins-range = { $low } to { $high } independent origins
count-copies = { $count ->
    [one] { $count } copy
    *[other] { $count } copies
  }
count-items = { $count ->
    [one] { $count } item
    *[other] { $count } items
  }
count-members = { $count ->
    [one] { $count } member
    *[other] { $count } members
  }
count-people = { $count ->
    [one] { $count } person
    *[other] { $count } persons
  }
count-places = { $count ->
    [one] { $count } place
    *[other] { $count } places
  }
count-entries = { $count ->
    [one] { $count } entry
    *[other] { $count } entries
  }
count-statements = { $count ->
    [one] { $count } signed statement
    *[other] { $count } signed statements
  }
count-problems = { $count ->
    [one] { $count } problem
    *[other] { $count } problems
  }
count-days = { $count ->
    [one] { $count } day
    *[other] { $count } days
  }
count-hours = { $count ->
    [one] { $count } hour
    *[other] { $count } hours
  }
count-minutes = { $count ->
    [one] { $count } minute
    *[other] { $count } minutes
  }
count-words = { $count ->
    [one] { $count } word
    *[other] { $count } words
  }
count-votes = { $count ->
    [one] { $count } opinion
    *[other] { $count } opinions
  }

# Keyboard sheet
keys-note = Every shortcut can be switched off in the settings.
key-next = Next row
key-previous = Previous row
key-open = Open
key-select = Select
key-search = Go to the search
key-accept = Accept
key-reject = Reject
key-correct = Correct
key-undo = Undo
key-later = Leave for later
key-not-relevant = Not relevant
key-attach = Attach to the incident
key-new-incident = New incident
key-copied-run = Next copied run
key-mark-claim = Mark a new claim
key-next-document = Next document
key-same = Same
key-different = Different
key-unsure = Unsure
key-help = Show this sheet
key-close = Close

# Errors
error-title = This did not work
error-next = What to do next
error-400 = The request cannot be read.
error-400-next = Go back and check what was entered.
error-401 = This page needs a sign-in.
error-401-next = Sign in, or ask an administrator for an account.
error-403 = Your role does not allow this.
error-403-next = Ask the head of your component or an administrator.
error-404 = Nothing is at this address.
error-404-next = Search for it, or exchange registers if it is of another member.
error-409 = Somebody changed this meanwhile.
error-409-next = Look at what changed, then decide again. What you typed is kept.
error-413 = This is larger than may be sent.
error-413-next = Send it in parts.
error-422 = Something entered is missing or cannot be.
error-422-next = The fields concerned say what is wrong.
error-429 = Too many requests.
error-429-next = Wait a minute.
error-500 = Something failed here. Nothing was written.
error-500-next = Try again; if it fails again, tell an administrator the code below.
error-503 = The registers are being read.
error-503-next = Wait a little; the page comes by itself.
error-script = This part needs JavaScript; the table beside it says the same.
shell-said = Said and signed. It stands in the register.
