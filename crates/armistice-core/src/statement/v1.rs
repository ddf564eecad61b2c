//! Version 1 of the layouts, frozen: these types are the format. Domain types change; these do not.
//!
//! Must not: be edited once released. A new need is a new version beside this one.

mod trust;

use super::{
    Body, Bond, CreditShown, DateShown, DecodeError, Decoded, Engine, Header, Part, PersonNamed, Seen, SharedRun,
    Statement, TextRead, Verdict, Words, casework::Casework, desk::Desk, ledger::Ledger,
};
use crate::{
    act::Act,
    claim::{ActorMention, ChainLink, ChainRole, Claim, ClaimKind, Polarity},
    count::{Count, CountStatus, CountWhat},
    id::{ClaimId, DocumentId},
    named::Named,
    place::{Place, PlacePrecision},
    span::Span,
    time::{Direction, PartOfDay, Tense, TimeExpr, TimeMention, TimePrecision, Unit},
};
use jiff::civil::{Date, Weekday};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// How deep time expressions may nest when read.
const EXPR_DEPTH_MAX: usize = 6;

#[derive(Encode, Decode)]
#[cbor(map)]
struct EnvelopeV1 {
    #[n(0)]
    kind: String,
    #[n(1)]
    version: u32,
    #[n(2)]
    mission: String,
    #[n(3)]
    member: String,
    #[n(4)]
    seq: u64,
    #[n(5)]
    prev: Option<ByteVec>,
    #[n(6)]
    asserted: i64,
    #[n(7)]
    seen: Vec<SeenV1>,
    #[n(8)]
    body: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct SeenV1 {
    #[n(0)]
    origin: String,
    #[n(1)]
    size: u64,
    #[n(2)]
    root: ByteVec,
    #[n(3)]
    note: Option<ByteVec>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MissionOpenedV1 {
    #[n(0)]
    title: String,
    #[n(1)]
    key: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct AgreementAdoptedV1 {
    #[n(0)]
    sha256: ByteVec,
    #[n(1)]
    part: u32,
    #[n(2)]
    parts: u32,
    #[n(3)]
    bytes: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct DocumentCapturedV1 {
    #[n(0)]
    document: String,
    #[n(1)]
    sha256: ByteVec,
    #[n(2)]
    size: u64,
    #[n(3)]
    file: String,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct EngineV1 {
    #[n(0)]
    name: String,
    #[n(1)]
    version: u32,
}

#[derive(Encode, Decode, Clone, Copy)]
#[cbor(array)]
struct SpanV1 {
    #[n(0)]
    start: u32,
    #[n(1)]
    end: u32,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct WordsV1 {
    #[n(0)]
    text: String,
    #[n(1)]
    span: Option<SpanV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct DateShownV1 {
    #[n(0)]
    role: String,
    #[n(1)]
    words: WordsV1,
    #[n(2)]
    expr: ExprV1,
    #[n(3)]
    tense: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct CreditShownV1 {
    #[n(0)]
    role: String,
    #[n(1)]
    agency: String,
    #[n(2)]
    words: WordsV1,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct TextReadV1 {
    #[n(0)]
    document: String,
    #[n(1)]
    engine: EngineV1,
    #[n(2)]
    format: String,
    #[n(3)]
    charset: String,
    #[n(4)]
    language: Option<String>,
    #[n(5)]
    title: Option<WordsV1>,
    #[n(6)]
    outlet: Option<WordsV1>,
    #[n(7)]
    byline: Option<WordsV1>,
    #[n(8)]
    dateline: Option<WordsV1>,
    #[n(9)]
    dates: Vec<DateShownV1>,
    #[n(10)]
    credits: Vec<CreditShownV1>,
    /// Length and fate in turn.
    #[n(11)]
    partition: Vec<u32>,
    #[n(12)]
    warnings: Vec<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PersonV1 {
    #[n(0)]
    name: String,
    #[n(1)]
    role: Option<String>,
    #[n(2)]
    mentions: Vec<WordsV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PlaceV1 {
    #[n(0)]
    text: String,
    #[n(1)]
    name: Option<String>,
    #[n(2)]
    precision: String,
    #[n(3)]
    lat: Option<i32>,
    #[n(4)]
    lon: Option<i32>,
    #[n(5)]
    country: Option<String>,
    #[n(6)]
    admin1: Option<String>,
    #[n(7)]
    zone: Option<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct CountV1 {
    #[n(0)]
    what: String,
    #[n(1)]
    status: String,
    #[n(2)]
    min: Option<u64>,
    #[n(3)]
    best: Option<u64>,
    #[n(4)]
    max: Option<u64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct LinkV1 {
    #[n(0)]
    name: String,
    #[n(1)]
    role: String,
    #[n(2)]
    verb: Option<String>,
    #[n(3)]
    span: Option<SpanV1>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct ActorV1 {
    #[n(0)]
    text: String,
    #[n(1)]
    span: SpanV1,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct TimeV1 {
    #[n(0)]
    text: String,
    #[n(1)]
    span: SpanV1,
    #[n(2)]
    expr: ExprV1,
}

#[derive(Encode, Decode)]
#[cbor(map)]
enum ExprV1 {
    #[n(0)]
    Calendar {
        #[n(0)]
        year: Option<i16>,
        #[n(1)]
        month: Option<i8>,
        #[n(2)]
        day: Option<i8>,
        #[n(3)]
        weekday: Option<i8>,
    },
    #[n(1)]
    Weekday {
        #[n(0)]
        weekday: i8,
        #[n(1)]
        direction: String,
    },
    #[n(2)]
    Month {
        #[n(0)]
        month: i8,
        #[n(1)]
        direction: String,
    },
    #[n(3)]
    Offset {
        #[n(0)]
        amount: i32,
        #[n(1)]
        unit: String,
        #[n(2)]
        approx: bool,
    },
    #[n(4)]
    Past {
        #[n(0)]
        amount: Option<u32>,
        #[n(1)]
        unit: String,
    },
    #[n(5)]
    Since {
        #[n(0)]
        start: Box<ExprV1>,
    },
    #[n(6)]
    Between {
        #[n(0)]
        from: Box<ExprV1>,
        #[n(1)]
        to: Box<ExprV1>,
    },
    #[n(7)]
    Clock {
        #[n(0)]
        hour: i8,
        #[n(1)]
        minute: i8,
        #[n(2)]
        offset_minutes: Option<i16>,
        #[n(3)]
        day: Option<Box<ExprV1>>,
    },
    #[n(8)]
    PartOfDay {
        #[n(0)]
        part: String,
        #[n(1)]
        day: Option<Box<ExprV1>>,
    },
    #[n(9)]
    Columns {
        #[n(0)]
        from: [i16; 3],
        #[n(1)]
        to: [i16; 3],
        #[n(2)]
        precision: String,
    },
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ClaimV1 {
    #[n(0)]
    id: String,
    #[n(1)]
    span: SpanV1,
    #[n(2)]
    quote: String,
    #[n(3)]
    kind: String,
    #[n(4)]
    act: Option<String>,
    #[n(5)]
    alleged_authors: Vec<ActorV1>,
    #[n(6)]
    affected: Vec<ActorV1>,
    #[n(7)]
    place: Option<PlaceV1>,
    #[n(8)]
    time: Option<TimeV1>,
    #[n(9)]
    counts: Vec<CountV1>,
    #[n(10)]
    chain: Vec<LinkV1>,
    #[n(11)]
    polarity: String,
    #[n(12)]
    rules: Vec<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ClaimsReadV1 {
    #[n(0)]
    document: String,
    #[n(1)]
    engine: EngineV1,
    #[n(2)]
    part: u32,
    #[n(3)]
    parts: u32,
    #[n(4)]
    claims: Vec<ClaimV1>,
    #[n(5)]
    people: Vec<PersonV1>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct RunV1 {
    #[n(0)]
    a: SpanV1,
    #[n(1)]
    b: SpanV1,
    #[n(2)]
    words: u32,
    #[n(3)]
    quoted: bool,
    #[n(4)]
    edited: bool,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct CopiesFoundV1 {
    #[n(0)]
    engine: EngineV1,
    #[n(1)]
    a: String,
    #[n(2)]
    b: String,
    #[n(3)]
    runs: Vec<RunV1>,
    #[n(4)]
    bond: String,
    #[n(5)]
    containment_permille: u32,
    #[n(6)]
    reasons: Vec<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ComparedV1 {
    #[n(0)]
    engine: EngineV1,
    #[n(1)]
    documents: Vec<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct JudgedV1 {
    #[n(0)]
    a: String,
    #[n(1)]
    b: String,
    #[n(2)]
    verdict: String,
    #[n(3)]
    why: String,
}

pub(super) fn to_bytes<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    // Writing to memory cannot fail; an empty vector would be refused by every reader.
    if minicbor::encode(value, &mut out).is_err() {
        out.clear();
    }
    out
}

/// Reads exactly one value, and only if it would be written the same way.
pub(super) fn from_bytes<T: Encode<()> + for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T, Fault> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let value: T = decoder.decode().map_err(|e| Fault::Why(e.to_string()))?;
    if decoder.position() != bytes.len() {
        return Err(Fault::Why("bytes after the end".to_owned()));
    }
    if to_bytes(&value) != bytes {
        return Err(Fault::NotCanonical);
    }
    Ok(value)
}

/// Why bytes are no body of a kind.
pub(crate) enum Fault {
    Why(String),
    NotCanonical,
}

pub(super) fn encode(s: &Statement) -> Vec<u8> {
    let body = match &s.body {
        Body::MissionOpened { title, key } => {
            to_bytes(&MissionOpenedV1 { title: title.clone(), key: key.to_vec().into() })
        }
        Body::AgreementAdopted { sha256, part, parts, bytes } => to_bytes(&AgreementAdoptedV1 {
            sha256: sha256.to_vec().into(),
            part: *part,
            parts: *parts,
            bytes: bytes.clone().into(),
        }),
        Body::DocumentCaptured { document, sha256, size, file } => to_bytes(&DocumentCapturedV1 {
            document: document.to_string(),
            sha256: sha256.to_vec().into(),
            size: *size,
            file: file.clone(),
        }),
        Body::TextRead(t) => to_bytes(&text_to(t)),
        Body::ClaimsRead { document, engine, part, parts, claims, people } => to_bytes(&ClaimsReadV1 {
            document: document.to_string(),
            engine: engine_to(engine),
            part: *part,
            parts: *parts,
            claims: claims.iter().map(claim_to).collect(),
            people: people
                .iter()
                .map(|p| PersonV1 {
                    name: p.name.clone(),
                    role: p.role.clone(),
                    mentions: p.mentions.iter().map(words_to).collect(),
                })
                .collect(),
        }),
        Body::CopiesFound { engine, a, b, runs, bond, containment_permille, reasons } => to_bytes(&CopiesFoundV1 {
            engine: engine_to(engine),
            a: a.to_string(),
            b: b.to_string(),
            runs: runs
                .iter()
                .map(|r| RunV1 { a: span_to(r.a), b: span_to(r.b), words: r.words, quoted: r.quoted, edited: r.edited })
                .collect(),
            bond: bond.id().to_owned(),
            containment_permille: *containment_permille,
            reasons: reasons.clone(),
        }),
        Body::Compared { engine, documents } => to_bytes(&ComparedV1 {
            engine: engine_to(engine),
            documents: documents.iter().map(DocumentId::to_string).collect(),
        }),
        Body::Judged { a, b, verdict, why } => {
            to_bytes(&JudgedV1 { a: a.clone(), b: b.clone(), verdict: verdict.id().to_owned(), why: why.clone() })
        }
        Body::Trust(t) => trust::encode(t),
        Body::Casework(c) => c.to_bytes(),
        Body::Ledger(l) => l.to_bytes(),
        Body::Desk(d) => d.to_bytes(),
    };
    to_bytes(&EnvelopeV1 {
        kind: s.body.kind().to_owned(),
        version: s.body.version(),
        mission: s.header.mission.clone(),
        member: s.header.member.clone(),
        seq: s.header.seq,
        prev: s.header.prev.map(|p| p.to_vec().into()),
        asserted: s.header.asserted,
        seen: s
            .header
            .seen
            .iter()
            .map(|x| SeenV1 {
                origin: x.origin.clone(),
                size: x.size,
                root: x.root.to_vec().into(),
                note: x.note.map(|n| n.to_vec().into()),
            })
            .collect(),
        body: body.into(),
    })
}

pub(super) fn decode(payload: &[u8]) -> Result<Decoded, DecodeError> {
    let e: EnvelopeV1 = from_bytes(payload).map_err(|f| match f {
        Fault::Why(why) => DecodeError::Malformed(why),
        Fault::NotCanonical => DecodeError::Malformed("not in the canonical form".to_owned()),
    })?;
    let malformed = |why: &str| DecodeError::Malformed(why.to_owned());
    let header = Header {
        mission: e.mission,
        member: e.member,
        seq: e.seq,
        prev: e
            .prev
            .map(|p| <[u8; 32]>::try_from(p.as_slice()).map_err(|_| malformed("the previous hash is not 32 bytes")))
            .transpose()?,
        asserted: e.asserted,
        seen: e
            .seen
            .into_iter()
            .map(|s| {
                let root =
                    <[u8; 32]>::try_from(s.root.as_slice()).map_err(|_| malformed("a seen root is not 32 bytes"))?;
                let note = s.note.map(|n| <[u8; 32]>::try_from(n.as_slice()));
                let note = note.transpose().map_err(|_| malformed("a seen note is not 32 bytes"))?;
                Ok(Seen { origin: s.origin, size: s.size, root, note })
            })
            .collect::<Result<_, DecodeError>>()?,
    };
    let known = Body::KINDS.iter().any(|(kind, versions)| *kind == e.kind && versions.contains(&e.version));
    if !known {
        return Ok(Decoded::Unknown { header, kind: e.kind, version: e.version });
    }
    let (kind, version) = (e.kind, e.version);
    let body = body_from(&kind, &e.body).map_err(|f| match f {
        Fault::Why(why) => DecodeError::Body { kind: kind.clone(), version, why },
        Fault::NotCanonical => DecodeError::NotCanonical { kind: kind.clone(), version },
    })?;
    let statement = Statement { header, body };
    // The pieces were canonical; the whole must be too (a value that a domain type cannot hold would show here).
    if encode(&statement) != payload {
        return Err(DecodeError::NotCanonical { kind, version });
    }
    Ok(Decoded::Known(Box::new(statement)))
}

fn body_from(kind: &str, bytes: &[u8]) -> Result<Body, Fault> {
    Ok(match kind {
        "mission_opened" => {
            let b: MissionOpenedV1 = from_bytes(bytes)?;
            Body::MissionOpened { title: b.title, key: array(&b.key, "key")? }
        }
        "agreement_adopted" => {
            let b: AgreementAdoptedV1 = from_bytes(bytes)?;
            Body::AgreementAdopted {
                sha256: array(&b.sha256, "sha256")?,
                part: b.part,
                parts: b.parts,
                bytes: b.bytes.into(),
            }
        }
        "document_captured" => {
            let b: DocumentCapturedV1 = from_bytes(bytes)?;
            Body::DocumentCaptured {
                document: document(&b.document)?,
                sha256: array(&b.sha256, "sha256")?,
                size: b.size,
                file: b.file,
            }
        }
        "text_read" => Body::TextRead(Box::new(text_from(from_bytes(bytes)?)?)),
        "claims_read" => {
            let b: ClaimsReadV1 = from_bytes(bytes)?;
            let doc = document(&b.document)?;
            Body::ClaimsRead {
                engine: engine_from(b.engine),
                part: b.part,
                parts: b.parts,
                claims: b.claims.into_iter().map(|c| claim_from(c, &doc)).collect::<Result<_, _>>()?,
                people: b
                    .people
                    .into_iter()
                    .map(|p| {
                        let mentions = p.mentions.into_iter().map(words_from).collect::<Result<_, _>>()?;
                        Ok(PersonNamed { name: p.name, role: p.role, mentions })
                    })
                    .collect::<Result<_, Fault>>()?,
                document: doc,
            }
        }
        "copies_found" => {
            let b: CopiesFoundV1 = from_bytes(bytes)?;
            Body::CopiesFound {
                engine: engine_from(b.engine),
                a: document(&b.a)?,
                b: document(&b.b)?,
                runs: b
                    .runs
                    .into_iter()
                    .map(|r| {
                        Ok(SharedRun {
                            a: span_from(r.a)?,
                            b: span_from(r.b)?,
                            words: r.words,
                            quoted: r.quoted,
                            edited: r.edited,
                        })
                    })
                    .collect::<Result<_, Fault>>()?,
                bond: named::<Bond>(&b.bond)?,
                containment_permille: b.containment_permille,
                reasons: b.reasons,
            }
        }
        "compared" => {
            let b: ComparedV1 = from_bytes(bytes)?;
            Body::Compared {
                engine: engine_from(b.engine),
                documents: b.documents.iter().map(|d| document(d)).collect::<Result<_, _>>()?,
            }
        }
        "judged" => {
            let b: JudgedV1 = from_bytes(bytes)?;
            Body::Judged { a: b.a, b: b.b, verdict: named::<Verdict>(&b.verdict)?, why: b.why }
        }
        other if let Some(read) = trust::decode(other, bytes) => Body::Trust(read?),
        other if let Some(read) = Casework::from_bytes(other, bytes) => Body::Casework(Box::new(read?)),
        other if let Some(read) = Ledger::from_bytes(other, bytes) => Body::Ledger(Box::new(read?)),
        other if let Some(read) = Desk::from_bytes(other, bytes) => Body::Desk(Box::new(read?)),
        other => return Err(Fault::Why(format!("`{other}` is listed as known and has no layout"))),
    })
}

fn array<const N: usize>(bytes: &[u8], what: &str) -> Result<[u8; N], Fault> {
    bytes.try_into().map_err(|_| Fault::Why(format!("`{what}` is not {N} bytes")))
}

fn document(id: &str) -> Result<DocumentId, Fault> {
    DocumentId::parse(id).ok_or_else(|| Fault::Why(format!("`{id}` is no document id")))
}

fn named<T: Named>(id: &str) -> Result<T, Fault> {
    T::from_id(id).ok_or_else(|| Fault::Why(format!("`{id}` is not in the vocabulary")))
}

fn engine_to(e: &Engine) -> EngineV1 {
    EngineV1 { name: e.name.clone(), version: e.version }
}

fn engine_from(e: EngineV1) -> Engine {
    Engine { name: e.name, version: e.version }
}

fn span_to(s: Span) -> SpanV1 {
    SpanV1 { start: s.start, end: s.end }
}

fn span_from(s: SpanV1) -> Result<Span, Fault> {
    if s.start > s.end {
        return Err(Fault::Why(format!("a span that ends before it starts: {}..{}", s.start, s.end)));
    }
    Ok(Span { start: s.start, end: s.end })
}

fn words_to(w: &Words) -> WordsV1 {
    WordsV1 { text: w.text.clone(), span: w.span.map(span_to) }
}

fn words_from(w: WordsV1) -> Result<Words, Fault> {
    Ok(Words { text: w.text, span: w.span.map(span_from).transpose()? })
}

fn text_to(t: &TextRead) -> TextReadV1 {
    let TextRead {
        document,
        engine,
        format,
        charset,
        language,
        title,
        outlet,
        byline,
        dateline,
        dates,
        credits,
        partition,
        warnings,
    } = t;
    TextReadV1 {
        document: document.to_string(),
        engine: engine_to(engine),
        format: format.clone(),
        charset: charset.clone(),
        language: language.clone(),
        title: title.as_ref().map(words_to),
        outlet: outlet.as_ref().map(words_to),
        byline: byline.as_ref().map(words_to),
        dateline: dateline.as_ref().map(words_to),
        dates: dates
            .iter()
            .map(|d| DateShownV1 {
                role: d.role.clone(),
                words: words_to(&d.words),
                expr: expr_to(&d.expr),
                tense: d.tense.id().to_owned(),
            })
            .collect(),
        credits: credits
            .iter()
            .map(|c| CreditShownV1 { role: c.role.clone(), agency: c.agency.clone(), words: words_to(&c.words) })
            .collect(),
        partition: partition.iter().flat_map(|p| [p.len, u32::from(p.fate)]).collect(),
        warnings: warnings.clone(),
    }
}

fn text_from(t: TextReadV1) -> Result<TextRead, Fault> {
    if !t.partition.len().is_multiple_of(2) {
        return Err(Fault::Why("the partition is not pairs of length and fate".to_owned()));
    }
    Ok(TextRead {
        document: document(&t.document)?,
        engine: engine_from(t.engine),
        format: t.format,
        charset: t.charset,
        language: t.language,
        title: t.title.map(words_from).transpose()?,
        outlet: t.outlet.map(words_from).transpose()?,
        byline: t.byline.map(words_from).transpose()?,
        dateline: t.dateline.map(words_from).transpose()?,
        dates: t
            .dates
            .into_iter()
            .map(|d| {
                Ok(DateShown {
                    role: d.role,
                    words: words_from(d.words)?,
                    expr: expr_from(d.expr, 0)?,
                    tense: named::<Tense>(&d.tense)?,
                })
            })
            .collect::<Result<_, Fault>>()?,
        credits: t
            .credits
            .into_iter()
            .map(|c| Ok(CreditShown { role: c.role, agency: c.agency, words: words_from(c.words)? }))
            .collect::<Result<_, Fault>>()?,
        partition: t
            .partition
            .chunks_exact(2)
            .map(|pair| {
                let fate = u8::try_from(pair[1]).ok().filter(|f| usize::from(*f) < super::FATES.len());
                let fate = fate.ok_or_else(|| Fault::Why(format!("{} is no fate of a stretch", pair[1])))?;
                Ok(Part { len: pair[0], fate })
            })
            .collect::<Result<_, Fault>>()?,
        warnings: t.warnings,
    })
}

fn weekday_from(n: i8) -> Result<Weekday, Fault> {
    Weekday::from_monday_one_offset(n).map_err(|_| Fault::Why(format!("{n} is no weekday (1 is Monday)")))
}

fn date_to(d: Date) -> [i16; 3] {
    [d.year(), i16::from(d.month()), i16::from(d.day())]
}

fn date_from(d: [i16; 3]) -> Result<Date, Fault> {
    let small = |n: i16| i8::try_from(n).unwrap_or(-1);
    Date::new(d[0], small(d[1]), small(d[2])).map_err(|_| Fault::Why(format!("{d:?} is no date")))
}

fn expr_to(e: &TimeExpr) -> ExprV1 {
    match e {
        TimeExpr::Calendar { year, month, day, weekday } => ExprV1::Calendar {
            year: *year,
            month: *month,
            day: *day,
            weekday: weekday.map(Weekday::to_monday_one_offset),
        },
        TimeExpr::Weekday { weekday, direction } => {
            ExprV1::Weekday { weekday: weekday.to_monday_one_offset(), direction: direction.id().to_owned() }
        }
        TimeExpr::Month { month, direction } => ExprV1::Month { month: *month, direction: direction.id().to_owned() },
        TimeExpr::Offset { amount, unit, approx } => {
            ExprV1::Offset { amount: *amount, unit: unit.id().to_owned(), approx: *approx }
        }
        TimeExpr::Past { amount, unit } => ExprV1::Past { amount: *amount, unit: unit.id().to_owned() },
        TimeExpr::Since(start) => ExprV1::Since { start: Box::new(expr_to(start)) },
        TimeExpr::Between(from, to) => ExprV1::Between { from: Box::new(expr_to(from)), to: Box::new(expr_to(to)) },
        TimeExpr::Clock { hour, minute, offset_minutes, day } => ExprV1::Clock {
            hour: *hour,
            minute: *minute,
            offset_minutes: *offset_minutes,
            day: day.as_ref().map(|d| Box::new(expr_to(d))),
        },
        TimeExpr::PartOfDay { part, day } => {
            ExprV1::PartOfDay { part: part.id().to_owned(), day: day.as_ref().map(|d| Box::new(expr_to(d))) }
        }
        TimeExpr::Columns { from, to, precision } => {
            ExprV1::Columns { from: date_to(*from), to: date_to(*to), precision: precision.id().to_owned() }
        }
    }
}

fn expr_from(e: ExprV1, depth: usize) -> Result<TimeExpr, Fault> {
    if depth > EXPR_DEPTH_MAX {
        return Err(Fault::Why(format!("a time expression nested deeper than {EXPR_DEPTH_MAX}")));
    }
    let boxed = |e: Box<ExprV1>| Ok::<_, Fault>(Box::new(expr_from(*e, depth + 1)?));
    Ok(match e {
        ExprV1::Calendar { year, month, day, weekday } => {
            TimeExpr::Calendar { year, month, day, weekday: weekday.map(weekday_from).transpose()? }
        }
        ExprV1::Weekday { weekday, direction } => {
            TimeExpr::Weekday { weekday: weekday_from(weekday)?, direction: named::<Direction>(&direction)? }
        }
        ExprV1::Month { month, direction } => TimeExpr::Month { month, direction: named::<Direction>(&direction)? },
        ExprV1::Offset { amount, unit, approx } => TimeExpr::Offset { amount, unit: named::<Unit>(&unit)?, approx },
        ExprV1::Past { amount, unit } => TimeExpr::Past { amount, unit: named::<Unit>(&unit)? },
        ExprV1::Since { start } => TimeExpr::Since(boxed(start)?),
        ExprV1::Between { from, to } => TimeExpr::Between(boxed(from)?, boxed(to)?),
        ExprV1::Clock { hour, minute, offset_minutes, day } => {
            TimeExpr::Clock { hour, minute, offset_minutes, day: day.map(boxed).transpose()? }
        }
        ExprV1::PartOfDay { part, day } => {
            TimeExpr::PartOfDay { part: named::<PartOfDay>(&part)?, day: day.map(boxed).transpose()? }
        }
        ExprV1::Columns { from, to, precision } => TimeExpr::Columns {
            from: date_from(from)?,
            to: date_from(to)?,
            precision: named::<TimePrecision>(&precision)?,
        },
    })
}

/// A claim alone, as it stands in `claims_read`.
pub(super) fn claim_bytes(c: &Claim) -> Vec<u8> {
    to_bytes(&claim_to(c))
}

fn claim_to(c: &Claim) -> ClaimV1 {
    let Claim {
        id,
        document: _, // stands once in the statement
        span,
        quote,
        kind,
        act,
        alleged_authors,
        affected,
        place,
        time,
        counts,
        chain,
        polarity,
        rules,
    } = c;
    let actors = |list: &[ActorMention]| {
        list.iter().map(|a| ActorV1 { text: a.text.clone(), span: span_to(a.span) }).collect::<Vec<_>>()
    };
    ClaimV1 {
        id: id.to_string(),
        span: span_to(*span),
        quote: quote.clone(),
        kind: kind.id().to_owned(),
        act: act.map(|a| a.id().to_owned()),
        alleged_authors: actors(alleged_authors),
        affected: actors(affected),
        place: place.as_ref().map(|p| PlaceV1 {
            text: p.text.clone(),
            name: p.name.clone(),
            precision: p.precision.id().to_owned(),
            lat: p.point.map(|x| x.0),
            lon: p.point.map(|x| x.1),
            country: p.country.clone(),
            admin1: p.admin1.clone(),
            zone: p.zone.clone(),
        }),
        time: time.as_ref().map(|t| TimeV1 { text: t.text.clone(), span: span_to(t.span), expr: expr_to(&t.expr) }),
        counts: counts
            .iter()
            .map(|n| CountV1 {
                what: n.what.id().to_owned(),
                status: n.status.id().to_owned(),
                min: n.min,
                best: n.best,
                max: n.max,
            })
            .collect(),
        chain: chain
            .iter()
            .map(|l| LinkV1 {
                name: l.name.clone(),
                role: l.role.id().to_owned(),
                verb: l.verb.clone(),
                span: l.span.map(span_to),
            })
            .collect(),
        polarity: polarity.id().to_owned(),
        rules: rules.clone(),
    }
}

fn claim_from(c: ClaimV1, document: &DocumentId) -> Result<Claim, Fault> {
    let actors = |list: Vec<ActorV1>| {
        list.into_iter()
            .map(|a| Ok(ActorMention { text: a.text, span: span_from(a.span)? }))
            .collect::<Result<Vec<_>, Fault>>()
    };
    Ok(Claim {
        id: ClaimId::parse(&c.id).ok_or_else(|| Fault::Why(format!("`{}` is no claim id", c.id)))?,
        document: document.clone(),
        span: span_from(c.span)?,
        quote: c.quote,
        kind: named::<ClaimKind>(&c.kind)?,
        act: c.act.as_deref().map(named::<Act>).transpose()?,
        alleged_authors: actors(c.alleged_authors)?,
        affected: actors(c.affected)?,
        place: c
            .place
            .map(|p| {
                let point = match (p.lat, p.lon) {
                    (Some(lat), Some(lon)) => Some((lat, lon)),
                    (None, None) => None,
                    _ => return Err(Fault::Why("a place with half a position".to_owned())),
                };
                Ok(Place {
                    text: p.text,
                    name: p.name,
                    precision: named::<PlacePrecision>(&p.precision)?,
                    point,
                    country: p.country,
                    admin1: p.admin1,
                    zone: p.zone,
                })
            })
            .transpose()?,
        time: c
            .time
            .map(|t| {
                Ok::<_, Fault>(TimeMention { text: t.text, span: span_from(t.span)?, expr: expr_from(t.expr, 0)? })
            })
            .transpose()?,
        counts: c
            .counts
            .into_iter()
            .map(|n| {
                Ok(Count {
                    what: named::<CountWhat>(&n.what)?,
                    status: named::<CountStatus>(&n.status)?,
                    min: n.min,
                    best: n.best,
                    max: n.max,
                })
            })
            .collect::<Result<_, Fault>>()?,
        chain: c
            .chain
            .into_iter()
            .map(|l| {
                let role = named::<ChainRole>(&l.role)?;
                Ok(ChainLink { name: l.name, role, verb: l.verb, span: l.span.map(span_from).transpose()? })
            })
            .collect::<Result<_, Fault>>()?,
        polarity: named::<Polarity>(&c.polarity)?,
        rules: c.rules,
    })
}
