//! What a note shows of a policy: who cosigned when, what is missing, and between which times the checkpoint was seen.
//!
//! Must not: read a clock. "Now" and every limit of age or disagreement are the caller's.
//!
//! **Times.** Each cosigner states when it signed, by its own clock. A single clock may be wrong by years, so a time
//! counts only with a quorum behind it. *Not after*: the least T such that the cosignatures with time ≤ T satisfy the
//! policy; the checkpoint existed at T, or a quorum is wrong. *Not before*: the greatest T such that those with time ≥ T
//! satisfy it; what embeds the note was made after T, or a quorum is wrong. In a group of k this is the k-th smallest
//! (largest) time of the members; so fewer than k wrong clocks cannot move it past every right one. A cosigner with
//! several cosignatures counts with its earliest for the first and its latest for the second. A cosignature without a
//! time (ML-DSA-44 with time 0) counts for the quorum, not for the times.

use core::fmt;

use super::{Member, Name, Policy};
use crate::checkpoint::Checkpoint;
use crate::note::{Algorithm, Fault, Note, NoteError, Verified, VerifierKey};

/// A question's three answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Satisfied,
    /// No.
    NotSatisfied,
    /// What is needed to answer is not there: an algorithm that this build does not have, or a time nobody states.
    CannotTell,
}

/// What the note shows of the logs that the policy lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogAnswer {
    /// The policy lists no log: who signed the checkpoint must be checked elsewhere.
    NotAsked,
    /// Signed by this log, whose name is the origin.
    Signed(String),
    /// Signed by none of the logs.
    Unsigned,
    /// Signed by a log's key, but the origin is another log's, or the text is no checkpoint.
    OtherOrigin { key: String },
    /// Signed by a listed log, if the signature holds; this build cannot check it.
    Unchecked,
}

/// A witness whose cosignatures hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigner {
    /// Its name in the policy.
    pub name: Name,
    /// Where its cosignatures stand and what times they state.
    pub verified: Verified,
}

/// A signature under a key of the policy that this build cannot check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchecked {
    /// Name of the key.
    pub key: String,
    /// What this build lacks.
    pub algorithm: Algorithm,
}

/// What the note shows of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupAnswer {
    /// The group's name.
    pub name: Name,
    /// How many members it needs.
    pub needed: usize,
    /// How many members hold.
    pub have: usize,
    /// How many members it has.
    pub members: usize,
    /// Whether it holds.
    pub answer: Answer,
    /// The members that do not hold, or cannot be told of.
    pub missing: Vec<Name>,
}

/// Two cosigners whose clocks disagree. Shown as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClocksApart {
    /// The cosigner that states the earlier time, and the time (its latest).
    pub early: (Name, u64),
    /// The cosigner that states the later time, and the time (its earliest).
    pub late: (Name, u64),
    /// Seconds between them.
    pub apart: u64,
    /// Cosigners that disagree with most of the others, if they are the minority; empty if it cannot be told.
    pub odd: Vec<Name>,
}

impl fmt::Display for ClocksApart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ClocksApart { early: (early, from), late: (late, to), apart, odd } = self;
        write!(f, "The clocks of {early} ({from}) and {late} ({to}) are {apart} seconds apart")?;
        match odd.as_slice() {
            [] => f.write_str("; which is wrong cannot be told."),
            [one] => write!(f, "; {one} is the odd one."),
            odd => {
                let names: Vec<_> = odd.iter().map(ToString::to_string).collect();
                write!(f, "; {} are the odd ones.", names.join(" and "))
            }
        }
    }
}

/// How old the newest quorum of cosignatures is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Seconds since the newest time that a quorum vouches for.
    Age(u64),
    /// That time is so many seconds ahead of the caller's clock: one of them is wrong.
    Ahead(u64),
    /// No quorum states a time.
    Unknown,
}

