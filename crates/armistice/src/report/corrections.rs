//! Part 15: what stands otherwise than the last report had it, withdrawn documents with all that they supported, reopened cases.
//!
//! Must not: change what was reported. A correction stands beside it.

use super::{
    cut, head,
    title::report_ref,
    window::{self, Placed, Window},
    world::{World, fact, place_ref, time_ref},
};
use crate::{
    brief,
    output::{
        brief_v1::{Brief, Incident},
        report_v1::{Change, Corrections, Effect, IncidentRef, ReopenedRow, ReportRef, Shown, Withdrawn},
    },
    wording::counts,
};
use armistice_core::{
    id::DocumentId,
    ledger::{self, Ledgers},
    record::Step,
    statement::{
        casework::Casework,
        ledger::{ReportIssued, SourceWithdrawn},
    },
};
use std::collections::BTreeSet;

pub(super) fn part(w: &World<'_>) -> Corrections {
    let last = w.issued().last().copied();
    let changes = last.map_or_else(Vec::new, |r| changes(w, r));
    let withdrawn: Vec<Withdrawn> = w
        .ledgers
        .withdrawn
        .iter()
        .filter_map(|(document, said)| {
            // What was withdrawn before the last report stands in that one.
            let news = said.iter().find(|s| last.is_none_or(|r| s.asserted > r.asserted))?;
            Some(support(w, document, news))
        })
        .collect();
    let reopened = reopened(w, last);
    let none = changes.is_empty() && withdrawn.is_empty() && reopened.is_empty();
    let why = if last.is_some() { "none_in_period" } else { "first_report" };
    Corrections { head: head(w, 15, none, why), since: last.map(report_ref), changes, withdrawn, reopened }
}

/// Incidents of the last report's period, as it had them and as they stand.
fn changes(w: &World<'_>, last: &Step<ReportIssued>) -> Vec<Change> {
    let sizes: Vec<(String, u64)> = last.body.as_of.iter().map(|a| (a.origin.clone(), a.size)).collect();
    let registers = cut::sizes(w.registers, &sizes);
    let of = |without: BTreeSet<DocumentId>| {
        brief::of(brief::Source {
            id: w.inputs.mission,
            title: w.inputs.title,
            registers: &registers,
            as_of: vec![],
            without,
        })
    };
    let mut then = of(BTreeSet::new());
    let ledgers = ledger::fold(&then.record.ledger);
    if !ledgers.withdrawn.is_empty() {
        then = of(ledgers.withdrawn.keys().cloned().collect());
    }
    let day = |m: Option<armistice_core::time::Moment>| m.map(|m| m.date);
    let (Some(from), Some(to)) = (day(last.body.period.from), day(last.body.period.to)) else { return vec![] };
    compare(w, &then.brief, &ledgers, Window { from, to })
}

fn compare(w: &World<'_>, then: &Brief, ledgers: &Ledgers, period: Window) -> Vec<Change> {
    let inside = |i: &&Incident| {
        let (from, to) = window::ends(i.time.as_ref(), &w.zone);
        !i.aggregate && period.place(from, to) != Placed::Outside
    };
    let old: Vec<&Incident> = then.incidents.iter().filter(inside).collect();
    let now: Vec<&Incident> = w.sound.brief.incidents.iter().filter(inside).collect();
    let shares = |a: &Incident, b: &Incident| a.claims.iter().any(|c| b.claims.contains(c));
    let mut out = Vec::new();
    for before in &old {
        let Some(after) = w.sound.brief.incidents.iter().find(|i| shares(i, before)) else {
            out.push(Change { incident: named(before), what: "gone".into(), before: None, after: None });
            continue;
        };
        out.extend(differences(w, ledgers, before, after));
    }
    for after in now.iter().filter(|i| !then.incidents.iter().any(|o| shares(o, i))) {
        out.push(Change { incident: named(after), what: "new".into(), before: None, after: None });
    }
    out.sort_by(|a, b| (&a.incident.id, &a.what).cmp(&(&b.incident.id, &b.what)));
    out
}

fn named(i: &Incident) -> IncidentRef {
    IncidentRef {
        id: i.id.clone(),
        act: i.act.clone(),
        place: i.place.as_ref().map(place_ref),
        time: i.time.as_ref().map(time_ref),
    }
}

