//! `case audit`: how the cases of each side were handled, in counts and times.
//!
//! Must not: draw a conclusion, rank the sides, or print a share without what it is a share of.

use super::{List, read};
use crate::{
    cases,
    cli::terminal::{Terminal, printable},
    failure::{Exit, Failure},
    output::{case_v1, text},
};
use armistice_core::{
    agreement::{Agreement, words::Standard},
    case::audit::{Share, Spread, Treatment, audit},
    ledger,
    named::Named as _,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The treatment of a side as JSON. Times are in seconds.
fn object(t: &Treatment, name: &str) -> Value {
    let share = |s: Share| json!({ "part": s.part, "of": s.of });
    let spread = |s: Spread| {
        let three = s.least_middle_most;
        json!({
            "n": s.n, "least": three.map(|t| t.0), "middle": three.map(|t| t.1), "most": three.map(|t| t.2),
        })
    };
    let standards =
        |of: &BTreeMap<Standard, u64>| -> BTreeMap<&str, u64> { of.iter().map(|(s, n)| (s.word(), *n)).collect() };
    json!({
        "side": t.side.as_str(),
        "name": name,
        "accused": t.accused,
        "dismissed": share(t.dismissed),
        "notices": t.notices,
        "seconds_to_reply": spread(t.reply_time),
        "heard": share(t.heard),
        "late": share(t.late),
        "lapsed": share(t.lapsed),
        "undetermined": share(t.undetermined),
        "standards_of_proof": standards(&t.standards),
        "standards_for_naming": standards(&t.naming),
        "attribution_reached": t.attribution_reached,
        "seconds_to_determination": spread(t.to_determination),
        "access": t.access.iter().map(|(o, n)| (o.id(), *n)).collect::<BTreeMap<&str, u64>>(),
        "complaints": t.complaints,
        "complaints_dismissed": share(t.complaints_dismissed),
    })
}

fn hours(seconds: i64) -> String {
    format!("{} h", seconds / 3_600)
}

fn spread(s: Spread) -> String {
    match s.least_middle_most {
        None => "none".to_owned(),
        Some((a, b, c)) => format!("{} to {}, the middle one {} (n = {})", hours(a), hours(c), hours(b), s.n),
    }
}

fn share(s: Share) -> String {
    if s.of == 0 { "none".to_owned() } else { format!("{} of {}", s.part, s.of) }
}

fn list<K: Copy>(of: &BTreeMap<K, u64>, word: impl Fn(K) -> &'static str) -> String {
    if of.is_empty() {
        return "none".to_owned();
    }
    of.iter().map(|(k, n)| format!("{} {n}", text::words(word(*k)))).collect::<Vec<_>>().join(", ")
}

fn lines(t: &Treatment, name: &str) -> String {
    let mut out = format!("\n{} ({})\n", printable(name), t.side);
    let rows = [
        ("cases in which it is accused", t.accused.to_string()),
        ("  dismissed at screening", share(t.dismissed)),
        ("notices sent to it", t.notices.to_string()),
        ("time given to reply", spread(t.reply_time)),
        ("replies heard, of those told", share(t.heard)),
        ("  late", share(t.late)),
        ("time over without an answer (no admission)", share(t.lapsed)),
        ("reviews without a determination", share(t.undetermined)),
        ("standards of proof applied", list(&t.standards, Standard::word)),
        ("standards for naming applied", list(&t.naming, Standard::word)),
        ("attribution shown, in reviews", list(&t.attribution_reached, |k| k)),
        ("from receipt to determination", spread(t.to_determination)),
        ("access hindered by it, as recorded", list(&t.access, |o| o.id())),
        ("complaints of this side", t.complaints.to_string()),
        ("  dismissed at screening", share(t.complaints_dismissed)),
    ];
    for (what, value) in rows {
        let _ = writeln!(out, "  {what}: {value}");
    }
    out
}

/// Prints the audit.
pub(super) fn run(args: &List, terminal: &Terminal) -> Result<Exit, Failure> {
    let (record, cases, now) = read::open(&args.dir, args.at.at)?;
    let agreements = cases::agreements(&record);
    let ledgers = ledger::fold(&record.ledger);
    let received = cases.cases.values().filter(|c| c.received.time <= now);
    let rows = audit(received, ledgers.access.values(), &agreements, now);
    let name = |t: &Treatment| {
        let known = |a: &&Agreement| a.actor(&t.side).is_some();
        agreements.values().find(known).map_or_else(|| t.side.as_str().to_owned(), |a| a.actor_name(&t.side).to_owned())
    };
    if terminal.json {
        let sides: Vec<Value> = rows.iter().map(|t| object(t, &name(t))).collect();
        let value = json!({ "version": 1, "as_of": case_v1::time(now), "sides": sides, "meaning": MEANING });
        terminal.result(&value.to_string());
        return Ok(Exit::Done);
    }
    let at = case_v1::time(now);
    let mut out =
        format!("How the cases of each side were handled, as of {}\n{MEANING}\n", at.as_str().unwrap_or_default());
    for t in &rows {
        out.push_str(&lines(t, &name(t)));
    }
    terminal.result(out.trim_end());
    Ok(Exit::Done)
}

const MEANING: &str = "Counts and times, no more: sides differ in what they are accused of, and few cases say little.";
