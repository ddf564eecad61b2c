//! Sealed content: nothing of it shows, single fields open, lists are opened together, what is erased is gone.

use crate::support::{Mission, armistice, stdout};
use armistice::{
    journal::register::{Register, folder},
    keys::{MemberKey, MemberName},
    mission::{self, Mission as Opened},
    sealed::{self, Fresh, fields, file::DisclosureFile, fit::ENTRY_CLASSES, view},
    vault::{Vault, ring::Scope},
};
use armistice_core::{
    id::ItemId,
    record,
    statement::{Body, Decoded, trust::Trust},
};
use armistice_tlog::commitment::{self, Disclosure, commit};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
    process::Output,
};
use tempfile::TempDir;

/// What must show nowhere. `{}` keeps them from matching this program's own text.
const NEEDLES: &[&str] = &[
    "Quirinius Vantongeren",
    "0777 31 41 59",
    "behind the third cistern",
    "quvantong",
    "witness_phone",
    "interviewee",
];

const FIELDS: &str = "\
place = \"behind the third cistern\"
count = 3
[interviewee]
name = \"Quirinius Vantongeren\"
witness_phone = \"0777 31 41 59\"
[[interviewee.relative]]
name = \"Quirinius Vantongeren the elder\"
";

fn run(words: &[&OsStr]) -> Output {
    armistice(words)
}

fn all_of(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The files that are to be sealed, named after the source.
fn material() -> (TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let fields = folder.path().join("quvantong-report.toml");
    fs::write(&fields, FIELDS).expect("a file");
    let recording = folder.path().join("quvantong-interview.ogg");
    fs::write(&recording, "Quirinius Vantongeren says: behind the third cistern. ".repeat(99)).expect("a file");
    (folder, fields, recording)
}

fn files(root: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(root).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, out);
        } else {
            out.push(path);
        }
    }
}

/// No needle in these bytes, in any spelling that a program would give it.
fn silent(bytes: &[u8], what: &str) {
    for needle in NEEDLES {
        let raw = needle.as_bytes();
        let forms = [
            raw.to_vec(),
            data_encoding::HEXLOWER.encode(raw).into_bytes(),
            data_encoding::HEXUPPER.encode(raw).into_bytes(),
            raw.iter().flat_map(|b| [*b, 0]).collect(),
        ];
        for form in forms {
            assert!(!bytes.windows(form.len()).any(|w| w == form), "`{needle}` shows in {what}");
        }
    }
}

fn seal(mission: &Path, more: &[&OsStr]) -> ItemId {
    let (_keep, fields, recording) = material();
    let mut words: Vec<&OsStr> = vec!["seal".as_ref(), mission.as_os_str(), "--from".as_ref(), fields.as_os_str()];
    words.extend([OsStr::new("--attach"), recording.as_os_str(), OsStr::new("--json")]);
    words.extend(more);
    let said: Value = serde_json::from_str(&stdout(&run(&words))).expect("JSON");
    ItemId::parse(said["item"].as_str().expect("an id")).expect("an id")
}

/// Sizes and kinds of the entries of a register.
fn entries(mission: &Path, member: &str) -> Vec<(String, usize)> {
    let holdings = Opened::open(mission).and_then(|m| m.read()).expect("a mission");
    let r = holdings.registers.iter().find(|r| r.member.as_str() == member).expect("a register");
    let kind = |d: &Decoded| match d {
        Decoded::Known(s) => s.body.kind().to_owned(),
        Decoded::Unknown { kind, .. } => kind.clone(),
    };
    r.reading.entries().zip(&r.register.entries).map(|((_, bytes), (_, d))| (kind(d), bytes.len())).collect()
}

