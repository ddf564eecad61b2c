//! Parts that count: summary, coverage, status, concordance, humanitarian, casualties, obstruction, prevention.
//!
//! Must not: add numbers of different units, or leave a side out of a row.

use super::{Actor, Bounds, Head, IncidentRef, Shown, Side, Tally, TimeRef};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Part 2.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Summary {
    /// Whether it says something.
    pub head: Head,
    /// Five to eight.
    pub bullets: Vec<Bullet>,
}

/// One bullet: a figure with every side's part of it, and the figure of the period before.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Bullet {
    /// `received`, `in_scope`, `corroborated`, `determined`, `harm`, `unrecorded`, `obligations`, `coverage`.
    pub key: String,
    /// In the period.
    pub now: Tally,
    /// In the period before, as the record has it now; absent where it cannot be compared.
    pub previous: Option<Tally>,
    /// Every party, then others, then not said. Rows can overlap, so they need not give the figure.
    pub sides: Vec<SideTally>,
    /// The bullet in each language.
    pub text: BTreeMap<String, String>,
}

/// A side's part of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideTally {
    /// Whose.
    pub side: Side,
    /// How many.
    pub tally: Tally,
}

/// Part 4.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Coverage {
    /// Whether it says something.
    pub head: Head,
    /// What could be seen and what not, in the period.
    pub rows: Vec<CoverageRow>,
    /// Guarantors and parties of which no list of the period is here.
    pub recorders_absent: Vec<String>,
    /// Languages of documents that no reader here reads, with their number.
    pub languages: BTreeMap<String, u64>,
    /// Documents of which the language is not known.
    pub language_unknown: u64,
    /// How much of the record could not be folded or read.
    pub problems: u64,
    /// Steps in cases that the rules do not allow: kept, and without effect.
    pub irregular: Vec<IrregularRow>,
    /// The problems in words (internal edition).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limitations: Option<Vec<Limitation>>,
}

/// Something that is not in the record as it should be.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Limitation {
    /// On which thing.
    pub thing: String,
    /// What.
    pub what: String,
}

/// A step in a case that is not allowed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IrregularRow {
    /// The case, by number or id; `null` when it is about none.
    pub case: Option<String>,
    /// The kind of the statement.
    pub kind: String,
    /// Whose register it stands in.
    pub recorded_by: String,
    /// Where it stands there.
    pub index: u64,
    /// The number of the rule (docs/casework.md).
    pub code: u16,
    /// Why it is not allowed, in English.
    pub why: String,
}

/// Where, when and with what means one could see, or could not.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CoverageRow {
    /// Whose register says so.
    pub recorded_by: String,
    /// Division, zone or place.
    pub area: Shown<String>,
    /// When.
    pub time: TimeRef,
    /// By what means.
    pub means: String,
    /// `observed`, `limited`, `not_observed`.
    pub watch: String,
    /// Why not.
    pub hindrance: Option<String>,
    /// Who is said to have caused it.
    pub by: Vec<Actor>,
    /// Cameras, posts, patrols.
    pub units: Shown<Option<u32>>,
    /// Hours of observation.
    pub hours: Option<u32>,
}

/// Part 5.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Status {
    /// Whether it says something.
    pub head: Head,
    /// From received to pending.
    pub funnel: Vec<Step>,
    /// Of the cases in the period, those without a determination.
    pub undetermined: Share,
    /// The incidents under each text of each agreement. Texts are never added: an incident stands once under each.
    pub texts: Vec<TextRow>,
    /// By act, division or zone, alleged author, affected party.
    pub tables: Vec<Breakdown>,
    /// Incidents day by day.
    pub series: Series,
    /// Observations, a table per unit.
    pub observations: Vec<ObservationRow>,
    /// Rows of data sets that cover a stretch of time. They count in no day and in no other figure.
    pub aggregates: u64,
}

/// One step of the funnel.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Step {
    /// `received`, `in_scope`, `scope_open`, `out_of_scope`, `corroborated`, `cases`, `determined_serious`,
    /// `determined_minor`, `determined_no_violation`, `determined_not_an_incident`, `not_determined`, `pending`, `dismissed`,
    /// `withdrawn`, `settled`.
    pub step: String,
    /// `incidents` or `cases`: they are never added.
    pub unit: String,
    /// How many.
    pub tally: Tally,
    /// In the period before.
    pub previous: Option<Tally>,
}

/// How many incidents stand so under one text of an agreement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TextRow {
    /// The agreement's id.
    pub agreement: String,
    /// The text version.
    pub text: String,
    /// `in_scope`, `cannot_be_determined`, `out_of_scope`.
    pub scope: String,
    /// In the period.
    pub now: Tally,
    /// In the period before.
    pub previous: Option<Tally>,
}

/// A part of a whole, as two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// So many.
    pub part: u64,
    /// Of so many.
    pub of: u64,
}

/// A table of incidents by something.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Breakdown {
    /// `act`, `place`, `alleged_author`, `affected`.
    pub by: String,
    /// Its rows.
    pub rows: Vec<BreakdownRow>,
}

