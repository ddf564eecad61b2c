//! Words for lineage: folded, with byte spans, the same for every way of typing them.
//!
//! Must not: stem, translate, or depend on the language.
//!
//! Case, punctuation, quote style, apostrophes, accents, Arabic vowel marks and tatweel, and the joiners inside Persian
//! words make no difference; digits are kept. Scripts written without spaces give overlapping runs of characters instead.

use armistice_core::span::Span;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Longest word in bytes; longer ones are cut here. Encoded binary in a page would otherwise be one giant word.
pub const MAX_WORD_BYTES: usize = 120;

/// Characters per token of Chinese and Japanese: eight overlapping tokens are then 13 characters, about eight words.
pub const IDEOGRAPHIC_N: usize = 6;

/// Characters per token of Thai, Lao, Khmer and Burmese: eight overlapping tokens are then 27 characters, about six to
/// eight words.
pub const UNSPACED_N: usize = 20;

/// Widest gap in bytes (spaces, punctuation) that the characters of one such token may stand apart.
const MAX_GAP_BYTES: usize = 64;

/// What the tokenizer found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A word: its bytes in the text and its folded form.
    Word(Span, &'a str),
    /// Words that stand between two given spans were left out: no run goes across.
    Break,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    Mark,
    Unspaced(usize),
    Joiner,
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Word,
        '\0'..='\x7f' => Class::Other,
        '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{0640}' | '\u{202a}'..='\u{202e}' => {
            Class::Joiner
        }
        '\u{3041}'..='\u{309f}'
        | '\u{30a1}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3134f}' => Class::Unspaced(IDEOGRAPHIC_N),
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            if c.is_alphanumeric() || is_combining_mark(c) { Class::Unspaced(UNSPACED_N) } else { Class::Other }
        }
        _ if c.is_alphanumeric() => Class::Word,
        _ if is_combining_mark(c) => Class::Mark,
        _ => Class::Other,
    }
}

/// Marks that change the typing of a word, not the word: accents, Hebrew points, Arabic vowels. Indic vowel signs stay.
fn is_dropped_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}'
        | '\u{0670}' | '\u{06d6}'..='\u{06ed}')
}

fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for low in c.to_lowercase() {
        decompose_canonical(low, |d| {
            if is_dropped_mark(d) {
                return;
            }
            match d {
                // One letter typed with an Arabic or a Persian keyboard.
                '\u{06cc}' | '\u{0649}' => out.push('\u{064a}'),
                '\u{06a9}' => out.push('\u{0643}'),
                // Eastern digits.
                '\u{0660}'..='\u{0669}' => out.push(digit(d, 0x0660)),
                '\u{06f0}'..='\u{06f9}' => out.push(digit(d, 0x06f0)),
                _ => out.push(d),
            }
        });
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// The folded form of one word or name, with single spaces between words; for comparing names.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let all = [Span::new(0, text.len())];
    let mut last_end = 0;
    tokenize(text, &all, |p| {
        if let Piece::Word(span, w) = p {
            if !out.is_empty() && span.start >= last_end {
                out.push(' ');
            }
            last_end = span.end;
            out.push_str(w);
        }
    });
    out
}

