//! The file: bodies of rows, links between things, and the words of the search (FTS5). Read by a small pool of connections.
//!
//! Must not: be opened for writing once it is in its place.

use super::{
    IndexError,
    bits::Bits,
    fold::{self, Word},
    item::Item,
};
use crate::durable;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{Condvar, Mutex, PoisonError},
};

/// The layout of the file. Another number, and the file is built anew.
const LAYOUT: i64 = 2;

const SCHEMA: &str = "
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE item (row INTEGER PRIMARY KEY, id TEXT NOT NULL, digest INTEGER NOT NULL, changed INTEGER NOT NULL,
  body TEXT NOT NULL) STRICT;
CREATE TABLE link (thing TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (thing, row)) STRICT, WITHOUT ROWID;
CREATE TABLE frequent (kind INTEGER NOT NULL, part TEXT NOT NULL, term TEXT NOT NULL, rows BLOB NOT NULL,
  PRIMARY KEY (kind, part, term)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(title, body, content='', columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE sounds USING fts5(names, content='', columnsize=0, detail=none, tokenize='ascii');
";

/// After everything is in.
const INDEXES: &str = "CREATE INDEX item_id ON item (id);";

/// Every word with the number of rows that have it.
const VOCABULARIES: &str = "CREATE VIRTUAL TABLE temp.words_said USING fts5vocab(main, words, row);
CREATE VIRTUAL TABLE temp.sounds_said USING fts5vocab(main, sounds, row);";

/// A word that this share of a list's rows has (one in so many) is kept as a set of rows: the list of the full-text index would be read
/// row by row, which takes most of a second when there are hundreds of thousands.
const FREQUENT: usize = 64;
/// And it must be in so many rows at the least: short lists are read as fast.
const FREQUENT_AT_LEAST: usize = 2_048;

/// What a set of rows of a frequent word is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The word stands somewhere in the row.
    Words,
    /// It stands in the title.
    Title,
    /// A name of the row sounds so.
    Sounds,
}

impl Part {
    fn id(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Title => "title",
            Self::Sounds => "sounds",
        }
    }
}

/// How a file is written: it is thrown away if it is not finished, and put on the disk at the end.
const WRITING: &str =
    "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE;";

/// How it is read.
const READING: &str = "PRAGMA query_only = ON; PRAGMA cache_size = -4096; PRAGMA mmap_size = 4294967296;";

/// The bits of a row number that count rows within a kind.
const KIND_SHIFT: u32 = 40;

/// The number in the file of a row of a kind.
pub(super) fn number(kind: usize, row: u32) -> i64 {
    (i64::try_from(kind).unwrap_or(0) << KIND_SHIFT) | i64::from(row)
}

/// The row within its kind.
fn local(number: i64) -> u32 {
    u32::try_from(number & ((1 << KIND_SHIFT) - 1)).unwrap_or(u32::MAX)
}

/// A file being written.
#[derive(Debug)]
pub(super) struct Writer {
    db: Connection,
    temp: Option<(PathBuf, PathBuf)>,
    /// Rows of each kind.
    lens: RefCell<BTreeMap<usize, usize>>,
}

impl Writer {
    /// Begins a file that is to stand at `path`, or tables in memory.
    pub(super) fn begin(path: Option<&Path>) -> Result<Self, IndexError> {
        let (db, temp) = match path {
            Some(path) => {
                let temp = path.with_extension("making");
                if temp.exists() {
                    fs::remove_file(&temp).map_err(|e| IndexError::Tables(e.to_string()))?;
                }
                (Connection::open(&temp)?, Some((temp, path.to_owned())))
            }
            None => (Connection::open_in_memory()?, None),
        };
        db.execute_batch(WRITING)?;
        db.execute_batch(SCHEMA)?;
        db.execute_batch("BEGIN")?;
        Ok(Self { db, temp, lens: RefCell::default() })
    }

