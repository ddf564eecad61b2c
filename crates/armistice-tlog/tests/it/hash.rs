//! Hashes: known values, and one spelling each way.

use armistice_tlog::hash::{Hash, ParseHashError, empty_root, leaf_hash, leaf_hashes, node_hash, node_row, sha256};
use proptest::prelude::*;

#[test]
fn known_values() {
    // SHA-256 of "" and "abc" (FIPS 180-4), and of the prefixed forms, made with another implementation.
    let rows: [(Hash, &str); 4] = [
        (empty_root(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (leaf_hash(b""), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (node_hash(&leaf_hash(b""), &leaf_hash(b"")), NODE_OF_TWO_EMPTY_LEAVES),
    ];
    for (hash, expected) in rows {
        assert_eq!(hash.hex(), expected);
    }
}

const NODE_OF_TWO_EMPTY_LEAVES: &str = "fe43d66afa4a9a5c4f9c9da89f4ffb52635c8f342e7ffb731d68e36c5982072a";

#[test]
fn refuses_second_spellings() {
    let hash = leaf_hash(b"x");
    let mut spare_bits = hash.base32();
    spare_bits.pop();
    spare_bits.push('b');
    let check = |text: &str, expected: ParseHashError| assert_eq!(text.parse::<Hash>(), Err(expected), "{text}");
    check("", ParseHashError::Length(0));
    check(&hash.hex()[1..], ParseHashError::Length(63));
    check(&hash.hex().replace('b', "B"), {
        let position = hash.hex().find('b').expect("this hash has a b");
        ParseHashError::Character { alphabet: "hexadecimal", position }
    });
    check(&hash.base32().to_uppercase(), ParseHashError::Character { alphabet: "base32", position: 0 });
    check(&spare_bits, ParseHashError::TrailingBits);
    check(&"é".repeat(26), ParseHashError::Character { alphabet: "base32", position: 0 });
}

proptest! {
    #[test]
    fn round_trip(bytes: [u8; 32]) {
        let hash = Hash::from_bytes(bytes);
        prop_assert_eq!(hash.hex().parse(), Ok(hash));
        prop_assert_eq!(hash.base32().parse(), Ok(hash));
        prop_assert_eq!(hash.to_string(), hash.hex());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
        if let Ok(hash) = text.parse::<Hash>() {
            prop_assert!(hash.hex() == text || hash.base32() == text);
        }
    }
}

/// Leaves and nodes are hashed block by block: at every length the same as in one piece by the general way.
#[test]
fn blocks_are_what_the_definition_says() {
    let bytes: Vec<u8> = (0..700_u32).map(|n| u8::try_from(n * 37 % 251).expect("small")).collect();
    for len in (0..bytes.len()).chain([bytes.len()]) {
        let entry = &bytes[..len];
        assert_eq!(leaf_hash(entry), sha256(&[&[0], entry].concat()), "{len} bytes");
    }
    let large = bytes.repeat(200);
    assert_eq!(leaf_hash(&large), sha256(&[&[0], &large[..]].concat()));
    let (left, right) = (leaf_hash(b"left"), leaf_hash(b"right"));
    assert_eq!(node_hash(&left, &right), sha256(&[&[1], &left.as_bytes()[..], &right.as_bytes()[..]].concat()));
    assert_ne!(node_hash(&left, &right), node_hash(&right, &left));
}

/// Leaves hashed two at a time, by the definition: every length from 0 to 300, each beside neighbours that have as many
/// blocks, and beside others; and in every number, so that one stays alone.
#[test]
fn many_leaves_are_each_by_the_definition() {
    let bytes: Vec<u8> = (0..300_u32).map(|n| u8::try_from(n * 37 % 251).expect("small")).collect();
    let by_definition = |entry: &[u8]| sha256(&[&[0], entry].concat());
    let upwards: Vec<&[u8]> = (0..=300).map(|len| &bytes[..len]).collect();
    let downwards: Vec<&[u8]> = (0..=300).map(|len| &bytes[len..]).collect();
    let apart: Vec<&[u8]> = upwards.iter().zip(&downwards).flat_map(|(a, b)| [*a, *b]).collect();
    for entries in [&upwards, &downwards, &apart] {
        let expected: Vec<Hash> = entries.iter().map(|entry| by_definition(entry)).collect();
        assert_eq!(leaf_hashes(entries), expected);
    }
    for count in 0..20 {
        let expected: Vec<Hash> = upwards[..count].iter().map(|entry| by_definition(entry)).collect();
        assert_eq!(leaf_hashes(&upwards[..count]), expected);
    }
    // The longest and the shortest together: what one has more of goes alone.
    for (one, other) in upwards.iter().flat_map(|one| upwards.iter().step_by(7).map(move |other| (*one, *other))) {
        assert_eq!(leaf_hashes(&[one, other]), [leaf_hash(one), leaf_hash(other)], "{} and {}", one.len(), other.len());
    }
}

#[test]
fn a_row_of_nodes_is_each_node() {
    for count in 0..=40_u32 {
        let leaves: Vec<Hash> = (0..count).map(|n| leaf_hash(&n.to_be_bytes())).collect();
        let expected: Vec<Hash> = leaves
            .chunks(2)
            .map(|two| match two {
                [left, right] => sha256(&[&[1], &left.as_bytes()[..], &right.as_bytes()[..]].concat()),
                other => other[0],
            })
            .collect();
        let mut row = leaves;
        node_row(&mut row);
        assert_eq!(row, expected, "{count} hashes");
    }
}

proptest! {
    #[test]
    fn any_leaves_are_each_by_the_definition(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..2000), 0..9),
    ) {
        let entries: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
        let expected: Vec<Hash> = entries.iter().map(|entry| sha256(&[&[0], *entry].concat())).collect();
        prop_assert_eq!(leaf_hashes(&entries), expected);
    }
}
