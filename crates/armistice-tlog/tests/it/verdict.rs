//! The verdict on whole bundles: good ones, and every way to damage one, each with its answer and place.

use crate::bundles::{anchors, changed, corpus, mine, sound};
use armistice_tlog::verdict::{Anchors, Answer, State, Verdict, moment, verify};
use expect_test::expect;

/// A verifier compares hashes: it does not carry the text.
#[test]
fn the_hash_of_the_readme() {
    use armistice_tlog::verdict::{README_SHA256, README_TEXT};
    assert_eq!(armistice_tlog::hash::sha256(README_TEXT.as_bytes()).hex(), README_SHA256);
}

#[test]
fn every_case_has_its_answer_and_its_place() {
    let mut wrong = Vec::new();
    for case in corpus() {
        let verdict = verify(&case.bytes, &case.anchors);
        let decides = match case.answer {
            Answer::Valid => None,
            Answer::Invalid => Some(State::Fails),
            Answer::CannotTell => Some(State::Open),
        };
        let found = verdict.findings.iter().any(|f| {
            decides.is_none_or(|state| f.state == state)
                && f.member.starts_with(&case.member)
                && f.sentence.contains(case.words)
        });
        if verdict.answer != case.answer || !found {
            wrong.push(format!("{}: {:?}, expected {:?}\n{}", case.name, verdict.answer, case.answer, shown(&verdict)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn shown(verdict: &Verdict) -> String {
    let lines = verdict
        .findings
        .iter()
        .map(|f| format!("  {:?} {:?} {} {:?}: {}", f.state, f.check, f.member, f.offset, f.sentence));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_whole_verdict() {
    let bytes = sound().pack().expect("a bundle");
    let verdict = verify(&bytes, &anchors());
    expect![[r#"
          Holds Container  None: The file is whole: 11 members, every byte of it accounted for.
          Holds Statement statement.cose None: It is a statement of the kind `sealed` in the register lake-truce-2031/observer, in its only encoding.
          Holds Inclusion proof.tlog-proof None: It is entry 2 of the register lake-truce-2031/observer as of the checkpoint with 4 entries.
          Holds Registry registry/ None: 2 key entries of the register, each proven in the same checkpoint.
          Holds Signature statement.cose None: Signed with key 34750f98bd59fcfc946da45aaabe933be154a4b5094e1c4abf42866505f3c97e.
          Holds AuthorKey registry/ None: Key 34750f98bd59fcfc946da45aaabe933be154a4b5094e1c4abf42866505f3c97e was declared in entry 0 and counted at entry 2; no key entry of the bundle, up to 4 entries, puts that in doubt.
          Holds Checkpoint proof.tlog-proof None: The register signed this checkpoint with its key 6a3803d5f059902a1c6dafbc9ba4729212f7caac08634cc3ae76b27529f03827 (Ed25519 (0x01)).
          Holds Anchor registry/0.cose None: The register was opened with the key that you gave, and its checkpoint is signed by the register.
          Holds Time beacons/cd091ac417d08b2624d8d1e5fda109cc562232428e0dffe757ab9eaa796d0770 None: The statement names this note, so it is younger: lake-truce-2031/guarantor with 7 entries.
          Holds Policy policies/witnessed.txt None: The policy `witnessed`, chosen by whoever made this file, holds: cosigned by w1 at 2031-05-01 00:05:00Z, w2 at 2031-05-01 00:07:00Z, w3 at 2031-05-01 01:00:00Z. Two views of one log can both pass only if its key signs both and at least 1 of 3 witnesses lie: at least 1 of the 3 in two.
          Warns Policy  None: The witnesses and the times here count as far as you trust whoever made this file: you gave no policy of your own.
          Says Time  None: Its author says that it was written at 2031-05-01 00:02:00Z.
          Says Time  None: Written between 2031-05-01 00:00:20Z and 2031-05-01 00:07:00Z, by the clocks of `witnessed`.
          Holds Receipt receipt.cose None: The receipt says the same, of the register with 4 entries.
          Holds Disclosures disclosures.cbor None: 2 fields are opened, of at most 8; each is one that the statement commits to.
        That the statement is true. What is shown is what was said, not that it is so.
        Who the person behind the key was, and whether the statement was made freely.
        That nothing later corrects, withdraws or supersedes it. The file ends at its checkpoint with 4 entries; ask for newer entries of lake-truce-2031/observer.
        That the register never revoked a key in an entry that this file leaves out. The key entries up to its checkpoint with 4 entries were chosen by whoever made the file; only the whole register shows that there are no others.
        That its author said nothing else on the matter, here or elsewhere. A bundle shows one statement and hides the others.
        That the register shows the same to everybody, if more witnesses lie together than the policy allows for, or if the witnesses of that policy are no strangers to each other: whoever made this file chose them.
        What the fields hold that are not opened, how many there are, and that none of them has the same name as an opened one."#]].assert_eq(&format!("{}\n{}", shown(&verdict), verdict.not_proven.join("\n")));
    expect![[r#"
        {"verdict":1,"answer":"valid","statement":{"id":"bcc776aa87a4a83b616312cd1d59b1f1f077d25580aab1d8373c602f868032a1","kind":"sealed","version":1,"origin":"lake-truce-2031/observer","index":2,"asserted":1935360120,"key":"34750f98bd59fcfc946da45aaabe933be154a4b5094e1c4abf42866505f3c97e","register_key":"8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c","checkpoint":{"size":4,"root":"daab08179d4a6aa500836fe6032c4a1c6f985b30e23395bba7a213b8b55fbee1"}},"interval":{"policy":"witnessed","not_before":1935360020,"not_after":1935360420},"policies":[{"name":"witnessed","from_reader":false,"holds":true,"least_liars":1,"not_before":1935360020,"not_after":1935360420}],"disclosed":[{"path":"place","value":"\"the ferry landing\""},{"path":"people","value":"3"}],"findings":[{"check":"container","state":"holds","member":"","offset":null,"sentence":"The file is whole: 11 members, every byte of it accounted for."},{"check":"statement","state":"holds","member":"statement.cose","offset":null,"sentence":"It is a statement of the kind `sealed` in the register lake-truce-2031/observer, in its only encoding."},{"check":"inclusion","state":"holds","member":"proof.tlog-proof","offset":null,"sentence":"It is entry 2 of the register lake-truce-2031/observer as of the checkpoint with 4 entries."},{"check":"registry","state":"holds","member":"registry/","offset":null,"sentence":"2 key entries of the register, each proven in the same checkpoint."},{"check":"signature","state":"holds","member":"statement.cose","offset":null,"sentence":"Signed with key 34750f98bd59fcfc946da45aaabe933be154a4b5094e1c4abf42866505f3c97e."},{"check":"author_key","state":"holds","member":"registry/","offset":null,"sentence":"Key 34750f98bd59fcfc946da45aaabe933be154a4b5094e1c4abf42866505f3c97e was declared in entry 0 and counted at entry 2; no key entry of the bundle, up to 4 entries, puts that in doubt."},{"check":"checkpoint","state":"holds","member":"proof.tlog-proof","offset":null,"sentence":"The register signed this checkpoint with its key 6a3803d5f059902a1c6dafbc9ba4729212f7caac08634cc3ae76b27529f03827 (Ed25519 (0x01))."},{"check":"anchor","state":"holds","member":"registry/0.cose","offset":null,"sentence":"The register was opened with the key that you gave, and its checkpoint is signed by the register."},{"check":"time","state":"holds","member":"beacons/cd091ac417d08b2624d8d1e5fda109cc562232428e0dffe757ab9eaa796d0770","offset":null,"sentence":"The statement names this note, so it is younger: lake-truce-2031/guarantor with 7 entries."},{"check":"policy","state":"holds","member":"policies/witnessed.txt","offset":null,"sentence":"The policy `witnessed`, chosen by whoever made this file, holds: cosigned by w1 at 2031-05-01 00:05:00Z, w2 at 2031-05-01 00:07:00Z, w3 at 2031-05-01 01:00:00Z. Two views of one log can both pass only if its key signs both and at least 1 of 3 witnesses lie: at least 1 of the 3 in two."},{"check":"policy","state":"warns","member":"","offset":null,"sentence":"The witnesses and the times here count as far as you trust whoever made this file: you gave no policy of your own."},{"check":"time","state":"says","member":"","offset":null,"sentence":"Its author says that it was written at 2031-05-01 00:02:00Z."},{"check":"time","state":"says","member":"","offset":null,"sentence":"Written between 2031-05-01 00:00:20Z and 2031-05-01 00:07:00Z, by the clocks of `witnessed`."},{"check":"receipt","state":"holds","member":"receipt.cose","offset":null,"sentence":"The receipt says the same, of the register with 4 entries."},{"check":"disclosures","state":"holds","member":"disclosures.cbor","offset":null,"sentence":"2 fields are opened, of at most 8; each is one that the statement commits to."}],"not_proven":["That the statement is true. What is shown is what was said, not that it is so.","Who the person behind the key was, and whether the statement was made freely.","That nothing later corrects, withdraws or supersedes it. The file ends at its checkpoint with 4 entries; ask for newer entries of lake-truce-2031/observer.","That the register never revoked a key in an entry that this file leaves out. The key entries up to its checkpoint with 4 entries were chosen by whoever made the file; only the whole register shows that there are no others.","That its author said nothing else on the matter, here or elsewhere. A bundle shows one statement and hides the others.","That the register shows the same to everybody, if more witnesses lie together than the policy allows for, or if the witnesses of that policy are no strangers to each other: whoever made this file chose them.","What the fields hold that are not opened, how many there are, and that none of them has the same name as an opened one."]}
    "#]].assert_eq(&verdict.to_json());
}

#[test]
fn the_interval_is_by_the_quorum() {
    let bytes = sound().pack().expect("a bundle");
    // Two of three: the second earliest cosignature of the checkpoint, the second latest of the beacon.
    let found = verify(&bytes, &mine([1, 2, 3])).interval.expect("an interval");
    let day = crate::bundles::DAY.cast_unsigned();
    assert_eq!(found, ("mine".to_owned(), Some(day + 20), Some(day + 420)));
}

#[test]
fn a_verdict_without_anchors_never_is_valid() {
    for case in corpus() {
        let verdict = verify(&case.bytes, &Anchors::default());
        assert_ne!(verdict.answer, Answer::Valid, "{}", case.name);
    }
}

#[test]
fn keys_as_people_write_them() {
    let digits = "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c";
    let expected = Anchors::parse_key(digits).expect("64 digits");
    for text in [
        digits.to_uppercase(),
        format!(" {digits}\n"),
        format!("{}:{} {}", &digits[..2], &digits[2..10], &digits[10..]),
    ] {
        assert_eq!(Anchors::parse_key(&text), Some(expected), "{text}");
    }
    for text in ["", "8a", &digits[1..], &format!("{digits}00"), &digits.replace('8', "g")] {
        assert_eq!(Anchors::parse_key(text), None, "{text}");
    }
}

#[test]
fn moments() {
    for (seconds, expected) in [
        (0, "1970-01-01 00:00:00Z"),
        (-1, "1969-12-31 23:59:59Z"),
        (951_782_399, "2000-02-28 23:59:59Z"),
        (951_782_400, "2000-02-29 00:00:00Z"),
        (4_107_542_400, "2100-03-01 00:00:00Z"),
        (1_483_056_000, "2016-12-30 00:00:00Z"),
        (253_402_300_799, "9999-12-31 23:59:59Z"),
        (253_402_300_800, "253402300800 s since 1970"),
        (i64::MAX, "9223372036854775807 s since 1970"),
    ] {
        assert_eq!(moment(seconds), expected);
    }
}

/// What others write cannot end a string of the machine-readable form, or turn the direction of a line.
#[test]
fn names_cannot_drive_a_terminal() {
    let bytes = sound().pack().expect("a bundle");
    let anchors = Anchors { keys: vec![], policies: vec![("a\"\u{202e}\u{1b}[31m\n".into(), b"x".to_vec())] };
    let json = verify(&bytes, &anchors).to_json();
    assert!(json.contains(r#"Your policy `a\"\u202e\u001b[31m\u000a` cannot be read"#), "{json}");
    assert_eq!(json.lines().count(), 1);
}

mod slow {
    //! Every bit of a bundle.

    use super::*;

    #[test]
    fn one_flipped_bit_is_never_valid() {
        let good = sound().pack().expect("a bundle");
        assert_eq!(verify(&good, &anchors()).answer, Answer::Valid);
        for bit in 0..good.len() * 8 {
            let mut bytes = good.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(verify(&bytes, &anchors()).answer, Answer::Invalid, "bit {bit}");
        }
    }

    /// As above, one bit of every byte, by somebody who puts the container's checksums right again. A policy is left out:
    /// with another text it is another policy, and which one stands in a bundle is its maker's choice anyway.
    #[test]
    fn one_flipped_bit_of_a_member_is_never_valid() {
        let good = sound().pack().expect("a bundle");
        for (name, content) in sound().members() {
            for bit in (0..content.len()).filter(|_| !name.starts_with("policies/")).map(|byte| byte * 8 + byte % 8) {
                let bytes = changed(&good, |m| m.get_mut(&name).expect("a member")[bit / 8] ^= 1 << (bit % 8));
                let verdict = verify(&bytes, &anchors());
                assert_ne!(verdict.answer, Answer::Valid, "{name}, bit {bit}\n{}", shown(&verdict));
            }
        }
    }
}
