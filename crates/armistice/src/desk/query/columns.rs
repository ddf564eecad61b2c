//! The columns that a list can show and an export can hold: one set for every kind, empty where a kind has nothing to say.
//!
//! Must not: have two names for one thing.

use super::Kind;

/// Every column, in the order in which they are offered.
pub const ALL: &[&str] = &[
    "id",
    "reference",
    "title",
    "kinds",
    "status",
    "scope",
    "from",
    "to",
    "time_precision",
    "time_match",
    "place",
    "place_precision",
    "adm1",
    "country",
    "latitude",
    "longitude",
    "radius_m",
    "origins_min",
    "origins_max",
    "harm_min",
    "harm_max",
    "harm_what",
    "parties",
    "recorded_by",
    "sources",
    "languages",
    "documents",
    "about",
    "is",
    "has",
    "received",
    "updated",
    "class",
    "needs",
];

/// The columns that a list shows when nobody chose.
#[must_use]
pub const fn usual(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Incidents => &[
            "reference",
            "title",
            "from",
            "to",
            "time_precision",
            "place",
            "adm1",
            "kinds",
            "status",
            "origins_min",
            "origins_max",
            "harm_min",
            "harm_max",
        ],
        Kind::Claims => &["reference", "title", "kinds", "status", "from", "to", "place", "sources", "documents"],
        Kind::Documents => &["reference", "title", "from", "to", "sources", "languages", "kinds", "received"],
        Kind::Cases => &["reference", "title", "status", "received", "updated", "is"],
        Kind::Obligations => &["reference", "title", "status", "parties", "to", "is"],
        Kind::Ledger => &["reference", "title", "kinds", "from", "to", "recorded_by", "adm1", "status"],
        Kind::People => &["reference", "title", "documents"],
    }
}
