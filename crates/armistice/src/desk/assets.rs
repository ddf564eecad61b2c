//! The files of the browser, embedded.
//!
//! Must not: print.

/// The address of a file of the browser.
#[must_use]
pub fn url(name: &str) -> String {
    format!("/assets/{name}")
}
