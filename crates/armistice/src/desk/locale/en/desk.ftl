# Words that several screens share: what is not known, the frame, lists, forms.
#
# Written with the first screens; see docs/languages.md.

# The frame
shell-skip = Skip to the content
shell-search = Search
shell-languages = Languages
shell-navigation = Main navigation
shell-demonstration = Demonstration: built from press articles; not a finding of any body.
shell-as-of = Computed from these registers:
shell-sign-out = Sign out
problem-typed = What you typed is not lost:
live-show = Show it
live-offline = No connection; what you type is kept here.
draft-restored = Your draft was brought back.

# What is not known
unknown-act = act not said
unknown-author = author not said
unknown-origin = origin not known
unknown-outlet = outlet not known
unknown-place = place not known
unknown-time = time not known
count-at-least = at least { $n }
count-at-most = at most { $n }
count-unknown = number not stated
count-none-given = no number given

# Forms
field-not-given = not given
field-one-a-line = one a line
field-reason = Reason

# Navigation of lists
nav-claims = Claims
nav-ledger = Entries of ledgers

# Columns
col-kinds = Kind
col-scope = Scope
col-parties = Actors named
col-sources = Outlets and agencies
col-languages = Languages
col-about = About
col-is = What is so of it
col-has = What it has
col-received = Received
col-class = Access class
col-needs = Needs somebody
col-why = Why
col-answer = Answer
col-question = Question
col-polarity = Said or denied
col-said-by = Said by
col-step = Step
col-owner = Held by
col-constituency = Component
col-position = Position
col-words = In its words
col-present = Present
col-needed = Needed
col-evidence = Evidence
col-id = Id
col-time-precision = How exactly the time is known
col-time-match = Whether it lies in the time
col-place-precision = How exactly the place is known
col-adm1 = Province
col-country = Country
col-latitude = Latitude
col-longitude = Longitude
col-radius-m = Radius of uncertainty, metres
col-origins-min = Independent origins, at least
col-origins-max = Independent origins, at most
col-harm-min = Harm reported, at least
col-harm-max = Harm reported, at most
col-harm-what = Kind of harm

# Lists
query-words = Filter in words
query-search = Search
query-help = What can be asked
query-views = Views
query-shown = { $n } of { $m } shown
query-surely = { $n } of them surely in the time
query-hidden = { $n ->
    [one] { $n } hidden by your access
    *[other] { $n } hidden by your access
  }
query-nothing = Nothing matches. Remove a filter, or widen the time. No report is not the same as calm.
query-next = Next page
query-export = Export what matches
query-save = Save
query-save-as = Save this search as
query-facets = Narrow down
query-more = { $n ->
    [one] { $n } more value
    *[other] { $n } more values
  }
query-without = { $n } without a value
query-possibly = possibly
query-longer = Longer than a day: { $n }.
query-undated = Without a known time: { $n }.
query-needs = harm { $harm } × age { $age } × origins { $origin }

# Side by side
beside-title = Documents side by side
beside-nothing = These documents share no text.
beside-share = { $percent } % of this text is found there
keys-title = Keyboard
keys-off = Switch shortcuts off
live-new = There is something new.
map-boundaries = Borders and names on this map do not imply recognition or acceptance by the mechanism or its members.
