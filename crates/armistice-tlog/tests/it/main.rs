//! The one test binary of this crate.

mod bundle;
mod bundles;
mod cbor;
mod checkpoint;
mod codec;
mod commitment;
mod container;
mod cosignature;
mod ed25519;
mod entry;
mod hash;
mod note;
mod proof;
mod receipt;
mod tile;
mod tree;
mod verdict;
mod witness;
