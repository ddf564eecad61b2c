//! How long between two moments, between bounds: a day without a time is a day, and an offset that is not known is not UTC.
//!
//! Must not: read a clock, or make a duration more exact than its ends.

use crate::{statement::wire::Interval, time::Moment};

/// Minutes by which civil time is ahead of UTC anywhere, at most, and behind it.
const EAST: i64 = 14 * 60;
const WEST: i64 = 12 * 60;

/// A duration between bounds, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lapse {
    /// Not less than; never below zero.
    pub least: i64,
    /// Not more than.
    pub most: i64,
}

impl Lapse {
    /// In words: `40 min`, `1 h 05 min to 2 h 05 min`, `2 d 3 h`.
    #[must_use]
    pub fn words(self) -> String {
        let words = |s: i64| {
            let (d, h, m) = (s / 86_400, s % 86_400 / 3_600, s % 3_600 / 60);
            match (d, h) {
                (0, 0) => format!("{m} min"),
                (0, h) => format!("{h} h {m:02} min"),
                (d, h) => format!("{d} d {h} h"),
            }
        };
        if self.least == self.most {
            words(self.least)
        } else {
            format!("{} to {}", words(self.least), words(self.most))
        }
    }
}

/// The first and the last second (since 1970, UTC) that a moment may be. A moment to the minute is that minute's beginning,
/// so that two of them give an exact duration.
fn bounds(m: &Moment) -> (i64, i64) {
    let days = i64::from(crate::time::days_between(jiff::civil::date(1970, 1, 1), m.date));
    let (from, to) = match m.time {
        Some(t) => {
            let s = i64::from(t.hour()) * 3_600 + i64::from(t.minute()) * 60;
            (s, s)
        }
        None => (0, 86_399),
    };
    let (east, west) = match m.offset_minutes {
        Some(o) => (i64::from(o), i64::from(o)),
        None => (EAST, -WEST),
    };
    (days * 86_400 + from - east * 60, days * 86_400 + to - west * 60)
}

/// The first and the last second (since 1970, UTC) of an interval; an open end stays open.
#[must_use]
pub fn seconds(when: &Interval) -> (Option<i64>, Option<i64>) {
    (when.from.map(|m| bounds(&m).0), when.to.map(|m| bounds(&m).1))
}

/// How long from one to the other. `None` if an end is open, or the second is surely before the first.
#[must_use]
pub fn lapse(from: &Interval, to: &Interval) -> Option<Lapse> {
    let ((Some(a), Some(b)), (Some(c), Some(d))) = (seconds(from), seconds(to)) else { return None };
    (d >= a).then(|| Lapse { least: (c - b).max(0), most: d - a })
}

/// The middle of durations, bound by bound; of an even number the mean of the two in the middle, in whole seconds.
pub(super) fn median(lapses: &[Lapse]) -> Option<Lapse> {
    let middle = |mut of: Vec<i64>| {
        of.sort_unstable();
        let n = of.len();
        let (low, high) = (of.get(n.checked_sub(1)? / 2)?, of.get(n / 2)?);
        Some((low + high) / 2)
    };
    Some(Lapse {
        least: middle(lapses.iter().map(|l| l.least).collect())?,
        most: middle(lapses.iter().map(|l| l.most).collect())?,
    })
}

/// Whether an interval lies wholly in a period, as far as days tell; an open end of the interval does not.
pub(super) fn within(when: &Interval, period: &Interval) -> bool {
    let Some((from, to)) = when.from.zip(when.to) else { return period.from.is_none() && period.to.is_none() };
    period.from.is_none_or(|p| p.date <= from.date) && period.to.is_none_or(|p| to.date <= p.date)
}

/// Whether an interval may lie in a period in part, as far as days tell.
pub(super) fn touches(when: &Interval, period: &Interval) -> bool {
    let before = |a: Option<Moment>, b: Option<Moment>| a.zip(b).is_some_and(|(a, b)| a.date < b.date);
    !before(when.to, period.from) && !before(period.to, when.from)
}

/// Whether two windows surely share time. Two that meet on a day, one ending and one beginning on it, need not.
pub(super) fn overlap(a: &Interval, b: &Interval) -> bool {
    let (Some((af, at)), Some((bf, bt))) = (a.from.zip(a.to), b.from.zip(b.to)) else { return false };
    if a == b {
        return true;
    }
    let (af, at, bf, bt) = (bounds(&af).1, bounds(&at).0, bounds(&bf).1, bounds(&bt).0);
    // Whole days contain each other even where their hours are not known.
    let contains = |x: &Interval, y: &Interval| {
        x.from.zip(y.from).is_some_and(|(x, y)| x.date <= y.date)
            && x.to.zip(y.to).is_some_and(|(x, y)| x.date >= y.date)
    };
    (af < bt && bf < at) || contains(a, b) || contains(b, a)
}
