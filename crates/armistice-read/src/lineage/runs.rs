//! All maximal shared runs of two word sequences, and passages made of several runs with small edits between.
//!
//! Must not: know about documents, weights or evidence.

/// A shared run: `len` equal words from `a` in the one sequence and from `b` in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// First word in the first sequence.
    pub a: u32,
    /// First word in the second sequence.
    pub b: u32,
    /// Words.
    pub len: u32,
}

/// The word that equals nothing, not even itself: text was left out here.
pub const BREAK: u32 = u32::MAX;

/// Occurrences of one word sequence in one document that are looked at. Text that repeats itself more often than this
/// (tables, lists of results) would otherwise cost the product of its repetitions.
const MAX_OCCURRENCES: usize = 32;

/// Steps of comparison per word of the two texts, so that hostile text costs no more than a constant times its length.
const STEPS_PER_WORD: usize = 64;

/// Widest gap in words, on either side, between two runs of one edited passage: a clause put in or taken out.
const MAX_EDIT_GAP: u32 = 10;

/// How many runs back a passage looks for its continuation.
const CHAIN_WINDOW: usize = 24;

/// Working memory, to be used again for the next pair.
#[derive(Debug, Default)]
pub struct Scratch {
    heads: Vec<u32>,
    next: Vec<u32>,
}

/// The runs of one pair.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// By position in the first sequence, then in the second.
    pub runs: Vec<Match>,
    /// Whether the work limit cut the search short (text that repeats itself without end).
    pub limited: bool,
}

fn gram(ids: &[u32]) -> Option<u64> {
    let mut h = 0u64;
    for &id in ids {
        if id == BREAK {
            return None;
        }
        h = (h ^ u64::from(id)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        h ^= h >> 29;
    }
    Some(h)
}

/// Every maximal run of at least `min` words (`min >= 1`): it cannot be made longer on either side.
#[must_use]
pub fn shared(a: &[u32], b: &[u32], min: usize, scratch: &mut Scratch) -> Matches {
    let mut out = Matches::default();
    let min = min.max(1);
    if a.len() < min || b.len() < min {
        return out;
    }
    let size = a.len().next_power_of_two() * 2;
    let mask = size as u64 - 1;
    scratch.heads.clear();
    scratch.heads.resize(size, u32::MAX);
    scratch.next.clear();
    scratch.next.resize(a.len(), u32::MAX);
    // From the back, so that chains run forward.
    for i in (0..=a.len() - min).rev() {
        if let Some(h) = gram(&a[i..i + min]) {
            let slot = (h & mask) as usize;
            scratch.next[i] = scratch.heads[slot];
            scratch.heads[slot] = i as u32;
        }
    }
    let mut budget = STEPS_PER_WORD * (a.len() + b.len());
    for j in 0..=b.len() - min {
        let Some(h) = gram(&b[j..j + min]) else { continue };
        let mut at = scratch.heads[(h & mask) as usize];
        let mut seen = 0;
        while at != u32::MAX {
            let i = at as usize;
            at = scratch.next[i];
            budget = budget.saturating_sub(1);
            if a[i..i + min] != b[j..j + min] {
                continue;
            }
            seen += 1;
            if seen > MAX_OCCURRENCES || budget == 0 {
                out.limited = true;
                break;
            }
            if i > 0 && j > 0 && a[i - 1] == b[j - 1] && a[i - 1] != BREAK {
                continue;
            }
            let more = a[i + min..].iter().zip(&b[j + min..]).take_while(|(x, y)| x == y && **x != BREAK).count();
            budget = budget.saturating_sub(more);
            out.runs.push(Match { a: i as u32, b: j as u32, len: (min + more) as u32 });
        }
        if budget == 0 {
            out.limited = true;
            break;
        }
    }
    out.runs.sort_unstable();
    out
}

/// Runs in the same order on both sides with small gaps between: a passage that was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Indexes into the runs, in order.
    pub runs: Vec<usize>,
    /// Words matched.
    pub words: u32,
}

/// Chains runs (as [`shared`] gives them) into passages; each run goes into one passage.
#[must_use]
pub fn passages(runs: &[Match]) -> Vec<Passage> {
    let mut before: Vec<Option<usize>> = vec![None; runs.len()];
    let mut taken = vec![false; runs.len()];
    for i in 0..runs.len() {
        let r = runs[i];
        let mut best: Option<(u32, usize)> = None;
        for k in (i.saturating_sub(CHAIN_WINDOW)..i).rev() {
            let p = runs[k];
            if taken[k] || p.a + p.len > r.a || p.b + p.len > r.b {
                continue;
            }
            let (ga, gb) = (r.a - p.a - p.len, r.b - p.b - p.len);
            if ga <= MAX_EDIT_GAP && gb <= MAX_EDIT_GAP && best.is_none_or(|(g, _)| ga + gb < g) {
                best = Some((ga + gb, k));
            }
        }
        if let Some((_, k)) = best {
            before[i] = Some(k);
            taken[k] = true;
        }
    }
    let mut out = Vec::new();
    for last in (0..runs.len()).filter(|&i| !taken[i]) {
        let mut chain = vec![last];
        let mut at = last;
        while let Some(k) = before[at] {
            chain.push(k);
            at = k;
        }
        chain.reverse();
        let words = chain.iter().map(|&i| runs[i].len).sum();
        out.push(Passage { runs: chain, words });
    }
    out.sort_by_key(|p| p.runs[0]);
    out
}

/// How many words of a sequence of `n` the ranges (start, length) cover together.
#[must_use]
pub fn covered(ranges: &mut [(u32, u32)]) -> u32 {
    ranges.sort_unstable();
    let (mut total, mut end) = (0, 0);
    for &(start, len) in ranges.iter() {
        let from = start.max(end);
        let to = start + len;
        if to > from {
            total += to - from;
            end = to;
        }
    }
    total
}
