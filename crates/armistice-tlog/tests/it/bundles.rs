//! Proof bundles made by hand: a sound one, its parts to vary, and a corpus of good and damaged ones with the expected
//! answers. The tests of the browser's verifier use the same corpus.

use std::collections::BTreeMap;

use armistice_tlog::cbor::Writer;
use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::commitment::{Commitments, Disclosure, commit};
use armistice_tlog::container::{Container, write};
use armistice_tlog::cosignature;
use armistice_tlog::entry::{Unsigned, key_id};
use armistice_tlog::hash::{Hash, leaf_hash, sha256};
use armistice_tlog::keyring::{Role, possession_message};
use armistice_tlog::note::{self, Algorithm, Note, VerifierKey};
use armistice_tlog::proof::Proof;
use armistice_tlog::receipt;
use armistice_tlog::tree::Tree;
use armistice_tlog::verdict::{Anchors, Answer, Parts, README, STATEMENT};
use ed25519_dalek::{Signer as _, SigningKey};

pub(crate) const MISSION: &str = "lake-truce-2031";
pub(crate) const MEMBER: &str = "observer";
pub(crate) const ORIGIN: &str = "lake-truce-2031/observer";
/// 2031-05-01 00:00:00Z.
pub(crate) const DAY: i64 = 1_935_360_000;
/// What a `document_captured` names.
pub(crate) const PAGE: &[u8] = b"<p>Shelling was heard near the lake at dawn.</p>\n";

pub(crate) fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub(crate) fn statement_key() -> SigningKey {
    key(1)
}

fn checkpoint_key() -> SigningKey {
    key(2)
}

fn witness(n: u8) -> (String, SigningKey) {
    (format!("witness.example/{n}"), key(10 + n))
}

/// A register being written: entries, the tree over them.
#[derive(Clone, Default)]
pub(crate) struct Register {
    pub(crate) entries: Vec<Vec<u8>>,
    tree: Tree,
}

impl Register {
    /// Appends a statement signed with `key`.
    pub(crate) fn say(&mut self, key: &SigningKey, kind: &str, body: Vec<u8>, seen: Vec<Beacon>) -> u64 {
        let index = self.tree.size();
        let asserted = DAY + i64::try_from(index).expect("small") * 60;
        let payload = Writer::new().map(if index == 0 { 8 } else { 9 }).integer(0).text(kind).integer(1).integer(1);
        let payload =
            payload.integer(2).text(MISSION).integer(3).text(MEMBER).integer(4).integer(asserted / 60 - DAY / 60);
        let payload = match self.entries.last() {
            Some(last) => payload.integer(5).bytes(leaf_hash(last).as_bytes()),
            None => payload,
        };
        let rows = payload.integer(6).integer(asserted).integer(7).array(seen.len());
        let payload = seen.iter().fold(rows, |w, b| {
            let c = Checkpoint::parse(b.note.text()).expect("a checkpoint");
            let (size, note) = (i64::try_from(c.size).expect("small"), sha256(&b.note.to_bytes()));
            w.array(4).text(&c.origin).integer(size).bytes(c.root.as_bytes()).bytes(note.as_bytes())
        });
        let payload = payload.integer(8).bytes(&body).finish();
        let unsigned = Unsigned {
            iss: MEMBER.into(),
            sub: MISSION.into(),
            iat: asserted,
            kid: key_id(&key.verifying_key()),
            payload,
        };
        self.push(unsigned.sign(key).expect("a sound statement"))
    }

    pub(crate) fn push(&mut self, entry: Vec<u8>) -> u64 {
        self.tree.push(leaf_hash(&entry));
        self.entries.push(entry);
        self.tree.size() - 1
    }

    /// The opening and the checkpoint key.
    pub(crate) fn opened() -> Register {
        let mut register = Register::default();
        let first = statement_key();
        let body =
            Writer::new().map(2).integer(0).text("Lake truce").integer(1).bytes(first.verifying_key().as_bytes());
        register.say(&first, "mission_opened", body.finish(), vec![]);
        register.say(&first, "key_added", key_added(Role::Checkpoints, &checkpoint_key()), vec![]);
        register
    }

