//! Part 13: what was asked of whom, what was answered, what was verified.
//!
//! Must not: take a promise for a thing done.

use super::{head, world::World};
use crate::output::report_v1::{Remedies, RemedyRow};
use armistice_core::{named::Named as _, statement::casework::Progress};

pub(super) fn part(w: &World<'_>) -> Remedies {
    let mut rows = Vec::new();
    for c in w.cases.cases.values() {
        for r in &c.remedies {
            let overdue = r.body.due < w.inputs.cut_off;
            let state = match r.progress() {
                Some(p @ (Progress::Done | Progress::Refused)) => p.id(),
                Some(Progress::Partly | Progress::Undertaken) | None if overdue => "overdue",
                Some(p @ (Progress::Partly | Progress::Undertaken)) => p.id(),
                None => "open",
            };
            rows.push(RemedyRow {
                id: r.body.remedy.to_string(),
                case: c.number.clone().unwrap_or_else(|| c.id.to_string()),
                of: w.sides.actor(&r.body.of),
                act: r.body.act.clone(),
                place: r.body.place.clone(),
                due: w.moment(r.body.due),
                test: r.body.test.clone(),
                state: state.to_owned(),
            });
        }
    }
    let head = head(w, 13, rows.is_empty(), "nothing_received");
    Remedies { rows: if w.leaves_out(13) { vec![] } else { rows }, head }
}
