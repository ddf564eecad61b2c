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

/// How a table is set: size and distance of its lines, and the room between columns.
#[derive(Clone, Copy)]
struct Set {
    size: Length,
    leading: Length,
    gap: Length,
}

/// From the usual one to the smallest that is read with ease. The first whose words need not be broken is taken.
const SETS: [Set; 3] = [
    Set { size: SMALL.0, leading: SMALL.1, gap: 9_000 },
    Set { size: 7_200, leading: 10_600, gap: 7_000 },
    Set { size: 6_200, leading: 9_200, gap: 5_000 },
];

/// Above and below the text of a row.
const PAD: Length = 3_000;

struct Row {
    cells: Vec<(Paragraph, Align, StructRole)>,
}

struct Columns {
    /// Start and width of each.
    places: Vec<(Length, Length)>,
    set: Set,
    /// No word is broken.
    whole: bool,
}

impl Columns {
    /// Gives each column what its text needs, if that is possible; else what its longest word needs, and the rest by need.
    fn of(rows: &[&Row], count: usize, set: Set) -> Self {
        let all = i64::from(MEASURE) - i64::from(set.gap) * (count.max(1) as i64 - 1);
        let widest = |of: fn(&Paragraph) -> i64| -> Vec<i64> {
            let widths = |column: usize| rows.iter().filter_map(move |r| r.cells.get(column)).map(move |c| of(&c.0));
            // Rounding may take a little of each word; half a point is to spare.
            (0..count).map(|c| widths(c).max().unwrap_or(0).max(10_000) + 500).collect()
        };
        let natural = widest(Paragraph::natural);
        // What is longer than words are, such as a digest, is broken anyhow.
        let word = i64::from(set.size) * 12;
        let longest: Vec<i64> = widest(Paragraph::longest).into_iter().map(|w| w.min(word)).collect();
        let whole = longest.iter().sum::<i64>() <= all;
        // Where words must be broken, none has more than its share of the page to itself.
        let share = if whole { all } else { all * 2 / (count.max(1) as i64 + 1) };
        let least: Vec<i64> = longest.iter().map(|w| (*w).min(share)).collect();
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
            start += width + set.gap;
            (at, width)
        };
        Self { places: widths.iter().map(place).collect(), set, whole }
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
        let [usual, smaller @ ..] = SETS;
        let (mut heads, mut body) = self.rows(head, rows, &figures, usual);
        let mut columns = Columns::of(&heads.iter().chain(&body).collect::<Vec<_>>(), count, usual);
        for set in smaller {
            if columns.whole {
                break;
            }
            (heads, body) = self.rows(head, rows, &figures, set);
            columns = Columns::of(&heads.iter().chain(&body).collect::<Vec<_>>(), count, set);
        }
        let leading = columns.set.leading;
        let lines = |layout: &Self, row: &Row| -> Vec<Vec<Line>> {
            let cells = row.cells.iter().zip(&columns.places);
            cells.map(|((p, ..), (_, width))| p.lines(layout.fonts, *width)).collect()
        };
        let head_lines = heads.as_ref().map(|h| lines(self, h));
        let head_height = head_lines.as_ref().map_or(0, |h| height(h, leading));
        let first = body.first().map_or(0, |r| height(&lines(self, r), leading));

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

    /// Head and rows, shaped.
    fn rows(&mut self, head: &[String], rows: &[Vec<Cell>], figures: &[bool], set: Set) -> (Option<Row>, Vec<Row>) {
        let align = |figure: bool| if figure { Align::End } else { Align::Start };
        let heads = head.iter().enumerate().map(|(c, text)| {
            let mark = Mark::new(Weight::Bold, set.size);
            let paragraph = Paragraph::plain(self.fonts, text, mark, self.direction);
            (paragraph, align(figures.get(c).copied().unwrap_or(false)), StructRole::TH)
        });
        let heads = head.iter().any(|h| !h.trim().is_empty()).then(|| Row { cells: heads.collect() });
        let body = rows
            .iter()
            .map(|row| {
                let cell = |(n, cell): (usize, &Cell)| {
                    let first = n == 0 && row.len() > 1 && !cell.figure;
                    let role = if first { StructRole::TH } else { StructRole::TD };
                    (self.shaped(&cell.content, set.size), align(cell.figure), role)
                };
                Row { cells: row.iter().enumerate().map(cell).collect() }
            })
            .collect();
        (heads, body)
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
        let Set { size, leading, .. } = columns.set;
        let parts: Vec<usize> = row.cells.iter().map(|c| self.part(c.2, tr)).collect();
        for (part, cell) in parts.iter().zip(&row.cells) {
            self.says(*part, &cell.0);
        }
        let all = lines.iter().map(Vec::len).max().unwrap_or(0);
        let mut done = 0;
        loop {
            let rest = all - done;
            let fits = usize::try_from((FLOOR - self.y - 2 * PAD) / leading).unwrap_or(0);
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
                    let y = top + leading * Length::try_from(n).unwrap_or(0) + Self::base(leading, size);
                    self.put(Some(*part), Op::Text { x, y, line: line.clone() });
                }
            }
            self.y = top + leading * Length::try_from(now).unwrap_or(0) + PAD;
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
        let Set { size, leading, .. } = columns.set;
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
                    let y = self.y + PAD + leading * Length::try_from(n).unwrap_or(0) + Self::base(leading, size);
                    self.put(None, Op::Text { x, y, line: line.clone() });
                }
            }
            self.y += height(lines, leading);
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

fn height(lines: &[Vec<Line>], leading: Length) -> Length {
    let most = lines.iter().map(Vec::len).max().unwrap_or(0);
    Length::try_from(most).unwrap_or(Length::MAX).saturating_mul(leading).saturating_add(2 * PAD)
}
