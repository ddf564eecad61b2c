//! Proofs of misbehaviour that the folder holds, and what they mean for a register: where it has two histories.
//!
//! Must not: choose a history, or believe a proof about a key that the register does not declare for that place.

use super::verify;
use crate::{failure::Failure, journal::register::Reading};
use armistice_core::record::Stop;
use armistice_tlog::{
    evidence::{Against, Evidence, MAX_EVIDENCE, Proven, What},
    hash::Hash,
    keyring::Keyring,
};
use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

/// How a file of evidence is named: its SHA-256, and this.
pub const ENDING: &str = ".evidence";

/// Most files that are looked at. One is enough to convict.
const MAX_FILES: usize = 32_768;

/// Evidence that was read and holds. About whom, its key and a keyring tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldEvidence {
    /// Its name.
    pub id: Hash,
    /// What it is.
    pub evidence: Evidence,
    /// What it proves.
    pub proven: Proven,
}

/// Where evidence is kept.
#[must_use]
pub fn folder(root: &Path) -> PathBuf {
    root.join("evidence")
}

/// The file of a piece of evidence.
#[must_use]
pub fn path(root: &Path, id: &Hash) -> PathBuf {
    folder(root).join(format!("{id}{ENDING}"))
}

/// Reads all evidence in the folder, by digest. Files that prove nothing are named with the reason: anybody can send some.
pub fn load(root: &Path) -> Result<(Vec<HeldEvidence>, Vec<String>), Failure> {
    let folder = folder(root);
    let listed = match std::fs::read_dir(&folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok((Vec::new(), Vec::new())),
        other => other.map_err(|e| super::io(&folder, &e))?,
    };
    let mut paths = Vec::new();
    for entry in listed.take(MAX_FILES) {
        let path = entry.map_err(|e| super::io(&folder, &e))?.path();
        if path.to_str().is_some_and(|p| p.ends_with(ENDING)) {
            paths.push(path);
        }
    }
    paths.sort();
    let (mut held, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        match read(&path) {
            Ok(evidence) => held.push(evidence),
            Err(why) => problems.push(format!("{}: {why}", path.display())),
        }
    }
    held.sort_by_key(|h: &HeldEvidence| h.id);
    held.dedup();
    Ok((held, problems))
}

fn read(path: &Path) -> Result<HeldEvidence, String> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|e| e.to_string())?;
    file.take(MAX_EVIDENCE as u64 + 1).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    let evidence = Evidence::parse(&bytes).map_err(|e| e.to_string())?;
    let proven = evidence.verify().map_err(|e| e.to_string())?;
    Ok(HeldEvidence { id: evidence.id(), evidence, proven })
}

/// The first place at which a register is proved to have two histories, and the proofs. None: it has one, or the proofs
/// cannot be judged because the entries before that place are not here yet.
pub(super) fn fork(reading: &Reading, keyring: &Keyring, evidence: &[HeldEvidence]) -> Option<(u64, Stop)> {
    let about = |h: &&HeldEvidence| {
        h.proven.what == What::TwoStatements
            && h.proven.origin == keyring.origin()
            && h.proven.slot <= reading.size()
            // By the entries that both histories share: what one of them says later of its keys does not count.
            && verify::keys_before(reading, h.proven.slot).is_some_and(|k| h.proven.against(&k) == Against::Holder)
    };
    let proofs: Vec<&HeldEvidence> = evidence.iter().filter(about).collect();
    let slot = proofs.iter().map(|h| h.proven.slot).min()?;
    let evidence = proofs.iter().filter(|h| h.proven.slot == slot).map(|h| *h.id.as_bytes()).collect();
    Some((slot, Stop::TwoHistories { evidence }))
}
