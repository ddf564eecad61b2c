//! The brief: the joint record, dated, grouped by origin, linked, held against the agreements, and put into output types.
//!
//! Must not: use a clock, randomness or the network. From the same registers it is the same, byte for byte.

use crate::{
    agreements::{self, AgreementFile},
    mission::{self, Holdings, Mission},
    output::brief_v1 as out,
    sealed,
};
use armistice_core::{
    claim::{ActorMention, ChainRole, Claim, ClaimKind, Polarity},
    contradiction,
    dating::{self, Dated, DocumentDates},
    id::{ClaimId, DocumentId},
    incident::{self, Incident, Judgement, Labels, RecordedClaim, SourceKey},
    origin::Origin,
    record::{self, Copies, DocumentState, EntryRef, Record, Register},
    review,
    span::Span,
    statement::{Bond, TextRead, casework::Casework, review::ClaimReviewed},
    time::{Anchor, Tense, TimeBasis, TimePrecision, When, resolve},
};
use armistice_read::{document, elements::names};
use std::collections::{BTreeMap, BTreeSet};

mod dates;
mod facts;
mod origins;
mod reviews;
pub mod tests;
mod view;

pub(crate) use view::time;

/// Share of a claim's bytes that a shared run must cover for the claim to stand in the other document too, in hundredths.
const COPIED_SHARE: usize = 50;

/// Registers to compose from, without the folder that they came from.
#[derive(Debug)]
pub struct Source<'a> {
    /// The mission's id.
    pub id: &'a str,
    /// Its title, should no register open the mission.
    pub title: &'a str,
    /// The registers.
    pub registers: &'a [Register],
    /// Their sizes and roots.
    pub as_of: Vec<out::RegisterAsOf>,
    /// Documents that are left out: withdrawn ones, to see what rests on them.
    pub without: BTreeSet<DocumentId>,
}

/// A brief, with the record and the agreements that it was composed of.
#[derive(Debug)]
pub struct Composed {
    /// The brief.
    pub brief: out::Brief,
    /// The record.
    pub record: Record,
    /// The agreements that are held against it.
    pub agreements: Vec<AgreementFile>,
}

/// Composes the brief of what a mission holds.
#[must_use]
pub fn compose(mission: &Mission, holdings: &Holdings) -> out::Brief {
    let registers = mission::statements(&holdings.registers);
    let as_of = as_of(holdings);
    let without = BTreeSet::new();
    of(Source { id: &mission.file.id, title: &mission.file.title, registers: &registers, as_of, without }).brief
}

/// The registers of a mission with their sizes and roots.
#[must_use]
pub fn as_of(holdings: &Holdings) -> Vec<out::RegisterAsOf> {
    let rows = holdings.registers.iter().map(|r| out::RegisterAsOf {
        origin: r.reading.origin().to_owned(),
        member: r.member.as_str().to_owned(),
        size: r.reading.size(),
        root: r.reading.root().hex(),
    });
    rows.collect()
}

/// Composes the brief of registers.
#[must_use]
pub fn of(source: Source<'_>) -> Composed {
    let record = record::fold(source.registers);
    let (agreements, broken) = agreements::of_record(&record);
    let brief = brief(&source, &record, &agreements, broken);
    Composed { brief, record, agreements }
}

fn brief(
    source: &Source<'_>,
    record: &Record,
    agreements: &[AgreementFile],
    broken: Vec<(String, String)>,
) -> out::Brief {
    let work = Work::new(record, agreements, &source.without);
    let mut problems: Vec<out::Problem> = broken
        .into_iter()
        .map(|(thing, what)| out::Problem {
            thing: format!("agreement {thing}"),
            what,
            next: "Nothing is held against it. Adopt a sound file.".to_owned(),
        })
        .collect();
    problems.extend(work.problems());
    let counted = work.counted();
    let incidents = work.incidents(&counted);
    let contradictions = contradiction::find(&counted, &incidents, &work.labels);
    out::Brief {
        version: 1,
        mission: out::Mission {
            id: source.id.to_owned(),
            title: record.opened.first().map_or_else(|| source.title.to_owned(), |(_, (title, _))| title.clone()),
            members: source.registers.iter().map(|r| r.member.clone()).collect(),
        },
        agreements: agreements
            .iter()
            .map(|a| out::AgreementRef {
                id: a.agreement.id.to_string(),
                title: a.agreement.title.clone(),
                sha256: data_encoding::HEXLOWER.encode(&a.sha256),
                texts: a.agreement.tested_texts().map(|t| t.id.to_string()).collect(),
            })
            .collect(),
        documents: work.documents.iter().map(|d| work.document(d)).collect(),
        origins: work.origins.iter().map(|o| work.origin(o)).collect(),
        copies: work.copies(),
        people: work.people(),
        claims: work.claims.iter().map(|c| work.claim(c)).collect(),
        reviews: work.review_counts(),
        incidents: incidents.iter().map(|i| work.incident(i)).collect(),
        contradictions: contradictions.into_iter().map(|c| work.contradiction(c)).collect(),
        sealed: sealed::view::items(record, source.registers),
        problems,
        as_of: out::AsOf { registers: source.as_of.clone(), reader_version: document::VERSION },
    }
}

