//! What people read in place of the keys by which actors and sources are told apart.
//!
//! Must not: decide identity. A key without words is shown as it is.

use std::collections::{BTreeMap, BTreeSet};

/// Words for keys: the neutral names of an agreement's actors, and the documents' own words for everybody else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    words: BTreeMap<String, String>,
    actors: BTreeSet<String>,
}

impl Labels {
    /// The name of an actor of an agreement. It stands, whatever the documents write.
    pub fn actor(&mut self, id: &str, name: &str) {
        if self.actors.insert(id.to_owned()) {
            self.words.insert(id.to_owned(), name.to_owned());
        }
    }

    /// Words of a document that make this key. The fullest are kept, of equally full ones the first.
    pub fn seen(&mut self, key: &str, words: &str) {
        let words = words.trim();
        if self.actors.contains(key) || words.is_empty() {
            return;
        }
        let fuller = |old: &String| words.chars().count() > old.chars().count();
        if self.words.get(key).is_none_or(fuller) {
            self.words.insert(key.to_owned(), words.to_owned());
        }
    }

    /// The words for a key.
    #[must_use]
    pub fn of<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// Whether an agreement knows the actor.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.actors.contains(key)
    }

    /// Words for keys, each once, in the order given.
    #[must_use]
    pub fn list<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> String {
        let mut out: Vec<&str> = Vec::new();
        for key in keys {
            let words = self.words.get(key).map_or(key, String::as_str);
            if !out.contains(&words) {
                out.push(words);
            }
        }
        out.join(", ")
    }
}
