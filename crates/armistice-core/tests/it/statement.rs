//! The statement codec: frozen bytes per kind and version, one spelling of everything, tolerance of the unknown.

use crate::{samples_casework, samples_desk, samples_ledger};
use armistice_core::{
    act::Act,
    claim::{ActorMention, ChainLink, ChainRole, Claim, ClaimKind, Polarity},
    count::{Count, CountStatus, CountWhat},
    id::{ClaimId, DocumentId, ItemId},
    named::Named,
    place::{Place, PlacePrecision},
    review::ReviewState,
    span::Span,
    statement::{
        Body, Bond, CreditShown, DateShown, DecodeError, Decoded, Engine, Header, Part, PersonNamed, Seen, SharedRun,
        Statement, TextRead, Verdict, Words, decode, encode,
        review::{ClaimField, ReviewVerdict},
        trust::{
            ErasureScope, KeyAdded, KeyAlgorithm, KeyRevoked, KeyRole, Misbehaviour, RevocationReason, Sealed,
            SealedBlob, Trust,
        },
    },
    time::{Direction, PartOfDay, Tense, TimeExpr, TimeMention, TimePrecision, Unit},
};
use expect_test::{ExpectFile, expect_file};
use jiff::civil::{Weekday, date};
use proptest::prelude::*;

fn header() -> Header {
    Header {
        mission: "m".to_owned(),
        member: "north".to_owned(),
        seq: 7,
        prev: Some([9; 32]),
        asserted: 1_485_172_800,
        seen: vec![Seen { origin: "m/south".to_owned(), size: 3, root: [5; 32], note: Some([6; 32]) }],
    }
}

fn document() -> DocumentId {
    DocumentId::of(&[b"a document"])
}

fn engine() -> Engine {
    Engine { name: "reader".to_owned(), version: 1 }
}

fn words(text: &str) -> Words {
    Words { text: text.to_owned(), span: Some(Span { start: 1, end: 4 }) }
}

/// One of every shape that a time expression has.
fn exprs() -> Vec<TimeExpr> {
    let monday = TimeExpr::Weekday { weekday: Weekday::Monday, direction: Direction::Past };
    vec![
        TimeExpr::Calendar { year: Some(2017), month: Some(1), day: None, weekday: Some(Weekday::Sunday) },
        monday.clone(),
        TimeExpr::Month { month: 12, direction: Direction::Nearest },
        TimeExpr::Offset { amount: -3, unit: Unit::Week, approx: true },
        TimeExpr::Past { amount: None, unit: Unit::Month },
        TimeExpr::Since(Box::new(TimeExpr::Calendar { year: Some(2011), month: None, day: None, weekday: None })),
        TimeExpr::Between(Box::new(monday.clone()), Box::new(monday.clone())),
        TimeExpr::Clock { hour: 14, minute: 0, offset_minutes: Some(360), day: Some(Box::new(monday)) },
        TimeExpr::PartOfDay { part: PartOfDay::Overnight, day: None },
        TimeExpr::Columns { from: date(2017, 1, 1), to: date(2017, 12, 28), precision: TimePrecision::Year },
    ]
}

fn claim() -> Claim {
    Claim {
        id: ClaimId::of(&[b"a claim"]),
        document: document(),
        span: Span { start: 10, end: 42 },
        quote: "two shells hit the village".to_owned(),
        kind: ClaimKind::Incident,
        act: Some(Act::Shelling),
        alleged_authors: vec![ActorMention { text: "one side".to_owned(), span: Span { start: 1, end: 9 } }],
        affected: vec![],
        place: Some(Place {
            text: "the village".to_owned(),
            name: None,
            precision: PlacePrecision::Settlement,
            point: Some((34_874_444, -36_530_278)),
            country: Some("XX".to_owned()),
            admin1: None,
            zone: Some("Etc/UTC".to_owned()),
        }),
        time: Some(TimeMention { span: Span { start: 2, end: 3 }, text: "t".to_owned(), expr: exprs()[0].clone() }),
        counts: vec![Count {
            what: CountWhat::Rounds,
            status: CountStatus::Unknown,
            min: Some(2),
            best: Some(2),
            max: None,
        }],
        chain: vec![ChainLink { name: String::new(), role: ChainRole::Outlet, verb: None, span: None }],
        polarity: Polarity::Asserted,
        rules: vec!["r1".to_owned()],
    }
}

