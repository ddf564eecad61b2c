//! `armistice judge` as a process: what a person says of two things joins and parts, and the last word of a member holds.

use crate::support::{Mission, armistice, repository, stdout};
use serde_json::Value;

fn judge(mission: &Mission, rest: &[&str]) -> std::process::Output {
    let dir = mission.path().to_string_lossy().into_owned();
    armistice([&["judge", &dir][..], rest].concat())
}

fn said(mission: &Mission, rest: &[&str]) -> Value {
    serde_json::from_str(&stdout(&judge(mission, &[rest, &["--json"]].concat()))).expect("JSON")
}

fn claim(brief: &Value, words: &str) -> String {
    let claims = brief["claims"].as_array().expect("a list");
    let found = claims.iter().find(|c| c["quote"].as_str().is_some_and(|q| q.contains(words)));
    found.unwrap_or_else(|| panic!("no claim with {words:?}"))["id"].as_str().expect("an id").to_owned()
}

fn incident(brief: &Value, claim: &str) -> String {
    let holds = |i: &&Value| i["claims"].as_array().is_some_and(|c| c.iter().any(|c| c == claim));
    let found = brief["incidents"].as_array().expect("a list").iter().find(holds);
    found.unwrap_or_else(|| panic!("no incident holds {claim}"))["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_judgement_joins_and_a_later_one_of_the_same_member_parts() {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    mission.add([repository().join("scenarios/taldou")]);
    let before = mission.brief();
    let (town, village) = (claim(&before, "991001,"), claim(&before, "991002,"));
    let (page, wire) = (claim(&before, "killed 12 people"), claim(&before, "nine civilians"));
    assert_ne!(incident(&before, &town), incident(&before, &village));
    // The two pages are linked already, so to join a row with their incident takes a pair with each.
    let pages = incident(&before, &page);
    assert_eq!(pages, incident(&before, &wire));
    let reason = ["--reason", "the same town, day and source"];
    let same = said(&mission, &[&["same", &town, &pages][..], &reason].concat());
    assert_eq!(same["pairs"].as_array().map(Vec::len), Some(2), "{same:#}");
    assert_eq!(same["incidents"].as_object().map(serde_json::Map::len), Some(1), "{same:#}");
    let joined = mission.brief();
    assert_eq!(incident(&joined, &town), incident(&joined, &page));
    // The same again says nothing.
    let again = said(&mission, &["same", &town, &page, reason[0], reason[1]]);
    assert!(again["pairs"][0]["index"].is_null(), "{again:#}");
    // Another day, another look: the new word takes the place of the old one, and both stay in the register.
    let other = ["--reason", "another street; a map was looked at"];
    said(&mission, &[&["different", &page, &town][..], &other].concat());
    let parted = mission.brief();
    assert_ne!(incident(&parted, &town), incident(&parted, &page));
    let shown = stdout(&armistice(["show", &mission.path().to_string_lossy(), &town]));
    assert!(shown.contains("the same event") && shown.contains("different events"), "{shown}");
    said(&mission, &[&["same", &town, &page][..], &["--reason", "the map was wrong"]].concat());
    assert_eq!(incident(&mission.brief(), &town), incident(&mission.brief(), &page));
    // What is not sure is not joined, and for people the answer names the incidents.
    let printed = stdout(&judge(&mission, &["unsure", &town, &village, "--reason", "no report says"]));
    assert!(printed.contains(&town) && printed.contains(&village) && printed.contains("inc-"), "{printed}");
}

#[test]
fn what_cannot_be_judged_is_refused_and_nothing_is_said() {
    let mission = Mission::new(None);
    mission.add([repository().join("scenarios/taldou")]);
    let brief = mission.brief();
    let (town, village) = (claim(&brief, "991001,"), claim(&brief, "991002,"));
    let log = mission.path().join("registers/analyst/register.log");
    let size = || std::fs::metadata(&log).expect("a register").len();
    let before = size();
    for (args, code, words) in [
        (vec!["same", &town, "clm-0000", "--reason", "x"], 4, "no claim or incident here has the id `clm-0000`"),
        (vec!["same", "clm-", &village, "--reason", "x"], 4, "is the beginning of"),
        (vec!["same", "", &village, "--reason", "x"], 4, "no claim or incident"),
        (vec!["same", &town, &town, "--reason", "x"], 2, "they are one thing"),
        (vec!["different", &incident(&brief, &town), &town, "--reason", "x"], 2, "they are one thing"),
        (vec!["same", &town, &village, "--reason", "  "], 2, "a judgement needs a reason"),
        (vec!["same", &town, &village], 2, "--reason"),
        (vec!["perhaps", &town, &village, "--reason", "x"], 2, "perhaps"),
    ] {
        let out = judge(&mission, &args);
        let told = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(code), "{args:?}: {told}");
        assert!(told.contains(words), "{args:?}: {words:?} is not in {told}");
    }
    assert_eq!(size(), before);
}

/// A report says which registers it rests on, and they give it again, byte for byte, whatever was said since.
#[test]
fn a_report_is_computed_again_from_the_registers_that_it_names() {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    mission.add([repository().join("scenarios/taldou")]);
    let dir = mission.path().to_string_lossy().into_owned();
    let report = |rest: &[&str]| {
        let period = ["report", &dir, "--from", "2017-01-16", "--to", "2017-01-31"];
        armistice([&period[..], rest].concat())
    };
    let first = stdout(&report(&[]));
    let file = |name: &str, text: &str| {
        let path = mission.path().with_file_name(name);
        std::fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let kept = file("report.json", &first);
    let brief = mission.brief();
    let (town, page) = (claim(&brief, "991001,"), claim(&brief, "killed 12 people"));
    said(&mission, &["same", &town, &page, "--reason", "the same town, day and source"]);
    assert_ne!(stdout(&report(&[])), first);
    assert_eq!(stdout(&report(&["--as-of", &kept])), first);
    // A list of sizes does as well; the cut-off is said apart.
    let value: Value = serde_json::from_str(&first).expect("JSON");
    let row = &value["title"]["as_of"][0];
    let cut_off = value["title"]["period"]["cut_off"].as_str().expect("a time");
    let list = |origin: &Value, size: u64, root: &str| {
        serde_json::json!({ "registers": [{ "origin": origin, "size": size, "root": root }] }).to_string()
    };
    let (size, root) = (row["size"].as_u64().expect("a size"), row["root"].as_str().expect("a root"));
    let sizes = file("sizes.json", &list(&row["origin"], size, root));
    assert_eq!(stdout(&report(&["--as-of", &sizes, "--at", cut_off])), first);
    for (text, code, words) in [
        (list(&row["origin"], size + 9, root), 4, "entries"),
        (list(&"elsewhere/nobody".into(), size, root), 4, "is not here"),
        (list(&row["origin"], size - 1, root), 10, "has another root"),
        ("{}".to_owned(), 3, "it is neither a report"),
        ("{".to_owned(), 3, "it is no JSON"),
        ("{\"registers\": []}".to_owned(), 3, "it names no register"),
    ] {
        let out = report(&["--as-of", &file("other.json", &text)]);
        let told = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(code), "{text}: {told}");
        assert!(told.contains(words), "{words:?} is not in {told}");
    }
    assert_eq!(report(&["--as-of", "/nowhere.json"]).status.code(), Some(4));
    assert_eq!(report(&["--as-of", &kept, "--issue"]).status.code(), Some(2));
}
