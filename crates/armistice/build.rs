//! Says what to do when the gazetteer has not been built yet; else only asks for a new build when it changes.
//!
//! Must not: download anything.

use std::path::Path;

fn main() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/gazetteer.bin");
    println!("cargo::rerun-if-changed={}", file.display());
    if !file.is_file() {
        println!(
            "cargo::error=assets/gazetteer.bin is not there. Run `make gazetteer` once (it needs python3 with pip, and npm)."
        );
    }
}
