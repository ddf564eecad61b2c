//! From the words of a time to an interval, counted from the date of the document.
//!
//! Conventions, all of which widen rather than narrow:
//! - weeks run from Monday to Sunday (ISO 8601); on a Sunday "last week" also covers the week that ended the day before,
//!   as weeks begin on Sunday in many countries;
//! - an age is cut down to whole units as people do: "two weeks old" is 11 to 20 days;
//! - "overnight" of a named day may be the night before or after it.
//!
//! Must not: guess. What cannot be resolved keeps open ends.

use super::interval::days_between;
use super::{Direction, Moment, PartOfDay, TimeBasis, TimeExpr, TimePrecision, Unit, When};
use jiff::Span as Duration;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZoneDatabase};

/// The longest anchor, in days, from which the year of "May 10" is taken. Longer ones say too little about the year.
const YEAR_ANCHOR_DAYS: i32 = 120;
/// The nesting of expressions that is followed (since, between, clock, day); deeper ones come from no reader.
const MAX_DEPTH: u8 = 8;
/// The first and last year that are tried for a day and month with a weekday.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// From where relative words are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// When the document was published, as far as known.
    pub published: When,
    /// IANA time zone of the place that a clock time belongs to.
    pub zone: Option<String>,
    /// The day when the agreement that the text speaks of took effect: a "not before" for days without a year.
    pub agreement_effective: Option<Date>,
}

/// Which way the sentence looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// It tells what happened.
    Past,
    /// It tells what is to come.
    Future,
    /// It does not tell.
    Unknown,
}

/// Resolves the words of a time. Ends are inclusive. An anchor that is an interval widens the result by as much; where the
/// anchor is unknown the result is [`TimeBasis::Unresolved`] with open ends.
#[must_use]
pub fn resolve(expr: &TimeExpr, anchor: &Anchor, tense: Tense) -> When {
    Resolver { anchor, tense }.resolve(expr, 0)
}

struct Resolver<'a> {
    anchor: &'a Anchor,
    tense: Tense,
}

/// Two days of which either may be unknown.
type Ends = (Option<Date>, Option<Date>);

