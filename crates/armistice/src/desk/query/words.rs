//! The words of a query: `status:corroborated kind:air_strike since:2017-01-20 -place:"X" origins>=2 "exact phrase" shell*`.
//!
//! Must not: drop a word that it does not understand; that is a problem with its place.

use super::{
    Compare, Field, Filter, Kind, Query, QueryProblem, TERMS_MAX, VALUES_MAX, WORDS_MAX, Wrong, field::Takes,
    problem::nearest, spans::End,
};
use jiff::tz::TimeZone;

/// The most bytes of one value.
const VALUE_MAX: usize = 200;

/// A word or phrase that is searched for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// It must not stand there.
    pub negated: bool,
    /// The words stand next to each other, spelt so.
    pub phrase: bool,
    /// It is the beginning of a word.
    pub prefix: bool,
    /// The words.
    pub text: String,
}

impl Term {
    fn spell(&self) -> String {
        let minus = if self.negated { "-" } else { "" };
        let star = if self.prefix { "*" } else { "" };
        if self.phrase { format!("{minus}\"{}\"", self.text) } else { format!("{minus}{}{star}", self.text) }
    }
}

/// The words and phrases of a canonical search text.
#[must_use]
pub fn terms(text: &str) -> Vec<Term> {
    let mut reader = Reader::new(Kind::Incidents, text, "q");
    reader.read();
    reader.terms
}

/// Reads words.
pub(super) fn parse(kind: Kind, words: &str) -> Result<Query, Vec<QueryProblem>> {
    let mut query = Query::all(kind);
    let mut problems = Vec::new();
    read(&mut query, words, &mut problems);
    finish(&mut query, &mut problems);
    if problems.is_empty() { Ok(query) } else { Err(problems) }
}

/// Reads words into a query.
pub(super) fn read(query: &mut Query, words: &str, problems: &mut Vec<QueryProblem>) {
    if words.len() > WORDS_MAX {
        problems.push(QueryProblem {
            wrong: Wrong::TooLong,
            text: words.chars().take(40).collect(),
            parameter: "q".to_owned(),
            start: 0,
            end: words.len(),
            instead: None,
            did_you_mean: Vec::new(),
        });
        return;
    }
    let mut reader = Reader::new(query.kind, words, "q");
    reader.read();
    query.filters.append(&mut reader.filters);
    query.text = reader.terms.iter().map(Term::spell).collect::<Vec<_>>().join(" ");
    problems.append(&mut reader.problems);
}

/// Reads one filter as an address has it: `status=verified`, `origins=>=2`.
pub(super) fn read_field(query: &mut Query, field: Field, value: &str, problems: &mut Vec<QueryProblem>) {
    let (compare, rest) = match (value.strip_prefix(">="), value.strip_prefix("<=")) {
        (Some(rest), _) => (Compare::AtLeast, rest),
        (_, Some(rest)) => (Compare::AtMost, rest),
        _ => (Compare::Is, value),
    };
    let mut reader = Reader::new(query.kind, value, field.id());
    let at = value.len() - rest.len();
    reader.filter(field, compare, vec![(rest.to_owned(), at, value.len())], false, (0, value.len()));
    // Boxes of one form that are ticked together mean one or the other.
    for f in reader.filters {
        let same = |g: &&mut Filter| g.field == f.field && g.compare == f.compare && !g.negated && !f.field.single();
        match query.filters.iter_mut().find(same) {
            Some(g) => g.values.extend(f.values),
            None => query.filters.push(f),
        }
    }
    problems.append(&mut reader.problems);
}

