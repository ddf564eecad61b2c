//! The one test binary of this crate.

mod bundle;
mod cbor;
mod commitment;
mod entry;
mod hash;
mod tree;