/// The spans that lie inside the text, on character boundaries, in order and not overlapping.
#[must_use]
pub fn sound_spans(text: &str, spans: &[Span]) -> Vec<Span> {
    let floor = |at: u32| {
        let mut at = (at as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let mut out: Vec<Span> = spans
        .iter()
        .map(|s| (floor(s.start), floor(s.end)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| Span::new(from, to))
        .collect();
    out.sort_unstable();
    let mut end = 0;
    out.retain_mut(|s| {
        s.start = s.start.max(end);
        let keep = s.start < s.end;
        end = end.max(s.end);
        keep
    });
    out
}

struct Unspaced {
    chars: Vec<(usize, usize)>,
    n: usize,
    emitted: bool,
}

impl Unspaced {
    fn flush(&mut self, text: &str, buf: &mut String, f: &mut impl FnMut(Piece<'_>)) {
        if !self.emitted && !self.chars.is_empty() {
            self.emit(text, buf, f);
        }
        self.chars.clear();
        self.emitted = false;
    }

    fn emit(&mut self, text: &str, buf: &mut String, f: &mut impl FnMut(Piece<'_>)) {
        let from = self.chars.len().saturating_sub(self.n);
        buf.clear();
        for &(a, b) in &self.chars[from..] {
            text[a..b].chars().for_each(|c| fold_into(c, buf));
        }
        if let (Some(&(start, _)), Some(&(_, end))) = (self.chars.get(from), self.chars.last())
            && !buf.is_empty()
        {
            f(Piece::Word(Span::new(start, end), buf));
            self.emitted = true;
        }
    }
}

/// Calls `f` for each word of `spans` in order. Spans that overlap, leave the text or split a character are mended first.
pub fn tokenize(text: &str, spans: &[Span], mut f: impl FnMut(Piece<'_>)) {
    let mut buf = String::new();
    let mut last_end: Option<usize> = None;
    for span in sound_spans(text, spans) {
        if let Some(end) = last_end
            && text[end..span.start as usize].chars().any(|c| matches!(class(c), Class::Word | Class::Unspaced(_)))
        {
            f(Piece::Break);
        }
        last_end = Some(span.end as usize);
        words(text, span, &mut buf, &mut f);
    }
}

fn words(text: &str, span: Span, buf: &mut String, f: &mut impl FnMut(Piece<'_>)) {
    let base = span.start as usize;
    let mut word_start: Option<usize> = None;
    let mut un = Unspaced { chars: Vec::new(), n: 0, emitted: false };
    let (bytes, end) = (text.as_bytes(), span.end as usize);
    let mut next = base;
    while let Some(c) = text[next..end].chars().next() {
        // The common case: a whole word of plain letters and digits.
        if word_start.is_none() && un.chars.is_empty() && c.is_ascii_alphanumeric() {
            let len = bytes[next..end].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            if len <= MAX_WORD_BYTES && bytes[..end].get(next + len).is_none_or(u8::is_ascii) {
                buf.clear();
                buf.push_str(&text[next..next + len]);
                buf.make_ascii_lowercase();
                f(Piece::Word(Span::new(next, next + len), buf));
                next += len;
                continue;
            }
        }
        let (at, kind) = (next, class(c));
        next += c.len_utf8();
        let in_word = match kind {
            Class::Word => true,
            Class::Mark | Class::Joiner => word_start.is_some(),
            Class::Unspaced(_) | Class::Other => false,
        };
        if let Some(start) = word_start
            && (!in_word || at - start >= MAX_WORD_BYTES)
        {
            emit_word(text, start, at, buf, f);
            word_start = None;
        }
        match kind {
            Class::Word => {
                un.flush(text, buf, f);
                if word_start.is_none() {
                    word_start = Some(at);
                }
            }
            Class::Unspaced(n) => {
                if un.n != n || un.chars.last().is_some_and(|&(_, e)| at - e > MAX_GAP_BYTES) {
                    un.flush(text, buf, f);
                }
                un.n = n;
                un.chars.push((at, at + c.len_utf8()));
                if un.chars.len() >= n {
                    un.emit(text, buf, f);
                    if un.chars.len() > 4 * n {
                        un.chars.drain(..un.chars.len() - n);
                    }
                }
            }
            Class::Mark | Class::Joiner | Class::Other => {}
        }
    }
    if let Some(start) = word_start {
        emit_word(text, start, span.end as usize, buf, f);
    }
    un.flush(text, buf, f);
}

fn emit_word(text: &str, start: usize, end: usize, buf: &mut String, f: &mut impl FnMut(Piece<'_>)) {
    buf.clear();
    let word = text[start..end].trim_end_matches(|c| class(c) == Class::Joiner);
    for c in word.chars().filter(|&c| class(c) != Class::Joiner) {
        fold_into(c, buf);
    }
    if !buf.is_empty() {
        f(Piece::Word(Span::new(start, start + word.len()), buf));
    }
}
