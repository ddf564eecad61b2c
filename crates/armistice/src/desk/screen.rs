//! The screens; one file each. A screen is a struct: as a page, and as JSON under `/api/v1`, from the same values.
//!
//! Must not: look into tables or registers behind the snapshot's back, or answer before `access` was asked.

use super::{
    Desk,
    access::{self, Reader},
    api::{condition, once},
    locale::Locale,
    page::Shell,
    problem::Problem,
    snapshot::Snapshot,
};
use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, Method, Request, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use maud::Markup;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    sync::{Arc, PoisonError},
};

pub mod agreement;
pub mod beside;
pub mod case;
pub mod compare;
pub mod coverage;
pub mod files;
pub mod form;
pub mod ground;
pub mod history;
pub mod home;
pub mod inbox;
pub mod incident;
pub mod jobs;
pub mod ledgers;
pub mod list;
pub mod members;
pub mod more;
pub mod people;
pub mod public;
pub mod reader;
pub mod reports;
pub mod review;
pub mod sets;
pub mod settings;
pub mod values;
pub mod verify;

/// Where the JSON twins stand.
pub const API: &str = "/api/v1";

/// Addresses that programs ask for: what is wrong is a problem in JSON there, unless a browser asks.
const MACHINES: &[&str] = &["/ogc", "/openapi.json", "/feed.atom", "/calendar.ics", "/export"];

/// The longest form or JSON body of a request: words of a step are 64 KiB at most.
pub const BODY_MAX: usize = 256 << 10;

/// What a page shows.
pub trait Screen: Serialize {
    /// The title, in the reader's language.
    fn title(&self, locale: &Locale) -> String;

    /// The page between its header and its footer.
    fn body(&self, shell: &Shell<'_>) -> Markup;

    /// The part of the desk that it belongs to: a path of the navigation.
    fn place(&self) -> &'static str {
        "/"
    }

    /// Of a list, the address of the page after this one, as the page has it (without `/api/v1`).
    fn next_page(&self) -> Option<String> {
        None
    }
}

/// What a screen is made from.
#[derive(Debug)]
pub struct Context {
    /// The desk.
    pub desk: Arc<Desk>,
    /// The record as of this request.
    pub snapshot: Arc<Snapshot>,
    /// Who asks.
    pub reader: Reader,
    /// In which language.
    pub locale: Locale,
    /// The path without `/api/v1`.
    pub path: String,
    /// The parts of the path that have names.
    pub named: BTreeMap<String, String>,
    /// What stands behind `?`, as it was sent.
    pub query: String,
    /// The fields of a form or the members of a JSON object, in their order. A name may stand several times.
    pub fields: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// Whether JSON is wanted.
    pub json: bool,
    /// Whether it may change something: it is no `GET`.
    pub changes: bool,
    /// SHA-256 of what was sent, and where to: two requests of one digest ask for the same.
    pub digest: [u8; 32],
    /// Whether the language was chosen in this request's address, and is to be remembered.
    pub chosen: bool,
}

impl Context {
    /// A named part of the path; empty if there is none of this name.
    #[must_use]
    pub fn named(&self, name: &str) -> &str {
        self.named.get(name).map_or("", String::as_str)
    }

    /// The first field of this name that is not blank.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, v)| n == name && !v.trim().is_empty()).map(|(_, v)| v.trim())
    }

    /// All fields of this name that are not blank.
    pub fn fields<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, v)| n == name && !v.trim().is_empty()).map(|(_, v)| v.trim())
    }

    /// A parameter behind `?`.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        pairs(self.query.as_bytes()).into_iter().find(|(n, _)| n == name).map(|(_, v)| v)
    }
}

/// Names and values of `application/x-www-form-urlencoded`.
#[must_use]
pub fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    bytes
        .split(|b| *b == b'&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) =
                part.iter().position(|b| *b == b'=').map_or((part, &[][..]), |i| (&part[..i], &part[i + 1..]));
            (unescaped(name), unescaped(value))
        })
        .collect()
}

