//! Casework under any sequence of statements, allowed or not: nothing is lost, nothing breaks, and order of arrival does not matter.

use crate::case_world::{THREE, World, hours};
use armistice_core::case::{Cases, Input, Stage, fold};
use armistice_core::record::{self, Register, Step};
use armistice_core::statement::{Body, Decoded, Header, Seen, Statement, casework::Casework};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const MEMBERS: [&str; 6] = ["warden", "ferry", "bank", "false", "south", "heron"];

/// What anybody may try, with anything wrong in it.
const TRIES: &[&str] = &[
    "seat warden",
    "seat ferry",
    "seat bank",
    "seat south",
    "seat mill",
    "leave bank",
    "leave ferry",
    "receive public accused=south clauses=L.1",
    "receive north accused=south urgent=1",
    "receive own_initiative accused=nobody",
    "register 2030-1",
    "register 2030-2 case=2",
    "screen passed",
    "screen no_incident",
    "screen duplicate of=2",
    "screen passed case=2",
    "object dismissal",
    "object closing",
    "object publication",
    "object seat ferry",
    "object seat warden",
    "object seat false",
    "withdraw",
    "assess",
    "assess urgent=1 case=2",
    "open",
    "open case=2",
    "task warden,ferry",
    "verify",
    "blocked denied by=south",
    "blocked granted",
    "find fact reasonable_grounds",
    "find attribution clear_and_convincing",
    "find fact suspicion supersedes=1",
    "find fact none fact=yes",
    "find fact clear_and_convincing bare=1",
    "not_verifiable",
    "notice south",
    "notice north and=warden",
    "notice south by=1",
    "respond south",
    "draft minor_violation attributed to=south",
    "draft relevant_incident_no_violation not_attributed",
    "draft serious_violation several to=south",
    "opine concur",
    "opine concur for=warden",
    "opine dissent",
    "opine recuse",
    "opine concur_in_part attribution=not_attributed",
    "opine no_opinion persons=4294967295",
    "opine concur draft=1",
    "remedy south",
    "follow done",
    "follow partly",
    "settle north,south",
    "close determined",
    "close not_determined",
    "close resolved",
    "close withdrawn",
    "reopen",
    "reopen case=2",
];

/// A case on its way, so that later steps have something to meet.
const BEGUN: &str = "\
    warden 0 seat warden; ferry 0 seat ferry; bank 0 seat bank
    ferry 1 receive public accused=south clauses=L.1; ferry 2 register 2030-1; ferry 3 screen passed; ferry 4 assess; ferry 5 open
    ferry 6 task warden,ferry,bank; ferry 7 verify; ferry 8 find fact reasonable_grounds; ferry 9 find attribution reasonable_grounds
    ferry 10 notice south; ferry 11 respond south; ferry 12 draft minor_violation attributed to=south";

type Try = (usize, i64, usize);

fn tries(most: usize) -> impl Strategy<Value = Vec<Try>> {
    let hour = prop_oneof![8 => 0..400i64, 1 => Just(i64::MAX / 8_000), 1 => Just(-100_000i64)];
    proptest::collection::vec((0..MEMBERS.len(), hour, 0..TRIES.len()), 0..most)
}

fn world(begun: bool, tries: &[Try]) -> World {
    let mut world = World::new(THREE);
    if begun {
        world = world.all(BEGUN);
    }
    for (member, hour, what) in tries {
        world.line(&format!("{} {hour} {}", MEMBERS[*member], TRIES[*what]));
    }
    world
}

/// The registers that hold the steps. After each step of its own a member has seen the others up to the step before, or nothing.
fn registers(steps: &[Step<Casework>], sees: bool) -> Vec<Register> {
    let mut out: Vec<Register> = MEMBERS
        .iter()
        .map(|m| Register { origin: format!("m/{m}"), member: (*m).to_owned(), entries: vec![], stopped: None })
        .collect();
    for step in steps {
        let seen = out
            .iter()
            .filter(|r| sees && r.member != step.at.member)
            .map(|r| Seen { origin: r.origin.clone(), size: r.entries.len() as u64, root: [0; 32], note: None })
            .collect();
        let header = Header {
            mission: "m".to_owned(),
            member: step.at.member.clone(),
            seq: step.seq,
            prev: None,
            asserted: step.asserted,
            seen,
        };
        let body = Body::Casework(Box::new(step.body.clone()));
        let entry = (step.at.id, Decoded::Known(Box::new(Statement { header, body })));
        if let Some(register) = out.iter_mut().find(|r| r.member == step.at.member) {
            register.entries.push(entry);
        }
    }
    out
}

