//! A drawing as static SVG, to stand in a page or alone.
//!
//! Must not: hold a script, a style sheet, an address, or a number with a point; the same drawing is the same bytes.

use super::{
    document::Direction,
    drawing::{Anchor, Drawing, Ink, Shape},
    escape::{escaped, escaped_in, id, plain},
    ink::{BORDER, Hatch, border, dashes, hatch, name, thickness, tone},
};
use std::{collections::BTreeSet, fmt::Write as _};
use unicode_bidi::{Direction as Strong, get_base_direction};

/// What is said about a drawing, and what keeps its ids apart from those of others on the page.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// Begins each id of this drawing.
    pub prefix: &'a str,
    /// Its name.
    pub title: &'a str,
    /// The same in words, for whoever cannot see it.
    pub description: &'a str,
    /// Which way the drawing runs: where the beginning of its texts is.
    pub direction: Direction,
}

/// The drawing without a word about it, left to right.
#[must_use]
pub fn render(drawing: &Drawing) -> String {
    labelled(drawing, &Label { prefix: "d", title: "", description: "", direction: Direction::Ltr })
}

/// The drawing with its label.
#[must_use]
pub fn labelled(drawing: &Drawing, label: &Label<'_>) -> String {
    let prefix = id(label.prefix);
    let (width, height) = (drawing.width.max(1), drawing.height.max(1));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{}\" height=\"{}\" role=\"img\"",
        pixels(width),
        pixels(height)
    );
    let named = [("t", "title", label.title), ("d", "desc", label.description)].map(|(short, tag, text)| {
        let id = format!("{prefix}-{short}");
        (!text.is_empty()).then(|| (format!("<{tag} id=\"{id}\">{}</{tag}>", escaped(text)), id))
    });
    if let [Some((_, title)), description] = &named {
        let _ = write!(out, " aria-labelledby=\"{title}\"");
        if let Some((_, description)) = description {
            let _ = write!(out, " aria-describedby=\"{description}\"");
        }
    }
    out.push('>');
    out.extend(named.into_iter().flatten().map(|(element, _)| element));
    let inks: BTreeSet<Ink> = drawing
        .shapes
        .iter()
        .filter_map(|s| match s {
            Shape::Rect { ink, .. } | Shape::Polygon { ink, .. } | Shape::Circle { ink, .. } => Some(*ink),
            Shape::Line { .. } | Shape::Text { .. } => None,
        })
        .collect();
    let patterns: String = inks.into_iter().filter_map(|ink| pattern(&prefix, ink)).collect();
    if !patterns.is_empty() {
        let _ = write!(out, "<defs>{patterns}</defs>");
    }
    for shape in &drawing.shapes {
        draw(&mut out, &prefix, label.direction, shape);
    }
    out.push_str("</svg>");
    out
}

/// Thousandths of a point in whole pixels of 1/96 inch, rounded up.
fn pixels(length: i32) -> i64 {
    (i64::from(length) * 4 + 2999) / 3000
}

fn colour([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The pattern of an ink that is not one tone.
fn pattern(prefix: &str, ink: Ink) -> Option<String> {
    let Hatch { side, lines, width, dot } = hatch(ink)?;
    let colour = colour(tone(ink));
    let mut marks = String::new();
    if !lines.is_empty() {
        let path: String = lines.iter().map(|[x, y, to_x, to_y]| format!("M{x} {y}L{to_x} {to_y}")).collect();
        marks = format!("<path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>");
    }
    if dot > 0 {
        let middle = side / 2;
        let _ = write!(marks, "<circle cx=\"{middle}\" cy=\"{middle}\" r=\"{dot}\" fill=\"{colour}\"/>");
    }
    Some(format!(
        "<pattern id=\"{prefix}-{}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#ffffff\"/>{marks}</pattern>",
        name(ink)
    ))
}

/// How an area is filled and bordered.
fn area(prefix: &str, ink: Ink) -> String {
    let fill = match hatch(ink) {
        Some(_) => format!("url(#{prefix}-{})", name(ink)),
        None => colour(tone(ink)),
    };
    match border(ink) {
        None => format!("fill=\"{fill}\""),
        Some(border) => format!("fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{BORDER}\"", colour(border)),
    }
}

fn path(points: &[(i32, i32)]) -> String {
    points.iter().enumerate().fold(String::new(), |mut out, (i, (x, y))| {
        let _ = write!(out, "{}{x} {y}", if i == 0 { "M" } else { "L" });
        out
    })
}

fn draw(out: &mut String, prefix: &str, direction: Direction, shape: &Shape) {
    // Writing to a string does not fail.
    let _ = match shape {
        Shape::Rect { x, y, width, height, ink } => write!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" {}/>",
            width.max(&0),
            height.max(&0),
            area(prefix, *ink)
        ),
        Shape::Polygon { points, .. } | Shape::Line { points, .. } if points.is_empty() => Ok(()),
        Shape::Polygon { points, ink } => write!(out, "<path d=\"{}Z\" {}/>", path(points), area(prefix, *ink)),
        Shape::Circle { x, y, radius, ink } => {
            write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" {}/>", radius.max(&0), area(prefix, *ink))
        }
        Shape::Line { points, ink, dashed } => {
            let dashes: Vec<String> = dashes(*ink, *dashed).iter().map(u16::to_string).collect();
            let dashes = match dashes.is_empty() {
                true => String::new(),
                false => format!(" stroke-dasharray=\"{}\"", dashes.join(" ")),
            };
            write!(
                out,
                "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{dashes}/>",
                path(points),
                colour(tone(*ink)),
                thickness(*ink)
            )
        }
        Shape::Text { x, y, size, anchor, text } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let (way, other) = match direction {
                Direction::Ltr => ("ltr", Strong::Rtl),
                Direction::Rtl => ("rtl", Strong::Ltr),
            };
            let text = plain(text);
            // The place of the beginning is the drawing's; the order of the words is the text's own.
            let turned = get_base_direction(text.as_str()) == other;
            let (open, close) = if turned { ("\u{2068}", "\u{2069}") } else { ("", "") };
            write!(
                out,
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" text-anchor=\"{anchor}\" direction=\"{way}\" \
                 font-family=\"sans-serif\" fill=\"{}\">{open}{}{close}</text>",
                size.max(&0),
                colour(tone(Ink::Line)),
                escaped_in(&text, direction)
            )
        }
    };
}
