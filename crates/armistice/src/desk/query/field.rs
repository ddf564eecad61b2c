//! The fields of a query: their names, the values that they know, and which lists have them.
//!
//! Must not: hold words of one conflict.

use super::Kind;
use armistice_core::{
    act::{Act, ActGroup},
    agreement::words::ClockKind,
    case::Stage,
    claim::ClaimKind,
    incident::VerificationStatus,
    named::Named as _,
    obligation,
    place::PlacePrecision,
};
use serde::{Deserialize, Serialize};

/// What of a row a filter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Its id or its reference.
    Id,
    /// Where it stands: the status of the fact, the stage of a case, the state of an obligation; of incidents also what the scope
    /// test answers.
    Status,
    /// What the scope test answers under at least one text.
    Scope,
    /// The act or its family; the kind of claim; the format of a document; the kind of entry of a ledger.
    Kind,
    /// The first-order division, by its name or code.
    Adm1,
    /// The country, ISO 3166-1 alpha-2.
    Country,
    /// The place, by its name.
    Place,
    /// How finely the place is known.
    Precision,
    /// A party or other actor that it names, in whatever part.
    Party,
    /// Who recorded it. A recorder is no author.
    RecordedBy,
    /// The outlet or agency.
    Source,
    /// The language of a document, ISO 639.
    Language,
    /// Another thing that it belongs to, by its id: a document, a claim, an incident, a case.
    About,
    /// From this day or moment on.
    Since,
    /// Until this day or moment.
    Until,
    /// How surely its time lies in the stretch asked for.
    Time,
    /// Independent origins.
    Origins,
    /// Persons harmed.
    Harm,
    /// Documents that it rests on.
    Documents,
    /// What is so of it.
    Is,
    /// What it has.
    Has,
    /// Who may see it.
    Class,
    /// What was new or other since a state of the tables (a number that pages give).
    ChangedSince,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 23] = [
        Field::Id,
        Field::Status,
        Field::Scope,
        Field::Kind,
        Field::Adm1,
        Field::Country,
        Field::Place,
        Field::Precision,
        Field::Party,
        Field::RecordedBy,
        Field::Source,
        Field::Language,
        Field::About,
        Field::Since,
        Field::Until,
        Field::Time,
        Field::Origins,
        Field::Harm,
        Field::Documents,
        Field::Is,
        Field::Has,
        Field::Class,
        Field::ChangedSince,
    ];

    /// The word that stands before the colon.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Status => "status",
            Field::Scope => "scope",
            Field::Kind => "kind",
            Field::Adm1 => "adm1",
            Field::Country => "country",
            Field::Place => "place",
            Field::Precision => "precision",
            Field::Party => "party",
            Field::RecordedBy => "recorded-by",
            Field::Source => "source",
            Field::Language => "language",
            Field::About => "about",
            Field::Since => "since",
            Field::Until => "until",
            Field::Time => "time",
            Field::Origins => "origins",
            Field::Harm => "harm",
            Field::Documents => "documents",
            Field::Is => "is",
            Field::Has => "has",
            Field::Class => "class",
            Field::ChangedSince => "changed-since",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.id() == id)
    }

    /// What its values are.
    #[must_use]
    pub const fn takes(self) -> Takes {
        match self {
            Field::Since | Field::Until => Takes::Time,
            Field::Origins | Field::Harm | Field::Documents => Takes::Number,
            Field::ChangedSince => Takes::Mark,
            Field::Status
            | Field::Scope
            | Field::Kind
            | Field::Precision
            | Field::Time
            | Field::Is
            | Field::Has
            | Field::Class => Takes::Known,
            Field::Id
            | Field::Adm1
            | Field::Country
            | Field::Place
            | Field::Party
            | Field::RecordedBy
            | Field::Source
            | Field::Language
            | Field::About => Takes::Words,
        }
    }

    /// Whether rows of this kind have the field at all.
    #[must_use]
    pub const fn on(self, kind: Kind) -> bool {
        match self {
            Field::Id | Field::Class | Field::Is | Field::Has | Field::ChangedSince => true,
            Field::Since | Field::Until | Field::Time => !matches!(kind, Kind::People),
            Field::Status => !matches!(kind, Kind::People | Kind::Documents),
            Field::Kind => !matches!(kind, Kind::People),
            Field::Scope => matches!(kind, Kind::Incidents),
            Field::Adm1 | Field::Country | Field::Place | Field::Precision => {
                matches!(kind, Kind::Incidents | Kind::Claims | Kind::Cases | Kind::Ledger)
            }
            Field::Party => !matches!(kind, Kind::Documents | Kind::People),
            Field::RecordedBy => matches!(kind, Kind::Incidents | Kind::Ledger | Kind::Cases | Kind::Obligations),
            Field::Source => matches!(kind, Kind::Incidents | Kind::Claims | Kind::Documents | Kind::Ledger),
            Field::Language => matches!(kind, Kind::Documents | Kind::Claims),
            Field::About => true,
            Field::Origins | Field::Harm => matches!(kind, Kind::Incidents | Kind::Claims | Kind::Documents),
            Field::Documents => !matches!(kind, Kind::Documents),
        }
    }

    /// Whether a row has at most one value of it, so that two filters of it can never both hold.
    #[must_use]
    pub const fn single(self) -> bool {
        matches!(
            self,
            Field::Class | Field::Precision | Field::Since | Field::Until | Field::Time | Field::ChangedSince
        )
    }

    /// The values that the field knows for a kind of row; empty where any words may stand.
    #[must_use]
    pub fn known(self, kind: Kind) -> Vec<&'static str> {
        let mut out: Vec<&'static str> = match self {
            Field::Status => statuses(kind),
            Field::Scope => SCOPES.to_vec(),
            Field::Kind => kinds(kind),
            Field::Precision => PlacePrecision::ALL.iter().map(|p| p.id()).collect(),
            Field::Time => vec!["surely", "possibly", "undated"],
            Field::Is => Is::ALL.iter().map(|i| i.id()).collect(),
            Field::Has => Has::ALL.iter().map(|i| i.id()).collect(),
            Field::Class => vec!["open", "restricted"],
            _ => Vec::new(),
        };
        let mut seen = std::collections::BTreeSet::new();
        out.retain(|v| seen.insert(*v));
        out
    }
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One of those that are known.
    Known,
    /// Any words.
    Words,
    /// A day or a moment.
    Time,
    /// A number of things, with `>=` and `<=` too.
    Number,
    /// A number that a page gave.
    Mark,
}

