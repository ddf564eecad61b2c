//! Paragraphs as sentences, with every token's quotation.
//!
//! Must not: decide who speaks; `speech` does.

use super::{
    lexicon::{self as lx, Vocabulary},
    tokens::{Aliases, Mark, Token, tokenize},
};
use crate::block::BlockKind;

/// A sentence is cut here at the latest: text without full stops must not make the rules slow (their cost grows with the
/// square of the sentence), and no news sentence has as many words.
const MAX_SENTENCE_TOKENS: usize = 250;

/// One paragraph.
pub(super) struct Paragraph<'a> {
    /// The whole clean text of the document; token offsets count from its start.
    pub(super) text: &'a str,
    pub(super) kind: BlockKind,
    pub(super) tokens: Vec<Token>,
    /// For each token the quotation that it stands in: 0 none, else the number in `quotes` plus one.
    pub(super) quote_of: Vec<u16>,
    pub(super) quotes: Vec<Quote>,
    /// Token ranges.
    pub(super) sentences: Vec<(usize, usize)>,
}

/// A quotation, as the token range between its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'a> Paragraph<'a> {
    pub(super) fn new(
        text: &'a str,
        range: std::ops::Range<usize>,
        kind: BlockKind,
        words: &Vocabulary,
        aliases: &Aliases,
    ) -> Self {
        let mut tokens = Vec::new();
        let base = range.start;
        let piece = &text[range];
        tokenize(piece, base, words, &mut tokens);
        aliases.mark(piece, base, &mut tokens);
        let (quotes, quote_of) = quotes(text, &tokens);
        let sentences = split(text, &tokens, &quote_of);
        Self { text, kind, tokens, quote_of, quotes, sentences }
    }

    /// The words of a token range, as they stand.
    pub(super) fn words(&self, from: usize, to: usize) -> &'a str {
        match (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1))) {
            (Some(a), Some(b)) if from < to => &self.text[a.start as usize..b.end as usize],
            _ => "",
        }
    }

    pub(super) fn is(&self, at: usize, mask: u128) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is(mask))
    }

    pub(super) fn mark(&self, at: usize) -> Option<Mark> {
        self.tokens.get(at).map(|t| t.mark)
    }
}

fn char_of(text: &str, token: &Token) -> char {
    text[token.start as usize..].chars().next().unwrap_or(' ')
}

fn quotes(text: &str, tokens: &[Token]) -> (Vec<Quote>, Vec<u16>) {
    let mut found: Vec<Quote> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (i, t) in tokens.iter().enumerate() {
        if t.mark != Mark::Quote || t.is(lx::POSSESSIVE) && open.is_none_or(|(_, c)| c != '\u{2018}' && c != '\'') {
            continue;
        }
        let c = char_of(text, t);
        let glued_left = i > 0 && tokens[i - 1].end == t.start;
        let glued_right = tokens.get(i + 1).is_some_and(|n| n.start == t.end);
        let closes = |o: char| match o {
            '\u{201c}' | '\u{201e}' => matches!(c, '\u{201d}' | '"') || (o == '\u{201e}' && c == '\u{201c}'),
            '"' => matches!(c, '"' | '\u{201d}'),
            '\u{00ab}' => c == '\u{00bb}',
            '\u{2018}' | '\'' => {
                matches!(c, '\u{2019}' | '\'') && glued_left && !t.is(lx::POSSESSIVE)
                    || (c == '\u{2019}' && glued_left && !glued_right)
            }
            _ => false,
        };
        match open {
            Some((start, o)) if closes(o) => {
                found.push(Quote { start, end: i });
                open = None;
            }
            Some((start, o)) if o == c && c != '\'' && c != '"' => {
                // Opened again: the first had lost its end.
                found.push(Quote { start, end: i });
                open = Some((i + 1, c));
            }
            Some(_) => {}
            None => {
                let opens = match c {
                    '\u{201c}' | '\u{201e}' | '\u{00ab}' | '\u{2018}' => true,
                    '"' => glued_right || !glued_left,
                    '\'' => glued_right && !glued_left,
                    _ => false,
                };
                if opens {
                    open = Some((i + 1, c));
                }
            }
        }
    }
    if let Some((start, c)) = open
        && !matches!(c, '\'' | '\u{2018}')
    {
        found.push(Quote { start, end: tokens.len() });
    }
    found.truncate(usize::from(u16::MAX) - 1);
    let mut of = vec![0u16; tokens.len()];
    for (n, q) in (1u16..).zip(&found) {
        of[q.start.min(q.end)..q.end].fill(n);
    }
    (found, of)
}

fn split(text: &str, tokens: &[Token], quote_of: &[u16]) -> Vec<(usize, usize)> {
    let caseless = !tokens.iter().any(|t| t.capital);
    let mut out = Vec::new();
    let mut start = 0;
    let mut i = 0;
    while i < tokens.len() {
        let mut end = None;
        if tokens[i].mark == Mark::Stop {
            let mut after = i + 1;
            // Closing marks belong to the sentence.
            while let Some(t) = tokens.get(after) {
                let glued = tokens[after - 1].end == t.start;
                let closing = match t.mark {
                    Mark::Close | Mark::Stop => true,
                    Mark::Quote => {
                        quote_of[after - 1] != 0 && quote_of.get(after).is_none_or(|q| *q == 0)
                            || matches!(char_of(text, t), '\u{201d}' | '\u{2019}' | '\u{00bb}')
                    }
                    _ => false,
                };
                if !(glued && closing) {
                    break;
                }
                after += 1;
            }
            let boundary = match tokens.get(after) {
                None => true,
                Some(next) => {
                    let spaced = next.start > tokens[after - 1].end;
                    spaced
                        && (caseless
                            || next.capital
                            || next.mark == Mark::Number
                            || matches!(next.mark, Mark::Quote | Mark::Open))
                }
            };
            if boundary {
                end = Some(after);
            }
        }
        if end.is_none() && i + 1 - start >= MAX_SENTENCE_TOKENS {
            end = Some(i + 1);
        }
        match end {
            Some(e) => {
                out.push((start, e));
                start = e;
                i = e;
            }
            None => i += 1,
        }
    }
    if start < tokens.len() {
        out.push((start, tokens.len()));
    }
    out
}
