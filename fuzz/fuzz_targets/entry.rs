//! An entry is read or refused, and what is read gives the same bytes when it is put together again.
//!
//! Must not: need a valid signature. `cargo +nightly fuzz run entry`
#![no_main]

use armistice_tlog::entry::{Entry, Unsigned};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(entry) = Entry::parse(bytes) else { return };
    assert_eq!(entry.bytes(), bytes);
    let unsigned = Unsigned {
        iss: entry.iss().into(),
        sub: entry.sub().into(),
        iat: entry.iat(),
        kid: entry.kid(),
        payload: entry.payload().into(),
    };
    // There is one encoding of each entry.
    assert_eq!(unsigned.finish(entry.signature()).as_deref(), Ok(bytes));
    assert_eq!(unsigned.to_be_signed(), entry.to_be_signed());
});
