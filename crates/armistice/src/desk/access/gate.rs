//! The layers in front of every route: headers, the host, rates, who asks, and that a form was ours.
//!
//! Must not: decide who may do what; that is [`super::role`]. Nothing here is logged.

use super::{
    cookie::{Cookies, Kind},
    csrf::{self, From},
    frame::{self, Frame},
    headers,
    held::{Form, Holder},
    limit::{Budget, Meter, Rates},
    passkey::Passkeys,
    password::{Cost, Hasher},
    reader::{AccountId, Reader},
    refuse,
    role::Role,
    secret,
    session::{Found, Lives},
    store::{Store, StoreError},
};
use crate::{
    failure::{Exit, Failure},
    serve::{blocking, listen::Caller},
};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, FromRequestParts, Request, State},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    middleware::{Next, from_fn_with_state},
    response::Response,
};
use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::Semaphore;

/// Passwords that are hashed at a time: each takes memory.
const HASHING: usize = 2;

/// How the desk is reached, and what it costs to come in.
#[derive(Clone)]
pub struct Settings {
    /// Where browsers see the desk, `https://desk.example.org`. `None`: on this machine only, by loopback names.
    pub origin: Option<String>,
    /// Other names by which the desk may be asked for, without port.
    pub hosts: Vec<String>,
    /// Whether a web server stands in front and says who asks (the last address of `x-forwarded-for`).
    pub proxied: bool,
    /// The port on loopback, for passkeys of `http://localhost:PORT`.
    pub port: u16,
    /// What a password's hash costs.
    pub cost: Cost,
    /// How long sessions live.
    pub lives: Lives,
    /// How often one may ask.
    pub rates: Rates,
    /// Seconds since 1970.
    pub clock: Arc<dyn Fn() -> i64 + Send + Sync>,
    /// Puts a page's body into the shell of the desk.
    pub frame: Frame,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("origin", &self.origin).field("hosts", &self.hosts).finish_non_exhaustive()
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            origin: None,
            hosts: Vec::new(),
            proxied: false,
            port: 8650,
            cost: Cost::default(),
            lives: Lives::default(),
            rates: Rates::default(),
            clock: Arc::new(crate::clock::now),
            frame: Arc::new(frame::plain),
        }
    }
}

/// What stands in front of the desk. Cheap to clone.
#[derive(Clone)]
pub struct Gate(Arc<Inner>);

/// What a gate is made of; its parts are for this module only.
pub struct Inner {
    pub(super) settings: Settings,
    pub(super) store: Store,
    pub(super) hasher: Hasher,
    pub(super) hashing: Semaphore,
    pub(super) passkeys: Option<Passkeys>,
    pub(super) cookies: Cookies,
    pub(super) holder: Holder,
    meter: Meter,
    key: [u8; 32],
    proxied: std::hash::RandomState,
    denials: AtomicU64,
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gate")
    }
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gate")
    }
}

impl std::ops::Deref for Gate {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Gate {
    /// A gate before a store.
    pub fn new(store: Store, settings: Settings) -> Result<Self, Failure> {
        let failed = |what: String| Failure::new(Exit::Failed, what, "Start it again.");
        let hasher = Hasher::new(settings.cost).map_err(|e| failed(e.to_string()))?;
        let tls = settings.origin.as_deref().is_some_and(|o| o.starts_with("https://"));
        let seen = settings.origin.clone().unwrap_or_else(|| format!("http://localhost:{}", settings.port));
        Ok(Self(Arc::new(Inner {
            passkeys: Passkeys::at(&seen),
            cookies: Cookies { tls, desk: store.desk().chars().take(8).collect() },
            hasher,
            hashing: Semaphore::new(HASHING),
            holder: Holder::default(),
            meter: Meter::default(),
            key: secret::bytes().map_err(|e| failed(e.to_string()))?,
            proxied: std::hash::RandomState::new(),
            denials: AtomicU64::new(0),
            settings,
            store,
        })))
    }

