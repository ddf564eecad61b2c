//! What comes back: rows, totals, facets, days.
//!
//! Must not: say a number as exact that is not, or hide that rows are hidden.

use super::item::{Item, Needs};
use crate::desk::query::{Cursor, Field};
use serde::Serialize;
use std::collections::BTreeSet;

/// What a reader may see of the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Of restricted rows.
    pub restricted: Restricted,
    /// Things that are hidden from the reader beside: `document:ID`, `incident:ID`, `case:ID`, `claim:ID`. With a document go
    /// its claims, and what rests on hidden documents alone.
    pub hidden: BTreeSet<String>,
}

/// Which restricted rows a reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restricted {
    /// None.
    None,
    /// Those with these ids.
    Only(BTreeSet<String>),
    /// All.
    All,
}

impl Access {
    /// Open rows only.
    pub const OPEN: Access = Access { restricted: Restricted::None, hidden: BTreeSet::new() };
    /// Everything.
    pub const ALL: Access = Access { restricted: Restricted::All, hidden: BTreeSet::new() };
}

/// How surely a row's time lies in the stretch that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeMatch {
    /// The whole interval lies in it.
    Yes,
    /// The interval reaches into it, or its ends are not known.
    Possibly,
}

/// Where the words of the search stand in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// A stretch of the row's words.
    pub text: String,
    /// Bytes of `text` that were found, half-open, in their order.
    pub hits: Vec<(usize, usize)>,
    /// The words were found by their sound only (another spelling or script).
    pub by_sound: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The thing.
    #[serde(flatten)]
    pub item: Item,
    /// With a query for a time: how surely it lies there.
    pub time_match: Option<TimeMatch>,
    /// With a search: what was found.
    pub snippet: Option<Snippet>,
    /// Why it stands where it stands in the queue.
    pub needs: Needs,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value, as the filter takes it.
    pub value: String,
    /// Rows of the result that have it.
    pub rows: u64,
    /// Whether the query asks for it.
    pub chosen: bool,
}

/// The values of a field in the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// Its values, the most frequent first.
    pub values: Vec<FacetValue>,
    /// Values that are not listed.
    pub more: u64,
    /// Rows that have no value of it.
    pub without: u64,
}

/// Rows of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayCount {
    /// The day in the mission's zone.
    pub day: String,
    /// Rows whose time is that day or a part of it.
    pub rows: u64,
}

/// Rows by day. A row over more than one day counts in none of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Histogram {
    /// Days that have rows, in their order.
    pub days: Vec<DayCount>,
    /// Rows whose time is longer than a day, with both ends known.
    pub longer: u64,
    /// Rows with an end that is open or not known.
    pub undated: u64,
}

/// A value of a filter that no row of the list has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unmatched {
    /// The field.
    pub field: Field,
    /// The value.
    pub value: String,
    /// Values of the list that are near to it.
    pub did_you_mean: Vec<String>,
}

/// A page of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// The rows.
    pub rows: Vec<Row>,
    /// All that match.
    pub total: u64,
    /// Of these, rows whose time surely lies in the stretch asked for; `None` without such a question.
    pub surely: Option<u64>,
    /// Rows of this list that this reader may not see. Of the whole list and not of the query: who could ask what a hidden row
    /// says would see it.
    pub hidden: u64,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    pub facets: Vec<Facet>,
    /// Rows by day.
    pub histogram: Histogram,
    /// Values of filters that no row of the list has.
    pub unmatched: Vec<Unmatched>,
    /// With a box: rows that the rest of the query finds and that have no point that could lie in it.
    pub without_point: u64,
    /// The state of the tables, for `changed-since:`.
    pub mark: u64,
}
