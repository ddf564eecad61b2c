//! Where a case stands: the states of the life cycle, with what each holds.
//!
//! Must not: have a state for "the rest". Every state is named, and what depends on the time is computed from "now".

use super::{Case, Rules, decide::Why};
use crate::{
    agreement::name::ActorId,
    statement::casework::{AccessOutcome, Ground, Obstacle, Progress, Screening},
};

/// Where a case stands for the question of what may come next. [`CaseState`] says it with its data, as of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// A complaint came in.
    Received,
    /// It has a number.
    Registered,
    /// One constituency screened it out; others may object.
    ScreenedOut,
    /// It is looked at for the first time.
    Assessment,
    /// An investigation was opened.
    Opened,
    /// A team has a task.
    Tasked,
    /// It is verified.
    Verification,
    /// Access was blocked.
    Blocked,
    /// Findings were made.
    Facts,
    /// It cannot be verified.
    NotVerifiable,
    /// Notice was given.
    Noticed,
    /// A draft lies before the components.
    Review,
    /// It was determined.
    Determined,
    /// It was not determined.
    NotDetermined,
    /// Remedial action was asked for.
    Remedy,
    /// Remedial action is followed up.
    FollowUp,
    /// It is closed.
    Closed,
    /// It was taken up again.
    Reopened,
}

impl Stage {
    /// Every stage, in the order of the life cycle.
    pub const ALL: [Stage; 18] = [
        Stage::Received,
        Stage::Registered,
        Stage::ScreenedOut,
        Stage::Assessment,
        Stage::Opened,
        Stage::Tasked,
        Stage::Verification,
        Stage::Blocked,
        Stage::Facts,
        Stage::NotVerifiable,
        Stage::Noticed,
        Stage::Review,
        Stage::Determined,
        Stage::NotDetermined,
        Stage::Remedy,
        Stage::FollowUp,
        Stage::Closed,
        Stage::Reopened,
    ];

    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Stage::Received => "received",
            Stage::Registered => "registered",
            Stage::ScreenedOut => "screened_out",
            Stage::Assessment => "preliminary_assessment",
            Stage::Opened => "opened",
            Stage::Tasked => "tasked",
            Stage::Verification => "under_verification",
            Stage::Blocked => "access_blocked",
            Stage::Facts => "facts_established",
            Stage::NotVerifiable => "not_verifiable",
            Stage::Noticed => "notice_sent",
            Stage::Review => "component_review",
            Stage::Determined => "determined",
            Stage::NotDetermined => "not_determined",
            Stage::Remedy => "remedial_action_requested",
            Stage::FollowUp => "follow_up",
            Stage::Closed => "closed",
            Stage::Reopened => "reopened",
        }
    }
}

