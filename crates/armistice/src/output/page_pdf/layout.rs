//! Blocks onto pages: what stands where, and which part of the report it is.
//!
//! Must not: write PDF. A page here is a list of marks with places, from the top and the left.

use super::{
    Length, PAGES_MAX, PdfError, figure,
    fonts::{Fonts, Weight},
    text::{Line, Mark, Paragraph},
};
use crate::output::{
    document::{Block, Direction, Document, Inline},
    drawing::Drawing,
    page_words::PageWords,
};
use pdf_writer::types::StructRole;
use std::collections::BTreeMap;

/// A4.
pub(super) const WIDTH: Length = 595_276;
/// See [`WIDTH`].
pub(super) const HEIGHT: Length = 841_890;
const SIDE: Length = 56_000;
const TOP: Length = 76_000;
const BOTTOM: Length = 92_000;
/// The width of the text.
pub(super) const MEASURE: Length = WIDTH - 2 * SIDE;
/// The end of the text on a page.
pub(super) const FLOOR: Length = HEIGHT - BOTTOM;

/// Running text: size and distance of lines.
pub(super) const BODY: (Length, Length) = (9_400, 14_600);
/// Captions and tables.
pub(super) const SMALL: (Length, Length) = (8_200, 12_200);
const FOOT: (Length, Length) = (7_200, 10_000);

/// What is on a page. Places are from the top and the left.
#[derive(Clone, Debug)]
pub(super) enum Op<'a> {
    /// A line; `y` is its base line.
    Text { x: Length, y: Length, line: Line },
    /// A straight line of that width.
    Rule { from: (Length, Length), to: (Length, Length), width: Length },
    /// A border.
    Border { x: Length, y: Length, width: Length, height: Length },
    /// A drawing, scaled to that width.
    Drawing { x: Length, y: Length, width: Length, drawing: &'a Drawing, texts: Vec<(usize, Length, Line)> },
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    /// With the part of the report that each belongs to; none is furniture of the page.
    pub(super) ops: Vec<(Option<usize>, Op<'a>)>,
}

/// A part of the report, for readers that do not see.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) role: StructRole,
    pub(super) parent: Option<usize>,
    /// In place of what is drawn.
    pub(super) alternative: Option<String>,
    /// Its text in the order of reading, where some of it runs from the right: on the page that stands in the order of the page.
    pub(super) said: Option<String>,
}

/// A heading that was placed.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) level: u8,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) y: Length,
}

/// The report on pages.
#[derive(Debug, Default)]
pub(super) struct Pages<'a> {
    pub(super) pages: Vec<Page<'a>>,
    pub(super) parts: Vec<Part>,
    pub(super) headings: Vec<Placed>,
    /// Which heading an anchor means.
    pub(super) anchors: BTreeMap<String, usize>,
}

/// The pen.
pub(super) struct Layout<'a, 'f> {
    pub(super) out: Pages<'a>,
    pub(super) fonts: &'f mut Fonts,
    pub(super) words: &'static PageWords,
    pub(super) direction: Direction,
    /// Where the next thing begins.
    pub(super) y: Length,
    /// Where the head of a table ends that was repeated on this page.
    pub(super) fresh_until: Length,
    root: usize,
}

/// Where text stands in its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Middle,
    End,
}

/// The room that a heading wants below it, so that it does not stand apart from what it heads.
fn company(after: &[Block]) -> Length {
    match after {
        [Block::Heading { .. }, rest @ ..] => 45_000_i32.saturating_add(company(rest.get(..2).unwrap_or(rest))),
        [Block::Figure { drawing, .. }, ..] => figure::fitted(drawing).1.saturating_add(60_000),
        [Block::Table { .. }, ..] => 100_000,
        _ => 55_000,
    }
}

pub(super) fn lay_out<'a>(document: &'a Document, fonts: &mut Fonts) -> Result<Pages<'a>, PdfError> {
    let root = Part { role: StructRole::Document, parent: None, alternative: None, said: None };
    let out = Pages { pages: vec![Page::default()], parts: vec![root], ..Pages::default() };
    let words = PageWords::of(&document.language);
    let mut layout = Layout { out, fonts, words, direction: document.direction, y: TOP, fresh_until: 0, root: 0 };
    layout.words(StructRole::H1, &document.title, Mark::new(Weight::Bold, 17_000), 25_000)?;
    layout.y += 8_000;
    let numbers = layout.contents(document)?;
    for (n, block) in document.blocks.iter().enumerate() {
        let after = document.blocks.get(n + 1..).unwrap_or_default();
        layout.block(block, after)?;
    }
    layout.number(&numbers);
    layout.furniture(document)?;
    Ok(layout.out)
}

