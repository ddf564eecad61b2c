//! What people say against each other: plans and refusals, accusations and denials, facts of the agreement and the talks.
//!
//! Must not: take two claims on one matter for a contradiction because they name other people.

use super::{Findings, ONE_STORY_DAYS, Relation, Set, pairs, places_conflict, words};
use crate::act::Act;
use crate::claim::{ChainRole, ClaimKind, Polarity};
use crate::id::ClaimId;
use crate::incident::{Groups, Incident, RecordedClaim, SourceKey, acts_compatible};
use crate::named::Named as _;
use crate::said::{Said, Slot};
use std::collections::{BTreeMap, BTreeSet};

/// The topic of what an agreement covers.
const SCOPE: &str = "scope";
/// A plan or a refusal is held against so many of the other side, the first; further ones are told by these.
const NEAR_STATEMENTS: usize = 256;
/// Share of common words, in hundredths of the shorter quote, for a fact and its negation to be about one thing.
const ONE_THING_WORDS: usize = 34;

impl Findings<'_> {
    /// A plan of one against a refusal of another, about one act. All plans and refusals that hang together are one finding.
    pub(super) fn intentions(&mut self) {
        let mut acts: BTreeMap<Act, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (i, c) in self.all.iter().enumerate() {
            let Some(act) = c.claim.act else { continue };
            let (plans, refusals) = acts.entry(act).or_default();
            match side(c) {
                Some(true) => plans.push(i),
                Some(false) => refusals.push(i),
                None => {}
            }
        }
        for (act, (plans, refusals)) in acts {
            let (plans, refusals) =
                (&plans[..plans.len().min(NEAR_STATEMENTS)], &refusals[..refusals.len().min(NEAR_STATEMENTS)]);
            let mut groups = Groups::new(plans.len() + refusals.len());
            let mut met = BTreeSet::new();
            for (n, &p) in plans.iter().enumerate() {
                for (m, &r) in refusals.iter().enumerate() {
                    if self.meet(p, r) {
                        groups.join(n, plans.len() + m);
                        met.extend([n, plans.len() + m]);
                    }
                }
            }
            let mut sides: BTreeMap<usize, (Set, Set)> = BTreeMap::new();
            for n in met {
                let (yes, no) = sides.entry(groups.root(n)).or_default();
                match n.checked_sub(plans.len()) {
                    None => yes.insert(plans[n]),
                    Some(m) => no.insert(refusals[m]),
                };
            }
            for (group, (yes, no)) in sides {
                self.matter = format!("intentions {group}");
                let why = format!(
                    "{}: planned or to come according to {}; refused or ruled out by {}",
                    words(act.id()),
                    self.names(&yes),
                    self.names(&no)
                );
                let said = Said::new("contra-plans")
                    .word("act", "act", act.id())
                    .with("x", self.sources(&yes))
                    .with("y", self.sources(&no));
                self.add(&yes.union(&no).copied().collect(), act.id(), Relation::Contradiction, (why, said));
            }
        }
        self.matter.clear();
    }

    /// Whether a plan and a refusal are about one thing: other speakers, one story, actors and places that do not part them.
    fn meet(&self, plan: usize, refusal: usize) -> bool {
        let (p, r) = (self.all[plan], self.all[refusal]);
        // The same speaker explains; and so does a text that tells of both in its own voice.
        let named = |c: &RecordedClaim| !matches!(c.ultimate_source, SourceKey::Unstated | SourceKey::Unnamed(_));
        let one_speaker = p.ultimate_source == r.ultimate_source && (named(p) || p.document == r.document);
        let one_voice = p.origin == r.origin && unspoken(p) && unspoken(r);
        let places = match (&p.claim.place, &r.claim.place) {
            (Some(a), Some(b)) => !places_conflict(a, b),
            _ => true,
        };
        !one_speaker && !one_voice && one_doer(p, r) && places && one_story(p, r) && p.when.gap_days(&r.when) == 0
    }

    /// An accusation and its denial that belong to no incident: by the accused, of the same or an unnamed act, on one page; or
    /// of the same act in one story.
    pub(super) fn accusations(&mut self, incidents: &[Incident]) {
        let linked: BTreeSet<&ClaimId> = incidents.iter().flat_map(|i| i.claims.iter().chain(&i.denials)).collect();
        let mut accused: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (i, c) in self.all.iter().enumerate() {
            if c.claim.kind == ClaimKind::Allegation
                && c.claim.polarity == Polarity::Asserted
                && !linked.contains(&c.claim.id)
            {
                for a in &c.author_ids {
                    accused.entry(a).or_default().push(i);
                }
            }
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (i, d) in self.all.iter().enumerate() {
            if d.claim.kind != ClaimKind::Denial || linked.contains(&d.claim.id) {
                continue;
            }
            let speaker = match &d.ultimate_source {
                SourceKey::Party { party, .. } => Some(party),
                SourceKey::Named(name) => Some(name),
                SourceKey::Unstated | SourceKey::Own | SourceKey::Unnamed(_) | SourceKey::Compiled { .. } => None,
            };
            let ids: BTreeSet<&String> = d.author_ids.iter().chain(speaker).collect();
            let of: BTreeSet<usize> = ids.iter().filter_map(|a| accused.get(a.as_str())).flatten().copied().collect();
            let about = of.into_iter().filter(|a| {
                let c = self.all[*a];
                let same_act = c.claim.act.is_some() && c.claim.act == d.claim.act;
                let page = c.document == d.document && acts_compatible(c.claim.act, d.claim.act);
                c.ultimate_source != d.ultimate_source && (page || same_act && one_story(c, d))
            });
            found.extend(about.map(|a| (a, i)));
        }
        for (a, d) in found {
            let act = self.all[a].claim.act.map_or("accusation", Act::id);
            self.matter = format!("accusation {a}");
            let (x, y) = (Set::from([a]), Set::from([d]));
            let why = format!("{}: alleged by {}, denied by {}", words(act), self.names(&x), self.names(&y));
            let said = Said::new("contra-accusation")
                .word("act", "act", self.all[a].claim.act.map_or("none", Act::id))
                .with("x", self.sources(&x))
                .with("y", self.sources(&y));
            self.add(&x.union(&y).copied().collect(), act, Relation::Contradiction, (why, said));
        }
        self.matter.clear();
    }

    /// Facts of the agreement or the talks: a named role, such as who guarantees; and one fact asserted and negated.
    pub(super) fn topics(&mut self) {
        let mut roles: BTreeMap<&str, BTreeMap<BTreeSet<&str>, Set>> = BTreeMap::new();
        let mut facts: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (i, c) in self.all.iter().enumerate() {
            if !matches!(c.claim.kind, ClaimKind::AgreementFact | ClaimKind::AgreementScope) {
                continue;
            }
            if let Some(topic) = c.topic.as_deref().filter(|_| c.claim.polarity == Polarity::Asserted) {
                let ids = c.author_ids.iter().map(String::as_str).collect();
                roles.entry(topic).or_default().entry(ids).or_default().insert(i);
            }
            let scope = (c.claim.kind == ClaimKind::AgreementScope).then_some(SCOPE);
            if let Some(topic) = c.topic.as_deref().or(scope).or(c.claim.act.map(Act::id)) {
                let (yes, no) = facts.entry(topic).or_default();
                match c.claim.polarity {
                    Polarity::Asserted => yes.push(i),
                    Polarity::Negated => no.push(i),
                    Polarity::Open => {}
                }
            }
        }
        for (topic, values) in roles {
            self.matter = "role".to_owned();
            let values: Vec<_> = values.into_iter().filter(|(ids, _)| !ids.is_empty()).collect();
            for ((a, x), (b, y)) in pairs(&values) {
                if !x.iter().any(|i| y.iter().any(|j| one_story(self.all[*i], self.all[*j]))) {
                    continue;
                }
                let (relation, end, id) = if a.is_disjoint(b) {
                    (Relation::Contradiction, "they name none in common", "contra-role-none")
                } else {
                    (Relation::DifferentScope, "a shorter list does not rule out the others", "contra-role-shorter")
                };
                let (first, second) = (self.labels.list(a.iter().copied()), self.labels.list(b.iter().copied()));
                let (nx, ny) = (self.names(x), self.names(y));
                let why = format!("{}: {first} ({nx}) and {second} ({ny}); {end}", words(topic));
                let said = self.two(id, (Slot::Text(first), x), (Slot::Text(second), y)).with("topic", about(topic));
                self.add(&x.union(y).copied().collect(), topic, relation, (why, said));
            }
        }
        self.matter = "fact".to_owned();
        for (topic, (yes, no)) in facts {
            for (x, y) in
                yes.iter().take(NEAR_STATEMENTS).flat_map(|x| no.iter().take(NEAR_STATEMENTS).map(move |y| (*x, *y)))
            {
                self.negation(topic, x, y);
            }
        }
        self.matter.clear();
    }

    /// One says that it is so, another that it is not: of the same people, at the same time, in much the same words.
    fn negation(&mut self, topic: &str, x: usize, y: usize) {
        let (a, b) = (self.all[x], self.all[y]);
        let shared: Vec<&str> = a.author_ids.iter().filter(|i| b.author_ids.contains(i)).map(String::as_str).collect();
        let apart = a.ultimate_source != b.ultimate_source || a.origin != b.origin;
        if shared.is_empty() || !apart || !one_story(a, b) || a.when.gap_days(&b.when) != 0 {
            return;
        }
        // Taking part has forms: no delegation, but an ambassador.
        let forms = topic == Act::Talks.id();
        if !forms && !alike(&a.claim.quote, &b.claim.quote) {
            return;
        }
        let (relation, end, id) = if forms {
            let end = "taking part has several forms, so both may be right";
            (Relation::DifferentScope, end, "contra-fact-forms")
        } else {
            (Relation::Contradiction, "both cannot be right", "contra-fact")
        };
        let (one, other) = (Set::from([x]), Set::from([y]));
        let why = format!(
            "{} by {}: yes ({}), no ({}); {end}",
            words(topic),
            self.labels.list(shared.iter().copied()),
            self.names(&one),
            self.names(&other)
        );
        let said = Said::new(id)
            .with("topic", about(topic))
            .text("who", self.labels.list(shared))
            .with("x", self.sources(&one))
            .with("y", self.sources(&other));
        self.add(&one.union(&other).copied().collect(), topic, relation, (why, said));
    }
}

