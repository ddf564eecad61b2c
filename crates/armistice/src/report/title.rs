//! Part 1: which report this is, what it takes the place of, and how to check it.
//!
//! Must not: hold its own digest or id; they are in the statement that issues it.

use super::world::World;
use crate::{
    output::report_v1::{ReportRef, StatementOf, Title},
    wording::Language,
};
use armistice_core::{
    named::Named as _,
    record::Step,
    statement::{
        ledger::{Edition, ReportIssued},
        wire::Digest,
    },
};

pub(super) fn part(w: &World<'_>) -> Title {
    let issued = w.issued();
    let last = issued.last();
    let same = issued.iter().rev().find(|r| r.body.period == w.interval());
    Title {
        mechanism: w.sound.brief.mission.title.clone(),
        mission: w.inputs.mission.to_owned(),
        agreements: w.agreements().iter().map(|a| a.agreement.title.clone()).collect(),
        number: last.map_or(1, |r| r.body.number.saturating_add(1)),
        period: w.period(),
        languages: Language::ALL.iter().map(|l| l.tag().to_owned()).collect(),
        supersedes: same.map(|r| report_ref(r)),
        follows: last.map(|r| report_ref(r)),
        handling: w.inputs.edition.id().to_owned(),
        objections: objections(w),
        as_of: w.as_of.to_vec(),
        check: check(w),
    }
}

pub(super) fn report_ref(r: &Step<ReportIssued>) -> ReportRef {
    ReportRef { id: r.body.report.to_string(), number: r.body.number, digest: r.body.digest.to_string() }
}

/// Objections to public editions of this period.
fn objections(w: &World<'_>) -> Vec<StatementOf> {
    let of_period = |r: &&Step<ReportIssued>| r.body.edition == Edition::Public && r.body.period == w.interval();
    let reports: Vec<(Digest, &str)> =
        w.ledgers.reports.values().filter(of_period).map(|r| (Digest(r.at.id), r.at.member.as_str())).collect();
    let against = w.cases.publication_objections.iter().filter(|o| {
        // Who issued it objects to nobody but itself.
        reports.iter().any(|(id, member)| *id == o.to && *member != o.mark.at.member)
    });
    against
        .map(|o| StatementOf {
            by: o.mark.constituency.as_ref().map_or_else(|| o.mark.at.member.clone(), |c| w.sides.name(c.as_str())),
            text: o.mark.why.clone(),
            case: None,
        })
        .collect()
}

fn check(w: &World<'_>) -> String {
    let (i, p) = (w.inputs, w.period());
    format!(
        "armistice report DIR --from {} --to {} --at {} --edition {} --kind {} --format json --as-of REPORT.json",
        i.from,
        i.to,
        p.cut_off,
        i.edition.id(),
        i.kind.id()
    )
}
