//! The strict subset of CBOR that statements are written in, checked and read in place.
//!
//! Must not: accept two spellings of one value, allocate by a length that is only claimed, or panic.
//!
//! Deterministic encoding of RFC 8949 4.2.1, narrowed: integers, byte strings, text (UTF-8), arrays, maps with
//! integer keys in strictly rising order, `false`, `true`, `null`. No floats, no tags, no indefinite lengths, no
//! other simple values. Whether text is in normal form (NFC) is the concern of who gives the text a meaning.

/// Containers inside containers. Statements need five or six levels; the limit keeps recursion and readers safe.
pub const MAX_DEPTH: usize = 16;

/// Largest item that is looked at, the same as the largest entry: a payload is always smaller than its entry.
pub const MAX_LEN: usize = crate::entry::MAX_ENTRY;

/// The rule broken, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("byte {offset}: {rule}")]
pub struct CborError {
    /// Byte offset of the item at fault in the bytes given.
    pub offset: usize,
    /// What is wrong with it.
    pub rule: Rule,
}

/// One rule of the encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    #[error("the bytes end in the middle of an item")]
    Truncated,
    #[error("bytes follow after the one item allowed")]
    Trailing,
    #[error("{len} bytes, more than the limit of {max}", max = MAX_LEN)]
    TooLong { len: usize },
    #[error("containers are nested deeper than {max}", max = MAX_DEPTH)]
    TooDeep,
    #[error("a number or length is not in its shortest form")]
    NotShortest,
    #[error("indefinite lengths are not allowed")]
    Indefinite,
    #[error("floating-point numbers are not allowed")]
    Float,
    #[error("tags are not allowed here")]
    Tag,
    #[error("this simple value is not allowed (only false, true and null are)")]
    Simple,
    #[error("reserved encoding (additional information 28 to 30)")]
    Reserved,
    #[error("text is not valid UTF-8")]
    Utf8,
    #[error("a map key is not an integer")]
    KeyKind,
    #[error("map keys are not in rising order")]
    KeyOrder,
    #[error("a map key occurs twice")]
    KeyTwice,
    #[error("{found} stands where {expected} is needed")]
    Kind { expected: Kind, found: Kind },
    #[error("an integer is outside the 64-bit range of this field")]
    Range,
}

/// The kinds of item in the subset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 0, 1, 2, …
    Unsigned,
    /// -1, -2, …
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Tag,
    Bool,
    Null,
}

impl core::fmt::Display for Kind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Kind::Unsigned => "an unsigned integer",
            Kind::Negative => "a negative integer",
            Kind::Bytes => "a byte string",
            Kind::Text => "a text",
            Kind::Array => "an array",
            Kind::Map => "a map",
            Kind::Tag => "a tag",
            Kind::Bool => "a boolean",
            Kind::Null => "null",
        })
    }
}

/// Checks that `bytes` are exactly one item of the subset, in its only spelling.
///
/// ```
/// use armistice_tlog::cbor::{CborError, Rule, check};
///
/// check(&[0xa2, 0x01, 0x18, 0x18, 0x20, 0x81, 0xf6])?; // {1: 24, -1: [null]}
/// // 23 written in two bytes: a second spelling of the same number.
/// assert_eq!(check(&[0xa1, 0x01, 0x18, 0x17]), Err(CborError { offset: 2, rule: Rule::NotShortest }));
/// // Keys out of order.
/// assert_eq!(check(&[0xa2, 0x02, 0x00, 0x01, 0x00]), Err(CborError { offset: 3, rule: Rule::KeyOrder }));
/// # Ok::<(), CborError>(())
/// ```
pub fn check(bytes: &[u8]) -> Result<(), CborError> {
    if bytes.len() > MAX_LEN {
        return Err(CborError { offset: 0, rule: Rule::TooLong { len: bytes.len() } });
    }
    let mut reader = Reader::new(bytes);
    reader.skip()?;
    reader.end()
}

