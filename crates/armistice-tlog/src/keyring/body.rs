//! The bodies of the statements about keys, read from their bytes.
//!
//! Must not: keep anything; whether a statement may be said is for the fold.

use super::key::{Algorithm, Reason, Role};
use crate::envelope::{Body, BodyError, bytes32};
use crate::hash::Hash;

/// Longest title of a mission, name or note, in bytes: each is shown in a line or two.
const MAX_TEXT: usize = 4096;

/// `key_added`, version 1.
#[derive(Debug)]
pub(super) struct KeyAdded<'a> {
    pub(super) role: Role,
    pub(super) algorithm: Algorithm,
    pub(super) key: &'a [u8],
    pub(super) name: &'a str,
    pub(super) possession: &'a [u8],
}

/// `key_revoked`, version 1.
#[derive(Debug)]
pub(super) struct KeyRevoked {
    pub(super) key: Hash,
    pub(super) until: u64,
    pub(super) doubtful_from: Option<u64>,
    pub(super) reason: Reason,
}

/// The key that `mission_opened`, version 1, declares.
pub(super) fn mission_opened(body: &[u8]) -> Result<[u8; 32], BodyError> {
    let mut b = Body::read(body)?;
    text(&mut b, 0)?;
    let key = b.hash(1)?;
    b.end()?;
    Ok(*key.as_bytes())
}

pub(super) fn key_added(body: &[u8]) -> Result<KeyAdded<'_>, BodyError> {
    let mut b = Body::read(body)?;
    let role = word(&mut b, 0, Role::named, "no role of a key has this name")?;
    let algorithm = word(&mut b, 1, Algorithm::named, "no algorithm of a key has this name")?;
    let r = b.key(2)?;
    let (offset, key) = (r.position(), r.bytes()?);
    if key.len() != algorithm.key_len() {
        return Err(BodyError::Value { offset, what: "the key has not the length that its algorithm has" });
    }
    let name = text(&mut b, 3)?;
    let possession = b.key(4)?.bytes()?;
    b.end()?;
    Ok(KeyAdded { role, algorithm, key, name, possession })
}

pub(super) fn key_revoked(body: &[u8]) -> Result<KeyRevoked, BodyError> {
    let mut b = Body::read(body)?;
    let key = b.hash(0)?;
    let until = b.key(1)?.unsigned()?;
    let doubtful_from = b.optional(2)?.map(crate::cbor::Reader::unsigned).transpose()?;
    let reason = word(&mut b, 3, Reason::named, "no reason to revoke a key has this name")?;
    text(&mut b, 4)?;
    b.end()?;
    Ok(KeyRevoked { key, until, doubtful_from, reason })
}

/// The ids that `reaffirmed`, version 1, names.
pub(super) fn reaffirmed(body: &[u8]) -> Result<Vec<Hash>, BodyError> {
    let mut b = Body::read(body)?;
    let r = b.key(0)?;
    let count = r.array()?;
    let ids = (0..count).map(|_| bytes32(r)).collect::<Result<_, _>>()?;
    text(&mut b, 1)?;
    b.end()?;
    Ok(ids)
}

fn text<'a>(b: &mut Body<'a>, key: u64) -> Result<&'a str, BodyError> {
    let r = b.key(key)?;
    let (offset, text) = (r.position(), r.text()?);
    if text.len() > MAX_TEXT {
        return Err(BodyError::Value { offset, what: "a text of more than 4,096 bytes" });
    }
    Ok(text)
}

fn word<T>(b: &mut Body<'_>, key: u64, named: fn(&str) -> Option<T>, what: &'static str) -> Result<T, BodyError> {
    let r = b.key(key)?;
    let offset = r.position();
    named(r.text()?).ok_or(BodyError::Value { offset, what })
}
