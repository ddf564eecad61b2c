//! Persons that a text names, their titles and roles, and which mentions mean the same person.
//!
//! Must not: merge people on a given name, or on a surname across documents without a role that they share.

use super::{
    Analysis, Found,
    gazetteer::fold,
    lang::Lang,
    name_key::{self, Parts},
    token::{Kind, Phrases, Tok, TokenRules},
};
use armistice_core::span::Span;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    ops::Range,
};

/// Words of one name; a longer run of capitals is a headline.
const MAX_WORDS: usize = 7;
/// Words of a role before its title ("UN Syria special envoy").
const MAX_ROLE: usize = 4;
/// Words of a role after a comma.
const MAX_APPOSITION: usize = 14;

/// A person as one place of a text names them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameMention {
    /// The name alone, as written.
    pub name: String,
    /// The title or honorific directly before it, as written ("Mr", "President", "spokesman").
    pub title: Option<String>,
    /// The whole role, as written ("rebel spokesman", "deputy director of …").
    pub role: Option<String>,
}

/// `names.toml` of a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    particles: Vec<String>,
    leading: Vec<String>,
    honorifics: Vec<String>,
    titles: Vec<String>,
    speech: Vec<String>,
    speech_before: Vec<String>,
    apposition_start: Vec<String>,
    function: Vec<String>,
    not_person: Vec<String>,
    given: Vec<String>,
}

/// The name rules of a language.
pub(crate) struct Rules {
    particles: HashSet<String>,
    leading: HashSet<String>,
    honorifics: Phrases<()>,
    titles: Phrases<()>,
    speech: Phrases<()>,
    speech_before: Phrases<()>,
    apposition_start: Phrases<()>,
    function: HashSet<String>,
    not_person: HashSet<String>,
    given: HashSet<String>,
}

impl Rules {
    pub(crate) fn new(data: Data, token: &TokenRules) -> Self {
        let unit = |list: &[String]| Phrases::new(token, list.iter().map(|s| (s.clone(), ())));
        let set = |list: Vec<String>| list.into_iter().collect::<HashSet<_>>();
        Self {
            honorifics: unit(&data.honorifics),
            titles: unit(&data.titles),
            speech: unit(&data.speech),
            speech_before: unit(&data.speech_before),
            apposition_start: unit(&data.apposition_start),
            particles: set(data.particles),
            leading: set(data.leading),
            function: set(data.function),
            not_person: set(data.not_person),
            given: set(data.given),
        }
    }

    /// Whether the word can begin or end no name and no place: a function word at the start of a sentence.
    pub(crate) fn function(&self, word: &str) -> bool {
        self.function.contains(word)
    }

    /// Whether the word may stand in small letters inside a name.
    pub(crate) fn particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// Whether the word makes what it stands in no person: "front", "council".
    pub(crate) fn not_person(&self, word: &str) -> bool {
        self.not_person.contains(word)
    }

    /// The end of a title or honorific that begins at token `i`.
    pub(crate) fn title_at(&self, toks: &[Tok], i: usize) -> Option<usize> {
        let t = self.titles.at(toks, i).map(|(e, ())| e);
        t.max(self.honorifics.at(toks, i).map(|(e, ())| e))
    }

    /// Whether the word is a common given name.
    pub(crate) fn given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// Whether a title ends just before token `i`.
    pub(crate) fn title_before(&self, toks: &[Tok], i: usize) -> bool {
        self.titles.before(toks, i).is_some() || self.honorifics.before(toks, i).is_some()
    }
}

struct Cx<'a> {
    text: &'a str,
    lang: &'a Lang,
    toks: &'a [Tok],
    in_time: &'a [bool],
    /// Sentences set in headline case.
    headline: &'a HashSet<u32>,
}

impl<'a> Cx<'a> {
    /// The key of the last word of a name: how a surname is written in one text.
    fn last_word(&self, range: &Range<usize>) -> Option<String> {
        self.toks[range.clone()].iter().rfind(|t| t.word()).map(|t| fold(&t.lower))
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        match (self.toks.get(range.start), range.end.checked_sub(1).and_then(|e| self.toks.get(e))) {
            (Some(a), Some(b)) if a.start <= b.end => &self.text[a.start..b.end],
            _ => "",
        }
    }

    fn name_word(&self, i: usize) -> bool {
        let t = &self.toks[i];
        t.word() && t.cap && !self.in_time[i] && !(t.all_caps && t.lower.chars().count() > 1)
    }

