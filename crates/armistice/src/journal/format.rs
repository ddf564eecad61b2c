//! The bytes of `register.log`: a header, then batches of entries, each chained to the one before.
//!
//! Must not: do input or output, look into entries, or allocate by a number that is only claimed.
//!
//! All numbers are big-endian.
//!
//! ```text
//! header   0   8   magic "ARMREG\r\n" (a text-mode copy damages it visibly)
//!          8   4   format version, 1
//!         12   2   length n of the origin
//!         14   n   origin "<mission>/<member>", UTF-8
//!       14+n  32   chain: SHA-256("armistice/register/1" 00, bytes 0..14+n)
//!
//! batch    0   4   marker "BTCH"
//!          4   4   length b of the body
//!          8   4   number of entries
//!         12   8   index of the first entry
//!         20   4   frame check: first bytes of SHA-256(chain before, bytes 0..20)
//!         24   b   body: for each entry its length (2), its bytes, the first 4 bytes of its leaf hash
//!       24+b  32   chain: SHA-256(chain before, bytes 0..24+b)
//! ```
//!
//! The chain finds any change. The frame check tells a damaged length from a damaged body, and the piece of leaf hash
//! tells which entry it is.

use std::convert::Infallible;

use armistice_tlog::entry::MAX_ENTRY;
use armistice_tlog::hash::{Hash, leaf_hash, leaf_hashes, sha256};
use sha2::{Digest as _, Sha256};

/// Version of the format that is written, and the only one that is read.
pub const VERSION: u32 = 1;

/// Largest register in bytes: some tens of millions of entries. It is verified as a stream of batches; only whoever wants
/// the entries themselves in memory ([`parse`]) needs as much of it.
pub const MAX_REGISTER: u64 = 1 << 36;

/// Largest body of a batch in bytes. A batch is what one crash can undo and one write must hold in memory.
pub const MAX_BODY: usize = 32 << 20;

/// Most entries in a batch.
pub const MAX_BATCH: usize = 1 << 16;

/// Longest origin in bytes: it stands in one line of a checkpoint.
pub const MAX_ORIGIN: usize = 255;

const MAGIC: &[u8; 8] = b"ARMREG\r\n";
const MARKER: &[u8; 4] = b"BTCH";
const CHAIN_DOMAIN: &[u8] = b"armistice/register/1\0";
const FRAME: usize = 24;
const CHECK: usize = 4;

/// Bytes that a batch needs beside its body.
const AROUND_BODY: usize = FRAME + Hash::LEN;

/// What a disk writes whole or not at all. A file that grew by a write that was cut short reads as zeros where a sector
/// was not written.
pub const SECTOR: usize = 512;

/// The most bytes that a header can have.
const MAX_HEADER: usize = 14 + MAX_ORIGIN + Hash::LEN;

/// What a register holds, as far as its bytes are sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Whose register it is: `<mission>/<member>`.
    pub origin: String,
    /// Where the entries are: byte offset and length, by index.
    pub entries: Vec<(usize, usize)>,
    /// Their leaf hashes, by index.
    pub leaves: Vec<Hash>,
    /// Where the sound bytes end, after the header and after each batch. Never empty.
    pub ends: Vec<End>,
    /// What follows after the last sound batch and may be a write that was cut short.
    pub tail: Option<Tail>,
}

/// A place where a register may end: after its header or after a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Byte offset.
    pub bytes: usize,
    /// Entries up to here.
    pub size: u64,
    /// The chain up to here.
    pub chain: Hash,
}

/// Bytes at the end that are no sound batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tail {
    /// Where the tail starts.
    pub offset: usize,
    /// Index of the first entry that could have been in it.
    pub first: u64,
    /// What is wrong, and with which entry if that can be told.
    pub fault: Fault,
}

/// A place that is wrong in a way that no crash explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct Damage {
    /// Where the header or batch at fault starts.
    pub offset: usize,
    /// Index of the first entry of that batch; the entries before it are sound.
    pub first: u64,
    /// What is wrong, and with which entry if that can be told.
    pub fault: Fault,
}

