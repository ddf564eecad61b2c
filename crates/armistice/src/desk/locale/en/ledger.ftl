# Ledgers of recorders, coverage, people.
#
# Ids: ledger-…, coverage-…, people-….

ledger-title = Ledgers
ledger-bulletins = Bulletins and lists
ledger-recorder = Recorder
ledger-window = Its own window
ledger-unit = Unit of count
ledger-total = Stated total
ledger-rows = Rows
ledger-concordance = Lists of the same window side by side
ledger-in-both = in both
ledger-only-in = only in the list of { $name }
ledger-in-none = in the list of no guarantor
ledger-confirmation-rate = Confirmed by { $by }, of what { $of } recorded
ledger-share = { $part } of { $of }
ledger-no-list = No list of { $name } for this window is here. That is not an empty list.
ledger-never-added = Numbers of different units are never added.
ledger-recorded-not-done = Recorded by is never done by.
ledger-observations = Observations
ledger-access = Requests for access
ledger-calls = Calls over the hotline
ledger-call-answered-after = { $count ->
    [one] answered after { $count } minute
    *[other] answered after { $count } minutes
  }
ledger-grades = Grades of source and information
ledger-withdrawn = no longer relied on
ledger-empty = Nothing is entered here.
ledger-empty-next = Enter a list as its publisher gave it, with its own window and unit.
ledger-enter-bulletin = Enter a bulletin
ledger-enter-observation = Enter an observation
ledger-enter-access = Enter a request for access
ledger-enter-call = Enter a call
ledger-enter-performance = Enter a report of performance

# Coverage
coverage-title = Coverage
coverage-what = Where, when and with what means one could see
coverage-no-entry = nothing entered: not known
coverage-gap = Not seen, or in part
coverage-languages = Languages that are read
coverage-language-unread = not read
coverage-enter = Enter what could be seen

# People
people-title = People and sources
people-variants = Ways in which the name is written
people-mentions = { $count ->
    [one] { $count } mention
    *[other] { $count } mentions
  }
people-same-question = Are these the same person?
people-sources = Outlets and agencies
people-protected = Names of sources under protection are not shown.
people-empty = No person is named in the documents.
