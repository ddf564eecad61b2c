//! The register store under everything that can break: round trips, faults, cuts, flipped bits, two writers, kill -9.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use armistice::durable::TEMPORARY;
use armistice::journal::error::{HeadProblem, JournalError, Warning};
use armistice::journal::format::{self, BatchError, Fault, MAX_BATCH, OriginProblem};
use armistice::journal::head::Head;
use armistice::journal::lock::{Access, Lock, LockError};
use armistice::journal::register::{HEAD, LOG, Reading, Receipt, Register, folder};
use armistice::keys::MemberName;
use armistice_tlog::hash::{empty_root, leaf_hash};
use armistice_tlog::tree::{Tree, verify_consistency, verify_inclusion};
use proptest::prelude::*;
use tempfile::TempDir;

const ORIGIN: &str = "mission.example/observer";

/// A mission folder with one empty register.
pub(crate) struct Mission {
    pub(crate) root: TempDir,
    pub(crate) folder: PathBuf,
}

impl Mission {
    pub(crate) fn new() -> Mission {
        let root = tempfile::tempdir().expect("a temporary folder");
        let folder = folder(root.path(), &MemberName::parse("observer").expect("a member name"));
        Register::create(&folder, ORIGIN).expect("a new register");
        Mission { root, folder }
    }

    fn lock(&self) -> Lock {
        Lock::take(self.root.path(), Access::Write).expect("nobody else is here")
    }

    pub(crate) fn append(&self, entries: &[Vec<u8>]) -> Receipt {
        let mut register = Register::open_write(&self.folder, &self.lock()).expect("a sound register");
        register.append(entries).expect("room on the disk")
    }

    fn read(&self) -> Reading {
        Register::open_read(&self.folder).expect("a sound register")
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).expect("a file of the register")
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.join(name), bytes).expect("a file of the register");
    }
}

fn numbered(range: std::ops::Range<u64>) -> Vec<Vec<u8>> {
    range.map(|n| format!("entry {n}").into_bytes()).collect()
}

/// An entry that covers sectors of its own.
pub(crate) fn large(n: u64) -> Vec<u8> {
    let mut bytes = format!("entry {n} ").into_bytes();
    bytes.resize(700, b'.');
    bytes
}

fn entries_of(reading: &Reading) -> Vec<Vec<u8>> {
    reading.entries().map(|(_, bytes)| bytes.to_vec()).collect()
}

fn tree_of(entries: &[Vec<u8>]) -> Tree {
    let mut tree = Tree::new();
    for entry in entries {
        tree.push(leaf_hash(entry));
    }
    tree
}

#[test]
fn empty_register() {
    let mission = Mission::new();
    let reading = mission.read();
    assert_eq!((reading.origin(), reading.size(), reading.root()), (ORIGIN, 0, empty_root()));
    assert_eq!(reading.entries().len(), 0);
    assert!(reading.warnings().is_empty());
}

#[test]
fn appended_is_found_and_proved() {
    let mission = Mission::new();
    let first = mission.append(&numbered(0..3));
    let second = mission.append(&numbered(3..10));
    assert_eq!((first.first_index, first.size), (0, 3));
    assert_eq!((second.first_index, second.size), (3, 10));
    let reading = mission.read();
    assert_eq!(entries_of(&reading), numbered(0..10));
    assert_eq!(reading.entry(7), Some(&b"entry 7"[..]));
    assert_eq!(reading.entry(10), None);
    assert_eq!(reading.root(), second.root);
    // The receipts are roots of the tree of RFC 9162: any verifier can use them.
    let tree = reading.tree();
    let path = tree.inclusion(7, 10).expect("in the tree");
    assert_eq!(verify_inclusion(&leaf_hash(b"entry 7"), 7, 10, &path, &second.root), Ok(()));
    let proof = tree.consistency(3, 10).expect("in the tree");
    assert_eq!(verify_consistency(3, 10, &proof, &first.root, &second.root), Ok(()));
}

