//! The statement that a command means, with what it leaves out filled in from the case and the agreement.
//!
//! Must not: guess what a person must say: outcome, attribution, position, standard.

use super::{
    Command,
    write::{Desk, words},
};
use crate::failure::{Exit, Failure};
use armistice_core::{
    agreement::name::ActorId,
    case::{Case, Rules, rules},
    id::{ClaimId, DocumentId, FindingId, IncidentId, RemedyId},
    scope::Answer,
    statement::{
        casework::{
            AccessBlocked, CaseAssessed, CaseOpened, CaseReceived, CaseRegistered, CaseReopened, CaseScreened,
            CaseSettled, CaseTasked, CaseWithdrawn, Casework, ClauseUnder, ClosingProposed, DraftPresented, FactFound,
            FindingMade, NotVerifiable, NoticeSent, Objectable, Objected, OpinionGiven, RemedyFollowed,
            RemedyRequested, ResponseGiven, SeatLeft, SeatTaken, VerificationBegun,
        },
        wire::{Digest, Interval},
    },
    time::Moment,
};

/// Reads ids of one kind, or says which is none.
fn ids<T>(list: &[String], prefix: &str, read: fn(&str) -> Option<T>) -> Result<Vec<T>, Failure> {
    let one = |text: &String| {
        read(text).ok_or_else(|| {
            Failure::new(
                Exit::Usage,
                format!("`{text}` is no id that begins with {prefix}-"),
                "armistice brief DIR --json lists every id in full.",
            )
        })
    };
    list.iter().map(one).collect()
}

fn documents(list: &[String]) -> Result<Vec<DocumentId>, Failure> {
    ids(list, DocumentId::PREFIX, DocumentId::parse)
}

fn claims(list: &[String]) -> Result<Vec<ClaimId>, Failure> {
    ids(list, ClaimId::PREFIX, ClaimId::parse)
}

fn incidents(list: &[String]) -> Result<Vec<IncidentId>, Failure> {
    ids(list, IncidentId::PREFIX, IncidentId::parse)
}

/// A finding of a case by its id or the beginning of it.
fn finding(case: &Case, given: &str) -> Result<FindingId, Failure> {
    let fits = case.findings.iter().map(|f| &f.body.finding).filter(|f| f.as_str().starts_with(given));
    one(fits.collect(), given, "finding")
}

fn remedy(case: &Case, given: &str) -> Result<RemedyId, Failure> {
    let fits = case.remedies.iter().map(|r| &r.body.remedy).filter(|r| r.as_str().starts_with(given));
    one(fits.collect(), given, "remedial action")
}

fn one<T: Clone>(found: Vec<&T>, given: &str, what: &str) -> Result<T, Failure> {
    match found.as_slice() {
        [id] => Ok((*id).clone()),
        list => Err(Failure::new(
            Exit::NotFound,
            format!("`{given}` means {} of the case's {what}s", list.len()),
            "armistice case show DIR CASE lists them.",
        )),
    }
}

fn statement_id(text: &str) -> Result<Digest, Failure> {
    let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok();
    bytes.and_then(|b| b.try_into().ok()).map(Digest).ok_or_else(|| {
        Failure::new(
            Exit::Usage,
            format!("`{text}` is no id of a statement"),
            "It has 64 hexadecimal digits; armistice case show DIR CASE --json names it.",
        )
    })
}

fn day_or_time(text: Option<&String>) -> Result<Option<Moment>, Failure> {
    let read = |t: &String| {
        t.parse().map_err(|e| {
            Failure::new(Exit::Usage, format!("`{t}`: {e}"), "Give a day, or a time: 2017-02-01 or 2017-02-01T12:00Z.")
        })
    };
    text.map(read).transpose()
}

