//! Reading the fields of one table, with a problem for each that is off.
//!
//! Must not: pass over a key that nobody asked for.

use super::{ITEMS_MAX, NAME_MAX, Problem, TEXT_MAX, Value};
use armistice_core::{
    named::Named,
    statement::wire::{Interval, Number},
    time::Moment,
};
use std::collections::BTreeSet;
use toml::{
    de::{DeTable, DeValue},
    value::{Datetime, Offset},
};

/// One table, and what was asked of it.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    line: usize,
    lines: &'a dyn Fn(usize) -> usize,
    asked: BTreeSet<&'static str>,
    problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(table: &'a DeTable<'a>, line: usize, lines: &'a dyn Fn(usize) -> usize) -> Self {
        Self { table, line, lines, asked: BTreeSet::new(), problems: Vec::new() }
    }

    /// The line of the table.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// What was found wrong; keys that nobody asked for among it.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        for (key, _) in self.table {
            if !self.asked.contains(key.get_ref().as_ref()) {
                let line = (self.lines)(key.span().start);
                let known: Vec<&str> = self.asked.iter().copied().collect();
                let hint = format!("The fields are {}.", known.join(", "));
                self.problems.push(Problem { line, what: format!("`{}` is no field here", key.get_ref()), hint });
            }
        }
        self.problems
    }

    pub(super) fn problem(&mut self, line: usize, what: String, hint: &str) {
        self.problems.push(Problem { line, what, hint: hint.to_owned() });
    }

    fn at(&self, value: &Value<'_>) -> usize {
        (self.lines)(value.span().start)
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Value<'a>> {
        self.asked.insert(key);
        self.table.get(key)
    }

    /// The value, or a problem that it is missing.
    fn need(&mut self, key: &'static str) -> Option<&'a Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.problem(self.line, format!("`{key}` is missing"), "See docs/ledgers.md.");
        }
        value
    }

    fn string(&mut self, key: &str, value: &Value<'_>, most: usize) -> Option<String> {
        let line = self.at(value);
        let DeValue::String(s) = value.get_ref() else {
            self.problem(line, format!("`{key}` is no text"), "Write it in quotes.");
            return None;
        };
        let s = s.trim();
        if s.is_empty() {
            self.problem(line, format!("`{key}` is empty"), "Leave out what is not known.");
        } else if s.len() > most {
            self.problem(line, format!("`{key}` has {} bytes; at most {most}", s.len()), "Shorten it.");
        } else if s.chars().any(|c| c.is_control() && c != '\n') {
            self.problem(line, format!("`{key}` has control characters"), "Take them out.");
        } else {
            return Some(s.to_owned());
        }
        None
    }

    /// A name, a place or a word.
    pub(super) fn name(&mut self, key: &'static str) -> Option<String> {
        let value = self.need(key)?;
        self.string(key, value, NAME_MAX)
    }

    /// The same, where it may be left out.
    pub(super) fn name_opt(&mut self, key: &'static str) -> Option<String> {
        let value = self.get(key)?;
        self.string(key, value, NAME_MAX)
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.need(key)?;
        self.string(key, value, TEXT_MAX)
    }

    /// The same, where it may be left out.
    pub(super) fn text_opt(&mut self, key: &'static str) -> Option<String> {
        let value = self.get(key)?;
        self.string(key, value, TEXT_MAX)
    }

    fn items(&mut self, key: &str, value: &'a Value<'a>) -> &'a [Value<'a>] {
        match value.get_ref() {
            DeValue::Array(list) if list.len() <= ITEMS_MAX => list,
            DeValue::Array(list) => {
                let what = format!("`{key}` has {} items; at most {ITEMS_MAX}", list.len());
                self.problem(self.at(value), what, "Divide the entry.");
                &[]
            }
            _ => {
                self.problem(self.at(value), format!("`{key}` is no list"), "Write it in brackets.");
                &[]
            }
        }
    }

    /// A list of names; left out, it is empty.
    pub(super) fn names(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = self.items(key, value);
        items.iter().filter_map(|v| self.string(key, v, NAME_MAX)).collect()
    }

    /// A list of words of a vocabulary; left out, it is empty.
    pub(super) fn words<T: Named>(&mut self, key: &'static str) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = self.items(key, value);
        items.iter().filter_map(|v| self.read_word(key, v)).collect()
    }

    /// A list of tables; left out, it is empty.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields<'a>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let mut out = Vec::new();
        for item in self.items(key, value) {
            let line = self.at(item);
            let DeValue::Table(table) = item.get_ref() else {
                self.problem(line, format!("an item of `{key}` is no table"), "Write { … }.");
                continue;
            };
            let mut fields = Fields::new(table, line, self.lines);
            out.extend(read(&mut fields));
            self.problems.extend(fields.finish());
        }
        out
    }

    /// A table, where it may be left out.
    pub(super) fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Fields<'a>) -> Option<T>) -> Option<T> {
        let value = self.get(key)?;
        let line = self.at(value);
        let DeValue::Table(table) = value.get_ref() else {
            self.problem(line, format!("`{key}` is no table"), "Write { … }.");
            return None;
        };
        let mut fields = Fields::new(table, line, self.lines);
        let out = read(&mut fields);
        self.problems.extend(fields.finish());
        out
    }

    fn read_word<T: Named>(&mut self, key: &str, value: &Value<'_>) -> Option<T> {
        let word = self.string(key, value, NAME_MAX)?;
        let found = T::from_id(&word);
        if found.is_none() {
            let known: Vec<&str> = T::ALL.iter().map(|v| v.id()).collect();
            let hint = format!("The words are {}.", known.join(", "));
            self.problem(self.at(value), format!("`{word}` is no word for `{key}`"), &hint);
        }
        found
    }

    /// A word of a vocabulary.
    pub(super) fn word<T: Named>(&mut self, key: &'static str) -> Option<T> {
        let value = self.need(key)?;
        self.read_word(key, value)
    }

    /// The same, where it may be left out.
    pub(super) fn word_opt<T: Named>(&mut self, key: &'static str) -> Option<T> {
        let value = self.get(key)?;
        self.read_word(key, value)
    }

    fn read_id<T>(&mut self, key: &str, value: &Value<'_>, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let word = self.string(key, value, NAME_MAX)?;
        let found = read(&word);
        if found.is_none() {
            self.problem(self.at(value), format!("`{word}` is no id for `{key}`"), "Copy it from brief or show.");
        }
        found
    }

    /// An id.
    pub(super) fn id<T>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.need(key)?;
        self.read_id(key, value, read)
    }

    /// The same, where it may be left out.
    pub(super) fn id_opt<T>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.get(key)?;
        self.read_id(key, value, read)
    }

    /// A list of ids; left out, it is empty.
    pub(super) fn ids<T>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = self.items(key, value);
        items.iter().filter_map(|v| self.read_id(key, v, &read)).collect()
    }

    fn integer(&mut self, key: &str, value: &Value<'_>) -> Option<i64> {
        let found = match value.get_ref() {
            DeValue::Integer(n) => i64::from_str_radix(&n.as_str().replace('_', ""), n.radix()).ok(),
            _ => None,
        };
        if found.is_none() {
            self.problem(self.at(value), format!("`{key}` is no whole number"), "Leave out what is not stated.");
        }
        found
    }

    fn count_of(&mut self, key: &str, value: &Value<'_>) -> Option<u64> {
        let n = self.integer(key, value)?;
        let found = u64::try_from(n).ok();
        if found.is_none() {
            self.problem(self.at(value), format!("`{key}` is below zero"), "Leave out what is not stated.");
        }
        found
    }

    /// A count, where it may be left out: then it is not stated.
    pub(super) fn count(&mut self, key: &'static str) -> Option<u64> {
        let value = self.get(key)?;
        self.count_of(key, value)
    }

    /// The same, of a smaller size.
    pub(super) fn small(&mut self, key: &'static str) -> Option<u32> {
        let value = self.get(key)?;
        let n = self.count_of(key, value)?;
        let found = u32::try_from(n).ok();
        if found.is_none() {
            self.problem(self.at(value), format!("`{key}` is too large"), "Correct it.");
        }
        found
    }

    /// A point's part in degrees, given in quotes or as a number: micro-degrees.
    pub(super) fn micro_degrees(&mut self, key: &'static str, most: i64) -> Option<i32> {
        let value = self.get(key)?;
        let text = match value.get_ref() {
            DeValue::Integer(n) => n.as_str().to_owned(),
            DeValue::Float(n) => n.as_str().to_owned(),
            DeValue::String(s) => s.to_string(),
            _ => String::new(),
        };
        let found = micro(&text).filter(|n| n.abs() <= most * 1_000_000).and_then(|n| i32::try_from(n).ok());
        if found.is_none() {
            let hint = "Write degrees with at most six decimals, such as 34.874.";
            self.problem(self.at(value), format!("`{key}` is no coordinate"), hint);
        }
        found
    }

    /// Yes or no, with what holds where it is left out.
    pub(super) fn flag(&mut self, key: &'static str, otherwise: bool) -> bool {
        let Some(value) = self.get(key) else { return otherwise };
        if let DeValue::Boolean(b) = value.get_ref() {
            return *b;
        }
        self.problem(self.at(value), format!("`{key}` is neither true nor false"), "Write true or false.");
        otherwise
    }

    /// A bounded number: a whole number, or `{ min, best, max }`. Left out, it is not stated.
    pub(super) fn number(&mut self, key: &'static str) -> Number {
        let Some(value) = self.get(key) else { return Number::default() };
        if !value.get_ref().is_table() {
            return self.count_of(key, value).map(Number::exactly).unwrap_or_default();
        }
        let line = self.at(value);
        let read =
            |f: &mut Fields<'a>| Some(Number { min: f.count("min"), best: f.count("best"), max: f.count("max") });
        let number = self.table(key, read).unwrap_or_default();
        let ordered = [number.min, number.best, number.max].iter().flatten().is_sorted();
        if !ordered {
            self.problem(line, format!("the bounds of `{key}` are in the wrong order"), "min ≤ best ≤ max.");
        }
        number
    }

    fn moment(&mut self, key: &str, value: &Value<'_>) -> Option<Moment> {
        let text = match value.get_ref() {
            DeValue::String(s) => s.to_string(),
            DeValue::Datetime(d) => datetime(d).unwrap_or_default(),
            _ => String::new(),
        };
        let found = text.parse().ok();
        if found.is_none() {
            let hint = "Write 2021-05-12, \"2021-05-12T14:00\", \"2021-05-12T08:00Z\" or \"2021-05-12T14:00+06:00\".";
            self.problem(self.at(value), format!("`{key}` is no date or time"), hint);
        }
        found
    }

    /// A moment whose place on the clock is certain, in seconds since 1970.
    pub(super) fn seconds_opt(&mut self, key: &'static str) -> Option<i64> {
        let value = self.get(key)?;
        let m = self.moment(key, value)?;
        let bounds = armistice_core::ledger::seconds(&Interval { from: Some(m), to: Some(m) });
        if let (Some(a), Some(b)) = bounds
            && a == b
        {
            return Some(a);
        }
        let hint = "Give the hour and its distance from UTC, such as 2021-05-12T14:00+06:00.";
        self.problem(self.at(value), format!("`{key}` is not exact"), hint);
        None
    }

    fn read_interval(&mut self, key: &'static str, value: &'a Value<'a>) -> Option<Interval> {
        if let DeValue::String(s) = value.get_ref()
            && s == "unknown"
        {
            return Some(Interval::default());
        }
        if !value.get_ref().is_table() {
            let m = self.moment(key, value)?;
            return Some(Interval { from: Some(m), to: Some(m) });
        }
        let line = self.at(value);
        let interval = self.table(key, |f| {
            let mut end = |k| f.get(k).map(|v| f.moment(k, v));
            match (end("from"), end("to")) {
                (Some(None), _) | (_, Some(None)) => None,
                (from, to) => Some(Interval { from: from.flatten(), to: to.flatten() }),
            }
        })?;
        // Between two distances from UTC civil days may run backwards; there only the bounds tell.
        let backwards = |a: Moment, b: Moment| {
            let hours = a.date == b.date && a.time.zip(b.time).is_some_and(|(a, b)| a > b);
            a.offset_minutes == b.offset_minutes && (a.date > b.date || hours)
        };
        let (first, last) = armistice_core::ledger::seconds(&interval);
        let surely = first.zip(last).is_some_and(|(a, b)| a > b);
        if surely || interval.from.zip(interval.to).is_some_and(|(a, b)| backwards(a, b)) {
            self.problem(line, format!("`{key}` ends before it begins"), "Correct one of the two.");
            return None;
        }
        Some(interval)
    }

    /// A time: a moment, `{ from, to }` with ends that may be left out, or `"unknown"`.
    pub(super) fn interval(&mut self, key: &'static str) -> Option<Interval> {
        let value = self.need(key)?;
        self.read_interval(key, value)
    }

    /// The same, where it may be left out.
    pub(super) fn interval_opt(&mut self, key: &'static str) -> Option<Interval> {
        let value = self.get(key)?;
        self.read_interval(key, value)
    }
}

/// A date of TOML in the text form of moments; seconds other than zero have none.
fn datetime(d: &Datetime) -> Option<String> {
    let date = d.date?;
    let day = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    let Some(time) = d.time else { return Some(day) };
    if time.second.unwrap_or(0) != 0 || time.nanosecond.unwrap_or(0) != 0 {
        return None;
    }
    let zone = match d.offset {
        None => String::new(),
        Some(Offset::Z | Offset::Custom { minutes: 0 }) => "Z".to_owned(),
        Some(Offset::Custom { minutes }) => {
            let (sign, m) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
            format!("{sign}{:02}:{:02}", m / 60, m % 60)
        }
    };
    Some(format!("{day}T{:02}:{:02}{zone}", time.hour, time.minute))
}

/// Degrees with at most six decimals, in millionths, without floating point.
fn micro(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.trim_start_matches('+')), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 6 || !plain(whole) || !plain(part) {
        return None;
    }
    let part: i64 = format!("{part:0<6}").parse().ok()?;
    Some(sign * (whole.parse::<i64>().ok()? * 1_000_000 + part))
}
