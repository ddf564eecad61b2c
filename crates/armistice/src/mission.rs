//! The mission folder: registers, originals, keys. Opens it for reading or for writing, and says what was acknowledged.
//!
//! Must not: judge anything. Reading verifies every entry from the first byte to the last; nothing unverified gets out.
//!
//! ```text
//! DIR/mission.toml                 what this folder is; no evidence
//! DIR/registers/MEMBER/            one append-only register per member: the evidence
//! DIR/blobs/sha256/ab/…            the captured files, by content
//! DIR/evidence/                    proofs that somebody signed two things that cannot both be
//! DIR/keys/MEMBER.key              this member's secret keys; the one thing to keep to yourself
//! DIR/projection.sqlite            tables for looking things up; delete it at any time
//! DIR/desk/                        what the desk keeps: accounts, searches, files that could not be taken in; no evidence
//! DIR/lock                         who is writing
//! ```

pub mod forks;
pub mod publishing;
mod verify;
pub mod writer;

use crate::{
    blobs::Blobs,
    durable,
    failure::{Exit, Failure},
    journal::{
        error::JournalError,
        lock::{Access, Lock, LockError},
        register::{self, Reading, Register},
    },
    keys::{
        self, KeyError, MemberKey, MemberName,
        passphrase::{Passphrase, PassphraseError, Passphrases},
    },
    publish::Extent,
};
use armistice_core::{
    record,
    statement::{Body, trust::Trust},
};
use armistice_tlog::{
    entry::MAX_ENTRY,
    hash::Hash,
    keyring::{Keyring, Role, Standing},
};
use ed25519_dalek::VerifyingKey;
use forks::HeldEvidence;
use serde::{Deserialize, Serialize};
use std::{
    io::Read as _,
    path::{Path, PathBuf},
    time::Duration,
};
pub use writer::Writer;

/// How long a reader waits for a writer: longer than any batch takes on a slow disk.
const READER_PATIENCE: Duration = Duration::from_secs(20);

/// How long a writer waits: readers are done in a moment; another writer may take long, and is not waited for.
const WRITER_PATIENCE: Duration = Duration::from_secs(3);

/// The largest `mission.toml` that is read. A real one has some 200 bytes.
const FILE_MAX: u64 = 64 << 10;

/// Bytes of a mission's id. One that is made here has 16.
const ID_MAX: usize = 64;

/// Bytes of a mission's title.
const TITLE_MAX: usize = 1000;

/// Room that the envelope and the signature take in an entry, so that a payload of this size always fits.
pub const PAYLOAD_MAX: usize = MAX_ENTRY - 2048;

/// The largest log without entries, in bytes: a header with the longest origin.
const EMPTY_LOG_MAX: u64 = 512;

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
    passphrases: Passphrases,
}

/// What keys a new mission gets, beside its statements key: always one for checkpoints and one as a witness.
#[derive(Debug, Default)]
pub struct NewKeys {
    /// What protects the key files; none leaves them unprotected.
    pub passphrase: Option<Passphrase>,
    /// Where a recovery key is made: a place off this machine.
    pub recovery: Option<PathBuf>,
    /// The id of a mission that others have begun and this member joins; none begins a new one.
    pub join: Option<String>,
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
    /// Its keys, as of all its entries.
    pub keyring: Keyring,
}

impl ReadRegister {
    /// The entries that are in doubt, because their key is said to have been in other hands: index, and the index of the
    /// statement that says so.
    #[must_use]
    pub fn doubtful(&self) -> Vec<(u64, u64)> {
        if !self.keyring.has_doubt() {
            return Vec::new();
        }
        let entries = (0_u64..).zip(&self.register.entries);
        let doubtful = entries.filter_map(|(index, (id, _))| match self.standing(index, id) {
            Some(Standing::Doubtful { revoked_at }) => Some((index, revoked_at)),
            Some(Standing::Sound) | None => None,
        });
        doubtful.collect()
    }

    /// How the entry at an index stands, as far as its key goes.
    #[must_use]
    pub fn standing(&self, index: u64, id: &[u8; 32]) -> Option<Standing> {
        self.keyring.standing(index, &Hash::from_bytes(*id))
    }
}

