//! Why an answer is what it is, and what would change it: as data, and in plain English.
//!
//! Must not: print an alias. Actors are printed under their neutral names.

use crate::act::Act;
use crate::agreement::Agreement;
use crate::agreement::name::{ActorId, AreaId, TextId, ZoneId};
use crate::agreement::words::{AreaCriterion, Condition, Cover};
use crate::limits;
use jiff::civil::Date;

/// Which side of an incident a reason is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The alleged author.
    Author,
    /// The one affected or targeted.
    Affected,
    /// One of those who fought, where nobody says who began.
    Side,
}

impl Role {
    const fn plain(self) -> &'static str {
        match self {
            Role::Author => "alleged author",
            Role::Affected => "one affected",
            Role::Side => "side that fought",
        }
    }
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The whole interval lies before the text took effect.
    BeforeEffect { effective: String },
    /// The whole interval lies after the text ended.
    AfterEnd { end: String },
    /// The whole interval lies inside.
    WhollyInForce { effective: String },
    /// The interval has a part inside and a part outside.
    Straddles { effective: String },
    /// An end of the interval that matters is open.
    TimeOpen,
    /// Whether the text had ended is not known.
    EndUnknown,
    /// No place is named, or it cannot be told.
    PlaceUnknown,
    /// The country is not known.
    CountryUnknown,
    /// The place is in another country.
    OtherCountry { country: String },
    /// The text holds in the whole country.
    WholeCountry { country: String },
    /// The territory is not known.
    TerritoryUnknown,
    /// In a division that is covered.
    Division { name: String, cover: Cover },
    /// In a division that is not covered.
    OtherDivision { name: String },
    /// The place is coarser than the border that matters.
    TooCoarse,
    /// Inside a zone, by more than the place's uncertainty.
    InsideZone { zone: ZoneId },
    /// Outside every zone, by more than the place's uncertainty.
    OutsideZones,
    /// The place's uncertainty reaches across the border of a zone.
    AcrossBorder { zone: ZoneId, metres: i64, from_border: i64 },
    /// The zone's border is drawn from words, and the place lies too near to it for such a border to decide.
    NearIndicative { zone: ZoneId, metres: i64, from_border: i64 },
    /// The zone has no border.
    ZoneNotExact { zone: ZoneId },
    /// Nobody is named.
    NotNamed { role: Role },
    /// The words mean no actor of the agreement.
    NotKnown { role: Role, words: String },
    /// Claims name different actors, and the answer depends on which.
    SeveralNamed { role: Role },
    /// A party, or belongs to it.
    Bound { role: Role, actor: ActorId, party: ActorId },
    /// Both belong to one party.
    SameSide { party: ActorId },
    /// Stands outside the agreement.
    ThirdActor { role: Role, actor: ActorId },
    /// Observes; whether it is protected is another question.
    ObserverActor { role: Role, actor: ActorId },
    /// Is excluded, and so no party.
    ExcludedSide { role: Role, actor: ActorId },
    /// A guarantor; the text does not say whether its own forces are bound.
    GuarantorForces { role: Role, actor: ActorId },
    /// A guarantor whose own forces are not bound.
    GuarantorNotBound { role: Role, actor: ActorId },
    /// A guarantor whose own forces are bound.
    GuarantorBound { role: Role, actor: ActorId },
    /// Whether it accepted is disputed.
    AdherenceDisputed { role: Role, actor: ActorId },
    /// Only members that joined are bound, and no record says that it did.
    NoAdherence { role: Role, actor: ActorId },
    /// It is said to have refused.
    AdherenceDenied { role: Role, actor: ActorId },
    /// It joined after the incident, or may have.
    JoinedLater { role: Role, actor: ActorId, date: Date },
    /// It accepted another version of the words.
    HoldsOtherText { role: Role, actor: ActorId, text: TextId },
    /// The place is held by a party, but who was affected is not named.
    HeldByParty { party: ActorId },
    /// The text excludes nobody.
    NobodyExcluded,
    /// The actor is excluded under this text.
    Excluded { role: Role, actor: ActorId, contested: bool },
    /// The actor is excluded under another text only.
    ExcludedElsewhere { role: Role, actor: ActorId, texts: Vec<TextId> },
    /// The actor is not excluded.
    NotExcluded { role: Role, actor: ActorId },
    /// Who was affected is not named, and an excluded actor may be there.
    MayBeThere { actors: Vec<ActorId> },
    /// The source names a whole party, among whose fighters excluded ones may be.
    MayBeMeant { actors: Vec<ActorId> },
    /// Who was affected is not named, and no excluded actor can be there.
    CannotBeThere,
    /// The text leaves out no area.
    NoAreaExcluded,
    /// The area's criterion is met.
    AreaMet { area: AreaId, actor: ActorId, criterion: AreaCriterion },
    /// The incident itself is force against the excluded actor.
    TargetIsExcluded { area: AreaId, actor: ActorId },
    /// The area's criterion is not met.
    AreaNotMet { area: AreaId },
    /// Whether it is met is not known, or claims differ.
    AreaOpen { area: AreaId, actor: ActorId, criterion: AreaCriterion },
    /// The term covers the act.
    ActCovered { act: Act },
    /// The term may cover the act, if more is known.
    ActPossible { act: Act },
    /// The term does not cover the act.
    ActNotCovered,
    /// The act is not known.
    ActUnknown,
    /// The term does not bind the author.
    NotBearer { actor: ActorId },
    /// The text has no such term.
    NoClause,
    /// All conditions are met.
    ConditionsMet,
    /// A condition is not met.
    ConditionNotMet { condition: Condition },
    /// Nothing is known of a condition, or claims differ.
    ConditionOpen { condition: Condition },
}

