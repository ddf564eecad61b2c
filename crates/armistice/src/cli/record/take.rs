//! Takes a ledger file: all of it, or the sound entries when told so.
//!
//! Must not: enter the same thing twice, or put an actor's id where the words do not surely mean one.

use super::Held;
use crate::{
    cli::terminal::{Terminal, printable},
    failure::{Exit, Failure},
    ledger_file::{self, Answers, Entry, FILE_MAX, Problem},
    mission::{self, Mission, PAYLOAD_MAX, Writer},
    output::text,
    places,
};
use armistice_core::{
    id::{AccessId, CallId},
    record::{self, Step},
    statement::{self, Body, Header, Statement, ledger::Ledger, wire::Digest},
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::Read as _,
    path::Path,
};

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let refused = |e: &dyn std::fmt::Display| {
        Failure::new(Exit::InputRefused, format!("{}: {e}", path.display()), "Nothing was recorded.")
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => {
            Failure::new(Exit::NotFound, format!("{}: {e}", path.display()), "Give a file of entries.")
        }
        _ => refused(&e),
    })?;
    file.take(FILE_MAX as u64 + 1).read_to_end(&mut bytes).map_err(|e| refused(&e))?;
    Ok(bytes)
}

/// What the taking of a file came to.
#[derive(Default)]
struct Taken {
    bodies: Vec<Ledger>,
    /// Line and id of what was begun or answered.
    ids: Vec<(usize, &'static str, Option<String>)>,
    /// Lines of entries that stand in the register already.
    already: Vec<usize>,
    /// Words for actors that no agreement knows.
    unknown: BTreeSet<String>,
    notes: Vec<String>,
    problems: Vec<Problem>,
}

impl Held {
    /// The actor that words surely mean: its id, or words that are wholly one alias, in every agreement that knows them the same.
    fn resolve(&self, words: &str) -> Option<String> {
        let mut found = BTreeSet::new();
        for a in self.agreements.iter().map(|a| &a.agreement) {
            if a.actors.iter().any(|x| x.id.as_str() == words) {
                found.insert(words.to_owned());
            } else if let [one] = a.resolve(words).as_slice() {
                let same = |x: &str| x.trim().to_lowercase() == words.trim().to_lowercase();
                let name = a.actors.iter().find(|x| x.id == one.actor).is_some_and(|x| same(&x.name));
                if one.exact && (same(&one.alias) || name) {
                    found.insert(one.actor.as_str().to_owned());
                }
            }
        }
        (found.len() == 1).then(|| found.pop_first()).flatten()
    }

    /// Which places the words of a list mean: said once, when it is taken, so that everybody compares the same places for ever.
    fn read_places(&self, entry: &mut Entry) -> Result<(), Failure> {
        let Ledger::Bulletin(bulletin) = &mut entry.body else { return Ok(()) };
        let scopes = self.agreements.iter().map(|a| &a.agreement.scope);
        let countries: BTreeSet<String> = scopes.flat_map(|s| s.territory.countries.iter().cloned()).collect();
        let gazetteer = places::gazetteer()?;
        for row in &mut bulletin.rows {
            row.place_read = row.place.as_deref().and_then(|words| places::read(gazetteer, words, &countries));
        }
        Ok(())
    }

    fn obligation(&self, entry: &mut Entry, taken: &mut Taken) -> bool {
        let Ledger::Obligation(o) = &mut entry.body else { return true };
        let mut problem = |what: String, hint: &str| {
            taken.problems.push(Problem { line: entry.line, what, hint: hint.to_owned() });
            false
        };
        if entry.agreement_open {
            let [one] = self.agreements.as_slice() else {
                let what =
                    format!("`agreement` is missing, and the mission has {} that can be used", self.agreements.len());
                return problem(what, "Give the SHA-256 of the agreement's file.");
            };
            o.agreement = Digest(one.sha256);
        }
        match self.agreements.iter().find(|a| a.sha256 == o.agreement.0) {
            Some(a) if !a.agreement.obligations.iter().any(|x| x.id.as_str() == o.obligation) => {
                let what = format!("the agreement has no obligation `{}`", o.obligation);
                problem(what, "Copy the id from the agreement's file.")
            }
            Some(_) => true,
            None => {
                taken.notes.push(format!("line {}: the agreement {} is not adopted here", entry.line, o.agreement));
                true
            }
        }
    }

