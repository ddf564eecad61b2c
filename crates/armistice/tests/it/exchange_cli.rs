//! `sync`, `serve` and `witness` as processes: what they print, how they end, and that they stop when told.

use crate::support::{armistice, repository, stdout};
use serde_json::Value;
use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

/// A server process, told to end when it is dropped.
struct Process {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Process {
    fn start(args: &[&str]) -> (Self, Value) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_armistice"))
            .args(args)
            .args(["--listen", "127.0.0.1:0", "--json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut process = Self { out: BufReader::new(child.stdout.take().expect("its output")), child };
        let mut line = String::new();
        process.out.read_line(&mut line).expect("a line");
        let said = serde_json::from_str(&line).unwrap_or_else(|e| panic!("{e}: {line:?}"));
        (process, said)
    }

    /// Tells it to stop, and gives its exit code and what it said on standard error.
    fn stop(mut self) -> (Option<i32>, String) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill runs");
        assert!(told.success());
        let code = self.child.wait().expect("it ends").code();
        let mut said = String::new();
        std::io::Read::read_to_string(&mut self.child.stderr.take().expect("its messages"), &mut said).expect("text");
        (code, said)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A test that failed leaves nothing running.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Two members of one mission, who have recognised each other by their public key files.
fn two(folder: &Path) -> (String, String) {
    let (astra, borea) = (folder.join("astra"), folder.join("borea"));
    stdout(&armistice(["init", &text(&astra), "--member", "astra", "--no-passphrase"]));
    let toml = fs::read_to_string(astra.join("mission.toml")).expect("a file");
    let id = toml.lines().find_map(|l| l.strip_prefix("id = \"")).and_then(|l| l.strip_suffix('"')).expect("an id");
    stdout(&armistice(["init", &text(&borea), "--member", "borea", "--no-passphrase", "--join", id]));
    for (here, there, name) in [(&astra, &borea, "borea"), (&borea, &astra, "astra")] {
        let key: PathBuf = there.join("keys").join(format!("{name}.pub"));
        let args = ["member", "add", &text(here), name, "--key-file", &text(&key), "--how", "handed over on paper"];
        stdout(&armistice(args));
    }
    (text(&astra), text(&borea))
}

#[test]
fn members_exchange_and_an_outside_witness_cosigns() {
    let folder = tempfile::tempdir().expect("a folder");
    let (astra, borea) = two(folder.path());
    let page = repository().join("scenarios/demo");
    let page = fs::read_dir(page).expect("a folder").filter_map(|i| Some(i.ok()?.path())).find(|p| p.is_file());
    stdout(&armistice(["add", &borea, &text(&page.expect("a page")), "--allow-partial"]));

    let (server, said) = Process::start(&["serve", &borea]);
    assert_eq!(said["witness"], true);
    let address = said["address"].as_str().expect("an address").to_owned();
    let report: Value = serde_json::from_str(&stdout(&armistice(["sync", &astra, &address, "--json"]))).expect("JSON");
    assert_eq!(report["cosigned"], serde_json::json!(["borea"]), "{report:#}");
    assert_eq!(report["registers"].as_array().map(Vec::len), Some(2), "{report:#}");
    // As text, and by way of a folder.
    let stick = text(&folder.path().join("stick"));
    for member in [&astra, &borea] {
        let said = stdout(&armistice(["sync", member, &stick]));
        assert!(said.contains("borea: ") && said.contains("newest cosignature"), "{said}");
    }
    // Who looks at both folders sees one record.
    let brief = |dir: &str| stdout(&armistice(["brief", dir, "--json"]));
    assert_eq!(brief(&astra), brief(&borea));

    // A witness that is no member, and knows astra's checkpoint key only.
    let dir = text(&folder.path().join("w"));
    let (witness, said) =
        Process::start(&["witness", "--dir", &dir, "--name", "witness.example/w", "--mission", &astra]);
    let (base, vkey) = (said["address"].as_str().expect("an address"), said["vkey"].as_str().expect("a key"));
    let args = ["sync", &astra, "--witness", base, "--witness-key", vkey, "--json"];
    let said: Value = serde_json::from_str(&stdout(&armistice(args))).expect("JSON");
    assert_eq!(said["witness"], true);
    // Again: it is asked from the size that it has, and says so with a time that is the same or later.
    stdout(&armistice(args));
    let note = fs::read_to_string(Path::new(&astra).join("registers/astra/published/checkpoint")).expect("a note");
    assert!(note.contains("— witness.example/w ") && note.contains("/borea/witness "), "{note}");

    for process in [server, witness] {
        let (code, said) = process.stop();
        assert_eq!((code, said.as_str()), (Some(0), ""), "stopped in order, and silent about who asked");
    }
}

/// Every refusal has its code and its next step.
#[test]
fn commands_of_the_exchange_refuse_with_a_next_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let (astra, borea) = two(folder.path());
    let logs = folder.path().join("logs");
    fs::write(&logs, "not a key\n").expect("written");
    let w = text(&folder.path().join("w"));
    for (args, code, expected) in [
        (vec!["sync", &astra], 2, "required"),
        (vec!["sync", &astra, &borea], 2, "is a mission folder"),
        (vec!["sync", &astra, &astra], 2, "is a mission folder"),
        (vec!["sync", &astra, "http://127.0.0.1:1"], 1, "ended early"),
        (vec!["sync", &astra, "/x", "--trust", "borea=short"], 2, "not NAME=KEY"),
        (vec!["sync", &astra, "--witness", "http://127.0.0.1:1"], 2, "--witness-key"),
        (vec!["serve", &astra, "--listen", "nowhere"], 1, "cannot listen on nowhere"),
        (vec!["serve", &astra, "--beat", "now"], 2, "not a number of seconds"),
        (vec!["witness", "--dir", &w, "--name", "w"], 2, "no log is named"),
        (vec!["witness", "--dir", &w, "--name", "w", "--logs", &text(&logs)], 3, "line 1"),
        (vec!["init", &w, "--member", "x", "--join", "../x"], 2, "no id of a mission"),
    ] {
        let output = armistice(&args);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(said.contains(expected), "{args:?}: {said}");
    }
}
