//! A page with markup -> lines of text, each tied to its bytes, with what the markup says about them.
//!
//! Must not: decide what is main text, fetch anything, or run away on hostile pages (see `limits`).

use crate::limits;
use crate::source::{Segment, SourceText};
use armistice_core::span::Span;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Readable as _, Reader, StringReader, Tokenizer};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::LazyLock;

/// What the markup around a line says; one bit each, inherited from every open element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context(pub u32);

/// The bits of [`Context`], in the order of [`CONTEXT_NAMES`].
pub mod bit {
    #![expect(missing_docs, reason = "each is named in CONTEXT_NAMES")]
    pub const NAV: u32 = 1;
    pub const HEADER: u32 = 1 << 1;
    pub const FOOTER: u32 = 1 << 2;
    pub const ASIDE: u32 = 1 << 3;
    pub const FORM: u32 = 1 << 4;
    pub const ARTICLE: u32 = 1 << 5;
    pub const MAIN: u32 = 1 << 6;
    pub const FIGURE: u32 = 1 << 7;
    pub const CAPTION: u32 = 1 << 8;
    pub const QUOTE: u32 = 1 << 9;
    pub const LIST: u32 = 1 << 10;
    pub const TABLE: u32 = 1 << 11;
    pub const H1: u32 = 1 << 12;
    pub const HEADING: u32 = 1 << 13;
    pub const PARAGRAPH: u32 = 1 << 14;
    pub const TIME: u32 = 1 << 15;
    pub const BUTTON: u32 = 1 << 16;
    /// First bit of the groups of `html_hints.toml`.
    pub const HINTS: u32 = 1 << 17;
    pub const DROPPED: u32 = 1 << 30;
    pub const LINK: u32 = 1 << 31;
}

/// Short names of the bits, lowest first; the hint groups follow the element bits.
pub const CONTEXT_NAMES: [&str; 27] = [
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "article",
    "main",
    "figure",
    "figcaption",
    "quote",
    "list",
    "table",
    "h1",
    "heading",
    "p",
    "time",
    "button",
    "content",
    "navigation",
    "widget",
    "comments",
    "related",
    "caption",
    "legal",
    "advertisement",
    "byline",
    "hidden",
];

impl Context {
    /// Whether any of the bits is set.
    #[must_use]
    pub fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// Whether the hint group of that name is set.
    #[must_use]
    pub fn hint(self, name: &str) -> bool {
        CONTEXT_NAMES.iter().position(|n| *n == name).is_some_and(|i| self.has(1 << i))
    }
}

/// One line of a page: text between two block boundaries or line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HtmlLine {
    /// Bytes of the clean text.
    pub span: Span,
    /// What surrounds it.
    pub context: Context,
    /// How many of its bytes are inside links.
    pub link_bytes: u32,
    /// Depth of open elements.
    pub depth: u16,
}

/// A named value from the page's head or attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetaValue {
    /// `property`, `name` or `itemprop`, in lower case.
    pub name: String,
    /// The value, character references resolved.
    pub value: String,
    /// Bytes of the decoded text.
    pub span: Span,
}

/// A page as lines, and what its head says.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Clean text; its segments point into the decoded text until [`compose`] is applied.
    pub text: SourceText,
    /// Lines in order.
    pub lines: Vec<HtmlLine>,
    /// `<meta>` values, `<time datetime>` (name `time`), `itemprop` contents, `<link rel=canonical>` (name `canonical`).
    pub meta: Vec<MetaValue>,
    /// The text of `<title>`.
    pub title: Option<MetaValue>,
    /// Raw JSON-LD blocks with their place in the decoded text.
    pub json_ld: Vec<Span>,
    /// `<html lang>`.
    pub language: Option<String>,
    /// How many tags were read.
    pub tags: usize,
    /// Whether a tag had more attributes than are read.
    pub crowded: bool,
    /// The deepest nesting seen.
    pub max_depth: usize,
    /// Where reading stopped because a limit was hit, in the decoded text.
    pub stopped_at: Option<usize>,
}

static HINTS: LazyLock<BTreeMap<String, u32>> = LazyLock::new(|| {
    let table: BTreeMap<String, Vec<String>> =
        toml::from_str(include_str!("../lang/html_hints.toml")).expect("html_hints.toml ships with the crate");
    let mut hints = BTreeMap::new();
    for (group, words) in table {
        let at = CONTEXT_NAMES.iter().rposition(|n| **n == *group).expect("every group has a bit");
        for word in words {
            *hints.entry(word).or_insert(0) |= 1 << at;
        }
    }
    hints
});