#[test]
fn no_secret_shows_anywhere() {
    let mission = Mission::new(None);
    let m = mission.path();
    let (_keep, fields, recording) = material();
    let mut said: Vec<(String, Output)> = Vec::new();
    let mut go = |words: &[&OsStr]| {
        let output = run(words);
        // What one types is on one's own command line; what the program says is looked at.
        said.push((format!("{words:?}").replace(['"'], ""), output.clone()));
        output
    };
    let s = OsStr::new;
    let (from, dir) = (fields.as_os_str(), m.as_os_str());
    for extra in [&[s("--json")][..], &[][..], &[s("--quiet")][..], &[s("--queue")][..]] {
        let words = [&[s("seal"), dir, s("--from"), from, s("--attach"), recording.as_os_str()], extra].concat();
        assert!(go(&words).status.success());
    }
    let holdings = Opened::open(&m).and_then(|o| o.read()).expect("a mission");
    let item = holdings.registers[0]
        .register
        .entries
        .iter()
        .find_map(|(_, d)| match d {
            Decoded::Known(k) => match &k.body {
                Body::Trust(Trust::Sealed(sealed)) => Some(sealed.item.clone()),
                _ => None,
            },
            Decoded::Unknown { .. } => None,
        })
        .expect("a sealed item");
    drop(holdings);
    let id = s(item.as_str());
    let out = m.with_file_name("given.bin");
    let release: &[&OsStr] = &[s("--to"), s("the court"), s("--why"), s("an order"), s("--out"), out.as_os_str()];
    let disclose = [&[s("disclose"), dir, id, s("--field"), s("interviewee.name"), s("--json")], release].concat();
    assert!(go(&disclose).status.success());
    for words in [
        &[s("show"), dir, id][..],
        &[s("show"), dir, id, s("--json")],
        &[s("brief"), dir],
        &[s("brief"), dir, s("--json")],
        &[s("check"), dir, s("--json")],
        &[s("beat"), dir, s("--json")],
        &[s("beat"), dir],
    ] {
        assert!(go(words).status.success(), "{words:?}");
    }
    // Faults: each must be told without telling anything else.
    let broken = m.with_file_name("quvantong-broken.toml");
    let big = m.with_file_name("quvantong-big.toml");
    fs::write(&big, format!("interviewee = \"{}\"", "Quirinius Vantongeren ".repeat(4000))).expect("a file");
    for text in [
        "interviewee = \"Quirinius Vantongeren\"\ninterviewee = \"0777 31 41 59\"\n",
        "witness_phone = 0777 31 41 59\n",
        "witness_phone = 0.777314159\n",
        "witness_phone = 99999999999999999999999\n",
        "\"witness_phone.home\" = 1\n",
        "\"~interviewee\" = 1\n",
        "",
    ] {
        fs::write(&broken, text).expect("a file");
        let output = go(&[s("seal"), dir, s("--from"), broken.as_os_str(), s("--json")]);
        assert_eq!(output.status.code(), Some(3), "{text}: {}", all_of(&output));
    }
    assert_eq!(go(&[s("seal"), dir, s("--from"), big.as_os_str()]).status.code(), Some(3));
    let missing = m.with_file_name("quvantong-missing.ogg");
    assert_eq!(go(&[s("seal"), dir, s("--from"), missing.as_os_str()]).status.code(), Some(3));
    let attach = [s("seal"), dir, s("--from"), from, s("--attach"), missing.as_os_str()];
    assert_eq!(go(&attach).status.code(), Some(3));
    let unknown = [&[s("disclose"), dir, id, s("--field"), s("interviewee.witness_phone.x")], release].concat();
    let again = m.with_file_name("other.bin");
    let unknown: Vec<&OsStr> =
        unknown.into_iter().map(|w| if w == out.as_os_str() { again.as_os_str() } else { w }).collect();
    assert_eq!(go(&unknown).status.code(), Some(4));
    for (path, damage) in [("vault/vault.1.ring", true), ("vault/vault.1.key", true), ("vault", false)] {
        let path = m.join(path);
        let aside = m.with_file_name("aside");
        fs::rename(&path, &aside).expect("moved");
        if damage {
            let mut bytes = fs::read(&aside).expect("a file");
            bytes.reverse();
            fs::write(&path, bytes).expect("a file");
        }
        for words in [
            &[s("reveal"), dir, id][..],
            &[s("erase"), dir, id, s("--basis"), s("a request"), s("--scope"), s("all")],
            &disclose,
        ] {
            let output = go(words);
            assert!(!output.status.success(), "{words:?} on {}: {}", path.display(), all_of(&output));
        }
        if path.is_dir() {
            fs::remove_dir_all(&path).expect("removed");
        } else if path.exists() {
            fs::remove_file(&path).expect("removed");
        }
        fs::rename(&aside, &path).expect("moved back");
    }
    let erase = [s("erase"), dir, id, s("--basis"), s("a request"), s("--scope"), s("fields"), s("--json")];
    assert!(go(&erase).status.success());
    for (words, output) in &said {
        silent(&output.stdout, &format!("the output of {words}"));
        silent(&output.stderr, &format!("the messages of {words}"));
    }
    // The search finds what is there to be found: the file that was handed out.
    let given = fs::read(&out).expect("the file");
    assert!(std::panic::catch_unwind(|| silent(&given, "what was handed out")).is_err());
    let mut there = Vec::new();
    files(&m, &mut there);
    assert!(there.iter().any(|p| p.ends_with("projection.sqlite")), "show made the tables");
    for path in there {
        silent(path.to_string_lossy().as_bytes(), "a path");
        silent(&fs::read(&path).expect("a file"), &path.display().to_string());
    }
}

