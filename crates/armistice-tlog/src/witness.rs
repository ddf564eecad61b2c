//! What a log asks of a witness, and what the witness must answer (C2SP tlog-witness v1.0.0).
//!
//! Must not: sign, store, or know who is a witness. Checking and storing must be one step: that is the caller's duty.
//!
//! **Request**: `POST <submission prefix>/add-checkpoint`, with a line `old <size>`, up to 63 lines with one hash of the
//! consistency proof each (base64), a blank line, and the checkpoint as signed by its log. [`Request`].
//!
//! **Answer**: 200 with one or more signature lines ([`cosigned`]); or a refusal. [`decide`] has all checks in the order
//! of the specification, and [`Decision::refusal`] the answer to send. What the log makes of it: [`Reply`].
//!
//! | status | when |
//! |---|---|
//! | 400 | the request has not this form, or its old size is larger than its checkpoint's |
//! | 404 | the witness does not know the origin |
//! | 403 | no signature by a key trusted for the origin, or one that does not hold |
//! | 409 | the old size is not the one cosigned last: the body says which one it is |
//! | 409 | the same size was cosigned with another root: the log has two histories |
//! | 422 | the proof does not hold |
//!
//! Texts later than v1.0.0 answer the last but one with 422. A client must not depend on which of the two it is: both
//! say that this checkpoint will never be cosigned. [`Decision::TwoRoots`] is a case of its own, because the caller
//! holds evidence then.
//!
//! ```
//! use armistice_tlog::checkpoint::Checkpoint;
//! use armistice_tlog::hash::leaf_hash;
//! use armistice_tlog::note::{Algorithm, Note, VerifierKey, sign};
//! use armistice_tlog::tree::Tree;
//! use armistice_tlog::witness::{Decision, Request, decide, monitoring_path};
//! use ed25519_dalek::SigningKey;
//!
//! let log = SigningKey::from_bytes(&[1; 32]);
//! let key = VerifierKey::new("example.org/log", Algorithm::Ed25519, log.verifying_key().as_bytes())?;
//! let mut tree = Tree::new();
//! (0..5_u8).for_each(|n| { tree.push(leaf_hash(&[n])); });
//! let held = (3, tree.root_at(3)?);
//!
//! let text = Checkpoint::new("example.org/log", 5, tree.root())?.to_text();
//! let note = Note::new(&text, vec![sign(&text, "example.org/log", &log)?])?;
//! let request = Request::new(3, tree.consistency(3, 5)?, note)?;
//! let request = Request::parse(&request.to_bytes())?;
//!
//! // The witness cosigned 3 entries before: it may cosign 5, after it has stored that it does.
//! let Decision::Cosign(checkpoint) = decide(Some(held), &request, &[key.clone()]) else { panic!() };
//! assert_eq!(checkpoint.size, 5);
//! // It never cosigned this log: the size that it has is 0.
//! let refusal = decide(None, &request, &[key]).refusal().expect("refused");
//! assert_eq!((refusal.status, refusal.content_type, refusal.body.as_str()), (409, "text/x.tlog.size", "0\n"));
//!
//! // Where anybody reads what a witness cosigned last.
//! assert!(monitoring_path("example.org/log").ends_with("/checkpoint"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt::Write as _;

use crate::codec::BASE64;

use crate::checkpoint::{Checkpoint, CheckpointError, parse_decimal};
use crate::hash::{Hash, empty_root, sha256};
use crate::note::{Fault, LineProblem, MAX_NOTE, MAX_SIGNATURES, Note, NoteError, SignatureLine, VerifierKey};
use crate::tree::{ProofError, verify_consistency};

/// Most hashes in the proof of a request (tlog-witness, "add-checkpoint").
pub const MAX_PROOF: usize = 63;

/// Largest request: `old` and 20 digits, 63 hashes of 44 characters, newlines, and the largest note. Other witnesses
/// take less (some 10 KiB): a log sends its own signatures only, not those of other witnesses.
pub const MAX_REQUEST: usize = 4 + 20 + 1 + MAX_PROOF * 45 + 1 + MAX_NOTE;

