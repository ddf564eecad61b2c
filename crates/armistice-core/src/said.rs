//! A sentence as data: which sentence it is, and what stands in its places. Whoever shows it looks the words up in the reader's language.
//!
//! Must not: hold the words of a sentence. What is text here is a name, an id or a quotation, and keeps its own script.

use crate::{count::Count, time::When};
use jiff::civil::Date;

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A name, an id or quoted words, as they stand in the record.
    Text(String),
    /// Several of them.
    Texts(Vec<String>),
    /// A whole number.
    Number(i64),
    /// A distance in metres.
    Metres(i64),
    /// A day.
    Day(Date),
    /// A value of an enumeration: the kind of its words, and its stable text form.
    Word(&'static str, &'static str),
    /// Several values of one enumeration.
    Words(&'static str, Vec<&'static str>),
    /// A time, with its precision and its open ends.
    Time(When),
    /// A figure between its bounds.
    Figure(Count),
    /// A phrase with places of its own.
    Phrase(Box<Said>),
    /// Several things in a row.
    Row(Vec<Slot>),
}

/// A sentence, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The stable id of the sentence, in kebab-case. It is never given to another sentence.
    pub id: &'static str,
    /// The places of the sentence by name.
    pub slots: Vec<(&'static str, Slot)>,
}

impl Said {
    /// A sentence without places.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, slots: Vec::new() }
    }

    /// The same, with something in one of its places.
    #[must_use]
    pub fn with(mut self, name: &'static str, slot: Slot) -> Self {
        self.slots.push((name, slot));
        self
    }

    /// The same, with other words for its texts: documents by their numbers.
    #[must_use]
    pub fn with_texts(&self, other: &dyn Fn(&str) -> String) -> Self {
        let slots = self.slots.iter().map(|(name, slot)| (*name, slot.with_texts(other))).collect();
        Self { id: self.id, slots }
    }

    /// The same, with a text.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Slot::Text(text.into()))
    }

    /// The same, with a value of an enumeration.
    #[must_use]
    pub fn word(self, name: &'static str, kind: &'static str, value: &'static str) -> Self {
        self.with(name, Slot::Word(kind, value))
    }
}

impl Slot {
    /// A phrase with places of its own.
    #[must_use]
    pub fn phrase(said: Said) -> Self {
        Slot::Phrase(Box::new(said))
    }

    fn with_texts(&self, other: &dyn Fn(&str) -> String) -> Self {
        match self {
            Slot::Text(text) => Slot::Text(other(text)),
            Slot::Texts(texts) => Slot::Texts(texts.iter().map(|t| other(t)).collect()),
            Slot::Phrase(said) => Slot::phrase(said.with_texts(other)),
            Slot::Row(slots) => Slot::Row(slots.iter().map(|s| s.with_texts(other)).collect()),
            Slot::Number(_)
            | Slot::Metres(_)
            | Slot::Day(_)
            | Slot::Word(..)
            | Slot::Words(..)
            | Slot::Time(_)
            | Slot::Figure(_) => self.clone(),
        }
    }
}

/// Sentences with their plain English, apart again: the words, and the same as data.
#[must_use]
pub fn apart(both: Vec<(String, Said)>) -> (Vec<String>, Vec<Said>) {
    both.into_iter().unzip()
}
