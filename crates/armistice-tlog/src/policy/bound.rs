//! How many witnesses must lie for two views of one log, and how many must be silent to stop it.
//!
//! Must not: assume who colludes. A bound is over all choices of liars; who is likely to be one is not known here.
//!
//! **The bound.** In a split view two checkpoints of one log, of which neither tree contains the other, both satisfy the
//! policy. An honest witness cosigns at most one of them; a liar cosigns both. Take a group of n members that needs k.
//! Each member counts for one view or, if it is split itself, for both: with s members split, there are n + s counts
//! for two views that need k each, so s ≥ 2k − n. That many suffice: the others divide themselves so that each view has
//! its k. The honest members can always be divided so, because in an honest witness the adversary chooses which view it
//! sees first, and in a group that is not split all of it follows one view at no cost. As the groups are a tree, the
//! least number of liars of a group is the sum of the 2k − n smallest of its members' numbers; a witness's is 1, and a
//! group with 2k ≤ n splits for nothing. The tests compare this with every choice of liars and every division of the
//! honest.
//!
//! **Silence.** A group is stopped when fewer than k members are left, so by n − k + 1 of them; the least number over
//! the tree is the sum of the n − k + 1 smallest. The smallest quorum is the sum of the k smallest.

use core::fmt;

use super::{Member, Name, Policy};

/// What one group demands of a split view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupBound {
    /// The group's name.
    pub name: Name,
    /// Its members, n.
    pub members: usize,
    /// How many it needs, k.
    pub needed: usize,
    /// How many of them must be split in a split view that splits this group: 2k − n, or 0.
    pub overlap: usize,
    /// The least number of witnesses below it that must lie to split it.
    pub liars: usize,
}

/// How many witnesses must lie for two views of one log to pass. Shown as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollusionBound {
    /// The least number of witnesses that must lie. 0: the log alone can show two views.
    pub liars: usize,
    /// How many witnesses the quorum reaches.
    pub witnesses: usize,
    /// One smallest choice of liars.
    pub example: Vec<Name>,
    /// The groups that the quorum reaches, from the outside in.
    pub groups: Vec<GroupBound>,
    sentence: String,
}

impl fmt::Display for CollusionBound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

/// In a group that needs k of n: of how many members the least numbers are summed.
type Demand = fn(usize, usize) -> usize;

const fn overlap(needed: usize, members: usize) -> usize {
    (2 * needed).saturating_sub(members)
}

const fn quorum(needed: usize, _: usize) -> usize {
    needed
}

const fn veto(needed: usize, members: usize) -> usize {
    members - needed + 1
}

impl Policy {
    /// The least number of witnesses that must lie for two views of one log to pass, with the groups' own numbers.
    #[must_use]
    pub fn collusion_bound(&self) -> CollusionBound {
        let example = self.quorum.map(|member| self.least(member, overlap)).unwrap_or_default();
        let mut groups = Vec::new();
        if let Some(member) = self.quorum {
            self.list(member, &mut groups);
        }
        let witnesses = self.reached().len();
        let sentence = match self.quorum {
            None => "Two views of one log can both pass if its key signs both: this policy asks for no witness.".into(),
            Some(_) if example.is_empty() => {
                "Two views of one log can both pass if its key signs both, and no witness need lie: the honest \
                 witnesses alone can be divided into two quorums."
                    .into()
            }
            Some(member) => format!(
                "Two views of one log can both pass only if its key signs both and at least {} of {witnesses} witnesses \
                 lie: {}.",
                example.len(),
                self.phrase(member)
            ),
        };
        let example: Vec<Name> = example.into_iter().map(|index| self.witnesses[index].name.clone()).collect();
        CollusionBound { liars: example.len(), witnesses, example, groups, sentence }
    }

    /// Whether two views of one log can both pass if exactly these witnesses (by their name in this file) lie.
    #[must_use]
    pub fn can_be_split_by(&self, liars: &[&[u8]]) -> bool {
        self.quorum.is_none_or(|member| self.splits(member, liars))
    }

    /// The least number of cosignatures that satisfy the policy. Fewer wrong clocks than this cannot set *not after*
    /// before, or *not before* after, every right one.
    #[must_use]
    pub fn smallest_quorum(&self) -> usize {
        self.quorum.map_or(0, |member| self.least(member, quorum).len())
    }

    /// The least number of witnesses whose silence keeps the policy from ever being satisfied. `None`: nobody's can, as
    /// no cosignature is needed.
    #[must_use]
    pub fn stopped_by(&self) -> Option<usize> {
        self.quorum.map(|member| self.least(member, veto).len())
    }

    /// One smallest set of witnesses that meets the demand at every group.
    fn least(&self, member: Member, demand: Demand) -> Vec<usize> {
        match member {
            Member::Witness(index) => vec![index],
            Member::Group(index) => {
                let group = &self.groups[index];
                // Put in by rising length, the earlier first: a group is short, and a sort of its own is large in a page.
                let mut sets: Vec<Vec<usize>> = Vec::new();
                for member in &group.members {
                    let set = self.least(*member, demand);
                    sets.insert(sets.partition_point(|other| other.len() <= set.len()), set);
                }
                sets.truncate(demand(group.needed, group.members.len()));
                sets.concat()
            }
        }
    }

    fn splits(&self, member: Member, liars: &[&[u8]]) -> bool {
        match member {
            Member::Witness(index) => liars.contains(&self.witnesses[index].name.as_bytes()),
            Member::Group(index) => {
                let group = &self.groups[index];
                let split = group.members.iter().filter(|member| self.splits(**member, liars)).count();
                split >= overlap(group.needed, group.members.len())
            }
        }
    }

    fn list(&self, member: Member, groups: &mut Vec<GroupBound>) {
        let Member::Group(index) = member else { return };
        let group = &self.groups[index];
        groups.push(GroupBound {
            name: group.name.clone(),
            members: group.members.len(),
            needed: group.needed,
            overlap: overlap(group.needed, group.members.len()),
            liars: self.least(member, overlap).len(),
        });
        for member in &group.members {
            self.list(*member, groups);
        }
    }

    /// What splitting this member takes, in words. Members that split for nothing are not told of.
    fn phrase(&self, member: Member) -> String {
        let Member::Group(index) = member else { return self.name(member).to_string() };
        let group = &self.groups[index];
        let members = group.members.len();
        let overlap = overlap(group.needed, members);
        if group.members.iter().all(|member| matches!(member, Member::Witness(_))) {
            return match (overlap == members, group.members.as_slice()) {
                (_, [one]) => self.name(*one).to_string(),
                (true, _) => format!("all {members} in {}", group.name),
                (false, _) => format!("at least {overlap} of the {members} in {}", group.name),
            };
        }
        let costly: Vec<_> =
            group.members.iter().filter(|member| !self.least(**member, self::overlap).is_empty()).collect();
        let free = members - costly.len();
        let phrases: Vec<_> = costly.iter().map(|member| self.phrase(**member)).collect();
        match (overlap.saturating_sub(free), phrases.as_slice()) {
            (_, [one]) => one.clone(),
            (needed, all) if needed == all.len() => all.join(" and "),
            (needed, all) => format!("{needed} of these {}: ({})", all.len(), all.join("), (")),
        }
    }
}
