//! The header of a statement: what every statement says of itself, read in place from an entry's payload.
//!
//! Must not: know what kinds of statement there are, or what stands in a body.
//!
//! ```text
//! {0: kind, 1: version, 2: mission, 3: member, 4: seq, 5: prev (absent in the first), 6: asserted,
//!  7: seen, an array of [origin, size, root] or [origin, size, root, note], by rising origin,
//!  8: body, a byte string}
//! ```
//!
//! The layout is described in `docs/statement-format.md`, "The envelope". There is one spelling of it: the bytes are
//! deterministic CBOR, all keys stand there, and rows of `seen` rise by origin.

use crate::cbor::{self, CborError, Kind, Reader};
use crate::entry::{Entry, EntryError};
use crate::hash::Hash;

/// Longest kind, in bytes. It is a word for people and programs.
pub const MAX_KIND: usize = 64;

const KEYS: [i64; 9] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const KEY_PREV: i64 = 5;

/// Why a payload has no header, or an entry and its header do not belong together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// The payload breaks the encoding.
    #[error("not deterministic CBOR: {0}")]
    Encoding(#[from] CborError),
    /// The payload is CBOR, but not this structure.
    #[error("byte {offset}: {what}")]
    Structure { offset: usize, what: EnvelopeShape },
    /// The entry around the payload says something else than the payload.
    #[error("the entry's {field} is not the one that its statement has")]
    Differs { field: &'static str },
}

/// Where a payload differs from a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeShape {
    #[error("a map of {0} keys, a statement has 8 or 9")]
    Keys(usize),
    #[error("key {found} stands where key {expected} is needed")]
    Key { expected: i64, found: i64 },
    #[error("the kind is empty, or longer than {max} bytes", max = MAX_KIND)]
    KindLength,
    #[error("the version is larger than any can be")]
    Version,
    #[error("a hash has {0} bytes, it must have 32")]
    HashLength(usize),
    #[error("a row of `seen` has {0} fields, it must have 3 or 4")]
    SeenFields(usize),
    #[error("the rows of `seen` do not rise by origin")]
    SeenOrder,
}

/// What the author had seen of another register when writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenRow<'a> {
    /// The other register's origin line.
    pub origin: &'a str,
    /// Its size in entries.
    pub size: u64,
    /// Its tree root at that size.
    pub root: Hash,
    /// SHA-256 of the cosigned checkpoint note that the author held, if it held one: the beacon.
    pub note: Option<Hash>,
}

/// A statement's header, and its body as bytes.
///
/// ```
/// use armistice_tlog::cbor::Writer;
/// use armistice_tlog::envelope::Envelope;
///
/// let w = Writer::new().map(8).integer(0).text("padded").integer(1).integer(1).integer(2).text("truce");
/// let w = w.integer(3).text("observer").integer(4).integer(0).integer(6).integer(1_700_000_000);
/// let payload = w.integer(7).array(0).integer(8).bytes(&[0xa0]).finish();
/// let envelope = Envelope::read(&payload)?;
/// assert_eq!((envelope.kind, envelope.seq, envelope.prev, envelope.body), ("padded", 0, None, &[0xa0][..]));
/// # Ok::<(), armistice_tlog::envelope::EnvelopeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope<'a> {
    /// The kind's stable name.
    pub kind: &'a str,
    /// Version of the body's layout.
    pub version: u32,
    /// The mission's id.
    pub mission: &'a str,
    /// In whose register it stands.
    pub member: &'a str,
    /// The author's own number of it, from 0.
    pub seq: u64,
    /// Leaf hash of the author's statement before it; none in the first.
    pub prev: Option<Hash>,
    /// When the author says that it was written: seconds since 1970-01-01T00:00:00Z.
    pub asserted: i64,
    /// What the author had seen of other registers.
    pub seen: Vec<SeenRow<'a>>,
    /// The body: bytes of a layout that kind and version name. Not looked into here.
    pub body: &'a [u8],
}

impl<'a> Envelope<'a> {
    /// Reads the header of a payload, strictly.
    pub fn read(payload: &'a [u8]) -> Result<Envelope<'a>, EnvelopeError> {
        cbor::check(payload)?;
        let mut r = Reader::new(payload);
        let count = r.map()?;
        let skipped = match count {
            9 => None,
            8 => Some(KEY_PREV),
            other => return Err(shape(0, EnvelopeShape::Keys(other))),
        };
        let mut keys = KEYS.iter().copied().filter(|k| Some(*k) != skipped);
        let mut key = |r: &mut Reader<'a>| -> Result<(), EnvelopeError> {
            let offset = r.position();
            let (found, expected) = (r.integer()?, keys.next().unwrap_or(KEYS.len() as i64));
            if found == expected { Ok(()) } else { Err(shape(offset, EnvelopeShape::Key { expected, found })) }
        };
        key(&mut r)?;
        let offset = r.position();
        let kind = r.text()?;
        if kind.is_empty() || kind.len() > MAX_KIND {
            return Err(shape(offset, EnvelopeShape::KindLength));
        }
        key(&mut r)?;
        let offset = r.position();
        let version = u32::try_from(r.unsigned()?).map_err(|_| shape(offset, EnvelopeShape::Version))?;
        key(&mut r)?;
        let mission = r.text()?;
        key(&mut r)?;
        let member = r.text()?;
        key(&mut r)?;
        let seq = r.unsigned()?;
        let prev = match skipped {
            Some(_) => None,
            None => {
                key(&mut r)?;
                Some(hash(&mut r)?)
            }
        };
        key(&mut r)?;
        let asserted = r.integer()?;
        key(&mut r)?;
        let seen = seen(&mut r)?;
        key(&mut r)?;
        let body = r.bytes()?;
        r.end()?;
        Ok(Envelope { kind, version, mission, member, seq, prev, asserted, seen, body })
    }

