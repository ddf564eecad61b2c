//! What a step that is allowed changes, and what follows when times pass.
//!
//! Must not: check whether a step is allowed; [`super::check`] has done so. Must not take anything away: what is replaced is marked.

use super::check::{bloc, ground_met};
use super::decide::Review;
use super::fold::{Book, Under};
use super::rules::Standing;
use super::seats::{Contest, Seat};
use super::{
    Assessment, Case, CaseState, Cases, Cause, Closed, Closing, Determination, Dismissal, Draft, Event, Finding, Made,
    Mark, Notice, Objection, Obstruction, Opinion, Remedy, Reopening, Response, Stage, Word,
};
use crate::agreement::name::ActorId;
use crate::id::CaseId;
use crate::record::Step;
use crate::statement::casework::{
    CaseReceived, CaseScreened, Casework, ClosingProposed, DraftPresented, FindingMade, Ground, Objectable, Objected,
    Screening,
};

/// The reason that a step gives, in words.
fn reason(body: &Casework) -> &str {
    match body {
        Casework::SeatTaken(s) => &s.note,
        Casework::SeatLeft(s) => &s.why,
        Casework::Received(s) => &s.allegation,
        Casework::Registered(s) => &s.number,
        Casework::Screened(s) => &s.why,
        Casework::Objected(s) => &s.why,
        Casework::Withdrawn(s) => &s.why,
        Casework::Assessed(s) => &s.assessment,
        Casework::Opened(s) => &s.why,
        Casework::Tasked(s) => &s.task,
        Casework::VerificationBegun(s) => &s.note,
        Casework::AccessBlocked(s) => &s.why,
        Casework::FindingMade(s) => &s.text,
        Casework::NotVerifiable(s) => &s.why,
        Casework::NoticeSent(s) => &s.text,
        Casework::ResponseGiven(s) => &s.text,
        Casework::DraftPresented(s) => &s.text,
        Casework::OpinionGiven(s) => &s.text,
        Casework::RemedyRequested(s) => &s.act,
        Casework::RemedyFollowed(s) => &s.text,
        Casework::Settled(s) => &s.text,
        Casework::ClosingProposed(s) => &s.why,
        Casework::Reopened(s) => &s.why,
        Casework::Confirmed(s) => &s.why,
    }
}

fn add_new<T: Clone + PartialEq>(to: &mut Vec<T>, from: &[T]) {
    for item in from {
        if !to.contains(item) {
            to.push(item.clone());
        }
    }
}

