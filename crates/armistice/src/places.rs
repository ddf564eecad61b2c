//! The gazetteer that is built into the program: GeoNames by way of public packages, made by `tools/gazetteer/build.py`.
//!
//! Must not: look anything up in a network.

use crate::failure::{Exit, Failure};
use armistice_read::elements::gazetteer::Gazetteer;
use std::sync::OnceLock;

/// `build.rs` sees to it that the file is there, and says what to do when it is not.
static BYTES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/gazetteer.bin"));

/// The gazetteer, checked once.
pub fn gazetteer() -> Result<&'static Gazetteer, Failure> {
    static GAZETTEER: OnceLock<Result<Gazetteer, String>> = OnceLock::new();
    GAZETTEER.get_or_init(|| Gazetteer::from_bytes(BYTES).map_err(|e| e.to_string())).as_ref().map_err(|e| {
        Failure::new(Exit::Failed, format!("the built-in gazetteer: {e}"), "Build the program again: make")
    })
}
