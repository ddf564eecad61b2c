//! What the registers say now, as items of the lists.
//!
//! Must not: judge, add figures of different units, or give a place a point or a time a day that the record does not give.

use super::item::{Count, Item, Place, Time};
use crate::{
    desk::{
        query::{Has, Is, Kind},
        snapshot::Snapshot,
    },
    output::brief_v1::{self, Brief, Claim, Document, Incident},
};
use armistice_core::{
    agreement::{Agreement, Bearer},
    case::{Case, CaseState, Cases},
    id::IncidentId,
    ledger::{self, CallState, Ledgers},
    named::Named as _,
    obligation::{ObligationState, State},
    record::Step,
    statement::wire::Interval,
};
use std::collections::{BTreeMap, BTreeSet};

/// The most bytes of a text that are searched.
const TEXT: usize = 8_000;

/// Metres that "near" a settlement may mean.
const NEAR: u32 = 25_000;

/// What the items are made from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The brief.
    pub brief: &'a Brief,
    /// The agreements, by the SHA-256 of their files.
    pub agreements: &'a BTreeMap<[u8; 32], Agreement>,
    /// The ledgers.
    pub ledgers: &'a Ledgers,
    /// The cases.
    pub cases: &'a Cases,
    /// How obligations stand, by agreement file.
    pub obligations: &'a BTreeMap<[u8; 32], Vec<ObligationState>>,
    /// "Now": seconds since 1970.
    pub now: i64,
}

/// Every item of every list.
#[must_use]
pub fn items(s: &Sources<'_>) -> Vec<Item> {
    let know = Know::new(s);
    let brief = s.brief;
    let mut out: Vec<Item> = brief.incidents.iter().map(|i| know.incident(i)).collect();
    out.extend(brief.claims.iter().map(|c| know.claim(c)));
    out.extend(brief.documents.iter().map(|d| know.document(d)));
    out.extend(s.cases.cases.values().map(|c| know.case(c)));
    out.extend(know.obligations());
    out.extend(know.ledger());
    out.extend(brief.people.iter().map(person));
    out
}

/// Every item of a snapshot, its clocks as of now.
#[must_use]
pub fn of_snapshot(s: &Snapshot) -> Vec<Item> {
    let timed = s.timed();
    items(&Sources {
        brief: &s.brief,
        agreements: &s.agreements,
        ledgers: &s.ledgers,
        cases: &timed.cases,
        obligations: &timed.obligations,
        now: timed.now,
    })
}

/// What is asked of the record again and again.
struct Know<'a> {
    s: &'a Sources<'a>,
    claims: BTreeMap<&'a str, &'a Claim>,
    documents: BTreeMap<&'a str, &'a Document>,
    /// Incidents by claim.
    incidents: BTreeMap<&'a str, Vec<&'a str>>,
    /// Cases by incident.
    cases: BTreeMap<&'a str, Vec<String>>,
    contradicted: BTreeSet<&'a str>,
    copied: BTreeSet<&'a str>,
    withdrawn: BTreeSet<&'a str>,
}

impl<'a> Know<'a> {
    fn new(s: &'a Sources<'a>) -> Self {
        let brief = s.brief;
        let mut incidents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for i in &brief.incidents {
            for c in &i.claims {
                incidents.entry(c).or_default().push(&i.id);
            }
        }
        let mut cases: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for c in s.cases.cases.values() {
            for i in &c.incidents {
                cases.entry(i.as_str()).or_default().push(c.id.to_string());
            }
        }
        let differ = brief.contradictions.iter().filter(|c| c.relation == "contradiction");
        let copied = brief.copies.iter().filter(|c| c.bond != "none");
        Self {
            s,
            claims: brief.claims.iter().map(|c| (c.id.as_str(), c)).collect(),
            documents: brief.documents.iter().map(|d| (d.id.as_str(), d)).collect(),
            incidents,
            cases,
            contradicted: differ.flat_map(|c| c.claims.iter().map(String::as_str)).collect(),
            copied: copied.flat_map(|c| [c.a.as_str(), c.b.as_str()]).collect(),
            withdrawn: s.ledgers.withdrawn.keys().map(|d| d.as_str()).collect(),
        }
    }

