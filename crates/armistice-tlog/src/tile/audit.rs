//! The whole audit: every derived byte of a published register made again from its entries, and compared.
//!
//! Must not: wait, guess, or go on without end. It reads each file once, in order, and stops at [`MAX_DIFFERENCES`].
//!
//! From below: all bundles give leaf hashes, leaf hashes give the tiles of level 0, full tiles give the tiles above, the
//! partial tiles give the root. Where two places differ, the tile above usually tells which of them was altered: it
//! agrees with the tile as stored ([`Fault::Below`]: what lies under it was altered) or with what was computed
//! ([`Fault::Tile`]: the tile was).
//!
//! ```
//! use std::collections::BTreeMap;
//! use armistice_tlog::bundle;
//! use armistice_tlog::hash::leaf_hash;
//! use armistice_tlog::tile::audit::audit;
//! use armistice_tlog::tile::{Tile, TileWriter, bundles};
//!
//! let entries: Vec<String> = (0..300).map(|n| format!("entry {n}")).collect();
//! let mut writer = TileWriter::new();
//! let mut files: BTreeMap<Tile, Vec<u8>> =
//!     writer.append(entries.iter().map(|e| leaf_hash(e.as_bytes()))).into_iter().collect();
//! for (tile, entries) in bundles(300).zip(entries.chunks(256)) {
//!     files.insert(tile, bundle::encode(entries)?);
//! }
//! let read = |tile: Tile| Ok::<_, std::convert::Infallible>(files.get(&tile));
//! assert!(audit(300, writer.root(), &read).is_sound());
//!
//! // One bit of one entry: one difference, at its place, and the entry is at fault.
//! files.get_mut(&"tile/entries/000".parse()?).expect("is there")[105] ^= 1;
//! let read = |tile: Tile| Ok::<_, std::convert::Infallible>(files.get(&tile));
//! let found = audit(300, writer.root(), &read).differences;
//! assert_eq!(found.len(), 1);
//! assert!(found[0].to_string().starts_with("entry 11 is altered: "), "{}", found[0]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;
use core::mem;
use std::collections::BTreeMap;

use super::reader::{ReadError, TileSource, cut_entries, cut_hashes, fetch, partial};
use super::{HEIGHT, LEVELS, Row, Tile, WIDTH, root_of_edge, subtree};
use crate::hash::{Hash, leaf_hashes};

/// Differences after which the audit stops: nobody reads on, and a checkpoint that claims 2^60 entries over an empty
/// folder must not keep anyone busy.
pub const MAX_DIFFERENCES: usize = 10_000;

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit<E> {
    /// Entries whose bytes were hashed.
    pub entries: u64,
    /// Their bytes, without the lengths in front.
    pub bytes: u64,
    /// Every difference, in the order of reading: bundles and tiles from left to right, then the edge, then the root.
    pub differences: Vec<Difference<E>>,
    /// Whether it stopped at [`MAX_DIFFERENCES`], so that there may be more.
    pub cut_short: bool,
}

impl<E> Audit<E> {
    /// Every byte is what it must be, and leads to the root.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.differences.is_empty() && !self.cut_short
    }

    /// Files are missing or cannot be read, and all others are what they must be: nothing is shown to be altered.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        let absent =
            |d: &Difference<E>| matches!(d, Difference::File(ReadError::Missing { .. } | ReadError::Source { .. }));
        !self.differences.is_empty() && self.differences.iter().all(absent)
    }
}

/// One place that is not what it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference<E> {
    /// A file that is missing, cannot be read, or has not the form that it must have.
    File(ReadError<E>),
    /// A hash in a tile is not the one that follows from what lies below it.
    Hash {
        /// The tile.
        tile: Tile,
        /// Which hash of it, from 0.
        slot: u16,
        /// What stands there.
        stored: Hash,
        /// What follows from below.
        computed: Hash,
        /// Which of the two was altered.
        fault: Fault,
    },
    /// Everything leads to another root than the one given.
    Root { computed: Hash, given: Hash },
}

/// Which side of a difference was altered, as far as the hashes above tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The tile: the hashes above agree with what lies below it.
    Tile,
    /// What lies below (at level 0: the entry): the hashes above agree with the tile as stored.
    Below,
    /// The hashes above agree with neither, or are not there.
    Unknown,
}

