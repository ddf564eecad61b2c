//! Casework: complaints, seats, investigations, opinions and determinations, as a fold over what members said. What may follow
//! what is decided here, for the fold and for the command line alike.
//!
//! Must not: read a clock, skip a step in silence, or take silence for consent where the agreement does not say so. Nobody states a
//! determination: it follows from the opinions.

mod apply;
pub mod audit;
mod check;
pub mod clocks;
pub mod confirm;
pub mod decide;
mod fold;
pub mod publication;
pub mod refusal;
pub mod rules;
pub mod seats;
pub mod state;
mod timely;

pub use check::{refusal, refusals};
pub use confirm::Word;
pub use decide::Determination;
pub use fold::fold;
pub use publication::Publication;
pub use refusal::{Refusal, Refused};
pub use rules::{QuorumRule, Rules};
pub use seats::Seats;
pub use state::{CaseState, Stage};

use crate::{
    agreement::{Agreement, name::ActorId},
    id::{CaseId, ClaimId, DocumentId, FindingId, IncidentId, RemedyId},
    record::{EntryRef, Step},
    statement::{
        casework::{
            AccessBlocked, CaseSettled, Casework, DraftPresented, FindingMade, Ground, Method, NotVerifiable,
            NoticeSent, Objectable, OpinionGiven, Progress, RemedyFollowed, RemedyRequested, ResponseGiven, Screening,
        },
        ledger::Ledger,
        wire::Digest,
    },
};
use clocks::Clock;
use decide::{Decided, Why};
use std::collections::BTreeMap;

/// All that a fold of casework looks at.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The steps, in canonical order.
    pub casework: &'a [Step<Casework>],
    /// The entries of the ledgers, in canonical order: casework looks at the reports that were issued.
    pub ledger: &'a [Step<Ledger>],
    /// The agreements that can be used, by the SHA-256 of their files.
    pub agreements: &'a BTreeMap<[u8; 32], Agreement>,
    /// The time of the reading: seconds since 1970.
    pub now: i64,
}

/// What follows from the steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cases {
    /// Who acts for whom.
    pub seats: Seats,
    /// The cases.
    pub cases: BTreeMap<CaseId, Case>,
    /// Steps that are not allowed, in canonical order.
    pub irregular: Vec<Irregular>,
    /// Reports that were issued.
    pub publications: Vec<Publication>,
    /// Objections to publications.
    pub publication_objections: Vec<Objection>,
    /// What guarantors said of what they are asked to confirm, also what was taken back, in canonical order.
    pub confirmations: Vec<Word>,
    /// How many steps were applied. With [`Cases::irregular`] these are all.
    pub applied: u64,
    /// Per register: the latest time that a step of it gave. A register's clock does not run back.
    pub(crate) clocks: BTreeMap<String, i64>,
}

/// A step that is not allowed: kept, shown, and without effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Irregular {
    /// The statement.
    pub at: EntryRef,
    /// Its kind.
    pub kind: &'static str,
    /// The case that it would be about.
    pub case: Option<CaseId>,
    /// When its author says that it was written: seconds since 1970.
    pub asserted: i64,
    /// Why it is not allowed.
    pub refusal: Refused,
}

/// Who did something, for whom, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The statement.
    pub at: EntryRef,
    /// The constituency that the member acted for; `None`: it held no seat.
    pub constituency: Option<ActorId>,
    /// When, by its author's word, but not before an earlier step of the same register: seconds since 1970.
    pub time: i64,
    /// The reason given.
    pub why: String,
}

impl Mark {
    /// The statement's id.
    #[must_use]
    pub fn id(&self) -> Digest {
        Digest(self.at.id)
    }
}

/// What moved a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A member's statement.
    Said(Mark),
    /// A time passed: the second after which.
    TimePassed(i64),
    /// The opinions were complete: when the last was given.
    Decided(i64),
}

/// One entry of a case's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The kind of statement, or what happened without one.
    pub what: &'static str,
    /// What moved it.
    pub cause: Cause,
    /// The stage before.
    pub from: Stage,
    /// The stage after.
    pub to: Stage,
}

/// A dismissal at screening that waits, waited or stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// Who did it.
    pub mark: Mark,
    /// Why.
    pub ground: Screening,
    /// With [`Screening::Duplicate`]: of which case.
    pub duplicate_of: Option<CaseId>,
    /// Until when others may object: seconds since 1970.
    pub until: i64,
}

/// An objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Who, when, why.
    pub mark: Mark,
    /// To what.
    pub what: Objectable,
    /// The statement.
    pub to: Digest,
}

/// A first look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Who wrote it; its reason is the text.
    pub mark: Mark,
}

