//! Part 14: calls over hotlines, how long an answer took, what they came to.
//!
//! Must not: give the middle of response times without the calls that were not answered.

use super::{
    head,
    world::{World, interval_ref},
};
use crate::output::report_v1::{Bounds, CallRow, Prevention, Shown};
use armistice_core::{
    ledger::{self, CallState, Lapse},
    named::Named as _,
};
use std::collections::BTreeMap;

pub(super) fn part(w: &World<'_>) -> Prevention {
    let h = ledger::hotline(w.ledgers, &w.interval(), w.inputs.cut_off);
    let mut results: BTreeMap<String, u64> = BTreeMap::new();
    let calls: Vec<CallRow> = h
        .calls
        .iter()
        .map(|(id, call, state, lapse)| {
            let result = match state {
                CallState::Answered(result) => result.id(),
                CallState::Disputed | CallState::NoContact | CallState::Open | CallState::Overdue => state.id(),
            };
            *results.entry(result.to_owned()).or_default() += 1;
            let c = &call.first.body;
            CallRow {
                id: id.to_string(),
                from: w.sides.actor(&c.from),
                to: w.sides.actor(&c.to),
                time: interval_ref(&c.at),
                text: Shown::Value(c.text.clone()),
                result: result.to_owned(),
                minutes: lapse.map(minutes),
                incident: c.incident.as_ref().map(|i| w.incident_of(i.as_str())),
            }
        })
        .collect();
    Prevention {
        head: head(w, 14, calls.is_empty(), "nothing_received"),
        calls,
        results,
        median_minutes: h.median.map(|(l, _)| minutes(l)),
        timed: h.median.map_or(0, |(_, n)| n as u64),
        unanswered: h.unanswered as u64,
    }
}

fn minutes(l: Lapse) -> Bounds {
    let whole = |s: i64| u64::try_from(s / 60).ok();
    Bounds { min: whole(l.least), max: whole(l.most) }
}
