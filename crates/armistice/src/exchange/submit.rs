//! Asking a witness that is no member to cosign our register (C2SP tlog-witness, the side of the log).
//!
//! Must not: add a line that the witness's key did not make, or ask more than a few times.

use crate::exchange::{
    copy::Copy,
    replica::{Refusal, Replica, Store},
    source::{Http, SourceError},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    note::{Note, VerifierKey},
    witness::{ADD_CHECKPOINT, Reply, Request},
};

/// Times that a witness is asked: once to learn what it has, once from there, and once more if somebody came in between.
const TIMES: usize = 3;

/// Longest answer that is read.
const ANSWER_MAX: u64 = 64 << 10;

/// Why there is no cosignature.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// Nothing is published.
    #[error("the register has no checkpoint yet; publish it first")]
    Unpublished,
    /// The witness cannot be reached.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// It says no.
    #[error("the witness refused with status {0}")]
    Refused(u16),
    /// What it says is no answer, or not what it should be.
    #[error("the witness answered something else: {0}")]
    Answer(String),
    /// It cosigned a larger tree, or another one, of our register.
    #[error(
        "the witness has cosigned {size} entries of this register, and here are {held} under the checkpoint; if nothing newer \
         is published elsewhere, this folder is an older copy of itself"
    )]
    Ahead {
        /// Its size.
        size: u64,
        /// Ours.
        held: u64,
    },
    /// Our own rules.
    #[error(transparent)]
    Own(#[from] Refusal),
}

/// Gets the cosignature of a witness for our newest note, and keeps it with the note. `base` is the witness's submission
/// prefix. Gives whether it brought anything new.
pub fn submit<S: Store>(replica: &mut Replica<S>, base: &str, key: &VerifierKey) -> Result<bool, SubmitError> {
    replica.know_witness(key.clone());
    let own = replica.own().clone();
    let copy: &Copy = replica.copies().get(&own).ok_or(SubmitError::Unpublished)?;
    let note = copy.note().ok_or(SubmitError::Unpublished)?.clone();
    let size = Checkpoint::parse(note.text()).map_err(|e| SubmitError::Answer(e.to_string()))?.size;
    // The log's own lines only: a witness reads no more than a few kilobytes.
    let lines = note.signatures().iter().filter(|l| l.name == copy.origin()).cloned().collect();
    let bare = Note::new(note.text(), lines).map_err(|e| SubmitError::Answer(e.to_string()))?;
    let http = Http::new(base);
    let mut old = 0;
    for _ in 0..TIMES {
        let proof = copy.tree().consistency(old, size).map_err(|e| SubmitError::Answer(e.to_string()))?;
        let request = Request::new(old, proof, bare.clone()).map_err(|e| SubmitError::Answer(e.to_string()))?;
        let (status, body) = http.post(ADD_CHECKPOINT, &request.to_bytes(), ANSWER_MAX)?;
        match Reply::parse(status, &body).map_err(|e| SubmitError::Answer(e.to_string()))? {
            Reply::Cosigned(lines) => {
                let mut with = note;
                for line in lines.into_iter().filter(|l| l.is_by(key)) {
                    with = with.with(line).map_err(|e| SubmitError::Answer(e.to_string()))?;
                }
                return match with.verify(key) {
                    Ok(Some(_)) => Ok(replica.receive_note(&own, &with.to_bytes())?),
                    Ok(None) => Err(SubmitError::Answer("no cosignature by the key that was given".to_owned())),
                    Err(e) => Err(SubmitError::Answer(e.to_string())),
                };
            }
            Reply::Conflict { size: theirs } if theirs > size => {
                return Err(SubmitError::Ahead { size: theirs, held: size });
            }
            Reply::Conflict { size: theirs } if theirs == old => {
                return Err(SubmitError::Ahead { size: theirs, held: size });
            }
            Reply::Conflict { size: theirs } => old = theirs,
            Reply::Refused { status } => return Err(SubmitError::Refused(status)),
        }
    }
    Err(SubmitError::Answer("it says another size each time".to_owned()))
}
