//! What the tools of others made and accepted, kept as files: litewitness's cosignatures and answers, a log that Tessera
//! keeps, a line of Go's `crypto/mldsa`, proofs that torchwood and receipts that scitt-cose accepted. `tests/interop/vectors.sh`
//! makes them anew; `made-with.txt` says with which versions. Each is verified here, and each refused when altered.

use armistice_tlog::{
    bundle,
    cosignature::MAX_TIME,
    entry::Entry,
    hash::{Hash, leaf_hash},
    keyring::Keyring,
    note::{Note, VerifierKey},
    policy::{Answer, Policy},
    proof::{Proof, Verdict},
    receipt::{self, Receipt},
    tile::{Tile, audit::audit, bundles},
    witness::{Decision, Reply, Request, decide},
};
use armistice_tlog::{checkpoint::Checkpoint, tree::Tree};
use ed25519_dalek::VerifyingKey;
use std::{fs, path::PathBuf};

/// Sizes of our log, and the entry of each that proofs and receipt are for.
const LOGS: &[(u64, u64)] = &[(5, 3), (300, 200)];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/vectors").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn text(name: &str) -> String {
    String::from_utf8(bytes(name)).expect("text")
}

fn vkey(name: &str) -> VerifierKey {
    text(name).trim_end().parse().unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn key(name: &str) -> VerifyingKey {
    let hash: Hash = text(name).trim_end().parse().expect("hexadecimal");
    VerifyingKey::from_bytes(hash.as_bytes()).expect("a key")
}

fn policy(name: &str) -> Policy {
    Policy::parse(&bytes(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn note(name: &str) -> Note {
    Note::parse(&bytes(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The files of a log. A file that is not there is none.
fn source(log: &str) -> impl Fn(Tile) -> std::io::Result<Option<Vec<u8>>> {
    let folder = path(log);
    move |tile| match fs::read(folder.join(tile.to_string())) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

fn entries(log: &str, size: u64) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    for tile in bundles(size) {
        let bytes = source(log)(tile).expect("readable").unwrap_or_else(|| panic!("{log}: {tile} is missing"));
        out.extend(bundle::decode(&bytes).expect("a bundle").into_iter().map(<[u8]>::to_vec));
    }
    out
}

fn tree(log: &str, size: u64) -> Tree {
    let mut tree = Tree::new();
    for entry in entries(log, size) {
        tree.push(leaf_hash(&entry));
    }
    tree
}

#[test]
fn our_log_is_whole_and_every_statement_is_its_key_s() {
    for &(size, _) in LOGS {
        let log = format!("log-{size}");
        let checkpoint = Checkpoint::parse(note(&format!("{log}/checkpoint")).text()).expect("a checkpoint");
        assert_eq!(checkpoint.size, size);
        let found = audit(size, checkpoint.root, &source(&log));
        assert!(found.is_sound(), "{log}: {:?}", found.differences);
        let entries = entries(&log, size);
        let mut keyring =
            Keyring::open(&checkpoint.origin, &Entry::parse(&entries[0]).expect("an entry")).expect("opens");
        for (index, bytes) in (1_u64..).zip(&entries[1..]) {
            let entry = Entry::parse(bytes).expect("an entry");
            entry.verify(&key("statements.hex")).expect("signed");
            keyring.admit(index, &entry).unwrap_or_else(|e| panic!("{log}, {index}: {e}"));
        }
    }
}

#[test]
fn cosignatures_of_litewitness_satisfy_policies_and_altered_ones_do_not() {
    let (two, three) = (policy("two-of-three.policy"), policy("three-of-three.policy"));
    for &(size, _) in LOGS {
        let whole = note(&format!("log-{size}/checkpoint"));
        for policy in [&two, &three] {
            let evaluation = policy.evaluate(&whole);
            assert_eq!(evaluation.answer(), Answer::Satisfied, "{size}: {evaluation:?}");
            assert_eq!(evaluation.cosigners.len(), 3);
            let (from, to) = (evaluation.not_before().expect("a time"), evaluation.not_after().expect("a time"));
            assert!(from > 1_700_000_000 && to < MAX_TIME, "{from}, {to}");
        }
        assert!(whole.verify(&vkey("log.mldsa.vkey")).expect("holds").is_some(), "the log's second signature");

        // With a cosignature less, with one that was made for another size, and with one byte of the text changed.
        let lines = whole.signatures();
        let witness = |n: usize| vkey(&format!("w{n}.vkey"));
        let without = |n: usize| {
            let left = lines.iter().filter(|l| !l.is_by(&witness(n))).cloned().collect();
            Note::new(whole.text(), left).expect("a note")
        };
        assert_eq!(two.evaluate(&without(2)).answer(), Answer::Satisfied);
        assert_eq!(three.evaluate(&without(2)).answer(), Answer::NotSatisfied);
        let other = note(&format!("log-{}/checkpoint", if size == 5 { 300 } else { 5 }));
        let foreign = other.signatures().iter().find(|l| l.is_by(&witness(1))).expect("w1 cosigned").clone();
        assert_eq!(two.evaluate(&without(1).with(foreign).expect("a note")).answer(), Answer::NotSatisfied);
        let shown = whole.to_bytes();
        for at in 0..whole.text().len() {
            let mut altered = shown.clone();
            altered[at] ^= 1;
            let satisfied = Note::parse(&altered).is_ok_and(|n| two.evaluate(&n).answer() == Answer::Satisfied);
            assert!(!satisfied, "{size}: byte {at} of the text can be changed");
        }
    }
}

#[test]
fn a_witness_of_ours_answers_as_litewitness_did() {
    let keys = [vkey("log.vkey")];
    let root = |size| tree("log-300", 300).root_at(size).expect("a size");
    let answer = |name: &str| {
        let text = text(name);
        let (status, body) = text.split_once('\n').expect("a status");
        Reply::parse(status.parse().expect("a status"), body.as_bytes()).unwrap_or_else(|e| panic!("{name}: {e}"))
    };
    for (held, request, name) in [(None, "first.request", "first"), (Some((5, root(5))), "growth.request", "growth")] {
        let request = Request::parse(&bytes(request)).expect("a request");
        assert!(matches!(decide(held, &request, &keys), Decision::Cosign { .. }), "{name}");
        for n in 1..=3 {
            let Reply::Cosigned(lines) = answer(&format!("{name}.w{n}.answer")) else { panic!("w{n} refused {name}") };
            let [line] = lines.as_slice() else { panic!("{} lines", lines.len()) };
            let cosigned = request.note().with(line.clone()).expect("a note");
            assert!(cosigned.verify(&vkey(&format!("w{n}.vkey"))).expect("holds").is_some(), "{name}, w{n}");
        }
    }
    // What was wrong with each request stands in `vectors.sh`.
    let growth = Request::parse(&bytes("growth.request")).expect("a request");
    assert_eq!(answer("wrong-size.answer"), Reply::Conflict { size: 5 });
    let wrong_size = Request::new(4, growth.proof().to_vec(), growth.note().clone()).expect("a request");
    assert!(matches!(decide(Some((5, root(5))), &wrong_size, &keys), Decision::Conflict { .. }));
    assert_eq!(answer("bad-proof.answer"), Reply::Refused { status: 422 });
    let mut proof = growth.proof().to_vec();
    *proof.last_mut().expect("a hash") = leaf_hash(b"something else");
    let bad_proof = Request::new(5, proof, growth.note().clone()).expect("a request");
    assert!(matches!(decide(Some((5, root(5))), &bad_proof, &keys), Decision::BadProof(_)));
    assert_eq!(answer("bad-signature.answer"), Reply::Refused { status: 403 });
    let mut lines = growth.note().signatures().to_vec();
    lines[0].signature[0] ^= 1;
    let unsigned = Note::new(growth.note().text(), lines).expect("a note");
    let bad_signature = Request::new(5, growth.proof().to_vec(), unsigned).expect("a request");
    assert!(matches!(decide(Some((5, root(5))), &bad_signature, &keys), Decision::NotTrusted(_)));
}

#[test]
fn proofs_hold_under_the_policies_that_torchwood_checked_them_under() {
    for &(size, index) in LOGS {
        let entry = entries(&format!("log-{size}"), size).swap_remove(usize::try_from(index).expect("small"));
        let rows = [
            ("one", "two-of-three", false),
            ("two", "two-of-three", true),
            ("three", "two-of-three", true),
            ("one", "three-of-three", false),
            ("two", "three-of-three", false),
            ("three", "three-of-three", true),
        ];
        for (cosigned, under, holds) in rows {
            let proof = Proof::parse(&bytes(&format!("{size}.{cosigned}.tlog-proof"))).expect("a proof");
            let verdict = proof.verify(&leaf_hash(&entry), &policy(&format!("{under}.policy")));
            match (&verdict, holds) {
                (Verdict::Valid(proven), true) => assert_eq!((proven.index, proven.checkpoint.size), (index, size)),
                (Verdict::CannotTell(_), false) => {}
                _ => panic!("{size}: {cosigned} cosigned, {under}: {verdict:?}"),
            }
        }
        let name = format!("{size}.three.tlog-proof");
        let (shown, all) = (bytes(&name), policy("three-of-three.policy"));
        let mut altered = entry.clone();
        altered[90] ^= 1;
        let verdict = Proof::parse(&shown).expect("a proof").verify(&leaf_hash(&altered), &all);
        assert!(matches!(verdict, Verdict::Invalid(_)), "an altered entry: {verdict:?}");
        // Up to the blank line and the checkpoint's text nothing can be changed; below are lines of others.
        let end = shown.windows(3).position(|w| w == "\n\n\u{2014}".as_bytes()[..3].as_ref()).expect("signatures");
        for at in 0..end {
            let mut altered = shown.clone();
            altered[at] ^= 1;
            let valid =
                Proof::parse(&altered).is_ok_and(|p| matches!(p.verify(&leaf_hash(&entry), &all), Verdict::Valid(_)));
            assert!(!valid, "{name}: byte {at} can be changed");
        }
    }
}

#[test]
fn receipts_that_scitt_cose_accepts_hold_and_no_byte_can_be_changed() {
    let log = key("checkpoints.hex");
    for &(size, index) in LOGS {
        let entry = entries(&format!("log-{size}"), size).swap_remove(usize::try_from(index).expect("small"));
        let shown = bytes(&format!("{size}.receipt"));
        let verdict = Receipt::parse(&shown).expect("a receipt").verify(&leaf_hash(&entry), &log);
        let receipt::Verdict::Valid(proven) = verdict else { panic!("{size}: {verdict:?}") };
        let checkpoint = Checkpoint::parse(note(&format!("log-{size}/checkpoint")).text()).expect("a checkpoint");
        assert_eq!((proven.root, proven.size, proven.index), (checkpoint.root, size, index));
        for at in 0..shown.len() {
            let mut altered = shown.clone();
            altered[at] ^= 1;
            let valid = Receipt::parse(&altered)
                .is_ok_and(|r| matches!(r.verify(&leaf_hash(&entry), &log), receipt::Verdict::Valid(_)));
            assert!(!valid, "{size}: byte {at} can be changed");
        }
    }
}

#[test]
fn ml_dsa_lines_hold_both_ways() {
    let whole = note("mldsa.note");
    for name in ["go.mldsa.vkey", "witness.mldsa.vkey", "log.mldsa.vkey"] {
        let key = vkey(name);
        let verified = whole.verify(&key).unwrap_or_else(|e| panic!("{name}: {e}")).expect("a line of it");
        let stated = if name == "log.mldsa.vkey" { None } else { Some(1_790_000_000) };
        assert_eq!(verified.earliest(), stated, "{name}");
        // One bit of each part: the time, the first byte of the signature, its last.
        for at in [0, 7, 8, 8 + 2419] {
            let mut lines = whole.signatures().to_vec();
            let line = lines.iter_mut().find(|l| l.is_by(&key)).expect("a line of it");
            line.signature[at] ^= 1;
            let altered = Note::new(whole.text(), lines).expect("a note");
            assert!(altered.verify(&key).is_err(), "{name}: byte {at} can be changed");
        }
        let grown =
            Note::new(&whole.text().replace("\n300\n", "\n301\n"), whole.signatures().to_vec()).expect("a note");
        assert!(grown.verify(&key).is_err(), "{name}: the size can be changed");
    }
}

#[test]
fn a_log_that_tessera_keeps_is_read_and_a_flipped_bit_found() {
    let shown = note("tessera/checkpoint");
    assert!(shown.verify(&vkey("tessera.vkey")).expect("holds").is_some());
    let checkpoint = Checkpoint::parse(shown.text()).expect("a checkpoint");
    assert_eq!((checkpoint.origin.as_str(), checkpoint.size), ("tessera.example/log", 270));
    let found = audit(checkpoint.size, checkpoint.root, &source("tessera"));
    assert!(found.is_sound(), "{:?}", found.differences);
    assert_eq!(found.entries, 270);
    let rows = [
        ("tile/entries/000", "entry 129 is altered"),
        ("tile/entries/001.p/14", "tile/entries/001.p/14: byte 259: entry 7 is cut off"),
        ("tile/0/000", "hash 128 of tile/0/000 is altered"),
        ("tile/0/001.p/14", "hash 7 of tile/0/001.p/14"),
        ("tile/1/000.p/1", "hash 0 of tile/1/000.p/1"),
    ];
    for (file, place) in rows {
        let spoiled = |tile: Tile| {
            source("tessera")(tile).map(|bytes| {
                bytes.map(|mut bytes| {
                    if tile.to_string() == file {
                        let middle = bytes.len() / 2;
                        bytes[middle] ^= 1;
                    }
                    bytes
                })
            })
        };
        let found = audit(checkpoint.size, checkpoint.root, &spoiled);
        assert!(!found.is_sound(), "{file}: one flipped bit");
        let said = found.differences.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        assert!(said.contains(place), "{file}: {said}");
    }
}
