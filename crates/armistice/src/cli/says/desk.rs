//! Statements of a desk about its own work, each as one sentence.
//!
//! Must not: name an account.

use armistice_core::statement::desk::Desk;

/// What the statement says.
pub(crate) fn desk(d: &Desk) -> String {
    match d {
        Desk::Audited(a) => {
            format!("fixed rows {} to {} of the desk's audit trail by the digest {}", a.from_seq, a.to_seq, a.head)
        }
    }
}
