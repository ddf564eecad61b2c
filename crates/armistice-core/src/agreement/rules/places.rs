//! Zones, lines and the territory: borders that go with what is said of them.
//!
//! Must not: draw anything.

use super::{C, DeTable, Problems, tables, text};
use crate::agreement::check::micro_degrees;
use crate::agreement::geometry::{self, Geometry};
use crate::limits;

pub(super) fn check(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let Some(scope) = file.get("scope").and_then(|v| v.get_ref().as_table()) else { return };
    let list = tables(scope, "zones");
    for (i, t) in list.iter().enumerate() {
        drawn(t, &Drawn { path: format!("scope.zones[{i}]"), key: "ring", least: 3, what: "border" }, problems);
    }
    for (i, t) in tables(scope, "lines").into_iter().enumerate() {
        drawn(t, &Drawn { path: format!("scope.lines[{i}]"), key: "path", least: 2, what: "course" }, problems);
    }
    let Some(territory) = scope.get("territory") else { return };
    let start = territory.span().start;
    let Some(table) = territory.get_ref().as_table() else { return };
    match text(table, "default") {
        Some("listed_divisions") if tables(table, "divisions").is_empty() => {
            problems.add(
                start,
                C::Inconsistent,
                "scope.territory.divisions",
                "The territory is its listed divisions, and none is listed.".into(),
                "Add `[[scope.territory.divisions]]`.".into(),
            );
        }
        Some("zones_only") if list.is_empty() => {
            problems.add(
                start,
                C::Inconsistent,
                "scope.zones",
                "The territory is the zones, and there is none.".into(),
                "Add `[[scope.zones]]`.".into(),
            );
        }
        _ => {}
    }
    // Who has an area left out because of an actor must say which actor; with `operations` too.
    for (i, t) in tables(table, "excluded_areas").into_iter().enumerate() {
        if let Some(v) = t.get("actors")
            && v.get_ref().as_array().is_some_and(|a| a.is_empty())
        {
            problems.add(
                v.span().start,
                C::Empty,
                &format!("scope.territory.excluded_areas[{i}].actors"),
                "No actor is named.".into(),
                "Name the excluded actors that the area is about.".into(),
            );
        }
    }
}

/// What is drawn, and under which key.
struct Drawn {
    path: String,
    key: &'static str,
    least: usize,
    what: &'static str,
}

/// A border or course is there when, and only when, `geometry` says so; and it is of the right kind.
fn drawn(t: &DeTable<'_>, d: &Drawn, problems: &mut Problems<'_>) {
    let Drawn { key, least, what, .. } = d;
    let path = format!("{}.{key}", d.path);
    let (points, json) = (t.get(*key), t.get("geojson"));
    let start = points.or(json).or_else(|| t.get("geometry")).map_or(0, |v| v.span().start);
    match (text(t, "geometry"), points.or(json)) {
        (Some("none"), Some(_)) => problems.add(
            start,
            C::Inconsistent,
            &path,
            format!("There is a {what}, and `geometry` says that there is none."),
            format!("Write `exact` or `indicative`, or remove `{}`.", if points.is_some() { key } else { "geojson" }),
        ),
        (Some("exact" | "indicative"), None) => problems.add(
            start,
            C::Inconsistent,
            &path,
            format!("The {what} is missing."),
            format!("Add `{key}` or `geojson`, or write `none`."),
        ),
        _ => {}
    }
    if let (Some(_), Some(json)) = (points, json) {
        problems.add(
            json.span().start,
            C::Inconsistent,
            &format!("{}.geojson", d.path),
            format!("The {what} stands here twice."),
            format!("Keep `{key}` or `geojson`."),
        );
    }
    if let Some(json) = json
        && let Some(Ok(found)) = json.get_ref().as_str().map(geometry::parse)
    {
        let good = match found {
            Geometry::Areas(_) => *key == "ring",
            Geometry::Lines(_) => *key == "path",
        };
        if !good {
            problems.add(
                json.span().start,
                C::BadGeometry,
                &format!("{}.geojson", d.path),
                format!("This is not the {what} of such a thing."),
                "A zone has a `Polygon` or `MultiPolygon`, a line a `LineString` or `MultiLineString`.".into(),
            );
        }
    }
    let Some(points) = points.and_then(|v| v.get_ref().as_array()) else { return };
    if points.len() < *least {
        problems.add(
            start,
            C::BadNumber,
            &path,
            format!("A {what} needs at least {} points.", if *least == 3 { "three" } else { "two" }),
            "Add points.".into(),
        );
    }
    for (j, p) in points.iter().enumerate().take(limits::LIST_ITEMS) {
        let Some(pair) = p.get_ref().as_array() else { continue };
        let good = pair.len() == 2 && pair.first().is_some_and(|v| micro_degrees(v.get_ref(), 90).is_some());
        if !good {
            problems.add(
                p.span().start,
                C::BadNumber,
                &format!("{path}[{j}]"),
                "A point is two numbers, and the first, the latitude, is at most 90.".into(),
                "Write `[latitude, longitude]`.".into(),
            );
        }
    }
}
