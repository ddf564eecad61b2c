//! Which lines of a page are its article.
//!
//! Must not: change text; every line gets a verdict, and what is cut keeps its reason.

pub mod credits;
pub mod crf;
pub mod extractor;
pub mod features;
pub mod kinds;
