//! The desk's door: who comes in, how, for how long, and what one gets who may not. Over a real server on loopback.
//!
//! Must not: wait for a clock.

use crate::desk_access_world::{Browser, NOW, PASSWORD, World, all_routes, generous};
use armistice::desk::access::{
    Action, Object, Reader, Role, Routes, Scope, Store, Subject, audit, cookie, csrf, first_link, headers,
    limit::{Rate, Rates, wait},
    may, role, totp,
};
use armistice_core::named::Named as _;
use std::collections::BTreeSet;

fn check_reached(world: &World, browser: &mut Browser, expected: u16) {
    let answer = browser.get("/");
    assert_eq!(answer.status, expected, "{:?} {}", answer.headers, answer.body);
    let _ = world;
}

#[test]
fn the_first_link_signs_in_once() {
    let world = World::new();
    let link = first_link(world.gate.store(), NOW).expect("a store").expect("a link");
    assert!(!format!("{link:?}").contains(link.secret.reveal()), "a secret shows in Debug");
    let mut first = world.browser();
    let answer = first.get(&link.path());
    assert_eq!((answer.status, answer.header("location")), (303, Some("/")));
    let cookie = answer.cookies().into_iter().find(|c| c.contains("-session=")).expect("a session").to_owned();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    check_reached(&world, &mut first, 200);
    // The address is of no use to the next one.
    let mut second = world.browser();
    let again = second.get(&link.path());
    assert_eq!(again.status, 403);
    check_reached(&world, &mut second, 303);
    // A new one voids the one before.
    let old = first_link(world.gate.store(), NOW).expect("a store").expect("a link");
    let new = first_link(world.gate.store(), NOW).expect("a store").expect("a link");
    assert_eq!(world.browser().get(&old.path()).status, 403);
    world.pass(armistice::desk::access::link::LINK_LIFE + 1);
    assert_eq!(world.browser().get(&new.path()).status, 403, "too old");
    assert_eq!(world.gate.store().accounts().expect("accounts").len(), 1);
}

#[test]
fn a_link_is_not_used_up_by_looking_ahead() {
    let world = World::new();
    let link = first_link(world.gate.store(), NOW).expect("a store").expect("a link");
    for (name, value) in [("sec-purpose", "prefetch;prerender"), ("sec-fetch-site", "cross-site")] {
        let mut ahead = world.browser().with(name, value);
        assert_eq!(ahead.get(&link.path()).status, 200, "asks first");
        assert!(ahead.session().is_none());
    }
    let mut browser = world.browser().with("sec-purpose", "prefetch");
    let page = browser.get(&link.path());
    browser.extra.clear();
    let answer = browser.post_with("/sign-in/link", &page.field("csrf"), &[("link", link.secret.reveal())]);
    assert_eq!(answer.status, 303);
    check_reached(&world, &mut browser, 200);
}

#[test]
fn a_team_has_no_first_link() {
    let world = World::new();
    world.account("A", Role::Administrator);
    world.account("B", Role::Viewer);
    assert!(first_link(world.gate.store(), NOW).expect("a store").is_none());
}

#[test]
fn every_answer_has_the_headers() {
    let world = World::new();
    let (_, mut browser) = world.member("A", Role::Viewer);
    for path in ["/", "/broken", "/nowhere", "/accounts", "/public/report", "/sign-in", "/api/v1/account", "/audit"] {
        let answer = browser.get(path);
        for (name, value) in headers::ALWAYS {
            assert_eq!(answer.header(name), Some(*value), "{name} of {path}");
        }
        let kept = if path.starts_with("/public") { None } else { Some("no-store") };
        assert_eq!(answer.header("cache-control"), kept, "{path}");
    }
    let answer = world.browser().get("/public/report");
    assert_eq!((answer.status, answer.cookies()), (200, vec![]), "no cookies on public pages");
    // Nothing inline anywhere: the policy would not let it run.
    for path in ["/sign-in", "/account", "/account/tokens"] {
        let body = browser.get(path).body;
        assert!(!body.contains(" style=") && !body.contains("<script>") && !body.contains(" onclick"), "{path}");
    }
}