    /// The newest checkpoint, signed and cosigned by these witnesses at these times after [`DAY`].
    pub(crate) fn note(&self, cosigned: &[(u8, u64)]) -> Note {
        let checkpoint = Checkpoint::new(ORIGIN, self.tree.size(), self.tree.root()).expect("a checkpoint");
        signed(&checkpoint, &checkpoint_key(), cosigned)
    }

    pub(crate) fn proof(&self, index: u64, note: &Note) -> Vec<u8> {
        let path = self.tree.inclusion(index, self.tree.size()).expect("an entry");
        Proof::new(index, path, note.clone()).to_bytes()
    }

    fn receipt(&self, index: u64) -> Vec<u8> {
        let (size, key) = (self.tree.size(), checkpoint_key());
        let path = self.tree.inclusion(index, size).expect("an entry");
        let (iss, sub, kid, root) = (ORIGIN.into(), MISSION.into(), key_id(&key.verifying_key()), self.tree.root());
        receipt::Unsigned { iss, sub, kid, size, index, path, root }.sign(&key).expect("a receipt")
    }

    /// A bundle of entry `index` with these key entries.
    pub(crate) fn parts(&self, index: u64, keys: &[u64], note: &Note) -> Parts {
        let entry = |index: u64| self.entries[usize::try_from(index).expect("small")].clone();
        Parts {
            statement: entry(index),
            proof: self.proof(index, note),
            registry: keys.iter().map(|k| (*k, (entry(*k), self.proof(*k, note)))).collect(),
            ..Parts::default()
        }
    }
}

fn signed(checkpoint: &Checkpoint, key: &SigningKey, cosigned: &[(u8, u64)]) -> Note {
    let text = checkpoint.to_text();
    let line = note::sign(&text, &checkpoint.origin, key).expect("a signature");
    cosigned.iter().fold(Note::new(&text, vec![line]).expect("a note"), |note, (n, time)| {
        let (name, key) = witness(*n);
        let line = cosignature::sign(&text, &name, &key, DAY.cast_unsigned() + time).expect("a cosignature");
        note.with(line).expect("room")
    })
}

/// A checkpoint of another register that was seen.
#[derive(Clone)]
pub(crate) struct Beacon {
    pub(crate) note: Note,
}

/// A cosigned checkpoint of the guarantor's register, as seen before the statement was written.
pub(crate) fn beacon(cosigned: &[(u8, u64)]) -> Beacon {
    let checkpoint = Checkpoint::new("lake-truce-2031/guarantor", 7, sha256(b"some root")).expect("a checkpoint");
    Beacon { note: signed(&checkpoint, &key(30), cosigned) }
}

pub(crate) fn key_added(role: Role, new: &SigningKey) -> Vec<u8> {
    let (name, key) = (role.key_name(ORIGIN), new.verifying_key());
    let possession = new.sign(&possession_message(ORIGIN, role, &name, key.as_bytes()));
    let body = Writer::new().map(5).integer(0).text(role.name()).integer(1).text("ed25519").integer(2);
    body.bytes(key.as_bytes()).integer(3).text(&name).integer(4).bytes(&possession.to_bytes()).finish()
}

fn compromised(key: &SigningKey, until: i64, from: i64) -> Vec<u8> {
    let body = Writer::new().map(5).integer(0).bytes(key_id(&key.verifying_key()).as_bytes()).integer(1).integer(until);
    body.integer(2).integer(from).integer(3).text("compromised").integer(4).text("a laptop was taken").finish()
}

fn captured() -> Vec<u8> {
    let body = Writer::new().map(4).integer(0).text("doc-1").integer(1).bytes(sha256(PAGE).as_bytes()).integer(2);
    body.integer(PAGE.len() as i64).integer(3).text("page.html").finish()
}

