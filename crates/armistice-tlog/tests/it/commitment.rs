//! Commitments to sealed fields: any subset opens, nothing altered opens, and nothing opens by guessing.

use armistice_tlog::cbor::Writer;
use armistice_tlog::commitment::{
    CommitmentError, Commitments, Disclosure, MAX_PATH, MAX_VALUE, SIZES, commit, padded, permutation, verify_all,
};
use armistice_tlog::hash::{Hash, sha256};
use expect_test::expect;
use proptest::prelude::*;

/// Bytes that stand for random ones.
fn bytes(label: &str, n: usize) -> [u8; 32] {
    *sha256(format!("{label} {n}").as_bytes()).as_bytes()
}

struct Field {
    path: String,
    salt: [u8; 32],
    value: Vec<u8>,
}

fn fields(count: usize) -> Vec<Field> {
    let one = |n| Field {
        path: format!("field/{n}"),
        salt: bytes("salt", n),
        value: Writer::new().map(1).integer(1).text(&format!("value {n}")).finish(),
    };
    (0..count).map(one).collect()
}

fn sealed(fields: &[Field], seed: &[u8; 32]) -> (Commitments, Vec<u32>) {
    let hashes: Vec<Hash> = fields.iter().map(|f| commit(&f.path, &f.salt, &f.value).expect("a sound field")).collect();
    let decoys = padded(hashes.len()).expect("not too many") as usize - hashes.len();
    let decoys: Vec<Hash> = (0..decoys).map(|n| Hash::from_bytes(bytes("decoy", n))).collect();
    Commitments::arrange(&hashes, &decoys, seed).expect("padded")
}

fn opened(fields: &[Field], seed: &[u8; 32]) -> (Commitments, Vec<Disclosure>) {
    let (commitments, at) = sealed(fields, seed);
    let all =
        fields.iter().zip(at).map(|(f, at)| commitments.disclose(at, &f.path, &f.salt, &f.value).expect("its own"));
    let all = all.collect();
    (commitments, all)
}

#[test]
fn the_bytes_are_frozen() {
    let c = commit("phone", &[7; 32], &[0x63, b'1', b'2', b'3']).expect("sound");
    // SHA-256 over the concatenation written out by hand.
    let by_hand = [&b"armistice/field/1\0\0\0\0\x05phone"[..], &[7; 32], b"\x63123"].concat();
    assert_eq!(c, sha256(&by_hand));
    let (commitments, all) = opened(&fields(3), &[1; 32]);
    expect!["ee3b8cbe97680e3a328fd5c7ab2444ed29b674fe1858ba96e3c9ff7c4bc1ed23"]
        .assert_eq(&commitments.root().to_string());
    expect!["a500676669656c642f30014aa1016776616c756520300258203973b720f5cdaa2b848cc26f3afd57cb192f9e5f05d8ae680d998e8beeec014b0306048358201bd22499d8f8ea395d0f2e88a4dc6e49fb0f5f15b634590f5fbb32a1532c2ff55820f97b633f47e9cb114af3dd389f501022b404e21c57822ea1f77fbadf183a04605820cad330f7516e1631421f861352ae72ae847bad56dbb5a339c31843b9aa05f4e9"].assert_eq(&data_encoding::HEXLOWER.encode(&all[0].encode()));
}

#[test]
fn sizes() {
    for (fields, expected) in [(0, 8), (1, 8), (8, 8), (9, 16), (16, 16), (17, 32), (33, 64), (64, 64)] {
        assert_eq!(padded(fields), Ok(expected), "{fields} fields");
    }
    assert_eq!(padded(65), Err(CommitmentError::TooMany { fields: 65 }));
    let one = Hash::from_bytes([1; 32]);
    let refused = |r: Result<(Commitments, Vec<u32>), CommitmentError>| r.expect_err("refused").to_string();
    expect!["1 fields need exactly 7 decoys, 0 are given"].assert_eq(&refused(Commitments::arrange(
        &[one],
        &[],
        &[0; 32],
    )));
    assert!(matches!(
        Commitments::arrange(&[one; 8], &[], &[0; 32]),
        Err(CommitmentError::Twice { first: 0, second: 1 })
    ));
    for leaves in [0, 1, 7, 9, 63, 65, 128] {
        let hashes = (0..leaves).map(|n| Hash::from_bytes(bytes("x", n))).collect();
        assert!(matches!(Commitments::new(hashes), Err(CommitmentError::Size { .. })), "{leaves} leaves");
    }
}

#[test]
fn fields_that_are_refused() {
    let value = [0xf6];
    let rows: &[(&str, &[u8], &str)] = &[
        ("", &value, "the path of a field is empty"),
        ("a\nb", &value, "the path of a field contains a control character"),
        (&"p".repeat(MAX_PATH + 1), &value, "the path of a field is longer than 255 bytes"),
        (
            "p",
            &[],
            "the value of `p` is not one item of deterministic CBOR: byte 0: the bytes end in the middle of an item",
        ),
        (
            "p",
            &[0xf6, 0xf6],
            "the value of `p` is not one item of deterministic CBOR: byte 1: bytes follow after the one item allowed",
        ),
        (
            "p",
            &[0x18, 0x01],
            "the value of `p` is not one item of deterministic CBOR: byte 0: a number or length is not in its shortest form",
        ),
    ];
    for (path, value, expected) in rows {
        assert_eq!(commit(path, &[0; 32], value).expect_err("refused").to_string(), *expected);
    }
    let large = Writer::new().bytes(&[0; MAX_VALUE]).finish();
    assert!(matches!(commit("p", &[0; 32], &large), Err(CommitmentError::TooLarge { .. })));
    let largest = Writer::new().bytes(&[0; MAX_VALUE - 3]).finish();
    assert!(commit(&"p".repeat(MAX_PATH), &[0; 32], &largest).is_ok());
}

