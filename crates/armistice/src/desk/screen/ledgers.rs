//! The ledgers of a period: lists of recorders side by side, what one confirms of the other, calls, access, observations.
//!
//! Must not: call a recorder an author, add what is counted in different units, or show a zero without what could not be seen.

use super::{
    Context, Done, Screen, shown,
    values::{self, list, number, text, texts, word},
};
use crate::{
    cli::{
        record::{Stretch, calls, concordance, coverage, take},
        terminal::Terminal,
    },
    desk::{
        access::{Action, Object},
        locale::Locale,
        page::Shell,
        problem::Problem,
    },
    failure::Failure,
    ledger_file::{self, FILE_MAX},
};
use armistice_core::{ledger::Period, named::Named as _};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The ledgers of a period.
#[derive(Debug, Serialize)]
pub struct Ledgers {
    /// First day asked for.
    pub from: Option<String>,
    /// Last day asked for.
    pub to: Option<String>,
    /// Lists side by side, as `armistice record concordance --json` prints them.
    pub concordance: Value,
    /// Calls, as `armistice record calls --json` prints them.
    pub calls: Value,
    /// Access and coverage, as `armistice record coverage --json` prints them.
    pub coverage: Value,
    /// Observations by unit: entries and what they come to. Units are never added.
    pub observations: Vec<Observed>,
    /// Names of the actors that the agreements know, by id.
    #[serde(skip)]
    pub actors: BTreeMap<String, String>,
}

/// Observations of one unit.
#[derive(Debug, Serialize)]
pub struct Observed {
    /// What is counted.
    pub unit: String,
    /// How it was assessed; `null`: not said.
    pub assessed_as: Option<String>,
    /// At least.
    pub least: u64,
    /// Entries.
    pub entries: usize,
    /// Entries without a number.
    pub not_stated: usize,
}

/// The stretch of days that a request names.
pub fn period(asked: &Context) -> Result<(Option<String>, Option<String>, Period), Problem> {
    let day = |name| asked.parameter(name).filter(|v| !v.trim().is_empty());
    let (from, to) = (day("from"), day("to"));
    let stretch = Stretch { dir: std::path::PathBuf::new(), from: from.clone(), to: to.clone() };
    let period = stretch.period().map_err(|f: Failure| Problem::from(f).at("from", "a day, such as 2017-01-15"))?;
    Ok((from, to, period))
}

/// Names of actors by id.
#[must_use]
pub fn actors(asked: &Context) -> BTreeMap<String, String> {
    let all = asked.snapshot.files.iter().flat_map(|f| &f.agreement.actors);
    all.map(|a| (a.id.as_str().to_owned(), a.name.clone())).collect()
}

/// Makes it.
pub fn view(asked: &Context) -> Result<Ledgers, Problem> {
    let (from, to, period) = period(asked)?;
    let record = &asked.snapshot.record;
    let observations = armistice_core::ledger::observed(&asked.snapshot.ledgers, None);
    Ok(Ledgers {
        concordance: concordance::value(record, &period),
        calls: calls::value(record, &period, asked.snapshot.timed().now),
        coverage: coverage::value(record, &period),
        observations: observations
            .iter()
            .map(|o| Observed {
                unit: o.what.id().to_owned(),
                assessed_as: o.assessed_as.clone(),
                least: o.total.least,
                entries: o.total.entries,
                not_stated: o.total.not_stated,
            })
            .collect(),
        actors: actors(asked),
        from,
        to,
    })
}

