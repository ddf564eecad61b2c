//! A small mission in memory for tests of the exchange: authors with keys, replicas whose store can die, peers that fail.
//!
//! Must not: check anything of its own.

use armistice::{
    exchange::{
        copy::Copy,
        layout::Push,
        replica::{Held, Recognised, Replica, Store},
        report::Answer,
        source::{Peer, Source, SourceError},
    },
    failure::{Exit, Failure},
    keys::MemberName,
};
use armistice_core::{
    record::{self, Record},
    statement::{
        self, Body, Decoded, Header, Seen, Statement, Verdict,
        trust::{KeyAdded, KeyAlgorithm, KeyRole, Trust},
    },
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    entry::{Entry, Unsigned, key_id},
    hash::{Hash, leaf_hash, sha256},
    keyring::{Role, possession_message},
    note::{self, Note},
    tree::Tree,
};
use ed25519_dalek::{Signer as _, SigningKey};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

pub(crate) const MISSION: &str = "m";
pub(crate) const NOW: i64 = 1_800_000_000;

/// Pseudo-random numbers (xorshift): the same for the same seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

pub(crate) fn name(text: &str) -> MemberName {
    MemberName::parse(text).expect("a name")
}

pub(crate) fn key(member: &str, role: &str) -> SigningKey {
    SigningKey::from_bytes(sha256(format!("{member} {role}").as_bytes()).as_bytes())
}

/// One who writes a register.
#[derive(Clone)]
pub(crate) struct Author {
    pub(crate) member: MemberName,
    pub(crate) entries: Vec<Vec<u8>>,
}

impl Author {
    /// A register with its keys, and a recognition of everybody named.
    pub(crate) fn new(member: &str, recognises: &[&str]) -> Self {
        let mut author = Self { member: name(member), entries: Vec::new() };
        let own = key(member, "statements").verifying_key().to_bytes();
        author.say(Body::MissionOpened { title: "Truce".to_owned(), key: own }, vec![]);
        author.add_key(Role::Checkpoints, "checkpoints");
        author.add_key(Role::Witness, "witness");
        for other in recognises.iter().filter(|o| **o != member) {
            let key = key(other, "statements").verifying_key().to_bytes();
            let (member, how) = ((*other).to_owned(), "in person".to_owned());
            author.say(Body::Trust(Trust::MemberRecognised { member, key, how, quota: None }), vec![]);
        }
        author
    }

    pub(crate) fn origin(&self) -> String {
        format!("{MISSION}/{}", self.member)
    }

    pub(crate) fn add_key(&mut self, role: Role, secret: &str) {
        let key = key(self.member.as_str(), secret);
        let name = role.key_name(&self.origin());
        let public = key.verifying_key().to_bytes();
        let possession = key.sign(&possession_message(&self.origin(), role, &name, &public)).to_bytes().to_vec();
        let body = Trust::KeyAdded(KeyAdded {
            role: match role {
                Role::Statements => KeyRole::Statements,
                Role::Checkpoints => KeyRole::Checkpoints,
                Role::Witness => KeyRole::Witness,
                Role::Recovery => KeyRole::Recovery,
            },
            algorithm: KeyAlgorithm::Ed25519,
            key: public.to_vec(),
            name,
            possession,
        });
        self.say(Body::Trust(body), vec![]);
    }

    pub(crate) fn say(&mut self, body: Body, seen: Vec<Seen>) {
        let header = Header {
            mission: MISSION.to_owned(),
            member: self.member.as_str().to_owned(),
            seq: self.entries.len() as u64,
            prev: self.entries.last().map(|e| *leaf_hash(e).as_bytes()),
            asserted: NOW,
            seen,
        };
        let key = key(self.member.as_str(), "statements");
        let unsigned = Unsigned {
            iss: self.member.as_str().to_owned(),
            sub: MISSION.to_owned(),
            iat: NOW,
            kid: key_id(&key.verifying_key()),
            payload: statement::encode(&Statement { header, body }),
        };
        self.entries.push(unsigned.sign(&key).expect("signs"));
    }

    /// Says something that shows in the record.
    pub(crate) fn judge(&mut self, why: &str, seen: Vec<Seen>) {
        let (a, b) = ("a".to_owned(), "b".to_owned());
        self.say(Body::Judged { a, b, verdict: Verdict::Same, why: why.to_owned() }, seen);
    }