/// Puts the filters into their order and says what can never hold.
pub(super) fn finish(query: &mut Query, problems: &mut Vec<QueryProblem>) {
    for f in &mut query.filters {
        f.values.sort();
        f.values.dedup();
    }
    query.filters.sort();
    query.filters.dedup();
    let whole = |text: String, wrong: Wrong, instead: Option<String>| QueryProblem {
        wrong,
        end: text.len(),
        text,
        parameter: "q".to_owned(),
        start: 0,
        instead,
        did_you_mean: Vec::new(),
    };
    let few = query.filters.len() <= TERMS_MAX && terms(&query.text).len() <= TERMS_MAX;
    if !few {
        problems.push(whole(String::new(), Wrong::TooMany, None));
    }
    if query.filters.iter().any(|f| f.values.len() > VALUES_MAX) {
        problems.push(whole(String::new(), Wrong::TooMany, None));
    }
    for field in Field::ALL.into_iter().filter(|f| f.single()) {
        let of: Vec<&Filter> = query.filters.iter().filter(|f| f.field == field && !f.negated).collect();
        if let [first, _, ..] = of[..] {
            let text = of.iter().map(|f| spell_filter(f)).collect::<Vec<_>>().join(" ");
            problems.push(whole(text, Wrong::NeverBoth, Some(spell_filter(first))));
        }
    }
    let end = |field| query.filters.iter().find(|f| f.field == field).and_then(|f| End::parse(&f.values[0]));
    if let (Some(since), Some(until)) = (end(Field::Since), end(Field::Until))
        && until.last(&TimeZone::UTC) < since.first(&TimeZone::UTC)
    {
        let instead = format!("since:{until} until:{since}");
        problems.push(whole(format!("since:{since} until:{until}"), Wrong::Backwards, Some(instead)));
    }
}

/// The canonical words of a query.
pub(super) fn spell(query: &Query) -> String {
    let mut out: Vec<String> = query.filters.iter().map(spell_filter).collect();
    if !query.text.is_empty() {
        out.push(query.text.clone());
    }
    out.join(" ")
}

fn spell_filter(f: &Filter) -> String {
    let sign = match f.compare {
        Compare::Is => ":",
        Compare::AtLeast => ">=",
        Compare::AtMost => "<=",
    };
    let minus = if f.negated { "-" } else { "" };
    let values: Vec<String> = f.values.iter().map(|v| quote(v)).collect();
    format!("{minus}{}{sign}{}", f.field.id(), values.join(","))
}

/// A value as it is written: bare where it is one word, else in quotation marks.
fn quote(value: &str) -> String {
    let bare = !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || matches!(c, '"' | ',' | '\\'));
    if bare {
        return value.to_owned();
    }
    let mut out = String::from('"');
    for c in value.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

struct Reader<'a> {
    kind: Kind,
    text: &'a str,
    parameter: &'a str,
    at: usize,
    filters: Vec<Filter>,
    terms: Vec<Term>,
    problems: Vec<QueryProblem>,
}

/// A value with its place.
type Placed = (String, usize, usize);

impl<'a> Reader<'a> {
    const fn new(kind: Kind, text: &'a str, parameter: &'a str) -> Self {
        Self { kind, text, parameter, at: 0, filters: Vec::new(), terms: Vec::new(), problems: Vec::new() }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn problem(&mut self, wrong: Wrong, (start, end): (usize, usize), instead: Option<String>, near: Vec<String>) {
        self.problems.push(QueryProblem {
            wrong,
            text: self.text.get(start..end).unwrap_or_default().to_owned(),
            parameter: self.parameter.to_owned(),
            start,
            end,
            instead,
            did_you_mean: near,
        });
    }

    fn read(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(blank).len();
            if self.rest().is_empty() {
                return;
            }
            self.item();
        }
    }

