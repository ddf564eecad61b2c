//! The 32-byte hash of the registers, and the two ways to hash into a tree (RFC 6962 2.1, RFC 9162 2.1.1).
//!
//! Must not: hash without a domain prefix where a tree is meant. [`sha256`] is for files and keys only.

#[cfg(all(feature = "fast", not(feature = "small")))]
mod pairs;

use core::fmt;
use core::str::FromStr;

use crate::codec::{BASE32_NOPAD, HEXLOWER};
#[cfg(not(feature = "small"))]
use sha2::{Digest as _, Sha256, block_api::compress256};

/// A SHA-256 hash. Shown as 64 lowercase hexadecimal digits; [`Hash::base32`] gives the 52 characters used as statement ids.
///
/// ```
/// use armistice_tlog::hash::{Hash, empty_root, leaf_hash};
///
/// let id = leaf_hash(b"");
/// assert_eq!(id.to_string(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
/// assert_eq!(id.base32(), "ny2axhh7wn5jrhffittlw6akfr4jahj7wm3tq5ufcgrqmf5puaoq");
/// assert_eq!(id.base32().parse::<Hash>()?, id);
/// assert_eq!(id.hex().parse::<Hash>()?, id);
/// assert_ne!(id, empty_root());
/// # Ok::<(), armistice_tlog::hash::ParseHashError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

/// Why a text is no hash.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseHashError {
    /// Neither 64 (hexadecimal) nor 52 (base32) characters long.
    #[error("a hash has 64 hexadecimal or 52 base32 characters, this has {0} bytes")]
    Length(usize),
    /// A character outside the lowercase alphabet, at this byte.
    #[error("a hash is written in lowercase {alphabet}; byte {position} is something else")]
    Character { alphabet: &'static str, position: usize },
    /// The last base32 character carries bits that no hash has: a second spelling of the same hash, refused.
    #[error("the last base32 character carries more bits than a hash has")]
    TrailingBits,
}

impl Hash {
    /// Bytes in a hash.
    pub const LEN: usize = 32;

    /// Takes 32 bytes as they are.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Hash {
        Hash(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 lowercase hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }

    /// 52 lowercase characters of RFC 4648 base32, no padding.
    #[must_use]
    pub fn base32(&self) -> String {
        let mut text = BASE32_NOPAD.encode(&self.0);
        text.make_ascii_lowercase();
        text
    }
}

impl FromStr for Hash {
    type Err = ParseHashError;

    /// Reads what [`Hash::hex`] or [`Hash::base32`] wrote. One spelling each: uppercase is refused.
    fn from_str(text: &str) -> Result<Hash, ParseHashError> {
        let decoded = match text.len() {
            64 => HEXLOWER
                .decode(text.as_bytes())
                .map_err(|e| ParseHashError::Character { alphabet: "hexadecimal", position: e.position }),
            52 => {
                if let Some(position) = text.bytes().position(|b| !matches!(b, b'a'..=b'z' | b'2'..=b'7')) {
                    return Err(ParseHashError::Character { alphabet: "base32", position });
                }
                // The alphabet is checked: only the spare bits of the last character can still be wrong.
                BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).map_err(|_| ParseHashError::TrailingBits)
            }
            other => return Err(ParseHashError::Length(other)),
        }?;
        <[u8; 32]>::try_from(decoded.as_slice()).map(Hash).map_err(|_| ParseHashError::Length(text.len()))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.hex())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({})", self.hex())
    }
}

/// SHA-256 of bytes that are no tree node: a file, a public key.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash {
    sha256_of(&[bytes])
}

/// SHA-256 of several pieces, one after the other.
pub(crate) fn sha256_of(parts: &[&[u8]]) -> Hash {
    #[cfg(feature = "small")]
    return Hash(crate::small::sha2::sha256(parts));
    #[cfg(not(feature = "small"))]
    Hash(parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part)).finalize().into())
}

/// The hash of a leaf: `SHA-256(0x00 || entry)`. The prefix keeps leaves and nodes apart, so that no entry can
/// pass for an inner node.
#[must_use]
#[cfg(feature = "small")]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    sha256_of(&[&[0], entry])
}

/// The hash of an inner node: `SHA-256(0x01 || left || right)`.
#[must_use]
#[cfg(feature = "small")]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    sha256_of(&[&[1], &left.0, &right.0])
}

/// The hash of a leaf, see above.
#[must_use]
#[cfg(not(feature = "small"))]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    let mut state = START;
    let mut last = [0; 2 * BLOCK];
    // The first block has the prefix and 63 bytes; what follows is hashed where it lies, but for the last piece.
    let (at, rest) = match entry.split_first_chunk::<{ BLOCK - 1 }>() {
        None => (1, entry),
        Some((head, rest)) => {
            let mut first = [0; BLOCK];
            first[1..].copy_from_slice(head);
            compress256(&mut state, &[first]);
            let (blocks, rest) = rest.as_chunks::<BLOCK>();
            compress256(&mut state, blocks);
            (0, rest)
        }
    };
    last[at..at + rest.len()].copy_from_slice(rest);
    let blocks = pad(&mut last, at + rest.len(), entry.len() + 1);
    compress256(&mut state, &last.as_chunks().0[..blocks]);
    hash_of(state)
}

