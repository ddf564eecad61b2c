//! One query for every view.
//!
//! Must not: print.
