//! Keys of a member in a mission folder: made, changed, stolen, lost; and registers that have two histories.

use crate::support::{armistice, stdout};
use armistice::{
    failure::Exit,
    journal::register::{self, Register},
    keys::{self, KeyError, MemberKey, MemberName, passphrase::Passphrases},
    mission::{Mission, NewKeys, forks},
};
use armistice_core::{
    record::{self, Stop},
    statement::{Body, trust::Trust},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    entry::Entry,
    evidence::Evidence,
    hash::{Hash, sha256},
    keyring::{Life, Role},
    note::{Note, sign},
};
use serde_json::Value;
use std::{
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Output,
};
use tempfile::TempDir;

/// A mission `m` of the member `observer` in a temporary folder, with a recovery key in `recovery.key` or without.
fn mission(recovery: bool) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("m");
    let recovery = recovery.then(|| folder.path().join("recovery.key"));
    let new = NewKeys { recovery, ..NewKeys::default() };
    Mission::create_with(&root, "Truce", "observer", &new, vec![]).expect("a mission");
    (folder, root)
}

fn observer() -> MemberName {
    MemberName::parse("observer").expect("a name")
}

fn open(root: &Path) -> Mission {
    Mission::open(root).expect("a mission")
}

/// Runs `armistice FIRST SECOND DIR REST… --json`.
fn run(words: &[&str], root: &Path, rest: &[&str]) -> Output {
    let words = words.iter().map(OsString::from).chain([root.as_os_str().to_owned()]);
    armistice(words.chain(rest.iter().map(OsString::from)).chain(["--json".into()]))
}

fn json(output: &Output) -> Value {
    serde_json::from_str(&stdout(output)).expect("JSON")
}

