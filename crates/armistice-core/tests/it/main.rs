//! The one test binary of this crate.

mod dating;
mod time;
