//! One thing of a list, as it is put into the tables and comes out again.
//!
//! Must not: have a default where something is not known; that is `None` or an open end.

use crate::desk::query::{Has, Is, Kind};
use serde::{Deserialize, Serialize};

/// An interval of time with inclusive ends. `None` ends are open or unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Time {
    /// Not before: `2017-01-23`, `2017-01-24T08:00Z`, or `2017-01-24T14:00` when the offset is unknown.
    pub from: Option<String>,
    /// Not after.
    pub to: Option<String>,
    /// `minute`, `hour`, `part_of_day`, `day`, `days`, `week`, `month`, `year`, `period`, `unknown`.
    pub precision: String,
}

/// Where something is, as finely as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Place {
    /// The document's words.
    pub text: String,
    /// The gazetteer's name.
    pub name: Option<String>,
    /// `exact`, `settlement`, `near`, `admin3`, `admin2`, `admin1`, `region`, `country`, `unknown`.
    pub precision: String,
    /// First-order division, by name.
    pub adm1: Option<String>,
    /// Its code, where one is known.
    pub adm1_code: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Latitude and longitude in micro-degrees; only where the words name a point.
    pub point: Option<(i32, i32)>,
    /// How far from the point it may be, in metres; `None`: not known.
    pub radius_m: Option<u32>,
}

/// A bounded number. `None` is "not stated": an open end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Count {
    /// At least.
    pub low: Option<u32>,
    /// At most.
    pub high: Option<u32>,
}

/// One thing of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Item {
    /// Which list it is in.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// A short code or number that people say.
    pub reference: String,
    /// A neutral title.
    pub title: String,
    /// Its own words, for the search: quotations, names as documents write them.
    pub text: String,
    /// When it happened; of documents, when they were published; of obligations, when they are due.
    pub when: Option<Time>,
    /// Where.
    pub place: Option<Place>,
    /// Acts, kinds of claims, formats, kinds of ledger entries: stable ids, the most particular first.
    pub kinds: Vec<String>,
    /// Status, stage or state: a stable id.
    pub status: Option<String>,
    /// What the scope test answers, one per text: `in_scope`, `out_of_scope`, `cannot_be_determined`. Each once.
    pub scope: Vec<String>,
    /// Independent origins.
    pub origins: Count,
    /// Persons harmed.
    pub harm: Count,
    /// What the harm counts: `killed`, `injured`, `casualties`.
    pub harm_what: Option<String>,
    /// Actors that it names, in whatever part.
    pub parties: Vec<String>,
    /// Who recorded it. No author.
    pub recorded_by: Vec<String>,
    /// Outlets and agencies.
    pub sources: Vec<String>,
    /// Languages of documents.
    pub languages: Vec<String>,
    /// Documents that it rests on: ids.
    pub documents: Vec<String>,
    /// Other things that it belongs to or that belong to it: ids.
    pub about: Vec<String>,
    /// What is so of it.
    pub is: Vec<Is>,
    /// What it has.
    pub has: Vec<Has>,
    /// When it came in: seconds since 1970; `None`: not known.
    pub received: Option<i64>,
    /// When something was last said of it: seconds since 1970.
    pub updated: Option<i64>,
    /// Only who may see restricted things sees it.
    pub restricted: bool,
}

impl Item {
    /// An item of which nothing more is known.
    #[must_use]
    pub fn new(kind: Kind, id: &str, title: &str) -> Self {
        Self {
            kind,
            id: id.to_owned(),
            reference: id.to_owned(),
            title: title.to_owned(),
            text: String::new(),
            when: None,
            place: None,
            kinds: Vec::new(),
            status: None,
            scope: Vec::new(),
            origins: Count::default(),
            harm: Count::default(),
            harm_what: None,
            parties: Vec::new(),
            recorded_by: Vec::new(),
            sources: Vec::new(),
            languages: Vec::new(),
            documents: Vec::new(),
            about: Vec::new(),
            is: Vec::new(),
            has: Vec::new(),
            received: None,
            updated: None,
            restricted: false,
        }
    }
}

/// Why a row stands where it stands in the queue: the score is the product of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Needs {
    /// The product.
    pub score: u32,
    /// 1 where no harm is stated, else 2 and more with the logarithm of the least number of persons.
    pub harm: u32,
    /// 1 and more with the logarithm of the days since it came in or, where that is not known, since it happened; else 1.
    pub age: u32,
    /// 2 where it rests on one origin or may do so, else 1.
    pub origin: u32,
}
