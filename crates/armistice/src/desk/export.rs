//! Exactly the filtered set, in the formats of other programs: CSV, XLSX, GeoJSON, JSON, JSON Lines.
//!
//! Must not: let a cell begin a formula, put a province on a point, or end without saying how much it held.

mod cells;
mod json;
mod workbook;

use super::{
    index::{Access, Index, IndexError, Row},
    query::Query,
};
use cells::Cell;
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::io::Write;

/// The formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Comma-separated values, RFC 4180.
    Csv,
    /// The same, begun with a byte order mark, for spreadsheets that take the file for another encoding without it.
    CsvBom,
    /// A workbook of Office Open XML.
    Xlsx,
    /// GeoJSON, RFC 7946.
    GeoJson,
    /// One JSON document.
    Json,
    /// One JSON value per line.
    JsonLines,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 6] =
        [Format::Csv, Format::CsvBom, Format::Xlsx, Format::GeoJson, Format::Json, Format::JsonLines];

    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::CsvBom => "csv_bom",
            Format::Xlsx => "xlsx",
            Format::GeoJson => "geojson",
            Format::Json => "json",
            Format::JsonLines => "jsonl",
        }
    }

    /// Reads the stable text form.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.id() == id)
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv | Format::CsvBom => "text/csv; charset=utf-8; header=present",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::GeoJson => "application/geo+json",
            Format::Json => "application/json",
            Format::JsonLines => "application/jsonl",
        }
    }

    /// The end of a file's name, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Csv | Format::CsvBom => "csv",
            Format::Xlsx => "xlsx",
            Format::GeoJson => "geojson",
            Format::Json => "json",
            Format::JsonLines => "jsonl",
        }
    }
}

/// What an export ends with. A download that lacks it was cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trailer {
    /// Rows written.
    pub rows: u64,
    /// SHA-256, lower-case hex, of the bytes before the trailer.
    pub sha256: String,
}

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The tables did not answer.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// The bytes could not be handed over.
    #[error("the export could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// A workbook holds no more rows.
    #[error("{rows} rows are more than the {most} of a workbook; take CSV, or narrow the query")]
    TooManyRows {
        /// Rows of the query.
        rows: u64,
        /// The most.
        most: u64,
    },
    /// A workbook could not be made.
    #[error("the workbook could not be made: {0}")]
    Workbook(String),
}

/// Rows of a workbook. It is made in memory; longer sets go as CSV.
pub const WORKBOOK_ROWS: u64 = 100_000;

/// Writes everything that a query matches, in its order and with its columns. Streams, but for the workbook.
///
/// # Errors
/// When the tables do not answer, or the bytes cannot be written; what was written then lacks its trailer.
pub fn write(
    format: Format,
    index: &Index,
    query: &Query,
    access: &Access,
    out: &mut dyn Write,
) -> Result<Trailer, ExportError> {
    let columns = cells::columns(query);
    let mut out = Counted { out, hash: Sha256::new() };
    match format {
        Format::Csv => csv(&mut out, &columns, index.all(query, access)?, false),
        Format::CsvBom => csv(&mut out, &columns, index.all(query, access)?, true),
        Format::Xlsx => {
            let rows = index.count(query, access)?;
            if rows > WORKBOOK_ROWS {
                return Err(ExportError::TooManyRows { rows, most: WORKBOOK_ROWS });
            }
            workbook::write(&mut out, &columns, index.all(query, access)?)
        }
        Format::GeoJson => json::features(&mut out, &columns, index.all(query, access)?),
        Format::Json => json::document(&mut out, &columns, index.all(query, access)?),
        Format::JsonLines => json::lines(&mut out, &columns, index.all(query, access)?),
    }
}

/// One row as a GeoJSON feature, with the columns of a query.
#[must_use]
pub fn feature(row: &Row, query: &Query) -> serde_json::Value {
    json::feature(row, &cells::columns(query))
}

/// Rows as the tables give them.
type Rows<'a> = Box<dyn Iterator<Item = Result<Row, IndexError>> + 'a>;

/// Where bytes go, with the digest of what went.
struct Counted<'a> {
    out: &'a mut dyn Write,
    hash: Sha256,
}

impl Counted<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<(), ExportError> {
        self.hash.update(bytes);
        Ok(self.out.write_all(bytes)?)
    }

    fn trailer(&self, rows: u64) -> Trailer {
        Trailer { rows, sha256: HEXLOWER.encode(&self.hash.clone().finalize()) }
    }
}

fn csv(out: &mut Counted<'_>, columns: &[&str], rows: Rows<'_>, bom: bool) -> Result<Trailer, ExportError> {
    if bom {
        out.put("\u{feff}".as_bytes())?;
    }
    let mut line = String::new();
    cells::record(&mut line, columns.iter().map(|c| Cell::Text((*c).to_owned())));
    out.put(line.as_bytes())?;
    let mut count = 0;
    for row in rows {
        let row = row?;
        line.clear();
        cells::record(&mut line, columns.iter().map(|c| cells::cell(&row, c)));
        out.put(line.as_bytes())?;
        count += 1;
    }
    let trailer = out.trailer(count);
    let words =
        format!("# end of the export: {} rows; sha256 {} of all before this line", trailer.rows, trailer.sha256);
    line.clear();
    let rest = columns.iter().skip(1).map(|_| Cell::Unknown);
    cells::record(&mut line, std::iter::once(Cell::Text(words)).chain(rest));
    out.put(line.as_bytes())?;
    out.out.flush()?;
    Ok(trailer)
}
