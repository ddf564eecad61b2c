//! The C2SP tlog-witness protocol (v1.0.0): `add-checkpoint`, and the monitoring page.
//!
//! Must not: answer before the state is on the disk, check and store in two steps that another request can come between,
//! or say more about why than the specification does.

use crate::{
    exchange::copy::{self, Copy},
    keys::MemberName,
    serve::{Limits, blocking, text},
    witnessing::{Cosigned, Witness, WitnessError},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    hash::Hash,
    note::{Note, VerifierKey},
    tree::verify_consistency,
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Path, State},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use data_encoding::BASE64;
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::time::timeout;

/// Largest request: the longest proof (63 hashes), and a checkpoint with room for a few ML-DSA-44 signatures.
pub const BODY_MAX: usize = 16 << 10;

/// Hashes of a consistency proof that the specification allows.
const PROOF_MAX: usize = 63;

/// How long a request may take to arrive.
const ARRIVAL: Duration = Duration::from_secs(20);

/// What is asked of a witness: to move from a tree that it cosigned to a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Size of the tree that the client believes was cosigned last.
    pub old: u64,
    /// Consistency of the two trees.
    pub proof: Vec<Hash>,
    /// The checkpoint, signed by its log.
    pub note: Note,
}

impl Request {
    /// Reads the body of a request. None: malformed.
    #[must_use]
    pub fn parse(body: &[u8]) -> Option<Self> {
        let end = body.windows(2).position(|w| w == b"\n\n")?;
        let mut lines = std::str::from_utf8(body.get(..end)?).ok()?.split('\n');
        let old = lines.next()?.strip_prefix("old ")?;
        let canonical = old.bytes().all(|b| b.is_ascii_digit()) && (old == "0" || !old.starts_with('0'));
        let old = canonical.then(|| old.parse().ok()).flatten()?;
        let mut proof = Vec::new();
        for line in lines {
            if proof.len() == PROOF_MAX {
                return None;
            }
            proof.push(Hash::from_bytes(BASE64.decode(line.as_bytes()).ok()?.try_into().ok()?));
        }
        Some(Self { old, proof, note: Note::parse(body.get(end + 2..)?).ok()? })
    }

    /// The body of a request.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let proof: String = self.proof.iter().map(|h| BASE64.encode(h.as_bytes()) + "\n").collect();
        [format!("old {}\n{proof}\n", self.old).into_bytes(), self.note.to_bytes()].concat()
    }
}

/// Status, media type and text of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Media type.
    pub media: &'static str,
    /// The text.
    pub body: String,
}

impl Answer {
    fn plain(status: u16, body: impl Into<String>) -> Self {
        Self { status, media: "text/plain; charset=utf-8", body: body.into() }
    }

    /// Another size was cosigned last: this one.
    fn conflict(size: u64) -> Self {
        Self { status: 409, media: "text/x.tlog.size", body: format!("{size}\n") }
    }

    /// There is no witness here.
    #[must_use]
    pub fn none() -> Self {
        Self::plain(404, "no such log\n")
    }

    /// As a response.
    #[must_use]
    pub fn into_response(self) -> Response {
        let status = axum::http::StatusCode::from_u16(self.status).unwrap_or_default();
        (status, [("content-type", self.media), ("cache-control", "no-cache")], self.body).into_response()
    }
}

/// What is checked before the state is looked at.
fn trusted(request: &Request, keys: &[VerifierKey]) -> Result<Checkpoint, Answer> {
    let checkpoint = Checkpoint::parse(request.note.text()).map_err(|_| Answer::plain(400, "not a checkpoint\n"))?;
    if request.old > checkpoint.size {
        return Err(Answer::plain(400, "the old size is larger than the checkpoint's\n"));
    }
    let signed = |k: &VerifierKey| request.note.verify(k);
    if keys.iter().any(|k| signed(k).is_err()) || !keys.iter().any(|k| matches!(signed(k), Ok(Some(_)))) {
        return Err(Answer::plain(403, "not signed by a key that is trusted for this log\n"));
    }
    Ok(checkpoint)
}

