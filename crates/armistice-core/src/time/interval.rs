//! Arithmetic on intervals by the day: bounds, length, overlap.
//!
//! Must not: fill an open end.

use super::{Moment, TimeBasis, TimePrecision, When};
use jiff::civil::Date;

impl TimePrecision {
    /// The precision of an interval that spans so many days (1 is a single day).
    #[must_use]
    pub const fn of_days(days: i32) -> Self {
        match days {
            ..=1 => Self::Day,
            2..=6 => Self::Days,
            7 => Self::Week,
            8..=31 => Self::Month,
            32..=366 => Self::Year,
            _ => Self::Period,
        }
    }
}

impl When {
    /// Nothing is known: both ends open.
    #[must_use]
    pub const fn unknown(basis: TimeBasis) -> Self {
        Self { from: None, to: None, precision: TimePrecision::Unknown, basis }
    }

    /// One day.
    #[must_use]
    pub const fn day(date: Date, basis: TimeBasis) -> Self {
        Self { from: Some(Moment::day(date)), to: Some(Moment::day(date)), precision: TimePrecision::Day, basis }
    }

    /// From one day to another, inclusive; either end may be open. The precision follows from the length.
    /// Ends in the wrong order give an unresolved time: which of the two is wrong cannot be told.
    #[must_use]
    pub fn days(from: Option<Date>, to: Option<Date>, basis: TimeBasis) -> Self {
        let precision = match (from, to) {
            (Some(a), Some(b)) if a > b => return Self::unknown(TimeBasis::Unresolved),
            (Some(a), Some(b)) => TimePrecision::of_days(days_between(a, b) + 1),
            (None, None) => return Self::unknown(basis),
            _ => TimePrecision::Period,
        };
        Self { from: from.map(Moment::day), to: to.map(Moment::day), precision, basis }
    }

    /// The first day that is possible, if there is one.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        self.from.map(|m| m.date)
    }

    /// The last day that is possible, if there is one.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.to.map(|m| m.date)
    }

    /// The single day, when the interval lies within one.
    #[must_use]
    pub fn single_day(&self) -> Option<Date> {
        (self.first_day() == self.last_day()).then(|| self.first_day())?
    }

    /// How many days the interval touches; `None` when an end is open.
    #[must_use]
    pub fn length_days(&self) -> Option<i32> {
        Some(days_between(self.first_day()?, self.last_day()?) + 1)
    }

    /// Days between two intervals that cannot overlap (next day is 1); 0 when they may overlap, as far as their ends are known.
    #[must_use]
    pub fn gap_days(&self, other: &Self) -> i32 {
        let gap = |a: Option<Date>, b: Option<Date>| match (a, b) {
            (Some(a), Some(b)) if a < b => days_between(a, b),
            _ => 0,
        };
        gap(self.last_day(), other.first_day()).max(gap(other.last_day(), self.first_day()))
    }

    /// In words for a reason: `2021-05-10`, `2021-05-10 to 2021-05-12`, `not before 2021-05-10`, `not known`.
    #[must_use]
    pub fn words(&self) -> String {
        match (self.from, self.to) {
            (Some(a), Some(b)) if a == b => a.to_string(),
            (Some(a), Some(b)) => format!("{a} to {b}"),
            (Some(a), None) => format!("not before {a}"),
            (None, Some(b)) => format!("not after {b}"),
            (None, None) => "not known".to_owned(),
        }
    }
}

/// Whole days from `a` to `b`; negative when `b` is earlier.
pub(crate) fn days_between(a: Date, b: Date) -> i32 {
    // Two civil dates are at most 7.3 million days apart, so neither the subtraction nor the conversion can fail.
    a.until(b).map_or(0, |s| s.get_days())
}
