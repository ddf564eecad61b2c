//! CBOR is accepted or refused at a place within the bytes; what is accepted is written again to the same bytes.
//!
//! Must not: recurse deeper than the limit. `cargo +nightly fuzz run cbor`
#![no_main]

use armistice_tlog::cbor::{Kind, Reader, Writer, check};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match check(bytes) {
        Err(error) => assert!(error.offset <= bytes.len()),
        Ok(()) => {
            let mut reader = Reader::new(bytes);
            if let Some(writer) = copy(&mut reader, Writer::new()) {
                reader.end().expect("one item");
                assert_eq!(writer.finish(), bytes);
            }
        }
    }
});

/// One item, read and written. None where an integer is beyond 64 bits with sign: the writer has no such integers.
fn copy(r: &mut Reader<'_>, w: Writer) -> Option<Writer> {
    const CHECKED: &str = "checked before";
    Some(match r.kind().expect(CHECKED) {
        Kind::Unsigned | Kind::Negative => w.integer(r.integer().ok()?),
        Kind::Bytes => w.bytes(r.bytes().expect(CHECKED)),
        Kind::Text => w.text(r.text().expect(CHECKED)),
        Kind::Bool => w.boolean(r.boolean().expect(CHECKED)),
        Kind::Null => {
            r.null().expect(CHECKED);
            w.null()
        }
        Kind::Tag => unreachable!("the check refuses tags"),
        Kind::Array => {
            let count = r.array().expect(CHECKED);
            (0..count).try_fold(w.array(count), |w, _| copy(r, w))?
        }
        Kind::Map => {
            let count = r.map().expect(CHECKED);
            (0..2 * count).try_fold(w.map(count), |w, _| copy(r, w))?
        }
    })
}
