//! Judging: given these statements, what is the record? Pure functions: no clock, network, randomness or files.

pub mod act;
pub mod agreement;
pub mod claim;
pub mod count;
pub mod id;
pub mod limits;
pub mod place;
pub mod scope;
pub mod span;
pub mod time;
