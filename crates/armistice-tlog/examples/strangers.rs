//! Our side of the checks against the tools of others (`tests/interop`): a log that is the same in every run, and its
//! checkpoints, tiles, requests to witnesses, proofs and receipts, made by this crate and put into files.
//!
//! Must not: sign anything that matters. Its keys are made from published words.

#![expect(clippy::print_stdout, reason = "verdicts are what this program is for")]
#![expect(clippy::disallowed_methods, reason = "files for other programs to read once; nothing is kept")]

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use armistice_tlog::{
    bundle,
    cbor::Writer,
    checkpoint::Checkpoint,
    cosignature,
    entry::{Entry, Unsigned, key_id},
    hash::{Hash, leaf_hash, sha256},
    mldsa,
    note::{self, Note, SignatureLine},
    policy::{Answer, Policy},
    proof::{Proof, Verdict},
    receipt::{self, Receipt},
    tile::{TileWriter, bundles},
    tree::Tree,
    vkey::{Algorithm, VerifierKey},
    witness::Request,
};
use ed25519_dalek::SigningKey;

const MISSION: &str = "lake.example";
const MEMBER: &str = "observer";
const ORIGIN: &str = "lake.example/observer";
const WITNESS: &str = "lake.example/guarantor/witness";

/// Seconds since 1970 that the first statement asserts; each later one asserts a second more.
const BEGIN: i64 = 1_760_000_000;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn seed(words: &str) -> [u8; 32] {
    *sha256(format!("armistice: a key for tests: {words}").as_bytes()).as_bytes()
}

fn ed25519(words: &str) -> SigningKey {
    SigningKey::from_bytes(&seed(words))
}

/// The entries from the first on. Each is a statement: the first opens the register, the others are judgements.
fn entries(count: u64) -> Outcome<Vec<Vec<u8>>> {
    let key = ed25519("statements");
    let kid = key_id(&key.verifying_key());
    let mut out: Vec<Vec<u8>> = Vec::new();
    let mut prev: Option<Hash> = None;
    for seq in 0..i64::try_from(count)? {
        let iat = BEGIN + seq;
        let (kind, body) = if seq == 0 {
            let body = Writer::new().map(2).integer(0).text("A register for strangers");
            ("mission_opened", body.integer(1).bytes(key.verifying_key().as_bytes()).finish())
        } else {
            let body = Writer::new().map(4).integer(0).text(&format!("inc-{seq}"));
            let body = body.integer(1).text(&format!("inc-{}", seq + 1)).integer(2).text("different");
            ("judged", body.integer(3).text("an example, hours apart").finish())
        };
        let w = Writer::new().map(if prev.is_some() { 9 } else { 8 }).integer(0).text(kind).integer(1).integer(1);
        let w = w.integer(2).text(MISSION).integer(3).text(MEMBER).integer(4).integer(seq);
        let w = if let Some(prev) = prev { w.integer(5).bytes(prev.as_bytes()) } else { w };
        let payload = w.integer(6).integer(iat).integer(7).array(0).integer(8).bytes(&body).finish();
        let bytes = Unsigned { iss: MEMBER.into(), sub: MISSION.into(), iat, kid, payload }.sign(&key)?;
        prev = Some(leaf_hash(&bytes));
        out.push(bytes);
    }
    Ok(out)
}

fn tree(count: u64) -> Outcome<Tree> {
    let mut tree = Tree::new();
    for entry in entries(count)? {
        tree.push(leaf_hash(&entry));
    }
    Ok(tree)
}

/// A checkpoint with the log's two signatures, Ed25519 and ML-DSA-44.
fn signed(size: u64, root: Hash) -> Outcome<Note> {
    let text = Checkpoint::new(ORIGIN, size, root)?.to_text();
    let first = note::sign(&text, ORIGIN, &ed25519("checkpoints"))?;
    let second =
        cosignature::sign_ml_dsa(&text, ORIGIN, &mldsa::SecretKey::from_seed(&seed("checkpoints, ml-dsa")), 0)?;
    Ok(Note::new(&text, vec![first, second])?)
}

fn keys(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder)?;
    let write = |name: &str, text: String| fs::write(folder.join(name), text + "\n");
    let statements = ed25519("statements").verifying_key();
    let checkpoints = ed25519("checkpoints").verifying_key();
    let log = VerifierKey::new(ORIGIN, Algorithm::Ed25519, checkpoints.as_bytes())?;
    let ml_dsa =
        |name, words| VerifierKey::new(name, Algorithm::MlDsa44, mldsa::SecretKey::from_seed(&seed(words)).public());
    let witness = VerifierKey::new(WITNESS, Algorithm::Cosignature, ed25519("witness").verifying_key().as_bytes())?;
    write("log.vkey", log.to_string())?;
    write("log.mldsa.vkey", ml_dsa(ORIGIN, "checkpoints, ml-dsa")?.to_string())?;
    write("witness.vkey", witness.to_string())?;
    write("witness.mldsa.vkey", ml_dsa(WITNESS, "witness, ml-dsa")?.to_string())?;
    write("statements.hex", Hash::from_bytes(statements.to_bytes()).hex())?;
    write("checkpoints.hex", Hash::from_bytes(checkpoints.to_bytes()).hex())?;
    Ok(())
}

