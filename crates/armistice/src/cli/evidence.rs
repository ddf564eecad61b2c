//! `armistice evidence`: everything here that proves that a key signed two things which cannot both be.
//!
//! Must not: accuse beyond what is proved, or keep a proof to itself that it was asked to hand out.

use super::terminal::Terminal;
use crate::{
    durable::{self, DurableError},
    failure::{Exit, Failure},
    mission::{
        Holdings, Mission,
        forks::{self, HeldEvidence},
    },
};
use armistice_core::{
    record,
    statement::{
        Body,
        trust::{Misbehaviour, Trust},
    },
};
use armistice_tlog::{
    bundle,
    checkpoint::Checkpoint,
    entry::Entry,
    evidence::{Against, Evidence, What},
    hash::Hash,
    keyring::Keyring,
    note::{MAX_NOTE, Note, VerifierKey},
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Proofs that a key signed two things which cannot both be.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// Write each proof into this folder, one file each, for others to check.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Say in this member's register that the proof is held (`misbehaviour_noted`), once for each.
    #[arg(long)]
    pub note: bool,
}

/// Notes that are compared with each other for one register. A thousand a day are three years of hourly checkpoints.
const NOTES_MAX: usize = 32_768;

/// Largest bundle of another history that is looked at.
const BUNDLE_MAX: u64 = 256 * (2 + 65_535);

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let holdings = mission.read()?;
    let mut all: BTreeMap<Hash, HeldEvidence> = holdings.evidence.iter().map(|h| (h.id, h.clone())).collect();
    let mut new = Vec::new();
    for evidence in search(&mission, &holdings) {
        let Ok(proven) = evidence.verify() else { continue };
        let held = HeldEvidence { id: evidence.id(), evidence, proven };
        if all.insert(held.id, held.clone()).is_none() {
            new.push(held);
        }
    }
    for problem in &holdings.no_evidence {
        terminal.warn(problem);
    }
    for held in &new {
        keep(&forks::path(&mission.root, &held.id), held)?;
    }
    let keyrings: Vec<&Keyring> = holdings.registers.iter().map(|r| &r.keyring).collect();
    // A proof about keys that no register here declares accuses nobody whom we know.
    let accused: Vec<(&HeldEvidence, Option<String>)> =
        all.values().map(|h| (h, accused(h, &keyrings).map(str::to_owned))).collect();
    if let Some(out) = &args.out {
        durable::create_folder(out).map_err(|e| failed(&e))?;
        for held in all.values() {
            keep(&out.join(format!("{}{}", held.id, forks::ENDING)), held)?;
        }
    }
    let mut rows = Vec::new();
    for (held, by) in &accused {
        let p = &held.proven;
        let slot = match p.what {
            What::TwoStatements => format!("two statements numbered {} in the register {}", p.slot, p.origin),
            What::TwoCheckpoints => format!("two checkpoints of size {} of the register {}", p.slot, p.origin),
        };
        let whose = by.as_ref().map_or_else(
            || "a key that no register here declares: this accuses nobody known".to_owned(),
            |origin| format!("keys that the register {origin} declares"),
        );
        rows.push(json!({
            "id": held.id.hex(),
            "what": p.what.name(),
            "origin": p.origin,
            "slot": p.slot,
            "keys": p.keys.map(|k| k.hex()),
            "things": p.things.map(|t| t.hex()),
            "accused": by,
            "new": new.iter().any(|n| n.id == held.id),
            "says": format!("{slot}, signed with {whose}"),
        }));
    }
    let against: Vec<&HeldEvidence> = accused.iter().filter(|(_, by)| by.is_some()).map(|(h, _)| *h).collect();
    if terminal.json {
        terminal.result(&json!({ "evidence": rows }).to_string());
    } else {
        for row in &rows {
            let text = |k: &str| row[k].as_str().unwrap_or_default().to_owned();
            terminal.result(&format!("{}  {}", text("id"), super::terminal::printable(&text("says"))));
        }
        if rows.is_empty() {
            terminal.say("Nothing here proves that anybody signed two things which cannot both be.");
        }
    }
    if args.note {
        let registers: Vec<record::Register> = holdings.registers.iter().map(|r| r.register.clone()).collect();
        // Nobody writes while somebody reads.
        drop(holdings);
        note(&mission, &registers, &against, terminal)?;
    }
    Ok(if against.is_empty() { Exit::Done } else { Exit::NotVerified })
}

/// The register whose keys contradict each other.
fn accused<'a>(held: &HeldEvidence, keyrings: &[&'a Keyring]) -> Option<&'a str> {
    let declared = |k: &&&Keyring| held.proven.against(k) == Against::Holder;
    keyrings.iter().find(declared).map(|k| k.origin())
}

fn failed(e: &DurableError) -> Failure {
    Failure { hint: Some("Check the disk, then run the command again.".to_owned()), ..Failure::from_error(e) }
}

fn keep(path: &Path, held: &HeldEvidence) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        durable::create_folder(folder).map_err(|e| failed(&e))?;
    }
    match durable::create(path, &held.evidence.to_bytes()) {
        Ok(()) | Err(DurableError::Exists { .. }) => Ok(()),
        Err(e) => Err(failed(&e)),
    }
}

