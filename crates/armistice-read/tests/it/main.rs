//! The one test binary of this crate.

mod decode;
mod lineage;
mod maintext;
mod meta;
mod seeds;
