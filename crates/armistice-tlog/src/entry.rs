//! One entry of a register: a signed statement as exact bytes (COSE_Sign1, RFC 9052 4.2, over deterministic CBOR).
//!
//! Must not: re-encode what was received in order to verify it, or accept a second encoding of the same statement.
//!
//! ```text
//! 18([                                   tag 18: COSE_Sign1
//!   << {                                 protected header, a byte string
//!     1: -8,                             algorithm EdDSA (RFC 9053 2.2), here Ed25519
//!     3: "application/vnd.armistice.statement+cbor",
//!     4: h'…32 bytes…',                  key id: SHA-256 of the public key
//!     15: {1: iss, 2: sub, 6: iat},      CWT claims (RFC 9597): who, about what, when (seconds)
//!   } >>,
//!   {},                                  unprotected header: always empty
//!   << payload >>,                       deterministic CBOR, see `cbor`
//!   h'…64 bytes…'                        Ed25519 signature over the Sig_structure
//! ])
//! ```
//!
//! These four header parameters are all there are. Another one, `crit` included, is refused: it would promise a
//! meaning that this version does not know. The statement's id is the leaf hash of the bytes.

use ed25519_dalek::{Signer as _, SigningKey};

use crate::cbor::{self, CborError, Reader, Writer};
use crate::ed25519::{self, VerifyingKey};
use crate::hash::{Hash, leaf_hash, sha256};

/// Largest entry in bytes. C2SP tlog-tiles allows 65,535; the rest is room for what wraps an entry.
pub const MAX_ENTRY: usize = 60 * 1024;

/// Longest issuer or subject in bytes: they are names, shown in one line.
pub const MAX_NAME: usize = 512;

/// Latest time an entry may claim: the last second of the year 9999. Calendars end there.
pub const MAX_IAT: i64 = 253_402_300_799;

/// Content type of every statement.
pub const CONTENT_TYPE: &str = "application/vnd.armistice.statement+cbor";

const TAG_SIGN1: u64 = 18;
const ALG_EDDSA: i64 = -8;
const HEADER_ALG: i64 = 1;
const HEADER_CONTENT_TYPE: i64 = 3;
const HEADER_KID: i64 = 4;
const HEADER_CWT_CLAIMS: i64 = 15;
const CLAIM_ISS: i64 = 1;
const CLAIM_SUB: i64 = 2;
const CLAIM_IAT: i64 = 6;

/// Why bytes are no entry, or an entry is not what it claims.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// Larger than [`MAX_ENTRY`].
    #[error("the entry has {len} bytes, more than the limit of {max}", max = MAX_ENTRY)]
    TooLarge { len: usize },
    /// The bytes break the encoding; the offset counts from the start of the entry.
    #[error("not deterministic CBOR: {0}")]
    Encoding(#[from] CborError),
    /// The bytes are CBOR, but not this structure.
    #[error("byte {offset}: {what}")]
    Structure { offset: usize, what: Shape },
    /// The signature algorithm is not EdDSA (-8).
    #[error("byte {offset}: signature algorithm {alg} is not known (only -8, EdDSA)")]
    Algorithm { offset: usize, alg: i64 },
    /// A header parameter or claim beyond those of this version.
    #[error("byte {offset}: {map} has {found} where {expected} is needed")]
    Header { offset: usize, map: &'static str, expected: i64, found: i64 },
    /// A field has a value outside its limits.
    #[error("{field} {problem}")]
    Field { field: &'static str, problem: &'static str },
    /// The key offered is not the one the entry names.
    #[error("the entry is signed with key {entry}, the key given is {given}")]
    OtherKey { entry: Hash, given: Hash },
    /// The signature does not hold for these bytes and this key.
    #[error("the signature of entry {id} does not hold")]
    Signature { id: Hash },
}

/// Where the outer structure differs from a COSE_Sign1 of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Shape {
    #[error("tag {0} stands where tag 18 (COSE_Sign1) is needed")]
    Tag(u64),
    #[error("an array of {0} stands where one of 4 is needed")]
    Array(usize),
    #[error("the unprotected header has {0} parameters, it must be empty")]
    Unprotected(usize),
    #[error("the protected header has {0} parameters, it must have exactly 4")]
    Protected(usize),
    #[error("the CWT claims are {0}, there must be exactly 3")]
    Claims(usize),
    #[error("the content type is not application/vnd.armistice.statement+cbor")]
    ContentType,
    #[error("the key id has {0} bytes, it must have 32")]
    Kid(usize),
    #[error("the signature has {0} bytes, it must have 64")]
    Signature(usize),
}

/// The id under which an entry names its key: SHA-256 of the 32 bytes of the public key.
#[must_use]
pub fn key_id(key: &VerifyingKey) -> Hash {
    sha256(key.as_bytes())
}

