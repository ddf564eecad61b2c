//! The one test binary of this crate.

mod elements;
mod elements_places;
