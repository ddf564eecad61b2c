//! `in_time`: did it happen while the text was in force?
//!
//! Must not: place an interval at its first day. One that has a part outside cannot be determined.

use super::facts::IncidentFacts;
use super::reason::{Reason, WouldChange};
use super::{Answer, Verdict};
use crate::agreement::words::Ending;
use crate::agreement::{Agreement, EffectiveMoment, Text};
use crate::time::{Moment, When};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, civil::Time};

pub(super) fn run(agreement: &Agreement, text: &Text, facts: &IncidentFacts) -> Vec<Verdict> {
    let start = agreement.effective_of(text);
    let end = agreement.end_of(text);
    let (from, to) = bounds(agreement, facts);
    let effective = show(start);
    let open = || Verdict::new(Answer::CannotBeDetermined, Reason::TimeOpen).unless(WouldChange::NarrowerTime);
    let straddles = || {
        Verdict::new(Answer::CannotBeDetermined, Reason::Straddles { effective: effective.clone() })
            .unless(WouldChange::NarrowerTime)
    };
    let verdict = if to.is_some_and(|to| to < start.instant) {
        Verdict::new(Answer::No, Reason::BeforeEffect { effective: effective.clone() })
    } else if let (Some(end), Some(from)) = (end, from)
        && from >= end.instant
    {
        Verdict::new(Answer::No, Reason::AfterEnd { end: show(end) })
    } else {
        match (from, to, end) {
            (None, _, _) => open(),
            (Some(from), _, _) if from < start.instant => {
                // With an open end nothing says that a part lies inside.
                if to.is_some() { straddles() } else { open() }
            }
            (Some(_), None, Some(_)) => open(),
            (Some(_), Some(to), Some(end)) if to >= end.instant => straddles(),
            (Some(_), Some(_), Some(_)) => Verdict::new(Answer::Yes, Reason::WhollyInForce { effective }),
            (Some(_), _, None) => match agreement.ending {
                Ending::Unknown => {
                    Verdict::new(Answer::CannotBeDetermined, Reason::EndUnknown).unless(WouldChange::RecordOfEnd)
                }
                Ending::Open | Ending::Fixed | Ending::Terminated => {
                    Verdict::new(Answer::Yes, Reason::WhollyInForce { effective })
                }
            },
        }
    };
    vec![verdict.relying_on(facts.or_all(&facts.when_claims))]
}

fn show(m: &EffectiveMoment) -> String {
    format!("{} {} {}", m.local.date(), m.local.time().strftime("%H:%M"), m.zone)
}

/// The earliest and the latest instant that the incident's time allows.
pub(super) fn bounds(agreement: &Agreement, facts: &IncidentFacts) -> (Option<Timestamp>, Option<Timestamp>) {
    let When { from, to, .. } = facts.when;
    let zone = zone(agreement, facts);
    (from.and_then(|m| instant(m, zone.as_ref(), Edge::First)), to.and_then(|m| instant(m, zone.as_ref(), Edge::Last)))
}

/// The zone of local times: that of the place; else that of the agreement when the place is in its country; else none.
fn zone(agreement: &Agreement, facts: &IncidentFacts) -> Option<TimeZone> {
    let place = facts.place.as_ref()?;
    if let Some(zone) = place.zone.as_deref().and_then(|z| TimeZone::get(z).ok()) {
        return Some(zone);
    }
    let inside = place.country.as_ref().is_some_and(|c| agreement.scope.territory.countries.contains(c));
    // A country of several zones has no one local time.
    let single = agreement.scope.territory.countries.len() == 1;
    if inside && single { TimeZone::get(&agreement.effective.zone).ok() } else { None }
}

#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

/// The first or last instant of a moment. Without a zone, the first anywhere on earth or the last anywhere on earth.
fn instant(m: Moment, zone: Option<&TimeZone>, edge: Edge) -> Option<Timestamp> {
    let local = match (m.time, edge) {
        (Some(time), _) => m.date.to_datetime(time),
        (None, Edge::First) => m.date.to_datetime(Time::midnight()),
        (None, Edge::Last) => m.date.to_datetime(Time::MAX),
    };
    let at = match (m.offset_minutes, zone) {
        (Some(minutes), _) => Offset::from_seconds(i32::from(minutes) * 60).ok()?.to_timestamp(local).ok()?,
        (None, Some(zone)) => {
            let ambiguous = zone.to_ambiguous_timestamp(local);
            match edge {
                Edge::First => ambiguous.earlier().ok()?,
                Edge::Last => ambiguous.later().ok()?,
            }
        }
        // The civil day begins first at +14 and ends last at -12.
        (None, None) => {
            let hours = match edge {
                Edge::First => 14,
                Edge::Last => -12,
            };
            Offset::from_seconds(hours * 3600).ok()?.to_timestamp(local).ok()?
        }
    };
    // Times are given to the minute; the last instant of one is just before the next.
    match (edge, m.time) {
        (Edge::Last, Some(_)) => at.checked_add(SignedDuration::from_secs(59)).ok(),
        _ => Some(at),
    }
}
