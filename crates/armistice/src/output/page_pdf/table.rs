//! Tables: widths of columns, cells that wrap, rows that go over pages, heads that are repeated.
//!
//! Must not: cut off a cell. A row that is higher than a page goes on on the next.

use super::{
    Length, PdfError,
    fonts::Weight,
    layout::{Align, FLOOR, Layout, MEASURE, Op, SMALL},
    text::{Line, Mark, Paragraph},
};
use crate::output::document::{Cell, Inline};
use pdf_writer::types::StructRole;

/// Between columns.
const GAP: Length = 9_000;
/// Above and below the text of a row.
const PAD: Length = 3_000;

struct Row {
    cells: Vec<(Paragraph, Align, StructRole)>,
}

struct Columns {
    /// Start and width of each.
    places: Vec<(Length, Length)>,
}

impl Columns {
    /// Gives each column what its text needs, if that is possible; else what its longest word needs, and the rest by need.
    fn of(rows: &[&Row], count: usize) -> Self {
        let all = i64::from(MEASURE) - i64::from(GAP) * (count.max(1) as i64 - 1);
        let widest = |of: fn(&Paragraph) -> i64| -> Vec<i64> {
            let widths = |column: usize| rows.iter().filter_map(move |r| r.cells.get(column)).map(move |c| of(&c.0));
            // Rounding may take a little of each word; half a point is to spare.
            (0..count).map(|c| widths(c).max().unwrap_or(0).max(10_000) + 500).collect()
        };
        let (natural, longest) = (widest(Paragraph::natural), widest(Paragraph::longest));
        // No word has more than its share of the page to itself.
        let least: Vec<i64> = longest.iter().map(|w| (*w).min(all * 2 / (count.max(1) as i64 + 1))).collect();
        let (sum, base): (i64, i64) = (natural.iter().sum(), least.iter().sum());
        let widths: Vec<i64> = if sum <= all {
            // What is left goes to the columns by their size, but not to those of a few digits.
            let long: i64 = natural.iter().filter(|w| **w > 60_000).sum();
            let more = |w: i64| {
                if long == 0 {
                    0
                } else if w > 60_000 {
                    (all - sum) * w / long
                } else {
                    0
                }
            };
            natural.iter().map(|w| w + more(*w)).collect()
        } else if base <= all {
            let wish: Vec<i64> = natural.iter().zip(&least).map(|(n, l)| (n - l).clamp(0, all)).collect();
            let wishes: i64 = wish.iter().sum::<i64>().max(1);
            least.iter().zip(&wish).map(|(l, w)| l + (all - base) * w / wishes).collect()
        } else {
            least.iter().map(|l| l * all / base.max(1)).collect()
        };
        let mut start = 0;
        let place = |w: &i64| {
            let width = Length::try_from(*w).unwrap_or(MEASURE).max(1_000);
            let at = start;
            start += width + GAP;
            (at, width)
        };
        Self { places: widths.iter().map(place).collect() }
    }
}