#[test]
fn a_disclosure_shows_neither_salt_nor_value_to_logs() {
    let (commitments, all) = opened(&fields(1), &[0; 32]);
    expect![[r#"Disclosure { path: "field/0", index: 1, .. }"#]].assert_eq(&format!("{:?}", all[0]));
    assert!(!format!("{commitments:?}").contains(&commitments.leaves()[0].hex()));
}

#[test]
fn two_values_for_one_path_conflict() {
    let mut two = fields(2);
    two[1].path = two[0].path.clone();
    let (commitments, all) = opened(&two, &[0; 32]);
    let found = verify_all(&all, &commitments.root(), commitments.size()).expect_err("a conflict");
    expect!["disclosures 0 and 1 give the same path"].assert_eq(&found.to_string());
    let twice = [all[0].clone(), all[0].clone()];
    let found = verify_all(&twice, &commitments.root(), commitments.size()).expect_err("a conflict");
    expect!["disclosures 0 and 1 open the same commitment"].assert_eq(&found.to_string());
}

#[test]
fn another_size_than_the_statement_says_opens_nothing() {
    let (commitments, all) = opened(&fields(9), &[0; 32]);
    for leaves in SIZES.into_iter().chain([0, 1, 7, 15, 17, 128, u32::MAX]) {
        let holds = all[0].verify(&commitments.root(), leaves).is_ok();
        assert_eq!(holds, leaves == commitments.size(), "{leaves} leaves");
    }
}

/// Where a field stands says nothing: over many seeds each field is at each place about equally often.
#[test]
fn positions_tell_nothing() {
    const SEEDS: usize = 4000;
    let mut at = vec![[0_usize; 8]; 8];
    for n in 0..SEEDS {
        let places = permutation(8, &bytes("seed", n));
        let mut sorted = places.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..8).collect::<Vec<_>>(), "a permutation");
        for (item, place) in places.into_iter().enumerate() {
            at[item][place] += 1;
        }
    }
    // 500 expected in each of 64 cells, standard deviation 21; the seeds are fixed, so this does not vary.
    for (item, row) in at.iter().enumerate() {
        for (place, count) in row.iter().enumerate() {
            assert!((400..=600).contains(count), "item {item} at place {place}: {count} of {SEEDS}");
        }
    }
}

proptest! {
    #[test]
    fn any_subset_opens(count in 0_usize..=64, seed: [u8; 32], mask: u64) {
        let (commitments, all) = opened(&fields(count), &seed);
        let some: Vec<Disclosure> = all.into_iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1).map(|(_, d)| d).collect();
        let read: Vec<Disclosure> =
            some.iter().map(|d| Disclosure::decode(&d.encode()).expect("its own encoding")).collect();
        prop_assert_eq!(&read, &some);
        prop_assert_eq!(verify_all(&read, &commitments.root(), commitments.size()), Ok(()));
    }

    #[test]
    fn nothing_altered_opens(count in 1_usize..=64, seed: [u8; 32], which: prop::sample::Index, bit: prop::sample::Index) {
        let (commitments, all) = opened(&fields(count), &seed);
        let mut bytes = all[which.index(count)].encode();
        let bit = bit.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        if let Ok(read) = Disclosure::decode(&bytes) {
            prop_assert!(read.verify(&commitments.root(), commitments.size()).is_err(), "bit {}", bit);
        }
        let other = Hash::from_bytes(*sha256(commitments.root().as_bytes()).as_bytes());
        prop_assert!(all[0].verify(&other, commitments.size()).is_err());
    }

    #[test]
    fn what_is_read_is_what_was_written(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(read) = Disclosure::decode(&bytes) {
            prop_assert_eq!(read.encode(), bytes);
        }
    }
}

mod slow {
    //! A million guesses.

    use super::*;

    /// A field of low entropy, as an adversary sees it: the root, or even the commitment itself, and a list that the
    /// value is surely on. Without the salt no guess matches; with it exactly one does.
    #[test]
    fn a_million_guesses_open_nothing() {
        const GUESSES: usize = 1_000_000;
        const TRUE: usize = 678_901;
        let number = |n: usize| Writer::new().text(&format!("+963 9{n:08}")).finish();
        let salt = bytes("salt", 1);
        let target = commit("phone", &salt, &number(TRUE)).expect("sound");
        // What somebody without the salt can hash: the value alone, the value under its path, a salt that is guessed.
        let (mut without, mut with) = (Vec::new(), Vec::new());
        for n in 0..GUESSES {
            let value = number(n);
            let tries = [
                sha256(&value),
                sha256(&[&b"armistice/field/1\0\0\0\0\x05phone"[..], &value].concat()),
                commit("phone", &[0; 32], &value).expect("sound"),
            ];
            if tries.contains(&target) {
                without.push(n);
            }
            if commit("phone", &salt, &value).expect("sound") == target {
                with.push(n);
            }
        }
        assert_eq!(without, Vec::<usize>::new(), "opened without the salt");
        assert_eq!(with, [TRUE], "with the salt exactly one");
    }
}