    /// The accounts.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Seconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.0.settings.clock)()
    }

    /// How many passwords were hashed.
    #[must_use]
    pub fn hashes(&self) -> u64 {
        self.0.hasher.done()
    }

    /// How many requests were refused since the start: hosts, origins, tokens, rights. A number for the settings page.
    #[must_use]
    pub fn denials(&self) -> u64 {
        self.0.denials.load(Ordering::Relaxed)
    }

    pub(super) fn count_denial(&self) {
        self.0.denials.fetch_add(1, Ordering::Relaxed);
    }

    /// What forms carry that belong to a cookie of one who is not signed in.
    pub(super) fn form_token(&self, cookie: &str) -> String {
        csrf::of_cookie(&self.0.key, cookie)
    }

    /// Puts the gate in front of a router: of the routes of the desk, not of what other members fetch.
    pub fn guard<S: Clone + Send + Sync + 'static>(&self, router: Router<S>) -> Router<S> {
        router.layer(from_fn_with_state(self.clone(), enter))
    }

    /// Puts the headers on the answers of a router that has no readers: what other members fetch.
    pub fn headers<S: Clone + Send + Sync + 'static>(&self, router: Router<S>) -> Router<S> {
        router.layer(from_fn_with_state(self.clone(), dress))
    }

    /// Does something with the store, away from the threads that answer.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store, i64) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (gate, now) = (self.clone(), self.now());
        blocking(move || work(gate.store(), now)).await.unwrap_or(Err(StoreError::Refused("access-failed")))
    }

    /// The names by which this desk may be asked for.
    fn knows_host(&self, host: &str) -> bool {
        let name = host.strip_prefix('[').map_or_else(
            || host.rsplit_once(':').map_or(host, |(name, _)| name),
            |rest| rest.split_once(']').map_or(rest, |(name, _)| name),
        );
        let ours = |known: &str| known.eq_ignore_ascii_case(name);
        let settings = &self.0.settings;
        settings.origin.as_deref().and_then(|o| o.split_once("://")).is_some_and(|(_, h)| h.eq_ignore_ascii_case(host))
            || settings.hosts.iter().any(|h| ours(h))
            || ["localhost", "127.0.0.1", "::1"].iter().any(|h| ours(h))
    }

    /// The origins of our own pages, for a request to a host.
    fn origins(&self, host: &str) -> Vec<String> {
        let mut out: Vec<String> = self.0.settings.origin.iter().cloned().collect();
        // On loopback without TLS the page's origin is the very host that was asked for.
        if !self.0.cookies.tls {
            out.push(format!("http://{host}"));
        }
        out
    }

    fn caller(&self, request: &Request) -> u64 {
        if self.0.settings.proxied {
            let said = request.headers().get_all("x-forwarded-for").iter().next_back();
            let last = said.and_then(|v| v.to_str().ok()).and_then(|v| v.rsplit(',').next()).map(str::trim);
            if let Some(address) = last.and_then(|a| a.parse::<IpAddr>().ok()) {
                return Caller::of(&self.0.proxied, address).0;
            }
        }
        request.extensions().get::<ConnectInfo<Caller>>().map_or(0, |c| c.0.0)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Gate {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Gate>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

async fn dress(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    headers::put(answer.headers_mut(), false, gate.cookies.tls);
    answer
}

/// Paths that everybody gets, without a look at who asks: no cookie is read or set there.
fn is_open(path: &str) -> bool {
    path.starts_with("/assets/") || path == "/public" || path.starts_with("/public/")
}

/// Paths where somebody tries to come in.
fn is_door(request: &Request) -> bool {
    let path = request.uri().path();
    let door = ["/sign-in", "/invitation", "/passkey/sign-in"].iter().any(|p| path.starts_with(p));
    door && (csrf::changes(request.method()) || request.uri().query().is_some_and(|q| q.contains("link=")))
}

async fn enter(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let open = is_open(request.uri().path());
    let machine = request.uri().path().starts_with("/api/") || request.uri().path().starts_with("/ogc");
    let mut answer = through(&gate, request, next, open).await;
    if machine && answer.status() == StatusCode::METHOD_NOT_ALLOWED {
        answer = refuse::method(answer);
    }
    headers::put(answer.headers_mut(), !open, gate.cookies.tls);
    if open {
        answer.headers_mut().remove(header::SET_COOKIE);
    }
    answer
}

async fn through(gate: &Gate, mut request: Request, next: Next, open: bool) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|v| v.to_str().ok())
        .or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str))
        .unwrap_or_default()
        .to_owned();
    if !gate.knows_host(&host) {
        gate.count_denial();
        return refuse::sentence(
            421,
            request.headers(),
            "This desk does not answer to that name. Start it with --host NAME, or open the address that it printed.",
        );
    }
    let budget = match () {
        () if is_door(&request) => Budget::SignIn,
        () if csrf::changes(request.method()) => Budget::Write,
        () => Budget::Read,
    };
    if let Err(wait) = gate.meter.take(gate.caller(&request), budget, &gate.settings.rates, gate.now()) {
        gate.count_denial();
        return refuse::later(wait);
    }
    request.extensions_mut().insert(gate.clone());
    if open {
        request.extensions_mut().insert(Reader::public());
        return next.run(request).await;
    }
    let known = match recognise(gate, request.headers(), request.method()).await {
        Ok(known) => known,
        Err(status) => return refuse::token(status),
    };
    let Known { reader, fresh, ended, lost } = known;
    let mut answer = if csrf::changes(request.method()) && reader.scopes.is_none() {
        request.extensions_mut().insert(reader.clone());
        meant(gate, &host, reader, ended, request, next).await
    } else {
        request.extensions_mut().insert(reader);
        next.run(request).await
    };
    let sets = |answer: &Response, kind| {
        let name = gate.cookies.name(kind);
        answer.headers().get_all(header::SET_COOKIE).iter().any(|v| v.as_bytes().starts_with(name.as_bytes()))
    };
    if !sets(&answer, Kind::Session) {
        let cookie = match fresh {
            Some(token) => gate.cookies.set(Kind::Session, token.reveal(), Some(gate.settings.lives.whole)),
            // Of no use any more; kept, it would only be asked about again.
            None if lost => gate.cookies.clear(Kind::Session),
            None => None,
        };
        if let Some(cookie) = cookie {
            answer.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    answer
}

struct Known {
    reader: Reader,
    fresh: Option<secret::Secret>,
    ended: Option<AccountId>,
    lost: bool,
}

/// Who asks. An error is the status for a token that does not work.
async fn recognise(gate: &Gate, headers: &HeaderMap, method: &Method) -> Result<Known, u16> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let text = value.to_str().ok().and_then(|v| v.strip_prefix("Bearer ").or_else(|| v.strip_prefix("bearer ")));
        let text = text.ok_or(401_u16)?.trim().to_owned();
        let found = gate.ask(move |store, now| {
            let Some(bearer) = store.find_token(&text, now)? else { return Ok(None) };
            let sight = store.sight(Some(&bearer.account))?;
            Ok(Some((bearer, sight)))
        });
        let (bearer, sight) = found.await.map_err(|_| 500_u16)?.ok_or(401_u16)?;
        let reader = Reader {
            role: bearer.role,
            account: Some(bearer.account),
            name: bearer.name,
            scopes: Some(bearer.scopes),
            language: bearer.language,
            sight: Arc::new(sight),
            ..Reader::public()
        };
        return Ok(Known { reader, fresh: None, ended: None, lost: false });
    }
    let mut reader = Reader::public();
    if let Some(form) = gate.cookies.find(headers, Kind::Form) {
        reader.csrf = csrf::of_cookie(&gate.0.key, &form);
    }
    let Some(token) = gate.cookies.find(headers, Kind::Session) else {
        return Ok(Known { reader, fresh: None, ended: None, lost: false });
    };
    // A new token goes out with pages only: answers that scripts fetch side by side could cross each other.
    let page = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("text/html"));
    let turns = page && *method == Method::GET;
    let lives = gate.settings.lives;
    let found = gate.ask(move |store, now| {
        let found = store.find_session(&token, lives, turns, now)?;
        let sight = match &found {
            Found::Live(live) => store.sight(Some(&live.account))?,
            Found::Ended(_) | Found::None => super::reader::Sight::default(),
        };
        Ok((found, sight))
    });
    match found.await.map_err(|_| 500_u16)? {
        (Found::Live(live), sight) => {
            let reader = Reader {
                role: live.role,
                account: Some(live.account),
                name: live.name,
                session: Some(live.id),
                scopes: None,
                language: live.language,
                sight: Arc::new(sight),
                last_visit: live.visit,
                csrf: live.form,
            };
            Ok(Known { reader, fresh: live.fresh, ended: None, lost: false })
        }
        (Found::Ended(account), _) => Ok(Known { reader, fresh: None, ended: Some(account), lost: false }),
        (Found::None, _) => Ok(Known { reader, fresh: None, ended: None, lost: true }),
    }
}

