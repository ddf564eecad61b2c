//! Counts as texts state them: number, bounds, what is counted, of whom.
//!
//! Must not: turn a missing number into zero, or count ages, dates, money, measures and numbers that are names.

use super::{
    Analysis, Found,
    lang::Lang,
    numbers::Num,
    token::{Kind, Phrases, Tok, TokenRules},
};
use armistice_core::{
    count::{Count, CountStatus, CountWhat},
    span::Span,
};
use serde::Deserialize;
use std::{collections::BTreeMap, ops::Range};

/// How many words may stand between a number and its noun ("two unidentified armed government soldiers").
const MAX_MODIFIERS: usize = 5;
/// How far a verb may stand from its number within a clause.
const MAX_REACH: usize = 14;
/// Words between a person and the verb: a body's name, an inserted name.
const MAX_ATTRIBUTES: usize = 16;
/// How far back an elliptic number ("the other side 12") may look for its unit.
const MAX_ELLIPSIS: usize = 24;

macro_rules! names {
    ($name:ident => $target:ident { $($v:ident),* }) => {
        #[derive(Clone, Copy, Debug, Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum $name { $($v),* }
        impl $name {
            const fn value(self) -> $target {
                match self { $(Self::$v => $target::$v),* }
            }
        }
    };
}
names!(WhatName => CountWhat { Killed, Injured, Casualties, Missing, Detained, Abducted, Released, Displaced, Violations,
    Strikes, Rounds, Explosions, Attacks, Vehicles, Buildings, Settlements, Persons, Other });