struct Doc<'a> {
    id: &'a DocumentId,
    state: &'a DocumentState,
    text: Option<&'a TextRead>,
    dated: Dated,
}

struct Work<'a> {
    record: &'a Record,
    agreements: &'a [AgreementFile],
    documents: Vec<Doc<'a>>,
    /// Where a document stands in `documents`.
    numbers: BTreeMap<&'a str, usize>,
    pairs: BTreeMap<(&'a DocumentId, &'a DocumentId), &'a Copies>,
    origins: Vec<Origin>,
    origin_of: BTreeMap<DocumentId, usize>,
    claims: Vec<RecordedClaim>,
    by_id: BTreeMap<ClaimId, usize>,
    /// Reviews in force, by claim.
    reviewed: BTreeMap<&'a ClaimId, Vec<&'a record::Step<ClaimReviewed>>>,
    /// Claims whose correction is used, as they were read.
    originals: BTreeMap<ClaimId, RecordedClaim>,
    labels: Labels,
    /// What was done in cases and holds by their rules.
    casework: Vec<record::Step<Casework>>,
}

impl<'a> Work<'a> {
    fn new(record: &'a Record, agreements: &'a [AgreementFile], without: &BTreeSet<DocumentId>) -> Self {
        let ids: Vec<(&DocumentId, &DocumentState)> = record
            .order
            .iter()
            .filter_map(|id| Some((id, record.documents.get(id)?)))
            .filter(|(id, d)| !d.captured.is_empty() && !without.contains(*id))
            .collect();
        let pairs: BTreeMap<_, _> = record
            .copies
            .iter()
            .filter(|((a, b), _)| !without.contains(a) && !without.contains(b))
            .filter_map(|((a, b), said)| Some(((a, b), in_force(said)?)))
            .collect();
        let effective = agreements.iter().map(|a| a.agreement.effective.local.date()).min();
        let dates: Vec<DocumentDates> = ids
            .iter()
            .map(|(id, d)| DocumentDates {
                document: (*id).clone(),
                evidence: d.text().map_or_else(Vec::new, |(_, t)| dates::evidence(t)),
                agreement_effective: effective.filter(|_| dates::speaks_of_agreement(d)),
            })
            .collect();
        let related: Vec<(DocumentId, DocumentId)> = pairs
            .iter()
            .filter(|(_, c)| c.bond != Bond::None && !c.runs.is_empty())
            .map(|((a, b), _)| ((*a).clone(), (*b).clone()))
            .collect();
        let documents: Vec<Doc<'_>> = ids
            .iter()
            .zip(dating::date_documents(&dates, &related))
            .map(|((id, state), dated)| Doc { id, state, text: state.text().map(|(_, t)| t), dated })
            .collect();
        let numbers = ids.iter().enumerate().map(|(i, (id, _))| (id.as_str(), i)).collect();
        let mut work = Self {
            record,
            agreements,
            documents,
            numbers,
            pairs,
            origins: vec![],
            origin_of: BTreeMap::new(),
            claims: vec![],
            by_id: BTreeMap::new(),
            reviewed: review::in_force(record),
            originals: BTreeMap::new(),
            labels: Labels::default(),
            casework: tests::regular(record, agreements),
        };
        work.origins = work.group();
        for (i, o) in work.origins.iter().enumerate() {
            for d in &o.documents {
                work.origin_of.insert(d.clone(), i);
            }
        }
        work.claims = work.record_claims(effective);
        work.correct(effective);
        work.labels = work.labels();
        work.by_id = work.claims.iter().enumerate().map(|(i, c)| (c.claim.id.clone(), i)).collect();
        work
    }