/// Everything that the folder holds, verified.
#[derive(Debug)]
pub struct Holdings {
    /// One per member, by name.
    pub registers: Vec<ReadRegister>,
    /// Proofs of misbehaviour that hold, by digest.
    pub evidence: Vec<HeldEvidence>,
    /// Files among the evidence that prove nothing: which, and why.
    pub no_evidence: Vec<String>,
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
        | JournalError::LeaderLost
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
        KeyError::Missing { .. }
        | KeyError::Exposed { .. }
        | KeyError::NoPassphrase { .. }
        | KeyError::WrongPassphrase { .. }
        | KeyError::Passphrase(PassphraseError::Exposed { .. }) => Exit::Denied,
        KeyError::Format { .. } | KeyError::Mismatch { .. } => Exit::NotVerified,
        KeyError::Name { .. } | KeyError::Passphrase(PassphraseError::Form { .. } | PassphraseError::Differ) => {
            Exit::Usage
        }
        KeyError::Read { source, .. }
        | KeyError::Passphrase(PassphraseError::Read { source, .. } | PassphraseError::Terminal(source)) => {
            exit_of(source.kind())
        }
        KeyError::Exists { .. } | KeyError::Protect(_) | KeyError::Randomness(_) | KeyError::Durable(_) => Exit::Failed,
    };
    let hint = match e {
        KeyError::Missing { .. } => {
            "Reading (`brief`, `show`, `check`) needs no key. To write, put the key file back from where you keep it."
        }
        KeyError::Format { .. } | KeyError::Mismatch { .. } => "Put the key files back from where you keep them.",
        KeyError::NoPassphrase { .. } => {
            "Run the command on a terminal, or name a file (mode 0600) or descriptor in ARMISTICE_PASSPHRASE_FILE."
        }
        KeyError::WrongPassphrase { .. } => "Run the command again with the passphrase of that file.",
        KeyError::Exposed { .. }
        | KeyError::Name { .. }
        | KeyError::Passphrase(_)
        | KeyError::Protect(_)
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

/// The id of a mission, as one who joins it was told.
fn joined(id: &str) -> Result<String, Failure> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !id.is_empty() && id.len() <= ID_MAX && id.bytes().all(plain) {
        return Ok(id.to_owned());
    }
    Err(Failure::new(
        Exit::Usage,
        format!("\"{}\" is no id of a mission", id.chars().take(ID_MAX).collect::<String>()),
        "The id stands in mission.toml of whoever began the mission, and in its exchange index.",
    ))
}

impl Mission {
    /// Makes a mission folder whose one member is `member`, with these first statements. The folder must not exist, or be
    /// empty.
    pub fn create(root: &Path, title: &str, member: &str, first: Vec<Body>) -> Result<Self, Failure> {
        Self::create_with(root, title, member, &NewKeys::default(), first)
    }

    /// As [`Mission::create`], with these keys.
    pub fn create_with(
        root: &Path,
        title: &str,
        member: &str,
        new: &NewKeys,
        first: Vec<Body>,
    ) -> Result<Self, Failure> {
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
        let id = match &new.join {
            Some(id) => joined(id)?,
            None => {
                let mut seed = [0; 10];
                getrandom::fill(&mut seed)
                    .map_err(|e| Failure::new(Exit::Failed, format!("no randomness: {e}"), "Try again."))?;
                data_encoding::BASE32_NOPAD.encode(&seed).to_ascii_lowercase()
            }
        };
        let file =
            MissionFile { format: 1, id, title: title.to_owned(), member: member.as_str().to_owned(), vault: None };
        let text = toml::to_string(&file)
            .map_err(|e| Failure::new(Exit::Failed, format!("mission.toml: {e}"), "Choose another title."))?;
        let passphrases = Passphrases::none();
        let mission = Self { root: root.to_path_buf(), file, member, passphrases };
        // The one step that can meet something which is there already goes first.
        let path = |role| match (&new.recovery, role) {
            (Some(path), Role::Recovery) => path.clone(),
            (_, role) => keys::path_of(&mission.keys(), &mission.member, role),
        };
        let made_key = |role| {
            MemberKey::generate_at(&path(role), &mission.member, role, new.passphrase.as_ref()).map_err(|e| no_key(&e))
        };
        let recovery = new.recovery.is_some().then(|| made_key(Role::Recovery)).transpose()?;
        durable::create_folder(&mission.keys()).map_err(|e| made(&e))?;
        let key = made_key(Role::Statements)?;
        let others = [Some(made_key(Role::Checkpoints)?), Some(made_key(Role::Witness)?), recovery];
        let origin = mission.origin(&mission.member);
        Register::create(&mission.register_folder(&mission.member), &origin).map_err(|e| unread(&e))?;
        let opened = Body::MissionOpened { title: title.to_owned(), key: key.verifying_key().to_bytes() };
        let added = others.iter().flatten().map(|k| Body::Trust(Trust::KeyAdded(writer::declared(&origin, k))));
        let said = std::iter::once(opened).chain(added).chain(first).collect();
        let mut writer = mission.writer_with(key)?;
        writer.say(said)?;
        if let [Some(checkpoints), ..] = &others {
            writer.publish_with(checkpoints, Extent::New)?;
        }
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
        Ok(Self { root: root.to_path_buf(), file, member, passphrases: Passphrases::of_process() })
    }

