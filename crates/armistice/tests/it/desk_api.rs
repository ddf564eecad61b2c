//! The rules of the API, as `armistice serve` keeps them: tags and conditions, changes that are sent twice, pages of lists, problems, and its
//! description of itself.
//!
//! Must not: check what single screens say.

use crate::{
    desk_screens::{Answer, Desk},
    support::{Mission, repository},
};
use armistice::desk::api::once::{ANSWERS_MAX, Answers, Kept, Known, LIFE};
use serde_json::{Value, json};

fn mission() -> Mission {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    let folder = mission.path().parent().expect("a folder").to_owned();
    let pages = [("Taldou", 23, "nine"), ("Kafr Laha", 24, "two"), ("Talbiseh", 25, "four")].map(|(place, day, dead)| {
        let path = folder.join(format!("gazette-{day}.txt"));
        let words = format!(
            "Upland Gazette\n\n{day} January 2017\n\nShelling killed {dead} civilians in {place} in Homs province on {day} January 2017, a monitoring group said.\n"
        );
        std::fs::write(&path, words).expect("written");
        path
    });
    mission.add(pages);
    mission
}

fn get(desk: &Desk, path: &str, headers: &str) -> Answer {
    desk.ask(&format!("GET {path} HTTP/1.1\r\naccept: application/json\r\n{headers}"), b"", true)
}

fn case(text: &str) -> Value {
    json!({ "complainant": "public", "text": text })
}

#[track_caller]
fn is_problem(answer: &Answer, status: u16) -> Value {
    assert_eq!(answer.status, status, "{}\n{}", answer.head, answer.text());
    assert_eq!(answer.header("content-type").as_deref(), Some("application/problem+json"), "{}", answer.head);
    let value = answer.json();
    assert_eq!(value["status"], status);
    for member in ["type", "title", "detail", "next"] {
        assert!(value[member].as_str().is_some_and(|t| !t.is_empty()), "no {member}: {value}");
    }
    value
}

#[test]
fn what_has_not_changed_is_not_sent_again_and_a_restart_changes_nothing() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let document = get(&desk, "/api/v1/documents", "").json()["items"][0]["id"].as_str().expect("an id").to_owned();
    let paths = [
        "/api/v1/incidents".to_owned(),
        format!("/api/v1/documents/{document}"),
        "/ogc/collections/incidents/items?limit=1".to_owned(),
        "/calendar.ics".to_owned(),
    ];
    let mut tags = Vec::new();
    for path in &paths {
        let first = get(&desk, path, "");
        let tag = first.header("etag").unwrap_or_else(|| panic!("{path}: {}", first.head));
        assert!(tag.starts_with('"') && tag.ends_with('"'), "{path}: {tag} is not strong");
        let again = get(&desk, path, &format!("if-none-match: \"other\", W/{tag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}: {}", again.head);
        assert_eq!(again.header("etag").as_deref(), Some(tag.as_str()), "{path}");
        assert_eq!(get(&desk, path, "if-none-match: \"other\"\r\n").status, 200, "{path}");
        tags.push(tag);
    }
    drop(desk);
    let desk = Desk::serve(&mission);
    let again = get(&desk, &paths[0], &format!("if-none-match: {}\r\n", tags[0]));
    assert_eq!(again.status, 304, "a restart made another tag: {}", again.head);
    // A statement makes another one.
    assert_eq!(desk.post_json("/api/v1/cases", &desk.csrf(), "", &case("Shelling.")).status, 200);
    assert_eq!(get(&desk, &paths[0], &format!("if-none-match: {}\r\n", tags[0])).status, 200);
}

