//! The header of statements: every refusal, and that it reads what the format says.

use crate::book::{Book, Parts, key};
use armistice_tlog::cbor::Writer;
use armistice_tlog::entry::{Entry, Unsigned};
use armistice_tlog::envelope::{Envelope, EnvelopeError, EnvelopeShape, MAX_KIND, SeenRow, Stated};
use armistice_tlog::hash::{Hash, leaf_hash};
use proptest::prelude::*;

fn parts() -> Parts {
    Parts { prev: Some(leaf_hash(b"before")), seq: 7, ..Book::open().next("padded", vec![0xa0]) }
}

#[test]
fn reads_what_stands_there() {
    let parts = parts();
    let payload = parts.payload();
    let read = Envelope::read(&payload).expect("a header");
    assert_eq!((read.kind, read.version, read.mission, read.member), ("padded", 1, "truce", "observer"));
    assert_eq!((read.seq, read.prev, read.asserted, read.body), (7, parts.prev, parts.asserted, &[0xa0][..]));
    assert!(read.seen.is_empty());
    let bytes = parts.sign(&key("a"));
    let stated = Stated::parse(&bytes).expect("a statement");
    assert_eq!((stated.id, stated.envelope), (leaf_hash(&bytes), read));
}

/// Rows of `seen`: of each the number of fields, the origin, and the length of its root.
type Rows<'a> = &'a [(usize, &'a str, usize)];

/// A payload with these rows.
fn seen(rows: Rows<'_>) -> Vec<u8> {
    let w = Writer::new().map(8).integer(0).text("padded").integer(1).integer(1).integer(2).text("truce");
    let w = w.integer(3).text("observer").integer(4).integer(0).integer(6).integer(0).integer(7);
    let mut w = w.array(rows.len());
    for (fields, origin, root) in rows {
        w = w.array(*fields).text(origin).integer(5).bytes(&vec![9; *root]);
        for _ in 3..*fields {
            w = w.bytes(&[8; 32]);
        }
    }
    w.integer(8).bytes(&[]).finish()
}

#[test]
fn rows_of_seen() {
    let payload = seen(&[(3, "truce/a", 32), (4, "truce/b", 32)]);
    let row = |origin, note| SeenRow { origin, size: 5, root: Hash::from_bytes([9; 32]), note };
    let note = Some(Hash::from_bytes([8; 32]));
    assert_eq!(Envelope::read(&payload).expect("a header").seen, [row("truce/a", None), row("truce/b", note)]);
    let rows: [(Rows<'_>, EnvelopeShape); 5] = [
        (&[(2, "truce/a", 32)], EnvelopeShape::SeenFields(2)),
        (&[(5, "truce/a", 32)], EnvelopeShape::SeenFields(5)),
        (&[(3, "truce/a", 31)], EnvelopeShape::HashLength(31)),
        (&[(3, "truce/b", 32), (3, "truce/a", 32)], EnvelopeShape::SeenOrder),
        (&[(3, "truce/a", 32), (4, "truce/a", 32)], EnvelopeShape::SeenOrder),
    ];
    for (rows, expected) in rows {
        // Two fields are written as three, so that the array says less than follows: still refused, by another rule.
        match Envelope::read(&seen(rows)) {
            Err(EnvelopeError::Structure { what, .. }) => assert_eq!(what, expected, "{rows:?}"),
            Err(EnvelopeError::Encoding(_)) if rows[0].0 == 2 => {}
            other => panic!("{rows:?}: {other:?}"),
        }
    }
}

#[test]
fn refused_headers() {
    let map = |keys: &[i64]| {
        let mut w = Writer::new().map(keys.len());
        for key in keys {
            w = match key {
                0 => w.integer(0).text("padded"),
                2 | 3 => w.integer(*key).text("x"),
                5 => w.integer(5).bytes(&[0; 32]),
                7 => w.integer(7).array(0),
                8 => w.integer(8).bytes(&[]),
                other => w.integer(*other).integer(1),
            };
        }
        w.finish()
    };
    let long = Parts { kind: Box::leak("k".repeat(MAX_KIND + 1).into_boxed_str()), ..parts() }.payload();
    let rows: Vec<(&str, Vec<u8>, EnvelopeShape)> = vec![
        ("a key less", map(&[0, 1, 2, 3, 4, 6, 7]), EnvelopeShape::Keys(7)),
        ("a key more", map(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), EnvelopeShape::Keys(10)),
        ("another key", map(&[0, 1, 2, 3, 4, 6, 7, 9]), EnvelopeShape::Key { expected: 8, found: 9 }),
        (
            "the hash before, and no member",
            map(&[0, 1, 2, 4, 5, 6, 7, 8]),
            EnvelopeShape::Key { expected: 3, found: 4 },
        ),
        ("no kind", Parts { kind: "", ..parts() }.payload(), EnvelopeShape::KindLength),
        ("a long kind", long, EnvelopeShape::KindLength),
        ("a version that is none", Parts { version: 1 << 32, ..parts() }.payload(), EnvelopeShape::Version),
    ];
    for (name, payload, expected) in rows {
        match Envelope::read(&payload) {
            Err(EnvelopeError::Structure { what, .. }) => assert_eq!(what, expected, "{name}"),
            other => panic!("{name}: {other:?}"),
        }
    }
    assert!(
        Envelope::read(&map(&[0, 1, 2, 3, 4, 6, 7, 8])).is_ok(),
        "the rows differ from a good header in one thing each"
    );
}

/// What stands around the payload must say what the payload says.
#[test]
fn entry_and_header_belong_together() {
    let check = |change: fn(&mut Unsigned), expected| {
        let parts = parts();
        let mut unsigned = Unsigned {
            iss: "observer".into(),
            sub: "truce".into(),
            iat: parts.asserted,
            kid: crate::book::id("a"),
            payload: parts.payload(),
        };
        change(&mut unsigned);
        let bytes = unsigned.sign(&key("a")).expect("well formed");
        assert_eq!(Envelope::of(&Entry::parse(&bytes).expect("an entry")).map(drop), expected);
    };
    let differs = |field| Err(EnvelopeError::Differs { field });
    check(|_| {}, Ok(()));
    check(|u| u.iss = "other".into(), differs("issuer"));
    check(|u| u.sub = "other".into(), differs("subject"));
    check(|u| u.iat += 1, differs("time"));
}

proptest! {
    #[test]
    fn arbitrary_changes_never_panic(at in 0_usize..120, with in prop::collection::vec(any::<u8>(), 0..20)) {
        let mut payload = parts().payload();
        let at = at.min(payload.len());
        let end = (at + with.len()).min(payload.len());
        payload.splice(at..end, with);
        let _: Result<Envelope<'_>, EnvelopeError> = Envelope::read(&payload);
    }
}
