//! Durable writes, originals by content, and key files.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use armistice::blobs::{BlobError, BlobId, Blobs, MAX_BLOB, Put};
use armistice::durable::{self, Barrier, DurableError, TEMPORARY};
use armistice::keys::{KeyError, MemberKey, MemberName, load_public};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("a file").permissions().mode() & 0o777
}

fn names(folder: &Path) -> Vec<String> {
    let items = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        items.map(|item| item.expect("an item").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn replace_and_create() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("file");
    durable::create(&path, b"one").expect("a new file");
    assert!(matches!(durable::create(&path, b"two"), Err(DurableError::Exists { path: found }) if found == path));
    assert_eq!(fs::read(&path).expect("a file"), b"one");
    durable::replace(&path, b"three").expect("in place of the first");
    assert_eq!(fs::read(&path).expect("a file"), b"three");
    assert_eq!(mode(&path), 0o600);
    assert_eq!(names(dir.path()), ["file"], "no temporary file is left");

    let nowhere = dir.path().join("missing/file");
    assert!(matches!(durable::replace(&nowhere, b""), Err(DurableError::Io { path, .. }) if path == nowhere));
    let deep = dir.path().join("a/b/c");
    durable::create_folder(&deep).expect("all folders above it");
    durable::create_folder(&deep).expect("once more is no error");
    assert_eq!(mode(&deep), 0o700);
    assert!(durable::create_folder(&path.join("below a file")).is_err());
}

#[test]
fn create_many() {
    for barrier in [Barrier::FileSystem, Barrier::EachFile] {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = |n: usize| dir.path().join(format!("{n}"));
        durable::create(&path(3), b"old").expect("a new file");
        let files: Vec<(PathBuf, &[u8])> = (0..40).map(|n| (path(n), &b"new"[..])).collect();
        let new = durable::create_all(&files, barrier).expect("room on the disk");
        for (n, new) in new.into_iter().enumerate() {
            assert_eq!(new, n != 3);
            assert_eq!(fs::read(path(n)).expect("a file"), if new { b"new" } else { b"old" });
        }
        assert_eq!(names(dir.path()).len(), 40, "no temporary file is left");
        // One that cannot be written: an error, and none of the others appears.
        let files = [(path(50), &b"x"[..]), (dir.path().join("missing/file"), &b"x"[..])];
        assert!(matches!(durable::create_all(&files, barrier), Err(DurableError::Io { .. })));
        assert_eq!(names(dir.path()).len(), 40);
    }
}

#[test]
fn leftovers_are_removed() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join(format!(".x.1-1{TEMPORARY}")), b"half").expect("a file");
    fs::write(dir.path().join("kept"), b"whole").expect("a file");
    assert_eq!(durable::remove_leftovers(dir.path()).expect("a folder"), 1);
    assert_eq!(names(dir.path()), ["kept"]);
}

#[test]
fn originals() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let blobs = Blobs::open(dir.path());
    assert!(blobs.list().expect("nothing yet").is_empty());
    let put = blobs.put(b"abc").expect("room on the disk");
    let id = BlobId::of(b"abc");
    assert_eq!(put, Put::New(id));
    assert_eq!(id.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    let path = dir.path().join(format!("blobs/sha256/ba/{id}"));
    assert_eq!(blobs.path(&id), path);
    assert_eq!((mode(&path), mode(path.parent().expect("a folder"))), (0o600, 0o700));
    assert_eq!(blobs.put(b"abc").expect("the same again"), Put::Known(id));
    assert_eq!(blobs.get(&id).expect("a sound original"), b"abc");
    assert_eq!(blobs.put(b"").expect("an empty one").id(), BlobId::of(b""));

    let missing = BlobId::of(b"never put");
    assert!(!blobs.contains(&missing));
    assert!(matches!(blobs.get(&missing), Err(BlobError::Missing { id }) if id == missing));
    let large = vec![0; MAX_BLOB as usize + 1];
    assert!(matches!(blobs.put(&large), Err(BlobError::TooLarge { len }) if len == MAX_BLOB + 1));
}

#[test]
fn damaged_originals_are_named() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let blobs = Blobs::open(dir.path());
    let id = blobs.put(b"the words as published").expect("room on the disk").id();
    let path = blobs.path(&id);
    for damaged in [&b"the words as Published"[..], b"the words", b"", b"the words as published and more"] {
        fs::write(&path, damaged).expect("a file");
        for error in [
            blobs.get(&id).expect_err("damaged"),
            blobs.put(b"the words as published").expect_err("it does not pass for known"),
        ] {
            assert!(
                matches!(&error, BlobError::Damaged { id: found, found_len, .. } if *found == id && *found_len == damaged.len() as u64),
                "{error}"
            );
            assert!(error.to_string().contains(&path.display().to_string()));
        }
    }
    assert_eq!(fs::read(&path).expect("a file"), b"the words as published and more", "nothing is repaired in silence");
}

