//! Part 5: the funnel, what is counted by act, place, alleged author and affected party, day by day, and observations.
//!
//! Must not: add incidents to cases, units to each other, or give a share without its whole.

use super::{
    determinations, head,
    window::{self, Placed, Window},
    world::{Placing, When, World},
};
use crate::output::report_v1::{Bounds, Breakdown, BreakdownRow, Day, ObservationRow, Series, Status, Step, Tally};
use armistice_core::{
    named::Named as _,
    statement::{
        ledger::{ObservationRecorded, Watch},
        wire::Number,
    },
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn part(w: &World<'_>) -> Status {
    let mut aggregates = Tally::default();
    for p in &w.aggregates {
        window::count(&mut aggregates, p.at(When::Now));
    }
    let observations = observations(w);
    let funnel = funnel(w);
    let none = funnel.iter().all(|s| s.tally == Tally::default()) && observations.is_empty();
    Status {
        head: head(w, 5, none, "none_in_period"),
        funnel,
        undetermined: determinations::undetermined_share(w),
        tables: tables(w),
        series: series(w),
        observations,
        aggregates: aggregates.certain + aggregates.uncertain,
    }
}

fn funnel(w: &World<'_>) -> Vec<Step> {
    let step = |step: &str, so: &dyn Fn(&Placing<'_>) -> bool| Step {
        step: step.to_owned(),
        unit: "incidents".to_owned(),
        tally: w.tally(When::Now, so),
        previous: w.compared(When::Before, so),
    };
    let mut out = vec![
        step("received", &|_| true),
        step("in_scope", &|p| p.in_scope()),
        step("scope_open", &|p| !p.in_scope() && !p.out_of_scope()),
        step("out_of_scope", &|p| p.out_of_scope()),
        step("corroborated", &|p| !p.out_of_scope() && p.corroborated()),
    ];
    out.extend(determinations::steps(w));
    out
}

fn tables(w: &World<'_>) -> Vec<Breakdown> {
    let act = |p: &Placing<'_>| BTreeSet::from([(p.incident.act.clone(), None)]);
    let place = |p: &Placing<'_>| {
        let mut keys: BTreeSet<Key> = p.zones.iter().map(|z| (Some(z.clone()), Some("zone"))).collect();
        let place = p.incident.place.as_ref();
        match (place.and_then(|x| x.admin1.clone()), place.and_then(|x| x.country.clone())) {
            (Some(division), _) => keys.insert((Some(division), Some("division"))),
            (None, Some(country)) => keys.insert((Some(country), Some("country"))),
            (None, None) => keys.insert((None, None)),
        };
        keys
    };
    let sides = |sides: &BTreeSet<crate::output::report_v1::Side>| -> BTreeSet<Key> {
        sides
            .iter()
            .map(|s| match s.party.clone() {
                Some(party) => (Some(party), Some("party")),
                None => (None, Some(if s.kind == "others" { "others" } else { "not_said" })),
            })
            .collect()
    };
    vec![
        table(w, "act", &act, &[]),
        table(w, "place", &place, &[]),
        table(w, "alleged_author", &|p| sides(&p.author_sides), &w.sides.parties),
        table(w, "affected", &|p| sides(&p.affected_sides), &w.sides.parties),
    ]
}

type Key = (Option<String>, Option<&'static str>);

/// A table of what is in scope, or may be. Every party has a row, also with nothing in it.
fn table(w: &World<'_>, by: &str, keys: &dyn Fn(&Placing<'_>) -> BTreeSet<Key>, always: &[String]) -> Breakdown {
    let counted = |p: &Placing<'_>| !p.out_of_scope();
    let mut all: BTreeSet<Key> = always.iter().map(|n| (Some(n.clone()), Some("party"))).collect();
    for p in w.incidents.iter().filter(|p| counted(p) && p.at(When::Now) != Placed::Outside) {
        all.extend(keys(p));
    }
    let rows = all.into_iter().map(|key| {
        let so = |p: &Placing<'_>| keys(p).contains(&key);
        BreakdownRow {
            now: w.tally(When::Now, |p| counted(p) && so(p)),
            previous: w.compared(When::Before, |p| counted(p) && so(p)),
            // Before it took effect nothing was in scope, so the baseline is of all that was reported.
            baseline: w.compared(When::Baseline, so),
            kind: key.1.map(str::to_owned),
            key: key.0.clone(),
        }
    });
    let mut rows: Vec<BreakdownRow> = rows.collect();
    // By name, not by figure: a table is no league. What is not said comes last.
    rows.sort_by(|a, b| (a.key.is_none(), &a.kind, &a.key).cmp(&(b.key.is_none(), &b.kind, &b.key)));
    Breakdown { by: by.to_owned(), rows }
}

fn series(w: &World<'_>) -> Series {
    let mut per_day: BTreeMap<jiff::civil::Date, u64> = BTreeMap::new();
    let mut not_placed = 0;
    for p in w.incidents.iter().filter(|p| !p.out_of_scope() && p.at(When::Now) != Placed::Outside) {
        match window::ends(p.incident.time.as_ref(), &w.zone) {
            (Some(a), Some(b)) if a == b => *per_day.entry(a).or_default() += 1,
            _ => not_placed += 1,
        }
    }
    let days = w.window.each().into_iter().map(|day| {
        let one = Window { from: day, to: day };
        let touching: Vec<_> =
            w.ledgers.coverage.iter().filter(|c| w.place(&c.body.period, one) != Placed::Outside).collect();
        Day {
            day: day.to_string(),
            incidents: per_day.get(&day).copied().unwrap_or(0),
            unseen: touching.iter().filter(|c| c.body.watch != Watch::Observed).count() as u64,
            coverage_known: !touching.is_empty(),
        }
    });
    Series { days: days.collect(), not_placed }
}

fn observations(w: &World<'_>) -> Vec<ObservationRow> {
    let mut groups: BTreeMap<_, Vec<&ObservationRecorded>> = BTreeMap::new();
    for o in w.ledgers.observations.iter().map(|o| &o.body) {
        // One that may lie outside would make the total of the period a guess.
        if w.place(&o.when, w.window) == Placed::Certain {
            groups.entry((o.what, o.means, o.assessed_as.clone())).or_default().push(o);
        }
    }
    let sum = |of: &[&ObservationRecorded], end: fn(&Number) -> Option<u64>| {
        of.iter().try_fold(0u64, |sum, o| Some(sum.saturating_add(end(&o.number)?)))
    };
    let row = |((what, means, assessed_as), of): ((_, _, _), Vec<&ObservationRecorded>)| {
        let (what, means): (armistice_core::statement::ledger::Observed, armistice_core::statement::ledger::Means) =
            (what, means);
        ObservationRow {
            what: what.id().to_owned(),
            means: means.id().to_owned(),
            entries: of.len() as u64,
            number: Bounds { min: sum(&of, |n| n.min.or(n.best)), max: sum(&of, |n| n.max.or(n.best)) },
            assessed_as,
        }
    };
    groups.into_iter().map(row).collect()
}
