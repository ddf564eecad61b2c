//! Measures the register store: durable acknowledgements, CPU time for each entry, publishing, a full audit.
//!
//! Must not: be taken for a test. It prints figures of this machine; give it a folder on the disk that matters.
//!
//! `cargo run --release --example store_bench -- [FOLDER] [--signed] [--entries N] [--json]`
//!
//! Entries have 1 KiB. `--signed`: each is a signed statement whose signature is checked on intake, before its batch is
//! written. Raw SHA-256 is measured in the same run, so that the audit can be held against what the machine can do.

#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use armistice::disk::Real;
use armistice::durable;
use armistice::journal::group::Group;
use armistice::journal::lock::{Access, Lock};
use armistice::journal::register::Register;
use armistice::publish::{self, Extent, Signer, files};
use armistice_tlog::entry::{Entry, Unsigned, key_id};
use armistice_tlog::hash::sha256;
use armistice_tlog::note::{Algorithm, VerifierKey, sign};
use armistice_tlog::tile::audit::audit;
use ed25519_dalek::SigningKey;

const ORIGIN: &str = "bench/bench";
const ENTRY_BYTES: usize = 1024;

struct Options {
    folder: PathBuf,
    signed: bool,
    json: bool,
    entries: usize,
}

fn options() -> Options {
    let mut options = Options { folder: std::env::temp_dir(), signed: false, json: false, entries: 100_000 };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--signed" => options.signed = true,
            "--json" => options.json = true,
            "--entries" => options.entries = args.next().and_then(|n| n.parse().ok()).unwrap_or(options.entries),
            folder => options.folder = PathBuf::from(folder),
        }
    }
    options
}

