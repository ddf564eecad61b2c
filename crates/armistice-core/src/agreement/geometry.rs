//! Borders and lines: GeoJSON geometries (RFC 7946) as whole micro-degrees, without floating point.
//!
//! Must not: close, mend or simplify a geometry. What is not one is refused with the byte where it stops being one.

use super::micro::decimal;
use crate::limits;

/// A point in micro-degrees (WGS 84), latitude first.
pub type Point = (i32, i32);

/// An area with its holes. Rings are not closed by repetition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polygon {
    /// Its border.
    pub outer: Vec<Point>,
    /// What is cut out.
    pub holes: Vec<Vec<Point>>,
}

/// What a GeoJSON text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Geometry {
    Areas(Vec<Polygon>),
    Lines(Vec<Vec<Point>>),
}

/// What is wrong with a GeoJSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GeometryError {
    /// Offset in bytes.
    pub(crate) at: usize,
    pub(crate) sentence: String,
    pub(crate) next_step: &'static str,
}

/// A JSON value, as far as geometries need it.
enum Json<'t> {
    Text(&'t str),
    Number(&'t str),
    List(Vec<(usize, Json<'t>)>),
    Object(Vec<(&'t str, usize, Json<'t>)>),
    Other,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

const JSON: &str = "Write a GeoJSON geometry, such as {\"type\":\"Polygon\",\"coordinates\":[[[lon,lat],…]]}.";

fn wrong(at: usize, sentence: impl Into<String>, next_step: &'static str) -> GeometryError {
    GeometryError { at, sentence: sentence.into(), next_step }
}

impl<'t> Reader<'t> {
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> Result<(), GeometryError> {
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(wrong(self.at, format!("Expected `{}` in the GeoJSON.", char::from(byte)), JSON))
    }

    fn string(&mut self) -> Result<&'t str, GeometryError> {
        self.eat(b'"')?;
        let rest = self.text.get(self.at..).unwrap_or("");
        let end = rest.find(['"', '\\']).unwrap_or(rest.len());
        if rest.as_bytes().get(end) != Some(&b'"') {
            return Err(wrong(self.at + end, "A text in the GeoJSON is not closed, or has an escape.", JSON));
        }
        self.at += end + 1;
        Ok(rest.get(..end).unwrap_or(""))
    }

    fn value(&mut self, depth: usize) -> Result<Json<'t>, GeometryError> {
        if depth > limits::GEOJSON_DEPTH {
            return Err(wrong(self.at, "Brackets in the GeoJSON are nested too deep.", JSON));
        }
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'[') => {
                self.at += 1;
                let mut items = Vec::new();
                while self.peek() != Some(b']') {
                    if !items.is_empty() {
                        self.eat(b',')?;
                        self.peek();
                    }
                    let at = self.at;
                    items.push((at, self.value(depth + 1)?));
                }
                self.at += 1;
                Ok(Json::List(items))
            }
            Some(b'{') => {
                self.at += 1;
                let mut items = Vec::new();
                while self.peek() != Some(b'}') {
                    if !items.is_empty() {
                        self.eat(b',')?;
                    }
                    let key = self.string()?;
                    self.eat(b':')?;
                    self.peek();
                    let at = self.at;
                    items.push((key, at, self.value(depth + 1)?));
                }
                self.at += 1;
                Ok(Json::Object(items))
            }
            Some(b'-' | b'0'..=b'9') => {
                let rest = self.text.get(self.at..).unwrap_or("");
                let len =
                    rest.find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')).unwrap_or(rest.len());
                self.at += len;
                Ok(Json::Number(rest.get(..len).unwrap_or("")))
            }
            Some(b't' | b'f' | b'n') => {
                let rest = self.text.get(self.at..).unwrap_or("");
                let Some(word) = ["true", "false", "null"].iter().find(|w| rest.starts_with(**w)) else {
                    return Err(wrong(self.at, "This is not JSON.", JSON));
                };
                self.at += word.len();
                Ok(Json::Other)
            }
            Some(_) | None => Err(wrong(self.at, "This is not JSON.", JSON)),
        }
    }
}

