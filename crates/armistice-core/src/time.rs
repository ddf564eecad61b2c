//! Times as texts give them: expressions, intervals, precision, and on what they rest.
//!
//! Must not: read a clock, or turn an interval into its first day.

use crate::span::Span;
use jiff::civil::{Date, Time, Weekday};

mod interval;
mod moment;
mod resolve;

pub(crate) use interval::days_between;
pub use moment::MomentError;
pub use resolve::{Anchor, Tense, resolve};

/// A point in civil time, as fine as it is known. Text form: `2017-01-24`, `2017-01-24T08:00Z`, `2017-01-24T14:00+06:00`,
/// or `2017-01-24T14:00` when the offset is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of day, if known.
    pub time: Option<Time>,
    /// Minutes east of UTC, if known.
    pub offset_minutes: Option<i16>,
}

/// How finely a time is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimePrecision {
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// Morning, evening, overnight.
    PartOfDay,
    /// The day.
    Day,
    /// Two to six days.
    Days,
    /// The week.
    Week,
    /// The month.
    Month,
    /// The year.
    Year,
    /// A longer stretch, or one with an open end.
    Period,
    /// Not known.
    Unknown,
}

/// On what a time rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeBasis {
    /// The text states the full date.
    Stated,
    /// The page's metadata state it (publication date in the markup).
    Metadata,
    /// A publication line of the page states it.
    PublicationLine,
    /// Words such as "Monday" or "last month", counted from the publication date.
    RelativeToPublication,
    /// Words counted from the date of another document that shares its text.
    RelativeToCopiedText,
    /// Day and month stated, the year from weekday, agreement or neighbouring dates.
    YearInferred,
    /// A caption's date: when the picture was taken.
    Caption,
    /// The text gives the age of the agreement ("three weeks old"), and the agreement's date is known.
    CountedFromAgreement,
    /// Later than the newest full date in the text, and not narrower.
    NotBeforeNewestDate,
    /// The columns of an event data set.
    DataColumn,
    /// Words that could not be resolved; the ends are open.
    Unresolved,
    /// The text says nothing.
    NotStated,
}

/// An interval with inclusive ends. An open end is `None`, never a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    /// Not before.
    pub from: Option<Moment>,
    /// Not after.
    pub to: Option<Moment>,
    /// How fine.
    pub precision: TimePrecision,
    /// On what it rests.
    pub basis: TimeBasis,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Week.
    Week,
    /// Month.
    Month,
    /// Year.
    Year,
}

/// Which way a bare weekday or month points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The latest one not after the anchor ("on Monday" in a report of what happened; "last Monday" excludes today).
    Past,
    /// The next one not before the anchor ("to be signed on Tuesday").
    Future,
    /// The words do not tell: the nearest.
    Nearest,
}

/// A time as words give it, before it is resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TimeExpr {
    /// A calendar date, whole or in part: "23 January 2017", "January 23", "January", "2011", "March 2011".
    Calendar { year: Option<i16>, month: Option<i8>, day: Option<i8>, weekday: Option<Weekday> },
    /// A bare weekday.
    Weekday { weekday: Weekday, direction: Direction },
    /// A bare month: "in December", "last April".
    Month { month: i8, direction: Direction },
    /// So many units from the anchor: yesterday is -1 day, "last month" -1 month, "three-week-old" -3 weeks, today 0 days.
    /// `approx` for "about", "nearly", "some".
    Offset { amount: i32, unit: Unit, approx: bool },
    /// A stretch that ends at the anchor: "in recent weeks", "over the past 24 hours", "during the day".
    Past { amount: Option<u32>, unit: Unit },
    /// Everything since a time: "since March 2011".
    Since(Box<TimeExpr>),
    /// From one to another: "between 12 and 15 May".
    Between(Box<TimeExpr>, Box<TimeExpr>),
    /// A clock time on a day: "2 pm (0800 GMT)". `offset_minutes` when the words give it or two clocks imply it.
    Clock { hour: i8, minute: i8, offset_minutes: Option<i16>, day: Option<Box<TimeExpr>> },
    /// A part of a day: "overnight", "in the morning".
    PartOfDay { part: PartOfDay, day: Option<Box<TimeExpr>> },
    /// Two civil dates as a data set gives them (inclusive).
    Columns { from: Date, to: Date, precision: TimePrecision },
}

/// Parts of a day; their hours are a convention (see [`resolve`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfDay {
    /// 05–12.
    Morning,
    /// 12–17.
    Afternoon,
    /// 17–22.
    Evening,
    /// 20–05.
    Night,
    /// From the evening before to the morning.
    Overnight,
}

/// A time expression and its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TimeMention {
    /// Where the words stand in the captured file.
    pub span: Span,
    /// The words.
    pub text: String,
    /// What they say.
    pub expr: TimeExpr,
}
