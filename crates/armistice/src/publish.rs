//! Publishing a register: tiles from its log, one signed checkpoint over them, as static files for anybody to copy.
//!
//! Must not: sign a root that was not read back from the disk, sign two roots for one size, sign a smaller size than
//! before, or overwrite a full tile.
//!
//! Trust here is in two files of this machine: `register.log`, and `sign.state` beside it. Everything in `published/` is
//! derived and untrusted: it may be lost, and is made again.
//!
//! [`publish`] is one function from top to bottom, as its order is what makes it safe.

pub mod error;
pub mod files;
#[cfg(feature = "s3")]
pub mod s3;
pub mod state;
pub mod target;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::hash::{Hash, sha256};
use armistice_tlog::note::{MAX_NOTE, Note, NoteError, SignatureLine, VerifierKey};
use armistice_tlog::tile::audit::audit;
use armistice_tlog::tree::Frontier;

use crate::disk::Disk;
use crate::durable;
use crate::journal::lock::Lock;
use crate::journal::register::{Reading, Register};
use error::PublishError;
use files::{CHECKPOINT, NOTES, PUBLISHED};
use state::{STATE, State, Tip};

/// Who signs a register's checkpoints.
pub struct Signer<'a> {
    /// Every key that the register ever declared for its checkpoints. What one of them signed is ours.
    pub keys: Vec<VerifierKey>,
    /// Signs the text of a checkpoint with the keys that are valid now: one line each.
    pub sign: &'a dyn Fn(&str) -> Result<Vec<SignatureLine>, NoteError>,
}

impl fmt::Debug for Signer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("keys", &self.keys).finish_non_exhaustive()
    }
}

/// What somebody else says of this register: so many entries, this root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Who says it, for the message: a member, a witness.
    pub who: String,
    /// Size and root.
    pub tip: Tip,
}

/// How much of what is derived is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What is new since the last checkpoint, and what leads from it to the root.
    New,
    /// All of it: what is missing is made again, everything is compared and read back.
    All,
}

/// What stands published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Size and root of the checkpoint.
    pub tip: Tip,
    /// The checkpoint as a signed note, with all cosignatures that it has.
    pub note: Note,
    /// Tiles and bundles that are new.
    pub files: usize,
    /// Whether the checkpoint is new.
    pub signed: bool,
}

/// What is known of a register's publication so far, checked against what the register holds.
#[derive(Debug)]
pub struct Guarded {
    state: Option<State>,
    /// The checkpoint that stands published.
    note: Option<(Note, Tip)>,
}

/// Compares a register with everything on this machine that tells how far it once was: what was signed, the published
/// checkpoint, the archive of notes (also those that witnesses and others gave back), and what others claim. A register
/// that is smaller, or another history, must not go on: it would say and sign a second time what it said before.
///
/// Of notes only those count that a key of this register signed, so that nobody can stop a register by inventing one.
/// Claims have no such proof; whoever makes a false one is named by the message.
pub fn guard(
    disk: &dyn Disk,
    folder: &Path,
    reading: &Reading,
    keys: &[VerifierKey],
    claims: &[Claim],
) -> Result<Guarded, PublishError> {
    let origin = reading.origin();
    let state = state::read(disk, folder)?;
    if let Some(state) = state.as_ref().filter(|state| state.origin != origin) {
        return Err(PublishError::Disagree { path: folder.join(STATE), of: state.origin.clone() });
    }
    let mut known = Vec::new();
    for (who, tip) in [
        (
            "the newest checkpoint that this register was about to sign (sign.state)",
            state.as_ref().and_then(|s| s.intent),
        ),
        ("the newest checkpoint that this register signed (sign.state)", state.as_ref().and_then(|s| s.signed)),
    ] {
        known.extend(tip.map(|tip| Claim { who: who.to_owned(), tip }));
    }
    let path = folder.join(PUBLISHED).join(CHECKPOINT);
    let note = match files::read_note(disk, &path)? {
        None => None,
        Some((note, _)) => {
            let problem = |problem: String| PublishError::Note { path: path.clone(), problem };
            let tip = ours(&note, origin, keys).map_err(&problem)?;
            Some((note, tip.ok_or_else(|| problem("no key of this register signed it".to_owned()))?))
        }
    };
    known.extend(note.as_ref().map(|(_, tip)| Claim { who: format!("{PUBLISHED}/{CHECKPOINT}"), tip: *tip }));
    let mut archived = false;
    for name in files::archived(disk, folder)? {
        let path = folder.join(PUBLISHED).join(NOTES).join(&name);
        // Others' notes may be kept there too, and one that rotted is found by `check`; neither may stop anybody here.
        if let Ok(Some((note, _))) = files::read_note(disk, &path)
            && let Ok(Some(tip)) = ours(&note, origin, keys)
        {
            archived = true;
            known.push(Claim { who: format!("{PUBLISHED}/{NOTES}/{name}"), tip });
        }
    }
    if state.is_none() && (note.is_some() || archived) {
        return Err(PublishError::StateMissing { path: folder.join(STATE) });
    }
    known.extend_from_slice(claims);
    compare(reading, &known)?;
    Ok(Guarded { state, note })
}

