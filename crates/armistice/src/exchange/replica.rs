//! What one member holds of a mission, and the rules by which it takes more: from whom, checked how, how much a day.
//!
//! Must not: know where bytes come from or go to, take what was not checked, change itself before the store has it, or
//! replace one history of a register by another.

use crate::{
    exchange::{
        copy::{self, Copy, Fault},
        fork,
        layout::{self, Index, Offered, Push},
    },
    failure::Failure,
    keys::MemberName,
    witnessing::{Witness, WitnessError},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    hash::Hash,
    keyring::Role,
    note::{Note, VerifierKey},
    tile::Tile,
    tree::verify_consistency,
};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes of entries a day that are taken of a register whose member was recognised without a quota, or was only given
/// with `--trust`: as much as a register can have.
pub const QUOTA: u64 = 1 << 30;

/// Entries that one batch has at the most: one sync of the disk is paid for each.
const BATCH_ENTRIES: usize = layout::PUSH_COUNT;

/// Bytes that an entry counts beside its own: what its place in tree and index costs.
const ENTRY_COST: u64 = 128;

/// Seconds in a day, for quotas.
const DAY: i64 = 86_400;

/// Where a replica is kept. Each call has its effect on the disk when it returns, or fails.
pub trait Store {
    /// Appends entries to a member's register; `from` is the index of the first. With 0 the register comes into being.
    fn append(&mut self, copy: &Copy, entries: &[&[u8]]) -> Result<(), Failure>;
    /// Publishes a register under a new note: tiles first, the note last. `before` is what was published until now.
    fn publish(&mut self, copy: &Copy, before: u64, note: &Note) -> Result<(), Failure>;
    /// Keeps a note for ever.
    fn archive(&mut self, member: &MemberName, note: &Note) -> Result<(), Failure>;
    /// Keeps a proof of misbehaviour.
    fn evidence(&mut self, digest: &Hash, bytes: &[u8]) -> Result<(), Failure>;
    /// Keeps what another history has, as it was received.
    fn other_history(&mut self, member: &MemberName, from: u64, bundle: &[u8]) -> Result<(), Failure>;
    /// Counts what was taken of a member on a day (days since 1970).
    fn taken(&mut self, member: &MemberName, day: i64, bytes: u64) -> Result<(), Failure>;
    /// Lets others write, if this store keeps them out: a peer may be waited for now.
    fn rest(&mut self) -> Result<(), Failure> {
        Ok(())
    }
    /// Somebody shows a note of our own register, signed by us, that what is held in memory does not contain. True if the
    /// store, looked at again, does not contain it either: then it is kept, and nothing is signed any more.
    fn seen_elsewhere(&mut self, note: &Note, checkpoint: &Checkpoint) -> Result<bool, Failure>;
}

/// Whom a member accepts registers of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognised {
    /// The first statement key of the register.
    pub key: [u8; 32],
    /// Bytes a day.
    pub quota: u64,
}

/// Whose registers were cosigned, and which were not, and why.
pub type Cosigning = (Vec<MemberName>, Vec<(MemberName, String)>);

/// Why something is not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// A register that nobody told us to trust.
    #[error("nobody here has recognised {member}")]
    NotRecognised {
        /// Whose.
        member: MemberName,
    },
    /// A register that opens with another key than the one recognised.
    #[error("the register of {member} opens with another key than the one that was recognised")]
    OtherKey {
        /// Whose.
        member: MemberName,
    },
    /// Entries that do not follow on what is held.
    #[error("{held} entries are held; send what follows")]
    Elsewhere {
        /// How many are held.
        held: u64,
    },
    /// The day's quota is used up.
    #[error("of {member}, {quota} bytes a day are taken, and today's are; the rest is not yet taken")]
    Quota {
        /// Whose.
        member: MemberName,
        /// Bytes a day.
        quota: u64,
        /// Entries held.
        held: u64,
    },
    /// Another history of a register.
    #[error("the register of {member} has another history here than there, from entry {index} on")]
    Conflict {
        /// Whose.
        member: MemberName,
        /// The first entry that differs; if only the sizes are known, the smaller one.
        index: u64,
    },
    /// Something does not verify.
    #[error("register of {member}, {fault}")]
    Fault {
        /// Whose.
        member: MemberName,
        /// What and where.
        fault: Fault,
    },
    /// Something else that cannot be.
    #[error("{0}")]
    Other(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] Failure),
}