#[test]
fn creating() {
    let mission = Mission::new();
    let again = Register::create(&mission.folder, ORIGIN);
    assert!(matches!(again, Err(JournalError::Exists { .. })), "{again:?}");
    let other = Register::create(&mission.folder, "mission.example/other");
    assert!(matches!(other, Err(JournalError::Exists { origin, .. }) if origin == ORIGIN));
    let nowhere = Register::open_read(&mission.root.path().join("registers/nobody"));
    assert!(matches!(nowhere, Err(JournalError::NoRegister { .. })));
    // Creation that ended between its two files is seen, and finished by creating again.
    fs::remove_file(mission.folder.join(LOG)).expect("the log is there");
    assert!(matches!(Register::open_read(&mission.folder), Err(JournalError::Unfinished { .. })));
    Register::create(&mission.folder, ORIGIN).expect("finishes the creation");
    assert_eq!(mission.append(&numbered(0..1)).size, 1);

    let check = |origin: &str, expected: OriginProblem| {
        let refused = Register::create(&mission.root.path().join("x"), origin);
        assert!(matches!(refused, Err(JournalError::Origin { problem, .. }) if problem == expected), "{origin}");
    };
    check("", OriginProblem::Empty);
    check("a mission/member", OriginProblem::Character);
    check("mission/member+1", OriginProblem::Character);
    check("mission\nmember", OriginProblem::Character);
    check(&"x".repeat(256), OriginProblem::TooLong);
}

