//! Agreements: who is bound, under which texts, by which terms, and what is contested, silent or not checked.
//!
//! Must not: put a demand among the terms, smooth over a difference between texts, or hide a default of the mechanism.

use super::{
    Context, Screen,
    values::{self, list, text, texts, word},
};
use crate::{
    agreements::AgreementFile,
    cli::agreement::{mission, show},
    desk::{locale::Locale, page::Shell, problem::Problem},
};
use armistice_core::agreement::{
    Agreement, Bearer, Marks, Modality, Texts,
    name::ActorId,
    words::{ClockKind, Cover, Known, ModalitySource, StatementKind},
};
use data_encoding::HEXLOWER;
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;

/// The agreements of the mission.
#[derive(Debug, Serialize)]
pub struct All {
    /// In the order in which they were adopted.
    pub items: Vec<Line>,
    /// Those that cannot be used: the SHA-256 of the file, and why.
    pub unusable: Vec<(String, String)>,
}

/// An agreement in a line.
#[derive(Debug, Serialize)]
pub struct Line {
    /// The SHA-256 of its file.
    pub sha256: String,
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The day of signature.
    pub signed: String,
    /// Names of the parties.
    pub parties: Vec<String>,
    /// Its texts.
    pub texts: Vec<String>,
}

/// The list.
pub fn all(asked: &Context) -> Result<All, Problem> {
    let items = asked.snapshot.files.iter().map(|f| {
        let a = &f.agreement;
        Line {
            sha256: HEXLOWER.encode(&f.sha256),
            id: a.id.as_str().to_owned(),
            version: a.version.to_string(),
            title: a.title.clone(),
            signed: a.signed.to_string(),
            parties: a.parties.iter().map(|p| a.actor_name(&p.actor).to_owned()).collect(),
            texts: a.texts.iter().map(|t| t.id.as_str().to_owned()).collect(),
        }
    });
    let unusable = crate::agreements::of_record(&asked.snapshot.record).1;
    Ok(All { items: items.collect(), unusable })
}

impl Screen for All {
    fn title(&self, locale: &Locale) -> String {
        locale.t("nav-agreements")
    }

    fn place(&self) -> &'static str {
        "/agreements"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            @if self.items.is_empty() { p class="empty" { (l.t("agreement-empty")) " " (l.t("agreement-empty-next")) } }
            ul class="cards" { @for a in &self.items { li class="card" {
                h2 { a href={ "/agreements/" (a.sha256) } { (shell.name(&a.title)) } }
                dl class="facts" {
                    dt { (l.t("agreement-parties")) } dd { (values::names(a.parties.iter().map(String::as_str), l)) }
                    dt { (l.t("agreement-signed")) } dd { (values::day(&a.signed, l)) }
                    dt { (l.t("agreement-texts")) } dd { (values::names(a.texts.iter().map(String::as_str), l)) }
                    dt { (l.t("agreement-version")) } dd { bdi { (a.version) } }
                    dt { (l.t("col-digest")) } dd { code class="digest" { (a.sha256) } }
                }
            } } }
            @if !self.unusable.is_empty() {
                section class="problems" { h2 { (l.t("agreement-unusable")) }
                    ul { @for (id, why) in &self.unusable { li { code { (id) } " " (why) } } } }
            }
        }
    }
}

/// One agreement.
#[derive(Debug, Serialize)]
pub struct One {
    /// All its elements, as `armistice agreement show --json` prints them.
    #[serde(flatten)]
    pub value: Value,
    /// Its phases with the answers of their gates, as `armistice agreement phases --json` prints them.
    pub phases: Vec<Value>,
    /// Points that the agreement is silent on, where the mechanism's default holds.
    pub silent: Vec<&'static str>,
    /// Incidents that were tested under it, by text.
    pub tested: usize,
    #[serde(skip)]
    agreement: Agreement,
}

