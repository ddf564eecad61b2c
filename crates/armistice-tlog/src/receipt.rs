//! That an entry is in a log, as a COSE object (COSE Receipts, RFC 9942, in the architecture of RFC 9943).
//!
//! Must not: trust the size, index or path beside the signature, or accept a second encoding of the same receipt.
//!
//! ```text
//! 18([                                   tag 18: COSE_Sign1 (RFC 9052)
//!   << {                                 protected header, a byte string
//!     1: -8,                             algorithm EdDSA, here Ed25519
//!     4: h'…32 bytes…',                  key id: SHA-256 of the log's public key
//!     15: {1: iss, 2: sub},              CWT claims (RFC 9597): the log's origin, what the entry is about
//!     395: 1,                            verifiable data structure: RFC9162_SHA256
//!     -66000: size                       entries in the tree that was signed; ours, see below
//!   } >>,
//!   {396: {-1: [                         unprotected header: one inclusion proof
//!     << [size, index, [h'…', …]] >>
//!   ]}},
//!   null,                                the payload is detached: it is the root that the proof leads to
//!   h'…64 bytes…'                        Ed25519 signature over the Sig_structure with the root
//! ])
//! ```
//!
//! RFC 9942 has the root signed and nothing else of the tree: two sizes can share a root's path, so the size beside it
//! would be anybody's to change, and with it the index. That is why the size stands in the protected header again, under
//! a label of the range for private use. RFC 9943 demands key id, issuer and subject. A verifier that knows neither
//! label nor claims loses nothing. The bytes signed begin with 0x84, which no note does: the key may sign both.
//!
//! A receipt does not show that others saw the same tree. For that: the cosigned checkpoint in [`crate::proof`].
//!
//! ```
//! use armistice_tlog::entry::key_id;
//! use armistice_tlog::hash::leaf_hash;
//! use armistice_tlog::receipt::{Receipt, Unsigned, Verdict};
//! use armistice_tlog::tree::Tree;
//! use ed25519_dalek::SigningKey;
//!
//! let log = SigningKey::from_bytes(&[1; 32]);
//! let mut tree = Tree::new();
//! (0..9_u8).for_each(|n| { tree.push(leaf_hash(&[n])); });
//! let bytes = Unsigned {
//!     iss: "mission.example/observer".into(),
//!     sub: "document-captured".into(),
//!     kid: key_id(&log.verifying_key()),
//!     size: 9,
//!     index: 6,
//!     path: tree.inclusion(6, 9)?,
//!     root: tree.root(),
//! }
//! .sign(&log)?;
//!
//! let receipt = Receipt::parse(&bytes)?;
//! let Verdict::Valid(proven) = receipt.verify(&leaf_hash(&[6]), &log.verifying_key()) else { panic!() };
//! assert_eq!((proven.root, proven.size, proven.index), (tree.root(), 9, 6));
//! assert!(matches!(receipt.verify(&leaf_hash(&[5]), &log.verifying_key()), Verdict::Invalid(_)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use ed25519_dalek::{Signer as _, SigningKey};

use crate::cbor::{self, CborError, Reader, Writer};
use crate::ed25519::{self, VerifyingKey};
use crate::entry::{MAX_NAME, key_id};
use crate::hash::{Hash, sha256};
use crate::tree::{ProofError, root_of_inclusion};

/// Largest receipt in bytes: two names of 512, 63 hashes of 34, key id, signature and what holds them together.
pub const MAX_RECEIPT: usize = 4 * 1024;

/// Most hashes of the path: the depth of the largest tree that a checkpoint can have.
pub const MAX_PATH: usize = 63;

/// Label of the size in the protected header: RFC 9052 leaves what is below -65536 for private use.
pub const HEADER_SIZE: i64 = -66_000;

const TAG_SIGN1: u64 = 18;
const ALG_EDDSA: i64 = -8;
const HEADER_ALG: i64 = 1;
const HEADER_KID: i64 = 4;
const HEADER_CWT_CLAIMS: i64 = 15;
const HEADER_VDS: i64 = 395;
const HEADER_VDP: i64 = 396;
const RFC9162_SHA256: i64 = 1;
const INCLUSION: i64 = -1;
const CLAIM_ISS: i64 = 1;
const CLAIM_SUB: i64 = 2;

