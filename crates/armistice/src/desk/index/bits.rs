//! A set of rows.
//!
//! Must not: be asked about rows that it was not made for.

/// A set of rows of one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    pub(super) fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    pub(super) fn all(len: usize) -> Self {
        let mut out = Self { words: vec![u64::MAX; len.div_ceil(64)], len };
        if !len.is_multiple_of(64)
            && let Some(last) = out.words.last_mut()
        {
            *last = (1 << (len % 64)) - 1;
        }
        out
    }

    pub(super) fn of(len: usize, rows: &[u32]) -> Self {
        let mut out = Self::none(len);
        for r in rows {
            out.set(*r);
        }
        out
    }

    /// As it is kept in a file: eight rows a byte, the first in the lowest bit. `None` if that is no set of this many rows.
    pub(super) fn from_bytes(len: usize, bytes: &[u8]) -> Option<Self> {
        let (chunks, rest) = bytes.as_chunks::<8>();
        let words: Vec<u64> = chunks.iter().map(|c| u64::from_le_bytes(*c)).collect();
        let mut all = Self::all(len);
        let beyond = words.iter().zip(&all.words).any(|(w, a)| w & !a != 0);
        if !rest.is_empty() || words.len() != all.words.len() || beyond {
            return None;
        }
        all.words = words;
        Some(all)
    }

    /// See [`from_bytes`](Self::from_bytes).
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        self.words.iter().flat_map(|w| w.to_le_bytes()).collect()
    }

    /// The rows for which something holds.
    pub(super) fn from_fn(len: usize, mut so: impl FnMut(usize) -> bool) -> Self {
        let mut out = Self::none(len);
        for (n, word) in out.words.iter_mut().enumerate() {
            let from = n * 64;
            let mut bits = 0u64;
            for i in from..(from + 64).min(len) {
                bits |= u64::from(so(i)) << (i - from);
            }
            *word = bits;
        }
        out
    }

    pub(super) fn set(&mut self, row: u32) {
        if (row as usize) < self.len {
            self.words[row as usize / 64] |= 1 << (row % 64);
        }
    }

    pub(super) fn has(&self, row: u32) -> bool {
        self.words.get(row as usize / 64).is_some_and(|w| w >> (row % 64) & 1 == 1)
    }

    pub(super) fn and(&mut self, other: &Bits) {
        for (a, b) in self.words.iter_mut().zip(&other.words) {
            *a &= b;
        }
    }

    pub(super) fn or(&mut self, other: &Bits) {
        for (a, b) in self.words.iter_mut().zip(&other.words) {
            *a |= b;
        }
    }

    pub(super) fn without(&mut self, other: &Bits) {
        for (a, b) in self.words.iter_mut().zip(&other.words) {
            *a &= !b;
        }
    }

    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    pub(super) fn count_with(&self, other: &Bits) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.len() * 8
    }

    /// The rows, in their order.
    pub(super) fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(n, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros();
                    left &= left - 1;
                    u32::try_from(n * 64).unwrap_or(u32::MAX) + bit
                })
            })
        })
    }
}
