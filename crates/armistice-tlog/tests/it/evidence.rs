//! Evidence: what proves something, what does not, and that every contradiction has one encoding.

use crate::book::{Book, ORIGIN, Parts, id, key};
use armistice_tlog::cbor::Writer;
use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::cosignature;
use armistice_tlog::evidence::{Against, Evidence, EvidenceError, MAX_EVIDENCE, What};
use armistice_tlog::hash::{Hash, leaf_hash};
use armistice_tlog::note::{Algorithm, Note, VerifierKey, sign};
use expect_test::expect;
use proptest::prelude::*;

fn public(letter: &str) -> [u8; 32] {
    *key(letter).verifying_key().as_bytes()
}

/// What the next entry would be with this padding.
fn saying(book: &Book, padding: u8) -> Parts {
    book.next("padded", Writer::new().map(1).integer(0).bytes(&[padding]).finish())
}

fn two_statements() -> Evidence {
    let book = Book::open();
    let (one, other) = (saying(&book, 1).sign(&key("a")), saying(&book, 2).sign(&key("a")));
    Evidence::two_statements((&one, &public("a")), (&other, &public("a"))).expect("a contradiction")
}

fn note(origin: &str, size: u64, root: u8, by: &str) -> Note {
    let text = Checkpoint::new(origin, size, Hash::from_bytes([root; 32])).expect("a checkpoint").to_text();
    Note::new(&text, vec![sign(&text, origin, &key(by)).expect("a line")]).expect("a note")
}

fn log_key(origin: &str, letter: &str) -> VerifierKey {
    VerifierKey::new(origin, Algorithm::Ed25519, &public(letter)).expect("a key")
}

/// These bytes are what version 1 means. They never change; a later version has another test beside this one.
#[test]
fn frozen_names() {
    let evidence = two_statements();
    expect!["573f402ad95bca8a910128a36396d43be099f7c5cc5cedadb1dd237738c6f61b"].assert_eq(&evidence.id().hex());
    let (a, b) = (note(ORIGIN, 5, 1, "c"), note(ORIGIN, 5, 2, "c"));
    let key = log_key(ORIGIN, "c");
    let evidence = Evidence::two_checkpoints((&a, &key), (&b, &key)).expect("a contradiction");
    expect!["17c9ed4096e2239407642ea6acc386c331ddbb77bd45b0708d79164506cd6582"].assert_eq(&evidence.id().hex());
}

#[test]
fn two_statements_for_one_place() {
    let mut book = Book::open();
    book.say("a adds statements b").expect("declared");
    book.say("a adds checkpoints c").expect("declared");
    let (one, other) = (saying(&book, 1).sign(&key("a")), saying(&book, 2).sign(&key("a")));
    let evidence = Evidence::two_statements((&one, &public("a")), (&other, &public("a"))).expect("a contradiction");
    // The order in which they were found does not matter.
    let turned = Evidence::two_statements((&other, &public("a")), (&one, &public("a"))).expect("a contradiction");
    assert_eq!((evidence.to_bytes(), evidence.id()), (turned.to_bytes(), turned.id()));
    assert_eq!(Evidence::parse(&evidence.to_bytes()), Ok(evidence.clone()));
    let proven = evidence.verify().expect("proves it");
    assert_eq!((proven.what, &*proven.origin, proven.slot), (What::TwoStatements, ORIGIN, 3));
    assert_eq!(proven.keys, [id("a"), id("a")]);
    let mut things = [leaf_hash(&one), leaf_hash(&other)];
    if one > other {
        things.reverse();
    }
    assert_eq!(proven.things, things);
    assert_eq!(proven.against(&book.keyring), Against::Holder);

    // Signed by two keys of the register, each valid there: the register has two histories all the same.
    let by_b = saying(&book, 2).sign(&key("b"));
    let evidence = Evidence::two_statements((&one, &public("a")), (&by_b, &public("b"))).expect("a contradiction");
    assert_eq!(evidence.verify().expect("proves it").against(&book.keyring), Against::Holder);

    // By a key that the register does not declare, or that signs no statements: nothing about the register.
    for stranger in ["x", "c"] {
        let by = saying(&book, 2).sign(&key(stranger));
        let evidence =
            Evidence::two_statements((&one, &public("a")), (&by, &public(stranger))).expect("a contradiction");
        let proven = evidence.verify().expect("of two keys");
        assert_eq!(proven.against(&book.keyring), Against::NotDeclared { key: id(stranger) });
    }

    // By a key that was revoked before that place.
    book.say("b revokes a rotated").expect("revoked");
    let (one, other) = (saying(&book, 1).sign(&key("a")), saying(&book, 2).sign(&key("b")));
    let evidence = Evidence::two_statements((&one, &public("a")), (&other, &public("b"))).expect("a contradiction");
    assert_eq!(evidence.verify().expect("of two keys").against(&book.keyring), Against::NotDeclared { key: id("a") });
}

