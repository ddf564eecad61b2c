//! Calls over hotlines: answered, unanswered, overdue; how long an answer took.
//!
//! Must not: give a middle of response times without the number of calls that were not answered.

use super::{Ledgers, Period, clock, clock::Lapse};
use crate::{
    id::CallId,
    record::Step,
    statement::ledger::{CallLogged, CallResult},
};
use std::collections::{BTreeMap, BTreeSet};

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The statement that began it.
    pub first: Step<CallLogged>,
    /// What was said of it since, in canonical order.
    pub later: Vec<Step<CallLogged>>,
}

/// Where a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallState {
    /// Somebody answered, and all who say so say what it came to alike.
    Answered(CallResult),
    /// Somebody answered; members say different things of what it came to.
    Disputed,
    /// Nobody was reached.
    NoContact,
    /// No answer is entered.
    Open,
    /// No answer is entered, and the time that was asked for is over.
    Overdue,
}

impl CallState {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Answered(_) => "answered",
            Self::Disputed => "disputed",
            Self::NoContact => "no_contact",
            Self::Open => "open",
            Self::Overdue => "overdue",
        }
    }
}

impl Call {
    /// What each member says it came to: its latest statement with a result.
    #[must_use]
    pub fn results(&self) -> Vec<&Step<CallLogged>> {
        let mut latest: BTreeMap<&str, &Step<CallLogged>> = BTreeMap::new();
        for s in std::iter::once(&self.first).chain(&self.later).filter(|s| s.body.result.is_some()) {
            latest.insert(&s.at.member, s);
        }
        latest.into_values().collect()
    }

    /// Where it stands at a moment (seconds since 1970).
    #[must_use]
    pub fn state(&self, now: i64) -> CallState {
        let results: BTreeSet<CallResult> = self.results().iter().filter_map(|s| s.body.result).collect();
        let reached: Vec<&CallResult> = results.iter().filter(|r| **r != CallResult::NoContact).collect();
        match (reached.as_slice(), results.is_empty()) {
            ([one], _) if results.len() == 1 => CallState::Answered(**one),
            ([_, ..], _) => CallState::Disputed,
            ([], false) => CallState::NoContact,
            ([], true) if self.first.body.answer_by.is_some_and(|by| by < now) => CallState::Overdue,
            ([], true) => CallState::Open,
        }
    }

    /// How long from the call to the first statement that gives an answer, if both say when.
    #[must_use]
    pub fn clock(&self) -> Option<Lapse> {
        let answer = self.later.iter().find(|s| s.body.result.is_some_and(|r| r != CallResult::NoContact))?;
        clock::lapse(&self.first.body.at, &answer.body.at)
    }
}

/// The calls of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hotline<'a> {
    /// Each call, with where it stands and how long the answer took.
    pub calls: Vec<(&'a CallId, &'a Call, CallState, Option<Lapse>)>,
    /// Answered, disputed ones included.
    pub answered: usize,
    /// Not answered: nobody reached, open, overdue.
    pub unanswered: usize,
    /// Of these, overdue.
    pub overdue: usize,
    /// The middle of the response times of answered calls whose times are known; and of how many.
    pub median: Option<(Lapse, usize)>,
}

/// The calls of a period, as they stand at `now` (seconds since 1970).
#[must_use]
pub fn hotline<'a>(l: &'a Ledgers, period: &Period, now: i64) -> Hotline<'a> {
    let chosen = l.calls.iter().filter(|(_, c)| clock::touches(&c.first.body.at, period));
    let calls: Vec<_> = chosen.map(|(id, c)| (id, c, c.state(now), c.clock())).collect();
    let answered = |s: CallState| match s {
        CallState::Answered(_) | CallState::Disputed => true,
        CallState::NoContact | CallState::Open | CallState::Overdue => false,
    };
    let lapses: Vec<Lapse> = calls.iter().filter(|c| answered(c.2)).filter_map(|c| c.3).collect();
    Hotline {
        answered: calls.iter().filter(|c| answered(c.2)).count(),
        unanswered: calls.iter().filter(|c| !answered(c.2)).count(),
        overdue: calls.iter().filter(|c| c.2 == CallState::Overdue).count(),
        median: clock::median(&lapses).map(|m| (m, lapses.len())),
        calls,
    }
}