/// What one member holds.
#[derive(Debug)]
pub struct Replica<S> {
    mission: String,
    own: MemberName,
    copies: BTreeMap<MemberName, Copy>,
    evidence: BTreeMap<Hash, Vec<u8>>,
    conflicts: BTreeMap<MemberName, u64>,
    accused: BTreeSet<MemberName>,
    recognised: BTreeMap<MemberName, Recognised>,
    outside: Vec<VerifierKey>,
    taken: BTreeMap<MemberName, (i64, u64)>,
    batch: usize,
    recovering: bool,
    store: S,
}

/// What a folder held, as it is read.
#[derive(Debug, Default)]
pub struct Held {
    /// Registers with their notes.
    pub copies: Vec<Copy>,
    /// Evidence files, verified or not: what does not verify is left out.
    pub evidence: Vec<Vec<u8>>,
    /// What was taken of whom on which day.
    pub taken: BTreeMap<MemberName, (i64, u64)>,
    /// Whom this member recognises.
    pub recognised: BTreeMap<MemberName, Recognised>,
    /// Witnesses that are no members.
    pub outside: Vec<VerifierKey>,
}

impl<S: Store> Replica<S> {
    /// A replica of what was read.
    pub fn new(mission: &str, own: &MemberName, held: Held, store: S) -> Self {
        let Held { copies, evidence, taken, recognised, outside } = held;
        let mut replica = Self {
            mission: mission.to_owned(),
            own: own.clone(),
            copies: copies.into_iter().map(|c| (c.member().clone(), c)).collect(),
            evidence: BTreeMap::new(),
            conflicts: BTreeMap::new(),
            accused: BTreeSet::new(),
            recognised,
            outside,
            taken,
            batch: BATCH_ENTRIES,
            recovering: false,
            store,
        };
        for bytes in evidence {
            replica.note_evidence(&bytes);
        }
        replica
    }

    /// The mission's id.
    #[must_use]
    pub fn mission(&self) -> &str {
        &self.mission
    }

    /// Whose replica it is.
    #[must_use]
    pub const fn own(&self) -> &MemberName {
        &self.own
    }

    /// The registers held.
    #[must_use]
    pub const fn copies(&self) -> &BTreeMap<MemberName, Copy> {
        &self.copies
    }

    /// Proofs of misbehaviour, by digest.
    #[must_use]
    pub const fn evidence(&self) -> &BTreeMap<Hash, Vec<u8>> {
        &self.evidence
    }

    /// Registers with two histories: the first index at which they differ.
    #[must_use]
    pub const fn conflicts(&self) -> &BTreeMap<MemberName, u64> {
        &self.conflicts
    }

    /// Where it is kept.
    pub fn store(&mut self) -> &mut S {
        &mut self.store
    }

    /// Gives up the replica for where it is kept.
    pub fn into_store(self) -> S {
        self.store
    }

    /// Entries that one batch has at the most.
    #[must_use]
    pub const fn batch(&self) -> usize {
        self.batch
    }

    /// Makes batches smaller: a test wants many of them.
    pub fn set_batch(&mut self, entries: usize) {
        self.batch = entries.clamp(1, BATCH_ENTRIES);
    }

    /// Whether entries of the own register are taken back from peers: this folder has lost some.
    #[must_use]
    pub const fn recovering(&self) -> bool {
        self.recovering
    }

    /// Takes back entries of the own register, or not.
    pub fn set_recovering(&mut self, recovering: bool) {
        self.recovering = recovering;
    }

    /// Puts the own register in place as it was read again: it is written elsewhere, under its own lock.
    pub fn renew_own(&mut self, copy: Copy) {
        debug_assert!(*copy.member() == self.own, "only the own register is written by others than this");
        self.copies.insert(self.own.clone(), copy);
    }

    /// Whom this member recognises.
    pub fn recognised(&mut self) -> &mut BTreeMap<MemberName, Recognised> {
        &mut self.recognised
    }

    /// The index of what is offered to others.
    #[must_use]
    pub fn index(&self) -> Index {
        let offered = |c: &Copy| c.note().map(|_| Offered { member: c.member().clone(), size: c.published() });
        Index {
            mission: self.mission.clone(),
            server: self.own.clone(),
            registers: self.copies.values().filter_map(offered).collect(),
            evidence: self.evidence.keys().copied().collect(),
        }
    }

