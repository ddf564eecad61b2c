//! The one test binary of this crate.

mod bundle;
mod cbor;
mod checkpoint;
mod ed25519;
mod entry;
mod hash;
mod note;
mod commitment;
mod container;
mod entry;
mod hash;
mod tile;
mod tree;
