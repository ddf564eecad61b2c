//! The one test binary of this crate.

mod bundle;
mod cbor;
mod entry;
mod hash;
mod tile;
mod tree;
