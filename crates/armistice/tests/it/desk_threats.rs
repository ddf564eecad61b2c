//! The threats of docs/desk-security.md that come with content: captured pages, files, names and addresses. Over the whole desk on loopback.
//!
//! Must not: wait for a clock where a condition can be waited for.

use crate::{
    desk_access_world::{Answer, Browser, World},
    support::{Mission, repository},
};
use armistice::desk::{self, access::Role};
use serde_json::Value;
use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    time::Duration,
};

/// What a page of others may hold. None of it may stand in an answer of ours as markup.
const MARKUP: &[&str] = &[
    "<script>alert(",
    "<img src=x onerror",
    "<svg onload",
    "<iframe",
    "<marquee",
    "href=\"javascript:",
    "</title><script",
    "<base href",
];

const CAPTURED: &str = r#"<!DOCTYPE html><html><head>
<title>Shelling in Taldou</title><script>alert(1)</script>
<meta property="og:title" content="Shelling&lt;script&gt;alert(2)&lt;/script&gt; in Taldou">
<meta property="og:site_name" content="&lt;img src=x onerror=alert(3)&gt; Gazette">
<meta name="author" content="&lt;svg onload=alert(4)&gt; Writer">
<meta property="article:published_time" content="2017-01-23T10:00:00Z">
<base href="https://evil.example/"></head><body onload="alert(5)">
<article><h1>Shelling&lt;script&gt;alert(6)&lt;/script&gt; in Taldou</h1>
<p>Shelling killed nine civilians in Taldou in Homs province on Sunday, &lt;img src=x onerror=alert(7)&gt; a monitoring group said.</p>
<p>=HYPERLINK("http://evil.example","x") shelling killed three civilians in Morek in Hama province on Sunday, &lt;/script&gt;&lt;script&gt;alert(8)&lt;/script&gt; a monitoring group said.</p>
<p><a href="javascript:alert(9)">link</a><iframe src="https://evil.example/"></iframe><marquee>moves</marquee><img src=x onerror=alert(10)></p>
<svg onload=alert(11)></svg></article></body></html>"#;

fn mission() -> Mission {
    Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")))
}

fn paper(mission: &Mission, name: &str, words: &[u8]) {
    let file = mission.path().parent().expect("a folder").join(name);
    std::fs::write(&file, words).expect("written");
    mission.add([file]);
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{e}: {}", answer.body))
}

/// Sends files as the form of the inbox does.
fn upload(browser: &mut Browser, name: &str, bytes: &[u8]) -> Answer {
    let csrf = browser.csrf();
    let mut body =
        format!("--X\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n").into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--X--\r\n");
    let headers = [("content-type", "multipart/form-data; boundary=X"), ("accept", "text/html")];
    browser.send("POST", &format!("/inbox/add?csrf={csrf}"), &headers, &body)
}

/// Every page, twin, file and feed that shows what was captured.
fn everything(browser: &mut Browser) -> Vec<(String, Answer)> {
    let mut paths: Vec<String> = [
        "/",
        "/inbox",
        "/incidents",
        "/incidents?view=cards",
        "/incidents?view=map",
        "/incidents?view=timeline",
        "/claims",
        "/documents",
        "/people",
        "/sources",
        "/compare",
        "/coverage",
        "/ledgers",
        "/cases",
        "/members",
        "/search?q=taldou",
        "/search?q=%3Cscript%3Ealert(12)%3C/script%3E",
        "/incidents?q=%22%3E%3Csvg%20onload=alert(13)%3E",
        "/settings",
        "/account",
        "/accounts",
        "/audit",
        "/feed.atom",
        "/calendar.ics",
        "/export/documents.csv",
        "/export/incidents.csv",
        "/export/claims.csv",
        "/export/documents.json",
        "/public",
        "/public/verify",
        "/verify",
        "/reports/preview?from=2017-01-15&to=2017-01-30&edition=internal&kind=period",
        "/%3Cscript%3Ealert(14)%3C/script%3E",
    ]
    .map(str::to_owned)
    .into();
    for list in ["documents", "incidents"] {
        let found = json(&browser.get(&format!("/api/v1/{list}")));
        for item in found["items"].as_array().expect("a list") {
            paths.push(format!("/{list}/{}", item["id"].as_str().expect("an id")));
        }
    }
    paths.into_iter().map(|p| (p.clone(), browser.get(&p))).collect()
}