    /// The run of name words that begins at `i`: capitals, with particles, hyphens and initials between them.
    fn run(&self, i: usize) -> Range<usize> {
        let r = &self.lang.names;
        let toks = self.toks;
        let sent = toks[i].sent;
        let mut end = i + 1;
        let mut words = 1;
        while words < MAX_WORDS && toks.get(end).is_some_and(|t| t.sent == sent) {
            let t = &toks[end];
            if self.name_word(end) {
                end += 1;
            } else if t.is(".") && t.glued && toks[end - 1].lower.chars().count() == 1 && toks[end - 1].cap {
                end += 1;
                continue;
            } else if t.is("-") && t.glued && toks.get(end + 1).is_some_and(|n| n.glued && n.word()) {
                if !(self.name_word(end + 1) || r.particles.contains(&toks[end - 1].lower)) {
                    break;
                }
                end += 2;
            } else if t.word() && r.particles.contains(&t.lower) {
                // Up to two particles, if a name word follows.
                let mut k = end + 1;
                while toks
                    .get(k)
                    .is_some_and(|n| n.is("-") && n.glued || n.word() && !n.cap && r.particles.contains(&n.lower))
                    && k < end + 4
                {
                    k += 1;
                }
                if !(k < toks.len() && toks[k].sent == sent && self.name_word(k)) {
                    break;
                }
                end = k + 1;
            } else {
                break;
            }
            words += 1;
        }
        i..end
    }

    fn title_at(&self, i: usize) -> Option<usize> {
        let r = &self.lang.names;
        let t = r.titles.at(self.toks, i).map(|(e, ())| e);
        t.max(r.honorifics.at(self.toks, i).map(|(e, ())| e))
    }

    fn title_before(&self, i: usize) -> Option<usize> {
        let r = &self.lang.names;
        let before = |k| match (r.titles.before(self.toks, k), r.honorifics.before(self.toks, k)) {
            (Some((a, ())), Some((b, ()))) => Some(a.min(b)),
            (a, b) => a.or(b).map(|(s, ())| s),
        };
        before(i).or_else(|| i.checked_sub(1).filter(|k| self.toks[*k].is(")")).and_then(before))
    }

    /// A person that the run at `i` names, with the token after the run.
    fn mention(&self, i: usize) -> (usize, Option<(Range<usize>, NameMention)>) {
        let (r, toks) = (&self.lang.names, self.toks);
        let run = self.run(i);
        let none = |end: usize| (end, None);
        // Titles inside the run: "Foreign Minister Sergei …".
        let mut start = run.start;
        let mut k = run.start;
        while k < run.end {
            match self.title_at(k) {
                Some(e) if e <= run.end && (e < run.end || k == run.start) => {
                    start = e;
                    k = e;
                }
                _ => k += 1,
            }
        }
        if start == run.start {
            while start < run.end && toks[start].first && r.function(&toks[start].lower) {
                start += 1;
            }
        }
        // A demonym or country in front is part of no name.
        while start < run.end {
            match self.lang.places.nation(toks, start) {
                Some(e) if e <= run.end && start < e => start = e,
                _ => break,
            }
        }
        while start < run.end && !toks[start].word() {
            start += 1;
        }
        if start >= run.end {
            return none(run.end);
        }
        let words: Vec<&Tok> = toks[start..run.end].iter().filter(|t| t.word()).collect();
        let full = words.iter().filter(|t| t.cap && t.lower.len() > 1 && !r.leading.contains(&t.lower)).count();
        if full == 0
            || words.iter().any(|t| r.not_person.contains(&t.lower))
            || r.function(&words[0].lower) && toks[start].first
        {
            return none(run.end);
        }
        let before = self.title_before(start).filter(|s| toks[*s].sent == toks[start].sent);
        let after = self.apposition(run.end);
        let given = full >= 2 && r.given(&words[0].lower);
        let owned = toks.get(run.end).is_some_and(|t| t.glued && self.lang.possessive.contains(&t.lower));
        let verb_at = run.end + usize::from(owned);
        let speaks = full >= 2
            && (r.speech.at(toks, verb_at).is_some()
                || r.speech_before.before(toks, start).is_some() && self.plausible(start, run.end));
        if self.headline.contains(&toks[i].sent) && before.is_none() {
            return none(run.end);
        }
        let evidence = before.is_some() || given || speaks || full >= 2 && after.is_some();
        if !evidence {
            return none(run.end);
        }
        let range = start..run.end;
        let title = before.map(|s| self.slice(&(s..self.before_end(s, start))).to_owned());
        // An honorific is no role.
        let role_before = before.filter(|s| r.titles.at(toks, *s).is_some()).map(|s| {
            let mut from = s;
            while from > 0 && s - from < MAX_ROLE {
                let t = &toks[from - 1];
                let dash = t.is("-") && t.glued;
                if t.sent != toks[s].sent || !(t.word() || dash) || r.function(&t.lower) || self.in_time[from - 1] {
                    break;
                }
                if self.lang.possessive.contains(&t.lower)
                    || r.speech.at(toks, from - 1).is_some()
                    || r.speech_before.at(toks, from - 1).is_some()
                {
                    break;
                }
                from -= 1;
            }
            while toks[from].is("-") {
                from += 1;
            }
            self.slice(&(from..self.before_end(s, start))).to_owned()
        });
        let role = role_before.or_else(|| after.map(|a| self.slice(&a).to_owned()));
        let name = self.slice(&range).to_owned();
        (run.end, Some((range, NameMention { name, title, role })))
    }

