//! The one test binary of this crate.

mod dating;
mod record;
mod statement;
mod time;
