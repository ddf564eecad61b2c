//! Proof that a key signed two things of which one excludes the other: small, complete in itself, and for anybody to check.
//!
//! Must not: say who is to blame beyond the key, or take two things for contradictory that could both be honest.
//!
//! Two contradictions can be proved by signatures alone:
//!
//! - *two statements*: two different entries with one number in one register. An honest author numbers each once.
//! - *two checkpoints*: one origin and size, two roots. A tree has one root. (Two checkpoints of different sizes can
//!   contradict each other too; that shows only with the entries between them.)
//!
//! ```text
//! {0: "armistice/evidence/1", 1: "two_statements" or "two_checkpoints", 2: origin,
//!  3: [[key, thing], [key, thing]]}            deterministic CBOR; the things rise by their bytes
//! ```
//!
//! A key is the 32 bytes of an Ed25519 key (statements), or a verifier key as text (checkpoints); a thing is an entry, or a
//! note with the one signature line of that key. The two keys may differ: a register that changed its key in one of two
//! histories. So there is one encoding of each contradiction, and its name is the SHA-256 of that.
//!
//! What it proves is about keys. Whose keys they are, a [`Keyring`] tells: [`Proven::against`].

use crate::cbor::{CborError, Reader, Writer};
use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::ed25519::{self, KeyProblem};
use crate::entry::MAX_ENTRY;
use crate::envelope::{Stated, StatedError};
use crate::hash::{Hash, sha256};
use crate::keyring::{Keyring, Role, id_of};
use crate::note::{MAX_NOTE, MAX_VKEY, Note, NoteError, VerifierKey, VkeyError};

/// Largest evidence in bytes: two notes of the largest size with their keys, and what wraps them.
pub const MAX_EVIDENCE: usize = 2 * (larger(MAX_NOTE, MAX_ENTRY) + MAX_VKEY) + 1024;

/// Longest origin in bytes: the longest name of a key.
const MAX_ORIGIN: usize = 512;

const TITLE: &str = "armistice/evidence/1";

const fn larger(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

/// Which contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Two entries with one number in one register.
    TwoStatements,
    /// Two checkpoints of one origin and size with different roots.
    TwoCheckpoints,
}

impl What {
    /// The word that evidence and statements have for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            What::TwoStatements => "two_statements",
            What::TwoCheckpoints => "two_checkpoints",
        }
    }

    /// The contradiction of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<What> {
        [What::TwoStatements, What::TwoCheckpoints].into_iter().find(|w| w.name() == name)
    }
}