impl Cases {
    /// Applies a step that is allowed.
    pub(crate) fn apply(&mut self, step: &Step<Casework>, time: i64, book: &Book<'_>) {
        let agreement = match &step.body {
            Casework::SeatTaken(s) => Some(s.agreement),
            Casework::SeatLeft(s) => Some(s.agreement),
            Casework::Received(s) => Some(s.agreement),
            Casework::Confirmed(s) => Some(s.agreement),
            Casework::Objected(s) if s.what == Objectable::Seat => {
                self.seats.claims.iter().find(|c| c.taken.id() == s.to).map(|c| c.agreement)
            }
            body => body.case().and_then(|c| self.cases.get(c)).map(|c| c.agreement),
        };
        let held = agreement.and_then(|a| self.seats.held(&a, &step.at.member));
        let constituency = match &step.body {
            Casework::SeatTaken(s) => Some(ActorId::new(&s.constituency)),
            // A complaint of a member without a seat that counts is nobody's but its own.
            Casework::Received(_) | Casework::Withdrawn(_) => {
                held.filter(|s| self.seats.undisputed(s)).map(|s| s.constituency.clone())
            }
            _ => held.map(|s| s.constituency.clone()),
        };
        let mark = Mark { at: step.at.clone(), constituency, time, why: reason(&step.body).to_owned() };
        let Some(under) = agreement.and_then(|a| book.get(&a.0)) else {
            if let Casework::Objected(s) = &step.body {
                self.publication_objections.push(Objection { mark, what: s.what, to: s.to });
            }
            return;
        };
        match &step.body {
            Casework::SeatTaken(s) => {
                let constituency = ActorId::new(&s.constituency);
                // The check has looked: an agreement without such a seat refuses it.
                let standing = Standing::of(under.agreement, &constituency).unwrap_or(Standing::Speaks);
                self.seats.claims.push(Seat {
                    agreement: s.agreement,
                    constituency,
                    standing,
                    taken: mark,
                    left: None,
                });
            }
            Casework::SeatLeft(s) => {
                let own =
                    self.seats.claims.iter_mut().find(|c| {
                        c.left.is_none() && c.agreement == s.agreement && c.taken.at.member == step.at.member
                    });
                if let Some(seat) = own {
                    seat.left = Some(mark);
                }
            }
            Casework::Received(s) => {
                self.cases.insert(s.case.clone(), begin(s, mark));
            }
            Casework::Objected(s) if s.what == Objectable::Seat => {
                if let Some(seat) = self.seats.claims.iter().find(|c| c.taken.id() == s.to) {
                    let (agreement, member) = (seat.agreement, seat.member().to_owned());
                    let constituency = seat.constituency.clone();
                    self.seats.contests.push(Contest { agreement, member, constituency, by: mark });
                }
            }
            Casework::Confirmed(s) => {
                self.confirmations.push(Word { mark, agreement: s.agreement, what: s.what.clone(), answer: s.answer })
            }
            body => {
                if let Some(case) = body.case().and_then(|c| self.cases.get_mut(c)) {
                    case.apply(body, mark, under);
                }
            }
        }
    }

    /// What times have decided in all cases before `time`.
    pub(crate) fn settle_all(&mut self, book: &Book<'_>, time: i64) {
        let ids: Vec<CaseId> = self.cases.keys().cloned().collect();
        for id in ids {
            self.settle(&id, book, time);
        }
    }

    /// What times have decided in a case before `time`.
    pub(crate) fn settle(&mut self, id: &CaseId, book: &Book<'_>, time: i64) {
        if let Some(until) = self.cases.get(id).and_then(Case::current_draft).map(|d| d.until)
            && until < time
        {
            self.decide(id, book, true, until.saturating_add(1));
        }
        if let Some(case) = self.cases.get_mut(id) {
            case.settle(time);
        }
    }

    /// Decides where all have spoken.
    pub(crate) fn complete_all(&mut self, book: &Book<'_>) {
        let ids: Vec<CaseId> = self.cases.keys().cloned().collect();
        for id in ids {
            self.complete(&id, book);
        }
    }

    /// Decides the case if all have spoken.
    pub(crate) fn complete(&mut self, id: &CaseId, book: &Book<'_>) {
        let last = self
            .cases
            .get(id)
            .and_then(Case::current_draft)
            .map(|d| d.opinions.iter().map(|o| o.mark.time).max().unwrap_or(d.mark.time));
        if let Some(at) = last {
            self.decide(id, book, false, at);
        }
    }

    fn decide(&mut self, id: &CaseId, book: &Book<'_>, end: bool, at: i64) {
        let Some(case) = self.cases.get(id) else { return };
        let (Some(draft), Some(under)) = (case.current_draft(), book.get(&case.agreement.0)) else { return };
        let review = Review { case, draft, seats: &self.seats, agreement: under.agreement, rules: &under.rules };
        let Some(determination) = review.come_to(end) else { return };
        if let Some(case) = self.cases.get_mut(id) {
            case.end_review(determination, end, at);
        }
    }
}

