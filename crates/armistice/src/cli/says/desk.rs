//! Statements of a desk, about its own work and about claims, each as one sentence.
//!
//! Must not: name an account.

use armistice_core::{
    named::Named as _,
    statement::{
        desk::Desk,
        review::{ClaimChanges, ReviewVerdict},
    },
};

/// What the statement says.
pub(crate) fn desk(d: &Desk) -> String {
    match d {
        Desk::Audited(a) => {
            format!("fixed rows {} to {} of the desk's audit trail by the digest {}", a.from_seq, a.to_seq, a.head)
        }
        Desk::Reviewed(r) => {
            let why = r.reason.as_ref().map_or_else(String::new, |why| format!(", because {why}"));
            match r.verdict {
                ReviewVerdict::Accepted => format!("accepted the claim as it was read{why} (shown: {})", r.shown),
                ReviewVerdict::Rejected => format!("rejected the claim{why} (shown: {})", r.shown),
                ReviewVerdict::Corrected => {
                    let read = r.changes.as_ref().map(changes).unwrap_or_default().join(", ");
                    format!("corrected the claim: {read}{why} (shown: {})", r.shown)
                }
                ReviewVerdict::Withdrawn => format!("took the own review of the claim back{why}"),
            }
        }
    }
}

/// What a correction changes, one phrase each.
pub(crate) fn changes(c: &ClaimChanges) -> Vec<String> {
    let mut out = Vec::new();
    let mut put = |what: &str, value: Option<String>| out.extend(value.map(|v| format!("{what} {v}")));
    let list = |all: &[String]| (!all.is_empty()).then(|| all.join("; "));
    put("kind", c.kind.map(|k| k.id().replace('_', " ")));
    put("act", c.act.map(|a| a.id().replace('_', " ")));
    put("polarity", c.polarity.map(|p| p.id().to_owned()));
    put("alleged author", list(&c.alleged_authors));
    put("affected", list(&c.affected));
    put("place", c.place.as_ref().map(|p| p.name.clone().unwrap_or_else(|| p.text.clone())));
    put("time", c.time.map(|t| t.when().words()));
    for n in &c.counts {
        let figure = |v: Option<u64>| v.map_or_else(|| "?".to_owned(), |v| v.to_string());
        let figures = if n.min == n.max { figure(n.min) } else { format!("{} to {}", figure(n.min), figure(n.max)) };
        put("count", Some(format!("{} ({}) {figures}", n.what.id(), n.status.id())));
    }
    put("recorded by", c.recorded_by.clone());
    for field in &c.unstated {
        out.push(format!("{} not stated", field.id().replace('_', " ")));
    }
    out
}
