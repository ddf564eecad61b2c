//! Measures the judging side at size: so many small statements of mixed kinds in four registers are decoded and folded; then
//! a mission folder with as many is written, read with every signature checked, and its tables are built anew.
//!
//! Must not: be taken for a test. It prints figures of this machine; give it a folder on the disk that matters.
//!
//! `cargo run --release -p armistice --example fold_measure -- [STATEMENTS] [FOLDER]`

#![expect(clippy::print_stdout, reason = "figures are what this program is for")]

use std::{
    error::Error,
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use armistice::{mission, mission::Mission, projection::Projection};
use armistice_core::{
    act::Act,
    claim::{ActorMention, ChainLink, ChainRole, Claim, ClaimKind, Polarity},
    id::DocumentId,
    record::{self, Register},
    span::Span,
    statement::{
        self, Body, Bond, Decoded, Engine, Header, Part, Seen, SharedRun, Statement, TextRead, Verdict, Words,
    },
};
use armistice_tlog::hash::{leaf_hash, sha256};

const MEMBERS: [&str; 4] = ["aurelia", "borealis", "carrefour", "delta"];

/// How many statements in a batch of the mission folder.
const BATCH: usize = 4096;

fn main() -> Result<(), Box<dyn Error>> {
    let count: usize = std::env::args().nth(1).map_or(Ok(1_000_000), |n| n.parse())?;
    let parent = std::env::args_os().nth(2).map_or_else(std::env::temp_dir, PathBuf::from);
    let dir = tempfile::tempdir_in(parent)?;
    pure(count)?;
    on_disk(count, dir.path())?;
    Ok(())
}

fn say(what: &str, count: usize, took: Duration) {
    let seconds = took.as_secs_f64();
    println!("{what}: {seconds:.2} s, {:.0} statements per second", count as f64 / seconds);
}

/// Kibibytes of a line of `/proc/self/status`; 0 where there is none.
fn memory(line: &str) -> u64 {
    fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let row = status.lines().find(|l| l.starts_with(line))?.to_owned();
            row.split_whitespace().nth(1)?.parse().ok()
        })
        .unwrap_or(0)
}

fn document(n: usize) -> DocumentId {
    DocumentId::of(&[&n.to_be_bytes()])
}

fn engine(name: &str) -> Engine {
    Engine { name: name.to_owned(), version: 1 }
}

fn words(text: &str, start: usize) -> Words {
    Words { text: text.to_owned(), span: Some(Span::new(start, start + text.len())) }
}

/// The `n`th of a mix: of eight statements two captures, two readings, two of claims, one of copies, one judgement.
fn body(n: usize) -> Body {
    let id = document(n / 8 * 2 + n % 2);
    match n % 8 {
        0 | 1 => Body::DocumentCaptured {
            sha256: sha256(&n.to_be_bytes()).as_bytes().to_owned(),
            document: id,
            size: 20_000 + n as u64 % 4096,
            file: format!("page-{n}.html"),
        },
        2 | 3 => Body::TextRead(Box::new(TextRead {
            document: id,
            engine: engine("armistice-read"),
            format: "html".to_owned(),
            charset: "utf-8".to_owned(),
            language: Some("en".to_owned()),
            title: Some(words("Shelling reported near the crossing", 120)),
            outlet: Some(words("The Lake Post", 40)),
            byline: None,
            dateline: None,
            dates: vec![],
            credits: vec![],
            partition: vec![Part { len: 1000, fate: 1 }, Part { len: 3000, fate: 0 }, Part { len: 16_000, fate: 1 }],
            warnings: vec![],
        })),
        4 | 5 => {
            let span = Span::new(1200 + n % 800, 1290 + n % 800);
            Body::ClaimsRead {
                claims: vec![Claim {
                    id: Claim::make_id(&id, span, ClaimKind::Incident, 0),
                    document: id.clone(),
                    span,
                    quote: "Four shells fell near the crossing on Tuesday, a monitor told the newspaper.".to_owned(),
                    kind: ClaimKind::Incident,
                    act: Some(Act::Shelling),
                    alleged_authors: vec![],
                    affected: vec![ActorMention { text: "the crossing".to_owned(), span }],
                    place: None,
                    time: None,
                    counts: vec![],
                    chain: vec![ChainLink {
                        name: "The Lake Post".to_owned(),
                        role: ChainRole::Outlet,
                        verb: None,
                        span: None,
                    }],
                    polarity: Polarity::Asserted,
                    rules: vec!["incident".to_owned()],
                }],
                document: id,
                engine: engine("armistice-read"),
                part: 0,
                parts: 1,
                people: vec![],
            }
        }
        6 => {
            let (a, b) = (document(n / 8 * 2), document(n / 8 * 2 + 1));
            let (a, b) = if a < b { (a, b) } else { (b, a) };
            Body::CopiesFound {
                engine: engine("lineage"),
                a,
                b,
                runs: vec![SharedRun {
                    a: Span::new(100, 400),
                    b: Span::new(900, 1200),
                    words: 48,
                    quoted: false,
                    edited: false,
                }],
                bond: Bond::Same,
                containment_permille: 612,
                reasons: vec!["a run of 48 words".to_owned()],
            }
        }
        _ => Body::Judged {
            a: document(n / 8 * 2).as_str().to_owned(),
            b: document(n / 8 * 2 + 1).as_str().to_owned(),
            verdict: Verdict::Different,
            why: "two days apart".to_owned(),
        },
    }
}

