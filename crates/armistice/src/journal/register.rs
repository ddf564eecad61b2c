//! The files of one register: `registers/<member>/register.log` and `register.head`.
//!
//! Must not: acknowledge an entry before its bytes and the new head are on the disk, give out an entry that was never
//! acknowledged, sync the same file twice after an error, or drop bytes it does not understand.
//!
//! What was acknowledged is what `register.head` says. So at every moment, whatever breaks:
//! acknowledged entries = entries under the head <= sound entries in the log. `register.log` may be longer than the
//! head says, never shorter.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use armistice_tlog::hash::{Hash, empty_root};
use armistice_tlog::tree::{Frontier, Tree};

use crate::durable::{self, DurableError};
use crate::journal::error::{HeadProblem, JournalError, Step, Warning};
use crate::journal::format::{self, Damage, End, Log, MAX_REGISTER};
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

/// What a test makes go wrong at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The step does nothing and fails.
    Before(io::ErrorKind),
    /// The step is done, and fails all the same.
    After(io::ErrorKind),
    /// Of a write, only so many bytes are done; then it fails.
    Short(usize),
}

/// Decides at each step of an append whether it breaks.
pub type Faults = Box<dyn FnMut(Step) -> Option<Broken> + Send>;

/// A register as read: the acknowledged entries, checked from the first byte to the last.
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
pub struct Register {
    folder: PathBuf,
    file: File,
    head: Head,
    edge: Frontier,
    stopped: bool,
    warnings: Vec<Warning>,
    faults: Option<Faults>,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Register { folder, head, stopped, .. } = self;
        f.debug_struct("Register").field("folder", folder).field("head", head).field("stopped", stopped).finish()
    }
}

