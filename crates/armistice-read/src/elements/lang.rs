//! Language data: one folder under `lang/` per language, compiled in and parsed once.
//!
//! Must not: hold rules; the finders do. Another language is another folder and one line in `SOURCES`.

use super::{counts, names, numbers::NumberWords, place_rules, time_rules, token::TokenRules};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::OnceLock};

struct Source {
    words: &'static str,
    times: &'static str,
    counts: &'static str,
    places: &'static str,
    names: &'static str,
}

macro_rules! source {
    ($code:literal) => {
        (
            $code,
            Source {
                words: include_str!(concat!("../../lang/", $code, "/words.toml")),
                times: include_str!(concat!("../../lang/", $code, "/times.toml")),
                counts: include_str!(concat!("../../lang/", $code, "/counts.toml")),
                places: include_str!(concat!("../../lang/", $code, "/places.toml")),
                names: include_str!(concat!("../../lang/", $code, "/names.toml")),
            },
        )
    };
}

const SOURCES: &[(&str, Source)] = &[source!("en")];

/// Words that more than one finder needs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    abbreviations: Vec<String>,
    suffixes: Vec<String>,
    clause_breaks: Vec<String>,
    possessive: Vec<String>,
    numbers: NumberWords,
}

/// The rules of one language, ready for use.
pub(crate) struct Lang {
    pub(crate) token: TokenRules,
    pub(crate) numbers: NumberWords,
    pub(crate) clause_breaks: Vec<String>,
    pub(crate) possessive: Vec<String>,
    pub(crate) times: time_rules::Rules,
    pub(crate) counts: counts::Rules,
    pub(crate) places: place_rules::Rules,
    pub(crate) names: names::Rules,
}

static LANGS: OnceLock<BTreeMap<&'static str, Lang>> = OnceLock::new();

fn load(source: &Source) -> Result<Lang, toml::de::Error> {
    let words: Words = toml::from_str(source.words)?;
    let token = TokenRules { abbreviations: words.abbreviations.into_iter().collect(), suffixes: words.suffixes };
    Ok(Lang {
        times: time_rules::Rules::new(toml::from_str(source.times)?, &token, &words.numbers),
        counts: counts::Rules::new(toml::from_str(source.counts)?, &token),
        places: place_rules::Rules::new(toml::from_str(source.places)?, &token),
        names: names::Rules::new(toml::from_str(source.names)?, &token),
        numbers: words.numbers,
        clause_breaks: words.clause_breaks,
        possessive: words.possessive,
        token,
    })
}

fn all() -> &'static BTreeMap<&'static str, Lang> {
    LANGS.get_or_init(|| {
        SOURCES
            .iter()
            .map(|(code, source)| {
                let lang =
                    load(source).unwrap_or_else(|e| panic!("language data of {code}, checked by the tests: {e}"));
                (*code, lang)
            })
            .collect()
    })
}

/// The rules for a language code (`en`, `en-GB`); `None` if there are none, and the finders then find nothing.
pub(crate) fn get(code: &str) -> Option<&'static Lang> {
    let primary = code.split(['-', '_']).next().unwrap_or(code);
    all().get(primary.to_ascii_lowercase().as_str())
}

/// The codes of the languages that the finders know, in order.
#[must_use]
pub fn languages() -> Vec<&'static str> {
    all().keys().copied().collect()
}
