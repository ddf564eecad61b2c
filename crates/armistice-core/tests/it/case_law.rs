//! The law in force, in casework: an amendment changes what comes after it and nothing that was determined before.

use crate::agreement::{LAKE, read};
use crate::case::{DRAFT, FACTS};
use crate::case_world::{AGREEMENT, THREE, World, hours};
use armistice_core::agreement::{Agreement, law};
use armistice_core::case::Cases;
use armistice_core::scope::{Answer, Question, facts::IncidentFacts, test};

/// The lake truce with three guarantors who decide unanimously; and its amendment of 1 March 2030: they decide by majority, and
/// shelling is no longer on the list of L.1.
fn versions() -> (Agreement, Agreement) {
    let (before, _) = LAKE.split_once("[modalities.quorum]").expect("the file ends with its modalities");
    let first = format!("{before}{THREE}");
    let second = first
        .replacen("id = \"lake-2030\"", "id = \"lake-2030-b\"", 1)
        .replacen(
            "title = \"Lake truce\"",
            "title = \"Lake truce\"\nversion = 2\namends = \"lake-2030\"\nin_force_from = { at = 2030-03-01T12:00:00, zone = \"America/New_York\" }",
            1,
        )
        .replacen("acts = [\"shelling\", \"air_strike\"]", "acts = [\"air_strike\"]", 1);
    let majority = "\n[modalities.decision_rule]\ndetermination = \"majority\"\nsource = \"text\"\n";
    (read(&first), read(&format!("{second}{majority}")))
}

fn come_to(cases: &Cases) -> String {
    let case = cases.cases.values().next().expect("a case");
    let made = case.determinations.last().expect("a review that ended");
    made.why().map_or(made.determination.id(), |w| w.id()).to_owned()
}

#[test]
fn an_act_is_held_against_the_version_of_its_time() {
    let (first, second) = versions();
    let all = [&second, &first];
    let prohibited = |day: &str| -> String {
        let at: jiff::Timestamp = day.parse().expect("a time");
        let law = law::in_force(&all, &first.id, Some(at), Some(at));
        let line = format!("act=shelling; by=northerners; to=southerners; when={}; at=US", &day[..10]);
        let answer = |v: &&Agreement| {
            let facts: IncidentFacts = crate::scope::facts(v, &line);
            let answers = test(v, &facts);
            let of = |a: &&armistice_core::scope::TestAnswer| {
                a.question == Question::ActProhibited && a.clause.as_ref().is_some_and(|c| c.as_str() == "L.1")
            };
            let found: Vec<Answer> = answers.iter().filter(of).map(|a| a.answer).collect();
            format!("version {}: {}", v.version, found[0].id())
        };
        law.versions.iter().map(answer).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(prohibited("2030-02-20T12:00:00Z"), "version 1: yes");
    assert_eq!(prohibited("2030-03-20T12:00:00Z"), "version 2: no");
}

#[test]
fn the_same_opinions_come_to_different_ends_under_two_versions() {
    let (first, second) = versions();
    let timeline = format!("{FACTS}; {DRAFT}; ferry 201 opine concur; bank 202 opine concur; warden 203 opine dissent");
    assert_eq!(come_to(&World::under(first).all(&timeline).fold(204)), "deadlock");
    assert_eq!(come_to(&World::under(second).all(&timeline).fold(204)), "majority_with_dissent");
}

#[test]
fn an_amendment_after_a_determination_changes_nothing_of_it() {
    let (first, second) = versions();
    let timeline = format!("{FACTS}; {DRAFT}; ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur");
    let mut world = World::under(first).all(&timeline);
    let before = world.fold(204);
    world.agreements.insert([0xbb; 32], second);
    assert_ne!(AGREEMENT.0, [0xbb; 32]);
    assert_eq!(world.fold(204), before);
    let later = world.fold(5_000);
    let case = later.cases.values().next().expect("a case");
    let made = case.determination().expect("determined");
    assert_eq!((made.at, made.determination.id()), (hours(203), "unanimous"));
    assert_eq!(case.determination(), before.cases.values().next().and_then(|c| c.determination()));
    assert_eq!(made.decided().map(|d| d.rule.word()), Some("unanimous"));
}
