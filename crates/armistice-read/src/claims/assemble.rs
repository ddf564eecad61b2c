//! Puts the parts together: one claim per proposition, with its words, act, actors, place, time, counts and chain.
//!
//! Must not: take a place, time or count from another paragraph.

use super::{
    ClaimContext,
    acts::{self, Event, Stretch},
    attach::{self, Elements},
    clauses::{self, Clause},
    kinds::{self, Facts},
    ledgers, lexicon as lx,
    merge::merge,
    nouns::View,
    rules::{Language, Relation},
    sentences::Paragraph,
    sources::{Link, Memory},
    speech::{self, Attribution, covering},
};
use crate::{block::BlockKind, source::SourceText};
use armistice_core::{
    act::Act,
    claim::{ActorMention, ChainLink, ChainRole, Claim, ClaimKind, Polarity},
    count::{Count, CountWhat},
    span::Span,
};

/// Quotations of fewer words are the reporter's borrowed words, not a statement by themselves.
const MIN_QUOTATION: usize = 5;
/// At most so many claims of one document: a page of millions of short sentences must not fill a register.
const MAX_CLAIMS: usize = 20_000;

/// So many dead are the toll of a war or of years, not of one act of it: the deadliest single incidents in event data (UCDP GED)
/// stay below, but for a few massacres that texts call by their names.
const WAR_TOLL: u64 = 3_000;

/// One sentence, read.
pub(super) struct Sentence {
    pub(super) range: (usize, usize),
    pub(super) time: Vec<bool>,
    pub(super) said: Vec<Attribution>,
    pub(super) events: Vec<Event>,
}

/// A claim before its place in the captured file is known.
pub(super) struct Draft {
    pub(super) span: Stretch,
    pub(super) kind: ClaimKind,
    pub(super) polarity: Polarity,
    pub(super) act: Option<Act>,
    pub(super) authors: Vec<Stretch>,
    pub(super) affected: Vec<Stretch>,
    pub(super) links: Vec<Link>,
    pub(super) rules: Vec<String>,
    /// The token that the claim turns on.
    pub(super) key: usize,
    pub(super) counts: Vec<Count>,
    /// The clause in clean bytes: elements inside are its own.
    pub(super) clause: Stretch,
}

/// Reads paragraph after paragraph, remembering who spoke.
pub(super) struct Reader<'a, 'c> {
    text: &'a SourceText,
    ctx: &'a ClaimContext<'c>,
    language: &'static Language,
    memory: Memory,
    /// Settlements that the document told of so far, which the gazetteer lacks.
    told: std::collections::BTreeSet<String>,
    claims: Vec<Claim>,
}

impl<'a, 'c> Reader<'a, 'c> {
    pub(super) fn new(text: &'a SourceText, ctx: &'a ClaimContext<'c>, language: &'static Language) -> Self {
        Self {
            text,
            ctx,
            language,
            memory: Memory::default(),
            told: std::collections::BTreeSet::new(),
            claims: Vec::new(),
        }
    }

    /// The claims in their canonical order.
    pub(super) fn finish(mut self) -> Vec<Claim> {
        self.claims.sort_by(|a, b| (a.span, a.kind, a.act, &a.id).cmp(&(b.span, b.kind, b.act, &b.id)));
        self.claims.dedup_by(|a, b| a.id == b.id);
        self.claims
    }

    pub(super) fn paragraph(&mut self, par: &Paragraph<'_>) {
        let elements = Elements::find(par, self.ctx, &mut self.told);
        let mut sentences: Vec<Sentence> = Vec::new();
        for &(lo, hi) in &par.sentences {
            let time = elements.time_marks(par, lo, hi);
            let view = View { par, lo, hi, time: &time };
            let said = speech::attributions(view, self.language, &mut self.memory);
            sentences.push(Sentence { range: (lo, hi), time, said, events: Vec::new() });
        }
        self.carry_quotations(par, &mut sentences);
        for s in &mut sentences {
            let view = View { par, lo: s.range.0, hi: s.range.1, time: &s.time };
            s.events = acts::events(view, self.language, &s.said);
        }
        for n in 0..sentences.len() {
            if self.claims.len() >= MAX_CLAIMS {
                return;
            }
            let before = n.checked_sub(1).map(|p| &sentences[p]);
            self.sentence(par, &sentences[n], before, &elements);
        }
    }

