//! A receipt is read or refused, what is read is written again to the same bytes; for an entry that nobody signed it
//! proves nothing.
//!
//! Must not: answer valid. `cargo +nightly fuzz run receipt`
#![no_main]

use armistice_tlog::ed25519;
use armistice_tlog::hash::{Hash, leaf_hash};
use armistice_tlog::receipt::{Receipt, Unsigned, Verdict};

/// The public key of the seed.
const KEY: &str = "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(receipt) = Receipt::parse(bytes) {
        let key = KEY.parse::<Hash>().expect("32 bytes");
        let key = ed25519::key(key.as_bytes()).expect("a key");
        let leaf = leaf_hash(b"an entry that is in no receipt");
        assert!(!matches!(receipt.verify(&leaf, &key), Verdict::Valid(_)));
        let again = Unsigned {
            iss: receipt.iss().into(),
            sub: receipt.sub().into(),
            kid: receipt.kid(),
            size: receipt.size(),
            index: receipt.index(),
            path: receipt.path().to_vec(),
            root: leaf,
        };
        let signature = bytes[bytes.len() - 64..].try_into().expect("64 bytes");
        assert_eq!(again.finish(signature).as_deref(), Ok(bytes));
    }
});
