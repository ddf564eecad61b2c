//! Taking files in: bytes are kept, read, and said, batch by batch. What was acknowledged survives any end of the process,
//! and running the same command again does the rest.
//!
//! Must not: lose a file in silence, put a folder's name into a register, or follow links.

use crate::{
    agreements,
    blobs::{BlobError, BlobId, Blobs, Put},
    clock, compare,
    failure::{Exit, Failure},
    keys,
    mission::{self, Mission, PAYLOAD_MAX, Writer},
    places,
};
use armistice_core::{
    claim::Claim,
    id::DocumentId,
    record::{self, Record},
    statement::{Body, FATES, Header, Part, PersonNamed, Statement, TextRead, encode},
};
use armistice_read::{
    document::{self, Context, DocumentRead},
    limits,
};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

pub mod waiting;
mod walk;

pub use walk::walk;

/// Files of one batch, and bytes of one batch: what is read, kept and said together.
const BATCH_FILES: usize = 256;
/// See [`BATCH_FILES`].
const BATCH_BYTES: u64 = 48 << 20;
/// Bytes of statements in one append; well below the register's own limit of a batch.
const APPEND_BYTES: usize = 16 << 20;
/// The largest file that is read into memory; one byte more, and it is refused before it is read. Event data too.
const FILE_MAX: u64 = limits::MAX_DOCUMENT_BYTES as u64;
/// Bytes of a name that are kept; file systems have no longer ones, and standard input can be given any.
const NAME_MAX: usize = 255;
/// Bytes of a title, a byline and the like that are put into a statement; the rest stays in the file.
const WORDS_MAX: usize = 2048;

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

impl Source {
    /// The name under which it is kept and listed.
    fn own_name(&self) -> String {
        match self {
            Source::File(path) => own_name(path),
            Source::Stdin { name } | Source::Bytes { name, .. } => own_name(Path::new(name)),
            Source::Refused(r) => own_name(Path::new(&r.name)),
        }
    }
}

/// A file that was not taken, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file as the person named it.
    pub name: String,
    /// The place, the reason and what to do.
    pub why: String,
    /// Its bytes, where they were read: for another try.
    pub bytes: Option<Vec<u8>>,
}

impl Refused {
    /// One of which no bytes are at hand.
    #[must_use]
    pub fn named(name: impl Into<String>, why: impl Into<String>) -> Self {
        Self { name: name.into(), why: why.into(), bytes: None }
    }

    /// The digest of the bytes, where there are some.
    #[must_use]
    pub fn sha256(&self) -> Option<[u8; 32]> {
        self.bytes.as_deref().map(|b| Sha256::digest(b).into())
    }
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
    /// Originals that were missing from the mission, and came back with these files.
    pub restored: usize,
    /// What could not be finished because the mission is damaged: where, and what to do.
    pub damage: Vec<String>,
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
            "restored": self.restored,
            "damage": self.damage,
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
            parts.push(format!(
                "{} finished that an earlier run had left",
                counted(self.resumed, "document", "documents")
            ));
        }
        if self.restored > 0 {
            parts.push(format!("{} put back that had been missing", counted(self.restored, "original", "originals")));
        }
        if !self.refused.is_empty() {
            parts.push(format!("{} refused", counted(self.refused.len(), "input", "inputs")));
        }
        parts.join("; ") + "."
    }
}

/// A file's own name, which goes into the register; the folders above it may say who collected it, and do not.
fn own_name(path: &Path) -> String {
    let mut name = path.file_name().map_or_else(|| "unnamed".to_owned(), |n| n.to_string_lossy().into_owned());
    name.truncate(name.floor_char_boundary(NAME_MAX));
    name
}

