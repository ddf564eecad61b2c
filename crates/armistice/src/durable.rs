//! Durability: the one place that decides when a file is safely on the disk.
//!
//! Must not: report success before the disk has the bytes *and* the name, leave a half-written file under its final
//! name, or call `fsync` a second time after it failed (the kernel may have dropped the pages and then says "fine").
//!
//! One file, happy path ([`replace`], [`create`]):
//!
//! ```text
//! openat(dir/.name.PID-N.armistice.tmp, O_CREAT|O_EXCL, 0600)
//! write(bytes)
//! fsync(file)                   the bytes are on the disk, under a name that nobody reads
//! rename(tmp, name)             or renameat2(…, RENAME_NOREPLACE) to create only
//! fsync(dir)                    the name is on the disk
//! ```
//!
//! Many files ([`create_all`]): the same with one barrier for all files and one for all names. On Linux a barrier is
//! `syncfs`, elsewhere one `fsync` a file on all cores. Measured on ext4 over virtio, 2 cores, 10,000 files of 4 KiB
//! in 256 folders, three rounds of the example `journal_measure` (optimised): one `fsync` a file on both cores 1.96 to
//! 2.03 s, `syncfs` 0.37 to 0.43 s. So [`Barrier::FileSystem`] is what `blobs` takes for a batch.
//! `syncfs` also waits for what other programs have not yet written; that is the price, paid once a batch.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::disk::{Disk, DiskFile, Open, Real};
pub use crate::disk::{FILE_MODE, FOLDER_MODE};

/// How temporary files end. What is found under such a name belongs to a writer that died, see [`remove_leftovers`].
pub const TEMPORARY: &str = ".armistice.tmp";

/// Something did not reach the disk.
#[derive(Debug, thiserror::Error)]
pub enum DurableError {
    /// A step before the barrier failed: nothing changed under the final name, and trying again is safe.
    #[error("cannot {step} {path}: {source}", path = path.display())]
    Io { step: &'static str, path: PathBuf, source: io::Error },
    /// The file is there already, and this was to create it.
    #[error("{path} exists already", path = path.display())]
    Exists { path: PathBuf },
    /// The barrier failed: what is on the disk is unknown. The store must stop; nothing may be retried.
    #[error(
        "the disk did not confirm {path}: {source}; what is stored there is uncertain. Stop, check the disk, then run the command again",
        path = path.display()
    )]
    Sync { path: PathBuf, source: io::Error },
}

impl DurableError {
    pub(crate) fn io(step: &'static str, path: &Path) -> impl FnOnce(io::Error) -> DurableError {
        let path = path.to_path_buf();
        move |source| DurableError::Io { step, path, source }
    }

    pub(crate) fn sync(path: &Path) -> impl FnOnce(io::Error) -> DurableError {
        let path = path.to_path_buf();
        move |source| DurableError::Sync { path, source }
    }
}

/// How many files the barrier of [`create_all`] syncs at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// One `syncfs` for each file system touched (Linux; elsewhere the same as `EachFile`).
    FileSystem,
    /// One `fsync` for each file and folder, on all cores.
    EachFile,
}

/// Writes `bytes` to `path`, in place of what was there. Readers see the old or the new file, never a mixture.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), DurableError> {
    replace_on(&Real, path, bytes)
}

/// [`replace`] on any disk.
pub fn replace_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), DurableError> {
    let (temporary, file) = write_temporary(disk, path, bytes)?;
    file.sync_data().map_err(DurableError::sync(path))?;
    disk.rename(&temporary, path).map_err(DurableError::io("put in place", path))?;
    sync_folder_on(disk, parent(path))
}

/// Writes `bytes` to a new file at `path`. If one is there already it stays as it is ([`DurableError::Exists`]).
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), DurableError> {
    create_on(&Real, path, bytes)
}

/// [`create`] on any disk.
pub fn create_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), DurableError> {
    let (temporary, file) = write_temporary(disk, path, bytes)?;
    file.sync_data().map_err(DurableError::sync(path))?;
    let renamed = rename_new(disk, &temporary, path);
    if renamed.is_err() {
        remove_quietly(disk, &temporary);
    }
    renamed?;
    sync_folder_on(disk, parent(path))
}

