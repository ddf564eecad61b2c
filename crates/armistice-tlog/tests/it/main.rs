//! The one test binary of this crate.

mod bundle;
mod bundles;
mod cbor;
mod commitment;
mod container;
mod entry;
mod hash;
mod tree;
mod verdict;
