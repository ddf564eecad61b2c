//! Home: what is here in one sentence, and where to go first.
//!
//! Must not: call anything a violation, or count documents where origins are meant.

use super::{Context, Screen};
use crate::desk::{
    locale::{Arg, Locale},
    page::Shell,
    problem::Problem,
};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;

/// What the desk holds, in numbers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Home {
    /// The mission's title.
    pub mission: String,
    /// Documents.
    pub documents: usize,
    /// Independent origins, at least.
    pub origins_low: u32,
    /// Independent origins, at most.
    pub origins_high: u32,
    /// Incidents.
    pub incidents: usize,
    /// Those with a place below a province and a day.
    pub checkable: Vec<Brief>,
    /// Claims that cannot both be true.
    pub contradictions: usize,
    /// The first pair of documents that share text.
    pub copied: Option<(String, String)>,
    /// Cases that are open.
    pub cases_open: usize,
    /// Clocks of cases that have run out.
    pub overdue: usize,
    /// Things that could not be read or folded.
    pub problems: Vec<crate::output::brief_v1::Problem>,
}

/// An incident in a line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Brief {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// Makes it.
pub fn view(asked: &Context) -> Result<Home, Problem> {
    use armistice_core::case::clocks::Standing;
    let brief = &asked.brief;
    let timed = asked.snapshot.timed();
    let precise = |i: &&crate::output::brief_v1::Incident| {
        let placed = i
            .place
            .as_ref()
            .is_some_and(|p| matches!(p.precision.as_str(), "exact" | "settlement" | "near" | "admin3"));
        let timed = i
            .time
            .as_ref()
            .is_some_and(|t| matches!(t.precision.as_str(), "minute" | "hour" | "part_of_day" | "day" | "days"));
        placed && timed && !i.aggregate
    };
    let open: Vec<_> = timed.cases.cases.values().filter(|c| c.closed.is_none()).collect();
    Ok(Home {
        mission: brief.mission.title.clone(),
        documents: brief.documents.len(),
        origins_low: brief.origins.iter().map(|o| o.low).sum(),
        origins_high: brief.origins.iter().map(|o| o.high).sum(),
        incidents: brief.incidents.len(),
        checkable: brief
            .incidents
            .iter()
            .filter(precise)
            .take(5)
            .map(|i| Brief { id: i.id.clone(), title: i.title.clone() })
            .collect(),
        contradictions: brief.contradictions.iter().filter(|c| c.relation == "contradiction").count(),
        copied: brief.copies.iter().find(|c| c.bond == "same").map(|c| (c.a.clone(), c.b.clone())),
        cases_open: open.len(),
        overdue: open.iter().flat_map(|c| &c.clocks).filter(|c| c.standing == Standing::Overdue).count(),
        problems: brief.problems.clone(),
    })
}

impl Screen for Home {
    fn title(&self, locale: &Locale) -> String {
        locale.t("nav-home")
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        let n = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
        html! {
            p class="lead" {
                (l.t_with("home-documents", &[("n", n(self.documents))])) " "
                (l.t_with("home-origins", &[("origins", l.origins(self.origins_low, self.origins_high).into())])) " "
                (l.t_with("home-checkable", &[("n", n(self.checkable.len()))])) " "
                (l.t_with("home-contradictions", &[("n", n(self.contradictions))]))
            }
            @if self.documents == 0 { p class="empty" { (l.t("home-empty")) } }
            nav class="ways" aria-label=(l.t("home-ways")) {
                @if let Some(first) = self.checkable.first() { a class="way" href={ "/incidents/" (first.id) } { (l.t("home-see-incident")) } }
                @if let Some((a, b)) = &self.copied { a class="way" href={ "/documents/" (a) "/beside/" (b) } { (l.t("home-see-copies")) } }
                a class="way" href="/incidents?q=has:contradiction" { (l.t("home-see-contradictions")) }
                a class="way" href="/verify" { (l.t("home-verify")) }
            }
            dl class="figures" {
                div { dt { (l.t("nav-incidents")) } dd { a href="/incidents" { (l.number(i64::try_from(self.incidents).unwrap_or(i64::MAX))) } } }
                div { dt { (l.t("home-cases-open")) } dd { a href="/cases" { (l.number(i64::try_from(self.cases_open).unwrap_or(i64::MAX))) } } }
                div { dt { (l.t("home-overdue")) } dd { (l.number(i64::try_from(self.overdue).unwrap_or(i64::MAX))) } }
            }
            @if !self.problems.is_empty() {
                section class="problems" { h2 { (l.t("home-problems")) }
                    ul { @for p in &self.problems { li { strong { (shell.name(&p.thing)) } " " (p.what) " " span class="next" { (p.next) } } } } }
            }
        }
    }
}
