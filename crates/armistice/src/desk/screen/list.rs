//! A list: one query, four views, everything in the address.
//!
//! Must not: show a row that the query does not match, or pass over rows that the reader may not see without saying how many.

use super::{
    Context, Screen,
    ground::{self, Ground},
    incident,
};
use crate::desk::{
    assets,
    index::{self, Page, Restricted, Row},
    locale::Locale,
    page::Shell,
    problem::Problem,
    query::{Field, Kind, Query, QueryProblem, View, columns},
};
use maud::{Markup, html};
use serde::Serialize;

/// A page of a list.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct List {
    /// The query as it was understood.
    pub query: Query,
    /// The same in words, as the search field has them.
    pub words: String,
    /// The rows. Named as the API promises.
    pub items: Vec<Row>,
    /// Where the next page begins; `null` at the end.
    pub next: Option<String>,
    /// All that match.
    pub total: u64,
    /// Rows of this list that are hidden by the reader's access.
    pub hidden: u64,
    /// Rows whose time surely lies in the stretch asked for.
    pub surely: Option<u64>,
    /// Values of fields in the result.
    pub facets: Vec<index::Facet>,
    /// Rows by day.
    pub histogram: index::Histogram,
    /// Zones, and where nobody could see: of the map and the timeline.
    pub ground: Option<Ground>,
    #[serde(skip)]
    path: &'static str,
}

/// What a reader may see of the lists.
#[must_use]
pub fn sight(asked: &Context) -> index::Access {
    let granted = asked.reader.sight.granted.iter().filter_map(|k| k.split_once(':').map(|(_, id)| id.to_owned()));
    index::Access { restricted: Restricted::Only(granted.collect()) }
}

/// What is wrong with a query, as a problem.
#[must_use]
pub fn wrong(problems: &[QueryProblem]) -> Problem {
    let mut problem = Problem::new(
        422,
        "The query cannot be understood as it stands.",
        "Mend the parts that are named; the help of the search lists what there is.",
    );
    for p in problems {
        let mut detail = format!("`{}`: {}", p.text, p.wrong.id().replace('_', " "));
        if let Some(instead) = &p.instead {
            detail.push_str(&format!("; write {instead}"));
        }
        if !p.did_you_mean.is_empty() {
            detail.push_str(&format!("; near: {}", p.did_you_mean.join(", ")));
        }
        problem = problem.at(p.parameter.clone(), detail);
    }
    problem
}

/// Why a query has no answer, as a problem: a cursor of another list is the client's to mend, tables that cannot be read are not.
pub fn unanswered(why: index::IndexError) -> Problem {
    match why {
        index::IndexError::Query(problems) => wrong(&problems),
        index::IndexError::Tables(why) => Problem::new(503, why, "Try again in a moment."),
    }
}

fn make(asked: &Context, kind: Kind, path: &'static str) -> Result<List, Problem> {
    let query = Query::from_url(kind, &without_lang(&asked.query)).map_err(|p| wrong(&p))?;
    let Page { rows, total, surely, hidden, next, facets, histogram, .. } =
        asked.snapshot.index.page(&query, &sight(asked)).map_err(unanswered)?;
    let ground = matches!(query.view, View::Map | View::Timeline).then(|| Ground::of(asked, &ground::days(&query)));
    Ok(List {
        ground,
        words: query.words(),
        items: rows,
        next: next.map(|c| c.0),
        total,
        hidden,
        surely,
        facets,
        histogram,
        path,
        query,
    })
}

/// The language is no part of a query.
fn without_lang(query: &str) -> String {
    query.split('&').filter(|p| !p.starts_with("lang=")).collect::<Vec<_>>().join("&")
}

/// The incidents.
pub fn incidents(asked: &Context) -> Result<List, Problem> {
    make(asked, Kind::Incidents, "/incidents")
}

/// The claims.
pub fn claims(asked: &Context) -> Result<List, Problem> {
    make(asked, Kind::Claims, "/claims")
}

/// The documents: the inbox is this list in the order of need.
pub fn documents(asked: &Context) -> Result<List, Problem> {
    make(asked, Kind::Documents, "/documents")
}

/// The cases.
pub fn cases(asked: &Context) -> Result<List, Problem> {
    make(asked, Kind::Cases, "/cases")
}

/// The obligations.
pub fn obligations(asked: &Context) -> Result<List, Problem> {
    make(asked, Kind::Obligations, "/obligations")
}

/// Entries of the ledgers.
pub fn ledger(asked: &Context) -> Result<List, Problem> {
    make(asked, Kind::Ledger, "/ledgers/entries")
}

/// Persons named.
pub fn people(asked: &Context) -> Result<List, Problem> {
    make(asked, Kind::People, "/people")
}

