//! Contradictions: typed comparison of what claims say about one thing.
//!
//! Two figures that measure different things are no contradiction, and neither is a later figure of the same origin. Each
//! finding says which of the four it is, on what, and why, in words made from the values.
//!
//! Must not: say who is right, or compare across units.

use crate::act::Act;
use crate::claim::{ChainRole, ClaimKind, Polarity};
use crate::count::{Count, CountStatus, CountWhat};
use crate::id::{ClaimId, ContradictionId};
use crate::incident::{
    Incident, RecordedClaim, SourceKey, canonical, disjoint, figure, places_conflict, status_words, what_words,
};
use crate::time::{TimeBasis, When};
use std::collections::{BTreeMap, BTreeSet};

/// So many different values of one slot are compared with each other; further ones only with those near them in order.
const NEAR_VALUES: usize = 64;
/// A plan and a refusal, or two statements on one topic, published further apart than this many days are two stories.
const ONE_STORY_DAYS: i32 = 7;

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
    /// The thing: `count:killed`, `total:killed`, `signing`, `place`, `time`, `actor`, an act, or a topic such as `guarantors`.
    pub about: String,
    /// How they stand to each other.
    pub relation: Relation,
    /// Why, in plain words.
    pub why: String,
}

/// All differences among the claims: within incidents, among totals, plans against refusals, denials, and facts of the
/// agreement. In the order of their first claim, then of the thing. The order of the input does not matter.
#[must_use]
pub fn find(claims: &[RecordedClaim], incidents: &[Incident]) -> Vec<Contradiction> {
    let mut all: Vec<&RecordedClaim> = claims.iter().collect();
    all.sort_by_cached_key(|c| canonical(c));
    let mut seen = BTreeSet::new();
    all.retain(|c| seen.insert(&c.claim.id));
    let mut out =
        Findings { index: all.iter().enumerate().map(|(i, c)| (&c.claim.id, i)).collect(), all: &all, found: vec![] };
    for incident in incidents {
        out.within(incident);
    }
    out.totals();
    out.intentions();
    out.topics();
    let mut found = out.found;
    found.sort_by(|a, b| (&a.0, &a.1.about, a.1.relation, &a.1.why).cmp(&(&b.0, &b.1.about, b.1.relation, &b.1.why)));
    found.dedup_by(|a, b| a.1.id == b.1.id);
    found.into_iter().map(|f| f.1).collect()
}

struct Findings<'a> {
    all: &'a [&'a RecordedClaim],
    index: BTreeMap<&'a ClaimId, usize>,
    found: Vec<(Vec<usize>, Contradiction)>,
}

type Set = BTreeSet<usize>;

impl<'a> Findings<'a> {
    fn add(&mut self, claims: &Set, about: &str, relation: Relation, why: String) {
        let order: Vec<usize> = claims.iter().copied().collect();
        let ids: Vec<ClaimId> = order.iter().map(|i| self.all[*i].claim.id.clone()).collect();
        let mut parts: Vec<&[u8]> = vec![about.as_bytes(), relation.id().as_bytes()];
        parts.extend(ids.iter().map(|c| c.as_str().as_bytes()));
        let id = ContradictionId::of(&parts);
        self.found.push((order, Contradiction { id, claims: ids, about: about.to_owned(), relation, why }));
    }

