//! A register as held: entries, tree, keys, notes. It grows only by entries that were checked, a batch at a time.
//!
//! Must not: take part of a batch, change before the store has it, or believe a note that the register's own keys did not sign.

use crate::keys::MemberName;
use armistice_tlog::{
    checkpoint::Checkpoint,
    envelope::Stated,
    hash::{Hash, leaf_hash, sha256},
    keyring::{self, Key, Keyring, Role, Signer},
    note::{Algorithm, Note, SignatureLine, VerifierKey},
    tile::{Row, Tile},
    tree::{Frontier, Nodes as _, Tree},
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Signature lines up to which those of unknown keys are kept beside the known ones. C2SP asks readers for at least 16.
const UNKNOWN_LINES: usize = 16;

/// Archived notes of one checkpoint: a witness that dates itself back again and again fills no disk.
const ARCHIVED_MAX: usize = 64;

/// Why entries or a note of a register are refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// An entry that cannot stand at its place.
    #[error("entry {index}: {why}")]
    Entry {
        /// Where.
        index: u64,
        /// Why.
        why: String,
    },
    /// Not a signed note of this register.
    #[error("its checkpoint: {0}")]
    Note(String),
    /// Nobody signed, whom the register names.
    #[error("its checkpoint of {size} entries has no signature by a checkpoint key that the register declares")]
    Unsigned {
        /// Entries.
        size: u64,
    },
}

/// A register as held.
#[derive(Debug, Clone)]
pub struct Copy {
    member: MemberName,
    origin: String,
    keyring: Option<Keyring>,
    tree: Tree,
    edge: Frontier,
    entries: Vec<Box<[u8]>>,
    note: Option<Note>,
    archive: BTreeMap<Hash, Note>,
}

/// A batch that was checked against a register as it stands, and not taken yet.
#[derive(Debug)]
pub struct Checked {
    from: u64,
    keyring: Keyring,
    leaves: Vec<Hash>,
}

impl Checked {
    /// The keys as they are after the batch.
    #[must_use]
    pub const fn keyring(&self) -> &Keyring {
        &self.keyring
    }
}

impl Copy {
    /// An empty one.
    #[must_use]
    pub fn new(mission: &str, member: &MemberName) -> Self {
        Self {
            member: member.clone(),
            origin: format!("{mission}/{member}"),
            keyring: None,
            tree: Tree::new(),
            edge: Frontier::new(),
            entries: Vec::new(),
            note: None,
            archive: BTreeMap::new(),
        }
    }

    /// Whose register it is.
    #[must_use]
    pub const fn member(&self) -> &MemberName {
        &self.member
    }