    /// Gives quotations that stand without a reporting clause their speaker.
    fn carry_quotations(&mut self, par: &Paragraph<'_>, sentences: &mut [Sentence]) {
        let mut carried: Vec<(usize, Attribution)> = Vec::new();
        let quote_links = |sentences: &[Sentence], q: (usize, usize), skip: Option<usize>| -> Option<Vec<Link>> {
            sentences
                .iter()
                .enumerate()
                .filter(|(n, _)| Some(*n) != skip)
                .flat_map(|(_, s)| &s.said)
                .find(|a| !a.links.is_empty() && a.content.iter().any(|c| c.0 < q.1 && q.0 < c.1))
                .map(|a| a.links.clone())
        };
        for (n, s) in sentences.iter().enumerate() {
            for q in &par.quotes {
                let part = (q.start.max(s.range.0), q.end.min(s.range.1));
                if part.0 >= part.1 || part.1 - part.0 < MIN_QUOTATION {
                    continue;
                }
                let own = s
                    .said
                    .iter()
                    .any(|a| !a.links.is_empty() && a.covers(part.0) && (a.clause.1 <= q.start || a.clause.0 >= q.end));
                if own {
                    continue;
                }
                let same = quote_links(sentences, (q.start, q.end), Some(n));
                let whole = part.0 <= s.range.0 + 1;
                let before = || {
                    let earlier = par.quotes.iter().rev().find(|p| p.end <= q.start && p.end - p.start >= 3)?;
                    quote_links(sentences, (earlier.start, earlier.end), None)
                };
                let carried_before = || carried.iter().rev().find(|(m, _)| *m < n).map(|(_, a)| a.links.clone());
                let (links, rule) = match same {
                    Some(l) => (Some(l), "speech.quotation"),
                    None if whole => (
                        before().or_else(carried_before).or_else(|| self.memory.quotation.clone()),
                        "speech.quotation_carried",
                    ),
                    None => (None, ""),
                };
                if let Some(links) = links {
                    carried.push((
                        n,
                        Attribution {
                            relation: Relation::Say,
                            verb: part.0,
                            clause: (part.0, part.0),
                            links,
                            object: None,
                            content: vec![part],
                            rule,
                            passive: false,
                        },
                    ));
                }
            }
        }
        for (n, a) in carried {
            sentences[n].said.insert(0, a);
        }
        // Who spoke last, for the next paragraph.
        for q in par.quotes.iter().filter(|q| q.end - q.start >= MIN_QUOTATION) {
            if let Some(links) = quote_links(sentences, (q.start, q.end), None) {
                self.memory.quotation = Some(links);
            }
        }
        if par.quotes.is_empty() && !par.sentences.is_empty() {
            self.memory.quotation = None;
        }
    }

    fn sentence(&mut self, par: &Paragraph<'_>, s: &Sentence, before: Option<&Sentence>, elements: &Elements) {
        let view = View { par, lo: s.range.0, hi: s.range.1, time: &s.time };
        let clauses = clauses::clauses(view, &s.events, &s.said);
        let mut drafts = Vec::new();
        for clause in &clauses {
            self.clause(view, s, clause, elements, &mut drafts);
        }
        ledgers::add(view, self.language, self.ctx.language, s, before, &mut drafts);
        let whole = attach::byte_span(view, s.range.0, s.range.1);
        // The only statement of a sentence is the sentence.
        let spans: std::collections::BTreeSet<Stretch> = drafts.iter().map(|d| d.span).collect();
        if spans.len() == 1 {
            for d in &mut drafts {
                d.span = whole;
            }
        }
        let single = drafts.len() == 1;
        let mut ordinal: Vec<(Stretch, ClaimKind, u32)> = Vec::new();
        for d in drafts {
            let nth = ordinal.iter().filter(|(p, k, _)| *p == d.span && *k == d.kind).count();
            ordinal.push((d.span, d.kind, 0));
            let claim = self.claim(view, par, s, before, elements, d, single, u32::try_from(nth).unwrap_or(u32::MAX));
            self.claims.extend(claim);
        }
    }

