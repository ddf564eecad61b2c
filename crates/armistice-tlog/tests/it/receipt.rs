//! COSE receipts: frozen bytes, the three answers, and that no altered receipt is valid.

use armistice_tlog::entry::key_id;
use armistice_tlog::hash::{Hash, leaf_hash};
use armistice_tlog::receipt::{
    HEADER_SIZE, Invalid, MAX_RECEIPT, Proven, Receipt, ReceiptError, Shape, Unsigned, Verdict,
};
use armistice_tlog::tree::Tree;
use ed25519_dalek::SigningKey;
use expect_test::expect;
use proptest::prelude::*;

fn secret() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn leaf(n: u64) -> Hash {
    leaf_hash(format!("entry {n}").as_bytes())
}

fn tree(size: u64) -> Tree {
    let mut tree = Tree::new();
    for n in 0..size {
        tree.push(leaf(n));
    }
    tree
}

fn unsigned(index: u64, size: u64) -> Unsigned {
    let tree = tree(size);
    Unsigned {
        iss: "mission.example/observer".into(),
        sub: "document-captured".into(),
        kid: key_id(&secret().verifying_key()),
        size,
        index,
        path: tree.inclusion(index, size).expect("in it"),
        root: tree.root(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The Python package scitt-cose 0.5.0 accepted these bytes for the entry `entry 4` with the public key of this secret
/// key, and refused them for `entry 3`.
#[test]
fn frozen_bytes() {
    let bytes = unsigned(4, 6).sign(&secret()).expect("signs");
    expect!["d2845860a5012704582034750f98bd59fcfc946da45aaabe933be154a4b5094e1c4abf42866505f3c97e0fa20178186d697373696f6e2e6578616d706c652f6f627365727665720271646f63756d656e742d636170747572656419018b013a000101cf06a119018ca1208158488306048258209ff537b618a257ef82908c45915acbaeb6d9dea035d6d93964fc88c19e98c8b358209799f307517ef517c2205df9b67762bf34756b20099fb7dfcce76bcebd273b2ef65840723d3a8ee0c1c62377c8b4d9a681b4f001c3b55c7531efeef21ff2bd48894420eb9ce62d8329d3f11b33e578da07430d6204118c4137baebc18c1dde49a3bf06"].assert_eq(&hex(&bytes));
}

#[test]
fn read_back_at_every_size() {
    for size in 1..70 {
        let root = tree(size).root();
        for index in 0..size {
            let bytes = unsigned(index, size).sign(&secret()).expect("signs");
            let receipt = Receipt::parse(&bytes).expect("just made");
            assert_eq!((receipt.iss(), receipt.sub()), ("mission.example/observer", "document-captured"));
            assert_eq!(
                (receipt.size(), receipt.index(), receipt.kid()),
                (size, index, key_id(&secret().verifying_key()))
            );
            let proven = Proven { root, size, index };
            assert_eq!(receipt.verify(&leaf(index), &secret().verifying_key()), Verdict::Valid(proven));
            let other = receipt.verify(&leaf(index + 1), &secret().verifying_key());
            assert!(matches!(other, Verdict::Invalid(Invalid::Signature { .. })), "{index} in {size}");
        }
    }
}

#[test]
fn three_answers() {
    let bytes = unsigned(4, 6).sign(&secret()).expect("signs");
    let receipt = Receipt::parse(&bytes).expect("just made");
    let stranger = SigningKey::from_bytes(&[2; 32]);
    match receipt.verify(&leaf(4), &stranger.verifying_key()) {
        Verdict::CannotTell(doubt) => assert_eq!(doubt.given, key_id(&stranger.verifying_key())),
        other => panic!("{other:?}"),
    }
    // Signed by another key under the id of the log's: wrong, not unknown.
    let forged = unsigned(4, 6);
    let signature = ed25519_dalek::Signer::sign(&stranger, &forged.to_be_signed()).to_bytes();
    let forged = forged.finish(&signature).expect("the form is right");
    let verdict = Receipt::parse(&forged).expect("the form is right").verify(&leaf(4), &secret().verifying_key());
    assert!(matches!(verdict, Verdict::Invalid(Invalid::Signature { .. })));
    assert!(matches!(unsigned(4, 6).sign(&stranger), Err(ReceiptError::OtherKey { .. })));
}

/// What the signature of RFC 9942 alone leaves open: entry 0 has the same path in trees of 5, 6, 7 and 8 entries, and the
/// path of entry 3 of 4 is also one of entry 5 of 6.
#[test]
fn the_size_is_signed() {
    let sound = unsigned(0, 5);
    let last = unsigned(3, 4);
    for (sound, size, index) in [(&sound, 6, 0), (&sound, 7, 0), (&sound, 8, 0), (&last, 6, 5)] {
        let stretched = Unsigned { size, index, ..sound.clone() };
        // With the signature of the sound one: the header is another.
        let signature = ed25519_dalek::Signer::sign(&secret(), &sound.to_be_signed()).to_bytes();
        let bytes = stretched.finish(&signature).expect("the form is right");
        let verdict = Receipt::parse(&bytes).expect("reads").verify(&leaf(sound.index), &secret().verifying_key());
        // The root is the one signed; only the header tells.
        assert_eq!(verdict, Verdict::Invalid(Invalid::Signature { root: sound.root }), "{size}");
    }
    // Only beside the signature: the two sizes differ.
    let bytes = sound.sign(&secret()).expect("signs");
    let at = bytes.windows(3).position(|w| w == [0x83, 5, 0]).expect("the proof") + 1;
    let mut changed = bytes.clone();
    changed[at] = 7;
    assert_eq!(Receipt::parse(&changed), Err(ReceiptError::Structure { offset: at, what: Shape::Size(5) }));
    const { assert!(HEADER_SIZE < -65_536) };
}

#[test]
fn what_is_refused() {
    let check = |change: &dyn Fn(&mut Unsigned), expected: &str| {
        let mut unsigned = unsigned(4, 6);
        change(&mut unsigned);
        let found = unsigned.finish(&[0; 64]).map_or_else(|error| error.to_string(), |_| "made".into());
        assert_eq!(found, expected);
    };
    check(&|_| {}, "made");
    check(&|u| u.iss.clear(), "the issuer is not 1 to 512 bytes without control characters");
    check(&|u| u.sub = "a\nb".into(), "the subject is not 1 to 512 bytes without control characters");
    check(&|u| u.sub = "a".repeat(513), "the subject is not 1 to 512 bytes without control characters");
    check(&|u| u.index = 6, "the inclusion proof is none: entry 6 is not in a tree of 6 entries");
    check(&|u| u.size = 4, "the inclusion proof is none: entry 4 is not in a tree of 4 entries");
    check(&|u| u.path.truncate(1), "the inclusion proof is none: the proof has 1 hashes where exactly 2 are needed");
    check(&|u| u.path = vec![leaf(1); 64], "byte 113: the path has 64 hashes, more than a tree is deep");
    check(
        &|u| u.size = 1 << 63,
        "not deterministic CBOR: byte 99: a negative integer stands where an unsigned integer is needed",
    );
    // The largest receipt there can be is within the limit.
    let largest = Unsigned {
        iss: "i".repeat(512),
        sub: "s".repeat(512),
        size: (1 << 63) - 1,
        index: 0,
        path: vec![leaf(1); 63],
        ..unsigned(4, 6)
    };
    let bytes = largest.finish(&[0; 64]).expect("within the limit");
    assert!(bytes.len() <= MAX_RECEIPT && bytes.len() > MAX_RECEIPT - 1000, "{}", bytes.len());
    assert_eq!(Receipt::parse(&vec![0; MAX_RECEIPT + 1]), Err(ReceiptError::TooLarge { len: MAX_RECEIPT + 1 }));
    // The one of RFC 9942 with nothing but algorithm and data structure is not one of ours: its size is nobody's word.
    let plain = [&[0xd2, 0x84, 0x47, 0xa2, 0x01, 0x27, 0x19, 0x01, 0x8b, 0x01][..], &[0xa0, 0xf6, 0x40]].concat();
    assert_eq!(Receipt::parse(&plain), Err(ReceiptError::Structure { offset: 3, what: Shape::Protected(2) }));
}

/// Every bit of a receipt: with any of them flipped it is not valid.
#[test]
fn no_flipped_bit_verifies() {
    for (index, size) in [(4, 6), (0, 1), (0, 5), (7, 8)] {
        let sound = unsigned(index, size).sign(&secret()).expect("signs");
        for at in 0..sound.len() * 8 {
            let mut bytes = sound.clone();
            bytes[at / 8] ^= 1 << (at % 8);
            if let Ok(receipt) = Receipt::parse(&bytes) {
                let verdict = receipt.verify(&leaf(index), &secret().verifying_key());
                assert!(!matches!(verdict, Verdict::Valid(_)), "bit {at} of {index} in {size}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_read_has_one_encoding(bytes in prop::collection::vec(any::<u8>(), 0..300), cut in 0_usize..400, n in 0_usize..6) {
        let mut altered = unsigned(4, 6).sign(&secret()).expect("signs");
        let at = cut % altered.len();
        altered.splice(at..(at + n).min(altered.len()), bytes.iter().copied().take(n));
        for bytes in [bytes, altered] {
            if let Ok(receipt) = Receipt::parse(&bytes) {
                // Made again from what was read, with the signature as it stood at the end.
                let again = Unsigned {
                    iss: receipt.iss().into(),
                    sub: receipt.sub().into(),
                    kid: receipt.kid(),
                    size: receipt.size(),
                    index: receipt.index(),
                    path: receipt.path().to_vec(),
                    root: leaf(0),
                };
                let signature = bytes[bytes.len() - 64..].try_into().expect("64 bytes");
                prop_assert_eq!(again.finish(signature), Ok(bytes.clone()));
            }
        }
    }
}