    /// Its origin line.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Entries held.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.tree.size()
    }

    /// Root over all of them.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.tree.root()
    }

    /// The tree over all of them.
    #[must_use]
    pub const fn tree(&self) -> &Tree {
        &self.tree
    }

    /// An entry.
    #[must_use]
    pub fn entry(&self, index: u64) -> Option<&[u8]> {
        self.entries.get(usize::try_from(index).ok()?).map(|e| &**e)
    }

    /// All entries.
    #[must_use]
    pub fn entries(&self) -> &[Box<[u8]>] {
        &self.entries
    }

    /// The register's keys; none while nothing is held.
    #[must_use]
    pub const fn keyring(&self) -> Option<&Keyring> {
        self.keyring.as_ref()
    }

    /// The newest note, with every cosignature that was collected.
    #[must_use]
    pub const fn note(&self) -> Option<&Note> {
        self.note.as_ref()
    }

    /// Entries under the newest note: what is served to others.
    #[must_use]
    pub fn published(&self) -> u64 {
        self.note.as_ref().and_then(|n| Checkpoint::parse(n.text()).ok()).map_or(0, |c| c.size)
    }

    /// Earlier notes, by digest.
    #[must_use]
    pub const fn archive(&self) -> &BTreeMap<Hash, Note> {
        &self.archive
    }

    /// Checks entries that are to follow what is held: form, header, numbering, chain, keys, signatures. Changes nothing.
    pub fn check(&self, entries: &[&[u8]]) -> Result<Checked, Fault> {
        let from = self.size();
        let fault = |index: u64, why: &dyn std::fmt::Display| Fault::Entry { index, why: why.to_string() };
        let stated: Vec<Stated<'_>> = (from..)
            .zip(entries)
            .map(|(i, bytes)| Stated::parse(bytes).map_err(|e| fault(i, &e)))
            .collect::<Result<_, _>>()?;
        let mut rest = stated.iter().zip(from..);
        let mut signers: Vec<Signer> = Vec::with_capacity(stated.len());
        let mut keyring = match &self.keyring {
            Some(keyring) => keyring.clone(),
            None => {
                let (first, _) = rest.next().ok_or_else(|| fault(0, &"there is none"))?;
                let (keyring, signer) = Keyring::open_stated(&self.origin, first).map_err(|e| fault(0, &e))?;
                signers.push(signer);
                keyring
            }
        };
        let mut broken = None;
        for (entry, index) in rest {
            match keyring.admit_stated(index, entry) {
                Ok(signer) => signers.push(signer),
                Err(e) => {
                    broken = Some((index, e.to_string()));
                    break;
                }
            }
        }
        // The signatures are most of the work and depend on no other entry.
        let wrong = stated
            .par_iter()
            .zip(&signers)
            .enumerate()
            .filter_map(|(i, (s, signer))| {
                keyring.verify(*signer, &s.entry).err().map(|e| (from + i as u64, e.to_string()))
            })
            .min();
        // The first that is wrong: an entry with a wrong signature also breaks the chain of the one after it.
        match wrong.or(broken) {
            Some((index, why)) => Err(Fault::Entry { index, why }),
            None => Ok(Checked { from, keyring, leaves: stated.iter().map(|s| s.id).collect() }),
        }
    }

    /// Takes a batch that was checked, after the store has it. A batch that was checked against another state is not taken.
    pub fn take(&mut self, checked: Checked, entries: &[&[u8]]) {
        if checked.from != self.size() || checked.leaves.len() != entries.len() {
            debug_assert!(false, "a batch is taken right after it was checked");
            return;
        }
        self.keyring = Some(checked.keyring);
        checked.leaves.into_iter().for_each(|leaf| {
            self.tree.push(leaf);
            self.edge.push(leaf);
        });
        self.entries.extend(entries.iter().map(|e| Box::from(*e)));
    }

    /// Puts a note in place as it was read from our own folder, or keeps it in the archive.
    pub fn load_note(&mut self, note: Note, newest: bool) {
        if newest {
            self.note = Some(note);
        } else {
            self.archive.insert(digest(&note), note);
        }
    }

    /// Adds what a note brings: a newer checkpoint, cosignatures, an earlier time. The note must be signed by the register
    /// ([`signed`]) and be of the history that is held. Gives what is to be stored.
    pub fn merge(&self, note: &Note, witnesses: &[VerifierKey]) -> Merged {
        let keys: Vec<VerifierKey> = self.known_keys(witnesses);
        let note = clean(note, &keys);
        let Some(there) = &self.note else {
            return Merged { newest: Some(note.clone()), archive: self.worth_keeping(&note, &keys) };
        };
        let size = |n: &Note| Checkpoint::parse(n.text()).map_or(0, |c| c.size);
        let archive = self.worth_keeping(&note, &keys);
        if there.text() == note.text() {
            let both = joined(there, &note, &keys);
            return Merged { newest: (both != *there).then_some(both), archive };
        }
        Merged { newest: (size(&note) > size(there)).then_some(note), archive }
    }

    /// The keys whose lines in a note are known here: the register's own for checkpoints, and the witnesses.
    fn known_keys(&self, witnesses: &[VerifierKey]) -> Vec<VerifierKey> {
        let own = self.keyring.iter().flat_map(Keyring::checkpoint_keys).filter_map(verifier);
        own.chain(witnesses.iter().cloned()).collect()
    }

    /// Root of the tree that these entries would make of what is held.
    #[must_use]
    pub fn root_with(&self, entries: &[&[u8]]) -> Hash {
        let mut edge = self.edge.clone();
        entries.iter().for_each(|e| {
            edge.push(leaf_hash(e));
        });
        edge.root()
    }

    /// A note is kept for ever if some witness's cosignature in it is new for its tree, or earlier than all that are kept.
    fn worth_keeping(&self, note: &Note, keys: &[VerifierKey]) -> Option<Note> {
        let brings = |key: &VerifierKey| {
            let Some(time) = note.verify(key).ok().flatten().and_then(|v| v.earliest()) else { return false };
            let kept = self.archive.values().filter(|n| n.text() == note.text());
            let earliest = kept.filter_map(|n| n.verify(key).ok().flatten().and_then(|v| v.earliest())).min();
            earliest.is_none_or(|kept| time < kept)
        };
        let kept = self.archive.values().filter(|n| n.text() == note.text()).count();
        let room = kept < ARCHIVED_MAX && !self.archive.contains_key(&digest(note));
        (room && keys.iter().any(brings)).then(|| note.clone())
    }

    /// A file of the register's C2SP tree of so many entries, computed from what is held.
    #[must_use]
    pub fn file(&self, tile: Tile, published: u64) -> Option<Vec<u8>> {
        let width = u64::from(tile.width());
        match tile.row() {
            Row::Level(level) => {
                let (first, count) = (tile.index() * 256, Row::Level(level).count(published));
                if first + width > count || published > self.size() {
                    return None;
                }
                let mut bytes = Vec::with_capacity(tile.len_of_hashes());
                for n in first..first + width {
                    bytes.extend_from_slice(self.tree.node(8 * u32::from(level), n).ok()?.as_bytes());
                }
                Some(bytes)
            }
            Row::Entries => {
                let first = tile.index() * 256;
                if first + width > published.min(self.size()) {
                    return None;
                }
                let range = usize::try_from(first).ok()?..usize::try_from(first + width).ok()?;
                armistice_tlog::bundle::encode(self.entries.get(range)?).ok()
            }
        }
    }
}