/// Size and root of a checkpoint that a key of this register signed. None: it is another's. An error: it is damaged.
fn ours(note: &Note, origin: &str, keys: &[VerifierKey]) -> Result<Option<Tip>, String> {
    let checkpoint = Checkpoint::parse(note.text()).map_err(|error| error.to_string())?;
    if checkpoint.origin != origin {
        return Ok(None);
    }
    for key in keys {
        if note.verify(key).map_err(|error| error.to_string())?.is_some() {
            return Ok(Some((checkpoint.size, checkpoint.root)));
        }
    }
    Ok(None)
}

fn compare(reading: &Reading, known: &[Claim]) -> Result<(), PublishError> {
    let (origin, local) = (reading.origin().to_owned(), reading.size());
    // The largest; of several the first, which is the surest.
    if let Some(claim) = known.iter().rev().filter(|claim| claim.tip.0 > local).max_by_key(|claim| claim.tip.0) {
        return Err(PublishError::Rollback { origin, who: claim.who.clone(), elsewhere: claim.tip.0, local });
    }
    // The roots of all those sizes in one pass over the leaves.
    let mut roots: BTreeMap<u64, Option<Hash>> = known.iter().map(|claim| (claim.tip.0, None)).collect();
    let mut edge = Frontier::new();
    let mut leaves = reading.leaves().iter();
    for (size, root) in &mut roots {
        while edge.size() < *size {
            let Some(leaf) = leaves.next() else { break };
            edge.push(*leaf);
        }
        *root = Some(edge.root());
    }
    for Claim { who, tip: (size, theirs) } in known {
        if let Some(Some(ours)) = roots.get(size)
            && ours != theirs
        {
            let (who, size, theirs, ours) = (who.clone(), *size, *theirs, *ours);
            return Err(PublishError::Fork { origin, who, size, theirs, ours });
        }
    }
    Ok(())
}

/// What an examination of a published register found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// Entries under the checkpoint; none if nothing is published.
    pub size: Option<u64>,
    /// Each place that is not what it must be, as a sentence.
    pub differences: Vec<String>,
}

