//! A change that is sent again is not made again: `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header). Per account and key the digest
//! of the request and the answer are kept for a day in a file of the desk, so that a retry after a restart gives the same answer.
//!
//! Must not: show one account the answers of another, or take for not done what may have been done.

use crate::{
    desk::{problem::Problem, screen::Context},
    disk,
};
use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use std::{
    collections::BTreeSet,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt},
    path::Path,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// The file's name in the mission's folder `desk`.
pub const FILE: &str = "desk-answers.sqlite";

/// The request header.
pub const HEADER: &str = "idempotency-key";

/// The header of an answer that was given before.
pub const AGAIN: &str = "idempotency-replayed";

/// How long an answer is kept, in seconds.
pub const LIFE: i64 = 24 * 3600;

/// The most answers of one account; beyond it the oldest go.
pub const ANSWERS_MAX: i64 = 1000;

/// The most bytes of a key.
const KEY_MAX: usize = 200;

/// The most bytes of an answer.
const ANSWER_MAX: usize = 1 << 20;

const SCHEMA: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS answer (account TEXT NOT NULL, key TEXT NOT NULL, digest BLOB NOT NULL, at INTEGER NOT NULL, status INTEGER,
  media TEXT, location TEXT, body BLOB, PRIMARY KEY (account, key)) STRICT, WITHOUT ROWID;
";

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The status.
    pub status: u16,
    /// The content type.
    pub media: Option<String>,
    /// Where a form went on to.
    pub location: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// What is known of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nothing; from now on it is under way.
    New,
    /// It was answered.
    Answered(Kept),
    /// It belongs to another request.
    OfAnother,
    /// The same request is under way.
    UnderWay,
    /// The desk ended while it was under way: whether it was done is not known here.
    NotKnown,
}

/// The file with the answers.
#[derive(Debug)]
pub struct Answers {
    db: Mutex<Connection>,
    running: Mutex<BTreeSet<(String, String)>>,
}

impl Answers {
    /// Opens the file, or makes it, readable by its owner only; without a path, in memory.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(path: Option<&Path>) -> Result<Self, rusqlite::Error> {
        let db = match path {
            Some(path) => {
                let file = std::fs::OpenOptions::new()
                    .create(true)
                    .truncate(false)
                    .write(true)
                    .mode(disk::FILE_MODE)
                    .open(path)
                    .and_then(|f| f.set_permissions(PermissionsExt::from_mode(disk::FILE_MODE)));
                file.map_err(|_| rusqlite::Error::InvalidPath(path.to_owned()))?;
                Connection::open(path)?
            }
            None => Connection::open_in_memory()?,
        };
        db.busy_timeout(Duration::from_secs(5))?;
        db.execute_batch(SCHEMA)?;
        Ok(Self { db: Mutex::new(db), running: Mutex::default() })
    }

    /// Begins a request, or says what came of it before. What is older than [`LIFE`] is forgotten.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn begin(&self, account: &str, key: &str, digest: &[u8; 32], now: i64) -> Result<Known, rusqlite::Error> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let mut db = self.db.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute("DELETE FROM answer WHERE at < ?1", [now - LIFE])?;
        let ask = "SELECT digest, status, media, location, body FROM answer WHERE account = ?1 AND key = ?2";
        let found = tx
            .query_row(ask, params![account, key], |r| {
                let (of, status): (Vec<u8>, Option<u16>) = (r.get(0)?, r.get(1)?);
                let body = r.get::<_, Option<Vec<u8>>>(4)?.unwrap_or_default();
                Ok((of, status.map(|status| (status, r.get(2), r.get(3), body))))
            })
            .optional()?;
        let this = (account.to_owned(), key.to_owned());
        let known = match found {
            Some((of, _)) if of != digest => Known::OfAnother,
            Some((_, Some((status, media, location, body)))) => {
                Known::Answered(Kept { status, media: media?, location: location?, body })
            }
            Some((_, None)) if running.contains(&this) => Known::UnderWay,
            Some((_, None)) => Known::NotKnown,
            None => {
                let keep = "DELETE FROM answer WHERE account = ?1 AND status IS NOT NULL AND key IN
                    (SELECT key FROM answer WHERE account = ?1 AND status IS NOT NULL ORDER BY at DESC, key LIMIT -1 OFFSET ?2)";
                tx.execute(keep, params![account, ANSWERS_MAX - 1])?;
                let begin = "INSERT INTO answer (account, key, digest, at) VALUES (?1, ?2, ?3, ?4)";
                tx.execute(begin, params![account, key, &digest[..], now])?;
                running.insert(this);
                Known::New
            }
        };
        tx.commit()?;
        Ok(known)
    }

    /// Keeps the answer; `None` forgets the request: nothing was done, and it may be tried again with the same key.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end(&self, account: &str, key: &str, answer: Option<&Kept>) -> Result<(), rusqlite::Error> {
        let db = self.db.lock().unwrap_or_else(PoisonError::into_inner);
        match answer {
            Some(kept) => db.execute(
                "UPDATE answer SET status = ?3, media = ?4, location = ?5, body = ?6 WHERE account = ?1 AND key = ?2",
                params![account, key, kept.status, kept.media, kept.location, kept.body],
            )?,
            None => db.execute("DELETE FROM answer WHERE account = ?1 AND key = ?2", params![account, key])?,
        };
        Ok(())
    }

    fn left(&self, account: &str, key: &str) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.remove(&(account.to_owned(), key.to_owned()));
    }
}

