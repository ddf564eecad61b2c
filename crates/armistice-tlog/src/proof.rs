//! That an entry is in a log, and who saw the log, in one text that is checked offline (C2SP tlog-proof).
//!
//! Must not: take the extra line for authentic, or say *valid* of anything that a needed key has not signed.
//!
//! **Form.** The line `c2sp.org/tlog-proof@v1`; optionally `extra ` and base64; `index ` and the index of the entry; the
//! inclusion proof, one hash a line in base64, from the leaf's sibling up; a blank line; the checkpoint with all its
//! signatures, as published. <https://c2sp.org/tlog-proof>
//!
//! **Answers.** *Invalid*: something in it contradicts itself or the entry. *Cannot tell*: nothing does, but a signature
//! is missing that the verifier needs: the log's, or a quorum of witnesses. Signatures by keys that the verifier does
//! not know are no reason for either.
//!
//! ```
//! use armistice_tlog::checkpoint::Checkpoint;
//! use armistice_tlog::cosignature;
//! use armistice_tlog::hash::leaf_hash;
//! use armistice_tlog::note::{Algorithm, Note, VerifierKey, sign};
//! use armistice_tlog::policy::Policy;
//! use armistice_tlog::proof::{Proof, Verdict};
//! use armistice_tlog::tree::Tree;
//! use ed25519_dalek::SigningKey;
//!
//! let (log, witness) = (SigningKey::from_bytes(&[1; 32]), SigningKey::from_bytes(&[2; 32]));
//! let mut tree = Tree::new();
//! (0..9_u8).for_each(|n| { tree.push(leaf_hash(&[n])); });
//! let text = Checkpoint::new("example.org/log", 9, tree.root())?.to_text();
//! let note = Note::new(&text, vec![sign(&text, "example.org/log", &log)?])?;
//! let note = note.with(cosignature::sign(&text, "example.org/w", &witness, 1_700_000_000)?)?;
//!
//! let file = Proof::new(6, tree.inclusion(6, 9)?, note).to_bytes();
//! assert!(file.starts_with(b"c2sp.org/tlog-proof@v1\nindex 6\n"));
//!
//! let key = |name, algorithm, key: &SigningKey| VerifierKey::new(name, algorithm, key.verifying_key().as_bytes());
//! let log_key = key("example.org/log", Algorithm::Ed25519, &log)?;
//! let witness_key = key("example.org/w", Algorithm::Cosignature, &witness)?;
//! let policy = Policy::parse(format!("log {log_key}\nwitness w {witness_key}\nquorum w\n").as_bytes())?;
//!
//! let proof = Proof::parse(&file)?;
//! let Verdict::Valid(proven) = proof.verify(&leaf_hash(&[6]), &policy) else { panic!() };
//! assert_eq!((proven.index, proven.checkpoint.size), (6, 9));
//! // Another entry: invalid. Another witness: nothing is wrong, but the quorum is not met.
//! assert!(matches!(proof.verify(&leaf_hash(&[5]), &policy), Verdict::Invalid(_)));
//! let other = key("example.org/v", Algorithm::Cosignature, &log)?;
//! let policy = Policy::parse(format!("log {log_key}\nwitness v {other}\nquorum v\n").as_bytes())?;
//! assert!(matches!(proof.verify(&leaf_hash(&[6]), &policy), Verdict::CannotTell(_)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use crate::codec::BASE64;

use crate::checkpoint::{Checkpoint, CheckpointError, parse_decimal};
use crate::hash::Hash;
use crate::note::{Algorithm, Fault, MAX_NOTE, Note, NoteError, VerifierKey};
use crate::policy::{self, Evaluation, LogAnswer, Name, Policy};
use crate::tree::{ProofError, verify_inclusion};
use crate::witness::{at_blank_line, parse_hash, write_hashes};

/// First line of every proof.
pub const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// Most hashes of an inclusion proof: the depth of the largest tree that a checkpoint can have.
pub const MAX_PATH: usize = 63;

/// Most bytes of extra data. It is nobody's word, so nothing large belongs there.
pub const MAX_EXTRA: usize = 16 * 1024;

/// Largest proof in bytes.
pub const MAX_PROOF: usize = 64 + MAX_EXTRA.div_ceil(3) * 4 + MAX_PATH * 45 + MAX_NOTE;

