//! The exchange between mission folders: over HTTP on this machine and through plain folders, and what attackers do to it.

use crate::exchange_world::{Dice, name};
use armistice::{
    exchange::{
        self,
        disk::{self, Disk},
        layout,
        replica::{Recognised, Replica},
        report::Report,
        source::{Directory, Http, Source, SourceError},
    },
    failure::{Exit, Failure},
    mission::{self, Mission, NewKeys},
    serve::{
        self, Limits, Running,
        take::{Folder, routes},
    },
};
use armistice_core::{
    record,
    statement::{Body, Verdict, trust::Trust},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    keyring::Role,
    note::{Note, VerifierKey},
    tile::{Tile, reader::root_of_bundles},
};
use std::{
    cell::Cell,
    fs,
    path::{Path, PathBuf},
};

pub(crate) const NOW: i64 = 1_800_000_000;

/// A folder of folders: one mission folder for each member, who have recognised each other.
pub(crate) struct Missions {
    pub(crate) folder: tempfile::TempDir,
    id: String,
}

impl Missions {
    pub(crate) fn new(members: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut missions = Self { folder, id: String::new() };
        for member in members {
            let join = (!missions.id.is_empty()).then(|| missions.id.clone());
            let new = NewKeys { join, ..NewKeys::default() };
            let made = Mission::create_with(&missions.root(member), "Truce", member, &new, vec![]).expect("a mission");
            missions.id = made.file.id;
        }
        for member in members {
            let others = members.iter().filter(|o| *o != member);
            let recognised = others.map(|other| {
                let key = missions.open(other).key(Role::Statements).expect("a key").verifying_key().to_bytes();
                let (member, how) = ((*other).to_owned(), "in person".to_owned());
                Body::Trust(Trust::MemberRecognised { member, key, how, quota: None })
            });
            let recognised: Vec<Body> = recognised.collect();
            if !recognised.is_empty() {
                say(&missions.root(member), recognised);
            }
        }
        missions
    }

    pub(crate) fn root(&self, member: &str) -> PathBuf {
        self.folder.path().join(member)
    }

    pub(crate) fn open(&self, member: &str) -> Mission {
        Mission::open(&self.root(member)).expect("a mission")
    }

    pub(crate) fn judge(&self, member: &str, whys: &[&str]) {
        judge(&self.root(member), whys);
    }

    /// A copy of a member's folder, under another name.
    pub(crate) fn copy(&self, member: &str, to: &str) -> PathBuf {
        let target = self.root(to);
        copy_folder(&self.root(member), &target);
        target
    }
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for item in fs::read_dir(from).expect("a folder") {
        let item = item.expect("an item");
        let target = to.join(item.file_name());
        if item.path().is_dir() {
            copy_folder(&item.path(), &target);
        } else {
            fs::copy(item.path(), target).expect("a copy");
        }
    }
}

pub(crate) fn say(root: &Path, bodies: Vec<Body>) {
    let mission = Mission::open(root).expect("a mission");
    mission.writer().expect("a writer").say(bodies).expect("said");
}

pub(crate) fn judge(root: &Path, whys: &[&str]) {
    let body = |why: &&str| Body::Judged {
        a: "a".to_owned(),
        b: "b".to_owned(),
        verdict: Verdict::Same,
        why: (*why).to_owned(),
    };
    say(root, whys.iter().map(body).collect());
}

/// A server of a mission folder.
pub(crate) fn server(root: &Path) -> Running {
    let mission = Mission::open(root).expect("a mission");
    disk::publish_own(&mission).expect("published");
    let witness = disk::witness(&mission).expect("a witness");
    serve::start("127.0.0.1:0", routes(Folder::new(mission, witness)), Limits::default(), false, None)
        .expect("a server")
}

pub(crate) fn http(running: &Running) -> Http {
    Http::new(&format!("http://{}", running.address))
}

pub(crate) fn replica(root: &Path) -> Replica<Disk> {
    disk::open(&Mission::open(root).expect("a mission"), &[]).expect("a replica")
}

fn with(root: &Path, work: impl FnOnce(&mut Replica<Disk>, &armistice::witnessing::Witness) -> Report) -> Report {
    let mission = Mission::open(root).expect("a mission");
    disk::publish_own(&mission).expect("published");
    let witness = disk::witness(&mission).expect("a witness").expect("a key");
    let mut replica = disk::open(&mission, &[]).expect("a replica");
    let report = work(&mut replica, &witness);
    replica.store().close().expect("closed");
    report
}

