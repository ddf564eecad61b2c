//! The fold: each step is held against the rules and applied, or kept as irregular with the reason.
//!
//! Must not: fail, or lose a step. Applied and irregular steps together are all steps.

use super::decide::{Review, Why};
use super::rules::Standing;
use super::{Cases, Input, Irregular, Rules, Stage, check, clocks, state};
use crate::agreement::Agreement;
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
    let mut cases = Cases::default();
    for step in input.casework {
        let time = cases.time_of(step);
        // No statement moves time beyond that of the reading.
        let passed = time.min(input.now);
        // What times have decided before a step that works or decides is decided before it. If the step is refused, it is as if it had
        // not been made. Who only speaks decides nothing by it.
        let works = check::needs(&step.body).is_some_and(|n| n > Standing::Speaks);
        let before = step.body.case().filter(|_| works).and_then(|id| {
            let case = cases.cases.get(id).filter(|c| c.waits_until().is_some_and(|u| u < passed))?.clone();
            cases.settle(id, &book, passed);
            Some(case)
        });
        match check::refusal(&cases, input.agreements, step, input.now) {
            Some(refusal) => {
                if let Some(case) = before {
                    cases.cases.insert(case.id.clone(), case);
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
        let Cases { seats, cases, .. } = self;
        for case in cases.values_mut() {
            let Some(under) = book.get(&case.agreement.0) else { continue };
            let outlook: Option<Why> = case.current_draft().and_then(|draft| {
                Review { case, draft, seats, agreement: under.agreement, rules: &under.rules }.outlook()
            });
            case.state = state::of(case, &under.rules, outlook, now);
            case.clocks = clocks::of(case, &under.rules, now);
        }
    }

    /// How many cases stand at a stage.
    #[must_use]
    pub fn at_stage(&self, stage: Stage) -> usize {
        self.cases.values().filter(|c| c.stage == stage).count()
    }
}