/// Where a row leads.
#[must_use]
pub fn link(row: &Row) -> Option<String> {
    let item = &row.item;
    match item.kind {
        Kind::Incidents => Some(format!("/incidents/{}", item.id)),
        Kind::Claims => item.documents.first().map(|d| format!("/documents/{d}#{}", item.id)),
        Kind::Documents => Some(format!("/documents/{}", item.id)),
        Kind::Cases => Some(format!("/cases/{}", item.id)),
        Kind::Obligations | Kind::Ledger | Kind::People => None,
    }
}

impl Screen for List {
    fn title(&self, locale: &Locale) -> String {
        locale.t(&format!("nav-{}", self.query.kind.id()))
    }

    fn place(&self) -> &'static str {
        self.path
    }

    fn next_page(&self) -> Option<String> {
        let next = self.next.as_ref()?;
        Some(self.address(|q| q.cursor = Some(crate::desk::query::Cursor(next.clone()))))
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            form class="filters" method="get" action=(self.path) role="search" aria-label=(l.t("query-words")) {
                label class="visually-hidden" for="list-q" { (l.t("query-words")) }
                input id="list-q" type="search" name="q" value=(self.words) size="60" autocomplete="off" spellcheck="false" dir="auto";
                @if self.query.view != View::Table { input type="hidden" name="view" value=(self.query.view.id()); }
                button { (l.t("query-search")) }
                a href="/help/query" { (l.t("query-help")) }
            }
            nav class="switch" aria-label=(l.t("query-views")) {
                @for view in View::ALL {
                    a href=(self.address(|q| q.view = view)) aria-current=[(view == self.query.view).then_some("true")] { (l.word("view", view.id())) }
                }
            }
            p class="counts" role="status" {
                (l.t_with("query-shown", &[("n", self.items.len().into()), ("m", self.total.into())]))
                @if let Some(n) = self.surely { " " (l.t_with("query-surely", &[("n", n.into())])) }
                @if self.hidden > 0 { " " (l.t_with("query-hidden", &[("n", self.hidden.into())])) }
            }
            (self.facets(l))
            @match self.query.view {
                View::Table => { (self.table(shell)) }
                View::Cards => { (self.cards(shell)) }
                View::Map => {
                    div class="map-frame" data-island="map" data-source={ "/api/v1/map?" (self.query.to_url()) } { p class="map-note" { (l.t("web-map-boundaries")) } }
                    @if let Some(ground) = &self.ground { (ground.words(shell)) }
                    (self.table(shell))
                }
                View::Timeline => { (self.timeline(shell)) (self.table(shell)) }
            }
            nav class="pager" {
                @if let Some(next) = self.next_page() { a rel="next" href=(next) { (l.t("query-next")) } }
            }
            @if self.query.kind == Kind::Claims && self.total > 0 { (super::jobs::form(&self.query.whole().to_url(), self.total, shell)) }
            details class="menu" { summary { (l.t("query-export")) }
                ul { @for format in crate::desk::export::Format::ALL {
                    li { a download href={ "/export/" (self.query.kind.id()) "." (format.id()) "?" (self.query.whole().to_url()) } { (format.id()) } }
                } }
            }
            form class="field" method="post" action="/searches" { (shell.csrf())
                input type="hidden" name="address" value={ (self.path) "?" (self.query.whole().to_url()) };
                label { (l.t("query-save-as")) " " input name="name" required maxlength="80"; }
                button { (l.t("query-save")) }
            }
        }
    }
}

impl List {
    fn address(&self, change: impl FnOnce(&mut Query)) -> String {
        let mut query = self.query.whole();
        change(&mut query);
        let url = query.to_url();
        if url.is_empty() { self.path.to_owned() } else { format!("{}?{url}", self.path) }
    }

    fn facets(&self, l: &Locale) -> Markup {
        html! {
            @if !self.facets.is_empty() {
                details class="facets" { summary { (l.t("query-facets")) }
                    @for facet in &self.facets {
                        fieldset { legend { (l.word("field", facet.field.id())) }
                            ul { @for v in &facet.values {
                                @let words = format!("{} {}:{}", self.words, facet.field.id(), quoted(&v.value));
                                li { a href={ (self.path) "?q=" (escaped(words.trim())) } aria-current=[v.chosen.then_some("true")] { bdi { (facet_word(self.query.kind, facet.field, &v.value, l)) } } " " (l.number(i64::try_from(v.rows).unwrap_or(i64::MAX))) }
                            }
                            @if facet.more > 0 { li class="muted" { (l.t_with("query-more", &[("n", facet.more.into())])) } }
                            @if facet.without > 0 { li class="muted" { (l.t_with("query-without", &[("n", facet.without.into())])) } } }
                        }
                    }
                }
            }
        }
    }

