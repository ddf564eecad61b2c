//! Contradictions: typed comparison of what claims say about one thing.
//!
//! A contradiction needs one thing, claims of different speakers on it, and values that exclude each other. Claims that only
//! speak of the same matter and name other people are none. Each matter is one finding, not one per pair of claims.
//!
//! Two figures that measure different things are no contradiction, and neither is a later figure of the same origin. Each
//! finding says which of the four it is, on what, and why, in words made from the values.
//!
//! Must not: say who is right, or compare across units.

use crate::act::Act;
use crate::claim::ChainRole;
use crate::count::{Count, CountStatus, CountWhat};
use crate::id::{ClaimId, ContradictionId};
use crate::incident::{
    Incident, Labels, RecordedClaim, SourceKey, canonical, disjoint, figure, places_conflict, status_words, what_words,
};
use crate::named::Named as _;
use crate::said::{Said, Slot, apart};
use crate::time::{TimeBasis, When};
use std::collections::{BTreeMap, BTreeSet};

mod terms;
mod totals;
mod words;

/// So many different values of one slot are compared with each other; further ones only with those near them in order.
const NEAR_VALUES: usize = 64;
/// A plan and a refusal, or two statements on one topic, published further apart than this many days are two stories.
const ONE_STORY_DAYS: i32 = 7;
/// So many comparisons are told of one matter; the others follow from the claims.
const TOLD_MAX: usize = 3;

const HIGHER_LATER: &str = "the same origin gave the higher figure later";

/// How two claims that differ stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// They cannot both be right.
    Contradiction,
    /// The same origin, later.
    Update,
    /// They cover different stretches, areas or sets, or are rounded; both may be right.
    DifferentScope,
    /// They count or mean different things; both may be right.
    DifferentDefinition,
}

impl Relation {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Update => "update",
            Self::DifferentScope => "different_scope",
            Self::DifferentDefinition => "different_definition",
        }
    }
}

/// Claims that differ on one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Made from the claims and the thing.
    pub id: ContradictionId,
    /// The claims in canonical order.
    pub claims: Vec<ClaimId>,
    /// The thing: `count:killed`, `total:killed`, `signing`, `term`, `place`, `time`, `actor`, an act, or a topic such as `guarantors`.
    pub about: String,
    /// How they stand to each other.
    pub relation: Relation,
    /// Why, in plain words.
    pub why: String,
    /// The same as data, a sentence for each comparison.
    pub said: Vec<Said>,
}

/// All differences among the claims: within incidents, among totals, plans against refusals, denials, and facts of the
/// agreement. In the order of their first claim, then of the thing. The order of the input does not matter.
#[must_use]
pub fn find(claims: &[RecordedClaim], incidents: &[Incident], labels: &Labels) -> Vec<Contradiction> {
    let mut all: Vec<&RecordedClaim> = claims.iter().collect();
    all.sort_by_cached_key(|c| canonical(c));
    let mut seen = BTreeSet::new();
    all.retain(|c| seen.insert(&c.claim.id));
    let index = all.iter().enumerate().map(|(i, c)| (&c.claim.id, i)).collect();
    let mut out = Findings { index, all: &all, labels, matter: String::new(), found: BTreeMap::new() };
    for incident in incidents {
        incident.id.as_str().clone_into(&mut out.matter);
        out.within(incident);
    }
    out.matter.clear();
    out.totals();
    out.matter.clear();
    out.intentions();
    out.accusations(incidents);
    out.topics();
    out.matter.clear();
    out.terms();
    let mut found: Vec<(Vec<usize>, Contradiction)> = out
        .found
        .iter()
        .map(|((_, about, relation), (claims, told))| out.finding(claims, about, *relation, told))
        .collect();
    found.sort_by(|a, b| (&a.0, &a.1.about, a.1.relation, &a.1.why).cmp(&(&b.0, &b.1.about, b.1.relation, &b.1.why)));
    found.dedup_by(|a, b| a.1.id == b.1.id);
    found.into_iter().map(|f| f.1).collect()
}

/// Findings of one matter, thing and relation become one.
type Key = (String, String, Relation);

struct Findings<'a> {
    all: &'a [&'a RecordedClaim],
    index: BTreeMap<&'a ClaimId, usize>,
    labels: &'a Labels,
    /// The matter that is looked at: an incident, a set of totals, a group of plans and refusals.
    matter: String,
    found: BTreeMap<Key, (Set, Vec<Told>)>,
}