fn unescaped(bytes: &[u8]) -> String {
    let digit = |b: &u8| char::from(*b).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let two = bytes.get(at + 1).and_then(digit).zip(bytes.get(at + 2).and_then(digit));
        match (byte, two) {
            (b'%', Some((high, low))) => {
                out.push(high << 4 | low);
                at += 2;
            }
            (b'+', _) => out.push(b' '),
            (other, _) => out.push(*other),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// What came of a form.
#[derive(Debug)]
pub enum Done {
    /// It was said; go there. The value is the JSON answer.
    Said {
        /// The path to go to.
        to: String,
        /// What was said, for clients that asked for JSON.
        said: serde_json::Value,
    },
}

type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;

/// A handler that shows a screen. The work is done away from the threads that answer.
pub fn show<V: Screen + 'static>(
    make: fn(&Context) -> Result<V, Problem>,
) -> impl Fn(State<Arc<Desk>>, Reader, Request<Body>) -> Answer + Clone + Send + Sync + 'static {
    move |State(desk), reader, request| {
        Box::pin(async move {
            let asked = match Context::of(desk, reader, request).await {
                Ok(asked) => asked,
                Err(response) => return *response,
            };
            run(move || {
                let made = make(&asked);
                match made {
                    Ok(view) => shown(&asked, StatusCode::OK, &view),
                    Err(problem) => refused(&asked, &problem),
                }
            })
            .await
        })
    }
}

/// The bytes of the JSON representation of what a change is made to: what `If-Match` is held against.
pub type Twin = fn(&Context) -> Result<Vec<u8>, Problem>;

/// A handler that does what a form says, and then goes on to a page.
pub fn act(
    make: fn(&Context) -> Result<Done, Problem>,
) -> impl Fn(State<Arc<Desk>>, Reader, Request<Body>) -> Answer + Clone + Send + Sync + 'static {
    act_on(make, None)
}

/// The same for something that has a representation of its own: other statements do not make its tag stale.
pub fn act_on(
    make: fn(&Context) -> Result<Done, Problem>,
    twin: Option<Twin>,
) -> impl Fn(State<Arc<Desk>>, Reader, Request<Body>) -> Answer + Clone + Send + Sync + 'static {
    move |State(desk), reader, request| {
        Box::pin(async move {
            let asked = match Context::of(desk, reader, request).await {
                Ok(asked) => asked,
                Err(response) => return *response,
            };
            change(asked, twin, move |asked| match make(asked) {
                Ok(Done::Said { said, .. }) if asked.json => json(StatusCode::OK, &said),
                Ok(Done::Said { to, .. }) => {
                    let to = match asked.field("back") {
                        Some(form) => {
                            // The part of a page stands last in an address.
                            let (to, part) = to.split_once('#').map_or((to.as_str(), None), |(to, p)| (to, Some(p)));
                            let sign = if to.contains('?') { "&" } else { "?" };
                            let part = part.map_or_else(String::new, |p| format!("#{p}"));
                            format!("{to}{sign}said={}{part}", list::escaped(form))
                        }
                        None => to,
                    };
                    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
                }
                Err(problem) => refused(asked, &problem),
            })
            .await
        })
    }
}

/// Makes a change: once per idempotency key, one after the other, and only to what the client has read if it says what that was.
async fn change(
    asked: Context,
    twin: Option<Twin>,
    work: impl FnOnce(&Context) -> Response + Send + 'static,
) -> Response {
    let held = move |asked: &mut Context| {
        if !condition::is_asked(&asked.headers) {
            return Ok(());
        }
        // What another program has said meanwhile counts as well.
        let _ = asked.desk.snapshots.refresh(&asked.desk.mission);
        let now = asked.desk.snapshots.now();
        let sight = &asked.reader.sight;
        // As this reader sees it. If that cannot be made, the tag is held against what was composed for the request.
        if let Ok(seen) = if sight.hidden.is_empty() { Ok(now) } else { now.seen_by(&asked.desk.mission, sight) } {
            asked.snapshot = seen;
        }
        let bytes = twin.and_then(|twin| twin(asked).ok());
        condition::held(&asked.headers, &condition::state(&asked.snapshot), bytes.as_deref())
    };
    let one = move |mut asked: Context| {
        let desk = Arc::clone(&asked.desk);
        let _turn = desk.turn.lock().unwrap_or_else(PoisonError::into_inner);
        match held(&mut asked) {
            Ok(()) => work(&asked),
            Err(stale) => {
                let mut response = refused(&asked, &stale.problem);
                if let Ok(tag) = stale.present.parse() {
                    response.headers_mut().insert(header::ETAG, tag);
                }
                response
            }
        }
    };
    // When the client is gone the work goes on to its end, and its answer is kept for the retry.
    run(move || once::once(asked, one, refused)).await
}

/// A handler that answers for itself: files, feeds, exports.
pub fn raw(
    make: fn(&Context) -> Result<Response, Problem>,
) -> impl Fn(State<Arc<Desk>>, Reader, Request<Body>) -> Answer + Clone + Send + Sync + 'static {
    move |State(desk), reader, request| {
        Box::pin(async move {
            let asked = match Context::of(desk, reader, request).await {
                Ok(asked) => asked,
                Err(response) => return *response,
            };
            let answer = move |asked: &Context| make(asked).unwrap_or_else(|problem| refused(asked, &problem));
            if asked.changes {
                return change(asked, None, answer).await;
            }
            run(move || marked(&asked, answer(&asked))).await
        })
    }
}

