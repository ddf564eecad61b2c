//! Incidents and zones as GeoJSON (RFC 7946). A province or a country has no point: its geometry is null, and it is named.
//!
//! Must not: put anything on the map that the words do not put there.

use crate::output::report_v1::{IncidentRow, Report, ZoneRow};
use serde_json::{Map, Value, json};

/// The collection.
#[must_use]
pub fn render(report: &Report) -> Value {
    let incidents = report.annexes.incidents.iter().map(incident);
    let zones = report.annexes.zones.iter().map(zone);
    json!({ "type": "FeatureCollection", "features": incidents.chain(zones).collect::<Vec<Value>>() })
}

fn degrees(micro: i32) -> Value {
    json!(f64::from(micro) / 1e6)
}

fn incident(i: &IncidentRow) -> Value {
    // What the incident's own row says, without what belongs to a table.
    let mut properties = Map::new();
    properties.insert("what".to_owned(), json!("incident"));
    if let Ok(Value::Object(row)) = serde_json::to_value(i) {
        let kept = row.into_iter().filter(|(k, _)| !matches!(k.as_str(), "id" | "place" | "claims" | "disagreements"));
        properties.extend(kept);
    }
    let place = i.place.as_ref();
    properties.insert("place".to_owned(), json!(place.and_then(|p| p.name.as_ref())));
    properties.insert("place_precision".to_owned(), json!(place.map_or("unknown", |p| p.precision.as_str())));
    properties.insert("division".to_owned(), json!(place.and_then(|p| p.division.as_ref())));
    properties.insert("country".to_owned(), json!(place.and_then(|p| p.country.as_ref())));
    let fine = place.filter(|p| matches!(p.precision.as_str(), "exact" | "settlement" | "near"));
    let geometry = match fine.and_then(|p| p.lat.zip(p.lon)) {
        Some((lat, lon)) => json!({ "type": "Point", "coordinates": [degrees(lon), degrees(lat)] }),
        None => Value::Null,
    };
    json!({ "type": "Feature", "id": i.id, "geometry": geometry, "properties": properties })
}

fn zone(z: &ZoneRow) -> Value {
    let geometry = if z.ring.len() < 3 {
        Value::Null
    } else {
        // Outer rings run against the clock, and end where they begin.
        let mut ring = z.ring.clone();
        if twice_area(&ring) < 0 {
            ring.reverse();
        }
        ring.extend(ring.first().copied());
        let positions: Vec<Value> = ring.iter().map(|[lat, lon]| json!([degrees(*lon), degrees(*lat)])).collect();
        json!({ "type": "Polygon", "coordinates": [positions] })
    };
    json!({
        "type": "Feature",
        "id": format!("zone-{}", z.id),
        "geometry": geometry,
        "properties": {
            "what": "zone",
            "name": z.name,
            "geometry_status": z.geometry,
            "country": z.country,
            "divisions": z.divisions,
        },
    })
}

/// Twice the signed area in the plane of longitude and latitude: positive against the clock.
fn twice_area(ring: &[[i32; 2]]) -> i128 {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    edges.map(|([ya, xa], [yb, xb])| i128::from(*xa) * i128::from(*yb) - i128::from(*xb) * i128::from(*ya)).sum()
}
