//! Part 16: how the cases of each side were handled, of those that were received in the period.
//!
//! Must not: draw a conclusion from a difference, or give a share without what it is of.

use super::world::World;
use crate::{
    cases,
    output::report_v1::{Applied, Length, Share, TreatmentRow},
};
use armistice_core::{
    agreement::words::Standard,
    case::audit::{self, Spread, Treatment},
    ledger,
    named::Named as _,
};
use std::collections::BTreeMap;

/// The rows, in the order of the ids. None where no case was received in the period and no access was hindered.
pub(super) fn rows(w: &World<'_>) -> Vec<TreatmentRow> {
    let agreements = cases::agreements(&w.whole.record);
    let cases: Vec<_> = w.cases.cases.values().filter(|c| w.in_period(c.received.time)).collect();
    let period = w.interval();
    let requests = ledger::access(w.ledgers, &period).0;
    if cases.is_empty() {
        return Vec::new();
    }
    let found = audit::audit(cases, requests.into_iter().map(|(_, r)| r), &agreements, w.inputs.cut_off);
    found.iter().map(|t| row(w, t)).collect()
}

fn share(s: audit::Share) -> Share {
    Share { part: s.part, of: s.of }
}

fn stretch(s: Spread) -> Length {
    let three = s.least_middle_most;
    Length { n: s.n, least: three.map(|t| t.0), middle: three.map(|t| t.1), most: three.map(|t| t.2) }
}

fn applied<K: Copy>(of: &BTreeMap<K, u64>, word: impl Fn(K) -> &'static str) -> Vec<Applied> {
    of.iter().map(|(k, n)| Applied { word: word(*k).to_owned(), n: *n }).collect()
}

fn row(w: &World<'_>, t: &Treatment) -> TreatmentRow {
    TreatmentRow {
        side: w.sides.name(t.side.as_str()),
        accused: t.accused,
        dismissed: share(t.dismissed),
        notices: t.notices,
        to_reply: stretch(t.reply_time),
        heard: share(t.heard),
        late: share(t.late),
        lapsed: share(t.lapsed),
        undetermined: share(t.undetermined),
        standards: applied(&t.standards, Standard::word),
        naming: applied(&t.naming, Standard::word),
        attribution: applied(&t.attribution_reached, |k| k),
        to_determination: stretch(t.to_determination),
        access: applied(&t.access, |o| o.id()),
        complaints: t.complaints,
        complaints_dismissed: share(t.complaints_dismissed),
    }
}
