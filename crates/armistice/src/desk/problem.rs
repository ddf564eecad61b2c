//! What went wrong, as data (RFC 9457) and as a page.
//!
//! Must not: print.
