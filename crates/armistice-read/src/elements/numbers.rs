//! Numbers in digits and words, by the language's number words.
//!
//! Must not: decide what is counted.

use super::token::{Kind, Tok, digit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Number words of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberWords {
    /// Words below a hundred: `nine`, `thirty`.
    small: BTreeMap<String, u64>,
    /// Words that multiply: `hundred`, `million`, `dozen`.
    scale: BTreeMap<String, u64>,
    /// Words that may stand for one before a scale: `a`.
    one: Vec<String>,
    /// The word that joins parts of a number: `and`.
    join: Vec<String>,
    /// Ordinal endings written onto digits: `th`.
    pub(crate) ordinal_suffixes: Vec<String>,
    /// Whole phrases: two or three words with their number.
    phrases: BTreeMap<String, u64>,
    /// The mark between thousands, and the mark before decimals.
    group_mark: char,
    decimal_mark: char,
}

/// A number and the index of the token after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Num {
    pub(crate) end: usize,
    pub(crate) value: u64,
}

impl NumberWords {
    /// The number that begins at token `i`.
    pub(crate) fn at(&self, toks: &[Tok], i: usize) -> Option<Num> {
        let t = toks.get(i)?;
        if let Some(n) = self.phrase(toks, i) {
            return Some(n);
        }
        match t.kind {
            Kind::Number => self.digits(toks, i),
            Kind::Word => self.words(toks, i),
            Kind::Punct => None,
        }
    }

    fn phrase(&self, toks: &[Tok], i: usize) -> Option<Num> {
        (2..=4).rev().find_map(|n| {
            let part = toks.get(i..i + n)?;
            let key = part.iter().map(|t| t.lower.as_str()).collect::<Vec<_>>().join(" ");
            self.phrases.get(&key).map(|v| Num { end: i + n, value: *v })
        })
    }

    /// Digits, perhaps with decimals, perhaps with a scale word: `12,000`, `2.5 million`.
    fn digits(&self, toks: &[Tok], i: usize) -> Option<Num> {
        let (mut whole, decimals) = self.parse(&toks[i].lower)?;
        let mut scale = 1u64;
        let mut end = i + 1;
        // "10 000", with the space of a keyboard.
        let plain = |t: &Tok| t.kind == Kind::Number && t.lower.chars().all(|c| digit(c).is_some());
        if plain(&toks[i]) && toks[i].lower.chars().count() <= 3 && whole > 0 {
            while let Some(t) =
                toks.get(end).filter(|t| plain(t) && !t.glued && t.lower.chars().count() == 3 && t.sent == toks[i].sent)
            {
                whole = whole.checked_mul(1000)?.checked_add(self.parse(&t.lower)?.0)?;
                end += 1;
            }
        }
        while let Some(s) = toks.get(end).and_then(|t| self.scale.get(&t.lower)) {
            scale = scale.checked_mul(*s)?;
            end += 1;
        }
        let mut value = whole.checked_mul(scale)?;
        let mut unit = scale;
        for d in decimals {
            if !unit.is_multiple_of(10) {
                // "2.5" of nothing is no number of persons or things.
                return None;
            }
            unit /= 10;
            value = value.checked_add(u64::from(d) * unit)?;
        }
        Some(Num { end, value })
    }

    /// Whole part and decimals of a number token; `None` if its separators make no number.
    fn parse(&self, s: &str) -> Option<(u64, Vec<u32>)> {
        let mut groups: Vec<(char, String)> = vec![(' ', String::new())];
        for c in s.chars() {
            match digit(c) {
                Some(d) => groups.last_mut()?.1.push(char::from_digit(d, 10)?),
                None => groups.push((c, String::new())),
            }
        }
        let mut whole = groups[0].1.clone();
        let mut decimals = vec![];
        for (i, (mark, part)) in groups.iter().enumerate().skip(1) {
            let grouping = *mark == self.group_mark || matches!(mark, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{66c}');
            if grouping && part.len() == 3 && groups[0].1.len() <= 3 {
                whole.push_str(part);
            } else if (*mark == self.decimal_mark || *mark == '\u{66b}') && i == groups.len() - 1 {
                decimals = part.chars().filter_map(digit).collect();
            } else {
                return None;
            }
        }
        Some((whole.parse().ok()?, decimals))
    }

    /// Words: `nine`, `twenty-five`, `two hundred and fifty thousand`, `a dozen`.
    fn words(&self, toks: &[Tok], i: usize) -> Option<Num> {
        let (mut total, mut current, mut any, mut scaled) = (0u64, 0u64, false, false);
        let mut at = i;
        let mut end = i;
        if self.one.iter().any(|w| toks[i].is(w)) {
            if !toks.get(i + 1).is_some_and(|t| self.scale.contains_key(&t.lower)) {
                return None;
            }
            (current, at) = (1, i + 1);
        }
        while let Some(t) = toks.get(at) {
            if let Some(v) = self.small.get(&t.lower) {
                // "five seven" are two numbers; "twenty five" and "hundred five" are one.
                if any && !scaled && !(current % 100 >= 20 && current % 10 == 0 && *v < 10) {
                    break;
                }
                current = current.checked_add(*v)?;
                scaled = false;
            } else if let Some(s) = self.scale.get(&t.lower) {
                if !any && current == 0 {
                    current = 1;
                }
                current = current.checked_mul(*s)?;
                if *s >= 1000 {
                    total = total.checked_add(current)?;
                    current = 0;
                }
                scaled = true;
            } else if any
                && (t.is("-") && t.glued || scaled && self.join.iter().any(|w| t.is(w)))
                && toks.get(at + 1).is_some_and(|n| {
                    self.small.contains_key(&n.lower)
                        && (!t.is("-") || n.glued && current % 100 >= 20 && current % 10 == 0)
                })
            {
                at += 1;
                continue;
            } else {
                break;
            }
            any = true;
            at += 1;
            end = at;
        }
        any.then_some(())?;
        Some(Num { end, value: total.checked_add(current)? })
    }

    /// Words that can begin a number.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &String> {
        self.small.keys().chain(self.scale.keys()).chain(&self.one)
    }
}
