//! Publishing: tiles, second path, sign state, rollback, every fault at every call, power lost at any moment.
//!
//! Must not: trust what is published. After every row an oracle reads all of it and computes it again.

use crate::disks::{Broken, Dice, Faulty, Simulated};
use armistice::{
    disk::{self, Disk, Open},
    journal::{
        lock::{Access, Lock},
        register::{HEAD, LOG, Register, folder},
    },
    keys::MemberName,
    publish::{self, Claim, Extent, Published, Signer, error::PublishError, files, state},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    hash::{Hash, leaf_hash},
    note::{Algorithm, Note, NoteError, SignatureLine, VerifierKey, sign},
    tile::audit::audit,
    tree::Tree,
};
use ed25519_dalek::SigningKey;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

const ORIGIN: &str = "mission.example/observer";

fn register_folder(mission: &Path) -> PathBuf {
    folder(mission, &MemberName::parse("observer").expect("a member name"))
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&[9; 32])
}

fn verifier(key: &SigningKey) -> VerifierKey {
    VerifierKey::new(ORIGIN, Algorithm::Ed25519, key.verifying_key().as_bytes()).expect("a key")
}

fn sign_with_key(text: &str) -> Result<Vec<SignatureLine>, NoteError> {
    Ok(vec![sign(text, ORIGIN, &key())?])
}

fn signer() -> Signer<'static> {
    Signer { keys: vec![verifier(&key())], sign: &sign_with_key }
}

fn lock_on(disk: &Arc<dyn Disk>, mission: &Path) -> Lock {
    Lock::wait_on(disk.clone(), mission, Access::Write, Duration::ZERO).expect("nobody else is here")
}

fn entry(n: u64) -> Vec<u8> {
    format!("entry {n}, {}", "x".repeat(n as usize % 40)).into_bytes()
}

/// A register on a disk, and the one program that writes it.
struct World {
    disk: Arc<dyn Disk>,
    mission: PathBuf,
}

impl World {
    fn simulated() -> (World, Simulated) {
        let mission = PathBuf::from("/mission");
        let simulated = Simulated::new(&mission);
        let world = World { disk: simulated.shared(), mission };
        Register::create_on(&*world.disk, &world.folder(), ORIGIN).expect("a new register");
        (world, simulated)
    }

    fn on(disk: Arc<dyn Disk>) -> World {
        World { disk, mission: PathBuf::from("/mission") }
    }

    fn folder(&self) -> PathBuf {
        register_folder(&self.mission)
    }

    /// Appends up to `size` entries.
    fn grow(&self, size: u64) {
        let lock = lock_on(&self.disk, &self.mission);
        let mut register = Register::open_write(&self.folder(), &lock).expect("a sound register");
        let entries: Vec<Vec<u8>> = (register.size()..size).map(entry).collect();
        register.append(&entries).expect("room");
    }

    fn publish_with(&self, signer: &Signer<'_>, claims: &[Claim]) -> Result<Option<Published>, PublishError> {
        let lock = lock_on(&self.disk, &self.mission);
        let mut register = Register::open_write(&self.folder(), &lock)?;
        publish::publish(&lock, &self.folder(), &mut register, signer, claims, Extent::New)
    }

    fn publish(&self) -> Result<Option<Published>, PublishError> {
        self.publish_with(&signer(), &[])
    }

    fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        disk::read_limited(&*self.disk, &self.folder().join(name), 1 << 30).ok()
    }

    /// The oracle: what is published verifies in every byte. Its size, 0 if nothing is published.
    fn verify(&self, what: &str) -> u64 {
        let path = self.folder().join("published/checkpoint");
        let Some((note, _)) = files::read_note(&*self.disk, &path).unwrap_or_else(|e| panic!("{what}: {e}")) else {
            return 0;
        };
        assert!(note.verify(&verifier(&key())).expect("a sound signature").is_some(), "{what}");
        let Checkpoint { origin, size, root, .. } = Checkpoint::parse(note.text()).expect("a checkpoint");
        assert_eq!(origin, ORIGIN);
        let folder = self.folder();
        let found = audit(size, root, &files::source(&*self.disk, &folder));
        assert!(found.is_sound(), "{what}: {:?}", found.differences);
        assert_eq!(found.entries, size, "{what}");
        assert_eq!(root_of(size), root, "{what}: other entries than were said");
        size
    }
}

