//! Part 10: aid, sieges, utilities, detainees. Counts only: nobody is named.
//!
//! Must not: hold a name, or add the figures of several incidents.

use super::{
    head, obstruction,
    window::Placed,
    world::{Placing, When, World},
};
use crate::output::report_v1::{Bounds, BreakdownRow, Humanitarian, HumanitarianRow};
use armistice_core::act::{Act, ActGroup};
use std::collections::BTreeSet;

/// Acts of this part beside the humanitarian ones.
const ALSO: &[Act] = &[Act::Abduction, Act::Arrest, Act::ForcedDisplacement];

fn is_of_this_part(act: Act) -> bool {
    act.group() == ActGroup::Humanitarian || ALSO.contains(&act)
}

pub(super) fn part(w: &World<'_>) -> Humanitarian {
    let act = |p: &Placing<'_>| p.incident.act.as_deref().and_then(Act::parse).filter(|a| is_of_this_part(*a));
    let now = || w.incidents.iter().filter(|p| p.at(When::Now) != Placed::Outside);
    let acts: BTreeSet<Act> = now().filter_map(act).collect();
    let incidents: Vec<BreakdownRow> = acts
        .into_iter()
        .map(|a| BreakdownRow {
            key: Some(a.id().to_owned()),
            kind: None,
            now: w.tally(When::Now, |p| act(p) == Some(a)),
            previous: w.compared(When::Before, |p| act(p) == Some(a)),
            baseline: w.compared(When::Baseline, |p| act(p) == Some(a)),
        })
        .collect();
    let mut figures = Vec::new();
    for p in now() {
        for c in &p.incident.counts {
            if matches!(c.what.as_str(), "detained" | "abducted" | "released" | "missing" | "displaced") {
                figures.push(HumanitarianRow {
                    incident: w.incident_ref(p.incident),
                    what: c.what.clone(),
                    status: c.status.clone(),
                    number: Bounds { min: c.min, max: c.max },
                });
            }
        }
    }
    let access = obstruction::requests(w, obstruction::of_others);
    let none = incidents.is_empty() && figures.is_empty() && access.is_empty();
    Humanitarian { head: head(w, 10, none, "nothing_received"), incidents, figures, access }
}
