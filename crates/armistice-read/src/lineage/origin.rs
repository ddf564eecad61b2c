//! Origins: groups of documents that are one text at heart, and how sure that is.
//!
//! Must not: join documents by a photo credit, a citation or a common speaker alone.

use std::collections::BTreeMap;

use armistice_core::span::Span;

use crate::lineage::agencies::{Agencies, AgencyKey};
use crate::lineage::copies::{Copy, Lineage, Strength};
use crate::lineage::credit::{Cue, CueKind};
use crate::lineage::index::Index;
use crate::lineage::names::{halves, is_abbreviation};
use crate::lineage::quotes::SameQuotation;
use crate::lineage::reason::Reason;
use crate::lineage::scrub::{StrippedCredit, stripped};

/// Rarity in sixteenths of a bit from which a word tells one story from another.
const RARE: u32 = 8 * 16;

/// Uses up to which a word is rare however few documents there are.
const FEW_USES: u32 = 4;

/// Share of the rare words of the poorer document, in thousandths, that two documents of one story have in common, and how
/// many at least.
const STORY_PERMILLE: u32 = 200;
const STORY_WORDS: u32 = 8;

/// Documents under one credit that may share a word and have it counted.
const STORY_BUCKET: usize = 64;

/// Share of the shorter document in thousandths below which even long shared passages make a document a carrier of the
/// passage, not a copy of the text.
const COPY_PERMILLE: u32 = 100;

/// Share of either document in thousandths from which a copy is never taken for a mere passage.
const MOSTLY_PERMILLE: u32 = 500;

/// Bytes into the main text within which one "told AGENCY" speaks for the whole text: its first sentences.
const LEAD_BYTES: u32 = 700;

/// What is known of a document beside its text.
#[derive(Clone, Debug, Default)]
pub struct OriginDoc {
    /// The outlet that published it.
    pub outlet: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// For finding the earliest of a group: smaller is earlier; `None` is last.
    pub published: Option<i64>,
    /// First byte of its main text (clean text).
    pub main_start: u32,
    /// Its credit cues.
    pub cues: Vec<Cue>,
}

/// Where a document's text is credited to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextAgency {
    /// The agency.
    pub agency: AgencyKey,
    /// Its name to show.
    pub name: String,
    /// Whether the page says so, as against speakers who spoke to the agency.
    pub stated: bool,
    /// The evidence.
    pub evidence: String,
    /// "told AGENCY" cues.
    pub told: u32,
}

/// A group of documents of one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The agency if a member is credited to one, else the outlet, else the title of the earliest member.
    pub label: String,
    /// The agency.
    pub agency: Option<AgencyKey>,
    /// Documents, in order.
    pub members: Vec<usize>,
    /// Independent origins inside if all evidence holds.
    pub low: u32,
    /// Independent origins inside if only strong evidence holds.
    pub high: u32,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What binds two documents, or what they share without being bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// `Some(true)`: surely of one origin; `Some(false)`: perhaps; `None`: of different origins all the same.
    pub firm: Option<bool>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// All origins of a set of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// What the groups rest on, pair by pair; a pair may stand here more than once.
    pub edges: Vec<Edge>,
    /// By first member.
    pub origins: Vec<Origin>,
    /// Per document: its origin.
    pub of_document: Vec<usize>,
    /// Per document: its part; documents of one part are of one origin by strong evidence.
    pub part: Vec<usize>,
    /// Lost credits.
    pub stripped: Vec<StrippedCredit>,
}