/// A topic as data: an act, what the agreement covers, or a role in words of its own.
fn about(topic: &str) -> Slot {
    match Act::ALL.iter().find(|a| a.id() == topic) {
        Some(act) => Slot::Word("act", act.id()),
        None if topic == SCOPE => Slot::Word("claim-kind", ClaimKind::AgreementScope.id()),
        None => Slot::Text(words(topic)),
    }
}

/// Whether those who would do it may be the same. Whoever signs, all must sign; of other acts the doer has to be named.
fn one_doer(p: &RecordedClaim, r: &RecordedClaim) -> bool {
    if p.author_ids.is_empty() || r.author_ids.is_empty() {
        return p.claim.act == Some(Act::Signing);
    }
    let authors = p.author_ids.iter().any(|a| r.author_ids.contains(a));
    let (x, y) = (&p.affected_ids, &r.affected_ids);
    let object = x.is_empty() || y.is_empty() || x.iter().any(|a| y.contains(a)) || p.claim.act == Some(Act::Signing);
    authors && object
}

/// Whether nobody is quoted: the page or its agency tells what a group plans or refuses.
fn unspoken(c: &RecordedClaim) -> bool {
    c.claim.chain.iter().all(|l| match l.role {
        ChainRole::Outlet | ChainRole::Agency | ChainRole::CitedGroup => true,
        ChainRole::CitedOutlet
        | ChainRole::Speaker
        | ChainRole::UnnamedSource
        | ChainRole::Recorder
        | ChainRole::Document => false,
    })
}