impl<E: fmt::Display> fmt::Display for Difference<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::File(error @ ReadError::Source { source, .. }) => write!(f, "{error}: {source}"),
            Difference::File(error) => error.fmt(f),
            Difference::Hash { tile, slot, stored, computed, fault } => {
                let first = tile.start() + u64::from(*slot) * tile.span();
                let below = if tile.span() == 1 {
                    format!("entry {first}")
                } else {
                    format!("what lies under entries {first} to {}", first + (tile.span() - 1))
                };
                match fault {
                    Fault::Tile => {
                        write!(f, "hash {slot} of {tile} is altered: it is {stored}, {below} has {computed}")
                    }
                    Fault::Below => {
                        write!(f, "{below} is altered: it has {computed}, hash {slot} of {tile} is {stored}")
                    }
                    Fault::Unknown => {
                        write!(
                            f,
                            "hash {slot} of {tile} is {stored}, but {below} has {computed}: one of them is altered"
                        )
                    }
                }
            }
            Difference::Root { computed, given } => {
                write!(f, "the register leads to root {computed}, but the checkpoint has {given}")
            }
        }
    }
}

/// Audits the tree of `size` entries with this `root`, from a checkpoint whose signatures were verified.
///
/// Each entry is hashed where it lies in its bundle. Work and memory are bounded by what the source gives: one bundle,
/// one tile and at most 256 hashes a level are held.
pub fn audit<S: TileSource>(size: u64, root: Hash, source: &S) -> Audit<S::Error> {
    let found = Audit { entries: 0, bytes: 0, differences: Vec::new(), cut_short: false };
    let rows = (0..LEVELS).map(|_| Line::default()).collect();
    let mut auditor = Auditor { source, rows, found };
    for tile in super::bundles(size) {
        if auditor.found.differences.len() >= MAX_DIFFERENCES {
            auditor.found.cut_short = true;
            return auditor.found;
        }
        auditor.bundle(tile);
        if tile.is_full() {
            auditor.climb(tile.index());
        }
    }
    auditor.edge(size, root);
    auditor.found
}

/// What is known of one slot from below: the hash that was computed, and the hash of the child as it is stored.
#[derive(Clone, Copy)]
struct Slot {
    computed: Hash,
    stored: Hash,
}

/// The tile of a level that is being filled.
#[derive(Default)]
struct Line {
    /// What was computed; zeros where nothing is known from below.
    computed: Vec<Hash>,
    /// Slots whose child is stored otherwise than computed, with the hash of the child as stored; none where nothing is
    /// known. Empty in a sound register, so that nothing is carried along for it.
    odd: BTreeMap<usize, Option<Hash>>,
    /// Differences inside the tile below a slot, until the hash at that slot tells whose fault they are.
    open: BTreeMap<usize, Vec<usize>>,
}

impl Line {
    fn push_unknown(&mut self) {
        self.odd.insert(self.computed.len(), None);
        self.computed.push(Hash::from_bytes([0; Hash::LEN]));
    }

    fn slot(&self, n: usize) -> Option<Slot> {
        let computed = self.computed.get(n).copied()?;
        match self.odd.get(&n) {
            None => Some(Slot { computed, stored: computed }),
            Some(stored) => stored.map(|stored| Slot { computed, stored }),
        }
    }
}

/// What a tile must be, and what it is.
enum Rows {
    Same(Vec<Hash>),
    Differ {
        must: Vec<Hash>,
        is: Vec<Hash>,
    },
    /// Something of it is not known at all.
    Unknown,
}

/// A tile after it was compared.
struct Compared {
    rows: Rows,
    /// Its differences, whose fault is not yet known.
    open: Vec<usize>,
}

struct Auditor<'s, S: TileSource> {
    source: &'s S,
    rows: Vec<Line>,
    found: Audit<S::Error>,
}