/// What is wrong with a header or batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("this is no register (it does not start with the magic bytes)")]
    Magic,
    #[error("format version {0} is not known to this program (only {VERSION}); use a newer one")]
    Version(u32),
    #[error("the header is cut off")]
    HeaderCut,
    #[error("the header does not hash to its chain value")]
    HeaderChain,
    #[error("the origin in the header is not allowed: {0}")]
    Origin(OriginProblem),
    #[error("{len} bytes are more than the limit of {MAX_REGISTER}")]
    TooLarge { len: u64 },
    #[error("the batch is cut off ({missing} bytes are missing)")]
    Cut { missing: usize },
    #[error("no batch starts here (the marker is missing)")]
    Marker,
    #[error("the frame of the batch does not hash to its check")]
    Frame,
    #[error("the frame of the batch says what is not possible (length, number of entries or index)")]
    FrameValues,
    #[error("entry {index} at byte {offset} does not hash to its check")]
    Entry { index: u64, offset: usize },
    #[error("entry {index} at byte {offset} does not fit in its batch")]
    EntryLength { index: u64, offset: usize },
    #[error("the entries end before the body of the batch does")]
    BodyLength,
    #[error("the batch does not hash to its chain value (a length, a check or the chain value itself was changed)")]
    Chain,
    #[error("more bytes follow than one write can leave behind")]
    TooLong,
    #[error("the batch is not sound, but a sound one follows at byte {offset}")]
    SoundFollows { offset: usize },
}

/// Where the bytes of a register come from: memory, or a file that is read piece by piece.
pub trait Source {
    /// Why bytes cannot be had.
    type Error;
    /// Length of the whole in bytes.
    fn size(&self) -> usize;
    /// The bytes `at..at + len`; fewer only where the whole ends.
    fn bytes(&mut self, at: usize, len: usize) -> Result<&[u8], Self::Error>;
}

impl Source for &[u8] {
    type Error = Infallible;

    fn size(&self) -> usize {
        self.len()
    }

    fn bytes(&mut self, at: usize, len: usize) -> Result<&[u8], Infallible> {
        let end = at.saturating_add(len).min(self.len());
        Ok(self.get(at..end).unwrap_or_default())
    }
}

/// Why a register was not walked to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop<E> {
    /// The source failed.
    Source(E),
    /// A place that is wrong in a way that no crash explains.
    Damage(Damage),
}

/// A sound batch, as it is walked past.
#[derive(Debug)]
pub struct Sound<'a> {
    /// Where it ends.
    pub end: End,
    /// Where its entries are: byte offset in the register and length.
    pub entries: &'a [(usize, usize)],
    /// Their leaf hashes.
    pub leaves: &'a [Hash],
}

/// What was walked past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walked {
    /// Whose register it is.
    pub origin: String,
    /// Where the sound bytes end.
    pub end: End,
    /// What follows after the last sound batch and may be a write that was cut short.
    pub tail: Option<Tail>,
}

impl Fault {
    /// The entry at fault, where it can be told.
    #[must_use]
    pub const fn entry(&self) -> Option<u64> {
        match self {
            Fault::Entry { index, .. } | Fault::EntryLength { index, .. } => Some(*index),
            Fault::Magic
            | Fault::Version(_)
            | Fault::HeaderCut
            | Fault::HeaderChain
            | Fault::Origin(_)
            | Fault::TooLarge { .. }
            | Fault::Cut { .. }
            | Fault::Marker
            | Fault::Frame
            | Fault::FrameValues
            | Fault::BodyLength
            | Fault::Chain
            | Fault::TooLong
            | Fault::SoundFollows { .. } => None,
        }
    }
}

/// Why a text cannot be an origin. It becomes a line of a checkpoint and a key name (C2SP signed-note).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OriginProblem {
    #[error("it is empty")]
    Empty,
    #[error("it is longer than {MAX_ORIGIN} bytes")]
    TooLong,
    #[error("it is not UTF-8")]
    Utf8,
    #[error("it contains a space, a plus sign or a control character")]
    Character,
}