#[test]
fn many_originals() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let blobs = Blobs::open(dir.path());
    let known = blobs.put(b"7").expect("room on the disk").id();
    let damaged = blobs.put(b"8").expect("room on the disk").id();
    fs::write(blobs.path(&damaged), b"9").expect("a file");
    let texts: Vec<String> = (0..300).map(|n| (n % 200).to_string()).collect();
    let originals: Vec<&[u8]> = texts.iter().map(String::as_bytes).collect();
    let results = blobs.put_all(&originals).expect("room on the disk");
    for (n, result) in results.iter().enumerate() {
        let id = BlobId::of(originals[n]);
        match result {
            Ok(Put::New(found)) => assert!(*found == id && n < 200 && id != known, "{n}"),
            Ok(Put::Known(found)) => assert!(*found == id && (n >= 200 || id == known), "{n}"),
            Err(error) => assert!(matches!(error, BlobError::Damaged { .. }) && id == damaged, "{n}: {error}"),
        }
    }
    assert_eq!(blobs.list().expect("a folder").len(), 200);
    let leftover = blobs.path(&known).with_file_name(format!(".x.1-1{TEMPORARY}"));
    fs::write(leftover, b"half").expect("a file");
    assert_eq!(blobs.sweep().expect("a folder"), 1);
    assert_eq!(blobs.list().expect("a folder").len(), 200);
}

fn member() -> MemberName {
    MemberName::parse("observer-1").expect("a member name")
}

#[test]
fn member_names() {
    for good in ["a", "observer", "a-1", "7th", &"x".repeat(63)] {
        assert!(MemberName::parse(good).is_ok(), "{good}");
    }
    for bad in ["", "-a", "A", "a b", "a/b", "..", "a.b", "ä", "a\n", &"x".repeat(64)] {
        assert!(matches!(MemberName::parse(bad), Err(KeyError::Name { .. })), "{bad}");
    }
}

#[test]
fn keys() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let keys = dir.path().join("keys");
    assert!(matches!(MemberKey::load(&keys, &member()), Err(KeyError::Missing { .. })));
    let key = MemberKey::generate(&keys, &member()).expect("a new key");
    assert!(matches!(MemberKey::generate(&keys, &member()), Err(KeyError::Exists { .. })));
    let loaded = MemberKey::load(&keys, &member()).expect("the key just made");
    assert_eq!(loaded.id(), key.id());
    assert_eq!(load_public(&keys, &member()).expect("the key just made"), key.verifying_key());
    assert_eq!(mode(&keys.join("observer-1.key")), 0o600);
    assert_eq!(mode(&keys), 0o700);
    let other = MemberKey::generate(&keys, &MemberName::parse("other").expect("a name")).expect("a new key");
    assert_ne!(other.id(), key.id(), "keys are random");

    let secret = data_encoding::BASE64.encode(key.signing_key().as_bytes());
    let file = fs::read_to_string(keys.join("observer-1.key")).expect("text");
    assert!(file.contains(&secret));
    assert!(!format!("{key:?}").contains(&secret));
    assert!(!fs::read_to_string(keys.join("observer-1.pub")).expect("text").contains(&secret));
}

#[test]
fn bad_key_files() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let keys = dir.path().to_path_buf();
    let key = MemberKey::generate(&keys, &member()).expect("a new key");
    let path = keys.join("observer-1.key");
    let good = fs::read_to_string(&path).expect("text");
    let secret = data_encoding::BASE64.encode(key.signing_key().as_bytes());
    let check = |text: &str, expected: &str| {
        fs::write(&path, text).expect("a file");
        let error = MemberKey::load(&keys, &member()).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains(&secret[..8]), "the error shows the secret: {error}");
    };
    check("", "line 1");
    check(&good.replace("secret key 1", "secret key 2"), "line 1");
    check(&good.replace("observer-1", "other"), "line 2");
    check(&good.replace("secret ", ""), "line 1");
    check(&good.replace(&secret, &secret[..40]), "line 3");
    check(&good.replace(&secret, &format!("{secret}AAAA")), "line 3");
    check(&good.replace(&secret, &"*".repeat(44)), "line 3");
    let another = data_encoding::BASE64.encode(&[5; 32]);
    check(&good.replace(&secret, &another), "does not belong");
    fs::write(&path, &good).expect("a file");
    for exposed in [0o640, 0o604, 0o644, 0o660, 0o620] {
        fs::set_permissions(&path, fs::Permissions::from_mode(exposed)).expect("our file");
        let error = MemberKey::load(&keys, &member()).expect_err("others can read it");
        assert!(matches!(error, KeyError::Exposed { mode, .. } if mode == exposed), "{error}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("our file");
    assert!(MemberKey::load(&keys, &member()).is_ok());
    // Without its public file a key still works: the public half follows from the secret one.
    fs::remove_file(keys.join("observer-1.pub")).expect("a file");
    assert!(MemberKey::load(&keys, &member()).is_ok());
    let public = fs::read_to_string(&path).expect("text");
    fs::write(keys.join("observer-1.pub"), public).expect("a file");
    assert!(matches!(MemberKey::load(&keys, &member()), Err(KeyError::Format { .. })));
}
