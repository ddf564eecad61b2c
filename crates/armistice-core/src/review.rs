//! What reviews of a claim come to: of each member the newest one, and what they say together.
//!
//! Must not: let one member's review take the place of another's, or count a review of something that is not there any more.

use crate::{
    claim::{ActorMention, Claim},
    id::ClaimId,
    named::Named,
    record::{Record, Step},
    statement::{
        claim_digest,
        review::{ClaimChanges, ClaimField, ClaimReviewed, ReviewVerdict},
    },
    time::{TimeExpr, TimeMention},
};
use std::collections::BTreeMap;

/// What is known of a claim from the people who looked at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewState {
    /// Nobody looked.
    Unreviewed,
    /// All who looked accept it.
    Accepted,
    /// All who looked reject it: it no longer counts.
    Rejected,
    /// All who looked correct it, in the same way: the correction is used.
    Corrected,
    /// Those who looked say different things. None of it is used; all of it is shown.
    Disputed,
    /// Somebody looked at another reading of it, and nobody at this one.
    Stale,
}

impl Named for ReviewState {
    const ALL: &'static [Self] =
        &[Self::Unreviewed, Self::Accepted, Self::Rejected, Self::Corrected, Self::Disputed, Self::Stale];

    fn id(self) -> &'static str {
        match self {
            Self::Unreviewed => "unreviewed",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Corrected => "corrected",
            Self::Disputed => "disputed",
            Self::Stale => "stale",
        }
    }
}

/// A review in force, and whether it is of the claim as it reads now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given<'a> {
    /// The statement.
    pub step: &'a Step<ClaimReviewed>,
    /// What the member was shown is what is here now.
    pub current: bool,
}

/// What the reviews of a claim come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Together.
    pub state: ReviewState,
    /// Each member's review, in canonical order.
    pub given: Vec<Given<'a>>,
}

impl<'a> Standing<'a> {
    /// The correction that is used: all current reviews give it.
    #[must_use]
    pub fn correction(&self) -> Option<&'a ClaimChanges> {
        match self.state {
            ReviewState::Corrected => self.given.iter().find(|g| g.current).and_then(|g| g.step.body.changes.as_ref()),
            ReviewState::Unreviewed
            | ReviewState::Accepted
            | ReviewState::Rejected
            | ReviewState::Disputed
            | ReviewState::Stale => None,
        }
    }
}

/// The reviews in force of each claim: of each member the last one, unless it takes the review back. A member's statements stand in
/// their order, so the later one is the newer word; the word of another member is never replaced.
#[must_use]
pub fn in_force(record: &Record) -> BTreeMap<&ClaimId, Vec<&Step<ClaimReviewed>>> {
    let mut last: BTreeMap<(&ClaimId, &str), usize> = BTreeMap::new();
    for (n, step) in record.reviewed.iter().enumerate() {
        last.insert((&step.body.claim, step.at.member.as_str()), n);
    }
    let mut kept: Vec<usize> = last.into_values().collect();
    kept.sort_unstable();
    let mut by: BTreeMap<&ClaimId, Vec<&Step<ClaimReviewed>>> = BTreeMap::new();
    for step in kept.into_iter().filter_map(|n| record.reviewed.get(n)) {
        match step.body.verdict {
            ReviewVerdict::Accepted | ReviewVerdict::Rejected | ReviewVerdict::Corrected => {
                by.entry(&step.body.claim).or_default().push(step);
            }
            ReviewVerdict::Withdrawn => {}
        }
    }
    by
}

/// What reviews in force say of a claim that reads as it does.
#[must_use]
pub fn standing<'a>(reviews: &[&'a Step<ClaimReviewed>], claim: &Claim) -> Standing<'a> {
    if reviews.is_empty() {
        return Standing { state: ReviewState::Unreviewed, given: vec![] };
    }
    let digest = claim_digest(claim);
    let given: Vec<Given<'a>> =
        reviews.iter().map(|step| Given { step, current: step.body.shown.0 == digest }).collect();
    let mut current = given.iter().filter(|g| g.current).map(|g| &g.step.body);
    let state = match current.next() {
        None => ReviewState::Stale,
        Some(first) if !current.all(|r| r.verdict == first.verdict && r.changes == first.changes) => {
            ReviewState::Disputed
        }
        Some(first) => match first.verdict {
            ReviewVerdict::Accepted => ReviewState::Accepted,
            ReviewVerdict::Rejected => ReviewState::Rejected,
            ReviewVerdict::Corrected => ReviewState::Corrected,
            // Not in force, so it does not come here.
            ReviewVerdict::Withdrawn => ReviewState::Unreviewed,
        },
    };
    Standing { state, given }
}

/// The claim as a reviewer reads it, but for the resolved time and its first source, which are made elsewhere. The quotation, its place in
/// the file and the id stay. Actors that the reviewer names stand at the claim's words.
#[must_use]
pub fn corrected(claim: &Claim, changes: &ClaimChanges) -> Claim {
    let mut c = claim.clone();
    let mentions = |names: &[String]| -> Vec<ActorMention> {
        names.iter().map(|text| ActorMention { text: text.clone(), span: claim.span }).collect()
    };
    c.kind = changes.kind.unwrap_or(c.kind);
    c.act = changes.act.or(c.act);
    c.polarity = changes.polarity.unwrap_or(c.polarity);
    if !changes.alleged_authors.is_empty() {
        c.alleged_authors = mentions(&changes.alleged_authors);
    }
    if !changes.affected.is_empty() {
        c.affected = mentions(&changes.affected);
    }
    if let Some(site) = &changes.place {
        // The zone is of the place that was read, and holds for another one only in the same country.
        let zone = c.place.filter(|p| p.country == site.country).and_then(|p| p.zone);
        c.place = Some(crate::place::Place { zone, ..site.place() });
    }
    if let Some(time) = &changes.time {
        let days = time.from.zip(time.to).map(|(a, b)| (a.date, b.date));
        let expr = match days {
            Some((from, to)) => TimeExpr::Columns { from, to, precision: time.when().precision },
            // The interval itself is resolved by `Interval::when`; the words of an open end are nobody's.
            None => TimeExpr::Calendar { year: None, month: None, day: None, weekday: None },
        };
        c.time = Some(TimeMention { span: claim.span, text: time.when().words(), expr });
    }
    if !changes.counts.is_empty() {
        c.counts = changes.counts.iter().map(|n| n.count()).collect();
    }
    for field in &changes.unstated {
        match field {
            ClaimField::Act => c.act = None,
            ClaimField::AllegedAuthors => c.alleged_authors.clear(),
            ClaimField::Affected => c.affected.clear(),
            ClaimField::Place => c.place = None,
            ClaimField::Time => c.time = None,
            ClaimField::Counts => c.counts.clear(),
            ClaimField::RecordedBy => {}
        }
    }
    c
}
