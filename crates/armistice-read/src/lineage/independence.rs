//! Independence per claim: how many origins that do not depend on each other stand behind claims of one fact.
//!
//! Must not: count articles.
//!
//! Two reports are independent only if text origin, ultimate speaker and cited source all differ. The result is an
//! interval: `high` joins what is surely the same, `low` also what may be.

use std::collections::BTreeMap;

use crate::lineage::reason::Reason;

/// Where one claim comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimSource {
    /// The document.
    pub document: usize,
    /// Its origin ([`crate::lineage::origin::Origins::of_document`]).
    pub origin: usize,
    /// Its part ([`crate::lineage::origin::Origins::part`]): one part is surely one origin.
    pub part: usize,
    /// Key of the agency or data set that the text is from, to be compared with `cited` of other claims.
    pub origin_key: Option<String>,
    /// Documents with which the claim's passage is shared.
    pub shared_with: Vec<usize>,
    /// Key of the named ultimate speaker (a person, a monitor, a party).
    pub speaker: Option<String>,
    /// Key of the agency, outlet or original source that the passage is taken from.
    pub cited: Option<String>,
    /// Whether the speaker is a party to the conflict.
    pub party: bool,
    /// Whether the passage rests on a source without a name.
    pub unnamed: bool,
}

/// How many independent origins, with reasons. Documents in the reasons are the caller's, claims are indexes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// If everything that may be the same is the same.
    pub low: u32,
    /// If only what is surely the same is the same.
    pub high: u32,
    /// Why.
    pub reasons: Vec<Reason>,
}

fn root(of: &[usize], mut at: usize) -> usize {
    while of[at] != at {
        at = of[at];
    }
    at
}

fn join(of: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(of, a), root(of, b));
    of[a.max(b)] = a.min(b);
}

fn count(of: &[usize]) -> u32 {
    of.iter().enumerate().filter(|(i, r)| i == *r).count() as u32
}

/// Joins claims of one key; calls `say` for each key with more than one claim.
fn by_key<K: Ord>(of: &mut [usize], keys: impl Iterator<Item = (K, usize)>, mut say: impl FnMut(K, u32)) {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (key, claim) in keys {
        groups.entry(key).or_default().push(claim);
    }
    for (key, mut claims) in groups {
        claims.dedup();
        claims.windows(2).for_each(|w| join(of, w[0], w[1]));
        if claims.len() > 1 {
            say(key, claims.len() as u32);
        }
    }
}

/// Counts the independent origins behind claims of one fact. No claim: 0 to 0.
#[must_use]
pub fn independent(claims: &[ClaimSource]) -> Interval {
    let mut of: Vec<usize> = (0..claims.len()).collect();
    let mut reasons = Vec::new();
    let numbered = || claims.iter().enumerate();
    by_key(&mut of, numbered().map(|(i, c)| (c.part, i)), |_, claims| reasons.push(Reason::OneOrigin { claims }));
    for (claim, c) in numbered() {
        for (with, d) in numbered().filter(|&(with, d)| with != claim && c.shared_with.contains(&d.document)) {
            if c.part != d.part && root(&of, claim) != root(&of, with) {
                reasons.push(Reason::SharedPassage { claim, with });
            }
            join(&mut of, claim, with);
        }
    }
    let speakers = numbered().filter_map(|(i, c)| Some((c.speaker.as_deref()?, i)));
    by_key(&mut of, speakers, |speaker, claims| {
        reasons.push(Reason::SameSpeaker { speaker: speaker.to_owned(), claims });
    });
    // A passage taken from X, and a text that is X's own, are X's; so is a data set compiled from X.
    let cited_keys: Vec<&str> = claims.iter().filter_map(|c| c.cited.as_deref()).collect();
    let sources = numbered().flat_map(|(i, c)| {
        let own = c.origin_key.as_deref().filter(|k| c.cited.is_none() && cited_keys.contains(k));
        [c.cited.as_deref(), own].into_iter().flatten().map(move |k| (k, i))
    });
    by_key(&mut of, sources, |agency, claims| reasons.push(Reason::SameCited { agency: agency.to_owned(), claims }));
    reasons.extend(numbered().filter(|(_, c)| c.party).map(|(claim, _)| Reason::PartySource { claim }));
    let high = count(&of);

    by_key(&mut of, numbered().map(|(i, c)| (c.origin, i)), |_, _| {});
    let unnamed = numbered().filter(|(_, c)| c.unnamed && c.speaker.is_none()).map(|(i, _)| ((), i));
    by_key(&mut of, unnamed, |(), claims| reasons.push(Reason::UnnamedSources { claims }));
    Interval { low: count(&of), high, reasons }
}
