//! The one test binary of this crate.

mod record;
mod statement;
