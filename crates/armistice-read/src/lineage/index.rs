//! The index of word sequences: which documents share text, without comparing each with each.
//!
//! Must not: judge; it names candidates and counts. [`crate::lineage::copies`] weighs.
//!
//! Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003): of
//! each [`WINDOW`] neighbouring sequences of [`GRAM`] words the one with the smallest hash is kept, so that any shared run
//! of `GRAM + WINDOW - 1` = [`MIN_RUN`] words has a kept sequence in common, and 2 of 5 sequences are stored. Buckets are
//! compared word by word, so a hash collision never makes a match.

use std::collections::{BTreeMap, BTreeSet};

use armistice_core::span::Span;

use crate::lineage::quotes::quotations;
use crate::lineage::runs::BREAK;
use crate::lineage::tokens::{Piece, tokenize};

/// Words per stored sequence.
pub const GRAM: usize = 5;

/// Neighbouring sequences of which one is stored.
pub const WINDOW: usize = 4;

/// Shortest shared run that is evidence of copying by itself. Measured on five real pages and on a set of made copies:
/// runs of eight words occur between copies and between no other two reports of the same events.
pub const MIN_RUN: usize = GRAM + WINDOW - 1;

/// Documents that may share one stored sequence and still be paired each with each; a bucket with more is linked to its
/// [`HUBS`] first holders (by content), which keeps the work linear in the size of the bucket.
pub const BUCKET_CAP: usize = 48;

/// Holders that stand for a bucket above the cap.
pub const HUBS: usize = 4;

/// Longest line in words that may be page furniture as a whole ("Sign up for our newsletter …"). Lines are counted because
/// furniture lines follow each other in ever new orders, and a sequence across two of them is rare although both are not.
const MAX_LINE_WORDS: usize = 24;

/// Most words that one index holds; positions are 32-bit numbers.
pub const MAX_WORDS: usize = 4_000_000_000;

const NONE: u32 = u32::MAX;
const QUOTED: u16 = 1 << 15;

/// A document to compare: its clean text and the spans of its main text.
#[derive(Clone, Copy, Debug)]
pub struct TextDoc<'a> {
    /// The clean text.
    pub text: &'a str,
    /// Main text, in bytes of the clean text.
    pub spans: &'a [Span],
}

/// Every distinct word, once.
#[derive(Debug, Default)]
struct Vocabulary {
    letters: String,
    ends: Vec<u32>,
    hashes: Vec<u64>,
    next: Vec<u32>,
    heads: Vec<u32>,
    /// Occurrences in all documents.
    uses: Vec<u32>,
}

fn mix(mut h: u64) -> u64 {
    h ^= h >> 32;
    h = h.wrapping_mul(0x9fb2_1c65_1e98_df25);
    h ^ (h >> 29)
}

fn hash_word(word: &str) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    for &b in word.as_bytes() {
        h = (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
    }
    mix(h)
}

impl Vocabulary {
    fn word(&self, id: u32) -> &str {
        let at = id as usize;
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.letters[from..self.ends[at] as usize]
    }

    fn intern(&mut self, word: &str) -> u32 {
        if self.heads.len() < self.ends.len() * 2 + 16 {
            let size = (self.ends.len() * 4 + 64).next_power_of_two();
            self.heads = vec![NONE; size];
            for id in 0..self.ends.len() {
                let slot = (self.hashes[id] as usize) & (size - 1);
                self.next[id] = self.heads[slot];
                self.heads[slot] = id as u32;
            }
        }
        let h = hash_word(word);
        let slot = (h as usize) & (self.heads.len() - 1);
        let mut at = self.heads[slot];
        while at != NONE {
            if self.hashes[at as usize] == h && self.word(at) == word {
                self.uses[at as usize] += 1;
                return at;
            }
            at = self.next[at as usize];
        }
        let id = self.ends.len() as u32;
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        self.hashes.push(h);
        self.next.push(self.heads[slot]);
        self.uses.push(1);
        self.heads[slot] = id;
        id
    }
}

