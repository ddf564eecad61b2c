//! Who asks, and what they may do.
//!
//! Must not: print.
