//! The public keys of notes and how they are written: `name+keyid+base64` (C2SP signed-note v1.0.0, "Verifier keys").
//!
//! Must not: verify anything. What a signature of each algorithm covers is for [`crate::note`] and
//! [`crate::cosignature`].

use core::fmt;
use core::str::FromStr;

use crate::codec::{BASE64, HEXLOWER};

use crate::ed25519::{self, KeyProblem, VerifyingKey};
use crate::hash::sha256;
use crate::shown::Quoted;

/// Bytes in a public key of ML-DSA-44 (FIPS 204, table 2).
pub const ML_DSA_44_KEY_LEN: usize = 1312;

/// Longest name of a key in bytes: names stand in one line, and ML-DSA-44 cosignatures give them one length byte.
pub const MAX_NAME: usize = 255;

/// Longest text of a verifier key: the longest name, the key id, and the base64 of the longest key known (1,313 bytes).
pub const MAX_VKEY: usize = MAX_NAME + 1 + 8 + 1 + 1752;

/// What a signature is made with, and what it covers. The number is the signature type of C2SP signed-note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Algorithm {
    /// 0x01: Ed25519 over the text of the note.
    Ed25519 = 0x01,
    /// 0x04: a timestamped Ed25519 cosignature of a checkpoint, `cosignature/v1`.
    Cosignature = 0x04,
    /// 0x06: a timestamped ML-DSA-44 cosignature of a tree, `subtree/v1`.
    MlDsa44 = 0x06,
}

impl Algorithm {
    const fn key_len(self) -> usize {
        match self {
            Algorithm::Ed25519 | Algorithm::Cosignature => ed25519::KEY_LEN,
            Algorithm::MlDsa44 => ML_DSA_44_KEY_LEN,
        }
    }

    const fn from_byte(byte: u8) -> Option<Algorithm> {
        match byte {
            0x01 => Some(Algorithm::Ed25519),
            0x04 => Some(Algorithm::Cosignature),
            0x06 => Some(Algorithm::MlDsa44),
            _ => None,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Algorithm::Ed25519 => "Ed25519 (0x01)",
            Algorithm::Cosignature => "Ed25519 cosignature/v1 (0x04)",
            Algorithm::MlDsa44 => "ML-DSA-44 subtree/v1 (0x06)",
        })
    }
}

/// Why a text or bytes are no verifier key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VkeyError {
    /// Longer than [`MAX_VKEY`].
    #[error("the key has {len} characters, more than the limit of {max}", max = MAX_VKEY)]
    TooLong { len: usize },
    /// Not three parts.
    #[error("a key is written as name+keyid+base64; this has no {part}")]
    Parts { part: &'static str },
    /// The name is none.
    #[error("the name of the key {0}")]
    Name(#[from] NameProblem),
    /// The key id is not 8 lowercase hexadecimal digits.
    #[error("the key id of {name} is not 8 lowercase hexadecimal digits", name = Quoted(name))]
    Id { name: String },
    /// The last part is not canonical base64.
    #[error("the key of {name} is not canonical base64", name = Quoted(name))]
    Base64 { name: String },
    /// A signature type that this version does not know.
    #[error("the key of {name} is of signature type 0x{found:02x}; known are 0x01, 0x04 and 0x06", name = Quoted(name))]
    Algorithm { name: String, found: u8 },
    /// A key of another length than its algorithm has.
    #[error("the key of {name} has {found} bytes, {algorithm} needs {needed}", name = Quoted(name))]
    Length { name: String, algorithm: Algorithm, needed: usize, found: usize },
    /// Not a key that signatures could be trusted under.
    #[error("the key of {name} {problem}", name = Quoted(name))]
    Key { name: String, problem: KeyProblem },
    /// The key id is not that of this name, algorithm and key: something was altered or mistyped.
    #[error("the key of {name} has the id {computed}, but {found} is written", name = Quoted(name), computed = HEXLOWER.encode(computed), found = HEXLOWER.encode(found))]
    OtherId { name: String, computed: [u8; 4], found: [u8; 4] },
}

/// Why a text is no name of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameProblem {
    #[error("is empty")]
    Empty,
    #[error("contains a space")]
    Space,
    #[error("contains a plus sign")]
    Plus,
    #[error("contains a control character")]
    Control,
    #[error("is longer than 255 bytes")]
    TooLong,
}

/// Checks the name of a key: not empty, no Unicode space, no plus sign, no ASCII control character.
pub(crate) fn check_name(name: &str) -> Result<(), NameProblem> {
    if name.is_empty() {
        Err(NameProblem::Empty)
    } else if name.contains('+') {
        Err(NameProblem::Plus)
    } else if name.chars().any(char::is_whitespace) {
        Err(NameProblem::Space)
    } else if name.bytes().any(|byte| byte < 0x20) {
        Err(NameProblem::Control)
    } else {
        Ok(())
    }
}

/// Checks the name of a key that is given or signed with: as [`check_name`], and at most [`MAX_NAME`] bytes.
pub(crate) fn check_own_name(name: &str) -> Result<(), NameProblem> {
    check_name(name)?;
    if name.len() > MAX_NAME { Err(NameProblem::TooLong) } else { Ok(()) }
}

