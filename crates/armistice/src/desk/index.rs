//! Tables of what lists show; rebuilt at will.
//!
//! Must not: print.
