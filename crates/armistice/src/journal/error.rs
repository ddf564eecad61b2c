//! What can go wrong with a register, and what somebody should know about one.
//!
//! Must not: say only that something is wrong. Each message names the file, the place, the reason and what to do.

use std::io;
use std::path::PathBuf;

use crate::durable::DurableError;
use crate::journal::format::{BatchError, Damage, Fault, MAX_REGISTER, OriginProblem};
use crate::journal::head::HeadError;

/// Why a register cannot be had, or cannot take more.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// There is no register here.
    #[error("{folder} is no register (it has no register.head)", folder = folder.display())]
    NoRegister { folder: PathBuf },
    /// There is one already.
    #[error("{folder} is a register already, of {origin}", folder = folder.display())]
    Exists { folder: PathBuf, origin: String },
    /// The register was begun and not finished; nothing was ever in it.
    #[error("{folder} was begun and not finished, nothing was in it; create the register again", folder = folder.display())]
    Unfinished { folder: PathBuf },
    /// The origin is not allowed.
    #[error("\"{origin}\" cannot be an origin: {problem}")]
    Origin { origin: String, problem: OriginProblem },
    /// A batch that cannot be written.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// The register has reached its largest size.
    #[error("{path} has reached its limit of {MAX_REGISTER} bytes; continue in a second register", path = path.display())]
    Full { path: PathBuf },
    /// Bytes that were acknowledged are not what they were.
    #[error(
        "{path} is damaged at byte {offset}: {damage}. Entries 0 to {first} (not included) are sound, {lost} acknowledged entries from there on are in doubt. Do not write to it; put a good copy of this folder in its place (another member's, or a backup at least as new)",
        path = path.display(), offset = damage.offset, first = damage.first
    )]
    Damaged { path: PathBuf, damage: Damage, lost: u64 },
    /// The end of the register is gone.
    #[error(
        "{path} is cut off: it has {has_bytes} bytes with {has} whole entries, but {acknowledged} entries in {acknowledged_bytes} bytes had been acknowledged. Do not write to it; put a good copy of this folder in its place (another member's, or a backup at least as new)",
        path = path.display()
    )]
    Truncated { path: PathBuf, has_bytes: u64, has: u64, acknowledged_bytes: u64, acknowledged: u64 },
    /// The head is missing or cannot be read, so it is not known how much was acknowledged.
    #[error(
        "{path} cannot be used: {problem}. It says how much was acknowledged; take it from a copy, or rebuild it from the log if you know that the log is complete",
        path = path.display()
    )]
    Head { path: PathBuf, problem: HeadProblem },
    /// There is nothing to rebuild.
    #[error("{path} is sound; there is nothing to rebuild", path = path.display())]
    HeadSound { path: PathBuf },
    /// Log and head are each sound but not of the same register.
    #[error("{path} does not belong to the log beside it: {what} differs. One of the two was replaced; put both back from one copy", path = path.display())]
    Disagree { path: PathBuf, what: &'static str },
    /// The lock given is not a write lock on the mission that this register is in.
    #[error("{folder} is not under the write lock given", folder = folder.display())]
    NotLocked { folder: PathBuf },
    /// An earlier write failed; this register takes nothing more until it is opened again.
    #[error("{folder} has stopped after an error; nothing more is written until it is opened again", folder = folder.display())]
    Stopped { folder: PathBuf },
    /// The thread that was to write the batches of many ended in the middle. Nothing of this batch was acknowledged.
    #[error(
        "whoever was to write this batch ended in the middle; nothing of it is acknowledged, and nothing more is written until the register is opened again"
    )]
    LeaderLost,
    /// A write failed. Nothing of this batch was acknowledged.
    #[error(
        "cannot {step} {path}: {source}. This batch is not acknowledged, all before it is safe. When the cause is removed (is the disk full?), run the command again",
        path = path.display()
    )]
    Write { step: Step, path: PathBuf, source: io::Error },
    /// A file cannot be read, or the disk does not confirm that it has what is read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Read { path: PathBuf, source: io::Error },
    /// A file beside the log did not reach the disk.
    #[error(transparent)]
    Durable(#[from] DurableError),
}

/// What is wrong with a head file.
#[derive(Debug, thiserror::Error)]
pub enum HeadProblem {
    #[error("it is missing")]
    Missing,
    #[error("it is larger than a head can be")]
    TooLarge,
    #[error("{0}")]
    Text(#[from] HeadError),
}

/// Something that is no error, but that somebody should know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// Bytes of a write that was cut short. They were never acknowledged. Opening for writing puts them aside.
    #[error("{path} ends in {len} bytes of an unfinished write at byte {offset} ({fault}); they were never acknowledged", path = path.display())]
    TornTail { path: PathBuf, offset: u64, len: u64, fault: Fault },
    /// The same, now cut off and kept in a file of its own.
    #[error("{len} bytes of an unfinished write at byte {offset} of {path} ({fault}) were never acknowledged; they are kept in {kept}", path = path.display(), kept = kept.display())]
    TornTailKept { path: PathBuf, offset: u64, len: u64, fault: Fault, kept: PathBuf },
    /// Sound entries beyond the floor: an earlier writer did not end in order. They may have been acknowledged, so they
    /// count; they were written once more and synced, as a sync that failed may have lost them.
    #[error("{path} was not closed in order; its {count} entries from index {first} on were written and synced once more", path = path.display())]
    Adopted { path: PathBuf, first: u64, count: u64 },
}

/// The steps in which the log itself is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Cutting off a torn tail, when it is opened for writing.
    CutLog,
    /// Writing a batch.
    WriteLog,
    /// Waiting until the disk has it.
    SyncLog,
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Step::CutLog => "cut",
            Step::WriteLog => "write",
            Step::SyncLog => "sync",
        })
    }
}
