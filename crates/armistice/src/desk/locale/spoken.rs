//! Intervals of time and lists, in words.
//!
//! Must not: give an end to what is open, or a day to what is known to the month only.

use super::{Calendar, Locale, isolated};
use crate::output::brief_v1;
use jiff::civil;

/// An end of an interval as it is written in a brief.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    /// A day.
    Day(civil::Date),
    /// A moment.
    Moment(jiff::Timestamp),
    /// A reading of a clock whose zone is not known.
    Clock(civil::DateTime),
}

fn end(text: &str) -> Option<End> {
    if let Some(day) = text.strip_suffix('Z') {
        // Written without seconds.
        let at: civil::DateTime = civil::DateTime::strptime("%Y-%m-%dT%H:%M", day).or_else(|_| day.parse()).ok()?;
        return Some(End::Moment(jiff::tz::Offset::UTC.to_timestamp(at).ok()?));
    }
    if text.contains('T') {
        let at = civil::DateTime::strptime("%Y-%m-%dT%H:%M", text).or_else(|_| text.parse());
        return at.ok().map(End::Clock);
    }
    text.parse().ok().map(End::Day)
}

impl Locale {
    fn end(&self, text: &str) -> String {
        match end(text) {
            Some(End::Day(day)) => self.day(day),
            Some(End::Moment(at)) => self.moment(at),
            Some(End::Clock(at)) => self.t_with("time-no-zone", &[("time", self.clock(at).into())]),
            None => text.to_owned(),
        }
    }

    /// An interval with its precision. Open and unknown ends are said in words.
    #[must_use]
    pub fn time(&self, time: &brief_v1::Time) -> String {
        match (time.from.as_deref(), time.to.as_deref()) {
            (None, None) => self.t("time-not-known"),
            (Some(from), None) => self.t_with("time-from", &[("from", self.end(from).into())]),
            (None, Some(to)) => self.t_with("time-until", &[("to", self.end(to).into())]),
            (Some(from), Some(to)) if from == to => self.end(from),
            (Some(from), Some(to)) => self.between(from, to, &time.precision),
        }
    }

    fn between(&self, from: &str, to: &str, precision: &str) -> String {
        let (first, last) = (end(from), end(to));
        if let (Some(End::Day(first)), Some(End::Day(last))) = (first, last)
            && self.calendar == Calendar::Gregorian
        {
            // Whole months and years have names of their own, in the calendar that they are whole in.
            let starts = first.day() == 1;
            if starts && last == first.last_of_month() {
                return self.month(first);
            }
            if starts && first.month() == 1 && last == first.last_of_year() {
                return self.year(first);
            }
        }
        let range = match (first, last) {
            (Some(End::Moment(a)), Some(End::Moment(b))) => self.between_moments(a, b),
            (Some(End::Clock(a)), Some(End::Clock(b))) if a.date() == b.date() => {
                let args = [("day", self.day(a.date())), ("from", self.hour(a)), ("to", self.hour(b))];
                let range = self.t_with("time-on-day", &args.map(|(k, v)| (k, v.into())));
                self.t_with("time-no-zone", &[("time", range.into())])
            }
            _ => self.t_with("time-range", &[("from", self.end(from).into()), ("to", self.end(to).into())]),
        };
        // How narrow the words are says nothing when the interval is days: it shows its own width.
        if matches!(precision, "part_of_day" | "hour") {
            self.t_with(
                "time-with-precision",
                &[("time", range.into()), ("precision", self.word("time_precision", precision).into())],
            )
        } else {
            range
        }
    }

    fn between_moments(&self, a: jiff::Timestamp, b: jiff::Timestamp) -> String {
        let zone = self.zone.clone().unwrap_or(jiff::tz::TimeZone::UTC);
        let (first, last) = (zone.to_datetime(a), zone.to_datetime(b));
        if first.date() == last.date() && zone.to_offset(a) == zone.to_offset(b) {
            let args = [("day", self.day(first.date())), ("from", self.hour(first)), ("to", self.hour(last))];
            let range = self.t_with("time-on-day", &args.map(|(k, v)| (k, v.into())));
            return self.t_with("time-in-zone", &[("time", range.into()), ("zone", self.zone_of(a).into())]);
        }
        self.t_with("time-range", &[("from", self.moment(a).into()), ("to", self.moment(b).into())])
    }

    fn hour(&self, at: civil::DateTime) -> String {
        self.digits(&at.strftime("%H:%M").to_string())
    }

    /// A number of independent origins, which is an interval when it cannot be told: `1 independent origin`, `1 to 3 independent origins`.
    #[must_use]
    pub fn origins(&self, low: u32, high: u32) -> String {
        if low == high {
            return self.t_with("count-origins", &[("count", low.into())]);
        }
        self.t_with("count-origins-range", &[("low", low.into()), ("high", high.into())])
    }

    /// Things in a row: `a, b and c`. Each stands between isolation marks.
    #[must_use]
    pub fn list(&self, things: &[&str]) -> String {
        let isolated: Vec<String> = things.iter().map(|t| isolated(t)).collect();
        let Some((last, rest)) = isolated.split_last() else { return String::new() };
        if rest.is_empty() {
            return last.clone();
        }
        format!("{}{}{last}", rest.join(&self.t("list-comma")), self.t("list-and"))
    }
}