/// A row of such a table. An incident can stand in several rows.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BreakdownRow {
    /// An act's id, a division's or zone's name, a party's name; `null` is not said.
    pub key: Option<String>,
    /// With `place`: `division`, `zone`, `country`.
    pub kind: Option<String>,
    /// In the period.
    pub now: Tally,
    /// In the period before.
    pub previous: Option<Tally>,
    /// In as many days before the agreement took effect.
    pub baseline: Option<Tally>,
}

/// Incidents per day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Series {
    /// Every day of the period.
    pub days: Vec<Day>,
    /// Incidents in the period whose day is not known.
    pub not_placed: u64,
    /// Stretches to compare: before the agreement took effect, from then on, the period before, the period.
    pub stretches: Vec<Stretch>,
    /// The change from `baseline` to `first`, in thousandths of the number before. `null`: there is none to compare with.
    pub change_permille: Option<i64>,
}

/// The incidents of as many days as the period has.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Stretch {
    /// `baseline` (right before the agreement took effect), `first` (from then on), `previous`, `now`.
    pub stretch: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// All that was reported and lies wholly in it: before an agreement nothing is in its scope.
    pub received: u64,
    /// Of these, not out of scope under every text.
    pub in_question: u64,
    /// What may lie in it, and is not counted.
    pub not_placed: u64,
    /// Whether anything is recorded of what could be seen in it.
    pub coverage_known: bool,
}

/// One day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Day {
    /// The day.
    pub day: String,
    /// Incidents placed on it. With gaps in what could be seen this is no count of what happened.
    pub incidents: u64,
    /// Entries that say that one could not see, or only in part.
    pub unseen: u64,
    /// Whether anything is recorded of what could be seen that day.
    pub coverage_known: bool,
}

/// Observations of one unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ObservationRow {
    /// What is counted.
    pub what: String,
    /// By what means.
    pub means: String,
    /// Entries.
    pub entries: u64,
    /// How many, over all entries; an end is `null` when one entry does not say.
    pub number: Bounds,
    /// Assessed as something permitted, such as a notified exercise.
    pub assessed_as: Option<String>,
}

/// Part 6.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Concordance {
    /// Whether it says something.
    pub head: Head,
    /// What each recorder did with the incidents of the period.
    pub recorders: Vec<RecorderRow>,
    /// What one recorder confirms of the bulletins of another one, in both directions.
    pub rates: Vec<RateRow>,
    /// Two bulletins of one window, unit and standing, place by place. The same figure need not be the same incidents.
    pub cells: Vec<CellRow>,
    /// Stated totals of one recorder, publisher, unit and standing.
    pub totals: Vec<TotalRow>,
    /// Incidents that somebody recorded, and no guarantor.
    pub by_no_guarantor: Vec<IncidentRef>,
    /// Bulletins of the period, as their publishers gave them. Not verified, and never added to anything.
    pub bulletins: Vec<BulletinRow>,
}

/// What one recorder did with the incidents of the period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RecorderRow {
    /// The recorder. It is the author of nothing by that.
    pub recorder: String,
    /// Whether it is a guarantor.
    pub guarantor: bool,
    /// In its own list.
    pub listed: u64,
    /// It confirms them.
    pub confirmed: u64,
    /// It says that they were not so.
    pub rejected: u64,
    /// It does not address them.
    pub not_addressed: u64,
    /// Nothing of it is here about them.
    pub silent: u64,
}

/// What one recorder confirms of another one's bulletins.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RateRow {
    /// Whose list.
    pub of: String,
    /// Who confirms.
    pub by: String,
    /// What they count.
    pub unit: String,
    /// How many, of how many.
    pub confirmed: Share,
    /// Recorded in lists about which the other says nothing.
    pub silent: u64,
}

/// Two bulletins at one place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CellRow {
    /// The one recorder.
    pub a: String,
    /// The other.
    pub b: String,
    /// Their window.
    pub window: TimeRef,
    /// What they count.
    pub unit: String,
    /// The place, in their words.
    pub place: String,
    /// The one's figure; `null` is not stated.
    pub figure_a: Option<u64>,
    /// The other's.
    pub figure_b: Option<u64>,
    /// `matched`, `only_a`, `only_b`, `disagree`, `not_stated`.
    pub state: String,
}

/// Stated totals of one recorder.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TotalRow {
    /// Who recorded.
    pub recorder: String,
    /// Who published it.
    pub publisher: String,
    /// The unit.
    pub unit: String,
    /// How the counts were come by.
    pub standing: String,
    /// Their sum; `null` where two windows share time.
    pub sum: Option<u64>,
    /// How many lists.
    pub lists: u64,
    /// How many of them state no total, or are disputed.
    pub not_stated: u64,
}

