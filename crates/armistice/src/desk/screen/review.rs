//! What people say of a claim: the state, each member's review, and the forms that say one. A claim alone has a page with the whole correction.
//!
//! Must not: say a review of something else than what the page showed.

use super::{Context, Done, Screen, form, incident, reader};
use crate::{
    desk::{
        access::{Action, Object, may},
        act,
        locale::Locale,
        page::Shell,
        problem::Problem,
    },
    output::brief_v1 as brief,
    review as said,
};
use armistice_core::record::Record;
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A claim alone.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Claim {
    /// The claim as it was read, with what people said of it.
    pub claim: brief::Claim,
    /// The digest of it: what a review of it names.
    pub shown: Option<String>,
    /// The headline or file of its document.
    pub document: String,
    #[serde(skip)]
    own: String,
}

/// What the forms of a claim need.
#[derive(Clone, Copy, Debug)]
pub struct Looked<'a> {
    /// The digest of the claim as it is shown.
    pub shown: Option<&'a String>,
    /// This desk's member.
    pub own: &'a str,
}

/// The digest of each claim of a document as it stands in the record.
#[must_use]
pub fn digests(record: &Record, document: &str) -> BTreeMap<String, String> {
    let state = record.documents.iter().find(|(id, _)| id.as_str() == document).map(|(_, d)| d);
    let read = state.and_then(|d| d.claims()).map(|(_, r)| r);
    let claims = read.into_iter().flat_map(|r| r.parts.values().flat_map(|(claims, _)| claims));
    claims.map(|c| (c.id.to_string(), said::shown(c))).collect()
}

/// The claim that is named in the path, if the reader may see its document.
fn named(asked: &Context) -> Result<&brief::Claim, Problem> {
    let none = || Problem::not_here("claim of this id");
    let id = asked.named("id");
    let claim = asked.snapshot.brief.claims.iter().find(|c| c.id == id).ok_or_else(none)?;
    // Who may not see the document is not told that there is such a claim.
    may(&asked.reader, Action::ReadWork, &Object::Document(&claim.document)).map_err(|_| none())?;
    Ok(claim)
}

/// A claim alone.
pub fn view(asked: &Context) -> Result<Claim, Problem> {
    let claim = named(asked)?.clone();
    let document = asked.snapshot.brief.documents.iter().find(|d| d.id == claim.document);
    Ok(Claim {
        shown: digests(&asked.snapshot.record, &claim.document).remove(&claim.id),
        document: document
            .map_or_else(|| claim.document.clone(), |d| d.title.clone().unwrap_or_else(|| d.file.clone())),
        claim,
        own: asked.desk.mission.member.as_str().to_owned(),
    })
}

/// Says a review of exactly what was shown.
pub fn say(asked: &Context) -> Result<Done, Problem> {
    let claim = named(asked)?;
    let (id, document) = (claim.id.clone(), claim.document.clone());
    let verdict = asked.named("verdict");
    if !["accept", "reject", "correct", "undo"].contains(&verdict) {
        return Err(Problem::not_here("review of this name"));
    }
    let record = &asked.snapshot.record;
    let Some(shown) = asked.field("shown") else {
        let next = "Send the digest that the page and its JSON show as `shown`.";
        return Err(Problem::new(428, "The review does not say what was looked at.", next).at("shown", "missing"));
    };
    let here = said::find(record, &id)?;
    if said::shown(here) != shown {
        let failure = said::changed(record, here, shown);
        return Err(
            Problem::new(412, failure.sentence, failure.hint.unwrap_or_default()).at("shown", "not what is here")
        );
    }
    act::say(asked, &["claim", verdict], &[&id], |_| format!("/documents/{document}#card-{id}"))
}

/// Each member's review, by name.
#[must_use]
pub fn reviews(c: &brief::Claim, shell: &Shell<'_>) -> Markup {
    let l = shell.locale;
    html! {
        @if !c.reviews.is_empty() {
            ul class="reviews" aria-label=(l.t("reviews")) {
                @for r in &c.reviews {
                    li {
                        (shell.name(&r.member)) ": " (l.word("review", &r.verdict))
                        @if let Some(why) = &r.reason { " · " q dir="auto" { (why) } }
                        @if !r.current { " · " strong { (l.t("review-of-other")) } }
                        @if let Some(changes) = &r.changes { (changed(changes, shell)) }
                    }
                }
            }
            @match c.review.as_str() {
                "rejected" => p class="note" { (l.t("review-set-aside")) },
                "disputed" => p class="note" { (l.t("review-disputed-why")) },
                _ => {}
            }
        }
    }
}

