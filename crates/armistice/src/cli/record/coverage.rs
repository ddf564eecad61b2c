//! `armistice record coverage`: what could be observed, where access was asked for, and who hindered.
//!
//! Must not: take a day without an entry for a quiet one, or give a rate without its denominator.

use super::{
    Held,
    words::{period, window},
};
use crate::{
    cli::terminal::{Terminal, printable},
    failure::{Exit, Failure},
    output::text,
};
use armistice_core::{
    ledger::{Coverage, Obstruction, Period, Seen, access, coverage, obstructions},
    named::Named as _,
    record::Record,
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Write as _};

const SEEN: [Seen; 4] = [Seen::Observed, Seen::Limited, Seen::NotObserved, Seen::NoEntry];

/// The areas that any entry names.
fn areas(held: &Held) -> BTreeSet<String> {
    held.ledgers.coverage.iter().map(|c| c.body.area.trim().to_owned()).collect()
}

fn words(seen: Seen) -> &'static str {
    match seen {
        Seen::Observed => "observed",
        Seen::Limited => "limited",
        Seen::NotObserved => "not observed",
        Seen::NoEntry => "no entry (not known)",
    }
}

fn area_json(c: &Coverage<'_>) -> Value {
    json!({
        "area": c.area,
        "days": c.days.iter().map(|d| json!({
            "day": d.day.to_string(), "seen": d.seen.id(),
            "entries": d.entries.iter().map(|e| e.body.coverage.as_str()).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "count": SEEN.iter().map(|s| (s.id().to_owned(), json!(c.count(*s)))).collect::<serde_json::Map<_, _>>(),
        "hindrances": c.hindrances.iter().map(|((h, by), n)| json!({ "what": h.id(), "by": by, "entries": n })).collect::<Vec<_>>(),
        "hours": c.hours.0,
        "entries_without_hours": c.hours.1,
        "day_not_known": c.undated.iter().map(|e| e.body.coverage.as_str()).collect::<Vec<_>>(),
    })
}

fn obstruction_json(o: &Obstruction) -> Value {
    json!({
        "area": o.area, "what": o.what, "by": o.by, "entered_by": o.according_to, "why": o.why,
        "from": o.when.from.map(|m| m.to_string()), "to": o.when.to.map(|m| m.to_string()),
    })
}

fn area_text(held: &Held, c: &Coverage<'_>, out: &mut String) {
    let counts: Vec<String> = SEEN.iter().map(|s| format!("{} {}", c.count(*s), words(*s))).collect();
    let _ = writeln!(out, "  {}: days {}", printable(&c.area), counts.join(", "));
    let mut said = BTreeSet::new();
    for entry in c.days.iter().flat_map(|d| &d.entries).chain(&c.undated) {
        if said.insert(&entry.body.coverage) {
            let _ = writeln!(out, "      {}", held.covered(entry));
        }
    }
    for ((h, by), n) in &c.hindrances {
        let entries = text::counted(*n, "entry", "entries");
        let _ = writeln!(out, "      hindered by {} ({}): {entries}", text::words(h.id()), held.names(by));
    }
}

/// What could be observed in a period, for programs and for the desk.
pub(crate) fn value(record: &Record, of: &Period) -> Value {
    object_of(&Held::of(record), of)
}

fn object_of(held: &Held, of: &Period) -> Value {
    let all: Vec<Coverage<'_>> = areas(held).iter().map(|a| coverage(&held.ledgers, a, of)).collect();
    let (requests, rates) = access(&held.ledgers, of);
    let hindered = obstructions(&held.ledgers, of);
    let (denied, known) = rates.denied();
    json!({
        "areas": all.iter().map(area_json).collect::<Vec<_>>(),
        "access": {
            "requests": requests.iter().map(|(id, r)| json!({
                "id": id.as_str(), "area": r.first.body.area, "purpose": r.first.body.purpose,
                "of": r.first.body.of,
                "outcome": r.outcome().map(|o| o.id()),
                "disputed": r.disputed(),
                "answers": r.answers().iter().map(|a| json!({
                    "entered_by": a.at.member, "outcome": a.body.outcome.map(|o| o.id()), "by": a.body.by, "why": a.body.why,
                })).collect::<Vec<_>>(),
                "seconds": r.clock().map(|c| json!({ "least": c.least, "most": c.most })),
            })).collect::<Vec<_>>(),
            "denied": denied, "of_known_outcome": known, "disputed": rates.disputed, "open": rates.open,
        },
        "obstructions": hindered.iter().map(obstruction_json).collect::<Vec<_>>(),
    })
}

/// Runs it.
pub(super) fn run(held: &Held, of: &Period, terminal: &Terminal) -> Result<Exit, Failure> {
    let all: Vec<Coverage<'_>> = areas(held).iter().map(|a| coverage(&held.ledgers, a, of)).collect();
    let (requests, rates) = access(&held.ledgers, of);
    let hindered = obstructions(&held.ledgers, of);
    let (denied, known) = rates.denied();
    if terminal.json {
        terminal.result(&object_of(held, of).to_string());
        return Ok(Exit::Done);
    }
    let mut out = format!("What could be observed, {}\n", period(of));
    if all.is_empty() {
        let _ = writeln!(out, "  Nothing is entered, so it is not known. A day without reports is not a quiet day.");
    }
    for c in &all {
        area_text(held, c, &mut out);
    }
    if rates.requests > 0 {
        let _ = writeln!(
            out,
            "\nAccess: {}; denied {denied} of {known} whose outcome is known, {} disputed, {} open",
            text::counted(rates.requests, "request", "requests"),
            rates.disputed,
            rates.open
        );
    }
    for (id, r) in &requests {
        let outcome = match r.outcome() {
            Some(o) => text::words(o.id()),
            None if r.disputed() => "told differently by different members".to_owned(),
            None => "no answer entered".to_owned(),
        };
        let clock = r.clock().map_or_else(String::new, |c| format!(", after {}", c.words()));
        let (purpose, area) = (printable(&r.first.body.purpose), printable(&r.first.body.area));
        let _ = writeln!(out, "  {id}: {purpose}, {area}, {}: {outcome}{clock}", window(&r.first.body.when));
    }
    if !hindered.is_empty() {
        let _ = writeln!(out, "\nObstruction");
    }
    for o in &hindered {
        let why = o.why.as_deref().map_or_else(String::new, |w| format!(": {}", printable(w)));
        let _ = writeln!(
            out,
            "  {}, {}: {}, by {} according to {}{why}",
            printable(&o.area),
            window(&o.when),
            text::words(o.what),
            held.names(&o.by),
            o.according_to
        );
    }
    terminal.result(out.trim_end());
    Ok(Exit::Done)
}
