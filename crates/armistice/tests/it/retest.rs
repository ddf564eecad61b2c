//! `armistice test` through the real binary: what is new, changed, unchanged and gone; saying it; explaining one incident.
//!
//! Must not: judge an answer; the tests of the core do.

use crate::support::{Mission, armistice, repository, stdout};
use serde_json::Value;
use std::{ffi::OsString, fs};

const FIRST: &str = "Meadow News\nHome | News\n\nA village is shelled\n\nPublished: 16 January 2017\n\nGovernment forces shelled rebels in rebel-held Saraqib in the province of Idlib on 15 January 2017, a monitoring group said.\n\nMeadow News\n";
/// The same act, place and day, and another side that was hit.
const SECOND: &str = "Orchard Times\nHome | News\n\nShells fall on Saraqib\n\nPublished: 17 January 2017\n\nGovernment forces shelled Fateh al-Sham Front in Saraqib in the province of Idlib on 15 January 2017, a resident of Saraqib said.\n\nOrchard Times\n";

struct World {
    mission: Mission,
    folder: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
        Self { mission, folder: tempfile::tempdir().expect("a folder") }
    }

    fn add(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("a page");
        self.mission.add([path]);
    }

    fn run(&self, args: &[&str]) -> String {
        let mut all: Vec<OsString> = vec!["test".into(), self.mission.path().into()];
        all.extend(args.iter().map(OsString::from));
        stdout(&armistice(all))
    }

    fn json(&self, args: &[&str]) -> Value {
        let all: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.run(&all)).expect("JSON")
    }

    /// `new changed unchanged gone said`.
    fn counts(&self, args: &[&str]) -> [u64; 5] {
        let v = self.json(args);
        let n = |k: &str| v["counts"][k].as_u64().expect("a number");
        [n("new"), n("changed"), n("unchanged"), n("gone"), v["said"].as_u64().expect("a number")]
    }
}

#[test]
fn what_is_said_is_said_once_and_superseded_when_it_moves() {
    let w = World::new();
    assert_eq!(w.counts(&[]), [0, 0, 0, 0, 0]);
    w.add("a.txt", FIRST);
    assert_eq!(w.counts(&[]), [1, 0, 0, 0, 0]);
    assert_eq!(w.counts(&["--say"]), [1, 0, 0, 0, 1]);
    assert_eq!(w.counts(&["--say"]), [0, 0, 1, 0, 0], "what is unchanged is never said again");
    let before = w.json(&[]);
    let first = before["tests"][0].clone();
    assert_eq!(first["state"], "unchanged");

    w.add("b.txt", SECOND);
    let now = w.json(&[]);
    let test = now["tests"].as_array().expect("tests").iter().find(|t| t["state"] == "changed").expect("it changed");
    assert_eq!(test["incident"], first["incident"]);
    assert_eq!(
        (&test["other_facts"], &test["other_rules"], &test["other_agreement"]),
        (&true.into(), &false.into(), &false.into())
    );
    let moved: Vec<String> = test["moved"]
        .as_array()
        .expect("moved")
        .iter()
        .map(|m| {
            assert!(!m["claims_more"].as_array().expect("claims").is_empty(), "the new claim moved it: {m}");
            format!(
                "{} {} {} -> {}\n",
                m["text"].as_str().unwrap_or(""),
                m["question"].as_str().unwrap_or(""),
                m["was"].as_str().unwrap_or(""),
                m["now"].as_str().unwrap_or("")
            )
        })
        .collect();
    expect_test::expect![[r#"
        T-UN between_parties yes -> cannot_be_determined
        T-UN excluded_actor no -> cannot_be_determined
        T-OPP between_parties yes -> cannot_be_determined
    "#]]
    .assert_eq(&moved.concat());
    // Saying it makes a chain.
    let old = test["supersedes"].as_str().expect("the statement that it takes the place of").to_owned();
    let said = w.json(&["--say"]);
    assert_eq!(said["said"], 1);
    let again = w.json(&[]);
    let chain = again["tests"][0]["supersedes"].as_str().expect("a statement");
    assert!(chain != old && again["tests"][0]["state"] == "unchanged");
    // The same registers, the same bytes.
    assert_eq!(w.run(&[]), w.run(&[]));
    assert_eq!(w.json(&[]).to_string(), again.to_string());
}

#[test]
fn an_incident_that_is_gone_stays_said() {
    let w = World::new();
    w.add("a.txt", FIRST);
    w.run(&["--say", "-q"]);
    // A statement of the past: before the page was added there was no incident, and nothing was said either.
    assert_eq!(w.counts(&["--at", "2001-01-01T00:00Z"]), [0, 0, 0, 0, 0]);
    assert_eq!(w.counts(&["--at", "2100-01-01T00:00Z"]), [0, 0, 1, 0, 0]);
    let both = armistice([
        OsString::from("test"),
        w.mission.path().into(),
        "--say".into(),
        "--at".into(),
        "2100-01-01T00:00Z".into(),
    ]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn one_incident_is_explained() {
    let w = World::new();
    w.add("a.txt", FIRST);
    w.add("b.txt", SECOND);
    let v = w.json(&[]);
    let id = v["tests"][0]["incident"].as_str().expect("an id").to_owned();
    let text = w.run(&[&id]);
    for words in [
        "under T-UN",
        "under T-OPP",
        "excluded actor: cannot be determined",
        "relied on clm-",
        "to the contrary clm-",
        "would change: who was affected",
        "“Government forces shelled rebels in rebel-held Saraqib",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(w.run(&[&id[..12]]), text, "the beginning of an id is enough");
    let v = w.json(&[&id]);
    let of = |q: &str| {
        let all = v["tests"][0]["answers"].as_array().expect("answers").iter();
        all.filter(|a| a["question"] == q).cloned().collect::<Vec<_>>()
    };
    assert_eq!(of("excluded_actor").len(), 2);
    assert!(of("in_time")[0]["relied"][0]["quote"].as_str().is_some_and(|q| q.contains("Saraqib")));
    let none = armistice([OsString::from("test"), w.mission.path().into(), "inc-nothing".into()]);
    assert_eq!(none.status.code(), Some(4));
}