/// Checks that a text can be an origin.
pub fn check_origin(origin: &str) -> Result<(), OriginProblem> {
    if origin.is_empty() {
        Err(OriginProblem::Empty)
    } else if origin.len() > MAX_ORIGIN {
        Err(OriginProblem::TooLong)
    } else if origin.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+') {
        Err(OriginProblem::Character)
    } else {
        Ok(())
    }
}

/// The bytes of a register without entries.
pub fn header(origin: &str) -> Result<Vec<u8>, OriginProblem> {
    check_origin(origin)?;
    let length = u16::try_from(origin.len()).map_err(|_| OriginProblem::TooLong)?;
    let mut bytes = Vec::with_capacity(MAGIC.len() + 6 + origin.len() + Hash::LEN);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&VERSION.to_be_bytes());
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(origin.as_bytes());
    let chain = header_chain(&bytes);
    bytes.extend_from_slice(chain.as_bytes());
    Ok(bytes)
}

/// Why entries cannot be a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    #[error("a batch needs at least one entry")]
    Empty,
    #[error("{count} entries at once are more than the limit of {MAX_BATCH}")]
    TooMany { count: usize },
    #[error("entry {position} of the batch has {len} bytes; an entry has 1 to {MAX_ENTRY}")]
    EntryLength { position: usize, len: usize },
    #[error("the batch has more than {MAX_BODY} bytes")]
    TooLarge,
}

/// A batch ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// What goes into the file.
    pub bytes: Vec<u8>,
    /// Leaf hashes of the entries.
    pub leaves: Vec<Hash>,
    /// The chain after it.
    pub chain: Hash,
}

/// Bytes of the body that these entries make, if they can be a batch.
pub fn body_len<E: AsRef<[u8]>>(entries: &[E]) -> Result<usize, BatchError> {
    if entries.is_empty() {
        return Err(BatchError::Empty);
    }
    if entries.len() > MAX_BATCH {
        return Err(BatchError::TooMany { count: entries.len() });
    }
    let mut body = 0;
    for (position, entry) in entries.iter().enumerate() {
        let len = entry.as_ref().len();
        if len == 0 || len > MAX_ENTRY {
            return Err(BatchError::EntryLength { position, len });
        }
        body += 2 + len + CHECK;
        if body > MAX_BODY {
            return Err(BatchError::TooLarge);
        }
    }
    Ok(body)
}

/// The bytes of a batch of entries that follows on `chain`, the first of which gets index `first`.
pub fn batch<E: AsRef<[u8]>>(chain: &Hash, first: u64, entries: &[E]) -> Result<Batch, BatchError> {
    let body = body_len(entries)?;
    let (length, count) = (u32::try_from(body), u32::try_from(entries.len()));
    let (Ok(length), Ok(count)) = (length, count) else { return Err(BatchError::TooLarge) };
    let all: Vec<&[u8]> = entries.iter().map(AsRef::as_ref).collect();
    let leaves = leaf_hashes(&all);
    let mut bytes = Vec::with_capacity(AROUND_BODY + body);
    bytes.extend_from_slice(MARKER);
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(&count.to_be_bytes());
    bytes.extend_from_slice(&first.to_be_bytes());
    let check = chained(chain, &bytes);
    bytes.extend_from_slice(&check.as_bytes()[..CHECK]);
    for (position, (entry, leaf)) in all.into_iter().zip(&leaves).enumerate() {
        let wrong = BatchError::EntryLength { position, len: entry.len() };
        bytes.extend_from_slice(&u16::try_from(entry.len()).map_err(|_| wrong)?.to_be_bytes());
        bytes.extend_from_slice(entry);
        bytes.extend_from_slice(&leaf.as_bytes()[..CHECK]);
    }
    let after = chained(chain, &bytes);
    bytes.extend_from_slice(after.as_bytes());
    Ok(Batch { bytes, leaves, chain: after })
}

