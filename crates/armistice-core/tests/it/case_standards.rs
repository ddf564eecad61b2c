//! The agreement's other standards: for naming somebody, for urgent action, for sanctions; what a refusal of access may count for;
//! what guarantors confirm; what was published and what can be objected to.

use crate::case::{DRAFT, FACTS, SEATS};
use crate::case_world::{AGREEMENT, FULL, THREE, World, hours};
use armistice_core::agreement::phase;
use armistice_core::case::{Case, Cases, clocks::ClockOf, confirm};
use armistice_core::condition::Facts;
use armistice_core::named::Named as _;
use armistice_core::scope::Answer;
use expect_test::expect;
use std::collections::BTreeSet;

/// The stage of the only case, what was determined, and the codes of what was refused.
fn check(modalities: &str, timeline: &str, now: i64, expected: &str) -> Cases {
    let world = World::new(modalities).all(timeline);
    let cases = world.fold(now);
    assert_eq!(cases.applied as usize + cases.irregular.len(), world.steps.len(), "a step is lost");
    let case = one(&cases);
    let mut out = case.state.id().to_owned();
    if let Some(made) = case.determinations.last() {
        let attribution = made.decided().and_then(|d| d.attribution).map_or("", |a| a.id());
        out =
            format!("{out} {} {attribution}", made.why().map_or(made.determination.id(), |w| w.id())).trim().to_owned();
    }
    for i in &cases.irregular {
        out = format!("{out} | {}:{}", i.kind, i.refusal.refusal.code());
    }
    assert_eq!(out, expected, "{timeline}");
    cases
}

fn one(cases: &Cases) -> &Case {
    cases.cases.values().next().expect("a case")
}

fn naming(word: &str) -> String {
    format!(
        "{THREE}\n[modalities.standard_of_proof]\ndetermination = \"reasonable_grounds\"\nnaming = \"{word}\"\nsource = \"text\"\n"
    )
}

const ALL: &str = "ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur";

#[test]
fn who_is_named_is_shown_as_well_as_naming_asks_for() {
    // Where the text says nothing, a party is named at the standard of the determination.
    check(THREE, &format!("{FACTS}; {DRAFT}; {ALL}"), 204, "determined unanimous attributed");
    // Where the text asks for more, it asks for more of everybody.
    let strict = naming("clear_and_convincing");
    check(&strict, &format!("{FACTS}; {DRAFT}"), 204, "response_received | draft_presented:54");
    let shown = FACTS.replace("attribution reasonable_grounds", "attribution clear_and_convincing");
    let cases = check(&strict, &format!("{shown}; {DRAFT}; {ALL}"), 204, "determined unanimous attributed");
    let asked = one(&cases).determination().and_then(|m| m.decided()).and_then(|d| d.naming);
    assert_eq!(asked.map(|n| n.word()), Some("clear_and_convincing"));
    // "Probably" is a name too. Without the name it can be said.
    let probably = DRAFT.replace(" attributed ", " probably_attributed ");
    check(&strict, &format!("{FACTS}; {probably}"), 204, "response_received | draft_presented:54");
    let unnamed = DRAFT.replace(" attributed to=south", " not_attributed");
    check(&strict, &format!("{FACTS}; {unnamed}; {ALL}"), 204, "determined unanimous not_attributed");
    // An opinion that would name the accused where the draft names nobody.
    check(
        &strict,
        &format!("{FACTS}; {unnamed}; ferry 201 opine dissent attribution=attributed"),
        204,
        "draft | opinion_given:54",
    );
    // The mechanism's default asks for more of units and groups: the party can be named in their place.
    let reed = DRAFT.replace("to=south", "to=reed");
    check(THREE, &format!("{FACTS}; {reed}"), 204, "response_received | draft_presented:54");
    check(THREE, &format!("{shown}; {reed}; {ALL}"), 204, "determined unanimous attributed");
    // A lower standard of the text holds for them too.
    let low = naming("reasonable_grounds");
    check(&low, &format!("{FACTS}; {reed}; {ALL}"), 204, "determined unanimous attributed");
}

