//! The agreement as data: what was agreed, in which versions of its words, by whom, according to whom, and what is contested.
//! The model is section 4.3 of the domain reference; the language is described in `docs/agreement-language.md`.
//!
//! Must not: name an actor, a place or a date in code, or judge an incident; [`crate::scope`] does.

mod build;
mod check;
pub mod diff;
pub mod elements;
pub mod geometry;
pub mod law;
mod micro;
mod modality;
pub mod name;
mod parse;
pub mod phase;
pub mod problem;
pub mod resolve;
mod rules;
pub mod schema;
mod shape;
pub mod words;

pub use modality::{
    Clocks, Constituency, Modalities, Modality, Organ, Publication, Quorum, RightOfReply, SilenceProcedure,
};
pub use parse::parse;
pub use shape::FORMAT;

use crate::act::Act;
use jiff::civil::{Date, DateTime};
use name::{
    ActorId, AgreementId, AreaId, ClauseId, InstrumentId, LineId, ObligationId, PhaseId, StatementId, TextId, ZoneId,
};
use words::{
    ActorKind, AdherenceStatus, AreaCriterion, ClockKind, Condition, Cover, Ending, Endorsement, GeometryStatus,
    InstrumentKind, Known, Membership, PermissionKind, StatementKind, TerritoryKind, TextStatus,
};

/// What any element may carry.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Marks {
    /// What a reader should know.
    pub note: Option<String>,
    /// Where it stands.
    pub refs: Vec<String>,
    /// It was not checked against the text of the instrument. Reports say so beside it.
    pub to_be_confirmed: bool,
}

/// A local time, its zone, and the instant that both give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectiveMoment {
    /// As it is written.
    pub local: DateTime,
    /// IANA time zone.
    pub zone: String,
    /// The instant.
    pub instant: jiff::Timestamp,
}

/// The texts that an element holds under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Texts {
    /// All texts.
    All,
    /// These.
    These(Vec<TextId>),
}

impl Texts {
    /// Whether `text` is one of them.
    #[must_use]
    pub fn has(&self, text: &TextId) -> bool {
        match self {
            Texts::All => true,
            Texts::These(list) => list.contains(text),
        }
    }
}

/// Somebody who must do or leave something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// Every party.
    AllParties,
    /// Every guarantor.
    AllGuarantors,
    /// This actor.
    Actor(ActorId),
}

/// A document of the agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    pub id: InstrumentId,
    pub title: String,
    pub kind: InstrumentKind,
    /// Day of signature or issue.
    pub date: Option<Date>,
    pub issuers: Vec<ActorId>,
    pub endorsed_by_parties: Option<Endorsement>,
    /// When it takes effect, if not with the agreement.
    pub effective: Option<EffectiveMoment>,
    /// When it ends, if not with the agreement.
    pub ends: Option<EffectiveMoment>,
    /// ISO 8601 duration.
    pub term: Option<String>,
    pub renewal: Option<String>,
    pub marks: Marks,
}

/// One version of the words of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub id: TextId,
    pub of: InstrumentId,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// Who vouches for the words.
    pub authority: String,
    pub status: TextStatus,
    pub held_by: Vec<ActorId>,
    pub differs_on: Vec<String>,
    /// Whether incidents are tested under it.
    pub tested: bool,
    pub marks: Marks,
}

/// Somebody whom documents name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub id: ActorId,
    /// Neutral name: the only one that is printed.
    pub name: String,
    pub kind: ActorKind,
    /// For matching only.
    pub aliases: Vec<String>,
    /// The actor that it is a body or member of, or fights beside.
    pub belongs_to: Option<ActorId>,
    pub marks: Marks,
}

/// A side that the agreement binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub actor: ActorId,
    pub guarantor: Option<ActorId>,
    pub membership: Membership,
    pub marks: Marks,
}

/// Who accepted what, according to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adherence {
    pub actor: ActorId,
    pub instrument: InstrumentId,
    /// The version accepted, when known.
    pub text: Option<TextId>,
    pub status: AdherenceStatus,
    pub according_to: String,
    pub date: Option<Date>,
    pub disputed_by: Vec<String>,
    pub marks: Marks,
}

