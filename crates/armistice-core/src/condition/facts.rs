//! What is known when a condition is held against the world. Whoever has the record fills it in.
//!
//! Must not: have a value for what nobody knows; what is absent here cannot be determined.

use super::Confirmed;
use crate::agreement::name::{ActorId, ObligationId};
use crate::agreement::{Agreement, EffectiveMoment};
use crate::obligation::ObligationState;
use crate::scope::Answer;
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use std::collections::BTreeMap;

/// When an event was, as the file gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// On this day, in the agreement's time zone.
    Day(Date),
    /// At this moment.
    Moment(Timestamp),
}

/// Whether an obligation is performed, and why that is the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performed {
    /// Performed, in time or not.
    pub answer: Answer,
    /// Why, in a sentence.
    pub why: String,
}

/// How a case about an incident stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gravity {
    /// Determined as a serious violation.
    Serious,
    /// Determined as a minor violation.
    Minor,
    /// Determined as no violation, or as no incident.
    Nothing,
    /// Not determined, or not yet.
    Open,
}

/// A case, as far as conditions need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What to call it: the case's id.
    pub case: String,
    /// How it stands.
    pub gravity: Gravity,
    /// Not before. Open: not known.
    pub from: Option<Timestamp>,
    /// Not after. Open: not known.
    pub to: Option<Timestamp>,
    /// The zones and divisions that it surely lies in.
    pub inside: Vec<String>,
    /// The zones and divisions that it surely does not lie in. What is in neither list is not known.
    pub outside: Vec<String>,
}

/// A time in which an area was observed without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The zone or division; everywhere when absent.
    pub area: Option<String>,
    /// From.
    pub from: Timestamp,
    /// To.
    pub to: Timestamp,
}

/// What a guarantor says of something that it was asked to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Who.
    pub guarantor: ActorId,
    /// Yes: confirms. No: refuses. Neither: said something else.
    pub answer: Answer,
}

/// The facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The moment that is asked about.
    pub now: Timestamp,
    /// The agreement's time zone (IANA).
    pub zone: String,
    /// Events with a known date: `<id>.signed`, `<id>.effective`.
    pub events: BTreeMap<String, Event>,
    /// Obligations.
    pub obligations: BTreeMap<ObligationId, Performed>,
    /// Cases. `None`: nobody looked.
    pub cases: Option<Vec<Seen>>,
    /// What was observed without a gap. Empty: nothing is known to have been.
    pub watched: Vec<Watched>,
    /// Who must confirm: the guarantors at that moment.
    pub guarantors: Vec<ActorId>,
    /// What they said, by what they were asked.
    pub confirmations: BTreeMap<Confirmed, Vec<Confirmation>>,
}

impl Facts {
    /// What the agreement's file and its obligations give. Cases, observation and confirmations are not known yet.
    #[must_use]
    pub fn of(agreement: &Agreement, obligations: &[ObligationState], now: Timestamp) -> Self {
        let zone = agreement.effective.zone.clone();
        let tz = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
        let today = now.to_zoned(tz).date();
        let guarantors = agreement.guarantors.iter().filter(|g| g.since <= today).map(|g| g.actor.clone()).collect();
        let performed = |s: &ObligationState| Performed { answer: s.performed, why: s.sentence(agreement) };
        Self {
            now,
            zone,
            events: events(agreement),
            obligations: obligations.iter().map(|s| (s.id.clone(), performed(s))).collect(),
            cases: None,
            watched: Vec::new(),
            guarantors,
            confirmations: BTreeMap::new(),
        }
    }
}

/// The events of an agreement that have a date: signature and effect of itself and of its instruments.
#[must_use]
pub(crate) fn events(agreement: &Agreement) -> BTreeMap<String, Event> {
    let mut out = BTreeMap::new();
    let moment = |m: &EffectiveMoment| Event::Moment(m.instant);
    out.insert(format!("{}.signed", agreement.id), Event::Day(agreement.signed));
    out.insert(format!("{}.effective", agreement.id), moment(&agreement.effective));
    for i in &agreement.instruments {
        if let Some(day) = i.date {
            out.insert(format!("{}.signed", i.id), Event::Day(day));
        }
        if let Some(at) = &i.effective {
            out.insert(format!("{}.effective", i.id), moment(at));
        }
    }
    out
}
