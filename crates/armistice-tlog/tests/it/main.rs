//! The one test binary of this crate.

mod book;
mod bundle;
mod cbor;
mod entry;
mod envelope;
mod evidence;
mod hash;
mod keyring;
mod tree;