/// Who undertook to secure whose compliance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarantor {
    pub actor: ActorId,
    pub since: Date,
    pub guarantor_of: Vec<ActorId>,
    pub contested_by: Vec<ActorId>,
    /// Whether its own forces are bound by the prohibitions.
    pub own_forces_bound: Known,
    pub marks: Marks,
}

/// Who observes or supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observer {
    pub actor: ActorId,
    pub role: String,
    pub vote: bool,
    pub marks: Marks,
}

/// A first-order division of the territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub cover: Cover,
    pub marks: Marks,
}

/// An area outside the agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcludedArea {
    pub id: AreaId,
    pub condition: String,
    pub criterion: AreaCriterion,
    pub actors: Vec<ActorId>,
    pub texts: Texts,
    pub marks: Marks,
}

/// Where the agreement holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    pub default: TerritoryKind,
    pub divisions: Vec<Division>,
    pub excluded_areas: Vec<ExcludedArea>,
    pub marks: Marks,
}

/// An actor outside the agreement's protection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcludedActor {
    pub actor: ActorId,
    pub texts: Texts,
    pub contested: bool,
    /// Parties in whose areas its fighters may also be.
    pub may_be_among: Vec<ActorId>,
    pub marks: Marks,
}

/// A zone that the agreement names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    pub id: ZoneId,
    pub name: String,
    pub kind: String,
    pub geometry: GeometryStatus,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// First-order divisions that it touches.
    pub divisions: Vec<String>,
    /// Its border in micro-degrees (WGS 84), latitude then longitude; not closed by repetition. Empty when it has no border,
    /// several, or holes: then `polygons` has them.
    pub ring: Vec<(i32, i32)>,
    /// All of its areas, with their holes.
    pub polygons: Vec<geometry::Polygon>,
    pub marks: Marks,
}

/// Who is on which side of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineSide {
    pub actor: ActorId,
    /// Which side, in words: "west of the line".
    pub side: String,
}

/// A line that the agreement names: a line of contact, a withdrawal line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: LineId,
    pub name: String,
    pub kind: String,
    pub geometry: GeometryStatus,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// First-order divisions that it runs through.
    pub divisions: Vec<String>,
    /// Its course in micro-degrees (WGS 84), latitude then longitude, in one or several pieces.
    pub paths: Vec<Vec<geometry::Point>>,
    /// Empty: not known.
    pub sides: Vec<LineSide>,
    pub marks: Marks,
}

/// Where and against whom the agreement holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub territory: Territory,
    pub excluded_actors: Vec<ExcludedActor>,
    pub zones: Vec<Zone>,
    pub lines: Vec<Line>,
    pub marks: Marks,
}

/// A term that prohibits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prohibition {
    pub id: ClauseId,
    /// In our own words.
    pub summary: String,
    /// Acts that fall under it.
    pub acts: Vec<Act>,
    /// Acts that fall under it only if more is known.
    pub possible_acts: Vec<Act>,
    pub texts: Texts,
    pub bearers: Vec<Bearer>,
    pub marks: Marks,
}

/// A term that permits what a prohibition would forbid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    pub id: ClauseId,
    pub kind: PermissionKind,
    pub summary: String,
    pub acts: Vec<Act>,
    /// All must be met.
    pub conditions: Vec<Condition>,
    pub texts: Texts,
    pub marks: Marks,
}

/// When an obligation is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    pub kind: ClockKind,
    /// With [`ClockKind::By`].
    pub by: Option<Date>,
    /// With [`ClockKind::Within`]: ISO 8601 duration.
    pub within: Option<String>,
    /// With [`ClockKind::Within`]: `<id>.signed` or `<id>.effective`.
    pub from: Option<String>,
    /// With [`ClockKind::Recurring`]: ISO 8601 duration.
    pub every: Option<String>,
}

/// Something that somebody must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    pub id: ObligationId,
    pub instrument: InstrumentId,
    pub summary: String,
    pub bearers: Vec<Bearer>,
    pub clock: Clock,
    /// How one can tell that it is done.
    pub measure: Option<String>,
    pub marks: Marks,
}

/// A demand, an undertaking or a declared condition. None is an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub id: StatementId,
    pub kind: StatementKind,
    pub by: ActorId,
    pub to: Vec<ActorId>,
    pub summary: String,
    pub date: Option<Date>,
    pub marks: Marks,
}