/// Why bytes are no evidence, or prove nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// Larger than [`MAX_EVIDENCE`].
    #[error("the evidence has {len} bytes, more than the limit of {max}", max = MAX_EVIDENCE)]
    TooLarge { len: usize },
    /// Not the encoding.
    #[error("not deterministic CBOR: {0}")]
    Encoding(#[from] CborError),
    /// Not this structure.
    #[error("byte {offset}: {what}")]
    Structure { offset: usize, what: &'static str },
    /// One of the two entries is none.
    #[error("{which} statement: {error}")]
    Statement { which: &'static str, error: StatedError },
    /// One of the two notes is none, or its signature does not hold.
    #[error("{which} checkpoint: {error}")]
    Note { which: &'static str, error: NoteError },
    /// A note that is no checkpoint.
    #[error("{which} checkpoint: {error}")]
    Checkpoint { which: &'static str, error: CheckpointError },
    /// A key that is none.
    #[error("key of the {which} statement {problem}")]
    Key { which: &'static str, problem: KeyProblem },
    /// A verifier key that is none.
    #[error("key of the {which} checkpoint: {error}")]
    Vkey { which: &'static str, error: VkeyError },
    /// A note without a signature by its key, or with others beside it.
    #[error("the {which} checkpoint does not carry the one signature of its key")]
    Signatures { which: &'static str },
    /// The two speak of different registers, or not of the one named.
    #[error("the {which} is of {found}, not of {origin}")]
    Origin { which: &'static str, found: String, origin: String },
    /// The two have different numbers or sizes: both can be honest.
    #[error("they stand at {first} and at {second}: both can be honest")]
    Slots { first: u64, second: u64 },
    /// The two say the same.
    #[error("they say the same: there is nothing to prove")]
    Same,
}

/// A contradiction, complete in itself. Parsed is not verified, see [`Evidence::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    what: What,
    origin: String,
    rows: [Row; 2],
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    thing: Vec<u8>,
    key: Vec<u8>,
}

/// What evidence proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Which contradiction.
    pub what: What,
    /// The register that both speak of.
    pub origin: String,
    /// The number of both statements, or the size of both checkpoints.
    pub slot: u64,
    /// Ids of the keys that signed the first and the second.
    pub keys: [Hash; 2],
    /// The two statements' ids, or the two roots.
    pub things: [Hash; 2],
    /// For checkpoints, the keys with their names; a cosigner's key accuses the cosigner, the log's own key the log.
    pub verifiers: Option<[VerifierKey; 2]>,
}

/// Whether a register declares the keys of a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// It does: whoever holds the keys of this register contradicted themselves.
    Holder,
    /// It does not declare this key for that place: about this register nothing is proved.
    NotDeclared {
        /// Id of the key.
        key: Hash,
    },
}

impl Evidence {
    /// Two entries, each with the 32 bytes of the key that signed it. Refused unless it proves something.
    pub fn two_statements(a: (&[u8], &[u8; 32]), b: (&[u8], &[u8; 32])) -> Result<Evidence, EvidenceError> {
        let stated = Stated::parse(a.0).map_err(|error| EvidenceError::Statement { which: FIRST, error })?;
        let origin = origin_of(&stated);
        let row = |(thing, key): (&[u8], &[u8; 32])| Row { thing: thing.to_vec(), key: key.to_vec() };
        Evidence::made(What::TwoStatements, origin, row(a), row(b))
    }

    /// Two notes, each with the key that signed it: the log's, or a cosigner's. Other signatures are left away. Refused
    /// unless it proves something.
    pub fn two_checkpoints(a: (&Note, &VerifierKey), b: (&Note, &VerifierKey)) -> Result<Evidence, EvidenceError> {
        let checkpoint = Checkpoint::parse(a.0.text());
        let origin = checkpoint.map_err(|error| EvidenceError::Checkpoint { which: FIRST, error })?.origin;
        let row = |(note, key): (&Note, &VerifierKey), which| -> Result<_, EvidenceError> {
            // The earliest by its bytes, so that the same contradiction gives the same evidence.
            let line = note.signatures().iter().filter(|line| line.is_by(key)).min_by_key(|line| &line.signature);
            let line = line.ok_or(EvidenceError::Signatures { which })?.clone();
            let alone = Note::new(note.text(), vec![line]).map_err(|error| EvidenceError::Note { which, error })?;
            Ok(Row { thing: alone.to_bytes(), key: key.to_string().into_bytes() })
        };
        Evidence::made(What::TwoCheckpoints, origin, row(a, FIRST)?, row(b, SECOND)?)
    }

    fn made(what: What, origin: String, a: Row, b: Row) -> Result<Evidence, EvidenceError> {
        let rows = if a <= b { [a, b] } else { [b, a] };
        let evidence = Evidence { what, origin, rows };
        evidence.verify()?;
        // What others would not read is not given out.
        Evidence::parse(&evidence.to_bytes())
    }

    /// Reads evidence: structure and order. There is one encoding of each contradiction.
    pub fn parse(bytes: &[u8]) -> Result<Evidence, EvidenceError> {
        if bytes.len() > MAX_EVIDENCE {
            return Err(EvidenceError::TooLarge { len: bytes.len() });
        }
        let mut r = Reader::new(bytes);
        if r.map()? != 4 {
            return refused(0, "evidence has four keys");
        }
        key(&mut r, 0)?;
        let offset = r.position();
        if r.text()? != TITLE {
            return refused(offset, "it is not titled armistice/evidence/1");
        }
        key(&mut r, 1)?;
        let offset = r.position();
        let Some(what) = What::named(r.text()?) else {
            return refused(offset, "no contradiction that is known has this name; use a newer program");
        };
        key(&mut r, 2)?;
        let offset = r.position();
        let origin = r.text()?.to_owned();
        if origin.is_empty() || origin.len() > MAX_ORIGIN || origin.chars().any(char::is_control) {
            return refused(offset, "the origin is no line of text");
        }
        key(&mut r, 3)?;
        let offset = r.position();
        if r.array()? != 2 {
            return refused(offset, "two things contradict each other, not more or fewer");
        }
        let rows = [row(&mut r)?, row(&mut r)?];
        r.end()?;
        if rows[0].thing >= rows[1].thing {
            return refused(offset, "the two are not in order, or the same");
        }
        Ok(Evidence { what, origin, rows })
    }

    /// The one encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let w = Writer::new().map(4).integer(0).text(TITLE).integer(1).text(self.what.name());
        let mut w = w.integer(2).text(&self.origin).integer(3).array(2);
        for row in &self.rows {
            w = w.array(2).bytes(&row.key).bytes(&row.thing);
        }
        w.finish()
    }

    /// Its name: SHA-256 of the encoding.
    #[must_use]
    pub fn id(&self) -> Hash {
        sha256(&self.to_bytes())
    }

    /// Which contradiction it claims to be.
    #[must_use]
    pub const fn what(&self) -> What {
        self.what
    }

    /// The register that it claims to be about.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The two entries or notes, in order.
    #[must_use]
    pub fn things(&self) -> [&[u8]; 2] {
        self.rows.each_ref().map(|row| row.thing.as_slice())
    }

    /// Checks everything: forms, signatures, that both are of one register and place, and that they differ.
    pub fn verify(&self) -> Result<Proven, EvidenceError> {
        let proven = match self.what {
            What::TwoStatements => self.statements()?,
            What::TwoCheckpoints => self.checkpoints()?,
        };
        if proven.things[0] == proven.things[1] {
            return Err(EvidenceError::Same);
        }
        Ok(proven)
    }

    fn statements(&self) -> Result<Proven, EvidenceError> {
        let read = |row: &Row, which| -> Result<_, EvidenceError> {
            let statement = |error| EvidenceError::Statement { which, error };
            let stated = Stated::parse(&row.thing).map_err(statement)?;
            self.is_of(origin_of(&stated), "statement")?;
            let bytes = row.key.as_slice().try_into();
            let bytes = bytes.map_err(|_| EvidenceError::Key { which, problem: KeyProblem::NoPoint })?;
            let key = ed25519::key(bytes).map_err(|problem| EvidenceError::Key { which, problem })?;
            stated.entry.verify(&key).map_err(|error| statement(error.into()))?;
            Ok((stated.envelope.seq, stated.id))
        };
        let (first, second) = (read(&self.rows[0], FIRST)?, read(&self.rows[1], SECOND)?);
        self.proven((first.0, second.0), [first.1, second.1], None)
    }

    fn checkpoints(&self) -> Result<Proven, EvidenceError> {
        let read = |row: &Row, which| -> Result<_, EvidenceError> {
            let noted = |error| EvidenceError::Note { which, error };
            let note = Note::parse(&row.thing).map_err(noted)?;
            let checkpoint =
                Checkpoint::parse(note.text()).map_err(|error| EvidenceError::Checkpoint { which, error })?;
            self.is_of(checkpoint.origin, "checkpoint")?;
            let text = core::str::from_utf8(&row.key).unwrap_or_default();
            let key: VerifierKey = text.parse().map_err(|error| EvidenceError::Vkey { which, error })?;
            if note.signatures().len() != 1 || note.verify(&key).map_err(noted)?.is_none() {
                return Err(EvidenceError::Signatures { which });
            }
            Ok((checkpoint.size, checkpoint.root, key))
        };
        let (first, second) = (read(&self.rows[0], FIRST)?, read(&self.rows[1], SECOND)?);
        self.proven((first.0, second.0), [first.1, second.1], Some([first.2, second.2]))
    }

    fn proven(
        &self,
        (first, second): (u64, u64),
        things: [Hash; 2],
        verifiers: Option<[VerifierKey; 2]>,
    ) -> Result<Proven, EvidenceError> {
        if first != second {
            return Err(EvidenceError::Slots { first, second });
        }
        let keys = match &verifiers {
            Some(keys) => keys.each_ref().map(|k| id_of(k.key_bytes())),
            None => self.rows.each_ref().map(|row| id_of(&row.key)),
        };
        Ok(Proven { what: self.what, origin: self.origin.clone(), slot: first, keys, things, verifiers })
    }

    fn is_of(&self, found: String, which: &'static str) -> Result<(), EvidenceError> {
        if found == self.origin {
            return Ok(());
        }
        Err(EvidenceError::Origin { which, found, origin: self.origin.clone() })
    }
}

impl Proven {
    /// Holds the keys against those that a register declares. Give the keyring of the accused: for two statements or a
    /// log's two checkpoints that of the register, for two cosignatures that of the witness's own register.
    ///
    /// A key counts for statements if it was valid at their place, by a prefix of the register that everybody shares. It
    /// counts for checkpoints if it is declared at all: what a later revocation makes of it is for the reader.
    #[must_use]
    pub fn against(&self, keyring: &Keyring) -> Against {
        for (at, id) in self.keys.iter().enumerate() {
            let declared = keyring.key(id).is_some_and(|key| match &self.verifiers {
                None => {
                    keyring.origin() == self.origin
                        && matches!(key.role(), Role::Statements | Role::Recovery)
                        && key.from() <= self.slot
                        // What one of the two histories says later of its keys is no excuse.
                        && key.revoked().is_none_or(|r| r.at >= self.slot)
                }
                Some(verifiers) => key.verifier().as_ref() == Some(&verifiers[at]),
            });
            if !declared {
                return Against::NotDeclared { key: *id };
            }
        }
        Against::Holder
    }
}

const FIRST: &str = "first";
const SECOND: &str = "second";

fn refused<T>(offset: usize, what: &'static str) -> Result<T, EvidenceError> {
    Err(EvidenceError::Structure { offset, what })
}

fn key(r: &mut Reader<'_>, key: u64) -> Result<(), EvidenceError> {
    let offset = r.position();
    if r.unsigned()? == key { Ok(()) } else { refused(offset, "another key stands where the next one is needed") }
}

fn row(r: &mut Reader<'_>) -> Result<Row, EvidenceError> {
    let offset = r.position();
    if r.array()? != 2 {
        return refused(offset, "a key and what it signed are needed");
    }
    let key = r.bytes()?.to_vec();
    Ok(Row { key, thing: r.bytes()?.to_vec() })
}

fn origin_of(stated: &Stated<'_>) -> String {
    format!("{}/{}", stated.envelope.mission, stated.envelope.member)
}