/// Examines everything that is published of a register: signature, every tile and bundle, the archive, and for our own
/// also `sign.state`. Changes nothing. Hold a lock on the mission meanwhile.
pub fn examine(
    disk: &dyn Disk,
    folder: &Path,
    reading: &Reading,
    keys: &[VerifierKey],
    own: bool,
) -> Result<Examined, PublishError> {
    let mut differences = Vec::new();
    if own && let Err(error) = guard(disk, folder, reading, keys, &[]) {
        differences.push(error.to_string());
    }
    for name in files::archived(disk, folder)? {
        let path = folder.join(PUBLISHED).join(NOTES).join(&name);
        let bytes = crate::disk::read_limited(disk, &path, MAX_NOTE as u64)
            .map_err(|source| PublishError::Read { path: path.clone(), source })?;
        if sha256(&bytes).hex() != name {
            differences
                .push(format!("{} is damaged: it is not the note that its name says; remove it", path.display()));
        }
    }
    let path = folder.join(PUBLISHED).join(CHECKPOINT);
    let note = match files::read_note(disk, &path) {
        Ok(None) => return Ok(Examined { size: None, differences }),
        Ok(Some((note, _))) => note,
        Err(error) => {
            differences.push(error.to_string());
            return Ok(Examined { size: None, differences });
        }
    };
    let unsigned = || Err("no key of this register signed it".to_owned());
    let (size, root) = match ours(&note, reading.origin(), keys).and_then(|tip| tip.map_or_else(unsigned, Ok)) {
        Ok(tip) => tip,
        Err(problem) => {
            differences.push(PublishError::Note { path, problem }.to_string());
            return Ok(Examined { size: None, differences });
        }
    };
    let claim = Claim { who: path.display().to_string(), tip: (size, root) };
    if let Err(error) = compare(reading, &[claim]) {
        differences.push(error.to_string());
    }
    let found = audit(size, root, &files::source(disk, folder));
    let published = folder.join(PUBLISHED);
    differences.extend(found.differences.iter().map(|d| format!("{}: {d}", published.display())));
    Ok(Examined { size: Some(size), differences })
}

/// Publishes a register up to its last entry. Under the mission's write lock, and with the register open: nobody else
/// appends or signs meanwhile. If nothing is new, nothing is written. None for a register without entries.
///
/// Wherever this dies, running it again goes on from what is on the disk.
pub fn publish(
    lock: &Lock,
    folder: &Path,
    register: &mut Register,
    signer: &Signer<'_>,
    claims: &[Claim],
    extent: Extent,
) -> Result<Option<Published>, PublishError> {
    let disk = &**lock.disk();
    if !lock.allows_writing(folder) {
        return Err(PublishError::NotLocked { folder: folder.to_path_buf() });
    }

    // The floor first: from here on a missing or bad byte among these entries is damage, and no torn write that the next
    // start would cut off. If it dies here, there is a higher floor and nothing else; that is always allowed.
    register.write_floor()?;

    // The entries as the disk has them, not as the writer remembers them.
    let reading = Register::open_read_on(disk, folder)?;
    let tip @ (size, root) = (reading.size(), reading.root());
    if tip != (register.size(), register.root()) {
        let problem = format!("the register reads as {size} entries, and {} were written", register.size());
        return Err(PublishError::ReadBack { folder: folder.to_path_buf(), problem });
    }
    if size == 0 {
        return Ok(None);
    }

    // Was it ever further, or another? Then nothing may be signed.
    let Guarded { state, note } = guard(disk, folder, &reading, &signer.keys, claims)?;
    let before = match (extent, &note) {
        (Extent::New, Some((_, (size, _)))) => *size,
        (Extent::New, None) | (Extent::All, _) => 0,
    };
    if let Some((note, published)) = &note
        && extent == Extent::New
        && *published == tip
        && state.as_ref().is_some_and(|state| state.signed == Some(tip))
    {
        return Ok(Some(Published { tip, note: note.clone(), files: 0, signed: false }));
    }

    // Everything that is derived, before anything points to it. If it dies here, there are files beyond the checkpoint,
    // each whole; nobody asks for them, and the next run finds them equal. If one is not equal, it stops there: a full
    // tile is never written twice.
    durable::create_folder_on(disk, &folder.join(PUBLISHED))?;
    let mut new_files = files::derive(disk, folder, &reading, before)?;

    // Read back, by other code than that which wrote: what is signed is what others will get, and a fault of this
    // machine's memory or disk shows here, while it harms nobody. Older files may be missing, as `published/` can be
    // lost; then all are made again, once. Nothing to leave behind.
    if before > 0 && files::read_back(disk, folder, before, size, root).is_err() {
        new_files += files::derive(disk, folder, &reading, 0)?;
        files::read_back(disk, folder, 0, size, root)?;
    } else if before == 0 {
        files::read_back(disk, folder, 0, size, root)?;
    }

    // The intent, durably and by compare-and-swap, before the key is used. If it dies before this, nothing was signed. If
    // it dies after, the next run may sign this size with this root again, which gives the same checkpoint, or a larger
    // one that contains it; `guard` refuses everything else. If another process got here first, this one stops.
    let intended = State {
        origin: reading.origin().to_owned(),
        signed: state.as_ref().and_then(|state| state.signed),
        intent: Some(tip),
    };
    if state.as_ref() != Some(&intended) {
        state::replace(lock, folder, state.as_ref(), &intended)?;
    }

    // Signing. If it dies here, a signature existed in memory only.
    let sign = |source| PublishError::Sign { size, source };
    let text = Checkpoint { origin: reading.origin().to_owned(), size, root, extensions: Vec::new() }.to_text();
    let signed = Note::new(&text, (signer.sign)(&text).map_err(sign)?).map_err(sign)?;
    // Verified as others will do it. A signature that fails would be published, cosigned by nobody, and never replaced.
    if ours(&signed, reading.origin(), &signer.keys).ok().flatten() != Some(tip) {
        return Err(PublishError::Key { size });
    }
    // A run that died after publishing may have been given cosignatures for the same checkpoint: they are kept.
    let signed = match &note {
        Some((standing, published)) if *published == tip => standing.clone(),
        Some(_) | None => signed,
    };

    // The archive before the checkpoint, so that what was once served can always be found. If it dies here, the note is
    // in the archive and not yet served; the next run serves it, or a larger one.
    files::archive(disk, folder, &signed)?;

    // Served from here on. If it dies here, everything is done but the record of it; the next run finds the checkpoint
    // equal to the intent, and records it.
    files::put_checkpoint(disk, folder, &signed)?;
    let done = State { signed: Some(tip), ..intended.clone() };
    state::replace(lock, folder, Some(&intended), &done)?;

    // Partial tiles whose full one is there. If it dies here, some stay.
    files::prune(disk, folder, before, size);
    Ok(Some(Published { tip, note: signed, files: new_files, signed: true }))
}