fn pure(count: usize) -> Result<(), Box<dyn Error>> {
    let each = count / MEMBERS.len();
    let mut payloads: Vec<Vec<Vec<u8>>> = MEMBERS.iter().map(|_| Vec::with_capacity(each)).collect();
    let mut prev: Vec<Option<[u8; 32]>> = vec![None; MEMBERS.len()];
    let mut bytes = 0;
    for i in 0..each {
        for (m, member) in MEMBERS.iter().enumerate() {
            // One statement in a hundred has seen the others.
            let seen = if i % 100 == 99 {
                (0..MEMBERS.len())
                    .filter(|o| *o != m)
                    .map(|o| Seen {
                        origin: format!("lake/{}", MEMBERS[o]),
                        size: i as u64,
                        root: sha256(&i.to_be_bytes()).as_bytes().to_owned(),
                        note: None,
                    })
                    .collect()
            } else {
                vec![]
            };
            let payload = statement::encode(&Statement {
                header: Header {
                    mission: "lake".to_owned(),
                    member: (*member).to_owned(),
                    seq: i as u64,
                    prev: prev[m],
                    asserted: 1_700_000_000 + i as i64,
                    seen,
                },
                body: body(i * MEMBERS.len() + m),
            });
            bytes += payload.len();
            prev[m] = Some(leaf_hash(&payload).as_bytes().to_owned());
            payloads[m].push(payload);
        }
    }
    let count = each * MEMBERS.len();
    println!("{count} statements in {} registers, {} bytes each on average", MEMBERS.len(), bytes / count);

    let start = Instant::now();
    let mut registers = Vec::new();
    for (member, rows) in MEMBERS.iter().zip(&payloads) {
        let mut entries: Vec<([u8; 32], Decoded)> = Vec::with_capacity(rows.len());
        for payload in rows {
            entries.push((leaf_hash(payload).as_bytes().to_owned(), statement::decode(payload)?));
        }
        registers.push(Register {
            origin: format!("lake/{member}"),
            member: (*member).to_owned(),
            entries,
            stopped: None,
        });
    }
    say("decoding, one thread", count, start.elapsed());
    drop(payloads);
    let before = memory("VmRSS");
    let start = Instant::now();
    let record = record::fold(&registers);
    say("folding, one thread", count, start.elapsed());
    println!(
        "record: {} documents, {} pairs, {} judgements; {} statements folded; {} bytes of memory a statement, {} with the statements",
        record.documents.len(),
        record.copies.len(),
        record.judged.len(),
        record.folded,
        memory("VmRSS").saturating_sub(before) * 1024 / count as u64,
        memory("VmRSS") * 1024 / count as u64,
    );
    Ok(())
}

fn on_disk(count: usize, dir: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let root = dir.join("mission");
    let mission = Mission::create(&root, "measured", "aurelia", vec![])?;
    let start = Instant::now();
    let mut writer = mission.writer()?;
    for first in (0..count).step_by(BATCH) {
        writer.say((first..count.min(first + BATCH)).map(body).collect())?;
    }
    drop(writer);
    say("saying them in a mission folder (encoded, signed, durable)", count, start.elapsed());
    let log: u64 = fs::read_dir(root.join("registers/aurelia"))?
        .flatten()
        .filter_map(|e| e.metadata().ok())
        .filter(fs::Metadata::is_file)
        .map(|m| m.len())
        .sum();
    println!("register: {} bytes a statement", log / count as u64);

    let start = Instant::now();
    let holdings = mission.read()?;
    say("opening (chain, leaves, every signature, decoded)", count, start.elapsed());
    let start = Instant::now();
    let record = record::fold(&mission::statements(&holdings.registers));
    say("folding", count, start.elapsed());
    let path = root.join("measured.sqlite");
    let start = Instant::now();
    drop(Projection::follow(&path, &holdings.registers)?);
    say("building the tables anew", count, start.elapsed());
    println!(
        "tables: {} bytes a statement; {} statements folded; highest memory {} bytes a statement",
        fs::metadata(&path)?.len() / count as u64,
        record.folded,
        memory("VmHWM") * 1024 / count as u64
    );
    Ok(())
}
