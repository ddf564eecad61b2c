//! The little that a verifier reads of a statement's body: roots of sealed fields, and digests of files.
//!
//! Must not: know more layouts than it needs. A body of another kind or version is no error; nothing is read of it.

use std::collections::BTreeSet;

use crate::cbor::{CborError, Kind, Reader};
use crate::envelope::{Body, BodyError, Envelope, bytes32};
use crate::hash::Hash;

/// What a `sealed` statement of version 1 commits to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SealedFields {
    pub root: Hash,
    pub leaves: u32,
}

/// The commitment of a `sealed` statement; `None` for every other kind and version.
pub(super) fn sealed(envelope: &Envelope<'_>) -> Result<Option<SealedFields>, BodyError> {
    if (envelope.kind, envelope.version) != ("sealed", 1) {
        return Ok(None);
    }
    let mut body = Body::read(envelope.body)?;
    body.key(0)?.text()?;
    body.key(1)?.text()?;
    let root = body.hash(2)?;
    let leaves = body.key(3)?;
    let offset = leaves.position();
    let leaves = u32::try_from(leaves.unsigned()?).map_err(|_| BodyError::Value { offset, what: "too many leaves" })?;
    Ok(Some(SealedFields { root, leaves }))
}

/// The files that a statement of a known kind names; empty for every other kind and version.
pub(super) fn named(envelope: &Envelope<'_>) -> Result<Vec<Hash>, BodyError> {
    let mut body = Body::read(envelope.body)?;
    match (envelope.kind, envelope.version) {
        ("document_captured", 1) => {
            body.key(0)?.text()?;
            Ok(vec![body.hash(1)?])
        }
        ("sealed", 1) => {
            for key in 0..4 {
                body.key(key)?.skip()?;
            }
            let list = body.key(4)?;
            let mut found = Vec::new();
            for _ in 0..list.array()? {
                let fields = list.array()?;
                found.push(bytes32(list)?);
                for _ in 1..fields {
                    list.skip()?;
                }
            }
            Ok(found)
        }
        _ => Ok(Vec::new()),
    }
}

/// Every byte string of 32 bytes in a statement's body: whatever a statement of any kind names by digest is among them.
#[must_use]
pub fn digests(body: &[u8]) -> BTreeSet<Hash> {
    list(body).into_iter().collect()
}

/// As [`digests`], in the order of the body, with repetitions.
pub(super) fn list(body: &[u8]) -> Vec<Hash> {
    let mut found = Vec::new();
    // A body that is no CBOR names nothing.
    if crate::cbor::check(body).is_ok() {
        let _: Result<(), CborError> = collect(&mut Reader::new(body), &mut found);
    }
    found
}

/// The depth is bounded by [`crate::cbor::check`].
fn collect(r: &mut Reader<'_>, found: &mut Vec<Hash>) -> Result<(), CborError> {
    match r.kind()? {
        Kind::Bytes => {
            if let Ok(digest) = <[u8; 32]>::try_from(r.bytes()?) {
                found.push(Hash::from_bytes(digest));
            }
        }
        Kind::Array => {
            for _ in 0..r.array()? {
                collect(r, found)?;
            }
        }
        Kind::Map => {
            for _ in 0..r.map()? {
                r.skip()?;
                collect(r, found)?;
            }
        }
        Kind::Unsigned | Kind::Negative | Kind::Text | Kind::Tag | Kind::Bool | Kind::Null => r.skip()?,
    }
    Ok(())
}
