//! The law in force at the time of an act: which version of an agreement holds at an instant, or through an interval.
//! An amendment is a version of its own with its own start; it never judges what happened before.
//!
//! Must not: pick a version for an interval that reaches across an amendment.

use super::Agreement;
use super::name::AgreementId;
use crate::scope::Answer;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Which version holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law<'a> {
    /// Yes: one version holds for all of the time. No: none does, for any of it. Otherwise several may, or one for a part.
    pub answer: Answer,
    /// The versions that may hold, in the order in which they came into force.
    pub versions: Vec<&'a Agreement>,
    /// Why it is not one version for all of the time.
    pub why: Vec<LawReason>,
}

impl<'a> Law<'a> {
    /// The version that holds for all of the time, if there is one.
    #[must_use]
    pub fn one(&self) -> Option<&'a Agreement> {
        match (self.answer, &self.versions[..]) {
            (Answer::Yes, [only]) => Some(only),
            (Answer::Yes | Answer::No | Answer::CannotBeDetermined, _) => None,
        }
    }
}

/// Why no one version holds for all of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LawReason {
    /// No adopted agreement has that id, or is a version of one that has.
    NoVersion,
    /// A part of the time, or all, lies before the first version.
    Before,
    /// A part of the time, or all, lies after the end.
    After,
    /// An amendment lies within the time, or may.
    Straddles,
    /// Two versions with one number claim to begin at the same moment.
    TwoVersions,
}

/// When a version begins: its own moment, or that of the agreement.
#[must_use]
pub fn begins(agreement: &Agreement) -> Timestamp {
    agreement.in_force_from.as_ref().unwrap_or(&agreement.effective).instant
}

/// The first version of the agreement that `id` is a version of, as far as the adopted ones tell.
fn root<'a>(versions: &[&'a Agreement], id: &'a AgreementId) -> &'a AgreementId {
    // A version that keeps the id of what it amends is no step.
    let up: BTreeMap<&AgreementId, &AgreementId> =
        versions.iter().filter_map(|v| Some((&v.id, v.amends.as_ref()?))).filter(|(id, of)| id != of).collect();
    let mut at = id;
    for _ in 0..=up.len() {
        let Some(next) = up.get(at) else { break };
        at = next;
    }
    at
}

/// All adopted versions of the agreement that `of` is a version of, in the order in which they come into force.
#[must_use]
pub fn family<'a>(versions: &[&'a Agreement], of: &'a AgreementId) -> Vec<&'a Agreement> {
    let family = root(versions, of);
    let mut list: Vec<&'a Agreement> = versions.iter().copied().filter(|v| root(versions, &v.id) == family).collect();
    list.sort_by(|a, b| (begins(a), a.version, &a.id).cmp(&(begins(b), b.version, &b.id)));
    list.dedup();
    list
}

/// Which of the adopted versions of the agreement `of` holds through the time from `from` to `to` (both inclusive; an open end
/// is not known). The order of `versions` does not matter.
#[must_use]
pub fn in_force<'a>(
    versions: &[&'a Agreement],
    of: &'a AgreementId,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
) -> Law<'a> {
    let list = family(versions, of);
    let Some(first) = list.first() else {
        return Law { answer: Answer::No, versions: Vec::new(), why: vec![LawReason::NoVersion] };
    };
    let (from, to) = (from.unwrap_or(Timestamp::MIN), to.unwrap_or(Timestamp::MAX));
    let mut why = Vec::new();
    if from < begins(first) {
        why.push(LawReason::Before);
    }
    let mut held = Vec::new();
    for (i, version) in list.iter().enumerate() {
        let start = begins(version);
        // The next one that begins later ends this one; of those that begin together the highest number holds.
        let next = list.iter().skip(i + 1).map(|v| begins(v)).find(|at| *at > start);
        let highest = list.iter().filter(|v| begins(v) == start).all(|v| v.version <= version.version);
        let end = version.ends.as_ref().map(|m| m.instant);
        let until = match (next, end) {
            (Some(next), Some(end)) => Some(next.min(end)),
            (next, end) => next.or(end),
        };
        if highest && to >= start && until.is_none_or(|until| from < until) {
            held.push(*version);
            if list.iter().any(|v| begins(v) == start && v.version == version.version && v != version) {
                why.push(LawReason::TwoVersions);
            }
            // Ended, and no later version takes over at that moment.
            if let Some(end) = end
                && to >= end
                && next.is_none_or(|next| next > end)
            {
                why.push(LawReason::After);
            }
        }
    }
    if held.is_empty() {
        if why.is_empty() {
            why.push(LawReason::After);
        }
        return Law { answer: Answer::No, versions: held, why };
    }
    if held.len() > 1 && !why.contains(&LawReason::TwoVersions) {
        why.push(LawReason::Straddles);
    }
    why.sort();
    why.dedup();
    let answer = if held.len() == 1 && why.is_empty() { Answer::Yes } else { Answer::CannotBeDetermined };
    Law { answer, versions: held, why }
}
