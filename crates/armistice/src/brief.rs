//! The brief: the joint record, dated, grouped by origin, linked, held against the agreements, and put into output types.
//!
//! Must not: use a clock, randomness or the network. From the same registers it is the same, byte for byte.

use crate::{
    agreements::{self, AgreementFile},
    compare,
    mission::{self, Holdings, Mission},
    output::brief_v1 as out,
};
use armistice_core::{
    claim::{ActorMention, ChainRole, Claim, ClaimKind, Polarity},
    contradiction,
    count::Count,
    dating::{self, Dated, DateEvidence, DateRole, DocumentDates},
    id::{ClaimId, DocumentId, PersonId},
    incident::{self, Incident, Judgement, RecordedClaim, SourceKey},
    named::Named as _,
    origin::{self, Bound, Origin, OriginDocument},
    place::Place,
    record::{self, Copies, DocumentState, EntryRef, Record},
    scope::{
        self,
        facts::{ActorRef, IncidentFacts},
    },
    span::Span,
    statement::{Bond, FATES, TextRead, Verdict},
    time::{Anchor, Tense, TimeBasis, TimePrecision, When, resolve},
};
use armistice_read::{
    document,
    elements::{Found, names},
    lineage::{
        agencies::Agencies,
        credit::CueKind,
        origin::{OriginDoc, text_agency},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Share of a claim's bytes that a shared run must cover for the claim to stand in the other document too, in hundredths.
const COPIED_SHARE: usize = 50;

/// Composes the brief of what a mission holds.
#[must_use]
pub fn compose(mission: &Mission, holdings: &Holdings) -> out::Brief {
    let record = record::fold(&mission::statements(&holdings.registers));
    let (agreements, broken) = agreements::of_record(&record);
    let work = Work::new(&record, &agreements);
    let mut problems: Vec<out::Problem> = broken
        .into_iter()
        .map(|(thing, what)| out::Problem {
            thing: format!("agreement {thing}"),
            what,
            next: "Nothing is held against it. Adopt a sound file.".to_owned(),
        })
        .collect();
    problems.extend(work.problems());
    let incidents = work.incidents();
    let contradictions = contradiction::find(&work.claims, &incidents);
    out::Brief {
        version: 1,
        mission: out::Mission {
            id: mission.file.id.clone(),
            title: record.opened.first().map_or_else(|| mission.file.title.clone(), |(_, (title, _))| title.clone()),
            members: holdings.registers.iter().map(|r| r.member.as_str().to_owned()).collect(),
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
        documents: work.documents.iter().enumerate().map(|(i, d)| work.document(i, d)).collect(),
        origins: work.origins.iter().map(|o| work.origin(o)).collect(),
        copies: work.copies(),
        people: work.people(),
        claims: work.claims.iter().map(|c| work.claim(c)).collect(),
        incidents: incidents.iter().map(|i| work.incident(i)).collect(),
        contradictions: contradictions
            .into_iter()
            .map(|c| out::Contradiction {
                id: c.id.to_string(),
                claims: c.claims.iter().map(ClaimId::to_string).collect(),
                about: c.about,
                relation: c.relation.id().to_owned(),
                why: c.why,
            })
            .collect(),
        problems,
        as_of: out::AsOf {
            registers: holdings
                .registers
                .iter()
                .map(|r| out::RegisterAsOf {
                    origin: r.reading.origin().to_owned(),
                    member: r.member.as_str().to_owned(),
                    size: r.reading.size(),
                    root: r.reading.root().hex(),
                })
                .collect(),
            reader_version: document::VERSION,
        },
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
    pairs: BTreeMap<(&'a DocumentId, &'a DocumentId), &'a Copies>,
    origins: Vec<Origin>,
    origin_of: BTreeMap<DocumentId, usize>,
    claims: Vec<RecordedClaim>,
    by_id: BTreeMap<ClaimId, usize>,
}

impl<'a> Work<'a> {
    fn new(record: &'a Record, agreements: &'a [AgreementFile]) -> Self {
        let ids: Vec<(&DocumentId, &DocumentState)> = record
            .order
            .iter()
            .filter_map(|id| Some((id, record.documents.get(id)?)))
            .filter(|(_, d)| !d.captured.is_empty())
            .collect();
        let pairs: BTreeMap<_, _> = record
            .copies
            .iter()
            .filter_map(|((a, b), said)| Some(((a, b), in_force(said)?)))
            .collect();
        let effective = agreements.iter().map(|a| a.agreement.effective.local.date()).min();
        let dates: Vec<DocumentDates> = ids
            .iter()
            .map(|(id, d)| DocumentDates {
                document: (*id).clone(),
                evidence: d.text().map_or_else(Vec::new, |(_, t)| evidence(t)),
                agreement_effective: effective.filter(|_| speaks_of_agreement(d)),
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
        let mut work = Self {
            record,
            agreements,
            documents,
            pairs,
            origins: vec![],
            origin_of: BTreeMap::new(),
            claims: vec![],
            by_id: BTreeMap::new(),
        };
        work.origins = work.group();
        for (i, o) in work.origins.iter().enumerate() {
            for d in &o.documents {
                work.origin_of.insert(d.clone(), i);
            }
        }
        work.claims = work.record_claims(effective);
        work.by_id = work.claims.iter().enumerate().map(|(i, c)| (c.claim.id.clone(), i)).collect();
        work
    }

    fn label(&self, id: &str) -> Option<String> {
        let d = self.documents.iter().position(|d| d.id.as_str() == id)?;
        Some(format!("[{}]", d + 1))
    }

    /// Reasons name documents by id; people know them by number.
    fn with_numbers(&self, reason: &str) -> String {
        let mut out = String::with_capacity(reason.len());
        let mut rest = reason;
        while let Some(at) = rest.find("doc-") {
            out.push_str(&rest[..at]);
            let id: String = rest[at..].chars().take(4 + 16).collect();
            match self.label(&id) {
                Some(label) => out.push_str(&label),
                None => out.push_str(&id),
            }
            rest = &rest[at + id.len()..];
        }
        out.push_str(rest);
        out
    }

    fn group(&self) -> Vec<Origin> {
        let agencies = Agencies::bundled();
        let documents: Vec<OriginDocument> = self
            .documents
            .iter()
            .enumerate()
            .map(|(i, d)| {
                let cues = d.text.map_or_else(Vec::new, |t| compare::cues(&t.credits));
                let outlet = d.text.and_then(|t| t.outlet.as_ref()).map(|w| w.text.clone());
                let doc = OriginDoc {
                    outlet: outlet.clone(),
                    title: None,
                    published: None,
                    main_start: d.text.map_or(0, main_start),
                    cues,
                };
                let agency = text_agency(&doc, agencies);
                let mut notes = Vec::new();
                let name = format!("[{}]", i + 1);
                if let Some(a) = &agency {
                    let agency = agencies.name(a.agency);
                    if a.stated {
                        notes.push(format!("{name} is credited to {agency} (“{}”)", a.evidence.trim()));
                    } else {
                        notes.push(format!("speakers in {name} spoke to {agency} (“{}”)", a.evidence.trim()));
                    }
                }
                let mut said = BTreeSet::new();
                for cue in &doc.cues {
                    let own = agency.as_ref().is_some_and(|a| Some(a.agency) == cue.agency);
                    let note = match cue.kind {
                        CueKind::PhotoCredit if !own => {
                            format!("{name} credits {} for a picture only, which is no credit for the text", cue.name)
                        }
                        CueKind::CitedOutlet if !own => format!("{name} cites {} for a passage", cue.name),
                        CueKind::CourtesyLine if !own => format!("{name} says that it comes from {}", cue.name),
                        CueKind::PhotoCredit
                        | CueKind::CitedOutlet
                        | CueKind::CourtesyLine
                        | CueKind::TextCredit
                        | CueKind::DatelineAgency
                        | CueKind::ToldAgency => continue,
                    };
                    if said.insert(note.clone()) {
                        notes.push(note);
                    }
                }
                let title = d.text.and_then(|t| t.title.as_ref()).map(|w| w.text.clone());
                let file = d.state.captured.first().map(|(_, c)| c.file.clone());
                OriginDocument {
                    document: d.id.clone(),
                    agency: agency.map(|a| agencies.name(a.agency).to_owned()),
                    outlet,
                    title: title.or(file).unwrap_or_default(),
                    notes,
                }
            })
            .collect();
        let bonds: Vec<Bound> = self
            .pairs
            .iter()
            .map(|((a, b), c)| Bound {
                a: (*a).clone(),
                b: (*b).clone(),
                bond: c.bond,
                reasons: c.reasons.iter().map(|r| self.with_numbers(r)).collect(),
            })
            .collect();
        origin::origins(&documents, &bonds)
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

    fn actor_ids(&self, mentions: &[ActorMention]) -> Vec<String> {
        let mut ids: Vec<String> = mentions
            .iter()
            .flat_map(|m| {
                let known: Vec<String> = self
                    .agreements
                    .iter()
                    .flat_map(|a| a.agreement.resolve(&m.text))
                    .map(|x| x.actor.to_string())
                    .collect();
                // Words that no agreement knows still tell two actors apart.
                if known.is_empty() { vec![names::key(&m.text)] } else { known }
            })
            .collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// The party to the conflict that these words belong to, if any.
    fn party(&self, words: &str) -> Option<String> {
        use armistice_core::agreement::words::ActorKind;
        self.agreements.iter().find_map(|a| {
            a.agreement.resolve(words).into_iter().find_map(|m| match m.kind {
                ActorKind::Party | ActorKind::SupportingForce => Some(m.actor.to_string()),
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
                originals: of(ChainRole::Speaker).collect(),
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

    fn incidents(&self) -> Vec<Incident> {
        let mut judgements: Vec<Judgement> = Vec::new();
        for (at, j) in &self.record.judged {
            if let (Some(a), Some(b)) = (ClaimId::parse(&j.a), ClaimId::parse(&j.b)) {
                let verdict = match j.verdict {
                    Verdict::Same => incident::Verdict::Same,
                    Verdict::Different => incident::Verdict::Different,
                    Verdict::Unsure => incident::Verdict::Unsure,
                };
                judgements.push(Judgement { a, b, verdict, by: at.member.clone() });
            }
        }
        incident::link(&self.claims, &judgements)
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
                what: format!("a `{kind}` of version {version}, which this program does not know, is not in this brief."),
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
                    what: "it was not compared with the other documents yet, so copies of it count as origins.".to_owned(),
                    next: "Run `armistice add DIR` to finish.".to_owned(),
                });
            }
        }
        problems
    }

    // ---- into the output types -------------------------------------------------------------------------------------

    fn document(&self, _number: usize, d: &Doc<'_>) -> out::Document {
        let capture = d.state.captured.first().map(|(_, c)| c);
        let words = |w: Option<&armistice_core::statement::Words>| w.map(|w| w.text.clone());
        let (mut main_text, mut cut) = (Vec::new(), Vec::new());
        let mut at = 0;
        for part in d.text.map_or(&[][..], |t| &t.partition) {
            let (start, end) = (at, at + part.len);
            at = end;
            match FATES.get(usize::from(part.fate)) {
                Some(&"main") => main_text.push(out::Span { start, end }),
                reason => cut.push(out::Cut { start, end, reason: reason.copied().unwrap_or("other").to_owned() }),
            }
        }
        out::Document {
            id: d.id.to_string(),
            file: capture.map_or_else(String::new, |c| c.file.clone()),
            sha256: capture.map_or_else(String::new, |c| data_encoding::HEXLOWER.encode(&c.sha256)),
            title: words(d.text.and_then(|t| t.title.as_ref())),
            outlet: words(d.text.and_then(|t| t.outlet.as_ref())),
            byline: words(d.text.and_then(|t| t.byline.as_ref())),
            format: d.text.map(|t| t.format.clone()),
            language: d.text.and_then(|t| t.language.clone()),
            published: time(&d.dated.published),
            published_why: d.dated.reasons.clone(),
            page_dates: self.page_dates(d),
            main_text,
            cut,
            origin: self.origin_of.get(d.id).and_then(|o| self.origins.get(*o)).map(|o| o.id.to_string()),
            warnings: d.text.map_or_else(Vec::new, |t| t.warnings.clone()),
        }
    }

    fn page_dates(&self, d: &Doc<'_>) -> Vec<out::PageDate> {
        d.dated
            .page_dates
            .iter()
            .map(|p| {
                let shown = d.text.and_then(|t| t.dates.iter().find(|x| x.words.span == Some(p.span)));
                let t = time(&p.when);
                out::PageDate {
                    text: shown.map_or_else(String::new, |x| x.words.text.clone()),
                    span: Some(span(p.span)),
                    role: shown.map_or_else(|| role_id(p.role).to_owned(), |x| x.role.clone()),
                    from: t.from,
                    to: t.to,
                    used: p.used,
                    why: p.why.clone(),
                }
            })
            .collect()
    }

    fn origin(&self, o: &Origin) -> out::Origin {
        out::Origin {
            id: o.id.to_string(),
            label: o.label.clone(),
            documents: o.documents.iter().map(DocumentId::to_string).collect(),
            low: o.low,
            high: o.high,
            reasons: o.reasons.clone(),
        }
    }

    fn copies(&self) -> Vec<out::Copy> {
        self.pairs
            .iter()
            .filter(|(_, c)| !c.runs.is_empty() || c.bond != Bond::None)
            .map(|((a, b), c)| out::Copy {
                a: a.to_string(),
                b: b.to_string(),
                runs: c
                    .runs
                    .iter()
                    .map(|r| out::Run { a: span(r.a), b: span(r.b), words: r.words, quoted: r.quoted, edited: r.edited })
                    .collect(),
                reasons: c.reasons.iter().map(|r| self.with_numbers(r)).collect(),
                bond: c.bond.id().to_owned(),
            })
            .collect()
    }

    fn people(&self) -> Vec<out::Person> {
        let mentions: Vec<Vec<Found<names::NameMention>>> = self
            .documents
            .iter()
            .map(|d| {
                let read = d.state.claims().map(|(_, r)| r);
                let people = read.into_iter().flat_map(|r| r.parts.values().flat_map(|(_, p)| p));
                let mut found: Vec<_> = people
                    .flat_map(|p| {
                        p.mentions.iter().filter_map(|m| {
                            let value =
                                names::NameMention { name: m.text.clone(), title: None, role: p.role.clone() };
                            Some(Found { span: m.span?, value })
                        })
                    })
                    .collect();
                found.sort_by_key(|f| f.span);
                found
            })
            .collect();
        names::cluster(&mentions)
            .into_iter()
            .map(|p| {
                let first = p.variants.first();
                let parts = first.map(|(text, d, s)| (text.clone(), self.documents[*d].id.to_string(), s.start));
                let (text, document, start) = parts.unwrap_or_default();
                out::Person {
                    id: PersonId::of(&[text.as_bytes(), document.as_bytes(), &start.to_be_bytes()]).to_string(),
                    name: p.name,
                    variants: p
                        .variants
                        .into_iter()
                        .map(|(text, d, s)| out::Variant {
                            text,
                            document: self.documents[d].id.to_string(),
                            span: span(s),
                        })
                        .collect(),
                }
            })
            .collect()
    }

    /// The neutral name where an agreement knows the words; else the words.
    fn neutral(&self, words: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for a in self.agreements {
            for m in a.agreement.resolve(words) {
                if let Some(actor) = a.agreement.actors.iter().find(|x| x.id == m.actor)
                    && !found.contains(&actor.name)
                {
                    found.push(actor.name.clone());
                }
            }
        }
        if found.is_empty() { vec![words.to_owned()] } else { found }
    }

    fn neutral_all(&self, mentions: &[ActorMention]) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for name in mentions.iter().flat_map(|m| self.neutral(&m.text)) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all
    }

    fn claim(&self, r: &RecordedClaim) -> out::Claim {
        let c = &r.claim;
        let join = |list: Vec<String>| (!list.is_empty()).then(|| list.join("; "));
        let words = |list: &[ActorMention]| list.iter().map(|a| a.text.clone()).collect();
        out::Claim {
            id: c.id.to_string(),
            document: c.document.to_string(),
            span: span(c.span),
            quote: c.quote.clone(),
            kind: c.kind.id().to_owned(),
            act: c.act.map(|a| a.id().to_owned()),
            alleged_author: join(self.neutral_all(&c.alleged_authors)),
            affected: join(self.neutral_all(&c.affected)),
            place: c.place.as_ref().map(place),
            time: Some(time(&r.when)),
            counts: c.counts.iter().map(count).collect(),
            chain: c
                .chain
                .iter()
                .map(|l| out::Link {
                    name: (!l.name.is_empty()).then(|| l.name.clone()),
                    role: l.role.id().to_owned(),
                    verb: l.verb.clone(),
                })
                .collect(),
            polarity: c.polarity.id().to_owned(),
            alleged_author_words: words(&c.alleged_authors),
            affected_words: words(&c.affected),
            rules: c.rules.clone(),
            copied_in: r.in_copied_passage.iter().map(DocumentId::to_string).collect(),
        }
    }

    fn incident(&self, i: &Incident) -> out::Incident {
        let claims: Vec<&RecordedClaim> =
            i.claims.iter().filter_map(|id| self.claims.get(*self.by_id.get(id)?)).collect();
        let mut authors: Vec<String> = Vec::new();
        for name in claims.iter().flat_map(|c| self.neutral_all(&c.claim.alleged_authors)) {
            if !authors.contains(&name) {
                authors.push(name);
            }
        }
        let (mut tests, mut scopes) = (Vec::new(), Vec::new());
        for a in self.agreements {
            let answers = scope::test(&a.agreement, &facts(&a.agreement, i, &claims));
            for (text, standing) in scope::summary::summary(&answers).texts {
                let (head, why) = standing.words();
                scopes.push(out::Scope {
                    agreement: a.agreement.id.to_string(),
                    text: text.to_string(),
                    scope: head.replace(' ', "_"),
                    why,
                });
            }
            tests.extend(answers.into_iter().map(|t| out::Test {
                agreement: t.agreement.to_string(),
                text: t.text.to_string(),
                clause: t.clause.map(|c| c.to_string()),
                question: t.question.id().to_owned(),
                answer: t.answer.id().to_owned(),
                reasons: t.reasons.iter().map(|r| r.plain(&a.agreement)).collect(),
                would_change: t.would_change.iter().map(|w| w.plain(&a.agreement)).collect(),
                claims: t.claims.iter().map(ClaimId::to_string).collect(),
            }));
        }
        let o = &i.independent_origins;
        out::Incident {
            id: i.id.to_string(),
            title: i.title.clone(),
            claims: i.claims.iter().map(ClaimId::to_string).collect(),
            act: i.act.map(|a| a.id().to_owned()),
            alleged_authors: authors,
            place: i.place.as_ref().map(place),
            time: Some(time(&i.time)),
            counts: i.counts.iter().map(count).collect(),
            independent_origins: out::Independent { low: o.low, high: o.high, reasons: o.reasons.clone() },
            verification_status: i.verification_status.id().to_owned(),
            verification_why: i.verification_reasons.clone(),
            disagreements: i.disagreements.clone(),
            denials: i.denials.iter().map(ClaimId::to_string).collect(),
            aggregate: i.aggregate,
            tests,
            scope: scopes,
            why_linked: i
                .links
                .iter()
                .map(|l| {
                    let parts: Vec<String> = l.parts.iter().map(|p| format!("{} {:+}: {}", p.name, p.effect, p.why)).collect();
                    format!("{} and {}: {} ({})", l.a, l.b, l.weight, parts.join("; "))
                })
                .collect(),
        }
    }
}

/// Of what members' engines said of a pair: the newest version; among equals the first in canonical order.
fn in_force(said: &[(EntryRef, Copies)]) -> Option<&Copies> {
    said.iter().rev().max_by_key(|(_, c)| c.engine.version).map(|(_, c)| c)
}

fn main_start(t: &TextRead) -> u32 {
    let cut = t.partition.iter().take_while(|p| p.fate != 0);
    cut.map(|p| p.len).sum()
}

/// Whether a shared run covers enough of a claim.
fn covers(run: Span, claim: Span) -> bool {
    let overlap = run.end.min(claim.end).saturating_sub(run.start.max(claim.start)) as usize;
    overlap * 100 >= claim.len() * COPIED_SHARE && overlap > 0
}

/// The dates of a reading in the words of the dating.
fn evidence(t: &TextRead) -> Vec<DateEvidence> {
    t.dates
        .iter()
        .filter_map(|d| {
            let role = match d.role.as_str() {
                "meta_published" => DateRole::MetadataPublished,
                "meta_modified" => DateRole::MetadataModified,
                "publication_line" => DateRole::PublicationLine,
                "page_header" => DateRole::PageHeader,
                "caption" => DateRole::Caption,
                "url" => DateRole::Url,
                "lead" => DateRole::Lead,
                "body" => DateRole::Body,
                "agreement_age" => DateRole::AgreementAge,
                // A role of a later version is no evidence to this one.
                _ => return None,
            };
            Some(DateEvidence { role, expr: d.expr.clone(), tense: d.tense, span: d.words.span.unwrap_or_default() })
        })
        .collect()
}

fn role_id(role: DateRole) -> &'static str {
    match role {
        DateRole::MetadataPublished => "meta_published",
        DateRole::MetadataModified => "meta_modified",
        DateRole::PublicationLine => "publication_line",
        DateRole::PageHeader => "page_header",
        DateRole::Caption => "caption",
        DateRole::Url => "url",
        DateRole::Lead => "lead",
        DateRole::Body => "body",
        DateRole::AgreementAge => "agreement_age",
    }
}

/// Whether the text speaks of an agreement as standing: it gives its age, or tells a fact or the scope of one.
fn speaks_of_agreement(d: &DocumentState) -> bool {
    let age = d.text().is_some_and(|(_, t)| t.dates.iter().any(|d| d.role == "agreement_age"));
    age || d.claims().is_some_and(|(_, read)| {
        read.parts.values().flat_map(|(claims, _)| claims).any(|c| {
            matches!(c.kind, ClaimKind::AgreementFact | ClaimKind::AgreementScope)
                || matches!(
                    c.act,
                    Some(armistice_core::act::Act::CeasefireUpkeep | armistice_core::act::Act::Violation)
                )
        })
    })
}

/// The time of a claim. One that is told as having happened and names no time happened before it was published.
fn when(claim: &Claim, published: &When, effective: Option<jiff::civil::Date>) -> When {
    let told = matches!(claim.kind, ClaimKind::Incident | ClaimKind::Allegation);
    let tense = match claim.kind {
        ClaimKind::Plan | ClaimKind::Proposal | ClaimKind::Demand | ClaimKind::Pledge | ClaimKind::Condition
        | ClaimKind::Refusal => Tense::Future,
        ClaimKind::Incident | ClaimKind::Allegation | ClaimKind::Denial | ClaimKind::Total => Tense::Past,
        ClaimKind::AgreementFact | ClaimKind::AgreementScope | ClaimKind::Position | ClaimKind::Context => Tense::Unknown,
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

/// What is known of an incident, for the test.
fn facts(
    agreement: &armistice_core::agreement::Agreement,
    incident: &Incident,
    claims: &[&RecordedClaim],
) -> IncidentFacts {
    let refs = |of: fn(&Claim) -> &[ActorMention]| {
        let mut refs: Vec<ActorRef> = Vec::new();
        for c in claims {
            for mention in of(&c.claim) {
                for r in ActorRef::read(agreement, &mention.text, std::slice::from_ref(&c.claim.id)) {
                    let known = refs.iter_mut().find(|x| match (&x.actor, &r.actor) {
                        (Some(a), Some(b)) => a == b,
                        (None, None) => x.words.eq_ignore_ascii_case(&r.words),
                        _ => false,
                    });
                    match known {
                        Some(x) => x.claims.extend(r.claims),
                        None => refs.push(r),
                    }
                }
            }
        }
        refs
    };
    let mut acts: Vec<_> = claims.iter().filter_map(|c| c.claim.act).collect();
    acts.sort_unstable();
    acts.dedup();
    let with = |test: &dyn Fn(&Claim) -> bool| -> Vec<ClaimId> {
        claims.iter().filter(|c| test(&c.claim)).map(|c| c.claim.id.clone()).collect()
    };
    IncidentFacts {
        acts,
        act_claims: with(&|c| c.act.is_some()),
        authors: refs(|c| &c.alleged_authors),
        affected: refs(|c| &c.affected),
        when_claims: with(&|c| c.time.is_some()),
        place: incident.place.clone(),
        place_claims: with(&|c| c.place.is_some()),
        claims: incident.claims.clone(),
        ..IncidentFacts::at(incident.time)
    }
}

fn span(s: Span) -> out::Span {
    out::Span { start: s.start, end: s.end }
}

fn time(w: &When) -> out::Time {
    out::Time {
        from: w.from.map(|m| m.to_string()),
        to: w.to.map(|m| m.to_string()),
        precision: w.precision.id().to_owned(),
        basis: w.basis.id().to_owned(),
    }
}

fn place(p: &Place) -> out::Place {
    let degrees = |micro: i32| f64::from(micro) / 1e6;
    out::Place {
        text: p.text.clone(),
        name: p.name.clone(),
        precision: p.precision.id().to_owned(),
        lat: p.point.map(|x| degrees(x.0)),
        lon: p.point.map(|x| degrees(x.1)),
        admin1: p.admin1.clone(),
        country: p.country.clone(),
    }
}

fn count(c: &Count) -> out::Count {
    out::Count {
        what: c.what.id().to_owned(),
        status: c.status.id().to_owned(),
        min: c.min,
        best: c.best,
        max: c.max,
    }
}
