//! The register store on a simulated disk: power lost, processes killed and syncs failed at any call, thousands of seeds.
//!
//! Must not: know how the store works inside. What it checks is what was promised: acknowledged entries are there, at
//! their index, and what was read once stays.

use crate::disks::{Broken, Dice, Faulty, Simulated};
use armistice::{
    disk::Disk as _,
    journal::{
        error::JournalError,
        format::MAX_BATCH,
        group::Group,
        lock::{Access, Lock},
        register::{Reading, Register, folder},
    },
    keys::MemberName,
};
use armistice_tlog::{hash::leaf_hash, tree::Tree};
use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

const ORIGIN: &str = "mission.example/observer";

/// Rounds that a disk goes through: work until something breaks, then look.
const ROUNDS: u64 = 4;

fn mission() -> PathBuf {
    PathBuf::from("/mission")
}

fn register_folder() -> PathBuf {
    folder(&mission(), &MemberName::parse("observer").expect("a member name"))
}

/// An entry that can be told from every other; some are small, some cross sectors, some are mostly zeros.
fn entry(number: u64, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = format!("entry {number} ").into_bytes();
    let (len, fill) = match dice.below(5) {
        0 => (0, 0),
        1 => (dice.below(3000) as usize, 0),
        2 => (1024, dice.next() as u8),
        3 | 4.. => (dice.below(700) as usize, dice.next() as u8),
    };
    bytes.extend((0..len).map(|n| if fill == 0 { 0 } else { fill ^ n as u8 }));
    bytes
}

/// What the writer knows, and what a reader was once given.
#[derive(Default)]
struct Known {
    acknowledged: Vec<Vec<u8>>,
    /// The last batch, whose fate is open.
    attempted: Vec<Vec<u8>>,
    /// Most entries that any reader got.
    read: usize,
    created: bool,
}

/// Appends until the disk says no.
fn work(disk: &Simulated, known: &mut Known, dice: &mut Dice) {
    let shared = disk.shared();
    match Register::create_on(&*shared, &register_folder(), ORIGIN) {
        Ok(()) => known.created = true,
        Err(JournalError::Exists { .. }) => {}
        Err(_) => return,
    }
    let Ok(lock) = Lock::wait_on(shared.clone(), &mission(), Access::Write, Duration::ZERO) else { return };
    for _ in 0..3 {
        let Ok(mut register) = Register::open_write(&register_folder(), &lock) else { return };
        // Opening decided the fate of the last batch.
        settle(known, register.size() as usize, register.root());
        for _ in 0..dice.below(4) {
            let first = known.acknowledged.len() as u64;
            let batch: Vec<Vec<u8>> = (0..1 + dice.below(5)).map(|n| entry(first + n, dice)).collect();
            known.attempted.clone_from(&batch);
            match register.append(&batch) {
                Ok(receipt) => {
                    assert_eq!(receipt.first_index, first);
                    known.acknowledged.append(&mut known.attempted);
                }
                Err(_) => return,
            }
        }
        if dice.one_in(2) && register.close().is_err() {
            return;
        }
        if dice.one_in(3)
            && let Ok(reading) = Register::open_read_on(&*shared, &register_folder())
        {
            known.read = known.read.max(reading.size() as usize);
        }
    }
}

fn settle(known: &mut Known, size: usize, root: armistice_tlog::hash::Hash) {
    let mut whole = known.acknowledged.clone();
    whole.append(&mut known.attempted);
    assert!(size == known.acknowledged.len() || size == whole.len(), "{size} entries");
    whole.truncate(size);
    known.acknowledged = whole;
    assert!(size >= known.read, "{} entries were read, {size} are there", known.read);
    assert_eq!(root, tree_of(&known.acknowledged).root());
}

fn tree_of(entries: &[Vec<u8>]) -> Tree {
    let mut tree = Tree::new();
    for entry in entries {
        tree.push(leaf_hash(entry));
    }
    tree
}

fn entries_of(reading: &Reading) -> Vec<Vec<u8>> {
    reading.entries().map(|(_, bytes)| bytes.to_vec()).collect()
}