    /// A file of the exchange layout, computed from what is held.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        if path == layout::INDEX {
            return Some(self.index().to_text().into_bytes());
        }
        if let Some(name) = path.strip_prefix("evidence/") {
            let digest: Hash = name.strip_suffix(".evidence")?.parse().ok()?;
            return self.evidence.get(&digest).cloned();
        }
        let (member, file) = path.strip_prefix("registers/")?.split_once('/')?;
        let copy = self.copies.get(&MemberName::parse(member).ok()?)?;
        let note = copy.note()?;
        if file == "checkpoint" {
            return Some(note.to_bytes());
        }
        if let Some(name) = file.strip_prefix("notes/") {
            if name == "list" {
                return Some(layout::list_text(&copy.archive().keys().copied().collect::<Vec<_>>()).into_bytes());
            }
            return copy.archive().get(&name.parse().ok()?).map(Note::to_bytes);
        }
        copy.file(file.parse::<Tile>().ok()?, copy.published())
    }

    /// The witnesses that are known here: the members', by their registers, and those named from outside.
    #[must_use]
    pub fn witnesses(&self) -> Vec<VerifierKey> {
        let keyrings = self.copies.values().filter_map(Copy::keyring);
        let members = keyrings.flat_map(|k| k.keys().iter().filter(|k| k.role() == Role::Witness));
        members.filter_map(copy::verifier).chain(self.outside.iter().cloned()).collect()
    }

    /// Counts a witness that is no member among those whose cosignatures are collected.
    pub fn know_witness(&mut self, key: VerifierKey) {
        if !self.outside.contains(&key) {
            self.outside.push(key);
        }
    }

    /// How many bytes of a member are still taken on this day.
    #[must_use]
    pub fn left_today(&self, member: &MemberName, now: i64) -> u64 {
        let quota = self.recognised.get(member).map_or(QUOTA, |r| r.quota);
        let day = now.div_euclid(DAY);
        let used = self.taken.get(member).filter(|(d, _)| *d == day).map_or(0, |(_, bytes)| *bytes);
        quota.saturating_sub(used)
    }

    /// What an entry counts against a quota.
    #[must_use]
    pub const fn cost(entry: &[u8]) -> u64 {
        entry.len() as u64 + ENTRY_COST
    }

    /// Takes entries that follow what is held of a register. The caller has shown that they stand in the tree of `note`;
    /// here they are checked one by one, and the note by the keys as they are after them.
    pub fn admit(
        &mut self,
        member: &MemberName,
        entries: &[&[u8]],
        note: &Note,
        size: u64,
        now: i64,
    ) -> Result<(), Refusal> {
        let fault = |fault| Refusal::Fault { member: member.clone(), fault };
        if *member == self.own && !self.recovering {
            return Err(Refusal::Other(format!("the register of {member} is written here, and nowhere else")));
        }
        let empty;
        let copy = match self.copies.get(member) {
            Some(copy) => copy,
            None => {
                empty = Copy::new(&self.mission, member);
                &empty
            }
        };
        if copy.size() == 0 && !self.recognised.contains_key(member) && *member != self.own {
            return Err(Refusal::NotRecognised { member: member.clone() });
        }
        let checked = copy.check(entries).map_err(fault)?;
        if copy.size() == 0
            && let (Some(first), Some(known)) = (checked.keyring().keys().first(), self.recognised.get(member))
            && first.bytes() != known.key
        {
            return Err(Refusal::OtherKey { member: member.clone() });
        }
        copy::signed(checked.keyring(), note, size).map_err(fault)?;

        let cost: u64 = entries.iter().map(|e| Self::cost(e)).sum();
        if cost > self.left_today(member, now) {
            let quota = self.recognised.get(member).map_or(QUOTA, |r| r.quota);
            return Err(Refusal::Quota { member: member.clone(), quota, held: copy.size() });
        }
        let day = now.div_euclid(DAY);
        let used = self.taken.get(member).filter(|(d, _)| *d == day).map_or(0, |(_, bytes)| *bytes);
        // Counted first: one who makes us die in between has used up what was not taken, not the other way round.
        self.store.taken(member, day, used + cost)?;
        self.taken.insert(member.clone(), (day, used + cost));
        self.store.append(copy, entries)?;
        self.copies.entry(member.clone()).or_insert_with(|| Copy::new(&self.mission, member)).take(checked, entries);
        Ok(())
    }

    /// Takes entries that were sent here. Gives how many are held then.
    pub fn receive(&mut self, member: &MemberName, push: &Push, now: i64) -> Result<u64, Refusal> {
        let fault = |fault| Refusal::Fault { member: member.clone(), fault };
        let (note, checkpoint) = copy::read_note(&push.note, &format!("{}/{member}", self.mission)).map_err(fault)?;
        if *member == self.own {
            self.own_elsewhere(&note, &checkpoint)?;
            return Err(Refusal::Other(format!("the register of {member} is written here, and nowhere else")));
        }
        let empty = Copy::new(&self.mission, member);
        let copy = self.copies.get(member).unwrap_or(&empty);
        if copy.size() != push.from {
            return Err(Refusal::Elsewhere { held: copy.size() });
        }
        let entries: Vec<&[u8]> = push.entries.iter().map(Vec::as_slice).collect();
        if !entries.is_empty() {
            let new = push.from + entries.len() as u64;
            let root = copy.root_with(&entries);
            verify_consistency(new, checkpoint.size, &push.proof, &root, &checkpoint.root).map_err(|e| {
                Refusal::Other(format!(
                    "register of {member}: entries {} to {new} are not in the tree of the checkpoint: {e}",
                    push.from
                ))
            })?;
            self.admit(member, &entries, &note, checkpoint.size, now)?;
        }
        let held = self.copies.get(member).map_or(0, Copy::size);
        if held >= checkpoint.size {
            self.receive_note(member, &push.note)?;
        }
        Ok(held)
    }

    /// Takes a note of a register that is held in full up to it: a newer checkpoint, or cosignatures. True if it brought
    /// anything.
    pub fn receive_note(&mut self, member: &MemberName, bytes: &[u8]) -> Result<bool, Refusal> {
        let fault = |fault| Refusal::Fault { member: member.clone(), fault };
        let (note, checkpoint) = copy::read_note(bytes, &format!("{}/{member}", self.mission)).map_err(fault)?;
        let witnesses = self.witnesses();
        let Some(copy) = self.copies.get_mut(member) else {
            return Err(Refusal::Elsewhere { held: 0 });
        };
        let Some(keyring) = copy.keyring() else { return Err(Refusal::Elsewhere { held: 0 }) };
        copy::signed(keyring, &note, checkpoint.size).map_err(fault)?;
        if checkpoint.size > copy.size() {
            if *member == self.own {
                self.own_elsewhere(&note, &checkpoint)?;
            }
            let held = self.copies.get(member).map_or(0, Copy::size);
            return Err(Refusal::Elsewhere { held });
        }
        if copy.tree().root_at(checkpoint.size) != Ok(checkpoint.root) {
            let there = Refusal::Conflict { member: member.clone(), index: checkpoint.size };
            if let Some(evidence) = fork::of_notes(copy, &note) {
                self.keep_evidence(&evidence)?;
            } else if *member == self.own {
                self.own_elsewhere(&note, &checkpoint)?;
            }
            return Err(there);
        }
        let merged = copy.merge(&note, &witnesses);
        // Our own newest note is made by publishing, and by nobody else: here it only gains cosignatures.
        let newest = merged.newest.filter(|n| *member != self.own || copy.note().is_some_and(|c| c.text() == n.text()));
        let brought = newest.is_some() || merged.archive.is_some();
        if let Some(note) = merged.archive {
            self.store.archive(member, &note)?;
            copy.load_note(note, false);
        }
        if let Some(note) = newest {
            self.store.publish(copy, copy.published(), &note)?;
            copy.load_note(note, true);
        }
        Ok(brought)
    }

    /// Somebody shows a note of our own register. If our own key signed it and we do not hold as much, or hold something
    /// else, then this folder is an old copy of itself, or a second one is at work.
    pub fn own_elsewhere(&mut self, note: &Note, checkpoint: &Checkpoint) -> Result<bool, Refusal> {
        let Some(copy) = self.copies.get(&self.own) else { return Ok(false) };
        let Some(keyring) = copy.keyring() else { return Ok(false) };
        if copy::signed(keyring, note, checkpoint.size).is_err() {
            return Ok(false);
        }
        if copy.tree().root_at(checkpoint.size) == Ok(checkpoint.root) {
            return Ok(false);
        }
        Ok(self.store.seen_elsewhere(note, checkpoint)?)
    }

    /// Keeps a proof of misbehaviour, if it is one of this mission and shows more than those that are held: an earlier place,
    /// or the first about a member. One who contradicts himself a thousand times fills no disk. True if it was kept.
    pub fn keep_evidence(&mut self, bytes: &[u8]) -> Result<bool, Refusal> {
        let proof = self.read_evidence(bytes).map_err(Refusal::Other)?;
        let known = MemberName::parse(&proof.member).is_ok_and(|member| match proof.index {
            Some(index) => self.conflicts.get(&member).is_some_and(|at| *at <= index),
            None => self.accused.contains(&member),
        });
        if known || self.evidence.contains_key(&proof.digest) {
            return Ok(false);
        }
        self.store.evidence(&proof.digest, bytes)?;
        self.note_evidence(bytes);
        Ok(true)
    }

    fn note_evidence(&mut self, bytes: &[u8]) {
        let Ok(proof) = self.read_evidence(bytes) else { return };
        if let Ok(member) = MemberName::parse(&proof.member) {
            if let Some(index) = proof.index {
                let at = self.conflicts.entry(member.clone()).or_insert(index);
                *at = index.min(*at);
            }
            self.accused.insert(member);
        }
        self.evidence.insert(proof.digest, bytes.to_vec());
    }

    fn read_evidence(&self, bytes: &[u8]) -> Result<fork::Proof, String> {
        let keyring = |member: &str| self.copies.get(&MemberName::parse(member).ok()?)?.keyring();
        fork::read(bytes, &self.mission, keyring)
    }

    /// Keeps the entries of another history beside the proof that there are two.
    pub fn keep_other_history(&mut self, member: &MemberName, from: u64, bundle: &[u8]) -> Result<(), Refusal> {
        Ok(self.store.other_history(member, from, bundle)?)
    }

    /// Cosigns every register that is held in full up to its newest checkpoint and has one history. Gives whose, and for
    /// those that this witness will not cosign, why.
    pub fn cosign(&mut self, witness: &Witness, now: i64) -> Result<Cosigning, Failure> {
        let members: Vec<MemberName> = self.copies.keys().filter(|m| **m != self.own).cloned().collect();
        let (mut cosigned, mut refused) = (Vec::new(), Vec::new());
        for member in members {
            match self.cosign_one(&member, witness, now) {
                Ok(true) => cosigned.push(member),
                Ok(false) => {}
                Err(Refusal::Store(failure)) => return Err(failure),
                Err(other) => refused.push((member, other.to_string())),
            }
        }
        Ok((cosigned, refused))
    }

    /// Cosigns one register, if it is held up to its newest checkpoint and has one history.
    pub fn cosign_one(&mut self, member: &MemberName, witness: &Witness, now: i64) -> Result<bool, Refusal> {
        let Some(copy) = self.copies.get(member) else { return Ok(false) };
        let Some(note) = copy.note().filter(|_| !self.accused.contains(member)) else { return Ok(false) };
        let time = u64::try_from(now).unwrap_or_default();
        let line = witness.cosign_held(note, |size| copy.tree().root_at(size).ok(), time).map_err(|e| match e {
            WitnessError::State { .. } | WitnessError::Fork { .. } | WitnessError::Note(_) => {
                Refusal::Other(e.to_string())
            }
            WitnessError::Durable(_) | WitnessError::Lock(_) => Refusal::Store(e.failure()),
        })?;
        let Some(line) = line else { return Ok(false) };
        let with = note.with(line).map_err(|e| Refusal::Other(format!("register of {member}: {e}")))?;
        self.receive_note(member, &with.to_bytes())?;
        Ok(true)
    }

    /// Members that are named anywhere here: those whose registers are held, and those recognised.
    #[must_use]
    pub fn known(&self) -> BTreeSet<MemberName> {
        self.copies.keys().chain(self.recognised.keys()).cloned().collect()
    }
}
