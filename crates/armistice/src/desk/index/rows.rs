//! The rows of one kind as columns in memory: what filters, orders, facets and the map look at. Words and bodies are in the file.
//!
//! A pass over a million rows takes a millisecond here and a hundred in a table of SQLite, and two hundred readers share two cores.
//!
//! Must not: give an unknown number a value that a comparison could take for a known one.

use super::{
    bits::Bits,
    fold,
    item::{Item, Needs},
};
use crate::desk::query::{Field, SortBy, minutes};
use armistice_core::{case::Stage, incident::VerificationStatus, named::Named as _, obligation::State, time::Moment};
use jiff::{civil, tz::TimeZone};
use std::collections::{BTreeMap, HashMap};

/// An open or unknown beginning.
pub(super) const OPEN_FROM: i32 = i32::MIN;
/// An open or unknown end.
pub(super) const OPEN_TO: i32 = i32::MAX;
/// No point.
pub(super) const NOWHERE: i32 = i32::MIN;
/// A count that is not stated.
pub(super) const NOT_STATED: u32 = u32::MAX;
/// A sort key that is not known.
const NO_KEY: i64 = i64::MIN;

/// Minutes of a day.
const DAY: i64 = 1_440;

/// The fields that have values of their own in memory, in the order of their facets.
pub(super) const TAGGED: [Field; 13] = [
    Field::Status,
    Field::Scope,
    Field::Kind,
    Field::Adm1,
    Field::Country,
    Field::Place,
    Field::Precision,
    Field::Party,
    Field::RecordedBy,
    Field::Source,
    Field::Language,
    Field::Is,
    Field::Has,
];

/// One value of a field.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) field: Field,
    pub(super) value: String,
    /// The folded words of the value.
    folded: String,
    /// Their sounds.
    sound: String,
    /// Another name of something that has a value already: it is found, and not counted.
    pub(super) alias: bool,
}

/// The orders that are kept; relevance is made for each search.
pub(super) const SORTS: [SortBy; 6] =
    [SortBy::When, SortBy::Received, SortBy::Harm, SortBy::Origins, SortBy::Status, SortBy::Needs];

/// Rows in an order: known ones rising, then those whose key is not known.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) rows: Vec<u32>,
    pub(super) known: usize,
}

/// The rows that have a value: few as a list, many as a set, whichever is smaller.
#[derive(Debug)]
pub(super) enum Posting {
    Few(Vec<u32>),
    Many { rows: Bits, count: usize },
}

impl Posting {
    /// A row number has 32 bits, a row of a set has one.
    const FEWEST_OF_MANY: usize = 32;

    fn of(len: usize, rows: Vec<u32>) -> Self {
        if rows.len() * Self::FEWEST_OF_MANY < len {
            return Self::Few(rows);
        }
        Self::Many { rows: Bits::of(len, &rows), count: rows.len() }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Few(rows) => rows.len(),
            Self::Many { count, .. } => *count,
        }
    }

    /// Adds its rows to a set.
    pub(super) fn add_to(&self, out: &mut Bits) {
        match self {
            Self::Few(rows) => rows.iter().for_each(|r| out.set(*r)),
            Self::Many { rows, .. } => out.or(rows),
        }
    }

    /// How many of its rows are in a set.
    pub(super) fn count_with(&self, of: &Bits) -> usize {
        match self {
            Self::Few(rows) => rows.iter().filter(|r| of.has(**r)).count(),
            Self::Many { rows, .. } => rows.count_with(of),
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Few(rows) => rows.len() * 4,
            Self::Many { rows, .. } => rows.bytes(),
        }
    }
}

/// In place of a day: the row is over more than one.
pub(super) const LONGER: u32 = u32::MAX;
/// In place of a day: an end is open or not known.
pub(super) const UNDATED: u32 = u32::MAX - 1;

