//! What hostile peers, authors and clients attempt against an exchange and a witness, each attempt as a test.

use crate::{
    exchange_disk::{Missions, carry, copy_folder, http, judge, record_of, server, sync},
    exchange_world::{Author, Line, NOW, Node, key, name},
};
use armistice::{
    exchange::{
        copy::Copy,
        disk,
        layout::{Index, Push, parse_list},
        replica::{Recognised, Refusal},
        with_server,
    },
    serve::{
        self, Limits,
        witness::{BODY_MAX, Standing, routes},
    },
    witnessing::{Witness, WitnessError},
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    cosignature,
    hash::{Hash, leaf_hash, sha256},
    keyring::Role,
    note::{Algorithm, Note, VerifierKey},
    policy::Policy,
    tree::Tree,
    witness::{Request, monitoring_path},
};
use ed25519_dalek::SigningKey;
use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
    sync::Arc,
    time::Duration,
};

const ALL: [&str; 3] = ["astra", "borea", "ceres"];

#[test]
fn a_split_view_is_found_on_the_next_exchange_and_the_record_is_the_same_for_all() {
    let missions = Missions::new(&["astra", "borea", "liar"]);
    let (astra, borea) = (missions.root("astra"), missions.root("borea"));
    // The liar keeps two folders with one key, and shows each side another.
    let (to_astra, to_borea) = (missions.root("liar"), missions.copy("liar", "second"));
    judge(&to_astra, &["we saw nothing"]);
    judge(&to_borea, &["we saw it all", "and we say so"]);
    let (one, two) = (server(&to_astra), server(&to_borea));
    assert!(!sync(&astra, &http(&one)).conflicts());
    assert!(!sync(&borea, &http(&two)).conflicts());

    let running = server(&borea);
    let report = sync(&astra, &http(&running));
    let (_, row) = report.registers.iter().find(|(m, _)| *m == name("liar")).expect("a row");
    assert_eq!(row.conflict, Some(5), "{report:#?}");
    assert!(report.conflicts() && report.evidence_sent == 1, "{report:#?}");
    assert!(report.lines().join("\n").contains("TWO HISTORIES"), "{report:#?}");

    // Both hold the same proof, each its own copy of the register, and the other history beside the proof.
    let evidence =
        |root: &Path| disk::evidence_files(root).into_iter().map(|(digest, _)| digest).collect::<Vec<Hash>>();
    assert_eq!(evidence(&astra), evidence(&borea));
    assert_eq!(evidence(&astra).len(), 1);
    let mut others = fs::read_dir(astra.join("evidence")).expect("a folder").filter_map(Result::ok);
    assert!(others.any(|i| i.file_name().to_string_lossy().ends_with(".entries")), "the other history is kept");
    assert!(record_of(&astra) == record_of(&borea), "the joint record is one");
    assert!(!record_of(&astra).contains("we saw"), "and ends where the histories part");

    // No witness of theirs cosigns it any more, and neither overwrites its copy.
    judge(&to_astra, &["more of it"]);
    drop(one.stop());
    let one = server(&to_astra);
    let later = sync(&astra, &http(&one));
    assert!(!later.cosigned.contains(&name("liar")), "{later:#?}");
    for running in [one, two, running] {
        running.stop().expect("stopped");
    }
}

#[test]
fn a_split_view_shows_on_a_witness_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut a, mut b) = (Author::new("liar", &[]), Author::new("liar", &[]));
    a.judge("this", vec![]);
    b.judge("that", vec![]);
    let standing = Standing::new(witness(folder.path(), "w"), [log_key(&a)]);
    let size = a.entries.len() as u64;
    assert_eq!(standing.add(&request(0, &a, size), NOW).expect("an answer").status, 200);
    // The reader who was shown the other one asks the witness.
    let page =
        fs::read_to_string(folder.path().join("state").join(sha256(a.origin().as_bytes()).hex())).expect("a page");
    let shown = Checkpoint::parse(Note::parse(page.as_bytes()).expect("a note").text()).expect("a checkpoint");
    assert_eq!(shown.size, size);
    assert_ne!(shown.root, b.tree().root());
    // The liar cannot have the other one cosigned, and leaves a proof with the witness by asking.
    assert_eq!(standing.add(&request(size, &b, size), NOW).expect("an answer").status, 409);
    let proofs = fs::read_dir(folder.path().join("state/evidence")).expect("a folder").count();
    assert_eq!(proofs, 1, "two signed checkpoints of one size");
    assert_eq!(monitoring_path(&a.origin()), format!("{}/checkpoint", sha256(a.origin().as_bytes())));
}

