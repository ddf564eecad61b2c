//! A narrow zip: many files in one, which every unzip opens and of which there is one spelling.
//!
//! Must not: accept what another reader would read differently, allocate by a length that is only claimed, or give a
//! meaning to a member. What the members are is for `verdict`.
//!
//! Zip files (PKWARE APPNOTE 6.3.10) are read from the front by some programs and from the back by others, so two
//! programs can see two contents in one file. Here there is nothing to disagree about: members in rising order of their
//! names, one directly after the other from byte 0; method 0 (stored); no encryption, data descriptor, extra field,
//! comment, zip64 or folder; version 1.0; the first second of 1980 as every time; then the central directory, which
//! repeats what stands before each member; then the end record, and nothing after it. Everything else is refused, with
//! the byte at which it stands. The same members therefore always give the same bytes.

use core::fmt;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Largest container in bytes: what a browser on a phone can hold twice.
pub const MAX_LEN: usize = 64 << 20;

/// Most members: what a person could still look through, and few enough that names can be compared freely.
pub const MAX_MEMBERS: usize = 4096;

/// Longest name in bytes: two folders and a hash in hexadecimal fit, and every file system takes it.
pub const MAX_NAME: usize = 160;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const LOCAL_LEN: usize = 30;
const CENTRAL_LEN: usize = 46;
const END_LEN: usize = 22;
/// Version 1.0 of the format is all that stored files need.
const VERSION: u32 = 10;
/// 1980-01-01, the first day that the format can say.
const DATE: u32 = 0x21;

/// The rule broken, where, and in which member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContainerError {
    /// Byte offset in the container.
    pub offset: usize,
    /// Name of the member at fault, when there is one.
    pub member: Option<String>,
    /// What is wrong.
    pub rule: Rule,
}

impl fmt::Display for ContainerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.member {
            Some(member) => write!(f, "byte {}, member `{member}`: {}", self.offset, self.rule),
            None => write!(f, "byte {}: {}", self.offset, self.rule),
        }
    }
}

impl core::error::Error for ContainerError {}

