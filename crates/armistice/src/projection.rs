//! Tables for looking things up: a follower of the registers. Rebuilt, never migrated; delete the file at any time.
//!
//! Must not: hold anything that the registers do not say, or be evidence of anything.

use crate::{
    about::things,
    failure::{Exit, Failure},
    mission::ReadRegister,
};
use armistice_core::{
    named::Named as _,
    record::Register,
    statement::{Body, Decoded},
};
use armistice_tlog::hash::Hash;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use sha2::{Digest as _, Sha256};
use std::{path::Path, time::Duration};

/// The layout of the tables. Another number, and the file is thrown away and built anew.
const LAYOUT: i64 = 1;

/// How long to wait for another process that is building the tables.
const PATIENCE: Duration = Duration::from_secs(20);

const SCHEMA: &str = "
CREATE TABLE register (origin TEXT PRIMARY KEY, member TEXT NOT NULL, size INTEGER NOT NULL, root TEXT NOT NULL) STRICT;
CREATE TABLE statement (member TEXT NOT NULL, idx INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
  version INTEGER NOT NULL, asserted INTEGER NOT NULL, PRIMARY KEY (member, idx)) STRICT, WITHOUT ROWID;
CREATE INDEX statement_id ON statement (id);
CREATE TABLE about (thing TEXT NOT NULL, member TEXT NOT NULL, idx INTEGER NOT NULL,
  PRIMARY KEY (thing, member, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE document (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL, file TEXT NOT NULL,
  title TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE claim (id TEXT PRIMARY KEY, document TEXT NOT NULL, kind TEXT NOT NULL, act TEXT, from_byte INTEGER NOT NULL,
  to_byte INTEGER NOT NULL, quote TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX claim_document ON claim (document);
CREATE TABLE copies (a TEXT NOT NULL, b TEXT NOT NULL, runs INTEGER NOT NULL, words INTEGER NOT NULL, bond TEXT NOT NULL,
  PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
";

/// Every table and its order, for the digest.
const TABLES: &[(&str, &str)] = &[
    ("register", "origin"),
    ("statement", "member, idx"),
    ("about", "thing, member, idx"),
    ("document", "id"),
    ("claim", "id"),
    ("copies", "a, b"),
];

/// The tables.
#[derive(Debug)]
pub struct Projection {
    db: Connection,
}

fn sql(e: &rusqlite::Error) -> Failure {
    Failure::new(
        Exit::Failed,
        format!("the tables cannot be used: {e}"),
        "Delete projection.sqlite from the mission folder; it is built anew.",
    )
}

/// Where a statement stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The member.
    pub member: String,
    /// The index.
    pub index: u64,
}

impl Projection {
    /// Opens the tables of a mission folder and brings them up to the registers. A file that is damaged, of another
    /// layout or of another history is thrown away and built anew. Where no file can be kept (a full disk, a folder that
    /// may only be read, another process that takes long), the tables are built in memory.
    pub fn follow(path: &Path, registers: &[ReadRegister]) -> Result<Self, Failure> {
        match Self::try_follow(path, registers) {
            Ok(p) => return Ok(p),
            Err(e) if is_busy(&e) => return Self::rebuilt(registers),
            Err(_) => {}
        }
        for suffix in ["", "-wal", "-shm", "-journal"] {
            let mut name = path.as_os_str().to_owned();
            name.push(suffix);
            // A file that is not there is as good as one removed.
            let _ = std::fs::remove_file(name);
        }
        Self::try_follow(path, registers).or_else(|_| Self::rebuilt(registers))
    }

    /// Tables in memory only: what the file must be equal to.
    pub fn rebuilt(registers: &[ReadRegister]) -> Result<Self, Failure> {
        let build = || -> rusqlite::Result<Self> {
            let mut p = Self { db: Connection::open_in_memory()? };
            p.create()?;
            p.catch_up(registers)?;
            Ok(p)
        };
        build().map_err(|e| sql(&e))
    }

    fn try_follow(path: &Path, registers: &[ReadRegister]) -> rusqlite::Result<Self> {
        let mut p = Self { db: Connection::open(path)? };
        p.db.busy_timeout(PATIENCE)?;
        let layout: i64 = p.db.query_row("PRAGMA user_version", [], |r| r.get(0))?;
        if layout == 0 {
            p.create()?;
        } else if layout != LAYOUT {
            return Err(rusqlite::Error::InvalidQuery);
        }
        p.catch_up(registers)?;
        Ok(p)
    }

    fn create(&mut self) -> rusqlite::Result<()> {
        let tx = self.db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Another process may have made them while this one waited.
        let layout: i64 = tx.query_row("PRAGMA user_version", [], |r| r.get(0))?;
        if layout == 0 {
            tx.execute_batch(SCHEMA)?;
            tx.pragma_update(None, "user_version", LAYOUT)?;
        }
        tx.commit()
    }

    fn catch_up(&mut self, registers: &[ReadRegister]) -> rusqlite::Result<()> {
        let tx = self.db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let known: i64 = tx.query_row("SELECT count(*) FROM register", [], |r| r.get(0))?;
        let mut matched = 0;
        for r in registers {
            let register = &r.register;
            let row: Option<(i64, String)> = tx
                .query_row("SELECT size, root FROM register WHERE origin = ?1", [&register.origin], |x| {
                    Ok((x.get(0)?, x.get(1)?))
                })
                .optional()?;
            let from = match row {
                None => 0,
                Some((size, root)) => {
                    matched += 1;
                    let size = usize::try_from(size).unwrap_or(usize::MAX);
                    let same = size <= register.entries.len() && root_at(register, size) == root;
                    if !same {
                        // Another history: the caller throws the file away.
                        return Err(rusqlite::Error::InvalidQuery);
                    }
                    size
                }
            };
            for (index, (id, decoded)) in register.entries.iter().enumerate().skip(from) {
                insert(&tx, &register.member, index, id, decoded)?;
            }
            let size = register.entries.len();
            if size != from || from == 0 {
                tx.execute(
                    "INSERT INTO register VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root",
                    params![register.origin, register.member, int(size as u64), root_at(register, size)],
                )?;
            }
        }
        if matched != known {
            // A register that these tables know is gone.
            return Err(rusqlite::Error::InvalidQuery);
        }
        tx.commit()
    }

    /// Where statements about a thing stand, in the order of registers. A thing is any id, or a statement's own id.
    pub fn about(&self, thing: &str) -> Result<Vec<Found>, Failure> {
        let query = || -> rusqlite::Result<Vec<Found>> {
            let mut rows = self.db.prepare_cached(
                "SELECT member, idx FROM about WHERE thing = ?1
                 UNION SELECT member, idx FROM statement WHERE id = ?1 ORDER BY member, idx",
            )?;
            let found = rows.query_map([thing], |r| {
                Ok(Found { member: r.get(0)?, index: u64::try_from(r.get::<_, i64>(1)?).unwrap_or(0) })
            })?;
            found.collect()
        };
        query().map_err(|e| sql(&e))
    }

    /// Ids that begin with `prefix`, at most `limit`: for a person who types the beginning of one.
    pub fn starting_with(&self, prefix: &str, limit: usize) -> Result<Vec<String>, Failure> {
        let query = || -> rusqlite::Result<Vec<String>> {
            let mut rows = self.db.prepare_cached(
                "SELECT DISTINCT thing FROM about WHERE thing >= ?1 AND thing < ?2
                 UNION SELECT id FROM statement WHERE id >= ?1 AND id < ?2 ORDER BY 1 LIMIT ?3",
            )?;
            let end = format!("{prefix}\u{10ffff}");
            rows.query_map(params![prefix, end, int(limit as u64)], |r| r.get(0))?.collect()
        };
        query().map_err(|e| sql(&e))
    }

    /// A digest over every row of every table: equal digests, equal tables.
    pub fn digest(&self) -> Result<String, Failure> {
        let compute = || -> rusqlite::Result<String> {
            let mut hash = Sha256::new();
            for (table, order) in TABLES {
                let mut rows = self.db.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))?;
                let columns = rows.column_count();
                let mut rows = rows.query([])?;
                while let Some(row) = rows.next()? {
                    hash.update(table.as_bytes());
                    for c in 0..columns {
                        let value = format!("{:?}", row.get_ref(c)?);
                        hash.update((value.len() as u64).to_be_bytes());
                        hash.update(value.as_bytes());
                    }
                }
            }
            Ok(data_encoding::HEXLOWER.encode(&hash.finalize()))
        };
        compute().map_err(|e| sql(&e))
    }
}

/// Whether another process is at the tables; they are sound then, and not ours to throw away.
fn is_busy(e: &rusqlite::Error) -> bool {
    matches!(e.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked))
}

fn int(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The root of a register's first `size` entries.
fn root_at(register: &Register, size: usize) -> String {
    let mut tree = armistice_tlog::tree::Frontier::new();
    for (id, _) in &register.entries[..size] {
        tree.push(Hash::from_bytes(*id));
    }
    tree.root().hex()
}

fn insert(tx: &Transaction<'_>, member: &str, index: usize, id: &[u8; 32], decoded: &Decoded) -> rusqlite::Result<()> {
    let index = int(index as u64);
    let (kind, version) = match decoded {
        Decoded::Known(s) => (s.body.kind().to_owned(), s.body.version()),
        Decoded::Unknown { kind, version, .. } => (kind.clone(), *version),
    };
    tx.prepare_cached("INSERT INTO statement VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
        member,
        index,
        Hash::from_bytes(*id).hex(),
        kind,
        version,
        decoded.header().asserted
    ])?;
    let Decoded::Known(statement) = decoded else { return Ok(()) };
    for thing in things(statement) {
        tx.prepare_cached("INSERT INTO about VALUES (?1, ?2, ?3)")?.execute(params![thing, member, index])?;
    }
    match &statement.body {
        Body::DocumentCaptured { document, sha256, size, file } => {
            let hex = data_encoding::HEXLOWER.encode(sha256);
            tx.prepare_cached("INSERT INTO document VALUES (?1, ?2, ?3, ?4, NULL) ON CONFLICT DO NOTHING")?
                .execute(params![document.as_str(), hex, int(*size), file])?;
        }
        Body::TextRead(text) => {
            let title = text.title.as_ref().map(|t| t.text.as_str());
            tx.prepare_cached("UPDATE document SET title = ?2 WHERE id = ?1")?
                .execute(params![text.document.as_str(), title])?;
        }
        Body::ClaimsRead { claims, .. } => {
            let mut row =
                tx.prepare_cached("INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING")?;
            for c in claims {
                row.execute(params![
                    c.id.as_str(),
                    c.document.as_str(),
                    c.kind.id(),
                    c.act.map(|a| a.id()),
                    c.span.start,
                    c.span.end,
                    c.quote
                ])?;
            }
        }
        Body::CopiesFound { a, b, runs, bond, .. } => {
            let words: u64 = runs.iter().map(|r| u64::from(r.words)).sum();
            tx.prepare_cached("INSERT INTO copies VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")?
                .execute(params![a.as_str(), b.as_str(), int(runs.len() as u64), int(words), bond.id()])?;
        }
        Body::MissionOpened { .. } | Body::AgreementAdopted { .. } | Body::Compared { .. } | Body::Judged { .. } => {}
        // Keys, members, sealed things, cases and ledgers are few: they are asked of the record.
        Body::Trust(_) | Body::Casework(_) | Body::Ledger(_) | Body::Desk(_) => {}
    }
    Ok(())
}
