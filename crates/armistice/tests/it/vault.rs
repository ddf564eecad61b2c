//! The vault: what is on the disk says nothing, every death at every step leaves all or nothing, and nothing else is lost.

use crate::support::{Mission, armistice, stdout};
use armistice::{
    keys::passphrase::Passphrases,
    vault::{
        Attached, Vault, VaultError,
        crypt::{self, CryptError},
        item::{Attachment, Item, Leaf},
        ring::{Note, Ring, Scope, Slot},
    },
};
use armistice_core::id::ItemId;
use armistice_tlog::cbor::Writer;
use proptest::prelude::*;
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use zeroize::Zeroizing;

const SECRET: &str = "Zerubbabel of the seventh house";

static NOBODY: Passphrases = Passphrases::none();

fn open(root: &Path) -> Vault {
    Vault::write(root, &NOBODY).expect("a vault")
}

/// An item with one field, made from a number.
fn item(n: u8) -> Item {
    let leaves = (0..8_u8).map(|i| Leaf {
        path: Zeroizing::new(if i == 3 { "source.name".to_owned() } else { format!("~{i}") }),
        value: Zeroizing::new(if i == 3 { Writer::new().text(SECRET) } else { Writer::new().null() }.finish()),
        salt: Zeroizing::new([i.wrapping_add(n); 32]),
    });
    Item {
        id: ItemId::of(&[&[n]]),
        about: "a label".to_owned(),
        together: vec!["a".to_owned(), "b".to_owned()],
        root: [n; 32],
        leaves: leaves.collect(),
        attachments: Vec::new(),
    }
}

fn attached(bytes: &[u8]) -> Attached {
    Attached {
        name: Zeroizing::new(format!("{SECRET}.ogg")),
        media_type: Zeroizing::new("audio/ogg".to_owned()),
        bytes: Zeroizing::new(bytes.to_vec()),
    }
}

fn note(n: u8, scope: Scope) -> Note {
    Note { item: item(n).id, scope, basis: "a request".to_owned(), by: "the ombudsman".to_owned() }
}

/// Every file below a folder.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    found
}

#[test]
fn what_was_put_is_had_again_and_the_disk_says_nothing() {
    let root = TempDir::new().expect("a folder");
    let mut vault = open(root.path());
    let sizes = [0, 1, 4000, 4096, 70_000];
    let list: Vec<Attached> = sizes.iter().map(|n| attached(&vec![b'x'; *n])).collect();
    let kept = vault.put(item(1), &list).expect("it is taken in");
    vault.put(item(2), &[]).expect("it is taken in");
    drop(vault);
    let vault = Vault::read(root.path(), &NOBODY).expect("a vault");
    assert_eq!(vault.get(&item(1).id).expect("the item"), kept);
    assert_eq!(vault.get(&item(2).id).expect("the item"), item(2));
    assert_eq!(vault.ids().count(), 2);
    let mut lens: Vec<usize> =
        kept.attachments.iter().map(|a| vault.attachment(&kept.id, a).expect("the bytes").len()).collect();
    lens.sort_unstable();
    assert_eq!(lens, sizes);
    for (path, bytes) in files(root.path()) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name == "lock" || name.ends_with(".key") {
            continue;
        }
        assert!(bytes.len() >= 4096 && bytes.len().is_power_of_two(), "{name} has {} bytes", bytes.len());
        for needle in [SECRET.as_bytes(), b"source.name", b"audio/ogg", b"a label", item(1).id.as_str().as_bytes()] {
            assert!(!bytes.windows(needle.len()).any(|w| w == needle), "{name} tells something");
        }
    }
}

#[test]
fn without_its_key_the_vault_is_noise() {
    let root = TempDir::new().expect("a folder");
    let mut vault = open(root.path());
    vault.put(item(1), &[attached(b"words")]).expect("it is taken in");
    drop(vault);
    let key = root.path().join("vault.1.key");
    let good = fs::read(&key).expect("a key");
    // Another key, as good as any.
    let other = TempDir::new().expect("a folder");
    drop(open(other.path()));
    fs::copy(other.path().join("vault.1.key"), &key).expect("a copy");
    let error = Vault::read(root.path(), &NOBODY).expect_err("another key");
    assert!(matches!(error, VaultError::Closed { source: CryptError::Key, .. }), "{error}");
    // No key: nothing is made anew over what is there.
    fs::remove_file(&key).expect("a file");
    let before = files(root.path());
    let error = Vault::write(root.path(), &NOBODY).expect_err("no key");
    assert!(matches!(error, VaultError::Key(_)), "{error}");
    fs::remove_file(root.path().join("vault.1.ring")).expect("a file");
    let error = Vault::write(root.path(), &NOBODY).expect_err("no ring");
    assert!(matches!(error, VaultError::NoRing { .. }), "{error}");
    for (path, bytes) in before.iter().filter(|(p, _)| p.parent() != Some(root.path())) {
        assert_eq!(fs::read(path).expect("still there"), *bytes, "{}", path.display());
    }
    assert!(!good.is_empty());
}

