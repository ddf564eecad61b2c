//! A bundle is read or refused, and what is read is written again to the same bytes.
//!
//! Must not: hold more than a bundle's entries. `cargo +nightly fuzz run bundle`
#![no_main]

use armistice_tlog::bundle::{decode, encode};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(entries) = decode(bytes) {
        assert_eq!(encode(&entries).as_deref(), Ok(bytes));
    }
});
