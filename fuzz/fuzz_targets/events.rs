//! Any table is read row by row: each row is a claim within the file or a problem with its place. Read in both layouts,
//! whatever its header says.
//!
//! Must not: lose a row in silence. `cargo +nightly fuzz run events`
#![no_main]

use armistice_core::id::DocumentId;
use armistice_read::elements::gazetteer::Gazetteer;
use armistice_read::events::{Layout, layout, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let id = DocumentId::of(&[bytes]);
    let _ = layout(bytes);
    for layout in [Layout::UcdpGed, Layout::Acled] {
        let events = read(bytes, layout, &id, &Gazetteer::empty());
        for claim in &events.claims {
            assert!(claim.span.start < claim.span.end, "a claim without a row");
            assert!(claim.span.end as usize <= bytes.len(), "a claim beside the file");
        }
        for problem in &events.problems {
            assert!(problem.byte as usize <= bytes.len(), "a problem beside the file");
        }
    }
});
