//! Quotations: what stands in speech marks, and the same quotation in two documents.
//!
//! Must not: find out who speaks (claims do), or treat a shared quotation as copied text.

use std::collections::BTreeMap;

use armistice_core::span::Span;

use crate::lineage::tokens::{Piece, sound_spans, tokenize};

/// Words from which the same quotation is the same statement, not two people using one phrase.
pub const SAME_QUOTATION_WORDS: usize = 5;

/// Words from which a shorter quotation counts if it is rare and the same from mark to mark.
const RARE_QUOTATION_WORDS: usize = 3;

/// Most documents that may hold a short quotation for it to be rare.
const RARE_QUOTATION_DOCUMENTS: usize = 3;

/// Documents with the same quoted words that are linked each with each; beyond, each is linked with the first ones.
const MAX_HOLDERS: usize = 32;

/// Longest quotation in bytes; a mark that is never closed ends its paragraph at most.
const MAX_QUOTATION_BYTES: usize = 6000;

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the marks, one span per paragraph, in order.
    pub parts: Vec<Span>,
    /// The words, folded as in [`crate::lineage::tokens`].
    pub words: Vec<String>,
}

impl Quotation {
    /// From the first to the last byte between the outer marks.
    #[must_use]
    pub fn span(&self) -> Span {
        match (self.parts.first(), self.parts.last()) {
            (Some(a), Some(b)) => Span { start: a.start, end: b.end },
            _ => Span::default(),
        }
    }
}

/// The same quoted words in two documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SameQuotation {
    /// The one document.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Where the one quotes it.
    pub a_span: Span,
    /// Where the other does.
    pub b_span: Span,
    /// Words that both quote.
    pub words: u32,
}

fn closing(open: char) -> &'static [char] {
    match open {
        '“' => &['”', '"'],
        '„' => &['“', '”', '"'],
        '‟' => &['”'],
        '«' => &['»'],
        '»' => &['«'],
        '‹' => &['›'],
        '「' => &['」'],
        '『' => &['』'],
        '《' => &['》'],
        '‘' => &['’'],
        '"' => &['"', '”'],
        _ => &[],
    }
}

struct Open {
    mark: char,
    at: usize,
    inner: usize,
}

/// The quotations of the given spans of a text, by position. Nested marks belong to the outer quotation.
#[must_use]
pub fn quotations(text: &str, spans: &[Span]) -> Vec<Quotation> {
    let mut found: Vec<(Span, bool, bool)> = Vec::new(); // inner span, closed, opened at the start of a paragraph
    for (start, end) in sound_spans(text, spans).into_iter().flat_map(|s| paragraphs(text, s)) {
        marks(text, start, end, &mut found);
    }
    let mut out: Vec<Quotation> = Vec::new();
    let mut running = false;
    for (span, closed, at_start) in found {
        let words = folded(text, span);
        if words.is_empty() {
            continue;
        }
        // A quotation of several paragraphs opens each of them and closes the last.
        match out.last_mut() {
            Some(last) if running && at_start => {
                last.parts.push(span);
                last.words.extend(words);
            }
            _ => out.push(Quotation { parts: vec![span], words }),
        }
        running = !closed;
    }
    out
}

fn paragraphs(text: &str, s: Span) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut from, end) = (s.start as usize, s.end as usize);
    let mut newline: Option<usize> = None;
    for (i, c) in text[s.range()].char_indices() {
        let at = s.start as usize + i;
        match c {
            '\n' | '\u{2029}' if newline.is_some() || c == '\u{2029}' => {
                out.push((from, newline.unwrap_or(at)));
                from = at + c.len_utf8();
                newline = None;
            }
            '\n' => newline = Some(at),
            c if c.is_whitespace() => {}
            _ => newline = None,
        }
    }
    if from < end {
        out.push((from, end));
    }
    out.retain(|(a, b)| a < b);
    out
}

