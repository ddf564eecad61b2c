//! Days and moments, by ICU4X.
//!
//! Must not: read the clock, or guess a time zone.

use super::{Calendar, Digits, Language, Locale, numbers};
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::{DateTimeFormatter, fieldsets};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The formatters of a locale.
struct Formatters {
    day: DateTimeFormatter<YMD>,
    short: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    year: DateTimeFormatter<Y>,
    moment: DateTimeFormatter<fieldsets::YMDT>,
}

type Key = (Language, Digits, Calendar);

thread_local! {
    static FORMATTERS: RefCell<HashMap<Key, Option<Rc<Formatters>>>> = RefCell::new(HashMap::new());
}

fn make((language, digits, calendar): Key) -> Option<Formatters> {
    let locale = numbers::icu(language, digits, calendar);
    Some(Formatters {
        day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?,
        short: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok()?,
        month: DateTimeFormatter::try_new((&locale).into(), YM::long()).ok()?,
        year: DateTimeFormatter::try_new((&locale).into(), Y::long()).ok()?,
        moment: DateTimeFormatter::try_new((&locale).into(), YMD::long().with_time_hm()).ok()?,
    })
}

fn of(locale: &Locale) -> Option<Rc<Formatters>> {
    let key = (locale.language, locale.digits, locale.calendar);
    FORMATTERS.with_borrow_mut(|all| all.entry(key).or_insert_with(|| make(key).map(Rc::new)).clone())
}

fn date(day: jiff::civil::Date) -> Option<Date<icu_calendar::Iso>> {
    let (month, number) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Date::try_new_iso(i32::from(day.year()), month, number).ok()
}

fn instant(at: jiff::civil::DateTime) -> Option<DateTime<icu_calendar::Iso>> {
    let (hour, minute) = (u8::try_from(at.hour()).ok()?, u8::try_from(at.minute()).ok()?);
    Some(DateTime { date: date(at.date())?, time: Time::try_new(hour, minute, 0, 0).ok()? })
}

impl Locale {
    /// A day in words: `23 January 2017`.
    #[must_use]
    pub fn day(&self, day: jiff::civil::Date) -> String {
        let text = of(self).and_then(|f| Some(f.day.format(&date(day)?).to_string()));
        text.unwrap_or_else(|| day.to_string())
    }

    /// A day for a narrow column: `23 Jan 2017`.
    #[must_use]
    pub fn short_day(&self, day: jiff::civil::Date) -> String {
        let text = of(self).and_then(|f| Some(f.short.format(&date(day)?).to_string()));
        text.unwrap_or_else(|| day.to_string())
    }

    /// A month in words: `January 2017`. The day names the month, in the calendar of the reader.
    #[must_use]
    pub fn month(&self, day: jiff::civil::Date) -> String {
        let text = of(self).and_then(|f| Some(f.month.format(&date(day)?).to_string()));
        text.unwrap_or_else(|| day.strftime("%Y-%m").to_string())
    }

    /// A year.
    #[must_use]
    pub fn year(&self, day: jiff::civil::Date) -> String {
        let text = of(self).and_then(|f| Some(f.year.format(&date(day)?).to_string()));
        text.unwrap_or_else(|| day.year().to_string())
    }

    /// A reading of a clock on a day, without a word on its zone.
    #[must_use]
    pub fn clock(&self, at: jiff::civil::DateTime) -> String {
        let text = of(self).and_then(|f| Some(f.moment.format(&instant(at)?).to_string()));
        text.unwrap_or_else(|| at.strftime("%Y-%m-%d %H:%M").to_string())
    }

    /// A moment by the mission's clock, with its distance from UTC: `24 January 2017 at 10:00 (UTC+2)`. Without a zone, by UTC.
    #[must_use]
    pub fn moment(&self, at: jiff::Timestamp) -> String {
        let zone = self.zone.clone().unwrap_or(jiff::tz::TimeZone::UTC);
        let clock = self.clock(zone.to_datetime(at));
        self.t_with("time-in-zone", &[("time", clock.into()), ("zone", self.zone_of(at).into())])
    }

    /// The distance of the mission's clock from UTC at a moment.
    pub(super) fn zone_of(&self, at: jiff::Timestamp) -> String {
        let offset = self.zone.as_ref().map_or(jiff::tz::Offset::UTC, |zone| zone.to_offset(at));
        self.digits(&utc(offset))
    }

    /// A moment by UTC, whatever the mission's zone.
    #[must_use]
    pub fn moment_utc(&self, at: jiff::Timestamp) -> String {
        Self { zone: None, ..self.clone() }.moment(at)
    }
}

/// `UTC`, `UTC+2`, `UTC+3:30`, `UTC-5`, with the true minus sign.
fn utc(offset: jiff::tz::Offset) -> String {
    let minutes = offset.seconds() / 60;
    if minutes == 0 {
        return "UTC".to_owned();
    }
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

/// The value of the attribute `datetime` of a `<time>` for a day.
#[must_use]
pub fn attribute_of_day(day: jiff::civil::Date) -> String {
    day.to_string()
}

/// The value of the attribute `datetime` of a `<time>` for a moment.
#[must_use]
pub fn attribute_of_moment(at: jiff::Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%MZ").to_string()
}
