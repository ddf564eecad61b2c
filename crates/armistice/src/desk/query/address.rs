//! The query string of an address: `q`, `view`, `sort`, `columns`, `after`, `limit`, `bbox`, `datetime`, `zoom`. The field of a
//! form may stand for a filter: `status=verified&status=refuted`.
//!
//! Must not: take a parameter that means nothing, or have two spellings of one query.

use super::{
    ADDRESS_MAX, Bbox, Cursor, Field, Kind, LIMIT, LIMIT_MAX, Query, QueryProblem, Sort, SortBy, Span, View, Wrong,
    columns, problem::nearest, words,
};
use std::collections::BTreeSet;

/// Every parameter of its own.
const PARAMETERS: [&str; 9] = ["q", "view", "sort", "columns", "after", "limit", "bbox", "datetime", "zoom"];

/// The most bytes of a cursor.
const CURSOR_MAX: usize = 400;

/// The deepest zoom.
const ZOOM_MAX: u8 = 22;

pub(super) fn parse(kind: Kind, address: &str) -> Result<Query, Vec<QueryProblem>> {
    let mut reader = Reader { query: Query::all(kind), problems: Vec::new() };
    let address = address.strip_prefix('?').unwrap_or(address);
    if address.len() > ADDRESS_MAX {
        reader.problem(Wrong::TooLong, "", &address.chars().take(40).collect::<String>(), None, Vec::new());
        return Err(reader.problems);
    }
    let mut words_of = Vec::new();
    let mut seen = BTreeSet::new();
    for pair in address.split('&').filter(|p| !p.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (Some(name), Some(value)) = (decode(name), decode(value)) else {
            reader.problem(Wrong::BadEncoding, name, pair, None, Vec::new());
            continue;
        };
        // A form sends the fields that nobody filled in.
        if value.trim().is_empty() && (PARAMETERS.contains(&name.as_str()) || Field::from_id(&name).is_some()) {
            continue;
        }
        if name == "q" {
            words_of.push(value);
        } else if PARAMETERS.contains(&name.as_str()) {
            if !seen.insert(name.clone()) {
                reader.problem(Wrong::Twice, &name, &value, None, Vec::new());
                continue;
            }
            reader.parameter(&name, value.trim());
        } else if let Some(field) = Field::from_id(&name) {
            words::read_field(&mut reader.query, field, value.trim(), &mut reader.problems);
        } else {
            let near = nearest(&name, PARAMETERS.into_iter().chain(Field::ALL.into_iter().map(Field::id)));
            reader.problem(Wrong::UnknownParameter, &name, &name, near.first().cloned(), near);
        }
    }
    let Reader { mut query, mut problems } = reader;
    words::read(&mut query, &words_of.join(" "), &mut problems);
    words::finish(&mut query, &mut problems);
    if query.text.is_empty() && query.sort.is_some_and(|s| s.by == SortBy::Relevance) {
        problems.push(problem(Wrong::RelevanceWithoutWords, "sort", "relevance", Some("-when".to_owned()), Vec::new()));
    }
    if query.sort == Some(Sort::usual(&query.text)) {
        query.sort = None;
    }
    if query.columns.iter().map(String::as_str).eq(columns::usual(kind).iter().copied()) {
        query.columns.clear();
    }
    if problems.is_empty() { Ok(query) } else { Err(problems) }
}

fn problem(wrong: Wrong, parameter: &str, text: &str, instead: Option<String>, near: Vec<String>) -> QueryProblem {
    QueryProblem {
        wrong,
        text: text.to_owned(),
        parameter: parameter.to_owned(),
        start: 0,
        end: text.len(),
        instead,
        did_you_mean: near,
    }
}

struct Reader {
    query: Query,
    problems: Vec<QueryProblem>,
}

impl Reader {
    fn problem(&mut self, wrong: Wrong, parameter: &str, text: &str, instead: Option<String>, near: Vec<String>) {
        self.problems.push(problem(wrong, parameter, text, instead, near));
    }

