//! Reading a tree from stored tiles that nobody has to be trusted for.
//!
//! Must not: give out, or hash into an answer, any hash that does not lead to the root of the checkpoint.
//!
//! Two facts carry it. The partial tiles of a size, at most one a level, together lead to the root: they are fetched
//! and checked first, all of them. Every full tile has its hash in the tile above: it is checked against that tile,
//! which was checked before, up to a partial one. (Forged tiles that a client took for authentic are
//! CVE-2026-56865, hashes used without a check are CVE-2026-56864, both in Go's `sumdb`.)
//!
//! ```
//! use std::collections::BTreeMap;
//! use armistice_tlog::hash::{Hash, leaf_hash};
//! use armistice_tlog::tile::reader::TileReader;
//! use armistice_tlog::tile::{Tile, TileWriter};
//! use armistice_tlog::tree::{inclusion_proof, verify_inclusion};
//!
//! let leaves: Vec<Hash> = (0..1000_u32).map(|n| leaf_hash(&n.to_be_bytes())).collect();
//! let mut writer = TileWriter::new();
//! let mut files: BTreeMap<Tile, Vec<u8>> = writer.append(leaves.clone()).into_iter().collect();
//!
//! // A checkpoint says size and root; the tiles come from anywhere.
//! let read = |tile: Tile| Ok::<_, std::convert::Infallible>(files.get(&tile));
//! let reader = TileReader::open(1000, writer.root(), read)?;
//! let path = inclusion_proof(&reader, 417, 1000)?;
//! verify_inclusion(&leaves[417], 417, 1000, &path, &writer.root())?;
//!
//! // One bit changed: the tile is refused, with its name. What does not need it is still answered.
//! files.get_mut(&"tile/0/001".parse()?).expect("is there")[40] ^= 1;
//! let read = |tile: Tile| Ok::<_, std::convert::Infallible>(files.get(&tile));
//! let reader = TileReader::open(1000, writer.root(), read)?;
//! let refused = reader.leaf(300).unwrap_err().to_string();
//! assert!(refused.starts_with("tile/0/001 hashes to "), "{refused}");
//! assert_eq!(reader.leaf(2)?, leaves[2]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::cell::RefCell;
use core::fmt;
use core::ops::Range;
use std::collections::BTreeMap;

use super::{HEIGHT, LEVELS, Row, Tile, TileWriter, WIDTH, hashes, root_of_edge, subtree};
use crate::bundle::{self, BundleError};
use crate::hash::{Hash, empty_root, leaf_hashes, node_hash};
use crate::tree::Nodes;

/// Authenticated full tiles kept in memory (8 KiB each): enough for the paths of a batch of proofs.
const MAX_KEPT: usize = 1024;

/// Where tiles and bundles come from: a folder, a web server, a map in a test. What it gives is not believed.
///
/// Any `Fn(Tile) -> Result<Option<bytes>, error>` is one.
pub trait TileSource {
    /// The bytes of a file.
    type Bytes: AsRef<[u8]>;
    /// Why a file could not be read, apart from not being there.
    type Error;
    /// The whole file at the path of this tile, or none if there is no such file.
    fn read(&self, tile: Tile) -> Result<Option<Self::Bytes>, Self::Error>;
}

impl<F, B, E> TileSource for F
where
    F: Fn(Tile) -> Result<Option<B>, E>,
    B: AsRef<[u8]>,
{
    type Bytes = B;
    type Error = E;

    fn read(&self, tile: Tile) -> Result<Option<B>, E> {
        self(tile)
    }
}

