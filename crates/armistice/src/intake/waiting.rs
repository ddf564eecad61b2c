//! Files that could not be taken in, with the cause, until they are taken in or somebody sets them aside. With the bytes where there
//! are some, so that they can be tried again without the file. In `desk/intake.sqlite` of the mission folder: no evidence, of this machine.
//!
//! Must not: forget a file by itself, keep the folder that a file came from, or keep bytes of a secret key.

use super::{Outcome, Refused, document_id};
use crate::{
    durable,
    failure::{Exit, Failure},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Serialize;
use std::{collections::BTreeSet, path::Path, time::Duration};

/// The folder that it stands in, which only its owner reads, and the file's name there.
pub const PLACE: (&str, &str) = ("desk", "intake.sqlite");

/// Bytes of one file that are kept for another try.
const BYTES_MAX: usize = 8 << 20;

/// Bytes of all of them.
const ALL_MAX: i64 = 256 << 20;

const SCHEMA: &str = "PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS waiting (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 BLOB, why TEXT NOT NULL,
  since INTEGER NOT NULL, last INTEGER NOT NULL, tries INTEGER NOT NULL, bytes BLOB, set_aside INTEGER) STRICT;
CREATE INDEX IF NOT EXISTS waiting_name ON waiting (name);
";

/// A file that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Waiting {
    /// Its number.
    pub id: i64,
    /// Its own name, without the folder.
    pub name: String,
    /// Why, and what to do.
    pub why: String,
    /// When it failed first: seconds since 1970.
    pub since: i64,
    /// When it failed last.
    pub last: i64,
    /// How often it was tried.
    pub tries: i64,
    /// Its bytes are here; else the file has to be chosen again.
    pub kept: bool,
}

fn failed(e: &rusqlite::Error) -> Failure {
    Failure::new(
        Exit::Failed,
        format!("the list of files that could not be taken in: {e}"),
        "Check the space on the disk and the permissions of the mission folder.",
    )
}

/// Opens the list; `None`: nothing ever failed here, and nothing is made.
fn open(root: &Path, make: bool) -> Result<Option<Connection>, Failure> {
    let folder = root.join(PLACE.0);
    let path = folder.join(PLACE.1);
    if !path.exists() {
        if !make {
            return Ok(None);
        }
        durable::create_folder(&folder).map_err(|e| Failure::from_error(&e))?;
    }
    let run = || -> rusqlite::Result<Connection> {
        let db = Connection::open(&path)?;
        db.busy_timeout(Duration::from_secs(5))?;
        db.execute_batch(SCHEMA)?;
        Ok(db)
    };
    run().map(Some).map_err(|e| failed(&e))
}

/// What waits, the newest failure first.
///
/// # Errors
/// When the list cannot be read.
pub fn all(root: &Path) -> Result<Vec<Waiting>, Failure> {
    let Some(db) = open(root, false)? else { return Ok(Vec::new()) };
    let run = || -> rusqlite::Result<Vec<Waiting>> {
        let mut ask = db.prepare(
            "SELECT id, name, why, since, last, tries, bytes IS NOT NULL FROM waiting WHERE set_aside IS NULL
             ORDER BY last DESC, id DESC",
        )?;
        let row = |r: &Row<'_>| {
            Ok(Waiting {
                id: r.get(0)?,
                name: r.get(1)?,
                why: r.get(2)?,
                since: r.get(3)?,
                last: r.get(4)?,
                tries: r.get(5)?,
                kept: r.get(6)?,
            })
        };
        ask.query_map([], row)?.collect()
    };
    run().map_err(|e| failed(&e))
}

/// The name and the bytes of one that waits; no bytes: they are not here.
///
/// # Errors
/// When the list cannot be read.
pub fn one(root: &Path, id: i64) -> Result<Option<(String, Option<Vec<u8>>)>, Failure> {
    let Some(db) = open(root, false)? else { return Ok(None) };
    let ask = "SELECT name, bytes FROM waiting WHERE id = ?1 AND set_aside IS NULL";
    db.query_row(ask, [id], |r| Ok((r.get(0)?, r.get(1)?))).optional().map_err(|e| failed(&e))
}

/// Somebody sets one aside. Its line stays in the file, and is listed no longer; its bytes go.
///
/// # Errors
/// When the list cannot be written.
pub fn set_aside(root: &Path, id: i64, now: i64) -> Result<bool, Failure> {
    let Some(db) = open(root, false)? else { return Ok(false) };
    let say = "UPDATE waiting SET set_aside = ?2, bytes = NULL WHERE id = ?1 AND set_aside IS NULL";
    db.execute(say, params![id, now]).map(|n| n == 1).map_err(|e| failed(&e))
}

/// Puts down what became of sources: refused ones wait, and those that were taken in wait no longer. `left` are those that a
/// failure left undone, with its cause.
///
/// # Errors
/// When the list cannot be written.
pub fn note(root: &Path, outcome: &Outcome, left: &[Refused], now: i64) -> Result<(), Failure> {
    let refused: Vec<&Refused> = outcome.refused.iter().chain(left).collect();
    let Some(mut db) = open(root, !refused.is_empty())? else { return Ok(()) };
    let run = || -> rusqlite::Result<()> {
        let tx = db.transaction()?;
        let taken = || outcome.added.iter().chain(&outcome.known);
        let ids: BTreeSet<&str> = taken().map(|(id, _)| id.as_str()).collect();
        let names: BTreeSet<&str> = taken().map(|(_, name)| name.as_str()).collect();
        let waiting: Vec<(i64, String, Option<[u8; 32]>)> = tx
            .prepare("SELECT id, name, sha256 FROM waiting WHERE set_aside IS NULL")?
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (id, name, sha256) in &waiting {
            // The same bytes are in, under whatever name; of one whose bytes nobody saw, its name is all there is to go by.
            let done = match sha256 {
                Some(sha256) => ids.contains(document_id(sha256).as_str()),
                None => names.contains(name.as_str()),
            };
            if done {
                tx.execute("DELETE FROM waiting WHERE id = ?1", [id])?;
            }
        }
        for r in refused {
            let (name, sha256) = (super::own_name(Path::new(&r.name)), r.sha256());
            let again = "UPDATE waiting SET why = ?2, last = ?3, tries = tries + 1
                         WHERE name = ?1 AND set_aside IS NULL AND sha256 IS ?4";
            if tx.prepare_cached(again)?.execute(params![name, r.why, now, sha256])? > 0 {
                continue;
            }
            let ask = "SELECT coalesce(sum(length(bytes)), 0) FROM waiting";
            let held: i64 = tx.query_row(ask, [], |row| row.get(0))?;
            let fits = |b: &&[u8]| {
                b.len() <= BYTES_MAX && held.saturating_add(i64::try_from(b.len()).unwrap_or(i64::MAX)) <= ALL_MAX
            };
            let bytes = r.bytes.as_deref().filter(fits);
            let put =
                "INSERT INTO waiting (name, sha256, why, since, last, tries, bytes) VALUES (?1, ?2, ?3, ?4, ?4, 1, ?5)";
            tx.prepare_cached(put)?.execute(params![name, sha256, r.why, now, bytes])?;
        }
        tx.commit()
    };
    run().map_err(|e| failed(&e))
}
