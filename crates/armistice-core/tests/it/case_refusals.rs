//! Every reason why a step of casework is refused, alone and beside others, in the order of precedence.

use crate::case::{DRAFT, FACTS, SEATS};
use crate::case_world::{FULL, World, hours};
use armistice_core::case::{Refusal, Stage, refusals};
use armistice_core::record::Step;
use std::collections::BTreeSet;
use std::fmt::Write as _;

#[test]
fn every_code_is_used_once_and_the_order_is_the_precedence() {
    let codes: BTreeSet<u16> = Refusal::ALL.iter().map(|r| r.code()).collect();
    assert_eq!(codes.len(), Refusal::ALL.len());
    assert!(Refusal::ALL.is_sorted());
    let mut sentences = BTreeSet::new();
    assert!(Refusal::ALL.iter().all(|r| sentences.insert(r.sentence()) && r.sentence().ends_with('.')));
}

#[test]
fn the_page_has_every_refusal_and_state() {
    let path = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/casework.md"));
    let page = std::fs::read_to_string(path).expect("the page");
    let marker = "<!-- refusals: made from the list in the code; UPDATE_EXPECT=1 renews it -->\n";
    let (written, _) = page.split_once(marker).expect("the marker stands in the page");
    let mut table = "| code | what | next |\n|---|---|---|\n".to_owned();
    for r in Refusal::ALL {
        let _ = writeln!(table, "| {} | {} | {} |", r.code(), r.sentence(), r.next_step());
    }
    expect_test::expect_file!["../../../../docs/casework.md"].assert_eq(&format!("{written}{marker}\n{table}"));
    for stage in Stage::ALL {
        assert!(written.contains(&format!("| `{}` |", stage.id())), "{}", stage.id());
    }
}

