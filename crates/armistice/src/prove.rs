//! `prove`: a statement of a register with everything that a stranger needs to check it, in one file.
//!
//! Must not: open a sealed field (what was released comes from `disclose`), sign anything but a receipt of a checkpoint
//! that the same key has signed, or hand out what it has not verified itself.

use crate::{
    about::things,
    blobs::BlobId,
    failure::{Exit, Failure},
    journal::register::folder,
    keys::{MemberKey, is_protected, passphrase::Passphrases, path_of},
    mission::{self, Holdings, Mission, ReadRegister},
    sealed::file::{DisclosureFile, FILE_MAX},
};
use armistice_core::{record, statement::Decoded};
use armistice_tlog::{
    checkpoint::Checkpoint,
    container,
    envelope::Stated,
    hash::Hash,
    keyring::{Algorithm, Role},
    note::{MAX_NOTE, Note},
    policy::Policy,
    proof::Proof,
    receipt::Unsigned,
    tree::Tree,
    verdict::{Anchors, Answer, MAX_BEACONS, MAX_POLICIES, Parts, State, Verdict, verify},
};
use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

/// Notes of one register that are looked at: three years of hourly checkpoints.
const NOTES_MAX: usize = 32_768;

/// What goes into the file beside the statement and its proof.
#[derive(Debug, Default)]
pub struct Wanted<'a> {
    /// A file that `disclose` wrote for this statement.
    pub disclosed: Option<&'a Path>,
    /// Whether the files that the statement names go in, as far as they are in the mission's folder of originals.
    pub blobs: bool,
    /// Further files that the statement names.
    pub files: &'a [PathBuf],
    /// Prove it in the checkpoint with the earliest quorum of witnesses, not in the newest one.
    pub earliest: bool,
    /// The receipt must go in, and a passphrase may be asked for. Otherwise it goes in if that costs no question.
    pub receipt: bool,
}

/// A bundle, and what it gives to somebody who trusts the register's key.
#[derive(Debug)]
pub struct Proved {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The verdict on it.
    pub verdict: Verdict,
    /// Why there is no receipt in it, as a sentence. None: there is one.
    pub no_receipt: Option<String>,
    /// The ids of the things that the statement is about.
    pub about: BTreeSet<String>,
}

/// Makes the bundle of the statement `id`: its id in hexadecimal or base32, or `member#index`.
pub fn prove(mission: &Mission, id: &str, wanted: &Wanted<'_>) -> Result<Proved, Failure> {
    let holdings = mission.read()?;
    let (register, index) = find(&holdings, id)?;
    let entry = entry(register, index)?;
    let place = usize::try_from(index).unwrap_or(usize::MAX);
    let about = match register.register.entries.get(place) {
        Some((_, Decoded::Known(statement))) => things(statement),
        Some((_, Decoded::Unknown { .. })) | None => BTreeSet::new(),
    };
    let stated = Stated::parse(entry).map_err(|e| Failure::from_error(&e))?;
    let policies = policies(mission, &holdings, register);
    let registers = folder(&mission.root, &register.member);
    let tree = register.reading.tree();
    let (note, size) = note(&registers, register, &tree, index, &policies, wanted.earliest)?;
    let proof = |index: u64| -> Result<Vec<u8>, Failure> {
        let path = tree.inclusion(index, size).map_err(|e| Failure::from_error(&e))?;
        Ok(Proof::new(index, path, note.clone()).to_bytes())
    };
    let mut parts = Parts { statement: entry.to_vec(), proof: proof(index)?, ..Parts::default() };
    for (at, bytes) in register.reading.entries().take_while(|(at, _)| *at < size) {
        let about_keys = Stated::parse(bytes)
            .is_ok_and(|s| matches!(s.envelope.kind, "mission_opened" | "key_added" | "key_revoked" | "reaffirmed"));
        if about_keys {
            parts.registry.insert(at, (bytes.to_vec(), proof(at)?));
        }
    }
    for row in &stated.envelope.seen {
        let Some(digest) = row.note else { continue };
        let held = holdings.registers.iter().map(|r| folder(&mission.root, &r.member).join("published/notes"));
        let held = held.filter_map(|f| read(&f.join(digest.hex()), MAX_NOTE).ok()).next();
        if let Some(bytes) = held.filter(|_| parts.beacons.len() < MAX_BEACONS) {
            parts.beacons.push(bytes);
        }
    }
    let no_receipt = match receipt(mission, register, &stated, (index, size), &tree, &note, wanted.receipt)? {
        Ok(bytes) => {
            parts.receipt = Some(bytes);
            None
        }
        Err(why) => Some(why),
    };
    parts.policies = policies.into_iter().take(MAX_POLICIES).collect();
    if let Some(path) = wanted.disclosed {
        parts.disclosures = disclosed(path, &stated.id)?;
    }
    blobs(mission, &stated, wanted, &mut parts)?;
    let bytes = parts.pack().map_err(|e| {
        Failure::new(
            Exit::Failed,
            format!("the proof cannot be packed: {e}"),
            "Leave the files out, and send them beside it.",
        )
    })?;
    // As a stranger will see it who has this register's first key from elsewhere.
    let key = register.keyring.keys().first().and_then(|k| <[u8; 32]>::try_from(k.bytes()).ok());
    let verdict = verify(&bytes, &Anchors { keys: key.into_iter().collect(), policies: Vec::new() });
    if verdict.answer == Answer::Invalid {
        let why = verdict.findings.iter().find(|f| f.state == State::Fails).map_or("", |f| f.sentence.as_str());
        return Err(Failure::new(
            Exit::NotVerified,
            format!("the proof does not verify: {why}"),
            "Nothing was written. armistice check DIR says what is damaged.",
        ));
    }
    Ok(Proved { about, bytes, verdict, no_receipt })
}

