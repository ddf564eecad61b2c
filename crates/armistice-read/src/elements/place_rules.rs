//! The place rules of a language, as its `places.toml` has them.
//!
//! Must not: decide where anything is; `places` does.

use super::token::{Phrases, Tok, TokenRules};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

/// `places.toml` of a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    locative: Vec<String>,
    weak: Vec<String>,
    near: Vec<String>,
    by: Vec<String>,
    articles: Vec<String>,
    of: Vec<String>,
    list: Vec<String>,
    appositive: Vec<String>,
    admin1: Vec<String>,
    admin2: Vec<String>,
    settlement: Vec<String>,
    region: Vec<String>,
    area: Vec<String>,
    directions: Vec<String>,
    direction_nouns: Vec<String>,
    direction_tail: Vec<String>,
    actor_nouns: Vec<String>,
    metonym_verbs: Vec<String>,
    stop: Vec<String>,
    countries: BTreeMap<String, Vec<String>>,
    demonyms: BTreeMap<String, Vec<String>>,
    regions: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
/// What kind of place a type word tells of.
pub(super) enum Type {
    Admin1,
    Admin2,
    Settlement,
    Region,
}

/// The place rules of a language.
pub(crate) struct Rules {
    pub(super) locative: Phrases<()>,
    pub(super) weak: Phrases<()>,
    pub(super) near: Phrases<()>,
    pub(super) by: Phrases<()>,
    pub(super) articles: Vec<String>,
    pub(super) of: Vec<String>,
    pub(super) list: Vec<String>,
    pub(super) appositive: Vec<String>,
    pub(super) types: Phrases<Type>,
    pub(super) area: HashSet<String>,
    pub(super) directions: Phrases<()>,
    pub(super) direction_nouns: Phrases<()>,
    pub(super) direction_tail: Phrases<()>,
    pub(super) actor_nouns: Phrases<()>,
    pub(super) metonym_verbs: HashSet<String>,
    pub(super) stop: HashSet<String>,
    pub(super) countries: Phrases<(String, String)>,
    pub(super) demonyms: Phrases<String>,
    pub(super) regions: Phrases<(String, String)>,
}

impl Rules {
    pub(crate) fn new(data: Data, token: &TokenRules) -> Self {
        let unit = |list: &[String]| Phrases::new(token, list.iter().map(|s| (s.clone(), ())));
        let types = [
            (&data.admin1, Type::Admin1),
            (&data.admin2, Type::Admin2),
            (&data.settlement, Type::Settlement),
            (&data.region, Type::Region),
        ];
        Self {
            locative: unit(&data.locative),
            weak: unit(&data.weak),
            near: unit(&data.near),
            by: unit(&data.by),
            types: Phrases::new(token, types.into_iter().flat_map(|(l, t)| l.iter().map(move |s| (s.clone(), t)))),
            directions: unit(&data.directions),
            direction_nouns: unit(&data.direction_nouns),
            direction_tail: unit(&data.direction_tail),
            actor_nouns: unit(&data.actor_nouns),
            countries: Phrases::new(
                token,
                data.countries.iter().flat_map(|(code, names)| {
                    let main = names.first().cloned().unwrap_or_default();
                    names.iter().map(move |n| (n.clone(), (code.clone(), main.clone())))
                }),
            ),
            demonyms: Phrases::new(
                token,
                data.demonyms.iter().flat_map(|(code, names)| names.iter().map(move |n| (n.clone(), code.clone()))),
            ),
            regions: Phrases::new(token, data.regions.iter().map(|(n, c)| (n.clone(), (n.clone(), c.clone())))),
            articles: data.articles,
            of: data.of,
            list: data.list,
            appositive: data.appositive,
            area: data.area.into_iter().collect(),
            metonym_verbs: data.metonym_verbs.into_iter().collect(),
            stop: data.stop.into_iter().collect(),
        }
    }

    /// The end of a country's name or a demonym that begins at token `i`.
    pub(crate) fn nation(&self, toks: &[Tok], i: usize) -> Option<usize> {
        if !toks.get(i)?.cap {
            return None;
        }
        let c = self.countries.at(toks, i).map(|(e, _)| e);
        c.max(self.demonyms.at(toks, i).map(|(e, _)| e))
    }
}