#[test]
fn the_desk_answers_to_its_own_names_only() {
    let world = World::new();
    let port = world.address.port();
    for (host, expected) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        ("localhost".to_owned(), 200),
        (format!("evil.example:{port}"), 421),
        ("127.0.0.1.evil.example".to_owned(), 421),
        ("evil.example".to_owned(), 421),
        (String::new(), 421),
    ] {
        let mut browser = world.browser();
        browser.host.clone_from(&host);
        assert_eq!(browser.get("/public/report").status, expected, "{host}");
    }
}

#[test]
fn a_form_must_be_ours() {
    let world = World::new();
    let (_, mut browser) = world.member("A", Role::CaseOfficer);
    let csrf = browser.csrf();
    let (_, mut other) = world.member("B", Role::CaseOfficer);
    let foreign = other.csrf();
    let form = ("content-type", "application/x-www-form-urlencoded");
    let body = |token: &str| format!("csrf={token}").into_bytes();
    let here = format!("http://{}", browser.host);
    let neighbour = "http://127.0.0.1:1".to_owned();
    let rows: Vec<(&str, Vec<(&str, &str)>, Vec<u8>, u16)> = vec![
        ("as it should be", vec![form, ("origin", &here), ("sec-fetch-site", "same-origin")], body(&csrf), 200),
        ("no origin, a token", vec![form], body(&csrf), 200),
        ("no token", vec![form, ("origin", &here)], b"x=1".to_vec(), 403),
        ("an empty token", vec![form, ("origin", &here)], body(""), 403),
        ("the token of another", vec![form, ("origin", &here)], body(&foreign), 403),
        ("another site", vec![form, ("origin", "https://evil.example")], body(&csrf), 403),
        ("another port of this machine", vec![form, ("origin", &neighbour)], body(&csrf), 403),
        ("a sandboxed frame", vec![form, ("origin", "null")], body(&csrf), 403),
        ("same site, not same origin", vec![form, ("sec-fetch-site", "same-site")], body(&csrf), 403),
        ("cross site", vec![form, ("sec-fetch-site", "cross-site"), ("origin", &here)], body(&csrf), 403),
        ("plain text", vec![("content-type", "text/plain"), ("origin", &here)], body(&csrf), 403),
        ("JSON by header", vec![("content-type", "application/json"), ("x-csrf-token", &csrf)], b"{}".to_vec(), 200),
        ("JSON without", vec![("content-type", "application/json"), ("origin", &here)], b"{}".to_vec(), 403),
    ];
    for (what, headers, body, expected) in rows {
        let path = if what.starts_with("JSON") { "/api/v1/judgements" } else { "/cases/c1/steps" };
        assert_eq!(browser.send("POST", path, &headers, &body).status, expected, "{what}");
    }
    let long = format!("csrf={csrf}&x={}", "y".repeat((256 << 10) + 64));
    assert_eq!(browser.send("POST", "/cases/c1/steps", &[form], long.as_bytes()).status, 413);
}

/// Every route × every role: whoever has not the action does not reach the handler.
#[test]
fn every_route_asks_every_role() {
    let world = World::new();
    let mut browsers: Vec<(Role, Browser)> = vec![(Role::Public, world.browser())];
    for role in Role::OF_ACCOUNTS {
        browsers.push((*role, world.member(role.id(), *role).1));
    }
    for entry in all_routes().list() {
        // Ending one's own session would end the test.
        let ends = entry.path.starts_with("/sign-out") || entry.path.ends_with("everywhere");
        let path = entry.path.replace("{id}", "deadbeef").replace("{other}", "deadbeef");
        for (role, browser) in &mut browsers {
            let allowed = role::allowed(*role).contains(&entry.action);
            if ends && allowed {
                continue;
            }
            let answer = match entry.method {
                "GET" => browser.get(&path),
                _ => {
                    let csrf = browser.csrf();
                    browser.send(entry.method, &path, &[("x-csrf-token", &csrf), ("accept", "application/json")], b"{}")
                }
            };
            let what = format!("{} {path} by {role:?}: {} {}", entry.method, answer.status, answer.body);
            let asks = answer.header("location").is_some_and(|l| l.starts_with("/sign-in"));
            match (allowed, *role) {
                (true, _) if entry.action == Action::ReadSealed => assert_eq!(answer.status, 404, "{what}"),
                (true, _) => assert!(answer.status != 401 && !asks && !answer.body.contains("problem:role"), "{what}"),
                (false, Role::Public) => assert!(answer.status == 401 || asks, "{what}"),
                (false, _) => assert_eq!(answer.status, 403, "{what}"),
            }
        }
    }
}

