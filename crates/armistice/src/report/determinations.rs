//! Part 7: what was determined, one case a page; and the cases of the funnel.
//!
//! Must not: state an outcome or an attribution that no decision states.

use super::{head, world::World};
use crate::output::report_v1::{Determinations, Share, Step};

pub(super) fn part(w: &World<'_>) -> Determinations {
    Determinations { head: head(w, 7, true, "nothing_received"), cases: vec![] }
}

pub(super) fn steps(_: &World<'_>) -> Vec<Step> {
    vec![]
}

pub(super) fn undetermined_share(_: &World<'_>) -> Share {
    Share { part: 0, of: 0 }
}

/// Violations that were determined in the period, by the side that they are attributed to.
pub(super) fn violations(w: &World<'_>) -> (crate::output::report_v1::Tally, Vec<crate::output::report_v1::SideTally>) {
    (crate::output::report_v1::Tally::default(), w.by_side(|_| false, |_| std::collections::BTreeSet::new()))
}

/// Responses, and dissents and reservations, verbatim.
pub(super) fn verbatim(
    _: &World<'_>,
) -> (Vec<crate::output::report_v1::StatementOf>, Vec<crate::output::report_v1::StatementOf>) {
    (vec![], vec![])
}
