//! The time rules of a language, as its `times.toml` has them.
//!
//! Must not: match anything; `grammar` and `times` do.

use super::{
    grammar::{self, Item, What},
    numbers::NumberWords,
    times::Slot,
    token::{Kind, Phrases, Tok, TokenRules},
};
use armistice_core::time::{PartOfDay, Unit};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};

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

#[derive(Clone, Debug, Deserialize)]
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
    pub(super) items: Vec<Item>,
    pub(super) data: RuleData,
}

/// The rules of one group.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) rules: Vec<usize>,
    /// Rules by the word that a match can begin with; the empty word stands for a number.
    pub(super) by_first: HashMap<String, Vec<usize>>,
}

/// How far from its first word a time has its month, weekday, unit or number …
const CORE_REACH: usize = 8;
/// … and how far when words may be passed over.
const GAP_REACH: usize = CORE_REACH + grammar::MAX_GAP;

/// The time rules of a language.
pub(crate) struct Rules {
    pub(super) data: Data,
    pub(super) rules: Vec<Rule>,
    /// Rules by the word that a match can begin with; the empty word stands for a number.
    pub(super) by_first: HashMap<String, Vec<usize>>,
    pub(super) groups: Vec<Group>,
    pub(super) sets: Vec<Phrases<()>>,
    /// The set that makes a figure approximate.
    pub(super) approx: Option<usize>,
    /// Words of which (or of numbers) each time has one.
    core: HashSet<String>,
    /// First words of rules with a gap, whose core may be far.
    gapped: HashSet<String>,
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
        let set_names: Vec<&String> = data.sets.keys().collect();
        let sets: Vec<Phrases<()>> = data.sets.values().map(|v| unit(v)).collect();
        let approx = set_names.iter().position(|n| *n == "approx");
        let mut groups: Vec<Group> = vec![];
        let mut group = |name: &str| {
            groups.iter().position(|g| g.name == name).unwrap_or_else(|| {
                groups.push(Group { name: name.to_owned(), rules: vec![], by_first: HashMap::new() });
                groups.len() - 1
            })
        };
        let mut of = vec![];
        let mut rules: Vec<Rule> = vec![];
        for data in &data.rule {
            of.push(group(&data.of));
            let set = |name: &str| set_names.iter().position(|n| *n == name);
            rules.push(Rule { items: grammar::parse(&data.form, set, &mut group), data: data.clone() });
        }
        data.rule.clear();
        for (i, group) in of.iter().enumerate() {
            groups[*group].rules.push(i);
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
            groups,
            sets,
            approx,
            core: HashSet::new(),
            gapped: HashSet::new(),
        };
        #[expect(clippy::needless_range_loop, reason = "the lists of `out` grow while its rules are walked")]
        for i in 0..out.rules.len() {
            let (keys, number) = out.keys(&out.rules[i].items, numbers, 0);
            let gap = out.rules[i].items.iter().any(|item| matches!(item.what, What::Gap));
            let top = TOP_GROUPS.contains(&out.groups[of[i]].name.as_str());
            for key in keys.into_iter().chain(number.then(String::new)) {
                if gap {
                    out.gapped.insert(key.clone());
                }
                let group = &mut out.groups[of[i]].by_first;
                let lists = std::iter::once(group).chain(top.then_some(&mut out.by_first));
                for list in lists.map(|map| map.entry(key.clone()).or_default()) {
                    if list.last() != Some(&i) {
                        list.push(i);
                    }
                }
            }
        }
        out.core = out.core_words();
        out
    }

    /// The words that times turn on: names of months, weekdays, units and parts; of forms without slots, their last word.
    fn core_words(&self) -> HashSet<String> {
        let d = &self.data;
        let names = [&d.months, &d.month_abbreviations, &d.weekdays, &d.weekday_abbreviations];
        let mut core: HashSet<String> = names.iter().flat_map(|m| m.keys().cloned()).collect();
        core.extend(d.units.keys().cloned());
        core.extend(self.parts.first_words().cloned());
        for rule in &self.rules {
            let needed = || rule.items.iter().filter(|item| !item.optional);
            let open = |item: &Item| matches!(item.what, What::Slot(_) | What::Group(_));
            if needed().any(open) {
                continue;
            }
            if let Some(What::Words(words)) = needed().map(|item| &item.what).rfind(|w| matches!(w, What::Words(_))) {
                core.extend(words.iter().cloned());
            }
        }
        core
    }

    /// The tokens at which a time can begin, as far as the words after them tell.
    pub(super) fn open(&self, toks: &[Tok]) -> Vec<bool> {
        let mut next = usize::MAX;
        let mut out = vec![false; toks.len()];
        for (i, t) in toks.iter().enumerate().rev() {
            if t.kind == Kind::Number || t.kind == Kind::Word && self.core.contains(&t.lower) {
                next = i;
            }
            let away = next.saturating_sub(i);
            out[i] = away <= CORE_REACH || away <= GAP_REACH && self.gapped.contains(&t.lower);
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
        let group = |group: usize| -> (Vec<String>, bool) {
            let (mut keys, mut number) = (vec![], false);
            if depth < grammar::MAX_DEPTH {
                for &i in &self.groups[group].rules {
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