/// One body of every kind. A new kind is added here, and its bytes are frozen below.
fn bodies() -> Vec<Body> {
    let text = TextRead {
        document: document(),
        engine: engine(),
        format: "text".to_owned(),
        charset: "UTF-8".to_owned(),
        language: Some("en".to_owned()),
        title: Some(words("A headline")),
        outlet: None,
        byline: Some(Words { text: "By nobody".to_owned(), span: None }),
        dateline: None,
        dates: exprs()
            .into_iter()
            .map(|expr| DateShown { role: "body".to_owned(), words: words("then"), expr, tense: Tense::Past })
            .collect(),
        credits: vec![CreditShown { role: "text_credit".to_owned(), agency: "A".to_owned(), words: words("(A)") }],
        partition: vec![Part { len: 300, fate: 0 }, Part { len: 1, fate: 2 }],
        warnings: vec!["w".to_owned()],
    };
    vec![
        Body::MissionOpened { title: "A mission".to_owned(), key: [1; 32] },
        Body::AgreementAdopted { sha256: [2; 32], part: 0, parts: 1, bytes: b"format = 1\n".to_vec() },
        Body::DocumentCaptured { document: document(), sha256: [3; 32], size: 2014, file: "a.txt".to_owned() },
        Body::TextRead(Box::new(text)),
        Body::ClaimsRead {
            document: document(),
            engine: engine(),
            part: 0,
            parts: 1,
            claims: vec![claim()],
            people: vec![PersonNamed { name: "A. Person".to_owned(), role: None, mentions: vec![words("Person")] }],
        },
        Body::CopiesFound {
            engine: engine(),
            a: document(),
            b: DocumentId::of(&[b"another"]),
            runs: vec![SharedRun {
                a: Span { start: 0, end: 50 },
                b: Span { start: 9, end: 59 },
                words: 8,
                quoted: false,
                edited: false,
            }],
            bond: Bond::Same,
            containment_permille: 218,
            reasons: vec!["shared_runs".to_owned()],
        },
        Body::Compared { engine: engine(), documents: vec![document()] },
        Body::Judged { a: "clm-a".to_owned(), b: "clm-b".to_owned(), verdict: Verdict::Same, why: "seen".to_owned() },
    ]
    .into_iter()
    .chain(trust().into_iter().map(Body::Trust))
    .chain(samples_casework::all().into_iter().map(|c| Body::Casework(Box::new(c))))
    .chain(samples_ledger::all().into_iter().map(|l| Body::Ledger(Box::new(l))))
    .chain(samples_desk::all().into_iter().map(|d| Body::Desk(Box::new(d))))
    .collect()
}

fn trust() -> Vec<Trust> {
    let item = ItemId::of(&[b"an item"]);
    vec![
        Trust::KeyAdded(KeyAdded {
            role: KeyRole::Checkpoints,
            algorithm: KeyAlgorithm::Ed25519,
            key: vec![1; 32],
            name: "m/north".to_owned(),
            possession: vec![2; 64],
        }),
        Trust::KeyRevoked(KeyRevoked {
            key: [3; 32],
            until: 7,
            doubtful_from: Some(5),
            reason: RevocationReason::Compromised,
            note: "the machine was taken".to_owned(),
        }),
        Trust::Reaffirmed { ids: vec![[4; 32], [5; 32]], why: "checked on paper".to_owned() },
        Trust::MemberRecognised {
            member: "south".to_owned(),
            key: [6; 32],
            how: "read out over the telephone".to_owned(),
            quota: Some(1 << 20),
        },
        Trust::PolicyAdopted { name: "witnessed".to_owned(), text: "quorum none\n".to_owned() },
        Trust::Sealed(Box::new(Sealed {
            item: item.clone(),
            about: "field report".to_owned(),
            root: [7; 32],
            leaves: 16,
            blobs: vec![SealedBlob { sha256: [8; 32], size_class: 65_536, media_type: "image/jpeg".to_owned() }],
            together: vec!["south".to_owned()],
            padding: vec![0; 9],
        })),
        Trust::Revealed { item: item.clone(), disclosures: vec![vec![1, 2, 3]] },
        Trust::Released {
            item: item.clone(),
            fields: 2,
            to: "a court".to_owned(),
            why: "asked for".to_owned(),
            until: Some(1_500_000_000),
        },
        Trust::Erased { item, scope: ErasureScope::All, basis: "consent withdrawn".to_owned(), by: "head".to_owned() },
        Trust::Padded { padding: vec![9; 3] },
        Trust::MisbehaviourNoted { origin: "m/east".to_owned(), what: Misbehaviour::TwoStatements, evidence: [1; 32] },
        Trust::Continued { origin: "m/north".to_owned(), note: b"a note".to_vec(), why: "disk lost".to_owned() },
    ]
}

#[test]
fn every_kind_has_a_sample() {
    let sampled: Vec<&str> = bodies().iter().map(Body::kind).collect();
    let known: Vec<&str> = Body::KINDS.iter().map(|(k, _)| *k).collect();
    assert_eq!(sampled, known);
}

