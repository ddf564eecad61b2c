//! `armistice verify`: was this said, then, by them? And: did this key contradict itself? Of one file, offline, without a
//! mission.
//!
//! Must not: use the network, a mission, or anything that the reader did not give.

use super::terminal::{Terminal, Tone, printable};
use crate::{
    failure::{Exit, Failure},
    mission::forks,
    prove::read,
};
use armistice_tlog::{
    container,
    evidence::{Evidence, What},
    hash::{Hash, sha256},
    policy::MAX_POLICY,
    verdict::{Anchors, Answer, State, Verdict, moment, verify},
};
use serde_json::json;
use std::{collections::BTreeSet, fmt::Write as _, path::PathBuf};

/// Check a proof, or evidence, that somebody handed over: 0 valid, 1 invalid, 2 cannot tell.
#[derive(Debug, clap::Args)]
#[command(after_help = CODES)]
pub struct Args {
    /// The file, as `armistice prove` or `armistice evidence --out` writes it.
    pub file: PathBuf,
    /// The key that opened the register (64 hexadecimal digits), had from elsewhere. One of several is enough. Of evidence:
    /// the key that signed both, or its id.
    #[arg(long, value_name = "KEY")]
    pub key: Vec<String>,
    /// A policy of your own (C2SP tlog-policy). May be given more than once; all must hold.
    #[arg(long, value_name = "FILE")]
    pub policy: Vec<PathBuf>,
}

const CODES: &str = "\
Exit codes of this command:
  0  valid: everything that was checked holds, and it rests on the key or the policy that you gave
  1  invalid: something in the file is not what it claims to be
  2  cannot tell: something is missing, in doubt, or unknown; always so without --key and --policy

A file proves what was said, not that it is true. What else it does not prove is printed each time.";

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut anchors = Anchors::default();
    for text in &args.key {
        let key = Anchors::parse_key(text);
        let hint = "64 hexadecimal digits, as `armistice member list` and the file's own verdict print them.";
        anchors.keys.push(key.ok_or_else(|| Failure::new(Exit::Usage, "--key is no key", hint))?);
    }
    // Of what cannot be read nothing can be told, which is this command's code 2.
    let unread = |path: &PathBuf, e: std::io::Error| {
        Failure::new(Exit::Usage, format!("{}: {e}", path.display()), "Name a file that you may read.")
    };
    for path in &args.policy {
        let text = read(path, MAX_POLICY).map_err(|e| unread(path, e))?;
        anchors.policies.push((path.display().to_string(), text));
    }
    let bytes = read(&args.file, container::MAX_LEN).map_err(|e| unread(&args.file, e))?;
    let evidence = args.file.to_string_lossy().ends_with(forks::ENDING);
    of_bytes(&bytes, &anchors, evidence, terminal)
}

/// Checks bytes: a bundle, or evidence (by how they begin, or because `evidence` says so).
pub(crate) fn of_bytes(bytes: &[u8], anchors: &Anchors, evidence: bool, terminal: &Terminal) -> Result<Exit, Failure> {
    if evidence || bytes.starts_with(EVIDENCE) {
        if !anchors.policies.is_empty() {
            let hint = "Leave it out: evidence rests on the key alone, see --key.";
            return Err(Failure::new(Exit::Usage, "--policy says nothing about evidence", hint));
        }
        return Ok(contradiction(bytes, &anchors.keys, terminal));
    }
    let verdict = verify(bytes, anchors);
    if terminal.json {
        terminal.result(verdict.to_json().trim_end());
    } else {
        terminal.result(render(&verdict, terminal).trim_end());
    }
    Ok(exit(verdict.answer))
}

/// What evidence begins with: a map of four, key 0, a text of 20 bytes.
const EVIDENCE: &[u8] = b"\xa4\x00\x74armistice/evidence/";

