//! What a person says of a claim as an engine read it. The types are the layouts, version 1, frozen once released.
//!
//! Must not: hold words of the source. A correction is the reviewer's reading, and stands beside what was read.

use super::wire::{Digest, Interval, Site, vocabulary};
use crate::{
    act::Act,
    claim::{ClaimKind, Polarity},
    count::{Count, CountStatus, CountWhat},
    id::ClaimId,
};
use minicbor::{Decode, Encode};

vocabulary! {
    /// What a reviewer says of a claim.
    ReviewVerdict {
        /// The words say what was read.
        Accepted = "accepted",
        /// The words do not say it, or say nothing that could be counted. The reason tells.
        Rejected = "rejected",
        /// The words say something else in the fields that are given.
        Corrected = "corrected",
        /// The reviewer takes the own earlier review back.
        Withdrawn = "withdrawn",
    }

    /// A part of a claim of which a reviewer may say that the words do not state it.
    ClaimField {
        /// The kind of act.
        Act = "act",
        /// Who is said to have done it.
        AllegedAuthors = "alleged_authors",
        /// Who or what is said to be affected.
        Affected = "affected",
        /// Where.
        Place = "place",
        /// When.
        Time = "time",
        /// How many.
        Counts = "counts",
        /// Who says it first.
        RecordedBy = "recorded_by",
    }
}

/// A figure as a reviewer reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CountRead {
    /// What is counted.
    #[n(0)]
    pub what: CountWhat,
    /// Of whom.
    #[n(1)]
    pub status: CountStatus,
    /// The least.
    #[n(2)]
    pub min: Option<u64>,
    /// The figure given.
    #[n(3)]
    pub best: Option<u64>,
    /// The most.
    #[n(4)]
    pub max: Option<u64>,
}

/// The fields that a reviewer reads otherwise. What is not given stays as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClaimChanges {
    /// What kind of statement it is.
    #[n(0)]
    pub kind: Option<ClaimKind>,
    /// The act.
    #[n(1)]
    pub act: Option<Act>,
    /// Asserted, negated or open.
    #[n(2)]
    pub polarity: Option<Polarity>,
    /// Who is said to have done it, all of them; empty: not changed.
    #[n(3)]
    pub alleged_authors: Vec<String>,
    /// Who or what is said to be affected, all of them; empty: not changed.
    #[n(4)]
    pub affected: Vec<String>,
    /// Where.
    #[n(5)]
    pub place: Option<Site>,
    /// When.
    #[n(6)]
    pub time: Option<Interval>,
    /// The figures, all of them; empty: not changed.
    #[n(7)]
    pub counts: Vec<CountRead>,
    /// Who says it first, as far as the words tell.
    #[n(8)]
    pub recorded_by: Option<String>,
    /// What the words do not state, whatever was read.
    #[n(9)]
    pub unstated: Vec<ClaimField>,
}

/// A person looked at a claim and says what holds of it. The newest review of a member is that member's word.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClaimReviewed {
    /// The claim.
    #[n(0)]
    pub claim: ClaimId,
    /// Digest of the claim as it was shown; of a claim that reads differently the review says nothing.
    #[n(1)]
    pub shown: Digest,
    /// What the reviewer says.
    #[n(2)]
    pub verdict: ReviewVerdict,
    /// Why; a rejection has one.
    #[n(3)]
    pub reason: Option<String>,
    /// What is read otherwise; only of a correction.
    #[n(4)]
    pub changes: Option<ClaimChanges>,
}

impl CountRead {
    /// The same as a count.
    #[must_use]
    pub const fn count(&self) -> Count {
        Count { what: self.what, status: self.status, min: self.min, best: self.best, max: self.max }
    }
}

impl ClaimChanges {
    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
