//! The one who appends to this member's register: numbers, signs, and says only what every reader will accept.
//!
//! Must not: write an entry that the register's own keys refuse, or anything into a register that has two histories.

use super::{BATCH_STATEMENTS, Mission, WRITER_PATIENCE, forks, locked, not_verified, publishing, unread, verify};
use crate::{
    clock, durable,
    failure::{Exit, Failure},
    journal::{
        lock::{Access, Lock, LockError},
        register::{Receipt, Register},
    },
    keys::{self, MemberKey, MemberName},
    mission::ReadRegister,
    publish::Claim,
};
use armistice_core::statement::{
    self, Body, Header, Seen, Statement,
    trust::{KeyAdded, KeyAlgorithm, KeyRole},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    entry::{Unsigned, key_id},
    envelope::Stated,
    hash::{Hash, sha256},
    keyring::{Keyring, Life, Role, possession_message},
    note::{MAX_NOTE, Note},
};
use ed25519_dalek::{Signer as _, VerifyingKey};
use std::{
    fs::File,
    io::Read as _,
    path::PathBuf,
    time::{Duration, Instant},
};

/// How long a thread waits for another of this process that writes: longer than any job that the desk gives itself.
const OWN_PATIENCE: Duration = Duration::from_secs(60);

/// How long a writer may take to say which process it is.
const NAME_PATIENCE: Duration = Duration::from_millis(200);

/// How often one looks whether it is one's turn.
const PAUSE: Duration = Duration::from_millis(10);

/// The one who appends. Holds the mission's lock until it is dropped.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(super) mission: &'a Mission,
    pub(super) lock: Lock,
    pub(super) register: Register,
    key: MemberKey,
    pub(super) keyring: Option<Keyring>,
    prev: Option<Hash>,
    seen: Vec<Seen>,
    /// What other members say that they have of this register.
    pub(super) claims: Vec<Claim>,
    /// What was found on opening: a torn tail put aside, say.
    pub warnings: Vec<String>,
}