impl Resolver<'_> {
    fn resolve(&self, expr: &TimeExpr, depth: u8) -> When {
        if depth > MAX_DEPTH {
            return unresolved();
        }
        match expr {
            TimeExpr::Calendar { year, month, day, weekday } => self.calendar(*year, *month, *day, *weekday),
            TimeExpr::Weekday { weekday, direction } => self.weekday(*weekday, *direction),
            TimeExpr::Month { month, direction } => self.month(*month, *direction),
            TimeExpr::Offset { amount, unit, approx } => self.offset(*amount, *unit, *approx),
            TimeExpr::Past { amount, unit } => self.past(*amount, *unit),
            TimeExpr::Since(start) => self.since(start, depth),
            TimeExpr::Between(a, b) => self.between(a, b, depth),
            TimeExpr::Clock { hour, minute, offset_minutes, day } => {
                self.clock(*hour, *minute, *offset_minutes, day.as_deref(), depth)
            }
            TimeExpr::PartOfDay { part, day } => self.part_of_day(*part, day.as_deref(), depth),
            TimeExpr::Columns { from, to, precision } => {
                let when = When::days(Some(*from), Some(*to), TimeBasis::DataColumn);
                if when.from.is_none() {
                    return when;
                }
                // A data set that says "month" for a row of one day knows why.
                When { precision: when.precision.max(*precision), ..when }
            }
        }
    }

    fn ends(&self) -> Ends {
        (self.anchor.published.first_day(), self.anchor.published.last_day())
    }

    fn basis(&self) -> TimeBasis {
        match self.anchor.published.basis {
            TimeBasis::RelativeToCopiedText => TimeBasis::RelativeToCopiedText,
            _ => TimeBasis::RelativeToPublication,
        }
    }

    fn relative(&self, from: Option<Date>, to: Option<Date>) -> When {
        if from.is_none() && to.is_none() {
            return unresolved();
        }
        When::days(from, to, self.basis())
    }

    fn calendar(&self, year: Option<i16>, month: Option<i8>, day: Option<i8>, weekday: Option<Weekday>) -> When {
        match (year, month, day) {
            (Some(y), Some(m), Some(d)) => match Date::new(y, m, d) {
                // A weekday that does not fit the date: one of the two is wrong, and which cannot be told.
                Ok(date) if weekday.is_none_or(|w| w == date.weekday()) => When::day(date, TimeBasis::Stated),
                _ => unresolved(),
            },
            (Some(y), Some(m), None) => match Date::new(y, m, 1) {
                Ok(first) => span_of(first, first.last_of_month(), TimePrecision::Month, TimeBasis::Stated),
                Err(_) => unresolved(),
            },
            (Some(y), None, None) => match (Date::new(y, 1, 1), Date::new(y, 12, 31)) {
                (Ok(a), Ok(b)) => span_of(a, b, TimePrecision::Year, TimeBasis::Stated),
                _ => unresolved(),
            },
            (Some(_), None, Some(_)) => unresolved(),
            (None, Some(m), Some(d)) => self.day_without_year(m, d, weekday),
            (None, Some(m), None) => self.month(m, Direction::Nearest),
            (None, None, Some(d)) => self.day_of_month(d, weekday),
            (None, None, None) => match weekday {
                Some(w) => self.weekday(w, Direction::Nearest),
                None => unresolved(),
            },
        }
    }

    /// "May 10", "Monday, May 10".
    fn day_without_year(&self, month: i8, day: i8, weekday: Option<Weekday>) -> When {
        let fits = |d: &Date| weekday.is_none_or(|w| w == d.weekday());
        let candidate = |y: i16| Date::new(y, month, day).ok();
        if let (Some(from), Some(to)) = self.ends()
            && days_between(from, to) <= YEAR_ANCHOR_DAYS
        {
            let at = |anchor: Date| {
                let near = (anchor.year() - 4..=anchor.year() + 4).filter_map(candidate);
                pick(near.collect(), anchor, Direction::Nearest, self.tense)
            };
            return match (at(from), at(to)) {
                (Some(a), Some(b)) if a == b && fits(&a) => When::day(a, TimeBasis::YearInferred),
                _ => unresolved(),
            };
        }
        // The anchor does not tell the year: the weekday may, if the other evidence leaves exactly one.
        let (from, to) = self.ends();
        let from = from.or(self.anchor.agreement_effective);
        if weekday.is_none() || from.is_none() || to.is_none() {
            return unresolved();
        }
        let mut years = YEARS
            .filter_map(candidate)
            .filter(|d| fits(d) && from.is_some_and(|f| *d >= f) && to.is_some_and(|t| *d <= t));
        match (years.next(), years.next()) {
            (Some(only), None) => When::day(only, TimeBasis::YearInferred),
            _ => unresolved(),
        }
    }

    /// "the 10th", "Monday the 10th".
    fn day_of_month(&self, day: i8, weekday: Option<Weekday>) -> When {
        let (from, to) = self.ends();
        let at = |anchor: Date| {
            let months = (-4..=4).filter_map(|n| shift(anchor.first_of_month(), n, Unit::Month));
            let days = months.filter_map(|m| Date::new(m.year(), m.month(), day).ok()).collect();
            pick(days, anchor, Direction::Nearest, self.tense)
                .filter(|d: &Date| weekday.is_none_or(|w| w == d.weekday()))
        };
        match (from.and_then(at), to.and_then(at)) {
            (Some(a), Some(b)) => self.relative(Some(a), Some(b)),
            _ => unresolved(),
        }
    }

    fn weekday(&self, weekday: Weekday, direction: Direction) -> When {
        let at = |anchor: Date| {
            let days =
                (-7..=7).filter_map(|n| shift(anchor, n, Unit::Day)).filter(|d| d.weekday() == weekday).collect();
            pick(days, anchor, direction, self.tense)
        };
        let (from, to) = self.ends();
        self.relative(from.and_then(at), to.and_then(at))
    }

    fn month(&self, month: i8, direction: Direction) -> When {
        let at = |anchor: Date| {
            let first = anchor.first_of_month();
            let months: Vec<Date> =
                (-12..=12).filter_map(|n| shift(first, n, Unit::Month)).filter(|d| d.month() == month).collect();
            pick(months, first, direction, self.tense)
        };
        let (from, to) = self.ends();
        let last = to.and_then(at).map(Date::last_of_month);
        let when = self.relative(from.and_then(at), last);
        coarsen(when, TimePrecision::Month)
    }

    fn offset(&self, amount: i32, unit: Unit, approx: bool) -> When {
        let (from, to) = self.ends();
        let whole = amount.unsigned_abs() <= 1 && !approx;
        match unit {
            Unit::Hour => self.hours(amount, approx),
            Unit::Day if !approx => {
                self.relative(from.and_then(|d| shift(d, amount, unit)), to.and_then(|d| shift(d, amount, unit)))
            }
            Unit::Week if whole => {
                let week = |d: Date, end: i32| {
                    let since_monday = i32::from(d.weekday().to_monday_zero_offset());
                    shift(d, amount * 7 - since_monday + end, Unit::Day)
                };
                // On a Sunday the week that people mean may have begun that very day (see the head of this file).
                let sunday = |d: Date| d.weekday() == Weekday::Sunday;
                // An anchor that is an interval may hold a Sunday further on, whose next week begins earlier than that
                // of its first day.
                let first_sunday = |d: Date| shift(d, 6 - i32::from(d.weekday().to_monday_zero_offset()), Unit::Day);
                let start = from.and_then(|d| {
                    let first = first_sunday(d).filter(|sunday| amount > 0 && to.is_none_or(|last| *sunday <= last));
                    first.or_else(|| week(d, 0))
                });
                let end = to.and_then(|d| {
                    if sunday(d) && amount <= 0 { shift(d, amount * 7 + 6, Unit::Day) } else { week(d, 6) }
                });
                coarsen(self.relative(start, end), TimePrecision::Week)
            }
            Unit::Month if whole => {
                let start = from.and_then(|d| shift(d.first_of_month(), amount, unit));
                let end = to.and_then(|d| shift(d.first_of_month(), amount, unit)).map(Date::last_of_month);
                coarsen(self.relative(start, end), TimePrecision::Month)
            }
            Unit::Year if whole => {
                let start = from.and_then(|d| shift(d.first_of_year(), amount, unit));
                let end = to.and_then(|d| shift(d.first_of_year(), amount, unit)).map(Date::last_of_year);
                coarsen(self.relative(start, end), TimePrecision::Year)
            }
            Unit::Day | Unit::Week | Unit::Month | Unit::Year => {
                let (a, b) = around(amount, unit, approx);
                let start = from.and_then(|d| shift(shift(d, a.0, unit)?, a.1, Unit::Day));
                let end = to.and_then(|d| shift(shift(d, b.0, unit)?, b.1, Unit::Day));
                let coarse = match unit {
                    Unit::Hour | Unit::Day => TimePrecision::Days,
                    Unit::Week => TimePrecision::Week,
                    Unit::Month => TimePrecision::Month,
                    Unit::Year => TimePrecision::Year,
                };
                coarsen(self.relative(start, end), coarse)
            }
        }
    }

    /// "three hours ago": to the hour when the publication time is known, otherwise by the day.
    fn hours(&self, amount: i32, approx: bool) -> When {
        let move_hours = |m: Moment| {
            let at = m.date.to_datetime(m.time?);
            let at = at.checked_add(Duration::new().try_hours(i64::from(amount)).ok()?).ok()?;
            Some(Moment { date: at.date(), time: Some(at.time()), offset_minutes: m.offset_minutes })
        };
        let published = &self.anchor.published;
        if !approx && let (Some(a), Some(b)) = (published.from.and_then(move_hours), published.to.and_then(move_hours))
        {
            let when = self.relative(Some(a.date), Some(b.date));
            let precision = if a == b { TimePrecision::Hour } else { when.precision };
            return When { from: Some(a), to: Some(b), precision, ..when };
        }
        let days = amount.unsigned_abs().div_ceil(24).min(1 << 20).cast_signed();
        let (from, to) = self.ends();
        if amount < 0 {
            self.relative(from.and_then(|d| shift(d, -days, Unit::Day)), to)
        } else {
            self.relative(from, to.and_then(|d| shift(d, days, Unit::Day)))
        }
    }

    fn past(&self, amount: Option<u32>, unit: Unit) -> When {
        let (from, to) = self.ends();
        let back = |n: i32, unit: Unit| from.and_then(|d| shift(d, n.saturating_neg(), unit));
        let start = match (amount.map(|n| i32::try_from(n).unwrap_or(i32::MAX)), unit) {
            (Some(hours), Unit::Hour) => back(hours.saturating_add(23) / 24, Unit::Day),
            (Some(n), _) => back(n, unit),
            (None, Unit::Hour) => back(1, Unit::Day),
            // "in recent weeks": where it begins, the words do not say.
            (None, _) => None,
        };
        if to.is_none() {
            return unresolved();
        }
        self.relative(start, to)
    }

    fn since(&self, start: &TimeExpr, depth: u8) -> When {
        let inner = Resolver { anchor: self.anchor, tense: Tense::Past }.resolve(start, depth + 1);
        let (from, to) = (inner.from, self.anchor.published.to.map(|m| Moment::day(m.date)));
        if from.is_none() {
            return unresolved();
        }
        if let (Some(a), Some(b)) = (from, to)
            && a.date > b.date
        {
            return unresolved();
        }
        When { from, to, precision: TimePrecision::Period, basis: inner.basis }
    }

    fn between(&self, a: &TimeExpr, b: &TimeExpr, depth: u8) -> When {
        let last = self.resolve(b, depth + 1);
        let first = self.resolve(&inherit(a, b, last.last_day()), depth + 1);
        let (Some(from), Some(to)) = (first.from, last.to) else { return unresolved() };
        if from.date > to.date || (from.date == to.date && from > to) {
            return unresolved();
        }
        let precision = TimePrecision::of_days(days_between(from.date, to.date) + 1);
        let precision = if from.date == to.date { first.precision.max(last.precision) } else { precision };
        When { from: Some(from), to: Some(to), precision, basis: first.basis.max(last.basis) }
    }

    fn day_of(&self, day: Option<&TimeExpr>, depth: u8) -> When {
        match day {
            Some(expr) => self.resolve(expr, depth + 1),
            None => {
                let (from, to) = self.ends();
                self.relative(from, to)
            }
        }
    }

    fn clock(&self, hour: i8, minute: i8, offset: Option<i16>, day: Option<&TimeExpr>, depth: u8) -> When {
        let when = self.day_of(day, depth);
        // 24:00 is the midnight that ends the day.
        let (hour, next) = if hour == 24 && minute == 0 { (0, 1) } else { (hour, 0) };
        let Ok(time) = Time::new(hour, minute, 0, 0) else { return unresolved() };
        let at = |m: Moment| {
            let date = shift(m.date, next, Unit::Day)?;
            let offset_minutes = offset.or_else(|| self.zone_offset(date, time));
            Some(Moment { date, time: Some(time), offset_minutes })
        };
        let (from, to) = (when.from.and_then(at), when.to.and_then(at));
        let precision = match (from, to) {
            (None, None) => return unresolved(),
            (Some(a), Some(b)) if a == b && minute == 0 => TimePrecision::Hour,
            (Some(a), Some(b)) if a == b => TimePrecision::Minute,
            _ => when.precision,
        };
        When { from, to, precision, basis: when.basis }
    }

    /// The offset that the clocks of the place showed then, from the bundled time zone history. `None` in the hour that a
    /// change of clocks repeats or leaves out.
    fn zone_offset(&self, date: Date, time: Time) -> Option<i16> {
        let zone = TimeZoneDatabase::bundled().get(self.anchor.zone.as_deref()?).ok()?;
        match zone.to_ambiguous_timestamp(date.to_datetime(time)).offset() {
            AmbiguousOffset::Unambiguous { offset } => i16::try_from(offset.seconds() / 60).ok(),
            AmbiguousOffset::Gap { .. } | AmbiguousOffset::Fold { .. } => None,
        }
    }

    fn part_of_day(&self, part: PartOfDay, day: Option<&TimeExpr>, depth: u8) -> When {
        let when = self.day_of(day, depth);
        let named = day.is_some();
        // (days after the first day, hour) to (days after the last day, hour).
        let ((a, from_hour), (b, to_hour)) = match part {
            PartOfDay::Morning => ((0, 5), (0, 12)),
            PartOfDay::Afternoon => ((0, 12), (0, 17)),
            PartOfDay::Evening => ((0, 17), (0, 22)),
            PartOfDay::Night if named => ((0, 20), (1, 5)),
            // Without a day, "at night" of a report is the night before or after.
            PartOfDay::Night => ((-1, 20), (1, 5)),
            PartOfDay::Overnight if named => ((-1, 20), (1, 8)),
            PartOfDay::Overnight => ((-1, 20), (0, 8)),
        };
        let at = |m: Moment, days: i32, hour: i8| {
            let date = shift(m.date, days, Unit::Day)?;
            let time = Time::constant(hour, 0, 0, 0);
            Some(Moment { date, time: Some(time), offset_minutes: self.zone_offset(date, time) })
        };
        let from = when.from.and_then(|m| at(m, a, from_hour));
        let to = when.to.and_then(|m| at(m, b, to_hour));
        if from.is_none() && to.is_none() {
            return unresolved();
        }
        let precision = match (when.single_day(), b - a) {
            (Some(_), ..=1) => TimePrecision::PartOfDay,
            (Some(_), _) => TimePrecision::Days,
            (None, _) => when.precision,
        };
        When { from, to, precision, basis: when.basis }
    }
}