/// A distinct stored sequence. In one piece, so that a look-up costs one trip to memory.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The next of its slot.
    next: u32,
    /// Half of its hash: gives its slot, and sequences are compared word by word only if this is the same.
    tag: u32,
    /// The position of its first holder.
    first: u32,
    /// Its list of holders if it has two.
    list: u32,
}

#[derive(Debug, Default)]
struct Grams {
    heads: Vec<u32>,
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Doc {
    start: u32,
    end: u32,
    key: u64,
    /// Its short lines.
    lines: Vec<Line>,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    /// First word, within the document.
    at: u32,
    len: u32,
    hash: u64,
}

/// A place where a document shares a stored sequence with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    pub(crate) other: u32,
    /// Word numbers within the two documents.
    pub(crate) here: u32,
    pub(crate) there: u32,
    /// Documents that hold the sequence.
    pub(crate) holders: u32,
    /// Whether the other document holds it more than once.
    pub(crate) repeated: bool,
}

/// A sequence of words that stands in more documents than are compared each with each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommonText {
    /// Documents that hold it.
    pub documents: u32,
    /// One of them.
    pub example: usize,
    /// Where it stands there.
    pub span: Span,
}

/// Documents and their word sequences.
#[derive(Debug, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    ids: Vec<u32>,
    starts: Vec<u32>,
    lens: Vec<u16>,
    docs: Vec<Doc>,
    grams: Grams,
    lists: Vec<Vec<u32>>,
    hubs: BTreeMap<u32, Vec<u32>>,
    /// Documents that hold a line, by its words.
    lines: BTreeMap<u64, u32>,
    /// Sequences that a document holds more than once, and the document.
    repeats: BTreeSet<(u32, u32)>,
    cap: usize,
}

