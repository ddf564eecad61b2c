//! From bytes to text: finds the charset and keeps a map from every character back to its bytes.
//!
//! Must not: drop a byte without a trace, guess when the bytes are valid UTF-8, or judge the text.

use crate::limits;
use crate::source::{Segment, SourceText};
use armistice_core::span::Span;
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How the charset was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharsetBasis {
    /// A byte order mark.
    ByteOrderMark,
    /// The bytes are valid UTF-8.
    ValidUtf8,
    /// The page declares it.
    Declared,
    /// Most of the bytes are valid UTF-8; the others were read one by one.
    MostlyUtf8,
    /// Zero bytes in every second place.
    ZeroBytes,
    /// A statistical guess (chardetng).
    Guessed,
}

/// The charset of a document and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset {
    /// The WHATWG name, e.g. `UTF-8`, `windows-1251`.
    pub name: &'static str,
    /// How it was found.
    pub basis: CharsetBasis,
}

/// Bytes that did not fit the charset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The bytes, in the captured file.
    pub raw: Span,
    /// Whether they were read as windows-1252 (else as U+FFFD).
    pub as_windows_1252: bool,
}

/// Decoded text with its charset and what did not fit.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text; markup is still in it.
    pub text: SourceText,
    /// The charset.
    pub charset: Charset,
    /// Bytes that did not fit, in order, at most [`limits::MAX_WARNINGS`].
    pub misfits: Vec<Misfit>,
    /// How many there were in all.
    pub misfit_count: usize,
    /// A declared charset that the bytes contradict.
    pub contradicted: Option<&'static str>,
}

struct Sink {
    text: String,
    segments: Vec<Segment>,
    misfits: Vec<Misfit>,
    misfit_count: usize,
}

impl Sink {
    fn new(capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), segments: vec![], misfits: vec![], misfit_count: 0 }
    }

    /// Text that stands in the file as it is.
    fn linear(&mut self, s: &str, raw: usize) {
        if s.is_empty() {
            return;
        }
        let clean = Span::new(self.text.len(), self.text.len() + s.len());
        let raw = Span::new(raw, raw + s.len());
        self.text.push_str(s);
        match self.segments.last_mut() {
            Some(last) if last.linear && last.raw.end == raw.start => {
                last.clean.end = clean.end;
                last.raw.end = raw.end;
            }
            _ => self.segments.push(Segment { clean, raw, linear: true }),
        }
    }

    fn atomic(&mut self, s: &str, raw: Span) {
        if s.is_empty() {
            return;
        }
        if raw.len() == 1 && s.len() == 1 {
            return self.linear(s, raw.start as usize);
        }
        let clean = Span::new(self.text.len(), self.text.len() + s.len());
        self.text.push_str(s);
        self.segments.push(Segment { clean, raw, linear: false });
    }

    fn misfit(&mut self, raw: Span, as_windows_1252: bool) {
        self.misfit_count += 1;
        if self.misfits.len() < limits::MAX_WARNINGS {
            self.misfits.push(Misfit { raw, as_windows_1252 });
        }
    }

    fn finish(self, bytes: &[u8], charset: Charset, contradicted: Option<&'static str>) -> Decoded {
        let raw_len = Span::new(0, bytes.len()).end;
        Decoded {
            text: SourceText { text: self.text, segments: self.segments, raw_len },
            charset,
            misfits: self.misfits,
            misfit_count: self.misfit_count,
            contradicted,
        }
    }
}

/// Decodes `bytes`. Order: byte order mark; valid UTF-8; the declared charset; mostly valid UTF-8; a guess.
/// Never fails: bytes that fit nothing become U+FFFD and are listed.
#[must_use]
pub fn decode(bytes: &[u8], looks_like_html: bool) -> Decoded {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let charset = Charset { name: encoding.name(), basis: CharsetBasis::ByteOrderMark };
        return decode_as(encoding, bytes, length, charset, None);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return decode_as(encoding, bytes, 0, Charset { name: encoding.name(), basis: CharsetBasis::ZeroBytes }, None);
    }
    let declared = looks_like_html.then(|| declared_charset(bytes)).flatten();
    if std::str::from_utf8(bytes).is_ok() {
        let stateful = declared.filter(|e| e.name() == "ISO-2022-JP" && bytes.contains(&0x1b));
        if let Some(encoding) = stateful {
            let charset = Charset { name: encoding.name(), basis: CharsetBasis::Declared };
            return decode_as(encoding, bytes, 0, charset, None);
        }
        let contradicted = declared.filter(|e| *e != UTF_8 && !bytes.is_ascii()).map(Encoding::name);
        let charset = Charset { name: UTF_8.name(), basis: CharsetBasis::ValidUtf8 };
        return decode_as(UTF_8, bytes, 0, charset, contradicted);
    }
    let (sequences, invalid) = utf8_tally(bytes);
    // Legacy text holds next to no valid sequences: a Cyrillic or Arabic letter is followed by another one.
    if sequences >= invalid {
        let contradicted = declared.filter(|e| *e != UTF_8).map(Encoding::name);
        let charset = Charset { name: UTF_8.name(), basis: CharsetBasis::MostlyUtf8 };
        return decode_as(UTF_8, bytes, 0, charset, contradicted);
    }
    if let Some(encoding) = declared.filter(|e| *e != UTF_8) {
        let charset = Charset { name: encoding.name(), basis: CharsetBasis::Declared };
        return decode_as(encoding, bytes, 0, charset, None);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    let charset = Charset { name: encoding.name(), basis: CharsetBasis::Guessed };
    decode_as(encoding, bytes, 0, charset, declared.map(Encoding::name))
}