/// The agency that a document's text is from, as far as the page itself tells.
#[must_use]
pub fn text_agency(doc: &OriginDoc, agencies: &Agencies) -> Option<TextAgency> {
    let own = doc.outlet.as_deref().map(|o| agencies.key(o));
    let mut told: BTreeMap<&AgencyKey, (u32, &Cue)> = BTreeMap::new();
    let mut stated: Option<(&AgencyKey, &Cue)> = None;
    for cue in &doc.cues {
        let Some(key) = cue.agency.as_ref().filter(|k| agencies.is_agency(k)) else { continue };
        match cue.kind {
            CueKind::TextCredit | CueKind::DatelineAgency | CueKind::CourtesyLine => {
                // Dateline and credit line may name two; the first stands.
                stated = stated.or(Some((key, cue)));
            }
            CueKind::ToldAgency => told.entry(key).or_insert((0, cue)).0 += 1,
            CueKind::CitedOutlet | CueKind::PhotoCredit => {}
        }
    }
    if let Some((agency, cue)) = stated {
        let times = told.get(agency).map_or(0, |t| t.0);
        let (agency, name, evidence) = (agency.clone(), cue.name.clone(), cue.evidence.clone());
        return Some(TextAgency { agency, name, stated: true, evidence, told: times });
    }
    let (&agency, &(times, first)) =
        told.iter().max_by_key(|(key, (n, first))| (*n, std::cmp::Reverse((first.span.start, **key))))?;
    let speaks_for_all = times > 1 || first.span.start <= doc.main_start.saturating_add(LEAD_BYTES);
    let rival = told.iter().any(|(key, t)| *key != agency && t.0 >= times);
    (speaks_for_all && !rival && own.as_ref() != Some(agency)).then(|| TextAgency {
        agency: agency.clone(),
        name: first.name.clone(),
        stated: false,
        evidence: first.evidence.clone(),
        told: times,
    })
}

/// An abbreviation that one page explains ("Name of Agency (NA)") means the same on a page that does not explain it, if
/// no other page explains it otherwise. Joins the keys of such names, and gives them the fuller name.
fn join_names(docs: &mut [OriginDoc], agencies: &Agencies) {
    let mut meanings: BTreeMap<&str, BTreeMap<AgencyKey, &str>> = BTreeMap::new();
    for cue in docs.iter().flat_map(|d| &d.cues).filter(|c| c.agency.is_some()) {
        if let (_, Some(short)) = halves(&cue.name) {
            meanings.entry(short).or_default().entry(agencies.key(&cue.name)).or_insert(&cue.name);
        }
    }
    let meanings: BTreeMap<String, (AgencyKey, String)> = meanings
        .into_iter()
        .filter(|(_, m)| m.len() == 1)
        .filter_map(|(short, m)| m.into_iter().next().map(|(k, n)| (short.to_owned(), (k, n.to_owned()))))
        .collect();
    let by_key: BTreeMap<AgencyKey, String> = meanings.values().cloned().collect();
    for cue in docs.iter_mut().flat_map(|d| &mut d.cues) {
        let Some(AgencyKey::Unlisted(key)) = &cue.agency else { continue };
        if let Some((joined, name)) = meanings.get(&cue.name).filter(|_| is_abbreviation(&cue.name)) {
            (cue.agency, cue.name) = (Some(joined.clone()), name.clone());
        } else if let Some(name) = by_key.get(&AgencyKey::Unlisted(key.clone())) {
            cue.name.clone_from(name);
        }
    }
}

struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.0[root] != root {
            root = self.0[root];
        }
        let mut walk = at;
        while self.0[walk] != root {
            walk = std::mem::replace(&mut self.0[walk], root);
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// The rare words of a document.
fn rare_words(index: &Index, doc: usize) -> Vec<u32> {
    let rare = |w: u32| index.uses(w) <= FEW_USES || (index.rarity(w) >= RARE && index.uses(w) < u32::MAX);
    let mut words: Vec<u32> = index.ids(doc).iter().copied().filter(|&w| rare(w)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Rare words in common, if they are enough for one story.
fn same_story(index: &Index, a: usize, b: usize) -> Option<u32> {
    let (x, y) = (rare_words(index, a), rare_words(index, b));
    let weight = |words: &[u32]| words.iter().map(|&w| index.rarity(w)).sum::<u32>().max(1);
    let common: Vec<u32> = x.iter().copied().filter(|w| y.binary_search(w).is_ok()).collect();
    let share = u64::from(weight(&common)) * 1000 / u64::from(weight(&x).min(weight(&y)));
    (common.len() as u32 >= STORY_WORDS && share >= u64::from(STORY_PERMILLE)).then_some(common.len() as u32)
}

/// Groups `docs` (the documents of `index`, in its order) by origin.
#[must_use]
pub fn origins(
    docs: &[OriginDoc],
    index: &Index,
    lineage: &Lineage,
    quotations: &[SameQuotation],
    agencies: &Agencies,
) -> Origins {
    let n = docs.len().min(index.len());
    let mut docs = docs[..n].to_vec();
    join_names(&mut docs, agencies);
    let docs = &docs[..];
    let credited: Vec<Option<TextAgency>> = docs[..n].iter().map(|d| text_agency(d, agencies)).collect();
    let cues: Vec<Vec<Cue>> = docs[..n].iter().map(|d| d.cues.clone()).collect();
    let stripped = stripped(lineage, &cues, agencies);
    let mut strong = Groups((0..n).collect());
    let mut reasons: Vec<(usize, Reason)> = Vec::new(); // by a member of the group
    let mut weak: Vec<(usize, usize, Vec<Reason>)> = Vec::new();
    let mut edges: Vec<Edge> = Vec::new();

    for (a, b, firm, why) in credit_edges(index, lineage, quotations, &credited) {
        if firm {
            edges.push(Edge { a, b, firm: Some(true), reasons: why.clone() });
        }
        if firm {
            strong.join(a, b);
            reasons.extend(why.into_iter().map(|r| (a, r)));
        } else {
            weak.push((a, b, why));
        }
    }

    let mut order: Vec<&Copy> = lineage.copies.iter().filter(|c| c.b < n).collect();
    order.sort_by_key(|c| {
        let (p, q) = (index.key(c.a), index.key(c.b));
        (std::cmp::Reverse((c.containment / MOSTLY_PERMILLE, c.own_weighted)), p.min(q), p.max(q), c.a, c.b)
    });
    let mut accepted: Vec<Vec<(usize, &Copy)>> = vec![Vec::new(); n];
    for copy in order {
        let (a, b) = (copy.a, copy.b);
        let why = copy.reasons.clone();
        let own = copy.own_weighted > 0 || !copy.edited.is_empty();
        match copy.strength {
            Strength::Weak if own => weak.push((a, b, why)),
            Strength::Weak => {
                edges.push(Edge { a, b, firm: None, reasons: why.clone() });
                reasons.extend(why.into_iter().flat_map(|r| [(a, r.clone()), (b, r)]));
            }
            Strength::Strong if copy.containment < COPY_PERMILLE => {
                reasons.push((a, carrier(index, copy)));
                weak.push((a, b, why));
            }
            Strength::Strong => {
                if strong.root(a) != strong.root(b)
                    && let Some((through, related)) = bridge(index, copy, &accepted)
                {
                    if related {
                        let mut why = why;
                        why.push(Reason::LinkedThrough { document: through });
                        weak.push((a, b, why));
                    } else {
                        let of = if through == a { b } else { a };
                        let carries = Reason::CarriesPassage { document: through, of, words: copy.words_total };
                        edges.push(Edge { a, b, firm: None, reasons: vec![carries.clone()] });
                        reasons.extend([(a, carries.clone()), (b, carries)]);
                    }
                    continue;
                }
                strong.join(a, b);
                edges.push(Edge { a, b, firm: Some(true), reasons: why.clone() });
                reasons.extend(why.into_iter().map(|r| (a, r)));
                accepted[a].push((b, copy));
                accepted[b].push((a, copy));
            }
        }
    }

    let part: Vec<usize> = (0..n).map(|d| strong.root(d)).collect();
    let mut all = Groups(part.clone());
    for (a, b, why) in weak {
        all.join(a, b);
        edges.push(Edge { a, b, firm: Some(false), reasons: why.clone() });
        reasons.extend(why.into_iter().map(|r| (a, r)));
    }
    for s in &stripped {
        let agency = s.name.clone();
        let reason = Reason::CreditStripped { document: s.document, agency, from: s.from };
        edges.push(Edge { a: s.document.min(s.from), b: s.document.max(s.from), firm: None, reasons: vec![reason] });
    }
    let mut origins = build(docs, n, &credited, part, all, reasons, stripped, agencies);
    origins.edges = edges;
    origins
}

/// Says which of the two carries the other's passage: the longer one.
fn carrier(index: &Index, copy: &Copy) -> Reason {
    let a_longer = index.ids(copy.a).len() >= index.ids(copy.b).len();
    let (document, of) = if a_longer { (copy.a, copy.b) } else { (copy.b, copy.a) };
    Reason::CarriesPassage { document, of, words: copy.words_total }
}

/// Whether one of the two documents already belongs elsewhere by other passages than those of `copy`, so that joining
/// would chain two texts through a compilation. Gives that document, and whether the texts tell the same story.
fn bridge(index: &Index, copy: &Copy, accepted: &[Vec<(usize, &Copy)>]) -> Option<(usize, bool)> {
    if copy.containment >= MOSTLY_PERMILLE {
        return None;
    }
    for (here, there) in [(copy.a, copy.b), (copy.b, copy.a)] {
        let neighbours = &accepted[here];
        if neighbours.is_empty() {
            continue;
        }
        let mine = places(copy, here);
        let overlap = neighbours.iter().any(|(_, other)| {
            let theirs = places(other, here);
            mine.iter().any(|m| theirs.iter().any(|t| m.overlaps(*t)))
        });
        if !overlap {
            let related = neighbours.iter().any(|&(n, _)| same_story(index, n, there).is_some());
            return Some((here, related));
        }
    }
    None
}

fn places(copy: &Copy, doc: usize) -> Vec<Span> {
    let pick = |a: Span, b: Span| if copy.a == doc { a } else { b };
    copy.runs.iter().map(|r| pick(r.a, r.b)).chain(copy.edited.iter().map(|e| pick(e.a, e.b))).collect()
}

/// Pairs under one credit with some sign of one story. `true`: the sign is shared words in a row or a quotation.
fn credit_edges(
    index: &Index,
    lineage: &Lineage,
    quotations: &[SameQuotation],
    credited: &[Option<TextAgency>],
) -> Vec<(usize, usize, bool, Vec<Reason>)> {
    let same = |a: usize, b: usize| match (credited.get(a), credited.get(b)) {
        (Some(Some(x)), Some(Some(y))) if x.agency == y.agency => Some((&x.name, x.stated || y.stated)),
        _ => None,
    };
    let mut edges: BTreeMap<(usize, usize), (bool, Vec<Reason>)> = BTreeMap::new();
    let mut put = |a: usize, b: usize, firm: bool, agency: &str, why: Vec<Reason>| {
        let edge = edges.entry((a.min(b), a.max(b))).or_insert_with(|| {
            let agency = agency.to_owned();
            (false, vec![Reason::SameCredit { a: a.min(b), b: a.max(b), agency }])
        });
        edge.0 |= firm;
        edge.1.extend(why);
    };
    for c in lineage.copies.iter().chain(&lineage.faint) {
        if let Some((agency, stated)) = same(c.a, c.b) {
            put(c.a, c.b, stated && c.own_weighted > 0, agency, c.reasons.clone());
        }
    }
    for q in quotations {
        if let Some((agency, stated)) = same(q.a, q.b) {
            put(q.a, q.b, stated, agency, vec![Reason::SameQuotation { a: q.a, b: q.b, words: q.words }]);
        }
    }
    // Rare words, by an inverted index per agency.
    let mut by_word: BTreeMap<(&AgencyKey, u32), Vec<usize>> = BTreeMap::new();
    for (d, c) in credited.iter().enumerate() {
        if let Some(c) = c {
            for w in rare_words(index, d) {
                by_word.entry((&c.agency, w)).or_default().push(d);
            }
        }
    }
    let mut pairs: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for holders in by_word.values().filter(|h| h.len() <= STORY_BUCKET) {
        for (i, &a) in holders.iter().enumerate() {
            for &b in &holders[i + 1..] {
                *pairs.entry((a, b)).or_insert(0) += 1;
            }
        }
    }
    for ((a, b), words) in pairs {
        if words >= STORY_WORDS
            && let Some((agency, _)) = same(a, b)
            && let Some(rare_words) = same_story(index, a, b)
        {
            put(a, b, false, agency, vec![Reason::SameStory { a, b, rare_words }]);
        }
    }
    edges.into_iter().map(|((a, b), (firm, why))| (a, b, firm, why)).collect()
}

#[expect(clippy::too_many_arguments, reason = "the parts of one computation, split for reading")]
fn build(
    docs: &[OriginDoc],
    n: usize,
    credited: &[Option<TextAgency>],
    part: Vec<usize>,
    mut all: Groups,
    reasons: Vec<(usize, Reason)>,
    stripped: Vec<StrippedCredit>,
    agencies: &Agencies,
) -> Origins {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for d in 0..n {
        members.entry(all.root(d)).or_default().push(d);
    }
    let mut why: BTreeMap<usize, Vec<Reason>> = BTreeMap::new();
    for (d, r) in reasons {
        why.entry(all.root(d)).or_default().push(r);
    }
    for s in &stripped {
        let agency = s.name.clone();
        let reason = Reason::CreditStripped { document: s.document, agency, from: s.from };
        why.entry(all.root(s.document)).or_default().push(reason);
    }
    let mut out = Origins { of_document: vec![0; n], part, stripped, ..Origins::default() };
    for (root, members) in members {
        let mut reasons: Vec<Reason> =
            members.iter().flat_map(|&d| own_reasons(d, &docs[d], &credited[d], agencies)).collect();
        match why.remove(&root) {
            Some(more) => reasons.extend(more),
            None if members.len() == 1 => reasons.push(Reason::NothingShared { document: members[0] }),
            None => {}
        }
        reasons.sort();
        reasons.dedup();
        let mut parts: Vec<usize> = members.iter().map(|&d| out.part[d]).collect();
        parts.sort_unstable();
        parts.dedup();
        let mut by_agency: BTreeMap<&AgencyKey, (u32, u32, &str)> = BTreeMap::new();
        for c in members.iter().filter_map(|&d| credited[d].as_ref()) {
            let e = by_agency.entry(&c.agency).or_insert((0, 0, &c.name));
            e.0 += u32::from(c.stated);
            e.1 += 1;
        }
        let agency = by_agency
            .iter()
            .max_by_key(|(key, votes)| (votes.0, votes.1, std::cmp::Reverse(**key)))
            .map(|(key, votes)| ((*key).clone(), votes.2.to_owned()));
        let earliest =
            members.iter().copied().min_by_key(|&d| (docs[d].published.unwrap_or(i64::MAX), d)).unwrap_or(root);
        let first = &docs[earliest];
        let label = agency
            .as_ref()
            .map(|(_, name)| name.clone())
            .or_else(|| first.outlet.clone())
            .or_else(|| first.title.clone())
            .unwrap_or_default();
        for &d in &members {
            out.of_document[d] = out.origins.len();
        }
        out.origins.push(Origin {
            label,
            agency: agency.map(|(key, _)| key),
            members,
            low: 1,
            high: parts.len() as u32,
            reasons,
        });
    }
    out
}

fn own_reasons(document: usize, doc: &OriginDoc, credited: &Option<TextAgency>, agencies: &Agencies) -> Vec<Reason> {
    let mut out = Vec::new();
    if let Some(c) = credited {
        let agency = c.name.clone();
        if c.stated {
            out.push(Reason::Credited { document, agency: agency.clone(), evidence: c.evidence.clone() });
        }
        if c.told > 0 {
            out.push(Reason::ToldAgency { document, agency, times: c.told });
        }
    }
    let text_credit = |cue: &Cue| {
        let key = agencies.key(&cue.name);
        doc.cues.iter().any(|c| c.kind.is_credit() && c.agency.as_ref() == Some(&key))
    };
    for cue in &doc.cues {
        let agency = cue.name.clone();
        match cue.kind {
            CueKind::PhotoCredit if !text_credit(cue) => {
                out.push(Reason::PhotoCreditOnly { document, agency });
            }
            CueKind::CitedOutlet if !text_credit(cue) => out.push(Reason::CitedOnly { document, agency }),
            CueKind::CourtesyLine if cue.agency.as_ref().is_none_or(|key| !agencies.is_agency(key)) => {
                out.push(Reason::Credited { document, agency, evidence: cue.evidence.clone() });
            }
            CueKind::PhotoCredit
            | CueKind::CitedOutlet
            | CueKind::CourtesyLine
            | CueKind::TextCredit
            | CueKind::DatelineAgency
            | CueKind::ToldAgency => {}
        }
    }
    out
}
