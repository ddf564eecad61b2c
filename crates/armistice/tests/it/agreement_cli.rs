//! `armistice agreement`: files checked, shown and compared; obligations and phases of a mission.

use crate::support::{Mission, armistice, repository, stdout};
use serde_json::Value;
use std::{ffi::OsStr, fs, path::PathBuf};

fn shipped(name: &str) -> PathBuf {
    repository().join("agreements").join(name)
}

fn json(args: &[&OsStr]) -> (i32, Value) {
    let all = [OsStr::new("agreement")].into_iter().chain(args.iter().copied()).chain([OsStr::new("--json")]);
    let out = armistice(all);
    (out.status.code().expect("it ended"), serde_json::from_slice(&out.stdout).expect("JSON"))
}

/// A folder with one of the shipped agreements, changed.
fn changed(name: &str, changes: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let mut text = fs::read_to_string(shipped(name)).expect("text");
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is not in {name}");
        text = text.replacen(from, to, 1);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("changed.toml");
    fs::write(&path, text).expect("written");
    (folder, path)
}

#[test]
fn check_names_every_problem_of_every_file() {
    let good = shipped("colombia-2016.toml");
    let changes = [("signed = 2017-05-04", "signed = 2017-05-40"), ("\"met(DM.maps)\"", "\"met(DM.map)\"")];
    let (_folder, bad) = changed("syria-2017-05-04.toml", &changes);
    let text = armistice([OsStr::new("agreement"), OsStr::new("check"), good.as_os_str(), bad.as_os_str()]);
    let printed = String::from_utf8_lossy(&text.stdout);
    assert_eq!(text.status.code(), Some(3), "{printed}");
    assert!(printed.contains("colombia-2016.toml: good: co-2016-08-29"), "{printed}");
    for part in [
        "error[toml-syntax]",
        "error[dangling-id] phases[1].agreed_conditions[1]: There is no obligation `DM.map`.",
        "refused: ",
    ] {
        assert!(printed.contains(part), "{part} is missing from\n{printed}");
    }
    let (code, found) = json(&[OsStr::new("check"), good.as_os_str(), bad.as_os_str()]);
    assert_eq!(
        (code, &found["files"][0]["accepted"], &found["files"][1]["accepted"]),
        (3, &Value::Bool(true), &Value::Bool(false))
    );
    let problems = found["files"][1]["problems"].as_array().expect("a list");
    assert!(problems.len() >= 2 && problems.iter().all(|p| p["line"].as_u64() > Some(1) && p["next_step"].is_string()));
    // One that is not there is named too; alone it is "not found".
    let none = OsStr::new("no-such.toml");
    assert_eq!(json(&[OsStr::new("check"), none, good.as_os_str()]).0, 4);
    assert_eq!(json(&[OsStr::new("check"), none, bad.as_os_str()]).0, 3);
    // Bytes that are no text.
    fs::write(&bad, b"format = 1\n\xff").expect("written");
    let (code, found) = json(&[OsStr::new("check"), bad.as_os_str()]);
    assert_eq!(code, 3);
    assert!(found["files"][0]["unreadable"].as_str().is_some_and(|w| w.contains(":2: byte 11")), "{found}");
}

#[test]
fn show_marks_defaults_and_what_is_contested() {
    let path = shipped("syria-2016-12-30.toml");
    let text = stdout(&armistice([OsStr::new("agreement"), OsStr::new("show"), path.as_os_str()]));
    for part in [
        "Ceasefire regime in the Syrian Arab Republic",
        "decision: unanimous [mechanism default]",
        "guarantor of the accused: not alone [mechanism default]",
        "demand of Armed opposition groups",
        "declared, holds nothing back: opp-next-phase",
        "whether Islamic Republic of Iran is a guarantor",
        "[to be confirmed]",
    ] {
        assert!(text.contains(part), "{part} is missing from\n{text}");
    }
    // Aliases are for matching only.
    assert!(!text.to_lowercase().contains("regime forces"), "an alias was printed");
    let (code, found) = json(&[OsStr::new("show"), path.as_os_str()]);
    assert_eq!(code, 0);
    let elements = found["agreements"][0]["elements"].as_array().expect("a list");
    let maps = elements.iter().find(|e| e["kind"] == "obligations" && e["id"] == "A2.delegations").expect("there");
    assert_eq!(maps["fields"]["clock.by"][0], "2017-01-16");
    // A mission shows what it adopted.
    let mission = Mission::new(Some(path));
    let (_, found) = json(&[OsStr::new("show"), mission.path().as_os_str()]);
    assert_eq!(found["agreements"][0]["id"], "sy-2016-12-30");
    let empty = Mission::new(None);
    assert_eq!(json(&[OsStr::new("show"), empty.path().as_os_str()]).0, 4);
}