/// Why a tile cannot be used, and which.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError<E> {
    /// There is no such file, nor a full tile in its place.
    #[error("{tile} is not there")]
    Missing { tile: Tile },
    /// The source failed.
    #[error("{tile} cannot be read")]
    Source { tile: Tile, source: E },
    /// Not the number of bytes that such a tile has.
    #[error("{tile} has {found} bytes where {expected} are needed")]
    Length { tile: Tile, expected: usize, found: usize },
    /// A full tile has another hash than the tile above it says.
    #[error("{tile} hashes to {computed}, but level {above} says {stated}: it is not the tile of this tree")]
    Forged { tile: Tile, computed: Hash, above: u8, stated: Hash },
    /// The partial tiles lead to another root than that of the checkpoint. Which of them is wrong cannot be told.
    #[error("the partial tiles ({tiles}) lead to root {computed}, but the checkpoint of size {size} has root {root}")]
    Edge { size: u64, tiles: Edge, computed: Hash, root: Hash },
    /// A bundle is damaged.
    #[error("{tile}: {source}")]
    Bundle { tile: Tile, source: BundleError },
    /// A bundle has another number of entries than its place in the tree demands.
    #[error("{tile} has {found} entries where {expected} are needed")]
    Count { tile: Tile, expected: usize, found: usize },
    /// An entry is not the one that the tree has there.
    #[error("{tile}: entry {index} hashes to {computed}, but the tree has {stated} there")]
    Entry { tile: Tile, index: u64, computed: Hash, stated: Hash },
    /// A bundle beyond the end of the tree.
    #[error("bundle {index} is beyond the end of a tree of {size} entries")]
    NoSuchBundle { index: u64, size: u64 },
    /// A subtree that the tree does not have (yet).
    #[error("node {index} of level {level} is not a complete subtree of a tree of {size} entries")]
    NoSuchNode { level: u32, index: u64, size: u64 },
}

/// The partial tiles of a tree, lowest level first: what the root is computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge(pub Vec<Tile>);

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("none");
        }
        self.0.iter().enumerate().try_for_each(|(n, tile)| write!(f, "{}{tile}", if n == 0 { "" } else { ", " }))
    }
}

/// The partial tile (or bundle) at the right edge of a row; none if the row ends with a full one.
pub(super) fn partial(row: Row, size: u64) -> Option<Tile> {
    let count = row.count(size);
    let width = u16::try_from(count % u64::from(WIDTH)).ok().filter(|width| *width > 0)?;
    Some(Tile { row, index: count / u64::from(WIDTH), width })
}

/// Reads a tile: where a partial one is no longer there, the full one (tlog-tiles lets a log delete partial tiles).
/// Only the first `tile.width()` hashes or entries of the answer belong to the tree that is read.
pub(super) fn fetch<S: TileSource>(source: &S, tile: Tile) -> Result<S::Bytes, ReadError<S::Error>> {
    let read = |tile: Tile| source.read(tile).map_err(|source| ReadError::Source { tile, source });
    if let Some(bytes) = read(tile)? {
        return Ok(bytes);
    }
    let full = if tile.is_full() { None } else { tile.full() };
    full.map_or(Ok(None), read)?.ok_or(ReadError::Missing { tile })
}

/// The hashes of a tile as fetched: exactly its width, or the first ones of a full tile.
pub(super) fn cut_hashes<E>(tile: Tile, bytes: &[u8]) -> Result<Vec<Hash>, ReadError<E>> {
    let expected = tile.len_of_hashes();
    let full = usize::from(WIDTH) * Hash::LEN;
    let wrong = ReadError::Length { tile, expected, found: bytes.len() };
    if bytes.len() != expected && bytes.len() != full {
        return Err(wrong);
    }
    bytes.get(..expected).map(hashes).ok_or(wrong)
}

/// The entries of a bundle as fetched: exactly its width, or the first ones of a full bundle.
pub(super) fn cut_entries<E>(tile: Tile, bytes: &[u8]) -> Result<Vec<&[u8]>, ReadError<E>> {
    let mut entries = bundle::decode(bytes).map_err(|source| ReadError::Bundle { tile, source })?;
    let (expected, found) = (usize::from(tile.width), entries.len());
    if found != expected && found != usize::from(WIDTH) {
        return Err(ReadError::Count { tile, expected, found });
    }
    entries.truncate(expected);
    Ok(entries)
}

/// The tree of one checkpoint, read from tiles on demand. It answers as [`Nodes`], so it makes every proof between
/// sizes up to that of the checkpoint.
pub struct TileReader<S: TileSource> {
    size: u64,
    root: Hash,
    source: S,
    /// The partial tile of each level, authenticated together when the reader was made.
    edge: Vec<Vec<Hash>>,
    /// Full tiles that were authenticated, by level and index.
    kept: RefCell<BTreeMap<(u8, u64), Vec<Hash>>>,
}

impl<S: TileSource> fmt::Debug for TileReader<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TileReader").field("size", &self.size).field("root", &self.root).finish_non_exhaustive()
    }
}

