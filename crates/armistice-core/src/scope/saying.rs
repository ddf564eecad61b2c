//! Reasons of the scope test, and what would change an answer, as sentences without words: [`Said`].
//!
//! Must not: print an alias, or say another thing than `plain` does. The desk's English words are compared with it by a test.

use super::reason::{Reason, Role, WouldChange};
use crate::agreement::Agreement;
use crate::agreement::name::{ActorId, TextId};
use crate::agreement::words::{AreaCriterion, Condition, Cover};
use crate::limits;
use crate::said::{Said, Slot};

impl Role {
    /// Every role.
    pub const ALL: &'static [Role] = &[Role::Author, Role::Affected, Role::Side];

    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Role::Author => "author",
            Role::Affected => "affected",
            Role::Side => "side",
        }
    }
}

macro_rules! ids {
    ($type:ident { $($name:ident = $id:literal),* $(,)? }) => {
        impl $type {
            /// Every id, in order. A value without one does not compile.
            pub const IDS: &'static [&'static str] = &[$($id),*];

            /// The stable id. It is never changed or used again.
            #[must_use]
            pub const fn id(&self) -> &'static str {
                match self { $($type::$name { .. } => $id),* }
            }
        }
    };
}

ids! { Reason {
    BeforeEffect = "reason-before-effect",
    AfterEnd = "reason-after-end",
    WhollyInForce = "reason-wholly-in-force",
    Straddles = "reason-straddles",
    TimeOpen = "reason-time-open",
    EndUnknown = "reason-end-unknown",
    PlaceUnknown = "reason-place-unknown",
    CountryUnknown = "reason-country-unknown",
    OtherCountry = "reason-other-country",
    WholeCountry = "reason-whole-country",
    TerritoryUnknown = "reason-territory-unknown",
    Division = "reason-division",
    OtherDivision = "reason-other-division",
    TooCoarse = "reason-too-coarse",
    InsideZone = "reason-inside-zone",
    OutsideZones = "reason-outside-zones",
    AcrossBorder = "reason-across-border",
    NearIndicative = "reason-near-indicative",
    ZoneNotExact = "reason-zone-not-exact",
    NotNamed = "reason-not-named",
    NotKnown = "reason-not-known",
    SeveralNamed = "reason-several-named",
    Bound = "reason-bound",
    SameSide = "reason-same-side",
    ThirdActor = "reason-third-actor",
    ObserverActor = "reason-observer-actor",
    ExcludedSide = "reason-excluded-side",
    GuarantorForces = "reason-guarantor-forces",
    GuarantorNotBound = "reason-guarantor-not-bound",
    GuarantorBound = "reason-guarantor-bound",
    AdherenceDisputed = "reason-adherence-disputed",
    NoAdherence = "reason-no-adherence",
    AdherenceDenied = "reason-adherence-denied",
    JoinedLater = "reason-joined-later",
    HoldsOtherText = "reason-holds-other-text",
    HeldByParty = "reason-held-by-party",
    NobodyExcluded = "reason-nobody-excluded",
    Excluded = "reason-excluded",
    ExcludedElsewhere = "reason-excluded-elsewhere",
    NotExcluded = "reason-not-excluded",
    MayBeThere = "reason-may-be-there",
    MayBeMeant = "reason-may-be-meant",
    CannotBeThere = "reason-cannot-be-there",
    NoAreaExcluded = "reason-no-area-excluded",
    AreaMet = "reason-area-met",
    TargetIsExcluded = "reason-target-is-excluded",
    AreaNotMet = "reason-area-not-met",
    AreaOpen = "reason-area-open",
    ActCovered = "reason-act-covered",
    ActPossible = "reason-act-possible",
    ActNotCovered = "reason-act-not-covered",
    ActUnknown = "reason-act-unknown",
    NotBearer = "reason-not-bearer",
    NoClause = "reason-no-clause",
    ConditionsMet = "reason-conditions-met",
    ConditionNotMet = "reason-condition-not-met",
    ConditionOpen = "reason-condition-open",
} }

ids! { WouldChange {
    NarrowerTime = "would-narrower-time",
    RecordOfEnd = "would-record-of-end",
    FinerPlace = "would-finer-place",
    Border = "would-border",
    NamedAuthor = "would-named-author",
    NamedAffected = "would-named-affected",
    NamedSides = "would-named-sides",
    Holder = "would-holder",
    AreaEvidence = "would-area-evidence",
    AdherenceRecord = "would-adherence-record",
    GuarantorWords = "would-guarantor-words",
    NamedAct = "would-named-act",
    ConditionEvidence = "would-condition-evidence",
} }

/// What about an actor puts an area outside.
fn about(a: &Agreement, criterion: AreaCriterion, actor: &ActorId) -> Slot {
    let id = match criterion {
        AreaCriterion::Control => "about-control",
        AreaCriterion::Operations => "about-operations",
        AreaCriterion::Presence => "about-presence",
    };
    Slot::phrase(Said::new(id).text("actor", a.actor_name(actor)))
}

const fn condition(c: Condition) -> Slot {
    Slot::Word("condition", c.word())
}

