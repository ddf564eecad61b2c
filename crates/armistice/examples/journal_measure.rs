//! Measures the disk side: many small originals with each kind of barrier, and appending to and opening a register.
//!
//! Must not: be taken for a test. It prints figures of this machine; give it a folder on the disk that matters.
//!
//! `cargo run --release --example journal_measure -- [FOLDER]`

#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use armistice::blobs::{BlobId, Blobs};
use armistice::durable::{self, Barrier};
use armistice::journal::lock::{Access, Lock};
use armistice::journal::register::Register;

const FILES: usize = 10_000;
const FILE_BYTES: usize = 4096;
const ENTRIES: usize = 100_000;
const ENTRY_BYTES: usize = 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let parent = std::env::args_os().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    let dir = tempfile::tempdir_in(parent)?;
    for round in 1..=3 {
        println!("round {round}");
        files(dir.path(), round)?;
        register(dir.path(), round)?;
    }
    Ok(())
}

fn content(round: usize, kind: usize, n: usize, len: usize) -> Vec<u8> {
    let mut bytes = format!("{round} {kind} {n} ").into_bytes();
    bytes.resize(len, b'.');
    bytes
}

fn files(dir: &Path, round: usize) -> Result<(), Box<dyn Error>> {
    for (kind, barrier) in [Barrier::EachFile, Barrier::FileSystem].into_iter().enumerate() {
        let root = dir.join(format!("files-{round}-{kind}"));
        let contents: Vec<Vec<u8>> = (0..FILES).map(|n| content(round, kind, n, FILE_BYTES)).collect();
        let paths: Vec<(PathBuf, &[u8])> = contents
            .iter()
            .map(|bytes| {
                let name = BlobId::of(bytes).to_string();
                (root.join(&name[..2]).join(name), bytes.as_slice())
            })
            .collect();
        for (path, _) in &paths {
            if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
                std::fs::create_dir_all(folder)?;
            }
        }
        let start = Instant::now();
        durable::create_all(&paths, barrier)?;
        println!("  {FILES} files of {FILE_BYTES} B, {barrier:?}: {:.2?}", start.elapsed());
    }
    let blobs = Blobs::open(&dir.join(format!("mission-{round}")));
    let contents: Vec<Vec<u8>> = (0..FILES).map(|n| content(round, 9, n, FILE_BYTES)).collect();
    let originals: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    for what in ["new", "known"] {
        let start = Instant::now();
        blobs.put_all(&originals)?;
        println!("  {FILES} originals, {what}: {:.2?}", start.elapsed());
    }
    Ok(())
}

fn register(dir: &Path, round: usize) -> Result<(), Box<dyn Error>> {
    let mission = dir.join(format!("register-{round}"));
    durable::create_folder(&mission)?;
    let lock = Lock::take(&mission, Access::Write)?;
    let folder = mission.join("registers/measure");
    Register::create(&folder, "measure/measure")?;
    let entries: Vec<Vec<u8>> = (0..ENTRIES).map(|n| content(round, 0, n, ENTRY_BYTES)).collect();
    let mut register = Register::open_write(&folder, &lock)?;
    let start = Instant::now();
    for one in &entries[..200] {
        register.append(std::slice::from_ref(one))?;
    }
    println!("  one append of one entry: {:.2?}", start.elapsed() / 200);
    let start = Instant::now();
    for batch in entries[200..].chunks(1000) {
        register.append(batch)?;
    }
    println!("  {} entries of {ENTRY_BYTES} B in batches of 1000: {:.2?}", ENTRIES - 200, start.elapsed());
    drop(register);
    let start = Instant::now();
    let reading = Register::open_read(&folder)?;
    println!("  opening {} entries for reading: {:.2?}", reading.size(), start.elapsed());
    Ok(())
}