fn find<'a>(files: &'a [AgreementFile], given: &str) -> Option<&'a AgreementFile> {
    let by_digest = files.iter().find(|f| HEXLOWER.encode(&f.sha256) == given.to_ascii_lowercase());
    // Of several versions under one id the newest that was adopted.
    by_digest.or_else(|| files.iter().rev().find(|f| f.agreement.id.as_str() == given))
}

/// The agreement that the path names, by SHA-256 or by id.
pub fn view(asked: &Context) -> Result<One, Problem> {
    let files = &asked.snapshot.files;
    let file = find(files, asked.named("id")).ok_or_else(|| Problem::not_here("agreement of this digest or id"))?;
    let a = &file.agreement;
    let now = jiff::Timestamp::from_second(asked.snapshot.timed().now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let tested = asked.brief.incidents.iter().filter(|i| i.scope.iter().any(|s| s.agreement == a.id.as_str()));
    Ok(One {
        value: show::object(file),
        phases: mission::phases_of(files, &asked.snapshot.record, a, now),
        silent: modalities(a).into_iter().filter(|m| m.1).map(|m| m.0).collect(),
        tested: tested.count(),
        agreement: a.clone(),
    })
}

/// The points that are decided on: id of the word, whether the agreement is silent, the value in stable ids.
fn modalities(a: &Agreement) -> Vec<(&'static str, bool, Vec<(&'static str, String)>)> {
    fn silent<T>(m: &Modality<T>) -> bool {
        match m.source {
            ModalitySource::MechanismDefault => true,
            ModalitySource::Text => false,
        }
    }
    let m = &a.modalities;
    let plain = |s: String| vec![("", s)];
    vec![
        (
            "modality-complaints",
            silent(&m.complaints),
            m.complaints.value.iter().map(|c| ("complainant", c.clone())).collect(),
        ),
        (
            "modality-standard",
            silent(&m.standard_of_proof),
            vec![("standard", m.standard_of_proof.value.word().to_owned())],
        ),
        ("modality-urgent", silent(&m.urgent_standard), vec![("standard", m.urgent_standard.value.word().to_owned())]),
        ("modality-naming", silent(&m.naming_standard), vec![("standard", m.naming_standard.value.word().to_owned())]),
        ("modality-rule", silent(&m.decision_rule), vec![("rule", m.decision_rule.value.word().to_owned())]),
        ("modality-quorum", silent(&m.quorum), plain(m.quorum.value.per_member.to_string())),
        ("modality-recusal", silent(&m.recusal), vec![("recusal", m.recusal.value.word().to_owned())]),
        ("modality-reply", silent(&m.right_of_reply), plain(m.right_of_reply.value.days.to_string())),
        (
            "modality-silence",
            silent(&m.silence_procedure),
            vec![
                ("", m.silence_procedure.value.days.to_string()),
                ("on-expiry", m.silence_procedure.value.on_expiry.word().to_owned()),
            ],
        ),
        ("modality-clocks", silent(&m.clocks), m.silent_clocks.iter().map(|c| ("", c.to_string())).collect()),
        (
            "modality-inference",
            silent(&m.adverse_inference),
            vec![("known", known(m.adverse_inference.value).to_owned())],
        ),
        ("modality-sanctions", silent(&m.sanctions), m.sanctions.value.iter().map(|s| ("", s.clone())).collect()),
    ]
}

const fn known(k: Known) -> &'static str {
    match k {
        Known::Yes => "yes",
        Known::No => "no",
        Known::Unknown => "unknown",
    }
}

fn actors<'a>(a: &'a Agreement, ids: impl IntoIterator<Item = &'a ActorId>, l: &Locale) -> Markup {
    values::names(ids.into_iter().map(|id| a.actor_name(id)), l)
}

fn bearers(a: &Agreement, all: &[Bearer], l: &Locale) -> Markup {
    html! { @for (i, b) in all.iter().enumerate() { @if i > 0 { (l.t("list-comma")) }
    @match b { Bearer::AllParties => (l.word("bearer", "all_parties")), Bearer::AllGuarantors => (l.word("bearer", "all_guarantors")), Bearer::Actor(id) => bdi { (a.actor_name(id)) } } } }
}

