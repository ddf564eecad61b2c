//! Times as texts state them: dates, weekdays, offsets, stretches, clocks and parts of a day.
//!
//! Must not: resolve anything against a calendar or an anchor, or hold a word of any language.

use super::{
    Found,
    grammar::{self, What},
    lang::{self, Lang},
    time_rules::{Gives, PartName, Rule, RuleData, UnitName, Way},
    token::{self, Kind, Phrases, Tok},
};
use armistice_core::{
    span::Span,
    time::{Direction, PartOfDay, TimeExpr, Unit},
};
use jiff::civil::Weekday;

/// Something that a form can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Month,
    SureMonth,
    Day,
    Year,
    Weekday,
    AnyWeekday,
    Num,
    Unit,
    LongUnit,
    Part,
    NumDate,
    Clock,
    ZonedClock,
    LooseClock,
}

impl Slot {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "month" => Self::Month,
            "sure_month" => Self::SureMonth,
            "day" => Self::Day,
            "year" => Self::Year,
            "weekday" => Self::Weekday,
            "any_weekday" => Self::AnyWeekday,
            "num" => Self::Num,
            "unit" => Self::Unit,
            "long_unit" => Self::LongUnit,
            "part" => Self::Part,
            "numdate" => Self::NumDate,
            "clock" => Self::Clock,
            "zoned_clock" => Self::ZonedClock,
            "loose_clock" => Self::LooseClock,
            _ => return None,
        })
    }
}

/// What a slot held.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Month(i8),
    Day(i8),
    Year(i16),
    Weekday(Weekday),
    Num(u32),
    Unit(Unit),
    Part(PartOfDay),
    Clock { hour: i8, minute: i8, offset: Option<i16> },
    Expr(Box<TimeExpr>),
    Set(usize),
}

struct Cx<'a> {
    lang: &'a Lang,
    text: &'a str,
}