impl Register {
    /// Makes an empty register in `folder`, which comes into being if need be.
    pub fn create(folder: &Path, origin: &str) -> Result<(), JournalError> {
        let header = format::header(origin)
            .map_err(|problem| JournalError::Origin { origin: origin.chars().take(80).collect(), problem })?;
        let chain = format::parse(&header).map_err(|damage| damaged(folder, damage, 0))?.ends[0].chain;
        let head = Head { origin: origin.to_owned(), size: 0, bytes: header.len() as u64, root: empty_root(), chain };
        durable::create_folder(folder)?;
        match durable::create(&folder.join(HEAD), head.to_text().as_bytes()) {
            Ok(()) => {}
            // Perhaps an earlier creation ended between the two files. Then this one finishes it.
            Err(DurableError::Exists { .. }) => {
                let found = read_head(folder)?;
                if found != head {
                    return Err(JournalError::Exists { folder: folder.to_path_buf(), origin: found.origin });
                }
            }
            Err(other) => return Err(other.into()),
        }
        // If the process dies here there is a head and no log: `Unfinished`, and creating again goes on from here.
        match durable::create(&folder.join(LOG), &header) {
            // The folders above may stand since a creation that was cut short, their names not yet durable.
            Ok(()) => {
                let registers = durable::parent(folder);
                durable::sync_folder(registers)?;
                Ok(durable::sync_folder(durable::parent(registers))?)
            }
            Err(DurableError::Exists { .. }) => {
                Err(JournalError::Exists { folder: folder.to_path_buf(), origin: origin.to_owned() })
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Reads a register whole and checks all of it. Changes nothing. Hold a read lock on the mission meanwhile.
    pub fn open_read(folder: &Path) -> Result<Reading, JournalError> {
        let Loaded { mut bytes, mut log, head, acknowledged } = load(folder)?;
        let mut warnings = Vec::new();
        let path = folder.join(LOG);
        let size = log.entries.len() as u64;
        if size > head.size {
            warnings.push(Warning::Unacknowledged { path: path.clone(), first: head.size, count: size - head.size });
        }
        if let Some(tail) = log.tail {
            let (offset, len) = (tail.offset as u64, (bytes.len() - tail.offset) as u64);
            warnings.push(Warning::TornTail { path, offset, len, fault: tail.fault });
        }
        // Only what was acknowledged is given out: the rest could still be lost with the next power failure.
        let entries = acknowledged.entries();
        log.entries.truncate(entries);
        log.leaves.truncate(entries);
        bytes.truncate(acknowledged.end.bytes);
        Ok(Reading { bytes, log, root: head.root, warnings })
    }

    /// Opens a register for appending: puts a torn tail aside, adopts sound entries that were not yet acknowledged.
    pub fn open_write(folder: &Path, lock: &Lock) -> Result<Register, JournalError> {
        if !lock.allows_writing(folder) {
            return Err(JournalError::NotLocked { folder: folder.to_path_buf() });
        }
        let Loaded { bytes, log, head, acknowledged } = load(folder)?;
        durable::remove_leftovers(folder)?;
        let path = folder.join(LOG);
        let file = OpenOptions::new().write(true).open(&path);
        let file = file.map_err(|source| JournalError::Read { path: path.clone(), source })?;
        let mut register = Register {
            folder: folder.to_path_buf(),
            file,
            head,
            edge: acknowledged.edge.clone(),
            stopped: false,
            warnings: Vec::new(),
            faults: None,
        };

        if let Some(tail) = log.tail {
            // Kept first, cut then. If the process dies in between, the next one finds the same tail and the same file.
            let (offset, torn) = (tail.offset as u64, &bytes[tail.offset..]);
            let kept = keep_torn(folder, offset, torn)?;
            register.file.set_len(offset).map_err(|source| register.write_error(Step::WriteLog, source))?;
            register.file.sync_all().map_err(|source| register.write_error(Step::SyncLog, source))?;
            let (len, fault) = (torn.len() as u64, tail.fault);
            register.warnings.push(Warning::TornTailKept { path: path.clone(), offset, len, fault, kept });
        }
        if let Some(last) = log.ends.last().filter(|last| last.size > register.head.size) {
            // A sync that failed may have lost these bytes on the disk while memory still shows them. Written
            // again they are dirty again, so that the sync below speaks about them.
            let (first, from, sound) = (register.head.size, acknowledged.end.bytes, acknowledged.entries());
            let again = &bytes[from..last.bytes];
            register
                .file
                .write_all_at(again, from as u64)
                .map_err(|source| register.write_error(Step::WriteLog, source))?;
            register.file.sync_data().map_err(|source| register.write_error(Step::SyncLog, source))?;
            for leaf in &log.leaves[sound..] {
                register.edge.push(*leaf);
            }
            let head = register.next_head(last.bytes as u64, last.chain);
            // If the process dies here, or anywhere above, the next one does the same again.
            register.write_head(head)?;
            register.warnings.push(Warning::Adopted { path, first, count: last.size - first });
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
        let first_index = self.head.size;
        let batch = format::batch(&self.head.chain, first_index, entries)?;
        let end = self.head.bytes + batch.bytes.len() as u64;
        if end > MAX_REGISTER {
            return Err(JournalError::Full { path: self.folder.join(LOG) });
        }
        // Nothing is written yet: the errors above leave the register as it was. From here on every error stops it.
        self.stopped = true;

        self.step(Step::WriteLog, |register, short| {
            let bytes = &batch.bytes[..short.unwrap_or(batch.bytes.len()).min(batch.bytes.len())];
            register.file.write_all_at(bytes, register.head.bytes)
        })?;
        // If the process dies here, the batch may be on the disk in part, whole or not at all. In part: a torn tail, put
        // aside on the next opening. Whole: adopted then. It was not acknowledged, so all three are right.
        self.step(Step::SyncLog, |register, _| register.file.sync_data())?;
        // If the process dies here, the batch is whole on the disk and beyond the head: adopted on the next opening.
        for leaf in &batch.leaves {
            self.edge.push(*leaf);
        }
        let head = self.next_head(end, batch.chain);
        self.write_head(head)?;
        // If the process dies here, the batch is acknowledged on the disk, and only the writer does not know: it finds
        // the entries when it reads the register again.

        self.stopped = false;
        Ok(Receipt { first_index, size: self.head.size, root: self.head.root })
    }

    /// Whose register it is.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.head.origin
    }

    /// Entries acknowledged.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.head.size
    }

    /// Tree root over all of them.
    #[must_use]
    pub const fn root(&self) -> Hash {
        self.head.root
    }

    /// What was found and done on opening.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Makes steps of later appends break. For tests.
    #[doc(hidden)]
    pub fn set_faults(&mut self, faults: Faults) {
        self.faults = Some(faults);
    }

    /// Writes a head that is missing or unreadable anew, from the log. What had been acknowledged beyond the end of the
    /// log cannot be known then: this is for a person who knows that the log is complete.
    pub fn rebuild_head(folder: &Path, lock: &Lock) -> Result<(u64, Hash), JournalError> {
        if !lock.allows_writing(folder) {
            return Err(JournalError::NotLocked { folder: folder.to_path_buf() });
        }
        match read_head(folder) {
            Ok(_) => return Err(JournalError::HeadSound { path: folder.join(HEAD) }),
            Err(JournalError::Head { .. }) => {}
            Err(other) => return Err(other),
        }
        let bytes = read_limited(&folder.join(LOG), MAX_REGISTER)?;
        let log = format::parse(&bytes).map_err(|damage| damaged(folder, damage, 0))?;
        let Some(end) = log.ends.last() else { return Err(JournalError::NoRegister { folder: folder.to_path_buf() }) };
        let mut edge = Frontier::new();
        log.leaves.iter().for_each(|leaf| {
            edge.push(*leaf);
        });
        let head =
            Head { size: end.size, bytes: end.bytes as u64, root: edge.root(), chain: end.chain, origin: log.origin };
        durable::replace(&folder.join(HEAD), head.to_text().as_bytes())?;
        Ok((head.size, head.root))
    }

    fn next_head(&self, bytes: u64, chain: Hash) -> Head {
        Head { origin: self.head.origin.clone(), size: self.edge.size(), bytes, root: self.edge.root(), chain }
    }

    /// Puts the new head in place of the old one, durably, and takes it over.
    fn write_head(&mut self, head: Head) -> Result<(), JournalError> {
        let path = self.folder.join(HEAD);
        let text = head.to_text();
        let mut written = None;
        self.step(Step::WriteHead, |_, short| {
            let bytes = &text.as_bytes()[..short.unwrap_or(text.len()).min(text.len())];
            written = Some(durable::write_temporary(&path, bytes).map_err(io_error)?);
            Ok(())
        })?;
        let Some((temporary, file)) = written else {
            return Err(JournalError::Stopped { folder: self.folder.clone() });
        };
        self.step(Step::SyncHead, |_, _| file.sync_all())?;
        // If the process dies before this, the old head stands and the batch is adopted on the next opening.
        #[expect(
            clippy::disallowed_methods,
            reason = "the step after it syncs the folder, and faults are injected between"
        )]
        self.step(Step::RenameHead, |_, _| fs::rename(&temporary, &path))?;
        // If the power fails here, either head may stand. Both are true; the batch is not yet acknowledged.
        self.step(Step::SyncFolder, |register, _| File::open(&register.folder)?.sync_all())?;
        self.head = head;
        Ok(())
    }

