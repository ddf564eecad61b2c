//! The inbox: what waits, in the order in which it needs somebody; what could not be taken in, and why.
//!
//! Must not: let a failed file disappear, or fetch anything.

use super::{
    Context, Done, Screen,
    files::Part,
    list::{link, sight, wrong},
    shown,
};
use crate::{
    desk::{
        access::{Action, Object},
        index::Row,
        locale::Locale,
        page::Shell,
        problem::Problem,
        query::{Cursor, Kind, Query, Sort, SortBy},
    },
    intake::{
        self, Source,
        waiting::{self, Waiting},
    },
    output::brief_v1,
};
use axum::{http::StatusCode, response::Response};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Claims that are shown below the documents.
const CLAIMS: u32 = 20;

/// What waits.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Inbox {
    /// Documents in the order of need.
    pub items: Vec<Row>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// All documents.
    pub total: u64,
    /// Documents that are hidden by the reader's access.
    pub hidden: u64,
    /// Claims in the order of need.
    pub claims: Vec<Row>,
    /// Claims that are hidden by the reader's access.
    pub claims_hidden: u64,
    /// Files that could not be taken in: cause, and whether their bytes are here for another try.
    pub waiting: Vec<Waiting>,
    /// What could not be read or folded: cause and next step.
    pub failed: Vec<brief_v1::Problem>,
    /// Documents that the reader had to say something about, with what.
    pub warned: BTreeMap<String, Vec<String>>,
    #[serde(skip)]
    limit: u32,
}

fn page(asked: &Context, query: &Query) -> Result<crate::desk::index::Page, Problem> {
    asked.snapshot.index.page(query, &sight(asked)).map_err(super::list::unanswered)
}

/// Makes it.
pub fn view(asked: &Context) -> Result<Inbox, Problem> {
    let needs = Some(Sort { by: SortBy::Needs, descending: true });
    let paging: Vec<&str> =
        asked.query.split('&').filter(|p| p.starts_with("after=") || p.starts_with("limit=")).collect();
    let query = Query::from_url(Kind::Documents, &paging.join("&")).map_err(|p| wrong(&p))?;
    let limit = query.limit;
    let documents = page(asked, &Query { sort: needs, ..query })?;
    let claims = page(asked, &Query { sort: needs, limit: CLAIMS, ..Query::all(Kind::Claims) })?;
    let brief = &asked.snapshot.brief;
    let warned = brief.documents.iter().filter(|d| !d.warnings.is_empty()).map(|d| (d.id.clone(), d.warnings.clone()));
    Ok(Inbox {
        items: documents.rows,
        next: documents.next.map(|c| c.0),
        total: documents.total,
        hidden: documents.hidden,
        claims: claims.rows,
        claims_hidden: claims.hidden,
        waiting: waiting::all(&asked.desk.mission.root)?,
        failed: brief.problems.clone(),
        warned: warned.take(50).collect(),
        limit,
    })
}

/// What became of files that were sent.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Taken(pub Value);

/// Takes files in, as `armistice add` does.
pub fn add(asked: &Context, parts: Vec<Part>) -> Result<Response, Problem> {
    let files =
        parts.into_iter().filter_map(|p| Some((p.file?, p.bytes))).filter(|(n, b)| !n.is_empty() || !b.is_empty());
    let sources: Vec<Source> = files
        .map(|(name, bytes)| {
            if bytes.len() > armistice_read::limits::MAX_DOCUMENT_BYTES || crate::keys::is_secret(&bytes) {
                let why = "larger than one file may be, or no article. Keep it out of what you add.".to_owned();
                Source::Refused(intake::Refused::named(name, why))
            } else {
                Source::Bytes { name, bytes }
            }
        })
        .collect();
    if sources.is_empty() {
        return Err(Problem::new(422, "No file was sent.", "Choose one file or several."));
    }
    take(asked, sources)
}

/// Finishes what an earlier run had left.
pub fn retry(asked: &Context) -> Result<Response, Problem> {
    take(asked, Vec::new())
}

fn number(asked: &Context) -> Result<i64, Problem> {
    asked.named("id").parse().map_err(|_| Problem::not_here("file that waits under this number"))
}