type Set = BTreeSet<usize>;

/// A comparison in plain words, and as data.
type Told = (String, Said);

impl<'a> Findings<'a> {
    fn add(&mut self, claims: &Set, about: &str, relation: Relation, why: Told) {
        let key = (self.matter.clone(), about.to_owned(), relation);
        let (set, told) = self.found.entry(key).or_default();
        set.extend(claims);
        if !told.iter().any(|t| t.0 == why.0) {
            told.push(why);
        }
    }

    fn finding(&self, claims: &Set, about: &str, relation: Relation, told: &[Told]) -> (Vec<usize>, Contradiction) {
        let order: Vec<usize> = claims.iter().copied().collect();
        let ids: Vec<ClaimId> = order.iter().map(|i| self.all[*i].claim.id.clone()).collect();
        let mut parts: Vec<&[u8]> = vec![about.as_bytes(), relation.id().as_bytes()];
        parts.extend(ids.iter().map(|c| c.as_str().as_bytes()));
        let id = ContradictionId::of(&parts);
        let (first, mut said) = apart(told.iter().take(TOLD_MAX).cloned().collect());
        let mut why = first.join(". ");
        if told.len() > TOLD_MAX {
            let more = told.len() - TOLD_MAX;
            why.push_str(&format!(". And {more} more comparisons of this kind"));
            let more = Slot::Number(i64::try_from(more).unwrap_or(i64::MAX));
            said.push(Said::new("contra-more").with("n", more));
        }
        (order, Contradiction { id, claims: ids, about: about.to_owned(), relation, why, said })
    }

    /// The source; where none is named, the outlet, or else the document.
    fn who(&self, i: usize) -> String {
        let c = self.all[i];
        let outlet = c.claim.chain.iter().find(|l| l.role == ChainRole::Outlet).map_or("", |l| l.name.as_str());
        let page = if outlet.is_empty() { c.document.as_str() } else { outlet };
        match &c.ultimate_source {
            SourceKey::Unstated => page.to_owned(),
            SourceKey::Own => format!("{page}, own reporting"),
            SourceKey::Unnamed(words) => format!("{words}, not named, in {page}"),
            source @ (SourceKey::Named(_) | SourceKey::Party { .. } | SourceKey::Compiled { .. }) => {
                source.words(self.labels)
            }
        }
    }

    /// The same as data.
    fn source(&self, i: usize) -> Slot {
        let c = self.all[i];
        let outlet = c.claim.chain.iter().find(|l| l.role == ChainRole::Outlet).map_or("", |l| l.name.as_str());
        let page = if outlet.is_empty() { c.document.as_str() } else { outlet };
        match &c.ultimate_source {
            SourceKey::Unstated => Slot::Text(page.to_owned()),
            SourceKey::Own => Slot::phrase(Said::new("who-own-of").text("page", page)),
            SourceKey::Unnamed(words) => {
                Slot::phrase(Said::new("who-unnamed-in").text("words", words).text("page", page))
            }
            source @ (SourceKey::Named(_) | SourceKey::Party { .. } | SourceKey::Compiled { .. }) => {
                source.said(self.labels)
            }
        }
    }

    /// The sources of a set, each once, as data.
    fn sources(&self, set: &Set) -> Slot {
        let by: BTreeMap<String, usize> = set.iter().map(|i| (self.who(*i), *i)).collect();
        Slot::Row(by.into_values().map(|i| self.source(i)).collect())
    }

    /// Two values with those who give them.
    fn two(&self, id: &'static str, (a, x): (Slot, &Set), (b, y): (Slot, &Set)) -> Said {
        Said::new(id).with("a", a).with("x", self.sources(x)).with("b", b).with("y", self.sources(y))
    }

    /// The sources of a set, each once.
    fn names(&self, set: &Set) -> String {
        let names: BTreeSet<String> = set.iter().map(|i| self.who(*i)).collect();
        names.into_iter().collect::<Vec<_>>().join(", ")
    }

