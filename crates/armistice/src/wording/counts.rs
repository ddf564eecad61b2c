//! Figures of an incident as text: what, of whom, between which bounds.
//!
//! Must not: turn "not stated" into zero, or one status into another.

use super::{Language, label};
use crate::output::{brief_v1::Count, report_v1::Bounds};

/// Bounds in digits: `7`, `7–9`, `7+`, `0–9` (at most nine).
#[must_use]
pub fn bounds(b: Bounds, language: Language) -> String {
    match (b.min, b.max) {
        (Some(a), Some(z)) if a == z => a.to_string(),
        (Some(a), Some(z)) => format!("{a}–{z}"),
        (Some(a), None) => label(language, "count", "at_least").replace("{n}", &a.to_string()),
        (None, Some(z)) => label(language, "count", "at_most").replace("{n}", &z.to_string()),
        (None, None) => label(language, "count", "not_stated"),
    }
}

/// A figure with its unit and status.
#[must_use]
pub fn words(c: &Count, language: Language) -> String {
    let number = bounds(Bounds { min: c.min, max: c.max }, language);
    let (what, status) = (label(language, "what", &c.what), label(language, "status_of", &c.status));
    format!("{what} ({status}): {number}")
}

/// All figures of an incident.
#[must_use]
pub fn list(counts: &[Count], language: Language) -> String {
    counts.iter().map(|c| words(c, language)).collect::<Vec<_>>().join(language.semicolon())
}

/// All figures for a program: `killed/civilians=7..9`; an open end is empty.
#[must_use]
pub fn code(counts: &[Count]) -> String {
    let end = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    let one = |c: &Count| format!("{}/{}={}..{}", c.what, c.status, end(c.min), end(c.max));
    counts.iter().map(one).collect::<Vec<_>>().join("; ")
}
