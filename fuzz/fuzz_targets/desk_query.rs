//! Any text is a query with one spelling, as words and as an address, or comes back with what is wrong and where.
//!
//! Must not: accept two spellings that read otherwise. `cargo +nightly fuzz run desk_query`
#![no_main]

use armistice::desk::query::{Kind, Query};

libfuzzer_sys::fuzz_target!(|text: &str| {
    for kind in [Kind::Incidents, Kind::Ledger] {
        let words = Query::from_words(kind, text);
        if let Ok(query) = &words {
            assert_eq!(Query::from_words(kind, &query.words()).as_ref(), Ok(query), "{}", query.words());
        }
        for read in [words, Query::from_url(kind, text)] {
            match read {
                Ok(query) => {
                    let address = query.to_url();
                    assert_eq!(Query::from_url(kind, &address).as_ref(), Ok(&query), "{address}");
                }
                Err(problems) => assert!(!problems.is_empty()),
            }
        }
    }
});