/// Media type of the body that says which size was cosigned last.
pub const SIZE_TYPE: &str = "text/x.tlog.size";

/// Media type of every other body.
pub const TEXT_TYPE: &str = "text/plain; charset=utf-8";

/// Path of the submission, below the submission prefix.
pub const ADD_CHECKPOINT: &str = "add-checkpoint";

/// Why bytes are no request. Lines count from 1 at the first line of the request; those of the note from its own first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// Larger than [`MAX_REQUEST`].
    #[error("the request has {len} bytes, more than the limit of {max}", max = MAX_REQUEST)]
    TooLarge { len: usize },
    /// The lines before the blank line are not text.
    #[error("the request is not UTF-8")]
    NotUtf8,
    /// There is no blank line, so no checkpoint.
    #[error("no blank line divides the proof from the checkpoint")]
    NoBlankLine,
    /// The first line is not `old` and a size.
    #[error("line 1: write old, a space and the size in decimal without leading zeroes")]
    Old,
    /// A line of the proof is no hash.
    #[error("line {line}: not a hash in canonical base64")]
    Hash { line: usize },
    /// More than [`MAX_PROOF`] hashes.
    #[error("the proof has more than {max} hashes", max = MAX_PROOF)]
    TooMany,
    /// The rest is no signed note.
    #[error("the checkpoint is no signed note: {0}")]
    Note(#[from] NoteError),
    /// The text of the note is no checkpoint.
    #[error("the note is no checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
}

/// A request to cosign a checkpoint. Its form is right; nothing of it has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    old: u64,
    proof: Vec<Hash>,
    note: Note,
    checkpoint: Checkpoint,
}

impl Request {
    /// Asks for a cosignature of the checkpoint in `note`, from a witness that cosigned `old` entries last.
    pub fn new(old: u64, proof: Vec<Hash>, note: Note) -> Result<Request, RequestError> {
        let checkpoint = Checkpoint::parse(note.text())?;
        if proof.len() > MAX_PROOF {
            return Err(RequestError::TooMany);
        }
        Ok(Request { old, proof, note, checkpoint })
    }

    /// Reads the body of a request. There is one encoding of each.
    pub fn parse(bytes: &[u8]) -> Result<Request, RequestError> {
        if bytes.len() > MAX_REQUEST {
            return Err(RequestError::TooLarge { len: bytes.len() });
        }
        let (head, note) = at_blank_line(bytes).ok_or(RequestError::NoBlankLine)?;
        let head = core::str::from_utf8(head).map_err(|_| RequestError::NotUtf8)?;
        let mut lines = head.split('\n');
        let old = lines.next().and_then(|line| line.strip_prefix("old ")).and_then(parse_decimal);
        // A size that does not fit reads as the largest one: no tree has it.
        let old = old.filter(|old| *old < u64::MAX).ok_or(RequestError::Old)?;
        let mut proof = Vec::new();
        for (index, line) in lines.enumerate() {
            if index == MAX_PROOF {
                return Err(RequestError::TooMany);
            }
            proof.push(parse_hash(line).ok_or(RequestError::Hash { line: index + 2 })?);
        }
        Request::new(old, proof, Note::parse(note)?)
    }

    /// The body of the request.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("old {}\n", self.old);
        write_hashes(&mut text, &self.proof);
        let mut bytes = text.into_bytes();
        bytes.push(b'\n');
        bytes.extend_from_slice(&self.note.to_bytes());
        bytes
    }

    /// Size that the log believes was cosigned last.
    #[must_use]
    pub const fn old(&self) -> u64 {
        self.old
    }

    /// The consistency proof from the old size to the checkpoint.
    #[must_use]
    pub fn proof(&self) -> &[Hash] {
        &self.proof
    }

    /// The checkpoint as signed.
    #[must_use]
    pub const fn note(&self) -> &Note {
        &self.note
    }

    /// What the note says. Nobody's word until [`decide`] has checked who signed it.
    #[must_use]
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }
}

/// Divides at the first blank line; the first part has no newline at its end.
pub(crate) fn at_blank_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.windows(2).position(|two| two == b"\n\n")?;
    Some((bytes.get(..at)?, bytes.get(at + 2..)?))
}