/// Reads a register in memory. A bad batch at the very end that a cut-off write explains becomes the [`Tail`] (the caller
/// knows whether it was acknowledged); a bad header, and every other bad batch, is [`Damage`].
pub fn parse(bytes: &[u8]) -> Result<Log, Damage> {
    let (mut entries, mut leaves, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    let mut source = bytes;
    let walked = walk(&mut source, |sound| {
        entries.extend_from_slice(sound.entries);
        leaves.extend_from_slice(sound.leaves);
        ends.push(sound.end);
    });
    match walked {
        Ok(Walked { origin, tail, .. }) => Ok(Log { origin, entries, leaves, ends, tail }),
        Err(Stop::Damage(damage)) => Err(damage),
        Err(Stop::Source(never)) => match never {},
    }
}

/// Walks a register from its header to its end, batch by batch, in memory of one batch. `each` gets what is sound: first
/// the end of the header, with no entries, then every batch.
pub fn walk<S: Source>(source: &mut S, mut each: impl FnMut(Sound<'_>)) -> Result<Walked, Stop<S::Error>> {
    let len = source.size();
    let header = source.bytes(0, MAX_HEADER).map_err(Stop::Source)?;
    let (origin, mut end) =
        parse_header(header, len).map_err(|fault| Stop::Damage(Damage { offset: 0, first: 0, fault }))?;
    each(Sound { end, entries: &[], leaves: &[] });
    let (mut entries, mut leaves) = (Vec::new(), Vec::new());
    while end.bytes < len {
        entries.clear();
        leaves.clear();
        // Two steps, so that a length that is only claimed makes nobody read.
        let head = source.bytes(end.bytes, FRAME).map_err(Stop::Source)?;
        let read = match parse_frame(head, 0, &end.chain).and_then(|frame| frame.follows(&end)) {
            Ok(frame) => {
                let whole = source.bytes(end.bytes, AROUND_BODY + frame.body).map_err(Stop::Source)?;
                parse_batch(whole, &frame, &end, &mut entries, &mut leaves)
            }
            Err(fault) => Err(fault),
        };
        match read {
            Ok(next) => {
                end = next;
                each(Sound { end, entries: &entries, leaves: &leaves });
            }
            Err(fault) => {
                let (offset, first) = (end.bytes, end.size);
                let rest = source.bytes(offset, AROUND_BODY + MAX_BODY + 1).map_err(Stop::Source)?;
                return match beyond_a_crash(rest, &end, fault) {
                    Some(fault) => Err(Stop::Damage(Damage { offset, first, fault })),
                    None => Ok(Walked { origin, end, tail: Some(Tail { offset, first, fault }) }),
                };
            }
        }
    }
    Ok(Walked { origin, end, tail: None })
}

fn parse_header(bytes: &[u8], len: usize) -> Result<(String, End), Fault> {
    if len as u64 > MAX_REGISTER {
        return Err(Fault::TooLarge { len: len as u64 });
    }
    let known = bytes.len().min(MAGIC.len());
    if bytes[..known] != MAGIC[..known] {
        return Err(Fault::Magic);
    }
    let version = u32::from_be_bytes(array(bytes, 8).ok_or(Fault::HeaderCut)?);
    if version != VERSION {
        return Err(Fault::Version(version));
    }
    let length = usize::from(u16::from_be_bytes(array(bytes, 12).ok_or(Fault::HeaderCut)?));
    // A length that is not allowed was not written by us; the header that it claims may be longer than what is here.
    if length > MAX_ORIGIN && len >= 14 + length + Hash::LEN {
        return Err(Fault::HeaderChain);
    }
    let origin = bytes.get(14..14 + length).ok_or(Fault::HeaderCut)?;
    let stated = Hash::from_bytes(array(bytes, 14 + length).ok_or(Fault::HeaderCut)?);
    let chain = header_chain(&bytes[..14 + length]);
    if chain != stated {
        return Err(Fault::HeaderChain);
    }
    let origin = str::from_utf8(origin).map_err(|_| Fault::Origin(OriginProblem::Utf8))?;
    check_origin(origin).map_err(Fault::Origin)?;
    Ok((origin.to_owned(), End { bytes: 14 + length + Hash::LEN, size: 0, chain }))
}

/// The numbers in the frame of a batch, once its check holds.
struct Frame {
    body: usize,
    count: usize,
    first: u64,
}

impl Frame {
    fn follows(self, end: &End) -> Result<Frame, Fault> {
        if self.first == end.size { Ok(self) } else { Err(Fault::FrameValues) }
    }
}

fn parse_frame(bytes: &[u8], at: usize, before: &Hash) -> Result<Frame, Fault> {
    let Some(frame) = bytes.get(at..at + FRAME) else {
        return Err(Fault::Cut { missing: FRAME - (bytes.len() - at) });
    };
    if frame[..4] != *MARKER {
        return Err(Fault::Marker);
    }
    if chained(before, &frame[..FRAME - CHECK]).as_bytes()[..CHECK] != frame[FRAME - CHECK..] {
        return Err(Fault::Frame);
    }
    let number = |offset| array(frame, offset).map(u32::from_be_bytes).and_then(|n| usize::try_from(n).ok());
    let first = array(frame, 12).map(u64::from_be_bytes);
    let (Some(body), Some(count), Some(first)) = (number(4), number(8), first) else { return Err(Fault::FrameValues) };
    if body > MAX_BODY || count == 0 || count > MAX_BATCH {
        return Err(Fault::FrameValues);
    }
    Ok(Frame { body, count, first })
}

/// Reads a batch from its own bytes (they begin with its frame), which may be cut off.
fn parse_batch(
    bytes: &[u8],
    frame: &Frame,
    end: &End,
    entries: &mut Vec<(usize, usize)>,
    leaves: &mut Vec<Hash>,
) -> Result<End, Fault> {
    let body_end = FRAME + frame.body;
    if body_end + Hash::LEN > bytes.len() {
        return Err(Fault::Cut { missing: body_end + Hash::LEN - bytes.len() });
    }
    let mut at = FRAME;
    let mut index = end.size;
    for _ in 0..frame.count {
        let offset = end.bytes + at;
        let too_long = Fault::EntryLength { index, offset };
        let body = &bytes[..body_end];
        let length = usize::from(u16::from_be_bytes(array(body, at).ok_or(too_long)?));
        let entry = body.get(at + 2..at + 2 + length).ok_or(too_long)?;
        let check: [u8; CHECK] = array(body, at + 2 + length).ok_or(too_long)?;
        // One at a time, and so by other code than when it was written.
        let leaf = leaf_hash(entry);
        if leaf.as_bytes()[..CHECK] != check {
            return Err(Fault::Entry { index, offset });
        }
        if length == 0 || length > MAX_ENTRY {
            return Err(too_long);
        }
        entries.push((offset + 2, length));
        leaves.push(leaf);
        at += 2 + length + CHECK;
        index += 1;
    }
    if at != body_end {
        return Err(Fault::BodyLength);
    }
    let chain = chained(&end.chain, &bytes[..body_end]);
    if array(bytes, body_end) != Some(*chain.as_bytes()) {
        return Err(Fault::Chain);
    }
    Ok(End { bytes: end.bytes + body_end + Hash::LEN, size: index, chain })
}

/// Tells a write that was cut short from damage. `rest` is what follows after the last sound batch. Such a write leaves at
/// most one batch, as the next one is written only after the first is safe; of that batch it leaves a beginning, or all
/// of its length with some sectors never written, which then read as zeros. What cannot come from such a write is damage;
/// then the fault to report.
fn beyond_a_crash(rest: &[u8], end: &End, fault: Fault) -> Option<Fault> {
    if rest.len() > AROUND_BODY + MAX_BODY {
        return Some(match fault.entry() {
            Some(_) => fault,
            None => Fault::TooLong,
        });
    }
    let torn = |is: bool| if is { None } else { Some(fault) };
    let sectors = Sectors { rest, start: end.bytes };
    // The batch that the frame speaks of, where the frame holds.
    let body = array(rest, 4).map(u32::from_be_bytes).and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX);
    let ends_here = AROUND_BODY.checked_add(body) == Some(rest.len());
    match fault {
        // Not even a frame: then it begins as one, or was not written.
        Fault::Cut { .. } if rest.len() < FRAME => {
            let known = rest.len().min(MARKER.len());
            let begun = rest[..known] == MARKER[..known] || sectors.unwritten(0..known);
            if begun { None } else { Some(Fault::Marker) }
        }
        // The frame holds, so the batch would have ended where it says.
        Fault::Cut { .. } => None,
        Fault::FrameValues => Some(fault),
        // A frame that is wrong though all of it was written is damage. Where it was not written, nothing says where
        // this batch would have ended: look for a sound one behind it.
        Fault::Marker | Fault::Frame => match sound_batch_after(rest) {
            Some(offset) => Some(Fault::SoundFollows { offset: end.bytes + offset }),
            None => torn(sectors.unwritten(0..FRAME)),
        },
        Fault::Entry { offset, .. } => {
            let at = offset - end.bytes;
            let length = usize::from(u16::from_be_bytes(array(rest, at)?));
            torn(ends_here && sectors.unwritten(at..at + 2 + length + CHECK))
        }
        // Only the length itself is known to be wrong.
        Fault::EntryLength { offset, .. } => {
            let at = offset - end.bytes;
            torn(ends_here && sectors.unwritten(at..at + 2))
        }
        // All entries hold, so the batch is known: what differs in its chain value must be what was not written.
        Fault::Chain => {
            let at = FRAME + body.min(MAX_BODY);
            let chain = chained(&end.chain, rest.get(..at)?);
            let stated: [u8; Hash::LEN] = array(rest, at)?;
            let differs = |n: &usize| stated[*n] != chain.as_bytes()[*n];
            torn(ends_here && (0..Hash::LEN).filter(differs).all(|n| sectors.unwritten(at + n..at + n + 1)))
        }
        Fault::BodyLength
        | Fault::Magic
        | Fault::Version(_)
        | Fault::HeaderCut
        | Fault::HeaderChain
        | Fault::Origin(_)
        | Fault::TooLarge { .. }
        | Fault::TooLong
        | Fault::SoundFollows { .. } => Some(fault),
    }
}

/// The sectors of the disk that the end of a register lies on.
struct Sectors<'a> {
    rest: &'a [u8],
    /// Offset of `rest` in the file.
    start: usize,
}