/// `TEXT:TERM=ANSWER`.
fn clause(given: &str) -> Result<ClauseUnder, Failure> {
    let parts = given.split_once(':').and_then(|(text, rest)| {
        let (clause, answer) = rest.rsplit_once('=')?;
        let broken: Answer = super::word(answer).ok()?;
        Some(ClauseUnder { text: text.to_owned(), clause: clause.to_owned(), broken })
    });
    parts.ok_or_else(|| {
        Failure::new(
            Exit::Usage,
            format!("--clause `{given}` is not TEXT:TERM=ANSWER"),
            "For instance --clause T-UN:A1.cease=yes; the answer is yes, no or cannot_be_determined.",
        )
    })
}

fn seat(desk: &Desk, member: &str, agreement: &Digest) -> Option<Digest> {
    desk.cases.seats.held(agreement, member).map(|s| s.taken.id())
}

fn nothing(what: &str) -> Failure {
    Failure::new(Exit::NotFound, what.to_owned(), "armistice case list DIR shows what waits.")
}

/// The statement that a command means.
pub(super) fn body(command: &Command, desk: &Desk) -> Result<Casework, Failure> {
    Ok(match command {
        Command::TakeSeat(a) => Casework::SeatTaken(SeatTaken {
            agreement: desk.agreement(a.under.agreement.as_deref())?,
            constituency: a.constituency.clone(),
            note: words(&a.words)?,
        }),
        Command::LeaveSeat(a) => {
            let agreement = desk.agreement(a.under.agreement.as_deref())?;
            let held = desk.cases.seats.held(&agreement, &desk.member);
            let constituency = held.map_or_else(String::new, |s| s.constituency.as_str().to_owned());
            Casework::SeatLeft(SeatLeft { agreement, constituency, why: words(&a.words)? })
        }
        Command::Receive(a) => Casework::Received(CaseReceived {
            case: armistice_core::id::CaseId::begun(&desk.mission, &desk.member, desk.seq),
            agreement: desk.agreement(a.under.agreement.as_deref())?,
            complainant: a.complainant.clone(),
            accused: a.accused.clone(),
            affected: a.affected.clone(),
            clauses: a.clause.clone(),
            incidents: incidents(&a.incident)?,
            documents: documents(&a.document)?,
            allegation: words(&a.words)?,
            urgent: a.urgent,
        }),
        Command::Register(a) => Casework::Registered(CaseRegistered {
            case: desk.case(&a.which.case)?.id.clone(),
            number: a.number.clone(),
        }),
        Command::Screen(a) => Casework::Screened(CaseScreened {
            case: desk.case(&a.which.case)?.id.clone(),
            result: a.result,
            duplicate_of: a.duplicate_of.as_deref().map(|c| desk.case(c).map(|c| c.id.clone())).transpose()?,
            why: words(&a.words)?,
        }),
        Command::Object(a) => Casework::Objected(objected(a, desk)?),
        Command::Withdraw(a) => {
            Casework::Withdrawn(CaseWithdrawn { case: desk.case(&a.which.case)?.id.clone(), why: words(&a.words)? })
        }
        Command::Assess(a) => Casework::Assessed(CaseAssessed {
            case: desk.case(&a.which.case)?.id.clone(),
            assessment: words(&a.words)?,
            urgent: a.urgent,
        }),
        Command::Open(a) => Casework::Opened(CaseOpened {
            case: desk.case(&a.which.case)?.id.clone(),
            accused: a.accused.clone(),
            clauses: a.clause.clone(),
            incidents: incidents(&a.incident)?,
            why: words(&a.words)?,
        }),
        Command::Task(a) => Casework::Tasked(CaseTasked {
            case: desk.case(&a.which.case)?.id.clone(),
            team: a.team.clone(),
            task: words(&a.words)?,
        }),
        Command::Verify(a) => Casework::VerificationBegun(VerificationBegun {
            case: desk.case(&a.which.case)?.id.clone(),
            methods: a.method.clone(),
            note: words(&a.words)?,
        }),
        Command::Blocked(a) => Casework::AccessBlocked(AccessBlocked {
            case: desk.case(&a.which.case)?.id.clone(),
            outcome: a.outcome,
            by: a.by.clone(),
            place: a.place.clone(),
            when: Interval { from: day_or_time(a.from.as_ref())?, to: day_or_time(a.to.as_ref())? },
            why: words(&a.words)?,
        }),
        Command::Find(a) => Casework::FindingMade(Box::new(found(a, desk)?)),
        Command::NotVerifiable(a) => Casework::NotVerifiable(NotVerifiable {
            case: desk.case(&a.which.case)?.id.clone(),
            obstacle: a.obstacle,
            why: words(&a.words)?,
        }),
        Command::Notice(a) => Casework::NoticeSent(notice(a, desk)?),
        Command::Respond(a) => Casework::ResponseGiven(ResponseGiven {
            case: desk.case(&a.which.case)?.id.clone(),
            by: a.by.clone(),
            text: words(&a.words)?,
            documents: documents(&a.document)?,
        }),
        Command::Draft(a) => {
            let case = desk.case(&a.which.case)?;
            let findings = if a.finding.is_empty() {
                case.standing_findings().map(|f| f.body.finding.clone()).collect()
            } else {
                a.finding.iter().map(|f| finding(case, f)).collect::<Result<_, _>>()?
            };
            Casework::DraftPresented(Box::new(DraftPresented {
                case: case.id.clone(),
                text: words(&a.words)?,
                outcome: a.outcome,
                attribution: a.attribution,
                attributed_to: a.to.clone(),
                clauses: a.clause.iter().map(|c| clause(c)).collect::<Result<_, _>>()?,
                findings,
                contrary: claims(&a.contrary)?,
            }))
        }
        Command::Opine(a) => {
            let case = desk.case(&a.which.case)?;
            let draft = match (&a.draft, case.drafts.last()) {
                (Some(id), _) => statement_id(id)?,
                (None, Some(draft)) => draft.mark.id(),
                (None, None) => return Err(nothing("no draft lies before the components")),
            };
            let held = desk.cases.seats.held(&case.agreement, &desk.member);
            Casework::OpinionGiven(OpinionGiven {
                case: case.id.clone(),
                constituency: held.map_or_else(String::new, |s| s.constituency.as_str().to_owned()),
                draft,
                position: a.position,
                outcome: a.outcome,
                attribution: a.attribution,
                persons: a.persons,
                text: words(&a.words)?,
            })
        }
        Command::Remedy(a) => Casework::RemedyRequested(RemedyRequested {
            case: desk.case(&a.which.case)?.id.clone(),
            remedy: RemedyId::begun(&desk.mission, &desk.member, desk.seq),
            of: a.of.clone(),
            act: words(&a.words)?,
            place: a.place.clone(),
            due: a.due,
            test: a.test.clone(),
            rung: a.rung.clone(),
            interim: a.interim,
        }),
        Command::Follow(a) => {
            let case = desk.case(&a.which.case)?;
            Casework::RemedyFollowed(RemedyFollowed {
                case: case.id.clone(),
                remedy: remedy(case, &a.remedy)?,
                progress: a.progress,
                text: words(&a.words)?,
                documents: documents(&a.document)?,
            })
        }
        Command::Settle(a) => Casework::Settled(CaseSettled {
            case: desk.case(&a.which.case)?.id.clone(),
            between: a.between.clone(),
            text: words(&a.words)?,
        }),
        Command::Close(a) => Casework::ClosingProposed(ClosingProposed {
            case: desk.case(&a.which.case)?.id.clone(),
            ground: a.ground,
            why: words(&a.words)?,
        }),
        Command::Reopen(a) => Casework::Reopened(CaseReopened {
            case: desk.case(&a.which.case)?.id.clone(),
            why: words(&a.words)?,
            documents: documents(&a.document)?,
            claims: claims(&a.claim)?,
        }),
        // The caller reads for these.
        Command::List(_) | Command::Show(_) | Command::Audit(_) => return Err(nothing("nothing is said by reading")),
    })
}

