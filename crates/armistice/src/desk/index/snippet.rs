//! The stretch of a row's words in which the search is found.
//!
//! Must not: change a letter of it.

use super::{
    fold::{self, Word},
    item::Item,
    page::Snippet,
};
use crate::desk::query::{Term, terms};

/// Characters of a stretch, about.
const WIDE: usize = 160;

/// The most bytes of a text that are looked through.
const LOOKED: usize = 60_000;

struct Wanted {
    words: Vec<String>,
    sounds: Vec<Option<String>>,
    prefix: bool,
    phrase: bool,
}

impl Wanted {
    fn of(term: &Term) -> Self {
        let words: Vec<String> = fold::words(&term.text).into_iter().map(|w| w.folded).collect();
        let sounds = words.iter().map(|w| fold::sound(w)).collect();
        Self { words, sounds, prefix: term.prefix, phrase: term.phrase }
    }

    /// How many words from here on are it, as they are spelt.
    fn spelt(&self, rest: &[Word]) -> bool {
        rest.len() >= self.words.len()
            && self.words.iter().zip(rest).enumerate().all(|(n, (want, have))| {
                let last = n + 1 == self.words.len();
                if self.prefix && last { have.folded.starts_with(want.as_str()) } else { have.folded == *want }
            })
    }

    fn sounds(&self, word: &Word) -> bool {
        !self.phrase
            && !self.prefix
            && word.name
            && self.sounds.iter().flatten().any(|s| fold::sound(&word.folded).as_ref() == Some(s))
    }
}

/// What is found in an item, first in its text, then in its title, then in its names.
pub(super) fn of(item: &Item, text: &str) -> Option<Snippet> {
    let wanted: Vec<Wanted> =
        terms(text).iter().filter(|t| !t.negated).map(Wanted::of).filter(|w| !w.words.is_empty()).collect();
    if wanted.is_empty() {
        return None;
    }
    let place = item.place.iter().flat_map(|p| [Some(&p.text), p.name.as_ref(), p.adm1.as_ref()]).flatten();
    let names = item.parties.iter().chain(&item.recorded_by).chain(&item.sources).chain(place);
    let texts: Vec<&String> = [&item.text, &item.title, &item.reference].into_iter().chain(names).collect();
    for by_sound in [false, true] {
        for text in &texts {
            if let Some(s) = within(text, &wanted, by_sound) {
                return Some(s);
            }
        }
    }
    None
}

fn within(text: &str, wanted: &[Wanted], by_sound: bool) -> Option<Snippet> {
    let end = (0..=LOOKED.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let text = &text[..end];
    let words = fold::words(text);
    let mut hits: Vec<(usize, usize)> = Vec::new();
    for n in 0..words.len() {
        for w in wanted {
            let so = if by_sound { w.sounds(&words[n]) } else { w.spelt(&words[n..]) };
            if so {
                let last = if by_sound { n } else { n + w.words.len() - 1 };
                hits.push((words[n].start, words[last].end));
            }
        }
    }
    let first = hits.first()?.0;
    let back = |from: usize, many: usize| text[..from].char_indices().rev().nth(many).map_or(0, |(i, _)| i);
    let mut from = back(first, WIDE / 3);
    if from > 0 {
        // Begin with a whole word.
        from = words.iter().map(|w| w.start).find(|s| *s >= from).unwrap_or(from).min(first);
    }
    let mut to = text[from..].char_indices().nth(WIDE).map_or(text.len(), |(i, _)| from + i);
    if to < text.len() {
        to = words.iter().map(|w| w.end).take_while(|e| *e <= to).last().unwrap_or(to).max(hits[0].1);
    }
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for (a, b) in hits.into_iter().filter(|(a, b)| *a >= from && *b <= to) {
        match kept.last_mut() {
            Some(last) if a < last.1 => last.1 = last.1.max(b),
            _ => kept.push((a, b)),
        }
    }
    let hits = kept.into_iter().map(|(a, b)| (a - from, b - from)).collect();
    Some(Snippet { text: text[from..to].to_owned(), hits, by_sound })
}