/// One hash in base64, as lines of proofs have it.
pub(crate) fn parse_hash(line: &str) -> Option<Hash> {
    let bytes = BASE64.decode(line.as_bytes()).ok()?;
    <[u8; Hash::LEN]>::try_from(bytes).ok().map(Hash::from_bytes)
}

/// Hashes in base64, one a line.
pub(crate) fn write_hashes(text: &mut String, hashes: &[Hash]) {
    for hash in hashes {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{}", BASE64.encode(hash.as_bytes()));
    }
}

/// What a witness does about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Store this size and root as the newest cosigned, durably; then cosign the text of the note and answer 200.
    Cosign(Checkpoint),
    /// 400: no such request.
    Malformed(Malformed),
    /// 404: the origin is not known.
    UnknownLog { origin: String },
    /// 403: not signed by a trusted key.
    NotTrusted(NotTrusted),
    /// 409: another size was cosigned last.
    Conflict {
        /// Size that the request gives.
        old: u64,
        /// Size cosigned last, 0 if none was.
        size: u64,
    },
    /// 409: this size was cosigned, with another root. Both checkpoints are signed by the log: the log contradicts
    /// itself.
    TwoRoots { size: u64, cosigned: Hash, offered: Hash },
    /// 422: the checkpoint does not follow from the one cosigned last.
    BadProof(ProofError),
}

/// Why a request cannot be answered at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// The bytes are no request.
    #[error(transparent)]
    Form(#[from] RequestError),
    /// The old size is larger than the size of the checkpoint.
    #[error("the old size {old} is larger than the size of the checkpoint, {size}")]
    OldLarger { old: u64, size: u64 },
}

/// Why a checkpoint is not taken as the log's word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTrusted {
    /// No signature is by a key that is trusted for the origin.
    #[error("no signature is by a key that is trusted for {origin}")]
    NoSignature { origin: String },
    /// A signature by a trusted key does not hold.
    #[error("{0}")]
    Wrong(NoteError),
}

/// Decides about a request, in the order of the specification.
///
/// `held` is size and root of the tree that this witness cosigned last for the origin; `keys` are the keys trusted for
/// the origin, none if the origin is not known. Signatures by other keys are ignored.
///
/// What was held when this was called must still be held when the decision is carried out: check and store in one step.
#[must_use]
pub fn decide(held: Option<(u64, Hash)>, request: &Request, keys: &[VerifierKey]) -> Decision {
    let Request { old, proof, note, checkpoint } = request;
    if keys.is_empty() {
        return Decision::UnknownLog { origin: checkpoint.origin.clone() };
    }
    let mut signed = false;
    for key in keys {
        match note.verify(key) {
            Ok(found) => signed |= found.is_some(),
            // Neither right nor wrong: as if it were by nobody.
            Err(NoteError::Signature { fault: Fault::NotBuilt(_), .. }) => {}
            Err(error) => return Decision::NotTrusted(NotTrusted::Wrong(error)),
        }
    }
    if !signed {
        return Decision::NotTrusted(NotTrusted::NoSignature { origin: checkpoint.origin.clone() });
    }
    if *old > checkpoint.size {
        return Decision::Malformed(Malformed::OldLarger { old: *old, size: checkpoint.size });
    }
    let (size, cosigned) = held.unwrap_or((0, empty_root()));
    if *old != size {
        return Decision::Conflict { old: *old, size };
    }
    let two_roots = size == checkpoint.size && cosigned != checkpoint.root;
    // There is one empty tree: another root for it was never cosigned by anybody, it is no tree.
    if two_roots && size > 0 {
        return Decision::TwoRoots { size, cosigned, offered: checkpoint.root };
    }
    match verify_consistency(size, checkpoint.size, proof, &cosigned, &checkpoint.root) {
        Ok(()) => Decision::Cosign(checkpoint.clone()),
        Err(error) => Decision::BadProof(error),
    }
}

/// An answer to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Status of HTTP.
    pub status: u16,
    /// `Content-Type`.
    pub content_type: &'static str,
    /// The body, a text with a newline at its end.
    pub body: String,
}

