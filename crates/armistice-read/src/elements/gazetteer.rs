//! The offline gazetteer: names of countries, divisions and settlements, looked up without parsing anything at start.
//!
//! Must not: give coordinates to a division or a country, or panic on damaged bytes.
//!
//! The format is written by `tools/gazetteer/build.py`, which describes it. Data: GeoNames, CC BY 4.0.

pub use super::gazetteer_import::{ImportProblem, Imported, parse_csv, parse_geonames_dump};

use std::{cmp::Reverse, collections::BTreeMap, ops::Range};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

const MAGIC: &[u8; 8] = b"ARMGAZ01";
const HEADER: usize = 8 + 8 * 4;
const RECORD: usize = 22;
/// Keys per front-coded block.
const BLOCK: usize = 16;
/// The file is part of the binary; one that is larger is not ours.
pub const MAX_BYTES: usize = 64 << 20;
/// No name stands for more places than this; a damaged list ends here.
const MAX_POSTINGS: u64 = 20_000;
/// Longest key in bytes, as the builder has it.
const MAX_KEY: usize = 96;
const NO_POINT: i32 = 0x7fff_ffff;

/// Why bytes are not a gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// The first bytes are not those of a gazetteer.
    #[error("not a gazetteer file (it must begin with ARMGAZ01); build it with tools/gazetteer/build.py")]
    NotAGazetteer,
    /// The length is not what the header says.
    #[error("gazetteer file is damaged: its header announces {announced} bytes, it has {found}; build it again")]
    Length {
        /// By the header.
        announced: u64,
        /// As given.
        found: u64,
    },
    /// Larger than [`MAX_BYTES`].
    #[error("gazetteer or place list of {found} bytes is larger than the limit of {limit}")]
    TooLarge {
        /// As given.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// A part of the file refers outside of it.
    #[error("gazetteer file is damaged: {part} refers outside of the file; build it again")]
    Damaged {
        /// Which part.
        part: &'static str,
    },
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A country.
    Country,
    /// A first-order division.
    Admin1,
    /// A second-order division.
    Admin2,
    /// A settlement, or a part of one.
    Settlement,
}

/// One entry of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its main name.
    pub name: String,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: Option<String>,
    /// Name of its first-order division (of itself, for one).
    pub admin1: Option<String>,
    /// Micro-degrees, latitude and longitude; settlements only.
    pub point: Option<(i32, i32)>,
    /// Inhabitants, 0 when not known.
    pub population: u32,
    /// IANA time zone.
    pub zone: Option<String>,
}

/// A place of a mission's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The entry; a division or country loses its point.
    pub entry: Entry,
    /// Its other names.
    pub alternates: Vec<String>,
}

#[derive(Clone, Debug)]
struct Packed {
    bytes: &'static [u8],
    countries: Range<usize>,
    zones: Range<usize>,
    records: Range<usize>,
    blocks: Range<usize>,
    pool: Range<usize>,
    postings: Range<usize>,
    keys: Range<usize>,
    country_count: usize,
}

/// Names to places: the built gazetteer, a mission's own list, or both.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    packed: Option<Packed>,
    rows: Vec<Entry>,
    by_key: BTreeMap<String, Vec<usize>>,
}

/// The key of a name: NFKD, lower case, without marks, apostrophes, hyphens and spaces, so that `Deir ez-Zor`,
/// `Deir Ezzor` and `deir ez zor` are one. The article of Arabic names stays.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase).nfkd() {
        match c {
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ħ' => out.push('h'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ə' => out.push('e'),
            '\u{2b0}'..='\u{2ff}' | '\u{640}' => {}
            c if c.is_alphanumeric() && !is_combining_mark(c) => out.push(c),
            _ => {}
        }
    }
    out
}

