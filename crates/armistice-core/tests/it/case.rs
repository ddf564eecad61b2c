//! Casework: what each state takes, what is refused and why, what opinions come to under each rule, what hostile members can do.

use crate::case_world::{AGREEMENT, THREE, World, hours};
use armistice_core::case::{Cases, Determination, Refusal, refusals};
use armistice_core::named::Named as _;
use armistice_core::record::Step;
use expect_test::expect;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const SEATS: &str = "warden 0 seat warden; ferry 0 seat ferry; bank 0 seat bank";

/// A case up to the point where notice is given, with a finding of fact (1) and one of attribution (2).
const FACTS: &str = "\
    warden 0 seat warden; ferry 0 seat ferry; bank 0 seat bank
    ferry 1 receive public accused=south clauses=L.1; ferry 2 register 2030-1; ferry 3 screen passed; ferry 4 assess; ferry 5 open
    ferry 6 task warden,ferry,bank; ferry 7 verify
    ferry 30 find fact reasonable_grounds; ferry 31 find attribution reasonable_grounds";

/// The same, answered, with a draft that lies before the components.
const DRAFT: &str =
    "ferry 32 notice south; ferry 40 respond south; ferry 200 draft minor_violation attributed to=south";

/// What a timeline comes to.
fn come_to(cases: &Cases) -> String {
    let mut out = String::new();
    for (n, case) in cases.cases.values().enumerate() {
        let sep = if n == 0 { "" } else { " / " };
        let _ = write!(out, "{sep}{}", case.state.id());
        match &case.state {
            armistice_core::case::CaseState::Closed { ground, .. } => {
                let _ = write!(out, " {}", ground.id());
            }
            armistice_core::case::CaseState::NotDetermined { why, .. } => {
                let _ = write!(out, " {why:?}");
            }
            armistice_core::case::CaseState::Determined { determination } => {
                let made = &case.determinations[*determination];
                let decided = made.decided().expect("determined");
                let dissents: Vec<_> = decided.dissents.iter().map(|d| d.text.as_str()).collect();
                let _ = write!(
                    out,
                    " {} {} {}",
                    made.determination.id(),
                    decided.outcome.id(),
                    decided.attribution.map_or("no_attribution", |a| a.id())
                );
                if !dissents.is_empty() {
                    let _ = write!(out, " dissent {dissents:?}");
                }
            }
            _ => {}
        }
    }
    if !cases.irregular.is_empty() {
        let codes: Vec<String> =
            cases.irregular.iter().map(|i| format!("{}:{}", i.kind, i.refusal.refusal.code())).collect();
        let _ = write!(out, " | {}", codes.join(" "));
    }
    out
}

fn accounted(world: &World, cases: &Cases) {
    assert_eq!(cases.applied as usize + cases.irregular.len(), world.steps.len(), "a step is lost");
}

/// Under three guarantors: a timeline, the hour of the reading, what it comes to.
fn check(timeline: &str, now: i64, expected: &str) {
    under(THREE, timeline, now, expected);
}

fn under(modalities: &str, timeline: &str, now: i64, expected: &str) {
    let world = World::new(modalities).all(timeline);
    let cases = world.fold(now);
    accounted(&world, &cases);
    assert_eq!(come_to(&cases), expected, "{timeline}");
}

