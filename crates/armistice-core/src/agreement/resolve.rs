//! Which actors of the agreement the words of a document mean. Names, adjectives and demonyms are aliases in the agreement's
//! file; this code knows none. Words that fit several groups are aliases of the party that they belong to.
//!
//! Must not: guess. Words without an alias resolve to nobody.

use super::name::ActorId;
use super::words::ActorKind;
use super::{Actor, Agreement};
use crate::limits;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

/// An actor that words mean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActorMatch {
    /// The actor.
    pub actor: ActorId,
    /// Its part in the agreement.
    pub kind: ActorKind,
    /// The alias that matched, as it stands in the file.
    pub alias: String,
    /// Whether the letters matched; otherwise only their transliteration did.
    pub exact: bool,
    /// Where the matched words begin, in words of the input, from 0.
    pub word: usize,
}

/// A word: its letters folded, its transliteration key, and whether it stands in capitals only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    folded: String,
    key: String,
    capitals: bool,
}

/// One alias, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Alias {
    actor: ActorId,
    kind: ActorKind,
    text: String,
    words: Vec<Word>,
    /// An abbreviation: matches capitals only ("IS" is not "is").
    capitals: bool,
}

/// All aliases of an agreement, by the key of their first word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AliasIndex(BTreeMap<String, Vec<Alias>>);

impl AliasIndex {
    pub(crate) fn new(actors: &[Actor]) -> Self {
        let mut index: BTreeMap<String, Vec<Alias>> = BTreeMap::new();
        for actor in actors {
            for text in actor.aliases.iter().chain(std::iter::once(&actor.name)) {
                let words = split(text);
                let Some(first) = words.first() else { continue };
                let capitals = words.len() == 1 && abbreviation(text.trim());
                index.entry(first.key.clone()).or_default().push(Alias {
                    actor: actor.id.clone(),
                    kind: actor.kind,
                    text: text.clone(),
                    words,
                    capitals,
                });
            }
        }
        Self(index)
    }
}

impl Agreement {
    /// The actors that `words` mean, in the order of the words. Aliases match on word boundaries; of overlapping ones the
    /// longest wins, then the exact one, then the first. Looks at [`limits::MENTION_WORDS`] words at most.
    #[must_use]
    pub fn resolve(&self, words: &str) -> Vec<ActorMatch> {
        let mut words = split(words);
        words.truncate(limits::MENTION_WORDS);
        // (words, exact, letters, position, alias)
        let mut found: Vec<(usize, bool, usize, usize, &Alias)> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for alias in self.index.0.get(&word.key).into_iter().flatten() {
                let Some(here) = words.get(at..at + alias.words.len()) else { continue };
                if let Some(exact) = alias.matches(here) {
                    let letters = alias.words.iter().map(|w| w.folded.chars().count()).sum();
                    found.push((alias.words.len(), exact, letters, at, alias));
                }
            }
        }
        found.sort_by(|a, b| {
            (b.0, b.1, b.2)
                .cmp(&(a.0, a.1, a.2))
                .then(a.3.cmp(&b.3))
                .then(a.4.actor.cmp(&b.4.actor))
                .then(a.4.text.cmp(&b.4.text))
        });
        let mut taken = vec![false; words.len()];
        let mut out = Vec::new();
        for (len, exact, _, at, alias) in found {
            let Some(slots) = taken.get_mut(at..at + len) else { continue };
            if slots.iter().any(|t| *t) {
                continue;
            }
            slots.fill(true);
            out.push(ActorMatch {
                actor: alias.actor.clone(),
                kind: alias.kind,
                alias: alias.text.clone(),
                exact,
                word: at,
            });
        }
        out.sort_by_key(|m| m.word);
        out
    }
}

impl Alias {
    /// Whether the words are this alias, and if so whether by letters or by transliteration.
    fn matches(&self, here: &[Word]) -> Option<bool> {
        if self.capitals && !here.iter().all(|w| w.capitals) {
            return None;
        }
        let mut exact = true;
        for (a, b) in self.words.iter().zip(here) {
            if a.folded == b.folded {
                continue;
            }
            // Short words have too few letters to tell spellings of one word from two words.
            if self.capitals || a.key != b.key || a.key.chars().count() < 4 {
                return None;
            }
            exact = false;
        }
        Some(exact)
    }
}

/// Whether two names of places are spellings of one name.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (split(a), split(b));
    !a.is_empty()
        && a.len() == b.len()
        && a.iter().zip(&b).all(|(a, b)| a.folded == b.folded || a.key.len() > 3 && a.key == b.key)
}

/// What an alias is told apart by: two actors may not share it.
pub(crate) fn alias_key(alias: &str) -> Option<String> {
    let words = split(alias);
    let key = words.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ");
    // "IS" and "is" are two aliases.
    let key = if words.len() == 1 && abbreviation(alias.trim()) { key.to_uppercase() } else { key };
    (!key.is_empty()).then_some(key)
}

