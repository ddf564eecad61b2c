//! The desk: the web interface in which the work is done. Pages are made here, work without scripts, and have a JSON twin from the same struct.
//!
//! Must not: judge, or ask another host for anything.

pub mod access;
pub mod assets;
pub mod export;
pub mod index;
pub mod locale;
pub mod page;
pub mod problem;
pub mod query;
pub mod screen;
pub mod snapshot;