/// The whole log as static files.
fn log(folder: &Path, size: u64) -> Outcome<()> {
    let entries = entries(size)?;
    let mut writer = TileWriter::new();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (tile, bytes) in writer.append(entries.iter().map(|e| leaf_hash(e))) {
        files.push((tile.to_string(), bytes));
    }
    for tile in bundles(size) {
        let range = usize::try_from(tile.start())?..usize::try_from(tile.end())?;
        files.push((tile.to_string(), bundle::encode(&entries[range])?));
    }
    files.push(("checkpoint".to_owned(), signed(size, writer.root())?.to_bytes()));
    for (path, bytes) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// The body of `add-checkpoint`, sound or spoiled.
fn request(old: u64, new: u64, spoil: Option<&str>) -> Outcome<Vec<u8>> {
    let tree = tree(new.max(old))?;
    let mut proof = if old == 0 { Vec::new() } else { tree.consistency(old, new)? };
    let root = if spoil == Some("--other-root") { leaf_hash(b"another history") } else { tree.root_at(new)? };
    let mut note = signed(new, root)?;
    match spoil {
        None | Some("--other-root") => {}
        Some("--spoil-proof") => {
            let last = proof.last_mut().ok_or("no proof to spoil")?;
            *last = leaf_hash(last.as_bytes());
        }
        Some("--spoil-signature") => {
            let mut lines = note.signatures().to_vec();
            if let Some(byte) = lines.first_mut().and_then(|l| l.signature.first_mut()) {
                *byte ^= 1;
            }
            note = Note::new(note.text(), lines)?;
        }
        Some(other) => return Err(format!("unknown: {other}").into()),
    }
    Ok(Request::new(old, proof, note)?.to_bytes())
}

fn read_note(path: &Path) -> Outcome<(Note, Checkpoint)> {
    let note = Note::parse(&fs::read(path)?)?;
    let checkpoint = Checkpoint::parse(note.text())?;
    Ok((note, checkpoint))
}

fn answer(answer: Answer) -> ExitCode {
    println!("{answer:?}");
    match answer {
        Answer::Satisfied => ExitCode::SUCCESS,
        Answer::NotSatisfied => ExitCode::from(1),
        Answer::CannotTell => ExitCode::from(2),
    }
}

fn run() -> Outcome<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let path = PathBuf::from;
    match words.as_slice() {
        ["origin"] => println!("{ORIGIN}"),
        ["keys", folder] => keys(&path(folder))?,
        ["log", folder, size] => log(&path(folder), size.parse()?)?,
        ["checkpoint", size, out] => {
            let size = size.parse()?;
            fs::write(out, signed(size, tree(size)?.root())?.to_bytes())?;
        }
        ["request", old, new, out, spoil @ ..] => {
            fs::write(out, request(old.parse()?, new.parse()?, spoil.first().copied())?)?;
        }
        ["merge", note, out, lines @ ..] => {
            let (mut note, _) = read_note(&path(note))?;
            for file in lines {
                for line in fs::read_to_string(file)?.lines() {
                    note = note.with(SignatureLine::parse(line)?)?;
                }
            }
            fs::write(out, note.to_bytes())?;
        }
        ["cosign", note, out, time] => {
            let (note, _) = read_note(&path(note))?;
            let time = time.parse()?;
            let ml_dsa = mldsa::SecretKey::from_seed(&seed("witness, ml-dsa"));
            let one = cosignature::sign(note.text(), WITNESS, &ed25519("witness"), time)?;
            let two = cosignature::sign_ml_dsa(note.text(), WITNESS, &ml_dsa, time)?;
            fs::write(out, note.with(one)?.with(two)?.to_bytes())?;
        }
        ["policy", policy, note] => {
            let policy = Policy::parse(&fs::read(policy)?)?;
            return Ok(answer(policy.evaluate(&read_note(&path(note))?.0).answer()));
        }
        ["proof", note, index, out] => {
            let (note, checkpoint) = read_note(&path(note))?;
            let index = index.parse()?;
            let hashes = tree(checkpoint.size)?.inclusion(index, checkpoint.size)?;
            fs::write(out, Proof::new(index, hashes, note).to_bytes())?;
        }
        ["receipt", size, index, out] => {
            let (size, index): (u64, u64) = (size.parse()?, index.parse()?);
            let tree = tree(size)?;
            let key = ed25519("checkpoints");
            let bytes = receipt::Unsigned {
                iss: ORIGIN.into(),
                sub: MISSION.into(),
                kid: key_id(&key.verifying_key()),
                size,
                index,
                path: tree.inclusion(index, size)?,
                root: tree.root(),
            }
            .sign(&key)?;
            let leaf = tree.leaf(index).ok_or("no such entry")?;
            match Receipt::parse(&bytes)?.verify(&leaf, &key.verifying_key()) {
                receipt::Verdict::Valid(_) => fs::write(out, bytes)?,
                other => return Err(format!("our own receipt: {other:?}").into()),
            }
        }
        ["verify", policy, proof, entry] => {
            let policy = Policy::parse(&fs::read(policy)?)?;
            let verdict = Proof::parse(&fs::read(proof)?)?.verify(&leaf_hash(&fs::read(entry)?), &policy);
            println!("{verdict:?}");
            return Ok(match verdict {
                Verdict::Valid(_) => ExitCode::SUCCESS,
                Verdict::Invalid(_) => ExitCode::from(1),
                Verdict::CannotTell(_) => ExitCode::from(2),
            });
        }
        ["entry", index, out] => {
            let index: u64 = index.parse()?;
            let entry = entries(index + 1)?.pop().ok_or("no entry")?;
            Entry::parse(&entry)?.verify(&ed25519("statements").verifying_key())?;
            fs::write(out, entry)?;
        }
        _ => return Err("see tests/interop/README.md".into()),
    }
    Ok(ExitCode::SUCCESS)
}

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        println!("error: {error}");
        ExitCode::from(3)
    })
}
