//! Any text is a condition with one spelling, or comes back with the byte at which it stops being one.
//!
//! Must not: accept two spellings that read otherwise. `cargo +nightly fuzz run condition`
#![no_main]

use armistice_core::condition::parse;

libfuzzer_sys::fuzz_target!(|text: &str| {
    match parse(text) {
        Ok(condition) => {
            let spelt = condition.to_string();
            assert_eq!(parse(&spelt).as_ref(), Ok(&condition), "{spelt}");
        }
        Err(e) => assert!(e.at <= text.len() && !e.next_step.is_empty(), "{e}"),
    }
});
