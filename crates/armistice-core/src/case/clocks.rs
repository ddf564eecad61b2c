//! The clocks of a case: how long each step may take, who holds it, and how it stands. An overdue step is visible.
//!
//! Must not: stop a case. A clock that has run out is shown; nothing follows from it but what the rules of decision say.

use super::rules::{Rules, Times};
use super::{Case, Cause, Stage};
use crate::agreement::words::ModalitySource;
use crate::statement::casework::Progress;

/// A step that has a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockOf {
    /// Screening, from the registration, and from the receipt while there is none.
    Screening,
    /// Objections to a dismissal.
    Objection,
    /// A first look, from screening.
    Assessment,
    /// A team with a task, from opening.
    Tasking,
    /// The answer of an actor, from the notice.
    Reply,
    /// A draft, from opening.
    Report,
    /// The opinion of a group, from the draft.
    Opinion,
    /// Publication, from the determination to the first public report that shows it.
    Publication,
    /// A remedial action.
    Remedy,
    /// A look at a remedial action, from the request.
    FollowUp,
    /// Objections to a closing.
    Closing,
}

impl ClockOf {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            ClockOf::Screening => "screening",
            ClockOf::Objection => "objection",
            ClockOf::Assessment => "assessment",
            ClockOf::Tasking => "tasking",
            ClockOf::Reply => "reply",
            ClockOf::Report => "report",
            ClockOf::Opinion => "opinion",
            ClockOf::Publication => "publication",
            ClockOf::Remedy => "remedy",
            ClockOf::FollowUp => "follow_up",
            ClockOf::Closing => "closing",
        }
    }
}

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It runs.
    Open,
    /// Done in time.
    Met,
    /// Done, late.
    Late,
    /// Not done, and the time is over.
    Overdue,
    /// The time is over, and nothing had to be done in it.
    Over,
    /// It stopped: the case took another way.
    Stopped,
}

impl Standing {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Standing::Open => "open",
            Standing::Met => "met",
            Standing::Late => "late",
            Standing::Overdue => "overdue",
            Standing::Over => "over",
            Standing::Stopped => "stopped",
        }
    }
}

/// A clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Of which step.
    pub of: ClockOf,
    /// Who holds it: actors or groups. Empty: nobody has to do anything.
    pub owner: Vec<String>,
    /// Since when: seconds since 1970.
    pub from: i64,
    /// Until when: seconds since 1970.
    pub due: i64,
    /// When it was done: seconds since 1970.
    pub done: Option<i64>,
    /// How it stands.
    pub standing: Standing,
    /// Where the time comes from.
    pub source: ModalitySource,
}

struct Running<'a> {
    case: &'a Case,
    rules: &'a Rules,
    published: &'a [Option<i64>],
    now: i64,
    out: Vec<Clock>,
}

/// The clocks of a case at `now`. `published`: for each of its determinations when a report first showed it.
pub(crate) fn of(case: &Case, rules: &Rules, published: &[Option<i64>], now: i64) -> Vec<Clock> {
    let mut run = Running { case, rules, published, now, out: vec![] };
    run.all();
    run.out
}

