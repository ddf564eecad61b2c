//! Entries of the ledgers that a mission keeps beside incidents and cases: bulletins, lists, observations, coverage, access,
//! calls, obligations, grades, codings, tests, withdrawn sources, reports. The types are the layouts, version 1, frozen once
//! released.
//!
//! Must not: make a recorder an author, add numbers of different units, or hold the name, place or device of a source.

use super::casework::{AccessOutcome, Method};
use super::wire::{Digest, Interval, Number, Site, family, vocabulary};
use crate::{
    act::Act,
    id::{AccessId, BulletinId, CallId, CaseId, ClaimId, CoverageId, DocumentId, IncidentId, ObservationId, ReportId},
    scope::Answer,
};
use minicbor::{Decode, Encode};

vocabulary! {
    /// What a recorder's number counts. Numbers of different units are never added.
    Unit {
        /// Violations, as the recorder calls them.
        Violations = "violations",
        /// Incidents: place–time–act complexes.
        Incidents = "incidents",
        /// Complaints lodged.
        Complaints = "complaints",
        /// Fatal events of a data set.
        FatalEvents = "fatal_events",
        /// Countable observations.
        Observations = "observations",
    }
    /// How a count was come by. Counts of different standing are never mixed.
    Standing {
        /// A recorder's own list.
        Recorded = "recorded",
        /// A party's announcement.
        PartyDeclared = "party_declared",
        /// The mechanism verified each.
        Verified = "verified",
    }
    /// What a recorder does with an incident of somebody else's list.
    Stance {
        /// It has it in its own list.
        Listed = "listed",
        /// It confirms it.
        Confirmed = "confirmed",
        /// It says that it was not so.
        Rejected = "rejected",
        /// It does not address it, although it could have.
        NotAddressed = "not_addressed",
    }
    /// What an observation counts.
    Observed {
        /// Explosions.
        Explosion = "explosion",
        /// Bursts of fire.
        Burst = "burst",
        /// Single shots.
        Shot = "shot",
        /// Projectiles in flight.
        Projectile = "projectile",
        /// Flares.
        Flare = "flare",
        /// Aircraft or drones overhead.
        Overflight = "overflight",
        /// Weapons seen.
        Weapon = "weapon",
        /// Vehicles.
        Vehicle = "vehicle",
        /// Items of a convoy.
        ConvoyItem = "convoy_item",
        /// Craters and other traces of impact.
        Impact = "impact",
    }
    /// By what means.
    Means {
        /// Heard.
        Heard = "heard",
        /// Seen.
        Saw = "saw",
        /// A camera.
        Camera = "camera",
        /// A drone of the mechanism.
        Uav = "uav",
        /// Satellite pictures.
        Satellite = "satellite",
        /// Radar or acoustic sensor.
        Sensor = "sensor",
        /// A patrol.
        Patrol = "patrol",
        /// A post.
        Post = "post",
        /// Reports that come in from others.
        Reports = "reports",
    }
    /// Which way fire went, as seen from the observer.
    Heading {
        /// Away.
        Outgoing = "outgoing",
        /// It struck.
        Impact = "impact",
        /// From side to side.
        Lateral = "lateral",
        /// Cannot be told.
        Undetermined = "undetermined",
    }
    /// Whether one could see.
    Watch {
        /// As planned.
        Observed = "observed",
        /// In part.
        Limited = "limited",
        /// Not at all.
        NotObserved = "not_observed",
    }
    /// Why not.
    Hindrance {
        /// Equipment failed.
        Outage = "outage",
        /// Access was denied.
        AccessDenied = "access_denied",
        /// Sensors were jammed.
        Jamming = "jamming",
        /// Weather.
        Weather = "weather",
        /// Not safe.
        Insecurity = "insecurity",
        /// Nobody is posted there.
        NoPost = "no_post",
        /// People were withdrawn.
        Withdrawn = "withdrawn",
        /// A language that nobody there reads.
        Language = "language",
        /// Not said.
        NotStated = "not_stated",
    }
    /// Whose way access was asked for.
    AccessFor {
        /// The mechanism's own: monitors, verification, patrols.
        Monitors = "monitors",
        /// Aid, evacuation, repairs: the way of those who help.
        Aid = "aid",
        /// Others.
        Other = "other",
    }
    /// What a call came to.
    CallResult {
        /// It stopped.
        Deescalated = "de_escalated",
        /// They promised to stop.
        Undertaken = "undertaken",
        /// They denied it.
        Denied = "denied",
        /// Nobody was reached.
        NoContact = "no_contact",
        /// It went on.
        Continued = "continued",
    }
    /// What is reported of an obligation.
    Performance {
        /// Performed.
        Done = "done",
        /// In part.
        Partly = "partly",
        /// Not performed.
        NotDone = "not_done",
        /// All concerned agreed to a later day.
        Extended = "extended",
    }
    /// Reliability of a source (NATO AJP-2.1). F is unknown, not the worst.
    Reliability {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Cannot be judged.
        F = "F",
    }
    /// Credibility of information, as an assessor gives it. 1 is not among them: it follows from independent origins.
    Credibility {
        /// Probably true.
        ProbablyTrue = "2",
        /// Possibly true.
        PossiblyTrue = "3",
        /// Doubtful.
        Doubtful = "4",
        /// Improbable.
        Improbable = "5",
        /// Cannot be judged.
        CannotBeJudged = "6",
    }
    /// What the mechanism's own work came to, for the fact.
    Checked {
        /// So.
        Verified = "verified",
        /// Not so.
        Refuted = "refuted",
        /// Cannot be verified.
        NotVerifiable = "not_verifiable",
    }
    /// Which reader an edition is for.
    Edition {
        /// Members of the mechanism.
        Internal = "internal",
        /// Everybody.
        Public = "public",
    }
}

