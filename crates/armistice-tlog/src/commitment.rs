//! Salted commitments to the fields of sealed content: a statement holds one root, single fields can be opened later.
//!
//! Must not: draw randomness, keep a salt longer than its caller does, or show a salt or a value in an error or in `Debug`.
//!
//! ```text
//! c     = SHA-256("armistice/field/1" ‖ 0x00 ‖ length of path, u32 big-endian ‖ path ‖ salt[32] ‖ value, one CBOR item)
//! tree  = RFC 9162 tree over leaf_hash(c), with random decoys among them, of exactly 8, 16, 32 or 64 leaves
//! ```
//!
//! Somebody who has the root and a guess of the value cannot test the guess, because 256 random bits are hashed with it.
//! Decoys hide how many fields there are, and the caller's shuffle hides which field stands where: an index must say
//! nothing about order or count. The salts, the values, the commitments with their order and the seed of the shuffle are
//! the caller's secrets; without the salts nobody can open anything, which is what erasing means.
//!
//! A tree may hold the same path twice. A disclosure opens one leaf; it cannot show that no other leaf has that path.
//! [`verify_all`] refuses the two when both are opened.

use core::fmt;

use crate::cbor::{self, CborError, Reader, Writer};
use crate::hash::{Hash, leaf_hash, sha256_of};
use crate::tree::{ProofError, Tree, verify_inclusion};

/// The sizes that a tree of commitments may have: four classes are all that a size tells.
pub const SIZES: [u32; 4] = [8, 16, 32, 64];

/// Most fields of one sealed item.
pub const MAX_FIELDS: usize = 64;

/// Longest path of a field in bytes: it is a name, shown in one line.
pub const MAX_PATH: usize = 255;

/// Largest value in bytes, so that every disclosure fits into one entry beside its envelope.
pub const MAX_VALUE: usize = 48 * 1024;

/// Bytes of a salt. Fresh from the operating system for each field of each version; never derived, never used twice.
pub const SALT: usize = 32;

const DOMAIN: &[u8] = b"armistice/field/1\0";
const SHUFFLE: &[u8] = b"armistice/shuffle/1\0";

