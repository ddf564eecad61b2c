//! One statement of every kind of the ledger family.
//!
//! Must not: leave a field at its simplest value where another shows more.

use armistice_core::{
    act::Act,
    id::{AccessId, BulletinId, CallId, CaseId, ClaimId, CoverageId, DocumentId, IncidentId, ObservationId, ReportId},
    place::PlacePrecision,
    scope::Answer,
    statement::{
        casework::{AccessOutcome, Method},
        ledger::{
            AccessFor, AccessRecorded, AnswerGiven, AsOf, BulletinRecorded, BulletinRow, CallLogged, CallResult,
            Checked, Coded, Confirmation, CoverageRecorded, Credibility, Edition, Heading, Hindrance, IncidentChecked,
            IncidentListed, IncidentTested, InformationGraded, Ledger, Means, ObligationReported, ObservationRecorded,
            Observed, Performance, Reliability, ReportIssued, SourceGraded, SourceWithdrawn, Stance, Standing, Unit,
            Watch,
        },
        wire::{Digest, Interval, Number, Site},
    },
};

/// From one moment to another, in their text form; an empty text is an open end.
pub(crate) fn interval(from: &str, to: &str) -> Interval {
    let end = |t: &str| (!t.is_empty()).then(|| t.parse().expect("a moment"));
    Interval { from: end(from), to: end(to) }
}

fn incident() -> IncidentId {
    IncidentId::of(&[b"an incident"])
}

fn document() -> DocumentId {
    DocumentId::of(&[b"a document"])
}

fn case() -> CaseId {
    CaseId::begun("m", "north", 3)
}

fn bulletin() -> BulletinRecorded {
    BulletinRecorded {
        bulletin: BulletinId::begun("m", "north", 7),
        recorder: "guarantor-a".to_owned(),
        publisher: "guarantor-b".to_owned(),
        period: interval("2021-05-11T19:00+03:00", "2021-05-12T19:00+03:00"),
        unit: Unit::Violations,
        definition: Some("each attack".to_owned()),
        standing: Standing::Recorded,
        total: Some(5),
        rows: vec![
            BulletinRow {
                place: Some("North".to_owned()),
                act: Some(Act::Shelling),
                count: Some(3),
                author: Some("party-b".to_owned()),
                place_read: Some("XX/North".to_owned()),
            },
            BulletinRow { place: None, act: None, count: None, author: None, place_read: None },
        ],
        confirmations: vec![Confirmation { of: "guarantor-b".to_owned(), confirmed: Some(0), out_of: Some(9) }],
        document: Some(document()),
        reference: Some("page 2".to_owned()),
    }
}

fn observation() -> ObservationRecorded {
    ObservationRecorded {
        observation: ObservationId::begun("m", "north", 7),
        incident: Some(incident()),
        what: Observed::Explosion,
        number: Number { min: Some(35), best: Some(37), max: None },
        means: Means::Camera,
        site: Some(Site {
            text: "3 km north of the village".to_owned(),
            name: Some("The Village".to_owned()),
            precision: PlacePrecision::Near,
            lat: Some(34_874_444),
            lon: Some(-36_530_278),
            country: Some("XX".to_owned()),
            admin1: Some("North".to_owned()),
        }),
        when: interval("2021-05-12T20:15Z", "2021-05-12T20:40Z"),
        heading: Heading::Undetermined,
        weapon: Some("mortar, 82 mm".to_owned()),
        assessed_as: Some("notified exercise".to_owned()),
    }
}

fn watched() -> Vec<Ledger> {
    vec![
        Ledger::Observation(observation()),
        Ledger::Coverage(CoverageRecorded {
            coverage: CoverageId::begun("m", "north", 7),
            area: "North".to_owned(),
            period: interval("2021-05-12", "2021-05-13"),
            means: Means::Camera,
            watch: Watch::NotObserved,
            hindrance: Some(Hindrance::Jamming),
            by: vec!["party-a".to_owned()],
            units: Some(3),
            hours: Some(0),
            note: Some("since the storm".to_owned()),
        }),
        Ledger::Access(AccessRecorded {
            access: AccessId::begun("m", "north", 7),
            purpose: "monitors".to_owned(),
            area: "North".to_owned(),
            when: interval("2021-05-12T08:00Z", ""),
            of: vec!["party-a".to_owned()],
            outcome: Some(AccessOutcome::Conditional),
            by: vec!["party-a".to_owned()],
            why: Some("an escort was asked for".to_owned()),
            case: Some(case()),
            asked_for: Some(AccessFor::Monitors),
        }),
        Ledger::Call(CallLogged {
            call: CallId::begun("m", "north", 7),
            from: "guarantor-a".to_owned(),
            to: "guarantor-b".to_owned(),
            at: interval("2021-05-12T08:00Z", "2021-05-12T08:00Z"),
            text: "fire near the village; stop it".to_owned(),
            incident: Some(incident()),
            case: Some(case()),
            result: Some(CallResult::Undertaken),
            answer_by: Some(1_620_813_600),
        }),
    ]
}

