//! Comparing new documents with each other and with all captured before, and saying what was found.
//!
//! Must not: judge; the lineage engine does. What it found is said once and never changed.

use crate::{
    blobs::BlobId,
    failure::Failure,
    intake,
    mission::{Mission, PAYLOAD_MAX, Writer},
};
use armistice_core::{
    id::DocumentId,
    record::Record,
    span::Span,
    statement::{Body, Bond, CreditShown, Engine, SharedRun},
};
use armistice_read::{
    document::{self, DocumentRead},
    lineage::{
        agencies::Agencies,
        copies::Copy,
        credit::{Cue, CueKind, agency_of},
        index::{Index, TextDoc},
        origin::{self, OriginDoc},
        quotes,
    },
    source::SourceText,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the lineage engine's rules and data.
pub const VERSION: u32 = 1;
/// Runs of one pair that are said; the longest of more.
const RUNS_MAX: usize = 1500;
/// Documents in one statement that they were compared.
const COMPARED_MAX: usize = 1000;
/// Bytes of one reason that are said.
const REASON_MAX: usize = 1024;
/// Reasons of one pair that are said.
const REASONS_MAX: usize = 12;

/// The engine that this is.
#[must_use]
pub fn engine() -> Engine {
    Engine { name: "armistice-lineage".to_owned(), version: VERSION }
}

/// The texts of documents read in this run, so that they are not read again.
#[derive(Debug, Default)]
pub struct Pool {
    texts: BTreeMap<DocumentId, Text>,
}

#[derive(Debug)]
struct Text {
    source: SourceText,
    main: Vec<Span>,
    credits: Vec<CreditShown>,
    outlet: Option<String>,
    title: Option<String>,
    event_data: bool,
}

impl Pool {
    /// Keeps what comparing needs of a document.
    pub fn add(&mut self, id: DocumentId, read: DocumentRead) {
        let text = Text {
            event_data: read.text.format == "event_data",
            credits: read.text.credits,
            outlet: read.text.outlet.map(|w| w.text),
            title: read.text.title.map(|w| w.text),
            source: read.source,
            main: read.main,
        };
        self.texts.insert(id, text);
    }
}

/// What a comparison came to.
#[derive(Debug, Default)]
pub struct Run {
    /// Pairs found.
    pub pairs: usize,
    /// Originals that are gone or altered. Nothing is compared then: that documents were compared with *all* captured
    /// before is what the statement says.
    pub damage: Vec<String>,
}

/// Compares every document that was not compared yet; says what is found, then that they were compared.
pub fn run(mission: &Mission, record: &Record, pool: &mut Pool, writer: &mut Writer<'_>) -> Result<Run, Failure> {
    let open = |id: &DocumentId| record.compared.get(id).is_none_or(|v| *v < VERSION);
    let fresh: BTreeSet<DocumentId> = record
        .documents
        .iter()
        // Without a text there is nothing to compare; that is another problem, and named as such.
        .filter(|(id, d)| !d.captured.is_empty() && open(id) && (d.text().is_some() || pool.texts.contains_key(*id)))
        .map(|(id, _)| id.clone())
        .chain(pool.texts.keys().filter(|id| open(id)).cloned())
        .collect();
    if fresh.is_empty() {
        return Ok(Run::default());
    }
    let texts = match texts(mission, record, pool) {
        Ok(texts) => texts,
        Err(damage) => return Ok(Run { pairs: 0, damage }),
    };
    let docs: Vec<(&DocumentId, &Text)> = texts.iter().filter(|(_, t)| !t.event_data).collect();
    let pairs = pairs(&docs, &fresh);
    let found = pairs.len();
    let mut bodies = pairs;
    let fresh: Vec<DocumentId> = fresh.into_iter().collect();
    for chunk in fresh.chunks(COMPARED_MAX) {
        bodies.push(Body::Compared { engine: engine(), documents: chunk.to_vec() });
    }
    intake::say(writer, bodies)?;
    Ok(Run { pairs: found, damage: vec![] })
}

/// The texts of all documents: those of this run, and the others from their captured bytes. Or what is damaged.
fn texts(mission: &Mission, record: &Record, pool: &mut Pool) -> Result<BTreeMap<DocumentId, Text>, Vec<String>> {
    let mut texts = std::mem::take(&mut pool.texts);
    let blobs = mission.blobs();
    let missing: Vec<_> = record
        .documents
        .iter()
        .filter(|(id, _)| !texts.contains_key(*id))
        .filter_map(|(id, d)| Some((id, &d.captured.first()?.1, &d.text()?.1)))
        .collect();
    let read: Vec<Result<(DocumentId, Text), String>> = missing
        .par_iter()
        .map(|(id, capture, read)| {
            let event_data = read.format == "event_data";
            let blob = BlobId::from_digest(armistice_tlog::hash::Hash::from_bytes(capture.sha256));
            let (source, main) = if event_data {
                (SourceText::default(), vec![])
            } else {
                let bytes = intake::original(&blobs, &blob, &capture.file).map_err(|e| format!("{id}: {e}"))?;
                document::main_text(&bytes, Some(&capture.file)).map_err(|e| format!("{id} ({}): {e}", capture.file))?
            };
            let text = Text {
                source,
                main,
                credits: read.credits.clone(),
                outlet: read.outlet.as_ref().map(|w| w.text.clone()),
                title: read.title.as_ref().map(|w| w.text.clone()),
                event_data,
            };
            Ok(((*id).clone(), text))
        })
        .collect();
    let mut damage = Vec::new();
    for r in read {
        match r {
            Ok((id, text)) => {
                texts.insert(id, text);
            }
            Err(why) => damage.push(why),
        }
    }
    if damage.is_empty() { Ok(texts) } else { Err(damage) }
}

/// Credits of a statement as cues of the engine. Spans are bytes of the captured file; only their order counts.
#[must_use]
pub fn cues(credits: &[CreditShown]) -> Vec<Cue> {
    let agencies = Agencies::bundled();
    credits
        .iter()
        .filter_map(|c| {
            let kind = match c.role.as_str() {
                "text_credit" => CueKind::TextCredit,
                "dateline_agency" => CueKind::DatelineAgency,
                "courtesy_line" => CueKind::CourtesyLine,
                "told_agency" => CueKind::ToldAgency,
                "cited_outlet" => CueKind::CitedOutlet,
                "photo_credit" => CueKind::PhotoCredit,
                // A role of a later version says nothing to this engine.
                _ => return None,
            };
            Some(Cue {
                span: c.words.span.unwrap_or_default(),
                agency: agency_of(&c.agency, kind, agencies),
                name: c.agency.clone(),
                kind,
                evidence: c.words.text.clone(),
            })
        })
        .collect()
}

fn pairs(docs: &[(&DocumentId, &Text)], fresh: &BTreeSet<DocumentId>) -> Vec<Body> {
    let mut index = Index::new();
    for (_, t) in docs {
        index.push(&TextDoc { text: &t.source.text, spans: &t.main });
    }
    let lineage = index.lineage();
    let quotations: Vec<_> = docs.iter().map(|(_, t)| quotes::quotations(&t.source.text, &t.main)).collect();
    let quotations = quotes::same_quotations(&quotations);
    let origin_docs: Vec<OriginDoc> = docs
        .iter()
        .map(|(_, t)| OriginDoc {
            outlet: t.outlet.clone(),
            title: t.title.clone(),
            published: None,
            main_start: t.main.first().and_then(|s| t.source.raw(*s)).map_or(0, |s| s.start),
            cues: cues(&t.credits),
        })
        .collect();
    let origins = origin::origins(&origin_docs, &index, &lineage, &quotations, Agencies::bundled());

    let name = |i: usize| docs.get(i).map_or_else(String::new, |(id, _)| id.to_string());
    let mut bonds: BTreeMap<(usize, usize), (Bond, Vec<String>)> = BTreeMap::new();
    for edge in &origins.edges {
        let bond = match edge.firm {
            Some(true) => Bond::Same,
            Some(false) => Bond::Perhaps,
            None => Bond::None,
        };
        let entry = bonds.entry((edge.a.min(edge.b), edge.a.max(edge.b))).or_insert((Bond::None, vec![]));
        // `Same` is the smallest: the firmest bond of a pair stands.
        entry.0 = entry.0.min(bond);
        for r in &edge.reasons {
            let text = r.english(&name);
            if !entry.1.contains(&text) && entry.1.len() < REASONS_MAX {
                entry.1.push(text);
            }
        }
    }
    let copies: BTreeMap<(usize, usize), &Copy> =
        lineage.faint.iter().chain(&lineage.copies).map(|c| ((c.a, c.b), c)).collect();
    let keys: BTreeSet<(usize, usize)> = bonds.keys().chain(copies.keys()).copied().collect();
    keys.into_iter()
        .filter(|(a, b)| fresh.contains(docs[*a].0) || fresh.contains(docs[*b].0))
        .map(|(a, b)| {
            let (bond, mut reasons) = bonds.remove(&(a, b)).unwrap_or((Bond::None, vec![]));
            let copy = copies.get(&(a, b));
            if reasons.is_empty() {
                reasons.extend(copy.into_iter().flat_map(|c| c.reasons.iter().map(|r| r.english(&name))));
            }
            fitted(Body::CopiesFound {
                engine: engine(),
                a: docs[a].0.clone(),
                b: docs[b].0.clone(),
                runs: copy.map_or_else(Vec::new, |c| runs(c, &docs[a].1.source, &docs[b].1.source)),
                bond,
                containment_permille: copy.map_or(0, |c| c.containment),
                reasons,
            })
        })
        .collect()
}

/// A finding that fits one entry: long reasons are cut, then the shortest runs left out.
fn fitted(mut body: Body) -> Body {
    if let Body::CopiesFound { reasons, .. } = &mut body {
        for r in reasons.iter_mut().filter(|r| r.len() > REASON_MAX) {
            r.truncate(r.floor_char_boundary(REASON_MAX));
            r.push('…');
        }
    }
    while intake::payload_size(&body) > PAYLOAD_MAX {
        let Body::CopiesFound { runs, .. } = &mut body else { break };
        if runs.is_empty() {
            break;
        }
        runs.sort_by_key(|r| std::cmp::Reverse(r.words));
        runs.truncate(runs.len() / 2);
        runs.sort();
    }
    body
}

/// The runs and reworded passages of a pair, as bytes of the captured files.
fn runs(copy: &Copy, a: &SourceText, b: &SourceText) -> Vec<SharedRun> {
    let mut runs: Vec<SharedRun> = Vec::new();
    for r in &copy.runs {
        if let (Some(x), Some(y)) = (a.raw(r.a), b.raw(r.b)) {
            runs.push(SharedRun { a: x, b: y, words: r.words, quoted: r.quoted, edited: false });
        }
    }
    for e in &copy.edited {
        if let (Some(x), Some(y)) = (a.raw(e.a), b.raw(e.b)) {
            runs.push(SharedRun { a: x, b: y, words: e.words, quoted: false, edited: true });
        }
    }
    if runs.len() > RUNS_MAX {
        runs.sort_by_key(|r| std::cmp::Reverse(r.words));
        runs.truncate(RUNS_MAX);
    }
    runs.sort();
    runs
}
