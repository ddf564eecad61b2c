//! Part 16: the table of incidents, statements verbatim, the glossary.
//!
//! Must not: show in a public edition where a source or an observer is.

use super::{Actor, Bounds, Head, PlaceRef, Share, TimeRef};
use crate::output::brief_v1::Count;
use schemars::JsonSchema;
use serde::Serialize;

/// Part 16.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Annexes {
    /// Whether it says something.
    pub head: Head,
    /// The incidents of the period, one a row.
    pub incidents: Vec<IncidentRow>,
    /// The zones of the agreements, with their borders where a border is known.
    pub zones: Vec<ZoneRow>,
    /// Responses of parties, verbatim.
    pub responses: Vec<StatementOf>,
    /// Dissents and reservations, verbatim.
    pub dissent: Vec<StatementOf>,
    /// How the cases of each side were handled, of the cases that were received in the period: counts, and no inference.
    pub treatment: Vec<TreatmentRow>,
    /// The words of this report.
    pub glossary: Vec<GlossaryEntry>,
}

/// How the cases of a side were handled.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TreatmentRow {
    /// The side's neutral name.
    pub side: String,
    /// Cases in which it, or somebody of it, is accused.
    pub accused: u64,
    /// Of these, dismissed at screening.
    pub dismissed: Share,
    /// Notices that were sent to it.
    pub notices: u64,
    /// The time that it was given to answer.
    pub to_reply: Length,
    /// Answers that were heard, of all that were told.
    pub heard: Share,
    /// Of the answers that were heard, those that came late.
    pub late: Share,
    /// The time is over, and there is no answer. That is no admission.
    pub lapsed: Share,
    /// Reviews that came to no determination.
    pub undetermined: Share,
    /// Standards of proof of the reviews that ended, with how many.
    pub standards: Vec<Applied>,
    /// Higher standards for naming that were asked for in determinations, with how many.
    pub naming: Vec<Applied>,
    /// How well it was shown who did it, in the reviews that ended.
    pub attribution: Vec<Applied>,
    /// From receipt to the first determination.
    pub to_determination: Length,
    /// Access that it is recorded to have hindered, by outcome.
    pub access: Vec<Applied>,
    /// Complaints of this side.
    pub complaints: u64,
    /// Of these, dismissed at screening.
    pub complaints_dismissed: Share,
}

/// Lengths of time in seconds.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Length {
    /// How many.
    pub n: u64,
    /// The shortest.
    pub least: Option<i64>,
    /// The middle one.
    pub middle: Option<i64>,
    /// The longest.
    pub most: Option<i64>,
}

/// A word of a list, and how often.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Applied {
    /// The word.
    pub word: String,
    /// How often.
    pub n: u64,
}

/// One incident.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IncidentRow {
    /// Its id.
    pub id: String,
    /// Where.
    pub place: Option<PlaceRef>,
    /// The act.
    pub act: Option<String>,
    /// When.
    pub time: Option<TimeRef>,
    /// `certain` or `uncertain`: whether its whole time lies in the period.
    pub in_period: String,
    /// It covers a stretch of time and counts in no figure.
    pub aggregate: bool,
    /// Who has it in a list. A recorder is the author of nothing.
    pub recorders: Vec<String>,
    /// Who is alleged to have done it.
    pub alleged_authors: Vec<Actor>,
    /// Who or what is said to be affected.
    pub affected: Vec<Actor>,
    /// Figures, per unit and status.
    pub counts: Vec<Count>,
    /// Independent origins.
    pub origins: Bounds,
    /// Status of the fact.
    pub status: String,
    /// How many claims deny it.
    pub denials: u64,
    /// How it stands under each text.
    pub standing: Vec<Standing>,
    /// Cases about it.
    pub cases: Vec<String>,
    /// The words that it rests on (internal edition).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<Vec<RecordedClaim>>,
    /// What its claims disagree on (internal edition).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disagreements: Option<Vec<String>>,
}

/// A zone of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ZoneRow {
    /// Its id in the agreement's file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `exact`, `indicative`, `none`: what is known of its border.
    pub geometry: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// First-order divisions that it touches.
    pub divisions: Vec<String>,
    /// Its border in micro-degrees, latitude then longitude; not closed by repetition. Empty: no border is known.
    pub ring: Vec<[i32; 2]>,
}

/// How an incident stands under a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standing {
    /// The text.
    pub text: String,
    /// `in_scope`, `out_of_scope`, `cannot_be_determined`.
    pub scope: String,
    /// Terms at issue.
    pub clauses: Vec<String>,
    /// Exceptions not ruled out.
    pub open_exceptions: Vec<String>,
    /// Questions that put it outside, or that are open.
    pub because: Vec<String>,
}

/// A claim, with the document that makes it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RecordedClaim {
    /// Its id.
    pub id: String,
    /// The document.
    pub document: String,
    /// The words.
    pub quote: String,
    /// Their language.
    pub language: Option<String>,
}

/// Words of somebody, verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatementOf {
    /// Who says it.
    pub by: String,
    /// The words.
    pub text: String,
    /// The case, if it is about one.
    pub case: Option<String>,
}

/// A word of this report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GlossaryEntry {
    /// The word's key.
    pub key: String,
}