/// One row of a bulletin.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BulletinRow {
    /// First-order division or place, in the bulletin's words. Absent: the bulletin, or what was seen of it, names none.
    #[n(0)]
    pub place: Option<String>,
    /// The act, if said.
    #[n(1)]
    pub act: Option<Act>,
    /// How many; not stated is not zero.
    #[n(2)]
    pub count: Option<u64>,
    /// The alleged author, if the bulletin names one (an actor of the agreement). The recorder is none.
    #[n(3)]
    pub author: Option<String>,
    /// Which place the words mean, as the gazetteer had it when the list was taken: `SY/Hama` a first-order division,
    /// `SY/Hama/Salamiyah` a place in it. `several`: the words fit several places. Absent: nobody looked, or none has the name.
    #[n(4)]
    pub place_read: Option<String>,
}

impl BulletinRow {
    /// [`BulletinRow::place_read`] of words that fit several places.
    pub const SEVERAL: &str = "several";
}

/// What a recorder says of another one's list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Confirmation {
    /// Whose list.
    #[n(0)]
    pub of: String,
    /// How many of them it confirmed.
    #[n(1)]
    pub confirmed: Option<u64>,
    /// Of how many.
    #[n(2)]
    pub out_of: Option<u64>,
}

/// A list of what somebody recorded in a period, as published by somebody.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BulletinRecorded {
    /// Made from mission, member and number of this statement.
    #[n(0)]
    pub bulletin: BulletinId,
    /// Who recorded: an actor of the agreement, or a name.
    #[n(1)]
    pub recorder: String,
    /// Who published it; often another one than the recorder.
    #[n(2)]
    pub publisher: String,
    #[n(3)]
    pub period: Interval,
    #[n(4)]
    pub unit: Unit,
    /// What the recorder counts as one, if it says so.
    #[n(5)]
    pub definition: Option<String>,
    #[n(6)]
    pub standing: Standing,
    /// The sum that the bulletin states.
    #[n(7)]
    pub total: Option<u64>,
    #[n(8)]
    pub rows: Vec<BulletinRow>,
    /// What the recorder says of other lists, in the same bulletin.
    #[n(9)]
    pub confirmations: Vec<Confirmation>,
    /// The document that it was taken from.
    #[n(10)]
    pub document: Option<DocumentId>,
    /// Where else it stands, in words.
    #[n(11)]
    pub reference: Option<String>,
}

/// A recorder has an incident in its list, or takes a stance on it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct IncidentListed {
    #[n(0)]
    pub incident: IncidentId,
    #[n(1)]
    pub recorder: String,
    #[n(2)]
    pub stance: Stance,
    /// The recorder's own number of it.
    #[n(3)]
    pub number: Option<String>,
    #[n(4)]
    pub when: Interval,
    #[n(5)]
    pub unit: Option<Unit>,
    #[n(6)]
    pub count: Number,
    #[n(7)]
    pub document: Option<DocumentId>,
}