fn no_markup(answers: &[(String, Answer)]) {
    let mut found = Vec::new();
    for (path, answer) in answers {
        let media = answer.header("content-type").unwrap_or_default().to_owned();
        // What is no page is not read as one: its media type says so, and `nosniff` holds the browser to it.
        if !(media.starts_with("text/html") || media.contains("xml")) {
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            continue;
        }
        found.extend(MARKUP.iter().filter(|m| answer.body.contains(**m)).map(|m| format!("{path}: {m}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn captured_pages_are_words_and_never_markup() {
    let mission = mission();
    paper(&mission, "<img src=x onerror=alert(0)>.html", CAPTURED.as_bytes());
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("<script>alert(15)</script>", Role::Administrator);
    browser.post("/searches", &[("address", "/incidents?q=shelling"), ("name", "<svg onload=alert(16)>")]);
    let received = browser.post("/cases/new", &[("complainant", "<iframe>"), ("text", "<script>alert(17)</script>")]);
    assert!(received.status == 303 || received.status == 422, "{}", received.body);
    let answers = everything(&mut browser);
    // It is there, as words.
    let document = answers.iter().find(|(p, _)| p.starts_with("/documents/")).expect("a document");
    assert!(document.1.body.contains("&lt;img src=x onerror=alert(7)&gt;"), "{}", document.1.body);
    no_markup(&answers);
    // The captured bytes themselves are no answer of any page.
    assert!(answers.iter().all(|(_, a)| !a.body.contains("<body onload")));
}

#[test]
fn a_drawing_is_never_shown_as_one() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    let drawing = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><text>Shelling killed nine civilians in Taldou, a monitoring group said.</text></svg>";
    let answer = upload(&mut browser, "drawing.svg", drawing);
    assert!(answer.status == 200 || answer.status == 422, "{}", answer.body);
    let answers = everything(&mut browser);
    no_markup(&answers);
    for (path, answer) in &answers {
        assert!(!answer.header("content-type").unwrap_or_default().contains("svg"), "{path}");
    }
    assert_eq!(browser.get("/assets/drawing.svg").status, 404);
}

/// Nothing that comes in is unpacked: a file that would grow to gigabytes stays as large as it is.
#[test]
fn what_is_packed_is_not_unpacked() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    // The head of an archive that says that it holds 4 GiB, and one of gzip.
    let mut archive = b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x10\x00\x00\x00\xff\xff\xff\xff\x05\x00\x00\x00a.txt".to_vec();
    archive.extend_from_slice(&[0; 4096]);
    let mut gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03".to_vec();
    gzip.extend_from_slice(&[0x55; 4096]);
    for (name, bytes) in [("a.zip", &archive), ("a.docx", &archive), ("a.gz", &gzip), ("a.html", &gzip)] {
        let answer = upload(&mut browser, name, bytes);
        assert!(matches!(answer.status, 200 | 422), "{name}: {} {}", answer.status, answer.body);
    }
    for item in json(&browser.get("/api/v1/documents"))["items"].as_array().expect("a list") {
        let page = json(&browser.get(&format!("/api/v1/documents/{}", item["id"].as_str().expect("an id"))));
        assert!(page["blocks"].to_string().len() < 64 << 10, "it did not grow");
    }
    // A packed body of a request is not unpacked either.
    let csrf = browser.csrf();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-encoding", "gzip"),
        ("x-csrf-token", csrf.as_str()),
    ];
    let answer = browser.send("POST", "/searches", &headers, &gzip);
    assert!(matches!(answer.status, 400 | 403 | 404 | 415 | 422), "{} {}", answer.status, answer.body);
    assert_eq!(browser.get("/inbox").status, 200);
}

#[test]
fn wide_and_long_tables_are_bounded() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    let wide = format!("{}\n{}\n", vec!["column"; 12_000].join(","), vec!["9"; 12_000].join(","));
    let long = format!("id,date,text\n{}", "1,2017-01-23,shelling\n".repeat(12_000));
    let quoted = format!("id,text\n1,\"{}\n", "never closed, ".repeat(12_000));
    for (name, text) in [("wide.csv", wide), ("long.csv", long), ("quoted.csv", quoted)] {
        let answer = upload(&mut browser, name, text.as_bytes());
        assert!(matches!(answer.status, 200 | 422), "{name}: {} {}", answer.status, answer.body.len());
        assert_eq!(browser.get("/inbox").status, 200, "{name}");
    }
    let shown = json(&browser.get("/api/v1/documents"));
    for item in shown["items"].as_array().expect("a list") {
        let path = format!("/documents/{}", item["id"].as_str().expect("an id"));
        assert_eq!(browser.get(&path).status, 200, "{path}");
    }
}