/// The id of a key: the first four bytes of `SHA-256(name ‖ 0x0A ‖ type ‖ key)`. Short on purpose: it finds the key,
/// it does not prove it.
#[must_use]
pub fn key_hash(name: &str, algorithm: Algorithm, key: &[u8]) -> [u8; 4] {
    let mut bytes = Vec::with_capacity(name.len() + 2 + key.len());
    bytes.extend_from_slice(name.as_bytes());
    bytes.push(b'\n');
    bytes.push(algorithm as u8);
    bytes.extend_from_slice(key);
    let [a, b, c, d, ..] = *sha256(&bytes).as_bytes();
    [a, b, c, d]
}

/// A public key that signatures of notes are checked with: name, algorithm and key. The three belong together; the
/// same key under another name or algorithm is another verifier.
///
/// ```
/// use armistice_tlog::note::{Algorithm, VerifierKey};
///
/// let text = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
/// let key: VerifierKey = text.parse()?;
/// assert_eq!((key.name(), key.algorithm()), ("example.com/foo", Algorithm::Ed25519));
/// assert_eq!(key.to_string(), text);
///
/// // The id is that of the name and the key: neither can be exchanged unnoticed.
/// assert!(text.replace("foo", "bar").parse::<VerifierKey>().is_err());
/// # Ok::<(), armistice_tlog::note::VkeyError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    hash: [u8; 4],
    key: Key,
}

/// The key itself, as far as it can be read ahead.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Key {
    Ed25519(VerifyingKey),
    Cosignature(VerifyingKey),
    MlDsa44(Box<[u8; ML_DSA_44_KEY_LEN]>),
}

impl VerifierKey {
    /// A key from its parts. Errors: [`VkeyError::Name`], [`VkeyError::Length`], [`VkeyError::Key`].
    pub fn new(name: &str, algorithm: Algorithm, key: &[u8]) -> Result<VerifierKey, VkeyError> {
        check_own_name(name)?;
        let length =
            |_| VkeyError::Length { name: name.into(), algorithm, needed: algorithm.key_len(), found: key.len() };
        let curve = |bytes: &[u8]| {
            let bytes = bytes.try_into().map_err(length)?;
            ed25519::key(bytes).map_err(|problem| VkeyError::Key { name: name.into(), problem })
        };
        let read = match algorithm {
            Algorithm::Ed25519 => Key::Ed25519(curve(key)?),
            Algorithm::Cosignature => Key::Cosignature(curve(key)?),
            Algorithm::MlDsa44 => Key::MlDsa44(Box::new(key.try_into().map_err(length)?)),
        };
        Ok(VerifierKey { name: name.into(), hash: key_hash(name, algorithm, key), key: read })
    }

    /// The name that signature lines of this key carry.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What its signatures are made with.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        match self.key {
            Key::Ed25519(_) => Algorithm::Ed25519,
            Key::Cosignature(_) => Algorithm::Cosignature,
            Key::MlDsa44(_) => Algorithm::MlDsa44,
        }
    }

    /// The id that signature lines of this key carry, see [`key_hash`].
    #[must_use]
    pub const fn key_hash(&self) -> [u8; 4] {
        self.hash
    }

    /// The bytes of the public key: 32 (Ed25519) or 1,312 (ML-DSA-44).
    #[must_use]
    pub fn key_bytes(&self) -> &[u8] {
        match &self.key {
            Key::Ed25519(key) | Key::Cosignature(key) => key.as_bytes(),
            Key::MlDsa44(key) => key.as_slice(),
        }
    }

    pub(crate) const fn key(&self) -> &Key {
        &self.key
    }
}

impl FromStr for VerifierKey {
    type Err = VkeyError;

    /// Reads `name+keyid+base64`. One spelling each: uppercase key ids and loose base64 are refused.
    fn from_str(text: &str) -> Result<VerifierKey, VkeyError> {
        if text.len() > MAX_VKEY {
            return Err(VkeyError::TooLong { len: text.len() });
        }
        let (name, rest) = text.split_once('+').ok_or(VkeyError::Parts { part: "key id" })?;
        let (id, encoded) = rest.split_once('+').ok_or(VkeyError::Parts { part: "key" })?;
        check_name(name)?;
        let found = HEXLOWER
            .decode(id.as_bytes())
            .ok()
            .and_then(|bytes| <[u8; 4]>::try_from(bytes).ok())
            .ok_or_else(|| VkeyError::Id { name: name.into() })?;
        let bytes = BASE64.decode(encoded.as_bytes()).map_err(|_| VkeyError::Base64 { name: name.into() })?;
        let (kind, key) = bytes.split_first().ok_or(VkeyError::Parts { part: "key" })?;
        let algorithm =
            Algorithm::from_byte(*kind).ok_or_else(|| VkeyError::Algorithm { name: name.into(), found: *kind })?;
        let read = VerifierKey::new(name, algorithm, key)?;
        if read.hash != found {
            return Err(VkeyError::OtherId { name: name.into(), computed: read.hash, found });
        }
        Ok(read)
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![self.algorithm() as u8];
        bytes.extend_from_slice(self.key_bytes());
        write!(f, "{}+{}+{}", self.name, HEXLOWER.encode(&self.hash), BASE64.encode(&bytes))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({} {} {})", self.name, HEXLOWER.encode(&self.hash), self.algorithm())
    }
}
