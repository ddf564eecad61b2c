//! The one test binary of this crate.

mod agreement;
mod dating;
mod record;
mod scope;
mod statement;
mod time;
