//! Clean text with a map back to the bytes of the captured file.
//!
//! Must not: classify, cut or interpret text.

use armistice_core::span::Span;

/// One stretch of clean text and the raw bytes that it came from.
///
/// Where `clean.len() == raw.len()` and `linear` is set, byte `i` of the one is byte `i` of the other; else the stretch
/// is atomic (a character reference such as `&amp;`, a character of a legacy charset) and maps as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Bytes of the clean text.
    pub clean: Span,
    /// Bytes of the captured file.
    pub raw: Span,
    /// Whether bytes correspond one to one.
    pub linear: bool,
}

/// A document's text as people read it (UTF-8, character references resolved, markup gone), and where each byte came from.
///
/// Clean bytes that no segment covers (separators that the reader put between blocks) have no raw counterpart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceText {
    /// The clean text.
    pub text: String,
    /// In order of `clean`, not overlapping; `raw` never goes backwards.
    pub segments: Vec<Segment>,
    /// The length of the captured file in bytes.
    pub raw_len: u32,
}

impl SourceText {
    /// Text that stands in the file just as it is.
    #[must_use]
    pub fn identity(text: String) -> Self {
        let span = Span::new(0, text.len());
        let segments = if text.is_empty() { vec![] } else { vec![Segment { clean: span, raw: span, linear: true }] };
        Self { raw_len: span.end, text, segments }
    }

    /// The clean text of `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The smallest range of the captured file's bytes that holds every byte of the clean `span`.
    /// `None` if the span holds only separators.
    #[must_use]
    pub fn raw(&self, span: Span) -> Option<Span> {
        let first = self.segments.partition_point(|s| s.clean.end <= span.start);
        let mut raw: Option<Span> = None;
        for s in self.segments[first..].iter().take_while(|s| s.clean.start < span.end) {
            let part = if s.linear {
                let from = span.start.max(s.clean.start) - s.clean.start;
                let to = span.end.min(s.clean.end) - s.clean.start;
                Span { start: s.raw.start + from, end: s.raw.start + to }
            } else {
                s.raw
            };
            raw = Some(raw.map_or(part, |r| Span { start: r.start.min(part.start), end: r.end.max(part.end) }));
        }
        raw
    }
}
