//! Origins: which documents are one text at heart, from the bonds that members' engines found between pairs.
//!
//! Must not: look at texts, or join documents that nothing binds.

use crate::{id::DocumentId, id::OriginId, statement::Bond};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a document for naming its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginDocument {
    /// The document.
    pub document: DocumentId,
    /// The agency that its text is credited to.
    pub agency: Option<String>,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its headline, or its file's name.
    pub title: String,
    /// What its credits say, in plain words.
    pub notes: Vec<String>,
}

/// A bond between two documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The one.
    pub a: DocumentId,
    /// The other.
    pub b: DocumentId,
    /// How firm.
    pub bond: Bond,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A reason in plain words, and the documents that it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The words.
    pub text: String,
    /// The documents; the two of the bond when none.
    pub about: Vec<DocumentId>,
}

/// Documents of one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Named after its first document.
    pub id: OriginId,
    /// The agency that a document is credited to, else the first outlet, else the title of the first document.
    pub label: String,
    /// Its documents, in the order given.
    pub documents: Vec<DocumentId>,
    /// Independent origins inside if all bonds hold: always one.
    pub low: u32,
    /// Independent origins inside if only the sure bonds hold.
    pub high: u32,
    /// Why, without repeats.
    pub reasons: Vec<String>,
}

fn root(of: &mut [usize], at: usize) -> usize {
    let mut root = at;
    while of[root] != root {
        root = of[root];
    }
    let mut walk = at;
    while of[walk] != root {
        walk = std::mem::replace(&mut of[walk], root);
    }
    root
}

fn join(of: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(of, a), root(of, b));
    of[a.max(b)] = a.min(b);
}

/// Groups documents, given in canonical order. The answer stands in the order of the groups' first documents.
#[must_use]
pub fn origins(documents: &[OriginDocument], bonds: &[Bound]) -> Vec<Origin> {
    let number: BTreeMap<&DocumentId, usize> = documents.iter().enumerate().map(|(i, d)| (&d.document, i)).collect();
    let mut sure: Vec<usize> = (0..documents.len()).collect();
    let mut all = sure.clone();
    for bound in bonds {
        let (Some(&a), Some(&b)) = (number.get(&bound.a), number.get(&bound.b)) else { continue };
        match bound.bond {
            Bond::Same => {
                join(&mut sure, a, b);
                join(&mut all, a, b);
            }
            Bond::Perhaps => join(&mut all, a, b),
            Bond::None => {}
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..documents.len() {
        groups.entry(root(&mut all, i)).or_default().push(i);
    }
    let mut reasons: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for bound in bonds {
        let (Some(&a), Some(&b)) = (number.get(&bound.a), number.get(&bound.b)) else { continue };
        // A reason stands with the documents that it speaks of. What is shared without a bond explains both groups.
        for reason in &bound.reasons {
            let named: Vec<usize> = reason.about.iter().filter_map(|d| number.get(d).copied()).collect();
            let about = if named.is_empty() { vec![a, b] } else { named };
            let of: BTreeSet<usize> = about.into_iter().map(|d| root(&mut all, d)).collect();
            for group in of {
                reasons.entry(group).or_default().push(reason.text.clone());
            }
        }
    }
    groups
        .into_iter()
        .map(|(group, members)| {
            let mut parts: Vec<usize> = members.iter().map(|m| root(&mut sure, *m)).collect();
            parts.sort_unstable();
            parts.dedup();
            let first = &documents[members[0]];
            let find =
                |get: fn(&OriginDocument) -> &Option<String>| members.iter().find_map(|m| get(&documents[*m]).clone());
            let label = find(|d| &d.agency).or_else(|| find(|d| &d.outlet)).unwrap_or_else(|| first.title.clone());
            let mut why: Vec<String> = members.iter().flat_map(|m| documents[*m].notes.iter().cloned()).collect();
            why.extend(reasons.remove(&group).unwrap_or_default());
            let mut seen = BTreeSet::new();
            why.retain(|r| seen.insert(r.clone()));
            Origin {
                id: OriginId::of(&[first.document.as_str().as_bytes()]),
                label,
                documents: members.iter().map(|m| documents[*m].document.clone()).collect(),
                low: 1,
                high: u32::try_from(parts.len()).unwrap_or(u32::MAX),
                reasons: why,
            }
        })
        .collect()
}
