//! `armistice case` as a process: three members with three folders, one case, a stick between them.

use crate::support::{armistice, repository, stdout};
use armistice_core::case::Refusal;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Three members who have recognised one another. The first has adopted an agreement under which the three guarantors decide
/// unanimously.
struct Mission {
    folder: tempfile::TempDir,
}

const MEMBERS: [&str; 3] = ["astra", "borea", "cerva"];

impl Mission {
    fn new() -> Self {
        let mission = Self { folder: tempfile::tempdir().expect("a folder") };
        let agreement = text(&repository().join("agreements/syria-2016-12-30.toml"));
        let first = mission.dir("astra");
        stdout(&armistice(["init", &first, "--member", "astra", "--agreement", &agreement, "--no-passphrase"]));
        let toml = fs::read_to_string(Path::new(&first).join("mission.toml")).expect("a file");
        let id = toml.lines().find_map(|l| l.strip_prefix("id = \"")).and_then(|l| l.strip_suffix('"')).expect("an id");
        for name in &MEMBERS[1..] {
            stdout(&armistice(["init", &mission.dir(name), "--member", name, "--no-passphrase", "--join", id]));
        }
        for here in MEMBERS {
            for there in MEMBERS.into_iter().filter(|m| *m != here) {
                let key: PathBuf = Path::new(&mission.dir(there)).join("keys").join(format!("{there}.pub"));
                let how = "handed over on paper";
                let (dir, key) = (mission.dir(here), text(&key));
                stdout(&armistice(["member", "add", &dir, there, "--key-file", &key, "--how", how]));
            }
        }
        mission.exchange("stick", &MEMBERS);
        mission
    }

    fn dir(&self, name: &str) -> String {
        text(&self.folder.path().join(name))
    }

    /// The members put a stick into their machines, in this order.
    fn exchange(&self, stick: &str, order: &[&str]) {
        for name in order {
            stdout(&armistice(["sync", &self.dir(name), &self.dir(stick)]));
        }
    }

    /// What a member says in a case: the verb, then its words after the folder.
    fn says(&self, member: &str, verb: &str, rest: &[&str]) -> Value {
        let out = self.run(member, verb, rest);
        serde_json::from_str(&stdout(&out)).expect("JSON")
    }

    fn run(&self, member: &str, verb: &str, rest: &[&str]) -> std::process::Output {
        let dir = self.dir(member);
        let mut args = vec!["case", verb, &dir];
        args.extend(rest);
        args.push("--json");
        armistice(args)
    }

    /// The case as a member sees it at a time that is the same for all.
    fn show(&self, member: &str) -> String {
        stdout(&self.run(member, "show", &["2026-001", "--at", "2040-01-01T00:00:00Z"]))
    }

    /// The report as a member computes it, of a period and at a time that are the same for all.
    fn report(&self, member: &str, format: &str, edition: &str, cut_off: jiff::Timestamp) -> Vec<u8> {
        let dir = self.dir(member);
        let out = self.folder.path().join(format!("{member}.{edition}.{format}"));
        let day = cut_off.in_tz("Asia/Damascus").expect("a zone").date();
        let (first, day, at) = (day.yesterday().expect("a day").to_string(), day.to_string(), cut_off.to_string());
        let period = ["--from", &first, "--to", &day, "--at", &at];
        let args = [&["report", &dir][..], &period, &["--format", format, "--edition", edition, "--out", &text(&out)]];
        stdout(&armistice(args.concat()));
        fs::read(&out).expect("a report")
    }

    /// The same report, byte for byte, in all three folders and every format; its JSON form.
    fn one_report(&self) -> Value {
        let now = jiff::Timestamp::from_second(jiff::Timestamp::now().as_second()).expect("a time");
        for (format, edition) in
            [("json", "public"), ("html", "internal"), ("pdf", "internal"), ("csv", "public"), ("geojson", "public")]
        {
            let [a, b, c] = MEMBERS.map(|member| self.report(member, format, edition, now));
            assert!(a == b && a == c, "{format}");
        }
        let [a, b, c] = MEMBERS.map(|member| self.report(member, "json", "internal", now));
        assert!(a == b && a == c);
        serde_json::from_slice(&a).expect("JSON")
    }

