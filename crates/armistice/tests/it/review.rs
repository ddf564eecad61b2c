//! Reviews of claims, as a process and over HTTP: what was shown is what is said, what is set aside is said to be, and a review can be taken back.

use crate::{
    desk_screens::Desk,
    support::{Mission, armistice, repository, stdout},
};
use serde_json::Value;

fn claim(mission: &Mission, rest: &[&str]) -> std::process::Output {
    let dir = mission.path().to_string_lossy().into_owned();
    let (verb, rest) = rest.split_first().expect("a command");
    armistice([&["claim", verb, &dir][..], rest].concat())
}

fn said(mission: &Mission, rest: &[&str]) -> Value {
    serde_json::from_str(&stdout(&claim(mission, &[rest, &["--json"]].concat()))).expect("JSON")
}

fn of(brief: &Value, words: &str) -> Value {
    let claims = brief["claims"].as_array().expect("a list");
    let found = claims.iter().find(|c| c["quote"].as_str().is_some_and(|q| q.contains(words)));
    found.unwrap_or_else(|| panic!("no claim with {words:?}")).clone()
}

/// The incident that a claim stands in, if any.
fn incident(brief: &Value, claim: &str) -> Option<Value> {
    let holds = |i: &&Value| i["claims"].as_array().is_some_and(|c| c.iter().any(|c| c == claim));
    brief["incidents"].as_array().expect("a list").iter().find(holds).cloned()
}

fn id(value: &Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

#[test]
fn what_is_rejected_is_set_aside_and_comes_back_with_undo() {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    mission.add([repository().join("scenarios/taldou")]);
    let before = mission.brief();
    let town = id(&of(&before, "991001,"));
    assert!(incident(&before, &town).is_some());
    assert_eq!(of(&before, "991001,")["review"], "unreviewed");
    let rejected = said(&mission, &["reject", &town, "--reason", "the row is of another year"]);
    assert_eq!((&rejected["review"], &rejected["verdict"]), (&"rejected".into(), &"rejected".into()), "{rejected:#}");
    let after = mission.brief();
    assert_eq!(incident(&after, &town), None);
    assert_eq!(after["reviews"]["rejected"], 1);
    let shown = of(&after, "991001,");
    assert_eq!(shown["reviews"][0]["member"], "analyst");
    assert_eq!(shown["reviews"][0]["reason"], "the row is of another year");
    // Nothing vanishes in silence: the brief for people says how many, who and why.
    let text = stdout(&armistice(["brief".as_ref(), mission.path().as_os_str()]));
    assert!(text.contains("1 set aside") && text.contains("the row is of another year"), "{text}");
    let dir = mission.path().to_string_lossy().into_owned();
    let report = stdout(&armistice(["report", &dir, "--from", "2017-01-16", "--to", "2017-01-31"]));
    assert!(report.contains("set aside"), "{report}");
    // The same again says nothing; undo brings it back; both stay in the register.
    assert!(said(&mission, &["reject", &town, "--reason", "the row is of another year"])["index"].is_null());
    assert_eq!(said(&mission, &["undo", &town])["review"], "unreviewed");
    let back = mission.brief();
    assert_eq!(incident(&back, &town), incident(&before, &town));
    let all = stdout(&armistice(["show", &dir, &town]));
    assert!(all.contains("rejected the claim, because the row") && all.contains("took the own review"), "{all}");
    assert_eq!(stdout(&claim(&mission, &["accept", &town])).trim(), format!("{town}  accepted"));
}

#[test]
fn a_correction_is_used_and_stands_beside_what_was_read() {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    mission.add([repository().join("scenarios/taldou")]);
    let before = mission.brief();
    let read = of(&before, "991001,");
    let town = id(&read);
    let row = incident(&before, &town).expect("an incident");
    let answer = said(
        &mission,
        &[
            "correct",
            &town,
            "--act",
            "air_strike",
            "--from",
            "2017-01-10",
            "--to",
            "2017-01-11",
            "--count",
            "killed:civilians=5..7",
            "--unstated",
            "alleged_authors",
            "--reason",
            "looked at the list",
        ],
    );
    assert_eq!(answer["review"], "corrected", "{answer:#}");
    let after = mission.brief();
    let shown = of(&after, "991001,");
    // The claim stands as it was read, with the correction beside it.
    for field in ["act", "time", "counts", "quote", "kind", "alleged_author"] {
        assert_eq!(shown[field], read[field], "{field}");
    }
    assert_eq!(shown["reviews"][0]["changes"]["act"], "air_strike");
    let used = incident(&after, &town).expect("an incident");
    assert_ne!(used["act"], row["act"]);
    assert_eq!(used["act"], "air_strike", "{used:#}");
    assert_eq!((&used["time"]["from"], &used["time"]["to"]), (&"2017-01-10".into(), &"2017-01-11".into()));
    assert_eq!((&used["counts"][0]["min"], &used["counts"][0]["max"]), (&5.into(), &7.into()), "{used:#}");
    assert_eq!(used["alleged_authors"], Value::Array(vec![]));
    // Which place the words mean is the gazetteer's to say; unknown words stay words.
    let dir = mission.path().to_string_lossy().into_owned();
    let placed = said(&mission, &["correct", &town, "--place", "Hama"]);
    assert_eq!(placed["reviews"][0]["changes"]["place"]["country"], "SY", "{placed:#}");
    let words = said(&mission, &["correct", &town, "--place", "Xyzzyburgh"]);
    assert_eq!(words["reviews"][0]["changes"]["place"]["precision"], "unknown", "{words:#}");
    assert!(stdout(&armistice(["check", &dir])).len() > 1);
}

#[test]
fn what_cannot_be_said_is_refused_and_nothing_is_written() {
    let mission = Mission::new(None);
    mission.add([repository().join("scenarios/taldou")]);
    let town = id(&of(&mission.brief(), "991001,"));
    let digest = said(&mission, &["show", &town])["shown"].as_str().expect("a digest").to_owned();
    let other = "0".repeat(64);
    let log = mission.path().join("registers/analyst/register.log");
    let size = || std::fs::metadata(&log).expect("a register").len();
    let before = size();
    for (args, code, words) in [
        (vec!["accept", "clm-0000"], 4, "no claim here has the id `clm-0000`"),
        (vec!["accept", "clm-"], 4, "is the beginning of"),
        (vec!["accept", &town, "--shown", &other], 3, "is not what was shown"),
        (vec!["reject", &town], 2, "a rejection needs a reason"),
        (vec!["reject", &town, "--reason", " "], 2, "a rejection needs a reason"),
        (vec!["correct", &town], 2, "the correction changes nothing"),
        (vec!["correct", &town, "--act", "sailing"], 2, "sailing"),
        (vec!["correct", &town, "--count", "killed=9..5"], 2, "a figure is written"),
        (vec!["correct", &town, "--from", "2017-02-01", "--to", "2017-01-01"], 2, "ends before it begins"),
        (vec!["correct", &town, "--act", "shelling", "--unstated", "act"], 2, "said not to be stated"),
        (vec!["undo", &town], 4, "has no review"),
    ] {
        let out = claim(&mission, &args);
        let told = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(code), "{args:?}: {told}");
        assert!(told.contains(words), "{args:?}: {words:?} is not in {told}");
    }
    assert_eq!(size(), before);
    assert_eq!(said(&mission, &["accept", &town, "--shown", &digest])["review"], "accepted");
}

