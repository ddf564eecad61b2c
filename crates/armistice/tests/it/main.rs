//! The one test binary of this crate.

mod badinput;
mod cli;
mod documents;
mod journal;
mod recovery;
mod scenario;
mod storage;
mod support;
mod tidy;
