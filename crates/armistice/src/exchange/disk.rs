//! A replica in a mission folder: reads what is there, and keeps what is taken.
//!
//! Must not: hold the mission's lock for more than seconds while a peer is waited for, replace a full tile by other bytes, or touch this
//! member's own register.
//!
//! ```text
//! DIR/registers/<member>/published/…        tiles, checkpoint, notes: also of copies
//! DIR/evidence/<sha256>.evidence            proofs of misbehaviour
//! DIR/evidence/<member>-<from>-<sha256>.entries   entries of another history, as a bundle
//! DIR/exchange/taken                        what was taken of whom today
//! DIR/exchange/lock                         one exchange that writes, at a time
//! ```

use crate::{
    durable,
    exchange::{
        copy::{self, Copy},
        layout,
        replica::{Held, Recognised, Replica, Store},
    },
    failure::{Exit, Failure},
    journal::{
        lock::{Access, Lock},
        register::{self, Register},
    },
    keys::{KeyError, MemberKey, MemberName},
    mission::{Mission, no_key},
    publish::Extent,
    witnessing::Witness,
};
use armistice_core::statement::{self, Body, Decoded, trust::Trust};
use armistice_tlog::{
    checkpoint::Checkpoint,
    envelope::Stated,
    hash::{Hash, sha256},
    keyring::Role,
    note::{Note, VerifierKey},
    tile,
};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
    time::{Duration, Instant, SystemTime},
};

/// How long one who writes in the mission is waited for: longer than a batch takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a register stays open, and others wait: opening one reads it whole, so not for each batch.
const TURN: Duration = Duration::from_secs(5);

/// Largest file of what was taken: a line for each of 4,096 members.
const TAKEN_MAX: u64 = 1 << 20;

/// The store of a replica in a mission folder.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    mission: String,
    own: MemberName,
    /// The register that was appended to last, open: a pull appends many batches to one.
    writer: Option<Writing>,
    taken: BTreeMap<MemberName, (i64, u64)>,
    /// Held while this replica may write; let go between the requests that a server answers.
    alone: Option<Lock>,
}

/// A register that is open for appending, under the mission's lock.
#[derive(Debug)]
struct Writing {
    member: MemberName,
    register: Register,
    lock: Lock,
    since: Instant,
}

/// What a folder looked like when it was read: names, lengths and times of the files that a replica is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp(Vec<(PathBuf, u64, Option<SystemTime>)>);

/// A replica that is kept between requests, and read again when somebody else has changed the folder.
#[derive(Debug, Default)]
pub struct Kept(Option<(Replica<Disk>, Stamp)>);

impl Kept {
    /// Does something with the replica of a folder as it is now, while no other exchange writes in it.
    pub fn with<T>(&mut self, mission: &Mission, work: impl FnOnce(&mut Replica<Disk>) -> T) -> Result<T, Failure> {
        let kept = match self.0.take() {
            Some((mut replica, stamp)) => {
                replica.store().alone = Some(alone(&mission.root)?);
                (stamp == Stamp::of(&mission.root)).then_some(replica)
            }
            None => None,
        };
        let mut replica = match kept {
            Some(replica) => replica,
            None => open(mission, &[])?,
        };
        let done = work(&mut replica);
        replica.store().close()?;
        let stamp = Stamp::of(&mission.root);
        replica.store().alone = None;
        self.0 = Some((replica, stamp));
        Ok(done)
    }
}

impl Stamp {
    /// The folder as it is now.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        let mut rows = Vec::new();
        let mut row = |path: PathBuf| {
            let meta = std::fs::metadata(&path).ok();
            rows.push((path, meta.as_ref().map_or(0, std::fs::Metadata::len), meta.and_then(|m| m.modified().ok())));
        };
        row(root.join("evidence"));
        row(root.join("registers"));
        let mut members: Vec<PathBuf> = std::fs::read_dir(root.join("registers"))
            .into_iter()
            .flatten()
            .filter_map(|i| Some(i.ok()?.path()))
            .collect();
        members.sort();
        for member in members {
            row(member.join(register::LOG));
            row(member.join("published").join("checkpoint"));
            row(member.join("published").join("notes"));
        }
        Self(rows)
    }
}

