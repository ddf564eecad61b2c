//! Copies: pairs of documents that share text, how much, and how far that is evidence of one text.
//!
//! Must not: use word-set similarity with a threshold, or call a shared quotation copied text.

use armistice_core::span::Span;

use crate::lineage::index::{CommonText, GRAM, Hit, Index, MIN_RUN, TextDoc};
use crate::lineage::reason::Reason;
use crate::lineage::runs::{Match, Scratch, covered, passages, shared};

/// Shortest run that may be a part of an edited passage.
const SHORT_RUN: usize = 4;

/// A sequence that more documents hold than this many times the typical sequence of either document is furniture or a
/// standing paragraph. Four leaves room for a passage that was lifted from a family of copies.
const FURNITURE_RATIO: u64 = 4;

/// Weighted words, and their rarity in bits, from which shared runs make a copy. On the development set of made copies,
/// unrelated texts share single runs of up to ten words by chance and by formula ("in a statement on Monday the ...");
/// those pairs are kept apart as [`Lineage::faint`].
const MIN_WEIGHTED: u32 = 11;
const MIN_BITS: u32 = 75;

/// Shared words of reworded passages, and their rarity in bits, from which those make a copy by themselves. Related
/// reports of one event were measured at up to 21 words and 170 bits without copying.
const EDITED_WORDS: u32 = 24;
const EDITED_BITS: u32 = 200;

/// Words of reworded passages that make a copy together with a shared run below [`MIN_WEIGHTED`]. The run must stand
/// outside speech marks: a common speaker and two common formulas are no common text.
const EDITED_BESIDE_RUN: u32 = 12;

/// Rarity in bits of short shared sequences from which a pair is compared in full.
const CANDIDATE_BITS: u32 = 70;

/// Weight in thousandths from which a long shared run makes a pair worth comparing; below, it is furniture.
const CANDIDATE_WEIGHT: u32 = 50;

/// Own words (outside speech marks, weighted) from which a copy is strong: more than a formula or a title in common.
const STRONG_WORDS: u32 = 24;

/// Share of the shorter document, in thousandths, that makes fewer words ([`STRONG_FEW_WORDS`]) strong as well.
const STRONG_PERMILLE: u32 = 150;
const STRONG_FEW_WORDS: u32 = 14;

/// How far shared text is evidence that one text was made from the other, or both from a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// A sentence, a title, or words that another person spoke.
    Weak,
    /// Own prose of some length.
    Strong,
}

/// Words that stand in both documents in the same order without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    /// Bytes of the clean text of document `a`.
    pub a: Span,
    /// Bytes of the clean text of document `b`.
    pub b: Span,
    /// Words (characters in scripts without spaces).
    pub words: u32,
    /// Words that stand outside speech marks in both.
    pub own_words: u32,
    /// Whether it lies wholly inside a quotation in one of the two: the speaker's words.
    pub quoted: bool,
    /// Documents that hold it (the median over its stored sequences).
    pub documents: u32,
    /// What it counts, in thousandths: less than 1000 for text of many stories.
    pub weight: u32,
}

/// A passage that was reworded: both spans hold the same words but for small gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditedPassage {
    /// Bytes of the clean text of document `a`.
    pub a: Span,
    /// Bytes of the clean text of document `b`.
    pub b: Span,
    /// Words that both hold.
    pub words: u32,
}

/// Two documents that share text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The document with the lower number.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Runs of [`MIN_RUN`] words or more, by position in `a`.
    pub runs: Vec<Run>,
    /// Reworded passages without such a run.
    pub edited: Vec<EditedPassage>,
    /// Words covered by the runs, on the side where they cover less.
    pub words_total: u32,
    /// Those of them outside speech marks, each times its run's weight.
    pub own_weighted: u32,
    /// Words covered, as a share of the shorter document's words, in thousandths.
    pub containment: u32,
    /// How strong the evidence is.
    pub strength: Strength,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// All copies among a set of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineage {
    /// By document `a`, then `b`.
    pub copies: Vec<Copy>,
    /// Pairs with a shared run of [`MIN_RUN`] words or more that is too short, too common or page furniture: no evidence
    /// by itself, of use beside a credit.
    pub faint: Vec<Copy>,
    /// Text held by so many documents that they were not compared each with each.
    pub common: Vec<CommonText>,
}