/// Why there is no commitment, no disclosure, or a disclosure opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitmentError {
    /// A path that cannot be shown in one line.
    #[error("the path of a field {problem}")]
    Path { problem: &'static str },
    /// The value is not one item of the strict subset.
    #[error("the value of `{path}` is not one item of deterministic CBOR: {source}")]
    Value { path: String, source: CborError },
    /// The value is larger than [`MAX_VALUE`].
    #[error("the value of `{path}` has {len} bytes, more than the limit of {max}; keep it as a blob", max = MAX_VALUE)]
    TooLarge { path: String, len: usize },
    /// More than [`MAX_FIELDS`].
    #[error("{fields} fields are more than the limit of {max}", max = MAX_FIELDS)]
    TooMany { fields: usize },
    /// Not one of [`SIZES`].
    #[error("a tree of {leaves} commitments is none of 8, 16, 32 and 64; add decoys")]
    Size { leaves: usize },
    /// The number of decoys does not fill the tree.
    #[error("{fields} fields need exactly {needed} decoys, {given} are given")]
    Decoys { fields: usize, needed: usize, given: usize },
    /// Two leaves are the same: a salt or a decoy was used twice.
    #[error("commitments {first} and {second} are the same; a salt or a decoy was used twice")]
    Twice { first: u32, second: u32 },
    /// No leaf at this index.
    #[error("commitment {index} is not in a tree of {leaves}")]
    NoSuchLeaf { index: u32, leaves: u32 },
    /// Path, salt and value are not what was committed to at this index.
    #[error("`{path}` with this value and salt is not commitment {index}")]
    OtherLeaf { path: String, index: u32 },
    /// The bytes break the encoding of a disclosure; the offset counts from its first byte.
    #[error("not a disclosure: {0}")]
    Encoding(#[from] CborError),
    /// The bytes are CBOR, but no disclosure.
    #[error("byte {offset} of the disclosure: {what}")]
    Structure { offset: usize, what: &'static str },
    /// The hashes do not lead to the root in the statement.
    #[error("`{path}` does not open the sealed content: {source}")]
    Root { path: String, source: ProofError },
    /// Two disclosures open the same leaf or give the same path two values.
    #[error("disclosures {first} and {second} {what}")]
    Conflict { first: usize, second: usize, what: &'static str },
}

/// The commitment to one field: `value` is one item of the strict CBOR subset, `salt` 32 fresh random bytes.
///
/// ```
/// use armistice_tlog::cbor::Writer;
/// use armistice_tlog::commitment::commit;
///
/// let value = Writer::new().text("+963 00 000 00 00").finish();
/// let c = commit("phone", &[7; 32], &value)?;
/// assert_ne!(c, commit("phone", &[8; 32], &value)?, "another salt, another commitment");
/// # Ok::<(), armistice_tlog::commitment::CommitmentError>(())
/// ```
pub fn commit(path: &str, salt: &[u8; SALT], value: &[u8]) -> Result<Hash, CommitmentError> {
    check_path(path)?;
    if value.len() > MAX_VALUE {
        return Err(CommitmentError::TooLarge { path: path.to_owned(), len: value.len() });
    }
    cbor::check(value).map_err(|source| CommitmentError::Value { path: path.to_owned(), source })?;
    // At most MAX_PATH, so the length always fits.
    let len = u32::try_from(path.len()).map_err(|_| CommitmentError::Path { problem: "is too long" })?;
    Ok(sha256_of(&[DOMAIN, &len.to_be_bytes(), path.as_bytes(), salt, value]))
}

/// The size of the tree for so many fields: the smallest of [`SIZES`] that holds them.
pub fn padded(fields: usize) -> Result<u32, CommitmentError> {
    let fits = |size: &&u32| usize::try_from(**size).is_ok_and(|size| fields <= size);
    SIZES.iter().find(fits).copied().ok_or(CommitmentError::TooMany { fields })
}

/// A permutation of `0..count` from 32 random bytes of the caller: where each item goes. The same seed gives the same
/// permutation, so the seed is as secret as the order and is to be forgotten after use.
#[must_use]
pub fn permutation(count: usize, seed: &[u8; 32]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut draws = Draws { seed, block: 0 };
    // Fisher and Yates, from the end.
    for last in (1..count).rev() {
        places.swap(last, draws.below(last + 1));
    }
    places
}

/// Numbers from a seed: each is 8 bytes of a hash, and those that would favour some results are drawn again.
struct Draws<'a> {
    seed: &'a [u8; 32],
    block: u64,
}

impl Draws<'_> {
    /// A number below `bound`, which is 1 or more, each as likely as the others.
    fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        // The largest multiple of the bound that 64 bits hold.
        let fair = u64::MAX - u64::MAX % bound;
        loop {
            let digest = sha256_of(&[SHUFFLE, self.seed, &self.block.to_be_bytes()]);
            self.block += 1;
            let drawn = digest.as_bytes().iter().take(8).fold(0_u64, |n, byte| n << 8 | u64::from(*byte));
            if drawn < fair {
                return usize::try_from(drawn % bound).unwrap_or(0);
            }
        }
    }
}

/// The commitments of one sealed item in the order of the tree, decoys among them. Whoever can open fields keeps this
/// beside the salts; it tells nobody else anything.
#[derive(Clone)]
pub struct Commitments {
    leaves: Vec<Hash>,
    tree: Tree,
}

impl fmt::Debug for Commitments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Commitments").field("leaves", &self.leaves.len()).field("root", &self.root()).finish()
    }
}

impl Commitments {
    /// Takes commitments that are already padded and shuffled.
    pub fn new(leaves: Vec<Hash>) -> Result<Commitments, CommitmentError> {
        if !SIZES.iter().any(|size| usize::try_from(*size) == Ok(leaves.len())) {
            return Err(CommitmentError::Size { leaves: leaves.len() });
        }
        for (second, leaf) in leaves.iter().enumerate() {
            if let Some(first) = leaves.iter().take(second).position(|other| other == leaf) {
                return Err(CommitmentError::Twice { first: small(first), second: small(second) });
            }
        }
        let mut tree = Tree::new();
        for leaf in &leaves {
            tree.push(leaf_hash(leaf.as_bytes()));
        }
        Ok(Commitments { leaves, tree })
    }

