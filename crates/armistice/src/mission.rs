//! The mission folder: registers, originals, keys. Opens it for reading or for writing, and says what was acknowledged.
//!
//! Must not: judge anything. Reading verifies every entry from the first byte to the last; nothing unverified gets out.
//!
//! ```text
//! DIR/mission.toml                 what this folder is; no evidence
//! DIR/registers/MEMBER/            one append-only register per member: the evidence
//! DIR/blobs/sha256/ab/…            the captured files, by content
//! DIR/keys/MEMBER.key              this member's secret key; the one thing to keep to yourself
//! DIR/projection.sqlite            tables for looking things up; delete it at any time
//! DIR/lock                         who is writing
//! ```

use crate::{
    blobs::Blobs,
    clock, durable,
    failure::{Exit, Failure},
    journal::{
        error::JournalError,
        lock::{Access, Lock, LockError},
        register::{self, Reading, Receipt, Register},
    },
    keys::{self, KeyError, MemberKey, MemberName},
};
use armistice_core::{
    record,
    statement::{self, Body, Decoded, Header, Seen, Statement},
};
use armistice_tlog::{
    entry::{Entry, MAX_ENTRY, Unsigned},
    hash::Hash,
};
use ed25519_dalek::VerifyingKey;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::{
    io::Read as _,
    path::{Path, PathBuf},
    time::Duration,
};

/// How long a reader waits for a writer: longer than any batch takes on a slow disk.
const READER_PATIENCE: Duration = Duration::from_secs(20);

/// How long a writer waits: readers are done in a moment; another writer may take long, and is not waited for.
const WRITER_PATIENCE: Duration = Duration::from_secs(3);

/// The largest `mission.toml` that is read. A real one has some 200 bytes.
const FILE_MAX: u64 = 64 << 10;

/// Bytes of a mission's title.
const TITLE_MAX: usize = 1000;

/// Room that the envelope and the signature take in an entry, so that a payload of this size always fits.
pub const PAYLOAD_MAX: usize = MAX_ENTRY - 2048;

/// Statements in one batch; a batch is in the register whole or not at all.
const BATCH_STATEMENTS: usize = 4096;

/// `mission.toml`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionFile {
    /// Layout of the folder.
    pub format: u32,
    /// The mission's id, from randomness, once.
    pub id: String,
    /// What it calls itself.
    pub title: String,
    /// The member whose folder this is.
    pub member: String,
    /// Where the vault stands, if not in the folder `vault` (relative to the mission's folder).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vault: Option<String>,
}

/// A mission folder.
#[derive(Debug)]
pub struct Mission {
    /// The folder.
    pub root: PathBuf,
    /// What it says it is.
    pub file: MissionFile,
    /// The member whose folder this is.
    pub member: MemberName,
}

/// A register as read and verified.
#[derive(Debug)]
pub struct ReadRegister {
    /// The member.
    pub member: MemberName,
    /// The bytes.
    pub reading: Reading,
    /// The statements.
    pub register: record::Register,
    /// The key that its first statement declares.
    pub key: VerifyingKey,
}

/// Everything that the folder holds, verified.
#[derive(Debug)]
pub struct Holdings {
    /// One per member, by name.
    pub registers: Vec<ReadRegister>,
    _lock: Lock,
}

fn io(path: &Path, e: &std::io::Error) -> Failure {
    Failure::new(exit_of(e.kind()), format!("{}: {e}", path.display()), DISK)
}

/// A file of a new mission that did not reach the disk.
fn made(e: &durable::DurableError) -> Failure {
    let exit = match e {
        durable::DurableError::Io { source, .. } | durable::DurableError::Sync { source, .. } => exit_of(source.kind()),
        durable::DurableError::Exists { .. } => Exit::Failed,
    };
    Failure { exit, hint: Some(DISK.to_owned()), ..Failure::from_error(e) }
}

