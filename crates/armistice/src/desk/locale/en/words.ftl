# The words for enumerations: kind and value.
#
# Where the report has a word for the same thing, it is the same word (a test compares them).

# act
act-none = Act not said
act-small-arms-fire = Small-arms fire
act-shelling = Shelling
act-direct-heavy-fire = Direct heavy fire
act-air-strike = Air strike
act-drone-strike = Drone strike
act-bombardment = Bombardment
act-armed-clash = Armed clash
act-ground-assault = Ground assault
act-raid = Raid
act-explosive = Mine or explosive device
act-suicide-attack = Suicide attack
act-chemical-attack = Use of a chemical agent
act-attack = Attack, means not said
act-seizure-of-ground = Advance or seizure of ground
act-fortification = New position or fortification
act-troop-movement = Movement of forces
act-weapon-in-zone = Heavy weapon where it may not be
act-overflight = Overflight
act-killing = Killing
act-injury = Injury
act-attack-on-protected-object = Attack on a protected object
act-abduction = Abduction
act-arrest = Arrest or detention
act-forced-recruitment = Forced recruitment
act-sexual-violence = Sexual violence
act-forced-displacement = Forced displacement
act-destruction-of-property = Destruction of property
act-siege = Siege or blockade
act-aid-obstruction = Obstruction of aid
act-aid-delivery = Delivery of aid
act-utility-cut = Water or power cut
act-closure = Closure of a road or crossing
act-release-of-detainees = Release of detainees
act-obstruction-of-monitors = Obstruction of monitors
act-attack-on-monitors = Attack on monitors
act-sensor-interference = Interference with sensors
act-incitement = Incitement
act-provocation = Provocation, not said how
act-non-performance = Non-performance of an obligation
act-violation-unspecified = Alleged violation, not said how
act-signing = Signing
act-talks = Talks
act-withdrawal = Withdrawal
act-disarmament = Disarmament
act-ceasefire-upkeep = Upkeep of the ceasefire
act-monitoring-set-up = Monitoring being set up

# fact
fact-unassessed = unassessed
fact-unverified = unverified: only parties to the conflict say so
fact-single-origin = single origin
fact-corroborated = corroborated
fact-verified = verified by the mechanism
fact-contradicted = contradicted
fact-refuted = refuted by the mechanism
fact-not-verifiable = not verifiable

# count
count-killed = killed
count-injured = injured
count-casualties = killed or injured
count-missing = missing
count-detained = detained
count-abducted = abducted
count-released = released
count-displaced = displaced
count-violations = violations, as the recorder counts them
count-strikes = strikes
count-rounds = rounds
count-explosions = explosions
count-attacks = attacks
count-vehicles = vehicles
count-buildings = buildings
count-settlements = settlements
count-persons = persons present
count-other = other

# person
person-civilians = civilians
person-children = children
person-women = women
person-fighters = fighters
person-soldiers = soldiers
person-monitors = monitors
person-all = all, not told apart
person-unknown = status unknown

# place-precision
place-precision-exact = exact
place-precision-settlement = settlement
place-precision-near = near
place-precision-admin3 = known to the subdistrict only
place-precision-admin2 = known to the district only
place-precision-admin1 = known to the province only
place-precision-region = known to the region only
place-precision-country = known to the country only
place-precision-unknown = place not known

# complainant
complainant-public = a member of the public
complainant-own-initiative = the mechanism itself

# outcome
outcome-not-an-incident = not an incident under the agreement
outcome-relevant-incident-no-violation = a relevant incident, no violation
outcome-minor-violation = a minor violation
outcome-serious-violation = a serious violation

# attribution
attribution-attributed = attributed to
attribution-probably-attributed = probably attributed to
attribution-not-attributed = not attributed
attribution-several = attributed to several

# not-determined
not-determined-unanimous = unanimous
not-determined-qualified = with reservations
not-determined-majority-with-dissent = by majority, with dissent
not-determined-no-quorum = no quorum
not-determined-deadlock = deadlock
not-determined-lapsed = the silence procedure lapsed
not-determined-seats-contested = seats are contested
not-determined-standard-not-reached = the standard of proof is not reached
not-determined-facts-only = under the agreement nobody decides
not-determined-pending = pending
not-determined-dismissed = dismissed at screening
not-determined-withdrawn = the complaint was taken back
not-determined-settled = the dispute was settled on the ground; the fact stands
not-determined-closed = closed without a determination

