//! What lies under a map and a timeline: the zones of the agreements in force, and where nobody could see.
//!
//! Must not: draw a zone whose border is not known, or take an area of which nothing is entered for one that was not observed.

use super::{Context, values::word};
use crate::desk::{
    locale::{Arg, Locale},
    page::Shell,
    query::{End, Field, Query},
};
use armistice_core::{
    agreement::{geometry::Polygon, law, words::GeometryStatus},
    ledger::{Coverage, Period, Seen, coverage},
    time::Moment,
};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Stretches of a timeline that are listed, at most.
const STRETCHES: usize = 60;

/// The ground of what is shown.
#[derive(Debug, Default, Serialize, schemars::JsonSchema)]
pub struct Ground {
    /// First day that is shown; `null`: from the beginning.
    pub from: Option<String>,
    /// Last day that is shown; `null`: to the end.
    pub to: Option<String>,
    /// Zones and lines of the agreements in force then.
    pub zones: Vec<Zone>,
    /// What could be seen, area by area. Of an area that is not here nothing is entered: it is not known.
    pub areas: Vec<Area>,
    /// Days on which somewhere nobody could see, and nowhere anybody is entered to have seen.
    pub uncovered: Vec<Stretch>,
}

/// A zone or a line of an agreement.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Zone {
    /// The agreement's id and the zone's.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, in the agreement's words.
    pub kind: String,
    /// The agreement.
    pub agreement: String,
    /// `exact`, `indicative`, `none`.
    pub status: &'static str,
    /// Its border as GeoJSON; `null`: not known, and nothing is drawn.
    pub geometry: Option<Value>,
    /// Nobody could see there.
    pub unseen: bool,
    /// Reading the text needs a second look.
    pub to_be_confirmed: bool,
}

/// What is entered of an area in the days that are shown.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Area {
    /// The area, in the words of the entries.
    pub area: String,
    /// `observed`, `partly`, `not_observed`, `not_known` on all days; `mixed`: not the same on all of them.
    pub seen: &'static str,
    /// Days on which all that is entered says: as planned.
    pub observed: usize,
    /// Days on which one could see in part.
    pub limited: usize,
    /// Days on which nobody could see.
    pub not_observed: usize,
    /// Days of which nothing is entered: not known.
    pub no_entry: usize,
    /// Entries whose day is not known.
    pub undated: usize,
}

/// Days, both inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Stretch {
    /// The first.
    pub from: String,
    /// The last.
    pub to: String,
}

/// The days of an area in one word. Only where it is entered of every day that nobody could see, it was not observed: a day of which
/// nothing is entered is not known.
const fn seen(observed: usize, limited: usize, not_observed: usize, no_entry: usize) -> &'static str {
    match (observed > 0, limited > 0, not_observed > 0, no_entry > 0) {
        (true, false, false, false) => "observed",
        (_, true, false, false) => "partly",
        (false, false, true, false) => "not_observed",
        (false, false, false, _) => "not_known",
        (_, _, _, _) => "mixed",
    }
}

/// The days that a query names. What it does not bound is open.
#[must_use]
pub fn days(query: &Query) -> Period {
    let day = |end: End| match end {
        End::Day(d) => d,
        End::Local(t) => t.date(),
        End::Instant(t) => jiff::tz::TimeZone::UTC.to_datetime(t).date(),
    };
    let of = |field: Field| {
        let mine = query.filters.iter().filter(move |f| f.field == field && !f.negated);
        mine.flat_map(|f| &f.values).filter_map(|v| End::parse(v)).map(day)
    };
    let span = |end: fn(&crate::desk::query::Span) -> Option<End>| query.datetime.as_ref().and_then(end).map(day);
    let from = of(Field::Since).chain(span(|s| s.from)).max();
    let to = of(Field::Until).chain(span(|s| s.to)).min();
    Period { from: from.map(Moment::day), to: to.map(Moment::day) }
}

/// The days of an interval of the record, as far as they are known.
#[must_use]
pub fn days_of(from: Option<&str>, to: Option<&str>) -> Period {
    let day = |t: Option<&str>| t.and_then(|t| t.get(..10)).and_then(|t| t.parse::<Date>().ok()).map(Moment::day);
    Period { from: day(from), to: day(to) }
}

fn degrees(ring: &[(i32, i32)]) -> Vec<[f64; 2]> {
    let point = |(lat, lon): &(i32, i32)| [f64::from(*lon) / 1e6, f64::from(*lat) / 1e6];
    ring.iter().map(point).collect()
}