/// Seals under labels of these lengths, and looks at the sizes.
fn check_classes(lengths: impl Iterator<Item = usize>) {
    let mission = Mission::new(None);
    let opened = Opened::open(&mission.path()).expect("a mission");
    for about in lengths {
        let fields = fields::read(FIELDS.as_bytes()).expect("fields");
        let about = "a".repeat(about);
        sealed::seal(&opened, &Fresh { fields, about, ..Fresh::default() }, false).expect("sealed");
    }
    let sizes: BTreeSet<usize> =
        entries(&mission.path(), "analyst").into_iter().filter(|(k, _)| k == "sealed").map(|(_, n)| n).collect();
    assert!(sizes.iter().all(|n| ENTRY_CLASSES.contains(n)), "{sizes:?}");
    assert!(sizes.len() <= 3, "{sizes:?}");
}

#[test]
fn entries_fall_into_classes() {
    check_classes((0..=200).step_by(20));
}

#[test]
fn single_fields_open_and_verify_elsewhere() {
    let mission = Mission::new(None);
    let item = seal(&mission.path(), &[]);
    let opened = Opened::open(&mission.path()).expect("a mission");
    let name = "interviewee.name".to_owned();
    let list = sealed::disclosures(&opened, &item, std::slice::from_ref(&name)).expect("disclosures");
    assert_eq!(list.iter().map(Disclosure::path).collect::<Vec<_>>(), ["interviewee.name"]);
    let every = sealed::disclosures(&opened, &item, &[]).expect("disclosures");
    let mut paths: Vec<&str> = every.iter().map(Disclosure::path).collect();
    paths.sort_unstable();
    let expected = ["count", "interviewee.name", "interviewee.relative.0.name", "interviewee.witness_phone", "place"];
    assert_eq!(paths, expected);
    let out = mission.path().with_file_name("given.bin");
    let release = sealed::Release {
        item: &item,
        paths: &[name],
        every_field: false,
        files: false,
        to: "the court",
        why: "an order",
        until: Some(1_800_000_000),
        out: &out,
        recipients: &[],
    };
    assert_eq!(sealed::disclose(&opened, &release).expect("disclosed"), 1);
    let bytes = fs::read(&out).expect("the file");
    let registers = mission::statements(&opened.read().expect("registers").registers);
    let file = sealed::check_file(&registers, &bytes).expect("it verifies");
    assert_eq!(view::shown(file.disclosures[0].value()), "Quirinius Vantongeren");
    assert_eq!((file.to.as_str(), file.until), ("the court", Some(1_800_000_000)));
    assert!(!bytes.windows(4).any(|w| w == b"0777"), "what was not opened is not in it");
    // Any other byte: refused, or it says the same of what was sealed. `to` and `until` are an agreement, not a proof.
    for at in 0..bytes.len() {
        let mut bad = bytes.clone();
        bad[at] ^= 1;
        if let Ok(read) = sealed::check_file(&registers, &bad) {
            let same = DisclosureFile { to: file.to.clone(), until: file.until, ..read };
            assert_eq!(same, file, "byte {at}");
        }
    }
    // The register says that it was released, and not what.
    let record = record::fold(&registers);
    let seen = view::items(&record, &registers).into_iter().find(|i| i.id == item.as_str()).expect("the item");
    assert_eq!((seen.released.len(), seen.released[0].fields, seen.revealed.len()), (1, 1, 0));
    assert!(sealed::disclose(&opened, &release).is_err(), "a file is never overwritten");
}

