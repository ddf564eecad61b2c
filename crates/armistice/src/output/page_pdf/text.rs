//! A paragraph: pieces of text become lines of glyphs in the order of the page.
//!
//! Must not: know a page. A line has a width and knows no place.

use super::{
    Length,
    fonts::{Fonts, Glyph, Weight},
};
use crate::output::{
    document::{Direction, Inline},
    escape::{parts, plain},
    page_words::PageWords,
};
use unicode_bidi::{Level, ParagraphBidiInfo};

/// What a piece of text is, beside its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) weight: Weight,
    pub(super) size: Length,
    /// The anchor that it leads to.
    pub(super) link: Option<String>,
    /// It stands in a box: something that is not shown.
    pub(super) boxed: bool,
    /// Its language, if it is another than the report's.
    pub(super) language: Option<String>,
}

impl Mark {
    pub(super) fn new(weight: Weight, size: Length) -> Self {
        Self { weight, size, link: None, boxed: false, language: None }
    }
}

/// Glyphs of one mark, next to each other.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) mark: Mark,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: Length,
}

/// A line, from the left.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    pub(super) width: Length,
}

struct Item {
    start: usize,
    end: usize,
    mark: usize,
    level: Level,
    glyphs: Vec<Glyph>,
}

/// A paragraph, shaped and not yet broken into lines.
pub(super) struct Paragraph {
    text: String,
    marks: Vec<Mark>,
    items: Vec<Item>,
    /// The sum of the widths before each byte.
    before: Vec<i64>,
    breaks: Vec<usize>,
    pub(super) direction: Direction,
}

/// Opens an isolated part of that direction; of its own first strong letter where there is none.
fn opening(direction: Option<Direction>) -> char {
    match direction {
        Some(Direction::Ltr) => '\u{2066}',
        Some(Direction::Rtl) => '\u{2067}',
        None => '\u{2068}',
    }
}

const CLOSING: char = '\u{2069}';

/// The parts of a paragraph while they are put together. The characters that isolate parts belong to no mark and are not drawn.
struct Parts {
    text: String,
    marks: Vec<Mark>,
    spans: Vec<(usize, usize, usize)>,
}

impl Parts {
    fn push(&mut self, words: &str, mark: Mark) {
        let start = self.text.len();
        self.text.push_str(&plain(words).replace(['\u{2028}', '\u{2029}'], " "));
        self.spans.push((start, self.text.len(), self.marks.len()));
        self.marks.push(mark);
    }

    /// Words in lines of that direction: days, times and numbers of cases stay as they are written.
    fn set(&mut self, words: &str, mark: &Mark, direction: Direction) {
        match direction {
            Direction::Ltr => self.push(words, mark.clone()),
            Direction::Rtl => {
                for (left, part) in parts(words) {
                    match left {
                        true => self.isolated(Some(Direction::Ltr), part, mark.clone()),
                        false => self.push(part, mark.clone()),
                    }
                }
            }
        }
    }

    fn isolated(&mut self, direction: Option<Direction>, words: &str, mark: Mark) {
        self.text.push(opening(direction));
        self.push(words, mark);
        self.text.push(CLOSING);
    }
}

impl Paragraph {
    /// Words of one kind.
    pub(super) fn plain(fonts: &mut Fonts, words: &str, mark: Mark, direction: Direction) -> Self {
        let mut parts = Parts { text: String::new(), marks: Vec::new(), spans: Vec::new() };
        parts.set(words, &mark, direction);
        Self::shaped(fonts, parts, direction)
    }

    /// The pieces of a line of a report.
    pub(super) fn of(
        fonts: &mut Fonts,
        content: &[Inline],
        base: &Mark,
        direction: Direction,
        words: &PageWords,
    ) -> Self {
        let mut parts = Parts { text: String::new(), marks: Vec::new(), spans: Vec::new() };
        for piece in content {
            match piece {
                Inline::Text(text) => parts.set(text, base, direction),
                Inline::Strong(text) => parts.set(text, &Mark { weight: Weight::Bold, ..base.clone() }, direction),
                Inline::Quote { text, language, direction } => {
                    parts.push(words.marks[0], base.clone());
                    parts.isolated(Some(*direction), text, Mark { language: language.clone(), ..base.clone() });
                    parts.push(words.marks[1], base.clone());
                }
                Inline::Ref { anchor, text } => {
                    parts.set(text, &Mark { link: Some(anchor.clone()), ..base.clone() }, direction);
                }
                Inline::Code(text) => {
                    parts.isolated(Some(Direction::Ltr), text, Mark { size: base.size * 9 / 10, ..base.clone() });
                }
                Inline::Redacted(class) => {
                    let said = match class.is_empty() {
                        true => format!("\u{a0}{}\u{a0}", words.redacted),
                        false => format!("\u{a0}{}: {class}\u{a0}", words.redacted),
                    };
                    parts.isolated(None, &said, Mark { boxed: true, ..base.clone() });
                }
            }
        }
        Self::shaped(fonts, parts, direction)
    }