# position
position-concur = concurs
position-concur-in-part = concurs in part
position-dissent = dissents
position-recuse = takes no part
position-no-opinion = has no opinion
position-silent = gave no opinion in time
position-consents-by-silence = gave no opinion in time, which the agreement takes for consent
position-too-few = fewer were present than must be
position-unseated = nobody holds its seat
position-contested = its seat is contested

# finding-about
finding-about-fact = fact
finding-about-attribution = attribution
finding-about-clause = a term
finding-about-area = who held the area
finding-about-condition = a condition

# reached
reached-none = not shown
reached-suspicion = reasonable suspicion
reached-reasonable-grounds = reasonable grounds to believe
reached-balance-of-probabilities = balance of probabilities
reached-clear-and-convincing = clear and convincing

# answer
answer-yes = yes
answer-no = no
answer-cannot-be-determined = cannot be determined

# means
means-heard = heard
means-saw = seen
means-camera = camera
means-uav = drone of the mechanism
means-satellite = satellite
means-sensor = sensor
means-patrol = patrol
means-post = post
means-reports = reports of others

# watch
watch-observed = as planned
watch-limited = in part
watch-not-observed = not at all
watch-no-entry = nothing entered

# hindrance
hindrance-none = none
hindrance-outage = equipment failed
hindrance-access-denied = access denied
hindrance-jamming = jamming
hindrance-weather = weather
hindrance-insecurity = not safe
hindrance-no-post = nobody posted
hindrance-withdrawn = people withdrawn
hindrance-language = language not read
hindrance-not-stated = not stated

# access-outcome
access-outcome-granted = granted
access-outcome-denied = denied
access-outcome-delayed = delayed
access-outcome-conditional = on conditions
access-outcome-no-answer = no answer
access-outcome-open = open
access-outcome-disputed = members say different things

# call
call-de-escalated = it stopped
call-undertaken = promised to stop
call-denied = denied
call-no-contact = nobody reached
call-continued = it went on
call-open = open
call-overdue = not answered in time
call-disputed = members say different things
call-answered = answered

# counted
counted-violations = violations, as the recorder calls them
counted-incidents = incidents
counted-complaints = complaints
counted-fatal-events = fatal events of a data set
counted-observations = observations

# standing
standing-recorded = the recorder's own list
standing-party-declared = declared by a party
standing-verified = verified by the mechanism
standing-open = running
standing-met = met
standing-late = late
standing-overdue = overdue
standing-over = over
standing-stopped = stopped
standing-not-shown = not shown

# sum
sum-agrees = agree
sum-differs = do not agree
sum-incomplete = cannot be checked
sum-disputed = entered differently by members

# scope
scope-in-scope = in scope (alleged violation)
scope-out-of-scope = out of scope
scope-cannot-be-determined = cannot be determined

# question
question-in-time = in time?
question-in-territory = in the territory?
question-between-parties = between parties?
question-excluded-actor = excluded actor?
question-excluded-area = excluded area?
question-act-prohibited = act prohibited?
question-exception = exception?

# observed
observed-explosion = explosions
observed-burst = bursts
observed-shot = shots
observed-projectile = projectiles in flight
observed-flare = flares
observed-overflight = overflights
observed-weapon = weapons
observed-vehicle = vehicles
observed-convoy-item = items of a convoy
observed-impact = traces of impact

# cell
cell-matched = the same figure
cell-only-a = the first only
cell-only-b = the second only
cell-disagree = different figures
cell-not-stated = not stated by one
cell-place-open = the same words, perhaps two places

# change
change-new = new
change-gone = nothing is left of it
change-act = act
change-place = place
change-time = time
change-status = status of the fact
change-origins = independent origins
change-counts = figures

# recorder
recorder-guarantor = guarantor
recorder-other = third party

