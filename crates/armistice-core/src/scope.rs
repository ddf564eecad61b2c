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
pub mod plane;
pub mod reason;
mod saying;
pub mod summary;

pub use in_territory::{Areas, areas_of};

use crate::agreement::name::{AgreementId, ClauseId, TextId};
use crate::agreement::{Agreement, Text};
use crate::id::{ClaimId, FindingId};
use facts::{Basis, IncidentFacts};
use reason::{Reason, WouldChange};

/// Version of the rules of the test. What was tested under another version is tested again (`incident_tested` names it).
/// 2: claims and findings to the contrary, sides of a fight, distances from indicative borders.
pub const VERSION: u32 = 2;

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
    findings: Vec<FindingId>,
    would_change: Vec<WouldChange>,
}

impl Verdict {
    /// Without a reason yet; the question's file adds them.
    fn blank(answer: Answer) -> Self {
        let (reasons, would_change) = (Vec::new(), Vec::new());
        Self { clause: None, answer, reasons, claims: Vec::new(), findings: Vec::new(), would_change }
    }
    fn new(answer: Answer, reason: Reason) -> Self {
        Self { reasons: vec![reason], ..Self::blank(answer) }
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
    fn resting_on(mut self, basis: Basis) -> Self {
        self.findings.extend(basis.findings);
        self.findings.sort();
        self.findings.dedup();
        self.relying_on(basis.claims)
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
    /// The findings that it rests on, in the order of their ids. Listed apart from claims, and never instead of them.
    pub findings: Vec<FindingId>,
    /// Claims to the contrary: where the answer is settled, those that would settle it the other way; where claims differ so
    /// that it cannot be determined, those for *no* (those for *yes* stand in `claims`); and denials of the act.
    pub contrary: Vec<ClaimId>,
    /// Findings to the contrary, by the same rule.
    pub contrary_findings: Vec<FindingId>,
    /// What would change the answer.
    pub would_change: Vec<WouldChange>,
}

/// Asks every question under every tested text. The order is that of the texts in the file, then of the questions, then
/// of the terms in the file.
#[must_use]
pub fn test(agreement: &Agreement, facts: &IncidentFacts) -> Vec<TestAnswer> {
    let voices = voices(facts);
    let mut out = Vec::new();
    for text in agreement.tested_texts() {
        for (question, run) in REGISTRY {
            let alone: Vec<(Voice<'_>, Vec<Verdict>)> =
                voices.iter().map(|(voice, f)| (*voice, run(agreement, text, f))).collect();
            for v in run(agreement, text, facts) {
                let mut answer = TestAnswer {
                    agreement: agreement.id.clone(),
                    text: text.id.clone(),
                    clause: v.clause,
                    question: *question,
                    answer: v.answer,
                    reasons: v.reasons,
                    claims: v.claims,
                    findings: v.findings,
                    contrary: Vec::new(),
                    contrary_findings: Vec::new(),
                    would_change: v.would_change,
                };
                weigh(&mut answer, &alone, facts);
                out.push(answer);
            }
        }
    }
    out
}

/// The earliest and the latest instant that the time of an incident allows, local times read as [`Question::InTime`] reads
/// them. For who has to find the law in force at the time of the act ([`crate::agreement::law`]).
#[must_use]
pub fn instants(agreement: &Agreement, facts: &IncidentFacts) -> (Option<jiff::Timestamp>, Option<jiff::Timestamp>) {
    in_time::bounds(agreement, facts)
}

/// Somebody whose version of the facts can be asked about alone.
#[derive(Clone, Copy)]
enum Voice<'a> {
    Claim(&'a ClaimId),
    Finding(&'a FindingId),
}

/// The versions of the facts that differ from the facts as they stand.
fn voices(facts: &IncidentFacts) -> Vec<(Voice<'_>, IncidentFacts)> {
    let mut ids: Vec<&ClaimId> = facts.claims.iter().chain(facts.told.iter().map(|t| &t.claim)).collect();
    for refs in [&facts.authors, &facts.affected, &facts.sides, &facts.held_by] {
        ids.extend(refs.iter().flat_map(|r| &r.claims));
    }
    ids.extend(facts.area.iter().flat_map(|f| &f.claims).chain(facts.conditions.iter().flat_map(|f| &f.claims)));
    ids.sort();
    ids.dedup();
    let mut found: Vec<&FindingId> =
        facts.area.iter().flat_map(|f| &f.findings).chain(facts.conditions.iter().flat_map(|f| &f.findings)).collect();
    found.sort();
    found.dedup();
    let claims = ids.into_iter().filter_map(|id| Some((Voice::Claim(id), facts.as_told_by(id)?)));
    let findings = found.into_iter().filter_map(|id| Some((Voice::Finding(id), facts.as_found_in(id)?)));
    claims.chain(findings).collect()
}

/// Puts what speaks against an answer apart from what it rests on.
fn weigh(answer: &mut TestAnswer, alone: &[(Voice<'_>, Vec<Verdict>)], facts: &IncidentFacts) {
    let said: Vec<(Voice<'_>, Answer)> = alone
        .iter()
        .filter_map(|(voice, list)| Some((*voice, list.iter().find(|v| v.clause == answer.clause)?.answer)))
        .collect();
    let differ = said.iter().any(|(_, a)| *a == Answer::Yes) && said.iter().any(|(_, a)| *a == Answer::No);
    let against = match answer.answer {
        Answer::Yes => Some(Answer::No),
        Answer::No => Some(Answer::Yes),
        Answer::CannotBeDetermined => differ.then_some(Answer::No),
    };
    for (voice, a) in said.iter().filter(|(_, a)| Some(*a) == against) {
        debug_assert_ne!(*a, Answer::CannotBeDetermined);
        match voice {
            Voice::Claim(id) => answer.contrary.push((*id).clone()),
            Voice::Finding(id) => answer.contrary_findings.push((*id).clone()),
        }
    }
    answer.claims.retain(|c| !answer.contrary.contains(c));
    answer.findings.retain(|f| !answer.contrary_findings.contains(f));
    // That it did not happen, or was not done by the one who is named, speaks against the act and the author.
    let of_the_act = match answer.question {
        Question::ActProhibited | Question::BetweenParties => answer.answer != Answer::No,
        Question::InTime
        | Question::InTerritory
        | Question::ExcludedActor
        | Question::ExcludedArea
        | Question::Exception => false,
    };
    if of_the_act {
        answer.contrary.extend(facts.denials.iter().cloned());
        answer.contrary.sort();
        answer.contrary.dedup();
    }
}
