//! The one place where this crate checks Ed25519 (RFC 8032 5.1.7), strictly, so that all verifiers agree on every byte.
//!
//! Must not: accept a second encoding of a key or signature, or a key of small order, which holds for many messages.
//!
//! RFC 8032 leaves room: cofactored or not, canonical encodings or not. Implementations differ there, and then a
//! statement is valid for one party and invalid for the other. [`verify`] takes the narrowest reading: the key and the
//! point R are canonical encodings and not of small order, S is below the group order, and the equation holds without
//! the cofactor. What honest signers make passes; the rest has no second opinion.
//!
//! ```
//! use armistice_tlog::ed25519::{KeyProblem, key, verify};
//! use ed25519_dalek::{Signer as _, SigningKey};
//!
//! let secret = SigningKey::from_bytes(&[7; 32]);
//! let public = key(secret.verifying_key().as_bytes())?;
//! let signature = secret.sign(b"as signed").to_bytes();
//! assert!(verify(&public, b"as signed", &signature));
//! assert!(!verify(&public, b"as altered", &signature));
//!
//! // The neutral element is a point, but no key: one signature would hold for every message.
//! let mut neutral = [0; 32];
//! neutral[0] = 1;
//! assert_eq!(key(&neutral), Err(KeyProblem::SmallOrder));
//! # Ok::<(), KeyProblem>(())
//! ```

#[cfg(feature = "small")]
pub use crate::small::ed25519::{VerifyingKey, key, verify};
#[cfg(not(feature = "small"))]
pub use ed25519_dalek::VerifyingKey;

/// Bytes in a public key.
pub const KEY_LEN: usize = 32;

/// Bytes in a signature.
pub const SIGNATURE_LEN: usize = 64;

/// Why 32 bytes are no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// No point of the curve is encoded so.
    #[error("is not a point of the curve")]
    NoPoint,
    /// The coordinate is not below 2^255 - 19: a second spelling of another key.
    #[error("is a non-canonical encoding of a point")]
    NotCanonical,
    /// Signatures under such a key hold for many messages.
    #[error("is a point of small order")]
    SmallOrder,
}

#[cfg(not(feature = "small"))]
/// Reads a public key: a canonical encoding of a point that is not of small order.
pub fn key(bytes: &[u8; KEY_LEN]) -> Result<VerifyingKey, KeyProblem> {
    if !canonical(bytes) {
        return Err(KeyProblem::NotCanonical);
    }
    let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyProblem::NoPoint)?;
    if key.is_weak() { Err(KeyProblem::SmallOrder) } else { Ok(key) }
}

#[cfg(not(feature = "small"))]
/// Whether `signature` is one that `key` made over `message`, in the strict sense told above.
#[must_use]
pub fn verify(key: &VerifyingKey, message: &[u8], signature: &[u8; SIGNATURE_LEN]) -> bool {
    canonical(key.as_bytes()) && key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)).is_ok()
}

/// Whether the y coordinate (little endian, the top bit is the sign of x) is below p = 2^255 - 19.
pub(crate) fn canonical(bytes: &[u8; KEY_LEN]) -> bool {
    let [low, middle @ .., high] = bytes;
    *low < 0xed || high & 0x7f != 0x7f || middle.iter().any(|byte| *byte != 0xff)
}