    /// Does one step, or what a test wants of it: only part of a write, or a failure before or after.
    fn step(
        &mut self,
        step: Step,
        run: impl FnOnce(&Register, Option<usize>) -> io::Result<()>,
    ) -> Result<(), JournalError> {
        let broken = self.faults.as_mut().and_then(|faults| faults(step));
        let result = match broken {
            None => run(self, None),
            Some(Broken::Before(kind)) => Err(kind.into()),
            Some(Broken::After(kind)) => run(self, None).and(Err(kind.into())),
            Some(Broken::Short(bytes)) => run(self, Some(bytes)).and(Err(io::ErrorKind::StorageFull.into())),
        };
        result.map_err(|source| self.write_error(step, source))
    }

    fn write_error(&self, step: Step, source: io::Error) -> JournalError {
        let name = match step {
            Step::WriteLog | Step::SyncLog => LOG,
            Step::WriteHead | Step::SyncHead | Step::RenameHead | Step::SyncFolder => HEAD,
        };
        JournalError::Write { step, path: self.folder.join(name), source }
    }
}

/// Both files, read and compared.
struct Loaded {
    bytes: Vec<u8>,
    log: Log,
    head: Head,
    acknowledged: Acknowledged,
}

/// The place in the log that the head names.
struct Acknowledged {
    end: End,
    edge: Frontier,
}

impl Acknowledged {
    fn entries(&self) -> usize {
        usize::try_from(self.end.size).unwrap_or(usize::MAX)
    }
}

