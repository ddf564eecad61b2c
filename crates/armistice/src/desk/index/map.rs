//! What the map shows of a query: points, clusters of points, and areas where only the area is known.
//!
//! Must not: put an area on a point, or give a cluster's middle for the place of anything.

use super::{
    Access, Index, IndexError,
    rows::{NOT_STATED, NOWHERE, Rows},
};
use crate::desk::query::{Bbox, Field, Query};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// The most points of one answer; more are put into clusters.
const POINTS: usize = 800;

/// The zoom from which on points are not put into clusters unless they are too many.
const CLOSE: u8 = 13;

/// The zoom when the query names none: the country as a whole.
const ZOOM: u8 = 6;

/// One row with a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MapPoint {
    /// Its id.
    pub id: String,
    /// Latitude in micro-degrees.
    pub lat: i32,
    /// Longitude in micro-degrees.
    pub lon: i32,
    /// How far from the point it may be, in metres; `None`: not known.
    pub radius_m: Option<u32>,
    /// Its first kind, for the symbol's shape.
    pub kind: Option<String>,
    /// Its status, for the symbol's fill.
    pub status: Option<String>,
    /// How finely the place is known, for the symbol's halo.
    pub precision: Option<String>,
}

/// Many rows near each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cluster {
    /// Rows.
    pub rows: u64,
    /// Where the symbol may stand: the middle of its points, and the place of none of them.
    pub lat: i32,
    /// The same.
    pub lon: i32,
    /// The box of its points: where to look closer.
    pub bbox: Bbox,
    /// All its points are one.
    pub one_point: bool,
    /// How many have which status, the most frequent first.
    pub statuses: Vec<(String, u64)>,
}

/// Rows of which only an area is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Area {
    /// `admin3`, `admin2`, `admin1`, `region`, `country`.
    pub precision: String,
    /// The name of the area, as far as it has one.
    pub name: Option<String>,
    /// First-order division.
    pub adm1: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Rows.
    pub rows: u64,
}

/// An answer for the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MapPage {
    /// Rows alone.
    pub points: Vec<MapPoint>,
    /// Rows together.
    pub clusters: Vec<Cluster>,
    /// Areas, of the whole query and not of the box, with the most rows first.
    pub areas: Vec<Area>,
    /// Rows of the query with no place at all.
    pub unplaced: u64,
    /// Rows with a point in the box.
    pub total: u64,
    /// Rows of this list that this reader may not see.
    pub hidden: u64,
}

#[derive(Default)]
struct Cell {
    rows: Vec<u32>,
    count: u64,
    lat: i64,
    lon: i64,
    bounds: Option<Bbox>,
    statuses: HashMap<u32, u64>,
}

