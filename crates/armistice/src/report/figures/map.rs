//! Settlements and zones in a plate carrée projection of their extent. Divisions and countries have no border here: they are
//! listed beside the map, with their numbers.
//!
//! Must not: set a pin for a province, or draw an indicative border as if it were exact.

use super::{POINT, WIDTH, text};
use crate::{
    output::{
        drawing::{Anchor, Drawing, Ink, Shape},
        report_v1::Report,
    },
    wording::{Language, label},
};
use std::collections::BTreeMap;

/// Rows of the list beside the map, and labels on it, at most. More are counted.
const ROWS_MAX: usize = 16;

/// Where incidents of the period are known to be.
#[derive(Debug, Default)]
pub struct Places<'a> {
    /// Points: micro-degrees north and east, name, incidents.
    pub points: BTreeMap<(i32, i32), (&'a str, u64)>,
    /// Divisions and countries, `None` is not known at all: incidents.
    pub beside: BTreeMap<Option<&'a str>, u64>,
}

/// Sorts the incidents of a report into points and the rest.
#[must_use]
pub fn places(report: &Report) -> Places<'_> {
    let mut out = Places::default();
    for i in report.annexes.incidents.iter().filter(|i| !i.aggregate) {
        let place = i.place.as_ref();
        match place.and_then(|p| p.lat.zip(p.lon)) {
            Some(at) => {
                let name = place.and_then(|p| p.name.as_deref()).unwrap_or_default();
                out.points.entry(at).or_insert((name, 0)).1 += 1;
            }
            None => {
                let area = place.and_then(|p| p.division.as_deref().or(p.name.as_deref()).or(p.country.as_deref()));
                *out.beside.entry(area).or_default() += 1;
            }
        }
    }
    out
}

/// The map; nothing where there is neither a point nor a border.
#[must_use]
pub fn draw(report: &Report, language: Language) -> Option<Drawing> {
    let found = places(report);
    let rings: Vec<_> = report.annexes.zones.iter().filter(|z| z.ring.len() > 2).collect();
    let all: Vec<(i32, i32)> =
        found.points.keys().copied().chain(rings.iter().flat_map(|z| z.ring.iter().map(|[y, x]| (*y, *x)))).collect();
    let view = View::around(&all)?;
    let mut shapes = vec![Shape::Rect { x: 0, y: 0, width: view.width, height: view.height, ink: Ink::Ground }];
    for z in rings {
        let points: Vec<(i32, i32)> = z.ring.iter().map(|[lat, lon]| view.at(*lat, *lon)).collect();
        if z.geometry == "exact" {
            shapes.push(Shape::Polygon { points: points.clone(), ink: Ink::Area });
        }
        let closed = points.iter().chain(points.first()).copied().collect();
        shapes.push(Shape::Line { points: closed, ink: Ink::Line, dashed: z.geometry != "exact" });
        if let Some((x, y)) = points.first() {
            shapes.push(text(*x, *y, Anchor::Start, z.name.clone()));
        }
    }
    for (n, ((lat, lon), (name, incidents))) in found.points.iter().enumerate() {
        let (x, y) = view.at(*lat, *lon);
        let radius = (2 + i32::try_from((*incidents).min(8)).unwrap_or(8)) * POINT / 2;
        shapes.push(Shape::Circle { x, y, radius, ink: Ink::First });
        if n < ROWS_MAX {
            shapes.push(text(x + radius + POINT, y + 3 * POINT, Anchor::Start, format!("{name} {incidents}")));
        }
    }
    let edge = [(0, 0), (view.width, 0), (view.width, view.height), (0, view.height), (0, 0)];
    shapes.push(Shape::Line { points: edge.to_vec(), ink: Ink::Line, dashed: false });
    let x = view.width + 12 * POINT;
    shapes.push(text(x, 10 * POINT, Anchor::Start, label(language, "figure", "beside")));
    let mut y = 24 * POINT;
    for (n, (area, incidents)) in found.beside.iter().enumerate() {
        let name = area.map_or_else(|| label(language, "place", "unknown"), str::to_owned);
        if n == ROWS_MAX {
            let more = found.beside.len() - n;
            shapes.push(text(x, y, Anchor::Start, label(language, "figure", "more").replace("{n}", &more.to_string())));
            break;
        }
        shapes.push(text(x, y, Anchor::Start, format!("{name}: {incidents}")));
        y += 12 * POINT;
    }
    Some(Drawing { width: WIDTH, height: view.height.max(y + 4 * POINT), shapes })
}

/// What part of the world is shown, and how large.
struct View {
    north: i64,
    west: i64,
    /// Micro-degrees of latitude across the height.
    tall: i64,
    /// Micro-degrees of longitude across the width.
    wide: i64,
    width: i32,
    height: i32,
}

/// The least extent: a tenth of a degree, so that one settlement alone is not the whole world.
const LEAST: i64 = 100_000;

impl View {
    fn around(points: &[(i32, i32)]) -> Option<Self> {
        let (south, north) = (points.iter().map(|p| p.0).min()?, points.iter().map(|p| p.0).max()?);
        let (west, east) = (points.iter().map(|p| p.1).min()?, points.iter().map(|p| p.1).max()?);
        let margin = |a: i32, b: i32| ((i64::from(b) - i64::from(a)) / 10).max(LEAST / 2);
        let (my, mx) = (margin(south, north), margin(west, east));
        let (south, north) = (i64::from(south) - my, i64::from(north) + my);
        let (west, east) = (i64::from(west) - mx, i64::from(east) + mx);
        let (tall, wide) = (north - south, east - west);
        // A degree of longitude is as long as a degree of latitude times the cosine of the latitude (Bhaskara's approximation
        // in whole numbers, so that every machine draws the same).
        let middle = (north + south) / 2_000_000;
        let (up, down) = (32_400 - 4 * middle * middle, 32_400 + middle * middle);
        let across = wide * up.max(1) / down;
        let (most_wide, most_tall) = (330 * i64::from(POINT), 240 * i64::from(POINT));
        let by_width = most_wide * tall / across.max(1);
        let (width, height) =
            if by_width <= most_tall { (most_wide, by_width) } else { (most_tall * across / tall.max(1), most_tall) };
        Some(Self {
            north,
            west,
            tall,
            wide,
            width: i32::try_from(width).ok()?.max(POINT),
            height: i32::try_from(height).ok()?.max(POINT),
        })
    }

    fn at(&self, lat: i32, lon: i32) -> (i32, i32) {
        let x = (i64::from(lon) - self.west) * i64::from(self.width) / self.wide.max(1);
        let y = (self.north - i64::from(lat)) * i64::from(self.height) / self.tall.max(1);
        (i32::try_from(x).unwrap_or(0), i32::try_from(y).unwrap_or(0))
    }
}