    fn record_claims(&self, effective: Option<jiff::civil::Date>) -> Vec<RecordedClaim> {
        let mut shared: BTreeMap<&DocumentId, Vec<(Span, &DocumentId)>> = BTreeMap::new();
        for ((a, b), c) in &self.pairs {
            for r in &c.runs {
                shared.entry(a).or_default().push((r.a, b));
                shared.entry(b).or_default().push((r.b, a));
            }
        }
        let mut all = Vec::new();
        for d in &self.documents {
            let Some((_, read)) = d.state.claims() else { continue };
            let data = d.text.is_some_and(|t| t.format == "event_data");
            let none = Vec::new();
            let runs = shared.get(d.id).unwrap_or(&none);
            for claim in read.parts.values().flat_map(|(claims, _)| claims) {
                let mut copied: Vec<DocumentId> = runs
                    .iter()
                    .filter(|(span, _)| covers(*span, claim.span))
                    .map(|(_, other)| (*other).clone())
                    .collect();
                copied.sort();
                copied.dedup();
                all.push(RecordedClaim {
                    when: when(claim, &d.dated.published, effective),
                    published: d.dated.published,
                    document: d.id.clone(),
                    origin: self.origin_of.get(d.id).copied().unwrap_or(usize::MAX),
                    in_copied_passage: copied,
                    ultimate_source: self.source(claim, data),
                    author_ids: self.actor_ids(&claim.alleged_authors),
                    affected_ids: self.actor_ids(&claim.affected),
                    topic: None,
                    claim: claim.clone(),
                });
            }
        }
        all
    }

