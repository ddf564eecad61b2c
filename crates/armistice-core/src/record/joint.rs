//! Items that members open together: had everybody sealed before anybody opened?
//!
//! Must not: verify openings (that is proving), or take a member's own time for an order. Order is what registers had seen
//! of each other.

use super::{EntryRef, Register, trust::TrustState};
use crate::id::ItemId;
use std::collections::{BTreeMap, BTreeSet};

/// One member's part in an opening together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The member.
    pub member: String,
    /// What it sealed under the label for these members, in the order of its register. More than one lets it choose. What
    /// another member sealed with the same root does not count, for neither of them.
    pub sealed: Vec<(ItemId, EntryRef)>,
    /// Its first opening of one of them, and which.
    pub opened: Option<(ItemId, EntryRef)>,
}

impl Part {
    /// The sealing that counts: that of what was opened first, and before anything is opened, the first.
    fn sealing(&self) -> Option<&EntryRef> {
        let of = |item: &ItemId| self.sealed.iter().find(|(id, _)| id == item).map(|(_, at)| at);
        match &self.opened {
            Some((item, _)) => of(item),
            None => self.sealed.first().map(|(_, at)| at),
        }
    }
}

/// Whether everybody had sealed before anybody opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Nobody has opened anything.
    Sealed,
    /// Each opening had seen the sealing of all others: nobody could adapt.
    SealedFirst,
    /// An opening had not seen the sealing of all others: what was sealed later may have been adapted to it.
    NotShown,
}

/// An opening together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joint {
    /// The public label.
    pub about: String,
    /// The members, by name.
    pub parts: Vec<Part>,
    /// Had everybody sealed first?
    pub order: Order,
}

/// All openings together that the registers speak of, by label and members.
#[must_use]
pub fn joint(registers: &[Register], trust: &TrustState) -> Vec<Joint> {
    // A root that two members sealed is one member's work and the other's copy: it would be opened as if it were both's.
    let mut roots: BTreeMap<[u8; 32], BTreeSet<&str>> = BTreeMap::new();
    for (at, sealed) in trust.sealed.values().flat_map(|s| &s.sealed) {
        roots.entry(sealed.root).or_default().insert(&at.member);
    }
    let copied = |root: &[u8; 32]| roots.get(root).is_some_and(|members| members.len() > 1);
    let mut groups: BTreeMap<(String, BTreeSet<String>), BTreeMap<String, Part>> = BTreeMap::new();
    for (id, state) in &trust.sealed {
        for (at, sealed) in state.genuine(id).filter(|(_, s)| !s.together.is_empty()) {
            let members: BTreeSet<String> =
                sealed.together.iter().cloned().chain(std::iter::once(at.member.clone())).collect();
            let group = groups.entry((sealed.about.clone(), members)).or_default();
            let empty = || Part { member: at.member.clone(), sealed: Vec::new(), opened: None };
            let part = group.entry(at.member.clone()).or_insert_with(empty);
            if copied(&sealed.root) {
                continue;
            }
            part.sealed.push((id.clone(), at.clone()));
            let own = state.revealed.iter().map(|(e, _)| e).filter(|e| e.member == at.member);
            let first = own.min_by_key(|e| e.index).cloned();
            part.opened = match (part.opened.take(), first.map(|e| (id.clone(), e))) {
                (Some(a), Some(b)) => Some(if a.1.index <= b.1.index { a } else { b }),
                (a, b) => a.or(b),
            };
        }
    }
    let made = |((about, members), mut found): ((String, BTreeSet<String>), BTreeMap<String, Part>)| {
        let parts: Vec<Part> = members
            .into_iter()
            .map(|member| {
                let mut part =
                    found.remove(&member).unwrap_or_else(|| Part { member, sealed: Vec::new(), opened: None });
                part.sealed.sort_by_key(|(_, at)| at.index);
                part
            })
            .collect();
        let order = order(registers, &parts);
        Joint { about, parts, order }
    };
    groups.into_iter().map(made).collect()
}

fn order(registers: &[Register], parts: &[Part]) -> Order {
    let opened: Vec<&EntryRef> = parts.iter().filter_map(|p| p.opened.as_ref()).map(|(_, at)| at).collect();
    if opened.is_empty() {
        return Order::Sealed;
    }
    let first = opened.iter().all(|opening| {
        let mut others = parts.iter().filter(|p| p.member != opening.member);
        others.all(|p| p.sealing().is_some_and(|sealing| had_seen(registers, opening, sealing)))
    });
    if first { Order::SealedFirst } else { Order::NotShown }
}

/// Whether the author of one entry had seen another one, in another register, when writing.
#[must_use]
pub fn had_seen(registers: &[Register], entry: &EntryRef, other: &EntryRef) -> bool {
    if entry.member == other.member {
        return other.index < entry.index;
    }
    let by_member = |name: &str| registers.iter().find(|r| r.member == name);
    let (Some(own), Some(origin)) = (by_member(&entry.member), by_member(&other.member).map(|r| r.origin.as_str()))
    else {
        return false;
    };
    let upto = usize::try_from(entry.index).map_or(usize::MAX, |i| i.saturating_add(1));
    // What was seen before is seen still.
    own.entries
        .iter()
        .take(upto)
        .any(|(_, decoded)| decoded.header().seen.iter().any(|s| s.origin == origin && s.size > other.index))
}
