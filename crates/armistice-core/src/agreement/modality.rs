//! How compliance is observed and decided: the organs, and each modality with its source.
//!
//! Must not: hide that a value is a default.

use super::Marks;
use super::name::{ActorId, InstrumentId, OrganId};
use super::words::{DecisionRule, Known, ModalitySource, OnExpiry, RecusalRule, Standard};

/// A body of the mechanism.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organ {
    pub id: OrganId,
    pub name: String,
    pub members: Vec<ActorId>,
    pub advisers: Vec<ActorId>,
    pub from: Option<InstrumentId>,
    pub marks: Marks,
}

/// One modality: its value, and whether the agreement or the mechanism's default gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modality<T> {
    pub value: T,
    pub source: ModalitySource,
    pub marks: Marks,
}

/// Who must take part in a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Constituencies.
    pub of: Vec<ActorId>,
    /// Members from each.
    pub per_member: u32,
    /// Where the groups differ in number, or a group has several actors: each must be present as it says. Empty: `of` and
    /// `per_member` say all.
    pub constituencies: Vec<Constituency>,
    /// The same for urgent decisions. Empty: no other rule for them is known.
    pub emergency: Vec<Constituency>,
}

/// A group within a joint body whose presence is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constituency {
    /// Its own name, or the id of the actor that it is.
    pub id: ActorId,
    /// Who belongs to it.
    pub actors: Vec<ActorId>,
    /// How many of its representatives must be present.
    pub present: u32,
}

/// How long each step of a case may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// From registration to screening.
    pub screening_hours: u32,
    /// To the preliminary assessment.
    pub assessment_hours: u32,
    /// To the tasking of a team.
    pub tasking_hours: u32,
    /// To the team's report.
    pub report_days: u32,
    /// For the opinions of the constituencies.
    pub opinions_days: u32,
    /// For objections to a dismissal at screening.
    pub objection_days: u32,
    /// From determination to publication.
    pub publication_hours: u32,
    /// When remedial action is looked at again, in days after it was asked for.
    pub follow_up_days: Vec<u32>,
}

impl Clocks {
    /// The keys of the file, in order.
    pub const KEYS: [&'static str; 8] = [
        "screening_hours",
        "assessment_hours",
        "tasking_hours",
        "report_days",
        "opinions_days",
        "objection_days",
        "publication_hours",
        "follow_up_days",
    ];
}

impl Default for Clocks {
    /// The mechanism's defaults (domain reference, 2.5). Where they apply they are marked so.
    fn default() -> Self {
        Self {
            screening_hours: 24,
            assessment_hours: 72,
            tasking_hours: 72,
            report_days: 21,
            opinions_days: 7,
            objection_days: 7,
            publication_hours: 48,
            follow_up_days: vec![7, 30],
        }
    }
}

/// How long the accused has to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RightOfReply {
    pub days: u32,
    pub urgent_hours: Option<u32>,
}

/// What silence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SilenceProcedure {
    pub days: u32,
    pub on_expiry: OnExpiry,
}

/// How compliance is observed and decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modalities {
    pub organs: Vec<Organ>,
    pub complaints: Modality<Vec<String>>,
    /// For a determination.
    pub standard_of_proof: Modality<Standard>,
    /// For urgent preventive action.
    pub urgent_standard: Modality<Standard>,
    /// For naming somebody, or proposing sanctions.
    pub naming_standard: Modality<Standard>,
    pub decision_rule: Modality<DecisionRule>,
    pub quorum: Modality<Quorum>,
    /// What becomes of the opinion of a guarantor whose own side is accused.
    pub recusal: Modality<RecusalRule>,
    pub right_of_reply: Modality<RightOfReply>,
    pub silence_procedure: Modality<SilenceProcedure>,
    /// How long each step may take.
    pub clocks: Modality<Clocks>,
    /// The clocks that the file leaves out, by key: their values are the mechanism's defaults, whatever `clocks.source` is.
    pub silent_clocks: Vec<&'static str>,
    /// Whether keeping monitors out may count against who did. Unknown: the text is silent, so it may not.
    pub adverse_inference: Modality<Known>,
    /// What may be asked of an author, from the mildest.
    pub sanctions: Modality<Vec<String>>,
    pub marks: Marks,
}

/// Who may read reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    pub internal: String,
    pub public: String,
    pub cadence: Vec<String>,
}
