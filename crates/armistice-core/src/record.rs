//! The joint record: a fold over the statements of all registers, in one canonical order. Everyone who holds the same
//! registers computes the same record, whatever the order in which they arrived.
//!
//! Must not: fail, skip a statement in silence, or settle a disagreement by who wrote last.

pub mod joint;
pub mod trust;

use crate::{
    claim::Claim,
    id::DocumentId,
    statement::{
        Body, Bond, DecodeError, Decoded, Engine, Header, PersonNamed, SharedRun, TextRead, Verdict,
        casework::{Begins, Casework},
        desk::Desk,
        ledger::Ledger,
        review::ClaimReviewed,
    },
};
use std::collections::BTreeMap;

/// Where a statement stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryRef {
    /// Whose register: the recorder.
    pub member: String,
    /// Its index there.
    pub index: u64,
    /// Its id: the leaf hash of the entry's bytes.
    pub id: [u8; 32],
}

/// One register, as far as it could be read.
#[derive(Clone, Debug)]
pub struct Register {
    /// Its origin line.
    pub origin: String,
    /// The member.
    pub member: String,
    /// The entries from index 0: id and content.
    pub entries: Vec<([u8; 32], Decoded)>,
    /// If an entry could not be folded, its index and why: the register is folded up to it and not beyond.
    pub stopped: Option<(u64, Stop)>,
}

/// Why the fold of a register stops at an index. What stands before it holds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// The entry there cannot be read.
    #[error("{0}")]
    Undecodable(DecodeError),
    /// Its member signed two different statements for this place. Neither is folded, nor what follows, so that everybody
    /// who knows of both computes the same record, whichever came first.
    #[error("two different statements were signed for this place (evidence {})", .evidence.iter().map(|e| data_encoding::HEXLOWER.encode(&e[..8])).collect::<Vec<_>>().join(", "))]
    TwoHistories {
        /// SHA-256 of each evidence file, in order.
        evidence: Vec<[u8; 32]>,
    },
}

/// A statement about something, and where it stands.
pub type Said<T> = (EntryRef, T);

/// A statement with the time that its author gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<T> {
    /// Where it stands.
    pub at: EntryRef,
    /// Its number in its register.
    pub seq: u64,
    /// The mission that its header names: with member and number it makes the ids of things that it begins.
    pub mission: String,
    /// When its author says that it was written: seconds since 1970.
    pub asserted: i64,
    /// What its author had of the other registers that are here: the member, and how many entries.
    pub seen: Vec<(String, u64)>,
    /// What it says.
    pub body: T,
}

impl<T> Step<T> {
    /// Whether its author had the entry at that place when it wrote.
    #[must_use]
    pub fn saw(&self, entry: &EntryRef) -> bool {
        (self.at.member == entry.member && entry.index < self.at.index)
            || self.seen.iter().any(|(member, size)| *member == entry.member && entry.index < *size)
    }
}

/// An agreement's text as members adopted it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementText {
    /// Who adopted it, and where they said so (the first part's statement).
    pub adopted: Vec<EntryRef>,
    /// The parts received so far.
    pub parts: BTreeMap<u32, Vec<u8>>,
    /// How many parts it has.
    pub parts_total: u32,
}

impl AgreementText {
    /// The whole text; `None` while a part is pending.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let whole = self.parts.len() as u64 == u64::from(self.parts_total)
            && self.parts.keys().copied().eq(0..self.parts_total);
        whole.then(|| self.parts.values().flatten().copied().collect())
    }
}

/// The capture of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// Size in bytes.
    pub size: u64,
    /// The file's name.
    pub file: String,
}

/// The claims that one member's reader found in one document, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimsRead {
    /// Which reader.
    pub engine: Engine,
    /// How many parts there are.
    pub parts_total: u32,
    /// Parts received.
    pub parts: BTreeMap<u32, (Vec<Claim>, Vec<PersonNamed>)>,
}

