//! The brief as one reader sees it: without what is restricted to others, and with the number of what was left out.
//!
//! Must not: leave anything out without counting it, or compute the record anew: what is left is as it was composed.

use crate::output::brief_v1::Brief;
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

/// Sights that are kept per snapshot; readers of one team share them.
const KEPT: usize = 8;

/// How many things of each list are hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Hidden {
    /// Documents.
    pub documents: usize,
    /// Claims: restricted themselves, or of a document that is.
    pub claims: usize,
    /// Incidents: restricted themselves, or of hidden claims alone.
    pub incidents: usize,
}

/// The briefs of readers from whom something is hidden, by what is hidden.
#[derive(Debug, Default)]
pub struct Sights(Mutex<Vec<(BTreeSet<String>, Arc<Brief>)>>);

impl Sights {
    /// What a reader sees of a brief, when these keys (`document:ID`) are hidden.
    #[must_use]
    pub fn of(&self, brief: &Arc<Brief>, hidden: &BTreeSet<String>) -> Arc<Brief> {
        if hidden.is_empty() {
            return Arc::clone(brief);
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept.iter().find(|(of, _)| of == hidden) {
            return Arc::clone(found);
        }
        let made = Arc::new(seen(brief, hidden));
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((hidden.clone(), Arc::clone(&made)));
        made
    }
}

/// A brief without what is hidden. With a document go its claims, and an incident goes when none of its claims is left.
#[must_use]
pub fn seen(brief: &Brief, hidden: &BTreeSet<String>) -> Brief {
    let hides = |kind: &str, id: &str| hidden.contains(&format!("{kind}:{id}"));
    let mut out = brief.clone();
    out.documents.retain(|d| !hides("document", &d.id));
    out.claims.retain(|c| !hides("document", &c.document) && !hides("claim", &c.id));
    let left: BTreeSet<String> = out.claims.iter().map(|c| c.id.clone()).collect();
    out.incidents.retain_mut(|i| {
        i.claims.retain(|c| left.contains(c));
        i.denials.retain(|c| left.contains(c));
        !i.claims.is_empty() && !hides("incident", &i.id)
    });
    // Reasons are sentences that may name a hidden document: such a sentence goes.
    let gone = brief.documents.iter().filter(|d| hides("document", &d.id));
    let words: Vec<&str> = gone
        .flat_map(|d| [Some(d.id.as_str()), Some(d.file.as_str()), d.title.as_deref()])
        .flatten()
        .filter(|w| w.len() > 3)
        .collect();
    let clean = |reasons: &mut Vec<String>| reasons.retain(|r| !words.iter().any(|w| r.contains(w)));
    for claim in &mut out.claims {
        clean(&mut claim.copied_in);
    }
    for document in &mut out.documents {
        clean(&mut document.published_why);
        clean(&mut document.warnings);
    }
    for origin in &mut out.origins {
        clean(&mut origin.reasons);
    }
    for copy in &mut out.copies {
        clean(&mut copy.reasons);
    }
    for incident in &mut out.incidents {
        clean(&mut incident.independent_origins.reasons);
        clean(&mut incident.verification_why);
        clean(&mut incident.disagreements);
        clean(&mut incident.why_linked);
        for test in &mut incident.tests {
            clean(&mut test.reasons);
            test.claims.retain(|c| left.contains(c));
            test.contrary.retain(|c| left.contains(c));
        }
    }
    out.contradictions.retain(|c| c.claims.iter().all(|c| left.contains(c)));
    out.copies.retain(|c| !hides("document", &c.a) && !hides("document", &c.b));
    out.origins.retain_mut(|o| {
        o.documents.retain(|d| !hides("document", d));
        !o.documents.is_empty()
    });
    out.people.retain_mut(|p| {
        p.variants.retain(|v| !hides("document", &v.document));
        !p.variants.is_empty()
    });
    // What could not be read names its document.
    out.problems.retain(|p| !hidden.iter().any(|k| k.split_once(':').is_some_and(|(_, id)| p.thing.contains(id))));
    out
}

/// How much of a brief a reader does not see.
#[must_use]
pub fn hidden(whole: &Brief, seen: &Brief) -> Hidden {
    Hidden {
        documents: whole.documents.len().saturating_sub(seen.documents.len()),
        claims: whole.claims.len().saturating_sub(seen.claims.len()),
        incidents: whole.incidents.len().saturating_sub(seen.incidents.len()),
    }
}
