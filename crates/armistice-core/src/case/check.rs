//! Whether a step is allowed: every reason against it is collected, and the first in the order of [`Refusal`] counts. The fold
//! and the command line ask the same function.
//!
//! Must not: change anything, or let the order in which reasons are found decide.

mod proof;

use super::refusal::{Refusal, Refused};
use super::rules::{CLOCKS_DIFFER, Rules, Standing, guarantor_of, has_clause};
use super::{Case, Cases, Stage};
use crate::agreement::{Agreement, name::ActorId};
use crate::record::Step;
use crate::statement::casework::{
    AccessOutcome, Attribution, CaseReceived, CaseScreened, CaseWithdrawn, Casework, ClosingProposed, DraftPresented,
    FindingMade, Ground, Method, NoticeSent, Objectable, Objected, OpinionGiven, Outcome, Position, Progress, Reached,
    RemedyFollowed, RemedyRequested, ResponseGiven, Screening, SeatLeft, SeatTaken,
};
use crate::statement::{ledger::Edition, wire::Digest};
use crate::{id::FindingId, scope::Answer};
use std::collections::BTreeMap;

/// Why a step is refused, if it is: the first reason in the order of precedence. `cases` is the fold of all that stands before it, as
/// of `now`.
#[must_use]
pub fn refusal(
    cases: &Cases,
    agreements: &BTreeMap<[u8; 32], Agreement>,
    step: &Step<Casework>,
    now: i64,
) -> Option<Refused> {
    refusals(cases, agreements, step, now).into_iter().next()
}

/// Every reason against a step, in the order of precedence.
#[must_use]
pub fn refusals(
    cases: &Cases,
    agreements: &BTreeMap<[u8; 32], Agreement>,
    step: &Step<Casework>,
    now: i64,
) -> Vec<Refused> {
    let mut check = Check { cases, agreements, step, time: cases.time_of(step), found: vec![] };
    check.all(now);
    check.found.sort();
    check.found.dedup();
    check.found
}

/// Whether the ground for closing holds.
pub(crate) fn ground_met(case: &Case, ground: Ground) -> bool {
    let decided = matches!(case.stage, Stage::Determined | Stage::Remedy | Stage::FollowUp);
    match ground {
        Ground::Determined => decided,
        Ground::NotDetermined => case.stage == Stage::NotDetermined,
        Ground::Resolved => {
            decided && !case.remedies.is_empty() && case.remedies.iter().all(|r| r.progress() == Some(Progress::Done))
        }
        Ground::Withdrawn => case.since_reopening("case_withdrawn"),
        Ground::SettledLocally => case.since_reopening("case_settled"),
        // A dismissal at screening closes by itself.
        Ground::Dismissed => false,
    }
}

/// What a constituency counts as beside others: its group, or itself.
pub(crate) fn bloc(rules: &Rules, constituency: &ActorId) -> ActorId {
    rules.quorum.group_of(constituency).map_or_else(|| constituency.clone(), |g| g.id.clone())
}

/// What a step asks of the seat of who makes it; `None`: no seat is needed, or the step looks for itself.
pub(crate) fn needs(body: &Casework) -> Option<Standing> {
    match body {
        Casework::SeatTaken(_)
        | Casework::SeatLeft(_)
        | Casework::Received(_)
        | Casework::Withdrawn(_)
        | Casework::Confirmed(_) => None,
        Casework::Objected(_)
        | Casework::AccessBlocked(_)
        | Casework::ResponseGiven(_)
        | Casework::RemedyFollowed(_)
        | Casework::Settled(_) => Some(Standing::Speaks),
        Casework::Screened(CaseScreened { result: Screening::Passed, .. })
        | Casework::Registered(_)
        | Casework::Assessed(_)
        | Casework::Opened(_)
        | Casework::Tasked(_)
        | Casework::VerificationBegun(_)
        | Casework::FindingMade(_)
        | Casework::NotVerifiable(_)
        | Casework::NoticeSent(_) => Some(Standing::Works),
        Casework::Screened(_)
        | Casework::DraftPresented(_)
        | Casework::OpinionGiven(_)
        | Casework::RemedyRequested(_)
        | Casework::ClosingProposed(_)
        | Casework::Reopened(_) => Some(Standing::Decides),
    }
}