impl Cx<'_> {
    fn month(&self, toks: &[Tok], i: usize, sure: bool) -> Option<(usize, Value)> {
        let d = &self.lang.times.data;
        let t = toks.get(i).filter(|t| t.word() && (t.cap || !d.months_capitalised))?;
        if let Some(m) = d.months.get(&t.lower) {
            // A bare month must be a word that is nothing else; short names may be.
            return (!sure || t.lower.chars().count() > 5).then_some((i + 1, Value::Month(*m)));
        }
        let m = d.month_abbreviations.get(&t.lower).filter(|_| !sure)?;
        let dot = toks.get(i + 1).is_some_and(|n| n.is(".") && n.glued && toks.get(i + 2).is_some());
        Some((i + 1 + usize::from(dot), Value::Month(*m)))
    }

    fn day(&self, toks: &[Tok], i: usize) -> Option<(usize, Value)> {
        let t = toks.get(i).filter(|t| t.kind == Kind::Number && t.lower.len() <= 2)?;
        let day: i8 = t.lower.parse().ok().filter(|d| (1..=31).contains(d))?;
        let suffix = toks.get(i + 1).is_some_and(|n| n.glued && self.lang.numbers.ordinal_suffixes.contains(&n.lower));
        let end = i + 1 + usize::from(suffix);
        // "12:30" and "12%" are no days.
        let bad = toks.get(end).is_some_and(|n| n.glued && (n.is(":") || n.is("%") || n.is("/")));
        (!bad).then_some((end, Value::Day(day)))
    }

    fn weekday(&self, toks: &[Tok], i: usize, short: bool) -> Option<(usize, Value)> {
        let d = &self.lang.times.data;
        let t = toks.get(i).filter(|t| t.word() && (t.cap || !d.months_capitalised))?;
        let value = |n: &i8| Weekday::from_monday_one_offset(*n).ok().map(Value::Weekday);
        if let Some(n) = d.weekdays.get(&t.lower) {
            return Some((i + 1, value(n)?));
        }
        let n = d.weekday_abbreviations.get(&t.lower).filter(|_| short)?;
        let dot = toks.get(i + 1).is_some_and(|n| n.is(".") && n.glued);
        Some((i + 1 + usize::from(dot), value(n)?))
    }

    /// `30/12/2016`, `2016-12-30`, `30.12.2016`, `2016-12-30T08:00Z` (its date).
    fn num_date(&self, toks: &[Tok], i: usize) -> Option<(usize, Value)> {
        let t = toks.get(i).filter(|t| t.kind == Kind::Number)?;
        if i > 0 && t.glued && toks.get(i - 1).is_some_and(|p| p.kind != Kind::Punct || p.is("-") || p.is("/")) {
            return None;
        }
        let (a, b, c, end) = if t.lower.matches('.').count() == 2 {
            let mut parts = t.lower.split('.');
            (parts.next()?.to_owned(), parts.next()?.to_owned(), parts.next()?.to_owned(), i + 1)
        } else {
            let [s1, n1, s2, n2] = toks.get(i + 1..i + 5)? else { return None };
            let ok = s1.lower == s2.lower
                && (s1.is("/") || s1.is("-"))
                && [s1, n1, s2, n2].iter().all(|t| t.glued)
                && n1.kind == Kind::Number
                && n2.kind == Kind::Number;
            ok.then(|| (t.lower.clone(), n1.lower.clone(), n2.lower.clone(), i + 5))?
        };
        let num = |s: &str| s.parse::<i16>().ok();
        let (year, x, y, iso) = match (a.len(), b.len(), c.len()) {
            (4, 1..=2, 1..=2) => (num(&a)?, num(&b)?, num(&c)?, true),
            (1..=2, 1..=2, 4) => (num(&c)?, num(&a)?, num(&b)?, false),
            _ => return None,
        };
        let order = self.lang.times.data.slash_order.as_str();
        let (month, day) = if iso || x == y || order == "mdy" && x <= 12 || y > 12 {
            (Some(x), Some(y))
        } else if x > 12 || order == "dmy" || a.len() <= 2 && t.lower.contains('.') {
            (Some(y), Some(x))
        } else {
            (None, None)
        };
        let month = month.and_then(|m| i8::try_from(m).ok());
        let day = day.and_then(|d| i8::try_from(d).ok());
        let ok = (1000..=2999).contains(&year)
            && month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| (1..=31).contains(&d));
        let expr = TimeExpr::Calendar { year: Some(year), month, day, weekday: None };
        ok.then(|| (end, Value::Expr(Box::new(expr))))
    }

    fn clock(&self, toks: &[Tok], i: usize, slot: Slot) -> Option<(usize, Value)> {
        let r = &self.lang.times;
        let t = toks.get(i).filter(|t| t.kind == Kind::Number)?;
        if t.glued && toks.get(i.checked_sub(1)?).is_some_and(|p| !p.is("(") && !p.is("T")) {
            return None;
        }
        let (mut hour, minute, mut end, mut sure): (i8, i8, usize, bool);
        let colon = toks
            .get(i + 1)
            .filter(|c| c.glued && c.is(":"))
            .and_then(|_| toks.get(i + 2))
            .filter(|m| m.glued && m.kind == Kind::Number && m.lower.len() == 2);
        if let Some(m) = colon {
            (hour, minute, end, sure) = (t.lower.parse().ok()?, m.lower.parse().ok()?, i + 3, true);
        } else if t.lower.len() == 4 && t.lower.bytes().all(|b| b.is_ascii_digit()) {
            (hour, minute, end, sure) = (t.lower[..2].parse().ok()?, t.lower[2..].parse().ok()?, i + 1, false);
        } else if let Some((h, m)) = t.lower.split_once('.') {
            if m.len() != 2 {
                return None;
            }
            (hour, minute, end, sure) = (h.parse().ok()?, m.parse().ok()?, i + 1, false);
        } else {
            (hour, minute, end, sure) = (t.lower.parse().ok()?, 0, i + 1, false);
        }
        let bare = colon.is_none() && t.lower.len() <= 2;
        let mut half = false;
        if let Some((e, pm)) =
            r.am.at(toks, end).map(|(e, ())| (e, false)).or_else(|| r.pm.at(toks, end).map(|(e, ())| (e, true)))
        {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + if pm { 12 } else { 0 };
            // The last dot of "p.m." may end the sentence, too; it belongs to the abbreviation.
            (end, sure, half) = (e, true, true);
        } else if !bare && let Some((e, ())) = r.hours.at(toks, end) {
            (end, sure) = (e, true);
        }
        if !(0..=23).contains(&hour) || !(0..=59).contains(&minute) {
            return None;
        }
        let zone = r.zones.at(toks, end);
        let value = |offset| Value::Clock { hour, minute, offset };
        match slot {
            Slot::ZonedClock => zone.filter(|_| !bare || half).map(|(e, z)| (e, value(Some(*z)))),
            // Another clock must vouch for it, or its zone.
            Slot::LooseClock => (zone.is_none()).then(|| (end, value(None))),
            _ => (sure && zone.is_none()).then(|| (end, value(None))),
        }
    }
}

