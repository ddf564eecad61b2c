//! The server of a mission folder: gives out its files, and takes entries, notes and evidence that others send.
//!
//! Must not: trust a sender, or do more than one thing in the folder at a time. Who sends does not matter: what is sent proves
//! itself or is refused.

use crate::{
    clock,
    exchange::{
        disk::{Disk, Kept},
        layout::{self, Push},
        replica::{Refusal, Replica},
        report::Answer,
    },
    failure::Failure,
    keys::MemberName,
    mission::Mission,
    serve::{blocking, files, text, witness},
    witnessing::Witness,
};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Path, State},
    http::Uri,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{sync::Semaphore, time::timeout};

/// Requests that bring something, read at a time. The next ones are told to come back.
const SENDERS: usize = 8;

/// How long one may take to arrive.
const ARRIVAL: Duration = Duration::from_secs(300);

/// What the server of a folder works with.
#[derive(Debug)]
pub struct Folder {
    mission: Mission,
    witness: Option<Witness>,
    kept: Mutex<Kept>,
    senders: Semaphore,
}

impl Folder {
    /// The server of a mission folder, with this member's witness if it has one.
    #[must_use]
    pub fn new(mission: Mission, witness: Option<Witness>) -> Arc<Self> {
        let kept = Mutex::new(Kept::default());
        Arc::new(Self { mission, witness, kept, senders: Semaphore::new(SENDERS) })
    }

    /// Does something with what the folder holds, alone.
    fn with<T>(&self, work: impl FnOnce(&mut Replica<Disk>) -> T) -> Result<T, Failure> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.with(&self.mission, work)
    }

    /// Cosigns again what is held: so that the age of the newest cosignature shows that nothing newer is held back.
    pub fn refresh(&self) -> Result<(), Failure> {
        let Some(witness) = &self.witness else { return Ok(()) };
        self.with(|replica| replica.cosign(witness, clock::now())).and_then(|done| done.map(|_| ()))
    }
}

/// The routes.
pub fn routes(folder: Arc<Folder>) -> Router {
    Router::new()
        .route("/registers/{member}/entries", post(entries))
        .route("/registers/{member}/notes", post(note))
        .route("/evidence", post(evidence))
        .route("/witness/add-checkpoint", post(add_checkpoint))
        .route("/witness/{origin}/checkpoint", get(page))
        .fallback(get(file))
        .with_state(folder)
}

async fn file(State(folder): State<Arc<Folder>>, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/').to_owned();
    let api = path.starts_with("api/") || path.starts_with("ogc/");
    let found = blocking(move || {
        let mission = &folder.mission;
        files::file(&mission.root, &mission.file.id, &mission.member, &path)
    });
    match found.await.flatten() {
        Some(given) => {
            ([("content-type", given.media), ("cache-control", given.keeping.header())], given.bytes).into_response()
        }
        // Programs that ask the desk for what it does not have.
        None if api => {
            super::problem(404, "not-found", "There is no such thing", "See /openapi.json for what there is.")
        }
        None => text(404, "not here\n"),
    }
}

async fn entries(State(folder): State<Arc<Folder>>, Path(member): Path<String>, body: Body) -> Response {
    taken(folder, body, layout::PUSH_MAX, move |folder, bytes| {
        let Ok(member) = MemberName::parse(&member) else { return Answer::Refused("no member".to_owned()) };
        let push = match Push::parse(&bytes) {
            Ok(push) => push,
            Err(e) => return Answer::Refused(e.to_string()),
        };
        let now = clock::now();
        let held = folder.with(|replica| {
            let held = replica.receive(&member, &push, now)?;
            if let Some(witness) = &folder.witness {
                // A witness that will not cosign does not keep the entries out.
                let _ = replica.cosign_one(&member, witness, now);
            }
            Ok(held)
        });
        answer(held, Answer::Held)
    })
    .await
}

async fn note(State(folder): State<Arc<Folder>>, Path(member): Path<String>, body: Body) -> Response {
    taken(folder, body, layout::NOTE_MAX as usize, move |folder, bytes| {
        let Ok(member) = MemberName::parse(&member) else { return Answer::Refused("no member".to_owned()) };
        let brought = folder.with(|replica| {
            replica.receive_note(&member, &bytes)?;
            Ok(replica.copies().get(&member).map_or(0, crate::exchange::copy::Copy::size))
        });
        answer(brought, Answer::Held)
    })
    .await
}

async fn evidence(State(folder): State<Arc<Folder>>, body: Body) -> Response {
    taken(folder, body, layout::EVIDENCE_FILE_MAX as usize, move |folder, bytes| {
        answer(folder.with(|replica| replica.keep_evidence(&bytes)), |new| Answer::Held(u64::from(new)))
    })
    .await
}

/// Reads a body within its bounds, and lets the folder have it.
async fn taken(
    folder: Arc<Folder>,
    body: Body,
    max: usize,
    work: impl FnOnce(&Folder, Bytes) -> Answer + Send + 'static,
) -> Response {
    let Ok(_place) = folder.senders.try_acquire() else { return busy() };
    let bytes = match timeout(ARRIVAL, to_bytes(body, max)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return text(413, format!("more than {max} bytes, or cut off\n")),
        Err(_) => return text(408, "too slow\n"),
    };
    let there = Arc::clone(&folder);
    match blocking(move || work(&there, bytes)).await {
        Some(answer) => {
            let (status, body) = answer.to_http();
            text(status, body)
        }
        None => text(500, "not stored\n"),
    }
}

fn busy() -> Response {
    (axum::http::StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "1")], "come back later\n").into_response()
}

fn answer<T>(done: Result<Result<T, Refusal>, Failure>, held: impl FnOnce(T) -> Answer) -> Answer {
    match done {
        Ok(Ok(done)) => held(done),
        Ok(Err(refusal)) => Answer::of(&refusal),
        // What is wrong with our disk is not the sender's business.
        Err(_) => Answer::Refused("not stored".to_owned()),
    }
}

async fn add_checkpoint(State(folder): State<Arc<Folder>>, body: Body) -> Response {
    let Ok(_place) = folder.senders.try_acquire() else { return busy() };
    let bytes = match timeout(ARRIVAL, to_bytes(body, witness::BODY_MAX)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return text(413, "too long\n"),
        Err(_) => return text(408, "too slow\n"),
    };
    let there = Arc::clone(&folder);
    let done = blocking(move || {
        let Some(witness) = &there.witness else { return Ok(witness::none()) };
        let work = |replica: &mut Replica<Disk>| {
            witness::add_held(witness, replica.copies(), replica.own(), &bytes, clock::now()).map_err(|e| e.failure())
        };
        there.with(work).and_then(|done| done)
    });
    match done.await {
        Some(Ok(answer)) => witness::response(answer),
        Some(Err(_)) | None => text(500, "not stored\n"),
    }
}

async fn page(State(folder): State<Arc<Folder>>, Path(origin): Path<String>) -> Response {
    blocking(move || folder.witness.as_ref().map_or_else(witness::none, |w| witness::page(w, &origin)))
        .await
        .map_or_else(|| text(500, "not read\n"), witness::response)
}
