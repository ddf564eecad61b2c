//! Bulletins as columns: what one recorder has for one window, checked against its own total.
//!
//! Must not: take a place that a list does not name for a zero, unless the list is whole.

use super::{Ledgers, Period, clock};
use crate::{
    id::BulletinId,
    statement::{
        ledger::{BulletinRecorded, BulletinRow, Confirmation, Standing, Unit},
        wire::Interval,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a list against the total that it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// All rows are stated, and add up to the total.
    Agrees {
        /// The total.
        total: u64,
    },
    /// They do not: both are shown, neither is mended.
    Differs {
        /// The total that the list states.
        stated: u64,
        /// What its rows add up to (at least that, if a row is not stated).
        rows: u64,
    },
    /// Rows are missing or not stated: it cannot be checked.
    Incomplete {
        /// The total that the list states, if it does.
        stated: Option<u64>,
        /// What the stated rows add up to.
        rows: u64,
    },
}

impl Sum {
    /// In words: `6 + 2 + 2 + 1 = 11`.
    #[must_use]
    pub fn words(self, rows: &[Option<u64>]) -> String {
        let mut terms: Vec<String> =
            rows.iter().map(|r| r.map_or_else(|| "not stated".to_owned(), |n| n.to_string())).collect();
        if terms.is_empty() {
            terms.push("no rows".to_owned());
        }
        let terms = terms.join(" + ");
        match self {
            Self::Agrees { total } if rows.is_empty() => format!("total {total}"),
            Self::Agrees { total } => format!("{terms} = {total}"),
            Self::Differs { stated, rows } => format!("{terms} gives {rows}, the bulletin says {stated}"),
            Self::Incomplete { stated: Some(stated), rows: _ } => format!("{terms}; the bulletin says {stated}"),
            Self::Incomplete { stated: None, rows } => format!("{terms}: {rows} stated, and no total"),
        }
    }
}

/// A place of a list. Where it is known which one the words mean, two are the same if that is; else if the words are.
#[derive(Clone, Debug)]
pub struct Spot {
    /// In the list's words.
    pub words: String,
    /// Which place they mean: see [`BulletinRow::place_read`].
    pub read: Option<String>,
}

impl Spot {
    /// The words fit several places: which of them a list means is not known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.read.as_deref() == Some(BulletinRow::SEVERAL)
    }

    /// Whether it is not known if two are one place: the same words, of which not both are surely read as a place.
    #[must_use]
    pub fn may_be(&self, other: &Spot) -> bool {
        let same_words = self.words.to_lowercase() == other.words.to_lowercase();
        let known = |s: &Spot| s.read.is_some() && !s.is_open();
        same_words && (self.is_open() || other.is_open() || known(self) != known(other))
    }

    fn key(&self) -> (bool, &str) {
        match &self.read {
            Some(read) if !self.is_open() => (true, read),
            Some(_) | None => (false, &self.words),
        }
    }
}

impl PartialEq for Spot {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Spot {}

impl PartialOrd for Spot {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Spot {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

/// What a recorder has for one window, according to one publisher. Recorded by it; said of nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Who recorded.
    pub recorder: String,
    /// Who published it.
    pub publisher: String,
    /// Its own window.
    pub window: Interval,
    /// What it counts.
    pub unit: Unit,
    /// How the count was come by.
    pub standing: Standing,
    /// The recorder's definitions of what is one, if stated.
    pub definitions: BTreeSet<String>,
    /// The statements that entered it, with the members.
    pub entered: Vec<(BulletinId, String)>,
    /// The entries differ: no figure of this column is used.
    pub disputed: bool,
    /// The total as stated.
    pub total: Option<u64>,
    /// The rows' figures, in the order of the list.
    pub rows: Vec<Option<u64>>,
    /// Rows that name no place.
    pub unplaced: usize,
    /// Per place: the figure; `None` is not stated.
    pub places: BTreeMap<Spot, Option<u64>>,
    /// Rows that name an alleged author: place, author, figure. An allegation of the list, not of this program.
    pub alleged: Vec<(Option<String>, String, Option<u64>)>,
    /// Rows against total.
    pub sum: Sum,
    /// What the recorder says of other lists.
    pub confirmations: Vec<Confirmation>,
}

impl Column {
    /// Whether a place that the list does not name has none: its rows are all there, name their places and add up.
    #[must_use]
    pub fn whole(&self) -> bool {
        !self.disputed && self.unplaced == 0 && matches!(self.sum, Sum::Agrees { .. })
    }

