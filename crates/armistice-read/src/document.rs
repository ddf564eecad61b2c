//! One captured file, read whole: text, dates, credits, claims, persons, in the words of statements.
//!
//! Must not: decide anything itself; it calls the readers in order and gives their results the record's types.

use crate::{
    agreement,
    block::{Block, BlockKind, CutReason, Fate},
    claims::{self, ClaimContext},
    elements::{self, Analysis, gazetteer::Gazetteer},
    events,
    format::Format,
    lineage::{
        agencies::Agencies,
        credit::{self, CreditRules, CueKind},
        origin::{OriginDoc, text_agency},
    },
    meta::{
        self, DateRole,
        dates::{CalendarSystem, DateMention, Zone},
    },
    reading::{self, ReadError, Reading},
    source::SourceText,
};
use armistice_core::{
    claim::Claim,
    id::DocumentId,
    span::Span,
    statement::{CreditShown, DateShown, Engine, FATES, Part, PersonNamed, TextRead, Words},
    time::{Direction, Tense, TimeExpr},
};
use jiff::civil::Weekday;

/// The version of all rules and data of this reader. Raised whenever reading the same bytes may give another result.
pub const VERSION: u32 = 2;

/// Claims with a longer quote are left out, and said to be: no proposition takes that long.
const QUOTE_MAX: usize = 8 * 1024;
/// Dates of the text's own words that are kept as evidence of when it was written.
const TEXT_DATES_MAX: usize = 400;
/// Sentences of the main text that are its lead: the dateline and what stands in its first paragraphs.
const LEAD_BYTES: usize = 900;
/// Persons and mentions that are kept of one document.
const PEOPLE_MAX: usize = 400;
/// Mentions of one person that are kept.
const MENTIONS_MAX: usize = 60;

/// The engine that this reader is.
#[must_use]
pub fn engine() -> Engine {
    Engine { name: "armistice-read".to_owned(), version: VERSION }
}

/// What the reader needs beside the bytes. Data, not knowledge in code.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// Where places are looked up.
    pub gazetteer: &'a Gazetteer,
    /// ISO codes of the agreements' territory, preferred among places of one name.
    pub countries: Vec<String>,
    /// Names of parties and groups of the agreements. They help to see an actor, not to judge one.
    pub actor_aliases: Vec<String>,
}

/// A document as read.
#[derive(Clone, Debug)]
pub struct DocumentRead {
    /// For the statement `text_read`.
    pub text: TextRead,
    /// For the statement `claims_read`.
    pub claims: Vec<Claim>,
    /// For the statement `claims_read`.
    pub people: Vec<PersonNamed>,
    /// The clean text.
    pub source: SourceText,
    /// Main text, in bytes of the clean text.
    pub main: Vec<Span>,
    /// Parts of the file that were refused: rows of a table.
    pub refused: Vec<String>,
}

/// Reads a captured file.
///
/// # Errors
/// The file cannot be read as a document at all; the message says where and what to do.
pub fn read(
    bytes: &[u8],
    name_hint: Option<&str>,
    document: &DocumentId,
    context: &Context<'_>,
) -> Result<DocumentRead, ReadError> {
    match reading::read(bytes, name_hint) {
        Ok(reading) => Ok(read_page(&reading, document, context)),
        Err(ReadError::EventTable) => match events::layout(bytes) {
            Some(layout) => Ok(read_events(bytes, layout, document, context)),
            None => Err(ReadError::EventTable),
        },
        Err(e) => Err(e),
    }
}

