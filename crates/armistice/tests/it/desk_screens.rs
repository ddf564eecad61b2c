//! The screens beside the daily ones, as `armistice serve` gives them: signed in by the link that it prints, in every language.
//!
//! Must not: look at one screen only in English.

use crate::support::{Mission, repository};
use serde_json::Value;
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, Stdio},
};

/// A desk that serves a mission until it is dropped.
pub(crate) struct Desk {
    child: Child,
    address: String,
    cookies: String,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer of HTTP.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header, by its name in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let pairs = self.head.lines().filter_map(|l| l.split_once(':'));
        pairs.into_iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.trim().to_owned())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }
}

impl Desk {
    pub(crate) fn serve(mission: &Mission) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_armistice"))
            .args([
                "serve".as_ref(),
                mission.path().as_os_str(),
                "--listen".as_ref(),
                "127.0.0.1:0".as_ref(),
                "--json".as_ref(),
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let said: Value = serde_json::from_str(&line).expect("JSON");
        let address = said["address"].as_str().expect("an address").trim_start_matches("http://").to_owned();
        let link = said["sign_in"].as_str().expect("a link").to_owned();
        let mut desk = Self { child, address, cookies: String::new() };
        desk.sign_in(&link);
        desk
    }

    /// Comes in by a link, in the place of whoever was in before.
    pub(crate) fn sign_in(&mut self, link: &str) {
        let desk = self;
        desk.cookies.clear();
        let path = link.split_once("/sign-in").map(|(_, rest)| format!("/sign-in{rest}")).expect("a path");
        let door = desk.get(&path);
        desk.keep(&door);
        if !desk.cookies.contains("ession") {
            let page = door.text();
            let hidden = |name: &str| {
                let at = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name} in {page}"));
                page[at..].split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a value").to_owned()
            };
            let body = format!("csrf={}&link={}", hidden("csrf"), hidden("link"));
            let inside = desk.post("/sign-in/link", "application/x-www-form-urlencoded", body.as_bytes());
            desk.keep(&inside);
        }
    }

    fn keep(&mut self, answer: &Answer) {
        for line in answer.head.lines().filter(|l| l.to_ascii_lowercase().starts_with("set-cookie:")) {
            let pair = line["set-cookie:".len()..].split(';').next().unwrap_or("").trim();
            let name = pair.split('=').next().unwrap_or("").to_owned();
            let mut all: Vec<String> = self
                .cookies
                .split("; ")
                .filter(|c| !c.is_empty() && !c.starts_with(&format!("{name}=")))
                .map(str::to_owned)
                .collect();
            all.push(pair.to_owned());
            self.cookies = all.join("; ");
        }
    }

    pub(crate) fn ask(&self, head: &str, body: &[u8], cookies: bool) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        let cookies =
            if cookies && !self.cookies.is_empty() { format!("cookie: {}\r\n", self.cookies) } else { String::new() };
        let head = format!("{head}host: {}\r\nconnection: close\r\n{cookies}\r\n", self.address);
        stream.write_all(head.as_bytes()).expect("sent");
        stream.write_all(body).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let end = bytes.windows(4).position(|w| w == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut body = bytes[end + 4..].to_vec();
        if head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
            body = unchunked(&body);
        }
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
        Answer { status, head, body }
    }

    /// The token that forms of this session carry.
    pub(crate) fn csrf(&self) -> String {
        let page = self.get("/settings").text();
        page.split("name=\"csrf\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a token").to_owned()
    }

    /// Posts JSON as a script of the desk does, with headers of its own (`name: value\r\n`).
    pub(crate) fn post_json(&self, path: &str, csrf: &str, headers: &str, body: &Value) -> Answer {
        let body = body.to_string();
        let head = format!(
            "POST {path} HTTP/1.1\r\naccept: application/json\r\norigin: http://{}\r\nx-csrf-token: {csrf}\r\n{headers}content-type: application/json\r\ncontent-length: {}\r\n",
            self.address,
            body.len()
        );
        self.ask(&head, body.as_bytes(), true)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\naccept: text/html\r\n"), b"", true)
    }

    fn stranger(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\naccept: text/html\r\n"), b"", false)
    }

    pub(crate) fn post(&self, path: &str, media: &str, body: &[u8]) -> Answer {
        let origin = format!("origin: http://{}\r\n", self.address);
        let head = format!(
            "POST {path} HTTP/1.1\r\naccept: text/html\r\n{origin}content-type: {media}\r\ncontent-length: {}\r\n",
            body.len()
        );
        self.ask(&head, body, true)
    }
}