fn locked(e: &LockError) -> Failure {
    let failure = Failure::from_error(e);
    match e {
        LockError::Writing { .. } | LockError::Reading { .. } => Failure {
            exit: Exit::Denied,
            hint: Some("Wait until the other process has finished, then run the command again.".to_owned()),
            ..failure
        },
        LockError::Io { source, .. } => {
            Failure { exit: exit_of(source.kind()), hint: Some(DISK.to_owned()), ..failure }
        }
    }
}

const DISK: &str = "Check that the disk is there, has room, and that you may use it; then run the command again.";

/// What the system refused, as an exit.
fn exit_of(kind: std::io::ErrorKind) -> Exit {
    match kind {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Exit::Denied,
        // The kinds of the system are not ours to list.
        _ => Exit::Failed,
    }
}

/// A register that cannot be had: damaged, unless it was only the disk.
fn unread(e: &JournalError) -> Failure {
    let failure = Failure::from_error(e);
    match e {
        JournalError::Read { source, .. } | JournalError::Write { source, .. } => {
            Failure { exit: exit_of(source.kind()), hint: Some(DISK.to_owned()), ..failure }
        }
        JournalError::NotLocked { .. }
        | JournalError::Stopped { .. }
        | JournalError::Durable(_)
        | JournalError::Batch(_)
        | JournalError::Full { .. } => failure,
        JournalError::NoRegister { .. }
        | JournalError::Exists { .. }
        | JournalError::Unfinished { .. }
        | JournalError::Origin { .. }
        | JournalError::Damaged { .. }
        | JournalError::Truncated { .. }
        | JournalError::Head { .. }
        | JournalError::HeadSound { .. }
        | JournalError::Disagree { .. } => Failure { exit: Exit::NotVerified, ..failure },
    }
}

/// A key that cannot be used: not permitted, damaged, or the disk.
pub fn no_key(e: &KeyError) -> Failure {
    let exit = match e {
        KeyError::Missing { .. } | KeyError::Exposed { .. } => Exit::Denied,
        KeyError::Format { .. } | KeyError::Mismatch { .. } => Exit::NotVerified,
        KeyError::Name { .. } => Exit::Usage,
        KeyError::Read { source, .. } => exit_of(source.kind()),
        KeyError::Exists { .. } | KeyError::Randomness(_) | KeyError::Durable(_) => Exit::Failed,
    };
    let hint = match e {
        KeyError::Missing { .. } => {
            "Reading (`brief`, `show`, `check`) needs no key. To write, put the key file back from where you keep it."
        }
        KeyError::Format { .. } | KeyError::Mismatch { .. } => "Put the key files back from where you keep them.",
        KeyError::Exposed { .. }
        | KeyError::Name { .. }
        | KeyError::Read { .. }
        | KeyError::Exists { .. }
        | KeyError::Randomness(_)
        | KeyError::Durable(_) => return Failure { exit, ..Failure::from_error(e) },
    };
    Failure { exit, hint: Some(hint.to_owned()), ..Failure::from_error(e) }
}

fn not_verified(sentence: String) -> Failure {
    Failure::new(
        Exit::NotVerified,
        sentence,
        "Keep this folder as it is, and put a good copy of the register in its place (a backup, or another member's copy).",
    )
}

