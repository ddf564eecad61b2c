//! Taking files in: bytes are kept, read, and said, batch by batch. What was acknowledged survives any end of the process,
//! and running the same command again does the rest.
//!
//! Must not: lose a file in silence, put a folder's name into a register, or follow links.

use crate::{
    agreements,
    blobs::BlobId,
    compare,
    failure::{Exit, Failure},
    mission::{self, Mission, PAYLOAD_MAX, Writer},
    places,
};
use armistice_core::{
    claim::Claim,
    id::DocumentId,
    record::{self, Record},
    statement::{Body, FATES, Header, Part, PersonNamed, Statement, TextRead, encode},
};
use armistice_read::document::{self, Context, DocumentRead};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeSet,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Files of one batch, and bytes of one batch: what is read, kept and said together.
const BATCH_FILES: usize = 256;
/// See [`BATCH_FILES`].
const BATCH_BYTES: u64 = 48 << 20;
/// Bytes of statements in one append; well below the register's own limit of a batch.
const APPEND_BYTES: usize = 16 << 20;
/// The largest file that is read into memory; one byte more, and it is refused before it is read.
const FILE_MAX: u64 = 64 << 20;
/// Folders below folders.
const DEPTH_MAX: usize = 64;

/// Where bytes come from.
#[derive(Debug)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input, under this name.
    Stdin {
        /// The name.
        name: String,
    },
    /// Bytes at hand.
    Bytes {
        /// The name.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Something that cannot be read; named in the outcome.
    Refused(Refused),
}

/// A file that was not taken, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file as the person named it.
    pub name: String,
    /// The place, the reason and what to do.
    pub why: String,
}

/// What became of the sources.
#[derive(Debug, Default)]
pub struct Outcome {
    /// New documents, with their files' names.
    pub added: Vec<(DocumentId, String)>,
    /// Files whose content was there already.
    pub known: Vec<(DocumentId, String)>,
    /// What was refused.
    pub refused: Vec<Refused>,
    /// Claims read out of the new documents.
    pub claims: usize,
    /// Pairs of documents that share text, found now.
    pub copies: usize,
    /// Documents that an interrupted run had left unread or uncompared.
    pub resumed: usize,
}

impl Outcome {
    /// For machines.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        let documents = |list: &[(DocumentId, String)]| {
            list.iter().map(|(id, file)| serde_json::json!({ "id": id.as_str(), "file": file })).collect::<Vec<_>>()
        };
        serde_json::json!({
            "added": documents(&self.added),
            "known": documents(&self.known),
            "refused": self.refused.iter().map(|r| serde_json::json!({ "file": r.name, "why": r.why })).collect::<Vec<_>>(),
            "claims": self.claims,
            "copies": self.copies,
            "resumed": self.resumed,
        })
    }

    /// For people.
    #[must_use]
    pub fn sentence(&self) -> String {
        use crate::output::text::counted;
        let mut parts = vec![format!(
            "{} added, {} read, {} that share text",
            counted(self.added.len(), "document", "documents"),
            counted(self.claims, "claim", "claims"),
            counted(self.copies, "pair", "pairs")
        )];
        if !self.known.is_empty() {
            parts.push(format!("{} known already", counted(self.known.len(), "file", "files")));
        }
        if self.resumed > 0 {
            parts.push(format!("{} finished that an earlier run had left", counted(self.resumed, "document", "documents")));
        }
        if !self.refused.is_empty() {
            parts.push(format!("{} refused", counted(self.refused.len(), "input", "inputs")));
        }
        parts.join("; ") + "."
    }
}

/// The files at a path: itself, or all below it, in order of their names. Links are not followed.
pub fn walk(path: &Path, out: &mut Vec<Source>) {
    walk_at(path, 0, out);
}

fn refuse(path: &Path, why: impl std::fmt::Display, out: &mut Vec<Source>) {
    out.push(Source::Refused(Refused { name: path.display().to_string(), why: why.to_string() }));
}

