//! Elements: the times, places, counts and names that a text states, each with the bytes that state it.
//!
//! Must not: resolve against a calendar, decide who did what, or hold words of any language (those are data, `lang/`).

mod analysis;
pub mod counts;
pub mod gazetteer;
mod gazetteer_import;
mod grammar;
mod lang;
mod name_key;
pub mod names;
mod numbers;
mod place_choice;
mod place_rules;
pub mod places;
mod time_rules;
pub mod times;
mod token;

use armistice_core::span::Span;

pub use analysis::Analysis;
pub use lang::languages;

/// Something found, and the bytes of the given text that say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// Bytes of the text that was searched.
    pub span: Span,
    /// What they say.
    pub value: T,
}

/// The whole number that a text of figures or number words says ("1,105", "nine", "twenty-five"); `None` if it is not one number.
pub(crate) fn whole_number(text: &str, language: &str) -> Option<u64> {
    let lang = lang::get(language)?;
    let toks = token::tokens(text, &lang.token);
    let number = lang.numbers.at(&toks, 0)?;
    (number.end == toks.len()).then_some(number.value)
}
