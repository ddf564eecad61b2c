//! What a query finds: sets of rows from its filters and words, and what they come to.
//!
//! Must not: order, or page.

use super::{
    Access, Index, IndexError, Restricted,
    bits::Bits,
    fold,
    page::{DayCount, Facet, FacetValue, Histogram, Unmatched},
    rows::{NOT_STATED, NOWHERE, OPEN_FROM, OPEN_TO, Rows, TAGGED, day},
};
use crate::desk::query::{Compare, End, Field, Filter, Kind, Query, Term, nearest, terms};
use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

/// The most values of a facet that are listed.
const VALUES: usize = 20;

/// Fields whose values are counted beside a list. Places are too many; the map and the field itself are for them.
const FACETS: [Field; 12] = [
    Field::Status,
    Field::Scope,
    Field::Kind,
    Field::Adm1,
    Field::Country,
    Field::Precision,
    Field::Party,
    Field::RecordedBy,
    Field::Source,
    Field::Language,
    Field::Is,
    Field::Has,
];

/// What a query comes to.
#[derive(Debug)]
pub(super) struct Found {
    /// Rows.
    pub(super) rows: Bits,
    /// How many.
    pub(super) total: usize,
    /// Of these, surely in the stretch of time; `None` without one.
    pub(super) surely: Option<Bits>,
    /// With words, how well they fit: found by their sound only, as they are spelt, in the title. Rows, and how many.
    pub(super) tiers: Option<[(Bits, usize); 3]>,
    pub(super) facets: Vec<Facet>,
    pub(super) histogram: Histogram,
    /// Values of filters that no row has.
    pub(super) unmatched: Vec<Unmatched>,
    /// Rows that the rest of the query finds and that have no point to lie in the box.
    pub(super) without_point: usize,
}

impl Found {
    /// How well a row fits the words: 3 in the title, 2 as they are spelt, 1 by their sound only.
    pub(super) fn tier(&self, row: u32) -> u8 {
        match &self.tiers {
            Some([_, _, (title, _)]) if title.has(row) => 3,
            Some([_, (exact, _), _]) if exact.has(row) => 2,
            _ => 1,
        }
    }
}

/// A stretch in minutes of the mission's civil time.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    from: Option<i32>,
    to: Option<i32>,
}

impl Stretch {
    /// The whole interval surely lies in it.
    fn holds(self, from: i32, to: i32) -> bool {
        let after = self.from.is_none_or(|s| from != OPEN_FROM && from >= s);
        let before = self.to.is_none_or(|u| to != OPEN_TO && to <= u);
        let known = self.from.is_some() || self.to.is_some() || (from != OPEN_FROM && to != OPEN_TO);
        after && before && known
    }

    /// It may reach into it.
    fn touches(self, from: i32, to: i32) -> bool {
        self.to.is_none_or(|u| from <= u) && self.from.is_none_or(|s| to >= s)
    }
}

fn fit(minutes: i64) -> i32 {
    i32::try_from(minutes).unwrap_or(if minutes < 0 { OPEN_FROM + 1 } else { OPEN_TO - 1 })
}

/// Answers that are kept until newer ones take their room.
#[derive(Debug)]
pub(super) struct Kept<T> {
    inner: Mutex<(HashMap<String, Arc<T>>, VecDeque<String>)>,
    most: usize,
}

impl<T> Kept<T> {
    pub(super) fn new(most: usize) -> Self {
        Self { inner: Mutex::default(), most }
    }

    pub(super) fn get(&self, key: &str) -> Option<Arc<T>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).0.get(key).cloned()
    }

    pub(super) fn put(&self, key: String, value: T) -> Arc<T> {
        let value = Arc::new(value);
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let (map, order) = &mut *inner;
        if map.insert(key.clone(), Arc::clone(&value)).is_none() {
            order.push_back(key);
            if order.len() > self.most
                && let Some(oldest) = order.pop_front()
            {
                map.remove(&oldest);
            }
        }
        value
    }
}

