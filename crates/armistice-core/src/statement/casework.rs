//! Statements about cases: what a member did in a case, one step each, and which seat it holds. The types are the layouts,
//! version 1, frozen once released; what follows from them is computed by [`crate::case`].
//!
//! Must not: hold a determination. It is nobody's statement: it follows from the opinions under the agreement's own rule.

use super::wire::{Digest, Interval, family, vocabulary};
use crate::{
    id::{CaseId, ClaimId, DocumentId, FindingId, IncidentId, RemedyId},
    scope::Answer,
};
use minicbor::{Decode, Encode};

vocabulary! {
    /// What screening came to.
    Screening {
        /// It goes on to a preliminary assessment.
        Passed = "passed",
        /// It is outside of what the mechanism was set up for.
        OutsideMandate = "outside_mandate",
        /// Another case is about the same.
        Duplicate = "duplicate",
        /// Nothing happened that could be a breach.
        NoIncident = "no_incident",
        /// Who complained took it back.
        Withdrawn = "withdrawn",
    }
    /// How something was looked into.
    Method {
        /// Seen or heard by the mechanism's own people.
        DirectObservation = "direct_observation",
        /// The place was visited afterwards.
        SiteVisit = "site_visit",
        /// Camera, satellite, drone.
        RemoteSensor = "remote_sensor",
        /// Persons were asked.
        Interviews = "interviews",
        /// Papers, pictures, messages.
        Documents = "documents",
        /// A joint team of several constituencies.
        JointTeam = "joint_team",
    }
    /// How somebody hindered the mechanism.
    AccessOutcome {
        /// Let through.
        Granted = "granted",
        /// Refused.
        Denied = "denied",
        /// Let through too late.
        Delayed = "delayed",
        /// Let through on conditions.
        Conditional = "conditional",
        /// Nobody answered.
        NoAnswer = "no_answer",
    }
    /// How well something is shown: the standard of proof that a finding reaches.
    Reached {
        /// Not shown.
        None = "none",
        /// Reasonable suspicion: a credible report.
        Suspicion = "suspicion",
        /// Reasonable grounds to believe.
        ReasonableGrounds = "reasonable_grounds",
        /// More likely than not.
        BalanceOfProbabilities = "balance_of_probabilities",
        /// Clear and convincing.
        ClearAndConvincing = "clear_and_convincing",
    }
    /// What a finding is of.
    FindingAbout {
        /// What happened.
        Fact = "fact",
        /// Who is responsible.
        Attribution = "attribution",
        /// Whether a term was broken.
        Clause = "clause",
        /// Who held the place, or whether an actor was there.
        Area = "area",
        /// Whether a condition of an exception was met.
        Condition = "condition",
    }
    /// Why a matter cannot be verified.
    Obstacle {
        /// Somebody refused access.
        AccessDenied = "access_denied",
        /// Too late: traces and witnesses are gone.
        TimePassed = "time_passed",
        /// Not safe.
        Insecurity = "insecurity",
        /// No people or means.
        NoMeans = "no_means",
        /// What there is contradicts itself.
        Contradictory = "contradictory",
    }
    /// What a component says of a draft.
    Position {
        /// Agrees.
        Concur = "concur",
        /// Agrees in part.
        ConcurInPart = "concur_in_part",
        /// Does not agree.
        Dissent = "dissent",
        /// Takes no part in the decision.
        Recuse = "recuse",
        /// Says that it has no opinion.
        NoOpinion = "no_opinion",
    }
    /// What a case comes to, in law.
    Outcome {
        /// Not an incident under the agreement.
        NotAnIncident = "not_an_incident",
        /// A relevant incident that is no violation.
        NoViolation = "relevant_incident_no_violation",
        /// A minor violation.
        Minor = "minor_violation",
        /// A serious violation.
        Serious = "serious_violation",
    }
    /// Who is responsible, as a finding.
    Attribution {
        /// To the accused.
        Attributed = "attributed",
        /// Probably to the accused.
        ProbablyAttributed = "probably_attributed",
        /// To nobody.
        NotAttributed = "not_attributed",
        /// To several.
        Several = "several",
    }
    /// How far a remedial action has come.
    Progress {
        /// Done, and checked.
        Done = "done",
        /// Done in part.
        Partly = "partly",
        /// Refused.
        Refused = "refused",
        /// Promised.
        Undertaken = "undertaken",
    }
    /// On what ground a case is closed.
    Ground {
        /// What was asked was done.
        Resolved = "resolved",
        /// It was determined.
        Determined = "determined",
        /// It was not determined.
        NotDetermined = "not_determined",
        /// Who complained took it back.
        Withdrawn = "withdrawn",
        /// Those on the ground settled it: the dispute ends, the fact stands.
        SettledLocally = "settled_locally",
        /// It was dismissed at screening.
        Dismissed = "dismissed",
    }
    /// What of a matter that other constituencies can object to.
    Objectable {
        /// A dismissal at screening.
        Dismissal = "dismissal",
        /// Closing a case.
        Closing = "closing",
        /// Publishing a report.
        Publication = "publication",
        /// A seat that somebody took.
        Seat = "seat",
    }
}

