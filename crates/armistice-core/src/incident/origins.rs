//! How many independent origins stand behind claims: an interval, with its reasons.
//!
//! Two claims are of one origin when their documents are, when the same named speaker or body is behind both, when both
//! sources belong to one party (a party and its media are one), or when one is compiled from the other. Unnamed and unstated
//! sources may be the same as any other: the low figure takes them as the same, the high figure as different.
//!
//! Must not: count documents.

use super::{Labels, RecordedClaim};
use crate::claim::{ChainLink, ChainRole};
use crate::said::{Said, Slot, apart};
use std::collections::{BTreeMap, BTreeSet};

/// The first producer of the information, as far as the chain of a claim tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKey {
    /// The document says it in its own words and names nobody.
    Unstated,
    /// The document's own reporter saw or established it, and it says so.
    Own,
    /// Somebody unnamed, in the words of the document.
    Unnamed(String),
    /// A named speaker, monitoring body, agency or outlet, by its resolved id or name.
    Named(String),
    /// Somebody who speaks for a party to the conflict, its officials and media included.
    Party {
        /// The party.
        party: String,
        /// The speaker or outlet.
        name: String,
    },
    /// A data set, compiled from these original sources.
    Compiled {
        /// The data set.
        data_set: String,
        /// The original sources that its row names; may repeat.
        originals: Vec<String>,
    },
}

impl SourceKey {
    /// The source at the inner end of a chain: the last speaker, recorder, unnamed source, cited outlet, document or agency.
    /// `party_of` tells for a name the party to the conflict that it speaks for, if any.
    #[must_use]
    pub fn from_chain(chain: &[ChainLink], party_of: impl Fn(&str) -> Option<String>) -> Self {
        let inner = chain.iter().rev().find(|l| match l.role {
            ChainRole::Outlet | ChainRole::CitedGroup => false,
            ChainRole::Agency
            | ChainRole::CitedOutlet
            | ChainRole::Speaker
            | ChainRole::UnnamedSource
            | ChainRole::Recorder
            | ChainRole::Document => true,
        });
        let Some(link) = inner else { return Self::Unstated };
        if let Some(party) = party_of(&link.name) {
            return Self::Party { party, name: link.name.clone() };
        }
        match link.role {
            ChainRole::UnnamedSource => Self::Unnamed(link.name.clone()),
            _ => Self::Named(link.name.clone()),
        }
    }

    /// Whether the source belongs to a party to the conflict.
    #[must_use]
    pub const fn is_party(&self) -> bool {
        matches!(self, Self::Party { .. })
    }

    /// In words, with names in place of keys.
    #[must_use]
    pub fn words(&self, labels: &Labels) -> String {
        match self {
            Self::Unstated => "no source stated".to_owned(),
            Self::Own => "own reporting".to_owned(),
            Self::Unnamed(words) => format!("unnamed source ({words})"),
            Self::Named(name) => labels.of(name).to_owned(),
            Self::Party { party, name } if party == name => labels.of(party).to_owned(),
            Self::Party { party, name } => format!("{} (of {})", labels.of(name), labels.of(party)),
            Self::Compiled { data_set, originals } => {
                let names: BTreeSet<&str> = originals.iter().map(|o| labels.of(o)).collect();
                format!("{data_set}, compiled from {}", names.into_iter().collect::<Vec<_>>().join(" and "))
            }
        }
    }

    /// The same without words.
    #[must_use]
    pub fn said(&self, labels: &Labels) -> Slot {
        let label = |key: &str| labels.of(key).to_owned();
        match self {
            Self::Unstated => Slot::phrase(Said::new("who-unstated")),
            Self::Own => Slot::phrase(Said::new("who-own")),
            Self::Unnamed(words) => Slot::phrase(Said::new("who-unnamed").text("words", words)),
            Self::Named(name) => Slot::Text(label(name)),
            Self::Party { party, name } if party == name => Slot::Text(label(party)),
            Self::Party { party, name } => {
                Slot::phrase(Said::new("who-of-party").text("name", label(name)).text("party", label(party)))
            }
            Self::Compiled { data_set, originals } => {
                let names: BTreeSet<String> = originals.iter().map(|o| label(o)).collect();
                let names = Slot::Texts(names.into_iter().collect());
                Slot::phrase(Said::new("who-compiled").text("set", data_set).with("names", names))
            }
        }
    }