pub(crate) fn sync(root: &Path, peer: &Http) -> Report {
    with(root, |replica, witness| exchange::with_server(replica, peer, Some(witness), NOW).expect("exchanged"))
}

pub(crate) fn carry(root: &Path, stick: &Path) -> Report {
    let stick = Directory::new(stick);
    with(root, |replica, witness| exchange::with_folder(replica, &stick, Some(witness), NOW).expect("exchanged"))
}

/// The joint record as a folder's owner computes it.
pub(crate) fn record_of(root: &Path) -> String {
    let holdings = Mission::open(root).expect("a mission").read().expect("verified");
    format!("{:?}", record::fold(&mission::statements(&holdings.registers)))
}

fn quiet(report: &Report) {
    assert!(!report.conflicts() && !report.refusals() && report.broken.is_none(), "{report:#?}");
}

/// Who cosigned the newest note that stands published in a folder.
fn cosigners(root: &Path, member: &str, witnesses: &[VerifierKey]) -> Vec<String> {
    let bytes = fs::read(disk::published(root, &name(member)).join("checkpoint")).expect("a checkpoint");
    let note = Note::parse(&bytes).expect("a note");
    let signed = witnesses.iter().filter(|w| matches!(note.verify(w), Ok(Some(_))));
    signed.map(|w| w.name().rsplit('/').nth(1).unwrap_or_default().to_owned()).collect()
}

#[test]
fn two_members_exchange_over_http_and_cosign_each_other() {
    let missions = Missions::new(&["astra", "borea"]);
    missions.judge("astra", &["one", "two"]);
    missions.judge("borea", &["three"]);
    let (astra, borea) = (missions.root("astra"), missions.root("borea"));
    let running = server(&borea);
    let report = sync(&astra, &http(&running));
    quiet(&report);
    assert_eq!(report.cosigned, [name("borea")]);
    assert_eq!(record_of(&astra), record_of(&borea));
    assert!(record_of(&borea).contains("\"two\"") && record_of(&astra).contains("\"three\""));

    let witnesses = replica(&astra).witnesses();
    for root in [&astra, &borea] {
        assert_eq!(cosigners(root, "astra", &witnesses), ["borea"], "the server cosigned what it was sent");
        assert_eq!(cosigners(root, "borea", &witnesses), ["astra"], "and was given what was cosigned of it");
    }
    // The next time there is nothing to do.
    let again = sync(&astra, &http(&running));
    quiet(&again);
    assert!(
        again.cosigned.is_empty()
            && again.registers.iter().all(|(_, r)| r.before == r.now && r.sent == 0 && r.notes == 0),
        "{again:#?}"
    );

    // What is served is a C2SP log: the tiles lead to the root, for whoever reads them.
    for member in ["astra", "borea"] {
        let get = |path: &str| http(&running).get(&layout::register(&name(member), path), layout::BUNDLE_MAX);
        let bytes = get("checkpoint").expect("an answer").expect("a checkpoint");
        let checkpoint = Checkpoint::parse(Note::parse(&bytes).expect("a note").text()).expect("a checkpoint");
        let source = |tile: Tile| get(&tile.to_string());
        assert_eq!(root_of_bundles(checkpoint.size, &source).expect("bundles"), checkpoint.root);
        // And the witness's page shows what it cosigned, as C2SP tlog-witness has it.
        let page = http(&running).get(&format!("witness/{}", layout::monitor(&checkpoint.origin)), layout::NOTE_MAX);
        assert_eq!(page.expect("an answer").is_some(), member == "astra");
    }
    running.stop().expect("stopped");
}