/// An alias of up to four capital letters.
fn abbreviation(text: &str) -> bool {
    text.chars().count() <= 4 && text.chars().all(char::is_uppercase)
}

/// Splits into words: runs of letters and digits. An apostrophe or mark inside a word does not end it; what
/// follows a word's last apostrophe is dropped when it is a possessive or case ending.
fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut raw = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_alphanumeric() || is_apostrophe(c) || is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}') {
            raw.push(c);
            continue;
        }
        if !raw.is_empty() {
            words.extend(word(&raw));
            raw.clear();
        }
    }
    words
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{02bb}' | '\u{02bf}' | '\u{02be}' | '`' | '\u{00b4}')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{0640}'
}

/// What is known of languages for making words alike, from `fold.toml`.
struct Fold {
    articles: Vec<String>,
    prefixes: Vec<String>,
    ending_letters: Vec<String>,
}

static FOLD: LazyLock<Fold> = LazyLock::new(|| {
    // The file is part of the program; the tests show that every list is there.
    let table: toml::Table = include_str!("fold.toml").parse().unwrap_or_default();
    let list = |key: &str| {
        let items = table.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
        items.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    };
    Fold { articles: list("articles"), prefixes: list("prefixes"), ending_letters: list("ending_letters") }
});

fn word(raw: &str) -> Option<Word> {
    let trimmed = raw.trim_matches(is_apostrophe);
    // A possessive or case ending after the last apostrophe, when enough is left of the word before it.
    let stem = match trimmed.char_indices().rev().find(|(_, c)| is_apostrophe(*c)) {
        Some((i, c)) if trimmed[..i].chars().count() >= 3 && ending(&trimmed[i + c.len_utf8()..]) => &trimmed[..i],
        _ => trimmed,
    };
    let capitals = stem.chars().any(char::is_uppercase) && !stem.chars().any(char::is_lowercase);
    let folded = fold(stem);
    if folded.is_empty() || FOLD.articles.contains(&folded) && !capitals {
        return None;
    }
    let key = transliterate(&folded);
    Some(Word { folded, key, capitals })
}

/// Whether the letters after an apostrophe are an ending and not the rest of a name: one letter, or two to four that begin
/// as a case ending does. A name with an apostrophe inside keeps its rest where fewer than three letters stand before it.
fn ending(rest: &str) -> bool {
    let begins = || FOLD.ending_letters.iter().any(|l| rest.starts_with(l.as_str()));
    let len = rest.chars().count();
    len <= 1 || (len <= 4 && begins())
}

/// Lower case without marks; letters of one sound that scripts write in several ways become one.
fn fold(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        match c {
            c if is_apostrophe(c) || is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}') => {}
            'ı' => out.push('i'),
            'ё' => out.push('е'),
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ى' | 'ی' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' => out.push('ه'),
            'ß' => out.push_str("ss"),
            c => out.push(c),
        }
    }
    for prefix in &FOLD.prefixes {
        if let Some(rest) = out.strip_prefix(prefix.as_str())
            && rest.chars().count() >= 3
        {
            return rest.to_owned();
        }
    }
    out
}

/// A key that spellings of one name in Latin letters share: "Hussein", "Husain" and "Husayn" give the same. Words of other
/// scripts are their own key.
fn transliterate(folded: &str) -> String {
    if !folded.is_ascii() {
        return folded.to_owned();
    }
    let mut out = String::new();
    let letters = folded.as_bytes();
    let mut i = 0;
    while let Some(&c) = letters.get(i) {
        let next = letters.get(i + 1).copied();
        let (put, step) = match (c, next) {
            (b'a' | b'e', Some(b'i' | b'y')) => ("ai", 2),
            (b'o', Some(b'u' | b'o')) => ("u", 2),
            (b'e', Some(b'e')) => ("i", 2),
            (b'p', Some(b'h')) => ("f", 2),
            (b'q', _) => ("k", 1),
            (b'c', Some(b'k')) => ("k", 2),
            (b'y', _) => ("i", 1),
            (b'o', _) => ("u", 1),
            (b'w', _) => ("u", 1),
            (b'e', _) => ("i", 1),
            _ => ("", 1),
        };
        if put.is_empty() {
            out.push(char::from(c))
        } else {
            out.push_str(put)
        }
        i += step;
    }
    let mut key = String::new();
    for c in out.chars() {
        if !key.ends_with(c) {
            key.push(c);
        }
    }
    // A final h after a vowel is silent in transliterations ("Fatima", "Fatimah").
    if let Some(rest) = key.strip_suffix('h')
        && rest.ends_with(['a', 'i'])
        && rest.len() >= 4
    {
        key.truncate(rest.len());
    }
    key
}