#[test]
fn a_restricted_object_is_as_if_it_were_not_there() {
    let world = World::new();
    let (officer, mut inside) = world.member("In", Role::CaseOfficer);
    let (other, mut outside) = world.member("Out", Role::CaseOfficer);
    let (keeper, mut administrator) = world.member("Keeper", Role::Administrator);
    let store = world.gate.store();
    store.restrict(&Object::Case("c1"), &officer, NOW).expect("restricted");
    store.restrict(&Object::Document("d1"), &officer, NOW).expect("restricted");
    let paths = [
        "/cases/c1",
        "/api/v1/cases/c1",
        "/api/v1/documents/d1/history",
        "/api/v1/documents/d1/export",
        "/beside/d1",
        "/cases/%63%31",
    ];
    for path in paths {
        assert_eq!(inside.get(path).status, 200, "{path}");
        for browser in [&mut outside, &mut administrator] {
            let answer = browser.get(path);
            assert_eq!(answer.status, 404, "{path}");
            assert!(!answer.body.contains("fine"));
        }
    }
    assert_eq!(outside.post("/cases/c1/steps", &[]).status, 404);
    // Nobody lets himself in, the keeper of the desk included; what is there is not told apart from what is not.
    for browser in [&mut outside, &mut administrator] {
        let tried = browser.post("/access/change", &[("do", "grant"), ("object", "case:c1"), ("account", &other.0)]);
        assert_eq!(tried.status, 422);
        assert!(!browser.get("/access").body.contains("case:c1"));
    }
    // It is said that something is hidden, and the change is listed to whom it concerns.
    let changes = outside.get("/access/changes").body;
    assert!(
        changes.contains("case:c1") && changes.contains("Hidden by your access: \u{2068}2\u{2069}")
            || changes.contains("Hidden by your access: 2"),
        "{changes}"
    );
    assert!(outside.get("/access").body.contains("Hidden by your access"));
    // Let in by one who is in, and put out again.
    let grant = [("do", "grant"), ("object", "case:c1"), ("account", other.0.as_str())];
    assert_eq!(inside.post("/access/change", &grant).status, 303);
    assert_eq!(outside.get("/cases/c1").status, 200);
    let revoke = [("do", "revoke"), ("object", "case:c1"), ("account", other.0.as_str())];
    assert_eq!(inside.post("/access/change", &revoke).status, 303);
    assert_eq!(outside.get("/cases/c1").status, 404);
    let seen: Vec<String> = store.changes(&other, 9).expect("changes").into_iter().map(|c| c.event).collect();
    assert_eq!(seen, ["revoked", "granted", "restricted", "restricted"]);
    assert_eq!(store.changes(&keeper, 9).expect("changes").len(), 2);
}

#[test]
fn what_is_sealed_needs_a_grant_and_never_opens_to_the_keeper_of_the_desk() {
    let world = World::new();
    let (head, mut by_head) = world.member("Head", Role::Head);
    let (keeper, mut by_keeper) = world.member("Keeper", Role::Administrator);
    assert_eq!(by_head.get("/api/v1/sealed/s1").status, 404);
    assert_eq!(by_keeper.get("/api/v1/sealed/s1").status, 403);
    let store = world.gate.store();
    for id in [&head, &keeper] {
        store.grant(id, &Object::Sealed("s1"), &head, NOW).expect("granted");
    }
    assert_eq!(by_head.get("/api/v1/sealed/s1").status, 200);
    assert_eq!(by_keeper.get("/api/v1/sealed/s1").status, 403);
    let asked = [("do", "grant"), ("object", "sealed:s2"), ("account", head.0.as_str())];
    assert_eq!(by_keeper.post("/access/change", &asked).status, 422);
}