/// What a correction reads otherwise; the original stands above it.
fn changed(c: &brief::Changes, shell: &Shell<'_>) -> Markup {
    let l = shell.locale;
    let names = |all: &[String]| html! { @for (n, name) in all.iter().enumerate() { @if n > 0 { (l.t("list-comma")) } (shell.name(name)) } };
    html! {
        dl class="facts" {
            @if let Some(k) = &c.kind { dt { (l.t("col-kind")) } dd { (l.word("claim-kind", k)) } }
            @if let Some(a) = &c.act { dt { (l.t("col-act")) } dd { (l.word("act", a)) } }
            @if let Some(p) = &c.polarity { dt { (l.t("col-polarity")) } dd { (l.word("polarity", p)) } }
            @if !c.alleged_authors.is_empty() { dt { (l.t("col-alleged-author")) } dd { (names(&c.alleged_authors)) } }
            @if !c.affected.is_empty() { dt { (l.t("col-affected")) } dd { (names(&c.affected)) } }
            @if c.place.is_some() { dt { (l.t("col-where")) } dd { (incident::place(c.place.as_ref(), l)) } }
            @if c.time.is_some() { dt { (l.t("col-when")) } dd { (incident::time(c.time.as_ref(), l)) } }
            @if !c.counts.is_empty() { dt { (l.t("col-harm")) } dd { @for n in &c.counts { (incident::count(n, l)) " " } } }
            @if let Some(by) = &c.recorded_by { dt { (l.t("col-recorded-by")) } dd { (shell.name(by)) } }
            @if !c.unstated.is_empty() { dt { (l.t("field-unstated")) } dd { @for (n, f) in c.unstated.iter().enumerate() { @if n > 0 { (l.t("list-comma")) } (l.word("claim-field", f)) } } }
        }
    }
}

/// The form of a card: accept, reject with a reason, correct on a page of its own, take the own review back.
#[must_use]
pub fn buttons(c: &brief::Claim, shell: &Shell<'_>, looked: &Looked<'_>) -> Markup {
    let l = shell.locale;
    let Some(shown) = looked.shown else { return html! {} };
    if shell.reader.may(Action::Triage, &Object::Claim(&c.id)).is_err() {
        return html! {};
    }
    let (form, reason) = (format!("review-{}", c.id), format!("reason-{}", c.id));
    let to = |verdict: &str| format!("/claims/{}/{verdict}", c.id);
    let own = c.reviews.iter().any(|r| r.member == looked.own);
    html! {
        form class="review" method="post" action=(to("accept")) id=(form) data-draft=(form) {
            (shell.csrf())
            input type="hidden" name="shown" value=(shown);
            input type="hidden" name="back" value=(form);
            p class="field" {
                label for=(reason) { (l.t("review-reason")) }
                input id=(reason) name="reason" maxlength="4000" dir="auto" required data-key="x" data-key-label=(l.t("review-reject"));
            }
            p class="actions" {
                button formnovalidate data-key="a" { (l.t("review-accept")) } " "
                button formaction=(to("reject")) { (l.t("review-reject")) } " "
                a href={ "/claims/" (c.id) "#correct" } data-key="e" { (l.t("review-correct")) }
                @if own { " " button class="quiet" formnovalidate formaction=(to("undo")) data-key="u" { (l.t("review-undo")) } }
            }
        }
    }
}

impl Screen for Claim {
    fn title(&self, l: &Locale) -> String {
        l.word("claim-kind", &self.claim.kind)
    }

    fn place(&self) -> &'static str {
        "/inbox"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let (l, c) = (shell.locale, &self.claim);
        let looked = Looked { shown: self.shown.as_ref(), own: &self.own };
        html! {
            p class="crumbs" { a href={ "/documents/" (c.document) "#card-" (c.id) } { (shell.name(&self.document)) } " · " code { (c.id) } " · " (shell.pill("review", &c.review)) }
            blockquote dir="auto" { (c.quote) }
            section aria-label=(l.t("review-as-read")) { h2 { (l.t("review-as-read")) } (reader::facts(c, l, shell)) }
            section aria-label=(l.t("reviews")) { h2 { (l.t("reviews")) }
                @if c.reviews.is_empty() { p class="empty" { (l.word("review", "unreviewed")) } }
                (reviews(c, shell)) (buttons(c, shell, &looked))
            }
            @if let Some(shown) = &self.shown {
                @if shell.reader.may(Action::Triage, &Object::Claim(&c.id)).is_ok() {
                    section id="correct" { h2 { (l.t("review-correct")) }
                        p class="note" { (l.t("review-correct-how")) " " (l.t_with("review-count-how", &[("example", "killed:civilians=5..7".into())])) }
                        (correction(c, shown, shell))
                    }
                }
            }
        }
    }
}

/// Every field of the correction, as the command takes them.
fn correction(c: &brief::Claim, shown: &str, shell: &Shell<'_>) -> Markup {
    let all = act::fields(&["claim", "correct"]).unwrap_or_default();
    let fields: Vec<_> = all.into_iter().filter(|f| f.place.is_none() && f.name != "shown").collect();
    let hidden = html! { input type="hidden" name="shown" value=(shown); };
    let id = format!("correct-{}", c.id);
    form::with(shell, &id, &format!("/claims/{}/correct", c.id), "review-correct", &fields, &BTreeMap::new(), &hidden)
}
