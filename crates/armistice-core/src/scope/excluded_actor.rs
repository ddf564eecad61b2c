//! `excluded_actor`: is the author or the one affected outside the agreement's protection under this text?
//!
//! Must not: answer no while an excluded actor may be the one who is not named. An exclusion that is claimed has to be shown.

use super::facts::{ActorRef, Basis, IncidentFacts, claims_of};
use super::reason::{Reason, Role, WouldChange};
use super::{Answer, Verdict};
use crate::agreement::name::ActorId;
use crate::agreement::words::AreaCriterion;
use crate::agreement::{Agreement, ExcludedActor, Text};

pub(super) fn run(agreement: &Agreement, text: &Text, facts: &IncidentFacts) -> Vec<Verdict> {
    let excluded: Vec<&ExcludedActor> =
        agreement.scope.excluded_actors.iter().filter(|e| e.texts.has(&text.id)).collect();
    let mut verdict = Verdict::blank(Answer::No);
    let named = !facts.authors.is_empty() || !facts.affected.is_empty();
    let mut basis = Basis::default();
    let sides =
        if facts.sides.is_empty() { None } else { Some(fought(agreement, text, facts, &mut verdict, &mut basis)) };
    let (author, mut affected) = match sides {
        // Each of those who fought is one or the other.
        Some(answer) if !named => (answer, answer),
        Some(_) | None => (
            role(agreement, text, Role::Author, &facts.authors, &mut verdict),
            role(agreement, text, Role::Affected, &facts.affected, &mut verdict),
        ),
    };
    basis.claims(claims_of(facts.authors.iter().chain(&facts.affected).chain(&facts.sides)));

    if excluded.is_empty() {
        verdict.reasons.insert(0, Reason::NobodyExcluded);
        verdict.reasons.retain(|r| matches!(r, Reason::NobodyExcluded | Reason::ExcludedElsewhere { .. }));
        return vec![verdict.resting_on(basis)];
    }
    // Who is hit is where the act is; who does it may come from elsewhere. So the place can speak for the one affected only.
    let unnamed = facts.affected.iter().all(|r| r.actor.is_none()) && (named || sides.is_none());
    if affected == Answer::CannotBeDetermined && unnamed {
        let mut open = Vec::new();
        for e in &excluded {
            if !ruled_out(agreement, facts, e, &mut basis) {
                open.push(e.actor.clone());
            }
        }
        if open.is_empty() {
            affected = Answer::No;
            verdict.reasons.push(Reason::CannotBeThere);
        } else {
            for actor in &open {
                let criterion = AreaCriterion::Presence;
                verdict.would_change.push(WouldChange::AreaEvidence { actor: actor.clone(), criterion });
            }
            verdict.reasons.push(Reason::MayBeThere { actors: open });
            verdict.would_change.push(WouldChange::NamedAffected);
        }
    }
    verdict.answer = match (author, affected) {
        (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
        // One source names an excluded actor among those who fought, and others name nobody of the kind.
        (Answer::No, Answer::No) if sides == Some(Answer::Yes) => Answer::CannotBeDetermined,
        (Answer::No, Answer::No) => Answer::No,
        // Others do not say who was hit, and one source says that an excluded actor fought.
        _ if sides == Some(Answer::Yes) => Answer::Yes,
        _ => Answer::CannotBeDetermined,
    };
    match verdict.answer {
        Answer::Yes => {
            verdict.reasons.retain(|r| matches!(r, Reason::Excluded { .. }));
            verdict.would_change.clear();
        }
        Answer::No => verdict.would_change.clear(),
        Answer::CannotBeDetermined if sides.is_some() && !named => {
            verdict.would_change.push(WouldChange::NamedSides);
        }
        Answer::CannotBeDetermined => {
            if author == Answer::CannotBeDetermined {
                verdict.would_change.push(WouldChange::NamedAuthor);
            }
            if affected == Answer::CannotBeDetermined && !verdict.would_change.contains(&WouldChange::NamedAffected) {
                verdict.would_change.push(WouldChange::NamedAffected);
            }
        }
    }
    vec![verdict.resting_on(basis)]
}

/// Whether one of those who fought is excluded: then the fight is one with an excluded actor, whoever began it.
fn fought(
    agreement: &Agreement,
    text: &Text,
    facts: &IncidentFacts,
    verdict: &mut Verdict,
    basis: &mut Basis,
) -> Answer {
    let each: Vec<(&ActorRef, Option<&ExcludedActor>)> =
        facts.sides.iter().map(|r| (r, r.actor.as_ref().and_then(|id| agreement.exclusion(id, &text.id)))).collect();
    for (r, excluded) in &each {
        let role = Role::Side;
        verdict.reasons.push(match (&r.actor, excluded) {
            (Some(id), Some(e)) => Reason::Excluded { role, actor: id.clone(), contested: e.contested },
            (Some(id), None) => Reason::NotExcluded { role, actor: id.clone() },
            (None, _) => Reason::NotKnown { role, words: r.words.clone() },
        });
    }
    if each.iter().any(|(_, e)| e.is_some()) {
        return Answer::Yes;
    }
    // A data set that has one name for a whole party may mean with it an excluded actor whose fighters are among its own.
    let pooled: Vec<ActorId> = agreement
        .scope
        .excluded_actors
        .iter()
        .filter(|e| e.texts.has(&text.id))
        .filter(|e| each.iter().any(|(r, _)| r.actor.as_ref().is_some_and(|a| e.may_be_among.contains(a))))
        .filter(|e| !ruled_out(agreement, facts, e, basis))
        .map(|e| e.actor.clone())
        .collect();
    if !pooled.is_empty() {
        for actor in &pooled {
            let criterion = AreaCriterion::Presence;
            verdict.would_change.push(WouldChange::AreaEvidence { actor: actor.clone(), criterion });
        }
        verdict.reasons.push(Reason::MayBeMeant { actors: pooled });
        return Answer::CannotBeDetermined;
    }
    let known = each.iter().all(|(r, _)| r.actor.is_some());
    if known { Answer::No } else { Answer::CannotBeDetermined }
}

/// Whether all named in a role are excluded, or none; with the reasons.
fn role(agreement: &Agreement, text: &Text, role: Role, refs: &[ActorRef], verdict: &mut Verdict) -> Answer {
    if refs.is_empty() {
        verdict.reasons.push(Reason::NotNamed { role });
    }
    let mut states = Vec::new();
    for r in refs {
        let Some(id) = &r.actor else {
            verdict.reasons.push(Reason::NotKnown { role, words: r.words.clone() });
            states.push(Answer::CannotBeDetermined);
            continue;
        };
        let lineage = agreement.lineage(id);
        let elsewhere = agreement.scope.excluded_actors.iter().find(|e| lineage.contains(&e.actor));
        let (state, reason) = match (agreement.exclusion(id, &text.id), elsewhere) {
            (Some(e), _) => (Answer::Yes, Reason::Excluded { role, actor: id.clone(), contested: e.contested }),
            (None, Some(e)) => {
                let texts = agreement.tested_texts().map(|t| t.id.clone()).filter(|t| e.texts.has(t)).collect();
                (Answer::No, Reason::ExcludedElsewhere { role, actor: id.clone(), texts })
            }
            (None, None) => (Answer::No, Reason::NotExcluded { role, actor: id.clone() }),
        };
        states.push(state);
        if !verdict.reasons.contains(&reason) {
            verdict.reasons.push(reason);
        }
    }
    let answer = Answer::unanimous(states.iter().copied());
    if answer == Answer::CannotBeDetermined && states.len() > 1 {
        verdict.reasons.push(Reason::SeveralNamed { role });
    }
    answer
}

/// Whether what is known of the place leaves no room for the excluded actor: it is said not to be there, or others hold
/// the place among whom it is not known to be.
pub(super) fn ruled_out(agreement: &Agreement, facts: &IncidentFacts, e: &ExcludedActor, basis: &mut Basis) -> bool {
    if let Some(state) = facts.area_state(&e.actor, AreaCriterion::Presence, basis) {
        return state == Answer::No;
    }
    let held = held_by_others(agreement, facts, &e.actor, &e.may_be_among);
    if held {
        basis.claims(claims_of(&facts.held_by));
    }
    held
}

/// Whether the place is held by known actors, none of them `actor`, and none a party among whom `actor` may be.
pub(super) fn held_by_others(agreement: &Agreement, facts: &IncidentFacts, actor: &ActorId, among: &[ActorId]) -> bool {
    facts.known_holders().is_some_and(|holders| {
        holders.iter().all(|h| {
            let lineage = agreement.lineage(h);
            !lineage.contains(actor) && !among.iter().any(|p| lineage.contains(p))
        })
    })
}