    /// Pads the commitments of fields with the caller's decoys (32 random bytes each, exactly as many as
    /// [`padded`] leaves room for), shuffles them with the caller's seed, and says where each field went.
    ///
    /// ```
    /// use armistice_tlog::cbor::Writer;
    /// use armistice_tlog::commitment::{Commitments, Disclosure, commit};
    /// use armistice_tlog::hash::Hash;
    ///
    /// // Random bytes come from the caller; constants stand for them here.
    /// let (salt, seed) = ([7; 32], [9; 32]);
    /// let decoys: Vec<Hash> = (0..7).map(|n| Hash::from_bytes([n; 32])).collect();
    /// let value = Writer::new().text("at the well").finish();
    ///
    /// let (sealed, at) = Commitments::arrange(&[commit("place", &salt, &value)?], &decoys, &seed)?;
    /// let opened = sealed.disclose(at[0], "place", &salt, &value)?;
    /// // A reader who has the root from a statement, and the disclosure:
    /// let read = Disclosure::decode(&opened.encode())?;
    /// read.verify(&sealed.root(), sealed.size())?;
    /// assert_eq!(read.value(), value);
    /// # Ok::<(), armistice_tlog::commitment::CommitmentError>(())
    /// ```
    pub fn arrange(
        fields: &[Hash],
        decoys: &[Hash],
        seed: &[u8; 32],
    ) -> Result<(Commitments, Vec<u32>), CommitmentError> {
        let size = padded(fields.len())? as usize;
        let needed = size - fields.len();
        if decoys.len() != needed {
            return Err(CommitmentError::Decoys { fields: fields.len(), needed, given: decoys.len() });
        }
        let places = permutation(size, seed);
        let mut leaves: Vec<(usize, Hash)> = places.iter().copied().zip(fields.iter().chain(decoys).copied()).collect();
        leaves.sort_unstable_by_key(|(place, _)| *place);
        let commitments = Commitments::new(leaves.into_iter().map(|(_, leaf)| leaf).collect())?;
        Ok((commitments, places.into_iter().take(fields.len()).map(small).collect()))
    }

    /// The root, which goes into the statement.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.tree.root()
    }

    /// Leaves with decoys: 8, 16, 32 or 64. Goes into the statement.
    #[must_use]
    pub fn size(&self) -> u32 {
        small(self.leaves.len())
    }

    /// The commitments in the order of the tree.
    #[must_use]
    pub fn leaves(&self) -> &[Hash] {
        &self.leaves
    }

    /// Opens one field: path, salt and value must be what was committed to at `index`.
    pub fn disclose(
        &self,
        index: u32,
        path: &str,
        salt: &[u8; SALT],
        value: &[u8],
    ) -> Result<Disclosure, CommitmentError> {
        let leaves = self.size();
        let missing = CommitmentError::NoSuchLeaf { index, leaves };
        let leaf = self.leaves.get(index as usize).ok_or_else(|| missing.clone())?;
        if commit(path, salt, value)? != *leaf {
            return Err(CommitmentError::OtherLeaf { path: path.to_owned(), index });
        }
        let hashes = self.tree.inclusion(u64::from(index), self.tree.size()).map_err(|_| missing)?;
        Ok(Disclosure { path: path.to_owned(), value: value.to_vec(), salt: *salt, index, hashes })
    }
}

/// One opened field with what proves it: path, value, salt, index and at most six hashes. Whoever holds it can pass it
/// on; it opens nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Disclosure {
    path: String,
    value: Vec<u8>,
    salt: [u8; SALT],
    index: u32,
    hashes: Vec<Hash>,
}

impl fmt::Debug for Disclosure {
    /// Without salt and value: what is opened to one reader is not opened to the logs of a program.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disclosure").field("path", &self.path).field("index", &self.index).finish_non_exhaustive()
    }
}

impl Disclosure {
    /// Path of the field.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The value: one item of the strict CBOR subset.
    #[must_use]
    pub fn value(&self) -> &[u8] {
        &self.value
    }

    /// Index of the leaf in the tree of commitments.
    #[must_use]
    pub const fn index(&self) -> u32 {
        self.index
    }

    /// The commitment that this opens.
    pub fn commitment(&self) -> Result<Hash, CommitmentError> {
        commit(&self.path, &self.salt, &self.value)
    }

