//! Text of others on its way into markup: the same rule for every page and drawing.
//!
//! Must not: let a character through that ends, hides or turns round what stands beside it.

use super::document::Direction;
use crate::cli::terminal::printable;
use std::fmt::Write as _;

/// A text without control characters and without characters that turn the direction of what follows. Those, and the two that
/// XML does not know, become U+FFFD.
#[must_use]
pub fn plain(text: &str) -> String {
    printable(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// Opens and closes a part that runs from the left, whatever stands around it.
pub const ISOLATE: [char; 2] = ['\u{2066}', '\u{2069}'];

/// The parts of a text, and whether each is one of those that are written from the left in every script and would be turned round
/// part by part behind Arabic letters: days, times, case numbers. A range such as 4–6 is none: it runs as its language does.
#[must_use]
pub fn parts(text: &str) -> Vec<(bool, &str)> {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '+' | '/' | '.' | '_');
    let mut out = Vec::new();
    let (mut from, mut rest) = (0, 0);
    while let Some(start) = text[rest..].find(|c: char| c.is_ascii_alphanumeric()).map(|i| rest + i) {
        let run = &text[start..text[start..].find(|c| !inside(c)).map_or(text.len(), |i| start + i)];
        let run = run.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        rest = start + run.len();
        if run.contains(['-', ':', '+', '/']) && run.contains(|c: char| c.is_ascii_digit()) {
            out.extend((from < start).then(|| (false, &text[from..start])));
            out.push((true, run));
            from = rest;
        }
    }
    out.extend((from < text.len()).then(|| (false, &text[from..])));
    out
}

/// [`plain`] for a text that stands in lines of this direction: what is written from the left stays so.
#[must_use]
pub fn set(text: &str, direction: Direction) -> String {
    let text = plain(text);
    match direction {
        Direction::Ltr => text,
        Direction::Rtl => {
            let [open, close] = ISOLATE;
            let part = |(left, part): (bool, &str)| if left { format!("{open}{part}{close}") } else { part.to_owned() };
            parts(&text).into_iter().map(part).collect()
        }
    }
}

/// The same, escaped for element content and quoted attributes of HTML and XML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string does not fail.
    let _ = write!(maud::Escaper::new(&mut out), "{}", plain(text));
    out
}

/// [`set`], escaped the same way.
#[must_use]
pub fn escaped_in(text: &str, direction: Direction) -> String {
    let mut out = String::with_capacity(text.len());
    let _ = write!(maud::Escaper::new(&mut out), "{}", set(text, direction));
    out
}

/// The same as a string of CSS with its quotation marks. All but ASCII letters and digits is escaped, so that it ends neither
/// the string nor the `style` element.
#[must_use]
pub fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in plain(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out.push('"');
    out
}

/// A language tag, or nothing where it cannot be one: letters, digits and hyphens, 35 at most (RFC 5646 4.4.1).
#[must_use]
pub fn tag(language: &str) -> &str {
    let may = language.len() <= 35 && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if may { language } else { "" }
}

/// An anchor as an id: letters, digits, `-` and `.` stay, every other byte is `_` and two digits. Different anchors have
/// different ids.
#[must_use]
pub fn id(anchor: &str) -> String {
    let mut out = String::with_capacity(anchor.len());
    for b in anchor.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.') {
            out.push(char::from(b));
        } else {
            let _ = write!(out, "_{b:02x}");
        }
    }
    out
}