/// Three sealed fields, and all of them opened.
pub(crate) fn sealed() -> (Vec<u8>, Vec<Disclosure>) {
    let value = |text: &str| Writer::new().text(text).finish();
    let fields = [
        ("place", value("the ferry landing")),
        ("phone", value("555 0100")),
        ("people", Writer::new().integer(3).finish()),
    ];
    let salt = |n: usize| *sha256(&[n as u8]).as_bytes();
    let hashes: Vec<Hash> =
        fields.iter().enumerate().map(|(n, (path, value))| commit(path, &salt(n), value).expect("a field")).collect();
    let decoys: Vec<Hash> = (0..5_u8).map(|n| sha256(&[100 + n])).collect();
    let (commitments, at) = Commitments::arrange(&hashes, &decoys, &[9; 32]).expect("eight");
    let opened = fields.iter().enumerate().map(|(n, (path, value))| commitments.disclose(at[n], path, &salt(n), value));
    let body = Writer::new()
        .map(7)
        .integer(0)
        .text("itm-1")
        .integer(1)
        .text("")
        .integer(2)
        .bytes(commitments.root().as_bytes());
    let body = body.integer(3).integer(i64::from(commitments.size())).integer(4).array(0).integer(5).array(0);
    (body.integer(6).bytes(&[]).finish(), opened.collect::<Result<_, _>>().expect("its own"))
}

pub(crate) fn log_line() -> String {
    let key = VerifierKey::new(ORIGIN, Algorithm::Ed25519, checkpoint_key().verifying_key().as_bytes()).expect("a key");
    format!("log {key}\n")
}

/// Two of these three witnesses, with a log line.
pub(crate) fn policy(of: [u8; 3]) -> Vec<u8> {
    let mut text = log_line();
    for n in of {
        let (name, key) = witness(n);
        let key = VerifierKey::new(&name, Algorithm::Cosignature, key.verifying_key().as_bytes()).expect("a key");
        text += &format!("witness w{n} {key}\n");
    }
    text += &format!("group two 2 w{} w{} w{}\nquorum two\n", of[0], of[1], of[2]);
    text.into_bytes()
}

/// The three sealed fields with one opened, seen by witnesses 1 to 3 five minutes to an hour after, after a beacon.
pub(crate) fn sound() -> Parts {
    let before = beacon(&[(1, 10), (2, 20), (3, 30)]);
    let mut register = Register::opened();
    let (body, opened) = sealed();
    let index = register.say(&statement_key(), "sealed", body, vec![before.clone()]);
    register.say(&statement_key(), "document_captured", captured(), vec![]);
    let note = register.note(&[(1, 300), (2, 420), (3, 3600)]);
    let mut parts = register.parts(index, &[0, 1], &note);
    parts.receipt = Some(register.receipt(index));
    parts.disclosures = vec![opened[0].clone(), opened[2].clone()];
    parts.beacons = vec![before.note.to_bytes()];
    parts.policies = BTreeMap::from([("witnessed".to_owned(), policy([1, 2, 3]))]);
    parts
}

/// A captured page with its bytes.
pub(crate) fn page() -> Parts {
    let mut register = Register::opened();
    let index = register.say(&statement_key(), "document_captured", captured(), vec![]);
    let mut parts = register.parts(index, &[0, 1], &register.note(&[]));
    parts.receipt = Some(register.receipt(index));
    parts.blobs = vec![PAGE.to_vec()];
    parts
}

pub(crate) fn anchors() -> Anchors {
    Anchors { keys: vec![*statement_key().verifying_key().as_bytes()], policies: vec![] }
}

pub(crate) fn mine(of: [u8; 3]) -> Anchors {
    Anchors { keys: vec![], policies: vec![("mine".to_owned(), policy(of))] }
}

/// One bundle and what it must give.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) anchors: Anchors,
    pub(crate) answer: Answer,
    /// Member of the finding that decides, and words of its sentence; of any finding when the answer is *valid*.
    pub(crate) member: String,
    pub(crate) words: &'static str,
}

fn case(name: &str, parts: &Parts, anchors: Anchors, answer: Answer, member: &str, words: &'static str) -> Case {
    packed(name, parts.pack().expect("a bundle"), anchors, answer, member, words)
}

