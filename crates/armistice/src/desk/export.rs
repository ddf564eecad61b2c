//! Exactly the filtered set, in the formats of other programs.
//!
//! Must not: print.