/// Puts a register that somebody else signs beside its log as static files: the tiles that follow from the log up to the
/// note's size, then the note. `before` is the size of the note that stood there. The note was verified by the caller;
/// that it fits the log is checked here, by reading back.
pub fn publish_copy(lock: &Lock, folder: &Path, before: u64, note: &Note) -> Result<(), PublishError> {
    let disk = &**lock.disk();
    if !lock.allows_writing(folder) {
        return Err(PublishError::NotLocked { folder: folder.to_path_buf() });
    }
    let path = folder.join(PUBLISHED).join(CHECKPOINT);
    let problem = |problem: String| PublishError::Note { path: path.clone(), problem };
    let checkpoint = Checkpoint::parse(note.text()).map_err(|error| problem(error.to_string()))?;
    let reading = Register::open_read_on(disk, folder)?;
    if checkpoint.origin != reading.origin() {
        return Err(problem(format!("it is of {}", checkpoint.origin)));
    }
    let reading = reading
        .up_to(checkpoint.size)
        .ok_or_else(|| problem(format!("it is of {} entries, more than there are", checkpoint.size)))?;
    let claim = Claim { who: "the checkpoint".to_owned(), tip: (checkpoint.size, checkpoint.root) };
    compare(&reading, &[claim])?;
    durable::create_folder_on(disk, &folder.join(PUBLISHED))?;
    files::derive(disk, folder, &reading, before)?;
    files::read_back(disk, folder, before, checkpoint.size, checkpoint.root)?;
    files::archive(disk, folder, note)?;
    files::put_checkpoint(disk, folder, note)?;
    files::prune(disk, folder, before, checkpoint.size);
    Ok(())
}
