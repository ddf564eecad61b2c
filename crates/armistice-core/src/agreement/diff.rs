//! What differs between two agreement files, by element and field, and what it means for incidents, clocks and cases.
//!
//! Must not: say which of the two is right, or that an amendment judges what happened before it.

use super::elements::Element;
use super::{Agreement, EffectiveMoment, law};
use crate::scope::Answer;
use std::collections::BTreeMap;

/// What a difference touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touches {
    /// Incidents: the scope test asks it.
    Incidents,
    /// The clocks of obligations, and phases.
    Obligations,
    /// How cases are decided, and in what time.
    Decisions,
    /// Which actors the words of documents mean.
    Names,
    /// Nothing that is computed: words for people.
    Nothing,
}

impl Touches {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Touches::Incidents => "incidents",
            Touches::Obligations => "obligations",
            Touches::Decisions => "decisions",
            Touches::Names => "names",
            Touches::Nothing => "nothing",
        }
    }
}

/// How something differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the second file has the element.
    Added,
    /// Only the first has it.
    Removed,
    /// A field differs: the items that only the first has, and those that only the second has.
    Field { field: &'static str, gone: Vec<String>, new: Vec<String> },
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table of the file.
    pub kind: &'static str,
    /// The element.
    pub id: String,
    /// How.
    pub change: Change,
    /// What it touches.
    pub touches: Touches,
}

/// How the second file stands to the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is a later version, in force from then on.
    Amends { from: EffectiveMoment },
    /// It is an earlier one: the first amends it, from then on.
    AmendedBy { from: EffectiveMoment },
    /// Neither says that it amends the other: adopted together, both hold at once, as two agreements.
    Apart,
}

/// What differs between two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// How the second stands to the first.
    pub relation: Relation,
    /// The differences, in the order of the file; removed elements stand last in their table.
    pub list: Vec<Difference>,
}

/// What a field of an element touches.
fn touches(kind: &str, field: &str) -> Touches {
    match field {
        "note" | "refs" | "to_be_confirmed" | "title" | "external_refs" | "differs_on" | "authority" => {
            Touches::Nothing
        }
        "aliases" => Touches::Names,
        _ => match kind {
            "actors" if field == "name" => Touches::Names,
            "agreement"
            | "instruments"
            | "texts"
            | "actors"
            | "parties"
            | "adherence"
            | "scope"
            | "scope.territory"
            | "scope.territory.divisions"
            | "scope.territory.excluded_areas"
            | "scope.excluded_actors"
            | "scope.zones"
            | "prohibited_acts"
            | "permitted" => match (kind, field) {
                ("instruments", "term" | "renewal" | "date" | "issuers" | "endorsed_by_parties" | "kind") => {
                    Touches::Obligations
                }
                ("scope.zones", "name" | "kind") | ("texts", "language" | "status" | "held_by") => Touches::Nothing,
                _ => Touches::Incidents,
            },
            "obligations" | "phases" => Touches::Obligations,
            "guarantors" if field == "own_forces_bound" => Touches::Incidents,
            "guarantors" | "observers" => Touches::Decisions,
            // Demands, undertakings and lines are shown.
            "statements" | "scope.lines" => Touches::Nothing,
            _ => Touches::Decisions,
        },
    }
}

/// What differs between two files.
#[must_use]
pub fn diff(a: &Agreement, b: &Agreement) -> Diff {
    let (left, right) = (a.elements(), b.elements());
    let key = |e: &Element| (e.kind, e.id.clone());
    let old: BTreeMap<_, &Element> = left.iter().map(|e| (key(e), e)).collect();
    let new: BTreeMap<_, &Element> = right.iter().map(|e| (key(e), e)).collect();
    let whole = |e: &Element, change: Change| Difference {
        kind: e.kind,
        id: e.id.clone(),
        change,
        touches: touches(e.kind, ""),
    };
    let mut list: Vec<Difference> = Vec::new();
    let mut kinds: Vec<&'static str> = Vec::new();
    for e in right.iter().chain(&left) {
        if !kinds.contains(&e.kind) {
            kinds.push(e.kind);
        }
    }
    for kind in kinds {
        for e in right.iter().filter(|e| e.kind == kind) {
            match old.get(&key(e)) {
                None => list.push(whole(e, Change::Added)),
                Some(before) => list.extend(fields(before, e)),
            }
        }
        let gone = left.iter().filter(|e| e.kind == kind && !new.contains_key(&key(e)));
        list.extend(gone.map(|e| whole(e, Change::Removed)));
    }
    Diff { relation: relation(a, b), list }
}

