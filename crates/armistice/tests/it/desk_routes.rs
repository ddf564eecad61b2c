//! Who gets which answer from every route of the desk, and that what is restricted gives nothing away: over the whole desk on loopback.
//!
//! Must not: leave out a route. One that is not in the table fails.

use crate::{
    desk_access_world::{Answer, Browser, World},
    support::{Mission, repository},
};
use armistice::desk::{
    self,
    access::{Object, Role},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Roles in the order of the columns of [`TABLE`].
const ROLES: [Role; 6] =
    [Role::Public, Role::Viewer, Role::Analyst, Role::CaseOfficer, Role::Head, Role::Administrator];

/// What stands for the ids of the paths: nothing of this id is there.
const NOTHING: &str = "nothing-here";

/// Every route with the statuses that each role gets, not signed in first. Ids name nothing that is there; bodies are empty.
/// 303 of somebody who is not signed in leads to the sign-in.
const TABLE: &str = include_str!("routes/table.txt");

fn paper(mission: &Mission, name: &str, words: &str) {
    let file = mission.path().parent().expect("a folder").join(name);
    std::fs::write(&file, words).expect("written");
    mission.add([file]);
}

/// Two papers of our own words: one that everybody sees, and one that is restricted in the tests. Both tell of one shelling.
fn mission() -> Mission {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    paper(
        &mission,
        "gazette.txt",
        "Upland Gazette\n\nMonday 23 January 2017\n\nShelling killed nine civilians in Taldou in Homs province on Sunday, a monitoring group said.\n",
    );
    paper(
        &mission,
        "ledger.txt",
        "Zanzalet Confidential Ledger\n\nTuesday 24 January 2017\n\nShelling killed 17 civilians in Morek in Hama province on Monday, a monitoring group said.\n\nThe Quillfeather Courier had it first.\n",
    );
    mission
}

fn ask(browser: &mut Browser, method: &str, path: &str) -> Answer {
    if method == "GET" {
        return browser.get(path);
    }
    let csrf = browser.csrf();
    browser.send(method, path, &[("x-csrf-token", &csrf), ("accept", "application/json")], b"{}")
}

#[test]
fn every_route_answers_each_role_as_the_table_says() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let mut expected: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for line in TABLE.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (method, path, action) = (words[0], words[1], words[2]);
        let statuses = words[3..].iter().map(|s| s.parse().expect("a status")).collect();
        assert!(expected.insert(format!("{method} {path} {action}"), statuses).is_none(), "{line} stands twice");
    }
    let registered = desk::routes();
    assert_eq!(registered.problems(), [""; 0]);
    let mut found = BTreeMap::new();
    for entry in registered.list() {
        let mut path = entry.path.clone();
        while let Some((before, rest)) = path.split_once('{') {
            let (_, after) = rest.split_once('}').expect("an end");
            path = format!("{before}{NOTHING}{after}");
        }
        let mut statuses = Vec::new();
        for role in ROLES {
            // A browser of its own for every question: some routes end the session.
            let mut browser = match role {
                Role::Public => world.browser(),
                Role::Viewer | Role::Analyst | Role::CaseOfficer | Role::Head | Role::Administrator => {
                    let name = format!("{} {} {}", role_name(role), entry.method, entry.path);
                    world.member(&name, role).1
                }
            };
            // A stream does not end by itself: what it begins with is enough.
            let answer = if entry.path == "/events" {
                first(&mut browser, &path)
            } else {
                ask(&mut browser, entry.method, &path)
            };
            statuses.push(answer.status);
        }
        use armistice_core::named::Named as _;
        found.insert(format!("{} {} {}", entry.method, entry.path, entry.action.id()), statuses);
    }
    let line =
        |(k, v): (&String, &Vec<u16>)| format!("{k} {}", v.iter().map(u16::to_string).collect::<Vec<_>>().join(" "));
    let as_text: Vec<String> = found.iter().map(line).collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let file = repository().join("crates/armistice/tests/it/routes/table.txt");
        let head: String = TABLE.lines().take_while(|l| l.starts_with('#')).map(|l| format!("{l}\n")).collect();
        std::fs::write(file, format!("{head}{}\n", as_text.join("\n"))).expect("written");
        return;
    }
    let wanted: Vec<String> = expected.iter().map(line).collect();
    let missing: Vec<&String> = as_text.iter().filter(|l| !wanted.contains(l)).collect();
    let stale: Vec<&String> = wanted.iter().filter(|l| !as_text.contains(l)).collect();
    assert!(missing.is_empty() && stale.is_empty(), "not as the table says: {missing:#?}\nin the table: {stale:#?}");
}