#[test]
fn cache_headers_say_what_never_changes() {
    let missions = Missions::new(&["astra"]);
    for batch in 0..3 {
        let whys: Vec<String> = (0..100).map(|i| format!("{batch}.{i}")).collect();
        missions.judge("astra", &whys.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let running = server(&missions.root("astra"));
    let header = |path: &str| {
        let answer = ureq::get(format!("http://{}/{path}", running.address)).call();
        match answer {
            Ok(answer) => {
                answer.headers().get("cache-control").and_then(|h| h.to_str().ok()).unwrap_or_default().to_owned()
            }
            Err(e) => e.to_string(),
        }
    };
    for (path, expected) in [
        ("exchange", "no-cache"),
        ("registers/astra/checkpoint", "no-cache"),
        ("registers/astra/notes/list", "no-cache"),
        ("registers/astra/tile/0/000", "public, max-age=31536000, immutable"),
        ("registers/astra/tile/entries/000", "public, max-age=31536000, immutable"),
        ("registers/astra/tile/entries/001.p/47", "public, max-age=86400"),
        // Nothing but the layout is given out, however it is written.
        ("registers/astra/register.log", "http status: 404"),
        ("registers/astra/../../keys/astra.key", "http status: 404"),
        ("registers/astra/tile/0/../../../register.log", "http status: 404"),
        ("registers/%2e%2e/keys/astra.key", "http status: 404"),
        ("keys/astra.key", "http status: 404"),
        ("mission.toml", "http status: 404"),
        ("evidence/..%2f..%2fmission.toml", "http status: 404"),
    ] {
        assert_eq!(header(path), expected, "{path}");
    }
    running.stop().expect("stopped");
}

#[test]
fn three_members_meet_through_a_stick() {
    let missions = Missions::new(&["astra", "borea", "ceres"]);
    let stick = missions.folder.path().join("stick");
    for member in ["astra", "borea", "ceres"] {
        missions.judge(member, &[member]);
    }
    for member in ["astra", "borea", "ceres", "astra", "borea", "ceres", "astra", "borea"] {
        quiet(&carry(&missions.root(member), &stick));
    }
    let witnesses = replica(&missions.root("astra")).witnesses();
    for member in ["astra", "borea", "ceres"] {
        let root = missions.root(member);
        assert_eq!(record_of(&root), record_of(&missions.root("astra")), "{member}");
        let others: Vec<&str> = ["astra", "borea", "ceres"].into_iter().filter(|o| *o != member).collect();
        assert_eq!(cosigners(&root, member, &witnesses), others, "late cosignatures are collected");
    }
    // What the carrier has is public: no key, no original, nothing of the mission's own files.
    let mut names = Vec::new();
    walk(&stick, &mut names);
    for path in &names {
        let path = path.strip_prefix(&stick).expect("inside").to_string_lossy().into_owned();
        let ours = ["exchange", "registers/", "evidence/"].iter().any(|p| path.starts_with(p));
        assert!(ours && !path.contains("key"), "{path}");
    }
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).expect("a folder") {
        let path = item.expect("an item").path();
        if path.is_dir() { walk(&path, out) } else { out.push(path) }
    }
    out.sort();
}

#[test]
fn every_file_of_a_stick_altered_in_turn_is_refused_and_located() {
    let missions = Missions::new(&["astra", "borea"]);
    let whys: Vec<String> = (0..280).map(|i| format!("statement {i}")).collect();
    missions.judge("astra", &whys.iter().map(String::as_str).collect::<Vec<_>>());
    let stick = missions.folder.path().join("stick");
    quiet(&carry(&missions.root("astra"), &stick));
    let mut files = Vec::new();
    walk(&stick, &mut files);
    assert!(files.len() >= 8, "{files:#?}");
    for file in files {
        let sound = fs::read(&file).expect("a file");
        let place = file.strip_prefix(&stick).expect("inside").to_string_lossy().into_owned();
        for at in [0, sound.len() / 2, sound.len() - 2] {
            let mut altered = sound.clone();
            altered[at] ^= 0x04;
            fs::write(&file, &altered).expect("altered");
            let mut replica = replica(&missions.root("borea"));
            let mut report = Report::default();
            exchange::pull::pull(&mut replica, &Directory::new(&stick), NOW, &mut report).expect("our own disk");
            let said = report.lines().join("\n");
            let held = replica.copies().get(&name("astra"));
            // Whatever was altered: nothing that the author did not say is held.
            let true_size = 282 + 2;
            assert!(held.is_none_or(|c| c.size() <= true_size), "{place} byte {at}");
            // It is told where, unless the file is one that nothing depends on.
            let hint = place == "exchange" || place.ends_with("notes/list");
            let named = said.contains(place.trim_start_matches("registers/astra/")) || said.contains(&place);
            assert!(hint || named || said.contains("checkpoint"), "{place} byte {at}: {said}");
            drop(replica);
            drop(fs::remove_dir_all(missions.root("borea").join("registers/astra")));
        }
        fs::write(&file, &sound).expect("restored");
    }
}

/// A folder whose reading fails after so many files.
struct Worn<'a>(&'a Directory, Cell<usize>);

impl Source for Worn<'_> {
    fn get(&self, path: &str, max: u64) -> Result<Option<Vec<u8>>, SourceError> {
        match self.1.get() {
            0 => Err(SourceError { what: path.to_owned(), why: "the stick was pulled out".to_owned() }),
            n => {
                self.1.set(n - 1);
                self.0.get(path, max)
            }
        }
    }
}

