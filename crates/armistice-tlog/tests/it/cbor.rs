//! The strict subset of CBOR: what it takes, what it refuses and where, and agreement with another encoder.

use std::collections::BTreeMap;

use armistice_tlog::cbor::{CborError, Kind, MAX_DEPTH, MAX_LEN, Reader, Rule, Writer, check};
use proptest::prelude::*;

fn hex(text: &str) -> Vec<u8> {
    let digits: String = text.split_whitespace().collect();
    data_encoding::HEXLOWER.decode(digits.as_bytes()).expect("test input is hexadecimal")
}

#[test]
fn taken() {
    // Most rows are from RFC 8949 appendix A.
    for row in [
        "00",
        "17",
        "18 18",
        "18 ff",
        "19 0100",
        "1a 00010000",
        "1b 0000000100000000",
        "1b ffffffffffffffff",
        "20",
        "37",
        "38 18",
        "3b ffffffffffffffff",
        "40",
        "44 01020304",
        "60",
        "62 c3bc",
        "64 f0908591",
        "80",
        "83 01 02 03",
        "83 01 82 02 03 82 04 05",
        "a0",
        "a2 01 02 03 04",
        "a3 00 00 18 18 00 20 00",
        "f4",
        "f5",
        "f6",
        "82 f6 a1 20 f4",
    ] {
        assert_eq!(check(&hex(row)), Ok(()), "{row}");
    }
}

#[test]
fn refused() {
    let rows: &[(&str, usize, Rule)] = &[
        ("", 0, Rule::Truncated),
        ("18", 0, Rule::Truncated),
        ("19 01", 0, Rule::Truncated),
        ("43 0102", 0, Rule::Truncated),
        ("82 01", 0, Rule::Truncated),
        ("a1 01", 0, Rule::Truncated),
        ("9b ffffffffffffffff", 0, Rule::Truncated),
        ("bb 8000000000000000 00", 0, Rule::Truncated),
        ("5b ffffffffffffffff 00", 0, Rule::Truncated),
        ("00 00", 1, Rule::Trailing),
        ("18 17", 0, Rule::NotShortest),
        ("19 00ff", 0, Rule::NotShortest),
        ("1a 0000ffff", 0, Rule::NotShortest),
        ("1b 00000000ffffffff", 0, Rule::NotShortest),
        ("58 01 00", 0, Rule::NotShortest),
        ("81 98 01 00", 1, Rule::NotShortest),
        ("9f ff", 0, Rule::Indefinite),
        ("bf ff", 0, Rule::Indefinite),
        ("5f 41 00 ff", 0, Rule::Indefinite),
        ("81 ff", 1, Rule::Indefinite),
        ("f9 3c00", 0, Rule::Float),
        ("fa 47c35000", 0, Rule::Float),
        ("82 00 fb 3ff199999999999a", 2, Rule::Float),
        ("c0 60", 0, Rule::Tag),
        ("81 d2 80", 1, Rule::Tag),
        ("f7", 0, Rule::Simple),
        ("f0", 0, Rule::Simple),
        ("f8 ff", 0, Rule::Simple),
        ("1c", 0, Rule::Reserved),
        ("81 fd", 1, Rule::Reserved),
        ("61 ff", 0, Rule::Utf8),
        ("63 eda080", 0, Rule::Utf8),
        ("a1 61 61 00", 1, Rule::KeyKind),
        ("a1 41 61 00", 1, Rule::KeyKind),
        ("a1 f4 00", 1, Rule::KeyKind),
        ("a2 02 00 01 00", 3, Rule::KeyOrder),
        ("a2 20 00 01 00", 3, Rule::KeyOrder),
        ("a2 18 18 00 01 00", 4, Rule::KeyOrder),
        ("a2 01 00 01 00", 3, Rule::KeyTwice),
    ];
    for (row, offset, rule) in rows {
        assert_eq!(check(&hex(row)), Err(CborError { offset: *offset, rule: *rule }), "{row}");
    }
}

#[test]
fn limits() {
    let nested = |depth: usize| [vec![0x81; depth], vec![0x00]].concat();
    assert_eq!(check(&nested(MAX_DEPTH)), Ok(()));
    assert_eq!(check(&nested(MAX_DEPTH + 1)), Err(CborError { offset: MAX_DEPTH, rule: Rule::TooDeep }));
    assert_eq!(check(&Writer::new().bytes(&vec![0; MAX_LEN - 3]).finish()), Ok(()));
    let long = Writer::new().bytes(&vec![0; MAX_LEN]).finish();
    assert_eq!(check(&long), Err(CborError { offset: 0, rule: Rule::TooLong { len: long.len() } }));
}