#[test]
fn a_file_of_another_item_does_not_pass() {
    let root = TempDir::new().expect("a folder");
    let mut vault = open(root.path());
    vault.put(item(1), &[]).expect("it is taken in");
    vault.put(item(2), &[]).expect("it is taken in");
    let names: Vec<PathBuf> = files(&root.path().join("items")).into_keys().collect();
    let (a, b) = (fs::read(&names[0]).expect("a file"), fs::read(&names[1]).expect("a file"));
    fs::write(&names[0], b).expect("a file");
    fs::write(&names[1], a).expect("a file");
    for n in [1, 2] {
        let error = vault.get(&item(n).id).expect_err("exchanged");
        assert!(matches!(error, VaultError::Closed { source: CryptError::Key, .. }), "{error}");
    }
}

/// What the disk held before, opened with whatever key stands there now: must not give the erased item.
fn nothing_opens(root: &Path, before: &BTreeMap<PathBuf, Vec<u8>>, why: &str) {
    // An old copy of everything but the keys, laid beside the keys that are there now.
    for key in fs::read_dir(root).expect("a folder").map(|e| e.expect("an entry").path()) {
        let name = key.file_name().expect("a name").to_string_lossy().into_owned();
        if !name.ends_with(".key") {
            continue;
        }
        let copy = TempDir::new().expect("a folder");
        for (path, bytes) in before {
            let inside = copy.path().join(path.strip_prefix(root).expect("inside"));
            fs::create_dir_all(inside.parent().expect("a folder")).expect("a folder");
            if !inside.to_string_lossy().ends_with(".key") {
                fs::write(&inside, bytes).expect("a file");
            }
        }
        fs::copy(&key, copy.path().join("vault.1.key")).expect("a key");
        let read = Vault::read(copy.path(), &NOBODY).and_then(|v| v.get(&item(1).id));
        assert!(read.is_err(), "{why}: an old copy opens with {name}");
    }
}

/// An erasure that dies at every step, and a recovery that dies at every step after it.
fn check_erasure(scope: Scope, second: std::ops::Range<u32>) {
    let mut finished = false;
    let mut gone_at = None;
    for steps in 0..40 {
        for again in second.clone() {
            let root = TempDir::new().expect("a folder");
            let mut vault = open(root.path());
            let kept = vault.put(item(1), &[attached(b"one"), attached(b"two")]).expect("taken in");
            let other = vault.put(item(2), &[attached(b"three")]).expect("taken in");
            drop(vault);
            let before = files(root.path());
            let mut vault = Vault::write_dying(root.path(), &NOBODY, Some(steps)).expect("a vault");
            let result = vault.erase(note(1, scope));
            drop(vault);
            let row = format!("{scope:?}, killed at step {steps}, then at step {again}");
            // The next who opens it dies too, and then somebody lives.
            drop(Vault::write_dying(root.path(), &NOBODY, Some(again)));
            let vault = open(root.path());
            assert_eq!(vault.get(&other.id).expect("the other item"), other, "{row}");
            assert_eq!(*vault.attachment(&other.id, &other.attachments[0]).expect("its file"), *b"three", "{row}");
            let state = vault.get(&kept.id);
            let noted = vault.notes() == [note(1, scope)];
            match (&state, scope) {
                (Ok(whole), _) if *whole == kept => {
                    assert!(vault.notes().is_empty() && result.is_err(), "{row}: a note without destruction");
                    assert_eq!(gone_at, None, "{row}: it came back");
                    for a in &kept.attachments {
                        vault.attachment(&kept.id, a).expect("its file");
                    }
                }
                (Ok(rest), Scope::Fields) => {
                    assert!(noted && rest.leaves.is_empty(), "{row}");
                    assert_eq!(rest.attachments, kept.attachments, "{row}");
                    assert_eq!(vault.attachment(&kept.id, &kept.attachments[0]).expect("its file").len(), 3, "{row}");
                    gone_at = gone_at.or(Some(steps));
                    nothing_opens(root.path(), &before, &row);
                }
                (Err(VaultError::NoItem { .. }), Scope::All) => {
                    assert!(noted, "{row}: destroyed without a note");
                    let blobs = files(&root.path().join("blobs"));
                    assert_eq!(blobs.len(), 1, "{row}: only the other item's");
                    gone_at = gone_at.or(Some(steps));
                    nothing_opens(root.path(), &before, &row);
                }
                (other, _) => panic!("{row}: {other:?}"),
            }
            let keys = files(root.path()).keys().filter(|p| p.extension().is_some_and(|e| e == "key")).count();
            assert_eq!(keys, 1, "{row}: one key in force, no other left");
            if result.is_ok() {
                finished = true;
                break;
            }
        }
        if finished {
            break;
        }
    }
    assert!(finished && gone_at.is_some(), "{scope:?} ran to its end");
}