fn begin(s: &CaseReceived, mark: Mark) -> Case {
    let event =
        Event { what: "case_received", cause: Cause::Said(mark.clone()), from: Stage::Received, to: Stage::Received };
    Case {
        id: s.case.clone(),
        agreement: s.agreement,
        number: None,
        received: mark,
        complainant: s.complainant.clone(),
        accused: s.accused.clone(),
        affected: s.affected.clone(),
        clauses: s.clauses.clone(),
        incidents: s.incidents.clone(),
        documents: s.documents.clone(),
        allegation: s.allegation.clone(),
        urgent: s.urgent,
        stage: Stage::Received,
        state: CaseState::Received,
        history: vec![event],
        screened: None,
        dismissal: None,
        objections: vec![],
        withdrawn: None,
        assessed: None,
        opened: None,
        tasked: None,
        team: vec![],
        methods: vec![],
        obstructions: vec![],
        findings: vec![],
        not_verifiable: vec![],
        notices: vec![],
        responses: vec![],
        drafts: vec![],
        determinations: vec![],
        remedies: vec![],
        settled: vec![],
        closings: vec![],
        closed: None,
        reopened: vec![],
        clocks: vec![],
    }
}

impl Case {
    fn moved(&mut self, what: &'static str, cause: Cause, to: Stage) {
        self.history.push(Event { what, cause, from: self.stage, to });
        self.stage = to;
    }

    fn apply(&mut self, body: &Casework, mark: Mark, under: &Under<'_>) {
        // A time that others have to answer in begins no earlier than what happened before.
        let from = mark.time.max(self.last_time());
        let times = &under.rules.times;
        let cause = Cause::Said(mark.clone());
        let what = body.kind();
        let to = match body {
            // These have no case; the caller has seen to them.
            Casework::SeatTaken(_) | Casework::SeatLeft(_) | Casework::Received(_) | Casework::Confirmed(_) => return,
            Casework::Registered(s) => {
                self.number = Some(s.number.clone());
                Stage::Registered
            }
            Casework::Screened(s) => self.screen(s, mark, from.saturating_add(times.objection.0)),
            Casework::Objected(s) => self.object(s, mark),
            Casework::Withdrawn(_) => {
                self.withdrawn.get_or_insert_with(|| mark.clone());
                if self.stage == Stage::ScreenedOut {
                    // The complainant's word ends the wait for objections.
                    let ground = Ground::Dismissed;
                    self.closed = Some(Closed { ground, since: mark.time, by: vec![mark], unopposed: false });
                    Stage::Closed
                } else {
                    self.stage
                }
            }
            Casework::Assessed(s) => {
                self.urgent |= s.urgent;
                self.assessed.get_or_insert(Assessment { mark });
                self.stage
            }
            Casework::Opened(s) => {
                add_new(&mut self.accused, &s.accused);
                add_new(&mut self.clauses, &s.clauses);
                add_new(&mut self.incidents, &s.incidents);
                self.opened.get_or_insert(mark);
                Stage::Opened
            }
            Casework::Tasked(s) => {
                self.team.clone_from(&s.team);
                self.tasked.get_or_insert(mark);
                Stage::Tasked
            }
            Casework::VerificationBegun(s) => {
                add_new(&mut self.methods, &s.methods);
                if self.stage == Stage::Noticed { Stage::Noticed } else { Stage::Verification }
            }
            Casework::AccessBlocked(s) => {
                self.obstructions.push(Obstruction { mark, body: s.clone() });
                match self.stage {
                    Stage::Opened | Stage::Tasked | Stage::Verification | Stage::Blocked => Stage::Blocked,
                    Stage::Received
                    | Stage::Registered
                    | Stage::ScreenedOut
                    | Stage::Assessment
                    | Stage::Facts
                    | Stage::NotVerifiable
                    | Stage::Noticed
                    | Stage::Review
                    | Stage::Determined
                    | Stage::NotDetermined
                    | Stage::Remedy
                    | Stage::FollowUp
                    | Stage::Closed
                    | Stage::Reopened => self.stage,
                }
            }
            Casework::FindingMade(s) => self.find(s, mark),
            Casework::NotVerifiable(s) => {
                self.not_verifiable.push(s.clone());
                Stage::NotVerifiable
            }
            Casework::NoticeSent(s) => {
                self.notices.push(Notice { mark, body: s.clone() });
                Stage::Noticed
            }
            Casework::ResponseGiven(s) => {
                let late = self.replies().iter().any(|r| r.actor == s.by && r.until < mark.time);
                self.responses.push(Response { mark, body: s.clone(), late });
                self.stage
            }
            Casework::DraftPresented(s) => self.draft(s, mark, from.saturating_add(times.opinions.0)),
            Casework::OpinionGiven(s) => {
                if let Some(draft) = self.drafts.last_mut() {
                    let same = |o: &&mut Opinion| o.mark.at.member == mark.at.member;
                    draft.opinions.iter_mut().filter(same).for_each(|o| o.replaced = true);
                    draft.opinions.push(Opinion { mark, body: s.clone(), replaced: false });
                }
                self.stage
            }
            Casework::RemedyRequested(s) => {
                self.remedies.push(Remedy { mark, body: s.clone(), followed: vec![] });
                // An interim measure moves nothing: the case goes its way beside it.
                if s.interim || self.stage == Stage::FollowUp { self.stage } else { Stage::Remedy }
            }
            Casework::RemedyFollowed(s) => {
                if let Some(remedy) = self.remedies.iter_mut().find(|r| r.body.remedy == s.remedy) {
                    remedy.followed.push((mark, s.clone()));
                }
                if matches!(self.stage, Stage::Remedy | Stage::FollowUp) { Stage::FollowUp } else { self.stage }
            }
            Casework::Settled(s) => {
                self.settled.push((mark, s.clone()));
                self.stage
            }
            Casework::ClosingProposed(s) => self.close(s, mark, from.saturating_add(times.objection.0), under),
            Casework::Reopened(s) => {
                self.closed = None;
                self.withdrawn = None;
                self.closings.clear();
                // What was determined holds until another determination takes its place.
                if let Some(made) =
                    self.determinations.iter_mut().rev().find(|m| m.decided().is_some() && !m.superseded)
                {
                    made.taken_up_again = Some(mark.clone());
                }
                self.reopened.push(Reopening { mark, documents: s.documents.clone(), claims: s.claims.clone() });
                Stage::Reopened
            }
        };
        self.moved(what, cause, to);
    }