fn objected(a: &super::Object, desk: &Desk) -> Result<Objected, Failure> {
    let why = words(&a.words)?;
    if let Some(given) = &a.dismissal {
        let case = desk.case(given)?;
        let to = case.dismissal.as_ref().map(|d| d.mark.id()).ok_or_else(|| nothing("the case was not dismissed"))?;
        return Ok(Objected { case: Some(case.id.clone()), what: Objectable::Dismissal, to, why });
    }
    if let Some(given) = &a.closing {
        let case = desk.case(given)?;
        let closing = case.closings.iter().find(|c| a.ground.is_none_or(|g| g == c.ground));
        let waits = closing.and_then(|c| c.by.first());
        let done = case.closed.as_ref().and_then(|c| c.by.first());
        let to = waits.or(done).map(|m| m.id()).ok_or_else(|| nothing("nobody has asked to close the case"))?;
        return Ok(Objected { case: Some(case.id.clone()), what: Objectable::Closing, to, why });
    }
    if let Some(member) = &a.seat {
        let agreement = desk.agreement(a.under.agreement.as_deref())?;
        let to = seat(desk, member, &agreement).ok_or_else(|| nothing(&format!("{member} holds no seat")))?;
        return Ok(Objected { case: None, what: Objectable::Seat, to, why });
    }
    let to = statement_id(a.publication.as_deref().unwrap_or_default())?;
    Ok(Objected { case: None, what: Objectable::Publication, to, why })
}

