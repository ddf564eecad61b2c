//! The history of an incident: every statement about it and what rests on it, who recorded it when, and what it changed.
//!
//! Must not: show what is restricted to others, or leave it out without saying how much.

use super::{
    Context, Screen,
    incident::{called, count},
    values::{moment, word},
};
use crate::desk::{
    access::{Action, Object},
    history::{Basis, Change, Composition, Entry, shows},
    locale::{Arg, Locale},
    page::Shell,
    problem::Problem,
};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What was said of an incident.
#[derive(Debug, Serialize, JsonSchema)]
pub struct History {
    /// The incident.
    pub incident: String,
    /// Its title.
    pub title: String,
    /// The statements in the canonical order, in which everybody who holds them reads them.
    pub items: Vec<Entry>,
    /// Where the next page begins: a history is one page.
    pub next: Option<String>,
    /// Statements that the reader's access hides.
    pub hidden: usize,
    /// From what the compositions were computed.
    pub basis: Basis,
    /// What the documents and claims are called: title, and where they stand.
    pub names: BTreeMap<String, Named>,
    #[serde(skip)]
    whole: crate::output::brief_v1::Incident,
}

/// A thing with its page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Named {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
}

/// The history of the incident that is named in the path.
pub fn view(asked: &Context) -> Result<History, Problem> {
    let id = asked.named("id");
    let of = |all: &crate::output::brief_v1::Brief| all.incidents.iter().find(|i| i.id == id).cloned();
    let seen = of(&asked.snapshot.brief).ok_or_else(|| Problem::not_here("incident of this id"))?;
    let told = asked.snapshot.histories.of(&asked.desk.mission, &asked.snapshot, &seen)?;
    let unseen = &asked.snapshot.unseen;
    let may = |e: &&Entry| {
        shows(e, unseen)
            && e.sealed.as_ref().is_none_or(|i| asked.reader.may(Action::ReadSealed, &Object::Sealed(i)).is_ok())
    };
    let open: BTreeMap<&str, &crate::output::brief_v1::Claim> =
        asked.snapshot.brief.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let items: Vec<Entry> = told.entries.iter().filter(may).cloned().collect();
    let mut names = BTreeMap::new();
    let wanted: BTreeSet<&str> = items
        .iter()
        .flat_map(|e| {
            let claims = [&e.change, &e.meanwhile].into_iter().flatten().flat_map(|c| c.added.iter().chain(&c.removed));
            e.about.iter().chain(claims)
        })
        .map(String::as_str)
        .collect();
    for d in asked.snapshot.brief.documents.iter().filter(|d| wanted.contains(d.id.as_str())) {
        let title = d.title.clone().unwrap_or_else(|| d.file.clone());
        names.insert(d.id.clone(), Named { title, url: format!("/documents/{}", d.id) });
    }
    for c in wanted.iter().filter_map(|w| open.get(w)) {
        names
            .insert(c.id.clone(), Named { title: c.quote.clone(), url: format!("/documents/{}#{}", c.document, c.id) });
    }
    for c in asked.snapshot.timed().cases.cases.values().filter(|c| wanted.contains(c.id.as_str())) {
        let title = c.number.clone().unwrap_or_else(|| c.id.to_string());
        names.insert(c.id.to_string(), Named { title, url: format!("/cases/{}", c.id) });
    }
    Ok(History {
        incident: seen.id.clone(),
        title: seen.title.clone(),
        hidden: told.entries.len() - items.len(),
        items,
        next: None,
        basis: told.basis,
        names,
        whole: seen,
    })
}

impl Screen for History {
    fn title(&self, l: &Locale) -> String {
        let i = &self.whole;
        let place = i.place.as_ref().map(|p| p.name.as_deref().unwrap_or(&p.text));
        let called = called(&self.title, i.act.as_deref(), place, i.time.as_ref(), l);
        format!("{} · {called}", l.t("incident-history"))
    }

    fn place(&self) -> &'static str {
        "/incidents"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let proves = shell.reader.may(Action::Export, &Object::Incident(&self.incident)).is_ok();
        html! {
            p class="crumbs" { a href={ "/incidents/" (self.incident) } { (l.t("history-back")) } " " code { (self.incident) } }
            p class="note" { (l.t("history-order")) " " (l.t(&format!("history-basis-{}", self.basis.id().replace('_', "-")))) }
            p class="counts" role="status" {
                (l.t_with("history-statements", &[("n", n(self.items.len()))]))
                @if self.hidden > 0 { " " (l.t_with("query-hidden", &[("n", n(self.hidden))])) " " a href="/access/changes" { (l.t("access-hidden-why")) } }
            }
            ol class="activity history" { @for e in &self.items { (self.entry(e, proves, shell)) } }
            p { (l.t("history-verify")) " " a href="/verify" { (l.t("verify-title")) } }
        }
    }
}