fn read_page(reading: &Reading, document: &DocumentId, context: &Context<'_>) -> DocumentRead {
    let source = &reading.text;
    let main: Vec<Span> = reading.main_blocks().map(|b| b.span).collect();
    let language = reading.language.unwrap_or("en");
    let analyses: Vec<(Span, Analysis<'_>)> =
        main.iter().map(|span| (*span, Analysis::new(source.slice(*span), language))).collect();
    let (credits, agency) = credits(reading);
    let claims = claims::read_claims(
        source,
        &reading.blocks,
        &ClaimContext {
            document: document.clone(),
            outlet: reading.meta.outlet.as_ref().map(|o| o.name.text.clone()),
            language,
            gazetteer: context.gazetteer,
            countries: &context.countries,
            actor_aliases: &context.actor_aliases,
            text_agency: agency,
        },
    );
    let mut warnings: Vec<String> = reading.warnings.iter().map(|w| format!("{w:?}")).collect();
    if reading.language.is_none() {
        warnings.push("the language cannot be told; read by the rules for English".to_owned());
    } else if language != "en" {
        warnings.push(format!("there are no rules for claims in the language `{language}` yet: none were read"));
    }
    let (claims, long): (Vec<Claim>, Vec<Claim>) = claims.into_iter().partition(|c| c.quote.len() <= QUOTE_MAX);
    for c in long {
        warnings.push(format!("a claim at bytes {}–{} is too long to be one, and left out", c.span.start, c.span.end));
    }
    let words = |f: &meta::Found| Words { text: f.text.clone(), span: Some(f.span) };
    let meta = &reading.meta;
    let text = TextRead {
        document: document.clone(),
        engine: engine(),
        format: match reading.format {
            Format::Html => "html",
            Format::Markdown => "markdown",
            Format::Text => "text",
            Format::EventTable => "event_data",
        }
        .to_owned(),
        charset: reading.charset.name.to_owned(),
        language: reading.language.map(str::to_owned),
        title: meta.title.as_ref().map(words),
        outlet: meta.outlet.as_ref().map(|o| words(&o.name)),
        byline: meta.byline.as_ref().map(words),
        dateline: meta.dateline.as_ref().map(|d| words(&d.whole)),
        dates: dates(reading, &analyses, language),
        credits,
        partition: parts(reading.partition().into_iter().map(|(s, f)| (s, fate(f)))),
        warnings,
    };
    let people = people(source, &analyses);
    drop(analyses);
    DocumentRead { people, text, claims, source: source.clone(), main, refused: vec![] }
}

fn read_events(bytes: &[u8], layout: events::Layout, document: &DocumentId, context: &Context<'_>) -> DocumentRead {
    let found = events::read(bytes, layout, document, context.gazetteer);
    let end = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let text = TextRead {
        document: document.clone(),
        engine: engine(),
        format: "event_data".to_owned(),
        charset: "UTF-8".to_owned(),
        language: None,
        title: None,
        outlet: Some(Words { text: layout.name().to_owned(), span: None }),
        byline: None,
        dateline: None,
        dates: vec![],
        credits: vec![],
        partition: vec![Part { len: end, fate: 0 }],
        warnings: vec![],
    };
    DocumentRead {
        text,
        claims: found.claims,
        people: vec![],
        source: SourceText::default(),
        main: vec![],
        refused: found.problems.iter().map(ToString::to_string).collect(),
    }
}

/// The stable name of the reason of a cut.
#[must_use]
pub const fn reason(reason: CutReason) -> &'static str {
    match reason {
        CutReason::Markup => "markup",
        CutReason::Whitespace => "whitespace",
        CutReason::Navigation => "navigation",
        CutReason::Widget => "widget",
        CutReason::Comments => "comments",
        CutReason::RelatedLink => "related_link",
        CutReason::Caption => "caption",
        CutReason::Title => "title",
        CutReason::Byline => "byline",
        CutReason::CreditLine => "credit_line",
        CutReason::PageDate => "page_date",
        CutReason::Legal => "legal",
        CutReason::Advertisement => "advertisement",
        CutReason::ErrorNotice => "error_notice",
        CutReason::Repeat => "repeat",
        CutReason::Other => "other",
    }
}

/// The number that statements carry for a fate.
fn fate(fate: Fate) -> u8 {
    let name = match fate {
        Fate::Main => "main",
        Fate::Cut(why) => reason(why),
    };
    let at = FATES.iter().position(|f| *f == name).unwrap_or(FATES.len() - 1);
    u8::try_from(at).unwrap_or(u8::MAX)
}

/// Neighbours of one fate are one part.
fn parts(stretches: impl Iterator<Item = (Span, u8)>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (span, fate) in stretches {
        let len = span.end - span.start;
        match parts.last_mut() {
            Some(last) if last.fate == fate => last.len += len,
            _ if len > 0 => parts.push(Part { len, fate }),
            _ => {}
        }
    }
    parts
}

