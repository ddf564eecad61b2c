//! One round of the register store under load, for `bench/store/run.sh`: so many entries of 1 KiB, each acknowledged when its batch is on
//! the disk; then tiles, read back, and a signed checkpoint over everything.
//!
//! Must not: sync less, check less or sign less than the program does.
//!
//! `store_round FOLDER ENTRIES batch SIZE` hands over batches of SIZE from one caller;
//! `store_round FOLDER ENTRIES writers COUNT` has COUNT callers add one entry each and wait for it, in a closed loop.
//! Prints one line of key=value.

#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

use std::{
    error::Error,
    fs,
    path::Path,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use armistice::{
    durable,
    journal::{
        group::Group,
        lock::{Access, Lock},
        register::Register,
    },
    publish::{self, Extent, Signer},
};
use armistice_tlog::note::{Algorithm, VerifierKey, sign};
use ed25519_dalek::SigningKey;

const ENTRY: usize = 1024;
const ORIGIN: &str = "bench.example/store";

/// Stack of a caller: there are thousands of them, and they only wait.
const STACK: usize = 64 * 1024;

fn entry(n: usize) -> Vec<u8> {
    let mut bytes = vec![0; ENTRY];
    let mut rest = n;
    for place in bytes[..20].iter_mut().rev() {
        *place = b"0123456789"[rest % 10];
        rest /= 10;
    }
    bytes
}

/// CPU seconds of this process so far, all threads, user and system; the clock of the system ticks a hundred times a second.
fn cpu() -> f64 {
    let read = || -> Option<f64> {
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        let after = stat.rsplit_once(')')?.1;
        let fields: Vec<&str> = after.split_whitespace().collect();
        Some((fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?) / 100.0)
    };
    read().unwrap_or(f64::NAN)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, entries, how, size] = arguments.as_slice() else {
        return Err("store_round FOLDER ENTRIES batch|writers SIZE".into());
    };
    let (entries, size): (usize, usize) = (entries.parse()?, size.parse()?);
    let mission = Path::new(folder);
    durable::create_folder(mission)?;
    let lock = Lock::take(mission, Access::Write)?;
    let folder = mission.join("registers/store");
    Register::create(&folder, ORIGIN)?;
    let register = Register::open_write(&folder, &lock)?;

    let Round { mut register, mut latency, wall, busy } = match how.as_str() {
        "batch" => batches(register, entries, size)?,
        "writers" => writers(register, entries, size)?,
        other => return Err(format!("batch or writers, not {other}").into()),
    };
    let (begin, used) = (Instant::now(), cpu());

    let key = SigningKey::from_bytes(&[7; 32]);
    let verifier = VerifierKey::new(ORIGIN, Algorithm::Ed25519, key.verifying_key().as_bytes())?;
    let signer = Signer { keys: vec![verifier], sign: &|text| Ok(vec![sign(text, ORIGIN, &key)?]) };
    let published = publish::publish(&lock, &folder, &mut register, &signer, &[], Extent::New)?;
    let (all, all_busy) = (wall + begin.elapsed().as_secs_f64(), busy + cpu() - used);
    if published.map(|p| p.tip.0) != Some(entries as u64) {
        return Err("not everything was published".into());
    }
    latency.sort_unstable();
    let at = |share: usize| latency.get(latency.len() * share / 100).map_or(f64::NAN, |d| d.as_secs_f64() * 1e3);
    let n = entries as f64;
    println!(
        "who=armistice-{how} batch={size} entries={entries} acks_per_s={:.0} cpu_s={busy:.3} entries_per_cpu_s={:.0} \
         published_per_s={:.0} published_cpu_s={all_busy:.3} published_entries_per_cpu_s={:.0} p50_ms={:.1} p99_ms={:.1}",
        n / wall,
        n / busy,
        n / all,
        n / all_busy,
        at(50),
        at(99)
    );
    Ok(())
}

/// What a round was, from the first entry handed over to the last one acknowledged.
struct Round {
    register: Register,
    latency: Vec<Duration>,
    wall: f64,
    busy: f64,
}

/// One caller that has many entries at a time, as taking in another member's register has.
fn batches(mut register: Register, entries: usize, size: usize) -> Result<Round, Box<dyn Error>> {
    let mut latency = Vec::new();
    let (begin, used) = (Instant::now(), cpu());
    for first in (0..entries).step_by(size) {
        let batch: Vec<Vec<u8>> = (first..entries.min(first + size)).map(entry).collect();
        let start = Instant::now();
        register.append(&batch)?;
        latency.push(start.elapsed());
    }
    Ok(Round { register, latency, wall: begin.elapsed().as_secs_f64(), busy: cpu() - used })
}

/// Many callers with one entry each, which share the syncs. The callers are there before the clock runs and go when it has
/// stopped: making threads is not what is measured.
fn writers(register: Register, entries: usize, count: usize) -> Result<Round, Box<dyn Error>> {
    let group = Group::new(register);
    let (next, refused, at_work) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(count));
    let latency = Mutex::new(Vec::with_capacity(entries));
    let (go, ended, leave) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    let (ready, work) = (AtomicUsize::new(0), || {
        let mut mine = Vec::with_capacity(2 * entries / count);
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            if n >= entries {
                break;
            }
            let start = Instant::now();
            if group.append(vec![entry(n)]).is_err() {
                refused.fetch_add(1, Ordering::Relaxed);
                break;
            }
            mine.push(start.elapsed());
        }
        if at_work.fetch_sub(1, Ordering::AcqRel) == 1 {
            ended.get_or_init(|| ());
        }
        leave.wait();
        latency.lock().unwrap_or_else(PoisonError::into_inner).append(&mut mine);
    });
    let (wall, busy) = thread::scope(|scope| -> std::io::Result<(f64, f64)> {
        for _ in 0..count {
            let made = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
                ready.fetch_add(1, Ordering::AcqRel);
                go.wait();
                work();
            });
            if let Err(error) = made {
                // Those that are there must not wait for ever.
                next.store(entries, Ordering::Relaxed);
                go.get_or_init(|| ());
                leave.get_or_init(|| ());
                return Err(error);
            }
        }
        while ready.load(Ordering::Acquire) < count {
            thread::sleep(Duration::from_millis(10));
        }
        let (begin, used) = (Instant::now(), cpu());
        go.get_or_init(|| ());
        ended.wait();
        let round = (begin.elapsed().as_secs_f64(), cpu() - used);
        leave.get_or_init(|| ());
        Ok(round)
    })?;
    if refused.load(Ordering::Relaxed) > 0 {
        return Err("an append was refused".into());
    }
    let latency = latency.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Round { register: group.into_register(), latency, wall, busy })
}
