//! The files of one register: `registers/<member>/register.log` and `register.head`.
//!
//! Must not: acknowledge an entry before its bytes are on the disk, give out an entry that could still be lost, sync the
//! same file twice after an error, or drop bytes it does not understand.
//!
//! An entry is acknowledged when its batch is written and synced: one `fdatasync` a batch. `register.head` is a floor,
//! written when a register is closed in order and before a checkpoint is signed. So at every moment, whatever breaks:
//! entries under the floor <= acknowledged entries <= sound entries in the log. What is not sound under the floor is
//! damage; beyond it, it may be the end of a write that was cut short (see [`mod@format`] for how the two are told apart).

use std::convert::Infallible;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use armistice_tlog::hash::{Hash, empty_root};
use armistice_tlog::tree::{Frontier, Tree};

use crate::disk::{self, Disk, DiskFile, Open, Real};
use crate::durable::{self, DurableError};
use crate::journal::error::{HeadProblem, JournalError, Step, Warning};
use crate::journal::format::{self, Damage, End, Log, MAX_REGISTER, Sound, Source, Stop, Walked};
use crate::journal::head::{Head, MAX_HEAD};
use crate::journal::lock::Lock;
use crate::keys::MemberName;

/// Name of the file with the entries.
pub const LOG: &str = "register.log";

/// Name of the file that says how far they are acknowledged.
pub const HEAD: &str = "register.head";

/// Folder of a member's register in a mission folder.
#[must_use]
pub fn folder(mission: &Path, member: &MemberName) -> PathBuf {
    mission.join("registers").join(member.as_str())
}

/// The proof for the writer that a batch is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// Index of the first entry of the batch.
    pub first_index: u64,
    /// Entries in the register after it.
    pub size: u64,
    /// Tree root over all of them (RFC 9162).
    pub root: Hash,
}

/// How much of a file is read, and copied, at a time: few calls, little memory.
const PIECE: usize = 1 << 20;

/// A register as read: its entries, checked from the first byte to the last, and on the disk.
#[derive(Debug, Clone)]
pub struct Reading {
    bytes: Vec<u8>,
    log: Log,
    root: Hash,
    warnings: Vec<Warning>,
}

impl Reading {
    /// Whose register it is.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.log.origin
    }

    /// Number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.log.entries.len() as u64
    }

    /// Tree root over all entries (RFC 9162).
    #[must_use]
    pub const fn root(&self) -> Hash {
        self.root
    }

    /// What somebody should know.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// All entries with their index, in order.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (u64, &[u8])> + DoubleEndedIterator {
        self.log.entries.iter().enumerate().map(|(index, (at, len))| (index as u64, &self.bytes[*at..*at + *len]))
    }

    /// The entry at an index.
    #[must_use]
    pub fn entry(&self, index: u64) -> Option<&[u8]> {
        let (at, len) = *self.log.entries.get(usize::try_from(index).ok()?)?;
        self.bytes.get(at..at + len)
    }

    /// Leaf hashes (statement ids) of all entries, in order.
    #[must_use]
    pub fn leaves(&self) -> &[Hash] {
        &self.log.leaves
    }

    /// The register as it was when it had `size` entries. None if it has fewer.
    #[must_use]
    pub fn up_to(mut self, size: u64) -> Option<Reading> {
        let keep = usize::try_from(size).ok().filter(|keep| *keep <= self.log.leaves.len())?;
        self.log.entries.truncate(keep);
        self.log.leaves.truncate(keep);
        let mut edge = Frontier::new();
        self.log.leaves.iter().for_each(|leaf| {
            edge.push(*leaf);
        });
        self.root = edge.root();
        Some(self)
    }

    /// The tree over all entries, for proofs.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        self.log.leaves.iter().for_each(|leaf| {
            tree.push(*leaf);
        });
        tree
    }
}

/// A register open for appending.
#[derive(Debug)]
pub struct Register {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    file: Box<dyn DiskFile>,
    /// What `register.head` says.
    floor: Head,
    /// How far the log is on the disk.
    end: End,
    edge: Frontier,
    stopped: bool,
    warnings: Vec<Warning>,
}

impl Register {
    /// Makes an empty register in `folder`, which comes into being if need be.
    pub fn create(folder: &Path, origin: &str) -> Result<(), JournalError> {
        Register::create_on(&Real, folder, origin)
    }

