//! Measures the whole audit of a register in memory against raw SHA-256 over the same entries, in turns.
//!
//! Must not: be taken for a test. It prints figures of this machine. Reading from a disk is not in them.
//!
//! `cargo run --release -p armistice-tlog --example audit_measure`

#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::error::Error;
use std::time::Instant;

use armistice_tlog::bundle;
use armistice_tlog::hash::{leaf_hash, sha256};
use armistice_tlog::tile::audit::audit;
use armistice_tlog::tile::{Tile, TileWriter, bundles};

const ROUNDS: usize = 21;
const TOTAL: usize = 64 << 20;

/// Seconds of CPU that this thread has used, where the system says so (Linux); else seconds.
fn now(start: Instant) -> f64 {
    let used = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = used.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanos.map_or_else(|| start.elapsed().as_secs_f64(), |nanos| nanos / 1e9)
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("{:>12} {:>14} {:>14} {:>8} {:>8}", "entry bytes", "audit MB/CPU-s", "raw MB/CPU-s", "ratio", "bound");
    for len in [256, 1024, 4096, 16_384, 60_000] {
        measure(len)?;
    }
    Ok(())
}

fn measure(len: usize) -> Result<(), Box<dyn Error>> {
    let count = (TOTAL / len).min(400_000);
    let entry = |n: usize| {
        let mut bytes = n.to_be_bytes().to_vec();
        bytes.resize(len, b'.');
        bytes
    };
    let size = count as u64;
    let mut writer = TileWriter::new();
    let mut files: BTreeMap<Tile, Vec<u8>> =
        writer.append((0..count).map(|n| leaf_hash(&entry(n)))).into_iter().collect();
    for tile in bundles(size) {
        let entries: Vec<Vec<u8>> =
            (tile.start()..tile.end()).map(|n| usize::try_from(n).map(entry)).collect::<Result<_, _>>()?;
        files.insert(tile, bundle::encode(&entries)?);
    }
    let root = writer.root();
    let read = |tile: Tile| Ok::<_, Infallible>(files.get(&tile));
    let all: Vec<&Vec<u8>> = bundles(size).filter_map(|tile| files.get(&tile)).collect();
    let (mut audits, mut raws) = (f64::MAX, f64::MAX);
    let mut ratios = Vec::new();
    let start = Instant::now();
    for _ in 0..ROUNDS {
        let begin = now(start);
        if !audit(size, root, &read).is_sound() {
            return Err("the audit found differences".into());
        }
        let audited = now(start) - begin;
        let begin = now(start);
        let mut last = root;
        for bundle in &all {
            for entry in bundle::decode(bundle)? {
                last = sha256(entry);
            }
        }
        std::hint::black_box(last);
        let raw = now(start) - begin;
        audits = audits.min(audited);
        raws = raws.min(raw);
        ratios.push(raw / audited);
    }
    ratios.sort_by(f64::total_cmp);
    let mega = (count * len) as f64 / 1e6;
    // Blocks of SHA-256: an entry has its bytes and 9 more (padding), a leaf one more, and each entry costs one node.
    let raw_blocks = (len + 9).div_ceil(64);
    let blocks = (len + 10).div_ceil(64) + 2;
    let (ratio, bound) = (ratios[ROUNDS / 2] * 100.0, raw_blocks as f64 / blocks as f64 * 100.0);
    println!("{len:>12} {:>14.0} {:>14.0} {ratio:>7.1}% {bound:>7.1}%", mega / audits, mega / raws);
    Ok(())
}