fn root_of(size: u64) -> Hash {
    static TREE: OnceLock<Tree> = OnceLock::new();
    let tree = TREE.get_or_init(|| {
        let mut tree = Tree::new();
        (0..LARGEST).for_each(|n| {
            tree.push(leaf_hash(&entry(n)));
        });
        tree
    });
    tree.root_at(size).expect("no test has more entries")
}

/// Entries that any test here says at most.
const LARGEST: u64 = 3000;

#[test]
fn grows_and_is_whole_at_every_size() {
    let (world, simulated) = World::simulated();
    assert_eq!(world.publish().expect("nothing to sign"), None);
    let mut before = 0;
    for size in [1, 2, 7, 255, 256, 257, 300, 511, 512, 513, 1100] {
        world.grow(size);
        let published = world.publish().expect("published").expect("entries");
        assert_eq!((published.tip, published.signed), ((size, root_of(size)), true));
        assert!(published.files > 0);
        assert_eq!(world.verify("grown"), size);
        let again = world.publish().expect("published").expect("entries");
        assert_eq!(again, Published { files: 0, signed: false, ..published }, "nothing is new");
        assert!(size > before);
        before = size;
    }
    // Partial files whose full one is there are gone, and none is left over from writing.
    let paths: Vec<String> = simulated.paths().iter().map(|p| p.display().to_string()).collect();
    let tiles = |part: &str| paths.iter().filter(|p| p.contains(part)).count();
    assert_eq!(tiles("tile/0/000.p") + tiles("tile/entries/001.p"), 0, "{paths:#?}");
    assert_eq!(tiles(".armistice.tmp"), 0, "{paths:#?}");
    assert_eq!(tiles("published/notes/"), 11);
    let text = String::from_utf8(world.bytes("sign.state").expect("a file")).expect("text");
    assert!(text.starts_with(&format!(
        "armistice sign state 1\norigin {ORIGIN}\nsigned 1100 {root}\nintent 1100 {root}\ncheck ",
        root = root_of(1100)
    )));
}

/// Published in one go, or entry by entry: the same full tiles, byte for byte.
#[test]
fn the_way_does_not_matter() {
    let (one, first) = World::simulated();
    one.grow(600);
    one.publish().expect("published");
    let (other, second) = World::simulated();
    for size in [3, 200, 256, 400, 599, 600] {
        other.grow(size);
        other.publish().expect("published");
    }
    for path in first.paths().iter().filter(|p| p.to_string_lossy().contains("/tile/")) {
        assert_eq!(first.bytes(path), second.bytes(path), "{}", path.display());
    }
    assert_eq!(one.bytes("published/checkpoint"), other.bytes("published/checkpoint"));
}

/// A lost or thinned `published/` is made again; what was altered is refused by name and left as it is.
#[test]
fn derived_files_are_made_again_and_never_overwritten() {
    let (world, simulated) = World::simulated();
    world.grow(600);
    world.publish().expect("published");
    let tile = world.folder().join("published/tile/0/001");
    world.disk.remove(&tile).expect("a file");
    let lock = lock_on(&world.disk, &world.mission);
    let mut register = Register::open_write(&world.folder(), &lock).expect("a sound register");
    let again = publish::publish(&lock, &world.folder(), &mut register, &signer(), &[], Extent::All);
    assert_eq!(again.expect("made again").expect("entries").files, 1);
    drop((register, lock));
    assert_eq!(world.verify("made again"), 600);
    // An edge that is missing is noticed without being asked for.
    world.disk.remove(&world.folder().join("published/tile/1/000.p/2")).expect("a file");
    world.grow(601);
    assert_eq!(world.publish().expect("made again").expect("entries").tip.0, 601);
    assert_eq!(world.verify("made again"), 601);
    for name in ["published/tile/0/001", "published/tile/entries/001", "published/tile/1/000.p/2"] {
        let path = world.folder().join(name);
        let good = simulated.bytes(&path).expect("a file");
        let mut bad = good.clone();
        bad[40] ^= 1;
        simulated.tamper(&path, bad.clone());
        // Without its checkpoint everything is derived again, and compared.
        let checkpoint = world.bytes("published/checkpoint").expect("a file");
        world.disk.remove(&world.folder().join("published/checkpoint")).expect("a file");
        let refused = world.publish().expect_err("altered");
        assert!(
            matches!(&refused, PublishError::Differs { path: found, offset: 40, .. } if *found == path),
            "{refused}"
        );
        assert_eq!(simulated.bytes(&path), Some(bad), "it is left as it is");
        simulated.tamper(&path, good);
        world.publish().expect("put back");
        assert_eq!(world.bytes("published/checkpoint"), Some(checkpoint));
    }
}

