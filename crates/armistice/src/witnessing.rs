//! A witness: says of a log that it saw this tree at this time, and nothing that contradicts it (C2SP tlog-cosignature,
//! tlog-witness).
//!
//! Must not: answer before what it answers is on the disk, cosign a tree that does not continue the one it cosigned before,
//! or forget one.
//!
//! One file for each origin, `<sha256(origin) in hexadecimal>`: the note as cosigned last. It is the state and the
//! monitoring page at once. If it cannot be read, the witness cosigns nothing of that origin until a person has looked:
//! a witness that forgot may cosign a fork.

use crate::{
    durable::{self, DurableError},
    failure::{Exit, Failure},
    journal::lock::{Access, Lock, LockError},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    cosignature,
    evidence::Evidence,
    hash::{Hash, sha256},
    note::{Algorithm, Note, SignatureLine, VerifierKey},
};
use ed25519_dalek::SigningKey;
use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// After how many seconds a tree that did not grow is cosigned again when it is offered: the age of the newest
/// cosignature shows that nobody holds back a newer tree.
pub const REFRESH: u64 = 3600;

/// Largest state file: a note.
const STATE_MAX: u64 = 64 << 10;

/// Origins that are worked on at a time.
const STRIPES: usize = 64;

/// How long another process that cosigns in the same folder is waited for: it takes two syncs.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why nothing was cosigned.
#[derive(Debug, thiserror::Error)]
pub enum WitnessError {
    /// What was cosigned last cannot be known.
    #[error("{path}: what was cosigned last cannot be read ({why}); nothing of this origin is cosigned until it is put back", path = path.display())]
    State {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// The tree does not continue the one that was cosigned.
    #[error(
        "{origin}: {size} entries with root {root} do not continue the {before} entries that this witness has cosigned"
    )]
    Fork {
        /// Which log.
        origin: String,
        /// Size offered.
        size: u64,
        /// Root offered.
        root: Hash,
        /// Size cosigned.
        before: u64,
    },
    /// Not something to cosign.
    #[error("not cosigned: {0}")]
    Note(String),
    /// The state did not reach the disk, so nothing was answered.
    #[error(transparent)]
    Durable(#[from] DurableError),
    /// Another process is at work.
    #[error(transparent)]
    Lock(#[from] LockError),
}

impl WitnessError {
    /// As a failure of a command.
    #[must_use]
    pub fn failure(&self) -> Failure {
        let exit = match self {
            Self::State { .. } | Self::Fork { .. } => Exit::NotVerified,
            Self::Lock(_) => Exit::Denied,
            Self::Note(_) | Self::Durable(_) => Exit::Failed,
        };
        Failure { exit, ..Failure::from_error(self) }
    }
}

/// What a witness cosigned last of an origin.
#[derive(Debug, Clone)]
pub struct Cosigned {
    /// Size and root.
    pub checkpoint: Checkpoint,
    /// The note with the witness's line.
    pub note: Note,
    /// When, in seconds since 1970.
    pub time: u64,
}

/// A witness with its key and its folder.
pub struct Witness {
    folder: PathBuf,
    name: String,
    key: SigningKey,
    verifier: VerifierKey,
    stripes: Vec<Mutex<()>>,
}

impl std::fmt::Debug for Witness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Witness({})", self.verifier)
    }
}

impl Witness {
    /// A witness whose state is in `folder`, which comes into being if need be.
    pub fn open(folder: &Path, name: &str, key: SigningKey) -> Result<Self, WitnessError> {
        let verifier = VerifierKey::new(name, Algorithm::Cosignature, key.verifying_key().as_bytes())
            .map_err(|e| WitnessError::Note(e.to_string()))?;
        durable::create_folder(folder)?;
        let stripes = (0..STRIPES).map(|_| Mutex::new(())).collect();
        Ok(Self { folder: folder.to_path_buf(), name: name.to_owned(), key, verifier, stripes })
    }

    /// Its verifier key: what others put into a policy.
    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    fn path(&self, origin: &str) -> PathBuf {
        self.folder.join(sha256(origin.as_bytes()).hex())
    }

    /// The monitoring page of an origin, by the SHA-256 of its line: the last cosigned note, or none.
    pub fn page(&self, origin: &Hash) -> Result<Option<Vec<u8>>, WitnessError> {
        read(&self.folder.join(origin.hex()))
    }

