//! The C2SP tlog-witness protocol (v1.0.0): `add-checkpoint`, and the monitoring page.
//!
//! Must not: answer before the state is on the disk, check and store in two steps that another request can come between,
//! or say more about why than the specification does.

use crate::{
    exchange::copy::{self, Copy},
    keys::MemberName,
    serve::{Limits, blocking, text},
    witnessing::{Witness, WitnessError},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    evidence::Evidence,
    hash::Hash,
    note::VerifierKey,
    witness::{Answer, Decision, Malformed, Request, TEXT_TYPE, cosigned, decide},
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Path, State},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::time::timeout;

/// Largest request: the longest proof (63 hashes), and a checkpoint with room for a few ML-DSA-44 signatures.
pub const BODY_MAX: usize = 16 << 10;

/// How long a request may take to arrive.
const ARRIVAL: Duration = Duration::from_secs(20);

/// An answer as HTTP.
pub(crate) fn response(answer: Answer) -> Response {
    let status = axum::http::StatusCode::from_u16(answer.status).unwrap_or_default();
    (status, [("content-type", answer.content_type), ("cache-control", "no-cache")], answer.body).into_response()
}

/// What one who is no witness answers.
pub(crate) fn none() -> Answer {
    plain(404, "no such log\n")
}

fn plain(status: u16, body: impl Into<String>) -> Answer {
    Answer { status, content_type: TEXT_TYPE, body: body.into() }
}

fn malformed(why: Malformed) -> Answer {
    Decision::Malformed(why).refusal().unwrap_or_else(none)
}

/// Answers a request about a log whose keys are known. `hold` has the last word before anything is cosigned.
pub fn add(
    witness: &Witness,
    request: &Request,
    keys: &[VerifierKey],
    hold: impl FnOnce(&Checkpoint) -> bool,
    now: i64,
) -> Result<Answer, WitnessError> {
    let origin = &request.checkpoint().origin;
    if keys.is_empty() {
        return Ok(none());
    }
    witness.alone(origin, |last| {
        let held = last.as_ref().map(|l| (l.checkpoint.size, l.checkpoint.root));
        let decision = decide(held, request, keys);
        if let (Decision::TwoRoots { .. }, Some(last)) = (&decision, &last) {
            // The log signed two roots of one size. Whoever keeps a witness has the proof of it.
            let proof = keys.iter().find_map(|k| Evidence::two_checkpoints((&last.note, k), (request.note(), k)).ok());
            if let Some(proof) = proof {
                witness.keep_evidence(&proof)?;
            }
        }
        if let Some(refusal) = decision.refusal() {
            return Ok(refusal);
        }
        if !hold(request.checkpoint()) {
            return Ok(plain(503, "this witness cosigns what it holds in full; send the entries first\n"));
        }
        // A clock that went back does not make a witness contradict itself.
        let now = u64::try_from(now).unwrap_or_default().max(last.map_or(0, |l| l.time));
        Ok(cosigned(&[witness.cosign(request.note(), origin, now)?]))
    })
}

/// Answers a request about a register that is held here: only what is held in full, and has one history, is cosigned.
pub fn add_held(
    witness: &Witness,
    copies: &BTreeMap<MemberName, Copy>,
    own: &MemberName,
    body: &[u8],
    now: i64,
) -> Result<Answer, WitnessError> {
    let request = match Request::parse(body) {
        Ok(request) => request,
        Err(e) => return Ok(malformed(Malformed::Form(e))),
    };
    let Checkpoint { origin, size, .. } = request.checkpoint();
    let Some(copy) = copies.values().find(|c| c.origin() == origin && c.member() != own) else {
        return Ok(none());
    };
    let size = *size;
    let keys = copy.keyring().into_iter().flat_map(|k| k.checkpoint_keys().filter(move |k| k.valid_at(size)));
    let keys: Vec<VerifierKey> = keys.filter_map(copy::verifier).collect();
    add(witness, &request, &keys, |c| copy.tree().root_at(c.size) == Ok(c.root), now)
}

/// The page of an origin, named by its SHA-256 in hexadecimal.
#[must_use]
pub fn page(witness: &Witness, origin: &str) -> Answer {
    let digest: Option<Hash> = if origin.len() == 64 { origin.parse().ok() } else { None };
    match digest.map(|d| witness.page(&d)) {
        Some(Ok(Some(bytes))) => plain(200, String::from_utf8_lossy(&bytes).into_owned()),
        Some(Ok(None)) | None => none(),
        Some(Err(_)) => plain(500, "not read\n"),
    }
}

/// A witness for logs of others, by their keys.
#[derive(Debug)]
pub struct Standing {
    witness: Witness,
    logs: BTreeMap<String, Vec<VerifierKey>>,
}

impl Standing {
    /// A witness for the logs of these keys: the name of a key is the origin of its log.
    #[must_use]
    pub fn new(witness: Witness, keys: impl IntoIterator<Item = VerifierKey>) -> Arc<Self> {
        let mut logs: BTreeMap<String, Vec<VerifierKey>> = BTreeMap::new();
        for key in keys {
            logs.entry(key.name().to_owned()).or_default().push(key);
        }
        Arc::new(Self { witness, logs })
    }

    /// Answers the body of a request.
    pub fn add(&self, body: &[u8], now: i64) -> Result<Answer, WitnessError> {
        let request = match Request::parse(body) {
            Ok(request) => request,
            Err(e) => return Ok(malformed(Malformed::Form(e))),
        };
        let keys = self.logs.get(&request.checkpoint().origin).map_or(&[][..], Vec::as_slice);
        add(&self.witness, &request, keys, |_| true, now)
    }
}

/// The routes of a standing witness. Submission and monitoring prefix are both the root.
pub fn routes(standing: Arc<Standing>) -> Router {
    Router::new()
        .route("/add-checkpoint", post(submit))
        .route("/{origin}/checkpoint", get(monitor))
        .with_state(standing)
}

async fn submit(State(standing): State<Arc<Standing>>, body: Body) -> Response {
    let bytes = match timeout(ARRIVAL, to_bytes(body, BODY_MAX)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return text(413, "too long\n"),
        Err(_) => return text(408, "too slow\n"),
    };
    match blocking(move || standing.add(&bytes, crate::clock::now())).await {
        Some(Ok(answer)) => response(answer),
        Some(Err(_)) | None => text(500, "not stored\n"),
    }
}

async fn monitor(State(standing): State<Arc<Standing>>, Path(origin): Path<String>) -> Response {
    blocking(move || page(&standing.witness, &origin)).await.map_or_else(|| text(500, "not read\n"), response)
}

/// Bounds of a witness: its requests are small, so many may come at a time.
#[must_use]
pub fn limits() -> Limits {
    Limits { connections: 256, ..Limits::default() }
}
