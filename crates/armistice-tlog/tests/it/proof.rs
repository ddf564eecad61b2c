//! Offline proofs: form, the three answers, and that no altered proof is valid.

use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::cosignature;
use armistice_tlog::hash::{Hash, leaf_hash};
use armistice_tlog::note::{Algorithm, Note, SignatureLine, VerifierKey, sign};
use armistice_tlog::policy::Policy;
use armistice_tlog::proof::{Doubt, Invalid, MAX_EXTRA, MAX_PATH, MAX_PROOF, ParseError, Proof, Verdict};
use armistice_tlog::tree::Tree;
use ed25519_dalek::SigningKey;
use proptest::prelude::*;

const ORIGIN: &str = "example.org/log";

fn secret(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn key(name: &str, algorithm: Algorithm, seed: u8) -> VerifierKey {
    VerifierKey::new(name, algorithm, secret(seed).verifying_key().as_bytes()).expect("a key")
}

fn log_key() -> VerifierKey {
    key(ORIGIN, Algorithm::Ed25519, 1)
}

fn leaf(n: u64) -> Hash {
    leaf_hash(&n.to_be_bytes())
}

fn tree(size: u64) -> Tree {
    let mut tree = Tree::new();
    for n in 0..size {
        tree.push(leaf(n));
    }
    tree
}

/// A checkpoint of `size` entries, signed by the log and by witnesses 2, 3, … up to `last`.
fn note(size: u64, last: u8) -> Note {
    let text = Checkpoint::new(ORIGIN, size, tree(size).root()).expect("a checkpoint").to_text();
    let note = Note::new(&text, vec![sign(&text, ORIGIN, &secret(1)).expect("signs")]).expect("a note");
    (2..=last).fold(note, |note, seed| {
        let line = cosignature::sign(&text, &format!("example.org/w{seed}"), &secret(seed), 1000 + u64::from(seed));
        note.with(line.expect("cosigns")).expect("room")
    })
}

fn proof(index: u64, size: u64, last: u8) -> Proof {
    Proof::new(index, tree(size).inclusion(index, size).expect("in it"), note(size, last))
}

/// `needed` of the witnesses 2, 3, 4.
fn policy(needed: usize) -> Policy {
    let mut text = format!("log {}\n", log_key());
    for seed in 2..5 {
        let name = format!("example.org/w{seed}");
        text += &format!("witness w{seed} {}\n", key(&name, Algorithm::Cosignature, seed));
    }
    text += &format!("group g {needed} w2 w3 w4\nquorum g\n");
    Policy::parse(text.as_bytes()).expect("a policy")
}

#[test]
fn three_answers() {
    let check = |what: &str, proof: &Proof, leaf: &Hash, policy: &Policy, expected: &str| {
        let read = Proof::parse(&proof.to_bytes()).expect("reads back");
        assert_eq!(&read, proof, "{what}");
        let found = match read.verify(leaf, policy) {
            Verdict::Valid(proven) => {
                let evaluation = proven.evaluation.expect("asked for");
                format!(
                    "valid: entry {} of {}, after {:?}",
                    proven.index,
                    proven.checkpoint.size,
                    evaluation.not_after()
                )
            }
            Verdict::Invalid(why) => format!("invalid: {why}"),
            Verdict::CannotTell(why) => format!("cannot tell: {why}"),
        };
        let found: String = found.split(' ').map(|w| if w.len() >= 64 { "…" } else { w }).collect::<Vec<_>>().join(" ");
        assert_eq!(found, expected, "{what}");
    };
    let sound = proof(6, 9, 3);
    check("two of two", &sound, &leaf(6), &policy(2), "valid: entry 6 of 9, after Some(1003)");
    check("three of two", &proof(6, 9, 4), &leaf(6), &policy(2), "valid: entry 6 of 9, after Some(1003)");
    check("the only entry", &proof(0, 1, 3), &leaf(0), &policy(2), "valid: entry 0 of 1, after Some(1003)");
    check("two of three", &sound, &leaf(6), &policy(3), "cannot tell: the quorum is not met; not there: w4");

    let elsewhere = "invalid: the entry is not in the tree of the checkpoint: the proof leads to root … but the given tree has root …";
    check("another entry", &sound, &leaf(5), &policy(2), elsewhere);
    let moved = Proof::new(7, sound.hashes().to_vec(), sound.note().clone());
    check("another index", &moved, &leaf(6), &policy(2), elsewhere);
    let beyond = Proof::new(9, sound.hashes().to_vec(), sound.note().clone());
    check(
        "beyond the tree",
        &beyond,
        &leaf(6),
        &policy(2),
        "invalid: the entry is not in the tree of the checkpoint: entry 9 is not in a tree of 9 entries",
    );
    let short = Proof::new(6, vec![], sound.note().clone());
    check(
        "no path",
        &short,
        &leaf(6),
        &policy(2),
        "invalid: the entry is not in the tree of the checkpoint: the proof has 0 hashes where exactly 4 are needed",
    );
    let long = [sound.hashes(), &[leaf(1)]].concat();
    check(
        "a longer path",
        &Proof::new(6, long, sound.note().clone()),
        &leaf(6),
        &policy(2),
        "invalid: the entry is not in the tree of the checkpoint: the proof has 5 hashes where exactly 4 are needed",
    );

    // The same tree, signed by nobody who is known; by the log only; by a witness for another size.
    let stranger = Policy::parse(policy_text(7).as_bytes()).expect("a policy");
    check(
        "an unknown log",
        &sound,
        &leaf(6),
        &stranger,
        "cannot tell: no known key has signed the checkpoint of example.org/log",
    );
    check(
        "the log alone",
        &proof(6, 9, 1),
        &leaf(6),
        &policy(2),
        "cannot tell: the quorum is not met; not there: w2 w3 w4",
    );
    let no_log = Policy::parse(b"quorum none\n").expect("a policy");
    check("no log in the policy", &sound, &leaf(6), &no_log, "cannot tell: the policy names no log");
    check(
        "given from elsewhere",
        &proof(6, 9, 1),
        &leaf(6),
        &no_log.for_logs([log_key()]),
        "valid: entry 6 of 9, after None",
    );
    let stolen = note(9, 1).with(note(8, 2).signatures()[1].clone()).expect("room");
    let stolen = Proof::new(6, sound.hashes().to_vec(), stolen);
    check(
        "a cosignature of another tree",
        &stolen,
        &leaf(6),
        &policy(2),
        "invalid: the checkpoint: line 6: the signature of example.org/w2 does not hold",
    );
    let renamed =
        Policy::parse(b"quorum none\n").expect("a policy").for_logs([key("example.org/x", Algorithm::Ed25519, 1)]);
    check(
        "another name of the key",
        &sound,
        &leaf(6),
        &renamed,
        "cannot tell: no known key has signed the checkpoint of example.org/log",
    );
    // A log that is accepted signs, under its own name, the checkpoint of another.
    let text = sound.note().text();
    let signed = Note::new(text, vec![sign(text, "example.org/x", &secret(1)).expect("signs")]).expect("a note");
    let signed = Proof::new(6, sound.hashes().to_vec(), signed);
    check(
        "another log's",
        &signed,
        &leaf(6),
        &renamed,
        "invalid: the checkpoint of example.org/log is signed with the key of example.org/x",
    );
    let no_checkpoint = Note::new("text\n", vec![sign("text\n", ORIGIN, &secret(1)).expect("signs")]).expect("a note");
    let no_checkpoint = Proof::new(6, sound.hashes().to_vec(), no_checkpoint);
    check(
        "no checkpoint",
        &no_checkpoint,
        &leaf(6),
        &policy(2),
        "invalid: the note in the proof is no checkpoint: line 2: the checkpoint ends before its size",
    );

    // Grease: signatures of unknown keys and algorithms, and of known names with other keys, change nothing.
    let unknown =
        |name: &str, len| SignatureLine { name: name.into(), key_hash: [7, 7, 7, 7], signature: vec![7; len] };
    let greased = [unknown("example.org/new", 1), unknown(ORIGIN, 64), unknown("example.org/w2", 2428)]
        .into_iter()
        .fold(sound.note().clone(), |note, line| note.with(line).expect("room"));
    let greased = Proof::new(6, sound.hashes().to_vec(), greased);
    check("grease", &greased, &leaf(6), &policy(2), "valid: entry 6 of 9, after Some(1003)");
    // Extra data are nobody's word.
    let extra = sound.clone().with_extra(b"anything").expect("fits");
    check("extra", &extra, &leaf(6), &policy(2), "valid: entry 6 of 9, after Some(1003)");
    assert_eq!(extra.extra(), b"anything");
}

fn policy_text(seed: u8) -> String {
    format!("log {}\nquorum none\n", key(ORIGIN, Algorithm::Ed25519, seed))
}

#[test]
fn one_log() {
    let sound = proof(6, 9, 3);
    assert!(matches!(sound.verify_log(&leaf(6), &log_key()), Verdict::Valid(proven) if proven.evaluation.is_none()));
    assert!(matches!(sound.verify_log(&leaf(5), &log_key()), Verdict::Invalid(Invalid::Inclusion(_))));
    let other = key(ORIGIN, Algorithm::Ed25519, 5);
    assert_eq!(sound.verify_log(&leaf(6), &other), Verdict::CannotTell(Doubt::UnknownLog { origin: ORIGIN.into() }));
    let stolen = note(8, 1).signatures()[0].clone();
    let stolen = Proof::new(6, sound.hashes().to_vec(), Note::new(sound.note().text(), vec![stolen]).expect("a note"));
    assert!(matches!(stolen.verify_log(&leaf(6), &log_key()), Verdict::Invalid(Invalid::Signature(_))));
    let witness = key("example.org/w2", Algorithm::Cosignature, 2);
    assert!(matches!(sound.verify_log(&leaf(6), &witness), Verdict::Invalid(Invalid::OtherOrigin { .. })));
}

#[test]
fn form() {
    let with_extra = proof(6, 9, 3).with_extra(b"opaque").expect("fits");
    let file = String::from_utf8(with_extra.to_bytes()).expect("text");
    assert!(file.starts_with("c2sp.org/tlog-proof@v1\nextra b3BhcXVl\nindex 6\n"), "{file}");
    assert_eq!(file.lines().count(), 3 + 4 + 1 + 3 + 1 + 3);
    let refused = |from: &str, to: &str, expected: ParseError| {
        let changed = file.replacen(from, to, 1);
        assert_ne!(changed, file, "{to}");
        assert_eq!(Proof::parse(changed.as_bytes()), Err(expected), "{from} {to}");
    };
    refused("proof@v1", "proof@v2", ParseError::Header);
    refused("c2sp", " c2sp", ParseError::Header);
    refused("@v1\n", "@v1\r\n", ParseError::Header);
    for extra in ["extra ", "extra b3BhcXV", "extra b3BhcXVl ", "extra  b3BhcXVl", "extra b3Bhc===", "extra -_-_"] {
        refused("extra b3BhcXVl", extra, ParseError::Extra);
    }
    refused("extra b3BhcXVl", "extra", ParseError::Index { line: 2 });
    refused("extra b3BhcXVl", "extra b3BhcXVl\nextra b3BhcXVl", ParseError::Index { line: 3 });
    refused("extra b3BhcXVl\nindex 6", "index 6\nextra b3BhcXVl", ParseError::Hash { line: 3 });
    for index in
        ["index 06", "index -6", "index +6", "index", "index ", "index 6 ", "Index 6", "index 18446744073709551615"]
    {
        refused("index 6", index, ParseError::Index { line: 3 });
    }
    refused("index 6\n", "", ParseError::Index { line: 3 });
    refused("=\n\nexample", "\n\nexample", ParseError::Hash { line: 7 });
    refused("=\n\nexample", "=\nexample", ParseError::Hash { line: 8 });
    assert_eq!(Proof::parse(b""), Err(ParseError::NoBlankLine));
    assert_eq!(Proof::parse(b"c2sp.org/tlog-proof@v1\n\n"), Err(ParseError::Index { line: 2 }));
    assert_eq!(Proof::parse(b"\xff\n\n"), Err(ParseError::NotUtf8));
    assert!(matches!(Proof::parse(&file.as_bytes()[..file.len() - 1]), Err(ParseError::Note(_))));
    assert_eq!(Proof::parse(&vec![b'x'; MAX_PROOF + 1]), Err(ParseError::TooLarge { len: MAX_PROOF + 1 }));
    let path = |count| Proof::new(6, vec![leaf(1); count], note(9, 1)).to_bytes();
    assert_eq!(Proof::parse(&path(MAX_PATH)).map(|p| p.hashes().len()), Ok(MAX_PATH));
    assert_eq!(Proof::parse(&path(MAX_PATH + 1)), Err(ParseError::TooMany { line: 3 + MAX_PATH }));
    let extra = vec![0; MAX_EXTRA];
    let largest = proof(6, 9, 1).with_extra(&extra).expect("fits");
    assert_eq!(Proof::parse(&largest.to_bytes()).as_ref(), Ok(&largest));
    assert_eq!(largest.with_extra(&vec![0; MAX_EXTRA + 1]), None);
}

/// Every bit of a proof that has exactly what it needs: with any of them flipped it is not valid.
#[test]
fn no_flipped_bit_verifies() {
    for (index, size) in [(6, 9), (0, 1), (4, 5), (3, 4)] {
        let sound = proof(index, size, 3).to_bytes();
        let policy = policy(2);
        for at in 0..sound.len() {
            for bit in 0..8 {
                let mut bytes = sound.clone();
                bytes[at] ^= 1 << bit;
                if let Ok(proof) = Proof::parse(&bytes) {
                    let verdict = proof.verify(&leaf(index), &policy);
                    assert!(!matches!(verdict, Verdict::Valid(_)), "byte {at}, bit {bit} of {index} in {size}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_read_is_what_was_written(bytes in prop::collection::vec(any::<u8>(), 0..600), cut in 0_usize..2000, n in 0_usize..8) {
        // Bytes of any kind, and a sound proof with a piece of them put into it.
        let mut file = proof(6, 9, 2).to_bytes();
        let at = cut % file.len();
        file.splice(at..(at + n).min(file.len()), bytes.iter().copied().take(n));
        for bytes in [bytes, file] {
            if let Ok(proof) = Proof::parse(&bytes) {
                prop_assert_eq!(proof.to_bytes(), bytes);
            }
        }
    }
}