    fn screen(&mut self, s: &CaseScreened, mark: Mark, until: i64) -> Stage {
        self.screened = Some(mark.clone());
        if s.result == Screening::Passed {
            return Stage::Assessment;
        }
        // Taken back before it was screened: nobody has to be waited for.
        let withdrawn = self.since_reopening("case_withdrawn");
        let since = mark.time;
        let dismissal = Dismissal { mark: mark.clone(), ground: s.result, duplicate_of: s.duplicate_of.clone(), until };
        self.dismissal = Some(dismissal);
        if withdrawn {
            self.closed = Some(Closed { ground: Ground::Dismissed, since, by: vec![mark], unopposed: false });
            return Stage::Closed;
        }
        Stage::ScreenedOut
    }

    fn object(&mut self, s: &Objected, mark: Mark) -> Stage {
        self.objections.push(Objection { mark, what: s.what, to: s.to });
        match s.what {
            // It goes on as if it had passed.
            Objectable::Dismissal => Stage::Assessment,
            Objectable::Closing => {
                self.closings.retain(|c| !c.by.iter().any(|m| m.id() == s.to));
                self.stage
            }
            Objectable::Publication | Objectable::Seat => self.stage,
        }
    }

    fn find(&mut self, s: &FindingMade, mark: Mark) -> Stage {
        if let Some(earlier) = &s.supersedes {
            for f in self.findings.iter_mut().filter(|f| f.body.finding == *earlier) {
                f.superseded_by = Some(s.finding.clone());
            }
        }
        add_new(&mut self.methods, &s.methods);
        self.findings.push(Finding { mark, body: s.clone(), superseded_by: None });
        if self.stage == Stage::Noticed { Stage::Noticed } else { Stage::Facts }
    }