/// This member acts for a constituency of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SeatTaken {
    /// SHA-256 of the agreement's file.
    #[n(0)]
    pub agreement: Digest,
    /// The actor of the agreement that it acts for.
    #[n(1)]
    pub constituency: String,
    /// On what ground, in words.
    #[n(2)]
    pub note: String,
}

/// This member acts for a constituency no longer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SeatLeft {
    /// SHA-256 of the agreement's file.
    #[n(0)]
    pub agreement: Digest,
    /// The constituency.
    #[n(1)]
    pub constituency: String,
    /// Why.
    #[n(2)]
    pub why: String,
}

/// Somebody lodged a complaint, or the mechanism took a matter up.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseReceived {
    /// The case: made from mission, member and number of this statement.
    #[n(0)]
    pub case: CaseId,
    /// SHA-256 of the agreement's file.
    #[n(1)]
    pub agreement: Digest,
    /// Who complains: an actor of the agreement, `public`, or `own_initiative`. Never a person.
    #[n(2)]
    pub complainant: String,
    /// Actors that are accused. Empty: unknown.
    #[n(3)]
    pub accused: Vec<String>,
    /// Actors that were affected.
    #[n(4)]
    pub affected: Vec<String>,
    /// Terms that are said to be broken, by their ids.
    #[n(5)]
    pub clauses: Vec<String>,
    /// The incidents that it is about.
    #[n(6)]
    pub incidents: Vec<IncidentId>,
    /// Documents that were handed in.
    #[n(7)]
    pub documents: Vec<DocumentId>,
    /// The allegation, in the complainant's words.
    #[n(8)]
    pub allegation: String,
    /// The short clocks apply.
    #[n(9)]
    pub urgent: bool,
}

/// A complaint was entered under a number that is never used again.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseRegistered {
    #[n(0)]
    pub case: CaseId,
    /// The mechanism's number, such as `2017-014`.
    #[n(1)]
    pub number: String,
}

/// A complaint was screened.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseScreened {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub result: Screening,
    /// With `duplicate`: the other case.
    #[n(2)]
    pub duplicate_of: Option<CaseId>,
    #[n(3)]
    pub why: String,
}

/// A constituency objected to what another one did alone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Objected {
    /// The case, if it is about one.
    #[n(0)]
    pub case: Option<CaseId>,
    #[n(1)]
    pub what: Objectable,
    /// The statement objected to.
    #[n(2)]
    pub to: Digest,
    #[n(3)]
    pub why: String,
}

/// Who complained took it back.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseWithdrawn {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub why: String,
}

/// A first look was taken at a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseAssessed {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub assessment: String,
    #[n(2)]
    pub urgent: bool,
}

/// An investigation was opened.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseOpened {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub accused: Vec<String>,
    #[n(2)]
    pub clauses: Vec<String>,
    #[n(3)]
    pub incidents: Vec<IncidentId>,
    #[n(4)]
    pub why: String,
}

/// A team was tasked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseTasked {
    #[n(0)]
    pub case: CaseId,
    /// Constituencies of the team. Persons are not named.
    #[n(1)]
    pub team: Vec<String>,
    #[n(2)]
    pub task: String,
}

/// Verification began, or went on after access was blocked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct VerificationBegun {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub methods: Vec<Method>,
    #[n(2)]
    pub note: String,
}

/// Access was blocked. It is an obstruction entry at once.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AccessBlocked {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub outcome: AccessOutcome,
    /// Actors that blocked it. Empty: unknown.
    #[n(2)]
    pub by: Vec<String>,
    /// Where, no finer than may be known.
    #[n(3)]
    pub place: String,
    #[n(4)]
    pub when: Interval,
    #[n(5)]
    pub why: String,
}

