//! One document, read: bytes in, blocks with their fate and what the page says about itself out.
//!
//! Must not: touch files, clock or network, lose a byte of the original, or panic whatever the bytes are.

use crate::block::{Block, BlockKind, CutReason, Fate};
use crate::decode::{self, Charset, CharsetBasis, Decoded, Misfit};
use crate::format::{self, Format};
use crate::html::{self, HtmlLine};
use crate::maintext::{crf, extractor, features, kinds};
use crate::meta::{Meta, language, page, structured};
use crate::source::SourceText;
use crate::{limits, lines};
use armistice_core::span::Span;
use thiserror::Error;

/// Why a file cannot be read as a document. The message says what to do next.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// No bytes, or nothing but white space.
    #[error("the file is empty: save the page again and add it once more")]
    Empty,
    /// Over [`limits::MAX_DOCUMENT_BYTES`].
    #[error(
        "the file has {length} bytes, more than the {limit} that one document may have: split it, or save only the article"
    )]
    TooLarge {
        /// Its length.
        length: usize,
        /// The limit.
        limit: usize,
    },
    /// A known binary type.
    #[error("this is a file of the type {name}, which is not read: {advice}")]
    UnsupportedType {
        /// The type.
        name: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// Not text: control characters.
    #[error(
        "this is no text (byte {offset} is a control character, one of {count}): save the page as HTML or plain text"
    )]
    Binary {
        /// The first such byte.
        offset: u32,
        /// How many characters of the text are such.
        count: usize,
    },
    /// Rows of event data.
    #[error("this is a table of events, not an article: import it as event data")]
    EventTable,
}

/// What the reader is not sure of, or left out. The document is read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Bytes that do not fit the charset; `first` are the first of them with their places.
    Misfits {
        /// The charset they were read in.
        charset: &'static str,
        /// The first ones.
        first: Vec<Misfit>,
        /// How many in all.
        count: usize,
    },
    /// The page declares a charset that its bytes contradict.
    CharsetContradicted {
        /// What it declares.
        declared: &'static str,
        /// What was used.
        used: &'static str,
    },
    /// The charset is a guess.
    CharsetGuessed {
        /// The guess.
        charset: &'static str,
    },
    /// The page has more tags than are read; from this byte of the file on it counts as markup.
    HtmlCutShort {
        /// The place.
        offset: u32,
    },
    /// Too large or too deep for the DOM extractor: the line model judged alone.
    ExtractorSkipped,
    /// More lines than are judged; those after this one are kept without a judgement.
    LinesNotJudged {
        /// The first line without a judgement (clean text).
        from: Span,
    },
    /// No main text was found.
    NoMainText,
}

/// A document that has been read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the file is.
    pub format: Format,
    /// Its charset.
    pub charset: Charset,
    /// ISO 639-1 code of the main text's language; `None` when unclear.
    pub language: Option<&'static str>,
    /// Clean text with its map to the file.
    pub text: SourceText,
    /// Blocks in order; every letter of the clean text is in one.
    pub blocks: Vec<Block>,
    /// What the page says about itself.
    pub meta: Meta,
    /// What is not sure.
    pub warnings: Vec<Warning>,
}

/// Reads one document. `name_hint` is the file's name; it only helps between formats that the bytes allow.
///
/// # Errors
/// See [`ReadError`].
pub fn read(bytes: &[u8], name_hint: Option<&str>) -> Result<Reading, ReadError> {
    if bytes.len() > limits::MAX_DOCUMENT_BYTES {
        return Err(ReadError::TooLarge { length: bytes.len(), limit: limits::MAX_DOCUMENT_BYTES });
    }
    if let Some((name, advice)) = format::binary_type(bytes) {
        return Err(ReadError::UnsupportedType { name, advice });
    }
    let is_html = format::looks_like_html(bytes, name_hint);
    let decoded = decode::decode(bytes, is_html);
    refuse_binary(&decoded)?;
    let mut warnings = decode_warnings(&decoded);
    if is_html {
        return Ok(read_html(&decoded, warnings));
    }
    let format = format::text_format(&decoded.text.text, name_hint);
    if format == Format::EventTable {
        return Err(ReadError::EventTable);
    }
    let spans = lines::split(&decoded.text.text);
    let blocks = judge(&decoded.text.text, &spans, &[], &[], None, &mut warnings);
    Ok(finish(format, decoded.charset, decoded.text, blocks, None, warnings))
}