/// Creates many files, none of which is ever replaced: all bytes first, then one sync a file, then all names, then one
/// sync a folder. A name that is taken by then is [`DurableError::Exists`]. The folders must be there.
///
/// Until the syncs are through, nothing stands under a final name; a crash after that leaves any of the names, each with
/// all of its bytes.
pub fn create_each(disk: &dyn Disk, files: &[(PathBuf, Vec<u8>)]) -> Result<(), DurableError> {
    let write = |(path, bytes): &(PathBuf, Vec<u8>)| {
        let (temporary, file) = write_temporary(disk, path, bytes)?;
        // Started here, on all cores: the disk can take many at once.
        file.sync_data().map_err(DurableError::sync(path))?;
        Ok(temporary)
    };
    // In turn where there are few: a test's disk then sees its calls in one order.
    let written: Vec<Result<PathBuf, DurableError>> = if files.len() < PARALLEL_FROM {
        files.iter().map(write).collect()
    } else {
        files.par_iter().map(write).collect()
    };
    let temporaries: Vec<PathBuf> = written.into_iter().collect::<Result<_, _>>()?;
    for (temporary, (path, _)) in temporaries.iter().zip(files) {
        rename_new(disk, temporary, path)?;
    }
    let folders: BTreeSet<&Path> = files.iter().map(|(path, _)| parent(path)).collect();
    folders.into_iter().try_for_each(|folder| sync_folder_on(disk, folder))
}

/// From so many files on [`create_each`] uses all cores.
const PARALLEL_FROM: usize = 16;

/// Creates many files with one barrier for all of them; a file that is there already is left as it is, and its name is
/// made durable with the others. For each file: whether it is new. Either all are durable or an error is returned.
pub fn create_all(files: &[(PathBuf, &[u8])], barrier: Barrier) -> Result<Vec<bool>, DurableError> {
    let folders: BTreeSet<&Path> = files.iter().map(|(path, _)| parent(path)).collect();
    // Opened before anything is written: `syncfs` reports the write errors since its file was opened, not earlier ones.
    let systems = FileSystems::of(&folders, barrier)?;
    // Each file is closed when written: a batch may have more files than a process may hold open.
    let write = |(path, bytes): &(PathBuf, &[u8])| {
        let (temporary, file) = write_temporary(&Real, path, bytes)?;
        match systems.barrier() {
            Barrier::FileSystem => {}
            Barrier::EachFile => file.sync_data().map_err(DurableError::sync(path))?,
        }
        Ok(temporary)
    };
    let written: Vec<Result<PathBuf, DurableError>> = files.par_iter().map(write).collect();
    let mut temporaries = Vec::with_capacity(files.len());
    let mut failed = None;
    for result in written {
        match result {
            Ok(temporary) => temporaries.push(temporary),
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    if let Some(error) = failed {
        temporaries.iter().for_each(|temporary| remove_quietly(&Real, temporary));
        return Err(error);
    }
    systems.sync()?;
    let mut new = Vec::with_capacity(files.len());
    for (temporary, (path, _)) in temporaries.iter().zip(files) {
        match rename_new(&Real, temporary, path) {
            Ok(()) => new.push(true),
            Err(DurableError::Exists { .. }) => {
                remove_quietly(&Real, temporary);
                new.push(false);
            }
            // The temporaries that are left are swept by the next writer.
            Err(error) => return Err(error),
        }
    }
    systems.sync_names(&folders)?;
    Ok(new)
}

/// Makes the names in these folders durable.
pub fn sync_folders(folders: &BTreeSet<&Path>, barrier: Barrier) -> Result<(), DurableError> {
    FileSystems::of(folders, barrier)?.sync_names(folders)
}

/// Puts a file that is on the disk under another name of its folder, in place of what was there, and makes that durable.
pub fn rename(from: &Path, to: &Path) -> Result<(), DurableError> {
    Real.rename(from, to).map_err(DurableError::io("put in place", to))?;
    sync_folder(parent(to))
}

/// Makes the names in one folder durable.
pub fn sync_folder(folder: &Path) -> Result<(), DurableError> {
    sync_folder_on(&Real, folder)
}

/// [`sync_folder`] on any disk.
pub fn sync_folder_on(disk: &dyn Disk, folder: &Path) -> Result<(), DurableError> {
    disk.sync_folder(folder).map_err(DurableError::sync(folder))
}

/// Creates a folder and the folders above it that are missing, readable by the owner only, and makes them durable.
pub fn create_folder(path: &Path) -> Result<(), DurableError> {
    create_folder_on(&Real, path)
}

/// [`create_folder`] on any disk.
pub fn create_folder_on(disk: &dyn Disk, path: &Path) -> Result<(), DurableError> {
    if disk.is_folder(path) {
        return Ok(());
    }
    let above = parent(path);
    create_folder_on(disk, above)?;
    match disk.create_folder(path) {
        Ok(()) => sync_folder_on(disk, above),
        // Another process made it in between.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && disk.is_folder(path) => Ok(()),
        Err(source) => Err(DurableError::Io { step: "create the folder", path: path.to_path_buf(), source }),
    }
}

/// Removes the temporary files that a writer who died left in `folder`. Only under the mission's write lock.
pub fn remove_leftovers(folder: &Path) -> Result<usize, DurableError> {
    remove_leftovers_on(&Real, folder)
}

/// [`remove_leftovers`] on any disk.
pub fn remove_leftovers_on(disk: &dyn Disk, folder: &Path) -> Result<usize, DurableError> {
    let mut removed = 0;
    for name in disk.list(folder).map_err(DurableError::io("list", folder))? {
        if name.ends_with(TEMPORARY) {
            let path = folder.join(name);
            disk.remove(&path).map_err(DurableError::io("remove", &path))?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// The folder that a path stands in.
pub(crate) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        Some(_) | None => Path::new("."),
    }
}

/// Writes `bytes` beside `path` under a temporary name. Nothing is synced.
fn write_temporary(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(PathBuf, Box<dyn DiskFile>), DurableError> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let temporary = parent(path).join(format!(".{name}.{}-{number}{TEMPORARY}", std::process::id()));
    // A leftover of an earlier process with the same id would be in the way; it was never finished.
    let opened = match disk.open(&temporary, Open::New) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            remove_quietly(disk, &temporary);
            disk.open(&temporary, Open::New)
        }
        other => other,
    };
    let file = opened.map_err(DurableError::io("create a file for", path))?;
    if let Err(source) = file.write_at(bytes, 0) {
        remove_quietly(disk, &temporary);
        return Err(DurableError::Io { step: "write", path: path.to_path_buf(), source });
    }
    Ok((temporary, file))
}

/// Puts a finished temporary file at `path` unless one is there.
fn rename_new(disk: &dyn Disk, temporary: &Path, path: &Path) -> Result<(), DurableError> {
    disk.rename_new(temporary, path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => DurableError::Exists { path: path.to_path_buf() },
        // The kinds of the system are not ours to list.
        _ => DurableError::Io { step: "put in place", path: path.to_path_buf(), source },
    })
}

