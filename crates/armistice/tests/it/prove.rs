//! `prove` and `verify` with the real binary: one statement from a mission to a stranger, and what the stranger is told.

use crate::exchange_disk::copy_folder;
use crate::support::{armistice, stdout};
use armistice_tlog::{
    container::{Container, write},
    envelope::Stated,
    evidence::Evidence,
    hash::{Hash, sha256},
    note::Note,
    receipt::Receipt,
    verdict::RECEIPT,
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Output,
};

/// A published mission with one document, and a folder for files.
fn mission() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let (m, page) = (folder.path().join("m"), folder.path().join("page.txt"));
    std::fs::write(&page, "LAKE CITY, 1 May 2021 - Four shells fell near the northern crossing on Tuesday.\n")
        .expect("written");
    stdout(&run(&["init", path(&m), "--member", "observer", "--no-passphrase"]));
    stdout(&run(&["add", path(&m), path(&page)]));
    stdout(&run(&["publish", path(&m)]));
    (folder, m)
}

fn run(args: &[&str]) -> Output {
    armistice(args)
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

fn verdict(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("one JSON object")
}

#[test]
fn from_a_mission_to_a_stranger() {
    let (folder, m) = mission();
    let out = folder.path().join("one.armistice");
    let proved = run(&["prove", path(&m), "observer#0", "--out", path(&out)]);
    assert!(stdout(&proved).contains("NOT proven:"), "what is not proven is said when it is made");

    // The stranger has the file and nothing else.
    let alone = run(&["verify", path(&out), "--json"]);
    assert_eq!(alone.status.code(), Some(2));
    let said = verdict(&alone);
    assert_eq!(said["answer"], "cannot_tell");
    let key = said["statement"]["register_key"].as_str().expect("the key to compare").to_owned();

    // The stranger has the key as well.
    let held = run(&["verify", path(&out), "--key", &key]);
    assert_eq!(held.status.code(), Some(0));
    let text = String::from_utf8_lossy(&held.stdout).into_owned();
    for words in ["VALID", "NOT proven:", "That the statement is true", "observer, entry 0", &key] {
        assert!(text.contains(words), "`{words}` is not in:\n{text}");
    }

    let other = "00".repeat(32);
    let bytes = std::fs::read(&out).expect("the file");
    type Row<'a> = (&'a str, &'a [u8], &'a [&'a str], i32, &'a str);
    let rows: &[Row<'_>] = &[
        ("another key", &bytes, &["--key", &other], 1, "another key than the one that you gave"),
        ("one of two keys", &bytes, &["--key", &other, "--key", &key], 0, "with the key that you gave"),
        ("cut", &bytes[..bytes.len() - 1], &["--key", &key], 1, "the bytes end within"),
        ("no bundle", b"not a bundle", &["--key", &key], 1, "This is no proof bundle"),
        ("no key", &bytes, &["--key", "12"], 2, ""),
        ("no policy", &bytes, &["--policy", "nothing-here"], 2, ""),
    ];
    for (name, bytes, options, code, words) in rows {
        let file = folder.path().join("given.armistice");
        std::fs::write(&file, bytes).expect("written");
        let output = run(&[&["verify", path(&file)][..], options].concat());
        assert_eq!(output.status.code(), Some(*code), "{name}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(words), "{name}: {output:?}");
    }
    // Packed again with another's statement: the program says where.
    let mut members = members(&bytes);
    let second = members["registry/1.cose"].clone();
    members.insert("statement.cose".to_owned(), second);
    let file = folder.path().join("swapped.armistice");
    std::fs::write(&file, write(&members).expect("a container")).expect("written");
    let output = run(&["verify", path(&file), "--key", &key, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let fails = verdict(&output)["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .any(|f| f["state"] == "fails" && f["member"] == "proof.tlog-proof");
    assert!(fails, "{output:?}");
}

/// The members of a bundle by name.
fn members(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let container = Container::read(bytes).expect("a container");
    container.members().iter().map(|m| (m.name.to_owned(), m.bytes.to_vec())).collect()
}

#[test]
fn a_receipt_comes_along() {
    let (folder, m) = mission();
    let out = folder.path().join("one.armistice");
    let proved = run(&["prove", path(&m), "observer#2", "--out", path(&out)]);
    let key = verdict(&run(&["verify", path(&out), "--json"]))["statement"]["register_key"].clone();
    let key = key.as_str().expect("the key to compare").to_owned();
    assert!(!String::from_utf8_lossy(&proved.stderr).contains("no receipt"), "{proved:?}");
    let whole = members(&std::fs::read(&out).expect("the file"));
    let receipt = whole[RECEIPT].clone();
    let read = Receipt::parse(&receipt).expect("a receipt");
    let statement = Stated::parse(&whole["statement.cose"]).expect("a statement");
    let origin = format!("{}/observer", statement.envelope.mission);
    assert_eq!((read.index(), read.iss(), read.sub()), (2, origin.as_str(), statement.entry.sub()));

    // The receipt of another entry of the same register is genuine, and not of this statement.
    let other = folder.path().join("other.armistice");
    stdout(&run(&["prove", path(&m), "observer#1", "--out", path(&other)]));
    let other = members(&std::fs::read(&other).expect("the file"))[RECEIPT].clone();
    let altered = |at: usize| {
        let mut bytes = receipt.clone();
        bytes[at] ^= 1;
        Some(bytes)
    };
    let last = receipt.len() - 1;
    type Row<'a> = (&'a str, Option<Vec<u8>>, i32, Option<&'a str>);
    let rows: &[Row<'_>] = &[
        ("as made", Some(receipt.clone()), 0, Some("holds")),
        ("removed", None, 0, None),
        ("signature altered", altered(last), 1, Some("fails")),
        ("structure altered", altered(0), 1, Some("fails")),
        ("cut", Some(receipt[..last].to_vec()), 1, Some("fails")),
        ("of another entry", Some(other), 1, Some("fails")),
    ];
    for (name, receipt, code, state) in rows {
        let mut given = whole.clone();
        given.remove(RECEIPT);
        given.extend(receipt.clone().map(|bytes| (RECEIPT.to_owned(), bytes)));
        let file = folder.path().join("given.armistice");
        std::fs::write(&file, write(&given).expect("a container")).expect("written");
        let output = run(&["verify", path(&file), "--key", &key, "--json"]);
        assert_eq!(output.status.code(), Some(*code), "{name}: {output:?}");
        let said = verdict(&output);
        let found = said["findings"].as_array().expect("findings").iter().find(|f| f["check"] == "receipt");
        assert_eq!(found.and_then(|f| f["state"].as_str()), *state, "{name}: {said}");
    }
}

#[test]
fn no_receipt_without_the_key() {
    let (folder, m) = mission();
    let key = m.join("keys/observer.checkpoints.key");
    let secret = std::fs::read(&key).expect("the key");
    // Only what it begins with is looked at before a passphrase is there.
    let protected = [b"age-encryption.org/v1\n".as_slice(), &secret].concat();
    let exposed: &dyn Fn() = &|| {
        std::fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o644)).expect("a mode");
    };
    type Row<'a> = (&'a str, &'a dyn Fn(), &'a str, &'a str);
    let rows: &[Row<'_>] = &[
        (
            "protected",
            &|| std::fs::write(&key, &protected).expect("written"),
            "--receipt, which asks for it, was not given",
            "none was given",
        ),
        ("exposed", exposed, "read by others", "read by others"),
        ("missing", &|| std::fs::remove_file(&key).expect("removed"), "there is no key", "there is no key"),
    ];
    for (name, change, unasked, asked) in rows {
        change();
        let out = folder.path().join(format!("{name}.armistice"));
        let refused = run(&["prove", path(&m), "observer#2", "--receipt", "--out", path(&out)]);
        assert_eq!(refused.status.code(), Some(5), "{name}: {refused:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains(asked), "{name}: {refused:?}");
        assert!(!out.exists(), "{name}: a file was written without the receipt that was asked for");
        let proved = run(&["prove", path(&m), "observer#2", "--out", path(&out)]);
        stdout(&proved);
        let said = String::from_utf8_lossy(&proved.stderr);
        assert!(said.contains("no receipt") && said.contains(unasked), "{name}: {said}");
        assert!(!members(&std::fs::read(&out).expect("the file")).contains_key(RECEIPT), "{name}");
    }
}

#[test]
fn what_a_statement_names_comes_along() {
    let (folder, m) = mission();
    let registers = m.join("registers/observer");
    let reading = armistice::journal::register::Register::open_read(&registers).expect("a register");
    let captured = reading.entries().find(|(_, bytes)| bytes.windows(17).any(|w| w == b"document_captured"));
    let (index, bytes) = captured.expect("a captured document");
    let id = armistice_tlog::hash::leaf_hash(bytes);
    for (n, id) in [id.hex(), id.base32(), format!("observer#{index}")].iter().enumerate() {
        let out = folder.path().join(format!("{n}.armistice"));
        stdout(&run(&["prove", path(&m), id, "--blobs", "--out", path(&out)]));
        let said = verdict(&run(&["verify", path(&out), "--json"]));
        let named = said["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .any(|f| f["check"] == "blobs" && f["state"] == "holds");
        assert!(named, "{said}");
    }
    let taken = run(&["prove", path(&m), &id.hex(), "--out", path(&folder.path().join("0.armistice"))]);
    assert_eq!(taken.status.code(), Some(1), "a file is not overwritten");
}

#[test]
fn what_cannot_be_proved_is_refused() {
    let (folder, m) = mission();
    let out = folder.path().join("one.armistice");
    let page = folder.path().join("page.txt");
    for (args, code) in [
        (vec!["observer#999"], 4),
        (vec!["nobody#0"], 4),
        (vec!["words"], 4),
        (vec!["observer#0", "--blob", path(&page)], 3),
        (vec!["observer#0", "--disclose", path(&page)], 3),
    ] {
        let output = run(&[&["prove", path(&m)][..], &args[..], &["--out", path(&out)][..]].concat());
        assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
        assert!(!out.exists(), "{args:?} wrote a file");
    }
    // A checkpoint that does not cover it.
    std::fs::remove_dir_all(m.join("registers/observer/published")).expect("removed");
    let output = run(&["prove", path(&m), "observer#0", "--out", path(&out)]);
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).contains("armistice publish"), "{output:?}");
}

/// Evidence of each kind against a member whose folder was copied and used twice, with the key that signed both.
fn evidence(folder: &Path, m: &Path) -> [(&'static str, [u8; 32], Vec<u8>); 2] {
    let twin = folder.join("twin");
    copy_folder(m, &twin);
    let [ours, theirs] = [m, &twin].map(|m| {
        let page = folder.join("page.txt");
        std::fs::write(&page, format!("LAKE CITY, 2 May 2021 - A convoy passed. {}\n", m.display())).expect("written");
        stdout(&run(&["add", path(m), path(&page)]));
        stdout(&run(&["publish", path(m)]));
        let note = std::fs::read(m.join("registers/observer/published/checkpoint")).expect("a checkpoint");
        let holdings = armistice::mission::Mission::open(m).expect("a mission").read().expect("registers");
        let mut registers = holdings.registers;
        (registers.remove(0), Note::parse(&note).expect("a note"))
    });
    let (a, b) = (ours.0.reading.entries(), theirs.0.reading.entries());
    let ((_, a), (_, b)) = a.zip(b).find(|((_, a), (_, b))| a != b).expect("they differ");
    let author: [u8; 32] = ours.0.keyring.keys()[0].bytes().try_into().expect("32 bytes");
    let log = ours.0.keyring.checkpoint_keys().next().expect("a key");
    let vkey = log.verifier().expect("a verifier key");
    let statements = Evidence::two_statements((a, &author), (b, &author)).expect("evidence");
    let checkpoints = Evidence::two_checkpoints((&ours.1, &vkey), (&theirs.1, &vkey)).expect("evidence");
    let log: [u8; 32] = log.bytes().try_into().expect("32 bytes");
    [("two_statements", author, statements.to_bytes()), ("two_checkpoints", log, checkpoints.to_bytes())]
}

#[test]
fn evidence_for_a_stranger() {
    let (folder, m) = mission();
    for (what, key, bytes) in evidence(folder.path(), &m) {
        let (id, key) = (sha256(&key).hex(), Hash::from_bytes(key).hex());
        let other = "00".repeat(32);
        let altered = |at: usize| {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            bytes
        };
        let last = bytes.len() - 1;
        let (dotted, plain, page) = ("given.evidence", "given", folder.path().join("page.txt"));
        type Row<'a> = (&'a str, &'a str, Vec<u8>, &'a [&'a str], i32, &'a str);
        let rows: &[Row<'_>] = &[
            ("alone", dotted, bytes.clone(), &[], 2, &id),
            ("with the key", dotted, bytes.clone(), &["--key", &key], 0, "VALID"),
            ("with the key's id", dotted, bytes.clone(), &["--key", &id], 0, "VALID"),
            ("one of two keys", dotted, bytes.clone(), &["--key", &other, "--key", &key], 0, "VALID"),
            ("of another name", plain, bytes.clone(), &["--key", &key], 0, "NOT proven:"),
            ("another key", dotted, bytes.clone(), &["--key", &other], 2, "a key that you did not give"),
            ("cut", dotted, bytes[..last].to_vec(), &["--key", &key], 1, "INVALID"),
            ("something behind it", dotted, [&bytes[..], b"!"].concat(), &["--key", &key], 1, "INVALID"),
            ("a signature altered", dotted, altered(last), &["--key", &key], 1, "INVALID"),
            ("the first byte altered", dotted, altered(0), &["--key", &key], 1, "This is no evidence"),
            ("nothing", dotted, Vec::new(), &["--key", &key], 1, "This is no evidence"),
            ("a policy", dotted, bytes.clone(), &["--policy", path(&page)], 2, ""),
        ];
        for (name, file, bytes, options, code, words) in rows {
            let file = folder.path().join(file);
            std::fs::write(&file, bytes).expect("written");
            let output = run(&[&["verify", path(&file)][..], options].concat());
            assert_eq!(output.status.code(), Some(*code), "{what}, {name}: {output:?}");
            assert!(String::from_utf8_lossy(&output.stdout).contains(words), "{what}, {name}: {output:?}");
        }
        let file = folder.path().join(dotted);
        std::fs::write(&file, &bytes).expect("written");
        for (options, answer, missing) in
            [(vec![], "cannot_tell", vec![id.clone()]), (vec!["--key", &key], "valid", vec![])]
        {
            let said = verdict(&run(&[&["verify", path(&file), "--json"][..], &options].concat()));
            assert_eq!(said["answer"], answer, "{said}");
            assert_eq!(said["what"], what, "{said}");
            assert_eq!(said["keys"], serde_json::json!([id, id]), "{said}");
            assert_eq!(said["keys_not_given"], serde_json::json!(missing), "{said}");
        }
    }
}
