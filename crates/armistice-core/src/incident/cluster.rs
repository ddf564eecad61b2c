//! From pairs to groups: blocks, edges, and average link under constraints.
//!
//! Must not: chain. A claim joins a group by its average weight to the group, and not at all if it cannot be about the same
//! act as one of them.

use super::feature::Feature;
use super::origins::Groups;
use super::score::{self, Cannot};
use super::{Judgement, SourceKey, Verdict};
use crate::act::Act;
use crate::id::{ClaimId, DocumentId};
use std::collections::{BTreeMap, BTreeSet};

/// Blocks up to this size are compared pair by pair; in larger ones each claim meets only its neighbours in order, so that a
/// flood of claims on one place and day costs linear time.
const BLOCK: usize = 300;
/// How many neighbours, in larger blocks.
const WINDOW: usize = 40;
/// Of each group so many claims, the earliest, stand for it when its average weight is taken.
const REPRESENTATIVES: usize = 8;
/// Copies are sought under so many of a passage's documents.
const COPY_KEYS: usize = 8;
/// Intervals up to this length, in days, are entered under each of their days.
const DAY_KEYS: i32 = 7;
/// Side of a cell of the grid in micro-degrees; points less than half of it apart always meet in one cell.
const CELL: i32 = 400_000;

/// What people judged, made ready for look-up.
pub(super) struct Judged {
    same: BTreeSet<(ClaimId, ClaimId)>,
    apart: BTreeMap<ClaimId, BTreeSet<ClaimId>>,
    unsure: BTreeMap<ClaimId, BTreeSet<ClaimId>>,
    in_same: BTreeSet<ClaimId>,
    by: BTreeMap<(ClaimId, ClaimId), BTreeSet<(Verdict, String)>>,
}

impl Judged {
    pub(super) fn new(judgements: &[Judgement]) -> Self {
        let mut out = Self {
            same: BTreeSet::new(),
            apart: BTreeMap::new(),
            unsure: BTreeMap::new(),
            in_same: BTreeSet::new(),
            by: BTreeMap::new(),
        };
        for j in judgements {
            out.by.entry(ordered(&j.a, &j.b)).or_default().insert((j.verdict, j.by.clone()));
        }
        for ((a, b), verdicts) in &out.by {
            let has = |v: Verdict| verdicts.iter().any(|x| x.0 == v);
            // Where people disagree, nothing is joined; the disagreement is shown.
            let table = match (has(Verdict::Same), has(Verdict::Different)) {
                (_, true) => &mut out.apart,
                (true, false) => {
                    out.same.insert((a.clone(), b.clone()));
                    out.in_same.extend([a.clone(), b.clone()]);
                    continue;
                }
                (false, false) => &mut out.unsure,
            };
            table.entry(a.clone()).or_default().insert(b.clone());
            table.entry(b.clone()).or_default().insert(a.clone());
        }
        out
    }

    /// Whether somebody judged this claim the same as another, undisputed.
    pub(super) fn same(&self, id: &ClaimId) -> bool {
        self.in_same.contains(id)
    }

    /// Who judged a pair and how.
    pub(super) fn on(&self, a: &ClaimId, b: &ClaimId) -> impl Iterator<Item = &(Verdict, String)> {
        self.by.get(&ordered(a, b)).into_iter().flatten()
    }

    /// The claims that people hold apart from this one, or are unsure about.
    pub(super) fn not_joined(&self, id: &ClaimId) -> impl Iterator<Item = &ClaimId> {
        [&self.apart, &self.unsure].into_iter().filter_map(|t| t.get(id)).flatten()
    }
}

fn ordered(a: &ClaimId, b: &ClaimId) -> (ClaimId, ClaimId) {
    if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) }
}

