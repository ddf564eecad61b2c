//! Why a step of casework is refused. The order of this list is the order of precedence: of several reasons the first counts. A code
//! is never changed or used again, also when its reason is gone.
//!
//! Must not: refuse anything itself; `case::check` does. Must not hold two reasons for one thing to do.

use std::fmt;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $says:literal, $next:literal;)*) => {
        /// Why a step is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Refusal { $($(#[$doc])* $name,)* }

        impl Refusal {
            /// Every reason, in the order of precedence.
            pub const ALL: &'static [Refusal] = &[$(Refusal::$name),*];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> u16 {
                match self { $(Refusal::$name => $code),* }
            }

            /// What is wrong, in one sentence.
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self { $(Refusal::$name => $says),* }
            }

            /// What to do next.
            #[must_use]
            pub const fn next_step(self) -> &'static str {
                match self { $(Refusal::$name => $next),* }
            }
        }
    };
}

refusals! {
    /// The agreement is not here, or cannot be used.
    AgreementUnknown = 1,
        "The agreement that it is made under is not here, or cannot be used.",
        "Exchange registers until every part of the agreement is here; `armistice check` names what cannot be used.";
    /// Its time lies after that of the reading.
    DatedAhead = 2,
        "It is dated more than an hour after the time of this reading.",
        "Wait, or set the clock of the machine that wrote it.";
    /// A text that must be there is empty.
    TextEmpty = 3,
        "A text that it must have is empty.",
        "Write it again with the text.";
    /// No such case.
    CaseUnknown = 4,
        "No case has this id.",
        "`armistice case list` shows the cases; exchange registers if the case is of another member.";
    /// The id is used.
    IdTaken = 5,
        "Something else has this id.",
        "Write it again; the command line gives a new id.";
    /// No such actor in the agreement.
    ActorUnknown = 6,
        "The agreement has no actor of this id.",
        "Use an id of the agreement's actors, or add the actor to the agreement.";
    /// The agreement has no seat for it.
    SeatNotGiven = 7,
        "The agreement gives this actor no seat.",
        "Take the seat of a party, guarantor, observer or organ of the agreement.";
    /// The member holds a seat.
    SeatHeld = 8,
        "This member holds a seat under this agreement.",
        "Leave that seat first; a member acts for one constituency.";
    /// The member holds no seat.
    SeatMissing = 9,
        "This member holds no seat under this agreement.",
        "Take the seat of the constituency that this member acts for.";
    /// The member's seat is contested.
    SeatContested = 10,
        "Another member contests this member's seat.",
        "Settle it with who contests the seat; the contest ends when one of the two leaves its seat.";
    /// The seat is only to speak.
    WorksNot = 11,
        "The seat allows to complain, to answer and to object, but not to work on a case.",
        "Ask a guarantor, an observer or an adviser to do it.";
    /// The seat does not decide.
    DecidesNot = 12,
        "The seat allows to speak, but not to decide.",
        "Ask a constituency of the quorum to do it.";
    /// It speaks for another constituency.
    SeatOfAnother = 13,
        "It is said for a constituency whose seat this member does not hold.",
        "Say it for the constituency of the member's own seat.";
    /// Not in this state.
    StageWrong = 14,
        "The case is not at a point where this can be done.",
        "`armistice case show` says where the case stands and what comes next.";
    /// The number was used.
    NumberTaken = 15,
        "Another case has this number, and a number is never used again.",
        "Choose a number that no case has.";
    /// Duplicate of what?
    DuplicateOfNothing = 16,
        "A duplicate must name another case that is here, and nothing else may.",
        "Name the case that it duplicates.";
    /// Nobody took it back.
    WithdrawnNot = 17,
        "Who complained has not taken the complaint back.",
        "Wait for the withdrawal, or give another ground.";
    /// Not the complainant's.
    ComplaintOfAnother = 18,
        "Only who complained can take the complaint back.",
        "Ask the complainant's own member, or the member that recorded the complaint, to do it.";
    /// No such statement to object to.
    ObjectToNothing = 19,
        "There is nothing of this kind, with this id, that can be objected to now.",
        "`armistice case show` names what waits for objections.";
    /// It is its own.
    ObjectToOwn = 20,
        "A constituency cannot object to what it did itself.",
        "Do the opposite instead, or leave the seat.";
    /// Too late.
    ObjectionLate = 21,
        "The time for objections is over.",
        "Reopen the case, with what is new.";
    /// Access was granted.
    AccessGranted = 22,
        "Access that was granted is no obstruction.",
        "Record it in the ledger of access.";
    /// Nothing under the finding.
    FindingWithoutBasis = 23,
        "The finding claims more than what it rests on can show.",
        "Name the claims, documents and methods that it rests on, or a lower standard.";
    /// The fact says more.
    FactNotShown = 24,
        "A fact that is not shown cannot be answered with yes or no.",
        "Answer that it cannot be determined, or name the standard that the finding reaches.";
    /// The agreement does not allow the inference.
    InferenceNotAllowed = 51,
        "The agreement does not say that a refusal of access may count against who refused.",
        "Rest the finding on claims, documents and methods; the refusal stands in the case and in the report all the same.";
    /// Nobody recorded such a refusal.
    InferenceWithoutDenial = 52,
        "The case holds no refusal of access by that actor.",
        "Record the refusal first: `armistice case blocked DIR CASE denied --by ACTOR`.";
    /// Notice was not given, or its time is not over, or there is an answer.
    InferenceEarly = 53,
        "That actor was given no notice whose time is over without an answer.",
        "Give notice and wait for the end of the time; weigh an answer that came, and make the finding without the inference.";
    /// No such finding.
    FindingUnknown = 25,
        "The case has no finding of this id that stands.",
        "`armistice case show` lists the findings that stand.";
    /// It lies before the components.
    FindingUnderReview = 26,
        "The finding is part of a draft that lies before the components.",
        "Wait for the end of the review, or present another draft first.";
    /// Another constituency's.
    FindingOfAnother = 27,
        "The finding was made by another constituency.",
        "Make a finding of your own beside it; both are shown.";
    /// The guarantor is left out.
    GuarantorNotTold = 28,
        "The guarantor of an accused party is left out.",
        "Give notice to the guarantors too.";
    /// Too short.
    ReplyTooShort = 29,
        "The time to answer is shorter than the right of reply.",
        "Give at least the time of the agreement, or of the mechanism where it is silent.";
    /// Not asked.
    AnswerUnasked = 30,
        "No notice was given to the actor whose answer it is.",
        "Give notice first, or record it as a document.";
    /// Not theirs.
    AnswerOfAnother = 31,
        "This member cannot hand in the answer of that actor.",
        "Ask the actor's own member, or its guarantor, to hand it in.";
    /// No such term.
    ClauseUnknown = 32,
        "The agreement has no term of this id.",
        "Use an id of the agreement's prohibitions, permissions or obligations.";
    /// No such text.
    TextUnknown = 33,
        "The agreement has no text version of this id.",
        "Use an id of the agreement's texts.";
    /// No broken term.
    ClauseNotBroken = 34,
        "A violation must name a term, under a text, that was broken; and nothing else may.",
        "Name the term and the text, or another outcome.";
    /// To whom?
    AttributedToNobody = 35,
        "An attribution must name to whom, and only an attribution may.",
        "Name the actors, or say that it is not attributed.";
    /// No notice.
    NoticeMissing = 36,
        "An actor that the draft names was given no notice.",
        "Give notice to the actor and its guarantor, and wait for the answer.";
    /// Still time to answer.
    ReplyPending = 37,
        "An actor that the draft names still has time to answer.",
        "Wait for the answer, or for the end of the time.";
    /// Naming needs more than what was found.
    NamingStandard = 54,
        "What is found of the author does not reach the standard for naming whom it names.",
        "Present it without the name: `not_attributed`, or the party as a whole where it reaches the standard of a determination; or make a finding that reaches the standard for naming.";
    /// Another draft is under review.
    DraftUnderReview = 38,
        "A draft of another constituency lies before the components.",
        "Give an opinion on it; present another one when the review is over.";
    /// No such draft.
    DraftUnknown = 39,
        "The case has no draft of this id.",
        "`armistice case show` names the draft that lies before the components.";
    /// Replaced.
    DraftReplaced = 40,
        "The draft was replaced by another one.",
        "Give an opinion on the draft that lies before the components now.";
    /// Over.
    ReviewOver = 41,
        "The review of the draft is over.",
        "Present another draft, or reopen the case when it is closed.";
    /// It contradicts itself.
    PositionContradicts = 42,
        "The position and what it says of outcome or attribution contradict each other.",
        "Concur in part, or dissent, to hold another outcome or attribution right.";
    /// Nobody behind it.
    NobodyBehind = 43,
        "No representative stands behind the opinion.",
        "Say how many representatives stand behind it.";
    /// No violation.
    ViolationNotDetermined = 44,
        "No violation was determined that stands.",
        "Ask for prevention over the hotline; remedial action follows a determination.";
    /// An interim measure is for urgent cases.
    InterimNotUrgent = 55,
        "An interim measure is for an urgent case, and this one is not.",
        "Say at the assessment that it is urgent, or ask for remedial action after a determination.";
    /// What is found does not reach the standard for urgent action.
    UrgentStandard = 56,
        "No finding of fact reaches the agreement's standard for urgent action.",
        "Make a finding that reaches it, or ask for prevention over the hotline.";
    /// No such rung.
    RungUnknown = 45,
        "The agreement's ladder has no such rung.",
        "Use the words of the agreement's ladder, or leave the rung out.";
    /// A sanction needs more than what was found.
    SanctionStandard = 57,
        "What is found of the author does not reach the standard for proposing a sanction.",
        "Ask for the mildest rung of the agreement's ladder, or leave the rung out, or reopen the case and make a finding that reaches the standard.";
    /// In the past.
    DuePassed = 46,
        "The time for the remedial action is over before it is asked for.",
        "Give a time that is still to come.";
    /// No such remedy.
    RemedyUnknown = 47,
        "The case has no remedial action of this id.",
        "`armistice case show` lists the remedial actions.";
    /// One's own.
    RemedyOwn = 48,
        "Who was asked, or guarantees it, cannot say alone that it was done and checked.",
        "Say that it is promised or done in part; another constituency checks.";
    /// The ground is not there.
    GroundNotMet = 49,
        "The ground for closing does not hold.",
        "Name the ground that holds: see determination, remedial actions, withdrawal and settlement in `armistice case show`.";
    /// Asked already.
    ClosingRepeated = 50,
        "This constituency has asked for the same already.",
        "Wait for another constituency, or for the end of the time for objections.";
    /// Only guarantors confirm.
    ConfirmsNot = 58,
        "The agreement does not make this constituency a guarantor, and only guarantors confirm.",
        "Ask the guarantor's own member to confirm.";
    /// Nobody asks for it.
    NothingToConfirm = 59,
        "No agreed condition of the agreement asks the guarantors to confirm this.",
        "`armistice agreement phases` shows what they are asked to confirm.";
    /// There is no word to take back.
    NothingToTakeBack = 60,
        "This member has said nothing of it that stands, so there is nothing to take back.",
        "`armistice agreement phases` shows what stands.";
}

/// A reason, and the thing that it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refused {
    /// Why.
    pub refusal: Refusal,
    /// On which thing: an id or word of the step.
    pub thing: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "case-{}: {}", self.refusal.code(), self.refusal.sentence())?;
        if self.thing.is_empty() { Ok(()) } else { write!(f, " ({})", self.thing) }
    }
}