/// The value of a hidden field in the form of a claim.
fn hidden(page: &str, claim: &str, name: &str) -> String {
    let form = page.find(&format!("id=\"review-{claim}\"")).unwrap_or_else(|| panic!("no form of {claim} in {page}"));
    let at = page[form..].find(&format!("name=\"{name}\"")).expect("a field") + form;
    page[at..].split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a value").to_owned()
}

#[test]
fn the_desk_says_exactly_what_it_showed() {
    const FORM: &str = "application/x-www-form-urlencoded";
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    mission.add([repository().join("scenarios/taldou")]);
    let read = of(&mission.brief(), "killed 12 people");
    let (town, document) = (id(&read), read["document"].as_str().expect("an id").to_owned());
    let mut desk = Desk::serve(&mission);
    let page = || desk.get(&format!("/documents/{document}")).text();
    let (token, shown) = (hidden(&page(), &town, "csrf"), hidden(&page(), &town, "shown"));
    let twin = desk.get(&format!("/api/v1/claims/{town}")).json();
    assert_eq!(twin["shown"], shown.as_str());
    assert_eq!(twin["claim"]["review"], "unreviewed");
    let post = |verdict: &str, rest: &str| {
        desk.post(&format!("/claims/{town}/{verdict}"), FORM, format!("csrf={token}{rest}").as_bytes())
    };
    // Not what is here, nothing named, no such verdict, no reason: each refused, and nothing said.
    let wrong = post("accept", &format!("&shown={}", "0".repeat(64)));
    assert_eq!(wrong.status, 412, "{}", wrong.text());
    assert!(wrong.text().contains("is not what was shown"), "{}", wrong.text());
    assert_eq!(post("accept", "").status, 428);
    assert_eq!(post("praise", &format!("&shown={shown}")).status, 404);
    assert_eq!(post("reject", &format!("&shown={shown}")).status, 422);
    assert_eq!(of(&mission.brief(), "killed 12 people")["review"], "unreviewed");
    // Accepted: on the card, with who.
    let done = post("accept", &format!("&shown={shown}&back=review-{town}"));
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(done.head.contains(&format!("/documents/{document}?said=review-{town}#card-{town}")), "{}", done.head);
    let after = page();
    assert!(after.contains("data-review=\"accepted\"") && after.contains("<bdi>analyst</bdi>: accepted"), "{after}");
    let rejected = post("reject", &format!("&shown={shown}&reason=of+another+year"));
    assert_eq!(rejected.status, 303, "{}", rejected.text());
    assert!(page().contains("<q dir=\"auto\">of another year</q>"));
    let corrected = post("correct", &format!("&shown={shown}&act=air_strike&kind=&place=&unstated=counts"));
    assert_eq!(corrected.status, 303, "{}", corrected.text());
    let now = desk.get(&format!("/api/v1/claims/{town}")).json();
    assert_eq!(now["claim"]["reviews"][0]["changes"]["act"], "air_strike", "{now:#}");
    assert_eq!(now["claim"]["reviews"][0]["changes"]["unstated"][0], "counts");
    assert_eq!(post("undo", &format!("&shown={shown}")).status, 303);
    assert!(page().contains("data-review=\"unreviewed\""));
    // The page of the claim alone is whole in every language.
    for language in ["en", "ar", "ru", "tr", "fa", "fr"] {
        let alone = desk.get(&format!("/claims/{town}?lang={language}"));
        assert_eq!(alone.status, 200);
        let text = alone.text();
        assert!(!text.contains('⟨') && text.contains("name=\"unstated\""), "{language}: {text}");
    }
    // Who only reads has no forms, and is refused.
    let dir = mission.path().to_string_lossy().into_owned();
    let opened = armistice(["account", "add", &dir, "R", "--role", "viewer", "--json"]);
    let link: Value = serde_json::from_str(&stdout(&opened)).expect("JSON");
    let link = link["link"].as_str().or(link["sign_in"].as_str()).unwrap_or_else(|| panic!("{link}")).to_owned();
    desk.sign_in(&link);
    let page = desk.get(&format!("/documents/{document}")).text();
    assert!(page.contains(&format!("card-{town}")) && !page.contains("class=\"review\""), "{page}");
    let token = page.split("name=\"csrf\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a token");
    let refused = desk.post(&format!("/claims/{town}/accept"), FORM, format!("csrf={token}&shown={shown}").as_bytes());
    assert_eq!(refused.status, 403, "{}", refused.text());
    assert_eq!(of(&mission.brief(), "killed 12 people")["review"], "unreviewed");
}