#[test]
fn an_exchange_goes_on_where_it_was_cut() {
    let missions = Missions::new(&["astra", "borea"]);
    let whys: Vec<String> = (0..600).map(|i| format!("statement {i}")).collect();
    missions.judge("astra", &whys.iter().map(String::as_str).collect::<Vec<_>>());
    let stick = missions.folder.path().join("stick");
    quiet(&carry(&missions.root("astra"), &stick));
    let directory = Directory::new(&stick);
    let mut sizes = Vec::new();
    for requests in 0..40 {
        let mut replica = replica(&missions.root("borea"));
        replica.set_batch(100);
        let mut report = Report::default();
        exchange::pull::pull(&mut replica, &Worn(&directory, Cell::new(requests)), NOW, &mut report).expect("our disk");
        sizes.push(replica.copies().get(&name("astra")).map_or(0, |c| c.size()));
        if report.broken.is_none() {
            break;
        }
    }
    let total = 600 + 4;
    assert_eq!(sizes.last(), Some(&total), "{sizes:?}");
    assert!(sizes.windows(2).all(|w| w[0] <= w[1]), "nothing that was taken is lost: {sizes:?}");
    assert!(sizes.iter().any(|s| *s > 0 && *s < total), "some of it was taken before the cut: {sizes:?}");
    // Cut short and whole, it is the same register.
    let mission = missions.open("borea");
    let holdings = mission.read().expect("verified");
    assert!(holdings.registers.iter().any(|r| r.member == name("astra") && r.reading.size() == total));
}

#[test]
fn a_folder_of_another_mission_is_left_alone() {
    let missions = Missions::new(&["astra"]);
    let others = Missions::new(&["astra"]);
    let stick = missions.folder.path().join("stick");
    quiet(&carry(&missions.root("astra"), &stick));
    let before = fs::read(stick.join("exchange")).expect("an index");
    let report = carry(&others.root("astra"), &stick);
    assert!(report.refused[0].contains("the peer has mission"), "{report:#?}");
    assert_eq!(fs::read(stick.join("exchange")).expect("an index"), before);
}

#[test]
fn a_stranger_is_refused_until_somebody_vouches() {
    let missions = Missions::new(&["astra", "borea"]);
    let new = NewKeys { join: Some(missions.id.clone()), ..NewKeys::default() };
    let root = missions.root("nemo");
    let stranger = Mission::create_with(&root, "Truce", "nemo", &new, vec![]).expect("a mission");
    let running = server(&root);
    let report = sync(&missions.root("astra"), &http(&running));
    let (_, row) = report.registers.iter().find(|(m, _)| *m == name("nemo")).expect("a row");
    assert_eq!((row.now, row.refused[0].as_str()), (0, "nobody here has recognised nemo"));

    // With another key than its own: still refused. With its own: taken.
    let key = stranger.key(Role::Statements).expect("a key").verifying_key().to_bytes();
    let wrong = missions.open("borea").key(Role::Statements).expect("a key").verifying_key().to_bytes();
    for (key, held) in [(wrong, 0), (key, 3)] {
        let mut replica = disk::open(&missions.open("astra"), &[(name("nemo"), key)]).expect("a replica");
        let mut report = Report::default();
        exchange::pull::pull(&mut replica, &http(&running), NOW, &mut report).expect("our disk");
        assert_eq!(replica.copies().get(&name("nemo")).map_or(0, |c| c.size()), held, "{report:#?}");
    }
    running.stop().expect("stopped");
}

#[test]
fn a_flood_is_taken_day_by_day_and_shown() {
    let missions = Missions::new(&["astra", "borea"]);
    let whys: Vec<String> = (0..300).map(|i| format!("the same again, number {i}")).collect();
    missions.judge("borea", &whys.iter().map(String::as_str).collect::<Vec<_>>());
    let running = server(&missions.root("borea"));
    let key = missions.open("borea").key(Role::Statements).expect("a key").verifying_key().to_bytes();
    let mut held = 0;
    for day in 0..40 {
        let mut replica = replica(&missions.root("astra"));
        replica.recognised().insert(name("borea"), Recognised { key, quota: 30_000 });
        let mut report = Report::default();
        exchange::pull::pull(&mut replica, &http(&running), NOW + day * 86_400, &mut report).expect("our disk");
        let (_, row) = &report.registers[0];
        assert_eq!(row.now + row.not_yet_taken, 304, "what is not taken is shown");
        assert!(row.now - held <= 30_000 / 300, "no more than the quota: {row:?}");
        // A second time on the same day brings nothing.
        let mut again = Report::default();
        exchange::pull::pull(&mut replica, &http(&running), NOW + day * 86_400 + 60, &mut again).expect("our disk");
        assert_eq!(again.registers[0].1.now, row.now);
        held = row.now;
        if row.not_yet_taken == 0 {
            break;
        }
        assert!(report.lines().join("\n").contains("not yet taken"), "{report:#?}");
    }
    assert_eq!(held, 304);
    running.stop().expect("stopped");
}