    /// Writes one row.
    pub(super) fn put(
        &self,
        number: i64,
        item: &Item,
        digest: i64,
        changed: u32,
        body: &str,
    ) -> Result<(), IndexError> {
        let len = local(number) as usize + 1;
        let kind = usize::try_from(number >> KIND_SHIFT).unwrap_or(0);
        self.lens.borrow_mut().entry(kind).and_modify(|l| *l = len.max(*l)).or_insert(len);
        self.db
            .prepare_cached("INSERT INTO item (row, id, digest, changed, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![number, item.id, digest, changed, body])?;
        for thing in item.documents.iter().chain(&item.about) {
            self.db
                .prepare_cached("INSERT OR IGNORE INTO link (thing, row) VALUES (?1, ?2)")?
                .execute(params![thing, number])?;
        }
        let searched = Searched::of(item);
        self.db.prepare_cached("INSERT INTO words (rowid, title, body) VALUES (?1, ?2, ?3)")?.execute(params![
            number,
            searched.title,
            searched.body
        ])?;
        if !searched.sounds.is_empty() {
            self.db
                .prepare_cached("INSERT INTO sounds (rowid, names) VALUES (?1, ?2)")?
                .execute(params![number, searched.sounds])?;
        }
        Ok(())
    }

    /// Ends the file, puts it in its place and opens it for reading.
    pub(super) fn finish(self, mark: u32, known_since: u32) -> Result<Store, IndexError> {
        for (name, value) in [("layout", LAYOUT), ("mark", i64::from(mark)), ("since", i64::from(known_since))] {
            self.db.execute("INSERT INTO meta (name, value) VALUES (?1, ?2)", params![name, value.to_string()])?;
        }
        self.db.execute_batch("COMMIT")?;
        self.db.execute_batch(INDEXES)?;
        self.db.execute_batch(
            "INSERT INTO words (words) VALUES ('optimize'); INSERT INTO sounds (sounds) VALUES ('optimize');",
        )?;
        self.keep_frequent()?;
        let Some((temp, path)) = self.temp else {
            self.db.execute_batch("PRAGMA query_only = ON")?;
            return Ok(Store::with(vec![self.db]));
        };
        self.db.close().map_err(|(_, e)| e)?;
        let synced = fs::File::open(&temp).and_then(|f| f.sync_all());
        synced.map_err(|e| IndexError::Tables(e.to_string()))?;
        durable::rename(&temp, &path).map_err(|e| IndexError::Tables(e.to_string()))?;
        Store::open(&path)
    }
}

impl Writer {
    /// Writes the sets of rows of frequent words.
    fn keep_frequent(&self) -> Result<(), IndexError> {
        self.db.execute_batch(VOCABULARIES)?;
        self.db.execute_batch("BEGIN")?;
        for (said, sounds) in [("words_said", false), ("sounds_said", true)] {
            let mut ask = self.db.prepare(&format!("SELECT term FROM temp.{said} WHERE doc >= ?1"))?;
            let least = i64::try_from(FREQUENT_AT_LEAST).unwrap_or(i64::MAX);
            let terms: Vec<String> = ask.query_map([least], |r| r.get(0))?.collect::<Result<_, _>>()?;
            for term in terms {
                for (kind, len) in self.lens.borrow().iter() {
                    if *len >= FREQUENT_AT_LEAST {
                        self.keep(*kind, *len, &term, sounds)?;
                    }
                }
            }
        }
        self.db.execute_batch("COMMIT; DROP TABLE temp.words_said; DROP TABLE temp.sounds_said;")?;
        Ok(())
    }

