//! One key of a register: what it is for, when it was declared, for which entries it counts.
//!
//! Must not: decide who may declare or revoke; that is the fold's.

use core::fmt;

use crate::ed25519::{self, VerifyingKey};
use crate::entry::{Entry, EntryError};
use crate::hash::{Hash, sha256};
use crate::vkey::{self, ML_DSA_44_KEY_LEN, VerifierKey};

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Signs the statements of the register.
    Statements,
    /// Signs the register's checkpoints.
    Checkpoints,
    /// Cosigns the checkpoints of other registers, as their witness.
    Witness,
    /// Kept away from the machine. Signs key statements only, when the statements key is lost or in other hands.
    Recovery,
}

impl Role {
    /// Every role, in the order of this list.
    pub const ALL: [Role; 4] = [Role::Statements, Role::Checkpoints, Role::Witness, Role::Recovery];

    /// The word that statements and file names have for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Role::Statements => "statements",
            Role::Checkpoints => "checkpoints",
            Role::Witness => "witness",
            Role::Recovery => "recovery",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|r| r.name() == name)
    }

    /// The name that a key of this role has in the register of `origin`: the register's origin for checkpoints, as C2SP
    /// signed-note has it; `<origin>/witness` for a witness; the member for the others.
    #[must_use]
    pub fn key_name(self, origin: &str) -> String {
        match self {
            Role::Checkpoints => origin.to_owned(),
            Role::Witness => format!("{origin}/witness"),
            Role::Statements | Role::Recovery => origin.rsplit('/').next().unwrap_or(origin).to_owned(),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A signature algorithm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Algorithm {
    /// Ed25519 (RFC 8032), verified strictly.
    Ed25519,
    /// ML-DSA-44 (FIPS 204), for checkpoints and witnesses.
    MlDsa44,
}

impl Algorithm {
    /// The word that statements have for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Algorithm::Ed25519 => "ed25519",
            Algorithm::MlDsa44 => "ml-dsa-44",
        }
    }

    /// The algorithm of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Algorithm> {
        [Algorithm::Ed25519, Algorithm::MlDsa44].into_iter().find(|a| a.name() == name)
    }

    /// Bytes of a public key.
    #[must_use]
    pub const fn key_len(self) -> usize {
        match self {
            Algorithm::Ed25519 => ed25519::KEY_LEN,
            Algorithm::MlDsa44 => ML_DSA_44_KEY_LEN,
        }
    }
}

/// Why a key was revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Another key took its place; nothing is wrong with what it signed.
    Rotated,
    /// It is gone; nobody else is thought to have it.
    Lost,
    /// Somebody else has it, or may have it: what it signed in a stated range is doubtful.
    Compromised,
    /// The register ends.
    Retired,
}

impl Reason {
    /// Every reason, in the order of this list.
    pub const ALL: [Reason; 4] = [Reason::Rotated, Reason::Lost, Reason::Compromised, Reason::Retired];

    /// The word that statements have for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Rotated => "rotated",
            Reason::Lost => "lost",
            Reason::Compromised => "compromised",
            Reason::Retired => "retired",
        }
    }

    /// The reason of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|r| r.name() == name)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Entries by a key that a compromise note calls into doubt: indices in `[from, until)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// The first doubtful index; the key's first when nobody knows since when.
    pub from: u64,
    /// The first index that is not doubtful any more: the key signs nothing from there on.
    pub until: u64,
    /// Index of the `key_revoked` that says so.
    pub said_at: u64,
}

/// What was said when a key was revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revoked {
    /// Index of the `key_revoked` that says so (of the first one, when there are several).
    pub at: u64,
    /// First index at which the key is no longer valid.
    pub until: u64,
    /// Why, in the gravest of the notes.
    pub reason: Reason,
    /// Id of the key that signed the revocation.
    pub by: Hash,
    /// Which entries are in doubt, if any.
    pub doubt: Option<Doubt>,
}

/// A key that the register declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub(super) id: Hash,
    pub(super) role: Role,
    pub(super) algorithm: Algorithm,
    pub(super) bytes: Vec<u8>,
    pub(super) name: String,
    pub(super) added_at: u64,
    pub(super) added_in: Hash,
    pub(super) added_by: Option<usize>,
    pub(super) from: u64,
    pub(super) revoked: Option<Revoked>,
    pub(super) last_signed: Option<u64>,
    pub(super) ed25519: Option<VerifyingKey>,
}