fn role_name(role: Role) -> &'static str {
    use armistice_core::named::Named as _;
    role.id()
}

/// The status of an answer that goes on.
fn first(browser: &mut Browser, path: &str) -> Answer {
    use std::io::{Read as _, Write as _};
    let jar: Vec<String> = browser.jar.iter().map(|(n, v)| format!("{n}={v}")).collect();
    let mut stream = std::net::TcpStream::connect(browser.address).expect("connects");
    let head = format!(
        "GET {path} HTTP/1.1\r\nhost: {}\r\naccept: text/html\r\ncookie: {}\r\n\r\n",
        browser.host,
        jar.join("; ")
    );
    stream.write_all(head.as_bytes()).expect("written");
    let mut bytes = [0; 12];
    stream.read_exact(&mut bytes).expect("a status");
    let status = String::from_utf8_lossy(&bytes[9..]).parse().expect("a number");
    Answer { status, headers: Vec::new(), body: String::new() }
}

/// The table says what the roles say: nobody reaches an answer of which the role's list has no action.
#[test]
fn the_table_refuses_whoever_has_not_the_action() {
    use armistice_core::named::Named as _;
    for line in TABLE.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        for (role, status) in ROLES.iter().zip(&words[3..]) {
            let may = desk::access::role::allowed(*role).iter().any(|a| a.id() == words[2]);
            let refused = matches!(*status, "401" | "403") || (*role == Role::Public && *status == "303");
            assert!(may || refused, "{role:?} gets {status}: {line}");
        }
    }
}

/// Pages, twins, lists, files, feeds and the map: all that a reader can ask for without knowing an id.
const EVERYWHERE: &[&str] = &[
    "/",
    "/api/v1",
    "/inbox",
    "/api/v1/inbox",
    "/incidents",
    "/incidents?view=cards",
    "/incidents?view=timeline",
    "/api/v1/incidents",
    "/claims",
    "/api/v1/claims",
    "/documents",
    "/api/v1/documents",
    "/cases",
    "/api/v1/cases",
    "/people",
    "/api/v1/people",
    "/sources",
    "/api/v1/sources",
    "/search?q=zanzalet",
    "/api/v1/search?q=zanzalet",
    "/api/v1/incidents?q=zanzalet",
    "/api/v1/claims?q=morek",
    "/api/v1/map",
    "/api/v1/map?kind=claims",
    "/export/incidents.csv",
    "/export/incidents.geojson",
    "/export/documents.csv",
    "/export/documents.json",
    "/export/claims.jsonl",
    "/export/claims.xlsx",
    "/export/cases.csv",
    "/export/people.csv",
    "/feed.atom",
    "/calendar.ics",
    "/ogc/collections/incidents/items",
    "/compare",
    "/api/v1/compare",
    "/coverage",
    "/ledgers",
    "/agreements",
    "/obligations",
    "/reports",
    "/members",
    "/settings",
    "/public",
];

