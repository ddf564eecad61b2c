//! The append-only Merkle tree of RFC 9162 2.1: roots, inclusion proofs, consistency proofs; made and verified.
//!
//! Must not: keep entries (only their hashes), or accept a proof that is longer than it needs to be.
//!
//! Proofs are made from *complete subtrees* only: node `(level, index)` covers the leaves
//! `index << level .. (index + 1) << level`. Whoever can answer for such nodes ([`Nodes`]: a tree in memory, or stored
//! tiles) can make every proof.

use core::convert::Infallible;

use crate::hash::{Hash, empty_root, node_hash};

/// The right edge of a tree: one hash for each complete subtree, largest first. All that appending and the root need;
/// at most 64 hashes for a tree of any size.
///
/// ```
/// use armistice_tlog::hash::{empty_root, leaf_hash, node_hash};
/// use armistice_tlog::tree::Frontier;
///
/// let (a, b, c) = (leaf_hash(b"a"), leaf_hash(b"b"), leaf_hash(b"c"));
/// let mut edge = Frontier::new();
/// assert_eq!(edge.root(), empty_root());
/// for leaf in [a, b, c] {
///     edge.push(leaf);
/// }
/// assert_eq!(edge.root(), node_hash(&node_hash(&a, &b), &c));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of the empty tree.
    #[must_use]
    pub const fn new() -> Frontier {
        Frontier { size: 0, peaks: Vec::new() }
    }

    /// Number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash and gives its index.
    pub fn push(&mut self, leaf: Hash) -> u64 {
        let index = self.size;
        let mut hash = leaf;
        // Every trailing one bit of the old size is a complete subtree that the new leaf completes into a larger one.
        for _ in 0..index.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size += 1;
        index
    }

    /// The root of the tree as it stands.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(&last) = peaks.next() else { return empty_root() };
        peaks.fold(last, |right, left| node_hash(left, &right))
    }
}

/// Where the hash of a complete subtree comes from. A level-0 node is a leaf hash.
pub trait Nodes {
    /// Why a node cannot be had.
    type Error;
    /// The root of the complete subtree over the leaves `index << level .. (index + 1) << level`.
    fn node(&self, level: u32, index: u64) -> Result<Hash, Self::Error>;
}

/// A request for a proof that no tree can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeError<E = Infallible> {
    /// The entry asked for is not in a tree of that size.
    #[error("entry {index} is not in a tree of {size} entries")]
    NoSuchEntry { index: u64, size: u64 },
    /// The tree asked for is larger than the one at hand.
    #[error("a tree of {asked} entries is asked for, this one has {size}")]
    NoSuchSize { asked: u64, size: u64 },
    /// A later tree cannot be smaller than the earlier one.
    #[error("the earlier tree has {old} entries, more than the later one with {new}")]
    SizesReversed { old: u64, new: u64 },
    /// The source of nodes failed.
    #[error("node {index} of level {level} cannot be had")]
    Node { level: u32, index: u64, source: E },
}

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The entry claimed is not in a tree of that size.
    #[error("entry {index} is not in a tree of {size} entries")]
    NoSuchEntry { index: u64, size: u64 },
    /// A later tree cannot be smaller than the earlier one.
    #[error("the earlier tree has {old} entries, more than the later one with {new}")]
    SizesReversed { old: u64, new: u64 },
    /// For these sizes a proof has exactly `expected` hashes.
    #[error("the proof has {found} hashes where exactly {expected} are needed")]
    Length { expected: usize, found: usize },
    /// The hashes lead to another root than the one given.
    #[error("the proof leads to root {computed}, but the {tree} tree has root {given}")]
    Root { tree: Which, computed: Hash, given: Hash },
}

/// The tree whose root did not come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The only tree of an inclusion proof.
    Whole,
    /// The earlier tree of a consistency proof.
    Earlier,
    /// The later tree of a consistency proof.
    Later,
}

impl core::fmt::Display for Which {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Which::Whole => "given",
            Which::Earlier => "earlier",
            Which::Later => "later",
        })
    }
}