/// The rows of one kind.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) from: Vec<i32>,
    pub(super) to: Vec<i32>,
    pub(super) origins: Vec<[u32; 2]>,
    pub(super) harm: Vec<[u32; 2]>,
    pub(super) documents: Vec<u32>,
    pub(super) lat: Vec<i32>,
    pub(super) lon: Vec<i32>,
    pub(super) radius: Vec<u32>,
    pub(super) changed: Vec<u32>,
    received: Vec<i64>,
    status: Vec<u8>,
    needs: Vec<u32>,
    /// From the id: equal keys follow by it, on every machine and after every building anew.
    pub(super) tie: Vec<u64>,
    restricted_rows: Vec<u32>,
    tag_ids: HashMap<(Field, String), u32>,
    pub(super) tags: Vec<Tag>,
    /// Where the tags of a row begin in `row_tags`.
    starts: Vec<u32>,
    row_tags: Vec<u32>,
    // From here on made by `finish`.
    postings: Vec<Posting>,
    /// What it costs to count every posting against a set, in words and rows looked at.
    pub(super) counting: usize,
    /// Days that have rows, in their order, and each row's place among them.
    pub(super) days: Vec<i32>,
    pub(super) day: Vec<u32>,
    any: BTreeMap<Field, Bits>,
    pub(super) restricted: Option<Bits>,
    pub(super) orders: BTreeMap<SortBy, Order>,
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        self.from.len()
    }

    /// Takes an item in. Its row is the number of rows before it.
    pub(super) fn push(&mut self, item: &Item, changed: u32, zone: &TimeZone, as_of: i64) {
        let row = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let (from, to) = item.when.as_ref().map_or((None, None), |t| ends(t.from.as_deref(), t.to.as_deref(), zone));
        self.from.push(from.unwrap_or(OPEN_FROM));
        self.to.push(to.unwrap_or(OPEN_TO));
        let stated = |n: Option<u32>| n.unwrap_or(NOT_STATED);
        self.origins.push([stated(item.origins.low), stated(item.origins.high)]);
        self.harm.push([stated(item.harm.low), stated(item.harm.high)]);
        self.documents.push(u32::try_from(item.documents.len()).unwrap_or(u32::MAX - 1));
        let place = item.place.as_ref();
        let (lat, lon) = place.and_then(|p| p.point).unwrap_or((NOWHERE, NOWHERE));
        self.lat.push(lat);
        self.lon.push(lon);
        self.radius.push(stated(place.and_then(|p| p.radius_m)));
        self.changed.push(changed);
        self.received.push(item.received.unwrap_or(NO_KEY));
        self.status.push(item.status.as_deref().map_or(u8::MAX, ladder));
        self.needs.push(needs(item, as_of).score);
        self.tie.push(tie(&item.id));
        if item.restricted {
            self.restricted_rows.push(row);
        }
        self.starts.push(u32::try_from(self.row_tags.len()).unwrap_or(u32::MAX));
        self.tag(Field::Status, item.status.iter(), false);
        self.tag(Field::Scope, item.scope.iter(), false);
        self.tag(Field::Kind, item.kinds.iter(), false);
        if let Some(p) = place {
            self.tag(Field::Adm1, p.adm1.iter(), false);
            self.tag(Field::Adm1, p.adm1_code.iter(), p.adm1.is_some());
            self.tag(Field::Country, p.country.iter(), false);
            self.tag(Field::Place, p.name.iter(), false);
            if p.name.is_none() && !p.text.is_empty() {
                self.tag(Field::Place, std::iter::once(&p.text), false);
            }
            self.tag(Field::Precision, std::iter::once(&p.precision), false);
        }
        self.tag(Field::Party, item.parties.iter(), false);
        self.tag(Field::RecordedBy, item.recorded_by.iter(), false);
        self.tag(Field::Source, item.sources.iter(), false);
        self.tag(Field::Language, item.languages.iter(), false);
        self.tag(Field::Is, item.is.iter().map(|i| i.id().to_owned()).collect::<Vec<_>>().iter(), false);
        self.tag(Field::Has, item.has.iter().map(|h| h.id().to_owned()).collect::<Vec<_>>().iter(), false);
    }

    fn tag<'a>(&mut self, field: Field, values: impl Iterator<Item = &'a String>, alias: bool) {
        for value in values {
            let next = u32::try_from(self.tags.len()).unwrap_or(u32::MAX);
            let id = match self.tag_ids.get(&(field, value.clone())) {
                Some(id) => *id,
                None => {
                    let folded = fold::folded(value);
                    let sound = sounds(&folded);
                    self.tags.push(Tag { field, value: value.clone(), folded, sound, alias });
                    self.tag_ids.insert((field, value.clone()), next);
                    next
                }
            };
            let start = self.starts.last().map_or(0, |s| *s as usize);
            if !self.row_tags[start..].contains(&id) {
                self.row_tags.push(id);
            }
        }
    }

    /// The ids of tags on a row.
    pub(super) fn tags_of(&self, row: u32) -> &[u32] {
        let start = self.starts[row as usize] as usize;
        let end = self.starts.get(row as usize + 1).map_or(self.row_tags.len(), |e| *e as usize);
        &self.row_tags[start..end]
    }

    /// The first value of a field on a row.
    pub(super) fn first(&self, row: u32, field: Field) -> Option<&str> {
        let tag = self.tags_of(row).iter().map(|t| &self.tags[*t as usize]).find(|t| t.field == field)?;
        Some(&tag.value)
    }

    /// Makes what every question needs, once all items are in.
    pub(super) fn finish(&mut self) {
        let n = self.len();
        let mut sizes = vec![0usize; self.tags.len()];
        for t in &self.row_tags {
            sizes[*t as usize] += 1;
        }
        let mut postings: Vec<Vec<u32>> = sizes.into_iter().map(Vec::with_capacity).collect();
        for row in 0..n {
            let row = u32::try_from(row).unwrap_or(u32::MAX);
            let start = self.starts[row as usize] as usize;
            let end = self.starts.get(row as usize + 1).map_or(self.row_tags.len(), |e| *e as usize);
            for t in &self.row_tags[start..end] {
                postings[*t as usize].push(row);
            }
        }
        self.postings = postings.into_iter().map(|rows| Posting::of(n, rows)).collect();
        self.counting = self
            .postings
            .iter()
            .map(|p| match p {
                Posting::Few(rows) => rows.len(),
                Posting::Many { .. } => n.div_ceil(64),
            })
            .sum();
        self.any = TAGGED.into_iter().map(|f| (f, Bits::none(n))).collect();
        for (tag, rows) in self.tags.iter().zip(&self.postings) {
            if let Some(bits) = self.any.get_mut(&tag.field) {
                rows.add_to(bits);
            }
        }
        self.place_days();
        self.restricted = (!self.restricted_rows.is_empty()).then(|| Bits::of(n, &self.restricted_rows));
        self.orders = SORTS.into_iter().map(|s| (s, self.order(s))).collect();
        for v in [&mut self.from, &mut self.to, &mut self.lat, &mut self.lon] {
            v.shrink_to_fit();
        }
        self.row_tags.shrink_to_fit();
        self.tie.shrink_to_fit();
        self.origins.shrink_to_fit();
        self.harm.shrink_to_fit();
    }

    /// Gives every row its day, so that counting days is counting numbers.
    fn place_days(&mut self) {
        let of = |from: i32, to: i32| -> Result<i32, u32> {
            if from == OPEN_FROM || to == OPEN_TO {
                return Err(UNDATED);
            }
            let day = from.div_euclid(1_440);
            if to.div_euclid(1_440) == day { Ok(day) } else { Err(LONGER) }
        };
        let each = || self.from.iter().zip(&self.to).map(|(f, t)| of(*f, *t));
        let mut days: Vec<i32> = each().filter_map(Result::ok).collect();
        days.sort_unstable();
        days.dedup();
        days.shrink_to_fit();
        let slot = |d: i32| days.binary_search(&d).ok().and_then(|n| u32::try_from(n).ok()).unwrap_or(UNDATED);
        self.day = each().map(|d| d.map_or_else(|e| e, slot)).collect();
        self.days = days;
    }

    fn order(&self, by: SortBy) -> Order {
        let all = 0..u32::try_from(self.len()).unwrap_or(u32::MAX);
        let mut known: Vec<(i64, u64, u32)> = Vec::new();
        let mut unknown: Vec<(u64, u32)> = Vec::new();
        for row in all {
            match self.key(by, row) {
                Some(key) => known.push((key, self.tie[row as usize], row)),
                None => unknown.push((self.tie[row as usize], row)),
            }
        }
        known.sort_unstable();
        unknown.sort_unstable();
        let count = known.len();
        let rows = known.into_iter().map(|(_, _, r)| r).chain(unknown.into_iter().map(|(_, r)| r)).collect();
        Order { rows, known: count }
    }

    /// The key of a row in an order. `None`: not known, and last in either direction.
    pub(super) fn key(&self, by: SortBy, row: u32) -> Option<i64> {
        let row = row as usize;
        let count = |n: u32| (n != NOT_STATED).then_some(i64::from(n));
        match by {
            SortBy::When => (self.from[row] != OPEN_FROM).then(|| i64::from(self.from[row])),
            SortBy::Received => (self.received[row] != NO_KEY).then(|| self.received[row]),
            SortBy::Harm => count(self.harm[row][0]),
            SortBy::Origins => count(self.origins[row][0]),
            SortBy::Status => (self.status[row] != u8::MAX).then(|| i64::from(self.status[row])),
            SortBy::Needs => Some(i64::from(self.needs[row])),
            SortBy::Relevance => None,
        }
    }

    /// The rows that have a tag.
    pub(super) fn posting(&self, tag: usize) -> &Posting {
        &self.postings[tag]
    }

    /// The rows that have any value of a field.
    pub(super) fn any(&self, field: Field) -> Option<&Bits> {
        self.any.get(&field)
    }

    /// The tags that a value of a filter means.
    pub(super) fn meant(&self, field: Field, value: &str) -> Vec<usize> {
        let of = |so: &dyn Fn(&Tag) -> bool| -> Vec<usize> {
            self.tags.iter().enumerate().filter(|(_, t)| t.field == field && so(t)).map(|(n, _)| n).collect()
        };
        if !matches!(
            field,
            Field::Adm1 | Field::Place | Field::Party | Field::RecordedBy | Field::Source | Field::Country
        ) {
            return of(&|t| t.value == value);
        }
        let folded = fold::folded(value);
        // What is spelt so, else what has these words in it, else what sounds so.
        let exact = of(&|t| t.folded == folded);
        if !exact.is_empty() || field == Field::Country {
            return exact;
        }
        let within = of(&|t| format!(" {} ", t.folded).contains(&format!(" {folded} ")));
        if !within.is_empty() {
            return within;
        }
        let sound = sounds(&folded);
        if sound.is_empty() { Vec::new() } else { of(&|t| t.sound == sound) }
    }

    /// Values of a field that are in the list.
    pub(super) fn values(&self, field: Field) -> impl Iterator<Item = &str> {
        self.tags.iter().filter(move |t| t.field == field).map(|t| t.value.as_str())
    }

    /// Bytes in memory, about.
    pub(super) fn bytes(&self) -> usize {
        let per_row = 4 * 2 + 8 * 2 + 4 * 5 + 8 + 1 + 4 + 8 + 4 + 4 + SORTS.len() * 4;
        let any: usize = self.any.values().map(Bits::bytes).sum();
        let postings: usize = self.postings.iter().map(Posting::bytes).sum();
        self.len() * per_row + self.row_tags.len() * 4 + postings + any + self.tags.len() * 200
    }
}