/// Why bytes are no receipt, or none can be made. Offsets count from the start of the receipt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// Larger than [`MAX_RECEIPT`].
    #[error("the receipt has {len} bytes, more than the limit of {max}", max = MAX_RECEIPT)]
    TooLarge { len: usize },
    /// The bytes break the encoding.
    #[error("not deterministic CBOR: {0}")]
    Encoding(#[from] CborError),
    /// The bytes are CBOR, but not this structure.
    #[error("byte {offset}: {what}")]
    Structure { offset: usize, what: Shape },
    /// An integer stands where another is needed: a label, the algorithm, the data structure.
    #[error("byte {offset}: {found} stands where {expected} ({what}) is needed")]
    Number { offset: usize, what: &'static str, expected: i64, found: i64 },
    /// A name is empty, longer than 512 bytes, or has control characters.
    #[error("the {field} is not 1 to 512 bytes without control characters")]
    Name { field: &'static str },
    /// The path cannot be one of this index and size.
    #[error("the inclusion proof is none: {0}")]
    Path(ProofError),
    /// The key to sign with is not the one that `kid` names.
    #[error("the receipt is to be signed with key {receipt}, the key given is {given}")]
    OtherKey { receipt: Hash, given: Hash },
}

/// Where the structure differs from a receipt of inclusion of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Shape {
    #[error("tag {0} stands where tag 18 (COSE_Sign1) is needed")]
    Tag(u64),
    #[error("an array of {0} stands where one of 4 is needed")]
    Array(usize),
    #[error("the protected header has {0} parameters, it must have exactly 5")]
    Protected(usize),
    #[error("the CWT claims are {0}, there must be exactly 2")]
    Claims(usize),
    #[error("the key id has {0} bytes, it must have 32")]
    Kid(usize),
    #[error("the unprotected header has {0} parameters, it must have exactly 1")]
    Unprotected(usize),
    #[error("there are {0} kinds of proof, there must be exactly 1")]
    Kinds(usize),
    #[error("there are {0} inclusion proofs, there must be exactly 1")]
    Proofs(usize),
    #[error("the inclusion proof has {0} parts, it must have exactly 3")]
    Parts(usize),
    #[error("the path has {0} hashes, more than a tree is deep")]
    Long(usize),
    #[error("a hash of the path has {0} bytes, it must have 32")]
    Node(usize),
    #[error("the proof is of a tree of another size than the one signed ({0} entries)")]
    Size(u64),
    #[error("the signature has {0} bytes, it must have 64")]
    Signature(usize),
}

/// A receipt before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// The log that issues it: its origin.
    pub iss: String,
    /// What the entry is about: the subject of the statement, not of who handed it in (RFC 9943).
    pub sub: String,
    /// Id of the log's key, see [`key_id`].
    pub kid: Hash,
    /// Entries in the tree.
    pub size: u64,
    /// Index of the entry.
    pub index: u64,
    /// Path from the entry to the root, lowest hash first.
    pub path: Vec<Hash>,
    /// Root of the tree. It is signed and not written down.
    pub root: Hash,
}

impl Unsigned {
    /// The bytes that the signature covers: the Sig_structure of RFC 9052 4.4, with the root as payload.
    #[must_use]
    pub fn to_be_signed(&self) -> Vec<u8> {
        sig_structure(&self.protected(), &self.root)
    }

    /// The receipt with this signature. It is parsed before it is given out, so that one which others would refuse is
    /// refused here; whether the signature holds is for [`Receipt::verify`].
    pub fn finish(&self, signature: &[u8; 64]) -> Result<Vec<u8>, ReceiptError> {
        let bytes = Writer::new()
            .tag(TAG_SIGN1)
            .array(4)
            .bytes(&self.protected())
            .map(1)
            .integer(HEADER_VDP)
            .map(1)
            .integer(INCLUSION)
            .array(1)
            .bytes(&self.proof())
            .null()
            .bytes(signature)
            .finish();
        Receipt::parse(&bytes)?;
        Ok(bytes)
    }

    /// The receipt signed with `key`, which must be the one that `kid` names.
    pub fn sign(&self, key: &SigningKey) -> Result<Vec<u8>, ReceiptError> {
        let given = sha256(key.verifying_key().as_bytes());
        if given != self.kid {
            return Err(ReceiptError::OtherKey { receipt: self.kid, given });
        }
        self.finish(&key.sign(&self.to_be_signed()).to_bytes())
    }

    fn protected(&self) -> Vec<u8> {
        Writer::new()
            .map(5)
            .integer(HEADER_ALG)
            .integer(ALG_EDDSA)
            .integer(HEADER_KID)
            .bytes(self.kid.as_bytes())
            .integer(HEADER_CWT_CLAIMS)
            .map(2)
            .integer(CLAIM_ISS)
            .text(&self.iss)
            .integer(CLAIM_SUB)
            .text(&self.sub)
            .integer(HEADER_VDS)
            .integer(RFC9162_SHA256)
            .integer(HEADER_SIZE)
            .integer(number(self.size))
            .finish()
    }

    fn proof(&self) -> Vec<u8> {
        let head = Writer::new().array(3).integer(number(self.size)).integer(number(self.index));
        self.path.iter().fold(head.array(self.path.len()), |w, hash| w.bytes(hash.as_bytes())).finish()
    }
}