impl Index {
    /// What a query finds, kept for the next page of it.
    pub(super) fn found(&self, query: &Query, access: &Access) -> Result<Arc<Found>, IndexError> {
        let sees = match &access.restricted {
            Restricted::None => "none".to_owned(),
            Restricted::All => "all".to_owned(),
            Restricted::Only(ids) => ids.iter().map(String::as_str).collect::<Vec<_>>().join(","),
        };
        let hidden = access.hidden.iter().map(String::as_str).collect::<Vec<_>>().join(",");
        let key = format!(
            "{}\u{0}{}\u{0}{}\u{0}{}\u{0}{sees}\u{0}{hidden}",
            query.kind.id(),
            query.words(),
            query.bbox.map(|b| b.to_string()).unwrap_or_default(),
            query.datetime.map(|d| d.to_string()).unwrap_or_default()
        );
        if let Some(kept) = self.answers.get(&key) {
            return Ok(kept);
        }
        Ok(self.answers.put(key, self.find(query, access)?))
    }

    /// Rows of a list that a reader may not see.
    pub(super) fn barred(&self, kind: usize, access: &Access) -> Result<Option<Bits>, IndexError> {
        let n = self.rows[kind].len();
        let mut barred = match (&self.rows[kind].restricted, &access.restricted) {
            (None, _) | (_, Restricted::All) => None,
            (Some(restricted), Restricted::None) => Some(restricted.clone()),
            (Some(restricted), Restricted::Only(ids)) => {
                let mut barred = restricted.clone();
                for id in ids {
                    barred.without(&Bits::of(n, &self.store.by_id(kind, id)?));
                }
                Some(barred)
            }
        };
        let mut hidden = Vec::new();
        for (of, id) in access.hidden.iter().filter_map(|key| key.split_once(':')) {
            hidden.extend(self.hidden_with(query_kind(kind), of, id, access)?);
        }
        if !hidden.is_empty() {
            barred.get_or_insert_with(|| Bits::none(n)).or(&Bits::of(n, &hidden));
        }
        Ok(barred)
    }

    /// Rows of a list that are hidden with a thing: its own row; with a document also what rests on hidden documents alone.
    fn hidden_with(&self, kind: Kind, of: &str, id: &str, access: &Access) -> Result<Vec<u32>, IndexError> {
        let number = kind as usize;
        let own = match kind {
            Kind::Incidents => "incident",
            Kind::Claims => "claim",
            Kind::Documents => "document",
            Kind::Cases => "case",
            Kind::Obligations => "obligation",
            Kind::Ledger => "entry",
            Kind::People => "person",
        };
        if of == own {
            return self.store.by_id(number, id);
        }
        let rests = matches!(kind, Kind::Claims | Kind::Incidents | Kind::Ledger | Kind::People);
        if of != "document" || !rests {
            return Ok(Vec::new());
        }
        let rows = self.store.about(number, id)?;
        let items = self.store.bodies(number, &rows)?;
        let alone = |documents: &[String]| {
            !documents.is_empty() && documents.iter().all(|d| access.hidden.contains(&format!("document:{d}")))
        };
        Ok(rows.into_iter().zip(items).filter(|(_, item)| alone(&item.documents)).map(|(row, _)| row).collect())
    }

    fn find(&self, query: &Query, access: &Access) -> Result<Found, IndexError> {
        let kind = query.kind as usize;
        let list = &self.rows[kind];
        let n = list.len();
        let mut rows = Bits::all(n);
        if let Some(barred) = self.barred(kind, access)? {
            rows.without(&barred);
        }
        let mut unmatched = Vec::new();
        for f in &query.filters {
            if let Some(bits) = self.filter(kind, f, &mut unmatched)? {
                if f.negated { rows.without(&bits) } else { rows.and(&bits) }
            }
        }
        let tiers = self.words(kind, &query.text, &mut rows)?;
        let surely = self.in_time(query, list, &mut rows);
        let mut without_point = 0;
        if let Some(b) = query.bbox {
            without_point = rows.rows().filter(|r| list.lat[*r as usize] == NOWHERE).count();
            rows.and(&Bits::from_fn(n, |i| list.lat[i] != NOWHERE && b.holds(list.lat[i], list.lon[i])));
        }
        let total = rows.count();
        let tiers = tiers.map(|[mut title, mut exact]| {
            let mut sound = rows.clone();
            sound.without(&exact);
            title.and(&rows);
            exact.and(&rows);
            exact.without(&title);
            [sound, exact, title].map(|bits| {
                let count = bits.count();
                (bits, count)
            })
        });
        let surely = surely.map(|mut s| {
            s.and(&rows);
            s
        });
        Ok(Found {
            facets: facets(list, &rows, total, query),
            histogram: histogram(list, &rows),
            rows,
            total,
            surely,
            tiers,
            unmatched,
            without_point,
        })
    }

