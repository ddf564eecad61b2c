//! Part 4: where one could look and where not, who keeps no list, which languages nobody here reads.
//!
//! Must not: let a zero stand without what could not be seen beside it.

use super::{
    head,
    window::Placed,
    world::{When, World, interval_ref},
};
use crate::output::report_v1::{Coverage, CoverageRow, IrregularRow, Limitation, Shown};
use armistice_core::{case::Irregular, named::Named as _, statement::ledger::Watch};
use std::collections::BTreeMap;

/// Languages in which claims are read (`crates/armistice-read/lang`).
const READ: &[&str] = &["en"];

pub(super) fn part(w: &World<'_>) -> Coverage {
    let in_period = w.ledgers.coverage.iter().filter(|c| w.place(&c.body.period, w.window) != Placed::Outside);
    let mut rows: Vec<CoverageRow> = in_period
        .map(|c| CoverageRow {
            recorded_by: c.at.member.clone(),
            area: Shown::Value(c.body.area.clone()),
            time: interval_ref(&c.body.period),
            means: c.body.means.id().to_owned(),
            watch: c.body.watch.id().to_owned(),
            hindrance: c.body.hindrance.map(|h| h.id().to_owned()),
            by: w.sides.actors(&c.body.by),
            units: Shown::Value(c.body.units),
            hours: c.body.hours,
        })
        .collect();
    let area = |r: &CoverageRow| r.area.value().cloned();
    rows.sort_by_cached_key(|r| {
        (area(r), r.time.from.clone(), r.time.to.clone(), r.means.clone(), r.recorded_by.clone())
    });
    let kept = |name: &str| {
        let of = |recorder: &str| w.sides.name(recorder) == name;
        w.ledgers.bulletins.iter().any(|b| of(&b.body.recorder) && w.place(&b.body.period, w.window) != Placed::Outside)
            || w.ledgers
                .listings
                .values()
                .flatten()
                .any(|l| of(&l.body.recorder) && w.place(&l.body.when, w.window) != Placed::Outside)
    };
    let recorders_absent = w.sides.guarantors().filter(|g| !kept(g)).cloned().collect();
    let mut languages: BTreeMap<String, u64> = BTreeMap::new();
    let mut language_unknown = 0;
    for d in w.sound.brief.documents.iter().filter(|d| d.format.as_deref() != Some("event_data")) {
        match d.language.as_deref() {
            Some(l) if READ.contains(&l) => {}
            Some(l) => *languages.entry(l.to_owned()).or_default() += 1,
            None => language_unknown += 1,
        }
    }
    // Claims that people set aside are missing too, and it is said.
    let set_aside = w.sound.brief.reviews.set_aside();
    let problems: Vec<_> = w.sound.brief.problems.iter().chain(&set_aside).collect();
    Coverage {
        // Nothing entered is not the same as everything seen, so the part always speaks.
        head: head(w, 4, false, "not_kept"),
        rows,
        recorders_absent,
        languages,
        language_unknown,
        problems: problems.len() as u64,
        irregular: irregular(w),
        limitations: Some(
            problems.iter().map(|p| Limitation { thing: p.thing.clone(), what: p.what.clone() }).collect(),
        ),
    }
}

/// Steps of the period that the rules of casework do not allow, in the order of the record.
fn irregular(w: &World<'_>) -> Vec<IrregularRow> {
    let in_period = w.cases.irregular.iter().filter(|i| w.in_period(i.asserted));
    let row = |i: &Irregular| IrregularRow {
        case: i.case.as_ref().map(|c| w.case_number(c.as_str()).unwrap_or_else(|| c.to_string())),
        kind: i.kind.to_owned(),
        recorded_by: i.at.member.clone(),
        index: i.at.index,
        code: i.refusal.refusal.code(),
        why: i.refusal.refusal.sentence().to_owned(),
    };
    in_period.map(row).collect()
}

/// Entries of the period that say that one could not see, or only in part.
pub(super) fn gaps(w: &World<'_>, when: When) -> u64 {
    let Some(window) = w.windowed(when) else { return 0 };
    let hindered = w.ledgers.coverage.iter().filter(|c| c.body.watch != Watch::Observed);
    hindered.filter(|c| w.place(&c.body.period, window) != Placed::Outside).count() as u64
}
