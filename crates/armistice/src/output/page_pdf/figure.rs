//! Figures: a drawing with its caption on a page, and its shapes as strokes and fills.
//!
//! Must not: use colour as the only sign of anything, or draw outside of the drawing.

use super::{
    Length, PdfError,
    fonts::{Fonts, Weight},
    layout::{Layout, MEASURE, Op},
    text::{Line, Mark, Paragraph},
    write::{points, run, silent},
};
use crate::output::{
    document::Direction,
    drawing::{Anchor, Drawing, Ink, Shape},
    ink::{BORDER, border, dashes, hatch, name, thickness, tone},
};
use pdf_writer::{Content, Name, types::StructRole};
use unicode_bidi::{Direction as Strong, get_base_direction};

/// The height that a drawing may have.
const TALLEST: Length = 480_000;
/// How far a point may be from the drawing: what is farther is cut off anyhow.
const FAR: Length = 10_000_000;

/// How many shapes and points a drawing has.
pub(super) fn size(drawing: &Drawing) -> usize {
    let points = |s: &Shape| match s {
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.len(),
        Shape::Rect { .. } | Shape::Circle { .. } | Shape::Text { .. } => 1,
    };
    drawing.shapes.iter().map(|s| points(s).max(1)).sum()
}

/// How many bytes of text are in it.
pub(super) fn words(drawing: &Drawing) -> usize {
    let words = |s: &Shape| if let Shape::Text { text, .. } = s { text.len() } else { 0 };
    drawing.shapes.iter().map(words).sum()
}

impl<'a> Layout<'a, '_> {
    pub(super) fn figure(&mut self, caption: &str, alternative: &str, drawing: &'a Drawing) -> Result<(), PdfError> {
        let (width, height) = fitted(drawing);
        self.y += 6_000;
        self.room(height + 40_000)?;
        let part = self.root_part(StructRole::Figure);
        let title = self.part(StructRole::Caption, part);
        self.caption(title, caption)?;
        let image = self.part(StructRole::Figure, part);
        for p in [part, image] {
            if let Some(p) = self.out.parts.get_mut(p) {
                p.alternative = Some(if alternative.is_empty() { caption } else { alternative }.to_owned());
            }
        }
        self.room(height)?;
        let texts = self.texts(drawing);
        let (x, y) = (self.left((MEASURE - width) / 2, width), self.y);
        self.put(Some(image), Op::Drawing { x, y, width, drawing, texts });
        self.y += height + 12_000;
        Ok(())
    }

    /// The texts of a drawing, each with its left end.
    fn texts(&mut self, drawing: &Drawing) -> Vec<(usize, Length, Line)> {
        let mut out = Vec::new();
        for (n, shape) in drawing.shapes.iter().enumerate() {
            let Shape::Text { x, size, anchor, text, .. } = shape else { continue };
            let direction = match get_base_direction(text.as_str()) {
                Strong::Ltr => Direction::Ltr,
                Strong::Rtl => Direction::Rtl,
                Strong::Mixed => self.direction,
            };
            let mark = Mark::new(Weight::Regular, (*size).clamp(100, 200_000));
            let paragraph = Paragraph::plain(self.fonts, text, mark, direction);
            let Some(line) = paragraph.lines(self.fonts, Length::MAX).into_iter().next() else { continue };
            let back = match (anchor, self.direction) {
                (Anchor::Start, Direction::Ltr) | (Anchor::End, Direction::Rtl) => 0,
                (Anchor::Middle, _) => line.width / 2,
                (Anchor::End, Direction::Ltr) | (Anchor::Start, Direction::Rtl) => line.width,
            };
            out.push((n, (*x).clamp(-FAR, FAR).saturating_sub(back), line));
        }
        out
    }
}

/// The size of a drawing on a page: never larger than it was drawn, never larger than the page.
pub(super) fn fitted(drawing: &Drawing) -> (Length, Length) {
    let (wide, tall) = (i64::from(drawing.width.max(1)), i64::from(drawing.height.max(1)));
    let fits = (i64::from(TALLEST) * wide / tall).max(1);
    let width = wide.min(i64::from(MEASURE)).min(fits);
    let height = (width * tall / wide).min(i64::from(TALLEST));
    (short(width), short(height))
}

fn short(long: i64) -> Length {
    Length::try_from(long).unwrap_or(Length::MAX / 4)
}

fn units(length: Length) -> f32 {
    points(length.clamp(-FAR, FAR))
}

fn shade([r, g, b]: [u8; 3]) -> [f32; 3] {
    [r, g, b].map(|c| f32::from(c) / 255.0)
}

