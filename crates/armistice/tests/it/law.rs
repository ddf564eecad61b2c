//! Law in force, through the real binary: two versions of one agreement, an act before and one after the amendment.
//!
//! Must not: judge an answer; the tests of the core do.

use crate::support::{armistice, repository, stdout};
use serde_json::Value;
use std::{fs, path::Path};

const BEFORE: &str = "Meadow News\nHome | News\n\nA village is shelled\n\nPublished: 16 January 2017\n\nGovernment forces shelled rebels in rebel-held Saraqib in the province of Idlib on 15 January 2017, a monitoring group said.\n\nMeadow News\n";
const AFTER: &str = "Orchard Times\nHome | News\n\nShells fall on a town\n\nPublished: 16 February 2017\n\nGovernment forces shelled rebels in rebel-held Rastan in the province of Homs on 15 February 2017, a resident of Rastan said.\n\nOrchard Times\n";

/// The second version: in force from 1 February 2017; shelling is no longer on the list, and the guarantors decide by majority.
fn amended(first: &str) -> String {
    let second = first
        .replacen(
            "id = \"sy-2016-12-30\"\n",
            "id = \"sy-2016-12-30-b\"\nversion = 2\namends = \"sy-2016-12-30\"\nin_force_from = { at = 2017-02-01T00:00:00, zone = \"Asia/Damascus\" }\n",
            1,
        )
        .replace("\"small_arms_fire\", \"shelling\",", "\"small_arms_fire\",");
    assert_eq!(second.matches("version = 2").count(), 1);
    assert!(second.len() != first.len() && !second.contains("\"small_arms_fire\", \"shelling\""));
    second
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&armistice([args, &["--json"]].concat()))).expect("JSON")
}

#[test]
fn each_act_is_held_against_the_version_of_its_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| text(&folder.path().join(name));
    let first = repository().join("agreements/syria-2016-12-30.toml");
    fs::write(path("v2.toml"), amended(&fs::read_to_string(&first).expect("a file"))).expect("written");
    fs::write(path("a.txt"), BEFORE).expect("written");
    fs::write(path("b.txt"), AFTER).expect("written");
    let (m, v2) = (path("m"), path("v2.toml"));
    stdout(&armistice([
        "init",
        &m,
        "--member",
        "desk",
        "--agreement",
        &text(&first),
        "--agreement",
        &v2,
        "--no-passphrase",
    ]));
    stdout(&armistice(["add", &m, &path("a.txt"), &path("b.txt")]));
    let said = json(&["test", &m, "--say"]);
    let mut rows: Vec<String> = said["tests"]
        .as_array()
        .expect("tests")
        .iter()
        .map(|t| {
            let answers = t["answers"].as_array().expect("answers").iter();
            let of: Vec<&str> =
                answers.filter(|a| a["clause"] == "A1.cease_attacks").filter_map(|a| a["answer"].as_str()).collect();
            format!(
                "{} under {}: prohibited {}",
                t["title"].as_str().unwrap_or(""),
                t["agreement"].as_str().unwrap_or(""),
                of.join(" ")
            )
        })
        .collect();
    rows.sort();
    assert_eq!(
        rows,
        [
            "Shelling, Homs province, 15 February 2017 (reported) under sy-2016-12-30-b: prohibited no no",
            "Shelling, Idlib province, 15 January 2017 (reported) under sy-2016-12-30: prohibited yes yes",
        ]
    );
    // What was said stays: the versions that are here do not change it.
    assert_eq!(json(&["test", &m])["counts"]["unchanged"], 2);
    // A case stands under the version that it names, and keeps it.
    for id in ["sy-2016-12-30", "sy-2016-12-30-b"] {
        stdout(&armistice(["case", "take-seat", &m, "russia", "--agreement", id, "--text", "a letter"]));
        let case = ["case", "receive", &m, "--complainant", "public", "--accused", "sy-gov", "--agreement", id];
        let begun = json(&[&case[..], &["--text", "Shells fell."]].concat());
        let shown = json(&["case", "show", &m, begun["id"].as_str().expect("an id")]);
        assert!(shown["agreement"].is_string(), "{shown}");
    }
    let cases = json(&["case", "list", &m]);
    assert_eq!(cases["irregular"], Value::Array(vec![]));
}