fn sounds(folded: &str) -> String {
    folded.split(' ').filter_map(fold::sound).collect::<Vec<_>>().join(" ")
}

/// Minutes since 1970 in the mission's civil time, of both ends of a time.
pub(super) fn ends(from: Option<&str>, to: Option<&str>, zone: &TimeZone) -> (Option<i32>, Option<i32>) {
    let moment = |t: &str| t.parse::<Moment>().ok();
    let local = |m: Moment, last: bool| -> i64 {
        let Some(time) = m.time else {
            return minutes(m.date.at(0, 0, 0, 0)) + if last { DAY - 1 } else { 0 };
        };
        let civil = m.date.to_datetime(time);
        let zoned = m.offset_minutes.and_then(|o| {
            let offset = jiff::tz::Offset::from_seconds(i32::from(o) * 60).ok()?;
            offset.to_timestamp(civil).ok().map(|t| zone.to_datetime(t))
        });
        minutes(zoned.unwrap_or(civil))
    };
    let fit = |m: i64| i32::try_from(m).ok();
    let from = from.and_then(moment).and_then(|m| fit(local(m, false)));
    let to = to.and_then(moment).and_then(|m| fit(local(m, true)));
    (from, to)
}

/// The day of a minute.
pub(super) fn day(minute: i32) -> Option<civil::Date> {
    let days = minute.div_euclid(1_440);
    civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The first eight bytes of a hash of the id (FNV-1a, mixed).
pub(super) fn tie(id: &str) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    for b in id.bytes() {
        h = (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3);
    }
    h ^= h >> 32;
    h = h.wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^ (h >> 32)
}

