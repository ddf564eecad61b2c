//! Statements that a desk makes: of its own work, and of the claims that people looked at. The types are the layouts, version 1,
//! frozen once released.
//!
//! Must not: name an account, a person or an address.

use super::{
    review::ClaimReviewed,
    wire::{Digest, family},
};
use minicbor::{Decode, Encode};

/// How far the audit trail of a member's desk had come: who signed in, whose rights changed, what was exported stands there
/// and not here. Rows `from_seq` to `to_seq` follow from each other by digests, so that the last one's digest fixes all.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct DeskAudited {
    /// First row that no earlier statement covers.
    #[n(0)]
    pub from_seq: u64,
    /// Last row.
    #[n(1)]
    pub to_seq: u64,
    /// Digest of the last row.
    #[n(2)]
    pub head: Digest,
}

family! {
    /// What is said at a desk: of its own work, and of claims as they were read.
    Desk {
        /// The audit trail's head.
        Audited(DeskAudited) = "desk_audited",
        /// A person looked at a claim.
        Reviewed(Box<ClaimReviewed>) = "claim_reviewed",
    }
}
