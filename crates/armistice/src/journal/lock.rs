//! The lock of a mission folder: one writer, or any number of readers.
//!
//! Must not: let two processes write, wait without a bound, or trust a process id that it merely read.
//!
//! The lock is advisory and of the operating system (`flock`): it ends with the process that holds it, however that
//! ends, so there is never a stale lock. The process id in the file only serves the message. The file is never removed:
//! a process that waits on a removed file would hold a lock that nobody else sees.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::disk::{self, Disk, DiskFile, Open};

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
    disk: Arc<dyn Disk>,
    file: Box<dyn DiskFile>,
}

impl Lock {
    /// Takes the lock, or says at once who holds it.
    pub fn take(mission: &Path, access: Access) -> Result<Lock, LockError> {
        Lock::wait(mission, access, Duration::ZERO)
    }

    /// Takes the lock, waiting for at most `patience`.
    pub fn wait(mission: &Path, access: Access, patience: Duration) -> Result<Lock, LockError> {
        Lock::wait_on(disk::real(), mission, access, patience)
    }

    /// [`Lock::wait`] on any disk.
    pub fn wait_on(disk: Arc<dyn Disk>, mission: &Path, access: Access, patience: Duration) -> Result<Lock, LockError> {
        let path = mission.join(LOCK);
        let cannot = |source| LockError::Io { path: path.clone(), source };
        let file = open(&*disk, &path, access).map_err(cannot)?;
        let start = Instant::now();
        loop {
            match file.try_lock(access == Access::Write) {
                Ok(true) => break,
                Ok(false) if start.elapsed() < patience => thread::sleep(PAUSE),
                Ok(false) => return Err(who_holds(mission, &*file)),
                Err(source) => return Err(cannot(source)),
            }
        }
        if access == Access::Write {
            let pid = format!("pid {}\n", std::process::id());
            file.set_len(0).and_then(|()| file.write_at(pid.as_bytes(), 0)).map_err(cannot)?;
        }
        let mission = disk.resolve(mission).map_err(cannot)?;
        Ok(Lock { mission, access, disk, file })
    }

    /// Whether this lock allows writing below `folder`.
    #[must_use]
    pub fn allows_writing(&self, folder: &Path) -> bool {
        self.access == Access::Write && self.disk.resolve(folder).is_ok_and(|folder| folder.starts_with(&self.mission))
    }

    /// What was locked, as an absolute path.
    #[must_use]
    pub fn mission(&self) -> &Path {
        &self.mission
    }

    /// The disk that it is on, and with it everything that is written under this lock.
    #[must_use]
    pub fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.access == Access::Write {
            // Best effort: a process id that stays behind is not believed (see `who_holds`).
            drop(self.file.set_len(0));
        }
        self.file.unlock();
    }
}

fn open(disk: &dyn Disk, path: &Path, access: Access) -> io::Result<Box<dyn DiskFile>> {
    match disk.open(path, Open::Lock) {
        // A mission on a read-only medium, or another user's, can still be read.
        Err(error)
            if access == Access::Read
                && matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) =>
        {
            disk.open(path, Open::Read)
        }
        other => other,
    }
}

fn who_holds(mission: &Path, file: &dyn DiskFile) -> LockError {
    let mission = mission.to_path_buf();
    // If reading is allowed now, only readers stand in the way, and a process id in the file is of an earlier writer.
    if file.try_lock(false).is_ok_and(|locked| locked) {
        return LockError::Reading { mission };
    }
    let mut text = [0; 64];
    let read = file.read_at(&mut text, 0).unwrap_or_default();
    let pid = str::from_utf8(&text[..read]).ok().and_then(|text| text.trim().strip_prefix("pid ")?.parse().ok());
    LockError::Writing { mission, pid }
}