    pub(crate) fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        self.entries.iter().for_each(|e| {
            tree.push(leaf_hash(e));
        });
        tree
    }

    /// The signed note of the first `size` entries.
    pub(crate) fn note(&self, size: u64) -> Note {
        let root = self.tree().root_at(size).expect("a root");
        let text = Checkpoint::new(&self.origin(), size, root).expect("a checkpoint").to_text();
        let line = note::sign(&text, &self.origin(), &key(self.member.as_str(), "checkpoints")).expect("signs");
        Note::new(&text, vec![line]).expect("a note")
    }

    /// The register as held by its author, published up to the end.
    pub(crate) fn copy(&self) -> Copy {
        let mut copy = held(&self.member, &self.entries);
        copy.load_note(self.note(self.entries.len() as u64), true);
        copy
    }
}

fn held(member: &MemberName, entries: &[Vec<u8>]) -> Copy {
    let mut copy = Copy::new(MISSION, member);
    let entries: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
    let checked = copy.check(&entries).expect("sound entries");
    copy.take(checked, &entries);
    copy
}

/// What is on the disk of a replica in memory.
#[derive(Debug, Default)]
pub(crate) struct Platter {
    registers: BTreeMap<MemberName, Vec<Vec<u8>>>,
    notes: BTreeMap<MemberName, Note>,
    archive: BTreeMap<MemberName, Vec<Note>>,
    evidence: BTreeMap<Hash, Vec<u8>>,
    taken: BTreeMap<MemberName, (i64, u64)>,
    pub(crate) elsewhere: Option<Note>,
}

/// A store in memory, which dies at a given operation: before it or after it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    pub(crate) platter: Rc<RefCell<Platter>>,
    pub(crate) left: Rc<Cell<Option<usize>>>,
}

impl Memory {
    fn step(&self, done: impl FnOnce(&mut Platter)) -> Result<(), Failure> {
        let dead = || Failure::new(Exit::Failed, "the process died", "Start again.");
        match self.left.get() {
            // Even numbers die before the step, odd ones after it.
            Some(0) => return Err(dead()),
            Some(1) => {
                done(&mut self.platter.borrow_mut());
                self.left.set(Some(0));
                return Err(dead());
            }
            Some(n) => self.left.set(Some(n - 2)),
            None => {}
        }
        done(&mut self.platter.borrow_mut());
        Ok(())
    }
}

impl Store for Memory {
    fn append(&mut self, copy: &Copy, entries: &[&[u8]]) -> Result<(), Failure> {
        self.step(|p| {
            let register = p.registers.entry(copy.member().clone()).or_default();
            assert_eq!(register.len() as u64, copy.size(), "appends follow each other");
            register.extend(entries.iter().map(|e| e.to_vec()));
        })
    }

    fn publish(&mut self, copy: &Copy, _before: u64, note: &Note) -> Result<(), Failure> {
        self.step(|p| drop(p.notes.insert(copy.member().clone(), note.clone())))
    }

    fn archive(&mut self, member: &MemberName, note: &Note) -> Result<(), Failure> {
        self.step(|p| p.archive.entry(member.clone()).or_default().push(note.clone()))
    }

    fn evidence(&mut self, digest: &Hash, bytes: &[u8]) -> Result<(), Failure> {
        self.step(|p| drop(p.evidence.insert(*digest, bytes.to_vec())))
    }

    fn other_history(&mut self, _: &MemberName, _: u64, _: &[u8]) -> Result<(), Failure> {
        self.step(|_| {})
    }

    fn taken(&mut self, member: &MemberName, day: i64, bytes: u64) -> Result<(), Failure> {
        self.step(|p| p.taken.extend([(member.clone(), (day, bytes))]))
    }

    fn seen_elsewhere(&mut self, note: &Note, _: &Checkpoint) -> Result<bool, Failure> {
        self.step(|p| p.elsewhere = Some(note.clone()))?;
        Ok(true)
    }
}

/// A member's replica with its author.
pub(crate) struct Node {
    pub(crate) author: Author,
    pub(crate) replica: Replica<Memory>,
    memory: Memory,
}

impl Node {
    pub(crate) fn new(author: Author, recognises: &[&str]) -> Self {
        let memory = Memory::default();
        let replica = Replica::new(MISSION, &author.member, Held::default(), memory.clone());
        let mut node = Self { author, replica, memory };
        for other in recognises {
            let key = key(other, "statements").verifying_key().to_bytes();
            node.replica.recognised().insert(name(other), Recognised { key, quota: u64::MAX });
        }
        node.publish();
        node
    }

