//! Text of others on its way into markup: the same rule for every page and drawing.
//!
//! Must not: let a character through that ends, hides or turns round what stands beside it.

use crate::cli::terminal::printable;
use std::fmt::Write as _;

/// A text without control characters and without characters that turn the direction of what follows. Those, and the two that
/// XML does not know, become U+FFFD.
#[must_use]
pub fn plain(text: &str) -> String {
    printable(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// The same, escaped for element content and quoted attributes of HTML and XML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string does not fail.
    let _ = write!(maud::Escaper::new(&mut out), "{}", plain(text));
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
