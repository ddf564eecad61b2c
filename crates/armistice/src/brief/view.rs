//! The joint record put into the output types.
//!
//! Must not: compute anything that a reader of the brief could not find in the record.

use super::{Doc, Work, dates::role_id};
use crate::output::brief_v1 as out;
use armistice_core::{
    agreement::name::ClauseId,
    claim::ActorMention,
    contradiction::Contradiction,
    count::Count,
    id::{ClaimId, DocumentId, PersonId},
    incident::{Incident, RecordedClaim},
    named::Named as _,
    origin::Origin,
    place::Place,
    said::Said,
    scope::{self, summary::Standing},
    span::Span,
    statement::{Bond, FATES},
    time::When,
};
use armistice_read::elements::{Found, names};

impl Work<'_> {
    pub(super) fn document(&self, d: &Doc<'_>) -> out::Document {
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

    pub(super) fn origin(&self, o: &Origin) -> out::Origin {
        out::Origin {
            id: o.id.to_string(),
            label: o.label.clone(),
            documents: o.documents.iter().map(DocumentId::to_string).collect(),
            low: o.low,
            high: o.high,
            reasons: o.reasons.clone(),
        }
    }

    pub(super) fn copies(&self) -> Vec<out::Copy> {
        self.pairs
            .iter()
            .filter(|(_, c)| !c.runs.is_empty() || c.bond != Bond::None)
            .map(|((a, b), c)| out::Copy {
                a: a.to_string(),
                b: b.to_string(),
                runs: c
                    .runs
                    .iter()
                    .map(|r| out::Run {
                        a: span(r.a),
                        b: span(r.b),
                        words: r.words,
                        quoted: r.quoted,
                        edited: r.edited,
                    })
                    .collect(),
                reasons: c.reasons.iter().map(|r| self.with_numbers(r)).collect(),
                bond: c.bond.id().to_owned(),
            })
            .collect()
    }

    pub(super) fn people(&self) -> Vec<out::Person> {
        let mentions: Vec<Vec<Found<names::NameMention>>> = self
            .documents
            .iter()
            .map(|d| {
                let read = d.state.claims().map(|(_, r)| r);
                let people = read.into_iter().flat_map(|r| r.parts.values().flat_map(|(_, p)| p));
                let mut found: Vec<_> = people
                    .flat_map(|p| {
                        p.mentions.iter().filter_map(|m| {
                            let value = names::NameMention { name: m.text.clone(), title: None, role: p.role.clone() };
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

    pub(super) fn contradiction(&self, c: Contradiction) -> out::Contradiction {
        out::Contradiction {
            id: c.id.to_string(),
            claims: c.claims.iter().map(ClaimId::to_string).collect(),
            about: c.about,
            relation: c.relation.id().to_owned(),
            why: self.with_numbers(&c.why),
            said: c.said.iter().map(|s| s.with_texts(&|t| self.with_numbers(t))).collect(),
        }
    }

    /// A claim as it was read, with what people said of it.
    pub(super) fn claim(&self, r: &RecordedClaim) -> out::Claim {
        let r = self.originals.get(&r.claim.id).unwrap_or(r);
        let c = &r.claim;
        let (review, reviews) = self.reviews(c);
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
            review,
            reviews,
        }
    }

    pub(super) fn incident(&self, i: &Incident) -> out::Incident {
        let claims: Vec<&RecordedClaim> =
            i.claims.iter().filter_map(|id| self.claims.get(*self.by_id.get(id)?)).collect();
        let mut authors: Vec<String> = Vec::new();
        for name in claims.iter().flat_map(|c| self.neutral_all(&c.claim.alleged_authors)) {
            if !authors.contains(&name) {
                authors.push(name);
            }
        }
        let (mut tests, mut scopes) = (Vec::new(), Vec::new());
        for super::tests::Tested { file: a, answers, .. } in self.tested(i) {
            for (text, standing) in scope::summary::summary(&answers).texts {
                let (head, why) = standing.words();
                let ids = |list: &[ClauseId]| list.iter().map(ToString::to_string).collect();
                let questions = |list: &[scope::Question]| list.iter().map(|q| q.id().to_owned()).collect();
                let (clauses, open_exceptions, because) = match &standing {
                    Standing::InScope { clauses, open_exceptions } => (ids(clauses), ids(open_exceptions), vec![]),
                    Standing::OutOfScope { because } => (vec![], vec![], questions(because)),
                    Standing::CannotBeDetermined { open } => (vec![], vec![], questions(open)),
                };
                scopes.push(out::Scope {
                    agreement: a.agreement.id.to_string(),
                    text: text.to_string(),
                    scope: head.replace(' ', "_"),
                    why,
                    why_said: standing.said(),
                    clauses,
                    open_exceptions,
                    because,
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
                reasons_said: t.reasons.iter().map(|r| r.said(&a.agreement)).collect(),
                would_change_said: t.would_change.iter().map(|w| w.said(&a.agreement)).collect(),
                claims: t.claims.iter().map(ClaimId::to_string).collect(),
                contrary: t.contrary.iter().map(ClaimId::to_string).collect(),
                findings: t.findings.iter().map(ToString::to_string).collect(),
                contrary_findings: t.contrary_findings.iter().map(ToString::to_string).collect(),
            }));
        }
        let o = &i.independent_origins;
        let numbered = |all: &[Said]| all.iter().map(|s| s.with_texts(&|t| self.with_numbers(t))).collect();
        out::Incident {
            id: i.id.to_string(),
            title: i.title.clone(),
            claims: i.claims.iter().map(ClaimId::to_string).collect(),
            act: i.act.map(|a| a.id().to_owned()),
            alleged_authors: authors,
            place: i.place.as_ref().map(place),
            time: Some(time(&i.time)),
            counts: i.counts.iter().map(count).collect(),
            independent_origins: out::Independent {
                low: o.low,
                high: o.high,
                reasons: o.reasons.iter().map(|r| self.with_numbers(r)).collect(),
                said: numbered(&o.said),
            },
            verification_status: i.verification_status.id().to_owned(),
            verification_why: i.verification_reasons.iter().map(|r| self.with_numbers(r)).collect(),
            disagreements: i.disagreements.clone(),
            verification_said: numbered(&i.verification_said),
            disagreements_said: i.disagreements_said.clone(),
            denials: i.denials.iter().map(ClaimId::to_string).collect(),
            aggregate: i.aggregate,
            tests,
            scope: scopes,
            why_linked: i
                .links
                .iter()
                .map(|l| {
                    let parts: Vec<String> =
                        l.parts.iter().map(|p| format!("{} {:+}: {}", p.name, p.effect, p.why)).collect();
                    format!("{} and {}: {} ({})", l.a, l.b, l.weight, parts.join("; "))
                })
                .collect(),
        }
    }
}

fn span(s: Span) -> out::Span {
    out::Span { start: s.start, end: s.end }
}

/// A time as the layout has it.
pub(crate) fn time(w: &When) -> out::Time {
    out::Time {
        from: w.from.map(|m| m.to_string()),
        to: w.to.map(|m| m.to_string()),
        precision: w.precision.id().to_owned(),
        basis: w.basis.id().to_owned(),
    }
}

pub(super) fn place(p: &Place) -> out::Place {
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

pub(super) fn count(c: &Count) -> out::Count {
    out::Count { what: c.what.id().to_owned(), status: c.status.id().to_owned(), min: c.min, best: c.best, max: c.max }
}