/// A statement before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// Who states it: the register's origin, `<mission>/<member>`.
    pub iss: String,
    /// What it is about.
    pub sub: String,
    /// When it was stated, in seconds since 1970-01-01T00:00:00Z, as claimed by the issuer.
    pub iat: i64,
    /// Id of the signing key, see [`key_id`].
    pub kid: Hash,
    /// The statement itself: one item of deterministic CBOR.
    pub payload: Vec<u8>,
}

impl Unsigned {
    /// The bytes that the signature covers: the Sig_structure of RFC 9052 4.4.
    #[must_use]
    pub fn to_be_signed(&self) -> Vec<u8> {
        sig_structure(&self.protected(), &self.payload)
    }

    /// The entry with this signature. It is parsed before it is given out, so an entry that others would refuse is
    /// refused here; whether the signature holds is for [`Entry::verify`].
    pub fn finish(&self, signature: &[u8; 64]) -> Result<Vec<u8>, EntryError> {
        let bytes = Writer::new()
            .tag(TAG_SIGN1)
            .array(4)
            .bytes(&self.protected())
            .map(0)
            .bytes(&self.payload)
            .bytes(signature)
            .finish();
        Entry::parse(&bytes)?;
        Ok(bytes)
    }

    /// The entry signed with `key`, which must be the one that `kid` names.
    pub fn sign(&self, key: &SigningKey) -> Result<Vec<u8>, EntryError> {
        let given = sha256(key.verifying_key().as_bytes());
        if given != self.kid {
            return Err(EntryError::OtherKey { entry: self.kid, given });
        }
        self.finish(&key.sign(&self.to_be_signed()).to_bytes())
    }

    fn protected(&self) -> Vec<u8> {
        Writer::new()
            .map(4)
            .integer(HEADER_ALG)
            .integer(ALG_EDDSA)
            .integer(HEADER_CONTENT_TYPE)
            .text(CONTENT_TYPE)
            .integer(HEADER_KID)
            .bytes(self.kid.as_bytes())
            .integer(HEADER_CWT_CLAIMS)
            .map(3)
            .integer(CLAIM_ISS)
            .text(&self.iss)
            .integer(CLAIM_SUB)
            .text(&self.sub)
            .integer(CLAIM_IAT)
            .integer(self.iat)
            .finish()
    }
}

/// An entry as received: its bytes, and what they say. Parsed is not verified; see [`Entry::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    bytes: &'a [u8],
    protected: &'a [u8],
    kid: Hash,
    iss: &'a str,
    sub: &'a str,
    iat: i64,
    payload: &'a [u8],
    signature: [u8; 64],
}

impl<'a> Entry<'a> {
    /// Reads an entry. Every byte is accounted for: there is exactly one encoding of a given entry.
    pub fn parse(bytes: &'a [u8]) -> Result<Entry<'a>, EntryError> {
        if bytes.len() > MAX_ENTRY {
            return Err(EntryError::TooLarge { len: bytes.len() });
        }
        let mut r = Reader::new(bytes);
        shape(r.tag()?, TAG_SIGN1, 0, Shape::Tag)?;
        let at = r.position();
        shape(r.array()?, 4, at, Shape::Array)?;
        let protected = r.bytes()?;
        let protected_at = r.position() - protected.len();
        let at = r.position();
        shape(r.map()?, 0, at, Shape::Unprotected)?;
        let payload = r.bytes()?;
        let payload_at = r.position() - payload.len();
        let at = r.position();
        let signature = r.bytes()?;
        let signature = <[u8; 64]>::try_from(signature)
            .map_err(|_| EntryError::Structure { offset: at, what: Shape::Signature(signature.len()) })?;
        r.end()?;

        let header = parse_protected(protected).map_err(|error| error.moved(protected_at))?;
        cbor::check(payload).map_err(|error| EntryError::from(error).moved(payload_at))?;
        let Header { kid, iss, sub, iat } = header;
        Ok(Entry { bytes, protected, kid, iss, sub, iat, payload, signature })
    }

    /// The statement's id: the leaf hash of the bytes.
    #[must_use]
    pub fn id(&self) -> Hash {
        leaf_hash(self.bytes)
    }

    /// The entry as received.
    #[must_use]
    pub const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Id of the key it claims to be signed with.
    #[must_use]
    pub const fn kid(&self) -> Hash {
        self.kid
    }

    /// Who states it.
    #[must_use]
    pub const fn iss(&self) -> &'a str {
        self.iss
    }