impl Freshness {
    /// Whether the quorum is at most `max_age` seconds old. A time ahead of the caller's clock by at most `slack`
    /// seconds counts as now; further ahead, it cannot be told.
    #[must_use]
    pub const fn within(self, max_age: u64, slack: u64) -> Answer {
        match self {
            Freshness::Age(age) if age <= max_age => Answer::Satisfied,
            Freshness::Age(_) => Answer::NotSatisfied,
            Freshness::Ahead(by) if by <= slack => Answer::Satisfied,
            Freshness::Ahead(_) | Freshness::Unknown => Answer::CannotTell,
        }
    }
}

/// What a note shows of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Whether the quorum has cosigned, apart from the log's signature and from wrong signatures.
    pub quorum: Answer,
    /// The log's signature.
    pub log: LogAnswer,
    /// Who cosigned, among the witnesses that the quorum reaches, in the order of the groups.
    pub cosigners: Vec<Cosigner>,
    /// Witnesses that the quorum reaches and whose cosignature is not there.
    pub absent: Vec<Name>,
    /// The groups that the quorum reaches, from the outside in.
    pub groups: Vec<GroupAnswer>,
    /// Signatures under keys of the policy that do not hold, with their lines. One is enough to refuse the note.
    pub wrong: Vec<NoteError>,
    /// Signatures under keys of the policy that this build cannot check.
    pub unchecked: Vec<Unchecked>,
    not_after: Option<u64>,
    not_before: Option<u64>,
}

impl Evaluation {
    /// The answer as a whole: the quorum, and one of the logs if the policy lists any, and no wrong signature.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let log = match self.log {
            LogAnswer::NotAsked | LogAnswer::Signed(_) => Answer::Satisfied,
            LogAnswer::Unsigned | LogAnswer::OtherOrigin { .. } => Answer::NotSatisfied,
            LogAnswer::Unchecked => Answer::CannotTell,
        };
        let wrong = if self.wrong.is_empty() { Answer::Satisfied } else { Answer::NotSatisfied };
        let parts = [self.quorum, log, wrong];
        if parts.contains(&Answer::NotSatisfied) {
            Answer::NotSatisfied
        } else if parts.contains(&Answer::CannotTell) {
            Answer::CannotTell
        } else {
            Answer::Satisfied
        }
    }

    /// Whether the answer is [`Answer::Satisfied`].
    #[must_use]
    pub fn satisfied(&self) -> bool {
        self.answer() == Answer::Satisfied
    }

    /// The least T such that the cosignatures with time ≤ T satisfy the policy: the checkpoint existed at T. `None`: the
    /// policy is not satisfied, or no quorum states a time.
    #[must_use]
    pub const fn not_after(&self) -> Option<u64> {
        self.not_after
    }

    /// The greatest T such that the cosignatures with time ≥ T satisfy the policy: what embeds this note was made after
    /// T. `None`: the policy is not satisfied, or no quorum states a time.
    #[must_use]
    pub const fn not_before(&self) -> Option<u64> {
        self.not_before
    }

    /// How old the newest quorum is at `now` (seconds since 1970, the caller's clock).
    #[must_use]
    pub const fn freshness(&self, now: u64) -> Freshness {
        match self.not_before {
            None => Freshness::Unknown,
            Some(time) if time <= now => Freshness::Age(now - time),
            Some(time) => Freshness::Ahead(time - now),
        }
    }

    /// Cosigners that state a time more than `slack` seconds after `now`.
    #[must_use]
    pub fn ahead_of(&self, now: u64, slack: u64) -> Vec<&Cosigner> {
        let limit = now.saturating_add(slack);
        self.cosigners.iter().filter(|cosigner| cosigner.verified.latest() > Some(limit)).collect()
    }

    /// The two cosigners whose clocks are furthest apart, if that is more than `bound` seconds. The bound must leave room
    /// for cosignatures that were collected one after another.
    #[must_use]
    pub fn clocks_apart(&self, bound: u64) -> Option<ClocksApart> {
        let ranges: Vec<(&Name, u64, u64)> = self
            .cosigners
            .iter()
            .filter_map(|c| Some((&c.name, c.verified.earliest()?, c.verified.latest()?)))
            .collect();
        let early = ranges.iter().min_by_key(|(_, _, latest)| *latest)?;
        let late = ranges.iter().max_by_key(|(_, earliest, _)| *earliest)?;
        let apart = late.1.checked_sub(early.2).filter(|apart| *apart > bound)?;
        let gap = |a: &(&Name, u64, u64), b: &(&Name, u64, u64)| a.1.saturating_sub(b.2).max(b.1.saturating_sub(a.2));
        let mut odd: Vec<Name> = ranges
            .iter()
            .filter(|one| ranges.iter().filter(|other| gap(one, other) > bound).count() * 2 > ranges.len() - 1)
            .map(|(name, _, _)| (*name).clone())
            .collect();
        if odd.len() * 2 >= ranges.len() {
            odd.clear();
        }
        Some(ClocksApart { early: (early.0.clone(), early.2), late: (late.0.clone(), late.1), apart, odd })
    }
}