#[test]
fn attached_files_are_handed_over() {
    let mission = Mission::new(None);
    let m = mission.path();
    let item = seal(&m, &[]);
    let (out, into) = (m.with_file_name("given.bin"), m.with_file_name("opened"));
    let s = OsStr::new;
    let (dir, id) = (m.as_os_str(), s(item.as_str()));
    let to = [s("--to"), s("the court"), s("--why"), s("an order"), s("--out"), out.as_os_str()];
    let nothing = run(&[&[s("disclose"), dir, id], &to[..]].concat());
    assert_eq!(nothing.status.code(), Some(2), "nothing is opened that was not asked for");
    stdout(&run(&[&[s("disclose"), dir, id, s("--files")], &to[..]].concat()));
    let check = || run(&[s("disclose"), dir, s("--check"), out.as_os_str(), s("--into"), into.as_os_str()]);
    let said = stdout(&check());
    assert!(said.contains("files: 1"), "{said}");
    let name = into.join("1-quvantong-interview.ogg");
    assert_eq!(fs::read(name).expect("the file").len(), 99 * 54);
    // A ciphertext that is not the one that the register names is refused.
    let folder = sealed::beside(&out);
    let ciphertext = fs::read_dir(&folder).expect("a folder").next().expect("a file").expect("a file").path();
    let mut bytes = fs::read(&ciphertext).expect("a file");
    bytes[5000] ^= 1;
    fs::write(&ciphertext, bytes).expect("a file");
    fs::remove_dir_all(&into).expect("removed");
    assert_eq!(check().status.code(), Some(10));
    // Encrypted to a receiver, the file says nothing to others, and everything to the one who has the key.
    let identity = age::x25519::Identity::generate();
    let recipient = identity.to_public().to_string();
    let sealed_out = m.with_file_name("sealed.bin");
    let to = [s("--to"), s("the court"), s("--why"), s("an order"), s("--out"), sealed_out.as_os_str()];
    let more = [s("--every-field"), s("--recipient"), s(&recipient)];
    stdout(&run(&[&[s("disclose"), dir, id], &to[..], &more[..]].concat()));
    let bytes = fs::read(&sealed_out).expect("the file");
    silent(&bytes, "an encrypted disclosure");
    let plain = age::decrypt(&identity, &bytes).expect("the receiver opens it");
    assert_eq!(DisclosureFile::decode(&plain).expect("a disclosure file").disclosures.len(), 5);
}

#[test]
fn what_is_erased_is_gone_and_the_register_stands() {
    let mission = Mission::new(None);
    let m = mission.path();
    let (first, second) = (seal(&m, &[]), seal(&m, &[]));
    let opened = Opened::open(&m).expect("a mission");
    let before = sealed::disclosures(&opened, &first, &[]).expect("disclosures");
    let check = || stdout(&armistice([OsStr::new("check"), m.as_os_str()]));
    check();
    sealed::erase(&opened, &first, Scope::Fields, "a request", "the ombudsman").expect("erased");
    let error = sealed::disclosures(&opened, &first, &[]).expect_err("gone");
    assert!(error.sentence.contains("erased"), "{error}");
    let vault = Vault::read(&opened.vault_folder(), opened.passphrases()).expect("a vault");
    let rest = vault.get(&first).expect("its files stay");
    assert_eq!(vault.attachment(&first, &rest.attachments[0]).expect("the file").len(), 99 * 54);
    drop(vault);
    sealed::erase(&opened, &first, Scope::All, "a request", "the ombudsman").expect("erased");
    let error = sealed::erase(&opened, &first, Scope::All, "a request", "the ombudsman").expect_err("gone");
    assert!(error.sentence.contains("erased"), "{error}");
    assert!(sealed::disclosures(&opened, &second, &[]).is_ok(), "the other is whole");
    check();
    // What was handed out before still proves what it proved.
    let registers = mission::statements(&opened.read().expect("registers").registers);
    let said = sealed::said_in(&registers[0], &first).expect("the statement stands");
    let root = armistice_tlog::hash::Hash::from_bytes(said.sealed.root);
    commitment::verify_all(&before, &root, said.sealed.leaves).expect("old openings verify");
    let seen = view::items(&record::fold(&registers), &registers);
    let seen = seen.iter().find(|i| i.id == first.as_str()).expect("the item");
    assert_eq!(seen.erased.iter().map(|e| e.scope.as_str()).collect::<Vec<_>>(), ["fields", "all"]);
    // What was never said leaves no trace when it is erased.
    let waiting = seal(&m, &[OsStr::new("--queue")]);
    let size = entries(&m, "analyst").len();
    sealed::erase(&opened, &waiting, Scope::All, "a request", "the ombudsman").expect("erased");
    assert_eq!(entries(&m, "analyst").len(), size);
}

