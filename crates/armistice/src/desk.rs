//! The desk: the web interface in which the work is done. Pages are made here, work without scripts, and have a JSON twin from the same struct.
//!
//! Must not: judge, or ask another host for anything.
//!
//! - [`snapshot`]: what the registers say now.
//! - [`index`], [`query`], [`export`]: lists, and exactly what was listed as files of other programs.
//! - [`access`]: who asks, and what they may do; every route is registered there.
//! - [`screen`], [`page`]: the screens and the shell around them. [`problem`]: what went wrong.
//! - [`jobs`]: one review of all that matches, in the background.
//! - [`locale`], [`assets`]: words, numbers and dates; the files of the browser.

pub mod access;
pub mod act;
pub mod api;
pub mod assets;
pub mod export;
pub mod feeds;
pub mod history;
pub mod index;
pub mod jobs;
pub mod locale;
pub mod page;
pub mod present;
pub mod problem;
pub mod query;
pub mod screen;
pub mod snapshot;

use self::{
    access::{Action, Framed, Gate, Reader, Routes, Settings, Store, Subject},
    locale::{Calendar, Digits, Locale, Wishes, choose},
    screen::{act, act_on, raw, show},
    snapshot::Snapshots,
};
use crate::{
    cli::demo,
    durable,
    failure::{Exit, Failure},
    mission::Mission,
};
use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, Uri, header},
    response::Response,
};
use std::sync::{Arc, Mutex, OnceLock};

/// What every handler has.
#[derive(Debug)]
pub struct Desk {
    /// The mission folder.
    pub mission: Mission,
    /// What the registers say.
    pub snapshots: Snapshots,
    /// What accounts keep: saved searches, visits.
    pub state: index::state::State,
    /// The gate in front, once there is one.
    pub gate: OnceLock<Gate>,
    /// What changes were answered with, for those who send them again.
    pub answers: api::once::Answers,
    /// One change at a time: what is checked before a change still holds when it is made.
    pub turn: Mutex<()>,
    /// Who looks at which page.
    pub present: present::Present,
    /// Work on all that matches a query, in the background.
    pub jobs: jobs::Jobs,
    /// The mission is the demonstration: every page says so.
    pub demonstration: bool,
}

impl Desk {
    /// Opens the desk of a mission folder, and composes what its registers hold.
    pub fn open(mission: Mission) -> Result<Arc<Self>, Failure> {
        let snapshots = Snapshots::open(&mission)?;
        let demonstration = mission.file.title == demo::TITLE;
        let folder = mission.root.join("desk");
        durable::create_folder(&folder).map_err(|e| Failure::from_error(&e))?;
        let state =
            index::state::State::open(Some(&folder.join("desk-state.sqlite"))).map_err(|e| Failure::from_error(&e))?;
        let answers = api::once::Answers::open(Some(&folder.join(api::once::FILE)));
        let answers = answers.map_err(|e| Failure::from_error(&e))?;
        Ok(Arc::new(Self {
            mission,
            snapshots,
            state,
            answers,
            turn: Mutex::new(()),
            gate: OnceLock::new(),
            present: present::Present::default(),
            jobs: jobs::Jobs::default(),
            demonstration,
        }))
    }

    /// The language of a request: asked for in the address, chosen before (a cookie), of the account, wanted by the browser.
    /// Moments are shown in the zone of the first agreement.
    #[must_use]
    pub fn locale(&self, headers: &HeaderMap, uri: &Uri, reader: &Reader) -> Locale {
        let asked = screen::pairs(uri.query().unwrap_or("").as_bytes());
        let text = |name| headers.get(name).and_then(|v: &axum::http::HeaderValue| v.to_str().ok());
        let kept = |name: &str| {
            let all = text(header::COOKIE)?;
            all.split(';').find_map(|c| c.trim().strip_prefix(name)?.strip_prefix('='))
        };
        let cookie = kept("lang");
        let language = choose(&Wishes {
            query: asked.iter().find(|(n, _)| n == "lang").map(|(_, v)| v.as_str()),
            cookie,
            account: reader.language.as_deref(),
            header: text(header::ACCEPT_LANGUAGE),
            mission: None,
        });
        let mut locale = Locale::of(language);
        if kept("digits") == Some("native") {
            locale = locale.with_digits(Digits::Native);
        }
        if kept("calendar") == Some("jalali") {
            locale = locale.with_calendar(Calendar::Jalali);
        }
        let zone = self.snapshots.now().files.first().map(|f| f.agreement.effective.zone.clone());
        match zone.and_then(|z| jiff::tz::TimeZone::get(&z).ok()) {
            Some(zone) => locale.with_zone(zone),
            None => locale,
        }
    }
}

/// The desk behind its gate, as it is served. `settings` says how it is reached; the shell is put in here.
pub fn app(desk: &Arc<Desk>, store: Store, settings: Settings) -> Result<(Router, Gate), Failure> {
    let shell = Arc::clone(desk);
    let frame: access::frame::Frame = Arc::new(move |framed: &Framed<'_>| {
        let snapshot = shell.snapshots.now();
        let around = page::Shell {
            locale: framed.locale,
            reader: framed.reader,
            snapshot: &snapshot,
            demonstration: shell.demonstration,
            place: "",
            look: page::Look::default(),
        };
        around.page(framed.title, framed.body.clone())
    });
    let gate = Gate::new(store, Settings { frame, ..settings })?;
    let routes = routes();
    if let Some(problem) = routes.problems().first() {
        return Err(Failure::new(Exit::Failed, format!("the routes of the desk: {problem}"), "Report this."));
    }
    // The first gate stays: a desk has one.
    let _ = desk.gate.set(gate.clone());
    let router = gate.guard(routes.into_router().with_state(Arc::clone(desk)));
    Ok((router, gate))
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    assets::answer(&name, &headers)
}

