//! One statement of every kind of the casework family.
//!
//! Must not: leave a field at its simplest value where another shows more.

use armistice_core::{
    id::{CaseId, ClaimId, DocumentId, FindingId, IncidentId, RemedyId},
    scope::Answer,
    statement::{
        casework::{
            AccessBlocked, AccessOutcome, Attribution, CaseAssessed, CaseOpened, CaseReceived, CaseRegistered,
            CaseReopened, CaseScreened, CaseSettled, CaseTasked, CaseWithdrawn, Casework, ClauseUnder, ClosingProposed,
            ConfirmationGiven, DraftPresented, FactFound, FindingAbout, FindingMade, Ground, Method, NotVerifiable,
            NoticeSent, Objectable, Objected, Obstacle, OpinionGiven, Outcome, Position, Progress, Reached,
            RemedyFollowed, RemedyRequested, ResponseGiven, Screening, SeatLeft, SeatTaken, VerificationBegun,
        },
        wire::{Digest, Interval},
    },
};

fn case() -> CaseId {
    CaseId::begun("m", "north", 7)
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|t| text(t)).collect()
}

/// One of every kind, in the order of the list of kinds.
pub(crate) fn all() -> Vec<Casework> {
    [seats_and_intake(), investigation(), decision()].concat()
}

fn seats_and_intake() -> Vec<Casework> {
    vec![
        Casework::SeatTaken(SeatTaken {
            agreement: Digest([1; 32]),
            constituency: text("north"),
            note: text("letter of 3 March"),
        }),
        Casework::SeatLeft(SeatLeft {
            agreement: Digest([1; 32]),
            constituency: text("north"),
            why: text("called back"),
        }),
        Casework::Received(CaseReceived {
            case: case(),
            agreement: Digest([1; 32]),
            complainant: text("north"),
            accused: texts(&["south", "reed"]),
            affected: texts(&["north"]),
            clauses: texts(&["L.1"]),
            incidents: vec![IncidentId::of(&[b"an incident"])],
            documents: vec![DocumentId::of(&[b"a document"])],
            allegation: text("Two shells fell beside the mill."),
            urgent: true,
        }),
        Casework::Registered(CaseRegistered { case: case(), number: text("2030-014") }),
        Casework::Screened(CaseScreened {
            case: case(),
            result: Screening::Duplicate,
            duplicate_of: Some(CaseId::begun("m", "south", 2)),
            why: text("the same shells"),
        }),
        Casework::Objected(Objected {
            case: Some(case()),
            what: Objectable::Dismissal,
            to: Digest([2; 32]),
            why: text("other shells, another day"),
        }),
        Casework::Withdrawn(CaseWithdrawn { case: case(), why: text("an error in the map") }),
        Casework::Assessed(CaseAssessed {
            case: case(),
            assessment: text("Credible, and in the basin."),
            urgent: true,
        }),
        Casework::Opened(CaseOpened {
            case: case(),
            accused: texts(&["south"]),
            clauses: texts(&["L.1", "L.2"]),
            incidents: vec![IncidentId::of(&[b"another incident"])],
            why: text("two reports of independent origin"),
        }),
    ]
}