impl grammar::Context for Cx<'_> {
    fn slot(&self, slot: Slot, toks: &[Tok], i: usize) -> Option<(usize, Value)> {
        let r = &self.lang.times;
        match slot {
            Slot::Month => self.month(toks, i, false),
            Slot::SureMonth => self.month(toks, i, true),
            Slot::Day => self.day(toks, i),
            Slot::Year => {
                let t = toks.get(i).filter(|t| t.kind == Kind::Number && t.lower.len() == 4)?;
                let year = t.lower.parse().ok().filter(|y| (1900..=2099).contains(y))?;
                let clash = toks.get(i + 1).is_some_and(|n| n.glued && (n.is("/") || n.is("%")));
                (!clash).then_some((i + 1, Value::Year(year)))
            }
            Slot::Weekday => self.weekday(toks, i, false),
            Slot::AnyWeekday => self.weekday(toks, i, true),
            Slot::Num => {
                let n = self.lang.numbers.at(toks, i)?;
                Some((n.end, Value::Num(u32::try_from(n.value).ok().filter(|n| *n <= 10_000)?)))
            }
            Slot::Unit | Slot::LongUnit => {
                let t = toks.get(i)?;
                let long = !r.data.day_units.contains(&t.lower);
                let unit = r.data.units.get(&t.lower).filter(|_| slot == Slot::Unit || long)?;
                Some((i + 1, Value::Unit(unit.unit())))
            }
            Slot::Part => r.parts.at(toks, i).map(|(e, p)| (e, Value::Part(*p))),
            Slot::NumDate => self.num_date(toks, i),
            Slot::Clock | Slot::ZonedClock | Slot::LooseClock => self.clock(toks, i, slot),
        }
    }

    fn sets(&self) -> &[Phrases<()>] {
        &self.lang.times.sets
    }

    fn group(&self, group: usize, toks: &[Tok], i: usize, depth: usize) -> Option<(usize, Value)> {
        let r = &self.lang.times;
        let mut best: Option<(usize, TimeExpr)> = None;
        let key = first_key(toks.get(i)?);
        for &ri in r.groups.get(group)?.by_first.get(key)? {
            if let Some((end, expr)) = self.rule(&r.rules[ri], toks, i, depth)
                && best.as_ref().is_none_or(|(e, _)| end > *e)
            {
                best = Some((end, expr));
            }
        }
        best.map(|(e, x)| (e, Value::Expr(Box::new(x))))
    }
}