    /// What was cosigned last of an origin. Its own signature is checked, so that a damaged file is no state.
    pub fn last(&self, origin: &str) -> Result<Option<Cosigned>, WitnessError> {
        let path = self.path(origin);
        let Some(bytes) = read(&path)? else { return Ok(None) };
        let state = |why: String| WitnessError::State { path: path.clone(), why };
        let note = Note::parse(&bytes).map_err(|e| state(e.to_string()))?;
        let checkpoint = Checkpoint::parse(note.text()).map_err(|e| state(e.to_string()))?;
        if checkpoint.origin != origin {
            return Err(state(format!("it is of {}", checkpoint.origin)));
        }
        let verified = note.verify(&self.verifier).map_err(|e| state(e.to_string()))?;
        let time = verified.and_then(|v| v.latest()).ok_or_else(|| state("this witness did not sign it".to_owned()))?;
        Ok(Some(Cosigned { checkpoint, note, time }))
    }

    /// Does something about one origin while nobody else does: not in this process, and not in another.
    pub fn alone<T, E: From<WitnessError>>(
        &self,
        origin: &str,
        work: impl FnOnce(Option<Cosigned>) -> Result<T, E>,
    ) -> Result<T, E> {
        let stripe = usize::from(sha256(origin.as_bytes()).as_bytes()[0]) % STRIPES;
        // A panic elsewhere leaves nothing half done: the state is a file that is there whole or not at all.
        let _guard = self.stripes[stripe].lock().unwrap_or_else(PoisonError::into_inner);
        let _lock = Lock::wait(&self.folder, Access::Write, PATIENCE).map_err(WitnessError::from)?;
        work(self.last(origin)?)
    }

    /// Cosigns a note and keeps that on the disk; only then gives the line. Only within [`Witness::alone`], after the tree
    /// was found to continue the last one.
    pub fn cosign(&self, note: &Note, origin: &str, now: u64) -> Result<SignatureLine, WitnessError> {
        let refuse = |e: &dyn std::fmt::Display| WitnessError::Note(e.to_string());
        let line = cosignature::sign(note.text(), &self.name, &self.key, now).map_err(|e| refuse(&e))?;
        // The log's own lines and ours: what others signed is theirs to serve.
        let mut lines: Vec<SignatureLine> = note.signatures().iter().filter(|l| l.name == origin).cloned().collect();
        lines.push(line.clone());
        let state = Note::new(note.text(), lines).map_err(|e| refuse(&e))?;
        durable::replace(&self.path(origin), &state.to_bytes())?;
        Ok(line)
    }

    /// Keeps the proof that a log contradicted itself, in the folder `evidence` beside the state.
    pub fn keep_evidence(&self, proof: &Evidence) -> Result<(), WitnessError> {
        let folder = self.folder.join("evidence");
        durable::create_folder(&folder)?;
        Ok(durable::replace(&folder.join(format!("{}.evidence", proof.id())), &proof.to_bytes())?)
    }

    /// Cosigns the note of a log whose tree is held in full: `root_at` gives the root that it had at a size. None if there
    /// is nothing to add: a later tree was cosigned, or this one a short while ago and the note says so.
    pub fn cosign_held(
        &self,
        note: &Note,
        root_at: impl Fn(u64) -> Option<Hash>,
        now: u64,
    ) -> Result<Option<SignatureLine>, WitnessError> {
        let offered = Checkpoint::parse(note.text()).map_err(|e| WitnessError::Note(e.to_string()))?;
        self.alone(&offered.origin, |last| {
            let fork = |before: u64| WitnessError::Fork {
                origin: offered.origin.clone(),
                size: offered.size,
                root: offered.root,
                before,
            };
            if root_at(offered.size) != Some(offered.root) {
                return Err(fork(last.map_or(0, |l| l.checkpoint.size)));
            }
            if let Some(last) = last {
                if root_at(last.checkpoint.size) != Some(last.checkpoint.root) {
                    return Err(fork(last.checkpoint.size));
                }
                if last.checkpoint.size > offered.size {
                    return Ok(None);
                }
                if last.checkpoint.size == offered.size && now < last.time.saturating_add(REFRESH) {
                    // Kept, and perhaps never published: a crash came in between. Given again, not made again.
                    let ours = last.note.signatures().iter().find(|l| l.is_by(&self.verifier));
                    return Ok(ours.filter(|l| !note.signatures().contains(l)).cloned());
                }
            }
            self.cosign(note, &offered.origin, now).map(Some)
        })
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, WitnessError> {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|f| f.take(STATE_MAX + 1).read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(WitnessError::State { path: path.to_path_buf(), why: e.to_string() }),
    }
}