/// Where the register stands against what is known of it.
#[test]
fn rollback_is_suspected() {
    let (world, simulated) = World::simulated();
    world.grow(5);
    world.publish().expect("published");
    let old = simulated.copy();
    world.grow(9);
    let newer = world.publish().expect("published").expect("entries").note;
    let other_root = root_of(4);
    let expect = |world: &World, claims: &[Claim], part: &str| {
        let before = world.bytes("sign.state");
        let refused = world.publish_with(&signer(), claims).expect_err(part).to_string();
        assert!(refused.contains(part) && refused.contains("rollback suspected"), "{refused}");
        assert_eq!(world.bytes("sign.state"), before, "nothing was signed");
    };
    let claim = |size, root| [Claim { who: "the register of other".into(), tip: (size, root) }];
    // Restored from an old backup: the log is shorter than what others hold.
    let restored = World::on(old.shared());
    restored.publish().expect("on this machine alone nothing tells");
    expect(&restored, &claim(9, root_of(9)), "the register of other has 9 entries");
    expect(&restored, &claim(5, other_root), "root");
    restored.publish_with(&signer(), &claim(5, root_of(5))).expect("what they hold is ours");
    restored.publish_with(&signer(), &claim(3, root_of(3))).expect("an earlier one is ours");
    // A cosigned note that came back from a witness is enough.
    files::archive(&*restored.disk, &restored.folder(), &newer).expect("room");
    expect(&restored, &[], "published/notes/");
    restored.grow(6);
    expect(&restored, &[], "has 9 entries");
    // Also when the same number of other entries was said meanwhile.
    restored.grow(8);
    let lock = lock_on(&restored.disk, &restored.mission);
    let mut register = Register::open_write(&restored.folder(), &lock).expect("a sound register");
    register.append(&[b"something else"]).expect("room");
    drop((register, lock));
    expect(&restored, &[], "another history");
    // A note that no key of the register signed stops nobody.
    let (fresh, _) = World::simulated();
    fresh.grow(5);
    let text = Checkpoint { origin: ORIGIN.into(), size: 1000, root: other_root, extensions: vec![] }.to_text();
    let alien = SigningKey::from_bytes(&[1; 32]);
    let forged = Note::new(&text, vec![sign(&text, ORIGIN, &alien).expect("a line")]).expect("a note");
    files::archive(&*fresh.disk, &fresh.folder(), &forged).expect("room");
    fresh.publish().expect("a forged note is nothing");
}

/// Only the log was put back from a backup: the state beside it tells.
#[test]
fn a_log_from_a_backup_is_noticed() {
    let (world, simulated) = World::simulated();
    world.grow(5);
    let (log, head) = (world.bytes(LOG).expect("a file"), world.bytes(HEAD).expect("a file"));
    world.grow(9);
    world.publish().expect("published");
    simulated.tamper(&world.folder().join(LOG), log);
    simulated.tamper(&world.folder().join(HEAD), head);
    let refused = world.publish().expect_err("smaller than what was signed").to_string();
    assert!(refused.contains("rollback suspected") && refused.contains("sign.state"), "{refused}");
}

