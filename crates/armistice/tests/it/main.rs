//! The one test binary of this crate.

mod badinput;
mod cli;
mod journal;
mod recovery;
mod scenario;
mod storage;
mod support;