/// A bulletin.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BulletinRow {
    /// Who recorded.
    pub recorder: String,
    /// Who published it.
    pub publisher: String,
    /// Its own window, which need not be that of the report.
    pub window: TimeRef,
    /// The unit.
    pub unit: String,
    /// How the count was come by.
    pub standing: String,
    /// The sum that it states; `null` when it states none.
    pub total: Option<u64>,
    /// Whether its rows give that sum; `null` when it cannot be told.
    pub adds_up: Option<bool>,
    /// It was entered differently by different members: no figure of it is used.
    pub disputed: bool,
    /// What it says of the lists of others.
    pub confirmations: Vec<BulletinConfirmation>,
}

/// What a bulletin says of another one's list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BulletinConfirmation {
    /// Whose list.
    pub of: String,
    /// How many it confirmed.
    pub confirmed: Option<u64>,
    /// Of how many.
    pub out_of: Option<u64>,
}

/// Part 10.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Humanitarian {
    /// Whether it says something.
    pub head: Head,
    /// Incidents about aid, sieges, detainees and utilities, by act.
    pub incidents: Vec<BreakdownRow>,
    /// Figures that were reported, each with its incident; counts only.
    pub figures: Vec<HumanitarianRow>,
    /// Access that was asked for, for aid, evacuation or repairs.
    pub access: Vec<AccessRow>,
}

/// A figure about persons or goods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HumanitarianRow {
    /// The incident.
    pub incident: IncidentRef,
    /// `detained`, `abducted`, `released`, `missing`, `displaced`.
    pub what: String,
    /// Of whom.
    pub status: String,
    /// How many.
    pub number: Bounds,
}

/// A request for access.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AccessRow {
    /// The request.
    pub id: String,
    /// What for, in the words of who asked.
    pub purpose: Shown<String>,
    /// For whom: `monitors`, `aid`, `other`. Absent: not said.
    pub asked_for: Option<String>,
    /// Where.
    pub area: Shown<String>,
    /// When.
    pub time: TimeRef,
    /// Of whom it was asked.
    pub of: Vec<Actor>,
    /// `granted`, `denied`, `delayed`, `conditional`, `no_answer`, `open`, `disputed`.
    pub outcome: String,
    /// Who decided it.
    pub by: Vec<Actor>,
    /// Whose register says so.
    pub recorded_by: String,
    /// The case that it hinders.
    pub case: Option<String>,
}

/// Part 11.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Casualties {
    /// Whether it says something.
    pub head: Head,
    /// Each figure with its incident. Figures of several incidents are not added, nor one status to another.
    pub rows: Vec<CasualtyRow>,
}

/// A range of one status in one incident.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CasualtyRow {
    /// The incident.
    pub incident: IncidentRef,
    /// `killed`, `injured`, `casualties`.
    pub what: String,
    /// `civilians`, `children`, `women`, `fighters`, `soldiers`, `monitors`, `all`, `unknown`.
    pub status: String,
    /// The lowest and the highest figure that is reported.
    pub number: Bounds,
    /// How many independent origins the incident rests on.
    pub origins: Bounds,
    /// The status of the fact.
    pub fact: String,
}

/// Part 12.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Obstruction {
    /// Whether it says something.
    pub head: Head,
    /// Access of the mechanism that was asked for.
    pub access: Vec<AccessRow>,
    /// Reported obstruction, attacks on monitors, interference with sensors.
    pub incidents: Vec<IncidentRef>,
    /// Jamming, and other acts that the ledger of what could be seen names as such.
    pub hindrances: Vec<HindranceRow>,
    /// Access that was blocked in a case.
    pub blocked: Vec<HindranceRow>,
    /// Requests that were refused, delayed or tied to conditions, of all whose outcome is known.
    pub hindered: Share,
}

/// Something that hindered the mechanism.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HindranceRow {
    /// What: the id of an outcome or of a hindrance.
    pub what: String,
    /// Where.
    pub area: Shown<String>,
    /// When.
    pub time: TimeRef,
    /// Who is said to have caused it.
    pub by: Vec<Actor>,
    /// Whose register says so.
    pub recorded_by: String,
    /// The case that it hinders.
    pub case: Option<String>,
}

/// Part 14.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Prevention {
    /// Whether it says something.
    pub head: Head,
    /// Calls of the period.
    pub calls: Vec<CallRow>,
    /// Calls by what they came to.
    pub results: BTreeMap<String, u64>,
    /// The middle of the minutes until an answer, over the answered calls whose times are known.
    pub median_minutes: Option<Bounds>,
    /// Over how many calls.
    pub timed: u64,
    /// Calls that were not answered.
    pub unanswered: u64,
}

/// A call over a hotline.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CallRow {
    /// The call.
    pub id: String,
    /// Who called.
    pub from: Actor,
    /// Who was called.
    pub to: Actor,
    /// When.
    pub time: TimeRef,
    /// What was asked (internal edition).
    pub text: Shown<String>,
    /// What it came to: `de_escalated`, …, or `open`, `overdue`, `disputed`.
    pub result: String,
    /// Minutes until the answer, between bounds, where both times are known.
    pub minutes: Option<Bounds>,
    /// The incident that it is about.
    pub incident: Option<IncidentRef>,
}