const fn unresolved() -> When {
    When::unknown(TimeBasis::Unresolved)
}

fn span_of(from: Date, to: Date, precision: TimePrecision, basis: TimeBasis) -> When {
    When { precision, ..When::days(Some(from), Some(to), basis) }
}

/// Never finer than the unit of the words.
fn coarsen(when: When, least: TimePrecision) -> When {
    if when.from.is_none() && when.to.is_none() {
        return when;
    }
    When { precision: when.precision.max(least), ..when }
}

/// A day so many units later; `None` outside the calendar.
fn shift(day: Date, amount: i32, unit: Unit) -> Option<Date> {
    let n = i64::from(amount);
    let span = match unit {
        Unit::Hour => return None,
        Unit::Day => Duration::new().try_days(n),
        Unit::Week => Duration::new().try_weeks(n),
        Unit::Month => Duration::new().try_months(n),
        Unit::Year => Duration::new().try_years(n),
    };
    day.checked_add(span.ok()?).ok()
}

/// Of the candidates, the one that the direction of the words (or else the tense of the sentence) points at.
fn pick(candidates: Vec<Date>, anchor: Date, direction: Direction, tense: Tense) -> Option<Date> {
    let direction = match (direction, tense) {
        (Direction::Nearest, Tense::Past) => Direction::Past,
        (Direction::Nearest, Tense::Future) => Direction::Future,
        (given, _) => given,
    };
    let days = candidates.into_iter();
    match direction {
        Direction::Past => days.filter(|d| *d <= anchor).max(),
        Direction::Future => days.filter(|d| *d >= anchor).min(),
        // On a tie the earlier one: reports tell of what was.
        Direction::Nearest => days.min_by_key(|d| (days_between(anchor, *d).abs(), *d)),
    }
}

