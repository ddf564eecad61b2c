//! A report as blocks: what stands on its pages, for every format alike. HTML and PDF are drawn from the same blocks.
//!
//! Must not: know what a report is about, or hold a style.

use super::drawing::Drawing;

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words of the report itself.
    Text(String),
    /// Words that carry weight.
    Strong(String),
    /// Words of somebody else, verbatim, in their own language and direction.
    Quote {
        /// The words.
        text: String,
        /// BCP 47 tag, when known.
        language: Option<String>,
        /// Their direction.
        direction: Direction,
    },
    /// A link within the report, to a block's anchor.
    Ref {
        /// The anchor.
        anchor: String,
        /// The words.
        text: String,
    },
    /// An id, digest or number that is copied, not read.
    Code(String),
    /// Something that this edition does not show, with the class of the reason.
    Redacted(String),
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it. Empty is an empty cell; unknown is said in words.
    pub content: Vec<Inline>,
    /// It is a figure: set to the end of the line.
    pub figure: bool,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 4.
        level: u8,
        /// Where links lead.
        anchor: String,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Inline>>,
    },
    /// A table.
    Table {
        /// Says the unit of what is counted.
        caption: String,
        /// Column heads.
        head: Vec<String>,
        /// Rows, each as long as the head.
        rows: Vec<Vec<Cell>>,
        /// Below the table: what a reader must know to read it.
        note: Option<String>,
    },
    /// A map or chart.
    Figure {
        /// Says the unit, the period, and what could not be seen.
        caption: String,
        /// The same in words, for whoever cannot see it.
        alternative: String,
        /// What is drawn.
        drawing: Drawing,
    },
    /// A statement quoted at length, such as a dissent.
    Statement {
        /// Who says it.
        by: String,
        /// The words, verbatim.
        text: String,
        /// Their direction.
        direction: Direction,
    },
    /// Something to be seen before reading on: a limitation, a correction.
    Notice(Vec<Inline>),
    /// A new page begins, where there are pages.
    PageBreak,
}

/// A whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// BCP 47 tag of its own words.
    pub language: String,
    /// Direction of its own words.
    pub direction: Direction,
    /// Handling marking, at the head of every page.
    pub marking: String,
    /// At the foot of every page: what it is and how to check it.
    pub foot: String,
    /// The blocks in order.
    pub blocks: Vec<Block>,
}
