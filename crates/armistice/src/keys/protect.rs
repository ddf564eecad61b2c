//! Key files behind a passphrase: ordinary age files with one scrypt recipient, which the stock `age` opens as well.
//!
//! Must not: write a secret anywhere, or work without end on a file that asks for it.

use age::{DecryptError, Encryptor, secrecy::SecretString};
use std::io::Write as _;
use zeroize::Zeroizing;

use super::passphrase::Passphrase;

/// How an age file begins.
const HEADER: &[u8] = b"age-encryption.org/v1\n";

/// The most work that a file may demand to be opened, as a power of two: some 30 seconds on a small machine. Ours take
/// about one; a file that asks for more is not ours.
const WORK_MAX: u8 = 22;

/// Why a file could not be protected.
#[derive(Debug, thiserror::Error)]
#[error("the key could not be protected: {0}")]
pub struct ProtectError(String);

/// Whether these are the bytes of an age file.
#[must_use]
pub fn is_protected(bytes: &[u8]) -> bool {
    bytes.starts_with(HEADER)
}

/// The age file of `plain`. Takes about a second, which is what guessing costs.
pub fn seal(plain: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, ProtectError> {
    let encryptor = Encryptor::with_user_passphrase(SecretString::from(passphrase.to_string()));
    let failed = |e: std::io::Error| ProtectError(e.to_string());
    let mut out = Vec::new();
    let mut writer = encryptor.wrap_output(&mut out).map_err(|e| ProtectError(e.to_string()))?;
    writer.write_all(plain).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(Zeroizing::new(out))
}

/// What is in an age file. An error says neither what is in it nor which part of the passphrase is wrong.
pub fn open(file: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_string()));
    identity.set_max_work_factor(WORK_MAX);
    Ok(Zeroizing::new(age::decrypt(&identity, file)?))
}