/// Shared text among `docs`: [`Index::push`] for each, then [`Index::lineage`].
#[must_use]
pub fn shared_runs(docs: &[TextDoc<'_>]) -> Lineage {
    let mut index = Index::new();
    for doc in docs {
        index.push(doc);
    }
    index.lineage()
}

impl Index {
    /// Takes a document and gives its copies among the earlier ones, as far as the documents so far tell.
    /// [`Index::lineage`] gives the result that does not depend on the order of arrival.
    pub fn add(&mut self, doc: &TextDoc<'_>) -> Vec<Copy> {
        let number = self.push(doc);
        let mut judge = Judge::new(self);
        let (mut out, mut faint) = (Vec::new(), Vec::new());
        judge.earlier(number, &mut out, &mut faint);
        out
    }

    /// All copies among the documents taken so far, the same in whatever order they came (but for their numbers).
    #[must_use]
    pub fn lineage(&self) -> Lineage {
        let mut judge = Judge::new(self);
        let (mut copies, mut faint) = (Vec::new(), Vec::new());
        for doc in 0..self.len() {
            judge.earlier(doc, &mut copies, &mut faint);
        }
        copies.sort_by_key(|c| (c.a, c.b));
        faint.sort_by_key(|c| (c.a, c.b));
        Lineage { copies, faint, common: self.common_text() }
    }
}

struct Judge<'i> {
    index: &'i Index,
    typical: Vec<u32>,
    scratch: Scratch,
    hits: Vec<Hit>,
}

impl<'i> Judge<'i> {
    fn new(index: &'i Index) -> Self {
        Self { index, typical: vec![0; index.len()], scratch: Scratch::default(), hits: Vec::new() }
    }

    fn typical(&mut self, doc: usize) -> u32 {
        if self.typical[doc] == 0 {
            self.typical[doc] = self.index.typical_holders(doc);
        }
        self.typical[doc]
    }

    fn weight(&mut self, holders: u32, a: usize, b: usize) -> u32 {
        let usual = FURNITURE_RATIO * u64::from(self.typical(a).max(self.typical(b)));
        let holders = u64::from(holders);
        if holders <= usual { 1000 } else { (1000 * usual * usual / (holders * holders)) as u32 }
    }

    fn earlier(&mut self, doc: usize, copies: &mut Vec<Copy>, faint: &mut Vec<Copy>) {
        let mut hits = std::mem::take(&mut self.hits);
        self.typical[doc] = self.index.hits(doc, &mut hits);
        for group in hits.chunk_by(|x, y| x.other == y.other) {
            let other = group[0].other as usize;
            if self.is_candidate(doc, other, group)
                && let Some((copy, evident)) = self.compare(other, doc)
            {
                if evident { copies.push(copy) } else { faint.push(copy) }
            }
        }
        self.hits = hits;
    }

    /// A cheap look at the places that two documents share: worth a full comparison?
    fn is_candidate(&mut self, doc: usize, other: usize, hits: &[Hit]) -> bool {
        let (x, y) = (self.index.ids(doc), self.index.ids(other));
        let mut bits = 0;
        // Diagonal, end and length of the run last seen.
        let mut done: Option<(i64, u32, usize)> = None;
        for h in hits {
            let weight = self.weight(h.holders, doc, other);
            let diagonal = i64::from(h.here) - i64::from(h.there);
            let len = match done {
                Some((d, end, len)) if d == diagonal && h.here < end => len,
                _ => {
                    let (i, j) = (h.here as usize, h.there as usize);
                    let after = x[i + GRAM..].iter().zip(&y[j + GRAM..]).take_while(|(p, q)| same(**p, **q)).count();
                    let before =
                        x[..i].iter().rev().zip(y[..j].iter().rev()).take_while(|(p, q)| same(**p, **q)).count();
                    let len = before + GRAM + after;
                    done = Some((diagonal, h.here + (GRAM + after) as u32, len));
                    if len < MIN_RUN && weight == 1000 {
                        let words = &x[i - before..i + GRAM + after];
                        bits += words.iter().map(|&w| self.index.rarity(w)).sum::<u32>();
                    }
                    len
                }
            };
            // A sequence that the other document holds several times is listed with its first place only.
            let unclear = len >= MIN_RUN || h.repeated;
            if (unclear && weight >= CANDIDATE_WEIGHT) || bits >= CANDIDATE_BITS * 16 {
                return true;
            }
        }
        false
    }