/// What must not be in an answer: the words of the hidden paper, and every id that rests on it.
fn secrets(mission: &Mission) -> (BTreeSet<String>, String, Vec<String>, Vec<String>) {
    let brief = mission.brief();
    let list = |name: &str| brief[name].as_array().cloned().unwrap_or_default();
    let text = |v: &Value, name: &str| v[name].as_str().unwrap_or_default().to_owned();
    let hidden = list("documents").into_iter().find(|d| text(d, "file") == "ledger.txt").expect("the paper");
    let document = text(&hidden, "id");
    let claims: Vec<String> =
        list("claims").iter().filter(|c| c["document"] == hidden["id"]).map(|c| text(c, "id")).collect();
    let of_it =
        |i: &Value| i["claims"].as_array().is_some_and(|all| all.iter().all(|c| claims.iter().any(|own| c == own)));
    let incidents: Vec<String> = list("incidents").iter().filter(|i| of_it(i)).map(|i| text(i, "id")).collect();
    assert!(!claims.is_empty() && !incidents.is_empty(), "the paper says something: {brief:#}");
    let mut all: BTreeSet<String> =
        ["Zanzalet", "zanzalet", "Quillfeather", "Morek", "Mūrak", "ledger.txt"].map(str::to_owned).into();
    all.insert(document.clone());
    all.insert(text(&hidden, "sha256"));
    all.extend(claims.iter().cloned());
    all.extend(incidents.iter().cloned());
    (all, document, claims, incidents)
}

#[test]
fn what_is_restricted_gives_nothing_away_anywhere() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (all, document, claims, incidents) = secrets(&mission);
    let (officer, mut inside) = world.member("In", Role::CaseOfficer);
    let mut readers: Vec<(Role, Browser)> =
        Role::OF_ACCOUNTS.iter().map(|r| (*r, world.member(role_name(*r), *r).1)).collect();
    // Before: everybody finds it. So what is looked for below can be found.
    for (role, browser) in &mut readers {
        let found = browser.get("/api/v1/documents").body;
        assert!(found.contains(&document), "{role:?}");
    }
    let before: Value = serde_json::from_str(&readers[0].1.get("/api/v1/claims").body).expect("JSON");
    let store = world.gate.store();
    store.restrict(&Object::Document(&document), &officer, world.now()).expect("restricted");
    let mut told = Vec::new();
    for (role, browser) in &mut readers {
        for path in EVERYWHERE {
            let answer = browser.get(path);
            // What was asked for is said again in the page; that is the reader's own word.
            let asked = path.split_once("q=").map_or("", |(_, w)| w);
            for secret in all.iter().filter(|s| !s.eq_ignore_ascii_case(asked)) {
                if answer.body.contains(secret.as_str()) {
                    told.push(format!("{role:?} {path}: {secret}"));
                }
            }
        }
        let list: Value = serde_json::from_str(&browser.get("/api/v1/claims").body).expect("JSON");
        assert_eq!(list["hidden"].as_u64(), Some(claims.len() as u64), "{role:?}: that something is hidden is said");
        assert_eq!(list["total"].as_u64(), before["total"].as_u64().map(|n| n - claims.len() as u64));
        // The number is of the whole list: a question about what is hidden gets the same one.
        for q in ["zanzalet", "xylophone"] {
            let asked: Value = serde_json::from_str(&browser.get(&format!("/api/v1/claims?q={q}")).body).expect("JSON");
            assert_eq!(
                (asked["total"].as_u64(), asked["hidden"].as_u64()),
                (Some(0), Some(claims.len() as u64)),
                "{q}"
            );
        }
        let facets = list["facets"].to_string();
        assert!(!facets.contains("Hama"), "{role:?}: {facets}");
    }
    assert!(told.is_empty(), "{told:#?}");
    // Whoever was let in sees it as before.
    assert!(inside.get("/api/v1/documents").body.contains(&document));
    // By id, nothing tells what is hidden from what is not there.
    let id = &incidents[0];
    for (role, browser) in &mut readers {
        for (path, of) in [
            (format!("/documents/{document}"), "documents"),
            (format!("/api/v1/documents/{document}"), "documents"),
            (format!("/incidents/{id}"), "incidents"),
            (format!("/api/v1/incidents/{id}"), "incidents"),
            (format!("/ogc/collections/incidents/items/{id}"), "ogc/collections/incidents/items"),
            (format!("/public/incidents/{id}"), "public/incidents"),
        ] {
            let hidden = browser.get(&path);
            let nothing = browser.get(&path.replace(path.rsplit('/').next().expect("an id"), NOTHING));
            assert_eq!((hidden.status, nothing.status), (404, 404), "{role:?} {path} ({of})");
            let plain = |a: &Answer| a.body.replace(&document, "").replace(id.as_str(), "").replace(NOTHING, "");
            assert_eq!(plain(&hidden), plain(&nothing), "{role:?} {path}");
        }
        let other = browser.get("/api/v1/documents").body;
        let seen: Value = serde_json::from_str(&other).expect("JSON");
        let seen = seen["items"][0]["id"].as_str().expect("the other paper").to_owned();
        for path in [format!("/documents/{seen}/beside/{document}"), format!("/documents/{document}/beside/{seen}")] {
            assert_eq!(browser.get(&path).status, 404, "{role:?} {path}");
        }
        assert_eq!(browser.get(&format!("/api/v1/map?incident={id}")).body.matches("\"id\"").count(), 0);
    }
}

