//! `act_prohibited`: does a term of this text prohibit the act? One answer for each term.
//!
//! Must not: take an act whose means are not said for one that the term names.

use super::facts::IncidentFacts;
use super::reason::{Reason, WouldChange};
use super::{Answer, Verdict};
use crate::act::Act;
use crate::agreement::name::ActorId;
use crate::agreement::{Agreement, Bearer, Prohibition, Text};

pub(super) fn run(agreement: &Agreement, text: &Text, facts: &IncidentFacts) -> Vec<Verdict> {
    let mut out: Vec<Verdict> = agreement
        .prohibitions
        .iter()
        .filter(|p| p.texts.has(&text.id))
        .map(|p| judge(agreement, p, facts).of(&p.id).relying_on(facts.or_all(&facts.act_claims)))
        .collect();
    if out.is_empty() {
        out.push(Verdict::new(Answer::No, Reason::NoClause));
    }
    out
}

fn judge(agreement: &Agreement, p: &Prohibition, facts: &IncidentFacts) -> Verdict {
    let authors: Option<Vec<&ActorId>> = facts.authors.iter().map(|r| r.actor.as_ref()).collect();
    if let Some(authors) = authors
        && let Some(first) = authors.first()
        && authors.iter().all(|id| !bears(agreement, p, id))
    {
        return Verdict::new(Answer::No, Reason::NotBearer { actor: (*first).clone() });
    }
    if facts.acts.is_empty() {
        return Verdict::new(Answer::CannotBeDetermined, Reason::ActUnknown).unless(WouldChange::NamedAct);
    }
    if let Some(act) = facts.acts.iter().find(|a| p.acts.contains(a)) {
        return Verdict::new(Answer::Yes, Reason::ActCovered { act: *act });
    }
    // A breach that is not said how may be of any term.
    let possible = |a: &&Act| p.possible_acts.contains(a) || **a == Act::Violation;
    match facts.acts.iter().find(possible) {
        Some(act) => {
            Verdict::new(Answer::CannotBeDetermined, Reason::ActPossible { act: *act }).unless(WouldChange::NamedAct)
        }
        None => Verdict::new(Answer::No, Reason::ActNotCovered),
    }
}

/// Whether the term binds the actor, or may. Whether the actor is a party at all is another question (`between_parties`),
/// so `all_parties` lets everybody pass here.
fn bears(agreement: &Agreement, p: &Prohibition, id: &ActorId) -> bool {
    let lineage = agreement.lineage(id);
    p.bearers.iter().any(|b| match b {
        Bearer::AllParties => true,
        Bearer::AllGuarantors => agreement.guarantor_of(id).is_some(),
        Bearer::Actor(actor) => lineage.contains(actor),
    })
}