impl Index {
    /// Points, clusters and areas of a query at a zoom. The query's box bounds points and clusters.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub fn map(&self, query: &Query, access: &Access) -> Result<MapPage, IndexError> {
        let kind = query.kind as usize;
        let list = &self.rows[kind];
        let zoom = query.zoom.unwrap_or(ZOOM);
        let anywhere = self.found(&Query { bbox: None, ..query.whole() }, access)?;
        let inside = |r: u32| {
            let (lat, lon) = (list.lat[r as usize], list.lon[r as usize]);
            lat != NOWHERE && query.bbox.is_none_or(|b| b.holds(lat, lon))
        };
        let status = status_tags(list);
        let mut cells: HashMap<(u32, u32), Cell> = HashMap::new();
        let (mut total, mut areas, mut unplaced) = (0u64, BTreeMap::new(), 0u64);
        for row in anywhere.rows.rows() {
            if list.lat[row as usize] == NOWHERE {
                match area(list, row) {
                    Some(a) => *areas.entry(a).or_insert(0u64) += 1,
                    None => unplaced += 1,
                }
                continue;
            }
            if !inside(row) {
                continue;
            }
            total += 1;
            let (lat, lon) = (list.lat[row as usize], list.lon[row as usize]);
            let cell = cells.entry(grid(lat, lon, zoom)).or_default();
            cell.count += 1;
            cell.lat += i64::from(lat);
            cell.lon += i64::from(lon);
            cell.bounds = Some(match cell.bounds {
                None => Bbox { west: lon, east: lon, south: lat, north: lat },
                Some(b) => Bbox {
                    west: b.west.min(lon),
                    east: b.east.max(lon),
                    south: b.south.min(lat),
                    north: b.north.max(lat),
                },
            });
            if let Some(t) = list.tags_of(row).iter().find(|t| status[**t as usize]) {
                *cell.statuses.entry(*t).or_default() += 1;
            }
            if cell.rows.len() < 64 {
                cell.rows.push(row);
            }
        }
        let mut places: Vec<((u32, u32), Cell)> = cells.into_iter().collect();
        places.sort_unstable_by_key(|(cell, _)| *cell);
        let (mut alone, mut clusters) = (Vec::new(), Vec::new());
        for (_, cell) in places {
            let spread = cell.bounds.is_some_and(|b| b.west != b.east || b.south != b.north);
            let open = cell.count == 1 || (zoom >= CLOSE && spread && cell.count <= 64);
            if open && alone.len() + cell.rows.len() <= POINTS {
                alone.extend(cell.rows);
            } else if let Some(bbox) = cell.bounds {
                clusters.push(cluster(list, &cell, bbox));
            }
        }
        let ids = self.store.ids(kind, &alone)?;
        let points = alone.into_iter().zip(ids).map(|(row, id)| point(list, row, id)).collect();
        let mut areas: Vec<Area> = areas
            .into_iter()
            .map(|((precision, name, adm1, country), rows)| Area { precision, name, adm1, country, rows })
            .collect();
        areas.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.name.cmp(&b.name)));
        let hidden = self.hidden(kind, access)?;
        Ok(MapPage { points, clusters, areas, unplaced, total, hidden })
    }
}

fn status_tags(list: &Rows) -> Vec<bool> {
    list.tags.iter().map(|t| t.field == Field::Status).collect()
}

fn point(list: &Rows, row: u32, id: String) -> MapPoint {
    let radius = list.radius[row as usize];
    let first = |field| list.first(row, field).map(str::to_owned);
    MapPoint {
        id,
        lat: list.lat[row as usize],
        lon: list.lon[row as usize],
        radius_m: (radius != NOT_STATED).then_some(radius),
        kind: first(Field::Kind),
        status: first(Field::Status),
        precision: first(Field::Precision),
    }
}

fn cluster(list: &Rows, cell: &Cell, bbox: Bbox) -> Cluster {
    let middle = |sum: i64| i32::try_from(sum / i64::try_from(cell.count.max(1)).unwrap_or(1)).unwrap_or(0);
    let mut statuses: Vec<(String, u64)> =
        cell.statuses.iter().map(|(t, n)| (list.tags[*t as usize].value.clone(), *n)).collect();
    statuses.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let one_point = bbox.west == bbox.east && bbox.south == bbox.north;
    Cluster { rows: cell.count, lat: middle(cell.lat), lon: middle(cell.lon), bbox, one_point, statuses }
}

/// Precision, name, first-order division, country.
type AreaKey = (String, Option<String>, Option<String>, Option<String>);

/// The area of a row without a point; `None` where no place is known.
fn area(list: &Rows, row: u32) -> Option<AreaKey> {
    let first = |field| list.first(row, field).map(str::to_owned);
    let precision = first(Field::Precision).filter(|p| p != "unknown")?;
    Some((precision, first(Field::Place), first(Field::Adm1), first(Field::Country)))
}

/// The cell of the grid at a zoom: a quarter of a tile of the web's map, about 64 pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and the number of cells")]
fn grid(lat: i32, lon: i32, zoom: u8) -> (u32, u32) {
    let cells = f64::from(1u32 << (u32::from(zoom.min(22)) + 2));
    let (lat, lon) = (f64::from(lat) / 1e6, f64::from(lon) / 1e6);
    let x = (lon + 180.0) / 360.0;
    let s = lat.clamp(-85.051_1, 85.051_1).to_radians().sin();
    let y = 0.5 - ((1.0 + s) / (1.0 - s)).ln() / (4.0 * std::f64::consts::PI);
    let cell = |v: f64| (v * cells).clamp(0.0, cells - 1.0) as u32;
    (cell(x), cell(y))
}