impl Ledgers {
    fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.actors.get(id).map_or(id, String::as_str)
    }

    fn lists(&self, l: &Locale) -> Markup {
        html! {
            section { h2 { (l.t("ledger-bulletins")) }
                @if list(&self.concordance, "lists").is_empty() { p class="empty" { (l.t("ledger-empty")) " " (l.t("ledger-empty-next")) } }
                @for x in list(&self.concordance, "lists") {
                    div class="card" {
                        h3 { bdi { (self.name(text(x, "recorded_by"))) } }
                        dl class="facts" {
                            dt { (l.t("ledger-window")) } dd { @if let Some(w) = x.get("window") { (values::stretch(w, l)) } }
                            dt { (l.t("ledger-total")) } dd { (number(x, "total", l)) " " (word(l, "counted", text(x, "unit"))) " " span class="pill" { (word(l, "standing", text(x, "standing"))) } }
                            dt { (l.t("ledger-rows")) } dd { @if let Some(places) = x.get("places").and_then(Value::as_object) { ul { @for (place, n) in places { li { bdi { (place) } ": " @match n.as_i64() { Some(n) => { (l.number(n)) } None => (values::unknown(l)) } } } } } }
                            @if let Some(s) = x.get("sum") { dt { (l.t("ledger-sum")) } dd { (word(l, "sum", match text(s, "is") { "cannot_be_checked" => "incomplete", other => other })) } }
                            @if x.get("entered_differently").and_then(Value::as_bool) == Some(true) { dt { (l.t("col-note")) } dd { (l.word("sum", "disputed")) } }
                        }
                        @if let Some(zero) = x.get("beside_zero").filter(|z| !z.is_null()) { (beside_zero(zero, l)) }
                    }
                } }
        }
    }

    fn pairs(&self, l: &Locale) -> Markup {
        html! {
            @for p in list(&self.concordance, "pairs") {
                @let (a, b) = (p.get("a").unwrap_or(&Value::Null), p.get("b").unwrap_or(&Value::Null));
                section { h2 { (l.t("ledger-concordance")) }
                    @if let Some(w) = a.get("window") { p { (values::stretch(w, l)) } }
                    div class="table" tabindex="0" role="region" aria-label=(l.t("ledger-concordance")) { table {
                        thead { tr { th scope="col" { (l.t("col-place")) } th scope="col" { bdi { (self.name(text(a, "recorded_by"))) } } th scope="col" { bdi { (self.name(text(b, "recorded_by"))) } } th scope="col" { (l.t("col-state")) } } }
                        tbody { @for c in list(p, "cells") { tr { th scope="row" { bdi { (text(c, "place")) } } td class="number" { (number(c, "a", l)) } td class="number" { (number(c, "b", l)) } td { (word(l, "cell", text(c, "state"))) } } } }
                    } } }
            }
            @if !list(&self.concordance, "pairs").is_empty() { p class="note" { (l.t("ledger-same-figure")) } }
            @let rates = list(&self.concordance, "confirmed");
            @if !rates.is_empty() {
                section { h2 { (l.t("ledger-confirmed")) }
                    ul { @for r in rates { li {
                        (l.t_with("ledger-confirmation-rate", &[("by", self.name(text(r, "by")).into()), ("of", self.name(text(r, "of")).into())])) ": "
                        strong { (number(r, "confirmed", l)) " / " (number(r, "out_of", l)) } " " (word(l, "counted", text(r, "unit")))
                        @if r.get("nothing_said_of").and_then(Value::as_i64).is_some_and(|n| n > 0) { " · " (l.t("ledger-nothing-said")) ": " (number(r, "nothing_said_of", l)) }
                        ul { @for part in list(r, "parts") { li { @if let Some(w) = part.get("window") { (values::stretch(w, l)) } ": " (number(part, "confirmed", l)) " / " (number(part, "out_of", l))
                            @if part.get("in_the_fraction").and_then(Value::as_bool) == Some(false) { " · " (l.t("ledger-not-in-fraction")) } } } }
                    } } }
                    p class="note" { (l.t("ledger-never-added")) } }
            }
            @let thirds = list(&self.concordance, "by_no_guarantor");
            @if !thirds.is_empty() { section { h2 { (l.t("ledger-in-none")) }
                ul { @for t in thirds { li { a href={ "/incidents/" (text(t, "incident")) } { code { (text(t, "incident")) } } " " (values::names(list(t, "recorders").iter().map(|r| self.name(text(r, "recorded_by"))), l)) } } } } }
        }
    }

    fn calls(&self, l: &Locale) -> Markup {
        html! {
            section { h2 { (l.t("ledger-calls")) }
                p class="counts" { (l.word("call", "answered")) ": " (number(&self.calls, "answered", l)) " · " (l.t("ledger-unanswered")) ": " (number(&self.calls, "unanswered", l)) " · " (l.word("call", "overdue")) ": " (number(&self.calls, "overdue", l)) }
                @if list(&self.calls, "calls").is_empty() { p class="empty" { (l.t("ledger-empty")) } }
                ul { @for c in list(&self.calls, "calls") { li { code { (text(c, "id")) } " " bdi { (self.name(text(c, "from"))) } " → " bdi { (self.name(text(c, "to"))) } " " span class="pill" { (word(l, "call", text(c, "state"))) } } } } }
        }
    }

    fn access(&self, l: &Locale) -> Markup {
        let none = Value::Null;
        let access = self.coverage.get("access").unwrap_or(&none);
        html! {
            section { h2 { (l.t("ledger-access")) }
                @if list(access, "requests").is_empty() { p class="empty" { (l.t("ledger-empty")) } } @else {
                    p class="counts" { (l.word("access-outcome", "denied")) ": " (l.t_with("ledger-share", &[("part", part(access, "denied")), ("of", part(access, "of_known_outcome"))])) " · " (l.word("access-outcome", "disputed")) ": " (number(access, "disputed", l)) " · " (l.word("access-outcome", "open")) ": " (number(access, "open", l)) }
                    ul { @for r in list(access, "requests") { li { code { (text(r, "id")) } " " bdi { (text(r, "area")) } " · " span dir="auto" { (text(r, "purpose")) } " " span class="pill" { (word(l, "access-outcome", match text(r, "outcome") { "" if r.get("disputed").and_then(Value::as_bool) == Some(true) => "disputed", "" => "open", known => known })) } } } }
                } }
            section { h2 { (l.t("ledger-observations")) }
                @if self.observations.is_empty() { p class="empty" { (l.t("ledger-empty")) } }
                ul { @for o in &self.observations { li { (word(l, "observed", &o.unit)) ": " (l.t_with("at-least", &[("number", o.least.into())])) " · " (l.t_with("count-entries", &[("count", o.entries.into())])) @if let Some(a) = &o.assessed_as { " · " bdi { (a) } } } } } }
        }
    }
}

