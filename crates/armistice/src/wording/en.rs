//! English.
//!
//! Must not: use a word of one side, or say of what was recorded or alleged that it was done.

mod labels;

use super::Catalogue;
use labels::LABELS;

/// The words.
pub(super) const CATALOGUE: Catalogue = Catalogue { sentences: SENTENCES, labels: LABELS, nouns: NOUNS };

const NOUNS: &[(&str, [&str; 6])] = &[
    ("call", ["no calls", "1 call", "{n} calls", "{n} calls", "{n} calls", "{n} calls"]),
    ("case", ["no cases", "1 case", "{n} cases", "{n} cases", "{n} cases", "{n} cases"]),
    ("claim", ["no claims", "1 claim", "{n} claims", "{n} claims", "{n} claims", "{n} claims"]),
    ("day", ["no days", "1 day", "{n} days", "{n} days", "{n} days", "{n} days"]),
    ("document", ["no documents", "1 document", "{n} documents", "{n} documents", "{n} documents", "{n} documents"]),
    ("entry", ["no entries", "1 entry", "{n} entries", "{n} entries", "{n} entries", "{n} entries"]),
    ("incident", ["no incidents", "1 incident", "{n} incidents", "{n} incidents", "{n} incidents", "{n} incidents"]),
    ("minute", ["0 minutes", "1 minute", "{n} minutes", "{n} minutes", "{n} minutes", "{n} minutes"]),
    (
        "obligation",
        ["no obligations", "1 obligation", "{n} obligations", "{n} obligations", "{n} obligations", "{n} obligations"],
    ),
    ("place", ["no places", "1 place", "{n} places", "{n} places", "{n} places", "{n} places"]),
    ("problem", ["no problems", "1 problem", "{n} problems", "{n} problems", "{n} problems", "{n} problems"]),
    ("zone", ["no zones", "1 zone", "{n} zones", "{n} zones", "{n} zones", "{n} zones"]),
];