/// Something that the scope test asks for, as found.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct FactFound {
    /// `control`, `operations` or `presence` of an actor in the area, or the word of a condition.
    #[n(0)]
    pub criterion: String,
    /// The actor, for the first three.
    #[n(1)]
    pub actor: Option<String>,
    /// Is it so?
    #[n(2)]
    pub state: Answer,
}

/// A graded statement of fact.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct FindingMade {
    #[n(0)]
    pub case: CaseId,
    /// The finding: made from mission, member and number of this statement.
    #[n(1)]
    pub finding: FindingId,
    /// The finding that it takes the place of.
    #[n(2)]
    pub supersedes: Option<FindingId>,
    #[n(3)]
    pub about: FindingAbout,
    #[n(4)]
    pub text: String,
    #[n(5)]
    pub reached: Reached,
    /// Claims relied on.
    #[n(6)]
    pub claims: Vec<ClaimId>,
    /// Claims to the contrary that were considered.
    #[n(7)]
    pub contrary: Vec<ClaimId>,
    /// Documents relied on.
    #[n(8)]
    pub documents: Vec<DocumentId>,
    #[n(9)]
    pub methods: Vec<Method>,
    /// What it says for the scope test.
    #[n(10)]
    pub fact: Option<FactFound>,
    /// The incident that `fact` is of.
    #[n(11)]
    pub incident: Option<IncidentId>,
    /// Actors whose refusal of access counts against them here. Empty: nobody's does.
    #[n(12)]
    pub adverse_inference: Vec<String>,
}

/// The matter cannot be verified.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NotVerifiable {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub obstacle: Obstacle,
    #[n(2)]
    pub why: String,
}

/// The accused and its guarantor were told of the allegation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NoticeSent {
    #[n(0)]
    pub case: CaseId,
    /// The accused.
    #[n(1)]
    pub to: Vec<String>,
    /// Their guarantors.
    #[n(2)]
    pub guarantors: Vec<String>,
    /// Until when they may answer: seconds since 1970.
    #[n(3)]
    pub reply_by: i64,
    #[n(4)]
    pub text: String,
}

/// The accused, or somebody for it, answered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ResponseGiven {
    #[n(0)]
    pub case: CaseId,
    /// Whose answer it is.
    #[n(1)]
    pub by: String,
    /// Verbatim.
    #[n(2)]
    pub text: String,
    #[n(3)]
    pub documents: Vec<DocumentId>,
}

/// A term under a text, as a draft applies it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(map)]
pub struct ClauseUnder {
    /// The text version.
    #[n(0)]
    pub text: String,
    /// The term.
    #[n(1)]
    pub clause: String,
    /// Is it broken, under this text?
    #[n(2)]
    pub broken: Answer,
}

/// A draft report was laid before the components. A changed draft is another draft: opinions on the old one are void.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct DraftPresented {
    #[n(0)]
    pub case: CaseId,
    /// The whole text.
    #[n(1)]
    pub text: String,
    #[n(2)]
    pub outcome: Outcome,
    #[n(3)]
    pub attribution: Attribution,
    /// To whom, with an attribution.
    #[n(4)]
    pub attributed_to: Vec<String>,
    #[n(5)]
    pub clauses: Vec<ClauseUnder>,
    #[n(6)]
    pub findings: Vec<FindingId>,
    /// Claims to the contrary that were considered.
    #[n(7)]
    pub contrary: Vec<ClaimId>,
}

/// A component said what it thinks of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct OpinionGiven {
    #[n(0)]
    pub case: CaseId,
    /// The constituency.
    #[n(1)]
    pub constituency: String,
    /// The statement that presented the draft.
    #[n(2)]
    pub draft: Digest,
    #[n(3)]
    pub position: Position,
    /// The outcome it holds to be right, if another than the draft's.
    #[n(4)]
    pub outcome: Option<Outcome>,
    /// The attribution it holds to be right, if another than the draft's.
    #[n(5)]
    pub attribution: Option<Attribution>,
    /// Representatives of the constituency who stand behind it.
    #[n(6)]
    pub persons: u32,
    /// Verbatim.
    #[n(7)]
    pub text: String,
}