    /// The rows that one filter means; `None` for those that are looked at elsewhere.
    fn filter(&self, kind: usize, f: &Filter, unmatched: &mut Vec<Unmatched>) -> Result<Option<Bits>, IndexError> {
        let list = &self.rows[kind];
        let n = list.len();
        let number = || f.values.first().and_then(|v| v.parse::<u32>().ok()).unwrap_or(0);
        let bounded = |column: &[[u32; 2]]| {
            let want = number();
            Bits::from_fn(n, |i| {
                let [low, high] = column[i];
                match f.compare {
                    Compare::AtLeast => low != NOT_STATED && low >= want,
                    Compare::AtMost => high != NOT_STATED && high <= want,
                    Compare::Is => low == want && high == want,
                }
            })
        };
        Ok(match f.field {
            Field::Since | Field::Until | Field::Time => None,
            Field::Origins => Some(bounded(&list.origins)),
            Field::Harm => Some(bounded(&list.harm)),
            Field::Documents => {
                let want = number();
                Some(Bits::from_fn(n, |i| match f.compare {
                    Compare::AtLeast => list.documents[i] >= want,
                    Compare::AtMost => list.documents[i] <= want,
                    Compare::Is => list.documents[i] == want,
                }))
            }
            Field::ChangedSince => {
                let mark = number();
                Some(Bits::from_fn(n, |i| list.changed[i] > mark))
            }
            Field::Class => {
                let restricted = list.restricted.clone().unwrap_or_else(|| Bits::none(n));
                let mut out = Bits::none(n);
                for v in &f.values {
                    if v == "restricted" {
                        out.or(&restricted);
                    } else {
                        let mut open = Bits::all(n);
                        open.without(&restricted);
                        out.or(&open);
                    }
                }
                Some(out)
            }
            Field::Id | Field::About => {
                let mut out = Bits::none(n);
                for v in &f.values {
                    let mut found =
                        if f.field == Field::Id { self.store.by_id(kind, v)? } else { self.store.about(kind, v)? };
                    if f.field == Field::About && found.is_empty() {
                        found = self.store.by_id(kind, v)?;
                    }
                    if found.is_empty() {
                        unmatched.push(Unmatched { field: f.field, value: v.clone(), did_you_mean: Vec::new() });
                    }
                    found.iter().for_each(|r| out.set(*r));
                }
                Some(out)
            }
            Field::Status => {
                let mut out = Bits::none(n);
                for field in [Field::Status, Field::Scope] {
                    for v in &f.values {
                        tagged(list, field, v, &mut out);
                    }
                }
                Some(out)
            }
            Field::Scope
            | Field::Kind
            | Field::Adm1
            | Field::Country
            | Field::Place
            | Field::Precision
            | Field::Party
            | Field::RecordedBy
            | Field::Source
            | Field::Language
            | Field::Is
            | Field::Has => {
                let mut out = Bits::none(n);
                for v in &f.values {
                    let value = if f.field == Field::Kind { families(list, v) } else { vec![v.clone()] };
                    let mut any = false;
                    for v in value {
                        any |= tagged(list, f.field, &v, &mut out);
                    }
                    if !any && f.field.known(Kind::ALL[kind]).is_empty() {
                        let near = nearest(v, list.values(f.field).collect::<Vec<_>>());
                        unmatched.push(Unmatched { field: f.field, value: v.clone(), did_you_mean: near });
                    }
                }
                Some(out)
            }
        })
    }