/// What the scope test answers.
const SCOPES: &[&str] = &["in_scope", "out_of_scope", "cannot_be_determined"];

/// Kinds of entries of ledgers.
pub(crate) const LEDGERS: &[&str] =
    &["bulletin", "listing", "observation", "coverage", "access", "call", "obligation_report", "report"];

/// Where claims stand: what was said of them in the record.
const CLAIM_STATUSES: &[&str] = &["asserted", "negated", "open"];

/// States of a case that are no stage of their own.
const CASE_STATES: &[&str] = &["response_received", "no_response", "draft"];

fn statuses(kind: Kind) -> Vec<&'static str> {
    use VerificationStatus as V;
    let facts =
        [V::Unassessed, V::Unverified, V::SingleOrigin, V::Corroborated, V::Verified, V::Contradicted, V::Refuted];
    match kind {
        Kind::Incidents => {
            let facts = facts.into_iter().chain([V::NotVerifiable]).map(V::id);
            facts.chain(SCOPES.iter().copied()).collect()
        }
        Kind::Claims => CLAIM_STATUSES.to_vec(),
        Kind::Cases => Stage::ALL.iter().map(|s| s.id()).chain(CASE_STATES.iter().copied()).collect(),
        Kind::Obligations => obligation::State::ALL.iter().map(|s| s.id()).collect(),
        Kind::Ledger => vec!["open", "answered", "no_contact", "overdue", "disputed", "stated", "not_stated"],
        Kind::Documents | Kind::People => Vec::new(),
    }
}

fn kinds(kind: Kind) -> Vec<&'static str> {
    let acts = || Act::ALL.iter().map(|a| a.id()).chain(ActGroup::ALL.iter().map(|g| g.id()));
    match kind {
        Kind::Incidents | Kind::Cases => acts().collect(),
        Kind::Claims => ClaimKind::ALL.iter().map(|k| k.id()).chain(acts()).collect(),
        Kind::Documents => vec!["html", "text", "markdown", "event_data"],
        Kind::Obligations => ClockKind::WORDS.to_vec(),
        Kind::Ledger => LEDGERS.iter().copied().chain(acts()).collect(),
        Kind::People => Vec::new(),
    }
}

macro_rules! flags {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $value:ident = $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$one])* $value,)* }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$value,)*];

            /// The stable text form.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$value => $id,)* }
            }

            /// Reads the stable text form.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.id() == id)
            }
        }
    };
}

flags! {
    /// What is so of a row.
    Is {
        /// It surely rests on one independent origin.
        SingleOrigin = "single-origin",
        /// Neither end of its time is known.
        Undated = "undated",
        /// It covers a stretch of time and counts in no day.
        Aggregate = "aggregate",
        /// It is not over: an open case, an unanswered call, an obligation that is pending.
        Open = "open",
        /// Its time is over.
        Overdue = "overdue",
        /// Members or reports say different things of it.
        Disputed = "disputed",
        /// No place is known.
        Unplaced = "unplaced",
        /// Only an area is known, no point.
        AreaOnly = "area-only",
        /// The document was withdrawn, or it rests on one that was.
        Withdrawn = "withdrawn",
        /// Obstructed: access was denied or delayed.
        Obstructed = "obstructed",
    }
}

flags! {
    /// What a row has.
    Has {
        /// A contradiction with something else.
        Contradiction = "contradiction",
        /// Somebody denies it.
        Denial = "denial",
        /// Persons killed or injured are stated.
        Harm = "harm",
        /// A point on the map.
        Point = "point",
        /// A case is about it.
        Case = "case",
        /// Text that stands in other documents too.
        Copies = "copies",
        /// A recorder has it in its list.
        Listing = "listing",
        /// A reply was handed in.
        Reply = "reply",
        /// Something could not be read or folded.
        Problem = "problem",
    }
}
