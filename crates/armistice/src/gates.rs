//! What the record gives the conditions of phases: cases as they stand, and what was observed without a gap.
//!
//! Must not: count silence as observation, or place a case in a time or an area that nobody gave.

use crate::cases;
use armistice_core::{
    agreement::Agreement,
    case::{Case, Cases, confirm},
    condition::{Facts, Gravity, Seen, Watched},
    id::IncidentId,
    ledger,
    obligation::ObligationState,
    place::Place,
    record::Record,
    scope::{self, Areas},
    statement::{
        casework::{Ground, Outcome},
        ledger::{CoverageRecorded, Watch},
    },
    time::Moment,
};
use jiff::{Timestamp, ToSpan as _, civil::Time, tz::TimeZone};
use std::collections::{BTreeMap, BTreeSet};

/// All that the conditions of an agreement are held against at `now`; `files` are the files of all its versions, `places` those
/// of incidents.
#[must_use]
pub fn facts(
    record: &Record,
    agreement: &Agreement,
    files: &BTreeSet<[u8; 32]>,
    places: &BTreeMap<IncidentId, Place>,
    states: &[ObligationState],
    now: Timestamp,
) -> Facts {
    let mut cases = cases::of_record(record, &cases::agreements(record), now.as_second());
    // A reading as of an earlier time does not hear what was said after it.
    cases.confirmations.retain(|w| w.mark.time <= now.as_second());
    Facts {
        cases: Some(seen(&cases, agreement, files, places, now)),
        watched: watched(record, agreement),
        confirmations: confirm::confirmations(&cases, agreement, files),
        ..Facts::of(agreement, states, now)
    }
}

/// The cases under these files of an agreement, as they stood at `now`. A case lies where its incidents lie, whose `places` are
/// known: in an area if all of them do, outside of it if none does.
fn seen(
    cases: &Cases,
    agreement: &Agreement,
    files: &BTreeSet<[u8; 32]>,
    places: &BTreeMap<IncidentId, Place>,
    now: Timestamp,
) -> Vec<Seen> {
    let ours = cases.cases.values().filter(|c| files.contains(&c.agreement.0) && c.received.time <= now.as_second());
    let placed = ours.map(|case| (case, areas(agreement, case, places)));
    placed
        .map(|(case, areas)| Seen {
            case: case.number.clone().unwrap_or_else(|| case.id.to_string()),
            gravity: gravity(case),
            from: None,
            // What is complained of had happened by then.
            to: Timestamp::from_second(case.received.time).ok(),
            inside: areas.inside.into_iter().collect(),
            outside: areas.outside.into_iter().collect(),
        })
        .collect()
}

/// The areas of all incidents of a case. One whose place is not known leaves all of them open.
fn areas(agreement: &Agreement, case: &Case, places: &BTreeMap<IncidentId, Place>) -> Areas {
    let mut all =
        case.incidents.iter().map(|i| places.get(i).map(|p| scope::areas_of(agreement, p)).unwrap_or_default());
    let first = all.next().unwrap_or_default();
    all.fold(first, |a, b| Areas { inside: &a.inside & &b.inside, outside: &a.outside & &b.outside })
}

fn gravity(case: &Case) -> Gravity {
    if case.closed.as_ref().is_some_and(|c| matches!(c.ground, Ground::Dismissed)) {
        return Gravity::Nothing;
    }
    // A determination stands until another takes its place, also while its case is open again.
    match case.determinations.iter().rev().find(|m| !m.superseded).and_then(|m| m.decided()).map(|d| d.outcome) {
        Some(Outcome::Serious) => Gravity::Serious,
        Some(Outcome::Minor) => Gravity::Minor,
        Some(Outcome::NoViolation | Outcome::NotAnIncident) => Gravity::Nothing,
        None => Gravity::Open,
    }
}

/// The periods in which an area was observed as planned and nobody entered a gap for it.
fn watched(record: &Record, agreement: &Agreement) -> Vec<Watched> {
    let zone = TimeZone::get(&agreement.effective.zone).unwrap_or(TimeZone::UTC);
    let entries = ledger::fold(&record.ledger).coverage;
    let period =
        |c: &CoverageRecorded| Some((moment(&c.period.from?, &zone, false)?, moment(&c.period.to?, &zone, true)?));
    let mut out = Vec::new();
    for entry in entries.iter().map(|s| &s.body).filter(|c| c.watch == Watch::Observed) {
        let Some((from, to)) = period(entry) else { continue };
        // A gap whose time is not known may lie in it.
        let gap = |c: &CoverageRecorded| {
            c.watch != Watch::Observed
                && c.area == entry.area
                && period(c).is_none_or(|(gap_from, gap_to)| gap_from <= to && from <= gap_to)
        };
        if !entries.iter().any(|s| gap(&s.body)) {
            out.push(Watched { area: Some(entry.area.clone()), from, to });
        }
    }
    out
}

/// A moment as an instant: of a whole day its first or its last second, in the agreement's time zone.
fn moment(m: &Moment, zone: &TimeZone, last: bool) -> Option<Timestamp> {
    let Some(time) = m.time else {
        let day = if last { m.date.tomorrow().ok()? } else { m.date };
        let start = day.to_zoned(zone.clone()).ok()?.timestamp();
        return if last { start.checked_sub(1.second()).ok() } else { Some(start) };
    };
    let local = m.date.to_datetime(Time::new(time.hour(), time.minute(), 0, 0).ok()?);
    match m.offset_minutes {
        Some(minutes) => {
            let offset = jiff::tz::Offset::from_seconds(i32::from(minutes) * 60).ok()?;
            offset.to_timestamp(local).ok()
        }
        None => zone.to_ambiguous_timestamp(local).unambiguous().ok(),
    }
}