fn unchunked(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), bytes);
    while let Some(end) = rest.windows(2).position(|w| w == b"\r\n") {
        let size = usize::from_str_radix(String::from_utf8_lossy(&rest[..end]).trim(), 16).unwrap_or(0);
        if size == 0 {
            break;
        }
        out.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 2 + size + 2..];
    }
    out
}

/// Elements that have no end.
const VOID: &[&str] = &["meta", "link", "input", "br", "hr", "img", "use", "col", "wbr"];

/// Every element that begins ends, in order.
fn well_formed(path: &str, page: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').unwrap_or_else(|| panic!("{path}: a tag without end"));
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or("").to_ascii_lowercase();
        if tag.starts_with('!') || VOID.contains(&name.as_str()) || tag.ends_with('/') {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()), "{path}: what ends is not what began last");
        } else {
            if name == "script" || name == "style" {
                rest = rest.find(&format!("</{name}")).map_or(rest, |i| &rest[i..]);
            }
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{path}: {open:?} do not end");
}

fn mission() -> Mission {
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    let page = mission.path().parent().expect("a folder").join("gazette.txt");
    let words = "Upland Gazette\n\nMonday 23 January 2017\n\nShelling killed nine civilians in Taldou in Homs province on Sunday, a monitoring group said.\n";
    std::fs::write(&page, words).expect("written");
    mission.add([page]);
    mission
}

const SCREENS: &[&str] = &[
    "/inbox",
    "/agreements",
    "/ledgers",
    "/ledgers?from=2017-01-15&to=2017-01-24",
    "/ledgers/new",
    "/coverage",
    "/compare",
    "/reports",
    "/reports?from=2017-01-15&to=2017-01-24",
    "/members",
    "/verify",
    "/settings",
    "/help/query",
    "/help/keys",
    "/problems/refused",
    "/sources",
];

