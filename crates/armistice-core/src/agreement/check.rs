//! Holds a TOML document against the tables of [`super::shape`]: keys, types, words, ids.
//!
//! Must not: build anything. It only finds problems; `build` may rely on what passed.

use super::problem::{ProblemCode as C, Problems};
use super::shape::{Field, Shape, Space, Ty};
use crate::{act::Act, limits};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// An id where it is used.
struct Use {
    space: Space,
    id: String,
    at: usize,
    path: String,
    extra: &'static [&'static str],
}

/// The state of one check.
pub(crate) struct Check<'p, 't> {
    pub(crate) problems: &'p mut Problems<'t>,
    ids: BTreeMap<(Space, String), usize>,
    uses: Vec<Use>,
}

impl<'p, 't> Check<'p, 't> {
    pub(crate) fn new(problems: &'p mut Problems<'t>) -> Self {
        Self { problems, ids: BTreeMap::new(), uses: Vec::new() }
    }

    /// Checks a table and all below it.
    pub(crate) fn table(&mut self, shape: &'static Shape, table: &DeTable<'_>, at: usize, path: &str) {
        // In the order of the file, which the map has lost.
        let mut keys: Vec<_> = table.iter().collect();
        keys.sort_by_key(|(k, _)| k.span().start);
        let known: Vec<&Field> = shape.all_fields().collect();
        let count = keys.len();
        for (i, (key, value)) in keys.into_iter().enumerate() {
            if self.problems.full() {
                self.problems.drop_more(count - i);
                return;
            }
            let name: &str = key.get_ref();
            let path = join(path, name);
            match known.iter().find(|f| f.name == name) {
                Some(field) => self.value(&field.ty, value, key.span().start, &path),
                None => {
                    let next = match nearest(name, known.iter().map(|f| f.name)) {
                        Some(near) => format!("Did you mean `{near}`?"),
                        None => format!("Known here: {}.", list(known.iter().map(|f| f.name))),
                    };
                    let place = if shape.name == "file" {
                        "at the top of the file".to_owned()
                    } else {
                        format!("in `{}`", shape.name)
                    };
                    self.problems.add(
                        key.span().start,
                        C::UnknownKey,
                        &path,
                        format!("The key `{}` is not known {place}.", cut(name)),
                        next,
                    );
                }
            }
        }
        for field in known.iter().filter(|f| f.required) {
            if !table.keys().any(|k| k.get_ref().as_ref() == field.name) {
                let path = join(path, field.name);
                // A wrong version explains itself in one message of its own.
                let code = if shape.name == "file" && field.name == "format" { C::Format } else { C::MissingKey };
                let what = describe(&field.ty);
                self.problems.add(
                    at,
                    code,
                    &path,
                    format!("`{}` needs the key `{}`.", shape.name, field.name),
                    format!("Add it: {what}."),
                );
            }
        }
    }

