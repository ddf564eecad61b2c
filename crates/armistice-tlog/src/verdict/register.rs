//! The register's side of a bundle: where the statement stands, which keys counted, who signed the checkpoint.
//!
//! Must not: take a key from anywhere but the register's own entries, proven in the same checkpoint.

use super::members::{PROOF, REGISTRY, STATEMENT};
use super::report::{Check, State};
use super::{Report, Sorted};
use crate::checkpoint::Checkpoint;
use crate::entry::Entry;
use crate::envelope::Stated;
use crate::hash::{Hash, leaf_hash};
use crate::keyring::{Key, Keyring, KeyringError, Standing};
use crate::note::{Note, VerifierKey};
use crate::proof::Proof;
use crate::tree::verify_inclusion;

/// Where the statement stands, and in which checkpoint.
pub(super) struct Place {
    pub(super) index: u64,
    pub(super) checkpoint: Checkpoint,
    pub(super) note: Note,
}

/// The proof, the checkpoint in it, and that the statement is under it.
pub(super) fn place(sorted: &Sorted<'_>, stated: &Stated<'_>, origin: &str, report: &mut Report) -> Option<Place> {
    let Some(member) = sorted.proof else {
        report.open(
            Check::Inclusion,
            PROOF,
            format_args!("The bundle has no proof that the statement is in the register."),
        );
        return None;
    };
    let proof = match Proof::parse(member.bytes) {
        Ok(proof) => proof,
        Err(error) => {
            report.fails(Check::Inclusion, PROOF, format_args!("This is no proof: {error}."));
            return None;
        }
    };
    if !proof.extra().is_empty() {
        let sentence =
            "The proof carries an extra line, which nobody signed. Do not take it for part of the statement.";
        report.open(Check::Inclusion, PROOF, format_args!("{sentence}"));
    }
    let checkpoint = match Checkpoint::parse(proof.note().text()) {
        Ok(checkpoint) => checkpoint,
        Err(error) => {
            report.fails(Check::Inclusion, PROOF, format_args!("The proof leads to no checkpoint: {error}."));
            return None;
        }
    };
    let index = proof.index();
    if let Some(said) = &mut report.said {
        said.index = Some(index);
        said.checkpoint = Some((checkpoint.size, checkpoint.root));
    }
    if checkpoint.origin != origin {
        let sentence =
            format_args!("The proof is of the register {}, the statement is of {origin}.", checkpoint.origin);
        report.fails(Check::Inclusion, PROOF, sentence);
        return None;
    }
    if let Err(error) = under(&stated.id, index, proof.hashes(), &checkpoint) {
        report.fails(
            Check::Inclusion,
            PROOF,
            format_args!("The statement is not in the register where it says: {error}."),
        );
        return None;
    }
    report.holds(
        Check::Inclusion,
        PROOF,
        format_args!(
            "It is entry {index} of the register {origin} as of the checkpoint with {} entries.",
            checkpoint.size
        ),
    );
    Some(Place { index, checkpoint, note: proof.note().clone() })
}

fn under(id: &Hash, index: u64, path: &[Hash], checkpoint: &Checkpoint) -> Result<(), crate::tree::ProofError> {
    verify_inclusion(id, index, checkpoint.size, path, &checkpoint.root)
}

