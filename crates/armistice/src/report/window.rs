//! Stretches of days, and whether a thing lies in one.
//!
//! Must not: put an interval on its first day, or a time with an offset on the wrong day of the zone.

use crate::output::{brief_v1, report_v1::Tally};
use armistice_core::time::Moment;
use jiff::{ToSpan as _, civil::Date, tz::TimeZone};

/// Whole days, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Date,
    pub(super) to: Date,
}

/// Where a thing lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    /// Its whole time lies in the window.
    Certain,
    /// It may lie in it.
    Uncertain,
    /// It does not.
    Outside,
}

/// How many days a window has; below one when it ends before it begins.
#[must_use]
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |s| s.get_days().saturating_add(1))
}

impl Window {
    /// As many days, right before.
    pub(super) fn before(self) -> Option<Self> {
        Self::ending(self.from.yesterday().ok()?, days(self.from, self.to))
    }

    /// So many days that end on `to`.
    pub(super) fn ending(to: Date, days: i32) -> Option<Self> {
        Some(Self { from: to.checked_sub(days.saturating_sub(1).days()).ok()?, to })
    }

    /// Where an interval of days lies; an open end is not known.
    pub(super) fn place(self, from: Option<Date>, to: Option<Date>) -> Placed {
        if from.is_some_and(|f| f > self.to) || to.is_some_and(|t| t < self.from) {
            return Placed::Outside;
        }
        match (from, to) {
            (Some(f), Some(t)) if f >= self.from && t <= self.to => Placed::Certain,
            _ => Placed::Uncertain,
        }
    }
}

/// The day of a moment in a zone. Without an offset the moment is local time already.
#[must_use]
pub(super) fn day(moment: Moment, zone: &TimeZone) -> Date {
    let instant = || {
        let offset = jiff::tz::Offset::from_seconds(i32::from(moment.offset_minutes?) * 60).ok()?;
        offset.to_timestamp(moment.date.to_datetime(moment.time?)).ok()
    };
    instant().map_or(moment.date, |t| zone.to_datetime(t).date())
}

/// The first and last day of a time of the brief.
#[must_use]
pub(super) fn ends(time: Option<&brief_v1::Time>, zone: &TimeZone) -> (Option<Date>, Option<Date>) {
    let read = |text: &Option<String>| text.as_ref().and_then(|t| t.parse::<Moment>().ok()).map(|m| day(m, zone));
    time.map_or((None, None), |t| (read(&t.from), read(&t.to)))
}

/// Adds a thing to a tally.
pub(super) fn count(tally: &mut Tally, placed: Placed) {
    match placed {
        Placed::Certain => tally.certain += 1,
        Placed::Uncertain => tally.uncertain += 1,
        Placed::Outside => {}
    }
}
