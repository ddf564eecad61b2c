//! One review of all claims that match a query: the form that asks for it, how far it has come, and its undoing.
//!
//! Must not: take a larger or smaller set than the one whose number was confirmed, or show a job to somebody else.

use super::{
    Context, Done, Screen,
    list::{sight, wrong},
    review::digests,
};
use crate::desk::{
    access::{Action, Object},
    jobs::{self, Item, Job, Order, Progress},
    locale::Locale,
    page::Shell,
    problem::Problem,
    query::{Kind, Query},
};
use armistice_core::{named::Named as _, statement::review::ReviewVerdict};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};

/// A job, and how far it has come.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Shown {
    /// Its number.
    pub id: u64,
    /// What is said of each: `accepted`, `rejected`, `withdrawn`.
    pub verdict: String,
    /// Why.
    pub reason: Option<String>,
    /// The query that gave the claims, in words.
    pub words: String,
    /// Claims in all.
    pub total: u64,
    /// The job that this one takes back.
    pub undoes: Option<u64>,
    /// How far.
    #[serde(flatten)]
    pub progress: Progress,
}

/// The form below a list of claims: the whole of what matches, with its number.
#[must_use]
pub fn form(query: &str, total: u64, shell: &Shell<'_>) -> Markup {
    let l = shell.locale;
    if shell.reader.may(Action::Triage, &Object::Mission).is_err() {
        return html! {};
    }
    let n = i64::try_from(total).unwrap_or(i64::MAX);
    html! {
        details class="menu" { summary { (l.t("bulk-title")) }
            form class="stack" method="post" action="/jobs" id="bulk" data-draft="bulk" { (shell.csrf())
                input type="hidden" name="query" value=(query);
                input type="hidden" name="count" value=(total);
                p { (l.t_with("bulk-count", &[("count", n.into())])) }
                p class="field" { label for="bulk-reason" { (l.t("review-reason")) } input id="bulk-reason" name="reason" maxlength="4000" dir="auto" required; }
                button name="verdict" value="accepted" formnovalidate { (l.t("bulk-accept")) } " "
                button name="verdict" value="rejected" { (l.t("bulk-reject")) }
            }
        }
    }
}

/// Starts a job over all that match, if they are as many as were confirmed.
pub fn start(asked: &Context) -> Result<Done, Problem> {
    let verdict = match asked.field("verdict").and_then(ReviewVerdict::from_id) {
        Some(v @ (ReviewVerdict::Accepted | ReviewVerdict::Rejected)) => v,
        Some(ReviewVerdict::Corrected | ReviewVerdict::Withdrawn) | None => {
            let next = "Say `accepted` or `rejected`; corrections are said one by one.";
            return Err(Problem::new(422, "All that match are accepted or rejected.", next).at("verdict", "not this"));
        }
    };
    let reason = asked.field("reason").map(str::to_owned);
    if verdict == ReviewVerdict::Rejected && reason.is_none() {
        let next = "Say in a sentence what the words do not say.";
        return Err(Problem::new(422, "A rejection needs a reason.", next).at("reason", "missing"));
    }
    let Some(count) = asked.field("count").and_then(|n| n.parse::<u64>().ok()) else {
        let next = "Send as `count` how many claims the list shows in all.";
        return Err(Problem::new(428, "How many were confirmed is not said.", next).at("count", "missing"));
    };
    let query = Query::from_url(Kind::Claims, asked.field("query").unwrap_or("")).map_err(|p| wrong(&p))?.whole();
    let tables = |e: crate::desk::index::IndexError| Problem::new(503, e.to_string(), "Try again in a moment.");
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    for row in asked.snapshot.index.all(&query, &sight(asked)).map_err(tables)? {
        let item = row.map_err(tables)?.item;
        found.push((item.id, item.documents.into_iter().next()));
    }
    if found.len() as u64 != count {
        let detail = format!("{count} claims were confirmed, and {} match now. Nothing is said.", found.len());
        return Err(Problem::new(412, detail, "Look at the list again.").at("count", "another number"));
    }
    // Each as it stands in the record that the reader was shown.
    let mut by_document: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut items = Vec::with_capacity(found.len());
    for (claim, document) in found {
        let document = document.unwrap_or_default();
        let read = by_document.entry(document).or_insert_with_key(|d| digests(&asked.snapshot.record, d));
        items.push(Item { shown: read.get(&claim).cloned().unwrap_or_default(), claim, index: None });
    }
    let account = asked.reader.account.clone();
    let order = Order { verdict, reason, words: query.words(), items, account, undoes: None };
    Ok(done(&jobs::start(&asked.desk, order)))
}

