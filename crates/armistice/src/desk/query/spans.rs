//! Stretches of time and boxes of the map, as addresses write them.
//!
//! Must not: make a finer time of a coarse one: a day is the whole day.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Serialize;
use std::fmt;

/// Minutes of a day.
const DAY: i64 = 1_440;

/// An end of a stretch: a day, or a minute of the mission's civil time, or a minute with its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// The whole day in the mission's zone.
    Day(civil::Date),
    /// A minute in the mission's zone.
    Local(civil::DateTime),
    /// An instant.
    Instant(Timestamp),
}

impl End {
    /// Reads `2017-01-20`, `2017-01-20T08:00` or `2017-01-20T08:00:00Z` (also with another offset).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 40 || !text.is_ascii() || text.len() < 10 {
            return None;
        }
        if text.len() == 10 {
            return text.parse().ok().map(End::Day);
        }
        if !matches!(text.as_bytes()[10], b'T' | b't') {
            return None;
        }
        if let Ok(t) = text.parse::<Timestamp>() {
            let minute = t.as_second().div_euclid(60) * 60;
            return Timestamp::from_second(minute).ok().map(End::Instant);
        }
        if text[11..].contains(['Z', 'z', '+', '[', '-']) {
            // Offsets without seconds before them are taken as well.
            let at = text[11..].find(['Z', 'z', '+', '-'])? + 11;
            let long = format!("{}:00{}", &text[..at], &text[at..]);
            return long.parse::<Timestamp>().ok().map(End::Instant);
        }
        let t: civil::DateTime = text.parse().ok()?;
        t.with().second(0).subsec_nanosecond(0).build().ok().map(End::Local)
    }

    /// The first minute that it may mean: minutes since 1970 of the civil time of `zone`.
    #[must_use]
    pub fn first(self, zone: &TimeZone) -> i64 {
        match self {
            End::Day(d) => minutes(d.at(0, 0, 0, 0)),
            End::Local(t) => minutes(t),
            End::Instant(t) => minutes(zone.to_datetime(t)),
        }
    }

    /// The last minute that it may mean.
    #[must_use]
    pub fn last(self, zone: &TimeZone) -> i64 {
        match self {
            End::Day(_) => self.first(zone) + DAY - 1,
            End::Local(_) | End::Instant(_) => self.first(zone),
        }
    }
}

/// Minutes since 1970 of civil time.
#[must_use]
pub(crate) fn minutes(t: civil::DateTime) -> i64 {
    let days = i64::from(t.date().duration_since(civil::date(1970, 1, 1)).as_hours() as i32 / 24);
    days * DAY + i64::from(t.hour()) * 60 + i64::from(t.minute())
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Day(d) => write!(f, "{d}"),
            End::Local(t) => write!(f, "{}", t.strftime("%Y-%m-%dT%H:%M")),
            End::Instant(t) => write!(f, "{}", t.strftime("%Y-%m-%dT%H:%MZ")),
        }
    }
}

impl schemars::JsonSchema for End {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "End".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "A day, a minute of the mission's time, or an instant." })
    }
}

impl Serialize for End {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// A stretch of time with inclusive ends; a missing end is open. As OGC API Features writes it: `2017-01-20/2017-01-31`,
/// `2017-01-20/..`, or one day or moment alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
pub struct Span {
    /// Not before.
    pub from: Option<End>,
    /// Not after.
    pub to: Option<End>,
}

impl Span {
    /// Reads the text form. `None`: it is none, or it ends before it begins.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let end = |t: &str| if matches!(t, "" | "..") { Some(None) } else { End::parse(t).map(Some) };
        let span = match text.split_once('/') {
            Some((a, b)) => Self { from: end(a)?, to: end(b)? },
            None => {
                let one = End::parse(text)?;
                Self { from: Some(one), to: Some(one) }
            }
        };
        let known = span.from.is_some() || span.to.is_some();
        (known && !span.backwards()).then_some(span)
    }

    fn backwards(self) -> bool {
        let utc = TimeZone::UTC;
        // Zones are at most a day apart; what is backwards by more is so in every zone.
        match (self.from, self.to) {
            (Some(End::Instant(a)), Some(End::Instant(b))) => b < a,
            (Some(a @ (End::Day(_) | End::Local(_))), Some(b @ (End::Day(_) | End::Local(_)))) => {
                b.last(&utc) < a.first(&utc)
            }
            (Some(a), Some(b)) => b.last(&utc) + DAY < a.first(&utc),
            _ => false,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to
            && let Some(one) = self.from
        {
            return write!(f, "{one}");
        }
        let end = |e: Option<End>| e.map_or_else(|| "..".to_owned(), |e| e.to_string());
        write!(f, "{}/{}", end(self.from), end(self.to))
    }
}

/// A box of the map in micro-degrees: `west,south,east,north` in degrees. West may be greater than east: it then crosses the
/// meridian of 180°.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
pub struct Bbox {
    /// Western border.
    pub west: i32,
    /// Southern border.
    pub south: i32,
    /// Eastern border.
    pub east: i32,
    /// Northern border.
    pub north: i32,
}

impl Bbox {
    /// Reads four numbers in degrees, or six (with heights, which are passed over as OGC API Features has it).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 200 {
            return None;
        }
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        let (w, s, e, n) = match parts[..] {
            [w, s, e, n] | [w, s, _, e, n, _] => (w, s, e, n),
            _ => return None,
        };
        let (west, east) = (micro(w, 180)?, micro(e, 180)?);
        let (south, north) = (micro(s, 90)?, micro(n, 90)?);
        (south <= north).then_some(Self { west, south, east, north })
    }

    /// Whether a point lies in it, borders included.
    #[must_use]
    pub const fn holds(&self, lat: i32, lon: i32) -> bool {
        let across = if self.west <= self.east {
            self.west <= lon && lon <= self.east
        } else {
            lon >= self.west || lon <= self.east
        };
        across && self.south <= lat && lat <= self.north
    }
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are at most 180, a ninth of what fits")]
fn micro(text: &str, most: u32) -> Option<i32> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    let d: f64 = text.parse().ok().filter(|_| plain)?;
    (d.is_finite() && d.abs() <= f64::from(most)).then(|| (d * 1e6).round() as i32)
}

impl fmt::Display for Bbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let d = degrees;
        write!(f, "{},{},{},{}", d(self.west), d(self.south), d(self.east), d(self.north))
    }
}

/// Micro-degrees as degrees in the fewest digits.
#[must_use]
pub(crate) fn degrees(micro: i32) -> String {
    let (sign, n) = (if micro < 0 { "-" } else { "" }, micro.unsigned_abs());
    let part = format!("{:06}", n % 1_000_000);
    let part = part.trim_end_matches('0');
    let dot = if part.is_empty() { "" } else { "." };
    format!("{sign}{}{dot}{part}", n / 1_000_000)
}
