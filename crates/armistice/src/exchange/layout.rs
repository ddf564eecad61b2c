//! The exchange layout: names of files, and the three small texts that are ours (index, list of notes, push request).
//!
//! Must not: read or write a file, or take a name from a peer that could lead out of its folder.
//!
//! `docs/exchange.md` describes it for other programs. Everything below `registers/<member>/` is C2SP tlog-tiles.
//!
//! ```text
//! exchange                              the index
//! registers/<member>/checkpoint         the newest signed note
//! registers/<member>/tile/…             tiles and entry bundles
//! registers/<member>/notes/list         digests of the archived notes
//! registers/<member>/notes/<sha256>     an archived note
//! evidence/<sha256>.evidence            a proof of misbehaviour
//! witness/<sha256(origin)>/checkpoint   what the member's witness last cosigned
//! ```

use crate::keys::MemberName;
use armistice_tlog::{
    bundle,
    codec::BASE64,
    hash::{self, Hash},
};
use std::fmt::Write as _;

/// Name of the index.
pub const INDEX: &str = "exchange";

/// First line of the index.
const INDEX_TITLE: &str = "armistice exchange 1";

/// First line of a push request.
const PUSH_TITLE: &str = "armistice push 1";

/// Largest index that is read: room for 4,096 registers and 40,000 evidence files.
pub const INDEX_MAX: u64 = 4 << 20;

/// Most registers in an index. A mission has tens of members.
pub const REGISTERS_MAX: usize = 4096;

/// Most evidence files in an index. One is enough to convict; a peer that lists more is not listened to further.
pub const EVIDENCE_MAX: usize = 32_768;

/// Largest list of notes: 65 bytes a note.
pub const LIST_MAX: u64 = 8 << 20;

/// Largest signed note that is read (as `armistice_tlog::note` accepts).
pub const NOTE_MAX: u64 = 64 << 10;

/// Largest evidence file: two statements of 60 KiB each, their proofs, two notes.
pub const EVIDENCE_FILE_MAX: u64 = 512 << 10;

/// Largest tile: 256 hashes.
pub const TILE_MAX: u64 = 8 << 10;

/// Largest entry bundle: 256 entries with their lengths.
pub const BUNDLE_MAX: u64 = 256 * (2 + 65_535);

/// Largest push request: what a small server can hold for several senders at a time.
pub const PUSH_MAX: usize = 2 << 20;

/// Entry bytes that a sender puts into one push request: so that it gets through a slow line in a few minutes.
pub const PUSH_ENTRIES: usize = 1 << 20;

/// Most entries in one push request.
pub const PUSH_COUNT: usize = 4096;

/// Most hashes in a consistency proof (RFC 9162 2.1.4: two for each level of a tree of 2^63 entries at the most).
const PROOF_MAX: usize = 128;

/// Largest header of a push request.
const HEADER_MAX: usize = 16 << 10;

/// Why a text of the exchange is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// Another format, or a later version of ours.
    #[error("line 1 is not \"{expected}\"; it is of another program, or of a newer armistice")]
    Title {
        /// What it should be.
        expected: &'static str,
    },
    /// A line that does not say what it should.
    #[error("line {line}: {what}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is wrong.
        what: &'static str,
    },
    /// More of something than is read.
    #[error("it lists more than {max} {what}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// The limit.
        max: usize,
    },
    /// Not text, or cut off.
    #[error("it is not a text of whole lines")]
    Text,
    /// A push request whose parts do not fill it.
    #[error("its parts do not add up to its length")]
    Length,
    /// The entries are no bundle.
    #[error("its entries, {0}")]
    Entries(String),
}

/// A register as the index offers it. A hint: nothing of it is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The member whose register it is.
    pub member: MemberName,
    /// Entries under its published checkpoint.
    pub size: u64,
}

/// The index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// The mission's id.
    pub mission: String,
    /// The member who serves it.
    pub server: MemberName,
    /// Registers, by member.
    pub registers: Vec<Offered>,
    /// Evidence, by digest.
    pub evidence: Vec<Hash>,
}

