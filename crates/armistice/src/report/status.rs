//! Part 5: the funnel, what is counted by act, place, alleged author and affected party, day by day, and observations.
//!
//! Must not: add incidents to cases, units to each other, or give a share without its whole.

use super::{
    determinations, head,
    window::{self, Placed, Window},
    world::{Placing, When, World},
};
use crate::output::report_v1::{
    Bounds, Breakdown, BreakdownRow, Day, ObservationRow, Series, Status, Step, Stretch, Tally, TextRow,
};
use armistice_core::{
    id::IncidentId,
    measure::{self, Held, Row},
    named::Named as _,
    statement::{
        ledger::{ObservationRecorded, Watch},
        wire::Number,
    },
    time::{Moment, TimeBasis, TimePrecision, When as Time},
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
        texts: texts(w),
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

/// The incidents under each text: an incident that one agreement covers and another does not stands so under each.
fn texts(w: &World<'_>) -> Vec<TextRow> {
    let mut out = Vec::new();
    for agreement in &w.sound.brief.agreements {
        for text in &agreement.texts {
            for scope in ["in_scope", "cannot_be_determined", "out_of_scope"] {
                let so = |p: &Placing<'_>| {
                    let of = p.incident.scope.iter().find(|s| s.agreement == agreement.id && s.text == *text);
                    of.is_some_and(|s| s.scope == scope)
                };
                out.push(TextRow {
                    agreement: agreement.id.clone(),
                    text: text.clone(),
                    scope: scope.to_owned(),
                    now: w.tally(When::Now, so),
                    previous: w.compared(When::Before, so),
                });
            }
        }
    }
    out
}

/// The incidents as rows for counting, on days of the agreement's zone. They are in scope if they are so under one text, and out of
/// it if they are so under all.
fn rows(w: &World<'_>) -> Vec<Row> {
    let row = |p: &Placing<'_>| {
        let (from, to) = window::ends(p.incident.time.as_ref(), &w.zone);
        let precision = p.incident.time.as_ref().and_then(|t| TimePrecision::from_id(&t.precision));
        Some(Row {
            incident: IncidentId::parse(&p.incident.id)?,
            when: Time {
                from: from.map(Moment::day),
                to: to.map(Moment::day),
                precision: precision.unwrap_or(TimePrecision::Unknown),
                basis: TimeBasis::Stated,
            },
            aggregate: p.incident.aggregate,
            division: p.incident.place.as_ref().and_then(|x| x.admin1.clone()),
            held: match (p.in_scope(), p.out_of_scope()) {
                (true, _) => Held::InScope,
                (false, true) => Held::OutOfScope,
                (false, false) => Held::CannotBeDetermined,
            },
            counts: vec![],
        })
    };
    w.incidents.iter().filter_map(row).collect()
}

/// Of a tally, what is not out of scope.
const fn in_question(t: &measure::Tally) -> u64 {
    t.in_scope + t.cannot_be_determined
}

fn covered(w: &World<'_>, window: Window) -> bool {
    w.ledgers.coverage.iter().any(|c| w.place(&c.body.period, window) != Placed::Outside)
}

fn series(w: &World<'_>) -> Series {
    let rows = rows(w);
    let days = measure::daily(&rows, w.window.from, w.window.to);
    let day = |b: &measure::Bucket| {
        let one = Window { from: b.from, to: b.to };
        let hindered = w.ledgers.coverage.iter().filter(|c| c.body.watch != Watch::Observed);
        Day {
            day: b.from.to_string(),
            incidents: in_question(&b.tally),
            unseen: hindered.filter(|c| w.place(&c.body.period, one) != Placed::Outside).count() as u64,
            coverage_known: covered(w, one),
        }
    };
    let stretch = |name: &str, s: &measure::Series| {
        let bucket = s.buckets.first()?;
        let window = Window { from: bucket.from, to: bucket.to };
        Some(Stretch {
            stretch: name.to_owned(),
            from: bucket.from.to_string(),
            to: bucket.to.to_string(),
            received: bucket.tally.total(),
            in_question: in_question(&bucket.tally),
            not_placed: s.not_placed.tally.total(),
            coverage_known: covered(w, window),
        })
    };
    let period = |when: When| w.windowed(when).map(|x| measure::period(&rows, x.from, x.to));
    let trend = w.windowed(When::Baseline).zip(w.effective).and_then(|(b, effective)| {
        Some(measure::trend(&rows, effective, u16::try_from(window::days(b.from, b.to)).ok()?))
    });
    let mut stretches = Vec::new();
    if let Some(trend) = &trend {
        stretches.extend(stretch("baseline", &trend.before));
        stretches.extend(stretch("first", &trend.after));
    }
    stretches.extend(period(When::Before).and_then(|s| stretch("previous", &s)));
    stretches.extend(period(When::Now).and_then(|s| stretch("now", &s)));
    Series {
        days: days.buckets.iter().map(day).collect(),
        not_placed: in_question(&days.not_placed.tally),
        stretches,
        change_permille: trend.and_then(|t| t.change_permille),
    }
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
