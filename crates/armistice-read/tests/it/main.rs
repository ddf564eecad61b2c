//! The one test binary of this crate.

mod decode;
mod maintext;
mod meta;
mod seeds;