/// A cursor over the subset: each call reads one item, or says which rule is broken at which byte. Containers give the
/// number of items (or pairs) that follow. Key order is checked by [`Reader::skip`] and [`check`], not by
/// [`Reader::map`]: run [`check`] over bytes from outside first.
///
/// ```
/// use armistice_tlog::cbor::Reader;
///
/// let mut r = Reader::new(&[0xa1, 0x03, 0x62, b'h', b'i']); // {3: "hi"}
/// assert_eq!(r.map()?, 1);
/// assert_eq!(r.unsigned()?, 3);
/// assert_eq!(r.text()?, "hi");
/// r.end()?;
/// # Ok::<(), armistice_tlog::cbor::CborError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A cursor at the first byte.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes, at: 0 }
    }

    /// Byte offset of the next item.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.at
    }

    /// Kind of the next item, without moving.
    pub fn kind(&self) -> Result<Kind, CborError> {
        let first = *self.bytes.get(self.at).ok_or(self.broken(Rule::Truncated))?;
        match (first >> 5, first & 0x1f) {
            (0, _) => Ok(Kind::Unsigned),
            (1, _) => Ok(Kind::Negative),
            (2, _) => Ok(Kind::Bytes),
            (3, _) => Ok(Kind::Text),
            (4, _) => Ok(Kind::Array),
            (5, _) => Ok(Kind::Map),
            (6, _) => Ok(Kind::Tag),
            (_, 20 | 21) => Ok(Kind::Bool),
            (_, 22) => Ok(Kind::Null),
            (_, 25..=27) => Err(self.broken(Rule::Float)),
            (_, 28..=30) => Err(self.broken(Rule::Reserved)),
            (_, 31) => Err(self.broken(Rule::Indefinite)),
            (_, _) => Err(self.broken(Rule::Simple)),
        }
    }

    /// An integer of 0 or more.
    pub fn unsigned(&mut self) -> Result<u64, CborError> {
        self.expect(Kind::Unsigned)?;
        self.head()
    }

    /// An integer of either sign.
    pub fn integer(&mut self) -> Result<i64, CborError> {
        let start = self.at;
        let out_of_range = |_| CborError { offset: start, rule: Rule::Range };
        match self.kind()? {
            Kind::Negative => i64::try_from(self.head()?).map(|n| -1 - n).map_err(out_of_range),
            _ => i64::try_from(self.unsigned()?).map_err(out_of_range),
        }
    }

    /// A byte string.
    pub fn bytes(&mut self) -> Result<&'a [u8], CborError> {
        self.expect(Kind::Bytes)?;
        self.string()
    }

    /// A text.
    pub fn text(&mut self) -> Result<&'a str, CborError> {
        self.expect(Kind::Text)?;
        let start = self.at;
        let bytes = self.string()?;
        core::str::from_utf8(bytes).map_err(|_| CborError { offset: start, rule: Rule::Utf8 })
    }

    /// An array: the number of items that follow.
    pub fn array(&mut self) -> Result<usize, CborError> {
        self.expect(Kind::Array)?;
        self.container(1)
    }

    /// A map: the number of pairs that follow.
    pub fn map(&mut self) -> Result<usize, CborError> {
        self.expect(Kind::Map)?;
        self.container(2)
    }

    /// `false` or `true`.
    pub fn boolean(&mut self) -> Result<bool, CborError> {
        self.expect(Kind::Bool)?;
        Ok(self.head()? == 21)
    }

    /// `null`.
    pub fn null(&mut self) -> Result<(), CborError> {
        self.expect(Kind::Null)?;
        self.head().map(drop)
    }

    /// A tag number; the tagged item follows.
    pub fn tag(&mut self) -> Result<u64, CborError> {
        self.expect(Kind::Tag)?;
        self.head()
    }

    /// Steps over one whole item with all it contains, checking every rule on the way.
    pub fn skip(&mut self) -> Result<(), CborError> {
        self.walk(0)
    }

    /// Nothing may follow.
    pub fn end(&self) -> Result<(), CborError> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.broken(Rule::Trailing)) }
    }

    fn walk(&mut self, depth: usize) -> Result<(), CborError> {
        let start = self.at;
        let kind = self.kind()?;
        if matches!(kind, Kind::Array | Kind::Map) && depth == MAX_DEPTH {
            return Err(self.broken(Rule::TooDeep));
        }
        match kind {
            Kind::Unsigned | Kind::Negative | Kind::Bool | Kind::Null => self.head().map(drop),
            Kind::Bytes => self.bytes().map(drop),
            Kind::Text => self.text().map(drop),
            Kind::Tag => Err(CborError { offset: start, rule: Rule::Tag }),
            Kind::Array => {
                for _ in 0..self.array()? {
                    self.walk(depth + 1)?;
                }
                Ok(())
            }
            Kind::Map => {
                let mut before: &[u8] = &[];
                for _ in 0..self.map()? {
                    let key = self.key()?;
                    // Deterministic order is the order of the encoded bytes; no key encodes to nothing.
                    match before.cmp(key) {
                        core::cmp::Ordering::Less => before = key,
                        core::cmp::Ordering::Equal => return Err(self.broken_at(key, Rule::KeyTwice)),
                        core::cmp::Ordering::Greater => return Err(self.broken_at(key, Rule::KeyOrder)),
                    }
                    self.walk(depth + 1)?;
                }
                Ok(())
            }
        }
    }

    /// An integer key, as encoded.
    fn key(&mut self) -> Result<&'a [u8], CborError> {
        let start = self.at;
        match self.kind()? {
            Kind::Unsigned | Kind::Negative => {
                self.head()?;
                Ok(&self.bytes[start..self.at])
            }
            Kind::Bytes | Kind::Text | Kind::Array | Kind::Map | Kind::Tag | Kind::Bool | Kind::Null => {
                Err(self.broken(Rule::KeyKind))
            }
        }
    }

    fn string(&mut self) -> Result<&'a [u8], CborError> {
        let start = self.at;
        let len = self.head()?;
        let left = &self.bytes[self.at..];
        let len = usize::try_from(len).ok().filter(|len| *len <= left.len());
        let Some(len) = len else { return Err(CborError { offset: start, rule: Rule::Truncated }) };
        self.at += len;
        Ok(&left[..len])
    }

    /// A count of items of at least `least` bytes each: a count that the bytes left cannot hold is refused at once.
    fn container(&mut self, least: usize) -> Result<usize, CborError> {
        let start = self.at;
        let count = self.head()?;
        let most = (self.bytes.len() - self.at) / least;
        let count = usize::try_from(count).ok().filter(|count| *count <= most);
        count.ok_or(CborError { offset: start, rule: Rule::Truncated })
    }

    /// The first byte and the number that goes with it, in shortest form. The cursor moves only on success.
    fn head(&mut self) -> Result<u64, CborError> {
        let first = *self.bytes.get(self.at).ok_or(self.broken(Rule::Truncated))?;
        let (width, least) = match first & 0x1f {
            small @ 0..=23 => {
                self.at += 1;
                return Ok(u64::from(small));
            }
            24 => (1, 24),
            25 => (2, 1 << 8),
            26 => (4, 1 << 16),
            27 => (8, 1 << 32),
            31 => return Err(self.broken(Rule::Indefinite)),
            _ => return Err(self.broken(Rule::Reserved)),
        };
        let digits = self.bytes.get(self.at + 1..self.at + 1 + width).ok_or(self.broken(Rule::Truncated))?;
        let value = digits.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        if value < least {
            return Err(self.broken(Rule::NotShortest));
        }
        self.at += 1 + width;
        Ok(value)
    }

    fn expect(&self, expected: Kind) -> Result<(), CborError> {
        let found = self.kind()?;
        if found == expected { Ok(()) } else { Err(self.broken(Rule::Kind { expected, found })) }
    }

    const fn broken(&self, rule: Rule) -> CborError {
        CborError { offset: self.at, rule }
    }

    const fn broken_at(&self, just_read: &[u8], rule: Rule) -> CborError {
        CborError { offset: self.at - just_read.len(), rule }
    }
}

