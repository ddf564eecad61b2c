//! What guarantors confirm: their words on what the agreed conditions of phases ask them, as they stand.
//!
//! Must not: count a word whose member does not hold the guarantor's seat, or take silence for a yes or for a no.

use super::{Cases, Mark};
use crate::agreement::Agreement;
use crate::condition::{Condition, Confirmation, Confirmed};
use crate::scope::Answer;
use crate::statement::wire::Digest;
use std::collections::{BTreeMap, BTreeSet};

/// A guarantor's word, or that it took its word back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Who said it, for whom, when and why.
    pub mark: Mark,
    /// Under which agreement.
    pub agreement: Digest,
    /// What it is about: the id of a statement of the agreement, or words.
    pub what: String,
    /// The answer; `None`: what this member said before is taken back.
    pub answer: Option<Answer>,
}

/// What the agreed conditions of an agreement ask the guarantors to confirm.
#[must_use]
pub fn asked(agreement: &Agreement) -> BTreeSet<Confirmed> {
    let mut out = BTreeSet::new();
    for gate in agreement.phases.iter().flat_map(|p| &p.gates) {
        gate.walk(&mut |c| {
            if let Condition::GuarantorsConfirm(what) = c {
                out.insert(what.clone());
            }
        });
    }
    out
}

/// The words that stand about something under these files of an agreement: of each member the latest, if it was not taken back and the
/// member still holds the seat that it spoke for, contested by nobody.
pub fn words_of<'a>(cases: &'a Cases, files: &BTreeSet<[u8; 32]>, what: &str) -> impl Iterator<Item = &'a Word> {
    let of = |w: &&Word| files.contains(&w.agreement.0) && w.what == what;
    let latest: BTreeMap<&str, &Word> =
        cases.confirmations.iter().filter(of).map(|w| (w.mark.at.member.as_str(), w)).collect();
    latest.into_values().filter(|w| {
        let seat = cases.seats.counts(&w.agreement, &w.mark.at.member);
        w.answer.is_some() && seat.map(|s| &s.constituency) == w.mark.constituency.as_ref()
    })
}

/// What guarantors said of all that an agreement asks them, under these of its files, for [`crate::condition::Facts`].
#[must_use]
pub fn confirmations(
    cases: &Cases,
    agreement: &Agreement,
    files: &BTreeSet<[u8; 32]>,
) -> BTreeMap<Confirmed, Vec<Confirmation>> {
    let said = |what: &Confirmed| -> Vec<Confirmation> {
        let words = words_of(cases, files, what.text());
        words
            .filter_map(|w| Some(Confirmation { guarantor: w.mark.constituency.clone()?, answer: w.answer? }))
            .collect()
    };
    asked(agreement).into_iter().map(|what| (what.clone(), said(&what))).collect()
}