impl Cx<'_> {
    fn rule(&self, rule: &Rule, toks: &[Tok], i: usize, depth: usize) -> Option<(usize, TimeExpr)> {
        let (end, values) = grammar::run(self, &rule.items, toks, i, depth)?;
        if end == i {
            return None;
        }
        let expr = build(&rule.data, &values, self.lang.times.approx)?;
        Some((end, expr))
    }

    /// The longest time that begins at token `i`.
    fn at(&self, toks: &[Tok], i: usize) -> Option<(usize, TimeExpr)> {
        let r = &self.lang.times;
        let key = first_key(&toks[i]);
        let mut best: Option<(usize, TimeExpr, bool)> = None;
        for &ri in r.by_first.get(key)? {
            let rule = &r.rules[ri];
            if rule.data.weak && best.is_some() {
                continue;
            }
            let Some((end, expr)) = self.rule(rule, toks, i, 0) else { continue };
            if best.as_ref().is_none_or(|(e, _, weak)| end > *e || *weak && !rule.data.weak) {
                best = Some((end, expr, rule.data.weak));
            }
        }
        best.map(|(e, x, _)| (e, x))
    }

    /// Which way a bare weekday or month of `toks[start..end]` points.
    fn direction(&self, toks: &[Tok], start: usize, end: usize) -> Direction {
        let r = &self.lang.times;
        if r.reporting.before(toks, start).is_some() {
            return Direction::Past;
        }
        let sent = toks[start].sent;
        let stop = |t: &Tok| {
            t.sent != sent
                || matches!(t.lower.as_str(), ";" | "\u{201c}" | "\u{201d}" | "\"")
                || self.lang.clause_breaks.contains(&t.lower)
        };
        let from = (0..start).rev().find(|&k| stop(&toks[k])).map_or(0, |k| k + 1);
        let to = (end..toks.len()).find(|&k| stop(&toks[k])).unwrap_or(toks.len());
        let deadline = toks.get(start).is_some_and(|t| r.data.future_prepositions.contains(&t.lower));
        let told = toks[from..start].iter().any(|t| r.data.past_helpers.contains(&t.lower));
        if told {
            return Direction::Past;
        }
        if deadline || r.future.any_in(toks, from..(start + 1).min(end)) {
            return Direction::Future;
        }
        // After the time, what is ahead is told of it only when the time opens the sentence, or owns the thing.
        let owned = toks.get(end).is_some_and(|t| t.glued && self.lang.possessive.contains(&t.lower));
        if (owned || toks[start].first) && r.future.any_in(toks, end..to) {
            return if owned { Direction::Nearest } else { Direction::Future };
        }
        Direction::Past
    }
}

/// What a token is filed under in the index of first words.
fn first_key(t: &Tok) -> &str {
    if t.kind == Kind::Number { "" } else { t.lower.as_str() }
}

/// Replaces directions that only the clause can tell.
fn settle(expr: &mut TimeExpr, direction: Direction) {
    match expr {
        TimeExpr::Weekday { direction: d, .. } | TimeExpr::Month { direction: d, .. } => {
            if *d == Direction::Nearest {
                *d = direction;
            }
        }
        TimeExpr::Since(inner) => settle(inner, Direction::Past),
        TimeExpr::Between(a, b) => {
            settle(a, direction);
            settle(b, direction);
        }
        TimeExpr::Clock { day: Some(day), .. } | TimeExpr::PartOfDay { day: Some(day), .. } => settle(day, direction),
        TimeExpr::Clock { day: None, .. }
        | TimeExpr::PartOfDay { day: None, .. }
        | TimeExpr::Calendar { .. }
        | TimeExpr::Offset { .. }
        | TimeExpr::Past { .. }
        | TimeExpr::Columns { .. } => {}
    }
}