fn load(folder: &Path) -> Result<Loaded, JournalError> {
    // The head first: a writer that is at work meanwhile only makes the log longer.
    let head = read_head(folder)?;
    let path = folder.join(LOG);
    let bytes = match read_limited(&path, MAX_REGISTER) {
        Err(JournalError::Read { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
            if head.size == 0 {
                return Err(JournalError::Unfinished { folder: folder.to_path_buf() });
            }
            Vec::new()
        }
        other => other?,
    };
    let parsed = format::parse(&bytes);
    if (bytes.len() as u64) < head.bytes {
        let has = match &parsed {
            Ok(log) => log.entries.len() as u64,
            Err(damage) => damage.first,
        };
        return Err(JournalError::Truncated {
            path,
            has_bytes: bytes.len() as u64,
            has,
            acknowledged_bytes: head.bytes,
            acknowledged: head.size,
        });
    }
    let log = parsed.map_err(|damage| damaged(folder, damage, head.size))?;
    if log.origin != head.origin {
        return Err(JournalError::Disagree { path: folder.join(HEAD), what: "the origin" });
    }
    // A tail under the head is no unfinished write: it was sound when it was acknowledged.
    if let Some(tail) = log.tail.filter(|tail| (tail.offset as u64) < head.bytes) {
        let damage = Damage { offset: tail.offset, first: tail.first, fault: tail.fault };
        return Err(damaged(folder, damage, head.size));
    }
    let acknowledged =
        find_head(&log, &head).map_err(|what| JournalError::Disagree { path: folder.join(HEAD), what })?;
    Ok(Loaded { bytes, log, head, acknowledged })
}

/// The end of a batch that the head names, with the root recomputed from the bytes.
fn find_head(log: &Log, head: &Head) -> Result<Acknowledged, &'static str> {
    let found = log.ends.binary_search_by_key(&head.bytes, |end| end.bytes as u64);
    let end = found.ok().and_then(|position| log.ends.get(position)).ok_or("the end of the last batch")?;
    if end.size != head.size {
        return Err("the number of entries");
    }
    if end.chain != head.chain {
        return Err("the chain value");
    }
    let mut edge = Frontier::new();
    for leaf in log.leaves.iter().take(usize::try_from(end.size).map_err(|_| "the number of entries")?) {
        edge.push(*leaf);
    }
    if edge.root() != head.root {
        return Err("the tree root");
    }
    Ok(Acknowledged { end: *end, edge })
}

fn read_head(folder: &Path) -> Result<Head, JournalError> {
    let path = folder.join(HEAD);
    let problem = |problem| JournalError::Head { path: path.clone(), problem };
    match read_limited(&path, MAX_HEAD) {
        Ok(bytes) if bytes.len() as u64 > MAX_HEAD => Err(problem(HeadProblem::TooLarge)),
        Ok(bytes) => Head::parse(&bytes).map_err(|error| problem(HeadProblem::Text(error))),
        Err(JournalError::Read { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
            if folder.join(LOG).exists() {
                Err(problem(HeadProblem::Missing))
            } else {
                Err(JournalError::NoRegister { folder: folder.to_path_buf() })
            }
        }
        Err(other) => Err(other),
    }
}

/// At most one byte more than `limit`: enough to see that a file is too large.
fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, JournalError> {
    let cannot = |source| JournalError::Read { path: path.to_path_buf(), source };
    let file = File::open(path).map_err(cannot)?;
    let known = file.metadata().map_err(cannot)?.len().min(limit);
    let mut bytes = Vec::with_capacity(usize::try_from(known).unwrap_or_default());
    file.take(limit + 1).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

/// Keeps the bytes of a torn tail in a file of their own and names it. Kept already (a crash between keeping and
/// cutting): the same file. Another tail at the same place: another name.
fn keep_torn(folder: &Path, offset: u64, torn: &[u8]) -> Result<PathBuf, JournalError> {
    let mut path = folder.join(format!("register.torn-{offset}"));
    for number in 2_u32.. {
        match durable::create(&path, torn) {
            Ok(()) => break,
            Err(DurableError::Exists { .. }) => {
                if read_limited(&path, torn.len() as u64)? == torn {
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

fn io_error(error: DurableError) -> io::Error {
    match error {
        DurableError::Io { source, .. } | DurableError::Sync { source, .. } => source,
        DurableError::Exists { .. } => io::ErrorKind::AlreadyExists.into(),
    }
}