    fn clause(&self, view: View<'_, '_>, s: &Sentence, clause: &Clause, elements: &Elements, drafts: &mut Vec<Draft>) {
        let events: Vec<&Event> =
            s.events.iter().filter(|e| clause.start <= e.at.head && e.at.head < clause.end).collect();
        let key = events.first().map_or_else(|| first_content(view, clause, &s.said), |e| e.at.head);
        let mut around = covering(&s.said, key);
        if clause.relative {
            // What a relative clause tells is the speaker's, but no part of what is demanded or promised.
            around.retain(|a| {
                !matches!(a.relation, Relation::Demand | Relation::Pledge | Relation::Refuse | Relation::Propose)
            });
        }
        // A clause that only says who speaks.
        let speaks = |i: usize| s.said.iter().any(|a| a.clause.0 <= i && i < a.clause.1 && !a.links.is_empty());
        if (clause.start..clause.end).all(|i| !view.par.tokens[i].is_word() || speaks(i)) && events.is_empty() {
            return;
        }
        let span = attach::byte_span(view, clause.from, clause.end);
        let counts = elements.counts_in(span);
        let own: Vec<&Attribution> = s
            .said
            .iter()
            .filter(|a| {
                clause.start <= a.verb && a.verb < clause.end && !a.covers(key) && !a.links.is_empty() && !a.passive
            })
            .collect();
        let links = chain(&around, &own);
        let facts = Facts {
            relations: kinds::relations(clause, &around, &s.said),
            speaker: around
                .iter()
                .chain(&own)
                .any(|a| !a.links.is_empty() && (spoken(a.relation) || clause.start <= a.verb && a.verb < clause.end)),
            roles: links.iter().map(|l| l.role).collect(),
            counted: !counts.is_empty() || (clause.from..clause.end).any(|i| view.is(i, lx::NUM)),
            events: events.clone(),
            sources: s.said.iter().filter(|a| !a.links.is_empty()).map(|a| a.clause).collect(),
        };
        let Some(verdict) = kinds::decide(view, self.language, clause, &facts) else { return };
        let mut rules = vec![format!("kind.{}", verdict.rule.id)];
        rules.extend(around.iter().chain(&own).filter(|a| !a.links.is_empty()).map(|a| a.rule.to_owned()));
        if links.iter().any(|l| l.resolved) {
            rules.push("speech.pronoun".to_owned());
        }
        rules.dedup();
        let mut kind = verdict.rule.kind;
        if kind == ClaimKind::Incident
            && counts.iter().any(|c| c.what == CountWhat::Killed && c.min.or(c.best).is_some_and(|n| n >= WAR_TOLL))
        {
            kind = ClaimKind::Total;
            rules.push("kind.total.large".to_owned());
        }
        // "Every such strike is a breach", somebody is quoted: a judgement, not the report of an act.
        if kind == ClaimKind::Incident
            && facts.speaker
            && view.par.quote_of.get(key).is_some_and(|q| *q != 0)
            && events.iter().any(|e| e.act() == Act::Violation)
        {
            kind = ClaimKind::Allegation;
            rules.push("kind.allegation.quoted".to_owned());
        }
        let base = Draft {
            span,
            kind,
            polarity: verdict.polarity,
            act: None,
            authors: Vec::new(),
            affected: Vec::new(),
            links,
            rules,
            key,
            counts: Vec::new(),
            clause: span,
        };
        let groups = merge(kind, &events);
        if groups.is_empty() {
            let mut d = base;
            self.bearers(view, s, &verdict, &mut d);
            d.counts = counts.clone();
            drafts.push(d);
            return;
        }
        let told = matches!(kind, ClaimKind::Incident | ClaimKind::Allegation | ClaimKind::Denial);
        for (n, group) in groups.iter().enumerate() {
            let main = group.main;
            let mut d = Draft {
                act: Some(main.act()),
                authors: group.authors.clone(),
                affected: group.affected.clone(),
                links: base.links.clone(),
                rules: base.rules.clone(),
                key: main.at.head,
                counts: Vec::new(),
                ..base
            };
            d.rules.push(format!("act.{}", main.act().id()));
            d.rules.extend(group.how.map(str::to_owned));
            if kind == ClaimKind::Total {
                d.authors.clear();
            }
            let recorded = d.links.iter().any(|l| l.role == ChainRole::Recorder);
            if recorded {
                // The list says that it happened, not who did it, unless an accusation does.
                let accused = group.how == Some("acts.author.accused");
                if main.act() == Act::Violation && !accused {
                    d.authors.retain(|a| !d.links.iter().any(|l| l.start < a.1 && a.0 < l.end));
                }
            }
            self.bearers(view, s, &verdict, &mut d);
            d.counts = attach::counts_for(&counts, main.act(), n == 0, told, groups.iter().map(|g| g.main.act()));
            drafts.push(d);
        }
    }