#[test]
fn two_instances_at_once_are_noticed() {
    let missions = Missions::new(&["astra", "borea"]);
    let running = server(&missions.root("borea"));
    let second = missions.copy("astra", "second");
    judge(&missions.root("astra"), &["from here"]);
    judge(&second, &["from there"]);
    assert!(!sync(&missions.root("astra"), &http(&running)).conflicts());
    // The second instance learns from the peer that the register has gone on without it, and signs nothing more.
    let report = sync(&second, &http(&running));
    assert!(report.registers.iter().any(|(m, r)| *m == name("astra") && r.rollback), "{report:#?}");
    let mission = armistice::mission::Mission::open(&second).expect("a mission");
    assert!(disk::publish_own(&mission).expect_err("stops").sentence.contains("rollback suspected"));
    running.stop().expect("stopped");
}

#[test]
fn an_old_state_is_reported_as_old() {
    let missions = Missions::new(&["astra", "borea"]);
    let stick = missions.folder.path().join("stick");
    let frozen = missions.folder.path().join("frozen");
    carry(&missions.root("borea"), &stick);
    copy_folder(&stick, &frozen);
    judge(&missions.root("borea"), &["later"]);
    carry(&missions.root("borea"), &stick);
    carry(&missions.root("astra"), &stick);
    let report = carry(&missions.root("astra"), &frozen);
    let (_, row) = report.registers.iter().find(|(m, _)| *m == name("borea")).expect("a row");
    assert_eq!((row.older, row.now), (Some(4), 5), "{report:#?}");
    assert!(!report.conflicts() && !report.refusals());
    assert!(report.lines().join("\n").contains("older than what we hold: 4 < 5"), "{report:#?}");
    assert!(row.newest_cosignature.is_some(), "the age of the newest cosignature is told");
}

/// What is sent to a node that holds nothing of the author, and what it says.
fn check_sent(what: &str, entries: &[Vec<u8>], note: &Note, expected: &str) {
    let mut node = Node::new(Author::new("borea", &ALL), &ALL);
    let mut tree = Tree::new();
    entries.iter().for_each(|e| {
        tree.push(leaf_hash(e));
    });
    let push = Push { from: 0, note: note.to_bytes(), proof: vec![], entries: entries.to_vec() };
    let said = node.replica.receive(&name("astra"), &push, NOW).expect_err(what).to_string();
    assert!(said.contains(expected), "{what}: {said}");
    assert_eq!(node.replica.copies().get(&name("astra")).map_or(0, Copy::size), 0, "{what}: nothing is taken");
}

/// A note over any entries, signed with astra's checkpoint key: the attacker has that one, or is astra.
fn note_over(entries: &[Vec<u8>]) -> Note {
    let mut author = Author::new("astra", &[]);
    author.entries = entries.to_vec();
    author.note(entries.len() as u64)
}

