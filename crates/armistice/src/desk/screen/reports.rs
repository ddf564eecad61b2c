//! Reports: those that were issued, the preview of a period, and the files of both.
//!
//! Must not: give a file under the digest of an issued report that has another one, or let a public edition out that the list of
//! its fields does not allow.

use super::{Context, Done, Screen, values};
use crate::{
    brief,
    desk::{
        access::{Action, Object},
        act,
        locale::Locale,
        page::Shell,
        problem::Problem,
    },
    mission,
    output::{page_html, page_pdf, report_v1::Report},
    report::{self, Inputs, Kind},
    wording::Language,
};
use armistice_core::{
    named::Named as _,
    record::Step,
    statement::ledger::{Edition, ReportIssued},
};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The formats of a report.
pub const FORMATS: [&str; 5] = ["html", "pdf", "json", "csv", "geojson"];

/// What a document of others' words may do in a browser: be shown. Its styles stand in it; no script, form or link to outside runs.
pub const SANDBOX: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/// The reports of the mission.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Reports {
    /// The issued ones, the newest first.
    pub items: Vec<Issued>,
    /// Where the next page begins: nowhere, all of it stands on this one.
    pub next: Option<String>,
    /// First day of the preview.
    pub from: Option<String>,
    /// Last day of the preview.
    pub to: Option<String>,
    /// The edition of the preview.
    pub edition: String,
    /// The kind of the preview.
    pub kind: String,
}

/// An issued report.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Issued {
    /// Its id.
    pub id: String,
    /// Its number in its series.
    pub number: u32,
    /// `internal` or `public`.
    pub edition: String,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// The SHA-256 of its JSON form.
    pub digest: String,
    /// Who issued it.
    pub member: String,
    /// When, by its author: seconds since 1970.
    pub at: i64,
    /// The report that it replaces.
    pub supersedes: Option<String>,
    /// The one that replaces it.
    pub superseded_by: Option<String>,
}

/// The issued reports, the newest first.
#[must_use]
pub fn issued(asked: &Context) -> Vec<Issued> {
    let all = &asked.snapshot.ledgers.reports;
    let mut list: Vec<Issued> = all
        .iter()
        .map(|(id, s)| Issued {
            id: id.to_string(),
            number: s.body.number,
            edition: s.body.edition.id().to_owned(),
            from: s.body.period.from.map(|m| m.to_string()),
            to: s.body.period.to.map(|m| m.to_string()),
            digest: s.body.digest.to_string(),
            member: s.at.member.clone(),
            at: s.asserted,
            supersedes: s.body.supersedes.as_ref().map(ToString::to_string),
            superseded_by: all
                .iter()
                .find(|(_, o)| o.body.supersedes.as_ref() == Some(id))
                .map(|(other, _)| other.to_string()),
        })
        .collect();
    list.sort_by_key(|r| std::cmp::Reverse(r.at));
    list
}

/// The list, and the form of a preview.
pub fn view(asked: &Context) -> Result<Reports, Problem> {
    let given = |name, usual: &str| asked.parameter(name).filter(|v| !v.is_empty()).unwrap_or_else(|| usual.to_owned());
    Ok(Reports {
        next: None,
        items: issued(asked),
        from: asked.parameter("from").filter(|v| !v.is_empty()),
        to: asked.parameter("to").filter(|v| !v.is_empty()),
        edition: given("edition", "internal"),
        kind: given("kind", "period"),
    })
}

/// What is to be composed.
struct Wanted {
    from: Date,
    to: Date,
    kind: Kind,
    edition: Edition,
    cut_off: i64,
}

/// A report is composed of the whole record: whoever does not see the whole gets none but what was published.
fn whole(asked: &Context) -> Result<(), Problem> {
    if asked.snapshot.unseen.is_empty() {
        return Ok(());
    }
    Err(Problem::new(
        403,
        "A report is made of the whole record, and some of it is hidden by your access.",
        "Ask somebody who was let in to all of it, or take a report in its public edition.",
    ))
}

