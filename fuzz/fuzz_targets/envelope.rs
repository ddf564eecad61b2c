//! The header of a statement is read or refused.
//!
//! Must not: need an entry around it. `cargo +nightly fuzz run envelope`
#![no_main]

use armistice_tlog::cbor;
use armistice_tlog::envelope::Envelope;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(envelope) = Envelope::read(bytes) else { return };
    assert_eq!(cbor::check(bytes), Ok(()));
    assert!(envelope.seen.windows(2).all(|pair| pair[0].origin < pair[1].origin));
});
