//! The kind of a clause, by ordered rules over its words, acts and verbs of speech; and its polarity.
//!
//! Must not: turn a demand into an obligation, a war total into an incident, or a plan into a fact.

use super::{
    acts::Event,
    clauses::Clause,
    lexicon as lx,
    nouns::View,
    pattern::Match,
    rules::{KindRule, Language, Need, Relation, tag},
    speech::Attribution,
};
use armistice_core::{
    act::Act,
    claim::{ChainRole, ClaimKind, Polarity},
};

/// What the rules may look at, besides the words.
pub(super) struct Facts<'e> {
    /// Acts of the clause.
    pub(super) events: Vec<&'e Event>,
    /// Verbs of speech of which the clause is the content.
    pub(super) relations: Vec<Relation>,
    pub(super) speaker: bool,
    pub(super) roles: Vec<ChainRole>,
    pub(super) counted: bool,
    /// The words that say who speaks.
    pub(super) sources: Vec<(usize, usize)>,
}

/// What a clause is.
pub(super) struct Verdict<'l> {
    pub(super) rule: &'l KindRule,
    /// Where the words of the rule stand, when it goes by words.
    pub(super) at: Option<Match>,
    pub(super) polarity: Polarity,
}

/// The relations that hold for a clause: of verbs of speech in it, and of those that lay or deny guilt around it.
pub(super) fn relations(clause: &Clause, covering: &[&Attribution], said: &[Attribution]) -> Vec<Relation> {
    let mut out: Vec<Relation> =
        said.iter().filter(|a| clause.start <= a.verb && a.verb < clause.end).map(|a| a.relation).collect();
    if !clause.relative
        && let Some(a) = covering.last()
        && matches!(a.relation, Relation::Accuse | Relation::Deny | Relation::Demand)
    {
        out.push(a.relation);
    }
    out
}

/// Finds the first rule that holds.
pub(super) fn decide<'l>(
    view: View<'_, '_>,
    language: &'l Language,
    clause: &Clause,
    facts: &Facts<'_>,
) -> Option<Verdict<'l>> {
    let count = language.rules.len();
    let mut hits: Vec<Option<Match>> = vec![None; count];
    let mut barred = vec![false; count];
    let (mut open, mut negated, mut not_negated) = (false, Vec::new(), false);
    for i in clause.from..clause.end {
        language.kinds.at(&language.words, &view.par.tokens, i, clause.end, |t, m| match t {
            tag::OPEN => open = true,
            tag::NEGATED => negated.push(m.start),
            tag::NOT_NEGATED => not_negated = true,
            t if t & tag::NOT != 0 => barred[(t & !tag::NOT) as usize] = true,
            t => {
                hits[t as usize].get_or_insert(m);
            }
        });
    }
    let relevant =
        !facts.events.is_empty() || (view.lo..view.hi).any(|i| view.is(i, lx::RELEVANT | lx::TRUCE | lx::AGREEMENT));
    let near_relevant = !facts.events.is_empty()
        || (clause.start..clause.end).any(|i| {
            view.is(i, lx::RELEVANT | lx::TRUCE | lx::AGREEMENT) && !facts.sources.iter().any(|s| s.0 <= i && i < s.1)
        });
    let verb = (clause.start..clause.end).any(|i| view.is_verb(i) || view.is(i, lx::PART));
    let rule_index = language.rules.iter().enumerate().position(|(n, rule)| {
        let act = |list: &[Act]| facts.events.iter().any(|e| !e.rule.weak && list.contains(&e.act()));
        let any_trigger = !rule.relations.is_empty()
            || rule.has_patterns
            || !rule.acts.is_empty()
            || !rule.groups.is_empty()
            || !rule.needs.is_empty();
        let words = if rule.has_patterns { hits[n].is_some() } else { true };
        let relation = rule.relations.is_empty() || rule.relations.iter().any(|r| facts.relations.contains(r));
        let acts = rule.acts.is_empty() || act(&rule.acts);
        let groups = rule.groups.is_empty()
            || facts.events.iter().any(|e| {
                let talk = matches!(e.act(), Act::Signing | Act::Talks | Act::CeasefireUpkeep);
                !e.rule.weak && !talk && !rule.not_acts.contains(&e.act()) && rule.groups.contains(&e.act().group())
            });
        let needs = rule.needs.iter().all(|need| match need {
            Need::Relevant => relevant,
            Need::Near => near_relevant,
            Need::Speaker => facts.speaker,
            Need::Author => facts.events.iter().any(|e| !e.authors.is_empty()),
            Need::Count => facts.counted,
            Need::Recorder => facts.roles.contains(&ChainRole::Recorder),
            Need::Draft => facts.roles.last() == Some(&ChainRole::Document),
            Need::Never => false,
        });
        let told =
            matches!(rule.kind, ClaimKind::Incident | ClaimKind::Allegation | ClaimKind::Total | ClaimKind::Demand)
                || verb;
        any_trigger && told && words && relation && acts && groups && needs && !barred[n]
    })?;
    let mut rule = &language.rules[rule_index];
    let mut at = hits[rule_index];
    // A negation counts for an act when it stands before it in the clause, else anywhere in the clause.
    let near = match (rule.kind, facts.events.first()) {
        (ClaimKind::Incident | ClaimKind::Allegation, Some(e)) => {
            negated.iter().any(|n| *n <= e.at.head && e.at.head - *n < 8)
        }
        _ => !negated.is_empty(),
    };
    // "The army had not fired", says somebody: that is a denial.
    if rule.kind == ClaimKind::Incident
        && near
        && !not_negated
        && facts.speaker
        && facts.events.iter().any(|e| !e.authors.is_empty() && !e.rule.weak)
        && let Some(denial) =
            language.rules.iter().find(|r| r.kind == ClaimKind::Denial && !r.has_patterns && r.relations.is_empty())
    {
        rule = denial;
        at = None;
    }
    let polarity = match rule.kind {
        ClaimKind::Denial | ClaimKind::Refusal => Polarity::Negated,
        ClaimKind::Total => Polarity::Asserted,
        _ if open && language.open_kinds.contains(&rule.kind) => Polarity::Open,
        _ if near && !not_negated => Polarity::Negated,
        _ => Polarity::Asserted,
    };
    Some(Verdict { rule, at, polarity })
}

/// Kinds in which each act is a statement of its own ("they demand A, B and C").
pub(super) fn one_per_act(kind: ClaimKind) -> bool {
    match kind {
        ClaimKind::Demand
        | ClaimKind::Pledge
        | ClaimKind::Incident
        | ClaimKind::Allegation
        | ClaimKind::Denial
        | ClaimKind::Proposal => true,
        ClaimKind::Total
        | ClaimKind::AgreementFact
        | ClaimKind::AgreementScope
        | ClaimKind::Condition
        | ClaimKind::Plan
        | ClaimKind::Refusal
        | ClaimKind::Position
        | ClaimKind::Context => false,
    }
}
