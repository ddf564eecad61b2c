//! The public pages: small, without cookies and scripts, readable on paper. They hold what the public edition of a report may hold.
//!
//! Must not: show a document, a quotation, who recorded what by a private name, or an incident that no public report covers.

use super::{Context, reports, values};
use crate::desk::{
    assets,
    locale::{Language, Locale},
    problem::Problem,
    screen::compare::harm,
};
use crate::output::brief_v1 as brief;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use data_encoding::HEXLOWER;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

/// A page of the public: a document that keeps nothing in the browser and runs nothing.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Answers with a public page, or with its values. The digest is that of the JSON form.
fn answer(asked: &Context, title: &str, view: &impl Serialize, body: &Markup) -> Result<Response, Problem> {
    let value = serde_json::to_vec(view).map_err(|e| Problem::new(500, e.to_string(), "Report this."))?;
    if asked.json {
        return Ok((StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], value).into_response());
    }
    let digest = HEXLOWER.encode(&Sha256::digest(&value));
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (header::ETAG, format!("\"{}-{}\"", &digest[..32], asked.locale.language.code())),
    ];
    Ok((StatusCode::OK, headers, page(asked, title, body, &digest).into_string()).into_response())
}

fn page(asked: &Context, title: &str, body: &Markup, digest: &str) -> Markup {
    let l = &asked.locale;
    let mission = &asked.snapshot.brief.mission.title;
    html! {
        (DOCTYPE)
        html lang=(l.language.code()) dir=(l.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) " · " (mission) }
                link rel="stylesheet" href=(assets::url("public.css"));
            }
            body {
                a class="skip" href="#main" { (l.t("shell-skip")) }
                header {
                    @if asked.desk.demonstration { div class="demonstration" role="note" { p { (l.t("shell-demonstration")) } } }
                    a class="brand" href="/public" { "Armistice · " bdi { (mission) } }
                    nav aria-label=(l.t("navigation-public")) { ul {
                        li { a href="/public#reports" { (l.t("nav-reports")) } }
                        li { a href="/public#agreements" { (l.t("nav-agreements")) } }
                        li { a href="/public#decide" { (l.t("nav-how-we-decide")) } }
                        li { a href="/public/verify" { (l.t("nav-verify")) } }
                    } }
                    nav aria-label=(l.t("language")) { ul { @for language in Language::ALL {
                        li { a href={ "?lang=" (language.code()) } lang=(language.code()) hreflang=(language.code()) aria-current=[(*language == l.language).then_some("true")] { (language.own_name()) } } } } }
                }
                main id="main" { h1 { (title) } (body) }
                footer {
                    p { (l.t("public-verify")) " " code class="digest" { (digest) } " · " a href={ "/api/v1" (asked.path) } { (l.t("json-twin")) } " · " a href="/public/verify" { (l.t("do-verify")) } }
                    p { (l.t("shell-as-of")) " " @for r in asked.snapshot.as_of() { bdi { (r.member) } " " (l.number(i64::try_from(r.size).unwrap_or(i64::MAX))) " " code { (r.root.get(..12).unwrap_or(&r.root)) } " " } }
                }
            }
        }
    }
}

/// The first public page.
#[derive(Debug, Serialize)]
pub struct Front {
    /// The mission's title.
    pub mission: String,
    /// The agreements: SHA-256, title and decision rule.
    pub agreements: Vec<(String, String, String)>,
    /// Reports that were issued in the public edition.
    pub reports: Vec<reports::Issued>,
}

fn public_reports(asked: &Context) -> Vec<reports::Issued> {
    reports::issued(asked).into_iter().filter(|r| r.edition == "public").collect()
}