    /// Counts, actors, places, times and denials within one incident.
    fn within(&mut self, incident: &Incident) {
        let members: Vec<usize> = incident.claims.iter().filter_map(|c| self.index.get(c).copied()).collect();
        let mut slots: BTreeMap<(CountWhat, CountStatus), BTreeMap<Count, Set>> = BTreeMap::new();
        for &i in &members {
            for c in &self.all[i].claim.counts {
                slots.entry((c.what, c.status)).or_default().entry(*c).or_default().insert(i);
            }
        }
        for ((what, status), values) in &slots {
            self.figures(
                &format!("count:{}", what_words(*what)),
                values,
                &(
                    format!("{} of one incident", status_words(*status)),
                    Said::new("contra-of-incident").word("status", "person", status.id()),
                ),
            );
        }
        self.statuses(&slots);
        self.actors(&members);
        self.places_and_times(&members);
        let denials: Set = incident.denials.iter().filter_map(|c| self.index.get(c).copied()).collect();
        if !denials.is_empty() && !members.is_empty() {
            let told: Set = members.iter().copied().filter(|i| !denials.contains(i)).collect();
            let act = incident.act.map_or("act", Act::id);
            let why = format!(
                "{} ({}): reported by {}, denied by {}",
                words(act),
                incident.time.words(),
                self.names(&told),
                self.names(&denials)
            );
            let said = Said::new("contra-denied")
                .word("act", "act", incident.act.map_or("none", Act::id))
                .with("time", Slot::Time(incident.time))
                .with("x", self.sources(&told))
                .with("y", self.sources(&denials));
            self.add(&told.union(&denials).copied().collect(), act, Relation::Contradiction, (why, said));
        }
    }

    /// Figures of one unit and status. Values are compared with their neighbours in order of size, so the work is near linear.
    fn figures(&mut self, about: &str, values: &BTreeMap<Count, Set>, (of, of_said): &Told) {
        let ordered = by_size(values);
        for (n, (a, low)) in ordered.iter().enumerate() {
            // The next larger figure that cannot be right as well; the ones beyond it follow from there.
            let rest = ordered[n + 1..].iter().take(NEAR_VALUES);
            let Some((b, high)) = rest.into_iter().find(|(b, _)| disjoint(a, b)) else { continue };
            let both: Set = low.union(high).copied().collect();
            let said = format!("{} ({}) and {} ({}): {of}", figure(a), self.names(low), figure(b), self.names(high));
            let (relation, end, id) = match self.order(low, high) {
                Order::OneOriginLater => (Relation::Update, HIGHER_LATER, "contra-figures-later"),
                Order::OneOrigin => (
                    Relation::Update,
                    "one origin gave both, and which is newer is not known",
                    "contra-figures-one-origin",
                ),
                Order::OneOriginEarlier => {
                    (Relation::Contradiction, "the same origin gave the lower figure later", "contra-figures-earlier")
                }
                // Each recorder enters what it holds to be a violation in a list of its own.
                Order::Apart if a.what == CountWhat::Violations => (
                    Relation::DifferentDefinition,
                    "each recorder counts by its own list and definition",
                    "contra-figures-lists",
                ),
                Order::Apart => {
                    (Relation::Contradiction, "different origins, and both cannot be right", "contra-figures-apart")
                }
            };
            let data = self.two(id, (Slot::Figure(**a), low), (Slot::Figure(**b), high));
            let data = data.with("of", Slot::phrase(of_said.clone()));
            self.add(&both, about, relation, (format!("{said}; {end}"), data));
        }
        // "At least 14", and later "17 to 21": both may be right, and the second is the newer one.
        for pair in ordered.windows(2) {
            let [(a, low), (b, high)] = pair else { continue };
            if !disjoint(a, b)
                && (a.min, a.best) != (b.min, b.best)
                && matches!(self.order(low, high), Order::OneOriginLater)
            {
                let said =
                    format!("{} ({}) and {} ({}): {of}", figure(a), self.names(low), figure(b), self.names(high));
                let both = low.union(high).copied().collect();
                let data = self.two("contra-figures-later", (Slot::Figure(**a), low), (Slot::Figure(**b), high));
                let data = data.with("of", Slot::phrase(of_said.clone()));
                self.add(&both, about, Relation::Update, (format!("{said}; {HIGHER_LATER}"), data));
            }
        }
    }

