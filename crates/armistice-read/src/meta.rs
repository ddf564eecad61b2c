//! What a page says about itself.
pub mod dates;