    fn value(&mut self, ty: &'static Ty, value: &Spanned<DeValue<'_>>, key_at: usize, path: &str) {
        let at = value.span().start;
        let wrong = |me: &mut Self| {
            let found = value.get_ref().type_str();
            me.problems.add(
                at,
                C::WrongType,
                path,
                format!("Here stands a value of type {found}."),
                format!("Write {}.", describe(ty)),
            );
        };
        match ty {
            Ty::One(shape) => match value.get_ref().as_table() {
                Some(table) => self.table(shape, table, key_at, path),
                None => wrong(self),
            },
            Ty::Many(shape) => match value.get_ref().as_array() {
                Some(array) => {
                    self.length(array.len(), at, path);
                    for (i, item) in array.iter().enumerate().take(limits::LIST_ITEMS) {
                        let path = format!("{path}[{i}]");
                        match item.get_ref().as_table() {
                            Some(table) => self.table(shape, table, item.span().start, &path),
                            None => {
                                self.problems.add(
                                    item.span().start,
                                    C::WrongType,
                                    &path,
                                    "This is not a table.".into(),
                                    format!("Write it as `[[{}]]`.", shape.name),
                                );
                            }
                        }
                    }
                }
                None => {
                    self.problems.add(
                        key_at,
                        C::WrongType,
                        path,
                        format!("`{}` is a list of tables.", shape.name),
                        format!("Write `[[{}]]` with two brackets.", shape.name),
                    );
                }
            },
            Ty::List(item_ty) => match value.get_ref().as_array() {
                Some(array) => {
                    self.length(array.len(), at, path);
                    let mut seen = BTreeSet::new();
                    for (i, item) in array.iter().enumerate().take(limits::LIST_ITEMS) {
                        let path = format!("{path}[{i}]");
                        self.value(item_ty, item, item.span().start, &path);
                        if let Some(s) = item.get_ref().as_str()
                            && !seen.insert(s.to_owned())
                        {
                            self.problems.add(
                                item.span().start,
                                C::Repeated,
                                &path,
                                format!("`{}` stands twice in this list.", cut(s)),
                                "Remove one.".into(),
                            );
                        }
                    }
                }
                None => wrong(self),
            },
            Ty::Bool => {
                if !value.get_ref().is_bool() {
                    wrong(self);
                }
            }
            Ty::Int(min, max) => match value.get_ref().as_integer() {
                None => wrong(self),
                Some(n) => {
                    if integer(n).is_none_or(|n| n < *min || n > *max) {
                        let code = if path == "format" { C::Format } else { C::BadNumber };
                        let next = if min == max {
                            format!("This program reads {min}.")
                        } else {
                            format!("Write a number from {min} to {max}.")
                        };
                        self.problems.add(at, code, path, format!("{} is out of range.", cut(n.as_str())), next);
                    }
                }
            },
            Ty::Degrees(max) => {
                if micro_degrees(value.get_ref(), *max).is_none() {
                    self.problems.add(
                        at,
                        C::BadNumber,
                        path,
                        "This is not a position in decimal degrees.".into(),
                        format!("Write a decimal between -{max} and {max} with up to six places."),
                    );
                }
            }
            Ty::Date => {
                if super::build::date(value.get_ref()).is_none() {
                    self.problems.add(
                        at,
                        C::BadDate,
                        path,
                        "This is not a calendar date.".into(),
                        "Write it without quotes and without a time: 2020-07-27.".into(),
                    );
                }
            }
            Ty::DateTime => {
                if super::build::date_time(value.get_ref()).is_none() {
                    self.problems.add(
                        at,
                        C::BadDate,
                        path,
                        "This is not a local date and time.".into(),
                        "Write it without quotes and without an offset: 2020-07-27T00:01:00. The zone has its own key."
                            .into(),
                    );
                }
            }
            Ty::GeoJson => match value.get_ref().as_str() {
                None => wrong(self),
                Some(s) => self.geojson(s, value.span(), path),
            },
            Ty::Text
            | Ty::Id(_)
            | Ty::Name
            | Ty::Ref(..)
            | Ty::Word(_)
            | Ty::Act
            | Ty::Zone
            | Ty::Duration
            | Ty::Country => match value.get_ref().as_str() {
                None => wrong(self),
                Some(s) => self.string(ty, s, at, path),
            },
        }
    }

    fn geojson(&mut self, s: &str, span: std::ops::Range<usize>, path: &str) {
        if s.len() > limits::GEOJSON_BYTES {
            let sentence = format!("This geometry has {} bytes; at most {} are read.", s.len(), limits::GEOJSON_BYTES);
            self.problems.add(span.start, C::TooLong, path, sentence, "Simplify it.".into());
        } else if let Err(e) = super::geometry::parse(s) {
            let at = self.problems.inside(&span, s, e.at);
            self.problems.add(at, C::BadGeometry, path, e.sentence, e.next_step.into());
        }
    }