/// The ends of "about so many units ago" as (units, days) from the anchor. People cut ages down ("two weeks" for 14 to 20
/// days) and sometimes round them up by less than half a unit; `approx` adds half a unit on either side.
fn around(amount: i32, unit: Unit, approx: bool) -> ((i32, i32), (i32, i32)) {
    let half = match unit {
        Unit::Hour | Unit::Day => 1,
        Unit::Week => 3,
        Unit::Month => 15,
        Unit::Year => 182,
    };
    let more = match (approx, unit) {
        (false, _) => 0,
        // "about ten days ago" may be a day or several off, the more the longer ago.
        (true, Unit::Hour | Unit::Day) => (amount.unsigned_abs() / 5).min(1 << 20).cast_signed(),
        (true, _) => half,
    };
    let (near, far) = (amount, amount.saturating_add(amount.signum()));
    if amount == 0 {
        ((0, -half - more), (0, half + more))
    } else if amount < 0 {
        ((far, 1 - more), (near, half + more))
    } else {
        ((near, -half - more), (far, more - 1))
    }
}

/// "between 12 and 15 May": the first date takes month and year from the second; "between 28 December and 3 January 2021"
/// begins the year before.
fn inherit(a: &TimeExpr, b: &TimeExpr, last: Option<Date>) -> TimeExpr {
    let (
        TimeExpr::Calendar { year: None, month, day, weekday },
        TimeExpr::Calendar { year: year_b, month: month_b, day: day_b, .. },
    ) = (a, b)
    else {
        return a.clone();
    };
    let month = month.or(*month_b);
    let year = year_b.or(last.map(|d| d.year())).map(|y| {
        let later = (month, day.unwrap_or(1)) > (*month_b, day_b.unwrap_or(31));
        if later && month.is_some() { y.saturating_sub(1) } else { y }
    });
    TimeExpr::Calendar { year, month, day: *day, weekday: *weekday }
}