impl Sectors<'_> {
    /// Whether a sector that this range touches holds nothing but zeros from `rest`, as one that was never written does.
    fn unwritten(&self, range: std::ops::Range<usize>) -> bool {
        let (first, end) = (self.start + range.start, self.start + range.end.min(self.rest.len()));
        (first / SECTOR..end.div_ceil(SECTOR)).any(|sector| {
            let from = (sector * SECTOR).saturating_sub(self.start);
            let to = ((sector + 1) * SECTOR - self.start).min(self.rest.len());
            self.rest[from..to].iter().all(|byte| *byte == 0)
        })
    }
}

/// The first batch behind the first byte that is sound in itself, taking the 32 bytes before it for the chain.
fn sound_batch_after(rest: &[u8]) -> Option<usize> {
    // An adversary could plant many frames with long bodies. Hashing stops after twice the largest batch, and what was
    // planted counts as found: refusing to open loses nothing, cutting might.
    let mut budget = 2 * MAX_BODY;
    let from = Hash::LEN;
    let markers = rest.get(from..)?.windows(MARKER.len()).enumerate().filter(|(_, window)| *window == MARKER);
    for (position, _) in markers.map(|(offset, window)| (from + offset, window)) {
        let Some(before) = array(rest, position - Hash::LEN).map(Hash::from_bytes) else { continue };
        let Ok(frame) = parse_frame(rest, position, &before) else { continue };
        let body_end = position + FRAME + frame.body;
        let Some(stated) = array(rest, body_end) else { continue };
        match budget.checked_sub(frame.body) {
            Some(left) => budget = left,
            None => return Some(position),
        }
        if *chained(&before, &rest[position..body_end]).as_bytes() == stated {
            return Some(position);
        }
    }
    None
}

fn header_chain(header: &[u8]) -> Hash {
    sha256(&[CHAIN_DOMAIN, header].concat())
}

fn chained(before: &Hash, bytes: &[u8]) -> Hash {
    Hash::from_bytes(Sha256::new().chain_update(before.as_bytes()).chain_update(bytes).finalize().into())
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}
