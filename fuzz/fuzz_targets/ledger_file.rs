//! Any bytes are a ledger file, or come back with problems that say where and what to do.
//!
//! Must not: give an entry from a table that has a problem. `cargo +nightly fuzz run ledger_file`
#![no_main]

use armistice::ledger_file;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (entries, problems) = ledger_file::read(bytes);
    assert!(!entries.is_empty() || !problems.is_empty());
    let lines = 1 + bytes.iter().filter(|b| **b == b'\n').count();
    for problem in &problems {
        assert!((1..=lines).contains(&problem.line) && !problem.hint.is_empty(), "{problem:?}");
    }
    for mut entry in entries {
        assert!((1..=lines).contains(&entry.line));
        ledger_file::begin(&mut entry.body, "m", "a", 1, None);
        let _ = ledger_file::id(&entry.body);
        let _ = ledger_file::actors(&mut entry.body).len();
    }
});