# obligation-state
obligation-state-open = open, without a day
obligation-state-due-on = due on a day that lies ahead
obligation-state-met-in-time = reported as performed in time
obligation-state-met-late = reported as performed late
obligation-state-overdue = overdue, no report of performance
obligation-state-extended = extended by agreement
obligation-state-contested = reports disagree
obligation-state-cannot-be-determined = cannot be determined

# performance
performance-done = performed
performance-partly = performed in part
performance-not-done = not performed
performance-extended = extended by agreement

# bearer
bearer-all-parties = all parties
bearer-all-guarantors = all guarantors

# remedy
remedy-done = done, and checked
remedy-partly = done in part
remedy-refused = refused
remedy-undertaken = promised
remedy-overdue = overdue
remedy-open = open

# progress
progress-done = done, and checked
progress-partly = done in part
progress-refused = refused
progress-undertaken = promised
progress-overdue = overdue
progress-open = open

# stage
stage-received = received
stage-registered = registered
stage-screened-out = screened out, others may object
stage-preliminary-assessment = preliminary assessment
stage-opened = opened
stage-tasked = tasked
stage-under-verification = under verification
stage-access-blocked = access blocked
stage-facts-established = facts established
stage-not-verifiable = not verifiable
stage-notice-sent = notice sent
stage-component-review = before the components
stage-response-received = answers received
stage-no-response = no answer in time
stage-draft = a draft lies before the components
stage-determined = determined
stage-not-determined = not determined
stage-remedial-action-requested = remedial action requested
stage-follow-up = followed up
stage-closed = closed
stage-reopened = taken up again

# case-state
case-state-received = received
case-state-registered = registered
case-state-screened-out = screened out, others may object
case-state-preliminary-assessment = preliminary assessment
case-state-opened = opened
case-state-tasked = tasked
case-state-under-verification = under verification
case-state-access-blocked = access blocked
case-state-facts-established = facts established
case-state-not-verifiable = not verifiable
case-state-notice-sent = notice sent
case-state-component-review = before the components
case-state-response-received = answers received
case-state-no-response = no answer in time
case-state-draft = a draft lies before the components
case-state-determined = determined
case-state-not-determined = not determined
case-state-remedial-action-requested = remedial action requested
case-state-follow-up = followed up
case-state-closed = closed
case-state-reopened = taken up again

# text-status
text-status-authentic = authentic
text-status-leaked = published by somebody else
text-status-draft = draft
text-status-unknown = not known

# source
source-text = the agreement says so
source-mechanism-default = the agreement is silent; the mechanism's default

# rule
rule-unanimous = unanimous
rule-consensus = consensus
rule-majority-per-constituency = a majority of each constituency
rule-majority = majority
rule-chair = the chair decides
rule-facts-only = nobody decides, facts are reported only

# standard
standard-credible-report = credible report
standard-reasonable-grounds = reasonable grounds to believe
standard-balance-of-probabilities = balance of probabilities
standard-clear-and-convincing = clear and convincing

# redacted
redacted-source-protection = not shown: protection of a source
redacted-observer-safety = not shown: safety of observers
redacted-operational = not shown: operations

# stretch
stretch-baseline = before the agreement took effect
stretch-first = from then on
stretch-previous = period before
stretch-now = period

# act-group
act-group-hostile = Use of force
act-group-territorial = Ground, positions, movement
act-group-persons = Against persons and protected objects
act-group-humanitarian = Humanitarian access
act-group-mechanism = About the mechanism
act-group-provocative = Provocative acts
act-group-non-performance = Non-performance
act-group-unspecified = Not specified

# claim-kind
claim-kind-incident = incident
claim-kind-allegation = allegation
claim-kind-denial = denial
claim-kind-total = total of a war or period
claim-kind-agreement-fact = fact about the agreement or the talks
claim-kind-agreement-scope = what an agreement covers
claim-kind-demand = demand
claim-kind-pledge = undertaking
claim-kind-condition = declared condition
claim-kind-proposal = proposal
claim-kind-plan = plan or expectation
claim-kind-refusal = refusal
claim-kind-position = position
claim-kind-context = background

# polarity
polarity-asserted = asserted
polarity-negated = denied
polarity-open = left open