/// Looks at what is on the disk. A reader may come first, or the next writer.
fn look(disk: &Simulated, known: &mut Known, dice: &mut Dice) {
    if !known.created {
        return;
    }
    if dice.one_in(2) {
        let reading = Register::open_read_on(&*disk.shared(), &register_folder()).expect("a sound register");
        let read = entries_of(&reading);
        let whole = [&known.acknowledged[..], &known.attempted[..]].concat();
        assert!(read == known.acknowledged || read == whole, "{} entries are read", read.len());
        assert_eq!(reading.root(), tree_of(&read).root());
        assert!(read.len() >= known.read, "{} were read before, {} now", known.read, read.len());
        known.read = read.len();
        if dice.one_in(2) {
            return;
        }
    }
    let lock = Lock::wait_on(disk.shared(), &mission(), Access::Write, Duration::ZERO).expect("nobody else is here");
    let register = Register::open_write(&register_folder(), &lock).expect("a sound register");
    settle(known, register.size() as usize, register.root());
    drop(register);
    let reading = Register::open_read_on(&*disk.shared(), &register_folder()).expect("a sound register");
    assert_eq!(entries_of(&reading), known.acknowledged);
}

fn one_seed(seed: u64) {
    let mut dice = Dice::new(seed);
    let mut disk = Simulated::new(&mission());
    let mut known = Known::default();
    for _ in 0..ROUNDS {
        let moment = disk.calls() + dice.below(160);
        // A disk that fails a sync and then loses power may have lost what a later process still sees: the next writer
        // writes it again. A reader cannot, so after such a failure a writer comes first, as with every command that
        // failed.
        let failing = dice.one_in(3);
        if failing {
            disk.fail_sync_from(moment, seed);
        } else {
            disk.die_at(moment);
        }
        work(&disk, &mut known, &mut dice);
        disk = if failing || dice.one_in(4) { disk.after_kill() } else { disk.after_power_loss(&mut dice) };
        if failing {
            if known.created {
                let lock = Lock::wait_on(disk.shared(), &mission(), Access::Write, Duration::ZERO).expect("alone");
                let register = Register::open_write(&register_folder(), &lock).expect("a sound register");
                settle(&mut known, register.size() as usize, register.root());
            }
            disk = disk.after_power_loss(&mut dice);
        }
        look(&disk, &mut known, &mut dice);
    }
}

fn seeds(range: std::ops::Range<u64>) {
    for seed in range {
        let result = std::panic::catch_unwind(|| one_seed(seed));
        assert!(result.is_ok(), "seed {seed}");
    }
}

#[test]
fn nothing_acknowledged_is_lost() {
    seeds(0..300);
}

/// A disk that forgets what is not synced finds a writer that does not sync: this test can fail.
#[test]
fn the_simulated_disk_is_not_kind() {
    let folder = mission();
    let (mut lost, mut torn, mut nameless) = (0, 0, 0);
    for seed in 0..200 {
        let disk = Simulated::new(&folder);
        let path = folder.join("file");
        let file = disk.open(&path, armistice::disk::Open::New).expect("a new file");
        file.write_at(&[7; 2000], 0).expect("room");
        let after = disk.after_power_loss(&mut Dice::new(seed));
        match after.bytes(&path) {
            None => nameless += 1,
            Some(bytes) if bytes == [7; 2000] => {}
            Some(bytes) if bytes.iter().all(|b| *b == 0) => lost += 1,
            Some(_) => torn += 1,
        }
        file.sync_data().expect("the power is there");
        disk.sync_folder(&folder).expect("the power is there");
        assert_eq!(disk.after_power_loss(&mut Dice::new(seed)).bytes(&path), Some(vec![7; 2000]));
    }
    assert!(lost > 10 && torn > 10 && nameless > 10, "{lost} lost, {torn} torn, {nameless} without a name");
}

/// Many threads on one register: each gets its own entries at its own indices, and batches are shared.
#[test]
fn group_commit() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = folder(root.path(), &MemberName::parse("observer").expect("a member name"));
    Register::create(&folder, ORIGIN).expect("a new register");
    let lock = Lock::take(root.path(), Access::Write).expect("alone");
    let group = Arc::new(Group::new(Register::open_write(&folder, &lock).expect("a sound register")));
    let threads: Vec<_> = (0..8_u64)
        .map(|thread| {
            let group = group.clone();
            std::thread::spawn(move || {
                let mut said = Vec::new();
                for n in 0..50_u64 {
                    let entries: Vec<Vec<u8>> =
                        (0..1 + n % 3).map(|k| format!("thread {thread} entry {n} {k}").into_bytes()).collect();
                    let receipt = group.append(entries.clone()).expect("room on the disk");
                    said.extend((receipt.first_index..).zip(entries));
                }
                // What is refused harms nobody.
                assert!(matches!(*group.append(vec![]).expect_err("no entries"), JournalError::Batch(_)));
                said
            })
        })
        .collect();
    let said: Vec<(u64, Vec<u8>)> = threads.into_iter().flat_map(|t| t.join().expect("no thread fails")).collect();
    let register = Arc::into_inner(group).expect("all threads are done").into_register();
    assert_eq!(register.size() as usize, said.len());
    drop(register);
    let reading = Register::open_read(&folder).expect("a sound register");
    for (index, entry) in &said {
        assert_eq!(reading.entry(*index), Some(&entry[..]));
    }
}

