//! Reading: bytes -> main text -> lineage -> claims. Pure: no clock, network, randomness or files.
//!
//! Must not: know a conflict, a party or a place by name; what is known of the world is data under `lang/` and `data/`.

pub mod agreement;
pub mod block;
pub mod claims;
pub mod decode;
pub mod document;
pub mod elements;
pub mod events;
pub mod format;
pub mod holders;
pub mod html;
pub mod lang;
pub mod limits;
pub mod lineage;
pub mod lines;
pub mod maintext;
pub mod meta;
pub mod reading;
pub mod source;