/// The border as GeoJSON; nothing of nothing.
fn areas(polygons: &[Polygon]) -> Option<Value> {
    let closed = |ring: &Vec<(i32, i32)>| {
        let mut ring = degrees(ring);
        ring.extend(ring.first().copied());
        ring
    };
    let rings = |p: &Polygon| std::iter::once(&p.outer).chain(&p.holes).map(closed).collect::<Vec<_>>();
    let all: Vec<_> = polygons.iter().filter(|p| p.outer.len() > 2).map(rings).collect();
    (!all.is_empty()).then(|| json!({ "type": "MultiPolygon", "coordinates": all }))
}

fn lines(paths: &[Vec<(i32, i32)>]) -> Option<Value> {
    let all: Vec<_> = paths.iter().filter(|p| p.len() > 1).map(|p| degrees(p)).collect();
    (!all.is_empty()).then(|| json!({ "type": "MultiLineString", "coordinates": all }))
}

/// Zones of the versions that hold at some time of the period.
fn zones(asked: &Context, period: &Period, unseen: &BTreeSet<String>) -> Vec<Zone> {
    let versions: Vec<_> = asked.snapshot.files.iter().map(|f| &f.agreement).collect();
    let start = period.from.and_then(|m| m.date.to_zoned(jiff::tz::TimeZone::UTC).ok()).map(|z| z.timestamp());
    // The last day is whole.
    let end = period.to.and_then(|m| m.date.tomorrow().ok()).and_then(|d| d.to_zoned(jiff::tz::TimeZone::UTC).ok());
    let end = end.map(|z| z.timestamp());
    let mut out = Vec::new();
    for a in &versions {
        let held = law::in_force(&versions, &a.id, start, end).versions;
        if !held.iter().any(|v| v.id == a.id && v.version == a.version) {
            continue;
        }
        let unseen = |id: &str, name: &str| [id, name].iter().any(|n| unseen.contains(&n.to_lowercase()));
        // A border of which the file says that it is none is not drawn, whatever stands beside it.
        let known = |status: GeometryStatus, geometry: Option<Value>| match status {
            GeometryStatus::Exact | GeometryStatus::Indicative => geometry,
            GeometryStatus::None => None,
        };
        for z in &a.scope.zones {
            out.push(Zone {
                id: format!("{}/{}", a.id, z.id),
                name: z.name.clone(),
                kind: z.kind.clone(),
                agreement: a.title.clone(),
                status: z.geometry.word(),
                geometry: known(z.geometry, areas(&z.polygons)),
                unseen: unseen(z.id.as_str(), &z.name),
                to_be_confirmed: z.marks.to_be_confirmed,
            });
        }
        for x in &a.scope.lines {
            out.push(Zone {
                id: format!("{}/{}", a.id, x.id),
                name: x.name.clone(),
                kind: x.kind.clone(),
                agreement: a.title.clone(),
                status: x.geometry.word(),
                geometry: known(x.geometry, lines(&x.paths)),
                unseen: false,
                to_be_confirmed: x.marks.to_be_confirmed,
            });
        }
    }
    out
}

