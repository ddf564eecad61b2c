//! The fold: each step is held against the rules and applied, or kept as irregular with the reason.
//!
//! Must not: fail, or lose a step. Applied and irregular steps together are all steps.

use super::decide::{Review, Why};
use super::rules::{CLOCKS_DIFFER, Standing};
use super::timely::Later;
use super::{Case, Cases, Input, Irregular, Publication, Rules, Stage, check, clocks, state};
use crate::agreement::Agreement;
use crate::id::CaseId;
use crate::record::Step;
use crate::statement::casework::Casework;
use std::collections::BTreeMap;

/// An agreement and its rules of casework.
pub(crate) struct Under<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) rules: Rules,
}

pub(crate) type Book<'a> = BTreeMap<[u8; 32], Under<'a>>;

/// Computes seats, cases and determinations as of `now`. Total: it cannot fail.
#[must_use]
pub fn fold(input: &Input<'_>) -> Cases {
    let book: Book<'_> = input
        .agreements
        .iter()
        .map(|(sha256, agreement)| (*sha256, Under { agreement, rules: Rules::of(agreement) }))
        .collect();
    let known = input.now.saturating_add(CLOCKS_DIFFER);
    let published = input.ledger.iter().filter(|s| s.asserted <= known).filter_map(Publication::of);
    let mut cases = Cases { publications: published.collect(), ..Cases::default() };
    let mut later = Later::new(input.casework, input.now);
    for (i, step) in input.casework.iter().enumerate() {
        if later.was_heard(i) {
            let last = cases.time_of(step);
            cases.clocks.insert(step.at.member.clone(), last);
            continue;
        }
        let time = cases.time_of(step);
        // No statement moves time beyond that of the reading.
        let passed = time.min(input.now);
        // What times have decided before a step that works or decides is decided before it. If the step is refused, it is as if it had
        // not been made. Who only speaks decides nothing by it.
        let works = check::needs(&step.body).is_some_and(|n| n > Standing::Speaks);
        let before = step.body.case().filter(|_| works).and_then(|id| {
            let case = cases.cases.get(id).filter(|c| c.waits_until().is_some_and(|u| u < passed))?.clone();
            let heard = cases.hear(id, input, &book, &mut later, (passed, i));
            cases.settle(id, &book, passed);
            Some((case, heard))
        });
        match check::refusal(&cases, input.agreements, step, input.now) {
            Some(refusal) => {
                if let Some((case, heard)) = before {
                    cases.cases.insert(case.id.clone(), case);
                    cases.applied = cases.applied.saturating_sub(heard.len() as u64);
                    heard.into_iter().for_each(|h| later.unheard(h));
                }
                cases.irregular.push(Irregular {
                    at: step.at.clone(),
                    kind: step.body.kind(),
                    case: step.body.case().cloned(),
                    asserted: step.asserted,
                    refusal,
                });
            }
            None => {
                if step.body.case().is_none() {
                    let ids: Vec<CaseId> = cases.cases.keys().cloned().collect();
                    for id in ids {
                        cases.hear(&id, input, &book, &mut later, (passed, i));
                    }
                    cases.settle_all(&book, passed);
                }
                cases.applied += 1;
                cases.clocks.insert(step.at.member.clone(), time);
                cases.apply(step, time, &book);
                match step.body.case() {
                    Some(case) => cases.complete(case, &book),
                    None => cases.complete_all(&book),
                }
            }
        }
    }
    cases.settle_all(&book, input.now);
    cases.show(&book, input.now);
    cases
}

impl Cases {
    /// Hears the opinions that were given before a review ended and stand behind the step, at this place, that comes after its end.
    /// Returns their places.
    fn hear(
        &mut self,
        id: &CaseId,
        input: &Input<'_>,
        book: &Book<'_>,
        later: &mut Later<'_>,
        (passed, at): (i64, usize),
    ) -> Vec<usize> {
        let mut heard = vec![];
        let over = |c: &Case| c.current_draft().filter(|d| d.until < passed).map(|d| (d.mark.id(), d.until));
        let Some((draft, until)) = self.cases.get(id).and_then(over) else { return heard };
        for (i, time) in later.opinions(id, &draft, until, at) {
            let Some(step) = input.casework.get(i) else { continue };
            let open = self.cases.get(id).and_then(Case::current_draft).is_some_and(|d| d.mark.id() == draft);
            if open && check::refusal(self, input.agreements, step, input.now).is_none() {
                self.apply(step, time, book);
                self.complete(id, book);
                self.applied += 1;
                later.heard(i);
                heard.push(i);
            }
        }
        heard
    }

    /// When a step was made: by its author's word, but not before an earlier step of the same register.
    #[must_use]
    pub(crate) fn time_of(&self, step: &Step<Casework>) -> i64 {
        self.clocks.get(&step.at.member).map_or(step.asserted, |last| step.asserted.max(*last))
    }

    /// The time that a step of a member would have if its author dated it `now`.
    #[must_use]
    pub fn next_time(&self, member: &str, now: i64) -> i64 {
        self.clocks.get(member).map_or(now, |last| now.max(*last))
    }

    /// States and clocks as of `now`.
    fn show(&mut self, book: &Book<'_>, now: i64) {
        let Cases { seats, cases, publications, .. } = self;
        for case in cases.values_mut() {
            let Some(under) = book.get(&case.agreement.0) else { continue };
            let outlook: Option<Why> = case.current_draft().and_then(|draft| {
                Review { case, draft, seats, agreement: under.agreement, rules: &under.rules }.outlook()
            });
            case.state = state::of(case, &under.rules, outlook, now);
            case.clocks = clocks::of(case, &under.rules, &published(case, publications, under.agreement, now), now);
        }
    }

    /// How many cases stand at a stage.
    #[must_use]
    pub fn at_stage(&self, stage: Stage) -> usize {
        self.cases.values().filter(|c| c.stage == stage).count()
    }
}

/// For each determination of a case when a report first showed it, if one did by `now`.
fn published(case: &Case, publications: &[Publication], agreement: &Agreement, now: i64) -> Vec<Option<i64>> {
    let of = |made: &super::Made| {
        let shown = publications.iter().filter(|p| p.time <= now && p.shows(case, made, agreement));
        shown.map(|p| p.time).min()
    };
    case.determinations.iter().map(of).collect()
}