#[test]
fn an_interim_measure_asks_for_the_urgent_standard() {
    let urgent = FACTS.replace("accused=south", "accused=south urgent=1");
    let weak = urgent.replace("find fact reasonable_grounds", "find fact suspicion");
    let none = urgent.replace("find fact reasonable_grounds", "find fact none");
    let ask = "ferry 40 remedy south interim=1";
    check(THREE, &format!("{weak}; {ask}"), 41, "facts_established");
    check(THREE, &format!("{none}; {ask}"), 41, "facts_established | remedy_requested:56");
    check(THREE, &format!("{FACTS}; {ask}"), 41, "facts_established | remedy_requested:55");
    let strict = format!(
        "{THREE}\n[modalities.standard_of_proof]\ndetermination = \"reasonable_grounds\"\nurgent_action = \"reasonable_grounds\"\nsource = \"text\"\n"
    );
    check(&strict, &format!("{weak}; {ask}"), 41, "facts_established | remedy_requested:56");
    check(&strict, &format!("{urgent}; {ask}"), 41, "facts_established");
    // It moves nothing: the case goes on, and the measure is followed up beside it.
    let cases = check(
        THREE,
        &format!("{urgent}; {ask}; bank 50 follow done; {DRAFT}; {ALL}"),
        204,
        "determined unanimous attributed",
    );
    let remedy = &one(&cases).remedies[0];
    assert!(remedy.body.interim && remedy.progress().is_some());
    // Whoever asks for more than the mildest rung proposes a sanction.
    let decided = format!("{FACTS}; {DRAFT}; {ALL}");
    check(
        FULL,
        &format!("{decided}; ferry 205 remedy south rung=demand_to_stop"),
        206,
        "remedial_action_requested unanimous attributed",
    );
    check(
        FULL,
        &format!("{decided}; ferry 205 remedy south rung=measures"),
        206,
        "determined unanimous attributed | remedy_requested:57",
    );
    let shown = decided.replace("attribution reasonable_grounds", "attribution clear_and_convincing");
    check(
        FULL,
        &format!("{shown}; ferry 205 remedy south rung=measures"),
        206,
        "remedial_action_requested unanimous attributed",
    );
}

#[test]
fn a_refusal_of_access_counts_only_where_the_text_says_so_and_never_alone() {
    let may = |word: &str| format!("{THREE}\n[modalities.access]\nadverse_inference = \"{word}\"\nsource = \"text\"\n");
    let base = FACTS.replace("; ferry 31 find attribution reasonable_grounds", "");
    let infer = "ferry 200 find attribution reasonable_grounds inference=south";
    let refused = "ferry 31 blocked denied by=south";
    let told = "ferry 32 notice south";
    // Allowed, refused access, told, silent: then it can be a ground.
    let grounds = format!("{base}; {refused}; {told}");
    check(&may("yes"), &format!("{grounds}; {infer}"), 201, "no_response");
    for word in ["no", "unknown"] {
        check(&may(word), &format!("{grounds}; {infer}"), 201, "no_response | finding_made:51");
    }
    check(THREE, &format!("{grounds}; {infer}"), 201, "no_response | finding_made:51");
    check(&may("yes"), &format!("{base}; {told}; {infer}"), 201, "no_response | finding_made:52");
    check(
        &may("yes"),
        &format!("{base}; {}; {told}; {infer}", refused.replace("denied", "delayed")),
        201,
        "no_response | finding_made:52",
    );
    check(&may("yes"), &format!("{base}; {refused}; {infer}"), 201, "facts_established | finding_made:53");
    check(&may("yes"), &format!("{grounds}; ferry 100 {}", &infer[10..]), 101, "notice_sent | finding_made:53");
    check(
        &may("yes"),
        &format!("{grounds}; ferry 40 respond south; {infer}"),
        201,
        "response_received | finding_made:53",
    );
    // It is no basis: a finding that rests on nothing else rests on nothing.
    check(&may("yes"), &format!("{grounds}; {infer} bare=1"), 201, "no_response | finding_made:23");
    // Alone it determines nothing; beside a credible report it may lift it, and the determination says so.
    let draft = "ferry 201 draft minor_violation attributed to=south";
    let all = "ferry 202 opine concur; bank 202 opine concur; warden 203 opine concur";
    check(&may("yes"), &format!("{grounds}; {infer}; {draft}; {all}"), 204, "not_determined standard_not_reached");
    let beside = format!("{grounds}; bank 199 find attribution suspicion; {infer}; {draft}; {all}");
    let cases = check(&may("yes"), &beside, 204, "determined unanimous attributed");
    let decided = one(&cases).determination().and_then(|m| m.decided()).expect("determined");
    assert_eq!(decided.inferences.iter().map(|(_, of)| of.join(",")).collect::<Vec<_>>(), ["south"]);
    // Nor does it lift a fact of which nothing else is known.
    let none = grounds.replace("find fact reasonable_grounds", "find fact none");
    let fact = format!(
        "{none}; {}; bank 199 find attribution suspicion",
        infer.replace("200 find attribution", "199 find fact")
    );
    let unnamed = "ferry 201 draft minor_violation not_attributed";
    check(&may("yes"), &format!("{fact}; {unnamed}; {all}"), 204, "not_determined standard_not_reached");
    check(
        &may("yes"),
        &format!("{fact}; bank 200 find fact suspicion; {unnamed}; {all}"),
        204,
        "determined unanimous not_attributed",
    );
}