/// Credits in the words of statements, and the agency that the whole text is credited to.
fn credits(reading: &Reading) -> (Vec<CreditShown>, Option<String>) {
    let agencies = Agencies::bundled();
    let blocks: Vec<(Span, BlockKind, Fate)> = reading.blocks.iter().map(|b| (b.span, b.kind, b.fate)).collect();
    let outlet = reading.meta.outlet.as_ref().map(|o| o.name.text.as_str());
    let cues = credit::cues(&reading.text.text, &blocks, outlet, CreditRules::bundled(), agencies);
    let doc = OriginDoc {
        outlet: outlet.map(str::to_owned),
        title: None,
        published: None,
        main_start: reading.main_blocks().next().map_or(0, |b| b.span.start),
        cues: cues.clone(),
    };
    let agency = text_agency(&doc, agencies).map(|a| a.name);
    let shown = cues
        .into_iter()
        .map(|c| CreditShown {
            role: match c.kind {
                CueKind::TextCredit => "text_credit",
                CueKind::DatelineAgency => "dateline_agency",
                CueKind::CourtesyLine => "courtesy_line",
                CueKind::ToldAgency => "told_agency",
                CueKind::CitedOutlet => "cited_outlet",
                CueKind::PhotoCredit => "photo_credit",
            }
            .to_owned(),
            agency: c.name,
            words: Words { text: c.evidence, span: reading.text.raw(c.span) },
        })
        .collect();
    (shown, agency)
}

/// A date of the page as an expression. `None` for calendars that are not converted here.
fn expr(m: &DateMention) -> Option<TimeExpr> {
    if m.calendar != CalendarSystem::Gregorian {
        return None;
    }
    let small = |n: u8| i8::try_from(n).ok();
    let weekday = m.weekday.and_then(small).and_then(|w| Weekday::from_monday_one_offset(w).ok());
    let day = match m.or_month_day {
        // Day and month cannot be told apart: only the year is known.
        Some(_) => TimeExpr::Calendar { year: m.year, month: None, day: None, weekday: None },
        None => TimeExpr::Calendar { year: m.year, month: small(m.month), day: m.day.and_then(small), weekday },
    };
    Some(match m.time {
        Some((hour, minute)) if m.or_month_day.is_none() && m.day.is_some() => TimeExpr::Clock {
            hour: small(hour)?,
            minute: small(minute)?,
            offset_minutes: match &m.zone {
                Some(Zone::Offset(minutes)) => Some(*minutes),
                Some(Zone::Abbreviation(_)) | None => None,
            },
            day: Some(Box::new(day)),
        },
        _ => day,
    })
}