    fn unknown<'a>(&mut self, parameter: &str, value: &str, known: impl Iterator<Item = &'a str> + Clone) {
        let mut near = nearest(value, known.clone());
        if near.is_empty() {
            near = known.map(str::to_owned).collect();
        }
        self.problem(Wrong::UnknownValue, parameter, value, near.first().cloned(), near);
    }

    fn parameter(&mut self, name: &str, value: &str) {
        match name {
            "view" => match View::from_id(value) {
                Some(v) => self.query.view = v,
                None => self.unknown(name, value, View::ALL.iter().map(|v| v.id())),
            },
            "sort" => {
                let (descending, by) = value.strip_prefix('-').map_or((false, value), |by| (true, by));
                match SortBy::from_id(by) {
                    Some(by) => self.query.sort = Some(Sort { by, descending }),
                    None => self.unknown(name, by, SortBy::ALL.iter().map(|s| s.id())),
                }
            }
            "columns" => self.columns(value),
            "after" => {
                let plain = value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
                if value.len() <= CURSOR_MAX && plain {
                    self.query.cursor = Some(Cursor(value.to_owned()));
                } else {
                    self.problem(Wrong::BadCursor, name, value, None, Vec::new());
                }
            }
            "limit" => match value.parse::<u32>() {
                Ok(n) if (1..=LIMIT_MAX).contains(&n) => self.query.limit = n,
                Ok(0) | Err(_) => self.problem(Wrong::NotANumber, name, value, Some(LIMIT.to_string()), Vec::new()),
                Ok(_) => self.problem(Wrong::TooMany, name, value, Some(LIMIT_MAX.to_string()), Vec::new()),
            },
            "bbox" => match Bbox::parse(value) {
                Some(b) => self.query.bbox = Some(b),
                None => self.problem(Wrong::NotABox, name, value, Some("36.2,34.5,37.1,35.2".to_owned()), Vec::new()),
            },
            "datetime" => match Span::parse(value) {
                Some(s) => self.query.datetime = Some(s),
                None => {
                    let instead = Some("2017-01-20/2017-01-31".to_owned());
                    self.problem(Wrong::NotATime, name, value, instead, Vec::new());
                }
            },
            _ => match value.parse::<u8>() {
                Ok(z) if z <= ZOOM_MAX => self.query.zoom = Some(z),
                _ => self.problem(Wrong::NotANumber, name, value, Some("6".to_owned()), Vec::new()),
            },
        }
    }

    fn columns(&mut self, value: &str) {
        let known = columns::ALL;
        for column in value.split(',').map(str::trim).filter(|c| !c.is_empty()) {
            if !known.contains(&column) {
                let near = nearest(column, known.iter().copied());
                self.problem(Wrong::UnknownValue, "columns", column, near.first().cloned(), near);
            } else if self.query.columns.iter().any(|c| c == column) {
                self.problem(Wrong::Twice, "columns", column, None, Vec::new());
            } else {
                self.query.columns.push(column.to_owned());
            }
        }
    }
}

/// The canonical query string.
pub(super) fn spell(query: &Query) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut put = |name: &str, value: &str| out.push(format!("{name}={}", encode(value)));
    let words = words::spell(query);
    if !words.is_empty() {
        put("q", &words);
    }
    if query.view != View::default() {
        put("view", query.view.id());
    }
    if let Some(s) = query.sort.filter(|s| *s != Sort::usual(&query.text)) {
        put("sort", &format!("{}{}", if s.descending { "-" } else { "" }, s.by.id()));
    }
    if !query.columns.is_empty() {
        put("columns", &query.columns.join(","));
    }
    if let Some(b) = query.bbox {
        put("bbox", &b.to_string());
    }
    if let Some(d) = query.datetime {
        put("datetime", &d.to_string());
    }
    if let Some(z) = query.zoom {
        put("zoom", &z.to_string());
    }
    if query.limit != LIMIT {
        put("limit", &query.limit.to_string());
    }
    if let Some(c) = &query.cursor {
        put("after", &c.0);
    }
    out.join("&")
}

/// Percent-encoding. What reads well and may stand in a query string stays.
fn encode(text: &str) -> String {
    let mut out = String::new();
    for b in text.bytes() {
        if b.is_ascii_alphanumeric() || b"-._~:,/*".contains(&b) {
            out.push(char::from(b));
        } else {
            out.push('%');
            out.push_str(&data_encoding::HEXUPPER.encode(&[b]));
        }
    }
    out
}

/// Undoes percent-encoding; `+` is a space, as forms have it. `None`: it is no encoding of UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'+' => out.push(b' '),
            b'%' => {
                let pair = bytes.get(i + 1..i + 3)?.to_ascii_uppercase();
                out.extend(data_encoding::HEXUPPER.decode(&pair).ok()?);
                i += 2;
            }
            b => out.push(b),
        }
        i += 1;
    }
    String::from_utf8(out).ok()
}
