//! The one test binary of this crate.

mod bundle;
mod cbor;
mod commitment;
mod container;
mod entry;
mod hash;
mod tile;
mod tree;