/// The stages in which a step can be made; `None`: in any, as far as the stage goes.
fn stages(body: &Casework) -> Option<&'static [Stage]> {
    use Stage::{
        Assessment, Blocked, Closed, Determined, Facts, FollowUp, NotDetermined, NotVerifiable, Noticed, Opened,
        Received, Registered, Remedy, Reopened, Review, Tasked, Verification,
    };
    match body {
        Casework::SeatTaken(_)
        | Casework::SeatLeft(_)
        | Casework::Received(_)
        | Casework::Objected(_)
        | Casework::OpinionGiven(_)
        | Casework::RemedyFollowed(_)
        | Casework::Confirmed(_) => None,
        Casework::Registered(_) => Some(&[Received]),
        Casework::Screened(_) => Some(&[Registered]),
        Casework::Assessed(_) => Some(&[Assessment]),
        Casework::Opened(_) => Some(&[Assessment, Reopened]),
        Casework::Tasked(_) => {
            Some(&[Opened, Tasked, Verification, Blocked, Facts, NotVerifiable, NotDetermined, Reopened])
        }
        Casework::VerificationBegun(_) => {
            Some(&[Tasked, Verification, Blocked, Facts, NotVerifiable, Noticed, NotDetermined, Reopened])
        }
        Casework::FindingMade(_) => {
            Some(&[Verification, Blocked, Facts, NotVerifiable, Noticed, NotDetermined, Reopened])
        }
        Casework::NotVerifiable(_) => Some(&[Tasked, Verification, Blocked]),
        Casework::NoticeSent(_) => Some(&[Facts, NotVerifiable, Noticed, NotDetermined, Reopened]),
        Casework::DraftPresented(_) => Some(&[Facts, NotVerifiable, Noticed, Review, NotDetermined, Reopened]),
        // An interim measure comes before the determination.
        Casework::RemedyRequested(s) if s.interim => Some(&[
            Assessment,
            Opened,
            Tasked,
            Verification,
            Blocked,
            Facts,
            NotVerifiable,
            Noticed,
            Review,
            NotDetermined,
            Reopened,
        ]),
        Casework::RemedyRequested(_) => Some(&[Determined, Remedy, FollowUp]),
        Casework::Reopened(_) => Some(&[Closed]),
        Casework::Withdrawn(_)
        | Casework::AccessBlocked(_)
        | Casework::ResponseGiven(_)
        | Casework::Settled(_)
        | Casework::ClosingProposed(_) => Some(&[
            Received,
            Registered,
            Stage::ScreenedOut,
            Assessment,
            Opened,
            Tasked,
            Verification,
            Blocked,
            Facts,
            NotVerifiable,
            Noticed,
            Review,
            Determined,
            NotDetermined,
            Remedy,
            FollowUp,
            Reopened,
        ]),
    }
}

struct Check<'a> {
    cases: &'a Cases,
    agreements: &'a BTreeMap<[u8; 32], Agreement>,
    step: &'a Step<Casework>,
    time: i64,
    found: Vec<Refused>,
}

impl<'a> Check<'a> {
    fn no(&mut self, refusal: Refusal, thing: impl Into<String>) {
        self.found.push(Refused { refusal, thing: thing.into() });
    }