    /// How the claims of a lower and a higher figure stand in time, if each higher one shares its origin with a lower one.
    fn order(&self, low: &Set, high: &Set) -> Order {
        let one = |a: usize, b: usize| {
            let (x, y) = (self.all[a], self.all[b]);
            x.origin == y.origin || same_speaker(&x.ultimate_source, &y.ultimate_source)
        };
        if !high.iter().all(|h| low.iter().any(|l| one(*l, *h))) {
            return Order::Apart;
        }
        let day = |s: &Set, f: fn(&When) -> Option<jiff::civil::Date>| {
            s.iter().map(|i| f(&self.all[*i].published)).collect::<Option<Vec<_>>>()
        };
        let ends = |s: &Set| {
            let (first, last) = (day(s, When::first_day)?, day(s, When::last_day)?);
            Some((first.into_iter().min()?, last.into_iter().max()?))
        };
        match (ends(low), ends(high)) {
            (Some(l), Some(h)) if l.1 < h.0 => Order::OneOriginLater,
            (Some(l), Some(h)) if h.1 < l.0 => Order::OneOriginEarlier,
            _ => Order::OneOrigin,
        }
    }

    /// Civilians against everybody: different things, unless there are more civilians than people.
    fn statuses(&mut self, slots: &BTreeMap<(CountWhat, CountStatus), BTreeMap<Count, Set>>) {
        for ((what, status), values) in slots {
            if *status != CountStatus::Civilians {
                continue;
            }
            for wider in [CountStatus::All, CountStatus::Unknown] {
                let Some(others) = slots.get(&(*what, wider)) else { continue };
                let about = format!("count:{}", what_words(*what));
                let (Some(part), Some(whole)) =
                    (values.keys().max_by_key(|c| c.min), others.keys().min_by_key(|c| (c.max.is_none(), c.max)))
                else {
                    continue;
                };
                let set: Set = values[part].union(&others[whole]).copied().collect();
                // One claim may give both figures itself: that is one report, and no difference.
                if set.len() < 2 || part.best == whole.best {
                    continue;
                }
                let more = matches!((part.min, whole.max), (Some(a), Some(b)) if a > b);
                let (a, b) = ((Slot::Figure(*part), &values[part]), (Slot::Figure(*whole), &others[whole]));
                if more && wider == CountStatus::All {
                    let why = format!(
                        "{} civilians ({}) are more than {} persons in all ({})",
                        figure(part),
                        self.names(&values[part]),
                        figure(whole),
                        self.names(&others[whole])
                    );
                    let said = self.two("contra-more-civilians", a, b);
                    self.add(&set, &about, Relation::Contradiction, (why, said));
                } else {
                    let why = format!(
                        "{} ({}) counts civilians; {} ({}) counts {}; both may be right",
                        figure(part),
                        self.names(&values[part]),
                        figure(whole),
                        self.names(&others[whole]),
                        status_words(wider)
                    );
                    let said = self.two("contra-counts-civilians", a, b).word("status", "person", wider.id());
                    self.add(&set, &about, Relation::DifferentDefinition, (why, said));
                }
            }
        }
    }

    fn actors(&mut self, members: &[usize]) {
        let mut by: BTreeMap<BTreeSet<&str>, Set> = BTreeMap::new();
        for &i in members {
            let ids: BTreeSet<&str> = self.all[i].author_ids.iter().map(String::as_str).collect();
            if !ids.is_empty() {
                by.entry(ids).or_default().insert(i);
            }
        }
        let sets: Vec<(BTreeSet<&str>, Set)> = by.into_iter().collect();
        for ((a, x), (b, y)) in pairs(&sets) {
            // One document that names two in two sentences tells of two who took part.
            if !a.is_disjoint(b) || self.one_voice(x, y) {
                continue;
            }
            let (first, second) = (self.labels.list(a.iter().copied()), self.labels.list(b.iter().copied()));
            let said = format!("{first} named as author by {}; {second} by {}", self.names(x), self.names(y));
            let known = |ids: &BTreeSet<&str>| ids.iter().any(|i| self.labels.knows(i));
            let both = x.union(y).copied().collect();
            let data = |id| self.two(id, (Slot::Text(first.clone()), x), (Slot::Text(second.clone()), y));
            if known(a) == known(b) {
                let data = data("contra-authors");
                self.add(&both, "actor", Relation::Contradiction, (said, data));
            } else {
                let why = format!("{said}; whether they are the same is not known");
                let data = data("contra-authors-unsure");
                self.add(&both, "actor", Relation::DifferentDefinition, (why, data));
            }
        }
    }

