//! The bytes of `register.head`: how far the register was acknowledged. A few lines of text.
//!
//! Must not: do input or output, or accept a head whose own check does not hold.
//!
//! ```text
//! armistice register head 1
//! origin <mission>/<member>
//! size <entries>
//! bytes <length of register.log>
//! root <64 hexadecimal digits: tree root over the leaf hashes>
//! chain <64 hexadecimal digits: chain value of the last batch>
//! check <64 hexadecimal digits: SHA-256 of the lines above>
//! ```

use armistice_tlog::hash::{Hash, sha256};

use crate::journal::format::MAX_ORIGIN;

const TITLE: &str = "armistice register head 1";

/// Largest head file that is read: the longest origin and some 300 bytes.
pub const MAX_HEAD: u64 = MAX_ORIGIN as u64 + 768;

/// How far a register was acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Whose register it is.
    pub origin: String,
    /// Entries acknowledged.
    pub size: u64,
    /// Length of `register.log` up to there.
    pub bytes: u64,
    /// Tree root over the leaf hashes of these entries (RFC 9162).
    pub root: Hash,
    /// Chain value of the last batch of these.
    pub chain: Hash,
}

/// Why a text is no head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line} {problem}")]
pub struct HeadError {
    /// Line number from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: &'static str,
}

impl Head {
    /// The head as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let Head { origin, size, bytes, root, chain } = self;
        let text = format!("{TITLE}\norigin {origin}\nsize {size}\nbytes {bytes}\nroot {root}\nchain {chain}\n");
        let check = sha256(text.as_bytes());
        format!("{text}check {check}\n")
    }

    /// Reads a head. There is one spelling of each head.
    pub fn parse(bytes: &[u8]) -> Result<Head, HeadError> {
        let wrong = |line, problem| HeadError { line, problem };
        let text = str::from_utf8(bytes).map_err(|error| {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            wrong(line, "is not UTF-8")
        })?;
        let mut lines = text.split('\n').zip(1..);
        let mut field = |name: &'static str| {
            let (text, line) = lines.next().unwrap_or(("", 1));
            let value = text.strip_prefix(name).and_then(|value| value.strip_prefix(' '));
            value.map(|value| (value, line)).ok_or(wrong(line, "is not what stands there in a head"))
        };
        let number = |(value, line): (&str, usize)| {
            let number = value.parse::<u64>().ok().filter(|number| number.to_string() == value);
            number.ok_or(wrong(line, "is no number"))
        };
        let hash = |(value, line): (&str, usize)| {
            value.parse::<Hash>().ok().filter(|hash| hash.hex() == value).ok_or(wrong(line, "is no hash"))
        };
        field("armistice").and_then(|(rest, line)| {
            if Some(rest) == TITLE.strip_prefix("armistice ") { Ok(()) } else { Err(wrong(line, "is not the title")) }
        })?;
        let head = Head {
            origin: field("origin")?.0.to_owned(),
            size: number(field("size")?)?,
            bytes: number(field("bytes")?)?,
            root: hash(field("root")?)?,
            chain: hash(field("chain")?)?,
        };
        // Written again it must be the same text: this compares the check and leaves no room for anything else.
        if head.to_text() == text {
            Ok(head)
        } else {
            Err(wrong(7, "does not hold: the check is not that of the lines above"))
        }
    }
}
