//! The recorders' lists side by side: who recorded what where, what the other has for it, and what nobody of them has.
//!
//! Must not: say "committed" of what was recorded, compare windows that only overlap, or add numbers of different units or
//! standing.

use super::{
    Ledgers, Period,
    bulletin::{Column, Spot, add, columns},
    clock,
    rate::{ConfirmationRate, rates},
};
use crate::{
    id::{BulletinId, IncidentId},
    statement::{
        ledger::{Stance, Standing, Unit},
        wire::{Interval, Number},
    },
    time::TimeBasis,
};
use std::collections::{BTreeMap, BTreeSet};

/// How the lists of two recorders stand to each other for one place and window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellState {
    /// Both have the same figure. Whether it is the same incidents, no bulletin tells.
    Matched,
    /// Only the first has it.
    OnlyA,
    /// Only the second.
    OnlyB,
    /// Both have it, with different figures.
    Disagree,
    /// At least one of the two does not state it.
    NotStated,
    /// The words are the same, and it is not known whether they mean one place.
    PlaceOpen,
}

impl CellState {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::OnlyA => "only_a",
            Self::OnlyB => "only_b",
            Self::Disagree => "disagree",
            Self::NotStated => "not_stated",
            Self::PlaceOpen => "place_open",
        }
    }
}

/// One place of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The place, in the lists' words: of both, where they spell it differently.
    pub place: String,
    /// The first recorder's figure; `None` is not stated.
    pub a: Option<u64>,
    /// The second's.
    pub b: Option<u64>,
    /// How they stand to each other.
    pub state: CellState,
}

/// Two lists of the same window, unit and standing. `a` and `b` are indexes into [`Concordance::columns`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first list.
    pub a: usize,
    /// The second.
    pub b: usize,
    /// Place by place.
    pub cells: Vec<Cell>,
}

/// Two lists that are not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The first list: an index into [`Concordance::columns`].
    pub a: usize,
    /// The second.
    pub b: usize,
    /// Why, in words.
    pub why: String,
}

/// The sum of one recorder's stated totals of one unit and standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Who recorded.
    pub recorder: String,
    /// Who published it.
    pub publisher: String,
    /// How the counts were come by.
    pub standing: Standing,
    /// What they count.
    pub unit: Unit,
    /// The sum; `None` where two windows share time, so that one thing may stand in both.
    pub sum: Option<u64>,
    /// How many lists.
    pub lists: usize,
    /// How many of them state no total, or are disputed: not in the sum.
    pub not_stated: usize,
}

/// A figure of a recorder for an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Who recorded.
    pub recorder: String,
    /// What it counts, if stated.
    pub unit: Option<Unit>,
    /// How many.
    pub count: Number,
}

/// An incident that third parties have, and no guarantor, as far as was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThirdParty {
    /// The incident.
    pub incident: IncidentId,
    /// Who has it, with what figure.
    pub recorders: Vec<Figure>,
    /// Guarantors that say that it was not so.
    pub rejected_by: BTreeSet<String>,
    /// Guarantors that do not address it, although they could have.
    pub not_addressed_by: BTreeSet<String>,
}

/// The lists of a period, reconciled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// The period asked for.
    pub period: Period,
    /// The recorders that count as guarantors here.
    pub guarantors: BTreeSet<String>,
    /// The lists, by window, recorder, publisher, standing and unit.
    pub columns: Vec<Column>,
    /// Lists of one window, unit and standing, two and two.
    pub pairs: Vec<Pair>,
    /// Lists of two recorders that are not compared, with why.
    pub apart: Vec<Apart>,
    /// Per recorder, publisher, unit and standing.
    pub totals: Vec<Total>,
    /// In both directions.
    pub rates: Vec<ConfirmationRate>,
    /// Incidents that no guarantor has.
    pub third_parties: Vec<ThirdParty>,
    /// Lists that lie in the period only in part, or whose window is not known: left out.
    pub left_out: Vec<BulletinId>,
}

/// Reconciles the lists whose windows lie in a period. Whoever has a list of standing *recorded* counts as a guarantor; where
/// the agreement is known, [`concordance_between`] is told who they are.
#[must_use]
pub fn concordance(l: &Ledgers, period: &Period) -> Concordance {
    let recorded = l.bulletins.iter().filter(|b| b.body.standing == Standing::Recorded);
    concordance_between(l, period, &recorded.map(|b| b.body.recorder.clone()).collect())
}

/// [`concordance`] with the guarantors by the names that lists use for them.
#[must_use]
pub fn concordance_between(l: &Ledgers, period: &Period, guarantors: &BTreeSet<String>) -> Concordance {
    let (columns, left_out) = columns(l, period);
    let mut pairs = Vec::new();
    let mut apart = Vec::new();
    for (i, a) in columns.iter().enumerate() {
        for (j, b) in columns.iter().enumerate().skip(i + 1) {
            if a.recorder == b.recorder {
                continue;
            }
            if (a.standing, a.unit) != (b.standing, b.unit) {
                if a.window == b.window {
                    let why = "they count different things, or in different standing".to_owned();
                    apart.push(Apart { a: i, b: j, why });
                }
            } else if a.window == b.window {
                pairs.push(Pair { a: i, b: j, cells: cells(a, b) });
            } else if clock::touches(&a.window, &b.window) {
                let partner = |x: &Column, y: &Column| {
                    columns.iter().any(|c| {
                        c.recorder == y.recorder && (c.window, c.unit, c.standing) == (x.window, x.unit, x.standing)
                    })
                };
                // Where each has its counterpart anyway, the neighbouring windows are no news.
                if !partner(a, b) || !partner(b, a) {
                    let why = format!("the windows only overlap ({}; {})", window(&a.window), window(&b.window));
                    apart.push(Apart { a: i, b: j, why });
                }
            }
        }
    }
    Concordance {
        period: *period,
        guarantors: guarantors.clone(),
        totals: totals(&columns),
        rates: rates(&columns),
        third_parties: third_parties(l, period, guarantors),
        columns,
        pairs,
        apart,
        left_out,
    }
}

