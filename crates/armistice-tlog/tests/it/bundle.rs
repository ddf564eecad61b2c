//! Entry bundles: round trip, limits, cuts.

use armistice_tlog::bundle::{BundleError, MAX_ENTRIES, MAX_ENTRY, decode, encode};
use proptest::prelude::*;

#[test]
fn limits() {
    assert_eq!(encode::<&[u8]>(&[]), Err(BundleError::Empty));
    assert_eq!(decode(&[]), Err(BundleError::Empty));
    assert_eq!(encode(&[vec![0; MAX_ENTRY]]).map(|bytes| bytes.len()), Ok(MAX_ENTRY + 2));
    assert_eq!(encode(&[vec![], vec![0; MAX_ENTRY + 1]]), Err(BundleError::TooLarge { index: 1, len: MAX_ENTRY + 1 }));
    let full = encode(&[b"x"; MAX_ENTRIES]).expect("a full bundle");
    assert_eq!(decode(&full).map(|entries| entries.len()), Ok(MAX_ENTRIES));
    let over = BundleError::TooMany { offset: 3 * MAX_ENTRIES };
    assert_eq!(encode(&[b"x"; MAX_ENTRIES + 1]), Err(over));
    assert_eq!(decode(&[&full[..], &[0, 0]].concat()), Err(over));
    assert_eq!(decode(&[0]), Err(BundleError::Truncated { offset: 0, index: 0, missing: 1 }));
    assert_eq!(decode(&[0, 1, 7, 0, 3, 7]), Err(BundleError::Truncated { offset: 3, index: 1, missing: 2 }));
}

proptest! {
    #[test]
    fn round_trip(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..400), 1..=MAX_ENTRIES)) {
        let bytes = encode(&entries).expect("within the limits");
        prop_assert_eq!(decode(&bytes).expect("just written"), entries);
    }

    #[test]
    fn what_is_read_is_what_was_written(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(entries) = decode(&bytes) {
            prop_assert_eq!(encode(&entries), Ok(bytes));
        }
    }
}
