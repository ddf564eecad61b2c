//! Judging: given these statements, what is the record? Pure functions: no clock, network, randomness or files.
//!
//! Must not: read a clock, a file, the network or randomness, or give two machines two answers.

pub mod act;
pub mod agreement;
pub mod case;
pub mod claim;
pub mod condition;
pub mod contradiction;
pub mod count;
pub mod dating;
pub mod id;
pub mod incident;
pub mod ledger;
pub mod limits;
pub mod measure;
pub mod named;
pub mod obligation;
pub mod origin;
pub mod place;
pub mod record;
pub mod review;
pub mod said;
pub mod scope;
pub mod span;
pub mod standards;
pub mod statement;
pub mod time;
