//! Items, rings and encrypted files of the vault are read or refused, and what is read is written again to the same bytes.
//!
//! Must not: keep anything. `cargo +nightly fuzz run vault`
#![no_main]

use armistice::vault::{crypt, item::Item, ring::Ring};
use zeroize::Zeroizing;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(item) = Item::decode(bytes) {
        assert_eq!(&**item.encode(), bytes);
    }
    if let Ok(ring) = Ring::decode(bytes) {
        assert_eq!(&**ring.encode(), bytes);
    }
    // Nobody makes a file that opens with a key that it was not made for.
    assert!(crypt::open(&Zeroizing::new([7; 32]), "armistice vault item 1\n", b"", bytes).is_err());
});
