//! Copying a published register to where readers get it: another folder, or an object store.
//!
//! Must not: trust the target. It is given bytes and may be asked which it has; nothing here is decided by its word. A file
//! that is there and differs is an error; nothing but the checkpoint is ever replaced there.
//!
//! Order: tiles and bundles first, then notes, the checkpoint last. A copy that was cut short serves the old checkpoint,
//! and everything that it needs.

use std::io;
use std::path::{Path, PathBuf};

use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::note::Note;
use armistice_tlog::tile::{Tile, bundles_between, tiles_between};

use crate::disk::{self, Disk, Real};
use crate::durable;
use crate::publish::Extent;
use crate::publish::files::{self, CHECKPOINT, MAX_FILE, NOTES, PUBLISHED};

/// Files that are sent at a time: few enough to hold in memory, enough for one sync to serve many.
const AT_A_TIME: usize = 64;

/// Why a copy was not made, or not finished.
#[derive(Debug, thiserror::Error)]
pub enum TargetError {
    /// A file here cannot be read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Read { path: PathBuf, source: io::Error },
    /// Nothing is published here.
    #[error("{path} is not there: nothing is published yet", path = path.display())]
    Nothing { path: PathBuf },
    /// The target refused or failed.
    #[error("{target}: cannot {step} {name}: {source}")]
    Target { target: String, step: &'static str, name: String, source: Box<dyn std::error::Error + Send + Sync> },
    /// A file is there with other bytes.
    #[error(
        "{target} has other bytes in {name} than this register. It is not overwritten: find out who wrote them, then remove the file there"
    )]
    Differs { target: String, name: String },
    /// The target serves another register, or what is no checkpoint.
    #[error("{target} serves what is no checkpoint of this register ({problem}); choose another place, or clear it")]
    Other { target: String, problem: String },
    /// The target is further than this folder.
    #[error(
        "{target} serves {there} entries, this folder has published {here}. Nothing was copied: was this folder restored from an old backup?"
    )]
    Ahead { target: String, there: u64, here: u64 },
    /// Somebody else changed the checkpoint meanwhile.
    #[error("the checkpoint of {target} was changed by another program meanwhile; run the command again")]
    Raced { target: String },
    /// This build cannot write to it.
    #[error("{target}: this build writes to folders only (build it with the feature `s3` for s3:// addresses)")]
    NotBuilt { target: String },
    /// The address is no target.
    #[error("{target} is no place to publish to: {problem}")]
    Address { target: String, problem: String },
}

/// What a target has under a name, and its version for replacing it.
#[derive(Debug, Clone)]
pub struct Held {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The target's word for this version of them.
    pub version: Option<String>,
}

/// A place that readers get files from.
pub trait Target {
    /// What it is called, for messages.
    fn name(&self) -> String;
    /// Creates files that are not there yet; gives those that were there already, which stay as they are.
    fn create(&self, files: Vec<(String, Vec<u8>)>) -> Result<Vec<String>, TargetError>;
    /// A file, or none.
    fn get(&self, name: &str) -> Result<Option<Held>, TargetError>;
    /// The names of the files in a folder.
    fn list(&self, folder: &str) -> Result<Vec<String>, TargetError>;
    /// Puts a file in place of the version that was seen (none: of nothing). False: it has changed meanwhile.
    fn replace(&self, name: &str, seen: Option<&Held>, bytes: Vec<u8>) -> Result<bool, TargetError>;
}

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// Entries under the checkpoint that the target now serves.
    pub size: u64,
    /// Files that were new there.
    pub files: usize,
}

