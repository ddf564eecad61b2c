//! Two histories of one register: the proof that there are two, made and read.
//!
//! Must not: choose between histories, or keep a proof that accuses a key which the register does not declare.

use crate::exchange::copy::{self, Copy};
use armistice_tlog::{
    checkpoint::Checkpoint,
    entry::Entry,
    evidence::{Against, Evidence, Proven, What},
    hash::Hash,
    keyring::Keyring,
    note::{Algorithm, Note},
};

/// How a member's witness key is named after its register.
const WITNESS: &str = "/witness";

/// A proof that was read and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Digest of the file: its name.
    pub digest: Hash,
    /// The member whose keys contradict each other.
    pub member: String,
    /// For two statements, the number that both have: the register counts up to it and not beyond.
    pub index: Option<u64>,
}

/// The proof that two entries stand at one place, both signed; none if it proves nothing.
#[must_use]
pub fn of_entries(copy: &Copy, index: u64, theirs: &[u8]) -> Option<Vec<u8>> {
    let keyring = copy.keyring()?;
    let key =
        |bytes: &[u8]| -> Option<[u8; 32]> { keyring.key(&Entry::parse(bytes).ok()?.kid())?.bytes().try_into().ok() };
    let ours = copy.entry(index)?;
    let evidence = Evidence::two_statements((ours, &key(ours)?), (theirs, &key(theirs)?)).ok()?;
    (evidence.verify().ok()?.against(keyring) == Against::Holder).then(|| evidence.to_bytes())
}

/// The proof that a note of another history has the size of one that we hold; none if there is none of that size.
#[must_use]
pub fn of_notes(copy: &Copy, theirs: &Note) -> Option<Vec<u8>> {
    let size = |note: &Note| Checkpoint::parse(note.text()).ok().map(|c| c.size);
    let keyring = copy.keyring()?;
    let mut held = copy.note().into_iter().chain(copy.archive().values());
    let ours = held.find(|n| size(n).is_some() && size(n) == size(theirs) && n.text() != theirs.text())?;
    let by = |note: &Note| {
        let keys = keyring.checkpoint_keys().filter_map(copy::verifier);
        keys.filter(|k| k.algorithm() == Algorithm::Ed25519).find(|k| matches!(note.verify(k), Ok(Some(_))))
    };
    Some(Evidence::two_checkpoints((ours, &by(ours)?), (theirs, &by(theirs)?)).ok()?.to_bytes())
}

/// Reads a proof and holds it against the register of the accused, which must be held here: anybody can make a key and
/// contradict himself with it.
pub fn read<'k>(
    bytes: &[u8],
    mission: &str,
    keyring: impl FnOnce(&str) -> Option<&'k Keyring>,
) -> Result<Proof, String> {
    let evidence = Evidence::parse(bytes).map_err(|e| e.to_string())?;
    let proven = evidence.verify().map_err(|e| e.to_string())?;
    let member = accused(&proven, mission)
        .ok_or_else(|| format!("it is about {}, which is no register of mission {mission}", proven.origin))?;
    let keyring = keyring(&member)
        .ok_or_else(|| format!("it is about {member}, whose register is not held here; it cannot be judged yet"))?;
    match proven.against(keyring) {
        Against::Holder => {}
        Against::NotDeclared { key } => {
            return Err(format!("its key {key} is none that the register of {member} declares for that place"));
        }
    }
    let index = match proven.what {
        What::TwoStatements => Some(proven.slot),
        What::TwoCheckpoints => None,
    };
    Ok(Proof { digest: evidence.id(), member, index })
}

/// The member whose keys are accused: the author, or the witness who cosigned both.
fn accused(proven: &Proven, mission: &str) -> Option<String> {
    let of = |origin: &str| Some(origin.strip_prefix(mission)?.strip_prefix('/')?.to_owned());
    match &proven.verifiers {
        None => of(&proven.origin),
        Some([first, _]) => of(first.name().strip_suffix(WITNESS).unwrap_or(first.name())),
    }
}