fn packed(name: &str, bytes: Vec<u8>, anchors: Anchors, answer: Answer, member: &str, words: &'static str) -> Case {
    Case { name: name.to_owned(), bytes, anchors, answer, member: member.to_owned(), words }
}

/// The bundle with its members changed.
pub(crate) fn changed(bytes: &[u8], change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let container = Container::read(bytes).expect("a container");
    let mut members = container.members().iter().map(|m| (m.name.to_owned(), m.bytes.to_vec())).collect();
    change(&mut members);
    write(&members).expect("a container")
}

/// Another register of the same name, written by somebody else with other keys.
fn impostor() -> Parts {
    let mut register = Register::default();
    let own = key(66);
    let body = Writer::new().map(2).integer(0).text("Lake truce").integer(1).bytes(own.verifying_key().as_bytes());
    register.say(&own, "mission_opened", body.finish(), vec![]);
    register.say(&own, "key_added", key_added(Role::Checkpoints, &checkpoint_key()), vec![]);
    let index = register.say(&own, "sealed", sealed().0, vec![]);
    register.parts(index, &[0, 1], &register.note(&[(1, 300), (2, 300), (3, 300)]))
}

/// A sealed statement whose key was said to be stolen at the time; with or without the note in the bundle.
fn stolen(with_note: bool) -> Parts {
    let mut register = Register::opened();
    let recovery = key(4);
    register.say(&statement_key(), "key_added", key_added(Role::Recovery, &recovery), vec![]);
    let index = register.say(&statement_key(), "sealed", sealed().0, vec![]);
    register.say(&recovery, "key_revoked", compromised(&statement_key(), 4, 3), vec![]);
    let keys: &[u64] = if with_note { &[0, 1, 2, 4] } else { &[0, 1, 2] };
    register.parts(index, keys, &register.note(&[]))
}

/// Signed with a key that was declared, or with one that never was.
fn second_key(declared: bool) -> Parts {
    let mut register = Register::opened();
    let second = key(5);
    register.say(&statement_key(), "key_added", key_added(Role::Statements, &second), vec![]);
    let index = register.say(&second, "sealed", sealed().0, vec![]);
    let keys: &[u64] = if declared { &[0, 1, 2] } else { &[0, 1] };
    register.parts(index, keys, &register.note(&[]))
}

/// A forger holds the checkpoint key (a coerced operator) and no statements key.
fn forged_signature() -> Parts {
    let mut register = Register::opened();
    let index = register.say(&statement_key(), "sealed", sealed().0, vec![]);
    let mut entry = register.entries.pop().expect("an entry");
    let last = entry.len() - 1;
    entry[last] ^= 1;
    let mut forged = Register::opened();
    forged.push(entry);
    forged.parts(index, &[0, 1], &forged.note(&[]))
}