    fn item(&mut self) {
        let start = self.at;
        let dashes = self.rest().len() - self.rest().trim_start_matches('-').len();
        self.at += dashes;
        let negated = dashes > 0;
        if self.peek() == Some('"') {
            let from = self.at;
            let Some(words) = self.quoted() else {
                return;
            };
            let words = words.replace('"', " ");
            let text = words.split(blank).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            if text.chars().any(char::is_alphanumeric) {
                self.terms.push(Term { negated, phrase: true, prefix: false, text: text.replace('\\', " ") });
                self.tidy_phrase();
            } else {
                self.problem(Wrong::NothingToSearch, (from, self.at), None, Vec::new());
            }
            return;
        }
        let rest = self.rest();
        let name_len = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
        let name = &rest[..name_len];
        let lettered = name.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        let sign = [(":", Compare::Is), (">=", Compare::AtLeast), ("<=", Compare::AtMost)]
            .into_iter()
            .find(|(s, _)| rest[name_len..].starts_with(s));
        match sign {
            Some((s, compare)) if lettered => {
                self.at += name_len + s.len();
                let values = self.values();
                let place = (start, self.at);
                let Some(values) = values else { return };
                self.named(name, compare, values, negated, place);
            }
            _ => self.word(negated, start),
        }
    }

    fn tidy_phrase(&mut self) {
        if let Some(t) = self.terms.last_mut() {
            t.text = t.text.split(blank).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        }
    }

    fn word(&mut self, negated: bool, start: usize) {
        let rest = self.rest();
        let len = rest.find(blank).unwrap_or(rest.len());
        let raw = &rest[..len];
        self.at += len;
        let prefix = raw.ends_with('*');
        let text: String = raw.chars().filter(|c| !matches!(c, '"' | '*' | '\\')).collect();
        let text = text.trim_start_matches('-').to_owned();
        if !text.chars().any(char::is_alphanumeric) {
            self.problem(Wrong::NothingToSearch, (start, self.at), None, Vec::new());
        } else if field_like(&text) {
            // What is left after quotation marks went would be read as a filter the next time.
            let instead = format!("\"{text}\"");
            self.problem(Wrong::UnknownField, (start, self.at), Some(instead), Vec::new());
        } else {
            self.terms.push(Term { negated, phrase: false, prefix, text });
        }
    }

    /// A text in quotation marks, from the opening one on. `None`: it is not closed, which has been said.
    fn quoted(&mut self) -> Option<String> {
        let start = self.at;
        let mut out = String::new();
        let mut chars = self.rest().char_indices().skip(1);
        while let Some((i, c)) = chars.next() {
            match c {
                '"' => {
                    self.at = start + i + 1;
                    return Some(out);
                }
                '\\' => match chars.next() {
                    Some((_, next)) => out.push(next),
                    None => break,
                },
                c => out.push(c),
            }
        }
        self.at = self.text.len();
        let instead = format!("{}\"", &self.text[start..].trim_end_matches('\\'));
        self.problem(Wrong::OpenQuote, (start, self.text.len()), Some(instead), Vec::new());
        None
    }

    /// Values with commas between. `None`: a quotation mark is not closed.
    fn values(&mut self) -> Option<Vec<Placed>> {
        let mut out = Vec::new();
        loop {
            let start = self.at;
            if self.peek() == Some('"') {
                let value = self.quoted()?;
                out.push((value, start, self.at));
            } else {
                let rest = self.rest();
                let len = rest.find(|c: char| blank(c) || c == ',').unwrap_or(rest.len());
                self.at += len;
                out.push((rest[..len].to_owned(), start, self.at));
            }
            if self.peek() == Some(',') {
                self.at += 1;
            } else {
                return Some(out);
            }
        }
    }

    fn named(&mut self, name: &str, compare: Compare, values: Vec<Placed>, negated: bool, place: (usize, usize)) {
        let spelt = name.to_ascii_lowercase().replace('_', "-");
        let Some(field) = Field::from_id(&spelt) else {
            let known = Field::ALL.into_iter().filter(|f| f.on(self.kind)).map(Field::id);
            let near = nearest(&spelt, known);
            let text = self.text[place.0..place.1].trim_start_matches('-').replace(['"', '\\'], " ");
            self.problem(Wrong::UnknownField, place, Some(format!("\"{}\"", text.trim())), near);
            return;
        };
        self.filter(field, compare, values, negated, place);
    }

