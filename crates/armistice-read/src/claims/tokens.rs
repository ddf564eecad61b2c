//! Words and marks of a stretch of text, with their classes.
//!
//! Must not: know a language; letters, digits and marks only, and the lexicon.

use super::lexicon::{self as lx, UNKNOWN, Vocabulary};
use std::collections::HashMap;

/// A mark, or what a token is if not a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Word,
    Number,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Stop,
    Open,
    Close,
    Quote,
    Other,
}

/// A token. Offsets are bytes of the text that was given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) word: u32,
    pub(super) mark: Mark,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    pub(super) classes: u128,
}

impl Token {
    pub(super) fn is(&self, mask: u128) -> bool {
        self.classes & mask != 0
    }
    pub(super) fn is_word(&self) -> bool {
        matches!(self.mark, Mark::Word | Mark::Number)
    }
    /// No pattern reaches across this.
    pub(super) fn is_hard_stop(&self) -> bool {
        matches!(self.mark, Mark::Semicolon | Mark::Stop)
    }
}

const APOSTROPHES: [char; 3] = ['\'', '\u{2019}', '\u{02bc}'];

/// Splits `text` into tokens, appended to `out` with offsets moved by `base`.
pub(super) fn tokenize(text: &str, base: usize, words: &Vocabulary, out: &mut Vec<Token>) {
    let first = out.len();
    let mut lower = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() || c.is_control() {
            continue;
        }
        if c.is_alphanumeric() {
            let number = c.is_numeric();
            let mut end = at + c.len_utf8();
            let mut dotted = false;
            while let Some(&(i, d)) = chars.peek() {
                let next = || text[i + d.len_utf8()..].chars().next();
                let joins = match d {
                    _ if d.is_alphanumeric() || is_mark(d) => true,
                    '-' | '\u{2010}' | '\u{2011}' => next().is_some_and(char::is_alphanumeric),
                    ',' => number && text[..i].ends_with(|x: char| x.is_ascii_digit()) && three_digits(&text[i + 1..]),
                    '.' if number => next().is_some_and(|n| n.is_ascii_digit()),
                    '.' => {
                        let single = text[at..i].rsplit('.').next().is_some_and(|s| s.chars().count() == 1);
                        let acronym = single && (dotted || next().is_some_and(char::is_alphabetic));
                        dotted |= acronym;
                        acronym
                    }
                    _ if APOSTROPHES.contains(&d) => next().is_some_and(char::is_alphabetic),
                    _ => false,
                };
                if !joins {
                    break;
                }
                end = i + d.len_utf8();
                chars.next();
            }
            push_word(text, at, end, number, base, words, &mut lower, out);
            // An abbreviation keeps its full stop.
            if let Some(&(i, '.')) = chars.peek()
                && let Some(last) = out.last_mut()
                && last.capital
                && last.is(lx::ABBREVIATION)
                && i == end
            {
                let digit_next = text[i + 1..].trim_start().starts_with(|x: char| x.is_ascii_digit());
                if !last.is(lx::NEG | lx::DET) || digit_next {
                    last.end += 1;
                    chars.next();
                }
            }
            continue;
        }
        let mark = match c {
            ',' | '\u{060c}' => Mark::Comma,
            ';' | '\u{061b}' => Mark::Semicolon,
            ':' => Mark::Colon,
            '\u{2013}' | '\u{2014}' | '-' => Mark::Dash,
            '.' | '!' | '?' | '\u{2026}' | '\u{061f}' | '\u{3002}' => Mark::Stop,
            '(' | '[' => Mark::Open,
            ')' | ']' => Mark::Close,
            '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{00ab}' | '\u{00bb}' | '\u{2018}' => Mark::Quote,
            _ if APOSTROPHES.contains(&c) => Mark::Quote,
            _ => Mark::Other,
        };
        let mut token = Token {
            start: (base + at) as u32,
            end: (base + at + c.len_utf8()) as u32,
            word: UNKNOWN,
            mark,
            capital: false,
            classes: 0,
        };
        // The possessive of a plural: an apostrophe straight after a word and before a space.
        if APOSTROPHES.contains(&c)
            && out.last().is_some_and(|t| t.end == token.start && t.mark == Mark::Word)
            && text[..at].ends_with(['s', 'S'])
            && text[at + c.len_utf8()..].starts_with(|x: char| x.is_whitespace())
        {
            token.word = words.lookup("'");
        }
        out.push(token);
    }
    classify(&mut out[first..], text, base, words);
}

const SOFT_HYPHEN: char = '\u{ad}';

/// Letters of an article that is joined to a name ("al-", "ash-").
const MAX_ARTICLE: usize = 3;

fn is_mark(c: char) -> bool {
    // A soft hyphen says where a word may break, and is no part of it.
    if c == SOFT_HYPHEN {
        return true;
    }
    // Combining marks continue a word; they are not alphanumeric in all scripts.
    ('\u{0300}'..='\u{036f}').contains(&c) || ('\u{064b}'..='\u{065f}').contains(&c)
}

fn three_digits(rest: &str) -> bool {
    let b = rest.as_bytes();
    b.len() >= 3 && b[..3].iter().all(u8::is_ascii_digit) && !b.get(3).is_some_and(u8::is_ascii_digit)
}