/// Frozen: these files must never change once released. A difference here is a new version, not a new snapshot.
fn frozen(kind: &str) -> ExpectFile {
    expect_file![format!("../../testdata/v1/{kind}.hex")]
}

#[test]
fn frozen_bytes_of_every_kind() {
    for body in bodies() {
        let kind = body.kind();
        let statement = Statement { header: header(), body };
        let bytes = encode(&statement);
        let lines: String = bytes.chunks(48).map(|c| data_encoding::HEXLOWER.encode(c) + "\n").collect();
        frozen(kind).assert_eq(&lines);
        let Decoded::Known(back) = decode(&bytes).expect("our own bytes decode") else {
            panic!("`{kind}` is known");
        };
        assert_eq!(*back, statement);
    }
}

#[test]
fn the_bytes_of_one_kind_are_not_those_of_another() {
    for body in bodies() {
        let statement = Statement { header: header(), body };
        let bytes = encode(&statement);
        for (kind, _) in Body::KINDS.iter().filter(|(k, _)| *k != statement.body.kind()) {
            // The same body under another kind's name is refused, or it is wholly a statement of that kind (some layouts are
            // alike); never half-understood.
            let forged = rename(&bytes, statement.body.kind(), kind);
            assert!(
                match decode(&forged) {
                    Err(DecodeError::Body { .. } | DecodeError::NotCanonical { .. }) => true,
                    Ok(Decoded::Known(other)) => other.body.kind() == *kind,
                    _ => false,
                },
                "{} read as {kind}",
                statement.body.kind()
            );
        }
    }
}

/// Gives the kind's text another value and length.
fn rename(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = |s: &str| {
        let mut e = minicbor::Encoder::new(Vec::new());
        e.str(s).expect("memory");
        e.into_writer()
    };
    let (from, to) = (text(from), text(to));
    // Map header and key 0 come first, then the kind.
    assert!(bytes[2..].starts_with(&from));
    [&bytes[..2], &to, &bytes[2 + from.len()..]].concat()
}

#[test]
fn unknown_kinds_and_versions_are_kept_and_shown() {
    let body = Body::Judged { a: String::new(), b: String::new(), verdict: Verdict::Unsure, why: String::new() };
    let bytes = encode(&Statement { header: header(), body });
    let renamed = rename(&bytes, "judged", "a_kind_of_later_years");
    match decode(&renamed) {
        Ok(Decoded::Unknown { kind, version, header: h }) => {
            assert_eq!((kind.as_str(), version), ("a_kind_of_later_years", 1));
            assert_eq!(h, header());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_text_form_reads_back() {
    fn check<T: Named + std::fmt::Debug + PartialEq>() {
        let mut seen = std::collections::BTreeSet::new();
        for v in T::ALL {
            assert_eq!(T::from_id(v.id()), Some(*v));
            assert!(seen.insert(v.id()), "`{}` twice", v.id());
            assert!(v.id().bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit()), "{}", v.id());
        }
    }
    check::<Act>();
    check::<ClaimKind>();
    check::<ChainRole>();
    check::<CountWhat>();
    check::<CountStatus>();
    check::<PlacePrecision>();
    check::<TimePrecision>();
    check::<Unit>();
    check::<Direction>();
    check::<PartOfDay>();
    check::<Polarity>();
    check::<Tense>();
    check::<Bond>();
    check::<Verdict>();
    check::<KeyRole>();
    check::<KeyAlgorithm>();
    check::<RevocationReason>();
    check::<ErasureScope>();
    check::<Misbehaviour>();
    check::<ReviewVerdict>();
    check::<ClaimField>();
    check::<ReviewState>();
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&bytes);
    }

    /// Any one changed byte is either refused or read as a different statement: there is one spelling of each.
    #[test]
    fn one_spelling(which in 0..bodies().len(), at in any::<proptest::sample::Index>(), flip in 1..=255u8) {
        let statement = Statement { header: header(), body: bodies()[which].clone() };
        let mut bytes = encode(&statement);
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        match decode(&bytes) {
            Ok(Decoded::Known(s)) => prop_assert!(*s != statement && encode(&s) == bytes),
            Ok(Decoded::Unknown { .. }) | Err(_) => {}
        }
    }

    #[test]
    fn what_is_written_reads_back(mission in "\\PC{0,20}", seq in any::<u64>(), asserted in any::<i64>(), why in "\\PC{0,80}") {
        let header = Header { mission, seq, asserted, ..header() };
        let body = Body::Judged { a: "x".to_owned(), b: "y".to_owned(), verdict: Verdict::Different, why };
        let statement = Statement { header, body };
        prop_assert_eq!(decode(&encode(&statement)), Ok(Decoded::Known(Box::new(statement))));
    }
}
