//! What could be seen: per area and day observed, limited, not observed, or no entry, which is not known.
//!
//! Must not: take a day without an entry for a quiet one, or for one that was watched.

use super::{Ledgers, Period, clock};
use crate::{
    record::Step,
    statement::{
        ledger::{CoverageRecorded, Hindrance, Watch},
        wire::Interval,
    },
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Days that one answer holds at most: ten years.
const DAYS_MAX: usize = 3_660;

/// Whether one could see, on one day in one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seen {
    /// All that is entered says: as planned.
    Observed,
    /// In part, or one means could and another could not.
    Limited,
    /// All that is entered says: not at all.
    NotObserved,
    /// Nothing is entered: not known.
    NoEntry,
}

impl Seen {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Limited => "limited",
            Self::NotObserved => "not_observed",
            Self::NoEntry => "no_entry",
        }
    }
}

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCovered<'a> {
    /// The day.
    pub day: Date,
    /// Whether one could see.
    pub seen: Seen,
    /// The entries that touch it.
    pub entries: Vec<&'a Step<CoverageRecorded>>,
}

/// The effort in one area over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// The area, in the words of the entries.
    pub area: String,
    /// Day by day: from the first to the last of the period, or of the entries where the period is open.
    pub days: Vec<DayCovered<'a>>,
    /// Entries whose period is open: on which day they hold is not known.
    pub undated: Vec<&'a Step<CoverageRecorded>>,
    /// How often it was hindered by what, and by whom (nobody named: an empty set).
    pub hindrances: BTreeMap<(Hindrance, BTreeSet<String>), usize>,
    /// Hours of observation that are stated, and how many entries state none.
    pub hours: (u64, usize),
}

impl Coverage<'_> {
    /// How many days are so.
    #[must_use]
    pub fn count(&self, seen: Seen) -> usize {
        self.days.iter().filter(|d| d.seen == seen).count()
    }
}

fn day_of(entries: &[&Step<CoverageRecorded>]) -> Seen {
    let watches: BTreeSet<Watch> = entries.iter().map(|e| e.body.watch).collect();
    match watches.into_iter().collect::<Vec<_>>().as_slice() {
        [] => Seen::NoEntry,
        [Watch::Observed] => Seen::Observed,
        [Watch::NotObserved] => Seen::NotObserved,
        _ => Seen::Limited,
    }
}

/// The effort in an area over a period.
#[must_use]
pub fn coverage<'a>(l: &'a Ledgers, area: &str, period: &Period) -> Coverage<'a> {
    let of_area = l.coverage.iter().filter(|c| c.body.area.trim() == area.trim());
    let (dated, undated): (Vec<_>, Vec<_>) = of_area
        .filter(|c| clock::touches(&c.body.period, period))
        .partition(|c| c.body.period.from.is_some() && c.body.period.to.is_some());
    let day = |m: Option<crate::time::Moment>| m.map(|m| m.date);
    let first = day(period.from).or_else(|| dated.iter().filter_map(|c| day(c.body.period.from)).min());
    let last = day(period.to).or_else(|| dated.iter().filter_map(|c| day(c.body.period.to)).max());
    let mut days = Vec::new();
    let mut at = first.zip(last).filter(|(a, b)| a <= b).map(|(a, _)| a);
    while let Some(day) = at {
        let holds = |p: &Interval| p.from.is_some_and(|m| m.date <= day) && p.to.is_some_and(|m| day <= m.date);
        let entries: Vec<_> = dated.iter().copied().filter(|c| holds(&c.body.period)).collect();
        days.push(DayCovered { day, seen: day_of(&entries), entries });
        at = day.tomorrow().ok().filter(|d| last.is_some_and(|l| *d <= l) && days.len() < DAYS_MAX);
    }
    let all = || dated.iter().chain(&undated);
    let mut hindrances: BTreeMap<(Hindrance, BTreeSet<String>), usize> = BTreeMap::new();
    for c in all() {
        if let Some(h) = c.body.hindrance {
            *hindrances.entry((h, c.body.by.iter().cloned().collect())).or_default() += 1;
        }
    }
    let hours = all().filter_map(|c| c.body.hours).map(u64::from).sum();
    let unstated = all().filter(|c| c.body.hours.is_none()).count();
    Coverage { area: area.trim().to_owned(), days, undated, hindrances, hours: (hours, unstated) }
}

/// What belongs beside a zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside<'a> {
    /// Entries of hindered coverage that touch its window.
    pub hindered: Vec<&'a Step<CoverageRecorded>>,
    /// All entries that touch it. Without any, what could be seen is not known, and that is to be said.
    pub entries: usize,
}

/// What belongs beside a zero of a window, in an area or anywhere (`None`). A zero is never printed without it.
#[must_use]
pub fn beside<'a>(l: &'a Ledgers, window: &Interval, area: Option<&str>) -> Beside<'a> {
    let there = |c: &&Step<CoverageRecorded>| area.is_none_or(|a| a.trim() == c.body.area.trim());
    let touching: Vec<_> = l.coverage.iter().filter(|c| clock::touches(&c.body.period, window)).filter(there).collect();
    let entries = touching.len();
    Beside { hindered: touching.into_iter().filter(|c| c.body.watch != Watch::Observed).collect(), entries }
}
