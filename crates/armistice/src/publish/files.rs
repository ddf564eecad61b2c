//! The folder `published/`: where its files are, writing those that are missing, reading them back.
//!
//! Must not: overwrite a tile or a bundle. What is there is compared; if it differs, the place is named.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use armistice_tlog::bundle;
use armistice_tlog::hash::{Hash, sha256};
use armistice_tlog::note::{MAX_NOTE, Note};
use armistice_tlog::tile::reader::TileReader;
use armistice_tlog::tile::{Tile, TileWriter, WIDTH, bundles_between, tiles_between};

use crate::disk::{self, Disk};
use crate::durable::{self, DurableError};
use crate::journal::register::Reading;
use crate::publish::error::PublishError;

/// Name of the folder in the folder of a register.
pub const PUBLISHED: &str = "published";

/// Name of the newest checkpoint in it.
pub const CHECKPOINT: &str = "checkpoint";

/// Name of the archive of notes in it.
pub const NOTES: &str = "notes";

/// Largest bundle that is read: 256 of the largest entries with their lengths.
pub const MAX_FILE: u64 = 256 * (2 + u16::MAX as u64);

/// How many bytes of new files are held before they are written: enough for one sync to serve many files.
const MAX_HELD: usize = 64 << 20;

/// The path of a tile.
#[must_use]
pub fn path_of(folder: &Path, tile: &Tile) -> PathBuf {
    folder.join(PUBLISHED).join(tile.to_string())
}

