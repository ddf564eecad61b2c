//! Conditions that a phase of an agreement may depend on, in a small language: `at(2017-05-06)`,
//! `within(P14D, of: DM.signed)`, `all(…)`, `any(…)`, `not(…)`, `met(DM.maps)`,
//! `no(serious_violations, in: idlib, for: P7D)`, `guarantors_confirm(withdrawal)`. The language is described in
//! `docs/agreement-language.md`.
//!
//! Must not: answer yes or no where the facts do not decide; a condition has three answers, and says what would change it.

mod evaluate;
mod facts;
mod parse;

pub use evaluate::{Change, Evaluated, Reason, evaluate};
pub use facts::{Confirmation, Event, Facts, Gravity, Performed, Seen, Watched};
pub use parse::{ConditionError, parse};

pub(crate) use evaluate::{begins, end_of_day_after};
pub(crate) use facts::events;

use crate::agreement::name::{ObligationId, is_name};
use jiff::civil::{Date, DateTime};
use std::fmt;

/// A day or a local time, in the agreement's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Time {
    /// From the first moment of the day.
    Day(Date),
    /// From this moment, to the minute.
    Minute(DateTime),
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Time::Day(day) => write!(f, "{day}"),
            Time::Minute(at) => write!(f, "{}", at.strftime("%Y-%m-%dT%H:%M")),
        }
    }
}

/// A length of time in years, months, weeks and days, as ISO 8601 writes it. It is never zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(String);

impl Length {
    /// Reads `P14D`, `P6M`, `P1Y2M`.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        crate::agreement::calendar_span(text).map(|_| Self(text.to_owned()))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The calendar units.
    #[must_use]
    pub fn span(&self) -> jiff::Span {
        crate::agreement::calendar_span(&self.0).unwrap_or_default()
    }
}

/// Which determined violations a condition looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Determined as serious.
    Serious,
    /// Determined as serious or minor.
    Any,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Subject; 2] = [Subject::Serious, Subject::Any];

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Subject::Serious => "serious_violations",
            Subject::Any => "violations",
        }
    }
}

/// What guarantors confirm: a statement of the file by its id, or words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confirmed {
    /// The id of a statement.
    Statement(String),
    /// Words in quotes.
    Words(String),
}

impl Confirmed {
    /// The id or the words.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Confirmed::Statement(text) | Confirmed::Words(text) => text,
        }
    }
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// The time has come.
    At(Time),
    /// No more than so long has passed since an event: to the end of the last day.
    Within {
        /// How long.
        length: Length,
        /// `<id>.signed` or `<id>.effective`.
        of: String,
    },
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// An obligation is performed, in time or not.
    Met(ObligationId),
    /// No such violation was determined in the time before now, and the time and area were observed.
    No {
        /// Of which kind.
        what: Subject,
        /// A zone or division of the file; everywhere when absent.
        area: Option<String>,
        /// How long before now.
        length: Length,
    },
    /// Every guarantor confirms it.
    GuarantorsConfirm(Confirmed),
}

impl Condition {
    /// Every condition in it, itself first.
    pub fn walk(&self, visit: &mut impl FnMut(&Condition)) {
        visit(self);
        match self {
            Condition::All(list) | Condition::Any(list) => list.iter().for_each(|c| c.walk(visit)),
            Condition::Not(inner) => inner.walk(visit),
            Condition::At(_)
            | Condition::Within { .. }
            | Condition::Met(_)
            | Condition::No { .. }
            | Condition::GuarantorsConfirm(_) => {}
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    if is_name(text) { f.write_str(text) } else { write!(f, "\"{text}\"") }
}

impl fmt::Display for Condition {
    /// The one spelling of the condition: reading it gives the same condition again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, items: &[Condition]| {
            write!(f, "{name}(")?;
            for (i, item) in items.iter().enumerate() {
                write!(f, "{}{item}", if i == 0 { "" } else { ", " })?;
            }
            f.write_str(")")
        };
        match self {
            Condition::At(time) => write!(f, "at({time})"),
            Condition::Within { length, of } => write!(f, "within({}, of: {of})", length.as_str()),
            Condition::All(items) => list(f, "all", items),
            Condition::Any(items) => list(f, "any", items),
            Condition::Not(inner) => write!(f, "not({inner})"),
            Condition::Met(id) => write!(f, "met({id})"),
            Condition::No { what, area, length } => {
                write!(f, "no({}, ", what.word())?;
                if let Some(area) = area {
                    f.write_str("in: ")?;
                    quoted(f, area)?;
                    f.write_str(", ")?;
                }
                write!(f, "for: {})", length.as_str())
            }
            Condition::GuarantorsConfirm(Confirmed::Statement(id)) => write!(f, "guarantors_confirm({id})"),
            Condition::GuarantorsConfirm(Confirmed::Words(words)) => write!(f, "guarantors_confirm(\"{words}\")"),
        }
    }
}
