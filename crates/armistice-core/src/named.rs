//! The stable text forms of every enumeration: what statements, JSON and documents call them.
//!
//! Must not: contain words for people; those are in the message catalogues. A text form is never changed or reused.

use crate::{
    act::{Act, ActGroup},
    claim::{ChainRole, ClaimKind, Polarity},
    count::{CountStatus, CountWhat},
    place::PlacePrecision,
    scope::Answer,
    statement::{
        Bond, Verdict,
        trust::{ErasureScope, KeyAlgorithm, KeyRole, Misbehaviour, RevocationReason},
    },
    time::{Direction, PartOfDay, Tense, TimeBasis, TimePrecision, Unit},
};

/// An enumeration whose values have stable text forms.
pub trait Named: Copy + Sized + 'static {
    /// Every value, in order.
    const ALL: &'static [Self];

    /// The stable text form.
    fn id(self) -> &'static str;

    /// Reads the stable text form.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.id() == id)
    }
}

impl Named for Act {
    const ALL: &'static [Self] = Act::ALL;

    fn id(self) -> &'static str {
        Act::id(self)
    }
}

macro_rules! named {
    ($($type:ident { $($value:ident = $id:literal),* $(,)? })*) => {$(
        impl Named for $type {
            const ALL: &'static [Self] = &[$($type::$value),*];

            fn id(self) -> &'static str {
                match self { $($type::$value => $id),* }
            }
        }
    )*};
}

named! {
    Answer { Yes = "yes", No = "no", CannotBeDetermined = "cannot_be_determined" }
    ActGroup {
        Hostile = "hostile", Territorial = "territorial", Persons = "persons", Humanitarian = "humanitarian",
        Mechanism = "mechanism", Provocative = "provocative", NonPerformance = "non_performance",
        Unspecified = "unspecified",
    }
    ClaimKind {
        Incident = "incident", Allegation = "allegation", Denial = "denial", Total = "total",
        AgreementFact = "agreement_fact", AgreementScope = "agreement_scope", Demand = "demand", Pledge = "pledge",
        Condition = "condition", Proposal = "proposal", Plan = "plan", Refusal = "refusal", Position = "position",
        Context = "context",
    }
    Polarity { Asserted = "asserted", Negated = "negated", Open = "open" }
    ChainRole {
        Outlet = "outlet", Agency = "agency", CitedOutlet = "cited_outlet", Speaker = "speaker",
        UnnamedSource = "unnamed_source", Recorder = "recorder", Document = "document", CitedGroup = "cited_group",
    }
    CountWhat {
        Killed = "killed", Injured = "injured", Casualties = "casualties", Missing = "missing", Detained = "detained",
        Abducted = "abducted", Released = "released", Displaced = "displaced", Violations = "violations",
        Strikes = "strikes", Rounds = "rounds", Explosions = "explosions", Attacks = "attacks", Vehicles = "vehicles",
        Buildings = "buildings", Settlements = "settlements", Persons = "persons", Other = "other",
    }
    CountStatus {
        Civilians = "civilians", Children = "children", Women = "women", Fighters = "fighters", Soldiers = "soldiers",
        Monitors = "monitors", All = "all", Unknown = "unknown",
    }
    PlacePrecision {
        Exact = "exact", Settlement = "settlement", Near = "near", Admin3 = "admin3", Admin2 = "admin2",
        Admin1 = "admin1", Region = "region", Country = "country", Unknown = "unknown",
    }
    TimePrecision {
        Minute = "minute", Hour = "hour", PartOfDay = "part_of_day", Day = "day", Days = "days", Week = "week",
        Month = "month", Year = "year", Period = "period", Unknown = "unknown",
    }
    TimeBasis {
        Stated = "stated", Metadata = "metadata", PublicationLine = "publication_line",
        RelativeToPublication = "relative_to_publication", RelativeToCopiedText = "relative_to_copied_text",
        YearInferred = "year_inferred", CountedFromAgreement = "counted_from_agreement", Caption = "caption", NotBeforeNewestDate = "not_before_newest_date",
        DataColumn = "data_column", Unresolved = "unresolved", NotStated = "not_stated",
    }
    Tense { Past = "past", Future = "future", Unknown = "unknown" }
    Bond { Same = "same", Perhaps = "perhaps", None = "none" }
    Verdict { Same = "same", Different = "different", Unsure = "unsure" }
    KeyRole {
        Statements = "statements", Checkpoints = "checkpoints", Witness = "witness", Recovery = "recovery",
    }
    KeyAlgorithm { Ed25519 = "ed25519", MlDsa44 = "ml_dsa_44" }
    RevocationReason { Rotated = "rotated", Lost = "lost", Compromised = "compromised", Retired = "retired" }
    ErasureScope { Fields = "fields", All = "all" }
    Misbehaviour {
        TwoStatements = "two_statements", TwoCheckpoints = "two_checkpoints", TwoOpenings = "two_openings",
    }
    Direction { Past = "past", Future = "future", Nearest = "nearest" }
    Unit { Hour = "hour", Day = "day", Week = "week", Month = "month", Year = "year" }
    PartOfDay {
        Morning = "morning", Afternoon = "afternoon", Evening = "evening", Night = "night", Overnight = "overnight",
    }
}
