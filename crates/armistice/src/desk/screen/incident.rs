//! An incident: what is said of it, by how many independent origins, when and where within which bounds, and what is open.
//!
//! Must not: pin a province to a point, add up counts of different claims, or name an author other than as alleged.

use super::{
    Context, Screen,
    ground::{self, Ground},
    values,
};
use crate::{
    desk::{
        index::Item,
        locale::{Arg, Language, Locale},
        page::Shell,
        problem::Problem,
        query::Kind,
    },
    output::brief_v1 as brief,
};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// An incident with what it rests on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Incident {
    /// The incident.
    pub incident: brief::Incident,
    /// Its claims, by origin: copies of one origin stand together.
    pub origins: Vec<Folded>,
    /// Claims of it that deny it.
    pub denials: Vec<Said>,
    /// Contradictions that its claims are part of.
    pub contradictions: Vec<brief::Contradiction>,
    /// Cases that are about it.
    pub cases: Vec<CaseRef>,
    /// What accused parties were asked and answered, by case.
    pub replies: Vec<Reply>,
    /// What would decide what is open: from the scope test, each once.
    pub next_checks: Vec<String>,
    /// The same as data.
    #[serde(skip)]
    next_said: Vec<armistice_core::said::Said>,
    /// Zones of the agreements in force at its time, and where nobody could see then.
    #[schemars(with = "serde_json::Value")]
    pub ground: Ground,
}

/// The claims of one origin.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Folded {
    /// The origin's id; `null` where a document's origin is unknown.
    pub origin: Option<String>,
    /// How the origin is called.
    pub label: Option<String>,
    /// Its claims.
    pub claims: Vec<Said>,
}

/// A claim with the document that says it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Said {
    /// The claim.
    pub claim: brief::Claim,
    /// The document's headline or file.
    pub title: String,
    /// The outlet, if known.
    pub outlet: Option<String>,
    /// The document's language.
    pub language: Option<String>,
    /// When it was published.
    pub published: brief::Time,
}

/// A case in a line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CaseRef {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: Option<String>,
    /// Its state.
    pub state: String,
}

/// Whether a party was asked, and what became of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The case.
    pub case: String,
    /// The party.
    pub actor: String,
    /// Until when it could answer: RFC 3339.
    pub until: Option<String>,
    /// When it answered; `null` while it has not.
    pub answered: Option<String>,
}

/// The incident that is named in the path.
pub fn view(asked: &Context) -> Result<Incident, Problem> {
    let all = &asked.snapshot.brief;
    let id = asked.named("id");
    let incident = all.incidents.iter().find(|i| i.id == id).ok_or_else(|| Problem::not_here("incident of this id"))?;
    let documents: BTreeMap<&str, &brief::Document> = all.documents.iter().map(|d| (d.id.as_str(), d)).collect();
    let labels: BTreeMap<&str, &str> = all.origins.iter().map(|o| (o.id.as_str(), o.label.as_str())).collect();
    let said = |claim: &brief::Claim| {
        let document = documents.get(claim.document.as_str())?;
        Some(Said {
            claim: claim.clone(),
            title: document.title.clone().unwrap_or_else(|| document.file.clone()),
            outlet: document.outlet.clone(),
            language: document.language.clone(),
            published: document.published.clone(),
        })
    };
    let own: BTreeSet<&str> = incident.claims.iter().map(String::as_str).collect();
    let denying: BTreeSet<&str> = incident.denials.iter().map(String::as_str).collect();
    let mut origins: Vec<Folded> = Vec::new();
    for claim in all.claims.iter().filter(|c| own.contains(c.id.as_str())) {
        let origin = documents.get(claim.document.as_str()).and_then(|d| d.origin.clone());
        let Some(said) = said(claim) else { continue };
        match origins.iter_mut().find(|f| f.origin.is_some() && f.origin == origin) {
            Some(folded) => folded.claims.push(said),
            None => origins.push(Folded {
                label: origin.as_deref().and_then(|o| labels.get(o)).map(|l| (*l).to_owned()),
                origin,
                claims: vec![said],
            }),
        }
    }
    let timed = asked.snapshot.timed();
    let about = |c: &&armistice_core::case::Case| c.incidents.iter().any(|i| i.as_str() == id);
    let time = |t: i64| jiff::Timestamp::from_second(t).ok().map(|t| t.to_string());
    let cases: Vec<_> = timed.cases.cases.values().filter(about).collect();
    let next_checks = once(incident.tests.iter().flat_map(|t| &t.would_change));
    let next_said = once(incident.tests.iter().flat_map(|t| &t.would_change_said));
    let when = incident.time.as_ref();
    let period = ground::days_of(when.and_then(|t| t.from.as_deref()), when.and_then(|t| t.to.as_deref()));
    Ok(Incident {
        ground: Ground::of(asked, &period),
        origins,
        denials: all.claims.iter().filter(|c| denying.contains(c.id.as_str())).filter_map(said).collect(),
        contradictions: all
            .contradictions
            .iter()
            .filter(|c| c.claims.iter().any(|c| own.contains(c.as_str())))
            .cloned()
            .collect(),
        replies: cases
            .iter()
            .flat_map(|c| {
                c.replies().into_iter().map(|r| Reply {
                    case: c.id.to_string(),
                    actor: r.actor.clone(),
                    until: time(r.until),
                    answered: r.answered.and_then(time),
                })
            })
            .collect(),
        cases: cases
            .iter()
            .map(|c| CaseRef { id: c.id.to_string(), number: c.number.clone(), state: c.state.id().to_owned() })
            .collect(),
        next_checks,
        next_said,
        incident: incident.clone(),
    })
}

