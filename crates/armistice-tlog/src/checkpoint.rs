//! What a log says of itself: origin, size and root of its tree, in three lines (C2SP tlog-checkpoint v1.0.0).
//!
//! Must not: say who signed it. That is for [`crate::note`]; a checkpoint without a checked signature is a claim of
//! nobody.
//!
//! A checkpoint is the text of a signed note. First line: the origin, which names the log. Second: how many leaves the
//! tree has, in decimal without leading zeroes. Third: the root of the tree, in base64. Further lines are extensions,
//! not empty, advised against: nobody audits them, and ML-DSA-44 cosignatures do not cover them. A log must never sign
//! two checkpoints of which neither tree contains the other. <https://c2sp.org/tlog-checkpoint>
//!
//! ```
//! use armistice_tlog::checkpoint::Checkpoint;
//!
//! let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
//! let checkpoint = Checkpoint::parse(text)?;
//! assert_eq!((checkpoint.origin.as_str(), checkpoint.size), ("example.com/behind-the-sofa", 20_852_163));
//! assert_eq!(checkpoint.to_text(), text); // one text for each checkpoint
//!
//! let error = Checkpoint::parse(&text.replace("20852163", "020852163")).unwrap_err();
//! assert_eq!(error.to_string(), "line 2: the size is not a decimal number without leading zeroes");
//! # Ok::<(), armistice_tlog::checkpoint::CheckpointError>(())
//! ```

use core::fmt::Write as _;

use crate::codec::BASE64;

use crate::hash::Hash;

/// Largest size of a tree, 2^63 - 1: the widest number that every implementation in use reads.
pub const MAX_SIZE: u64 = i64::MAX as u64;

/// Longest text of a checkpoint in bytes: it has to fit into a note ([`crate::note::MAX_NOTE`]).
pub const MAX_TEXT: usize = crate::note::MAX_NOTE;

/// A log's statement of the size and root of its tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Names the log; for a register `<mission id>/<member>`. One line, not empty.
    pub origin: String,
    /// Leaves in the tree, at most [`MAX_SIZE`].
    pub size: u64,
    /// Root of the tree at that size.
    pub root: Hash,
    /// Further lines, without their ends. Empty for every log of ours.
    pub extensions: Vec<String>,
}

/// Why a text is no checkpoint. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Longer than [`MAX_TEXT`].
    #[error("the checkpoint has {len} bytes, more than the limit of {max}", max = MAX_TEXT)]
    TooLarge { len: usize },
    /// Fewer than three lines.
    #[error("line {line}: the checkpoint ends before its {missing}")]
    Short { line: usize, missing: &'static str },
    /// The text does not end with a newline.
    #[error("line {line}: the last line has no newline")]
    NoNewline { line: usize },
    /// A line that must say something says nothing.
    #[error("line {line}: the line is empty")]
    Empty { line: usize },
    /// An ASCII control character.
    #[error("line {line}: control character 0x{byte:02x}")]
    Control { line: usize, byte: u8 },
    /// The second line is no size.
    #[error("line 2: the size is not a decimal number without leading zeroes")]
    Size,
    /// The size is larger than [`MAX_SIZE`].
    #[error("line 2: the size is larger than {max}", max = MAX_SIZE)]
    Huge,
    /// The third line is no root.
    #[error("line 3: the root is not the canonical base64 of 32 bytes")]
    Root,
}

impl Checkpoint {
    /// A checkpoint without extension lines. Errors: an origin that is no line, a size above [`MAX_SIZE`].
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Checkpoint, CheckpointError> {
        check_line(1, origin)?;
        if size > MAX_SIZE {
            return Err(CheckpointError::Huge);
        }
        Ok(Checkpoint { origin: origin.into(), size, root, extensions: Vec::new() })
    }

    /// Reads the text of a note, from its first line to its last newline.
    pub fn parse(text: &str) -> Result<Checkpoint, CheckpointError> {
        if text.len() > MAX_TEXT {
            return Err(CheckpointError::TooLarge { len: text.len() });
        }
        let mut lines = text.split_inclusive('\n').enumerate().map(|(index, line)| {
            let number = index + 1;
            let line = line.strip_suffix('\n').ok_or(CheckpointError::NoNewline { line: number })?;
            check_line(number, line)?;
            Ok(line)
        });
        let mut next = |line, missing| lines.next().ok_or(CheckpointError::Short { line, missing })?;
        let origin = next(1, "origin")?.to_owned();
        let size = parse_decimal(next(2, "size")?).ok_or(CheckpointError::Size)?;
        if size > MAX_SIZE {
            return Err(CheckpointError::Huge);
        }
        let root = BASE64
            .decode(next(3, "root")?.as_bytes())
            .ok()
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .map(Hash::from_bytes)
            .ok_or(CheckpointError::Root)?;
        let extensions = lines.map(|line| line.map(str::to_owned)).collect::<Result<_, _>>()?;
        Ok(Checkpoint { origin, size, root, extensions })
    }

    /// The text of the note. It reads back as this checkpoint if the origin and the extensions are lines.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{}\n{}\n{}\n", self.origin, self.size, BASE64.encode(self.root.as_bytes()));
        for line in &self.extensions {
            // Writing to a String does not fail.
            let _ = writeln!(text, "{line}");
        }
        text
    }
}

fn check_line(line: usize, text: &str) -> Result<(), CheckpointError> {
    if text.is_empty() {
        return Err(CheckpointError::Empty { line });
    }
    match text.bytes().find(|byte| *byte < 0x20) {
        Some(byte) => Err(CheckpointError::Control { line, byte }),
        None => Ok(()),
    }
}

/// A decimal number of ASCII digits without leading zeroes; `None` for anything else. What does not fit is `u64::MAX`.
pub(crate) fn parse_decimal(text: &str) -> Option<u64> {
    let canonical = text == "0" || !text.starts_with('0');
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (canonical && digits).then(|| text.parse().unwrap_or(u64::MAX))
}
