//! Observations under incidents: totals per unit, and what was assessed as permitted apart from them.
//!
//! Must not: add explosions to bursts, or take a number that is not stated for zero.

use super::{Ledgers, bulletin::add};
use crate::{
    id::IncidentId,
    record::Step,
    statement::{
        ledger::{Means, ObservationRecorded, Observed, Stance},
        wire::Number,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A sum of bounded numbers of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many observations.
    pub entries: usize,
    /// The sum of the figures, if each has one.
    pub best: Option<u64>,
    /// At least so many: the sum of what is stated.
    pub least: u64,
    /// At most so many, if each states it.
    pub most: Option<u64>,
    /// Observations that state no number.
    pub not_stated: usize,
}

impl Tally {
    fn of(numbers: &[Number]) -> Self {
        let all = |f: fn(&Number) -> Option<u64>| {
            numbers.iter().map(f).try_fold(0, |sum, n| Some(add(sum, n?))).filter(|_| !numbers.is_empty())
        };
        Self {
            entries: numbers.len(),
            best: all(|n| n.best),
            least: numbers.iter().filter_map(|n| n.min.or(n.best)).fold(0, add),
            most: all(|n| n.max.or(n.best)),
            not_stated: numbers.iter().filter(|n| **n == Number::default()).count(),
        }
    }

    /// In words: `37`, `at least 12`, `12 to 15`, `not stated`.
    #[must_use]
    pub fn words(&self) -> String {
        match (self.best, self.most) {
            (Some(best), _) => best.to_string(),
            (None, _) if self.entries == self.not_stated => "not stated".to_owned(),
            (None, Some(most)) if self.not_stated == 0 => format!("{} to {most}", self.least),
            (None, _) => format!("at least {}", self.least),
        }
    }
}

/// All observations of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitTotal {
    /// What is counted.
    pub what: Observed,
    /// Assessed as something permitted, such as a notified exercise: a total of its own.
    pub assessed_as: Option<String>,
    /// The total.
    pub total: Tally,
    /// The same by means. With more than one, what was heard and what was seen may be the same.
    pub by_means: Vec<(Means, Tally)>,
}

/// Observations in totals per unit, of one incident, or of all (`None`).
#[must_use]
pub fn observed(l: &Ledgers, incident: Option<&IncidentId>) -> Vec<UnitTotal> {
    let chosen = l.observations.iter().filter(|o| incident.is_none() || o.body.incident.as_ref() == incident);
    let mut groups: BTreeMap<_, Vec<&Step<ObservationRecorded>>> = BTreeMap::new();
    for o in chosen {
        groups.entry((o.body.what, o.body.assessed_as.clone())).or_default().push(o);
    }
    let total = |((what, assessed_as), of): ((Observed, Option<String>), Vec<&Step<ObservationRecorded>>)| {
        let numbers = |means: Option<Means>| -> Vec<Number> {
            of.iter().filter(|o| means.is_none_or(|m| o.body.means == m)).map(|o| o.body.number).collect()
        };
        let means: BTreeSet<Means> = of.iter().map(|o| o.body.means).collect();
        UnitTotal {
            what,
            assessed_as,
            total: Tally::of(&numbers(None)),
            by_means: means.into_iter().map(|m| (m, Tally::of(&numbers(Some(m))))).collect(),
        }
    };
    groups.into_iter().map(total).collect()
}

/// Who has an incident in a list of its own, or confirms it: recorders, never authors.
#[must_use]
pub fn recorders(l: &Ledgers, incident: &IncidentId) -> BTreeSet<String> {
    let listed = l.listings.get(incident).into_iter().flatten();
    let has = listed.filter(|s| matches!(s.body.stance, Stance::Listed | Stance::Confirmed));
    has.map(|s| s.body.recorder.clone()).collect()
}
