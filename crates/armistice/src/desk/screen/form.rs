//! Forms made from what a command takes: every field of the command, none besides.
//!
//! Must not: know a step by name.

use crate::desk::{act::Field, locale::Locale, page::Shell};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// A form for a command. `given` fills fields in; `path` is where it is posted; `id` keeps the drafts of two forms apart.
#[must_use]
pub fn form(
    shell: &Shell<'_>,
    id: &str,
    path: &str,
    word: &str,
    fields: &[Field],
    given: &BTreeMap<&str, Vec<String>>,
) -> Markup {
    with(shell, id, path, word, fields, given, &html! {})
}

/// [`form`] with fields that are not shown.
#[must_use]
pub fn with(
    shell: &Shell<'_>,
    id: &str,
    path: &str,
    word: &str,
    fields: &[Field],
    given: &BTreeMap<&str, Vec<String>>,
    hidden: &Markup,
) -> Markup {
    let l = shell.locale;
    html! {
        form class="stack step" method="post" action=(path) id=(id) data-draft=(id) {
            (shell.csrf())
            input type="hidden" name="back" value=(id);
            (hidden)
            @for field in fields { (one(field, id, given.get(field.name.as_str()).map_or(&[][..], Vec::as_slice), l)) }
            button class="button" { (l.t(word)) }
        }
    }
}

fn one(field: &Field, form: &str, given: &[String], l: &Locale) -> Markup {
    let id = format!("{form}-{}", field.name);
    let label = l.t(&format!("field-{}", field.name));
    let first = given.first().map_or("", String::as_str);
    html! {
        @if field.flag {
            p class="field" { label for=(id) { input type="checkbox" id=(id) name=(field.name) value="yes" checked[!given.is_empty()]; " " (label) } }
        } @else if field.name == "text" {
            p class="field" { label for=(id) { (label) } textarea id=(id) name="text" rows="5" maxlength="60000" dir="auto" required[field.required] { (first) } }
        } @else if !field.values.is_empty() && field.several {
            fieldset class="field" { legend { (label) }
                @for value in &field.values { label { input type="checkbox" name=(field.name) value=(value) checked[given.iter().any(|g| g == value)]; " " (value_word(field, value, l)) } " " }
            }
        } @else if !field.values.is_empty() {
            p class="field" { label for=(id) { (label) }
                select id=(id) name=(field.name) required[field.required] {
                    @if !field.required { option value="" { (l.t("field-not-given")) } }
                    @for value in &field.values { option value=(value) selected[first == value] { (value_word(field, value, l)) } }
                } }
        } @else if field.several {
            p class="field" { label for=(id) { (label) " " span class="muted" { (l.t("field-one-a-line")) } }
                textarea id=(id) name=(field.name) rows=(given.len().clamp(1, 8)) dir="auto" spellcheck="false" required[field.required] { (given.join("\n")) } }
        } @else {
            p class="field" { label for=(id) { (label) } input id=(id) name=(field.name) value=(first) dir="auto" required[field.required]; }
        }
    }
}

/// The word for a value, by the field that takes it; the value itself where it is a name.
fn value_word(field: &Field, value: &str, l: &Locale) -> String {
    for kind in [
        field.name.as_str(),
        match field.name.as_str() {
            "kind" => "claim-kind",
            "unstated" => "claim-field",
            "result" => "screening",
            "about" => "finding-about",
            "answer" => "answer",
            "outcome" => "outcome",
            "progress" => "progress",
            other => other,
        },
    ] {
        if l.has_word(kind, value) {
            return l.word(kind, value);
        }
    }
    value.to_owned()
}