/// The bundle of a statement about a hidden paper would hold its very words.
#[test]
fn no_proof_is_given_of_what_is_hidden() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, document, ..) = secrets(&mission);
    let (officer, mut inside) = world.member("In", Role::Head);
    let (_, mut outside) = world.member("Out", Role::Head);
    let statuses = |browser: &mut Browser| {
        (0..60).map(|n| browser.get(&format!("/prove/analyst%23{n}")).status).collect::<Vec<_>>()
    };
    let before = statuses(&mut outside);
    let count = before.iter().filter(|s| **s == 200).count();
    assert!(count > 4, "{before:?}");
    world.gate.store().restrict(&Object::Document(&document), &officer, world.now()).expect("restricted");
    assert_eq!(statuses(&mut inside), before);
    let after = statuses(&mut outside);
    let left = after.iter().filter(|s| **s == 200).count();
    assert!(left < count && left > 0, "{after:?}");
    for n in (0..60).filter(|n| after[*n] == 200) {
        let body = outside.get(&format!("/prove/analyst%23{n}")).body;
        assert!(!body.contains(&document) && !body.contains("Zanzalet"), "statement {n}");
    }
    // A report is made of the whole record: it is not made for those who do not see the whole.
    let period = "/reports/preview?from=2017-01-15&to=2017-01-30&edition=internal&kind=period";
    assert_eq!(inside.get(period).status, 200);
    assert_eq!(outside.get(period).status, 403);
}

#[test]
fn a_hidden_case_is_not_there_by_its_number_or_for_forms() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (officer, mut inside) = world.member("In", Role::CaseOfficer);
    let (_, mut outside) = world.member("Out", Role::CaseOfficer);
    let received = inside.post("/cases/new", &[("complainant", "public"), ("text", "Quillfeather was shelled")]);
    assert_eq!(received.status, 303, "{}", received.body);
    let list: Value = serde_json::from_str(&inside.get("/api/v1/cases").body).expect("JSON");
    let (id, number) =
        (list["items"][0]["id"].as_str().expect("an id").to_owned(), list["items"][0]["reference"].clone());
    let number = number.as_str().unwrap_or(&id).to_owned();
    assert_eq!(outside.get(&format!("/cases/{id}")).status, 200);
    world.gate.store().restrict(&Object::Case(&id), &officer, world.now()).expect("restricted");
    for name in [&id, &number] {
        assert_eq!(outside.get(&format!("/cases/{name}")).status, 404, "{name}");
        assert_eq!(outside.get(&format!("/api/v1/cases/{name}")).status, 404, "{name}");
        assert_eq!(outside.get(&format!("/cases/{name}/determination")).status, 404, "{name}");
        let tried = outside.post(&format!("/cases/{name}/close"), &[("state", "inadmissible"), ("text", "x")]);
        assert_eq!(tried.status, 404, "{name}: {}", tried.body);
    }
    // The command would take the beginning of an id.
    let tried =
        outside.post(&format!("/cases/{}/close", &id[..id.len() - 2]), &[("state", "inadmissible"), ("text", "x")]);
    assert_eq!(tried.status, 404, "{}", tried.body);
    assert!(!outside.get("/api/v1/cases").body.contains(&id));
    assert_eq!(inside.get(&format!("/cases/{id}")).status, 200);
}

