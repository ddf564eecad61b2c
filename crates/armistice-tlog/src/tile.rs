//! Tiles of C2SP tlog-tiles: the tree as static files of up to 256 hashes, and the entries in bundles beside them.
//!
//! Must not: use a hash of a stored tile before it is authenticated, or know where tiles are stored.
//!
//! A tile of level `l` holds consecutive hashes of complete subtrees of 256^l entries; level 0 holds leaf hashes. The
//! hash of a *full* tile is one hash of the tile above it. What does not fill a tile stands in a *partial* one, at
//! most one a level, at the right edge; all partial tiles together lead to the root. [`reader`] builds on both facts,
//! and [`audit`] recomputes everything.
//!
//! ```
//! use armistice_tlog::tile::{Row, Tile, bundles, tiles};
//!
//! // The example of the specification: 70,000 entries.
//! let all: Vec<Tile> = tiles(70_000).collect();
//! let of = |level| all.iter().filter(move |t| t.row() == Row::Level(level));
//! assert_eq!(of(0).filter(|t| t.is_full()).count(), 273);
//! let partial: Vec<String> = all.iter().filter(|t| !t.is_full()).map(Tile::to_string).collect();
//! assert_eq!(partial, ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]);
//! assert_eq!(bundles(70_000).last().expect("entries").to_string(), "tile/entries/273.p/112");
//!
//! // Paths have one spelling.
//! let far: Tile = "tile/0/x001/x234/067".parse()?;
//! assert_eq!((far.index(), far.width()), (1_234_067, 256));
//! assert!("tile/0/x000/067".parse::<Tile>().is_err());
//! # Ok::<(), armistice_tlog::tile::TileError>(())
//! ```

pub mod audit;
pub mod reader;

use core::fmt;
use core::str::FromStr;

use crate::bundle::MAX_ENTRY;
use crate::hash::{Hash, empty_root, node_hash, node_row};

/// Levels of the tree in one tile (tlog-tiles: a tile is a subtree of height 8).
pub const HEIGHT: u32 = 8;

/// Hashes in a full tile, entries in a full bundle.
pub const WIDTH: u16 = 1 << HEIGHT;

/// Levels of tiles that a tree of fewer than 2^64 entries can have.
pub const LEVELS: u8 = 8;

/// Longest path of a tile: `tile/entries/`, seven groups of digits, `.p/255`.
const MAX_PATH: usize = 64;

/// Which row of tiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// Bundles of entries, each with the entries whose hashes are in the tile of level 0 with the same index.
    Entries,
    /// Hashes of complete subtrees of 256^level entries. Level 0 has leaf hashes.
    Level(u8),
}

impl Row {
    /// Hashes (or entries) in this row of a tree of `size` entries.
    #[must_use]
    pub const fn count(self, size: u64) -> u64 {
        match self {
            Row::Entries | Row::Level(0) => size,
            Row::Level(level) if level < LEVELS => size >> (HEIGHT * level as u32),
            Row::Level(_) => 0,
        }
    }
}

/// Coordinates of a tile or a bundle. Only what a tree of fewer than 2^64 entries can have is a `Tile`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    row: Row,
    index: u64,
    width: u16,
}

/// Why coordinates or a path name no tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TileError {
    /// The path does not begin with `tile/` and a level or `entries`.
    #[error("a tile's path begins with tile/<level>/ or tile/entries/")]
    Prefix,
    /// The level has another spelling, or is none.
    #[error("{0:?} is no level of tiles (0 to 63, without leading zeros)")]
    Level(String),
    /// The index is not in groups of three digits, all but the last with an x, or begins with an empty group.
    #[error("{0:?} is no index of a tile (groups of three digits, all but the last with an x, no x000 in front)")]
    Index(String),
    /// The width of a partial tile has another spelling, or is not 1 to 255 (1 to 256 for coordinates).
    #[error("{0:?} is no width of a tile (1 to 255 after .p/, without leading zeros)")]
    Width(String),
    /// No tree of fewer than 2^64 entries has this tile.
    #[error("no tree is large enough for tile {index} of level {level}")]
    Beyond { level: u8, index: u64 },
}

