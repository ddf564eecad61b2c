//! A payload is a statement or is refused; what is accepted is written again to the same bytes, and its fold cannot fail.
//!
//! Must not: need a signature. `cargo +nightly fuzz run statement`
#![no_main]

use armistice_core::record::{Register, fold};
use armistice_core::statement::{Decoded, decode, encode};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(decoded) = decode(bytes) else { return };
    if let Decoded::Known(statement) = &decoded {
        assert_eq!(encode(statement), bytes, "a second spelling");
    }
    let register = Register {
        origin: "fuzz/fuzz".to_owned(),
        member: "fuzz".to_owned(),
        entries: vec![([0; 32], decoded)],
        stopped: None,
    };
    assert_eq!(fold(&[register]).folded, 1);
});