/// The folder of a register's files, as a source of tiles. Buffers are used again: an audit reads many files of one size, and
/// fresh memory for each costs a third of the time.
pub fn source<'a>(disk: &'a dyn Disk, folder: &'a Path) -> impl Fn(Tile) -> io::Result<Option<FileBytes>> + 'a {
    let spare: Rc<RefCell<Vec<Vec<u8>>>> = Rc::default();
    move |tile| {
        let mut buffer = spare.borrow_mut().pop().unwrap_or_default();
        match disk::read_into(disk, &path_of(folder, &tile), MAX_FILE, &mut buffer) {
            Ok(len) => Ok(Some(FileBytes { buffer, len, spare: spare.clone() })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// The bytes of a file that was read.
#[derive(Debug)]
pub struct FileBytes {
    buffer: Vec<u8>,
    len: usize,
    spare: Rc<RefCell<Vec<Vec<u8>>>>,
}

impl AsRef<[u8]> for FileBytes {
    fn as_ref(&self) -> &[u8] {
        &self.buffer[..self.len]
    }
}

impl Drop for FileBytes {
    fn drop(&mut self) {
        self.spare.borrow_mut().push(std::mem::take(&mut self.buffer));
    }
}

/// Writes the tiles and bundles that a register of `reading`'s size has and one of `old` entries had not: all bytes, one
/// sync a file, all names, one sync a folder. Returns how many are new. The caller holds the lock.
pub fn derive(disk: &dyn Disk, folder: &Path, reading: &Reading, old: u64) -> Result<usize, PublishError> {
    let size = reading.size();
    let top = folder.join(PUBLISHED);
    let mut pending = Pending { disk, top, files: Vec::new(), bytes: 0, folders: BTreeSet::new(), written: 0 };
    for tile in bundles_between(old, size) {
        let entries: Vec<&[u8]> = (tile.start()..tile.end()).filter_map(|index| reading.entry(index)).collect();
        let bytes = bundle::encode(&entries)
            .map_err(|error| PublishError::ReadBack { folder: folder.to_path_buf(), problem: error.to_string() })?;
        pending.add(path_of(folder, &tile), &tile, bytes)?;
    }
    // All of the tree's hashes again, from the leaves: nothing that is on the disk goes into what is written to it.
    let mut writer = TileWriter::new();
    let wanted: BTreeSet<Tile> = tiles_between(old, size).collect();
    for leaves in reading.leaves().chunks(usize::from(WIDTH) * usize::from(WIDTH)) {
        for (tile, bytes) in writer.append(leaves.iter().copied()) {
            if wanted.contains(&tile) {
                pending.add(path_of(folder, &tile), &tile, bytes)?;
            }
        }
    }
    pending.flush()?;
    // Files that were there already may be of a run that ended before it synced their names; so may the folders above all
    // of them, and a folder whose name is lost takes everything in it along.
    for folder in pending.folders {
        durable::sync_folder_on(disk, &folder)?;
    }
    Ok(pending.written)
}

/// New files that are not yet written.
struct Pending<'a> {
    disk: &'a dyn Disk,
    /// The folder that all of them are below.
    top: PathBuf,
    files: Vec<(PathBuf, Vec<u8>)>,
    bytes: usize,
    /// Folders that were there already, in which names may not be durable.
    folders: BTreeSet<PathBuf>,
    written: usize,
}

impl Pending<'_> {
    fn add(&mut self, path: PathBuf, tile: &Tile, bytes: Vec<u8>) -> Result<(), PublishError> {
        let above = path.ancestors().skip(2).take_while(|folder| folder.starts_with(&self.top));
        self.folders.extend(above.map(Path::to_path_buf));
        match disk::read_limited(self.disk, &path, MAX_FILE) {
            Ok(found) if found == bytes => {
                self.folders.insert(durable::parent(&path).to_path_buf());
                Ok(())
            }
            Ok(found) => {
                let differs = found.iter().zip(&bytes).position(|(a, b)| a != b);
                let offset = differs.unwrap_or(found.len().min(bytes.len()));
                Err(PublishError::Differs { path, tile: tile.to_string(), offset })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.bytes += bytes.len();
                self.files.push((path, bytes));
                if self.bytes > MAX_HELD { self.flush() } else { Ok(()) }
            }
            Err(source) => Err(PublishError::Read { path, source }),
        }
    }

    fn flush(&mut self) -> Result<(), PublishError> {
        let folders: BTreeSet<&Path> = self.files.iter().map(|(path, _)| durable::parent(path)).collect();
        for folder in folders {
            durable::create_folder_on(self.disk, folder)?;
            durable::remove_leftovers_on(self.disk, folder)?;
        }
        durable::create_each(self.disk, &self.files)?;
        self.written += self.files.len();
        self.files.clear();
        self.bytes = 0;
        Ok(())
    }
}

/// Reads back what [`derive()`] wrote and everything that leads from it to the root, by other code than that which made it:
/// every new entry is hashed from its bundle and found in a tile, every tile in the one above, the edge in the root.
/// With `old` 0 that is all there is.
pub fn read_back(disk: &dyn Disk, folder: &Path, old: u64, size: u64, root: Hash) -> Result<(), PublishError> {
    let problem = |problem: String| PublishError::ReadBack { folder: folder.join(PUBLISHED), problem };
    let reader = TileReader::open(size, root, source(disk, folder)).map_err(|error| problem(error.to_string()))?;
    for tile in bundles_between(old, size) {
        let bundle = reader.bundle(tile.index()).map_err(|error| problem(error.to_string()))?;
        let found = bundle.entries().len();
        if found != usize::from(tile.width()) {
            return Err(problem(format!("{tile} has {found} entries")));
        }
    }
    Ok(())
}

/// Removes partial tiles and bundles in whose place there is a full one now (tlog-tiles allows it). Best effort: one that
/// stays does no harm.
pub fn prune(disk: &dyn Disk, folder: &Path, old: u64, size: u64) {
    for full in bundles_between(old, size).chain(tiles_between(old, size)).filter(Tile::is_full) {
        let partials = PathBuf::from(format!("{}.p", path_of(folder, &full).display()));
        for width in disk.list(&partials).unwrap_or_default() {
            drop(disk.remove(&partials.join(width)));
        }
    }
}

/// Names in the archive of notes: each the SHA-256 of its note.
pub fn archived(disk: &dyn Disk, folder: &Path) -> Result<Vec<String>, PublishError> {
    let path = folder.join(PUBLISHED).join(NOTES);
    match disk.list(&path) {
        Ok(names) => Ok(names.into_iter().filter(|name| !name.ends_with(durable::TEMPORARY)).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(source) => Err(PublishError::Read { path, source }),
    }
}

/// Reads a note of the register; none if it is not there.
pub fn read_note(disk: &dyn Disk, path: &Path) -> Result<Option<(Note, Vec<u8>)>, PublishError> {
    let bytes = match disk::read_limited(disk, path, MAX_NOTE as u64) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(PublishError::Read { path: path.to_path_buf(), source }),
        Ok(bytes) => bytes,
    };
    let note = Note::parse(&bytes)
        .map_err(|error| PublishError::Note { path: path.to_path_buf(), problem: error.to_string() })?;
    Ok(Some((note, bytes)))
}

/// Keeps a note in the archive, for ever, and gives its name there. Kept already: the same.
pub fn archive(disk: &dyn Disk, folder: &Path, note: &Note) -> Result<String, PublishError> {
    let bytes = note.to_bytes();
    let name = sha256(&bytes).hex();
    let notes = folder.join(PUBLISHED).join(NOTES);
    durable::create_folder_on(disk, &notes)?;
    match durable::create_on(disk, &notes.join(&name), &bytes) {
        Ok(()) => {}
        // Perhaps by a run that ended before the name was durable.
        Err(DurableError::Exists { .. }) => durable::sync_folder_on(disk, &notes)?,
        Err(other) => return Err(other.into()),
    }
    Ok(name)
}

/// Puts a note in place as the newest checkpoint.
pub fn put_checkpoint(disk: &dyn Disk, folder: &Path, note: &Note) -> Result<(), PublishError> {
    let published = folder.join(PUBLISHED);
    durable::create_folder_on(disk, &published)?;
    durable::remove_leftovers_on(disk, &published)?;
    Ok(durable::replace_on(disk, &published.join(CHECKPOINT), &note.to_bytes())?)
}
