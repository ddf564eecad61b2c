//! The one place where this crate signs and checks ML-DSA-44 (FIPS 204): signatures that outlive elliptic curves.
//!
//! Must not: stand alone. The implementation is not audited; an Ed25519 signature goes with each of these.
//!
//! "Pure" ML-DSA with an empty context, as C2SP tlog-cosignature asks; signing is deterministic, as nothing here may
//! draw random numbers.
//!
//! ```
//! use armistice_tlog::mldsa::{SecretKey, verify};
//!
//! // (A real seed comes from the operating system's randomness.)
//! let key = SecretKey::from_seed(&[7; 32]);
//! let signature = key.sign(b"as signed")?;
//! assert!(verify(key.public(), b"as signed", &signature));
//! assert!(!verify(key.public(), b"as altered", &signature));
//! # Ok::<(), armistice_tlog::mldsa::NoSignature>(())
//! ```

#[cfg(feature = "small")]
pub use crate::small::mldsa::verify;
#[cfg(not(feature = "small"))]
use ml_dsa::{EncodedVerifyingKey, Signature, VerifyingKey};
use ml_dsa::{Keypair as _, MlDsa44, Seed, SigningKey};

/// Bytes in a public key (FIPS 204, table 2).
pub const KEY_LEN: usize = 1312;

/// Bytes in a signature (FIPS 204, table 2).
pub const SIGNATURE_LEN: usize = 2420;

/// Signing found no signature within its bounded number of tries. FIPS 204 gives this less than 2^-128 of chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no ML-DSA-44 signature was found for this message within the bounded number of tries")]
pub struct NoSignature;

/// A secret key. Zeroed when dropped; never shown.
pub struct SecretKey {
    key: SigningKey<MlDsa44>,
    public: [u8; KEY_LEN],
}

impl SecretKey {
    /// The key that these 32 random bytes give (FIPS 204 algorithm 6).
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> SecretKey {
        let key = SigningKey::<MlDsa44>::from_seed(&Seed::from(*seed));
        let mut public = [0; KEY_LEN];
        public.copy_from_slice(key.verifying_key().encode().as_slice());
        SecretKey { key, public }
    }

    /// The public key.
    #[must_use]
    pub const fn public(&self) -> &[u8; KEY_LEN] {
        &self.public
    }

    /// Signs, deterministically and with an empty context.
    pub fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], NoSignature> {
        let made = self.key.expanded_key().sign_deterministic(message, &[]).map_err(|_| NoSignature)?;
        let mut bytes = [0; SIGNATURE_LEN];
        bytes.copy_from_slice(made.encode().as_slice());
        Ok(bytes)
    }
}

impl core::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SecretKey(ML-DSA-44)")
    }
}

#[cfg(not(feature = "small"))]
/// Whether `signature` is one that `key` made over `message` (FIPS 204 algorithm 3, empty context).
#[must_use]
pub fn verify(key: &[u8; KEY_LEN], message: &[u8], signature: &[u8; SIGNATURE_LEN]) -> bool {
    let Ok(key) = EncodedVerifyingKey::<MlDsa44>::try_from(key.as_slice()) else { return false };
    let Ok(signature) = Signature::<MlDsa44>::try_from(signature.as_slice()) else { return false };
    VerifyingKey::<MlDsa44>::decode(&key).verify_with_context(message, &[], &signature)
}