/// A finding of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Who made it.
    pub mark: Mark,
    /// What it says.
    pub body: FindingMade,
    /// The finding that took its place.
    pub superseded_by: Option<FindingId>,
}

/// An obstruction: it stands for good, whatever becomes of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstruction {
    /// Who recorded it.
    pub mark: Mark,
    /// What it says.
    pub body: AccessBlocked,
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Who gave it.
    pub mark: Mark,
    /// What it says.
    pub body: NoticeSent,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Who handed it in.
    pub mark: Mark,
    /// What it says.
    pub body: ResponseGiven,
    /// It came after the time to answer.
    pub late: bool,
}

/// How the answer of one actor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The actor.
    pub actor: String,
    /// When it was told: seconds since 1970.
    pub told: i64,
    /// Until when it may answer: seconds since 1970.
    pub until: i64,
    /// When it answered. `None` after the time is no admission.
    pub answered: Option<i64>,
}

/// An opinion on a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Who gave it.
    pub mark: Mark,
    /// What it says.
    pub body: OpinionGiven,
    /// The same member gave another one later.
    pub replaced: bool,
}

/// A draft and the opinions on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Who presented it.
    pub mark: Mark,
    /// What it says.
    pub body: DraftPresented,
    /// Until when opinions are taken: seconds since 1970.
    pub until: i64,
    /// The opinions, in canonical order.
    pub opinions: Vec<Opinion>,
    /// The draft that took its place while it was under review: all opinions on this one are void.
    pub replaced_by: Option<Digest>,
    /// When its review ended: seconds since 1970.
    pub ended: Option<i64>,
}

/// What a review came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The statement that presented the draft.
    pub draft: Digest,
    /// When: seconds since 1970.
    pub at: i64,
    /// What.
    pub determination: Determination,
    /// The case was reopened after it.
    pub taken_up_again: Option<Mark>,
    /// A later determination of the same case takes its place.
    pub superseded: bool,
}

impl Made {
    /// What was determined, if it was.
    #[must_use]
    pub fn decided(&self) -> Option<&Decided> {
        self.determination.decided()
    }

    /// Why it was not determined, if it was not.
    #[must_use]
    pub fn why(&self) -> Option<&Why> {
        match &self.determination {
            Determination::NotDetermined { why, .. } => Some(why),
            Determination::Unanimous(_) | Determination::Qualified(_) | Determination::MajorityWithDissent(_) => None,
        }
    }
}

/// Something that was asked of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Who asked.
    pub mark: Mark,
    /// What for.
    pub body: RemedyRequested,
    /// What became of it, in canonical order.
    pub followed: Vec<(Mark, RemedyFollowed)>,
}

impl Remedy {
    /// How far it has come, by the latest word. `None`: nobody has said anything.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.followed.last().map(|(_, f)| f.progress)
    }
}

/// A proposal to close a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Who asked, in order.
    pub by: Vec<Mark>,
    /// On what ground.
    pub ground: Ground,
    /// Until when others may object: seconds since 1970.
    pub until: i64,
}

/// A case that is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// On what ground.
    pub ground: Ground,
    /// Since when: seconds since 1970.
    pub since: i64,
    /// Who asked for it.
    pub by: Vec<Mark>,
    /// Nobody objected in time; otherwise two constituencies agreed, or the complaint was taken back.
    pub unopposed: bool,
}

/// A case that was taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopening {
    /// Who did it, and why.
    pub mark: Mark,
    /// Documents that are new.
    pub documents: Vec<DocumentId>,
    /// Claims that are new.
    pub claims: Vec<ClaimId>,
}

