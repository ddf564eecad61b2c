//! Tables of what lists show, and what is asked of them: pages, all rows, facets, days, the map. Rebuilt at will from the registers.
//!
//! Must not: be evidence of anything, list what a reader may not see, or hide that it does.

mod bits;
mod cursor;
pub mod fold;
mod found;
pub mod item;
pub mod items;
mod map;
mod page;
mod paging;
mod rows;
mod snippet;
pub mod state;
mod store;

pub use item::{Count, Item, Needs, Place, Time};
pub use map::{Area, Cluster, MapPage, MapPoint};
pub use page::{Access, DayCount, Facet, FacetValue, Histogram, Page, Restricted, Row, Snippet, TimeMatch, Unmatched};

use super::query::{Kind, Query, QueryProblem, Wrong};
use bits::Bits;
use found::{Found, Kept};
use rows::Rows;
use std::{path::Path, sync::Arc};
use store::{Store, Writer};

/// Answers that are kept for the next page.
const ANSWERS: usize = 96;

/// Words whose rows are kept.
const WORDS: usize = 192;

/// Rows that are read at a time when all are read.
const BATCH: usize = 512;

/// Why the tables did not answer.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The query cannot be answered as it stands.
    #[error("the query cannot be answered: {}", .0.iter().map(|p| p.wrong.id()).collect::<Vec<_>>().join(", "))]
    Query(Vec<QueryProblem>),
    /// The tables are damaged or cannot be read. They are built anew from the registers.
    #[error("the tables of the desk cannot be used: {0}; they are built anew from the registers")]
    Tables(String),
}

impl From<rusqlite::Error> for IndexError {
    fn from(e: rusqlite::Error) -> Self {
        IndexError::Tables(e.to_string())
    }
}

/// What the tables are built with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The time zone of the mission: days are days there.
    pub zone: jiff::tz::TimeZone,
    /// "Now", for ages: seconds since 1970.
    pub as_of: i64,
}

/// The tables. Many threads may ask at once.
#[derive(Debug)]
pub struct Index {
    settings: Settings,
    /// By kind, in the order of [`Kind::ALL`].
    rows: Vec<Rows>,
    store: Store,
    answers: Kept<Found>,
    words_kept: Kept<Bits>,
    mark: u32,
    /// Since which mark it is known what changed.
    known_since: u32,
    /// Rows that were left out before the tables were built, by kind.
    lacking: [u64; Kind::ALL.len()],
}