/// A proof that was made before an erasure says the same after it, to somebody who has nothing else.
#[test]
fn a_proof_outlives_what_was_erased() {
    let mission = Mission::new(None);
    let m = mission.path();
    let item = seal(&m, &[]);
    let (given, proof) = (m.with_file_name("given.bin"), m.with_file_name("proof.armistice"));
    let s = OsStr::new;
    let (dir, id) = (m.as_os_str(), s(item.as_str()));
    let opened = Opened::open(&m).expect("a mission");
    let registers = mission::statements(&opened.read().expect("registers").registers);
    let statement = sealed::said_in(&registers[0], &item).expect("the statement").id.hex();
    let to = [s("--to"), s("the court"), s("--why"), s("an order"), s("--out"), given.as_os_str()];
    stdout(&run(&[&[s("disclose"), dir, id, s("--field"), s("place")], &to[..]].concat()));
    stdout(&run(&[s("publish"), dir]));
    let words = [s("--disclose"), given.as_os_str(), s("--out"), proof.as_os_str()];
    stdout(&run(&[&[s("prove"), dir, s(&statement)], &words[..]].concat()));
    let verify = || {
        let output = run(&[s("verify"), proof.as_os_str(), s("--json")]);
        (output.status.code(), all_of(&output))
    };
    let before = verify();
    assert_ne!(before.0, Some(1), "{}", before.1);
    assert!(before.1.contains("behind the third cistern"), "{}", before.1);
    assert!(!before.1.contains("Quirinius"), "{}", before.1);
    for (name, scope) in [("fields", Scope::Fields), ("all", Scope::All)] {
        sealed::erase(&opened, &item, scope, "a request", "the ombudsman").expect("erased");
        assert_eq!(verify(), before, "after erasing {name}");
        stdout(&run(&[s("check"), dir]));
    }
    // And a new proof of the same statement is still made, without what is gone.
    let again = m.with_file_name("again.armistice");
    stdout(&run(&[s("publish"), dir]));
    stdout(&run(&[s("prove"), dir, s(&statement), s("--out"), again.as_os_str()]));
    let output = run(&[s("verify"), again.as_os_str()]);
    assert_eq!(output.status.code(), before.0, "{}", all_of(&output));
}

/// Dies between the destruction and the note: the next command that writes says the note, once.
#[test]
fn a_note_that_was_cut_short_is_said_once() {
    let mission = Mission::new(None);
    let item = seal(&mission.path(), &[]);
    let opened = Opened::open(&mission.path()).expect("a mission");
    let note = armistice::vault::ring::Note {
        item: item.clone(),
        scope: Scope::All,
        basis: "a request".to_owned(),
        by: "the ombudsman".to_owned(),
    };
    Vault::write(&opened.vault_folder(), opened.passphrases()).and_then(|mut v| v.erase(note)).expect("destroyed");
    let erased = || entries(&mission.path(), "analyst").iter().filter(|(k, _)| k == "erased").count();
    assert_eq!(erased(), 0);
    seal(&mission.path(), &[]);
    assert_eq!(erased(), 1);
    seal(&mission.path(), &[]);
    assert_eq!(erased(), 1);
}

#[test]
fn revealed_fields_show_and_no_other_does() {
    let mission = Mission::new(None);
    let m = mission.path();
    let item = seal(&m, &[]);
    let show = || {
        let out = stdout(&run(&["show".as_ref(), m.as_os_str(), item.as_str().as_ref(), "--json".as_ref()]));
        serde_json::from_str::<Value>(&out).expect("JSON")
    };
    assert_eq!(show()["thing"]["revealed"], serde_json::json!([]));
    assert_eq!(show()["thing"]["fields_at_most"], 8);
    let opened = Opened::open(&m).expect("a mission");
    assert_eq!(sealed::reveal(&opened, &item, &["count".to_owned()]).expect("revealed"), 1);
    assert_eq!(show()["thing"]["revealed"], serde_json::json!([{ "path": "count", "value": 3 }]));
    assert_eq!(show()["thing"]["wholly_open"], false);
    let twice = sealed::reveal(&opened, &item, &["count".to_owned()]).expect_err("open already");
    assert!(twice.sentence.contains("open already"), "{twice}");
    assert_eq!(sealed::reveal(&opened, &item, &[]).expect("revealed"), 4);
    assert_eq!(show()["thing"]["wholly_open"], true);
    assert_eq!(show()["thing"]["revealed"].as_array().map(Vec::len), Some(5));
    assert_eq!(show()["thing"]["problems"], serde_json::json!([]));
}

