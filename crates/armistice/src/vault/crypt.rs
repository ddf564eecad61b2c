//! Encrypted files of the vault: one title line, a nonce, and a ciphertext padded to a size class.
//!
//! Must not: tell in a size, a name or an error what a file holds, or encrypt twice under one nonce.
//!
//! ```text
//! title                  one line, the kind of file; the same for every file of that kind
//! nonce                  24 bytes from the system
//! ciphertext             XChaCha20-Poly1305 of  length (u64, big-endian) ‖ content ‖ zeros
//! tag                    16 bytes
//! ```
//!
//! The whole file has exactly the size of its class. The title and what the caller names (the file's own name, say) are
//! authenticated with it, so that one file cannot stand in for another.

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use zeroize::Zeroizing;

/// A key of 32 bytes, wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// The smallest file: one block of every usual file system, so that small contents do not differ even on the disk.
pub const CLASS_MIN: u64 = 4096;

/// The largest file: twice the largest original that the program takes in.
pub const CLASS_MAX: u64 = 128 << 20;

const NONCE: usize = 24;
const TAG: usize = 16;
const LENGTH: usize = 8;

/// Why an encrypted file was not had. Says nothing of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CryptError {
    /// The content is larger than the largest class.
    #[error("too large for the vault: more than {CLASS_MAX} bytes")]
    TooLarge,
    /// Not a file of this kind, or not of a size that such files have.
    #[error("no file of this kind")]
    Format,
    /// Another key, another file, or damage: these cannot be told apart.
    #[error("it does not open with this key: the key is another, or the file is damaged")]
    Key,
    /// The operating system gave no randomness.
    #[error("the operating system gives no randomness")]
    Randomness,
}

/// Random bytes of the system.
pub fn random<const N: usize>() -> Result<Zeroizing<[u8; N]>, CryptError> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(&mut *bytes).map_err(|_| CryptError::Randomness)?;
    Ok(bytes)
}

/// The class that a file of `size` bytes falls into: 4,096, 8,192, 16,384, …
#[must_use]
pub fn class_of(size: u64) -> Option<u64> {
    let class = size.max(CLASS_MIN).checked_next_power_of_two()?;
    (class <= CLASS_MAX).then_some(class)
}

/// What a file adds to its content.
fn overhead(title: &str) -> usize {
    title.len() + NONCE + LENGTH + TAG
}

fn bound(title: &str, bind: &[u8]) -> Vec<u8> {
    [title.as_bytes(), bind].concat()
}

/// Encrypts a content into a file of its size class.
pub fn seal(key: &Secret, title: &str, bind: &[u8], content: &[u8]) -> Result<Vec<u8>, CryptError> {
    let whole = overhead(title) as u64 + content.len() as u64;
    let class = class_of(whole).and_then(|c| usize::try_from(c).ok()).ok_or(CryptError::TooLarge)?;
    let mut plain = Zeroizing::new(Vec::with_capacity(class));
    plain.extend_from_slice(&(content.len() as u64).to_be_bytes());
    plain.extend_from_slice(content);
    plain.resize(class - title.len() - NONCE - TAG, 0);
    let nonce = random::<NONCE>()?;
    let cipher = XChaCha20Poly1305::new((&**key).into());
    let aad = bound(title, bind);
    let sealed =
        cipher.encrypt(&XNonce::from(*nonce), Payload { msg: &plain, aad: &aad }).map_err(|_| CryptError::TooLarge)?;
    Ok([title.as_bytes(), &nonce[..], &sealed].concat())
}

/// Opens what [`seal`] made. Strict: title, size class, tag, length and zeros must all be right.
pub fn open(key: &Secret, title: &str, bind: &[u8], file: &[u8]) -> Result<Zeroizing<Vec<u8>>, CryptError> {
    if class_of(file.len() as u64) != Some(file.len() as u64) {
        return Err(CryptError::Format);
    }
    let rest = file.strip_prefix(title.as_bytes()).ok_or(CryptError::Format)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(CryptError::Format)?;
    let cipher = XChaCha20Poly1305::new((&**key).into());
    let aad = bound(title, bind);
    let plain =
        cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &aad }).map_err(|_| CryptError::Key)?;
    let plain = Zeroizing::new(plain);
    let (length, padded) = plain.split_first_chunk::<LENGTH>().ok_or(CryptError::Format)?;
    let length = usize::try_from(u64::from_be_bytes(*length)).map_err(|_| CryptError::Format)?;
    let (content, zeros) = padded.split_at_checked(length).ok_or(CryptError::Format)?;
    if zeros.iter().any(|b| *b != 0) {
        return Err(CryptError::Format);
    }
    // A class larger than needed would be a second spelling, and a channel.
    if class_of(overhead(title) as u64 + length as u64) != Some(file.len() as u64) {
        return Err(CryptError::Format);
    }
    Ok(Zeroizing::new(content.to_vec()))
}