impl Tile {
    /// The tile with these coordinates, if a tree of some size below 2^64 has it.
    pub fn new(row: Row, index: u64, width: u16) -> Result<Tile, TileError> {
        if width == 0 || width > WIDTH {
            return Err(TileError::Width(width.to_string()));
        }
        let level = match row {
            Row::Entries => 0,
            Row::Level(level) => level,
        };
        let hashes = u128::from(index) * u128::from(WIDTH) + u128::from(width);
        let fits = level < LEVELS && hashes << (HEIGHT * u32::from(level)) <= u128::from(u64::MAX);
        if fits { Ok(Tile { row, index, width }) } else { Err(TileError::Beyond { level, index }) }
    }

    /// Which row it stands in.
    #[must_use]
    pub const fn row(&self) -> Row {
        self.row
    }

    /// Its place in the row, from 0.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// Hashes (or entries) in it: 1 to 256.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Whether it has all its 256 hashes (or entries) and will never change again.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.width == WIDTH
    }

    /// The full tile at the same place; none where no tree is large enough to fill it.
    #[must_use]
    pub fn full(&self) -> Option<Tile> {
        Tile::new(self.row, self.index, WIDTH).ok()
    }

    /// Entries under one hash of it: 256^level.
    #[must_use]
    pub const fn span(&self) -> u64 {
        match self.row {
            Row::Entries => 1,
            Row::Level(level) => 1 << (HEIGHT * level as u32),
        }
    }

    /// Index of the first entry under it.
    #[must_use]
    pub const fn start(&self) -> u64 {
        self.index * WIDTH as u64 * self.span()
    }

    /// Index one past the last entry under it.
    #[must_use]
    pub const fn end(&self) -> u64 {
        self.start() + self.width as u64 * self.span()
    }

    /// Bytes of a tile of hashes with this width.
    #[must_use]
    pub const fn len_of_hashes(&self) -> usize {
        self.width as usize * Hash::LEN
    }

    /// The most bytes that a file at its path (or at that of the full one in its place) has: a source reads no further.
    #[must_use]
    pub const fn max_len(&self) -> usize {
        let entry = match self.row {
            Row::Entries => 2 + MAX_ENTRY,
            Row::Level(_) => Hash::LEN,
        };
        WIDTH as usize * entry
    }

    /// Where its hash stands: the tile above it (at its full width) and the slot there. None for a partial tile, whose
    /// hash stands nowhere, and for bundles.
    #[must_use]
    pub const fn parent(&self) -> Option<(u8, u64, usize)> {
        match self.row {
            Row::Level(level) if self.is_full() => {
                Some((level + 1, self.index / WIDTH as u64, (self.index % WIDTH as u64) as usize))
            }
            Row::Level(_) | Row::Entries => None,
        }
    }
}

impl fmt::Display for Tile {
    /// The path of the file, `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`, without a slash in front.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Row::Entries => f.write_str("tile/entries/")?,
            Row::Level(level) => write!(f, "tile/{level}/")?,
        }
        let mut scale = 1_u64;
        while self.index / scale >= 1000 {
            scale *= 1000;
        }
        while scale > 1 {
            write!(f, "x{:03}/", self.index / scale % 1000)?;
            scale /= 1000;
        }
        write!(f, "{:03}", self.index % 1000)?;
        if self.is_full() { Ok(()) } else { write!(f, ".p/{}", self.width) }
    }
}

impl FromStr for Tile {
    type Err = TileError;