/// Two members of one mission, each with a folder; `sync` brings each the other's register.
struct Two {
    _keep: TempDir,
    a: Opened,
    b: Opened,
}

impl Two {
    fn new() -> Self {
        let keep = tempfile::tempdir().expect("a folder");
        let a = Opened::create(&keep.path().join("a"), "Talks", "alpha", vec![]).expect("a mission");
        let root = keep.path().join("b");
        fs::create_dir_all(root.join("registers")).expect("a folder");
        let text =
            fs::read_to_string(keep.path().join("a/mission.toml")).expect("a file").replace("\"alpha\"", "\"beta\"");
        fs::write(root.join("mission.toml"), text).expect("a file");
        let b = Opened::open(&root).expect("a mission");
        let member = MemberName::parse("beta").expect("a name");
        let key = MemberKey::generate(&b.keys(), &member).expect("a key");
        Register::create(&folder(&root, &member), &b.origin(&member)).expect("a register");
        let body = Body::MissionOpened { title: "Talks".to_owned(), key: key.verifying_key().to_bytes() };
        b.writer().and_then(|mut w| w.say(vec![body])).expect("said");
        Self { _keep: keep, a, b }
    }

    fn bring(from: &Opened, to: &Opened) {
        let target = folder(&to.root, &from.member);
        fs::create_dir_all(&target).expect("a folder");
        for entry in fs::read_dir(folder(&from.root, &from.member)).expect("a folder") {
            let entry = entry.expect("an entry");
            if entry.path().is_file() {
                fs::copy(entry.path(), target.join(entry.file_name())).expect("a copy");
            }
        }
    }

    fn order(at: &Opened) -> String {
        let registers = mission::statements(&at.read().expect("registers").registers);
        let items = view::items(&record::fold(&registers), &registers);
        let orders: BTreeSet<String> = items.into_iter().map(|i| i.opening_together.expect("together").order).collect();
        assert_eq!(orders.len(), 1, "both items tell the same");
        orders.into_iter().next().expect("one")
    }
}

fn list(mission: &Opened, other: &str, value: &str) -> ItemId {
    let fields = fields::read(format!("list = [\"{value}\"]").as_bytes()).expect("fields");
    let fresh = Fresh { fields, about: "prisoners".to_owned(), together: vec![other.to_owned()], ..Fresh::default() };
    sealed::seal(mission, &fresh, false).expect("sealed").item
}

#[test]
fn lists_are_opened_together() {
    let two = Two::new();
    let a = list(&two.a, "beta", "one");
    let refused = sealed::reveal(&two.a, &a, &[]).expect_err("beta has not sealed");
    assert!(refused.sentence.contains("no sealing by beta"), "{refused}");
    Two::bring(&two.b, &two.a);
    assert!(sealed::reveal(&two.a, &a, &[]).is_err(), "its register alone is not its sealing");
    let b = list(&two.b, "alpha", "two");
    assert!(sealed::reveal(&two.a, &a, &[]).is_err(), "not held here yet");
    Two::bring(&two.b, &two.a);
    assert_eq!(Two::order(&two.a), "nobody_opened");
    let part = sealed::reveal(&two.a, &a, &["list".to_owned()]).expect_err("a part could be chosen");
    assert!(part.sentence.contains("opened whole"), "{part}");
    assert_eq!(sealed::reveal(&two.a, &a, &[]).expect("revealed"), 1);
    assert_eq!(Two::order(&two.a), "all_sealed_first");
    Two::bring(&two.a, &two.b);
    sealed::reveal(&two.b, &b, &[]).expect("revealed");
    Two::bring(&two.b, &two.a);
    for at in [&two.a, &two.b] {
        assert_eq!(Two::order(at), "all_sealed_first");
        let registers = mission::statements(&at.read().expect("registers").registers);
        for item in view::items(&record::fold(&registers), &registers) {
            assert!(item.wholly_open && item.problems.is_empty(), "{item:?}");
        }
    }
}