fn marks(m: &Marks, l: &Locale) -> Markup {
    html! { @if m.to_be_confirmed { " " span class="pill" { (l.t("to-be-confirmed")) } } @if let Some(note) = &m.note { p class="note" dir="auto" { (note) } } }
}

/// A term with its id, and the texts that it stands in where not in all.
fn clause(id: &str, summary: &str, under: Option<&Texts>, more: &Markup, m: &Marks, l: &Locale) -> Markup {
    html! {
        li class="clause" id=(id) { code { (id) } " " span dir="auto" { (summary) } " " (more)
            @if let Some(Texts::These(only)) = under { " " span class="pill differs" { (l.t_with("agreement-only-in", &[("text", only.iter().map(|t| t.as_str()).collect::<Vec<_>>().join(", ").into())])) } }
            (marks(m, l)) }
    }
}

impl Screen for One {
    fn title(&self, _: &Locale) -> String {
        self.agreement.title.clone()
    }

    fn place(&self) -> &'static str {
        "/agreements"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let (l, a) = (shell.locale, &self.agreement);
        html! {
            dl class="facts" {
                dt { (l.t("agreement-signed")) } dd { (values::day(&a.signed.to_string(), l)) }
                dt { (l.t("agreement-duration")) } dd { (l.day(a.effective.local.date())) " " bdi { (a.effective.local.time().strftime("%H:%M").to_string()) " " (a.effective.zone) } " · " (word(l, "ending", a.ending.word())) @if let Some(e) = &a.ends { " " (l.day(e.local.date())) } }
                dt { (l.t("agreement-version")) } dd { bdi { (a.version.to_string()) } @if let Some(of) = &a.amends { " · " (l.t_with("agreement-amends", &[("what", of.to_string().into())])) } }
                dt { (l.t("col-digest")) } dd { code class="digest" { (text(&self.value, "sha256")) } }
                dt { (l.t("agreement-incidents")) } dd { (l.number(i64::try_from(self.tested).unwrap_or(i64::MAX))) }
            }
            (marks(&a.marks, l))
            (self.parties(l))
            (self.texts(l))
            (self.scope(l))
            (self.terms(l))
            (self.phases(l))
            (self.modalities(l))
        }
    }
}

impl One {
    fn parties(&self, l: &Locale) -> Markup {
        let a = &self.agreement;
        html! {
            section { h2 { (l.t("agreement-parties")) }
                ul { @for p in &a.parties { li { bdi { (a.actor_name(&p.actor)) } @if let Some(g) = &p.guarantor { " · " (l.t_with("agreement-guarantor", &[("name", a.actor_name(g).into())])) } (marks(&p.marks, l)) } } } }
            @if !a.guarantors.is_empty() {
                section { h2 { (l.t("agreement-guarantors")) }
                    div class="table" tabindex="0" role="region" aria-label=(l.t("agreement-guarantors")) { table {
                        (values::head(l, &["col-name", "agreement-guarantor-of", "agreement-own-forces", "agreement-contested-by"]))
                        tbody { @for g in &a.guarantors { tr { th scope="row" { bdi { (a.actor_name(&g.actor)) } (marks(&g.marks, l)) } td { (actors(a, &g.guarantor_of, l)) } td { (l.word("known", known(g.own_forces_bound))) }
                            td { @if g.contested_by.is_empty() { (l.t("none")) } @else { (actors(a, &g.contested_by, l)) } } } } } } } }
            }
            @if !a.observers.is_empty() { section { h2 { (l.t("agreement-observers")) } ul { @for o in &a.observers { li { bdi { (a.actor_name(&o.actor)) } ": " bdi { (o.role) } (marks(&o.marks, l)) } } } } }
            @if !a.adherence.is_empty() {
                section { h2 { (l.t("agreement-adherence")) }
                    div class="table" tabindex="0" role="region" aria-label=(l.t("agreement-adherence")) { table {
                        (values::head(l, &["col-name", "col-state", "col-text", "col-date", "agreement-according-to", "agreement-adherence-disputed"]))
                        tbody { @for r in &a.adherence { tr { th scope="row" { bdi { (a.actor_name(&r.actor)) } (marks(&r.marks, l)) } td { (word(l, "adherence", r.status.word())) }
                            td { bdi { (r.instrument) } @if let Some(t) = &r.text { " " bdi { (t) } } } td { (values::day(&r.date.map_or(String::new(), |d| d.to_string()), l)) } td { bdi { (r.according_to) } }
                            td { @if r.disputed_by.is_empty() { (l.t("no")) } @else { (values::names(r.disputed_by.iter().map(String::as_str), l)) } } } } } } } }
            }
        }
    }

