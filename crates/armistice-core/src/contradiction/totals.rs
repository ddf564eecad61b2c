//! Cumulative figures against each other: what they cover, how they are bounded, which is newer.
//!
//! Must not: compare a total with the figure of an incident.

use super::{Findings, Order, Relation, Set, Told, by_size, status_words, what_words, words};
use crate::act::Act;
use crate::claim::ClaimKind;
use crate::count::{Count, CountStatus, CountWhat};
use crate::incident::{disjoint, figure};
use crate::named::Named as _;
use crate::said::{Said, Slot};
use crate::time::TimeBasis;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What a total covers: of whom, by which act, since when. Who is named beside the figure is no part of it.
type Covers = (CountStatus, Option<Act>, Option<Date>);
type Slots = BTreeMap<Covers, BTreeMap<Count, Set>>;

impl Findings<'_> {
    /// Totals by unit and country; those that name no country stand with the only one that others name.
    pub(super) fn totals(&mut self) {
        let mut blocks: BTreeMap<CountWhat, BTreeMap<Option<String>, Slots>> = BTreeMap::new();
        for (i, c) in self.all.iter().enumerate().filter(|(_, c)| c.claim.kind == ClaimKind::Total) {
            let country = c.claim.place.as_ref().and_then(|p| p.country.clone());
            for count in &c.claim.counts {
                let since = c.when.first_day().filter(|_| c.when.basis != TimeBasis::Unresolved);
                let covers = (of_whom(count.status), cause(c.claim.act), since);
                let slots = blocks.entry(count.what).or_default().entry(country.clone()).or_default();
                slots.entry(covers).or_default().entry(*count).or_default().insert(i);
            }
        }
        for (what, mut countries) in blocks {
            if countries.len() == 2
                && let Some(bare) = countries.remove(&None)
                && let Some(named) = countries.values_mut().next()
            {
                for (covers, values) in bare {
                    let slot = named.entry(covers).or_default();
                    for (count, claims) in values {
                        slot.entry(count).or_default().extend(claims);
                    }
                }
            }
            for (country, slots) in countries {
                self.matter = format!("totals {}", country.unwrap_or_default());
                self.block(what, slots);
            }
        }
    }

    fn block(&mut self, what: CountWhat, slots: Slots) {
        let about = format!("total:{}", what_words(what));
        let slots: Vec<_> = slots.into_iter().collect();
        for (covers, values) in &slots {
            self.total_values(&about, values, &(of_words(what, covers.0), of_said(what, covers.0)));
        }
        for pair in slots.windows(2) {
            let [(a, x), (b, y)] = pair else { continue };
            let (Some((c, p)), Some((d, q))) = (x.first_key_value(), y.first_key_value()) else { continue };
            // A report that breaks its total down gives parts, and no other figure.
            let both: Set = p.union(q).copied().collect();
            let documents: BTreeSet<_> = both.iter().map(|i| &self.all[*i].document).collect();
            if (c.min, c.best, c.max) == (d.min, d.best, d.max) || documents.len() < 2 {
                continue;
            }
            let mut differ = Vec::new();
            let mut apart = Vec::new();
            let mut against = |a: Slot, b: Slot| {
                apart.push(Slot::phrase(Said::new("contra-against").with("a", a).with("b", b)));
            };
            if a.0 != b.0 {
                differ.push(format!("{} against {}", status_words(a.0), status_words(b.0)));
                against(Slot::Word("person", a.0.id()), Slot::Word("person", b.0.id()));
            }
            if a.1 != b.1 {
                let act = |x: Option<Act>| x.map_or("no act named".to_owned(), |a| words(a.id()));
                differ.push(format!("{} against {}", act(a.1), act(b.1)));
                let act = |x: Option<Act>| Slot::Word("act", x.map_or("none", Act::id));
                against(act(a.1), act(b.1));
            }
            let definition = !differ.is_empty();
            if a.2 != b.2 {
                let since = |d: Option<Date>| d.map_or("no begin stated".to_owned(), |d| format!("since {d}"));
                differ.push(format!("{} against {}", since(a.2), since(b.2)));
                let since = |d: Option<Date>| match d {
                    Some(day) => Slot::phrase(Said::new("contra-since").with("day", Slot::Day(day))),
                    None => Slot::phrase(Said::new("contra-no-begin")),
                };
                against(since(a.2), since(b.2));
            }
            let said = format!("{} ({}) and {} ({})", figure(c), self.names(p), figure(d), self.names(q));
            let (why, id) = if disjoint(c, d) || definition {
                (format!("{said} measure different things: {}", differ.join("; ")), "contra-total-things")
            } else {
                let why =
                    format!("{said}: the bounds and rounding differ, and both may be right ({})", differ.join("; "));
                (why, "contra-total-bounds")
            };
            let data = self.two(id, (Slot::Figure(*c), p), (Slot::Figure(*d), q)).with("differ", Slot::Row(apart));
            let relation = if definition { Relation::DifferentDefinition } else { Relation::DifferentScope };
            self.add(&both, &about, relation, (why, data));
        }
    }

    fn total_values(&mut self, about: &str, values: &BTreeMap<Count, Set>, (of, of_said): &Told) {
        let ordered = by_size(values);
        for pair in ordered.windows(2) {
            let [(a, low), (b, high)] = pair else { continue };
            let both: Set = low.union(high).copied().collect();
            let said = format!("{} ({}) and {} ({}), {of}", figure(a), self.names(low), figure(b), self.names(high));
            if disjoint(a, b) {
                let two = BTreeMap::from([(**a, (*low).clone()), (**b, (*high).clone())]);
                let in_all = Said::new("contra-in-all").with("of", Slot::phrase(of_said.clone()));
                self.figures(about, &two, &(format!("{of} in all"), in_all));
            } else if a.best != b.best {
                let later = matches!(self.order(low, high), Order::OneOriginLater);
                let (relation, why, id) = if later {
                    (Relation::Update, format!("{said}: the same origin, later"), "contra-total-later")
                } else {
                    let why = format!("{said}: bounds and rounding differ, and both may be right");
                    (Relation::DifferentScope, why, "contra-total-rounding")
                };
                let data = self.two(id, (Slot::Figure(**a), low), (Slot::Figure(**b), high));
                self.add(&both, about, relation, (why, data.with("of", Slot::phrase(of_said.clone()))));
            }
        }
    }
}

/// Whom or what the figures count.
fn of_words(what: CountWhat, status: CountStatus) -> String {
    let persons = what.is_harm() || matches!(what, CountWhat::Displaced | CountWhat::Released | CountWhat::Persons);
    if persons { status_words(status).to_owned() } else { what_words(what) }
}

/// The same as data.
fn of_said(what: CountWhat, status: CountStatus) -> Said {
    let persons = what.is_harm() || matches!(what, CountWhat::Displaced | CountWhat::Released | CountWhat::Persons);
    let of = Said::new("contra-of");
    if persons { of.word("of", "person", status.id()) } else { of.word("of", "count", what.id()) }
}

/// "310,000 have been killed" and "310,000 people have been killed" count the same.
const fn of_whom(status: CountStatus) -> CountStatus {
    match status {
        CountStatus::Unknown => CountStatus::All,
        other => other,
    }
}

/// Words that only say again what is counted, or tell of it in the same sentence, name no cause.
fn cause(act: Option<Act>) -> Option<Act> {
    act.filter(|a| !matches!(a, Act::Killing | Act::Injury | Act::ForcedDisplacement | Act::Attack | Act::ArmedClash))
}