fn investigation() -> Vec<Casework> {
    vec![
        Casework::Tasked(CaseTasked {
            case: case(),
            team: texts(&["north", "south"]),
            task: text("Visit the shore, ask who was there."),
        }),
        Casework::VerificationBegun(VerificationBegun {
            case: case(),
            methods: vec![Method::SiteVisit, Method::Interviews],
            note: text("two days"),
        }),
        Casework::AccessBlocked(AccessBlocked {
            case: case(),
            outcome: AccessOutcome::Delayed,
            by: texts(&["south"]),
            place: text("the southern shore"),
            when: Interval { from: "2030-03-04T08:00Z".parse().ok(), to: "2030-03-05".parse().ok() },
            why: text("no boat"),
        }),
        Casework::FindingMade(Box::new(FindingMade {
            case: case(),
            finding: FindingId::begun("m", "north", 7),
            supersedes: Some(FindingId::begun("m", "north", 5)),
            about: FindingAbout::Area,
            text: text("The miller's men were not there on that day."),
            reached: Reached::BalanceOfProbabilities,
            claims: vec![ClaimId::of(&[b"a claim"])],
            contrary: vec![ClaimId::of(&[b"a claim to the contrary"])],
            documents: vec![DocumentId::of(&[b"a document"])],
            methods: vec![Method::JointTeam],
            fact: Some(FactFound { criterion: text("presence"), actor: Some(text("mill")), state: Answer::No }),
            incident: Some(IncidentId::of(&[b"an incident"])),
            adverse_inference: texts(&["south"]),
        })),
        Casework::NotVerifiable(NotVerifiable {
            case: case(),
            obstacle: Obstacle::TimePassed,
            why: text("the shore was ploughed"),
        }),
        Casework::NoticeSent(NoticeSent {
            case: case(),
            to: texts(&["north"]),
            guarantors: texts(&["warden"]),
            reply_by: 1_900_000_000,
            text: text("You are said to have fired two shells."),
        }),
        Casework::ResponseGiven(ResponseGiven {
            case: case(),
            by: text("north"),
            text: text("We did not fire."),
            documents: vec![DocumentId::of(&[b"an order"])],
        }),
    ]
}

fn decision() -> Vec<Casework> {
    vec![
        Casework::DraftPresented(Box::new(DraftPresented {
            case: case(),
            text: text("Two shells were fired from the southern shore."),
            outcome: Outcome::Minor,
            attribution: Attribution::ProbablyAttributed,
            attributed_to: texts(&["south"]),
            clauses: vec![ClauseUnder { text: text("T1"), clause: text("L.1"), broken: Answer::Yes }],
            findings: vec![FindingId::begun("m", "north", 7)],
            contrary: vec![ClaimId::of(&[b"a claim to the contrary"])],
        })),
        Casework::OpinionGiven(OpinionGiven {
            case: case(),
            constituency: text("south"),
            draft: Digest([3; 32]),
            position: Position::ConcurInPart,
            outcome: Some(Outcome::NoViolation),
            attribution: Some(Attribution::NotAttributed),
            persons: 2,
            text: text("The shells fell outside of the basin."),
        }),
        Casework::RemedyRequested(RemedyRequested {
            case: case(),
            remedy: RemedyId::begun("m", "north", 7),
            of: text("south"),
            act: text("Move the two guns behind the road."),
            place: Some(text("the southern shore")),
            due: 1_900_500_000,
            test: text("the guns stand behind the road when the team comes"),
            rung: Some(text("demand to stop")),
            interim: true,
        }),
        Casework::RemedyFollowed(RemedyFollowed {
            case: case(),
            remedy: RemedyId::begun("m", "north", 7),
            progress: Progress::Partly,
            text: text("One gun was moved."),
            documents: vec![DocumentId::of(&[b"a picture"])],
        }),
        Casework::Settled(CaseSettled {
            case: case(),
            between: texts(&["north", "south"]),
            text: text("The nets were paid for."),
        }),
        Casework::ClosingProposed(ClosingProposed {
            case: case(),
            ground: Ground::SettledLocally,
            why: text("both sides ask for it"),
        }),
        Casework::Reopened(CaseReopened {
            case: case(),
            why: text("a picture was found"),
            documents: vec![DocumentId::of(&[b"a picture"])],
            claims: vec![ClaimId::of(&[b"a new claim"])],
        }),
        Casework::Confirmed(ConfirmationGiven {
            agreement: Digest([1; 32]),
            what: text("withdrawal"),
            answer: Some(Answer::Yes),
            why: text("our posts saw the last gun leave"),
        }),
    ]
}