    /// Up to a draft that lies before the components, known to all three.
    fn with_draft() -> Self {
        let m = Self::new();
        for (member, seat) in MEMBERS.iter().zip(["russia", "turkey", "iran"]) {
            m.says(member, "take-seat", &[seat, "--text", "letter of the ministry"]);
        }
        m.exchange("stick", &["cerva", "astra", "borea", "astra", "cerva"]);
        let received = m.says(
            "borea",
            "receive",
            &["--complainant", "public", "--accused", "sy-gov", "--text", "Shells fell on the village at night."],
        );
        let id = received["id"].as_str().expect("an id").to_owned();
        let c = &id[..10];
        m.says("borea", "register", &[c, "2026-001"]);
        m.exchange("stick", &["borea", "astra"]);
        m.says("astra", "screen", &["2026-001", "passed", "--text", "in the territory"]);
        m.says("astra", "assess", &["2026-001", "--text", "credible"]);
        m.says("astra", "open", &["2026-001", "--text", "two reports of independent origin"]);
        m.exchange("other", &["astra", "borea"]);
        m.says("borea", "task", &["2026-001", "--team", "russia", "--team", "turkey", "--text", "visit the village"]);
        m.says("borea", "verify", &["2026-001", "--method", "site-visit"]);
        m.says(
            "borea",
            "blocked",
            &["2026-001", "delayed", "--by", "sy-gov", "--place", "the road", "--text", "one day"],
        );
        let finding = ["reasonable_grounds", "--method", "site_visit", "--text", "four craters, from the south"];
        m.says("borea", "find", &[&["2026-001", "fact"], &finding[..]].concat());
        m.says("borea", "find", &[&["2026-001", "attribution"], &finding[..]].concat());
        let words = m.folder.path().join("notice.txt");
        fs::write(&words, "You are said to have shelled the village.\n").expect("written");
        m.says("borea", "notice", &["2026-001", "--text-file", &text(&words)]);
        m.exchange("stick", &["borea", "astra"]);
        m.says("astra", "respond", &["2026-001", "--by", "sy-gov", "--text", "We fired at nobody."]);
        m.exchange("stick", &["astra", "borea"]);
        let clause = "T-UN:A1.cease_attacks=yes";
        let draft = [
            "2026-001",
            "minor_violation",
            "attributed",
            "--to",
            "sy-gov",
            "--clause",
            clause,
            "--text",
            "Four shells.",
        ];
        m.says("borea", "draft", &draft);
        m.exchange("stick", &["borea", "cerva", "astra"]);
        m
    }
}

#[test]
fn three_folders_show_the_same_case() {
    let m = Mission::with_draft();
    m.says("borea", "opine", &["2026-001", "concur"]);
    m.says("cerva", "opine", &["2026-001", "concur-in-part", "--text", "the calibre is not shown"]);
    m.says("astra", "opine", &["2026-001", "dissent", "--text", "The craters are older."]);
    // In an order that brings each to the others late and in parts, over two sticks.
    m.exchange("other", &["astra", "cerva"]);
    m.exchange("stick", &["borea", "cerva", "borea"]);
    m.exchange("other", &["cerva", "astra"]);
    let shown = MEMBERS.map(|member| m.show(member));
    assert_eq!(shown[0], shown[1]);
    assert_eq!(shown[0], shown[2]);
    let case: Value = serde_json::from_str(&shown[0]).expect("JSON");
    assert_eq!(case["state"]["name"], "not_determined", "{case:#}");
    assert_eq!(case["state"]["why"]["reason"], "deadlock");
    assert_eq!(case["state"]["why"]["against"], json!(["russia"]));
    let positions = case["determinations"][0]["positions"].as_array().expect("a list");
    let said: Vec<&str> = positions.iter().filter_map(|p| p["text"].as_str()).collect();
    assert!(said.contains(&"The craters are older.") && positions.len() == 3, "{case:#}");
    assert_eq!(case["obstructions"][0]["outcome"], "delayed");
    assert_eq!(case["responses"][0]["text"], "We fired at nobody.");
    assert_eq!(case["irregular"], json!([]));
    let report = m.one_report();
    let case = &report["undetermined"].to_string();
    assert!(case.contains("The craters are older.") && case.contains("deadlock"), "{case}");
    assert_eq!(report["determinations"]["cases"], json!([]), "{report:#}");
    // Closing it takes two.
    m.says("astra", "close", &["2026-001", "not_determined", "--text", "no more can be found"]);
    let alone: Value = serde_json::from_str(&stdout(&m.run("astra", "show", &["2026-001"]))).expect("JSON");
    assert_eq!(alone["state"]["name"], "not_determined");
    m.exchange("stick", &["astra", "borea"]);
    m.says("borea", "close", &["2026-001", "not_determined", "--text", "agreed"]);
    m.exchange("stick", &["borea", "cerva", "astra"]);
    let shown = MEMBERS.map(|member| m.show(member));
    assert!(shown[0] == shown[1] && shown[0] == shown[2]);
    assert!(shown[0].contains("\"closed\":{"), "{}", shown[0]);
    // For people: the dissent verbatim, and who holds what.
    let printed = stdout(&armistice(["case", "show", &m.dir("cerva"), "2026-001"]));
    for words in [
        "The craters are older.",
        "deadlock; against: russia",
        "access delayed",
        "“We fired at nobody.”",
        "closed (not determined)",
    ] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    let listed = stdout(&armistice(["case", "list", &m.dir("cerva")]));
    assert!(listed.contains("2026-001") && listed.contains("turkey: borea (decides)"), "{listed}");
}

