//! The file system as the store uses it: a handful of calls, each of which may fail or be the last before the power goes.
//!
//! Must not: add meaning to a call. What is safely on the disk, and in which order, is decided by `durable`, `journal`
//! and `publish`; this is only where a test can put another disk under them.
//!
//! [`Real`] is the operating system's. The tests have two more: one on which the n-th call breaks, and one in memory
//! that loses power and then keeps any part of what was not synced.

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, FileExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Mode of every file: a mission folder may hold what endangers people, so only its owner reads it.
pub const FILE_MODE: u32 = 0o600;

/// Mode of every folder.
pub const FOLDER_MODE: u32 = 0o700;

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Reading a file that is there.
    Read,
    /// Reading and writing a file that is there.
    Write,
    /// Writing a file that is not there yet.
    New,
    /// Locking a file, which comes into being if need be and is never cut.
    Lock,
}

/// A disk. Paths are as the caller has them; errors are the system's.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Opens a file.
    fn open(&self, path: &Path, open: Open) -> io::Result<Box<dyn DiskFile>>;
    /// Renames a file in its folder, in place of what has the name. The folder must be synced for it to last.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Renames a file unless the name is taken ([`io::ErrorKind::AlreadyExists`]).
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Creates one folder in a folder that is there.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Whether there is a folder of that name.
    fn is_folder(&self, path: &Path) -> bool;
    /// The names in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// The one absolute spelling of a path that is there.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
}

/// An open file.
pub trait DiskFile: fmt::Debug + Send + Sync {
    /// Its length in bytes.
    fn size(&self) -> io::Result<u64>;
    /// Reads some bytes; 0 only at the end of the file.
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize>;
    /// Writes all bytes, or fails with some of them written.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()>;
    /// Cuts or extends the file.
    fn set_len(&self, len: u64) -> io::Result<()>;
    /// Waits until the bytes and the length are on the disk. After it failed once, nobody may ask this file again.
    fn sync_data(&self) -> io::Result<()>;
    /// Tries to lock the file until it is closed: for itself, or shared with other readers. False: another holds it.
    fn try_lock(&self, exclusive: bool) -> io::Result<bool>;
    /// Gives the lock up. Closing does so too, but only when a process that was just started has closed its copy as well.
    fn unlock(&self);
}

/// The operating system's file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Real;

/// The disk that everything but tests uses.
#[must_use]
pub fn real() -> Arc<dyn Disk> {
    Arc::new(Real)
}

impl Disk for Real {
    fn open(&self, path: &Path, open: Open) -> io::Result<Box<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        match open {
            Open::Read => options.read(true),
            Open::Write => options.read(true).write(true),
            Open::New => options.read(true).write(true).create_new(true).mode(FILE_MODE),
            Open::Lock => options.read(true).write(true).create(true).truncate(false).mode(FILE_MODE),
        };
        Ok(Box::new(RealFile(options.open(path)?)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[expect(clippy::disallowed_methods, reason = "whoever calls this syncs the folder")]
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Ok(()) => Ok(()),
            // Some file systems do not know the flag. A hard link has the same promise: it never replaces.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
                fs::hard_link(from, to)?;
                fs::remove_file(from)
            }
            Err(errno) => Err(errno.into()),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        DirBuilder::new().mode(FOLDER_MODE).create(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for item in fs::read_dir(folder)? {
            names.push(item?.file_name().to_string_lossy().into_owned());
        }
        names.sort_unstable();
        Ok(names)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }
}

#[derive(Debug)]
struct RealFile(File);

impl DiskFile for RealFile {
    fn size(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }

    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        loop {
            match self.0.read_at(into, offset) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => return other,
            }
        }
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.0.write_all_at(bytes, offset)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn try_lock(&self, exclusive: bool) -> io::Result<bool> {
        match if exclusive { self.0.try_lock() } else { self.0.try_lock_shared() } {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(source)) => Err(source),
        }
    }

    fn unlock(&self) {
        // If it fails, closing the file is what is left.
        drop(self.0.unlock());
    }
}

/// Reads a file whole, and at most one byte more than `limit`: enough to see that it is too large.
pub fn read_limited(disk: &dyn Disk, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = read_into(disk, path, limit, &mut bytes)?;
    bytes.truncate(read);
    Ok(bytes)
}

/// [`read_limited`] into a buffer that is used again: what was read is its beginning, and the rest is of earlier files.
pub fn read_into(disk: &dyn Disk, path: &Path, limit: u64, buffer: &mut Vec<u8>) -> io::Result<usize> {
    let most = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
    let file = disk.open(path, Open::Read)?;
    let known = usize::try_from(file.size()?).unwrap_or(usize::MAX).saturating_add(1).min(most);
    if buffer.len() < known {
        buffer.resize(known, 0);
    }
    let mut filled = 0;
    while filled < most {
        // Longer than it said at first: go on to the limit.
        if filled == buffer.len() {
            buffer.resize(filled.saturating_mul(2).min(most), 0);
        }
        let end = buffer.len().min(most);
        match file.read_at(&mut buffer[filled..end], filled as u64)? {
            0 => break,
            more => filled += more,
        }
    }
    Ok(filled)
}
