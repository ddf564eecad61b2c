//! Entries of the ledgers, each as one sentence.
//!
//! Must not: say "committed" of what was recorded, or show a number without its unit.

use crate::output::text;
use armistice_core::{
    named::Named as _,
    statement::{ledger::Ledger, wire::Number},
};

fn number(n: &Number) -> String {
    match (n.best, n.min, n.max) {
        (Some(best), _, _) => best.to_string(),
        (None, Some(min), Some(max)) => format!("{min} to {max}"),
        (None, Some(min), None) => format!("at least {min}"),
        (None, None, Some(max)) => format!("at most {max}"),
        (None, None, None) => "a number not stated of".to_owned(),
    }
}

/// What the statement says.
pub(in crate::cli) fn ledger(l: &Ledger) -> String {
    let words = text::words;
    match l {
        Ledger::Bulletin(b) => {
            let total = b.total.map_or_else(|| "a number not stated of".to_owned(), |n| n.to_string());
            format!(
                "entered a bulletin of {} ({} {} {}), published by {}",
                b.recorder,
                words(b.standing.id()),
                total,
                words(b.unit.id()),
                b.publisher
            )
        }
        Ledger::Listed(i) => format!("{} in the list of {}: {}", i.incident, i.recorder, words(i.stance.id())),
        Ledger::Observation(o) => {
            format!("observed ({}) {} × {}", words(o.means.id()), number(&o.number), words(o.what.id()))
        }
        Ledger::Coverage(c) => format!("coverage of {} by {}: {}", c.area, words(c.means.id()), words(c.watch.id())),
        Ledger::Access(a) => format!(
            "access to {} for {}: {}",
            a.area,
            a.purpose,
            a.outcome.map_or_else(|| "asked for".to_owned(), |o| words(o.id()))
        ),
        Ledger::Call(c) => format!(
            "call from {} to {}: {}: {}",
            c.from,
            c.to,
            c.result.map_or_else(|| "open".to_owned(), |r| words(r.id())),
            c.text
        ),
        Ledger::Obligation(o) => {
            format!("obligation {}: {}, according to {}", o.obligation, words(o.performance.id()), o.according_to)
        }
        Ledger::SourceGraded(g) => format!("graded the source {} for {}: {}", g.source, g.topic, g.letter.id()),
        Ledger::InformationGraded(g) => format!("graded the information of {}: {}", g.claim, g.number.id()),
        Ledger::Coded(c) => format!("coder {} coded {} of {} as {}", c.coder, c.field, c.thing, c.value),
        Ledger::Checked(c) => format!("the mechanism's own work on {}: {}", c.incident, words(c.result.id())),
        Ledger::Tested(t) => {
            format!("held {} against an agreement: {}", t.incident, text::counted(t.answers.len(), "answer", "answers"))
        }
        Ledger::SourceWithdrawn(s) => format!("{} is no longer relied on ({}): {}", s.document, s.by, s.why),
        Ledger::Report(r) => format!("issued report {} ({} edition)", r.number, words(r.edition.id())),
    }
}