/// Something countable that was seen or heard.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ObservationRecorded {
    /// Made from mission, member and number of this statement.
    #[n(0)]
    pub observation: ObservationId,
    /// The incident that it belongs to, if that is known.
    #[n(1)]
    pub incident: Option<IncidentId>,
    #[n(2)]
    pub what: Observed,
    #[n(3)]
    pub number: Number,
    #[n(4)]
    pub means: Means,
    /// Where it happened: never where the observer stood.
    #[n(5)]
    pub site: Option<Site>,
    #[n(6)]
    pub when: Interval,
    #[n(7)]
    pub heading: Heading,
    /// The weapon, if identified.
    #[n(8)]
    pub weapon: Option<String>,
    /// Assessed as something permitted, such as a notified exercise: counted, and shown apart.
    #[n(9)]
    pub assessed_as: Option<String>,
}

/// Where, when and with what means one could see, or could not.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CoverageRecorded {
    /// Made from mission, member and number of this statement.
    #[n(0)]
    pub coverage: CoverageId,
    /// Division, zone or place.
    #[n(1)]
    pub area: String,
    #[n(2)]
    pub period: Interval,
    #[n(3)]
    pub means: Means,
    #[n(4)]
    pub watch: Watch,
    #[n(5)]
    pub hindrance: Option<Hindrance>,
    /// Actors who caused it. Empty: unknown or nobody.
    #[n(6)]
    pub by: Vec<String>,
    /// How many units: cameras, posts, patrols.
    #[n(7)]
    pub units: Option<u32>,
    /// Hours of observation.
    #[n(8)]
    pub hours: Option<u32>,
    #[n(9)]
    pub note: Option<String>,
}

/// Access was asked for, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AccessRecorded {
    /// The request: made from the first statement about it.
    #[n(0)]
    pub access: AccessId,
    /// Monitors, aid, evacuation, repairs: in words.
    #[n(1)]
    pub purpose: String,
    #[n(2)]
    pub area: String,
    /// When it was asked for, or wanted.
    #[n(3)]
    pub when: Interval,
    /// Of whom.
    #[n(4)]
    pub of: Vec<String>,
    /// Absent: not answered yet.
    #[n(5)]
    pub outcome: Option<AccessOutcome>,
    /// Who decided it. Empty: unknown.
    #[n(6)]
    pub by: Vec<String>,
    #[n(7)]
    pub why: Option<String>,
    /// The case that it hinders.
    #[n(8)]
    pub case: Option<CaseId>,
    /// For whom. Absent: not said. The words of the purpose may be in any language and tell nothing here.
    #[n(9)]
    pub asked_for: Option<AccessFor>,
}

/// A call over a hotline, and later its answer under the same id.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CallLogged {
    /// The call: made from the first statement about it.
    #[n(0)]
    pub call: CallId,
    /// Who called, an actor.
    #[n(1)]
    pub from: String,
    /// Who was called, an actor.
    #[n(2)]
    pub to: String,
    /// When.
    #[n(3)]
    pub at: Interval,
    /// What was asked, or answered.
    #[n(4)]
    pub text: String,
    #[n(5)]
    pub incident: Option<IncidentId>,
    #[n(6)]
    pub case: Option<CaseId>,
    /// What it came to; absent while it is open.
    #[n(7)]
    pub result: Option<CallResult>,
    /// Until when an answer is asked for: seconds since 1970.
    #[n(8)]
    pub answer_by: Option<i64>,
}

/// Somebody reported how an obligation is kept.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ObligationReported {
    /// SHA-256 of the agreement's file.
    #[n(0)]
    pub agreement: Digest,
    /// The obligation's id.
    #[n(1)]
    pub obligation: String,
    #[n(2)]
    pub performance: Performance,
    /// Who reports it: an actor or a name.
    #[n(3)]
    pub according_to: String,
    /// When it was performed.
    #[n(4)]
    pub when: Interval,
    /// With `extended`: the new day.
    #[n(5)]
    pub extended_to: Option<Interval>,
    #[n(6)]
    pub claims: Vec<ClaimId>,
    #[n(7)]
    pub document: Option<DocumentId>,
    #[n(8)]
    pub note: Option<String>,
}

/// An assessor graded a source, for a topic.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SourceGraded {
    /// The source as claims name it: an outlet, an agency, an organisation. Never a private person.
    #[n(0)]
    pub source: String,
    #[n(1)]
    pub topic: String,
    #[n(2)]
    pub letter: Reliability,
    /// Which assessor: a code, no name.
    #[n(3)]
    pub assessor: String,
    #[n(4)]
    pub why: String,
}

/// An assessor graded information.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct InformationGraded {
    #[n(0)]
    pub claim: ClaimId,
    #[n(1)]
    pub number: Credibility,
    /// Which assessor: a code, no name.
    #[n(2)]
    pub assessor: String,
    /// The letter of the source was hidden from the assessor.
    #[n(3)]
    pub blind: bool,
    #[n(4)]
    pub why: String,
}