/// Sizes are below 2^63; a larger one is written as one that no proof of it can fit, and refused when it is parsed.
fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(-1)
}

/// A receipt as received. Parsed is not verified; see [`Receipt::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt<'a> {
    protected: &'a [u8],
    kid: Hash,
    iss: &'a str,
    sub: &'a str,
    size: u64,
    index: u64,
    path: Vec<Hash>,
    signature: [u8; 64],
}

impl<'a> Receipt<'a> {
    /// Reads a receipt. Every byte is accounted for: there is exactly one encoding of a given receipt.
    pub fn parse(bytes: &'a [u8]) -> Result<Receipt<'a>, ReceiptError> {
        if bytes.len() > MAX_RECEIPT {
            return Err(ReceiptError::TooLarge { len: bytes.len() });
        }
        let mut r = Reader::new(bytes);
        shape(r.tag()?, TAG_SIGN1, 0, Shape::Tag)?;
        let at = r.position();
        shape(r.array()?, 4, at, Shape::Array)?;
        let protected = r.bytes()?;
        let header = parse_protected(protected).map_err(|error| error.moved(r.position() - protected.len()))?;
        let at = r.position();
        shape(r.map()?, 1, at, Shape::Unprotected)?;
        expect(&mut r, HEADER_VDP, "proofs of the data structure")?;
        let at = r.position();
        shape(r.map()?, 1, at, Shape::Kinds)?;
        expect(&mut r, INCLUSION, "inclusion proofs")?;
        let at = r.position();
        shape(r.array()?, 1, at, Shape::Proofs)?;
        let proof = r.bytes()?;
        let (index, path) = parse_proof(proof, header.size).map_err(|error| error.moved(r.position() - proof.len()))?;
        r.null()?;
        let at = r.position();
        let signature = array(r.bytes()?, at, Shape::Signature)?;
        r.end()?;
        let Header { kid, iss, sub, size } = header;
        Ok(Receipt { protected, kid, iss, sub, size, index, path, signature })
    }

    /// Id of the key that it claims to be signed with.
    #[must_use]
    pub const fn kid(&self) -> Hash {
        self.kid
    }

    /// The log that issued it, as claimed: its origin.
    #[must_use]
    pub const fn iss(&self) -> &'a str {
        self.iss
    }

    /// What the entry is about, as claimed by the log.
    #[must_use]
    pub const fn sub(&self) -> &'a str {
        self.sub
    }

    /// Entries in the tree, as claimed.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Index of the entry, as claimed.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// The path, lowest hash first.
    #[must_use]
    pub fn path(&self) -> &[Hash] {
        &self.path
    }

    /// Checks that the entry with this leaf hash is in a tree whose root `key` has signed, at the index and size that
    /// the receipt says.
    #[must_use]
    pub fn verify(&self, leaf: &Hash, key: &VerifyingKey) -> Verdict {
        let given = key_id(key);
        if given != self.kid {
            return Verdict::CannotTell(Doubt { receipt: self.kid, given });
        }
        let root = match root_of_inclusion(leaf, self.index, self.size, &self.path) {
            Ok(root) => root,
            Err(error) => return Verdict::Invalid(Invalid::Inclusion(error)),
        };
        if ed25519::verify(key, &sig_structure(self.protected, &root), &self.signature) {
            Verdict::Valid(Proven { root, size: self.size, index: self.index })
        } else {
            Verdict::Invalid(Invalid::Signature { root })
        }
    }
}

/// What a receipt proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The log has signed a tree with the entry.
    Valid(Proven),
    /// Entry, path and signature do not belong together.
    Invalid(Invalid),
    /// The receipt is of another key than the one given.
    CannotTell(Doubt),
}

/// What was proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proven {
    /// Root of the tree: to be compared with the checkpoint of this size.
    pub root: Hash,
    /// Entries in the tree.
    pub size: u64,
    /// Index of the entry.
    pub index: u64,
}

/// Why a receipt is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// The path cannot be one of this index and size.
    #[error("the inclusion proof is none: {0}")]
    Inclusion(#[from] ProofError),
    /// The entry and the path lead to this root, and the log has not signed it with this header.
    #[error(
        "the signature does not hold for root {root}, to which the entry and the path lead: one of the three was altered"
    )]
    Signature { root: Hash },
}

/// Why it cannot be told whether a receipt holds: the key given is not the one that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// Key id in the receipt.
    pub receipt: Hash,
    /// Id of the key given.
    pub given: Hash,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the receipt is of key {}, the key given is {}", self.receipt, self.given)
    }
}