/// An answer in JSON, as a feed or a calendar gets its tag, if it has none yet. Blocks. Files that are taken away have their own digests.
fn marked(asked: &Context, response: Response) -> Response {
    let media = |h: &HeaderMap| h.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
    let media = media(response.headers());
    let known = ["json", "atom+xml", "text/calendar"].iter().any(|m| media.contains(m));
    let taken = [header::ETAG, header::CONTENT_DISPOSITION].iter().any(|h| response.headers().contains_key(h));
    if response.status() != StatusCode::OK || !known || taken {
        return response;
    }
    let (parts, body) = response.into_parts();
    // What was made here is whole: nothing is waited for.
    let Ok(bytes) = tokio::runtime::Handle::current().block_on(axum::body::to_bytes(body, usize::MAX)) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut answer = tagged(asked, StatusCode::OK, &media, bytes.to_vec());
    for (name, value) in &parts.headers {
        if !answer.headers().contains_key(name) && name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            answer.headers_mut().append(name.clone(), value.clone());
        }
    }
    answer
}

async fn run(work: impl FnOnce() -> Response + Send + 'static) -> Response {
    let broken = || StatusCode::INTERNAL_SERVER_ERROR.into_response();
    crate::serve::blocking(work).await.unwrap_or_else(broken)
}

impl Context {
    /// What a request asks for. The error is the answer.
    async fn of(desk: Arc<Desk>, reader: Reader, request: Request<Body>) -> Result<Self, Box<Response>> {
        let (mut parts, body) = request.into_parts();
        let path = parts.uri.path().to_owned();
        let (path, under_api) = match path.strip_prefix(API) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                (if rest.is_empty() { "/" } else { rest }.to_owned(), true)
            }
            Some(_) | None => (path, false),
        };
        let text = |name| parts.headers.get(name).and_then(|v: &axum::http::HeaderValue| v.to_str().ok()).unwrap_or("");
        let accept = text(header::ACCEPT);
        let machine = MACHINES.iter().any(|m| path == *m || path.strip_prefix(m).is_some_and(|r| r.starts_with('/')));
        let wanted = accept.contains("application/json") || accept.contains("application/problem+json");
        let json = under_api || (!accept.contains("text/html") && (wanted || machine));
        let media = text(header::CONTENT_TYPE).split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let is_json = media == "application/json";
        let changes = !matches!(parts.method, Method::GET | Method::HEAD);
        let digest = sent(&parts.method, &parts.uri, &media, &[]);
        let locale = desk.locale(&parts.headers, &parts.uri, &reader);
        let chosen = parts.uri.query().is_some_and(|q| pairs(q.as_bytes()).iter().any(|(n, _)| n == "lang"));
        let named = named(&mut parts).await;
        let snapshot = seen(&desk, &reader, &path).await?;
        let mut context = Self {
            snapshot,
            desk,
            reader,
            locale,
            path,
            named,
            query: parts.uri.query().unwrap_or("").to_owned(),
            fields: Vec::new(),
            headers: parts.headers,
            json,
            chosen,
            changes,
            digest,
        };
        if parts.method == Method::POST || parts.method == Method::PUT || parts.method == Method::PATCH {
            let bytes = axum::body::to_bytes(body, BODY_MAX).await.map_err(|_| {
                let problem = Problem::new(413, format!("More than {BODY_MAX} bytes."), "Send less at a time.");
                Box::new(refused(&context, &problem))
            })?;
            context.digest = sent(&parts.method, &parts.uri, &media, &[&bytes]);
            context.fields = if is_json { members(&bytes) } else { Ok(pairs(&bytes)) }.map_err(|why| {
                let problem =
                    Problem::new(400, why, "Send a JSON object whose members are texts, numbers or lists of these.");
                Box::new(refused(&context, &problem))
            })?;
        }
        Ok(context)
    }
}

/// The record as the reader may see it; on pages of the public, as everybody may.
async fn seen(desk: &Arc<Desk>, reader: &Reader, path: &str) -> Result<Arc<Snapshot>, Box<Response>> {
    let now = desk.snapshots.now();
    let public = reader.account.is_none() || path == "/public" || path.starts_with("/public/");
    if !public && reader.sight.hidden.is_empty() {
        return Ok(now);
    }
    let (desk, sight) = (Arc::clone(desk), Arc::clone(&reader.sight));
    let found = crate::serve::blocking(move || {
        if !public {
            return now.seen_by(&desk.mission, &sight).map_err(|f| Problem::from(f).status);
        }
        let sight = match desk.gate.get() {
            Some(gate) => gate.store().sight(None).map_err(|_| 503_u16)?,
            None => return Ok(now),
        };
        now.seen_by(&desk.mission, &sight).map_err(|f| Problem::from(f).status)
    });
    let status = match found.await {
        Some(Ok(snapshot)) => return Ok(snapshot),
        Some(Err(status)) => StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE),
        None => StatusCode::INTERNAL_SERVER_ERROR,
    };
    Err(Box::new(status.into_response()))
}