fn assessed() -> Vec<Ledger> {
    vec![
        Ledger::SourceGraded(SourceGraded {
            source: "an agency".to_owned(),
            topic: "own movements".to_owned(),
            letter: Reliability::F,
            assessor: "x1".to_owned(),
            why: "never met before".to_owned(),
        }),
        Ledger::InformationGraded(InformationGraded {
            claim: ClaimId::of(&[b"a claim"]),
            number: Credibility::PossiblyTrue,
            assessor: "x2".to_owned(),
            blind: true,
            why: "fits the craters".to_owned(),
        }),
        Ledger::Coded(Coded {
            thing: incident().to_string(),
            field: "act".to_owned(),
            value: "shelling".to_owned(),
            coder: "c1".to_owned(),
            blind: true,
        }),
        Ledger::Checked(IncidentChecked {
            incident: incident(),
            result: Checked::NotVerifiable,
            methods: vec![Method::SiteVisit, Method::Documents],
            team: vec!["guarantor-a".to_owned(), "guarantor-b".to_owned()],
            limits: Some("after three weeks".to_owned()),
            case: Some(case()),
        }),
        Ledger::Tested(IncidentTested {
            incident: incident(),
            agreement: Digest([1; 32]),
            engine: 2,
            facts: Digest([2; 32]),
            answers: vec![AnswerGiven {
                text: "T-1".to_owned(),
                clause: Some("A.1".to_owned()),
                question: "excluded_actor".to_owned(),
                answer: Answer::CannotBeDetermined,
                claims: vec![ClaimId::of(&[b"a claim"])],
                contrary: vec![ClaimId::of(&[b"another"])],
            }],
            supersedes: Some(Digest([3; 32])),
        }),
    ]
}

/// One of every kind, in the order of the list of kinds.
pub(crate) fn all() -> Vec<Ledger> {
    let mut all = vec![
        Ledger::Bulletin(bulletin()),
        Ledger::Listed(IncidentListed {
            incident: incident(),
            recorder: "guarantor-a".to_owned(),
            stance: Stance::NotAddressed,
            number: Some("A-17".to_owned()),
            when: interval("2021-05-12", "2021-05-12"),
            unit: Some(Unit::FatalEvents),
            count: Number::exactly(1),
            document: Some(document()),
        }),
    ];
    all.extend(watched());
    all.push(Ledger::Obligation(ObligationReported {
        agreement: Digest([1; 32]),
        obligation: "maps".to_owned(),
        performance: Performance::Extended,
        according_to: "guarantor-a".to_owned(),
        when: interval("2021-05-12", "2021-05-12"),
        extended_to: Some(interval("", "2021-06-12")),
        claims: vec![ClaimId::of(&[b"a claim"])],
        document: Some(document()),
        note: Some("all three agreed".to_owned()),
    }));
    all.extend(assessed());
    all.push(Ledger::SourceWithdrawn(SourceWithdrawn {
        document: document(),
        by: "its publisher".to_owned(),
        why: "the picture was of another place".to_owned(),
    }));
    all.push(Ledger::Report(ReportIssued {
        report: ReportId::begun("m", "north", 7),
        edition: Edition::Public,
        number: 4,
        period: interval("2021-05-01", "2021-05-31"),
        digest: Digest([4; 32]),
        as_of: vec![AsOf { origin: "m/north".to_owned(), size: 7, root: Digest([5; 32]) }],
        supersedes: Some(ReportId::begun("m", "north", 2)),
    }));
    all
}
