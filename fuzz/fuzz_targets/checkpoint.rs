//! A checkpoint is read or refused, and what is read gives the same text again.
//!
//! Must not: need a signature. `cargo +nightly fuzz run checkpoint`
#![no_main]

use armistice_tlog::checkpoint::{Checkpoint, MAX_SIZE};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(checkpoint) = Checkpoint::parse(text) else { return };
    assert_eq!(checkpoint.to_text(), text);
    assert!(checkpoint.size <= MAX_SIZE && !checkpoint.origin.is_empty());
    if checkpoint.extensions.is_empty() {
        assert_eq!(Checkpoint::new(&checkpoint.origin, checkpoint.size, checkpoint.root), Ok(checkpoint));
    }
});