fn walk_at(path: &Path, depth: usize, out: &mut Vec<Source>) {
    // At the top a link is what the person named; below it could lead anywhere.
    let meta = if depth == 0 { std::fs::metadata(path) } else { std::fs::symlink_metadata(path) };
    let meta = match meta {
        Ok(m) => m,
        Err(e) => return refuse(path, format!("{e}. Check the name and the permissions."), out),
    };
    if meta.is_file() {
        out.push(Source::File(path.to_path_buf()));
    } else if meta.is_dir() {
        if depth >= DEPTH_MAX {
            return refuse(path, format!("more than {DEPTH_MAX} folders deep. Add it by itself."), out);
        }
        let entries = match std::fs::read_dir(path) {
            Ok(entries) => entries,
            Err(e) => return refuse(path, format!("{e}. Check the permissions of the folder."), out),
        };
        let mut paths = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => paths.push(entry.path()),
                Err(e) => refuse(path, format!("a name in it cannot be read: {e}"), out),
            }
        }
        paths.sort();
        for p in paths {
            walk_at(&p, depth + 1, out);
        }
    } else if meta.is_symlink() {
        refuse(path, "a link. Add what it points to by its own name.", out);
    } else {
        refuse(path, "neither a file nor a folder.", out);
    }
}

/// A file's own name, which goes into the register; the folders above it may say who collected it, and do not.
fn own_name(path: &Path) -> String {
    path.file_name().map_or_else(|| "unnamed".to_owned(), |n| n.to_string_lossy().into_owned())
}

/// Reads a source, at most [`FILE_MAX`] bytes of it. The first text names it in messages, the second in the register.
fn fetch(source: Source) -> Result<(String, String, Vec<u8>), Refused> {
    let limited = |shown: String, own: String, reader: &mut dyn std::io::Read| {
        let mut bytes = Vec::new();
        match reader.take(FILE_MAX + 1).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > FILE_MAX => {
                Err(Refused { name: shown, why: format!("larger than {FILE_MAX} bytes. Split it, or save the page without its pictures.") })
            }
            Ok(_) => Ok((shown, own, bytes)),
            Err(e) => Err(Refused { name: shown, why: format!("{e}. Check the file and its permissions.") }),
        }
    };
    match source {
        Source::Refused(r) => Err(r),
        Source::Bytes { name, bytes } => Ok((name.clone(), name, bytes)),
        Source::Stdin { name } => limited("standard input".to_owned(), name, &mut std::io::stdin().lock()),
        Source::File(path) => {
            let shown = path.display().to_string();
            match std::fs::File::open(&path) {
                Ok(mut file) => limited(shown, own_name(&path), &mut file),
                Err(e) => Err(Refused { name: shown, why: format!("{e}. Check the name and the permissions.") }),
            }
        }
    }
}

/// A document's id: the digest of its bytes.
#[must_use]
pub fn document_id(sha256: &[u8; 32]) -> DocumentId {
    DocumentId::of(&[sha256])
}

/// Takes sources in. `progress` is told how many sources are done; `warn` is told what somebody should know.
pub fn add(
    mission: &Mission,
    sources: Vec<Source>,
    progress: &dyn Fn(u64),
    warn: &dyn Fn(&str),
) -> Result<Outcome, Failure> {
    let mut writer = mission.writer()?;
    for w in &writer.warnings {
        warn(w);
    }
    let record = record::fold(&mission::statements(&writer.registers()?));
    let (agreements, problems) = agreements::of_record(&record);
    for (thing, why) in &problems {
        warn(&format!("the agreement {thing} cannot be used: {why}"));
    }
    let context = context(&agreements)?;
    let blobs = mission.blobs();
    let mut outcome = Outcome::default();
    let mut compared = compare::Pool::default();
    let mut known: BTreeSet<DocumentId> =
        record.documents.iter().filter(|(_, d)| !d.captured.is_empty()).map(|(id, _)| id.clone()).collect();

    resume(mission, &record, &context, &mut writer, &mut outcome, &mut compared)?;

    let mut sources = sources.into_iter().peekable();
    while sources.peek().is_some() {
        let mut batch: Vec<(String, String, Vec<u8>)> = Vec::new();
        let (mut taken, mut size) = (0, 0u64);
        while batch.len() < BATCH_FILES && size < BATCH_BYTES {
            let Some(source) = sources.next() else { break };
            taken += 1;
            match fetch(source) {
                Ok(file) => {
                    size += file.2.len() as u64;
                    batch.push(file);
                }
                Err(refused) => outcome.refused.push(refused),
            }
        }
        let mut fresh: Vec<(DocumentId, [u8; 32], String, String, Vec<u8>)> = Vec::new();
        for (shown, own, bytes) in batch {
            let sha256: [u8; 32] = Sha256::digest(&bytes).into();
            let id = document_id(&sha256);
            if known.insert(id.clone()) {
                fresh.push((id, sha256, shown, own, bytes));
            } else {
                outcome.known.push((id, own));
            }
        }
        let read: Vec<_> = fresh
            .par_iter()
            .map(|(id, _, _, own, bytes)| document::read(bytes, Some(own), id, &context))
            .collect();
        let mut sound = Vec::new();
        for ((id, sha256, shown, own, bytes), read) in fresh.into_iter().zip(read) {
            match read {
                Ok(read) => sound.push((id, sha256, shown, own, bytes, read)),
                Err(e) => {
                    known.remove(&id);
                    outcome.refused.push(Refused { name: shown, why: e.to_string() });
                }
            }
        }
        // The bytes are on the disk before anything is said about them; bytes without a statement are harmless.
        let originals: Vec<&[u8]> = sound.iter().map(|s| s.4.as_slice()).collect();
        let kept = blobs.put_all(&originals).map_err(|e| Failure::from_error(&e))?;
        let mut bodies = Vec::new();
        for ((id, sha256, shown, own, bytes, read), kept) in sound.into_iter().zip(kept) {
            if let Err(e) = kept {
                known.remove(&id);
                outcome.refused.push(Refused { name: shown, why: e.to_string() });
                continue;
            }
            for problem in &read.refused {
                outcome.refused.push(Refused { name: shown.clone(), why: problem.clone() });
            }
            bodies.push(Body::DocumentCaptured {
                document: id.clone(),
                sha256,
                size: bytes.len() as u64,
                file: own.clone(),
            });
            outcome.claims += read.claims.len();
            bodies.extend(said(&read));
            compared.add(id.clone(), read);
            outcome.added.push((id, own));
        }
        say(&mut writer, bodies)?;
        progress(taken);
    }
    outcome.copies = compare::run(mission, &record, &mut compared, &mut writer)?;
    Ok(outcome)
}