#[test]
fn a_change_meant_for_another_version_is_not_made() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let csrf = desk.csrf();
    let tag = |path: &str| get(&desk, path, "").header("etag").expect("a tag");
    let make = |path: &str, tag: &str, body: &Value| desk.post_json(path, &csrf, &format!("if-match: {tag}\r\n"), body);
    // Nothing was said since the list was read; then something was.
    let read = tag("/api/v1/cases");
    let made = make("/api/v1/cases", &read, &case("Shelling north of the town."));
    assert_eq!(made.status, 200, "{}", made.text());
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    let stale = make("/api/v1/cases", &read, &case("Shelling south of the town."));
    let problem = is_problem(&stale, 412);
    let present = stale.header("etag").expect("the present tag");
    assert!(problem["detail"].as_str().is_some_and(|d| d.contains(&present)), "{problem}");
    assert_eq!(get(&desk, "/api/v1/cases", "").json()["total"], 1, "it was made all the same");
    is_problem(&make("/api/v1/cases", &format!("W/{}", tag("/api/v1/cases")), &case("Weak.")), 412);
    assert_eq!(make("/api/v1/cases", &present, &case("Shelling south of the town.")).status, 200);
    // What others say of other cases makes the tag of a case not stale; what is said of it does.
    let (path, step) = (format!("/api/v1/cases/{id}"), format!("/api/v1/cases/{id}/withdraw"));
    let read = tag(&path);
    assert_eq!(make("/api/v1/cases", "*", &case("Another matter.")).status, 200);
    assert_ne!(tag(&path), read, "the record is another, and so is the tag");
    let done = make(&step, &read, &json!({ "text": "Handed in twice." }));
    assert_eq!(done.status, 200, "{}", done.text());
    let stale = make(&step, &read, &json!({ "text": "Handed in twice." }));
    is_problem(&stale, 412);
    assert_eq!(stale.header("etag"), Some(tag(&path)));
}

#[test]
fn a_change_that_is_sent_twice_is_made_once() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let with = |desk: &Desk, key: &str, text: &str| {
        desk.post_json("/api/v1/cases", &desk.csrf(), &format!("idempotency-key: {key}\r\n"), &case(text))
    };
    let first = with(&desk, "\"k-1\"", "Shelling north of the town.");
    assert_eq!((first.status, first.header("idempotency-replayed")), (200, None), "{}", first.text());
    let again = with(&desk, "k-1", "Shelling north of the town.");
    assert_eq!((again.status, again.text()), (200, first.text()));
    assert_eq!(again.header("idempotency-replayed").as_deref(), Some("true"));
    is_problem(&with(&desk, "k-1", "Shelling south of the town."), 422);
    is_problem(&with(&desk, "two words", "Shelling."), 400);
    // A refusal is an answer like others; a condition that failed is none.
    let refused =
        || desk.post_json("/api/v1/cases", &desk.csrf(), "idempotency-key: k-2\r\n", &json!({ "urgent": true }));
    let (one, two) = (refused(), refused());
    is_problem(&one, 422);
    assert_eq!((two.text(), two.header("idempotency-replayed").as_deref()), (one.text(), Some("true")));
    let stale = "idempotency-key: k-3\r\nif-match: \"none\"\r\n";
    for _ in 0..2 {
        is_problem(&desk.post_json("/api/v1/cases", &desk.csrf(), stale, &case("Shelling.")), 412);
    }
    drop(desk);
    let desk = Desk::serve(&mission);
    let later = with(&desk, "k-1", "Shelling north of the town.");
    assert_eq!((later.status, later.text()), (200, first.text()), "a restart forgot the answer");
    assert_eq!(get(&desk, "/api/v1/cases", "").json()["total"], 1);
}