fn n(n: usize) -> Arg {
    Arg::from(i64::try_from(n).unwrap_or(i64::MAX))
}

impl History {
    fn entry(&self, e: &Entry, proves: bool, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let index = l.number(i64::try_from(e.index).unwrap_or(i64::MAX));
        html! {
            @if let Some(change) = &e.meanwhile {
                li class="meanwhile" { p class="note" { (l.t("history-meanwhile")) } (self.change(change, shell)) }
            }
            li id={ "s-" (e.statement.get(..16).unwrap_or(&e.statement)) } {
                p {
                    (moment(e.asserted, l)) " · " (l.t_with("history-recorded-by", &[("member", e.recorded_by.as_str().into())])) ": "
                    strong { (word(l, "statement", &e.kind)) }
                    " · " bdi { (e.register) } " #" (index) " "
                    @if proves { a href={ "/prove/" (e.statement) } { (l.t("history-proof")) } }
                }
                p class="small" dir="auto" lang="en" { (e.says) }
                @if let Some(at) = e.in_doubt { p class="problem" { (l.t_with("history-in-doubt", &[("index", l.number(i64::try_from(at).unwrap_or(i64::MAX)).into())])) } }
                @let about: Vec<&Named> = e.about.iter().filter_map(|a| self.names.get(a)).collect();
                @if !about.is_empty() { ul class="plain small" { @for a in about { li { a href=(a.url) { (shell.name(&a.title)) } } } } }
                @if let Some(change) = &e.change { (self.change(change, shell)) }
                @if !e.composed { p class="unknown" { (l.t("history-not-composed")) } }
            }
        }
    }

    fn change(&self, c: &Change, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let same = |f: fn(&Composition) -> String| match (&c.before, &c.after) {
            (Some(a), Some(b)) => f(a) == f(b),
            (Some(_) | None, None) | (None, Some(_)) => false,
        };
        let list = |word: &str, ids: &[String]| {
            html! { @if !ids.is_empty() {
                dt { (l.t_with(word, &[("n", n(ids.len()))])) }
                dd { ul class="plain" { @for id in ids.iter().take(20) { li { @match self.names.get(id) { Some(c) => a href=(c.url) dir="auto" { (c.title) }, None => code { (id) } } } }
                    @if ids.len() > 20 { li class="muted" { (l.t_with("query-more", &[("n", n(ids.len() - 20))])) } } } }
            } }
        };
        html! {
            div class="box change" {
                @match (&c.before, &c.after) {
                    (None, _) => p { (l.t("history-began")) },
                    (_, None) => p { (l.t("history-ended")) },
                    (Some(_), Some(_)) => "",
                }
                dl class="facts" {
                    (list("history-claims-added", &c.added)) (list("history-claims-removed", &c.removed))
                    @if !same(|c| c.title.clone()) { (pair(l, "col-title", c, |c| html! { bdi dir="auto" { (c.title) } })) }
                    @if !same(|c| c.status.clone()) { (pair(l, "col-status", c, |c| html! { (shell.pill("status", &c.status)) })) }
                    @if !same(|c| format!("{} {}", c.origins_low, c.origins_high)) { (pair(l, "col-origins", c, |c| html! { (l.origins(c.origins_low, c.origins_high)) })) }
                    @if !same(|c| format!("{:?}", c.counts)) { (pair(l, "col-harm", c, |c| html! {
                        @if c.counts.is_empty() { (l.t("count-none-given")) } @for x in &c.counts { (count(x, l)) " " } })) }
                    @if !same(|c| c.incidents.to_string()) { (pair(l, "history-spread", c, |c| html! { (l.number(i64::try_from(c.incidents).unwrap_or(i64::MAX))) })) }
                }
            }
        }
    }
}

/// What it was, and what it is.
fn pair(l: &Locale, word: &str, c: &Change, show: impl Fn(&Composition) -> Markup) -> Markup {
    html! {
        dt { (l.t(word)) }
        dd {
            @if let Some(before) = &c.before { del { (show(before)) } " " span class="visually-hidden" { (l.t("history-then")) } }
            @if let Some(after) = &c.after { ins { (show(after)) } }
        }
    }
}