/// Each thing once, in the order of its first.
fn once<'a, T: Clone + PartialEq + 'a>(all: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut found = Vec::new();
    for thing in all {
        if !found.contains(thing) {
            found.push(thing.clone());
        }
    }
    found
}

/// A count in words: between which bounds, of whom, and that an open end is open.
#[must_use]
pub fn count(count: &brief::Count, l: &Locale) -> String {
    let n = |n: u64| l.number(i64::try_from(n).unwrap_or(i64::MAX));
    let figure = match (count.min, count.best, count.max) {
        (Some(a), _, Some(b)) if a == b => n(a),
        (Some(a), _, Some(b)) => format!("{}–{}", n(a), n(b)),
        (None, Some(b), None) => n(b),
        (Some(a), _, None) => l.t_with("count-at-least", &[("n", Arg::from(n(a).as_str()))]),
        (None, _, Some(b)) => l.t_with("count-at-most", &[("n", Arg::from(n(b).as_str()))]),
        (None, None, None) => l.t("count-unknown"),
    };
    format!("{} {figure} {}", l.word("count", &count.what), l.word("person", &count.status))
}

/// A place with its precision. What is only an area is said to be one.
#[must_use]
pub fn place(place: Option<&brief::Place>, l: &Locale) -> Markup {
    let Some(p) = place else { return html! { span class="unknown" { (l.t("unknown-place")) } } };
    html! {
        bdi { (p.name.as_deref().unwrap_or(&p.text)) }
        @if let Some(area) = p.admin1.as_deref().filter(|a| Some(*a) != p.name.as_deref()) { ", " bdi { (area) } }
        " " span class="precision" { (l.word("place-precision", &p.precision)) }
    }
}

/// A time with its precision.
#[must_use]
pub fn time(time: Option<&brief::Time>, l: &Locale) -> Markup {
    match time {
        // An interval, or an open or unknown end, is no moment of HTML: only what is one gets the element.
        Some(t) => match t.from.as_deref().filter(|_| t.from == t.to) {
            Some(moment) => html! { time datetime=(moment) { (l.time(t)) } },
            None => html! { span { (l.time(t)) } },
        },
        None => html! { span class="unknown" { (l.t("unknown-time")) } },
    }
}

