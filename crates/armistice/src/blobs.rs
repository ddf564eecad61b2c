//! Originals by content: `blobs/sha256/ab/<64 hexadecimal digits>`, each file named by the SHA-256 of its bytes.
//!
//! Must not: give out bytes that do not hash to their name, change or remove a blob, or name a blob by anything that
//! its source chose.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use armistice_tlog::hash::{Hash, sha256};
use rayon::prelude::*;

use crate::durable::{self, Barrier, DurableError};

/// Largest original in bytes. A saved page with its pictures inside has a few megabytes, a scanned report some tens;
/// beyond that it is a film or a mistake, and all of it would be held in memory at once.
pub const MAX_BLOB: u64 = 64 << 20;

/// Most originals in one [`Blobs::put_all`]. The caller holds their bytes; this bounds what one crash can undo.
pub const MAX_BATCH: usize = 1 << 16;

/// From this many files on, one barrier for the file system is cheaper than one sync for each file (see `durable`).
const FILES_FOR_ONE_BARRIER: usize = 16;

/// Name of an original: the SHA-256 of its bytes. Shown as 64 lowercase hexadecimal digits. (A statement's id is a
/// *leaf* hash: another thing, and another type.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId(Hash);

impl BlobId {
    /// The name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> BlobId {
        BlobId(sha256(bytes))
    }

    /// The name with this digest.
    #[must_use]
    pub const fn from_digest(digest: Hash) -> BlobId {
        BlobId(digest)
    }

    /// The digest.
    #[must_use]
    pub const fn digest(&self) -> &Hash {
        &self.0
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What is wrong with an original, or with the store.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// No such original here.
    #[error("there is no original {id} in this mission")]
    Missing { id: BlobId },
    /// The file under this name has other bytes than its name says.
    #[error(
        "original {id} is damaged: {path} has {found_len} bytes with SHA-256 {found}; replace the file with a good copy (its SHA-256 is its name)",
        path = path.display()
    )]
    Damaged { id: BlobId, path: PathBuf, found: Hash, found_len: u64 },
    /// Larger than [`MAX_BLOB`].
    #[error("{len} bytes are more than the limit of {MAX_BLOB} for one original")]
    TooLarge { len: u64 },
    /// More than [`MAX_BATCH`] at once.
    #[error("{count} originals at once are more than the limit of {MAX_BATCH}")]
    TooMany { count: usize },
    /// An earlier write was not confirmed by the disk, so this store takes nothing more.
    #[error("the store of originals has stopped after a disk error; run the command again when the disk is sound")]
    Stopped,
    /// The file is there but cannot be read.
    #[error("cannot read original {id} at {path}: {source}", path = path.display())]
    Read { id: BlobId, path: PathBuf, source: io::Error },
    /// The bytes did not reach the disk.
    #[error(transparent)]
    Durable(#[from] DurableError),
}

/// What became of an original that was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was not there before.
    New(BlobId),
    /// It was there, with the same bytes.
    Known(BlobId),
}

impl Put {
    /// Its name.
    #[must_use]
    pub const fn id(&self) -> BlobId {
        match self {
            Put::New(id) | Put::Known(id) => *id,
        }
    }
}

/// The originals of a mission. A name can only ever have one content, so putting one twice, or by two processes at
/// once, is no conflict; only [`Blobs::sweep`] needs to be alone.
#[derive(Debug)]
pub struct Blobs {
    root: PathBuf,
    stopped: AtomicBool,
}

impl Blobs {
    /// The store in this mission folder; its folders come into being with the first original.
    #[must_use]
    pub fn open(mission: &Path) -> Blobs {
        Blobs { root: mission.join("blobs").join("sha256"), stopped: AtomicBool::new(false) }
    }

    /// Where an original lies.
    #[must_use]
    pub fn path(&self, id: &BlobId) -> PathBuf {
        let name = id.to_string();
        self.root.join(&name[..2]).join(name)
    }

    /// Whether there is a file for it. Says nothing about its bytes, see [`Blobs::get`].
    #[must_use]
    pub fn contains(&self, id: &BlobId) -> bool {
        self.path(id).is_file()
    }

    /// Keeps these bytes. When this returns they are on the disk.
    pub fn put(&self, bytes: &[u8]) -> Result<Put, BlobError> {
        match self.put_all(&[bytes])?.pop() {
            Some(result) => result,
            None => Err(BlobError::Missing { id: BlobId::of(bytes) }),
        }
    }