fn differences(w: &World<'_>, then: &Ledgers, before: &Incident, after: &Incident) -> Vec<Change> {
    let place = |i: &Incident| i.place.as_ref().map(|p| p.name.clone().unwrap_or_else(|| p.precision.clone()));
    let time = |i: &Incident| {
        let end = |e: Option<String>| e.unwrap_or_else(|| "?".to_owned());
        i.time.as_ref().map(|t| format!("{}/{}", end(t.from.clone()), end(t.to.clone())))
    };
    let origins = |i: &Incident| Some(format!("{}–{}", i.independent_origins.low, i.independent_origins.high));
    let rows: [(&str, Option<String>, Option<String>); 6] = [
        ("act", before.act.clone(), after.act.clone()),
        ("place", place(before), place(after)),
        ("time", time(before), time(after)),
        ("origins", origins(before), origins(after)),
        (
            "status",
            Some(fact(then, &before.id, &before.verification_status).to_owned()),
            Some(w.fact(&after.id, &after.verification_status).to_owned()),
        ),
        ("counts", Some(counts::code(&before.counts)), Some(counts::code(&after.counts))),
    ];
    rows.into_iter()
        .filter(|(_, b, a)| b != a)
        .map(|(what, before, now)| Change { incident: named(after), what: what.to_owned(), before, after: now })
        .collect()
}

/// All that a withdrawn document supported.
fn support(w: &World<'_>, document: &DocumentId, said: &Step<SourceWithdrawn>) -> Withdrawn {
    let id = document.as_str();
    let brief = &w.whole.brief;
    let claims: BTreeSet<&str> = brief.claims.iter().filter(|c| c.document == id).map(|c| c.id.as_str()).collect();
    let mut incidents = Vec::new();
    for with in brief.incidents.iter().filter(|i| i.claims.iter().any(|c| claims.contains(c.as_str()))) {
        // The same incident without it: one that keeps a claim of it. All claims of withdrawn documents are gone there.
        let without = w.sound.brief.incidents.iter().find(|i| i.claims.iter().any(|c| with.claims.contains(c)));
        let origins = |i: &Incident| [i.independent_origins.low, i.independent_origins.high];
        incidents.push(Effect {
            incident: named(with),
            origins_before: origins(with),
            origins_after: without.map(origins),
            status_before: w.fact(&with.id, &with.verification_status).to_owned(),
            status_after: without.map(|i| w.fact(&i.id, &i.verification_status).to_owned()),
        });
    }
    let touched: BTreeSet<&str> = incidents.iter().map(|e| e.incident.id.as_str()).collect();
    let (findings, determinations) = casework(w, document, &claims, &touched);
    let reports = w.issued().into_iter().filter(|r| r.asserted < said.asserted).map(report_ref);
    Withdrawn {
        document: Shown::Value(id.to_owned()),
        by: Shown::Value(w.sides.name(&said.body.by)),
        why: Shown::Value(said.body.why.clone()),
        recorded_by: said.at.member.clone(),
        claims: claims.len() as u64,
        incidents,
        findings,
        determinations,
        reports: reports.collect::<Vec<ReportRef>>(),
    }
}

/// Findings that rely on the document or a claim of it; cases whose drafts rely on such a finding or are about such an incident.
fn casework(
    w: &World<'_>,
    document: &DocumentId,
    claims: &BTreeSet<&str>,
    incidents: &BTreeSet<&str>,
) -> (Vec<String>, Vec<String>) {
    let (mut findings, mut cases) = (BTreeSet::new(), BTreeSet::new());
    for step in &w.whole.record.casework {
        if let Casework::FindingMade(f) = &step.body
            && (f.documents.contains(document) || f.claims.iter().any(|c| claims.contains(c.as_str())))
        {
            findings.insert(f.finding.to_string());
            cases.insert(f.case.to_string());
        }
        if let Casework::Received(r) = &step.body
            && (r.documents.contains(document) || r.incidents.iter().any(|i| incidents.contains(i.as_str())))
        {
            cases.insert(r.case.to_string());
        }
    }
    let determined = w.determined();
    (findings.into_iter().collect(), cases.into_iter().filter(|c| determined.contains(c)).collect())
}

fn reopened(w: &World<'_>, last: Option<&Step<ReportIssued>>) -> Vec<ReopenedRow> {
    let since = |asserted: i64| match last {
        Some(r) => asserted > r.asserted,
        None => w.day_of(asserted).is_some_and(|d| d >= w.window.from),
    };
    let mut out = Vec::new();
    for step in w.whole.record.casework.iter().filter(|s| since(s.asserted)) {
        if let Casework::Reopened(r) = &step.body {
            out.push(ReopenedRow {
                case: r.case.to_string(),
                number: w.case_number(r.case.as_str()),
                by: step.at.member.clone(),
                why: r.why.clone(),
            });
        }
    }
    out
}