/// More than one batch may have: those who do not fit begin the next one, which has a leader of its own.
#[test]
fn group_commit_beyond_one_batch() {
    const EACH: usize = MAX_BATCH / 2 - 1;
    let disk = Simulated::new(&mission());
    Register::create_on(&disk, &register_folder(), ORIGIN).expect("a new register");
    let lock = Lock::wait_on(disk.shared(), &mission(), Access::Write, Duration::ZERO).expect("alone");
    let group = Group::new(Register::open_write(&register_folder(), &lock).expect("a sound register"));
    let together = std::sync::Barrier::new(8);
    let mut firsts: Vec<u64> = std::thread::scope(|scope| {
        let one = || {
            together.wait();
            group.append(vec![vec![1]; EACH]).expect("room").first_index
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(one)).collect();
        threads.into_iter().map(|t| t.join().expect("no thread fails")).collect()
    });
    firsts.sort_unstable();
    assert_eq!(firsts, (0..8).map(|n| n * EACH as u64).collect::<Vec<_>>());
    assert_eq!(group.into_register().size(), 8 * EACH as u64);
}

/// A shared batch that the disk refuses is refused to everyone who waited for it, and to everyone after.
#[test]
fn group_commit_on_a_broken_disk() {
    let disk = Simulated::new(&mission());
    Register::create_on(&disk, &register_folder(), ORIGIN).expect("a new register");
    let lock = Lock::wait_on(disk.shared(), &mission(), Access::Write, Duration::ZERO).expect("alone");
    let group = Group::new(Register::open_write(&register_folder(), &lock).expect("a sound register"));
    assert_eq!(group.append(vec![b"one".to_vec()]).expect("room").first_index, 0);
    disk.fail_sync_from(disk.calls(), 1);
    let failed = group.append(vec![b"two".to_vec()]).expect_err("the disk fails");
    assert!(matches!(*failed, JournalError::Write { .. }), "{failed}");
    let stopped = group.append(vec![b"three".to_vec()]).expect_err("it has stopped");
    assert!(matches!(*stopped, JournalError::Stopped { .. }), "{stopped}");
}

/// A leader that panics while it writes: everyone in its batch is told, and everyone after; nobody waits for ever, and
/// what was not acknowledged is decided by opening the register again.
#[test]
fn group_commit_when_the_leader_panics() {
    let open = |at| {
        let disk = Simulated::new(&mission());
        Register::create_on(&disk, &register_folder(), ORIGIN).expect("a new register");
        let faulty = Faulty::new(disk.shared(), at, Broken::Panics);
        let lock = Lock::wait_on(Arc::new(faulty.clone()), &mission(), Access::Write, Duration::ZERO).expect("alone");
        let register = Register::open_write(&register_folder(), &lock).expect("a sound register");
        (disk, faulty, lock, Group::new(register))
    };
    let before = open(u64::MAX).1.seen().len() as u64;
    // The call that writes the batch, and the one that syncs it.
    for at in [before, before + 1] {
        let (disk, _, lock, group) = open(at);
        let together = std::sync::Barrier::new(8);
        let one = |n: u8| {
            together.wait();
            group.append(vec![vec![n]]).map(|_| ())
        };
        let one = &one;
        let ended: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|n| scope.spawn(move || one(n))).collect();
            threads.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        assert_eq!(ended.iter().filter(|e| e.is_err()).count(), 1, "the leader alone panics");
        for told in ended.into_iter().flatten() {
            assert!(matches!(*told.expect_err("nothing is acknowledged"), JournalError::LeaderLost));
        }
        let later = group.append(vec![b"later".to_vec()]).expect_err("it has stopped");
        assert!(matches!(*later, JournalError::LeaderLost), "{later}");
        drop((group.into_register(), lock));
        let reading = Register::open_read_on(&*disk.shared(), &register_folder()).expect("a sound register");
        assert!(reading.size() <= 8, "{}", reading.size());
    }
}