    fn filter(&mut self, field: Field, compare: Compare, values: Vec<Placed>, negated: bool, place: (usize, usize)) {
        if !field.on(self.kind) {
            let known = Field::ALL.into_iter().filter(|f| f.on(self.kind)).map(|f| f.id().to_owned()).collect();
            return self.problem(Wrong::NotOfThisKind, place, None, known);
        }
        let takes = field.takes();
        if compare != Compare::Is && takes != Takes::Number {
            let instead = values.first().map(|(v, ..)| format!("{}:{}", field.id(), quote(v)));
            return self.problem(Wrong::NotComparable, place, instead, Vec::new());
        }
        let alone = matches!(takes, Takes::Time | Takes::Number | Takes::Mark) || field == Field::Time;
        if negated && alone {
            let instead = match field {
                Field::Since => Some("until".to_owned()),
                Field::Until => Some("since".to_owned()),
                _ => None,
            };
            let first = values.first().map(|(v, ..)| quote(v)).unwrap_or_default();
            return self.problem(Wrong::NotNegatable, place, instead.map(|i| format!("{i}:{first}")), Vec::new());
        }
        if alone && values.len() > 1 {
            let instead = values.first().map(|(v, ..)| format!("{}:{}", field.id(), quote(v)));
            return self.problem(Wrong::TooMany, place, instead, Vec::new());
        }
        let mut good = Vec::new();
        for (value, start, end) in values {
            if let Some(v) = self.value(field, &value, (start, end)) {
                good.push(v);
            }
        }
        if !good.is_empty() {
            good.sort();
            good.dedup();
            self.filters.push(Filter { field, compare, values: good, negated });
        }
    }

    fn value(&mut self, field: Field, value: &str, place: (usize, usize)) -> Option<String> {
        let value = value.split(blank).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            let known = field.known(self.kind).into_iter().take(8).map(str::to_owned).collect();
            self.problem(Wrong::NoValue, place, None, known);
            return None;
        }
        if value.len() > VALUE_MAX {
            self.problem(Wrong::TooLong, place, None, Vec::new());
            return None;
        }
        match field.takes() {
            Takes::Known => self.known(field, &value, place),
            Takes::Words if value.chars().any(char::is_alphanumeric) => Some(value),
            Takes::Words => {
                self.problem(Wrong::NothingToSearch, place, None, Vec::new());
                None
            }
            Takes::Time => match End::parse(&value) {
                Some(end) => Some(end.to_string()),
                None => {
                    let instead = Some(format!("{}:2017-01-20", field.id()));
                    self.problem(Wrong::NotATime, place, instead, Vec::new());
                    None
                }
            },
            Takes::Number | Takes::Mark => match value.parse::<u32>() {
                Ok(n) if !value.starts_with('+') => Some(n.to_string()),
                _ => {
                    let sign = if field.takes() == Takes::Number { ">=" } else { ":" };
                    self.problem(Wrong::NotANumber, place, Some(format!("{}{sign}2", field.id())), Vec::new());
                    None
                }
            },
        }
    }

    fn known(&mut self, field: Field, value: &str, place: (usize, usize)) -> Option<String> {
        let lower = value.to_lowercase();
        let spelt = match field {
            Field::Is | Field::Has => lower.replace(['_', ' '], "-"),
            _ => lower.replace(['-', ' '], "_"),
        };
        let known = field.known(self.kind);
        if known.iter().any(|k| *k == spelt) {
            return Some(spelt);
        }
        let mut near = nearest(&spelt, known.iter().copied());
        if near.is_empty() && known.len() <= 12 {
            near = known.into_iter().map(str::to_owned).collect();
        }
        let instead = near.first().map(|n| format!("{}:{n}", field.id()));
        self.problem(Wrong::UnknownValue, place, instead, near);
        None
    }
}

/// What stands between words.
fn blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Whether a word would be read as a filter.
fn field_like(word: &str) -> bool {
    let name = word.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    let lettered = word.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
    lettered && [":", ">=", "<="].iter().any(|s| word[name..].starts_with(s))
}
