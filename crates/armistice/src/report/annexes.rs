//! Part 16: the table of incidents, responses and dissents verbatim, the words of the report.
//!
//! Must not: leave an incident of the period out, or change a word of a statement.

use super::{
    determinations, head, treatment,
    window::Placed,
    world::{Placing, When, World, place_ref, time_ref},
};
use crate::output::report_v1::{Annexes, Bounds, GlossaryEntry, IncidentRow, RecordedClaim, Standing, ZoneRow};
use std::collections::{BTreeMap, BTreeSet};

/// The words that every report explains; their texts are in the catalogues.
pub(super) const GLOSSARY: &[&str] = &[
    "incident",
    "recorder",
    "alleged_author",
    "attributed",
    "determined",
    "corroborated",
    "verified",
    "independent_origin",
    "in_scope",
    "coverage",
    "observation",
    "obligation",
];

pub(super) fn part(w: &World<'_>) -> Annexes {
    let languages: BTreeMap<&str, Option<&str>> =
        w.sound.brief.documents.iter().map(|d| (d.id.as_str(), d.language.as_deref())).collect();
    let all = w.incidents.iter().chain(&w.aggregates);
    let mut incidents: Vec<IncidentRow> =
        all.filter(|p| p.at(When::Now) != Placed::Outside).map(|p| row(w, p, &languages)).collect();
    let key = |r: &IncidentRow| (r.aggregate, r.time.as_ref().and_then(|t| t.from.clone()), r.id.clone());
    incidents.sort_by_cached_key(key);
    let (responses, dissent) = determinations::verbatim(w);
    let none = incidents.is_empty() && responses.is_empty() && dissent.is_empty();
    Annexes {
        head: head(w, 16, none, "none_in_period"),
        incidents,
        zones: zones(w),
        responses,
        dissent,
        treatment: treatment::rows(w),
        glossary: GLOSSARY.iter().map(|k| GlossaryEntry { key: (*k).to_owned() }).collect(),
    }
}

fn row(w: &World<'_>, p: &Placing<'_>, languages: &BTreeMap<&str, Option<&str>>) -> IncidentRow {
    let i = p.incident;
    let claims = || i.claims.iter().filter_map(|c| w.claims.get(c.as_str()));
    let mut recorders: BTreeSet<String> = claims()
        .flat_map(|c| &c.chain)
        .filter(|l| l.role == "recorder")
        .filter_map(|l| l.name.as_deref())
        .map(|n| w.sides.name(n))
        .collect();
    let listed = armistice_core::id::IncidentId::parse(&i.id)
        .map_or_else(BTreeSet::new, |id| armistice_core::ledger::recorders(w.ledgers, &id));
    recorders.extend(listed.iter().map(|r| w.sides.name(r)));
    let standing = i.scope.iter().map(|s| Standing {
        text: s.text.clone(),
        scope: s.scope.clone(),
        clauses: s.clauses.clone(),
        open_exceptions: s.open_exceptions.clone(),
        because: s.because.clone(),
    });
    let words = claims().map(|c| RecordedClaim {
        id: c.id.clone(),
        document: c.document.clone(),
        quote: c.quote.clone(),
        language: languages.get(c.document.as_str()).copied().flatten().map(str::to_owned),
    });
    IncidentRow {
        id: i.id.clone(),
        place: i.place.as_ref().map(place_ref),
        act: i.act.clone(),
        time: i.time.as_ref().map(time_ref),
        in_period: if p.at(When::Now) == Placed::Certain { "certain" } else { "uncertain" }.to_owned(),
        aggregate: i.aggregate,
        recorders: recorders.into_iter().collect(),
        alleged_authors: p.authors.clone(),
        affected: p.affected.clone(),
        counts: i.counts.clone(),
        origins: Bounds { min: Some(i.independent_origins.low.into()), max: Some(i.independent_origins.high.into()) },
        status: p.status.to_owned(),
        denials: i.denials.len() as u64,
        standing: standing.collect(),
        cases: w.cases_of(&i.id),
        claims: Some(words.collect()),
        disagreements: Some(i.disagreements.clone()),
    }
}

fn zones(w: &World<'_>) -> Vec<ZoneRow> {
    let all = w.agreements().iter().flat_map(|a| &a.agreement.scope.zones);
    all.map(|z| ZoneRow {
        id: z.id.to_string(),
        name: z.name.clone(),
        geometry: z.geometry.word().to_owned(),
        country: z.country.clone(),
        divisions: z.divisions.clone(),
        ring: z.ring.iter().map(|(lat, lon)| [*lat, *lon]).collect(),
    })
    .collect()
}
