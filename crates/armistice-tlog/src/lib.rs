//! Proving: is this register whole, and is this statement in it? For someone who does not trust us.
//!
//! Must not: do input or output, read a clock, draw random numbers, or panic on bytes from outside.
//!
//! The tour. A member signs a statement; the signed bytes are an [`entry`]; the hash of the entry is a leaf of an
//! append-only [`tree`]; a short proof shows that the leaf is in the tree, and another that a later tree still
//! contains an earlier one.
//!
//! ```
//! use armistice_tlog::entry::{Entry, Unsigned, key_id};
//! use armistice_tlog::tree::{Tree, verify_consistency, verify_inclusion};
//! use ed25519_dalek::SigningKey;
//!
//! // Doing: a member signs. (A real key comes from the operating system's randomness.)
//! let key = SigningKey::from_bytes(&[7; 32]);
//! let bytes = Unsigned {
//!     iss: "mission.example/observer".into(),
//!     sub: "document-captured".into(),
//!     iat: 1_700_000_000,
//!     kid: key_id(&key.verifying_key()),
//!     payload: vec![0xa1, 0x01, 0x02], // deterministic CBOR: {1: 2}
//! }
//! .sign(&key)?;
//!
//! // Proving: a stranger parses the bytes as received and checks the signature.
//! let entry = Entry::parse(&bytes)?;
//! entry.verify(&key.verifying_key())?;
//! assert_eq!(entry.sub(), "document-captured");
//!
//! // The statement's id is its leaf hash. It goes into the tree as it stands.
//! let mut tree = Tree::new();
//! let index = tree.push(entry.id());
//! let early = (tree.size(), tree.root());
//! tree.push(armistice_tlog::hash::leaf_hash(b"another entry"));
//!
//! // The statement is in the tree, and the later tree contains the earlier one.
//! let path = tree.inclusion(index, tree.size())?;
//! verify_inclusion(&entry.id(), index, tree.size(), &path, &tree.root())?;
//! let proof = tree.consistency(early.0, tree.size())?;
//! verify_consistency(early.0, tree.size(), &proof, &early.1, &tree.root())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Where to look:
//!
//! - [`hash`]: the 32-byte hash, leaf and node hashing (RFC 6962, RFC 9162), hexadecimal and base32.
//! - [`tree`]: roots and proofs of an append-only tree of any size.
//! - [`cbor`]: the strict subset of CBOR that statements are written in, and a cursor over it.
//! - [`mod@entry`]: one statement as signed and logged (COSE_Sign1, RFC 9052).
//! - [`envelope`]: what every statement says of itself, read from an entry's payload.
//! - [`keyring`]: the keys of a register, folded from its entries.
//! - [`evidence`]: proof that a key signed two things that cannot both be.
//! - [`mod@note`], [`checkpoint`], [`cosignature`]: what a log says of itself, signed, and what witnesses saw (C2SP).
//! - [`policy`]: how many witnesses it takes, who must lie for two views to pass, between which times it was seen.
//! - [`mod@ed25519`], `mldsa`: the one place each where signatures are checked.
//! - `small`: the primitives of the browser's page, held to the libraries.
//! - [`bundle`]: many entries in one file (C2SP tlog-tiles).
//! - [`tile`]: the tree as static files; reading them with nobody trusted, and auditing all of them (C2SP tlog-tiles).
//! - [`witness`]: what a log asks of a witness, and what the witness must answer (C2SP tlog-witness).
//! - [`proof`], [`receipt`]: that an entry is in a log, checked offline (C2SP tlog-proof, RFC 9942).
//! - [`commitment`]: one root for sealed fields that can be opened one by one.
//! - [`container`]: many files in one, a narrow zip with one spelling.

pub mod bundle;
pub mod cbor;
pub mod checkpoint;
pub mod codec;
pub mod commitment;
pub mod container;
pub mod cosignature;
pub mod ed25519;
pub mod entry;
pub mod envelope;
pub mod evidence;
pub mod hash;
pub mod keyring;
#[cfg(feature = "ml-dsa")]
pub mod mldsa;
pub mod note;
pub mod policy;
pub mod proof;
pub mod receipt;
mod shown;
#[cfg(feature = "ml-dsa")]
pub mod small;
pub mod tile;
pub mod tree;
pub mod verdict;
pub mod vkey;
pub mod witness;