#[test]
fn statements_that_prove_nothing() {
    let mut book = Book::open();
    let one = saying(&book, 1).sign(&key("a"));
    let elsewhere = Parts { member: "other".into(), ..saying(&book, 2) }.sign(&key("a"));
    let replayed = Parts { mission: "other".into(), ..saying(&book, 2) }.sign(&key("a"));
    book.say("a says").expect("sound");
    let later = saying(&book, 2).sign(&key("a"));
    let by_b = saying(&book, 2).sign(&key("b"));
    let mut forged = later.clone();
    *forged.last_mut().expect("a signature") ^= 1;
    let rows: [(&str, &[u8], &str, &str); 7] = [
        ("the same twice", &one, "a", "they say the same"),
        ("another place", &later, "a", "they stand at"),
        ("another register", &elsewhere, "a", "is of truce/other"),
        ("another mission", &replayed, "a", "is of other/observer"),
        ("a signature that does not hold", &forged, "a", "does not hold"),
        ("another key than it was signed with", &by_b, "a", "is signed with key"),
        ("no entry", b"no entry", "a", "statement:"),
    ];
    for (name, other, letter, expected) in rows {
        let made = Evidence::two_statements((&one, &public("a")), (other, &public(letter)));
        let refused = made.expect_err(name).to_string();
        // Which of the two comes first depends on their bytes.
        let turned = refused.contains("is of truce/observer, not of");
        assert!(refused.contains(expected) || turned, "{name}: {refused}");
    }
}

#[test]
fn two_checkpoints_of_one_size() {
    let mut book = Book::open();
    book.say("a adds checkpoints c").expect("declared");
    book.say("a adds witness w").expect("declared");
    let key_c = log_key(ORIGIN, "c");
    let (one, other) = (note(ORIGIN, 5, 1, "c"), note(ORIGIN, 5, 2, "c"));
    let evidence = Evidence::two_checkpoints((&one, &key_c), (&other, &key_c)).expect("a contradiction");
    let proven = evidence.verify().expect("proves it");
    assert_eq!(
        (proven.what, &*proven.origin, proven.slot, proven.keys),
        (What::TwoCheckpoints, ORIGIN, 5, [id("c"); 2])
    );
    assert_eq!(proven.against(&book.keyring), Against::Holder);

    // Cosignatures beside it change nothing: one contradiction, one encoding.
    let witness = VerifierKey::new("truce/observer/witness", Algorithm::Cosignature, &public("w")).expect("a key");
    let cosign = |note: &Note, time| {
        let line = cosignature::sign(note.text(), witness.name(), &key("w"), time).expect("a line");
        note.with(line).expect("a note")
    };
    let (one_seen, other_seen) = (cosign(&one, 100), cosign(&other, 200));
    let turned = Evidence::two_checkpoints((&other_seen, &key_c), (&one_seen, &key_c)).expect("a contradiction");
    assert_eq!(turned.id(), evidence.id());

    // Who cosigned both accuses itself, not the log.
    let evidence = Evidence::two_checkpoints((&one_seen, &witness), (&other_seen, &witness)).expect("a contradiction");
    let proven = evidence.verify().expect("proves it");
    assert_eq!((proven.keys, proven.against(&book.keyring)), ([id("w"); 2], Against::Holder));
    assert_eq!(proven.against(&Book::open().keyring), Against::NotDeclared { key: id("w") });

    let rows: [(&str, Note, VerifierKey, &str); 6] = [
        ("the same twice", one.clone(), key_c.clone(), "they say the same"),
        ("another size", note(ORIGIN, 6, 2, "c"), key_c.clone(), "they stand at"),
        ("another log", note("truce/other", 5, 2, "c"), log_key("truce/other", "c"), "is of truce/"),
        ("no signature by that key", note(ORIGIN, 5, 2, "x"), key_c.clone(), "does not carry the one signature"),
        ("a cosignature of one only", other.clone(), witness.clone(), "does not carry the one signature"),
        (
            "no checkpoint",
            Note::new("text\n", vec![sign("text\n", ORIGIN, &key("c")).expect("a line")]).expect("a note"),
            key_c.clone(),
            "checkpoint:",
        ),
    ];
    for (name, note, by, expected) in rows {
        let refused = Evidence::two_checkpoints((&one, &key_c), (&note, &by)).expect_err(name).to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
    }
}

