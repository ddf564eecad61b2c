//! The one test binary of this crate.

mod book;
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
mod envelope;
mod every_size;
mod evidence;
mod hash;
mod keyring;
mod note;
mod policy;
mod proof;
mod receipt;
mod small;
mod tile;
mod tree;
mod vectors;
mod verdict;
mod witness;
