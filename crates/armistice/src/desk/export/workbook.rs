//! A workbook of Office Open XML: strings as strings, numbers as numbers, no formula anywhere.
//!
//! Must not: write a cell that a program evaluates.

use super::{
    Counted, ExportError, Rows, Trailer,
    cells::{self, Cell},
};
use data_encoding::HEXLOWER;
use rust_xlsxwriter::{Workbook, XlsxError};
use sha2::{Digest as _, Sha256};

/// The most characters of a cell.
const CELL: usize = 32_000;

impl From<XlsxError> for ExportError {
    fn from(e: XlsxError) -> Self {
        ExportError::Workbook(e.to_string())
    }
}

/// The rows on a first sheet, the trailer on a second: its digest is that of the rows as CSV. A cut file is no zip archive.
pub(super) fn write(out: &mut Counted<'_>, columns: &[&str], rows: Rows<'_>) -> Result<Trailer, ExportError> {
    let mut book = Workbook::new();
    let (mut hash, mut line, mut count) = (Sha256::new(), String::new(), 0u32);
    let sheet = book.add_worksheet().set_name("rows")?;
    for (n, column) in (0u16..).zip(columns) {
        sheet.write_string(0, n, *column)?;
    }
    cells::record(&mut line, columns.iter().map(|c| Cell::Text((*c).to_owned())));
    hash.update(line.as_bytes());
    sheet.set_freeze_panes(1, 0)?;
    for row in rows {
        let row = row?;
        count += 1;
        for (n, column) in (0u16..).zip(columns) {
            match cells::cell(&row, column) {
                Cell::Unknown => {}
                Cell::Text(t) => drop(sheet.write_string(count, n, fitting(t))?),
                Cell::List(l) => drop(sheet.write_string(count, n, fitting(l.join("; ")))?),
                #[expect(clippy::cast_precision_loss, reason = "counts and seconds are far below 2^52")]
                Cell::Number(v) => drop(sheet.write_number(count, n, v as f64)?),
                Cell::Degrees(d) => drop(sheet.write_number(count, n, f64::from(d) / 1e6)?),
            }
        }
        line.clear();
        cells::record(&mut line, columns.iter().map(|c| cells::cell(&row, c)));
        hash.update(line.as_bytes());
    }
    let trailer = Trailer { rows: u64::from(count), sha256: HEXLOWER.encode(&hash.finalize()) };
    let end = book.add_worksheet().set_name("trailer")?;
    end.write_string(0, 0, "rows")?;
    end.write_number(0, 1, f64::from(count))?;
    end.write_string(1, 0, "sha256 of the rows as CSV")?;
    end.write_string(1, 1, &trailer.sha256)?;
    let bytes = book.save_to_buffer()?;
    out.put(&bytes)?;
    out.out.flush()?;
    Ok(trailer)
}

/// A cell holds no more; where text is cut, it says so.
fn fitting(text: String) -> String {
    if text.chars().count() <= CELL {
        return text;
    }
    let kept: String = text.chars().take(CELL).collect();
    format!("{kept} […] (cut: a cell holds no more; CSV has it whole)")
}