/// Where a case stands, as of a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseState {
    /// A complaint came in.
    Received,
    /// It has a number.
    Registered {
        /// The number.
        number: String,
    },
    /// One constituency screened it out, and others may object.
    ScreenedOut {
        /// Why.
        ground: Screening,
        /// Until when others may object: seconds since 1970.
        until: i64,
    },
    /// It is looked at for the first time.
    PreliminaryAssessment {
        /// Somebody has written an assessment.
        assessed: bool,
    },
    /// An investigation was opened.
    Opened,
    /// A team has a task.
    Tasked {
        /// Constituencies of the team.
        team: Vec<String>,
    },
    /// It is verified.
    UnderVerification,
    /// Access was blocked.
    AccessBlocked {
        /// How.
        outcome: AccessOutcome,
        /// By whom. Empty: unknown.
        by: Vec<String>,
    },
    /// Findings were made.
    FactsEstablished {
        /// How many stand.
        findings: usize,
    },
    /// It cannot be verified.
    NotVerifiable {
        /// What is in the way.
        obstacle: Obstacle,
    },
    /// Notice was given, and there is time to answer.
    NoticeSent {
        /// Who has not answered yet.
        awaited: Vec<String>,
        /// Until when: seconds since 1970.
        until: i64,
    },
    /// All who were given notice have answered.
    ResponseReceived {
        /// Who.
        from: Vec<String>,
    },
    /// The time to answer is over, and somebody did not. That is no admission.
    NoResponse {
        /// Who did not answer.
        silent: Vec<String>,
        /// Since when: seconds since 1970.
        since: i64,
    },
    /// A draft lies before the components, and none has spoken.
    Draft {
        /// The number of the draft, from 1.
        draft: usize,
        /// Until when opinions are taken: seconds since 1970.
        until: i64,
    },
    /// Components have spoken.
    ComponentReview {
        /// The number of the draft, from 1.
        draft: usize,
        /// Who has not spoken.
        awaited: Vec<ActorId>,
        /// Until when opinions are taken: seconds since 1970.
        until: i64,
    },
    /// It was determined.
    Determined {
        /// Which of the case's determinations, from 0.
        determination: usize,
    },
    /// It was not determined.
    NotDetermined {
        /// Why.
        why: Why,
        /// It may still change until then, if who is missing comes back: seconds since 1970.
        until: Option<i64>,
    },
    /// Remedial action was asked for.
    RemedialActionRequested {
        /// How many actions are open.
        open: usize,
    },
    /// Remedial action is followed up.
    FollowUp {
        /// Done and checked.
        done: usize,
        /// Refused.
        refused: usize,
        /// Neither done nor refused, and the time is over.
        overdue: usize,
        /// Neither done nor refused, and there is time.
        open: usize,
    },
    /// It is closed.
    Closed {
        /// On what ground.
        ground: Ground,
        /// Since when: seconds since 1970.
        since: i64,
    },
    /// It was taken up again.
    Reopened {
        /// Since when: seconds since 1970.
        since: i64,
    },
}

impl CaseState {
    /// The stable text form.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            CaseState::Received => "received",
            CaseState::Registered { .. } => "registered",
            CaseState::ScreenedOut { .. } => "screened_out",
            CaseState::PreliminaryAssessment { .. } => "preliminary_assessment",
            CaseState::Opened => "opened",
            CaseState::Tasked { .. } => "tasked",
            CaseState::UnderVerification => "under_verification",
            CaseState::AccessBlocked { .. } => "access_blocked",
            CaseState::FactsEstablished { .. } => "facts_established",
            CaseState::NotVerifiable { .. } => "not_verifiable",
            CaseState::NoticeSent { .. } => "notice_sent",
            CaseState::ResponseReceived { .. } => "response_received",
            CaseState::NoResponse { .. } => "no_response",
            CaseState::Draft { .. } => "draft",
            CaseState::ComponentReview { .. } => "component_review",
            CaseState::Determined { .. } => "determined",
            CaseState::NotDetermined { .. } => "not_determined",
            CaseState::RemedialActionRequested { .. } => "remedial_action_requested",
            CaseState::FollowUp { .. } => "follow_up",
            CaseState::Closed { .. } => "closed",
            CaseState::Reopened { .. } => "reopened",
        }
    }
}

