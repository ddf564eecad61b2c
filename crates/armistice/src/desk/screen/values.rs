//! Small things that several screens share: parts of JSON values, words for stable ids, moments, tables.
//!
//! Must not: turn what is not known into a default.

use crate::desk::{locale::Locale, page::Shell};
use maud::{Markup, html};
use serde_json::Value;

/// A text of an object; empty where it is missing.
#[must_use]
pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or("")
}

/// A list of an object; empty where it is missing.
#[must_use]
pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Texts of a list.
pub fn texts<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a str> {
    list(value, name).iter().filter_map(Value::as_str)
}

/// The word for a stable id, or the id itself where there is none: records of later versions hold others.
#[must_use]
pub fn word(l: &Locale, kind: &str, value: &str) -> Markup {
    if l.has_word(kind, value) {
        html! { (l.word(kind, value)) }
    } else {
        html! { bdi { (value.replace('_', " ")) } }
    }
}

/// What is not known, said so.
#[must_use]
pub fn unknown(l: &Locale) -> Markup {
    html! { span class="unknown" { (l.t("unknown")) } }
}

/// A number of an object, or that it is not known.
#[must_use]
pub fn number(value: &Value, name: &str, l: &Locale) -> Markup {
    match value.get(name).and_then(Value::as_i64) {
        Some(n) => html! { (l.number(n)) },
        None => unknown(l),
    }
}

/// Names, each with its own direction.
#[must_use]
pub fn names<'a>(all: impl IntoIterator<Item = &'a str>, l: &Locale) -> Markup {
    let all: Vec<&str> = all.into_iter().filter(|n| !n.is_empty()).collect();
    if all.is_empty() {
        return unknown(l);
    }
    html! { @for (i, name) in all.iter().enumerate() { @if i > 0 { (l.t("list-comma")) } bdi { (name) } } }
}

/// A moment in seconds since 1970.
#[must_use]
pub fn moment(at: i64, l: &Locale) -> Markup {
    match jiff::Timestamp::from_second(at) {
        Ok(t) => html! { time datetime=(t) { (l.moment(t)) } },
        Err(_) => unknown(l),
    }
}

/// A day as the record has it.
#[must_use]
pub fn day(text: &str, l: &Locale) -> Markup {
    match text.parse::<jiff::civil::Date>() {
        Ok(day) => html! { time datetime=(text) { (l.day(day)) } },
        Err(_) if text.is_empty() => unknown(l),
        Err(_) => html! { bdi { (text) } },
    }
}

/// A stretch of an object with `from` and `to`.
#[must_use]
pub fn stretch(value: &Value, l: &Locale) -> Markup {
    html! { (day(text(value, "from"), l)) " – " (day(text(value, "to"), l)) }
}

/// The head of a table.
#[must_use]
pub fn head(l: &Locale, columns: &[&str]) -> Markup {
    html! { thead { tr { @for c in columns { th scope="col" { (l.t(c)) } } } } }
}

/// A form for a stretch of days, `?from=&to=`.
#[must_use]
pub fn period_form(shell: &Shell<'_>, path: &str, from: Option<&str>, to: Option<&str>) -> Markup {
    html! {
        form class="filters" method="get" action=(path) {
            label for="period-from" { (shell.t("col-from")) } input id="period-from" type="date" name="from" value=[from];
            label for="period-to" { (shell.t("col-to")) } input id="period-to" type="date" name="to" value=[to];
            button { (shell.t("do-show")) }
        }
    }
}

/// Words of the record that have no form but English. They say so, and do not pass for the page's language.
#[must_use]
pub fn english(text: &str) -> Markup {
    html! { bdi lang="en" dir="ltr" { (text) } }
}