    /// What it is about.
    #[must_use]
    pub const fn sub(&self) -> &'a str {
        self.sub
    }

    /// When it was stated, in seconds since 1970, as claimed by the issuer.
    #[must_use]
    pub const fn iat(&self) -> i64 {
        self.iat
    }

    /// The statement itself: one item of deterministic CBOR.
    #[must_use]
    pub const fn payload(&self) -> &'a [u8] {
        self.payload
    }

    /// The signature as received.
    #[must_use]
    pub const fn signature(&self) -> &[u8; 64] {
        &self.signature
    }

    /// The bytes that the signature covers, taken from the entry as received.
    #[must_use]
    pub fn to_be_signed(&self) -> Vec<u8> {
        sig_structure(self.protected, self.payload)
    }

    /// Checks that `key` is the key named and that its signature holds, strictly (RFC 8032 with canonical encodings,
    /// no small-order points), so that all verifiers agree.
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), EntryError> {
        let given = key_id(key);
        if given != self.kid {
            return Err(EntryError::OtherKey { entry: self.kid, given });
        }
        if ed25519::verify(key, &self.to_be_signed(), &self.signature) {
            Ok(())
        } else {
            Err(EntryError::Signature { id: self.id() })
        }
    }
}

struct Header<'a> {
    kid: Hash,
    iss: &'a str,
    sub: &'a str,
    iat: i64,
}

fn parse_protected(bytes: &[u8]) -> Result<Header<'_>, EntryError> {
    cbor::check(bytes)?;
    let mut r = Reader::new(bytes);
    let at = r.position();
    shape(r.map()?, 4, at, Shape::Protected)?;
    key(&mut r, "the protected header", HEADER_ALG)?;
    let offset = r.position();
    let alg = r.integer()?;
    if alg != ALG_EDDSA {
        return Err(EntryError::Algorithm { offset, alg });
    }
    key(&mut r, "the protected header", HEADER_CONTENT_TYPE)?;
    let offset = r.position();
    if r.text()? != CONTENT_TYPE {
        return Err(EntryError::Structure { offset, what: Shape::ContentType });
    }
    key(&mut r, "the protected header", HEADER_KID)?;
    let offset = r.position();
    let kid = r.bytes()?;
    let kid = <[u8; 32]>::try_from(kid)
        .map_err(|_| EntryError::Structure { offset, what: Shape::Kid(kid.len()) })
        .map(Hash::from_bytes)?;
    key(&mut r, "the protected header", HEADER_CWT_CLAIMS)?;
    let offset = r.position();
    shape(r.map()?, 3, offset, Shape::Claims)?;
    key(&mut r, "the CWT claims", CLAIM_ISS)?;
    let iss = name("issuer", r.text()?)?;
    key(&mut r, "the CWT claims", CLAIM_SUB)?;
    let sub = name("subject", r.text()?)?;
    key(&mut r, "the CWT claims", CLAIM_IAT)?;
    let iat = r.integer()?;
    if !(0..=MAX_IAT).contains(&iat) {
        return Err(EntryError::Field { field: "time (iat)", problem: "is not between the years 1970 and 9999" });
    }
    r.end()?;
    Ok(Header { kid, iss, sub, iat })
}

fn name<'a>(field: &'static str, text: &'a str) -> Result<&'a str, EntryError> {
    if text.is_empty() {
        Err(EntryError::Field { field, problem: "is empty" })
    } else if text.len() > MAX_NAME {
        Err(EntryError::Field { field, problem: "is longer than 512 bytes" })
    } else if text.chars().any(char::is_control) {
        Err(EntryError::Field { field, problem: "contains a control character" })
    } else {
        Ok(text)
    }
}

fn key(r: &mut Reader<'_>, map: &'static str, expected: i64) -> Result<(), EntryError> {
    let offset = r.position();
    let found = r.integer()?;
    if found == expected { Ok(()) } else { Err(EntryError::Header { offset, map, expected, found }) }
}

fn shape<T: PartialEq>(found: T, needed: T, offset: usize, what: fn(T) -> Shape) -> Result<(), EntryError> {
    if found == needed { Ok(()) } else { Err(EntryError::Structure { offset, what: what(found) }) }
}

fn sig_structure(protected: &[u8], payload: &[u8]) -> Vec<u8> {
    Writer::new().array(4).text("Signature1").bytes(protected).bytes(&[]).bytes(payload).finish()
}

impl EntryError {
    /// The same error with its offset counted from `by` bytes further left.
    fn moved(mut self, by: usize) -> EntryError {
        match &mut self {
            EntryError::Encoding(CborError { offset, .. })
            | EntryError::Structure { offset, .. }
            | EntryError::Algorithm { offset, .. }
            | EntryError::Header { offset, .. } => *offset += by,
            EntryError::TooLarge { .. }
            | EntryError::Field { .. }
            | EntryError::OtherKey { .. }
            | EntryError::Signature { .. } => {}
        }
        self
    }
}