impl<S: TileSource> Auditor<'_, S> {
    /// Leaf hashes of one bundle into the line of level 0.
    fn bundle(&mut self, tile: Tile) {
        let read = fetch(self.source, tile).and_then(|bytes| {
            let entries = cut_entries(tile, bytes.as_ref())?;
            let len: usize = entries.iter().map(|entry| entry.len()).sum();
            Ok((leaf_hashes(&entries), len))
        });
        let Some(line) = self.rows.first_mut() else { return };
        match read {
            Ok((hashes, len)) => {
                self.found.entries += hashes.len() as u64;
                self.found.bytes += len as u64;
                line.computed.extend(hashes);
            }
            Err(error) => {
                (0..tile.width()).for_each(|_| line.push_unknown());
                self.found.differences.push(Difference::File(error));
            }
        }
    }

    /// Compares the tile of level 0 that is now full, and those above that it fills.
    fn climb(&mut self, bundle: u64) {
        for level in 0..LEVELS {
            let index = bundle >> (HEIGHT * u32::from(level));
            let tile = Tile { row: Row::Level(level), index, width: WIDTH };
            let Compared { rows, open } = self.compare(level, tile);
            let Some(above) = self.rows.get_mut(usize::from(level) + 1) else { return };
            let slot = above.computed.len();
            if !open.is_empty() {
                above.open.insert(slot, open);
            }
            match rows {
                Rows::Same(hashes) => above.computed.push(subtree(&hashes)),
                Rows::Differ { must, is } => {
                    above.computed.push(subtree(&must));
                    above.odd.insert(slot, Some(subtree(&is)));
                }
                Rows::Unknown => above.push_unknown(),
            }
            if above.computed.len() < usize::from(WIDTH) {
                return;
            }
        }
    }

    /// Compares the tile of a level with what is known from below, and empties the line.
    fn compare(&mut self, level: u8, tile: Tile) -> Compared {
        let line = self.rows.get_mut(usize::from(level)).map(mem::take).unwrap_or_default();
        let read = fetch(self.source, tile).and_then(|bytes| cut_hashes(tile, bytes.as_ref()));
        let stored = read.map_err(|error| self.found.differences.push(Difference::File(error))).ok();
        if line.odd.is_empty() && stored.as_ref() == Some(&line.computed) {
            // The way of every tile of a sound register. What was open below is the fault of the tile there.
            line.open.values().for_each(|below| self.settle(below, Fault::Tile));
            return Compared { rows: Rows::Same(line.computed), open: Vec::new() };
        }
        self.compare_each(tile, &line, stored.as_deref())
    }

    /// The same slot by slot, where anything differs or is not known.
    fn compare_each(&mut self, tile: Tile, line: &Line, stored: Option<&[Hash]>) -> Compared {
        let mut open = Vec::new();
        let (mut must, mut is, mut known) = (Vec::new(), Vec::new(), true);
        for (n, at) in (0..tile.width()).zip(0_usize..) {
            let stored = stored.and_then(|hashes| hashes.get(at)).copied();
            let slot = line.slot(at);
            let fault = match (slot, stored) {
                (Some(slot), Some(stored)) if slot.computed == stored => Fault::Tile,
                (Some(slot), Some(stored)) if slot.stored == stored => Fault::Below,
                (Some(Slot { computed, .. }), Some(stored)) => {
                    open.push(self.found.differences.len());
                    let difference = Difference::Hash { tile, slot: n, stored, computed, fault: Fault::Unknown };
                    self.found.differences.push(difference);
                    Fault::Unknown
                }
                (Some(_) | None, _) => Fault::Unknown,
            };
            if let Some(below) = line.open.get(&at) {
                self.settle(below, fault);
            }
            // Where one side is not known, the other has to do.
            let (computed, as_stored) = match (slot, stored) {
                (Some(slot), Some(stored)) => (slot.computed, stored),
                (Some(slot), None) => (slot.computed, slot.stored),
                (None, Some(stored)) => (stored, stored),
                (None, None) => {
                    known = false;
                    continue;
                }
            };
            must.push(computed);
            is.push(as_stored);
        }
        let rows = match (known, must == is) {
            (false, _) => Rows::Unknown,
            (true, true) => Rows::Same(must),
            (true, false) => Rows::Differ { must, is },
        };
        Compared { rows, open }
    }

    /// The partial tiles, and the root that they lead to.
    fn edge(&mut self, size: u64, given: Hash) {
        let (mut must, mut is, mut open) = (Vec::new(), Vec::new(), Vec::new());
        let mut known = true;
        for level in 0..LEVELS {
            let Some(tile) = partial(Row::Level(level), size) else {
                must.push(Vec::new());
                is.push(Vec::new());
                continue;
            };
            let compared = self.compare(level, tile);
            open.extend(compared.open);
            let (computed, stored) = match compared.rows {
                Rows::Same(hashes) => (hashes.clone(), hashes),
                Rows::Differ { must, is } => (must, is),
                Rows::Unknown => {
                    known = false;
                    continue;
                }
            };
            must.push(computed);
            is.push(stored);
        }
        if !known {
            // A file is missing, which has been said; no root can be computed.
            return;
        }
        let computed = root_of_edge(&must);
        if computed == given {
            self.settle(&open, Fault::Tile);
        } else if root_of_edge(&is) == given {
            self.settle(&open, Fault::Below);
        } else {
            self.found.differences.push(Difference::Root { computed, given });
        }
    }

    fn settle(&mut self, differences: &[usize], known: Fault) {
        for n in differences {
            if let Some(Difference::Hash { fault, .. }) = self.found.differences.get_mut(*n) {
                *fault = known;
            }
        }
    }
}