/// The state of a document: everything said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentState {
    /// Captures, in canonical order. Empty: the statement is pending, and others speak of a document not yet received.
    pub captured: Vec<Said<Capture>>,
    /// Readings of its text.
    pub texts: Vec<Said<TextRead>>,
    /// Readings of its claims.
    pub claims: Vec<Said<ClaimsRead>>,
}

impl DocumentState {
    /// The reading in force: the newest engine version; among equals the first in canonical order.
    #[must_use]
    pub fn text(&self) -> Option<&Said<TextRead>> {
        self.texts.iter().rev().max_by_key(|(_, t)| t.engine.version)
    }

    /// The claims in force, by the same rule, complete readings only.
    #[must_use]
    pub fn claims(&self) -> Option<&Said<ClaimsRead>> {
        self.claims
            .iter()
            .rev()
            .filter(|(_, c)| c.parts.len() as u64 == u64::from(c.parts_total))
            .max_by_key(|(_, c)| c.engine.version)
    }
}

/// What was found of two documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// Which engine.
    pub engine: Engine,
    /// The shared runs.
    pub runs: Vec<SharedRun>,
    /// Whether they are of one origin.
    pub bond: Bond,
    /// Share of the shorter text that is shared, in thousandths.
    pub containment_permille: u32,
    /// Why, in plain words; documents are named by their ids.
    pub reasons: Vec<String>,
}

/// A person's judgement of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// One claim or incident.
    pub a: String,
    /// The other.
    pub b: String,
    /// What was judged.
    pub verdict: Verdict,
    /// Why.
    pub why: String,
}

/// The joint record.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The mission's title as each member opened it, with the key that the member declared.
    pub opened: Vec<Said<(String, [u8; 32])>>,
    /// Agreements by digest.
    pub agreements: BTreeMap<[u8; 32], AgreementText>,
    /// Documents.
    pub documents: BTreeMap<DocumentId, DocumentState>,
    /// Documents in canonical order of their first mention.
    pub order: Vec<DocumentId>,
    /// Pairs of documents that share text; the first id is the smaller one.
    pub copies: BTreeMap<(DocumentId, DocumentId), Vec<Said<Copies>>>,
    /// Documents that were searched for shared text, by which engine version.
    pub compared: BTreeMap<DocumentId, u32>,
    /// People's judgements, in canonical order; [`Record::judgements`] gives those in force.
    pub judged: Vec<Said<Judged>>,
    /// What people said of claims, in canonical order; [`crate::review::in_force`] gives those in force.
    pub reviewed: Vec<Step<ClaimReviewed>>,
    /// What was said about registers, keys and sealed things.
    pub trust: trust::TrustState,
    /// What was said in cases and about seats, in canonical order.
    pub casework: Vec<Step<Casework>>,
    /// Statements that begin a thing under an id which is not their own: the kind, and the id. They are not folded.
    pub misbegun: Vec<Said<(&'static str, String)>>,
    /// Entries of the ledgers, in canonical order.
    pub ledger: Vec<Step<Ledger>>,
    /// Statements of kinds or versions that this program does not know.
    pub unknown: Vec<Said<(String, u32)>>,
    /// Registers whose fold stopped: member, index, why.
    pub stopped: Vec<(String, u64, String)>,
    /// How many statements were folded.
    pub folded: u64,
}