    fn texts(&self, l: &Locale) -> Markup {
        let a = &self.agreement;
        html! {
            section { h2 { (l.t("agreement-texts")) }
                div class="texts" { @for t in &a.texts { div class="card" {
                    h3 { bdi { (t.id) } " " span class="pill" { (word(l, "text-status", t.status.word())) } }
                    p { bdi { (t.authority) } }
                    @if !t.held_by.is_empty() { p { (l.t("agreement-held")) ": " (actors(a, &t.held_by, l)) } }
                    @if t.differs_on.is_empty() { p { (l.t("agreement-same")) } } @else { p class="differs" { (l.t("agreement-differs")) ": " (values::names(t.differs_on.iter().map(String::as_str), l)) } }
                    @if !t.tested { p class="note" { (l.t("agreement-not-tested")) } }
                    (marks(&t.marks, l))
                } } } }
        }
    }

    fn scope(&self, l: &Locale) -> Markup {
        let (a, s) = (&self.agreement, &self.agreement.scope);
        html! {
            section { h2 { (l.t("agreement-territory")) }
                p { (word(l, "territory", s.territory.default.word())) " · " (values::names(s.territory.countries.iter().map(String::as_str), l)) }
                ul {
                    @for d in &s.territory.divisions { li { bdi { (d.name) } " " @match d.cover { Cover::Whole => { (l.word("cover", "whole")) } Cover::Part => { (l.word("cover", "part")) } } (marks(&d.marks, l)) } }
                    @for e in &s.territory.excluded_areas { li { (l.t("agreement-left-out")) ": " span dir="auto" { (e.condition) } " · " (word(l, "area", e.criterion.word())) (marks(&e.marks, l)) } }
                    @for e in &s.excluded_actors { li { (l.t("agreement-left-out")) ": " bdi { (a.actor_name(&e.actor)) } @if e.contested { " " span class="pill" { (l.t("agreement-adherence-disputed")) } } (marks(&e.marks, l)) } }
                } }
            @if !s.zones.is_empty() || !s.lines.is_empty() {
                section { h2 { (l.t("agreement-zones")) }
                    ul {
                        @for z in &s.zones { li { code { (z.id) } " " bdi { (z.name) } " " span class="pill" { (word(l, "geometry", z.geometry.word())) } (marks(&z.marks, l)) } }
                        @for x in &s.lines { li { code { (x.id) } " " bdi { (x.name) } " " span class="pill" { (word(l, "geometry", x.geometry.word())) } (marks(&x.marks, l)) } }
                    }
                    p class="note" { (l.t("agreement-geometry-note")) } }
            }
        }
    }