struct Header<'a> {
    kid: Hash,
    iss: &'a str,
    sub: &'a str,
    size: u64,
}

fn parse_protected(bytes: &[u8]) -> Result<Header<'_>, ReceiptError> {
    cbor::check(bytes)?;
    let mut r = Reader::new(bytes);
    shape(r.map()?, 5, 0, Shape::Protected)?;
    expect(&mut r, HEADER_ALG, "algorithm")?;
    expect(&mut r, ALG_EDDSA, "EdDSA")?;
    expect(&mut r, HEADER_KID, "key id")?;
    let at = r.position();
    let kid = Hash::from_bytes(array(r.bytes()?, at, Shape::Kid)?);
    expect(&mut r, HEADER_CWT_CLAIMS, "CWT claims")?;
    let at = r.position();
    shape(r.map()?, 2, at, Shape::Claims)?;
    expect(&mut r, CLAIM_ISS, "issuer")?;
    let iss = name("issuer", r.text()?)?;
    expect(&mut r, CLAIM_SUB, "subject")?;
    let sub = name("subject", r.text()?)?;
    expect(&mut r, HEADER_VDS, "data structure")?;
    expect(&mut r, RFC9162_SHA256, "RFC9162_SHA256")?;
    expect(&mut r, HEADER_SIZE, "size of the tree")?;
    let size = size(&mut r)?;
    r.end()?;
    Ok(Header { kid, iss, sub, size })
}

/// Index and path, in the only length that this index and size have.
fn parse_proof(bytes: &[u8], signed: u64) -> Result<(u64, Vec<Hash>), ReceiptError> {
    cbor::check(bytes)?;
    let mut r = Reader::new(bytes);
    shape(r.array()?, 3, 0, Shape::Parts)?;
    let at = r.position();
    shape(size(&mut r)?, signed, at, |_| Shape::Size(signed))?;
    let index = size(&mut r)?;
    let at = r.position();
    let count = r.array()?;
    if count > MAX_PATH {
        return Err(ReceiptError::Structure { offset: at, what: Shape::Long(count) });
    }
    let mut path = Vec::with_capacity(count);
    for _ in 0..count {
        let at = r.position();
        path.push(Hash::from_bytes(array(r.bytes()?, at, Shape::Node)?));
    }
    r.end()?;
    // The root does not matter here: only whether there can be such a path.
    let leaf = Hash::from_bytes([0; Hash::LEN]);
    root_of_inclusion(&leaf, index, signed, &path).map_err(ReceiptError::Path)?;
    Ok((index, path))
}

/// A size or an index: not negative, and below 2^63 as in checkpoints.
fn size(r: &mut Reader<'_>) -> Result<u64, ReceiptError> {
    let offset = r.position();
    let value = r.unsigned()?;
    if i64::try_from(value).is_err() {
        return Err(CborError { offset, rule: cbor::Rule::Range }.into());
    }
    Ok(value)
}

fn name<'a>(field: &'static str, text: &'a str) -> Result<&'a str, ReceiptError> {
    let fits = !text.is_empty() && text.len() <= MAX_NAME && !text.chars().any(char::is_control);
    if fits { Ok(text) } else { Err(ReceiptError::Name { field }) }
}

fn array<const N: usize>(bytes: &[u8], offset: usize, what: fn(usize) -> Shape) -> Result<[u8; N], ReceiptError> {
    bytes.try_into().map_err(|_| ReceiptError::Structure { offset, what: what(bytes.len()) })
}

fn expect(r: &mut Reader<'_>, expected: i64, what: &'static str) -> Result<(), ReceiptError> {
    let offset = r.position();
    let found = r.integer()?;
    if found == expected { Ok(()) } else { Err(ReceiptError::Number { offset, what, expected, found }) }
}

fn shape<T: PartialEq>(found: T, needed: T, offset: usize, what: impl FnOnce(T) -> Shape) -> Result<(), ReceiptError> {
    if found == needed { Ok(()) } else { Err(ReceiptError::Structure { offset, what: what(found) }) }
}

fn sig_structure(protected: &[u8], root: &Hash) -> Vec<u8> {
    Writer::new().array(4).text("Signature1").bytes(protected).bytes(&[]).bytes(root.as_bytes()).finish()
}

impl ReceiptError {
    /// The same error with its offset counted from `by` bytes further left.
    fn moved(mut self, by: usize) -> ReceiptError {
        match &mut self {
            ReceiptError::Encoding(CborError { offset, .. })
            | ReceiptError::Structure { offset, .. }
            | ReceiptError::Number { offset, .. } => *offset += by,
            ReceiptError::TooLarge { .. }
            | ReceiptError::Name { .. }
            | ReceiptError::Path(_)
            | ReceiptError::OtherKey { .. } => {}
        }
        self
    }
}