#[test]
fn refused_batches_change_nothing() {
    let mission = Mission::new();
    let lock = mission.lock();
    let mut register = Register::open_write(&mission.folder, &lock).expect("a sound register");
    let mut check = |entries: &[Vec<u8>], expected: BatchError| {
        let refused = register.append(entries);
        assert!(matches!(refused, Err(JournalError::Batch(error)) if error == expected), "{refused:?}");
    };
    check(&[], BatchError::Empty);
    check(&[vec![1], vec![]], BatchError::EntryLength { position: 1, len: 0 });
    check(&[vec![0; 60 * 1024 + 1]], BatchError::EntryLength { position: 0, len: 60 * 1024 + 1 });
    check(&vec![vec![1]; MAX_BATCH + 1], BatchError::TooMany { count: MAX_BATCH + 1 });
    check(&vec![vec![1; 60 * 1024]; 600], BatchError::TooLarge);
    // Nothing was written, so the register goes on.
    assert_eq!(register.append(&numbered(0..2)).expect("a sound register").size, 2);
    assert_eq!(entries_of(&mission.read()), numbered(0..2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn random_batches(
        batches in prop::collection::vec(
            (prop::collection::vec(prop::collection::vec(any::<u8>(), 1..200), 1..20), any::<bool>()),
            1..6,
        )
    ) {
        let mission = Mission::new();
        let lock = mission.lock();
        let mut register = Register::open_write(&mission.folder, &lock).expect("a sound register");
        let mut all: Vec<Vec<u8>> = Vec::new();
        for (entries, reopen) in &batches {
            let receipt = register.append(entries).expect("room on the disk");
            prop_assert_eq!(receipt.first_index, all.len() as u64);
            all.extend(entries.iter().cloned());
            prop_assert_eq!(receipt.size, all.len() as u64);
            prop_assert_eq!(receipt.root, tree_of(&all).root());
            if *reopen {
                register.close().expect("room on the disk");
                register = Register::open_write(&mission.folder, &lock).expect("a sound register");
                prop_assert!(register.warnings().is_empty());
            }
        }
        prop_assert_eq!(entries_of(&mission.read()), all);
    }

    #[test]
    fn parsing_bears_anything(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0_usize..200) {
        parse_both(&bytes);
        // Behind sound bytes the deeper checks are reached.
        let mut sound = sound_log();
        sound.truncate(start);
        parse_both(&[sound, bytes].concat());
    }
}

fn parse_both(bytes: &[u8]) {
    if let Ok(log) = format::parse(bytes) {
        assert_eq!(log.entries.len(), log.leaves.len());
        assert_eq!(log.ends.last().map(|end| end.size), Some(log.entries.len() as u64));
    }
    if let Ok(head) = Head::parse(bytes) {
        assert_eq!(head.to_text().as_bytes(), bytes);
    }
}

/// Three batches of 1, 3 and 2 entries.
fn sound_log() -> Vec<u8> {
    let mut bytes = format::header(ORIGIN).expect("a good origin");
    for range in [0..1, 1..4, 4..6] {
        let end = *format::parse(&bytes).expect("sound so far").ends.last().expect("a header");
        bytes.extend(format::batch(&end.chain, end.size, &numbered(range)).expect("a good batch").bytes);
    }
    bytes
}

/// These bytes are what version 1 of the file means. They never change.
#[test]
fn frozen_bytes() {
    let hex = data_encoding::HEXLOWER.encode(&sound_log());
    let lines: Vec<&str> = hex.as_bytes().chunks(96).map(|line| str::from_utf8(line).expect("hexadecimal")).collect();
    expect_test::expect![[r#"
        41524d5245470d0a0000000100186d697373696f6e2e6578616d706c652f6f627365727665723e4aed6268c1caa1dcbe
        79cc5c73bd295cf8d4f0630104901d5f8844269f5aa2425443480000000d00000001000000000000000028ee7a4d0007
        656e7472792030773885a6a022aa4866523a2c044b651e133e7f97a0bc63c5966286254255b5b219e56ed54254434800
        00002700000003000000000000000178b864bb0007656e74727920312dfb36c60007656e747279203257c79f4f000765
        6e747279203361ca11398ce241e054132bf94368b43660f35ce593040aa336545a0e240de1055a5f794a425443480000
        001a0000000200000000000000043ef6206c0007656e7472792034485335db0007656e74727920359ff537b6addbd72f
        b547b42519c9c224c6881f58d35a71bdc5ea3d2f530e2ebd0e2c8675"#]]
    .assert_eq(&lines.join("\n"));
    let mission = Mission::new();
    [0..1, 1..4, 4..6].into_iter().for_each(|range| {
        mission.append(&numbered(range));
    });
    assert_eq!(mission.bytes(LOG), sound_log());
    let head = String::from_utf8(mission.bytes(HEAD)).expect("text");
    expect_test::expect![[r#"
        armistice register head 1
        origin mission.example/observer
        size 6
        bytes 316
        root cbeec99db3e4d67dbaaa60c16b5d4cf737ac2ddc1507b78af375763ebad1c01e
        chain addbd72fb547b42519c9c224c6881f58d35a71bdc5ea3d2f530e2ebd0e2c8675
        check 519730e77422c8ae2580ffaa43e259febf80b283cc013157a4aa13f53941799a
    "#]]
    .assert_eq(&head);
}

/// What came of a row of the fault table, beside that nothing acknowledged was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Progress {
    /// The batch is part of the register after opening it again.
    Grew,
    /// It is not.
    Same,
}

/// What must hold of a register after anything happened to it, when all of `acknowledged` had been acknowledged and
/// `attempted` was the last batch, which may or may not have made it. Then it must go on.
pub(crate) fn verify_and_go_on(
    mission: &Mission,
    acknowledged: &[Vec<u8>],
    attempted: &[Vec<u8>],
    progress: Option<Progress>,
    what: &str,
) {
    let whole = [acknowledged, attempted].concat();
    let reading = Register::open_read(&mission.folder).unwrap_or_else(|error| panic!("{what}: {error}"));
    let read = entries_of(&reading);
    assert!(read == acknowledged || read == whole, "{what}: read {} entries", read.len());
    assert_eq!(reading.root(), tree_of(&read).root(), "{what}");

    let lock = mission.lock();
    let mut register = Register::open_write(&mission.folder, &lock).unwrap_or_else(|e| panic!("{what}: {e}"));
    let size = register.size() as usize;
    assert!(size == acknowledged.len() || size == whole.len(), "{what}: {size} entries");
    assert!(size >= read.len(), "{what}: what was read once is gone");
    if let Some(progress) = progress {
        let grew = if size == whole.len() && !attempted.is_empty() { Progress::Grew } else { Progress::Same };
        assert_eq!(grew, progress, "{what}");
    }
    let more = vec![b"afterwards".to_vec()];
    let receipt = register.append(&more).unwrap_or_else(|error| panic!("{what}: {error}"));
    drop(register);
    let expected = [&whole[..size], &more[..]].concat();
    assert_eq!(receipt.root, tree_of(&expected).root(), "{what}");
    let reading = mission.read();
    assert_eq!(entries_of(&reading), expected, "{what}");
    assert!(reading.warnings().is_empty(), "{what}: {:?}", reading.warnings());
    let leftovers: Vec<_> = fs::read_dir(&mission.folder)
        .expect("the folder")
        .map(|item| item.expect("an item").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(TEMPORARY))
        .collect();
    assert!(leftovers.is_empty(), "{what}: {leftovers:?}");
}

#[test]
fn torn_tail_is_kept_and_reported() {
    let mission = Mission::new();
    mission.append(&numbered(0..2));
    let (sound, head) = (mission.bytes(LOG), mission.bytes(HEAD));
    mission.append(&numbered(2..4));
    let whole = mission.bytes(LOG);
    let restore = |torn: &[u8]| {
        mission.put(LOG, torn);
        mission.put(HEAD, &head);
    };
    for round in 0..2 {
        let torn = &whole[..sound.len() + 30];
        restore(torn);
        let reading = mission.read();
        assert_eq!(entries_of(&reading), numbered(0..2));
        assert!(
            matches!(reading.warnings(), [Warning::TornTail { offset, len: 30, .. }] if *offset == sound.len() as u64)
        );
        let register = Register::open_write(&mission.folder, &mission.lock()).expect("the tail is put aside");
        let kept = mission.folder.join(format!("register.torn-{}", sound.len()));
        assert!(matches!(register.warnings(), [Warning::TornTailKept { kept: path, .. }] if *path == kept));
        assert_eq!(fs::read(&kept).expect("the kept tail"), torn[sound.len()..], "round {round}");
        assert_eq!(mission.bytes(LOG), sound);
    }
    // Another tail at the same place is kept beside the first.
    restore(&whole[..sound.len() + 7]);
    Register::open_write(&mission.folder, &mission.lock()).expect("the tail is put aside");
    let second = mission.folder.join(format!("register.torn-{}-2", sound.len()));
    assert_eq!(fs::read(second).expect("the kept tail"), whole[sound.len()..sound.len() + 7]);
    // What no write of ours can have begun is damage, also beyond the floor.
    for alien in [&b"another"[..], b"BTCH and then something else", &[1]] {
        let bytes = [&sound[..], alien].concat();
        restore(&bytes);
        let refused = Register::open_write(&mission.folder, &mission.lock());
        assert!(matches!(refused, Err(JournalError::Damaged { .. })), "{refused:?}");
        assert!(matches!(Register::open_read(&mission.folder), Err(JournalError::Damaged { .. })));
        assert_eq!(mission.bytes(LOG), bytes, "a refused register is left as it is");
    }
}

#[test]
fn cut_at_every_byte() {
    let mission = Mission::new();
    [0..1, 1..4, 4..6].into_iter().for_each(|range| {
        mission.append(&numbered(range));
    });
    let (log, head) = (mission.bytes(LOG), mission.bytes(HEAD));
    for end in 0..log.len() {
        mission.put(LOG, &log[..end]);
        let error = Register::open_read(&mission.folder).expect_err("acknowledged entries are gone");
        let whole = format::parse(&log[..end]).map_or(0, |log| log.entries.len() as u64);
        assert!(
            matches!(error, JournalError::Truncated { has_bytes, has, acknowledged: 6, .. } if has_bytes == end as u64 && has == whole),
            "cut at {end}: {error}"
        );
        assert!(Register::open_write(&mission.folder, &mission.lock()).is_err(), "cut at {end}");
        assert_eq!(mission.bytes(LOG), log[..end], "a refused register is left as it is");
    }
    mission.put(LOG, &log);
    for end in 0..head.len() {
        mission.put(HEAD, &head[..end]);
        let error = Register::open_read(&mission.folder).expect_err("a head that is cut");
        assert!(matches!(error, JournalError::Head { problem: HeadProblem::Text(_), .. }), "cut at {end}: {error}");
    }
    // With the last batch beyond the head, every cut in it leaves a torn tail and all that was acknowledged.
    let second = format::parse(&log).expect("sound").ends[2];
    let old_head = Head {
        size: 4,
        bytes: second.bytes as u64,
        root: tree_of(&numbered(0..4)).root(),
        chain: second.chain,
        origin: ORIGIN.into(),
    };
    for end in second.bytes..log.len() {
        mission.put(LOG, &log[..end]);
        mission.put(HEAD, old_head.to_text().as_bytes());
        let reading = mission.read();
        assert_eq!(reading.warnings().len(), usize::from(end > second.bytes), "cut at {end}");
        verify_and_go_on(&mission, &numbered(0..4), &[], None, &format!("cut at {end}"));
    }
}

#[test]
fn one_bit_flipped_at_every_byte() {
    let mission = Mission::new();
    [0..1, 1..4, 4..6].into_iter().for_each(|range| {
        mission.append(&numbered(range));
    });
    let (log, head) = (mission.bytes(LOG), mission.bytes(HEAD));
    let sound = format::parse(&log).expect("sound");
    for at in 0..log.len() {
        let mut damaged = log.clone();
        damaged[at] ^= 1 << (at % 8);
        mission.put(LOG, &damaged);
        let error = Register::open_read(&mission.folder).expect_err("a flipped bit is found");
        let JournalError::Damaged { damage, .. } = &error else { panic!("bit at {at}: {error}") };
        // Located: the header or batch that the byte is in, and the entry where it is in one.
        let batch = sound.ends.iter().rposition(|end| end.bytes <= at);
        let (offset, first) = batch.map_or((0, 0), |n| (sound.ends[n].bytes, sound.ends[n].size));
        assert_eq!((damage.offset, damage.first), (offset, first), "bit at {at}: {error}");
        if let Some(index) = sound.entries.iter().position(|(start, len)| (*start..*start + *len).contains(&at)) {
            assert_eq!(
                damage.fault,
                Fault::Entry { index: index as u64, offset: sound.entries[index].0 - 2 },
                "bit at {at}"
            );
        }
        let message = error.to_string();
        assert!(message.contains(LOG) && message.contains(&format!("byte {offset}")), "{message}");
        let refused = Register::open_write(&mission.folder, &mission.lock());
        assert!(matches!(refused, Err(JournalError::Damaged { .. })), "bit at {at}");
    }
    mission.put(LOG, &log);
    for at in 0..head.len() {
        let mut damaged = head.clone();
        damaged[at] ^= 1 << (at % 8);
        mission.put(HEAD, &damaged);
        let error = Register::open_read(&mission.folder).expect_err("a flipped bit is found");
        assert!(matches!(error, JournalError::Head { problem: HeadProblem::Text(_), .. }), "bit at {at}: {error}");
    }
}

/// The parser alone, without a floor: a flipped bit is damage, also in the last batch, and is located there.
#[test]
fn damage_is_told_from_a_torn_tail() {
    let log = sound_log();
    let sound = format::parse(&log).expect("sound");
    for bit in 0..log.len() * 8 {
        let mut damaged = log.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let damage = format::parse(&damaged).expect_err("a flipped bit is no write that was cut short");
        let batch = sound.ends.iter().rposition(|end| end.bytes <= bit / 8);
        assert_eq!(damage.offset, batch.map_or(0, |n| sound.ends[n].bytes), "bit {bit}: {damage}");
    }
    // Bytes after a batch that says where it ends are never a torn write.
    let mut longer = log.clone();
    longer[sound.ends[2].bytes + 30] ^= 1;
    longer.push(0);
    assert!(format::parse(&longer).is_err());
}

/// Every way in which a batch of some sectors can be half on the disk is a torn tail: each subset of its sectors, with
/// its whole length or with less. One more flipped bit in what was written is not.
#[test]
fn every_torn_write_is_one() {
    for start in [0_u64, 3, 40, 433] {
        let mut before = format::header(&format!("m/{}", "x".repeat(start as usize % 250))).expect("a good origin");
        let end = format::parse(&before).expect("sound").ends[0];
        let filler = vec![b'f'; 1 + start as usize];
        let first = format::batch(&end.chain, 0, &[filler]).expect("a batch");
        before.extend(first.bytes);
        let batch = format::batch(&first.chain, 1, &(1..4).map(large).collect::<Vec<_>>()).expect("a batch");
        let whole = [&before[..], &batch.bytes[..]].concat();
        let sectors: Vec<std::ops::Range<usize>> = (before.len() / 512..whole.len().div_ceil(512))
            .map(|n| (n * 512).max(before.len())..((n + 1) * 512).min(whole.len()))
            .collect();
        for lost in 1_u32..1 << sectors.len() {
            let mut torn = whole.clone();
            for (n, range) in sectors.iter().enumerate() {
                if lost & 1 << n != 0 {
                    torn[range.clone()].fill(0);
                }
            }
            for len in sectors.iter().map(|s| s.end) {
                let log = format::parse(&torn[..len]).unwrap_or_else(|d| panic!("{lost:b} of {len}: {d}"));
                assert_eq!(log.entries.len(), 1, "{lost:b} of {len}");
                assert_eq!(log.tail.map(|t| t.offset), Some(before.len()), "{lost:b} of {len}");
            }
        }
    }
}

#[test]
fn files_of_different_histories_are_refused() {
    let (ours, theirs) = (Mission::new(), Mission::new());
    ours.append(&numbered(0..3));
    theirs.append(&[b"entry 0".to_vec(), b"forged 1".to_vec(), b"entry 2".to_vec()]);
    // The same length and sound in itself, but another history: a flipped record cannot be passed off with its log.
    let mut forged = theirs.bytes(LOG);
    assert_ne!(forged.len(), ours.bytes(LOG).len());
    ours.put(LOG, &forged);
    let refused = Register::open_read(&ours.folder);
    assert!(matches!(refused, Err(JournalError::Disagree { .. })), "{refused:?}");
    let same_length = Mission::new();
    same_length.append(&[b"entry 0".to_vec(), b"ENTRY 1".to_vec(), b"entry 2".to_vec()]);
    forged = same_length.bytes(LOG);
    ours.put(LOG, &forged);
    let refused = Register::open_read(&ours.folder);
    assert!(matches!(refused, Err(JournalError::Disagree { what: "the chain value", .. })), "{refused:?}");
}

#[test]
fn head_that_is_lost_can_be_rebuilt_on_purpose() {
    let mission = Mission::new();
    let receipt = mission.append(&numbered(0..5));
    let lock = mission.lock();
    assert!(matches!(Register::rebuild_head(&mission.folder, &lock), Err(JournalError::HeadSound { .. })));
    let head = mission.bytes(HEAD);
    fs::remove_file(mission.folder.join(HEAD)).expect("the head is there");
    let refused = Register::open_write(&mission.folder, &lock);
    assert!(matches!(refused, Err(JournalError::Head { problem: HeadProblem::Missing, .. })));
    let rebuilt = Register::rebuild_head(&mission.folder, &lock).expect("the log is sound");
    assert_eq!(rebuilt, (5, receipt.root));
    assert_eq!(mission.bytes(HEAD), head);
}

#[test]
fn one_writer_or_many_readers() {
    let mission = Mission::new();
    let root = mission.root.path();
    let patience = Duration::from_millis(1);
    let reader = Lock::take(root, Access::Read).expect("nobody is here");
    let second = Lock::take(root, Access::Read).expect("readers share");
    assert!(!reader.allows_writing(&mission.folder));
    assert!(matches!(Register::open_write(&mission.folder, &reader), Err(JournalError::NotLocked { .. })));
    assert!(matches!(Lock::take(root, Access::Write), Err(LockError::Reading { .. })));
    drop((reader, second));

    let writer = mission.lock();
    let pid = std::process::id();
    for access in [Access::Read, Access::Write] {
        let refused = Lock::take(root, access).expect_err("a writer is here");
        assert!(matches!(refused, LockError::Writing { pid: Some(found), .. } if found == pid), "{refused}");
        assert!(refused.to_string().contains(&pid.to_string()), "{refused}");
        assert!(Lock::wait(root, access, patience).is_err());
    }
    // A lock on another mission is none on this one.
    let other = Mission::new();
    assert!(matches!(Register::open_write(&other.folder, &writer), Err(JournalError::NotLocked { .. })));
    drop(writer);
    Lock::wait(root, Access::Write, patience).expect("the writer has gone");
}

const CHILD: &str = "ARMISTICE_TEST_JOURNAL_CHILD";

/// Most batches that a child writes, so that it ends even if nobody kills it.
const CHILD_LIMIT: u64 = 20_000;

/// Not a test by itself: what the child process of [`killed_writers_lose_nothing`] does.
#[test]
fn child_that_appends_until_killed() {
    let Some(root) = std::env::var_os(CHILD) else { return };
    let root = Path::new(&root);
    let lock = Lock::take(root, Access::Write).expect("the parent starts one child at a time");
    let folder = folder(root, &MemberName::parse("observer").expect("a member name"));
    let mut register = Register::open_write(&folder, &lock).expect("a sound register");
    for _ in 0..CHILD_LIMIT {
        let next = register.size();
        let Receipt { first_index, size, root } = register.append(&numbered(next..next + 1 + next % 7)).expect("room");
        // One write, so that the parent never reads half a receipt.
        std::io::stdout().write_all(format!("receipt {first_index} {size} {root}\n").as_bytes()).expect("a parent");
    }
}

#[test]
fn killed_writers_lose_nothing() {
    let mission = Mission::new();
    let mut acknowledged: Vec<(u64, String)> = Vec::new();
    for round in 0..6 {
        let mut child = Command::new(std::env::current_exe().expect("this test binary"))
            .args(["--exact", "journal::child_that_appends_until_killed", "--nocapture"])
            .env(CHILD, mission.root.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child process");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let mut receipts = 0;
        let collect = |line: String, acknowledged: &mut Vec<(u64, String)>| {
            // The test harness writes the test's name before the first receipt, on the same line.
            let Some((_, receipt)) = line.split_once("receipt ") else { return false };
            let [_, size, root] = receipt.split(' ').collect::<Vec<_>>()[..] else { return false };
            acknowledged.push((size.parse().expect("a size"), root.to_owned()));
            true
        };
        for line in lines.by_ref() {
            receipts += u32::from(collect(line.expect("a line"), &mut acknowledged));
            if receipts == 5 + 9 * round {
                break;
            }
        }
        let refused = Lock::take(mission.root.path(), Access::Write).expect_err("the child is writing");
        assert!(matches!(refused, LockError::Writing { pid, .. } if pid == Some(child.id())), "{refused}");
        child.kill().expect("our own child");
        child.wait().expect("our own child");
        // What it had said before it died counts as well.
        lines.map_while(Result::ok).for_each(|line| {
            collect(line, &mut acknowledged);
        });
        assert!(receipts >= 5, "round {round}: the child ended early");

        let reading = mission.read();
        let tree = reading.tree();
        let (last, _) = acknowledged.last().expect("receipts");
        assert!(reading.size() >= *last, "round {round}: {} of {last} acknowledged entries", reading.size());
        assert_eq!(entries_of(&reading), numbered(0..reading.size()), "round {round}");
        for (size, root) in &acknowledged {
            assert_eq!(tree.root_at(*size).expect("in the tree").hex(), *root, "round {round}");
        }
        // The next round appends to what this one left.
    }
}