    /// The end of the title that begins at `s` and stands before `start`, without a closing bracket.
    fn before_end(&self, s: usize, start: usize) -> usize {
        if start > s + 1 && self.toks[start - 1].is(")") { start - 1 } else { start }
    }

    /// A name after "with", "by" … alone is weak; it must look like one of a person: no known nation, not one word.
    fn plausible(&self, start: usize, end: usize) -> bool {
        let r = &self.lang.names;
        start > 0 && end - start >= 2 && !self.toks[start].first && r.given(&self.toks[start].lower)
            || self
                .lang
                .names
                .speech_before
                .before(self.toks, start)
                .is_some_and(|(s, ())| r.speech.at(self.toks, s).is_some())
    }

    /// ", deputy director of the institute": the tokens of the role.
    fn apposition(&self, at: usize) -> Option<Range<usize>> {
        let (r, toks) = (&self.lang.names, self.toks);
        if !toks.get(at)?.is(",") {
            return None;
        }
        let start = at + 1;
        let sent = toks[at].sent;
        let mut k = start;
        while let Some((e, ())) = r.apposition_start.at(toks, k) {
            k = e;
        }
        let found = (k..(k + 4).min(toks.len()))
            .take_while(|i| toks[*i].sent == sent && !toks[*i].is(","))
            .any(|i| self.title_at(i).is_some());
        if !found {
            return None;
        }
        let mut end = k;
        while end < toks.len() && end < start + MAX_APPOSITION && toks[end].sent == sent {
            let t = &toks[end];
            if t.kind == Kind::Punct && !t.is("-") && !(t.is("'")) || r.speech.at(toks, end).is_some() {
                break;
            }
            end += 1;
        }
        (end > k).then_some(k..end)
    }
}

/// Sentences in headline case: most words that could be small are not, no verb of speech is small, and no full stop.
pub(crate) fn headlines(toks: &[Tok], lang: &Lang) -> HashSet<u32> {
    let mut out = HashSet::new();
    for sentence in toks.chunk_by(|a, b| a.sent == b.sent) {
        let long: Vec<&Tok> = sentence.iter().filter(|t| t.word() && t.lower.chars().count() >= 4).collect();
        let caps = long.iter().filter(|t| t.cap).count();
        let prose = sentence.last().is_some_and(|t| t.is("."))
            || sentence.iter().any(|t| !t.cap && lang.names.speech.begins(&t.lower));
        if !prose && long.len() >= 4 && caps * 4 >= long.len() * 3 {
            out.insert(sentence[0].sent);
        }
    }
    out
}

/// Finds the persons that `text` names, in the language `lang`: full names with a title, role, verb of speech or known
/// given name beside them, and then, anywhere in the text, their surnames alone.
///
/// The span holds the name without title and role.
#[must_use]
pub fn find(text: &str, lang: &str) -> Vec<Found<NameMention>> {
    Analysis::new(text, lang).names()
}

