//! Tokens: words, numbers and marks of a text, with their bytes and their sentence.
//!
//! Must not: know any word of a language; abbreviations and suffixes come from the language data.

use std::collections::{HashMap, HashSet};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with inner apostrophes.
    Word,
    /// Digits, with inner separators: `12,000`, `2.5`, `30.12.2016`.
    Number,
    /// One other visible character.
    Punct,
}

/// One token.
#[derive(Clone, Debug)]
pub(crate) struct Tok {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// Lower case, curly apostrophes made straight, dashes made hyphens.
    pub(crate) lower: String,
    /// No white space before it.
    pub(crate) glued: bool,
    /// Begins with an upper-case letter, or a letter of a script without case.
    pub(crate) cap: bool,
    /// Begins with an upper-case letter and has no lower-case letter.
    pub(crate) all_caps: bool,
    /// Number of the sentence, from 0.
    pub(crate) sent: u32,
    /// The first word of its sentence.
    pub(crate) first: bool,
}

impl Tok {
    pub(crate) fn is(&self, s: &str) -> bool {
        self.lower == s
    }
    pub(crate) fn word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// What the tokenizer must know of a language.
#[derive(Debug, Default)]
pub(crate) struct TokenRules {
    /// Words after which a dot ends no sentence.
    pub(crate) abbreviations: HashSet<String>,
    /// Endings that are tokens of their own (`'s`).
    pub(crate) suffixes: Vec<String>,
}

fn word_char(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{200c}' | '\u{0640}')
}

/// Decimal digits that texts of the supported scripts use.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{0660}'..='\u{0669}' => Some(c as u32 - 0x0660),
        '\u{06f0}'..='\u{06f9}' => Some(c as u32 - 0x06f0),
        _ => None,
    }
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02bc}' | '\u{02bb}' | '\u{2018}' | '`')
}

fn dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Splits a text. Spans are ordered, do not overlap and stand on character boundaries.
pub(crate) fn tokens(text: &str, rules: &TokenRules) -> Vec<Tok> {
    let mut out: Vec<Tok> = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    let (mut sent, mut newlines, mut space, mut line_start) = (0u32, 0u32, true, 0usize);
    let mut line_len = 0usize;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            if c == '\n' {
                newlines += 1;
                if newlines == 1 {
                    line_len = start - line_start;
                }
                line_start = start + 1;
            }
            space = true;
            continue;
        }
        if c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if digit(c).is_some() {
            while let Some(&(at, n)) = chars.peek() {
                let more = digit(n).is_some() || {
                    let mut rest = text[at + n.len_utf8()..].chars();
                    match n {
                        ',' | '.' | '\u{066b}' | '\u{066c}' => rest.next().and_then(digit).is_some(),
                        '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                            (0..3).all(|_| rest.next().and_then(digit).is_some())
                                && rest.next().and_then(digit).is_none()
                        }
                        _ => false,
                    }
                };
                if !more {
                    break;
                }
                end = at + n.len_utf8();
                chars.next();
            }
            Kind::Number
        } else if word_char(c) || (apostrophe(c) && !space && text[end..].starts_with(word_char)) {
            while let Some(&(at, n)) = chars.peek() {
                if !(word_char(n) || apostrophe(n) && text[at + n.len_utf8()..].starts_with(word_char)) {
                    break;
                }
                end = at + n.len_utf8();
                chars.next();
            }
            Kind::Word
        } else {
            Kind::Punct
        };
        let raw = &text[start..end];
        let lower: String = if kind == Kind::Punct && dash(c) {
            "-".to_owned()
        } else {
            raw.chars().flat_map(char::to_lowercase).map(|c| if apostrophe(c) { '\'' } else { c }).collect()
        };
        let upper = |c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase());
        let cap = raw.chars().find(|c| c.is_alphabetic()).is_some_and(upper);
        let mut first = out.is_empty();
        if let Some(last) = out.last() {
            let new = newlines >= 2
                || (newlines == 1 && (cap || kind != Kind::Word) && (line_len < 60 || ends(&out, rules)))
                || (space && (cap || kind != Kind::Word) && ends(&out, rules));
            if new && !(newlines == 0 && kind == Kind::Punct && closing(&lower)) {
                sent = last.sent.saturating_add(1);
                first = true;
            }
        }
        // A quote before the first word leaves it the first word.
        if let Some(p) = out.last()
            && p.first
            && p.kind == Kind::Punct
        {
            first = true;
        }
        let mut tok = Tok {
            start,
            end,
            kind,
            glued: !space && !out.is_empty(),
            cap,
            all_caps: cap && raw.chars().all(|c| !c.is_lowercase()),
            lower,
            sent,
            first,
        };
        (newlines, space) = (0, false);
        if kind == Kind::Word
            && let Some(suffix) = rules.suffixes.iter().find(|s| tok.lower.len() > s.len() && tok.lower.ends_with(*s))
        {
            let n = suffix.chars().count();
            let cut = raw.char_indices().rev().nth(n - 1).map_or(0, |(i, _)| i);
            if cut > 0 {
                let mut tail = tok.clone();
                tail.start = start + cut;
                tail.lower.clone_from(suffix);
                (tail.cap, tail.all_caps, tail.first, tail.glued) = (false, false, false, true);
                tok.end = tail.start;
                tok.lower.truncate(tok.lower.len() - suffix.len());
                out.push(tok);
                out.push(tail);
                continue;
            }
        }
        out.push(tok);
    }
    out
}

fn closing(s: &str) -> bool {
    matches!(s, "\"" | "\u{201d}" | "\u{2019}" | "'" | ")" | "]" | "\u{bb}")
}

/// Whether the tokens so far end a sentence.
fn ends(out: &[Tok], rules: &TokenRules) -> bool {
    let mut it = out.iter().rev();
    let mut last = it.next();
    while last.is_some_and(|t| t.kind == Kind::Punct && closing(&t.lower)) {
        last = it.next();
    }
    let Some(t) = last else { return false };
    match t.lower.as_str() {
        "!" | "?" | "\u{61f}" | "\u{6d4}" | "\u{3002}" | "\u{2026}" => true,
        "." => it.next().is_none_or(|p| {
            let initial = p.word() && p.cap && p.lower.chars().count() == 1;
            !(p.word() && t.glued && (initial || rules.abbreviations.contains(&p.lower)))
        }),
        _ => false,
    }
}

/// Phrases of one or more words, found at a token in one look-up; the longest wins.
#[derive(Debug)]
pub(crate) struct Phrases<V> {
    by_first: HashMap<String, Vec<(Vec<String>, V)>>,
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<V> Phrases<V> {
    pub(crate) fn new<S: AsRef<str>>(rules: &TokenRules, items: impl IntoIterator<Item = (S, V)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, V)>> = HashMap::new();
        for (phrase, value) in items {
            let mut words = tokens(phrase.as_ref(), rules).into_iter().map(|t| t.lower);
            if let Some(first) = words.next() {
                by_first.entry(first).or_default().push((words.collect(), value));
            }
        }
        for list in by_first.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        Self { by_first }
    }

    /// The longest phrase that begins at token `i`, with the index after it.
    pub(crate) fn at(&self, toks: &[Tok], i: usize) -> Option<(usize, &V)> {
        let list = self.by_first.get(&toks.get(i)?.lower)?;
        list.iter().find_map(|(rest, v)| {
            let end = i + 1 + rest.len();
            let same = toks.get(i + 1..end)?.iter().zip(rest).all(|(t, w)| t.lower == *w);
            same.then_some((end, v))
        })
    }

    /// Whether a phrase lies in `range`.
    pub(crate) fn any_in(&self, toks: &[Tok], range: std::ops::Range<usize>) -> bool {
        range.clone().any(|i| self.at(toks, i).is_some_and(|(e, _)| e <= range.end))
    }

    /// A phrase that ends just before token `i`; the longest.
    pub(crate) fn before(&self, toks: &[Tok], i: usize) -> Option<(usize, &V)> {
        (i.saturating_sub(6)..i).find_map(|s| self.at(toks, s).filter(|(e, _)| *e == i).map(|(_, v)| (s, v)))
    }

    /// Whether a phrase begins with this word.
    pub(crate) fn begins(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }

    pub(crate) fn first_words(&self) -> impl Iterator<Item = &String> {
        self.by_first.keys()
    }
}
