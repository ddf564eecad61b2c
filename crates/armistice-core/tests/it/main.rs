//! The one test binary of this crate.

mod build;
mod contradiction;
mod dating;
mod event_rows;
mod incident;
mod time;