impl<'a> Layout<'a, '_> {
    pub(super) fn table(
        &mut self,
        caption: &str,
        head: &[String],
        rows: &'a [Vec<Cell>],
        note: Option<&str>,
    ) -> Result<(), PdfError> {
        let count = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        let figures: Vec<bool> = (0..count)
            .map(|c| {
                let mut cells = rows.iter().filter_map(|r| r.get(c)).filter(|c| !c.content.is_empty()).peekable();
                cells.peek().is_some() && cells.all(|c| c.figure)
            })
            .collect();
        let align = |figure: bool| if figure { Align::End } else { Align::Start };
        let heads: Vec<(Paragraph, Align, StructRole)> = head
            .iter()
            .enumerate()
            .map(|(c, text)| {
                let mark = Mark::new(Weight::Bold, SMALL.0);
                let paragraph = Paragraph::plain(self.fonts, text, mark, self.direction);
                (paragraph, align(figures.get(c).copied().unwrap_or(false)), StructRole::TH)
            })
            .collect();
        let heads = (head.iter().any(|h| !h.trim().is_empty())).then_some(Row { cells: heads });
        let body: Vec<Row> = rows
            .iter()
            .map(|row| {
                let cell = |(n, cell): (usize, &Cell)| {
                    let first = n == 0 && row.len() > 1 && !cell.figure;
                    let role = if first { StructRole::TH } else { StructRole::TD };
                    (self.shaped(&cell.content, SMALL.0), align(cell.figure), role)
                };
                Row { cells: row.iter().enumerate().map(cell).collect() }
            })
            .collect();
        let columns = Columns::of(&heads.iter().chain(&body).collect::<Vec<_>>(), count);
        let lines = |layout: &Self, row: &Row| -> Vec<Vec<Line>> {
            let cells = row.cells.iter().zip(&columns.places);
            cells.map(|((p, ..), (_, width))| p.lines(layout.fonts, *width)).collect()
        };
        let head_lines = heads.as_ref().map(|h| lines(self, h));
        let head_height = head_lines.as_ref().map_or(0, |h| height(h));
        let first = body.first().map_or(0, |r| height(&lines(self, r)));

        self.y += 6_000;
        self.room((head_height + first.min(120_000) + 2 * SMALL.1 + 9_000).min(FLOOR / 2))?;
        let table = self.root_part(StructRole::Table);
        let title = self.part(StructRole::Caption, table);
        self.caption(title, caption)?;
        // A head that would fill the page is not repeated.
        let repeated = head_height < FLOOR / 4;
        if let (Some(heads), Some(lines)) = (&heads, &head_lines) {
            let tr = self.part(StructRole::TR, table);
            self.line(1_200);
            self.row(tr, heads, lines, &columns, None)?;
            self.line(1_200);
        }
        for row in &body {
            let lines = lines(self, row);
            let tr = self.part(StructRole::TR, table);
            let again = heads.as_ref().zip(head_lines.as_ref()).filter(|_| repeated);
            let again = Again { caption, head: again };
            self.row(tr, row, &lines, &columns, Some(&again))?;
            self.line(400);
        }
        if let Some(note) = note {
            self.note(note)?;
        }
        self.y += 10_000;
        Ok(())
    }

    /// A line over the whole width.
    fn line(&mut self, width: Length) {
        let (x, y) = (self.left(0, MEASURE), self.y);
        self.put(None, Op::Rule { from: (x, y), to: (x + MEASURE, y), width });
    }

    /// A row, or as much of it as fits and the rest on the next pages.
    fn row(
        &mut self,
        tr: usize,
        row: &Row,
        lines: &[Vec<Line>],
        columns: &Columns,
        again: Option<&Again<'_>>,
    ) -> Result<(), PdfError> {
        let parts: Vec<usize> = row.cells.iter().map(|c| self.part(c.2, tr)).collect();
        let all = lines.iter().map(Vec::len).max().unwrap_or(0);
        let mut done = 0;
        loop {
            let rest = all - done;
            let fits = usize::try_from((FLOOR - self.y - 2 * PAD) / SMALL.1).unwrap_or(0);
            // A row that fits on a page is not divided.
            let divided = rest > 30;
            if fits < rest && !(self.fresh() || divided && fits >= 3) {
                self.next_page(columns, again)?;
                continue;
            }
            let now = rest.min(fits.max(1));
            let top = self.y + PAD;
            for (((cell, lines), part), (start, width)) in row.cells.iter().zip(lines).zip(&parts).zip(&columns.places)
            {
                let left = self.left(*start, *width);
                for (n, line) in lines.iter().skip(done).take(now).enumerate() {
                    let x = Self::inside(left, *width, line, cell.1, self.direction);
                    let y = top + SMALL.1 * Length::try_from(n).unwrap_or(0) + Self::base(SMALL.1, SMALL.0);
                    self.put(Some(*part), Op::Text { x, y, line: line.clone() });
                }
            }
            self.y = top + SMALL.1 * Length::try_from(now).unwrap_or(0) + PAD;
            done += now;
            if done >= all {
                return Ok(());
            }
            self.next_page(columns, again)?;
        }
    }

    /// Whether nothing of a table's body stands on this page yet.
    fn fresh(&self) -> bool {
        self.at_top() || self.fresh_until == self.y
    }

    fn next_page(&mut self, columns: &Columns, again: Option<&Again<'_>>) -> Result<(), PdfError> {
        self.new_page()?;
        if let Some(Again { caption, head: Some((heads, lines)) }) = again {
            let mark = Mark::new(Weight::Regular, SMALL.0);
            let text = [Inline::Text((*caption).to_owned()), Inline::Text(format!(" {}", self.words.continued))];
            let paragraph = Paragraph::of(self.fonts, &text, &mark, self.direction, self.words);
            // One line of the caption says which table this is.
            if let Some(line) = paragraph.lines(self.fonts, MEASURE).into_iter().next() {
                let x = Self::inside(self.left(0, MEASURE), MEASURE, &line, Align::Start, self.direction);
                let y = self.y + Self::base(SMALL.1, SMALL.0);
                self.put(None, Op::Text { x, y, line });
                self.y += SMALL.1 + 3_000;
            }
            self.line(1_200);
            // The head is there already, for those who do not see it.
            for (((_, align, _), lines), (start, width)) in heads.cells.iter().zip(*lines).zip(&columns.places) {
                let left = self.left(*start, *width);
                for (n, line) in lines.iter().enumerate() {
                    let x = Self::inside(left, *width, line, *align, self.direction);
                    let y = self.y + PAD + SMALL.1 * Length::try_from(n).unwrap_or(0) + Self::base(SMALL.1, SMALL.0);
                    self.put(None, Op::Text { x, y, line: line.clone() });
                }
            }
            self.y += height(lines);
            self.line(1_200);
        }
        self.fresh_until = self.y;
        Ok(())
    }
}

/// What stands at the head of each further page of a table.
struct Again<'t> {
    caption: &'t str,
    head: Option<(&'t Row, &'t Vec<Vec<Line>>)>,
}

fn height(lines: &[Vec<Line>]) -> Length {
    let most = lines.iter().map(Vec::len).max().unwrap_or(0);
    Length::try_from(most).unwrap_or(Length::MAX / SMALL.1 / 2).saturating_mul(SMALL.1).saturating_add(2 * PAD)
}
