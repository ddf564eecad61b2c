//! Dates as pages write them: "January 23, 2017", "Tuesday , 17 October 2017", "24/01/2017", ISO, six languages.
//!
//! Must not: know what today is, fill in a year that is not stated, or choose between 03/04 and 04/03.

use armistice_core::span::Span;
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The calendar in which year, month and day are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarSystem {
    /// The common calendar.
    Gregorian,
    /// The Iranian Solar Hijri calendar; not converted here.
    Persian,
}

/// How fine a date is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Month and year.
    Month,
    /// A day.
    Day,
    /// A time of day, to the minute.
    Minute,
}

/// A time zone as stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Minutes east of UTC (`GMT`, `UTC`, `Z` are 0).
    Offset(i16),
    /// An abbreviation that may mean several zones (`EST`, `IST`); not resolved here.
    Abbreviation(String),
}

/// A date in a text. What is not stated is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Bytes of the text that was searched.
    pub span: Span,
    /// The calendar of year, month and day.
    pub calendar: CalendarSystem,
    /// The year, if stated with four digits (or two, read as 1970–2069, in numeric dates).
    pub year: Option<i16>,
    /// Month 1–12.
    pub month: u8,
    /// Day of the month.
    pub day: Option<u8>,
    /// The other reading (month, day) of a numeric date such as 03/04/2017; `month`/`day` then hold day-first order.
    pub or_month_day: Option<(u8, u8)>,
    /// Hour and minute, 24-hour clock.
    pub time: Option<(u8, u8)>,
    /// The zone of `time`.
    pub zone: Option<Zone>,
    /// The stated weekday, Monday = 1.
    pub weekday: Option<u8>,
}

impl DateMention {
    /// Whether the year is stated.
    #[must_use]
    pub fn has_year(&self) -> bool {
        self.year.is_some()
    }

