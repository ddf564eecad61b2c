//! Where a page begins: the key of the row before it, and what tells rows of one key apart. Rows that come in meanwhile neither
//! repeat nor skip the others.
//!
//! Must not: be taken for another list or order.

use crate::desk::query::{Cursor, Kind, Sort, SortBy};
use data_encoding::BASE64URL_NOPAD;

/// The version of the bytes.
const VERSION: u8 = 1;

/// Bytes of a cursor before its check.
const LENGTH: usize = 23;

/// A place in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    /// With a search by relevance: how well the row fits, 1 to 3.
    pub(super) tier: u8,
    /// The key; `None`: among the rows whose key is not known.
    pub(super) key: Option<i64>,
    /// From the row's id.
    pub(super) tie: u64,
}

fn code(sort: Sort) -> u8 {
    let by = SortBy::ALL.iter().position(|s| *s == sort.by).unwrap_or(0);
    u8::try_from(by * 2).unwrap_or(0) + u8::from(sort.descending)
}

/// Not a secret: it finds slips of the hand, nothing more.
fn check(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0x5a, |c: u8, b| c.rotate_left(3) ^ b)
}

pub(super) fn write(kind: Kind, sort: Sort, at: At) -> Cursor {
    let mut out = Vec::with_capacity(LENGTH + 1);
    let number = Kind::ALL.iter().position(|k| *k == kind).and_then(|n| u8::try_from(n).ok()).unwrap_or(u8::MAX);
    out.extend([VERSION, number, code(sort), at.tier, u8::from(at.key.is_some())]);
    out.extend(at.key.unwrap_or(0).to_be_bytes());
    out.extend(at.tie.to_be_bytes());
    out.extend([0, 0]);
    out.push(check(&out));
    Cursor(BASE64URL_NOPAD.encode(&out))
}

/// Reads a cursor back; `None`: it is of another list, order or version, or damaged.
pub(super) fn read(kind: Kind, sort: Sort, cursor: &Cursor) -> Option<At> {
    let bytes = BASE64URL_NOPAD.decode(cursor.0.as_bytes()).ok().filter(|b| b.len() == LENGTH + 1)?;
    let (body, last) = bytes.split_at(LENGTH);
    let key = i64::from_be_bytes(body[5..13].try_into().ok()?);
    let tie = u64::from_be_bytes(body[13..21].try_into().ok()?);
    let at = At { tier: body[3], key: (body[4] == 1).then_some(key), tie };
    (last == [check(body)] && write(kind, sort, at) == *cursor).then_some(at)
}
