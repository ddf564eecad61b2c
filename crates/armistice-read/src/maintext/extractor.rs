//! The DOM extractor (the `trafilatura` crate) as a witness: how much of each line it kept.
//!
//! Must not: decide; its answer is one feature of the line model.

use crate::html::{HtmlLine, Page};
use crate::limits;
use std::collections::BTreeSet;

/// Whether the extractor may be run on this page: not too large, too deep or with too many tags.
#[must_use]
pub fn allowed(decoded: &str, page: &Page) -> bool {
    decoded.len() <= limits::MAX_DOM_BYTES
        && page.tags <= limits::MAX_DOM_TAGS
        && page.max_depth <= limits::MAX_DOM_DEPTH
        && page.stopped_at.is_none()
        // The DOM compares each attribute of a tag with all before it.
        && !page.crowded
}

/// For each line, tenths (0–10) of its words that stand in the extractor's text. `None` if it found nothing.
#[must_use]
pub fn kept(decoded: &str, page: &Page) -> Option<Vec<u8>> {
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_html_date_mode(trafilatura::HtmlDateMode::Disabled);
    // Code that we did not write, on bytes that anybody may have written: a panic there is one witness less.
    let result = std::panic::catch_unwind(|| trafilatura::extract(decoded, &options).ok()).ok().flatten()?;
    let content = words(&result.content_text);
    let mut shingles: BTreeSet<u64> = BTreeSet::new();
    for window in content.windows(SHINGLE) {
        shingles.insert(hash(window));
    }
    let whole: BTreeSet<u64> = result.content_text.lines().map(|l| hash(&words(l))).collect();
    Some(page.lines.iter().map(|line| share(page, line, &shingles, &whole)).collect())
}

const SHINGLE: usize = 3;

fn share(page: &Page, line: &HtmlLine, shingles: &BTreeSet<u64>, whole: &BTreeSet<u64>) -> u8 {
    let own = words(page.text.slice(line.span));
    if own.is_empty() {
        return 0;
    }
    if own.len() < SHINGLE {
        return if whole.contains(&hash(&own)) { 10 } else { 0 };
    }
    let mut covered = vec![false; own.len()];
    for (i, window) in own.windows(SHINGLE).enumerate() {
        if shingles.contains(&hash(window)) {
            covered[i..i + SHINGLE].fill(true);
        }
    }
    u8::try_from(10 * covered.iter().filter(|c| **c).count() / own.len()).unwrap_or(10)
}

fn words(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(|w| fnv(w.as_bytes())).collect()
}

fn hash(words: &[u64]) -> u64 {
    let mut h = FNV_OFFSET;
    for w in words {
        h = (h ^ w).wrapping_mul(FNV_PRIME).rotate_left(23);
    }
    h
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(FNV_OFFSET, |h, b| (h ^ u64::from(*b)).wrapping_mul(FNV_PRIME))
}