#[test]
fn answers_are_kept_for_a_day_for_one_account_in_a_number() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("answers.sqlite");
    let kept = |n: u8| Kept { status: 200, media: Some("application/json".to_owned()), location: None, body: vec![n] };
    let answers = Answers::open(Some(&path)).expect("opened");
    let begin = |answers: &Answers, account: &str, key: &str, digest: u8, now: i64| {
        answers.begin(account, key, &[digest; 32], now).expect("read")
    };
    assert_eq!(begin(&answers, "a", "k", 1, 0), Known::New);
    assert_eq!(begin(&answers, "a", "k", 1, 1), Known::UnderWay);
    assert_eq!(begin(&answers, "a", "k", 2, 1), Known::OfAnother);
    assert_eq!(begin(&answers, "b", "k", 2, 1), Known::New, "another account has keys of its own");
    answers.end("a", "k", Some(&kept(1))).expect("kept");
    assert_eq!(begin(&answers, "a", "k", 1, LIFE), Known::Answered(kept(1)));
    // What was under way when the desk ended is not known; what was answered is.
    drop(answers);
    let answers = Answers::open(Some(&path)).expect("opened");
    assert_eq!(begin(&answers, "b", "k", 2, 2), Known::NotKnown);
    assert_eq!(begin(&answers, "a", "k", 1, 2), Known::Answered(kept(1)));
    // What was not done may be tried again.
    assert_eq!(begin(&answers, "a", "t", 3, 2), Known::New);
    answers.end("a", "t", None).expect("forgotten");
    assert_eq!(begin(&answers, "a", "t", 4, 2), Known::New);
    for n in 0..ANSWERS_MAX {
        let key = format!("many-{n}");
        assert_eq!(begin(&answers, "a", &key, 5, 10 + n), Known::New);
        answers.end("a", &key, Some(&kept(5))).expect("kept");
    }
    assert_eq!(begin(&answers, "a", "k", 1, 2000), Known::New, "the oldest of too many went");
    assert_eq!(begin(&answers, "a", "many-999", 5, 2000), Known::Answered(kept(5)));
    assert_eq!(begin(&answers, "a", "many-999", 6, 2000 + LIFE), Known::New, "a day is over");
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
}

#[test]
fn lists_lead_on_and_hold_at_most_so_many_rows() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    for list in [
        "/api/v1/documents",
        "/api/v1/claims",
        "/api/v1/incidents",
        "/api/v1/inbox",
        "/ogc/collections/incidents/items",
    ] {
        let (member, total) = if list.starts_with("/ogc") { ("features", "numberMatched") } else { ("items", "total") };
        let (mut at, mut ids, mut pages) = (format!("{list}?limit=1"), Vec::new(), 0);
        let total = loop {
            let answer = get(&desk, &at, "");
            assert_eq!(answer.status, 200, "{at}: {}", answer.text());
            let page = answer.json();
            for item in page[member].as_array().expect("rows") {
                ids.push(item["id"].as_str().expect("an id").to_owned());
            }
            pages += 1;
            let link = answer.header("link").filter(|l| l.ends_with("; rel=\"next\""));
            if member == "items" {
                assert_eq!(link.is_some(), page["next"].is_string(), "{at}: the header and the body differ");
            }
            match link.and_then(|l| Some(l.strip_prefix('<')?.split_once('>')?.0.to_owned())) {
                Some(next) => at = next.find(list).map(|i| next[i..].to_owned()).expect("a page of this list"),
                None => break page[total].as_u64().expect("a number"),
            }
        };
        assert_eq!((pages, ids.len() as u64), (total, total), "{list}");
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len() as u64, total, "{list}: a row came twice");
        assert!(total > 1, "{list} has one page only");
    }
    for wrong in ["501", "0", "many", "-1"] {
        let problem = is_problem(&get(&desk, &format!("/api/v1/incidents?limit={wrong}"), ""), 422);
        assert_eq!(problem["errors"][0]["pointer"], "limit", "{problem}");
    }
    // A cursor of nobody is the client's mistake, in every shape of a list.
    for path in ["/api/v1/incidents", "/ogc/collections/incidents/items", "/api/v1/inbox", "/api/v1/map"] {
        let answer = get(&desk, &format!("{path}?after=0000"), "");
        is_problem(&answer, 422);
    }
    // There more than a page holds is no error: OGC API Features, 7.15.2.
    assert_eq!(get(&desk, "/ogc/collections/incidents/items?limit=10000", "").status, 200);
    is_problem(&get(&desk, "/ogc/collections/incidents/items?limit=0", ""), 400);
}

