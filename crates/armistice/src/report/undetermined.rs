//! Part 8: what was not determined, or is pending at the cut-off, with each position.
//!
//! Must not: take silence for consent, or a missing answer for an admission.

use super::{
    determinations::{Came, came, row},
    head,
    world::World,
};
use crate::output::report_v1::{DecidedRow, Undetermined};
use armistice_core::case::Case;

pub(super) fn part(w: &World<'_>) -> Undetermined {
    let of_period = |c: &&Case| {
        w.in_period(c.received.time) || c.determinations.iter().any(|m| w.in_period(m.at)) || came(c) == Came::Pending
    };
    let without = w.cases.cases.values().filter(of_period).filter(|c| match came(c) {
        Came::NotDetermined | Came::Pending | Came::Settled | Came::Withdrawn | Came::Dismissed => true,
        Came::Determined(_) => false,
    });
    let cases: Vec<DecidedRow> = without.map(|c| row(w, c)).collect();
    let head =
        head(w, 8, cases.is_empty(), if w.cases.cases.is_empty() { "nothing_received" } else { "none_in_period" });
    Undetermined { cases: if w.leaves_out(8) { vec![] } else { cases }, head }
}
