//! One reading of a text that all finders share: tokens once, times once, names once.
//!
//! Must not: outlive its text, or find anything itself.

use super::{
    Found, counts,
    gazetteer::Gazetteer,
    lang::{self, Lang},
    names::{self, NameMention},
    places::{self, Metonym, PlaceContext},
    times,
    token::{self, Tok},
};
use armistice_core::{count::Count, place::Place, span::Span, time::TimeExpr};
use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
    sync::OnceLock,
};

/// A text made ready for the finders. Spans of what they find are bytes of the text.
pub struct Analysis<'a> {
    pub(super) text: &'a str,
    /// `None`: the language has no rules, and nothing is found.
    pub(super) lang: Option<&'static Lang>,
    pub(super) toks: Vec<Tok>,
    times: Vec<Found<TimeExpr>>,
    /// Tokens that belong to a time.
    pub(super) in_time: Vec<bool>,
    headline: OnceLock<HashSet<u32>>,
    names: OnceLock<Vec<(Range<usize>, NameMention)>>,
}

impl<'a> Analysis<'a> {
    /// Reads `text` in the language `lang` (a code such as `en`; an unknown one gives an analysis that finds nothing).
    #[must_use]
    pub fn new(text: &'a str, lang: &str) -> Self {
        let lang = lang::get(lang);
        let toks = lang.map_or_else(Vec::new, |l| token::tokens(text, &l.token));
        let mut in_time = vec![false; toks.len()];
        let mut times = vec![];
        if let Some(lang) = lang {
            for (range, found) in times::find_in(text, &toks, lang) {
                in_time[range].fill(true);
                times.push(found);
            }
        }
        Self { text, lang, toks, times, in_time, headline: OnceLock::new(), names: OnceLock::new() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// As [`times::find`].
    #[must_use]
    pub fn times(&self) -> &[Found<TimeExpr>] {
        &self.times
    }

    /// As [`counts::find`].
    #[must_use]
    pub fn counts(&self) -> Vec<Found<Count>> {
        counts::find_in(self)
    }

    /// As [`places::find`].
    #[must_use]
    pub fn places(&self, gaz: &Gazetteer, ctx: &PlaceContext) -> Vec<Found<Place>> {
        self.places_with(gaz, ctx, &BTreeSet::new())
    }

    /// As [`Self::places`], where other parts of the document have told which names are settlements
    /// ([`Self::settlements_told`]).
    #[must_use]
    pub fn places_with(&self, gaz: &Gazetteer, ctx: &PlaceContext, told: &BTreeSet<String>) -> Vec<Found<Place>> {
        places::find_in(self, gaz, ctx, told).0
    }

    /// Places as [`Self::places_with`], and what this text tells of settlements, by one search.
    #[must_use]
    pub fn places_and_told(
        &self,
        gaz: &Gazetteer,
        ctx: &PlaceContext,
        told: &BTreeSet<String>,
    ) -> (Vec<Found<Place>>, BTreeSet<String>) {
        let (places, _, more) = places::find_in(self, gaz, ctx, told);
        (places, more)
    }

    /// The folded names that the text calls settlements ("X, a village near Y") and the gazetteer lacks.
    #[must_use]
    pub fn settlements_told(&self, gaz: &Gazetteer, ctx: &PlaceContext) -> BTreeSet<String> {
        places::find_in(self, gaz, ctx, &BTreeSet::new()).2
    }

    /// As [`places::find_metonyms`].
    #[must_use]
    pub fn metonyms(&self, gaz: &Gazetteer, ctx: &PlaceContext) -> Vec<Found<Metonym>> {
        places::find_in(self, gaz, ctx, &BTreeSet::new()).1
    }

    /// As [`names::find`].
    #[must_use]
    pub fn names(&self) -> Vec<Found<NameMention>> {
        self.name_ranges().iter().map(|(r, value)| Found { span: self.span(r), value: value.clone() }).collect()
    }

    /// The persons with their tokens.
    pub(super) fn name_ranges(&self) -> &[(Range<usize>, NameMention)] {
        self.names.get_or_init(|| self.lang.map_or_else(Vec::new, |lang| names::find_in(self, lang)))
    }

    /// Sentences set in headline case.
    pub(super) fn headlines(&self) -> &HashSet<u32> {
        self.headline.get_or_init(|| self.lang.map_or_else(HashSet::new, |lang| names::headlines(&self.toks, lang)))
    }

    /// The bytes of tokens; the range is not empty and inside.
    pub(super) fn span(&self, r: &Range<usize>) -> Span {
        Span::new(self.toks[r.start].start, self.toks[r.end - 1].end)
    }
}
