//! Size classes of entries: padding until an entry has exactly 512, 1,024, 2,048, … bytes.
//!
//! Must not: let the size of an entry tell how much was sealed.

use crate::{
    failure::{Exit, Failure},
    mission::Writer,
};
use armistice_core::statement::{
    Body,
    trust::{Sealed, Trust},
};

/// The sizes that entries with padding have, in bytes.
pub const ENTRY_CLASSES: &[usize] = &[512, 1024, 2048, 4096, 8192, 16_384, 32_768];

/// Padding that every entry of a beat has at least: beyond it no length needs one more byte in front of it, so every size
/// above can be met exactly.
const PADDING_MIN: usize = 300;

/// Bytes of the largest body of a `sealed` without padding: 16 attachments, 16 members, the longest label, and what is
/// always there. A test holds to it.
pub const BODY_MAX: usize = 2700;

/// A statement with padding, whose padding is not drawn yet.
#[derive(Debug, Clone)]
pub enum Unpadded {
    /// A sealed item.
    Sealed(Box<Sealed>),
    /// Nothing.
    Nothing,
}

impl Unpadded {
    fn body(&self, padding: Vec<u8>) -> Body {
        match self {
            Unpadded::Sealed(s) => Body::Trust(Trust::Sealed(Box::new(Sealed { padding, ..(**s).clone() }))),
            Unpadded::Nothing => Body::Trust(Trust::Padded { padding }),
        }
    }
}

/// The class that every entry of a beat has. It depends on what everybody sees (how many registers there are), and never
/// on what is said.
pub fn beat_class(writer: &Writer<'_>, entries: u64, asserted: i64) -> Result<usize, Failure> {
    let largest = Unpadded::Nothing.body(vec![0; BODY_MAX + PADDING_MIN]);
    let size = writer.measure(entries, asserted, largest)?;
    class_above(size)
}

fn class_above(size: usize) -> Result<usize, Failure> {
    ENTRY_CLASSES.iter().copied().find(|c| *c >= size).ok_or_else(|| {
        Failure::new(Exit::Failed, format!("an entry of {size} bytes is in no size class"), "Use shorter labels.")
    })
}

/// The statement with padding drawn so that its entry has exactly the size `class`, or without one the size of the
/// smallest class that can be met.
pub fn fitted(
    writer: &Writer<'_>,
    ahead: u64,
    asserted: i64,
    what: &Unpadded,
    class: Option<usize>,
) -> Result<Body, Failure> {
    let measure = |padding: usize| writer.measure(ahead, asserted, what.body(vec![0; padding]));
    let bare = measure(0)?;
    for candidate in ENTRY_CLASSES.iter().copied().filter(|c| *c >= bare && class.is_none_or(|class| *c == class)) {
        let mut padding = candidate - bare;
        // Each round takes off what the lengths in front of the padding added; they are a few bytes.
        for _ in 0..8 {
            let size = measure(padding)?;
            if size == candidate {
                let mut bytes = vec![0; padding];
                getrandom::fill(&mut bytes)
                    .map_err(|e| Failure::new(Exit::Failed, format!("no randomness: {e}"), "Try again."))?;
                return Ok(what.body(bytes));
            }
            let next = if size > candidate {
                padding.checked_sub(size - candidate)
            } else {
                padding.checked_add(candidate - size)
            };
            // Below the smallest: this size cannot be met, the next class can.
            let Some(next) = next else { break };
            padding = next;
        }
    }
    Err(Failure::new(
        Exit::Failed,
        format!("an entry of {bare} bytes does not fit its size class"),
        "Use a shorter label, fewer attachments or fewer members.",
    ))
}