/// The digest of a request.
fn sent(method: &Method, uri: &Uri, media: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(format!("{method}\n{}\n{media}\n", here(uri)));
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// The parts of the path that have names.
async fn named(parts: &mut axum::http::request::Parts) -> BTreeMap<String, String> {
    use axum::extract::{FromRequestParts as _, RawPathParams};
    match RawPathParams::from_request_parts(parts, &()).await {
        Ok(found) => found.iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
        Err(_) => BTreeMap::new(),
    }
}

/// The members of a JSON object as fields: lists become several fields of one name.
fn members(bytes: &[u8]) -> Result<Vec<(String, String)>, String> {
    use serde_json::Value;
    let value: Value = serde_json::from_slice(bytes).map_err(|e| format!("The body is no JSON: {e}."))?;
    let Value::Object(map) = value else { return Err("The body is no JSON object.".to_owned()) };
    let mut fields = Vec::new();
    for (name, value) in map {
        let list = match value {
            Value::Array(list) => list,
            one @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => vec![one],
        };
        for value in list {
            let text = match value {
                Value::Null => continue,
                Value::Bool(b) => b.to_string(),
                Value::Number(n) => n.to_string(),
                Value::String(s) => s,
                Value::Array(_) | Value::Object(_) => return Err(format!("`{name}` is neither a text nor a number.")),
            };
            fields.push((name.clone(), text));
        }
    }
    Ok(fields)
}

/// A screen as it was asked for.
pub fn shown<V: Screen>(asked: &Context, status: StatusCode, view: &V) -> Response {
    if asked.json {
        return match serde_json::to_vec(view) {
            Ok(bytes) => leading(tagged(asked, status, "application/json", bytes), view, API),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
    }
    let shell = Shell::of(asked, view.place());
    let page = shell.page(&view.title(&asked.locale), view.body(&shell));
    let response = tagged(asked, status, "text/html; charset=utf-8", page.into_string().into_bytes());
    let mut response = leading(response, view, "");
    if asked.chosen {
        let cookie = format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", asked.locale.language.code());
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// With a link to the next page (RFC 8288), where there is one.
fn leading<V: Screen>(mut response: Response, view: &V, root: &str) -> Response {
    let link = view.next_page().and_then(|next| link_next(&format!("{root}{next}")).parse().ok());
    if let Some(link) = link {
        response.headers_mut().append(header::LINK, link);
    }
    response
}

/// The header `Link` to a next page. Addresses of ours hold neither `<` nor `>`: queries are percent-encoded.
#[must_use]
pub fn link_next(address: &str) -> String {
    format!("<{address}>; rel=\"next\"")
}

/// An answer with its tag, or that nothing has changed.
pub(super) fn tagged(asked: &Context, status: StatusCode, media: &str, bytes: Vec<u8>) -> Response {
    if status != StatusCode::OK {
        return (status, [(header::CONTENT_TYPE, media.to_owned())], bytes).into_response();
    }
    let tag = condition::tag(&condition::state(&asked.snapshot), &bytes);
    if condition::unchanged(&asked.headers, &tag) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    (status, [(header::CONTENT_TYPE, media.to_owned()), (header::ETAG, tag)], bytes).into_response()
}

/// A value as JSON.
pub fn json(status: StatusCode, value: &serde_json::Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

/// A problem as it was asked for.
pub fn refused(asked: &Context, problem: &Problem) -> Response {
    // For those from whom something is hidden, what is hidden and what is not there get one answer.
    if problem.status == 404
        && !asked.reader.sight.hidden.is_empty()
        && let Some(gate) = asked.desk.gate.get()
    {
        let uri = format!("/?{}", asked.query).parse().unwrap_or_else(|_| Uri::from_static("/"));
        return access::refuse::nothing(gate, &asked.reader, !asked.json, &asked.headers, &uri);
    }
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if asked.json {
        let body = serde_json::to_vec(problem).unwrap_or_default();
        return (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
    }
    let shell = Shell::of(asked, "");
    let page = shell.problem(problem, &asked.fields);
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.into_string()).into_response()
}

/// The path and query of a request, for links to the same page in another form.
#[must_use]
pub fn here(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| uri.path().to_owned(), |p| p.as_str().to_owned())
}