/// A hidden incident or claim alone, and a form that names it.
#[test]
fn a_hidden_incident_cannot_be_judged_or_named() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, _, claims, incidents) = secrets(&mission);
    let (officer, _) = world.member("In", Role::CaseOfficer);
    let (_, mut outside) = world.member("Out", Role::CaseOfficer);
    let list: Value = serde_json::from_str(&outside.get("/api/v1/incidents").body).expect("JSON");
    let ids = list["items"].as_array().expect("a list").iter().filter_map(|i| i["id"].as_str());
    let other = ids.clone().find(|i| !incidents.iter().any(|own| own == i)).expect("another").to_owned();
    let hidden = &incidents[0];
    let store = world.gate.store();
    store.restrict(&Object::Incident(hidden), &officer, world.now()).expect("restricted");
    for path in [format!("/compare/same/{other}/{hidden}"), format!("/compare/same/{hidden}/{other}")] {
        let tried = outside.post(&path, &[("reason", "one event")]);
        assert_eq!(tried.status, 404, "{path}: {}", tried.body);
    }
    assert_eq!(outside.get(&format!("/compare?a={other}&b={hidden}")).status, 404);
    assert!(!outside.get(&format!("/cases/new?incident={hidden}")).body.contains(hidden.as_str()));
    let tried = outside.post("/cases/new", &[("complainant", "public"), ("text", "x"), ("incident", hidden)]);
    assert_eq!(tried.status, 404, "{}", tried.body);
    store.restrict(&Object::Claim(&claims[0]), &officer, world.now()).expect("restricted");
    let found = outside.get("/api/v1/claims").body;
    assert!(!found.contains(&claims[0]), "{found}");
}

/// Who sits at the page of a hidden thing is not told.
#[test]
fn presence_does_not_tell_of_what_is_hidden() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, document, ..) = secrets(&mission);
    let (officer, inside) = world.member("Wilhelmina", Role::CaseOfficer);
    let (_, outside) = world.member("Out", Role::CaseOfficer);
    let path = format!("/events?viewing=%2Fdocuments%2F{document}");
    let (_sits, said) = stream(&inside, &path);
    assert!(said.contains(&document), "{said}");
    let (_looks, said) = stream(&outside, &path);
    assert!(said.contains("Wilhelmina"), "{said}");
    world.gate.store().restrict(&Object::Document(&document), &officer, world.now()).expect("restricted");
    let (_again, said) = stream(&outside, &path);
    assert!(!said.contains("Wilhelmina") && !said.contains(&document), "{said}");
}

/// A stream of events, and what stands in it up to the first one of presence.
fn stream(browser: &Browser, path: &str) -> (std::net::TcpStream, String) {
    use std::io::{Read as _, Write as _};
    let jar: Vec<String> = browser.jar.iter().map(|(n, v)| format!("{n}={v}")).collect();
    let mut stream = std::net::TcpStream::connect(browser.address).expect("connects");
    let head = format!(
        "GET {path} HTTP/1.1\r\nhost: {}\r\naccept: text/event-stream\r\ncookie: {}\r\n\r\n",
        browser.host,
        jar.join("; ")
    );
    stream.write_all(head.as_bytes()).expect("written");
    let (mut text, mut byte) = (String::new(), [0]);
    while !text.split_once("event: presence").is_some_and(|(_, rest)| rest.contains("\n\n")) {
        stream.read_exact(&mut byte).expect("an event");
        text.push(char::from(byte[0]));
    }
    (stream, text)
}
