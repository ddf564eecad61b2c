//! What the registers say now.
//!
//! Must not: print.