/// Says which proofs are held, each once.
fn note(
    mission: &Mission,
    registers: &[record::Register],
    against: &[&HeldEvidence],
    terminal: &Terminal,
) -> Result<(), Failure> {
    let said: BTreeSet<[u8; 32]> = record::fold(registers)
        .trust
        .misbehaviour
        .into_iter()
        .filter(|(at, _)| at.member == mission.member.as_str())
        .map(|(_, (_, _, evidence))| evidence)
        .collect();
    let bodies: Vec<Body> = against
        .iter()
        .filter(|h| !said.contains(h.id.as_bytes()))
        .map(|h| {
            Body::Trust(Trust::MisbehaviourNoted {
                origin: h.proven.origin.clone(),
                what: match h.proven.what {
                    What::TwoStatements => Misbehaviour::TwoStatements,
                    What::TwoCheckpoints => Misbehaviour::TwoCheckpoints,
                },
                evidence: *h.id.as_bytes(),
            })
        })
        .collect();
    if !bodies.is_empty() {
        let count = bodies.len();
        mission.writer()?.say(bodies)?;
        terminal.say(&format!("Noted {count} in the register of {}.", mission.member));
    }
    Ok(())
}

/// Looks at everything that the folder holds: entries of other histories, archived notes, what this member cosigned.
fn search(mission: &Mission, holdings: &Holdings) -> Vec<Evidence> {
    let mut found = Vec::new();
    for register in &holdings.registers {
        let ours: Vec<&[u8]> = register.reading.entries().map(|(_, e)| e).collect();
        let prefix = format!("{}-", register.member);
        for (name, path) in files(&forks::folder(&mission.root)) {
            let from =
                name.strip_suffix(".entries").and_then(|n| n.strip_prefix(&prefix)).and_then(|n| n.split('-').next());
            let Some(from) = from.and_then(|n| n.parse::<usize>().ok()) else { continue };
            let Some(bytes) = read(&path, BUNDLE_MAX) else { continue };
            let Ok(theirs) = bundle::decode(&bytes) else { continue };
            found.extend(first_difference(&register.keyring, ours.get(from..).unwrap_or_default(), &theirs));
        }
        let notes = notes(mission, register.member.as_str(), register.reading.origin());
        let witnesses = holdings.registers.iter().flat_map(|r| r.keyring.keys()).filter_map(|k| k.verifier());
        let keys: Vec<VerifierKey> = witnesses.filter(|k| k.name().starts_with(mission.file.id.as_str())).collect();
        found.extend(two_roots(&notes, &keys));
    }
    found
}

/// The first pair of entries that stand at one place and differ, if both are signed with keys of the register.
fn first_difference(keyring: &Keyring, ours: &[&[u8]], theirs: &[&[u8]]) -> Option<Evidence> {
    let (a, b) = ours.iter().zip(theirs).find(|(a, b)| a != b)?;
    let key =
        |bytes: &[u8]| -> Option<[u8; 32]> { keyring.key(&Entry::parse(bytes).ok()?.kid())?.bytes().try_into().ok() };
    Evidence::two_statements((a, &key(a)?), (b, &key(b)?)).ok()
}

/// Pairs of notes of one size with different roots, by each key that signed both.
fn two_roots(notes: &[Note], keys: &[VerifierKey]) -> Vec<Evidence> {
    let mut found = Vec::new();
    for key in keys {
        let mut by_size: BTreeMap<u64, &Note> = BTreeMap::new();
        for note in notes.iter().filter(|n| n.signatures().iter().any(|line| line.is_by(key))) {
            let Ok(checkpoint) = Checkpoint::parse(note.text()) else { continue };
            match by_size.get(&checkpoint.size) {
                None => drop(by_size.insert(checkpoint.size, note)),
                Some(other) if other.text() != note.text() => {
                    found.extend(Evidence::two_checkpoints((other, key), (note, key)));
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// All notes about a register that are kept here.
fn notes(mission: &Mission, member: &str, origin: &str) -> Vec<Note> {
    let register = mission.root.join("registers").join(member);
    let published = register.join("published");
    let mut paths = vec![published.join("checkpoint"), register.join("elsewhere")];
    paths.extend(files(&published.join("notes")).into_iter().map(|(_, path)| path));
    let digest = armistice_tlog::hash::sha256(origin.as_bytes()).hex();
    paths.push(mission.root.join("witness").join(&digest));
    paths.push(mission.root.join("witness").join(digest).join("checkpoint"));
    let read = |path: &PathBuf| Note::parse(&read(path, MAX_NOTE as u64)?).ok();
    let of_it = |n: &Note| Checkpoint::parse(n.text()).is_ok_and(|c| c.origin == origin);
    paths.iter().take(NOTES_MAX).filter_map(read).filter(of_it).collect()
}

/// The files in a folder by name; none if there is no folder.
fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let listed = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<(String, PathBuf)> =
        listed.filter_map(|e| Some((e.file_name().to_str()?.to_owned(), e.path()))).collect();
    files.sort();
    files
}

fn read(path: &Path, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(most + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= most).then_some(bytes)
}
