//! Part 12: access of the mechanism that was refused or hindered, interference, attacks on monitors.
//!
//! Must not: say where an observer stood, or count equipment that failed as obstruction.

use super::{
    head,
    window::Placed,
    world::{When, World, interval_ref},
};
use crate::output::report_v1::{AccessRow, HindranceRow, IncidentRef, Obstruction, Share, Shown};
use armistice_core::{
    ledger,
    named::Named as _,
    statement::{
        casework::AccessOutcome,
        ledger::{AccessFor, AccessRecorded, Hindrance, Watch},
    },
};

pub(super) fn part(w: &World<'_>) -> Obstruction {
    let (_, rates) = ledger::access(w.ledgers, &w.interval());
    let of = rates.outcomes.values().sum::<usize>() as u64;
    let let_through = rates.outcomes.get(&AccessOutcome::Granted).copied().unwrap_or(0) as u64;
    let acts = ["obstruction_of_monitors", "attack_on_monitors", "sensor_interference"];
    let now = w.incidents.iter().filter(|p| p.at(When::Now) != Placed::Outside);
    let incidents: Vec<IncidentRef> = now
        .filter(|p| p.incident.act.as_deref().is_some_and(|a| acts.contains(&a)))
        .map(|p| w.incident_ref(p.incident))
        .collect();
    let access = requests(w, |asked_for| !of_others(asked_for));
    let hindrances = hindrances(w);
    let blocked = blocked(w);
    let none = access.is_empty() && incidents.is_empty() && hindrances.is_empty() && blocked.is_empty();
    Obstruction {
        head: head(w, 12, none, "nothing_received"),
        access,
        incidents,
        hindrances,
        blocked,
        hindered: Share { part: of - let_through, of },
    }
}

/// Requests of the period, those that are for whom is wanted.
pub(super) fn requests(w: &World<'_>, wanted: impl Fn(Option<AccessFor>) -> bool) -> Vec<AccessRow> {
    let (chosen, _) = ledger::access(w.ledgers, &w.interval());
    let rows = chosen.into_iter().filter(|(_, r)| wanted(asked_for(&r.first.body)));
    rows.map(|(id, r)| {
        let answers = r.answers();
        let mut by: Vec<String> = answers.iter().flat_map(|a| a.body.by.clone()).collect();
        by.sort();
        by.dedup();
        let outcome = match r.outcome() {
            Some(outcome) => outcome.id(),
            None if r.disputed() => "disputed",
            None => "open",
        };
        AccessRow {
            id: id.to_string(),
            purpose: Shown::Value(r.first.body.purpose.clone()),
            asked_for: asked_for(&r.first.body).map(|of| of.id().to_owned()),
            area: Shown::Value(r.first.body.area.clone()),
            time: interval_ref(&r.first.body.when),
            of: w.sides.actors(&r.first.body.of),
            outcome: outcome.to_owned(),
            by: w.sides.actors(&by),
            recorded_by: r.first.at.member.clone(),
            case: r.first.body.case.as_ref().map(ToString::to_string),
        }
    })
    .collect()
}

/// Whose way was asked for. A request that hinders a case is of those who work on it; the words of the purpose, in
/// whatever language, tell nothing, and neither does who entered them.
fn asked_for(request: &AccessRecorded) -> Option<AccessFor> {
    request.asked_for.or_else(|| request.case.is_some().then_some(AccessFor::Monitors))
}

/// Whether a request is of others than the mechanism, as part 10 has it. Where that is not said the request stands in part
/// 12, and the row says so.
pub(super) const fn of_others(asked_for: Option<AccessFor>) -> bool {
    match asked_for {
        Some(AccessFor::Aid | AccessFor::Other) => true,
        Some(AccessFor::Monitors) | None => false,
    }
}

fn hindrances(w: &World<'_>) -> Vec<HindranceRow> {
    let mut out = Vec::new();
    for c in w.ledgers.coverage.iter().filter(|c| w.place(&c.body.period, w.window) != Placed::Outside) {
        let by_an_act = matches!(c.body.hindrance, Some(Hindrance::AccessDenied | Hindrance::Jamming));
        if let (true, Some(what)) = (by_an_act && c.body.watch != Watch::Observed, c.body.hindrance) {
            out.push(HindranceRow {
                what: what.id().to_owned(),
                area: Shown::Value(c.body.area.clone()),
                time: interval_ref(&c.body.period),
                by: w.sides.actors(&c.body.by),
                recorded_by: c.at.member.clone(),
                case: None,
            });
        }
    }
    out
}

/// Access that was blocked in cases.
fn blocked(w: &World<'_>) -> Vec<HindranceRow> {
    let mut out = Vec::new();
    for c in w.cases.cases.values() {
        for o in c.obstructions.iter().filter(|o| w.place(&o.body.when, w.window) != Placed::Outside) {
            out.push(HindranceRow {
                what: o.body.outcome.id().to_owned(),
                area: Shown::Value(o.body.place.clone()),
                time: interval_ref(&o.body.when),
                by: w.sides.actors(&o.body.by),
                recorded_by: o.mark.at.member.clone(),
                case: Some(c.number.clone().unwrap_or_else(|| c.id.to_string())),
            });
        }
    }
    out
}