    /// The stretches of time that a query names, in the mission's civil time.
    fn stretch(&self, query: &Query) -> Option<Stretch> {
        let zone = &self.settings.zone;
        let end = |field| {
            query.filters.iter().find(|f| f.field == field).and_then(|f| f.values.first()).and_then(|v| End::parse(v))
        };
        let (since, until) = (end(Field::Since), end(Field::Until));
        let span = query.datetime;
        let from = [since, span.and_then(|s| s.from)].into_iter().flatten().map(|e| fit(e.first(zone))).max();
        let to = [until, span.and_then(|s| s.to)].into_iter().flatten().map(|e| fit(e.last(zone))).min();
        (from.is_some() || to.is_some()).then_some(Stretch { from, to })
    }

    /// Leaves the rows that surely or possibly lie in the stretch; gives those that surely do.
    fn in_time(&self, query: &Query, list: &Rows, rows: &mut Bits) -> Option<Bits> {
        let stretch = self.stretch(query);
        let how = query.filters.iter().find(|f| f.field == Field::Time);
        if stretch.is_none() && how.is_none() {
            return None;
        }
        let s = stretch.unwrap_or(Stretch { from: None, to: None });
        let n = list.len();
        rows.and(&Bits::from_fn(n, |i| s.touches(list.from[i], list.to[i])));
        let surely = Bits::from_fn(n, |i| s.holds(list.from[i], list.to[i]));
        if let Some(f) = how {
            match f.values.first().map(String::as_str) {
                Some("surely") => rows.and(&surely),
                Some("possibly") => rows.without(&surely),
                _ => rows.and(&Bits::from_fn(n, |i| list.from[i] == OPEN_FROM && list.to[i] == OPEN_TO)),
            }
        }
        stretch.map(|_| surely)
    }

    /// Leaves the rows in which the words are found; gives those that have them in their titles, and as they are spelt.
    fn words(&self, kind: usize, text: &str, rows: &mut Bits) -> Result<Option<[Bits; 2]>, IndexError> {
        let wanted = terms(text);
        if wanted.is_empty() {
            return Ok(None);
        }
        let n = self.rows[kind].len();
        let (mut title, mut exact) = (Bits::all(n), Bits::all(n));
        for term in &wanted {
            let spelt = self.term(kind, term, How::Spelt)?;
            if term.negated {
                rows.without(&spelt);
                continue;
            }
            title.and(&*self.term(kind, term, How::Title)?);
            exact.and(&spelt);
            if term.phrase || term.prefix {
                rows.and(&spelt);
            } else {
                let mut either = (*spelt).clone();
                either.or(&*self.term(kind, term, How::Sounds)?);
                rows.and(&either);
            }
        }
        Ok(Some([title, exact]))
    }

    fn term(&self, kind: usize, term: &Term, how: How) -> Result<Arc<Bits>, IndexError> {
        let folded = fold::folded(&term.text);
        let star = if term.prefix { "*" } else { "" };
        let key = format!("{kind} {how:?} {}{star}{folded}", u8::from(term.phrase));
        if let Some(kept) = self.words_kept.get(&key) {
            return Ok(kept);
        }
        let n = self.rows[kind].len();
        // Folded words are letters, digits and spaces: nothing of them is a sign of the search language.
        let rows = match how {
            _ if folded.is_empty() => Vec::new(),
            How::Spelt => self.store.words(kind, &format!("\"{folded}\"{star}"))?,
            How::Title => self.store.words(kind, &format!("{{title}} : \"{folded}\"{star}"))?,
            How::Sounds => {
                let sounds: Vec<String> =
                    folded.split(' ').filter_map(fold::sound).map(|s| format!("\"{s}\"")).collect();
                if sounds.is_empty() { Vec::new() } else { self.store.sounds(kind, &sounds.join(" AND "))? }
            }
        };
        Ok(self.words_kept.put(key, Bits::of(n, &rows)))
    }
}

