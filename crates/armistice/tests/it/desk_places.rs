//! What the desk must not lose: every link leads somewhere, a history has every statement, what is hidden is counted, and what could not
//! be taken in waits to be tried again.
//!
//! Must not: look through the record's back door; what is checked is what a reader gets.

use crate::{
    desk_access_world::{Browser, World},
    support::{Mission, armistice, repository, stdout},
};
use armistice::desk::access::{Object, Role};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Two pages of the demonstration that tell of one event: the second is the one that is restricted.
const COURIER: &str = "01-harbour-courier.txt";
const OBSERVER: &str = "02-valley-observer.txt";

fn put(mission: &Mission, name: &str, text: &str) -> std::path::PathBuf {
    let page = mission.path().parent().expect("a folder").join(name);
    std::fs::write(&page, text).expect("written");
    page
}

/// A mission whose documents came in one after the other.
fn mission() -> Mission {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    for name in [COURIER, OBSERVER] {
        mission.add([repository().join("scenarios/demo").join(name)]);
    }
    mission
}

fn json(browser: &mut Browser, path: &str) -> Value {
    let answer = browser.get(path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{path}: {e}: {}", answer.body))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// An incident that both documents tell of.
fn shared(brief: &Value) -> &Value {
    let document =
        |claim: &Value| list(brief, "claims").iter().find(|c| c["id"] == *claim).map(|c| c["document"].clone());
    let both = |i: &&Value| matches!(list(i, "claims"), [a, b] if document(a) != document(b));
    list(brief, "incidents")
        .iter()
        .find(both)
        .unwrap_or_else(|| panic!("the two documents are about one event: {brief}"))
}

/// What a page leads to by GET on this host: links, pictures, scripts, what a map fetches.
fn links(page: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for name in [" href=\"", " src=\"", " data-source=\""] {
        for part in page.split(name).skip(1) {
            let to = part.split('"').next().unwrap_or("").replace("&amp;", "&").replace("&quot;", "\"");
            let to = to.split('#').next().unwrap_or("").to_owned();
            if to.starts_with('/') && !to.starts_with("//") {
                out.insert(to);
            }
        }
    }
    out
}

#[test]
fn every_link_of_the_demonstration_leads_somewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("demo");
    stdout(&armistice(["demo".as_ref(), dir.as_os_str()]));
    let world = World::of_mission(&dir);
    let (_, mut browser) = world.member("Head", Role::Administrator);
    let mut waiting = VecDeque::from([("/".to_owned(), "the address bar".to_owned())]);
    let (mut seen, mut of_path) = (BTreeSet::from(["/".to_owned()]), BTreeMap::<String, usize>::new());
    let (mut wrong, mut asked) = (Vec::new(), 0);
    while let Some((path, from)) = waiting.pop_front() {
        asked += 1;
        let answer = browser.get(&path);
        if answer.status >= 400 {
            wrong.push(format!("{} {path} (from {from})", answer.status));
        }
        if !answer.header("content-type").is_some_and(|t| t.starts_with("text/html")) {
            continue;
        }
        for to in links(&answer.body) {
            // An event stream has no end; the language of a page is no other page.
            if to == "/events" || to.contains("lang=") {
                continue;
            }
            let bare = to.split('?').next().unwrap_or("").to_owned();
            let variants = of_path.entry(bare).or_default();
            if *variants < 8 && seen.insert(to.clone()) {
                *variants += 1;
                waiting.push_back((to, path.clone()));
            }
        }
    }
    assert!(asked > 60, "only {asked} pages were reached");
    assert!(asked < 3000, "{asked} pages");
    assert!(seen.iter().any(|p| p.ends_with("/history")), "no history was reached");
    assert!(wrong.is_empty(), "of {asked}:\n{}", wrong.join("\n"));
}

#[test]
fn a_history_has_every_statement_and_what_it_changed() {
    let mission = mission();
    let brief = mission.brief();
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("Ann", Role::Analyst);
    for incident in list(&brief, "incidents") {
        let id = incident["id"].as_str().expect("an id");
        let told = json(&mut browser, &format!("/api/v1/incidents/{id}/history"));
        let items = list(&told, "items");
        assert_eq!(told["basis"], "whole");
        assert_eq!(told["hidden"], 0);
        // The last composition is what the incident's page says, and the claims that came and went are its claims.
        let mut claims = BTreeSet::new();
        let mut last = Value::Null;
        let mut began = 0;
        for change in items.iter().flat_map(|e| [&e["meanwhile"], &e["change"]]).filter(|c| !c.is_null()) {
            assert_eq!(change["before"], last, "what was before is what was after the one before: {told}");
            began += usize::from(change["before"].is_null());
            claims.extend(list(change, "added").iter().filter_map(Value::as_str).map(str::to_owned));
            for gone in list(change, "removed").iter().filter_map(Value::as_str) {
                claims.remove(gone);
            }
            last = change["after"].clone();
        }
        assert_eq!(began, 1, "{told}");
        for name in ["title", "counts"] {
            assert_eq!(last[name], incident[name], "{name}: {told}");
        }
        assert_eq!(last["status"], incident["verification_status"]);
        let own: BTreeSet<String> =
            list(incident, "claims").iter().filter_map(Value::as_str).map(str::to_owned).collect();
        assert_eq!(claims, own, "{told}");
        // Each statement with its register, index and proof; the proof is there.
        let page = browser.get(&format!("/incidents/{id}/history"));
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(!page.body.contains('⟨'), "{}", page.body);
        for e in items {
            let statement = e["statement"].as_str().expect("an id");
            assert!(page.body.contains(&format!("/prove/{statement}")), "{}", page.body);
            assert_eq!(e["recorded_by"], "analyst");
            assert_eq!(browser.get(&format!("/prove/{statement}")).status, 200);
        }
        let kinds: BTreeSet<&str> = items.iter().filter_map(|e| e["kind"].as_str()).collect();
        for kind in ["document_captured", "text_read", "claims_read", "compared"] {
            assert!(kinds.contains(kind), "no {kind}: {told}");
        }
    }
    assert_eq!(browser.get("/incidents/nothing/history").status, 404);
    let described = json(&mut browser, "/openapi.json");
    let schema = &described["paths"]["/api/v1/incidents/{id}/history"]["get"]["responses"]["200"];
    assert!(schema["content"]["application/json"]["schema"]["properties"]["items"].is_object(), "{schema}");
}

#[test]
fn a_judgement_stands_in_the_history_with_what_it_changed() {
    let mission = mission();
    let brief = mission.brief();
    let incident = shared(&brief);
    let (a, b) = (incident["claims"][0].as_str().expect("an id"), incident["claims"][1].as_str().expect("an id"));
    let dir = mission.path();
    stdout(&armistice(
        ["judge", dir.to_str().expect("a path"), "different", a, b, "--reason", "Two streets, two hours."]
            .map(String::from),
    ));
    let world = World::of_mission(&dir);
    let (_, mut browser) = world.member("Ann", Role::Analyst);
    let after = mission.brief();
    let of_a =
        list(&after, "incidents").iter().find(|i| list(i, "claims").iter().any(|c| c == a)).expect("an incident of it");
    let told = json(&mut browser, &format!("/api/v1/incidents/{}/history", of_a["id"].as_str().expect("an id")));
    let judged = list(&told, "items").iter().find(|e| e["kind"] == "judged").expect("the judgement");
    assert!(judged["says"].as_str().is_some_and(|s| s.contains("Two streets")), "{judged}");
    let gone = list(&judged["change"], "removed");
    assert!(gone.iter().any(|c| c == b), "what it changed: {told}");
    assert_eq!((&judged["change"]["before"]["claims"], &judged["change"]["after"]["claims"]), (&2.into(), &1.into()));
}

#[test]
fn what_access_hides_is_counted_and_shown_nowhere() {
    let mission = mission();
    let brief = mission.brief();
    let document = list(&brief, "documents").iter().find(|d| d["file"] == OBSERVER).expect("the observer");
    let id = document["id"].as_str().expect("an id");
    let claims = list(&brief, "claims").iter().filter(|c| c["document"] == id).count();
    assert!(claims > 0, "it says something");
    let world = World::of_mission(&mission.path());
    let (head, mut sees) = world.member("Head", Role::Head);
    let (_, mut other) = world.member("Vera", Role::Viewer);
    world.gate.store().restrict(&Object::Document(id), &head, world.now()).expect("restricted");
    // Every list says how many are hidden, and every number is of what is left.
    for (path, hidden) in [("documents", 1), ("claims", claims), ("inbox", 1)] {
        let (all, less) = (json(&mut sees, &format!("/api/v1/{path}")), json(&mut other, &format!("/api/v1/{path}")));
        assert_eq!((&all["hidden"], &less["hidden"]), (&Value::from(0), &Value::from(hidden)), "{path}");
        let total = |v: &Value| v["total"].as_u64().expect("a total");
        assert_eq!(total(&less), total(&all) - hidden as u64, "{path}");
    }
    let page = other.get("/documents").body;
    assert!(page.contains("1 hidden by your access"), "{page}");
    let page = other.get("/inbox").body;
    assert!(page.contains("hidden by your access"), "{page}");
    // Nowhere its words, its id or its name: pages, twins, searches, feeds, histories.
    let incident = shared(&brief)["id"].as_str().expect("an id");
    // What rests on the hidden document too is composed without it, and is another incident.
    for path in [format!("/incidents/{incident}"), format!("/incidents/{incident}/history")] {
        assert_eq!((other.get(&path).status, sees.get(&path).status), (404, 200), "{path}");
    }
    let seen = json(&mut other, "/api/v1/incidents");
    let incident_seen = list(&seen, "items")
        .iter()
        .filter_map(|i| i["id"].as_str())
        .find(|i| {
            let told = json(&mut other, &format!("/api/v1/incidents/{i}"));
            list(&told["incident"], "claims").iter().any(|c| list(shared(&brief), "claims").contains(c))
        })
        .expect("the incident without the observer")
        .to_owned();
    let courier = list(&brief, "documents").iter().find(|d| d["file"] == COURIER).expect("the courier")["id"]
        .as_str()
        .expect("an id");
    let paths = [
        "/".to_owned(),
        "/incidents".to_owned(),
        "/claims".to_owned(),
        "/documents".to_owned(),
        "/inbox".to_owned(),
        "/people".to_owned(),
        "/sources".to_owned(),
        "/compare".to_owned(),
        "/search?q=shadow".to_owned(),
        "/feed.atom".to_owned(),
        "/ogc/collections/claims/items".to_owned(),
        "/api/v1/map".to_owned(),
        format!("/incidents/{incident_seen}"),
        format!("/incidents/{incident_seen}/history"),
        format!("/documents/{courier}"),
        format!("/api/v1/incidents/{incident_seen}"),
        format!("/api/v1/incidents/{incident_seen}/history"),
        format!("/api/v1/documents/{courier}"),
    ];
    for path in &paths {
        let answer = other.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        let body = answer.body.replace("/search?q=shadow", "").replace("shadow</q>", "");
        for word in [id, "casts shadow", "Valley Observer", OBSERVER] {
            assert!(!body.contains(word), "{path} tells of `{word}`: {body}");
        }
    }
    for path in [format!("/documents/{id}"), format!("/documents/{courier}/beside/{id}")] {
        assert_eq!(other.get(&path).status, 404, "{path}");
        assert_eq!(sees.get(&path).status, 200, "{path}");
    }
    // Nor a proof of what was said of it, which an analyst could ask for by its place in the register.
    let (_, mut analyst) = world.member("Ann", Role::Analyst);
    let whole = json(&mut sees, &format!("/api/v1/incidents/{incident}/history"));
    let (mut open, mut closed) = (0, 0);
    for e in list(&whole, "items") {
        let statement = e["statement"].as_str().expect("an id");
        let tells = list(e, "about").iter().any(|a| a == id);
        for path in [format!("/prove/{statement}"), format!("/prove/analyst%23{}", e["index"])] {
            assert_eq!(analyst.get(&path).status, if tells { 404 } else { 200 }, "{path}: {e}");
            assert_eq!(sees.get(&path).status, 200, "{path}: {e}");
        }
        *if tells { &mut closed } else { &mut open } += 1;
    }
    assert!(open > 2 && closed > 2, "{open} {closed}");
    // Which statements of a history name the hidden document is counted, so that nobody takes it for the whole.
    let told = json(&mut other, &format!("/api/v1/incidents/{incident_seen}/history"));
    assert!(told["hidden"].as_u64().is_some_and(|n| n > 0), "{told}");
    assert!(other.get(&format!("/incidents/{incident_seen}/history")).body.contains("hidden by your access"));
}

/// Zones of our own, put onto the shipped agreement: one exact with a hole, one indicative, one without a border, and a line.
const ZONES: &str = r#"
[[scope.zones]]
id = "valley"
name = "Valley"
kind = "safe area"
geometry = "exact"
country = "SY"
geojson = '{"type":"Polygon","coordinates":[[[36.0,33.5],[36.4,33.5],[36.4,33.9],[36.0,33.9],[36.0,33.5]],[[36.1,33.6],[36.2,33.6],[36.2,33.7],[36.1,33.6]]]}'

[[scope.zones]]
id = "hills"
name = "Hills"
kind = "safe area"
geometry = "indicative"
country = "SY"
ring = [[35.0, 37.0], [35.0, 37.5], [35.5, 37.5], [35.5, 37.0]]

[[scope.zones]]
id = "somewhere"
name = "Somewhere in the north"
kind = "safe area"
geometry = "none"
country = "SY"

[[scope.lines]]
id = "contact"
name = "Line of contact"
kind = "line of contact"
geometry = "indicative"
country = "SY"
path = [[34.0, 36.5], [34.2, 36.9]]
"#;

const COVERED: &str = "format = 1\n\
    [[coverage]]\narea = \"Idlib\"\nperiod = { from = 2017-01-14, to = 2017-01-17 }\nmeans = \"camera\"\nwatch = \"not_observed\"\nhindrance = \"outage\"\n\
    [[coverage]]\narea = \"Aleppo\"\nperiod = { from = 2017-01-14, to = 2017-01-15 }\nmeans = \"patrol\"\nwatch = \"observed\"\n\
    [[coverage]]\narea = \"Aleppo\"\nperiod = 2017-01-16\nmeans = \"patrol\"\nwatch = \"not_observed\"\nhindrance = \"weather\"\n\
    [[coverage]]\narea = \"Hills\"\nperiod = { from = 2017-01-14, to = 2017-01-17 }\nmeans = \"post\"\nwatch = \"not_observed\"\nhindrance = \"no_post\"\n\
    [[coverage]]\narea = \"Hama\"\nperiod = { from = 2017-01-01, to = 2017-01-02 }\nmeans = \"patrol\"\nwatch = \"observed\"\n";

/// A mission under an agreement with zones, with entries of coverage.
fn zoned() -> Mission {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("zones.toml");
    let shipped = std::fs::read_to_string(repository().join("agreements/syria-2016-12-30.toml")).expect("an agreement");
    std::fs::write(&file, shipped + ZONES).expect("written");
    let mission = Mission::new(Some(file));
    mission.add([COURIER, "05-quayside-review.md"].map(|n| repository().join("scenarios/demo").join(n)));
    let entries = put(&mission, "coverage.toml", COVERED);
    stdout(&armistice(["record".as_ref(), mission.path().as_os_str(), "--from".as_ref(), entries.as_os_str()]));
    mission
}

#[test]
fn the_map_has_zones_as_they_are_known_and_hatches_only_what_was_not_observed() {
    let mission = zoned();
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("Ann", Role::Analyst);
    let map = json(&mut browser, "/api/v1/map?q=since:2017-01-14%20until:2017-01-17");
    let zones: Vec<(&str, &str, &str, bool)> = list(&map, "zones")
        .iter()
        .map(|z| {
            (
                z["name"].as_str().unwrap_or(""),
                z["status"].as_str().unwrap_or(""),
                z["geometry"]["type"].as_str().unwrap_or(""),
                z["unseen"] == true,
            )
        })
        .collect();
    assert_eq!(
        zones,
        [
            ("Valley", "exact", "MultiPolygon", false),
            ("Hills", "indicative", "MultiPolygon", true),
            ("Line of contact", "indicative", "MultiLineString", false)
        ]
    );
    // Longitude first, closed, with its hole.
    let rings = &map["zones"][0]["geometry"]["coordinates"][0];
    assert_eq!(rings[0][0], serde_json::json!([36.0, 33.5]));
    assert_eq!(rings[0][0], rings[0][4]);
    assert_eq!(rings.as_array().map(Vec::len), Some(2));
    // The one without a border is named, and drawn nowhere.
    let all = list(&map["ground"], "zones");
    assert!(all.iter().any(|z| z["name"] == "Somewhere in the north" && z["geometry"].is_null()), "{map}");
    // Areas: what nobody could see is hatched; what was seen in part, and what is not known, is not.
    let hatched: BTreeSet<&str> =
        list(&map, "areas").iter().filter(|a| a["unseen"] == true).filter_map(|a| a["label"].as_str()).collect();
    assert_eq!(hatched, BTreeSet::from(["Idlib"]));
    let seen: BTreeMap<&str, &str> = list(&map["ground"], "areas")
        .iter()
        .map(|a| (a["area"].as_str().unwrap_or(""), a["seen"].as_str().unwrap_or("")))
        .collect();
    let expected = [("Idlib", "not_observed"), ("Aleppo", "mixed"), ("Hills", "not_observed"), ("Hama", "not_known")];
    assert_eq!(seen, BTreeMap::from(expected));
    // One day more, of which nothing is entered, and it is not known of all days: no hatching.
    let longer = json(&mut browser, "/api/v1/map?q=since:2017-01-14%20until:2017-01-18");
    assert!(list(&longer, "areas").iter().all(|a| a["unseen"] != true), "{longer}");
    assert!(list(&longer["ground"], "areas").iter().any(|a| a["area"] == "Idlib" && a["seen"] == "mixed"), "{longer}");
    // Other days, another answer: nothing is entered of them.
    let later = json(&mut browser, "/api/v1/map?q=since:2017-02-01%20until:2017-02-03");
    assert!(list(&later, "areas").iter().all(|a| a["unseen"] != true), "{later}");
    assert!(list(&later["ground"], "areas").iter().all(|a| a["seen"] == "not_known"), "{later}");
    // Before the agreement it has no zones.
    let before = json(&mut browser, "/api/v1/map?q=until:2016-12-01");
    assert_eq!(list(&before, "zones").len(), 0);
    // The page says the same in words, also where the map is not drawn.
    for language in ["en", "ar", "ru", "tr", "fa", "fr"] {
        let page =
            browser.get(&format!("/incidents?q=since:2017-01-14%20until:2017-01-17&view=map&lang={language}")).body;
        assert!(!page.contains('⟨'), "{language}: {page}");
        for word in ["Somewhere in the north", "Idlib", "Aleppo", "Hama", "Line of contact"] {
            assert!(page.contains(word), "{language}: {word} is not beside the map: {page}");
        }
    }
    let page = browser.get("/incidents?q=since:2017-01-14%20until:2017-01-17&view=map&lang=en").body;
    for words in [
        "Its border is not known; it is not drawn.",
        "not observed",
        "not the same on all days",
        "not known",
        "exact border",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // The timeline: only days on which nobody anywhere is entered to have seen.
    let page = browser.get("/incidents?q=since:2017-01-14%20until:2017-01-18&view=timeline&lang=en").body;
    let uncovered = "\"uncovered\":[{\"from\":\"2017-01-16\",\"to\":\"2017-01-17\"}]";
    assert!(page.contains(uncovered), "{page}");
    assert!(page.contains("16 January 2017"), "{page}");
}

/// A form field of a page.
fn upload(browser: &mut Browser, path: &str, name: &str, bytes: &[u8]) -> crate::desk_access_world::Answer {
    let csrf = browser.csrf();
    let mut body = format!(
        "--X\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: text/plain\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--X--\r\n");
    let origin = format!("http://{}", browser.host);
    let headers =
        [("content-type", "multipart/form-data; boundary=X"), ("origin", origin.as_str()), ("accept", "text/html")];
    browser.send("POST", &format!("{path}?csrf={csrf}"), &headers, &body)
}

#[test]
fn what_could_not_be_taken_in_waits_with_its_cause() {
    let mission = mission();
    let dir = mission.path();
    // By the command line: no article, and the folder that it came from is nobody's business.
    let bad = put(&mission, "broken.html", "");
    let out = armistice(["add".as_ref(), dir.as_os_str(), bad.as_os_str()]);
    assert!(!out.status.success(), "it is refused");
    let why = String::from_utf8_lossy(&out.stderr).into_owned();
    {
        let world = World::of_mission(&dir);
        let (_, mut browser) = world.member("Ann", Role::Analyst);
        let answer = upload(&mut browser, "/inbox/add", "noise.txt", b"\0\x01\x02\xff\xfe\0\0\0binary\0\0");
        assert_eq!(answer.status, 200, "{}", answer.body);
        let inbox = json(&mut browser, "/api/v1/inbox");
        let names: BTreeSet<&str> = list(&inbox, "waiting").iter().filter_map(|w| w["name"].as_str()).collect();
        assert_eq!(names, BTreeSet::from(["broken.html", "noise.txt"]), "{inbox} {why}");
        assert!(list(&inbox, "waiting").iter().all(|w| w["why"].as_str().is_some_and(|w| !w.is_empty())), "{inbox}");
        assert!(!inbox.to_string().contains(dir.parent().and_then(|p| p.to_str()).expect("a path")), "{inbox}");
    }
    // After a restart it is still there, with its cause and a way to try again.
    let world = World::of_mission(&dir);
    let (_, mut browser) = world.member("Ann", Role::Analyst);
    let (_, mut viewer) = world.member("Vera", Role::Viewer);
    let inbox = json(&mut browser, "/api/v1/inbox");
    let waiting = list(&inbox, "waiting").to_vec();
    assert_eq!(waiting.len(), 2, "{inbox}");
    let page = browser.get("/inbox").body;
    for w in &waiting {
        let (id, name) = (&w["id"], w["name"].as_str().expect("a name"));
        assert!(page.contains(name) && page.contains(&format!("/inbox/waiting/{id}/again")), "{page}");
        let again = format!("/inbox/waiting/{id}/again");
        assert_eq!(viewer.post(&again, &[]).status, 403);
        assert_eq!(browser.post(&again, &[]).status, 200);
    }
    assert!(!viewer.get("/inbox").body.contains("/again"), "a viewer has no such form");
    let again = json(&mut browser, "/api/v1/inbox");
    assert!(list(&again, "waiting").iter().all(|w| w["tries"] == 2), "{again}");
    // What was mended and is in waits no longer; what somebody sets aside is listed no longer; the other stays.
    assert_eq!(browser.post(&format!("/inbox/waiting/{}/aside", waiting[0]["id"]), &[]).status, 303);
    let left = json(&mut browser, "/api/v1/inbox");
    assert_eq!(list(&left, "waiting").len(), 1, "{left}");
    assert_eq!(browser.post("/inbox/waiting/999/again", &[]).status, 404);
}

#[test]
fn what_a_failure_leaves_undone_waits_too() {
    let mission = mission();
    let dir = mission.path();
    // Somebody else holds the folder: nothing is taken in, and nothing is lost.
    let world = World::of_mission(&dir);
    let (_, mut browser) = world.member("Ann", Role::Analyst);
    let holder = armistice::mission::Mission::open(&dir).expect("a mission");
    let writer = holder.writer().expect("a writer");
    // As if it were another process: for its own the desk waits.
    std::fs::write(dir.join("lock"), "pid 1\n").expect("written");
    let answer = upload(&mut browser, "/inbox/add", "late.txt", b"Herald\n\n24 January 2017\n\nShelling in Taldou.\n");
    assert_eq!(answer.status, 503, "{}", answer.body);
    drop(writer);
    let inbox = json(&mut browser, "/api/v1/inbox");
    assert_eq!(inbox["waiting"][0]["name"], "late.txt", "{inbox}");
    let answer = upload(&mut browser, "/inbox/add", "late.txt", b"Herald\n\n24 January 2017\n\nShelling in Taldou.\n");
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(list(&json(&mut browser, "/api/v1/inbox"), "waiting").len(), 0);
}

#[test]
fn two_writers_of_one_process_take_turns() {
    let mission = mission();
    let dir = mission.path();
    let opened = armistice::mission::Mission::open(&dir).expect("a mission");
    let first = opened.writer().expect("a writer");
    let size = first.size();
    std::thread::scope(|scope| {
        let second = scope.spawn(|| opened.writer().map(|w| w.size()));
        // The second has begun to wait, or will: either way it is served only when the first is done.
        std::thread::sleep(std::time::Duration::from_millis(50));
        drop(first);
        assert_eq!(second.join().expect("it ends").expect("its turn"), size);
    });
}