/// The exit code and the message of a run that was refused.
fn refused(output: &Output) -> (i32, String) {
    assert!(!output.status.success(), "it was not refused: {}", String::from_utf8_lossy(&output.stdout));
    (output.status.code().expect("an exit"), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Role and validity of every key, in order of declaration.
fn roles(root: &Path) -> Vec<(String, bool)> {
    let list = json(&run(&["key", "list"], root, &[]));
    let keys = list["keys"].as_array().expect("keys");
    keys.iter().map(|k| (k["role"].as_str().expect("a role").to_owned(), k["valid"] == true)).collect()
}

fn has(expected: &[(&str, bool)], root: &Path) {
    let expected: Vec<(String, bool)> = expected.iter().map(|(r, v)| ((*r).to_owned(), *v)).collect();
    assert_eq!(roles(root), expected);
}

/// Says something that has no meaning for keys, and gives its index.
fn say(root: &Path, padding: u8) -> u64 {
    let mission = open(root);
    let mut writer = mission.writer().expect("a writer");
    writer.say(vec![Body::Trust(Trust::Padded { padding: vec![padding] })]).expect("said").first_index
}

fn doubtful(root: &Path) -> Vec<u64> {
    open(root).read().expect("registers").registers[0].doubtful().into_iter().map(|(i, _)| i).collect()
}

#[test]
fn init_makes_every_key() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (root, away) = (folder.path().join("m"), folder.path().join("away.key"));
    let words: Vec<OsString> = vec!["init".into(), root.clone().into(), "--member".into(), "observer".into()];
    let out = armistice(words.into_iter().chain(["--recovery".into(), away.clone().into()]));
    stdout(&out);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(said.contains("have no passphrase") && said.contains("Take the recovery key off"), "{said}");
    has(&[("statements", true), ("checkpoints", true), ("witness", true), ("recovery", true)], &root);
    assert!(away.exists() && !root.join("keys/observer.recovery.key").exists());
    for file in [&away, &root.join("keys/observer.key"), &root.join("keys/observer.witness.key")] {
        assert_eq!(fs::metadata(file).expect("a file").permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
    // One key does not pass for another.
    fs::copy(root.join("keys/observer.witness.key"), root.join("keys/observer.key")).expect("a copy");
    let (code, why) = refused(&run(&["key", "add"], &root, &[]));
    assert_eq!((code, why.contains("it is a key of another role")), (10, true), "{why}");
}

#[test]
fn a_folder_of_the_first_version_is_completed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("m");
    let (keys, registers) = (root.join("keys"), register::folder(&root, &observer()));
    fs::create_dir_all(&registers).expect("a folder");
    let key = MemberKey::generate(&keys, &observer()).expect("a key");
    Register::create(&registers, "truce/observer").expect("a register");
    fs::write(root.join("mission.toml"), "format = 1\nid = \"truce\"\ntitle = \"Truce\"\nmember = \"observer\"\n")
        .expect("a file");
    let opened = Body::MissionOpened { title: "Truce".into(), key: key.verifying_key().to_bytes() };
    open(&root).writer().expect("a writer").say(vec![opened]).expect("said");

    has(&[("statements", true)], &root);
    assert_eq!(say(&root, 1), 1);
    let added = json(&run(&["key", "add"], &root, &[]));
    assert_eq!(added["added"].as_array().map(Vec::len), Some(2));
    has(&[("statements", true), ("checkpoints", true), ("witness", true)], &root);
    assert_eq!(json(&run(&["key", "add"], &root, &[]))["added"].as_array().map(Vec::len), Some(0));
    let (code, why) = refused(&run(&["key", "add"], &root, &["--role", "witness"]));
    assert_eq!((code, why.contains("there is a witness key already")), (2, true), "{why}");
    stdout(&run(&["check"], &root, &[]));
}

#[test]
fn rotation() {
    let (folder, root) = mission(false);
    let old = folder.path().join("old.key");
    fs::copy(root.join("keys/observer.key"), &old).expect("a copy");
    for role in ["statements", "checkpoints", "witness"] {
        json(&run(&["key", "rotate"], &root, &["--role", role, "--note", "as every year"]));
    }
    has(
        &[
            ("statements", false),
            ("checkpoints", false),
            ("witness", false),
            ("statements", true),
            ("checkpoints", true),
            ("witness", true),
        ],
        &root,
    );
    assert!(doubtful(&root).is_empty());
    say(&root, 1);
    let names: Vec<String> = fs::read_dir(root.join("keys"))
        .expect("keys")
        .map(|e| e.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 6, "{names:?}");
    stdout(&run(&["check"], &root, &[]));
    // The old key is of no use any more, to whoever has it.
    fs::copy(&old, root.join("keys/observer.key")).expect("a copy");
    fs::remove_file(root.join("keys/observer.pub")).expect("a file");
    let (code, why) = refused(&run(&["key", "add"], &root, &["--role", "recovery", "--out", "/dev/null/x"]));
    assert_eq!((code, why.contains("was revoked; nothing was written")), (5, true), "{why}");
}

/// Killed after the register has the new key, and before the files have it: the next who writes finishes.
#[test]
fn a_rotation_that_was_cut_short() {
    let (_folder, root) = mission(false);
    let mission = open(&root);
    let path = keys::path_of(&mission.keys(), &observer(), Role::Statements);
    let next = MemberKey::generate_at(&keys::next_of(&path), &observer(), Role::Statements, None).expect("a key");
    // Not declared yet: nobody touches it.
    say(&root, 1);
    assert!(keys::next_of(&path).exists());
    let mut writer = mission.writer().expect("a writer");
    let old = writer.keyring().expect("keys").keys()[0].id();
    let end = armistice_core::statement::trust::KeyRevoked {
        key: *old.as_bytes(),
        until: writer.size() + 1,
        doubtful_from: None,
        reason: armistice_core::statement::trust::RevocationReason::Rotated,
        note: String::new(),
    };
    let declared = armistice::mission::writer::declared("x/observer", &next);
    assert!(writer.say(vec![Body::Trust(Trust::KeyAdded(declared))]).is_err(), "a proof for another register");
    let declared = armistice::mission::writer::declared(&mission.origin(&observer()), &next);
    writer.say(vec![Body::Trust(Trust::KeyAdded(declared)), Body::Trust(Trust::KeyRevoked(end))]).expect("said");
    drop(writer);
    for half in [false, true] {
        if half {
            // And once more, with the public half in its place already.
            fs::copy(&path, keys::next_of(&path)).expect("a copy");
        }
        say(&root, 2);
        let now = MemberKey::load(&mission.keys(), &observer()).expect("the new key");
        assert_eq!((now.id(), keys::next_of(&path).exists()), (next.id(), false), "half {half}");
    }
}

#[test]
fn a_stolen_key() {
    let (folder, root) = mission(true);
    let recovery = folder.path().join("recovery.key");
    let recovery = recovery.to_str().expect("UTF-8");
    let first = say(&root, 1);
    let thief = folder.path().join("thief");
    copy(&root, &thief);
    let (stolen, last) = (say(&root, 2), say(&root, 3));
    assert_eq!((first, stolen, last), (4, 5, 6));
    let from = stolen.to_string();
    let words = ["--reason", "compromised", "--doubtful-from", &from, "--recovery", recovery, "--note", "laptop taken"];
    json(&run(&["key", "rotate"], &root, &words));
    assert_eq!(doubtful(&root), [stolen, last]);
    let list = json(&run(&["key", "list"], &root, &[]));
    assert_eq!(list["keys"][0]["reason"], "compromised");
    let checked = stdout(&run(&["check"], &root, &[]));
    assert!(checked.contains("in doubt") && checked.contains("5 to 6"), "{checked}");
    let id = Hash::from_bytes(open(&root).read().expect("registers").registers[0].register.entries[5].0).hex();
    assert!(stdout(&run(&["show"], &root, &[&id])).contains("\"in_doubt\":8"));
    // The owner confirms what is theirs, statement by statement.
    let said = json(&run(&["key", "reaffirm"], &root, &[&from, "--why", "compared with the paper file"]));
    assert_eq!((&said["confirmed"], &said["doubtful"]), (&Value::from(1), &Value::from(1)));
    assert_eq!(doubtful(&root), [last]);
    let (code, why) = refused(&run(&["key", "reaffirm"], &root, &["4", "--why", "x"]));
    assert_eq!((code, why.contains("is no statement of observer that is in doubt")), (4, true), "{why}");
    // What the thief still says is another history, and is refused by everybody who has the note.
    say(&thief, 9);
    let theirs = open(&thief).read().expect("registers");
    let ours = open(&root).read().expect("registers");
    assert_ne!(theirs.registers[0].reading.leaves()[5], ours.registers[0].reading.leaves()[5]);
}

#[test]
fn a_stolen_key_without_a_recovery_key() {
    let (_folder, root) = mission(false);
    let stolen = say(&root, 1);
    let words = ["--reason", "compromised", "--doubtful-from", &stolen.to_string()];
    let out = run(&["key", "rotate"], &root, &words);
    assert!(String::from_utf8_lossy(&out.stderr).contains("readers cannot tell whose it is"));
    stdout(&out);
    // Whose the new key is, nobody can tell: it stays in doubt, whatever it says.
    say(&root, 2);
    assert_eq!(doubtful(&root), [3, 4, 6]);
}

#[test]
fn a_lost_key() {
    let (folder, root) = mission(true);
    for file in ["observer.key", "observer.pub"] {
        fs::remove_file(root.join("keys").join(file)).expect("a file");
    }
    let (code, why) = refused(&run(&["key", "add"], &root, &[]));
    assert_eq!((code, why.contains("there is no key at")), (5, true), "{why}");
    let recovery = folder.path().join("recovery.key");
    json(&run(&["key", "rotate"], &root, &["--reason", "lost", "--recovery", recovery.to_str().expect("UTF-8")]));
    has(
        &[("statements", false), ("checkpoints", true), ("witness", true), ("recovery", true), ("statements", true)],
        &root,
    );
    say(&root, 1);
    stdout(&run(&["check"], &root, &[]));
    // A recovery key says nothing else.
    let mission = open(&root);
    let key = MemberKey::load_at(&recovery, &observer(), Role::Recovery, &Passphrases::none()).expect("the key");
    let mut writer = mission.writer_with(key).expect("a writer");
    let refused = writer.say(vec![Body::Trust(Trust::Padded { padding: vec![] })]).expect_err("not by this key");
    assert!(refused.sentence.contains("signs statements about keys"), "{}", refused.sentence);
}

#[test]
fn the_last_key() {
    let (_folder, root) = mission(false);
    let id = json(&run(&["key", "list"], &root, &[]))["keys"][0]["id"].as_str().expect("an id").to_owned();
    let (code, why) = refused(&run(&["key", "revoke"], &root, &[&id, "--reason", "lost"]));
    assert_eq!((code, why.contains("is the last that can sign here")), (5, true), "{why}");
    let (code, why) = refused(&run(&["key", "revoke"], &root, &["f00", "--reason", "lost"]));
    assert_eq!((code, why.contains("is the beginning of 0 keys")), (4, true), "{why}");
    let (code, _) = refused(&run(&["key", "revoke"], &root, &[&id, "--reason", "lost", "--doubtful-from", "1"]));
    assert_eq!(code, 2);
    assert_eq!(open(&root).read().expect("registers").registers[0].reading.size(), 3, "nothing was written");
    json(&run(&["key", "revoke"], &root, &[&id[..12], "--reason", "retired", "--note", "the mission has ended"]));
    let holdings = open(&root).read().expect("registers");
    assert_eq!(holdings.registers[0].keyring.life(), Life::Closed);
    drop(holdings);
    let (code, why) = refused(&run(&["key", "add"], &root, &[]));
    assert_eq!((code, why.contains("is closed")), (5, true), "{why}");
    stdout(&run(&["check"], &root, &[]));
}

/// Copies a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The proof that two folders hold different statements of one number, by the key that both are signed with.
fn proof(a: &Path, b: &Path, index: u64) -> Evidence {
    let (a, b) = (open(a).read().expect("registers"), open(b).read().expect("registers"));
    let (a, b) = (&a.registers[0], &b.registers[0]);
    let signed = |r: &armistice::mission::ReadRegister| {
        let bytes = r.reading.entry(index).expect("an entry").to_vec();
        let kid = Entry::parse(&bytes).expect("an entry").kid();
        let key: [u8; 32] = r.keyring.key(&kid).expect("declared").bytes().try_into().expect("32 bytes");
        (bytes, key)
    };
    let ((one, one_key), (other, other_key)) = (signed(a), signed(b));
    Evidence::two_statements((&one, &one_key), (&other, &other_key)).expect("a contradiction")
}

fn hold(root: &Path, evidence: &Evidence) {
    let path = forks::path(root, &evidence.id());
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, evidence.to_bytes()).expect("a file");
}

/// Where a register ends and why.
fn end(root: &Path) -> (usize, Option<(u64, Stop)>) {
    let holdings = open(root).read().expect("registers");
    let register = &holdings.registers[0].register;
    (register.entries.len(), register.stopped.clone())
}

#[test]
fn two_histories() {
    let (folder, one) = mission(false);
    say(&one, 1);
    let other = folder.path().join("other");
    copy(&one, &other);
    // Two statements each: the first that differs is number 4.
    for (root, padding) in [(&one, 2), (&one, 3), (&other, 4), (&other, 5)] {
        say(root, padding);
    }
    let evidence = proof(&one, &other, 4);
    let stop = Stop::TwoHistories { evidence: vec![*evidence.id().as_bytes()] };
    for root in [&one, &other] {
        assert_eq!(end(root), (6, None));
        hold(root, &evidence);
        assert_eq!(end(root), (4, Some((4, stop.clone()))));
    }
    // Whichever history one has, the record is the same.
    let fold = |root: &Path| {
        let registers: Vec<_> =
            open(root).read().expect("registers").registers.iter().map(|r| r.register.clone()).collect();
        format!("{:?}", record::fold(&registers))
    };
    assert_eq!(fold(&one), fold(&other));
    // Nobody goes on in it, and it is said.
    let refused = open(&one).writer().map(drop).expect_err("it has ended");
    assert_eq!(refused.exit, Exit::NotVerified);
    assert!(refused.sentence.contains("ends at entry 4"), "{}", refused.sentence);
    let shown = armistice(["evidence".into(), one.clone().into_os_string(), "--json".into()]);
    assert_eq!(shown.status.code(), Some(10));
    let shown: Value = serde_json::from_slice(&shown.stdout).expect("JSON");
    assert_eq!(shown["evidence"][0]["slot"], 4);
    assert!(shown["evidence"][0]["accused"].as_str().expect("an origin").ends_with("/observer"));
    // A proof of a later place moves nothing; one of an earlier place does.
    hold(&one, &proof(&one, &other, 5));
    assert_eq!(end(&one), (4, Some((4, stop))));
}

/// Anybody can contradict himself with a key of his own, or send files that prove nothing.
#[test]
fn proofs_that_accuse_nobody() {
    let (folder, root) = mission(false);
    say(&root, 1);
    let thief = folder.path().join("thief");
    copy(&root, &thief);
    // The same register told by somebody else: he opens it with his own key.
    let id = open(&root).file.id;
    let strange = |padding| {
        let signing = ed25519_dalek_key(7);
        let mut parts =
            open(&root).read().expect("registers").registers[0].reading.entry(3).expect("an entry").to_vec();
        let entry = Entry::parse(&parts).expect("an entry");
        let mut payload = entry.payload().to_vec();
        *payload.last_mut().expect("a body") = padding;
        let unsigned = armistice_tlog::entry::Unsigned {
            iss: "observer".into(),
            sub: id.clone(),
            iat: entry.iat(),
            kid: armistice_tlog::entry::key_id(&signing.verifying_key()),
            payload,
        };
        parts = unsigned.sign(&signing).expect("an entry");
        (parts, signing.verifying_key().to_bytes())
    };
    let ((a, key_a), (b, key_b)) = (strange(1), strange(2));
    hold(&root, &Evidence::two_statements((&a, &key_a), (&b, &key_b)).expect("a contradiction, of his own key"));
    fs::write(forks::folder(&root).join(format!("{}.evidence", sha256(b"").hex())), b"no evidence").expect("a file");
    assert_eq!(end(&root), (4, None));
    say(&root, 2);
    let shown = run(&["evidence"], &root, &[]);
    let listed = json(&shown);
    assert_eq!(
        (listed["evidence"].as_array().map(Vec::len), &listed["evidence"][0]["accused"]),
        (Some(1), &Value::Null)
    );
    assert!(String::from_utf8_lossy(&shown.stderr).contains("not deterministic CBOR"));
    let (code, _) = refused(&run(&["check"], &root, &[]));
    assert_eq!(code, 10, "a file that proves nothing does not belong there");
}

fn ed25519_dalek_key(seed: u8) -> ed25519_dalek::SigningKey {
    ed25519_dalek::SigningKey::from_bytes(&[seed; 32])
}

/// Two checkpoints of one size in the archive of another member's register are found, exported and noted.
#[test]
fn two_checkpoints() {
    let (folder, root) = mission(false);
    let (north, theirs) = (MemberName::parse("north").expect("a name"), folder.path().join("theirs"));
    let new = NewKeys { join: Some(open(&root).file.id), ..NewKeys::default() };
    let mission = Mission::create_with(&theirs, "Truce", "north", &new, vec![]).expect("a mission");
    copy(&register::folder(&theirs, &north), &register::folder(&root, &north));
    let key = mission.key(Role::Checkpoints).expect("a key");
    let origin = mission.origin(&north);
    let archive = open(&root).published_folder(&north).join("notes");
    fs::create_dir_all(&archive).expect("a folder");
    assert!(stdout(&run(&["evidence"], &root, &[])).contains("[]"));
    // One is published already, of the size that the register has; this is another of that size.
    let text = Checkpoint::new(&origin, 3, Hash::from_bytes([1; 32])).expect("a checkpoint").to_text();
    let line = sign(&text, &origin, key.signing_key()).expect("a line");
    let note = Note::new(&text, vec![line]).expect("a note").to_bytes();
    fs::write(archive.join(sha256(&note).hex()), note).expect("a file");
    let out = folder.path().join("out");
    let shown = run(&["evidence"], &root, &["--out", out.to_str().expect("UTF-8"), "--note"]);
    assert_eq!(shown.status.code(), Some(10), "{}", String::from_utf8_lossy(&shown.stderr));
    let shown: Value = serde_json::from_slice(&shown.stdout).expect("JSON");
    assert_eq!(shown["evidence"].as_array().map(Vec::len), Some(1), "{shown:#}");
    let found = &shown["evidence"][0];
    assert_eq!(
        (&found["what"], &found["slot"], &found["accused"]),
        (&"two_checkpoints".into(), &3.into(), &origin.into())
    );
    let id = found["id"].as_str().expect("an id");
    let exported = fs::read(out.join(format!("{id}.evidence"))).expect("a file");
    assert!(Evidence::parse(&exported).and_then(|e| e.verify()).is_ok());
    let noted = || {
        let registers: Vec<_> =
            open(&root).read().expect("registers").registers.iter().map(|r| r.register.clone()).collect();
        record::fold(&registers).trust.misbehaviour.len()
    };
    assert_eq!(noted(), 1);
    // Once is enough, and it moves no statement.
    assert_eq!(run(&["evidence"], &root, &["--note"]).status.code(), Some(10));
    assert_eq!(noted(), 1);
    assert!(open(&root).read().expect("registers").registers.iter().all(|r| r.register.stopped.is_none()));
}

#[test]
fn members_and_policies() {
    let (folder, root) = mission(false);
    let keys = folder.path().join("theirs");
    let other = MemberKey::generate(&keys, &MemberName::parse("north").expect("a name")).expect("a key");
    let file = keys.join("north.pub");
    let add = |name: &str, rest: &[&str]| {
        run(&["member", "add"], &root, &[&[name, "--how", "read out on the telephone"], rest].concat())
    };
    json(&add("north", &["--key-file", file.to_str().expect("UTF-8"), "--quota", "1000000"]));
    let hex = data_encoding::HEXLOWER.encode(other.verifying_key().as_bytes());
    json(&add("south", &["--vkey", &hex]));
    json(&add("east", &["--vkey", &data_encoding::BASE64.encode(other.verifying_key().as_bytes())]));
    let rows: [(&str, &[&str], i32, &str); 5] = [
        ("observer", &["--vkey", &hex], 2, "own member"),
        ("south", &["--key-file", file.to_str().expect("UTF-8")], 10, "line 2 names another member"),
        ("west", &["--vkey", "AAAA"], 2, "a key has 32 bytes"),
        ("west", &["--vkey", &"0".repeat(64)], 2, "small order"),
        ("West!", &["--vkey", &hex], 2, "no member name"),
    ];
    for (name, rest, code, words) in rows {
        let found = refused(&add(name, rest));
        assert!(found.0 == code && found.1.contains(words), "{name}: {found:?}");
    }
    let list = json(&run(&["member", "list"], &root, &[]));
    let members: Vec<&str> =
        list["members"].as_array().expect("members").iter().filter_map(|m| m["member"].as_str()).collect();
    assert_eq!(members, ["east", "north", "observer", "south"]);
    assert_eq!(list["members"][1]["recognised"][0]["quota"], 1_000_000);

    let vkey = json(&run(&["key", "list"], &root, &[]))["keys"][2]["verifier"].as_str().expect("a witness").to_owned();
    let policy = folder.path().join("policy");
    let adopt = |text: &str, name: &str| {
        fs::write(&policy, text).expect("a file");
        run(&["policy", "adopt"], &root, &[policy.to_str().expect("UTF-8"), "--name", name])
    };
    let text = format!("witness us {vkey}\nquorum us\n");
    let adopted = json(&adopt(&text, "witnessed"));
    assert_eq!((&adopted["liars"], &adopted["sha256"]), (&1.into(), &sha256(text.as_bytes()).hex().into()));
    for (bad, words) in
        [("quorum nobody\n", "nobody"), ("witness\n", "line 1"), (&*format!("log {vkey}\nquorum none\n"), "")]
    {
        let found = refused(&adopt(bad, "witnessed"));
        assert!(found.0 == 3 && found.1.contains(words), "{bad}: {found:?}");
    }
    assert_eq!(refused(&adopt(&text, "Not A Name")).0, 2);
    let list = json(&run(&["policy", "list"], &root, &[]));
    assert_eq!(list["policies"].as_array().map(Vec::len), Some(1));
    // For other programs it gets the register's own line.
    let shown = stdout(&run(&["policy", "show"], &root, &["witnessed"]));
    let parsed = armistice_tlog::policy::Policy::parse(shown.as_bytes()).expect("a whole policy");
    assert_eq!((parsed.logs().len(), parsed.witnesses().len(), shown.ends_with(&text)), (1, 1, true));
    assert_eq!(refused(&run(&["policy", "show"], &root, &["unheard"])).0, 4);
}

/// With work that is made to be slow: each opening of a protected key takes about a second.
mod slow {
    use super::*;
    use std::process::Command;

    /// Runs with a passphrase file.
    fn with(file: &Path, words: &[&str], root: &Path, rest: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_armistice"))
            .args(words)
            .arg(root)
            .args(rest)
            .env_clear()
            .env("ARMISTICE_PASSPHRASE_FILE", file)
            .output()
            .expect("the binary runs")
    }

    fn secret(folder: &TempDir, name: &str, text: &str) -> PathBuf {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("our file");
        path
    }

    #[test]
    fn passphrases() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("m");
        let (right, wrong) =
            (secret(&folder, "right", "correct horse\n"), secret(&folder, "wrong", "battery staple\n"));
        stdout(&with(&right, &["init"], &root, &["--member", "observer"]));
        for file in ["observer.key", "observer.checkpoints.key", "observer.witness.key"] {
            let bytes = fs::read(root.join("keys").join(file)).expect("a key");
            assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "{file}");
        }
        let protect = |file: &Path, rest: &[&str]| with(file, &["key", "protect"], &root, rest);
        // Reading needs no key, and a key needs its passphrase.
        stdout(&run(&["check"], &root, &[]));
        let (code, why) = refused(&run(&["key", "rotate"], &root, &["--role", "witness"]));
        assert_eq!((code, why.contains("protected by a passphrase, and none was given")), (5, true), "{why}");
        let (code, why) = refused(&protect(&wrong, &["--remove"]));
        assert_eq!((code, why.contains("the passphrase does not open")), (5, true), "{why}");
        assert!(!why.contains("battery"));
        // What is made later is protected alike.
        stdout(&with(&right, &["key", "rotate"], &root, &["--role", "witness"]));
        let witness = keys::path_of(&root.join("keys"), &observer(), Role::Witness);
        assert_eq!(keys::is_protected(&witness).ok(), Some(true));
        stdout(&protect(&right, &["--new", wrong.to_str().expect("UTF-8")]));
        stdout(&protect(&wrong, &["--remove"]));
        assert_eq!(keys::is_protected(&witness).ok(), Some(false));
        say(&root, 1);
    }

    #[test]
    fn passphrase_files() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let key = folder.path().join("x.witness.key");
        let member = MemberName::parse("x").expect("a name");
        let open = secret(&folder, "open", "correct horse\n");
        let chosen = Passphrases::file(&open).choose().expect("a passphrase");
        MemberKey::generate_at(&key, &member, Role::Witness, chosen.as_ref()).expect("a key");
        let load = |file: &Path| MemberKey::load_at(&key, &member, Role::Witness, &Passphrases::file(file));
        assert!(load(&open).is_ok());
        assert!(matches!(load(&folder.path().join("none")), Err(KeyError::Passphrase(_))));
        assert!(matches!(load(&secret(&folder, "empty", "\n")), Err(KeyError::Passphrase(_))));
        assert!(matches!(load(&secret(&folder, "long", &"x".repeat(2000))), Err(KeyError::Passphrase(_))));
        fs::set_permissions(&open, fs::Permissions::from_mode(0o644)).expect("our file");
        let shown = load(&open).expect_err("others can read it").to_string();
        assert!(shown.contains("can be read by others") && !shown.contains("horse"), "{shown}");
        // Damage anywhere in the file is noticed.
        fs::set_permissions(&open, fs::Permissions::from_mode(0o600)).expect("our file");
        let mut bytes = fs::read(&key).expect("a file");
        *bytes.last_mut().expect("bytes") ^= 1;
        fs::write(&key, bytes).expect("a file");
        assert!(matches!(load(&open), Err(KeyError::WrongPassphrase { .. })));
    }
}