/// Days that somebody entered as not seen, and nobody as seen, anywhere.
fn uncovered(all: &[Coverage<'_>]) -> Vec<Stretch> {
    let on = |of: &[Seen]| -> BTreeSet<Date> {
        all.iter().flat_map(|c| &c.days).filter(|d| of.contains(&d.seen)).map(|d| d.day).collect()
    };
    let (seen, unseen) = (on(&[Seen::Observed, Seen::Limited]), on(&[Seen::NotObserved]));
    let mut out: Vec<(Date, Date)> = Vec::new();
    for day in unseen.difference(&seen) {
        match out.last_mut() {
            Some((_, last)) if last.tomorrow().ok() == Some(*day) => *last = *day,
            Some(_) | None => out.push((*day, *day)),
        }
    }
    out.iter().map(|(a, b)| Stretch { from: a.to_string(), to: b.to_string() }).collect()
}

impl Ground {
    /// The ground of a period.
    #[must_use]
    pub fn of(asked: &Context, period: &Period) -> Self {
        let ledgers = &asked.snapshot.ledgers;
        let names: BTreeSet<&str> = ledgers.coverage.iter().map(|c| c.body.area.trim()).collect();
        let all: Vec<Coverage<'_>> = names.into_iter().map(|n| coverage(ledgers, n, period)).collect();
        let areas: Vec<Area> = all
            .iter()
            .map(|c| {
                let (observed, limited) = (c.count(Seen::Observed), c.count(Seen::Limited));
                let (not_observed, no_entry) = (c.count(Seen::NotObserved), c.count(Seen::NoEntry));
                Area {
                    area: c.area.clone(),
                    seen: seen(observed, limited, not_observed, no_entry),
                    observed,
                    limited,
                    not_observed,
                    no_entry,
                    undated: c.undated.len(),
                }
            })
            .collect();
        let unseen = areas.iter().filter(|a| a.seen == "not_observed").map(|a| a.area.to_lowercase()).collect();
        let day = |m: Option<Moment>| m.map(|m| m.date.to_string());
        Self {
            from: day(period.from),
            to: day(period.to),
            zones: zones(asked, period, &unseen),
            uncovered: uncovered(&all),
            areas,
        }
    }

    /// Areas where nobody could see, by their names in small letters.
    pub fn unseen(&self) -> impl Iterator<Item = &str> {
        self.areas.iter().filter(|a| a.seen == "not_observed").map(|a| a.area.as_str())
    }

    /// The zones that are drawn, as the map takes them.
    #[must_use]
    pub fn drawn(&self) -> Vec<Value> {
        let drawn = self.zones.iter().filter_map(|z| Some((z, z.geometry.as_ref()?)));
        drawn
            .map(|(z, g)| json!({ "id": z.id, "name": z.name, "status": z.status, "geometry": g, "unseen": z.unseen }))
            .collect()
    }

    /// The same in words, to stand beside a map.
    #[must_use]
    pub fn words(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            @if !self.zones.is_empty() {
                section class="ground" { h2 { (l.t("ground-zones")) }
                    ul { @for z in &self.zones { li {
                        (shell.name(&z.name)) " · " bdi { (z.kind) } " · " (shell.name(&z.agreement)) " "
                        span class="pill" { (word(l, "geometry", z.status)) } " "
                        @if z.geometry.is_none() { (l.t("ground-not-drawn")) " " }
                        @if z.unseen { span class="pill hatched" { (l.t("ground-seen-not-observed")) } }
                    } } }
                    p class="note" { (l.t("agreement-geometry-note")) } }
            }
            section class="ground" { h2 { (l.t("ground-coverage")) }
                p class="note" { (l.t("ground-legend")) " " (l.t("ground-rest-unknown")) }
                @if !self.areas.is_empty() { (self.table(l)) }
            }
            (self.gaps(l))
        }
    }

    /// Days that nobody saw, in words.
    #[must_use]
    pub fn gaps(&self, l: &Locale) -> Markup {
        html! {
            @if !self.uncovered.is_empty() {
                p class="gaps" { (l.t("ground-uncovered")) " "
                    @for (i, s) in self.uncovered.iter().take(STRETCHES).enumerate() { @if i > 0 { (l.t("list-comma")) } span { (super::values::day(&s.from, l)) @if s.from != s.to { " – " (super::values::day(&s.to, l)) } } }
                    @if self.uncovered.len() > STRETCHES { " " (l.t_with("query-more", &[("n", Arg::from(i64::try_from(self.uncovered.len() - STRETCHES).unwrap_or(i64::MAX)))])) }
                    " " a href="/coverage" { (l.t("coverage-title")) } }
            }
        }
    }

    fn table(&self, l: &Locale) -> Markup {
        let n = |n: usize| l.number(i64::try_from(n).unwrap_or(i64::MAX));
        html! {
            div class="table short" tabindex="0" role="region" aria-label=(l.t("ground-coverage")) { table {
                thead { tr { th scope="col" { (l.t("col-place")) } th scope="col" { (l.t("ground-what")) }
                    @for s in ["observed", "limited", "not_observed", "no_entry"] { th scope="col" { (l.word("watch", s)) } } th scope="col" { (l.t("ground-undated")) } } }
                tbody { @for a in &self.areas { tr { th scope="row" { bdi { (a.area) } }
                    td { span class={ "pill" @if a.seen == "not_observed" { " hatched" } } { (l.t(&format!("ground-seen-{}", a.seen.replace('_', "-")))) } }
                    td class="number" { (n(a.observed)) } td class="number" { (n(a.limited)) } td class="number" { (n(a.not_observed)) } td class="number" { (n(a.no_entry)) } td class="number" { (n(a.undated)) }
                } } }
            } }
        }
    }
}