    /// The names that make two sources one.
    fn names(&self) -> Vec<(u8, &str)> {
        match self {
            Self::Unstated | Self::Own | Self::Unnamed(_) => vec![],
            Self::Named(name) => vec![(0, name)],
            Self::Party { party, .. } => vec![(1, party)],
            Self::Compiled { data_set, originals } if originals.is_empty() => vec![(0, data_set)],
            Self::Compiled { originals, .. } => originals.iter().map(|o| (0, o.as_str())).collect(),
        }
    }
}

/// How many independent origins, at least and at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Independence {
    /// If all that may be the same is the same.
    pub low: u32,
    /// If all that is not shown to be the same is different.
    pub high: u32,
    /// Why.
    pub reasons: Vec<String>,
    /// The same as data.
    pub said: Vec<Said>,
    /// Whether each of the origins is a party to the conflict.
    pub only_parties: bool,
}

/// Counts the independent origins behind claims, as [`Independence`].
#[must_use]
pub fn independence(claims: &[&RecordedClaim], labels: &Labels) -> Independence {
    let mut groups = Groups::new(claims.len());
    let mut reasons: BTreeMap<String, Said> = BTreeMap::new();
    let mut by_origin: BTreeMap<usize, usize> = BTreeMap::new();
    let mut by_name: BTreeMap<(u8, &str), usize> = BTreeMap::new();
    for (i, c) in claims.iter().enumerate() {
        let first = *by_origin.entry(c.origin).or_insert(i);
        if claims[first].document != c.document {
            reasons.insert("documents that share text are one origin".to_owned(), Said::new("origins-shared-text"));
        }
        groups.join(i, first);
        for name in c.ultimate_source.names() {
            let first = *by_name.entry(name).or_insert(i);
            if claims[first].origin != c.origin {
                let (label, plain, id) = match (name.0, labels.of(name.1)) {
                    (1, l) => (l, format!("sources of one party ({l}) are one origin"), "origins-one-party"),
                    (_, l) => (l, format!("{l} is the source of more than one document"), "origins-one-source"),
                };
                reasons.insert(plain, Said::new(id).text("name", label));
            }
            groups.join(i, first);
        }
        if let SourceKey::Compiled { data_set, originals } = &c.ultimate_source
            && !originals.is_empty()
        {
            reasons.insert(
                format!("{data_set} counts as its original sources, not as one of its own"),
                Said::new("origins-compiled").text("set", data_set),
            );
        }
    }
    // Per group: is somebody behind it who is known, and is it a party alone?
    let mut known: BTreeMap<usize, Behind> = BTreeMap::new();
    for (i, c) in claims.iter().enumerate() {
        let behind = known.entry(groups.root(i)).or_default();
        behind.named |= !matches!(c.ultimate_source, SourceKey::Unstated | SourceKey::Unnamed(_));
        behind.party |= c.ultimate_source.is_party();
        // Within one origin, a claim that states no source may have lost the party's name on the way.
        behind.other |= !c.ultimate_source.is_party() && c.ultimate_source != SourceKey::Unstated;
    }
    let high = known.len();
    let named = known.values().filter(|b| b.named).count();
    let low = named.max(usize::from(high > 0));
    if low < high {
        let number = |n: usize| Slot::Number(i64::try_from(n).unwrap_or(i64::MAX));
        reasons.insert(
            format!("{} of {high} possible origins name no source, so they may be the same as another", high - named),
            Said::new("origins-no-source").with("n", number(high - named)).with("high", number(high)),
        );
    }
    if high == 1 {
        reasons.insert("one origin: all claims lead back to it".to_owned(), Said::new("origins-all-one"));
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let only_parties = !known.is_empty() && known.values().all(|b| b.party && !b.other);
    let (reasons, said) = apart(reasons.into_iter().collect());
    Independence { low: count(low), high: count(high), reasons, said, only_parties }
}

/// Who stands behind one origin.
#[derive(Default)]
struct Behind {
    named: bool,
    party: bool,
    other: bool,
}

/// Sets of numbers that can be joined.
pub(crate) struct Groups(Vec<usize>);

impl Groups {
    pub(crate) fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    /// The lowest number of the set.
    pub(crate) fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