/// Tries one file again, from the bytes that are here.
pub fn again(asked: &Context) -> Result<Response, Problem> {
    match waiting::one(&asked.desk.mission.root, number(asked)?)? {
        Some((name, Some(bytes))) => take(asked, vec![Source::Bytes { name, bytes }]),
        Some((name, None)) => {
            let what = format!("The content of {name} is not here.");
            Err(Problem::new(422, what, "Choose the file again, under the same name."))
        }
        None => Err(Problem::not_here("file that waits under this number")),
    }
}

/// Sets one aside: it is listed no longer.
pub fn set_aside(asked: &Context) -> Result<Done, Problem> {
    let id = number(asked)?;
    let root = &asked.desk.mission.root;
    let (name, _) = waiting::one(root, id)?.ok_or_else(|| Problem::not_here("file that waits under this number"))?;
    if !waiting::set_aside(root, id, crate::clock::now())? {
        return Err(Problem::not_here("file that waits under this number"));
    }
    Ok(Done::Said { to: "/inbox".to_owned(), said: serde_json::json!({ "set_aside": name }) })
}

fn take(asked: &Context, sources: Vec<Source>) -> Result<Response, Problem> {
    let (outcome, done) = intake::add(&asked.desk.mission, sources, &|_| (), &|_| ());
    asked.desk.snapshots.refresh(&asked.desk.mission)?;
    let mut value = outcome.to_json();
    if let Err(failure) = &done {
        value["error"] = failure.to_json();
    }
    let status = if done.is_err() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    Ok(shown(asked, status, &Taken(value)))
}

impl Screen for Taken {
    fn title(&self, locale: &Locale) -> String {
        locale.t("inbox-taken")
    }

    fn place(&self) -> &'static str {
        "/inbox"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        use super::values::{list, text};
        html! {
            @if let Some(e) = self.0.get("error") { div class="problem" role="alert" { p { (text(e, "error")) (text(e, "sentence")) } } }
            @for (part, word) in [("added", "inbox-added"), ("known", "inbox-known")] {
                @if !list(&self.0, part).is_empty() {
                    h2 { (shell.t(word)) }
                    ul { @for d in list(&self.0, part) { li { a href={ "/documents/" (text(d, "id")) } { (shell.name(text(d, "file"))) } } } }
                }
            }
            @if !list(&self.0, "refused").is_empty() {
                section class="problems" { h2 { (shell.t("inbox-failed")) }
                    ul { @for r in list(&self.0, "refused") { li { strong { (shell.name(text(r, "file"))) } " " span class="next" { (super::values::english(text(r, "why"))) } } } } }
            }
            @for d in super::values::texts(&self.0, "damage") { p class="problem" role="alert" { (d) } }
            p { a class="button" href="/inbox" { (shell.t("nav-inbox")) } }
        }
    }
}

impl Screen for Inbox {
    fn title(&self, locale: &Locale) -> String {
        locale.t("inbox-title")
    }

    fn next_page(&self) -> Option<String> {
        let cursor = Some(Cursor(self.next.clone()?));
        Some(format!("/inbox?{}", Query { cursor, limit: self.limit, ..Query::all(Kind::Documents) }.to_url()))
    }

