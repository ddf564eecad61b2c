//! The beat: the same number of entries of the same size at the same times, whether or not a report came in; nothing that
//! waits is lost or said twice.

use crate::support::{Mission, armistice, stdout};
use armistice::{
    beat,
    mission::{Mission as Opened, ReadRegister},
    sealed::{self, Fresh, fields},
    vault::{
        Attached,
        item::{ABOUT_MAX, BLOBS_MAX, TOGETHER_MAX},
    },
};
use armistice_core::statement::{Body, Decoded, trust::Trust};
use std::{ffi::OsStr, fs};
use zeroize::Zeroizing;

const HOUR: u64 = 3600;

fn queue(mission: &Opened) -> String {
    let fields = fields::read(b"phone = \"0777 31 41 59\"").expect("fields");
    sealed::seal(mission, &Fresh { fields, ..Fresh::default() }, true).expect("queued").item.to_string()
}

/// What somebody sees who sees sizes and times only: per entry its bytes and the time that it asserts.
fn seen(register: &ReadRegister, from: usize) -> Vec<(usize, i64)> {
    let asserted = register.register.entries.iter().map(|(_, d)| d.header().asserted);
    register.reading.entries().map(|(_, bytes)| bytes.len()).zip(asserted).skip(from).collect()
}

/// Entries in the register before the first beat.
fn opening(mission: &Opened) -> usize {
    mission.read().expect("registers").registers[0].register.entries.len()
}

/// The items that a register seals, in order.
fn sealings(mission: &Opened) -> Vec<String> {
    let holdings = mission.read().expect("registers");
    let bodies = holdings.registers[0].register.entries.iter().filter_map(|(_, d)| match d {
        Decoded::Known(s) => Some(&s.body),
        Decoded::Unknown { .. } => None,
    });
    bodies
        .filter_map(|b| match b {
            Body::Trust(Trust::Sealed(s)) => Some(s.item.to_string()),
            _ => None,
        })
        .collect()
}

#[test]
fn with_a_report_and_without_one_looks_the_same() {
    let (quiet, busy) = (Mission::new(None), Mission::new(None));
    let open = |m: &Mission| Opened::open(&m.path()).expect("a mission");
    let (quiet, busy) = (open(&quiet), open(&busy));
    let start = 1_800_000_000;
    let before = opening(&quiet);
    assert_eq!(before, opening(&busy));
    for hour in 0..6 {
        for _ in 0..[0, 1, 0, 7, 0, 0][hour] {
            queue(&busy);
        }
        // The clocks of the two do not go alike.
        let now = start + 3600 * i64::try_from(hour).expect("small");
        beat::run_at(&quiet, 4, HOUR, now + 12).expect("a beat");
        beat::run_at(&busy, 4, HOUR, now + 55).expect("a beat");
    }
    let look = |m: &Opened| seen(&m.read().expect("registers").registers[0], before);
    assert_eq!(look(&quiet), look(&busy));
    assert_eq!(look(&busy).len(), 24);
    assert!(look(&busy).iter().all(|(size, at)| *size == look(&busy)[0].0 && at % 3600 == 0));
    assert_eq!((sealings(&quiet).len(), sealings(&busy).len()), (0, 8));
}

#[test]
fn what_does_not_fit_waits() {
    let mission = Mission::new(None);
    let m = Opened::open(&mission.path()).expect("a mission");
    let mut queued: Vec<String> = (0..7).map(|_| queue(&m)).collect();
    let waiting: Vec<usize> =
        (0..4).map(|n| beat::run_at(&m, 3, HOUR, 1_800_000_000 + n * 3600).expect("a beat").waiting).collect();
    assert_eq!(waiting, [4, 1, 0, 0]);
    let mut said = sealings(&m);
    said.sort();
    queued.sort();
    assert_eq!(said, queued);
}

