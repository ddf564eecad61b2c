//! Signed notes: the specification's examples, every refusal with its line, and that no altered byte verifies.

use armistice_tlog::note::{
    Algorithm, MAX_NOTE, MAX_SIGNATURES, MAX_VKEY, NameProblem, Note, NoteError, SignatureLine, VerifierKey, key_hash,
    sign,
};
use data_encoding::BASE64;
use ed25519_dalek::SigningKey;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The example of C2SP signed-note v1.0.0, "Example".
const EXAMPLE: &str = "This is an example message.\n\n— example.com/foo \
    Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
const EXAMPLE_KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn vkey(seed: u8, name: &str) -> VerifierKey {
    VerifierKey::new(name, Algorithm::Ed25519, key(seed).verifying_key().as_bytes()).expect("a key")
}

#[test]
fn the_example_of_the_specification() {
    let note = Note::parse(EXAMPLE.as_bytes()).expect("a note");
    assert_eq!(note.text(), "This is an example message.\n");
    assert_eq!(note.to_bytes(), EXAMPLE.as_bytes());
    let key: VerifierKey = EXAMPLE_KEY.parse().expect("a key");
    let verified = note.verify(&key).expect("it holds").expect("it is there");
    assert_eq!((verified.seals.len(), verified.seals[0].line, verified.seals[0].time), (1, 3, None));
    assert_eq!(SignatureLine::parse(&note.signatures()[0].to_line()).as_ref(), Ok(&note.signatures()[0]));
}

