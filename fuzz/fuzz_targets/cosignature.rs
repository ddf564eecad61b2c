//! Signature lines below a true checkpoint, under keys whose names and ids they may carry: none that we did not make holds.
//!
//! Must not: hold a cosignature in its seeds that the keys below made. `cargo +nightly fuzz run cosignature`
#![no_main]

use std::sync::LazyLock;

use armistice_tlog::note::{Algorithm, Note, SignatureLine, VerifierKey};

const TEXT: &str = "mission/observer\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

/// The public key of the first test of RFC 8032 7.1, as a witness's.
const WITNESS: &str = "w+4e46b843+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

/// A witness of each algorithm. Nobody signs with the second: any bytes are a key of ML-DSA-44.
static KEYS: LazyLock<[VerifierKey; 2]> = LazyLock::new(|| {
    [WITNESS.parse().expect("a key"), VerifierKey::new("w", Algorithm::MlDsa44, &[7; 1312]).expect("a key")]
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for key in KEYS.iter().filter(|_| !bytes.is_empty()) {
        let line = SignatureLine { name: key.name().into(), key_hash: key.key_hash(), signature: bytes.to_vec() };
        let Ok(note) = Note::new(TEXT, vec![line]) else { continue };
        assert!(note.verify(key).is_err());
    }
    // The bytes as a whole note.
    if let Ok(note) = Note::parse(bytes) {
        for key in KEYS.iter() {
            assert!(!matches!(note.verify(key), Ok(Some(_))));
        }
    }
});