impl Mission {
    /// Makes a mission folder whose one member is `member`, with these first statements. The folder must not exist, or be
    /// empty.
    pub fn create(root: &Path, title: &str, member: &str, first: Vec<Body>) -> Result<Self, Failure> {
        let member = MemberName::parse(member).map_err(|e| no_key(&e))?;
        if title.len() > TITLE_MAX || title.chars().any(char::is_control) {
            return Err(Failure::new(
                Exit::Usage,
                format!("the title has more than {TITLE_MAX} bytes, or a control character"),
                "Choose a title of one short line: --title TEXT",
            ));
        }
        if root.join("mission.toml").exists() {
            return Err(Failure::new(
                Exit::Usage,
                format!("{} is a mission already", root.display()),
                "Use it as it is (`armistice add`), or choose another folder.",
            ));
        }
        if root.exists() && !root.is_dir() {
            let sentence = format!("{} is a file", root.display());
            return Err(Failure::new(Exit::Usage, sentence, "Choose a new folder for the mission."));
        }
        if root.exists() && std::fs::read_dir(root).map_err(|e| io(root, &e))?.next().is_some() {
            // `mission.toml` comes last: with registers and without it, an `init` was cut short.
            let begun = root.join("registers").is_dir() && root.join("keys").is_dir();
            let (what, next) = if begun {
                (
                    "holds a mission that was begun and not finished; nothing was taken in yet",
                    "Remove the folder, then run the command again.",
                )
            } else {
                ("is not empty", "Choose a new folder for the mission.")
            };
            return Err(Failure::new(Exit::Usage, format!("{} {what}", root.display()), next));
        }
        let mut seed = [0; 10];
        getrandom::fill(&mut seed)
            .map_err(|e| Failure::new(Exit::Failed, format!("no randomness: {e}"), "Try again."))?;
        let id = data_encoding::BASE32_NOPAD.encode(&seed).to_ascii_lowercase();
        let file = MissionFile { format: 1, id, title: title.to_owned(), member: member.as_str().to_owned(), vault: None };
        let text = toml::to_string(&file)
            .map_err(|e| Failure::new(Exit::Failed, format!("mission.toml: {e}"), "Choose another title."))?;
        let mission = Self { root: root.to_path_buf(), file, member };
        durable::create_folder(root).map_err(|e| made(&e))?;
        let key = MemberKey::generate(&mission.keys(), &mission.member).map_err(|e| no_key(&e))?;
        Register::create(&mission.register_folder(&mission.member), &mission.origin(&mission.member))
            .map_err(|e| unread(&e))?;
        let mut writer = mission.writer()?;
        let opened = Body::MissionOpened { title: title.to_owned(), key: key.verifying_key().to_bytes() };
        writer.say([vec![opened], first].concat())?;
        drop(writer);
        // Last: a folder without it is no mission, so that one which was begun and not finished never passes for one.
        durable::replace(&root.join("mission.toml"), text.as_bytes()).map_err(|e| made(&e))?;
        Ok(mission)
    }