#[test]
fn programs_get_problems_and_people_pages() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let ask = |path: &str, accept: &str| desk.ask(&format!("GET {path} HTTP/1.1\r\naccept: {accept}\r\n"), b"", true);
    for (path, accept) in [
        ("/incidents/inc-none", "application/problem+json"),
        ("/incidents/inc-none", "application/json"),
        ("/api/v1/incidents/inc-none", "*/*"),
        ("/ogc/collections/none", "*/*"),
        ("/export/none.csv", "*/*"),
        ("/api/v1/none", "*/*"),
    ] {
        is_problem(&ask(path, accept), 404);
    }
    let page = ask("/incidents/inc-none", "text/html,application/xhtml+xml,*/*;q=0.8");
    assert_eq!(page.status, 404);
    assert!(page.text().starts_with("<!DOCTYPE html>"), "{}", page.text());
    let method = desk.post_json("/api/v1/incidents", &desk.csrf(), "", &json!({}));
    is_problem(&method, 405);
    assert_eq!(method.header("allow").as_deref(), Some("GET,HEAD"));
    let stranger = desk.ask("GET /api/v1/incidents HTTP/1.1\r\naccept: application/json\r\n", b"", false);
    is_problem(&stranger, 401);
    let refused =
        desk.post_json("/api/v1/ledgers/entries", &desk.csrf(), "", &json!({ "entries": "[[coverage]]\narea = 3\n" }));
    let problem = is_problem(&refused, 422);
    let of_line_2 = problem["errors"].as_array().is_some_and(|e| e.iter().any(|e| e["pointer"] == "/entries#line=2"));
    assert!(of_line_2, "{problem}");
    // Nothing that comes over the network names a file of this machine.
    let report = json!({ "from": "2017-01-15", "to": "2017-01-24", "as-of": "/etc/hostname" });
    let problem = is_problem(&desk.post_json("/api/v1/reports", &desk.csrf(), "", &report), 422);
    assert_eq!(problem["errors"][0]["pointer"], "as-of", "{problem}");
}

#[test]
fn the_description_names_every_route_of_the_api_and_what_holds_for_it() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let answer = get(&desk, "/openapi.json", "");
    let all = answer.json();
    assert_eq!(all["openapi"], "3.1.0");
    let mut described = Vec::new();
    for (path, item) in all["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            described.push(format!("{} {path}", method.to_uppercase()));
            let names: Vec<&str> = operation["parameters"]
                .as_array()
                .expect("parameters")
                .iter()
                .filter_map(|p| p["name"].as_str())
                .collect();
            for part in path.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}')) {
                assert!(names.contains(&part), "{method} {path} does not describe {part}");
            }
            assert!(operation["responses"]["200"].is_object() && operation["responses"]["4XX"].is_object(), "{path}");
            if method == "post" && path != "/api/v1/verify" {
                for header in ["If-Match", "Idempotency-Key"] {
                    assert!(names.contains(&header), "{path} does not describe {header}");
                }
                assert!(operation["requestBody"]["content"].is_object(), "{path}");
            }
        }
    }
    let list = armistice::desk::routes();
    for entry in list.list().iter().filter(|e| e.path.starts_with("/api/v1") || e.path.starts_with("/ogc")) {
        let this = format!("{} {}", entry.method, entry.path);
        assert!(described.contains(&this), "{this} is not described");
    }
    let body = &all["paths"]["/api/v1/reports"]["post"]["requestBody"]["content"]["application/json"]["schema"];
    assert!(body["properties"]["from"].is_object() && body["properties"]["as-of"].is_null(), "{body}");
    let parameters = all["paths"]["/api/v1/incidents"]["get"]["parameters"].as_array().expect("parameters");
    let limit = parameters.iter().find(|p| p["name"] == "limit").expect("limit");
    assert_eq!(limit["schema"]["maximum"], 500);
}
