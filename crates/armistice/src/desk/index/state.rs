//! What accounts keep about lists: saved searches and their last visits. A file of its own, which is not rebuilt.
//!
//! Must not: hold anything that the registers say, or show one account what another keeps.

use super::{Access, Index, IndexError};
use crate::desk::query::{Kind, Query};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// The most saved searches of one account.
pub const SEARCHES_MAX: usize = 200;

/// The most bytes of a name.
const NAME_MAX: usize = 200;

/// The file's name in the mission's folder `desk`.
pub const FILE: &str = "desk-state.sqlite";

const SCHEMA: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS search (id INTEGER PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  address TEXT NOT NULL, created INTEGER NOT NULL, UNIQUE (account, name)) STRICT;
CREATE TABLE IF NOT EXISTS visit (account TEXT NOT NULL, list TEXT NOT NULL, mark INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (account, list)) STRICT, WITHOUT ROWID;
";

/// A search that an account keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedSearch {
    /// Its number.
    pub id: i64,
    /// What the account calls it.
    pub name: String,
    /// The list.
    pub kind: Kind,
    /// The canonical query string.
    pub address: String,
    /// When it was kept: seconds since 1970.
    pub created: i64,
}

/// What changed in a list since an account looked at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// The account has not looked at it yet.
    NotVisited,
    /// The tables were built anew since, without those of before: not known.
    NotKnown {
        /// When it looked: seconds since 1970.
        visited: i64,
    },
    /// So many rows are new or other than they were.
    Rows {
        /// How many.
        rows: u64,
        /// For `changed-since:`.
        mark: u64,
        /// When it looked: seconds since 1970.
        visited: i64,
    },
}

/// Why a search was not kept.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// The file cannot be used.
    #[error("what accounts keep of lists cannot be read or written: {0}")]
    File(#[from] rusqlite::Error),
    /// The tables did not answer.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// The name is empty or too long.
    #[error("a saved search wants a name of 1 to {NAME_MAX} bytes")]
    Name,
    /// The account keeps as many as one account may.
    #[error("an account keeps at most {SEARCHES_MAX} searches; delete one first")]
    Full,
}

/// The file.
#[derive(Debug)]
pub struct State {
    db: Mutex<Connection>,
}

impl State {
    /// Opens the file, or makes it; without a path, in memory.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(path: Option<&Path>) -> Result<Self, StateError> {
        let db = match path {
            Some(path) => Connection::open(path)?,
            None => Connection::open_in_memory()?,
        };
        db.busy_timeout(Duration::from_secs(5))?;
        db.execute_batch(SCHEMA)?;
        Ok(Self { db: Mutex::new(db) })
    }

    fn db(&self) -> MutexGuard<'_, Connection> {
        self.db.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a search under a name; one of the same name is replaced.
    ///
    /// # Errors
    /// When the name is none, the account keeps too many, or the file cannot be written.
    pub fn save(&self, account: &str, name: &str, query: &Query, now: i64) -> Result<SavedSearch, StateError> {
        let name = name.trim();
        if name.is_empty() || name.len() > NAME_MAX {
            return Err(StateError::Name);
        }
        let kept = self.searches(account)?;
        if kept.len() >= SEARCHES_MAX && kept.iter().all(|s| s.name != name) {
            return Err(StateError::Full);
        }
        let address = query.whole().to_url();
        self.db().execute(
            "INSERT INTO search (account, name, kind, address, created) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (account, name) DO UPDATE SET kind = ?3, address = ?4, created = ?5",
            params![account, name, query.kind.id(), address, now],
        )?;
        let found = self.searches(account)?.into_iter().find(|s| s.name == name);
        found.ok_or(StateError::File(rusqlite::Error::QueryReturnedNoRows))
    }

    /// The searches of an account, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn searches(&self, account: &str) -> Result<Vec<SavedSearch>, StateError> {
        let db = self.db();
        let mut ask =
            db.prepare_cached("SELECT id, name, kind, address, created FROM search WHERE account = ?1 ORDER BY name")?;
        let rows = ask.query_map([account], |r| {
            let kind: String = r.get(2)?;
            Ok((r.get(0)?, r.get(1)?, Kind::from_id(&kind), r.get(3)?, r.get(4)?))
        })?;
        let mut out = Vec::new();
        for row in rows {
            let (id, name, kind, address, created) = row?;
            // A list that this version does not know stays in the file for the version that does.
            if let Some(kind) = kind {
                out.push(SavedSearch { id, name, kind, address, created });
            }
        }
        Ok(out)
    }

    /// Deletes a search of an account. `false`: the account has none of this number.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn delete(&self, account: &str, id: i64) -> Result<bool, StateError> {
        Ok(self.db().execute("DELETE FROM search WHERE account = ?1 AND id = ?2", params![account, id])? > 0)
    }

    /// An account looks at a list or at a saved search, as the tables are now.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn visit(&self, account: &str, query: &Query, index: &Index, now: i64) -> Result<(), StateError> {
        let mark = i64::try_from(index.mark()).unwrap_or(i64::MAX);
        self.db().execute(
            "INSERT INTO visit (account, list, mark, at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (account, list) DO UPDATE SET mark = ?3, at = ?4",
            params![account, list(query), mark, now],
        )?;
        Ok(())
    }

    /// What changed in a list or saved search since the account looked at it.
    ///
    /// # Errors
    /// When the file or the tables cannot be read.
    pub fn changed(&self, account: &str, query: &Query, index: &Index, access: &Access) -> Result<Changed, StateError> {
        let ask = "SELECT mark, at FROM visit WHERE account = ?1 AND list = ?2";
        let found: Option<(i64, i64)> =
            self.db().query_row(ask, params![account, list(query)], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        let Some((mark, visited)) = found else { return Ok(Changed::NotVisited) };
        let mark = u64::try_from(mark).unwrap_or(0);
        if mark < index.known_since() || mark > index.mark() {
            return Ok(Changed::NotKnown { visited });
        }
        let rows = index.changed(query, access, mark)?;
        Ok(Changed::Rows { rows, mark, visited })
    }
}

/// A list by its rows: the same rows in another order or view are the same list.
fn list(query: &Query) -> String {
    let plain = Query { sort: None, columns: Vec::new(), zoom: None, view: Default::default(), ..query.whole() };
    let plain = Query { limit: crate::desk::query::LIMIT, ..plain };
    format!("{}?{}", query.kind.id(), plain.to_url())
}