    /// Opens a mission folder.
    pub fn open(root: &Path) -> Result<Self, Failure> {
        let path = root.join("mission.toml");
        let mut bytes = Vec::new();
        let read = std::fs::File::open(&path).and_then(|f| f.take(FILE_MAX).read_to_end(&mut bytes));
        read.map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Failure::new(
                Exit::NotFound,
                format!("{} is no mission (it has no mission.toml)", root.display()),
                "Make one: armistice init DIR --agreement FILE --member NAME",
            ),
            // The kinds of the system are not ours to list.
            _ => io(&path, &e),
        })?;
        let broken = |why: String| {
            Failure::new(
                Exit::NotVerified,
                format!("{}: {why}", path.display()),
                "Put the file back from a backup; the registers do not depend on it.",
            )
        };
        let text = String::from_utf8(bytes)
            .map_err(|e| broken(format!("byte {}: not UTF-8", e.utf8_error().valid_up_to())))?;
        let file: MissionFile = toml::from_str(&text).map_err(|e| broken(e.to_string()))?;
        if file.format != 1 {
            return Err(Failure::new(
                Exit::Failed,
                format!("{} is of folder format {}, and this program knows 1", root.display(), file.format),
                "Use a newer armistice.",
            ));
        }
        let member = MemberName::parse(&file.member).map_err(|e| broken(e.to_string()))?;
        Ok(Self { root: root.to_path_buf(), file, member })
    }

    /// The folder of keys.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// Where sealed content is kept: by default in the folder itself, or on a volume of its own.
    #[must_use]
    pub fn vault_folder(&self) -> PathBuf {
        self.root.join(self.file.vault.as_deref().unwrap_or("vault"))
    }

    /// Puts the vault on a path of its own, before anything is in it.
    pub fn place_vault(&mut self, path: &Path) -> Result<(), Failure> {
        let absolute = std::path::absolute(path).map_err(|e| io(path, &e))?;
        let text = absolute.to_str().ok_or_else(|| {
            Failure::new(Exit::Usage, "the path of the vault is not UTF-8", "Choose another path: --vault PATH")
        })?;
        self.file.vault = Some(text.to_owned());
        let text = toml::to_string(&self.file)
            .map_err(|e| Failure::new(Exit::Failed, format!("mission.toml: {e}"), "Choose another path."))?;
        durable::replace(&self.root.join("mission.toml"), text.as_bytes()).map_err(|e| made(&e))
    }

    /// The captured files.
    #[must_use]
    pub fn blobs(&self) -> Blobs {
        Blobs::open(&self.root)
    }

    fn register_folder(&self, member: &MemberName) -> PathBuf {
        register::folder(&self.root, member)
    }

    /// The origin line of a member's register.
    #[must_use]
    pub fn origin(&self, member: &MemberName) -> String {
        format!("{}/{member}", self.file.id)
    }

    /// The members whose registers are here, by name.
    fn members(&self) -> Result<Vec<MemberName>, Failure> {
        let folder = self.root.join("registers");
        let mut members = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(|e| io(&folder, &e))? {
            let entry = entry.map_err(|e| io(&folder, &e))?;
            let name = entry.file_name();
            let member = name.to_str().and_then(|n| MemberName::parse(n).ok());
            members.push(member.ok_or_else(|| {
                Failure::new(
                    Exit::Failed,
                    format!("{} is not named after a member", entry.path().display()),
                    "Move it out of the folder of registers.",
                )
            })?);
        }
        members.sort();
        Ok(members)
    }

    /// Reads and verifies every register.
    pub fn read(&self) -> Result<Holdings, Failure> {
        let lock = Lock::wait(&self.root, Access::Read, READER_PATIENCE).map_err(|e| locked(&e))?;
        self.read_under(lock)
    }

    fn read_under(&self, lock: Lock) -> Result<Holdings, Failure> {
        let mut registers = Vec::new();
        for member in self.members()? {
            registers.push(self.read_register(&member)?);
        }
        Ok(Holdings { registers, _lock: lock })
    }

    fn read_register(&self, member: &MemberName) -> Result<ReadRegister, Failure> {
        let folder = self.register_folder(member);
        let reading = Register::open_read(&folder).map_err(|e| unread(&e))?;
        let origin = self.origin(member);
        if reading.origin() != origin {
            return Err(not_verified(format!(
                "{} is the register of {}, not of {origin}",
                folder.display(),
                reading.origin()
            )));
        }
        let (register, key) = verify(member.as_str(), &self.file.id, &reading).map_err(not_verified)?;
        // The key that this folder's owner signs with must be the one that the register declares.
        if let Ok(own) = keys::load_public(&self.keys(), member)
            && own != key
        {
            return Err(not_verified(format!(
                "the key file of {member} is not the key that the register of {member} declares"
            )));
        }
        Ok(ReadRegister { member: member.clone(), reading, register, key })
    }

    /// Opens this member's register for appending. Only one process can.
    pub fn writer(&self) -> Result<Writer<'_>, Failure> {
        let lock = match Lock::take(&self.root, Access::Write) {
            Err(LockError::Reading { .. }) => Lock::wait(&self.root, Access::Write, WRITER_PATIENCE),
            other => other,
        };
        let lock = lock.map_err(|e| locked(&e))?;
        let key = MemberKey::load(&self.keys(), &self.member).map_err(|e| no_key(&e))?;
        let folder = self.register_folder(&self.member);
        let register = Register::open_write(&folder, &lock).map_err(|e| unread(&e))?;
        let (size, root) = (register.size(), register.root());
        let reading = Register::open_read(&folder).map_err(|e| unread(&e))?;
        if (reading.size(), reading.root()) != (size, root) {
            return Err(not_verified(format!("the register of {} reads differently twice", self.member)));
        }
        // A key that the register does not declare would sign entries that nobody can ever verify.
        if let Some((_, first)) = reading.entries().next()
            && let Ok(entry) = Entry::parse(first)
            && entry.kid() != key.id()
        {
            return Err(not_verified(format!(
                "the key file of {} is not the key that its register declares; nothing was written",
                self.member
            )));
        }
        let prev = reading.leaves().last().copied();
        let mut seen = Vec::new();
        for member in self.members()?.into_iter().filter(|m| *m != self.member) {
            let other = self.read_register(&member)?;
            seen.push(Seen {
                origin: other.reading.origin().to_owned(),
                size: other.reading.size(),
                root: *other.reading.root().as_bytes(),
                note: None,
            });
        }
        seen.sort();
        let warnings = register.warnings().iter().map(ToString::to_string).collect();
        Ok(Writer { mission: self, lock, register, key, prev, seen, warnings })
    }
}

