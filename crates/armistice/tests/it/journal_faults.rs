//! The fault table of an append: what breaks, what of it persisted anyway, and what comes of it.
//!
//! Must not: leave a row unverified. After each the register is read whole, and goes on.

use crate::{
    disks::{Broken, Faulty},
    journal::{Mission, Progress, large, verify_and_go_on},
};
use armistice::{
    disk,
    journal::{
        error::JournalError,
        lock::{Access, Lock},
        register::{HEAD, LOG, Register},
    },
};
use std::{io::ErrorKind, sync::Arc, time::Duration};

/// What the disk still has of a batch that was written and not synced.
#[derive(Debug, Clone, Copy)]
enum Persisted {
    All,
    Nothing,
    FirstHalf,
    /// The length is there, the bytes are not: what ext4 leaves with delayed allocation.
    Zeros,
    /// The later part arrived, the earlier one did not.
    SecondHalf,
    LastByteMissing,
}

/// *What breaks* x *did it persist anyway*: does the register progress, and is the error fatal (nothing more is taken until
/// it is opened again)? The calls of an append are two: the write and the sync of `register.log`.
#[test]
fn fault_table() {
    use Persisted::{All, FirstHalf, LastByteMissing, Nothing, SecondHalf, Zeros};
    use Progress::{Grew, Same};
    let io = ErrorKind::Other;
    let full = ErrorKind::StorageFull;
    let (write, sync) = ("write register.log", "sync register.log");
    // All rows but the refused batches below are fatal: that is the rule, and `one_fault` holds to it.
    let rows: &[(&str, Broken, &[(Persisted, Progress)])] = &[
        (write, Broken::Before(io), &[(All, Same)]),
        (write, Broken::Before(full), &[(All, Same)]),
        (write, Broken::Short(0, full), &[(All, Same)]),
        (write, Broken::Short(7, full), &[(All, Same), (Nothing, Same), (FirstHalf, Same), (Zeros, Same)]),
        (
            write,
            Broken::Short(40, full),
            &[(All, Same), (Nothing, Same), (FirstHalf, Same), (Zeros, Same), (LastByteMissing, Same)],
        ),
        (
            write,
            Broken::Short(usize::MAX, full),
            &[
                (All, Grew),
                (Nothing, Same),
                (FirstHalf, Same),
                (Zeros, Same),
                (SecondHalf, Same),
                (LastByteMissing, Same),
            ],
        ),
        (
            write,
            Broken::After(io),
            &[
                (All, Grew),
                (Nothing, Same),
                (FirstHalf, Same),
                (Zeros, Same),
                (SecondHalf, Same),
                (LastByteMissing, Same),
            ],
        ),
        (
            sync,
            Broken::Before(io),
            &[
                (All, Grew),
                (Nothing, Same),
                (FirstHalf, Same),
                (Zeros, Same),
                (SecondHalf, Same),
                (LastByteMissing, Same),
            ],
        ),
        (sync, Broken::After(io), &[(All, Grew)]),
        (write, Broken::Killed, &[(All, Same)]),
        (
            write,
            Broken::KilledAfter,
            &[
                (All, Grew),
                (Nothing, Same),
                (FirstHalf, Same),
                (Zeros, Same),
                (SecondHalf, Same),
                (LastByteMissing, Same),
            ],
        ),
        (
            sync,
            Broken::Killed,
            &[
                (All, Grew),
                (Nothing, Same),
                (FirstHalf, Same),
                (Zeros, Same),
                (SecondHalf, Same),
                (LastByteMissing, Same),
            ],
        ),
        (sync, Broken::KilledAfter, &[(All, Grew)]),
    ];
    let mut count = 0;
    for (call, broken, persisted) in rows {
        for (persisted, progress) in *persisted {
            for floor in [false, true] {
                let what = format!("{call}, {broken:?}, on the disk: {persisted:?}, closed in order before: {floor}");
                one_fault(call, *broken, *persisted, *progress, floor, &what);
                count += 1;
            }
        }
    }
    assert_eq!(count, 90, "rows were lost from the table");
}

fn one_fault(call: &str, broken: Broken, persisted: Persisted, progress: Progress, floor: bool, what: &str) {
    let mission = Mission::new();
    let old_floor = mission.bytes(HEAD);
    let acknowledged: Vec<Vec<u8>> = (0..4).map(large).collect();
    mission.append(&acknowledged);
    if !floor {
        mission.put(HEAD, &old_floor);
    }
    let synced = mission.bytes(LOG).len();
    let attempted: Vec<Vec<u8>> = (4..9).map(large).collect();
    let calls = {
        let disk = Faulty::sound(disk::real());
        let lock = Lock::wait_on(Arc::new(disk.clone()), mission.root.path(), Access::Write, Duration::ZERO);
        let copy = Mission::new();
        drop(lock);
        // Where in the calls the append begins: the same as in a run that does not break.
        for name in [LOG, HEAD] {
            copy.put(name, &mission.bytes(name));
        }
        let lock = Lock::wait_on(Arc::new(disk.clone()), copy.root.path(), Access::Write, Duration::ZERO);
        let lock = lock.expect("alone");
        let mut register = Register::open_write(&copy.folder, &lock).expect("a sound register");
        let before = disk.seen().len();
        register.append(&attempted).expect("nothing breaks");
        let seen = disk.seen();
        assert_eq!(seen[before..], ["write register.log", "sync register.log"], "the calls of an append");
        before + seen[before..].iter().position(|c| c == call).expect("a call of the append")
    };
    {
        let disk = Faulty::new(disk::real(), calls as u64, broken);
        let lock = Lock::wait_on(Arc::new(disk), mission.root.path(), Access::Write, Duration::ZERO);
        let lock = lock.expect("alone");
        let mut register = Register::open_write(&mission.folder, &lock).expect("a sound register");
        // A process that dies after the sync has said nothing to anybody, so the batch counts as not acknowledged.
        let failed = register.append(&attempted);
        assert!(matches!(&failed, Err(JournalError::Write { .. })), "{what}: {failed:?}");
        // Whatever comes next, this register does not try again.
        let refused = register.append(&attempted);
        assert!(matches!(refused, Err(JournalError::Stopped { .. })), "{what}: {refused:?}");
        assert!(matches!(register.write_floor(), Err(JournalError::Stopped { .. })), "{what}");
    }
    // The power fails here: what was not synced is on the disk in any form.
    let mut log = mission.bytes(LOG);
    let sectors = |at: usize| at.next_multiple_of(512);
    let middle = sectors(synced + (log.len() - synced) / 2).min(log.len());
    match persisted {
        Persisted::All => {}
        Persisted::Nothing => log.truncate(synced),
        Persisted::FirstHalf => log.truncate(middle),
        Persisted::Zeros => log[synced..].fill(0),
        Persisted::SecondHalf => log[synced..middle].fill(0),
        Persisted::LastByteMissing => log.truncate(synced.max(log.len() - 1)),
    }
    mission.put(LOG, &log);
    verify_and_go_on(&mission, &acknowledged, &attempted, Some(progress), what);
}
