//! The news agencies and large outlets of the world: a list that is data, and where their names stand in a text.
//!
//! Must not: decide what a mention means ([`crate::lineage::credit`] does).

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use armistice_core::span::Span;
use serde::{Deserialize, Serialize};

use crate::lineage::names::halves;
use crate::lineage::tokens::fold;

/// Names in capitals up to this length are abbreviations and match in capitals only.
const ABBREVIATION_BYTES: usize = 7;

/// What sort of outlet it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OutletKind {
    /// A news agency that sells text to other outlets.
    Wire,
    /// A news agency of a state.
    StateAgency,
    /// Radio and television.
    Broadcaster,
    /// A newspaper.
    Newspaper,
    /// An outlet on the web only.
    Online,
    /// A monitoring or research organisation.
    Monitor,
}

impl OutletKind {
    /// Whether other outlets print its text as a matter of course.
    #[must_use]
    pub fn is_agency(self) -> bool {
        match self {
            Self::Wire | Self::StateAgency => true,
            Self::Broadcaster | Self::Newspaper | Self::Online | Self::Monitor => false,
        }
    }
}

/// One outlet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Stable key.
    pub id: String,
    /// ISO 3166 code of its seat ("UN" for the United Nations).
    pub country: String,
    /// Sort.
    pub kind: OutletKind,
    /// Names as they stand in text; the first is the one to show.
    pub names: Vec<String>,
    /// Whether it delivers pictures only.
    #[serde(default)]
    pub photo_only: bool,
}

/// Number of an agency in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyId(pub u16);

/// Which agency: one of the list, or one that a page names. The same name gives the same key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgencyKey {
    /// In the list.
    Listed(AgencyId),
    /// Not in the list: its long name if it has one, folded ([`crate::lineage::tokens::fold`]).
    Unlisted(String),
}

/// The list and the search for its names.
#[derive(Debug)]
pub struct Agencies {
    list: Vec<Agency>,
    search: AhoCorasick,
    owner: Vec<AgencyId>,
}

/// Why a list cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AgenciesError {
    /// Not the expected TOML.
    #[error("the list of agencies cannot be read: {0}")]
    Toml(#[from] toml::de::Error),
    /// The names cannot be searched for (too many).
    #[error("the names of the agencies cannot be searched for: {0}")]
    Search(#[from] aho_corasick::BuildError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    agency: Vec<Agency>,
}

fn unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

impl Agencies {
    /// The list that comes with this crate.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static LIST: LazyLock<Agencies> = LazyLock::new(|| {
            Agencies::parse(include_str!("../../data/agencies.toml")).expect("the bundled list is tested")
        });
        &LIST
    }

    /// A list in TOML: `[[agency]]` with `id`, `country`, `kind`, `names`.
    ///
    /// # Errors
    /// If the text is no such list.
    pub fn parse(text: &str) -> Result<Self, AgenciesError> {
        let list = toml::from_str::<File>(text)?.agency;
        let (mut names, mut owner) = (Vec::new(), Vec::new());
        for (i, agency) in (0u16..).zip(&list) {
            for name in &agency.names {
                names.push(name.clone());
                owner.push(AgencyId(i));
                let capitals = name.to_uppercase();
                if capitals != *name && name.len() > 3 {
                    names.push(capitals);
                    owner.push(AgencyId(i));
                }
            }
        }
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names)?;
        Ok(Self { list, search, owner })
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Agency] {
        &self.list
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: AgencyId) -> &Agency {
        &self.list[id.0 as usize]
    }

    /// The name to show.
    #[must_use]
    pub fn name(&self, id: AgencyId) -> &str {
        let a = self.get(id);
        a.names.first().map_or(a.id.as_str(), String::as_str)
    }

    /// The agency that a name stands for, if it stands for one from end to end.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<AgencyId> {
        let name = name.trim();
        self.mentions(name, &[]).into_iter().find(|(s, _)| s.len() == name.len()).map(|(_, id)| id)
    }

    /// The key of an agency by its name: of the list, or made of the name ("Long Name (LN)" is "Long Name").
    #[must_use]
    pub fn key(&self, name: &str) -> AgencyKey {
        self.named(name).map_or_else(|| AgencyKey::Unlisted(fold(halves(name).0)), AgencyKey::Listed)
    }

    /// Whether other outlets print its text as a matter of course. What a page uses as an agency, and is in no list, is one.
    #[must_use]
    pub fn is_agency(&self, key: &AgencyKey) -> bool {
        match key {
            AgencyKey::Listed(id) => self.get(*id).kind.is_agency(),
            AgencyKey::Unlisted(_) => true,
        }
    }

    /// Where names of the list stand in `text` as whole words, in order. `clitics` are letters that a language writes
    /// together with the name.
    #[must_use]
    pub fn mentions(&self, text: &str, clitics: &[String]) -> Vec<(Span, AgencyId)> {
        let mut out = Vec::new();
        for m in self.search.find_iter(text) {
            let (head, tail) = (&text[..m.start()], &text[m.end()..]);
            let name = &text[m.range()];
            let abbreviation = name.len() <= ABBREVIATION_BYTES && name.chars().all(char::is_uppercase);
            let bounded = |side: Option<char>, own: Option<char>| {
                !side.is_some_and(char::is_alphanumeric) || own.is_some_and(unspaced)
            };
            let left = bounded(head.chars().next_back(), name.chars().next())
                || clitics.iter().any(|c| {
                    head.strip_suffix(c.as_str())
                        .is_some_and(|h| !h.chars().next_back().is_some_and(char::is_alphanumeric))
                });
            let right = bounded(tail.chars().next(), name.chars().next_back());
            // "AP" of "AP-1" or "MAP@" is no agency.
            let joined = abbreviation && (head.ends_with(['@', '_', '.', '-']) || tail.starts_with(['@', '_']));
            if left && right && !joined {
                out.push((Span::new(m.start(), m.end()), self.owner[m.pattern().as_usize()]));
            }
        }
        out
    }
}