#[test]
fn a_restored_backup_refuses_to_sign_and_can_be_made_whole() {
    let missions = Missions::new(&["astra", "borea"]);
    let astra = missions.root("astra");
    missions.judge("astra", &["one"]);
    let running = server(&missions.root("borea"));
    quiet(&sync(&astra, &http(&running)));
    let backup = missions.copy("astra", "backup");
    missions.judge("astra", &["two", "three"]);
    quiet(&sync(&astra, &http(&running)));
    // The disk dies; an old copy is put in its place.
    fs::remove_dir_all(&astra).expect("gone");
    copy_folder(&backup, &astra);

    let report = sync(&astra, &http(&running));
    let (_, row) = report.registers.iter().find(|(m, _)| *m == name("astra")).expect("a row");
    assert!(row.rollback, "{report:#?}");
    let refused: Result<bool, Failure> = disk::publish_own(&missions.open("astra"));
    let failure = refused.expect_err("nothing is signed");
    assert_eq!(failure.exit, Exit::NotVerified);
    assert!(failure.sentence.contains("rollback suspected"), "{failure}");

    // What others hold of it is taken back, and then it goes on.
    let mut replica = replica(&astra);
    replica.set_recovering(true);
    let mut report = Report::default();
    exchange::pull::pull(&mut replica, &http(&running), NOW, &mut report).expect("our disk");
    replica.store().close().expect("closed");
    drop(replica);
    assert!(report.registers.iter().any(|(m, r)| *m == name("astra") && r.now == 7), "{report:#?}");
    disk::publish_own(&missions.open("astra")).expect("published");
    missions.judge("astra", &["four"]);
    quiet(&sync(&astra, &http(&running)));
    assert_eq!(record_of(&astra), record_of(&missions.root("borea")));
    running.stop().expect("stopped");
}

/// Real folders, real requests, a stick, and a liar with two folders: in any order, one record.
fn wander(seed: u64) {
    let members = ["astra", "borea", "ceres", "liar"];
    let missions = Missions::new(&members);
    let second = missions.copy("liar", "second");
    judge(&second, &["the other history"]);
    missions.judge("liar", &["this history"]);
    let mut roots: Vec<PathBuf> = members.iter().map(|m| missions.root(m)).collect();
    roots.push(second);
    let sticks = [missions.folder.path().join("stick"), missions.folder.path().join("other")];
    let servers: Vec<Running> = roots.iter().map(|r| server(r)).collect();
    let mut dice = Dice::new(seed);
    let meet = |a: usize, b: usize, dice: &mut Dice| match dice.below(3) {
        0 => drop(carry(&roots[a], &sticks[dice.below(2)])),
        _ => drop(sync(&roots[a], &http(&servers[b]))),
    };
    for step in 0..12 {
        let a = dice.below(3);
        match dice.below(3) {
            0 => judge(&roots[a], &[&format!("{step}")]),
            _ => meet(a, (a + 1 + dice.below(4)) % 5, &mut dice),
        }
    }
    for _ in 0..2 {
        for (a, root) in roots.iter().enumerate().take(3) {
            for (b, server) in servers.iter().enumerate() {
                if a != b {
                    drop(sync(root, &http(server)));
                }
            }
        }
    }
    let records: Vec<String> = roots[..3].iter().map(|r| record_of(r)).collect();
    assert!(records.iter().all(|r| *r == records[0]), "seed {seed}");
    assert!(!records[0].contains("history"), "seed {seed}: the record ends where the histories part");
    for running in servers {
        running.stop().expect("stopped");
    }
}

#[test]
fn folders_that_wander_about_come_to_one_record() {
    wander(1);
}

mod slow {
    #[test]
    fn folders_that_wander_about_for_long_come_to_one_record() {
        (2..14).for_each(super::wander);
    }
}