fn compose(asked: &Context, w: &Wanted) -> Result<(Report, String), Problem> {
    whole(asked)?;
    let mission = &asked.desk.mission;
    let holdings = mission.read()?;
    let (registers, as_of) = (mission::statements(&holdings.registers), brief::as_of(&holdings));
    drop(holdings);
    let inputs = Inputs {
        mission: &mission.file.id,
        title: &mission.file.title,
        registers: &registers,
        as_of: &as_of,
        from: w.from,
        to: w.to,
        cut_off: w.cut_off,
        kind: w.kind,
        edition: w.edition,
    };
    let composed = report::compose(&inputs)
        .map_err(|e| Problem::new(422, e.to_string(), "Choose other days, or another kind."))?;
    let broken = |e: serde_json::Error| Problem::new(500, e.to_string(), "Report this.");
    let json = report::json(&composed).map_err(broken)?;
    if w.edition == Edition::Public {
        let more = report::edition::unlisted(&serde_json::from_str(&json).map_err(broken)?);
        if !more.is_empty() {
            return Err(Problem::new(
                500,
                format!("The public edition would hold fields that are not on its list: {}.", more.join(", ")),
                "Report this.",
            ));
        }
    }
    Ok((composed, json))
}

/// Composes an issued report again, and holds it against its digest.
pub fn again(asked: &Context, issued: &Step<ReportIssued>) -> Result<(Report, String), Problem> {
    let day = |m: Option<armistice_core::time::Moment>| {
        m.and_then(|m| m.to_string().get(..10).and_then(|d| d.parse::<Date>().ok()))
    };
    let (Some(from), Some(to)) = (day(issued.body.period.from), day(issued.body.period.to)) else {
        return Err(Problem::new(
            409,
            "The report states no first or last day, so it cannot be composed again.",
            "Ask its author for the file.",
        ));
    };
    // A report is dated a second after its cut-off.
    let cut_off = issued.asserted.saturating_sub(1);
    for cut_off in [cut_off, issued.asserted] {
        for kind in Kind::ALL {
            let wanted = Wanted { from, to, kind: *kind, edition: issued.body.edition, cut_off };
            if let Ok((report, json)) = compose(asked, &wanted)
                && <[u8; 32]>::from(Sha256::digest(json.as_bytes())) == issued.body.digest.0
            {
                return Ok((report, json));
            }
        }
    }
    Err(Problem::new(
        409,
        "What the registers here give has another digest than the report that was issued.",
        "Exchange registers, or ask its author for the file.",
    ))
}

/// A report in a format, as a document of its own.
pub fn file(asked: &Context, report: &Report, json: &str, format: &str) -> Result<Response, Problem> {
    let language = match asked.locale.language {
        crate::desk::locale::Language::Ar => Language::Arabic,
        _ => Language::English,
    };
    let pages = || report::blocks::document(report, language);
    let (media, bytes) = match format {
        "html" => ("text/html; charset=utf-8", page_html::render(&pages()).into_bytes()),
        "pdf" => (
            "application/pdf",
            page_pdf::render(&pages()).map_err(|e| Problem::new(500, e.to_string(), "Take the page instead."))?,
        ),
        "json" => ("application/json", json.as_bytes().to_vec()),
        "csv" => ("text/csv; charset=utf-8", report::csv::render(report).into_bytes()),
        "geojson" => ("application/geo+json", report::geojson::render(report).to_string().into_bytes()),
        _ => return Err(Problem::not_here("format of this name")),
    };
    let name = format!("report-{}-{}.{format}", report.edition, report.title.number);
    let how = if format == "html" { "inline" } else { "attachment" };
    Ok((
        StatusCode::OK,
        [
            (header::CONTENT_TYPE, media.to_owned()),
            (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
            (header::CONTENT_DISPOSITION, format!("{how}; filename=\"{name}\"")),
        ],
        bytes,
    )
        .into_response())
}

/// The preview of a period.
pub fn preview(asked: &Context) -> Result<Response, Problem> {
    let day = |name: &str| {
        let given = asked.parameter(name).unwrap_or_default();
        given.parse::<Date>().map_err(|_| {
            Problem::new(422, "A day is missing.", "Give the first and the last day.")
                .at(name.to_owned(), "a day, such as 2017-01-15")
        })
    };
    let named = |name: &str, usual: &str| asked.parameter(name).unwrap_or_else(|| usual.to_owned());
    let (kind, edition) = (named("kind", "period"), named("edition", "internal"));
    let unknown = |what: &str| {
        Problem::new(422, format!("There is no {what} of this name."), "Choose among those that are offered.")
    };
    let wanted = Wanted {
        from: day("from")?,
        to: day("to")?,
        kind: Kind::ALL.iter().copied().find(|k| k.id() == kind).ok_or_else(|| unknown("kind of report"))?,
        edition: Edition::from_id(&edition).ok_or_else(|| unknown("edition"))?,
        cut_off: crate::clock::now(),
    };
    let (report, json) = compose(asked, &wanted)?;
    file(asked, &report, &json, &named("format", "html"))
}

/// The file of an issued report.
pub fn download(asked: &Context) -> Result<Response, Problem> {
    let step = find(asked, asked.named("id"))?;
    if step.body.edition != Edition::Public {
        whole(asked)?;
    }
    let (report, json) = again(asked, step)?;
    file(asked, &report, &json, asked.named("format"))
}

/// The issued report of an id.
pub fn find<'a>(asked: &'a Context, id: &str) -> Result<&'a Step<ReportIssued>, Problem> {
    let found = asked.snapshot.ledgers.reports.iter().find(|(r, _)| r.as_str() == id);
    found.map(|(_, s)| s).ok_or_else(|| Problem::not_here("report of this id"))
}