    /// How fine it is.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match (self.day, self.time) {
            (None, _) => Precision::Month,
            (Some(_), None) => Precision::Day,
            (Some(_), Some(_)) => Precision::Minute,
        }
    }

    /// Whether the stated weekday is that of the date; `None` if weekday, year or day is not stated, the order of day
    /// and month is open, or the calendar is another.
    #[must_use]
    pub fn weekday_agrees(&self) -> Option<bool> {
        let (weekday, year, day) = (self.weekday?, self.year?, self.day?);
        if self.or_month_day.is_some() || self.calendar != CalendarSystem::Gregorian {
            return None;
        }
        let date = jiff::civil::Date::new(year, i8::try_from(self.month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(date.weekday().to_monday_one_offset() == i8::try_from(weekday).ok()?)
    }
}

#[derive(Deserialize)]
struct CalendarFile {
    months: Vec<Vec<String>>,
    #[serde(default)]
    persian_months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
    between: Vec<String>,
    at: Vec<String>,
    ordinals: Vec<String>,
}

struct Grammar {
    months: BTreeMap<String, (CalendarSystem, u8)>,
    weekdays: BTreeMap<String, u8>,
    day_first: Regex,
    month_first: Regex,
    month_only: Regex,
    numeric: Regex,
    iso: Regex,
    weekday_before: Regex,
    time_after: Regex,
    time_before: Regex,
}

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    let files = [
        include_str!("../../lang/en/calendar.toml"),
        include_str!("../../lang/ar/calendar.toml"),
        include_str!("../../lang/ru/calendar.toml"),
        include_str!("../../lang/tr/calendar.toml"),
        include_str!("../../lang/fa/calendar.toml"),
        include_str!("../../lang/fr/calendar.toml"),
        include_str!("../../lang/es/calendar.toml"),
        include_str!("../../lang/de/calendar.toml"),
    ];
    let mut months = BTreeMap::new();
    let mut weekdays = BTreeMap::new();
    let (mut between, mut at, mut ordinals) = (vec![], vec![], vec![]);
    for file in files {
        let file: CalendarFile = toml::from_str(file).expect("calendar.toml ships with the crate");
        for (system, list) in [(CalendarSystem::Gregorian, file.months), (CalendarSystem::Persian, file.persian_months)]
        {
            for (number, names) in (1..).zip(list) {
                for name in names {
                    months.entry(name).or_insert((system, number));
                }
            }
        }
        for (number, names) in (1..).zip(file.weekdays) {
            weekdays.extend(names.into_iter().map(|n| (n, number)));
        }
        between.extend(file.between);
        at.extend(file.at);
        ordinals.extend(file.ordinals);
    }
    let month = any(months.keys());
    let weekday = any(weekdays.keys());
    let (between, at, ordinals) = (any(between.iter()), any(at.iter()), any(ordinals.iter()));
    let new = |pattern: String| Regex::new(&pattern).expect("the date patterns are valid");
    let second = format!(r"(?:\s*[/(]\s*(?:{month})\)?)?");
    Grammar {
        day_first: new(format!(
            r"(?i)\b(?P<d>\d{{1,2}})(?:\s?(?:{ordinals}))?[.,]?[\s\u{{a0}}-]+(?:(?:{between})\s+)?(?P<m>{month})\b\.?{second}(?:\s*[,-]?\s*(?:{between}\s+)?(?P<y>\d{{4}})\b)?"
        )),
        month_first: new(format!(
            r"(?i)\b(?P<m>{month})\b\.?{second}[\s\u{{a0}}-]+(?:the\s+)?(?P<d>\d{{1,2}})(?:\s?(?:{ordinals}))?\b(?:(?:\s*,\s*|\s+)(?P<y>\d{{4}})\b)?"
        )),
        month_only: new(format!(r"(?i)\b(?P<m>{month})\b\.?{second},?\s+(?P<y>\d{{4}})\b")),
        numeric: new(r"\b(?P<d>\d{1,2})(?P<s>[/.\-])(?P<m>\d{1,2})[/.\-](?P<y>\d{4}|\d{2})\b".to_owned()),
        iso: new(
            r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T\s]+(?P<h>\d{1,2}):(?P<i>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<z>Z\b|[+-]\d{2}:?\d{2})?)?"
                .to_owned(),
        ),
        weekday_before: new(format!(r"(?i)\b(?P<w>{weekday})\b\.?\s*[,،]?\s*$")),
        time_after: new(format!(
            r"(?i)^\s*(?:\d{{4}}\s*)?[,،|\-–—(]*\s*(?:(?:{at})\s+)?(?P<h>\d{{1,2}})(?:[:.hH](?P<i>\d{{2}}))?(?::\d{{2}})?\s*(?P<p>[ap]\.?m\b\.?)?\s*\(?(?P<z>GMT(?:\s?[+-]\d{{1,2}}(?::?\d{{2}})?)?|UTC(?:\s?[+-]\d{{1,2}}(?::?\d{{2}})?)?|Z\b|[+-]\d{{2}}:?\d{{2}}|[A-Z]{{2,4}}T\b|MSK\b)?"
        )),
        time_before: new(
            r"(?i)\b(?P<h>\d{1,2})[:.](?P<i>\d{2})\s*(?P<p>[ap]\.?m\b\.?)?\s*\(?(?P<z>GMT|UTC|[A-Z]{2,4}T\b|MSK\b)?\)?\s*[,،|\-–—]*\s*(?:on\s+)?$"
                .to_owned(),
        ),
        months,
        weekdays,
    }
});

fn any<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let mut words: Vec<&String> = words.collect();
    words.sort_by_key(|w| std::cmp::Reverse(w.len()));
    words.iter().map(|w| regex::escape(w).replace("\\ ", r"\s+")).collect::<Vec<_>>().join("|")
}

fn number(s: &str) -> Option<i16> {
    let mut n: i16 = 0;
    for c in s.chars() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '٠'..='٩' => c as u32 - '٠' as u32,
            '۰'..='۹' => c as u32 - '۰' as u32,
            _ => return None,
        };
        n = n.checked_mul(10)?.checked_add(i16::try_from(digit).ok()?)?;
    }
    Some(n)
}