/// Reads a source, at most [`FILE_MAX`] bytes of it. The first text names it in messages, the second in the register.
fn fetch(source: Source) -> Result<(String, String, Vec<u8>), Refused> {
    let too_large = |length: u64| {
        format!(
            "{length} bytes, more than the {FILE_MAX} of one file. Split it, or save the page without its pictures."
        )
    };
    let limited = |shown: String, own: String, reader: &mut dyn std::io::Read| {
        let mut bytes = Vec::new();
        match reader.take(FILE_MAX + 1).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > FILE_MAX => {
                Err(Refused::named(shown, format!("at least {}", too_large(bytes.len() as u64))))
            }
            // Whoever has this file can sign as the member; it is no article, wherever it lies.
            Ok(_) if keys::is_secret(&bytes) => {
                Err(Refused::named(shown, "a member's secret key, not an article. Keep it out of what you add."))
            }
            Ok(_) => Ok((shown, own, bytes)),
            Err(e) => Err(Refused::named(shown, format!("{e}. Check the file and its permissions."))),
        }
    };
    match source {
        Source::Refused(r) => Err(r),
        Source::Bytes { name, bytes } => Ok((name.clone(), name, bytes)),
        Source::Stdin { name } => {
            limited("standard input".to_owned(), own_name(Path::new(&name)), &mut std::io::stdin().lock())
        }
        Source::File(path) => {
            let shown = path.display().to_string();
            let refused = |why: String| Refused::named(shown.clone(), why);
            let cannot = |e: std::io::Error| refused(format!("{e}. Check the name and the permissions."));
            // Something else may stand there now than when the folder was listed; opening a pipe must not wait.
            let nonblock = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
            let mut file = std::fs::OpenOptions::new().read(true).custom_flags(nonblock).open(&path).map_err(cannot)?;
            let meta = file.metadata().map_err(cannot)?;
            if !meta.is_file() {
                return Err(refused("no longer a plain file. Add it again.".to_owned()));
            }
            if meta.len() > FILE_MAX {
                return Err(refused(too_large(meta.len())));
            }
            limited(shown.clone(), own_name(&path), &mut file)
        }
    }
}

/// A document's id: the digest of its bytes.
#[must_use]
pub fn document_id(sha256: &[u8; 32]) -> DocumentId {
    DocumentId::of(&[sha256])
}

/// A file on its way in.
struct Incoming {
    id: DocumentId,
    sha256: [u8; 32],
    shown: String,
    own: String,
    bytes: Vec<u8>,
}

/// Takes sources in. `progress` is told how many sources are done; `warn` is told what somebody should know. The outcome
/// says what was acknowledged, also when it ended with a failure.
pub fn add(
    mission: &Mission,
    sources: Vec<Source>,
    progress: &dyn Fn(u64),
    warn: &dyn Fn(&str),
) -> (Outcome, Result<(), Failure>) {
    let mut outcome = Outcome::default();
    let mut names: Vec<String> = sources.iter().map(Source::own_name).collect();
    let done = take_in(mission, sources, progress, warn, &mut outcome);
    // A failure leaves files undone: they are not to be lost because somebody did not look at the screen.
    let mut left = Vec::new();
    if let Err(failure) = &done {
        let told = |name: &String| {
            let refused = |r: &Refused| own_name(Path::new(&r.name)) == *name;
            outcome.added.iter().chain(&outcome.known).any(|(_, n)| n == name) || outcome.refused.iter().any(refused)
        };
        names.retain(|name| !told(name));
        left = names.into_iter().map(|name| Refused::named(name, failure.sentence.clone())).collect();
    }
    if let Err(failure) = waiting::note(&mission.root, &outcome, &left, clock::now()) {
        warn(&failure.sentence);
    }
    (outcome, done)
}

