//! A file of ledger entries (TOML): bulletins, lists, observations, coverage, access, calls, obligations, grades, codings, checks,
//! withdrawn sources. The form is described in `docs/ledgers.md`.
//!
//! Must not: stop at the first problem, fill in what is not written, or read anything but the text it is given.

mod fields;
mod tables;

use armistice_core::{
    id::{AccessId, BulletinId, CallId, CoverageId, ObservationId, ReportId},
    statement::ledger::Ledger,
};
use fields::Fields;
use std::{collections::BTreeMap, fmt};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Bytes of one file. A year of daily bulletins of two recorders is about 400 KB.
pub const FILE_MAX: usize = 1 << 20;

/// Entries of one file. They are said in one batch, so that all are there or none.
pub const ENTRIES_MAX: usize = 2_000;

/// Rows of a bulletin, and items of any other list.
pub const ITEMS_MAX: usize = 200;

/// Bytes of a name, a place, a word.
pub const NAME_MAX: usize = 200;

/// Bytes of a text.
pub const TEXT_MAX: usize = 4_000;

/// Problems that are reported. Who has more has one cause for most of them.
pub const PROBLEMS_MAX: usize = 200;

/// Something wrong with the file: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}. {}", self.line, self.what, self.hint)
    }
}

/// What an entry is an answer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answers {
    /// A request or call that was begun before, by its id.
    Id(String),
    /// One of this file, by its `name`.
    Name(String),
}

/// One entry. Ids of things that it begins are made when it is said ([`begin`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line that its table stands in.
    pub line: usize,
    /// Its name within the file, for answers.
    pub name: Option<String>,
    /// What it answers.
    pub answers: Option<Answers>,
    /// It names no agreement: the one that the mission has adopted is meant.
    pub agreement_open: bool,
    /// What it says.
    pub body: Ledger,
}

/// Reads a file. Problems come in the order of the lines; entries are those that have none.
#[must_use]
pub fn read(bytes: &[u8]) -> (Vec<Entry>, Vec<Problem>) {
    let one = |line, what: String, hint: &str| (Vec::new(), vec![Problem { line, what, hint: hint.to_owned() }]);
    if bytes.len() > FILE_MAX {
        let what = format!("the file has {} bytes; at most {FILE_MAX} are read", bytes.len());
        return one(1, what, "Divide it.");
    }
    let ends: Vec<usize> = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).collect();
    let line = |at: usize| 1 + ends.partition_point(|end| *end < at);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => return one(line(e.valid_up_to()), "this is not UTF-8".to_owned(), "Save the file as UTF-8."),
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(e) => {
            let what = format!("this is not TOML: {}", e.message().lines().collect::<Vec<_>>().join(", "));
            return one(line(e.span().map_or(0, |s| s.start)), what, "See https://toml.io for the syntax.");
        }
    };
    let mut problems = Vec::new();
    let mut entries = Vec::new();
    for (kind, value) in table.get_ref() {
        let at = line(kind.span().start);
        let mut problem =
            |at, what: String, hint: &str| problems.push(Problem { line: at, what, hint: hint.to_owned() });
        if kind.get_ref() == "format" {
            if !matches!(value.get_ref(), DeValue::Integer(n) if n.as_str() == "1") {
                problem(at, "this format is not known".to_owned(), "Write format = 1.");
            }
            continue;
        }
        if !tables::KINDS.contains(&kind.get_ref().as_ref()) {
            let what = format!("`{}` is no ledger", kind.get_ref());
            problem(at, what, &format!("The ledgers are {}.", tables::KINDS.join(", ")));
            continue;
        }
        let DeValue::Array(list) = value.get_ref() else {
            problem(
                at,
                format!("`{}` is no list of tables", kind.get_ref()),
                &format!("Write [[{}]].", kind.get_ref()),
            );
            continue;
        };
        for item in list.iter() {
            let at = line(item.span().start);
            let DeValue::Table(fields) = item.get_ref() else {
                problems.push(Problem {
                    line: at,
                    what: format!("an item of `{}` is no table", kind.get_ref()),
                    hint: format!("Write [[{}]].", kind.get_ref()),
                });
                continue;
            };
            let mut fields = Fields::new(fields, at, &line);
            let entry = tables::entry(kind.get_ref(), &mut fields);
            let found = fields.finish();
            match entry {
                Some(entry) if found.is_empty() => entries.push(entry),
                Some(_) | None => problems.extend(found),
            }
        }
    }
    if !table.get_ref().contains_key("format") {
        problems.push(Problem { line: 1, what: "`format` is missing".into(), hint: "Write format = 1 first.".into() });
    }
    if entries.len() > ENTRIES_MAX {
        let what = format!("there are {} entries; one file has at most {ENTRIES_MAX}", entries.len());
        problems.push(Problem { line: 1, what, hint: "Divide it.".to_owned() });
        entries.clear();
    }
    entries.sort_by_key(|e| e.line);
    link(&mut entries, &mut problems);
    if entries.is_empty() && problems.is_empty() {
        problems.push(Problem { line: 1, what: "there are no entries".into(), hint: "See docs/ledgers.md.".into() });
    }
    problems.sort();
    problems.truncate(PROBLEMS_MAX);
    (entries, problems)
}