/// Verifies the entries of a register: envelope, signature, numbering, chain of hashes. The first statement declares the key.
fn verify(member: &str, mission: &str, reading: &Reading) -> Result<(record::Register, VerifyingKey), String> {
    let place = |i: u64| format!("register of {member}, entry {i}");
    let mut stopped = None;
    let parsed: Vec<(u64, Entry<'_>)> = reading
        .entries()
        .map(|(i, bytes)| Entry::parse(bytes).map(|e| (i, e)).map_err(|e| format!("{}: {e}", place(i))))
        .collect::<Result<_, _>>()?;
    let Some((_, first)) = parsed.first() else {
        return Err(format!("the register of {member} is empty: it does not say which key signs it"));
    };
    let key = match statement::decode(first.payload()) {
        Ok(Decoded::Known(s)) => match &s.body {
            Body::MissionOpened { key, .. } => {
                VerifyingKey::from_bytes(key).map_err(|e| format!("{}: its key is none: {e}", place(0)))?
            }
            other => return Err(format!("{}: a `{}` where the register should open", place(0), other.kind())),
        },
        Ok(Decoded::Unknown { kind, .. }) => {
            return Err(format!("{}: a `{kind}` where the register should open", place(0)));
        }
        Err(e) => return Err(format!("{}: {e}", place(0))),
    };
    parsed
        .par_iter()
        .map(|(i, e)| e.verify(&key).map_err(|error| format!("{}: {error}", place(*i))))
        .collect::<Result<Vec<()>, String>>()?;
    let decoded: Vec<Result<Decoded, statement::DecodeError>> =
        parsed.par_iter().map(|(_, e)| statement::decode(e.payload())).collect();
    let mut entries = Vec::with_capacity(decoded.len());
    let mut prev: Option<Hash> = None;
    for ((i, entry), decoded) in parsed.iter().zip(decoded) {
        let decoded = match decoded {
            Ok(d) => d,
            Err(e) => {
                // The register's fold stops here, visibly; what stands before it holds.
                stopped = Some((*i, record::Stop::Undecodable(e)));
                break;
            }
        };
        let h = decoded.header();
        if h.mission != mission || entry.sub() != mission {
            return Err(format!("{}: it is of mission {}, not of {mission}", place(*i), h.mission));
        }
        if h.member != member || entry.iss() != member {
            return Err(format!("{}: it is of member {}, not of {member}", place(*i), h.member));
        }
        if h.seq != *i {
            return Err(format!("{}: its author numbered it {}, so one is missing or doubled", place(*i), h.seq));
        }
        if h.prev != prev.map(|p| *p.as_bytes()) {
            return Err(format!("{}: it follows another entry than the one before it", place(*i)));
        }
        if h.asserted != entry.iat() {
            return Err(format!("{}: its envelope and its content assert different times", place(*i)));
        }
        prev = Some(entry.id());
        entries.push((*entry.id().as_bytes(), decoded));
    }
    let register =
        record::Register { origin: reading.origin().to_owned(), member: member.to_owned(), entries, stopped };
    Ok((register, key))
}

/// The one who appends. Holds the mission's lock until it is dropped.
#[derive(Debug)]
pub struct Writer<'a> {
    mission: &'a Mission,
    lock: Lock,
    register: Register,
    key: MemberKey,
    prev: Option<Hash>,
    seen: Vec<Seen>,
    /// What was found on opening: a torn tail put aside, say.
    pub warnings: Vec<String>,
}