/// Unused paths are named, so that a disk that is not empty is seen.
#[test]
fn a_failed_creation_can_be_repeated() {
    for moment in 0..40 {
        for seed in 0..5 {
            let disk = Simulated::new(Path::new("/mission"));
            disk.die_at(moment);
            let made = Register::create_on(&disk, &register_folder(), ORIGIN).is_ok();
            let disk = disk.after_power_loss(&mut Dice::new(seed));
            match Register::create_on(&disk, &register_folder(), ORIGIN) {
                Ok(()) => assert!(!made, "call {moment}: what was made is gone; {:?}", disk.paths()),
                Err(JournalError::Exists { origin, .. }) => assert_eq!(origin, ORIGIN, "call {moment}"),
                Err(other) => panic!("call {moment}: {other}"),
            }
            let reading = Register::open_read_on(&disk, &register_folder()).expect("a sound register");
            assert_eq!(reading.size(), 0);
        }
    }
}

const CHILD: &str = "ARMISTICE_TEST_GROUP_CHILD";

/// Entries that each thread of a child says at most, so that it ends even if nobody kills it.
const CHILD_LIMIT: u64 = 40_000;

/// Not a test by itself: what the child process of [`killed_under_load`] does. Eight threads say one entry after the other
/// and, once it is acknowledged, its index and hash.
#[test]
fn child_under_load() {
    let Some(root) = std::env::var_os(CHILD) else { return };
    let root = Path::new(&root);
    let lock = Lock::take(root, Access::Write).expect("the parent starts one child at a time");
    let folder = folder(root, &MemberName::parse("observer").expect("a member name"));
    let group = Group::new(Register::open_write(&folder, &lock).expect("a sound register"));
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let group = &group;
            scope.spawn(move || {
                for n in 0..CHILD_LIMIT {
                    let entry = format!("{} {thread} {n} {}", std::process::id(), "x".repeat(n as usize % 900));
                    let receipt = group.append(vec![entry.clone().into_bytes()]).expect("room");
                    let line = format!("receipt {} {}\n", receipt.first_index, leaf_hash(entry.as_bytes()));
                    // One write, so that the parent never reads half a line.
                    std::io::stdout().write_all(line.as_bytes()).expect("a parent");
                }
            });
        }
    });
}

/// kill -9 under load: every acknowledged entry is found again at its index.
fn killed_under_load(rounds: usize) {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = folder(root.path(), &MemberName::parse("observer").expect("a member name"));
    Register::create(&folder, ORIGIN).expect("a new register");
    let mut acknowledged: BTreeMap<u64, String> = BTreeMap::new();
    for round in 0..rounds {
        let mut child = Command::new(std::env::current_exe().expect("this test binary"))
            .args(["--exact", "powerloss::child_under_load", "--nocapture"])
            .env(CHILD, root.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child process");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let mut collect = |line: String| {
            let Some((_, receipt)) = line.split_once("receipt ") else { return 0 };
            let Some((index, hash)) = receipt.split_once(' ') else { return 0 };
            // The last line may have been cut by the kill.
            if hash.len() == 64 {
                let twice = acknowledged.insert(index.parse().expect("an index"), hash.to_owned());
                assert_eq!(twice, None, "round {round}: index {index} was given twice");
            }
            1
        };
        let mut count = 0;
        for line in lines.by_ref() {
            count += collect(line.expect("a line"));
            if count == 40 + 137 * round {
                break;
            }
        }
        child.kill().expect("our own child");
        child.wait().expect("our own child");
        lines.map_while(Result::ok).for_each(|line| count += collect(line));
        assert!(count >= 40, "round {round}: the child ended early");
        let reading = Register::open_read(&folder).expect("a sound register");
        for (index, hash) in &acknowledged {
            let found = reading.leaves().get(*index as usize).map(ToString::to_string);
            assert_eq!(found.as_ref(), Some(hash), "round {round}: entry {index}");
        }
        assert_eq!(reading.root(), reading.tree().root(), "round {round}");
    }
}

#[test]
fn killed_under_load_loses_nothing() {
    killed_under_load(2);
}

mod slow {
    #[test]
    fn killed_under_load_many_times() {
        super::killed_under_load(16);
    }

    #[test]
    fn nothing_acknowledged_is_lost_in_thousands_of_seeds() {
        super::seeds(1_000..3_000);
    }
}