    fn shaped(fonts: &mut Fonts, parts: Parts, direction: Direction) -> Self {
        let Parts { text, marks, spans } = parts;
        let level = match direction {
            Direction::Ltr => Level::ltr(),
            Direction::Rtl => Level::rtl(),
        };
        let levels = ParagraphBidiInfo::new(&text, Some(level)).levels;
        let mut items = Vec::new();
        for (from, to, mark) in spans {
            let mut start = from;
            while start < to {
                let level = levels[start];
                let end = (start..to).find(|i| levels[*i] != level).unwrap_or(to);
                let glyphs = fonts.shape(marks[mark].weight, &text[start..end], start, level.is_rtl());
                items.push(Item { start, end, mark, level, glyphs });
                start = end;
            }
        }
        let mut width = vec![0_i64; text.len() + 1];
        for item in &items {
            let mark = &marks[item.mark];
            for g in &item.glyphs {
                width[g.at] += i64::from(fonts.scaled(mark.weight, g.advance, mark.size));
            }
        }
        let mut sum = 0;
        for w in &mut width {
            sum += std::mem::replace(w, sum);
        }
        let breaks = unicode_linebreak::linebreaks(&text).map(|(at, _)| at).collect();
        Self { text, marks, items, before: width, breaks, direction }
    }

    /// The text in the order of reading, without the characters that isolate parts.
    pub(super) fn said(&self) -> String {
        self.text.replace([opening(Some(Direction::Ltr)), opening(Some(Direction::Rtl)), opening(None), CLOSING], "")
    }

    /// Whether some of it runs from the right.
    pub(super) fn turns(&self) -> bool {
        self.items.iter().any(|i| i.level.is_rtl())
    }

    fn width(&self, start: usize, end: usize) -> i64 {
        self.before[end] - self.before[start]
    }

    /// The width on one line.
    pub(super) fn natural(&self) -> i64 {
        self.width(0, self.text.trim_end().len())
    }

    /// The width of the longest part that is not broken.
    pub(super) fn longest(&self) -> i64 {
        let starts = std::iter::once(&0).chain(&self.breaks);
        starts.zip(&self.breaks).map(|(a, b)| self.width(*a, self.trimmed(*a, *b))).max().unwrap_or(0)
    }

    /// The end of a part without the spaces at its end.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        start + self.text[start..end].trim_end().len()
    }

    /// Breaks it into lines of at most that width; a word that is longer is broken where it must.
    pub(super) fn lines(&self, fonts: &Fonts, most: Length) -> Vec<Line> {
        let most = i64::from(most);
        let mut out = Vec::new();
        let (mut start, mut last) = (0, 0);
        for &end in &self.breaks {
            if self.width(start, self.trimmed(start, end)) > most {
                if last > start {
                    out.push(self.line(fonts, start, last));
                    start = last;
                }
                while self.width(start, self.trimmed(start, end)) > most {
                    let cut = self.cut(start, end, most);
                    if cut >= end {
                        break;
                    }
                    out.push(self.line(fonts, start, cut));
                    start = cut;
                }
            }
            last = end;
        }
        if start < self.text.len() || out.is_empty() {
            out.push(self.line(fonts, start, self.text.len()));
        }
        out
    }

    /// The last place where a part that is too long can be cut: after at least one character, and not before one without width,
    /// which belongs to the one before it.
    fn cut(&self, start: usize, end: usize, most: i64) -> usize {
        let mut best = None;
        for (i, c) in self.text[start..end].char_indices().skip(1) {
            let at = start + i;
            let belongs = self.width(at, at + c.len_utf8()) == 0;
            if belongs {
                continue;
            }
            if best.is_some() && self.width(start, at) > most {
                break;
            }
            best = Some(at);
        }
        best.unwrap_or(end)
    }

    fn line(&self, fonts: &Fonts, start: usize, all: usize) -> Line {
        let trimmed = self.trimmed(start, all);
        // The space at the end of a line is written too, so that its last word and the next line's first stay apart for those who do
        // not see the page. Nothing is seen of it, and it does not count for the width.
        let bare = |m: &Mark| m.link.is_none() && !m.boxed;
        let end = if !self.turns() && self.marks.iter().all(bare) { all } else { trimmed };
        let from = self.items.partition_point(|i| i.end <= start);
        let mut slices: Vec<&Item> = self.items[from..].iter().take_while(|i| i.start < end).collect();
        let levels: Vec<Level> = slices.iter().map(|i| i.level).collect();
        let order = ParagraphBidiInfo::reorder_visual(&levels);
        slices = order.into_iter().filter_map(|i| slices.get(i).copied()).collect();
        let mut line = Line::default();
        for item in slices {
            let mark = self.marks[item.mark].clone();
            // Glyphs are in the order of their text, or of its reverse; so a line is cut out of a long run at once.
            let (a, z) = match item.level.is_rtl() {
                false => (item.glyphs.partition_point(|g| g.at < start), item.glyphs.partition_point(|g| g.at < end)),
                true => (item.glyphs.partition_point(|g| g.at >= end), item.glyphs.partition_point(|g| g.at >= start)),
            };
            let glyphs = item.glyphs.get(a..z).unwrap_or_default().to_vec();
            let width = glyphs.iter().map(|g| fonts.scaled(mark.weight, g.advance, mark.size)).sum();
            line.runs.push(Run { mark, glyphs, width });
        }
        line.width = Length::try_from(self.width(start, trimmed)).unwrap_or(Length::MAX / 4);
        line
    }
}