# chain-role
chain-role-outlet = outlet
chain-role-agency = news agency
chain-role-cited-outlet = cited outlet
chain-role-speaker = speaker
chain-role-unnamed-source = unnamed source
chain-role-recorder = recorder
chain-role-document = document
chain-role-cited-group = cited group

# time-precision
time-precision-minute = to the minute
time-precision-hour = to the hour
time-precision-part-of-day = part of a day
time-precision-day = to the day
time-precision-days = some days
time-precision-week = to the week
time-precision-month = to the month
time-precision-year = to the year
time-precision-period = a longer period
time-precision-unknown = time not known

# time-basis
time-basis-stated = stated in the words
time-basis-metadata = from the page’s metadata
time-basis-publication-line = from the publication line
time-basis-relative-to-publication = counted from the publication
time-basis-relative-to-copied-text = counted from the copied text
time-basis-year-inferred = year inferred
time-basis-counted-from-agreement = counted from the agreement
time-basis-caption = from a caption
time-basis-not-before-newest-date = not before the newest date in the text
time-basis-data-column = from a column of a data set
time-basis-unresolved = said, but cannot be resolved
time-basis-not-stated = not stated

# tense
tense-past = past
tense-future = future
tense-unknown = not known

# bond
bond-same = of one origin
bond-perhaps = perhaps of one origin
bond-none = of different origins

# verdict
verdict-same = same
verdict-different = different
verdict-unsure = unsure

# relation
relation-contradiction = contradiction
relation-update = update
relation-different-scope = different scope
relation-different-definition = different definition

# key-role
key-role-statements = signs statements
key-role-checkpoints = signs checkpoints
key-role-witness = cosigns as a witness
key-role-recovery = recovers a lost key

# key-reason
key-reason-rotated = replaced on schedule
key-reason-lost = lost
key-reason-compromised = somebody else may have it
key-reason-retired = no longer used

# erasure
erasure-fields = named fields
erasure-all = everything sealed in it

# misbehaviour
misbehaviour-two-statements = two statements at one place of a register
misbehaviour-two-checkpoints = two checkpoints that cannot both be true
misbehaviour-two-openings = two openings of one seal

# part-of-day
part-of-day-morning = morning
part-of-day-afternoon = afternoon
part-of-day-evening = evening
part-of-day-night = night
part-of-day-overnight = overnight

# screening
screening-passed = for the mechanism
screening-outside-mandate = outside of the mandate
screening-duplicate = already another case
screening-no-incident = no incident is told
screening-withdrawn = complaint taken back

# method
method-direct-observation = direct observation
method-site-visit = site visit
method-remote-sensor = remote sensor
method-interviews = interviews
method-documents = documents
method-joint-team = joint team

# obstacle
obstacle-access-denied = access denied
obstacle-time-passed = too much time has passed
obstacle-insecurity = not safe
obstacle-no-means = no means
obstacle-contradictory = what is known contradicts itself

# ground
ground-resolved = remedied
ground-determined = determined
ground-not-determined = not determined
ground-withdrawn = complaint taken back
ground-settled-locally = settled on the ground
ground-dismissed = dismissed at screening

# objectable
objectable-dismissal = dismissal
objectable-closing = closing
objectable-publication = publication
objectable-seat = seat

# heading
heading-outgoing = outgoing
heading-impact = impact
heading-lateral = lateral
heading-undetermined = undetermined

# recorded-as
recorded-as-listed = in its list
recorded-as-confirmed = confirmed
recorded-as-rejected = rejected
recorded-as-not-addressed = not addressed

# reliability
reliability-A = A – reliable
reliability-B = B – usually reliable
reliability-C = C – fairly reliable
reliability-D = D – not usually reliable
reliability-E = E – unreliable
reliability-F = F – cannot be judged

# credibility
credibility-1 = 1 – confirmed by independent origins
credibility-2 = 2 – probably true
credibility-3 = 3 – possibly true
credibility-4 = 4 – doubtful
credibility-5 = 5 – improbable
credibility-6 = 6 – cannot be judged

# checked
checked-verified = verified by the mechanism
checked-refuted = refuted by the mechanism
checked-not-verifiable = not verifiable