/// What this is, how it is decided, and what was published.
pub fn front(asked: &Context) -> Result<Response, Problem> {
    let l = &asked.locale;
    let view = Front {
        mission: asked.snapshot.brief.mission.title.clone(),
        agreements: asked
            .snapshot
            .files
            .iter()
            .map(|f| {
                let rule = f.agreement.modalities.decision_rule.value.word().to_owned();
                (HEXLOWER.encode(&f.sha256), f.agreement.title.clone(), rule)
            })
            .collect(),
        reports: public_reports(asked),
    };
    let body = html! {
        p class="lead" { (l.t("public-what")) }
        section id="decide" { h2 { (l.t("nav-how-we-decide")) }
            ul { li { (l.t("public-reported")) } li { (l.t("public-origins")) } li { (l.t("public-unknown")) } li { (l.t("determination-nobody-writes")) } }
            @for (_, title, rule) in &view.agreements { p { bdi { (title) } ": " (values::word(l, "rule", rule)) } } }
        section id="agreements" { h2 { (l.t("nav-agreements")) }
            @if view.agreements.is_empty() { p { (l.t("agreement-empty")) } }
            ul { @for (sha, title, _) in &view.agreements { li { bdi { (title) } " " code class="digest" { (sha) } } } } }
        section id="reports" { h2 { (l.t("nav-reports")) }
            @if view.reports.is_empty() { p { (l.t("public-no-report")) } }
            @for r in &view.reports {
                div class="box" id=(r.id) {
                    h3 { a href={ "/public/reports/" (r.id) } { (l.t_with("report-number", &[("number", r.number.into())])) } }
                    p { (values::day(r.from.as_deref().unwrap_or(""), l)) " – " (values::day(r.to.as_deref().unwrap_or(""), l)) }
                    @if r.superseded_by.is_some() { p { (l.t("report-superseded")) } }
                    p { (l.t("col-digest")) " " code class="digest" { (r.digest) } }
                } } }
        section { h2 { (l.t("nav-verify")) } p { (l.t("verify-note")) " " a href="/public/verify" { (l.t("verify-title")) } } p { (l.t("verify-limits-said")) } }
    };
    answer(asked, &view.mission.clone(), &view, &body)
}

/// The form for a proof, for everybody: without a cookie.
pub fn verify(asked: &Context) -> Result<Response, Problem> {
    proof(asked, None)
}

/// Checks what was sent. Nothing of it is kept.
pub fn check(asked: &Context, parts: Vec<super::files::Part>) -> Result<Response, Problem> {
    proof(asked, Some(super::verify::verdict_of(parts)?))
}

fn proof(asked: &Context, verdict: Option<serde_json::Value>) -> Result<Response, Problem> {
    let l = &asked.locale;
    let body = html! {
        @if let Some(v) = &verdict { (super::verify::outcome(v, l)) }
        (super::verify::form("/public/verify", l))
        p { (l.t("verify-offline")) ": " code dir="ltr" { "armistice verify FILE --key KEY" } }
    };
    answer(asked, &l.t("verify-title"), &super::verify::Verify { verdict }, &body)
}

/// An incident as the public edition shows it.
#[derive(Debug, Serialize)]
pub struct Incident {
    /// Its id.
    pub id: String,
    /// The act.
    pub act: Option<String>,
    /// When.
    pub time: Option<brief::Time>,
    /// Where: the gazetteer's name, never the document's words.
    pub place: Option<String>,
    /// The province.
    pub division: Option<String>,
    /// How finely the place is known, no finer than a settlement.
    pub precision: Option<String>,
    /// What is said of harm.
    pub counts: Vec<brief::Count>,
    /// Independent origins, at least.
    pub origins_low: u32,
    /// Independent origins, at most.
    pub origins_high: u32,
    /// Status of the fact.
    pub status: String,
    /// Actors whom the agreements know and whom somebody alleges to be the author.
    pub alleged_authors: Vec<String>,
    /// Denials.
    pub denials: usize,
    /// What the agreements say, by text.
    pub scope: Vec<Standing>,
    /// Whether parties that were asked in a case have answered: the actor, and whether it has.
    pub replies: Vec<(String, bool)>,
    /// Sources that are not shown.
    pub withheld: usize,
    /// Why they are not.
    pub withheld_why: &'static str,
    /// Public reports that cover it.
    pub reports: Vec<String>,
}

