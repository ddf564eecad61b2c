//! Parts about work: method, determinations, what was not determined, obligations, remedies, corrections.
//!
//! Must not: hold a determination that did not follow from signed opinions, or drop a dissent.

use super::{Actor, Head, IncidentRef, ReportRef, Shown, StatementOf};
use schemars::JsonSchema;
use serde::Serialize;

/// Part 3.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Method {
    /// Whether it says something.
    pub head: Head,
    /// The texts that incidents are held against.
    pub texts: Vec<MethodText>,
    /// The standard of proof, per agreement: its id, and whether the text or the mechanism's default gives it.
    pub standards: Vec<[String; 3]>,
    /// The decision rule, in the same way.
    pub decision_rules: Vec<[String; 3]>,
    /// The version of the reader.
    pub reader_version: u32,
    /// The version of this report's layout and rules.
    pub report_version: u32,
    /// What was done otherwise since the last report: `reader_changed`, `agreement_added`, `first_report`; empty: nothing.
    pub changes: Vec<String>,
}

/// A text that incidents are held against.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MethodText {
    /// The agreement's title.
    pub agreement: String,
    /// The text.
    pub text: String,
    /// Who vouches for its words.
    pub authority: String,
    /// `authentic`, `leaked`, `draft`, `unknown`.
    pub status: String,
    /// Which of the parties hold it.
    pub held_by: Vec<String>,
    /// It was not checked against the instrument.
    pub to_be_confirmed: bool,
    /// SHA-256 of the agreement's file.
    pub sha256: String,
}

/// Part 7.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Determinations {
    /// Whether it says something.
    pub head: Head,
    /// One a page.
    pub cases: Vec<DecidedRow>,
}

/// Part 8.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Undetermined {
    /// Whether it says something.
    pub head: Head,
    /// One a page, with every position.
    pub cases: Vec<DecidedRow>,
}

/// A case that came to a decision, or to none.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DecidedRow {
    /// The case.
    pub case: String,
    /// The mechanism's number.
    pub number: Option<String>,
    /// Where it stands.
    pub state: String,
    /// The allegation, in the complainant's words.
    pub allegation: String,
    /// Who complained: an actor, `public`, `own_initiative`.
    pub complainant: String,
    /// Who is accused.
    pub accused: Vec<Actor>,
    /// The incidents.
    pub incidents: Vec<IncidentRef>,
    /// Terms under each text.
    pub clauses: Vec<ClauseRow>,
    /// Findings relied on.
    pub findings: Vec<FindingRow>,
    /// How many claims to the contrary were considered.
    pub contrary: u64,
    /// What was determined: `serious_violation`, …; `null`: nothing.
    pub outcome: Option<String>,
    /// `attributed`, `probably_attributed`, `not_attributed`, `several`.
    pub attribution: Option<String>,
    /// To whom.
    pub attributed_to: Vec<Actor>,
    /// How it was decided, or why not: `unanimous`, `qualified`, `majority_with_dissent`, `no_quorum`, `deadlock`, `lapsed`, …
    pub how: String,
    /// What each component said, verbatim.
    pub opinions: Vec<OpinionRow>,
    /// Answers of those accused, verbatim.
    pub responses: Vec<StatementOf>,
    /// Nobody answered within the time; that is no admission.
    pub no_response: bool,
    /// What was asked of whom.
    pub remedies: Vec<String>,
}

/// A term under a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClauseRow {
    /// The text.
    pub text: String,
    /// The term.
    pub clause: String,
    /// `yes`, `no`, `cannot_be_determined`.
    pub broken: String,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingRow {
    /// Its id.
    pub id: String,
    /// `fact`, `attribution`, `clause`, `area`, `condition`.
    pub about: String,
    /// What it says.
    pub text: String,
    /// The standard of proof that it reaches.
    pub reached: String,
    /// How many claims it relies on.
    pub claims: u64,
}

/// What a component said of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpinionRow {
    /// The constituency.
    pub constituency: String,
    /// `concur`, `concur_in_part`, `dissent`, `recuse`, `no_opinion`.
    pub position: String,
    /// Verbatim.
    pub text: String,
}