/// The hash of an inner node: `SHA-256(0x01 || left || right)`.
#[must_use]
#[cfg(not(feature = "small"))]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let blocks = node_blocks(left, right);
    let mut state = START;
    compress256(&mut state, blocks.as_chunks().0);
    hash_of(state)
}

/// The hashes of many leaves, in their order: what [`leaf_hash`] gives for each. With the cargo feature `fast`, and on a
/// processor that has the instructions, two are hashed at a time, which takes little longer than one.
///
/// ```
/// use armistice_tlog::hash::{leaf_hash, leaf_hashes};
///
/// assert_eq!(leaf_hashes(&[b"a", b"bc", b""]), [leaf_hash(b"a"), leaf_hash(b"bc"), leaf_hash(b"")]);
/// ```
#[must_use]
pub fn leaf_hashes(entries: &[&[u8]]) -> Vec<Hash> {
    #[cfg(all(feature = "fast", not(feature = "small")))]
    if armistice_lanes::present() {
        return pairs::leaf_hashes(entries);
    }
    entries.iter().map(|entry| leaf_hash(entry)).collect()
}

/// Puts in the place of every two hashes of a row the node over them: the row above. A last one without a partner stays.
///
/// ```
/// use armistice_tlog::hash::{leaf_hash, node_hash, node_row};
///
/// let leaves: Vec<_> = (0..5_u8).map(|n| leaf_hash(&[n])).collect();
/// let mut row = leaves.clone();
/// node_row(&mut row);
/// assert_eq!(row, [node_hash(&leaves[0], &leaves[1]), node_hash(&leaves[2], &leaves[3]), leaves[4]]);
/// ```
pub fn node_row(row: &mut Vec<Hash>) {
    let mut done = 0;
    // In place: a hash is written where it, or one before it, has been read.
    #[cfg(all(feature = "fast", not(feature = "small")))]
    if armistice_lanes::present() {
        while let Some(four) = row[2 * done..].first_chunk::<4>() {
            let two = pairs::two_nodes(four);
            row[done..done + 2].copy_from_slice(&two);
            done += 2;
        }
    }
    while let Some([left, right]) = row[2 * done..].first_chunk::<2>() {
        row[done] = node_hash(left, right);
        done += 1;
    }
    if let Some(alone) = row.get(2 * done).copied() {
        row[done] = alone;
        done += 1;
    }
    row.truncate(done);
}

/// The two blocks of a node.
#[cfg(not(feature = "small"))]
fn node_blocks(left: &Hash, right: &Hash) -> [u8; 2 * BLOCK] {
    let mut blocks = [0; 2 * BLOCK];
    blocks[0] = 0x01;
    blocks[1..=Hash::LEN].copy_from_slice(&left.0);
    blocks[1 + Hash::LEN..=2 * Hash::LEN].copy_from_slice(&right.0);
    pad(&mut blocks, 1 + 2 * Hash::LEN, 1 + 2 * Hash::LEN);
    blocks
}

/// Bytes in a block of SHA-256.
#[cfg(not(feature = "small"))]
const BLOCK: usize = 64;

/// The state that SHA-256 begins with (FIPS 180-4 5.3.3).
#[cfg(not(feature = "small"))]
const START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// Pads the last `used` bytes of a message of `len` bytes (FIPS 180-4 5.1.1), and says how many blocks they are then. Leaves
/// and nodes are hashed by blocks because the buffers of the general way cost a sixth of the time of a node, and an audit
/// is nothing else.
#[cfg(not(feature = "small"))]
fn pad(last: &mut [u8; 2 * BLOCK], used: usize, len: usize) -> usize {
    last[used] = 0x80;
    // One byte of end mark and eight of length must fit.
    let blocks = if used + 9 <= BLOCK { 1 } else { 2 };
    let bits = (len as u64).wrapping_mul(8).to_be_bytes();
    last[blocks * BLOCK - bits.len()..blocks * BLOCK].copy_from_slice(&bits);
    blocks
}

/// The hash that a state is after the last block.
#[cfg(not(feature = "small"))]
fn hash_of(state: [u32; 8]) -> Hash {
    let mut hash = [0; Hash::LEN];
    for (four, word) in hash.chunks_exact_mut(4).zip(state) {
        four.copy_from_slice(&word.to_be_bytes());
    }
    Hash(hash)
}

/// The root of the tree without entries: `SHA-256("")`.
#[must_use]
pub fn empty_root() -> Hash {
    sha256(b"")
}