fn found(a: &super::Find, desk: &Desk) -> Result<FindingMade, Failure> {
    let case = desk.case(&a.which.case)?;
    let fact = a.criterion.as_ref().zip(a.answer).map(|(criterion, state)| FactFound {
        criterion: criterion.clone(),
        actor: a.actor.clone(),
        state,
    });
    let incident = match &a.incident {
        Some(id) => incidents(std::slice::from_ref(id))?.pop(),
        None => None,
    };
    Ok(FindingMade {
        case: case.id.clone(),
        finding: FindingId::begun(&desk.mission, &desk.member, desk.seq),
        supersedes: a.supersedes.as_deref().map(|f| finding(case, f)).transpose()?,
        about: a.about,
        text: words(&a.words)?,
        reached: a.reached,
        claims: claims(&a.claim)?,
        contrary: claims(&a.contrary)?,
        documents: documents(&a.document)?,
        methods: a.method.clone(),
        fact,
        incident,
        adverse_inference: a.adverse_inference.clone(),
    })
}

fn notice(a: &super::Notice, desk: &Desk) -> Result<NoticeSent, Failure> {
    let case = desk.case(&a.which.case)?;
    let to = if a.to.is_empty() { case.accused.clone() } else { a.to.clone() };
    let agreement = desk.agreements.get(&case.agreement.0);
    let mut guarantors = a.guarantor.clone();
    if let Some(agreement) = agreement.filter(|_| a.guarantor.is_empty()) {
        for actor in &to {
            if let Some(g) = rules::guarantor_of(agreement, &ActorId::new(actor))
                && !guarantors.iter().any(|x| x == g.as_str())
            {
                guarantors.push(g.as_str().to_owned());
            }
        }
    }
    let right = agreement.map_or(0, |agreement| {
        let times = Rules::of(agreement).times;
        if case.urgent { times.reply_urgent.0 } else { times.reply.0 }
    });
    // The register's own clock may be ahead of this machine's; then the time runs from there.
    let reply_by = a.reply_by.unwrap_or_else(|| desk.cases.next_time(&desk.member, desk.now).saturating_add(right));
    Ok(NoticeSent { case: case.id.clone(), to, guarantors, reply_by, text: words(&a.words)? })
}
