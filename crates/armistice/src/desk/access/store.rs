//! What the desk knows of accounts: one SQLite file beside the mission's record, readable by its owner only.
//!
//! Must not: hold a secret from which somebody could sign in (only digests of tokens and links; passwords by argon2id), or be
//! copied to another member. Secrets of second factors stand here, because codes are computed from them.

use super::secret;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::{
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// The layout of the tables.
const LAYOUT: i64 = 1;

/// How long another process (`armistice account …`) is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

const SCHEMA: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE account (id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
  language TEXT, state TEXT NOT NULL, handle BLOB NOT NULL UNIQUE, created INTEGER NOT NULL, seen INTEGER, visit INTEGER,
  salt BLOB, hash BLOB, memory INTEGER, passes INTEGER, totp BLOB, totp_step INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE passkey (id BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account, label TEXT NOT NULL, key TEXT NOT NULL,
  added INTEGER NOT NULL, used INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE recovery (hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account) STRICT, WITHOUT ROWID;
CREATE TABLE session (id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account, token BLOB NOT NULL UNIQUE,
  previous BLOB, form BLOB NOT NULL, method TEXT NOT NULL, began INTEGER NOT NULL, turned INTEGER NOT NULL,
  confirmed INTEGER, seen INTEGER NOT NULL, turn INTEGER NOT NULL, ended INTEGER) STRICT, WITHOUT ROWID;
CREATE INDEX session_previous ON session (previous);
CREATE INDEX session_account ON session (account);
CREATE TABLE token (id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account, hash BLOB NOT NULL UNIQUE, label TEXT NOT NULL,
  scopes TEXT NOT NULL, made INTEGER NOT NULL, expires INTEGER NOT NULL, used INTEGER, revoked INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE link (hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE invitation (hash BLOB PRIMARY KEY, id TEXT NOT NULL UNIQUE, role TEXT NOT NULL, note TEXT NOT NULL, by_account TEXT NOT NULL,
  made INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE bucket (key BLOB PRIMARY KEY, failures INTEGER NOT NULL, until INTEGER NOT NULL, changed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE restricted (object TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE granted (account TEXT NOT NULL REFERENCES account, object TEXT NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (account, object)) STRICT, WITHOUT ROWID;
CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL, actor TEXT NOT NULL, object TEXT NOT NULL,
  detail TEXT NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TABLE anchor (to_seq INTEGER PRIMARY KEY, from_seq INTEGER NOT NULL, head BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
";

/// The store cannot do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file or its tables.
    #[error("the accounts of the desk (desk/access.sqlite) cannot be used: {0}")]
    Sql(#[from] rusqlite::Error),
    /// The folder or the file.
    #[error("the accounts of the desk (desk/access.sqlite) cannot be opened: {0}")]
    Io(#[from] std::io::Error),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Random(#[from] getrandom::Error),
    /// Made by a newer version.
    #[error("the accounts of the desk have layout {0}, which this version does not know; use the newer version")]
    Layout(i64),
    /// What was asked cannot be, and why: the id of a sentence.
    #[error("refused: {0}")]
    Refused(&'static str),
}

impl From<StoreError> for crate::failure::Failure {
    fn from(e: StoreError) -> Self {
        crate::failure::Failure::from_error(&e)
    }
}

/// The tables of accounts.
#[derive(Debug)]
pub struct Store {
    db: Mutex<Connection>,
    desk: String,
}

impl Store {
    /// Opens or makes `desk/access.sqlite` in a mission folder.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        use std::os::unix::fs::DirBuilderExt as _;
        let folder = root.join("desk");
        std::fs::DirBuilder::new().recursive(true).mode(crate::disk::FOLDER_MODE).create(&folder)?;
        let path = folder.join("access.sqlite");
        // Made before SQLite opens it, so that no moment leaves it readable by others; SQLite gives its side files the same mode.
        let file = std::fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(crate::disk::FILE_MODE)
            .open(&path)?;
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(crate::disk::FILE_MODE))?;
        Self::begin(Connection::open(&path)?)
    }

    /// Tables in memory, for tests.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::begin(Connection::open_in_memory()?)
    }

    fn begin(mut db: Connection) -> Result<Self, StoreError> {
        db.busy_timeout(PATIENCE)?;
        // Each commit is on the disk before it is answered: a token that was revoked stays revoked after a power loss.
        db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
        )?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let layout: i64 = tx.query_row("PRAGMA user_version", [], |r| r.get(0))?;
        match layout {
            0 => {
                tx.execute_batch(SCHEMA)?;
                tx.execute("INSERT INTO meta VALUES ('desk', ?1)", [&secret::bytes::<8>()?[..]])?;
                tx.pragma_update(None, "user_version", LAYOUT)?;
            }
            LAYOUT => {}
            newer => return Err(StoreError::Layout(newer)),
        }
        let desk: Vec<u8> = tx.query_row("SELECT value FROM meta WHERE key = 'desk'", [], |r| r.get(0))?;
        tx.commit()?;
        Ok(Self { db: Mutex::new(db), desk: data_encoding::HEXLOWER.encode(&desk) })
    }

    /// A name of this desk that means nothing: cookies carry it, so that two desks on one machine do not take each other's.
    #[must_use]
    pub fn desk(&self) -> &str {
        &self.desk
    }

    /// Reads.
    pub(super) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        work(&self.db.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes something, as a whole or not at all.
    pub(super) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut db = self.db.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&tx)?;
        tx.commit()?;
        Ok(done)
    }
}
