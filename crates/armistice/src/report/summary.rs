//! Part 2: eight bullets, each with every side's figure and that of the period before.
//!
//! Must not: give a side's figure without the others', or a figure without its unit.

use super::{
    concordance, coverage, determinations, head, obligations,
    window::Placed,
    world::{Placing, When, World},
};
use crate::{
    output::report_v1::{Bullet, Side, SideTally, Summary, Tally},
    wording::{
        AffectedSides, AllegedSides, AttributedSides, BearerSides, Counted, HinderingSides, Language, Noun, Previous,
        Sentence,
    },
};
use armistice_core::statement::ledger::Watch;
use std::collections::BTreeSet;

pub(super) fn part(w: &World<'_>) -> Summary {
    let authors = |p: &Placing<'_>| p.author_sides.clone();
    let affected = |p: &Placing<'_>| p.affected_sides.clone();
    let bullet = |key: &str, so: &dyn Fn(&Placing<'_>) -> bool, sides: &dyn Fn(&Placing<'_>) -> BTreeSet<Side>| {
        make(key, w.tally(When::Now, so), w.compared(When::Before, so), w.by_side(so, sides))
    };
    let in_question = |p: &Placing<'_>| !p.out_of_scope();
    let unrecorded: BTreeSet<String> = concordance::by_no_guarantor(w).into_iter().map(|i| i.id).collect();
    let mut bullets = vec![
        bullet("received", &|_| true, &authors),
        bullet("in_scope", &|p| p.in_scope(), &authors),
        bullet("corroborated", &|p| in_question(p) && p.corroborated(), &authors),
        {
            let (now, previous, sides) = determinations::violations(w);
            make("determined", now, previous, sides)
        },
        bullet("harm", &|p| in_question(p) && p.harms(), &affected),
        bullet("unrecorded", &|p| unrecorded.contains(&p.incident.id), &authors),
    ];
    let (late, before, bearers) = obligations::late(w);
    bullets.push(make("obligations", late, before, bearers));
    bullets.push(seen(w));
    for b in &mut bullets {
        let texts =
            Language::ALL.iter().map(|l| (l.tag().to_owned(), sentence(b).map_or_else(String::new, |s| s.text(*l))));
        b.text = texts.collect();
    }
    Summary { head: head(w, 2, false, "none_in_period"), bullets }
}

fn make(key: &str, now: Tally, previous: Option<Tally>, sides: Vec<SideTally>) -> Bullet {
    Bullet { key: key.to_owned(), now, previous, sides, text: std::collections::BTreeMap::new() }
}

/// What could not be seen, by who is said to have caused it.
fn seen(w: &World<'_>) -> Bullet {
    let of = |window| {
        let entries = w.ledgers.coverage.iter().filter(|c| c.body.watch != Watch::Observed);
        entries.filter(move |c| w.place(&c.body.period, window) != Placed::Outside)
    };
    let row = |side: Side| {
        let caused = of(w.window).filter(|c| w.sides.of(&w.sides.actors(&c.body.by)).contains(&side)).count();
        SideTally { side, tally: Tally { certain: caused as u64, uncertain: 0 } }
    };
    let exactly = |n: u64| Tally { certain: n, uncertain: 0 };
    let before = w
        .ledgers
        .coverage
        .iter()
        .any(|c| w.windowed(When::Before).is_some_and(|b| w.place(&c.body.period, b) != Placed::Outside));
    let previous = before.then(|| exactly(coverage::gaps(w, When::Before)));
    make("coverage", exactly(coverage::gaps(w, When::Now)), previous, w.sides.rows().into_iter().map(row).collect())
}

/// The sentence of a bullet. Which kind of sides it names follows from its key.
#[must_use]
pub(super) fn sentence(b: &Bullet) -> Option<Sentence<'_>> {
    let (previous, s) = (Previous(b.previous), &b.sides[..]);
    let incidents = Counted(Noun::Incident, b.now);
    Some(match b.key.as_str() {
        "received" => Sentence::BulletReceived { now: incidents, previous, sides: AllegedSides(s) },
        "in_scope" => Sentence::BulletInScope { now: incidents, previous, sides: AllegedSides(s) },
        "corroborated" => Sentence::BulletCorroborated { now: incidents, previous, sides: AllegedSides(s) },
        "determined" => {
            Sentence::BulletDetermined { now: Counted(Noun::Case, b.now), previous, sides: AttributedSides(s) }
        }
        "harm" => Sentence::BulletHarm { now: incidents, previous, sides: AffectedSides(s) },
        "unrecorded" => Sentence::BulletUnrecorded { now: incidents, previous, sides: AllegedSides(s) },
        "obligations" => {
            Sentence::BulletObligations { now: Counted(Noun::Obligation, b.now), previous, sides: BearerSides(s) }
        }
        "coverage" => Sentence::BulletCoverage { now: Counted(Noun::Entry, b.now), previous, sides: HinderingSides(s) },
        _ => return None,
    })
}