/// The note of the go.sum database's own documentation of `note` differs in nothing; these differ in one thing each.
#[test]
fn what_is_no_note() {
    let line = "— a AAAAAAA=\n";
    let check = |bytes: &[u8], expected: Expect| {
        expected.assert_eq(&match Note::parse(bytes) {
            Ok(note) => format!("text {:?}, {} signatures", note.text(), note.signatures().len()),
            Err(error) => error.to_string(),
        });
    };
    let text = |text: &str| text.replace('§', line).into_bytes();
    check(&text("text\n\n§"), expect![[r#"text "text\n", 1 signatures"#]]);
    check(&text("\n\n§"), expect![[r#"text "\n", 1 signatures"#]]);
    check(&text("a\n\nb\n\n§"), expect![[r#"text "a\n\nb\n", 1 signatures"#]]);
    check(&text("a\n\n\n§§"), expect![[r#"text "a\n\n", 2 signatures"#]]);
    check(
        &text("del \u{7f} and next line \u{85}\n\n§"),
        expect![[r#"text "del \u{7f} and next line \u{85}\n", 1 signatures"#]],
    );
    // The end and the blank line.
    check(b"", expect!["no blank line divides the text from its signatures"]);
    check(&text("text\n§"), expect!["no blank line divides the text from its signatures"]);
    check(&text("\n§"), expect!["no blank line divides the text from its signatures"]);
    check(b"text\n\n", expect!["the note has no signature"]);
    check(&text("text\n\n§\n"), expect!["the note has no signature"]);
    check("text\n\n— a AAAAAAA=".as_bytes(), expect!["line 3: the last line has no newline"]);
    check(&text("text\n\n§more\n"), expect!["line 4: a signature line begins with an em dash and a space"]);
    // Characters.
    check(&text("te\rxt\n\n§"), expect!["line 1: control character 0x0d"]);
    check(
        &text("text\n\n§").iter().map(|b| if *b == b' ' { b'\t' } else { *b }).collect::<Vec<_>>(),
        expect!["line 3: control character 0x09"],
    );
    check(b"one\ntw\xff\n", expect!["line 2: byte 6 of the note is not UTF-8"]);
    // A surrogate, and a longer encoding of "a".
    check(b"\xed\xa0\x80", expect!["line 1: byte 0 of the note is not UTF-8"]);
    check(b"\xc1\xa1", expect!["line 1: byte 0 of the note is not UTF-8"]);
    // Signature lines.
    for (line, expected) in [
        ("- a AAAAAAA=", expect!["line 3: a signature line begins with an em dash and a space"]),
        ("—a AAAAAAA=", expect!["line 3: a signature line begins with an em dash and a space"]),
        ("– a AAAAAAA=", expect!["line 3: a signature line begins with an em dash and a space"]),
        (" — a AAAAAAA=", expect!["line 3: a signature line begins with an em dash and a space"]),
        ("— a", expect!["line 3: a signature line has a name, a space and base64"]),
        ("— a ", expect!["line 3: the signature has fewer than 5 bytes"]),
        ("—  AAAAAAA=", expect!["line 3: the name of the key is empty"]),
        ("— a+b AAAAAAA=", expect!["line 3: the name of the key contains a plus sign"]),
        ("— a\u{a0}b AAAAAAA=", expect!["line 3: the name of the key contains a space"]),
        ("— a\u{3000}b AAAAAAA=", expect!["line 3: the name of the key contains a space"]),
        ("— a AAAAAA==", expect!["line 3: the signature has fewer than 5 bytes"]),
        ("— a AAAAAAA", expect!["line 3: the signature is not canonical base64"]),
        ("— a AAAAAAB=", expect!["line 3: the signature is not canonical base64"]),
        ("— a AAAAAAA==", expect!["line 3: the signature is not canonical base64"]),
        ("— a AAAA AAA=", expect!["line 3: the signature is not canonical base64"]),
        // Padding within, which decoders take that read pieces. Found by fuzzing.
        ("— a AAA=AAAA", expect!["line 3: the signature is not canonical base64"]),
        ("— a AA==AA==AAAA", expect!["line 3: the signature is not canonical base64"]),
        ("— a AAAAAAA= ", expect!["line 3: the signature is not canonical base64"]),
        ("— a AAA-AAA=", expect!["line 3: the signature is not canonical base64"]),
    ] {
        check(format!("text\n\n{line}\n").as_bytes(), expected);
    }
}

#[test]
fn limits() {
    let line = SignatureLine { name: "a".into(), key_hash: [0; 4], signature: vec![0] };
    let note = |count| Note::new("text\n", vec![line.clone(); count]).map(|note| note.signatures().len());
    assert_eq!(note(0), Err(NoteError::Unsigned));
    assert_eq!(note(16), Ok(16), "C2SP signed-note: at least 16");
    assert_eq!(note(MAX_SIGNATURES), Ok(MAX_SIGNATURES));
    assert_eq!(note(MAX_SIGNATURES + 1), Err(NoteError::TooMany));
    let rest = Note::new("\n", vec![line.clone()]).expect("a note").to_bytes().len() - 1;
    let large = |len: usize| Note::new(&format!("{}\n", "x".repeat(len - rest - 1)), vec![line.clone()]);
    assert_eq!(large(MAX_NOTE).map(|note| note.to_bytes().len()), Ok(MAX_NOTE));
    assert_eq!(large(MAX_NOTE + 1), Err(NoteError::TooLarge { len: MAX_NOTE + 1 }));
    // Sixteen of the largest signatures known fit beside a checkpoint.
    let post_quantum = SignatureLine { signature: vec![0; 8 + 2420], ..line };
    assert!(Note::new("text\n", vec![post_quantum; 16]).is_ok());
}

#[test]
fn what_cannot_be_made() {
    let line = sign("text\n", "a", &key(1)).expect("a line");
    let other = |change: fn(&mut SignatureLine)| {
        let mut line = line.clone();
        change(&mut line);
        Note::new("text\n", vec![line]).is_err()
    };
    assert!(other(|line| line.name = "a b".into()));
    assert!(other(|line| line.name = "a\n\n— b".into()));
    assert!(other(|line| line.name = String::new()));
    assert!(other(|line| line.signature.clear()));
    assert_eq!(Note::new("text", vec![line.clone()]), Err(NoteError::Text));
    assert!(Note::new("", vec![line]).is_err());
    assert_eq!(sign("text", "a", &key(1)), Err(NoteError::Text));
    assert_eq!(sign("te\txt\n", "a", &key(1)), Err(NoteError::Control { line: 1, byte: 9 }));
    assert!(matches!(sign("text\n", "a+b", &key(1)), Err(NoteError::Name(NameProblem::Plus))));
    assert!(matches!(sign("text\n", &"x".repeat(256), &key(1)), Err(NoteError::Name(NameProblem::TooLong))));
}

#[test]
fn verifying() {
    let text = "as agreed\n";
    let [a, b] = [(1, "a"), (2, "b")].map(|(seed, name)| sign(text, name, &key(seed)).expect("a line"));
    let wrong = SignatureLine { signature: b.signature.clone(), ..a.clone() };
    let short = SignatureLine { signature: vec![0; 63], ..a.clone() };
    let same_name = SignatureLine { key_hash: [0; 4], ..wrong.clone() };
    let same_id = SignatureLine { name: "c".into(), ..wrong.clone() };
    let check = |lines: &[&SignatureLine], expected: Expect| {
        let note = Note::new(text, lines.iter().map(|line| (*line).clone()).collect()).expect("a note");
        expected.assert_eq(&match note.verify(&vkey(1, "a")) {
            Ok(None) => "not signed by it".into(),
            Ok(Some(verified)) => {
                let lines: Vec<_> = verified.seals.iter().map(|seal| seal.line.to_string()).collect();
                format!("signed in line {}", lines.join(", "))
            }
            Err(error) => error.to_string(),
        });
    };
    check(&[&a], expect!["signed in line 3"]);
    check(&[&b], expect!["not signed by it"]);
    check(&[&b, &a], expect!["signed in line 4"]);
    check(&[&a, &b, &a], expect!["signed in line 3, 5"]);
    // Signatures that share the name or the id, but not both, are unknown and ignored.
    check(&[&same_name, &same_id, &a], expect!["signed in line 5"]);
    check(&[&same_name, &same_id], expect!["not signed by it"]);
    // One that shares both must hold, wherever it stands.
    check(&[&wrong], expect!["line 3: the signature of a does not hold"]);
    check(&[&a, &b, &wrong], expect!["line 5: the signature of a does not hold"]);
    check(&[&wrong, &a], expect!["line 3: the signature of a does not hold"]);
    check(&[&short], expect!["line 3: the signature of a has 63 bytes, Ed25519 (0x01) needs 64"]);
}

#[test]
fn with_one_line_more() {
    let text = "as agreed\n";
    let note = Note::new(text, vec![sign(text, "a", &key(1)).expect("a line")]).expect("a note");
    let more = note.with(sign(text, "b", &key(2)).expect("a line")).expect("a note");
    assert_eq!(more.signatures().len(), 2);
    assert_eq!(more.signatures()[0], note.signatures()[0]);
    assert_eq!(
        more.with(note.signatures()[0].clone()).expect("a note"),
        more,
        "a line that is there is not added again"
    );
    assert!(more.to_bytes().starts_with(&note.to_bytes()));
}

#[test]
fn verifier_keys() {
    let good = vkey(1, "example.org/log").to_string();
    assert_eq!(good.parse::<VerifierKey>().map(|key| key.to_string()), Ok(good.clone()));
    let (_, encoded) = good.rsplit_once('+').map_or(("", ""), |(_, key)| ("", key));
    let raw = BASE64.decode(encoded.as_bytes()).expect("base64");
    let check = |text: &str, expected: Expect| {
        expected.assert_eq(&text.parse::<VerifierKey>().map_or_else(|error| error.to_string(), |_| "a key".into()));
    };
    let id = good.split('+').nth(1).expect("three parts");
    check(&good, expect!["a key"]);
    check("", expect!["a key is written as name+keyid+base64; this has no key id"]);
    check("name", expect!["a key is written as name+keyid+base64; this has no key id"]);
    check("name+00000000", expect!["a key is written as name+keyid+base64; this has no key"]);
    check("name+00000000+", expect!["a key is written as name+keyid+base64; this has no key"]);
    check(&good.replace("example.org/log", ""), expect!["the name of the key is empty"]);
    check(&good.replace("example.org/log", "a b"), expect!["the name of the key contains a space"]);
    check(
        &good.replace(id, &id.to_uppercase()),
        expect![[r#"the key id of "example.org/log" is not 8 lowercase hexadecimal digits"#]],
    );
    check(
        &good.replace(id, "0"),
        expect![[r#"the key id of "example.org/log" is not 8 lowercase hexadecimal digits"#]],
    );
    check(
        &good.replace(id, "00000000"),
        expect![[r#"the key of "example.org/log" has the id 8f13f9e4, but 00000000 is written"#]],
    );
    check(
        &good.replace("example", "exampel"),
        expect![[r#"the key of "exampel.org/log" has the id d7ace3af, but 8f13f9e4 is written"#]],
    );
    check(&format!("{good}="), expect![[r#"the key of "example.org/log" is not canonical base64"#]]);
    check(&format!("{good}\n"), expect![[r#"the key of "example.org/log" is not canonical base64"#]]);
    check(
        &format!("n+00000000+{}", BASE64.encode(&[&[2], &raw[1..]].concat())),
        expect![[r#"the key of "n" is of signature type 0x02; known are 0x01, 0x04 and 0x06"#]],
    );
    check(
        &format!("n+00000000+{}", BASE64.encode(&raw[..32])),
        expect![[r#"the key of "n" has 31 bytes, Ed25519 (0x01) needs 32"#]],
    );
    check(
        &format!("n+00000000+{}", BASE64.encode(&[6, 0])),
        expect![[r#"the key of "n" has 1 bytes, ML-DSA-44 subtree/v1 (0x06) needs 1312"#]],
    );
    check(&"x".repeat(MAX_VKEY + 1), expect!["the key has 2018 characters, more than the limit of 2017"]);
    check(&good.replace("example.org/log", &"x".repeat(256)), expect!["the name of the key is longer than 255 bytes"]);
    let longest = VerifierKey::new(&"x".repeat(255), Algorithm::MlDsa44, &[0; 1312]).expect("a key");
    assert_eq!((longest.to_string().len(), longest.to_string().parse()), (MAX_VKEY, Ok(longest.clone())));
    // The same key under another algorithm is another verifier.
    let bytes = vkey(1, "n").key_bytes().to_vec();
    assert_ne!(key_hash("n", Algorithm::Ed25519, &bytes), key_hash("n", Algorithm::Cosignature, &bytes));
    let both = VerifierKey::new("n", Algorithm::Cosignature, &bytes).expect("a key");
    assert_ne!(both, vkey(1, "n"));
    expect!["VerifierKey(n 76b4d71d Ed25519 cosignature/v1 (0x04))"].assert_eq(&format!("{both:?}"));
}

/// Grease: what signs with an unknown algorithm, under any name, in any order, changes nothing about the known key.
fn unknown_lines() -> impl Strategy<Value = Vec<SignatureLine>> {
    let line = ("[a-z—é./]{1,20}", any::<[u8; 4]>(), prop::collection::vec(any::<u8>(), 1..300))
        .prop_map(|(name, key_hash, signature)| SignatureLine { name, key_hash, signature });
    prop::collection::vec(line, 0..20)
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "([ -~é—\u{2028}]{0,30}\n){1,8}",
        "[—\n a=]{0,30}\n",
        Just("mission/observer\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".into()),
    ]
}

proptest! {
    #[test]
    fn round_trip(text in texts(), unknown in unknown_lines(), at in any::<prop::sample::Index>()) {
        let mut lines = unknown;
        lines.insert(at.index(lines.len() + 1), sign(&text, "example.org/log", &key(1)).expect("a line"));
        let note = Note::new(&text, lines.clone()).expect("a note");
        prop_assert_eq!(note.text(), &text);
        prop_assert_eq!(note.signatures(), &lines);
        let read = Note::parse(&note.to_bytes()).expect("just written");
        prop_assert_eq!(&read, &note);
        prop_assert!(read.verify(&vkey(1, "example.org/log")).expect("it holds").is_some());
        prop_assert_eq!(read.verify(&vkey(2, "example.org/log")), Ok(None));
    }

    /// What is read is what was written: there is one spelling of a note.
    #[test]
    fn one_encoding(bytes in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        "[a\n— b=A]{0,60}".prop_map(String::into_bytes),
        "a{0,2}\n{0,3}(— a [A-D]{6,9}={0,2}\n{0,2}){0,3}".prop_map(String::into_bytes),
    ]) {
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert_eq!(note.to_bytes(), bytes);
        }
    }

    #[test]
    fn one_flipped_bit_never_verifies(at in any::<prop::sample::Index>(), bit in 0..8) {
        let key: VerifierKey = EXAMPLE_KEY.parse().expect("a key");
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= 1_u8 << bit;
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert!(!matches!(note.verify(&key), Ok(Some(_))), "byte {} bit {}", at, bit);
        }
    }

    #[test]
    fn keys_of_any_text(text in prop_oneof![".{0,80}", "[a-z./]{1,9}\\+[0-9a-f]{8}\\+A[QE][A-Za-z0-9+/]{42}"]) {
        if let Ok(key) = text.parse::<VerifierKey>() {
            prop_assert_eq!(key.to_string(), text);
        }
    }
}

/// Every byte of the example changed to every other value.
#[test]
fn no_altered_byte_verifies() {
    let key: VerifierKey = EXAMPLE_KEY.parse().expect("a key");
    let good = EXAMPLE.as_bytes();
    for at in 0..good.len() {
        for value in (0..=u8::MAX).filter(|value| *value != good[at]) {
            let mut bytes = good.to_vec();
            bytes[at] = value;
            if let Ok(note) = Note::parse(&bytes) {
                assert!(!matches!(note.verify(&key), Ok(Some(_))), "byte {at} is {value:#x}");
            }
        }
    }
}