/// Why bytes are no proof. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// Larger than [`MAX_PROOF`].
    #[error("the proof has {len} bytes, more than the limit of {max}", max = MAX_PROOF)]
    TooLarge { len: usize },
    /// What stands before the blank line is not text.
    #[error("the proof is not UTF-8")]
    NotUtf8,
    /// There is no blank line, so no checkpoint.
    #[error("no blank line divides the proof from the checkpoint")]
    NoBlankLine,
    /// Another format or version.
    #[error("line 1: not {HEADER}")]
    Header,
    /// The extra data is not base64, is empty (then the line must not be there), or is larger than [`MAX_EXTRA`].
    #[error("line 2: the extra data is not 1 to {max} bytes in canonical base64", max = MAX_EXTRA)]
    Extra,
    /// The line of the index is missing or has another form.
    #[error("line {line}: write index, a space and the index in decimal without leading zeroes")]
    Index { line: usize },
    /// A line of the path is no hash.
    #[error("line {line}: not a hash in canonical base64")]
    Hash { line: usize },
    /// More than [`MAX_PATH`] hashes.
    #[error("line {line}: more than {max} hashes", max = MAX_PATH)]
    TooMany { line: usize },
    /// The rest is no signed note.
    #[error("the checkpoint is no signed note: {0}")]
    Note(#[from] NoteError),
}

/// A proof as read. Nothing of it has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    extra: Vec<u8>,
    index: u64,
    hashes: Vec<Hash>,
    note: Note,
}

impl Proof {
    /// A proof of entry `index`, with the path from it to the root of the checkpoint in `note`.
    #[must_use]
    pub const fn new(index: u64, hashes: Vec<Hash>, note: Note) -> Proof {
        Proof { extra: Vec::new(), index, hashes, note }
    }

    /// The same proof with extra data, which no signature covers. None if it is longer than [`MAX_EXTRA`].
    #[must_use]
    pub fn with_extra(self, extra: &[u8]) -> Option<Proof> {
        (extra.len() <= MAX_EXTRA).then(|| Proof { extra: extra.into(), ..self })
    }

    /// Reads a proof. There is one encoding of each.
    pub fn parse(bytes: &[u8]) -> Result<Proof, ParseError> {
        if bytes.len() > MAX_PROOF {
            return Err(ParseError::TooLarge { len: bytes.len() });
        }
        let (head, note) = at_blank_line(bytes).ok_or(ParseError::NoBlankLine)?;
        let head = core::str::from_utf8(head).map_err(|_| ParseError::NotUtf8)?;
        let mut lines = head.split('\n').zip(1_usize..).peekable();
        if lines.next().map(|(line, _)| line) != Some(HEADER) {
            return Err(ParseError::Header);
        }
        let extra = lines.peek().and_then(|(line, _)| line.strip_prefix("extra "));
        let extra = match extra {
            None => Vec::new(),
            Some(encoded) => {
                lines.next();
                let bytes = BASE64.decode(encoded.as_bytes()).map_err(|_| ParseError::Extra)?;
                if bytes.is_empty() || bytes.len() > MAX_EXTRA {
                    return Err(ParseError::Extra);
                }
                bytes
            }
        };
        let (index, at) = lines.next().unwrap_or(("", 2));
        let index = index.strip_prefix("index ").and_then(parse_decimal).filter(|index| *index < u64::MAX);
        let index = index.ok_or(ParseError::Index { line: at })?;
        let mut hashes = Vec::new();
        for (text, line) in lines {
            if hashes.len() == MAX_PATH {
                return Err(ParseError::TooMany { line });
            }
            hashes.push(parse_hash(text).ok_or(ParseError::Hash { line })?);
        }
        Ok(Proof { extra, index, hashes, note: Note::parse(note)? })
    }