/// A request that changes something, by a person: is it meant?
async fn meant(
    gate: &Gate,
    host: &str,
    reader: Reader,
    ended: Option<AccountId>,
    request: Request,
    next: Next,
) -> Response {
    let from = csrf::from(request.headers(), &gate.origins(host));
    if from == From::Elsewhere {
        gate.count_denial();
        return refuse::sentence(
            403,
            request.headers(),
            "This request came from another page. Open the desk itself and try again.",
        );
    }
    let (parts, body) = request.into_parts();
    let media = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let header = parts.headers.get(csrf::HEADER).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let urlencoded = media.starts_with("application/x-www-form-urlencoded");
    let (given, request) = if urlencoded && header.is_none() {
        let Ok(bytes) = to_bytes(body, super::routes::Class::Form.body_max()).await else {
            return refuse::sentence(413, &parts.headers, "That is more than a form may carry.");
        };
        let token = csrf::field(&bytes, csrf::FIELD);
        if reader.role == Role::Public
            && let Some(account) = ended
            && from == From::Here
            && let Some(answer) = keep(gate, &account, &parts, &bytes, &reader)
        {
            return answer;
        }
        (token, Request::from_parts(parts, Body::from(bytes)))
    } else {
        // A file is too long to look into before it is let in: its token stands in the address.
        let query = parts.uri.query().unwrap_or_default().as_bytes().to_vec();
        let token =
            header.or_else(|| media.starts_with("multipart/").then(|| csrf::field(&query, csrf::FIELD)).flatten());
        (token, Request::from_parts(parts, body))
    };
    if !csrf::matches(&reader.csrf, given.as_deref()) {
        gate.count_denial();
        return if reader.role == Role::Public && !is_door(&request) {
            refuse::sign_in(gate, &reader, request.uri(), request.headers())
        } else {
            refuse::sentence(
                403,
                request.headers(),
                "This form is out of date. Go back, load the page again, and send it once more.",
            )
        };
    }
    next.run(request).await
}

/// Keeps what was typed for one whose session has ended, and asks to sign in.
fn keep(gate: &Gate, account: &AccountId, parts: &Parts, bytes: &Bytes, reader: &Reader) -> Option<Response> {
    let path = parts.uri.path_and_query().map_or("/", axum::http::uri::PathAndQuery::as_str);
    if path.starts_with("/sign") || path.starts_with("/invitation") {
        return None;
    }
    let fields = csrf::fields(bytes).into_iter().filter(|(n, _)| n != csrf::FIELD && !n.contains("password")).collect();
    let token = gate.0.holder.keep(account, &Form { path: path.to_owned(), fields }, gate.now())?;
    let cookie = gate.cookies.set(Kind::Held, &token, Some(super::held::LIFE))?;
    let mut answer = refuse::sign_in(gate, reader, &"/held".parse().ok()?, &parts.headers);
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    Some(answer)
}