fn u32_at(b: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(b.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u16_at(b: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(b.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A variable-length number at `at`: its value, and where it ends.
fn varint(b: &[u8], mut at: usize) -> Option<(u64, usize)> {
    let (mut value, mut shift) = (0u64, 0u32);
    loop {
        let byte = *b.get(at)?;
        at += 1;
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((value, at));
        }
        shift += 7;
        if shift > 35 {
            return None;
        }
    }
}

impl Packed {
    fn new(bytes: &'static [u8]) -> Result<Self, GazetteerError> {
        if bytes.len() > MAX_BYTES {
            return Err(GazetteerError::TooLarge { found: bytes.len() as u64, limit: MAX_BYTES as u64 });
        }
        if bytes.len() < HEADER || !bytes.starts_with(MAGIC) {
            return Err(GazetteerError::NotAGazetteer);
        }
        let field = |n: usize| u32_at(bytes, 8 + 4 * n).map_or(0, u64::from);
        let sizes = [field(0) * 2, field(4) * 4, field(2) * RECORD as u64, field(3) * 4, field(5), field(6), field(7)];
        let announced = HEADER as u64 + sizes.iter().sum::<u64>();
        if announced != bytes.len() as u64 {
            return Err(GazetteerError::Length { announced, found: bytes.len() as u64 });
        }
        let mut at = HEADER;
        let [countries, zones, records, blocks, pool, postings, keys] = sizes.map(|n| {
            let start = at;
            // Fits: the sum equals the length of a slice.
            at += usize::try_from(n).unwrap_or(0);
            start..at
        });
        let country_count = usize::try_from(field(0)).unwrap_or(0);
        if field(0) + field(1) > field(2) {
            return Err(GazetteerError::Damaged { part: "the list of divisions" });
        }
        let packed = Self { bytes, countries, zones, records, blocks, pool, postings, keys, country_count };
        let blocks_ok = (0..packed.block_count()).all(|b| packed.block_key(b).is_some());
        if !blocks_ok {
            return Err(GazetteerError::Damaged { part: "the list of keys" });
        }
        Ok(packed)
    }

    fn block_count(&self) -> usize {
        self.blocks.len() / 4
    }

    fn part(&self, range: &Range<usize>) -> &'static [u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    fn block_start(&self, block: usize) -> Option<usize> {
        usize::try_from(u32_at(self.part(&self.blocks), block * 4)?).ok()
    }

    /// The first key of a block.
    fn block_key(&self, block: usize) -> Option<&'static [u8]> {
        let at = self.block_start(block)?;
        let keys = self.part(&self.keys);
        let len = usize::from(*keys.get(at + 1)?);
        keys.get(at + 2..at + 2 + len)
    }

    fn string(&self, at: u32) -> Option<&'static str> {
        let pool = self.part(&self.pool);
        let at = usize::try_from(at).ok()?;
        let len = usize::from(*pool.get(at)?);
        std::str::from_utf8(pool.get(at + 1..at + 1 + len)?).ok()
    }

    /// The value filed under a key.
    fn value(&self, key: &[u8]) -> Option<u64> {
        let (mut low, mut high) = (0, self.block_count());
        while low < high {
            let mid = low + (high - low) / 2;
            if self.block_key(mid)? <= key {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        let mut at = self.block_start(low.checked_sub(1)?)?;
        let keys = self.part(&self.keys);
        let mut current = [0u8; 256];
        for _ in 0..BLOCK {
            let (shared, rest) = (usize::from(*keys.get(at)?), usize::from(*keys.get(at + 1)?));
            let len = shared + rest;
            current.get_mut(shared..len)?.copy_from_slice(keys.get(at + 2..at + 2 + rest)?);
            let (value, next) = varint(keys, at + 2 + rest)?;
            match current.get(..len)?.cmp(key) {
                std::cmp::Ordering::Equal => return Some(value),
                std::cmp::Ordering::Greater => return None,
                std::cmp::Ordering::Less => at = next,
            }
        }
        None
    }

    fn ids(&self, key: &str) -> Vec<usize> {
        let Some(value) = self.value(key.as_bytes()) else { return vec![] };
        let single = |v: u64| usize::try_from(v).ok();
        if value & 1 == 0 {
            return single(value >> 1).into_iter().collect();
        }
        let postings = self.part(&self.postings);
        let mut out = vec![];
        let Some((count, mut at)) = single(value >> 1).and_then(|at| varint(postings, at)) else { return out };
        let mut id = 0u64;
        for _ in 0..count.min(MAX_POSTINGS) {
            let Some((step, next)) = varint(postings, at) else { break };
            id = id.saturating_add(step);
            at = next;
            out.extend(single(id));
        }
        out
    }

    fn entry(&self, id: usize) -> Option<Entry> {
        let records = self.part(&self.records);
        let start = id.checked_mul(RECORD)?;
        let r = records.get(start..start + RECORD)?;
        let kind = match r[21] {
            0 => EntryKind::Country,
            1 => EntryKind::Admin1,
            2 => EntryKind::Admin2,
            3 => EntryKind::Settlement,
            _ => return None,
        };
        let coordinate = |at: usize| u32_at(r, at).map(u32::cast_signed);
        let (lat, lon) = (coordinate(0)?, coordinate(4)?);
        let ok = kind == EntryKind::Settlement
            && (-90_000_000..=90_000_000).contains(&lat)
            && (-180_000_000..=180_000_000).contains(&lon)
            && lat != NO_POINT;
        let country = match r[18] {
            0xff => None,
            c => {
                let code = self.part(&self.countries).get(usize::from(c) * 2..usize::from(c) * 2 + 2)?;
                Some(std::str::from_utf8(code).ok()?.to_owned())
            }
        };
        let admin1 = match u16_at(r, 16)? {
            0xffff => None,
            a => {
                let at = (self.country_count + usize::from(a)).checked_mul(RECORD)?;
                Some(self.string(u32_at(records, at + 12)?)?.to_owned())
            }
        };
        let zone = match u16_at(r, 19)? {
            0xffff => None,
            z => Some(self.string(u32_at(self.part(&self.zones), usize::from(z) * 4)?)?.to_owned()),
        };
        Some(Entry {
            kind,
            name: self.string(u32_at(r, 12)?)?.to_owned(),
            country,
            admin1,
            point: ok.then_some((lat, lon)),
            population: u32_at(r, 8)?,
            zone,
        })
    }
}

impl Gazetteer {
    /// A gazetteer that knows no place.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// The gazetteer in `bytes` (see the builder for the format), not copied.
    ///
    /// # Errors
    /// When the bytes are no gazetteer, are cut short, or refer outside of themselves. Damage that this cannot see makes
    /// single look-ups come back empty; nothing panics.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Self, GazetteerError> {
        Ok(Self { packed: Some(Packed::new(bytes)?), ..Self::default() })
    }

    /// A gazetteer of these rows alone.
    #[must_use]
    pub fn from_rows(rows: impl IntoIterator<Item = Row>) -> Self {
        Self::empty().with_rows(rows)
    }

    /// The same, with a mission's own places on top.
    #[must_use]
    pub fn with_rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        for Row { mut entry, alternates } in rows {
            if entry.kind != EntryKind::Settlement {
                entry.point = None;
            }
            let id = self.rows.len();
            for name in std::iter::once(&entry.name).chain(&alternates) {
                let key = fold(name);
                let list = self.by_key.entry(key).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
            self.rows.push(entry);
        }
        self.by_key.remove("");
        self
    }

    /// Whether any entry has this name.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        let key = fold(name);
        if key.is_empty() || key.len() > MAX_KEY {
            return false;
        }
        self.by_key.contains_key(&key) || self.packed.as_ref().is_some_and(|p| p.value(key.as_bytes()).is_some())
    }

    /// Every entry of this name, own rows first, then by population, kind and name.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<Entry> {
        let key = fold(name);
        if key.is_empty() || key.len() > MAX_KEY {
            return vec![];
        }
        let mut out: Vec<Entry> = vec![];
        if let Some(p) = &self.packed {
            out.extend(p.ids(&key).into_iter().filter_map(|id| p.entry(id)));
        }
        out.sort_by_cached_key(|e| (Reverse(e.population), e.kind, e.name.clone(), e.country.clone(), e.point));
        let mut own: Vec<Entry> =
            self.by_key.get(&key).into_iter().flatten().filter_map(|i| self.rows.get(*i).cloned()).collect();
        // An own row replaces the entry of the same place.
        out.retain(|e| {
            !own.iter().any(|o| {
                o.kind == e.kind && o.country == e.country && o.admin1 == e.admin1 && fold(&o.name) == fold(&e.name)
            })
        });
        own.append(&mut out);
        own
    }

    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len() + self.packed.as_ref().map_or(0, |p| p.records.len() / RECORD)
    }

    /// Whether it knows no place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