#[test]
fn diff_says_what_changed_and_from_when() {
    let first = shipped("ukraine-2020-07-27.toml");
    let changes = [
        (
            "title = \"Additional",
            "version = 2\namends = \"ua-2020-07-27\"\nin_force_from = { at = 2020-09-01T00:00:00, zone = \"Europe/Kyiv\" }\ntitle = \"Additional",
        ),
        ("id = \"ua-2020-07-27\"", "id = \"ua-2020-07-27-b\""),
        ("acts = [\"overflight\", \"air_strike\", \"drone_strike\"]", "acts = [\"air_strike\", \"drone_strike\"]"),
    ];
    let (_folder, second) = changed("ukraine-2020-07-27.toml", &changes);
    let text = stdout(&armistice([OsStr::new("agreement"), OsStr::new("diff"), first.as_os_str(), second.as_os_str()]));
    for part in ["~ AM.aerial_vehicles acts (incidents)", "- overflight", "in force from 2020-09-01 00:00 Europe/Kyiv"]
    {
        assert!(text.contains(part), "{part} is missing from\n{text}");
    }
    let (_, found) = json(&[OsStr::new("diff"), first.as_os_str(), second.as_os_str()]);
    assert!(found["differences"].as_array().expect("a list").iter().any(|d| d["touches"] == "incidents"));
}

#[test]
fn obligations_and_phases_stand_as_of_a_day() {
    let mission = Mission::new(Some(shipped("syria-2017-05-04.toml")));
    let path = mission.path();
    let at = |what: &str, day: &str| json(&[OsStr::new(what), path.as_os_str(), OsStr::new("--at"), OsStr::new(day)]);
    let state = |day: &str| {
        let (code, found) = at("obligations", day);
        assert_eq!(code, 0);
        let list = found["agreements"][0]["obligations"].as_array().expect("a list").clone();
        list.into_iter().find(|o| o["id"] == "DM.maps").expect("there")["state"].clone()
    };
    assert_eq!(state("2017-06-04"), "due_on");
    assert_eq!(state("2017-06-05"), "overdue");
    assert_eq!(state("2017-06-04T20:59:59Z"), "due_on");
    let (_, found) = at("obligations", "2017-11-20");
    assert_eq!(found["agreements"][0]["terms"][0]["status"], "term_over");
    let (_, found) = at("phases", "2017-06-05");
    let phases = found["agreements"][0]["phases"].as_array().expect("a list");
    let open: Vec<&str> = phases.iter().filter_map(|p| p["open"].as_str()).collect();
    assert_eq!(open, ["yes", "cannot_be_determined", "cannot_be_determined"]);
    assert_eq!(at("phases", "next Tuesday").0, 2);
    let text = stdout(&armistice([OsStr::new("agreement"), OsStr::new("phases"), path.as_os_str()]));
    assert!(text.contains("agreed: met(DM.maps)"), "{text}");
}

/// A gate that asks for a quiet week stays open to doubt while a case is undecided or nobody watched, and says which.
#[test]
fn a_gate_hears_of_cases_and_of_what_was_watched() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("gate.toml");
    let text = fs::read_to_string(shipped("syria-2017-05-04.toml")).expect("a file");
    let phase = "[[phases]]\nid = \"P9\"\nname = \"Quiet\"\nagreed_conditions = [\"no(violations, for: P7D)\", \"no(violations, in: idlib, for: P7D)\"]\n\n";
    let at = text.find("[[phases]]").expect("phases");
    fs::write(&file, format!("{}{phase}{}", &text[..at], &text[at..])).expect("written");
    let mission = Mission::new(Some(file));
    let path = mission.path();
    let gates = |day: &str| {
        let (code, found) = json(&[OsStr::new("phases"), path.as_os_str(), OsStr::new("--at"), OsStr::new(day)]);
        assert_eq!(code, 0);
        let phases = found["agreements"][0]["phases"].as_array().expect("a list").clone();
        phases.into_iter().find(|p| p["id"] == "P9").expect("there")["agreed"].clone()
    };
    let watch = folder.path().join("watch.toml");
    let entry = "format = 1\n\n[[coverage]]\narea = \"idlib\"\nperiod = { from = 2039-01-01, to = 2039-01-31 }\nmeans = \"post\"\nwatch = \"observed\"\n";
    fs::write(&watch, entry).expect("written");
    let record = |file: &PathBuf| {
        stdout(&armistice([OsStr::new("record"), path.as_os_str(), OsStr::new("--from"), file.as_os_str()]));
    };
    record(&watch);
    let found = gates("2039-01-20");
    assert_eq!(found[0]["answer"], "cannot_be_determined", "nobody watched everywhere: {found:#}");
    assert_eq!(found[1]["answer"], "yes", "{found:#}");
    assert_eq!(gates("2039-02-02")[1]["answer"], "cannot_be_determined", "the week is not covered to its end");
    // A camera that was down in the middle is a gap.
    fs::write(&watch, entry.replace("observed", "not_observed").replace("2039-01-01", "2039-01-16")).expect("written");
    record(&watch);
    assert_eq!(gates("2039-01-20")[1]["answer"], "cannot_be_determined");
    // A complaint that nobody has decided is of a time before it came in, and says no more.
    let case = ["case", "receive", "--complainant", "public", "--text", "Shells fell."];
    let mut words: Vec<&OsStr> = case.iter().map(OsStr::new).collect();
    words.insert(2, path.as_os_str());
    stdout(&armistice(words));
    // Two days on: a day begins at the midnight of the agreement, which east of Greenwich comes before that of UTC.
    let soon = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date() + jiff::ToSpan::days(2);
    let soon = soon.to_string();
    let found = gates(&soon);
    assert_eq!(found[0]["answer"], "cannot_be_determined");
    assert!(found[0]["reasons"].to_string().contains("cas-"), "{found:#}");
}