    /// Reads what [`Display`](fmt::Display) writes, and nothing else: one spelling for one tile.
    fn from_str(path: &str) -> Result<Tile, TileError> {
        if path.len() > MAX_PATH {
            return Err(TileError::Prefix);
        }
        let (row, rest) = path.strip_prefix("tile/").and_then(|rest| rest.split_once('/')).ok_or(TileError::Prefix)?;
        let row = match row {
            "entries" => Row::Entries,
            digits => Row::Level(
                decimal(digits)
                    .and_then(|level| u8::try_from(level).ok())
                    .filter(|level| *level < 64)
                    .ok_or_else(|| TileError::Level(digits.into()))?,
            ),
        };
        let (index, width) = match rest.split_once(".p/") {
            None => (rest, WIDTH),
            Some((index, digits)) => {
                let width = decimal(digits).and_then(|w| u16::try_from(w).ok()).filter(|w| (1..WIDTH).contains(w));
                (index, width.ok_or_else(|| TileError::Width(digits.into()))?)
            }
        };
        Tile::new(row, grouped(index).ok_or_else(|| TileError::Index(index.into()))?, width)
    }
}

/// A number in decimal, without leading zeros or a sign.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let canonical = text == "0" || (!text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
    if canonical { text.parse().ok() } else { None }
}

/// An index in groups: `x001/x234/067`.
fn grouped(text: &str) -> Option<u64> {
    let (mut value, mut groups) = (0_u64, text.split('/').peekable());
    let mut first = true;
    while let Some(group) = groups.next() {
        let last = groups.peek().is_none();
        let digits = if last { group } else { group.strip_prefix('x')? };
        if digits.len() != 3 || !digits.bytes().all(|b| b.is_ascii_digit()) || (first && !last && digits == "000") {
            return None;
        }
        value = value.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
        first = false;
    }
    Some(value)
}

/// The tiles of hashes that a tree of `size` entries has: from level 0 up, each level from left to right.
pub fn tiles(size: u64) -> impl Iterator<Item = Tile> {
    tiles_between(0, size)
}

/// The bundles that a tree of `size` entries has, from left to right.
pub fn bundles(size: u64) -> impl Iterator<Item = Tile> {
    bundles_between(0, size)
}

/// The tiles of hashes that are new, or wider than before, when a tree grows from `old` to `new` entries.
pub fn tiles_between(old: u64, new: u64) -> impl Iterator<Item = Tile> {
    (0..LEVELS).flat_map(move |level| row_between(Row::Level(level), old, new))
}

/// The bundles that are new, or longer than before, when a tree grows from `old` to `new` entries.
pub fn bundles_between(old: u64, new: u64) -> impl Iterator<Item = Tile> {
    row_between(Row::Entries, old, new)
}

fn row_between(row: Row, old: u64, new: u64) -> impl Iterator<Item = Tile> {
    let (before, count) = (row.count(old), row.count(new));
    let wide = u64::from(WIDTH);
    let indexes = if before < count { before / wide..count.div_ceil(wide) } else { 0..0 };
    indexes.map(move |index| {
        let width = u16::try_from(count - index * wide).map_or(WIDTH, |left| left.min(WIDTH));
        Tile { row, index, width }
    })
}

/// The root of a complete subtree, from the hashes in its bottom row: for 256 of them the hash of a full tile. `hashes`
/// has a power of two of them.
pub(crate) fn subtree(hashes: &[Hash]) -> Hash {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        node_row(&mut row);
    }
    row.first().copied().unwrap_or_else(empty_root)
}

/// The hash of a tile of hashes as stored: of a full tile only, for a partial one has none of its own.
///
/// ```
/// use armistice_tlog::hash::{Hash, leaf_hash};
/// use armistice_tlog::tile::{TileWriter, tile_hash};
///
/// let leaves: Vec<Hash> = (0..256_u32).map(|n| leaf_hash(&n.to_be_bytes())).collect();
/// let mut writer = TileWriter::new();
/// let made = writer.append(leaves);
/// let (_, full) = &made[0];
/// let (above, one) = &made[1];
/// assert_eq!(above.to_string(), "tile/1/000.p/1");
/// assert_eq!(tile_hash(full).expect("full").as_bytes()[..], one[..]);
/// ```
#[must_use]
pub fn tile_hash(bytes: &[u8]) -> Option<Hash> {
    (bytes.len() == usize::from(WIDTH) * Hash::LEN).then(|| subtree(&hashes(bytes)))
}

