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
    // A byte order mark is no part of the text.
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
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

/// Where brackets outside of strings and comments nest too deep. Strings are told apart roughly (a quote to the next
/// one on the line), which can only count fewer brackets than there are; the reader's own limit then holds.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quote, mut comment) = (0_usize, None, false);
    for (at, b) in text.bytes().enumerate() {
        match (quote, b) {
            (_, b'\n') => (quote, comment) = (None, false),
            _ if comment => {}
            (Some(q), _) => {
                if b == q {
                    quote = None;
                }
            }
            (None, b'"' | b'\'') => quote = Some(b),
            (None, b'#') => comment = true,
            (None, b'[' | b'{') => {
                depth += 1;
                if depth > limits::AGREEMENT_DEPTH {
                    return Some(at);
                }
            }
            (None, b']' | b'}') => depth = depth.saturating_sub(1),
            (None, _) => {}
        }
    }
    None
}
