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
mod every_size;
mod hash;
mod note;
mod proof;
mod receipt;
mod tile;
mod tree;
mod witness;
mod envelope;
mod evidence;
mod policy;
mod keyring;
mod vectors;
mod verdict;
