//! Damage, full disks, two processes and kill -9: nothing acknowledged is lost, and the message says where and what next.
//!
//! Must not: depend on timing; where a moment matters it is only bounded, and every moment must be right.

use crate::{
    badinput::article,
    support::{Mission, armistice, repository, stdout},
};
use serde_json::Value;
use std::{
    ffi::OsString,
    fs,
    os::unix::{fs::PermissionsExt as _, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

fn run(command: &str, mission: &Path, more: &[&Path]) -> Output {
    let mut args: Vec<OsString> = vec![command.into(), mission.into()];
    args.extend(more.iter().map(OsString::from));
    armistice(args)
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn expect(output: &Output, code: i32, parts: &[&str]) {
    let said = words(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    for part in parts {
        assert!(said.contains(part), "`{part}` is not in: {said}");
    }
}

/// A mission with three documents, and the folder of their files.
fn filled() -> (Mission, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_articles(folder.path(), 3);
    let mission = Mission::new(None);
    mission.add([folder.path().to_path_buf()]);
    (mission, folder)
}

fn write_articles(folder: &Path, count: usize) {
    for n in 0..count {
        fs::write(folder.join(format!("{n:04}.txt")), article(n)).expect("a file");
    }
}

fn blob(mission: &Path) -> PathBuf {
    let digest = data_encoding::HEXLOWER.encode(armistice_tlog::hash::sha256(article(1).as_bytes()).as_bytes());
    mission.join("blobs/sha256").join(&digest[..2]).join(digest)
}

/// Damages a fresh mission, and expects what each command says: exit code and words.
fn check(damage: impl Fn(&Path), expected: &[(&str, i32, &[&str])]) {
    let (mission, folder) = filled();
    damage(&mission.path());
    for (command, code, parts) in expected {
        let new = folder.path().join("new.txt");
        fs::write(&new, article(50)).expect("a file");
        let more: &[&Path] = if *command == "add" { &[&new] } else { &[] };
        expect(&run(command, &mission.path(), more), *code, parts);
    }
}

fn edit(path: &Path, change: impl Fn(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).expect("a file");
    change(&mut bytes);
    fs::write(path, bytes).expect("a file");
}

#[test]
fn damaged_registers() {
    let log = |m: &Path| m.join("registers/analyst/register.log");
    let head = |m: &Path| m.join("registers/analyst/register.head");
    check(
        |m| edit(&log(m), |b| b.truncate(b.len() - 10)),
        &[
            ("check", 10, &["register.log is cut off", "had been acknowledged", "good copy"]),
            ("brief", 10, &["cut off"]),
            ("add", 10, &["cut off"]),
        ],
    );
    check(
        |m| {
            edit(&log(m), |b| {
                let at = b.len() / 2;
                b[at] ^= 1;
            })
        },
        &[("check", 10, &["is damaged at byte", "entry"]), ("add", 10, &["damaged"])],
    );
    check(
        |m| fs::remove_file(head(m)).expect("a file"),
        &[("check", 10, &["register.head cannot be used: it is missing"])],
    );
    check(|m| edit(&head(m), |b| b[40] ^= 1), &[("check", 10, &["register.head"])]);
    check(|m| fs::remove_file(log(m)).expect("a file"), &[("check", 10, &["register.log"])]);
}

#[test]
fn damaged_originals() {
    check(
        |m| fs::remove_file(blob(m)).expect("a file"),
        &[
            ("check", 10, &["there is no original", "puts it back"]),
            ("brief", 0, &[]),
            ("add", 10, &["1 document added", "there is no original", "0001.txt"]),
        ],
    );
    check(
        |m| edit(&blob(m), |b| b[3] ^= 1),
        &[
            ("check", 10, &["is damaged", "replace the file with a good copy"]),
            ("add", 10, &["1 document added", "is damaged"]),
        ],
    );
}

/// A lost original comes back with its file, and what had waited for it is finished.
#[test]
fn a_missing_original_is_put_back() {
    let (mission, folder) = filled();
    fs::remove_file(blob(&mission.path())).expect("a file");
    let new = folder.path().join("new.txt");
    fs::write(&new, article(50)).expect("a file");
    expect(&run("add", &mission.path(), &[&new]), 10, &["there is no original"]);
    expect(&run("check", &mission.path(), &[]), 10, &["not compared"]);
    expect(&run("add", &mission.path(), &[folder.path()]), 0, &["1 original put back"]);
    expect(&run("check", &mission.path(), &[]), 0, &["nothing was left undone"]);
}

#[test]
fn damaged_tables_are_built_anew() {
    let tables = |m: &Path| m.join("projection.sqlite");
    let sound: &[(&str, i32, &[&str])] = &[("check", 0, &["tables: equal"])];
    check(
        |m| {
            stdout(&run("check", m, &[]));
            fs::remove_file(tables(m)).expect("a file");
        },
        sound,
    );
    check(
        |m| {
            stdout(&run("check", m, &[]));
            edit(&tables(m), |b| b[..200].fill(7));
        },
        sound,
    );
    check(|m| fs::write(tables(m), "no tables").expect("a file"), sound);
    check(|m| fs::create_dir(tables(m)).expect("a folder"), sound);
}

#[test]
fn damaged_mission_files() {
    let file = |m: &Path| m.join("mission.toml");
    check(|m| fs::write(file(m), "format = ").expect("a file"), &[("check", 10, &["mission.toml", "backup"])]);
    check(
        |m| fs::write(file(m), [0xff, 0xfe]).expect("a file"),
        &[("brief", 10, &["mission.toml: byte 0: not UTF-8"])],
    );
    check(
        |m| {
            edit(&file(m), |b| {
                let t = String::from_utf8_lossy(b).replace("id = \"", "id = \"x");
                *b = t.into_bytes();
            })
        },
        &[("check", 10, &["is the register of"])],
    );
    check(
        |m| fs::remove_file(file(m)).expect("a file"),
        &[("add", 4, &["is no mission", "armistice init"]), ("brief", 4, &["is no mission"])],
    );
    let key = |m: &Path| m.join("keys/analyst.key");
    check(
        |m| fs::remove_file(key(m)).expect("a file"),
        &[("add", 5, &["there is no key", "hint: "]), ("brief", 0, &[]), ("check", 0, &["not here"])],
    );
    check(
        |m| fs::set_permissions(key(m), fs::Permissions::from_mode(0o644)).expect("our file"),
        &[("add", 5, &["chmod 600"]), ("check", 10, &["chmod 600"])],
    );
    check(
        |m| {
            fs::write(key(m), "nothing")
                .and_then(|()| fs::set_permissions(key(m), fs::Permissions::from_mode(0o600)))
                .expect("a file")
        },
        &[("add", 10, &["line 1"]), ("check", 10, &["line 1"])],
    );
    let nowhere = Path::new("/nonexistent/mission");
    expect(&run("brief", nowhere, &[]), 4, &["is no mission"]);
}

#[test]
fn init_refuses() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let init = |dir: &str, more: &[&str]| armistice([&["init", dir][..], more].concat());
    expect(&init(&path("m"), &["--member", "analyst"]), 0, &["Made the mission"]);
    expect(&init(&path("m"), &["--member", "analyst"]), 2, &["is a mission already"]);
    expect(&init(&folder.path().display().to_string(), &["--member", "analyst"]), 2, &["is not empty"]);
    fs::write(path("f"), "x").expect("a file");
    expect(&init(&path("f"), &["--member", "analyst"]), 2, &["is a file"]);
    for bad in ["", "A", "a b", "../x", "a/b", "é", "-x", &"x".repeat(64)] {
        let output = init(&path("n"), &[&format!("--member={bad}")]);
        expect(&output, 2, &["member"]);
    }
    expect(&init(&path("n"), &["--member", "a", "--title", "two\nlines"]), 2, &["title"]);
    expect(&init(&path("n"), &["--member", "a", "--agreement", &path("none.toml")]), 4, &["none.toml"]);
    expect(&init(&path("n"), &["--member", "a", "--agreement", "/dev/zero"]), 3, &["at most"]);
    let sound = fs::read_to_string(repository().join("agreements/syria-2016-12-30.toml")).expect("text");
    let bad = sound.replace("\n[", "\nunheard_of_key = 1\n[");
    fs::write(path("bad.toml"), &bad).expect("a file");
    let output = init(&path("n"), &["--member", "a", "--agreement", &path("bad.toml")]);
    expect(&output, 3, &["is no agreement that can be used", "unheard_of_key", "hint: "]);
    assert!(words(&output).lines().count() > 4, "all problems are named: {}", words(&output));
    assert!(!Path::new(&path("n")).exists(), "nothing was made");
    // Cut short before its last step: said to be so, and no mission.
    fs::remove_file(Path::new(&path("m")).join("mission.toml")).expect("a file");
    expect(&init(&path("m"), &["--member", "analyst"]), 2, &["begun and not finished", "Remove the folder"]);
}

/// What must be equal between two missions: all but the mission's id and its registers.
fn comparable(mission: &Path) -> Value {
    let mut brief: Value =
        serde_json::from_slice(&armistice([OsString::from("brief"), mission.into(), "--json".into()]).stdout)
            .expect("JSON");
    brief["as_of"] = Value::Null;
    brief["mission"] = Value::Null;
    brief
}

fn scenario_files(name: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(repository().join("scenarios").join(name))
        .expect("a folder")
        .map(|e| e.expect("an entry").path())
        .filter(|p| !p.ends_with("README.md") && !p.ends_with("expect.toml"))
        .collect();
    files.sort();
    files
}

#[test]
fn the_same_files_give_the_same_brief() {
    for scenario in ["demo", "sudan"] {
        let files = scenario_files(scenario);
        let of = |batches: Vec<Vec<PathBuf>>| {
            let mission = Mission::new(None);
            batches.into_iter().for_each(|b| mission.add(b));
            let brief = comparable(&mission.path());
            assert_eq!(brief, comparable(&mission.path()));
            brief
        };
        let whole = of(vec![files.clone()]);
        assert_eq!(whole, of(vec![files.clone()]), "{scenario}");
        let backwards = of(vec![files.iter().rev().cloned().collect()]);
        let set = |b: &Value, list: &str, of: &dyn Fn(&Value) -> String| {
            let mut all: Vec<String> = b[list].as_array().expect("a list").iter().map(of).collect();
            all.sort();
            all
        };
        let id = |v: &Value| v["id"].to_string();
        // An origin's id is that of its first document; what makes it up does not depend on the order.
        let origin = |v: &Value| {
            let mut documents: Vec<String> =
                v["documents"].as_array().expect("a list").iter().map(Value::to_string).collect();
            documents.sort();
            format!("{documents:?} {} {}", v["low"], v["high"])
        };
        assert_eq!(set(&whole, "documents", &id), set(&backwards, "documents", &id), "{scenario}");
        assert_eq!(set(&whole, "claims", &id), set(&backwards, "claims", &id), "{scenario}");
        assert_eq!(set(&whole, "origins", &origin), set(&backwards, "origins", &origin), "{scenario}");
        let one_by_one = of(files.iter().map(|f| vec![f.clone()]).collect());
        assert_eq!(set(&whole, "claims", &id), set(&one_by_one, "claims", &id), "{scenario}");
        assert_eq!(set(&whole, "origins", &origin), set(&one_by_one, "origins", &origin), "{scenario}, one by one");
    }
}

fn child(mission: &Path, files: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_armistice"));
    command.arg("add").arg(mission).arg(files).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

#[test]
fn two_processes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_articles(folder.path(), 120);
    let mission = Mission::new(None);
    let one = child(&mission.path(), folder.path()).spawn().expect("the binary runs");
    let two = child(&mission.path(), folder.path()).spawn().expect("the binary runs");
    // Whatever the moment: what is read verifies, and every document is whole or named as unfinished.
    for _ in 0..4 {
        let output = run("brief", &mission.path(), &[]);
        assert!(matches!(output.status.code(), Some(0 | 5)), "{}", words(&output));
    }
    for output in [one.wait_with_output(), two.wait_with_output()] {
        let output = output.expect("it ends");
        assert!(matches!(output.status.code(), Some(0 | 5)), "{}", words(&output));
    }
    mission.add([folder.path().to_path_buf()]);
    expect(&run("check", &mission.path(), &[]), 0, &["120 files", "nothing was left undone"]);
}

/// A limit on the size of files stands for the full disk; it needs no mount.
#[test]
fn a_disk_without_room() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_articles(folder.path(), 60);
    let mission = Mission::new(None);
    let limit = |kib: u64| {
        let script = format!("trap '' XFSZ; ulimit -f {kib}; exec \"$0\" add \"$1\" \"$2\"");
        Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_armistice")])
            .arg(mission.path())
            .arg(folder.path())
            .process_group(0)
            .output()
            .expect("bash runs")
    };
    let output = limit(8);
    expect(&output, 1, &["error: ", "hint: "]);
    assert!(words(&output).contains("run the command again"), "{}", words(&output));
    expect(&run("brief", &mission.path(), &[]), 0, &[]);
    expect(&run("check", &mission.path(), &[]), 0, &[]);
    mission.add([folder.path().to_path_buf()]);
    expect(&run("check", &mission.path(), &[]), 0, &["60 files", "nothing was left undone"]);
}

/// How far a run has come: bytes of the register, and folders of originals.
fn progress(mission: &Path) -> u64 {
    let log = fs::metadata(mission.join("registers/analyst/register.log")).map_or(0, |m| m.len());
    let folders = fs::read_dir(mission.join("blobs/sha256")).map_or(0, Iterator::count);
    log / 64 + folders as u64 * 16
}

fn killed(rounds: u64, count: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_articles(folder.path(), count);
    let whole = Mission::new(None);
    whole.add([folder.path().to_path_buf()]);
    let expected = comparable(&whole.path());
    let end = progress(&whole.path());
    let mut state = 0x9e37_79b9_u64;
    let (mut mission, mut kills) = (Mission::new(None), 0);
    for round in 0..rounds {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = (state >> 33) % end;
        let mut running = child(&mission.path(), folder.path()).spawn().expect("the binary runs");
        while progress(&mission.path()) <= moment && running.try_wait().expect("our process").is_none() {
            std::thread::yield_now();
        }
        running.kill().expect("our process");
        let ended = running.wait().expect("it ends");
        kills += u64::from(ended.code().is_none());
        expect(&run("check", &mission.path(), &[]), 0, &["register of analyst"]);
        if round % 3 == 2 {
            mission.add([folder.path().to_path_buf()]);
            expect(&run("check", &mission.path(), &[]), 0, &["nothing was left undone"]);
            assert_eq!(comparable(&mission.path()), expected, "after round {round}");
            mission = Mission::new(None);
        }
    }
    println!("{kills} of {rounds} processes were killed at work");
    assert!(kills > 0, "none was killed at work");
}

#[test]
fn killed_in_the_middle_of_add() {
    killed(3, 300);
}

mod slow {
    #[test]
    fn killed_many_times() {
        super::killed(30, 600);
    }
}