    fn incident(&self, i: &Incident) -> Item {
        let mut item = Item::new(Kind::Incidents, &i.id, &i.title);
        item.reference = short(&i.id);
        let claims: Vec<&Claim> = i.claims.iter().filter_map(|c| self.claims.get(c.as_str()).copied()).collect();
        item.text = text(claims.iter().map(|c| c.quote.as_str()));
        item.when = i.time.as_ref().map(time);
        item.place = i.place.as_ref().map(place);
        item.kinds = i.act.iter().cloned().collect();
        item.status = Some(i.verification_status.clone());
        item.scope = unique(i.scope.iter().map(|s| s.scope.clone()));
        item.origins = Count { low: Some(i.independent_origins.low), high: Some(i.independent_origins.high) };
        harmed(&mut item, &i.counts);
        let affected = claims.iter().filter_map(|c| c.affected.as_deref()).flat_map(|a| a.split("; "));
        item.parties = unique(i.alleged_authors.iter().cloned().chain(affected.map(str::to_owned)));
        if let Some(id) = IncidentId::parse(&i.id) {
            item.recorded_by = ledger::recorders(self.s.ledgers, &id).into_iter().collect();
            if self.s.ledgers.listings.contains_key(&id) {
                item.has.push(Has::Listing);
            }
        }
        item.documents = unique(claims.iter().map(|c| c.document.clone()));
        self.of_documents(&mut item);
        let cases = self.cases.get(i.id.as_str()).cloned().unwrap_or_default();
        if !cases.is_empty() {
            item.has.push(Has::Case);
        }
        item.about = i.claims.iter().cloned().chain(cases).collect();
        if i.independent_origins.low == 1 && i.independent_origins.high == 1 {
            item.is.push(Is::SingleOrigin);
        }
        if i.aggregate {
            item.is.push(Is::Aggregate);
        }
        if !i.denials.is_empty() {
            item.has.push(Has::Denial);
        }
        if i.claims.iter().any(|c| self.contradicted.contains(c.as_str())) {
            item.has.push(Has::Contradiction);
        }
        if claims.iter().any(|c| !c.copied_in.is_empty()) {
            item.has.push(Has::Copies);
        }
        finish(item)
    }

    fn claim(&self, c: &Claim) -> Item {
        let title: String = c.quote.chars().take(120).collect();
        let mut item = Item::new(Kind::Claims, &c.id, &title);
        item.reference = short(&c.id);
        let speakers = c.chain.iter().filter_map(|l| l.name.as_deref());
        item.text = text(std::iter::once(c.quote.as_str()).chain(speakers));
        item.when = c.time.as_ref().map(time);
        item.place = c.place.as_ref().map(place);
        item.kinds = std::iter::once(c.kind.clone()).chain(c.act.clone()).collect();
        item.status = Some(c.polarity.clone());
        harmed(&mut item, &c.counts);
        let affected = c.affected.iter().flat_map(|a| a.split("; ")).map(str::to_owned);
        item.parties = unique(c.alleged_author.iter().cloned().chain(affected));
        item.documents = vec![c.document.clone()];
        self.of_documents(&mut item);
        let agencies = c.chain.iter().filter(|l| matches!(l.role.as_str(), "agency" | "cited_outlet"));
        let agencies: Vec<String> = agencies.filter_map(|l| l.name.clone()).collect();
        item.sources = unique(item.sources.drain(..).chain(agencies));
        item.about = self.incidents.get(c.id.as_str()).into_iter().flatten().map(|i| (*i).to_owned()).collect();
        if self.contradicted.contains(c.id.as_str()) {
            item.has.push(Has::Contradiction);
        }
        if !c.copied_in.is_empty() {
            item.has.push(Has::Copies);
        }
        finish(item)
    }

    /// Outlets and languages of what it rests on, and whether some of that was withdrawn.
    fn of_documents(&self, item: &mut Item) {
        let of: Vec<&Document> =
            item.documents.iter().filter_map(|d| self.documents.get(d.as_str()).copied()).collect();
        item.sources = unique(of.iter().filter_map(|d| d.outlet.clone()));
        item.languages = unique(of.iter().filter_map(|d| d.language.clone()));
        if item.documents.iter().any(|d| self.withdrawn.contains(d.as_str())) {
            item.is.push(Is::Withdrawn);
        }
    }

