//! The one test binary of this crate.

mod documents;
mod journal;
mod scenario;
mod storage;
mod support;
mod tidy;
