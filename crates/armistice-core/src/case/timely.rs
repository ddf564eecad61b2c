//! Opinions that were given in time and stand later in canonical order than a step that was made after the end of the review.
//!
//! Who gives an opinion in its own register need not have seen what others did after the end, and what they did must not shut it
//! out. So an opinion is in time by its author's own word, as every other step is, within what can be seen of that word: its register's
//! clock does not run back, and who had seen a step of the case that is dated well after the end wrote after it.
//!
//! Must not: let an author choose its time against what it had seen, or depend on the order in which registers arrived.

use super::rules::CLOCKS_DIFFER;
use crate::id::CaseId;
use crate::record::Step;
use crate::statement::{casework::Casework, wire::Digest};
use std::collections::{BTreeMap, BTreeSet};

/// The opinions that may have to be heard before their place.
pub(crate) struct Later<'a> {
    steps: &'a [Step<Casework>],
    opinions: BTreeMap<Digest, Vec<usize>>,
    by_case: BTreeMap<&'a CaseId, Vec<usize>>,
    time: Vec<i64>,
    heard: BTreeSet<usize>,
}

impl<'a> Later<'a> {
    pub(crate) fn new(steps: &'a [Step<Casework>], now: i64) -> Self {
        let mut opinions: BTreeMap<Digest, Vec<usize>> = BTreeMap::new();
        let mut by_case: BTreeMap<&CaseId, Vec<usize>> = BTreeMap::new();
        let mut clocks: BTreeMap<&str, i64> = BTreeMap::new();
        let mut time = Vec::with_capacity(steps.len());
        for (i, step) in steps.iter().enumerate() {
            if let Casework::OpinionGiven(s) = &step.body {
                opinions.entry(s.draft).or_default().push(i);
            }
            if let Some(case) = step.body.case() {
                by_case.entry(case).or_default().push(i);
            }
            let last = clocks.get(step.at.member.as_str()).copied();
            let own = last.map_or(step.asserted, |l| l.max(step.asserted));
            // What is dated ahead waits, and moves no clock.
            if step.asserted <= now.saturating_add(CLOCKS_DIFFER) {
                clocks.insert(&step.at.member, own);
            }
            time.push(own);
        }
        Later { steps, opinions, by_case, time, heard: BTreeSet::new() }
    }

    /// The opinions on a draft that stand after a place and were given until then, in canonical order, with their times.
    pub(crate) fn opinions(&self, case: &CaseId, draft: &Digest, until: i64, after: usize) -> Vec<(usize, i64)> {
        let of = self.opinions.get(draft).into_iter().flatten().copied();
        of.filter(|i| *i > after && !self.heard.contains(i) && self.time[*i] <= until)
            .filter(|i| !self.saw_the_end(*i, case, until))
            .map(|i| (i, self.time[i]))
            .collect()
    }

    /// Whether the author of a step had seen one of the case that is dated well after the end.
    fn saw_the_end(&self, step: usize, case: &CaseId, until: i64) -> bool {
        let past = until.saturating_add(CLOCKS_DIFFER);
        let of = self.by_case.get(case).into_iter().flatten();
        of.map(|i| &self.steps[*i]).any(|s| s.asserted > past && self.steps[step].saw(&s.at))
    }

    /// The step at a place was heard before it.
    pub(crate) fn heard(&mut self, step: usize) {
        self.heard.insert(step);
    }

    /// It was not heard after all.
    pub(crate) fn unheard(&mut self, step: usize) {
        self.heard.remove(&step);
    }

    /// Whether the step at a place was heard before it.
    pub(crate) fn was_heard(&self, step: usize) -> bool {
        self.heard.contains(&step)
    }
}