/// Copies what the register in `folder` has published. Hold a lock on the mission meanwhile.
pub fn copy(disk: &dyn Disk, folder: &Path, target: &dyn Target, extent: Extent) -> Result<Copied, TargetError> {
    let path = folder.join(PUBLISHED).join(CHECKPOINT);
    let note = files::read_note(disk, &path)
        .map_err(|error| TargetError::Read { path: path.clone(), source: io::Error::other(error.to_string()) })?;
    let Some((note, bytes)) = note else { return Err(TargetError::Nothing { path }) };
    let ours = Checkpoint::parse(note.text())
        .map_err(|error| TargetError::Read { path, source: io::Error::other(error.to_string()) })?;

    // What the target serves says where to go on, no more: if it lies, its own readers notice.
    let seen = target.get(CHECKPOINT)?;
    let before = match &seen {
        None => 0,
        Some(held) => {
            let other = |problem: String| TargetError::Other { target: target.name(), problem };
            let note = Note::parse(&held.bytes).map_err(|error| other(error.to_string()))?;
            let theirs = Checkpoint::parse(note.text()).map_err(|error| other(error.to_string()))?;
            if theirs.origin != ours.origin {
                return Err(other(format!("it is of {}", theirs.origin)));
            }
            if theirs.size > ours.size {
                return Err(TargetError::Ahead { target: target.name(), there: theirs.size, here: ours.size });
            }
            if theirs.size == ours.size && theirs.root != ours.root {
                return Err(other("another root at the same size".to_owned()));
            }
            match extent {
                Extent::New => theirs.size,
                Extent::All => 0,
            }
        }
    };

    let mut sent = 0;
    let tiles: Vec<Tile> = bundles_between(before, ours.size).chain(tiles_between(before, ours.size)).collect();
    for some in tiles.chunks(AT_A_TIME) {
        let mut files = Vec::new();
        for tile in some {
            files.push((tile.to_string(), read(disk, &files::path_of(folder, tile))?));
        }
        sent += send(target, files)?;
    }
    let have = target.list(NOTES)?;
    let notes = files::archived(disk, folder).map_err(|error| TargetError::Read {
        path: folder.to_path_buf(),
        source: io::Error::other(error.to_string()),
    })?;
    let missing: Vec<String> = notes.into_iter().filter(|name| !have.contains(name)).collect();
    for some in missing.chunks(AT_A_TIME) {
        let mut files = Vec::new();
        for name in some {
            let path = folder.join(PUBLISHED).join(NOTES).join(name);
            files.push((format!("{NOTES}/{name}"), read(disk, &path)?));
        }
        sent += send(target, files)?;
    }
    // Last, and only in place of what was there when this began.
    if seen.as_ref().is_none_or(|held| held.bytes != bytes) {
        if !target.replace(CHECKPOINT, seen.as_ref(), bytes)? {
            return Err(TargetError::Raced { target: target.name() });
        }
        sent += 1;
    }
    Ok(Copied { size: ours.size, files: sent })
}

/// Sends files; of those that were there already, compares the bytes.
fn send(target: &dyn Target, files: Vec<(String, Vec<u8>)>) -> Result<usize, TargetError> {
    let count = files.len();
    let there = target.create(files.clone())?;
    for name in &there {
        let held = target.get(name)?;
        let ours = files.iter().find(|(n, _)| n == name).map(|(_, bytes)| bytes);
        if held.as_ref().map(|held| &held.bytes) != ours {
            return Err(TargetError::Differs { target: target.name(), name: name.clone() });
        }
    }
    Ok(count - there.len())
}

fn read(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, TargetError> {
    disk::read_limited(disk, path, MAX_FILE).map_err(|source| TargetError::Read { path: path.to_path_buf(), source })
}

/// The target of this address: `s3://bucket/prefix`, or a folder.
pub fn open(address: &str) -> Result<Box<dyn Target>, TargetError> {
    if address.starts_with("s3://") {
        #[cfg(feature = "s3")]
        return Ok(Box::new(crate::publish::s3::Store::open(address)?));
        #[cfg(not(feature = "s3"))]
        return Err(TargetError::NotBuilt { target: address.to_owned() });
    }
    if address.contains("://") {
        let problem = "it is neither a folder nor an s3:// address".to_owned();
        return Err(TargetError::Address { target: address.to_owned(), problem });
    }
    Ok(Box::new(Folder(PathBuf::from(address))))
}

/// A folder that a web server serves, perhaps.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    fn failed(
        &self,
        step: &'static str,
        name: &str,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> TargetError {
        TargetError::Target { target: self.name(), step, name: name.to_owned(), source: Box::new(source) }
    }
}

impl Target for Folder {
    fn name(&self) -> String {
        self.0.display().to_string()
    }

    fn create(&self, files: Vec<(String, Vec<u8>)>) -> Result<Vec<String>, TargetError> {
        let mut there = Vec::new();
        let mut new = Vec::new();
        for (name, bytes) in files {
            let path = self.0.join(&name);
            if path.exists() {
                there.push(name);
                continue;
            }
            durable::create_folder(durable::parent(&path)).map_err(|e| self.failed("make the folder of", &name, e))?;
            new.push((path, bytes));
        }
        durable::create_each(&Real, &new).map_err(|e| self.failed("write", "tiles", e))?;
        Ok(there)
    }

    fn get(&self, name: &str) -> Result<Option<Held>, TargetError> {
        match disk::read_limited(&Real, &self.0.join(name), MAX_FILE) {
            Ok(bytes) => Ok(Some(Held { bytes, version: None })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed("read", name, error)),
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, TargetError> {
        match Real.list(&self.0.join(folder)) {
            Ok(names) => Ok(names),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(self.failed("list", folder, error)),
        }
    }

    fn replace(&self, name: &str, seen: Option<&Held>, bytes: Vec<u8>) -> Result<bool, TargetError> {
        // A folder has no compare-and-swap; this narrows the moment, and the mission's lock covers our own programs.
        if self.get(name)?.map(|held| held.bytes) != seen.map(|held| held.bytes.clone()) {
            return Ok(false);
        }
        durable::replace(&self.0.join(name), &bytes).map_err(|e| self.failed("replace", name, e))?;
        Ok(true)
    }
}