    /// Whether all claims of two sets are told by one document in its own voice, or by one speaker.
    fn one_voice(&self, x: &Set, y: &Set) -> bool {
        let one = |a: usize, b: usize| {
            let (p, q) = (self.all[a], self.all[b]);
            let narrated = p.document == q.document && narrator(p) && narrator(q);
            narrated || p.document == q.document && p.ultimate_source == q.ultimate_source
        };
        x.iter().all(|a| y.iter().all(|b| one(*a, *b)))
    }

    /// Claims that stand together although their places or days differ: by judgement, or in copied words.
    fn places_and_times(&mut self, members: &[usize]) {
        let mut places: BTreeMap<String, Set> = BTreeMap::new();
        let mut days: BTreeMap<(jiff::civil::Date, jiff::civil::Date), Set> = BTreeMap::new();
        for &i in members {
            if let Some(p) = &self.all[i].claim.place {
                places.entry(p.name.clone().unwrap_or_else(|| p.text.clone())).or_default().insert(i);
            }
            if let Some(d) = self.all[i].when.first_day().zip(self.all[i].when.last_day()) {
                days.entry(d).or_default().insert(i);
            }
        }
        let places: Vec<(String, Set)> = places.into_iter().collect();
        for ((a, x), (b, y)) in pairs(&places) {
            let place = |s: &Set| s.first().and_then(|i| self.all[*i].claim.place.as_ref());
            if let (Some(p), Some(q)) = (place(x), place(y))
                && places_conflict(p, q)
            {
                let why = format!("{a} ({}) and {b} ({}) are different places", self.names(x), self.names(y));
                let said = self.two("contra-places", (Slot::Text(a.clone()), x), (Slot::Text(b.clone()), y));
                self.add(&x.union(y).copied().collect(), "place", Relation::Contradiction, (why, said));
            }
        }
        let days: Vec<_> = days.into_iter().collect();
        for pair in days.windows(2) {
            let [(a, x), (b, y)] = pair else { continue };
            let when = |d: &(jiff::civil::Date, jiff::civil::Date)| When::days(Some(d.0), Some(d.1), TimeBasis::Stated);
            let gap = when(a).gap_days(&when(b));
            if gap == 0 {
                continue;
            }
            let said = format!("{} ({}) and {} ({})", when(a).words(), self.names(x), when(b).words(), self.names(y));
            let both = x.union(y).copied().collect();
            let data = |id| self.two(id, (Slot::Time(when(a)), x), (Slot::Time(when(b)), y));
            if gap == 1 {
                let why = format!("{said}: the days are next to each other, which a night or a zone may explain");
                let data = data("contra-times-near");
                self.add(&both, "time", Relation::DifferentDefinition, (why, data));
            } else {
                let data = data("contra-times");
                self.add(&both, "time", Relation::Contradiction, (format!("{said} are different times"), data));
            }
        }
    }
}

enum Order {
    /// Different origins.
    Apart,
    /// One origin, the higher figure later.
    OneOriginLater,
    /// One origin, the higher figure earlier.
    OneOriginEarlier,
    /// One origin, order not known.
    OneOrigin,
}

/// Whether the page or its agency tells it in its own voice.
fn narrator(c: &RecordedClaim) -> bool {
    c.claim.chain.iter().all(|l| match l.role {
        ChainRole::Outlet | ChainRole::Agency => true,
        ChainRole::CitedOutlet
        | ChainRole::Speaker
        | ChainRole::UnnamedSource
        | ChainRole::Recorder
        | ChainRole::Document
        | ChainRole::CitedGroup => false,
    })
}

fn same_speaker(a: &SourceKey, b: &SourceKey) -> bool {
    a == b && matches!(a, SourceKey::Named(_) | SourceKey::Party { .. } | SourceKey::Compiled { .. })
}

fn by_size(values: &BTreeMap<Count, Set>) -> Vec<(&Count, &Set)> {
    let mut ordered: Vec<(&Count, &Set)> = values.iter().collect();
    ordered.sort_by_key(|(c, _)| (c.min.or(c.max), c.max.is_none(), c.max, c.best));
    ordered
}

/// Every two values, each with at most the next [`NEAR_VALUES`].
fn pairs<T>(values: &[T]) -> impl Iterator<Item = (&T, &T)> {
    values.iter().enumerate().flat_map(|(i, a)| values.iter().skip(i + 1).take(NEAR_VALUES).map(move |b| (a, b)))
}

fn words(id: &str) -> String {
    id.replace('_', " ")
}
