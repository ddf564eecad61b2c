//! The one test binary of this crate.

mod journal;
mod scenario;
mod storage;
mod support;