/// What would change an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WouldChange {
    /// A narrower time.
    NarrowerTime,
    /// A record of whether the text had ended.
    RecordOfEnd,
    /// A place, or a finer one.
    FinerPlace,
    /// The border of a zone or area.
    Border,
    /// Who did it.
    NamedAuthor,
    /// Who was affected.
    NamedAffected,
    /// Who fought, and who of them began.
    NamedSides,
    /// Who held the place.
    Holder,
    /// Evidence on an actor in the area.
    AreaEvidence { actor: ActorId, criterion: AreaCriterion },
    /// An undisputed record of adherence.
    AdherenceRecord { actor: ActorId },
    /// What the text says of a guarantor's own forces.
    GuarantorWords { actor: ActorId },
    /// What was done, or by which means.
    NamedAct,
    /// Evidence on a condition.
    ConditionEvidence { condition: Condition },
}

/// Metres for people: whole kilometres from ten on, tenths below, metres below one.
fn distance(metres: i64) -> String {
    match metres {
        m if m < 1_000 => format!("{m} m"),
        m if m < 10_000 => format!("{}.{} km", m / 1_000, m % 1_000 / 100),
        m => format!("{} km", m / 1_000),
    }
}

fn criterion(c: AreaCriterion) -> &'static str {
    match c {
        AreaCriterion::Control => "control of the area",
        AreaCriterion::Operations => "combat operations in the area against",
        AreaCriterion::Presence => "presence in the area",
    }
}

fn about(a: &Agreement, c: AreaCriterion, actor: &ActorId) -> String {
    let name = a.actor_name(actor);
    match c {
        AreaCriterion::Control | AreaCriterion::Presence => format!("{} by {name}", criterion(c)),
        AreaCriterion::Operations => format!("{} {name}", criterion(c)),
    }
}

fn condition(c: Condition) -> &'static str {
    match c {
        Condition::Response => "it answers an attack",
        Condition::Proportionate => "it is proportionate",
        Condition::ImmediateThreat => "it meets an immediate threat",
        Condition::Ordered => "the command named in the text ordered it",
        Condition::HotlineExhausted => "the coordination mechanism had failed before",
        Condition::Notified => "it was notified beforehand",
        Condition::TargetExcluded => "the target is an excluded actor",
    }
}

