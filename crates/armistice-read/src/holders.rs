//! Who holds a place, as the words that name the place tell: "X-held areas of …", "a town held by X".
//!
//! Must not: say who holds anything by itself. It finds the words; whom they mean is for the agreement to say.

use serde::Deserialize;
use std::sync::LazyLock;

/// Words of a holder after a cue: more than these are another thing.
const HOLDER_WORDS: usize = 4;

#[derive(Deserialize)]
struct Cues {
    after_holder: Vec<String>,
    before_holder: Vec<String>,
    articles: Vec<String>,
}

static CUES: LazyLock<Vec<(&'static str, Cues)>> = LazyLock::new(|| {
    [("en", include_str!("../lang/en/holders.toml"))]
        .into_iter()
        .map(|(code, text)| (code, toml::from_str(text).expect("holders.toml ships with the crate")))
        .collect()
});

/// The words for the holders in `words`, which name a place, in order; `language` is an ISO 639 code. Nothing where the
/// language has no cues.
#[must_use]
pub fn holders(words: &str, language: Option<&str>) -> Vec<String> {
    let Some((_, cues)) = CUES.iter().find(|(code, _)| language.is_none_or(|l| l == *code)) else { return vec![] };
    // Marks end a holder; a hyphen joins it to its cue.
    let mut out: Vec<String> = Vec::new();
    for phrase in words.split([',', ';', '.', '(', ')', '“', '”', '"']) {
        let spaced = phrase.replace(['-', '‐', '‑', '–'], " - ");
        let tokens: Vec<&str> = spaced.split_whitespace().collect();
        let lower: Vec<String> = tokens.iter().map(|t| t.to_lowercase()).collect();
        let mut push = |holder: &[&str]| {
            let text = holder.join(" ");
            if !text.is_empty() && !out.contains(&text) {
                out.push(text);
            }
        };
        for (i, word) in lower.iter().enumerate() {
            // "X - held": one word before the hyphen.
            if cues.after_holder.contains(word) && i >= 2 && lower[i - 1] == "-" {
                push(&tokens[i - 2..i - 1]);
            }
            for cue in &cues.before_holder {
                let parts: Vec<&str> = cue.split(' ').collect();
                if lower.get(i..i + parts.len()).is_some_and(|here| here == parts) {
                    let rest = &tokens[i + parts.len()..];
                    let skip = rest.iter().take_while(|t| cues.articles.contains(&t.to_lowercase())).count();
                    push(&rest[skip..rest.len().min(skip + HOLDER_WORDS)]);
                }
            }
        }
    }
    out
}