    fn keep(&self, kind: usize, len: usize, term: &str, sounds: bool) -> Result<(), IndexError> {
        let (ask, part) = if sounds { (SOUNDS, Part::Sounds) } else { (WORDS, Part::Words) };
        let rows = matching(&self.db, ask, kind, &format!("\"{term}\""))?;
        if rows.len() < FREQUENT_AT_LEAST.max(len / FREQUENT) {
            return Ok(());
        }
        let put = |part: Part, rows: &[u32]| -> Result<(), IndexError> {
            let kind = i64::try_from(kind).unwrap_or(0);
            self.db
                .prepare_cached("INSERT INTO frequent (kind, part, term, rows) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![kind, part.id(), term, Bits::of(len, rows).to_bytes()])?;
            Ok(())
        };
        put(part, &rows)?;
        if !sounds {
            // However rare it is there: the index would go through every row that has it anywhere.
            put(Part::Title, &matching(&self.db, WORDS, kind, &format!("{{title}} : \"{term}\""))?)?;
        }
        Ok(())
    }
}

/// Rows of a kind in whose words, or names by their sound, an expression is found.
const WORDS: &str = "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 AND rowid < ?3";
const SOUNDS: &str = "SELECT rowid FROM sounds WHERE sounds MATCH ?1 AND rowid >= ?2 AND rowid < ?3";

/// Rows of a kind that a question with one word gives.
fn matching(db: &Connection, ask: &str, kind: usize, what: &str) -> Result<Vec<u32>, IndexError> {
    let mut ask = db.prepare_cached(ask)?;
    let found = ask.query_map(params![what, number(kind, 0), number(kind + 1, 0)], |r| r.get(0))?;
    let mut out = Vec::new();
    for n in found {
        out.push(local(n?));
    }
    Ok(out)
}

/// What is looked up of an item.
#[derive(Debug)]
pub(super) struct Searched {
    title: String,
    body: String,
    sounds: String,
}

impl Searched {
    fn of(item: &Item) -> Self {
        let place = item.place.iter().flat_map(|p| [Some(&p.text), p.name.as_ref(), p.adm1.as_ref()]).flatten();
        let names = item.parties.iter().chain(&item.recorded_by).chain(&item.sources).chain(place);
        let mut body = fold::folded(&item.text);
        let mut sounds: Vec<String> = Vec::new();
        let mut sound = |words: &[Word]| {
            for w in words.iter().filter(|w| w.name) {
                if let Some(s) = fold::sound(&w.folded)
                    && !sounds.contains(&s)
                {
                    sounds.push(s);
                }
            }
        };
        sound(&fold::words(&item.title));
        sound(&fold::words(&item.text));
        for name in names {
            let words = fold::words(name);
            sound(&words);
            for w in words {
                body.push(' ');
                body.push_str(&w.folded);
            }
        }
        let title = format!("{} {}", fold::folded(&item.reference), fold::folded(&item.title));
        Self { title, body, sounds: sounds.join(" ") }
    }
}

/// The file, open.
#[derive(Debug)]
pub(super) struct Store {
    idle: Mutex<Vec<Connection>>,
    freed: Condvar,
}

impl Store {
    fn with(connections: Vec<Connection>) -> Self {
        Self { idle: Mutex::new(connections), freed: Condvar::new() }
    }

    /// Opens a finished file. All connections at once: a later file of the same name is another one.
    pub(super) fn open(path: &Path) -> Result<Self, IndexError> {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let mut connections = Vec::new();
        for _ in 0..(cores * 2).clamp(4, 16) {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let db = Connection::open_with_flags(path, flags)?;
            db.execute_batch(READING)?;
            db.set_prepared_statement_cache_capacity(32);
            connections.push(db);
        }
        let store = Self::with(connections);
        if store.meta("layout")? != Some(LAYOUT) {
            return Err(IndexError::Tables("another layout".to_owned()));
        }
        Ok(store)
    }

    /// Asks with a connection of its own.
    fn with_db<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, IndexError>) -> Result<T, IndexError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let db = loop {
            if let Some(db) = idle.pop() {
                break db;
            }
            idle = self.freed.wait(idle).unwrap_or_else(PoisonError::into_inner);
        };
        drop(idle);
        let answer = ask(&db);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(db);
        self.freed.notify_one();
        answer
    }

    pub(super) fn meta(&self, name: &str) -> Result<Option<i64>, IndexError> {
        self.with_db(|db| {
            let found: Option<String> =
                db.query_row("SELECT value FROM meta WHERE name = ?1", [name], |r| r.get(0)).optional()?;
            Ok(found.and_then(|v| v.parse().ok()))
        })
    }

    /// Every row of the file, in its order: number, digest, mark, body.
    pub(super) fn each(
        &self,
        mut take: impl FnMut(i64, u32, &str) -> Result<(), IndexError>,
    ) -> Result<(), IndexError> {
        self.with_db(|db| {
            let mut ask = db.prepare("SELECT row, changed, body FROM item ORDER BY row")?;
            let mut rows = ask.query([])?;
            while let Some(r) = rows.next()? {
                take(r.get(0)?, r.get(1)?, r.get_ref(2)?.as_str().map_err(|e| IndexError::Tables(e.to_string()))?)?;
            }
            Ok(())
        })
    }