    fn string(&mut self, ty: &'static Ty, s: &str, at: usize, path: &str) {
        if s.len() > limits::TEXT_BYTES {
            self.problems.add(
                at,
                C::TooLong,
                path,
                format!("This text has {} bytes; at most {} are read.", s.len(), limits::TEXT_BYTES),
                "Summarise it; the instrument itself is not kept here.".into(),
            );
            return;
        }
        match ty {
            Ty::Id(space) => {
                let reserved = (*space == Space::Text && s == "all")
                    || (*space == Space::Actor && matches!(s, "all_parties" | "all_guarantors"));
                if !super::name::is_name(s) || reserved {
                    let why = if reserved { "is reserved" } else { "is not an id" };
                    self.problems.add(
                        at,
                        C::BadId,
                        path,
                        format!("`{}` {why}.", cut(s)),
                        "Begin with a letter; use letters a to z, digits, `_`, `-` and `.`; at most 64.".into(),
                    );
                } else if self.ids.insert((*space, s.to_owned()), at).is_some() {
                    self.problems.add(
                        at,
                        C::DuplicateId,
                        path,
                        format!("The {} `{s}` is defined twice.", space.noun()),
                        "Give one of them another id.".into(),
                    );
                }
            }
            Ty::Name => {
                if !super::name::is_name(s) {
                    self.problems.add(
                        at,
                        C::BadId,
                        path,
                        format!("`{}` is not an id.", cut(s)),
                        "Begin with a letter; use letters a to z, digits, `_`, `-` and `.`; at most 64.".into(),
                    );
                }
            }
            Ty::Ref(space, extra) => {
                self.uses.push(Use { space: *space, id: s.to_owned(), at, path: path.to_owned(), extra });
            }
            Ty::Word(words) => {
                if !words.contains(&s) {
                    self.unknown_word(s, words.iter().copied(), at, path);
                }
            }
            Ty::Act => {
                if Act::parse(s).is_none() {
                    self.unknown_word(s, Act::ALL.iter().map(|a| a.id()), at, path);
                }
            }
            Ty::Zone => {
                if jiff::tz::TimeZone::get(s).is_err() {
                    self.problems.add(
                        at,
                        C::BadZone,
                        path,
                        format!("`{}` is not a time zone of the IANA data base.", cut(s)),
                        "Write a name such as `Europe/Kyiv`.".into(),
                    );
                }
            }
            Ty::Duration => {
                if super::build::duration(s).is_none() {
                    self.problems.add(
                        at,
                        C::BadDuration,
                        path,
                        format!("`{}` is not a duration.", cut(s)),
                        "Write it as ISO 8601 in years, months, weeks and days: `P14D`, `P6M`.".into(),
                    );
                }
            }
            Ty::Country => {
                if s.len() != 2 || !s.bytes().all(|b| b.is_ascii_uppercase()) {
                    self.problems.add(
                        at,
                        C::UnknownWord,
                        path,
                        format!("`{}` is not a country code.", cut(s)),
                        "Write the two capital letters of ISO 3166-1, such as `CO`.".into(),
                    );
                }
            }
            Ty::Text
            | Ty::Bool
            | Ty::Int(..)
            | Ty::Date
            | Ty::DateTime
            | Ty::GeoJson
            | Ty::Degrees(_)
            | Ty::List(_)
            | Ty::One(_)
            | Ty::Many(_) => {
                if s.trim().is_empty() {
                    self.problems.add(
                        at,
                        C::Empty,
                        path,
                        "This text is empty.".into(),
                        "Write it, or leave the key out if it is not known.".into(),
                    );
                }
            }
        }
    }

    fn unknown_word<'w>(&mut self, s: &str, words: impl Iterator<Item = &'w str> + Clone, at: usize, path: &str) {
        let next = match nearest(s, words.clone()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("Known here: {}.", list(words)),
        };
        self.problems.add(at, C::UnknownWord, path, format!("The word `{}` is not known here.", cut(s)), next);
    }

    fn length(&mut self, len: usize, at: usize, path: &str) {
        if len > limits::LIST_ITEMS {
            self.problems.add(
                at,
                C::TooLong,
                path,
                format!("This list has {len} items; at most {} are read.", limits::LIST_ITEMS),
                "Shorten it.".into(),
            );
        }
    }

    /// Ids that are used and nowhere defined.
    pub(crate) fn finish(self) {
        let Self { problems, ids, uses } = self;
        for u in uses {
            if u.extra.contains(&u.id.as_str()) {
                continue;
            }
            if ids.contains_key(&(u.space, u.id.clone())) {
                continue;
            }
            let all = ids.keys().filter(|(s, _)| *s == u.space).map(|(_, id)| id.as_str());
            let next = match nearest(&u.id, all.chain(u.extra.iter().copied())) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => format!("Define the {} or use another id.", u.space.noun()),
            };
            problems.add(
                u.at,
                C::DanglingId,
                &u.path,
                format!("There is no {} `{}`.", u.space.noun(), cut(&u.id)),
                next,
            );
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { cut(name) } else { format!("{path}.{}", cut(name)) }
}