/// What the reader must know of the agreements: where to look for places, and which names are actors.
fn context(agreements: &[agreements::AgreementFile]) -> Result<Context<'static>, Failure> {
    let mut countries = BTreeSet::new();
    let mut aliases = BTreeSet::new();
    let mut effective = Vec::new();
    for a in agreements {
        countries.extend(a.agreement.scope.territory.countries.iter().cloned());
        for actor in &a.agreement.actors {
            aliases.insert(actor.name.clone());
            aliases.extend(actor.aliases.iter().cloned());
        }
        effective.push(a.agreement.effective.local.date());
    }
    Ok(Context {
        gazetteer: places::gazetteer()?,
        countries: countries.into_iter().collect(),
        actor_aliases: aliases.into_iter().collect(),
    })
}

/// Documents that were captured and not read whole: an earlier run ended between two batches, or an older reader read them.
fn resume(
    mission: &Mission,
    record: &Record,
    context: &Context<'_>,
    writer: &mut Writer<'_>,
    outcome: &mut Outcome,
    compared: &mut compare::Pool,
) -> Result<(), Failure> {
    let open: Vec<&DocumentId> = record
        .documents
        .iter()
        .filter(|(_, d)| {
            let version = document::engine().version;
            let whole = d.text().is_some_and(|(_, t)| t.engine.version >= version)
                && d.claims().is_some_and(|(_, c)| c.engine.version >= version);
            !d.captured.is_empty() && !whole
        })
        .map(|(id, _)| id)
        .collect();
    for chunk in open.chunks(BATCH_FILES) {
        let mut bodies = Vec::new();
        let read: Vec<_> = chunk.par_iter().map(|id| reread(mission, record, id, context)).collect();
        for (id, read) in chunk.iter().zip(read) {
            let read = read?;
            outcome.claims += read.claims.len();
            outcome.resumed += 1;
            bodies.extend(said(&read));
            compared.add((*id).clone(), read);
        }
        say(writer, bodies)?;
    }
    Ok(())
}

/// Reads a captured document again from its bytes.
pub fn reread(
    mission: &Mission,
    record: &Record,
    id: &DocumentId,
    context: &Context<'_>,
) -> Result<DocumentRead, Failure> {
    let captured = record.documents.get(id).and_then(|d| d.captured.first()).ok_or_else(|| {
        Failure::new(Exit::NotFound, format!("{id} was never captured here"), "Add the file again.")
    })?;
    let (_, capture) = captured;
    let blob = BlobId::from_digest(armistice_tlog::hash::Hash::from_bytes(capture.sha256));
    let bytes = mission.blobs().get(&blob).map_err(|e| Failure { exit: Exit::NotVerified, ..Failure::from_error(&e) })?;
    document::read(&bytes, Some(&capture.file), id, context).map_err(|e| Failure::from_error(&e))
}

/// The context of a record's agreements, for reading its documents again.
pub fn context_of(record: &Record) -> Result<Context<'static>, Failure> {
    context(&agreements::of_record(record).0)
}

