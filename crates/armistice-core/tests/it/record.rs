//! The fold: the same record whatever the order of arrival, nothing lost, disagreement kept.

use armistice_core::{
    id::DocumentId,
    named::Named as _,
    record::{Register, Stop, canonical_order, fold},
    statement::{Body, DecodeError, Decoded, Header, Seen, Statement, Verdict},
};
use proptest::prelude::*;

fn entry(member: &str, seq: u64, seen: &[(&str, u64)], body: Body) -> ([u8; 32], Decoded) {
    let header = Header {
        mission: "m".to_owned(),
        member: member.to_owned(),
        seq,
        prev: None,
        asserted: 0,
        seen: seen
            .iter()
            .map(|(o, size)| Seen { origin: format!("m/{o}"), size: *size, root: [0; 32], note: None })
            .collect(),
    };
    ([seq as u8; 32], Decoded::Known(Box::new(Statement { header, body })))
}

fn judged(why: &str) -> Body {
    Body::Judged { a: "a".to_owned(), b: "b".to_owned(), verdict: Verdict::Same, why: why.to_owned() }
}

fn register(member: &str, seen: &[&[(&str, u64)]]) -> Register {
    Register {
        origin: format!("m/{member}"),
        member: member.to_owned(),
        entries: seen
            .iter()
            .enumerate()
            .map(|(i, s)| entry(member, i as u64, s, judged(&format!("{member}{i}"))))
            .collect(),
        stopped: None,
    }
}

/// `expected` names member and index in canonical order.
fn check(registers: &[Register], expected: &[&str]) {
    let order: Vec<String> =
        canonical_order(registers).into_iter().map(|(r, i)| format!("{}{i}", registers[r].member)).collect();
    assert_eq!(order, expected);
}

#[test]
fn order_is_by_cause_then_register_then_index() {
    check(&[register("b", &[&[], &[]]), register("a", &[&[], &[]])], &["a0", "b0", "a1", "b1"]);
    // a0 had seen two entries of b: it comes after them.
    check(&[register("a", &[&[("b", 2)]]), register("b", &[&[], &[]])], &["b0", "b1", "a0"]);
    // What it had seen is not here yet: it counts when it comes.
    check(&[register("a", &[&[("z", 9)], &[]]), register("b", &[&[]])], &["a0", "b0", "a1"]);
    // Two that claim to have seen each other's future: a defined order all the same.
    check(&[register("a", &[&[("b", 1)]]), register("b", &[&[("a", 1)]])], &["a0", "b0"]);
}

#[test]
fn a_register_that_stops_is_shown() {
    let mut r = register("a", &[&[]]);
    r.stopped = Some((1, Stop::Undecodable(DecodeError::Malformed("x".to_owned()))));
    let record = fold(&[r]);
    assert_eq!(record.folded, 1);
    assert_eq!(record.stopped, vec![("a".to_owned(), 1, "not a statement: x".to_owned())]);
}

#[test]
fn two_members_captures_are_both_kept() {
    let document = DocumentId::of(&[b"d"]);
    let capture = |file: &str| Body::DocumentCaptured {
        document: document.clone(),
        sha256: [1; 32],
        size: 1,
        file: file.to_owned(),
    };
    let one = |m: &str, f: &str| Register {
        origin: format!("m/{m}"),
        member: m.to_owned(),
        entries: vec![entry(m, 0, &[], capture(f))],
        stopped: None,
    };
    let record = fold(&[one("b", "second"), one("a", "first")]);
    let files: Vec<&str> = record.documents[&document].captured.iter().map(|(_, c)| c.file.as_str()).collect();
    assert_eq!(files, ["first", "second"]);
    assert_eq!(record.order, [document]);
}

proptest! {
    /// The order in which registers are given never matters.
    #[test]
    fn arrival_order_does_not_matter(
        sizes in proptest::collection::vec(0..6usize, 3),
        links in proptest::collection::vec((0..3usize, 0..6usize, 0..3usize, 0..7u64), 0..12),
        shift in 0..3usize,
    ) {
        let names = ["a", "b", "c"];
        let mut seen: Vec<Vec<Vec<(&str, u64)>>> = sizes.iter().map(|n| vec![vec![]; *n]).collect();
        for (r, i, o, n) in links {
            if r != o && i < seen[r].len() {
                seen[r][i].push((names[o], n));
            }
        }
        let build = |r: usize| {
            let rows: Vec<&[(&str, u64)]> = seen[r].iter().map(Vec::as_slice).collect();
            register(names[r], &rows)
        };
        let straight: Vec<Register> = (0..3).map(build).collect();
        let turned: Vec<Register> = (0..3).map(|i| build((i + shift) % 3)).collect();
        let whys = |registers: &[Register]| -> Vec<String> {
            fold(registers).judged.iter().map(|(_, j)| j.why.clone()).collect()
        };
        prop_assert_eq!(whys(&straight), whys(&turned));
    }
}

/// Of each member the last judgement on a pair is in force, whichever of the two it names first; others keep theirs.
#[test]
fn a_later_judgement_takes_the_place_of_the_members_earlier_one() {
    use Verdict::{Different, Same, Unsure};
    let body = |(a, b, verdict): (&str, &str, Verdict)| Body::Judged {
        a: a.to_owned(),
        b: b.to_owned(),
        verdict,
        why: verdict.id().to_owned(),
    };
    let check = |said: &[(&str, &[(&str, &str, Verdict)])], expected: &[&str]| {
        let registers: Vec<Register> = said
            .iter()
            .map(|(member, bodies)| Register {
                entries: (0..).zip(*bodies).map(|(i, b)| entry(member, i, &[], body(*b))).collect(),
                ..register(member, &[])
            })
            .collect();
        let record = fold(&registers);
        let in_force: Vec<String> = record
            .judgements()
            .iter()
            .map(|(at, j)| format!("{}: {} {} {}", at.member, j.a, j.b, j.verdict.id()))
            .collect();
        assert_eq!(in_force, expected);
        // Nothing is deleted.
        assert_eq!(record.judged.len(), said.iter().map(|(_, b)| b.len()).sum::<usize>());
    };
    check(&[("x", &[("a", "b", Same), ("b", "a", Different)])], &["x: b a different"]);
    check(&[("x", &[("a", "b", Same), ("a", "c", Same), ("a", "b", Unsure)])], &["x: a c same", "x: a b unsure"]);
    check(&[("x", &[("a", "b", Same)]), ("y", &[("a", "b", Different)])], &["x: a b same", "y: a b different"]);
}