impl Index {
    /// The index as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = format!("{INDEX_TITLE}\nmission {}\nserver {}\n", self.mission, self.server);
        for Offered { member, size } in &self.registers {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "register {member} {size}");
        }
        for digest in &self.evidence {
            let _ = writeln!(out, "evidence {digest}");
        }
        out
    }

    /// Reads an index. Lines of a kind that this version does not know are skipped, so that a later one may add some.
    pub fn parse(bytes: &[u8]) -> Result<Self, LayoutError> {
        let text = whole_lines(bytes)?;
        let mut lines = text.lines().enumerate().map(|(i, l)| (i + 1, l));
        title(lines.next(), INDEX_TITLE)?;
        let mission = field(lines.next(), "mission ")?;
        if mission.is_empty() || mission.len() > 128 || mission.contains(|c: char| c.is_whitespace() || c.is_control())
        {
            return Err(LayoutError::Line { line: 2, what: "not a mission id" });
        }
        let server = member(3, field(lines.next(), "server ")?)?;
        let mut index = Self { mission: mission.to_owned(), server, registers: Vec::new(), evidence: Vec::new() };
        for (line, text) in lines {
            match text.split_once(' ') {
                Some(("register", rest)) => {
                    let (name, size) =
                        rest.split_once(' ').ok_or(LayoutError::Line { line, what: "not \"register MEMBER SIZE\"" })?;
                    if index.registers.len() == REGISTERS_MAX {
                        return Err(LayoutError::TooMany { what: "registers", max: REGISTERS_MAX });
                    }
                    let size = decimal(line, size)?;
                    index.registers.push(Offered { member: member(line, name)?, size });
                }
                Some(("evidence", digest)) => {
                    if index.evidence.len() == EVIDENCE_MAX {
                        return Err(LayoutError::TooMany { what: "evidence files", max: EVIDENCE_MAX });
                    }
                    index.evidence.push(hex(line, digest)?);
                }
                Some(_) | None => {}
            }
        }
        Ok(index)
    }
}

/// The list of archived notes as text.
#[must_use]
pub fn list_text(notes: &[Hash]) -> String {
    notes.iter().fold(String::new(), |mut out, digest| {
        let _ = writeln!(out, "{digest}");
        out
    })
}

/// Reads a list of archived notes.
pub fn parse_list(bytes: &[u8]) -> Result<Vec<Hash>, LayoutError> {
    whole_lines(bytes)?.lines().enumerate().map(|(i, l)| hex(i + 1, l)).collect()
}

/// Entries pushed to a server, with what proves that they stand in the register: the author's signed note, and the proof
/// that the tree up to the last of them is the beginning of the tree that the note names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push {
    /// Index of the first entry.
    pub from: u64,
    /// The signed note.
    pub note: Vec<u8>,
    /// Consistency of `from + entries.len()` and the note's size (RFC 9162 2.1.4).
    pub proof: Vec<Hash>,
    /// The entries.
    pub entries: Vec<Vec<u8>>,
}

impl Push {
    /// The body of the request.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut head = format!("{PUSH_TITLE}\nfrom {}\nnote {}\n", self.from, self.note.len());
        for h in &self.proof {
            let _ = writeln!(head, "proof {}", BASE64.encode(h.as_bytes()));
        }
        head.push('\n');
        let mut out = head.into_bytes();
        out.extend_from_slice(&self.note);
        for entry in &self.entries {
            // An entry of a register has at most 60 KiB.
            out.extend_from_slice(&u16::try_from(entry.len()).unwrap_or(u16::MAX).to_be_bytes());
            out.extend_from_slice(entry);
        }
        out
    }

    /// Reads the body of a request.
    pub fn parse(bytes: &[u8]) -> Result<Self, LayoutError> {
        let window = &bytes[..bytes.len().min(HEADER_MAX)];
        let end = window.windows(2).position(|w| w == b"\n\n").ok_or(LayoutError::Text)?;
        let text = whole_lines(&bytes[..=end])?;
        let mut lines = text.lines().enumerate().map(|(i, l)| (i + 1, l));
        title(lines.next(), PUSH_TITLE)?;
        let from = decimal(2, field(lines.next(), "from ")?)?;
        let len = decimal(3, field(lines.next(), "note ")?)?;
        let mut proof = Vec::new();
        for (line, text) in lines {
            let wrong = LayoutError::Line { line, what: "not \"proof HASH\" with 32 bytes of base64" };
            let encoded = text.strip_prefix("proof ").ok_or_else(|| wrong.clone())?;
            let decoded = BASE64.decode(encoded.as_bytes()).map_err(|_| wrong.clone())?;
            if proof.len() == PROOF_MAX {
                return Err(LayoutError::TooMany { what: "hashes of proof", max: PROOF_MAX });
            }
            proof.push(Hash::from_bytes(decoded.try_into().map_err(|_| wrong)?));
        }
        let rest = &bytes[end + 2..];
        let len = usize::try_from(len).ok().filter(|l| *l as u64 <= NOTE_MAX && *l <= rest.len());
        let (note, entries) = rest.split_at(len.ok_or(LayoutError::Length)?);
        Ok(Self { from, note: note.to_vec(), proof, entries: entries_of(entries)? })
    }
}