    fn terms(&self, l: &Locale) -> Markup {
        let a = &self.agreement;
        let none = html! {};
        html! {
            section { h2 { (l.t("agreement-prohibited")) }
                ul class="clauses" { @for p in &a.prohibitions { (clause(p.id.as_str(), &p.summary, Some(&p.texts), &html! { "· " (bearers(a, &p.bearers, l)) }, &p.marks, l)) } } }
            @if !a.permissions.is_empty() { section { h2 { (l.t("agreement-permitted")) }
                ul class="clauses" { @for p in &a.permissions { (clause(p.id.as_str(), &p.summary, Some(&p.texts), &html! { @for c in &p.conditions { "· " (word(l, "condition", c.word())) " " } }, &p.marks, l)) } } } }
            @if !a.obligations.is_empty() { section { h2 { (l.t("obligations-title")) }
                ul class="clauses" { @for o in &a.obligations { (clause(o.id.as_str(), &o.summary, None, &html! { "· " (bearers(a, &o.bearers, l)) " · " (clock(o.clock.kind, o.clock.by.map(|d| d.to_string()), l)) }, &o.marks, l)) } }
                p { a href="/obligations" { (l.t("nav-obligations")) } } } }
            @if !a.statements.is_empty() { section { h2 { (l.t("obligations-not-agreed")) }
                ul class="clauses" { @for s in &a.statements {
                    @let kind = match s.kind { StatementKind::Demand => "demand", StatementKind::Undertaking => "undertaking", StatementKind::DeclaredCondition => "declared_condition" };
                    (clause(s.id.as_str(), &s.summary, None, &html! { "· " (l.word("said", kind)) " · " bdi { (a.actor_name(&s.by)) } (none) }, &s.marks, l)) } } } }
        }
    }

    fn phases(&self, l: &Locale) -> Markup {
        html! {
            @if !self.phases.is_empty() { section { h2 { (l.t("agreement-phases")) }
                @for p in &self.phases {
                    h3 { code { (text(p, "id")) } " " bdi { (text(p, "name")) } " " span class="pill" { (l.word("answer", text(p, "open"))) } }
                    @if !text(p, "entry").is_empty() { p { (l.t("agreement-phase-began")) " " (values::day(text(p, "entry"), l)) } }
                    @if !text(p, "planned").is_empty() { p { (l.t("agreement-phase-planned")) " " (values::day(text(p, "planned"), l)) } }
                    ul { @for g in list(p, "agreed") { li { code dir="ltr" { (text(g, "condition")) } " " span class="pill" { (l.word("answer", text(g, "answer"))) }
                        ul { @for r in texts(g, "reasons") { li { (r) } } @for c in texts(g, "would_change") { li { (l.t("what-would-change-it")) ": " (c) } } } } }
                        @for d in texts(p, "declared") { li { (l.t("agreement-declared")) " " code { (d) } } } }
                } } }
        }
    }

    fn modalities(&self, l: &Locale) -> Markup {
        let a = &self.agreement;
        html! {
            section { h2 { (l.t("agreement-modalities")) }
                @for o in &a.modalities.organs { p { bdi { (o.name) } ": " (actors(a, &o.members, l)) (marks(&o.marks, l)) } }
                div class="table" tabindex="0" role="region" aria-label=(l.t("agreement-modalities")) { table {
                    (values::head(l, &["col-what", "col-state", "col-origin"]))
                    tbody { @for (id, silent, value) in modalities(a) { tr { th scope="row" { (l.t(id)) }
                        td { @if value.is_empty() { (l.t("not-stated")) } @for (kind, v) in &value { @if kind.is_empty() { bdi { (v) } } @else { (word(l, kind, v)) } " " } }
                        td { @if silent { span class="pill unknown" { (l.word("source", "mechanism_default")) } } @else { (l.word("source", "text")) } } } } } } } }
        }
    }
}

fn clock(kind: ClockKind, by: Option<String>, l: &Locale) -> Markup {
    let id = match kind {
        ClockKind::By => "by",
        ClockKind::Within => "within",
        ClockKind::Recurring => "recurring",
        ClockKind::Continuous => "continuous",
        ClockKind::None => "none",
        ClockKind::Unknown => "unknown",
    };
    html! { (l.word("due", id)) @if let Some(by) = by { " " (values::day(&by, l)) } }
}
