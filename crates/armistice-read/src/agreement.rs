//! Whether words for a time say how old an agreement is: "the three-week-old truce", "the ceasefire brokered last month".
//!
//! Must not: know any agreement. The nouns are data per language.

use armistice_core::span::Span;
use serde::Deserialize;
use std::sync::OnceLock;

/// How far from the words for the time the noun may stand, in bytes: within a clause.
const REACH: usize = 60;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    /// What an agreement that stops fighting is called.
    nouns: Vec<String>,
}

fn nouns(language: &str) -> &'static [String] {
    static ALL: OnceLock<Vec<(&'static str, Vec<String>)>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        [
            ("ar", include_str!("../lang/ar/agreement.toml")),
            ("en", include_str!("../lang/en/agreement.toml")),
            ("fa", include_str!("../lang/fa/agreement.toml")),
            ("fr", include_str!("../lang/fr/agreement.toml")),
            ("ru", include_str!("../lang/ru/agreement.toml")),
            ("tr", include_str!("../lang/tr/agreement.toml")),
        ]
        .into_iter()
        .filter_map(|(code, text)| Some((code, toml::from_str::<Nouns>(text).ok()?.nouns)))
        .collect()
    });
    all.iter().find(|(code, _)| *code == language).map_or(&[], |(_, n)| n)
}

/// Whether the clause around `time` (bytes of `text`) speaks of an agreement.
#[must_use]
pub fn of_agreement(text: &str, time: Span, language: &str) -> bool {
    let stop = |c: char| matches!(c, '.' | ';' | '!' | '?' | '\n' | '—' | '–' | '،' | '؛');
    let edge = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (time.start as usize, time.end as usize);
    let before = &text[edge(start.saturating_sub(REACH))..start];
    let before = before.rfind(stop).map_or(before, |i| &before[i..]);
    let after = &text[end..edge((end + REACH).min(text.len()))];
    let after = after.find(stop).map_or(after, |i| &after[..i]);
    let near = format!("{before} {after}").to_lowercase();
    nouns(language).iter().any(|n| {
        near.match_indices(n.as_str()).any(|(i, m)| {
            let open = near[..i].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let shut = near[i + m.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            open && shut
        })
    })
}

/// Whether a text speaks of such an agreement at all.
#[must_use]
pub fn speaks_of_agreement(text: &str, language: &str) -> bool {
    let text = text.to_lowercase();
    nouns(language).iter().any(|n| text.contains(n.as_str()))
}
