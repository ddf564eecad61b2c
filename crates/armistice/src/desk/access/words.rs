//! The words of the pages of this module, by language.
//!
//! Must not: fall back to another language. A message that is missing shows as such.

use std::{collections::BTreeMap, sync::OnceLock};

/// The languages of the desk, by code.
pub const LANGUAGES: &[&str] = &["en", "ar", "ru", "tr", "fa", "fr"];

/// One file for each.
pub const FILES: &[(&str, &str)] = &[
    ("en", include_str!("../locale/en/access.ftl")),
    ("ar", include_str!("../locale/ar/access.ftl")),
    ("ru", include_str!("../locale/ru/access.ftl")),
    ("tr", include_str!("../locale/tr/access.ftl")),
    ("fa", include_str!("../locale/fa/access.ftl")),
    ("fr", include_str!("../locale/fr/access.ftl")),
];

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Its code.
    pub code: &'static str,
}

/// Reads a file of messages of one line each.
#[must_use]
pub fn messages(file: &'static str) -> BTreeMap<&'static str, &'static str> {
    file.lines()
        .filter(|l| !l.starts_with(['#', ' ']))
        .filter_map(|l| l.split_once('='))
        .map(|(id, text)| (id.trim(), text.trim()))
        .collect()
}

fn all() -> &'static BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> {
    static ALL: OnceLock<BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>> = OnceLock::new();
    ALL.get_or_init(|| FILES.iter().map(|(code, file)| (*code, messages(file))).collect())
}

impl Words {
    /// The first of the wanted languages that the desk speaks.
    #[must_use]
    pub fn of(wanted: &[String]) -> Self {
        let code = wanted.iter().find_map(|w| LANGUAGES.iter().find(|l| **l == w.as_str())).copied().unwrap_or("en");
        Self { code }
    }

    /// `rtl` or `ltr`.
    #[must_use]
    pub fn direction(self) -> &'static str {
        if matches!(self.code, "ar" | "fa") { "rtl" } else { "ltr" }
    }

    /// A message.
    #[must_use]
    pub fn t(self, id: &str) -> String {
        let found = all().get(self.code).and_then(|m| m.get(id));
        found.map_or_else(|| format!("\u{27e8}{id}\u{27e9}"), |t| (*t).to_owned())
    }

    /// A message with what stands in it; each is kept apart by direction.
    #[must_use]
    pub fn t_with(self, id: &str, args: &[(&str, &str)]) -> String {
        args.iter().fold(self.t(id), |text, (name, value)| {
            text.replace(&format!("{{ ${name} }}"), &format!("\u{2068}{value}\u{2069}"))
        })
    }

    /// The language's own name.
    #[must_use]
    pub fn own_name(code: &str) -> &'static str {
        match code {
            "ar" => "العربية",
            "ru" => "Русский",
            "tr" => "Türkçe",
            "fa" => "فارسی",
            "fr" => "Français",
            _ => "English",
        }
    }
}