    fn document(&self, d: &Document) -> Item {
        let title = d.title.as_deref().unwrap_or(&d.file);
        let mut item = Item::new(Kind::Documents, &d.id, title);
        item.reference = short(&d.id);
        item.text = text([Some(d.file.as_str()), d.byline.as_deref(), d.outlet.as_deref()].into_iter().flatten());
        item.when = Some(time(&d.published));
        item.kinds = d.format.iter().cloned().collect();
        item.sources = d.outlet.iter().cloned().collect();
        item.languages = d.language.iter().cloned().collect();
        item.about = d.origin.iter().cloned().collect();
        let origin = d.origin.as_ref().and_then(|o| self.s.brief.origins.iter().find(|x| x.id == *o));
        item.origins = Count { low: origin.map(|o| o.low), high: origin.map(|o| o.high) };
        if self.copied.contains(d.id.as_str()) {
            item.has.push(Has::Copies);
        }
        if !d.warnings.is_empty() || self.s.brief.problems.iter().any(|p| p.thing.contains(&d.id)) {
            item.has.push(Has::Problem);
        }
        if self.withdrawn.contains(d.id.as_str()) {
            item.is.push(Is::Withdrawn);
        }
        finish(item)
    }

    fn case(&self, c: &Case) -> Item {
        let title: String = c.allegation.chars().take(160).collect();
        let mut item = Item::new(Kind::Cases, c.id.as_str(), &title);
        item.reference = c.number.clone().unwrap_or_else(|| short(c.id.as_str()));
        item.text = text([c.allegation.as_str(), c.received.why.as_str()]);
        item.status = Some(c.state.id().to_owned());
        // When and where it is about: what its incidents say, if there is one.
        let about: Vec<&Incident> =
            self.s.brief.incidents.iter().filter(|i| c.incidents.iter().any(|x| x.as_str() == i.id)).collect();
        if let [one] = about[..] {
            item.when = one.time.as_ref().map(time);
            item.place = one.place.as_ref().map(place);
        }
        item.kinds = unique(about.iter().filter_map(|i| i.act.clone()));
        item.parties = unique(std::iter::once(&c.complainant).chain(&c.accused).chain(&c.affected).cloned());
        item.recorded_by = vec![c.received.at.member.clone()];
        item.documents = c.documents.iter().map(ToString::to_string).collect();
        item.about = c.incidents.iter().map(ToString::to_string).collect();
        item.received = Some(c.received.time);
        item.updated = c.history.iter().filter_map(|e| said(&e.cause)).max().or(Some(c.received.time));
        if !matches!(c.state, CaseState::Closed { .. }) {
            item.is.push(Is::Open);
        }
        if !c.obstructions.is_empty() {
            item.is.push(Is::Obstructed);
        }
        if matches!(c.state, CaseState::NoResponse { .. } | CaseState::FollowUp { overdue: 1.., .. }) {
            item.is.push(Is::Overdue);
        }
        if !c.responses.is_empty() {
            item.has.push(Has::Reply);
        }
        finish(item)
    }

    fn obligations(&self) -> Vec<Item> {
        let mut out = Vec::new();
        for (sha256, states) in self.s.obligations {
            let Some(a) = self.s.agreements.get(sha256) else { continue };
            for s in states {
                let o = a.obligations.iter().find(|o| o.id == s.id);
                let id = format!("{}/{}", data_encoding::HEXLOWER.encode(&sha256[..8]), s.id);
                let mut item = Item::new(Kind::Obligations, &id, o.map_or("", |o| o.summary.as_str()));
                item.reference = s.id.to_string();
                item.text.clone_from(&a.title);
                item.status = Some(s.state.id().to_owned());
                let due = s.due.map(|d| d.strftime("%Y-%m-%dT%H:%MZ").to_string());
                item.when = due.map(|d| Time { from: Some(d.clone()), to: Some(d), precision: "minute".to_owned() });
                let bearer = |b: &Bearer| match b {
                    Bearer::AllParties => "all_parties".to_owned(),
                    Bearer::AllGuarantors => "all_guarantors".to_owned(),
                    Bearer::Actor(id) => a.actor_name(id).to_owned(),
                };
                item.parties = o.map_or_else(Vec::new, |o| unique(o.bearers.iter().map(bearer)));
                item.kinds = vec![s.clock.word().to_owned()];
                item.recorded_by = unique(s.said.iter().map(|r| r.according_to.clone()));
                item.updated = s.said.iter().map(|r| r.asserted).max();
                if s.state == State::Overdue {
                    item.is.push(Is::Overdue);
                }
                if s.said.iter().any(|r| s.said.iter().any(|q| q.performance.id() != r.performance.id())) {
                    item.is.push(Is::Disputed);
                }
                out.push(finish(item));
            }
        }
        out
    }