    fn answered(
        &self,
        entry: &Entry,
        names: &BTreeMap<(&'static str, String), String>,
    ) -> Result<Option<String>, Problem> {
        let missing = |what: String| Problem {
            line: entry.line,
            what,
            hint: "Answer what was recorded before, by its id, or an entry above that is taken.".to_owned(),
        };
        match &entry.answers {
            None => Ok(None),
            Some(Answers::Name(name)) => names
                .get(&(entry.body.kind(), name.clone()))
                .cloned()
                .map(Some)
                .ok_or_else(|| missing(format!("`{name}` is not taken, so neither is its answer"))),
            Some(Answers::Id(id)) => {
                let access = AccessId::parse(id).is_some_and(|id| self.ledgers.access.contains_key(&id));
                let call = CallId::parse(id).is_some_and(|id| self.ledgers.calls.contains_key(&id));
                if access || call { Ok(Some(id.clone())) } else { Err(missing(format!("{id} is not here"))) }
            }
        }
    }
}

/// What two entries share that are one: the bytes of the statement, without its number and the id that comes from it.
fn key(body: &Ledger, answered: bool) -> Vec<u8> {
    let mut body = body.clone();
    if let Ledger::Bulletin(b) = &mut body {
        // A list is the same list whatever a gazetteer makes of its words.
        b.rows.iter_mut().for_each(|r| r.place_read = None);
    }
    if !answered {
        ledger_file::begin(&mut body, "", "", 0, None);
    }
    let (mission, member) = (String::new(), String::new());
    let header = Header { mission, member, seq: 0, prev: None, asserted: 0, seen: Vec::new() };
    statement::encode(&Statement { header, body: Body::Ledger(Box::new(body)) })
}

/// The entries of this member with their ids, to tell what stands there already. An answer is told from a beginning by its id.
fn own(steps: &[Step<Ledger>], member: &str, mission: &str) -> BTreeMap<Vec<u8>, Option<String>> {
    let said = steps.iter().filter(|s| s.at.member == member);
    said.map(|s| {
        let mut begun = s.body.clone();
        ledger_file::begin(&mut begun, mission, member, s.seq, None);
        (key(&s.body, begun != s.body), ledger_file::id(&s.body).map(str::to_owned))
    })
    .collect()
}

fn prepare(
    held: &Held,
    entries: Vec<Entry>,
    writer: &Writer<'_>,
    (mission, member): (&str, &str),
    own: &BTreeMap<Vec<u8>, Option<String>>,
) -> Result<Taken, Failure> {
    let mut taken = Taken::default();
    let mut names = BTreeMap::new();
    for mut entry in entries {
        for words in ledger_file::actors(&mut entry.body) {
            match held.resolve(words) {
                Some(id) => *words = id,
                None => {
                    taken.unknown.insert(words.clone());
                }
            }
        }
        held.read_places(&mut entry)?;
        if !held.obligation(&mut entry, &mut taken) {
            continue;
        }
        let answered = match held.answered(&entry, &names) {
            Ok(answered) => answered,
            Err(problem) => {
                taken.problems.push(problem);
                continue;
            }
        };
        let ahead = taken.bodies.len() as u64;
        let mut body = entry.body.clone();
        ledger_file::begin(&mut body, mission, member, writer.size() + ahead, answered.as_deref());
        let named = |id: Option<&str>| entry.name.clone().zip(id.map(str::to_owned));
        if let Some(id) = own.get(&key(&body, answered.is_some())) {
            if let Some((name, id)) = named(id.as_deref()) {
                names.insert((body.kind(), name), id);
            }
            taken.already.push(entry.line);
            continue;
        }
        if writer.measure(ahead, 0, Body::Ledger(Box::new(body.clone())))? > PAYLOAD_MAX {
            let (what, hint) = ("the entry is too long for a statement".to_owned(), "Divide it.".to_owned());
            taken.problems.push(Problem { line: entry.line, what, hint });
            continue;
        }
        let id = ledger_file::id(&body);
        if let Some((name, id)) = named(id) {
            names.insert((body.kind(), name), id);
        }
        taken.ids.push((entry.line, body.kind(), id.map(str::to_owned)));
        taken.bodies.push(body);
    }
    Ok(taken)
}

/// Runs it.
pub(super) fn run(dir: &Path, path: &Path, partial: bool, terminal: &Terminal) -> Result<Exit, Failure> {
    let bytes = read(path)?;
    take(&Mission::open(dir)?, &bytes, &path.display().to_string(), partial, terminal)
}

/// Takes the bytes of a ledger file. `shown` is its name in messages.
pub(crate) fn take(
    mission: &Mission,
    bytes: &[u8],
    shown: &str,
    partial: bool,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let (entries, mut problems) = ledger_file::read(bytes);
    let refuse = |problems: &[Problem]| {
        let lines: Vec<String> = problems.iter().map(|p| format!("  {}", printable(&p.to_string()))).collect();
        Failure::new(
            Exit::InputRefused,
            format!("{shown} cannot be taken:\n{}", lines.join("\n")),
            "Nothing was recorded. Mend the lines named above (docs/ledgers.md), or take the others with --partial.",
        )
    };
    if !problems.is_empty() && (!partial || entries.is_empty()) {
        return Err(refuse(&problems));
    }
    let mut writer = mission.writer()?;
    for warning in &writer.warnings {
        terminal.warn(warning);
    }
    let record = record::fold(&mission::statements(&writer.registers()?));
    let held = Held::of(&record);
    let (id, member) = (mission.file.id.as_str(), mission.member.as_str());
    let mut taken = prepare(&held, entries, &writer, (id, member), &own(&record.ledger, member, id))?;
    problems.append(&mut taken.problems);
    problems.sort();
    if !problems.is_empty() && (!partial || taken.bodies.is_empty()) {
        return Err(refuse(&problems));
    }
    for note in &taken.notes {
        terminal.warn(&printable(note));
    }
    for words in &taken.unknown {
        terminal.warn(&format!("`{}` is no actor of an adopted agreement; kept as words", printable(words)));
    }
    let n = taken.bodies.len();
    let mut first = None;
    if n > 0 {
        let bodies = taken.bodies.into_iter().map(|b| Body::Ledger(Box::new(b))).collect();
        first = Some(writer.say(bodies)?.first_index);
        writer.finish()?;
    }
    let exit = if problems.is_empty() { Exit::Done } else { Exit::InputRefused };
    if terminal.json {
        let object = json!({
            "recorded": taken.ids.iter().zip(first.unwrap_or(0)..).map(|((line, kind, id), index)| json!({
                "line": line, "kind": kind, "id": id, "index": index,
            })).collect::<Vec<_>>(),
            "already": taken.already,
            "kept_as_words": taken.unknown,
            "problems": problems.iter().map(|p| json!({
                "line": p.line, "what": p.what, "hint": p.hint,
            })).collect::<Vec<_>>(),
        });
        terminal.result(&object.to_string());
        return Ok(exit);
    }
    for (line, kind, id) in &taken.ids {
        if let Some(id) = id {
            terminal.result(&format!("{id}  {} (line {line})", text::words(kind)));
        }
    }
    for problem in &problems {
        terminal.warn(&printable(&problem.to_string()));
    }
    terminal.say(&format!("Recorded {}.", text::counted(n, "entry", "entries")));
    if !taken.already.is_empty() {
        let n = text::counted(taken.already.len(), "entry stands", "entries stand");
        terminal.say(&format!("{n} in this register already, word for word; not entered again."));
    }
    Ok(exit)
}