#[test]
fn what_was_tampered_with_on_the_way_is_refused_at_its_place() {
    let mut author = Author::new("astra", &ALL);
    for i in 0..6 {
        author.judge(&format!("statement {i}"), vec![]);
    }
    let sound = author.entries.clone();
    let last = sound.len() - 1;
    let altered = |change: &dyn Fn(&mut Vec<Vec<u8>>)| {
        let mut entries = sound.clone();
        change(&mut entries);
        entries
    };
    // Everything under a checkpoint that fits: only the entries themselves can tell.
    for (what, entries, expected) in [
        (
            "injected",
            altered(&|e| {
                let at = e[7].len() - 1;
                e[7][at] ^= 1;
            }),
            "entry 7: ",
        ),
        ("left out", altered(&|e| drop(e.remove(5))), "entry 5: its author numbered it 6"),
        ("reordered", altered(&|e| e.swap(5, 6)), "entry 5: its author numbered it 6"),
        ("doubled", altered(&|e| e.insert(6, e[5].clone())), "entry 6: its author numbered it 5"),
        (
            "of another member",
            altered(&|e| e[5] = Author::new("ceres", &ALL).entries[5 % 5].clone()),
            "entry 5: it is of member ceres",
        ),
    ] {
        check_sent(what, &entries, &note_over(&entries), expected);
    }
    // Under the true checkpoint: they are not in its tree.
    let short = altered(&|e| drop(e.remove(last)));
    check_sent("cut", &short, &author.note(sound.len() as u64), "are not in the tree of the checkpoint");
    // A checkpoint that somebody else signed.
    let text = author.note(sound.len() as u64).text().to_owned();
    let line = armistice_tlog::note::sign(&text, &author.origin(), &key("mallory", "checkpoints")).expect("signs");
    let forged = Note::new(&text, vec![line]).expect("a note");
    check_sent("forged checkpoint", &sound, &forged, "no signature by a checkpoint key that the register declares");
}

#[test]
fn a_statement_of_another_mission_is_no_statement_of_this_one() {
    // The same keys in two missions: what was said in one is replayed in the other.
    let mut node = Node::new(Author::new("borea", &ALL), &ALL);
    let author = Author::new("astra", &ALL);
    let replayed = Author { member: name("astra"), entries: author.entries.clone() };
    let text = replayed.note(5).text().replace("m/astra", "other/astra");
    let line = armistice_tlog::note::sign(&text, "other/astra", &key("astra", "checkpoints")).expect("signs");
    let note = Note::new(&text, vec![line]).expect("a note").to_bytes();
    let push = Push { from: 0, note, proof: vec![], entries: author.entries };
    let said = node.replica.receive(&name("astra"), &push, NOW).expect_err("refused").to_string();
    assert!(said.contains("it is of other/astra, not of m/astra"), "{said}");
}

#[test]
fn a_member_who_pushes_too_much_is_told_what_was_taken() {
    let mut sender = Node::new(Author::new("astra", &ALL), &ALL);
    for i in 0..200 {
        sender.author.judge(&format!("statement {i}"), vec![]);
    }
    sender.publish();
    sender.replica.set_batch(10);
    let mut receiver = Node::new(Author::new("borea", &ALL), &ALL);
    let key = key("astra", "statements").verifying_key().to_bytes();
    receiver.replica.recognised().insert(name("astra"), Recognised { key, quota: 20_000 });
    let report = with_server(&mut sender.replica, &Line::to(&mut receiver, usize::MAX), None, NOW).expect("a report");
    let said = report.lines().join("\n");
    assert!(said.contains("the peer takes no more today") && said.contains("not yet taken there"), "{said}");
    let held = receiver.replica.copies()[&name("astra")].size();
    assert!(held > 0 && held < 100, "{held}");
}

#[test]
fn evidence_about_keys_that_a_register_does_not_declare_is_not_kept() {
    let (mut a, mut b) = (Author::new("astra", &ALL), Author::new("astra", &ALL));
    a.judge("this", vec![]);
    b.judge("that", vec![]);
    let public = key("astra", "statements").verifying_key().to_bytes();
    let last = a.entries.len() - 1;
    let proof =
        armistice_tlog::evidence::Evidence::two_statements((&a.entries[last], &public), (&b.entries[last], &public));
    let proof = proof.expect("two statements").to_bytes();
    // Before the register is held nobody can tell whose key it is.
    let mut node = Node::new(Author::new("borea", &ALL), &ALL);
    assert!(matches!(node.replica.keep_evidence(&proof), Err(Refusal::Other(why)) if why.contains("not held here")));
    let mut other = Node::new(a, &ALL);
    drop(with_server(&mut node.replica, &Line::to(&mut other, usize::MAX), None, NOW).expect("a report"));
    assert!(node.replica.keep_evidence(&proof).expect("kept"));
    assert!(!node.replica.keep_evidence(&proof).expect("known"));
    assert_eq!(node.replica.conflicts().get(&name("astra")), Some(&(last as u64)));
}

