//! Part 8: what was not determined, or is pending, with each position.
//!
//! Must not: take silence for consent, or a missing answer for an admission.

use super::{head, world::World};
use crate::output::report_v1::Undetermined;

pub(super) fn part(w: &World<'_>) -> Undetermined {
    Undetermined { head: head(w, 8, true, "nothing_received"), cases: vec![] }
}