/// It is under way until this goes, however it ends.
struct Way<'a> {
    answers: &'a Answers,
    account: &'a str,
    key: &'a str,
}

impl Drop for Way<'_> {
    fn drop(&mut self) {
        self.answers.left(self.account, self.key);
    }
}

/// The key of a request, as the draft writes it (`"…"`) or bare.
fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut all = headers.get_all(HEADER).iter();
    let Some(first) = all.next() else { return Ok(None) };
    let text = first.to_str().unwrap_or("").trim();
    let bare = text.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(text);
    let plain = !bare.is_empty() && bare.len() <= KEY_MAX && bare.bytes().all(|b| b.is_ascii_graphic() && b != b'"');
    if !plain || all.next().is_some() {
        let next = format!("Send one key of 1 to {KEY_MAX} visible characters of ASCII, such as a random UUID.");
        return Err(Problem::new(400, "The idempotency key cannot be read.", next).at("Idempotency-Key", "not a key"));
    }
    Ok(Some(bare.to_owned()))
}

/// Does a piece of work once for an account and a key. Blocks; to be called away from the threads that answer.
pub fn once(
    asked: Context,
    work: impl FnOnce(Context) -> Response,
    refuse: impl Fn(&Context, &Problem) -> Response,
) -> Response {
    let key = match key(&asked.headers) {
        Ok(key) => key,
        Err(problem) => return refuse(&asked, &problem),
    };
    // Nobody in particular keeps nothing: the only file that strangers send is a proof, and checking it changes nothing.
    let (Some(key), Some(account)) = (key, asked.reader.account.as_ref().map(|a| a.0.clone())) else {
        return work(asked);
    };
    let desk = std::sync::Arc::clone(&asked.desk);
    let answers = &desk.answers;
    let file = |e: rusqlite::Error| {
        Problem::new(503, format!("The answers of the desk cannot be kept: {e}."), "Nothing was done; try again.")
    };
    match answers.begin(&account, &key, &asked.digest, crate::clock::now()) {
        Ok(Known::New) => {}
        Ok(Known::Answered(kept)) => return again(kept),
        Ok(Known::OfAnother) => {
            let problem = Problem::new(
                422,
                "This idempotency key was sent with another request.",
                "Use a new key for another request; send the first one unchanged to have its answer.",
            );
            return refuse(&asked, &problem.at("Idempotency-Key", "used before"));
        }
        Ok(Known::UnderWay) => {
            let problem = Problem::new(
                409,
                "The request with this idempotency key is under way.",
                "Wait a moment, then send it again with the same key.",
            );
            return refuse(&asked, &problem.at("Idempotency-Key", "under way"));
        }
        Ok(Known::NotKnown) => {
            let problem = Problem::new(
                409,
                "The desk ended while the request with this idempotency key was under way. Whether it was done is not known.",
                "Look whether what it says stands in the record. If not, send it with a new key.",
            );
            return refuse(&asked, &problem.at("Idempotency-Key", "cut short"));
        }
        Err(e) => return refuse(&asked, &file(e)),
    }
    let way = Way { answers, account: &account, key: &key };
    let (parts, body) = work(asked).into_parts();
    // What was made here is whole: nothing is waited for.
    let bytes = tokio::runtime::Handle::current().block_on(to_bytes(body, ANSWER_MAX));
    let Ok(bytes) = bytes else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let text = |name| parts.headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok()).map(str::to_owned);
    let status = parts.status;
    let kept = Kept {
        status: status.as_u16(),
        media: text(header::CONTENT_TYPE),
        location: text(header::LOCATION),
        body: bytes.to_vec(),
    };
    // A precondition that failed, another's lock, a busy disk: nothing was done, and the same request may succeed later.
    let passing = matches!(
        status,
        StatusCode::CONFLICT
            | StatusCode::PRECONDITION_FAILED
            | StatusCode::TOO_MANY_REQUESTS
            | StatusCode::SERVICE_UNAVAILABLE
    );
    // If the answer cannot be kept, the request stays as begun: a retry is told that it is not known, and does nothing twice.
    let _ = answers.end(way.account, way.key, (!passing).then_some(&kept));
    Response::from_parts(parts, Body::from(bytes))
}

fn again(kept: Kept) -> Response {
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Body::from(kept.body)).into_response();
    let headers = response.headers_mut();
    for (name, value) in [(header::CONTENT_TYPE, kept.media), (header::LOCATION, kept.location)] {
        if let Some(value) = value.and_then(|v| HeaderValue::from_str(&v).ok()) {
            headers.insert(name, value);
        }
    }
    headers.insert(AGAIN, HeaderValue::from_static("true"));
    response
}
