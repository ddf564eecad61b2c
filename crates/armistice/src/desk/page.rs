//! The shell around every page.
//!
//! Must not: print.
