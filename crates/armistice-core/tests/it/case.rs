//! Casework: what each state takes, what is refused and why, what opinions come to under each rule, what hostile members can do.

use crate::case_world::{AGREEMENT, THREE, World, hours};
use armistice_core::case::{Cases, Determination};
use armistice_core::named::Named as _;
use expect_test::expect;
use std::fmt::Write as _;

pub(crate) const SEATS: &str = "warden 0 seat warden; ferry 0 seat ferry; bank 0 seat bank";

/// A case up to the point where notice is given, with a finding of fact (1) and one of attribution (2).
pub(crate) const FACTS: &str = "\
    warden 0 seat warden; ferry 0 seat ferry; bank 0 seat bank
    ferry 1 receive public accused=south clauses=L.1; ferry 2 register 2030-1; ferry 3 screen passed; ferry 4 assess; ferry 5 open
    ferry 6 task warden,ferry,bank; ferry 7 verify
    ferry 30 find fact reasonable_grounds; ferry 31 find attribution reasonable_grounds";

/// The same, answered, with a draft that lies before the components.
pub(crate) const DRAFT: &str =
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

/// Two armies with three persons each and a civilian body with one, as in joint monitoring committees; in urgent cases fewer. One
/// constituency is made of two organisations.
const COMMITTEE: &str = "
    [modalities.quorum]
    of = [\"north\", \"reed\", \"sedge\", \"heron\"]
    per_member = 1
    source = \"text\"
    [[modalities.quorum.constituencies]]
    id = \"north\"
    actors = [\"north\"]
    present = 3
    [[modalities.quorum.constituencies]]
    id = \"companies\"
    actors = [\"reed\", \"sedge\"]
    present = 3
    [[modalities.quorum.constituencies]]
    id = \"heron\"
    actors = [\"heron\"]
    present = 1
    [[modalities.quorum.emergency]]
    id = \"north\"
    actors = [\"north\"]
    present = 2
    [[modalities.quorum.emergency]]
    id = \"companies\"
    actors = [\"reed\", \"sedge\"]
    present = 1
    [[modalities.quorum.emergency]]
    id = \"heron\"
    actors = [\"heron\"]
    present = 1
";

#[test]
fn committees_of_constituencies_that_differ() {
    let start = |urgent: &str| {
        format!(
            "north 0 seat north; reed 0 seat reed; sedge 0 seat sedge; heron 0 seat heron; heron 1 receive public accused=ferry{urgent}
             heron 2 register 2030-1; heron 3 screen passed; heron 4 assess; heron 5 open; heron 6 task north,reed; heron 7 verify
             heron 30 find fact reasonable_grounds; heron 31 find attribution reasonable_grounds; heron 32 notice ferry
             warden 33 seat warden; warden 40 respond ferry; heron 200 draft minor_violation attributed to=ferry"
        )
    };
    // The warden has a seat that works on cases, and the ferry guild has none.
    let all = "determined unanimous minor_violation attributed";
    let two = "heron 201 opine concur; north 201 opine concur persons=3; reed 201 opine concur persons=2";
    under(COMMITTEE, &format!("{}; {two}", start("")), 202, "component_review");
    under(
        COMMITTEE,
        &format!("{}; {two}", start("")),
        900,
        "not_determined NoQuorum { missing: [ActorId(\"companies\")] }",
    );
    under(COMMITTEE, &format!("{}; {two}; sedge 202 opine concur", start("")), 203, all);
    // Two organisations of one constituency that disagree are no agreement of it.
    under(
        COMMITTEE,
        &format!("{}; {two}; sedge 202 opine dissent", start("")),
        203,
        "not_determined Deadlock { agree: [ActorId(\"north\"), ActorId(\"heron\")], against: [ActorId(\"companies\")], alone: false }",
    );
    let urgent = "north 201 opine concur persons=2; heron 201 opine concur; sedge 201 opine concur";
    under(
        COMMITTEE,
        &format!("{}; {urgent}", start("")),
        900,
        "not_determined NoQuorum { missing: [ActorId(\"north\"), ActorId(\"companies\")] }",
    );
    under(COMMITTEE, &format!("{}; {urgent}", start(" urgent=1")), 202, all);
    // Two organisations of one constituency are one when a case is closed.
    let lapsed = format!("{}; reed 500 close not_determined; sedge 501 close not_determined", start(""));
    let silent = "not_determined Lapsed { silent: [ActorId(\"north\"), ActorId(\"companies\"), ActorId(\"heron\")] } | closing_proposed:50";
    under(COMMITTEE, &lapsed, 502, silent);
}

#[test]
fn a_tripartite_mechanism_decides_by_consensus() {
    let timeline = "gov 0 seat co-gov; farc 0 seat farc; un 0 seat un-mission
        un 1 receive public accused=co-forces; un 2 register 1; un 3 screen passed; un 4 assess; un 5 open; un 6 task co-gov,farc,un-mission; un 7 verify
        un 8 find fact reasonable_grounds; un 9 find attribution clear_and_convincing; un 10 notice co-forces; gov 11 respond co-forces
        un 12 draft minor_violation attributed to=co-forces text=T-CFH clause=PROT.3";
    let check = |opinions: &str, expected: &str| {
        let world =
            World::under(crate::agreement::shipped("colombia-2016.toml")).all(&format!("{timeline}; {opinions}"));
        let cases = world.fold(100);
        accounted(&world, &cases);
        assert_eq!(come_to(&cases), expected, "{opinions}");
    };
    check(
        "gov 13 opine concur for=co-gov; farc 13 opine concur; un 13 opine concur for=un-mission",
        "determined unanimous minor_violation attributed",
    );
    check(
        "gov 13 opine dissent for=co-gov; farc 13 opine concur; un 13 opine concur for=un-mission",
        "not_determined Deadlock { agree: [ActorId(\"farc\"), ActorId(\"un-mission\")], against: [ActorId(\"co-gov\")], alone: false }",
    );
    check(
        "gov 13 opine no_opinion for=co-gov; farc 13 opine concur; un 13 opine concur for=un-mission",
        "determined qualified minor_violation attributed",
    );
}

#[test]
fn recusal_is_as_the_agreement_says() {
    // The northern side is accused, whom the warden guarantees.
    let timeline = format!(
        "{}; ferry 200 draft relevant_incident_no_violation not_attributed; ferry 201 opine concur; bank 202 opine concur",
        FACTS.replace("accused=south", "accused=north")
    );
    let rule = |word: &str| format!("{THREE}\n[modalities.recusal]\nrule = \"{word}\"\nsource = \"text\"\n");
    under(&rule("not_alone"), &timeline, 203, "component_review");
    // Nobody waits for who takes no part, and what it says all the same does not count.
    let determined = "determined qualified relevant_incident_no_violation not_attributed";
    under(&rule("recused"), &timeline, 203, determined);
    let against = timeline.replace("ferry 201 opine concur", "warden 201 opine dissent; ferry 201 opine concur");
    under(
        &rule("none"),
        &against,
        203,
        "not_determined Deadlock { agree: [ActorId(\"ferry\"), ActorId(\"bank\")], against: [ActorId(\"warden\")], alone: false }",
    );
}

#[test]
fn clocks_show_who_holds_an_overdue_step() {
    let lines = |timeline: &str, modalities: &str, now: i64| -> String {
        let cases = World::new(modalities).all(timeline).fold(now);
        let case = cases.cases.values().next().expect("one");
        let hour = |t: i64| (t - hours(0)) / 3_600;
        let line = |c: &armistice_core::case::clocks::Clock| {
            format!("{} {} due {} {} {}\n", c.of.id(), c.standing.id(), hour(c.due), c.owner.join(","), c.source.word())
        };
        case.clocks.iter().map(line).collect()
    };
    expect![[r#"
        screening met due 26 warden,ferry,bank mechanism_default
        assessment met due 75 warden,ferry,bank mechanism_default
        tasking met due 77 warden,ferry,bank mechanism_default
        report overdue due 509 warden,ferry,bank mechanism_default
        reply overdue due 152 south mechanism_default
    "#]]
    .assert_eq(&lines(&format!("{FACTS}; ferry 32 notice south"), THREE, 1_000));
    let own = format!("{THREE}\n[modalities.clocks]\nscreening_hours = 2\nopinions_days = 1\nsource = \"text\"\n");
    let timeline = format!(
        "{SEATS}; ferry 1 receive public; ferry 2 register 2030-1; ferry 9 screen passed; ferry 10 assess; ferry 11 open; ferry 12 task bank; bank 13 verify; bank 14 find fact suspicion; bank 15 draft not_an_incident not_attributed; bank 16 opine concur"
    );
    expect![[r#"
        screening late due 4 warden,ferry,bank text
        assessment met due 81 warden,ferry,bank mechanism_default
        tasking met due 83 warden,ferry,bank mechanism_default
        report met due 515 bank mechanism_default
        opinion overdue due 39 warden text
        opinion overdue due 39 ferry text
        opinion met due 39 bank text
    "#]]
    .assert_eq(&lines(&timeline, &own, 100));
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
