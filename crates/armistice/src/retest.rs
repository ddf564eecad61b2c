//! The scope test of every incident, computed anew and compared with what this member said before: what is new, what moved
//! and by which claims, what is gone. What changed can be said; the new statement then takes the place of the old one.
//!
//! Must not: use a clock, say anything by itself, or take another member's statement for one's own.

use crate::{
    agreements::{self, AgreementFile},
    brief::tests::{self, Held, Tested, Words},
};
use armistice_core::{
    id::{ClaimId, IncidentId},
    place::Place,
    record::{Record, Register, Step},
    scope::{self, Answer, TestAnswer, summary},
    statement::{
        Body,
        casework::Casework,
        ledger::{AnswerGiven, IncidentTested, Ledger},
        wire::Digest,
    },
};
use std::collections::{BTreeMap, BTreeSet};

pub mod explain;
pub mod view;

/// How a test stands to what was said of it before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was said of this incident under this agreement.
    New,
    /// Something else was said: other facts, other rules of the test, or another version of the agreement.
    Changed,
    /// The same facts, rules and agreement.
    Unchanged,
    /// Something was said of an incident that the record no longer has, or of an agreement that it no longer holds to.
    Gone,
}

impl State {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            State::New => "new",
            State::Changed => "changed",
            State::Unchanged => "unchanged",
            State::Gone => "gone",
        }
    }
}

/// An answer that is another than before, and what moved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The text.
    pub text: String,
    /// The term.
    pub clause: Option<String>,
    /// The question.
    pub question: String,
    /// The answer before; `None`: it was not asked.
    pub was: Option<Answer>,
    /// The answer now; `None`: it is not asked any more.
    pub now: Option<Answer>,
    /// Claims that speak for or against it now and did not before.
    pub more: Vec<ClaimId>,
    /// Claims that did and do not any more.
    pub fewer: Vec<ClaimId>,
}

/// What was said before, where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// The statement.
    pub statement: [u8; 32],
    /// What it says.
    pub said: IncidentTested,
}

/// One incident under one agreement.
#[derive(Debug)]
pub struct Line {
    /// The incident.
    pub incident: IncidentId,
    /// Its title; empty when it is gone.
    pub title: String,
    /// The agreement's id; its digest when it is not among those held.
    pub agreement: String,
    /// The digest of its file.
    pub sha256: [u8; 32],
    /// How it stands to what was said.
    pub state: State,
    /// What was said.
    pub before: Option<Before>,
    /// The digest of the facts now; `None` when it is gone.
    pub digest: Option<[u8; 32]>,
    /// The answers now.
    pub answers: Vec<TestAnswer>,
    /// The answers that moved.
    pub moved: Vec<Moved>,
}

impl Line {
    /// The rules of the test are others than before.
    #[must_use]
    pub fn other_rules(&self) -> bool {
        self.before.as_ref().is_some_and(|b| b.said.engine != scope::VERSION)
    }

    /// The facts are others than before.
    #[must_use]
    pub fn other_facts(&self) -> bool {
        self.before.as_ref().is_some_and(|b| Some(b.said.facts.0) != self.digest)
    }

    /// The version of the agreement is another than before.
    #[must_use]
    pub fn other_agreement(&self) -> bool {
        self.before.as_ref().is_some_and(|b| b.said.agreement.0 != self.sha256)
    }

    /// What the answers come to under each text.
    #[must_use]
    pub fn standing(&self) -> String {
        summary::summary(&self.answers).plain()
    }
}

/// The whole record tested and compared.
#[derive(Debug)]
pub struct Retest<'a> {
    /// Every incident with its tests.
    pub held: Vec<Held<'a>>,
    /// One line per incident and agreement, in the order of the incidents; then what is gone.
    pub lines: Vec<Line>,
    /// The words of the claims.
    pub words: BTreeMap<ClaimId, Words>,
}

/// Registers as they were at a moment: each up to the first statement that its author dates later.
#[must_use]
pub fn as_of(mut registers: Vec<Register>, at: i64) -> Vec<Register> {
    for r in &mut registers {
        let known = r.entries.iter().take_while(|(_, d)| d.header().asserted <= at).count();
        if known < r.entries.len() {
            r.entries.truncate(known);
            r.stopped = None;
        }
    }
    registers
}

/// Tests every incident of a record, and compares with what `member` said.
#[must_use]
pub fn run<'a>(record: &'a Record, agreements: &'a [AgreementFile], member: &str) -> Retest<'a> {
    let (held, words) = tests::all(record, agreements);
    let mut said = newest(record, member);
    let mut lines = Vec::new();
    for h in &held {
        for t in &h.tests {
            let key = (h.incident.id.clone(), t.file.sha256);
            let before = said.remove(&key).or_else(|| other_version(&mut said, agreements, &h.incident.id, t.file));
            lines.push(line(h, t, before));
        }
    }
    for ((incident, sha256), before) in said {
        let name = agreements.iter().find(|a| a.sha256 == sha256).map(|a| a.agreement.id.to_string());
        lines.push(Line {
            incident,
            title: String::new(),
            agreement: name.unwrap_or_else(|| Digest(sha256).to_string()),
            sha256,
            state: State::Gone,
            before: Some(before),
            digest: None,
            answers: vec![],
            moved: vec![],
        });
    }
    Retest { held, lines, words }
}

type Said = BTreeMap<(IncidentId, [u8; 32]), Before>;

