//! A note is read or refused, and what is read gives the same bytes again; so is a key, and it signed nothing here.
//!
//! Must not: need a valid signature. `cargo +nightly fuzz run note`
#![no_main]

use armistice_tlog::note::{Note, SignatureLine, VerifierKey};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let key = str::from_utf8(bytes).ok().and_then(|text| text.lines().next()).map(str::parse::<VerifierKey>);
    if let (Some(Ok(key)), Ok(text)) = (&key, str::from_utf8(bytes)) {
        assert_eq!(Some(key.to_string().as_str()), text.lines().next());
    }
    let Ok(note) = Note::parse(bytes) else { return };
    assert_eq!(note.to_bytes(), bytes);
    for line in note.signatures() {
        assert_eq!(SignatureLine::parse(&line.to_line()).as_ref(), Ok(line));
        assert!(note.with(line.clone()).as_ref() == Ok(&note));
    }
    // Checked under a key of the first signature's own name: nothing panics, whatever it holds.
    if let Some(Ok(key)) = key {
        let _ = note.verify(&key);
    }
});