const SENTENCES: &[(&str, &str)] = &[
    ("title", "{mechanism}: {kind} no. {number}"),
    ("title.period", "Period: {period}, whole days in the time zone {zone}. Statements are taken in up to {cut_off}."),
    (
        "title.supersedes",
        "This report takes the place of report no. {number}, whose JSON form has the SHA-256 {digest}.",
    ),
    ("title.follows", "The last report of this edition was no. {number}, whose JSON form has the SHA-256 {digest}."),
    ("title.first", "No report of this edition was issued before."),
    ("title.objected", "{objector} objected to the publication of this period's report: {words}"),
    ("title.languages", "This report exists in these languages, drawn from the same data: {languages}."),
    (
        "title.check",
        "The registers that this report was computed from. Whoever has them at these sizes computes it again, byte for byte: {command}",
    ),
    ("foot", "{mechanism}, report no. {number}, computed from: {as_of}"),
    ("nothing", "Nothing stands here: {why}."),
    ("bullet.received", "Reported in the period: {now} ({previous}). By alleged author: {sides}."),
    (
        "bullet.in_scope",
        "In scope under at least one text, so an alleged violation to look into: {now} ({previous}). By alleged author: {sides}.",
    ),
    (
        "bullet.corroborated",
        "Corroborated by independent origins or verified by the mechanism, and not out of scope: {now} ({previous}). By alleged author: {sides}.",
    ),
    (
        "bullet.determined",
        "Determined to be a violation: {now} ({previous}). By the side that the decision attributes it to: {sides}.",
    ),
    (
        "bullet.harm",
        "With people reported killed or injured, and not out of scope: {now} ({previous}). By the side that is said to be affected: {sides}.",
    ),
    (
        "bullet.unrecorded",
        "In the list of no guarantor, among guarantors whose lists are here: {now} ({previous}). By alleged author: {sides}.",
    ),
    (
        "bullet.obligations",
        "Past their date without a report that they were performed: {now} ({previous}). By the side that must perform them: {sides}.",
    ),
    (
        "bullet.coverage",
        "Entries of the period that say that one could not see, or only in part: {now} ({previous}). By the side that is said to have caused it: {sides}.",
    ),
    (
        "method.text",
        "The mechanism receives reports and reads claims out of them, each tied to its words. Claims about one act, place and time are linked into an incident. Each incident is held against each text of the agreement; the answer is yes, no, or cannot be determined. A determination is nobody's statement: it follows from the opinions of the components under the agreement's own rule.",
    ),
    (
        "method.unit",
        "The unit of count is the incident: one complex of act, place and time. Observations (single shots, explosions, overflights) are counted apart, in a table for each unit. Cases are counted apart. Numbers of different units are never added. A range such as 4–6 means that two more incidents may lie in the period, as far as their time is known.",
    ),
    (
        "method.words",
        "Recorded by means that it stands in a list, and nothing of who did it. An alleged author is named by somebody; an attributed author is a finding of the mechanism. Unknown is said as unknown and never counted as none.",
    ),
    ("method.versions", "The texts that incidents are held against. Reader version {reader}, report version {report}."),
    ("method.change", "Change of method since the last report: {what}."),
    ("method.no_change", "Nothing of the method changed since the last report."),
    ("method.standard", "Standard of proof for a determination under “{agreement}”: {standard} ({source})."),
    ("method.rule", "Decision rule under “{agreement}”: {rule} ({source})."),
    (
        "coverage.recorder_absent",
        "No list of {recorder} for the period is here. That is not a list with nothing in it.",
    ),
    ("coverage.language", "Claims are not read in the language {language}: {number}."),
    ("coverage.language_unknown", "Language not known: {number}."),
    ("coverage.problems", "Parts of the record that could not be read or folded: {number}."),
    (
        "coverage.unknown",
        "Nothing is entered of what could be seen in the period. A figure of zero in this report says only that nothing was reported.",
    ),
    ("coverage.caption", "Entries of what could be seen and what not, {period}"),
    ("funnel.caption", "From received to determined, {period}; incidents and cases are two units"),
    (
        "funnel.note",
        "The number that was determined does not reflect what happened. It says what could be established and decided.",
    ),
    ("funnel.share", "Of the cases of the period, {share} have no determination."),
    ("funnel.no_cases", "There is no case of the period, so there is no share without a determination to give."),
    ("irregular.caption", "Steps in cases that the rules do not allow, {period}: kept, and without effect"),
    ("texts.caption", "Incidents under each text of each agreement, {period}"),
    (
        "texts.note",
        "An incident stands once under each text. Figures of two texts or of two agreements are never added.",
    ),
    (
        "stretches.caption",
        "As many days before and after the agreement took effect, in the period before, and in the period",
    ),
    (
        "stretches.note",
        "Incidents whose whole time lies in the stretch; what may lie in it is counted apart. Before an agreement nothing is in its scope, so what was received is compared. The figures are of what was reported, and depend on who could look and who reports.",
    ),
    ("breakdown.caption", "Incidents not out of scope, by {by}, {period}"),
    (
        "breakdown.note",
        "An incident can stand in several rows. Rows are in the order of their names. The baseline is of all that was reported in as many days before the agreement took effect. The figures are of what was reported, and depend on who could look and who reports.",
    ),
    (
        "days.caption",
        "Incidents not out of scope per day, {period}. Not placed on a day: {not_placed}. Entries of gaps in what could be seen: {gaps}.",
    ),
    ("days.alternative", "Incidents placed on each day: {list}"),
    (
        "map.caption",
        "Places of incidents that the words name as a point, {period}. Known to a wider area only, and listed beside the map: {beside}. Entries of gaps in what could be seen: {gaps}.",
    ),
    ("map.alternative", "A map with {places} and {zones}. Dashed borders are indicative."),
    ("aggregates", "Rows of data sets that cover a longer stretch of time, and count in no figure: {number}."),
    ("observations.caption", "Observations of the unit: {unit}, {period}"),
    (
        "observations.note",
        "What was heard and what was seen may be the same. This table is of one unit and is added to no other.",
    ),
    (
        "recorders.caption",
        "What each recorder does with the incidents that stand in any list, {period}; unit: incidents",
    ),
    (
        "recorders.note",
        "A recorder is the author of nothing by what it recorded. Silent means that nothing of it is here about the incident.",
    ),
    ("recorders.pair", "Of what {of} recorded in its bulletins, {by} confirms {share}."),
    ("bulletins.caption", "Bulletins with their own windows within {period}; each in its own unit"),
    (
        "bulletins.note",
        "Figures as their publishers gave them, not verified, and never added to the figures of this report. The same figure need not mean the same incidents.",
    ),
    ("bulletins.confirms", "In a bulletin, {by} says how many of those recorded by {of} it confirms: {share}."),
    ("recorders.by_no_guarantor", "In the list of no guarantor, among guarantors whose lists are here: {number}."),
    ("case.determined", "Determined: {outcome} ({how})."),
    ("case.attributed", "Attribution, as a finding: {grade}, {to}."),
    ("case.not_attributed", "The decision attributes it to nobody."),
    ("case.not_determined", "Not determined: {how}. The positions stand below."),
    ("case.pending", "Pending: {state}."),
    ("case.allegation", "Complaint of {complainant} against {accused}: {words}"),
    ("case.no_response", "No answer of {accused} came within the time. That is no admission."),
    ("case.response", "Answer of {by}"),
    ("case.position", "{constituency}: {position}"),
    ("case.finding", "Finding of {about}, reaching the standard “{reached}”: {words}"),
    ("case.contrary", "To the contrary, and considered: {number}."),
    ("case.clause", "Term {clause} under the text {text}: broken? {broken}."),
    (
        "obligations.note",
        "An obligation that is not performed by its date is a matter of its own, without any incident. Demands, undertakings and declared conditions are none.",
    ),
    ("obligations.caption", "Obligations and their clocks as of {cut_off}"),
    ("humanitarian.note", "Counts only. Nobody is named, and figures of several incidents are not added."),
    (
        "humanitarian.caption",
        "Incidents about aid, sieges, utilities, detainees and displacement, {period}; unit: incidents",
    ),
    ("figures.caption", "Figures of persons, each with its incident, {period}"),
    (
        "casualties.caption",
        "Persons reported killed or injured, each figure with its incident, {period}; lowest and highest figure",
    ),
    (
        "casualties.note",
        "Figures of several incidents are not added: the same persons may stand in several reports. Persons of unknown status are added neither to civilians nor to fighters.",
    ),
    ("access.caption", "Requests for access, {period}; unit: requests"),
    (
        "access.hindered",
        "Of the requests whose outcome is known, {share} were refused, delayed, tied to conditions or not answered.",
    ),
    ("incident.line", "{act}, {place}, {time} (reported)"),
    ("remedies.caption", "What was asked of whom, and how far it has come, as of {cut_off}"),
    ("calls.caption", "Calls, {period}; unit: calls"),
    ("calls.results", "Calls by what they came to: {results}."),
    (
        "calls.median",
        "Minutes until an answer, the middle of {timed} whose times are known: {minutes}. Not answered: {unanswered}.",
    ),
    ("calls.no_median", "No answered call has both times, so no response time is given."),
    ("corrections.since", "Compared with report no. {number}, whose JSON form has the SHA-256 {digest}."),
    ("corrections.none", "No report of this edition was issued before, so there is nothing to compare with."),
    ("corrections.caption", "Incidents of the last report's period that stand otherwise now"),
    (
        "corrections.withdrawn",
        "{recorder} recorded that a document is no longer relied on. Withdrawn by: {by}. Claims that rested on it: {claims}. Reason: {words}",
    ),
    ("corrections.findings", "Findings that rely on it: {list}."),
    ("corrections.determinations", "Determinations to be looked at again: {list}."),
    ("corrections.reports", "Reports that were issued while it was relied on, by number: {list}."),
    (
        "corrections.effects",
        "What the withdrawal does to incidents; unit of the second and third column: independent origins",
    ),
    ("corrections.reopened", "Case {case} was taken up again. Recorded by {by}: {words}"),
    ("annex.incidents", "Incidents, {period}; one row each. Entries of gaps in what could be seen: {gaps}"),
    (
        "annex.note",
        "Alleged authors and affected parties are as claims name them. Recorded by: who has it in a list. Words in quotation marks are those of documents.",
    ),
    ("recorded_by", "recorded by {recorder}"),
    ("annex.treatment", "How the cases of each side were handled, of those received in the period {period}"),
    (
        "annex.treatment_note",
        "Counts and times, no more: sides differ in what they are accused of, and few cases say little. Times in hours: shortest, middle, longest, and of how many. A missing reply is no admission.",
    ),
    ("annex.machine", "The same report as a file for programs: JSON, CSV (the table of incidents) and GeoJSON."),
];