/// A tree with all its complete subtrees in memory (64 bytes an entry): makes proofs for every size it has had.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// The empty tree.
    #[must_use]
    pub const fn new() -> Tree {
        Tree { levels: Vec::new() }
    }

    /// Number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// Appends a leaf hash and gives its index.
    pub fn push(&mut self, leaf: Hash) -> u64 {
        let index = self.size();
        let mut hash = leaf;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let row = &mut self.levels[level];
            row.push(hash);
            match row.as_slice() {
                [.., left, right] if row.len().is_multiple_of(2) => hash = node_hash(left, right),
                _ => break,
            }
        }
        index
    }

    /// The leaf hash at `index`.
    #[must_use]
    pub fn leaf(&self, index: u64) -> Option<Hash> {
        self.levels.first()?.get(usize::try_from(index).ok()?).copied()
    }

    /// The root of the tree as it stands.
    #[must_use]
    pub fn root(&self) -> Hash {
        // A level with an odd number of nodes ends in a peak: a complete subtree that nothing larger covers yet.
        let mut peaks = self.levels.iter().filter(|row| !row.len().is_multiple_of(2)).filter_map(|row| row.last());
        let Some(&last) = peaks.next() else { return empty_root() };
        peaks.fold(last, |right, left| node_hash(left, &right))
    }

    /// The root the tree had when it had `size` entries.
    pub fn root_at(&self, size: u64) -> Result<Hash, TreeError> {
        self.holds(size)?;
        root(self, size).map_err(never_missing)
    }

    /// The path from entry `index` to the root of the tree of `size` entries (RFC 9162 2.1.3.1).
    pub fn inclusion(&self, index: u64, size: u64) -> Result<Vec<Hash>, TreeError> {
        self.holds(size)?;
        inclusion_proof(self, index, size).map_err(never_missing)
    }

    /// The proof that the tree of `new` entries begins with the tree of `old` entries (RFC 9162 2.1.4.1).
    pub fn consistency(&self, old: u64, new: u64) -> Result<Vec<Hash>, TreeError> {
        self.holds(new)?;
        consistency_proof(self, old, new).map_err(never_missing)
    }

    fn holds(&self, asked: u64) -> Result<(), TreeError> {
        let size = self.size();
        if asked > size { Err(TreeError::NoSuchSize { asked, size }) } else { Ok(()) }
    }
}

/// A tree in memory is asked only for what it holds; this says so if it ever were otherwise.
fn never_missing(error: TreeError<NotHeld>) -> TreeError {
    match error {
        TreeError::NoSuchEntry { index, size } => TreeError::NoSuchEntry { index, size },
        TreeError::NoSuchSize { asked, size } => TreeError::NoSuchSize { asked, size },
        TreeError::SizesReversed { old, new } => TreeError::SizesReversed { old, new },
        TreeError::Node { index, source: NotHeld { size }, .. } => TreeError::NoSuchEntry { index, size },
    }
}

/// A node beyond the end of a tree in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the tree in memory ends at {size} entries")]
pub struct NotHeld {
    size: u64,
}

impl Nodes for Tree {
    type Error = NotHeld;

    fn node(&self, level: u32, index: u64) -> Result<Hash, NotHeld> {
        let row = usize::try_from(level).ok().and_then(|level| self.levels.get(level));
        let hash = row.and_then(|row| row.get(usize::try_from(index).ok()?));
        hash.copied().ok_or(NotHeld { size: self.size() })
    }
}

/// The root of the tree over the first `size` leaves.
pub fn root<N: Nodes>(nodes: &N, size: u64) -> Result<Hash, TreeError<N::Error>> {
    if size == 0 { Ok(empty_root()) } else { range(nodes, 0, size) }
}