#[test]
fn who_leaves_takes_the_quorum_away() {
    let m = Mission::with_draft();
    m.says("borea", "opine", &["2026-001", "concur"]);
    m.says("cerva", "leave-seat", &["--text", "called back"]);
    m.says("astra", "opine", &["2026-001", "concur"]);
    m.exchange("stick", &["cerva", "borea", "astra", "cerva", "borea"]);
    let shown = MEMBERS.map(|member| m.show(member));
    assert!(shown[0] == shown[1] && shown[0] == shown[2]);
    let case: Value = serde_json::from_str(&shown[0]).expect("JSON");
    assert_eq!(case["state"]["name"], "not_determined", "{case:#}");
    assert_eq!(case["state"]["why"], json!({ "reason": "no_quorum", "groups": ["iran"] }));
    // It stays, and the report lists it.
    let report = m.one_report();
    let listed = report["undetermined"].to_string();
    assert!(listed.contains("2026-001") && listed.contains("no_quorum"), "{listed}");
    // It shows at once, and says that it may change.
    let now: Value = serde_json::from_str(&stdout(&m.run("astra", "show", &["2026-001"]))).expect("JSON");
    assert_eq!(now["state"]["why"]["reason"], "no_quorum");
    assert!(now["state"]["may_change_until"].is_string());
}

/// All agree: it is determined, something is asked for and done, and it stands in the report with the answer of the accused.
#[test]
fn what_is_determined_stands_in_the_report() {
    let m = Mission::with_draft();
    for member in MEMBERS {
        m.says(member, "opine", &["2026-001", "concur", "--text", "as drafted"]);
    }
    m.exchange("stick", &["astra", "borea", "cerva", "borea", "astra"]);
    let due = ["--due", "2030-01-01T00:00:00Z", "--test", "a visit finds no mortar there"];
    m.says(
        "borea",
        "remedy",
        &[&["2026-001", "sy-gov", "--text", "Move the mortars behind the river."], &due[..]].concat(),
    );
    m.exchange("stick", &["borea", "cerva", "astra"]);
    let shown = MEMBERS.map(|member| m.show(member));
    assert!(shown[0] == shown[1] && shown[0] == shown[2]);
    let case: Value = serde_json::from_str(&shown[0]).expect("JSON");
    let made = &case["determinations"][0];
    assert_eq!((&made["kind"], &made["determined"]["outcome"]), (&json!("unanimous"), &json!("minor_violation")));
    let report = m.one_report();
    let determined = report["determinations"].to_string();
    for words in ["minor_violation", "attributed", "We fired at nobody.", "A1.cease_attacks", "T-UN"] {
        assert!(determined.contains(words), "{words}: {determined}");
    }
    let asked = report["remedies"].to_string();
    assert!(asked.contains("Move the mortars behind the river."), "{asked}");
    let page = String::from_utf8(m.report("cerva", "html", "internal", jiff::Timestamp::now())).expect("text");
    assert!(page.contains("We fired at nobody.") && page.contains("Move the mortars behind the river."));
    // The dispute is not closed by one, and reopening leaves what was determined in the record.
    m.says("astra", "close", &["2026-001", "determined", "--text", "done"]);
    m.exchange("stick", &["astra", "cerva"]);
    m.says("cerva", "close", &["2026-001", "determined", "--text", "agreed"]);
    m.says("cerva", "reopen", &["2026-001", "--text", "a film turned up"]);
    m.exchange("stick", &["cerva", "borea", "astra"]);
    let case: Value = serde_json::from_str(&m.show("borea")).expect("JSON");
    assert_eq!(case["determinations"][0]["determined"]["outcome"], "minor_violation");
    let report = m.one_report();
    assert!(report["corrections"].to_string().contains("a film turned up"), "{}", report["corrections"]);
}