/// As [`find`], over an analysed text, with the tokens of each name.
pub(super) fn find_in(a: &Analysis<'_>, lang: &Lang) -> Vec<(Range<usize>, NameMention)> {
    let toks = a.toks.as_slice();
    let cx = Cx { text: a.text, lang, toks, in_time: &a.in_time, headline: a.headlines() };
    let mut found: Vec<(Range<usize>, NameMention)> = vec![];
    let mut i = 0;
    while i < toks.len() {
        if cx.name_word(i) {
            let (end, m) = cx.mention(i);
            found.extend(m);
            i = end.max(i + 1);
        } else {
            i += 1;
        }
    }
    // Surnames of those, alone, as this text writes them.
    let known: BTreeSet<String> =
        found.iter().filter_map(|(r, _)| cx.last_word(r)).filter(|s| s.chars().count() >= 3).collect();
    let mut taken = vec![false; toks.len()];
    for (r, _) in &found {
        taken[r.clone()].fill(true);
    }
    let mut extra = vec![];
    let mut i = 0;
    while i < toks.len() {
        if taken[i] || !cx.name_word(i) || known.is_empty() {
            i += 1;
            continue;
        }
        let run = cx.run(i);
        let bare =
            toks[run.clone()].iter().filter(|t| t.word() && t.cap && !lang.names.leading.contains(&t.lower)).count();
        let nation = lang.places.nation(toks, i).is_some();
        if bare == 1
            && !nation
            && !taken[run.clone()].contains(&true)
            && cx.last_word(&run).is_some_and(|w| known.contains(&w))
        {
            let name = cx.slice(&run).to_owned();
            extra.push((run.clone(), NameMention { name, title: None, role: None }));
        }
        i = run.end;
    }
    found.extend(extra);
    found.sort_by_key(|(r, _)| r.start);
    found
}

/// A key of the whole name that survives transliteration: given names, then the surname, without articles.
#[must_use]
pub fn key(name: &str) -> String {
    let p = name_key::parts(name);
    let mut words = p.given;
    words.push(p.surname);
    words.join(" ")
}

/// Why two mentions are taken for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same full name, letter by letter.
    FullName,
    /// The same full name, written in another way.
    Spelling,
    /// A surname alone, in a document that names one such person in full.
    SurnameInDocument,
    /// A surname alone in another document, with the same role.
    SurnameAndRole,
}

/// One mention, for comparison.
#[derive(Clone, Copy, Debug)]
pub struct Mentioned<'a> {
    /// The name.
    pub name: &'a str,
    /// Its role, or its title.
    pub role: Option<&'a str>,
    /// Which document; only equality counts.
    pub document: usize,
}

/// Whether two keys are one: equal, equal by consonants when one has no vowels, or, when long, one letter apart.
fn same_key(a: &str, b: &str, skeleton: bool) -> bool {
    if a == b {
        return true;
    }
    if skeleton {
        let (a, b) = (name_key::skeleton(a), name_key::skeleton(b));
        return a == b && a.chars().count() >= 2;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= 6
        && long.len() == short.len() + 1
        && (0..long.len()).any(|i| {
            long.is_char_boundary(i)
                && long.is_char_boundary(i + 1)
                && format!("{}{}", &long[..i], &long[i + 1..]) == short
        })
}

/// Given names go together: equal in order, or an initial for a name; never when one has none.
fn given_agree(a: &Parts, b: &Parts, skeleton: bool) -> bool {
    if a.given.is_empty() || b.given.is_empty() {
        return false;
    }
    let first = a.given[0].chars().count() == 1 || b.given[0].chars().count() == 1;
    let head = if first {
        a.given[0].chars().next() == b.given[0].chars().next()
    } else {
        same_key(&a.given[0], &b.given[0], skeleton)
    };
    // A middle name may be missing; two different ones are two people.
    let middle = a.given.len() == 1
        || b.given.len() == 1
        || a.given.iter().zip(&b.given).all(|(x, y)| same_key(x, y, skeleton) || x.len() == 1 || y.len() == 1);
    head && middle
}

/// Whether two mentions are taken for one person, and why. A given name alone never suffices; nor does a surname
/// alone, except within a document or beside the same role.
#[must_use]
pub fn same_person(a: &Mentioned<'_>, b: &Mentioned<'_>) -> Option<Reason> {
    let (pa, pb) = (name_key::parts(a.name), name_key::parts(b.name));
    same_parts(a, &pa, b, &pb)
}

fn same_parts(a: &Mentioned<'_>, pa: &Parts, b: &Mentioned<'_>, pb: &Parts) -> Option<Reason> {
    let skeleton = pa.skeleton || pb.skeleton;
    if pa.surname.is_empty() || !same_key(&pa.surname, &pb.surname, skeleton) {
        return None;
    }
    match (pa.given.is_empty(), pb.given.is_empty()) {
        (false, false) => {
            given_agree(pa, pb, skeleton).then_some(if a.name == b.name { Reason::FullName } else { Reason::Spelling })
        }
        _ if a.document == b.document => Some(Reason::SurnameInDocument),
        _ => {
            let (x, y) = (a.role?, b.role?);
            let words = |s: &str| {
                s.split(|c: char| !c.is_alphanumeric())
                    .filter(|w| w.chars().count() > 3)
                    .map(str::to_lowercase)
                    .collect::<BTreeSet<_>>()
            };
            let (x, y) = (words(x), words(y));
            (!x.is_empty() && (x.is_subset(&y) || y.is_subset(&x)) && !y.is_empty()).then_some(Reason::SurnameAndRole)
        }
    }
}

/// A person and every way in which the documents write the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The fullest name; of equals, the first.
    pub name: String,
    /// The words, which document (index into the input), and where: in order of document and place.
    pub variants: Vec<(String, usize, Span)>,
}

