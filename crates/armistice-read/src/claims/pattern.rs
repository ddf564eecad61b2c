//! The small pattern language of the data files, over the tokens of a clause.
//!
//! A pattern is words in order. `a|b` is a or b; `@sign` any form of the verb sign, `@carry+out` with words that follow it;
//! `{class}` any word of a class; `?x` x or nothing; `~4` up to four words in between; `*x` marks the word the pattern is about.
//!
//! Must not: look at letters; only at word numbers and classes.

use super::{lexicon::Vocabulary, tokens::Token};

/// One way to match one element.
#[derive(Clone, Debug)]
pub(super) enum Atom {
    Word(u32),
    Verb { verb: u16, then: Vec<u32> },
    Class(u128),
}

/// One element of a pattern.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// How many tokens may be skipped before it.
    pub(super) gap: u8,
    pub(super) optional: bool,
    pub(super) head: bool,
    pub(super) atoms: Vec<Atom>,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    elements: Vec<Element>,
    head: Option<usize>,
}

/// Where a pattern matched: token range, and its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) head: usize,
    /// The head is a verb of the pattern, and must do the work of one.
    pub(super) by_verb: bool,
}

impl Pattern {
    pub(super) fn new(elements: Vec<Element>) -> Self {
        let head = elements
            .iter()
            .position(|e| e.head)
            .or_else(|| elements.iter().position(|e| e.atoms.iter().any(|a| matches!(a, Atom::Verb { .. }))));
        Self { elements, head }
    }

    /// Matches with the first element at `at`, all tokens before `end`.
    pub(super) fn matches_at(&self, words: &Vocabulary, tokens: &[Token], at: usize, end: usize) -> Option<Match> {
        let mut head = at;
        let stop = self.step(words, tokens, 0, at, end, true, &mut head)?;
        let by_verb = self.head.is_some_and(|h| self.elements[h].atoms.iter().any(|a| matches!(a, Atom::Verb { .. })));
        Some(Match { start: at, end: stop, head, by_verb })
    }

    #[expect(clippy::too_many_arguments, reason = "the state of a small recursive matcher")]
    fn step(
        &self,
        words: &Vocabulary,
        tokens: &[Token],
        n: usize,
        at: usize,
        end: usize,
        first: bool,
        head: &mut usize,
    ) -> Option<usize> {
        let Some(element) = self.elements.get(n) else { return Some(at) };
        let reach = if first { 0 } else { usize::from(element.gap) };
        for skip in 0..=reach {
            let pos = at + skip;
            if pos >= end {
                break;
            }
            if let Some(after) = element.atoms.iter().find_map(|a| a.matches(words, tokens, pos, end))
                && let Some(stop) = self.step(words, tokens, n + 1, after, end, false, head)
            {
                if self.head == Some(n) {
                    *head = pos;
                }
                return Some(stop);
            }
            if tokens[pos].is_hard_stop() {
                break;
            }
        }
        if element.optional { self.step(words, tokens, n + 1, at, end, first, head) } else { None }
    }

    /// The elements of which one must be the first token.
    fn openers(&self) -> impl Iterator<Item = &Element> {
        let required = self.elements.iter().position(|e| !e.optional).unwrap_or(0);
        self.elements.iter().take(required + 1)
    }
}

impl Atom {
    fn matches(&self, words: &Vocabulary, tokens: &[Token], at: usize, end: usize) -> Option<usize> {
        let token = tokens.get(at)?;
        match self {
            Atom::Word(w) => (token.word == *w).then_some(at + 1),
            Atom::Class(mask) => (token.classes & mask != 0).then_some(at + 1),
            Atom::Verb { verb, then } => {
                let word = words.words.get(token.word as usize)?;
                if !word.verbs.iter().any(|(v, _)| v == verb) {
                    return None;
                }
                let stop = at + 1 + then.len();
                let rest = tokens.get(at + 1..stop.min(end))?;
                (stop <= end && rest.iter().zip(then).all(|(t, w)| t.word == *w)).then_some(stop)
            }
        }
    }
}

/// Patterns by the word that they can begin with.
#[derive(Debug, Default)]
pub(super) struct PatternSet {
    patterns: Vec<(Pattern, u32)>,
    by_word: Vec<Vec<u32>>,
    by_class: Vec<(u128, u32)>,
    any_class: u128,
}

impl PatternSet {
    /// Adds a pattern with the number of what it stands for.
    pub(super) fn add(&mut self, pattern: Pattern, tag: u32) {
        self.patterns.push((pattern, tag));
    }

    /// Builds the index; after the vocabulary is complete.
    pub(super) fn index(&mut self, words: &Vocabulary) {
        self.by_word = vec![Vec::new(); words.words.len()];
        for (n, (pattern, _)) in (0u32..).zip(&self.patterns) {
            for element in pattern.openers() {
                for atom in &element.atoms {
                    if let Atom::Class(mask) = atom {
                        self.by_class.push((*mask, n));
                        self.any_class |= mask;
                    }
                    for w in words.first_words(atom) {
                        let list = &mut self.by_word[w as usize];
                        if list.last() != Some(&n) {
                            list.push(n);
                        }
                    }
                }
            }
        }
    }

    /// Every match that begins at `at`, with its tag, in the order of the patterns within words, then classes.
    pub(super) fn at(
        &self,
        words: &Vocabulary,
        tokens: &[Token],
        at: usize,
        end: usize,
        mut found: impl FnMut(u32, Match),
    ) {
        let token = &tokens[at];
        let mut one = |n: u32| {
            let (pattern, tag) = &self.patterns[n as usize];
            if let Some(m) = pattern.matches_at(words, tokens, at, end) {
                found(*tag, m);
            }
        };
        if let Some(list) = self.by_word.get(token.word as usize) {
            list.iter().copied().for_each(&mut one);
        }
        if token.classes & self.any_class != 0 {
            self.by_class.iter().filter(|(mask, _)| token.classes & mask != 0).for_each(|(_, n)| one(*n));
        }
    }
}