#[test]
fn sign_state_is_needed_and_guarded() {
    let (world, simulated) = World::simulated();
    world.grow(5);
    world.publish().expect("published");
    let path = world.folder().join(state::STATE);
    let good = simulated.bytes(&path).expect("a file");
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            simulated.tamper(&path, bad);
            let refused = world.publish().expect_err("a flipped bit");
            let PublishError::State { path: found, line, .. } = &refused else { panic!("{at}: {refused}") };
            let stands = good[..at].iter().filter(|b| **b == b'\n').count() + 1;
            let near = [stands, stands + 1, 5, 1];
            assert!(*found == path && near.contains(line), "byte {at}: {refused}");
        }
        simulated.tamper(&path, good[..at].to_vec());
        assert!(matches!(world.publish(), Err(PublishError::State { .. })), "cut at {at}");
    }
    world.disk.remove(&path).expect("a file");
    assert!(matches!(world.publish(), Err(PublishError::StateMissing { .. })));
    // Compare and swap: who expects something else than what is there has lost.
    let (world, _) = World::simulated();
    let lock = lock_on(&world.disk, &world.mission);
    let state = |size| state::State { origin: ORIGIN.into(), signed: None, intent: Some((size, root_of(size))) };
    let folder = world.folder();
    state::replace(&lock, &folder, None, &state(5)).expect("nothing was there");
    for (expected, new) in [(None, 6), (Some(4), 6), (Some(5), 4)] {
        let raced = state::replace(&lock, &folder, expected.map(state).as_ref(), &state(new));
        assert!(matches!(raced, Err(PublishError::Raced { .. })), "{expected:?} to {new}");
    }
    let other = state::State { intent: Some((5, root_of(4))), ..state(5) };
    assert!(matches!(state::replace(&lock, &folder, Some(&state(5)), &other), Err(PublishError::Raced { .. })));
    state::replace(&lock, &folder, Some(&state(5)), &state(6)).expect("as expected");
}

#[test]
fn only_declared_keys_publish() {
    let (world, _) = World::simulated();
    world.grow(5);
    let alien = SigningKey::from_bytes(&[1; 32]);
    let sign_alien = |text: &str| Ok(vec![sign(text, ORIGIN, &alien)?]);
    let refused = world.publish_with(&Signer { keys: vec![verifier(&key())], sign: &sign_alien }, &[]);
    assert!(matches!(refused, Err(PublishError::Key { size: 5 })), "{refused:?}");
    assert_eq!(world.bytes("published/checkpoint"), None);
    // The intent stands, and the right key goes on from it.
    assert_eq!(world.publish().expect("published").expect("entries").tip.0, 5);
    // A key that was added signs beside the old one.
    let keys = vec![verifier(&key()), verifier(&alien)];
    let sign_both = |text: &str| Ok(vec![sign(text, ORIGIN, &key())?, sign(text, ORIGIN, &alien)?]);
    world.grow(6);
    let note = world.publish_with(&Signer { keys, sign: &sign_both }, &[]).expect("published").expect("entries").note;
    assert_eq!(note.signatures().len(), 2);
}

/// One bit in anything that is published is found, and its place is named.
fn flip_bits(step: usize) {
    let (world, simulated) = World::simulated();
    world.grow(260);
    let tip = world.publish().expect("published").expect("entries").tip;
    let folder = world.folder();
    let mut dice = Dice::new(1);
    for path in simulated.paths().iter().filter(|p| p.to_string_lossy().contains("published/")) {
        let good = simulated.bytes(path).expect("a file");
        let name = path.strip_prefix(folder.join("published")).expect("inside").display().to_string();
        let reading = Register::open_read_on(&*world.disk, &folder).expect("a sound register");
        for at in (0..good.len()).step_by(if name == "checkpoint" { 1 } else { step }) {
            let mut bad = good.clone();
            bad[at] ^= 1 << dice.below(8);
            simulated.tamper(path, bad);
            if name.starts_with("notes/") {
                let found = publish::examine(&*world.disk, &folder, &reading, &[verifier(&key())], true);
                let said = found.expect("it can be read").differences;
                assert!(said.len() == 1 && said[0].contains(&name), "{name} byte {at}: {said:?}");
                continue;
            }
            if name == "checkpoint" {
                let refused = world.publish().expect_err("a flipped bit");
                assert!(matches!(&refused, PublishError::Note { path: found, .. } if found == path), "{at}: {refused}");
                continue;
            }
            let found = audit(tip.0, tip.1, &files::source(&*world.disk, &folder));
            let said: Vec<String> = found.differences.iter().map(ToString::to_string).collect();
            assert!(!said.is_empty(), "{name} byte {at}");
            // By the name of the file, or by the entry that is in it.
            let number = |n: u64| said.iter().any(|s| s.contains(&format!("entry {n} ")));
            let bundle = name.contains("entries");
            let range = if name.contains("000") { 0..256 } else { 256..260 };
            assert!(
                said.iter().any(|s| s.contains(&name)) || (bundle && range.into_iter().any(number)),
                "{name} byte {at}: {said:?}"
            );
        }
        simulated.tamper(path, good);
    }
}

