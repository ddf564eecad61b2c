//! Reads an agreement file: limits, TOML, shape, ids, rules; then builds. Every problem is reported, never only the first.
//!
//! Must not: return an agreement that has an error in it, or read anything but the text it is given.

use super::problem::{Problem, ProblemCode as C, Problems};
use super::{Agreement, build, check::Check, rules, shape};
use crate::limits;
use toml::de::DeTable;

/// Reads an agreement from the text of its file. The agreement is there when no problem is an error; problems come in
/// the order of the file. The same text gives the same answer everywhere, and no text makes it panic.
#[must_use]
pub fn parse(text: &str) -> (Option<Agreement>, Vec<Problem>) {
    let mut problems = Problems::new(if text.len() > limits::AGREEMENT_BYTES { "" } else { text });
    if text.len() > limits::AGREEMENT_BYTES {
        let sentence = format!("The file has {} bytes; at most {} are read.", text.len(), limits::AGREEMENT_BYTES);
        problems.add(0, C::TooLarge, "", sentence, "An agreement file holds summaries, not the instruments.".into());
        return (None, problems.finish());
    }
    if let Some(at) = too_deep(text) {
        let sentence = format!("Brackets are nested deeper than {}.", limits::AGREEMENT_DEPTH);
        problems.add(
            at,
            C::TooDeep,
            "",
            sentence,
            "The format needs six levels; look for a bracket that is not closed.".into(),
        );
        return (None, problems.finish());
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    for (i, error) in errors.iter().enumerate() {
        if problems.full() {
            problems.drop_more(errors.len() - i);
            break;
        }
        let at = error.span().map_or(0, |s| s.start);
        let sentence = format!("This is not TOML: {}.", error.message().lines().collect::<Vec<_>>().join(", "));
        problems.add(at, C::Syntax, "", sentence, "See https://toml.io for the syntax.".into());
    }
    let file = document.get_ref();
    let mut check = Check::new(&mut problems);
    check.table(&shape::FILE, file, 0, "");
    check.finish();
    rules::check(file, &mut problems);
    let agreement = if problems.any_error() { None } else { build::agreement(file) };
    (agreement, problems.finish())
}

/// Where brackets outside of strings and comments nest too deep. A string that is not closed ends with its line, so what
/// is no TOML may be counted wrongly; the TOML reader, which stops at 80, then decides.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(&b) = bytes.get(at) {
        match b {
            b'"' | b'\'' => {
                at = after_string(bytes, at, b);
                continue;
            }
            b'#' => {
                while bytes.get(at).is_some_and(|b| *b != b'\n') {
                    at += 1;
                }
                continue;
            }
            b'[' | b'{' => {
                depth += 1;
                if depth > limits::AGREEMENT_DEPTH {
                    return Some(at);
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The offset after the string that begins at `at` with the quote `q`.
fn after_string(bytes: &[u8], at: usize, q: u8) -> usize {
    let three = bytes.get(at..at + 3).is_some_and(|s| s.iter().all(|b| *b == q));
    let mut i = at + if three { 3 } else { 1 };
    while let Some(&b) = bytes.get(i) {
        match b {
            b'\\' if q == b'"' => i += 1,
            b'\n' if !three => return i,
            b if b == q && !three => return i + 1,
            b if b == q && bytes.get(i..i + 3).is_some_and(|s| s.iter().all(|b| *b == q)) => return i + 3,
            _ => {}
        }
        i += 1;
    }
    bytes.len()
}
