//! Sentences of the core in the reader's language: the words are here, what stands in their places comes from the record.
//!
//! Must not: show the core's English to a reader of another language.

use super::{Arg, Locale};
use crate::brief;
use armistice_core::case::Refused;
use armistice_core::said::{Said, Slot};

impl Locale {
    /// A sentence of the core, without its full stop.
    #[must_use]
    pub fn said(&self, said: &Said) -> String {
        let args: Vec<(&str, Arg)> = said.slots.iter().map(|(name, slot)| (*name, self.slot(slot))).collect();
        self.t_with(said.id, &args)
    }

    /// What a contradiction is about: `count:killed`, `place`, an act. `None`: a topic in words of the record.
    #[must_use]
    pub fn matter(&self, about: &str) -> Option<String> {
        let (kind, value) = match about.split_once(':') {
            Some((_, what)) => ("count", what),
            None if self.has_word("matter", about) => ("matter", about),
            None => ("act", about),
        };
        self.has_word(kind, value).then(|| self.word(kind, value))
    }

    /// A refusal of the rules of casework, with the thing that it is about.
    #[must_use]
    pub fn refused(&self, refused: &Refused) -> String {
        let sentence = self.word("refusal", &refused.refusal.code().to_string());
        if refused.thing.is_empty() { sentence } else { format!("{sentence} ({})", super::isolated(&refused.thing)) }
    }

    /// Sentences after one another, each with its full stop.
    #[must_use]
    pub fn all_said(&self, all: &[Said]) -> String {
        let sentences: Vec<String> = all.iter().map(|s| self.sentence(&self.said(s))).collect();
        sentences.join(" ")
    }

    /// A sentence that begins with a capital, where the script has them, and ends with a full stop.
    fn sentence(&self, said: &str) -> String {
        // A name at the beginning stands between isolation marks, and keeps its own first letter.
        let mut letters = said.chars();
        let first: String = letters.next().into_iter().flat_map(|c| self.capital(c)).collect();
        format!("{first}{}.", letters.as_str())
    }

    fn capital(&self, c: char) -> Vec<char> {
        match (self.language, c) {
            (super::Language::Tr, 'i') => vec!['İ'],
            _ => c.to_uppercase().collect(),
        }
    }

    fn slot(&self, slot: &Slot) -> Arg {
        match slot {
            Slot::Text(text) => text.into(),
            Slot::Texts(texts) => self.row(texts.iter().map(|t| super::isolated(t)), "list-comma").into(),
            Slot::Number(n) => (*n).into(),
            Slot::Metres(metres) => self.distance(*metres).into(),
            Slot::Day(day) => self.day(*day).into(),
            Slot::Word(kind, value) => self.word(kind, value).into(),
            Slot::Words(kind, values) => self.row(values.iter().map(|v| self.word(kind, v)), "list-comma").into(),
            Slot::Time(when) => self.time(&brief::time(when)).into(),
            Slot::Figure(count) => self.figure(count.min, count.max).into(),
            Slot::Phrase(said) => self.said(said).into(),
            Slot::Row(slots) => self.row(slots.iter().map(|s| self.part(s)), "list-semicolon").into(),
        }
    }

    /// A part of a row, between its own isolation marks.
    fn part(&self, slot: &Slot) -> String {
        match self.slot(slot) {
            Arg::Number(n) => self.number(n),
            Arg::Text(text) | Arg::Key(text) => super::isolated(&text),
        }
    }

    /// A figure between its bounds. An end that is open is said to be.
    #[must_use]
    pub fn figure(&self, min: Option<u64>, max: Option<u64>) -> String {
        let n = |n: u64| self.number(i64::try_from(n).unwrap_or(i64::MAX));
        match (min, max) {
            (Some(a), Some(b)) if a == b => n(a),
            (Some(a), Some(b)) => format!("{}–{}", n(a), n(b)),
            (Some(a), None) => self.t_with("count-at-least", &[("n", n(a).into())]),
            (None, Some(b)) => self.t_with("count-at-most", &[("n", n(b).into())]),
            (None, None) => self.t("count-unknown"),
        }
    }

    fn row(&self, all: impl Iterator<Item = String>, between: &str) -> String {
        all.collect::<Vec<_>>().join(&self.t(between))
    }

    /// A distance as the core's English has it: whole kilometres from ten on, tenths below, metres below one.
    fn distance(&self, metres: i64) -> String {
        let kilometres = |n: String| self.t_with("distance-kilometres", &[("n", n.into())]);
        match metres {
            m if m < 1_000 => self.t_with("distance-metres", &[("n", self.number(m).into())]),
            // Cut, not rounded, as in the record's own words: below ten kilometres an `f64` holds tenths.
            m if m < 10_000 => kilometres(self.decimal((m / 100) as f64 / 10.0, 1)),
            m => kilometres(self.number(m / 1_000)),
        }
    }
}
