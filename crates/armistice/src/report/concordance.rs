//! Part 6: what each recorder recorded, confirmed, rejected and did not address.
//!
//! Must not: make a recorder the author of what it recorded, or add up lists of different units or standing.

use super::{
    head,
    window::Placed,
    world::{World, interval_ref},
};
use crate::output::report_v1::{
    BulletinConfirmation, BulletinRow, CellRow, Concordance, IncidentRef, RateRow, RecorderRow, Share, TotalRow,
};
use armistice_core::{
    ledger::{self, Sum},
    named::Named as _,
    statement::ledger::Stance,
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn part(w: &World<'_>) -> Concordance {
    let found = ledger::concordance_between(w.ledgers, &w.interval(), &w.sides.guarantor_names());
    let name = |given: &str| w.sides.name(given);
    let bulletins: Vec<BulletinRow> = found
        .columns
        .iter()
        .map(|c| BulletinRow {
            recorder: name(&c.recorder),
            publisher: name(&c.publisher),
            window: interval_ref(&c.window),
            unit: c.unit.id().to_owned(),
            standing: c.standing.id().to_owned(),
            total: c.total,
            adds_up: match c.sum {
                Sum::Agrees { .. } => Some(true),
                Sum::Differs { .. } => Some(false),
                Sum::Incomplete { .. } => None,
            },
            disputed: c.disputed,
            confirmations: c
                .confirmations
                .iter()
                .map(|k| BulletinConfirmation { of: name(&k.of), confirmed: k.confirmed, out_of: k.out_of })
                .collect(),
        })
        .collect();
    let mut cells = Vec::new();
    for pair in &found.pairs {
        let (Some(a), Some(b)) = (found.columns.get(pair.a), found.columns.get(pair.b)) else { continue };
        cells.extend(pair.cells.iter().map(|c| CellRow {
            a: name(&a.recorder),
            b: name(&b.recorder),
            window: interval_ref(&a.window),
            unit: a.unit.id().to_owned(),
            place: c.place.clone(),
            figure_a: c.a,
            figure_b: c.b,
            state: c.state.id().to_owned(),
        }));
    }
    let rates = found.rates.iter().filter(|r| !r.parts.is_empty()).map(|r| RateRow {
        of: name(&r.of),
        by: name(&r.by),
        unit: r.unit.id().to_owned(),
        confirmed: Share { part: r.confirmed, of: r.out_of },
        silent: r.silent,
    });
    let totals = found.totals.iter().map(|t| TotalRow {
        recorder: name(&t.recorder),
        publisher: name(&t.publisher),
        unit: t.unit.id().to_owned(),
        standing: t.standing.id().to_owned(),
        sum: t.sum,
        lists: t.lists as u64,
        not_stated: t.not_stated as u64,
    });
    let recorders = recorders(w);
    Concordance {
        head: head(w, 6, recorders.is_empty() && bulletins.is_empty(), "nothing_received"),
        recorders,
        rates: rates.collect(),
        cells,
        totals: totals.collect(),
        by_no_guarantor: by_no_guarantor(w),
        bulletins,
    }
}

/// What recorders say of the incidents of the period.
fn recorders(w: &World<'_>) -> Vec<RecorderRow> {
    let mut said: BTreeMap<String, BTreeMap<&str, BTreeSet<Stance>>> = BTreeMap::new();
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for (incident, listings) in &w.ledgers.listings {
        for l in listings.iter().filter(|l| w.place(&l.body.when, w.window) != Placed::Outside) {
            all.insert(incident.as_str());
            let of = said.entry(w.sides.name(&l.body.recorder)).or_default();
            of.entry(incident.as_str()).or_default().insert(l.body.stance);
        }
    }
    for g in w.sides.guarantors().filter(|_| !all.is_empty()) {
        said.entry(g.clone()).or_default();
    }
    said.into_iter()
        .map(|(recorder, of)| {
            let count = |s: Stance| of.values().filter(|stances| stances.contains(&s)).count() as u64;
            RecorderRow {
                guarantor: w.sides.is_guarantor(&recorder),
                listed: count(Stance::Listed),
                confirmed: count(Stance::Confirmed),
                rejected: count(Stance::Rejected),
                not_addressed: count(Stance::NotAddressed),
                silent: (all.len() - of.len()) as u64,
                recorder,
            }
        })
        .collect()
}

/// Incidents of the period that a third party has in a list, or that documents tell of, and no guarantor has.
pub(super) fn by_no_guarantor(w: &World<'_>) -> Vec<IncidentRef> {
    let has = |id: &str| {
        let listings = armistice_core::id::IncidentId::parse(id).and_then(|id| w.ledgers.listings.get(&id));
        listings.into_iter().flatten().any(|l| {
            matches!(l.body.stance, Stance::Listed | Stance::Confirmed) && w.sides.is_guarantor(&l.body.recorder)
        })
    };
    // Where no guarantor's list is here at all, that nobody has it in one says nothing.
    let kept = w.ledgers.listings.values().flatten().any(|l| w.sides.is_guarantor(&l.body.recorder));
    let in_period =
        w.incidents.iter().filter(|p| p.at(super::world::When::Now) == Placed::Certain && !p.out_of_scope());
    in_period.filter(|p| kept && !has(&p.incident.id)).map(|p| w.incident_ref(p.incident)).collect()
}