    fn ledger(&self) -> Vec<Item> {
        let l = self.s.ledgers;
        let mut out = Vec::new();
        for b in &l.bulletins {
            let total = b.body.total.map_or_else(|| "not stated".to_owned(), |t| t.to_string());
            let mut item = begun(b, b.body.bulletin.as_str(), "bulletin", &b.body.period);
            item.title = format!("{}: {} {total}", b.body.recorder, b.body.unit.id());
            item.recorded_by = vec![b.body.recorder.clone()];
            item.sources = vec![b.body.publisher.clone()];
            item.documents = b.body.document.iter().map(ToString::to_string).collect();
            item.status = Some(if b.body.total.is_some() { "stated" } else { "not_stated" }.to_owned());
            item.text = text(b.body.definition.as_deref().into_iter().chain(b.body.reference.as_deref()));
            out.push(finish(item));
        }
        for s in l.listings.values().flatten() {
            let id = format!("{}-{}", s.at.member, s.seq);
            let mut item = begun(s, &id, "listing", &s.body.when);
            item.title = format!("{}: {}", s.body.recorder, s.body.stance.id());
            item.recorded_by = vec![s.body.recorder.clone()];
            item.documents = s.body.document.iter().map(ToString::to_string).collect();
            item.about = vec![s.body.incident.to_string()];
            item.text = text(s.body.number.as_deref());
            out.push(finish(item));
        }
        for s in &l.observations {
            let mut item = begun(s, s.body.observation.as_str(), "observation", &s.body.when);
            item.title = format!("{} ({})", s.body.what.id(), s.body.means.id());
            item.about = s.body.incident.iter().map(ToString::to_string).collect();
            item.text = text(s.body.weapon.as_deref().into_iter().chain(s.body.assessed_as.as_deref()));
            item.place = s.body.site.as_ref().map(|p| Place {
                text: p.text.clone(),
                name: p.name.clone(),
                precision: p.precision.id().to_owned(),
                adm1: p.admin1.clone(),
                country: p.country.clone(),
                point: p.lat.zip(p.lon),
                ..Place::default()
            });
            out.push(finish(item));
        }
        for s in &l.coverage {
            let mut item = begun(s, s.body.coverage.as_str(), "coverage", &s.body.period);
            item.title = format!("{}: {}", s.body.area, s.body.watch.id());
            item.place = Some(named(&s.body.area));
            item.parties.clone_from(&s.body.by);
            item.text = text(s.body.note.as_deref());
            out.push(finish(item));
        }
        for (id, r) in &l.access {
            let mut item = begun(&r.first, id.as_str(), "access", &r.first.body.when);
            item.title.clone_from(&r.first.body.purpose);
            item.place = Some(named(&r.first.body.area));
            item.parties = unique(r.first.body.of.iter().chain(&r.first.body.by).cloned());
            item.status = Some(if r.outcome().is_some() { "answered" } else { "open" }.to_owned());
            if r.disputed() {
                item.is.push(Is::Disputed);
                item.status = Some("disputed".to_owned());
            } else if r.outcome().is_none() {
                item.is.push(Is::Open);
            }
            item.about = r.first.body.case.iter().map(ToString::to_string).collect();
            item.updated = r.later.iter().map(|s| s.asserted).max().or(item.updated);
            out.push(finish(item));
        }
        for (id, c) in &l.calls {
            let mut item = begun(&c.first, id.as_str(), "call", &c.first.body.at);
            item.title = format!("{} → {}", c.first.body.from, c.first.body.to);
            item.parties = unique([c.first.body.from.clone(), c.first.body.to.clone()]);
            item.text = text([c.first.body.text.as_str()]);
            let state = c.state(self.s.now);
            item.status = Some(state.id().to_owned());
            match state {
                CallState::Overdue => item.is.extend([Is::Open, Is::Overdue]),
                CallState::Open => item.is.push(Is::Open),
                CallState::Disputed => item.is.push(Is::Disputed),
                CallState::Answered(_) | CallState::NoContact => {}
            }
            let about = c.first.body.incident.iter().map(ToString::to_string);
            item.about = about.chain(c.first.body.case.iter().map(ToString::to_string)).collect();
            item.updated = c.later.iter().map(|s| s.asserted).max().or(item.updated);
            out.push(finish(item));
        }
        out
    }
}

