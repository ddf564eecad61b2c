//! Reports of a term: one thing that is to be done, told with different last days.
//!
//! Must not: say which day holds (the text of the agreement does), or take two things of one matter for one.

use super::{Findings, Relation, Set, words::one_story};
use crate::claim::{ClaimKind, Polarity};
use crate::incident::{Groups, RecordedClaim};
use crate::said::{Said, Slot};
use crate::time::{TimeBasis, TimePrecision};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A report of a term is held against so many others, those that follow it in order.
const NEAR_TERMS: usize = 64;
/// Letters of a word that tells what a report is about; shorter ones stand in any sentence.
const LETTERS_MIN: usize = 4;
/// So many such words two reports have in common at the least.
const COMMON_MIN: usize = 3;
/// Share of the common words, in hundredths of the shorter report's.
const COMMON_SHARE: usize = 50;

impl Findings<'_> {
    /// Reports of different documents on one thing with different last days. All that hang together are one finding.
    pub(super) fn terms(&mut self) {
        let terms: Vec<(usize, Date, BTreeSet<String>)> =
            self.all.iter().enumerate().filter_map(|(i, c)| Some((i, last_day(c)?, telling(&c.claim.quote)))).collect();
        let mut groups = Groups::new(terms.len());
        let mut differ = BTreeSet::new();
        for (n, (i, day, words)) in terms.iter().enumerate() {
            for (m, (j, other, theirs)) in terms.iter().enumerate().skip(n + 1).take(NEAR_TERMS) {
                let (a, b) = (self.all[*i], self.all[*j]);
                if a.document != b.document && one_story(a, b) && one_thing(words, theirs) {
                    groups.join(n, m);
                    if day != other {
                        differ.insert(n);
                    }
                }
            }
        }
        let mut matters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for n in 0..terms.len() {
            matters.entry(groups.root(n)).or_default().push(n);
        }
        for members in matters.into_values().filter(|m| m.iter().any(|n| differ.contains(n))) {
            let mut days: BTreeMap<Date, Set> = BTreeMap::new();
            for (i, day, _) in members.iter().filter_map(|n| terms.get(*n)) {
                days.entry(*day).or_default().insert(*i);
            }
            let told: Vec<String> = days.iter().map(|(day, set)| format!("{day} ({})", self.names(set))).collect();
            let why = format!("the last day is told as {}; the text of the agreement decides", told.join(", as "));
            let told = days.iter().map(|(day, set)| {
                let told = Said::new("contra-day").with("day", Slot::Day(*day)).with("x", self.sources(set));
                Slot::phrase(told)
            });
            let said = Said::new("contra-last-day").with("days", Slot::Row(told.collect()));
            let all: Set = days.into_values().flatten().collect();
            self.matter = format!("term:{}", all.first().copied().unwrap_or_default());
            self.add(&all, "term", Relation::Contradiction, (why, said));
        }
        self.matter.clear();
    }
}

/// The last day that a report gives to something that is to be done: stated, and ahead when it was published.
fn last_day(c: &RecordedClaim) -> Option<Date> {
    let ahead = match c.claim.kind {
        ClaimKind::Plan | ClaimKind::Pledge | ClaimKind::Proposal | ClaimKind::Demand | ClaimKind::Condition => true,
        ClaimKind::Incident
        | ClaimKind::Allegation
        | ClaimKind::Denial
        | ClaimKind::Total
        | ClaimKind::AgreementFact
        | ClaimKind::AgreementScope
        | ClaimKind::Refusal
        | ClaimKind::Position
        | ClaimKind::Context => false,
    };
    let stated = matches!(c.when.basis, TimeBasis::Stated | TimeBasis::YearInferred);
    let day = c.when.last_day().filter(|_| ahead && stated && c.when.precision <= TimePrecision::Period)?;
    // What is to come is left open; what is denied is no term.
    let told = c.claim.polarity != Polarity::Negated;
    (told && c.published.last_day().is_some_and(|p| p < day)).then_some(day)
}

/// The words that tell what a text is about, without figures.
fn telling(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() >= LETTERS_MIN);
    words.map(str::to_lowercase).collect()
}

fn one_thing(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let common = a.intersection(b).count();
    common >= COMMON_MIN && common * 100 >= a.len().min(b.len()) * COMMON_SHARE
}