/// CPU time of this process, all its threads: user and system.
fn cpu() -> Duration {
    // Fields 14 and 15 of /proc/self/stat, in ticks of 10 ms; the name in field 2 may have spaces.
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: u64 = after.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

fn measured<T>(work: impl FnOnce() -> Result<T, Box<dyn Error>>) -> Result<(T, f64, f64), Box<dyn Error>> {
    let (start, before) = (Instant::now(), cpu());
    let result = work()?;
    Ok((result, start.elapsed().as_secs_f64(), (cpu() - before).as_secs_f64()))
}

/// Entries of 1 KiB: signed statements, or bytes that all differ.
fn entries(options: &Options, key: &SigningKey) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let mut all = Vec::with_capacity(options.entries);
    for n in 0..options.entries {
        if options.signed {
            // {0: bytes} in deterministic CBOR, so long that the whole entry has 1 KiB.
            let filler = ENTRY_BYTES - 148;
            let mut payload = vec![0xa1, 0x00, 0x59];
            payload.extend_from_slice(&u16::try_from(filler)?.to_be_bytes());
            payload.extend((0..filler).map(|k| (n.wrapping_mul(31) ^ k) as u8));
            let unsigned = Unsigned {
                iss: "bench".into(),
                sub: "bench".into(),
                iat: 1_700_000_000 + i64::try_from(n)?,
                kid: key_id(&key.verifying_key()),
                payload,
            };
            all.push(unsigned.sign(key)?);
        } else {
            let mut bytes = format!("entry {n} ").into_bytes();
            bytes.resize(ENTRY_BYTES, b'.');
            all.push(bytes);
        }
    }
    Ok(all)
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options();
    let dir = tempfile::tempdir_in(&options.folder)?;
    let key = SigningKey::from_bytes(&[7; 32]);
    let all = entries(&options, &key)?;
    let total = all.iter().map(Vec::len).sum::<usize>() as f64;
    let mut figures = Vec::new();
    let mut say = |name: &str, value: f64, unit: &str| figures.push((name.to_owned(), value, unit.to_owned()));
    say("bytes of an entry", total / all.len() as f64, "B");

    for batch in [256, 4096] {
        let (folder, lock) = new_register(dir.path(), &format!("batch-{batch}"))?;
        let mut register = Register::open_write(&folder, &lock)?;
        let mut slowest = Vec::new();
        let ((), wall, spent) = measured(|| {
            for some in all.chunks(batch) {
                let start = Instant::now();
                if options.signed {
                    for bytes in some {
                        Entry::parse(bytes)?.verify(&key.verifying_key())?;
                    }
                }
                register.append(some)?;
                slowest.push(start.elapsed().as_secs_f64() * 1000.0);
            }
            Ok(())
        })?;
        register.close()?;
        slowest.sort_by(f64::total_cmp);
        let at = |part: f64| slowest.get((slowest.len() as f64 * part) as usize).or(slowest.last()).copied();
        say(&format!("batch {batch}: durable acknowledgements"), all.len() as f64 / wall, "entries/s");
        say(&format!("batch {batch}: CPU time"), spent / all.len() as f64 * 1e6, "us/entry");
        say(&format!("batch {batch}: latency p50"), at(0.5).unwrap_or_default(), "ms");
        say(&format!("batch {batch}: latency p99"), at(0.99).unwrap_or_default(), "ms");
    }

    grouped(dir.path(), &all, &mut say)?;

    // Publishing all of it at once, and then a little more.
    let (folder, lock) = new_register(dir.path(), "publish")?;
    let mut register = Register::open_write(&folder, &lock)?;
    for some in all.chunks(4096) {
        register.append(some)?;
    }
    let verifier = VerifierKey::new(ORIGIN, Algorithm::Ed25519, key.verifying_key().as_bytes())?;
    let with_key = |text: &str| Ok(vec![sign(text, ORIGIN, &key)?]);
    let signer = Signer { keys: vec![verifier], sign: &with_key };
    let publish = |register: &mut Register| -> Result<_, Box<dyn Error>> {
        Ok(publish::publish(&lock, &folder, register, &signer, &[], Extent::New)?)
    };
    let (published, wall, spent) = measured(|| publish(&mut register))?;
    say("publish everything", wall * 1000.0, "ms");
    say("publish everything: CPU time", spent * 1000.0, "ms");
    register.append(&all[..100])?;
    let (_, wall, _) = measured(|| publish(&mut register))?;
    say("publish 100 more", wall * 1000.0, "ms");
    let (_, wall, _) = measured(|| publish(&mut register))?;
    say("publish nothing new", wall * 1000.0, "ms");
    drop(register);

    let (reading, wall, spent) = measured(|| Ok(Register::open_read(&folder)?))?;
    say("verify the log", total / spent.max(1e-9) / 1e9, "GB/CPU-s");
    say("verify the log, wall", total / wall / 1e9, "GB/s");
    drop(reading);

    // The audit of what is published, against raw SHA-256 over pieces of 1 KiB, in turns so that both see the same noise.
    let tip = published.ok_or("published")?.tip;
    let (mut audits, mut raws, mut walls) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        let (found, wall, spent) = measured(|| Ok(audit(tip.0, tip.1, &files::source(&Real, &folder))))?;
        if !found.is_sound() {
            return Err("the audit found differences".into());
        }
        audits.push(found.bytes as f64 / spent.max(1e-9) / 1e9);
        walls.push(found.bytes as f64 / wall / 1e9);
        let (_, _, spent) = measured(|| Ok(all.iter().fold(0_u8, |x, e| x ^ sha256(e).as_bytes()[0])))?;
        raws.push(total / spent.max(1e-9) / 1e9);
    }
    let median = |values: &mut Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let (audited, raw) = (median(&mut audits), median(&mut raws));
    say("full audit", audited, "GB/CPU-s");
    say("full audit, wall", median(&mut walls), "GB/s");
    say("raw SHA-256 of 1 KiB pieces", raw, "GB/CPU-s");
    say("full audit against raw SHA-256", audited / raw * 100.0, "%");

    if options.json {
        let object: Vec<String> =
            figures.iter().map(|(name, value, unit)| format!("\"{name} ({unit})\": {value:.3}")).collect();
        println!("{{{}}}", object.join(", "));
    } else {
        let signed = if options.signed { ", signed statements, each checked on intake" } else { "" };
        println!("{} entries{signed}", all.len());
        for (name, value, unit) in figures {
            println!("  {name:44} {value:>12.2} {unit}");
        }
    }
    Ok(())
}

/// 256 threads, each with one entry at a time: batches form by themselves.
fn grouped(dir: &Path, all: &[Vec<u8>], say: &mut impl FnMut(&str, f64, &str)) -> Result<(), Box<dyn Error>> {
    const THREADS: usize = 256;
    let (folder, lock) = new_register(dir, "group")?;
    let group = Group::new(Register::open_write(&folder, &lock)?);
    let some = &all[..all.len().min(20_000)];
    let start = Instant::now();
    std::thread::scope(|scope| {
        for part in some.chunks(some.len().div_ceil(THREADS)) {
            let group = &group;
            scope.spawn(move || part.iter().all(|entry| group.append(vec![entry.clone()]).is_ok()));
        }
    });
    let wall = start.elapsed().as_secs_f64();
    let register = group.into_register();
    if register.size() != some.len() as u64 {
        return Err("entries were lost".into());
    }
    say("256 threads, one entry each", some.len() as f64 / wall, "entries/s");
    Ok(())
}

fn new_register(dir: &Path, name: &str) -> Result<(PathBuf, Lock), Box<dyn Error>> {
    let mission = dir.join(name);
    durable::create_folder(&mission)?;
    let lock = Lock::take(&mission, Access::Write)?;
    let folder = mission.join("registers/bench");
    Register::create(&folder, ORIGIN)?;
    Ok((folder, lock))
}
