//! Judging: given these statements, what is the record? Pure functions: no clock, network, randomness or files.

pub mod span;