    /// Keeps many originals, with one barrier for all. One result for each, in order; the outer error means that the
    /// disk failed and nothing of this batch may be taken as kept.
    pub fn put_all(&self, originals: &[&[u8]]) -> Result<Vec<Result<Put, BlobError>>, BlobError> {
        if self.stopped.load(Ordering::Acquire) {
            return Err(BlobError::Stopped);
        }
        if originals.len() > MAX_BATCH {
            return Err(BlobError::TooMany { count: originals.len() });
        }
        let mut results: Vec<Result<Put, BlobError>> = originals.par_iter().map(|bytes| self.look_up(bytes)).collect();
        // The same bytes twice in a batch: the first is new, the others are known.
        let mut once = BTreeSet::new();
        let mut files: Vec<(PathBuf, &[u8])> = Vec::new();
        let mut folders = BTreeSet::new();
        for (result, bytes) in results.iter_mut().zip(originals) {
            let Ok(put) = result else { continue };
            let id = put.id();
            let path = self.path(&id);
            folders.insert(durable::parent(&path).to_path_buf());
            if let Put::New(_) = put {
                if once.insert(id) {
                    files.push((path, bytes));
                } else {
                    *put = Put::Known(id);
                }
            }
        }
        self.write(&files, &folders).inspect_err(|error| {
            if let BlobError::Durable(DurableError::Sync { .. }) = error {
                self.stopped.store(true, Ordering::Release);
            }
        })?;
        Ok(results)
    }

    fn write(&self, files: &[(PathBuf, &[u8])], folders: &BTreeSet<PathBuf>) -> Result<(), BlobError> {
        for folder in folders {
            durable::create_folder(folder)?;
        }
        let many = files.len() + folders.len() >= FILES_FOR_ONE_BARRIER;
        let barrier = if many { Barrier::FileSystem } else { Barrier::EachFile };
        // A known original, or a folder, may stand there since a crash, its name not yet durable: the other folders of
        // this batch and those above them are synced with the rest.
        let created = durable::create_all(files, barrier)?;
        let written: BTreeSet<&Path> = files.iter().map(|(path, _)| durable::parent(path)).collect();
        let store = durable::parent(&self.root);
        let above = [self.root.as_path(), store, durable::parent(store)];
        let others: BTreeSet<&Path> =
            folders.iter().map(PathBuf::as_path).chain(above).filter(|folder| !written.contains(folder)).collect();
        durable::sync_folders(&others, barrier)?;
        // A file that another process put under the same name in between: its bytes must be these.
        for ((path, bytes), new) in files.iter().zip(created) {
            if !new {
                self.read(&BlobId::of(bytes), path)?;
            }
        }
        Ok(())
    }

    /// New or known; a known one is read and compared.
    fn look_up(&self, bytes: &[u8]) -> Result<Put, BlobError> {
        if bytes.len() as u64 > MAX_BLOB {
            return Err(BlobError::TooLarge { len: bytes.len() as u64 });
        }
        let id = BlobId::of(bytes);
        match self.get(&id) {
            Ok(_) => Ok(Put::Known(id)),
            Err(BlobError::Missing { .. }) => Ok(Put::New(id)),
            Err(other) => Err(other),
        }
    }

    /// The bytes of an original, checked against its name.
    pub fn get(&self, id: &BlobId) -> Result<Vec<u8>, BlobError> {
        self.read(id, &self.path(id))
    }

    fn read(&self, id: &BlobId, path: &Path) -> Result<Vec<u8>, BlobError> {
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(BlobError::Missing { id: *id }),
            other => other,
        };
        let cannot = |source| BlobError::Read { id: *id, path: path.to_path_buf(), source };
        let file = file.map_err(cannot)?;
        let mut bytes = Vec::new();
        // One byte more than allowed is enough to know that the file is not what was put.
        file.take(MAX_BLOB + 1).read_to_end(&mut bytes).map_err(cannot)?;
        if BlobId::of(&bytes) == *id {
            return Ok(bytes);
        }
        let found_len = fs::metadata(path).map_or(bytes.len() as u64, |meta| meta.len());
        Err(BlobError::Damaged { id: *id, path: path.to_path_buf(), found: sha256(&bytes), found_len })
    }

    /// The names of all originals here, in order. Files with other names are not originals and are left out.
    pub fn list(&self) -> Result<Vec<BlobId>, BlobError> {
        let mut ids = BTreeSet::new();
        for folder in list_folder(&self.root)? {
            for path in list_folder(&folder)? {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if let (64, Ok(digest)) = (name.len(), name.parse()) {
                    ids.insert(BlobId(digest));
                }
            }
        }
        Ok(ids.into_iter().collect())
    }

    /// Removes what writers who died left half-written. Only under the mission's write lock.
    pub fn sweep(&self) -> Result<usize, BlobError> {
        let mut removed = 0;
        for folder in list_folder(&self.root)? {
            removed += durable::remove_leftovers(&folder)?;
        }
        Ok(removed)
    }
}

/// What stands in a folder; nothing when there is none. Plain files at the top are no folders of originals.
fn list_folder(folder: &Path) -> Result<Vec<PathBuf>, BlobError> {
    let cannot = |source| DurableError::Io { step: "list", path: folder.to_path_buf(), source };
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let items: Result<Vec<PathBuf>, io::Error> =
        fs::read_dir(folder).and_then(|items| items.map(|item| item.map(|item| item.path())).collect());
    Ok(items.map_err(cannot)?)
}