    fn draft(&mut self, s: &DraftPresented, mark: Mark, until: i64) -> Stage {
        if self.stage == Stage::Review
            && let Some(earlier) = self.drafts.last_mut()
        {
            earlier.replaced_by = Some(mark.id());
            earlier.ended = Some(mark.time);
        }
        self.drafts.push(Draft { mark, body: s.clone(), until, opinions: vec![], replaced_by: None, ended: None });
        Stage::Review
    }

    fn close(&mut self, s: &ClosingProposed, mark: Mark, until: i64, under: &Under<'_>) -> Stage {
        let at = self.closings.iter().position(|c| c.ground == s.ground);
        let Some(at) = at else {
            self.closings.push(Closing { by: vec![mark], ground: s.ground, until });
            return self.stage;
        };
        let since = mark.time;
        let mut closing = self.closings.remove(at);
        closing.by.push(mark);
        let mut blocs: Vec<ActorId> =
            closing.by.iter().filter_map(|m| m.constituency.as_ref()).map(|c| bloc(&under.rules, c)).collect();
        blocs.sort();
        blocs.dedup();
        if blocs.len() < 2 {
            self.closings.push(closing);
            return self.stage;
        }
        self.shut(Closed { ground: s.ground, since, by: closing.by, unopposed: false });
        Stage::Closed
    }

    /// Closes the case; a review that runs ends without a word.
    fn shut(&mut self, closed: Closed) {
        if let Some(draft) = self.drafts.last_mut().filter(|d| d.ended.is_none()) {
            draft.ended = Some(closed.since);
        }
        self.closings.clear();
        self.closed = Some(closed);
    }

    /// What times have decided before `time`, other than a review.
    fn settle(&mut self, time: i64) {
        if let Some(d) = self.dismissal.clone()
            && self.stage == Stage::ScreenedOut
            && d.until < time
        {
            let since = d.until.saturating_add(1);
            self.shut(Closed { ground: Ground::Dismissed, since, by: vec![d.mark], unopposed: true });
            self.moved("dismissal_stands", Cause::TimePassed(since), Stage::Closed);
        }
        // The one whose time ended first; what no longer has its ground falls.
        let mut over: Vec<Closing> = self.closings.iter().filter(|c| c.until < time).cloned().collect();
        over.sort_by_key(|c| (c.until, c.ground));
        self.closings.retain(|c| c.until >= time);
        for closing in over {
            let since = closing.until.saturating_add(1);
            if self.stage != Stage::Closed && ground_met(self, closing.ground) {
                self.shut(Closed { ground: closing.ground, since, by: closing.by, unopposed: true });
                self.moved("closed_unopposed", Cause::TimePassed(since), Stage::Closed);
            } else if self.stage != Stage::Closed {
                self.moved("closing_void", Cause::TimePassed(since), self.stage);
            }
        }
    }

    fn end_review(&mut self, determination: Determination, end: bool, at: i64) {
        let decided = determination.decided().is_some();
        let Some(draft) = self.drafts.last_mut() else { return };
        draft.ended = Some(at);
        let made = Made { draft: draft.mark.id(), at, determination, taken_up_again: None, superseded: false };
        if decided {
            for earlier in self.determinations.iter_mut().filter(|m| m.decided().is_some()) {
                earlier.superseded = true;
            }
        }
        self.determinations.push(made);
        let cause = if end { Cause::TimePassed(at) } else { Cause::Decided(at) };
        let (what, to) =
            if decided { ("determined", Stage::Determined) } else { ("not_determined", Stage::NotDetermined) };
        self.moved(what, cause, to);
    }
}
