//! Register, head and sign state files are read or refused; a batch appended to what was sound is found again; any one byte changed
//! in what was sound is noticed.
//!
//! Must not: touch a file. `cargo +nightly fuzz run register`
#![no_main]

use armistice::journal::format;
use armistice::journal::head::Head;
use armistice::publish::state::State;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(head) = Head::parse(bytes) {
        assert_eq!(head.to_text().as_bytes(), bytes);
    }
    if let Ok(state) = State::parse(bytes) {
        assert_eq!(state.to_text().as_bytes(), bytes);
        assert!(state.signed <= state.intent);
    }
    // Bytes as a register, and as what stands behind a sound header: hashes cannot be guessed by a fuzzer.
    check(bytes);
    let sound = format::header("fuzz/fuzz").expect("a good origin");
    check(&[&sound[..], bytes].concat());
    // The first byte divides the rest into entries of a sound batch, and then one byte is changed.
    if let [width @ 1..=255, at, change @ 1..=255, entries @ ..] = bytes {
        let entries: Vec<&[u8]> = entries.chunks(usize::from(*width)).collect();
        let end = format::parse(&sound).expect("sound").ends[0];
        let Ok(batch) = format::batch(&end.chain, 0, &entries) else { return };
        let mut log = [&sound[..], &batch.bytes].concat();
        let parsed = format::parse(&log).expect("sound");
        assert_eq!((parsed.entries.len(), parsed.tail), (entries.len(), None));
        let at = usize::from(*at) * log.len() / 256;
        log[at] ^= change;
        assert!(format::parse(&log).map_or(true, |log| log.tail.is_some() && log.entries.is_empty()));
    }
});

fn check(bytes: &[u8]) {
    match format::parse(bytes) {
        Ok(log) => {
            let last = log.ends.last().expect("the header at least");
            assert_eq!(last.size as usize, log.entries.len());
            assert_eq!(log.leaves.len(), log.entries.len());
            assert_eq!(last.bytes, log.tail.map_or(bytes.len(), |tail| tail.offset));
        }
        Err(damage) => assert!(damage.offset <= bytes.len()),
    }
}