/// The lock of those who write in an exchange.
fn alone(root: &Path) -> Result<Lock, Failure> {
    let folder = root.join("exchange");
    durable::create_folder(&folder).map_err(|e| failed(&e))?;
    Lock::wait(&folder, Access::Write, PATIENCE).map_err(|e| busy(&e))
}

/// A failure of the disk, or of what stands on it.
fn failed(e: &(dyn std::error::Error + 'static)) -> Failure {
    Failure {
        hint: Some("Check the disk, then run the command again; what was taken before is kept.".to_owned()),
        ..Failure::from_error(e)
    }
}

fn busy(e: &(dyn std::error::Error + 'static)) -> Failure {
    Failure {
        exit: Exit::Denied,
        hint: Some("Wait until the other process has finished, then run the command again.".to_owned()),
        ..Failure::from_error(e)
    }
}

/// Publishes this member's own register, if there is anything new and a key to sign it with. False: there is no key.
pub fn publish_own(mission: &Mission) -> Result<bool, Failure> {
    if !mission.can_publish() {
        return Ok(false);
    }
    mission.writer()?.publish(Extent::New)?;
    Ok(true)
}

/// This member's witness, if it has a key for one.
pub fn witness(mission: &Mission) -> Result<Option<Witness>, Failure> {
    let key = match MemberKey::load_role(&mission.keys(), &mission.member, Role::Witness, mission.passphrases()) {
        Ok(key) => key,
        Err(KeyError::Missing { .. }) => return Ok(None),
        Err(e) => return Err(no_key(&e)),
    };
    let name = Role::Witness.key_name(&mission.origin(&mission.member));
    let witness = Witness::open(&mission.root.join("witness"), &name, key.signing_key().clone());
    witness.map(Some).map_err(|e| e.failure())
}

/// The folder of what is published of a member's register.
#[must_use]
pub fn published(root: &Path, member: &MemberName) -> PathBuf {
    register::folder(root, member).join("published")
}

/// Reads a mission folder as a replica. Only one exchange writes in a folder at a time.
pub fn open(mission: &Mission, trusted: &[(MemberName, [u8; 32])]) -> Result<Replica<Disk>, Failure> {
    let alone = alone(&mission.root)?;
    let held = read(mission, trusted)?;
    let disk = Disk {
        root: mission.root.clone(),
        mission: mission.file.id.clone(),
        own: mission.member.clone(),
        writer: None,
        taken: held.taken.clone(),
        alone: Some(alone),
    };
    Ok(Replica::new(&mission.file.id, &mission.member, held, disk))
}

/// Everything that a folder holds, verified.
fn read(mission: &Mission, trusted: &[(MemberName, [u8; 32])]) -> Result<Held, Failure> {
    let root = &mission.root;
    let _lock = Lock::wait(root, Access::Read, PATIENCE).map_err(|e| busy(&e))?;
    let mut held = Held { taken: read_taken(&root.join("exchange").join("taken")), ..Held::default() };
    for member in members(root)? {
        held.copies.push(read_copy(root, &mission.file.id, &member)?);
    }
    for (member, key) in trusted {
        held.recognised.insert(member.clone(), Recognised { key: *key, quota: crate::exchange::replica::QUOTA });
    }
    if let Some(own) = held.copies.iter().find(|c| *c.member() == mission.member) {
        for (member, recognised) in recognised(own) {
            held.recognised.insert(member, recognised);
        }
        held.outside = outside(own);
    }
    for (_, path) in evidence_files(root) {
        if let Some(bytes) = read_file(&path, layout::EVIDENCE_FILE_MAX)? {
            held.evidence.push(bytes);
        }
    }
    Ok(held)
}

/// The members whose registers are here.
pub fn members(root: &Path) -> Result<Vec<MemberName>, Failure> {
    let folder = root.join("registers");
    let items = std::fs::read_dir(&folder).map_err(|e| failed(&e))?;
    let mut members: Vec<MemberName> = items
        .filter_map(Result::ok)
        // One that was begun and has no entry yet is none.
        .filter(|i| i.path().join(register::LOG).is_file())
        .filter_map(|i| MemberName::parse(i.file_name().to_str()?).ok())
        .collect();
    members.sort();
    Ok(members)
}

/// One register with its notes. What stands in `published/` is believed as far as it verifies.
fn read_copy(root: &Path, mission: &str, member: &MemberName) -> Result<Copy, Failure> {
    let folder = register::folder(root, member);
    let damaged = |why: String| {
        Failure::new(
            Exit::NotVerified,
            format!("{}: {why}", folder.display()),
            "Keep this folder as it is, and run `armistice check` on it.",
        )
    };
    let reading = Register::open_read(&folder).map_err(|e| Failure { exit: Exit::NotVerified, ..failed(&e) })?;
    let mut copy = Copy::new(mission, member);
    if reading.origin() != copy.origin() {
        return Err(damaged(format!("the register of {}, not of {}", reading.origin(), copy.origin())));
    }
    let entries: Vec<&[u8]> = reading.entries().map(|(_, e)| e).collect();
    if entries.is_empty() {
        return Ok(copy);
    }
    let checked = copy.check(&entries).map_err(|e| damaged(e.to_string()))?;
    copy.take(checked, &entries);
    let place = published(root, member);
    let mut load = |path: &Path, newest: bool| -> Result<(), Failure> {
        let Some(bytes) = read_file(path, layout::NOTE_MAX)? else { return Ok(()) };
        // A note that does not verify, or is of more than is held, is derived data gone wrong: fetched or made again.
        let Ok((note, checkpoint)) = copy::read_note(&bytes, copy.origin()) else { return Ok(()) };
        let signed = copy.keyring().is_some_and(|k| copy::signed(k, &note, checkpoint.size).is_ok());
        if signed && copy.tree().root_at(checkpoint.size) == Ok(checkpoint.root) {
            copy.load_note(note, newest);
        }
        Ok(())
    };
    load(&place.join("checkpoint"), true)?;
    if let Ok(items) = std::fs::read_dir(place.join("notes")) {
        let mut paths: Vec<PathBuf> = items.filter_map(|i| Some(i.ok()?.path())).collect();
        paths.sort();
        for path in paths.iter().filter(|p| p.file_name().is_some_and(|n| n.len() == 64)) {
            load(path, false)?;
        }
    }
    Ok(copy)
}

/// Whom a register's author recognised; the last word on each member holds.
fn recognised(own: &Copy) -> BTreeMap<MemberName, Recognised> {
    trust(own)
        .filter_map(|said| match said {
            Trust::MemberRecognised { member, key, quota, .. } => {
                Some((MemberName::parse(&member).ok()?, Recognised { key, quota: quota.unwrap_or(u64::MAX) }))
            }
            _ => None,
        })
        .collect()
}

/// Witnesses that the author's policies name: lines `witness <name> <vkey> [<url>]` of C2SP tlog-policy.
fn outside(own: &Copy) -> Vec<VerifierKey> {
    let mut keys: Vec<VerifierKey> = Vec::new();
    for said in trust(own) {
        if let Trust::PolicyAdopted { text, .. } = said {
            let words = text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>());
            let named = words.filter_map(|w| match w[..] {
                ["witness", _, vkey, ..] => vkey.parse::<VerifierKey>().ok(),
                _ => None,
            });
            keys.extend(named);
        }
    }
    keys.sort_by_key(ToString::to_string);
    keys.dedup();
    keys
}

/// Statements about keys, members and policies in a register, in order.
fn trust(own: &Copy) -> impl Iterator<Item = Trust> {
    own.entries().iter().filter_map(|bytes| {
        let stated = Stated::parse(bytes).ok()?;
        match statement::decode(stated.entry.payload()).ok()? {
            Decoded::Known(statement) => match statement.body {
                Body::Trust(trust) => Some(trust),
                _ => None,
            },
            Decoded::Unknown { .. } => None,
        }
    })
}

/// Evidence files by digest.
#[must_use]
pub fn evidence_files(root: &Path) -> Vec<(Hash, PathBuf)> {
    let Ok(items) = std::fs::read_dir(root.join("evidence")) else { return Vec::new() };
    let mut files: Vec<(Hash, PathBuf)> = items
        .filter_map(|i| {
            let path = i.ok()?.path();
            let digest = path.file_name()?.to_str()?.strip_suffix(".evidence")?.parse().ok()?;
            Some((digest, path))
        })
        .collect();
    files.sort();
    files
}

/// A file whole, or none if it is not there. Longer than `max`: an error.
pub fn read_file(path: &Path, max: u64) -> Result<Option<Vec<u8>>, Failure> {
    match crate::disk::read_limited(&crate::disk::Real, path, max) {
        Ok(bytes) if bytes.len() as u64 > max => Err(Failure::new(
            Exit::NotVerified,
            format!("{} is larger than {max} bytes", path.display()),
            "Move it away; it is none of ours.",
        )),
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if matches!(e.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => Ok(None),
        Err(e) => Err(failed(&e)),
    }
}

/// Lines `member day bytes`. One that cannot be read counts for nothing: a quota is a protection, not a record.
fn read_taken(path: &Path) -> BTreeMap<MemberName, (i64, u64)> {
    let bytes = read_file(path, TAKEN_MAX).ok().flatten().unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let row = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            [member, day, bytes] => Some((MemberName::parse(member).ok()?, (day.parse().ok()?, bytes.parse().ok()?))),
            _ => None,
        }
    };
    text.lines().filter_map(row).collect()
}