#[test]
fn every_screen_is_whole_in_every_language() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let listed = desk.get("/api/v1/agreements").json();
    let digest = listed["items"][0]["sha256"].as_str().expect("a digest").to_owned();
    let mut paths: Vec<String> = SCREENS.iter().map(|p| (*p).to_owned()).collect();
    paths.push(format!("/agreements/{digest}"));
    let mut wrong = Vec::new();
    for path in &paths {
        for language in ["en", "ar", "ru", "tr", "fa", "fr"] {
            let sign = if path.contains('?') { '&' } else { '?' };
            let answer = desk.get(&format!("{path}{sign}lang={language}"));
            let page = answer.text();
            assert_eq!(answer.status, 200, "{path}: {page}");
            well_formed(path, &page);
            assert!(page.contains(&format!("lang=\"{language}\"")), "{path}: not in {language}");
            assert!(!page.contains("style=\""), "{path}: a style of its own");
            for part in page.split('⟨').skip(1) {
                wrong.push(format!("{path} {language}: {}", part.split('⟩').next().unwrap_or("")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "words that are missing:\n{}", wrong.join("\n"));
}

#[test]
fn pages_and_their_twins_hold_the_same() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let check = |path: &str, pointers: &[&str]| {
        let (page, value) = (desk.get(path).text(), desk.get(&format!("/api/v1{path}")).json());
        for pointer in pointers {
            let found = value.pointer(pointer).unwrap_or_else(|| panic!("{path} has no {pointer}: {value}"));
            let text = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
            assert!(page.contains(&text), "{path}: `{text}` ({pointer}) is not on the page");
        }
    };
    check("/agreements", &["/items/0/title", "/items/0/sha256", "/items/0/texts/0"]);
    let digest = desk.get("/api/v1/agreements").json()["items"][0]["sha256"].as_str().expect("a digest").to_owned();
    check(&format!("/agreements/{digest}"), &["/sha256", "/title"]);
    check("/inbox", &["/items/0/title"]);
    check("/members", &["/registers/0/root", "/registers/0/member"]);
    check("/settings", &["/mission", "/member"]);
    check("/sources", &["/items/0/name"]);
}

#[test]
fn what_is_refused_comes_back_with_its_lines() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    let page = desk.get("/ledgers/new").text();
    let token =
        page.split("name=\"csrf\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a token").to_owned();
    let body = format!("csrf={token}&entries=%5B%5Bcoverage%5D%5D%0Aarea+%3D+3%0A");
    let answer = desk.post("/ledgers/new", "application/x-www-form-urlencoded", body.as_bytes());
    let page = answer.text();
    assert_eq!(answer.status, 422, "{page}");
    assert!(page.contains("area = 3"), "the text is lost: {page}");
    assert!(page.contains("role=\"alert\""), "{page}");
    // A file that is no proof is told to be none, and a stranger's verdict says what no proof can show.
    let parts =
        "--X\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.armistice\"\r\n\r\nnothing\r\n--X--\r\n";
    let answer = desk.post(&format!("/verify?csrf={token}"), "multipart/form-data; boundary=X", parts.as_bytes());
    let page = answer.text();
    assert_eq!(answer.status, 200, "{page}");
    assert!(page.contains("class=\"bad\""), "{page}");
    // A file is taken in as `armistice add` takes it in.
    let parts = "--X\r\ncontent-disposition: form-data; name=\"file\"; filename=\"b.txt\"\r\n\r\nHerald\n\n24 January 2017\n\nShelling in Taldou on Monday, residents said.\r\n--X--\r\n";
    let answer = desk.post(&format!("/inbox/add?csrf={token}"), "multipart/form-data; boundary=X", parts.as_bytes());
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(mission.brief()["documents"].as_array().map(Vec::len), Some(2));
}

#[test]
fn the_public_has_small_pages_without_cookies_and_scripts() {
    let mission = mission();
    let desk = Desk::serve(&mission);
    for path in ["/public", "/public?lang=ar", "/public?lang=fr"] {
        let answer = desk.stranger(path);
        let page = answer.text();
        assert_eq!(answer.status, 200, "{path}: {page}");
        well_formed(path, &page);
        assert!(answer.body.len() <= 60_000, "{path}: {} bytes", answer.body.len());
        assert!(!page.contains('⟨'), "{path}: {page}");
        assert!(!answer.head.to_ascii_lowercase().contains("set-cookie"), "{path}: {}", answer.head);
        assert!(!page.contains("<script src"), "{path}: a script");
    }
    let parts =
        "--X\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.armistice\"\r\n\r\nnothing\r\n--X--\r\n";
    let answer = desk.post("/public/verify", "multipart/form-data; boundary=X", parts.as_bytes());
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.text().contains("class=\"bad\""), "{}", answer.text());
    // What no public report covers is not published, whoever asks.
    let incident = mission.brief()["incidents"][0]["id"].as_str().map(str::to_owned);
    if let Some(id) = incident {
        assert_eq!(desk.stranger(&format!("/public/incidents/{id}")).status, 404);
    }
    for path in ["/inbox", "/ledgers", "/members", "/reports", "/settings"] {
        assert_ne!(desk.stranger(path).status, 200, "{path} is open to strangers");
    }
}