/// Reads `decoded` (markup included) into lines.
#[must_use]
pub fn parse(decoded: &str) -> Page {
    let mut builder = Builder::new(decoded);
    let mut base = 0;
    loop {
        let attributes = Cell::new(0);
        let mut last = base;
        let mut emitter = CallbackEmitter::<_, Infallible, usize>::new(
            |event: CallbackEvent<'_>, span: html5gum::Span<usize>| -> Option<Infallible> {
                let of_tag =
                    matches!(event, CallbackEvent::AttributeName { .. } | CallbackEvent::AttributeValue { .. });
                attributes.set(if of_tag { attributes.get() + 1 } else { 0 });
                last = base + span.end;
                builder.event(&event, base + span.start, base + span.end);
                None
            },
        );
        emitter.naively_switch_states(true);
        let reader = Bounded { inner: decoded[base..].to_reader(), attributes: &attributes };
        if Tokenizer::new_with_emitter(reader, emitter).finish().is_ok() {
            return builder.finish();
        }
        // A crowded tag counts up to here; reading goes on behind it.
        let last = decoded.floor_char_boundary(last.min(decoded.len()));
        base = decoded[last..].find('>').map_or(decoded.len(), |at| last + at + 1);
        builder.flush_attribute(base);
        builder.page.crowded = true;
        builder.open_tag(false, base);
    }
}

/// More attributes in one tag than are read.
#[derive(Debug, thiserror::Error)]
#[error("a tag has more than {} attributes", limits::MAX_TAG_ATTRIBUTES)]
struct Crowded;

/// A reader that stops in a crowded tag: the only way out of the tokenizer, which would run out of stack there.
struct Bounded<'a> {
    inner: StringReader<'a>,
    attributes: &'a Cell<usize>,
}

impl Bounded<'_> {
    fn bound(&self) -> Result<(), Crowded> {
        // A name and a value are two events.
        if self.attributes.get() > 2 * limits::MAX_TAG_ATTRIBUTES { Err(Crowded) } else { Ok(()) }
    }
}

impl Reader for Bounded<'_> {
    type Error = Crowded;

    fn read_byte(&mut self) -> Result<Option<u8>, Crowded> {
        self.bound()?;
        let Ok(byte) = self.inner.read_byte();
        Ok(byte)
    }

    fn try_read_string(&mut self, s: &[u8], case_sensitive: bool) -> Result<bool, Crowded> {
        self.bound()?;
        let Ok(found) = self.inner.try_read_string(s, case_sensitive);
        Ok(found)
    }

    fn read_until<'b>(&'b mut self, needle: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Crowded> {
        self.bound()?;
        let Ok(read) = self.inner.read_until(needle, buffer);
        Ok(read)
    }
}

struct Open {
    name: Vec<u8>,
    context: Context,
}

struct Builder<'a> {
    decoded: &'a str,
    page: Page,
    stack: Vec<Open>,
    overflow: usize,
    line_start: usize,
    line: Option<HtmlLine>,
    space: Option<Span>,
    last_text_end: usize,
    tag: Vec<u8>,
    attributes: Vec<(String, String, Span)>,
    attribute: Option<(String, usize)>,
}

impl<'a> Builder<'a> {
    fn new(decoded: &'a str) -> Self {
        Self {
            decoded,
            page: Page {
                text: SourceText { raw_len: Span::new(0, decoded.len()).end, ..Default::default() },
                ..Default::default()
            },
            stack: vec![],
            overflow: 0,
            line_start: 0,
            line: None,
            space: None,
            last_text_end: 0,
            tag: vec![],
            attributes: vec![],
            attribute: None,
        }
    }

    fn context(&self) -> Context {
        self.stack.last().map_or(Context(0), |o| o.context)
    }