/// What an agreement says under one text.
#[derive(Debug, Serialize)]
pub struct Standing {
    /// The agreement.
    pub agreement: String,
    /// The text.
    pub text: String,
    /// The answer.
    pub scope: String,
    /// Terms at issue.
    pub clauses: Vec<String>,
}

fn public_incident(asked: &Context, i: &brief::Incident) -> Result<Incident, Problem> {
    let day = |t: &Option<String>| t.as_deref().and_then(|t| t.get(..10)).map(str::to_owned);
    let missing = || Problem::not_here("published incident of this id");
    // What no public report covers is not published, and what has no day is covered by none for certain.
    let (from, to) = i.time.as_ref().map(|t| (day(&t.from), day(&t.to))).ok_or_else(missing)?;
    let covers = |r: &&reports::Issued| {
        let first = r.from.as_ref().zip(from.as_ref()).is_some_and(|(a, b)| a <= b);
        first && r.to.as_ref().zip(to.as_ref()).is_some_and(|(a, b)| b <= a)
    };
    let covered: Vec<String> = public_reports(asked).iter().filter(covers).map(|r| r.id.clone()).collect();
    if covered.is_empty() {
        return Err(missing());
    }
    let agreements = &asked.snapshot.files;
    let known = |name: &String| {
        agreements.iter().any(|f| f.agreement.actors.iter().any(|a| a.name == *name || a.id.as_str() == name))
    };
    let place = i.place.as_ref();
    let documents: std::collections::BTreeSet<&String> =
        asked.snapshot.brief.claims.iter().filter(|c| i.claims.contains(&c.id)).map(|c| &c.document).collect();
    let timed = asked.snapshot.timed();
    let replies =
        timed.cases.cases.values().filter(|c| c.incidents.iter().any(|x| x.as_str() == i.id)).flat_map(|c| c.replies());
    Ok(Incident {
        id: i.id.clone(),
        act: i.act.clone(),
        time: i.time.clone(),
        place: place.and_then(|p| p.name.clone()),
        division: place.and_then(|p| p.admin1.clone()),
        precision: place.map(|p| if p.precision == "exact" { "settlement".to_owned() } else { p.precision.clone() }),
        counts: i.counts.clone(),
        origins_low: i.independent_origins.low,
        origins_high: i.independent_origins.high,
        status: i.verification_status.clone(),
        alleged_authors: i.alleged_authors.iter().filter(|n| known(n)).cloned().collect(),
        denials: i.denials.len(),
        scope: i
            .scope
            .iter()
            .map(|s| Standing {
                agreement: s.agreement.clone(),
                text: s.text.clone(),
                scope: s.scope.clone(),
                clauses: s.clauses.clone(),
            })
            .collect(),
        replies: replies.map(|r| (r.actor.clone(), r.answered.is_some())).collect(),
        withheld: documents.len(),
        withheld_why: "source_protection",
        reports: covered,
    })
}