#[test]
fn texts_of_a_peer_are_read_strictly() {
    for (bytes, expected) in [
        ("armistice exchange 1\nmission m\nserver astra\nregister borea 7\nlater kind\n", None),
        ("armistice exchange 2\nmission m\nserver astra\n", Some("line 1 is not \"armistice exchange 1\"")),
        ("armistice exchange 1\nmission m\nserver ../astra\n", Some("line 3: not a member's name")),
        ("armistice exchange 1\nmission m\nserver astra\nregister borea 07\n", Some("line 4: not a number in decimal")),
        ("armistice exchange 1\nmission m\nserver astra\nregister borea 7", Some("it is not a text of whole lines")),
        (
            "armistice exchange 1\nmission m\nserver astra\nevidence ../../x\n",
            Some("line 4: not 64 hexadecimal digits"),
        ),
    ] {
        let read = Index::parse(bytes.as_bytes());
        match expected {
            None => assert_eq!(Index::parse(read.clone().expect("an index").to_text().as_bytes()), read),
            Some(why) => assert!(read.clone().is_err_and(|e| e.to_string().contains(why)), "{bytes:?}: {read:?}"),
        }
    }
    assert!(parse_list(b"../x\n").is_err());
    for bytes in
        [&b""[..], b"armistice push 1\nfrom 0\nnote 9\n\nshort", b"armistice push 1\nfrom 0\nnote 0\nproof x\n\n"]
    {
        assert!(Push::parse(bytes).is_err(), "{bytes:?}");
    }
}

fn witness(folder: &Path, secret: &str) -> Witness {
    let key = SigningKey::from_bytes(sha256(secret.as_bytes()).as_bytes());
    Witness::open(&folder.join("state"), &format!("witness.example/{secret}"), key).expect("a witness")
}

fn log_key(author: &Author) -> VerifierKey {
    let key = key(author.member.as_str(), "checkpoints").verifying_key();
    VerifierKey::new(&author.origin(), Algorithm::Ed25519, key.as_bytes()).expect("a key")
}

fn request(old: u64, author: &Author, size: u64) -> Vec<u8> {
    let proof = author.tree().consistency(old.min(size), size).expect("a proof");
    Request::new(old, proof, author.note(size)).expect("a request").to_bytes()
}

