//! The one test binary of this crate.

mod book;
mod bundle;
mod bundles;
mod cbor;
mod checkpoint;
mod commitment;
mod container;
mod cosignature;
mod ed25519;
mod entry;
mod envelope;
mod evidence;
mod hash;
mod note;
mod policy;
mod keyring;
mod tile;
mod tree;
mod verdict;
