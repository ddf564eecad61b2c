//! Plain text -> lines, split further where a page lost the space between two of its parts.
//!
//! Must not: judge lines, or change a byte.

use crate::lang::{self, LEXICON};
use crate::meta::dates;
use armistice_core::span::Span;

/// The lines of `text` without the white space around them; empty ones left out.
#[must_use]
pub fn split(text: &str) -> Vec<Span> {
    let mut lines = vec![];
    let mut start = 0;
    for piece in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{000c}']) {
        let end = start + piece.len();
        let trimmed = trim(text, Span::new(start, end));
        if !trimmed.is_empty() {
            unglue(text, trimmed, &mut lines);
        }
        // Every separator's width is what lies before the next piece.
        start = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    lines
}

/// `span` without white space (and byte order marks) at its ends.
#[must_use]
pub fn trim(text: &str, span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}';
    let s = &text[span.range()];
    let left = s.len() - s.trim_start_matches(blank).len();
    let width = s.trim_matches(blank).len();
    Span::new(span.start as usize + left, span.start as usize + left + width)
}

/// Splits one line where furniture or a date stands glued to the next word without a space: "ShareTalks resume",
/// "17 October 2017Home / News", "…its aims.Share this article".
fn unglue(text: &str, line: Span, out: &mut Vec<Span>) {
    let s = &text[line.range()];
    // A long line is prose; looking into it would only cut sentences.
    if s.len() <= 400
        && let Some(at) = glue_point(s)
    {
        let middle = line.start as usize + at;
        out.push(trim(text, Span::new(line.start as usize, middle)));
        out.push(trim(text, Span::new(middle, line.end as usize)));
        return;
    }
    out.push(line);
}

fn glue_point(s: &str) -> Option<usize> {
    let mut previous = None;
    for (i, c) in s.char_indices() {
        // Case changes without a space ("eC", "7H", ".S"); names like McDonald or iPhone are no phrase of the lists.
        let glued = c.is_uppercase() && previous.is_some_and(|p: char| !p.is_whitespace() && !p.is_uppercase());
        previous = Some(c);
        if !glued {
            continue;
        }
        let (head, tail) = s.split_at(i);
        let word = head.chars().next_back().is_some_and(char::is_alphanumeric);
        let head_known = word && head.len() >= 4 && head.len() <= 60 && LEXICON.exact(&lang::fold(head)).is_some();
        let tail_known =
            tail.len() >= 4 && tail.len() <= 60 && tail.contains(' ') && LEXICON.exact(&lang::fold(tail)).is_some();
        let date_head = head.len() <= 40
            && head.ends_with(|c: char| c.is_ascii_digit())
            && dates::find(head).iter().any(|d| d.span.end as usize == head.len() && d.has_year());
        if head_known || tail_known || date_head {
            return Some(i);
        }
    }
    None
}