#[test]
fn a_witness_answers_as_the_specification_says_and_never_twice_for_one_size() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut log, mut fork) = (Author::new("astra", &ALL), Author::new("astra", &ALL));
    for i in 0..8 {
        log.judge(&format!("{i}"), vec![]);
        fork.judge(&format!("another {i}"), vec![]);
    }
    let stranger = Author::new("nemo", &[]);
    let standing = Standing::new(witness(folder.path(), "w"), [log_key(&log)]);
    let answer = |body: &[u8]| {
        let answer = standing.add(body, NOW).expect("an answer");
        (answer.status, answer.body)
    };
    let mut broken = request(6, &log, 9);
    let at = broken.iter().position(|b| *b == b'\n').expect("a line") + 1;
    broken[at] = if broken[at] == b'A' { b'B' } else { b'A' };
    let unsigned = {
        let text = log.note(6).text().to_owned();
        let line = armistice_tlog::note::sign(&text, &log.origin(), &key("mallory", "x")).expect("signs");
        Request::new(0, vec![], Note::new(&text, vec![line]).expect("a note")).expect("a request").to_bytes()
    };
    for (what, body, status) in [
        ("not a request", b"hello".to_vec(), 400),
        ("an unknown log", request(0, &stranger, 3), 404),
        ("not signed by the log", unsigned, 403),
        ("a first checkpoint", request(0, &log, 6), 200),
        ("the same again", request(6, &log, 6), 200),
        ("from a size that it does not have", request(0, &log, 9), 409),
        ("a proof that does not hold", broken, 422),
        ("another history", request(6, &fork, 9), 422),
        ("another tree of the same size", request(6, &fork, 6), 409),
        ("a smaller one", request(5, &log, 5), 409),
        ("a later one", request(6, &log, 9), 200),
    ] {
        let (found, said) = answer(&body);
        assert_eq!(found, status, "{what}: {said}");
        if status == 409 {
            assert_eq!(said, "6\n", "{what}");
        }
    }
    // Started anew, it knows what it cosigned; without its memory it says nothing.
    let again = Standing::new(witness(folder.path(), "w"), [log_key(&log)]);
    assert_eq!(again.add(&request(0, &fork, 9), NOW).expect("an answer").body, "9\n");
    let state = folder.path().join("state").join(sha256(log.origin().as_bytes()).hex());
    let sound = fs::read(&state).expect("a state");
    // Its own words: the text, and its own line at the end.
    for at in [0, 12, sound.len() - 3] {
        let mut altered = sound.clone();
        altered[at] ^= 1;
        fs::write(&state, altered).expect("altered");
        assert!(matches!(again.add(&request(9, &log, 11), NOW), Err(WitnessError::State { .. })), "byte {at}");
    }
}

#[test]
fn one_of_many_forks_at_once_is_cosigned() {
    let folder = tempfile::tempdir().expect("a folder");
    let forks: Vec<Author> = (0..8)
        .map(|i| {
            let mut author = Author::new("astra", &[]);
            author.judge(&format!("history {i}"), vec![]);
            author
        })
        .collect();
    // Two witnesses over one folder with one key, as two processes would be.
    let one = Standing::new(witness(folder.path(), "w"), [log_key(&forks[0])]);
    let two = Standing::new(witness(folder.path(), "w"), [log_key(&forks[0])]);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let ask = |(i, fork): (usize, &Author)| {
            let body = request(0, fork, 4);
            let standing = Arc::clone(if i % 2 == 0 { &one } else { &two });
            scope.spawn(move || standing.add(&body, NOW).expect("an answer").status)
        };
        let asked: Vec<_> = forks.iter().enumerate().map(ask).collect();
        asked.into_iter().map(|t| t.join().expect("an answer")).collect()
    });
    assert_eq!(statuses.iter().filter(|s| **s == 200).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 7, "{statuses:?}");
}

#[test]
fn a_witness_whose_clock_is_wrong_by_years_does_not_move_the_interval() {
    let log = Author::new("astra", &[]);
    let bare = log.note(3);
    let year = 365 * 86_400;
    let keys: Vec<SigningKey> = (1..=3).map(|i| SigningKey::from_bytes(&[i; 32])).collect();
    let vkeys: Vec<VerifierKey> = keys
        .iter()
        .enumerate()
        .map(|(i, k)| {
            VerifierKey::new(&format!("w{i}"), Algorithm::Cosignature, k.verifying_key().as_bytes()).expect("a key")
        })
        .collect();
    let lines: String = vkeys.iter().enumerate().map(|(i, k)| format!("witness W{i} {k}\n")).collect();
    let policy = Policy::parse(format!("{lines}group G 2 W0 W1 W2\nquorum G\n").as_bytes()).expect("a policy");
    let now = NOW as u64;
    for wrong in [now - 30 * year, now + 30 * year] {
        let mut note = bare.clone();
        for (i, (key, time)) in keys.iter().zip([now, now + 60, wrong]).enumerate() {
            note =
                note.with(cosignature::sign(note.text(), &format!("w{i}"), key, time).expect("signs")).expect("a note");
        }
        // Two of three are needed: one clock alone moves neither end beyond what an honest one says.
        assert!((now..=now + 60).contains(&policy.not_after(&note).expect("met")), "{wrong}");
        assert!((now..=now + 60).contains(&policy.not_before(&note).expect("met")), "{wrong}");
    }
}

