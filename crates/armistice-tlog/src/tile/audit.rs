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
//! files.get_mut(&"tile/entries/000".parse()?).expect("is there")[100] ^= 1;
//! let read = |tile: Tile| Ok::<_, std::convert::Infallible>(files.get(&tile));
//! let found = audit(300, writer.root(), &read).differences;
//! assert_eq!(found.len(), 1);
//! assert!(found[0].to_string().starts_with("entry 11 is altered: "), "{}", found[0]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;
use core::mem;

use super::reader::{ReadError, TileSource, cut_entries, cut_hashes, fetch, partial};
use super::{HEIGHT, LEVELS, Row, Tile, WIDTH, root_of_edge, subtree};
use crate::hash::{Hash, leaf_hash};

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
    /// None where nothing is known from below.
    slots: Vec<Option<Slot>>,
    /// Differences inside the tile below a slot, until the hash at that slot tells whose fault they are.
    open: Vec<(usize, Vec<usize>)>,
}

/// A tile after it was compared.
struct Compared {
    /// What it must be, and what it is. None if something of it is not known at all.
    rows: Option<(Vec<Hash>, Vec<Hash>)>,
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
        let Some(line) = self.rows.first_mut() else { return };
        let bytes = match fetch(self.source, tile) {
            Ok(bytes) => bytes,
            Err(error) => {
                line.slots.resize(usize::from(tile.width()), None);
                return self.found.differences.push(Difference::File(error));
            }
        };
        match cut_entries(tile, bytes.as_ref()) {
            Ok(entries) => {
                for entry in entries {
                    let hash = leaf_hash(entry);
                    line.slots.push(Some(Slot { computed: hash, stored: hash }));
                    self.found.bytes += entry.len() as u64;
                    self.found.entries += 1;
                }
            }
            Err(error) => {
                line.slots.resize(usize::from(tile.width()), None);
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
            if !open.is_empty() {
                above.open.push((above.slots.len(), open));
            }
            above.slots.push(rows.map(|(must, is)| {
                let computed = subtree(&must);
                Slot { computed, stored: if must == is { computed } else { subtree(&is) } }
            }));
            if above.slots.len() < usize::from(WIDTH) {
                return;
            }
        }
    }

    /// Compares the tile of a level with what is known from below, and empties the line.
    fn compare(&mut self, level: u8, tile: Tile) -> Compared {
        let Line { slots, open } = self.rows.get_mut(usize::from(level)).map(mem::take).unwrap_or_default();
        let stored = fetch(self.source, tile).and_then(|bytes| cut_hashes(tile, bytes.as_ref()));
        let stored = stored.map_err(|error| self.found.differences.push(Difference::File(error))).ok();
        let mut differences = Vec::new();
        let mut waiting = open.into_iter().peekable();
        for (n, slot) in slots.iter().enumerate() {
            let stored = stored.as_ref().and_then(|hashes| hashes.get(n)).copied();
            let fault = match (slot, stored) {
                (Some(known), Some(stored)) if known.computed == stored => Fault::Tile,
                (Some(known), Some(stored)) if known.stored == stored => Fault::Below,
                (Some(known), Some(stored)) => {
                    differences.push(self.found.differences.len());
                    let (slot, computed) = (u16::try_from(n).unwrap_or(WIDTH), known.computed);
                    let fault = Fault::Unknown;
                    self.found.differences.push(Difference::Hash { tile, slot, stored, computed, fault });
                    fault
                }
                (Some(_) | None, _) => Fault::Unknown,
            };
            if let Some((_, below)) = waiting.next_if(|(at, _)| *at == n) {
                self.settle(&below, fault);
            }
        }
        // Where one side is not known, the other has to do.
        let both = |n: usize, slot: &Option<Slot>| match (slot, stored.as_ref().and_then(|hashes| hashes.get(n))) {
            (Some(known), Some(stored)) => Some((known.computed, *stored)),
            (Some(known), None) => Some((known.computed, known.stored)),
            (None, Some(stored)) => Some((*stored, *stored)),
            (None, None) => None,
        };
        let rows = slots.iter().enumerate().map(|(n, slot)| both(n, slot)).collect();
        Compared { rows, open: differences }
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
            known &= compared.rows.is_some();
            let (computed, stored) = compared.rows.unwrap_or_default();
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
