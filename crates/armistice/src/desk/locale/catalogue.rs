//! The messages, parsed once and shared by all threads.
//!
//! Must not: fall back to another language, or stop the process over a file that does not parse (it says so in `problems`).

use super::{Digits, Language, files, numbers};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

type Bundle = FluentBundle<Arc<FluentResource>>;

const LANGUAGES: usize = Language::ALL.len();

/// The messages of a language, by the digits that they are written in.
struct Catalogue {
    western: Bundle,
    native: Bundle,
    shapes: BTreeMap<String, Shape>,
    problems: Vec<String>,
}

/// What a message speaks of, read off its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// The variables.
    pub(super) names: BTreeSet<String>,
    /// The variable that it chooses by.
    pub(super) chooser: Option<String>,
    /// The keys of its forms.
    pub(super) keys: BTreeSet<String>,
}

/// Writes the numbers in a message. Fluent takes a plain function here, so there is one per language and kind of digits.
fn write_number<M, const L: usize, const NATIVE: bool>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    // A placeholder for scripts: see `hole`.
    if let Some(name) = &n.options.currency {
        return Some(format!("{{{name}}}"));
    }
    let digits = if NATIVE { Digits::Native } else { Digits::Western };
    let language = Language::ALL.get(L).copied()?;
    // Numbers come from `Arg::Number`, so they are whole.
    Some(numbers::decimal(language, digits, n.value, 0))
}

/// A number that chooses the plural form but is written as `{name}`, for whoever puts the number in later. Fluent's numbers can carry
/// the name of a currency; no message of the desk speaks of money, so the name of the variable travels there.
pub(super) fn hole(name: &str, sample: i64) -> FluentValue<'static> {
    let options = FluentNumberOptions { currency: Some(name.to_owned()), ..FluentNumberOptions::default() };
    let value = sample as f64;
    FluentValue::Number(FluentNumber::new(value, options))
}

type Writer<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

fn writer<M>(language: Language, digits: Digits) -> Writer<M> {
    const EN: usize = Language::En as usize;
    const AR: usize = Language::Ar as usize;
    const RU: usize = Language::Ru as usize;
    const TR: usize = Language::Tr as usize;
    const FA: usize = Language::Fa as usize;
    const FR: usize = Language::Fr as usize;
    match (language, digits) {
        (Language::En, Digits::Western) => write_number::<M, EN, false>,
        (Language::En, Digits::Native) => write_number::<M, EN, true>,
        (Language::Ar, Digits::Western) => write_number::<M, AR, false>,
        (Language::Ar, Digits::Native) => write_number::<M, AR, true>,
        (Language::Ru, Digits::Western) => write_number::<M, RU, false>,
        (Language::Ru, Digits::Native) => write_number::<M, RU, true>,
        (Language::Tr, Digits::Western) => write_number::<M, TR, false>,
        (Language::Tr, Digits::Native) => write_number::<M, TR, true>,
        (Language::Fa, Digits::Western) => write_number::<M, FA, false>,
        (Language::Fa, Digits::Native) => write_number::<M, FA, true>,
        (Language::Fr, Digits::Western) => write_number::<M, FR, false>,
        (Language::Fr, Digits::Native) => write_number::<M, FR, true>,
    }
}

fn make(language: Language) -> Catalogue {
    let mut problems = Vec::new();
    let resources: Vec<(&str, Arc<FluentResource>)> = files::of(language)
        .iter()
        .map(|(name, text)| {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                problems.extend(errors.iter().map(|e| format!("{}/{name}.ftl: {e}", language.code())));
                resource
            });
            (*name, Arc::new(resource))
        })
        .collect();
    let mut bundle = |digits: Digits| {
        let tag = language.code().parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![tag]);
        // Text is isolated by `Locale::t_with`, which leaves numbers alone; Fluent would wrap both.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(writer(language, digits)));
        for (name, resource) in &resources {
            if let Err(errors) = bundle.add_resource(Arc::clone(resource))
                && digits == Digits::Western
            {
                problems.extend(errors.iter().map(|e| format!("{}/{name}.ftl: {e}", language.code())));
            }
        }
        bundle
    };
    let (western, native) = (bundle(Digits::Western), bundle(Digits::Native));
    let shapes = files::of(language).iter().flat_map(|(_, text)| messages(text)).collect();
    Catalogue { western, native, shapes, problems }
}

fn of(language: Language) -> &'static Catalogue {
    static ALL: [OnceLock<Catalogue>; LANGUAGES] = [const { OnceLock::new() }; LANGUAGES];
    ALL[language.index()].get_or_init(|| make(language))
}

pub(super) fn has(language: Language, id: &str) -> bool {
    of(language).western.get_message(id).is_some_and(|m| m.value().is_some())
}

/// `None`: there is no such message, or a value that it speaks of was not given.
pub(super) fn format(language: Language, digits: Digits, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let all = of(language);
    let bundle = match digits {
        Digits::Western => &all.western,
        Digits::Native => &all.native,
    };
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

/// What is wrong with the files of a language; empty when all is well.
#[must_use]
pub fn problems(language: Language) -> &'static [String] {
    &of(language).problems
}

/// The shape of a message.
pub(super) fn shape(language: Language, id: &str) -> Option<&'static Shape> {
    of(language).shapes.get(id)
}

/// Every message id of a language with the variables that it speaks of.
#[must_use]
pub fn variables(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    of(language).shapes.iter().map(|(id, shape)| (id.clone(), shape.names.clone())).collect()
}

/// The variable that a message chooses its form by, and the keys of the forms.
#[must_use]
pub fn forms(language: Language, id: &str) -> Option<(String, BTreeSet<String>)> {
    let shape = shape(language, id)?;
    Some((shape.chooser.clone()?, shape.keys.clone()))
}

/// Every message id of a language.
#[must_use]
pub fn ids(language: Language) -> BTreeSet<String> {
    of(language).shapes.keys().cloned().collect()
}

/// The message ids of one file, in its order.
#[must_use]
pub fn ids_of_file(language: Language, name: &str) -> Vec<String> {
    let found = files::of(language).iter().find(|(n, _)| *n == name);
    found.map(|(_, text)| messages(text).into_iter().map(|(id, _)| id).collect()).unwrap_or_default()
}

/// The text of one file.
#[must_use]
pub fn text_of_file(language: Language, name: &str) -> &'static str {
    files::of(language).iter().find(|(n, _)| *n == name).map_or("", |(_, text)| text)
}

/// Reads shapes off the text: a message begins in the first column, its variables are `$name`, its forms `[key]` at the beginning of a line.
fn messages(text: &str) -> Vec<(String, Shape)> {
    let mut out: Vec<(String, Shape)> = Vec::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let mut rest = line;
        if line.starts_with(|c: char| c.is_ascii_lowercase())
            && let Some((id, value)) = line.split_once('=')
        {
            out.push((id.trim().to_owned(), Shape::default()));
            rest = value;
        }
        let Some((_, shape)) = out.last_mut() else { continue };
        for part in rest.split('$').skip(1) {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(part.len());
            shape.names.insert(part[..end].to_owned());
            if part[end..].trim_start().starts_with("->") {
                shape.chooser = Some(part[..end].to_owned());
            }
        }
        let form = rest.trim_start().trim_start_matches('*');
        if let Some((key, _)) = form.strip_prefix('[').and_then(|f| f.split_once(']')) {
            shape.keys.insert(key.trim().to_owned());
        }
    }
    out
}