impl Mission {
    /// Opens this member's register for appending. Only one process can.
    pub fn writer(&self) -> Result<Writer<'_>, Failure> {
        self.writer_by(None)
    }

    /// As [`Mission::writer`], signing with this key: a recovery key, say.
    pub fn writer_with(&self, key: MemberKey) -> Result<Writer<'_>, Failure> {
        self.writer_by(Some(key))
    }

    /// The lock, once it is this writer's turn: at once, or refused, where another process writes; where this process does (the desk's
    /// forms, its trail, its publishing), when that is done. The process id is believed for this only: how long to wait.
    fn turn(&self) -> Result<Lock, LockError> {
        let start = Instant::now();
        loop {
            match Lock::take(&self.root, Access::Write) {
                Err(LockError::Reading { .. }) => return Lock::wait(&self.root, Access::Write, WRITER_PATIENCE),
                Err(LockError::Writing { pid: Some(pid), .. })
                    if pid == std::process::id() && start.elapsed() < OWN_PATIENCE => {}
                // Whoever has just taken the lock has not said yet who it is.
                Err(LockError::Writing { pid: None, .. }) if start.elapsed() < NAME_PATIENCE => {}
                other => return other,
            }
            std::thread::sleep(PAUSE);
        }
    }

    fn writer_by(&self, key: Option<MemberKey>) -> Result<Writer<'_>, Failure> {
        let lock = self.turn().map_err(|e| locked(&e))?;
        let folder = self.register_folder(&self.member);
        let register = Register::open_write(&folder, &lock).map_err(|e| unread(&e))?;
        let reading = self.reading(&self.member)?;
        if (reading.size(), reading.root()) != (register.size(), register.root()) {
            return Err(not_verified(format!("the register of {} reads differently twice", self.member)));
        }
        // A key that the register does not declare would sign entries that nobody can ever verify.
        let keyring = match reading.size() {
            0 => None,
            _ => Some(verify::keys_of_own(&reading).map_err(not_verified)?),
        };
        let (evidence, _) = forks::load(&self.root)?;
        if let Some(keyring) = &keyring {
            if let Some((index, stop)) = forks::fork(&reading, keyring, &evidence) {
                return Err(Failure::new(
                    Exit::NotVerified,
                    format!("the register of {} ends at entry {index}: {stop}; nothing was written", self.member),
                    "Nobody folds what stands beyond. Go on in a new register (docs/keys.md, \"When a register has ended\").",
                ));
            }
            for role in [Role::Statements, Role::Checkpoints, Role::Witness] {
                self.settle(role, keyring)?;
            }
        }
        let key = match key {
            Some(key) => key,
            None => self.key(Role::Statements)?,
        };
        if let Some(keyring) = &keyring {
            usable(keyring, &key)?;
        }
        let prev = verify::last(&reading);
        let others = self.members()?.into_iter().filter(|m| *m != self.member);
        let others: Vec<ReadRegister> =
            others.map(|m| self.read_register(&m, &evidence)).collect::<Result<_, Failure>>()?;
        let claims = publishing::claims(reading.origin(), &others, &self.disregarded()?);
        self.guard(&lock, &reading, keyring.as_ref(), &claims)?;
        let mut seen = Vec::new();
        for other in &others {
            seen.push(Seen {
                origin: other.reading.origin().to_owned(),
                size: other.reading.size(),
                root: *other.reading.root().as_bytes(),
                note: self.beacon(other, keyring.as_ref(), &others)?,
            });
        }
        seen.sort();
        let warnings = register.warnings().iter().map(ToString::to_string).collect();
        Ok(Writer { mission: self, lock, register, key, keyring, prev, seen, claims, warnings })
    }

    /// Puts a new key file in its place if the register declares it; the end of a rotation, perhaps of an earlier run.
    pub fn settle(&self, role: Role, keyring: &Keyring) -> Result<bool, Failure> {
        let path = keys::path_of(&self.keys(), &self.member, role);
        let valid = |key: &VerifyingKey| {
            let declared = keyring.key(&key_id(key));
            declared.is_some_and(|k| k.role() == role && k.valid_at(keyring.size()))
        };
        keys::settle(&path, &self.member, role, valid).map_err(|e| super::no_key(&e))
    }

    /// The digest of the newest checkpoint note of a register that is held, if a witness known here has cosigned it. It is
    /// kept in the archive, so that the statement which names it can be shown with it.
    fn beacon(
        &self,
        register: &ReadRegister,
        own: Option<&Keyring>,
        others: &[ReadRegister],
    ) -> Result<Option<[u8; 32]>, Failure> {
        let published = self.published_folder(&register.member);
        let mut bytes = Vec::new();
        let Ok(file) = File::open(published.join("checkpoint")) else { return Ok(None) };
        if file.take(MAX_NOTE as u64 + 1).read_to_end(&mut bytes).is_err() {
            return Ok(None);
        }
        let Ok(note) = Note::parse(&bytes) else { return Ok(None) };
        let Ok(checkpoint) = Checkpoint::parse(note.text()) else { return Ok(None) };
        let held = checkpoint.origin == register.reading.origin()
            && register.reading.tree().root_at(checkpoint.size) == Ok(checkpoint.root);
        let keyrings = others.iter().map(|o| &o.keyring).chain(own);
        let mut witnesses = keyrings.flat_map(|k| k.valid(Role::Witness)).filter_map(|k| k.verifier());
        if !held || !witnesses.any(|w| matches!(note.verify(&w), Ok(Some(_)))) {
            return Ok(None);
        }
        let digest = sha256(&bytes);
        let archive = published.join("notes");
        durable::create_folder(&archive).map_err(|e| super::made(&e))?;
        match durable::create(&archive.join(digest.hex()), &bytes) {
            Ok(()) | Err(durable::DurableError::Exists { .. }) => Ok(Some(*digest.as_bytes())),
            Err(e) => Err(super::made(&e)),
        }
    }

    /// Where a register is published.
    #[must_use]
    pub fn published_folder(&self, member: &MemberName) -> PathBuf {
        self.register_folder(member).join("published")
    }
}