    /// What the table shows: several columns of an export stand in one cell.
    fn columns(&self) -> Vec<&'static str> {
        let chosen: Vec<&str> = if self.query.columns.is_empty() {
            columns::usual(self.query.kind).to_vec()
        } else {
            self.query.columns.iter().map(String::as_str).collect()
        };
        let mut shown = Vec::new();
        for column in chosen {
            let cell = match column {
                "from" | "to" | "time_precision" | "time_match" => "when",
                "place" | "place_precision" | "adm1" | "country" | "latitude" | "longitude" | "radius_m" => "place",
                "origins_min" | "origins_max" => "origins",
                "harm_min" | "harm_max" | "harm_what" => "harm",
                "id" | "title" => continue,
                other => match columns::ALL.iter().find(|c| **c == other) {
                    Some(known) => known,
                    None => continue,
                },
            };
            if !shown.contains(&cell) {
                shown.push(cell);
            }
        }
        shown
    }

    fn table(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let columns = self.columns();
        html! {
            @if self.items.is_empty() { p class="empty" { (l.t("query-nothing")) } }
            @else {
                div class="table" tabindex="0" role="region" aria-label=(l.t(&format!("nav-{}", self.query.kind.id()))) data-island="table" data-kind=(self.query.kind.id()) {
                    table {
                        thead { tr { th scope="col" { (l.t("col-title")) } @for c in &columns { th scope="col" { (l.word("col", c)) } } } }
                        tbody { @for row in &self.items {
                            tr data-id=(row.item.id) {
                                th scope="row" {
                                    @if let Some(act) = row.item.kinds.first().filter(|_| row.item.kind == Kind::Incidents) { (assets::symbol(act, row.item.status.as_deref().unwrap_or("unknown"))) " " }
                                    (title(row, shell))
                                }
                                @for c in &columns { td { (cell(row, c, l)) } }
                            }
                        } }
                    }
                }
            }
        }
    }

    fn cards(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let columns = self.columns();
        html! {
            @if self.items.is_empty() { p class="empty" { (l.t("query-nothing")) } }
            ul class="cards" { @for row in &self.items {
                li class="card" data-id=(row.item.id) {
                    h2 { (title(row, shell)) }
                    dl class="facts" { @for c in &columns { dt { (l.word("col", c)) } dd { (cell(row, c, l)) } } }
                }
            } }
        }
    }

    fn timeline(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let marks: Vec<_> = self
            .items
            .iter()
            .map(|r| {
                serde_json::json!({ "id": r.item.id, "title": r.item.title, "from": r.item.when.as_ref().and_then(|w| w.from.clone()),
                    "to": r.item.when.as_ref().and_then(|w| w.to.clone()), "band": r.item.recorded_by.first().or(r.item.sources.first()), "href": link(r) })
            })
            .collect();
        html! {
            div class="timeline" data-island="timeline" { (Shell::data(&serde_json::json!({ "marks": marks, "days": self.histogram.days, "uncovered": self.ground.as_ref().map(|g| &g.uncovered) }))) }
            @if let Some(ground) = &self.ground { (ground.gaps(l)) }
            p class="counts" {
                (l.t_with("query-longer", &[("n", self.histogram.longer.into())])) " "
                (l.t_with("query-undated", &[("n", self.histogram.undated.into())]))
            }
        }
    }
}

fn title(row: &Row, shell: &Shell<'_>) -> Markup {
    let title = incident::named_row(&row.item, shell.locale);
    html! {
        @match link(row) { Some(to) => a href=(to) { (shell.name(&title)) }, None => (shell.name(&title)) }
        @if row.item.restricted { " " (assets::icon("lock")) }
        @if let Some(found) = &row.snippet { p class="small" dir="auto" { (marked(found)) } }
    }
}

fn marked(found: &index::Snippet) -> Markup {
    let mut ends: Vec<usize> = found.hits.iter().map(|(_, to)| *to).collect();
    ends.insert(0, 0);
    html! {
        @for ((from, to), before) in found.hits.iter().zip(&ends) {
            (found.text.get(*before..*from).unwrap_or_default()) mark { (found.text.get(*from..*to).unwrap_or_default()) }
        }
        (found.text.get(ends.last().copied().unwrap_or(0)..).unwrap_or_default())
    }
}