pub(super) fn one_story(a: &RecordedClaim, b: &RecordedClaim) -> bool {
    a.published.gap_days(&b.published) <= ONE_STORY_DAYS
}

/// Whether two quotes share enough words to be about one thing.
fn alike(a: &str, b: &str) -> bool {
    let fold = |s: &str| -> BTreeSet<String> {
        s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (a, b) = (fold(a), fold(b));
    let least = a.len().min(b.len());
    a.intersection(&b).count() * 100 >= least * ONE_THING_WORDS
}

/// On which side of a coming act a claim stands: planned (true), refused (false), or neither. What is left open is neither, and
/// a denial of a past act is no refusal.
fn side(c: &RecordedClaim) -> Option<bool> {
    let negated = c.claim.polarity == Polarity::Negated;
    match c.claim.kind {
        ClaimKind::Refusal => Some(false),
        ClaimKind::Plan | ClaimKind::Pledge if c.claim.polarity != Polarity::Open => Some(!negated),
        // "Close to signing" is told as a view; views of other acts are too many things.
        ClaimKind::Position if c.claim.polarity != Polarity::Open && c.claim.act == Some(Act::Signing) => {
            Some(!negated)
        }
        ClaimKind::Plan | ClaimKind::Pledge | ClaimKind::Position => None,
        ClaimKind::Incident
        | ClaimKind::Allegation
        | ClaimKind::Denial
        | ClaimKind::Total
        | ClaimKind::AgreementFact
        | ClaimKind::AgreementScope
        | ClaimKind::Demand
        | ClaimKind::Condition
        | ClaimKind::Proposal
        | ClaimKind::Context => None,
    }
}