impl Reason {
    /// Which sentence it is, and what stands in its places. Actors stand there under their neutral names.
    #[must_use]
    pub fn said(&self, a: &Agreement) -> Said {
        let said = Said::new(self.id());
        let name = |id: &ActorId| Slot::Text(a.actor_name(id).to_owned());
        let names = |ids: &[ActorId]| Slot::Texts(ids.iter().map(|id| a.actor_name(id).to_owned()).collect());
        let role = |r: &Role| Slot::Word("reason-role", r.id());
        match self {
            Reason::TimeOpen
            | Reason::EndUnknown
            | Reason::PlaceUnknown
            | Reason::CountryUnknown
            | Reason::TerritoryUnknown
            | Reason::TooCoarse
            | Reason::OutsideZones
            | Reason::NobodyExcluded
            | Reason::CannotBeThere
            | Reason::NoAreaExcluded
            | Reason::ActNotCovered
            | Reason::ActUnknown
            | Reason::NoClause
            | Reason::ConditionsMet => said,
            Reason::BeforeEffect { effective }
            | Reason::WhollyInForce { effective }
            | Reason::Straddles { effective } => said.text("effective", effective),
            Reason::AfterEnd { end } => said.text("end", end),
            Reason::OtherCountry { country } | Reason::WholeCountry { country } => said.text("country", country),
            Reason::Division { name, cover: Cover::Whole } | Reason::OtherDivision { name } => said.text("name", name),
            Reason::Division { name, cover: Cover::Part } => Said::new("reason-division-part").text("name", name),
            Reason::InsideZone { zone } | Reason::ZoneNotExact { zone } => said.text("zone", zone.as_str()),
            Reason::AcrossBorder { zone, metres, from_border } => said
                .text("zone", zone.as_str())
                .with("within", Slot::Metres(*metres))
                .with("distance", Slot::Metres(*from_border)),
            Reason::NearIndicative { zone, metres, from_border } => {
                let (said, within) = match *metres {
                    0 => (Said::new("reason-near-indicative-point"), None),
                    metres => (said, Some(metres)),
                };
                let said = said
                    .text("zone", zone.as_str())
                    .with("limit", Slot::Metres(limits::INDICATIVE_METRES))
                    .with("distance", Slot::Metres(*from_border));
                match within {
                    Some(metres) => said.with("within", Slot::Metres(metres)),
                    None => said,
                }
            }
            Reason::NotNamed { role: r } | Reason::SeveralNamed { role: r } => said.with("role", role(r)),
            Reason::NotKnown { role: r, words } => said.with("role", role(r)).text("words", words),
            Reason::Bound { role: r, actor, party } if actor == party => {
                said.with("role", role(r)).with("actor", name(actor))
            }
            Reason::Bound { role: r, actor, party } => Said::new("reason-bound-through")
                .with("role", role(r))
                .with("actor", name(actor))
                .with("party", name(party)),
            Reason::SameSide { party } | Reason::HeldByParty { party } => said.with("party", name(party)),
            Reason::ThirdActor { role: r, actor }
            | Reason::ObserverActor { role: r, actor }
            | Reason::ExcludedSide { role: r, actor }
            | Reason::GuarantorForces { role: r, actor }
            | Reason::GuarantorNotBound { role: r, actor }
            | Reason::GuarantorBound { role: r, actor }
            | Reason::AdherenceDisputed { role: r, actor }
            | Reason::NoAdherence { role: r, actor }
            | Reason::AdherenceDenied { role: r, actor }
            | Reason::NotExcluded { role: r, actor }
            | Reason::Excluded { role: r, actor, contested: false } => {
                said.with("role", role(r)).with("actor", name(actor))
            }
            Reason::Excluded { role: r, actor, contested: true } => {
                Said::new("reason-excluded-contested").with("role", role(r)).with("actor", name(actor))
            }
            Reason::JoinedLater { role: r, actor, date } => {
                said.with("role", role(r)).with("actor", name(actor)).with("date", Slot::Day(*date))
            }
            Reason::HoldsOtherText { role: r, actor, text } => {
                said.with("role", role(r)).with("actor", name(actor)).text("text", text.as_str())
            }
            Reason::ExcludedElsewhere { role: r, actor, texts } => {
                let texts = texts.iter().map(|t: &TextId| t.as_str().to_owned()).collect();
                said.with("role", role(r)).with("actor", name(actor)).with("texts", Slot::Texts(texts))
            }
            Reason::MayBeThere { actors } | Reason::MayBeMeant { actors } => said.with("actors", names(actors)),
            Reason::AreaMet { area, actor, criterion } | Reason::AreaOpen { area, actor, criterion } => {
                said.text("area", area.as_str()).with("about", about(a, *criterion, actor))
            }
            Reason::TargetIsExcluded { area, actor } => said.text("area", area.as_str()).with("actor", name(actor)),
            Reason::AreaNotMet { area } => said.text("area", area.as_str()),
            Reason::ActCovered { act } | Reason::ActPossible { act } => said.word("act", "act", act.id()),
            Reason::NotBearer { actor } => said.with("actor", name(actor)),
            Reason::ConditionNotMet { condition: c } | Reason::ConditionOpen { condition: c } => {
                said.with("condition", condition(*c))
            }
        }
    }
}

impl WouldChange {
    /// Which phrase it is, and what stands in its places.
    #[must_use]
    pub fn said(&self, a: &Agreement) -> Said {
        let said = Said::new(self.id());
        match self {
            WouldChange::NarrowerTime
            | WouldChange::RecordOfEnd
            | WouldChange::FinerPlace
            | WouldChange::Border
            | WouldChange::NamedAuthor
            | WouldChange::NamedAffected
            | WouldChange::NamedSides
            | WouldChange::Holder
            | WouldChange::NamedAct => said,
            WouldChange::AreaEvidence { actor, criterion } => said.with("about", about(a, *criterion, actor)),
            WouldChange::AdherenceRecord { actor } | WouldChange::GuarantorWords { actor } => {
                said.text("actor", a.actor_name(actor))
            }
            WouldChange::ConditionEvidence { condition: c } => said.with("condition", condition(*c)),
        }
    }
}