# edition
edition-internal = internal
edition-public = public

# report-kind
report-kind-daily = daily report
report-kind-weekly = weekly report
report-kind-period = report
report-kind-closing = closing report

# group-stance
group-stance-agrees = agrees
group-stance-consents-by-silence = consents by silence
group-stance-dissents = dissents
group-stance-divided = divided
group-stance-no-opinion = has no opinion
group-stance-recused = takes no part
group-stance-too-few = too few were present
group-stance-silent = silent
group-stance-unseated = nobody holds its seat
group-stance-contested = its seat is contested

# case-clock
case-clock-screening = screening
case-clock-objection = objection
case-clock-assessment = assessment
case-clock-tasking = tasking
case-clock-reply = right of reply
case-clock-report = report
case-clock-opinion = opinions
case-clock-publication = publication
case-clock-remedy = remedial action
case-clock-follow-up = follow-up
case-clock-closing = closing

# seat
seat-speaks = may speak
seat-works = may work on cases
seat-decides = decides too

# term-status
term-status-ahead = not yet begun
term-status-running = in force
term-status-ended = ended
term-status-term-over = its term is over

# touches
touches-incidents = incidents
touches-obligations = obligations
touches-decisions = decisions
touches-names = names
touches-nothing = nothing

# actor-kind
actor-kind-party = party
actor-kind-supporting-force = supporting force
actor-kind-excluded = excluded actor
actor-kind-guarantor = guarantor
actor-kind-observer = observer
actor-kind-third = third party

# adherence
adherence-signed = signed
adherence-joined = joined later
adherence-claimed = claimed
adherence-denied = denied

# endorsement
endorsement-all = all signed
endorsement-some = some signed
endorsement-none = none signed
endorsement-unknown = not known

# instrument
instrument-statement = statement
instrument-agreement = agreement
instrument-memorandum = memorandum
instrument-protocol = protocol
instrument-terms-of-reference = terms of reference
instrument-resolution = resolution
instrument-orders = orders
instrument-other = other

# ending
ending-open = no end set
ending-fixed = ends on a day
ending-terminated = terminated
ending-unknown = not known

# known
known-yes = yes
known-no = no
known-unknown = not known

# territory
territory-whole-country = the whole country
territory-listed-divisions = listed divisions
territory-zones-only = zones only
territory-unknown = not known

# cover
cover-whole = the whole of it
cover-part = a part of it

# area
area-control = who controls the area
area-operations = combat operations against somebody in the area
area-presence = presence in the area

# geometry
geometry-exact = exact border
geometry-indicative = indicative border
geometry-none = border not known

# permission
permission-self-defence = self-defence
permission-against-excluded-actor = against an excluded actor
permission-exercise = exercise
permission-notified-movement = movement that was notified
permission-humanitarian = humanitarian
permission-other = other

# condition
condition-response = it answers an attack
condition-proportionate = it is proportionate
condition-immediate-threat = it meets an immediate threat
condition-ordered = the command named in the text ordered it
condition-hotline-exhausted = the coordination mechanism had failed before
condition-notified = it was notified beforehand
condition-target-excluded = the target is an excluded actor

# due
due-by = by a day
due-within = within a time
due-recurring = again and again
due-continuous = all the time
due-none = no time set
due-unknown = not known

# said
said-demand = demand
said-undertaking = undertaking
said-declared-condition = declared condition

# recusal
recusal-none = none
recusal-not-alone = the accused does not decide alone
recusal-recused = the accused takes no part

# on-expiry
on-expiry-not-determined-with-positions = not determined, with the positions
on-expiry-consent = silence counts as consent

# retest
retest-new = new
retest-changed = changed
retest-unchanged = unchanged
retest-gone = gone

# would-change
would-change-narrower-time = a narrower time
would-change-record-of-end = a record of whether the text had ended
would-change-finer-place = a place, or a finer one
would-change-border = the border of the zone or area
would-change-named-author = who did it
would-change-named-affected = who was affected
would-change-named-sides = who fought, and who of them began
would-change-holder = who held the place at the time
would-change-area-evidence = evidence on the area
would-change-adherence-record = an undisputed record of adherence
would-change-guarantor-words = words of the text on the guarantor’s own forces
would-change-named-act = what was done, and by which means
would-change-condition-evidence = evidence on a condition

