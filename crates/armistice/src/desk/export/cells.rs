//! One cell of an export, and a record of CSV (RFC 4180).
//!
//! Must not: let text begin a formula in a spreadsheet, touch a number, or write zero for what is not known.

use crate::desk::{
    index::{Item, Row, TimeMatch},
    query::{Query, columns, degrees},
};
use serde_json::{Value, json};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Not known, or there is no such thing.
    Unknown,
    /// Words.
    Text(String),
    /// Several words.
    List(Vec<String>),
    /// A number.
    Number(i64),
    /// Micro-degrees.
    Degrees(i32),
}

/// The columns of an export: those that were chosen, or the usual ones of the kind. Always with the id.
pub(super) fn columns(query: &Query) -> Vec<&str> {
    let chosen: Vec<&str> = if query.columns.is_empty() {
        columns::usual(query.kind).to_vec()
    } else {
        query.columns.iter().map(String::as_str).collect()
    };
    if chosen.contains(&"id") { chosen } else { std::iter::once("id").chain(chosen).collect() }
}

/// What a row has in a column.
pub(super) fn cell(row: &Row, column: &str) -> Cell {
    let i: &Item = &row.item;
    let text = |t: &Option<String>| t.clone().map_or(Cell::Unknown, Cell::Text);
    let words = |t: &str| Cell::Text(t.to_owned());
    let list = |l: &[String]| if l.is_empty() { Cell::Unknown } else { Cell::List(l.to_vec()) };
    let number = |n: Option<u32>| n.map_or(Cell::Unknown, |n| Cell::Number(i64::from(n)));
    let when = i.when.as_ref();
    let place = i.place.as_ref();
    let moment = |s: Option<i64>| {
        let at = s.and_then(|s| jiff::Timestamp::from_second(s).ok());
        at.map_or(Cell::Unknown, |t| Cell::Text(t.to_string()))
    };
    let ids = |l: Vec<&'static str>| {
        if l.is_empty() { Cell::Unknown } else { Cell::List(l.into_iter().map(str::to_owned).collect()) }
    };
    match column {
        "id" => words(&i.id),
        "reference" => words(&i.reference),
        "title" => words(&i.title),
        "kinds" => list(&i.kinds),
        "status" => text(&i.status),
        "scope" => list(&i.scope),
        "from" => when.map_or(Cell::Unknown, |w| text(&w.from)),
        "to" => when.map_or(Cell::Unknown, |w| text(&w.to)),
        "time_precision" => words(when.map_or("unknown", |w| w.precision.as_str())),
        "time_match" => row.time_match.map_or(Cell::Unknown, |m| match m {
            TimeMatch::Yes => words("yes"),
            TimeMatch::Possibly => words("possibly"),
        }),
        // Words of the document where the gazetteer has no name are marked as words.
        "place" => place.map_or(Cell::Unknown, |p| match &p.name {
            Some(name) => words(name),
            None if p.text.is_empty() => Cell::Unknown,
            None => Cell::Text(format!("“{}”", p.text)),
        }),
        "place_precision" => words(place.map_or("unknown", |p| p.precision.as_str())),
        "adm1" => place.map_or(Cell::Unknown, |p| text(&p.adm1)),
        "country" => place.map_or(Cell::Unknown, |p| text(&p.country)),
        "latitude" => place.and_then(|p| p.point).map_or(Cell::Unknown, |(lat, _)| Cell::Degrees(lat)),
        "longitude" => place.and_then(|p| p.point).map_or(Cell::Unknown, |(_, lon)| Cell::Degrees(lon)),
        "radius_m" => number(place.and_then(|p| p.radius_m)),
        "origins_min" => number(i.origins.low),
        "origins_max" => number(i.origins.high),
        "harm_min" => number(i.harm.low),
        "harm_max" => number(i.harm.high),
        "harm_what" => text(&i.harm_what),
        "parties" => list(&i.parties),
        "recorded_by" => list(&i.recorded_by),
        "sources" => list(&i.sources),
        "languages" => list(&i.languages),
        "documents" => list(&i.documents),
        "about" => list(&i.about),
        "is" => ids(i.is.iter().map(|x| x.id()).collect()),
        "has" => ids(i.has.iter().map(|x| x.id()).collect()),
        "received" => moment(i.received),
        "updated" => moment(i.updated),
        "class" => words(if i.restricted { "restricted" } else { "open" }),
        "needs" => Cell::Number(i64::from(row.needs.score)),
        _ => Cell::Unknown,
    }
}

impl Cell {
    /// As JSON.
    pub(super) fn json(&self) -> Value {
        match self {
            Cell::Unknown => Value::Null,
            Cell::Text(t) => json!(t),
            Cell::List(l) => json!(l),
            Cell::Number(n) => json!(n),
            Cell::Degrees(d) => json!(f64::from(*d) / 1e6),
        }
    }

    /// As words on paper.
    fn words(&self) -> String {
        match self {
            Cell::Unknown => String::new(),
            Cell::Text(t) => guarded(t),
            Cell::List(l) => guarded(&l.join("; ")),
            Cell::Number(n) => n.to_string(),
            Cell::Degrees(d) => degrees(*d),
        }
    }
}

/// Text that a spreadsheet would take for a formula gets an apostrophe before it. A cell that holds a number is no text.
pub(super) fn guarded(text: &str) -> String {
    let formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if text.starts_with(formula) { format!("'{text}") } else { text.to_owned() }
}

/// Adds one record.
pub(super) fn record(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            out.push(',');
        }
        let words = cell.words();
        if words.contains(['"', ',', '\r', '\n']) {
            out.push('"');
            out.push_str(&words.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&words);
        }
    }
    out.push_str("\r\n");
}
