//! A policy is read or refused; its bound lies within its witnesses, its example of liars can split, one fewer cannot.
//!
//! Must not: need keys that anybody holds. `cargo +nightly fuzz run policy`
#![no_main]

use armistice_tlog::note::Note;
use armistice_tlog::policy::Policy;

const NOTE: &str = "mission/observer\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u{2014} w AAAAAAA=\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(policy) = Policy::parse(bytes) else { return };
    let bound = policy.collusion_bound();
    let liars: Vec<&[u8]> = bound.example.iter().map(|name| name.as_bytes()).collect();
    assert_eq!((liars.len(), bound.witnesses + policy.idle().len()), (bound.liars, policy.witnesses().len()));
    assert!(policy.can_be_split_by(&liars));
    for without in 0..liars.len() {
        let mut fewer = liars.clone();
        fewer.remove(without);
        assert!(!policy.can_be_split_by(&fewer));
    }
    assert!(policy.smallest_quorum() <= bound.witnesses);
    assert!(policy.stopped_by().is_none_or(|silent| (1..=bound.witnesses).contains(&silent)));
    let evaluation = policy.evaluate(&Note::parse(NOTE.as_bytes()).expect("a note"));
    assert_eq!(evaluation.quorum == armistice_tlog::policy::Answer::Satisfied, policy.smallest_quorum() == 0);
});
