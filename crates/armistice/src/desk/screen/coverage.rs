//! What could be seen, where and on which day. No entry is not known, and silence is not peace.
//!
//! Must not: take a day without an entry for a quiet one.

use super::{
    Context, Screen,
    ledgers::{actors, period},
    values::{self, list, number, text, texts, word},
};
use crate::{
    cli::record::coverage,
    desk::{locale::Locale, page::Shell, problem::Problem},
};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

const SEEN: [&str; 4] = ["observed", "limited", "not_observed", "no_entry"];

/// What could be seen in a period.
#[derive(Debug, Serialize)]
pub struct Coverage {
    /// First day asked for.
    pub from: Option<String>,
    /// Last day asked for.
    pub to: Option<String>,
    /// As `armistice record coverage --json` prints it.
    #[serde(flatten)]
    pub value: Value,
    #[serde(skip)]
    actors: BTreeMap<String, String>,
}

/// Makes it.
pub fn view(asked: &Context) -> Result<Coverage, Problem> {
    let (from, to, period) = period(asked)?;
    Ok(Coverage { value: coverage::value(&asked.snapshot.record, &period), actors: actors(asked), from, to })
}

impl Screen for Coverage {
    fn title(&self, locale: &Locale) -> String {
        locale.t("coverage-title")
    }

    fn place(&self) -> &'static str {
        "/coverage"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let areas = list(&self.value, "areas");
        html! {
            (values::period_form(shell, "/coverage", self.from.as_deref(), self.to.as_deref()))
            p class="notice" role="note" { (l.t("list-not-calm")) " " (l.t("coverage-silence")) }
            @if areas.is_empty() { p class="empty" { (l.t("home-coverage-unknown")) } }
            @else {
                section { h2 { (l.t("coverage-what")) }
                    div class="table" tabindex="0" role="region" aria-label=(l.t("coverage-what")) { table {
                        thead { tr { th scope="col" { (l.t("col-place")) } @for s in SEEN { th scope="col" { (l.word("watch", s)) } } th scope="col" { (l.t("coverage-hindered")) } } }
                        tbody { @for a in areas { tr { th scope="row" { bdi { (text(a, "area")) } }
                            @for s in SEEN { td class="number" { (number(a.get("count").unwrap_or(&Value::Null), s, l)) } }
                            td { @for h in list(a, "hindrances") { (word(l, "hindrance", text(h, "what"))) " (" (number(h, "entries", l)) ") " (self.who(h, l)) " " } }
                        } } }
                    } } }
                section { h2 { (l.t("coverage-days")) }
                    p class="legend" { @for s in SEEN { span class={ "symbol seen seen-" (s.replace('_', "-")) @if s != "observed" { " hatched" } } { (mark(s)) } " " (l.word("watch", s)) " · " } }
                    @for a in areas {
                        div class="table" tabindex="0" role="region" aria-label=(text(a, "area")) {
                            table class="coverage" { caption { bdi { (text(a, "area")) } }
                                thead { tr { @for d in list(a, "days") { th scope="col" { (values::day(text(d, "day"), l)) } } } }
                                tbody { tr { @for d in list(a, "days") { @let s = text(d, "seen"); td class={ "seen seen-" (s.replace('_', "-")) @if s != "observed" { " hatched" } } data-seen=(s) { span aria-hidden="true" { (mark(s)) } span class="visually-hidden" { (l.word("watch", s)) } } } } } }
                        }
                        @if !list(a, "day_not_known").is_empty() { p class="note" { (l.t("coverage-undated")) ": " (l.number(i64::try_from(list(a, "day_not_known").len()).unwrap_or(i64::MAX))) } }
                    } }
            }
            section { h2 { (l.t("coverage-denied")) }
                @let hindered = list(&self.value, "obstructions");
                @if hindered.is_empty() { p class="empty" { (l.t("ledger-empty")) } }
                ul { @for o in hindered { li { bdi { (text(o, "area")) } " · " (values::stretch(o, l)) " · " (obstacle(text(o, "what"), l)) " · " (self.who(o, l)) " · " (l.t_with("coverage-according-to", &[("name", text(o, "entered_by").into())])) @if !text(o, "why").is_empty() { blockquote dir="auto" { (text(o, "why")) } } } } } }
        }
    }
}

/// The word for what hindered: of the coverage, or of a request for access.
fn obstacle(what: &str, l: &Locale) -> Markup {
    if l.has_word("hindrance", what) { word(l, "hindrance", what) } else { word(l, "access-outcome", what) }
}

const fn mark(seen: &str) -> &'static str {
    match seen.as_bytes() {
        b"observed" => "●",
        b"limited" => "◐",
        b"not_observed" => "○",
        _ => "?",
    }
}

impl Coverage {
    fn who(&self, value: &Value, l: &Locale) -> Markup {
        let mut all = texts(value, "by").peekable();
        if all.peek().is_none() {
            return html! { span class="unknown" { (l.t("coverage-nobody-named")) } };
        }
        values::names(all.map(|n| self.actors.get(n).map_or(n, String::as_str)), l)
    }
}
