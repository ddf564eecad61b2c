//! The keys of a register are folded from any entries: what is refused changes nothing, what was revoked never comes back.
//!
//! Must not: need a valid signature: entries are taken without that check. `cargo +nightly fuzz run keyring`
#![no_main]

use armistice_tlog::bundle;
use armistice_tlog::envelope::Stated;
use armistice_tlog::keyring::Keyring;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(entries) = bundle::decode(bytes) else { return };
    let stated: Vec<Stated<'_>> = entries.iter().filter_map(|e| Stated::parse(e).ok()).collect();
    let Some((first, rest)) = stated.split_first() else { return };
    let origin = format!("{}/{}", first.envelope.mission, first.envelope.member);
    let Ok((mut keyring, _)) = Keyring::open_stated(&origin, first) else { return };
    for entry in rest {
        let before = keyring.clone();
        if keyring.admit_stated(keyring.size(), entry).is_err() {
            assert_eq!(keyring, before);
        }
        for key in before.keys().iter().filter(|k| k.revoked().is_some()) {
            assert!(keyring.key(&key.id()).is_some_and(|k| !k.valid_at(keyring.size())));
        }
    }
    for index in 0..keyring.size() {
        assert!(keyring.standing(index, &keyring.last()).is_some());
    }
});