/// The hashes in the bytes of a tile. The caller has compared the length.
pub(crate) fn hashes(bytes: &[u8]) -> Vec<Hash> {
    bytes.as_chunks().0.iter().map(|hash| Hash::from_bytes(*hash)).collect()
}

fn bytes_of(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()
}

/// The root that the partial tiles of a tree lead to: rows from level 0 up, each with fewer than 256 hashes.
pub(crate) fn root_of_edge(edge: &[Vec<Hash>]) -> Hash {
    // The complete subtrees of the tree, largest first: each bit of each width is one.
    let mut peaks = Vec::new();
    for row in edge.iter().rev() {
        let mut rest = row.as_slice();
        while !rest.is_empty() {
            let (peak, after) = rest.split_at(1 << rest.len().ilog2());
            peaks.push(subtree(peak));
            rest = after;
        }
    }
    let mut peaks = peaks.into_iter().rev();
    let Some(last) = peaks.next() else { return empty_root() };
    peaks.fold(last, |right, left| node_hash(&left, &right))
}

/// Makes tiles from leaf hashes, a batch at a time. Holds the partial tiles only: at most 255 hashes a level.
///
/// ```
/// use armistice_tlog::hash::leaf_hash;
/// use armistice_tlog::tile::TileWriter;
///
/// let mut writer = TileWriter::new();
/// let paths = |made: Vec<(armistice_tlog::tile::Tile, Vec<u8>)>| {
///     made.iter().map(|(tile, _)| tile.to_string()).collect::<Vec<_>>()
/// };
/// assert_eq!(paths(writer.append((0..255_u8).map(|n| leaf_hash(&[n])))), ["tile/0/000.p/255"]);
/// assert_eq!(
///     paths(writer.append([leaf_hash(b"256th"), leaf_hash(b"257th")])),
///     ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"],
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TileWriter {
    size: u64,
    edge: Vec<Vec<Hash>>,
}

impl TileWriter {
    /// Of the empty tree.
    #[must_use]
    pub const fn new() -> TileWriter {
        TileWriter { size: 0, edge: Vec::new() }
    }

    /// Number of leaves so far.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree as it stands.
    #[must_use]
    pub fn root(&self) -> Hash {
        root_of_edge(&self.edge)
    }

    /// Appends leaf hashes, and gives each tile that is new or wider than before with its bytes, in the order of
    /// [`tiles_between`]: level 0 first, so that a tile is never written before the tiles below it.
    pub fn append(&mut self, leaves: impl IntoIterator<Item = Hash>) -> Vec<(Tile, Vec<u8>)> {
        let old = self.size;
        let mut made = Vec::new();
        for leaf in leaves {
            let mut hash = leaf;
            for level in 0..LEVELS {
                let row = usize::from(level);
                if self.edge.len() == row {
                    self.edge.push(Vec::new());
                }
                let row = &mut self.edge[row];
                row.push(hash);
                if row.len() < usize::from(WIDTH) {
                    break;
                }
                let index = self.size >> (HEIGHT * (u32::from(level) + 1));
                made.push((Tile { row: Row::Level(level), index, width: WIDTH }, bytes_of(row)));
                hash = subtree(row);
                row.clear();
            }
            self.size += 1;
        }
        for tile in tiles_between(old, self.size).filter(|tile| !tile.is_full()) {
            if let Row::Level(level) = tile.row {
                made.push((tile, bytes_of(&self.edge[usize::from(level)])));
            }
        }
        made.sort_by_key(|(tile, _)| *tile);
        made
    }
}