names!(StatusName => CountStatus { Civilians, Children, Women, Fighters, Soldiers, Monitors, All, Unknown });

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Qualifiers {
    at_least: Vec<String>,
    more_than: Vec<String>,
    up_to: Vec<String>,
    about: Vec<String>,
    pass: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Zero {
    before_noun: Vec<String>,
    alone: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordLists {
    range_start: Vec<String>,
    range_join: Vec<String>,
    one_article: Vec<String>,
    of: Vec<String>,
    of_next: Vec<String>,
    including: Vec<String>,
    join: Vec<String>,
    auxiliaries: Vec<String>,
    pass_to_number: Vec<String>,
    elliptic_next: Vec<String>,
    never_after: Vec<String>,
    never_before: Vec<String>,
    one_person: Vec<String>,
    owners: Vec<String>,
    number_of: Vec<String>,
    reached: Vec<String>,
    relative: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NounData {
    what: WhatName,
    status: StatusName,
    /// The noun says what is counted, whatever the verb.
    own: bool,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbData {
    what: WhatName,
    words: Vec<String>,
}

/// `counts.toml` of a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    qualifiers: Qualifiers,
    vague: BTreeMap<String, u64>,
    zero: Zero,
    words: WordLists,
    noun: Vec<NounData>,
    verb: Vec<VerbData>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    AtLeast,
    MoreThan,
    UpTo,
    About,
    Pass,
}

#[derive(Clone, Copy, Debug)]
struct Noun {
    what: CountWhat,
    status: CountStatus,
    own: bool,
}

/// The count rules of a language.
pub(crate) struct Rules {
    words: WordLists,
    bounds: Phrases<Bound>,
    vague: Phrases<u64>,
    zero_noun: Phrases<()>,
    zero_alone: Phrases<()>,
    including: Phrases<()>,
    number_of: Phrases<()>,
    reached: Phrases<()>,
    nouns: Phrases<Noun>,
    verbs: Phrases<CountWhat>,
}

impl Rules {
    pub(crate) fn new(data: Data, token: &TokenRules) -> Self {
        let q = data.qualifiers;
        let bounds = [
            (q.at_least, Bound::AtLeast),
            (q.more_than, Bound::MoreThan),
            (q.up_to, Bound::UpTo),
            (q.about, Bound::About),
            (q.pass, Bound::Pass),
        ];
        let unit = |list: &[String]| Phrases::new(token, list.iter().map(|s| (s.clone(), ())));
        Self {
            bounds: Phrases::new(token, bounds.into_iter().flat_map(|(l, b)| l.into_iter().map(move |s| (s, b)))),
            vague: Phrases::new(token, data.vague),
            zero_noun: unit(&data.zero.before_noun),
            zero_alone: unit(&data.zero.alone),
            including: unit(&data.words.including),
            number_of: unit(&data.words.number_of),
            reached: unit(&data.words.reached),
            nouns: Phrases::new(
                token,
                data.noun.into_iter().flat_map(|n| {
                    let noun = Noun { what: n.what.value(), status: n.status.value(), own: n.own };
                    n.words.into_iter().map(move |w| (w, noun))
                }),
            ),
            verbs: Phrases::new(
                token,
                data.verb.into_iter().flat_map(|v| v.words.into_iter().map(move |w| (w, v.what.value()))),
            ),
            words: data.words,
        }
    }
}

/// The last figure that is no part of another.
#[derive(Clone, Copy)]
struct Last {
    what: CountWhat,
    status: CountStatus,
    sent: u32,
    /// Its first token, and the token after its noun.
    at: usize,
    end: usize,
    /// It stands before its verb, with its noun.
    subject: bool,
}

/// A number in the text, before it is known what it counts.
struct Candidate {
    /// Tokens, from the qualifier to the number's end.
    range: Range<usize>,
    min: Option<u64>,
    best: Option<u64>,
    max: Option<u64>,
    /// Its noun, with the token after it.
    noun: Option<(Noun, usize)>,
    /// "a soldier": a number only beside a verb.
    article: bool,
    /// "no one": needs no noun.
    pronoun: bool,
}

fn has(list: &[String], t: Option<&Tok>) -> bool {
    t.is_some_and(|t| list.contains(&t.lower))
}

struct Cx<'a> {
    lang: &'a Lang,
    toks: &'a [Tok],
    /// Tokens that belong to a time.
    in_time: &'a [bool],
}

impl Cx<'_> {
    fn candidate(&self, i: usize) -> Option<Candidate> {
        let (r, toks) = (&self.lang.counts, self.toks);
        if self.in_time[i] {
            return None;
        }
        if let Some((end, ())) = r.zero_alone.at(toks, i) {
            let zero = Some(0);
            let all = Noun { what: CountWhat::Persons, status: CountStatus::All, own: false };
            let noun = Some((all, end));
            return Some(Candidate {
                range: i..end,
                min: zero,
                best: zero,
                max: zero,
                noun,
                article: false,
                pronoun: true,
            });
        }
        // Qualifiers, in any order: "at least another", "some".
        let (mut bound, mut at) = (None, i);
        while let Some((end, b)) = r.bounds.at(toks, at) {
            if *b != Bound::Pass {
                bound = bound.or(Some(*b));
            }
            at = end;
            if self.lang.numbers.at(toks, at).is_some() {
                break;
            }
        }
        let range_start = bound.is_none() && has(&r.words.range_start, toks.get(at));
        let number_at = at + usize::from(range_start);
        if let Some((end, min)) = r.vague.at(toks, at) {
            let end = if has(&r.words.of, toks.get(end)) { end + 1 } else { end };
            let (min, max) = if bound == Some(Bound::UpTo) { (None, None) } else { (Some(*min), None) };
            return Some(self.with_noun(i..end, min, None, max));
        }
        if at == i
            && let Some((end, ())) = r.zero_noun.at(toks, i)
        {
            let c = self.with_noun(i..end, Some(0), Some(0), Some(0));
            return c.noun.is_some().then_some(c);
        }
        if let Some(n) = self.lang.numbers.at(toks, number_at).filter(|n| self.plain(number_at, n.end)) {
            let n = self.repeated(n);
            // A range: "between 5 and 7", "5-7", "from 5 to 7", "5 to 7".
            let joined =
                has(&r.words.range_join, toks.get(n.end)) && (range_start || !has(&r.words.join, toks.get(n.end)));
            if joined
                && let Some(m) = self.lang.numbers.at(toks, n.end + 1).filter(|m| m.value > n.value)
                && self.plain(n.end + 1, m.end)
            {
                return Some(self.with_noun(i..m.end, Some(n.value), None, Some(m.value)));
            }
            if toks.get(n.end).is_some_and(|t| t.is("-") && t.glued) {
                return None;
            }
            let v = n.value;
            let start = if range_start { number_at } else { i };
            // "more than 300" allows 301; the figure that is given is 300.
            let (min, best, max) = match bound {
                Some(Bound::AtLeast) => (Some(v), Some(v), None),
                Some(Bound::MoreThan) => (Some(v), Some(v), None),
                Some(Bound::UpTo) => (None, Some(v), Some(v)),
                Some(Bound::About) => (None, Some(v), None),
                Some(Bound::Pass) | None => (Some(v), Some(v), Some(v)),
            };
            return Some(self.with_noun(start..n.end, min, best, max));
        }
        let owned = has(&r.words.owners, toks.get(i));
        if owned || has(&r.words.one_article, toks.get(i)) || at > i && bound.is_none() && !toks[i].is("the") {
            let at = at.max(i + 1);
            let mut c = self.with_noun(i..at, Some(1), Some(1), Some(1));
            c.article = true;
            // One person, in the singular; owned ("its driver"), the noun stands at once.
            let reach = at + if owned { 1 } else { MAX_MODIFIERS };
            let near = c.noun.is_some_and(|(n, end)| {
                !n.own
                    && n.what == CountWhat::Persons
                    && self.singular(end - 1)
                    && (end <= reach || !owned && self.age(at).is_some())
                    && !toks[self.age(at).unwrap_or(at)..end].iter().any(|t| self.lang.names.function(&t.lower))
            });
            return near.then_some(c);
        }
        None
    }

    /// "fifteen (15)": the figure in brackets says the words again.
    fn repeated(&self, n: Num) -> Num {
        let toks = self.toks;
        if toks.get(n.end).is_some_and(|t| t.is("("))
            && let Some(m) = self.lang.numbers.at(toks, n.end + 1).filter(|m| m.value == n.value)
            && toks.get(m.end).is_some_and(|t| t.is(")"))
        {
            return Num { end: m.end + 1, value: n.value };
        }
        n
    }

    /// The end of an age that stands before a noun: "58-year-old".
    fn age(&self, at: usize) -> Option<usize> {
        let toks = self.toks;
        let mut end = self.lang.numbers.at(toks, at)?.end;
        let mut joints = 0;
        while toks.get(end).is_some_and(|t| t.is("-") && t.glued)
            && toks.get(end + 1).is_some_and(|t| t.word() && t.glued)
        {
            (end, joints) = (end + 2, joints + 1);
        }
        (joints >= 2).then_some(end)
    }

    /// Past what is said of a person between the noun and the verb: "of the council", ", N. N.,".
    fn past_attributes(&self, at: usize) -> usize {
        let (r, toks) = (&self.lang.counts, self.toks);
        let Some(sent) = toks.get(at).map(|t| t.sent) else { return at };
        let verb = |k: usize| has(&r.words.auxiliaries, toks.get(k)) || r.verbs.at(toks, k).is_some();
        let mut k = at;
        let limit = (at + MAX_ATTRIBUTES).min(toks.len());
        let mut inside = false;
        while k < limit && toks[k].sent == sent {
            let t = &toks[k];
            if !inside && verb(k) {
                return if has(&r.words.relative, Some(t)) { at } else { k };
            }
            if t.is(",") {
                inside = !inside;
            } else if k == at && !(t.word() && self.lang.names.function(&t.lower) && !has(&r.words.join, Some(t)))
                || has(&r.words.join, Some(t)) && !inside
                || t.is(";")
                || self.lang.clause_breaks.contains(&t.lower)
            {
                return at;
            }
            k += 1;
        }
        at
    }

    /// "the number of people wounded … has risen to 26": what the number is of.
    fn risen(&self, c: &Candidate) -> Option<(CountWhat, CountStatus)> {
        let (r, toks) = (&self.lang.counts, self.toks);
        let (start, ()) = r.reached.before(toks, c.range.start)?;
        let sent = toks[start].sent;
        let from = (0..start).rev().take_while(|k| toks[*k].sent == sent).find_map(|k| r.number_of.at(toks, k))?.0;
        let (mut what, mut status) = (None, CountStatus::Unknown);
        for k in from..(from + MAX_MODIFIERS).min(start) {
            if let Some((_, n)) = r.nouns.at(toks, k)
                && what.is_none()
            {
                (what, status) = (Some(n.what), n.status);
            }
            if let Some((_, verb)) = r.verbs.at(toks, k) {
                return Some((*verb, status));
            }
        }
        Some((what?, status))
    }

    /// Whether the word is one person.
    fn singular(&self, i: usize) -> bool {
        has(&self.lang.counts.words.one_person, self.toks.get(i))
    }

    /// Whether the number at `from..to` can be a count: no part of a name, age, measure, money, ordinal.
    fn plain(&self, from: usize, to: usize) -> bool {
        let (w, toks) = (&self.lang.counts.words, self.toks);
        if (from..to).any(|k| self.in_time[k]) {
            return false;
        }
        if let Some(p) = from.checked_sub(1).map(|k| &toks[k]) {
            let glued =
                toks[from].glued && !matches!(p.lower.as_str(), "(" | "[" | "\"" | "\u{201c}" | "\u{2018}" | "'");
            let range = p.is("-") && from >= 2 && toks[from - 2].kind == Kind::Number && !toks[from - 2].glued;
            if glued && !range || w.never_after.contains(&p.lower) {
                return false;
            }
            if p.is(".") && from >= 2 && w.never_after.contains(&toks[from - 2].lower) && p.glued {
                return false;
            }
        }
        let next = toks.get(to);
        let glued_word = next.is_some_and(|n| n.glued && (n.word() || n.is(":") || n.is("/")));
        let range = next.is_some_and(|n| n.is("-")) && self.lang.numbers.at(toks, to + 1).is_some();
        if has(&w.never_before, next) && !range || glued_word {
            return false;
        }
        !(toks[from].kind == Kind::Number && toks[from].lower.starts_with('0') && toks[from].lower.len() > 1)
    }

    /// The noun of the number that ends at `range.end`.
    fn with_noun(&self, range: Range<usize>, min: Option<u64>, best: Option<u64>, max: Option<u64>) -> Candidate {
        let (r, toks) = (&self.lang.counts, self.toks);
        let mut at = range.end;
        // "two of the soldiers", "five of them"
        let of_them = has(&r.words.of, toks.get(at)) && has(&r.words.of_next, toks.get(at + 1));
        if of_them {
            at += 2;
        }
        let sent = toks[range.start].sent;
        let mut noun: Option<(Noun, usize)> = None;
        let mut k = self.age(at).unwrap_or(at);
        let at = k;
        while k < (at + MAX_MODIFIERS).min(toks.len()) && toks[k].sent == sent {
            if let Some((end, n)) = r.nouns.at(toks, k) {
                noun = Some((*n, end));
                // "rebel fighters", "police officers": the last noun of an unbroken run is the head.
                k = end;
                // "12 civilians dead" ends with a state, "six government tanks" with the head.
                if r.nouns.at(toks, k).is_none() || r.verbs.at(toks, k).is_some() {
                    break;
                }
                continue;
            }
            let t = &toks[k];
            let stop = !(t.word() || t.is("-") && t.glued)
                || has(&r.words.join, Some(t))
                || has(&r.words.auxiliaries, Some(t))
                || has(&r.words.of, Some(t))
                || has(&r.words.pass_to_number, Some(t))
                || r.verbs.at(toks, k).is_some()
                || self.lang.numbers.at(toks, k).is_some()
                || self.lang.clause_breaks.contains(&t.lower)
                || self.in_time[k]
                || has(&r.words.elliptic_next, Some(t));
            if stop && !(has(&r.words.elliptic_next, Some(t)) && t.is("-") && t.glued) {
                break;
            }
            k += 1;
            if noun.is_some() {
                break;
            }
        }
        // "five of them"
        let range = if noun.is_none() && of_them { range.start..at } else { range };
        Candidate { range, min, best, max, noun, article: false, pronoun: false }
    }

    /// "three were children": the noun that the number is said to be.
    fn predicate(&self, c: &Candidate) -> Option<Noun> {
        let (r, toks) = (&self.lang.counts, self.toks);
        let mut at = c.range.end;
        while has(&r.words.auxiliaries, toks.get(at)) {
            at += 1;
        }
        let noun = r.nouns.at(toks, at).filter(|_| at > c.range.end).map(|(_, n)| *n)?;
        (!noun.own && toks[at].sent == toks[c.range.start].sent).then_some(noun)
    }

    /// Whether only "and" (and a possessive) stands between the token `end` and the number.
    fn joins(&self, end: usize, c: &Candidate) -> bool {
        let w = &self.lang.counts.words;
        let range = end..c.range.start;
        !range.is_empty()
            && range.len() <= 2
            && has(&w.join, self.toks.get(end))
            && self.toks[range].iter().skip(1).all(|t| w.owners.contains(&t.lower))
    }

    /// Whether the words make it the person before: "his two sons".
    fn owned(&self, c: &Candidate) -> bool {
        let w = &self.lang.counts.words;
        has(&w.owners, self.toks.get(c.range.start))
            || c.range.start > 0 && has(&w.owners, self.toks.get(c.range.start - 1))
    }

    /// Whether the number goes on with the subject of a figure whose noun ends before token `end`.
    fn follows(&self, end: usize, c: &Candidate) -> bool {
        let (r, toks) = (&self.lang.counts, self.toks);
        let mut k = end;
        while k < c.range.start && toks[k].sent == toks[c.range.start].sent {
            if let Some((e, _)) = r.verbs.at(toks, k) {
                k = e;
            } else if has(&r.words.auxiliaries, toks.get(k)) || has(&r.words.join, toks.get(k)) || toks[k].is(",") {
                k += 1;
            } else {
                return false;
            }
        }
        k == c.range.start
    }

    fn clause_end(&self, t: &Tok, sent: u32) -> bool {
        t.sent != sent || matches!(t.lower.as_str(), ";" | "(" | ")") || self.lang.clause_breaks.contains(&t.lower)
    }

    /// A verb that follows the number's noun at once, past auxiliaries, joined numbers and "including …".
    fn verb_after(&self, c: &Candidate, all: &[Candidate]) -> Option<CountWhat> {
        let (r, toks) = (&self.lang.counts, self.toks);
        let sent = toks[c.range.start].sent;
        let mut at = c.noun.map_or(c.range.end, |(_, e)| e);
        if c.article {
            at = self.past_attributes(at);
        }
        let mut joined = false;
        let limit = (at + MAX_REACH * 2).min(toks.len());
        while at < limit && toks[at].sent == sent {
            if !joined && let Some((_, what)) = r.verbs.at(toks, at) {
                return Some(*what);
            }
            if let Some(next) = all.iter().find(|n| n.range.start == at && !n.article) {
                at = next.noun.map_or(next.range.end, |(_, e)| e);
                joined = false;
                continue;
            }
            let t = &toks[at];
            if let Some((end, ())) = r.including.at(toks, at) {
                (at, joined) = (end, false);
                continue;
            }
            if has(&r.words.join, Some(t)) || t.is(",") {
                joined = has(&r.words.join, Some(t)) || joined;
                // After a comma only another number, an inserted phrase, or the verb of the whole may follow.
                at += 1;
                continue;
            }
            if c.article && has(&r.words.relative, Some(t)) {
                return None;
            }
            if has(&r.words.auxiliaries, Some(t)) && !(joined && c.noun.is_none()) {
                (at, joined) = (at + 1, false);
                continue;
            }
            if has(&r.words.of_next, Some(t)) || has(&r.words.one_article, Some(t)) {
                at += 1;
                continue;
            }
            // A word of "including a ten-year-old boy": pass over it only inside the inserted phrase.
            if let Some((end, _)) = r.nouns.at(toks, at) {
                at = end;
                continue;
            }
            return None;
        }
        None
    }

    /// The nearest verb before the number, in its clause; `true` if it stands directly before.
    fn verb_before(&self, c: &Candidate) -> Option<(CountWhat, bool)> {
        let (r, toks) = (&self.lang.counts, self.toks);
        let sent = toks[c.range.start].sent;
        let from = c.range.start.saturating_sub(MAX_REACH * 2);
        let mut direct = true;
        for k in (from..c.range.start).rev() {
            if let Some((_, what)) = r.verbs.before(toks, k + 1) {
                return Some((*what, direct));
            }
            if self.clause_end(&toks[k], sent) {
                return None;
            }
            let t = &toks[k];
            direct &= has(&r.words.pass_to_number, Some(t)) || t.is(",") || has(&r.words.auxiliaries, Some(t));
        }
        None
    }

    fn decide(
        &self,
        c: &Candidate,
        all: &[Candidate],
        last: Option<Last>,
        joined: Option<CountWhat>,
    ) -> Option<(CountWhat, CountStatus)> {
        let (w, toks) = (&self.lang.counts.words, self.toks);
        if let Some((n, _)) = c.noun
            && n.own
        {
            // "two soldiers were killed and five wounded": five soldiers.
            let state = c.noun.is_some_and(|(_, e)| self.lang.counts.verbs.at(toks, e - 1).is_some());
            let same =
                last.filter(|l| n.status == CountStatus::Unknown && state && l.subject && self.follows(l.end, c));
            return Some((n.what, same.map_or(n.status, |l| l.status)));
        }
        let after = self.verb_after(c, all);
        let before = self.verb_before(c);
        if c.pronoun {
            // "the one side reported 31 violations, the other none"
            let unit = || {
                let l = last.filter(|l| l.sent == toks[c.range.start].sent && c.range.start - l.at <= MAX_ELLIPSIS)?;
                let ends = toks.get(c.range.end).is_none_or(|t| w.elliptic_next.contains(&t.lower));
                (ends && !is_person(l.what)).then_some((l.what, CountStatus::Unknown))
            };
            return after.map(|a| (a, CountStatus::All)).or_else(unit);
        }
        match c.noun {
            Some((n, _)) => {
                let what = after.or(before.map(|(b, _)| b));
                if c.article && after.is_none() && !before.is_some_and(|(_, d)| d) {
                    return joined.map(|what| (what, n.status));
                }
                Some((what.unwrap_or(n.what), n.status))
            }
            None => {
                let next = toks.get(c.range.end);
                if has(&w.of, next) {
                    return None;
                }
                if let Some(risen) = self.risen(c) {
                    return Some(risen);
                }
                if let Some(n) = self.predicate(c) {
                    return Some((before.map_or(n.what, |(b, _)| b), n.status));
                }
                // "more than 310,000 have been killed", "30 wounded", "wounding at least 20"
                if let Some(what) = after.or(before.filter(|(_, d)| *d).map(|(b, _)| b)) {
                    let same = last.filter(|l| l.subject && after.is_some() && self.follows(l.end, c));
                    return Some((what, same.map_or(CountStatus::Unknown, |l| l.status)));
                }
                // "the one side 31 violations, the other side 12"
                let Last { what, sent, at, .. } = last?;
                let near = sent == toks[c.range.start].sent && c.range.start - at <= MAX_ELLIPSIS;
                (c.best.is_some()
                    && near
                    && !is_person(what)
                    && next.is_none_or(|t| w.elliptic_next.contains(&t.lower)))
                .then_some((what, CountStatus::Unknown))
            }
        }
    }
}

fn is_person(what: CountWhat) -> bool {
    match what {
        CountWhat::Killed
        | CountWhat::Injured
        | CountWhat::Casualties
        | CountWhat::Missing
        | CountWhat::Detained
        | CountWhat::Abducted
        | CountWhat::Released
        | CountWhat::Displaced
        | CountWhat::Persons
        | CountWhat::Other => true,
        CountWhat::Violations
        | CountWhat::Strikes
        | CountWhat::Rounds
        | CountWhat::Explosions
        | CountWhat::Attacks
        | CountWhat::Vehicles
        | CountWhat::Buildings
        | CountWhat::Settlements => false,
    }
}

/// Finds the counts that `text` states, in the language `lang`.
///
/// Spans are bytes of `text`, from the qualifier to the noun ("at least nine civilians"), ordered, not overlapping. The
/// meaning comes from the noun or from the nearest verb of the clause. Bounds: "at least 5" → 5, 5, open; "up to 5" →
/// open, 5, 5; "about 5" → open, 5, open; "dozens" → 24, none, open; "5-7" → 5, none, 7; "no civilians" → 0, 0, 0.
#[must_use]
pub fn find(text: &str, lang: &str) -> Vec<Found<Count>> {
    Analysis::new(text, lang).counts()
}

/// As [`find`], over an analysed text.
pub(super) fn find_in(a: &Analysis<'_>) -> Vec<Found<Count>> {
    let Some(lang) = a.lang else { return vec![] };
    let toks = a.toks.as_slice();
    let cx = Cx { lang, toks, in_time: &a.in_time };
    let mut all: Vec<Candidate> = vec![];
    let mut i = 0;
    while i < toks.len() {
        match cx.candidate(i) {
            Some(c) => {
                i = c.range.end.max(i + 1);
                all.push(c);
            }
            None => i += 1,
        }
    }
    let mut out: Vec<Found<Count>> = vec![];
    let mut last: Option<Last> = None;
    // The count before, when what follows may be added to it: its candidate, and the token after it.
    let mut before: Option<(usize, usize)> = None;
    for (k, c) in all.iter().enumerate() {
        let window = &all[k..(k + 8).min(all.len())];
        let link = before.filter(|(_, end)| cx.joins(*end, c));
        let joined = link.and_then(|_| out.last()).map(|f| f.value.what).filter(|what| is_person(*what));
        let Some((what, status)) = cx.decide(c, window, last, joined) else { continue };
        let next = all.get(k + 1).map_or(usize::MAX, |n| n.range.start);
        let end = c.noun.map_or(c.range.end, |(_, e)| e).min(next).max(c.range.end);
        let span = Span::new(toks[c.range.start].start, toks[end - 1].end);
        if out.last().is_some_and(|p| p.span.end > span.start) {
            continue;
        }
        // A part of another figure is no unit for the next.
        if lang.counts.including.before(toks, c.range.start).is_none() {
            let subject = c.noun.is_some() && is_person(what) && cx.verb_after(c, window).is_some();
            last = Some(Last { what, status, sent: toks[c.range.start].sent, at: c.range.start, end, subject });
        }
        // "a father and his two sons" are three; "a nurse and a patient" two.
        if let (Some((k0, _)), Some(p)) = (link, out.last_mut())
            && (all[k0].article && (c.article || cx.owned(c)))
            && p.value.what == what
            && let (Some(a), Some(b)) = (p.value.best, c.best)
            && (p.value.status == status || cx.owned(c))
        {
            let sum = a.saturating_add(b);
            let exact = |x: Option<u64>| x.map(|_| sum);
            p.span.end = span.end;
            p.value.best = Some(sum);
            p.value.min = p.value.min.zip(c.min).map(|(a, b)| a.saturating_add(b));
            p.value.max = p.value.max.and(exact(c.max));
            if p.value.status != status {
                p.value.status = CountStatus::Unknown;
            }
            before = Some((k0, end));
            continue;
        }
        before = Some((k, end));
        out.push(Found { span, value: Count { what, status, min: c.min, best: c.best, max: c.max } });
    }
    out
}
