//! Passphrases, read from a file or a pipe.
//!
//! Must not: take a passphrase from an option or a variable, put one in an error, or keep one longer than it is needed.

use crate::failure::{Exit, Failure};
use std::{
    fs::File,
    io::Read as _,
    os::unix::fs::{FileTypeExt as _, PermissionsExt as _},
    path::Path,
};
use zeroize::Zeroizing;

/// Bytes of a passphrase; a sentence of a hundred words.
const MAX: u64 = 1024;

/// The first line of a file that only its owner can read, or of a pipe.
pub fn read(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let refuse = |why: String, hint: &str| Failure::new(Exit::Denied, format!("{}: {why}", path.display()), hint);
    let cannot = |e: std::io::Error| refuse(e.to_string(), "Name a file that holds the passphrase on its first line.");
    let file = File::open(path).map_err(cannot)?;
    let meta = file.metadata().map_err(cannot)?;
    let mode = meta.permissions().mode() & 0o777;
    if !meta.file_type().is_fifo() && meta.is_file() && mode & 0o077 != 0 {
        let why = format!("others can read it (mode {mode:03o})");
        return Err(refuse(why, "Run chmod 600 on it, and think about who may have copied it."));
    }
    let mut text = Zeroizing::new(String::with_capacity(2 * MAX as usize));
    file.take(MAX).read_to_string(&mut text).map_err(cannot)?;
    let line = Zeroizing::new(text.lines().next().unwrap_or_default().to_owned());
    if line.is_empty() {
        return Err(refuse("its first line is empty".to_owned(), "Write the passphrase on the first line."));
    }
    Ok(line)
}