/// Answers follow what they answer, and answer something of their kind that is there.
fn link(entries: &mut Vec<Entry>, problems: &mut Vec<Problem>) {
    let mut names: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
    entries.retain(|e| {
        let mut keep = true;
        if let Some(name) = &e.name
            && let Some(first) = names.insert((e.body.kind(), name.clone()), e.line)
        {
            let what = format!("the name `{name}` stands in line {first} too");
            problems.push(Problem { line: e.line, what, hint: "Give each a name of its own.".to_owned() });
            keep = false;
        }
        if let Some(Answers::Name(name)) = &e.answers
            && names.get(&(e.body.kind(), name.clone())).is_none_or(|line| *line >= e.line)
        {
            let what = format!("`{name}` is no entry of this kind above that can be taken");
            let hint = "Answer an entry that stands above, by its name, or one that was recorded before, by its id.";
            problems.push(Problem { line: e.line, what, hint: hint.to_owned() });
            keep = false;
        }
        keep
    });
}

/// Gives a thing that the statement begins its id. `answered` is the id of what an answer is about.
pub fn begin(body: &mut Ledger, mission: &str, member: &str, seq: u64, answered: Option<&str>) {
    match body {
        Ledger::Bulletin(b) => b.bulletin = BulletinId::begun(mission, member, seq),
        Ledger::Observation(b) => b.observation = ObservationId::begun(mission, member, seq),
        Ledger::Coverage(b) => b.coverage = CoverageId::begun(mission, member, seq),
        Ledger::Access(b) => {
            let of = answered.and_then(AccessId::parse);
            b.access = of.unwrap_or_else(|| AccessId::begun(mission, member, seq));
        }
        Ledger::Call(b) => {
            let of = answered.and_then(CallId::parse);
            b.call = of.unwrap_or_else(|| CallId::begun(mission, member, seq));
        }
        Ledger::Report(b) => b.report = ReportId::begun(mission, member, seq),
        Ledger::Listed(_)
        | Ledger::Obligation(_)
        | Ledger::SourceGraded(_)
        | Ledger::InformationGraded(_)
        | Ledger::Coded(_)
        | Ledger::Checked(_)
        | Ledger::Tested(_)
        | Ledger::SourceWithdrawn(_) => {}
    }
}

/// The id that a body carries of a thing that it begins or answers.
#[must_use]
pub fn id(body: &Ledger) -> Option<&str> {
    match body {
        Ledger::Bulletin(b) => Some(b.bulletin.as_str()),
        Ledger::Observation(b) => Some(b.observation.as_str()),
        Ledger::Coverage(b) => Some(b.coverage.as_str()),
        Ledger::Access(b) => Some(b.access.as_str()),
        Ledger::Call(b) => Some(b.call.as_str()),
        Ledger::Report(b) => Some(b.report.as_str()),
        Ledger::Listed(_)
        | Ledger::Obligation(_)
        | Ledger::SourceGraded(_)
        | Ledger::InformationGraded(_)
        | Ledger::Coded(_)
        | Ledger::Checked(_)
        | Ledger::Tested(_)
        | Ledger::SourceWithdrawn(_) => None,
    }
}

/// The words of a body that stand for actors, to be resolved against the agreement.
pub fn actors(body: &mut Ledger) -> Vec<&mut String> {
    match body {
        Ledger::Bulletin(b) => {
            let mut all = vec![&mut b.recorder, &mut b.publisher];
            all.extend(b.rows.iter_mut().filter_map(|r| r.author.as_mut()));
            all.extend(b.confirmations.iter_mut().map(|c| &mut c.of));
            all
        }
        Ledger::Listed(b) => vec![&mut b.recorder],
        Ledger::Coverage(b) => b.by.iter_mut().collect(),
        Ledger::Access(b) => b.of.iter_mut().chain(&mut b.by).collect(),
        Ledger::Call(b) => vec![&mut b.from, &mut b.to],
        Ledger::Obligation(b) => vec![&mut b.according_to],
        Ledger::Checked(b) => b.team.iter_mut().collect(),
        Ledger::Observation(_)
        | Ledger::SourceGraded(_)
        | Ledger::InformationGraded(_)
        | Ledger::Coded(_)
        | Ledger::Tested(_)
        | Ledger::SourceWithdrawn(_)
        | Ledger::Report(_) => Vec::new(),
    }
}

/// A value with its place.
type Value<'a> = Spanned<DeValue<'a>>;
