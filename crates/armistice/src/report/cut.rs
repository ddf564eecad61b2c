//! Registers as they were: up to a time, or up to sizes.
//!
//! Must not: leave a statement out of the middle. What is left is always the beginning of a register.

use crate::output::brief_v1::RegisterAsOf;
use armistice_core::{record::Register, statement::Decoded};
use armistice_tlog::{hash::Hash, tree::Frontier};

/// The registers up to the first statement that its author dates later than `seconds` (since 1970), with sizes and roots.
#[must_use]
pub(super) fn at(registers: &[Register], as_of: &[RegisterAsOf], seconds: i64) -> (Vec<Register>, Vec<RegisterAsOf>) {
    let later = |(_, d): &([u8; 32], Decoded)| d.header().asserted > seconds;
    take(registers, as_of, |r| r.entries.iter().position(later))
}

/// The registers at the sizes that a report names. One that it does not name was not there.
#[must_use]
pub(super) fn sizes(registers: &[Register], sizes: &[(String, u64)]) -> Vec<Register> {
    let size = |r: &Register| sizes.iter().find(|(o, _)| *o == r.origin).map_or(0, |(_, n)| *n);
    take(registers, &[], |r| usize::try_from(size(r)).ok().filter(|n| *n < r.entries.len())).0
}

fn take(
    registers: &[Register],
    as_of: &[RegisterAsOf],
    end: impl Fn(&Register) -> Option<usize>,
) -> (Vec<Register>, Vec<RegisterAsOf>) {
    let (mut out, mut rows) = (Vec::new(), Vec::new());
    for r in registers {
        let Some(end) = end(r) else {
            rows.extend(as_of.iter().find(|a| a.origin == r.origin).cloned());
            out.push(r.clone());
            continue;
        };
        let entries = r.entries[..end].to_vec();
        let mut tree = Frontier::new();
        for (id, _) in &entries {
            tree.push(Hash::from_bytes(*id));
        }
        rows.push(RegisterAsOf {
            origin: r.origin.clone(),
            member: r.member.clone(),
            size: tree.size(),
            root: tree.root().hex(),
        });
        // Where the fold stops lies beyond.
        out.push(Register { entries, stopped: None, ..r.clone() });
    }
    (out, rows)
}