# date-role
date-role-meta-published = publication date in the metadata
date-role-meta-modified = date of change in the metadata
date-role-publication-line = publication line
date-role-page-header = page header
date-role-caption = caption
date-role-url = address of the page
date-role-lead = first paragraph
date-role-body = body
date-role-agreement-age = age of the agreement

# format
format-html = web page
format-text = plain text
format-markdown = Markdown text
format-event-data = rows of a data set

# role
role-public = public reader
role-viewer = viewer
role-analyst = analyst
role-case-officer = case officer
role-head = head of component
role-administrator = administrator

# class
class-open = open
class-restricted = restricted

# status
status-unassessed = Not assessed
status-unverified = Reported – only by parties to the conflict
status-single-origin = Reported – one origin
status-corroborated = Corroborated
status-verified = Verified by the mechanism
status-contradicted = Disputed
status-refuted = Refuted by the mechanism
status-not-verifiable = Not verifiable
status-determined = Determined
status-not-established = Not established
status-not-a-violation = Not a violation
status-cannot-be-determined = Cannot be determined
status-open = open
status-answered = answered
status-not-reached = nobody reached
status-overdue = overdue
status-disputed = members say different things
status-stated = stated
status-not-stated = not stated
status-in-scope = In scope (alleged violation)
status-out-of-scope = Out of scope

# determination
determination-unanimous = Determined unanimously
determination-qualified = Determined, with reservations
determination-majority-with-dissent = Determined by majority, with dissent
determination-not-determined = Not determined

# says
says-supports = supports
says-against = speaks against
says-silent = silent

# statement
statement-seat-taken = took a seat
statement-seat-left = left a seat
statement-case-received = entered the complaint
statement-case-registered = gave the case a number
statement-case-screened = screened the case
statement-objected = objected
statement-case-withdrawn = took the complaint back
statement-case-assessed = wrote a first assessment
statement-case-opened = opened an investigation
statement-case-tasked = gave a team a task
statement-verification-begun = began to verify
statement-access-blocked = recorded that access was blocked
statement-finding-made = made a finding
statement-not-verifiable = said that it cannot be verified
statement-notice-sent = gave notice
statement-response-given = handed in an answer
statement-draft-presented = presented a draft
statement-opinion-given = gave an opinion
statement-remedy-requested = asked for remedial action
statement-remedy-followed = reported on remedial action
statement-case-settled = recorded a settlement on the ground
statement-closing-proposed = asked to close the case
statement-case-reopened = took the case up again
statement-confirmation-given = gave a confirmation

# ledger-kind
ledger-kind-bulletin = bulletin
ledger-kind-listing = entry of a list
ledger-kind-observation = observation
ledger-kind-coverage = coverage
ledger-kind-access = request for access
ledger-kind-call = call
ledger-kind-obligation-report = report of performance
ledger-kind-report = report

# kind
kind-before = due before a day
kind-once = due once
kind-recurring = recurring
kind-standing = standing
kind-condition = bound to a condition

# is
is-single-origin = on one origin
is-undated = without a known time
is-aggregate = over a stretch of time
is-open = open
is-overdue = overdue
is-disputed = disputed
is-unplaced = without a known place
is-area-only = known to an area only
is-withdrawn = taken back
is-obstructed = obstructed

# has
has-contradiction = contradiction
has-denial = denial
has-harm = harm stated
has-point = a point on the map
has-case = a case
has-copies = copies
has-listing = an entry in a list
has-reply = a reply
has-problem = a problem

# time-match
time-match-surely = surely in the time
time-match-possibly = possibly in the time
time-match-undated = without a known time

# cut
cut-markup = markup
cut-whitespace = white space
cut-navigation = navigation
cut-widget = widget
cut-comments = readers’ comments
cut-related-link = link to other articles
cut-caption = caption
cut-title = title
cut-byline = byline
cut-credit-line = credit line
cut-page-date = date of the page
cut-legal = legal notice
cut-advertisement = advertisement
cut-error-notice = error message of the page
cut-repeat = repeated text
cut-other = other