fn take_in(
    mission: &Mission,
    sources: Vec<Source>,
    progress: &dyn Fn(u64),
    warn: &dyn Fn(&str),
    outcome: &mut Outcome,
) -> Result<(), Failure> {
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
    blobs.sweep().map_err(|e| store_failure(&e))?;
    let mut compared = compare::Pool::default();
    let mut known: BTreeMap<DocumentId, [u8; 32]> =
        record.documents.iter().filter_map(|(id, d)| Some((id.clone(), d.captured.first()?.1.sha256))).collect();

    // Taken in by this run.
    let mut fresh: BTreeSet<DocumentId> = BTreeSet::new();
    let mut sources = sources.into_iter().peekable();
    while sources.peek().is_some() {
        let (mut batch, mut twins, mut back) = (Vec::new(), Vec::new(), Vec::new());
        let (mut taken, mut size) = (0, 0u64);
        while taken < BATCH_FILES as u64 && size < BATCH_BYTES {
            let Some(source) = sources.next() else { break };
            taken += 1;
            let (shown, own, bytes) = match fetch(source) {
                Ok(file) => file,
                Err(refused) => {
                    outcome.refused.push(refused);
                    continue;
                }
            };
            size += bytes.len() as u64;
            let sha256: [u8; 32] = Sha256::digest(&bytes).into();
            let id = document_id(&sha256);
            let file = Incoming { id, sha256, shown, own, bytes };
            match known.get(&file.id) {
                // An id is shorter than a digest: somebody who tries can make two files of one id.
                Some(other) if *other != file.sha256 => outcome.refused.push(Refused {
                    name: file.shown,
                    why: format!("other content with the id {}, which a file here has. Report this.", file.id),
                    bytes: Some(file.bytes),
                }),
                Some(_) if record.documents.get(&file.id).is_some_and(|d| !d.captured.is_empty()) => {
                    // Its original may have been lost since; then these bytes put it back.
                    let digest = armistice_tlog::hash::Hash::from_bytes(file.sha256);
                    if blobs.contains(&BlobId::from_digest(digest)) {
                        outcome.known.push((file.id, file.own));
                    } else {
                        back.push(file);
                    }
                }
                Some(_) => twins.push(file),
                None => {
                    known.insert(file.id.clone(), file.sha256);
                    batch.push(file);
                }
            }
        }
        if !back.is_empty() {
            let originals: Vec<&[u8]> = back.iter().map(|f| f.bytes.as_slice()).collect();
            for put in blobs.put_all(&originals).map_err(|e| store_failure(&e))? {
                outcome.restored += usize::from(matches!(put, Ok(Put::New(_))));
            }
            outcome.known.extend(back.into_iter().map(|f| (f.id, f.own)));
        }
        let ids: Vec<DocumentId> = batch.iter().map(|f| f.id.clone()).collect();
        let (bodies, claims, added) = read_batch(batch, &context, &blobs, &mut compared, outcome)?;
        // Counted and named only once they are on the disk.
        say(&mut writer, bodies)?;
        outcome.claims += claims;
        fresh.extend(added.iter().map(|(id, _)| id.clone()));
        outcome.added.extend(added);
        for id in ids.iter().filter(|id| !fresh.contains(*id)) {
            known.remove(id);
        }
        // The same bytes under a second name share the fate of the first.
        for twin in twins {
            if fresh.contains(&twin.id) {
                outcome.known.push((twin.id, twin.own));
            } else {
                let read = read_safely(&twin.bytes, &twin.own, &twin.id, &context);
                let why = read.err().unwrap_or_else(|| "the same content was refused under another name".to_owned());
                outcome.refused.push(Refused { name: twin.shown, why, bytes: Some(twin.bytes) });
            }
        }
        progress(taken);
    }
    resume(mission, &record, &context, &mut writer, outcome, &mut compared)?;
    let run = compare::run(mission, &record, &mut compared, &mut writer)?;
    outcome.copies = run.pairs;
    outcome.damage.extend(run.damage);
    writer.finish()
}

/// What a batch says: its statements, the number of claims, and the documents with their files' names.
type Batch = (Vec<Body>, usize, Vec<(DocumentId, String)>);

/// Reads a batch and keeps its bytes.
fn read_batch(
    batch: Vec<Incoming>,
    context: &Context<'_>,
    blobs: &Blobs,
    compared: &mut compare::Pool,
    outcome: &mut Outcome,
) -> Result<Batch, Failure> {
    let read: Vec<_> = batch.par_iter().map(|f| read_safely(&f.bytes, &f.own, &f.id, context)).collect();
    let mut sound = Vec::new();
    for (file, read) in batch.into_iter().zip(read) {
        match read.and_then(|r| Ok((said_within(&r)?, r))) {
            Ok((said, read)) => sound.push((file, said, read)),
            Err(why) => outcome.refused.push(Refused { name: file.shown, why, bytes: Some(file.bytes) }),
        }
    }
    if sound.is_empty() {
        return Ok((vec![], 0, vec![]));
    }
    // The bytes are on the disk before anything is said about them; bytes without a statement are harmless.
    let originals: Vec<&[u8]> = sound.iter().map(|(f, ..)| f.bytes.as_slice()).collect();
    let kept = blobs.put_all(&originals).map_err(|e| store_failure(&e))?;
    let (mut bodies, mut claims, mut added) = (Vec::new(), 0, Vec::new());
    for ((file, said, read), kept) in sound.into_iter().zip(kept) {
        if let Err(e) = kept {
            outcome.refused.push(Refused { name: file.shown, why: e.to_string(), bytes: Some(file.bytes) });
            continue;
        }
        for problem in &read.refused {
            outcome.refused.push(Refused::named(file.shown.clone(), problem.clone()));
        }
        bodies.push(Body::DocumentCaptured {
            document: file.id.clone(),
            sha256: file.sha256,
            size: file.bytes.len() as u64,
            file: file.own.clone(),
        });
        claims += read.claims.len();
        bodies.extend(said);
        compared.add(file.id.clone(), read);
        added.push((file.id, file.own));
    }
    Ok((bodies, claims, added))
}