    /// The two in full. The document with the smaller key comes first inside, so that the result is symmetric.
    fn compare(&mut self, p: usize, q: usize) -> Option<(Copy, bool)> {
        let index = self.index;
        let (x, y) = if (index.key(p), p) <= (index.key(q), q) { (p, q) } else { (q, p) };
        let (xs, ys) = (index.ids(x), index.ids(y));
        let found = shared(xs, ys, SHORT_RUN, &mut self.scratch);
        let mut runs = Vec::new();
        let mut sides: [Sides; 2] = [Sides::new(xs.len()), Sides::new(ys.len())];
        let mut prints = Vec::new();
        let mut furniture = 0;
        let mut bits = 0;
        for m in found.runs.iter().filter(|m| m.len as usize >= MIN_RUN) {
            let words = &xs[m.a as usize..(m.a + m.len) as usize];
            index.fingerprints(words, &mut prints);
            let mut holders: Vec<u32> =
                prints.iter().map(|&at| index.holders(&words[at as usize..at as usize + GRAM])).collect();
            holders.sort_unstable();
            let documents = holders.get(holders.len() / 2).copied().unwrap_or(2);
            let weight = self.weight(documents, x, y);
            if weight < 1000 {
                furniture = furniture.max(documents);
            }
            let quoted: Vec<(bool, bool)> =
                (0..m.len).map(|k| (index.quoted(x, m.a + k), index.quoted(y, m.b + k))).collect();
            let own_words = quoted.iter().filter(|(u, v)| !u && !v).count() as u32;
            for (k, &(u, v)) in (0u32..).zip(&quoted) {
                let (lx, ly) = (index.line_holders(x, m.a + k), index.line_holders(y, m.b + k));
                let w = weight.min(self.weight(lx.max(ly), x, y));
                sides[0].put(m.a + k, w, !u && !v);
                sides[1].put(m.b + k, w, !u && !v);
                bits += index.rarity(xs[(m.a + k) as usize]) * w / 1000;
            }
            let in_quotes = quoted.iter().all(|q| q.0) || quoted.iter().all(|q| q.1);
            let (a, b) = (index.span(x, m.a, m.len), index.span(y, m.b, m.len));
            runs.push(Run { a, b, words: m.len, own_words, quoted: in_quotes, documents, weight });
        }
        let (edited, edited_bits) = self.edited(x, y, &found.runs);
        let edited_words: u32 = edited.iter().map(|e| e.words).sum();

        let [sx, sy] = &sides;
        let (words_total, weighted, own_weighted) =
            (sx.words().min(sy.words()), sx.weighted().min(sy.weighted()), sx.own().min(sy.own()));
        let by_runs = weighted >= MIN_WEIGHTED && bits >= MIN_BITS * 16;
        let has_edited = edited_words >= EDITED_WORDS && edited_bits >= EDITED_BITS * 16
            || edited_words >= EDITED_BESIDE_RUN && own_weighted as usize >= MIN_RUN && edited.len() > 1;
        if runs.is_empty() && !has_edited {
            return None;
        }
        let shorter = xs.len().min(ys.len()).max(1) as u32;
        let containment =
            (u64::from(words_total + edited_words).min(u64::from(shorter)) * 1000 / u64::from(shorter)) as u32;
        let own = own_weighted + if has_edited { edited_words } else { 0 };
        let strong = own >= STRONG_WORDS || (own >= STRONG_FEW_WORDS && containment >= STRONG_PERMILLE);
        let mut copy = Copy {
            a: x,
            b: y,
            runs,
            edited: if has_edited { edited } else { Vec::new() },
            words_total,
            own_weighted,
            containment,
            strength: if strong { Strength::Strong } else { Strength::Weak },
            reasons: Vec::new(),
        };
        if x > y {
            copy.swap();
        }
        copy.runs.sort_unstable();
        copy.edited.sort_unstable();
        copy.explain(furniture, found.limited);
        Some((copy, by_runs || has_edited))
    }