    fn place(&self) -> &'static str {
        "/inbox"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let may = shell.reader.may(Action::Triage, &Object::Mission).is_ok();
        html! {
            p class="note" { (l.t("inbox-order")) }
            @if self.items.is_empty() { p class="empty" { (l.t("inbox-empty")) }
                @if self.hidden > 0 { p class="counts" role="status" { (l.t_with("query-hidden", &[("n", self.hidden.into())])) } } } @else {
                p class="counts" role="status" { (l.t_with("query-shown", &[("n", self.items.len().into()), ("m", self.total.into())]))
                    @if self.hidden > 0 { " " (l.t_with("query-hidden", &[("n", self.hidden.into())])) } }
                section { h2 { (l.t("nav-documents")) } (self.rows(&self.items, "nav-documents", shell)) }
            }
            @if let Some(next) = self.next_page() { nav class="pager" { a rel="next" href=(next) { (l.t("list-next-page")) } } }
            @if !self.claims.is_empty() {
                section { h2 { (l.t("inbox-claims")) }
                    @if self.claims_hidden > 0 { p class="counts" role="status" { (l.t_with("query-hidden", &[("n", self.claims_hidden.into())])) } }
                    (self.rows(&self.claims, "inbox-claims", shell))
                    p { a href="/claims?sort=-needs" { (l.t("do-show-all")) } } }
            }
            section class="problems" { h2 { (l.t("inbox-failed")) }
                @if self.waiting.is_empty() && self.failed.is_empty() && self.warned.is_empty() { p class="empty" { (l.t("inbox-none-failed")) } }
                @if !self.waiting.is_empty() { ul class="waiting" { @for w in &self.waiting { (waits(w, may, shell)) } } }
                ul {
                    @for p in &self.failed { li { strong { (shell.name(&p.thing)) } " " (l.t("inbox-failed-cause")) ": " (p.what) " " span class="next" { (p.next) } } }
                    @for (id, warnings) in &self.warned { li { a href={ "/documents/" (id) } { code { (id) } } " " (warnings.join(" ")) } }
                }
                @if may { form method="post" action="/inbox/retry" { (shell.csrf()) button { (l.t("inbox-retry")) } } }
            }
            @if may {
                section { h2 { (l.t("inbox-add")) }
                    p { (l.t("inbox-add-note")) " " (l.t("inbox-add-limit")) }
                    form class="stack" method="post" action=(super::files::action(shell, "/inbox/add")) enctype="multipart/form-data" { (shell.csrf())
                        p class="field" { label for="inbox-file" { (l.t("inbox-file")) } input id="inbox-file" type="file" name="file" multiple required; }
                        button class="button" { (l.t("do-add")) }
                    } }
            }
        }
    }
}

/// A file that could not be taken in: name, cause, when, and how to try again.
fn waits(w: &Waiting, may: bool, shell: &Shell<'_>) -> Markup {
    let l = shell.locale;
    html! {
        li id={ "waiting-" (w.id) } {
            strong { (shell.name(&w.name)) } " " (l.t("inbox-failed-cause")) ": " span dir="auto" lang="en" { (w.why) } " "
            span class="muted" { (super::values::moment(w.last, l)) " · " (l.t_with("inbox-tries", &[("n", w.tries.into())])) }
            @if may {
                @if w.kept {
                    form class="inline" method="post" action={ "/inbox/waiting/" (w.id) "/again" } { (shell.csrf()) button { (l.t("inbox-retry")) } }
                } @else {
                    form class="inline" method="post" action=(super::files::action(shell, "/inbox/add")) enctype="multipart/form-data" { (shell.csrf())
                        label for={ "again-" (w.id) } { (l.t("inbox-choose-again")) } " " input id={ "again-" (w.id) } type="file" name="file" required;
                        button { (l.t("inbox-retry")) } }
                }
                " " form class="inline" method="post" action={ "/inbox/waiting/" (w.id) "/aside" } { (shell.csrf()) button class="quiet" { (l.t("inbox-set-aside")) } }
            }
        }
    }
}

impl Inbox {
    fn rows(&self, rows: &[Row], word: &str, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            div class="table" tabindex="0" role="region" aria-label=(l.t(word)) data-island="table" {
                table { (super::values::head(l, &["col-what", "col-origin", "col-when", "inbox-why-here"]))
                    tbody { @for row in rows { tr data-id=(row.item.id) {
                        th scope="row" { @match link(row) { Some(to) => a href=(to) { (shell.name(&row.item.title)) }, None => (shell.name(&row.item.title)) } }
                        td { (super::values::names(row.item.sources.iter().map(String::as_str), l)) }
                        td { @match &row.item.when { Some(w) => (l.time(&brief_v1::Time { from: w.from.clone(), to: w.to.clone(), precision: w.precision.clone(), basis: String::new() })), None => (super::values::unknown(l)) } }
                        td { (l.t_with("query-needs", &[("harm", row.needs.harm.into()), ("age", row.needs.age.into()), ("origin", row.needs.origin.into())])) }
                    } } } }
            }
        }
    }
}
