//! Entries: a frozen vector, every refusal, and that no altered byte passes.

use armistice_tlog::cbor::{CborError, Rule, Writer};
use armistice_tlog::entry::{CONTENT_TYPE, Entry, EntryError, MAX_ENTRY, MAX_IAT, MAX_NAME, Shape, Unsigned, key_id};
use armistice_tlog::hash::leaf_hash;
use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, SigningKey, Verifier as _};
use expect_test::expect;
use proptest::prelude::*;

/// Secret key of the first test of RFC 8032 7.1.
fn signing_key() -> SigningKey {
    let secret = HEXLOWER.decode(b"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    SigningKey::from_bytes(&secret.expect("hexadecimal").try_into().expect("32 bytes"))
}

fn unsigned() -> Unsigned {
    Unsigned {
        iss: "mission.example/observer".into(),
        sub: "document-captured".into(),
        iat: 1_700_000_000,
        kid: key_id(&signing_key().verifying_key()),
        payload: Writer::new().map(2).integer(1).text("kind").integer(2).array(1).bytes(&[0; 4]).finish(),
    }
}

/// These bytes are what version 1 means. They never change; a later version has another test beside this one.
#[test]
fn frozen_bytes() {
    let bytes = unsigned().sign(&signing_key()).expect("a valid statement");
    let hex = HEXLOWER.encode(&bytes);
    let lines: Vec<&str> = hex.as_bytes().chunks(96).map(|line| str::from_utf8(line).expect("hexadecimal")).collect();
    expect![[r#"
        d2845887a401270378286170706c69636174696f6e2f766e642e61726d6973746963652e73746174656d656e742b6362
        6f7204582021fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b90fa30178186d697373696f
        6e2e6578616d706c652f6f627365727665720271646f63756d656e742d6361707475726564061a6553f100a04ea20164
        6b696e640281440000000058405ad359d096e277c5d6b631662b46becc9787b9da581762b18be6bbe4d80c2604539b80
        1ca8546284865ea320e450871a3988604b7b9fa49139bb52358beff80c"#]]
    .assert_eq(&lines.join("\n"));
    let entry = Entry::parse(&bytes).expect("just written");
    expect!["lsmkcsmkbof3xchn5lfp7vl5aim4cwvrqb23gt3fgdqspgs5zrgq"].assert_eq(&entry.id().base32());
    assert_eq!(entry.id(), leaf_hash(&bytes));
}

#[test]
fn says_what_was_stated() {
    let unsigned = unsigned();
    let bytes = unsigned.sign(&signing_key()).expect("a valid statement");
    let entry = Entry::parse(&bytes).expect("just written");
    assert_eq!(entry.verify(&signing_key().verifying_key()), Ok(()));
    assert_eq!(
        (entry.iss(), entry.sub(), entry.iat(), entry.kid(), entry.payload(), entry.bytes()),
        (&*unsigned.iss, &*unsigned.sub, unsigned.iat, unsigned.kid, &*unsigned.payload, &*bytes)
    );
    assert_eq!(entry.to_be_signed(), unsigned.to_be_signed());
    assert_eq!(unsigned.finish(entry.signature()), Ok(bytes.clone()));
}

#[test]
fn other_keys_are_refused() {
    let other = SigningKey::from_bytes(&[9; 32]);
    let (ours, theirs) = (key_id(&signing_key().verifying_key()), key_id(&other.verifying_key()));
    assert_eq!(unsigned().sign(&other), Err(EntryError::OtherKey { entry: ours, given: theirs }));
    let bytes = unsigned().sign(&signing_key()).expect("a valid statement");
    let entry = Entry::parse(&bytes).expect("just written");
    assert_eq!(entry.verify(&other.verifying_key()), Err(EntryError::OtherKey { entry: ours, given: theirs }));
    // A key id that names the other key does not help: the signature is another's.
    let forged = Unsigned { kid: theirs, ..unsigned() }.finish(entry.signature()).expect("well formed");
    let forged = Entry::parse(&forged).expect("well formed");
    assert_eq!(forged.verify(&other.verifying_key()), Err(EntryError::Signature { id: forged.id() }));
}

/// A small-order public key verifies one signature for many messages under the lax rule. The strict rule refuses it.
#[test]
fn weak_keys_are_refused() {
    let mut identity = [0; 32];
    identity[0] = 1;
    let weak = ed25519_dalek::VerifyingKey::from_bytes(&identity).expect("a point on the curve");
    let mut signature = [0; 64];
    signature[0] = 1;
    let unsigned = Unsigned { kid: key_id(&weak), ..unsigned() };
    assert!(weak.verify(&unsigned.to_be_signed(), &Signature::from_bytes(&signature)).is_ok(), "the lax rule takes it");
    let bytes = unsigned.finish(&signature).expect("well formed");
    let entry = Entry::parse(&bytes).expect("well formed");
    assert_eq!(entry.verify(&weak), Err(EntryError::Signature { id: entry.id() }));
}

#[test]
fn limits_of_fields() {
    let check = |change: fn(&mut Unsigned), expected: Result<(), EntryError>| {
        let mut unsigned = unsigned();
        change(&mut unsigned);
        assert_eq!(unsigned.sign(&signing_key()).map(drop), expected);
    };
    let field = |field, problem| Err(EntryError::Field { field, problem });
    let years = "is not between the years 1970 and 9999";
    check(|u| u.iss = "x".repeat(MAX_NAME), Ok(()));
    check(|u| u.iss = "x".repeat(MAX_NAME + 1), field("issuer", "is longer than 512 bytes"));
    check(|u| u.iss.clear(), field("issuer", "is empty"));
    check(|u| u.sub.clear(), field("subject", "is empty"));
    check(|u| u.sub.push('\n'), field("subject", "contains a control character"));
    check(|u| u.iat = 0, Ok(()));
    check(|u| u.iat = MAX_IAT, Ok(()));
    check(|u| u.iat = -1, field("time (iat)", years));
    check(|u| u.iat = MAX_IAT + 1, field("time (iat)", years));
    check(
        |u| u.payload = vec![0xa1, 0x01, 0x18, 0x17],
        Err(EntryError::Encoding(CborError { offset: payload_offset() + 2, rule: Rule::NotShortest })),
    );
    check(
        |u| u.payload.clear(),
        Err(EntryError::Encoding(CborError { offset: payload_offset(), rule: Rule::Truncated })),
    );
    let mut large = unsigned();
    large.payload = Writer::new().bytes(&vec![0; MAX_ENTRY]).finish();
    assert!(matches!(large.sign(&signing_key()), Err(EntryError::TooLarge { len }) if len > MAX_ENTRY));
}

/// Where a short payload starts in the entry of [`unsigned`].
fn payload_offset() -> usize {
    // Tag, array head; byte string head (2 bytes, as the header is between 24 and 255 bytes); header; empty map; head.
    let protected = protected(&Header::default());
    assert!((24..256).contains(&protected.len()));
    1 + 1 + 2 + protected.len() + 1 + 1
}

/// A protected header that can go wrong in each part.
struct Header {
    keys: [i64; 4],
    alg: i64,
    content_type: &'static str,
    kid: Vec<u8>,
    claims: Vec<i64>,
}

impl Default for Header {
    fn default() -> Header {
        Header {
            keys: [1, 3, 4, 15],
            alg: -8,
            content_type: CONTENT_TYPE,
            kid: unsigned().kid.as_bytes().to_vec(),
            claims: vec![1, 2, 6],
        }
    }
}

fn protected(header: &Header) -> Vec<u8> {
    let [alg, content_type, kid, claims] = header.keys;
    let mut w = Writer::new().map(4).integer(alg).integer(header.alg).integer(content_type).text(header.content_type);
    w = w.integer(kid).bytes(&header.kid).integer(claims).map(header.claims.len());
    for claim in &header.claims {
        w = match claim {
            1 => w.integer(1).text("mission.example/observer"),
            2 => w.integer(2).text("document-captured"),
            other => w.integer(*other).integer(1_700_000_000),
        };
    }
    w.finish()
}

fn entry(tag: u64, parts: usize, protected: &[u8], unprotected: usize, signature: &[u8]) -> Vec<u8> {
    let mut w = Writer::new().tag(tag).array(parts).bytes(protected).map(unprotected);
    if unprotected == 1 {
        w = w.integer(4).null();
    }
    w = w.bytes(&[0xf6]).bytes(signature);
    if parts == 5 {
        w = w.null();
    }
    w.finish()
}

#[test]
fn refused_structures() {
    let structure = |offset, what| EntryError::Structure { offset, what };
    let rows: Vec<(&str, Vec<u8>, EntryError)> = vec![
        ("tag", entry(17, 4, &protected(&Header::default()), 0, &[0; 64]), structure(0, Shape::Tag(17))),
        ("array", entry(18, 5, &protected(&Header::default()), 0, &[0; 64]), structure(1, Shape::Array(5))),
        (
            "unprotected",
            entry(18, 4, &protected(&Header::default()), 1, &[0; 64]),
            structure(payload_offset() - 2, Shape::Unprotected(1)),
        ),
        (
            "signature",
            entry(18, 4, &protected(&Header::default()), 0, &[0; 63]),
            structure(payload_offset() + 1, Shape::Signature(63)),
        ),
        (
            "alg",
            entry(18, 4, &protected(&Header { alg: -7, ..Header::default() }), 0, &[0; 64]),
            EntryError::Algorithm { offset: 6, alg: -7 },
        ),
        (
            "content type",
            entry(18, 4, &protected(&Header { content_type: "text/plain", ..Header::default() }), 0, &[0; 64]),
            structure(8, Shape::ContentType),
        ),
        (
            "kid",
            entry(18, 4, &protected(&Header { kid: vec![0; 31], ..Header::default() }), 0, &[0; 64]),
            structure(8 + 2 + CONTENT_TYPE.len() + 1, Shape::Kid(31)),
        ),
        (
            "crit",
            entry(18, 4, &protected(&Header { keys: [1, 2, 4, 15], ..Header::default() }), 0, &[0; 64]),
            EntryError::Header { offset: 7, map: "the protected header", expected: 3, found: 2 },
        ),
        (
            "key order",
            entry(18, 4, &protected(&Header { keys: [1, 3, 15, 4], ..Header::default() }), 0, &[0; 64]),
            EntryError::Encoding(CborError { offset: 8 + 2 + CONTENT_TYPE.len() + 1 + 34, rule: Rule::KeyOrder }),
        ),
        (
            "missing claim",
            entry(18, 4, &protected(&Header { claims: vec![1, 2], ..Header::default() }), 0, &[0; 64]),
            structure(8 + 2 + CONTENT_TYPE.len() + 1 + 34 + 1, Shape::Claims(2)),
        ),
    ];
    for (what, bytes, expected) in rows {
        assert_eq!(Entry::parse(&bytes), Err(expected), "{what}");
    }
    let good = entry(18, 4, &protected(&Header::default()), 0, &[0; 64]);
    assert!(Entry::parse(&good).is_ok(), "the rows differ from a good entry in one thing each");
    let trailing = [&good[..], &[0]].concat();
    let expected = EntryError::Encoding(CborError { offset: good.len(), rule: Rule::Trailing });
    assert_eq!(Entry::parse(&trailing), Err(expected));
    assert_eq!(Entry::parse(&vec![0; MAX_ENTRY + 1]), Err(EntryError::TooLarge { len: MAX_ENTRY + 1 }));
}

#[test]
fn no_altered_bit_passes() {
    let key = signing_key().verifying_key();
    let bytes = unsigned().sign(&signing_key()).expect("a valid statement");
    for bit in 0..bytes.len() * 8 {
        let mut altered = bytes.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let passes = Entry::parse(&altered).and_then(|entry| entry.verify(&key));
        assert!(passes.is_err(), "bit {bit} was altered and the entry still holds");
    }
    for end in 0..bytes.len() {
        assert!(Entry::parse(&bytes[..end]).is_err(), "cut at {end}");
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _: Result<Entry<'_>, EntryError> = Entry::parse(&bytes);
    }

    /// Bytes that start as an entry does reach the deeper checks.
    #[test]
    fn arbitrary_changes_never_panic(at in 0_usize..300, with in prop::collection::vec(any::<u8>(), 0..20)) {
        let mut bytes = unsigned().sign(&signing_key()).expect("a valid statement");
        let at = at.min(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        if let Ok(entry) = Entry::parse(&bytes) {
            prop_assert_eq!(entry.bytes(), &bytes);
        }
    }

    #[test]
    fn round_trip(iss in "[^\\p{Cc}]{1,100}", sub in "[^\\p{Cc}]{1,100}", iat in 0..=MAX_IAT, n: i64) {
        let unsigned = Unsigned { iss, sub, iat, payload: Writer::new().integer(n).finish(), ..unsigned() };
        let bytes = unsigned.sign(&signing_key()).expect("a valid statement");
        let entry = Entry::parse(&bytes).expect("just written");
        prop_assert_eq!(entry.verify(&signing_key().verifying_key()), Ok(()));
        prop_assert_eq!((entry.iss(), entry.sub(), entry.iat()), (&*unsigned.iss, &*unsigned.sub, unsigned.iat));
    }
}