impl Index {
    /// Builds the tables in a file (beside it first, then in its place) or, without a path, in memory.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn build(
        path: Option<&Path>,
        settings: Settings,
        items: &mut dyn Iterator<Item = Item>,
    ) -> Result<Self, IndexError> {
        Self::build_after(path, settings, None, items)
    }

    /// The same, knowing the tables of before: what is as it was keeps its mark, so that `changed-since:` has an answer.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn build_after(
        path: Option<&Path>,
        settings: Settings,
        former: Option<&Index>,
        items: &mut dyn Iterator<Item = Item>,
    ) -> Result<Self, IndexError> {
        let writer = Writer::begin(path)?;
        // A state of the tables is no smaller than the second in which they were built: one that did not know those of before
        // does not take their marks for its own.
        let second = u32::try_from(settings.as_of).unwrap_or(1);
        let mark = former.map_or(second, |f| second.max(f.mark + 1));
        let known_since = former.map_or(mark, |f| f.known_since);
        let mut rows: Vec<Rows> = Kind::ALL.iter().map(|_| Rows::default()).collect();
        for item in items {
            let kind = item.kind as usize;
            let body = serde_json::to_string(&item).map_err(|e| IndexError::Tables(e.to_string()))?;
            let digest = rows::tie(&body).cast_signed();
            let same = match former {
                Some(f) => f.store.former(kind, &item.id)?.filter(|(d, _)| *d == digest),
                None => None,
            };
            let changed = same.map_or(mark, |(_, changed)| changed);
            let list = &mut rows[kind];
            let number = store::number(kind, u32::try_from(list.len()).unwrap_or(u32::MAX));
            list.push(&item, changed, &settings.zone, settings.as_of);
            writer.put(number, &item, digest, changed, &body)?;
        }
        let store = writer.finish(mark, known_since)?;
        Ok(Self::with(settings, rows, store, mark, known_since))
    }

    /// Opens tables that were built before.
    ///
    /// # Errors
    /// When there is no such file, or it is damaged or of another layout: build it anew.
    pub fn open(path: &Path, settings: Settings) -> Result<Self, IndexError> {
        let store = Store::open(path)?;
        let mut rows: Vec<Rows> = Kind::ALL.iter().map(|_| Rows::default()).collect();
        store.each(|_, changed, body| {
            let item = store::parse(body)?;
            rows[item.kind as usize].push(&item, changed, &settings.zone, settings.as_of);
            Ok(())
        })?;
        let meta = |name| Ok::<_, IndexError>(u32::try_from(store.meta(name)?.unwrap_or(1)).unwrap_or(1));
        let (mark, known_since) = (meta("mark")?, meta("since")?);
        Ok(Self::with(settings, rows, store, mark, known_since))
    }

    fn with(settings: Settings, mut rows: Vec<Rows>, store: Store, mark: u32, known_since: u32) -> Self {
        rows.iter_mut().for_each(Rows::finish);
        let (answers, words_kept) = (Kept::new(ANSWERS), Kept::new(WORDS));
        Self { settings, rows, store, answers, words_kept, mark, known_since, lacking: [0; Kind::ALL.len()] }
    }

    /// The state of the tables: a number that rises with every building that knew the one before.
    #[must_use]
    pub fn mark(&self) -> u64 {
        u64::from(self.mark)
    }

    /// The first state since which it is known what changed.
    #[must_use]
    pub fn known_since(&self) -> u64 {
        u64::from(self.known_since)
    }

    /// The same tables, which say of every list how many rows were left out before they were built.
    #[must_use]
    pub fn lacking(mut self, rows: [u64; Kind::ALL.len()]) -> Self {
        self.lacking = rows;
        self
    }

    /// The mission's civil time.
    #[must_use]
    pub const fn zone(&self) -> &jiff::tz::TimeZone {
        &self.settings.zone
    }

    fn hidden(&self, kind: usize, access: &Access) -> Result<u64, IndexError> {
        Ok(self.barred(kind, access)?.map_or(0, |b| b.count() as u64) + self.lacking[kind])
    }

    /// How many rows a list has, with those that a reader may not see.
    #[must_use]
    pub fn len(&self, kind: Kind) -> usize {
        self.rows[kind as usize].len()
    }

    /// Whether there is nothing in any list.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(|r| r.len() == 0)
    }

    /// Bytes of the columns in memory, about.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.rows.iter().map(Rows::bytes).sum()
    }

    /// Forgets the answers that are kept; for measuring.
    pub fn forget(&mut self) {
        self.answers = Kept::new(ANSWERS);
        self.words_kept = Kept::new(WORDS);
    }

    /// One page of a query.
    ///
    /// # Errors
    /// When the cursor is of another list or order, or the tables cannot be read.
    pub fn page(&self, query: &Query, access: &Access) -> Result<Page, IndexError> {
        let kind = query.kind as usize;
        let (list, sort) = (&self.rows[kind], query.sorting());
        let place = match &query.cursor {
            Some(c) => Some(cursor::read(query.kind, sort, c).ok_or_else(|| bad_cursor(&c.0))?),
            None => None,
        };
        let found = self.found(query, access)?;
        let limit = query.limit.clamp(1, super::query::LIMIT_MAX) as usize;
        let mut rows = paging::after(list, &found, sort, place, limit + 1);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let last = rows.last().filter(|_| more);
        let next = last.map(|r| cursor::write(query.kind, sort, paging::at(list, &found, sort, *r)));
        Ok(Page {
            rows: self.full(query, &found, &rows)?,
            total: found.total as u64,
            surely: found.surely.as_ref().map(|s| s.count() as u64),
            hidden: self.hidden(kind, access)?,
            next,
            facets: found.facets.clone(),
            histogram: found.histogram.clone(),
            unmatched: found.unmatched.clone(),
            without_point: found.without_point as u64,
            mark: self.mark(),
        })
    }

    fn full(&self, query: &Query, found: &Found, rows: &[u32]) -> Result<Vec<Row>, IndexError> {
        let items = self.store.bodies(query.kind as usize, rows)?;
        let row = |(row, item): (&u32, Item)| Row {
            time_match: found.surely.as_ref().map(|s| if s.has(*row) { TimeMatch::Yes } else { TimeMatch::Possibly }),
            snippet: if query.text.is_empty() { None } else { snippet::of(&item, &query.text) },
            needs: rows::needs(&item, self.settings.as_of),
            item,
        };
        Ok(rows.iter().zip(items).map(row).collect())
    }

    /// How many rows a query finds, and nothing else.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub fn count(&self, query: &Query, access: &Access) -> Result<u64, IndexError> {
        Ok(self.found(query, access)?.total as u64)
    }

    /// How many rows of a query are new, or other than they were, since a mark.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub fn changed(&self, query: &Query, access: &Access, mark: u64) -> Result<u64, IndexError> {
        let found = self.found(query, access)?;
        let list = &self.rows[query.kind as usize];
        Ok(found.rows.rows().filter(|r| u64::from(list.changed[*r as usize]) > mark).count() as u64)
    }

    /// The ids of everything that a query finds, in its order; its cursor and limit do not count.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub fn ids(&self, query: &Query, access: &Access) -> Result<Vec<String>, IndexError> {
        let (found, rows) = self.ordered(query, access)?;
        drop(found);
        self.store.ids(query.kind as usize, &rows)
    }

    fn ordered(&self, query: &Query, access: &Access) -> Result<(Arc<Found>, Vec<u32>), IndexError> {
        let found = self.found(query, access)?;
        let rows = paging::after(&self.rows[query.kind as usize], &found, query.sorting(), None, found.total);
        Ok((found, rows))
    }

    /// Every row that a query finds, in its order, read a few hundred at a time; its cursor and limit do not count.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub fn all<'a>(
        &'a self,
        query: &Query,
        access: &Access,
    ) -> Result<Box<dyn Iterator<Item = Result<Row, IndexError>> + 'a>, IndexError> {
        let (found, rows) = self.ordered(query, access)?;
        let query = query.whole();
        let batches = rows.len().div_ceil(BATCH);
        let batch = move |n: usize| {
            let part = &rows[n * BATCH..((n + 1) * BATCH).min(rows.len())];
            match self.full(&query, &found, part) {
                Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
                Err(e) => vec![Err(e)],
            }
        };
        Ok(Box::new((0..batches).flat_map(batch)))
    }
}

fn bad_cursor(text: &str) -> IndexError {
    IndexError::Query(vec![QueryProblem {
        wrong: Wrong::BadCursor,
        text: text.to_owned(),
        parameter: "after".to_owned(),
        start: 0,
        end: text.len(),
        instead: None,
        did_you_mean: Vec::new(),
    }])
}