/// Holds a request against what was cosigned last. None: it may be cosigned.
fn refused(request: &Request, checkpoint: &Checkpoint, last: Option<&Cosigned>) -> Option<Answer> {
    let (size, root) = last.map_or((0, None), |l| (l.checkpoint.size, Some(l.checkpoint.root)));
    if request.old != size {
        return Some(Answer::conflict(size));
    }
    let root = root.unwrap_or_else(armistice_tlog::hash::empty_root);
    if size == checkpoint.size && root != checkpoint.root {
        return Some(Answer::conflict(size));
    }
    let held = verify_consistency(size, checkpoint.size, &request.proof, &root, &checkpoint.root);
    held.err().map(|_| Answer::plain(422, "the consistency proof does not hold\n"))
}

/// Answers a request about a log whose keys are known.
pub fn add(
    witness: &Witness,
    request: &Request,
    keys: &[VerifierKey],
    hold: impl FnOnce(&Checkpoint) -> bool,
    now: i64,
) -> Result<Answer, WitnessError> {
    let checkpoint = match trusted(request, keys) {
        Ok(checkpoint) => checkpoint,
        Err(answer) => return Ok(answer),
    };
    witness.alone(&checkpoint.origin, |last| {
        if let Some(answer) = refused(request, &checkpoint, last.as_ref()) {
            return Ok(answer);
        }
        if !hold(&checkpoint) {
            return Ok(Answer::plain(503, "this witness cosigns what it holds in full; send the entries first\n"));
        }
        // A clock that went back does not make a witness contradict itself.
        let now = u64::try_from(now).unwrap_or_default().max(last.map_or(0, |l| l.time));
        let line = witness.cosign(&request.note, &checkpoint.origin, now)?;
        Ok(Answer::plain(200, format!("{}\n", line.to_line())))
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
    let Some(request) = Request::parse(body) else { return Ok(Answer::plain(400, "malformed\n")) };
    let origin = request.note.text().lines().next().unwrap_or_default();
    let Some(copy) = copies.values().find(|c| c.origin() == origin && c.member() != own) else {
        return Ok(Answer::none());
    };
    let size = Checkpoint::parse(request.note.text()).map_or(0, |c| c.size);
    let keys = copy.keyring().into_iter().flat_map(|k| k.checkpoint_keys().filter(move |k| k.valid_at(size)));
    let keys: Vec<VerifierKey> = keys.filter_map(copy::verifier).collect();
    add(witness, &request, &keys, |c| copy.tree().root_at(c.size) == Ok(c.root), now)
}

/// The page of an origin, named by its SHA-256 in hexadecimal.
#[must_use]
pub fn page(witness: &Witness, origin: &str) -> Answer {
    let digest: Option<Hash> = if origin.len() == 64 { origin.parse().ok() } else { None };
    match digest.map(|d| witness.page(&d)) {
        Some(Ok(Some(bytes))) => Answer::plain(200, String::from_utf8_lossy(&bytes).into_owned()),
        Some(Ok(None)) | None => Answer::none(),
        Some(Err(_)) => Answer::plain(500, "not read\n"),
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
        let Some(request) = Request::parse(body) else { return Ok(Answer::plain(400, "malformed\n")) };
        let origin = request.note.text().lines().next().unwrap_or_default();
        match self.logs.get(origin) {
            Some(keys) => add(&self.witness, &request, keys, |_| true, now),
            None => Ok(Answer::none()),
        }
    }
}

/// The routes of a standing witness. Submission and monitoring prefix are both the root.
pub fn routes(standing: Arc<Standing>) -> Router {
    Router::new().route("/add-checkpoint", post(submit)).route("/{origin}/checkpoint", get(monitor)).with_state(standing)
}

async fn submit(State(standing): State<Arc<Standing>>, body: Body) -> Response {
    let bytes = match timeout(ARRIVAL, to_bytes(body, BODY_MAX)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return text(413, "too long\n"),
        Err(_) => return text(408, "too slow\n"),
    };
    match blocking(move || standing.add(&bytes, crate::clock::now())).await {
        Some(Ok(answer)) => answer.into_response(),
        Some(Err(_)) | None => text(500, "not stored\n"),
    }
}

async fn monitor(State(standing): State<Arc<Standing>>, Path(origin): Path<String>) -> Response {
    blocking(move || page(&standing.witness, &origin)).await.map_or_else(|| text(500, "not read\n"), Answer::into_response)
}

/// Bounds of a witness: its requests are small, so many may come at a time.
#[must_use]
pub fn limits() -> Limits {
    Limits { connections: 256, ..Limits::default() }
}
