//! Passwords: argon2id, at the same cost whether or not there is such an account.
//!
//! Must not: keep a password, or answer sooner because a name is unknown.

use super::secret;
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::atomic::{AtomicU64, Ordering};

/// The least length of a password, in characters.
pub const LEAST: usize = 12;

/// The most bytes of a password.
pub const MOST: usize = 1024;

/// What a hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// KiB of memory.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Default for Cost {
    /// As OWASP's cheat sheet on password storage has it for argon2id with one lane.
    fn default() -> Self {
        Self { memory: 19_456, passes: 2 }
    }
}

/// A password's hash, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hashed {
    /// 16 random bytes.
    pub salt: [u8; 16],
    /// 32 bytes.
    pub hash: [u8; 32],
    /// What it cost.
    pub cost: Cost,
}

/// It could not be hashed: no memory, no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct HashError(String);

/// Hashes, and counts how often.
#[derive(Debug)]
pub struct Hasher {
    cost: Cost,
    nobody: Hashed,
    done: AtomicU64,
}

impl Hasher {
    /// A hasher of a cost.
    pub fn new(cost: Cost) -> Result<Self, HashError> {
        let salt = secret::bytes().map_err(|e| HashError(e.to_string()))?;
        // No password has this hash: it is random, and only compared with.
        let hash = secret::bytes().map_err(|e| HashError(e.to_string()))?;
        Ok(Self { cost, nobody: Hashed { salt, hash, cost }, done: AtomicU64::new(0) })
    }

    /// How many hashes were computed. Tests count them: a clock would tell less.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Hashes a new password.
    pub fn hash(&self, password: &str) -> Result<Hashed, HashError> {
        let salt = secret::bytes().map_err(|e| HashError(e.to_string()))?;
        let hash = self.compute(password, &salt, self.cost)?;
        Ok(Hashed { salt, hash, cost: self.cost })
    }

    /// Whether a password is the one that was hashed. Without a hash it computes one all the same, and says no.
    pub fn verify(&self, password: &str, kept: Option<&Hashed>) -> Result<bool, HashError> {
        let against = kept.unwrap_or(&self.nobody);
        let hash = self.compute(password, &against.salt, against.cost)?;
        Ok(secret::same(&hash, &against.hash) & kept.is_some())
    }

    fn compute(&self, password: &str, salt: &[u8; 16], cost: Cost) -> Result<[u8; 32], HashError> {
        self.done.fetch_add(1, Ordering::Relaxed);
        let wrong = |e: argon2::Error| HashError(e.to_string());
        let params = Params::new(cost.memory, cost.passes, 1, Some(32)).map_err(wrong)?;
        let mut out = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.as_bytes(), salt, &mut out)
            .map_err(wrong)?;
        Ok(out)
    }
}

/// Whether a password may be set: its length and nothing else. The id of a sentence says why not.
pub fn fit(password: &str, name: &str) -> Result<(), &'static str> {
    if password.chars().count() < LEAST {
        return Err("access-password-short");
    }
    if password.len() > MOST {
        return Err("access-password-long");
    }
    let folded = password.to_lowercase();
    let mut letters: Vec<char> = folded.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < 5 || (!name.is_empty() && folded.replace(&name.to_lowercase(), "").chars().count() < LEAST - 4) {
        return Err("access-password-simple");
    }
    Ok(())
}