#[test]
fn what_is_anothers_own_is_not_there() {
    let world = World::new();
    let (victim, mut theirs) = world.member("A", Role::Analyst);
    let (_, mut mine) = world.member("B", Role::Administrator);
    let store = world.gate.store();
    let session = store.sessions(&victim, Default::default(), NOW).expect("sessions").remove(0).id.0;
    let (secret, token) = store.make_token(&victim, "t", &BTreeSet::from([Scope::Read]), 9, NOW).expect("a token");
    for path in [
        format!("/account/sessions/{session}/end"),
        format!("/account/tokens/{token}/revoke"),
        "/account/passkeys/AAAA/remove".to_owned(),
    ] {
        assert_eq!(mine.post(&path, &[]).status, 404, "{path}");
    }
    check_reached(&world, &mut theirs, 200);
    assert!(store.find_token(secret.reveal(), NOW).expect("a store").is_some());
    assert!(!mine.get("/account").body.contains(&session));
}

fn sign_in(browser: &mut Browser, name: &str, password: &str, code: &str) -> u16 {
    browser.post("/sign-in", &[("name", name), ("password", password), ("code", code), ("then", "/cases/c1")]).status
}

#[test]
fn both_password_and_code_are_needed_and_a_code_works_once() {
    let world = World::new();
    let id = world.account("Ann  Other", Role::Analyst);
    let secret = world.password(&id);
    let code = totp::code(&secret, NOW);
    assert_eq!(sign_in(&mut world.browser(), "ann other", PASSWORD, ""), 403);
    assert_eq!(sign_in(&mut world.browser(), "ann other", PASSWORD, "000000"), 403);
    assert_eq!(sign_in(&mut world.browser(), "ann other", "", &code), 403);
    assert_eq!(sign_in(&mut world.browser(), "ann other", "another password", &code), 403);
    let mut browser = world.browser();
    assert_eq!(sign_in(&mut browser, "ANN OTHER", PASSWORD, &code), 303);
    check_reached(&world, &mut browser, 200);
    assert_eq!(sign_in(&mut world.browser(), "Ann Other", PASSWORD, &code), 403, "the same code again");
    world.pass(60);
    let codes = world.gate.store().make_recovery(&id, world.now()).expect("codes");
    assert_eq!(sign_in(&mut world.browser(), "Ann Other", PASSWORD, &codes[0]), 303);
    assert_eq!(sign_in(&mut world.browser(), "Ann Other", PASSWORD, &codes[0]), 403, "used up");
    assert_eq!(sign_in(&mut world.browser(), "Ann Other", "wrong password here", &codes[1]), 403);
    world.pass(3600);
    assert_eq!(sign_in(&mut world.browser(), "Ann Other", PASSWORD, &codes[1]), 303, "a wrong password used none up");
}

#[test]
fn unknown_names_cost_and_answer_the_same() {
    let world = World::new();
    let id = world.account("Known", Role::Analyst);
    world.password(&id);
    world.account("No password", Role::Analyst);
    let closed = world.account("Closed", Role::Analyst);
    world.password(&closed);
    world.gate.store().close_account(&closed, None, NOW).expect("closed");
    let mut answers = BTreeSet::new();
    for name in ["Known", "No password", "Closed", "Nobody"] {
        for try_number in 1..=7 {
            let mut browser = world.browser();
            let csrf = browser.csrf();
            let before = world.gate.hashes();
            let fields = [("name", name), ("password", "a wrong password"), ("code", "123456")];
            let answer = browser.post_with("/sign-in", &csrf, &fields);
            let hashed = world.gate.hashes() - before;
            // The page differs by the token of its form only.
            let body = answer.body.replace(&answer.field("csrf"), "…");
            let length = answer.header("content-length").map(str::to_owned);
            answers.insert((
                try_number,
                answer.status,
                hashed,
                answer.header("retry-after").map(str::to_owned),
                length,
                body,
            ));
        }
    }
    let seen: Vec<(i32, u16, u64)> = answers.iter().map(|(n, s, h, ..)| (*n, *s, *h)).collect();
    assert_eq!(seen, [(1, 403, 1), (2, 403, 1), (3, 403, 1), (4, 403, 1), (5, 403, 1), (6, 429, 0), (7, 429, 0)]);
}

