//! What people said of claims: which are set aside, which are read otherwise, and how it is shown.
//!
//! Must not: lose a claim. One that is set aside stands in the brief with who set it aside and why.

use super::{
    Work,
    view::{count, place, time},
    when,
};
use crate::output::brief_v1 as out;
use armistice_core::{
    claim::Claim,
    incident::{RecordedClaim, SourceKey},
    named::Named as _,
    review::{self, ReviewState, Standing},
    statement::review::{ClaimChanges, ClaimField},
};
use armistice_read::elements::names;
use jiff::civil::Date;
use std::borrow::Cow;

impl Work<'_> {
    fn standing(&self, claim: &Claim) -> Standing<'_> {
        review::standing(self.reviewed.get(&claim.id).map_or(&[][..], Vec::as_slice), claim)
    }

    /// Puts corrections that hold in the place of what was read; what was read is kept for who looks.
    pub(super) fn correct(&mut self, effective: Option<Date>) {
        if self.reviewed.is_empty() {
            return;
        }
        let mut corrected: Vec<(usize, RecordedClaim)> = Vec::new();
        for (n, r) in self.claims.iter().enumerate() {
            if let Some(changes) = self.standing(&r.claim).correction() {
                corrected.push((n, self.corrected(r, changes, effective)));
            }
        }
        for (n, r) in corrected {
            if let Some(slot) = self.claims.get_mut(n) {
                let original = std::mem::replace(slot, r);
                self.originals.insert(original.claim.id.clone(), original);
            }
        }
    }

    fn corrected(&self, r: &RecordedClaim, changes: &ClaimChanges, effective: Option<Date>) -> RecordedClaim {
        let claim = review::corrected(&r.claim, changes);
        let unstated = |f: ClaimField| changes.unstated.contains(&f);
        let told = match &changes.time {
            Some(interval) if !unstated(ClaimField::Time) => interval.when(),
            _ => when(&claim, &r.published, effective),
        };
        let first = match &changes.recorded_by {
            _ if unstated(ClaimField::RecordedBy) => SourceKey::Unstated,
            Some(name) => match self.party(name) {
                Some(party) => SourceKey::Party { party, name: names::key(name) },
                None => SourceKey::Named(names::key(name)),
            },
            None => r.ultimate_source.clone(),
        };
        RecordedClaim {
            when: told,
            author_ids: self.actor_ids(&claim.alleged_authors),
            affected_ids: self.actor_ids(&claim.affected),
            ultimate_source: first,
            claim,
            ..r.clone()
        }
    }

    /// The claims that count: all but those that everybody who looked rejects.
    pub(super) fn counted(&self) -> Cow<'_, [RecordedClaim]> {
        let set_aside = |r: &RecordedClaim| self.review_state(r) == ReviewState::Rejected;
        if self.reviewed.is_empty() || !self.claims.iter().any(set_aside) {
            return Cow::Borrowed(&self.claims);
        }
        Cow::Owned(self.claims.iter().filter(|r| !set_aside(r)).cloned().collect())
    }

    fn review_state(&self, r: &RecordedClaim) -> ReviewState {
        self.standing(self.originals.get(&r.claim.id).map_or(&r.claim, |o| &o.claim)).state
    }

    pub(super) fn review_counts(&self) -> out::Reviews {
        let mut n = out::Reviews::default();
        for r in &self.claims {
            match self.review_state(r) {
                ReviewState::Unreviewed => n.unreviewed += 1,
                ReviewState::Accepted => n.accepted += 1,
                ReviewState::Rejected => n.rejected += 1,
                ReviewState::Corrected => n.corrected += 1,
                ReviewState::Disputed => n.disputed += 1,
                ReviewState::Stale => n.stale += 1,
            }
        }
        n
    }

    /// The state of a claim as it was read, and each member's review.
    pub(super) fn reviews(&self, claim: &Claim) -> (String, Vec<out::Review>) {
        let standing = self.standing(claim);
        let given = standing.given.iter().map(|g| {
            let (at, body) = (&g.step.at, &g.step.body);
            out::Review {
                member: at.member.clone(),
                index: at.index,
                verdict: body.verdict.id().to_owned(),
                reason: body.reason.clone(),
                changes: body.changes.as_ref().map(changes),
                shown: body.shown.to_string(),
                current: g.current,
            }
        });
        (standing.state.id().to_owned(), given.collect())
    }
}

/// Changes as the brief shows them.
fn changes(c: &ClaimChanges) -> out::Changes {
    out::Changes {
        kind: c.kind.map(|k| k.id().to_owned()),
        act: c.act.map(|a| a.id().to_owned()),
        polarity: c.polarity.map(|p| p.id().to_owned()),
        alleged_authors: c.alleged_authors.clone(),
        affected: c.affected.clone(),
        place: c.place.as_ref().map(|s| place(&s.place())),
        time: c.time.as_ref().map(|t| time(&t.when())),
        counts: c.counts.iter().map(|n| count(&n.count())).collect(),
        recorded_by: c.recorded_by.clone(),
        unstated: c.unstated.iter().map(|f| f.id().to_owned()).collect(),
    }
}