#[test]
fn guarantors_confirm_one_by_one() {
    let answers = |timeline: &str| -> String {
        let world = World::new(FULL).all(&format!("{SEATS}; {timeline}"));
        let cases = world.fold(100);
        let agreement = &world.agreements[&AGREEMENT.0];
        let now = jiff::Timestamp::from_second(hours(100)).expect("a time");
        let said = confirm::confirmations(&cases, agreement, &BTreeSet::from([AGREEMENT.0]));
        let facts = Facts { confirmations: said, ..Facts::of(agreement, &[], now) };
        let state = &phase::states(agreement, &facts)[0];
        let why: Vec<String> = state.gates[0].evaluated.reasons.iter().map(|r| r.sentence(agreement)).collect();
        let codes: Vec<String> = cases.irregular.iter().map(|i| i.refusal.refusal.code().to_string()).collect();
        assert!(state.open != Answer::Yes || codes.is_empty() || !why.is_empty());
        format!("{}: {} {}", state.open.id(), why.join(" "), codes.join(" ")).trim().to_owned()
    };
    let say = "confirm the_guns_are_gone";
    let two = format!("warden 1 {say} yes; ferry 2 {say} yes");
    let all = format!("{two}; bank 3 {say} yes");
    expect!["cannot_be_determined: Lake warden has not said: the guns are gone. Ferry guild has not said: the guns are gone. Bank of the lake has not said: the guns are gone."].assert_eq(&answers(""));
    expect!["cannot_be_determined: Bank of the lake has not said: the guns are gone."].assert_eq(&answers(&two));
    expect!["yes: Lake warden confirms: the guns are gone. Ferry guild confirms: the guns are gone. Bank of the lake confirms: the guns are gone."].assert_eq(&answers(&all));
    expect!["no: Bank of the lake does not confirm: the guns are gone."]
        .assert_eq(&answers(&format!("{two}; bank 3 {say} no")));
    expect!["cannot_be_determined: Bank of the lake has not said: the guns are gone."]
        .assert_eq(&answers(&format!("{two}; bank 3 {say} cannot_be_determined")));
    // A word can be taken back, and given anew.
    expect!["cannot_be_determined: Ferry guild has not said: the guns are gone."]
        .assert_eq(&answers(&format!("{all}; ferry 4 {say}")));
    let anew = format!("{all}; ferry 4 {say}; ferry 5 {say} no");
    expect!["no: Ferry guild does not confirm: the guns are gone."].assert_eq(&answers(&anew));
    // It is the guarantor's for as long as its member holds the seat, and nobody contests it.
    expect!["cannot_be_determined: Bank of the lake has not said: the guns are gone."]
        .assert_eq(&answers(&format!("{all}; bank 4 leave bank")));
    expect!["cannot_be_determined: Bank of the lake has not said: the guns are gone."]
        .assert_eq(&answers(&format!("{all}; ferry 4 object seat bank")));
    // Two members of one guarantor that do not say the same say nothing.
    let second = format!("{all}; bank.2 4 seat bank; bank.2 5 {say} no");
    expect!["cannot_be_determined: Bank of the lake has not said: the guns are gone."].assert_eq(&answers(&second));
    // A party, or somebody without a seat, confirms nothing.
    expect!["cannot_be_determined: Bank of the lake has not said: the guns are gone. 58 9"]
        .assert_eq(&answers(&format!("{two}; south 3 seat south; south 4 {say} yes; nobody 5 {say} yes")));
}