/// Says something raw to a server, and reads what comes until it closes or a second has passed.
fn raw(address: std::net::SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time-out");
    stream.write_all(bytes).expect("written");
    let mut out = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(n @ 1..) = stream.read(&mut piece) {
        out.extend_from_slice(&piece[..n]);
        if out.windows(4).any(|w| w == b"\r\n\r\n") {
            break;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[test]
fn silent_and_greedy_clients_are_bounded() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = Author::new("astra", &[]);
    let standing = Standing::new(witness(folder.path(), "w"), [log_key(&log)]);
    let limits = Limits { connections: 4, grace: Duration::from_millis(300) };
    let running = serve::start("127.0.0.1:0", routes(standing), limits, false, None).expect("a server");
    // More than there are places: they say half a request, and no more.
    let silent: Vec<TcpStream> = (0..12)
        .map(|_| {
            let mut stream = TcpStream::connect(running.address).expect("connected");
            stream.write_all(b"POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-le").expect("written");
            stream
        })
        .collect();
    // One who has something to say is served all the same, when the silent ones are cut.
    let body = String::from_utf8(request(0, &log, 3)).expect("text");
    let said = raw(
        running.address,
        format!("POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n{body}", body.len()).as_bytes(),
    );
    assert!(said.starts_with("HTTP/1.1 200"), "{said}");
    drop(silent);
    let long = "x".repeat(BODY_MAX + 1);
    let said = raw(
        running.address,
        format!("POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n{long}", long.len()).as_bytes(),
    );
    assert!(said.starts_with("HTTP/1.1 413"), "{said}");
    running.stop().expect("stopped");
}

#[test]
fn a_light_witness_and_a_full_one_differ_in_what_they_hold() {
    let missions = Missions::new(&["astra", "borea"]);
    judge(&missions.root("astra"), &["one"]);
    let astra = armistice::mission::Mission::open(&missions.root("astra")).expect("a mission");
    disk::publish_own(&astra).expect("published");
    let bytes = fs::read(disk::published(&missions.root("astra"), &name("astra")).join("checkpoint")).expect("a note");
    let body = Request::new(0, vec![], Note::parse(&bytes).expect("a note")).expect("a request").to_bytes();
    let running = server(&missions.root("borea"));
    // The member's own witness cosigns what it holds in full, and nothing else.
    let (status, _) = http(&running).post("witness/add-checkpoint", &body, 1 << 16).expect("an answer");
    assert_eq!(status, 404, "nothing of astra is held");
    drop(sync(&missions.root("astra"), &http(&running)));
    let (status, _) = http(&running).post("witness/add-checkpoint", &body, 1 << 16).expect("an answer");
    assert_eq!(status, 409, "cosigned when it was taken");
    // A standing witness needs the key only.
    let folder = tempfile::tempdir().expect("a folder");
    let key = astra.key(Role::Checkpoints).expect("a key").verifying_key();
    let origin = astra.origin(&name("astra"));
    let vkey = VerifierKey::new(&origin, Algorithm::Ed25519, key.as_bytes()).expect("a key");
    let light = witness(folder.path(), "light");
    let light_key = light.verifier().clone();
    let standing = serve::start("127.0.0.1:0", routes(Standing::new(light, [vkey])), Limits::default(), false, None);
    let standing = standing.expect("a server");
    let base = format!("http://{}", standing.address);
    let mut replica = crate::exchange_disk::replica(&missions.root("astra"));
    // Twice: the second time it is asked from the size that it has.
    for _ in 0..2 {
        armistice::exchange::submit::submit(&mut replica, &base, &light_key).expect("cosigned");
    }
    let note = replica.copies()[&name("astra")].note().expect("a note").clone();
    assert!(matches!(note.verify(&light_key), Ok(Some(_))));
    running.stop().expect("stopped");
    standing.stop().expect("stopped");
}
