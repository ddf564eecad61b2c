//! Base64, base32 and hexadecimal against another implementation, in both directions.

use armistice_tlog::codec::{BASE32_NOPAD, BASE64, Encoding, HEXLOWER};
use proptest::prelude::*;

const ALL: [(Encoding, &data_encoding::Encoding); 3] = [
    (BASE64, &data_encoding::BASE64),
    (BASE32_NOPAD, &data_encoding::BASE32_NOPAD),
    (HEXLOWER, &data_encoding::HEXLOWER),
];

#[test]
fn vectors_of_rfc_4648() {
    for (bytes, base64, base32, hex) in [
        ("", "", "", ""),
        ("f", "Zg==", "MY", "66"),
        ("fo", "Zm8=", "MZXQ", "666f"),
        ("foo", "Zm9v", "MZXW6", "666f6f"),
        ("foob", "Zm9vYg==", "MZXW6YQ", "666f6f62"),
        ("fooba", "Zm9vYmE=", "MZXW6YTB", "666f6f6261"),
        ("foobar", "Zm9vYmFy", "MZXW6YTBOI", "666f6f626172"),
    ] {
        assert_eq!(BASE64.encode(bytes.as_bytes()), base64);
        assert_eq!(BASE32_NOPAD.encode(bytes.as_bytes()), base32);
        assert_eq!(HEXLOWER.encode(bytes.as_bytes()), hex);
    }
}

proptest! {
    #[test]
    fn written_alike(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        for (ours, theirs) in ALL {
            prop_assert_eq!(ours.encode(&bytes), theirs.encode(&bytes));
            prop_assert_eq!(ours.decode(theirs.encode(&bytes).as_bytes()), Ok(bytes.clone()));
        }
    }

    #[test]
    fn refused_alike(text in "[A-Za-f0-9+/=\n ]{0,12}|[A-D]{0,9}={0,4}|[2-7A-Z]{0,9}|[0-9a-f]{0,9}") {
        for (ours, theirs) in ALL {
            prop_assert_eq!(ours.decode(text.as_bytes()).ok(), theirs.decode(text.as_bytes()).ok(), "{}", text);
        }
    }
}