impl Disk {
    /// The register of a member, open for appending. It stays open until another is wanted, or something is published.
    fn writer(&mut self, member: &MemberName) -> Result<&mut Register, Failure> {
        if self.writer.as_ref().is_none_or(|w| w.member != *member) {
            self.close()?;
            let folder = register::folder(&self.root, member);
            let lock = Lock::wait(&self.root, Access::Write, PATIENCE).map_err(|e| busy(&e))?;
            if !folder.join(register::LOG).exists() {
                Register::create(&folder, &format!("{}/{member}", self.mission)).map_err(|e| failed(&e))?;
            }
            let register = Register::open_write(&folder, &lock).map_err(|e| failed(&e))?;
            self.writer = Some(Writing { member: member.clone(), register, lock, since: Instant::now() });
        }
        match &mut self.writer {
            Some(writing) => Ok(&mut writing.register),
            None => Err(Failure::new(Exit::Failed, "no register is open", "Report this.")),
        }
    }

    /// Closes the register that is open, and lets others write.
    pub fn close(&mut self) -> Result<(), Failure> {
        match self.writer.take() {
            Some(Writing { register, lock, .. }) => {
                let closed = register.close().map_err(|e| failed(&e));
                drop(lock);
                closed
            }
            None => Ok(()),
        }
    }
}