/// What an incident is called: what, where, when, in the reader's language. In English it is the title of the record.
#[must_use]
pub fn called(title: &str, act: Option<&str>, place: Option<&str>, when: Option<&brief::Time>, l: &Locale) -> String {
    if l.language == Language::En {
        return title.to_owned();
    }
    let act = act.filter(|a| l.has_word("act", a)).map_or_else(|| l.t("unknown-act"), |a| l.word("act", a));
    let place = place.map_or_else(|| l.t("unknown-place"), ToOwned::to_owned);
    let when = when.map_or_else(|| l.t("unknown-time"), |w| l.time(w));
    l.t_with("incident-called", &[("act", act.into()), ("place", place.into()), ("when", when.into())])
}

/// The name of a row of a list: of incidents in the reader's language, of the rest as the record has it.
#[must_use]
pub fn named_row(item: &Item, l: &Locale) -> String {
    if item.kind != Kind::Incidents {
        return item.title.clone();
    }
    let place = item.place.as_ref().map(|p| p.name.as_deref().unwrap_or(&p.text));
    let when = item.when.as_ref().map(|w| brief::Time {
        from: w.from.clone(),
        to: w.to.clone(),
        precision: w.precision.clone(),
        basis: String::new(),
    });
    called(&item.title, item.kinds.first().map(String::as_str), place, when.as_ref(), l)
}

impl Screen for Incident {
    fn title(&self, l: &Locale) -> String {
        let i = &self.incident;
        let place = i.place.as_ref().map(|p| p.name.as_deref().unwrap_or(&p.text));
        called(&i.title, i.act.as_deref(), place, i.time.as_ref(), l)
    }

    fn place(&self) -> &'static str {
        "/incidents"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let (l, i) = (shell.locale, &self.incident);
        html! {
            p class="crumbs" {
                (shell.pill("status", &i.verification_status)) " "
                span class="origins" { (l.origins(i.independent_origins.low, i.independent_origins.high)) }
                " " code { (i.id) }
            }
            div class="columns" {
                section class="card" aria-label=(l.t("incident-facts")) {
                    dl class="facts" {
                        dt { (l.t("col-kind")) } dd { @match &i.act { Some(a) => (l.word("act", a)), None => span class="unknown" { (l.t("unknown-act")) } } }
                        dt { (l.t("col-when")) } dd { (time(i.time.as_ref(), l)) @if i.aggregate { " " span class="note" { (l.t("incident-aggregate")) } } }
                        dt { (l.t("col-where")) } dd { (place(i.place.as_ref(), l)) }
                        dt { (l.t("col-harm")) } dd {
                            @if i.counts.is_empty() { span class="unknown" { (l.t("count-none-given")) } }
                            @else { ul class="plain" { @for c in &i.counts { li { (count(c, l)) } } } }
                        }
                        dt { (l.t("col-alleged-author")) } dd {
                            @if i.alleged_authors.is_empty() { span class="unknown" { (l.t("unknown-author")) } }
                            @for a in &i.alleged_authors { (shell.name(a)) " " }
                        }
                    }
                    p class="note" { (l.all_said(&i.verification_said)) }
                }
                div class="card map" data-island="map" data-source={ "/api/v1/map?incident=" (i.id) } { (place(i.place.as_ref(), l)) }
            }
            details class="menu" { summary { (l.t("ground-beside")) } (self.ground.words(shell)) }
            (self.scope(l))
            (self.sources(shell))
            @if !self.contradictions.is_empty() || !i.disagreements.is_empty() {
                section { h2 { (l.t("incident-contradictions")) }
                    ul { @for c in &self.contradictions { li { (shell.pill("relation", &c.relation)) " " @match l.matter(&c.about) { Some(matter) => (matter), None => (values::english(&c.about)) } ": " (l.all_said(&c.said)) } }
                         @for d in &i.disagreements_said { li { (l.said(d)) } } }
                }
            }
            section { h2 { (l.t("incident-replies")) }
                @if self.replies.is_empty() { p class="empty" { (l.t("incident-nobody-asked")) } }
                ul { @for r in &self.replies { li { (shell.name(&r.actor)) " " a href={ "/cases/" (r.case) } { code { (r.case) } } " "
                    @if r.answered.is_some() { (l.t("incident-answered")) } @else { (l.t("incident-not-answered")) }
                    @if let Some(t) = r.answered.as_ref().or(r.until.as_ref()).and_then(|t| t.parse().ok()) { " " (l.moment(t)) } } } }
            }
            @if !self.next_said.is_empty() {
                section { h2 { (l.t("incident-next")) } ul { @for c in &self.next_said { li { (l.said(c)) } } } }
            }
            section { h2 { (l.t("incident-linked")) } ul { @for w in &i.why_linked { li { (values::english(w)) } } } }
            section { h2 { (l.t("nav-cases")) }
                ul { @for c in &self.cases { li { a href={ "/cases/" (c.id) } { (c.number.as_deref().unwrap_or(&c.id)) } " " (shell.pill("case-state", &c.state)) } } }
                p { a class="button" href={ "/cases/new?incident=" (i.id) } { (l.t("case-open")) } }
            }
            p { a href={ "/incidents/" (i.id) "/history" } { (l.t("incident-history")) } }
        }
    }
}

