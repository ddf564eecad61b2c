//! The document reader: the text as captured, what was cut and why, the claims beside their words, what was copied.
//!
//! Must not: render a captured file's markup. What is shown is text, in pieces, each escaped.

use super::{Context, Screen, incident, review, values};
use crate::{
    blobs::BlobId,
    desk::{locale::Locale, page::Shell, problem::Problem},
    output::brief_v1 as brief,
};
use armistice_core::span::Span;
use armistice_read::{block::Fate, document, reading, source::SourceText};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A document with its text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reader {
    /// The document.
    pub document: brief::Document,
    /// Its text, block by block; empty if the original is not in this folder, see `missing`.
    pub blocks: Vec<Shown>,
    /// Why there is no text.
    pub missing: Option<String>,
    /// Its claims.
    pub claims: Vec<brief::Claim>,
    /// The digest of each claim as it is shown: what a review of it names.
    pub shown: BTreeMap<String, String>,
    /// Documents that share text with it.
    pub copies: Vec<Related>,
    /// The document after this one.
    pub next: Option<String>,
    #[serde(skip)]
    own: String,
}

/// A block of the text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Shown {
    /// Why it is not of the main text; `null` for main text.
    pub cut: Option<String>,
    /// Its pieces.
    pub pieces: Vec<Piece>,
}

/// A stretch of text of which everything below holds.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Claims whose words these are.
    pub claims: Vec<String>,
    /// Documents in which the same run stands.
    pub copied: Vec<String>,
}

/// Another document that shares text with this one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Related {
    /// Its id.
    pub document: String,
    /// Its headline or file.
    pub title: String,
    /// `same`, `perhaps`, `none`.
    pub bond: String,
    /// Shared runs.
    pub runs: usize,
    /// Words in them.
    pub words: u32,
    /// Why.
    pub reasons: Vec<String>,
}

/// The document that is named in the path.
pub fn view(asked: &Context) -> Result<Reader, Problem> {
    let all = &asked.snapshot.brief;
    let id = asked.named("id");
    let at = all.documents.iter().position(|d| d.id == id).ok_or_else(|| Problem::not_here("document of this id"))?;
    let document = all.documents[at].clone();
    let claims: Vec<_> = all.claims.iter().filter(|c| c.document == id).cloned().collect();
    let title = |id: &str| {
        let found = all.documents.iter().find(|d| d.id == id);
        found.map_or_else(|| id.to_owned(), |d| d.title.clone().unwrap_or_else(|| d.file.clone()))
    };
    let mut marks: Vec<Mark> = claims.iter().map(|c| Mark { span: c.span, of: Of::Claim(c.id.clone()) }).collect();
    let mut copies = Vec::new();
    for copy in all.copies.iter().filter(|c| c.a == id || c.b == id) {
        let other = if copy.a == id { &copy.b } else { &copy.a };
        for run in &copy.runs {
            marks.push(Mark { span: if copy.a == id { run.a } else { run.b }, of: Of::Copy(other.clone()) });
        }
        copies.push(Related {
            document: other.clone(),
            title: title(other),
            bond: copy.bond.clone(),
            runs: copy.runs.len(),
            words: copy.runs.iter().map(|r| r.words).sum(),
            reasons: copy.reasons.clone(),
        });
    }
    let (blocks, missing) = match text_of(asked, &document) {
        Ok(read) => (blocks(&read, &marks), None),
        Err(why) => (Vec::new(), Some(why)),
    };
    let next = all.documents.get(at + 1).map(|d| d.id.clone());
    let shown = review::digests(&asked.snapshot.record, id);
    let own = asked.desk.mission.member.as_str().to_owned();
    Ok(Reader { document, blocks, missing, claims, shown, copies, next, own })
}

/// The document read again from its bytes. The error says why there is no text to show.
pub fn text_of(asked: &Context, document: &brief::Document) -> Result<reading::Reading, String> {
    let blob =
        document.sha256.parse().ok().map(BlobId::from_digest).ok_or_else(|| "its digest cannot be read".to_owned())?;
    let bytes = asked.desk.mission.blobs().get(&blob).map_err(|e| e.to_string())?;
    reading::read(&bytes, Some(&document.file)).map_err(|e| e.to_string())
}

/// What a stretch of the captured bytes is.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Bytes of the captured file.
    pub span: brief::Span,
    /// What.
    pub of: Of,
}

/// A claim's words, or a run that stands elsewhere too.
#[derive(Clone, Debug)]
pub enum Of {
    /// The claim of this id.
    Claim(String),
    /// The document of this id.
    Copy(String),
}