fn window(w: &Interval) -> String {
    match (w.from, w.to) {
        (Some(_), Some(_)) if w.when().basis == TimeBasis::Unresolved => "not known".to_owned(),
        _ => w.when().words(),
    }
}

/// Place by place, in the order of the words. The words of both lists, where they spell one place differently.
fn cells(a: &Column, b: &Column) -> Vec<Cell> {
    let places: BTreeSet<&Spot> = a.places.keys().chain(b.places.keys()).collect();
    let cell = |place: &Spot| {
        let own = |c: &Column| c.places.get_key_value(place).map(|(spot, _)| spot.words.clone());
        let (wa, wb) = (own(a), own(b));
        let (fa, fb) = (a.figure(place), b.figure(place));
        let open = |c: &Column| c.places.keys().any(|s| s.may_be(place));
        // Of one list that has the words alone there is nothing to confuse.
        let open = (open(a) || wa.is_some()) && (open(b) || wb.is_some()) && (open(a) || open(b));
        let state = match (fa, fb) {
            _ if open => CellState::PlaceOpen,
            (None, _) | (_, None) => CellState::NotStated,
            (Some(x), Some(y)) if x == y => CellState::Matched,
            (Some(_), Some(0)) => CellState::OnlyA,
            (Some(0), Some(_)) => CellState::OnlyB,
            (Some(_), Some(_)) => CellState::Disagree,
        };
        // Whose list has another place by these words, perhaps, states nothing of this one.
        let of = |own: &Option<String>, figure: Option<u64>| figure.filter(|_| !open || own.is_some());
        let words = match (&wa, &wb) {
            (Some(x), Some(y)) if x != y => format!("{x} / {y}"),
            (Some(x), _) | (None, Some(x)) => x.clone(),
            (None, None) => place.words.clone(),
        };
        Cell { place: words, a: of(&wa, fa), b: of(&wb, fb), state }
    };
    let mut cells: Vec<Cell> = places.into_iter().map(cell).collect();
    cells.sort_by(|x, y| x.place.cmp(&y.place));
    cells
}

fn totals(columns: &[Column]) -> Vec<Total> {
    let mut groups: BTreeMap<_, Vec<&Column>> = BTreeMap::new();
    for c in columns {
        groups.entry((&c.recorder, &c.publisher, c.standing, c.unit)).or_default().push(c);
    }
    let total = |((recorder, publisher, standing, unit), of): ((&String, &String, Standing, Unit), Vec<&Column>)| {
        let twice =
            of.iter().enumerate().any(|(i, a)| of.iter().skip(i + 1).any(|b| clock::overlap(&a.window, &b.window)));
        Total {
            recorder: recorder.clone(),
            publisher: publisher.clone(),
            standing,
            unit,
            sum: (!twice && of.iter().any(|c| c.total.is_some()))
                .then(|| of.iter().filter_map(|c| c.total).fold(0, add)),
            lists: of.len(),
            not_stated: of.iter().filter(|c| c.total.is_none()).count(),
        }
    };
    groups.into_iter().map(total).collect()
}

fn third_parties(l: &Ledgers, period: &Period, guarantors: &BTreeSet<String>) -> Vec<ThirdParty> {
    let mut out = Vec::new();
    for (incident, listings) in &l.listings {
        let in_period: Vec<_> = listings.iter().map(|s| &s.body).filter(|b| clock::touches(&b.when, period)).collect();
        let has = |stance: Stance| matches!(stance, Stance::Listed | Stance::Confirmed);
        let by = |stance: Stance| -> BTreeSet<String> {
            in_period
                .iter()
                .filter(|b| b.stance == stance && guarantors.contains(&b.recorder))
                .map(|b| b.recorder.clone())
                .collect()
        };
        if in_period.iter().any(|b| has(b.stance) && guarantors.contains(&b.recorder)) {
            continue;
        }
        let mut recorders: Vec<Figure> = in_period
            .iter()
            .filter(|b| has(b.stance))
            .map(|b| Figure { recorder: b.recorder.clone(), unit: b.unit, count: b.count })
            .collect();
        recorders.sort_by(|a, b| (&a.recorder, a.unit, a.count).cmp(&(&b.recorder, b.unit, b.count)));
        recorders.dedup();
        if !recorders.is_empty() {
            let (rejected_by, not_addressed_by) = (by(Stance::Rejected), by(Stance::NotAddressed));
            out.push(ThirdParty { incident: incident.clone(), recorders, rejected_by, not_addressed_by });
        }
    }
    out
}