/// Entries, each after its length: as in a bundle, but of any number up to the limit of a request.
fn entries_of(mut rest: &[u8]) -> Result<Vec<Vec<u8>>, LayoutError> {
    let mut entries = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk() {
        let len = usize::from(u16::from_be_bytes(*length));
        let entry = after.get(..len).ok_or(LayoutError::Length)?;
        if entries.len() == PUSH_COUNT {
            return Err(LayoutError::TooMany { what: "entries", max: PUSH_COUNT });
        }
        entries.push(entry.to_vec());
        rest = &after[len..];
    }
    if rest.is_empty() { Ok(entries) } else { Err(LayoutError::Length) }
}

/// The entries of a bundle, which must be so many.
pub fn bundle_of(bytes: &[u8], width: usize) -> Result<Vec<&[u8]>, LayoutError> {
    let entries = bundle::decode(bytes).map_err(|e| LayoutError::Entries(e.to_string()))?;
    if entries.len() == width {
        Ok(entries)
    } else {
        Err(LayoutError::Entries(format!("{} where its name says {width}", entries.len())))
    }
}

/// Path of a register's file in the layout.
#[must_use]
pub fn register(member: &MemberName, file: &str) -> String {
    format!("registers/{member}/{file}")
}

/// Path of an archived note.
#[must_use]
pub fn note(member: &MemberName, digest: &Hash) -> String {
    format!("registers/{member}/notes/{digest}")
}

/// Path of an evidence file.
#[must_use]
pub fn evidence(digest: &Hash) -> String {
    format!("evidence/{digest}.evidence")
}

/// Path of a witness's page for an origin, below its monitoring prefix (C2SP tlog-witness).
#[must_use]
pub fn monitor(origin: &str) -> String {
    format!("{}/checkpoint", hash::sha256(origin.as_bytes()))
}

fn whole_lines(bytes: &[u8]) -> Result<&str, LayoutError> {
    let text = std::str::from_utf8(bytes).map_err(|_| LayoutError::Text)?;
    if text.is_empty() || text.ends_with('\n') && !text.contains('\r') { Ok(text) } else { Err(LayoutError::Text) }
}

fn title(line: Option<(usize, &str)>, expected: &'static str) -> Result<(), LayoutError> {
    match line {
        Some((_, text)) if text == expected => Ok(()),
        Some(_) | None => Err(LayoutError::Title { expected }),
    }
}

fn field<'a>(line: Option<(usize, &'a str)>, name: &'static str) -> Result<&'a str, LayoutError> {
    let (line, text) = line.ok_or(LayoutError::Text)?;
    text.strip_prefix(name).ok_or(LayoutError::Line { line, what: "another field than expected" })
}

fn member(line: usize, name: &str) -> Result<MemberName, LayoutError> {
    MemberName::parse(name).map_err(|_| LayoutError::Line { line, what: "not a member's name" })
}

fn decimal(line: usize, text: &str) -> Result<u64, LayoutError> {
    let wrong = LayoutError::Line { line, what: "not a number in decimal" };
    let canonical = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if canonical { text.parse().map_err(|_| wrong) } else { Err(wrong) }
}

fn hex(line: usize, text: &str) -> Result<Hash, LayoutError> {
    let wrong = LayoutError::Line { line, what: "not 64 hexadecimal digits" };
    if text.len() == 64 { text.parse().map_err(|_| wrong) } else { Err(wrong) }
}
