//! Measures what trust costs: taking in statements of 1 KiB with every signature checked and every batch durable; and
//! auditing a published register against this machine's raw SHA-256.
//!
//! Must not: be taken for a test. It prints figures of this machine; give it a folder on the disk that matters.
//!
//! `cargo run --release -p armistice --example trust_measure -- [STATEMENTS] [FOLDER]`; one core: `RAYON_NUM_THREADS=1`.

#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

use std::{
    error::Error,
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    time::Instant,
};

use armistice::{
    durable,
    exchange::copy::Copy,
    journal::{
        lock::{Access, Lock},
        register::Register,
    },
    keys::MemberName,
    publish::{self, Extent, Signer, files},
};
use armistice_tlog::{
    cbor::Writer,
    entry::{Unsigned, key_id},
    hash::{Hash, leaf_hash, node_hash, sha256},
    note::{Algorithm, VerifierKey, sign},
    tile::audit::audit,
};
use ed25519_dalek::SigningKey;

/// Bytes of an entry.
const ENTRY: usize = 1024;

/// Statements that arrive together and share a sync.
const BATCH: usize = 256;

const MISSION: &str = "bench.example";
const MEMBER: &str = "measured";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let count: usize = std::env::args().nth(1).map_or(Ok(100_000), |n| n.parse())?;
    let parent = std::env::args_os().nth(2).map_or_else(std::env::temp_dir, PathBuf::from);
    let dir = tempfile::tempdir_in(parent)?;
    let mission = dir.path().join("mission");
    durable::create_folder(&mission)?;
    let lock = Lock::take(&mission, Access::Write)?;
    let folder = mission.join("registers").join(MEMBER);
    intake(count, &folder, &lock)?;
    auditing(&folder, &lock)
}

/// CPU seconds of this process so far, all threads; the clock of the system ticks a hundred times a second.
fn cpu() -> f64 {
    let read = || -> Option<f64> {
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        Some((fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?) / 100.0)
    };
    read().unwrap_or(f64::NAN)
}