    /// [`Register::create`] on any disk.
    pub fn create_on(disk: &dyn Disk, folder: &Path, origin: &str) -> Result<(), JournalError> {
        let header = format::header(origin)
            .map_err(|problem| JournalError::Origin { origin: origin.chars().take(80).collect(), problem })?;
        let chain = format::parse(&header).map_err(|damage| damaged(folder, damage, 0))?.ends[0].chain;
        let head = Head { origin: origin.to_owned(), size: 0, bytes: header.len() as u64, root: empty_root(), chain };
        durable::create_folder_on(disk, folder)?;
        match durable::create_on(disk, &folder.join(HEAD), head.to_text().as_bytes()) {
            Ok(()) => {}
            // Perhaps an earlier creation ended between the two files. Then this one finishes it.
            Err(DurableError::Exists { .. }) => {
                let found = read_head(disk, folder)?;
                if found != head {
                    return Err(JournalError::Exists { folder: folder.to_path_buf(), origin: found.origin });
                }
            }
            Err(other) => return Err(other.into()),
        }
        // If the process dies here there is a head and no log: `Unfinished`, and creating again goes on from here.
        match durable::create_on(disk, &folder.join(LOG), &header) {
            // The folders above may stand since a creation that was cut short, their names not yet durable.
            Ok(()) => {
                let registers = durable::parent(folder);
                durable::sync_folder_on(disk, registers)?;
                Ok(durable::sync_folder_on(disk, durable::parent(registers))?)
            }
            Err(DurableError::Exists { .. }) => {
                Err(JournalError::Exists { folder: folder.to_path_buf(), origin: origin.to_owned() })
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Reads a register whole and checks all of it. Changes nothing. Hold a read lock on the mission meanwhile.
    pub fn open_read(folder: &Path) -> Result<Reading, JournalError> {
        Register::open_read_on(&Real, folder)
    }

    /// [`Register::open_read`] on any disk.
    pub fn open_read_on(disk: &dyn Disk, folder: &Path) -> Result<Reading, JournalError> {
        let path = folder.join(LOG);
        let cannot = |source| JournalError::Read { path: path.clone(), source };
        let floor = read_head(disk, folder)?;
        let file = open_log(disk, &path, Open::Read, &floor)?;
        let mut bytes = read_log(&path, &*file)?;
        let (mut entries, mut leaves, mut ends) = (Vec::new(), Vec::new(), Vec::new());
        let examined = examine(
            folder,
            &floor,
            &mut bytes.as_slice(),
            |never: Infallible| match never {},
            |sound| {
                entries.extend_from_slice(sound.entries);
                leaves.extend_from_slice(sound.leaves);
                ends.push(sound.end);
            },
        )?;
        if examined.walked.end.size > floor.size {
            // The writer may have acknowledged them, so they count; and whoever gets them may act on them, so they must
            // not be lost any more. A medium that cannot be written to has what it has.
            match file.sync_data() {
                Ok(()) => {}
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                    ) => {}
                Err(source) => return Err(cannot(source)),
            }
        }
        let mut warnings = Vec::new();
        if let Some(tail) = examined.walked.tail {
            let (offset, len) = (tail.offset as u64, (bytes.len() - tail.offset) as u64);
            warnings.push(Warning::TornTail { path, offset, len, fault: tail.fault });
        }
        bytes.truncate(examined.walked.end.bytes);
        let log = Log { origin: examined.walked.origin, entries, leaves, ends, tail: None };
        Ok(Reading { bytes, log, root: examined.edge.root(), warnings })
    }

    /// Opens a register for appending: verifies all of it, puts a torn tail aside, and makes sure of entries beyond the
    /// floor. Needs the memory of one batch.
    pub fn open_write(folder: &Path, lock: &Lock) -> Result<Register, JournalError> {
        if !lock.allows_writing(folder) {
            return Err(JournalError::NotLocked { folder: folder.to_path_buf() });
        }
        let disk = lock.disk().clone();
        let path = folder.join(LOG);
        let cannot = |source| JournalError::Read { path: path.clone(), source };
        let floor = read_head(&*disk, folder)?;
        let file = open_log(&*disk, &path, Open::Write, &floor)?;
        let len = file.size().map_err(cannot)?;
        let mut source = Pieces::of(&*file, len).map_err(cannot)?;
        let Examined { walked, edge, under } = examine(folder, &floor, &mut source, cannot, |_| {})?;
        durable::remove_leftovers_on(&*disk, folder)?;
        let (folder, end) = (folder.to_path_buf(), walked.end);
        let mut register = Register { folder, disk, file, floor, end, edge, stopped: false, warnings: Vec::new() };

        if let Some(tail) = walked.tail {
            // Kept first, cut then. If the process dies in between, the next one finds the same tail and the same file.
            let offset = tail.offset as u64;
            let torn = copy_of(&*register.file, tail.offset, len).map_err(cannot)?;
            let kept = keep_torn(&*register.disk, &register.folder, offset, &torn)?;
            register.file.set_len(offset).map_err(|source| register.write_error(Step::CutLog, source))?;
            register.file.sync_data().map_err(|source| register.write_error(Step::SyncLog, source))?;
            let (len, fault) = (torn.len() as u64, tail.fault);
            register.warnings.push(Warning::TornTailKept { path: path.clone(), offset, len, fault, kept });
        }
        if end.size > register.floor.size {
            // A sync that failed may have lost these bytes on the disk while memory still shows them. Written again they
            // are dirty again, so that the sync below speaks about them.
            let (first, mut at) = (register.floor.size, under.bytes);
            while at < end.bytes {
                let piece = copy_of(&*register.file, at, end.bytes.min(at + PIECE) as u64).map_err(cannot)?;
                let written = register.file.write_at(&piece, at as u64);
                written.map_err(|source| register.write_error(Step::WriteLog, source))?;
                at += piece.len();
            }
            register.file.sync_data().map_err(|source| register.write_error(Step::SyncLog, source))?;
            // If the process dies here, or anywhere above, the next one does the same again.
            register.write_floor()?;
            register.warnings.push(Warning::Adopted { path, first, count: end.size - first });
        }
        Ok(register)
    }

    /// Appends a batch. When this returns, its entries are on the disk at the indices that the receipt says.
    ///
    /// On any error nothing of the batch is acknowledged and the register stops: what is on the disk is then decided by
    /// opening it again, not by trying again on a file that has lost the system's confidence.
    pub fn append<E: AsRef<[u8]>>(&mut self, entries: &[E]) -> Result<Receipt, JournalError> {
        if self.stopped {
            return Err(JournalError::Stopped { folder: self.folder.clone() });
        }
        let first_index = self.end.size;
        let batch = format::batch(&self.end.chain, first_index, entries)?;
        let end = self.end.bytes + batch.bytes.len();
        if end as u64 > MAX_REGISTER {
            return Err(JournalError::Full { path: self.folder.join(LOG) });
        }
        // Nothing is written yet: the errors above leave the register as it was. From here on every error stops it.
        self.stopped = true;

        let written = self.file.write_at(&batch.bytes, self.end.bytes as u64);
        written.map_err(|source| self.write_error(Step::WriteLog, source))?;
        // If the process dies here, the batch may be on the disk in part, whole or not at all. In part: a torn tail, put
        // aside on the next opening. Whole: part of the register then. It was not acknowledged, so all three are right.
        self.file.sync_data().map_err(|source| self.write_error(Step::SyncLog, source))?;
        // If the process dies here, the batch is acknowledged on the disk, and only the writer does not know: it finds
        // the entries when it reads the register again.
        for leaf in &batch.leaves {
            self.edge.push(*leaf);
        }
        self.end = End { bytes: end, size: self.edge.size(), chain: batch.chain };
        self.stopped = false;
        Ok(Receipt { first_index, size: self.end.size, root: self.edge.root() })
    }

    /// Raises the floor to what is acknowledged: from here on a bad byte under it is damage, never a torn write. One
    /// durable replacement of a small file; to be done before a checkpoint is signed.
    pub fn write_floor(&mut self) -> Result<(), JournalError> {
        if self.stopped {
            return Err(JournalError::Stopped { folder: self.folder.clone() });
        }
        let End { bytes, size, chain } = self.end;
        let head = Head { origin: self.floor.origin.clone(), size, bytes: bytes as u64, root: self.edge.root(), chain };
        if head == self.floor {
            return Ok(());
        }
        self.stopped = true;
        // If the process dies in here, the old floor stands or the new one. Both are true.
        durable::replace_on(&*self.disk, &self.folder.join(HEAD), head.to_text().as_bytes())?;
        self.floor = head;
        self.stopped = false;
        Ok(())
    }

    /// Closes the register in order: raises the floor. Dropping does the same, and cannot say if it failed.
    pub fn close(mut self) -> Result<(), JournalError> {
        self.write_floor()
    }

    /// Whose register it is.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.floor.origin
    }

    /// Entries acknowledged.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.end.size
    }

