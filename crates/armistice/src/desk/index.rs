//! Tables of what lists show, and what is asked of them: pages, all rows, facets, days, the map. Rebuilt at will from the registers.
//!
//! Must not: be evidence of anything, list what a reader may not see, or hide that it does.

pub mod item;
mod page;

pub use item::{Count, Item, Needs, Place, Time};
pub use page::{Access, DayCount, Facet, FacetValue, Histogram, Page, Restricted, Row, Snippet, TimeMatch};

use super::query::{Query, QueryProblem};
use std::path::Path;

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

/// The tables.
#[derive(Debug)]
pub struct Index {
    settings: Settings,
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
        let _ = (path, items);
        Ok(Self { settings })
    }

    /// One page of a query.
    ///
    /// # Errors
    /// When the cursor is of another list, or the tables cannot be read.
    pub fn page(&self, query: &Query, access: &Access) -> Result<Page, IndexError> {
        let _ = (query, access, &self.settings);
        Err(IndexError::Tables("not built".to_owned()))
    }

    /// The ids of everything that a query matches, in its order.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub fn ids(&self, query: &Query, access: &Access) -> Result<Vec<String>, IndexError> {
        let _ = (query, access);
        Ok(Vec::new())
    }

    /// Every row that a query matches, in its order; its cursor and limit do not count.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub fn all<'a>(
        &'a self,
        query: &Query,
        access: &Access,
    ) -> Result<Box<dyn Iterator<Item = Result<Row, IndexError>> + 'a>, IndexError> {
        let _ = (query, access);
        Ok(Box::new(std::iter::empty()))
    }
}