impl Writer<'_> {
    /// Says these statements, in this order. When this returns they are on the disk. A batch is there whole or not at all,
    /// so what belongs together is said together.
    pub fn say(&mut self, bodies: Vec<Body>) -> Result<Receipt, Failure> {
        self.say_at(clock::now(), bodies)
    }

    /// [`Writer::say`] with the time that the statements assert: a beat asserts its own, so that the moment of a report
    /// does not show.
    pub fn say_at(&mut self, asserted: i64, bodies: Vec<Body>) -> Result<Receipt, Failure> {
        debug_assert!(bodies.len() <= BATCH_STATEMENTS, "the caller makes the batches");
        let mut entries = Vec::with_capacity(bodies.len());
        for (seq, body) in (self.register.size()..).zip(bodies) {
            let bytes = self.entry(seq, self.prev, asserted, body)?;
            self.prev = Some(armistice_tlog::hash::leaf_hash(&bytes));
            entries.push(bytes);
        }
        self.register.append(&entries).map_err(|e| unread(&e))
    }

    /// How many bytes the entry of a statement has that is said after `ahead` others. Its padding is found with this.
    pub fn measure(&self, ahead: u64, asserted: i64, body: Body) -> Result<usize, Failure> {
        let prev = if ahead > 0 { Some(Hash::from_bytes([0; 32])) } else { self.prev };
        self.entry(self.register.size() + ahead, prev, asserted, body).map(|bytes| bytes.len())
    }

    fn entry(&self, seq: u64, prev: Option<Hash>, asserted: i64, body: Body) -> Result<Vec<u8>, Failure> {
        let header = Header {
            mission: self.mission.file.id.clone(),
            member: self.mission.member.as_str().to_owned(),
            seq,
            prev: prev.map(|p| *p.as_bytes()),
            asserted,
            seen: self.seen.clone(),
        };
        let kind = body.kind();
        let payload = statement::encode(&Statement { header, body });
        let unsigned = Unsigned {
            iss: self.mission.member.as_str().to_owned(),
            sub: self.mission.file.id.clone(),
            iat: asserted,
            kid: self.key.id(),
            payload,
        };
        unsigned
            .sign(self.key.signing_key())
            .map_err(|e| Failure::new(Exit::Failed, format!("a `{kind}` cannot be written: {e}"), "Report this."))
    }

    /// Everything that the folder holds, read under this writer's lock.
    pub fn registers(&self) -> Result<Vec<ReadRegister>, Failure> {
        debug_assert!(self.lock.allows_writing(&self.mission.root));
        self.mission.members()?.iter().map(|m| self.mission.read_register(m)).collect()
    }

    /// The most statements that one batch may have.
    #[must_use]
    pub fn batch_statements() -> usize {
        BATCH_STATEMENTS
    }
}

/// The statements of registers, for the fold.
#[must_use]
pub fn statements(registers: &[ReadRegister]) -> Vec<record::Register> {
    registers.iter().map(|r| r.register.clone()).collect()
}