/// That the register's next entry may be signed with this key.
fn usable(keyring: &Keyring, key: &MemberKey) -> Result<(), Failure> {
    let origin = keyring.origin();
    if keyring.life() == Life::Closed {
        return Err(Failure::new(
            Exit::Denied,
            format!("the register {origin} is closed: it has no key left that could sign"),
            "Go on in a new register (docs/keys.md, \"When a register has ended\").",
        ));
    }
    let id = key.id();
    match keyring.key(&id) {
        None => Err(not_verified(format!(
            "the key file of {} is none that its register declares; nothing was written",
            key.member()
        ))),
        Some(k) if !k.valid_at(keyring.size()) => Err(Failure::new(
            Exit::Denied,
            format!("key {id} of {} was revoked; nothing was written", key.member()),
            match keyring.life() {
                Life::AwaitsRecovery => {
                    "Declare a new one with the recovery key: armistice key rotate DIR --recovery FILE"
                }
                Life::Open | Life::Closed => "Use the key files of the machine on which the new key was made.",
            },
        )),
        Some(_) => Ok(()),
    }
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
        let mut keyring = self.keyring.clone();
        let mut prev = self.prev;
        for (seq, body) in (self.register.size()..).zip(bodies) {
            let kind = body.kind();
            let bytes = self.entry(seq, prev, asserted, body)?;
            // By the rules that every reader goes by. An entry that they refuse is not written.
            let refused = |e: &dyn std::fmt::Display| {
                Failure::new(Exit::Denied, format!("a `{kind}` is not written: {e}"), KEYS_HINT)
            };
            let stated = Stated::parse(&bytes).map_err(|e| refused(&e))?;
            match &mut keyring {
                Some(keyring) => drop(keyring.admit_stated(seq, &stated).map_err(|e| refused(&e))?),
                None => {
                    let origin = self.mission.origin(&self.mission.member);
                    keyring = Some(Keyring::open_stated(&origin, &stated).map_err(|e| refused(&e))?.0);
                }
            }
            prev = Some(stated.id);
            entries.push(bytes);
        }
        let receipt = self.register.append(&entries).map_err(|e| unread(&e))?;
        (self.prev, self.keyring) = (prev, keyring);
        Ok(receipt)
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

    /// Signs what is said from now on with another key of this register.
    pub fn sign_with(&mut self, key: MemberKey) -> Result<(), Failure> {
        if let Some(keyring) = &self.keyring {
            usable(keyring, &key)?;
        }
        self.key = key;
        Ok(())
    }

    /// The register's keys, as of the last statement; none before the first.
    #[must_use]
    pub const fn keyring(&self) -> Option<&Keyring> {
        self.keyring.as_ref()
    }

    /// Entries in the register.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.register.size()
    }

    /// Everything that the folder holds, read under this writer's lock.
    pub fn registers(&self) -> Result<Vec<ReadRegister>, Failure> {
        debug_assert!(self.lock.allows_writing(&self.mission.root));
        let (evidence, _) = forks::load(&self.mission.root)?;
        self.mission.members()?.iter().map(|m| self.mission.read_register(m, &evidence)).collect()
    }

    /// The most statements that one batch may have.
    #[must_use]
    pub fn batch_statements() -> usize {
        BATCH_STATEMENTS
    }
}

const KEYS_HINT: &str = "See `armistice key list DIR`, and docs/keys.md.";

/// What `key_added` says of a key: with its signature over itself, so that nobody declares a key that is another's.
#[must_use]
pub fn declared(origin: &str, key: &MemberKey) -> KeyAdded {
    let (public, name) = (key.verifying_key().to_bytes(), key.role().key_name(origin));
    let message = possession_message(origin, key.role(), &name, &public);
    KeyAdded {
        role: match key.role() {
            Role::Statements => KeyRole::Statements,
            Role::Checkpoints => KeyRole::Checkpoints,
            Role::Witness => KeyRole::Witness,
            Role::Recovery => KeyRole::Recovery,
        },
        algorithm: KeyAlgorithm::Ed25519,
        key: public.to_vec(),
        name,
        possession: key.signing_key().sign(&message).to_bytes().to_vec(),
    }
}
