//! A mission's own places: GeoNames dumps and simple tables.
//!
//! Must not: guess a coordinate, or drop a row without saying so.

use super::gazetteer::{Entry, EntryKind, GazetteerError, MAX_BYTES, Row};
use std::collections::BTreeMap;

/// A place list holds no more rows than this: the whole of a large country in GeoNames has fewer.
const MAX_ROWS: usize = 2_000_000;
/// Names of one row beyond this are not read.
const MAX_ALTERNATES: usize = 500;
/// Problems that are kept with their place; the rest is only counted by the rows that are missing.
const MAX_PROBLEMS: usize = 1_000;

/// A line that could not be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct ImportProblem {
    /// Counted from 1.
    pub line: u64,
    /// What is wrong and what is needed.
    pub why: String,
}

/// Rows that were read, and lines that were not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// In the order of the file.
    pub rows: Vec<Row>,
    /// At most a thousand.
    pub problems: Vec<ImportProblem>,
}

impl Imported {
    fn problem(&mut self, line: u64, why: String) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(ImportProblem { line, why });
        }
    }
}

/// Micro-degrees from a decimal such as `-36.72559`, without floating point; the seventh decimal and more are cut.
fn micro(text: &str, limit: i32) -> Option<i32> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let ok = |s: &str| s.len() <= 20 && s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !ok(whole) || !ok(decimals) {
        return None;
    }
    let six: String = decimals.chars().chain(std::iter::repeat('0')).take(6).collect();
    let value = whole.parse::<i32>().ok()? * 1_000_000 + six.parse::<i32>().ok()?;
    (value <= limit).then_some(if negative { -value } else { value })
}

fn point(lat: &str, lon: &str) -> Result<Option<(i32, i32)>, String> {
    if lat.trim().is_empty() && lon.trim().is_empty() {
        return Ok(None);
    }
    match (micro(lat, 90_000_000), micro(lon, 180_000_000)) {
        (Some(a), Some(b)) => Ok(Some((a, b))),
        _ => Err(format!("latitude {lat:?} and longitude {lon:?} must be decimal degrees such as 36.20 and 37.13")),
    }
}

fn some(s: &str) -> Option<String> {
    let s = s.trim();
    (!s.is_empty()).then(|| s.to_owned())
}

fn size(bytes: &[u8]) -> Result<(), GazetteerError> {
    if bytes.len() > MAX_BYTES {
        return Err(GazetteerError::TooLarge { found: bytes.len() as u64, limit: MAX_BYTES as u64 });
    }
    Ok(())
}

/// Reads a GeoNames dump (tab-separated, 19 columns, no header: `SY.txt`, `cities500.txt`). Names of first-order
/// divisions come from the dump's own ADM1 rows. Rows of other features (rivers, hills) are passed over.
///
/// # Errors
/// When the file is larger than [`MAX_BYTES`]. A bad line is a problem of the result; the others are read.
pub fn parse_geonames_dump(bytes: &[u8]) -> Result<Imported, GazetteerError> {
    size(bytes)?;
    let mut out = Imported::default();
    let mut divisions: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut codes: Vec<String> = vec![];
    for (n, line) in (1u64..).zip(bytes.split(|b| *b == b'\n')).take(MAX_ROWS) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() || line.starts_with(b"#") {
            continue;
        }
        let Ok(line) = std::str::from_utf8(line) else {
            out.problem(n, "not UTF-8".to_owned());
            continue;
        };
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() < 18 {
            out.problem(n, format!("{} columns instead of the 19 of a GeoNames dump", cells.len()));
            continue;
        }
        let (kind, country) = (
            match (cells[6], cells[7]) {
                ("P", _) => EntryKind::Settlement,
                ("A", "ADM1") => EntryKind::Admin1,
                ("A", "ADM2") => EntryKind::Admin2,
                ("A", code) if code.starts_with("PCL") => EntryKind::Country,
                _ => continue,
            },
            some(cells[8]),
        );
        let Some(name) = some(cells[1]) else {
            out.problem(n, "no name in the second column".to_owned());
            continue;
        };
        let at = match point(cells[4], cells[5]) {
            Ok(p) => p,
            Err(why) => {
                out.problem(n, why);
                continue;
            }
        };
        if kind == EntryKind::Admin1 {
            divisions.insert((cells[8].to_owned(), cells[10].to_owned()), name.clone());
        }
        let alternates = std::iter::once(cells[2]).chain(cells[3].split(',')).filter_map(some).take(MAX_ALTERNATES);
        codes.push(cells[10].to_owned());
        out.rows.push(Row {
            alternates: alternates.collect(),
            entry: Entry {
                kind,
                name,
                country,
                admin1: None,
                point: at.filter(|_| kind == EntryKind::Settlement),
                population: cells[14].parse().unwrap_or(0),
                zone: some(cells[17]),
            },
        });
    }
    for (row, code) in out.rows.iter_mut().zip(codes) {
        let country = row.entry.country.clone().unwrap_or_default();
        row.entry.admin1 = divisions.get(&(country, code)).cloned();
    }
    Ok(out)
}

/// Reads a table with a header: `name,lat,lon,country,admin1,alternates` and, if wanted, `kind`, `population`, `zone`.
/// Alternates are parted by `|` or `;`. An empty kind is a settlement. A row without coordinates keeps none.
///
/// # Errors
/// When the file is larger than [`MAX_BYTES`]. A bad line is a problem of the result; the others are read.
pub fn parse_csv(bytes: &[u8]) -> Result<Imported, GazetteerError> {
    size(bytes)?;
    let mut out = Imported::default();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let columns: BTreeMap<String, usize> = match reader.headers() {
        Ok(h) => h.iter().enumerate().map(|(i, name)| (name.to_lowercase(), i)).collect(),
        Err(e) => {
            out.problem(1, format!("the header cannot be read: {e}"));
            return Ok(out);
        }
    };
    if !columns.contains_key("name") {
        out.problem(1, "no column is called name (needed: name,lat,lon,country,admin1,alternates)".to_owned());
        return Ok(out);
    }
    for (n, record) in (2u64..).zip(reader.records()).take(MAX_ROWS) {
        let record = match record {
            Ok(r) => r,
            Err(e) => {
                out.problem(n, format!("the row cannot be read: {e}"));
                continue;
            }
        };
        let n = record.position().map_or(n, csv::Position::line);
        let cell = |name: &str| columns.get(name).and_then(|i| record.get(*i)).unwrap_or("");
        let Some(name) = some(cell("name")) else {
            out.problem(n, "the name is empty".to_owned());
            continue;
        };
        let kind = match cell("kind").to_lowercase().as_str() {
            "" | "settlement" => EntryKind::Settlement,
            "admin1" => EntryKind::Admin1,
            "admin2" => EntryKind::Admin2,
            "country" => EntryKind::Country,
            other => {
                out.problem(n, format!("kind {other:?} is none of settlement, admin1, admin2, country"));
                continue;
            }
        };
        let at = match point(cell("lat"), cell("lon")) {
            Ok(p) => p,
            Err(why) => {
                out.problem(n, why);
                continue;
            }
        };
        out.rows.push(Row {
            alternates: cell("alternates").split(['|', ';']).filter_map(some).take(MAX_ALTERNATES).collect(),
            entry: Entry {
                kind,
                name,
                country: some(cell("country")).map(|c| c.to_uppercase()),
                admin1: some(cell("admin1")),
                point: at.filter(|_| kind == EntryKind::Settlement),
                population: cell("population").parse().unwrap_or(0),
                zone: some(cell("zone")),
            },
        });
    }
    Ok(out)
}