/// Every case, in a fixed order.
pub(crate) fn corpus() -> Vec<Case> {
    use Answer::{CannotTell, Invalid, Valid};
    let (sound_parts, page_parts) = (sound(), page());
    let good = sound_parts.pack().expect("a bundle");
    let mut cases = vec![
        case("sound", &sound_parts, anchors(), Valid, "registry/0.cose", "with the key that you gave"),
        case(
            "sound, by the key's id",
            &sound_parts,
            Anchors { keys: vec![*key_id(&statement_key().verifying_key()).as_bytes()], policies: vec![] },
            Valid,
            "registry/0.cose",
            "with the key that you gave",
        ),
        case(
            "sound, one of two keys",
            &sound_parts,
            Anchors { keys: vec![[7; 32], anchors().keys[0]], policies: vec![] },
            Valid,
            "registry/0.cose",
            "with the key that you gave",
        ),
        case(
            "sound, by a policy",
            &sound_parts,
            mine([1, 2, 3]),
            Valid,
            "proof.tlog-proof",
            "Your policy `mine` holds",
        ),
        case(
            "sound, by another policy that holds",
            &sound_parts,
            mine([1, 2, 9]),
            Valid,
            "proof.tlog-proof",
            "at least 1 of",
        ),
        case(
            "sound, by a policy that does not",
            &sound_parts,
            mine([3, 8, 9]),
            CannotTell,
            "proof.tlog-proof",
            "no cosignature of w8, w9",
        ),
        case(
            "sound, by a policy that is none",
            &sound_parts,
            Anchors { keys: vec![], policies: vec![("p".into(), b"quorum".to_vec())] },
            CannotTell,
            "",
            "cannot be read",
        ),
        case(
            "nothing to hold it against",
            &sound_parts,
            Anchors::default(),
            CannotTell,
            "",
            "Nothing outside of this file vouches for it",
        ),
        case(
            "another key expected",
            &sound_parts,
            Anchors { keys: vec![[7; 32]], policies: vec![] },
            Invalid,
            "registry/0.cose",
            "another key than the one that you gave",
        ),
        case("a page with its bytes", &page_parts, anchors(), Valid, "blobs/", "names this file of 49 bytes"),
        case(
            "an impostor",
            &impostor(),
            anchors(),
            Invalid,
            "registry/0.cose",
            "another key than the one that you gave",
        ),
        case("a stolen key", &stolen(true), anchors(), CannotTell, "registry/4.cose", "in other hands at that time"),
        case(
            "a stolen key, and the note left out",
            &stolen(false),
            anchors(),
            Valid,
            "registry/",
            "no key entry of the bundle, up to 5 entries",
        ),
        case("a second key", &second_key(true), anchors(), Valid, "registry/", "was declared in entry 2"),
        case(
            "a second key that is left out",
            &second_key(false),
            anchors(),
            CannotTell,
            STATEMENT,
            "which no key entry of the bundle declares",
        ),
        case("a forged signature", &forged_signature(), anchors(), Invalid, STATEMENT, "does not hold"),
    ];
    // The page's file left out is for the reader to know, no more.
    let without = Parts { blobs: vec![], ..page_parts.clone() };
    cases.push(case("a page without its bytes", &without, anchors(), Valid, "blobs/", "and it is not in the bundle"));
    let other = Parts { blobs: vec![b"another page".to_vec()], ..page_parts.clone() };
    cases.push(case("a file that nothing names", &other, anchors(), CannotTell, "blobs/", "does not name this file"));
    let blob = format!("blobs/{}", sha256(PAGE));
    let page_good = page_parts.pack().expect("a bundle");
    let altered = changed(&page_good, |m| drop(m.insert(blob.clone(), b"other bytes".to_vec())));
    cases.push(packed("a file with other bytes", altered, anchors(), Invalid, &blob, "another SHA-256"));

    // Each member taken away.
    let container = Container::read(&good).expect("a container");
    let names: Vec<String> = container.members().iter().map(|m| m.name.to_owned()).collect();
    for name in &names {
        let bytes = changed(&good, |m| drop(m.remove(name)));
        let (answer, words): (Answer, &str) = match name.as_str() {
            STATEMENT => (CannotTell, "has no statement"),
            "proof.tlog-proof" => (CannotTell, "has no proof"),
            "registry/0.cose" | "registry/0.tlog-proof" | "registry/1.cose" | "registry/1.tlog-proof" => {
                (CannotTell, "only the other half")
            }
            // Nothing rests on these: the verdict says less, and holds.
            _ => (Valid, ""),
        };
        cases.push(packed(
            &format!("without {name}"),
            bytes,
            anchors(),
            answer,
            if words.is_empty() { "" } else { name },
            words,
        ));
    }
    let no_keys = Parts { registry: BTreeMap::new(), ..sound_parts.clone() };
    cases.push(case(
        "without key entries",
        &no_keys,
        anchors(),
        CannotTell,
        "registry/0.cose",
        "declares its first key",
    ));
    let first_only: BTreeMap<_, _> = sound_parts.registry.clone().into_iter().take(1).collect();
    let no_checkpoint_key = Parts { registry: first_only, ..sound_parts.clone() };
    cases.push(case(
        "without the checkpoint key",
        &no_checkpoint_key,
        anchors(),
        CannotTell,
        "proof.tlog-proof",
        "declare no key for checkpoints",
    ));

    // Each member replaced by another's.
    let others = page_parts.members();
    for (name, member, words) in [
        (STATEMENT, STATEMENT, "is not in the register where it says"),
        ("proof.tlog-proof", "proof.tlog-proof", "is not in the register where it says"),
        ("registry/0.tlog-proof", "registry/0.tlog-proof", "proven in another checkpoint"),
        ("receipt.cose", "receipt.cose", "The receipt: "),
        ("registry/0.cose", STATEMENT, "is not entry 0 of the register"),
        ("registry/1.cose", "registry/0.cose", "is not entry 1 of the register"),
    ] {
        let bytes = changed(&good, |m| drop(m.insert(name.to_owned(), others[member].clone())));
        let place = match name {
            STATEMENT => "proof.tlog-proof",
            "registry/0.cose" => "registry/0.tlog-proof",
            "registry/1.cose" => "registry/1.tlog-proof",
            name => name,
        };
        cases.push(packed(&format!("{name} of another"), bytes, anchors(), Invalid, place, words));
    }
    // Each member altered: its last byte, its first byte, nothing left.
    for name in &names {
        for (how, change) in [
            ("first byte", (|b: &mut Vec<u8>| b[0] ^= 1) as fn(&mut Vec<u8>)),
            ("middle", |b| {
                let middle = b.len() / 2;
                b[middle] ^= 1;
            }),
            ("emptied", Vec::clear),
            ("doubled", |b| b.extend(b.clone())),
        ] {
            let bytes = changed(&good, |m| change(m.get_mut(name).expect("a member")));
            let answer = if name == README { CannotTell } else { Invalid };
            let member = match name.as_str() {
                // A statement that still reads is another leaf, a key entry too: the proof shows it.
                STATEMENT | "proof.tlog-proof" => "",
                name if name.starts_with("registry/") => "registry/",
                name => name,
            };
            cases.push(packed(&format!("{name}: {how}"), bytes, anchors(), answer, member, ""));
        }
    }
    let extra = changed(&good, |m| {
        let proof = Proof::parse(&m["proof.tlog-proof"]).expect("a proof").with_extra(b"all is well").expect("short");
        m.insert("proof.tlog-proof".into(), proof.to_bytes());
    });
    cases.push(packed("an extra line", extra, anchors(), CannotTell, "proof.tlog-proof", "which nobody signed"));
    let stranger = changed(&good, |m| drop(m.insert("note-to-reader.txt".into(), b"all is well".to_vec())));
    cases.push(packed(
        "a member that nobody knows",
        stranger,
        anchors(),
        CannotTell,
        "note-to-reader.txt",
        "does not know what this file is for",
    ));
    let unnamed = beacon(&[(1, 1), (2, 2)]).note.to_bytes();
    let parts = Parts { beacons: vec![unnamed.clone()], ..sound_parts.clone() };
    cases.push(case("a note that is not named", &parts, anchors(), CannotTell, "beacons/", "does not name this note"));
    let (_, mut opened) = sealed();
    let twice = Parts { disclosures: vec![opened[0].clone(), opened[0].clone()], ..sound_parts.clone() };
    cases.push(case(
        "a field opened twice",
        &twice,
        anchors(),
        Invalid,
        "disclosures.cbor",
        "open the same commitment",
    ));
    opened.truncate(1);
    let misplaced = Parts { disclosures: opened, ..page_parts };
    cases.push(case(
        "fields of another statement",
        &misplaced,
        anchors(),
        CannotTell,
        "disclosures.cbor",
        "knows of no sealed fields",
    ));
    cases.push(packed("nothing", vec![], anchors(), Invalid, "", "the bytes end within the end record"));
    cases.push(packed(
        "an empty container",
        write(&BTreeMap::new()).expect("a container"),
        anchors(),
        CannotTell,
        STATEMENT,
        "has no statement",
    ));
    cases.push(packed("cut", good[..good.len() - 1].to_vec(), anchors(), Invalid, "", "the bytes end within"));
    cases
}