/// Wadi Barada, January 2017, from pages to a case (scenarios/wadi-barada): what the incident is depends on the text of the
/// agreement that one holds, the guarantors disagree, and the report says both.
#[test]
fn wadi_barada_is_not_determined_and_the_report_says_under_which_text() {
    let m = Mission::new();
    for (member, seat) in MEMBERS.iter().zip(["russia", "turkey", "iran"]) {
        m.says(member, "take-seat", &[seat, "--text", "letter of the ministry"]);
    }
    let pages = ["capital-herald.txt", "joint-commission.txt", "upland-gazette.txt"];
    let pages = pages.map(|page| text(&repository().join("scenarios/wadi-barada").join(page)));
    stdout(&armistice(["add", &m.dir("borea"), &pages[0], &pages[1], &pages[2]]));
    m.exchange("stick", &["astra", "cerva", "borea", "astra", "cerva"]);
    let tested: Value = serde_json::from_str(&stdout(&armistice(["test", &m.dir("borea"), "--json"]))).expect("JSON");
    let incidents = tested["tests"].as_array().expect("a list");
    let shelling = incidents
        .iter()
        .find(|i| i["title"].as_str().is_some_and(|t| t.contains("15 January 2017") && t.contains("helling")));
    let shelling = shelling.unwrap_or_else(|| panic!("{tested:#}"));
    let id = shelling["incident"].as_str().expect("an id").to_owned();
    let claim = shelling["answers"][0]["claims"][0].as_str().expect("a claim");
    let explained = stdout(&armistice(["test", &m.dir("borea"), &id]));
    for words in ["T-OPP", "T-UN", "cannot be determined", "alleged violation"] {
        assert!(explained.contains(words), "{words}: {explained}");
    }
    let complaint = "Twelve civilians were killed by shelling in the valley.";
    let words = ["--complainant", "turkey", "--accused", "sy-gov", "--incident", &id, "--text", complaint];
    let received = m.says("borea", "receive", &words);
    m.says("borea", "register", &[received["id"].as_str().expect("an id"), "2026-001"]);
    m.says("borea", "screen", &["2026-001", "passed", "--text", "in the territory under every text"]);
    m.says("borea", "assess", &["2026-001", "--text", "one origin"]);
    m.says("borea", "open", &["2026-001", "--text", "twelve civilians"]);
    m.says("borea", "task", &["2026-001", "--team", "turkey", "--text", "ask for access"]);
    m.says("borea", "verify", &["2026-001", "--method", "interviews"]);
    let found = ["reasonable_grounds", "--method", "interviews", "--claim", claim, "--text", "shells fell"];
    m.says("borea", "find", &[&["2026-001", "fact"], &found[..]].concat());
    m.says("borea", "find", &[&["2026-001", "attribution"], &found[..]].concat());
    let presence =
        ["--criterion", "presence", "--actor", "nusra", "--answer", "cannot_be_determined", "--incident", &id];
    let open = [&["2026-001", "area", "none", "--text", "who was in the valley is not shown"], &presence[..]];
    m.says("borea", "find", &open.concat());
    m.says("borea", "notice", &["2026-001", "--text", "You are said to have shelled the valley."]);
    m.exchange("stick", &["borea", "astra"]);
    m.says("astra", "respond", &["2026-001", "--by", "sy-gov", "--text", "The valley is outside of the agreement."]);
    m.exchange("stick", &["astra", "borea"]);
    let clauses = ["--clause", "T-OPP:A1.cease_attacks=yes", "--clause", "T-UN:A1.cease_attacks=cannot_be_determined"];
    let words = "A violation under T-OPP. Under T-UN it depends on who was in the valley, which is not shown.";
    let draft = ["2026-001", "serious_violation", "attributed", "--to", "sy-gov", "--text", words];
    m.says("borea", "draft", &[&draft[..], &clauses].concat());
    m.exchange("stick", &["borea", "cerva", "astra"]);
    m.says("borea", "opine", &["2026-001", "concur", "--text", "as drafted"]);
    m.says("cerva", "opine", &["2026-001", "no-opinion", "--text", "we were not there"]);
    m.says("astra", "opine", &["2026-001", "dissent", "--text", "Operations against an excluded actor."]);
    m.exchange("other", &["cerva", "borea", "astra", "cerva", "borea"]);
    let shown = MEMBERS.map(|member| m.show(member));
    assert!(shown[0] == shown[1] && shown[0] == shown[2]);
    let report = m.one_report();
    let listed = &report["undetermined"]["cases"][0];
    assert_eq!(listed["outcome"], Value::Null, "{listed:#}");
    let clauses = listed["clauses"].to_string();
    assert!(clauses.contains("cannot_be_determined") && clauses.contains("T-OPP"), "{clauses}");
    let listed = listed.to_string();
    for words in ["Operations against an excluded actor.", "The valley is outside of the agreement.", "2026-001"] {
        assert!(listed.contains(words), "{words}: {listed}");
    }
    assert_eq!(report["determinations"]["cases"], json!([]));
}

