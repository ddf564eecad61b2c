//! Names of actors and the sides that they belong to, from the agreements alone.
//!
//! Must not: know a conflict, or print words of a document as if they were a neutral name.

use crate::{
    agreements::AgreementFile,
    output::report_v1::{Actor, Side},
};
use std::collections::{BTreeMap, BTreeSet};

/// Who is who.
#[derive(Debug, Default)]
pub(super) struct Sides {
    /// Neutral names of the parties, in the order of the files.
    pub(super) parties: Vec<String>,
    /// Neutral names and ids of guarantors.
    guarantors: BTreeSet<String>,
    /// Neutral name of a guarantor, by its id and its name.
    names: BTreeMap<String, String>,
    /// The party's name, by the neutral name of an actor; none for actors that belong to no party.
    of: BTreeMap<String, Option<String>>,
}

impl Sides {
    pub(super) fn new(agreements: &[AgreementFile]) -> Self {
        let mut out = Self::default();
        for a in agreements.iter().map(|f| &f.agreement) {
            for party in &a.parties {
                let name = a.actor_name(&party.actor).to_owned();
                if !out.parties.contains(&name) {
                    out.parties.push(name);
                }
            }
            for g in &a.guarantors {
                out.guarantors.insert(a.actor_name(&g.actor).to_owned());
            }
            for actor in &a.actors {
                let party = a.party_of(&actor.id).map(|p| a.actor_name(&p.actor).to_owned());
                let known = out.of.entry(actor.name.clone()).or_default();
                if known.is_none() {
                    *known = party;
                }
                out.names.entry(actor.id.to_string()).or_insert_with(|| actor.name.clone());
                out.names.entry(actor.name.clone()).or_insert_with(|| actor.name.clone());
                // A guarantor's own bodies keep its list for it.
                if let Some(g) = a.guarantor_of(&actor.id) {
                    let own = a.actor_name(&g.actor).to_owned();
                    if own != actor.name {
                        out.guarantors.insert(actor.name.clone());
                    }
                }
            }
        }
        out
    }

    /// The neutral name of an actor that a register names by id or name; else what the register says.
    pub(super) fn name(&self, given: &str) -> String {
        self.names.get(given).cloned().unwrap_or_else(|| given.to_owned())
    }

    /// An actor that a register names by id; words where no agreement knows it.
    pub(super) fn actor(&self, given: &str) -> Actor {
        match self.names.get(given) {
            Some(name) => Actor { name: Some(name.clone()), words: None },
            None => Actor { name: None, words: Some(given.to_owned()) },
        }
    }

    pub(super) fn actors<'a>(&self, given: impl IntoIterator<Item = &'a String>) -> Vec<Actor> {
        given.into_iter().map(|g| self.actor(g)).collect()
    }

    /// Whether a recorder is a guarantor, or a body of one.
    pub(super) fn is_guarantor(&self, name: &str) -> bool {
        self.guarantors.contains(&self.name(name))
    }

    /// Guarantors by their neutral names.
    pub(super) fn guarantors(&self) -> impl Iterator<Item = &String> {
        self.guarantors.iter()
    }

    /// The names, as registers may give them, of all guarantors.
    pub(super) fn guarantor_names(&self) -> BTreeSet<String> {
        let given = self.names.iter().filter(|(_, name)| self.guarantors.contains(*name));
        given.map(|(given, _)| given.clone()).collect()
    }

    /// The side of an actor.
    pub(super) fn side(&self, actor: &Actor) -> Side {
        let party = actor.name.as_ref().and_then(|n| self.of.get(n)).cloned().flatten();
        match party {
            Some(party) => Side { kind: "party".to_owned(), party: Some(party) },
            None => Side { kind: "others".to_owned(), party: None },
        }
    }

    /// The sides of actors; not said where there are none.
    pub(super) fn of(&self, actors: &[Actor]) -> BTreeSet<Side> {
        if actors.is_empty() {
            return BTreeSet::from([Side { kind: "not_said".to_owned(), party: None }]);
        }
        actors.iter().map(|a| self.side(a)).collect()
    }

    /// Every side that a row of figures has: parties in the order of the agreement, others, not said.
    pub(super) fn rows(&self) -> Vec<Side> {
        let party = |p: &String| Side { kind: "party".to_owned(), party: Some(p.clone()) };
        let rest = ["others", "not_said"].map(|k| Side { kind: k.to_owned(), party: None });
        self.parties.iter().map(party).chain(rest).collect()
    }
}