/// The same, each of whose authors had seen all that stands before its step.
fn all_seeing(mut world: World) -> World {
    let mut sizes: BTreeMap<String, u64> = BTreeMap::new();
    for step in &mut world.steps {
        step.seen = sizes.iter().filter(|(m, _)| **m != step.at.member).map(|(m, n)| (m.clone(), *n)).collect();
        *sizes.entry(step.at.member.clone()).or_default() += 1;
    }
    world
}

fn of_registers(world: &World, registers: &[Register], now: i64) -> (Cases, usize) {
    let record = record::fold(registers);
    let cases = fold(&Input {
        casework: &record.casework,
        ledger: &record.ledger,
        agreements: &world.agreements,
        now: hours(now),
    });
    (cases, record.casework.len() + record.misbegun.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Every step is applied or irregular, and the fold never breaks.
    #[test]
    fn nothing_is_lost(begun in any::<bool>(), tries in tries(60), now in -10..2_000i64) {
        let world = world(begun, &tries);
        let cases = world.fold(now);
        prop_assert_eq!(cases.applied as usize + cases.irregular.len(), world.steps.len());
        let refused: BTreeSet<_> = cases.irregular.iter().map(|i| i.at.clone()).collect();
        prop_assert_eq!(refused.len(), cases.irregular.len());
        // Time alone changes no step that was applied: a later reading has at least as many.
        let later = world.fold(i64::MAX / 8_000);
        prop_assert!(later.cases.len() >= cases.cases.len());
        // A case that is determined has what it rests on.
        for case in cases.cases.values().filter(|c| c.stage == Stage::Determined) {
            let decided = case.determination().and_then(|m| m.decided()).expect("determined");
            prop_assert!(decided.groups.iter().filter(|g| g.needed > 0).count() >= 2);
            let against = decided.dissents.iter().chain(&decided.qualifications).all(|v| !v.text.is_empty());
            prop_assert!(against);
        }
    }

    /// The order in which registers come does not matter, whether or not their members had seen one another.
    #[test]
    fn order_of_arrival_does_not_matter(tries in tries(50), turn in 0..6usize, sees in any::<bool>(), now in 0..2_000i64) {
        let world = world(true, &tries);
        let straight = registers(&world.steps, sees);
        let mut turned = straight.clone();
        turned.rotate_left(turn);
        turned.swap(0, 3);
        let (a, n) = of_registers(&world, &straight, now);
        let (b, _) = of_registers(&world, &turned, now);
        prop_assert_eq!(n, world.steps.len());
        prop_assert_eq!(&a, &b);
        if sees {
            // Who had seen all before it comes after it: the same as the timeline itself.
            let direct = all_seeing(world).fold(now);
            prop_assert_eq!(a.cases, direct.cases);
        }
    }

    /// What is said in other cases changes nothing in one that is decided.
    #[test]
    fn other_cases_change_nothing(tries in tries(40)) {
        let decided = format!("{BEGUN}; ferry 13 opine concur; warden 13 opine concur; bank 13 opine dissent; south 14 seat south; heron 14 seat heron; ferry 14 receive public accused=south");
        let mut world = World::new(THREE).all(&decided);
        let before = world.fold(500);
        for (member, hour, what) in &tries {
            let verb = TRIES[*what].split_whitespace().next().unwrap_or_default();
            if !matches!(verb, "seat" | "leave" | "object") {
                let plain = TRIES[*what].replace(" case=2", "");
                world.line(&format!("{} {hour} {plain} case=2", MEMBERS[*member]));
            }
        }
        let after = world.fold(500);
        let id = world.case(1);
        prop_assert_eq!(&before.cases[&id], &after.cases[&id]);
    }
}

#[test]
fn an_id_of_another_begins_nothing() {
    let world = World::new(THREE).all(BEGUN);
    let mut stolen = registers(&world.steps, true);
    // The same complaint, said by another member before: ids can be foretold.
    let entry = stolen[1].entries[1].clone();
    stolen[3].entries.push(entry);
    let record = record::fold(&stolen);
    assert_eq!(record.misbegun.len(), 1);
    assert_eq!(record.misbegun[0].0.member, "false");
    assert_eq!(record.casework.len(), world.steps.len());
}
