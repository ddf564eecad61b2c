//! Two incidents side by side that may be one event. A person says what they are; the record is computed from it.
//!
//! Must not: join anything, or propose what was judged by this member already.

use super::{Context, Done, Screen, values};
use crate::{
    desk::{
        access::{Action, Object},
        act,
        locale::Locale,
        page::Shell,
        problem::Problem,
    },
    output::brief_v1 as brief,
};
use maud::{Markup, html};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs that are looked for at most.
const PAIRS: usize = 500;

/// Neighbours of an incident, in the order of time, that it is compared with.
const NEAR: usize = 8;

/// A pair, and what is left.
#[derive(Debug, Serialize)]
pub struct Compare {
    /// The two that are shown; none: nothing waits.
    pub pair: Option<Two>,
    /// Pairs that wait, this one included.
    pub waiting: usize,
    /// Pairs were left out because there are too many.
    pub more: bool,
    /// Which of them is shown, from 0.
    pub at: usize,
}

/// Two incidents.
#[derive(Debug, Serialize)]
pub struct Two {
    /// One.
    pub a: Card,
    /// The other.
    pub b: Card,
    /// What is alike: `act`, `place`, `division`, `time`.
    pub alike: Vec<&'static str>,
    /// What is said differently.
    pub differ: Vec<&'static str>,
}

/// An incident with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// The incident.
    pub incident: brief::Incident,
    /// Its claims' words with their documents.
    pub quotes: Vec<Quote>,
}

/// Words of a document.
#[derive(Clone, Debug, Serialize)]
pub struct Quote {
    /// The document.
    pub document: String,
    /// The words.
    pub text: String,
    /// Its language.
    pub language: Option<String>,
}

fn division(i: &brief::Incident) -> Option<&str> {
    i.place.as_ref().and_then(|p| p.admin1.as_deref())
}

fn name(i: &brief::Incident) -> Option<&str> {
    i.place.as_ref().and_then(|p| p.name.as_deref())
}

/// The stretch in text form: the ends compare as days do. Open ends reach everywhere.
fn overlap(a: &brief::Incident, b: &brief::Incident) -> bool {
    let (Some(a), Some(b)) = (&a.time, &b.time) else { return true };
    let day = |t: &Option<String>| t.as_deref().and_then(|t| t.get(..10)).map(str::to_owned);
    let before = |x: Option<String>, y: Option<String>| x.zip(y).is_some_and(|(x, y)| x < y);
    !before(day(&a.to), day(&b.from)) && !before(day(&b.to), day(&a.from))
}

/// Pairs of incidents with one act, whose division and time do not exclude each other, and that this member did not judge.
fn candidates(asked: &Context) -> (Vec<(&brief::Incident, &brief::Incident)>, bool) {
    let snapshot = &asked.snapshot;
    let own = asked.desk.mission.member.as_str();
    let judged: BTreeSet<(&str, &str)> = snapshot
        .record
        .judgements()
        .iter()
        .filter(|(at, _)| at.member == own)
        .flat_map(|(_, j)| [(j.a.as_str(), j.b.as_str()), (j.b.as_str(), j.a.as_str())])
        .collect();
    let mut groups: BTreeMap<(&str, &str), Vec<&brief::Incident>> = BTreeMap::new();
    for i in asked.snapshot.brief.incidents.iter().filter(|i| !i.aggregate) {
        if let (Some(act), Some(division)) = (i.act.as_deref(), division(i)) {
            groups.entry((division, act)).or_default().push(i);
        }
    }
    let (mut pairs, mut more) = (Vec::new(), false);
    for group in groups.values_mut() {
        group.sort_by(|a, b| {
            a.time.as_ref().and_then(|t| t.from.as_ref()).cmp(&b.time.as_ref().and_then(|t| t.from.as_ref()))
        });
        for (n, a) in group.iter().enumerate() {
            for b in group.iter().skip(n + 1).take(NEAR).filter(|b| overlap(a, b)) {
                // Two places below a province that have different names are two places.
                let apart = name(a)
                    .zip(name(b))
                    .is_some_and(|(x, y)| x != y && Some(x) != division(a) && Some(y) != division(b));
                let seen = a.claims.iter().any(|x| b.claims.iter().any(|y| judged.contains(&(x.as_str(), y.as_str()))));
                if apart || seen {
                    continue;
                }
                if pairs.len() == PAIRS {
                    more = true;
                    return (pairs, more);
                }
                pairs.push((*a, *b));
            }
        }
    }
    (pairs, more)
}

fn card(asked: &Context, incident: &brief::Incident) -> Card {
    let brief = &asked.snapshot.brief;
    let of = brief.claims.iter().filter(|c| incident.claims.contains(&c.id)).take(6);
    let quotes = of.map(|c| Quote {
        language: brief.documents.iter().find(|d| d.id == c.document).and_then(|d| d.language.clone()),
        document: c.document.clone(),
        text: c.quote.clone(),
    });
    Card { quotes: quotes.collect(), incident: incident.clone() }
}