impl<S: TileSource> TileReader<S> {
    /// Fetches the partial tiles of the tree and checks that they lead to the root. At most 8 files are read.
    ///
    /// `size` and `root` come from a checkpoint whose signatures were verified: they are all that is trusted here.
    pub fn open(size: u64, root: Hash, source: S) -> Result<TileReader<S>, ReadError<S::Error>> {
        let mut edge = Vec::new();
        let mut tiles = Vec::new();
        for level in 0..LEVELS {
            edge.push(match partial(Row::Level(level), size) {
                None => Vec::new(),
                Some(tile) => {
                    tiles.push(tile);
                    cut_hashes(tile, fetch(&source, tile)?.as_ref())?
                }
            });
        }
        let computed = root_of_edge(&edge);
        if computed != root {
            return Err(ReadError::Edge { size, tiles: Edge(tiles), computed, root });
        }
        Ok(TileReader { size, root, source, edge, kept: RefCell::new(BTreeMap::new()) })
    }

    /// Entries in the tree.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Root of the tree.
    #[must_use]
    pub const fn root(&self) -> Hash {
        self.root
    }

    /// A writer that goes on where this tree ends. It has nothing but authenticated hashes.
    #[must_use]
    pub fn writer(&self) -> TileWriter {
        // As if it had made the tiles itself: no row above the highest.
        let rows = self.edge.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        TileWriter { size: self.size, edge: self.edge.iter().take(rows).cloned().collect() }
    }

    /// The hash of entry `index`.
    pub fn leaf(&self, index: u64) -> Result<Hash, ReadError<S::Error>> {
        self.node(0, index)
    }

    /// The bundle with this index: each entry's hash is the one that the tree has. Where the source gives a longer
    /// bundle than this tree has, the rest is cut off.
    pub fn bundle(&self, index: u64) -> Result<Bundle<S::Bytes>, ReadError<S::Error>> {
        let count = Row::Entries.count(self.size);
        let left = index.checked_mul(u64::from(WIDTH)).and_then(|start| count.checked_sub(start)).unwrap_or(0);
        let width = u16::try_from(left).map_or(WIDTH, |left| left.min(WIDTH));
        let no_such = |_| ReadError::NoSuchBundle { index, size: self.size };
        let tile = Tile::new(Row::Entries, index, width).map_err(no_such)?;
        let bytes = fetch(&self.source, tile)?;
        let mut len = 0;
        let entries = cut_entries(tile, bytes.as_ref())?;
        for ((entry, computed), index) in entries.iter().zip(leaf_hashes(&entries)).zip(tile.start()..) {
            let stated = self.leaf(index)?;
            if computed != stated {
                return Err(ReadError::Entry { tile, index, computed, stated });
            }
            len += 2 + entry.len();
        }
        Ok(Bundle { tile, bytes, len })
    }

    /// The subtree over some consecutive hashes of a tile, after the whole tile was authenticated.
    fn part(&self, level: u8, index: u64, slots: Range<usize>) -> Result<Hash, ReadError<S::Error>> {
        let row = Row::Level(level);
        let missing = || ReadError::NoSuchNode { level: HEIGHT * u32::from(level), index, size: self.size };
        let of = |hashes: &Vec<Hash>| hashes.get(slots).map(subtree).ok_or_else(missing);
        if index == row.count(self.size) / u64::from(WIDTH) {
            return self.edge.get(usize::from(level)).ok_or_else(missing).and_then(of);
        }
        if let Some(hashes) = self.kept.borrow().get(&(level, index)) {
            return of(hashes);
        }
        let tile = Tile::new(row, index, WIDTH).map_err(|_| missing())?;
        let (above, parent, slot) = tile.parent().ok_or_else(missing)?;
        // The tile above first: what it says is authentic before anything of this one is looked at. At most 8 deep.
        let stated = self.part(above, parent, slot..slot + 1)?;
        let hashes = cut_hashes(tile, fetch(&self.source, tile)?.as_ref())?;
        let computed = subtree(&hashes);
        if computed != stated {
            return Err(ReadError::Forged { tile, computed, above, stated });
        }
        let answer = of(&hashes);
        let mut kept = self.kept.borrow_mut();
        if kept.len() == MAX_KEPT {
            kept.clear();
        }
        kept.insert((level, index), hashes);
        answer
    }
}

impl<S: TileSource> Nodes for TileReader<S> {
    type Error = ReadError<S::Error>;