/// The expression that a rule makes of what its slots hold.
fn build(rule: &RuleData, values: &[Value], approx_set: Option<usize>) -> Option<TimeExpr> {
    let (mut months, mut days, mut years, mut weekdays) = (vec![], vec![], vec![], vec![]);
    let (mut num, mut unit, mut part, mut exprs, mut clocks) = (None, None, None, vec![], vec![]);
    let mut approx = false;
    for v in values {
        match v {
            Value::Month(m) => months.push(*m),
            Value::Day(d) => days.push(*d),
            Value::Year(y) => years.push(*y),
            Value::Weekday(w) => weekdays.push(*w),
            Value::Num(n) => num = Some(*n),
            Value::Unit(u) => unit = Some(*u),
            Value::Part(p) => part = Some(*p),
            Value::Clock { hour, minute, offset } => clocks.push((*hour, *minute, *offset)),
            Value::Expr(e) => exprs.push(e.clone()),
            Value::Set(n) => approx |= Some(*n) == approx_set,
        }
    }
    let unit = unit.or(rule.unit.map(UnitName::unit));
    let direction = match rule.direction {
        Some(Way::Past) => Direction::Past,
        Some(Way::Future) => Direction::Future,
        Some(Way::Context | Way::Deadline) | None => Direction::Nearest,
    };
    Some(match rule.gives {
        Gives::Same => *exprs.into_iter().next()?,
        Gives::Calendar => match exprs.into_iter().next() {
            Some(e) => *e,
            None => calendar(years.first(), months.first(), days.first(), weekdays.first())?,
        },
        Gives::Weekday => TimeExpr::Weekday { weekday: *weekdays.first()?, direction },
        Gives::Month => TimeExpr::Month { month: *months.first()?, direction },
        Gives::Offset => {
            let amount = match (rule.amount, rule.sign) {
                (Some(a), _) => a,
                (None, sign) => i32::try_from(num?).ok()? * sign.unwrap_or(-1),
            };
            TimeExpr::Offset { amount, unit: unit?, approx }
        }
        Gives::Past => {
            let amount = num.or(rule.amount.and_then(|a| u32::try_from(a).ok()));
            TimeExpr::Past { amount, unit: unit? }
        }
        Gives::Since => TimeExpr::Since(exprs.into_iter().next()?),
        Gives::Between => {
            let mut e = exprs.into_iter();
            if let (Some(a), Some(b)) = (e.next(), e.next()) {
                let day = e.next();
                let on = |x: TimeExpr| match (x, &day) {
                    (TimeExpr::Clock { hour, minute, offset_minutes, day: None }, Some(d)) => {
                        TimeExpr::Clock { hour, minute, offset_minutes, day: Some(d.clone()) }
                    }
                    (x, _) => x,
                };
                let (a, b) = share_year(on(*a), on(*b));
                TimeExpr::Between(Box::new(a), Box::new(b))
            } else if let [a, b] = weekdays[..] {
                let day = |weekday| Box::new(TimeExpr::Weekday { weekday, direction });
                TimeExpr::Between(day(a), day(b))
            } else {
                let (m1, m2) = (months.first()?, months.get(1).or(months.first())?);
                let (d1, d2) = (days.first()?, days.get(1)?);
                // A year at the end of a range that turns the year belongs to the end alone.
                let turn = m1 > m2;
                let y2 = years.last();
                let y1 = if turn { y2.map(|y| y - 1) } else { y2.copied() };
                let a = calendar(y1.as_ref(), Some(m1), Some(d1), None)?;
                let b = calendar(y2, Some(m2), Some(d2), None)?;
                TimeExpr::Between(Box::new(a), Box::new(b))
            }
        }
        Gives::Clock => {
            let &(hour, minute, offset) = clocks.first()?;
            let offset_minutes = match (offset, clocks.get(1)) {
                (None, Some(&(h, m, Some(zone)))) => Some(implied(hour, minute, h, m, zone)),
                _ => offset,
            };
            TimeExpr::Clock { hour, minute, offset_minutes, day: exprs.into_iter().next() }
        }
        Gives::Part => {
            let today = rule.day.map(|amount| Box::new(TimeExpr::Offset { amount, unit: Unit::Day, approx: false }));
            let part = rule.part.map(PartName::part).or(part)?;
            TimeExpr::PartOfDay { part, day: exprs.into_iter().next().or(today) }
        }
    })
}