    /// What an item was when it was last written: digest and mark.
    pub(super) fn former(&self, kind: usize, id: &str) -> Result<Option<(i64, u32)>, IndexError> {
        self.with_db(|db| {
            let mut ask =
                db.prepare_cached("SELECT digest, changed FROM item WHERE id = ?1 AND row >= ?2 AND row < ?3 LIMIT 1")?;
            let found =
                ask.query_row(params![id, number(kind, 0), number(kind + 1, 0)], |r| Ok((r.get(0)?, r.get(1)?)));
            Ok(found.optional()?)
        })
    }

    /// Bodies of rows of a kind, in the order asked for.
    pub(super) fn bodies(&self, kind: usize, rows: &[u32]) -> Result<Vec<Item>, IndexError> {
        self.with_db(|db| {
            let mut ask = db.prepare_cached("SELECT body FROM item WHERE row = ?1")?;
            let mut out = Vec::with_capacity(rows.len());
            for row in rows {
                let mut found = ask.query([number(kind, *row)])?;
                let Some(r) = found.next()? else {
                    return Err(IndexError::Tables(format!("row {row} is not in the file")));
                };
                let body = r.get_ref(0)?.as_str().map_err(|e| IndexError::Tables(e.to_string()))?;
                out.push(parse(body)?);
            }
            Ok(out)
        })
    }

    /// Ids of rows of a kind, in the order asked for.
    pub(super) fn ids(&self, kind: usize, rows: &[u32]) -> Result<Vec<String>, IndexError> {
        self.with_db(|db| {
            let mut ask = db.prepare_cached("SELECT id FROM item WHERE row = ?1")?;
            rows.iter().map(|row| Ok(ask.query_row([number(kind, *row)], |r| r.get(0))?)).collect()
        })
    }

    /// Rows of a kind with one of these ids or references to them.
    pub(super) fn by_id(&self, kind: usize, id: &str) -> Result<Vec<u32>, IndexError> {
        let ask = "SELECT row FROM item WHERE id = ?1 AND row >= ?2 AND row < ?3";
        self.rows(ask, kind, id)
    }

    /// Rows of a kind that belong to a thing.
    pub(super) fn about(&self, kind: usize, thing: &str) -> Result<Vec<u32>, IndexError> {
        self.rows("SELECT row FROM link WHERE thing = ?1 AND row >= ?2 AND row < ?3", kind, thing)
    }

    /// Rows of a kind in whose words an expression of the full-text search is found.
    pub(super) fn words(&self, kind: usize, expression: &str) -> Result<Vec<u32>, IndexError> {
        self.rows(WORDS, kind, expression)
    }

    /// Rows of a kind in which a name sounds so.
    pub(super) fn sounds(&self, kind: usize, expression: &str) -> Result<Vec<u32>, IndexError> {
        self.rows(SOUNDS, kind, expression)
    }

    fn rows(&self, ask: &str, kind: usize, what: &str) -> Result<Vec<u32>, IndexError> {
        self.with_db(|db| matching(db, ask, kind, what))
    }

    /// The rows of a list of `len` with a word, if it is one of the frequent ones.
    pub(super) fn frequent(&self, kind: usize, part: Part, term: &str, len: usize) -> Result<Option<Bits>, IndexError> {
        self.with_db(|db| {
            let mut ask = db.prepare_cached("SELECT rows FROM frequent WHERE kind = ?1 AND part = ?2 AND term = ?3")?;
            let mut found = ask.query(params![i64::try_from(kind).unwrap_or(-1), part.id(), term])?;
            let Some(r) = found.next()? else { return Ok(None) };
            let bytes = r.get_ref(0)?.as_blob().map_err(|e| IndexError::Tables(e.to_string()))?;
            let bits = Bits::from_bytes(len, bytes);
            Ok(Some(bits.ok_or_else(|| IndexError::Tables(format!("the rows kept for a word of list {kind}")))?))
        })
    }
}

/// Reads a body.
pub(super) fn parse(body: &str) -> Result<Item, IndexError> {
    serde_json::from_str(body).map_err(|e| IndexError::Tables(e.to_string()))
}
