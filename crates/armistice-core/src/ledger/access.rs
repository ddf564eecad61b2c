//! Access: what was asked for, what came of it, how long that took, and who hindered.
//!
//! Must not: take silence for a refusal, or give a rate without its denominator.

use super::{Ledgers, Period, clock, clock::Lapse};
use crate::{
    id::AccessId,
    record::Step,
    statement::{
        casework::AccessOutcome,
        ledger::{AccessRecorded, Hindrance},
        wire::Interval,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// One request for access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The statement that began it.
    pub first: Step<AccessRecorded>,
    /// What was said of it since, in canonical order.
    pub later: Vec<Step<AccessRecorded>>,
}

impl Request {
    /// What each member says came of it: its latest statement that has an outcome.
    #[must_use]
    pub fn answers(&self) -> Vec<&Step<AccessRecorded>> {
        let mut latest: BTreeMap<&str, &Step<AccessRecorded>> = BTreeMap::new();
        for s in std::iter::once(&self.first).chain(&self.later).filter(|s| s.body.outcome.is_some()) {
            latest.insert(&s.at.member, s);
        }
        latest.into_values().collect()
    }

    /// What came of it, if anybody says and all say the same.
    #[must_use]
    pub fn outcome(&self) -> Option<AccessOutcome> {
        let outcomes: BTreeSet<AccessOutcome> = self.answers().iter().filter_map(|s| s.body.outcome).collect();
        outcomes.first().copied().filter(|_| outcomes.len() == 1)
    }

    /// Members say different things of what came of it.
    #[must_use]
    pub fn disputed(&self) -> bool {
        !self.answers().is_empty() && self.outcome().is_none()
    }

    /// How long from the request to the answer, if a later statement gives one and both say when.
    #[must_use]
    pub fn clock(&self) -> Option<Lapse> {
        let answer = self.later.iter().find(|s| s.body.outcome.is_some_and(|o| o != AccessOutcome::NoAnswer))?;
        clock::lapse(&self.first.body.when, &answer.body.when)
    }
}

/// Requests by what came of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessRates {
    /// All requests.
    pub requests: usize,
    /// By outcome, where all who say say the same.
    pub outcomes: BTreeMap<AccessOutcome, usize>,
    /// Members say different things.
    pub disputed: usize,
    /// Nobody says yet what came of it.
    pub open: usize,
}

impl AccessRates {
    /// Denied, of so many whose outcome is known. Give both.
    #[must_use]
    pub fn denied(&self) -> (usize, usize) {
        let denied = self.outcomes.get(&AccessOutcome::Denied).copied().unwrap_or(0);
        (denied, self.outcomes.values().sum())
    }
}

/// The requests of a period, and what came of them.
#[must_use]
pub fn access<'a>(l: &'a Ledgers, period: &Period) -> (Vec<(&'a AccessId, &'a Request)>, AccessRates) {
    let chosen: Vec<_> = l.access.iter().filter(|(_, r)| clock::touches(&r.first.body.when, period)).collect();
    let mut rates = AccessRates { requests: chosen.len(), ..AccessRates::default() };
    for (_, r) in &chosen {
        match r.outcome() {
            Some(outcome) => *rates.outcomes.entry(outcome).or_default() += 1,
            None if r.disputed() => rates.disputed += 1,
            None => rates.open += 1,
        }
    }
    (chosen, rates)
}

/// Something that hindered the mechanism.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstruction {
    /// Where.
    pub area: String,
    /// When.
    pub when: Interval,
    /// What: the id of an outcome or of a hindrance.
    pub what: &'static str,
    /// Who is said to have caused it. Empty: nobody is named.
    pub by: Vec<String>,
    /// Who says so: the member.
    pub according_to: String,
    /// Why, as far as it is said.
    pub why: Option<String>,
}

/// What hindered the mechanism by somebody's act, in a period: access that was denied or delayed, jamming. Equipment that
/// failed and weather are coverage, not obstruction.
#[must_use]
pub fn obstructions(l: &Ledgers, period: &Period) -> Vec<Obstruction> {
    use crate::named::Named as _;
    let mut out = Vec::new();
    for (_, r) in access(l, period).0 {
        for s in r.answers() {
            let Some(outcome) = s.body.outcome else { continue };
            match outcome {
                AccessOutcome::Denied | AccessOutcome::Delayed => out.push(Obstruction {
                    area: r.first.body.area.clone(),
                    when: s.body.when,
                    what: outcome.id(),
                    by: s.body.by.clone(),
                    according_to: s.at.member.clone(),
                    why: s.body.why.clone(),
                }),
                AccessOutcome::Granted | AccessOutcome::Conditional | AccessOutcome::NoAnswer => {}
            }
        }
    }
    for c in l.coverage.iter().filter(|c| clock::touches(&c.body.period, period)) {
        match c.body.hindrance {
            Some(h @ (Hindrance::AccessDenied | Hindrance::Jamming)) => out.push(Obstruction {
                area: c.body.area.clone(),
                when: c.body.period,
                what: h.id(),
                by: c.body.by.clone(),
                according_to: c.at.member.clone(),
                why: c.body.note.clone(),
            }),
            Some(
                Hindrance::Outage
                | Hindrance::Weather
                | Hindrance::Insecurity
                | Hindrance::NoPost
                | Hindrance::Withdrawn
                | Hindrance::Language
                | Hindrance::NotStated,
            )
            | None => {}
        }
    }
    out
}
