//! How much of one recorder's list another one confirms: a fraction, with its parts.
//!
//! Must not: give a percentage without the fraction, or count silence as a refusal.

use super::bulletin::{Column, add};
use crate::statement::wire::Interval;
use std::collections::{BTreeMap, BTreeSet};

/// What one recorder says of the other's list of one window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatePart {
    /// The window.
    pub window: Interval,
    /// How many it confirmed; `None` is not stated.
    pub confirmed: Option<u64>,
    /// Of how many: as it says, or as the other's list has it.
    pub out_of: Option<u64>,
    /// The other's list states another number than the confirmation does.
    pub other_total: Option<u64>,
    /// Who published the confirmation.
    pub publishers: BTreeSet<String>,
    /// It is told differently in different places: not in the sum.
    pub disputed: bool,
    /// It counts in the fraction.
    pub counts: bool,
}

/// How much of what `of` recorded is confirmed by `by`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmationRate {
    /// Who confirms.
    pub by: String,
    /// Whose list.
    pub of: String,
    /// What the lists count.
    pub unit: crate::statement::ledger::Unit,
    /// Window by window.
    pub parts: Vec<RatePart>,
    /// Confirmed, over the parts that state it.
    pub confirmed: u64,
    /// Out of so many, over the same parts.
    pub out_of: u64,
    /// Recorded by `of` in lists about which `by` says nothing.
    pub silent: u64,
}

impl ConfirmationRate {
    /// In words: `3 of 36 (0 of 9, 3 of 12, 0 of 0, 0 of 15)`.
    #[must_use]
    pub fn words(&self) -> String {
        let number = |n: Option<u64>| n.map_or_else(|| "not stated".to_owned(), |n| n.to_string());
        let parts: Vec<String> = self
            .parts
            .iter()
            .filter(|p| p.counts)
            .map(|p| format!("{} of {}", number(p.confirmed), number(p.out_of)))
            .collect();
        if parts.is_empty() {
            return "not stated".to_owned();
        }
        format!("{} of {} ({})", self.confirmed, self.out_of, parts.join(", "))
    }
}

/// One confirmation as stated: confirmed, out of.
type Stated = (Option<u64>, Option<u64>);

/// The rates in both directions of every two recorders with lists of one unit, by the windows of the list that is confirmed.
pub(super) fn rates(columns: &[Column]) -> Vec<ConfirmationRate> {
    let mut out = Vec::new();
    let keys: BTreeSet<_> = columns.iter().map(|c| (c.standing, c.unit)).collect();
    for (standing, unit) in keys {
        let of_key: Vec<&Column> = columns.iter().filter(|c| (c.standing, c.unit) == (standing, unit)).collect();
        let recorders: BTreeSet<&str> = of_key.iter().map(|c| c.recorder.as_str()).collect();
        for by in &recorders {
            for of in recorders.iter().filter(|of| *of != by) {
                out.push(rate(&of_key, by, of, unit));
            }
        }
    }
    out
}

fn rate(columns: &[&Column], by: &str, of: &str, unit: crate::statement::ledger::Unit) -> ConfirmationRate {
    let mut windows: BTreeMap<_, (Vec<&Column>, Vec<(Stated, &Column)>)> = BTreeMap::new();
    for c in columns {
        let at = windows.entry((c.window.from, c.window.to)).or_default();
        if c.recorder == of {
            at.0.push(c);
        } else if c.recorder == by {
            let about = c.confirmations.iter().filter(|k| k.of == of);
            at.1.extend(about.map(|k| ((k.confirmed, k.out_of), *c)));
        }
    }
    let mut rate = ConfirmationRate {
        by: by.to_owned(),
        of: of.to_owned(),
        unit,
        parts: Vec::new(),
        confirmed: 0,
        out_of: 0,
        silent: 0,
    };
    for ((from, to), (lists, stated)) in windows {
        // Two publishers of one list may give two totals: then it has none.
        let totals: BTreeSet<u64> = lists.iter().filter_map(|c| c.total).collect();
        let total = totals.first().copied().filter(|_| totals.len() == 1 && lists.iter().all(|c| !c.disputed));
        let said: BTreeSet<Stated> = stated.iter().map(|(s, _)| *s).collect();
        if lists.is_empty() && said.is_empty() {
            continue;
        }
        let (confirmed, said_of) = match (said.first(), total) {
            (Some(s), _) if said.len() == 1 => *s,
            (Some(_), _) => (None, None),
            // Nothing was recorded, so there is nothing to confirm: 0 of 0.
            (None, Some(0)) => (Some(0), Some(0)),
            (None, _) => (None, None),
        };
        let out_of = said_of.or(total);
        let counts = confirmed.is_some() && out_of.is_some();
        if let (Some(c), Some(n)) = (confirmed, out_of) {
            rate.confirmed = add(rate.confirmed, c);
            rate.out_of = add(rate.out_of, n);
        } else if said.is_empty() {
            rate.silent = add(rate.silent, total.unwrap_or(0));
        }
        rate.parts.push(RatePart {
            window: Interval { from, to },
            confirmed,
            out_of,
            other_total: total.filter(|t| said_of.is_some_and(|n| n != *t)),
            publishers: stated.iter().map(|(_, c)| c.publisher.clone()).collect(),
            disputed: said.len() > 1,
            counts,
        });
    }
    rate
}