    /// The folder of keys.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// This member's key for a role. A passphrase is asked for once, and only if a key file needs one. Whether the register
    /// declares the key is for the caller: see [`ReadRegister::keyring`].
    pub fn key(&self, role: Role) -> Result<MemberKey, Failure> {
        MemberKey::load_role(&self.keys(), &self.member, role, &self.passphrases).map_err(|e| no_key(&e))
    }

    /// Where passphrases come from.
    #[must_use]
    pub const fn passphrases(&self) -> &Passphrases {
        &self.passphrases
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
            let member = member.ok_or_else(|| {
                Failure::new(
                    Exit::Failed,
                    format!("{} is not named after a member", entry.path().display()),
                    "Move it out of the folder of registers.",
                )
            })?;
            // A copy of which nothing has arrived yet is none.
            if member == self.member || self.has_entries(&member)? {
                members.push(member);
            }
        }
        members.sort();
        Ok(members)
    }

    fn has_entries(&self, member: &MemberName) -> Result<bool, Failure> {
        let log = self.register_folder(member).join(register::LOG);
        match std::fs::metadata(&log) {
            Ok(meta) => Ok(meta.len() > EMPTY_LOG_MAX
                || Register::open_read(&self.register_folder(member)).is_ok_and(|r| r.size() > 0)),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(e) => Err(io(&log, &e)),
        }
    }

    /// Reads and verifies every register.
    pub fn read(&self) -> Result<Holdings, Failure> {
        let lock = Lock::wait(&self.root, Access::Read, READER_PATIENCE).map_err(|e| locked(&e))?;
        self.read_under(lock)
    }

    fn read_under(&self, lock: Lock) -> Result<Holdings, Failure> {
        let (evidence, no_evidence) = forks::load(&self.root)?;
        let mut registers = Vec::new();
        for member in self.members()? {
            registers.push(self.read_register(&member, &evidence)?);
        }
        Ok(Holdings { registers, evidence, no_evidence, _lock: lock })
    }

    fn read_register(&self, member: &MemberName, evidence: &[HeldEvidence]) -> Result<ReadRegister, Failure> {
        let reading = self.reading(member)?;
        let verify::Verified { keyring, mut entries, mut stopped } =
            verify::register(member.as_str(), &reading).map_err(not_verified)?;
        if let Some((index, stop)) = forks::fork(&reading, &keyring, evidence)
            && stopped.as_ref().is_none_or(|(at, _)| index <= *at)
        {
            // Neither history is folded from there on, so that everybody who knows of both computes the same record.
            entries.truncate(usize::try_from(index).unwrap_or(usize::MAX));
            stopped = Some((index, stop));
        }
        // The key that this folder's owner signs with must be one that the register declares.
        if let Ok(own) = keys::load_public(&self.keys(), member) {
            declares(&keyring, &own).map_err(not_verified)?;
        }
        let origin = reading.origin().to_owned();
        let register = record::Register { origin, member: member.as_str().to_owned(), entries, stopped };
        Ok(ReadRegister { member: member.clone(), reading, register, keyring })
    }

    /// The bytes of a member's register, which must be that member's.
    fn reading(&self, member: &MemberName) -> Result<Reading, Failure> {
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
        Ok(reading)
    }
}

/// That a register declares this key for statements.
fn declares(keyring: &Keyring, key: &VerifyingKey) -> Result<(), String> {
    let id = armistice_tlog::entry::key_id(key);
    match keyring.key(&id) {
        Some(key) if key.role() == Role::Statements => Ok(()),
        Some(_) | None => Err(format!("the key file is none that the register of {} declares", keyring.origin())),
    }
}

/// The statements of registers, for the fold.
#[must_use]
pub fn statements(registers: &[ReadRegister]) -> Vec<record::Register> {
    registers.iter().map(|r| r.register.clone()).collect()
}