#[derive(Clone, Copy, Debug)]
enum How {
    Spelt,
    Title,
    Sounds,
}

fn query_kind(kind: usize) -> Kind {
    Kind::ALL[kind.min(Kind::ALL.len() - 1)]
}

/// The acts of a family, and the value itself.
fn families(list: &Rows, value: &str) -> Vec<String> {
    use armistice_core::{act::Act, named::Named as _};
    let acts = Act::ALL.iter().filter(|a| a.group().id() == value).map(|a| a.id().to_owned());
    let known: Vec<&str> = list.values(Field::Kind).collect();
    std::iter::once(value.to_owned()).chain(acts).filter(|v| known.contains(&v.as_str())).collect()
}

/// Adds the rows that have a value.
fn tagged(list: &Rows, field: Field, value: &str, out: &mut Bits) -> bool {
    let tags = list.meant(field, value);
    for t in &tags {
        list.posting(*t).iter().for_each(|r| out.set(*r));
    }
    !tags.is_empty()
}

fn facets(list: &Rows, rows: &Bits, total: usize, query: &Query) -> Vec<Facet> {
    let mut counts: Vec<u32> = vec![0; list.tags.len()];
    if total == list.len() {
        for (n, c) in counts.iter_mut().enumerate() {
            *c = u32::try_from(list.posting(n).len()).unwrap_or(u32::MAX);
        }
    } else {
        for row in rows.rows() {
            for t in list.tags_of(row) {
                counts[*t as usize] += 1;
            }
        }
    }
    let mut by_field: BTreeMap<usize, Vec<(u32, &str)>> = BTreeMap::new();
    for (tag, count) in list.tags.iter().zip(&counts) {
        if *count > 0
            && !tag.alias
            && let Some(at) = FACETS.iter().position(|f| *f == tag.field)
        {
            by_field.entry(at).or_default().push((*count, &tag.value));
        }
    }
    let chosen = |field: Field, value: &str| {
        query.filters.iter().any(|f| f.field == field && !f.negated && f.values.iter().any(|v| v == value))
    };
    let mut out = Vec::new();
    for (at, mut values) in by_field {
        let field = FACETS[at];
        values.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let more = values.len().saturating_sub(VALUES) as u64;
        let with = list.any(field).map_or(0, |any| any.count_with(rows));
        let values = values.into_iter().take(VALUES);
        out.push(Facet {
            field,
            values: values
                .map(|(rows, value)| FacetValue {
                    value: value.to_owned(),
                    rows: u64::from(rows),
                    chosen: chosen(field, value),
                })
                .collect(),
            more,
            without: (total - with) as u64,
        });
    }
    debug_assert!(FACETS.iter().all(|f| TAGGED.contains(f)));
    out
}

fn histogram(list: &Rows, rows: &Bits) -> Histogram {
    let mut days: HashMap<i32, u64> = HashMap::new();
    let (mut longer, mut undated) = (0, 0);
    // Neighbours are often of one day; the map is asked once for each run of them.
    let mut run: (i32, u64) = (0, 0);
    for row in rows.rows() {
        let (from, to) = (list.from[row as usize], list.to[row as usize]);
        if from == OPEN_FROM || to == OPEN_TO {
            undated += 1;
            continue;
        }
        let day = from.div_euclid(1_440);
        if to.div_euclid(1_440) != day {
            longer += 1;
        } else if day == run.0 {
            run.1 += 1;
        } else {
            if run.1 > 0 {
                *days.entry(run.0).or_default() += run.1;
            }
            run = (day, 1);
        }
    }
    if run.1 > 0 {
        *days.entry(run.0).or_default() += run.1;
    }
    let mut days: Vec<(i32, u64)> = days.into_iter().collect();
    days.sort_unstable();
    let days = days
        .into_iter()
        .filter_map(|(d, rows)| Some(DayCount { day: day(d.checked_mul(1_440)?)?.to_string(), rows }))
        .collect();
    Histogram { days, longer, undated }
}
