//! A desk on loopback for tests: a server, a clock that is turned by hand, browsers with a cookie jar.
//!
//! Must not: check anything of its own.

use armistice::{
    desk::access::{
        AccountId, Action, Gate, Role, Routes, Settings, Store, Subject,
        limit::{Rate, Rates},
        password::Cost,
        routes, totp,
    },
    serve::{self, Limits, Running},
};
use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

pub(crate) const NOW: i64 = 1_800_000_000;
pub(crate) const PASSWORD: &str = "four words that nobody has";

pub(crate) struct World {
    pub(crate) gate: Gate,
    pub(crate) address: SocketAddr,
    clock: Arc<AtomicI64>,
    running: Option<Running>,
}

/// Rates that no test reaches by chance.
pub(crate) fn generous() -> Rates {
    let rate = Rate { burst: 100_000, refill: 1_000_000 };
    Rates { sign_in: rate, write: rate, read: rate }
}

/// The routes of this module, and some as screens have them.
pub(crate) fn all_routes() -> Routes<()> {
    async fn fine() -> &'static str {
        "fine\n"
    }
    async fn broken() -> axum::http::StatusCode {
        axum::http::StatusCode::INTERNAL_SERVER_ERROR
    }
    routes()
        .page("/", Action::ReadWork, fine)
        .page("/cases/{id}", Action::ReadWork, fine)
        .form("/cases/{id}/steps", Action::CaseStep, fine)
        .get("/api/v1/cases/{id}", Action::ReadWork, fine)
        .post("/api/v1/judgements", Action::Judge, fine)
        .get("/api/v1/documents/{id}/history", Action::ReadWork, fine)
        .get("/api/v1/documents/{id}/export", Action::Export, fine)
        .get("/api/v1/sealed/{id}", Action::ReadSealed, fine)
        .of(Subject::Document("other"))
        .page("/beside/{other}", Action::ReadWork, fine)
        .page("/broken", Action::ReadWork, broken)
        .page("/public/report", Action::ReadPublic, fine)
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(Store::in_memory().expect("a store"), generous())
    }

    pub(crate) fn with(store: Store, rates: Rates) -> Self {
        let clock = Arc::new(AtomicI64::new(NOW));
        let read = Arc::clone(&clock);
        let settings = Settings {
            cost: Cost { memory: 8, passes: 1 },
            rates,
            clock: Arc::new(move || read.load(Ordering::SeqCst)),
            ..Settings::default()
        };
        let gate = Gate::new(store, settings).expect("a gate");
        let registered = all_routes();
        assert_eq!(registered.problems(), [""; 0]);
        let app = gate.guard(registered.into_router());
        let running = serve::start("127.0.0.1:0", app, Limits::default(), false, None).expect("a server");
        Self { gate, address: running.address, clock, running: Some(running) }
    }

    /// The whole desk of a mission folder.
    pub(crate) fn of_mission(folder: &std::path::Path) -> Self {
        let clock = Arc::new(AtomicI64::new(NOW));
        let read = Arc::clone(&clock);
        let settings = Settings {
            cost: Cost { memory: 8, passes: 1 },
            rates: generous(),
            clock: Arc::new(move || read.load(Ordering::SeqCst)),
            ..Settings::default()
        };
        let mission = armistice::mission::Mission::open(folder).expect("a mission");
        let desk = armistice::desk::Desk::open(mission).expect("a desk");
        let store = Store::in_memory().expect("a store");
        let (app, gate) = armistice::desk::app(&desk, store, settings).expect("an app");
        let running = serve::start("127.0.0.1:0", app, Limits::default(), false, None).expect("a server");
        Self { gate, address: running.address, clock, running: Some(running) }
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.load(Ordering::SeqCst)
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Opens an account.
    pub(crate) fn account(&self, name: &str, role: Role) -> AccountId {
        self.gate.store().open_account(name, role, None, self.now()).expect("an account")
    }

    /// A browser that is signed in by a link.
    pub(crate) fn browser_of(&self, account: &AccountId) -> Browser {
        let link = self.gate.store().make_link(account, None, self.now()).expect("a link");
        let mut browser = self.browser();
        let answer = browser.get(&link.path());
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser
    }

    pub(crate) fn member(&self, name: &str, role: Role) -> (AccountId, Browser) {
        let id = self.account(name, role);
        let browser = self.browser_of(&id);
        (id, browser)
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser { address: self.address, host: self.address.to_string(), jar: BTreeMap::new(), extra: Vec::new() }
    }

    /// Sets a password with codes for an account, past the pages.
    pub(crate) fn password(&self, id: &AccountId) -> [u8; totp::BYTES] {
        let hasher = armistice::desk::access::password::Hasher::new(Cost { memory: 8, passes: 1 }).expect("a hasher");
        let hashed = hasher.hash(PASSWORD).expect("a hash");
        let secret = [7; totp::BYTES];
        self.gate.store().set_password(id, &hashed, &secret, 0, None, self.now()).expect("set");
        secret
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().expect("stops");
        }
    }
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub(crate) fn cookies(&self) -> Vec<&str> {
        self.headers.iter().filter(|(n, _)| n == "set-cookie").map(|(_, v)| v.as_str()).collect()
    }

    /// The value of a hidden field.
    pub(crate) fn field(&self, name: &str) -> String {
        let from = format!("name=\"{name}\" value=\"");
        let at = self.body.find(&from).unwrap_or_else(|| panic!("no field {name} in {}", self.body)) + from.len();
        self.body[at..].split('"').next().unwrap_or_default().to_owned()
    }
}

