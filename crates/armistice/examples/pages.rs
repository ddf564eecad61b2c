//! Writes the reports of the tests as pages into a folder, for `tests/interop/pages.sh` and for whoever wants to look at them.
//!
//! Must not: be taken for a test; other people's tools judge what it writes.
//!
//! `cargo run -p armistice --example pages -- FOLDER`

#![expect(clippy::disallowed_methods, reason = "pages to look at, which nobody needs after a crash")]

use armistice::output::{
    document::{Direction, Document},
    page_html, page_pdf,
    svg::{self, Label},
};
use std::{error::Error, fs, path::PathBuf};

#[path = "../tests/it/pages/sample.rs"]
mod sample;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("give a folder")?);
    fs::create_dir_all(&folder)?;
    let reports: [(&str, Document); 4] = [
        ("english", sample::english()),
        ("arabic", sample::arabic()),
        ("long", sample::long(400)),
        ("hostile", sample::hostile()),
    ];
    for (name, document) in &reports {
        fs::write(folder.join(format!("{name}.html")), page_html::render(document))?;
        fs::write(folder.join(format!("{name}.pdf")), page_pdf::render(document)?)?;
    }
    let drawing = sample::drawing(Direction::Ltr, ["one", "two", "three", "four", "five", "six"]);
    fs::write(folder.join("drawing.svg"), svg::render(&drawing))?;
    let evil = sample::hostile().title;
    let drawing = sample::drawing(Direction::Rtl, [&evil; 6]);
    let label = Label { prefix: &evil, title: &evil, description: &evil, direction: Direction::Rtl };
    fs::write(folder.join("hostile.svg"), svg::labelled(&drawing, &label))?;
    Ok(())
}