/// Every date that the page shows, and the words for time in its text that tell when it was written.
fn dates(reading: &Reading, analyses: &[(Span, Analysis<'_>)], language: &str) -> Vec<DateShown> {
    let mut shown: Vec<DateShown> = Vec::new();
    for d in &reading.meta.dates {
        let role = match d.role {
            DateRole::MetaPublished => "meta_published",
            DateRole::MetaModified | DateRole::ModificationLine => "meta_modified",
            DateRole::PublicationLine => "publication_line",
            DateRole::PageHeader => "page_header",
            DateRole::Caption => "caption",
            DateRole::Url => "url",
            // The text's own dates come below, with their tense; dates of other articles say nothing of this one.
            DateRole::Body | DateRole::Elsewhere => continue,
        };
        if let Some(expr) = expr(&d.mention) {
            shown.push(DateShown {
                role: role.to_owned(),
                words: Words { text: d.found.text.clone(), span: Some(d.found.span) },
                expr,
                tense: Tense::Unknown,
            });
        }
    }
    let source = &reading.text;
    let mut seen = 0usize;
    let mut kept = 0;
    for (span, analysis) in analyses {
        let text = analysis.text();
        for found in analysis.times().iter().cloned() {
            if kept >= TEXT_DATES_MAX {
                break;
            }
            let at = Span::new(
                span.start as usize + found.span.start as usize,
                span.start as usize + found.span.end as usize,
            );
            let lead = seen + (found.span.start as usize) < LEAD_BYTES;
            let role = match &found.value {
                TimeExpr::Offset { amount, .. }
                    if *amount < 0 && agreement::of_agreement(text, found.span, language) =>
                {
                    "agreement_age"
                }
                TimeExpr::Calendar { .. } | TimeExpr::Clock { .. } | TimeExpr::Columns { .. } => {
                    if lead {
                        "lead"
                    } else {
                        "body"
                    }
                }
                TimeExpr::Weekday { .. } if lead => "lead",
                TimeExpr::Weekday { .. }
                | TimeExpr::Month { .. }
                | TimeExpr::Offset { .. }
                | TimeExpr::Past { .. }
                | TimeExpr::Since(_)
                | TimeExpr::Between(..)
                | TimeExpr::PartOfDay { .. } => continue,
            };
            if let Some(raw) = source.raw(at) {
                kept += 1;
                // A full date in the dateline is the day of writing.
                let full =
                    matches!(&found.value, TimeExpr::Calendar { year: Some(_), month: Some(_), day: Some(_), .. });
                let dateline = reading.meta.dateline.as_ref().is_some_and(|d| d.whole.span.overlaps(raw));
                let role = if full && dateline { "publication_line" } else { role };
                shown.push(DateShown {
                    role: role.to_owned(),
                    words: Words { text: source.slice(at).to_owned(), span: Some(raw) },
                    tense: tense(&found.value),
                    expr: found.value,
                });
            }
        }
        seen += span.len();
    }
    shown.sort_by_key(|d| (d.words.span, d.role.clone()));
    shown
}

/// Which way the words of a time look, as far as they tell by themselves.
fn tense(expr: &TimeExpr) -> Tense {
    match expr {
        TimeExpr::Weekday { direction, .. } | TimeExpr::Month { direction, .. } => match direction {
            Direction::Past => Tense::Past,
            Direction::Future => Tense::Future,
            Direction::Nearest => Tense::Unknown,
        },
        TimeExpr::Offset { amount, .. } if *amount < 0 => Tense::Past,
        TimeExpr::Offset { amount, .. } if *amount > 0 => Tense::Future,
        TimeExpr::Past { .. } | TimeExpr::Since(_) => Tense::Past,
        TimeExpr::Clock { day: Some(day), .. } | TimeExpr::PartOfDay { day: Some(day), .. } => tense(day),
        TimeExpr::Offset { .. }
        | TimeExpr::Calendar { .. }
        | TimeExpr::Between(..)
        | TimeExpr::Clock { day: None, .. }
        | TimeExpr::PartOfDay { day: None, .. }
        | TimeExpr::Columns { .. } => Tense::Unknown,
    }
}

/// The persons that the text names.
fn people(source: &SourceText, analyses: &[(Span, Analysis<'_>)]) -> Vec<PersonNamed> {
    let mut mentions = Vec::new();
    for (span, analysis) in analyses {
        for found in analysis.names() {
            let start = span.start as usize;
            let at = Span::new(start + found.span.start as usize, start + found.span.end as usize);
            mentions.push(elements::Found { span: at, value: found.value });
        }
    }
    let role = |spans: &[(String, usize, Span)]| {
        mentions
            .iter()
            .filter(|m| spans.iter().any(|(_, _, s)| *s == m.span))
            .find_map(|m| m.value.role.clone().or_else(|| m.value.title.clone()))
    };
    let mut people: Vec<PersonNamed> = elements::names::cluster(std::slice::from_ref(&mentions))
        .into_iter()
        .map(|p| PersonNamed {
            name: p.name,
            role: role(&p.variants),
            mentions: p
                .variants
                .into_iter()
                .take(MENTIONS_MAX)
                .map(|(text, _, span)| Words { text, span: source.raw(span) })
                .collect(),
        })
        .collect();
    people.truncate(PEOPLE_MAX);
    people
}

/// Main text of a document for comparing it with others, without its claims: what the index of shared text needs.
///
/// # Errors
/// See [`read`].
pub fn main_text(bytes: &[u8], name_hint: Option<&str>) -> Result<(SourceText, Vec<Span>), ReadError> {
    match reading::read(bytes, name_hint) {
        Ok(reading) => {
            let main = reading.main_blocks().map(|b: &Block| b.span).collect();
            Ok((reading.text, main))
        }
        Err(ReadError::EventTable) => Ok((SourceText::default(), vec![])),
        Err(e) => Err(e),
    }
}