#[test]
fn the_publication_clock_hears_of_reports() {
    let decided = format!("{FACTS}; {DRAFT}; {ALL}");
    let clock = |timeline: &str, now: i64| -> String {
        let cases = World::new(THREE).all(timeline).fold(now);
        let of = one(&cases).clocks.iter().filter(|c| c.of == ClockOf::Publication);
        let line = |c: &armistice_core::case::clocks::Clock| {
            let done = c.done.map_or_else(|| "-".to_owned(), |d| ((d - hours(0)) / 3_600).to_string());
            format!("{} due {} done {done}", c.standing.id(), (c.due - hours(0)) / 3_600)
        };
        of.map(line).collect::<Vec<_>>().join(", ")
    };
    let rows = [
        ("", 204, "open due 251 done -"),
        ("", 300, "overdue due 251 done -"),
        ("; ferry 240 issue public", 300, "met due 251 done 240"),
        // One that is issued after the time of the reading is not known yet.
        ("; ferry 240 issue public", 239, "open due 251 done -"),
        ("; ferry 260 issue public; bank 270 issue public", 300, "late due 251 done 260"),
        // Not for everybody; before it; without the register of one that gave an opinion; about another time.
        ("; ferry 240 issue internal", 300, "overdue due 251 done -"),
        ("; ferry 202 issue public", 300, "overdue due 251 done -"),
        ("; ferry 240 issue public without=bank", 300, "overdue due 251 done -"),
        ("; ferry 240 issue public to=2030-03-20", 300, "overdue due 251 done -"),
        ("; ferry 240 issue public from=2030-03-01 to=2030-04-20", 300, "met due 251 done 240"),
        // A case that is closed is still to be published.
        ("; ferry 204 close determined; bank 205 close determined", 300, "overdue due 251 done -"),
    ];
    for (more, now, expected) in rows {
        assert_eq!(clock(&format!("{decided}{more}"), now), expected, "{more}");
    }
    let again = format!(
        "{decided}; ferry 204 close determined; bank 205 close determined; bank 206 reopen; bank 207 draft serious_violation attributed to=south; {}",
        ALL.replace("201", "208").replace("202", "208").replace("203", "208")
    );
    assert_eq!(clock(&again, 210), "stopped due 251 done -, open due 256 done -");
}

#[test]
fn an_objection_is_to_a_publication_that_is_there() {
    let objections = |timeline: &str| -> (usize, String) {
        let cases = World::new(THREE).all(&format!("{SEATS}; {timeline}")).fold(100);
        let codes: Vec<String> = cases.irregular.iter().map(|i| i.refusal.refusal.code().to_string()).collect();
        (cases.publication_objections.len(), codes.join(" "))
    };
    assert_eq!(objections("ferry 1 issue public; bank 2 object publication ferry"), (1, String::new()));
    assert_eq!(objections("bank 2 object publication ferry"), (0, "19".to_owned()));
    assert_eq!(objections("ferry 1 issue internal; bank 2 object publication ferry"), (0, "19".to_owned()));
    assert_eq!(objections("ferry 1 issue public; ferry 2 object publication ferry"), (0, "20".to_owned()));
}
