//! A request to a witness is read or refused, what is read is written again to the same bytes; a witness that is asked
//! by a log that it does not know cosigns nothing.
//!
//! Must not: cosign. `cargo +nightly fuzz run witness_request`
#![no_main]

use armistice_tlog::note::VerifierKey;
use armistice_tlog::witness::{Decision, Reply, Request, decide};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(request) = Request::parse(bytes) {
        assert_eq!(request.to_bytes(), bytes);
        let key: VerifierKey =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".parse().expect("a key");
        for keys in [&[][..], &[key][..]] {
            assert!(!matches!(decide(None, &request, keys), Decision::Cosign(_)));
        }
    }
    for status in [200, 409, 500] {
        let _ = Reply::parse(status, bytes);
    }
});
