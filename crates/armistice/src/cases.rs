//! The cases of a record: its agreements that can be used, and the fold of its casework at a time.
//!
//! Must not: judge; `armistice-core` does. Must not read the clock: the caller says what "now" is.

use crate::agreements;
use armistice_core::{
    agreement::Agreement,
    case::{self, Cases, Input},
    record::Record,
};
use std::collections::BTreeMap;

/// The agreements of a record that can be used, by the SHA-256 of their files.
#[must_use]
pub fn agreements(record: &Record) -> BTreeMap<[u8; 32], Agreement> {
    let (files, _) = agreements::of_record(record);
    files.into_iter().map(|f| (f.sha256, f.agreement)).collect()
}

/// The cases of a record at `now` (seconds since 1970), under these agreements.
#[must_use]
pub fn of_record(record: &Record, agreements: &BTreeMap<[u8; 32], Agreement>, now: i64) -> Cases {
    case::fold(&Input { casework: &record.casework, ledger: &record.ledger, agreements, now })
}
