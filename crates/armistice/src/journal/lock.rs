//! The lock of a mission folder: one writer, or any number of readers.
//!
//! Must not: let two processes write, wait without a bound, or trust a process id that it merely read.
//!
//! The lock is advisory and of the operating system (`flock`): it ends with the process that holds it, however that
//! ends, so there is never a stale lock. The process id in the file only serves the message. The file is never removed:
//! a process that waits on a removed file would hold a lock that nobody else sees.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::durable::FILE_MODE;

/// Name of the lock file in the mission folder.
pub const LOCK: &str = "lock";

/// How often a process that waits tries again: short for a person, long for a processor.
const PAUSE: Duration = Duration::from_millis(20);

/// Why the lock was not had.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process writes here.
    #[error(
        "another process{} is writing in {mission}",
        pid.map(|pid| format!(" (pid {pid})")).unwrap_or_default(),
        mission = mission.display()
    )]
    Writing { mission: PathBuf, pid: Option<u32> },
    /// Other processes read here, and writing must wait for them.
    #[error("another process is reading in {mission}", mission = mission.display())]
    Reading { mission: PathBuf },
    /// The lock file cannot be used.
    #[error("cannot lock {path}: {source}", path = path.display())]
    Io { path: PathBuf, source: io::Error },
}

/// Who may be here at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Other readers.
    Read,
    /// Nobody.
    Write,
}

/// A lock held on a mission folder, until it is dropped.
#[derive(Debug)]
pub struct Lock {
    mission: PathBuf,
    access: Access,
    file: File,
}

impl Lock {
    /// Takes the lock, or says at once who holds it.
    pub fn take(mission: &Path, access: Access) -> Result<Lock, LockError> {
        Lock::wait(mission, access, Duration::ZERO)
    }

    /// Takes the lock, waiting for at most `patience`.
    pub fn wait(mission: &Path, access: Access, patience: Duration) -> Result<Lock, LockError> {
        let path = mission.join(LOCK);
        let cannot = |source| LockError::Io { path: path.clone(), source };
        let mut file = open(&path, access).map_err(cannot)?;
        let start = Instant::now();
        loop {
            let tried = match access {
                Access::Read => file.try_lock_shared(),
                Access::Write => file.try_lock(),
            };
            match tried {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if start.elapsed() < patience => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(who_holds(mission, &file)),
                Err(TryLockError::Error(source)) => return Err(cannot(source)),
            }
        }
        if access == Access::Write {
            file.set_len(0).and_then(|()| writeln!(file, "pid {}", std::process::id())).map_err(cannot)?;
        }
        let mission = mission.canonicalize().map_err(cannot)?;
        Ok(Lock { mission, access, file })
    }

    /// Whether this lock allows writing below `folder`.
    #[must_use]
    pub fn allows_writing(&self, folder: &Path) -> bool {
        self.access == Access::Write && folder.canonicalize().is_ok_and(|folder| folder.starts_with(&self.mission))
    }

    /// What was locked, as an absolute path.
    #[must_use]
    pub fn mission(&self) -> &Path {
        &self.mission
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.access == Access::Write {
            // Best effort: a process id that stays behind is not believed (see `who_holds`).
            drop(self.file.set_len(0));
        }
        // Closing the file releases the lock.
    }
}

fn open(path: &Path, access: Access) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(FILE_MODE);
    match options.open(path) {
        // A mission on a read-only medium, or another user's, can still be read.
        Err(error)
            if access == Access::Read
                && matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) =>
        {
            File::open(path)
        }
        other => other,
    }
}

fn who_holds(mission: &Path, file: &File) -> LockError {
    let mission = mission.to_path_buf();
    // If reading is allowed now, only readers stand in the way, and a process id in the file is of an earlier writer.
    if file.try_lock_shared().is_ok() {
        return LockError::Reading { mission };
    }
    let mut text = String::new();
    let read = file.take(64).read_to_string(&mut text);
    let pid = read.ok().and_then(|_| text.trim().strip_prefix("pid ")?.parse().ok());
    LockError::Writing { mission, pid }
}
