//! Any text is an agreement, or comes back with problems that say where and what to do.
//!
//! Must not: accept a file that has an error. `cargo +nightly fuzz run agreement`
#![no_main]

use armistice_core::agreement::{parse, problem::Severity};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (agreement, problems) = parse(text);
    let errors = problems.iter().filter(|p| p.severity() == Severity::Error).count();
    assert_eq!(agreement.is_some(), errors == 0, "{problems:?}");
    for problem in &problems {
        assert!(!problem.to_string().is_empty());
    }
});