/// What the note shows of one witness.
enum Finding {
    Holds(Verified),
    Absent,
    Wrong(NoteError),
    Unchecked(Algorithm),
}

fn find(note: &Note, key: &VerifierKey) -> Finding {
    match note.verify(key) {
        Ok(Some(verified)) => Finding::Holds(verified),
        Ok(None) => Finding::Absent,
        Err(NoteError::Signature { fault: Fault::NotBuilt(algorithm), .. }) => Finding::Unchecked(algorithm),
        Err(error) => Finding::Wrong(error),
    }
}

impl Policy {
    /// What the note shows of this policy. Every signature under a key of the policy is checked, whether the quorum needs
    /// it or not: at most [`crate::note::MAX_SIGNATURES`] of them.
    #[must_use]
    pub fn evaluate(&self, note: &Note) -> Evaluation {
        let findings: Vec<Finding> = self.witnesses.iter().map(|witness| find(note, &witness.key)).collect();
        let mut evaluation = Evaluation {
            quorum: self.quorum.map_or(Answer::Satisfied, |member| self.answer(member, &findings)),
            log: LogAnswer::NotAsked,
            cosigners: Vec::new(),
            absent: Vec::new(),
            groups: Vec::new(),
            wrong: Vec::new(),
            unchecked: Vec::new(),
            not_after: None,
            not_before: None,
        };
        evaluation.log = self.log_answer(note, &mut evaluation);
        let reached = self.reached();
        for index in &reached {
            let name = self.witnesses[*index].name.clone();
            match &findings[*index] {
                Finding::Holds(verified) => {
                    evaluation.cosigners.push(Cosigner { name, verified: verified.clone() });
                }
                Finding::Absent => evaluation.absent.push(name),
                Finding::Wrong(_) | Finding::Unchecked(_) => {}
            }
        }
        for (witness, finding) in self.witnesses.iter().zip(&findings) {
            match finding {
                Finding::Wrong(error) => evaluation.wrong.push(error.clone()),
                Finding::Unchecked(algorithm) => {
                    let key = witness.key.name().to_owned();
                    evaluation.unchecked.push(Unchecked { key, algorithm: *algorithm });
                }
                Finding::Holds(_) | Finding::Absent => {}
            }
        }
        if let Some(member) = self.quorum {
            self.group_answers(member, &findings, &mut evaluation.groups);
            if evaluation.satisfied() {
                evaluation.not_after = self.earliest(member, &findings);
                evaluation.not_before = self.latest(member, &findings);
            }
        }
        evaluation
    }

    /// See [`Evaluation::not_after`].
    #[must_use]
    pub fn not_after(&self, note: &Note) -> Option<u64> {
        self.evaluate(note).not_after()
    }

    /// See [`Evaluation::not_before`].
    #[must_use]
    pub fn not_before(&self, note: &Note) -> Option<u64> {
        self.evaluate(note).not_before()
    }

