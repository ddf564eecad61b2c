//! Evidence is read or refused, has one encoding, and proves only what differs.
//!
//! Must not: need a valid signature. `cargo +nightly fuzz run evidence`
#![no_main]

use armistice_tlog::evidence::Evidence;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(evidence) = Evidence::parse(bytes) else { return };
    assert_eq!(evidence.to_bytes(), bytes);
    if let Ok(proven) = evidence.verify() {
        assert_ne!(proven.things[0], proven.things[1]);
        assert_eq!(proven.origin, evidence.origin());
    }
});