/// Seconds that this thread was at work so far, to the nanosecond: what others take from the machine does not count.
fn at_work() -> f64 {
    let read = || -> Option<f64> {
        let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        Some(text.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
    };
    read().unwrap_or(f64::NAN)
}

/// A register's entries: signed statements of exactly [`ENTRY`] bytes, the first one shorter.
fn statements(count: usize) -> Outcome<Vec<Vec<u8>>> {
    let key = SigningKey::from_bytes(&[3; 32]);
    let kid = key_id(&key.verifying_key());
    let mut out: Vec<Vec<u8>> = Vec::with_capacity(count);
    let mut prev: Option<Hash> = None;
    for seq in 0..i64::try_from(count)? {
        let iat = 1_760_000_000 + seq;
        let make = |padding: usize| {
            let (kind, body) = if seq == 0 {
                let body = Writer::new().map(2).integer(0).text("measured").integer(1);
                ("mission_opened", body.bytes(key.verifying_key().as_bytes()).finish())
            } else {
                let body = Writer::new().map(4).integer(0).text("inc-1").integer(1).text("inc-2");
                ("judged", body.integer(2).text("different").integer(3).text(&"x".repeat(padding)).finish())
            };
            let w = Writer::new().map(if prev.is_some() { 9 } else { 8 }).integer(0).text(kind).integer(1).integer(1);
            let w = w.integer(2).text(MISSION).integer(3).text(MEMBER).integer(4).integer(seq);
            let w = if let Some(prev) = prev { w.integer(5).bytes(prev.as_bytes()) } else { w };
            let payload = w.integer(6).integer(iat).integer(7).array(0).integer(8).bytes(&body).finish();
            Unsigned { iss: MEMBER.into(), sub: MISSION.into(), iat, kid, payload }.sign(&key)
        };
        // Lengths of 256 and more are written in two bytes, so a first try with 300 tells how much is missing.
        let bytes = if seq == 0 { make(0)? } else { make(300 + ENTRY - make(300)?.len())? };
        prev = Some(leaf_hash(&bytes));
        out.push(bytes);
    }
    Ok(out)
}

fn intake(count: usize, folder: &Path, lock: &Lock) -> Outcome<()> {
    let entries = statements(count)?;
    if entries.last().map(Vec::len) != Some(ENTRY) {
        return Err("the statements are not of the size that is measured".into());
    }
    let member = MemberName::parse(MEMBER)?;
    Register::create(folder, &format!("{MISSION}/{MEMBER}"))?;
    let mut register = Register::open_write(folder, lock)?;
    let mut copy = Copy::new(MISSION, &member);
    let mut latency = Vec::new();
    let (begin, used) = (Instant::now(), cpu());
    for batch in entries.chunks(BATCH) {
        let start = Instant::now();
        let batch: Vec<&[u8]> = batch.iter().map(Vec::as_slice).collect();
        let checked = copy.check(&batch)?;
        register.append(&batch)?;
        copy.take(checked, &batch);
        latency.push(start.elapsed());
    }
    let (wall, busy) = (begin.elapsed().as_secs_f64(), cpu() - used);
    register.close()?;
    latency.sort_unstable();
    let at = |share: usize| latency.get(latency.len() * share / 100).map_or(f64::NAN, |d| d.as_secs_f64() * 1e3);
    println!(
        "intake, signatures checked, durable in batches of {BATCH}: {:.0} statements of {ENTRY} B per second, {:.0} per CPU second; \
         a batch takes {:.1} ms (median), {:.1} ms (99 of 100)",
        count as f64 / wall,
        count as f64 / busy,
        at(50),
        at(99)
    );
    Ok(())
}

fn auditing(folder: &Path, lock: &Lock) -> Outcome<()> {
    let mut register = Register::open_write(folder, lock)?;
    let origin = register.origin().to_owned();
    let key = SigningKey::from_bytes(&[7; 32]);
    let verifier = VerifierKey::new(&origin, Algorithm::Ed25519, key.verifying_key().as_bytes())?;
    let signer = Signer { keys: vec![verifier], sign: &|text| Ok(vec![sign(text, &origin, &key)?]) };
    let published = publish::publish(lock, folder, &mut register, &signer, &[], Extent::New)?;
    let (size, root) = published.ok_or("nothing was published")?.tip;
    register.close()?;

    let disk = &**lock.disk();
    let source = files::source(disk, folder);
    // Three of each in turn; the best of each is the machine's, the rest is what others took from it.
    let (mut best, mut raw, mut shape) = (0_f64, 0_f64, 0_f64);
    let mut bytes = 0;
    for _ in 0..3 {
        let used = at_work();
        let found = audit(size, root, &source);
        if !found.is_sound() {
            return Err(format!("{:?}", found.differences.first()).into());
        }
        bytes = found.bytes;
        best = best.max(bytes as f64 / (at_work() - used));
        raw = raw.max(hashing(bytes, 1 << 20));
        shape = shape.max(tree_hashing(bytes));
    }
    println!(
        "audit of {size} entries, {:.0} MB, files cached, per CPU second: {:.0} MB; raw SHA-256: {:.0} MB in blocks of 1 MiB; \
         hashing the same entries and nodes in memory, one after the other: {:.0} MB",
        bytes as f64 / 1e6,
        best / 1e6,
        raw / 1e6,
        shape / 1e6
    );
    println!(
        "audit: {:.0} % of raw SHA-256, {:.0} % of what hashing such a tree reaches one after the other",
        100.0 * best / raw,
        100.0 * best / shape
    );
    let start = Instant::now();
    let reading = Register::open_read(folder)?;
    println!(
        "opening the log itself (chain and leaves): {:.0} MB/s, {} entries",
        bytes as f64 / 1e6 / start.elapsed().as_secs_f64(),
        reading.size()
    );
    Ok(())
}

fn hashing(bytes: u64, block: usize) -> f64 {
    let data = vec![7_u8; block];
    let start = at_work();
    let mut done = 0;
    while done < bytes {
        black_box(sha256(black_box(&data)));
        done += block as u64;
    }
    done as f64 / (at_work() - start)
}

/// The least that an audit has to hash: each entry as a leaf, and as many nodes; one after the other, as the raw rate is one
/// stream. An audit hashes two at a time where the processor can.
fn tree_hashing(bytes: u64) -> f64 {
    let data = vec![7_u8; ENTRY];
    let start = at_work();
    let mut hash = leaf_hash(&data);
    let mut done = 0;
    while done < bytes {
        let leaf = leaf_hash(black_box(&data));
        hash = node_hash(&leaf, &hash);
        done += ENTRY as u64;
    }
    black_box(hash);
    done as f64 / (at_work() - start)
}