impl Store for Disk {
    fn append(&mut self, copy: &Copy, entries: &[&[u8]]) -> Result<(), Failure> {
        debug_assert!(self.alone.is_some(), "a replica writes only while no other does");
        let expected = copy.size();
        let register = self.writer(copy.member())?;
        let (size, root) = (register.size(), register.root());
        if (size, root) != (expected, copy.root()) {
            return Err(Failure::new(
                Exit::Denied,
                format!("the register of {} grew while it was worked on", copy.member()),
                "Run the command again.",
            ));
        }
        let appended = register.append(entries).map(|_| ()).map_err(|e| failed(&e));
        if appended.is_err() {
            // A register that stopped is not asked again.
            self.writer = None;
        } else if self.writer.as_ref().is_some_and(|w| w.since.elapsed() > TURN) {
            self.close()?;
        }
        appended
    }

    fn publish(&mut self, copy: &Copy, before: u64, note: &Note) -> Result<(), Failure> {
        self.close()?;
        let place = published(&self.root, copy.member());
        let size = Checkpoint::parse(note.text()).map_err(|e| failed(&e))?.size;
        // Our own tiles are made by publishing, which reads them back before it signs.
        if *copy.member() != self.own && size > before {
            let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
            for tile in tile::tiles_between(before, size).chain(tile::bundles_between(before, size)) {
                let Some(bytes) = copy.file(tile, size) else { continue };
                files.push((place.join(tile.to_string()), bytes));
            }
            for (path, bytes) in &files {
                durable::create_folder(durable::parent(path)).map_err(|e| failed(&e))?;
                // Bytes that differ are damage: the register is what counts, so they are made anew from it.
                if read_file(path, layout::BUNDLE_MAX)?.is_some_and(|there| there != *bytes) {
                    durable::replace(path, bytes).map_err(|e| failed(&e))?;
                }
            }
            let rows: Vec<(PathBuf, &[u8])> = files.iter().map(|(p, b)| (p.clone(), b.as_slice())).collect();
            let barrier = if rows.len() > 16 { durable::Barrier::FileSystem } else { durable::Barrier::EachFile };
            durable::create_all(&rows, barrier).map_err(|e| failed(&e))?;
        }
        durable::create_folder(&place).map_err(|e| failed(&e))?;
        durable::replace(&place.join("checkpoint"), &note.to_bytes()).map_err(|e| failed(&e))
    }

