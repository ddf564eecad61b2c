//! The table of incidents as CSV (RFC 4180), with the columns of a mission's daily annex.
//!
//! Must not: let a cell begin a formula in a spreadsheet, or print an unknown as zero.

use crate::{
    output::report_v1::{Actor, IncidentRow, PlaceRef, Report},
    wording::counts,
};
use std::{collections::BTreeSet, fmt::Write as _};

/// Columns before those of the texts.
pub const COLUMNS: &[&str] = &[
    "incident",
    "act",
    "from",
    "to",
    "time_precision",
    "in_period",
    "aggregate",
    "place",
    "place_precision",
    "division",
    "country",
    "latitude",
    "longitude",
    "recorded_by",
    "alleged_author",
    "affected",
    "counts",
    "origins_min",
    "origins_max",
    "status_of_fact",
    "denials",
    "cases",
];

/// The table. Columns `standing TEXT` follow, one for each text of the agreements.
#[must_use]
pub fn render(report: &Report) -> String {
    let texts: BTreeSet<&str> = report.method.texts.iter().map(|t| t.text.as_str()).collect();
    let mut out = String::new();
    let head = COLUMNS.iter().map(|c| (*c).to_owned());
    line(&mut out, head.chain(texts.iter().map(|t| format!("standing {t}"))));
    for i in &report.annexes.incidents {
        line(&mut out, cells(i).into_iter().chain(texts.iter().map(|t| standing(i, t))));
    }
    out
}

fn cells(i: &IncidentRow) -> Vec<String> {
    let place = |f: fn(&PlaceRef) -> Option<String>| i.place.as_ref().and_then(f).unwrap_or_default();
    let (from, to, precision) =
        i.time.as_ref().map_or((None, None, "unknown"), |t| (t.from.clone(), t.to.clone(), t.precision.as_str()));
    let number = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    vec![
        i.id.clone(),
        i.act.clone().unwrap_or_default(),
        from.unwrap_or_default(),
        to.unwrap_or_default(),
        precision.to_owned(),
        i.in_period.clone(),
        i.aggregate.to_string(),
        place(|p| p.name.clone().or_else(|| p.words.as_ref().map(|w| format!("“{w}”")))),
        i.place.as_ref().map_or_else(|| "unknown".to_owned(), |p| p.precision.clone()),
        place(|p| p.division.clone()),
        place(|p| p.country.clone()),
        place(|p| p.lat.map(degrees)),
        place(|p| p.lon.map(degrees)),
        i.recorders.join("; "),
        actors(&i.alleged_authors),
        actors(&i.affected),
        counts::code(&i.counts),
        number(i.origins.min),
        number(i.origins.max),
        i.status.clone(),
        i.denials.to_string(),
        i.cases.join("; "),
    ]
}

/// Neutral names; words of documents in quotation marks; an actor that this edition does not show as `not_shown`.
fn actors(list: &[Actor]) -> String {
    let one = |a: &Actor| match (&a.name, &a.words) {
        (Some(name), _) => name.clone(),
        (None, Some(words)) => format!("“{words}”"),
        (None, None) => "not_shown".to_owned(),
    };
    list.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn standing(i: &IncidentRow, text: &str) -> String {
    let Some(s) = i.standing.iter().find(|s| s.text == text) else { return "not_tested".to_owned() };
    let why: Vec<&str> = s.clauses.iter().chain(&s.because).map(String::as_str).collect();
    if why.is_empty() { s.scope.clone() } else { format!("{}: {}", s.scope, why.join(", ")) }
}

/// Micro-degrees as degrees, to the micro-degree.
#[must_use]
pub fn degrees(micro: i32) -> String {
    let (sign, n) = (if micro < 0 { "-" } else { "" }, micro.unsigned_abs());
    format!("{sign}{}.{:06}", n / 1_000_000, n % 1_000_000)
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            out.push(',');
        }
        field(out, &cell);
    }
    out.push_str("\r\n");
}

/// A cell. What a spreadsheet would take for a formula gets an apostrophe before it, unless it is a plain number.
fn field(out: &mut String, cell: &str) {
    let starts = cell.chars().next().is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r'));
    let plain = cell.strip_prefix('-').unwrap_or(cell).chars().all(|c| c.is_ascii_digit() || c == '.');
    let guard = if starts && !plain { "'" } else { "" };
    if cell.contains(['"', ',', '\r', '\n']) {
        let _ = write!(out, "\"{guard}{}\"", cell.replace('"', "\"\""));
    } else {
        out.push_str(guard);
        out.push_str(cell);
    }
}
