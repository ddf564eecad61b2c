//! Persons that documents name, in every way in which they are written; and the outlets and agencies that documents come from.
//!
//! Must not: merge two persons, or say of anybody more than the documents do.

use super::{Context, Screen, values};
use crate::{
    desk::{locale::Locale, page::Shell, problem::Problem},
    output::brief_v1 as brief,
};
use maud::{Markup, html};
use serde::Serialize;
use std::collections::BTreeMap;

/// A person as documents name it.
#[derive(Debug, Serialize)]
pub struct Person {
    /// The name and its variants, with their documents.
    #[serde(flatten)]
    pub person: brief::Person,
    /// Documents that name it: id and title.
    pub documents: Vec<(String, String)>,
    /// What it is quoted with: claims in whose chain a variant of the name stands.
    pub says: Vec<brief::Claim>,
    /// Other entries whose name is written alike. Whether they are the same person is not said here.
    pub alike: Vec<(String, String)>,
}

/// The person that the path names.
pub fn view(asked: &Context) -> Result<Person, Problem> {
    let brief = &asked.brief;
    let id = asked.named("id");
    let person = brief.people.iter().find(|p| p.id == id).ok_or_else(|| Problem::not_here("person of this id"))?;
    let named = |text: &str| person.name == text || person.variants.iter().any(|v| v.text == text);
    let in_it = |d: &&brief::Document| person.variants.iter().any(|v| v.document == d.id);
    let last = |name: &str| name.split_whitespace().last().unwrap_or(name).to_lowercase();
    let alike = brief.people.iter().filter(|p| p.id != person.id && last(&p.name) == last(&person.name));
    Ok(Person {
        documents: brief
            .documents
            .iter()
            .filter(in_it)
            .map(|d| (d.id.clone(), d.title.clone().unwrap_or_else(|| d.file.clone())))
            .collect(),
        says: brief
            .claims
            .iter()
            .filter(|c| c.chain.iter().any(|x| x.name.as_deref().is_some_and(named)))
            .cloned()
            .collect(),
        alike: alike.map(|p| (p.id.clone(), p.name.clone())).collect(),
        person: person.clone(),
    })
}

impl Screen for Person {
    fn title(&self, _: &Locale) -> String {
        self.person.name.clone()
    }

    fn place(&self) -> &'static str {
        "/people"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let mut variants: BTreeMap<&str, usize> = BTreeMap::new();
        for v in &self.person.variants {
            *variants.entry(v.text.as_str()).or_default() += 1;
        }
        html! {
            p class="note" { (l.t("people-as-written")) }
            section { h2 { (l.t("people-variants")) }
                ul { @for (text, n) in variants { li { bdi { (text) } " · " (l.t_with("people-mentions", &[("count", n.into())])) } } } }
            section { h2 { (l.t("nav-documents")) }
                ul { @for (id, title) in &self.documents { li { a href={ "/documents/" (id) } { (shell.name(title)) } } } } }
            @if !self.says.is_empty() { section { h2 { (l.t("people-quoted")) }
                ul { @for c in &self.says { li { blockquote dir="auto" { a href={ "/documents/" (c.document) "#" (c.id) } { (c.quote) } } } } } } }
            @if !self.alike.is_empty() { section { h2 { (l.t("people-same-question")) }
                p class="note" { (l.t("people-not-merged")) }
                ul { @for (id, name) in &self.alike { li { a href={ "/people/" (id) } { (shell.name(name)) } } } } } }
        }
    }
}

/// Outlets and agencies.
#[derive(Debug, Serialize)]
pub struct Sources {
    /// Each with its documents.
    pub items: Vec<Source>,
    /// Documents whose outlet is not known.
    pub unknown: usize,
}

/// An outlet or an agency.
#[derive(Debug, Serialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// What it is: `outlet`, `origin`.
    pub kind: &'static str,
    /// Documents.
    pub documents: usize,
    /// Grades that were given, as they stand in the ledger: letter and the code of the assessor.
    pub grades: Vec<(String, String)>,
}

/// The outlets and agencies.
pub fn sources(asked: &Context) -> Result<Sources, Problem> {
    use armistice_core::named::Named as _;
    let brief = &asked.brief;
    let mut all: BTreeMap<(&str, &'static str), usize> = BTreeMap::new();
    for outlet in brief.documents.iter().filter_map(|d| d.outlet.as_deref()) {
        *all.entry((outlet, "outlet")).or_default() += 1;
    }
    for origin in &brief.origins {
        *all.entry((origin.label.as_str(), "origin")).or_default() += origin.documents.len();
    }
    let grades = &asked.snapshot.ledgers.source_grades;
    Ok(Sources {
        items: all
            .into_iter()
            .map(|((name, kind), documents)| Source {
                grades: grades
                    .iter()
                    .filter(|g| g.body.source == name)
                    .map(|g| (g.body.letter.id().to_owned(), g.body.assessor.clone()))
                    .collect(),
                name: name.to_owned(),
                kind,
                documents,
            })
            .collect(),
        unknown: brief.documents.iter().filter(|d| d.outlet.is_none()).count(),
    })
}

impl Screen for Sources {
    fn title(&self, locale: &Locale) -> String {
        locale.t("people-sources")
    }

    fn place(&self) -> &'static str {
        "/people"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            p class="note" { (l.t("people-protected")) }
            @if self.items.is_empty() { p class="empty" { (l.t("list-none-yet")) } } @else {
                div class="table" tabindex="0" role="region" aria-label=(l.t("people-sources")) { table {
                    (values::head(l, &["col-name", "col-kind", "col-documents", "ledger-grades"]))
                    tbody { @for s in &self.items { tr { th scope="row" { (shell.name(&s.name)) } td { (l.t(if s.kind == "outlet" { "col-outlet" } else { "col-origin" })) } td class="number" { (l.number(i64::try_from(s.documents).unwrap_or(i64::MAX))) }
                        td { @if s.grades.is_empty() { (l.t("none")) } @for (grade, by) in &s.grades { (values::word(l, "reliability", grade)) " (" bdi { (by) } ") " } } } } } } } }
            p { (l.t("reader-outlet-unknown")) ": " (l.number(i64::try_from(self.unknown).unwrap_or(i64::MAX))) }
        }
    }
}