/// The register and the index that the words mean.
fn find<'a>(holdings: &'a Holdings, id: &str) -> Result<(&'a ReadRegister, u64), Failure> {
    let none = || {
        let hint =
            "A statement's id in hexadecimal or base32, or MEMBER#INDEX; armistice show DIR ID lists statements.";
        Failure::new(Exit::NotFound, format!("no register here has the statement `{id}`"), hint)
    };
    if let Some((member, index)) = id.split_once('#') {
        let register = holdings.registers.iter().find(|r| r.member.as_str() == member);
        let index = index.parse::<u64>().ok();
        return register.zip(index).filter(|(r, index)| *index < r.reading.size()).ok_or_else(none);
    }
    let hash: Hash = id.parse().map_err(|_| none())?;
    let found = holdings.registers.iter().find_map(|r| {
        let index = r.reading.leaves().iter().position(|leaf| *leaf == hash)?;
        Some((r, index as u64))
    });
    found.ok_or_else(none)
}

fn entry(register: &ReadRegister, index: u64) -> Result<&[u8], Failure> {
    register.reading.entry(index).ok_or_else(|| unpublished(register, index))
}

/// The policies that members adopted, each with the `log` line of this register.
fn policies(mission: &Mission, holdings: &Holdings, register: &ReadRegister) -> Vec<(String, Vec<u8>)> {
    // One line, of the newest Ed25519 key that counts: programs differ on what several lines mean.
    let size = register.keyring.size();
    let keys = register.keyring.checkpoint_keys().filter(|k| k.algorithm() == Algorithm::Ed25519 && k.valid_at(size));
    let Some(log) = keys.filter_map(|k| k.verifier()).last() else { return Vec::new() };
    let adopted = record::fold(&mission::statements(&holdings.registers)).trust.policies;
    // Another member may have chosen a name that is no name of a file; such a policy stays out.
    let sound = |name: &str| {
        !name.is_empty() && name.len() <= 63 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let chosen = adopted.iter().filter(|(name, _)| sound(name)).filter_map(|(name, all)| {
        let own = all.iter().rev().find(|(at, _)| at.member == mission.member.as_str());
        own.or_else(|| all.last()).map(|(_, text)| (name.clone(), format!("log {log}\n{text}").into_bytes()))
    });
    chosen.collect()
}

/// The published checkpoint to prove it in: the newest, or the one with the earliest quorum.
fn note(
    registers: &Path,
    register: &ReadRegister,
    tree: &Tree,
    index: u64,
    policies: &[(String, Vec<u8>)],
    earliest: bool,
) -> Result<(Note, u64), Failure> {
    let published = registers.join("published");
    let mut paths = vec![published.join("checkpoint")];
    if let Ok(archive) = std::fs::read_dir(published.join("notes")) {
        paths.extend(archive.filter_map(|entry| Some(entry.ok()?.path())).take(NOTES_MAX));
    }
    paths.sort();
    let rules: Vec<Policy> = policies.iter().filter_map(|(_, text)| Policy::parse(text).ok()).collect();
    let found = paths.iter().filter_map(|path| {
        let note = Note::parse(&read(path, MAX_NOTE).ok()?).ok()?;
        let Checkpoint { origin, size, root, .. } = Checkpoint::parse(note.text()).ok()?;
        // A note that does not fit the register proves nothing of it.
        let fits = origin == register.reading.origin() && index < size && tree.root_at(size) == Ok(root);
        let held = rules.iter().filter(|policy| policy.evaluate(&note).satisfied()).count();
        let time = rules.iter().filter_map(|policy| policy.not_after(&note)).min();
        fits.then_some((note, size, held, time))
    });
    let best = if earliest {
        found.min_by_key(|(_, size, held, time)| (time.unwrap_or(u64::MAX), std::cmp::Reverse(*held), *size))
    } else {
        // Of one size the note with most cosignatures that count.
        found.max_by_key(|(note, size, held, _)| (*size, *held, note.signatures().len()))
    };
    best.map(|(note, size, ..)| (note, size)).ok_or_else(|| unpublished(register, index))
}

fn unpublished(register: &ReadRegister, index: u64) -> Failure {
    let sentence = format!("no published checkpoint of {} covers entry {index}", register.member);
    Failure::new(Exit::NotFound, sentence, "Publish it first: armistice publish DIR (its member does that).")
}

/// The proof in its other form (RFC 9942), or why there is none. It says no more than the note does, so it is signed only
/// with a key that has signed the note.
fn receipt(
    mission: &Mission,
    register: &ReadRegister,
    stated: &Stated<'_>,
    (index, size): (u64, u64),
    tree: &Tree,
    note: &Note,
    asked: bool,
) -> Result<Result<Vec<u8>, String>, Failure> {
    let none = |why: String| {
        let sentence = format!("there is no receipt in the file: {why}");
        let hint = "Leave --receipt out; the proof says the same without it.";
        if asked { Err(Failure::new(Exit::Denied, sentence, hint)) } else { Ok(Err(sentence)) }
    };
    if register.member != mission.member {
        return none(format!("only {} signs receipts of its register", register.member));
    }
    let path = path_of(&mission.keys(), &mission.member, Role::Checkpoints);
    if !asked && is_protected(&path).unwrap_or(false) {
        return none("its key has a passphrase, and --receipt, which asks for it, was not given".to_owned());
    }
    let silent = Passphrases::none();
    let passphrases = if asked { mission.passphrases() } else { &silent };
    let key = match MemberKey::load_role(&mission.keys(), &mission.member, Role::Checkpoints, passphrases) {
        Ok(key) => key,
        Err(e) => return none(e.to_string()),
    };
    let declared = register.keyring.checkpoint_keys().find(|k| k.id() == key.id() && k.valid_at(size));
    let signed = declared.and_then(|k| k.verifier()).is_some_and(|k| matches!(note.verify(&k), Ok(Some(_))));
    if !signed {
        return none(format!("the checkpoint of {size} entries is not signed with the key that is here now"));
    }
    let unsigned = Unsigned {
        iss: register.reading.origin().to_owned(),
        sub: stated.entry.sub().to_owned(),
        kid: key.id(),
        size,
        index,
        path: tree.inclusion(index, size).map_err(|e| Failure::from_error(&e))?,
        root: tree.root_at(size).map_err(|e| Failure::from_error(&e))?,
    };
    unsigned.sign(key.signing_key()).map(Ok).map_err(|e| Failure::from_error(&e))
}

/// The fields that were released for this statement.
fn disclosed(path: &Path, statement: &Hash) -> Result<Vec<armistice_tlog::commitment::Disclosure>, Failure> {
    let wrong = |why: String| {
        let hint = "Name a file that `armistice disclose --out` wrote, not encrypted.";
        Failure::new(Exit::InputRefused, format!("{}: {why}", path.display()), hint)
    };
    let bytes = zeroize::Zeroizing::new(read(path, FILE_MAX).map_err(|e| wrong(e.to_string()))?);
    let file = DisclosureFile::decode(&bytes).map_err(|e| wrong(e.to_string()))?;
    if file.statement != *statement {
        return Err(wrong(format!("its fields are of the statement {}", file.statement.hex())));
    }
    Ok(file.disclosures)
}

/// Files that the statement names: those asked for by name, and the mission's originals.
fn blobs(mission: &Mission, stated: &Stated<'_>, wanted: &Wanted<'_>, parts: &mut Parts) -> Result<(), Failure> {
    let named = armistice_tlog::verdict::named_digests(stated.envelope.body);
    if wanted.blobs {
        let originals = mission.blobs();
        for digest in &named {
            let path = originals.path(&BlobId::from_digest(*digest));
            match read(&path, container::MAX_LEN) {
                Ok(bytes) => parts.blobs.push(bytes),
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) => {
                    return Err(Failure::new(Exit::Failed, format!("{}: {e}", path.display()), "Is the disk sound?"));
                }
            }
        }
    }
    for path in wanted.files {
        let refused =
            |why: String| Failure::new(Exit::InputRefused, format!("{}: {why}", path.display()), "Leave it out.");
        let bytes = read(path, container::MAX_LEN).map_err(|e| refused(e.to_string()))?;
        if !named.contains(&armistice_tlog::hash::sha256(&bytes)) {
            return Err(refused("the statement does not name this file".to_owned()));
        }
        parts.blobs.push(bytes);
    }
    Ok(())
}

/// A file of at most so many bytes.
pub fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > most {
        return Err(io::Error::other(format!("more than {most} bytes")));
    }
    Ok(bytes)
}