/// Every route of the desk.
#[must_use]
pub fn routes() -> Routes<Arc<Desk>> {
    use screen::{beside, case, history, home, incident, jobs, list, reader, review, sets};
    Routes::new()
        .page("/", Action::ReadWork, show(home::view))
        .get("/api/v1", Action::ReadWork, show(home::view))
        .page("/incidents", Action::ReadWork, show(list::incidents))
        .get("/api/v1/incidents", Action::ReadWork, show(list::incidents))
        .page("/claims", Action::ReadWork, show(list::claims))
        .get("/api/v1/claims", Action::ReadWork, show(list::claims))
        .page("/documents", Action::ReadWork, show(list::documents))
        .get("/api/v1/documents", Action::ReadWork, show(list::documents))
        .page("/cases", Action::ReadWork, show(list::cases))
        .get("/api/v1/cases", Action::ReadWork, show(list::cases))
        .page("/obligations", Action::ReadWork, show(list::obligations))
        .get("/api/v1/obligations", Action::ReadWork, show(list::obligations))
        .page("/ledgers/entries", Action::ReadWork, show(list::ledger))
        .get("/api/v1/ledgers/entries", Action::ReadWork, show(list::ledger))
        .page("/people", Action::ReadWork, show(list::people))
        .get("/api/v1/people", Action::ReadWork, show(list::people))
        .page("/cases/new", Action::CaseStep, show(case::new))
        .form("/cases/new", Action::CaseStep, act(case::receive))
        .post("/api/v1/cases", Action::CaseStep, act(case::receive))
        .page("/cases/{id}", Action::ReadWork, show(case::view))
        .get("/api/v1/cases/{id}", Action::ReadWork, show(case::view))
        .page("/cases/{id}/determination", Action::ReadWork, show(case::determination))
        .form("/cases/{id}/{step}", Action::CaseStep, act_on(case::step, Some(case::twin)))
        .post("/api/v1/cases/{id}/{step}", Action::CaseStep, act_on(case::step, Some(case::twin)))
        .page("/incidents/{id}", Action::ReadWork, show(incident::view))
        .get("/api/v1/incidents/{id}", Action::ReadWork, show(incident::view))
        .page("/claims/{id}", Action::ReadWork, show(review::view))
        .get("/api/v1/claims/{id}", Action::ReadWork, show(review::view))
        .form("/jobs", Action::Triage, act(jobs::start))
        .post("/api/v1/jobs", Action::Triage, act(jobs::start))
        .of(Subject::Mission)
        .page("/jobs/{id}", Action::Triage, show(jobs::view))
        .of(Subject::Mission)
        .get("/api/v1/jobs/{id}", Action::Triage, show(jobs::view))
        .of(Subject::Mission)
        .form("/jobs/{id}/undo", Action::Triage, act(jobs::undo))
        .of(Subject::Mission)
        .post("/api/v1/jobs/{id}/undo", Action::Triage, act(jobs::undo))
        .form("/claims/{id}/{verdict}", Action::Triage, act(review::say))
        .post("/api/v1/claims/{id}/{verdict}", Action::Triage, act(review::say))
        .page("/incidents/{id}/history", Action::ReadWork, show(history::view))
        .get("/api/v1/incidents/{id}/history", Action::ReadWork, show(history::view))
        .page("/documents/{id}", Action::ReadWork, show(reader::view))
        .get("/api/v1/documents/{id}", Action::ReadWork, show(reader::view))
        .page("/documents/{id}/beside/{other}", Action::ReadWork, show(beside::view))
        .get("/api/v1/documents/{id}/beside/{other}", Action::ReadWork, show(beside::view))
        .merge(access::routes())
        .of(Subject::Mission)
        .get("/assets/{name}", Action::ReadPublic, asset)
        .page("/search", Action::ReadWork, show(sets::everywhere))
        .get("/api/v1/search", Action::ReadWork, show(sets::everywhere))
        .get("/api/v1/map", Action::ReadWork, raw(sets::map))
        .of(Subject::Mission)
        .page("/export/{file}", Action::Export, raw(sets::file))
        .get("/api/v1/searches", Action::ReadWork, raw(sets::searches))
        .form("/searches", Action::ReadWork, act(sets::save))
        .page("/events", Action::ReadWork, feeds::events)
        .get("/feed.atom", Action::ReadWork, raw(feeds::atom))
        .get("/calendar.ics", Action::ReadWork, raw(feeds::calendar))
        .get("/openapi.json", Action::ReadPublic, raw(api::openapi))
        .get("/ogc", Action::ReadWork, raw(feeds::landing))
        .get("/ogc/conformance", Action::ReadWork, raw(feeds::conformance))
        .get("/ogc/collections", Action::ReadWork, raw(feeds::collections))
        .of(Subject::Mission)
        .get("/ogc/collections/{collection}", Action::ReadWork, raw(feeds::one))
        .of(Subject::Mission)
        .get("/ogc/collections/{collection}/items", Action::ReadWork, raw(feeds::items))
        .of(Subject::Mission)
        .get("/ogc/collections/{collection}/items/{feature}", Action::ReadWork, raw(feeds::item))
        .merge(screen::more::routes())
}
