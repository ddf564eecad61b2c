//! A proof bundle gets a verdict, whatever the bytes, twice the same; without anything to hold it against never *valid*.
//!
//! Must not: take long. The input is tried as a container and as each member of one. `cargo +nightly fuzz run verdict`
#![no_main]

use std::collections::BTreeMap;

use armistice_tlog::container::write;
use armistice_tlog::verdict::{Anchors, Answer, DISCLOSURES, PROOF, STATEMENT, verify};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let nothing = Anchors::default();
    let given = Anchors { keys: vec![[1; 32]], policies: vec![("p".into(), bytes.to_vec())] };
    let first = verify(bytes, &nothing);
    assert_ne!(first.answer, Answer::Valid);
    assert_eq!(first, verify(bytes, &nothing));
    assert_ne!(verify(bytes, &given).answer, Answer::Valid);
    // Past the checksums of the container, with the input cut into three members.
    let (a, rest) = bytes.split_at(bytes.len() / 3);
    let (b, c) = rest.split_at(rest.len() / 2);
    let members = [(STATEMENT, a), (PROOF, b), (DISCLOSURES, c), ("registry/0.cose", a), ("policies/p.txt", c)];
    let members: BTreeMap<String, Vec<u8>> = members.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).into();
    if let Ok(packed) = write(&members) {
        let verdict = verify(&packed, &given);
        assert_ne!(verdict.answer, Answer::Valid);
        assert!(verdict.to_json().ends_with("]}\n"));
    }
});
