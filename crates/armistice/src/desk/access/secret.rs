//! Random secrets, their digests, and comparing without telling by time.
//!
//! Must not: show a secret in `Debug`, or keep one longer than an answer.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Random bytes of the system.
pub fn bytes<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut out = [0; N];
    getrandom::fill(&mut out)?;
    Ok(out)
}

/// A random id of 96 bits: opaque, no secret.
pub fn id() -> Result<String, getrandom::Error> {
    Ok(data_encoding::HEXLOWER.encode(&bytes::<12>()?))
}

/// A secret of 256 bits in its text form, which is given out once.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub(super) String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// A new one.
    pub fn new() -> Result<Self, getrandom::Error> {
        Ok(Self(BASE64URL_NOPAD.encode(&bytes::<32>()?)))
    }

    /// The text, to be given out.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// What a secret is for: the same text for another use has another digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A session's cookie.
    Session,
    /// A token of the API.
    Token,
    /// A link that signs in.
    Link,
    /// An invitation.
    Invitation,
    /// A recovery code.
    Recovery,
    /// Not a secret but a name that somebody typed: buckets are kept under its digest.
    Name,
}

/// The digest under which a secret is kept. Secrets are random, so that a fast hash will do.
#[must_use]
pub fn digest(of: Use, text: &str) -> [u8; 32] {
    let tag: &[u8] = match of {
        Use::Session => b"session",
        Use::Token => b"token",
        Use::Link => b"link",
        Use::Invitation => b"invitation",
        Use::Recovery => b"recovery",
        Use::Name => b"name",
    };
    Sha256::new()
        .chain_update(b"armistice desk\0")
        .chain_update(tag)
        .chain_update([0])
        .chain_update(text)
        .finalize()
        .into()
}

/// Whether two texts are the same, in a time that tells only their lengths.
#[must_use]
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && std::hint::black_box(a.iter().zip(b).fold(0, |d, (x, y)| d | (x ^ y))) == 0
}
