//! The one test binary of this crate.

mod bundle;
mod cbor;
mod checkpoint;
mod commitment;
mod container;
mod cosignature;
mod ed25519;
mod entry;
mod every_size;
mod hash;
mod note;
mod proof;
mod receipt;
mod tile;
mod tree;
mod witness;
