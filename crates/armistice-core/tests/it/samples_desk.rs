//! One statement of every kind of the desk family.
//!
//! Must not: leave a field at its simplest value where another shows more.

use armistice_core::statement::{
    desk::{Desk, DeskAudited},
    wire::Digest,
};

/// One of every kind, in the order of [`Desk::KINDS`].
pub(crate) fn all() -> Vec<Desk> {
    vec![Desk::Audited(DeskAudited { from_seq: 3, to_seq: 41, head: Digest([7; 32]) })]
}
