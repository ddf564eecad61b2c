//! Reading: bytes -> main text -> lineage -> claims. Pure: no clock, network, randomness or files.

pub mod block;
pub mod claims;
pub mod elements;
pub mod source;
