//! The list of the files of words. Whoever adds a file names it here, once, and writes it in all six languages.
//!
//! Must not: hold words.

use super::Language;

/// Embeds the files of every language.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Names of the files, without their ending; the same in every language.
        pub const NAMES: &[&str] = &[$($name),*];

        /// The files of a language, with their names.
        pub(super) const fn of(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::En => &[$(($name, include_str!(concat!("en/", $name, ".ftl")))),*],
                Language::Ar => &[$(($name, include_str!(concat!("ar/", $name, ".ftl")))),*],
                Language::Ru => &[$(($name, include_str!(concat!("ru/", $name, ".ftl")))),*],
                Language::Tr => &[$(($name, include_str!(concat!("tr/", $name, ".ftl")))),*],
                Language::Fa => &[$(($name, include_str!(concat!("fa/", $name, ".ftl")))),*],
                Language::Fr => &[$(($name, include_str!(concat!("fr/", $name, ".ftl")))),*],
            }
        }
    };
}

files! {
    "access",
    "agreement",
    "browser",
    "case",
    "desk",
    "home",
    "inbox",
    "incident",
    "ledger",
    "live",
    "map",
    "public",
    "query",
    "reader",
    "reason",
    "refusal",
    "screens",
    "report",
    "settings",
    "shell",
    "time",
    "verify",
    "words",
}