    /// Tree root over all of them.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.edge.root()
    }

    /// What was found and done on opening.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Writes a head that is missing or unreadable anew, from the log. What had been acknowledged beyond the end of the
    /// log cannot be known then: this is for a person who knows that the log is complete.
    pub fn rebuild_head(folder: &Path, lock: &Lock) -> Result<(u64, Hash), JournalError> {
        if !lock.allows_writing(folder) {
            return Err(JournalError::NotLocked { folder: folder.to_path_buf() });
        }
        let disk = &**lock.disk();
        match read_head(disk, folder) {
            Ok(_) => return Err(JournalError::HeadSound { path: folder.join(HEAD) }),
            Err(JournalError::Head { .. }) => {}
            Err(other) => return Err(other),
        }
        let path = folder.join(LOG);
        let cannot = |source| JournalError::Read { path: path.clone(), source };
        let file = disk.open(&path, Open::Read).map_err(cannot)?;
        let mut source = Pieces::of(&*file, file.size().map_err(cannot)?).map_err(cannot)?;
        let mut edge = Frontier::new();
        let walked = format::walk(&mut source, |sound| {
            sound.leaves.iter().for_each(|leaf| {
                edge.push(*leaf);
            });
        });
        let Walked { origin, end, .. } = walked.map_err(|stop| match stop {
            Stop::Source(source) => cannot(source),
            Stop::Damage(damage) => damaged(folder, damage, 0),
        })?;
        let head = Head { size: end.size, bytes: end.bytes as u64, root: edge.root(), chain: end.chain, origin };
        durable::replace_on(disk, &folder.join(HEAD), head.to_text().as_bytes())?;
        Ok((head.size, head.root))
    }

    fn write_error(&self, step: Step, source: io::Error) -> JournalError {
        JournalError::Write { step, path: self.folder.join(LOG), source }
    }
}