/// Writes items of the subset in their only spelling. The caller gives map keys in rising order ([`check`] finds it
/// when not).
///
/// ```
/// use armistice_tlog::cbor::{Writer, check};
///
/// let bytes = Writer::new().map(2).integer(1).text("one").integer(-1).bytes(&[0xff]).finish();
/// assert_eq!(bytes, [0xa2, 0x01, 0x63, b'o', b'n', b'e', 0x20, 0x41, 0xff]);
/// check(&bytes)?;
/// # Ok::<(), armistice_tlog::cbor::CborError>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Writer {
    out: Vec<u8>,
}

impl Writer {
    /// Nothing written yet.
    pub const fn new() -> Writer {
        Writer { out: Vec::new() }
    }

    /// An integer.
    pub fn integer(self, value: i64) -> Writer {
        if value < 0 { self.head(1, !value.cast_unsigned()) } else { self.head(0, value.cast_unsigned()) }
    }

    /// A byte string.
    pub fn bytes(self, value: &[u8]) -> Writer {
        self.head(2, value.len() as u64).raw(value)
    }

    /// A text.
    pub fn text(self, value: &str) -> Writer {
        self.head(3, value.len() as u64).raw(value.as_bytes())
    }

    /// An array of `count` items, which follow.
    pub fn array(self, count: usize) -> Writer {
        self.head(4, count as u64)
    }

    /// A map of `count` pairs, which follow.
    pub fn map(self, count: usize) -> Writer {
        self.head(5, count as u64)
    }

    /// A tag; the tagged item follows.
    pub fn tag(self, number: u64) -> Writer {
        self.head(6, number)
    }

    /// `false` or `true`.
    pub fn boolean(self, value: bool) -> Writer {
        self.head(7, 20 + u64::from(value))
    }

    /// `null`.
    pub fn null(self) -> Writer {
        self.head(7, 22)
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.out
    }

    fn raw(mut self, bytes: &[u8]) -> Writer {
        self.out.extend_from_slice(bytes);
        self
    }

    fn head(mut self, major: u8, value: u64) -> Writer {
        let digits = value.to_be_bytes();
        let (info, width) = match value {
            0..=23 => (digits[7], 0),
            24..=0xff => (24, 1),
            0x100..=0xffff => (25, 2),
            0x1_0000..=0xffff_ffff => (26, 4),
            _ => (27, 8),
        };
        self.out.push(major << 5 | info);
        self.raw(&digits[8 - width..])
    }
}