impl Incident {
    fn scope(&self, l: &Locale) -> Markup {
        html! {
            section { h2 { (l.t("incident-terms")) }
                @if self.incident.scope.is_empty() { p class="empty" { (l.t("incident-no-agreement")) } }
                @for s in &self.incident.scope {
                    div class="scope" {
                        h3 { bdi { (s.agreement) } " · " bdi { (s.text) } " " span class={ "pill pill-" (s.scope.replace('_', "-")) } { (l.word("scope", &s.scope)) } }
                        p { (l.said(&s.why_said)) }
                        @let tests: Vec<_> = self.incident.tests.iter().filter(|t| t.agreement == s.agreement && t.text == s.text).collect();
                        details { summary { (l.t("incident-questions")) }
                            table { thead { tr { th scope="col" { (l.t("col-question")) } th scope="col" { (l.t("col-answer")) } th scope="col" { (l.t("col-why")) } } }
                                tbody { @for t in tests { tr {
                                    th scope="row" { (l.word("question", &t.question)) @if let Some(c) = &t.clause { " " code { (c) } } }
                                    td { span class={ "pill pill-" (t.answer.replace('_', "-")) } { (l.word("answer", &t.answer)) } }
                                    td { (l.all_said(&t.reasons_said)) }
                                } } } } }
                    }
                }
            }
        }
    }

    fn sources(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            section { h2 { (l.t("incident-sources")) }
                p class="note" { (l.all_said(&self.incident.independent_origins.said)) }
                @for folded in &self.origins {
                    details class="origin" open[self.origins.len() < 4] {
                        summary { @match &folded.label { Some(name) => (shell.name(name)), None => span class="unknown" { (l.t("unknown-origin")) } }
                            " · " (l.t_with("incident-claims", &[("n", i64::try_from(folded.claims.len()).unwrap_or(i64::MAX).into())])) }
                        ul { @for s in &folded.claims { (said(s, shell)) } }
                    }
                }
                @if !self.denials.is_empty() { h3 { (l.t("incident-denials")) } ul { @for s in &self.denials { (said(s, shell)) } } }
            }
        }
    }
}

/// A claim as its words, with who says it.
fn said(s: &Said, shell: &Shell<'_>) -> Markup {
    let l = shell.locale;
    html! {
        li class="claim" {
            blockquote dir="auto" lang=[s.language.as_deref()] { a href={ "/documents/" (s.claim.document) "#" (s.claim.id) } { (s.claim.quote) } }
            p class="chain" {
                @for (n, link) in s.claim.chain.iter().enumerate() {
                    @if n > 0 { " ← " }
                    @match &link.name { Some(name) => (shell.name(name)), None => span class="unknown" { (l.word("chain-role", &link.role)) } }
                }
                " · " (shell.name(&s.title)) " · " (l.time(&s.published)) " · " (l.word("claim-kind", &s.claim.kind))
                @if s.claim.polarity != "asserted" { " · " (l.word("polarity", &s.claim.polarity)) }
            }
        }
    }
}
