//! What is known of an incident, as plain data: the input of the test.
//!
//! Must not: hold a judgement. Everything here is claimed by somebody, or found in a case, and says by which claims and
//! which findings. A finding does not silence a claim: both stand here, and both are shown.

mod digest;
mod found;
mod told;

pub use digest::digest;
pub use found::{Found, found_of};
pub use told::Told;

use super::Answer;
use crate::act::Act;
use crate::agreement::Agreement;
use crate::agreement::name::ActorId;
use crate::agreement::words::{AreaCriterion, Condition};
use crate::id::{ClaimId, FindingId};
use crate::place::Place;
use crate::time::When;

/// Somebody in an incident.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActorRef {
    /// The words of the document.
    pub words: String,
    /// The actor of the agreement that they mean; `None` when they mean none that it knows.
    pub actor: Option<ActorId>,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
}

impl ActorRef {
    /// Reads the words of a document against the agreement's aliases: one reference for each actor that they mean, in
    /// the order of the words, each actor once; or one reference to nobody known.
    #[must_use]
    pub fn read(agreement: &Agreement, words: &str, claims: &[ClaimId]) -> Vec<ActorRef> {
        let mut out: Vec<ActorRef> = Vec::new();
        for m in agreement.resolve(words) {
            if !out.iter().any(|r| r.actor.as_ref() == Some(&m.actor)) {
                out.push(ActorRef { words: words.to_owned(), actor: Some(m.actor), claims: claims.to_vec() });
            }
        }
        if out.is_empty() {
            out.push(ActorRef { words: words.to_owned(), actor: None, claims: claims.to_vec() });
        }
        out
    }
}

/// Something claimed about the area of the incident at its time: that an actor holds it, is there, or is fought there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AreaFact {
    /// The actor.
    pub actor: ActorId,
    /// What about it.
    pub criterion: AreaCriterion,
    /// Whether it is so, as far as known.
    pub state: Answer,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
    /// The findings that say so.
    pub findings: Vec<FindingId>,
}

/// Something claimed about a condition of an exception.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConditionFact {
    /// The condition.
    pub condition: Condition,
    /// Whether it was met, as far as known.
    pub state: Answer,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
    /// The findings that say so.
    pub findings: Vec<FindingId>,
}

/// What is known of an incident. Empty and `None` mean not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentFacts {
    /// What was done; several when claims name several acts of the one incident.
    pub acts: Vec<Act>,
    /// The claims that name the acts; empty: all of `claims`.
    pub act_claims: Vec<ClaimId>,
    /// Alleged authors. The recorder of an incident is not one.
    pub authors: Vec<ActorRef>,
    /// Who or what was the target or was hit.
    pub affected: Vec<ActorRef>,
    /// Who fought, where a source names two sides and does not tell which of them began, as event data do. None of them is
    /// an author by that, and none only affected.
    pub sides: Vec<ActorRef>,
    /// When, resolved.
    pub when: When,
    /// The claims that name the time; empty: all of `claims`.
    pub when_claims: Vec<ClaimId>,
    /// Where.
    pub place: Option<Place>,
    /// The claims that name the place; empty: all of `claims`.
    pub place_claims: Vec<ClaimId>,
    /// Who held the place at the time. Empty: not known.
    pub held_by: Vec<ActorRef>,
    /// What is claimed of excluded actors in the area.
    pub area: Vec<AreaFact>,
    /// What is claimed of the conditions of exceptions.
    pub conditions: Vec<ConditionFact>,
    /// What single claims say of act, time and place, where there are several. From it follows which claims speak against
    /// an answer.
    pub told: Vec<Told>,
    /// Claims that it did not happen, or that the alleged author did not do it.
    pub denials: Vec<ClaimId>,
    /// All claims of the incident.
    pub claims: Vec<ClaimId>,
}

/// On what something rests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Basis {
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) findings: Vec<FindingId>,
}

impl Basis {
    pub(crate) fn claims(&mut self, more: impl IntoIterator<Item = ClaimId>) {
        self.claims.extend(more);
    }
}

impl IncidentFacts {
    /// An incident of which only the time is given, and that may be open at both ends.
    #[must_use]
    pub fn at(when: When) -> Self {
        Self {
            acts: Vec::new(),
            act_claims: Vec::new(),
            authors: Vec::new(),
            affected: Vec::new(),
            sides: Vec::new(),
            when,
            when_claims: Vec::new(),
            place: None,
            place_claims: Vec::new(),
            held_by: Vec::new(),
            area: Vec::new(),
            conditions: Vec::new(),
            told: Vec::new(),
            denials: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// The given claims, or all.
    pub(crate) fn or_all(&self, own: &[ClaimId]) -> Vec<ClaimId> {
        if own.is_empty() { self.claims.clone() } else { own.to_vec() }
    }

    /// What is claimed of an actor and a criterion. That an actor is not there means that it neither holds the place nor
    /// is fought there; that it holds the place means that it is there.
    pub(crate) fn area_state(&self, actor: &ActorId, criterion: AreaCriterion, basis: &mut Basis) -> Option<Answer> {
        let mut states = Vec::new();
        for fact in self.area.iter().filter(|f| f.actor == *actor) {
            let state = match (fact.criterion, criterion, fact.state) {
                (a, b, state) if a == b => state,
                (AreaCriterion::Presence, _, Answer::No) => Answer::No,
                (AreaCriterion::Control, AreaCriterion::Presence, Answer::Yes) => Answer::Yes,
                _ => continue,
            };
            states.push(state);
            basis.claims.extend(fact.claims.iter().cloned());
            basis.findings.extend(fact.findings.iter().cloned());
        }
        if states.is_empty() { None } else { Some(Answer::unanimous(states)) }
    }

    /// The holders, when all of them are known actors and none could be meant who is not.
    pub(crate) fn known_holders(&self) -> Option<Vec<&ActorId>> {
        if self.held_by.is_empty() { None } else { self.held_by.iter().map(|h| h.actor.as_ref()).collect() }
    }
}

/// The claims behind references.
pub(crate) fn claims_of<'a>(refs: impl IntoIterator<Item = &'a ActorRef>) -> Vec<ClaimId> {
    refs.into_iter().flat_map(|r| r.claims.iter().cloned()).collect()
}
