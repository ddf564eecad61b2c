//! Texts of a peer: an index, a list of notes, a push request. What is read is written again to the same meaning, and no
//! name in it leads anywhere.
//!
//! Must not: open a file. `cargo +nightly fuzz run exchange`
#![no_main]

use armistice::exchange::layout::{Index, Push, list_text, parse_list, register};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(index) = Index::parse(bytes) {
        assert_eq!(Index::parse(index.to_text().as_bytes()), Ok(index.clone()));
        for offered in &index.registers {
            let path = register(&offered.member, "checkpoint");
            assert_eq!(path.split('/').count(), 3);
            assert!(!path.contains(".."));
        }
    }
    if let Ok(list) = parse_list(bytes) {
        assert_eq!(list_text(&list).as_bytes(), bytes);
    }
    if let Ok(push) = Push::parse(bytes) {
        assert_eq!(Push::parse(&push.to_bytes()), Ok(push));
    }
});
