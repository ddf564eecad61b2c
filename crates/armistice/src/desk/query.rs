//! One query for every view: words typed, a struct, and one address.
//!
//! Must not: pass over anything that it does not understand, or know how the tables are kept.

mod address;
pub mod columns;
mod field;
mod problem;
mod spans;
mod words;

pub use field::{Field, Has, Is};
pub(crate) use problem::nearest;
pub use problem::{QueryProblem, Wrong};
pub use spans::{Bbox, End, Span};
pub(crate) use spans::{degrees, minutes};
pub use words::{Term, terms};

use serde::{Deserialize, Serialize};

/// The most bytes of the words of a query.
pub const WORDS_MAX: usize = 2_000;

/// The most bytes of an address's query string.
pub const ADDRESS_MAX: usize = 8_000;

/// The most filters and search words of a query, each.
pub const TERMS_MAX: usize = 40;

/// The most values of one filter.
pub const VALUES_MAX: usize = 50;

/// The most rows of a page.
pub const LIMIT_MAX: u32 = 500;

/// Rows of a page when the address says nothing.
pub const LIMIT: u32 = 50;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Incidents.
    Incidents,
    /// Claims.
    Claims,
    /// Documents.
    Documents,
    /// Cases.
    Cases,
    /// Obligations of the agreements.
    Obligations,
    /// Entries of the ledgers: rows of bulletins, observations, coverage, access, calls.
    Ledger,
    /// Persons named.
    People,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 7] =
        [Kind::Incidents, Kind::Claims, Kind::Documents, Kind::Cases, Kind::Obligations, Kind::Ledger, Kind::People];

    /// The stable text form, as addresses have it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Incidents => "incidents",
            Kind::Claims => "claims",
            Kind::Documents => "documents",
            Kind::Cases => "cases",
            Kind::Obligations => "obligations",
            Kind::Ledger => "ledger",
            Kind::People => "people",
        }
    }

    /// Reads the stable text form.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// How the rows are shown. The rows are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// A table.
    #[default]
    Table,
    /// Cards.
    Cards,
    /// A map, with a table beside it.
    Map,
    /// A line of time.
    Timeline,
}

impl View {
    /// Every view.
    pub const ALL: [View; 4] = [View::Table, View::Cards, View::Map, View::Timeline];

    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            View::Table => "table",
            View::Cards => "cards",
            View::Map => "map",
            View::Timeline => "timeline",
        }
    }

    /// Reads the stable text form.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// By what rows are ordered. Equal ones follow by their ids, so that the order is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// When it happened: the earliest that it may have; what is undated comes last either way.
    When,
    /// When it came in.
    Received,
    /// Persons harmed: the lower bound; what is not stated comes last either way.
    Harm,
    /// Independent origins: the lower bound.
    Origins,
    /// Its status, in the order of the ladder.
    Status,
    /// How much it needs somebody to look: harm, age and a single origin.
    Needs,
    /// How well the words of the search fit.
    Relevance,
}

impl SortBy {
    /// Every order.
    pub const ALL: [SortBy; 7] = [
        SortBy::When,
        SortBy::Received,
        SortBy::Harm,
        SortBy::Origins,
        SortBy::Status,
        SortBy::Needs,
        SortBy::Relevance,
    ];

    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            SortBy::When => "when",
            SortBy::Received => "received",
            SortBy::Harm => "harm",
            SortBy::Origins => "origins",
            SortBy::Status => "status",
            SortBy::Needs => "needs",
            SortBy::Relevance => "relevance",
        }
    }

    /// Reads the stable text form.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// An order and its direction. `-when` is the newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// The greatest first.
    pub descending: bool,
}

impl Sort {
    /// What a query is sorted by when the address says nothing: by how well it fits where words are searched, else the newest first.
    #[must_use]
    pub fn usual(text: &str) -> Self {
        let by = if text.is_empty() { SortBy::When } else { SortBy::Relevance };
        Self { by, descending: true }
    }
}

/// One filter: a row passes if one of the values fits, or none of them if it is negated. All filters of a query must pass.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
pub struct Filter {
    /// What of the row.
    pub field: Field,
    /// How it is compared.
    pub compare: Compare,
    /// With what; at least one.
    pub values: Vec<String>,
    /// Whether it must not fit.
    pub negated: bool,
}

/// How a field is compared with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// `field:value`.
    Is,
    /// `field>=n`: surely at least.
    AtLeast,
    /// `field<=n`: surely at most.
    AtMost,
}

/// Where a page begins: after this row. Opaque text with a version; it holds for one kind and one order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Cursor(pub String);

/// A query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Query {
    /// What the list is of.
    pub kind: Kind,
    /// Words that are searched for, in their canonical spelling: words with spaces between, phrases in quotation marks, `-` before
    /// what must not stand there, `*` after the beginning of a word.
    pub text: String,
    /// What must hold. In canonical order, each once.
    pub filters: Vec<Filter>,
    /// The part of the map.
    pub bbox: Option<Bbox>,
    /// The stretch of time that is looked at, beside `since:` and `until:`.
    pub datetime: Option<Span>,
    /// The order; `None`: the usual one (see [`Sort::usual`]).
    pub sort: Option<Sort>,
    /// How it is shown.
    pub view: View,
    /// The columns that were chosen, in their order; none: the usual ones of the kind.
    pub columns: Vec<String>,
    /// After which row the page begins.
    pub cursor: Option<Cursor>,
    /// Rows of a page.
    pub limit: u32,
    /// Zoom of the map, for clusters.
    pub zoom: Option<u8>,
}

impl Query {
    /// Everything of a kind, in the usual order.
    #[must_use]
    pub const fn all(kind: Kind) -> Self {
        Self {
            kind,
            text: String::new(),
            filters: Vec::new(),
            bbox: None,
            datetime: None,
            sort: None,
            view: View::Table,
            columns: Vec::new(),
            cursor: None,
            limit: LIMIT,
            zoom: None,
        }
    }

    /// Reads the words of a search field.
    ///
    /// # Errors
    /// Everything that is wrong with them, each with its place and what to write instead.
    pub fn from_words(kind: Kind, words: &str) -> Result<Self, Vec<QueryProblem>> {
        words::parse(kind, words)
    }

    /// Reads the query string of an address (what follows `?`; percent-encoded).
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn from_url(kind: Kind, address: &str) -> Result<Self, Vec<QueryProblem>> {
        address::parse(kind, address)
    }

    /// The canonical words: what stands in the search field. Read again, they are this query's filters and text.
    #[must_use]
    pub fn words(&self) -> String {
        words::spell(self)
    }

    /// The canonical query string, without `?`; empty for everything in the usual order.
    #[must_use]
    pub fn to_url(&self) -> String {
        address::spell(self)
    }

    /// The order that holds.
    #[must_use]
    pub fn sorting(&self) -> Sort {
        self.sort.unwrap_or_else(|| Sort::usual(&self.text))
    }

    /// The same rows from their beginning: without cursor. What saved searches, exports and bulk work keep.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { cursor: None, ..self.clone() }
    }

    /// The same query with another page.
    #[must_use]
    pub fn after(&self, cursor: Option<Cursor>) -> Self {
        Self { cursor, ..self.clone() }
    }

    /// Whether the query names a stretch of time.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.datetime.is_some() || self.filters.iter().any(|f| matches!(f.field, Field::Since | Field::Until))
    }
}