/// One rule of the container.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    #[error("{len} bytes, more than the limit of {max}", max = MAX_LEN)]
    TooLarge { len: usize },
    #[error("more than {max} members", max = MAX_MEMBERS)]
    TooMany,
    #[error("the bytes end within {what}")]
    Truncated { what: &'static str },
    #[error("neither a member nor the central directory begins here")]
    Signature,
    #[error("{what} is {found}, only {expected} is allowed")]
    Fixed { what: &'static str, expected: u32, found: u32 },
    #[error("{what} is {found} in the central directory and {expected} at the member itself")]
    Disagreement { what: &'static str, expected: u32, found: u32 },
    #[error("the central directory gives another name to this member")]
    OtherName,
    #[error("the checksum is {found:08x}, the bytes have {computed:08x}")]
    Checksum { found: u32, computed: u32 },
    #[error("the name {problem}")]
    Name { problem: &'static str },
    #[error("stands after `{before}`; members are in rising order of their names, each once")]
    Order { before: String },
    #[error("the name differs from an earlier one only in case")]
    Case,
    #[error("a file stands where `{file}` is a file as well")]
    FileAsFolder { file: String },
    #[error("bytes follow after the end record")]
    Trailing,
}

/// One file of a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'a> {
    /// Its path inside, with `/`.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
    /// Byte offset of the content in the container.
    pub offset: usize,
}

/// A container that was read, in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Container<'a> {
    members: Vec<Member<'a>>,
}

impl<'a> Container<'a> {
    /// Reads a container and checks every byte of it.
    pub fn read(bytes: &'a [u8]) -> Result<Container<'a>, ContainerError> {
        if bytes.len() > MAX_LEN {
            return Err(at(0, None, Rule::TooLarge { len: bytes.len() }));
        }
        let mut heads = Vec::new();
        let mut names = Names::default();
        let mut pos = 0;
        while number(bytes, pos, 4) == Some(LOCAL) {
            if heads.len() == MAX_MEMBERS {
                return Err(at(pos, None, Rule::TooMany));
            }
            let head = local(bytes, pos)?;
            names.admit(head.member.name).map_err(|rule| at(pos + LOCAL_LEN, Some(head.member.name), rule))?;
            pos = head.member.offset + head.member.bytes.len();
            heads.push(head);
        }
        let directory = pos;
        for head in &heads {
            pos = central(bytes, pos, head)?;
        }
        end(bytes, pos, heads.len(), directory)?;
        Ok(Container { members: heads.into_iter().map(|head| head.member).collect() })
    }

    /// The members in order of their names.
    #[must_use]
    pub fn members(&self) -> &[Member<'a>] {
        &self.members
    }

    /// The member of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Member<'a>> {
        let found = self.members.binary_search_by(|member| member.name.cmp(name)).ok()?;
        self.members.get(found).copied()
    }
}

/// Writes a container. The same members give the same bytes.
///
/// ```
/// use std::collections::BTreeMap;
/// use armistice_tlog::container::{Container, write};
///
/// let members = BTreeMap::from([("a/b.txt".to_owned(), b"hello".to_vec()), ("empty".to_owned(), Vec::new())]);
/// let bytes = write(&members)?;
/// let read = Container::read(&bytes)?;
/// assert_eq!(read.get("a/b.txt").map(|m| m.bytes), Some(&b"hello"[..]));
/// assert_eq!(read.members().len(), 2);
/// # Ok::<(), armistice_tlog::container::ContainerError>(())
/// ```
pub fn write(members: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ContainerError> {
    if members.len() > MAX_MEMBERS {
        return Err(at(0, None, Rule::TooMany));
    }
    let len = members
        .iter()
        .fold(END_LEN, |len, (name, bytes)| len.saturating_add(LOCAL_LEN + CENTRAL_LEN + 2 * name.len() + bytes.len()));
    if len > MAX_LEN {
        return Err(at(0, None, Rule::TooLarge { len }));
    }
    let (mut out, mut directory, mut names) = (Vec::with_capacity(len), Vec::new(), Names::default());
    for (name, bytes) in members {
        names.admit(name).map_err(|rule| at(out.len(), Some(name), rule))?;
        let offset = size(out.len());
        // What stands both before the member and in the directory.
        let mut shared = Vec::new();
        put(&mut shared, &[(VERSION, 2), (0, 2), (0, 2), (0, 2), (DATE, 2), (crc32(bytes), 4)]);
        put(&mut shared, &[(size(bytes.len()), 4), (size(bytes.len()), 4), (size(name.len()), 2), (0, 2)]);
        put(&mut out, &[(LOCAL, 4)]);
        out.extend_from_slice(&shared);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(bytes);
        put(&mut directory, &[(CENTRAL, 4), (VERSION, 2)]);
        directory.extend_from_slice(&shared);
        put(&mut directory, &[(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)]);
        directory.extend_from_slice(name.as_bytes());
    }
    let (start, count) = (size(out.len()), size(members.len()));
    out.extend_from_slice(&directory);
    put(&mut out, &[(END, 4), (0, 2), (0, 2), (count, 2), (count, 2), (size(directory.len()), 4), (start, 4), (0, 2)]);
    Ok(out)
}

/// A member as its own header describes it.
struct Head<'a> {
    member: Member<'a>,
    /// Where the header begins.
    start: usize,
    crc: u32,
}

/// The header before a member, and the member.
fn local(bytes: &[u8], start: usize) -> Result<Head<'_>, ContainerError> {
    let cut = || at(start, None, Rule::Truncated { what: "the header of a member" });
    let field = |offset: usize, width| number(bytes, start + offset, width).ok_or_else(cut);
    let name_len = field(26, 2)? as usize;
    let name = bytes.get(start + LOCAL_LEN..start + LOCAL_LEN + name_len).ok_or_else(cut)?;
    let name = name_of(name).map_err(|problem| at(start + LOCAL_LEN, None, Rule::Name { problem }))?;
    let of = |offset: usize, rule| at(start + offset, Some(name), rule);
    for (offset, expected, what) in [
        (4, VERSION, "the version needed (10 is 1.0)"),
        (6, 0, "the flags field (encryption, data descriptor)"),
        (8, 0, "the compression method (0 is stored)"),
        (10, 0, "the time"),
        (12, DATE, "the date (33 is 1980-01-01)"),
        (28, 0, "the length of the extra field"),
    ] {
        let found = field(offset, 2)?;
        if found != expected {
            return Err(of(offset, Rule::Fixed { what, expected, found }));
        }
    }
    let (crc, stored, found) = (field(14, 4)?, field(18, 4)?, field(22, 4)?);
    if stored != found {
        return Err(of(22, Rule::Fixed { what: "the uncompressed size", expected: stored, found }));
    }
    let offset = start + LOCAL_LEN + name_len;
    let content = usize::try_from(stored).ok().and_then(|len| bytes.get(offset..)?.get(..len));
    let content = content.ok_or_else(|| at(offset, Some(name), Rule::Truncated { what: "a member" }))?;
    let computed = crc32(content);
    if computed != crc {
        return Err(of(14, Rule::Checksum { found: crc, computed }));
    }
    Ok(Head { member: Member { name, bytes: content, offset }, start, crc })
}

