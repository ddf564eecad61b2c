//! The one test binary of this crate.

mod book;
mod bundle;
mod cbor;
mod commitment;
mod container;
mod entry;
mod envelope;
mod evidence;
mod hash;
mod keyring;
mod tile;
mod tree;