/// No cell of any list begins a formula, wherever its words came from.
#[test]
fn no_cell_of_any_export_begins_a_formula() {
    let mission = mission();
    paper(&mission, "=1+1.html", CAPTURED.replace("Shelling in Taldou", "=cmd|' /C calc'!A0").as_bytes());
    paper(
        &mission,
        "@SUM(1).txt",
        b"+Upland Gazette\n\n-2+3 shelling killed nine civilians in Taldou on Sunday, a monitoring group said.\n",
    );
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    for list in ["incidents", "claims", "documents", "cases", "people", "obligations", "ledger"] {
        for format in ["csv", "csv_bom"] {
            let answer = browser.get(&format!("/export/{list}.{format}"));
            assert_eq!(answer.status, 200, "{list}: {}", answer.body);
            for cell in cells(answer.body.trim_start_matches('\u{feff}')) {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{list}: {cell}");
            }
        }
    }
}

/// Cells of comma-separated values.
fn cells(text: &str) -> Vec<String> {
    let (mut out, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => out.push(std::mem::take(&mut cell).trim_end_matches('\r').to_owned()),
            other => cell.push(other),
        }
    }
    out.push(cell);
    out
}

/// Addresses in captured pages, names and forms are words: nobody is asked for them.
#[test]
fn nothing_is_fetched_from_addresses_in_content() {
    let trap = TcpListener::bind("127.0.0.1:0").expect("a listener");
    trap.set_nonblocking(true).expect("it does not wait");
    let address = format!("http://{}", trap.local_addr().expect("an address"));
    let mission = mission();
    let page = CAPTURED.replace("https://evil.example/", &format!("{address}/")).replace(
        "<article>",
        &format!(
            "<link rel=stylesheet href={address}/a.css><img src={address}/b.png><script src={address}/c.js></script>\
             <link rel=canonical href={address}/d><meta http-equiv=refresh content=\"0;url={address}/e\"><article><p>{address}/f</p>"
        ),
    );
    paper(&mission, "page.html", page.as_bytes());
    paper(&mission, "feed.xml", format!("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"{address}/g\">]><rss><channel><title>&x;</title><item><link>{address}/h</link></item></channel></rss>").as_bytes());
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    browser.post("/cases/new", &[("complainant", "public"), ("text", &format!("see {address}/i"))]);
    upload(&mut browser, "again.html", page.as_bytes());
    for path in
        [format!("/inbox/add?url={address}/j"), format!("/verify?file={address}/k"), format!("/search?q={address}/l")]
    {
        browser.get(&path);
    }
    everything(&mut browser);
    let came = trap.accept();
    assert!(came.is_err(), "somebody was asked: {came:?}");
}