#[test]
fn a_case_goes_through_its_states() {
    let steps = [
        ("ferry 1 receive public accused=south clauses=L.1", "received"),
        ("ferry 2 register 2030-1", "registered"),
        ("bank 3 screen passed", "preliminary_assessment"),
        ("ferry 4 assess", "preliminary_assessment"),
        ("ferry 5 open", "opened"),
        ("ferry 6 task warden,ferry", "tasked"),
        ("ferry 7 verify", "under_verification"),
        ("ferry 8 blocked denied by=south", "access_blocked"),
        ("ferry 9 verify", "under_verification"),
        ("ferry 10 find fact reasonable_grounds", "facts_established"),
        ("ferry 11 find attribution reasonable_grounds", "facts_established"),
        ("ferry 12 notice south", "notice_sent"),
        ("ferry 13 respond south", "response_received"),
        ("ferry 14 draft minor_violation attributed to=south", "draft"),
        ("ferry 15 opine concur", "component_review"),
        ("warden 16 opine concur", "component_review"),
        ("bank 17 opine concur", "determined unanimous minor_violation attributed"),
        ("ferry 18 remedy south", "remedial_action_requested"),
        ("ferry 19 follow undertaken", "follow_up"),
        ("ferry 20 follow done", "follow_up"),
        ("ferry 21 close resolved", "follow_up"),
        ("bank 22 close resolved", "closed resolved"),
        ("bank 23 reopen", "reopened"),
    ];
    let mut timeline = SEATS.to_owned();
    for (line, expected) in steps {
        let _ = write!(timeline, "; {line}");
        check(&timeline, 24, expected);
    }
    let cases = World::new(THREE).all(&timeline).fold(24);
    let case = cases.cases.values().next().expect("one");
    assert_eq!(case.obstructions.len(), 1);
    // What was determined stays, and stands until another determination takes its place.
    assert!(case.determination().is_some_and(|m| m.taken_up_again.is_some() && !m.superseded));
    let mut moves = String::new();
    for e in &case.history {
        let _ = writeln!(moves, "{} {} -> {}", e.what, e.from.id(), e.to.id());
    }
    expect![[r#"
        case_received received -> received
        case_registered received -> registered
        case_screened registered -> preliminary_assessment
        case_assessed preliminary_assessment -> preliminary_assessment
        case_opened preliminary_assessment -> opened
        case_tasked opened -> tasked
        verification_begun tasked -> under_verification
        access_blocked under_verification -> access_blocked
        verification_begun access_blocked -> under_verification
        finding_made under_verification -> facts_established
        finding_made facts_established -> facts_established
        notice_sent facts_established -> notice_sent
        response_given notice_sent -> notice_sent
        draft_presented notice_sent -> component_review
        opinion_given component_review -> component_review
        opinion_given component_review -> component_review
        opinion_given component_review -> component_review
        determined component_review -> determined
        remedy_requested determined -> remedial_action_requested
        remedy_followed remedial_action_requested -> follow_up
        remedy_followed follow_up -> follow_up
        closing_proposed follow_up -> follow_up
        closing_proposed follow_up -> closed
        case_reopened closed -> reopened
    "#]]
    .assert_eq(&moves);
}

#[test]
fn no_one_constituency_dismisses_alone() {
    let start = format!("{SEATS}; ferry 1 receive public; ferry 2 register 2030-1; ferry 3 screen no_incident");
    check(&start, 4, "screened_out");
    check(&start, 3 + 7 * 24, "screened_out");
    check(&start, 4 + 7 * 24, "closed dismissed");
    check(&format!("{start}; bank 5 object dismissal"), 1000, "preliminary_assessment");
    // Not its own, not too late, not a stranger's.
    check(&format!("{start}; ferry 5 object dismissal"), 6, "screened_out | objected:20");
    check(&format!("{start}; bank 200 object dismissal"), 200, "closed dismissed | objected:21");
    check(&format!("{start}; stranger 5 object dismissal"), 6, "screened_out | objected:9");
    // The complainant's withdrawal ends the wait.
    check(&format!("{start}; ferry 5 withdraw"), 6, "closed dismissed");
    check(&format!("{start}; bank 5 withdraw"), 6, "screened_out | case_withdrawn:18");
    // Any constituency can take it up again.
    check(&format!("{start}; bank 200 reopen; bank 201 open"), 202, "opened");
}

#[test]
fn no_one_constituency_closes_alone() {
    let lapsed = format!("{FACTS}; {DRAFT}; ferry 201 opine concur");
    let over = 200 + 7 * 24;
    check(&lapsed, over, "component_review");
    let silent = "not_determined Lapsed { silent: [ActorId(\"warden\"), ActorId(\"bank\")] }";
    check(&lapsed, over + 1, silent);
    let asked = format!("{lapsed}; ferry 400 close not_determined");
    check(&asked, 401, silent);
    check(&asked, 400 + 7 * 24 + 1, "closed not_determined");
    check(&format!("{asked}; ferry 401 close not_determined"), 402, &format!("{silent} | closing_proposed:50"));
    check(&format!("{asked}; bank 401 close not_determined"), 402, "closed not_determined");
    check(&format!("{asked}; bank 401 object closing"), 1000, silent);
    check(&format!("{lapsed}; ferry 400 close determined"), 401, &format!("{silent} | closing_proposed:49"));
    // A party speaks and does not close.
    check(
        &format!("{asked}; south 401 seat south; south 402 close not_determined"),
        403,
        &format!("{silent} | closing_proposed:12"),
    );
}

#[test]
fn silence_is_an_outcome_and_consent_only_where_the_text_says_so() {
    let timeline = format!("{FACTS}; {DRAFT}; ferry 201 opine concur; bank 202 opine concur");
    check(&timeline, 500, "not_determined Lapsed { silent: [ActorId(\"warden\")] }");
    let consent =
        format!("{THREE}\n[modalities.silence_procedure]\ndays = 7\non_expiry = \"consent\"\nsource = \"text\"\n");
    under(&consent, &timeline, 300, "component_review");
    under(&consent, &timeline, 500, "determined qualified minor_violation attributed");
}

#[test]
fn a_missing_answer_is_no_admission_and_no_obstacle() {
    let noticed = format!("{FACTS}; ferry 32 notice south");
    check(&noticed, 32 + 120, "notice_sent");
    check(&noticed, 32 + 121, "no_response");
    let draft = "draft minor_violation attributed to=south";
    check(&format!("{noticed}; ferry 33 {draft}"), 34, "notice_sent | draft_presented:37");
    check(&format!("{noticed}; ferry 153 {draft}"), 154, "draft");
    // What nobody is accused of needs no notice.
    check(&format!("{FACTS}; ferry 32 draft relevant_incident_no_violation not_attributed"), 33, "draft");
    check(&format!("{FACTS}; ferry 32 {draft}"), 33, "facts_established | draft_presented:36");
    // An answer after the time is kept, and said to be late.
    let cases = World::new(THREE).all(&format!("{noticed}; ferry 300 respond south")).fold(301);
    assert!(cases.cases.values().all(|c| c.responses[0].late));
}

#[test]
fn decision_rules() {
    let rule =
        |word: &str| format!("{THREE}\n[modalities.decision_rule]\ndetermination = \"{word}\"\nsource = \"text\"\n");
    let a = "determined unanimous minor_violation attributed";
    let dead = |agree: &str, against: &str, alone: bool| {
        let list = |names: &str| -> String {
            let all: Vec<String> = names.split_whitespace().map(|n| format!("ActorId(\"{n}\")")).collect();
            all.join(", ")
        };
        format!("not_determined Deadlock {{ agree: [{}], against: [{}], alone: {alone} }}", list(agree), list(against))
    };
    let dissent = "determined majority_with_dissent minor_violation attributed dissent [\"bank-dissents\"]";
    let q = "determined qualified minor_violation attributed";
    // Opinions of warden, ferry and bank under each rule.
    let rows: &[(&str, &str, String)] = &[
        ("unanimous", "concur concur concur", a.to_owned()),
        ("unanimous", "concur concur dissent", dead("warden ferry", "bank", false)),
        ("unanimous", "concur concur no_opinion", dead("warden ferry", "bank", false)),
        ("unanimous", "concur concur concur_in_part", q.to_owned()),
        ("unanimous", "concur concur recuse", q.to_owned()),
        ("unanimous", "concur recuse recuse", dead("warden", "", true)),
        ("unanimous", "recuse recuse recuse", "not_determined NoQuorum { missing: [ActorId(\"warden\"), ActorId(\"ferry\"), ActorId(\"bank\")] }".to_owned()),
        ("consensus", "concur concur no_opinion", q.to_owned()),
        ("consensus", "concur concur dissent", dead("warden ferry", "bank", false)),
        ("consensus", "concur no_opinion no_opinion", dead("warden", "ferry bank", true)),
        ("majority", "concur concur dissent", dissent.to_owned()),
        ("majority", "concur dissent dissent", dead("warden", "ferry bank", false)),
        ("majority_per_constituency", "concur concur concur", a.to_owned()),
        ("majority_per_constituency", "concur concur dissent", dead("warden ferry", "bank", false)),
        ("chair", "concur dissent dissent", "determined majority_with_dissent minor_violation attributed dissent [\"ferry-dissents\", \"bank-dissents\"]".to_owned()),
        ("chair", "dissent concur concur", dead("ferry bank", "warden", false)),
        ("facts_only", "concur concur concur", "not_determined FactsOnly".to_owned()),
    ];
    for (word, positions, expected) in rows {
        let mut timeline = format!("{FACTS}; {DRAFT}");
        for (member, position) in ["warden", "ferry", "bank"].iter().zip(positions.split(' ')) {
            let _ = write!(timeline, "; {member} 201 opine {position} why={member}-dissents");
        }
        under(&rule(word), &timeline, 202, expected);
    }
}

#[test]
fn a_guarantor_of_the_accused_does_not_count_alone() {
    // The northern side is accused: its guarantor is the warden. Two are in the quorum, and the other one takes no part.
    let two = "[modalities.quorum]\nof = [\"warden\", \"ferry\"]\nper_member = 1\nsource = \"text\"\n[modalities.decision_rule]\ndetermination = \"chair\"\nsource = \"text\"\n";
    let timeline = format!(
        "{}; ferry 200 draft relevant_incident_no_violation not_attributed; warden 201 opine concur",
        FACTS.replace("accused=south", "accused=north").replace("; bank 0 seat bank", "").replace(",bank", "")
    );
    under(
        two,
        &format!("{timeline}; ferry 202 opine recuse"),
        203,
        "not_determined Deadlock { agree: [ActorId(\"warden\")], against: [], alone: true }",
    );
    under(
        two,
        &format!("{timeline}; ferry 202 opine concur"),
        203,
        "determined unanimous relevant_incident_no_violation not_attributed",
    );
}

#[test]
fn what_is_found_must_reach_the_standard() {
    let weak = FACTS.replace("find fact reasonable_grounds", "find fact suspicion");
    let all = "; ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur";
    check(
        &format!("{weak}; {DRAFT}{all}"),
        204,
        "not_determined StandardNotReached { standard: ReasonableGrounds, about: Fact, reached: Suspicion }",
    );
    let who = FACTS.replace("find attribution reasonable_grounds", "find attribution suspicion");
    check(
        &format!("{who}; {DRAFT}{all}"),
        204,
        "not_determined StandardNotReached { standard: ReasonableGrounds, about: Attribution, reached: Suspicion }",
    );
    check(
        &format!("{who}; {}{all}", DRAFT.replace(" attributed ", " probably_attributed ")),
        204,
        "determined unanimous minor_violation probably_attributed",
    );
    // No standard is needed to find that nothing was broken.
    check(
        &format!("{weak}; ferry 200 draft relevant_incident_no_violation not_attributed{all}"),
        204,
        "determined unanimous relevant_incident_no_violation not_attributed",
    );
    // One who holds another attribution right takes the attribution away, not the outcome.
    check(
        &format!(
            "{FACTS}; {DRAFT}; ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur_in_part attribution=not_attributed"
        ),
        204,
        "determined qualified minor_violation no_attribution",
    );
}

#[test]
fn opinions_on_an_old_draft_are_void_and_shown() {
    let timeline = format!(
        "{FACTS}; {DRAFT}; bank 201 opine concur; ferry 202 draft serious_violation attributed to=south; warden 203 opine concur draft=1"
    );
    let world = World::new(THREE).all(&timeline);
    let cases = world.fold(204);
    assert_eq!(come_to(&cases), "draft | opinion_given:40");
    let case = cases.cases.values().next().expect("one");
    let void: Vec<_> = case.void_opinions().map(|(n, o)| (n, o.mark.at.member.as_str())).collect();
    assert_eq!(void, [(1, "bank")]);
    // Nobody else can sweep opinions away by another draft.
    let other = format!("{FACTS}; {DRAFT}; bank 201 opine concur; warden 202 draft not_an_incident not_attributed");
    check(&other, 203, "component_review | draft_presented:38");
}

#[test]
fn who_leaves_takes_the_quorum_away_and_no_outcome_that_stands() {
    let opinions = "ferry 201 opine concur; warden 202 opine concur";
    let missing = "not_determined NoQuorum { missing: [ActorId(\"bank\")] }";
    let left = format!("{FACTS}; {DRAFT}; {opinions}; bank 203 leave bank");
    check(&left, 204, missing);
    check(&left, 1000, missing);
    // Who comes back in time can still speak.
    check(
        &format!("{left}; bank 205 seat bank; bank 206 opine concur"),
        207,
        "determined unanimous minor_violation attributed",
    );
    // What was determined before stands.
    let decided = format!("{FACTS}; {DRAFT}; {opinions}; bank 203 opine dissent");
    let under_majority =
        format!("{THREE}\n[modalities.decision_rule]\ndetermination = \"majority\"\nsource = \"text\"\n");
    let expected = "determined majority_with_dissent minor_violation attributed dissent [\"bank says so\"]";
    under(&under_majority, &format!("{decided}; bank 204 leave bank"), 1000, expected);
}

#[test]
fn quorum_is_by_constituency() {
    // Three persons from each of two, as in joint committees of two armies.
    let three = "[modalities.quorum]\nof = [\"warden\", \"ferry\"]\nper_member = 3\nsource = \"text\"\n";
    let timeline = format!("{FACTS}; {DRAFT}; ferry 201 opine concur persons=3")
        .replace("; bank 0 seat bank", "")
        .replace(",bank", "");
    under(
        three,
        &format!("{timeline}; warden 202 opine concur persons=3"),
        203,
        "determined unanimous minor_violation attributed",
    );
    // Two are too few, however many the other side brings; another member of the same constituency adds to them.
    let few = format!("{timeline}; warden 202 opine concur persons=2");
    under(three, &few, 203, "component_review");
    under(three, &few, 1000, "not_determined NoQuorum { missing: [ActorId(\"warden\")] }");
    under(
        three,
        &format!("{few}; warden.2 203 seat warden; warden.2 204 opine concur persons=1"),
        205,
        "determined unanimous minor_violation attributed",
    );
}

#[test]
fn contested_seats_do_not_count() {
    // A false warden: whoever sees it contests it.
    let cases = World::new(THREE).all(&format!("{SEATS}; false 1 seat warden; bank 2 object seat false")).fold(3);
    let seats = &cases.seats;
    assert!(seats.counts(&AGREEMENT, "false").is_none() && seats.counts(&AGREEMENT, "warden").is_some());
    // Leaving and coming back washes nothing off.
    let back = World::new(THREE)
        .all(&format!(
            "{SEATS}; false 1 seat warden; bank 2 object seat false; false 3 leave warden; false 4 seat warden"
        ))
        .fold(5);
    assert!(back.seats.held(&AGREEMENT, "false").is_some() && back.seats.counts(&AGREEMENT, "false").is_none());
    // One that contests everybody: those whom it contests can answer; nobody else it contests can speak.
    let all = format!(
        "{FACTS}; false 1 seat warden; false 2 object seat warden; false 2 object seat ferry; false 2 object seat bank"
    );
    let contested = "facts_established | ";
    let world = World::new(THREE).all(&format!("{all}; ferry 40 object seat false"));
    let cases = world.fold(41);
    assert!(["false", "warden", "ferry", "bank"].iter().all(|m| cases.seats.counts(&AGREEMENT, m).is_none()));
    assert!(!come_to(&cases).starts_with(contested), "the timeline says that the contests came before the case");
    let late = format!(
        "{FACTS}; {DRAFT}; false 201 seat warden; false 202 object seat warden; false 202 object seat ferry; false 202 object seat bank; false 203 opine concur for=warden"
    );
    check(&late, 1000, "not_determined SeatsContested { groups: [ActorId(\"ferry\"), ActorId(\"bank\")] }");
    let answered = format!("{late}; bank 204 object seat false");
    check(
        &answered,
        205,
        "not_determined SeatsContested { groups: [ActorId(\"warden\"), ActorId(\"ferry\"), ActorId(\"bank\")] }",
    );
    // When it leaves, its contests are gone.
    check(
        &format!(
            "{answered}; false 205 leave warden; ferry 206 opine concur; bank 206 opine concur; warden 206 opine concur"
        ),
        207,
        "determined unanimous minor_violation attributed",
    );
    // A contested member cannot contest a third one.
    let cases = World::new(THREE)
        .all(&format!("{SEATS}; bank 1 object seat ferry; ferry 2 object seat warden; ferry 3 object seat bank"))
        .fold(4);
    assert_eq!(come_to(&cases), " | objected:10");
    assert!(cases.seats.counts(&AGREEMENT, "bank").is_none() && cases.seats.counts(&AGREEMENT, "warden").is_some());
}

#[test]
fn nobody_gains_by_the_clock() {
    let start = format!("{SEATS}; ferry 1 receive public; ferry 2 register 2030-1");
    // A dismissal that says it was made long ago runs from what the case knows.
    check(&format!("{start}; bank -5000 screen no_incident"), 100, "screened_out");
    // A statement of tomorrow waits.
    check(&format!("{start}; bank 500 screen no_incident"), 100, "registered | case_screened:2");
    // A register's own clock does not run back.
    let back = World::new(THREE).all(&format!("{start}; ferry 1 screen no_incident")).fold(3);
    assert_eq!(back.cases.values().next().and_then(|c| c.screened.as_ref()).map(|m| m.time), Some(hours(2)));
}

#[test]
fn a_settlement_ends_the_dispute_and_not_the_fact() {
    let settled = format!(
        "{FACTS}; {DRAFT}; ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur; ferry 204 settle north,south"
    );
    check(&settled, 205, "determined unanimous minor_violation attributed");
    let closed = format!("{settled}; ferry 206 close settled_locally; bank 207 close settled_locally");
    let cases = World::new(THREE).all(&closed).fold(208);
    assert_eq!(come_to(&cases), "closed settled_locally");
    let case = cases.cases.values().next().expect("one");
    assert!(case.determination().is_some() && case.standing_findings().count() == 2);
    check(&format!("{FACTS}; ferry 206 close settled_locally"), 207, "facts_established | closing_proposed:49");
}

#[test]
fn a_later_determination_takes_the_place_of_the_earlier() {
    let all = |at: i64| format!("ferry {at} opine concur; bank {at} opine concur; warden {at} opine concur");
    let first = format!(
        "{FACTS}; {DRAFT}; {}; ferry 202 close determined; bank 203 close determined; bank 300 reopen",
        all(201)
    );
    let again = format!("{first}; bank 301 draft serious_violation attributed to=south");
    let cases = World::new(THREE).all(&format!("{again}; {}", all(302))).fold(303);
    let case = cases.cases.values().next().expect("one");
    let found: Vec<_> = case
        .determinations
        .iter()
        .map(|m| (m.decided().map(|d| d.outcome.id()), m.superseded, m.taken_up_again.is_some()))
        .collect();
    assert_eq!(found, [(Some("minor_violation"), true, true), (Some("serious_violation"), false, false)]);
    // If the second review fails, the first determination stands.
    let cases = World::new(THREE).all(&again).fold(1000);
    let case = cases.cases.values().next().expect("one");
    assert_eq!(case.determination().and_then(|m| m.decided()).map(|d| d.outcome.id()), Some("minor_violation"));
    assert!(matches!(case.determinations.last().map(|m| &m.determination), Some(Determination::NotDetermined { .. })));
}

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
    for stage in armistice_core::case::Stage::ALL {
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
        (SEATS, "stranger 5 object publication why=", "3 9"),
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
        let mut world = World::new(THREE).all(before);
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