#[test]
fn waiting_grows_and_ends() {
    let seconds: Vec<i64> = (1..=20).map(wait).collect();
    assert_eq!(seconds[..8], [0, 0, 0, 0, 1, 2, 4, 8]);
    assert_eq!(seconds.last(), Some(&900));
    let world = World::new();
    let id = world.account("A", Role::Analyst);
    let secret = world.password(&id);
    let mut browser = world.browser();
    for _ in 0..5 {
        sign_in(&mut browser, "A", "wrong", "1");
    }
    assert_eq!(sign_in(&mut browser, "A", PASSWORD, &totp::code(&secret, NOW)), 429);
    world.pass(2);
    assert_eq!(sign_in(&mut browser, "A", PASSWORD, &totp::code(&secret, world.now())), 303);
    world.pass(60);
    assert_eq!(sign_in(&mut world.browser(), "A", "wrong", "1"), 403, "forgotten once its owner came in");
}

#[test]
fn a_session_cannot_be_planted_and_a_new_one_ends_the_old() {
    let world = World::new();
    let id = world.account("A", Role::Analyst);
    let secret = world.password(&id);
    let mut browser = world.browser_of(&id);
    let before = browser.session().cloned().expect("a session");
    // Somebody put a cookie of his into the browser before the sign-in.
    let mut planted = browser.clone();
    planted.set_session("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    assert_eq!(sign_in(&mut planted, "A", PASSWORD, &totp::code(&secret, NOW)), 303);
    assert_ne!(planted.session().map(String::as_str), Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    world.pass(60);
    let mut old = browser.clone();
    assert_eq!(sign_in(&mut browser, "A", PASSWORD, &totp::code(&secret, world.now())), 303);
    assert_ne!(browser.session(), Some(&before));
    check_reached(&world, &mut old, 303);
    check_reached(&world, &mut browser, 200);
}

#[test]
fn tokens_of_sessions_turn_and_two_holders_are_found_out() {
    let world = World::new();
    let (id, mut browser) = world.member("A", Role::Analyst);
    let thief = browser.clone();
    let first = browser.session().cloned();
    world.pass(3601);
    // The answer with the new token is lost: the old one goes on.
    let mut lost = browser.clone();
    check_reached(&world, &mut lost, 200);
    check_reached(&world, &mut browser, 200);
    assert_ne!(browser.session().cloned(), first, "replaced");
    check_reached(&world, &mut browser, 200);
    // What was under way when the new one came is still answered.
    check_reached(&world, &mut thief.clone(), 200);
    world.pass(61);
    check_reached(&world, &mut thief.clone(), 303);
    // Which of the two is the owner nobody knows: the session is over for both.
    check_reached(&world, &mut browser, 303);
    let events: Vec<String> =
        world.gate.store().audit_about(&id, 3).expect("events").into_iter().map(|l| l.event).collect();
    assert_eq!(events[0], "session_doubled");
}

#[test]
fn sessions_end_by_idling_by_age_and_everywhere() {
    let world = World::new();
    let (id, mut browser) = world.member("A", Role::Analyst);
    world.pass(8 * 3600 - 1);
    check_reached(&world, &mut browser, 200);
    world.pass(8 * 3600 + 1);
    check_reached(&world, &mut browser, 303);
    let mut browser = world.browser_of(&id);
    for _ in 0..25 {
        world.pass(7 * 3600);
        let answer = browser.get("/");
        assert!(answer.status == 200 || answer.status == 303);
    }
    check_reached(&world, &mut browser, 303);
    let (mut one, mut two) = (world.browser_of(&id), world.browser_of(&id));
    assert_eq!(one.post("/account/sign-out-everywhere", &[]).status, 303);
    check_reached(&world, &mut one, 303);
    check_reached(&world, &mut two, 303);
    let mut last = world.browser_of(&id);
    let kept = last.clone();
    assert_eq!(last.post("/sign-out", &[]).status, 303);
    check_reached(&world, &mut kept.clone(), 303);
}

#[test]
fn a_change_of_role_holds_at_once_and_turns_the_token() {
    let world = World::new();
    let (id, mut browser) = world.member("A", Role::Administrator);
    let (keeper, mut by_keeper) = world.member("Keeper", Role::Administrator);
    let before = browser.session().cloned();
    assert_eq!(browser.get("/accounts").status, 200);
    assert_eq!(by_keeper.post(&format!("/accounts/{id}/role"), &[("role", "viewer")]).status, 303);
    assert_eq!(browser.get("/accounts").status, 403);
    assert_ne!(browser.session().cloned(), before);
    // The last administrator stays.
    let last = by_keeper.post(&format!("/accounts/{keeper}/role"), &[("role", "viewer")]);
    assert_eq!(last.status, 422);
    assert_eq!(by_keeper.post(&format!("/accounts/{keeper}/close"), &[]).status, 422);
    assert_eq!(by_keeper.post(&format!("/accounts/{id}/role"), &[("role", "public")]).status, 422);
}

#[test]
fn what_was_typed_comes_back_after_the_sign_in() {
    let world = World::new();
    let (id, mut browser) = world.member("A", Role::CaseOfficer);
    let csrf = browser.csrf();
    world.pass(9 * 3600);
    let typed = [("finding", "two lines\nof \"words\" <b>"), ("password", "never kept")];
    let answer = browser.post_with("/cases/c1/steps", &csrf, &typed);
    assert_eq!(answer.status, 401);
    assert!(answer.body.contains("What you typed is kept"), "{}", answer.body);
    // Another account does not get it.
    let (_, mut other) = world.member("B", Role::CaseOfficer);
    let held =
        browser.jar.iter().find(|(n, _)| n.ends_with("-held")).map(|(n, v)| (n.clone(), v.clone())).expect("held");
    other.jar.insert(held.0, held.1);
    assert_eq!(other.get("/held").status, 303);
    let link = world.gate.store().make_link(&id, None, world.now()).expect("a link");
    assert_eq!(browser.get(&link.path()).header("location"), Some("/held"));
    let page = browser.get("/held");
    assert!(page.body.contains("action=\"/cases/c1/steps\""), "{}", page.body);
    assert!(page.body.contains("&lt;b&gt;") && !page.body.contains("never kept"));
    assert_eq!(browser.post_with("/cases/c1/steps", &page.field("csrf"), &typed).status, 200);
    assert_eq!(browser.post("/held/forget", &[]).status, 303);
    assert_eq!(browser.get("/held").status, 303);
    // One who never was here keeps nothing with us.
    let stranger = world.browser().post_with("/cases/c1/steps", "x", &typed);
    assert_eq!((stranger.status, stranger.body.contains("kept")), (303, false));
}

#[test]
fn one_goes_on_to_this_desk_only() {
    for (asked, expected) in [
        (Some("/cases/c1?x=1"), "/cases/c1?x=1"),
        (Some("//evil.example"), "/"),
        (Some("/\\evil.example"), "/"),
        (Some("https://evil.example"), "/"),
        (Some("javascript:alert(1)"), "/"),
        (Some("/a\r\nset-cookie: x"), "/"),
        (Some("/sign-in?then=/"), "/"),
        (None, "/"),
    ] {
        assert_eq!(csrf::onward(asked), expected);
    }
}

#[test]
fn a_token_does_what_it_was_made_for_and_no_more() {
    let world = World::new();
    let (id, mut browser) = world.member("A", Role::Analyst);
    let page =
        browser.post("/account/tokens", &[("label", "x"), ("scope", "read"), ("scope", "report"), ("days", "2")]);
    let secret = page.body.split("armistice_").nth(1).expect("shown").split('<').next().expect("text").to_owned();
    let bearer = format!("Bearer armistice_{secret}");
    assert!(!browser.get("/account/tokens").body.contains("armistice_"), "shown once");
    let ask =
        |method: &str, path: &str| world.browser().send(method, path, &[("authorization", &bearer)], b"{}").status;
    assert_eq!(ask("GET", "/api/v1/cases/c1"), 200);
    assert_eq!(ask("POST", "/api/v1/judgements"), 403, "no scope");
    assert_eq!(ask("GET", "/api/v1/documents/d1/export"), 403);
    assert_eq!(ask("GET", "/api/v1/account"), 403, "no token makes tokens");
    assert_eq!(ask("POST", "/account/tokens"), 403);
    let token = world.gate.store().tokens(&id, NOW).expect("tokens").remove(0);
    assert_eq!(token.scopes, ["read"], "an analyst issues no reports, and neither does a token of one");
    // A role that is lost is lost for its tokens as well.
    let judging = world.gate.store().make_token(&id, "j", &BTreeSet::from([Scope::Judge]), 2, NOW).expect("a token").0;
    let judge = |expected| {
        let bearer = format!("Bearer {}", judging.reveal());
        let answer = world.browser().send("POST", "/api/v1/judgements", &[("authorization", &bearer)], b"{}");
        assert_eq!(answer.status, expected, "{}", answer.body);
    };
    judge(200);
    world.gate.store().set_role(&id, Role::Viewer, None, NOW).expect("changed");
    judge(403);
    world.pass(3 * 86_400);
    assert_eq!(ask("GET", "/api/v1/cases/c1"), 401, "ended");
    judge(401);
    let wrong = world.browser().send("GET", "/api/v1/cases/c1", &[("authorization", "Bearer nothing")], b"");
    assert_eq!((wrong.status, wrong.header("www-authenticate")), (401, Some("Bearer")));
    assert!(wrong.body.contains("\"next\""));
}

#[test]
fn programs_get_problems_and_people_get_pages() {
    let world = World::new();
    let answer = world.browser().send("GET", "/api/v1/cases/c1", &[], b"");
    assert_eq!((answer.status, answer.header("content-type")), (401, Some("application/problem+json")));
    let page = world.browser().get("/cases/c1?a=b");
    assert_eq!((page.status, page.header("location")), (303, Some("/sign-in?then=/cases/c1%3Fa%3Db")));
    let (_, mut viewer) = world.member("A", Role::Viewer);
    let mut arabic = viewer.clone().with("accept-language", "ar-SY,en;q=0.5");
    assert!(arabic.get("/accounts").body.contains("dir=\"rtl\""));
    assert_eq!(viewer.get("/accounts").status, 403);
}

#[test]
fn an_invitation_opens_one_account() {
    let world = World::new();
    let (keeper, mut by_keeper) = world.member("Keeper", Role::Administrator);
    let page = by_keeper.post("/accounts/invitations", &[("note", "somebody"), ("role", "case_officer")]);
    let path =
        page.body.split("/invitation?code=").nth(1).expect("an address").split('<').next().expect("text").to_owned();
    let path = format!("/invitation?code={path}");
    let mut browser = world.browser();
    let form = browser.get(&path);
    assert_eq!(form.status, 200);
    let (secret, csrf, code) = (form.field("secret"), form.field("csrf"), form.field("invitation"));
    let now = totp::code(&totp::parse(&secret).expect("a secret"), world.now());
    let fields = |password: &'static str, code_now: &str| {
        vec![
            ("invitation".to_owned(), code.clone()),
            ("name".to_owned(), "New One".to_owned()),
            ("password".to_owned(), password.to_owned()),
            ("secret".to_owned(), secret.clone()),
            ("code".to_owned(), code_now.to_owned()),
            ("way".to_owned(), "password".to_owned()),
        ]
    };
    let mut send = |fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        browser.post_with("/invitation", &csrf, &fields).status
    };
    assert_eq!(send(fields("short", &now)), 422);
    assert_eq!(send(fields(PASSWORD, "000000")), 422);
    assert_eq!(send(fields(PASSWORD, &now)), 303);
    check_reached(&world, &mut browser, 200);
    let opened = world.gate.store().account_named("new one").expect("a store").expect("an account");
    assert_eq!((opened.role, opened.password), (Role::CaseOfficer, true));
    assert_eq!(world.browser().get(&path).status, 404, "used up");
    // An administrator who was closed leaves no door behind.
    let other = world.account("Second", Role::Administrator);
    let (left, _) = world.gate.store().invite(Role::Head, "x", &keeper, world.now()).expect("invited");
    world.gate.store().close_account(&keeper, Some(&other), world.now()).expect("closed");
    assert!(world.gate.store().accept(left.reveal(), "Late", world.now()).is_err());
}

