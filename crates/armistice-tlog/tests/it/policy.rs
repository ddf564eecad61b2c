//! Trust policies: every refusal with its line, what a note shows of one, and the times between which it was seen.

use std::fmt::Write as _;

use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::cosignature;
use armistice_tlog::hash::{Hash, leaf_hash};
use armistice_tlog::note::{self, Algorithm, Note, SignatureLine, VerifierKey};
use armistice_tlog::policy::{Answer, Freshness, LogAnswer, MAX_EACH, MAX_POLICY, Policy, PolicyError};
use ed25519_dalek::SigningKey;
use expect_test::{Expect, expect};
use proptest::prelude::*;

mod split;

/// The key of the log, and of each witness by its number.
const LOG: u8 = 200;
const ORIGIN: &str = "mission/observer";

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn vkey(seed: u8, name: &str, algorithm: Algorithm) -> VerifierKey {
    VerifierKey::new(name, algorithm, key(seed).verifying_key().as_bytes()).expect("a key")
}

fn log_line() -> String {
    format!("log {}\n", vkey(LOG, ORIGIN, Algorithm::Ed25519))
}

/// The line of witness `number`, which this file calls `w<number>`.
fn witness_line(number: u8) -> String {
    format!("witness w{number} {}\n", vkey(number, &format!("w{number}.example"), Algorithm::Cosignature))
}

fn checkpoint(root: Hash) -> String {
    Checkpoint::new(ORIGIN, 7, root).expect("a checkpoint").to_text()
}

fn log_signature(text: &str) -> SignatureLine {
    note::sign(text, ORIGIN, &key(LOG)).expect("a line")
}

fn cosignature(text: &str, number: u8, time: u64) -> SignatureLine {
    cosignature::sign(text, &format!("w{number}.example"), &key(number), time).expect("a line")
}

/// A checkpoint signed by the log and cosigned by these witnesses at these times.
fn note(cosigners: &[(u8, u64)]) -> Note {
    let text = checkpoint(leaf_hash(b"a"));
    let cosigned = cosigners.iter().map(|(number, time)| cosignature(&text, *number, *time));
    Note::new(&text, std::iter::once(log_signature(&text)).chain(cosigned).collect()).expect("a note")
}

fn policy(text: &str) -> Policy {
    Policy::parse(text.as_bytes()).expect("a policy")
}

/// Witnesses w1 … w<count>, then these lines.
fn with_witnesses(count: u8, lines: &str) -> String {
    (1..=count).map(witness_line).collect::<String>() + lines
}

