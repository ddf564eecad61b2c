//! That a request which changes something was meant: it comes from a page of this desk, and carries what that page was given.
//!
//! Must not: rest on one sign alone. Browsers say where a request comes from; the token holds where they do not.

use super::secret;
use axum::http::{HeaderMap, Method, header};
use sha2::{Digest as _, Sha256};

/// The field of forms.
pub const FIELD: &str = "csrf";

/// The header of scripts.
pub const HEADER: &str = "x-csrf-token";

/// Whether a method changes something.
#[must_use]
pub fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Where a request says that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// A page of this desk.
    Here,
    /// It does not say: no browser, or an old one.
    Unsaid,
    /// Somewhere else.
    Elsewhere,
}

/// Where a request comes from, by `sec-fetch-site` and `origin`. Both must agree with this desk. A page of another port of
/// this machine is elsewhere.
#[must_use]
pub fn from(headers: &HeaderMap, origins: &[String]) -> From {
    let text = |name| headers.get(name).map(|v| v.to_str().unwrap_or("?"));
    let site = text("sec-fetch-site");
    let origin = text(header::ORIGIN.as_str());
    if site.is_some_and(|s| s != "same-origin" && s != "none") {
        return From::Elsewhere;
    }
    match origin {
        Some(o) if !origins.iter().any(|ours| ours == o) => From::Elsewhere,
        Some(_) => From::Here,
        None if site == Some("same-origin") => From::Here,
        None => From::Unsaid,
    }
}

/// The token of one who is not signed in: follows from the cookie of forms by a key of this process.
#[must_use]
pub fn of_cookie(key: &[u8; 32], cookie: &str) -> String {
    let hash = Sha256::new().chain_update(b"armistice desk form\0").chain_update(key).chain_update(cookie).finalize();
    data_encoding::BASE64URL_NOPAD.encode(&hash)
}

/// Whether a token is the one that is due. An empty one never is.
#[must_use]
pub fn matches(due: &str, given: Option<&str>) -> bool {
    !due.is_empty() && given.is_some_and(|g| secret::same(due.as_bytes(), g.as_bytes()))
}

/// A field of an urlencoded body.
#[must_use]
pub fn field(body: &[u8], name: &str) -> Option<String> {
    fields(body).into_iter().find(|(n, _)| n == name).map(|(_, v)| v)
}

/// The fields of an urlencoded body, in order. What is not UTF-8 is replaced.
#[must_use]
pub fn fields(body: &[u8]) -> Vec<(String, String)> {
    body.split(|b| *b == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let at = pair.iter().position(|b| *b == b'=').unwrap_or(pair.len());
            (plain(&pair[..at]), plain(pair.get(at + 1..).unwrap_or_default()))
        })
        .collect()
}

fn plain(text: &[u8]) -> String {
    let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while let Some(b) = text.get(i) {
        match (b, hex(text.get(i + 1)), hex(text.get(i + 2))) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                i += 2;
            }
            (b'+', ..) => out.push(b' '),
            _ => out.push(*b),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A text as it stands in a query.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for b in text.bytes() {
        match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => out.push(char::from(b)),
            _ => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}

/// A path of this desk to go on to, or the first page. Anything that a browser could read as another host is refused.
#[must_use]
pub fn onward(path: Option<&str>) -> &str {
    path.filter(|p| {
        p.starts_with('/')
            && !p.starts_with("//")
            && p.len() <= 2048
            && p.bytes().all(|b| b.is_ascii_graphic() && b != b'\\' && b != b'"')
            && !p.starts_with("/sign-in")
    })
    .unwrap_or("/")
}
