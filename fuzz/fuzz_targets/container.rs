//! A container is read or refused, and what is read is written again to the same bytes.
//!
//! Must not: write what was read. `cargo +nightly fuzz run container`
#![no_main]

use armistice_tlog::container::{Container, write};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match Container::read(bytes) {
        Ok(container) => {
            let members = container.members().iter().map(|m| (m.name.to_owned(), m.bytes.to_vec())).collect();
            assert_eq!(write(&members).as_deref(), Ok(bytes));
        }
        Err(error) => assert!(error.offset <= bytes.len()),
    }
});