/// The canonical order of the entries of all registers: causal depth, then register, then index.
///
/// The causal depth of an entry is one more than the deepest entry that its author had seen: the one before it in its
/// own register, and the last one of each register that `seen` names. What `seen` names and is not here does not count
/// yet (it is pending).
#[must_use]
pub fn canonical_order(registers: &[Register]) -> Vec<(usize, usize)> {
    let by_origin: BTreeMap<&str, usize> = registers.iter().enumerate().map(|(i, r)| (r.origin.as_str(), i)).collect();
    let mut depth: Vec<Vec<u64>> = registers.iter().map(|r| Vec::with_capacity(r.entries.len())).collect();
    loop {
        let mut moved = false;
        let mut blocked = None;
        for (r, register) in registers.iter().enumerate() {
            while let Some((_, decoded)) = register.entries.get(depth[r].len()) {
                let waits = decoded.header().seen.iter().any(|s| {
                    by_origin.get(s.origin.as_str()).is_some_and(|&o| {
                        o != r && s.size as usize <= registers[o].entries.len() && (s.size as usize) > depth[o].len()
                    })
                });
                if waits {
                    // The smallest origin, so that a forced step does not depend on the order of arrival.
                    let smaller = |b: usize| register.origin < registers[b].origin;
                    if blocked.is_none_or(smaller) {
                        blocked = Some(r);
                    }
                    break;
                }
                push_depth(registers, &by_origin, &mut depth, r);
                moved = true;
            }
        }
        match (moved, blocked) {
            (_, None) => break,
            (true, Some(_)) => {}
            // Two registers that claim to have seen each other's future: one of them lies. The order stays defined.
            (false, Some(r)) => push_depth(registers, &by_origin, &mut depth, r),
        }
    }
    let mut order: Vec<(u64, &str, usize, usize)> = Vec::new();
    for (r, register) in registers.iter().enumerate() {
        for (i, d) in depth[r].iter().enumerate() {
            order.push((*d, register.origin.as_str(), i, r));
        }
    }
    order.sort_unstable();
    order.into_iter().map(|(_, _, i, r)| (r, i)).collect()
}

fn push_depth(registers: &[Register], by_origin: &BTreeMap<&str, usize>, depth: &mut [Vec<u64>], r: usize) {
    let i = depth[r].len();
    let mut deepest = if i == 0 { 0 } else { depth[r][i - 1] };
    for s in &registers[r].entries[i].1.header().seen {
        if let Some(&o) = by_origin.get(s.origin.as_str())
            && o != r
            && s.size > 0
            && let Some(d) = depth[o].get(s.size as usize - 1)
        {
            deepest = deepest.max(*d);
        }
    }
    depth[r].push(deepest + 1);
}

/// Folds the registers into the joint record. Total: it cannot fail.
#[must_use]
pub fn fold(registers: &[Register]) -> Record {
    let mut record = Record::default();
    let members: BTreeMap<&str, &str> = registers.iter().map(|r| (r.origin.as_str(), r.member.as_str())).collect();
    for (r, i) in canonical_order(registers) {
        let (id, decoded) = &registers[r].entries[i];
        let at = EntryRef { member: registers[r].member.clone(), index: i as u64, id: *id };
        record.folded += 1;
        match decoded {
            Decoded::Unknown { kind, version, .. } => record.unknown.push((at, (kind.clone(), *version))),
            Decoded::Known(statement) => record.apply(at, &statement.header, &statement.body, &members),
        }
    }
    for register in registers {
        if let Some((index, why)) = &register.stopped {
            record.stopped.push((register.member.clone(), *index, why.to_string()));
        }
    }
    record
}

impl Record {
    /// The judgements in force, in canonical order: of each member the last one on a pair, whichever of the two came first.
    #[must_use]
    pub fn judgements(&self) -> Vec<&Said<Judged>> {
        let pair = |j: &Judged| if j.a <= j.b { (j.a.clone(), j.b.clone()) } else { (j.b.clone(), j.a.clone()) };
        let mut last = BTreeMap::new();
        for (n, (at, j)) in self.judged.iter().enumerate() {
            // A register's entries stand in their order, so the later one is the newer word of the same member.
            last.insert((at.member.as_str(), pair(j)), n);
        }
        let mut kept: Vec<usize> = last.into_values().collect();
        kept.sort_unstable();
        kept.into_iter().filter_map(|n| self.judged.get(n)).collect()
    }