    /// Who has to act, or will not, when no act's frame says so.
    fn bearers(&self, view: View<'_, '_>, s: &Sentence, verdict: &kinds::Verdict<'_>, d: &mut Draft) {
        if verdict.rule.bearer_from
            && let Some(m) = verdict.at
            && let Some(from) = (m.start..m.end.max(m.start + 8).min(view.hi)).find(|i| view.is(*i, lx::FROM | lx::BY))
            && let Some(group) = view.group_after(from + 1)
            && let Some(actor) = acts::actor(view, group, &[], d.key)
        {
            d.authors = vec![actor];
            d.rules.push("acts.author.pledger".to_owned());
            return;
        }
        let own = |r: Relation| {
            s.said.iter().find(|a| {
                a.relation == r
                    && (a.covers(d.key)
                        || d.clause.0 <= view.par.tokens[a.verb].start as usize
                            && (view.par.tokens[a.verb].end as usize) <= d.clause.1)
            })
        };
        match d.kind {
            ClaimKind::Allegation if d.authors.is_empty() && d.act.is_none() => {
                if let Some(object) = own(Relation::Accuse).and_then(|a| a.object)
                    && let Some(actor) = acts::actor(view, object, &[], d.key)
                {
                    d.authors = vec![actor];
                    d.rules.push("acts.author.accused".to_owned());
                }
            }
            ClaimKind::Demand if d.authors.is_empty() => {
                if let Some(object) = own(Relation::Demand).and_then(|a| a.object)
                    && let Some(actor) = acts::actor(view, object, &[], d.key)
                    && !s.events.iter().any(|e| e.at.head >= object.0 && e.at.head < object.1)
                {
                    d.authors = vec![actor];
                    d.rules.push("acts.author.addressee".to_owned());
                }
            }
            ClaimKind::Pledge | ClaimKind::Refusal if d.authors.is_empty() => {
                let relation = if d.kind == ClaimKind::Pledge { Relation::Pledge } else { Relation::Refuse };
                if let Some(link) = own(relation).and_then(|a| {
                    a.links.iter().find(|l| {
                        matches!(l.role, ChainRole::Speaker | ChainRole::CitedGroup | ChainRole::UnnamedSource)
                    })
                }) {
                    d.authors = vec![(link.start, link.end)];
                    d.rules.push("acts.author.speaker".to_owned());
                }
            }
            ClaimKind::AgreementScope => {
                if let Some(m) = verdict.at
                    && d.affected.is_empty()
                {
                    // Who is left out or bound: the subject ("X is excluded from"), or what the agreement does (not) cover.
                    let fits = |r: (usize, usize)| {
                        let head = view.head(r);
                        (head.0 < head.1
                            && !view.is(head.0, lx::PRON)
                            && !(head.0..head.1).any(|i| view.is(i, lx::AGREEMENT | lx::TRUCE)))
                        .then_some(head)
                    };
                    let verb = (m.start..m.end)
                        .rev()
                        .find(|i| view.is_verb(*i) && !view.is(*i, lx::DO | lx::BE))
                        .unwrap_or(m.head);
                    let after = if view.is(verb + 1, lx::TO) { verb + 2 } else { verb + 1 };
                    let head = view.subject(verb).and_then(fits).or_else(|| view.group_after(after).and_then(fits));
                    d.affected = head.map(|h| attach::byte_span(view, h.0, h.1)).into_iter().collect();
                }
            }
            _ => {}
        }
    }

