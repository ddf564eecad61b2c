//! The one test binary of this crate.

mod journal;
mod storage;