    fn archive(&mut self, member: &MemberName, note: &Note) -> Result<(), Failure> {
        let place = published(&self.root, member).join("notes");
        durable::create_folder(&place).map_err(|e| failed(&e))?;
        let path = place.join(copy::digest(note).hex());
        durable::replace(&path, &note.to_bytes()).map_err(|e| failed(&e))
    }

    fn evidence(&mut self, digest: &Hash, bytes: &[u8]) -> Result<(), Failure> {
        let place = self.root.join("evidence");
        durable::create_folder(&place).map_err(|e| failed(&e))?;
        durable::replace(&place.join(format!("{digest}.evidence")), bytes).map_err(|e| failed(&e))
    }

    fn other_history(&mut self, member: &MemberName, from: u64, bundle: &[u8]) -> Result<(), Failure> {
        let place = self.root.join("evidence");
        durable::create_folder(&place).map_err(|e| failed(&e))?;
        let path = place.join(format!("{member}-{from}-{}.entries", sha256(bundle)));
        if path.exists() {
            return Ok(());
        }
        durable::replace(&path, bundle).map_err(|e| failed(&e))
    }

    fn taken(&mut self, member: &MemberName, day: i64, bytes: u64) -> Result<(), Failure> {
        self.taken.insert(member.clone(), (day, bytes));
        self.taken.retain(|_, (d, _)| *d == day);
        let text = self.taken.iter().fold(String::new(), |mut out, (member, (day, bytes))| {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{member} {day} {bytes}");
            out
        });
        durable::replace(&self.root.join("exchange").join("taken"), text.as_bytes()).map_err(|e| failed(&e))
    }

    fn rest(&mut self) -> Result<(), Failure> {
        self.close()
    }

    fn seen_elsewhere(&mut self, note: &Note, checkpoint: &Checkpoint) -> Result<bool, Failure> {
        self.close()?;
        // Another process of ours may have said more since this replica was read.
        let _lock = Lock::wait(&self.root, Access::Read, PATIENCE).map_err(|e| busy(&e))?;
        let folder = register::folder(&self.root, &self.own);
        let reading = Register::open_read(&folder).map_err(|e| failed(&e))?;
        if reading.tree().root_at(checkpoint.size) == Ok(checkpoint.root) {
            return Ok(false);
        }
        // Publishing holds the register against every note in the archive that its own keys signed, and stops.
        let place = published(&self.root, &self.own).join("notes");
        durable::create_folder(&place).map_err(|e| failed(&e))?;
        durable::replace(&place.join(copy::digest(note).hex()), &note.to_bytes()).map_err(|e| failed(&e))?;
        Ok(true)
    }
}