fn fields(a: &Element, b: &Element) -> Vec<Difference> {
    let get = |e: &Element, name: &str| {
        e.fields.iter().find(|(n, _)| *n == name).map(|(_, values)| values.clone()).unwrap_or_default()
    };
    let mut names: Vec<&'static str> = b.fields.iter().map(|(n, _)| *n).collect();
    names.extend(a.fields.iter().map(|(n, _)| *n).filter(|n| b.fields.iter().all(|(m, _)| m != n)));
    let mut out = Vec::new();
    for field in names {
        let (before, after) = (get(a, field), get(b, field));
        if before == after {
            continue;
        }
        let only = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(|v| !those.contains(v)).cloned().collect()
        };
        let (mut gone, mut new) = (only(&before, &after), only(&after, &before));
        if gone.is_empty() && new.is_empty() {
            // The same items in another order.
            (gone, new) = (before, after);
        }
        let touches = touches(b.kind, field);
        out.push(Difference { kind: b.kind, id: b.id.clone(), change: Change::Field { field, gone, new }, touches });
    }
    out
}

fn relation(a: &Agreement, b: &Agreement) -> Relation {
    let amends = |later: &Agreement, earlier: &Agreement| {
        let says = later.amends.as_ref() == Some(&earlier.id) && later.version > earlier.version;
        later.in_force_from.clone().filter(|_| says)
    };
    match (amends(b, a), amends(a, b)) {
        (Some(from), _) => Relation::Amends { from },
        (None, Some(from)) => Relation::AmendedBy { from },
        (None, None) => Relation::Apart,
    }
}

impl Diff {
    /// What it means, in plain English: one sentence for how the two stand to each other, and one for each thing touched.
    #[must_use]
    pub fn meaning(&self, a: &Agreement, b: &Agreement) -> Vec<String> {
        let at = |m: &EffectiveMoment| format!("{} {} {}", m.local.date(), m.local.time().strftime("%H:%M"), m.zone);
        let mut out = vec![match &self.relation {
            Relation::Amends { from } => format!(
                "`{}` (version {}) is in force from {}. What happened before is held against version {}, as it was; what may have \
                 happened before or after cannot be determined.",
                b.id,
                b.version,
                at(from),
                a.version
            ),
            Relation::AmendedBy { from } => format!(
                "`{}` (version {}) is the earlier one: version {} is in force from {}.",
                b.id,
                b.version,
                a.version,
                at(from)
            ),
            Relation::Apart => format!(
                "Neither file says that it amends the other. Adopted together, `{}` and `{}` both hold, as two agreements. If the \
                 second is a later version, give it `version`, `amends` and `in_force_from`.",
                a.id, b.id
            ),
        }];
        let has = |t: Touches| self.list.iter().any(|d| d.touches == t);
        let apart = self.relation == Relation::Apart;
        if has(Touches::Incidents) {
            out.push(if apart {
                "Incidents may have other answers under the two files.".to_owned()
            } else {
                "Incidents may have other answers under the later version; only those of its time are tested under it."
                    .to_owned()
            });
        }
        if has(Touches::Obligations) {
            out.push("Clocks of obligations, terms or phases run otherwise.".to_owned());
        }
        if has(Touches::Decisions) {
            out.push("Cases are decided, or their steps timed, by other rules.".to_owned());
        }
        if has(Touches::Names) {
            out.push("Words of documents may mean other actors: `armistice add` reads them again.".to_owned());
        }
        if self.list.is_empty() {
            out.push("The two files say the same.".to_owned());
        } else if self.list.iter().all(|d| d.touches == Touches::Nothing) {
            out.push("Nothing that is computed changes.".to_owned());
        }
        out
    }

    /// Which of the two holds for something that happened at an instant, if they are versions of one agreement.
    #[must_use]
    pub fn law<'a>(&self, a: &'a Agreement, b: &'a Agreement, at: jiff::Timestamp) -> Option<&'a Agreement> {
        if self.relation == Relation::Apart {
            return None;
        }
        let law = law::in_force(&[a, b], &b.id, Some(at), Some(at));
        if law.answer == Answer::Yes { law.one() } else { None }
    }
}