/// All dates of `text`, in order, not overlapping. At most [`crate::limits::MAX_PAGE_DATES`].
#[must_use]
pub fn find(text: &str) -> Vec<DateMention> {
    if !text.chars().any(char::is_numeric) {
        return vec![];
    }
    let g = &*GRAMMAR;
    let mut found: Vec<DateMention> = vec![];
    // The fuller pattern first; a later one may not overlap an earlier hit.
    for (pattern, regex) in [&g.iso, &g.day_first, &g.month_first, &g.numeric, &g.month_only].into_iter().enumerate() {
        for captures in regex.captures_iter(text).take(crate::limits::MAX_PAGE_DATES) {
            let whole = captures.get(0).map_or(0..0, |m| m.range());
            let part = |name: &str| captures.name(name).map(|m| m.as_str());
            let mention = match pattern {
                0 => iso(&part),
                3 => numeric(&part, &text[..whole.start], &text[whole.end..]),
                _ => named(g, &part),
            };
            let Some(mut mention) = mention else { continue };
            mention.span = Span::new(whole.start, whole.end);
            if found.iter().any(|f| f.span.overlaps(mention.span)) {
                continue;
            }
            found.push(mention);
        }
    }
    found.sort_by_key(|m| m.span);
    found.truncate(crate::limits::MAX_PAGE_DATES);
    for i in 0..found.len() {
        let from = if i == 0 { 0 } else { found[i - 1].span.end as usize };
        let to = found.get(i + 1).map_or(text.len(), |n| n.span.start as usize);
        surroundings(g, text, &mut found[i], from, to);
    }
    found
}

fn mention(year: Option<i16>, month: i16, day: Option<i16>, calendar: CalendarSystem) -> Option<DateMention> {
    let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    let day = match day {
        Some(d) => Some(u8::try_from(d).ok().filter(|d| (1..=31).contains(d))?),
        None => None,
    };
    let plausible = match calendar {
        CalendarSystem::Gregorian => 1500..=2200,
        CalendarSystem::Persian => 1200..=1500,
    };
    if year.is_some_and(|y| !plausible.contains(&y)) {
        return None;
    }
    if calendar == CalendarSystem::Gregorian && !exists(year.unwrap_or(2000), month, day.unwrap_or(1)) {
        return None;
    }
    let span = Span::default();
    Some(DateMention { span, calendar, year, month, day, or_month_day: None, time: None, zone: None, weekday: None })
}

fn exists(year: i16, month: u8, day: u8) -> bool {
    let part = |n: u8| i8::try_from(n).unwrap_or(0);
    jiff::civil::Date::new(year, part(month), part(day)).is_ok()
}

fn iso<'t>(part: &dyn Fn(&str) -> Option<&'t str>) -> Option<DateMention> {
    let year = number(part("y")?)?;
    let calendar = if year < 1500 { CalendarSystem::Persian } else { CalendarSystem::Gregorian };
    let mut m = mention(Some(year), number(part("m")?)?, Some(number(part("d")?)?), calendar)?;
    if let (Some(h), Some(i)) = (part("h"), part("i")) {
        m.time = clock(h, Some(i), None);
        m.zone = m.time.and(part("z")).and_then(zone);
    }
    Some(m)
}

fn numeric<'t>(part: &dyn Fn(&str) -> Option<&'t str>, before: &str, after: &str) -> Option<DateMention> {
    // Part of a longer number: a telephone, an address, a version.
    if before.ends_with(['/', '.', '-', ':', '+']) || after.starts_with(['/', '-', ':']) {
        return None;
    }
    let (first, second) = (number(part("d")?)?, number(part("m")?)?);
    let mut year = number(part("y")?)?;
    if year < 100 {
        if part("s")? != "/" {
            return None;
        }
        year += if year >= 70 { 1900 } else { 2000 };
    }
    let day_first = mention(Some(year), second, Some(first), CalendarSystem::Gregorian);
    let month_first = mention(Some(year), first, Some(second), CalendarSystem::Gregorian);
    match (day_first, month_first) {
        (Some(mut d), Some(m)) => {
            // Dots are written where the day comes first; slashes and hyphens are written everywhere.
            if d.month != m.month && part("s") != Some(".") {
                d.or_month_day = m.day.map(|day| (m.month, day));
            }
            Some(d)
        }
        (d, m) => d.or(m),
    }
}

