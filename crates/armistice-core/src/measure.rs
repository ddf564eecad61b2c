//! Counts of incidents over time and by division, told apart by whether they are in scope. What is not known to lie inside
//! a day, a month or a period is not placed in it: it is counted apart, with its number.
//!
//! Must not: place an interval at its first day, count an aggregate row as an incident, add one status of casualties to
//! another, or average anything.

use crate::count::{Count, CountStatus, CountWhat};
use crate::id::IncidentId;
use crate::scope::summary::Standing;
use crate::time::{TimePrecision, When};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The days of a series, or the days of a window on each side: more are cut off. Eleven years.
pub const DAYS_MAX: usize = 4_020;

/// Where an incident stands under one text, without the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// In scope: an alleged violation.
    InScope,
    /// Out of scope.
    OutOfScope,
    /// Cannot be determined.
    CannotBeDetermined,
}

impl Held {
    /// The same, of a standing.
    #[must_use]
    pub const fn of(standing: &Standing) -> Self {
        match standing {
            Standing::InScope { .. } => Held::InScope,
            Standing::OutOfScope { .. } => Held::OutOfScope,
            Standing::CannotBeDetermined { .. } => Held::CannotBeDetermined,
        }
    }
}

/// One incident, as far as counting needs it. Counts under two texts are two lists of rows: the texts are never mixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which incident.
    pub incident: IncidentId,
    /// When, in the days of the place as the sources give them.
    pub when: When,
    /// It covers a stretch of time and no one event; see [`crate::incident::Incident::aggregate`].
    pub aggregate: bool,
    /// The first-order division. `None`: not known, which is a division of its own in every table.
    pub division: Option<String>,
    /// Under the text that the count is made under.
    pub held: Held,
    /// Its figures, per unit and status.
    pub counts: Vec<Count>,
}

/// How many incidents, by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In scope.
    pub in_scope: u64,
    /// Out of scope.
    pub out_of_scope: u64,
    /// Cannot be determined.
    pub cannot_be_determined: u64,
}

impl Tally {
    /// One incident more.
    pub fn add(&mut self, held: Held) {
        match held {
            Held::InScope => self.in_scope += 1,
            Held::OutOfScope => self.out_of_scope += 1,
            Held::CannotBeDetermined => self.cannot_be_determined += 1,
        }
    }

    /// All of them, wherever they stand.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.in_scope + self.out_of_scope + self.cannot_be_determined
    }
}

/// A stretch of whole days, both ends inclusive, and the incidents known to lie inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// What lies inside.
    pub tally: Tally,
}

/// Incidents that touch the period, or may, and are in none of its buckets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotPlaced {
    /// How many, aggregates left out.
    pub tally: Tally,
    /// Those of them whose time is open at an end or not known at all.
    pub open: u64,
    /// Aggregate rows that touch the period: shown as aggregates and counted nowhere.
    pub aggregates: u64,
    /// All of them, aggregates too, in the order of the rows.
    pub incidents: Vec<IncidentId>,
}

/// Counts over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The buckets, without gaps, in order.
    pub buckets: Vec<Bucket>,
    /// The sum of the buckets.
    pub placed: Tally,
    /// What touches the period and lies in no bucket.
    pub not_placed: NotPlaced,
    /// Incidents wholly before or after the period.
    pub outside: u64,
}

/// Incidents per day. An incident counts in a day only when both ends of its time are that day and its source does not say
/// that it is known more coarsely.
#[must_use]
pub fn daily(rows: &[Row], from: Date, to: Date) -> Series {
    let mut buckets = Vec::new();
    let mut day = from;
    while day <= to && buckets.len() < DAYS_MAX {
        buckets.push(Bucket { from: day, to: day, tally: Tally::default() });
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    count(rows, buckets, TimePrecision::Day)
}

/// Incidents per calendar month, the first and the last cut to the period.
#[must_use]
pub fn monthly(rows: &[Row], from: Date, to: Date) -> Series {
    let mut buckets = Vec::new();
    let mut day = from;
    while day <= to && buckets.len() < DAYS_MAX {
        let last = day.last_of_month().min(to);
        buckets.push(Bucket { from: day, to: last, tally: Tally::default() });
        let Ok(next) = last.tomorrow() else { break };
        day = next;
    }
    count(rows, buckets, TimePrecision::Month)
}

/// Incidents of a period as one bucket.
#[must_use]
pub fn period(rows: &[Row], from: Date, to: Date) -> Series {
    let bucket = Bucket { from, to, tally: Tally::default() };
    count(rows, if from <= to { vec![bucket] } else { vec![] }, TimePrecision::Period)
}

/// Incidents of a period by first-order division. What is not placed in the period is not in the table: [`period`] has it.
#[must_use]
pub fn by_division(rows: &[Row], from: Date, to: Date) -> BTreeMap<Option<String>, Tally> {
    let mut out: BTreeMap<Option<String>, Tally> = BTreeMap::new();
    for row in rows.iter().filter(|r| place(r, from, to, TimePrecision::Period) == Lies::Inside) {
        out.entry(row.division.clone()).or_default().add(row.held);
    }
    out
}

/// Two windows of the same length, before a day and from it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The window that ends the day before.
    pub before: Series,
    /// The window that begins with the day.
    pub after: Series,
    /// The change of the total, in thousandths of the number before. `None`: there was none before.
    ///
    /// Totals are compared and not what is in scope: what happened before an agreement took effect is out of its scope.
    pub change_permille: Option<i64>,
}