/// A temporary file that cannot be removed harms nothing: nobody reads it and the next writer sweeps it.
fn remove_quietly(disk: &dyn Disk, path: &Path) {
    drop(disk.remove(path));
}

/// The file systems that a batch touches, one open folder on each. Empty where each file is synced for itself.
struct FileSystems(Vec<(PathBuf, File)>);

impl FileSystems {
    fn of(folders: &BTreeSet<&Path>, barrier: Barrier) -> Result<FileSystems, DurableError> {
        let mut systems = FileSystems(Vec::new());
        if cfg!(not(target_os = "linux")) || barrier == Barrier::EachFile {
            return Ok(systems);
        }
        // Folders may lie on different file systems (a mount inside the mission): one barrier for each.
        let mut seen = BTreeSet::new();
        for folder in folders {
            let opened = File::open(folder).map_err(DurableError::io("open the folder", folder))?;
            let device = opened.metadata().map_err(DurableError::io("look at", folder))?.dev();
            if seen.insert(device) {
                systems.0.push((folder.to_path_buf(), opened));
            }
        }
        Ok(systems)
    }

    fn barrier(&self) -> Barrier {
        if self.0.is_empty() { Barrier::EachFile } else { Barrier::FileSystem }
    }

    fn sync(&self) -> Result<(), DurableError> {
        #[cfg(target_os = "linux")]
        for (folder, opened) in &self.0 {
            rustix::fs::syncfs(opened).map_err(|errno| DurableError::sync(folder)(errno.into()))?;
        }
        Ok(())
    }

    fn sync_names(&self, folders: &BTreeSet<&Path>) -> Result<(), DurableError> {
        match self.barrier() {
            Barrier::FileSystem => self.sync(),
            Barrier::EachFile => {
                let folders: Vec<&Path> = folders.iter().copied().collect();
                folders.par_iter().try_for_each(|folder| sync_folder(folder))
            }
        }
    }
}
