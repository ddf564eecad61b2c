//! The test of an incident against an agreement: seven questions, each under each text of the agreement, each answered
//! yes, no, or cannot be determined, with reasons. One file per question; `docs/scope-tests.md` has a section for each.
//! The law is that in force at the time of the act.
//!
//! Must not: call anything a violation. In scope means that there is an alleged violation to look into, and no more.

mod act_prohibited;
mod between_parties;
mod exception;
mod excluded_actor;
mod excluded_area;
pub mod facts;
mod in_territory;
mod in_time;
mod plane;
pub mod reason;
pub mod summary;

use crate::agreement::name::{AgreementId, ClauseId, TextId};
use crate::agreement::{Agreement, Text};
use crate::id::ClaimId;
use facts::IncidentFacts;
use reason::{Reason, WouldChange};

/// The answer to a question. The third is an answer, not a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The facts known, or the words of the text, do not decide it.
    CannotBeDetermined,
}

impl Answer {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::CannotBeDetermined => "cannot_be_determined",
        }
    }

    /// The one answer that all give; otherwise, and for none, it cannot be determined.
    #[must_use]
    pub(crate) fn unanimous(answers: impl IntoIterator<Item = Answer>) -> Answer {
        let mut answers = answers.into_iter();
        let Some(first) = answers.next() else { return Answer::CannotBeDetermined };
        if answers.all(|a| a == first) { first } else { Answer::CannotBeDetermined }
    }
}

/// A question of the test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Did it happen while the text was in force?
    InTime,
    /// Did it happen where the text holds?
    InTerritory,
    /// Are the author and the one affected bound sides of the agreement, and not the same side?
    BetweenParties,
    /// Is the author or the one affected outside the agreement's protection?
    ExcludedActor,
    /// Did it happen in an area that the text leaves out?
    ExcludedArea,
    /// Does the term prohibit the act?
    ActProhibited,
    /// Does the term permit it?
    Exception,
}

type Run = fn(&Agreement, &Text, &IncidentFacts) -> Vec<Verdict>;

/// The registry: every question with its file.
const REGISTRY: &[(Question, Run)] = &[
    (Question::InTime, in_time::run),
    (Question::InTerritory, in_territory::run),
    (Question::BetweenParties, between_parties::run),
    (Question::ExcludedActor, excluded_actor::run),
    (Question::ExcludedArea, excluded_area::run),
    (Question::ActProhibited, act_prohibited::run),
    (Question::Exception, exception::run),
];

impl Question {
    /// Every question, in the order in which they are asked.
    pub fn all() -> impl Iterator<Item = Question> {
        REGISTRY.iter().map(|(q, _)| *q)
    }

    /// The stable text form; also the name of its section in `docs/scope-tests.md`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Question::InTime => "in_time",
            Question::InTerritory => "in_territory",
            Question::BetweenParties => "between_parties",
            Question::ExcludedActor => "excluded_actor",
            Question::ExcludedArea => "excluded_area",
            Question::ActProhibited => "act_prohibited",
            Question::Exception => "exception",
        }
    }

    /// In words, for people.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Question::InTime => "in time",
            Question::InTerritory => "in territory",
            Question::BetweenParties => "between parties",
            Question::ExcludedActor => "excluded actor",
            Question::ExcludedArea => "excluded area",
            Question::ActProhibited => "act prohibited",
            Question::Exception => "exception",
        }
    }
}

/// What one question file returns.
pub(crate) struct Verdict {
    clause: Option<ClauseId>,
    answer: Answer,
    reasons: Vec<Reason>,
    claims: Vec<ClaimId>,
    would_change: Vec<WouldChange>,
}

impl Verdict {
    fn new(answer: Answer, reason: Reason) -> Self {
        Self { clause: None, answer, reasons: vec![reason], claims: Vec::new(), would_change: Vec::new() }
    }
    fn of(mut self, clause: &ClauseId) -> Self {
        self.clause = Some(clause.clone());
        self
    }
    fn relying_on(mut self, claims: impl IntoIterator<Item = ClaimId>) -> Self {
        self.claims.extend(claims);
        self.claims.sort();
        self.claims.dedup();
        self
    }
    fn unless(mut self, change: WouldChange) -> Self {
        self.would_change.push(change);
        self
    }
}

/// One answer of the test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestAnswer {
    /// The agreement.
    pub agreement: AgreementId,
    /// The text that it was asked under.
    pub text: TextId,
    /// The term, for [`Question::ActProhibited`] and [`Question::Exception`]; `None` there means that the text has none.
    pub clause: Option<ClauseId>,
    /// The question.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
    /// The claims that the answer rests on, in the order of their ids.
    pub claims: Vec<ClaimId>,
    /// What would change the answer.
    pub would_change: Vec<WouldChange>,
}

/// Asks every question under every tested text. The order is that of the texts in the file, then of the questions, then
/// of the terms in the file.
#[must_use]
pub fn test(agreement: &Agreement, facts: &IncidentFacts) -> Vec<TestAnswer> {
    let mut out = Vec::new();
    for text in agreement.tested_texts() {
        for (question, run) in REGISTRY {
            for v in run(agreement, text, facts) {
                out.push(TestAnswer {
                    agreement: agreement.id.clone(),
                    text: text.id.clone(),
                    clause: v.clause,
                    question: *question,
                    answer: v.answer,
                    reasons: v.reasons,
                    claims: v.claims,
                    would_change: v.would_change,
                });
            }
        }
    }
    out
}