fn person(p: &brief_v1::Person) -> Item {
    let mut item = Item::new(Kind::People, &p.id, &p.name);
    item.reference = short(&p.id);
    item.text = text(unique(p.variants.iter().map(|v| v.text.clone())).iter().map(String::as_str));
    item.documents = unique(p.variants.iter().map(|v| v.document.clone()));
    item
}

/// An entry of a ledger.
fn begun<T>(s: &Step<T>, id: &str, kind: &str, when: &Interval) -> Item {
    let mut item = Item::new(Kind::Ledger, id, "");
    item.reference = short(id);
    item.kinds = vec![kind.to_owned()];
    let w = when.when();
    item.when = Some(Time {
        from: w.from.map(|m| m.to_string()),
        to: w.to.map(|m| m.to_string()),
        precision: w.precision.id().to_owned(),
    });
    item.received = Some(s.asserted);
    item.updated = Some(s.asserted);
    item
}

/// An area in the words of a ledger.
fn named(area: &str) -> Place {
    Place { text: area.to_owned(), precision: "region".to_owned(), ..Place::default() }
}

fn said(cause: &armistice_core::case::Cause) -> Option<i64> {
    use armistice_core::case::Cause;
    match cause {
        Cause::Said(mark) => Some(mark.time),
        Cause::TimePassed(at) | Cause::Decided(at) => Some(*at),
    }
}

fn short(id: &str) -> String {
    match id.split_once('-') {
        Some((prefix, rest)) => format!("{prefix}-{}", rest.chars().take(6).collect::<String>()),
        None => id.chars().take(10).collect(),
    }
}

fn unique(all: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for one in all {
        if !one.is_empty() && !out.contains(&one) {
            out.push(one);
        }
    }
    out
}

fn text<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let mut out = String::new();
    for part in parts {
        if out.len() + part.len() > TEXT {
            break;
        }
        if !out.is_empty() {
            out.push_str(" · ");
        }
        out.push_str(part);
    }
    out
}

fn time(t: &brief_v1::Time) -> Time {
    Time { from: t.from.clone(), to: t.to.clone(), precision: t.precision.clone() }
}

fn place(p: &brief_v1::Place) -> Place {
    let fine = matches!(p.precision.as_str(), "exact" | "settlement" | "near");
    Place {
        text: p.text.clone(),
        name: p.name.clone(),
        precision: p.precision.clone(),
        adm1: p.admin1.clone(),
        adm1_code: None,
        country: p.country.clone(),
        point: p.lat.zip(p.lon).filter(|_| fine).map(|(lat, lon)| (micro(lat), micro(lon))),
        radius_m: (p.precision == "near").then_some(NEAR),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are at most 180, a ninth of what fits")]
fn micro(degrees: f64) -> i32 {
    (degrees * 1e6).round() as i32
}

/// Persons harmed: the gravest unit that is stated, never a sum of several.
fn harmed(item: &mut Item, counts: &[brief_v1::Count]) {
    for what in ["killed", "casualties", "injured"] {
        // Counts of parts (children, soldiers) stand beside the whole: the greatest lower bound is the one that surely holds.
        let of: Vec<_> = counts.iter().filter(|c| c.what == what).collect();
        if of.is_empty() {
            continue;
        }
        let fit = |n: u64| u32::try_from(n).unwrap_or(u32::MAX - 1);
        let low = of.iter().filter_map(|c| c.min.or(c.best)).max().map(fit);
        let tops: Option<Vec<u64>> = of.iter().map(|c| c.max).collect();
        item.harm = Count { low, high: tops.and_then(|t| t.into_iter().max()).map(fit) };
        item.harm_what = Some(what.to_owned());
        item.has.push(Has::Harm);
        return;
    }
}

/// What follows from the other fields.
fn finish(mut item: Item) -> Item {
    if item.when.as_ref().is_none_or(|t| t.from.is_none() && t.to.is_none()) {
        item.is.push(Is::Undated);
    }
    match &item.place {
        Some(p) if p.point.is_some() => item.has.push(Has::Point),
        Some(p) if p.precision != "unknown" => item.is.push(Is::AreaOnly),
        _ => item.is.push(Is::Unplaced),
    }
    item
}
