//! Why an entry is refused: each rule that it can break, on which key.
//!
//! Must not: tell apart what a verifier need not tell apart; a caller adds which register and which entry.

use super::key::Role;
use crate::ed25519::KeyProblem;
use crate::entry::EntryError;
use crate::envelope::{BodyError, EnvelopeError};
use crate::hash::Hash;

/// Why a register cannot have this entry at this place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// The signature or the entry's form.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The statement's header.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The body of a statement about keys.
    #[error("its body does not fit its layout: {0}")]
    Body(#[from] BodyError),
    /// A register opens with a `mission_opened`.
    #[error("a `{kind}` stands where the register should open")]
    NotOpened { kind: String },
    /// And opens once.
    #[error("a second `mission_opened`: a register opens once")]
    OpenedTwice,
    /// A statement about keys in a version that this program does not know.
    #[error("a `{kind}` of version {version}: what it says about keys is not known to this program; use a newer one")]
    Version { kind: String, version: u32 },
    /// The entry is of another mission: a replay.
    #[error("it is of mission {found}, not of {expected}")]
    OtherMission { found: String, expected: String },
    /// The entry is of another member.
    #[error("it is of member {found}, not of {expected}")]
    OtherMember { found: String, expected: String },
    /// The author's number is not the place: one is missing or doubled.
    #[error("its author numbered it {index}, so one is missing or doubled: {expected} belongs here")]
    Place { index: u64, expected: u64 },
    /// It names another entry as the one before it.
    #[error("it follows another entry than the one before it")]
    Previous { expected: Option<Hash>, found: Option<Hash> },
    /// The register does not declare this key.
    #[error("key {key} is none that the register declares")]
    UnknownKey { key: Hash },
    /// The key was revoked.
    #[error("key {key} signs nothing from entry {until} on: entry {at} revoked it")]
    Revoked { key: Hash, until: u64, at: u64 },
    /// A checkpoint or witness key does not sign statements.
    #[error("key {key} is a {role} key, which signs no statements")]
    Role { key: Hash, role: Role },
    /// A recovery key signs key statements only.
    #[error("a recovery key signs statements about keys, not a `{kind}`")]
    RecoveryOnly { kind: String },
    /// A statements key does what only a recovery key may do.
    #[error("it {doing}, which only a recovery key may sign as long as there is one")]
    RecoveryNeeded { doing: &'static str },
    /// A key is declared once.
    #[error("key {key} was declared before; a key is declared once, and never comes back")]
    KeyTwice { key: Hash },
    /// The limit of keys.
    #[error("the register declares more than {max} keys", max = super::MAX_KEYS)]
    TooManyKeys,
    /// A role has its algorithm.
    #[error("a {role} key of algorithm {algorithm}; entries are signed with ed25519")]
    Algorithm { role: Role, algorithm: &'static str },
    /// A role has its name.
    #[error("a {role} key of the name {found}, where {expected} is its name")]
    Name { role: Role, found: String, expected: String },
    /// Not a key that all verifiers agree on, or one that anybody could sign with.
    #[error("the key that it declares {0}")]
    Key(KeyProblem),
    /// The new key did not sign.
    #[error("key {key} is declared without proof that its holder agrees: the signature by the new key does not hold")]
    Possession { key: Hash },
    /// An end of validity that cannot be.
    #[error(
        "key {key} is said to end at entry {until}; it can end between {least} (after what it signed) and {most} (this entry, or its earlier end)"
    )]
    Until { key: Hash, until: u64, least: u64, most: u64 },
    /// A range of doubt that cannot be.
    #[error("entries are called doubtful only when a key was compromised, and only before the key ends")]
    Doubt,
    /// The register would be closed by accident.
    #[error(
        "key {key} is the last that can sign here: declare its successor first, or give `retired` as the reason to close the register"
    )]
    LastKey { key: Hash },
}
