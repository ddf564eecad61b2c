//! What comes with the statement: a receipt, opened fields, files.
//!
//! Must not: let a file ride along that the statement does not name.

use super::body::{list, named, sealed};
use super::diagnostic::diagnostic;
use super::members::{BLOBS, DISCLOSURES, RECEIPT};
use super::register::Place;
use super::report::{Check, Disclosed};
use super::{Report, Sorted};
use crate::cbor::Reader;
use crate::commitment::{CommitmentError, Disclosure, MAX_FIELDS, verify_all};
use crate::envelope::Stated;
use crate::hash::{Hash, sha256};
use crate::keyring::Keyring;
use crate::receipt::{Receipt, Verdict};

/// The same proof in its other form, which must say the same.
pub(super) fn receipt(
    sorted: &Sorted<'_>,
    stated: &Stated<'_>,
    place: &Place,
    keyring: Option<&Keyring>,
    report: &mut Report,
) {
    let Some(member) = sorted.receipt else { return };
    let receipt = match Receipt::parse(member.bytes) {
        Ok(receipt) => receipt,
        Err(error) => return report.fails(Check::Receipt, RECEIPT, format_args!("This is no receipt: {error}.")),
    };
    let (size, root) = (place.checkpoint.size, place.checkpoint.root);
    if receipt.iss() != place.checkpoint.origin {
        let sentence = format_args!("The receipt is of the register {}.", receipt.iss());
        return report.fails(Check::Receipt, RECEIPT, sentence);
    }
    let keys = keyring.into_iter().flat_map(Keyring::checkpoint_keys);
    let key = keys.filter(|key| key.id() == receipt.kid() && key.valid_at(size)).find_map(|key| key.ed25519());
    let Some(key) = key else {
        let sentence =
            format_args!("The receipt names key {}, which is no checkpoint key that counted.", receipt.kid());
        return report.open(Check::Receipt, RECEIPT, sentence);
    };
    match receipt.verify(&stated.id, key) {
        Verdict::Valid(proven) if proven.index != place.index || (proven.size == size && proven.root != root) => {
            let sentence = "The receipt holds, and says something else of the statement than the proof does.";
            report.fails(Check::Receipt, RECEIPT, format_args!("{sentence}"));
        }
        Verdict::Valid(proven) => {
            let sentence = format_args!("The receipt says the same, of the register with {} entries.", proven.size);
            report.holds(Check::Receipt, RECEIPT, sentence);
        }
        Verdict::Invalid(error) => report.fails(Check::Receipt, RECEIPT, format_args!("The receipt: {error}.")),
        Verdict::CannotTell(doubt) => report.open(Check::Receipt, RECEIPT, format_args!("The receipt: {doubt}.")),
    }
}

/// The opened fields, against the root in the statement.
pub(super) fn disclosures(sorted: &Sorted<'_>, stated: &Stated<'_>, report: &mut Report) {
    let Some(member) = sorted.disclosures else { return };
    let list = match decode_list(member.bytes) {
        Ok(list) => list,
        Err((offset, sentence)) => {
            return report.push(
                Check::Disclosures,
                super::State::Fails,
                DISCLOSURES,
                Some(offset),
                format_args!("{sentence}"),
            );
        }
    };
    let fields = match sealed(&stated.envelope) {
        Ok(Some(fields)) => fields,
        Ok(None) => {
            let sentence = format_args!(
                "Fields are opened, and this program knows of no sealed fields in a `{}` of version {}.",
                stated.envelope.kind, stated.envelope.version
            );
            return report.open(Check::Disclosures, DISCLOSURES, sentence);
        }
        Err(error) => {
            let sentence = format_args!("The statement's body does not fit its layout: {error}.");
            return report.fails(Check::Statement, super::STATEMENT, sentence);
        }
    };
    if let Err(error) = verify_all(&list, &fields.root, fields.leaves) {
        return report.fails(Check::Disclosures, DISCLOSURES, format_args!("A field does not open: {error}."));
    }
    let count = list.len();
    for one in list {
        // Checked when it was read.
        let value = diagnostic(one.value()).unwrap_or_default();
        report.disclosed.push(Disclosed { path: one.path().to_owned(), value });
    }
    let leaves = fields.leaves;
    let sentence =
        format_args!("{count} fields are opened, of at most {leaves}; each is one that the statement commits to.");
    report.holds(Check::Disclosures, DISCLOSURES, sentence);
}

/// An array of byte strings, each a disclosure.
fn decode_list(bytes: &[u8]) -> Result<Vec<Disclosure>, (usize, String)> {
    let mut r = Reader::new(bytes);
    let broken = |error: crate::cbor::CborError| (error.offset, format!("This is no list of opened fields: {error}."));
    let count = r.array().map_err(broken)?;
    if count == 0 || count > MAX_FIELDS {
        return Err((0, format!("{count} opened fields; there are 1 to {MAX_FIELDS}.")));
    }
    let mut list = Vec::with_capacity(count);
    for _ in 0..count {
        let at = r.position();
        let one = r.bytes().map_err(broken)?;
        let inside = r.position() - one.len();
        list.push(Disclosure::decode(one).map_err(|error| {
            let offset = match &error {
                CommitmentError::Encoding(error) => inside + error.offset,
                CommitmentError::Structure { offset, .. } => inside + offset,
                _ => at,
            };
            (offset, format!("An opened field cannot be read: {error}."))
        })?);
    }
    r.end().map_err(broken)?;
    Ok(list)
}

/// The files, by the digests in the statement.
pub(super) fn blobs(sorted: &Sorted<'_>, stated: &Stated<'_>, report: &mut Report) {
    let known = list(stated.envelope.body);
    let mut present: Vec<Hash> = Vec::new();
    for (name, member) in &sorted.blobs {
        let digest = sha256(member.bytes);
        if digest.hex() != *name {
            let sentence = "This file is not the one that it is named after: its bytes have another SHA-256.";
            report.fails(Check::Blobs, member.name, format_args!("{sentence}"));
        } else if known.contains(&digest) {
            let len = member.bytes.len();
            report.holds(Check::Blobs, member.name, format_args!("The statement names this file of {len} bytes."));
            present.push(digest);
        } else {
            report.open(Check::Blobs, member.name, format_args!("The statement does not name this file."));
        }
    }
    match named(&stated.envelope) {
        Ok(list) => {
            for digest in list.iter().filter(|digest| !present.contains(digest)) {
                let sentence = "The statement names this file, and it is not in the bundle.";
                report.says(Check::Blobs, &format!("{BLOBS}{digest}"), format_args!("{sentence}"));
            }
        }
        Err(error) => {
            let sentence = format_args!("The statement's body does not fit its layout: {error}.");
            report.warns(Check::Statement, super::STATEMENT, sentence);
        }
    }
}