#[test]
fn an_erasure_that_dies_anywhere_leaves_all_or_nothing() {
    check_erasure(Scope::All, 1..2);
    check_erasure(Scope::Fields, 1..2);
}

#[test]
fn taking_in_that_dies_anywhere_leaves_all_or_nothing() {
    for steps in 0..20 {
        let root = TempDir::new().expect("a folder");
        open(root.path()).put(item(2), &[]).expect("taken in");
        let mut vault = Vault::write_dying(root.path(), &NOBODY, Some(steps)).expect("a vault");
        let result = vault.put(item(1), &[attached(b"one"), attached(b"two")]);
        drop(vault);
        let vault = open(root.path());
        assert_eq!(vault.get(&item(2).id).expect("the other"), item(2), "step {steps}");
        match result {
            Ok(kept) => {
                assert_eq!(vault.get(&kept.id).expect("the item"), kept);
                assert!(steps >= 4, "two attachments, the item and the ring are steps");
                return;
            }
            Err(_) => assert!(!vault.contains(&item(1).id), "step {steps}: acknowledged in part"),
        }
    }
    panic!("it never ran to its end");
}

#[test]
fn one_flipped_bit_is_found() {
    let root = TempDir::new().expect("a folder");
    let mut vault = open(root.path());
    let kept = vault.put(item(1), &[attached(b"one")]).expect("taken in");
    drop(vault);
    for (path, bytes) in files(root.path()) {
        if path.ends_with("lock") || path.extension().is_some_and(|e| e == "key") {
            continue;
        }
        for at in [0, 30, 60, bytes.len() / 2, bytes.len() - 1] {
            let mut bad = bytes.clone();
            bad[at] ^= 1;
            fs::write(&path, bad).expect("a file");
            let read = Vault::read(root.path(), &NOBODY)
                .and_then(|v| v.get(&kept.id).and_then(|i| v.attachment(&i.id, &i.attachments[0])));
            assert!(read.is_err(), "{}, byte {at}", path.display());
        }
        fs::write(&path, bytes).expect("a file");
    }
    let vault = Vault::read(root.path(), &NOBODY).expect("whole again");
    assert_eq!(vault.get(&kept.id).expect("the item"), kept);
}

fn any_item() -> impl Strategy<Value = Item> {
    let leaf =
        (".{0,20}", prop::collection::vec(any::<u8>(), 0..40), any::<[u8; 32]>()).prop_map(|(path, v, salt)| Leaf {
            path: Zeroizing::new(path),
            value: Zeroizing::new(Writer::new().bytes(&v).finish()),
            salt: Zeroizing::new(salt),
        });
    let attachment = (any::<[u8; 32]>(), 12_u32..27, any::<[u8; 32]>(), ".{0,20}", 0_u64..4096).prop_map(
        |(digest, class, key, name, len)| Attachment {
            digest,
            class: 1 << class,
            key: Zeroizing::new(key),
            media_type: Zeroizing::new("text/plain".to_owned()),
            name: Zeroizing::new(name),
            len,
        },
    );
    let leaves =
        prop_oneof![Just(0_usize), Just(8), Just(16)].prop_flat_map(move |n| prop::collection::vec(leaf.clone(), n));
    (
        any::<[u8; 32]>(),
        ".{0,30}",
        prop::collection::btree_set("[a-z]{1,9}", 0..4),
        leaves,
        prop::collection::vec(attachment, 0..4),
    )
        .prop_map(|(root, about, together, leaves, attachments)| Item {
            id: ItemId::of(&[&root]),
            about,
            together: together.into_iter().collect(),
            root,
            leaves,
            attachments,
        })
}

