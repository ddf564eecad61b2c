//! Words, numbers and dates in the languages of the desk.
//!
//! Must not: print.