impl Drop for Register {
    fn drop(&mut self) {
        // Best effort: without it the next opening looks at more of the log as perhaps torn, and loses nothing.
        drop(self.write_floor());
    }
}

/// A log that was walked and compared with its floor.
struct Examined {
    walked: Walked,
    /// The tree's edge over all sound entries.
    edge: Frontier,
    /// The end of the batch that the floor names.
    under: End,
}

/// Walks a log and compares it with its floor. What is wrong under the floor is damage, or a log that was cut off.
fn examine<S: Source>(
    folder: &Path,
    floor: &Head,
    source: &mut S,
    cannot: impl Fn(S::Error) -> JournalError,
    mut each: impl FnMut(Sound<'_>),
) -> Result<Examined, JournalError> {
    let path = folder.join(LOG);
    let has_bytes = source.size() as u64;
    let (mut edge, mut has, mut named) = (Frontier::new(), 0, None);
    let walked = format::walk(source, |sound| {
        sound.leaves.iter().for_each(|leaf| {
            edge.push(*leaf);
        });
        has = sound.end.size;
        if sound.end.bytes as u64 == floor.bytes {
            named = Some((sound.end, edge.root()));
        }
        each(sound);
    });
    if let Err(Stop::Source(error)) = walked {
        return Err(cannot(error));
    }
    if has_bytes < floor.bytes {
        let (acknowledged_bytes, acknowledged) = (floor.bytes, floor.size);
        return Err(JournalError::Truncated { path, has_bytes, has, acknowledged_bytes, acknowledged });
    }
    let walked = walked.map_err(|stop| match stop {
        Stop::Source(error) => cannot(error),
        Stop::Damage(damage) => damaged(folder, damage, floor.size),
    })?;
    let disagree = |what| JournalError::Disagree { path: folder.join(HEAD), what };
    if walked.origin != floor.origin {
        return Err(disagree("the origin"));
    }
    // A tail under the floor is no unfinished write: it was sound when it was acknowledged.
    if let Some(tail) = walked.tail.filter(|tail| (tail.offset as u64) < floor.bytes) {
        let damage = Damage { offset: tail.offset, first: tail.first, fault: tail.fault };
        return Err(damaged(folder, damage, floor.size));
    }
    let (under, root) = named.ok_or_else(|| disagree("the end of the last batch"))?;
    if under.size != floor.size {
        return Err(disagree("the number of entries"));
    }
    if under.chain != floor.chain {
        return Err(disagree("the chain value"));
    }
    if root != floor.root {
        return Err(disagree("the tree root"));
    }
    Ok(Examined { walked, edge, under })
}

/// A file as a source: a window of it in memory.
struct Pieces<'a> {
    file: &'a dyn DiskFile,
    size: usize,
    start: usize,
    window: Vec<u8>,
}