    /// The best of the listed logs' answers. What does not hold or cannot be checked goes into the lists.
    fn log_answer(&self, note: &Note, evaluation: &mut Evaluation) -> LogAnswer {
        if self.logs.is_empty() {
            return LogAnswer::NotAsked;
        }
        let origin = Checkpoint::parse(note.text()).map(|checkpoint| checkpoint.origin).ok();
        let (mut signed, mut other, mut unchecked) = (None, None, false);
        for log in &self.logs {
            match find(note, &log.key) {
                Finding::Holds(_) if origin.as_deref() == Some(log.key.name()) => {
                    signed.get_or_insert_with(|| log.key.name().to_owned());
                }
                Finding::Holds(_) => {
                    other.get_or_insert_with(|| log.key.name().to_owned());
                }
                Finding::Absent => {}
                Finding::Wrong(error) => evaluation.wrong.push(error),
                Finding::Unchecked(algorithm) => {
                    unchecked = true;
                    evaluation.unchecked.push(Unchecked { key: log.key.name().to_owned(), algorithm });
                }
            }
        }
        match (signed, unchecked, other) {
            (Some(name), _, _) => LogAnswer::Signed(name),
            (None, true, _) => LogAnswer::Unchecked,
            (None, false, Some(key)) => LogAnswer::OtherOrigin { key },
            (None, false, None) => LogAnswer::Unsigned,
        }
    }

    fn answer(&self, member: Member, findings: &[Finding]) -> Answer {
        match member {
            Member::Witness(index) => match findings[index] {
                Finding::Holds(_) => Answer::Satisfied,
                Finding::Absent | Finding::Wrong(_) => Answer::NotSatisfied,
                Finding::Unchecked(_) => Answer::CannotTell,
            },
            Member::Group(index) => {
                let group = &self.groups[index];
                let answers: Vec<Answer> = group.members.iter().map(|member| self.answer(*member, findings)).collect();
                let yes = answers.iter().filter(|answer| **answer == Answer::Satisfied).count();
                let no = answers.iter().filter(|answer| **answer == Answer::NotSatisfied).count();
                if yes >= group.needed {
                    Answer::Satisfied
                } else if answers.len() - no < group.needed {
                    Answer::NotSatisfied
                } else {
                    Answer::CannotTell
                }
            }
        }
    }

    fn group_answers(&self, member: Member, findings: &[Finding], answers: &mut Vec<GroupAnswer>) {
        let Member::Group(index) = member else { return };
        let group = &self.groups[index];
        let missing: Vec<Name> = group
            .members
            .iter()
            .filter(|member| self.answer(**member, findings) != Answer::Satisfied)
            .map(|member| self.name(*member).clone())
            .collect();
        answers.push(GroupAnswer {
            name: group.name.clone(),
            needed: group.needed,
            have: group.members.len() - missing.len(),
            members: group.members.len(),
            answer: self.answer(member, findings),
            missing,
        });
        for member in &group.members {
            self.group_answers(*member, findings, answers);
        }
    }

    /// The least T such that the cosignatures below `member` with time ≤ T satisfy it: of a group, the k-th smallest.
    fn earliest(&self, member: Member, findings: &[Finding]) -> Option<u64> {
        match member {
            Member::Witness(index) => match &findings[index] {
                Finding::Holds(verified) => verified.earliest(),
                Finding::Absent | Finding::Wrong(_) | Finding::Unchecked(_) => None,
            },
            Member::Group(index) => {
                let group = &self.groups[index];
                let times: Vec<u64> = group.members.iter().filter_map(|m| self.earliest(*m, findings)).collect();
                let enough = |end: &u64| times.iter().filter(|time| *time <= end).count() >= group.needed;
                times.iter().copied().filter(enough).min()
            }
        }
    }

    /// The greatest T such that the cosignatures below `member` with time ≥ T satisfy it: of a group, the k-th largest.
    fn latest(&self, member: Member, findings: &[Finding]) -> Option<u64> {
        match member {
            Member::Witness(index) => match &findings[index] {
                Finding::Holds(verified) => verified.latest(),
                Finding::Absent | Finding::Wrong(_) | Finding::Unchecked(_) => None,
            },
            Member::Group(index) => {
                let group = &self.groups[index];
                let times: Vec<u64> = group.members.iter().filter_map(|m| self.latest(*m, findings)).collect();
                let enough = |end: &u64| times.iter().filter(|time| *time >= end).count() >= group.needed;
                times.iter().copied().filter(enough).max()
            }
        }
    }
}