impl<'a> Layout<'a, '_> {
    pub(super) fn part(&mut self, role: StructRole, parent: usize) -> usize {
        self.out.parts.push(Part { role, parent: Some(parent), alternative: None, said: None });
        self.out.parts.len() - 1
    }

    /// Tells a part the text of a paragraph that it has.
    pub(super) fn says(&mut self, part: usize, paragraph: &Paragraph) {
        let Some(part) = self.out.parts.get_mut(part) else { return };
        let said = paragraph.said();
        match (&mut part.said, paragraph.turns()) {
            (Some(before), _) => {
                before.push('\n');
                before.push_str(&said);
            }
            (None, true) => part.said = Some(said),
            (None, false) => {}
        }
    }

    pub(super) fn root_part(&mut self, role: StructRole) -> usize {
        self.part(role, self.root)
    }

    pub(super) fn put(&mut self, part: Option<usize>, op: Op<'a>) {
        if let Some(page) = self.out.pages.last_mut() {
            page.ops.push((part, op));
        }
    }

    pub(super) fn new_page(&mut self) -> Result<(), PdfError> {
        if self.out.pages.len() >= PAGES_MAX {
            return Err(PdfError::Pages);
        }
        self.out.pages.push(Page::default());
        self.y = TOP;
        self.fresh_until = 0;
        Ok(())
    }

    pub(super) fn at_top(&self) -> bool {
        self.y <= TOP
    }

    /// A new page, if there is no room for that height on this one and there would be more on a new one.
    pub(super) fn room(&mut self, height: Length) -> Result<(), PdfError> {
        if self.y + height > FLOOR && !self.at_top() { self.new_page() } else { Ok(()) }
    }

    /// The left edge of something that begins that far from the start of the text.
    pub(super) fn left(&self, start: Length, width: Length) -> Length {
        match self.direction {
            Direction::Ltr => SIDE + start,
            Direction::Rtl => WIDTH - SIDE - start - width,
        }
    }

    /// Where a line begins in a box, by its own direction.
    pub(super) fn inside(x: Length, width: Length, line: &Line, align: Align, direction: Direction) -> Length {
        let rest = width - line.width;
        match (align, direction) {
            (Align::Start, Direction::Ltr) | (Align::End, Direction::Rtl) => x,
            (Align::Middle, _) => x + rest / 2,
            (Align::End, Direction::Ltr) | (Align::Start, Direction::Rtl) => x + rest,
        }
    }

    pub(super) fn base(leading: Length, size: Length) -> Length {
        (leading - size) / 2 + size * 4 / 5
    }

    /// Lines one below the other, over pages where they must.
    fn flow(
        &mut self,
        part: usize,
        paragraph: &Paragraph,
        start: Length,
        width: Length,
        (size, leading): (Length, Length),
    ) -> Result<(), PdfError> {
        let lines = paragraph.lines(self.fonts, width);
        self.says(part, paragraph);
        // Two lines at least stand together at the end and at the beginning of a page.
        let count = Length::try_from(lines.len()).unwrap_or(Length::MAX);
        self.room(leading * count.min(if count == 3 { 3 } else { 2 }))?;
        for (n, line) in lines.iter().enumerate() {
            let last_but_one = lines.len() > 3 && n + 2 == lines.len();
            self.room(if last_but_one { 2 * leading } else { leading })?;
            let left = self.left(start, width);
            let x = Self::inside(left, width, line, Align::Start, paragraph.direction);
            let y = self.y + Self::base(leading, size);
            self.put(Some(part), Op::Text { x, y, line: line.clone() });
            self.y += leading;
        }
        Ok(())
    }

    fn words(&mut self, role: StructRole, text: &str, mark: Mark, leading: Length) -> Result<(), PdfError> {
        let size = mark.size;
        let part = self.root_part(role);
        let paragraph = Paragraph::plain(self.fonts, text, mark, self.direction);
        self.flow(part, &paragraph, 0, MEASURE, (size, leading))
    }

    pub(super) fn shaped(&mut self, content: &[Inline], size: Length) -> Paragraph {
        Paragraph::of(self.fonts, content, &Mark::new(Weight::Regular, size), self.direction, self.words)
    }

    fn block(&mut self, block: &'a Block, after: &[Block]) -> Result<(), PdfError> {
        match block {
            Block::Heading { level, anchor, text } => self.heading(*level, anchor, text, company(after))?,
            Block::Paragraph(content) => {
                let part = self.root_part(StructRole::P);
                let paragraph = self.shaped(content, BODY.0);
                self.flow(part, &paragraph, 0, MEASURE, BODY)?;
                self.y += 6_000;
            }
            Block::List { ordered, items } => self.list(*ordered, items)?,
            Block::Table { caption, head, rows, note } => self.table(caption, head, rows, note.as_deref())?,
            Block::Figure { caption, alternative, drawing } => self.figure(caption, alternative, drawing)?,
            Block::Statement { by, text, direction } => self.statement(by, text, *direction)?,
            Block::Notice(content) => self.notice(content)?,
            Block::PageBreak => {
                if !self.at_top() {
                    self.new_page()?;
                }
            }
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, anchor: &str, text: &str, company: Length) -> Result<(), PdfError> {
        let (role, size, leading, above): (_, Length, Length, Length) = match level {
            0 | 1 => (StructRole::H2, 14_000, 20_000, 20_000),
            2 => (StructRole::H3, 11_600, 17_000, 15_000),
            3 => (StructRole::H4, 10_000, 15_000, 11_000),
            _ => (StructRole::H5, 9_400, 14_600, 9_000),
        };
        if !self.at_top() {
            self.y += above;
        }
        let paragraph = Paragraph::plain(self.fonts, text, Mark::new(Weight::Bold, size), self.direction);
        let lines = Length::try_from(paragraph.lines(self.fonts, MEASURE).len()).unwrap_or(1);
        self.room(leading.saturating_mul(lines).saturating_add(company).min(FLOOR - TOP))?;
        let placed = Placed {
            level: level.clamp(1, 4),
            text: text.to_owned(),
            page: self.out.pages.len() - 1,
            y: (self.y - 4_000).max(0),
        };
        self.out.anchors.entry(anchor.to_owned()).or_insert(self.out.headings.len());
        self.out.headings.push(placed);
        let part = self.root_part(role);
        self.flow(part, &paragraph, 0, MEASURE, (size, leading))?;
        if level <= 1 {
            let (x, y) = (self.left(0, MEASURE), self.y + 1_000);
            self.put(None, Op::Rule { from: (x, y), to: (x + MEASURE, y), width: 500 });
            self.y += 3_000;
        }
        self.y += 4_000;
        Ok(())
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) -> Result<(), PdfError> {
        const INDENT: Length = 18_000;
        let list = self.root_part(StructRole::L);
        for (n, item) in items.iter().enumerate() {
            let one = self.part(StructRole::LI, list);
            let label = self.part(StructRole::Lbl, one);
            let body = self.part(StructRole::LBody, one);
            self.room(BODY.1)?;
            let text = if ordered { format!("{}.", n + 1) } else { "•".to_owned() };
            let mark = Mark::new(Weight::Regular, BODY.0);
            let number = Paragraph::plain(self.fonts, &text, mark, self.direction);
            let paragraph = self.shaped(item, BODY.0);
            let lines = paragraph.lines(self.fonts, MEASURE - INDENT).len();
            if lines > 1 {
                self.room(2 * BODY.1)?;
            }
            if let Some(line) = number.lines(self.fonts, INDENT).into_iter().next() {
                let (left, width) = (self.left(0, INDENT - 5_000), INDENT - 5_000);
                let x = Self::inside(left, width, &line, Align::End, self.direction);
                let y = self.y + Self::base(BODY.1, BODY.0);
                self.put(Some(label), Op::Text { x, y, line });
            }
            self.flow(body, &paragraph, INDENT, MEASURE - INDENT, BODY)?;
            self.y += 2_000;
        }
        self.y += 4_000;
        Ok(())
    }

    /// Text within a bar at its start, or a border around it, which goes on where the text goes over pages.
    fn framed(&mut self, part: usize, paragraphs: &[Paragraph], border: bool) -> Result<(), PdfError> {
        const INSET: Length = 12_000;
        let pad = if border { 7_000 } else { 1_000 };
        let direction = paragraphs.first().map_or(self.direction, |p| p.direction);
        self.room(2 * BODY.1 + 2 * pad)?;
        let (mut page, mut top) = (self.out.pages.len(), self.y);
        self.y += pad;
        let frame = |layout: &mut Self, page: usize, top: Length, end: Length| {
            let (x, width) = (layout.left(0, MEASURE), MEASURE);
            let op = match (border, direction) {
                (true, _) => Op::Border { x, y: top, width, height: end - top },
                (false, Direction::Ltr) => Op::Rule { from: (x + 2_000, top), to: (x + 2_000, end), width: 2_500 },
                (false, Direction::Rtl) => {
                    let x = x + width - 2_000;
                    Op::Rule { from: (x, top), to: (x, end), width: 2_500 }
                }
            };
            if let Some(p) = layout.out.pages.get_mut(page - 1) {
                p.ops.push((None, op));
            }
        };
        for (n, paragraph) in paragraphs.iter().enumerate() {
            if n > 0 {
                self.y += 4_000;
            }
            self.says(part, paragraph);
            for line in paragraph.lines(self.fonts, MEASURE - 2 * INSET) {
                if self.y + BODY.1 + pad > FLOOR && self.y > top + pad {
                    frame(self, page, top, self.y + pad);
                    self.new_page()?;
                    (page, top) = (self.out.pages.len(), self.y);
                    self.y += pad;
                }
                let left = self.left(INSET, MEASURE - 2 * INSET);
                let x = Self::inside(left, MEASURE - 2 * INSET, &line, Align::Start, paragraph.direction);
                let y = self.y + Self::base(BODY.1, BODY.0);
                self.put(Some(part), Op::Text { x, y, line });
                self.y += BODY.1;
            }
        }
        self.y += pad;
        frame(self, page, top, self.y);
        self.y += 9_000;
        Ok(())
    }

    fn statement(&mut self, by: &str, text: &str, direction: Direction) -> Result<(), PdfError> {
        self.room(BODY.1 * 3)?;
        self.words(StructRole::P, by, Mark::new(Weight::Bold, SMALL.0), SMALL.1)?;
        self.y += 2_000;
        let part = self.root_part(StructRole::BlockQuote);
        let lines = text.lines().filter(|l| !l.trim().is_empty());
        let mark = Mark::new(Weight::Regular, BODY.0);
        let paragraphs: Vec<Paragraph> =
            lines.map(|l| Paragraph::plain(self.fonts, l, mark.clone(), direction)).collect();
        self.framed(part, &paragraphs, false)
    }

    fn notice(&mut self, content: &[Inline]) -> Result<(), PdfError> {
        let part = self.root_part(StructRole::P);
        let paragraph = self.shaped(content, BODY.0);
        self.framed(part, &[paragraph], true)
    }

    /// The caption of a table or figure.
    pub(super) fn caption(&mut self, part: usize, text: &str) -> Result<(), PdfError> {
        let paragraph = Paragraph::plain(self.fonts, text, Mark::new(Weight::Bold, SMALL.0), self.direction);
        self.flow(part, &paragraph, 0, MEASURE, SMALL)?;
        self.y += 3_000;
        Ok(())
    }

    /// The note below a table.
    pub(super) fn note(&mut self, text: &str) -> Result<(), PdfError> {
        self.y += 3_000;
        self.words(StructRole::Note, text, Mark::new(Weight::Regular, 7_800), 11_000)
    }

    /// The headings of two levels, each with room for the number of its page. Says where the numbers go.
    fn contents(&mut self, document: &Document) -> Result<Vec<(usize, usize, Length, usize)>, PdfError> {
        const NUMBER: Length = 30_000;
        let mut headings = Vec::new();
        let mut n = 0;
        for block in &document.blocks {
            if let Block::Heading { level, anchor, text } = block {
                if *level <= 2 {
                    headings.push((n, *level, anchor, text));
                }
                n += 1;
            }
        }
        let mut numbers = Vec::new();
        // A short report needs none.
        if headings.len() < 3 {
            return Ok(numbers);
        }
        let (title, mark) = (self.words.contents, Mark::new(Weight::Bold, 10_000));
        self.words(StructRole::P, title, mark, 15_000)?;
        self.y += 2_000;
        let list = self.root_part(StructRole::TOC);
        for (n, level, anchor, text) in headings {
            let part = self.part(StructRole::TOCI, list);
            let mark = Mark { link: Some(anchor.clone()), ..Mark::new(Weight::Regular, SMALL.0 + 600) };
            let paragraph = Paragraph::plain(self.fonts, text, mark, self.direction);
            let start = if level >= 2 { 16_000 } else { 0 };
            self.flow(part, &paragraph, start, MEASURE - start - NUMBER, (SMALL.0 + 600, SMALL.1 + 1_200))?;
            let y = self.y - SMALL.1 - 1_200 + Self::base(SMALL.1 + 1_200, SMALL.0 + 600);
            numbers.push((self.out.pages.len() - 1, part, y, n));
        }
        self.y += 10_000;
        Ok(numbers)
    }

    /// Writes the numbers of the pages into the contents.
    fn number(&mut self, numbers: &[(usize, usize, Length, usize)]) {
        for (page, part, y, heading) in numbers {
            let Some(number) = self.out.headings.get(*heading).map(|h| (h.page + 1).to_string()) else { continue };
            let mark = Mark::new(Weight::Regular, SMALL.0 + 600);
            let paragraph = Paragraph::plain(self.fonts, &number, mark, self.direction);
            let Some(line) = paragraph.lines(self.fonts, MEASURE).into_iter().next() else { continue };
            let x = Self::inside(self.left(0, MEASURE), MEASURE, &line, Align::End, self.direction);
            if let Some(page) = self.out.pages.get_mut(*page) {
                // Behind the last line of its entry, so that it is read after it.
                let at = page.ops.iter().rposition(|(p, _)| *p == Some(*part)).map_or(page.ops.len(), |i| i + 1);
                page.ops.insert(at, (Some(*part), Op::Text { x, y: *y, line }));
            }
        }
    }

    /// Marking, foot and number of each page.
    fn furniture(&mut self, document: &'a Document) -> Result<(), PdfError> {
        let of = self.out.pages.len();
        let left = self.left(0, MEASURE);
        let plain = Mark::new(Weight::Regular, FOOT.0);
        let bold = Mark::new(Weight::Bold, 8_200);
        let marking = self.margin("marking", &document.marking, bold, MEASURE)?;
        let foot = self.margin("foot", &document.foot, plain.clone(), MEASURE * 3 / 4)?;
        let direction = self.direction;
        for n in 1..=of {
            let number = self.margin("number", &self.words.page_of(n, of), plain.clone(), MEASURE / 4)?;
            let Some(page) = self.out.pages.get_mut(n - 1) else { continue };
            let mut column = |lines: &[Line], mut y: Length, leading: Length, align: Align| {
                for line in lines {
                    let x = Self::inside(left, MEASURE, line, align, direction);
                    page.ops.push((None, Op::Text { x, y, line: line.clone() }));
                    y += leading;
                }
            };
            column(&marking, 38_000, 11_000, Align::Middle);
            column(&marking, HEIGHT - 36_000, 11_000, Align::Middle);
            column(&foot, HEIGHT - 70_000, FOOT.1, Align::Start);
            column(&number, HEIGHT - 70_000, FOOT.1, Align::End);
            let y = HEIGHT - 81_000;
            page.ops.push((None, Op::Rule { from: (left, y), to: (left + MEASURE, y), width: 400 }));
        }
        Ok(())
    }

    fn margin(&mut self, what: &'static str, text: &str, mark: Mark, width: Length) -> Result<Vec<Line>, PdfError> {
        const MOST: usize = 3;
        let lines = Paragraph::plain(self.fonts, text, mark, self.direction).lines(self.fonts, width);
        if lines.len() > MOST { Err(PdfError::Margin { what, most: MOST }) } else { Ok(lines) }
    }
}