/// A stage of the process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    pub id: PhaseId,
    pub name: String,
    pub entry: Option<Date>,
    pub planned: Option<Date>,
    /// As they are written: all can hold the phase back.
    pub agreed_conditions: Vec<String>,
    /// The same, read; one for each.
    pub gates: Vec<crate::condition::Condition>,
    /// Shown only.
    pub declared_conditions: Vec<StatementId>,
    pub marks: Marks,
}

/// One agreement, as its file gives it. Fields stand in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub id: AgreementId,
    pub title: String,
    /// Which version of the agreement this file is; the first is 1.
    pub version: u32,
    /// The file that it is a later version of.
    pub amends: Option<AgreementId>,
    /// With `amends`: since when this version holds. What happened before is judged by the version before.
    pub in_force_from: Option<EffectiveMoment>,
    pub external_refs: Vec<String>,
    pub signed: Date,
    pub effective: EffectiveMoment,
    pub ending: Ending,
    pub ends: Option<EffectiveMoment>,
    pub instruments: Vec<Instrument>,
    pub texts: Vec<Text>,
    pub actors: Vec<Actor>,
    pub parties: Vec<Party>,
    pub adherence: Vec<Adherence>,
    pub guarantors: Vec<Guarantor>,
    pub observers: Vec<Observer>,
    pub scope: Scope,
    pub prohibitions: Vec<Prohibition>,
    pub permissions: Vec<Permission>,
    pub obligations: Vec<Obligation>,
    pub statements: Vec<Statement>,
    pub phases: Vec<Phase>,
    pub modalities: Modalities,
    pub publication: Modality<Publication>,
    pub marks: Marks,
    index: resolve::AliasIndex,
}

/// The calendar units of an ISO 8601 duration without hours; `None` when it is not one, or not more than nothing.
pub(crate) fn calendar_span(text: &str) -> Option<jiff::Span> {
    build::duration(text)
}

impl Agreement {
    /// The actor of that id.
    #[must_use]
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|a| a.id == *id)
    }

    /// The neutral name of an actor; its id if the file has no such actor.
    #[must_use]
    pub fn actor_name<'a>(&'a self, id: &'a ActorId) -> &'a str {
        self.actor(id).map_or(id.as_str(), |a| a.name.as_str())
    }

    /// The actor and all that it belongs to, from the inside out.
    #[must_use]
    pub fn lineage(&self, id: &ActorId) -> Vec<ActorId> {
        let mut out = vec![id.clone()];
        let mut at = self.actor(id);
        // The parser refuses circles; the bound is for agreements built otherwise.
        while let Some(up) = at.and_then(|a| a.belongs_to.as_ref())
            && !out.contains(up)
        {
            out.push(up.clone());
            at = self.actor(up);
        }
        out
    }

    /// The party that the actor is, or belongs to.
    #[must_use]
    pub fn party_of(&self, id: &ActorId) -> Option<&Party> {
        self.lineage(id).iter().find_map(|up| self.parties.iter().find(|p| p.actor == *up))
    }

    /// The guarantor that the actor is, or belongs to.
    #[must_use]
    pub fn guarantor_of(&self, id: &ActorId) -> Option<&Guarantor> {
        self.lineage(id).iter().find_map(|up| self.guarantors.iter().find(|g| g.actor == *up))
    }

    /// The entry that excludes the actor, or what it belongs to, under a text.
    #[must_use]
    pub fn exclusion(&self, id: &ActorId, text: &TextId) -> Option<&ExcludedActor> {
        let lineage = self.lineage(id);
        self.scope.excluded_actors.iter().find(|e| lineage.contains(&e.actor) && e.texts.has(text))
    }

    /// The texts that incidents are tested under, in the order of the file.
    pub fn tested_texts(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter().filter(|t| t.tested)
    }

    /// When a text takes effect: its instrument's own moment, or the agreement's.
    #[must_use]
    pub fn effective_of(&self, text: &Text) -> &EffectiveMoment {
        let own = self.instruments.iter().find(|i| i.id == text.of).and_then(|i| i.effective.as_ref());
        own.unwrap_or(&self.effective)
    }

    /// When a text ends, if that is known.
    #[must_use]
    pub fn end_of(&self, text: &Text) -> Option<&EffectiveMoment> {
        let own = self.instruments.iter().find(|i| i.id == text.of).and_then(|i| i.ends.as_ref());
        own.or(self.ends.as_ref())
    }
}