/// The inclusion proof of entry `index` in the tree over the first `size` leaves: PATH(index, D\[size\]), lowest first.
pub fn inclusion_proof<N: Nodes>(nodes: &N, index: u64, size: u64) -> Result<Vec<Hash>, TreeError<N::Error>> {
    if index >= size {
        return Err(TreeError::NoSuchEntry { index, size });
    }
    // Walk down from the root to the leaf; the sibling that is left behind at each step is part of the path.
    let (mut low, mut high, mut path) = (0, size, Vec::new());
    while high - low > 1 {
        let middle = low + split(high - low);
        if index < middle {
            path.push(range(nodes, middle, high)?);
            high = middle;
        } else {
            path.push(range(nodes, low, middle)?);
            low = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The consistency proof between the trees over the first `old` and the first `new` leaves: PROOF(old, D\[new\]).
/// Empty when `old` is 0 (every tree begins with nothing) or equal to `new`.
pub fn consistency_proof<N: Nodes>(nodes: &N, old: u64, new: u64) -> Result<Vec<Hash>, TreeError<N::Error>> {
    if old > new {
        return Err(TreeError::SizesReversed { old, new });
    }
    let mut proof = Vec::new();
    if old == 0 || old == new {
        return Ok(proof);
    }
    let (mut low, mut high) = (0, new);
    while high != old {
        let middle = low + split(high - low);
        if old <= middle {
            proof.push(range(nodes, middle, high)?);
            high = middle;
        } else {
            proof.push(range(nodes, low, middle)?);
            low = middle;
        }
    }
    // The verifier knows the earlier root; the subtree is given only where it is not that root itself.
    if low != 0 {
        proof.push(range(nodes, low, high)?);
    }
    proof.reverse();
    Ok(proof)
}

/// Checks that `leaf` is entry `index` of the tree with `size` entries and this `root` (RFC 9162 2.1.3.2).
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> Result<(), ProofError> {
    expect_root(Which::Whole, root_of_inclusion(leaf, index, size, path)?, root)
}

/// The root that an inclusion proof leads to. It proves nothing until somebody has vouched for that root.
pub fn root_of_inclusion(leaf: &Hash, index: u64, size: u64, path: &[Hash]) -> Result<Hash, ProofError> {
    if index >= size {
        return Err(ProofError::NoSuchEntry { index, size });
    }
    expect_length(inclusion_length(index, size), path)?;
    let (mut node, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in path {
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            // On the right edge a node without a sibling moves up unchanged.
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    Ok(hash)
}

/// Checks that the tree of `new` entries with root `new_root` begins with the tree of `old` entries with root
/// `old_root` (RFC 9162 2.1.4.2).
pub fn verify_consistency(
    old: u64,
    new: u64,
    proof: &[Hash],
    old_root: &Hash,
    new_root: &Hash,
) -> Result<(), ProofError> {
    if old > new {
        return Err(ProofError::SizesReversed { old, new });
    }
    expect_length(consistency_length(old, new), proof)?;
    if old == 0 {
        expect_root(Which::Earlier, empty_root(), old_root)?;
        return if new == 0 { expect_root(Which::Later, empty_root(), new_root) } else { Ok(()) };
    }
    if old == new {
        return expect_root(Which::Later, *old_root, new_root);
    }
    // Both roots are rebuilt from one subtree: the old root itself if the old tree is complete, else the first hash.
    let (seed, rest) = if old.is_power_of_two() { (*old_root, proof) } else { (proof[0], &proof[1..]) };
    let (mut node, mut last) = (old - 1, new - 1);
    let shared = node.trailing_ones();
    node = node.checked_shr(shared).unwrap_or(0);
    last = last.checked_shr(shared).unwrap_or(0);
    let (mut earlier, mut later) = (seed, seed);
    for hash in rest {
        if node & 1 == 1 || node == last {
            earlier = node_hash(hash, &earlier);
            later = node_hash(hash, &later);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            later = node_hash(&later, hash);
        }
        node >>= 1;
        last >>= 1;
    }
    expect_root(Which::Earlier, earlier, old_root)?;
    expect_root(Which::Later, later, new_root)
}

/// Hashes in the inclusion proof of `index` in a tree of `size`.
fn inclusion_length(index: u64, size: u64) -> usize {
    let (mut low, mut high, mut length) = (0, size, 0);
    while high - low > 1 {
        let middle = low + split(high - low);
        if index < middle {
            high = middle
        } else {
            low = middle
        }
        length += 1;
    }
    length
}

/// Hashes in the consistency proof between `old` and `new`.
fn consistency_length(old: u64, new: u64) -> usize {
    if old == 0 || old == new {
        return 0;
    }
    let (mut low, mut high, mut length) = (0, new, 0);
    while high != old {
        let middle = low + split(high - low);
        if old <= middle {
            high = middle
        } else {
            low = middle
        }
        length += 1;
    }
    length + usize::from(low != 0)
}

fn expect_length(expected: usize, proof: &[Hash]) -> Result<(), ProofError> {
    if proof.len() == expected { Ok(()) } else { Err(ProofError::Length { expected, found: proof.len() }) }
}

fn expect_root(tree: Which, computed: Hash, given: &Hash) -> Result<(), ProofError> {
    if computed == *given { Ok(()) } else { Err(ProofError::Root { tree, computed, given: *given }) }
}

/// The largest power of two smaller than `width` (which is 2 or more): where RFC 9162 divides a tree.
const fn split(width: u64) -> u64 {
    1 << (u64::BITS - 1 - (width - 1).leading_zeros())
}

/// MTH(D\[low..high\]) from complete subtrees. `low` is a multiple of the power of two that covers the range.
fn range<N: Nodes>(nodes: &N, low: u64, high: u64) -> Result<Hash, TreeError<N::Error>> {
    let width = high - low;
    if width.is_power_of_two() {
        let level = width.trailing_zeros();
        let index = low >> level;
        return nodes.node(level, index).map_err(|source| TreeError::Node { level, index, source });
    }
    let middle = low + split(width);
    Ok(node_hash(&range(nodes, low, middle)?, &range(nodes, middle, high)?))
}