/// A member that waits until it has seen the other's opening is found out by what the registers had seen.
#[test]
fn who_seals_after_an_opening_is_found_out() {
    let two = Two::new();
    let a = list(&two.a, "beta", "one");
    // Alpha's program does not refuse: the statement is said by hand.
    let opened: Vec<Vec<u8>> =
        sealed::disclosures(&two.a, &a, &[]).expect("disclosures").iter().map(Disclosure::encode).collect();
    let body = Body::Trust(Trust::Revealed { item: a, disclosures: opened });
    two.a.writer().and_then(|mut w| w.say(vec![body])).expect("said");
    Two::bring(&two.a, &two.b);
    let b = list(&two.b, "alpha", "adapted");
    sealed::reveal(&two.b, &b, &[]).expect("alpha's sealing is held");
    Two::bring(&two.b, &two.a);
    assert_eq!(Two::order(&two.a), "not_shown");
}

/// A member that copies the other's commitment, to open it with what the other opens, has sealed nothing.
#[test]
fn a_copied_commitment_is_no_sealing() {
    for same_id in [true, false] {
        let two = Two::new();
        let a = list(&two.a, "beta", "one");
        Two::bring(&two.a, &two.b);
        let registers = mission::statements(&two.a.read().expect("registers").registers);
        let mut copy = sealed::said_in(&registers[0], &a).expect("the statement").sealed.clone();
        copy.together = vec!["alpha".to_owned()];
        if !same_id {
            copy.item = ItemId::of(&[b"made up"]);
        }
        let body = Body::Trust(Trust::Sealed(Box::new(copy)));
        two.b.writer().and_then(|mut w| w.say(vec![body])).expect("said");
        Two::bring(&two.b, &two.a);
        let refused = sealed::reveal(&two.a, &a, &[]).expect_err("beta has a copy only");
        assert!(refused.sentence.contains("no sealing by beta"), "{refused}");
        let registers = mission::statements(&two.a.read().expect("registers").registers);
        let items = view::items(&record::fold(&registers), &registers);
        assert_eq!(items.iter().map(|i| i.problems.len()).sum::<usize>(), 1, "{items:?}");
        let own = items.iter().find(|i| i.id == a.as_str()).expect("alpha's");
        assert_eq!(own.sealed_by.as_deref(), Some("alpha"), "{own:?}");
        // Another root under alpha's id takes nothing from alpha's item.
        let mut other = sealed::said_in(&registers[0], &a).expect("the statement").sealed.clone();
        other.root = [9; 32];
        let body = Body::Trust(Trust::Sealed(Box::new(other)));
        two.b.writer().and_then(|mut w| w.say(vec![body])).expect("said");
        Two::bring(&two.b, &two.a);
        let registers = mission::statements(&two.a.read().expect("registers").registers);
        let items = view::items(&record::fold(&registers), &registers);
        let own = items.iter().find(|i| i.id == a.as_str()).expect("alpha's");
        assert_eq!((own.sealed_by.as_deref(), own.files), (Some("alpha"), 0), "{own:?}");
    }
}

/// One commitment has one opening: nobody finds another, and what is made up is shown as such.
#[test]
fn another_opening_of_a_commitment_is_refused() {
    let mission = Mission::new(None);
    let item = seal(&mission.path(), &[]);
    let opened = Opened::open(&mission.path()).expect("a mission");
    let one = sealed::disclosures(&opened, &item, &["count".to_owned()]).expect("disclosures").remove(0);
    let bytes = one.encode();
    let mut bad = 0;
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut other = bytes.clone();
            other[at] ^= 1 << bit;
            let Ok(read) = Disclosure::decode(&other) else { continue };
            let registers = mission::statements(&opened.read().expect("registers").registers);
            let said = sealed::said_in(&registers[0], &item).expect("the statement");
            let root = armistice_tlog::hash::Hash::from_bytes(said.sealed.root);
            assert!(read.verify(&root, said.sealed.leaves).is_err(), "byte {at}, bit {bit}");
            if bad == 0 {
                let body = Body::Trust(Trust::Revealed { item: item.clone(), disclosures: vec![other] });
                opened.writer().and_then(|mut w| w.say(vec![body])).expect("said");
            }
            bad += 1;
            if bad > 40 {
                break;
            }
        }
    }
    assert!(bad > 40, "{bad} variants could be read");
    let registers = mission::statements(&opened.read().expect("registers").registers);
    let seen = view::items(&record::fold(&registers), &registers).remove(0);
    assert!(seen.revealed.is_empty() && seen.problems.len() == 1, "{seen:?}");
}