    /// The figure for a place; `None` is not stated. Zero for a place that a whole list does not name.
    #[must_use]
    pub fn figure(&self, place: &Spot) -> Option<u64> {
        if self.disputed {
            return None;
        }
        match self.places.get(place) {
            Some(figure) => *figure,
            None => self.whole().then_some(0),
        }
    }
}

/// What the list says, without where it was taken from.
fn content(b: &BulletinRecorded) -> BulletinRecorded {
    let mut b = b.clone();
    b.bulletin = BulletinId::of(&[]);
    (b.document, b.reference) = (None, None);
    // What the words were read as is no word of the list.
    b.rows.iter_mut().for_each(|r| r.place_read = None);
    b.rows.sort_by(|x, y| (&x.place, x.act, x.count, &x.author).cmp(&(&y.place, y.act, y.count, &y.author)));
    b.confirmations.sort_by(|x, y| (&x.of, x.confirmed, x.out_of).cmp(&(&y.of, y.confirmed, y.out_of)));
    b
}

/// Adds without wrapping.
pub(super) fn add(a: u64, b: u64) -> u64 {
    a.saturating_add(b)
}

fn column(entries: &[&crate::record::Step<BulletinRecorded>]) -> Option<Column> {
    let b = &entries.first()?.body;
    let disputed = entries.iter().any(|e| content(&e.body) != content(b));
    let rows: Vec<Option<u64>> = b.rows.iter().map(|r| r.count).collect();
    let mut places: BTreeMap<Spot, Option<u64>> = BTreeMap::new();
    for row in &b.rows {
        let Some(place) = &row.place else { continue };
        places
            .entry(Spot { words: place.trim().to_owned(), read: row.place_read.clone() })
            .and_modify(|n| *n = n.zip(row.count).map(|(a, b)| add(a, b)))
            .or_insert(row.count);
    }
    let sum = rows.iter().flatten().copied().fold(0, add);
    let all = rows.iter().all(Option::is_some);
    let sum = match b.total {
        Some(total) if sum > total || (all && sum != total && !rows.is_empty()) => {
            Sum::Differs { stated: total, rows: sum }
        }
        Some(total) if (all && sum == total) || total == 0 => Sum::Agrees { total },
        stated => Sum::Incomplete { stated, rows: sum },
    };
    let named = b.rows.iter().filter_map(|r| Some((r.place.clone(), r.author.clone()?, r.count)));
    Some(Column {
        recorder: b.recorder.clone(),
        publisher: b.publisher.clone(),
        window: b.period,
        unit: b.unit,
        standing: b.standing,
        definitions: entries.iter().filter_map(|e| e.body.definition.clone()).collect(),
        entered: entries.iter().map(|e| (e.body.bulletin.clone(), e.at.member.clone())).collect(),
        disputed,
        total: b.total.filter(|_| !disputed),
        alleged: named.collect(),
        confirmations: if disputed { Vec::new() } else { b.confirmations.clone() },
        unplaced: b.rows.iter().filter(|r| r.place.is_none()).count(),
        rows,
        places,
        sum,
    })
}

/// The columns whose windows lie in a period: by window, recorder and publisher. The same list entered twice is one column;
/// entered differently, it is disputed. Also the lists that lie in the period only in part, or whose window is not known.
#[must_use]
pub fn columns(l: &Ledgers, period: &Period) -> (Vec<Column>, Vec<BulletinId>) {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut apart = Vec::new();
    for b in &l.bulletins {
        let open = b.body.period.from.is_none() || b.body.period.to.is_none();
        if !open && clock::within(&b.body.period, period) {
            let window = (b.body.period.from, b.body.period.to);
            let key = (window, &b.body.recorder, &b.body.publisher, b.body.standing, b.body.unit);
            groups.entry(key).or_default().push(b);
        } else if clock::touches(&b.body.period, period) {
            apart.push(b.body.bulletin.clone());
        }
    }
    (groups.values().filter_map(|g| column(g)).collect(), apart)
}