#[test]
fn all_that_match_are_reviewed_in_one_go_and_taken_back() {
    const FORM: &str = "application/x-www-form-urlencoded";
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    mission.add([repository().join("scenarios/taldou")]);
    let desk = Desk::serve(&mission);
    let page = desk.get("/claims").text();
    assert!(page.contains("action=\"/jobs\""), "{page}");
    let token =
        page.split("name=\"csrf\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a token").to_owned();
    let total = desk.get("/api/v1/claims").json()["total"].as_u64().expect("a number");
    assert!(total > 2);
    let post = |path: &str, rest: &str| desk.post(path, FORM, format!("csrf={token}{rest}").as_bytes());
    let wait = |id: u64| {
        for _ in 0..400 {
            let job = desk.get(&format!("/api/v1/jobs/{id}")).json();
            if job["state"] != "running" {
                return job;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("job {id} does not end")
    };
    // Another number than what matches, no number, no reason, a correction: refused, and nothing is said.
    let other = post("/jobs", &format!("&verdict=accepted&count={}", total + 1));
    assert_eq!(other.status, 412, "{}", other.text());
    assert_eq!(post("/jobs", "&verdict=accepted").status, 428);
    assert_eq!(post("/jobs", &format!("&verdict=rejected&count={total}")).status, 422);
    assert_eq!(post("/jobs", &format!("&verdict=corrected&count={total}")).status, 422);
    assert_eq!(mission.brief()["reviews"]["unreviewed"], total);
    // All of them, whatever page they stand on.
    let begun = post("/jobs", &format!("&verdict=accepted&count={total}&query=limit%3D1"));
    assert_eq!(begun.status, 303, "{}", begun.text());
    let job = wait(1);
    assert_eq!(
        (&job["state"], &job["done"], &job["failed"]),
        (&"finished".into(), &total.into(), &0.into()),
        "{job:#}"
    );
    assert_eq!(mission.brief()["reviews"]["accepted"], total);
    // The same again is said already.
    post("/jobs", &format!("&verdict=accepted&count={total}"));
    let again = wait(2);
    assert_eq!((&again["done"], &again["same"]), (&0.into(), &total.into()), "{again:#}");
    // What was reviewed anew since is not taken back with the rest, and is named.
    let one = id(&of(&mission.brief(), "killed 12 people"));
    said(&mission, &["reject", &one, "--reason", "of another year"]);
    assert_eq!(post("/jobs/1/undo", "").status, 303);
    let undone = wait(3);
    assert_eq!((&undone["done"], &undone["failed"]), (&(total - 1).into(), &1.into()), "{undone:#}");
    assert_eq!(undone["failures"][0]["claim"], one.as_str());
    assert!(desk.get("/jobs/3").text().contains("it was reviewed anew since"));
    let after = mission.brief();
    assert_eq!((&after["reviews"]["rejected"], &after["reviews"]["unreviewed"]), (&1.into(), &(total - 1).into()));
    assert_eq!(post("/jobs/3/undo", "").status, 422);
    assert_eq!(post("/jobs/9/undo", "").status, 404);
}