/// What merging a note changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The note to serve from now on.
    pub newest: Option<Note>,
    /// A note to keep for ever.
    pub archive: Option<Note>,
}

impl Merged {
    /// Whether nothing changes.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.newest.is_none() && self.archive.is_none()
    }
}

/// Digest under which a note is archived.
#[must_use]
pub fn digest(note: &Note) -> Hash {
    sha256(&note.to_bytes())
}

/// A checkpoint key as notes know it; none for what no note is signed with.
#[must_use]
pub fn verifier(key: &Key) -> Option<VerifierKey> {
    let algorithm = match (key.role(), key.algorithm()) {
        (Role::Checkpoints, keyring::Algorithm::Ed25519) => Algorithm::Ed25519,
        (Role::Witness, keyring::Algorithm::Ed25519) => Algorithm::Cosignature,
        (Role::Checkpoints | Role::Witness, keyring::Algorithm::MlDsa44) => Algorithm::MlDsa44,
        (Role::Statements | Role::Recovery, _) => return None,
    };
    VerifierKey::new(key.name(), algorithm, key.bytes()).ok()
}

/// Reads a note as a checkpoint of `origin`. Nothing is verified.
pub fn read_note(bytes: &[u8], origin: &str) -> Result<(Note, Checkpoint), Fault> {
    let refuse = |e: &dyn std::fmt::Display| Fault::Note(e.to_string());
    let note = Note::parse(bytes).map_err(|e| refuse(&e))?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(|e| refuse(&e))?;
    if checkpoint.origin != origin {
        return Err(Fault::Note(format!("it is of {}, not of {origin}", checkpoint.origin)));
    }
    Ok((note, checkpoint))
}

/// Whether the register's own keys signed a note. At least one that counts at its size, with Ed25519, must have; a wrong
/// signature by any of them refuses the note.
pub fn signed(keyring: &Keyring, note: &Note, size: u64) -> Result<(), Fault> {
    let mut by = 0;
    for key in keyring.checkpoint_keys().filter(|k| k.valid_at(size)) {
        let Some(verifier) = verifier(key) else { continue };
        let verified = note.verify(&verifier).map_err(|e| Fault::Note(e.to_string()))?;
        if verified.is_some_and(|v| v.whole_text) {
            by += 1;
        }
    }
    if by == 0 { Err(Fault::Unsigned { size }) } else { Ok(()) }
}

/// The note with the lines that known keys made, checked, and a few of unknown keys. What cannot be checked may be a
/// witness that we do not know yet; it must not push out those that we do.
fn clean(note: &Note, keys: &[VerifierKey]) -> Note {
    rebuilt(note, note.signatures().iter().cloned(), keys)
}

/// Two notes of one text as one. Of a witness that signed several times the latest stays, to show how fresh it is; the
/// earliest is in the archive.
fn joined(a: &Note, b: &Note, keys: &[VerifierKey]) -> Note {
    rebuilt(a, a.signatures().iter().chain(b.signatures()).cloned(), keys)
}

fn rebuilt(note: &Note, lines: impl Iterator<Item = SignatureLine>, keys: &[VerifierKey]) -> Note {
    let mut known: Vec<(usize, u64, SignatureLine)> = Vec::new();
    let mut unknown: Vec<SignatureLine> = Vec::new();
    for line in lines {
        let Some((k, key)) = keys.iter().enumerate().find(|(_, key)| line.is_by(key)) else {
            if !unknown.contains(&line) {
                unknown.push(line);
            }
            continue;
        };
        let alone = Note::new(note.text(), vec![line.clone()]).ok();
        let Some(verified) = alone.and_then(|n| n.verify(key).ok().flatten()) else { continue };
        let time = verified.latest().unwrap_or(0);
        match known.iter_mut().find(|(other, ..)| *other == k) {
            Some(there) if there.1 < time => *there = (k, time, line),
            Some(_) => {}
            None => known.push((k, time, line)),
        }
    }
    // In the order of the keys, so that two who collected the same lines have the same note.
    known.sort_by_key(|(k, ..)| *k);
    unknown.sort_by_key(SignatureLine::to_line);
    let room = UNKNOWN_LINES.saturating_sub(known.len());
    let lines = known.into_iter().map(|(.., line)| line).chain(unknown.into_iter().take(room)).collect();
    // A note that cannot be put together stays as it was.
    Note::new(note.text(), lines).unwrap_or_else(|_| note.clone())
}