/// Checks evidence against the keys that the reader holds: those that signed, or their ids.
fn contradiction(bytes: &[u8], held: &[[u8; 32]], terminal: &Terminal) -> Exit {
    let read = Evidence::parse(bytes).and_then(|evidence| Ok((evidence.id(), evidence.verify()?)));
    let (id, proven) = match read {
        Ok(read) => read,
        Err(error) => {
            let sentence = format!("This is no evidence, or it was altered: {error}.");
            if terminal.json {
                terminal.result(&json!({ "answer": Answer::Invalid.name(), "says": sentence }).to_string());
            } else {
                let invalid = terminal.tone(Tone::Attention, "INVALID: it proves nothing about anybody.");
                terminal.result(&format!("{invalid}\n\n  {}", printable(&sentence)));
            }
            return exit(Answer::Invalid);
        }
    };
    let keys: BTreeSet<Hash> = proven.keys.into_iter().collect();
    let missing: Vec<Hash> = keys
        .iter()
        .filter(|key| !held.iter().any(|held| sha256(held) == **key || Hash::from_bytes(*held) == **key))
        .copied()
        .collect();
    let answer = if missing.is_empty() { Answer::Valid } else { Answer::CannotTell };
    let what = match proven.what {
        What::TwoStatements => format!("two different statements numbered {}", proven.slot),
        What::TwoCheckpoints => format!("two checkpoints of size {} with different roots", proven.slot),
    };
    let who = if keys.len() == 1 { "The holder of this key" } else { "The holders of these keys" };
    let says = format!("{who} signed {what}, of the register {}, which cannot both be.", proven.origin);
    let mut open = vec![
        "Who holds the key, and whether somebody else had got hold of it.",
        "Which of the two is true; neither need be.",
        "That the register declares this key for that place: its own entries say so, see `armistice evidence`.",
    ];
    if proven.verifiers.is_some() {
        open.push("That the key is of the name beside it: the name is not signed.");
    }
    // Names beside the keys of checkpoints.
    let named = |at: usize| proven.verifiers.as_ref().map(|v| (v[at].name().to_owned(), v[at].algorithm().to_string()));
    if terminal.json {
        let object = json!({
            "answer": answer.name(), "evidence": id.hex(), "what": proven.what.name(), "origin": proven.origin,
            "slot": proven.slot, "keys": proven.keys.map(|k| k.hex()), "names": [named(0), named(1)],
            "things": proven.things.map(|t| t.hex()), "keys_not_given": missing.iter().map(Hash::hex).collect::<Vec<_>>(),
            "says": says, "not_proven": open,
        });
        terminal.result(&object.to_string());
        return exit(answer);
    }
    let (tone, head) = match answer {
        Answer::Valid => (Tone::Strong, "VALID: it holds, and it is about the key that you gave."),
        Answer::Invalid | Answer::CannotTell => {
            (Tone::Attention, "CANNOT TELL: it agrees with itself, and is about a key that you did not give.")
        }
    };
    let mut out = format!("{}\n\n  {}\n\n", terminal.tone(tone, head), printable(&says));
    // Writing to a string cannot fail.
    let mut line = |text: String| {
        let _ = writeln!(out, "{text}");
    };
    line(format!("  evidence    {id}"));
    for (at, word) in ["first ", "second"].into_iter().enumerate() {
        line(format!("  {word}      {}", proven.things[at]));
        let name =
            named(at).map_or_else(String::new, |(name, algorithm)| format!(" ({}, {algorithm})", printable(&name)));
        line(format!("    key id    {}{name}", proven.keys[at]));
    }
    for key in &missing {
        line(format!(
            "\nAnybody can make a key and contradict himself with it. Compare with the one that you know: {key}"
        ));
    }
    line("\nNOT proven:".to_owned());
    for sentence in open {
        line(format!("  - {sentence}"));
    }
    terminal.result(out.trim_end());
    exit(answer)
}

/// How the process ends for this answer; the numbers mean something else here than in other commands.
const fn exit(answer: Answer) -> Exit {
    match answer {
        Answer::Valid => Exit::Done,
        Answer::Invalid => Exit::Failed,
        Answer::CannotTell => Exit::Usage,
    }
}

/// The verdict in words.
pub(super) fn render(verdict: &Verdict, terminal: &Terminal) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let mut line = |text: String| {
        let _ = writeln!(out, "{text}");
    };
    let (tone, answer) = match verdict.answer {
        Answer::Valid => (Tone::Strong, "VALID: what was checked holds, and it rests on what you gave."),
        Answer::Invalid => (Tone::Attention, "INVALID: something in this file is not what it claims to be."),
        Answer::CannotTell => (Tone::Attention, "CANNOT TELL: something is missing, in doubt, or not known."),
    };
    line(terminal.tone(tone, answer));
    if let Some(said) = &verdict.said {
        line(String::new());
        line(format!("  statement   {} ({})", said.id, printable(&said.kind)));
        let index = said.index.map_or_else(String::new, |index| format!(", entry {index}"));
        line(format!("  register    {}{index}", printable(&said.origin)));
        if let Some(key) = &said.register_key {
            line(format!("  opened with {key}"));
        }
        line(format!("  its time    {}, by its author", moment(said.asserted)));
    }
    if let Some((policy, not_before, not_after)) = &verdict.interval {
        let shown = |time: &Option<u64>| {
            time.map_or_else(|| "unknown".to_owned(), |time| moment(i64::try_from(time).unwrap_or(i64::MAX)))
        };
        let by = printable(policy);
        line(format!("  written     between {} and {}, by the clocks of {by}", shown(not_before), shown(not_after)));
    }
    if !verdict.disclosed.is_empty() {
        line("\nFields that were opened:".to_owned());
        for field in &verdict.disclosed {
            line(format!("  {}: {}", printable(&field.path), printable(&field.value)));
        }
    }
    line("\nWhat was checked:".to_owned());
    for finding in &verdict.findings {
        let (tone, word) = match finding.state {
            State::Holds => (Tone::Strong, "holds"),
            State::Fails => (Tone::Attention, "FAILS"),
            State::Open => (Tone::Attention, "OPEN "),
            State::Warns => (Tone::Attention, "note!"),
            State::Says => (Tone::Faint, "note "),
        };
        let place = match (finding.member.as_str(), finding.offset) {
            ("", None) => String::new(),
            ("", Some(at)) => format!(" [byte {at}]"),
            (member, None) => format!(" [{}]", printable(member)),
            (member, Some(at)) => format!(" [{}, byte {at}]", printable(member)),
        };
        line(format!("  {}  {}{place}", terminal.tone(tone, word), printable(&finding.sentence)));
    }
    line("\nNOT proven:".to_owned());
    for sentence in &verdict.not_proven {
        line(format!("  - {}", printable(sentence)));
    }
    out
}