    /// The source; where it has no name, with the outlet.
    fn who(&self, i: usize) -> String {
        let c = self.all[i];
        let source = c.ultimate_source.words();
        let outlet = c.claim.chain.iter().find(|l| l.role == ChainRole::Outlet).map_or("", |l| l.name.as_str());
        match c.ultimate_source {
            SourceKey::Unstated | SourceKey::Own | SourceKey::Unnamed(_) if !outlet.is_empty() => {
                format!("{outlet}, {source}")
            }
            _ => source,
        }
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
                &format!("{} of one incident", status_words(*status)),
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
                "{} says that there was {} ({}); {} denies it",
                self.names(&told),
                words(act),
                incident.time.words(),
                self.names(&denials)
            );
            self.add(&told.union(&denials).copied().collect(), act, Relation::Contradiction, why);
        }
    }

    /// Figures of one unit and status. Values are compared with their neighbours in order of size, so the work is near linear.
    fn figures(&mut self, about: &str, values: &BTreeMap<Count, Set>, of: &str) {
        let ordered = by_size(values);
        for (n, (a, low)) in ordered.iter().enumerate() {
            // The next larger figure that cannot be right as well; the ones beyond it follow from there.
            let rest = ordered[n + 1..].iter().take(NEAR_VALUES);
            let Some((b, high)) = rest.into_iter().find(|(b, _)| disjoint(a, b)) else { continue };
            let both: Set = low.union(high).copied().collect();
            let said = format!("{} ({}) and {} ({}): {of}", figure(a), self.names(low), figure(b), self.names(high));
            match self.order(low, high) {
                Order::OneOriginLater => self.add(
                    &both,
                    about,
                    Relation::Update,
                    format!("{said}; the same origin gave the higher figure later"),
                ),
                Order::OneOrigin => self.add(
                    &both,
                    about,
                    Relation::Update,
                    format!("{said}; one origin gave both, and which is newer is not known"),
                ),
                Order::OneOriginEarlier => {
                    self.add(
                        &both,
                        about,
                        Relation::Contradiction,
                        format!("{said}; the same origin gave the lower figure later"),
                    );
                }
                // Each recorder enters what it holds to be a violation in a list of its own.
                Order::Apart if a.what == CountWhat::Violations => self.add(
                    &both,
                    about,
                    Relation::DifferentDefinition,
                    format!("{said}; each recorder counts by its own list and definition"),
                ),
                Order::Apart => self.add(
                    &both,
                    about,
                    Relation::Contradiction,
                    format!("{said}; different origins, and both cannot be right"),
                ),
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
                if more && wider == CountStatus::All {
                    let why = format!(
                        "{} civilians ({}) are more than {} persons in all ({})",
                        figure(part),
                        self.names(&values[part]),
                        figure(whole),
                        self.names(&others[whole])
                    );
                    self.add(&set, &about, Relation::Contradiction, why);
                } else {
                    let why = format!(
                        "{} ({}) counts civilians; {} ({}) counts {}; both may be right",
                        figure(part),
                        self.names(&values[part]),
                        figure(whole),
                        self.names(&others[whole]),
                        status_words(wider)
                    );
                    self.add(&set, &about, Relation::DifferentDefinition, why);
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
            if a.is_disjoint(b) {
                let why = format!("{} named as author by {}; {} by {}", list(a), self.names(x), list(b), self.names(y));
                self.add(&x.union(y).copied().collect(), "actor", Relation::Contradiction, why);
            }
        }
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
                self.add(&x.union(y).copied().collect(), "place", Relation::Contradiction, why);
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
            if gap == 1 {
                let why = format!("{said}: the days are next to each other, which a night or a zone may explain");
                self.add(&both, "time", Relation::DifferentDefinition, why);
            } else {
                self.add(&both, "time", Relation::Contradiction, format!("{said} are different times"));
            }
        }
    }

    /// Cumulative figures: by unit and country of what they are of; the slot of each is what it covers.
    fn totals(&mut self) {
        type Covers<'c> = (CountStatus, Option<Act>, Option<jiff::civil::Date>, Vec<&'c str>, Vec<&'c str>);
        type Slots<'c> = BTreeMap<Covers<'c>, BTreeMap<Count, Set>>;
        let mut blocks: BTreeMap<(CountWhat, Option<&str>), Slots<'a>> = BTreeMap::new();
        for (i, c) in self.all.iter().enumerate().filter(|(_, c)| c.claim.kind == ClaimKind::Total) {
            let place = c.claim.place.as_ref();
            for count in &c.claim.counts {
                let sorted =
                    |ids: &'a [String]| ids.iter().map(String::as_str).collect::<BTreeSet<_>>().into_iter().collect();
                let since = c.when.first_day().filter(|_| c.when.basis != TimeBasis::Unresolved);
                let covers = (count.status, c.claim.act, since, sorted(&c.author_ids), sorted(&c.affected_ids));
                let block = blocks.entry((count.what, place.and_then(|p| p.country.as_deref()))).or_default();
                block.entry(covers).or_default().entry(*count).or_default().insert(i);
            }
        }
        for ((what, _), slots) in blocks {
            let about = format!("total:{}", what_words(what));
            let slots: Vec<_> = slots.into_iter().collect();
            for (covers, values) in &slots {
                self.total_values(&about, values, status_words(covers.0));
            }
            for pair in slots.windows(2) {
                let [(a, x), (b, y)] = pair else { continue };
                let (Some((c, p)), Some((d, q))) = (x.first_key_value(), y.first_key_value()) else { continue };
                if c == d {
                    continue;
                }
                let mut differ = Vec::new();
                if a.0 != b.0 {
                    differ.push(format!("{} against {}", status_words(a.0), status_words(b.0)));
                }
                if a.1 != b.1 {
                    let act = |x: Option<Act>| x.map_or("no act named".to_owned(), |a| words(a.id()));
                    differ.push(format!("{} against {}", act(a.1), act(b.1)));
                }
                let definition = !differ.is_empty();
                if a.2 != b.2 {
                    let since =
                        |d: Option<jiff::civil::Date>| d.map_or("no begin stated".to_owned(), |d| format!("since {d}"));
                    differ.push(format!("{} against {}", since(a.2), since(b.2)));
                }
                if a.3 != b.3 || a.4 != b.4 {
                    differ.push("other actors".to_owned());
                }
                let relation = if definition { Relation::DifferentDefinition } else { Relation::DifferentScope };
                let why = format!(
                    "{} ({}) and {} ({}) measure different things: {}",
                    figure(c),
                    self.names(p),
                    figure(d),
                    self.names(q),
                    differ.join("; ")
                );
                self.add(&p.union(q).copied().collect(), &about, relation, why);
            }
        }
    }

    fn total_values(&mut self, about: &str, values: &BTreeMap<Count, Set>, of: &str) {
        let ordered = by_size(values);
        for pair in ordered.windows(2) {
            let [(a, low), (b, high)] = pair else { continue };
            let both: Set = low.union(high).copied().collect();
            let said = format!("{} ({}) and {} ({}), {of}", figure(a), self.names(low), figure(b), self.names(high));
            if disjoint(a, b) {
                self.figures(
                    about,
                    &BTreeMap::from([(**a, (*low).clone()), (**b, (*high).clone())]),
                    &format!("{of} in all"),
                );
            } else if a.best != b.best {
                let later = matches!(self.order(low, high), Order::OneOriginLater);
                let (relation, why) = if later {
                    (Relation::Update, format!("{said}: the same origin, later"))
                } else {
                    (Relation::DifferentScope, format!("{said}: bounds and rounding differ, and both may be right"))
                };
                self.add(&both, about, relation, why);
            }
        }
    }

    /// A plan of one against a refusal or denial of another, about one act.
    fn intentions(&mut self) {
        let mut acts: BTreeMap<Act, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (i, c) in self.all.iter().enumerate() {
            let Some(act) = c.claim.act else { continue };
            match side(c) {
                Some(true) => acts.entry(act).or_default().0.push(i),
                Some(false) => acts.entry(act).or_default().1.push(i),
                None => {}
            }
        }
        for (act, (plans, refusals)) in acts {
            // Per refusal the plans that it meets; refusals that meet the same plans are one finding.
            let mut met: BTreeMap<Set, Set> = BTreeMap::new();
            for &r in &refusals {
                let plans: Set = plans.iter().copied().filter(|p| self.meet(*p, r)).collect();
                if !plans.is_empty() {
                    met.entry(plans).or_default().insert(r);
                }
            }
            for (plans, refusals) in met {
                let why = format!(
                    "{}: {} speaks of it as planned or to come; {} says that it will not be",
                    words(act.id()),
                    self.names(&plans),
                    self.names(&refusals)
                );
                self.add(&plans.union(&refusals).copied().collect(), act.id(), Relation::Contradiction, why);
            }
        }
    }

    /// Whether a plan and a refusal are about one thing: another speaker, one story, actors and places that do not part them.
    fn meet(&self, plan: usize, refusal: usize) -> bool {
        let (p, r) = (self.all[plan], self.all[refusal]);
        // The same speaker in one document explains; two who are not named may differ.
        let one = p.ultimate_source == r.ultimate_source
            && !matches!(p.ultimate_source, SourceKey::Unstated | SourceKey::Unnamed(_));
        let actors =
            p.author_ids.is_empty() || r.author_ids.is_empty() || p.author_ids.iter().any(|a| r.author_ids.contains(a));
        let places = match (&p.claim.place, &r.claim.place) {
            (Some(a), Some(b)) => !places_conflict(a, b),
            _ => true,
        };
        !one && actors && places && self.one_story(p, r) && p.when.gap_days(&r.when) == 0
    }

    fn one_story(&self, a: &RecordedClaim, b: &RecordedClaim) -> bool {
        a.published.gap_days(&b.published) <= ONE_STORY_DAYS
    }

    /// Facts of the agreement or the talks on one topic: who guarantees, in what form they met.
    fn topics(&mut self) {
        let mut topics: BTreeMap<&str, BTreeMap<(Polarity, BTreeSet<&str>), Set>> = BTreeMap::new();
        for (i, c) in self.all.iter().enumerate() {
            let fact = matches!(c.claim.kind, ClaimKind::AgreementFact | ClaimKind::AgreementScope);
            let topic = c.topic.as_deref().or(c.claim.act.filter(|_| fact).map(Act::id));
            let Some(topic) = topic.filter(|_| fact) else { continue };
            let ids = c.author_ids.iter().map(String::as_str).collect();
            topics.entry(topic).or_default().entry((c.claim.polarity, ids)).or_default().insert(i);
        }
        for (topic, values) in topics {
            let values: Vec<_> = values.into_iter().collect();
            for (((p, a), x), ((q, b), y)) in pairs(&values) {
                let near = x.iter().any(|i| y.iter().any(|j| self.one_story(self.all[*i], self.all[*j])));
                if !near || a.is_empty() || b.is_empty() {
                    continue;
                }
                let both: Set = x.union(y).copied().collect();
                let (nx, ny) = (self.names(x), self.names(y));
                if p == q {
                    let (relation, end) = if a.is_disjoint(b) {
                        (Relation::Contradiction, "they name none in common")
                    } else {
                        (Relation::DifferentScope, "a shorter list does not rule out the others")
                    };
                    let why = format!("{}: {} ({nx}) and {} ({ny}); {end}", words(topic), list(a), list(b));
                    self.add(&both, topic, relation, why);
                } else if *p != Polarity::Open && *q != Polarity::Open && !a.is_disjoint(b) {
                    let shared = list(&a.intersection(b).copied().collect());
                    // Taking part has forms: no delegation, but an ambassador.
                    let forms = topic == Act::Talks.id();
                    let relation = if forms { Relation::DifferentScope } else { Relation::Contradiction };
                    let end = if forms {
                        "taking part has several forms, so both may be right"
                    } else {
                        "both cannot be right"
                    };
                    let said = |p: Polarity| if p == Polarity::Negated { "no" } else { "yes" };
                    let why = format!("{} by {shared}: {} ({nx}), {} ({ny}); {end}", words(topic), said(*p), said(*q));
                    self.add(&both, topic, relation, why);
                }
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

/// On which side of a coming act a claim stands: planned (true), refused (false), or neither. What is left open is neither, and
/// a denial of a past act is no refusal.
fn side(c: &RecordedClaim) -> Option<bool> {
    let negated = c.claim.polarity == Polarity::Negated;
    match c.claim.kind {
        ClaimKind::Refusal => Some(false),
        ClaimKind::Plan | ClaimKind::Pledge | ClaimKind::Position if c.claim.polarity != Polarity::Open => {
            Some(!negated)
        }
        ClaimKind::Plan | ClaimKind::Pledge | ClaimKind::Position => None,
        ClaimKind::Incident
        | ClaimKind::Allegation
        | ClaimKind::Denial
        | ClaimKind::Total
        | ClaimKind::AgreementFact
        | ClaimKind::AgreementScope
        | ClaimKind::Demand
        | ClaimKind::Condition
        | ClaimKind::Proposal
        | ClaimKind::Context => None,
    }
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

fn list(ids: &BTreeSet<&str>) -> String {
    ids.iter().copied().collect::<Vec<_>>().join(", ")
}
