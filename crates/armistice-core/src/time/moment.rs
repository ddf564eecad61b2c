//! The text form of a moment: `2021-05-12`, `2021-05-12T08:00Z`, `2021-05-12T14:00+06:00`, `2021-05-12T14:00`.
//!
//! Must not: accept a text that it would not write itself (one text form per moment).

use super::Moment;
use jiff::civil::{Date, Time};
use std::{fmt, str::FromStr};

/// Largest distance from UTC that a moment may state, in minutes: no zone was ever further than 15:13 from Greenwich,
/// and RFC 3339 stops at 23:59.
const MAX_OFFSET: i16 = 24 * 60 - 1;

/// Why a text is no moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is no date or time: write it as 2021-05-12, 2021-05-12T14:00, 2021-05-12T08:00Z or 2021-05-12T14:00+06:00"
)]
pub struct MomentError {
    /// The text that was given.
    pub text: String,
}

impl Moment {
    /// A day without a time of day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { date, time: None, offset_minutes: None }
    }
}

impl fmt::Display for Moment {
    /// To the minute; an offset without a time of day is not written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.date.year(), self.date.month(), self.date.day())?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        match self.offset_minutes {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(m) => {
                let sign = if m < 0 { '-' } else { '+' };
                let m = m.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", m / 60, m % 60)
            }
        }
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        parse(text).ok_or_else(|| MomentError { text: text.chars().take(64).collect() })
    }
}

fn parse(text: &str) -> Option<Moment> {
    if !text.is_ascii() {
        return None;
    }
    let (day, rest) = (text.get(..10)?, text.get(10..)?);
    let b = day.as_bytes();
    if b[4] != b'-' || b[7] != b'-' {
        return None;
    }
    let date = Date::new(digits(&day[..4])?, digits(&day[5..7])?.try_into().ok()?, digits(&day[8..])?.try_into().ok()?);
    let date = date.ok()?;
    if rest.is_empty() {
        return Some(Moment::day(date));
    }
    let rest = rest.strip_prefix('T')?;
    let (hour, minute) = clock(rest.get(..5)?)?;
    let time = Time::new(hour.try_into().ok()?, minute.try_into().ok()?, 0, 0).ok()?;
    let offset_minutes = match rest.get(5..)? {
        "" => None,
        "Z" => Some(0),
        zone => {
            let (hours, minutes) = clock(zone.get(1..)?)?;
            let m = hours * 60 + minutes;
            let ok = m != 0 && m <= MAX_OFFSET && minutes < 60;
            match zone.as_bytes()[0] {
                b'+' if ok => Some(m),
                b'-' if ok => Some(-m),
                _ => return None,
            }
        }
    };
    Some(Moment { date, time: Some(time), offset_minutes })
}

/// `hh:mm` as two numbers, not checked against 24 and 60.
fn clock(text: &str) -> Option<(i16, i16)> {
    (text.len() == 5 && text.as_bytes()[2] == b':').then_some(())?;
    Some((digits(&text[..2])?, digits(&text[3..])?))
}

fn digits(text: &str) -> Option<i16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}