/// Compares the `days` before `day` (the baseline) with those from it on. Rows are all incidents that were counted in both
/// windows by the same rule; which ones is the caller's choice, and has to be said beside the figure.
#[must_use]
pub fn trend(rows: &[Row], day: Date, days: u16) -> Trend {
    let span = jiff::Span::new().days(i64::from(days));
    let one = jiff::Span::new().days(1);
    let before = period(rows, day.saturating_sub(span), day.saturating_sub(one));
    let after = period(rows, day, day.saturating_add(span).saturating_sub(one));
    let (a, b) = (before.placed.total(), after.placed.total());
    let difference = i64::try_from(b).ok().zip(i64::try_from(a).ok()).map(|(b, a)| b - a);
    let change_permille =
        difference.zip(i64::try_from(a).ok().filter(|a| *a > 0)).and_then(|(d, a)| d.checked_mul(1000).map(|x| x / a));
    Trend { before, after, change_permille }
}

/// People of one status, as the incidents of a period give them: a range, and never one figure made of two statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The unit.
    pub what: CountWhat,
    /// Of whom. `Unknown` and `All` are statuses of their own: nobody of them is added to civilians.
    pub status: CountStatus,
    /// The sum of what is stated at the least. An incident that states no least adds nothing to it.
    pub least: u64,
    /// The sum of what is stated at the most; `None` when an incident leaves it open.
    pub most: Option<u64>,
    /// The sum of the figures given; `None` when the sources of an incident do not agree on one.
    pub given: Option<u64>,
    /// How many incidents state it.
    pub incidents: u64,
}

/// The casualties of a period: of incidents that lie inside, and apart from them of aggregate rows that lie inside.
#[must_use]
pub fn figures(rows: &[Row], from: Date, to: Date) -> (Vec<Figure>, Vec<Figure>) {
    let sum = |lies: Lies| {
        let mut out: BTreeMap<(CountWhat, CountStatus), Figure> = BTreeMap::new();
        for row in rows.iter().filter(|r| place(r, from, to, TimePrecision::Period) == lies) {
            for c in row.counts.iter().filter(|c| c.what.is_harm()) {
                let none =
                    Figure { what: c.what, status: c.status, least: 0, most: Some(0), given: Some(0), incidents: 0 };
                let f = out.entry((c.what, c.status)).or_insert(none);
                f.least = f.least.saturating_add(c.min.unwrap_or(0));
                f.most = f.most.zip(c.max).map(|(a, b)| a.saturating_add(b));
                f.given = f.given.zip(c.best).map(|(a, b)| a.saturating_add(b));
                f.incidents += 1;
            }
        }
        out.into_values().collect()
    };
    (sum(Lies::Inside), sum(Lies::AggregateInside))
}

/// How a row lies to a stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lies {
    /// Wholly inside.
    Inside,
    /// Wholly inside, and an aggregate: counted nowhere.
    AggregateInside,
    /// Wholly before or after.
    Outside,
    /// It touches it, or may.
    Touches,
}

/// `coarsest`: what the row's source may say of its precision at most, so that a row dated "within the week" counts in no day
/// even when its two columns have the same day.
fn place(row: &Row, from: Date, to: Date, coarsest: TimePrecision) -> Lies {
    let (first, last) = (row.when.first_day(), row.when.last_day());
    if first.is_some_and(|d| d > to) || last.is_some_and(|d| d < from) {
        return Lies::Outside;
    }
    let inside = first.is_some_and(|d| d >= from) && last.is_some_and(|d| d <= to);
    match (inside && row.when.precision <= coarsest, row.aggregate) {
        (true, false) => Lies::Inside,
        (true, true) => Lies::AggregateInside,
        (false, _) => Lies::Touches,
    }
}

fn count(rows: &[Row], mut buckets: Vec<Bucket>, coarsest: TimePrecision) -> Series {
    let mut placed = Tally::default();
    let mut not_placed = NotPlaced::default();
    let mut outside = 0;
    let Some((first, last)) = buckets.first().map(|b| b.from).zip(buckets.last().map(|b| b.to)) else {
        return Series { buckets, placed, not_placed, outside: rows.len() as u64 };
    };
    for row in rows {
        if place(row, first, last, coarsest) == Lies::Outside {
            outside += 1;
            continue;
        }
        // Buckets do not overlap, so the one that its first day lies in is the only one that it can lie inside of.
        let own = row.when.first_day().and_then(|d| buckets.iter_mut().rfind(|b| b.from <= d));
        match own.filter(|b| place(row, b.from, b.to, coarsest) == Lies::Inside) {
            Some(bucket) => {
                bucket.tally.add(row.held);
                placed.add(row.held);
            }
            None => {
                not_placed.incidents.push(row.incident.clone());
                if row.aggregate {
                    not_placed.aggregates += 1;
                } else {
                    not_placed.tally.add(row.held);
                    not_placed.open += u64::from(row.when.first_day().is_none() || row.when.last_day().is_none());
                }
            }
        }
    }
    Series { buckets, placed, not_placed, outside }
}
