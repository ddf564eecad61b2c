//! A proof is read or refused, and what is read is written again to the same bytes; a log that nobody knows proves
//! nothing.
//!
//! Must not: answer valid. `cargo +nightly fuzz run proof`
#![no_main]

use armistice_tlog::hash::leaf_hash;
use armistice_tlog::note::VerifierKey;
use armistice_tlog::policy::Policy;
use armistice_tlog::proof::{Proof, Verdict};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(proof) = Proof::parse(bytes) {
        assert_eq!(proof.to_bytes(), bytes);
        let key: VerifierKey =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".parse().expect("a key");
        let policy = Policy::parse(b"quorum none\n").expect("a policy").for_logs([key.clone()]);
        let leaf = leaf_hash(b"an entry");
        assert!(!matches!(proof.verify(&leaf, &policy), Verdict::Valid(_)));
        assert!(!matches!(proof.verify_log(&leaf, &key), Verdict::Valid(_)));
    }
});