fn done(job: &Job) -> Done {
    let said = json!({ "job": job.id, "total": job.order.items.len(), "verdict": job.order.verdict.id() });
    Done::Said { to: format!("/jobs/{}", job.id), said }
}

/// The job that is named in the path, if the reader asked for it.
fn named(asked: &Context) -> Result<Arc<Job>, Problem> {
    let job = asked.named("id").parse().ok().and_then(|id| asked.desk.jobs.get(id));
    job.filter(|j| j.order.account == asked.reader.account).ok_or_else(|| Problem::not_here("job of this number"))
}

/// How far a job has come.
pub fn view(asked: &Context) -> Result<Shown, Problem> {
    let job = named(asked)?;
    let order = &job.order;
    Ok(Shown {
        id: job.id,
        verdict: order.verdict.id().to_owned(),
        reason: order.reason.clone(),
        words: order.words.clone(),
        total: order.items.len() as u64,
        undoes: order.undoes,
        progress: job.progress(),
    })
}

/// Takes back exactly what a job did.
pub fn undo(asked: &Context) -> Result<Done, Problem> {
    let job = named(asked)?;
    if job.progress().state == "running" {
        return Err(Problem::new(409, "The job still runs.", "Wait until it has ended."));
    }
    if job.order.verdict == ReviewVerdict::Withdrawn {
        return Err(Problem::new(422, "This job takes back already.", "Say anew what holds."));
    }
    Ok(done(&jobs::start(&asked.desk, jobs::undoing(&job, asked.reader.account.clone()))))
}

impl Screen for Shown {
    fn title(&self, l: &Locale) -> String {
        l.t("job-title")
    }

    fn place(&self) -> &'static str {
        "/inbox"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let (l, p) = (shell.locale, &self.progress);
        let n = |n: u64| l.number(i64::try_from(n).unwrap_or(i64::MAX));
        html! {
            p class="crumbs" { (l.word("review", &self.verdict)) " · " bdi { code { (self.words) } } @if let Some(why) = &self.reason { " · " q dir="auto" { (why) } } }
            p role="status" data-state=(p.state) { (l.word("job", &p.state)) @if let Some(why) = &p.cause { ": " (why) } }
            dl class="facts" {
                dt { (l.t("job-total")) } dd { (n(self.total)) }
                dt { (l.t("job-done")) } dd { (n(p.done)) }
                dt { (l.t("job-same")) } dd { (n(p.same)) }
                dt { (l.t("job-failed")) } dd { (n(p.failed)) }
            }
            @if !p.failures.is_empty() {
                section { h2 { (l.t("job-failed")) }
                    ul { @for f in &p.failures { li { a href={ "/claims/" (f.claim) } { code { (f.claim) } } ": " (f.cause) @if let Some(next) = &f.next { " " (next) } } } }
                }
            }
            @if p.state == "running" {
                p { a href={ "/jobs/" (self.id) } data-key="r" { (l.t("job-again")) } }
            } @else if self.verdict != "withdrawn" && p.done > 0 {
                form method="post" action={ "/jobs/" (self.id) "/undo" } { (shell.csrf()) button { (l.t("job-undo")) } }
            }
            p { a href="/claims" { (l.t("nav-claims")) } }
        }
    }
}
