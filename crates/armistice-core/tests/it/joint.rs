//! Opening together: had everybody sealed before anybody opened, by what the registers had seen.

use armistice_core::{
    id::ItemId,
    record::{
        Register, fold,
        joint::{Order, joint},
    },
    statement::{
        Body, Decoded, Header, Seen, Statement,
        trust::{Sealed, Trust},
    },
};

/// One step of a member: `seal N` and `open N` of the root N, `copy N` under an id that is made up, `wait`.
type Step<'a> = (&'a str, u8, &'a [(&'a str, u64)]);

fn register(member: &str, others: &[&str], steps: &[Step<'_>]) -> Register {
    let entries = steps.iter().enumerate().map(|(seq, (what, n, seen))| {
        let item = if *what == "copy" { ItemId::of(&[b"made up"]) } else { ItemId::of(&[&[*n; 32]]) };
        let body = match *what {
            "seal" | "copy" => Body::Trust(Trust::Sealed(Box::new(Sealed {
                item,
                about: "prisoners".to_owned(),
                root: [*n; 32],
                leaves: 8,
                blobs: vec![],
                together: others.iter().map(|o| (*o).to_owned()).collect(),
                padding: vec![],
            }))),
            "open" => Body::Trust(Trust::Revealed { item, disclosures: vec![vec![1]] }),
            _ => Body::Trust(Trust::Padded { padding: vec![] }),
        };
        let row = |(o, size): &(&str, u64)| Seen { origin: format!("m/{o}"), size: *size, root: [0; 32], note: None };
        let header = Header {
            mission: "m".to_owned(),
            member: member.to_owned(),
            seq: seq as u64,
            prev: None,
            asserted: 0,
            seen: seen.iter().map(row).collect(),
        };
        ([seq as u8; 32], Decoded::Known(Box::new(Statement { header, body })))
    });
    Register { origin: format!("m/{member}"), member: member.to_owned(), entries: entries.collect(), stopped: None }
}

/// What two members did, and what must be found, whatever the order in which their registers came.
fn check(a: &[Step<'_>], b: &[Step<'_>], expected: Order, sealed: [usize; 2]) {
    let (a, b) = (register("a", &["b"], a), register("b", &["a"], b));
    let found: Vec<_> =
        [[a.clone(), b.clone()], [b, a]].iter().map(|registers| joint(registers, &fold(registers).trust)).collect();
    assert_eq!(found[0], found[1], "the order of arrival shows");
    assert_eq!(found[0].len(), 1);
    let counts: Vec<usize> = found[0][0].parts.iter().map(|p| p.sealed.len()).collect();
    assert_eq!((found[0][0].order, &counts[..]), (expected, &sealed[..]));
}

#[test]
fn order_is_what_registers_had_seen() {
    check(&[("seal", 1, &[])], &[("wait", 0, &[])], Order::Sealed, [1, 0]);
    check(&[("seal", 1, &[])], &[("seal", 2, &[])], Order::Sealed, [1, 1]);
    // Opened without having seen the other's sealing.
    check(&[("seal", 1, &[]), ("open", 1, &[])], &[("seal", 2, &[])], Order::NotShown, [1, 1]);
    check(&[("seal", 1, &[]), ("open", 1, &[])], &[("wait", 0, &[])], Order::NotShown, [1, 0]);
    check(&[("seal", 1, &[]), ("open", 1, &[("b", 1)])], &[("seal", 2, &[])], Order::SealedFirst, [1, 1]);
    // Seen by an earlier statement of the same register is seen.
    let earlier: &[Step<'_>] = &[("seal", 1, &[]), ("wait", 0, &[("b", 1)]), ("open", 1, &[])];
    check(earlier, &[("seal", 2, &[])], Order::SealedFirst, [1, 1]);
    // Both opened: each must have seen the other's.
    let both: &[Step<'_>] = &[("seal", 1, &[]), ("open", 1, &[("b", 1)])];
    check(both, &[("seal", 2, &[]), ("open", 2, &[("a", 2)])], Order::SealedFirst, [1, 1]);
    check(both, &[("seal", 2, &[]), ("open", 2, &[])], Order::NotShown, [1, 1]);
    // What is sealed later under the label does not undo what was shown before; that there was a choice shows.
    check(both, &[("seal", 2, &[]), ("seal", 3, &[])], Order::SealedFirst, [1, 2]);
    // Opened is what was sealed after the other had opened.
    let late: &[Step<'_>] = &[("seal", 2, &[]), ("seal", 3, &[("a", 2)]), ("open", 3, &[("a", 2)])];
    check(both, late, Order::NotShown, [1, 2]);
}

#[test]
fn copies_and_made_up_ids_count_for_nothing() {
    check(&[("seal", 1, &[])], &[("copy", 2, &[])], Order::Sealed, [1, 0]);
    let registers = [register("a", &["b"], &[("seal", 1, &[])]), register("b", &["a"], &[("seal", 1, &[("a", 1)])])];
    let found = joint(&registers, &fold(&registers).trust);
    assert!(found[0].parts.iter().all(|p| p.sealed.is_empty()), "{found:?}");
}
