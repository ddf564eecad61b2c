# Screens beside the daily ones: inbox, agreements, ledgers, coverage, comparison, reports, members, verification, settings, public pages.
#
# Ids: by screen, as in the files of those areas.

agreement-according-to = According to
agreement-amends = amends { $what }
agreement-contested-by = Contested by
agreement-declared = Declared by one side; it holds nothing back:
agreement-geometry-note = Nothing is tested against a border that is indicative or not known.
agreement-guarantor = guarantor: { $name }
agreement-guarantor-of = Guarantor of
agreement-guarantors = Guarantors
agreement-held = Held by
agreement-left-out = Left out
agreement-not-tested = Incidents are not tested under this text.
agreement-observers = Observers
agreement-own-forces = Own forces bound
agreement-phase-began = Began on
agreement-phase-planned = Planned for
agreement-phases = Phases
agreement-signed = Signed
agreement-unusable = Agreements that cannot be used
agreement-version = Version

check-fails = does not hold
check-holds = holds
check-open = open
check-says = note
check-warns = warning

compare-alike = Alike
compare-differs = Different
compare-more = There are more pairs; these come first.

coverage-according-to = according to { $name }
coverage-days = Day by day
coverage-denied = Access denied and other obstruction
coverage-hindered = What hindered
coverage-nobody-named = nobody named
coverage-silence = A day without an entry is a day of which nothing is known: silence is not peace.
coverage-undated = Entries whose day is not known

help-does = What it does
help-key = Key
help-query = Help on the search
help-query-fields = Names that can stand before a colon
help-query-lists = Columns of the lists
help-query-words = Type words, phrases in quotation marks, or a name and a value. A minus sign leaves out. All must hold.

inbox-add-limit = At most 64 MiB at a time.
inbox-added = Taken in
inbox-claims = Claims that wait
inbox-file = Files
inbox-known = Here already
inbox-none-failed = Everything that was given could be taken in.
inbox-taken = What became of the files

ledger-all-entries = All entries as a list
ledger-beside-zero = Beside the zero, what could not be seen:
ledger-confirmed = What each confirms of the other
ledger-enter = Enter in the ledgers
ledger-enter-note = Entries are written as TOML, as for the command record --from, and are held to the same checks. Nothing is entered while a problem is left.
ledger-entries = Entries
ledger-line = line { $n }
ledger-not-in-fraction = not in the fraction
ledger-nothing-said = nothing said of
ledger-refused = Nothing was entered. The text is kept below.
ledger-same-figure = The same figure does not show that the incidents are the same.
ledger-sum = Sum checked
ledger-unanswered = not answered

members-behind-note = Behind means that a member had not said to have the newest entries when it last spoke. It is no fault.
members-cosigned = Seen with cosignatures
members-entries = Entries
members-histories = Histories that conflict
members-lag = Behind
members-last = Last statement, by its author
members-liars = { $n } must lie together to deceive it
members-no-evidence = Nothing here proves that anybody signed two things which cannot both be.
members-no-policy = No witness policy is adopted.
members-not-recognised = Nobody here has said whose key this is.
members-nothing-seen = No member has said what it has of another.
members-of = Register of
members-other-key = The register that is here opens with another key.
members-policies = Witness policies and quorum
members-recognised = Who recognised whom, and how
members-registers = Registers
members-root = Root

modality-clocks = Clocks
modality-complaints = Complaints from
modality-inference = May keeping monitors out count against who did it
modality-naming = Standard of proof for naming somebody
modality-quorum = Quorum, from each
modality-recusal = Guarantor of the accused
modality-reply = Right of reply, days
modality-rule = Decision rule
modality-sanctions = What may be asked of an author
modality-silence = Silence procedure, days
modality-standard = Standard of proof for a determination
modality-urgent = Standard of proof for urgent action

people-as-written = What stands here is what documents write. Nothing else is known of the person.
people-not-merged = Names that are written alike. They are never merged.
people-quoted = Claims in whose chain the name stands

public-answered = has answered
public-author-open = Who did it: an author is alleged; nobody has determined one.
public-no-day = The exact day
public-no-place = The exact place
public-no-report = No report was issued in the public edition.
public-one-origin = Whether a second, independent origin exists
public-origins = Copies of one report count as one origin.
public-reported = What is reported is not what is found. Recorded by somebody does not mean done by somebody.
public-reports-of = Public reports that cover it:
public-unknown = What is not known is said to be so, and is never counted as nothing.
public-verify = Check this page. SHA-256 of its data:
public-what = A mechanism that records what is reported of a ceasefire, tests it against the agreement, and shows what it rests on.
public-withheld = Sources not shown: { $n }.

report-all-issued = Reports issued
report-issue-note = Issuing says in this member’s register that the report exists, with its digest. It cannot be taken back; a later report can replace it.
report-open-preview = Open the preview
report-superseded = Replaced by a later report.

settings-density = Row height
settings-density-comfortable = comfortable
settings-density-compact = compact
settings-id = Id of the mission
settings-keys = Keyboard shortcuts
settings-keys-off = off
settings-keys-on = on
settings-program = Program
settings-theme = Appearance
settings-theme-dark = dark
settings-theme-light = light
settings-theme-system = as the device

verify-checked = What was checked
verify-file = File (.armistice)
verify-key = Key of the register, had from elsewhere (64 digits; without it the answer is “cannot tell”)
verify-limits-said = A file proves what was said, by whom and when. It does not prove that the sources told the truth.
verify-note = The file that you send is checked and not kept.
verify-statement = Statement
verify-time = Its time, by its author
field-a = The one
field-b = The other
field-case = Case
field-of = Of whom
field-verdict = Judgement
kind-by = By a date
kind-within = Within a time
kind-continuous = For as long as the agreement holds
kind-none = Without a time
kind-unknown = Time not known
status-no-contact = Nobody reached
