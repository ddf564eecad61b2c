//! What single claims say, and the facts as one claim alone, or one finding alone, would have them: from that follows which
//! of them speak against an answer.
//!
//! Must not: decide who is right.

use super::{ActorRef, IncidentFacts};
use crate::act::Act;
use crate::id::{ClaimId, FindingId};
use crate::place::Place;
use crate::time::When;

/// What one claim says of act, time and place. `None`: it says nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The claim.
    pub claim: ClaimId,
    /// What was done.
    pub act: Option<Act>,
    /// When.
    pub when: Option<When>,
    /// Where.
    pub place: Option<Place>,
}

impl IncidentFacts {
    /// The facts as this claim has them: where it says something, what it says and nothing else; where it is silent, as
    /// they are. `None` if that is what the facts are anyway.
    pub(crate) fn as_told_by(&self, claim: &ClaimId) -> Option<IncidentFacts> {
        let mut f = self.clone();
        for refs in [&mut f.authors, &mut f.affected, &mut f.sides, &mut f.held_by] {
            only(refs, claim);
        }
        if let Some(told) = self.told.iter().find(|t| t.claim == *claim) {
            if let Some(act) = told.act {
                f.acts = vec![act];
            }
            if let Some(when) = told.when {
                f.when = when;
            }
            if told.place.is_some() {
                f.place.clone_from(&told.place);
            }
        }
        let area = self.area.clone();
        f.area.retain(|a| {
            let own = area.iter().any(|b| b.actor == a.actor && b.claims.contains(claim));
            !own || a.claims.contains(claim)
        });
        let conditions = self.conditions.clone();
        f.conditions.retain(|a| {
            let own = conditions.iter().any(|b| b.condition == a.condition && b.claims.contains(claim));
            !own || a.claims.contains(claim)
        });
        (f != *self).then_some(f)
    }

    /// The same for a finding.
    pub(crate) fn as_found_in(&self, finding: &FindingId) -> Option<IncidentFacts> {
        let mut f = self.clone();
        let area = self.area.clone();
        f.area.retain(|a| {
            let own = area.iter().any(|b| b.actor == a.actor && b.findings.contains(finding));
            !own || a.findings.contains(finding)
        });
        let conditions = self.conditions.clone();
        f.conditions.retain(|a| {
            let own = conditions.iter().any(|b| b.condition == a.condition && b.findings.contains(finding));
            !own || a.findings.contains(finding)
        });
        (f != *self).then_some(f)
    }
}

fn only(refs: &mut Vec<ActorRef>, claim: &ClaimId) {
    if refs.iter().any(|r| r.claims.contains(claim)) {
        refs.retain(|r| r.claims.contains(claim));
    }
}
