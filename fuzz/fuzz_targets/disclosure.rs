//! A disclosure is read or refused, and what is read is written again to the same bytes.
//!
//! Must not: keep what was opened. `cargo +nightly fuzz run disclosure`
#![no_main]

use armistice_tlog::commitment::Disclosure;
use armistice_tlog::hash::empty_root;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(disclosure) = Disclosure::decode(bytes) {
        assert_eq!(disclosure.encode(), bytes);
        for leaves in [0, 8, 16, 32, 64, 65] {
            assert!(disclosure.verify(&empty_root(), leaves).is_err());
        }
    }
});
