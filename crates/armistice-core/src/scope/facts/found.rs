//! Findings of cases as facts of an incident: who held the area or was there, whether a condition was met.
//!
//! Must not: let a finding silence a claim, or one member's finding take another's place.

use super::{AreaFact, ConditionFact, IncidentFacts};
use crate::agreement::Agreement;
use crate::agreement::words::{AreaCriterion, Condition, Standard};
use crate::id::{FindingId, IncidentId};
use crate::record::Step;
use crate::scope::Answer;
use crate::statement::casework::{Casework, FactFound, Reached};

/// A finding that says something for the scope test of one incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The finding.
    pub finding: FindingId,
    /// Whose it is.
    pub member: String,
    /// In its words.
    pub text: String,
    /// How well it is shown.
    pub reached: Reached,
    /// What it says.
    pub fact: FactFound,
}

/// The findings about an incident that stand: a member's later finding takes the place of its own earlier one and of nobody
/// else's. Of two statements that claim the same id the first in canonical order counts.
#[must_use]
pub fn found_of(casework: &[Step<Casework>], incident: &IncidentId) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut seen: Vec<&FindingId> = Vec::new();
    for step in casework {
        let Casework::FindingMade(f) = &step.body else { continue };
        if seen.contains(&&f.finding) {
            continue;
        }
        seen.push(&f.finding);
        if let Some(old) = &f.supersedes {
            all.retain(|x| x.finding != *old || x.member != step.at.member);
        }
        if let (Some(fact), Some(of)) = (&f.fact, &f.incident)
            && of == incident
        {
            all.push(Found {
                finding: f.finding.clone(),
                member: step.at.member.clone(),
                text: f.text.clone(),
                reached: f.reached,
                fact: fact.clone(),
            });
        }
    }
    all
}

impl IncidentFacts {
    /// Takes findings as facts beside what is claimed. One that does not reach the agreement's standard of proof shows
    /// nothing: it stands here as cannot be determined, under its id. What the agreement has no word or actor for is given
    /// back.
    #[must_use]
    pub fn find<'a>(&mut self, agreement: &Agreement, found: &'a [Found]) -> Vec<&'a Found> {
        let needed = reached(agreement.modalities.standard_of_proof.value);
        let mut unread = Vec::new();
        for f in found {
            let state = if f.reached >= needed { f.fact.state } else { Answer::CannotBeDetermined };
            let findings = vec![f.finding.clone()];
            let actor = f.fact.actor.as_deref().and_then(|id| agreement.actors.iter().find(|a| a.id.as_str() == id));
            match (AreaCriterion::read(&f.fact.criterion), Condition::read(&f.fact.criterion), actor) {
                (Some(criterion), _, Some(actor)) => {
                    self.area.push(AreaFact { actor: actor.id.clone(), criterion, state, claims: Vec::new(), findings })
                }
                (None, Some(condition), _) => {
                    self.conditions.push(ConditionFact { condition, state, claims: Vec::new(), findings });
                }
                (Some(_), _, None) | (None, None, _) => unread.push(f),
            }
        }
        unread
    }
}

const fn reached(standard: Standard) -> Reached {
    match standard {
        Standard::CredibleReport => Reached::Suspicion,
        Standard::ReasonableGrounds => Reached::ReasonableGrounds,
        Standard::BalanceOfProbabilities => Reached::BalanceOfProbabilities,
        Standard::ClearAndConvincing => Reached::ClearAndConvincing,
    }
}