/// Part 9.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Obligations {
    /// Whether it says something.
    pub head: Head,
    /// Every obligation of the agreements.
    pub rows: Vec<ObligationRow>,
    /// Every phase, with its conditions.
    pub phases: Vec<PhaseRow>,
}

/// An obligation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ObligationRow {
    /// The agreement.
    pub agreement: String,
    /// Its id.
    pub id: String,
    /// What is to be done, in our own words.
    pub summary: String,
    /// By whom.
    pub bearers: Vec<String>,
    /// Where its clock stands: `met`, `late`, `open`, `overdue`, …
    pub state: String,
    /// Until when.
    pub due: Option<String>,
    /// Who reports what of it.
    pub reports: Vec<[String; 2]>,
    /// It was not checked against the instrument.
    pub to_be_confirmed: bool,
}

/// A phase.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PhaseRow {
    /// Its name.
    pub name: String,
    /// Agreed conditions: the condition, and `yes`, `no`, `cannot_be_determined`.
    pub agreed: Vec<[String; 2]>,
    /// Declared conditions: shown only, they hold nothing back.
    pub declared: Vec<String>,
}

/// Part 13.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Remedies {
    /// Whether it says something.
    pub head: Head,
    /// Requested, answered, verified.
    pub rows: Vec<RemedyRow>,
}

/// A remedial action.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RemedyRow {
    /// Its id.
    pub id: String,
    /// The case.
    pub case: String,
    /// Of whom.
    pub of: Actor,
    /// What is to be done.
    pub act: String,
    /// Where.
    pub place: Option<String>,
    /// Until when.
    pub due: String,
    /// How one can tell that it is done.
    pub test: String,
    /// `done`, `partly`, `refused`, `undertaken`, `overdue`, `open`.
    pub state: String,
}

/// Part 15.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Corrections {
    /// Whether it says something.
    pub head: Head,
    /// The report that this one is compared with.
    pub since: Option<ReportRef>,
    /// Incidents of its period that stand otherwise now.
    pub changes: Vec<Change>,
    /// Documents that are no longer relied on, with all that they supported.
    pub withdrawn: Vec<Withdrawn>,
    /// Cases that were taken up again.
    pub reopened: Vec<ReopenedRow>,
}

/// One thing that stands otherwise now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// The incident.
    pub incident: IncidentRef,
    /// `new`, `gone`, `act`, `place`, `time`, `status`, `origins`, `counts`.
    pub what: String,
    /// As it was reported.
    pub before: Option<String>,
    /// As it stands.
    pub after: Option<String>,
}

/// A document that is no longer relied on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Withdrawn {
    /// The document.
    pub document: Shown<String>,
    /// Who took it back, or showed it to be false.
    pub by: Shown<String>,
    /// Why, in the words of the register.
    pub why: Shown<String>,
    /// Whose register says so.
    pub recorded_by: String,
    /// How many claims rested on it.
    pub claims: u64,
    /// Incidents that it supported.
    pub incidents: Vec<Effect>,
    /// Findings that rely on it or on a claim of it.
    pub findings: Vec<String>,
    /// Cases with a determination to be looked at again.
    pub determinations: Vec<String>,
    /// Reports that were issued while it was relied on.
    pub reports: Vec<ReportRef>,
}

/// What its withdrawal does to an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Effect {
    /// The incident.
    pub incident: IncidentRef,
    /// Independent origins with it: at least, at most.
    pub origins_before: [u32; 2],
    /// Without it; `null`: nothing is left of the incident.
    pub origins_after: Option<[u32; 2]>,
    /// Status with it.
    pub status_before: String,
    /// Without it.
    pub status_after: Option<String>,
}

/// A case that was taken up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReopenedRow {
    /// The case.
    pub case: String,
    /// The mechanism's number.
    pub number: Option<String>,
    /// By whom.
    pub by: String,
    /// Why.
    pub why: String,
}