/// The place of a status on its ladder.
fn ladder(status: &str) -> u8 {
    use VerificationStatus as V;
    let facts =
        [V::Unassessed, V::Unverified, V::SingleOrigin, V::Corroborated, V::Verified, V::Contradicted, V::Refuted];
    let facts = facts.into_iter().chain([V::NotVerifiable]).map(V::id);
    let known = facts
        .chain(Stage::ALL.iter().map(|s| s.id()))
        .chain(State::ALL.iter().map(|s| s.id()))
        .chain(armistice_core::claim::Polarity::ALL.iter().map(|p| p.id()));
    known.into_iter().position(|k| k == status).and_then(|n| u8::try_from(n).ok()).unwrap_or(u8::MAX - 1)
}

/// Why a thing stands where it stands in the queue.
#[must_use]
pub(super) fn needs(item: &Item, as_of: i64) -> Needs {
    let log = |n: i64| u32::try_from(n.max(0)).unwrap_or(u32::MAX).checked_ilog2().map_or(0, |l| l + 1);
    let harm = item.harm.low.map_or(1, |n| 2 + log(i64::from(n)));
    // Where it is not known when it came in, since the latest that it happened.
    let happened = || ends(None, item.when.as_ref()?.to.as_deref(), &TimeZone::UTC).1.map(|m| i64::from(m) * 60);
    let age = 1 + item.received.or_else(happened).map_or(0, |r| log((as_of - r) / 86_400));
    let one = item.origins.low == Some(1);
    let origin = if one { 2 } else { 1 };
    Needs { score: harm * age * origin, harm, age, origin }
}