#[test]
fn a_flipped_bit_is_located() {
    flip_bits(29);
}

/// *What breaks* x *how*: is the new checkpoint there afterwards, and has the open register stopped? Every call of a
/// publish, each broken before and after it was done. After each row everything is verified, and the next run goes on.
#[test]
fn fault_table() {
    let (start, simulated) = World::simulated();
    start.grow(250);
    start.publish().expect("published");
    start.grow(257);

    // One more entry, and publish: the floor is written by publishing.
    let run = |disk: Faulty| {
        let world = World::on(Arc::new(disk.clone()));
        let lock = lock_on(&world.disk, &world.mission);
        let mut register = Register::open_write(&world.folder(), &lock).expect("its calls come earlier");
        register.append(&[entry(257)]).expect("its calls come earlier");
        let opening = disk.seen().len();
        let done = publish::publish(&lock, &world.folder(), &mut register, &signer(), &[], Extent::New).is_ok();
        (done, register.append(&[entry(258)]).is_err(), opening)
    };
    let sound = Faulty::sound(simulated.copy().shared());
    let (done, stopped, opening) = run(sound.clone());
    assert!(done && !stopped);
    let mut calls = sound.seen();
    // The last append and closing come after publishing.
    calls.truncate(calls.iter().rposition(|c| c.starts_with("remove")).expect("a call") + 1);
    let io = ErrorKind::Other;
    let mut table = String::new();
    let mut dice = Dice::new(3);
    for (at, call) in calls.iter().enumerate().skip(opening) {
        let mut cells = Vec::new();
        for broken in [
            Broken::Before(io),
            Broken::After(io),
            Broken::Short(3, ErrorKind::StorageFull),
            Broken::Killed,
            Broken::KilledAfter,
        ] {
            let what = format!("{call}, {broken:?}");
            let disk = simulated.copy();
            let (done, stopped, _) = run(Faulty::new(disk.shared(), at as u64, broken));
            // The machine goes on, or loses power: both must be right.
            let killed = World::on(disk.after_kill().shared());
            let size = killed.verify(&what);
            assert!(size == 250 || size == 258, "{what}: {size}");
            assert!(!done || size == 258, "{what}: said to be done");
            for _ in 0..2 {
                let lost = World::on(disk.after_power_loss(&mut dice).shared());
                let size = lost.verify(&what);
                assert!(size == 250 || size == 258, "{what}: {size}");
                assert!(!done || size == 258, "{what}: said to be done");
                goes_on(&lost, &what);
            }
            goes_on(&killed, &what);
            cells.push(format!(
                "{}{}{}",
                if size == 258 { "new" } else { "old" },
                if done { "" } else { ", fails" },
                if stopped && !matches!(broken, Broken::Killed | Broken::KilledAfter) { ", stops" } else { "" }
            ));
        }
        // Names of temporary files and notes differ from run to run.
        let call = call.split(' ').map(|w| if w.len() == 64 { "<note>" } else { w }).collect::<Vec<_>>().join(" ");
        let call = match call.split_once(" .") {
            Some((verb, name)) => {
                let name = name.split(&format!(".{}-", std::process::id())).next().expect("a name");
                format!("{verb} temporary {}", if name.len() == 64 { "<note>" } else { name })
            }
            None => call,
        };
        let _ = writeln!(table, "{call:32} | {}", cells.join(" | "));
    }
    expect_test::expect![[r#"
        create temporary register.head   | old, fails, stops | old, fails, stops | old, fails, stops | old, fails | old, fails
        write temporary register.head    | old, fails, stops | old, fails, stops | old, fails, stops | old, fails | old, fails
        sync temporary register.head     | old, fails, stops | old, fails, stops | old, fails, stops | old, fails | old, fails
        rename register.head             | old, fails, stops | old, fails, stops | old, fails, stops | old, fails | old, fails
        sync folder observer             | old, fails, stops | old, fails, stops | old, fails, stops | old, fails | old, fails
        folder 001.p                     | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 0                    | old, fails | old, fails | old, fails | old, fails | old, fails
        folder 1                         | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder tile                 | old, fails | old, fails | old, fails | old, fails | old, fails
        folder 000.p                     | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 1                    | old, fails | old, fails | old, fails | old, fails | old, fails
        folder 001.p                     | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder entries              | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary 000             | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary 000              | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary 000               | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary 2               | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary 2                | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary 2                 | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary 000             | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary 000              | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary 000               | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary 2               | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary 2                | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary 2                 | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary 1               | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary 1                | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary 1                 | old, fails | old, fails | old, fails | old, fails | old, fails
        rename 000                       | old, fails | old, fails | old, fails | old, fails | old, fails
        rename 2                         | old, fails | old, fails | old, fails | old, fails | old, fails
        rename 000                       | old, fails | old, fails | old, fails | old, fails | old, fails
        rename 2                         | old, fails | old, fails | old, fails | old, fails | old, fails
        rename 1                         | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 0                    | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 001.p                | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 000.p                | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder entries              | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 001.p                | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder published            | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder tile                 | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 0                    | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder 1                    | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder entries              | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary sign.state      | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary sign.state       | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary sign.state        | old, fails | old, fails | old, fails | old, fails | old, fails
        rename sign.state                | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder observer             | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary <note>          | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary <note>           | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary <note>            | old, fails | old, fails | old, fails | old, fails | old, fails
        rename <note>                    | old, fails | old, fails | old, fails | old, fails | old, fails
        sync folder notes                | old, fails | old, fails | old, fails | old, fails | old, fails
        create temporary checkpoint      | old, fails | old, fails | old, fails | old, fails | old, fails
        write temporary checkpoint       | old, fails | old, fails | old, fails | old, fails | old, fails
        sync temporary checkpoint        | old, fails | old, fails | old, fails | old, fails | old, fails
        rename checkpoint                | old, fails | new, fails | old, fails | old, fails | new, fails
        sync folder published            | new, fails | new, fails | new, fails | new, fails | new, fails
        create temporary sign.state      | new, fails | new, fails | new, fails | new, fails | new, fails
        write temporary sign.state       | new, fails | new, fails | new, fails | new, fails | new, fails
        sync temporary sign.state        | new, fails | new, fails | new, fails | new, fails | new, fails
        rename sign.state                | new, fails | new, fails | new, fails | new, fails | new, fails
        sync folder observer             | new, fails | new, fails | new, fails | new, fails | new, fails
        remove 250                       | new | new | new | new | new
        remove 250                       | new | new | new | new | new
    "#]].assert_eq(&table);
}

/// The next run publishes all that is there, and grows.
fn goes_on(world: &World, what: &str) {
    let published = world.publish().unwrap_or_else(|e| panic!("{what}: {e}")).expect("entries");
    assert!(published.tip.0 >= 258, "{what}");
    let size = published.tip.0;
    assert_eq!(world.verify(what), size, "{what}");
}

/// Power lost at any call, again and again: never two roots for a size, never a smaller checkpoint after a larger one
/// was made durable, everything verifies, and it always goes on.
fn one_seed(seed: u64) {
    let mut dice = Dice::new(seed);
    let (world, mut simulated) = World::simulated();
    drop(world);
    // Every checkpoint that anybody could ever have seen.
    let mut seen: BTreeMap<u64, Hash> = BTreeMap::new();
    let mut acknowledged = 0;
    let mut promised = 0;
    for round in 0..4 {
        let what = format!("seed {seed}, round {round}");
        let world = World::on(simulated.shared());
        // What earlier rounds left decides where the entries go on: they are the same at the same index.
        simulated.die_at(simulated.calls() + dice.below(260));
        let mut work = || -> Option<()> {
            for _ in 0..3 {
                let lock = Lock::wait_on(world.disk.clone(), &world.mission, Access::Write, Duration::ZERO).ok()?;
                let mut register = Register::open_write(&world.folder(), &lock).ok()?;
                acknowledged = acknowledged.max(register.size());
                let entries: Vec<Vec<u8>> = (register.size()..).take(1 + dice.below(90) as usize).map(entry).collect();
                acknowledged = register.append(&entries).ok()?.size;
                let published = publish::publish(&lock, &world.folder(), &mut register, &signer(), &[], Extent::New);
                promised = published.ok()??.tip.0;
            }
            Some(())
        };
        work();
        let disks = [simulated.after_kill(), simulated.after_power_loss(&mut dice)];
        for disk in &disks {
            // Nobody could have got other bytes than these: the folder as any reader might see it.
            for path in disk.paths().iter().filter(|p| {
                let text = p.to_string_lossy();
                text.ends_with("published/checkpoint") || text.contains("published/notes/") && !text.contains(".tmp")
            }) {
                let note = Note::parse(&disk.bytes(path).expect("a file")).expect("a whole note");
                let c = Checkpoint::parse(note.text()).expect("a checkpoint");
                assert_eq!(*seen.entry(c.size).or_insert(c.root), c.root, "{what}: two roots for {}", c.size);
            }
            let size = World::on(disk.shared()).verify(&what);
            assert!(size >= promised, "{what}: {promised} were published, {size} are there");
        }
        let [killed, lost] = disks;
        simulated = if dice.one_in(4) { killed } else { lost };
        let world = World::on(simulated.shared());
        if dice.one_in(2) {
            let published = world.publish().unwrap_or_else(|e| panic!("{what}: {e}"));
            let size = published.map_or(0, |p| p.tip.0);
            assert!(size >= acknowledged, "{what}: {acknowledged} were acknowledged, {size} are there");
            assert_eq!(world.verify(&what), size, "{what}");
            promised = size;
        }
    }
}

fn seeds(range: std::ops::Range<u64>) {
    for seed in range {
        let result = std::panic::catch_unwind(|| one_seed(seed));
        assert!(result.is_ok(), "seed {seed}");
    }
}

#[test]
fn one_root_for_a_size_whatever_happens() {
    seeds(0..40);
    // A folder that a killed process had made, and whose name was not yet durable.
    seeds(1695..1696);
}

/// The lock: a second program that wants to publish is refused while the first works.
#[test]
fn two_at_once() {
    let (world, _) = World::simulated();
    world.grow(5);
    let lock = lock_on(&world.disk, &world.mission);
    let second = Lock::wait_on(world.disk.clone(), &world.mission, Access::Write, Duration::ZERO);
    assert!(second.is_err());
    let mut register = Register::open_write(&world.folder(), &lock).expect("a sound register");
    // A program that does not honour the lock is found by the state, at the latest.
    let racing = |text: &str| {
        let intruder = state::State { origin: ORIGIN.into(), signed: None, intent: Some((7, root_of(7))) };
        let path = world.folder().join(state::STATE);
        world.disk.remove(&path).expect("the intent is there");
        let file = world.disk.open(&path, Open::New).expect("a new file");
        file.write_at(intruder.to_text().as_bytes(), 0).expect("room");
        sign_with_key(text)
    };
    let signer = Signer { keys: vec![verifier(&key())], sign: &racing };
    let raced = publish::publish(&lock, &world.folder(), &mut register, &signer, &[], Extent::New);
    assert!(matches!(raced, Err(PublishError::Raced { .. })), "{raced:?}");
}

mod slow {
    /// The real binary under a tracer that breaks system calls, bounded in time. Skipped with a line where there is none.
    #[test]
    fn every_system_call_breaks() {
        let script = crate::support::repository().join("crates/armistice/tests/faults/strace.sh");
        let done = std::process::Command::new("sh")
            .arg(script)
            .args([env!("CARGO_BIN_EXE_armistice"), "150"])
            .output()
            .expect("sh runs");
        let said = String::from_utf8_lossy(&done.stdout);
        println!("{said}");
        assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    }

    #[test]
    fn every_flipped_byte_is_located() {
        super::flip_bits(1);
    }

    #[test]
    fn one_root_for_a_size_in_thousands_of_seeds() {
        super::seeds(1_000..2_000);
    }
}
