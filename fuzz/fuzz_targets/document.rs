//! Any bytes become text, dates, credits and claims, or are refused; every claim lies within the file, and the same bytes
//! give the same reading.
//!
//! Must not: use the built-in gazetteer, which is not in every checkout. `cargo +nightly fuzz run document`
#![no_main]

use armistice_core::id::DocumentId;
use armistice_read::document::{Context, read};
use armistice_read::elements::gazetteer::Gazetteer;
use std::sync::LazyLock;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::empty);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let context = Context { gazetteer: &GAZETTEER, countries: vec![], actor_aliases: vec!["Northern Front".to_owned()] };
    let id = DocumentId::of(&[bytes]);
    let Ok(once) = read(bytes, None, &id, &context) else { return };
    let total: u64 = once.text.partition.iter().map(|p| u64::from(p.len)).sum();
    assert_eq!(total, bytes.len() as u64, "bytes without a fate");
    for claim in &once.claims {
        assert!(claim.span.end as usize <= bytes.len(), "a claim beside the file");
        assert_eq!(claim.document, id);
    }
    let again = read(bytes, None, &id, &context).expect("it was read before");
    assert_eq!(once.claims, again.claims);
    assert_eq!(once.people, again.people);
});