    fn node(&self, level: u32, index: u64) -> Result<Hash, ReadError<S::Error>> {
        let no_such = || ReadError::NoSuchNode { level, index, size: self.size };
        let complete = level < u64::BITS && (u128::from(index) + 1) << level <= u128::from(self.size);
        let row = u8::try_from(level / HEIGHT).ok().filter(|_| complete).ok_or_else(no_such)?;
        // The subtree stands on 2^(level mod 8) hashes of one tile.
        let width = 1_usize << (level % HEIGHT);
        let first = index << (level % HEIGHT);
        let (tile, slot) = (first / u64::from(WIDTH), usize::try_from(first % u64::from(WIDTH)).unwrap_or(usize::MAX));
        self.part(row, tile, slot..slot.saturating_add(width))
    }
}

/// A bundle whose entries were compared with the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle<B> {
    tile: Tile,
    bytes: B,
    len: usize,
}

impl<B: AsRef<[u8]>> Bundle<B> {
    /// Which bundle it is, with the width that it has in the tree read.
    #[must_use]
    pub const fn tile(&self) -> Tile {
        self.tile
    }

    /// The bytes of the bundle, with the entries of the tree read and no others.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_ref().get(..self.len).unwrap_or_default()
    }

    /// The entries; the first has index `tile().start()`.
    #[must_use]
    pub fn entries(&self) -> Vec<&[u8]> {
        bundle::decode(self.bytes()).unwrap_or_default()
    }
}

/// The root of the first `size` entries by the definition of RFC 9162 2.1.1, straight from the bundles: each range is
/// divided at the largest power of two, each entry hashed when its turn comes. It shares no code with [`TileWriter`]
/// or `tree::Frontier`; a log compares the two roots before it signs, over bytes that were read back.
///
/// ```
/// use armistice_tlog::bundle;
/// use armistice_tlog::hash::{leaf_hash, node_hash};
/// use armistice_tlog::tile::Tile;
/// use armistice_tlog::tile::reader::root_of_bundles;
///
/// let stored = bundle::encode(&["a", "b", "c"])?;
/// let read = |tile: Tile| Ok::<_, std::convert::Infallible>((tile.to_string() == "tile/entries/000.p/3").then_some(&stored));
/// let (a, b, c) = (leaf_hash(b"a"), leaf_hash(b"b"), leaf_hash(b"c"));
/// assert_eq!(root_of_bundles(3, &read)?, node_hash(&node_hash(&a, &b), &c));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn root_of_bundles<S: TileSource>(size: u64, source: &S) -> Result<Hash, ReadError<S::Error>> {
    if size == 0 {
        return Ok(empty_root());
    }
    mth(0, size, &mut Leaves { source, size, ready: Vec::new().into_iter(), next: 0 })
}

/// MTH(D\[low..high\]) of a range that is not empty. As deep as the tree: at most 64.
fn mth<S: TileSource>(low: u64, high: u64, leaves: &mut Leaves<'_, S>) -> Result<Hash, ReadError<S::Error>> {
    if high - low == 1 {
        return leaves.next();
    }
    let mut half = 1;
    while half < (high - low).div_ceil(2) {
        half *= 2;
    }
    let left = mth(low, low + half, leaves)?;
    let right = mth(low + half, high, leaves)?;
    Ok(node_hash(&left, &right))
}

/// Leaf hashes in order, a bundle at a time.
struct Leaves<'s, S> {
    source: &'s S,
    size: u64,
    ready: std::vec::IntoIter<Hash>,
    next: u64,
}

impl<S: TileSource> Leaves<'_, S> {
    fn next(&mut self) -> Result<Hash, ReadError<S::Error>> {
        if let Some(hash) = self.ready.next() {
            return Ok(hash);
        }
        let index = self.next;
        let left = self.size.saturating_sub(index * u64::from(WIDTH));
        let width = u16::try_from(left).map_or(WIDTH, |left| left.min(WIDTH));
        let tile = Tile { row: Row::Entries, index, width };
        let bytes = fetch(self.source, tile)?;
        self.ready = leaf_hashes(&cut_entries(tile, bytes.as_ref())?).into_iter();
        self.next += 1;
        self.ready.next().ok_or(ReadError::Count { tile, expected: usize::from(width), found: 0 })
    }
}