/// A word from the file, short enough for a message.
fn cut(s: &str) -> String {
    let mut out: String = s.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if s.chars().count() > 60 {
        out.push('…');
    }
    out
}

fn list<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")
}

fn describe(ty: &Ty) -> String {
    match ty {
        Ty::Text => "a text in quotes".into(),
        Ty::Id(space) => format!("the id of this {}", space.noun()),
        Ty::Name => "a short name such as `civilian-1`".into(),
        Ty::Ref(space, []) => format!("the id of a defined {}", space.noun()),
        Ty::Ref(space, extra) => format!("the id of a defined {}, or {}", space.noun(), list(extra.iter().copied())),
        Ty::Word(words) => format!("one of {}", list(words.iter().copied())),
        Ty::Act => "an act of the taxonomy".into(),
        Ty::Bool => "`true` or `false`".into(),
        Ty::Int(min, max) if min == max => format!("the number {min}"),
        Ty::Int(..) => "a whole number".into(),
        Ty::Date => "a date such as 2020-07-27".into(),
        Ty::DateTime => "a local date and time such as 2020-07-27T00:01:00".into(),
        Ty::Zone => "an IANA time zone such as `Europe/Kyiv`".into(),
        Ty::Duration => "an ISO 8601 duration such as `P14D`".into(),
        Ty::Country => "a country code such as `CO`".into(),
        Ty::GeoJson => "a GeoJSON geometry in quotes".into(),
        Ty::Degrees(_) => "decimal degrees".into(),
        Ty::List(item) => format!("a list; each item is {}", describe(item)),
        Ty::One(shape) => format!("a table `[{}]`", shape.name),
        Ty::Many(shape) => format!("tables `[[{}]]`", shape.name),
    }
}

pub(crate) fn describe_type(ty: &Ty) -> String {
    describe(ty)
}

/// The known word that is at most a third of its letters away (Levenshtein), or begins with this one; first in order on a tie.
fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let word: Vec<char> = word.chars().take(limits::NAME_BYTES).flat_map(char::to_lowercase).collect();
    known
        .map(|k| {
            let letters: Vec<char> = k.chars().flat_map(char::to_lowercase).collect();
            let begins = word.len() >= 3 && letters.starts_with(&word);
            (if begins { 1 } else { distance(&word, &letters) }, k)
        })
        .filter(|(d, k)| *d <= (k.chars().count().max(word.len()) / 3).max(1) && *d < word.len())
        .min_by_key(|(d, _)| *d)
        .map(|(_, k)| k)
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, cb) in b.iter().enumerate() {
            let next = (diagonal + usize::from(ca != cb)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row.last().copied().unwrap_or(0)
}

pub(crate) fn integer(n: &toml::de::DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(n.as_str(), n.radix()).ok()
}

/// Micro-degrees from a TOML integer or decimal, without floating point.
pub(crate) fn micro_degrees(value: &DeValue<'_>, max: i64) -> Option<i32> {
    let text = match value {
        DeValue::Integer(n) => {
            return integer(n).filter(|n| n.abs() <= max).and_then(|n| i32::try_from(n * 1_000_000).ok());
        }
        DeValue::Float(f) => f.as_str(),
        DeValue::String(_) | DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
            return None;
        }
    };
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.')?;
    let ok = |s: &str, most: usize| !s.is_empty() && s.len() <= most && s.bytes().all(|b| b.is_ascii_digit());
    if !ok(whole, 3) || !ok(part, 6) {
        return None;
    }
    let micro = whole.parse::<i64>().ok()? * 1_000_000 + format!("{part:0<6}").parse::<i64>().ok()?;
    let micro = if negative { -micro } else { micro };
    (micro.abs() <= max * 1_000_000).then(|| i32::try_from(micro).ok()).flatten()
}