/// The register's keys, folded from the key entries of the bundle and the statement itself.
pub(super) fn keys(
    sorted: &Sorted<'_>,
    stated: &Stated<'_>,
    origin: &str,
    place: &Place,
    report: &mut Report,
) -> Option<Keyring> {
    let before = report.findings.iter().filter(|f| f.state == State::Fails).count();
    let mut entries = Vec::new();
    for (index, entry, proof) in &sorted.registry {
        let name = format!("{REGISTRY}{index}.cose");
        let proof_name = format!("{REGISTRY}{index}.tlog-proof");
        let (Some(entry), Some(proof)) = (entry, proof) else {
            let missing = if entry.is_none() { &name } else { &proof_name };
            report.open(
                Check::Registry,
                missing,
                format_args!("Of this key entry only the other half is in the bundle."),
            );
            continue;
        };
        let proof = match Proof::parse(proof.bytes) {
            Ok(proof) => proof,
            Err(error) => {
                report.fails(Check::Registry, &proof_name, format_args!("This is no proof: {error}."));
                continue;
            }
        };
        if !proof.extra().is_empty() {
            report.open(
                Check::Registry,
                &proof_name,
                format_args!("The proof carries an extra line, which nobody signed."),
            );
        }
        if proof.note().to_bytes() != place.note.to_bytes() {
            let sentence = "This key entry is proven in another checkpoint than the statement is.";
            report.fails(Check::Registry, &proof_name, format_args!("{sentence}"));
            continue;
        }
        let held = if proof.index() == *index {
            under(&leaf_hash(entry.bytes), *index, proof.hashes(), &place.checkpoint).map_err(|e| e.to_string())
        } else {
            Err(format!("the proof is for entry {}", proof.index()))
        };
        if let Err(error) = held {
            let sentence = format_args!("This key entry is not entry {index} of the register: {error}.");
            report.fails(Check::Registry, &proof_name, sentence);
            continue;
        }
        match Entry::parse(entry.bytes) {
            Ok(read) => entries.push((*index, name, read)),
            Err(error) => report.fails(Check::Registry, &name, format_args!("This is no statement: {error}.")),
        }
    }
    if report.findings.iter().filter(|f| f.state == State::Fails).count() > before {
        return None;
    }
    let proven = entries.len();
    if !entries.iter().any(|(index, ..)| *index == place.index) {
        let at = entries.partition_point(|(index, ..)| *index < place.index);
        entries.insert(at, (place.index, STATEMENT.to_owned(), stated.entry.clone()));
    }
    let mut entries = entries.into_iter();
    let Some((0, first_name, first)) = entries.next() else {
        let sentence = "The register's first entry, which declares its first key, is not in the bundle.";
        report.open(Check::Registry, &format!("{REGISTRY}0.cose"), format_args!("{sentence}"));
        return None;
    };
    let mut keyring = match Keyring::open(origin, &first) {
        Ok(keyring) => keyring,
        Err(error) => {
            refused(&first_name, 0, &error, report);
            return None;
        }
    };
    if let (Some(said), Some(key)) = (&mut report.said, keyring.keys().first()) {
        said.register_key = Some(crate::codec::HEXLOWER.encode(key.bytes()));
    }
    for (index, name, entry) in entries {
        if let Err(error) = keyring.admit_after_gap(index, &entry) {
            refused(&name, index, &error, report);
            return None;
        }
    }
    let size = place.checkpoint.size;
    if proven > 0 {
        let sentence = format_args!("{proven} key entries of the register, each proven in the same checkpoint.");
        report.holds(Check::Registry, REGISTRY, sentence);
    }
    let key = stated.entry.kid();
    report.holds(Check::Signature, STATEMENT, format_args!("Signed with key {key}."));
    match keyring.standing(place.index, &stated.id) {
        Some(Standing::Sound) => {
            let declared = keyring.key(&key).map_or(0, Key::added_at);
            let sentence = format_args!(
                "Key {key} was declared in entry {declared} and counted at entry {}; no key entry of the bundle, up to \
                 {size} entries, puts that in doubt.",
                place.index
            );
            report.holds(Check::AuthorKey, REGISTRY, sentence);
        }
        Some(Standing::Doubtful { revoked_at }) => {
            let sentence = format_args!(
                "The key counted at entry {}, and entry {revoked_at} says that it was in other hands at that time. \
                 Whether its owner made the statement cannot be told.",
                place.index
            );
            report.open(Check::AuthorKey, &format!("{REGISTRY}{revoked_at}.cose"), sentence);
        }
        None => report.open(Check::AuthorKey, REGISTRY, format_args!("How the key stood at that entry is not known.")),
    }
    Some(keyring)
}

/// An entry that the fold of keys does not take: either it is wrong, or what it rests on is not in the bundle.
fn refused(name: &str, index: u64, error: &KeyringError, report: &mut Report) {
    let check = if name == STATEMENT { Check::AuthorKey } else { Check::Registry };
    match error {
        KeyringError::UnknownKey { key } => {
            let sentence = format_args!(
                "Entry {index} names key {key}, which no key entry of the bundle declares: either one is missing, or \
                 the register never did."
            );
            report.open(check, name, sentence);
        }
        KeyringError::Version { .. } | KeyringError::TooManyKeys => {
            report.open(check, name, format_args!("Entry {index} cannot be judged: {error}."));
        }
        KeyringError::Entry(_) => report.fails(Check::Signature, name, format_args!("Entry {index}: {error}.")),
        other => report.fails(check, name, format_args!("Entry {index} is none of this register: {other}.")),
    }
}

/// The register's own signatures of the checkpoint. Gives the keys of those that hold and counted.
pub(super) fn checkpoint(place: &Place, keyring: &Keyring, report: &mut Report) -> Vec<VerifierKey> {
    let size = place.checkpoint.size;
    let mut held = Vec::new();
    let mut declared = 0;
    for key in keyring.checkpoint_keys() {
        declared += 1;
        let Some(vkey) = key.verifier() else { continue };
        let (id, algorithm) = (key.id(), vkey.algorithm());
        match place.note.verify(&vkey) {
            Ok(None) => {}
            Ok(Some(_)) if key.valid_at(size) => {
                let sentence = format_args!("The register signed this checkpoint with its key {id} ({algorithm}).");
                report.holds(Check::Checkpoint, PROOF, sentence);
                held.push(vkey);
            }
            Ok(Some(_)) => {
                let sentence = format_args!(
                    "The checkpoint is signed with key {id}, which did not count for a register of {size} entries."
                );
                report.open(Check::Checkpoint, PROOF, sentence);
            }
            Err(error) => report.fails(Check::Checkpoint, PROOF, format_args!("The checkpoint's signature: {error}.")),
        }
    }
    if held.is_empty() {
        let sentence = if declared == 0 {
            "The key entries of the bundle declare no key for checkpoints, so who signed this one cannot be told."
        } else {
            "The checkpoint carries no signature of the register's own that counts."
        };
        report.open(Check::Checkpoint, PROOF, format_args!("{sentence}"));
    }
    held
}