/// Reads one file. A reader that panics on it refuses the file, and not the others.
fn read_safely(bytes: &[u8], name: &str, id: &DocumentId, context: &Context<'_>) -> Result<DocumentRead, String> {
    match std::panic::catch_unwind(|| document::read(bytes, Some(name), id, context)) {
        Ok(read) => read.map_err(|e| e.to_string()),
        Err(_) => Err(
            "the reader failed on this file, which is a fault of this program. Report it; the other files were read."
                .to_owned(),
        ),
    }
}

/// The statements of a reading, if each fits an entry.
fn said_within(read: &DocumentRead) -> Result<Vec<Body>, String> {
    let bodies = said(read);
    match bodies.iter().find(|b| payload_size(b) > PAYLOAD_MAX) {
        None => Ok(bodies),
        Some(b) => Err(format!("what was read of it is too long for a `{}` statement. Split the file.", b.kind())),
    }
}

/// The store of originals could not be written.
fn store_failure(error: &BlobError) -> Failure {
    Failure {
        hint: Some(
            "What was added before is kept. Make room or mend the disk, then run the same command again.".to_owned(),
        ),
        ..Failure::from_error(error)
    }
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
        let (mut claims, mut resumed) = (0, 0);
        for (id, read) in chunk.iter().zip(read) {
            match read.and_then(|r| Ok((said_within(&r).map_err(unreadable)?, r))) {
                Ok((said, read)) => {
                    claims += read.claims.len();
                    resumed += 1;
                    bodies.extend(said);
                    compared.add((*id).clone(), read);
                }
                Err(e) => outcome.damage.push(format!("{id} cannot be read to its end: {e}")),
            }
        }
        say(writer, bodies)?;
        outcome.claims += claims;
        outcome.resumed += resumed;
    }
    Ok(())
}

fn unreadable(why: String) -> Failure {
    Failure { exit: Exit::Failed, sentence: why, hint: None, refused: None }
}

/// Reads a captured document again from its bytes.
pub fn reread(
    mission: &Mission,
    record: &Record,
    id: &DocumentId,
    context: &Context<'_>,
) -> Result<DocumentRead, Failure> {
    let captured =
        record.documents.get(id).and_then(|d| d.captured.first()).ok_or_else(|| {
            Failure::new(Exit::NotFound, format!("{id} was never captured here"), "Add the file again.")
        })?;
    let (_, capture) = captured;
    let blob = BlobId::from_digest(armistice_tlog::hash::Hash::from_bytes(capture.sha256));
    let bytes = original(&mission.blobs(), &blob, &capture.file)?;
    read_safely(&bytes, &capture.file, id, context).map_err(unreadable)
}

/// The bytes of a captured file; if they are gone or altered, what to do about it.
pub fn original(blobs: &Blobs, id: &BlobId, file: &str) -> Result<Vec<u8>, Failure> {
    blobs.get(id).map_err(|e| {
        let next = match &e {
            BlobError::Missing { .. } => format!("; `armistice add` of the same file ({file}) puts it back"),
            BlobError::Damaged { .. } => format!("; or move it away and `armistice add` the same file ({file})"),
            BlobError::TooLarge { .. }
            | BlobError::TooMany { .. }
            | BlobError::Stopped
            | BlobError::Read { .. }
            | BlobError::Durable(_) => String::new(),
        };
        let failure = Failure::from_error(&e);
        Failure { exit: Exit::NotVerified, sentence: failure.sentence + &next, ..failure }
    })
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

/// The size of a body in a payload in bytes, with the longest header that there can be.
#[must_use]
pub fn payload_size(body: &Body) -> usize {
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
    for words in [&mut text.title, &mut text.outlet, &mut text.byline, &mut text.dateline].into_iter().flatten() {
        if words.text.len() > WORDS_MAX {
            words.text.truncate(words.text.floor_char_boundary(WORDS_MAX));
            words.text.push('…');
        }
    }
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