    /// The proof as a file; its extension is `.tlog-proof`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{HEADER}\n");
        if !self.extra.is_empty() {
            text += &format!("extra {}\n", BASE64.encode(&self.extra));
        }
        text += &format!("index {}\n", self.index);
        write_hashes(&mut text, &self.hashes);
        text.push('\n');
        let mut bytes = text.into_bytes();
        bytes.extend_from_slice(&self.note.to_bytes());
        bytes
    }

    /// Index of the entry, as claimed.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// The inclusion proof, lowest hash first.
    #[must_use]
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// The checkpoint with its signatures.
    #[must_use]
    pub const fn note(&self) -> &Note {
        &self.note
    }

    /// The extra data: nobody's word. Empty if there is none.
    #[must_use]
    pub fn extra(&self) -> &[u8] {
        &self.extra
    }

    /// Checks that the entry with this leaf hash is where the proof says, in a tree that the policy accepts: signed by
    /// one of its logs and cosigned by its quorum. A policy without logs cannot tell; see [`Policy::for_logs`].
    #[must_use]
    pub fn verify(&self, leaf: &Hash, policy: &Policy) -> Verdict {
        let checkpoint = match self.included(leaf) {
            Ok(checkpoint) => checkpoint,
            Err(invalid) => return Verdict::Invalid(invalid),
        };
        let evaluation = policy.evaluate(&self.note);
        if let Some(wrong) = evaluation.wrong.first() {
            return Verdict::Invalid(Invalid::Signature(wrong.clone()));
        }
        match &evaluation.log {
            LogAnswer::Signed(_) => {}
            LogAnswer::OtherOrigin { key } => {
                return Verdict::Invalid(Invalid::OtherOrigin { origin: checkpoint.origin, key: key.clone() });
            }
            LogAnswer::NotAsked => return Verdict::CannotTell(Doubt::NoLog),
            LogAnswer::Unsigned => return Verdict::CannotTell(Doubt::UnknownLog { origin: checkpoint.origin }),
            LogAnswer::Unchecked => return Verdict::CannotTell(Doubt::Unchecked(Algorithm::MlDsa44)),
        }
        match evaluation.quorum {
            policy::Answer::Satisfied => {
                Verdict::Valid(Box::new(Proven { index: self.index, checkpoint, evaluation: Some(evaluation) }))
            }
            policy::Answer::NotSatisfied => Verdict::CannotTell(Doubt::Quorum { absent: evaluation.absent }),
            policy::Answer::CannotTell => Verdict::CannotTell(Doubt::Unchecked(Algorithm::MlDsa44)),
        }
    }

    /// Checks that the entry with this leaf hash is where the proof says, in a tree that this log has signed. Whether
    /// others saw the same tree is not asked: the log may show another one to somebody else.
    #[must_use]
    pub fn verify_log(&self, leaf: &Hash, log: &VerifierKey) -> Verdict {
        let checkpoint = match self.included(leaf) {
            Ok(checkpoint) => checkpoint,
            Err(invalid) => return Verdict::Invalid(invalid),
        };
        match self.note.verify(log) {
            Ok(Some(_)) if checkpoint.origin == log.name() => {
                Verdict::Valid(Box::new(Proven { index: self.index, checkpoint, evaluation: None }))
            }
            Ok(Some(_)) => Verdict::Invalid(Invalid::OtherOrigin { origin: checkpoint.origin, key: log.name().into() }),
            Ok(None) => Verdict::CannotTell(Doubt::UnknownLog { origin: checkpoint.origin }),
            Err(NoteError::Signature { fault: Fault::NotBuilt(algorithm), .. }) => {
                Verdict::CannotTell(Doubt::Unchecked(algorithm))
            }
            Err(error) => Verdict::Invalid(Invalid::Signature(error)),
        }
    }

    /// The checkpoint that the leaf is under.
    fn included(&self, leaf: &Hash) -> Result<Checkpoint, Invalid> {
        let checkpoint = Checkpoint::parse(self.note.text())?;
        verify_inclusion(leaf, self.index, checkpoint.size, &self.hashes, &checkpoint.root)?;
        Ok(checkpoint)
    }
}

/// What a proof proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The entry is in the log, and everything asked for has been checked.
    Valid(Box<Proven>),
    /// Something contradicts itself, the entry or a key: here.
    Invalid(Invalid),
    /// Nothing is wrong; something is missing.
    CannotTell(Doubt),
}

/// What was proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Index of the entry.
    pub index: u64,
    /// The checkpoint whose tree it is in.
    pub checkpoint: Checkpoint,
    /// What the note shows of the policy: who cosigned, and when. None if only the log was asked for.
    pub evaluation: Option<Evaluation>,
}

/// Why a proof is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// The note in it is no checkpoint.
    #[error("the note in the proof is no checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The entry, the index, the path and the checkpoint do not belong together.
    #[error("the entry is not in the tree of the checkpoint: {0}")]
    Inclusion(#[from] ProofError),
    /// A signature by a known key does not hold. Lines count from the first line of the checkpoint.
    #[error("the checkpoint: {0}")]
    Signature(NoteError),
    /// A log that is accepted has signed the checkpoint of another.
    #[error("the checkpoint of {origin} is signed with the key of {key}")]
    OtherOrigin { origin: String, key: String },
}

/// Why it cannot be told whether a proof holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The policy names no log, so nobody's signature of the checkpoint was asked for.
    NoLog,
    /// No key is known that has signed for this log.
    UnknownLog { origin: String },
    /// Fewer witnesses have cosigned than the policy needs; these have not.
    Quorum { absent: Vec<Name> },
    /// It depends on a signature of an algorithm that this build does not have.
    Unchecked(Algorithm),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doubt::NoLog => f.write_str("the policy names no log"),
            Doubt::UnknownLog { origin } => write!(f, "no known key has signed the checkpoint of {origin}"),
            Doubt::Quorum { absent } => {
                f.write_str("the quorum is not met; not there:")?;
                absent.iter().try_for_each(|name| write!(f, " {name}"))
            }
            Doubt::Unchecked(algorithm) => write!(f, "this build cannot check signatures of {algorithm}"),
        }
    }
}
