//! The one test binary of this crate.

mod agreement;
mod scope;