fn any_ring() -> impl Strategy<Value = Ring> {
    let slot = (any::<[u8; 16]>(), any::<[u8; 32]>(), prop::collection::vec(any::<[u8; 32]>(), 0..3))
        .prop_map(|(file, key, attachments)| Slot { file, key: Zeroizing::new(key), attachments });
    let items = prop::collection::btree_map(any::<[u8; 8]>(), slot, 0..6)
        .prop_map(|m| m.into_iter().map(|(b, s)| (ItemId::of(&[&b]), s)).collect());
    let notes = prop::collection::vec((any::<u8>(), any::<bool>(), ".{0,20}"), 0..3);
    (1..u64::from(u32::MAX), items, prop::collection::vec(any::<[u8; 16]>(), 0..3), notes).prop_map(
        |(generation, items, doomed_files, notes)| Ring {
            generation,
            items,
            doomed_files,
            doomed_attachments: vec![[7; 32]],
            notes: notes
                .into_iter()
                .map(|(n, all, basis)| Note { basis, ..note(n, if all { Scope::All } else { Scope::Fields }) })
                .collect(),
        },
    )
}

#[test]
fn a_generation_that_the_layout_cannot_say_is_refused() {
    for (generation, read) in [(1, true), (i64::MAX.cast_unsigned(), true), (1 << 63, false), (u64::MAX, false)] {
        let mut bytes = Ring { generation: i64::MAX.cast_unsigned(), ..Ring::default() }.encode().to_vec();
        // The map, the layout and its key, the key of the generation, the head of a number of eight bytes.
        let (head, number) = (4, 5..13);
        assert_eq!(bytes[head], 0x1b);
        bytes[number].copy_from_slice(&u64::to_be_bytes(generation));
        if generation == 1 {
            bytes.splice(head..13, [1]);
        }
        let decoded = Ring::decode(&bytes);
        assert_eq!(decoded.is_ok(), read, "{generation}: {decoded:?}");
        if let Ok(ring) = decoded {
            assert_eq!(&*ring.encode(), &bytes, "{generation}");
        }
    }
}