impl Reason {
    /// In plain English, as one sentence without its full stop.
    #[must_use]
    pub fn plain(&self, a: &Agreement) -> String {
        let name = |id: &ActorId| a.actor_name(id).to_owned();
        let names = |ids: &[ActorId]| ids.iter().map(|id| a.actor_name(id)).collect::<Vec<_>>().join(", ");
        match self {
            Reason::BeforeEffect { effective } => format!("it happened before the text took effect ({effective})"),
            Reason::AfterEnd { end } => format!("it happened after the text ended ({end})"),
            Reason::WhollyInForce { effective } => {
                format!("all of its time lies after the text took effect ({effective})")
            }
            Reason::Straddles { effective } => format!(
                "its time lies partly inside and partly outside the time in force (from {effective}); it is not placed at its first day"
            ),
            Reason::TimeOpen => "its time is not known, or open at the end that matters".into(),
            Reason::EndUnknown => "whether the text had ended by then is not known".into(),
            Reason::PlaceUnknown => "no place is named that can be told".into(),
            Reason::CountryUnknown => "the country is not known".into(),
            Reason::OtherCountry { country } => format!("the place is in another country ({country})"),
            Reason::WholeCountry { country } => format!("the text holds in the whole country ({country})"),
            Reason::TerritoryUnknown => "the territory of the agreement is not known".into(),
            Reason::Division { name, cover: Cover::Whole } => format!("the text holds in all of {name}"),
            Reason::Division { name, cover: Cover::Part } => {
                format!("the text holds in a part of {name}, and its border is not given")
            }
            Reason::OtherDivision { name } => format!("the text does not hold in {name}"),
            Reason::TooCoarse => "the place is too coarse to tell".into(),
            Reason::InsideZone { zone } => format!("the place lies inside the zone {zone}"),
            Reason::OutsideZones => "the place lies outside every zone".into(),
            Reason::AcrossBorder { zone, metres, from_border } => format!(
                "the place is known to within {} and its point lies {} from the border of the zone {zone}, so it may lie on either side",
                distance(*metres),
                distance(*from_border)
            ),
            Reason::NearIndicative { zone, metres, from_border } => format!(
                "the border of the zone {zone} is indicative (drawn from words) and does not decide within {}; the place, {}, lies {} from it",
                distance(limits::INDICATIVE_METRES),
                if *metres == 0 {
                    "given as a point".to_owned()
                } else {
                    format!("known to within {}", distance(*metres))
                },
                distance(*from_border)
            ),
            Reason::ZoneNotExact { zone } => format!("the zone {zone} has no exact border"),
            Reason::NotNamed { role } => format!("the {} is not named", role.plain()),
            Reason::NotKnown { role, words } => {
                format!("the {} is named in words that mean no actor of the agreement (“{words}”)", role.plain())
            }
            Reason::SeveralNamed { role } => format!("claims differ on the {}", role.plain()),
            Reason::Bound { role, actor, party } if actor == party => {
                format!("the {} is a party ({})", role.plain(), name(actor))
            }
            Reason::Bound { role, actor, party } => {
                format!("the {} ({}) belongs to a party ({})", role.plain(), name(actor), name(party))
            }
            Reason::SameSide { party } => format!("both belong to one side ({})", name(party)),
            Reason::ThirdActor { role, actor } => {
                format!("the {} ({}) stands outside the agreement", role.plain(), name(actor))
            }
            Reason::ObserverActor { role, actor } => format!(
                "the {} ({}) is an observer, and the text does not say whether it stands between the parties",
                role.plain(),
                name(actor)
            ),
            Reason::ExcludedSide { role, actor } => {
                format!("the {} ({}) is excluded and so no party", role.plain(), name(actor))
            }
            Reason::GuarantorForces { role, actor } => format!(
                "the {} ({}) is a guarantor, and the text does not say whether its own forces are bound",
                role.plain(),
                name(actor)
            ),
            Reason::GuarantorNotBound { role, actor } => {
                format!("the {} ({}) is a guarantor whose own forces are not bound", role.plain(), name(actor))
            }
            Reason::GuarantorBound { role, actor } => {
                format!("the {} ({}) is a guarantor whose own forces are bound", role.plain(), name(actor))
            }
            Reason::AdherenceDisputed { role, actor } => {
                format!("whether the {} ({}) accepted the agreement is disputed", role.plain(), name(actor))
            }
            Reason::NoAdherence { role, actor } => format!(
                "only groups that joined are bound, and no record says that the {} ({}) did",
                role.plain(),
                name(actor)
            ),
            Reason::AdherenceDenied { role, actor } => {
                format!("the {} ({}) is said not to have accepted the agreement", role.plain(), name(actor))
            }
            Reason::JoinedLater { role, actor, date } => {
                format!("the {} ({}) joined on {date}, and the incident is not wholly later", role.plain(), name(actor))
            }
            Reason::HoldsOtherText { role, actor, text } => {
                format!("the {} ({}) is recorded as having accepted another text ({text})", role.plain(), name(actor))
            }
            Reason::HeldByParty { party } => {
                format!("the place was held by a party ({}), but which group was affected is not known", name(party))
            }
            Reason::NobodyExcluded => "the text excludes no actor".into(),
            Reason::Excluded { role, actor, contested } => format!(
                "the {} ({}) is excluded under this text{}",
                role.plain(),
                name(actor),
                if *contested { "; the parties disagree on it" } else { "" }
            ),
            Reason::ExcludedElsewhere { role, actor, texts } => {
                let texts = texts.iter().map(TextId::as_str).collect::<Vec<_>>().join(", ");
                format!("the {} ({}) is excluded under {texts} and not under this text", role.plain(), name(actor))
            }
            Reason::NotExcluded { role, actor } => format!("the {} ({}) is not excluded", role.plain(), name(actor)),
            Reason::MayBeThere { actors } => {
                format!("who was affected is not known, and an excluded actor may be there ({})", names(actors))
            }
            Reason::MayBeMeant { actors } => {
                format!(
                    "the source has one name for a whole side, and may mean with it an excluded actor ({})",
                    names(actors)
                )
            }
            Reason::CannotBeThere => {
                "who was affected is not known, but by what is known of the place no excluded actor is there".into()
            }
            Reason::NoAreaExcluded => "the text leaves out no area".into(),
            Reason::AreaMet { area, actor, criterion } => {
                format!("the area is left out ({area}): {}", about(a, *criterion, actor))
            }
            Reason::TargetIsExcluded { area, actor } => {
                format!("the area is left out ({area}): the act itself is directed against {}", name(actor))
            }
            Reason::AreaNotMet { area } => format!("what would put the area outside ({area}) is not so"),
            Reason::AreaOpen { area, actor, criterion } => {
                format!("what would put the area outside ({area}) is not known: {}", about(a, *criterion, actor))
            }
            Reason::ActCovered { act } => format!("the term covers the act ({})", act.id()),
            Reason::ActPossible { act } => {
                format!("the term may cover the act ({}); it depends on what was done and how", act.id())
            }
            Reason::ActNotCovered => "the term does not cover the act".into(),
            Reason::ActUnknown => "what was done is not known".into(),
            Reason::NotBearer { actor } => format!("the term does not bind {}", name(actor)),
            Reason::NoClause => "the text has no such term".into(),
            Reason::ConditionsMet => "the act is covered and all conditions are met".into(),
            Reason::ConditionNotMet { condition: c } => format!("a condition is not met: {}", condition(*c)),
            Reason::ConditionOpen { condition: c } => format!("a condition is not shown: {}", condition(*c)),
        }
    }
}

impl WouldChange {
    /// In plain English, as a noun phrase.
    #[must_use]
    pub fn plain(&self, a: &Agreement) -> String {
        match self {
            WouldChange::NarrowerTime => "a narrower time".into(),
            WouldChange::RecordOfEnd => "a record of whether the text had ended".into(),
            WouldChange::FinerPlace => "a place, or a finer one".into(),
            WouldChange::Border => "the border of the zone or area".into(),
            WouldChange::NamedAuthor => "who did it".into(),
            WouldChange::NamedAffected => "who was affected".into(),
            WouldChange::NamedSides => "who fought, and who of them began".into(),
            WouldChange::Holder => "who held the place at the time".into(),
            WouldChange::AreaEvidence { actor, criterion } => {
                format!("evidence for or against {}", about(a, *criterion, actor))
            }
            WouldChange::AdherenceRecord { actor } => {
                format!("an undisputed record of adherence of {}", a.actor_name(actor))
            }
            WouldChange::GuarantorWords { actor } => {
                format!("words of the text on the own forces of {}", a.actor_name(actor))
            }
            WouldChange::NamedAct => "what was done, and by which means".into(),
            WouldChange::ConditionEvidence { condition: c } => format!("evidence on whether {}", condition(*c)),
        }
    }
}
