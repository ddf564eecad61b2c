//! The one test binary of this crate.

mod decode;
mod elements;
mod elements_places;
mod lineage;
mod maintext;
mod meta;
mod seeds;