/// Groups of indices into `features` (which stand in canonical order), each in order, and the groups by their first.
pub(super) fn cluster(features: &[Feature<'_>], judged: &Judged) -> Vec<Vec<usize>> {
    let index: BTreeMap<&ClaimId, usize> = features.iter().enumerate().map(|(i, f)| (&f.rec.claim.id, i)).collect();
    let at = |id: &ClaimId| index.get(id).copied();
    let mut c = Clusters {
        features,
        groups: Groups::new(features.len()),
        members: (0..features.len()).map(|i| vec![i]).collect(),
        apart: vec![BTreeSet::new(); features.len()],
        unsure: vec![BTreeSet::new(); features.len()],
        judged: vec![],
        judged_any: !judged.same.is_empty(),
    };
    for (table, sets) in [(&judged.apart, &mut c.apart), (&judged.unsure, &mut c.unsure)] {
        for (a, others) in table {
            if let Some(i) = at(a) {
                sets[i].extend(others.iter().filter_map(at));
            }
        }
    }
    let mut same: Vec<(usize, usize)> = judged.same.iter().filter_map(|(a, b)| at(a).zip(at(b))).collect();
    same.iter_mut().for_each(|p| *p = (p.0.min(p.1), p.0.max(p.1)));
    same.sort_unstable();
    for (a, b) in same {
        // "Different" holds also through others: nothing is joined against it.
        if !c.held(a, b, |c| &c.apart) {
            c.join(a, b);
        }
    }
    c.judged = (0..features.len()).map(|i| c.groups.root(i)).collect();
    for (_, a, b) in edges(features) {
        if !c.held(a, b, |c| &c.apart) && !c.held(a, b, |c| &c.unsure) && c.average_links(a, b) {
            c.join(a, b);
        }
    }
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..features.len() {
        out.entry(c.groups.root(i)).or_default().push(i);
    }
    out.into_values().collect()
}

struct Clusters<'a, 'b> {
    features: &'a [Feature<'b>],
    groups: Groups,
    members: Vec<Vec<usize>>,
    apart: Vec<BTreeSet<usize>>,
    unsure: Vec<BTreeSet<usize>>,
    /// For each claim the first of those that people judged the same as it.
    judged: Vec<usize>,
    judged_any: bool,
}

impl Clusters<'_, '_> {
    /// Whether people hold the groups of two claims apart.
    fn held(&mut self, a: usize, b: usize, sets: impl Fn(&Self) -> &Vec<BTreeSet<usize>>) -> bool {
        let (a, b) = (self.groups.root(a), self.groups.root(b));
        let others: Vec<usize> = sets(self)[a].iter().copied().collect();
        others.into_iter().any(|o| self.groups.root(o) == b)
    }

    fn average_links(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.groups.root(a), self.groups.root(b));
        if a == b {
            return false;
        }
        let first = |i: usize| self.members[i].iter().take(REPRESENTATIVES);
        // Claims that people judged the same speak with one voice: that of the one which fits best. Otherwise a judgement
        // across two places would shut out whatever fits only one of them.
        let mut voices: BTreeMap<(usize, usize), Option<i32>> = BTreeMap::new();
        for &x in first(a) {
            for &y in first(b) {
                let voice = voices.entry((self.judged[x], self.judged[y])).or_default();
                match score::weight(&self.features[x], &self.features[y]) {
                    Ok(w) => *voice = (*voice).max(Some(w)),
                    Err(Cannot) if self.judged_any => {}
                    Err(Cannot) => return false,
                }
            }
        }
        let Some(weights) = voices.values().copied().collect::<Option<Vec<i32>>>() else { return false };
        let (sum, n) = (weights.iter().sum::<i32>(), i32::try_from(weights.len()).unwrap_or(i32::MAX));
        n > 0 && score::links(sum / n)
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.groups.root(a), self.groups.root(b));
        if a == b {
            return;
        }
        self.groups.join(a, b);
        let (keep, gone) = (a.min(b), a.max(b));
        let moved = std::mem::take(&mut self.members[gone]);
        self.members[keep].extend(moved);
        self.members[keep].sort_unstable();
        for sets in [&mut self.apart, &mut self.unsure] {
            let moved = std::mem::take(&mut sets[gone]);
            sets[keep].extend(moved);
        }
    }
}