    fn event(&mut self, event: &CallbackEvent<'_>, start: usize, end: usize) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.clear();
                self.tag.extend_from_slice(name);
                self.attributes.clear();
                self.attribute = None;
            }
            CallbackEvent::AttributeName { name } => {
                self.flush_attribute(start);
                self.attribute = (self.attributes.len() < limits::MAX_ATTRIBUTES)
                    .then(|| (String::from_utf8_lossy(name).to_ascii_lowercase(), end));
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some((name, _)) = self.attribute.take() {
                    let kept = &value[..value.len().min(limits::MAX_ATTRIBUTE_BYTES)];
                    let span = self.in_bounds(start, end);
                    self.attributes.push((name, String::from_utf8_lossy(kept).into_owned(), span));
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.flush_attribute(start);
                self.open_tag(*self_closing, end);
            }
            CallbackEvent::EndTag { name } => {
                self.attributes.clear();
                self.attribute = None;
                self.count_tag(end);
                self.close_tag(name);
            }
            CallbackEvent::String { value } => self.string(value, start, end),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn flush_attribute(&mut self, at: usize) {
        if let Some((name, _)) = self.attribute.take() {
            self.attributes.push((name, String::new(), self.in_bounds(at, at)));
        }
    }

    /// A span of the decoded text that lies in it and on character boundaries.
    fn in_bounds(&self, start: usize, end: usize) -> Span {
        let start = self.decoded.floor_char_boundary(start.min(self.decoded.len()));
        let end = self.decoded.ceil_char_boundary(end.clamp(start, self.decoded.len()));
        Span::new(start, end)
    }

    fn count_tag(&mut self, at: usize) {
        self.page.tags += 1;
        if self.page.tags > limits::MAX_HTML_TAGS && self.page.stopped_at.is_none() {
            self.end_line();
            self.page.stopped_at = Some(at);
        }
    }

    fn attribute_value(&self, name: &str) -> Option<&(String, String, Span)> {
        self.attributes.iter().find(|(n, ..)| n == name)
    }

    fn open_tag(&mut self, self_closing: bool, end: usize) {
        self.count_tag(end);
        let tag = std::mem::take(&mut self.tag);
        self.collect_meta(&tag);
        if is_block(&tag) {
            self.end_line();
            if tag == b"p" || closes_paragraph(&tag) {
                self.close_open_paragraph();
            }
            if tag == b"li" && self.stack.last().is_some_and(|o| o.name == b"li") {
                self.stack.pop();
            }
        }
        let void = VOID.contains(&&tag[..]);
        let closed = void || (self_closing && self.in_foreign());
        if !closed {
            let context = self.context_of(&tag);
            if self.stack.len() < limits::MAX_HTML_DEPTH {
                self.stack.push(Open { name: tag.clone(), context });
            } else {
                self.overflow += 1;
            }
            self.page.max_depth = self.page.max_depth.max(self.stack.len() + self.overflow);
        }
        self.tag = tag;
    }

    fn in_foreign(&self) -> bool {
        self.stack.iter().any(|o| o.name == b"svg" || o.name == b"math")
    }

    fn close_open_paragraph(&mut self) {
        if self.stack.last().is_some_and(|o| o.name == b"p") {
            self.stack.pop();
        }
    }

    fn close_tag(&mut self, name: &[u8]) {
        if is_block(name) {
            self.end_line();
        }
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        if let Some(at) = self.stack.iter().rposition(|o| o.name == name) {
            // An inline end tag does not close blocks around it.
            if is_block(name) || !self.stack[at..].iter().any(|o| is_block(&o.name)) {
                self.stack.truncate(at);
            }
        }
    }

    fn context_of(&self, tag: &[u8]) -> Context {
        let mut bits = self.context().0;
        bits |= match tag {
            b"nav" => bit::NAV,
            b"header" => bit::HEADER,
            b"footer" => bit::FOOTER,
            b"aside" => bit::ASIDE,
            b"form" | b"fieldset" => bit::FORM,
            b"article" => bit::ARTICLE,
            b"main" => bit::MAIN,
            b"figure" | b"picture" => bit::FIGURE,
            b"figcaption" | b"caption" => bit::CAPTION,
            b"blockquote" | b"q" => bit::QUOTE,
            b"ul" | b"ol" | b"dl" | b"li" => bit::LIST,
            b"table" | b"td" | b"th" => bit::TABLE,
            b"h1" => bit::H1 | bit::HEADING,
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => bit::HEADING,
            b"p" => bit::PARAGRAPH,
            b"time" => bit::TIME,
            b"button" | b"label" => bit::BUTTON,
            b"a" => bit::LINK,
            b"script" | b"style" | b"noscript" | b"template" | b"select" | b"textarea" | b"iframe" | b"object"
            | b"svg" | b"math" | b"canvas" | b"audio" | b"video" | b"head" | b"title" | b"datalist" => bit::DROPPED,
            _ => 0,
        };
        if tag == b"body" {
            bits &= !bit::DROPPED;
        }
        if tag != b"body" && tag != b"html" {
            for (name, value, _) in &self.attributes {
                if name == "class" || name == "id" {
                    bits |= hint_bits(value);
                } else if name == "role" && value == "navigation" {
                    bits |= bit::NAV;
                } else if name == "hidden" || (name == "style" && value.replace(' ', "").contains("display:none")) {
                    bits |= bit::HINTS << 9;
                }
            }
        }
        Context(bits)
    }

    fn collect_meta(&mut self, tag: &[u8]) {
        let text = |a: Option<&(String, String, Span)>| a.map(|(_, v, _)| v.clone());
        match tag {
            b"meta" => {
                let name = ["property", "name", "itemprop"].iter().find_map(|n| text(self.attribute_value(n)));
                if let (Some(name), Some((_, value, span))) = (name, self.attribute_value("content")) {
                    let entry = MetaValue { name: name.to_ascii_lowercase(), value: value.clone(), span: *span };
                    self.page.meta.push(entry);
                }
            }
            b"time" => {
                if let Some((_, value, span)) = self.attribute_value("datetime") {
                    let role = text(self.attribute_value("itemprop")).unwrap_or_default().to_ascii_lowercase();
                    let name = if role.is_empty() { "time".to_owned() } else { role };
                    self.page.meta.push(MetaValue { name, value: value.clone(), span: *span });
                }
            }
            b"link" => {
                let canonical = text(self.attribute_value("rel")).is_some_and(|r| r == "canonical");
                if let (true, Some((_, value, span))) = (canonical, self.attribute_value("href")) {
                    let entry = MetaValue { name: "canonical".to_owned(), value: value.clone(), span: *span };
                    self.page.meta.push(entry);
                }
            }
            b"html" => {
                self.page.language = self.page.language.take().or_else(|| text(self.attribute_value("lang")));
            }
            _ => {}
        }
    }

    fn string(&mut self, value: &[u8], start: usize, end: usize) {
        let span = self.in_bounds(start.max(self.last_text_end), end.max(self.last_text_end));
        self.last_text_end = span.end as usize;
        let context = self.context();
        if context.has(bit::DROPPED) || self.page.stopped_at.is_some() {
            let name = self.stack.last().map_or(&b""[..], |o| &o.name);
            if name == b"title" && self.page.title.is_none() {
                let value = String::from_utf8_lossy(value).trim().to_owned();
                self.page.title = Some(MetaValue { name: "title".to_owned(), value, span });
            }
            let json = self.attribute_value("type").is_some_and(|(_, v, _)| v.contains("ld+json"));
            if name == b"script" && json && span.len() <= limits::MAX_JSON_LD_BYTES {
                self.page.json_ld.push(span);
            }
            return;
        }
        let raw = &self.decoded[span.range()];
        let mut at = span.start as usize;
        let mut rest = raw;
        while !rest.is_empty() {
            let plain = rest.find('&').unwrap_or(rest.len());
            self.plain(&rest[..plain], at, context);
            at += plain;
            rest = &rest[plain..];
            if rest.is_empty() {
                break;
            }
            let length = reference_length(rest);
            if length == 1 {
                self.plain("&", at, context);
            } else {
                self.reference(&rest[..length], at, context);
            }
            at += length;
            rest = &rest[length..];
        }
    }

    /// Text without character references: words stand for themselves, white space is folded.
    fn plain(&mut self, s: &str, at: usize, context: Context) {
        let mut i = 0;
        while i < s.len() {
            let rest = &s[i..];
            let words = rest.find(|c: char| c.is_ascii_whitespace() || c == '\0').unwrap_or(rest.len());
            if words > 0 {
                let segment = Span::new(at + i, at + i + words);
                self.put(&rest[..words], segment, true, context);
                i += words;
                continue;
            }
            let gap = rest.find(|c: char| !(c.is_ascii_whitespace() || c == '\0')).unwrap_or(rest.len());
            let gap_span = Span::new(at + i, at + i + gap);
            self.space = Some(self.space.map_or(gap_span, |s| Span { start: s.start, end: gap_span.end }));
            i += gap;
        }
    }

    /// A character reference such as `&amp;`, as one atomic segment.
    fn reference(&mut self, s: &str, at: usize, context: Context) {
        let value = resolve_reference(s);
        let span = Span::new(at, at + s.len());
        if value.chars().all(|c| c.is_ascii_whitespace()) {
            self.space = Some(self.space.map_or(span, |s| Span { start: s.start, end: span.end }));
        } else if value == s {
            self.put(s, span, true, context);
        } else {
            let value: String = value.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
            self.put(&value, span, false, context);
        }
    }

    fn put(&mut self, s: &str, source: Span, linear: bool, context: Context) {
        if let Some(space) = self.space.take()
            && self.line.is_some()
        {
            self.push(" ", space, space.len() == 1, context);
        }
        if self.line.is_none() {
            if !self.page.text.text.is_empty() {
                self.page.text.text.push('\n');
            }
            self.line_start = self.page.text.text.len();
            let depth = u16::try_from(self.stack.len()).unwrap_or(u16::MAX);
            let span = Span::new(self.line_start, self.line_start);
            self.line = Some(HtmlLine { span, context, link_bytes: 0, depth });
        }
        self.push(s, source, linear, context);
    }

    fn push(&mut self, s: &str, source: Span, linear: bool, context: Context) {
        let text = &mut self.page.text;
        let clean = Span::new(text.text.len(), text.text.len() + s.len());
        text.text.push_str(s);
        match text.segments.last_mut() {
            Some(last) if linear && last.linear && last.raw.end == source.start && last.clean.end == clean.start => {
                last.clean.end = clean.end;
                last.raw.end = source.end;
            }
            _ => text.segments.push(Segment { clean, raw: source, linear }),
        }
        if let Some(line) = &mut self.line {
            line.span.end = clean.end;
            // The line is in what all its text is in, and in the inner-most of its first text.
            line.context.0 |= context.0 & (bit::HEADING | bit::H1 | bit::TIME);
            if context.has(bit::LINK) {
                line.link_bytes += u32::try_from(s.len()).unwrap_or(0);
            }
        }
    }

    fn end_line(&mut self) {
        self.space = None;
        if let Some(line) = self.line.take() {
            self.page.lines.push(line);
        }
    }

    fn finish(mut self) -> Page {
        self.end_line();
        self.page
    }
}

/// Replaces places in the decoded text by places in the captured file.
#[must_use]
pub fn compose(page: &SourceText, decoded: &SourceText) -> SourceText {
    let mut segments: Vec<Segment> = Vec::with_capacity(page.segments.len());
    for segment in &page.segments {
        if !segment.linear {
            if let Some(raw) = decoded.raw(segment.raw) {
                segments.push(Segment { clean: segment.clean, raw, linear: false });
            }
            continue;
        }
        let first = decoded.segments.partition_point(|d| d.clean.end <= segment.raw.start);
        for d in decoded.segments[first..].iter().take_while(|d| d.clean.start < segment.raw.end) {
            let from = d.clean.start.max(segment.raw.start);
            let to = d.clean.end.min(segment.raw.end);
            let shift = segment.clean.start;
            let clean = Span { start: shift + (from - segment.raw.start), end: shift + (to - segment.raw.start) };
            let raw = if d.linear {
                Span { start: d.raw.start + (from - d.clean.start), end: d.raw.start + (to - d.clean.start) }
            } else {
                d.raw
            };
            segments.push(Segment { clean, raw, linear: d.linear });
        }
    }
    SourceText { text: page.text.clone(), segments, raw_len: decoded.raw_len }
}

const VOID: &[&[u8]] = &[
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source",
    b"track", b"wbr",
];

const BLOCKS: &[&[u8]] = &[
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"body",
    b"br",
    b"button",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"dialog",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"footer",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hr",
    b"html",
    b"legend",
    b"li",
    b"main",
    b"nav",
    b"ol",
    b"option",
    b"p",
    b"pre",
    b"section",
    b"summary",
    b"table",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"ul",
];

fn is_block(tag: &[u8]) -> bool {
    BLOCKS.binary_search(&tag).is_ok()
}

fn closes_paragraph(tag: &[u8]) -> bool {
    is_block(tag) && ![&b"br"[..], b"button", b"td", b"th", b"tr"].contains(&tag)
}

fn hint_bits(value: &str) -> u32 {
    let mut bits = 0;
    let mut word = String::new();
    for c in value.chars().chain([' ']) {
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        } else if !word.is_empty() {
            bits |= HINTS.get(&word).copied().unwrap_or(0);
            word.clear();
        }
    }
    bits
}

/// Length of the character reference at the start of `s` (which starts with `&`), or 1 if it is none.
fn reference_length(s: &str) -> usize {
    let bytes = s.as_bytes();
    let mut n = 1;
    if bytes.get(n) == Some(&b'#') {
        n += 1;
    }
    // The longest named reference has 33 bytes.
    while n < bytes.len() && n < 40 && bytes[n].is_ascii_alphanumeric() {
        n += 1;
    }
    if n < 3 {
        return 1;
    }
    n + usize::from(bytes.get(n) == Some(&b';'))
}

/// What a character reference stands for, as HTML defines it; itself if it stands for nothing.
fn resolve_reference(s: &str) -> String {
    let mut out = String::new();
    for token in Tokenizer::new(s) {
        let Ok(token) = token;
        if let html5gum::Token::String(text) = token {
            out.push_str(&String::from_utf8_lossy(&text));
        }
    }
    out
}
