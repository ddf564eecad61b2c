//! A disclosure file is read or refused, and what is read is written again to the same bytes.
//!
//! Must not: keep what was opened. `cargo +nightly fuzz run disclosure_file`
#![no_main]

use armistice::sealed::file::DisclosureFile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = DisclosureFile::decode(bytes) {
        assert_eq!(&**file.encode(), bytes);
        let _ = file.verify();
    }
});