impl<'a> Pieces<'a> {
    fn of(file: &'a dyn DiskFile, len: u64) -> io::Result<Pieces<'a>> {
        let size = usize::try_from(len).map_err(|_| io::ErrorKind::FileTooLarge)?;
        Ok(Pieces { file, size, start: 0, window: Vec::new() })
    }
}

impl Source for Pieces<'_> {
    type Error = io::Error;

    fn size(&self) -> usize {
        self.size
    }

    fn bytes(&mut self, at: usize, len: usize) -> io::Result<&[u8]> {
        let end = at.saturating_add(len).min(self.size);
        let at = at.min(end);
        if at < self.start || end > self.start + self.window.len() {
            let wanted = (end - at).max(PIECE).min(self.size - at);
            self.start = at;
            self.window.resize(wanted, 0);
            fill(self.file, &mut self.window, at as u64)?;
        }
        Ok(&self.window[at - self.start..end - self.start])
    }
}

/// The bytes `from..to` of a file.
fn copy_of(file: &dyn DiskFile, from: usize, to: u64) -> io::Result<Vec<u8>> {
    let len = usize::try_from(to).map_err(|_| io::ErrorKind::FileTooLarge)?.saturating_sub(from);
    let mut bytes = vec![0; len];
    fill(file, &mut bytes, from as u64)?;
    Ok(bytes)
}

/// Fills a buffer from a file that has as many bytes there.
fn fill(file: &dyn DiskFile, into: &mut [u8], offset: u64) -> io::Result<()> {
    let mut filled = 0;
    while filled < into.len() {
        match file.read_at(&mut into[filled..], offset + filled as u64)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            more => filled += more,
        }
    }
    Ok(())
}

/// Opens the log that a head says to be there.
fn open_log(disk: &dyn Disk, path: &Path, open: Open, floor: &Head) -> Result<Box<dyn DiskFile>, JournalError> {
    disk.open(path, open).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound if floor.size == 0 => {
            JournalError::Unfinished { folder: durable::parent(path).to_path_buf() }
        }
        io::ErrorKind::NotFound => JournalError::Truncated {
            path: path.to_path_buf(),
            has_bytes: 0,
            has: 0,
            acknowledged_bytes: floor.bytes,
            acknowledged: floor.size,
        },
        // The kinds of the system are not ours to list.
        _ => JournalError::Read { path: path.to_path_buf(), source },
    })
}

/// All bytes of the log, if there are not more than a register can have.
fn read_log(path: &Path, file: &dyn DiskFile) -> Result<Vec<u8>, JournalError> {
    let cannot = |source| JournalError::Read { path: path.to_path_buf(), source };
    let len = file.size().map_err(cannot)?;
    copy_of(file, 0, len.min(MAX_REGISTER + 1)).map_err(cannot)
}

fn read_head(disk: &dyn Disk, folder: &Path) -> Result<Head, JournalError> {
    let path = folder.join(HEAD);
    let problem = |problem| JournalError::Head { path: path.clone(), problem };
    match disk::read_limited(disk, &path, MAX_HEAD) {
        Ok(bytes) if bytes.len() as u64 > MAX_HEAD => Err(problem(HeadProblem::TooLarge)),
        Ok(bytes) => Head::parse(&bytes).map_err(|error| problem(HeadProblem::Text(error))),
        Err(source) if source.kind() == io::ErrorKind::NotFound => match disk.open(&folder.join(LOG), Open::Read) {
            Ok(_) => Err(problem(HeadProblem::Missing)),
            Err(_) => Err(JournalError::NoRegister { folder: folder.to_path_buf() }),
        },
        Err(source) => Err(JournalError::Read { path, source }),
    }
}

/// Keeps the bytes of a torn tail in a file of their own and names it. Kept already (a crash between keeping and
/// cutting): the same file. Another tail at the same place: another name.
fn keep_torn(disk: &dyn Disk, folder: &Path, offset: u64, torn: &[u8]) -> Result<PathBuf, JournalError> {
    let mut path = folder.join(format!("register.torn-{offset}"));
    for number in 2_u32.. {
        match durable::create_on(disk, &path, torn) {
            Ok(()) => break,
            Err(DurableError::Exists { .. }) => {
                let kept = disk::read_limited(disk, &path, torn.len() as u64);
                if kept.map_err(|source| JournalError::Read { path: path.clone(), source })? == torn {
                    break;
                }
                path = folder.join(format!("register.torn-{offset}-{number}"));
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(path)
}

fn damaged(folder: &Path, damage: Damage, acknowledged: u64) -> JournalError {
    let lost = acknowledged.saturating_sub(damage.first);
    JournalError::Damaged { path: folder.join(LOG), damage, lost }
}
