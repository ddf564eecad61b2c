//! `armistice record calls`: calls over hotlines, with their clocks.
//!
//! Must not: give a middle of response times without the number of calls that were not answered.

use super::{
    Held,
    words::{period, window},
};
use crate::{
    cli::terminal::{Terminal, printable},
    clock,
    failure::{Exit, Failure},
    output::text,
};
use armistice_core::{
    ledger::{Call, CallState, Hotline, Period, hotline},
    named::Named as _,
    record::Record,
};
use serde_json::json;
use std::fmt::Write as _;

fn state(call: &Call, state: CallState) -> String {
    match state {
        CallState::Answered(result) => text::words(result.id()),
        CallState::Disputed => {
            let results = call.results();
            let all =
                results.iter().filter_map(|r| Some(format!("{} ({})", text::words(r.body.result?.id()), r.at.member)));
            format!("told differently: {}", all.collect::<Vec<_>>().join(", "))
        }
        CallState::NoContact => "nobody was reached".to_owned(),
        CallState::Open => "no answer entered".to_owned(),
        CallState::Overdue => "no answer entered, overdue".to_owned(),
    }
}

/// The calls of a period, for programs and for the desk.
pub(crate) fn value(record: &Record, of: &Period, now: i64) -> serde_json::Value {
    object_of(&hotline(&Held::of(record).ledgers, of, now))
}

fn object_of(h: &Hotline<'_>) -> serde_json::Value {
    json!({
        "calls": h.calls.iter().map(|(id, call, state, lapse)| json!({
            "id": id.as_str(), "from": call.first.body.from, "to": call.first.body.to,
            "text": call.first.body.text,
            "state": state.id(),
            "results": call.results().iter().map(|r| json!({
                "entered_by": r.at.member, "result": r.body.result.map(|r| r.id()), "text": r.body.text,
            })).collect::<Vec<_>>(),
            "seconds": lapse.map(|l| json!({ "least": l.least, "most": l.most })),
        })).collect::<Vec<_>>(),
        "answered": h.answered,
        "unanswered": h.unanswered,
        "overdue": h.overdue,
        "median_seconds": h.median.map(|(l, n)| json!({ "least": l.least, "most": l.most, "of": n })),
    })
}

/// Runs it.
pub(super) fn run(held: &Held, of: &Period, terminal: &Terminal) -> Result<Exit, Failure> {
    let h = hotline(&held.ledgers, of, clock::now());
    if terminal.json {
        terminal.result(&object_of(&h).to_string());
        return Ok(Exit::Done);
    }
    let mut out = format!("Calls, {}: {} answered, {} not answered", period(of), h.answered, h.unanswered);
    if h.overdue > 0 {
        let _ = write!(out, " ({} overdue)", h.overdue);
    }
    out.push('\n');
    if let Some((median, of)) = h.median {
        let _ = writeln!(
            out,
            "Middle of the response times: {} ({of} answered with known times; {} not answered)",
            median.words(),
            h.unanswered
        );
    }
    for (id, call, standing, lapse) in &h.calls {
        let b = &call.first.body;
        let clock = lapse.map_or_else(String::new, |l| format!(", after {}", l.words()));
        let (from, to) = (held.name(&b.from), held.name(&b.to));
        let _ = writeln!(out, "  {id}: {}, {from} to {to}: {}", window(&b.at), printable(&b.text));
        let _ = writeln!(out, "      {}{clock}", state(call, *standing));
    }
    terminal.result(out.trim_end());
    Ok(Exit::Done)
}