/// The blocks of a text with their marks.
#[must_use]
pub fn blocks(read: &reading::Reading, marks: &[Mark]) -> Vec<Shown> {
    // Once from bytes to clean text, so that each block only looks at its own.
    let marks: Vec<(Span, &Of)> = marks
        .iter()
        .filter_map(|m| Some((clean(&read.text, Span { start: m.span.start, end: m.span.end })?, &m.of)))
        .collect();
    read.blocks
        .iter()
        .filter(|b| !read.text.slice(b.span).trim().is_empty())
        .map(|b| Shown {
            cut: match b.fate {
                Fate::Main => None,
                Fate::Cut(reason) => Some(document::reason(reason).to_owned()),
            },
            pieces: pieces(&read.text, b.span, &marks),
        })
        .collect()
}

/// The clean text that came from these bytes; the inverse of [`SourceText::raw`].
fn clean(text: &SourceText, raw: Span) -> Option<Span> {
    let first = text.segments.partition_point(|s| s.raw.end <= raw.start);
    let mut found: Option<Span> = None;
    for s in text.segments.get(first..)?.iter().take_while(|s| s.raw.start < raw.end) {
        let part = if s.linear {
            let from = raw.start.max(s.raw.start) - s.raw.start;
            let to = raw.end.min(s.raw.end) - s.raw.start;
            Span { start: s.clean.start + from, end: s.clean.start + to }
        } else {
            s.clean
        };
        found = Some(found.map_or(part, |f| Span { start: f.start.min(part.start), end: f.end.max(part.end) }));
    }
    found
}

/// A block cut where a mark begins or ends.
fn pieces(text: &SourceText, block: Span, marks: &[(Span, &Of)]) -> Vec<Piece> {
    let here: Vec<_> = marks.iter().filter(|(s, _)| s.start < block.end && s.end > block.start).collect();
    let boundary = |at: u32| text.text.is_char_boundary(usize::try_from(at).unwrap_or(usize::MAX));
    let mut cuts: BTreeSet<u32> = [block.start, block.end].into();
    cuts.extend(
        here.iter().flat_map(|(s, _)| [s.start, s.end]).filter(|a| *a > block.start && *a < block.end && boundary(*a)),
    );
    let cuts: Vec<u32> = cuts.into_iter().collect();
    cuts.windows(2)
        .filter_map(|w| {
            let [start, end] = *w else { return None };
            let span = Span { start, end };
            let mut piece = Piece { text: text.slice(span).to_owned(), claims: Vec::new(), copied: Vec::new() };
            for (_, of) in here.iter().filter(|(s, _)| s.start < end && s.end > start) {
                let (list, id) = match of {
                    Of::Claim(id) => (&mut piece.claims, id),
                    Of::Copy(id) => (&mut piece.copied, id),
                };
                if !list.contains(id) {
                    list.push(id.clone());
                }
            }
            Some(piece)
        })
        .collect()
}

/// Blocks as text. Claims that begin here get their anchor.
#[must_use]
pub fn text(shown: &[Shown], language: Option<&str>, l: &Locale) -> Markup {
    let mut begun = BTreeSet::new();
    html! {
        div class="text" dir="auto" lang=[language] {
            @for block in shown {
                p class=[block.cut.as_ref().map(|_| "cut")] title=[block.cut.as_ref().map(|c| l.word("cut", c))] {
                    @if let Some(reason) = &block.cut { span class="reason" { (l.word("cut", reason)) } " " }
                    @for piece in &block.pieces { (one(piece, &mut begun)) }
                }
            }
        }
    }
}

fn one(piece: &Piece, begun: &mut BTreeSet<String>) -> Markup {
    let anchor = piece.claims.iter().find(|c| begun.insert((*c).clone()));
    let class = match (piece.claims.is_empty(), piece.copied.is_empty()) {
        (true, true) => return html! { (piece.text) },
        (false, true) => "words",
        (true, false) => "copied",
        (false, false) => "words copied",
    };
    let depth = if piece.claims.len() > 1 { Some("2") } else { None };
    html! {
        span id=[anchor] class=(class) data-depth=[depth] data-claims=[(!piece.claims.is_empty()).then(|| piece.claims.join(" "))]
            data-copied=[(!piece.copied.is_empty()).then(|| piece.copied.join(" "))] { (piece.text) }
    }
}

impl Screen for Reader {
    fn title(&self, _: &Locale) -> String {
        self.document.title.clone().unwrap_or_else(|| self.document.file.clone())
    }