/// The state of a case at `now`. `outlook` is what its open review would come to if it ended now without those who are missing.
pub(crate) fn of(case: &Case, rules: &Rules, outlook: Option<Why>, now: i64) -> CaseState {
    match case.stage {
        Stage::Received => CaseState::Received,
        Stage::Registered => CaseState::Registered { number: case.number.clone().unwrap_or_default() },
        Stage::ScreenedOut => match &case.dismissal {
            Some(d) => CaseState::ScreenedOut { ground: d.ground, until: d.until },
            None => CaseState::PreliminaryAssessment { assessed: false },
        },
        Stage::Assessment => CaseState::PreliminaryAssessment { assessed: case.assessed.is_some() },
        Stage::Opened => CaseState::Opened,
        Stage::Tasked => CaseState::Tasked { team: case.team.clone() },
        Stage::Verification => CaseState::UnderVerification,
        Stage::Blocked => match case.obstructions.last() {
            Some(o) => CaseState::AccessBlocked { outcome: o.body.outcome, by: o.body.by.clone() },
            None => CaseState::UnderVerification,
        },
        Stage::Facts => CaseState::FactsEstablished { findings: case.standing_findings().count() },
        Stage::NotVerifiable => match case.not_verifiable.last() {
            Some(n) => CaseState::NotVerifiable { obstacle: n.obstacle },
            None => CaseState::UnderVerification,
        },
        Stage::Noticed => noticed(case, now),
        Stage::Review => review(case, rules, outlook),
        Stage::Determined => match case.determinations.iter().rposition(|d| d.decided().is_some()) {
            Some(determination) => CaseState::Determined { determination },
            None => CaseState::FactsEstablished { findings: case.standing_findings().count() },
        },
        Stage::NotDetermined => match case.determinations.last().and_then(|d| d.why().cloned()) {
            Some(why) => CaseState::NotDetermined { why, until: None },
            None => CaseState::FactsEstablished { findings: case.standing_findings().count() },
        },
        Stage::Remedy => CaseState::RemedialActionRequested { open: case.remedies.len() },
        Stage::FollowUp => follow_up(case, now),
        Stage::Closed => match &case.closed {
            Some(c) => CaseState::Closed { ground: c.ground, since: c.since },
            None => CaseState::Reopened { since: case.received.time },
        },
        Stage::Reopened => {
            CaseState::Reopened { since: case.reopened.last().map_or(case.received.time, |r| r.mark.time) }
        }
    }
}

fn noticed(case: &Case, now: i64) -> CaseState {
    let due = case.replies();
    let awaited: Vec<_> = due.iter().filter(|r| r.answered.is_none()).collect();
    let names = |silent: bool| -> Vec<String> {
        awaited.iter().filter(|r| (r.until < now) == silent).map(|r| r.actor.clone()).collect()
    };
    let (silent, waiting) = (names(true), names(false));
    if awaited.is_empty() {
        return CaseState::ResponseReceived { from: due.iter().map(|r| r.actor.clone()).collect() };
    }
    if waiting.is_empty() {
        let since = awaited.iter().map(|r| r.until).max().unwrap_or(now);
        return CaseState::NoResponse { silent, since };
    }
    let until = awaited.iter().filter(|r| r.until >= now).map(|r| r.until).max().unwrap_or(now);
    CaseState::NoticeSent { awaited: waiting, until }
}

fn review(case: &Case, rules: &Rules, outlook: Option<Why>) -> CaseState {
    let number = case.drafts.len();
    let Some(draft) = case.drafts.last() else {
        return CaseState::FactsEstablished { findings: case.standing_findings().count() };
    };
    if let Some(why) = outlook {
        return CaseState::NotDetermined { why, until: Some(draft.until) };
    }
    if draft.opinions.is_empty() {
        return CaseState::Draft { draft: number, until: draft.until };
    }
    let spoke = |g: &super::rules::Group| draft.opinions.iter().any(|o| g.has(&ActorId::new(&o.body.constituency)));
    let awaited =
        rules.groups(case.urgent).iter().filter(|g| g.present > 0 && !spoke(g)).map(|g| g.id.clone()).collect();
    CaseState::ComponentReview { draft: number, awaited, until: draft.until }
}

fn follow_up(case: &Case, now: i64) -> CaseState {
    let (mut done, mut refused, mut overdue, mut open) = (0, 0, 0, 0);
    for remedy in &case.remedies {
        match remedy.progress() {
            Some(Progress::Done) => done += 1,
            Some(Progress::Refused) => refused += 1,
            Some(Progress::Partly | Progress::Undertaken) | None => {
                if remedy.body.due < now {
                    overdue += 1;
                } else {
                    open += 1;
                }
            }
        }
    }
    CaseState::FollowUp { done, refused, overdue, open }
}