    /// Publishes what the author said.
    pub(crate) fn publish(&mut self) {
        self.replica.renew_own(self.author.copy());
    }

    /// What was seen of other registers, for the next statement.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        let others = self.replica.copies().values().filter(|c| *c.member() != self.author.member && c.size() > 0);
        let row =
            |c: &Copy| Seen { origin: c.origin().to_owned(), size: c.size(), root: *c.root().as_bytes(), note: None };
        others.map(row).collect()
    }

    /// Dies at the n-th operation of its store from now.
    pub(crate) fn die_at(&self, operation: usize) {
        self.memory.left.set(Some(operation));
    }

    /// Starts again from what is on the platter.
    pub(crate) fn restart(&mut self) {
        self.memory.left.set(None);
        let recognised = std::mem::take(self.replica.recognised());
        let platter = self.memory.platter.borrow();
        let mut copies = Vec::new();
        for (member, entries) in &platter.registers {
            let mut copy = held(member, entries);
            if let Some(note) = platter.notes.get(member) {
                copy.load_note(note.clone(), true);
            }
            for note in platter.archive.get(member).into_iter().flatten() {
                copy.load_note(note.clone(), false);
            }
            copies.push(copy);
        }
        copies.push(self.author.copy());
        let held = Held {
            copies,
            evidence: platter.evidence.values().cloned().collect(),
            taken: platter.taken.clone(),
            recognised,
            outside: vec![],
        };
        drop(platter);
        let batch = self.replica.batch();
        self.replica = Replica::new(MISSION, &self.author.member, held, self.memory.clone());
        self.replica.set_batch(batch);
    }

    /// The joint record as this member computes it, in a form that shows every byte of it.
    pub(crate) fn record(&self) -> String {
        let register = |copy: &Copy| {
            let end = self.replica.conflicts().get(copy.member()).map_or(usize::MAX, |i| *i as usize);
            let entries = copy.entries().iter().take(end).map(|bytes| {
                let entry = Entry::parse(bytes).expect("an entry");
                (*entry.id().as_bytes(), statement::decode(entry.payload()).expect("a statement"))
            });
            record::Register {
                origin: copy.origin().to_owned(),
                member: copy.member().as_str().to_owned(),
                entries: entries.collect::<Vec<([u8; 32], Decoded)>>(),
                stopped: None,
            }
        };
        let registers: Vec<record::Register> = self.replica.copies().values().map(register).collect();
        let record: Record = record::fold(&registers);
        format!("{:?} {:?}", record, self.replica.conflicts())
    }
}

/// A node as another one reaches it: for so many requests, then not any more.
pub(crate) struct Line<'n> {
    node: RefCell<&'n mut Node>,
    left: Cell<usize>,
}

impl<'n> Line<'n> {
    pub(crate) fn to(node: &'n mut Node, requests: usize) -> Self {
        Self { node: RefCell::new(node), left: Cell::new(requests) }
    }

    fn request(&self) -> Result<(), SourceError> {
        match self.left.get() {
            0 => Err(SourceError { what: "the line".to_owned(), why: "is cut".to_owned() }),
            n => {
                self.left.set(n - 1);
                Ok(())
            }
        }
    }
}

impl Source for Line<'_> {
    fn get(&self, path: &str, max: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.request()?;
        let found = self.node.borrow().replica.file(path);
        assert!(found.as_ref().is_none_or(|b| b.len() as u64 <= max), "{path} is larger than anybody reads");
        Ok(found)
    }
}

impl Peer for Line<'_> {
    fn push(&self, member: &MemberName, push: &Push) -> Result<Answer, SourceError> {
        self.request()?;
        // Through the wire format and back.
        let push = Push::parse(&push.to_bytes()).expect("a request");
        let taken = self.node.borrow_mut().replica.receive(member, &push, NOW);
        Ok(taken.map_or_else(|e| Answer::of(&e), Answer::Held))
    }

    fn push_note(&self, member: &MemberName, note: &[u8]) -> Result<Answer, SourceError> {
        self.request()?;
        let taken = self.node.borrow_mut().replica.receive_note(member, note);
        Ok(taken.map_or_else(|e| Answer::of(&e), |_| Answer::Held(0)))
    }

    fn push_evidence(&self, bytes: &[u8]) -> Result<Answer, SourceError> {
        self.request()?;
        let taken = self.node.borrow_mut().replica.keep_evidence(bytes);
        Ok(taken.map_or_else(|e| Answer::of(&e), |new| Answer::Held(u64::from(new))))
    }
}
