//! `exception`: does a term of this text permit the act? One answer for each term.
//!
//! Must not: answer yes because an exception is claimed. Every condition has to be shown.

use super::facts::{Basis, IncidentFacts, claims_of};
use super::reason::{Reason, WouldChange};
use super::{Answer, Verdict};
use crate::act::Act;
use crate::agreement::words::Condition;
use crate::agreement::{Agreement, Permission, Text};

pub(super) fn run(agreement: &Agreement, text: &Text, facts: &IncidentFacts) -> Vec<Verdict> {
    let mut out: Vec<Verdict> = agreement
        .permissions
        .iter()
        .filter(|p| p.texts.has(&text.id))
        .map(|p| judge(agreement, text, p, facts).of(&p.id))
        .collect();
    if out.is_empty() {
        out.push(Verdict::new(Answer::No, Reason::NoClause));
    }
    out
}

fn judge(agreement: &Agreement, text: &Text, p: &Permission, facts: &IncidentFacts) -> Verdict {
    let acts = facts.or_all(&facts.act_claims);
    if facts.acts.is_empty() {
        return Verdict::new(Answer::CannotBeDetermined, Reason::ActUnknown).unless(WouldChange::NamedAct);
    }
    // All acts of the incident must be covered: a permitted one does not excuse the others.
    let unspecified = facts.acts.contains(&Act::Violation);
    if !unspecified && !facts.acts.iter().all(|a| p.acts.contains(a)) {
        return Verdict::new(Answer::No, Reason::ActNotCovered).relying_on(acts);
    }
    let mut open = Vec::new();
    let mut basis = Basis { claims: acts, findings: Vec::new() };
    for condition in &p.conditions {
        match state(agreement, text, facts, *condition, &mut basis) {
            Answer::No => {
                return Verdict::new(Answer::No, Reason::ConditionNotMet { condition: *condition }).resting_on(basis);
            }
            Answer::Yes => {}
            Answer::CannotBeDetermined => open.push(*condition),
        }
    }
    let (answer, mut reasons) = if open.is_empty() && !unspecified {
        (Answer::Yes, vec![Reason::ConditionsMet])
    } else {
        (Answer::CannotBeDetermined, open.iter().map(|c| Reason::ConditionOpen { condition: *c }).collect())
    };
    let mut would_change: Vec<WouldChange> =
        open.iter().map(|c| WouldChange::ConditionEvidence { condition: *c }).collect();
    if unspecified {
        reasons.push(Reason::ActPossible { act: Act::Violation });
        would_change.push(WouldChange::NamedAct);
    }
    Verdict { reasons, would_change, ..Verdict::blank(answer) }.resting_on(basis)
}

fn state(agreement: &Agreement, text: &Text, facts: &IncidentFacts, condition: Condition, basis: &mut Basis) -> Answer {
    let known: Vec<_> = facts.conditions.iter().filter(|f| f.condition == condition).collect();
    if known.is_empty() && condition == Condition::TargetExcluded {
        let each = facts.affected.iter().map(|r| match &r.actor {
            None => Answer::CannotBeDetermined,
            Some(id) if agreement.exclusion(id, &text.id).is_some() => Answer::Yes,
            Some(_) => Answer::No,
        });
        basis.claims(claims_of(&facts.affected));
        return Answer::unanimous(each);
    }
    for fact in &known {
        basis.claims(fact.claims.iter().cloned());
        basis.findings.extend(fact.findings.iter().cloned());
    }
    Answer::unanimous(known.iter().map(|f| f.state))
}