#[test]
fn too_many_requests_are_told_to_wait() {
    let mut rates = generous();
    rates.sign_in = Rate { burst: 3, refill: 500 };
    let world = World::with(Store::in_memory().expect("a store"), rates);
    let mut browser = world.browser();
    let statuses: Vec<u16> = (0..5).map(|_| sign_in(&mut browser, "nobody", "x", "1")).collect();
    assert_eq!(statuses, [403, 403, 403, 429, 429]);
    let csrf = browser.csrf();
    let answer = browser.post_with("/sign-in", &csrf, &[]);
    assert_eq!(answer.header("retry-after"), Some("2"));
    world.pass(2);
    assert_eq!(sign_in(&mut browser, "nobody", "x", "1"), 403);
    let _ = Rates::default();
}

#[test]
fn passkeys_are_asked_for_by_name_and_garbage_is_refused() {
    let world = World::new();
    let (_, mut browser) = world.member("A", Role::Analyst);
    let csrf = browser.csrf();
    let json = [("x-csrf-token", csrf.as_str()), ("content-type", "application/json")];
    let begun = browser.send("POST", "/passkey/register/begin", &json, b"{}");
    let made: serde_json::Value = serde_json::from_str(&begun.body).expect("JSON");
    assert_eq!(made["options"]["publicKey"]["rp"]["id"], "localhost");
    assert_eq!(made["options"]["publicKey"]["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(made["options"]["publicKey"]["authenticatorSelection"]["userVerification"], "required");
    let handle = made["options"]["publicKey"]["user"]["id"].as_str().expect("a handle");
    assert!(!handle.contains('A') || handle.len() >= 22, "opaque");
    let mut nobody = world.browser();
    let token = nobody.csrf();
    let outside = [("x-csrf-token", token.as_str()), ("content-type", "application/json")];
    let begun = nobody.send("POST", "/passkey/sign-in/begin", &outside, b"{}");
    let asked: serde_json::Value = serde_json::from_str(&begun.body).expect("JSON");
    // No list of keys: whoever asks learns nothing about accounts.
    assert_eq!(asked["options"]["publicKey"]["allowCredentials"], serde_json::json!([]));
    let given = serde_json::json!({ "ceremony": asked["ceremony"], "credential": {
        "id": "AAAA", "rawId": "AAAA", "type": "public-key", "extensions": {},
        "response": { "authenticatorData": "AAAA", "clientDataJSON": "AAAA", "signature": "AAAA", "userHandle": "AAAA" } } });
    for _ in 0..2 {
        let answer = nobody.send("POST", "/passkey/sign-in/finish", &outside, given.to_string().as_bytes());
        assert_eq!(answer.status, 403, "{}", answer.body);
    }
    assert_eq!(nobody.send("POST", "/passkey/register/begin", &outside, b"{}").status, 401);
}

#[test]
fn registering_a_route_without_its_object_is_found_out() {
    async fn fine() {}
    let routes: Routes<()> = Routes::new()
        .page("/x/{id}", Action::ReadWork, fine)
        .page("/cases/{case}", Action::ReadWork, fine)
        .of(Subject::Case("nothing"))
        .page("/y/{id}", Action::ReadWork, fine)
        .page("/cases", Action::ReadWork, fine)
        .page("/cases", Action::ReadWork, fine);
    assert_eq!(routes.problems().len(), 4, "{:?}", routes.problems());
    assert_eq!(routes.list().len(), 1);
    assert!(may(&Reader::public(), Action::ReadWork, &Object::Mission).is_err());
    let cookies = cookie::Cookies { tls: true, desk: "00".to_owned() };
    let set = cookies.set(cookie::Kind::Session, "x", None).expect("a header");
    let set = set.to_str().expect("text").to_owned();
    assert!(set.starts_with("__Host-") && set.contains("; Secure") && !set.contains("Domain"), "{set}");
    let _ = audit::digest(&[0; 32], 1, 0, [""; 4]);
}