/// The newest of a member's own tests per incident and agreement. One that another statement takes the place of is out.
fn newest(record: &Record, member: &str) -> Said {
    let own = |s: &&Step<Ledger>| s.at.member == member;
    let mut out = Said::new();
    let mut replaced: BTreeSet<[u8; 32]> = BTreeSet::new();
    for step in record.ledger.iter().filter(own) {
        let Ledger::Tested(t) = &step.body else { continue };
        replaced.extend(t.supersedes.map(|d| d.0));
        let before = Before { statement: step.at.id, said: t.clone() };
        out.insert((t.incident.clone(), t.agreement.0), before);
    }
    out.retain(|_, b| !replaced.contains(&b.statement));
    out
}

/// What was said of the incident under another version of the same agreement that is not tested any more.
fn other_version(
    said: &mut Said,
    agreements: &[AgreementFile],
    incident: &IncidentId,
    file: &AgreementFile,
) -> Option<Before> {
    let same = |sha: &[u8; 32]| agreements.iter().any(|a| a.sha256 == *sha && a.agreement.id == file.agreement.id);
    // Two versions that are both tested have a line each.
    let key = said.keys().find(|(i, sha)| i == incident && *sha != file.sha256 && same(sha)).cloned()?;
    let tested = agreements.iter().filter(|a| a.agreement.id == file.agreement.id).count() > 1;
    if tested { None } else { said.remove(&key) }
}

fn line(h: &Held<'_>, t: &Tested<'_>, before: Option<Before>) -> Line {
    let mut line = Line {
        incident: h.incident.id.clone(),
        title: h.incident.title.clone(),
        agreement: t.file.agreement.id.to_string(),
        sha256: t.file.sha256,
        state: State::New,
        before,
        digest: Some(t.digest),
        answers: t.answers.clone(),
        moved: vec![],
    };
    if let Some(before) = &line.before {
        line.moved = moved(&before.said.answers, &t.answers);
        let same = !line.other_rules() && !line.other_facts() && !line.other_agreement();
        line.state = if same { State::Unchanged } else { State::Changed };
    }
    line
}

fn moved(was: &[AnswerGiven], now: &[TestAnswer]) -> Vec<Moved> {
    type Key = (String, Option<String>, String);
    let old: BTreeMap<Key, &AnswerGiven> =
        was.iter().map(|a| ((a.text.clone(), a.clause.clone(), a.question.clone()), a)).collect();
    let key = |a: &TestAnswer| -> Key {
        (a.text.to_string(), a.clause.as_ref().map(ToString::to_string), a.question.id().to_owned())
    };
    let mut out = Vec::new();
    let mut asked = BTreeSet::new();
    for a in now {
        let key = key(a);
        let before = old.get(&key).copied();
        asked.insert(key.clone());
        if before.is_some_and(|b| b.answer == a.answer) {
            continue;
        }
        let then: BTreeSet<&ClaimId> = before.iter().flat_map(|b| b.claims.iter().chain(&b.contrary)).collect();
        let here: BTreeSet<&ClaimId> = a.claims.iter().chain(&a.contrary).collect();
        out.push(Moved {
            text: key.0,
            clause: key.1,
            question: key.2,
            was: before.map(|b| b.answer),
            now: Some(a.answer),
            more: here.difference(&then).map(|c| (*c).clone()).collect(),
            fewer: then.difference(&here).map(|c| (*c).clone()).collect(),
        });
    }
    for (key, b) in old.iter().filter(|(k, _)| !asked.contains(*k)) {
        out.push(Moved {
            text: key.0.clone(),
            clause: key.1.clone(),
            question: key.2.clone(),
            was: Some(b.answer),
            now: None,
            more: vec![],
            fewer: b.claims.clone(),
        });
    }
    out
}

/// The statements that say what is new or changed, in the order of the lines. What is unchanged is not said again, and what
/// is gone stays said: it was so then.
#[must_use]
pub fn statements(retest: &Retest<'_>) -> Vec<Body> {
    let wanted = retest.lines.iter().filter(|l| matches!(l.state, State::New | State::Changed));
    wanted
        .filter_map(|l| {
            let tested = IncidentTested {
                incident: l.incident.clone(),
                agreement: Digest(l.sha256),
                engine: scope::VERSION,
                facts: Digest(l.digest?),
                answers: l.answers.iter().map(given).collect(),
                supersedes: l.before.as_ref().map(|b| Digest(b.statement)),
            };
            Some(Body::Ledger(Box::new(Ledger::Tested(tested))))
        })
        .collect()
}

fn given(a: &TestAnswer) -> AnswerGiven {
    AnswerGiven {
        text: a.text.to_string(),
        clause: a.clause.as_ref().map(ToString::to_string),
        question: a.question.id().to_owned(),
        answer: a.answer,
        claims: a.claims.clone(),
        contrary: a.contrary.clone(),
    }
}

/// Where the incidents are, whose places are known. They are linked anew, and only when some case names an incident.
#[must_use]
pub fn places(record: &Record, files: &[AgreementFile]) -> BTreeMap<IncidentId, Place> {
    let about = |c: &Casework| matches!(c, Casework::Received(r) if !r.incidents.is_empty());
    if !record.casework.iter().any(|s| about(&s.body)) {
        return BTreeMap::new();
    }
    let held = run(record, files, "").held;
    held.into_iter().filter_map(|h| Some((h.incident.id.clone(), h.incident.place.clone()?))).collect()
}

/// The agreements of a record that can be used, for who calls [`run`].
#[must_use]
pub fn usable(record: &Record) -> (Vec<AgreementFile>, Vec<(String, String)>) {
    agreements::of_record(record)
}

/// The text form of an answer that may be missing.
pub(crate) fn word(answer: Option<Answer>) -> &'static str {
    answer.map_or("not_asked", |a| a.id())
}
