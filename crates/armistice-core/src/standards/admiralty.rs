//! Grades of sources (A to F) and of information (1 to 6), after NATO AJP-2.1. F and 6 are *cannot be judged*: they stand
//! beside the scale, not at its end.
//!
//! Must not: compute one grade from the other, rank F or 6, or take a 1 that somebody typed.

use crate::{
    id::ClaimId,
    incident::Independence,
    ledger::Ledgers,
    statement::ledger::{Credibility, Reliability},
};
use std::{cmp::Ordering, collections::BTreeMap};

/// A source's letter from one assessor, for one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The topic: a letter holds for it and for no other.
    pub topic: String,
    /// Who assessed: member and code.
    pub assessor: (String, String),
    /// The letter.
    pub letter: Reliability,
    /// Why.
    pub why: String,
}

/// The letters of a source, by topic and assessor, the latest of each. Assessors are kept apart: their letters are not averaged.
#[must_use]
pub fn letters(l: &Ledgers, source: &str) -> Vec<Letter> {
    let mut latest: BTreeMap<_, Letter> = BTreeMap::new();
    for s in l.source_grades.iter().filter(|s| s.body.source == source) {
        let assessor = (s.at.member.clone(), s.body.assessor.clone());
        let (topic, letter, why) = (s.body.topic.clone(), s.body.letter, s.body.why.clone());
        latest.insert((topic.clone(), assessor.clone()), Letter { topic, assessor, letter, why });
    }
    latest.into_values().collect()
}

/// How two letters compare: the more reliable one is greater. `None` where one of them is F, which is not on the scale.
#[must_use]
pub fn compare(a: Reliability, b: Reliability) -> Option<Ordering> {
    let rank = |r| match r {
        Reliability::A => Some(5),
        Reliability::B => Some(4),
        Reliability::C => Some(3),
        Reliability::D => Some(2),
        Reliability::E => Some(1),
        Reliability::F => None,
    };
    let (a, b): (Option<u8>, Option<u8>) = (rank(a), rank(b));
    Some(a?.cmp(&b?))
}

/// The number of information. Has no order, so that 6 cannot be ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InformationNumber {
    /// 1, confirmed by other sources: computed, never given.
    Confirmed,
    /// 2 to 6, as an assessor gives it.
    Given(Credibility),
}

impl InformationNumber {
    /// The digit.
    #[must_use]
    pub fn id(self) -> &'static str {
        use crate::named::Named as _;
        match self {
            Self::Confirmed => "1",
            Self::Given(c) => c.id(),
        }
    }
}

/// What one assessor gave, and what it counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    /// Who assessed: member and code.
    pub assessor: (String, String),
    /// What the assessor gave.
    pub given: Credibility,
    /// The letter of the source was hidden.
    pub blind: bool,
    /// Why.
    pub why: String,
}

/// The grades of a claim, the latest of each assessor; and the number 1 if independent origins give it: at least two for
/// certain, not all of them parties to the conflict. What assessors gave stands beside it.
#[must_use]
pub fn information(
    l: &Ledgers,
    claim: &ClaimId,
    origins: Option<&Independence>,
) -> (Option<InformationNumber>, Vec<Graded>) {
    let mut latest: BTreeMap<(String, String), Graded> = BTreeMap::new();
    for s in l.information_grades.iter().filter(|s| s.body.claim == *claim) {
        let assessor = (s.at.member.clone(), s.body.assessor.clone());
        let (given, blind, why) = (s.body.number, s.body.blind, s.body.why.clone());
        latest.insert(assessor.clone(), Graded { assessor, given, blind, why });
    }
    let graded: Vec<Graded> = latest.into_values().collect();
    let confirmed = origins.is_some_and(|o| o.low >= 2 && !o.only_parties);
    let number = if confirmed {
        Some(InformationNumber::Confirmed)
    } else {
        // One number only where all assessors give the same.
        let first = graded.first().map(|g| g.given);
        first.filter(|f| graded.iter().all(|g| g.given == *f)).map(InformationNumber::Given)
    };
    (number, graded)
}

/// What an assessor of information may see. There is no field for the source's letter, and none for what others gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlindView {
    /// The claim.
    pub claim: ClaimId,
    /// Independent origins behind the incident, at least and at most, if known.
    pub origins: Option<(u32, u32)>,
    /// Why so many.
    pub reasons: Vec<String>,
    /// How many assessors have given a number already.
    pub graded_by: usize,
}

/// The view for an assessor of a claim.
#[must_use]
pub fn blind_view(l: &Ledgers, claim: &ClaimId, origins: Option<&Independence>) -> BlindView {
    BlindView {
        claim: claim.clone(),
        origins: origins.map(|o| (o.low, o.high)),
        reasons: origins.map(|o| o.reasons.clone()).unwrap_or_default(),
        graded_by: information(l, claim, None).1.len(),
    }
}
