//! Part 11: who was killed or injured, as ranges by status, each tied to its incident.
//!
//! Must not: add the figures of several incidents, one status to another, or those of unknown status to civilians.

use super::{
    head,
    window::Placed,
    world::{When, World},
};
use crate::output::report_v1::{Bounds, Casualties, CasualtyRow};

pub(super) fn part(w: &World<'_>) -> Casualties {
    let mut rows = Vec::new();
    for p in w.incidents.iter().filter(|p| p.at(When::Now) != Placed::Outside) {
        for c in &p.incident.counts {
            if matches!(c.what.as_str(), "killed" | "injured" | "casualties") {
                let o = &p.incident.independent_origins;
                rows.push(CasualtyRow {
                    incident: w.incident_ref(p.incident),
                    what: c.what.clone(),
                    status: c.status.clone(),
                    number: Bounds { min: c.min, max: c.max },
                    origins: Bounds { min: Some(o.low.into()), max: Some(o.high.into()) },
                    fact: p.status.to_owned(),
                });
            }
        }
    }
    Casualties { head: head(w, 11, rows.is_empty(), "nothing_received"), rows }
}
