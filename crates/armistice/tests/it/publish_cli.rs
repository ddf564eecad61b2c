//! `armistice publish` as people use it: what is there after `add`, copies, a folder restored from an old backup.
//!
//! Must not: look into formats; that is in `publishing`.

use crate::{
    badinput::article,
    support::{Mission, armistice, stdout},
};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Output,
};

fn run(words: &[&str], mission: &Path, more: &[&str]) -> Output {
    let mut args: Vec<OsString> = words.iter().map(OsString::from).collect();
    args.insert(1, mission.into());
    args.extend(more.iter().map(OsString::from));
    armistice(args)
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn published(mission: &Path) -> PathBuf {
    mission.join("registers/analyst/published")
}

fn add(mission: &Mission, n: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join(format!("{n}.txt"));
    fs::write(&file, article(n)).expect("a file");
    mission.add([file]);
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for item in fs::read_dir(from).expect("a folder") {
        let path = item.expect("an item").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file");
        }
    }
}

#[test]
fn commands_publish_what_they_say() {
    let mission = Mission::new(None);
    let checkpoint = || fs::read_to_string(published(&mission.path()).join("checkpoint")).expect("a checkpoint");
    let first = checkpoint();
    add(&mission, 1);
    assert_ne!(checkpoint(), first, "add publishes");
    let output = run(&["publish"], &mission.path(), &["--json"]);
    let object: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(object["signed"], false, "nothing is new");
    assert!(checkpoint().contains(&format!("\n{}\n", object["size"])), "{}", checkpoint());
    assert!(stdout(&run(&["check"], &mission.path(), &[])).contains("published of analyst"));

    // A flipped bit in a bundle is found and located, and is not overwritten.
    let bundles = published(&mission.path()).join("tile/entries/000.p");
    let bundle = fs::read_dir(&bundles).expect("a folder").map(|e| e.expect("an item").path()).max().expect("a bundle");
    let good = fs::read(&bundle).expect("a file");
    let mut bad = good.clone();
    bad[50] ^= 1;
    fs::write(&bundle, &bad).expect("a file");
    let output = run(&["check"], &mission.path(), &[]);
    assert_eq!(output.status.code(), Some(10), "{}", said(&output));
    let output = run(&["publish"], &mission.path(), &["--all"]);
    assert_eq!(output.status.code(), Some(10), "{}", said(&output));
    assert!(said(&output).contains("first at byte 50"), "{}", said(&output));
    fs::write(&bundle, &good).expect("a file");
    // All of it lost: made again.
    fs::remove_dir_all(published(&mission.path()).join("tile")).expect("a folder");
    stdout(&run(&["publish"], &mission.path(), &["--all"]));
    stdout(&run(&["check"], &mission.path(), &[]));
}

#[test]
fn copies_to_a_folder() {
    let (mission, place) = (Mission::new(None), tempfile::tempdir().expect("a temporary folder"));
    let to = place.path().join("www");
    let to = to.to_str().expect("UTF-8");
    let publish = |expected: i32, part: &str| {
        let output = run(&["publish"], &mission.path(), &["--to", to]);
        assert_eq!(output.status.code(), Some(expected), "{}", said(&output));
        assert!(said(&output).contains(part), "{}", said(&output));
    };
    publish(0, "Copied to");
    add(&mission, 1);
    publish(0, "Copied to");
    publish(0, "0 files are new there");
    for name in ["checkpoint", "tile/0", "tile/entries", "notes"] {
        assert!(Path::new(to).join(name).exists(), "{name}");
    }
    let ours = fs::read(published(&mission.path()).join("checkpoint")).expect("a file");
    assert_eq!(fs::read(Path::new(to).join("checkpoint")).expect("a file"), ours);
    // Another register's place is refused, and so is what is no place.
    let other = Mission::new(None);
    let output = run(&["publish"], &other.path(), &["--to", to]);
    assert_eq!(output.status.code(), Some(10), "{}", said(&output));
    assert!(said(&output).contains("no checkpoint of this register"), "{}", said(&output));
    let output = run(&["publish"], &other.path(), &["--to", "ftp://somewhere"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    // A tile that somebody altered there is named, and stays.
    let tiles = Path::new(to).join("tile/0/000.p");
    fs::remove_file(Path::new(to).join("checkpoint")).expect("a file");
    let tile = fs::read_dir(&tiles).expect("a folder").map(|e| e.expect("an item").path()).max().expect("a tile");
    fs::write(&tile, b"altered").expect("a file");
    publish(10, "has other bytes in tile/0/000.p/");
    assert_eq!(fs::read(&tile).expect("a file"), b"altered");
}

/// Restored from a backup, the newest note that somebody gave back is enough to stop.
#[test]
fn an_old_backup_does_not_sign() {
    let mission = Mission::new(None);
    add(&mission, 1);
    let backup = tempfile::tempdir().expect("a temporary folder");
    let restored = backup.path().join("m");
    copy_folder(&mission.path(), &restored);
    add(&mission, 2);
    let notes = published(&mission.path()).join("notes");
    copy_folder(&notes, &published(&restored).join("notes"));
    let file = backup.path().join("3.txt");
    fs::write(&file, article(3)).expect("a file");
    let log = || fs::read(restored.join("registers/analyst/register.log")).expect("a file");
    let before = log();
    for (command, more) in [("publish", vec![]), ("add", vec![file.to_str().expect("UTF-8")])] {
        let output = run(&[command], &restored, &more);
        assert_eq!(output.status.code(), Some(10), "{command}: {}", said(&output));
        assert!(said(&output).contains("rollback suspected"), "{command}: {}", said(&output));
    }
    assert_eq!(log(), before, "nothing was written");
    // Reading goes on.
    stdout(&run(&["brief"], &restored, &["--json"]));
    let output = run(&["check"], &restored, &[]);
    assert_eq!(output.status.code(), Some(10));
    assert!(said(&output).contains("rollback suspected"), "{}", said(&output));
}