#[test]
fn no_part_of_a_path_leads_out_of_its_folder() {
    let mission = mission();
    paper(&mission, "a.txt", b"Shelling killed nine civilians in Taldou on Sunday, a monitoring group said.\n");
    std::fs::write(mission.path().join("secret.txt"), "NOTFOREYES").expect("written");
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    let tries = [
        "..%2F..%2F..%2F..%2Fetc%2Fpasswd",
        "%2e%2e%2fsecret.txt",
        "..%5c..%5csecret.txt",
        "%2Fetc%2Fpasswd",
        "....%2F%2Fsecret.txt",
        "..%252fsecret.txt",
        "secret.txt%00.csv",
        "%c0%ae%c0%ae%2fsecret.txt",
        "analyst%23..%2Fsecret",
        "-rf",
        "--out%3D%2Ftmp%2Fx",
    ];
    let routes = desk::routes();
    let mut asked = 0;
    for entry in routes.list().iter().filter(|e| e.path.contains('{')) {
        for word in tries {
            let mut path = entry.path.clone();
            while let Some((before, rest)) = path.split_once('{') {
                let (_, after) = rest.split_once('}').expect("an end");
                path = format!("{before}{word}{after}");
            }
            let answer = if entry.method == "GET" {
                browser.get(&path)
            } else {
                let csrf = browser.csrf();
                browser.send(entry.method, &path, &[("x-csrf-token", &csrf), ("accept", "application/json")], b"{}")
            };
            let quiet = entry.path.ends_with("/withdraw") || entry.path.ends_with("/sign-out");
            assert!(
                (400..500).contains(&answer.status) || (quiet && answer.status == 303),
                "{} {path}: {}",
                entry.method,
                answer.status
            );
            for secret in ["root:", "NOTFOREYES", "No such file", "os error"] {
                assert!(!answer.body.contains(secret), "{path}: {}", answer.body);
            }
            asked += 1;
        }
    }
    assert!(asked > 300, "{asked}");
    // Outside of the routes, and raw.
    for path in [
        "/assets/../secret.txt",
        "/assets/..%2fsecret.txt",
        "/../secret.txt",
        "//etc/passwd",
        "/assets/%2e%2e/%2e%2e/secret.txt",
    ] {
        let answer = browser.get(path);
        assert!(
            (400..500).contains(&answer.status) && !answer.body.contains("NOTFOREYES"),
            "{path}: {}",
            answer.status
        );
    }
}

/// Every form that changes something, one by one: without its token, and from another site.
#[test]
fn every_form_must_be_ours() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    let csrf = browser.csrf();
    let mut asked = 0;
    for entry in desk::routes().list().iter().filter(|e| e.method != "GET") {
        let path = entry.path.replace(['{', '}'], "");
        // The public page keeps nothing and knows nobody: it has no cookie that another site could use.
        if path.starts_with("/public/") {
            continue;
        }
        let form = ("content-type", "application/x-www-form-urlencoded");
        let wrong = format!("csrf={}", "A".repeat(43));
        let right = format!("csrf={csrf}");
        let answers = [
            browser.send(entry.method, &path, &[form], b"x=1").status,
            browser.send(entry.method, &path, &[form], wrong.as_bytes()).status,
            browser.send(entry.method, &path, &[form, ("origin", "https://evil.example")], right.as_bytes()).status,
            browser.send(entry.method, &path, &[form, ("sec-fetch-site", "cross-site")], right.as_bytes()).status,
        ];
        assert_eq!(answers, [403; 4], "{} {path}", entry.method);
        asked += 1;
    }
    assert!(asked > 30, "{asked}");
    assert_eq!(browser.get("/").status, 200, "the session is as it was");
    // And every form that a page shows carries its token.
    for (path, answer) in everything(&mut browser) {
        if path.starts_with("/public") || path.starts_with("/reports/preview") {
            continue;
        }
        for form in answer.body.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            let head = form.split('>').next().unwrap_or_default();
            if head.contains("method=\"post\"") {
                assert!(form.contains("name=\"csrf\" value=\"") || head.contains("csrf="), "{path}: {head}");
            }
        }
    }
}