fn named<'t>(g: &Grammar, part: &dyn Fn(&str) -> Option<&'t str>) -> Option<DateMention> {
    let name = part("m")?;
    // English months are written with a capital; without it "may" and "march" are verbs.
    let english = name.is_ascii() && name.len() <= 5 && name.chars().next().is_some_and(|c| c.is_ascii_lowercase());
    if english && ["may", "march", "mar", "dec", "sep", "jan"].contains(&name) {
        return None;
    }
    let (calendar, month) = month_of(g, name)?;
    let year = part("y").and_then(number);
    let day = match part("d") {
        Some(d) => Some(number(d)?),
        None => None,
    };
    mention(year, i16::from(month), day, calendar)
}

fn month_of(g: &Grammar, name: &str) -> Option<(CalendarSystem, u8)> {
    let folded = name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    g.months.get(&folded).copied()
}

/// Weekday and time that stand right beside the date join it.
fn surroundings(g: &Grammar, text: &str, m: &mut DateMention, from: usize, to: usize) {
    let mut head = &text[from..m.span.start as usize];
    if let Some(c) = g.weekday_before.captures(head) {
        m.weekday = g.weekdays.get(&c["w"].to_lowercase()).copied();
        let start = c.get(0).map_or(0, |w| w.start());
        m.span.start = Span::new(from + start, to).start;
        head = &head[..start];
    }
    if m.time.is_some() || m.day.is_none() {
        return;
    }
    let tail = &text[m.span.end as usize..to];
    let after = g.time_after.captures(tail).and_then(|c| {
        let minutes = c.name("i").map(|i| i.as_str());
        let half = c.name("p").map(|p| p.as_str());
        // A bare number after a date is no time.
        let time = (minutes.is_some() || half.is_some()).then(|| clock(&c["h"], minutes, half)).flatten()?;
        let length = c.get(0).map_or(0, |w| w.as_str().trim_end().len());
        Some((time, c.name("z").and_then(|z| zone(z.as_str())), length))
    });
    if let Some((time, zone, length)) = after {
        m.time = Some(time);
        m.zone = zone;
        m.span.end = Span::new(0, m.span.end as usize + length).end;
        return;
    }
    if let Some(c) = g.time_before.captures(head)
        && let Some(time) = clock(&c["h"], Some(&c["i"]), c.name("p").map(|p| p.as_str()))
    {
        m.time = Some(time);
        m.zone = c.name("z").and_then(|z| zone(z.as_str()));
        m.span.start = Span::new(from + c.get(0).map_or(0, |w| w.start()), to).start;
    }
}

fn clock(hour: &str, minute: Option<&str>, half: Option<&str>) -> Option<(u8, u8)> {
    let mut hour = u8::try_from(number(hour)?).ok()?;
    let minute = u8::try_from(minute.map_or(Some(0), number)?).ok()?;
    if let Some(half) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if half.starts_with(['p', 'P']) { 12 } else { 0 };
    }
    (hour < 24 && minute < 60).then_some((hour, minute))
}

fn zone(s: &str) -> Option<Zone> {
    let upper = s.trim().to_uppercase();
    let offset = upper.strip_prefix("GMT").or_else(|| upper.strip_prefix("UTC")).unwrap_or(&upper).trim();
    if offset.is_empty() || offset == "Z" {
        return Some(Zone::Offset(0));
    }
    let sign = match offset.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return Some(Zone::Abbreviation(upper)),
    };
    let digits: String = offset[1..].chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = digits.split_at(digits.len().min(if digits.len() == 3 { 1 } else { 2 }));
    let minutes = if minutes.is_empty() { 0 } else { number(minutes)? };
    let total = number(hours)?.checked_mul(60)?.checked_add(minutes)?;
    (total <= 14 * 60).then_some(Zone::Offset(sign * total))
}