    fn place(&self) -> &'static str {
        "/inbox"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let (l, d) = (shell.locale, &self.document);
        html! {
            p class="crumbs" {
                @match &d.outlet { Some(o) => (shell.name(o)), None => span class="unknown" { (l.t("unknown-outlet")) } }
                " · " (l.time(&d.published)) " · " code title=(d.sha256) { (d.sha256.get(..12).unwrap_or(&d.sha256)) }
                " · " @match &d.origin { Some(o) => a href={ "/incidents?q=origin:" (o) } { (l.t("reader-origin")) }, None => (l.t("unknown-origin")) }
            }
            details { summary { (l.t("reader-dates")) }
                ul { @for why in &d.published_why { li { (why) } }
                    @for date in &d.page_dates { li { bdi { q { (date.text) } } " " (l.word("date-role", &date.role)) " " @if date.used { "✓" } @else { "✗" } " " (values::english(&date.why)) } } } }
            @if !d.warnings.is_empty() { ul class="warnings" { @for w in &d.warnings { li { (w) } } } }
            div class="reader" data-island="reader" {
                article aria-label=(l.t("reader-text")) {
                    @if let Some(why) = &self.missing { p class="problem" role="alert" { (l.t("reader-missing")) " " (why) } }
                    (text(&self.blocks, d.language.as_deref(), l))
                }
                aside aria-label=(l.t("reader-claims")) {
                    @if self.claims.is_empty() { p class="empty" { (l.t("reader-no-claims")) } }
                    ol class="margin" { @for c in &self.claims { (card(c, shell, &review::Looked { shown: self.shown.get(&c.id), own: &self.own })) } }
                }
            }
            section { h2 { (l.t("reader-copies")) }
                @if self.copies.is_empty() { p class="empty" { (l.t("reader-no-copies")) } }
                ul { @for c in &self.copies { li {
                    a href={ "/documents/" (d.id) "/beside/" (c.document) } { (shell.name(&c.title)) } " " (shell.pill("bond", &c.bond)) " "
                    (l.t_with("reader-runs", &[("runs", i64::try_from(c.runs).unwrap_or(i64::MAX).into()), ("words", i64::from(c.words).into())]))
                    ul class="note" { @for r in &c.reasons { li { (values::english(r)) } } }
                } } }
            }
            @if let Some(next) = &self.next { p { a rel="next" href={ "/documents/" (next) } data-key="." { (l.t("reader-next")) } } }
        }
    }
}

/// A claim in the margin: exactly what would be written, and the buttons that write it.
#[must_use]
pub fn card(c: &brief::Claim, shell: &Shell<'_>, looked: &review::Looked<'_>) -> Markup {
    let l = shell.locale;
    html! {
        li class="card claim" id={ "card-" (c.id) } data-claim=(c.id) data-review=(c.review) tabindex="0" {
            p { a href={ "#" (c.id) } { (l.word("claim-kind", &c.kind)) } @if let Some(act) = &c.act { " · " (l.word("act", act)) } " " (shell.pill("review", &c.review)) }
            (facts(c, l, shell))
            (review::reviews(c, shell))
            (review::buttons(c, shell, looked))
        }
    }
}

/// What was read, field by field.
#[must_use]
pub fn facts(c: &brief::Claim, l: &Locale, shell: &Shell<'_>) -> Markup {
    html! {
            dl class="facts" {
                dt { (l.t("col-said-by")) } dd { @for (n, link) in c.chain.iter().enumerate() { @if n > 0 { " ← " }
                    @match &link.name { Some(name) => (shell.name(name)), None => span class="unknown" { (l.word("chain-role", &link.role)) } } } }
                dt { (l.t("col-alleged-author")) } dd { @match &c.alleged_author { Some(a) => (shell.name(a)), None => span class="unknown" { (l.t("unknown-author")) } } }
                @if let Some(a) = &c.affected { dt { (l.t("col-affected")) } dd { (shell.name(a)) } }
                dt { (l.t("col-where")) } dd { (incident::place(c.place.as_ref(), l)) }
                dt { (l.t("col-when")) } dd { (incident::time(c.time.as_ref(), l)) }
                @if !c.counts.is_empty() { dt { (l.t("col-harm")) } dd { @for n in &c.counts { (incident::count(n, l)) " " } } }
                @if c.polarity != "asserted" { dt { (l.t("col-polarity")) } dd { (l.word("polarity", &c.polarity)) } }
            }
    }
}