/// Reads a geometry: `Polygon`, `MultiPolygon`, `LineString` or `MultiLineString`.
pub(crate) fn parse(text: &str) -> Result<Geometry, GeometryError> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    if reader.peek().is_some() {
        return Err(wrong(reader.at, "Something follows the GeoJSON.", "Write one geometry only."));
    }
    let Json::Object(members) = &value else {
        return Err(wrong(0, "The GeoJSON is no object.", JSON));
    };
    let member = |name: &str| members.iter().find(|(key, _, _)| *key == name);
    let Some((_, type_at, Json::Text(kind))) = member("type") else {
        return Err(wrong(0, "The GeoJSON has no `type`.", JSON));
    };
    let known = matches!(*kind, "Polygon" | "MultiPolygon" | "LineString" | "MultiLineString");
    if !known {
        let shown: String = kind.chars().take(40).collect();
        let next = match *kind {
            "Feature" | "FeatureCollection" => "Take the `geometry` of the feature.",
            _ => "Known: `Polygon`, `MultiPolygon`, `LineString`, `MultiLineString`.",
        };
        return Err(wrong(*type_at, format!("A geometry of type `{shown}` is not known here."), next));
    }
    let Some((_, at, coordinates)) = member("coordinates") else {
        return Err(wrong(0, "The GeoJSON has no `coordinates`.", JSON));
    };
    Ok(match *kind {
        "Polygon" => Geometry::Areas(vec![polygon(*at, coordinates)?]),
        "MultiPolygon" => Geometry::Areas(each(*at, coordinates, polygon)?),
        "LineString" => Geometry::Lines(vec![line(*at, coordinates)?]),
        _ => Geometry::Lines(each(*at, coordinates, line)?),
    })
}

fn list<'a, 't>(at: usize, value: &'a Json<'t>) -> Result<&'a [(usize, Json<'t>)], GeometryError> {
    match value {
        Json::List(items) if !items.is_empty() => Ok(items),
        Json::List(_) | Json::Text(_) | Json::Number(_) | Json::Object(_) | Json::Other => {
            Err(wrong(at, "Expected a list that is not empty.", "Look at the nesting of `coordinates`."))
        }
    }
}

fn each<T>(
    at: usize,
    value: &Json<'_>,
    make: impl Fn(usize, &Json<'_>) -> Result<T, GeometryError>,
) -> Result<Vec<T>, GeometryError> {
    list(at, value)?.iter().map(|(at, item)| make(*at, item)).collect()
}

fn polygon(at: usize, value: &Json<'_>) -> Result<Polygon, GeometryError> {
    let mut rings = each(at, value, ring)?.into_iter();
    let outer = rings.next().unwrap_or_default();
    Ok(Polygon { outer, holes: rings.collect() })
}

fn ring(at: usize, value: &Json<'_>) -> Result<Vec<Point>, GeometryError> {
    let mut points = each(at, value, point)?;
    if points.len() < 4 || points.first() != points.last() {
        return Err(wrong(
            at,
            "A ring needs four positions, of which the last is the first.",
            "Close the ring, and check that no point is missing.",
        ));
    }
    points.pop();
    Ok(points)
}

fn line(at: usize, value: &Json<'_>) -> Result<Vec<Point>, GeometryError> {
    let points = each(at, value, point)?;
    if points.len() < 2 {
        return Err(wrong(at, "A line needs two positions.", "Add a point."));
    }
    Ok(points)
}

/// A position: longitude, latitude, and perhaps a height, which is passed over.
fn point(at: usize, value: &Json<'_>) -> Result<Point, GeometryError> {
    let pair = list(at, value)?;
    let degrees = |index: usize, max: i64| match pair.get(index) {
        Some((at, Json::Number(text))) => decimal(text, max).ok_or_else(|| {
            wrong(
                *at,
                format!("`{text}` is no decimal between -{max} and {max}."),
                "GeoJSON has longitude first, then latitude, in decimal degrees.",
            )
        }),
        Some(_) | None => Err(wrong(at, "A position is two numbers.", "GeoJSON has longitude first, then latitude.")),
    };
    let (lon, lat) = (degrees(0, 180)?, degrees(1, 90)?);
    if pair.len() > 3 {
        return Err(wrong(at, "A position is two numbers.", "GeoJSON has longitude first, then latitude."));
    }
    Ok((lat, lon))
}