impl Running<'_> {
    fn groups(&self) -> Vec<String> {
        let groups = self.rules.groups(self.case.urgent).iter().filter(|g| g.present > 0);
        groups.map(|g| g.id.as_str().to_owned()).collect()
    }

    fn push(
        &mut self,
        of: ClockOf,
        owner: Vec<String>,
        from: i64,
        due: i64,
        done: Option<i64>,
        source: ModalitySource,
    ) {
        let standing = match done {
            Some(at) if at <= due => Standing::Met,
            Some(_) => Standing::Late,
            // A case that is closed keeps nobody waiting.
            None if self.case.stage == Stage::Closed => Standing::Stopped,
            None if due < self.now => Standing::Overdue,
            None => Standing::Open,
        };
        self.out.push(Clock { of, owner, from, due, done, standing, source });
    }

    fn stop(&mut self) {
        if let Some(last) = self.out.last_mut()
            && last.done.is_none()
        {
            last.standing = Standing::Stopped;
        }
    }

    /// A time in which others may do something and nobody must.
    fn window(&mut self, of: ClockOf, from: i64, due: i64, source: ModalitySource) {
        let standing = if due < self.now { Standing::Over } else { Standing::Open };
        self.out.push(Clock { of, owner: vec![], from, due, done: None, standing, source });
    }

    fn all(&mut self) {
        let Times { screening, assessment, tasking, report, opinions, objection, publication, follow_up, .. } =
            &self.rules.times;
        let case = self.case;
        let groups = self.groups();
        // While it has no number the complaint waits all the same.
        let registered = case.history.iter().find(|e| e.what == "case_registered");
        let received = registered.map_or(case.received.time, |e| match &e.cause {
            Cause::Said(m) => m.time,
            Cause::TimePassed(t) | Cause::Decided(t) => *t,
        });
        let screened = case.screened.as_ref().map(|m| m.time);
        self.push(
            ClockOf::Screening,
            groups.clone(),
            received,
            received.saturating_add(screening.0),
            screened,
            screening.1,
        );
        if let Some(d) = &case.dismissal {
            self.window(ClockOf::Objection, d.until.saturating_sub(objection.0), d.until, objection.1);
            if case.stage != Stage::ScreenedOut && case.objections.iter().any(|o| o.to == d.mark.id()) {
                self.stop();
            }
        }
        let to_assess = case.history.iter().rev().find(|e| e.to == Stage::Assessment && e.from != Stage::Assessment);
        if let Some(from) = to_assess.map(|e| match &e.cause {
            Cause::Said(m) => m.time,
            Cause::TimePassed(t) | Cause::Decided(t) => *t,
        }) {
            let done = case.assessed.as_ref().map(|a| a.mark.time);
            self.push(ClockOf::Assessment, groups.clone(), from, from.saturating_add(assessment.0), done, assessment.1);
        }
        if let Some(opened) = case.opened.as_ref().map(|m| m.time) {
            let done = case.tasked.as_ref().map(|m| m.time);
            self.push(ClockOf::Tasking, groups.clone(), opened, opened.saturating_add(tasking.0), done, tasking.1);
            let drafted = case.drafts.first().map(|d| d.mark.time);
            let owner = if case.team.is_empty() { groups.clone() } else { case.team.clone() };
            self.push(ClockOf::Report, owner, opened, opened.saturating_add(report.0), drafted, report.1);
        }
        for reply in case.replies() {
            let source = self.rules.times.reply.1;
            self.push(ClockOf::Reply, vec![reply.actor], reply.told, reply.until, reply.answered, source);
        }
        for draft in &case.drafts {
            for group in self.rules.groups(case.urgent).iter().filter(|g| g.present > 0) {
                let given = draft
                    .opinions
                    .iter()
                    .find(|o| group.has(&crate::agreement::name::ActorId::new(&o.body.constituency)))
                    .map(|o| o.mark.time);
                let owner = vec![group.id.as_str().to_owned()];
                self.push(ClockOf::Opinion, owner, draft.mark.time, draft.until, given, opinions.1);
                if draft.replaced_by.is_some() {
                    self.stop();
                }
            }
        }
        for (n, made) in case.determinations.iter().enumerate().filter(|(_, m)| m.decided().is_some()) {
            let done = self.published.get(n).copied().flatten();
            let due = made.at.saturating_add(publication.0);
            // A case that is closed is still to be published; one that another determination took the place of is not.
            let standing = match done {
                Some(at) if at <= due => Standing::Met,
                Some(_) => Standing::Late,
                None if made.superseded => Standing::Stopped,
                None if due < self.now => Standing::Overdue,
                None => Standing::Open,
            };
            let owner = groups.clone();
            let (of, from, source) = (ClockOf::Publication, made.at, publication.1);
            self.out.push(Clock { of, owner, from, due, done, standing, source });
        }
        for remedy in &case.remedies {
            let asked = remedy.mark.time;
            let answered = |f: &&(super::Mark, crate::statement::casework::RemedyFollowed)| {
                matches!(f.1.progress, Progress::Done | Progress::Refused)
            };
            let done = remedy.followed.iter().find(answered).map(|(m, _)| m.time);
            // The time was set by who asked, not by the agreement.
            let source = ModalitySource::MechanismDefault;
            self.push(ClockOf::Remedy, vec![remedy.body.of.clone()], asked, remedy.body.due, done, source);
            let mut since = asked;
            for after in &follow_up.0 {
                let due = asked.saturating_add(*after);
                let seen = remedy.followed.iter().find(|(m, _)| m.time >= since).map(|(m, _)| m.time);
                // A remedial action that is over needs no further look.
                let over = done.filter(|d| *d < since);
                self.push(ClockOf::FollowUp, groups.clone(), asked, due, seen.or(over), follow_up.1);
                since = due;
            }
        }
        for closing in &case.closings {
            self.window(ClockOf::Closing, closing.until.saturating_sub(objection.0), closing.until, objection.1);
        }
    }
}