    #[expect(clippy::too_many_arguments, reason = "everything that a claim is made of")]
    fn claim(
        &self,
        view: View<'_, '_>,
        par: &Paragraph<'_>,
        s: &Sentence,
        before: Option<&Sentence>,
        elements: &Elements,
        mut d: Draft,
        single: bool,
        nth: u32,
    ) -> Option<Claim> {
        let mut kind = d.kind;
        if par.kind == BlockKind::Caption
            && matches!(kind, ClaimKind::Incident | ClaimKind::AgreementFact | ClaimKind::Context)
        {
            kind = ClaimKind::Context;
            d.rules.push("kind.caption".to_owned());
        }
        let whole = attach::byte_span(view, s.range.0, s.range.1);
        if single && d.counts.is_empty() && kind != ClaimKind::AgreementScope {
            d.counts = attach::counts_for(
                &elements.counts_in(whole),
                d.act.unwrap_or(Act::Attack),
                true,
                false,
                d.act.into_iter(),
            );
        }
        // Figures of violations come from a list; who keeps it is a recorder.
        if d.act == Some(Act::Violation)
            && d.counts.iter().any(|c| c.what == CountWhat::Violations)
            && kind != ClaimKind::Allegation
        {
            for l in &mut d.links {
                if matches!(l.role, ChainRole::Speaker | ChainRole::CitedGroup) && l.verb.is_some() && !l.person {
                    l.role = ChainRole::Recorder;
                }
            }
        }
        let taken: Vec<Stretch> = d
            .authors
            .iter()
            .copied()
            .chain(
                s.said
                    .iter()
                    .filter(|a| a.relation != Relation::Accuse)
                    .map(|a| attach::byte_span(view, a.clause.0, a.clause.1.max(a.clause.0 + 1))),
            )
            .collect();
        let earlier = before
            .filter(|_| matches!(kind, ClaimKind::Incident | ClaimKind::Allegation | ClaimKind::Denial))
            .map(|b| {
                let v = View { par, lo: b.range.0, hi: b.range.1, time: &b.time };
                attach::byte_span(v, b.range.0, b.range.1)
            });
        let key = view.par.tokens.get(d.key).map_or(d.span.0, |t| t.start as usize);
        let place = elements.place_for(par, d.clause, whole, earlier, &taken, key, &mut d.rules);
        let time = elements.time_for(d.clause, whole, earlier, &taken, key, &mut d.rules);
        // What is told of a whole year is history, or that year's toll, no incident of these days.
        if kind == ClaimKind::Incident && time.is_some_and(|f| attach::bare_year(&f.value)) {
            let toll = d.counts.iter().any(|c| matches!(c.what, CountWhat::Killed | CountWhat::Violations));
            kind = if toll { ClaimKind::Total } else { ClaimKind::Context };
            d.rules.push("kind.year".to_owned());
        }
        let raw = |at: Stretch| self.text.raw(Span::new(at.0, at.1));
        let mention =
            |at: &Stretch| Some(ActorMention { text: self.text.text.get(at.0..at.1)?.to_owned(), span: raw(*at)? });
        let span = raw(d.span)?;
        let chain = self.links(&d.links);
        let time = time.and_then(|f| attach::time_mention(self.text, f));
        Some(Claim {
            id: Claim::make_id(&self.ctx.document, span, kind, nth),
            document: self.ctx.document.clone(),
            span,
            quote: self.text.text.get(d.span.0..d.span.1)?.to_owned(),
            kind,
            act: d.act,
            alleged_authors: unique(d.authors.iter().filter_map(mention).collect()),
            affected: unique(d.affected.iter().filter_map(mention).collect()),
            place,
            time,
            counts: d.counts,
            chain,
            polarity: d.polarity,
            rules: d.rules,
        })
    }