    /// Passages made only of runs shorter than [`MIN_RUN`], and the rarity of their words.
    fn edited(&self, x: usize, y: usize, runs: &[Match]) -> (Vec<EditedPassage>, u32) {
        let (mut out, mut bits) = (Vec::new(), 0);
        let ids = self.index.ids(x);
        let mut long: Vec<(u32, u32)> =
            runs.iter().filter(|m| m.len as usize >= MIN_RUN).map(|m| (m.a, m.len)).collect();
        let before = covered(&mut long);
        let mut taken = Vec::new();
        for p in passages(runs) {
            let parts: Vec<Match> = p.runs.iter().map(|&i| runs[i]).collect();
            if parts.iter().any(|m| m.len as usize >= MIN_RUN) || parts.len() < 2 && parts[0].len < GRAM as u32 {
                continue;
            }
            // Words of a long run do not count again.
            let mut all: Vec<(u32, u32)> = parts.iter().map(|m| (m.a, m.len)).chain(long.iter().copied()).collect();
            all.extend(&taken);
            let already = {
                let mut t: Vec<(u32, u32)> = long.iter().chain(&taken).copied().collect();
                covered(&mut t)
            };
            if covered(&mut all) - already.max(before) < p.words {
                continue;
            }
            let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
            taken.extend(parts.iter().map(|m| (m.a, m.len)));
            bits += parts
                .iter()
                .flat_map(|m| &ids[m.a as usize..(m.a + m.len) as usize])
                .map(|&w| self.index.rarity(w))
                .sum::<u32>();
            out.push(EditedPassage {
                a: self.index.span(x, first.a, last.a + last.len - first.a),
                b: self.index.span(y, first.b, last.b + last.len - first.b),
                words: p.words,
            });
        }
        (out, bits)
    }
}

fn same(p: u32, q: u32) -> bool {
    p == q && p != crate::lineage::runs::BREAK
}

/// Per word of one document: the weight of the run that covers it, and whether it is own prose.
struct Sides {
    all: Vec<u16>,
    own: Vec<u16>,
}

impl Sides {
    fn new(words: usize) -> Self {
        Self { all: vec![0; words], own: vec![0; words] }
    }

    fn put(&mut self, at: u32, weight: u32, own: bool) {
        // A covered word counts at least one thousandth, so that coverage can be told from weight.
        let w = weight.clamp(1, 1000) as u16;
        let at = at as usize;
        self.all[at] = self.all[at].max(w);
        if own {
            self.own[at] = self.own[at].max(w);
        }
    }

    fn words(&self) -> u32 {
        self.all.iter().filter(|&&w| w > 0).count() as u32
    }

    fn weighted(&self) -> u32 {
        self.all.iter().map(|&w| u32::from(w)).sum::<u32>() / 1000
    }

    fn own(&self) -> u32 {
        self.own.iter().map(|&w| u32::from(w)).sum::<u32>() / 1000
    }
}

impl Copy {
    fn swap(&mut self) {
        std::mem::swap(&mut self.a, &mut self.b);
        self.runs.iter_mut().for_each(|r| std::mem::swap(&mut r.a, &mut r.b));
        self.edited.iter_mut().for_each(|r| std::mem::swap(&mut r.a, &mut r.b));
    }

    /// Words of the longest run; 0 without one.
    #[must_use]
    pub fn longest(&self) -> u32 {
        self.runs.iter().map(|r| r.words).max().unwrap_or(0)
    }

    fn explain(&mut self, furniture: u32, limited: bool) {
        let (a, b) = (self.a, self.b);
        if !self.runs.is_empty() {
            self.reasons.push(Reason::SharedRuns {
                a,
                b,
                runs: self.runs.len() as u32,
                longest: self.longest(),
                words: self.words_total,
                permille: self.containment,
            });
        }
        if !self.edited.is_empty() {
            let words = self.edited.iter().map(|e| e.words).sum();
            self.reasons.push(Reason::EditedPassages { a, b, passages: self.edited.len() as u32, words });
        }
        if self.edited.is_empty() && self.runs.iter().all(|r| r.quoted) {
            self.reasons.push(Reason::OnlyQuoted { a, b, words: self.words_total });
        }
        if furniture > 0 {
            self.reasons.push(Reason::StandsInManyDocuments { documents: furniture });
        }
        if limited {
            self.reasons.push(Reason::SearchLimited { a, b });
        }
    }
}