/// One case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// SHA-256 of the agreement's file.
    pub agreement: Digest,
    /// The mechanism's number.
    pub number: Option<String>,
    /// Who recorded the complaint.
    pub received: Mark,
    /// Who complains: an actor, `public` or `own_initiative`.
    pub complainant: String,
    /// Actors that are accused. Empty: unknown.
    pub accused: Vec<String>,
    /// Actors that were affected.
    pub affected: Vec<String>,
    /// Terms that are said to be broken.
    pub clauses: Vec<String>,
    /// Incidents.
    pub incidents: Vec<IncidentId>,
    /// Documents that were handed in.
    pub documents: Vec<DocumentId>,
    /// The allegation, in the complainant's words.
    pub allegation: String,
    /// The short clocks apply.
    pub urgent: bool,
    /// Where it stands, for the question of what may come next.
    pub stage: Stage,
    /// Where it stands, as of the time of the reading.
    pub state: CaseState,
    /// Everything that moved it or was added to it, in order.
    pub history: Vec<Event>,
    /// When it was screened.
    pub screened: Option<Mark>,
    /// A dismissal at screening.
    pub dismissal: Option<Dismissal>,
    /// Objections to a dismissal or a closing.
    pub objections: Vec<Objection>,
    /// Who complained took it back.
    pub withdrawn: Option<Mark>,
    /// The first look.
    pub assessed: Option<Assessment>,
    /// When an investigation was opened.
    pub opened: Option<Mark>,
    /// When the first team was tasked.
    pub tasked: Option<Mark>,
    /// Constituencies of the team.
    pub team: Vec<String>,
    /// How it was looked into.
    pub methods: Vec<Method>,
    /// Obstructions.
    pub obstructions: Vec<Obstruction>,
    /// Findings, also superseded ones.
    pub findings: Vec<Finding>,
    /// Statements that it cannot be verified.
    pub not_verifiable: Vec<NotVerifiable>,
    /// Notices.
    pub notices: Vec<Notice>,
    /// Answers.
    pub responses: Vec<Response>,
    /// Drafts, also replaced ones.
    pub drafts: Vec<Draft>,
    /// What the reviews came to, also what was superseded.
    pub determinations: Vec<Made>,
    /// Remedial actions.
    pub remedies: Vec<Remedy>,
    /// The dispute was settled on the ground. The fact stands.
    pub settled: Vec<(Mark, CaseSettled)>,
    /// Proposals to close that wait, one for each ground.
    pub closings: Vec<Closing>,
    /// It is closed.
    pub closed: Option<Closed>,
    /// When it was taken up again.
    pub reopened: Vec<Reopening>,
    /// The clocks of its steps, with who holds them.
    pub clocks: Vec<Clock>,
}

impl Case {
    /// The findings that stand.
    pub fn standing_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| f.superseded_by.is_none())
    }

    /// The draft that lies before the components.
    #[must_use]
    pub fn current_draft(&self) -> Option<&Draft> {
        self.drafts.last().filter(|d| d.ended.is_none() && self.stage == Stage::Review)
    }

    /// What was determined and stands.
    #[must_use]
    pub fn determination(&self) -> Option<&Made> {
        self.determinations.iter().rev().find(|m| m.decided().is_some() && !m.superseded)
    }

    /// How the answers of those who were given notice stand, in the order in which they were told.
    #[must_use]
    pub fn replies(&self) -> Vec<Reply> {
        let mut out: Vec<Reply> = vec![];
        for notice in &self.notices {
            for actor in &notice.body.to {
                let answered = self.responses.iter().find(|r| r.body.by == *actor).map(|r| r.mark.time);
                match out.iter_mut().find(|r| r.actor == *actor) {
                    // A second notice gives more time, and never takes any.
                    Some(reply) => reply.until = reply.until.max(notice.body.reply_by),
                    None => out.push(Reply {
                        actor: actor.clone(),
                        told: notice.mark.time,
                        until: notice.body.reply_by,
                        answered,
                    }),
                }
            }
        }
        out
    }

    /// Opinions that count for nothing, because their draft was replaced: the number of the draft from 1, and the opinion.
    pub fn void_opinions(&self) -> impl Iterator<Item = (usize, &Opinion)> {
        self.drafts
            .iter()
            .zip(1..)
            .filter(|(d, _)| d.replaced_by.is_some())
            .flat_map(|(d, n)| d.opinions.iter().map(move |o| (n, o)))
    }

    /// The first time that the case waits for: after it, something is decided without a statement.
    #[must_use]
    pub(crate) fn waits_until(&self) -> Option<i64> {
        let dismissal = self.dismissal.iter().filter(|_| self.stage == Stage::ScreenedOut).map(|d| d.until);
        let review = self.current_draft().into_iter().map(|d| d.until);
        dismissal.chain(review).chain(self.closings.iter().map(|c| c.until)).min()
    }

    /// Whether a statement of this kind was applied since the case was last taken up again.
    #[must_use]
    pub(crate) fn since_reopening(&self, kind: &str) -> bool {
        self.history.iter().rev().take_while(|e| e.what != "case_reopened").any(|e| e.what == kind)
    }

    /// The remedial action of that id.
    #[must_use]
    pub fn remedy(&self, id: &RemedyId) -> Option<&Remedy> {
        self.remedies.iter().find(|r| r.body.remedy == *id)
    }

    /// The time of the last thing that happened in the case.
    #[must_use]
    pub(crate) fn last_time(&self) -> i64 {
        self.history.last().map_or(self.received.time, |e| match &e.cause {
            Cause::Said(mark) => mark.time,
            Cause::TimePassed(t) | Cause::Decided(t) => *t,
        })
    }
}