/// Something specific was asked of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RemedyRequested {
    #[n(0)]
    pub case: CaseId,
    /// The remedial action: made from mission, member and number of this statement.
    #[n(1)]
    pub remedy: RemedyId,
    #[n(2)]
    pub of: String,
    /// What is to be done.
    #[n(3)]
    pub act: String,
    #[n(4)]
    pub place: Option<String>,
    /// Until when: seconds since 1970.
    #[n(5)]
    pub due: i64,
    /// How one can tell that it is done.
    #[n(6)]
    pub test: String,
    /// The rung of the agreement's ladder.
    #[n(7)]
    pub rung: Option<String>,
    /// An interim measure of an urgent case: asked before anything is determined, and of nobody as the author.
    #[n(8)]
    pub interim: bool,
}

/// How far a remedial action has come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RemedyFollowed {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub remedy: RemedyId,
    #[n(2)]
    pub progress: Progress,
    #[n(3)]
    pub text: String,
    #[n(4)]
    pub documents: Vec<DocumentId>,
}

/// Those on the ground settled the dispute. The fact stands.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseSettled {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub between: Vec<String>,
    #[n(2)]
    pub text: String,
}

/// A constituency asked to close a case. It closes when another one asks too, or none objects in time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClosingProposed {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub ground: Ground,
    #[n(2)]
    pub why: String,
}

/// A closed case was taken up again. What was determined stays, superseded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CaseReopened {
    #[n(0)]
    pub case: CaseId,
    #[n(1)]
    pub why: String,
    /// What is new.
    #[n(2)]
    pub documents: Vec<DocumentId>,
    #[n(3)]
    pub claims: Vec<ClaimId>,
}

/// A guarantor said whether something is so that an agreed condition asks the guarantors to confirm.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ConfirmationGiven {
    /// SHA-256 of the agreement's file.
    #[n(0)]
    pub agreement: Digest,
    /// What is confirmed, as the condition has it: the id of a statement of the agreement, or words.
    #[n(1)]
    pub what: String,
    /// The guarantor's answer. Absent: what it said before is taken back.
    #[n(2)]
    pub answer: Option<Answer>,
    #[n(3)]
    pub why: String,
}

family! {
    /// What a member did in a case, or about its seat.
    Casework {
        /// It acts for a constituency.
        SeatTaken(SeatTaken) = "seat_taken",
        /// It acts for it no longer.
        SeatLeft(SeatLeft) = "seat_left",
        /// A complaint came in.
        Received(CaseReceived) = "case_received",
        /// It has a number.
        Registered(CaseRegistered) = "case_registered",
        /// It was screened.
        Screened(CaseScreened) = "case_screened",
        /// Somebody objected.
        Objected(Objected) = "objected",
        /// It was taken back.
        Withdrawn(CaseWithdrawn) = "case_withdrawn",
        /// A first look was taken.
        Assessed(CaseAssessed) = "case_assessed",
        /// An investigation was opened.
        Opened(CaseOpened) = "case_opened",
        /// A team was tasked.
        Tasked(CaseTasked) = "case_tasked",
        /// Verification began.
        VerificationBegun(VerificationBegun) = "verification_begun",
        /// Access was blocked.
        AccessBlocked(AccessBlocked) = "access_blocked",
        /// A finding was made.
        FindingMade(Box<FindingMade>) = "finding_made",
        /// It cannot be verified.
        NotVerifiable(NotVerifiable) = "not_verifiable",
        /// Notice was given.
        NoticeSent(NoticeSent) = "notice_sent",
        /// There is an answer.
        ResponseGiven(ResponseGiven) = "response_given",
        /// A draft was presented.
        DraftPresented(Box<DraftPresented>) = "draft_presented",
        /// An opinion was given.
        OpinionGiven(OpinionGiven) = "opinion_given",
        /// Something was asked of somebody.
        RemedyRequested(RemedyRequested) = "remedy_requested",
        /// It was followed up.
        RemedyFollowed(RemedyFollowed) = "remedy_followed",
        /// It was settled on the ground.
        Settled(CaseSettled) = "case_settled",
        /// Somebody asked to close it.
        ClosingProposed(ClosingProposed) = "closing_proposed",
        /// It was taken up again.
        Reopened(CaseReopened) = "case_reopened",
        /// A guarantor confirms, refuses, or takes its word back.
        Confirmed(ConfirmationGiven) = "confirmation_given",
    }
}

mod begins;
pub use begins::Begins;