/// The pairs that link, heaviest first, then in canonical order.
fn edges(features: &[Feature<'_>]) -> Vec<(i32, usize, usize)> {
    let mut blocks: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (i, f) in features.iter().enumerate() {
        for key in keys(f) {
            blocks.entry(key).or_default().push(i);
        }
    }
    let mut out = Vec::new();
    for (key, members) in &mut blocks {
        let window = if members.len() > BLOCK {
            members.sort_by_cached_key(|i| similar(&features[*i]));
            WINDOW
        } else {
            members.len()
        };
        for (n, &i) in members.iter().enumerate() {
            for &j in members.iter().skip(n + 1).take(window) {
                // Two fine places meet under their names and cells; under the division only with a coarse one.
                if matches!(key, Key::Division(..)) && features[i].fine() && features[j].fine() {
                    continue;
                }
                if let Ok(w) = score::weight(&features[i], &features[j])
                    && score::links(w)
                {
                    out.push((w, i.min(j), i.max(j)));
                }
            }
        }
    }
    out.sort_unstable_by_key(|(w, i, j)| (-w, *i, *j));
    out.dedup();
    out
}

/// Claims of one block may be about one act. Numbers are days or weeks.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    /// Family, folded name, day.
    Name(super::feature::Family, &'a str, i32),
    /// Family, cell, day.
    Cell(super::feature::Family, i32, i32, i32),
    /// Family, country and first-order division, day.
    Division(super::feature::Family, Option<&'a str>, &'a str, i32),
    /// Family, a figure of five or more, day: claims that name no place.
    Figure(super::feature::Family, u64, i32),
    /// Family, folded name, week: claims without a day.
    Week(super::feature::Family, &'a str, i32),
    /// Family, source, week: vague claims of one speaker.
    Source(super::feature::Family, &'a SourceKey, i32),
    /// Document and act: claims of one sentence.
    Sentence(&'a DocumentId, Act),
    /// Family, a document of those that share the passage.
    Copy(super::feature::Family, &'a DocumentId),
}

fn keys<'a>(f: &'a Feature<'_>) -> Vec<Key<'a>> {
    let mut out = Vec::new();
    // Each day and the next: stretches next to each other meet.
    let days = f.days.filter(|d| d.1 - d.0 < DAY_KEYS);
    let spread: Vec<i32> = match (f.aggregate, f.days, days) {
        (true, Some(d), _) => vec![d.0],
        (_, _, Some(d)) => (d.0..=d.1 + 1).collect(),
        _ => vec![],
    };
    let division = f.place.and_then(|p| {
        let own = (p.precision == crate::place::PlacePrecision::Admin1).then_some(f.place_key.as_deref()).flatten();
        Some((p.country.as_deref(), p.admin1.as_deref().or(own)?))
    });
    for &day in &spread {
        if let Some(name) = &f.place_key {
            out.push(Key::Name(f.family, name, day));
        }
        if let Some((lat, lon)) = f.place.filter(|_| f.fine()).and_then(|p| p.point) {
            let cell = |x: i32, half: i32| (x.saturating_add(half)).div_euclid(CELL);
            let sides = |x: i32| BTreeSet::from([cell(x, -CELL / 2), cell(x, CELL / 2)]);
            for y in sides(lat) {
                out.extend(sides(lon).into_iter().map(|x| Key::Cell(f.family, y, x, day)));
            }
        }
        if let Some((country, name)) = division {
            out.push(Key::Division(f.family, country, name, day));
        }
        for n in f.rec.claim.counts.iter().filter_map(|c| c.best).filter(|n| *n >= 5) {
            out.push(Key::Figure(f.family, n, day));
        }
    }
    // Weeks: by the event, or else by the publication.
    let week = f.days.map(|d| d.0).or(f.published.0).map(|d| d.div_euclid(7));
    if let (Some(week), Some(name)) = (week, &f.place_key) {
        out.extend((week..=week + 2).map(|w| Key::Week(f.family, name, w)));
    } else if let Some(name) = &f.place_key {
        out.push(Key::Week(f.family, name, i32::MIN));
    }
    if f.vague {
        let week = f.published.0.map_or(i32::MIN, |d| d.div_euclid(7));
        let next = week.saturating_add(1);
        out.push(Key::Source(f.family, &f.rec.ultimate_source, week));
        out.push(Key::Source(f.family, &f.rec.ultimate_source, next));
    }
    if let Some(act) = f.rec.claim.act.filter(|_| !f.from_table) {
        out.push(Key::Sentence(&f.rec.document, act));
    }
    if !f.rec.in_copied_passage.is_empty() {
        let mut documents: BTreeSet<&DocumentId> = f.rec.in_copied_passage.iter().collect();
        documents.insert(&f.rec.document);
        let own = std::iter::once(&f.rec.document);
        let keys: BTreeSet<&DocumentId> = own.chain(documents.into_iter().take(COPY_KEYS)).collect();
        out.extend(keys.into_iter().map(|d| Key::Copy(f.family, d)));
    }
    out
}

/// Act, place, figures, days, and the id to break ties.
type Likeness<'a> = (Option<Act>, Option<String>, Vec<u64>, Option<(i32, i32)>, &'a ClaimId);

/// An order in which claims that may link stand close together.
fn similar<'a>(f: &Feature<'a>) -> Likeness<'a> {
    let figures = f.rec.claim.counts.iter().filter_map(|c| c.best).collect();
    (f.rec.claim.act, f.place_key.clone(), figures, f.days, &f.rec.claim.id)
}