impl Index {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::with_cap(BUCKET_CAP)
    }

    /// An empty index with another limit than [`BUCKET_CAP`]; for tests and measurements.
    #[must_use]
    pub fn with_cap(cap: usize) -> Self {
        Self { cap: cap.max(HUBS), ..Self::default() }
    }

    /// Documents held.
    #[must_use]
    pub fn len(&self) -> usize {
        self.docs.len()
    }

    /// Whether no document is held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.docs.is_empty()
    }

    /// Words held, over all documents.
    #[must_use]
    pub fn words(&self) -> usize {
        self.ids.len()
    }

    /// Takes a document without looking for copies; gives its number.
    pub fn push(&mut self, doc: &TextDoc<'_>) -> usize {
        let number = self.docs.len();
        let start = self.ids.len();
        let quotes: Vec<Span> = quotations(doc.text, doc.spans).into_iter().flat_map(|q| q.parts.into_iter()).collect();
        let (mut quote, mut key) = (0, 0x51_7c_c1_b7_27_22_0a_95u64);
        let Self { vocabulary, ids, starts, lens, .. } = self;
        let mut lines: Vec<Line> = Vec::new();
        let (mut line, mut last_end) = (Line { at: 0, len: 0, hash: 0 }, 0);
        tokenize(doc.text, doc.spans, |piece| {
            if ids.len() >= MAX_WORDS {
                return;
            }
            match piece {
                Piece::Word(span, word) => {
                    let id = vocabulary.intern(word);
                    key = mix(key.rotate_left(5) ^ vocabulary.hashes[id as usize]);
                    let gap = last_end..(span.start as usize).max(last_end);
                    if doc.text.as_bytes()[gap].contains(&b'\n') {
                        close(&mut lines, line);
                        line = Line { at: (ids.len() - start) as u32, len: 0, hash: 0 };
                    }
                    last_end = span.end as usize;
                    line.len += 1;
                    line.hash = mix(line.hash.rotate_left(5) ^ vocabulary.hashes[id as usize]);
                    while quotes.get(quote).is_some_and(|q| q.end <= span.start) {
                        quote += 1;
                    }
                    let quoted = if quotes.get(quote).is_some_and(|q| q.contains(span)) { QUOTED } else { 0 };
                    ids.push(id);
                    starts.push(span.start);
                    lens.push(u16::try_from(span.len()).unwrap_or(QUOTED - 1).min(QUOTED - 1) | quoted);
                }
                Piece::Break => {
                    close(&mut lines, line);
                    line = Line { at: (ids.len() - start) as u32 + 1, len: 0, hash: 0 };
                    key = mix(key ^ 1);
                    ids.push(BREAK);
                    starts.push(0);
                    lens.push(0);
                }
            }
        });
        close(&mut lines, line);
        let mut hashes: Vec<u64> = lines.iter().map(|l| l.hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        for hash in hashes {
            *self.lines.entry(hash).or_insert(0) += 1;
        }
        self.docs.push(Doc { start: start as u32, end: self.ids.len() as u32, key, lines });
        let mut prints = Vec::new();
        self.fingerprints(self.ids(number), &mut prints);
        for at in prints {
            self.insert((start + at as usize) as u32);
        }
        number
    }

    /// The word numbers of a document.
    pub(crate) fn ids(&self, doc: usize) -> &[u32] {
        let d = &self.docs[doc];
        &self.ids[d.start as usize..d.end as usize]
    }

    /// A number that depends on the document's words only: the order of documents in judgements that need one.
    pub(crate) fn key(&self, doc: usize) -> u64 {
        self.docs[doc].key
    }

    /// How many documents hold the line in which this word stands; 1 for words of longer lines.
    pub(crate) fn line_holders(&self, doc: usize, at: u32) -> u32 {
        let lines = &self.docs[doc].lines;
        let next = lines.partition_point(|l| l.at <= at);
        match next.checked_sub(1).map(|i| lines[i]) {
            Some(l) if at < l.at + l.len => self.lines.get(&l.hash).copied().unwrap_or(1),
            _ => 1,
        }
    }

    /// Bytes of the clean text, from the first of `len` words at `at` to the last.
    pub(crate) fn span(&self, doc: usize, at: u32, len: u32) -> Span {
        let from = (self.docs[doc].start + at) as usize;
        let to = from + (len as usize).saturating_sub(1);
        Span { start: self.starts[from], end: self.starts[to] + u32::from(self.lens[to] & !QUOTED) }
    }

    /// Whether the word stands in a quotation.
    pub(crate) fn quoted(&self, doc: usize, at: u32) -> bool {
        self.lens[(self.docs[doc].start + at) as usize] & QUOTED != 0
    }

    /// How often a word is used in all documents.
    pub(crate) fn uses(&self, id: u32) -> u32 {
        if id == BREAK { u32::MAX } else { self.vocabulary.uses[id as usize] }
    }

    /// How rare a word is, in sixteenths of a bit: log2(all words / uses), at most 12 bits.
    pub(crate) fn rarity(&self, id: u32) -> u32 {
        if id == BREAK {
            return 0;
        }
        let all = log2_16(self.ids.len() as u64);
        all.saturating_sub(log2_16(u64::from(self.vocabulary.uses[id as usize]))).min(12 * 16)
    }

    /// Positions of the stored sequences of `ids`, in order. Depends on the words alone.
    pub(crate) fn fingerprints(&self, ids: &[u32], out: &mut Vec<u32>) {
        out.clear();
        let mut hashes: Vec<u64> = Vec::with_capacity(ids.len());
        let mut base = 0;
        for part in ids.split(|&id| id == BREAK) {
            if part.len() >= GRAM {
                hashes.clear();
                hashes.extend(part.windows(GRAM).map(|w| self.gram_hash(w)));
                let window = WINDOW.min(hashes.len());
                let mut last = usize::MAX;
                for from in 0..=hashes.len() - window {
                    let mut best = from;
                    for at in from + 1..from + window {
                        if hashes[at] <= hashes[best] {
                            best = at;
                        }
                    }
                    if best != last {
                        out.push((base + best) as u32);
                        last = best;
                    }
                }
            }
            base += part.len() + 1;
        }
    }

    fn gram_hash(&self, ids: &[u32]) -> u64 {
        ids.iter().fold(0, |h: u64, &id| {
            (h.rotate_left(17) ^ self.vocabulary.hashes[id as usize]).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        })
    }

    /// Slot and tag of a sequence.
    fn slot(&self, ids: &[u32]) -> (usize, u32) {
        let tag = (mix(self.gram_hash(ids)) >> 32) as u32;
        (tag as usize & (self.grams.heads.len() - 1), tag)
    }

    fn find(&self, gram: &[u32]) -> Option<usize> {
        if self.grams.heads.is_empty() { None } else { self.find_at(self.slot(gram), gram) }
    }

    fn find_at(&self, (slot, tag): (usize, u32), gram: &[u32]) -> Option<usize> {
        let mut at = self.grams.heads[slot];
        while at != NONE {
            let node = &self.grams.nodes[at as usize];
            let first = node.first as usize;
            if node.tag == tag && self.ids[first..first + GRAM] == *gram {
                return Some(at as usize);
            }
            at = node.next;
        }
        None
    }

    /// How many documents hold this stored sequence.
    pub(crate) fn holders(&self, gram: &[u32]) -> u32 {
        self.find(gram).map_or(0, |n| self.node_holders(n))
    }

    fn node_holders(&self, node: usize) -> u32 {
        match self.grams.nodes[node].list {
            NONE => 1,
            list => self.lists[list as usize].len() as u32,
        }
    }

    fn doc_of(&self, position: u32) -> usize {
        self.docs.partition_point(|d| d.start <= position) - 1
    }

    fn insert(&mut self, position: u32) {
        let at = position as usize;
        if self.grams.heads.len() < self.grams.nodes.len() + 64 {
            self.grow();
        }
        let doc_start = self.docs.last().map_or(0, |d| d.start);
        let gram = &self.ids[at..at + GRAM];
        let slot = self.slot(gram);
        let Some(node) = self.find_at(slot, gram) else {
            let (slot, tag) = slot;
            let node = self.grams.nodes.len() as u32;
            self.grams.nodes.push(Node { next: self.grams.heads[slot], tag, first: position, list: NONE });
            self.grams.heads[slot] = node;
            return;
        };
        match self.grams.nodes[node].list {
            NONE if self.grams.nodes[node].first >= doc_start => self.repeat(node),
            NONE => {
                self.grams.nodes[node].list = self.lists.len() as u32;
                self.lists.push(vec![self.grams.nodes[node].first, position]);
            }
            list => {
                let holders = &mut self.lists[list as usize];
                if holders.last().is_none_or(|&p| p < doc_start) {
                    holders.push(position);
                    if holders.len() > self.cap {
                        self.update_hubs(list, position);
                    }
                } else {
                    self.repeat(node);
                }
            }
        }
    }

    fn repeat(&mut self, node: usize) {
        self.repeats.insert((node as u32, self.docs.len() as u32 - 1));
    }

    fn update_hubs(&mut self, list: u32, position: u32) {
        let mut hubs = match self.hubs.remove(&list) {
            Some(mut hubs) => {
                hubs.push(position);
                hubs
            }
            None => self.lists[list as usize].clone(),
        };
        hubs.sort_unstable_by_key(|&p| {
            let d = self.doc_of(p);
            (self.docs[d].key, d)
        });
        hubs.truncate(HUBS);
        self.hubs.insert(list, hubs);
    }

    fn grow(&mut self) {
        let size = (self.grams.nodes.len() * 2 + 1024).next_power_of_two();
        self.grams.heads = vec![NONE; size];
        for node in 0..self.grams.nodes.len() {
            let slot = self.grams.nodes[node].tag as usize & (size - 1);
            self.grams.nodes[node].next = self.grams.heads[slot];
            self.grams.heads[slot] = node as u32;
        }
    }

    /// How many documents hold a typical sequence of this document (the lower quartile over its stored sequences,
    /// so that furniture does not set the measure): 1 for own text, the size of the family for a copy.
    /// Text that far more documents hold than that is furniture.
    pub(crate) fn typical_holders(&self, doc: usize) -> u32 {
        let (mut prints, ids) = (Vec::new(), self.ids(doc));
        self.fingerprints(ids, &mut prints);
        typical(prints.iter().map(|&p| self.holders(&ids[p as usize..p as usize + GRAM])).collect())
    }

    /// Where `doc` shares stored sequences with earlier documents, by other document and place. Gives what
    /// [`Index::typical_holders`] gives.
    pub(crate) fn hits(&self, doc: usize, out: &mut Vec<Hit>) -> u32 {
        out.clear();
        let mut holders = Vec::new();
        let (mut prints, ids) = (Vec::new(), self.ids(doc));
        let start = self.docs[doc].start;
        self.fingerprints(ids, &mut prints);
        for &here in &prints {
            let Some(node) = self.find(&ids[here as usize..here as usize + GRAM]) else { continue };
            let list = self.grams.nodes[node].list;
            holders.push(self.node_holders(node));
            if list == NONE {
                continue;
            }
            let all = &self.lists[list as usize];
            let hubs = self.hubs.get(&list);
            let is_hub = hubs.is_some_and(|h| h.iter().any(|&p| self.doc_of(p) == doc));
            let listed = match hubs {
                Some(hubs) if !is_hub => hubs,
                _ => all,
            };
            for &p in listed.iter().filter(|&&p| p < start) {
                let other = self.doc_of(p);
                out.push(Hit {
                    other: other as u32,
                    here,
                    there: p - self.docs[other].start,
                    holders: all.len() as u32,
                    repeated: self.repeats.contains(&(node as u32, other as u32)),
                });
            }
        }
        out.sort_unstable();
        typical(holders)
    }

    /// Text that stands in more than [`BUCKET_CAP`] documents, in passages: these were linked through [`HUBS`] of their
    /// holders only.
    #[must_use]
    pub fn common_text(&self) -> Vec<CommonText> {
        let mut places: Vec<(usize, u32, u32)> = self
            .hubs
            .iter()
            .filter_map(|(&list, hubs)| {
                let &p = hubs.first()?;
                let doc = self.doc_of(p);
                Some((doc, p - self.docs[doc].start, self.lists[list as usize].len() as u32))
            })
            .collect();
        places.sort_unstable();
        let mut out: Vec<(usize, u32, u32, u32)> = Vec::new();
        for (doc, at, documents) in places {
            match out.last_mut() {
                // The longest distance between two stored sequences of one passage.
                Some((d, _, end, n)) if *d == doc && at <= *end => {
                    *end = at + GRAM as u32;
                    *n = documents.max(*n);
                }
                _ => out.push((doc, at, at + GRAM as u32, documents)),
            }
        }
        out.into_iter()
            .map(|(example, from, to, documents)| CommonText {
                documents,
                example,
                span: self.span(example, from, to - from),
            })
            .collect()
    }
}

fn typical(mut holders: Vec<u32>) -> u32 {
    if holders.is_empty() {
        return 1;
    }
    let quarter = holders.len() / 4;
    (*holders.select_nth_unstable(quarter).1).max(1)
}

fn close(lines: &mut Vec<Line>, line: Line) {
    if line.len > 0 && line.len as usize <= MAX_LINE_WORDS {
        lines.push(line);
    }
}

/// log2 of `n` in sixteenths, by whole numbers only; 0 for 0 and 1.
fn log2_16(n: u64) -> u32 {
    if n <= 1 {
        return 0;
    }
    let whole = 63 - n.leading_zeros();
    // The number as a fraction in [1, 2) with 31 bits, squared four times.
    let mut x = if whole >= 31 { n >> (whole - 31) } else { n << (31 - whole) };
    let mut out = whole;
    for _ in 0..4 {
        x = (x * x) >> 31;
        out <<= 1;
        if x >= 1 << 32 {
            x >>= 1;
            out |= 1;
        }
    }
    out
}