    fn member(&self) -> &'a str {
        &self.step.at.member
    }

    fn text(&mut self, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.no(Refusal::TextEmpty, name);
        }
    }

    fn agreement(&mut self, digest: &Digest) -> Option<&'a Agreement> {
        let found = self.agreements.get(&digest.0);
        if found.is_none() {
            self.no(Refusal::AgreementUnknown, digest.to_string());
        }
        found
    }

    fn actors<'s>(&mut self, agreement: &Agreement, names: impl IntoIterator<Item = &'s String>) {
        for name in names {
            if agreement.actor(&ActorId::new(name)).is_none() {
                self.no(Refusal::ActorUnknown, name.as_str());
            }
        }
    }

    fn clauses<'s>(&mut self, agreement: &Agreement, names: impl IntoIterator<Item = &'s String>) {
        for name in names {
            if !has_clause(agreement, name) {
                self.no(Refusal::ClauseUnknown, name.as_str());
            }
        }
    }

    fn all(&mut self, now: i64) {
        if self.time > now.saturating_add(CLOCKS_DIFFER) {
            self.no(Refusal::DatedAhead, "");
        }
        match &self.step.body {
            Casework::SeatTaken(s) => self.seat_taken(s),
            Casework::SeatLeft(s) => self.seat_left(s),
            Casework::Received(s) => self.received(s),
            Casework::Objected(s) if s.what == Objectable::Seat => self.contest(s),
            Casework::Objected(s) if s.what == Objectable::Publication => self.publication(s),
            Casework::Confirmed(s) => self.confirmed(s),
            body => self.in_case(body),
        }
    }

    fn seat_taken(&mut self, s: &SeatTaken) {
        self.text("note", &s.note);
        if let Some(seat) = self.cases.seats.held(&s.agreement, self.member()) {
            self.no(Refusal::SeatHeld, seat.constituency.as_str());
        }
        let Some(agreement) = self.agreement(&s.agreement) else { return };
        let constituency = ActorId::new(&s.constituency);
        if Standing::of(agreement, &constituency).is_none() {
            let known = agreement.actor(&constituency).is_some();
            self.no(if known { Refusal::SeatNotGiven } else { Refusal::ActorUnknown }, s.constituency.as_str());
        }
    }

    fn seat_left(&mut self, s: &SeatLeft) {
        self.text("why", &s.why);
        self.agreement(&s.agreement);
        match self.cases.seats.held(&s.agreement, self.member()) {
            None => self.no(Refusal::SeatMissing, s.constituency.as_str()),
            Some(seat) if seat.constituency.as_str() != s.constituency => {
                self.no(Refusal::SeatOfAnother, s.constituency.as_str());
            }
            Some(_) => {}
        }
    }

    fn received(&mut self, s: &CaseReceived) {
        self.text("allegation", &s.allegation);
        if self.cases.cases.contains_key(&s.case) {
            self.no(Refusal::IdTaken, s.case.as_str());
        }
        let Some(agreement) = self.agreement(&s.agreement) else { return };
        if !matches!(s.complainant.as_str(), "public" | "own_initiative") {
            self.actors(agreement, [&s.complainant]);
        }
        self.actors(agreement, s.accused.iter().chain(&s.affected));
        self.clauses(agreement, &s.clauses);
    }

    fn contest(&mut self, s: &Objected) {
        self.text("why", &s.why);
        let seats = &self.cases.seats;
        let Some(seat) = seats.claims.iter().find(|c| c.left.is_none() && c.taken.id() == s.to) else {
            self.no(Refusal::ObjectToNothing, s.to.to_string());
            return;
        };
        if seat.member() == self.member() {
            self.no(Refusal::ObjectToOwn, seat.constituency.as_str());
        }
        match seats.held(&seat.agreement, self.member()) {
            None => self.no(Refusal::SeatMissing, ""),
            Some(own) if !seats.may_contest(own, seat.member()) => {
                self.no(Refusal::SeatContested, own.constituency.as_str());
            }
            Some(_) => {}
        }
    }

    fn publication(&mut self, s: &Objected) {
        self.text("why", &s.why);
        // An edition for members is not published.
        match self.cases.publications.iter().find(|p| p.id() == s.to && p.edition == Edition::Public) {
            None => self.no(Refusal::ObjectToNothing, s.to.to_string()),
            Some(p) if p.at.member == self.member() => self.no(Refusal::ObjectToOwn, p.at.member.as_str()),
            Some(_) => {}
        }
        let seats = &self.cases.seats;
        let held: Vec<_> = seats.claims.iter().filter(|c| c.left.is_none() && c.member() == self.member()).collect();
        if held.is_empty() {
            self.no(Refusal::SeatMissing, "");
        } else if !held.iter().any(|c| seats.undisputed(c)) {
            self.no(Refusal::SeatContested, held[0].constituency.as_str());
        }
    }

    fn in_case(&mut self, body: &Casework) {
        let cases = self.cases;
        let Some((id, case)) = body.case().and_then(|id| Some((id, cases.cases.get(id)?))) else {
            self.no(Refusal::CaseUnknown, body.case().map_or("", |c| c.as_str()));
            return;
        };
        let Some(agreement) = self.agreement(&case.agreement) else { return };
        let rules = Rules::of(agreement);
        self.seat(case, body);
        if stages(body).is_some_and(|list| !list.contains(&case.stage)) {
            self.no(Refusal::StageWrong, case.stage.id());
        }
        match body {
            Casework::SeatTaken(_) | Casework::SeatLeft(_) | Casework::Received(_) | Casework::Confirmed(_) => {}
            Casework::Registered(s) => {
                self.text("number", &s.number);
                let used = |c: &Case| c.number.as_deref() == Some(s.number.as_str());
                if cases.cases.values().any(|c| c.id != *id && c.agreement == case.agreement && used(c)) {
                    self.no(Refusal::NumberTaken, s.number.as_str());
                }
            }
            Casework::Screened(s) => self.screened(case, s),
            Casework::Objected(s) => self.objected(case, &rules, s),
            Casework::Withdrawn(s) => self.withdrawn(case, s),
            Casework::Assessed(s) => self.text("assessment", &s.assessment),
            Casework::Opened(s) => {
                self.text("why", &s.why);
                self.actors(agreement, &s.accused);
                self.clauses(agreement, &s.clauses);
                if case.stage == Stage::Assessment && case.assessed.is_none() {
                    self.no(Refusal::StageWrong, case.stage.id());
                }
            }
            Casework::Tasked(s) => {
                self.text("task", &s.task);
                for name in &s.team {
                    if Standing::of(agreement, &ActorId::new(name)).is_none() {
                        self.no(Refusal::SeatNotGiven, name.as_str());
                    }
                }
            }
            Casework::VerificationBegun(_) => {}
            Casework::AccessBlocked(s) => {
                self.text("why", &s.why);
                self.actors(agreement, &s.by);
                if s.outcome == AccessOutcome::Granted {
                    self.no(Refusal::AccessGranted, "");
                }
            }
            Casework::FindingMade(s) => {
                self.finding(case, agreement, s);
                self.inference(case, agreement, &rules, s);
            }
            Casework::NotVerifiable(s) => self.text("why", &s.why),
            Casework::NoticeSent(s) => self.notice(case, agreement, &rules, s),
            Casework::ResponseGiven(s) => self.response(case, agreement, s),
            Casework::DraftPresented(s) => {
                self.draft(case, agreement, s);
                self.named(case, agreement, &rules, s.attribution, &s.attributed_to, &s.findings);
            }
            Casework::OpinionGiven(s) => self.opinion(case, agreement, &rules, s),
            Casework::RemedyRequested(s) => self.remedy(case, agreement, &rules, s),
            Casework::RemedyFollowed(s) => self.followed(case, agreement, s),
            Casework::Settled(s) => {
                self.text("text", &s.text);
                self.actors(agreement, &s.between);
            }
            Casework::ClosingProposed(s) => self.closing(case, &rules, s),
            Casework::Reopened(s) => self.text("why", &s.why),
        }
    }

    fn seat(&mut self, case: &Case, body: &Casework) {
        let Some(needed) = needs(body) else { return };
        let seats = &self.cases.seats;
        match seats.held(&case.agreement, self.member()) {
            None => self.no(Refusal::SeatMissing, self.member()),
            Some(seat) => {
                if !seats.undisputed(seat) {
                    let by: Vec<&str> = seats.contests_of(seat).map(|c| c.by.at.member.as_str()).collect();
                    self.no(Refusal::SeatContested, by.join(", "));
                }
                if seat.standing < needed {
                    let refusal = match needed {
                        Standing::Speaks | Standing::Works => Refusal::WorksNot,
                        Standing::Decides => Refusal::DecidesNot,
                    };
                    self.no(refusal, seat.constituency.as_str());
                }
            }
        }
    }

    /// The constituency that the member acts for in the case, contested or not.
    fn own(&self, case: &Case) -> Option<&'a ActorId> {
        self.cases.seats.held(&case.agreement, self.member()).map(|s| &s.constituency)
    }

    fn screened(&mut self, case: &Case, s: &CaseScreened) {
        self.text("why", &s.why);
        let other = s.duplicate_of.as_ref().map(|d| *d != case.id && self.cases.cases.contains_key(d));
        match (s.result, other) {
            (Screening::Duplicate, Some(true)) => {}
            (Screening::Duplicate, Some(false) | None)
            | (
                Screening::Passed | Screening::OutsideMandate | Screening::NoIncident | Screening::Withdrawn,
                Some(true | false),
            ) => {
                self.no(Refusal::DuplicateOfNothing, s.duplicate_of.as_ref().map_or("", |d| d.as_str()));
            }
            (Screening::Passed | Screening::OutsideMandate | Screening::NoIncident | Screening::Withdrawn, None) => {}
        }
        if s.result == Screening::Withdrawn && !case.since_reopening("case_withdrawn") {
            self.no(Refusal::WithdrawnNot, case.complainant.as_str());
        }
    }

    fn objected(&mut self, case: &Case, rules: &Rules, s: &Objected) {
        self.text("why", &s.why);
        let (done, waits): (Vec<_>, bool) = match s.what {
            Objectable::Dismissal => {
                let of = case.dismissal.iter().filter(|d| d.mark.id() == s.to);
                (of.map(|d| d.mark.clone()).collect(), case.stage == Stage::ScreenedOut)
            }
            Objectable::Closing => {
                let has = |by: &[super::Mark]| by.iter().any(|m| m.id() == s.to);
                match case.closings.iter().find(|c| has(&c.by)) {
                    Some(c) => (c.by.clone(), true),
                    None => (case.closed.iter().filter(|c| has(&c.by)).flat_map(|c| c.by.clone()).collect(), false),
                }
            }
            Objectable::Publication | Objectable::Seat => (vec![], false),
        };
        if done.is_empty() {
            self.no(Refusal::ObjectToNothing, s.to.to_string());
        } else if !waits || self.past_window(case, s) {
            self.no(Refusal::ObjectionLate, s.to.to_string());
        }
        if let Some(own) = self.own(case).map(|o| bloc(rules, o))
            && done.iter().filter_map(|m| m.constituency.as_ref()).any(|c| bloc(rules, c) == own)
        {
            self.no(Refusal::ObjectToOwn, own.as_str());
        }
    }

    fn past_window(&self, case: &Case, s: &Objected) -> bool {
        let until = match s.what {
            Objectable::Dismissal => case.dismissal.as_ref().map(|d| d.until),
            Objectable::Closing => case.closings.iter().find(|c| c.by.iter().any(|m| m.id() == s.to)).map(|c| c.until),
            Objectable::Publication | Objectable::Seat => None,
        };
        until.is_some_and(|u| self.time > u)
    }

    fn withdrawn(&mut self, case: &Case, s: &CaseWithdrawn) {
        self.text("why", &s.why);
        let seats = &self.cases.seats;
        let own = |seat: &&super::seats::Seat| seat.constituency.as_str() == case.complainant && seats.undisputed(seat);
        let speakers: Vec<&str> = seats.live(&case.agreement).filter(own).map(|s| s.member()).collect();
        let may = if speakers.is_empty() {
            self.member() == case.received.at.member
        } else {
            speakers.contains(&self.member())
        };
        if !may {
            self.no(Refusal::ComplaintOfAnother, case.complainant.as_str());
        }
    }

    fn finding(&mut self, case: &Case, agreement: &Agreement, s: &FindingMade) {
        self.text("text", &s.text);
        if self.cases.cases.values().flat_map(|c| &c.findings).any(|f| f.body.finding == s.finding) {
            self.no(Refusal::IdTaken, s.finding.as_str());
        }
        let seen = [Method::DirectObservation, Method::SiteVisit, Method::JointTeam, Method::RemoteSensor];
        let first_hand = s.methods.iter().any(|m| seen.contains(m));
        let cites = !s.claims.is_empty() || !s.documents.is_empty();
        let rests = match s.reached {
            Reached::None => true,
            Reached::Suspicion => cites || !s.methods.is_empty(),
            Reached::ReasonableGrounds | Reached::BalanceOfProbabilities | Reached::ClearAndConvincing => {
                !s.methods.is_empty() && (cites || first_hand)
            }
        };
        if !rests {
            self.no(Refusal::FindingWithoutBasis, crate::named::Named::id(s.reached));
        }
        if let Some(fact) = &s.fact {
            self.actors(agreement, &fact.actor);
            if s.reached == Reached::None && fact.state != Answer::CannotBeDetermined {
                self.no(Refusal::FactNotShown, fact.criterion.as_str());
            }
        }
        if let Some(earlier) = &s.supersedes {
            self.supersedes(case, earlier);
        }
    }

    fn supersedes(&mut self, case: &Case, earlier: &FindingId) {
        match case.standing_findings().find(|f| f.body.finding == *earlier) {
            None => self.no(Refusal::FindingUnknown, earlier.as_str()),
            Some(f) => {
                if f.mark.constituency.as_ref() != self.own(case) {
                    self.no(Refusal::FindingOfAnother, earlier.as_str());
                }
            }
        }
        if case.current_draft().is_some_and(|d| d.body.findings.contains(earlier)) {
            self.no(Refusal::FindingUnderReview, earlier.as_str());
        }
    }

    fn notice(&mut self, case: &Case, agreement: &Agreement, rules: &Rules, s: &NoticeSent) {
        self.text("text", &s.text);
        if s.to.is_empty() {
            self.no(Refusal::TextEmpty, "to");
        }
        self.actors(agreement, s.to.iter().chain(&s.guarantors));
        for to in &s.to {
            if let Some(guarantor) = guarantor_of(agreement, &ActorId::new(to))
                && !s.guarantors.iter().any(|g| g == guarantor.as_str())
            {
                self.no(Refusal::GuarantorNotTold, guarantor.as_str());
            }
        }
        let right = if case.urgent { rules.times.reply_urgent.0 } else { rules.times.reply.0 };
        if s.reply_by < self.time.saturating_add(right) {
            self.no(Refusal::ReplyTooShort, "");
        }
    }

    fn response(&mut self, case: &Case, agreement: &Agreement, s: &ResponseGiven) {
        self.text("text", &s.text);
        self.actors(agreement, [&s.by]);
        if !case.replies().iter().any(|r| r.actor == s.by) {
            self.no(Refusal::AnswerUnasked, s.by.as_str());
        }
        let by = ActorId::new(&s.by);
        let seats = &self.cases.seats;
        let seated = seats.live(&case.agreement).any(|seat| seat.constituency == by && seats.undisputed(seat));
        let may = self.own(case).is_some_and(|own| *own == by || guarantor_of(agreement, &by) == Some(own))
            // Where the actor has no seat, whoever works on cases can take its answer in.
            || (!seated && seats.held(&case.agreement, self.member()).is_some_and(|s| s.standing >= Standing::Works));
        if !may {
            self.no(Refusal::AnswerOfAnother, s.by.as_str());
        }
    }

    fn draft(&mut self, case: &Case, agreement: &Agreement, s: &DraftPresented) {
        self.text("text", &s.text);
        self.actors(agreement, &s.attributed_to);
        let mut broken = false;
        for c in &s.clauses {
            if !has_clause(agreement, &c.clause) {
                self.no(Refusal::ClauseUnknown, c.clause.as_str());
            }
            if !agreement.texts.iter().any(|t| t.id.as_str() == c.text) {
                self.no(Refusal::TextUnknown, c.text.as_str());
            }
            broken |= c.broken == Answer::Yes;
        }
        let violation = matches!(s.outcome, Outcome::Minor | Outcome::Serious);
        if violation != broken {
            self.no(Refusal::ClauseNotBroken, crate::named::Named::id(s.outcome));
        }
        let enough = match s.attribution {
            Attribution::Attributed | Attribution::ProbablyAttributed => !s.attributed_to.is_empty(),
            Attribution::Several => s.attributed_to.len() > 1,
            Attribution::NotAttributed => s.attributed_to.is_empty(),
        };
        if !enough {
            self.no(Refusal::AttributedToNobody, crate::named::Named::id(s.attribution));
        }
        for finding in &s.findings {
            if !case.standing_findings().any(|f| f.body.finding == *finding) {
                self.no(Refusal::FindingUnknown, finding.as_str());
            }
        }
        let replies = case.replies();
        for actor in &s.attributed_to {
            let up = agreement.lineage(&ActorId::new(actor));
            let told: Vec<_> = replies.iter().filter(|r| up.iter().any(|u| u.as_str() == r.actor)).collect();
            if told.is_empty() {
                self.no(Refusal::NoticeMissing, actor.as_str());
            } else if told.iter().all(|r| r.answered.is_none() && r.until >= self.time) {
                self.no(Refusal::ReplyPending, actor.as_str());
            }
        }
        if let Some(current) = case.current_draft()
            && current.mark.constituency.as_ref() != self.own(case)
        {
            self.no(Refusal::DraftUnderReview, current.mark.id().to_string());
        }
    }

    fn opinion(&mut self, case: &Case, agreement: &Agreement, rules: &Rules, s: &OpinionGiven) {
        if matches!(s.position, Position::ConcurInPart | Position::Dissent) {
            self.text("text", &s.text);
        }
        if self.own(case).is_some_and(|own| own.as_str() != s.constituency) {
            self.no(Refusal::SeatOfAnother, s.constituency.as_str());
        }
        if s.persons == 0 {
            self.no(Refusal::NobodyBehind, "");
        }
        let Some(draft) = case.drafts.iter().find(|d| d.mark.id() == s.draft) else {
            self.no(Refusal::DraftUnknown, s.draft.to_string());
            return;
        };
        if draft.replaced_by.is_some() {
            self.no(Refusal::DraftReplaced, s.draft.to_string());
        } else if draft.ended.is_some() || self.time > draft.until {
            self.no(Refusal::ReviewOver, s.draft.to_string());
        }
        let other = s.outcome.is_some_and(|o| o != draft.body.outcome)
            || s.attribution.is_some_and(|a| a != draft.body.attribution);
        let contradicts = match s.position {
            Position::Concur => other,
            Position::Recuse | Position::NoOpinion => s.outcome.is_some() || s.attribution.is_some(),
            Position::ConcurInPart | Position::Dissent => false,
        };
        if contradicts {
            self.no(Refusal::PositionContradicts, crate::named::Named::id(s.position));
        }
        // Where the draft names nobody, an attribution means those who are accused.
        if let Some(attribution) = s.attribution
            && draft.body.attributed_to.is_empty()
        {
            self.named(case, agreement, rules, attribution, &case.accused, &draft.body.findings);
        }
    }

    fn remedy(&mut self, case: &Case, agreement: &Agreement, rules: &Rules, s: &RemedyRequested) {
        self.text("act", &s.act);
        self.text("test", &s.test);
        self.actors(agreement, [&s.of]);
        if self.cases.cases.values().flat_map(|c| &c.remedies).any(|r| r.body.remedy == s.remedy) {
            self.no(Refusal::IdTaken, s.remedy.as_str());
        }
        let violation = |d: &super::decide::Decided| matches!(d.outcome, Outcome::Minor | Outcome::Serious);
        if s.interim {
            self.interim(case, rules);
        } else if !case.determination().and_then(|m| m.decided()).is_some_and(violation) {
            self.no(Refusal::ViolationNotDetermined, "");
        }
        self.sanction(case, agreement, rules, s);
        if let Some(rung) = &s.rung
            && !agreement.modalities.sanctions.value.contains(rung)
        {
            self.no(Refusal::RungUnknown, rung.as_str());
        }
        if s.due < self.time {
            self.no(Refusal::DuePassed, "");
        }
    }

    fn followed(&mut self, case: &Case, agreement: &Agreement, s: &RemedyFollowed) {
        self.text("text", &s.text);
        let Some(remedy) = case.remedy(&s.remedy) else {
            self.no(Refusal::RemedyUnknown, s.remedy.as_str());
            return;
        };
        let of = ActorId::new(&remedy.body.of);
        if s.progress == Progress::Done
            && let Some(own) = self.own(case)
            && (agreement.lineage(&of).contains(own) || guarantor_of(agreement, &of) == Some(own))
        {
            self.no(Refusal::RemedyOwn, own.as_str());
        }
    }

    fn closing(&mut self, case: &Case, rules: &Rules, s: &ClosingProposed) {
        self.text("why", &s.why);
        if !ground_met(case, s.ground) {
            self.no(Refusal::GroundNotMet, crate::named::Named::id(s.ground));
        }
        if let Some(own) = self.own(case).map(|o| bloc(rules, o))
            && let Some(same) = case.closings.iter().find(|c| c.ground == s.ground)
            && same.by.iter().filter_map(|m| m.constituency.as_ref()).any(|c| bloc(rules, c) == own)
        {
            self.no(Refusal::ClosingRepeated, own.as_str());
        }
    }
}
