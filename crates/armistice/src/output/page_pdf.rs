//! A report as PDF: A4, real text in both directions, with bookmarks, structure, and the marking on every page.
//!
//! Must not: hold a date, a random number or anything of this machine; the same report is the same bytes.
//!
//! Text is shaped and broken here (`text`, with Unicode's rules of direction and line breaks), put on pages (`layout`,
//! `table`, `figure`), and written (`write`). Lengths are whole thousandths of a point until they are written.
//! `docs/adr/0009-own-pdf-pages.md` says why no larger library does this.

mod figure;
mod fonts;
mod layout;
mod table;
mod text;
mod write;

use super::document::{Block, Document, Inline};
use thiserror::Error;

/// Thousandths of a point.
type Length = i32;

/// The most blocks of a report.
pub const BLOCKS_MAX: usize = 50_000;
/// The most bytes of text of a report: some 2,000 pages. A cell and an item of a list count for 32 more, for what they take.
pub const TEXT_MAX: usize = 6 << 20;
/// See [`TEXT_MAX`].
const PLACE: usize = 32;
/// The most pages. What is longer is no report but a data file.
pub const PAGES_MAX: usize = 2_000;
/// The most columns of a table: more do not fit on a page.
pub const COLUMNS_MAX: usize = 24;
/// The most shapes of one drawing, and points of one shape.
pub const SHAPES_MAX: usize = 100_000;

/// Why a report is not drawn.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PdfError {
    /// Too many blocks.
    #[error("the report has {count} blocks, and {BLOCKS_MAX} are drawn at most; make one report of each part")]
    Blocks {
        /// How many.
        count: usize,
    },
    /// Too much text.
    #[error("the report has {bytes} bytes of text, and {TEXT_MAX} are drawn at most; make one report of each part")]
    Text {
        /// How much.
        bytes: usize,
    },
    /// Too many pages.
    #[error("the report has more than {PAGES_MAX} pages; make one report of each part, or write the tables as CSV")]
    Pages,
    /// A table with too many columns.
    #[error("the table “{caption}” has {count} columns, and {COLUMNS_MAX} fit at most; make two tables of it")]
    Columns {
        /// The table.
        caption: String,
        /// How many.
        count: usize,
    },
    /// A drawing with too many shapes.
    #[error("the figure “{caption}” has {count} shapes or points, and {SHAPES_MAX} are drawn at most; simplify it")]
    Shapes {
        /// The figure.
        caption: String,
        /// How many.
        count: usize,
    },
    /// A marking or foot that does not fit into the margin. A marking that is cut off is none.
    #[error("the {what} has more than {most} lines; make it shorter")]
    Margin {
        /// Which.
        what: &'static str,
        /// How many lines fit.
        most: usize,
    },
    /// A built-in face cannot be read.
    #[error("the face {name} that is built in cannot be read; run `make fonts` and build again")]
    Face {
        /// Which.
        name: &'static str,
    },
}

/// The file.
///
/// # Errors
///
/// When the report is larger than a limit, or this program was built with broken fonts.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    check(document)?;
    let mut fonts = fonts::Fonts::load()?;
    let pages = layout::lay_out(document, &mut fonts)?;
    write::write(document, &fonts, &pages)
}

fn check(document: &Document) -> Result<(), PdfError> {
    let count = document.blocks.len();
    if count > BLOCKS_MAX {
        return Err(PdfError::Blocks { count });
    }
    let mut bytes = document.title.len() + document.marking.len() + document.foot.len();
    for block in &document.blocks {
        bytes = bytes.saturating_add(match block {
            Block::Heading { text, .. } => text.len(),
            Block::Paragraph(line) | Block::Notice(line) => inline(line),
            Block::List { items, .. } => items.iter().map(|i| inline(i) + PLACE).sum(),
            Block::Table { caption, head, rows, note } => {
                let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
                if columns > COLUMNS_MAX {
                    return Err(PdfError::Columns { caption: caption.clone(), count: columns });
                }
                let cells = rows.iter().flatten().map(|c| inline(&c.content) + PLACE).sum::<usize>();
                caption.len()
                    + head.iter().map(String::len).sum::<usize>()
                    + cells
                    + note.as_ref().map_or(0, String::len)
            }
            Block::Figure { caption, alternative, drawing } => {
                let count = figure::size(drawing);
                if count > SHAPES_MAX {
                    return Err(PdfError::Shapes { caption: caption.clone(), count });
                }
                caption.len() + alternative.len() + figure::words(drawing)
            }
            Block::Statement { by, text, .. } => by.len() + text.len(),
            Block::PageBreak => 0,
        });
    }
    if bytes > TEXT_MAX { Err(PdfError::Text { bytes }) } else { Ok(()) }
}

fn inline(line: &[Inline]) -> usize {
    line.iter()
        .map(|piece| match piece {
            Inline::Text(t) | Inline::Strong(t) | Inline::Code(t) | Inline::Redacted(t) => t.len(),
            Inline::Quote { text, .. } | Inline::Ref { text, .. } => text.len(),
        })
        .sum()
}
