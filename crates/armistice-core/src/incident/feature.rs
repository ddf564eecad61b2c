//! What is compared of a claim, prepared once.
//!
//! Must not: hold anything that the claim does not say.

use super::RecordedClaim;
use crate::act::{Act, ActGroup};
use crate::place::{Place, PlacePrecision};
use crate::time::{TimeBasis, TimePrecision, When};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

/// Rows of data sets over more days than this are aggregates, no events.
const AGGREGATE_ROW_DAYS: i32 = 7;
/// Any interval longer than this is an aggregate.
const AGGREGATE_DAYS: i32 = 31;

/// A claim, prepared for comparison.
pub(super) struct Feature<'a> {
    pub(super) rec: &'a RecordedClaim,
    pub(super) family: Family,
    /// First and last day as day numbers, when both are known.
    pub(super) days: Option<(i32, i32)>,
    /// First and last day of publication, as far as known.
    pub(super) published: (Option<i32>, Option<i32>),
    pub(super) aggregate: bool,
    /// Neither time, nor place, nor figure: it could be any of many incidents.
    pub(super) vague: bool,
    /// The name of the place, folded for comparison.
    pub(super) place_key: Option<String>,
    /// The place, when it names one.
    pub(super) place: Option<&'a Place>,
    pub(super) words: BTreeSet<String>,
    pub(super) from_table: bool,
}

/// Acts that can be told of as one another, for blocking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Family {
    /// Force and its effects.
    Force,
    /// Ground, weapons, movement.
    Ground,
    /// Persons taken or made to serve.
    Persons,
    /// Aid, sieges, supplies.
    Aid,
    /// The mechanism.
    Mechanism,
    /// Words.
    Words,
    /// No act, or one of another kind.
    Other,
}

impl Family {
    pub(super) fn of(act: Option<Act>) -> Self {
        let Some(act) = act else { return Self::Other };
        match act {
            Act::Killing
            | Act::Injury
            | Act::AttackOnProtected
            | Act::Destruction
            | Act::AttackOnMonitors
            | Act::Violation
            | Act::Seizure => Self::Force,
            _ => match act.group() {
                ActGroup::Hostile => Self::Force,
                ActGroup::Territorial => Self::Ground,
                ActGroup::Persons => Self::Persons,
                ActGroup::Humanitarian => Self::Aid,
                ActGroup::Mechanism => Self::Mechanism,
                ActGroup::Provocative => Self::Words,
                ActGroup::NonPerformance | ActGroup::Unspecified => Self::Other,
            },
        }
    }
}

impl<'a> Feature<'a> {
    pub(super) fn new(rec: &'a RecordedClaim) -> Self {
        let place = rec.claim.place.as_ref().filter(|p| names_a_place(p));
        let figure = rec.claim.counts.iter().any(|c| c.best.is_some());
        let days = rec.when.first_day().zip(rec.when.last_day()).map(|(a, b)| (number(a), number(b)));
        let narrow = place.is_some_and(|p| p.precision != PlacePrecision::Country);
        Self {
            rec,
            family: Family::of(rec.claim.act),
            days,
            published: (rec.published.first_day().map(number), rec.published.last_day().map(number)),
            aggregate: is_aggregate(&rec.when),
            vague: days.is_none() && !narrow && !figure,
            place_key: place.map(|p| fold(p.name.as_deref().unwrap_or(&p.text))),
            place,
            words: rec.claim.quote.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(fold).collect(),
            from_table: rec.when.basis == TimeBasis::DataColumn,
        }
    }

    /// The claim stands at a settlement, or near one.
    pub(super) fn fine(&self) -> bool {
        self.place.is_some_and(|p| is_fine(p.precision))
    }

    /// Whether one of the two documents prints the other's passage, in much the same words.
    pub(super) fn copied(&self, other: &Self) -> bool {
        let listed = |a: &Self, b: &Self| a.rec.in_copied_passage.contains(&b.rec.document);
        if !listed(self, other) && !listed(other, self) {
            return false;
        }
        let shared = self.words.intersection(&other.words).count();
        let all = self.words.len() + other.words.len() - shared;
        // Two fifths of all words: a wire's sentence shortened or lengthened by an editor keeps more.
        shared * 5 >= all * 2 && all > 0
    }
}

/// Settlement or near one.
pub(super) const fn is_fine(p: PlacePrecision) -> bool {
    matches!(p, PlacePrecision::Exact | PlacePrecision::Settlement | PlacePrecision::Near)
}

/// Whether the place says more than nothing.
pub(super) fn names_a_place(p: &Place) -> bool {
    p.precision != PlacePrecision::Unknown || !p.text.is_empty()
}

/// Both ends are known.
pub(super) fn dated(w: &When) -> bool {
    w.length_days().is_some()
}

pub(super) fn is_aggregate(w: &When) -> bool {
    let Some(days) = w.length_days() else { return false };
    let row = w.basis == TimeBasis::DataColumn && (days > AGGREGATE_ROW_DAYS || w.precision >= TimePrecision::Month);
    row || days > AGGREGATE_DAYS
}

/// A text's words on a long stretch of time and no place finer than a region: history or a sum, and no incident. Rows of data
/// sets say themselves what they are.
pub(super) fn stretch(c: &RecordedClaim) -> bool {
    let coarse = c.claim.place.as_ref().is_none_or(|p| {
        matches!(p.precision, PlacePrecision::Region | PlacePrecision::Country | PlacePrecision::Unknown)
    });
    coarse && c.when.basis != TimeBasis::DataColumn && c.when.length_days().is_some_and(|d| d > AGGREGATE_DAYS)
}

/// Days since 1 January 1970.
pub(super) fn number(day: Date) -> i32 {
    crate::time::days_between(date(1970, 1, 1), day)
}

/// Lower case, without marks and punctuation, for comparing names.
pub(super) fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let letters = text.nfkd().filter(|c| c.is_alphanumeric() || c.is_whitespace() || *c == '-');
    let flat: String = letters.flat_map(char::to_lowercase).map(|c| if c == '-' { ' ' } else { c }).collect();
    flat.split_whitespace().collect::<Vec<_>>().join(" ")
}