/// One row of the central directory, which must repeat `head`. Gives the byte after it.
fn central(bytes: &[u8], start: usize, head: &Head<'_>) -> Result<usize, ContainerError> {
    let name = head.member.name;
    let of = |offset: usize, rule| at(start + offset, Some(name), rule);
    let cut = || at(start, Some(name), Rule::Truncated { what: "the central directory" });
    let field = |offset: usize, width| number(bytes, start + offset, width).ok_or_else(cut);
    if field(0, 4)? != CENTRAL {
        return Err(of(0, Rule::Signature));
    }
    for (offset, width, expected, what) in [
        (4, 2, VERSION, "the version made by (10 is 1.0, no system)"),
        (30, 2, 0, "the length of the extra field"),
        (32, 2, 0, "the length of the comment"),
        (34, 2, 0, "the disk number"),
        (36, 2, 0, "the internal attributes field"),
        (38, 4, 0, "the external attributes field"),
    ] {
        let found = field(offset, width)?;
        if found != expected {
            return Err(of(offset, Rule::Fixed { what, expected, found }));
        }
    }
    let len = size(head.member.bytes.len());
    for (offset, width, expected, what) in [
        (6, 2, VERSION, "the version needed"),
        (8, 2, 0, "the flags field"),
        (10, 2, 0, "the compression method"),
        (12, 2, 0, "the time"),
        (14, 2, DATE, "the date"),
        (16, 4, head.crc, "the checksum"),
        (20, 4, len, "the stored size"),
        (24, 4, len, "the uncompressed size"),
        (28, 2, size(name.len()), "the length of the name"),
        (42, 4, size(head.start), "the offset"),
    ] {
        let found = field(offset, width)?;
        if found != expected {
            return Err(of(offset, Rule::Disagreement { what, expected, found }));
        }
    }
    let after = start + CENTRAL_LEN + name.len();
    if bytes.get(start + CENTRAL_LEN..after).ok_or_else(cut)? != name.as_bytes() {
        return Err(of(CENTRAL_LEN, Rule::OtherName));
    }
    Ok(after)
}

/// The end record, after which nothing stands.
fn end(bytes: &[u8], start: usize, count: usize, directory: usize) -> Result<(), ContainerError> {
    let cut = || at(start, None, Rule::Truncated { what: "the end record" });
    if number(bytes, start, 4).ok_or_else(cut)? != END {
        return Err(at(start, None, Rule::Signature));
    }
    for (offset, width, expected, what) in [
        (4, 2, 0, "the number of this disk"),
        (6, 2, 0, "the disk of the central directory"),
        (8, 2, size(count), "the number of members on this disk"),
        (10, 2, size(count), "the number of members"),
        (12, 4, size(start - directory), "the size of the central directory"),
        (16, 4, size(directory), "the offset of the central directory"),
        (20, 2, 0, "the length of the comment"),
    ] {
        let found = number(bytes, start + offset, width).ok_or_else(cut)?;
        if found != expected {
            return Err(at(start + offset, None, Rule::Fixed { what, expected, found }));
        }
    }
    if bytes.len() > start + END_LEN {
        return Err(at(start + END_LEN, None, Rule::Trailing));
    }
    Ok(())
}

