//! Part 9: obligations and where their clocks stand; conditions of phases.
//!
//! Must not: call a demand, an undertaking or a declared condition an obligation.

use super::{head, world::World};
use crate::output::report_v1::Obligations;

pub(super) fn part(w: &World<'_>) -> Obligations {
    Obligations { head: head(w, 9, true, "nothing_received"), rows: vec![], phases: vec![] }
}

/// Obligations that are late, by the side that must perform them.
pub(super) fn late(w: &World<'_>) -> (crate::output::report_v1::Tally, Vec<crate::output::report_v1::SideTally>) {
    (crate::output::report_v1::Tally::default(), w.by_side(|_| false, |_| std::collections::BTreeSet::new()))
}
