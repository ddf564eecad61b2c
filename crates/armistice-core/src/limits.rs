//! Sizes and counts that the parsers of this crate accept, each with its reason.
//!
//! Must not: be set at run time. Two machines that read the same bytes must refuse the same bytes.

/// Bytes of one agreement file. The longest ceasefire agreements run to 200 pages, about 600 KB; a file holds summaries.
pub const AGREEMENT_BYTES: usize = 1 << 20;

/// Depth of nested brackets in an agreement file. The format needs six; the TOML reader itself stops at 80.
pub const AGREEMENT_DEPTH: usize = 32;

/// Elements of one list in an agreement file. The most parties known in one text are below 200.
pub const LIST_ITEMS: usize = 1_000;

/// Bytes of one text value. A summary is a paragraph, not the clause itself.
pub const TEXT_BYTES: usize = 4_000;

/// Bytes of an id. Ids stand in tables and addresses.
pub const NAME_BYTES: usize = 64;

/// Problems reported for one file. Who has more has one cause for most of them.
pub const PROBLEMS: usize = 200;

/// Aliases of all actors together: bounds the time of one resolution.
pub const ALIASES: usize = 20_000;

/// Words that one resolution looks at. A mention is a noun phrase; more is not a mention.
pub const MENTION_WORDS: usize = 200;

/// Metres that "near" a settlement may be away from it (see [`crate::place::PlacePrecision::Near`]).
pub const NEAR_METRES: i64 = 25_000;

/// Metres that a settlement's point may be away from a thing that happened in the settlement.
pub const SETTLEMENT_METRES: i64 = 5_000;

/// Bytes of one condition. The longest that is imaginable names a dozen obligations.
pub const CONDITION_BYTES: usize = 2_000;

/// Depth of nested conditions: bounds the stack of the parser and of what walks the result.
pub const CONDITION_DEPTH: usize = 16;

/// Conditions within one.
pub const CONDITION_TERMS: usize = 100;

/// Periods of a recurring obligation that are looked at: thirty years of days.
pub const PERIODS: i64 = 10_958;

/// Bytes of one GeoJSON geometry in an agreement file: about ten thousand positions.
pub const GEOJSON_BYTES: usize = 300_000;

/// Depth of brackets in it. A multipolygon needs five.
pub const GEOJSON_DEPTH: usize = 8;

/// Metres around an indicative border in which it decides nothing. Such a border is drawn from words that name districts and
/// roads; a district is about that wide.
pub const INDICATIVE_METRES: i64 = 25_000;
