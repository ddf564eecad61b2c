//! JSON, JSON Lines and GeoJSON.
//!
//! Must not: put an area on a point: its geometry is null, and it is named.

use super::{
    Counted, ExportError, Rows, Trailer,
    cells::{self, Cell},
};
use crate::desk::index::Row;
use serde_json::{Map, Value, json};

fn object(row: &Row, columns: &[&str]) -> Map<String, Value> {
    columns.iter().map(|c| ((*c).to_owned(), cells::cell(row, c).json())).collect()
}

fn text(value: &Value) -> Result<Vec<u8>, ExportError> {
    serde_json::to_vec(value).map_err(|e| ExportError::Write(e.into()))
}

/// One value per line; the last is `{"trailer": …}`.
pub(super) fn lines(out: &mut Counted<'_>, columns: &[&str], rows: Rows<'_>) -> Result<Trailer, ExportError> {
    let mut count = 0;
    for row in rows {
        let mut line = text(&Value::Object(object(&row?, columns)))?;
        line.push(b'\n');
        out.put(&line)?;
        count += 1;
    }
    let trailer = out.trailer(count);
    let mut last = text(&json!({ "trailer": trailer }))?;
    last.push(b'\n');
    out.put(&last)?;
    out.out.flush()?;
    Ok(trailer)
}

/// `{"items": […], "trailer": …}`.
pub(super) fn document(out: &mut Counted<'_>, columns: &[&str], rows: Rows<'_>) -> Result<Trailer, ExportError> {
    out.put(b"{\"items\":[")?;
    members(out, rows, |row| Value::Object(object(row, columns)))
}

/// A collection of features, with the trailer as a foreign member.
pub(super) fn features(out: &mut Counted<'_>, columns: &[&str], rows: Rows<'_>) -> Result<Trailer, ExportError> {
    out.put(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
    members(out, rows, |row| feature(row, columns))
}

fn members(out: &mut Counted<'_>, rows: Rows<'_>, member: impl Fn(&Row) -> Value) -> Result<Trailer, ExportError> {
    let mut count = 0;
    for row in rows {
        let mut one = if count > 0 { b",\n".to_vec() } else { b"\n".to_vec() };
        one.extend(text(&member(&row?))?);
        out.put(&one)?;
        count += 1;
    }
    out.put(b"\n]")?;
    let trailer = out.trailer(count);
    let mut last = b",\"trailer\":".to_vec();
    last.extend(text(&json!(trailer))?);
    last.extend(b"}\n");
    out.put(&last)?;
    out.out.flush()?;
    Ok(trailer)
}

/// One row as a feature. Precision is always said.
#[must_use]
pub(super) fn feature(row: &Row, columns: &[&str]) -> Value {
    let mut properties = object(row, columns);
    for always in ["place_precision", "time_precision"] {
        properties.insert(always.to_owned(), cells::cell(row, always).json());
    }
    let place = row.item.place.as_ref();
    let geometry = match place.and_then(|p| p.point) {
        Some((lat, lon)) => {
            properties.insert("radius_m".to_owned(), cells::cell(row, "radius_m").json());
            json!({ "type": "Point", "coordinates": [Cell::Degrees(lon).json(), Cell::Degrees(lat).json()] })
        }
        None => {
            let area = place.map(|p| {
                json!({ "id": p.adm1_code, "name": p.name, "adm1": p.adm1, "country": p.country, "precision": p.precision })
            });
            properties.insert("area".to_owned(), json!(area));
            Value::Null
        }
    };
    json!({ "type": "Feature", "id": row.item.id, "geometry": geometry, "properties": properties })
}
