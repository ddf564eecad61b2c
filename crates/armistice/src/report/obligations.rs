//! Part 9: obligations and where their clocks stand at the cut-off; conditions of phases.
//!
//! Must not: call a demand, an undertaking or a declared condition an obligation, or want an incident for a breach by the clock.

use super::{
    head,
    world::{When, World},
};
use crate::output::report_v1::{ObligationRow, Obligations, PhaseRow, Side, SideTally, Tally};
use crate::{gates, retest};
use armistice_core::{
    agreement::{Agreement, Bearer, law, phase},
    named::Named as _,
    obligation::{self, ObligationState, State},
};
use jiff::{Timestamp, civil::Time};
use std::collections::BTreeSet;

pub(super) fn part(w: &World<'_>) -> Obligations {
    let (mut rows, mut phases) = (Vec::new(), Vec::new());
    let record = &w.sound.record;
    let places = retest::places(record, &w.sound.agreements);
    for (a, states, now) in standing(w) {
        rows.extend(states.iter().map(|s| row(w, a, s)));
        let found = phase::states(a, &gates::facts(record, a, &versions(w, a), &places, &states, now));
        phases.extend(found.into_iter().map(|p| {
            PhaseRow {
                name: p.name,
                agreed: p.gates.iter().map(|g| [g.written.clone(), g.evaluated.answer.id().to_owned()]).collect(),
                declared: p
                    .declared
                    .iter()
                    .map(|id| {
                        let statement = a.statements.iter().find(|s| s.id == *id);
                        statement.map_or_else(|| id.to_string(), |s| s.summary.clone())
                    })
                    .collect(),
            }
        }));
    }
    let head = head(w, 9, rows.is_empty() && phases.is_empty(), "nothing_received");
    if w.leaves_out(9) {
        return Obligations { head, rows: vec![], phases: vec![] };
    }
    Obligations { head, rows, phases }
}

/// The files of all versions of an agreement.
fn versions(w: &World<'_>, a: &Agreement) -> BTreeSet<[u8; 32]> {
    let all: Vec<&Agreement> = w.agreements().iter().map(|f| &f.agreement).collect();
    let versions = law::versions_of(&all, &a.id);
    w.agreements().iter().filter(|f| versions.contains(&&f.agreement)).map(|f| f.sha256).collect()
}

/// The obligations of each agreement, as they stand at the cut-off.
fn standing<'a>(w: &World<'a>) -> Vec<(&'a Agreement, Vec<ObligationState>, Timestamp)> {
    let Ok(now) = Timestamp::from_second(w.inputs.cut_off) else { return vec![] };
    let of = |f: &'a crate::agreements::AgreementFile| {
        let reports = obligation::reports(&w.sound.record.ledger, &f.sha256);
        (&f.agreement, obligation::states(&f.agreement, &reports, now), now)
    };
    w.agreements().iter().map(of).collect()
}

fn row(w: &World<'_>, a: &Agreement, s: &ObligationState) -> ObligationRow {
    let o = a.obligations.iter().find(|o| o.id == s.id);
    let bearer = |b: &Bearer| match b {
        Bearer::AllParties => "all_parties".to_owned(),
        Bearer::AllGuarantors => "all_guarantors".to_owned(),
        Bearer::Actor(id) => a.actor_name(id).to_owned(),
    };
    ObligationRow {
        agreement: a.title.clone(),
        id: s.id.to_string(),
        summary: o.map_or_else(String::new, |o| o.summary.clone()),
        bearers: o.map_or_else(Vec::new, |o| o.bearers.iter().map(bearer).collect()),
        state: s.state.id().to_owned(),
        due: s.due.map(|d| due(w, d)),
        reports: s.said.iter().map(|r| [w.sides.name(&r.according_to), r.performance.id().to_owned()]).collect(),
        to_be_confirmed: s.to_be_confirmed,
    }
}

/// The end of a day as that day; else the moment.
fn due(w: &World<'_>, at: Timestamp) -> String {
    let local = w.zone.to_datetime(at);
    match local.date().yesterday() {
        Ok(day) if local.time() == Time::midnight() => day.to_string(),
        _ => w.moment(at.as_second()),
    }
}

/// Obligations whose time is over without a report of performance, by the side that must perform them; and how many it were at the
/// end of the period before, by what was reported until then.
pub(super) fn late(w: &World<'_>) -> (Tally, Option<Tally>, Vec<SideTally>) {
    let mut late: Vec<BTreeSet<Side>> = Vec::new();
    for (a, states, _) in standing(w) {
        for s in states.iter().filter(|s| s.state == State::Overdue) {
            let bearers = a.obligations.iter().filter(|o| o.id == s.id).flat_map(|o| &o.bearers);
            let sides = bearers.flat_map(|b| match b {
                Bearer::AllParties => w.sides.rows().into_iter().filter(|s| s.party.is_some()).collect(),
                Bearer::AllGuarantors => vec![Side { kind: "others".to_owned(), party: None }],
                Bearer::Actor(id) => vec![w.sides.side(&w.sides.actor(id.as_str()))],
            });
            late.push(sides.collect());
        }
    }
    let exactly = |n: usize| Tally { certain: n as u64, uncertain: 0 };
    let row = |side: Side| SideTally { tally: exactly(late.iter().filter(|l| l.contains(&side)).count()), side };
    (exactly(late.len()), before(w).map(exactly), w.sides.rows().into_iter().map(row).collect())
}

/// How many were late when the period before ended; none is said where no agreement was in effect then.
fn before(w: &World<'_>) -> Option<usize> {
    let window = w.windowed(When::Before)?;
    let end = window.to.tomorrow().ok()?.to_zoned(w.zone.clone()).ok()?.timestamp();
    let known: Vec<_> = w.sound.record.ledger.iter().filter(|s| s.asserted < end.as_second()).cloned().collect();
    let in_effect = |f: &&crate::agreements::AgreementFile| f.agreement.effective.instant < end;
    let mut in_effect = w.agreements().iter().filter(in_effect).peekable();
    in_effect.peek()?;
    let late = |f: &crate::agreements::AgreementFile| {
        let states = obligation::states(&f.agreement, &obligation::reports(&known, &f.sha256), end);
        states.iter().filter(|s| s.state == State::Overdue).count()
    };
    Some(in_effect.map(late).sum())
}
