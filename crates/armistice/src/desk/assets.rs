//! The files of the browser, embedded.
//!
//! Must not: print.