# problem
problem-unreadable = The request cannot be read
problem-sign-in = Sign in first
problem-not-allowed = Your role does not allow this
problem-not-here = There is nothing here
problem-method = Not by this method
problem-conflict = Something else stands there
problem-stale = It has changed since you read it
problem-too-large = Too large
problem-media-type = Not in this format
problem-refused = Refused by the rules
problem-say-which = Say which version you mean
problem-too-many = Too many requests
problem-broken = Something broke here
problem-busy = Busy

# step
step-receive = Receive a complaint
step-register = Give it a number
step-screen = Screen
step-assess = Write a first assessment
step-open = Open an investigation
step-task = Give a task to a team
step-verify = Begin, or go on, to verify
step-blocked = Record that access was blocked
step-find = Make a finding
step-not-verifiable = Say that it cannot be verified
step-notice = Give notice
step-respond = Hand in an answer
step-draft = Present a draft
step-opine = Give an opinion
step-remedy = Ask for remedial action
step-follow = Say how far remedial action has come
step-settle = Record a settlement on the ground
step-close = Ask to close
step-reopen = Take up again
step-withdraw = Take the complaint back
step-object = Object

# field
field-accused = Named in the complaint
field-actor = Actor
field-adverse-inference = Refused to answer, and what is concluded from it
field-affected = Affected
field-agreement = Agreement
field-answer = Answer
field-assessor = Assessor
field-attribution = Attribution
field-between = Between
field-blind = Assessed without seeing the source’s grade
field-by = By
field-claim = Claims
field-clause = Terms
field-closing = Objection to the closing
field-complainant = Complaint of
field-contrary = To the contrary
field-criterion = What the answer is about
field-dismissal = Objection to the dismissal
field-document = Documents
field-draft = Draft
field-due = Due
field-duplicate-of = Duplicate of
field-finding = Findings
field-from = From
field-ground = Ground
field-guarantor = Guarantors
field-incident = Incidents
field-interim = For the time being
field-method = Method
field-number = Number
field-obstacle = What stands in the way
field-outcome = Outcome
field-partial = In part
field-persons = Representatives behind it
field-position = Position
field-progress = How far it has come
field-publication = Objection to the publication
field-reached = Standard reached
field-remedy = Remedial action
field-reply-by = Answer until
field-result = Result
field-rung = Rung of the agreement’s ladder
field-seat = Seat
field-supersedes = Takes the place of
field-team = Team
field-test = Done when
field-text = Text
field-to = To
field-urgent = Urgent
field-id = Id
field-status = Status
field-scope = Scope
field-kind = Kind
field-adm1 = Province
field-country = Country
field-place = Place
field-precision = How exactly
field-party = Actor named
field-recorded-by = Recorded by
field-source = Outlet or agency
field-language = Language
field-about = About
field-since = Since
field-until = Until
field-time = Time
field-origins = Independent origins
field-harm = Persons harmed
field-documents = Documents
field-is = Is
field-has = Has
field-class = Access class
field-changed-since = Changed since
statement-mission-opened = opened its register
statement-agreement-adopted = adopted an agreement’s text
statement-document-captured = took a document in
statement-text-read = had a document’s text read
statement-claims-read = had claims read out of a document
statement-copies-found = found shared text
statement-compared = compared documents
statement-judged = judged whether two are the same event
statement-sealed = sealed something
statement-revealed = opened sealed fields to everybody
statement-released = handed sealed fields to somebody
statement-erased = destroyed a sealed item
statement-reaffirmed = confirmed statements in doubt
statement-bulletin-recorded = recorded a bulletin
statement-incident-listed = entered that a recorder lists it
statement-observation-recorded = recorded an observation
statement-coverage-recorded = recorded what could be seen
statement-access-recorded = recorded a request for access
statement-call-logged = logged a call
statement-obligation-reported = reported on an obligation
statement-source-graded = graded a source
statement-information-graded = graded information
statement-coded = coded a field
statement-incident-checked = recorded what its own check found
statement-incident-tested = held it against an agreement
statement-source-withdrawn = withdrew a document as a source
statement-report-issued = issued a report