/// One cell. What is not known is said to be so.
fn cell(row: &Row, column: &str, l: &Locale) -> Markup {
    let i = &row.item;
    let unknown = || html! { span class="unknown" { (l.t("unknown")) } };
    let names = |list: &[String]| {
        if list.is_empty() {
            unknown()
        } else {
            html! { @for n in list { bdi { (n) } " " } }
        }
    };
    let range = |c: &index::Count| match (c.low, c.high) {
        (None, None) => unknown(),
        (Some(a), Some(b)) if a == b => html! { (l.number(a.into())) },
        (a, b) => {
            html! { @if let Some(a) = a { (l.number(a.into())) } "–" @if let Some(b) = b { (l.number(b.into())) } }
        }
    };
    match column {
        "when" => match &i.when {
            Some(w) => html! {
                (l.time(&crate::output::brief_v1::Time { from: w.from.clone(), to: w.to.clone(), precision: w.precision.clone(), basis: String::new() }))
                @if row.time_match == Some(index::TimeMatch::Possibly) { " " span class="pill" { (l.t("query-possibly")) } }
            },
            None => unknown(),
        },
        "place" => match &i.place {
            Some(p) => {
                html! { bdi { (p.name.as_deref().unwrap_or(&p.text)) } @if let Some(a) = p.adm1.as_deref().filter(|a| Some(*a) != p.name.as_deref()) { ", " bdi { (a) } } }
            }
            None => unknown(),
        },
        "status" => match &i.status {
            Some(s) => html! { span class={ "pill pill-" (s.replace('_', "-")) } { (l.word(status_kind(i.kind), s)) } },
            None => unknown(),
        },
        "kinds" => match i.kinds.first() {
            Some(k) => html! { (l.word(kind_kind(i.kind), k)) },
            None => unknown(),
        },
        "origins" => range(&i.origins),
        "harm" => range(&i.harm),
        "scope" => {
            html! { @if i.scope.is_empty() { (unknown()) } @for s in &i.scope { span class={ "pill pill-" (s.replace('_', "-")) } { (l.word("scope", s)) } " " } }
        }
        "parties" => names(&i.parties),
        "recorded_by" => names(&i.recorded_by),
        "sources" => names(&i.sources),
        "languages" => names(&i.languages),
        "reference" => html! { code { (i.reference) } },
        "received" => moment(i.received, l),
        "updated" => moment(i.updated, l),
        "needs" => {
            html! { span title=(l.t_with("query-needs", &[("harm", row.needs.harm.into()), ("age", row.needs.age.into()), ("origin", row.needs.origin.into())])) { (l.number(row.needs.score.into())) } }
        }
        "documents" => html! { (l.number(i64::try_from(i.documents.len()).unwrap_or(i64::MAX))) },
        _ => html! {},
    }
}

fn moment(at: Option<i64>, l: &Locale) -> Markup {
    match at.and_then(|t| jiff::Timestamp::from_second(t).ok()) {
        Some(t) => html! { time datetime=(t) { (l.moment(t)) } },
        None => html! { span class="unknown" { (l.t("unknown")) } },
    }
}

const fn status_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Incidents => "status",
        Kind::Cases => "case-state",
        Kind::Obligations => "obligation-state",
        Kind::Claims => "polarity",
        Kind::Documents | Kind::Ledger | Kind::People => "status",
    }
}

const fn kind_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Incidents | Kind::Cases => "act",
        Kind::Claims => "claim-kind",
        Kind::Documents => "format",
        Kind::Ledger => "ledger-kind",
        Kind::Obligations | Kind::People => "kind",
    }
}

/// The word for a value of a facet, where the field knows its values; the value itself where it is a name.
fn facet_word(kind: Kind, field: Field, value: &str, l: &Locale) -> String {
    let words: &[&str] = match field {
        Field::Status => &[status_kind(kind), "scope"],
        Field::Scope => &["scope"],
        Field::Kind => &[kind_kind(kind), "act", "act-group"],
        Field::Precision => &["place-precision"],
        Field::Time => &["time-match"],
        Field::Is => &["is"],
        Field::Has => &["has"],
        Field::Class => &["class"],
        Field::Id
        | Field::Adm1
        | Field::Country
        | Field::Place
        | Field::Party
        | Field::RecordedBy
        | Field::Source
        | Field::Language
        | Field::About
        | Field::Since
        | Field::Until
        | Field::Origins
        | Field::Harm
        | Field::Documents
        | Field::ChangedSince => &[],
    };
    words.iter().find(|w| l.has_word(w, value)).map_or_else(|| value.to_owned(), |w| l.word(w, value))
}

fn quoted(value: &str) -> String {
    if value.contains(|c: char| c.is_whitespace() || c == '"') {
        format!("\"{}\"", value.replace('"', ""))
    } else {
        value.to_owned()
    }
}

/// Percent-encoding of a value in a query string.
#[must_use]
pub fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