fn refuse_binary(decoded: &Decoded) -> Result<(), ReadError> {
    let text = &decoded.text.text;
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(ReadError::Empty);
    }
    let control = |c: char| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}';
    let count = text.chars().filter(|c| control(*c)).count();
    if count * limits::CONTROL_ONE_IN > text.chars().count() {
        let at = text.find(control).unwrap_or(0);
        let width = text[at..].chars().next().map_or(1, char::len_utf8);
        let offset = decoded.text.raw(Span::new(at, at + width)).map_or(0, |s| s.start);
        return Err(ReadError::Binary { offset, count });
    }
    Ok(())
}

fn decode_warnings(decoded: &Decoded) -> Vec<Warning> {
    let charset = decoded.charset.name;
    let mut warnings = vec![];
    if decoded.misfit_count > 0 {
        let (first, count) = (decoded.misfits.clone(), decoded.misfit_count);
        warnings.push(Warning::Misfits { charset, first, count });
    }
    if let Some(declared) = decoded.contradicted {
        warnings.push(Warning::CharsetContradicted { declared, used: charset });
    }
    if decoded.charset.basis == CharsetBasis::Guessed {
        warnings.push(Warning::CharsetGuessed { charset });
    }
    warnings
}

fn read_html(decoded: &Decoded, mut warnings: Vec<Warning>) -> Reading {
    let page = html::parse(&decoded.text.text);
    if let Some(at) = page.stopped_at {
        let end = Span::new(at, decoded.text.text.len());
        let offset = decoded.text.raw(end).map_or(decoded.text.raw_len, |s| s.start);
        warnings.push(Warning::HtmlCutShort { offset });
    }
    let kept = if extractor::allowed(&decoded.text.text, &page) {
        extractor::kept(&decoded.text.text, &page).unwrap_or_default()
    } else {
        warnings.push(Warning::ExtractorSkipped);
        vec![]
    };
    let head = structured::head(&decoded.text.text, &page);
    let spans: Vec<Span> = page.lines.iter().map(|l| l.span).collect();
    let stated = stated_title(&head);
    let blocks = judge(&page.text.text, &spans, &page.lines, &kept, stated.as_deref(), &mut warnings);
    let text = html::compose(&page.text, &decoded.text);
    finish(Format::Html, decoded.charset, text, blocks, Some((&head, &decoded.text)), warnings)
}

/// The headline in the page's head, without the outlet's name.
fn stated_title(head: &structured::Head) -> Option<String> {
    let title = head.titles.first().or(head.page_title.as_ref())?;
    let site = head.site.as_ref().or(head.publisher.as_ref()).map(|s| s.text.as_str());
    let split = structured::split_title(&title.text, None, site);
    Some(split.map_or_else(|| title.text.clone(), |(head, _)| title.text[head.range()].to_owned()))
}

/// Verdicts of the line model, and from them blocks.
fn judge(
    text: &str,
    spans: &[Span],
    html: &[HtmlLine],
    kept: &[u8],
    stated_title: Option<&str>,
    warnings: &mut Vec<Warning>,
) -> Vec<Block> {
    let judged = spans.len().min(limits::MAX_LINES);
    let html = &html[..judged.min(html.len())];
    let kept = &kept[..judged.min(kept.len())];
    let model = if html.is_empty() { &*crf::TEXT } else { &*crf::HTML };
    let mut scores = vec![0_i64; judged];
    let input = features::Input { text, lines: &spans[..judged], html, extractor: kept };
    features::each(input, |line, feature| scores[line] += model.weight(feature));
    let main = model.decode(&scores);
    let page = kinds::Judged { text, lines: &spans[..judged], html, main: &main, stated_title };
    let mut blocks = kinds::assign(page);
    if let Some(from) = spans.get(judged) {
        warnings.push(Warning::LinesNotJudged { from: *from });
        let rest = spans[judged..].iter();
        blocks.extend(rest.map(|span| Block { span: *span, kind: BlockKind::Other, fate: Fate::Main }));
    }
    blocks
}

