//! `armistice show`: any thing, with every statement about it.
//!
//! Must not: hide a statement, or print captured text unescaped.

use super::terminal::{Terminal, printable};
use crate::{
    brief,
    failure::{Exit, Failure},
    mission::{Holdings, Mission},
    output::text,
    projection::Projection,
};
use armistice_core::{
    named::Named as _,
    statement::{Body, Bond, Decoded, Verdict},
};
use armistice_tlog::{hash::Hash, keyring::Standing};
use serde_json::{Value, json};
use std::{fmt::Write as _, path::PathBuf};

/// How many candidates are named when an id is not unique.
const CANDIDATES_MAX: usize = 8;

/// Show a thing and every statement about it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// A document, claim, incident, origin, person, contradiction, sealed item or statement: its id or the beginning of it; for a
    /// document also its number in the brief or its file's name.
    pub id: String,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let holdings = mission.read()?;
    let mut projection = Projection::follow(&mission.root.join("projection.sqlite"), &holdings.registers)?;
    // The tables are no evidence: where they cannot be read, or differ, the registers give them anew.
    if projection.about(&args.id).is_err() {
        projection = Projection::rebuilt(&holdings.registers)?;
    }
    let record = serde_json::to_value(brief::compose(&mission, &holdings))
        .map_err(|e| Failure::new(Exit::Failed, format!("the brief as JSON: {e}"), "Report this."))?;
    let id = resolve(&args.id, &record, &projection)?;
    let thing = find(&record, &id);
    // A thing that the engines computed has no statement of its own; those about its parts are shown.
    let mut about = projection.about(&id)?;
    if about.is_empty() {
        for part in parts(thing.as_ref().map(|(_, v)| v)) {
            about.extend(projection.about(&part)?);
        }
        about.sort();
        about.dedup();
    }
    let statements: Vec<Value> = about.iter().filter_map(|f| statement(&holdings, &f.member, f.index, &id)).collect();
    if thing.is_none() && statements.is_empty() {
        return Err(Failure::new(
            Exit::NotFound,
            format!("nothing here has the id `{}`", args.id),
            "armistice brief DIR --json lists every id.",
        ));
    }
    let (kind, value) = thing.unwrap_or(("statement", Value::Null));
    if terminal.json {
        let object = json!({ "id": id, "what": kind, "thing": value, "statements": statements });
        terminal.result(&object.to_string());
    } else {
        terminal.result(&render(&id, kind, &value, &statements));
    }
    Ok(Exit::Done)
}

/// The lists of the brief that hold things with ids.
const LISTS: &[(&str, &str)] = &[
    ("documents", "document"),
    ("claims", "claim"),
    ("incidents", "incident"),
    ("origins", "origin"),
    ("people", "person"),
    ("contradictions", "contradiction"),
    ("sealed", "sealed item"),
];

fn list<'a>(record: &'a Value, name: &str) -> &'a [Value] {
    record[name].as_array().map_or(&[], Vec::as_slice)
}

/// What the person means.
fn resolve(given: &str, record: &Value, projection: &Projection) -> Result<String, Failure> {
    let documents = list(record, "documents");
    if let Ok(n) = given.parse::<usize>()
        && let Some(d) = n.checked_sub(1).and_then(|i| documents.get(i))
    {
        return Ok(d["id"].as_str().unwrap_or_default().to_owned());
    }
    let named: Vec<&str> = documents.iter().filter(|d| d["file"] == given).filter_map(|d| d["id"].as_str()).collect();
    match named.as_slice() {
        [] => {}
        [one] => return Ok((*one).to_owned()),
        many => {
            return Err(Failure::new(
                Exit::NotFound,
                format!("`{given}` is the name of {} documents", many.len()),
                format!("One of: {}", many.iter().take(CANDIDATES_MAX).copied().collect::<Vec<_>>().join(", ")),
            ));
        }
    }
    if find(record, given).is_some() {
        return Ok(given.to_owned());
    }
    let mut ids: Vec<String> = LISTS
        .iter()
        .flat_map(|(name, _)| list(record, name))
        .filter_map(|v| v["id"].as_str())
        .filter(|i| i.starts_with(given))
        .map(str::to_owned)
        .collect();
    ids.extend(projection.starting_with(given, CANDIDATES_MAX)?);
    ids.sort();
    ids.dedup();
    if ids.iter().any(|i| i == given) {
        return Ok(given.to_owned());
    }
    match ids.as_slice() {
        [] => Ok(given.to_owned()),
        [one] => Ok(one.clone()),
        many => Err(Failure::new(
            Exit::NotFound,
            format!("`{given}` is the beginning of {} ids", many.len()),
            format!("One of: {}", many.iter().take(CANDIDATES_MAX).cloned().collect::<Vec<_>>().join(", ")),
        )),
    }
}