#[test]
fn a_vault_on_a_volume_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let (m, v) = (folder.path().join("m"), folder.path().join("elsewhere/vault"));
    let words: Vec<OsString> =
        vec!["init".into(), m.clone().into(), "--member".into(), "analyst".into(), "--vault".into(), v.clone().into()];
    stdout(&armistice(words));
    let item = seal(&m, &[]);
    assert!(v.join("vault.1.ring").is_file() && !m.join("vault").exists());
    let opened = Opened::open(&m).expect("a mission");
    assert_eq!(sealed::disclosures(&opened, &item, &[]).expect("disclosures").len(), 5);
    // The volume is not there: reading goes on, opening says so.
    fs::rename(&v, folder.path().join("unplugged")).expect("moved");
    stdout(&armistice([OsStr::new("check"), m.as_os_str()]));
    let error = sealed::disclosures(&opened, &item, &[]).expect_err("no vault");
    assert!(error.hint.as_deref().is_some_and(|h| h.contains("volume")), "{error}");
}

mod slow {
    use super::*;

    /// Labels of every length pass every boundary that a length can have.
    #[test]
    fn entries_fall_into_classes_whatever_the_label() {
        check_classes(0..=200);
    }

    /// A phone number has few digits. Whoever has the register, and even an opened field beside it, tries a million.
    #[test]
    fn a_million_guesses_open_nothing() {
        let mission = Mission::new(None);
        let opened = Opened::open(&mission.path()).expect("a mission");
        let one = |path: &str, item: &ItemId| {
            sealed::disclosures(&opened, item, &[path.to_owned()]).expect("disclosures").remove(0)
        };
        // Until the two fields stand side by side in the tree: then opening one gives away the hash of the other.
        let mut item = None;
        for _ in 0..200 {
            let fields = fields::read(b"phone = \"0000314159\"\nplace = \"here\"\n").expect("fields");
            let kept = sealed::seal(&opened, &Fresh { fields, ..Fresh::default() }, false).expect("sealed");
            if one("phone", &kept.item).index() ^ 1 == one("place", &kept.item).index() {
                item = Some(kept.item);
                break;
            }
        }
        let item = item.expect("one of seven is so");
        sealed::reveal(&opened, &item, &["place".to_owned()]).expect("revealed");
        let holdings = opened.read().expect("registers");
        let public: Vec<u8> = holdings.registers[0].reading.entries().flat_map(|(_, bytes)| bytes.to_vec()).collect();
        let windows: BTreeSet<[u8; 32]> = public.windows(32).map(|w| w.try_into().expect("32 bytes")).collect();
        let open = |n: u32, salt: &[u8; 32]| {
            let value = armistice_tlog::cbor::Writer::new().text(&format!("{n:010}")).finish();
            let c = commit("phone", salt, &value).expect("a commitment");
            let leaf = armistice_tlog::hash::leaf_hash(c.as_bytes());
            windows.contains(c.as_bytes()) || windows.contains(leaf.as_bytes())
        };
        let (place, phone) = (one("place", &item), one("phone", &item));
        // Key 2 of the encoding is the salt: 0x02, 0x58, 0x20, and 32 bytes.
        let salt = |d: &Disclosure| -> [u8; 32] {
            let bytes = d.encode();
            let at = bytes.windows(3).rposition(|w| w == [0x02, 0x58, 0x20]).expect("a salt") + 3;
            bytes[at..at + 32].try_into().expect("32 bytes")
        };
        let salts = [[0; 32], salt(&place)];
        let found =
            (0..500_000_u32).flat_map(|n| salts.iter().map(move |s| (n, s))).filter(|(n, s)| open(*n, s)).count();
        assert_eq!(found, 0, "a guess was confirmed");
        assert!(open(314_159, &salt(&phone)), "with the salt the same search finds it");
    }
}