#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) address: SocketAddr,
    pub(crate) host: String,
    pub(crate) jar: BTreeMap<String, String>,
    pub(crate) extra: Vec<(String, String)>,
}

impl Browser {
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.extra.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The session's token, under whatever name the cookie has.
    pub(crate) fn session(&self) -> Option<&String> {
        self.jar.iter().find(|(n, _)| n.ends_with("-session")).map(|(_, v)| v)
    }

    pub(crate) fn set_session(&mut self, token: &str) {
        let name = self.jar.keys().find(|n| n.ends_with("-session")).cloned().expect("a session");
        self.jar.insert(name, token.to_owned());
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[("accept", "text/html")], b"")
    }

    pub(crate) fn csrf(&mut self) -> String {
        let answer = self.get("/account/tokens");
        if answer.status == 200 { answer.field("csrf") } else { self.get("/sign-in").field("csrf") }
    }

    /// Posts a form as a browser does, with its token.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf();
        self.post_with(path, &csrf, fields)
    }

    pub(crate) fn post_with(&mut self, path: &str, csrf: &str, fields: &[(&str, &str)]) -> Answer {
        let plain = |t: &str| t.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let mut body = format!("csrf={}", plain(csrf));
        for (name, value) in fields {
            body.push_str(&format!("&{}={}", plain(name), plain(value)));
        }
        let origin = format!("http://{}", self.host);
        let headers = [
            ("accept", "text/html"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", origin.as_str()),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send("POST", path, &headers, body.as_bytes())
    }

    pub(crate) fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.host);
        let extra = self.extra.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        for (name, value) in headers.iter().copied().chain(extra) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.jar.is_empty() {
            let jar: Vec<String> = self.jar.iter().map(|(n, v)| format!("{n}={v}")).collect();
            head.push_str(&format!("cookie: {}\r\n", jar.join("; ")));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
        let mut stream = TcpStream::connect(self.address).expect("connects");
        stream.write_all(head.as_bytes()).expect("written");
        // A server that refuses by size may close before all was sent.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let mut lines = head.lines();
        let status = lines.next().and_then(|l| l.split(' ').nth(1)).and_then(|s| s.parse().ok()).unwrap_or(0);
        let headers: Vec<(String, String)> =
            lines.filter_map(|l| l.split_once(": ")).map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned())).collect();
        let answer = Answer { status, headers, body: body.to_owned() };
        for cookie in answer.cookies() {
            let Some((name, rest)) = cookie.split_once('=') else { continue };
            let value = rest.split(';').next().unwrap_or_default();
            if rest.contains("Max-Age=0") {
                self.jar.remove(name);
            } else {
                self.jar.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}