#[expect(clippy::too_many_arguments, reason = "a buffer is passed along so that no word allocates")]
fn push_word(
    text: &str,
    at: usize,
    end: usize,
    number: bool,
    base: usize,
    words: &Vocabulary,
    lower: &mut String,
    out: &mut Vec<Token>,
) {
    let piece = &text[at..end];
    lower.clear();
    for c in piece.chars().filter(|c| *c != SOFT_HYPHEN) {
        if APOSTROPHES.contains(&c) {
            lower.push('\'');
        } else {
            lower.extend(c.to_lowercase());
        }
    }
    let mark = if number { Mark::Number } else { Mark::Word };
    // "al-Haddad" is a name: a short article is joined to it.
    let capital = |s: &str| s.chars().next().is_some_and(char::is_uppercase);
    let capital = capital(piece)
        || piece.split_once('-').is_some_and(|(article, name)| article.chars().count() <= MAX_ARTICLE && capital(name));
    let token = |from: usize, to: usize, word: u32, capital: bool| Token {
        start: (base + from) as u32,
        end: (base + to) as u32,
        word,
        mark,
        capital,
        classes: 0,
    };
    let whole = words.lookup(lower);
    if whole == UNKNOWN
        && let Some(clitic) = words.rules.clitics.iter().find(|c| lower.len() > c.len() && lower.ends_with(c.as_str()))
    {
        // The clitic is counted in characters: the apostrophe of the text may be longer than ours.
        let from = piece.char_indices().rev().nth(clitic.chars().count() - 1).map_or(0, |(i, _)| i);
        if from > 0 {
            let head = &lower[..lower.len() - clitic.len()];
            out.push(token(at, at + from, words.lookup(head), capital));
            out.push(token(at + from, end, words.lookup(clitic), false));
            return;
        }
    }
    out.push(token(at, end, whole, capital));
}

fn classify(tokens: &mut [Token], text: &str, base: usize, words: &Vocabulary) {
    let rules = &words.rules;
    for t in tokens.iter_mut() {
        if let Some(w) = words.words.get(t.word as usize) {
            t.classes = w.classes;
        }
        let piece = &text[t.start as usize - base..t.end as usize - base];
        match t.mark {
            Mark::Number => {
                t.classes |= lx::NUM;
                // "52-year" lasts as long as "year" does.
                if let Some((_, unit)) = piece.split_once('-')
                    && let Some(w) = words.words.get(words.lookup(unit) as usize)
                {
                    t.classes |= w.classes & lx::DURATION;
                }
            }
            Mark::Word => {
                if t.is(lx::NUM_WORD) {
                    t.classes |= lx::NUM;
                }
                if t.capital && !t.is(lx::DET | lx::PRON | lx::PREP | lx::SUB) {
                    t.classes |= lx::CAP;
                }
                if !t.capital && !t.is(lx::VERB) {
                    let ends =
                        |list: &[String]| list.iter().any(|s| piece.len() > s.len() + 2 && piece.ends_with(s.as_str()));
                    if ends(&rules.adverb_suffixes) && !t.is(lx::NOT_ADVERB) && t.word == UNKNOWN {
                        t.classes |= lx::ADV;
                    } else if ends(&rules.verb_suffixes)
                        && !t.is(lx::NOT_VERB)
                        && !piece.contains('-')
                        && t.word == UNKNOWN
                    {
                        t.classes |= lx::VERB | lx::PAST | lx::PART;
                    } else if ends(&rules.gerund_suffixes)
                        && !t.is(lx::NOT_GERUND)
                        && !piece.contains('-')
                        && t.word == UNKNOWN
                    {
                        t.classes |= lx::VERB | lx::ING;
                    }
                }
            }
            _ => {}
        }
    }
    // Multi-word names.
    for i in 0..tokens.len() {
        for (rest, mask) in words.phrases_at(tokens[i].word) {
            let Some(span) = tokens.get(i + 1..=i + rest.len()) else { continue };
            if span.iter().zip(rest).all(|(t, w)| t.word == *w) {
                for t in &mut tokens[i..=i + rest.len()] {
                    t.classes |= mask;
                }
            }
        }
    }
    // After a modal verb an unknown word is a verb.
    for i in 1..tokens.len() {
        let before = tokens[i - 1];
        let t = &mut tokens[i];
        if t.mark == Mark::Word && !t.capital && t.word == UNKNOWN && before.is(lx::MODAL) {
            t.classes |= lx::BASE | lx::VERB;
        }
    }
}

/// Names of parties and groups that come with an agreement, ready to be found among tokens.
#[derive(Default)]
pub(super) struct Aliases(HashMap<String, Vec<Vec<String>>>);

impl Aliases {
    pub(super) fn new(names: &[String], words: &Vocabulary) -> Self {
        let mut map: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for name in names {
            let mut tokens = Vec::new();
            tokenize(name, 0, words, &mut tokens);
            let mut list: Vec<String> =
                tokens.iter().map(|t| name[t.start as usize..t.end as usize].to_lowercase()).collect();
            if !list.is_empty() {
                let first = list.remove(0);
                map.entry(first).or_default().push(list);
            }
        }
        Self(map)
    }

    /// Marks the tokens of every alias as actors.
    pub(super) fn mark(&self, text: &str, base: usize, tokens: &mut [Token]) {
        if self.0.is_empty() {
            return;
        }
        let lower: Vec<String> =
            tokens.iter().map(|t| text[t.start as usize - base..t.end as usize - base].to_lowercase()).collect();
        for i in 0..tokens.len() {
            let Some(names) = self.0.get(&lower[i]) else { continue };
            for rest in names {
                if lower.get(i + 1..=i + rest.len()).is_some_and(|l| l == rest.as_slice()) {
                    for t in &mut tokens[i..=i + rest.len()] {
                        t.classes |= lx::KNOWN_GROUP;
                    }
                }
            }
        }
    }
}
