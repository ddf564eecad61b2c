//! The time rules of a language, as its `times.toml` has them.
//!
//! Must not: match anything; `grammar` and `times` do.

use super::{
    grammar::{self, Item},
    numbers::NumberWords,
    times::Slot,
    token::{Phrases, TokenRules},
};
use armistice_core::time::{PartOfDay, Unit};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Gives {
    Calendar,
    Weekday,
    Month,
    Offset,
    Past,
    Since,
    Between,
    Clock,
    Part,
    Same,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Way {
    Past,
    Future,
    /// Settled by the clause.
    Context,
    /// "by Friday": ahead, unless the clause tells what had happened.
    Deadline,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum UnitName {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl UnitName {
    pub(super) const fn unit(self) -> Unit {
        match self {
            Self::Hour => Unit::Hour,
            Self::Day => Unit::Day,
            Self::Week => Unit::Week,
            Self::Month => Unit::Month,
            Self::Year => Unit::Year,
        }
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PartName {
    Morning,
    Afternoon,
    Evening,
    Night,
    Overnight,
}

impl PartName {
    pub(super) const fn part(self) -> PartOfDay {
        match self {
            Self::Morning => PartOfDay::Morning,
            Self::Afternoon => PartOfDay::Afternoon,
            Self::Evening => PartOfDay::Evening,
            Self::Night => PartOfDay::Night,
            Self::Overnight => PartOfDay::Overnight,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleData {
    pub(super) of: String,
    pub(super) form: String,
    pub(super) gives: Gives,
    pub(super) direction: Option<Way>,
    pub(super) amount: Option<i32>,
    pub(super) sign: Option<i32>,
    pub(super) unit: Option<UnitName>,
    pub(super) part: Option<PartName>,
    pub(super) day: Option<i32>,
    #[serde(default)]
    pub(super) weak: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClockWords {
    am: Vec<String>,
    pm: Vec<String>,
    hours: Vec<String>,
}

/// `times.toml` of a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    pub(super) slash_order: String,
    pub(super) months_capitalised: bool,
    pub(super) day_units: Vec<String>,
    pub(super) future: Vec<String>,
    pub(super) reporting: Vec<String>,
    pub(super) future_prepositions: Vec<String>,
    pub(super) past_helpers: Vec<String>,
    pub(super) months: BTreeMap<String, i8>,
    pub(super) month_abbreviations: BTreeMap<String, i8>,
    pub(super) weekdays: BTreeMap<String, i8>,
    pub(super) weekday_abbreviations: BTreeMap<String, i8>,
    pub(super) units: BTreeMap<String, UnitName>,
    pub(super) parts: BTreeMap<String, PartName>,
    pub(super) clock: ClockWords,
    pub(super) zones: BTreeMap<String, i16>,
    pub(super) sets: BTreeMap<String, Vec<String>>,
    pub(super) rule: Vec<RuleData>,
}

/// One form and what it gives.
pub(super) struct Rule {
    pub(super) of: String,
    pub(super) items: Vec<Item>,
    pub(super) data: RuleData,
}

/// The time rules of a language.
pub(crate) struct Rules {
    pub(super) data: Data,
    pub(super) rules: Vec<Rule>,
    /// Rules by the word that a match can begin with; the empty word stands for a number.
    pub(super) by_first: HashMap<String, Vec<usize>>,
    pub(super) by_group: BTreeMap<String, Vec<usize>>,
    pub(super) sets: BTreeMap<String, Phrases<()>>,
    pub(super) parts: Phrases<PartOfDay>,
    pub(super) am: Phrases<()>,
    pub(super) pm: Phrases<()>,
    pub(super) hours: Phrases<()>,
    pub(super) zones: Phrases<i16>,
    pub(super) future: Phrases<()>,
    pub(super) reporting: Phrases<()>,
}

/// The groups that stand for a time of their own; others only inside these.
const TOP_GROUPS: [&str; 2] = ["date", "span"];

impl Rules {
    pub(crate) fn new(mut data: Data, token: &TokenRules, numbers: &NumberWords) -> Self {
        let unit = |list: &[String]| Phrases::new(token, list.iter().map(|s| (s.clone(), ())));
        let sets: BTreeMap<String, Phrases<()>> = data.sets.iter().map(|(k, v)| (k.clone(), unit(v))).collect();
        let rules: Vec<Rule> = std::mem::take(&mut data.rule)
            .into_iter()
            .map(|data| Rule {
                of: data.of.clone(),
                items: grammar::parse(&data.form, |name| sets.contains_key(name)),
                data,
            })
            .collect();
        let mut by_group: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, r) in rules.iter().enumerate() {
            by_group.entry(r.of.clone()).or_default().push(i);
        }
        let parts: Phrases<PartOfDay> = Phrases::new(token, data.parts.iter().map(|(k, v)| (k, v.part())));
        let mut out = Self {
            parts,
            am: unit(&data.clock.am),
            pm: unit(&data.clock.pm),
            hours: unit(&data.clock.hours),
            zones: Phrases::new(token, data.zones.iter().map(|(k, v)| (k, *v))),
            future: unit(&data.future),
            reporting: unit(&data.reporting),
            by_first: HashMap::new(),
            data,
            rules,
            by_group,
            sets,
        };
        for i in 0..out.rules.len() {
            if TOP_GROUPS.contains(&out.rules[i].of.as_str()) {
                let (keys, number) = out.keys(&out.rules[i].items, numbers, 0);
                for key in keys.into_iter().chain(number.then(String::new)) {
                    let list = out.by_first.entry(key).or_default();
                    if list.last() != Some(&i) {
                        list.push(i);
                    }
                }
            }
        }
        out
    }

    fn keys(&self, items: &[Item], numbers: &NumberWords, depth: usize) -> (Vec<String>, bool) {
        let slot = |s: Slot| -> (Vec<String>, bool) {
            let names = |m: &BTreeMap<String, i8>| m.keys().cloned().collect::<Vec<_>>();
            match s {
                Slot::Month => ([names(&self.data.months), names(&self.data.month_abbreviations)].concat(), false),
                Slot::SureMonth => (names(&self.data.months), false),
                Slot::Weekday => (names(&self.data.weekdays), false),
                Slot::AnyWeekday => {
                    ([names(&self.data.weekdays), names(&self.data.weekday_abbreviations)].concat(), false)
                }
                Slot::Num => (grammar::number_first_words(numbers), true),
                Slot::Unit | Slot::LongUnit => (self.data.units.keys().cloned().collect(), false),
                Slot::Part => (self.parts.first_words().cloned().collect(), false),
                Slot::Day | Slot::Year | Slot::NumDate => (vec![], true),
                Slot::Clock | Slot::ZonedClock | Slot::LooseClock => (vec![], true),
            }
        };
        let group = |name: &str| -> (Vec<String>, bool) {
            let (mut keys, mut number) = (vec![], false);
            if depth < grammar::MAX_DEPTH {
                for &i in self.by_group.get(name).into_iter().flatten() {
                    let (k, n) = self.keys(&self.rules[i].items, numbers, depth + 1);
                    keys.extend(k);
                    number |= n;
                }
            }
            (keys, number)
        };
        let (mut keys, number) = grammar::first_keys(items, &slot, &self.sets, &group);
        keys.sort();
        keys.dedup();
        (keys, number)
    }
}