fn marks(text: &str, start: usize, end: usize, found: &mut Vec<(Span, bool, bool)>) {
    let para = &text[start..end];
    // Every mark is one of these or not ASCII.
    if para.bytes().all(|b| b.is_ascii() && !matches!(b, b'"' | b'`' | b'\'')) {
        return;
    }
    let lead = start + (para.len() - para.trim_start().len());
    let mut open: Option<Open> = None;
    let mut before: Option<char> = None;
    let mut chars = para.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let at = start + i;
        let after = chars.peek().map(|&(_, c)| c);
        // Two grave or straight single marks are one speech mark.
        let (mark, width) = match (c, after) {
            ('`', Some('`')) => ('“', 2),
            ('\'', Some('\'')) | ('’', Some('’')) => ('”', 2),
            _ => (c, c.len_utf8()),
        };
        let doubled = matches!((c, after), ('`', Some('`')) | ('\'', Some('\'')) | ('’', Some('’')));
        let next = if doubled { text[at..end].chars().nth(2) } else { after };
        match &open {
            Some(o) => {
                let closes = closing(o.mark).contains(&mark)
                    && (o.mark != '‘' || !next.is_some_and(char::is_alphanumeric))
                    && !(o.mark == '"'
                        && mark == '"'
                        && before.is_some_and(char::is_whitespace)
                        && next.is_some_and(char::is_alphanumeric));
                if closes {
                    found.push((Span::new(o.inner, at), true, o.at == lead));
                    open = None;
                } else if at - o.inner > MAX_QUOTATION_BYTES {
                    open = None;
                }
            }
            None => {
                let opens = !closing(mark).is_empty()
                    && next.is_some_and(|n| !n.is_whitespace() || matches!(mark, '«' | '“'))
                    && (!matches!(mark, '"' | '‘' | '»') || !before.is_some_and(char::is_alphanumeric));
                if opens {
                    open = Some(Open { mark, at, inner: at + width });
                }
            }
        }
        if doubled {
            chars.next();
        }
        before = Some(c);
    }
    if let Some(o) = open
        && o.mark != '‘'
        && o.inner < end
    {
        found.push((Span::new(o.inner, end), false, o.at == lead));
    }
}

fn folded(text: &str, span: Span) -> Vec<String> {
    let mut words = Vec::new();
    tokenize(text, &[span], |p| {
        if let Piece::Word(_, w) = p {
            words.push(w.to_owned());
        }
    });
    words
}

/// Pairs of documents that quote the same words: at least [`SAME_QUOTATION_WORDS`] in a row, or a rare shorter
/// quotation from mark to mark. One entry per pair and pair of quotations; in order.
#[must_use]
pub fn same_quotations(docs: &[Vec<Quotation>]) -> Vec<SameQuotation> {
    let mut grams: BTreeMap<Vec<&str>, Vec<(usize, usize)>> = BTreeMap::new();
    for (d, quotes) in docs.iter().enumerate() {
        for (q, quote) in quotes.iter().enumerate() {
            let words: Vec<&str> = quote.words.iter().map(String::as_str).collect();
            if words.len() < SAME_QUOTATION_WORDS {
                if words.len() >= RARE_QUOTATION_WORDS {
                    grams.entry(words).or_default().push((d, q));
                }
                continue;
            }
            for w in words.windows(SAME_QUOTATION_WORDS) {
                let holders = grams.entry(w.to_vec()).or_default();
                if holders.last() != Some(&(d, q)) {
                    holders.push((d, q));
                }
            }
        }
    }
    let mut pairs: BTreeMap<(usize, usize, usize, usize), ()> = BTreeMap::new();
    for (words, holders) in &grams {
        if words.len() < SAME_QUOTATION_WORDS && holders.len() > RARE_QUOTATION_DOCUMENTS {
            continue;
        }
        for (i, &(a, qa)) in holders.iter().enumerate().take(MAX_HOLDERS) {
            for &(b, qb) in &holders[i + 1..] {
                if a != b {
                    pairs.insert((a, b, qa, qb), ());
                }
            }
        }
    }
    pairs
        .into_keys()
        .map(|(a, b, qa, qb)| {
            let (x, y) = (&docs[a][qa], &docs[b][qb]);
            SameQuotation { a, b, a_span: x.span(), b_span: y.span(), words: longest_common(&x.words, &y.words) }
        })
        .collect()
}

fn longest_common(a: &[String], b: &[String]) -> u32 {
    let mut best = 0;
    let mut row = vec![0u32; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { 0 };
            best = best.max(row[j + 1]);
            diagonal = above;
        }
    }
    best
}