#[test]
fn what_is_no_policy() {
    let check = |text: &str, expected: Expect| {
        expected
            .assert_eq(&Policy::parse(text.as_bytes()).map_or_else(|error| error.to_string(), |_| "a policy".into()));
    };
    let w = |lines: &str| with_witnesses(3, lines);
    check("quorum none\n", expect!["a policy"]);
    check("\n \t\n# comment\n\t# é\nquorum\t none \n", expect!["a policy"]);
    check(&w("group g 2 w1 w2 w3\nquorum g\n"), expect!["a policy"]);
    check(&w("quorum w2\n"), expect!["a policy"]);
    check(&w("group any any w1\ngroup 1 all w2 any\nquorum 1\n"), expect!["a policy"]);
    check(&(w("quorum w1\n") + &witness_line(4)), expect!["a policy"]);
    check("", expect!["the policy has no quorum line; write `quorum none` if no cosignature is needed"]);
    check(
        "# only a comment\n",
        expect!["the policy has no quorum line; write `quorum none` if no cosignature is needed"],
    );
    check("quorum none", expect!["line 1: the line does not end with a newline; the file may have been cut here"]);
    check("quorum none\nquorum none\n", expect!["line 2: the quorum is defined in line 1 already"]);
    check("quorum\n", expect!["line 1: write quorum <name>, or quorum none"]);
    check("quorum a b\n", expect!["line 1: write quorum <name>, or quorum none"]);
    check("quorum w1\n", expect!["line 1: the name w1 is not defined above"]);
    check("quorum none\r\n", expect!["line 1: control character 0x0d; write spaces, tabs and newlines only"]);
    check("quorum\u{b}none\n", expect!["line 1: control character 0x0b; write spaces, tabs and newlines only"]);
    check("Quorum none\n", expect!["line 1: Quorum is no kind of line; known are log, witness, group and quorum"]);
    check(
        "\u{feff}quorum none\n",
        expect![[r#"line 1: \u{feff}quorum is no kind of line; known are log, witness, group and quorum"#]],
    );
    check(
        "quorum\u{a0}none\n",
        expect![[r#"line 1: quorum\u{a0}none is no kind of line; known are log, witness, group and quorum"#]],
    );
    check("quorum none # why\n", expect!["line 1: write quorum <name>, or quorum none"]);
    // Witnesses and logs.
    check("witness w\n", expect!["line 1: write witness <name> <vkey> [<url>]"]);
    check("witness w key\n", expect!["line 1: a key is written as name+keyid+base64; this has no key id"]);
    check("log\n", expect!["line 1: write log <vkey> [<url>]"]);
    check("log a b c\n", expect!["line 1: write log <vkey> [<url>]"]);
    check(
        &log_line().replace("log ", "witness w "),
        expect!["line 1: a witness does not sign with Ed25519 (0x01); give its cosignature key (type 0x04 or 0x06)"],
    );
    check(
        &witness_line(1).replace("witness w1 ", "log "),
        expect![
            "line 1: a log does not sign with Ed25519 cosignature/v1 (0x04); that is a witness's; give the log's own key"
        ],
    );
    check(
        &(log_line() + &log_line() + "quorum none\n"),
        expect!["line 2: the key is that of line 1 already; the same key counts once"],
    );
    check(
        &(witness_line(1) + &witness_line(1).replace("witness w1", "witness w2")),
        expect!["line 2: the key is that of line 1 already; the same key counts once"],
    );
    let renamed = vkey(1, "other.example", Algorithm::Cosignature);
    check(
        &(witness_line(1) + &format!("witness w2 {renamed}\n")),
        expect!["line 2: the key is that of line 1 already; the same key counts once"],
    );
    check(
        &(witness_line(1) + &witness_line(2).replace("witness w2", "witness w1")),
        expect!["line 2: the name w1 is defined in line 1 already"],
    );
    check(&witness_line(1).replace("w1 ", "none "), expect!["line 1: the name none is predefined; choose another"]);
    let as_log = format!("log {}\n", vkey(1, "log.example", Algorithm::Ed25519));
    check(&(as_log + &witness_line(1) + "quorum w1\n"), expect!["a policy"]);
    // Groups.
    check(&w("group g\n"), expect!["line 4: write group <name> <k>|any|all <name>…"]);
    check(&w("group g 1\n"), expect!["line 4: write at least one member: group <name> <k>|any|all <name>…"]);
    check(&w("group g 0 w1\n"), expect!["line 4: 0 is not any, all, or a number from 1 to 1"]);
    check(&w("group g 2 w1\n"), expect!["line 4: 2 is not any, all, or a number from 1 to 1"]);
    check(&w("group g 01 w1\n"), expect!["line 4: 01 is not any, all, or a number from 1 to 1"]);
    check(&w("group g +1 w1\n"), expect!["line 4: +1 is not any, all, or a number from 1 to 1"]);
    check(
        &w("group g 18446744073709551617 w1 w2\n"),
        expect!["line 4: 18446744073709551617 is not any, all, or a number from 1 to 2"],
    );
    check(&w("group g ALL w1 w2\n"), expect!["line 4: ALL is not any, all, or a number from 1 to 2"]);
    check(&w("group g any w1 w4\n"), expect!["line 4: the name w4 is not defined above"]);
    check(&w("group g any g\n"), expect!["line 4: the name g is not defined above"]);
    check(&w("group g any none\n"), expect!["line 4: the name none is predefined; choose another"]);
    check(&w("group none any w1\n"), expect!["line 4: the name none is predefined; choose another"]);
    check(&w("group w1 any w2\n"), expect!["line 4: the name w1 is defined in line 1 already"]);
    check(
        &w("group g any w1 w1\n"),
        expect!["line 4: w1 is a member in line 4 already; each name can be a member once"],
    );
    check(
        &w("group g any w1\ngroup h any w2 w1\n"),
        expect!["line 5: w1 is a member in line 4 already; each name can be a member once"],
    );
    check(
        &w("group g any w1\ngroup h any g\ngroup i any g w2\n"),
        expect!["line 6: g is a member in line 5 already; each name can be a member once"],
    );
    check(&w("quorum g\ngroup g any w1\n"), expect!["line 4: the name g is not defined above"]);
}

/// The policies of docs/policy.md are policies, and the sentences and numbers below them are theirs.
#[test]
fn the_document() {
    let document = include_str!("../../../../docs/policy.md");
    let mut checked = Vec::new();
    for (name, block) in document.split("```text\n# ").skip(1).filter_map(|rest| rest.split_once(':')) {
        let (text, after) = block.split_once("```").expect("the end of the block");
        let mut text = format!("# {text}");
        for number in 1..=6 {
            text = text.replacen("<vkey>", &vkey(number, "w.example", Algorithm::Cosignature).to_string(), 1);
        }
        let policy = policy(&text);
        let sentence = after.lines().find_map(|line| line.strip_prefix("> ")).expect("a sentence");
        let bound = policy.collusion_bound();
        assert_eq!(sentence, bound.to_string());
        let stopped = policy.stopped_by().expect("there is a quorum");
        let row = format!("| `{name}` | {} | {} | {stopped} |", policy.smallest_quorum(), bound.liars);
        assert!(document.contains(&row), "{row}");
        checked.push(name);
    }
    assert_eq!(checked, ["recorded", "witnessed", "joint"]);
    for (members, needed) in [(3, 2), (4, 3), (5, 4), (7, 5), (10, 7)] {
        let names: Vec<_> = (1..=members).map(|number| format!("w{number}")).collect();
        let policy = policy(&with_witnesses(members, &format!("group g {needed} {}\nquorum g\n", names.join(" "))));
        let stopped = policy.stopped_by().expect("there is a quorum") - 1;
        let row = format!("| {members} | {needed} | {} | {stopped} |", policy.collusion_bound().liars);
        assert!(document.contains(&row), "{row}");
    }
}

#[test]
fn names_are_octets() {
    // K and the Kelvin sign; a name that is no UTF-8; a terminal's escape written in C1 controls.
    let mut bytes = witness_line(1).replace("w1 ", "K ").into_bytes();
    bytes.extend_from_slice(witness_line(2).replace("w2 ", "\u{212a} ").as_bytes());
    bytes.extend_from_slice(b"group \xff\xc2\x9b any K \xe2\x84\xaa\nquorum \xff\xc2\x9b\n# \xff\n");
    let policy = Policy::parse(&bytes).expect("a policy");
    let evaluation = policy.evaluate(&note(&[(2, 5)]));
    assert!(evaluation.satisfied());
    assert_eq!(evaluation.groups[0].name.to_string(), "\\xff\\u{9b}");
    assert_eq!(evaluation.groups[0].missing[0].as_bytes(), b"K");
}

#[test]
fn limits() {
    // C2SP tlog-policy: 32 of each at the least, here with the largest keys and addresses.
    let vkey = |number: usize| {
        let bytes: Vec<u8> = number.to_be_bytes().into_iter().cycle().take(1312).collect();
        VerifierKey::new(&format!("{number}.example"), Algorithm::MlDsa44, &bytes).expect("a key")
    };
    let text = |count: usize| {
        let mut text = String::new();
        for number in 0..count {
            let _ = writeln!(text, "log {} https://log.example/{number}", vkey(number));
            let _ = writeln!(text, "witness w{number} {} https://witness.example/{number}", vkey(number));
        }
        for number in 0..count {
            let inner = number.checked_sub(1).map(|inner| format!("g{inner}")).unwrap_or_default();
            let _ = writeln!(text, "group g{number} all w{number} {inner}");
        }
        let _ = writeln!(text, "quorum g{}", count - 1);
        text
    };
    let policy = Policy::parse(text(32).as_bytes()).expect("a policy");
    assert_eq!((policy.logs().len(), policy.witnesses().len(), policy.smallest_quorum()), (32, 32, 32));
    let policy = Policy::parse(text(MAX_EACH).as_bytes()).expect("a policy");
    assert_eq!((policy.collusion_bound().liars, policy.stopped_by()), (64, Some(1)));
    assert!(matches!(
        Policy::parse(text(MAX_EACH + 1).as_bytes()),
        Err(PolicyError::TooMany { line: 129, what: "logs" })
    ));
    let large = format!("quorum none\n#{}\n", " ".repeat(MAX_POLICY - 14));
    assert!(Policy::parse(large.as_bytes()).is_ok());
    assert_eq!(Policy::parse(format!("{large}\n").as_bytes()), Err(PolicyError::TooLarge { len: MAX_POLICY + 1 }));
}

const SIDES: &str = "group guarantors 2 w1 w2 w3\ngroup ngos any w4 w5\ngroup both all guarantors ngos\nquorum both\n";

/// What a note shows, one line of each kind.
fn shown(policy: &Policy, note: &Note) -> String {
    let evaluation = policy.evaluate(note);
    let names =
        |names: &[armistice_tlog::policy::Name]| names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let mut text = format!("{:?}, log {:?}\n", evaluation.answer(), evaluation.log);
    for cosigner in &evaluation.cosigners {
        let _ = writeln!(
            text,
            "{} at {:?}",
            cosigner.name,
            cosigner.verified.seals.iter().map(|s| s.time).collect::<Vec<_>>()
        );
    }
    for group in &evaluation.groups {
        let _ = writeln!(
            text,
            "{}: {} of {} have {}, {:?}, missing [{}]",
            group.name,
            group.needed,
            group.members,
            group.have,
            group.answer,
            names(&group.missing)
        );
    }
    for error in &evaluation.wrong {
        let _ = writeln!(text, "wrong: {error}");
    }
    let _ = write!(
        text,
        "absent [{}], from {:?} to {:?}",
        names(&evaluation.absent),
        evaluation.not_before(),
        evaluation.not_after()
    );
    text
}

#[test]
fn evaluation() {
    let sides = policy(&(log_line() + &with_witnesses(6, SIDES)));
    let check = |note: &Note, expected: Expect| expected.assert_eq(&shown(&sides, note));
    check(
        &note(&[(1, 100), (3, 120), (5, 110)]),
        expect![[r#"
        Satisfied, log Signed("mission/observer")
        w1 at [Some(100)]
        w3 at [Some(120)]
        w5 at [Some(110)]
        both: 2 of 2 have 2, Satisfied, missing []
        guarantors: 2 of 3 have 2, Satisfied, missing [w2]
        ngos: 1 of 2 have 1, Satisfied, missing [w4]
        absent [w2 w4], from Some(100) to Some(120)"#]],
    );
    check(
        &note(&[(1, 100), (2, 105), (3, 120), (4, 90), (5, 110)]),
        expect![[r#"
        Satisfied, log Signed("mission/observer")
        w1 at [Some(100)]
        w2 at [Some(105)]
        w3 at [Some(120)]
        w4 at [Some(90)]
        w5 at [Some(110)]
        both: 2 of 2 have 2, Satisfied, missing []
        guarantors: 2 of 3 have 3, Satisfied, missing []
        ngos: 1 of 2 have 2, Satisfied, missing []
        absent [], from Some(105) to Some(105)"#]],
    );
    check(
        &note(&[(1, 100), (5, 110)]),
        expect![[r#"
        NotSatisfied, log Signed("mission/observer")
        w1 at [Some(100)]
        w5 at [Some(110)]
        both: 2 of 2 have 1, NotSatisfied, missing [guarantors]
        guarantors: 2 of 3 have 1, NotSatisfied, missing [w2 w3]
        ngos: 1 of 2 have 1, Satisfied, missing [w4]
        absent [w2 w3 w4], from None to None"#]],
    );
    check(
        &note(&[]),
        expect![[r#"
        NotSatisfied, log Signed("mission/observer")
        both: 2 of 2 have 0, NotSatisfied, missing [guarantors ngos]
        guarantors: 2 of 3 have 0, NotSatisfied, missing [w1 w2 w3]
        ngos: 1 of 2 have 0, NotSatisfied, missing [w4 w5]
        absent [w1 w2 w3 w4 w5], from None to None"#]],
    );
    // Unknown witnesses, and one that the quorum does not reach, count for nothing.
    check(
        &note(&[(6, 100), (7, 100), (8, 100)]),
        expect![[r#"
        NotSatisfied, log Signed("mission/observer")
        both: 2 of 2 have 0, NotSatisfied, missing [guarantors ngos]
        guarantors: 2 of 3 have 0, NotSatisfied, missing [w1 w2 w3]
        ngos: 1 of 2 have 0, NotSatisfied, missing [w4 w5]
        absent [w1 w2 w3 w4 w5], from None to None"#]],
    );
    // The same witness twice counts once.
    check(
        &note(&[(1, 100), (1, 101), (5, 110)]),
        expect![[r#"
        NotSatisfied, log Signed("mission/observer")
        w1 at [Some(100), Some(101)]
        w5 at [Some(110)]
        both: 2 of 2 have 1, NotSatisfied, missing [guarantors]
        guarantors: 2 of 3 have 1, NotSatisfied, missing [w2 w3]
        ngos: 1 of 2 have 1, Satisfied, missing [w4]
        absent [w2 w3 w4], from None to None"#]],
    );
    check(
        &note(&[(1, 100), (2, 300), (1, 900), (5, 110)]),
        expect![[r#"
        Satisfied, log Signed("mission/observer")
        w1 at [Some(100), Some(900)]
        w2 at [Some(300)]
        w5 at [Some(110)]
        both: 2 of 2 have 2, Satisfied, missing []
        guarantors: 2 of 3 have 2, Satisfied, missing [w3]
        ngos: 1 of 2 have 1, Satisfied, missing [w4]
        absent [w3 w4], from Some(110) to Some(300)"#]],
    );
    // One wrong signature refuses the note, even one that the quorum does not need or does not reach.
    let good = note(&[(1, 100), (2, 100), (3, 100), (4, 100)]);
    let mut wrong = cosignature(good.text(), 6, 100);
    wrong.signature[20] ^= 1;
    check(
        &good.with(wrong).expect("a note"),
        expect![[r#"
        NotSatisfied, log Signed("mission/observer")
        w1 at [Some(100)]
        w2 at [Some(100)]
        w3 at [Some(100)]
        w4 at [Some(100)]
        both: 2 of 2 have 2, Satisfied, missing []
        guarantors: 2 of 3 have 3, Satisfied, missing []
        ngos: 1 of 2 have 1, Satisfied, missing [w5]
        wrong: line 10: the signature of w6.example does not hold
        absent [w5], from None to None"#]],
    );
    // No log.
    let lines = good.signatures()[1..].to_vec();
    check(
        &Note::new(good.text(), lines).expect("a note"),
        expect![[r#"
        NotSatisfied, log Unsigned
        w1 at [Some(100)]
        w2 at [Some(100)]
        w3 at [Some(100)]
        w4 at [Some(100)]
        both: 2 of 2 have 2, Satisfied, missing []
        guarantors: 2 of 3 have 3, Satisfied, missing []
        ngos: 1 of 2 have 1, Satisfied, missing [w5]
        absent [w5], from None to None"#]],
    );
}

#[test]
fn logs() {
    let text = checkpoint(leaf_hash(b"a"));
    let signed = |name: &str, seed| note::sign(&text, name, &key(seed)).expect("a line");
    let check = |logs: &[(&str, u8)], lines: Vec<SignatureLine>, expected: (LogAnswer, bool)| {
        let logs: Vec<_> = logs.iter().map(|(name, seed)| vkey(*seed, name, Algorithm::Ed25519)).collect();
        let policy = policy("quorum none\n").for_logs(logs);
        let evaluation = policy.evaluate(&Note::new(&text, lines).expect("a note"));
        assert_eq!((evaluation.log.clone(), evaluation.satisfied()), expected);
        assert_eq!((evaluation.not_before(), evaluation.not_after()), (None, None), "nobody states a time");
    };
    let ours = || signed(ORIGIN, LOG);
    check(&[], vec![signed("x", 1)], (LogAnswer::NotAsked, true));
    check(&[(ORIGIN, LOG)], vec![ours()], (LogAnswer::Signed(ORIGIN.into()), true));
    check(&[(ORIGIN, LOG)], vec![signed(ORIGIN, 1)], (LogAnswer::Unsigned, false));
    // Any one of the logs is enough; two keys of one log are a rotation.
    check(&[("other", 1), (ORIGIN, LOG)], vec![ours()], (LogAnswer::Signed(ORIGIN.into()), true));
    check(&[(ORIGIN, 1), (ORIGIN, LOG)], vec![ours()], (LogAnswer::Signed(ORIGIN.into()), true));
    // A known log's key over another log's checkpoint says nothing of that log.
    check(&[("other", 1)], vec![ours(), signed("other", 1)], (LogAnswer::OtherOrigin { key: "other".into() }, false));
    let mut wrong = ours();
    wrong.signature[0] ^= 1;
    check(&[(ORIGIN, LOG), (ORIGIN, 1)], vec![signed(ORIGIN, 1), wrong], (LogAnswer::Signed(ORIGIN.into()), false));
}

/// One clock that is wrong by years moves neither end; in a group of one it is all there is.
#[test]
fn a_clock_wrong_by_years() {
    const YEARS: u64 = 20 * 365 * 86_400;
    const NOW: u64 = 1_800_000_000;
    let two_of_three = policy(&(log_line() + &with_witnesses(3, "group g 2 w1 w2 w3\nquorum g\n")));
    let check = |times: [u64; 3], (from, to): (u64, u64)| {
        let evaluation = two_of_three.evaluate(&note(&[(1, times[0]), (2, times[1]), (3, times[2])]));
        assert_eq!((evaluation.not_before(), evaluation.not_after()), (Some(from), Some(to)), "{times:?}");
    };
    check([NOW, NOW + 5, NOW + 9], (NOW + 5, NOW + 5));
    check([NOW - YEARS, NOW + 5, NOW + 9], (NOW + 5, NOW + 5));
    check([NOW, NOW + YEARS, NOW + 9], (NOW + 9, NOW + 9));
    check([NOW, 0, NOW + 9], (NOW, NOW));
    check([NOW, cosignature::MAX_TIME, NOW + 9], (NOW + 9, NOW + 9));
    // Two wrong clocks are a quorum.
    check([NOW - YEARS, NOW - YEARS, NOW], (NOW - YEARS, NOW - YEARS));
    let any = policy(&(log_line() + &with_witnesses(3, "group g any w1 w2 w3\nquorum g\n")));
    let evaluation = any.evaluate(&note(&[(1, NOW), (2, NOW - YEARS), (3, NOW + YEARS)]));
    assert_eq!((evaluation.not_before(), evaluation.not_after()), (Some(NOW + YEARS), Some(NOW - YEARS)));
    assert_eq!((two_of_three.smallest_quorum(), any.smallest_quorum()), (2, 1));
}

#[test]
fn clocks() {
    let policy = policy(&(log_line() + &with_witnesses(5, "group g 2 w1 w2 w3 w4 w5\nquorum g\n")));
    let check = |cosigners: &[(u8, u64)], bound, expected: Expect| {
        let evaluation = policy.evaluate(&note(cosigners));
        expected.assert_eq(&evaluation.clocks_apart(bound).map(|clocks| clocks.to_string()).unwrap_or_default());
    };
    check(&[(1, 1000), (2, 1060), (3, 1030)], 60, expect![""]);
    check(
        &[(1, 1000), (2, 1061), (3, 1030)],
        60,
        expect!["The clocks of w1 (1000) and w2 (1061) are 61 seconds apart; which is wrong cannot be told."],
    );
    check(
        &[(1, 1000), (2, 9000)],
        60,
        expect!["The clocks of w1 (1000) and w2 (9000) are 8000 seconds apart; which is wrong cannot be told."],
    );
    check(
        &[(1, 1000), (2, 1010), (3, 9_000)],
        60,
        expect!["The clocks of w1 (1000) and w3 (9000) are 8000 seconds apart; w3 is the odd one."],
    );
    check(
        &[(1, 1000), (2, 1010), (3, 5), (4, 9_000), (5, 1001)],
        60,
        expect!["The clocks of w3 (5) and w4 (9000) are 8995 seconds apart; w3 and w4 are the odd ones."],
    );
    // A witness that cosigned at both times agrees with either.
    check(
        &[(1, 1000), (2, 9000), (1, 9001), (3, 5000), (3, 500)],
        60,
        expect!["The clocks of w3 (5000) and w2 (9000) are 4000 seconds apart; which is wrong cannot be told."],
    );
    check(&[(1, 1000)], 0, expect![""]);
    check(&[], 0, expect![""]);
    let evaluation = policy.evaluate(&note(&[(1, 1000), (2, 1060), (3, 1061)]));
    let ahead: Vec<_> = evaluation.ahead_of(1000, 60).iter().map(|cosigner| cosigner.name.to_string()).collect();
    assert_eq!(ahead, ["w3"]);
}

#[test]
fn freshness() {
    let policy = policy(&(log_line() + &with_witnesses(3, "group g 2 w1 w2 w3\nquorum g\n")));
    let check = |cosigners: &[(u8, u64)], now, expected, within| {
        let freshness = policy.evaluate(&note(cosigners)).freshness(now);
        assert_eq!((freshness, freshness.within(60, 5)), (expected, within));
    };
    let all = [(1, 1000), (2, 1100), (3, 9_000)];
    check(&all, 1100, Freshness::Age(0), Answer::Satisfied);
    check(&all, 1160, Freshness::Age(60), Answer::Satisfied);
    check(&all, 1161, Freshness::Age(61), Answer::NotSatisfied);
    check(&all, 1095, Freshness::Ahead(5), Answer::Satisfied);
    check(&all, 1094, Freshness::Ahead(6), Answer::CannotTell);
    check(&all[..1], 1100, Freshness::Unknown, Answer::CannotTell);
    // Cosigned anew, the same checkpoint is fresh again.
    check(&[(1, 1000), (2, 1100), (1, 5000), (2, 5001)], 5001, Freshness::Age(1), Answer::Satisfied);
}

#[test]
fn idle_witnesses() {
    let policy = policy(&with_witnesses(4, "group g any w1 w2\ngroup h any w3\nquorum g\n"));
    assert_eq!(policy.idle().iter().map(ToString::to_string).collect::<Vec<_>>(), ["w3", "w4"]);
}

/// The times of each witness, and a policy over them as text, to compare with the definition.
fn cosigners() -> impl Strategy<Value = Vec<(u8, u64)>> {
    prop::collection::vec((1..=6_u8, prop_oneof![0..50_u64, 1_000_000..1_000_050_u64]), 0..9)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Not after is the least T, and not before the greatest, by the definition: evaluate the note with the other
    /// cosignatures taken away.
    #[test]
    fn times_by_definition(tree in split::trees(), cosigners in cosigners()) {
        let policy = policy(&(log_line() + &tree.policy()));
        let evaluation = policy.evaluate(&note(&cosigners));
        let satisfied = |keep: &dyn Fn(u64) -> bool| {
            let kept: Vec<_> = cosigners.iter().copied().filter(|(_, time)| keep(*time)).collect();
            policy.evaluate(&note(&kept)).satisfied()
        };
        let mut times: Vec<u64> = cosigners.iter().map(|(_, time)| *time).collect();
        times.sort_unstable();
        let least = times.iter().copied().find(|limit| satisfied(&|time| time <= *limit));
        let greatest = times.iter().rev().copied().find(|limit| satisfied(&|time| time >= *limit));
        prop_assert_eq!((evaluation.not_after(), evaluation.not_before()), (least, greatest));
    }

    /// Fewer wrong clocks than the smallest quorum put neither end beyond every right clock.
    #[test]
    fn few_wrong_clocks(tree in split::trees(), wrong in prop::collection::vec(0..=cosignature::MAX_TIME, 6)) {
        let policy = policy(&(log_line() + &tree.policy()));
        let liars = policy.smallest_quorum() - 1;
        let right = |number: usize| 1_000_000 + number as u64;
        let cosigners: Vec<(u8, u64)> = (0..tree.witnesses())
            .map(|number| (number as u8 + 1, if number < liars { wrong[number] } else { right(number) }))
            .collect();
        let evaluation = policy.evaluate(&note(&cosigners));
        let honest = (liars..tree.witnesses()).map(right);
        prop_assert!(evaluation.not_after() >= honest.clone().min());
        prop_assert!(evaluation.not_before() <= honest.max());
    }

    /// Grease: unknown signatures among the known, in any order, change nothing but line numbers.
    #[test]
    fn unknown_signatures(
        order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
        unknown in prop::collection::vec(("[a-z./]{1,9}", any::<[u8; 4]>(), prop::collection::vec(any::<u8>(), 1..99)), 0..9),
    ) {
        let policy = policy(&(log_line() + &with_witnesses(6, SIDES)));
        let plain = note(&[(1, 100), (2, 110), (4, 120), (6, 130), (7, 140)]);
        let mut lines: Vec<_> = order.iter().map(|index| plain.signatures()[*index].clone()).collect();
        for (name, key_hash, signature) in unknown {
            lines.insert(lines.len() / 2, SignatureLine { name, key_hash, signature });
        }
        let shuffled = Note::new(plain.text(), lines).expect("a note");
        prop_assert_eq!(shown(&policy, &shuffled), shown(&policy, &plain));
    }

    #[test]
    fn any_bytes(bytes in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        "((log|witness|group|quorum|#)?([ \t](any|all|none|[0-3]|a|b|KEY)){0,5}\n){0,8}".prop_map(|text| {
            text.replace("KEY", &vkey(1, "k", Algorithm::Cosignature).to_string()).into_bytes()
        }),
    ]) {
        if let Ok(policy) = Policy::parse(&bytes) {
            let bound = policy.collusion_bound();
            prop_assert!(bound.liars <= policy.witnesses().len());
            prop_assert!(bound.to_string().ends_with('.'));
            let evaluation = policy.evaluate(&note(&[(1, 1)]));
            prop_assert!(evaluation.wrong.is_empty());
        }
    }
}