impl Decision {
    /// The answer to send when nothing is cosigned; none for [`Decision::Cosign`], see [`cosigned`].
    #[must_use]
    pub fn refusal(&self) -> Option<Answer> {
        let text = |status, body: String| Some(Answer { status, content_type: TEXT_TYPE, body: body + "\n" });
        match self {
            Decision::Cosign(_) => None,
            Decision::Malformed(why) => text(400, why.to_string()),
            Decision::UnknownLog { .. } => text(404, "this witness does not know the origin".into()),
            Decision::NotTrusted(why) => text(403, why.to_string()),
            Decision::Conflict { size, .. } | Decision::TwoRoots { size, .. } => {
                Some(Answer { status: 409, content_type: SIZE_TYPE, body: format!("{size}\n") })
            }
            Decision::BadProof(why) => text(422, why.to_string()),
        }
    }
}

/// The answer that carries cosignatures, one or more lines.
#[must_use]
pub fn cosigned(lines: &[SignatureLine]) -> Answer {
    let body = lines.iter().map(|line| line.to_line() + "\n").collect();
    Answer { status: 200, content_type: TEXT_TYPE, body }
}

/// What a witness answered, as its log reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Cosignatures. Each is checked by the log before it is used; those of unknown keys are ignored.
    Cosigned(Vec<SignatureLine>),
    /// The witness cosigned this size last. Ask again from there; if it is the size that was asked from, the witness
    /// has another root of it.
    Conflict { size: u64 },
    /// Refused with this status; asking again changes nothing.
    Refused { status: u16 },
}

/// Why an answer of a witness says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// Larger than a note may be.
    #[error("the answer has {len} bytes, more than the limit of {max}", max = MAX_NOTE)]
    TooLarge { len: usize },
    /// A 200 without a signature line, or without a newline at the end of the last, or not text.
    #[error("the answer has no signature lines")]
    NoLines,
    /// More signature lines than a note may have.
    #[error("the answer has more than {max} signature lines", max = MAX_SIGNATURES)]
    TooMany,
    /// A line that is no signature line.
    #[error("line {line}: {problem}")]
    Line { line: usize, problem: LineProblem },
    /// A 409 without a size.
    #[error("the answer says that another size was cosigned, and does not say which")]
    NoSize,
}

impl Reply {
    /// Reads the answer of a witness: its status and body.
    pub fn parse(status: u16, body: &[u8]) -> Result<Reply, ReplyError> {
        if body.len() > MAX_NOTE {
            return Err(ReplyError::TooLarge { len: body.len() });
        }
        let text = core::str::from_utf8(body).ok().and_then(|text| text.strip_suffix('\n'));
        match status {
            200 => {
                let mut lines = Vec::new();
                for (index, line) in text.ok_or(ReplyError::NoLines)?.split('\n').enumerate() {
                    if index == MAX_SIGNATURES {
                        return Err(ReplyError::TooMany);
                    }
                    let line_of = |problem| ReplyError::Line { line: index + 1, problem };
                    lines.push(SignatureLine::parse(line).map_err(line_of)?);
                }
                Ok(Reply::Cosigned(lines))
            }
            409 => {
                let size = text.and_then(parse_decimal).filter(|size| *size < u64::MAX);
                size.map(|size| Reply::Conflict { size }).ok_or(ReplyError::NoSize)
            }
            status => Ok(Reply::Refused { status }),
        }
    }
}

/// Path below the monitoring prefix where a witness shows what it cosigned last for this origin: `GET` gives the note
/// with the log's signature and the cosignature, 404 if there is none.
///
/// ```
/// use armistice_tlog::witness::monitoring_path;
///
/// let path = monitoring_path("example.com/behind-the-sofa");
/// assert_eq!(path, "5fd2dc0beb4ce54da5050cf6d5c75248b023abad441c3cecde3976fbe9da4fe4/checkpoint");
/// ```
#[must_use]
pub fn monitoring_path(origin: &str) -> String {
    format!("{}/checkpoint", sha256(origin.as_bytes()))
}
