//! The program. Everything is in the library.
//!
//! Must not: hold anything that a test could want.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(armistice::cli::run().code())
}