/// Appends statements in batches that fit; one document's statements may span two of them, which `resume` mends.
pub fn say(writer: &mut Writer<'_>, bodies: Vec<Body>) -> Result<(), Failure> {
    let mut batch = Vec::new();
    let mut size = 0;
    for body in bodies {
        let length = payload_size(&body);
        if !batch.is_empty() && (size + length > APPEND_BYTES || batch.len() >= Writer::batch_statements()) {
            writer.say(std::mem::take(&mut batch))?;
            size = 0;
        }
        size += length;
        batch.push(body);
    }
    if !batch.is_empty() {
        writer.say(batch)?;
    }
    Ok(())
}

/// The size of a body in a payload, with the longest header that there can be.
fn payload_size(body: &Body) -> usize {
    let header = Header {
        mission: "m".repeat(64),
        member: "m".repeat(64),
        seq: u64::MAX,
        prev: Some([0; 32]),
        asserted: i64::MAX,
        seen: vec![],
    };
    encode(&Statement { header, body: body.clone() }).len()
}

/// The statements that say what was read of a document.
#[must_use]
pub fn said(read: &DocumentRead) -> Vec<Body> {
    let mut bodies = vec![Body::TextRead(Box::new(fitted(read.text.clone())))];
    // Parts are filled up to the size of an entry, claim by claim.
    let mut parts: Vec<(Vec<Claim>, Vec<PersonNamed>)> = vec![(vec![], vec![])];
    let empty = Body::ClaimsRead {
        document: read.text.document.clone(),
        engine: read.text.engine.clone(),
        part: u32::MAX,
        parts: u32::MAX,
        claims: vec![],
        people: vec![],
    };
    let base = payload_size(&empty) + 16;
    let mut size = base;
    let measure = |claims: Vec<Claim>, people: Vec<PersonNamed>| {
        let Body::ClaimsRead { document, engine, part, parts, .. } = &empty else { return 0 };
        payload_size(&Body::ClaimsRead {
            document: document.clone(),
            engine: engine.clone(),
            part: *part,
            parts: *parts,
            claims,
            people,
        })
        .saturating_sub(base - 16)
    };
    for claim in &read.claims {
        let length = measure(vec![claim.clone()], vec![]);
        if size + length > PAYLOAD_MAX {
            parts.push((vec![], vec![]));
            size = base;
        }
        size += length;
        if let Some(last) = parts.last_mut() {
            last.0.push(claim.clone());
        }
    }
    for person in &read.people {
        let length = measure(vec![], vec![person.clone()]);
        if size + length > PAYLOAD_MAX {
            parts.push((vec![], vec![]));
            size = base;
        }
        size += length;
        if let Some(last) = parts.last_mut() {
            last.1.push(person.clone());
        }
    }
    let total = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    bodies.extend(parts.into_iter().zip(0..).map(|((claims, people), part)| Body::ClaimsRead {
        document: read.text.document.clone(),
        engine: read.text.engine.clone(),
        part,
        parts: total,
        claims,
        people,
    }));
    bodies
}

/// A reading that fits one entry. A page of tens of thousands of pieces gets a coarser list of what was cut (never of what
/// was kept), and says so.
fn fitted(mut text: TextRead) -> TextRead {
    let fits = |t: &TextRead| payload_size(&Body::TextRead(Box::new(t.clone()))) <= PAYLOAD_MAX;
    if fits(&text) {
        return text;
    }
    text.warnings.truncate(8);
    text.dates.truncate(200);
    text.credits.truncate(200);
    if fits(&text) {
        return text;
    }
    text.warnings.push("the list of what was cut was too long for one statement and is given coarsely".to_owned());
    let other = FATES.iter().position(|f| *f == "other").and_then(|n| u8::try_from(n).ok()).unwrap_or_default();
    let mut coarse: Vec<Part> = Vec::new();
    for part in &text.partition {
        match coarse.last_mut() {
            Some(last) if (last.fate == 0) == (part.fate == 0) => {
                last.len += part.len;
                if last.fate != 0 {
                    last.fate = other;
                }
            }
            _ => coarse.push(*part),
        }
    }
    text.partition = coarse;
    let mut gap = 2;
    // Still too long: small gaps between kept stretches are kept with them, larger ones in each round.
    while !fits(&text) && gap < u32::MAX / 4 {
        let mut joined: Vec<Part> = Vec::new();
        for part in &text.partition {
            match joined.last_mut() {
                Some(last) if last.fate == 0 && (part.fate == 0 || part.len <= gap) => last.len += part.len,
                _ => joined.push(*part),
            }
        }
        text.partition = joined;
        gap *= 4;
    }
    text
}