/// For each row a timeline, a step, and all reasons against the step in the order of precedence. Every reason of the list occurs.
#[test]
fn every_refusal_in_order_of_precedence() {
    let intake = format!(
        "{SEATS}; heron 0 seat heron; south 0 seat south; ferry 1 receive north; ferry 2 register 2030-1; bank 2 receive public"
    );
    let pending = format!("{intake}; ferry 3 screen no_incident");
    let draft = format!("{FACTS}; {DRAFT}");
    let decided = format!("{draft}; ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur");
    let dismissed = format!("{intake}; ferry 3 screen no_incident; bank 300 reopen");
    let rows: &[(&str, &str, &str)] = &[
        // Seats.
        ("", "a 99999 seat warden elsewhere=1 why=", "1 2 3"),
        (SEATS, "bank 5 seat nobody why=", "3 6 8"),
        (SEATS, "stranger 5 seat mill why=", "3 7"),
        (SEATS, "stranger 5 leave bank why=", "3 9"),
        (SEATS, "ferry 5 leave bank", "13"),
        (SEATS, "ferry 5 object seat nobody why=", "3 19"),
        (SEATS, "ferry 5 object seat ferry why=", "3 20"),
        (SEATS, "stranger 5 object seat ferry", "9"),
        (&format!("{SEATS}; bank 1 object seat ferry"), "ferry 5 object seat warden", "10"),
        (SEATS, "stranger 5 object publication why=", "3 9 19"),
        (&format!("{SEATS}; ferry 5 issue public"), "ferry 6 object publication ferry", "20"),
        (&format!("{SEATS}; ferry 5 issue internal"), "bank 6 object publication ferry", "19"),
        // What guarantors confirm.
        (SEATS, "stranger 5 confirm the_guns_are_gone yes why= elsewhere=1", "1 3 9"),
        (&format!("{SEATS}; south 1 seat south"), "south 5 confirm the_guns_are_gone yes", "58"),
        (SEATS, "ferry 5 confirm the_nets_are_mended yes", "59"),
        (SEATS, "ferry 5 confirm the_guns_are_gone", "60"),
        (&format!("{SEATS}; bank 1 object seat ferry"), "ferry 5 confirm the_guns_are_gone no", "10"),
        // Intake.
        ("", "a 0 receive public elsewhere=1 why=", "1 3"),
        (&intake, "a 5 receive nobody again=1 accused=who clauses=what why=", "3 5 6 32"),
        (&intake, "a 5 register 2030-1 case=9", "4"),
        (&intake, "south 5 register 2030-1 case=2", "11 15"),
        (&intake, "ferry 5 register 2030-2", "14"),
        (&intake, "stranger 5 screen passed", "9"),
        (&intake, "heron 5 screen duplicate why=", "3 12 16"),
        (&intake, "ferry 5 screen no_incident of=2", "16"),
        (&intake, "ferry 5 screen withdrawn", "17"),
        (&intake, "bank 5 withdraw why=", "3 18"),
        (&pending, "ferry 6 object dismissal why=", "3 20"),
        (&pending, "bank 500 object dismissal", "21"),
        (&dismissed, "bank 301 object dismissal", "21"),
        (&intake, "bank 6 object dismissal", "19"),
        (&intake, "south 6 assess why=", "3 11 14"),
        // Investigation.
        (&intake, "south 6 open accused=who clauses=what why=", "3 6 11 14 32"),
        (&intake, "ferry 6 task mill why=", "3 7 14"),
        (&intake, "ferry 6 verify", "14"),
        (&intake, "stranger 6 blocked granted by=who why=", "3 6 9 22"),
        (&intake, "ferry 6 not_verifiable why=", "3 14"),
        (FACTS, "south 40 find fact reasonable_grounds bare=1 fact=yes actor=who why=", "3 6 9 23"),
        (FACTS, "ferry 40 find fact none fact=yes id=1 supersedes=9", "5 24 25"),
        (FACTS, "bank 40 find fact suspicion supersedes=1", "27"),
        (&draft, "bank 201 find fact suspicion supersedes=1", "14 26 27"),
        (FACTS, "ferry 40 find attribution suspicion inference=south", "51 52 53"),
        (FACTS, "ferry 40 notice north by=41", "28 29"),
        (FACTS, "ferry 40 notice who why=", "3 6"),
        (FACTS, "stranger 40 respond south why=", "3 9 30 31"),
        (&format!("{FACTS}; ferry 32 notice south; south 33 seat south"), "ferry 40 respond south", "31"),
        // Drafts and opinions.
        (
            FACTS,
            "ferry 40 draft minor_violation several to=who clause=what text=which broken=no findings=9 why=",
            "3 6 25 32 33 34 35 36",
        ),
        (FACTS, "ferry 40 draft not_an_incident not_attributed to=south broken=yes", "34 35 36"),
        (&format!("{FACTS}; ferry 32 notice south"), "ferry 40 draft minor_violation attributed to=south", "37"),
        (&draft, "bank 201 draft not_an_incident not_attributed", "38"),
        (
            &format!("{FACTS}; ferry 32 notice south; ferry 40 respond south"),
            "ferry 200 draft minor_violation probably_attributed to=reed",
            "54",
        ),
        (FACTS, "south 201 opine dissent persons=0 why=", "3 9 39 43"),
        (&draft, "ferry 201 opine concur outcome=serious_violation for=bank persons=0", "13 42 43"),
        (
            &format!("{draft}; ferry 201 draft serious_violation attributed to=south"),
            "ferry 202 opine recuse outcome=minor_violation draft=1",
            "40 42",
        ),
        (&draft, "ferry 900 opine concur", "41"),
        (&decided, "ferry 205 opine concur", "41"),
        // After it.
        (FACTS, "ferry 40 remedy south interim=1", "55"),
        (&format!("{intake}; ferry 3 screen passed; ferry 4 assess urgent=1"), "ferry 40 remedy south interim=1", "56"),
        (&decided, "ferry 205 remedy south interim=1", "14 55"),
        (&decided, "ferry 205 remedy south rung=measures", "57"),
        (&draft, "ferry 300 remedy who due=299 rung=what why=", "3 6 14 44 45 46"),
        (&format!("{decided}; ferry 205 remedy south"), "ferry 206 remedy south id=1", "5"),
        (&decided, "ferry 206 follow done id=1 why=", "3 47"),
        (&format!("{decided}; ferry 205 remedy south; south 205 seat south"), "south 206 follow done", "48"),
        (&decided, "ferry 206 settle who why=", "3 6"),
        (&decided, "ferry 206 close not_determined why=", "3 49"),
        (&format!("{decided}; ferry 205 close determined"), "ferry 206 close determined", "50"),
        (&decided, "heron 206 reopen why=", "3 9 14"),
    ];
    let mut seen = BTreeSet::new();
    for (before, line, expected) in rows {
        let mut world = World::new(FULL).all(before);
        let now = 1000;
        let cases =
            world.fold(line.split_whitespace().nth(1).and_then(|h| h.parse::<i64>().ok()).unwrap_or(now).min(now));
        assert!(cases.irregular.is_empty(), "{before}: {:?}", cases.irregular);
        world.line(line);
        let step: &Step<_> = world.steps.last().expect("the step");
        let found = refusals(&cases, &world.agreements, step, hours(now));
        let codes: Vec<String> = found.iter().map(|r| r.refusal.code().to_string()).collect();
        let mut unique = codes.clone();
        unique.dedup();
        assert_eq!(unique.join(" "), *expected, "{line}: {found:?}");
        // The fold refuses it for the first of them.
        let after = world.fold(now);
        assert_eq!(after.irregular.first().map(|i| i.refusal.clone()), found.first().cloned(), "{line}");
        seen.extend(found.iter().map(|r| r.refusal));
    }
    let unseen: Vec<_> = Refusal::ALL.iter().filter(|r| !seen.contains(r)).collect();
    assert!(unseen.is_empty(), "no row is refused for {unseen:?}");
}
