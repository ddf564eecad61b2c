//! Text of outside origin, as a message shows it: nothing in it drives a terminal, turns the text around it, or hides.
//!
//! Must not: need the tables of Unicode, which are two of the fifty kilobytes that the page of the verifier may have.

use core::fmt::{self, Write as _};

/// Marks that set the direction of text (Unicode UAX 9), the two line ends that JavaScript used to trip over, and what has no width.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Writes a character, or the escape for it.
pub(crate) fn character(f: &mut fmt::Formatter<'_>, c: char) -> fmt::Result {
    match c {
        '\\' => f.write_str("\\\\"),
        '\n' => f.write_str("\\n"),
        // A space that is not the plain one looks like it, and is another octet.
        c if c.is_control() || is_mark(c) || (c.is_whitespace() && c != ' ') => write!(f, "\\u{{{:x}}}", u32::from(c)),
        c => f.write_char(c),
    }
}

/// A name in quotation marks.
pub(crate) struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            if c == '"' { f.write_str("\\\"")? } else { character(f, c)? }
        }
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn what_could_steer_or_hide_is_escaped() {
        for (name, shown) in [
            ("log.example/a", "\"log.example/a\""),
            ("حفظ é", "\"حفظ é\""),
            ("a\"b\\c", "\"a\\\"b\\\\c\""),
            ("\u{1b}[2J\n\0", "\"\\u{1b}[2J\\n\\u{0}\""),
            ("a b\u{a0}c", "\"a b\\u{a0}c\""),
            ("a\u{202e}b\u{200b}c\u{9b}", "\"a\\u{202e}b\\u{200b}c\\u{9b}\""),
        ] {
            assert_eq!(Quoted(name).to_string(), shown);
        }
    }
}