    fn document(&mut self, id: &DocumentId) -> &mut DocumentState {
        if !self.documents.contains_key(id) {
            self.order.push(id.clone());
        }
        self.documents.entry(id.clone()).or_default()
    }

    fn apply(&mut self, at: EntryRef, header: &Header, body: &Body, members: &BTreeMap<&str, &str>) {
        let (seq, asserted) = (header.seq, header.asserted);
        let seen = || {
            let of = header.seen.iter().filter_map(|s| Some((members.get(s.origin.as_str())?, s.size)));
            of.map(|(member, size)| ((*member).to_owned(), size)).collect()
        };
        match body {
            Body::MissionOpened { title, key } => self.opened.push((at, (title.clone(), *key))),
            Body::AgreementAdopted { sha256, part, parts, bytes } => {
                let text = self.agreements.entry(*sha256).or_default();
                if *part == 0 {
                    text.adopted.push(at);
                }
                text.parts_total = text.parts_total.max(*parts);
                text.parts.entry(*part).or_insert_with(|| bytes.clone());
            }
            Body::DocumentCaptured { document, sha256, size, file } => {
                let capture = Capture { sha256: *sha256, size: *size, file: file.clone() };
                self.document(document).captured.push((at, capture));
            }
            Body::TextRead(t) => self.document(&t.document).texts.push((at, (**t).clone())),
            Body::ClaimsRead { document, engine, part, parts, claims, people } => {
                let state = self.document(document);
                let part_content = (claims.clone(), people.clone());
                let open = state.claims.iter_mut().find(|(e, c)| {
                    e.member == at.member
                        && c.engine == *engine
                        && c.parts_total == *parts
                        && !c.parts.contains_key(part)
                });
                match open {
                    Some((_, read)) => {
                        read.parts.insert(*part, part_content);
                    }
                    None => state.claims.push((
                        at,
                        ClaimsRead {
                            engine: engine.clone(),
                            parts_total: *parts,
                            parts: BTreeMap::from([(*part, part_content)]),
                        },
                    )),
                }
            }
            Body::CopiesFound { engine, a, b, runs, bond, containment_permille, reasons } => {
                let found = Copies {
                    engine: engine.clone(),
                    runs: runs.clone(),
                    bond: *bond,
                    containment_permille: *containment_permille,
                    reasons: reasons.clone(),
                };
                self.copies.entry((a.clone(), b.clone())).or_default().push((at, found));
            }
            Body::Compared { engine, documents } => {
                for document in documents {
                    let version = self.compared.entry(document.clone()).or_insert(0);
                    *version = engine.version.max(*version);
                }
            }
            Body::Judged { a, b, verdict, why } => {
                self.judged.push((at, Judged { a: a.clone(), b: b.clone(), verdict: *verdict, why: why.clone() }));
            }
            Body::Trust(body) => self.trust.apply(at, body),
            Body::Casework(c) => match c.begins(&header.mission, &at.member, seq) {
                Begins::OfAnother(id) => self.misbegun.push((at, (c.kind(), id))),
                Begins::Nothing | Begins::Own => {
                    self.casework.push(Step {
                        at,
                        seq,
                        mission: header.mission.clone(),
                        asserted,
                        seen: seen(),
                        body: (**c).clone(),
                    });
                }
            },
            Body::Ledger(l) => {
                let (mission, seen, body) = (header.mission.clone(), seen(), (**l).clone());
                self.ledger.push(Step { at, seq, mission, asserted, seen, body });
            }
            Body::Desk(d) => match &**d {
                // About the desk's own trail, which is held against it where the trail is (`armistice account audit`);
                // nothing of the joint record follows from it.
                Desk::Audited(_) => {}
                Desk::Reviewed(review) => {
                    let (mission, seen, body) = (header.mission.clone(), seen(), (**review).clone());
                    self.reviewed.push(Step { at, seq, mission, asserted, seen, body });
                }
            },
        }
    }
}