impl Key {
    /// SHA-256 of the bytes of the public key.
    #[must_use]
    pub const fn id(&self) -> Hash {
        self.id
    }

    /// What it is for.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Its algorithm.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The public key's bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its name: what stands in the signature lines of notes.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Index of the entry that declares it.
    #[must_use]
    pub const fn added_at(&self) -> u64 {
        self.added_at
    }

    /// First index at which it is valid.
    #[must_use]
    pub const fn from(&self) -> u64 {
        self.from
    }

    /// What was said when it was revoked; none while it is valid.
    #[must_use]
    pub const fn revoked(&self) -> Option<&Revoked> {
        self.revoked.as_ref()
    }

    /// Index of the last entry that it signed, of those that were admitted.
    #[must_use]
    pub const fn last_signed(&self) -> Option<u64> {
        self.last_signed
    }

    /// The key for checking Ed25519 signatures; none for another algorithm.
    #[must_use]
    pub const fn ed25519(&self) -> Option<&VerifyingKey> {
        self.ed25519.as_ref()
    }

    /// Whether it is valid for the entry at `index`.
    #[must_use]
    pub fn valid_at(&self, index: u64) -> bool {
        self.from <= index && self.revoked.is_none_or(|r| index < r.until)
    }

    /// The key as notes are checked with it: of a checkpoints key the log's (0x01), of a witness key the cosigner's (0x04);
    /// ML-DSA-44 has one form for both (0x06). None for keys that sign no notes.
    #[must_use]
    pub fn verifier(&self) -> Option<VerifierKey> {
        let algorithm = match (self.role, self.algorithm) {
            (Role::Statements | Role::Recovery, _) => return None,
            (Role::Checkpoints, Algorithm::Ed25519) => vkey::Algorithm::Ed25519,
            (Role::Witness, Algorithm::Ed25519) => vkey::Algorithm::Cosignature,
            (Role::Checkpoints | Role::Witness, Algorithm::MlDsa44) => vkey::Algorithm::MlDsa44,
        };
        VerifierKey::new(&self.name, algorithm, &self.bytes).ok()
    }

    pub(super) fn verify(&self, entry: &Entry<'_>) -> Result<(), EntryError> {
        match &self.ed25519 {
            Some(key) => entry.verify(key),
            None => Err(EntryError::Signature { id: entry.id() }),
        }
    }
}

/// The id of a public key of any algorithm: SHA-256 of its bytes.
#[must_use]
pub fn id_of(key: &[u8]) -> Hash {
    sha256(key)
}

/// The bytes that a new key signs to show that whoever declares it holds it.
#[must_use]
pub fn possession_message(origin: &str, role: Role, name: &str, key: &[u8]) -> Vec<u8> {
    [b"armistice/key/1\0", origin.as_bytes(), b"\0", role.name().as_bytes(), b"\0", name.as_bytes(), b"\0", key]
        .concat()
}

/// Whether `possession` is the new key's signature over [`possession_message`].
pub(super) fn possessed(algorithm: Algorithm, key: &[u8], message: &[u8], possession: &[u8]) -> bool {
    match algorithm {
        Algorithm::Ed25519 => {
            let key = key.try_into().ok().and_then(|k| ed25519::key(k).ok());
            key.zip(possession.try_into().ok()).is_some_and(|(k, s)| ed25519::verify(&k, message, s))
        }
        Algorithm::MlDsa44 => ml_dsa_44(key, message, possession),
    }
}

#[cfg(feature = "ml-dsa")]
fn ml_dsa_44(key: &[u8], message: &[u8], possession: &[u8]) -> bool {
    let key = key.try_into().ok().zip(possession.try_into().ok());
    key.is_some_and(|(k, s)| crate::mldsa::verify(k, message, s))
}

/// Built without ML-DSA the proof cannot be checked. Such a key cannot be used by this build either: everything that it
/// signs is an unknown signature here, so that taking its declaration on trust proves nothing to anybody.
#[cfg(not(feature = "ml-dsa"))]
fn ml_dsa_44(_key: &[u8], _message: &[u8], possession: &[u8]) -> bool {
    /// Bytes of an ML-DSA-44 signature (FIPS 204, table 2).
    const SIGNATURE: usize = 2420;
    possession.len() == SIGNATURE
}