#[test]
fn the_largest_statement_fits_the_beat() {
    let mission = Mission::new(None);
    let m = Opened::open(&mission.path()).expect("a mission");
    let before = opening(&m);
    let fresh = |about: usize, files: usize, members: usize| Fresh {
        fields: fields::read(b"a = 1").expect("fields"),
        attached: (0..files)
            .map(|n| Attached {
                name: Zeroizing::new(n.to_string()),
                media_type: Zeroizing::new("text/plain".to_owned()),
                bytes: Zeroizing::new(vec![0; 10]),
            })
            .collect(),
        about: "ä".repeat(about / 2),
        together: (0..members).map(|n| format!("{n:063}")).collect(),
    };
    let rows = [(0, 0, 0), (ABOUT_MAX, 0, 0), (ABOUT_MAX, BLOBS_MAX, TOGETHER_MAX), (2, 1, 1), (2, BLOBS_MAX, 0)];
    for (about, files, members) in rows {
        sealed::seal(&m, &fresh(about, files, members), true).expect("queued");
    }
    let done = beat::run_at(&m, 8, HOUR, 1_800_000_000).expect("a beat");
    assert_eq!((done.sealed, done.waiting), (5, 0));
    let sizes = seen(&m.read().expect("registers").registers[0], before);
    assert!(sizes.iter().all(|(size, _)| *size == done.size), "{sizes:?}");
    // One more of each is refused before anything is kept.
    for (about, files, members) in [(ABOUT_MAX + 2, 0, 0), (2, BLOBS_MAX + 1, 0), (2, 0, TOGETHER_MAX + 1)] {
        assert!(sealed::seal(&m, &fresh(about, files, members), true).is_err());
    }
}

#[test]
fn words_that_are_off() {
    let mission = Mission::new(None);
    let m = mission.path();
    for words in [["--slots", "0"], ["--slots", "257"], ["--every", "0"]] {
        let output = armistice([OsStr::new("beat"), m.as_os_str(), words[0].as_ref(), words[1].as_ref()]);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
    }
    stdout(&armistice([OsStr::new("beat"), m.as_os_str(), "--slots".as_ref(), "1".as_ref()]));
}

mod slow {
    use super::*;
    use std::{
        process::{Command, Stdio},
        time::Duration,
    };

    /// kill -9 at any moment of taking in and of saying: what was acknowledged is said once, and nothing is said twice.
    #[test]
    fn kill_9_loses_nothing_and_doubles_nothing() {
        let mission = Mission::new(None);
        let dir = mission.path();
        let file = dir.with_file_name("fields.toml");
        fs::write(&file, "phone = \"0777 31 41 59\"").expect("a file");
        let mut acknowledged = Vec::new();
        for round in 0..60_u64 {
            // One that is left to finish, then the one that is killed at a moment that moves through its whole life.
            let seal = |cut: Option<Duration>| -> Option<String> {
                let mut child = Command::new(env!("CARGO_BIN_EXE_armistice"))
                    .args([
                        OsStr::new("seal"),
                        dir.as_os_str(),
                        "--from".as_ref(),
                        file.as_os_str(),
                        "--queue".as_ref(),
                    ])
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("it runs");
                if let Some(cut) = cut {
                    std::thread::sleep(cut);
                    child.kill().expect("killed");
                }
                let output = child.wait_with_output().expect("it ended");
                let said = String::from_utf8(output.stdout).expect("text");
                said.lines().next().map(str::to_owned)
            };
            let cut = Duration::from_micros(round * 700);
            acknowledged.extend(seal(if round % 3 == 0 { None } else { Some(cut) }));
            let mut child = Command::new(env!("CARGO_BIN_EXE_armistice"))
                .args([OsStr::new("beat"), dir.as_os_str(), "--slots".as_ref(), "2".as_ref()])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("it runs");
            std::thread::sleep(Duration::from_micros((60 - round) * 700));
            child.kill().expect("killed");
            child.wait().expect("it ended");
        }
        let m = Opened::open(&dir).expect("a mission");
        while beat::run(&m, 8, HOUR).expect("a beat").waiting > 0 {}
        let mut said = sealings(&m);
        let count = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), count, "nothing is said twice");
        assert!(acknowledged.len() >= 20, "{}", acknowledged.len());
        for item in &acknowledged {
            assert!(said.binary_search(item).is_ok(), "{item} was acknowledged and is lost");
        }
    }
}
