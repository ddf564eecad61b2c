//! The screens; one file each.
//!
//! Must not: print.
