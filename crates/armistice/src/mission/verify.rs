//! Verifies a register: every entry's form, place, key and signature, from the first byte to the last.
//!
//! Must not: give out an entry that was not verified, or go on behind one that cannot be read.

use crate::journal::register::Reading;
use armistice_core::{
    record::Stop,
    statement::{self, DecodeError, Decoded},
};
use armistice_tlog::{
    entry::Entry,
    envelope::{Stated, StatedError},
    hash::Hash,
    keyring::{Keyring, KeyringError, Signer},
};
use rayon::prelude::*;

/// Entries that are verified together: enough for all cores, few enough that what is read ahead stays small.
const TOGETHER: usize = 8192;

/// A register as far as it was verified.
#[derive(Debug)]
pub(super) struct Verified {
    /// Its keys as of all verified entries.
    pub(super) keyring: Keyring,
    /// Id and content of each entry.
    pub(super) entries: Vec<([u8; 32], Decoded)>,
    /// If an entry cannot be read, its index and why. What stands before it holds.
    pub(super) stopped: Option<(u64, Stop)>,
}

/// An entry read, with what does not depend on other entries.
struct Read<'a> {
    index: u64,
    stated: Stated<'a>,
    decoded: Decoded,
}

/// Verifies the entries of the register of `member`. The error is a sentence that says where.
pub(super) fn register(member: &str, reading: &Reading) -> Result<Verified, String> {
    let place = |i: u64| format!("register of {member}, entry {i}");
    let mut keyring: Option<Keyring> = None;
    let mut entries = Vec::with_capacity(reading.leaves().len());
    let mut stopped = None;
    let all: Vec<(u64, &[u8])> = reading.entries().collect();
    for chunk in all.chunks(TOGETHER) {
        let all_read: Vec<Result<Read<'_>, (u64, DecodeError)>> = chunk
            .par_iter()
            .map(|(index, bytes)| read_one(*index, bytes).map_err(|e| format!("{}: {e}", place(*index))))
            .collect::<Result<_, String>>()?;
        // In order, as each entry may change the keys; then the signatures, on all cores.
        let mut signed: Vec<(Signer, Read<'_>)> = Vec::with_capacity(all_read.len());
        for one in all_read {
            let one = match one {
                Ok(one) => one,
                Err((index, e)) => {
                    stopped = Some((index, Stop::Undecodable(e)));
                    break;
                }
            };
            let admitted = match &mut keyring {
                Some(keyring) => keyring.admit_stated(one.index, &one.stated),
                None => Keyring::open_stated(reading.origin(), &one.stated).map(|(opened, signer)| {
                    keyring = Some(opened);
                    signer
                }),
            };
            match admitted {
                Ok(signer) => signed.push((signer, one)),
                // What it says about keys is not known here, so nothing behind it can be verified here either.
                Err(KeyringError::Version { kind, version }) if keyring.is_some() => {
                    let why = "what it says about keys is not known to this program; use a newer one".to_owned();
                    stopped = Some((one.index, Stop::Undecodable(DecodeError::Body { kind, version, why })));
                    break;
                }
                Err(e) => return Err(format!("{}: {e}", place(one.index))),
            }
        }
        if let Some(keyring) = &keyring {
            signed
                .par_iter()
                .map(|(signer, one)| {
                    keyring.verify(*signer, &one.stated.entry).map_err(|e| format!("{}: {e}", place(one.index)))
                })
                .collect::<Result<Vec<()>, String>>()?;
        }
        entries.extend(signed.into_iter().map(|(_, one)| (*one.stated.id.as_bytes(), one.decoded)));
        if stopped.is_some() {
            break;
        }
    }
    match (keyring, &stopped) {
        (Some(keyring), _) => Ok(Verified { keyring, entries, stopped }),
        (None, Some((index, why))) => Err(format!("{}: {why}", place(*index))),
        (None, None) => Err(format!("the register of {member} is empty: it does not say which key signs it")),
    }
}

/// Reads one statement, header and body. The outer error is for bytes that no register may have, the inner one for a
/// statement that this program cannot read.
fn read_one(index: u64, bytes: &[u8]) -> Result<Result<Read<'_>, (u64, DecodeError)>, StatedError> {
    let entry = Entry::parse(bytes)?;
    let decoded = match statement::decode(entry.payload()) {
        Ok(decoded) => decoded,
        Err(e) => return Ok(Err((index, e))),
    };
    Ok(Ok(Read { index, stated: Stated::of(entry)?, decoded }))
}

/// The keys of a register that this folder wrote itself: places and rules without the signatures, which were checked when
/// it was written. Stops where verification would.
pub(super) fn keys_of_own(reading: &Reading) -> Result<Keyring, String> {
    let mut keyring: Option<Keyring> = None;
    for (index, bytes) in reading.entries() {
        let place = |e: &dyn std::fmt::Display| format!("entry {index} of {}: {e}", reading.origin());
        let stated = Stated::parse(bytes).map_err(|e| place(&e))?;
        match &mut keyring {
            Some(keyring) => keyring.admit_stated(index, &stated).map(drop).map_err(|e| place(&e))?,
            None => keyring = Some(Keyring::open_stated(reading.origin(), &stated).map_err(|e| place(&e))?.0),
        }
    }
    keyring.ok_or_else(|| format!("{} is empty: it does not say which key signs it", reading.origin()))
}

/// The keys of a register as they stood before the entry at `index`, by the first entries of a verified register.
pub(super) fn keys_before(reading: &Reading, index: u64) -> Option<Keyring> {
    let mut entries = reading.entries();
    let (_, first) = entries.next()?;
    let mut keyring = Keyring::open_stated(reading.origin(), &Stated::parse(first).ok()?).ok()?.0;
    for (i, bytes) in entries.take_while(|(i, _)| *i < index) {
        keyring.admit_stated(i, &Stated::parse(bytes).ok()?).ok()?;
    }
    Some(keyring)
}

/// The id of the last entry.
pub(super) fn last(reading: &Reading) -> Option<Hash> {
    reading.leaves().last().copied()
}
