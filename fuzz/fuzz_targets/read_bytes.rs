//! Any bytes are read or refused with a reason; of what is read every byte is accounted for, in order and once.
//!
//! Must not: need a gazetteer. `cargo +nightly fuzz run read_bytes`
#![no_main]

use armistice_read::reading;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for hint in [None, Some("page.html"), Some("page.md")] {
        let Ok(read) = reading::read(bytes, hint) else { continue };
        let mut at = 0;
        for (span, _) in read.partition() {
            assert_eq!(span.start, at, "a gap or an overlap");
            assert!(span.end > span.start, "an empty part");
            at = span.end;
        }
        assert_eq!(at as usize, bytes.len(), "bytes without a fate");
        for block in &read.blocks {
            assert!(read.text.text.get(block.span.range()).is_some(), "a block beside the text");
        }
    }
});