fn part(value: &Value, name: &str) -> crate::desk::locale::Arg {
    value.get(name).and_then(Value::as_i64).unwrap_or(0).into()
}

/// What could not be seen, beside a zero.
fn beside_zero(zero: &Value, l: &Locale) -> Markup {
    html! {
        p class="notice" { (l.t("ledger-beside-zero")) " "
            @if zero.get("entries_of_coverage").and_then(Value::as_i64) == Some(0) { (l.t("coverage-no-entry")) }
            @else { (values::names(texts(zero, "hindered"), l)) } }
    }
}

impl Screen for Ledgers {
    fn title(&self, locale: &Locale) -> String {
        locale.t("ledger-title")
    }

    fn place(&self) -> &'static str {
        "/ledgers"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            (values::period_form(shell, "/ledgers", self.from.as_deref(), self.to.as_deref()))
            p class="note" { (l.t("ledger-recorded-not-done")) }
            p { a href="/ledgers/entries" { (l.t("ledger-all-entries")) } @if shell.reader.may(Action::Record, &Object::Mission).is_ok() { " · " a href="/ledgers/new" { (l.t("ledger-enter")) } } }
            (self.lists(l))
            (self.pairs(l))
            (self.calls(l))
            (self.access(l))
        }
    }
}

/// The form for entries, with what is wrong with them.
#[derive(Debug, Default, Serialize)]
pub struct Entry {
    /// What was typed.
    pub text: String,
    /// Problems at their lines.
    pub problems: Vec<Line>,
}

/// A problem at a line.
#[derive(Debug, Serialize)]
pub struct Line {
    /// The line; 0: the whole.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

/// The empty form.
pub fn new(_: &Context) -> Result<Entry, Problem> {
    Ok(Entry::default())
}

/// Enters what was typed, held to the checks of `armistice record --from`. What is refused comes back with every problem at its line.
pub fn enter(asked: &Context) -> Result<Response, Problem> {
    let typed = asked.fields.iter().find(|(n, _)| n == "entries").map_or("", |(_, v)| v.as_str());
    if typed.len() > FILE_MAX {
        return Err(Problem::new(413, format!("More than {FILE_MAX} bytes."), "Enter it in parts."));
    }
    let back = |problems: Vec<Line>| {
        if asked.json {
            let problem =
                Problem::new(422, "The entries are refused.", "Mend the lines that are named; see docs/ledgers.md.");
            let at = |problem: Problem, l: Line| {
                problem.at(format!("/entries#line={}", l.line), format!("{}. {}", l.what.trim_end_matches('.'), l.hint))
            };
            return Err(problems.into_iter().fold(problem, at));
        }
        Ok(shown(asked, StatusCode::UNPROCESSABLE_ENTITY, &Entry { text: typed.to_owned(), problems }))
    };
    let (entries, problems) = ledger_file::read(typed.as_bytes());
    if !problems.is_empty() {
        return back(problems.into_iter().map(|p| Line { line: p.line, what: p.what, hint: p.hint }).collect());
    }
    if entries.is_empty() {
        return back(vec![Line {
            line: 0,
            what: "No entry stands here.".to_owned(),
            hint: "See docs/ledgers.md.".to_owned(),
        }]);
    }
    let terminal = Terminal::keeping();
    if let Err(f) = take::take(&asked.desk.mission, typed.as_bytes(), "what was typed", false, &terminal) {
        return back(vec![Line { line: 0, what: f.sentence, hint: f.hint.unwrap_or_default() }]);
    }
    let (said, _) = terminal.kept();
    asked.desk.snapshots.refresh(&asked.desk.mission)?;
    let said = serde_json::from_str(&said).unwrap_or(Value::Null);
    let done = Done::Said { to: "/ledgers/entries".to_owned(), said };
    let Done::Said { to, said } = done;
    Ok(if asked.json {
        super::json(StatusCode::OK, &said)
    } else {
        (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
    })
}

impl Screen for Entry {
    fn title(&self, locale: &Locale) -> String {
        locale.t("ledger-enter")
    }

    fn place(&self) -> &'static str {
        "/ledgers"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            @if !self.problems.is_empty() {
                div class="problem" role="alert" { p { (l.t("ledger-refused")) }
                    ul { @for p in &self.problems { li { @if p.line > 0 { (l.t_with("ledger-line", &[("n", p.line.into())])) ": " } span dir="auto" { (p.what) " " span class="next" { (p.hint) } } } } } }
            }
            p { (l.t("ledger-enter-note")) }
            form class="stack" method="post" action="/ledgers/new" data-draft="ledger-new" { (shell.csrf())
                p class="field" { label for="entries" { (l.t("ledger-entries")) }
                    textarea id="entries" name="entries" rows="18" dir="ltr" spellcheck="false" maxlength="200000" required { (self.text) } }
                button class="button" { (l.t("do-add")) }
            }
        }
    }
}