/// The name of the pattern of an ink.
pub(super) fn pattern(ink: Ink) -> Name<'static> {
    Name(name(ink).as_bytes())
}

/// What is drawn again and again in a pattern.
pub(super) fn tile(ink: Ink) -> Option<(f32, Content)> {
    let hatch = hatch(ink)?;
    let side = points(hatch.side);
    let [r, g, b] = shade(tone(ink));
    let mut content = Content::new();
    content.set_fill_gray(1.0).rect(0.0, 0.0, side, side).fill_nonzero();
    content.set_stroke_rgb(r, g, b).set_fill_rgb(r, g, b).set_line_width(points(hatch.width));
    for [x, y, to_x, to_y] in hatch.lines {
        content.move_to(points(*x), points(*y)).line_to(points(*to_x), points(*to_y)).stroke();
    }
    if hatch.dot > 0 {
        circle(&mut content, side / 2.0, side / 2.0, points(hatch.dot));
        content.fill_nonzero();
    }
    Some((side, content))
}

/// Four arcs, as near to a circle as a curve of third degree comes.
fn circle(content: &mut Content, x: f32, y: f32, r: f32) {
    let k = r * 0.552_284_8;
    content.move_to(x + r, y);
    content.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    content.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    content.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    content.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    content.close_path();
}

fn path(content: &mut Content, corners: &[(i32, i32)]) {
    for (n, (x, y)) in corners.iter().enumerate() {
        match n {
            0 => content.move_to(units(*x), units(*y)),
            _ => content.line_to(units(*x), units(*y)),
        };
    }
}

/// Fills and borders the path that was just made.
fn area(content: &mut Content, ink: Ink) {
    match border(ink) {
        Some(_) => content.fill_nonzero_and_stroke(),
        None => content.fill_nonzero(),
    };
}

/// Sets how the next area is filled and bordered.
fn area_ink(content: &mut Content, ink: Ink) {
    match hatch(ink) {
        Some(_) => {
            content.set_fill_color_space(pdf_writer::types::ColorSpaceOperand::Pattern);
            content.set_fill_pattern([], pattern(ink));
        }
        None => {
            let [r, g, b] = shade(tone(ink));
            content.set_fill_rgb(r, g, b);
        }
    }
    if let Some(colour) = border(ink) {
        let [r, g, b] = shade(colour);
        content.set_stroke_rgb(r, g, b).set_line_width(units(BORDER)).set_dash_pattern([], 0.0);
    }
}

/// The shapes, with their top left corner at a place of the page, which is given in points from below.
pub(super) fn draw(
    content: &mut Content,
    fonts: &Fonts,
    drawing: &Drawing,
    texts: &[(usize, Length, Line)],
    (x, y, width): (f32, f32, f32),
) {
    let (wide, tall) = (points(drawing.width.max(1)), points(drawing.height.max(1)));
    let scale = width / wide;
    content.save_state();
    content.transform([scale, 0.0, 0.0, -scale, x, y]);
    content.rect(0.0, 0.0, wide, tall).clip_nonzero().end_path();
    for (n, shape) in drawing.shapes.iter().enumerate() {
        match shape {
            Shape::Rect { x, y, width, height, ink } => {
                area_ink(content, *ink);
                content.rect(units(*x), units(*y), units(*width).max(0.0), units(*height).max(0.0));
                area(content, *ink);
            }
            Shape::Polygon { points, .. } | Shape::Line { points, .. } if points.is_empty() => {}
            Shape::Polygon { points, ink } => {
                area_ink(content, *ink);
                path(content, points);
                content.close_path();
                area(content, *ink);
            }
            Shape::Circle { x, y, radius, ink } => {
                area_ink(content, *ink);
                circle(content, units(*x), units(*y), units(*radius).max(0.0));
                area(content, *ink);
            }
            Shape::Line { points, ink, dashed } => {
                let [r, g, b] = shade(tone(*ink));
                content.set_stroke_rgb(r, g, b).set_line_width(units(thickness(*ink).into()));
                content.set_dash_pattern(dashes(*ink, *dashed).iter().map(|d| units((*d).into())), 0.0);
                path(content, points);
                content.stroke();
            }
            Shape::Text { y, .. } => {
                let Some((_, left, line)) = texts.iter().find(|t| t.0 == n) else { continue };
                content.set_fill_gray(0.0);
                let mut at = *left;
                for r in &line.runs {
                    // The plane is turned over, so letters are turned over again.
                    let matrix = [1.0, 0.0, 0.0, -1.0, units(at), units(*y)];
                    run(content, fonts, r, matrix);
                    silent(content, fonts, r, matrix);
                    at = at.saturating_add(r.width);
                }
            }
        }
    }
    content.restore_state();
}