/// A coder gave a field of a thing a value. Several coders of one field can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Coded {
    /// A claim, incident or case.
    #[n(0)]
    pub thing: String,
    /// `act`, `author`, `place_precision`, `outcome`, …
    #[n(1)]
    pub field: String,
    #[n(2)]
    pub value: String,
    /// Which coder: a code, no name.
    #[n(3)]
    pub coder: String,
    /// The other coders' values were hidden.
    #[n(4)]
    pub blind: bool,
}

/// What the mechanism's own work says of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct IncidentChecked {
    #[n(0)]
    pub incident: IncidentId,
    #[n(1)]
    pub result: Checked,
    #[n(2)]
    pub methods: Vec<Method>,
    /// Constituencies of the team.
    #[n(3)]
    pub team: Vec<String>,
    #[n(4)]
    pub limits: Option<String>,
    #[n(5)]
    pub case: Option<CaseId>,
}

/// One answer of the scope test.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AnswerGiven {
    #[n(0)]
    pub text: String,
    #[n(1)]
    pub clause: Option<String>,
    #[n(2)]
    pub question: String,
    #[n(3)]
    pub answer: Answer,
    /// Claims relied on.
    #[n(4)]
    pub claims: Vec<ClaimId>,
    /// Claims to the contrary.
    #[n(5)]
    pub contrary: Vec<ClaimId>,
}

/// An incident was held against an agreement. A later one about the same pair supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct IncidentTested {
    #[n(0)]
    pub incident: IncidentId,
    /// SHA-256 of the agreement's file.
    #[n(1)]
    pub agreement: Digest,
    /// Version of the test's rules.
    #[n(2)]
    pub engine: u32,
    /// SHA-256 of the facts that went in: the same digest, nothing to test again.
    #[n(3)]
    pub facts: Digest,
    #[n(4)]
    pub answers: Vec<AnswerGiven>,
    /// The statement that it takes the place of.
    #[n(5)]
    pub supersedes: Option<Digest>,
}

/// A document is no longer relied on: its publisher took it back, or it was shown to be false.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SourceWithdrawn {
    #[n(0)]
    pub document: DocumentId,
    /// Its publisher, or whoever showed it.
    #[n(1)]
    pub by: String,
    #[n(2)]
    pub why: String,
}

/// A register as far as a report saw it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(array)]
pub struct AsOf {
    /// Origin line.
    #[n(0)]
    pub origin: String,
    /// Entries.
    #[n(1)]
    pub size: u64,
    /// Tree root.
    #[n(2)]
    pub root: Digest,
}

/// A report was issued. Another constituency may object to a public edition.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReportIssued {
    /// Made from mission, member and number of this statement.
    #[n(0)]
    pub report: ReportId,
    #[n(1)]
    pub edition: Edition,
    /// Its number in its series.
    #[n(2)]
    pub number: u32,
    #[n(3)]
    pub period: Interval,
    /// SHA-256 of its JSON form.
    #[n(4)]
    pub digest: Digest,
    #[n(5)]
    pub as_of: Vec<AsOf>,
    #[n(6)]
    pub supersedes: Option<ReportId>,
}

family! {
    /// An entry of a ledger.
    Ledger {
        /// A bulletin.
        Bulletin(BulletinRecorded) = "bulletin_recorded",
        /// An incident in a recorder's list.
        Listed(IncidentListed) = "incident_listed",
        /// A countable observation.
        Observation(ObservationRecorded) = "observation_recorded",
        /// What could be seen.
        Coverage(CoverageRecorded) = "coverage_recorded",
        /// Access asked for.
        Access(AccessRecorded) = "access_recorded",
        /// A call.
        Call(CallLogged) = "call_logged",
        /// How an obligation is kept.
        Obligation(ObligationReported) = "obligation_reported",
        /// A source graded.
        SourceGraded(SourceGraded) = "source_graded",
        /// Information graded.
        InformationGraded(InformationGraded) = "information_graded",
        /// A field coded.
        Coded(Coded) = "coded",
        /// The mechanism's own work on a fact.
        Checked(IncidentChecked) = "incident_checked",
        /// Held against an agreement.
        Tested(IncidentTested) = "incident_tested",
        /// A source is out.
        SourceWithdrawn(SourceWithdrawn) = "source_withdrawn",
        /// A report is out.
        Report(ReportIssued) = "report_issued",
    }
}
