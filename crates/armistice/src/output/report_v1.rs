//! `armistice report --format json`, version 1. The schema is `docs/report.schema.json`, generated from these types.
//!
//! Must not: hold a word of one language outside `text`, a sum across units, or anything of a source that the record seals.
//! `null` means unknown; it never means zero or none. A field that an edition does not hold is absent there.

mod annexes;
mod figures;
mod work;

pub use annexes::{
    Annexes, Applied, GlossaryEntry, IncidentRow, Length, RecordedClaim, Standing, StatementOf, TreatmentRow, ZoneRow,
};
pub use figures::{
    AccessRow, Breakdown, BreakdownRow, Bullet, BulletinConfirmation, BulletinRow, CallRow, Casualties, CasualtyRow,
    CellRow, Concordance, Coverage, CoverageRow, Day, HindranceRow, Humanitarian, HumanitarianRow, IrregularRow,
    Limitation, ObservationRow, Obstruction, Prevention, RateRow, RecorderRow, Series, Share, SideTally, Status, Step,
    Stretch, Summary, TextRow, TotalRow,
};
pub use work::{
    Change, ClauseRow, Corrections, DecidedRow, Determinations, Effect, FindingRow, Method, MethodText, ObligationRow,
    Obligations, OpinionRow, PhaseRow, Remedies, RemedyRow, ReopenedRow, Undetermined, Withdrawn,
};

use super::brief_v1::RegisterAsOf;
use schemars::JsonSchema;
use serde::Serialize;

/// A report. The pages in every language are drawn from this and from nothing else.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Report {
    /// The version of this layout.
    pub version: u32,
    /// `internal` or `public`.
    pub edition: String,
    /// `daily`, `weekly`, `period`, `closing`.
    pub kind: String,
    /// Part 1.
    pub title: Title,
    /// Part 2.
    pub summary: Summary,
    /// Part 3.
    pub method: Method,
    /// Part 4.
    pub coverage: Coverage,
    /// Part 5.
    pub status: Status,
    /// Part 6.
    pub concordance: Concordance,
    /// Part 7.
    pub determinations: Determinations,
    /// Part 8.
    pub undetermined: Undetermined,
    /// Part 9.
    pub obligations: Obligations,
    /// Part 10.
    pub humanitarian: Humanitarian,
    /// Part 11.
    pub casualties: Casualties,
    /// Part 12.
    pub obstruction: Obstruction,
    /// Part 13.
    pub remedies: Remedies,
    /// Part 14.
    pub prevention: Prevention,
    /// Part 15.
    pub corrections: Corrections,
    /// Part 16.
    pub annexes: Annexes,
}

/// Part 1: which report this is, and how to check it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Title {
    /// The mechanism: the mission's title.
    pub mechanism: String,
    /// The mission's id.
    pub mission: String,
    /// The agreements.
    pub agreements: Vec<String>,
    /// Its number in the series of its edition.
    pub number: u32,
    /// The period.
    pub period: Period,
    /// The languages that it can be drawn in (BCP 47).
    pub languages: Vec<String>,
    /// The issued report that it takes the place of.
    pub supersedes: Option<ReportRef>,
    /// The last report of this edition that was issued before.
    pub follows: Option<ReportRef>,
    /// Handling: `internal` or `public`.
    pub handling: String,
    /// A constituency objected to the publication of an edition of this period: who, in their words why.
    pub objections: Vec<StatementOf>,
    /// The registers that it was computed from. Whoever has them at these sizes computes the same report, byte for byte.
    pub as_of: Vec<RegisterAsOf>,
    /// The command that computes it again.
    pub check: String,
}

/// Whole days in a time zone, and until when statements were taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Period {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// IANA time zone.
    pub zone: String,
    /// Statements that their authors date later than this are not in the report.
    pub cut_off: String,
}

/// A report that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportRef {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// SHA-256 of its JSON form.
    pub digest: String,
}

/// Whether a part says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Head {
    /// 1 to 16.
    pub part: u8,
    /// Why it says nothing: `nothing_received`, `none_in_period`, `not_observed`, `not_kept`, `not_in_this_kind`. `null`
    /// when it says something.
    pub nothing: Option<String>,
}

/// How many things lie in the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tally {
    /// Their whole time lies in it.
    pub certain: u64,
    /// Their time may lie in it, as far as it is known.
    pub uncertain: u64,
}

/// A bounded number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Bounds {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
}

/// An actor by the agreement's neutral name; or the words of a document, where the agreement knows none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Actor {
    /// The neutral name.
    pub name: Option<String>,
    /// Words of a document, verbatim.
    pub words: Option<String>,
}

/// A side of the agreement, or what is left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Side {
    /// `party`, `others`, `not_said`.
    pub kind: String,
    /// The party's neutral name.
    pub party: Option<String>,
}

/// A place, as finely as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceRef {
    /// The gazetteer's name.
    pub name: Option<String>,
    /// A document's words, where the gazetteer has no name.
    pub words: Option<String>,
    /// `exact`, `settlement`, `near`, `admin3`, `admin2`, `admin1`, `region`, `country`, `unknown`.
    pub precision: String,
    /// First-order division.
    pub division: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Micro-degrees north, only where the words name a point.
    pub lat: Option<i32>,
    /// Micro-degrees east.
    pub lon: Option<i32>,
}

/// An interval of time with inclusive ends; `null` ends are open or unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimeRef {
    /// Not before.
    pub from: Option<String>,
    /// Not after.
    pub to: Option<String>,
    /// How fine.
    pub precision: String,
}

/// A value, or that this edition does not show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Shown<T> {
    /// The value.
    Value(T),
    /// Not shown, with the class of the reason.
    Redacted {
        /// `source_protection`, `observer_safety`, `operational`, `personal_data`.
        redacted: String,
    },
}

impl<T> Shown<T> {
    /// The value, where it is shown.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Shown::Value(v) => Some(v),
            Shown::Redacted { .. } => None,
        }
    }
}

/// An incident, as short as it can be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IncidentRef {
    /// Its id.
    pub id: String,
    /// The act.
    pub act: Option<String>,
    /// Where.
    pub place: Option<PlaceRef>,
    /// When.
    pub time: Option<TimeRef>,
}