    /// Reads the header of an entry's payload, and holds it against the entry: `iss` is the member, `sub` the mission,
    /// `iat` the time asserted.
    pub fn of(entry: &Entry<'a>) -> Result<Envelope<'a>, EnvelopeError> {
        let envelope = Envelope::read(entry.payload())?;
        let differs = |field| Err(EnvelopeError::Differs { field });
        if envelope.member != entry.iss() {
            return differs("issuer");
        }
        if envelope.mission != entry.sub() {
            return differs("subject");
        }
        if envelope.asserted != entry.iat() {
            return differs("time");
        }
        Ok(envelope)
    }
}

/// An entry with its header read and its id computed: the part of the work that does not depend on other entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated<'a> {
    /// The entry.
    pub entry: Entry<'a>,
    /// Its id, the leaf hash.
    pub id: Hash,
    /// Its header.
    pub envelope: Envelope<'a>,
}

/// Why bytes are no statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatedError {
    /// No entry.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// An entry without a statement's header.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
}

impl<'a> Stated<'a> {
    /// Reads the bytes of an entry and its header. The signature is not checked here.
    pub fn parse(bytes: &'a [u8]) -> Result<Stated<'a>, StatedError> {
        Ok(Stated::of(Entry::parse(bytes)?)?)
    }

    /// Reads an entry's header.
    pub fn of(entry: Entry<'a>) -> Result<Stated<'a>, EnvelopeError> {
        let envelope = Envelope::of(&entry)?;
        Ok(Stated { id: entry.id(), entry, envelope })
    }
}

fn seen<'a>(r: &mut Reader<'a>) -> Result<Vec<SeenRow<'a>>, EnvelopeError> {
    let count = r.array()?;
    // A row has at least 37 bytes, so the count cannot claim more than the payload's size allows.
    let mut rows: Vec<SeenRow<'a>> = Vec::with_capacity(count.min(crate::entry::MAX_ENTRY / 37));
    for _ in 0..count {
        let offset = r.position();
        let fields = r.array()?;
        if !matches!(fields, 3 | 4) {
            return Err(shape(offset, EnvelopeShape::SeenFields(fields)));
        }
        let (origin, size, root) = (r.text()?, r.unsigned()?, hash(r)?);
        if rows.last().is_some_and(|before| before.origin >= origin) {
            return Err(shape(offset, EnvelopeShape::SeenOrder));
        }
        let note = if fields == 4 { Some(hash(r)?) } else { None };
        rows.push(SeenRow { origin, size, root, note });
    }
    Ok(rows)
}

/// A byte string of 32 bytes.
pub(crate) fn hash(r: &mut Reader<'_>) -> Result<Hash, EnvelopeError> {
    let offset = r.position();
    let bytes = r.bytes()?;
    let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| shape(offset, EnvelopeShape::HashLength(bytes.len())))?;
    Ok(Hash::from_bytes(bytes))
}

const fn shape(offset: usize, what: EnvelopeShape) -> EnvelopeError {
    EnvelopeError::Structure { offset, what }
}

/// A body of integer keys from 0 in rising order, some of them optional: read key by key.
#[derive(Debug, Clone)]
pub(crate) struct Body<'a> {
    reader: Reader<'a>,
    left: usize,
}

/// Why a body does not fit its layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// Not the encoding.
    #[error(transparent)]
    Encoding(#[from] CborError),
    /// A key that the layout needs is not there, or one stands there that the layout does not have.
    #[error("byte {offset}: key {key} of the body is missing, or another stands in its place")]
    Key { offset: usize, key: u64 },
    /// More keys than the layout has.
    #[error("byte {offset}: the body has keys beyond its layout")]
    More { offset: usize },
    /// A value that cannot be.
    #[error("byte {offset}: {what}")]
    Value { offset: usize, what: &'static str },
}

impl<'a> Body<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Body<'a>, BodyError> {
        cbor::check(bytes)?;
        let mut reader = Reader::new(bytes);
        let left = reader.map()?;
        Ok(Body { reader, left })
    }

    /// Moves to the value of a key that must be there.
    pub(crate) fn key(&mut self, key: u64) -> Result<&mut Reader<'a>, BodyError> {
        let offset = self.reader.position();
        if self.optional(key)?.is_none() {
            return Err(BodyError::Key { offset, key });
        }
        Ok(&mut self.reader)
    }

    /// Moves to the value of a key, if that is the next key.
    pub(crate) fn optional(&mut self, key: u64) -> Result<Option<&mut Reader<'a>>, BodyError> {
        if self.left == 0 || self.reader.kind()? != Kind::Unsigned {
            return Ok(None);
        }
        let mut ahead = self.reader.clone();
        if ahead.unsigned()? != key {
            return Ok(None);
        }
        self.reader = ahead;
        self.left -= 1;
        Ok(Some(&mut self.reader))
    }

    pub(crate) fn hash(&mut self, key: u64) -> Result<Hash, BodyError> {
        let r = self.key(key)?;
        bytes32(r)
    }

    pub(crate) fn end(self) -> Result<(), BodyError> {
        let offset = self.reader.position();
        if self.left > 0 {
            return Err(BodyError::More { offset });
        }
        Ok(self.reader.end()?)
    }
}

/// A byte string of 32 bytes in a body.
pub(crate) fn bytes32(r: &mut Reader<'_>) -> Result<Hash, BodyError> {
    let offset = r.position();
    let bytes = <[u8; 32]>::try_from(r.bytes()?);
    bytes.map(Hash::from_bytes).map_err(|_| BodyError::Value { offset, what: "a hash or key must have 32 bytes" })
}