/// Which mentions of these documents mean the same person, conservatively. Input: per document what [`find`] gave.
///
/// A surname alone joins the one person of its document who bears it; if there are two, it stays by itself.
#[must_use]
pub fn cluster(documents: &[Vec<Found<NameMention>>]) -> Vec<Person> {
    struct Node<'a> {
        mention: Mentioned<'a>,
        parts: Parts,
        span: Span,
    }
    let mut nodes: Vec<Node<'_>> = vec![];
    for (document, mentions) in documents.iter().enumerate() {
        for f in mentions {
            let role = f.value.role.as_deref().or(f.value.title.as_deref());
            let mention = Mentioned { name: &f.value.name, role, document };
            nodes.push(Node { mention, parts: name_key::parts(&f.value.name), span: f.span });
        }
    }
    // One list of distinct full names; the first mention stands for all.
    let mut parent: Vec<usize> = (0..nodes.len()).collect();
    fn root(parent: &mut [usize], mut i: usize) -> usize {
        while parent[i] != i {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        i
    }
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_letter: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, n) in nodes.iter().enumerate() {
        if n.parts.given.is_empty() {
            continue;
        }
        match first.get(n.mention.name) {
            Some(f) => parent[i] = *f,
            None => {
                first.insert(n.mention.name, i);
                let bucket: String = name_key::skeleton(&n.parts.surname).chars().take(2).collect();
                by_letter.entry(bucket).or_default().push(i);
            }
        }
    }
    for list in by_letter.values() {
        for (k, &i) in list.iter().enumerate() {
            for &j in &list[..k] {
                let (a, b) = (&nodes[i], &nodes[j]);
                if same_parts(&a.mention, &a.parts, &b.mention, &b.parts).is_some() {
                    let (x, y) = (root(&mut parent, i), root(&mut parent, j));
                    parent[x.max(y)] = x.min(y);
                }
            }
        }
    }
    // Surnames: in the document, then by role elsewhere.
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, n) in nodes.iter().enumerate() {
        by_surname.entry(name_key::skeleton(&n.parts.surname)).or_default().push(i);
    }
    for list in by_surname.values() {
        for &i in list.iter().filter(|i| nodes[**i].parts.given.is_empty()) {
            let mut near: BTreeSet<usize> = BTreeSet::new();
            let mut far: BTreeSet<usize> = BTreeSet::new();
            for &j in list.iter().filter(|j| !nodes[**j].parts.given.is_empty()) {
                let (a, b) = (&nodes[i], &nodes[j]);
                match same_parts(&a.mention, &a.parts, &b.mention, &b.parts) {
                    Some(Reason::SurnameInDocument) => near.insert(root(&mut parent, j)),
                    Some(_) => far.insert(root(&mut parent, j)),
                    None => false,
                };
            }
            let pick = if near.is_empty() { far } else { near };
            let target = match pick.len() {
                1 => pick.first().copied(),
                // Nobody in full: surnames of one document are one.
                0 => list.iter().copied().find(|&j| {
                    j < i
                        && nodes[j].parts.given.is_empty()
                        && nodes[j].mention.document == nodes[i].mention.document
                        && nodes[j].parts.surname == nodes[i].parts.surname
                }),
                _ => None,
            };
            if let Some(t) = target {
                let (x, y) = (root(&mut parent, i), root(&mut parent, t));
                parent[x.max(y)] = x.min(y);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..nodes.len() {
        let r = root(&mut parent, i);
        groups.entry(r).or_default().push(i);
    }
    groups
        .into_values()
        .map(|ids| {
            let fullest = ids.iter().copied().max_by_key(|i| (nodes[*i].parts.given.len(), std::cmp::Reverse(*i)));
            Person {
                name: fullest.map(|i| nodes[i].mention.name.to_owned()).unwrap_or_default(),
                variants: ids
                    .iter()
                    .map(|i| (nodes[*i].mention.name.to_owned(), nodes[*i].mention.document, nodes[*i].span))
                    .collect(),
            }
        })
        .collect()
}
