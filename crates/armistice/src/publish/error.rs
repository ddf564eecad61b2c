//! Why a register is not published.
//!
//! Must not: say only that something is wrong. Each message names the place and what to do.

use std::io;
use std::path::PathBuf;

use armistice_tlog::hash::Hash;
use armistice_tlog::note::NoteError;

use crate::durable::DurableError;
use crate::journal::error::JournalError;

/// Why nothing was signed.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The register itself cannot be had.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// A file did not reach the disk.
    #[error(transparent)]
    Durable(#[from] DurableError),
    /// A file cannot be read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Read { path: PathBuf, source: io::Error },
    /// Not under the write lock.
    #[error("{folder} is not under the write lock given", folder = folder.display())]
    NotLocked { folder: PathBuf },
    /// `sign.state` is damaged.
    #[error(
        "{path} is damaged: line {line} {problem}. It says what was signed, so nothing is signed without it; put a good copy of this folder in its place (a backup at least as new)",
        path = path.display()
    )]
    State { path: PathBuf, line: usize, problem: &'static str },
    /// `sign.state` is of another register.
    #[error("{path} belongs to the register of {of}, not to the one beside it. Put both back from one copy", path = path.display())]
    Disagree { path: PathBuf, of: String },
    /// `sign.state` is gone.
    #[error(
        "{path} is missing, though checkpoints of this register exist. It says what was signed, so nothing is signed without it; put it back from a backup at least as new",
        path = path.display()
    )]
    StateMissing { path: PathBuf },
    /// Another process changed it.
    #[error(
        "{path} was changed by another process: two programs sign for this register. This one has stopped; find the other one",
        path = path.display()
    )]
    Raced { path: PathBuf },
    /// Somebody holds more of this register than this folder.
    #[error(
        "rollback suspected: {who} has {elsewhere} entries of {origin}, this folder has {local}. It was perhaps restored from an old backup. Nothing is written or signed. Get the missing entries back from whoever holds them (`armistice sync`), or put the newest copy of this folder in its place"
    )]
    Rollback { origin: String, who: String, elsewhere: u64, local: u64 },
    /// Somebody holds another history of this register.
    #[error(
        "rollback suspected: {who} has root {theirs} for the first {size} entries of {origin}, this folder has {ours}. One of the two is another history. Nothing is written or signed. Keep this folder as it is and compare it with the newest backup"
    )]
    Fork { origin: String, who: String, size: u64, theirs: Hash, ours: Hash },
    /// A derived file has other bytes than it must have.
    #[error(
        "{path} has other bytes than it must have, first at byte {offset} ({tile}). It was altered or is damaged; it is not overwritten. Keep a copy of it, remove it, then run the command again",
        path = path.display()
    )]
    Differs { path: PathBuf, tile: String, offset: usize },
    /// What was written reads back otherwise, or leads to another root.
    #[error(
        "what was written to {folder} does not lead to the register's root: {problem}. Nothing was signed. Check the disk and the memory of this machine",
        folder = folder.display()
    )]
    ReadBack { folder: PathBuf, problem: String },
    /// A note that is there does not verify.
    #[error("{path} is no checkpoint that this register signed: {problem}. Put a good copy in its place (notes/ has one, named by its SHA-256), or remove it", path = path.display())]
    Note { path: PathBuf, problem: String },
    /// The checkpoint cannot be made into a note.
    #[error("the checkpoint of {size} entries cannot be signed: {source}")]
    Sign { size: u64, source: NoteError },
    /// The key that signs is not among those that the register declares.
    #[error(
        "the checkpoint of {size} entries was signed with a key that this register does not declare; nothing was published"
    )]
    Key { size: u64 },
}