/// The names so far: what a file system would mix up is refused.
#[derive(Default)]
struct Names {
    last: Option<String>,
    /// In lower case, as file systems that ignore case see them; sorted.
    seen: Vec<String>,
}

impl Names {
    fn admit(&mut self, name: &str) -> Result<(), Rule> {
        if let Some(before) = self.last.as_deref().filter(|before| *before >= name) {
            return Err(Rule::Order { before: before.to_owned() });
        }
        name_of(name.as_bytes()).map_err(|problem| Rule::Name { problem })?;
        let lower = name.to_ascii_lowercase();
        // A folder of this name cannot come later: in rising order `a` stands before `a/b`, though not next to it, and
        // in lower case the folder may come first.
        for (slash, _) in lower.match_indices('/') {
            if self.place(&lower[..slash]).is_ok() {
                return Err(Rule::FileAsFolder { file: lower[..slash].to_owned() });
            }
        }
        let inside = format!("{lower}/");
        let (Ok(next) | Err(next)) = self.place(&inside);
        if self.seen.get(next).is_some_and(|later| later.starts_with(&inside)) {
            return Err(Rule::FileAsFolder { file: lower });
        }
        match self.place(&lower) {
            Ok(_) => return Err(Rule::Case),
            Err(place) => self.seen.insert(place, lower),
        }
        self.last = Some(name.to_owned());
        Ok(())
    }

    /// Where the name is, or where it belongs.
    fn place(&self, lower: &str) -> Result<usize, usize> {
        self.seen.binary_search_by(|seen| seen.as_str().cmp(lower))
    }
}

/// A path that means the same everywhere: parts of letters, digits, `.`, `-` and `_`, divided by `/`, none of them empty
/// or with a dot at an end. So there is no absolute path, no way up, no drive, no hidden file.
fn name_of(name: &[u8]) -> Result<&str, &'static str> {
    if name.is_empty() {
        return Err("is empty");
    }
    if name.len() > MAX_NAME {
        return Err("is longer than 160 bytes");
    }
    if !name.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/')) {
        return Err("has a character that is no letter, digit, `.`, `-`, `_` or `/`");
    }
    for part in name.split(|b| *b == b'/') {
        if part.is_empty() || part.starts_with(b".") || part.ends_with(b".") {
            return Err("has a part that is empty or has a dot at an end");
        }
    }
    core::str::from_utf8(name).map_err(|_| "is not ASCII")
}

fn at(offset: usize, member: Option<&str>, rule: Rule) -> ContainerError {
    ContainerError { offset, member: member.map(str::to_owned), rule }
}

/// A little-endian number of 2 or 4 bytes.
fn number(bytes: &[u8], start: usize, width: usize) -> Option<u32> {
    let digits = bytes.get(start..)?.get(..width)?;
    Some(digits.iter().rev().fold(0, |n, digit| n << 8 | u32::from(*digit)))
}

fn put(out: &mut Vec<u8>, fields: &[(u32, usize)]) {
    for (value, width) in fields {
        out.extend(value.to_le_bytes().iter().take(*width));
    }
}

/// A length or an offset: at most [`MAX_LEN`], which 32 bits hold.
fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// CRC-32 as zip has it (ISO 3309, reflected, polynomial 04c11db7). It finds accidents, nothing else.
fn crc32(bytes: &[u8]) -> u32 {
    // Made when it is first needed: a kilobyte that nothing packs.
    static TABLE: OnceLock<[u32; 256]> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut n = 0;
        [0; 256].map(|_: u32| {
            let row = (0..8).fold(n, |row: u32, _| if row & 1 == 1 { row >> 1 ^ 0xedb8_8320 } else { row >> 1 });
            n += 1;
            row
        })
    });
    !bytes.iter().fold(!0, |crc: u32, byte| table[((crc ^ u32::from(*byte)) & 0xff) as usize] ^ crc >> 8)
}