fn calendar(y: Option<&i16>, m: Option<&i8>, d: Option<&i8>, w: Option<&Weekday>) -> Option<TimeExpr> {
    // A day that no month has is no date.
    let longest = |m: i8| match m {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if let (Some(m), Some(d)) = (m, d)
        && *d > longest(*m)
    {
        return None;
    }
    Some(TimeExpr::Calendar { year: y.copied(), month: m.copied(), day: d.copied(), weekday: w.copied() })
}

/// "between January and March 2017": the first takes the year of the second when it does not pass it.
fn share_year(a: TimeExpr, b: TimeExpr) -> (TimeExpr, TimeExpr) {
    if let TimeExpr::Calendar { year: Some(y), month: Some(m2), .. } = b {
        let before = |m: i8| if m > m2 { y - 1 } else { y };
        match a {
            TimeExpr::Month { month, .. } => {
                return (
                    TimeExpr::Calendar { year: Some(before(month)), month: Some(month), day: None, weekday: None },
                    b,
                );
            }
            TimeExpr::Calendar { year: None, month: Some(month), day, weekday } => {
                let year = Some(before(month));
                return (TimeExpr::Calendar { year, month: Some(month), day, weekday }, b);
            }
            _ => return (a, b),
        }
    }
    (a, b)
}

/// Minutes east of UTC that make the one clock show the other, from -12 h to +14 h.
fn implied(hour: i8, minute: i8, zoned_hour: i8, zoned_minute: i8, zone: i16) -> i16 {
    let minutes = |h: i8, m: i8| i16::from(h) * 60 + i16::from(m);
    let mut diff = minutes(hour, minute) - minutes(zoned_hour, zoned_minute) + zone;
    while diff <= -12 * 60 {
        diff += 24 * 60;
    }
    while diff > 14 * 60 {
        diff -= 24 * 60;
    }
    diff
}

/// Finds the times that `text` states, in the language `lang` (a code such as `en`).
///
/// Spans are bytes of `text`, ordered, not overlapping, and hold the preposition ("on Monday", "since March 2011").
/// Nothing is resolved: see `armistice_core::time`. An unknown language gives nothing.
#[must_use]
pub fn find(text: &str, lang: &str) -> Vec<Found<TimeExpr>> {
    let Some(lang) = lang::get(lang) else { return vec![] };
    find_in(text, &token::tokens(text, &lang.token), lang).into_iter().map(|(_, f)| f).collect()
}

/// As [`find`], over tokens, with the range of tokens of each time.
pub(crate) fn find_in(text: &str, toks: &[Tok], lang: &Lang) -> Vec<(std::ops::Range<usize>, Found<TimeExpr>)> {
    let cx = Cx { lang, text };
    let open = lang.times.open(toks);
    let mut out = vec![];
    let mut i = 0;
    while i < toks.len() {
        match open[i].then(|| cx.at(toks, i)).flatten() {
            Some((end, mut expr)) if end > i => {
                let last = cx.trim(toks, i, end);
                settle(&mut expr, cx.direction(toks, i, last));
                let span = Span::new(toks[i].start, toks[last - 1].end);
                out.push((i..last, Found { span, value: expr }));
                i = last;
            }
            _ => i += 1,
        }
    }
    out
}

impl Cx<'_> {
    /// A match may have eaten a comma that an absent option would have needed.
    fn trim(&self, toks: &[Tok], start: usize, mut end: usize) -> usize {
        while end > start + 1 && matches!(&self.text[toks[end - 1].start..toks[end - 1].end], "," | "(" | "/") {
            end -= 1;
        }
        end
    }
}

/// Keeps the item kinds in step with the forms of the language files (checked by the tests).
#[must_use]
pub fn form_problems(lang: &str) -> Vec<String> {
    let Some(lang) = lang::get(lang) else { return vec![format!("no language {lang}")] };
    let mut out = vec![];
    for r in &lang.times.rules {
        for item in &r.items {
            if let What::Group(group) = item.what
                && let Some(group) = lang.times.groups.get(group)
                && group.rules.is_empty()
            {
                out.push(format!("rule `{}`: no slot, set or group is called {}", r.data.form, group.name));
            }
        }
    }
    out
}