/// The public page of an incident.
pub fn incident(asked: &Context) -> Result<Response, Problem> {
    let l = &asked.locale;
    let found = asked.snapshot.brief.incidents.iter().find(|i| i.id == asked.named("id"));
    let view = public_incident(asked, found.ok_or_else(|| Problem::not_here("published incident of this id"))?)?;
    let act = view.act.as_deref().filter(|a| l.has_word("act", a)).map_or_else(|| l.t("unknown"), |a| l.word("act", a));
    let place = view.place.as_deref().or(view.division.as_deref());
    let title = place.map_or_else(|| act.clone(), |p| format!("{act}{}{p}", l.t("list-comma")));
    let graph = json!({
        "@context": "https://schema.org", "@type": "Event", "identifier": view.id, "name": title, "inLanguage": l.language.code(),
        "startDate": view.time.as_ref().and_then(|t| t.from.clone()), "endDate": view.time.as_ref().and_then(|t| t.to.clone()),
        "location": place.map(|p| json!({ "@type": "Place", "name": p })),
    });
    // Inside of a script element only `</` and `<!--` matter; no `<` is left. Data, not a script: no policy applies to it.
    let graph = graph.to_string().replace('<', "\\u003c");
    let body = html! {
        p class="lead" { (l.t("incident-reported")) " " span class="pill" data-status=(view.status) { (values::word(l, "status", &view.status)) } }
        section { h2 { (l.t("public-what-known")) } (known(&view, &act, l)) }
        section { h2 { (l.t("public-what-not-known")) } (not_known(&view, l)) }
        section { h2 { (l.t("public-what-parties-say")) }
            @if view.replies.is_empty() { p { (l.t("incident-not-asked")) } }
            ul { @for (actor, answered) in &view.replies { li { bdi { (actor) } ": " @if *answered { (l.t("public-answered")) } @else { (l.t("incident-no-reply")) } } } }
            @if view.denials > 0 { p { (l.t("incident-denials")) ": " (l.number(i64::try_from(view.denials).unwrap_or(i64::MAX))) } } }
        section { h2 { (l.t("public-what-agreement-says")) }
            ul { @for s in &view.scope { li { bdi { (s.agreement) } " · " (l.t_with("incident-in-one-text", &[("text", s.text.as_str().into())])) ": " strong { (values::word(l, "scope", &s.scope)) } @if !s.clauses.is_empty() { " · " @for c in &s.clauses { code { (c) } " " } } } } } }
        p class="withheld" { (l.t_with("public-withheld", &[("n", view.withheld.into())])) " " (l.word("redacted", view.withheld_why)) }
        p { (l.t("public-reports-of")) " " @for r in &view.reports { a href={ "/public/reports/" (r) } { code { (r) } } " " } }
        script type="application/ld+json" { (PreEscaped(graph)) }
    };
    answer(asked, &title, &view, &body)
}

fn known(i: &Incident, act: &str, l: &Locale) -> Markup {
    html! {
        dl class="facts" {
            dt { (l.t("col-act")) } dd { (act) }
            @if let Some(t) = &i.time { dt { (l.t("col-when")) } dd { (l.time(t)) } }
            @if let Some(p) = i.place.as_deref().or(i.division.as_deref()) { dt { (l.t("col-where")) } dd { bdi { (p) } @if let Some(w) = &i.precision { " (" (values::word(l, "place-precision", w)) ")" } } }
            dt { (l.t("col-harm")) } dd { (harm(&i.counts, l)) }
            dt { (l.t("col-origins")) } dd { (l.t_with("range", &[("low", i.origins_low.into()), ("high", i.origins_high.into())])) }
            @if !i.alleged_authors.is_empty() { dt { (l.t("incident-alleged-authors")) } dd { (values::names(i.alleged_authors.iter().map(String::as_str), l)) } }
        }
    }
}

fn not_known(i: &Incident, l: &Locale) -> Markup {
    let fine = i.precision.as_deref().is_some_and(|p| matches!(p, "settlement" | "near" | "admin3"));
    html! {
        ul {
            @if i.act.is_none() { li { (l.t("col-act")) } }
            @if i.time.as_ref().is_none_or(|t| !matches!(t.precision.as_str(), "minute" | "hour" | "part_of_day" | "day")) { li { (l.t("public-no-day")) } }
            @if !fine { li { (l.t("public-no-place")) } }
            @if i.counts.is_empty() { li { (l.t("col-harm")) ": " (l.t("incident-harm-none-stated")) } }
            @if i.alleged_authors.is_empty() { li { (l.t("incident-author-not-said")) } } @else { li { (l.t("public-author-open")) } }
            @if i.origins_low < 2 { li { (l.t("public-one-origin")) } }
        }
    }
}

/// A report in its public edition, as it was issued.
pub fn report(asked: &Context) -> Result<Response, Problem> {
    let step = reports::find(asked, asked.named("id"))?;
    if step.body.edition != armistice_core::statement::ledger::Edition::Public {
        return Err(Problem::not_here("report of this id"));
    }
    let (report, json) = reports::again(asked, step)?;
    let format = asked.named("format");
    let format = match (format, asked.json) {
        ("", true) => "json",
        ("", false) => "html",
        (named, _) => named,
    };
    reports::file(asked, &report, &json, format)
}
