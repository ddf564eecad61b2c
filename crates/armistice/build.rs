//! Says what to do when the gazetteer, the faces or the bundle of the browser are not there yet; else only asks for a new build when they change.
//!
//! Must not: download anything.

use std::path::Path;

const NEEDED: [(&str, &str); 4] = [
    ("assets/gazetteer.bin", "make gazetteer` once (it needs python3 with pip, and npm)"),
    ("assets/fonts/DejaVuSans.ttf", "make fonts` once (it needs npm)"),
    ("assets/fonts/DejaVuSans-Bold.ttf", "make fonts` once (it needs npm)"),
    ("assets/desk/manifest.json", "make web` once (it needs node and npm)"),
];

fn main() {
    for (name, what) in NEEDED {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
        println!("cargo::rerun-if-changed={}", file.display());
        if !file.is_file() {
            println!("cargo::error={name} is not there. Run `{what}.");
        }
    }
}