/// Makes it: the pair that is named, or the next one that waits.
pub fn view(asked: &Context) -> Result<Compare, Problem> {
    let (pairs, more) = candidates(asked);
    let find = |id: &str| {
        asked
            .snapshot
            .brief
            .incidents
            .iter()
            .find(|i| i.id == id)
            .ok_or_else(|| Problem::not_here("incident of this id"))
    };
    let at = asked.parameter("at").and_then(|n| n.parse().ok()).unwrap_or(0_usize);
    let at = if at < pairs.len() { at } else { 0 };
    let shown = match (asked.parameter("a"), asked.parameter("b")) {
        (Some(a), Some(b)) => Some((find(&a)?, find(&b)?)),
        _ => pairs.get(at).copied(),
    };
    let pair = shown.map(|(a, b)| {
        let mut two = Two { a: card(asked, a), b: card(asked, b), alike: Vec::new(), differ: Vec::new() };
        let mut put = |what, alike: Option<bool>| match alike {
            Some(true) => two.alike.push(what),
            Some(false) => two.differ.push(what),
            None => {}
        };
        put("act", a.act.as_ref().zip(b.act.as_ref()).map(|(x, y)| x == y));
        put("place", name(a).zip(name(b)).map(|(x, y)| x == y));
        put("admin1", division(a).zip(division(b)).map(|(x, y)| x == y));
        put("when", a.time.as_ref().zip(b.time.as_ref()).map(|_| overlap(a, b)));
        put("harm", (!a.counts.is_empty() && !b.counts.is_empty()).then(|| a.counts == b.counts));
        two
    });
    Ok(Compare { pair, waiting: pairs.len(), more, at })
}

/// Says what the two are.
pub fn judge(asked: &Context) -> Result<Done, Problem> {
    let (verdict, a, b) = (asked.named("verdict"), asked.named("a"), asked.named("b"));
    act::say(asked, &["judge"], &[verdict, a, b], |_| "/compare".to_owned())
}

impl Screen for Compare {
    fn title(&self, locale: &Locale) -> String {
        locale.t("compare-title")
    }

    fn place(&self) -> &'static str {
        "/incidents"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            @if let Some(two) = &self.pair {
                p class="counts" role="status" { (l.t_with("compare-left", &[("count", self.waiting.into())])) @if self.more { " " (l.t("compare-more")) } }
                div class="candidates" {
                    (side(&two.a, shell)) (side(&two.b, shell))
                }
                section { h2 { (l.t("compare-reasons")) }
                    ul { @for w in &two.alike { li { (l.t("compare-alike")) ": " (l.t(&format!("col-{w}"))) } } @for w in &two.differ { li { (l.t("compare-differs")) ": " (l.t(&format!("col-{w}"))) } } } }
                @if shell.reader.may(Action::Judge, &Object::Mission).is_ok() {
                    @let to = |verdict: &str| format!("/compare/{verdict}/{}/{}", two.a.incident.id, two.b.incident.id);
                    form class="stack choice" method="post" action=(to("unsure")) data-draft="compare" { (shell.csrf())
                        p class="field" { label for="compare-reason" { (l.t("reason")) } textarea id="compare-reason" name="reason" rows="3" maxlength="4000" dir="auto" required {} }
                        p { (l.t("compare-wins")) }
                        button formaction=(to("same")) data-key="y" { (l.t("do-same")) } " "
                        button formaction=(to("unsure")) data-key="h" { (l.t("do-unsure")) } " "
                        button formaction=(to("different")) data-key="n" { (l.t("do-different")) }
                    }
                }
                nav class="pager" { a rel="next" href={ "/compare?at=" (self.at + 1) } data-key="." { (l.t("do-next")) } }
            } @else { p class="empty" { (l.t("compare-empty")) } }
        }
    }
}

fn side(card: &Card, shell: &Shell<'_>) -> Markup {
    let (l, i) = (shell.locale, &card.incident);
    html! {
        article class="card" {
            h2 { a href={ "/incidents/" (i.id) } { (shell.name(&i.title)) } }
            dl class="facts" {
                dt { (l.t("col-act")) } dd { @match &i.act { Some(a) => (values::word(l, "act", a)), None => (values::unknown(l)) } }
                dt { (l.t("col-when")) } dd { @match &i.time { Some(t) => (l.time(t)), None => (values::unknown(l)) } }
                dt { (l.t("col-where")) } dd { @match &i.place { Some(p) => { bdi { (p.name.as_deref().unwrap_or(&p.text)) } " (" (values::word(l, "place-precision", &p.precision)) ")" } None => (values::unknown(l)) } }
                dt { (l.t("col-harm")) } dd { (harm(&i.counts, l)) }
                dt { (l.t("col-status")) } dd { (values::word(l, "status", &i.verification_status)) }
                dt { (l.t("col-origins")) } dd { (l.origins(i.independent_origins.low, i.independent_origins.high)) }
            }
            @for q in &card.quotes { blockquote dir="auto" lang=[q.language.as_deref()] { a href={ "/documents/" (q.document) } { (q.text) } } }
        }
    }
}

/// Numbers of persons as they are stated.
#[must_use]
pub fn harm(counts: &[brief::Count], l: &Locale) -> Markup {
    let n = |n: u64| l.number(i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        @if counts.is_empty() { (l.t("incident-harm-none-stated")) }
        @for c in counts { (values::word(l, "count", &c.what)) " "
            @match (c.best, c.min, c.max) { (Some(best), _, _) => { (n(best)) } (None, Some(a), Some(b)) => { (n(a)) "–" (n(b)) } (None, Some(a), None) => { (l.t_with("at-least", &[("number", a.into())])) } (None, None, Some(b)) => { (l.t_with("at-most", &[("number", b.into())])) } (None, None, None) => { (values::unknown(l)) } }
            " " (values::word(l, "person", &c.status)) " " }
    }
}