/// Issues the report of a period.
pub fn issue(asked: &Context) -> Result<Done, Problem> {
    act::say(asked, &["report"], &[], |_| "/reports".to_owned())
}

impl Screen for Reports {
    fn title(&self, locale: &Locale) -> String {
        locale.t("nav-reports")
    }

    fn place(&self) -> &'static str {
        "/reports"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let select = |name: &str, word: &str, values: &[&str], chosen: &str, label: &str| {
            html! {
                label for={ "report-" (name) } { (l.t(label)) }
                select id={ "report-" (name) } name=(name) { @for v in values { option value=(v) selected[*v == chosen] { (l.word(word, v)) } } }
            }
        };
        html! {
            section { h2 { (l.t("report-preview")) }
                form class="filters" method="get" action="/reports" {
                    label for="report-from" { (l.t("col-from")) } input id="report-from" type="date" name="from" required value=[self.from.as_deref()];
                    label for="report-to" { (l.t("col-to")) } input id="report-to" type="date" name="to" required value=[self.to.as_deref()];
                    (select("edition", "edition", &["internal", "public"], &self.edition, "report-edition"))
                    (select("kind", "report-kind", &["daily", "weekly", "period", "closing"], &self.kind, "col-kind"))
                    button { (l.t("do-preview")) }
                }
                @if let (Some(from), Some(to)) = (&self.from, &self.to) {
                    @let query = format!("from={}&to={}&edition={}&kind={}", super::list::escaped(from), super::list::escaped(to), super::list::escaped(&self.edition), super::list::escaped(&self.kind));
                    p { a class="button" href={ "/reports/preview?" (query) } { (l.t("report-open-preview")) }
                        @for f in FORMATS.iter().skip(1) { " " a download href={ "/reports/preview?" (query) "&format=" (f) } { (f) } } }
                    @if shell.reader.may(Action::Report, &Object::Mission).is_ok() {
                        form class="stack" method="post" action="/reports/issue" { (shell.csrf())
                            input type="hidden" name="from" value=(from); input type="hidden" name="to" value=(to); input type="hidden" name="edition" value=(self.edition); input type="hidden" name="kind" value=(self.kind); input type="hidden" name="issue" value="yes";
                            p { (l.t("report-issue-note")) }
                            button class="button" { (l.t("report-issue")) } }
                    }
                }
            }
            section { h2 { (l.t("report-all-issued")) }
                @if self.items.is_empty() { p class="empty" { (l.t("report-empty")) } }
                ul class="cards" { @for r in &self.items { li class="card" id=(r.id) { (one(r, "/reports", l)) } } } }
        }
    }
}

/// A report in a card.
#[must_use]
pub fn one(r: &Issued, base: &str, l: &Locale) -> Markup {
    html! {
        h3 { (l.t_with("report-number", &[("number", r.number.into())])) " " span class="pill" { (values::word(l, "edition", &r.edition)) } }
        p { (values::day(r.from.as_deref().unwrap_or(""), l)) " – " (values::day(r.to.as_deref().unwrap_or(""), l)) " · " bdi { (r.member) } " · " (values::moment(r.at, l)) }
        @if let Some(by) = &r.superseded_by { p class="notice" { (l.t("report-superseded")) " " a href={ "#" (by) } { code { (by) } } } }
        p { (l.t("col-digest")) " " code class="digest" { (r.digest) } }
        p { @for f in FORMATS { a href={ (base) "/" (r.id) "/" (f) } { (f) } " " } }
    }
}