/// Taldou, 22 January 2017, from pages and rows to a report (scenarios/taldou): a person says which reports are of one event, and of
/// which that cannot be told; who held the town is not known, so whether a term was broken cannot be determined under any text.
#[test]
fn taldou_is_judged_by_a_person_and_cannot_be_determined() {
    let m = Mission::new();
    for (member, seat) in MEMBERS.iter().zip(["russia", "turkey", "iran"]) {
        m.says(member, "take-seat", &[seat, "--text", "letter of the ministry"]);
    }
    let files = ["beacon-observatory.txt", "events.csv", "riverside-post.txt", "steppe-mirror.txt"];
    let files = files.map(|file| text(&repository().join("scenarios/taldou").join(file)));
    stdout(&armistice([&["add".to_owned(), m.dir("borea")][..], &files[..]].concat()));
    let brief = |member: &str| -> Value {
        serde_json::from_str(&stdout(&armistice(["brief", &m.dir(member), "--json"]))).expect("JSON")
    };
    let read = brief("borea");
    let claim = |words: &str| -> String {
        let claims = read["claims"].as_array().expect("a list");
        let found = claims.iter().find(|c| c["quote"].as_str().is_some_and(|q| q.contains(words)));
        found.unwrap_or_else(|| panic!("no claim with {words:?}"))["id"].as_str().expect("an id").to_owned()
    };
    // One town, one day, one source: a person joins the row with the pages. Of the three other places it cannot be told.
    let (town, dir) = (claim("991001,"), m.dir("borea"));
    for other in ["nine civilians", "killed 12 people"] {
        let why = "the same town, day and source";
        stdout(&armistice(["judge", &dir, "same", &town, &claim(other), "--reason", why]));
    }
    for other in ["991002,", "991003,", "991004,"] {
        let why = "one day and source, another place; no report says whether it was one attack";
        stdout(&armistice(["judge", &dir, "unsure", &town, &claim(other), "--reason", why]));
    }
    m.exchange("stick", &["borea", "astra", "cerva"]);
    let joined = MEMBERS.map(|member| brief(member)["incidents"].clone());
    assert!(joined[0] == joined[1] && joined[0] == joined[2], "the judgement of one is in the record of all");
    let of = |words: &str| {
        let id = claim(words);
        let holds = |i: &&Value| i["claims"].as_array().is_some_and(|c| c.iter().any(|c| *c == id));
        joined[0].as_array().expect("a list").iter().find(holds).expect("its incident").clone()
    };
    let incident = of("991001,");
    assert_eq!(incident["id"], of("nine civilians")["id"]);
    assert_eq!(incident["id"], of("killed 12 people")["id"]);
    let places = ["991001,", "991002,", "991003,", "991004,"].map(|row| of(row)["id"].to_string());
    assert_eq!(places.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
    assert_eq!(incident["independent_origins"]["high"], 1);
    let id = incident["id"].as_str().expect("an id");
    let explained = stdout(&armistice(["test", &m.dir("cerva"), id]));
    for text in ["T-UN", "T-OPP"] {
        assert!(explained.contains(&format!("cannot be determined under {text}")), "{explained}");
    }
    // The lists of the day: no guarantor has it, a third party has.
    let ledger = m.folder.path().join("lists.toml");
    let lists = format!(
        r#"format = 1

[[listed]]
incident = "{id}"
recorder = "Beacon Observatory"
stance = "listed"
when = 2017-01-22

[[listed]]
incident = "{id}"
recorder = "russia"
stance = "not_addressed"
when = 2017-01-22

[[listed]]
incident = "{id}"
recorder = "turkey"
stance = "not_addressed"
when = 2017-01-22
"#
    );
    fs::write(&ledger, lists).expect("written");
    stdout(&armistice(["record", &dir, "--from", &text(&ledger)]));
    let complaint = "Air strikes killed people in the town.";
    let words = ["--complainant", "turkey", "--accused", "sy-gov", "--incident", id, "--text", complaint];
    let received = m.says("borea", "receive", &words);
    m.says("borea", "register", &[received["id"].as_str().expect("an id"), "2026-001"]);
    m.says("borea", "screen", &["2026-001", "passed", "--text", "in time and in the territory under every text"]);
    m.says("borea", "assess", &["2026-001", "--text", "one origin"]);
    m.says("borea", "open", &["2026-001", "--text", "civilians among the dead"]);
    m.says("borea", "task", &["2026-001", "--team", "turkey", "--text", "ask for access"]);
    m.says("borea", "blocked", &["2026-001", "no_answer", "--place", "the road to the town", "--text", "five days"]);
    let why = "who flew, and who held the town that day, cannot be shown from one origin";
    m.says("borea", "not-verifiable", &["2026-001", "access_denied", "--text", why]);
    m.says("borea", "notice", &["2026-001", "--text", "You are said to have struck the town."]);
    m.exchange("stick", &["borea", "astra"]);
    m.says("astra", "respond", &["2026-001", "--by", "sy-gov", "--text", "Nothing of the kind was recorded."]);
    m.exchange("stick", &["astra", "borea"]);
    let open = ["T-UN", "T-OPP"].map(|text| format!("{text}:A1.cease_attacks=cannot_be_determined"));
    let words = "Whether a term was broken cannot be determined under either text: who held the town is not known.";
    let draft = ["2026-001", "relevant_incident_no_violation", "not_attributed", "--text", words];
    m.says("borea", "draft", &[&draft[..], &["--clause", &open[0], "--clause", &open[1]]].concat());
    m.exchange("stick", &["borea", "cerva", "astra"]);
    m.says("astra", "opine", &["2026-001", "concur", "--text", "as drafted"]);
    let other = ["--outcome", "serious_violation", "--text", "Civilians died, and nobody was let in to look."];
    m.says("borea", "opine", &[&["2026-001", "dissent"][..], &other].concat());
    m.says("cerva", "opine", &["2026-001", "concur", "--text", "as drafted"]);
    m.exchange("other", &["cerva", "borea", "astra", "cerva", "borea"]);
    let shown = MEMBERS.map(|member| m.show(member));
    assert!(shown[0] == shown[1] && shown[0] == shown[2]);
    let case: Value = serde_json::from_str(&shown[0]).expect("JSON");
    assert_eq!(
        (&case["state"]["name"], &case["state"]["why"]["reason"]),
        (&json!("not_determined"), &json!("deadlock"))
    );
    let report = m.one_report();
    let listed = &report["undetermined"]["cases"][0];
    assert_eq!(listed["outcome"], Value::Null, "{listed:#}");
    assert_eq!(listed["clauses"].to_string().matches("cannot_be_determined").count(), 2, "{listed:#}");
    for words in ["Civilians died, and nobody was let in to look.", "Nothing of the kind was recorded.", "deadlock"] {
        assert!(listed.to_string().contains(words), "{words}: {listed}");
    }
    assert_eq!(report["determinations"]["cases"], json!([]));
    // The report of the truce's days: a range per status, no figure in between, and no guarantor that has it.
    let period = ["--from", "2017-01-16", "--to", "2017-01-31", "--format", "json"];
    let january = MEMBERS.map(|member| {
        let dir = m.dir(member);
        let at = jiff::Timestamp::now().to_string();
        stdout(&armistice([&["report", &dir][..], &period, &["--at", &at]].concat()))
    });
    let january: Value = serde_json::from_str(&january[0]).expect("JSON");
    let rows = january["casualties"]["rows"].as_array().expect("a list");
    let killed = |status: &str| {
        let of = |r: &&Value| r["incident"]["id"] == id && r["what"] == "killed" && r["status"] == status;
        rows.iter().find(of).map(|r| (r["number"]["min"].as_u64(), r["number"]["max"].as_u64()))
    };
    assert_eq!(killed("civilians"), Some((Some(7), Some(9))));
    assert_eq!(killed("all"), Some((Some(10), Some(12))));
    assert_eq!(killed("unknown"), Some((Some(2), Some(2))));
    assert!(january["concordance"]["by_no_guarantor"].to_string().contains(id), "{:#}", january["concordance"]);
    let funnel = january["status"]["funnel"].as_array().expect("a list");
    let step = |name: &str| funnel.iter().find(|s| s["step"] == name).map(|s| s["tally"]["certain"].clone());
    // The guarantors' own list is the fifth.
    assert_eq!((step("in_scope"), step("scope_open")), (Some(json!(0)), Some(json!(5))), "{funnel:#?}");
    let stretches = january["status"]["series"]["stretches"].as_array().expect("a list");
    let stretches: Vec<&str> = stretches.iter().filter_map(|s| s["stretch"].as_str()).collect();
    assert_eq!(stretches, ["baseline", "first", "previous", "now"]);
    // What is said later moves the report, and not the one that was made before: its file names the registers and the cut-off.
    let kept = m.folder.path().join("january.json");
    fs::write(&kept, january.to_string()).expect("written");
    let computed =
        |member: &str, rest: &[&str]| stdout(&armistice([&["report", &m.dir(member)][..], &period, rest].concat()));
    let first = computed("cerva", &["--as-of", &text(&kept)]);
    stdout(&armistice(["judge", &dir, "different", &town, &claim("nine civilians"), "--reason", "a second look"]));
    m.exchange("stick", &["borea", "cerva"]);
    assert!(computed("borea", &[]).len() != first.len(), "the judgement moves the report");
    for member in MEMBERS {
        assert_eq!(computed(member, &["--as-of", &text(&kept)]), first, "{member}");
    }
}

/// A step that is refused writes nothing, and says its code, its sentence and the next step.
#[test]
fn a_refused_step_writes_nothing() {
    let m = Mission::new();
    m.says("astra", "take-seat", &["russia", "--text", "letter"]);
    let received = m.says("astra", "receive", &["--complainant", "public", "--text", "Shells fell."]);
    let id = received["id"].as_str().expect("an id");
    m.says("astra", "register", &[id, "1"]);
    let size = || fs::metadata(Path::new(&m.dir("astra")).join("registers/astra/register.log")).expect("a file").len();
    let before = size();
    for (verb, rest, code, refusal) in [
        ("take-seat", &["turkey", "--text", "x"][..], 3, Some(Refusal::SeatHeld)),
        ("screen", &["1", "no_incident"], 3, Some(Refusal::TextEmpty)),
        ("register", &["1", "2"], 3, Some(Refusal::StageWrong)),
        ("assess", &["1", "--text", "x"], 3, Some(Refusal::StageWrong)),
        ("receive", &["--complainant", "nobody", "--text", "x"], 3, Some(Refusal::ActorUnknown)),
        ("object", &["--seat", "astra", "--text", "x"], 3, Some(Refusal::ObjectToOwn)),
        ("object", &["--dismissal", "1", "--text", "x"], 4, None),
        ("opine", &["1", "concur"], 4, None),
        ("register", &["cas-", "2"], 3, Some(Refusal::StageWrong)),
        ("register", &["9", "2"], 4, None),
        ("screen", &["1", "perhaps"], 2, None),
        ("remedy", &["1", "sy-gov", "--due", "tomorrow", "--test", "x"], 2, None),
        ("assess", &["1", "--text-file", "/nowhere"], 4, None),
    ] {
        let out = m.run("astra", verb, rest);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(code), "{verb} {rest:?}: {said}");
        if let Some(r) = refusal {
            for part in [
                format!("case-{}: {}", r.code(), r.sentence()),
                "nothing was written".to_owned(),
                r.next_step().to_owned(),
            ] {
                assert!(said.contains(&part), "{verb} {rest:?}: {part:?} is not in {said}");
            }
        }
    }
    assert_eq!(size(), before);
    let out = m.run("borea", "receive", &["--complainant", "public", "--text", "x"]);
    assert!(out.status.success(), "who has no seat can complain");
    let out = m.run("borea", "close", &[id, "withdrawn", "--text", "x"]);
    assert_eq!(out.status.code(), Some(4), "what is not here cannot be closed");
}
