//! What guarantors confirm, blind grades and the audit, through the real binary.
//!
//! Must not: judge an answer; the tests of the core do.

use crate::support::{Mission, armistice, repository, stdout};
use serde_json::Value;
use std::fs;

fn mission(agreement: &str) -> (Mission, String) {
    let mission = Mission::new(Some(repository().join("agreements").join(agreement)));
    let dir = mission.path().to_string_lossy().into_owned();
    (mission, dir)
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&armistice([args, &["--json"]].concat()))).expect("JSON")
}

/// The exit code and the message of a command that is refused.
fn refused(args: &[&str]) -> (Option<i32>, String) {
    let out = armistice(args.iter().copied());
    (out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn a_gate_hears_of_each_guarantor() {
    let (_mission, m) = mission("syria-2017-05-04.toml");
    let what = "the term of the memorandum is extended";
    let confirm =
        |more: &[&'static str]| [&["agreement", "confirm", &m, what][..], more, &["--text", "a note"]].concat();
    let (code, why) = refused(&confirm(&["--answer", "yes"]));
    assert_eq!(code, Some(5), "{why}");
    assert!(why.contains("case-9"), "{why}");
    let gate = || -> String {
        let v = json(&["agreement", "phases", &m]);
        let all = v["agreements"][0]["phases"].as_array().expect("phases").iter();
        let mut gates = all.flat_map(|p| p["agreed"].as_array().expect("gates"));
        let gate = gates.find(|g| g["condition"].as_str().is_some_and(|c| c.starts_with("guarantors_confirm")));
        let gate = gate.expect("the gate");
        let reasons: Vec<&str> =
            gate["reasons"].as_array().expect("reasons").iter().filter_map(Value::as_str).collect();
        format!("{}: {}", gate["answer"].as_str().unwrap_or(""), reasons.join(" "))
    };
    let silent = gate();
    assert_eq!(silent.matches("has not said").count(), 3, "{silent}");
    stdout(&armistice(["case", "take-seat", &m, "russia", "--text", "a letter"]));
    json(&confirm(&["--answer", "yes"]));
    let one = gate();
    assert!(one.starts_with("cannot_be_determined") && one.matches("has not said").count() == 2, "{one}");
    json(&confirm(&["--answer", "no"]));
    assert_eq!(gate(), format!("no: Russian Federation does not confirm: {what}."));
    json(&confirm(&["--take-back"]));
    assert_eq!(gate(), silent);
    let (code, why) = refused(&confirm(&["--take-back"]));
    assert!(code == Some(4) && why.contains("case-60"), "{why}");
    let (code, why) = refused(&["agreement", "confirm", &m, "it rains", "--answer", "no", "--text", "a note"]);
    assert!(code == Some(4) && why.contains("case-59"), "{why}");
    let list = json(&["case", "list", &m]);
    let answers: Vec<&Value> = list["confirmations"].as_array().expect("words").iter().map(|c| &c["answer"]).collect();
    assert_eq!(answers, [&Value::from("yes"), &Value::from("no"), &Value::Null]);
}

#[test]
fn a_blind_grade_hides_the_letters_and_says_so() {
    let (mission, m) = mission("syria-2016-12-30.toml");
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("a.txt");
    fs::write(&page, "Meadow News\nHome | News\n\nA village is shelled\n\nPublished: 16 January 2017\n\nGovernment forces shelled rebels in rebel-held Saraqib in the province of Idlib on 15 January 2017, a monitoring group said.\n\nMeadow News\n").expect("written");
    mission.add([page]);
    let ledger = folder.path().join("l.toml");
    fs::write(&ledger, "format = 1\n[[source_grade]]\nsource = \"Meadow News\"\ntopic = \"shelling\"\nletter = \"B\"\nassessor = \"x1\"\nwhy = \"often right\"\n").expect("written");
    stdout(&armistice(["record", &m, "--from", &ledger.to_string_lossy()]));
    let brief = json(&["brief", &m]);
    let claim = brief["claims"][0]["id"].as_str().expect("a claim").to_owned();
    let grade = |more: &[&'static str]| [&["record", "grade", &m, &claim][..], more].concat();
    let enter = |more: &[&'static str]| [&grade(more)[..], &["--text", "fits the craters"]].concat();
    // In sight there is the letter; blind there is neither it nor its source, in no form.
    let seen = stdout(&armistice(grade(&[])));
    assert!(seen.contains("Meadow News for shelling: B by"), "{seen}");
    for blind in [stdout(&armistice(grade(&["--blind"]))), json(&grade(&["--blind"])).to_string()] {
        assert!(
            !blind.contains("Meadow") && !blind.contains("often right") && blind.contains("shelled rebels"),
            "{blind}"
        );
    }
    // Who gave the source its letter is not blind to it.
    let (code, why) = refused(&enter(&["--blind", "--number", "2", "--assessor", "x1"]));
    assert!(code == Some(3) && why.contains("would not be blind"), "{why}");
    assert_eq!(json(&enter(&["--number", "2", "--assessor", "x1"]))["blind"], false);
    assert_eq!(json(&enter(&["--blind", "--number", "3", "--assessor", "x2"]))["blind"], true);
    let (code, _) = refused(&enter(&["--number", "1", "--assessor", "x3"]));
    assert_eq!(code, Some(2), "1 follows from independent origins");
    let (code, _) = refused(&grade(&["--number", "3", "--assessor", "x3"]));
    assert_eq!(code, Some(3), "a grade needs a reason");
    let numbers = json(&grade(&[]));
    let numbers = numbers["numbers"].as_array().expect("numbers").iter();
    let rows: Vec<String> = numbers.map(|n| format!("{} {} {}", n["assessor"], n["number"], n["blind"])).collect();
    assert_eq!(rows, ["\"x1\" \"2\" false", "\"x2\" \"3\" true"]);
    assert_eq!(json(&grade(&["--blind"]))["graded_by"], 2);
}

#[test]
fn the_audit_counts_and_concludes_nothing() {
    let (_mission, m) = mission("syria-2016-12-30.toml");
    let v = json(&["case", "audit", &m]);
    let sides: Vec<&str> = v["sides"].as_array().expect("sides").iter().filter_map(|s| s["side"].as_str()).collect();
    assert_eq!(sides, ["sy-gov", "sy-opp"], "every party has a row, also with nothing in it");
    stdout(&armistice(["case", "take-seat", &m, "russia", "--text", "a letter"]));
    let case = ["case", "receive", &m, "--complainant", "sy-opp", "--accused", "sy-gov", "--text", "Shells fell."];
    let id = json(&case)["id"].as_str().expect("an id").to_owned();
    stdout(&armistice(["case", "blocked", &m, &id, "denied", "--by", "sy-gov", "--text", "turned back"]));
    let v = json(&["case", "audit", &m]);
    let gov = &v["sides"][0];
    assert_eq!((gov["accused"].as_u64(), gov["access"]["denied"].as_u64()), (Some(1), Some(1)));
    assert_eq!(gov["undetermined"], serde_json::json!({ "part": 0, "of": 0 }));
    assert_eq!(v["sides"][1]["complaints"].as_u64(), Some(1));
    let text = stdout(&armistice(["case", "audit", &m]));
    assert!(text.contains("Counts and times, no more") && !text.contains('%'), "{text}");
}