    /// The disclosure as bytes: the CBOR map `{0 path, 1 value in a byte string, 2 salt, 3 index, 4 [hashes]}`.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let head = Writer::new()
            .map(5)
            .integer(0)
            .text(&self.path)
            .integer(1)
            .bytes(&self.value)
            .integer(2)
            .bytes(&self.salt)
            .integer(3)
            .integer(i64::from(self.index))
            .integer(4)
            .array(self.hashes.len());
        self.hashes.iter().fold(head, |w, hash| w.bytes(hash.as_bytes())).finish()
    }

    /// Reads a disclosure, strictly: one encoding of each. Read is not verified; see [`Disclosure::verify`].
    pub fn decode(bytes: &[u8]) -> Result<Disclosure, CommitmentError> {
        cbor::check(bytes)?;
        let mut r = Reader::new(bytes);
        let at = r.position();
        if r.map()? != 5 {
            return Err(structure(at, "a disclosure has exactly the keys 0 to 4"));
        }
        key(&mut r, 0)?;
        let path = r.text()?;
        check_path(path)?;
        key(&mut r, 1)?;
        let value = r.bytes()?;
        if value.len() > MAX_VALUE {
            return Err(CommitmentError::TooLarge { path: path.to_owned(), len: value.len() });
        }
        cbor::check(value).map_err(|source| CommitmentError::Value { path: path.to_owned(), source })?;
        key(&mut r, 2)?;
        let at = r.position();
        let salt = r.bytes()?.try_into().map_err(|_| structure(at, "a salt has 32 bytes"))?;
        key(&mut r, 3)?;
        let at = r.position();
        let index = u32::try_from(r.unsigned()?).ok().filter(|index| *index < small(MAX_FIELDS));
        let index = index.ok_or_else(|| structure(at, "an index is less than 64"))?;
        key(&mut r, 4)?;
        let at = r.position();
        let count = r.array()?;
        // 8, 16, 32 and 64 leaves have paths of 3 to 6 hashes.
        if !(3..=6).contains(&count) {
            return Err(structure(at, "a path has 3 to 6 hashes"));
        }
        let mut hashes = Vec::new();
        for _ in 0..count {
            let at = r.position();
            let hash: [u8; 32] = r.bytes()?.try_into().map_err(|_| structure(at, "a hash has 32 bytes"))?;
            hashes.push(Hash::from_bytes(hash));
        }
        r.end()?;
        Ok(Disclosure { path: path.to_owned(), value: value.to_vec(), salt, index, hashes })
    }

    /// Checks that this opens a leaf of the tree with this root and so many leaves, both as the statement says.
    pub fn verify(&self, root: &Hash, leaves: u32) -> Result<(), CommitmentError> {
        if !SIZES.contains(&leaves) {
            return Err(CommitmentError::Size { leaves: leaves as usize });
        }
        if self.index >= leaves {
            return Err(CommitmentError::NoSuchLeaf { index: self.index, leaves });
        }
        let leaf = leaf_hash(self.commitment()?.as_bytes());
        verify_inclusion(&leaf, u64::from(self.index), u64::from(leaves), &self.hashes, root)
            .map_err(|source| CommitmentError::Root { path: self.path.clone(), source })
    }
}

/// Checks each disclosure, and that no two open the same leaf or give one path twice.
pub fn verify_all(disclosures: &[Disclosure], root: &Hash, leaves: u32) -> Result<(), CommitmentError> {
    if disclosures.len() > MAX_FIELDS {
        return Err(CommitmentError::TooMany { fields: disclosures.len() });
    }
    for (second, one) in disclosures.iter().enumerate() {
        one.verify(root, leaves)?;
        for (first, other) in disclosures.iter().take(second).enumerate() {
            if one.index == other.index {
                return Err(CommitmentError::Conflict { first, second, what: "open the same commitment" });
            }
            if one.path == other.path {
                return Err(CommitmentError::Conflict { first, second, what: "give the same path" });
            }
        }
    }
    Ok(())
}

fn check_path(path: &str) -> Result<(), CommitmentError> {
    let problem = if path.is_empty() {
        "is empty"
    } else if path.len() > MAX_PATH {
        "is longer than 255 bytes"
    } else if path.chars().any(char::is_control) {
        "contains a control character"
    } else {
        return Ok(());
    };
    Err(CommitmentError::Path { problem })
}

fn key(r: &mut Reader<'_>, expected: u64) -> Result<(), CommitmentError> {
    let at = r.position();
    if r.unsigned()? == expected { Ok(()) } else { Err(structure(at, "a disclosure has exactly the keys 0 to 4")) }
}

const fn structure(offset: usize, what: &'static str) -> CommitmentError {
    CommitmentError::Structure { offset, what }
}

/// An index or a size of a tree of commitments: never above 64.
fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