    /// Outlet, agency of the text, and the links of the sentence, from the outside in.
    fn links(&self, links: &[Link]) -> Vec<ChainLink> {
        let mut out = vec![ChainLink {
            name: self.ctx.outlet.clone().unwrap_or_default(),
            role: ChainRole::Outlet,
            verb: None,
            span: None,
        }];
        let named = links.iter().any(|l| {
            l.role == ChainRole::Agency && self.ctx.text_agency.as_deref().is_some_and(|a| same_agency(a, &l.name))
        });
        if let Some(agency) = &self.ctx.text_agency
            && !named
        {
            out.push(ChainLink { name: agency.clone(), role: ChainRole::Agency, verb: None, span: None });
        }
        // What somebody told this very outlet came through no other hand.
        let own = |l: &Link| {
            matches!(l.role, ChainRole::Agency | ChainRole::CitedOutlet)
                && self.ctx.outlet.as_deref().is_some_and(|o| same_outlet(o, &l.name))
        };
        for l in links.iter().filter(|l| !own(l)) {
            let link = ChainLink {
                name: l.name.clone(),
                role: l.role,
                verb: l.verb.clone(),
                span: self.text.raw(Span::new(l.start, l.end)),
            };
            if !out.iter().any(|o| o.name == link.name && o.role == link.role && o.role != ChainRole::Outlet) {
                out.push(link);
            }
        }
        out
    }
}

fn unique(mut list: Vec<ActorMention>) -> Vec<ActorMention> {
    let mut seen = std::collections::BTreeSet::new();
    list.retain(|m| seen.insert(m.span));
    list
}

/// The same name, with or without an article or other word in front.
fn same_outlet(a: &str, b: &str) -> bool {
    let words = |s: &str| s.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    !short.is_empty() && long.ends_with(short) && long.len() - short.len() <= 1
}

/// "AFP" is "Agence France-Presse".
fn same_agency(a: &str, b: &str) -> bool {
    let initials = |s: &str| {
        s.split(|c: char| !c.is_alphanumeric())
            .filter_map(|w| w.chars().next())
            .filter(|c| c.is_uppercase())
            .collect::<String>()
    };
    let (la, lb) = (a.to_lowercase(), b.to_lowercase());
    la.contains(&lb) || lb.contains(&la) || initials(a) == b || initials(b) == a
}

/// Verbs that only say.
fn spoken(relation: Relation) -> bool {
    match relation {
        Relation::Say
        | Relation::Tell
        | Relation::Report
        | Relation::Confirm
        | Relation::Record
        | Relation::Position
        | Relation::Threaten
        | Relation::Expect => true,
        Relation::Accuse
        | Relation::Avow
        | Relation::Deny
        | Relation::Pledge
        | Relation::Demand
        | Relation::Refuse
        | Relation::Propose
        | Relation::None => false,
    }
}

/// The token that an actless clause turns on: its first token that is somebody's words, else its first.
fn first_content(view: View<'_, '_>, clause: &Clause, said: &[Attribution]) -> usize {
    let first = (clause.start..clause.end).find(|i| view.par.tokens[*i].is_word()).unwrap_or(clause.start);
    (clause.start..clause.end)
        .find(|i| view.par.tokens[*i].is_word() && said.iter().any(|a| !a.links.is_empty() && a.covers(*i)))
        .unwrap_or(first)
}

/// The chain of a clause: those around it from the outside in, then those who speak in it.
fn chain(around: &[&Attribution], own: &[&Attribution]) -> Vec<Link> {
    let mut out: Vec<Link> = Vec::new();
    for a in around.iter().chain(own) {
        for l in &a.links {
            if !out.iter().any(|o| o.start == l.start && o.role == l.role) {
                out.push(l.clone());
            }
        }
    }
    out
}
