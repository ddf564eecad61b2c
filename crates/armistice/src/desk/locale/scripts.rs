//! Words for the scripts of a page: they get their messages as data from the page and hold none of their own.
//!
//! Must not: put values in; a script does, at the places that are left for them.

use super::{Calendar, Language, Locale, catalogue, isolated, numbers};
use fluent_bundle::{FluentArgs, FluentValue};
use serde_json::{Map, Value, json};

/// The messages of a page's scripts: `{"lang": "ar", "dir": "rtl", "intl": "ar-SY-u-…", "words": {id: text}}`.
///
/// `intl` is the tag for `Intl.NumberFormat` and `Intl.DateTimeFormat`. A message is its text, with `{name}` where a value goes (between
/// isolation marks if it is text). One with plural forms is an object of them by category: `{"one": "…", "few": "…", "other": "… {count} …"}`,
/// exact numbers as `"=0"`, and `"by"` names the variable. A script looks for `"=" + n`, then for `new Intl.PluralRules(lang).select(n)`, then for
/// `other`. A message that chooses by a word has its forms under these words.
#[must_use]
pub fn for_scripts(locale: &Locale, ids: &[&str]) -> Value {
    let words: Map<String, Value> = ids.iter().map(|id| ((*id).to_owned(), message(locale, id))).collect();
    let tag = numbers::icu(locale.language, locale.digits, Calendar::Gregorian);
    json!({ "lang": locale.language.code(), "dir": locale.dir(), "intl": tag.to_string(), "words": words })
}

fn message(locale: &Locale, id: &str) -> Value {
    let Some(shape) = catalogue::shape(locale.language, id) else { return json!(locale.t(id)) };
    let Some(by) = &shape.chooser else { return json!(with(locale, id, shape, None)) };
    let mut forms = Map::new();
    forms.insert("by".to_owned(), json!(by));
    let categories = samples(locale.language);
    let plural = shape.keys.iter().any(|key| categories.iter().any(|(name, _)| name == key && name != &"other"));
    if plural || shape.keys.iter().all(|key| key == "other") {
        for (name, sample) in categories {
            let number = catalogue::hole(by, *sample);
            forms.insert((*name).to_owned(), json!(with(locale, id, shape, Some((by, number)))));
        }
    }
    for key in &shape.keys {
        if let Ok(exact) = key.parse::<i64>() {
            let number = catalogue::hole(by, exact);
            forms.insert(format!("={key}"), json!(with(locale, id, shape, Some((by, number)))));
        } else if !plural {
            let word = FluentValue::from(key.clone());
            forms.insert(key.clone(), json!(with(locale, id, shape, Some((by, word)))));
        }
    }
    Value::Object(forms)
}

fn with(locale: &Locale, id: &str, shape: &catalogue::Shape, chosen: Option<(&str, FluentValue<'_>)>) -> String {
    let mut args = FluentArgs::new();
    for name in &shape.names {
        args.set(name.clone(), FluentValue::from(isolated(&format!("{{{name}}}"))));
    }
    if let Some((name, value)) = chosen {
        args.set(name.to_owned(), value);
    }
    catalogue::format(locale.language, locale.digits, id, &args).unwrap_or_else(|| format!("⟨{id}⟩"))
}

/// A number of every plural category of a language (CLDR). Whole numbers only: nothing is counted in parts.
const fn samples(language: Language) -> &'static [(&'static str, i64)] {
    match language {
        Language::En | Language::Tr | Language::Fa => &[("one", 1), ("other", 2)],
        Language::Ar => &[("zero", 0), ("one", 1), ("two", 2), ("few", 3), ("many", 11), ("other", 100)],
        // `other` is for fractions.
        Language::Ru => &[("one", 1), ("few", 2), ("many", 5), ("other", 5)],
        Language::Fr => &[("one", 1), ("many", 1_000_000), ("other", 2)],
    }
}