fn finish(
    format: Format,
    charset: Charset,
    text: SourceText,
    blocks: Vec<Block>,
    head: Option<(&structured::Head, &SourceText)>,
    mut warnings: Vec<Warning>,
) -> Reading {
    let meta = page::collect(page::View { text: &text, blocks: &blocks, head });
    let mut main = String::new();
    for block in blocks.iter().filter(|b| b.fate == Fate::Main) {
        if main.len() > 20_000 {
            break;
        }
        main.push_str(text.slice(block.span));
        main.push('\n');
    }
    if main.is_empty() {
        warnings.push(Warning::NoMainText);
    }
    let language = language::detect(&main);
    Reading { format, charset, language, text, blocks, meta, warnings }
}

impl Reading {
    /// Blocks of the main text.
    pub fn main_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|b| b.fate == Fate::Main)
    }

    /// The main text, one block per line.
    #[must_use]
    pub fn main_text(&self) -> String {
        self.main_blocks().map(|b| self.text.slice(b.span)).collect::<Vec<_>>().join("\n")
    }

    /// Every byte of the captured file with what became of it: `0..raw_len` in order, without gap or overlap.
    #[must_use]
    pub fn partition(&self) -> Vec<(Span, Fate)> {
        let between =
            if self.format == Format::Html { Fate::Cut(CutReason::Markup) } else { Fate::Cut(CutReason::Whitespace) };
        let mut parts = Parts { list: vec![], at: 0, between };
        let mut block = 0;
        for segment in &self.text.segments {
            let mut clean = segment.clean.start;
            while clean < segment.clean.end {
                while self.blocks.get(block).is_some_and(|b| b.span.end <= clean) {
                    block += 1;
                }
                let (upto, fate) = match self.blocks.get(block) {
                    Some(b) if b.span.start <= clean => (b.span.end, b.fate),
                    Some(b) => (b.span.start, Fate::Cut(CutReason::Whitespace)),
                    None => (segment.clean.end, Fate::Cut(CutReason::Whitespace)),
                };
                if !segment.linear {
                    parts.push(segment.raw.start, segment.raw.end, fate);
                    break;
                }
                let upto = upto.min(segment.clean.end);
                let shift = segment.raw.start;
                parts.push(shift + (clean - segment.clean.start), shift + (upto - segment.clean.start), fate);
                clean = upto;
            }
        }
        parts.push(self.text.raw_len, self.text.raw_len, between);
        parts.list
    }

    /// The bytes of the main text in the captured file, as [`Self::partition`] has them.
    #[must_use]
    pub fn main_spans_raw(&self) -> Vec<Span> {
        self.partition().into_iter().filter(|(_, f)| *f == Fate::Main).map(|(s, _)| s).collect()
    }

    /// The bytes that are cut, each with its reason.
    #[must_use]
    pub fn cuts_raw(&self) -> Vec<(Span, CutReason)> {
        self.partition()
            .into_iter()
            .filter_map(|(span, fate)| match fate {
                Fate::Cut(reason) => Some((span, reason)),
                Fate::Main => None,
            })
            .collect()
    }
}

struct Parts {
    list: Vec<(Span, Fate)>,
    at: u32,
    between: Fate,
}

impl Parts {
    /// `start..end` has `fate`; what lies between the last part and `start` is no text.
    fn push(&mut self, start: u32, end: u32, fate: Fate) {
        if start > self.at {
            self.add(start, self.between);
        }
        if end > self.at {
            self.add(end, fate);
        }
    }

    fn add(&mut self, end: u32, fate: Fate) {
        match self.list.last_mut() {
            Some((span, last)) if *last == fate => span.end = end,
            _ => self.list.push((Span { start: self.at, end }, fate)),
        }
        self.at = end;
    }
}
