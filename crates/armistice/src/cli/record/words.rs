//! Words that the views of the ledgers share: names of actors, windows, hindrances.
//!
//! Must not: decide anything.

use super::Held;
use crate::{cli::terminal::printable, output::text};
use armistice_core::{
    ledger::{Beside, Period},
    named::Named as _,
    record::Step,
    statement::{ledger::CoverageRecorded, wire::Interval},
};

impl Held {
    /// The neutral name of an actor of the adopted agreements; other words as they are.
    pub(super) fn name(&self, words: &str) -> String {
        let actors = self.agreements.iter().flat_map(|a| &a.agreement.actors);
        let known = actors.into_iter().find(|a| a.id.as_str() == words);
        printable(known.map_or(words, |a| &a.name))
    }

    /// Several names; nobody is said in words.
    pub(super) fn names<'a>(&self, all: impl IntoIterator<Item = &'a String>) -> String {
        let names: Vec<String> = all.into_iter().map(|n| self.name(n)).collect();
        if names.is_empty() { "nobody named".to_owned() } else { names.join(", ") }
    }

    /// An entry of coverage: `Donetsk: not observed, 3 × camera (outage)`.
    pub(super) fn covered(&self, c: &Step<CoverageRecorded>) -> String {
        let c = &c.body;
        let units = c.units.map_or_else(String::new, |n| format!("{n} × "));
        let mut line =
            format!("{}: {}, {units}{}", printable(&c.area), text::words(c.watch.id()), text::words(c.means.id()));
        if let Some(hindrance) = c.hindrance {
            line.push_str(&format!(" ({}", text::words(hindrance.id())));
            if !c.by.is_empty() {
                line.push_str(&format!(", according to the entry by {}", self.names(&c.by)));
            }
            line.push(')');
        }
        line.push_str(&format!(", {}", window(&c.period)));
        line
    }

    /// What stands beside a zero.
    pub(super) fn beside(&self, b: &Beside<'_>) -> Vec<String> {
        if b.entries == 0 {
            return vec!["What could be observed in this window is not entered, so it is not known.".to_owned()];
        }
        b.hindered.iter().map(|c| self.covered(c)).collect()
    }
}

/// A window in words.
pub(super) fn window(w: &Interval) -> String {
    w.when().words()
}

/// A period in words.
pub(super) fn period(p: &Period) -> String {
    match (p.from, p.to) {
        (None, None) => "all days".to_owned(),
        _ => window(p),
    }
}

/// A figure; `None` is not stated.
pub(super) fn figure(n: Option<u64>) -> String {
    n.map_or_else(|| "not stated".to_owned(), |n| n.to_string())
}

/// Thousandths as a number with three decimals.
pub(super) fn thousandths(n: Option<i32>) -> String {
    n.map_or_else(
        || "not defined".to_owned(),
        |n| format!("{}{}.{:03}", if n < 0 { "-" } else { "" }, n.abs() / 1_000, n.abs() % 1_000),
    )
}