/// Names of files and lists do not become lines of a header.
#[test]
fn no_name_adds_a_header() {
    let mission = mission();
    paper(
        &mission,
        "a\"; filename=\"evil.exe\u{d}\u{a}set-cookie: evil=1.txt",
        b"Shelling killed nine civilians in Taldou on Sunday, a monitoring group said.\n",
    );
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A\r\nset-cookie: evil=2", Role::Administrator);
    upload(&mut browser, "b%22%0d%0aset-cookie: evil=3.txt", b"Two shells fell in Taldou on Sunday, residents said.\n");
    let document = json(&browser.get("/api/v1/documents"))["items"][0]["id"].as_str().expect("an id").to_owned();
    for path in [
        "/export/documents.csv".to_owned(),
        "/export/documents.csv%0d%0aset-cookie:%20evil=4".to_owned(),
        "/export/incidents.csv?q=a%0d%0aset-cookie:%20evil=5".to_owned(),
        "/prove/analyst%231".to_owned(),
        "/prove/analyst%231%0d%0aset-cookie:%20evil=6".to_owned(),
        "/reports/preview?from=2017-01-15&to=2017-01-30&edition=internal&kind=period&format=html%0d%0aset-cookie:%20evil=7".to_owned(),
        "/sign-in?then=/%0d%0aset-cookie:%20evil=8".to_owned(),
        "/?lang=en%0d%0aset-cookie:%20evil=9".to_owned(),
        format!("/documents/{document}"),
        format!("/documents/{document}%0d%0aset-cookie:%20evil=10"),
    ] {
        let answer = browser.get(&path);
        assert!(!answer.cookies().iter().any(|c| c.starts_with("evil")), "{path}: {:?}", answer.headers);
        let disposition = answer.header("content-disposition").unwrap_or_default();
        assert!(!disposition.contains("evil") && disposition.matches('"').count() <= 2, "{path}: {disposition}");
        assert!(answer.status < 500, "{path}: {}", answer.status);
    }
    let to =
        browser.post("/cases/new", &[("complainant", "public"), ("text", "x"), ("back", "a\r\nset-cookie: evil=11")]);
    assert!(!to.cookies().iter().any(|c| c.starts_with("evil")), "{:?}", to.headers);
}

/// Bodies that are longer than their route takes, with and without a length; the desk goes on.
#[test]
fn long_bodies_are_cut_off() {
    let mission = mission();
    let world = World::of_mission(&mission.path());
    let (_, mut browser) = world.member("A", Role::Administrator);
    let csrf = browser.csrf();
    let long = format!("csrf={csrf}&text={}", "y".repeat(600 << 10));
    let form = ("content-type", "application/x-www-form-urlencoded");
    for path in ["/cases/new", "/searches", "/ledgers/new", "/settings", "/account"] {
        assert_eq!(browser.send("POST", path, &[form], long.as_bytes()).status, 413, "{path}");
    }
    let many = format!("{{\"text\":\"{}\"}}", "y".repeat(2 << 20));
    let media = ("content-type", "application/json");
    let answer = browser.send("POST", "/api/v1/cases", &[media, ("x-csrf-token", &csrf)], many.as_bytes());
    assert_eq!(answer.status, 413);
    // In pieces, without a length.
    let jar: Vec<String> = browser.jar.iter().map(|(n, v)| format!("{n}={v}")).collect();
    let mut stream = TcpStream::connect(world.address).expect("connects");
    let head = format!(
        "POST /cases/new HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nx-csrf-token: {csrf}\r\ncontent-type: application/x-www-form-urlencoded\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n",
        browser.host,
        jar.join("; ")
    );
    stream.write_all(head.as_bytes()).expect("written");
    let piece = format!("10000\r\n{}\r\n", "y".repeat(0x10000));
    let sent = (0..64).take_while(|_| stream.write_all(piece.as_bytes()).is_ok()).count();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    assert!(sent < 64 || answer.contains(" 413 "), "{sent} pieces were taken: {answer}");
    assert_eq!(browser.get("/").status, 200);
}

/// One who says little holds a place for a bounded time.
#[test]
fn slow_bodies_end() {
    let mission = mission();
    let world = World::of_mission_with(&mission.path(), Duration::from_millis(200));
    let mut stream = TcpStream::connect(world.address).expect("connects");
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nhost: {}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\ncsrf=",
        world.address
    );
    stream.write_all(head.as_bytes()).expect("written");
    // No timeout of ours: the server ends it, or this test does not end.
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(!String::from_utf8_lossy(&rest).contains(" 200 "));
    assert_eq!(world.browser().get("/public").status, 200);
}