fn find(record: &Value, id: &str) -> Option<(&'static str, Value)> {
    LISTS.iter().find_map(|(name, kind)| {
        let found = list(record, name).iter().find(|v| v["id"] == id)?;
        Some((*kind, found.clone()))
    })
}

/// The ids that a computed thing is made of.
fn parts(thing: Option<&Value>) -> Vec<String> {
    let Some(thing) = thing else { return vec![] };
    let mut ids: Vec<String> = ["claims", "documents"]
        .iter()
        .flat_map(|k| list(thing, k))
        .filter_map(|v| v.as_str().map(str::to_owned))
        .collect();
    ids.extend(list(thing, "variants").iter().filter_map(|v| v["document"].as_str().map(str::to_owned)));
    ids.sort();
    ids.dedup();
    ids
}

/// One statement as it stands in its register.
fn statement(holdings: &Holdings, member: &str, index: u64, about: &str) -> Option<Value> {
    let register = holdings.registers.iter().find(|r| r.member.as_str() == member)?;
    let (id, decoded) = register.register.entries.get(usize::try_from(index).ok()?)?;
    let header = decoded.header();
    let asserted =
        jiff::Timestamp::from_second(header.asserted).map_or_else(|_| "unknown".to_owned(), |t| t.to_string());
    let (kind, version, content) = match decoded {
        Decoded::Unknown { kind, version, .. } => {
            (kind.clone(), *version, "a kind that this program does not know; kept and not folded".to_owned())
        }
        Decoded::Known(s) => (s.body.kind().to_owned(), s.body.version(), describe(&s.body, about)),
    };
    let mut object = json!({
        "statement": Hash::from_bytes(*id).hex(),
        "recorded_by": member,
        "index": index,
        "kind": kind,
        "version": version,
        "asserted": asserted,
        "seen": header.seen.iter().map(|s| json!({ "origin": s.origin, "size": s.size })).collect::<Vec<_>>(),
        "says": content,
    });
    if let Some(Standing::Doubtful { revoked_at }) = register.standing(index, id) {
        object["in_doubt"] = json!(revoked_at);
    }
    Some(object)
}

