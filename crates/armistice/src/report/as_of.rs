//! The registers that a report was computed from: read out of a report or a list of sizes, and the registers cut to them.
//!
//! Must not: take a register for whole that is shorter here, or has another history up to that size.

use crate::output::brief_v1::RegisterAsOf;
use armistice_core::record::Register;
use armistice_tlog::{hash::Hash, tree::Frontier};
use jiff::Timestamp;
use serde::Deserialize;

/// The largest file that is read. A report of ten years with some thousand incidents has less.
pub const FILE_MAX: u64 = 256 << 20;

/// The registers that are wanted, as a file names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Origin and size; the root where the file has one. A register that is not named was not there.
    pub registers: Vec<Size>,
    /// The cut-off of the report, if the file has one.
    pub cut_off: Option<Timestamp>,
}

/// One register at a size.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Size {
    /// Its origin line.
    pub origin: String,
    /// Its size in entries.
    pub size: u64,
    /// Its tree root at that size, in hexadecimal.
    #[serde(default)]
    pub root: Option<String>,
}

/// Why a file names no registers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No JSON of one of the forms.
    #[error("{0}")]
    Form(String),
    /// Its cut-off is no time.
    #[error("its cut-off `{0}` is no time")]
    CutOff(String),
    /// It names a register twice.
    #[error("it names the register {0} twice")]
    Twice(String),
    /// It names none.
    #[error("it names no register")]
    Empty,
}

/// Why registers cannot be cut to the sizes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotHere {
    /// The register is not here.
    #[error("the register {0} is not here")]
    Missing(String),
    /// It is here with fewer entries.
    #[error("the register {origin} is here with {here} of {wanted} entries")]
    Shorter {
        /// Which.
        origin: String,
        /// Entries here.
        here: u64,
        /// Entries wanted.
        wanted: u64,
    },
    /// Up to that size it is another one.
    #[error(
        "the register {origin} has another root at {size} entries: its history here is not the one that the file names"
    )]
    OtherHistory {
        /// Which.
        origin: String,
        /// At which size.
        size: u64,
    },
}

/// A register as it is here: what could be folded, and the leaf hashes of all its entries.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// The statements.
    pub register: &'a Register,
    /// The hashes of all entries.
    pub leaves: &'a [Hash],
}

#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Report { title: Title },
    Brief { as_of: Sizes },
    Sizes(Sizes),
}

#[derive(Deserialize)]
struct Title {
    as_of: Vec<Size>,
    period: Period,
}

#[derive(Deserialize)]
struct Period {
    cut_off: String,
}

#[derive(Deserialize)]
struct Sizes {
    registers: Vec<Size>,
    cut_off: Option<String>,
}

/// Reads a report (its JSON form), a brief, or `{"registers": [{"origin", "size"}]}`, with `root` and `cut_off` if they are known.
pub fn read(bytes: &[u8]) -> Result<Wanted, Unreadable> {
    let forms = "it is neither a report, nor a brief, nor an object with `registers` (origin and size of each)";
    let file = serde_json::from_slice(bytes).map_err(|e| match e.classify() {
        serde_json::error::Category::Data => Unreadable::Form(forms.to_owned()),
        serde_json::error::Category::Io | serde_json::error::Category::Syntax | serde_json::error::Category::Eof => {
            Unreadable::Form(format!("it is no JSON: {e}"))
        }
    })?;
    let (registers, cut_off) = match file {
        File::Report { title } => (title.as_of, Some(title.period.cut_off)),
        File::Brief { as_of } | File::Sizes(as_of) => (as_of.registers, as_of.cut_off),
    };
    if registers.is_empty() {
        return Err(Unreadable::Empty);
    }
    for (n, r) in registers.iter().enumerate() {
        if registers.iter().take(n).any(|o| o.origin == r.origin) {
            return Err(Unreadable::Twice(r.origin.clone()));
        }
    }
    let time = |t: String| t.parse().map_err(|_| Unreadable::CutOff(t));
    Ok(Wanted { registers, cut_off: cut_off.map(time).transpose()? })
}

/// The registers at the sizes that are wanted, and no others, with sizes and roots as they are then.
pub fn cut(here: &[Here<'_>], wanted: &Wanted) -> Result<(Vec<Register>, Vec<RegisterAsOf>), NotHere> {
    let (mut registers, mut rows) = (Vec::new(), Vec::new());
    for w in &wanted.registers {
        let origin = || w.origin.clone();
        let found = here.iter().find(|h| h.register.origin == w.origin).ok_or_else(|| NotHere::Missing(origin()))?;
        let leaves = usize::try_from(w.size)
            .ok()
            .and_then(|n| found.leaves.get(..n))
            .ok_or_else(|| NotHere::Shorter { origin: origin(), here: found.leaves.len() as u64, wanted: w.size })?;
        let mut tree = Frontier::new();
        for leaf in leaves {
            tree.push(*leaf);
        }
        let root = tree.root().hex();
        if w.root.as_ref().is_some_and(|r| !r.eq_ignore_ascii_case(&root)) {
            return Err(NotHere::OtherHistory { origin: origin(), size: w.size });
        }
        let mut register = found.register.clone();
        if register.entries.len() >= leaves.len() {
            register.entries.truncate(leaves.len());
            // Where the fold stops lies beyond.
            register.stopped = None;
        }
        rows.push(RegisterAsOf { origin: origin(), member: register.member.clone(), size: w.size, root });
        registers.push(register);
    }
    Ok((registers, rows))
}