proptest! {
    #[test]
    fn items_are_read_as_they_were_written(item in any_item(), at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let bytes = item.encode();
        prop_assert_eq!(Item::decode(&bytes).expect("an item"), item);
        let mut bad = bytes.to_vec();
        let at = at.index(bad.len());
        bad[at] = with;
        // Whatever is still accepted is the one spelling of what it says.
        if let Ok(read) = Item::decode(&bad) {
            prop_assert_eq!(&*read.encode(), &bad);
        }
        prop_assert!(Item::decode(&bytes[..at]).is_err());
    }

    #[test]
    fn rings_are_read_as_they_were_written(ring in any_ring(), at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let bytes = ring.encode();
        prop_assert_eq!(&Ring::decode(&bytes).expect("a ring"), &ring);
        let mut bad = bytes.to_vec();
        let at = at.index(bad.len());
        bad[at] = with;
        if let Ok(read) = Ring::decode(&bad) {
            prop_assert_eq!(&*read.encode(), &bad);
        }
        prop_assert!(Ring::decode(&bytes[..at]).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn only_classes_show(len in 0_usize..40_000) {
        let key = crypt::random::<32>().expect("randomness");
        let file = crypt::seal(&key, "a title\n", b"bound", &vec![1; len]).expect("sealed");
        prop_assert!(file.len() >= 4096 && file.len().is_power_of_two());
        prop_assert!(file.len() == 4096 || file.len() < 2 * (len + 100), "no larger than needed");
        prop_assert_eq!(crypt::open(&key, "a title\n", b"bound", &file).expect("opened").len(), len);
        prop_assert_eq!(crypt::open(&key, "a title\n", b"other", &file).expect_err("bound"), CryptError::Key);
        prop_assert_eq!(crypt::open(&key, "b title\n", b"bound", &file).expect_err("a title"), CryptError::Format);
    }
}

mod slow {
    use super::*;

    #[test]
    fn an_erasure_and_its_recovery_die_at_every_step() {
        check_erasure(Scope::All, 0..12);
        check_erasure(Scope::Fields, 0..12);
    }

    #[test]
    fn a_passphrase_protects_the_key_through_erasures() {
        let root = TempDir::new().expect("a folder");
        let words = TempDir::new().expect("a folder");
        let file = |name: &str, words_in_it: &str| {
            let path = words.path().join(name);
            fs::write(&path, format!("{words_in_it}\n")).expect("a file");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("permissions");
            Passphrases::file(&path)
        };
        let (right, wrong) = (file("right", "a rather long sentence"), file("wrong", "wrong words"));
        let mut vault = open(root.path());
        vault.put(item(1), &[]).expect("taken in");
        vault.put(item(2), &[]).expect("taken in");
        assert!(!vault.is_protected());
        drop(vault);
        // A passphrase that is given when the vault is opened for writing protects it from then on.
        let mut vault = Vault::write(root.path(), &right).expect("protected");
        vault.erase(note(1, Scope::All)).expect("erased");
        assert!(vault.is_protected());
        drop(vault);
        let keys: Vec<Vec<u8>> = files(root.path())
            .into_iter()
            .filter_map(|(p, bytes)| p.extension().is_some_and(|e| e == "key").then_some(bytes))
            .collect();
        assert_eq!(keys.len(), 1);
        assert!(keys[0].starts_with(b"age-encryption.org/v1"), "protected after an erasure too");
        let none = Vault::read(root.path(), &NOBODY).expect_err("no passphrase");
        assert!(none.to_string().contains("needs a passphrase"), "{none}");
        let error = Vault::read(root.path(), &wrong).expect_err("wrong");
        assert!(error.to_string().contains("does not open") && !error.to_string().contains("wrong words"), "{error}");
        let vault = Vault::read(root.path(), &right).expect("opened");
        assert_eq!(vault.get(&item(2).id).expect("the item"), item(2));
    }

    /// The real program, killed by the system at its nth call of a kind: the item is whole or gone with its note, the other
    /// item is whole, and one vault key is left.
    #[test]
    fn an_erasure_that_is_killed_at_any_system_call() {
        if std::process::Command::new("strace").arg("-V").output().is_err() {
            println!("skipped: strace is not here");
            return;
        }
        let mission = Mission::new(None);
        let base = mission.path();
        let fields = base.with_file_name("fields.toml");
        fs::write(&fields, "a = 1\n").expect("a file");
        let one = |attached: &Path| {
            let words: Vec<&OsStr> =
                vec!["seal".as_ref(), base.as_os_str(), "--from".as_ref(), fields.as_os_str(), "--attach".as_ref()];
            stdout(&armistice(words.into_iter().chain([attached.as_os_str()]))).trim().to_owned()
        };
        let (doomed, other) = (one(&fields), one(&fields));
        let (mut whole, mut gone) = (0, 0);
        for calls in ["fsync,fdatasync", "rename,renameat,renameat2", "unlink,unlinkat", "write"] {
            for n in 1..60 {
                let folder = TempDir::new().expect("a folder");
                let m = folder.path().join("m");
                for (path, bytes) in files(&base) {
                    let inside = m.join(path.strip_prefix(&base).expect("inside"));
                    fs::create_dir_all(inside.parent().expect("a folder")).expect("a folder");
                    fs::write(&inside, bytes).expect("a file");
                    fs::set_permissions(&inside, fs::Permissions::from_mode(0o600)).expect("permissions");
                }
                let killed = std::process::Command::new("strace")
                    .args(["-f", "-o", "/dev/null", "-e", &format!("trace={calls}"), "-e"])
                    .arg(format!("inject={calls}:signal=SIGKILL:when={n}"))
                    .arg(env!("CARGO_BIN_EXE_armistice"))
                    .args([OsStr::new("erase"), m.as_os_str(), doomed.as_ref(), "--scope".as_ref(), "all".as_ref()])
                    .args(["--basis", "a request"])
                    .output()
                    .expect("strace runs");
                let row = format!("{calls} number {n}");
                // The next command that writes finishes what was begun.
                let opens = |item: &str, file: &str| {
                    let out = folder.path().join(file);
                    let words = ["disclose".as_ref(), m.as_os_str(), item.as_ref(), "--every-field".as_ref()];
                    let to = ["--to".as_ref(), "x".as_ref(), "--why".as_ref(), "y".as_ref(), "--out".as_ref()];
                    let words: Vec<&OsStr> = words.into_iter().chain(to).chain([out.as_os_str()]).collect();
                    armistice(words).status.success()
                };
                assert!(opens(&other, "other"), "{row}: the other item is lost");
                let there = opens(&doomed, "doomed");
                let show = stdout(&armistice([OsStr::new("show"), m.as_os_str(), doomed.as_ref(), "--json".as_ref()]));
                let noted = show.contains("\"scope\":\"all\"");
                assert_ne!(there, noted, "{row}: whole {there}, noted {noted}");
                *(if there { &mut whole } else { &mut gone }) += 1;
                let keys = files(&m.join("vault")).keys().filter(|p| p.extension().is_some_and(|e| e == "key")).count();
                assert_eq!(keys, 1, "{row}");
                stdout(&armistice([OsStr::new("check"), m.as_os_str()]));
                if killed.status.success() {
                    break;
                }
            }
        }
        assert!(whole >= 3 && gone >= 20, "{whole} whole, {gone} gone");
    }
}