/// Well-formed bytes in another spelling, or with other contents, are refused.
#[test]
fn one_encoding() {
    let evidence = two_statements();
    let [first, second] = evidence.things();
    let (a, x) = (public("a"), public("x"));
    let row = |w: Writer, thing: &[u8], key: &[u8]| w.array(2).bytes(key).bytes(thing);
    let head = |title: &str, what: &str, origin: &str| {
        Writer::new().map(4).integer(0).text(title).integer(1).text(what).integer(2).text(origin).integer(3).array(2)
    };
    let (title, what) = ("armistice/evidence/1", "two_statements");
    let good = row(row(head(title, what, ORIGIN), first, &a), second, &a).finish();
    assert_eq!(good, evidence.to_bytes(), "the rows differ from good evidence in one thing each");
    let parses: [(&str, Vec<u8>, &str); 6] = [
        ("turned", row(row(head(title, what, ORIGIN), second, &a), first, &a).finish(), "not in order"),
        (
            "the same twice",
            row(row(head(title, what, ORIGIN), first, &a), first, &x).finish(),
            "not in order, or the same",
        ),
        (
            "another title",
            row(row(head("armistice/evidence/2", what, ORIGIN), first, &a), second, &a).finish(),
            "not titled",
        ),
        (
            "another contradiction",
            row(row(head(title, "two_openings", ORIGIN), first, &a), second, &a).finish(),
            "use a newer program",
        ),
        ("no origin", row(row(head(title, what, ""), first, &a), second, &a).finish(), "the origin is no line"),
        ("more", [&good[..], &[0]].concat(), "bytes follow"),
    ];
    for (name, bytes, expected) in parses {
        let refused = Evidence::parse(&bytes).expect_err(name).to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
    }
    let verifies: [(&str, Vec<u8>, &str); 4] = [
        (
            "another origin",
            row(row(head(title, what, "truce/other"), first, &a), second, &a).finish(),
            "not of truce/other",
        ),
        ("another key", row(row(head(title, what, ORIGIN), first, &x), second, &a).finish(), "is signed with key"),
        ("half a key", row(row(head(title, what, ORIGIN), first, &a[..16]), second, &a).finish(), "key of the first"),
        (
            "checkpoints that are statements",
            row(row(head(title, "two_checkpoints", ORIGIN), first, &a), second, &a).finish(),
            "first checkpoint",
        ),
    ];
    for (name, bytes, expected) in verifies {
        let refused = Evidence::parse(&bytes).and_then(|e| e.verify()).expect_err(name).to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
    }
    let large = vec![0; MAX_EVIDENCE + 1];
    assert_eq!(Evidence::parse(&large), Err(EvidenceError::TooLarge { len: large.len() }));
}

#[test]
fn no_altered_bit_proves_anything() {
    let bytes = two_statements().to_bytes();
    for bit in 0..bytes.len() * 8 {
        let mut altered = bytes.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(
            Evidence::parse(&altered).and_then(|e| e.verify()).is_err(),
            "bit {bit} was altered and it still proves"
        );
    }
}

proptest! {
    #[test]
    fn arbitrary_changes_never_panic(at in 0_usize..600, with in prop::collection::vec(any::<u8>(), 0..20)) {
        let mut bytes = two_statements().to_bytes();
        let at = at.min(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        if let Ok(evidence) = Evidence::parse(&bytes) {
            prop_assert_eq!(evidence.to_bytes(), bytes);
        }
    }
}
