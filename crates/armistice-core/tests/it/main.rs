//! The one test binary of this crate.

mod build;
mod contradiction;
mod dating;
mod incident;
mod time;