/// What a statement says, in a sentence.
pub(crate) fn describe(body: &Body, about: &str) -> String {
    match body {
        Body::MissionOpened { title, key } => {
            format!("opened the register of “{title}” with the key {}", data_encoding::HEXLOWER.encode(key))
        }
        Body::AgreementAdopted { sha256, part, parts, .. } => {
            format!("adopted the agreement {} (part {} of {parts})", data_encoding::HEXLOWER.encode(sha256), part + 1)
        }
        Body::DocumentCaptured { sha256, size, file, .. } => {
            format!("captured {file}, {size} bytes, SHA-256 {}", data_encoding::HEXLOWER.encode(sha256))
        }
        Body::TextRead(t) => {
            let kept: u64 = t.partition.iter().filter(|p| p.fate == 0).map(|p| u64::from(p.len)).sum();
            let all: u64 = t.partition.iter().map(|p| u64::from(p.len)).sum();
            format!(
                "{} version {} read it as {} in {}: {kept} of {all} bytes are main text, {} dates and {} credits are shown",
                t.engine.name,
                t.engine.version,
                t.format,
                t.charset,
                t.dates.len(),
                t.credits.len()
            )
        }
        Body::ClaimsRead { engine, claims, people, .. } => match claims.iter().find(|c| c.id.as_str() == about) {
            Some(c) => format!(
                "{} version {} read this {} at bytes {}–{} by the rules {}: “{}”",
                engine.name,
                engine.version,
                text::words(c.kind.id()),
                c.span.start,
                c.span.end,
                c.rules.join(", "),
                c.quote
            ),
            None => format!(
                "{} version {} read {} and {}",
                engine.name,
                engine.version,
                text::counted(claims.len(), "claim", "claims"),
                text::counted(people.len(), "person", "persons")
            ),
        },
        Body::CopiesFound { engine, a, b, runs, bond, containment_permille, .. } => format!(
            "{} version {} found {} of {} words shared by {a} and {b}, {}.{} % of the shorter text: {}",
            engine.name,
            engine.version,
            text::counted(runs.len(), "run", "runs"),
            runs.iter().map(|r| u64::from(r.words)).sum::<u64>(),
            containment_permille / 10,
            containment_permille % 10,
            match bond {
                Bond::Same => "of one origin",
                Bond::Perhaps => "perhaps of one origin",
                Bond::None => "of different origins all the same",
            }
        ),
        Body::Compared { engine, documents } => format!(
            "{} version {} compared {} with all captured before",
            engine.name,
            engine.version,
            text::counted(documents.len(), "document", "documents")
        ),
        Body::Judged { a, b, verdict, why } => {
            let verdict = match verdict {
                Verdict::Same => "the same event",
                Verdict::Different => "different events",
                Verdict::Unsure => "cannot be told apart or together",
            };
            format!("judged {a} and {b}: {verdict}, because {why}")
        }
        Body::Trust(t) => super::says::trust(t),
        Body::Casework(c) => super::says::casework(c),
        Body::Ledger(l) => super::says::ledger(l),
        Body::Desk(d) => super::says::desk(d),
    }
}

fn render(id: &str, kind: &str, thing: &Value, statements: &[Value]) -> String {
    let mut out = format!("{kind} {id}\n");
    write_value(&mut out, thing, 1);
    let _ = writeln!(out, "\n{}", text::counted(statements.len(), "statement about it", "statements about it"));
    for s in statements {
        let _ = writeln!(
            out,
            "  {} #{} {} ({}), asserted {}\n    {}\n    statement {}",
            s["recorded_by"].as_str().unwrap_or_default(),
            s["index"],
            s["kind"].as_str().unwrap_or_default(),
            s["version"],
            s["asserted"].as_str().unwrap_or_default(),
            printable(s["says"].as_str().unwrap_or_default()),
            s["statement"].as_str().unwrap_or_default()
        );
        if let Some(at) = s["in_doubt"].as_u64() {
            let _ = writeln!(out, "    IN DOUBT: #{at} says that its key was in other hands (see docs/keys.md)");
        }
    }
    out
}

/// A thing as indented lines: every field, unknown said as unknown.
fn write_value(out: &mut String, value: &Value, depth: usize) {
    let pad = "  ".repeat(depth);
    let Some(object) = value.as_object() else { return };
    for (key, v) in object {
        let label = text::words(key);
        match v {
            Value::Null => {
                let _ = writeln!(out, "{pad}{label}: unknown");
            }
            Value::String(s) => {
                let _ = writeln!(out, "{pad}{label}: {}", printable(s));
            }
            Value::Bool(_) | Value::Number(_) => {
                let _ = writeln!(out, "{pad}{label}: {v}");
            }
            Value::Array(list) if list.is_empty() => {
                let _ = writeln!(out, "{pad}{label}: none");
            }
            Value::Array(list) => {
                let _ = writeln!(out, "{pad}{label}:");
                for item in list {
                    match item {
                        Value::String(s) => {
                            let _ = writeln!(out, "{pad}  - {}", printable(s));
                        }
                        Value::Object(_) => {
                            let _ = writeln!(out, "{pad}  - {}", printable(&item.to_string()));
                        }
                        other => {
                            let _ = writeln!(out, "{pad}  - {other}");
                        }
                    }
                }
            }
            Value::Object(_) => {
                let _ = writeln!(out, "{pad}{label}:");
                write_value(out, v, depth + 1);
            }
        }
    }
}