    /// The actors that the words mean, with the parties that they belong to; or what tells other actors apart.
    fn actor_ids(&self, mentions: &[ActorMention]) -> Vec<String> {
        let mut ids: Vec<String> = mentions
            .iter()
            .flat_map(|m| {
                let known: Vec<String> = self
                    .agreements
                    .iter()
                    .flat_map(|a| a.agreement.resolve(&m.text).into_iter().flat_map(|x| a.agreement.lineage(&x.actor)))
                    .map(|x| x.to_string())
                    .collect();
                if known.is_empty() { vec![names::key(&m.text)] } else { known }
            })
            .filter(|id| !id.is_empty())
            .collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// What people read in place of the keys.
    fn labels(&self) -> Labels {
        let mut labels = Labels::default();
        for actor in self.agreements.iter().flat_map(|a| &a.agreement.actors) {
            labels.actor(actor.id.as_str(), &actor.name);
        }
        for c in &self.claims {
            for m in c.claim.alleged_authors.iter().chain(&c.claim.affected) {
                labels.seen(&names::key(&m.text), &m.text);
            }
            for l in &c.claim.chain {
                labels.seen(&names::key(&l.name), &l.name);
                labels.seen(&l.name.to_lowercase(), &l.name);
            }
        }
        labels
    }

    /// The party to the conflict that these words belong to, if any: the whole side, not one of its bodies.
    fn party(&self, words: &str) -> Option<String> {
        use armistice_core::agreement::words::ActorKind;
        self.agreements.iter().find_map(|a| {
            a.agreement.resolve(words).into_iter().find_map(|m| match m.kind {
                ActorKind::Party | ActorKind::SupportingForce => {
                    let side = a.agreement.lineage(&m.actor).last().map(ToString::to_string);
                    Some(side.unwrap_or_else(|| m.actor.to_string()))
                }
                ActorKind::Guarantor | ActorKind::Excluded | ActorKind::Observer | ActorKind::Third => None,
            })
        })
    }

    /// The first producer of a claim, as far as its chain tells: the innermost link that says something of its own.
    fn source(&self, claim: &Claim, data: bool) -> SourceKey {
        if data {
            let of = |role: ChainRole| claim.chain.iter().filter(move |l| l.role == role).map(|l| l.name.clone());
            return SourceKey::Compiled {
                data_set: of(ChainRole::Outlet).next().unwrap_or_default(),
                // By the same key as a speaker of a page, so that both are one source.
                originals: of(ChainRole::Speaker).map(|name| names::key(&name)).collect(),
            };
        }
        let group = claim.chain.iter().rev().find(|l| l.role == ChainRole::CitedGroup).map(|l| l.name.as_str());
        for link in claim.chain.iter().rev() {
            let name = link.name.as_str();
            match link.role {
                ChainRole::CitedGroup | ChainRole::Outlet => {}
                ChainRole::Speaker | ChainRole::Recorder => {
                    let party = self.party(name).or_else(|| group.and_then(|g| self.party(g)));
                    return match party {
                        Some(party) => SourceKey::Party { party, name: names::key(name) },
                        None => SourceKey::Named(names::key(name)),
                    };
                }
                ChainRole::UnnamedSource => {
                    return match self.party(name) {
                        Some(party) => SourceKey::Party { party, name: name.to_lowercase() },
                        None => SourceKey::Unnamed(name.to_owned()),
                    };
                }
                ChainRole::Document | ChainRole::CitedOutlet | ChainRole::Agency => {
                    return SourceKey::Named(name.to_lowercase());
                }
            }
        }
        SourceKey::Unstated
    }

    fn incidents(&self, counted: &[RecordedClaim]) -> Vec<Incident> {
        let mut judgements: Vec<Judgement> = Vec::new();
        for (at, j) in self.record.judgements() {
            if let (Some(a), Some(b)) = (ClaimId::parse(&j.a), ClaimId::parse(&j.b)) {
                judgements.push(Judgement { a, b, verdict: j.verdict, by: at.member.clone() });
            }
        }
        incident::link(counted, &judgements, &self.labels)
    }

    fn problems(&self) -> Vec<out::Problem> {
        let mut problems = Vec::new();
        for (member, index, why) in &self.record.stopped {
            problems.push(out::Problem {
                thing: format!("register of {member}, entry {index}"),
                what: format!("{why}; nothing from there on is in this brief."),
                next: "Use a newer armistice, or get a good copy of the register.".to_owned(),
            });
        }
        for (at, (kind, version)) in &self.record.unknown {
            problems.push(out::Problem {
                thing: format!("register of {}, entry {}", at.member, at.index),
                what: format!(
                    "a `{kind}` of version {version}, which this program does not know, is not in this brief."
                ),
                next: "Use a newer armistice.".to_owned(),
            });
        }
        for (id, d) in &self.record.documents {
            let file = d.captured.first().map_or_else(|| id.to_string(), |(_, c)| c.file.clone());
            if d.captured.is_empty() {
                problems.push(out::Problem {
                    thing: file,
                    what: "statements speak of it and its capture has not arrived.".to_owned(),
                    next: "Fetch the register that captured it.".to_owned(),
                });
            } else if d.text().is_none() || d.claims().is_none() {
                problems.push(out::Problem {
                    thing: file,
                    what: "it was captured and not read to its end.".to_owned(),
                    next: "Run `armistice add DIR` to finish.".to_owned(),
                });
            } else if !self.record.compared.contains_key(id) {
                problems.push(out::Problem {
                    thing: file,
                    what: "it was not compared with the other documents yet, so copies of it count as origins."
                        .to_owned(),
                    next: "Run `armistice add DIR` to finish.".to_owned(),
                });
            }
        }
        problems
    }
}

/// Of what members' engines said of a pair: the newest version; among equals the first in canonical order.
fn in_force(said: &[(EntryRef, Copies)]) -> Option<&Copies> {
    said.iter().rev().max_by_key(|(_, c)| c.engine.version).map(|(_, c)| c)
}

/// Whether a shared run covers enough of a claim.
fn covers(run: Span, claim: Span) -> bool {
    let overlap = run.end.min(claim.end).saturating_sub(run.start.max(claim.start)) as usize;
    overlap * 100 >= claim.len() * COPIED_SHARE && overlap > 0
}

/// The time of a claim. One that is told as having happened and names no time happened before it was published.
fn when(claim: &Claim, published: &When, effective: Option<jiff::civil::Date>) -> When {
    let told = matches!(claim.kind, ClaimKind::Incident | ClaimKind::Allegation);
    let tense = match claim.kind {
        ClaimKind::Plan
        | ClaimKind::Proposal
        | ClaimKind::Demand
        | ClaimKind::Pledge
        | ClaimKind::Condition
        | ClaimKind::Refusal => Tense::Future,
        ClaimKind::Incident | ClaimKind::Allegation | ClaimKind::Denial | ClaimKind::Total => Tense::Past,
        ClaimKind::AgreementFact | ClaimKind::AgreementScope | ClaimKind::Position | ClaimKind::Context => {
            Tense::Unknown
        }
    };
    match &claim.time {
        Some(mention) => {
            let zone = claim.place.as_ref().and_then(|p| p.zone.clone());
            let anchor = Anchor { published: *published, zone, agreement_effective: effective };
            resolve(&mention.expr, &anchor, tense)
        }
        None => {
            let to = published.to.filter(|_| told && claim.polarity != Polarity::Open);
            let precision = if to.is_some() { TimePrecision::Period } else { TimePrecision::Unknown };
            When { from: None, to, precision, basis: TimeBasis::NotStated }
        }
    }
}
