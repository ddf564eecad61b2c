//! Judging: given these statements, what is the record? Pure functions: no clock, network, randomness or files.

pub mod act;
pub mod claim;
pub mod contradiction;
pub mod count;
pub mod dating;
pub mod id;
pub mod incident;
pub mod place;
pub mod span;
pub mod time;
