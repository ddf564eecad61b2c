//! Statements about registers themselves: keys, members, policies, sealed content, padding, misbehaviour, continuation.
//!
//! Must not: hold a secret. What is sealed stands here as a commitment; salts, values and keys are in the vault.

use crate::id::ItemId;

/// What a key is for. One key has one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyRole {
    /// Signs statements.
    Statements,
    /// Signs checkpoints of the member's own register, and nothing else.
    Checkpoints,
    /// Cosigns checkpoints of other registers.
    Witness,
    /// Kept off the machine; signs statements about keys when another key was lost or stolen.
    Recovery,
}

/// A signature algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyAlgorithm {
    /// Ed25519 (RFC 8032), verified strictly.
    Ed25519,
    /// ML-DSA-44 (FIPS 204).
    MlDsa44,
}

/// Why a key is no longer to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RevocationReason {
    /// Another took its place as planned.
    Rotated,
    /// Nobody has it any more.
    Lost,
    /// Somebody else has it, or may have.
    Compromised,
    /// Its role has ended.
    Retired,
}

/// How much of a sealed item was destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErasureScope {
    /// The fields: values and salts. Blobs remain.
    Fields,
    /// Everything: values, salts and the keys of the blobs.
    All,
}

/// What somebody did that no honest member does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Misbehaviour {
    /// Two signed statements with one number.
    TwoStatements,
    /// Two signed checkpoints that cannot both be.
    TwoCheckpoints,
    /// Two openings of one slot: one matter decided twice in different ways.
    TwoOpenings,
}

/// A member has one more key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyAdded {
    /// What it is for.
    pub role: KeyRole,
    /// Its algorithm.
    pub algorithm: KeyAlgorithm,
    /// The public key.
    pub key: Vec<u8>,
    /// The name under which it signs notes; the member's name for keys that sign statements.
    pub name: String,
    /// Signature by the new key over origin, role, name and itself: who adds a key has it.
    pub possession: Vec<u8>,
}

/// A key is valid no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRevoked {
    /// SHA-256 of the public key.
    pub key: [u8; 32],
    /// First index at which it is no longer valid.
    pub until: u64,
    /// First index from which what it signed is doubtful.
    pub doubtful_from: Option<u64>,
    /// Why.
    pub reason: RevocationReason,
    /// In words.
    pub note: String,
}

/// A blob of a sealed item: ciphertext, outside the register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SealedBlob {
    /// SHA-256 of the ciphertext.
    pub sha256: [u8; 32],
    /// Its size class in bytes: ciphertexts are padded to it.
    pub size_class: u64,
    /// Media type of what is inside.
    pub media_type: String,
}

/// An item whose fields are committed to and not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The item.
    pub item: ItemId,
    /// A public label, chosen by the one who sealed; may be empty.
    pub about: String,
    /// Root of the tree of commitments.
    pub root: [u8; 32],
    /// Leaves of that tree, decoys included: 8, 16, 32 or 64.
    pub leaves: u32,
    /// Sealed files.
    pub blobs: Vec<SealedBlob>,
    /// Members with whom it is to be opened together: not before each of them has sealed theirs.
    pub together: Vec<String>,
    /// Random bytes that bring the entry to a size class.
    pub padding: Vec<u8>,
}

/// What a statement says about registers, keys and sealed things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// A member has one more key.
    KeyAdded(KeyAdded),
    /// A key is valid no longer.
    KeyRevoked(KeyRevoked),
    /// Statements that a compromise made doubtful are confirmed one by one.
    Reaffirmed {
        /// Their ids.
        ids: Vec<[u8; 32]>,
        /// Why, in words.
        why: String,
    },
    /// This member takes a register with this first key for that of the member named.
    MemberRecognised {
        /// The other member.
        member: String,
        /// The first statements key of its register.
        key: [u8; 32],
        /// How it was made sure of, in words.
        how: String,
        /// Bytes that are taken from it in a day; unknown is no limit.
        quota: Option<u64>,
    },
    /// A witness policy was adopted.
    PolicyAdopted {
        /// Its name, such as `witnessed`.
        name: String,
        /// Lines of C2SP tlog-policy without `log`.
        text: String,
    },
    /// An item was sealed.
    Sealed(Box<Sealed>),
    /// Fields of a sealed item were opened to everybody.
    Revealed {
        /// The item.
        item: ItemId,
        /// Encoded disclosures, each with path, value, salt and way to the root.
        disclosures: Vec<Vec<u8>>,
    },
    /// Fields of a sealed item were handed to somebody.
    Released {
        /// The item.
        item: ItemId,
        /// How many fields.
        fields: u32,
        /// To whom.
        to: String,
        /// Why.
        why: String,
        /// Until when it may be used, seconds since 1970; unknown is without limit.
        until: Option<i64>,
    },
    /// A sealed item was destroyed, as far as keys and salts in the vault go.
    Erased {
        /// The item.
        item: ItemId,
        /// How much.
        scope: ErasureScope,
        /// The rule or request it was done under.
        basis: String,
        /// Who decided it.
        by: String,
    },
    /// Nothing was said: an entry that keeps number and size of entries from telling anything.
    Padded {
        /// Random bytes.
        padding: Vec<u8>,
    },
    /// Proof of misbehaviour is held.
    MisbehaviourNoted {
        /// Origin of the register concerned.
        origin: String,
        /// What was done.
        what: Misbehaviour,
        /// SHA-256 of the evidence file.
        evidence: [u8; 32],
    },
    /// This register goes on from one that ended.
    Continued {
        /// Origin of the register that ended.
        origin: String,
        /// Its last cosigned checkpoint, as a note.
        note: Vec<u8>,
        /// Why, in words.
        why: String,
    },
}

impl Trust {
    /// The kind's stable name.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Trust::KeyAdded(_) => "key_added",
            Trust::KeyRevoked(_) => "key_revoked",
            Trust::Reaffirmed { .. } => "reaffirmed",
            Trust::MemberRecognised { .. } => "member_recognised",
            Trust::PolicyAdopted { .. } => "policy_adopted",
            Trust::Sealed(_) => "sealed",
            Trust::Revealed { .. } => "revealed",
            Trust::Released { .. } => "released",
            Trust::Erased { .. } => "erased",
            Trust::Padded { .. } => "padded",
            Trust::MisbehaviourNoted { .. } => "misbehaviour_noted",
            Trust::Continued { .. } => "continued",
        }
    }
}