fn decode_as(
    encoding: &'static Encoding,
    bytes: &[u8],
    start: usize,
    charset: Charset,
    contradicted: Option<&'static str>,
) -> Decoded {
    let mut sink = Sink::new(bytes.len());
    if encoding == UTF_8 {
        utf8(bytes, start, &mut sink);
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        utf16(bytes, start, encoding == UTF_16LE, &mut sink);
    } else {
        legacy(encoding, bytes, start, &mut sink);
    }
    sink.finish(bytes, charset, contradicted)
}

fn utf8(bytes: &[u8], start: usize, sink: &mut Sink) {
    let mut at = start;
    for chunk in bytes[start..].utf8_chunks() {
        sink.linear(chunk.valid(), at);
        at += chunk.valid().len();
        for &byte in chunk.invalid() {
            let raw = Span::new(at, at + 1);
            let one = [byte];
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(&one);
            // 0x80..0x9F without a sign in windows-1252 come out as C1 controls.
            let printable = text.chars().all(|c| !c.is_control());
            sink.misfit(raw, printable);
            sink.atomic(if printable { &text } else { "\u{fffd}" }, raw);
            at += 1;
        }
    }
}

fn utf16(bytes: &[u8], start: usize, little: bool, sink: &mut Sink) {
    let body = &bytes[start..];
    let units = body.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    });
    let mut at = start;
    let mut buffer = [0_u8; 4];
    for unit in char::decode_utf16(units) {
        let (c, width) = match unit {
            Ok(c) => (c, 2 * c.len_utf16()),
            Err(_) => {
                sink.misfit(Span::new(at, at + 2), false);
                ('\u{fffd}', 2)
            }
        };
        sink.atomic(c.encode_utf8(&mut buffer), Span::new(at, at + width));
        at += width;
    }
    if at < bytes.len() {
        let raw = Span::new(at, bytes.len());
        sink.misfit(raw, false);
        sink.atomic("\u{fffd}", raw);
    }
}

fn legacy(encoding: &'static Encoding, bytes: &[u8], start: usize, sink: &mut Sink) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut pending = start;
    let mut at = start;
    let mut buffer = [0_u8; 32];
    loop {
        let last = at == bytes.len();
        let input = if last { &[][..] } else { &bytes[at..=at] };
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(input, &mut buffer, last);
        let end = at + read;
        let out = std::str::from_utf8(&buffer[..written]).unwrap_or("\u{fffd}");
        if !out.is_empty() {
            sink.atomic(out, Span::new(pending, end.max(pending)));
            pending = end;
        }
        if let DecoderResult::Malformed(_, after) = result {
            let upto = end.saturating_sub(usize::from(after)).max(pending);
            let raw = Span::new(pending, upto.max(pending));
            sink.misfit(raw, false);
            if !raw.is_empty() {
                sink.atomic("\u{fffd}", raw);
                pending = upto;
            }
        }
        at = end;
        if last && !matches!(result, DecoderResult::Malformed(..)) {
            break;
        }
    }
}

/// Counts multi-byte sequences that are valid UTF-8, and runs of bytes that are not.
fn utf8_tally(bytes: &[u8]) -> (usize, usize) {
    let mut sequences = 0;
    let mut invalid = 0;
    for chunk in bytes.utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    (sequences, invalid)
}

/// UTF-16 text without a mark: in the first bytes, nearly all zero bytes stand on one side of their pairs.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(limits::SNIFF_BYTES) & !1];
    if head.len() < 8 {
        return None;
    }
    let pairs = head.len() / 2;
    let even = head.iter().step_by(2).filter(|b| **b == 0).count();
    let odd = head.iter().skip(1).step_by(2).filter(|b| **b == 0).count();
    // Text in Latin letters is nearly all zeros on one side; in other scripts spaces and digits still are.
    if odd > pairs / 10 && even == 0 {
        Some(UTF_16LE)
    } else if even > pairs / 10 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The charset that a page names in its head: `<meta charset=…>`, `content="…; charset=…"` or an XML declaration.
fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(limits::SNIFF_BYTES)].to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = find_any(&head[from..], &[b"charset", b"encoding"]).map(|i| from + i) {
        from = at + 7;
        let open = head[..at].iter().rposition(|b| *b == b'<')?;
        let tag = &head[open..at];
        if !tag.starts_with(b"<meta") && !tag.starts_with(b"<?xml") {
            continue;
        }
        let rest = &head[at..(at + 64).min(head.len())];
        let Some(equals) = rest.iter().position(|b| *b == b'=') else { continue };
        let label: Vec<u8> = rest[equals + 1..]
            .iter()
            .copied()
            .skip_while(|b| b" \t\r\n\"'".contains(b))
            .take_while(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(b))
            .collect();
        if let Some(encoding) = Encoding::for_label(&label) {
            // A page that could be read so far as ASCII is not UTF-16, whatever it says (WHATWG rule).
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
    }
    None
}

fn find_any(hay: &[u8], needles: &[&[u8]]) -> Option<usize> {
    needles.iter().filter_map(|n| memchr::memmem::find(hay, n)).min()
}