#[test]
fn reader_says_what_stands_there() {
    let bytes = hex("83 3b 8000000000000000 f5 f6");
    let mut r = Reader::new(&bytes);
    assert_eq!(r.map(), Err(CborError { offset: 0, rule: Rule::Kind { expected: Kind::Map, found: Kind::Array } }));
    assert_eq!(r.array(), Ok(3), "a refusal does not move the cursor");
    assert_eq!(r.clone().integer(), Err(CborError { offset: 1, rule: Rule::Range }));
    r.skip().expect("a well-formed integer");
    assert_eq!(r.boolean(), Ok(true));
    assert_eq!(r.null(), Ok(()));
    assert_eq!(r.end(), Ok(()));
    assert_eq!(r.kind(), Err(CborError { offset: bytes.len(), rule: Rule::Truncated }));
}

/// A value of the subset, for generating.
#[derive(Debug, Clone)]
enum Value {
    Integer(i64),
    Bytes(Vec<u8>),
    Text(String),
    Array(Vec<Value>),
    Map(BTreeMap<Key, Value>),
    Bool(bool),
    Null,
}

/// Orders as the encoding does: 0, 1, …, then -1, -2, ….
type Key = (bool, u64);

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Value::Integer),
        (-300_i64..300).prop_map(Value::Integer),
        prop::collection::vec(any::<u8>(), 0..300).prop_map(Value::Bytes),
        ".{0,40}".prop_map(Value::Text),
        any::<bool>().prop_map(Value::Bool),
        Just(Value::Null),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        let key = (any::<bool>(), prop_oneof![0_u64..40, 0..i64::MAX.cast_unsigned()]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::Array),
            prop::collection::btree_map(key, inner, 0..8).prop_map(Value::Map),
        ]
    })
}

fn signed((negative, n): Key) -> i64 {
    if negative { !n.cast_signed() } else { n.cast_signed() }
}

fn write(w: Writer, value: &Value) -> Writer {
    match value {
        Value::Integer(n) => w.integer(*n),
        Value::Bytes(bytes) => w.bytes(bytes),
        Value::Text(text) => w.text(text),
        Value::Array(items) => items.iter().fold(w.array(items.len()), write),
        Value::Map(pairs) => {
            pairs.iter().fold(w.map(pairs.len()), |w, (key, value)| write(w.integer(signed(*key)), value))
        }
        Value::Bool(bool) => w.boolean(*bool),
        Value::Null => w.null(),
    }
}

type Encoder = minicbor::Encoder<Vec<u8>>;

/// The same with an encoder that others wrote.
fn write_elsewhere(e: &mut Encoder, value: &Value) {
    let done = match value {
        Value::Integer(n) => e.i64(*n).map(drop),
        Value::Bytes(bytes) => e.bytes(bytes).map(drop),
        Value::Text(text) => e.str(text).map(drop),
        Value::Array(items) => {
            e.array(items.len() as u64).expect("a vector takes all");
            items.iter().for_each(|item| write_elsewhere(e, item));
            Ok(())
        }
        Value::Map(pairs) => {
            e.map(pairs.len() as u64).expect("a vector takes all");
            for (key, value) in pairs {
                e.i64(signed(*key)).expect("a vector takes all");
                write_elsewhere(e, value);
            }
            Ok(())
        }
        Value::Bool(bool) => e.bool(*bool).map(drop),
        Value::Null => e.null().map(drop),
    };
    done.expect("a vector takes all");
}

proptest! {
    #[test]
    fn one_spelling(value in value()) {
        let ours = write(Writer::new(), &value).finish();
        let mut theirs = Encoder::new(Vec::new());
        write_elsewhere(&mut theirs, &value);
        prop_assert_eq!(&ours, theirs.writer());
        prop_assert_eq!(check(&ours), Ok(()));
    }

    /// Cut anywhere, it is refused at or before the cut.
    #[test]
    fn every_cut_is_refused(value in value()) {
        let bytes = write(Writer::new(), &value).finish();
        for end in 0..bytes.len() {
            let error = check(&bytes[..end]).expect_err("a prefix is no item");
            prop_assert!(error.offset <= end);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Err(error) = check(&bytes) {
            prop_assert!(error.offset <= bytes.len());
        }
        let mut r = Reader::new(&bytes);
        while r.tag().is_ok() || r.map().is_ok() || r.array().is_ok() || r.integer().is_ok() || r.text().is_ok() {}
        prop_assert!(r.position() <= bytes.len());
    }
}
