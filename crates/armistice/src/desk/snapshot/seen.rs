//! The record as one reader may see it: composed without the documents that are hidden from the reader, so that no title, count, origin or
//! contradiction rests on them. Kept until the record grows, one for each set of hidden things.
//!
//! Must not: leave out anything without counting it, or fall back to the whole record when a view cannot be made.

use super::{Snapshot, Timed};
use crate::{
    brief,
    desk::{
        access::Sight,
        history::Histories,
        index::{self, Index},
        query::Kind,
    },
    failure::{Exit, Failure},
    mission::{self, Mission},
    output::brief_v1::Brief,
};
use armistice_core::id::DocumentId;
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

/// Views that are kept at a time; the oldest goes first.
const KEPT: usize = 8;

/// A part this short may stand anywhere by chance: the number of a case.
const SHORT: usize = 12;

/// What a reader does not see.
#[derive(Clone, Debug, Default)]
pub struct Unseen {
    /// Keys of restricted objects: `document:…`.
    keys: BTreeSet<String>,
    /// Ids and case numbers of everything that is left out: what was restricted, and what rests on it alone.
    ids: BTreeSet<String>,
    /// Digests of the files of hidden documents: bytes.
    files: Vec<Vec<u8>>,
    /// Rows that lists lack, by kind.
    rows: [u64; Kind::ALL.len()],
}

/// The views of a snapshot.
#[derive(Debug, Default)]
pub(super) struct Views(Mutex<Vec<(BTreeSet<String>, Arc<Snapshot>)>>);

impl Unseen {
    /// Whether everything is seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Rows that a list lacks. Of the whole list: a number by query would answer questions about what is hidden.
    #[must_use]
    pub const fn rows(&self, kind: Kind) -> u64 {
        self.rows[kind as usize]
    }

    /// The documents that are left out.
    #[must_use]
    pub fn documents(&self) -> BTreeSet<DocumentId> {
        let of = |key: &String| DocumentId::parse(key.strip_prefix("document:")?);
        self.keys.iter().filter_map(of).collect()
    }

    /// Whether this is the id, or the number of a case, of something that is left out.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Whether a word of a form means something that is left out: its id, the beginning of one, or a case's number.
    #[must_use]
    pub fn means(&self, word: &str) -> bool {
        let begins = ["doc-", "clm-", "inc-", "cas-"].iter().any(|p| word.starts_with(p));
        self.ids
            .iter()
            .any(|id| id == word || (begins && id.starts_with(word)) || (id.len() > SHORT && word.contains(id)))
    }

    /// Whether bytes hold an id, or the digest of a file, of something that is left out.
    #[must_use]
    pub fn stands_in(&self, bytes: &[u8]) -> bool {
        let within = |part: &[u8]| part.len() > SHORT && bytes.windows(part.len()).any(|w| w == part);
        self.ids.iter().any(|id| within(id.as_bytes())) || self.files.iter().any(|f| within(f))
    }

    fn hides(&self, kind: &str, id: &str) -> bool {
        self.keys.contains(&format!("{kind}:{id}"))
    }

    /// Cases that are hidden go, with every word of them in other cases.
    pub(super) fn without(&self, mut timed: Timed) -> Timed {
        if self.is_empty() {
            return timed;
        }
        let cases = &mut timed.cases;
        cases.cases.retain(|id, _| !self.hides("case", id.as_str()));
        cases.irregular.retain(|i| i.case.as_ref().is_none_or(|c| !self.hides("case", c.as_str())));
        for case in cases.cases.values_mut() {
            case.incidents.retain(|i| !self.holds(i.as_str()));
            case.documents.retain(|d| !self.holds(d.as_str()));
        }
        timed
    }

    /// Takes out of a brief what was restricted itself; what rests on hidden documents is not in it any more.
    fn cut(&self, brief: &mut Brief) {
        let mut gone: BTreeSet<String> = BTreeSet::new();
        brief.claims.retain(|c| {
            let hidden = self.hides("claim", &c.id);
            if hidden {
                gone.insert(c.id.clone());
            }
            !hidden
        });
        brief.incidents.retain(|i| {
            let only_hidden = !i.claims.is_empty() && i.claims.iter().all(|c| gone.contains(c));
            !self.hides("incident", &i.id) && !only_hidden
        });
        for incident in &mut brief.incidents {
            incident.claims.retain(|c| !gone.contains(c));
            incident.denials.retain(|c| !gone.contains(c));
        }
        brief.contradictions.retain(|c| !c.claims.iter().any(|c| gone.contains(c)));
        brief.people.retain(|p| !self.hides("person", &p.id));
    }
}

impl Snapshot {
    /// The record as a reader may see it. An error is said; the whole record is never given instead.
    pub fn seen_by(self: &Arc<Self>, mission: &Mission, sight: &Sight) -> Result<Arc<Self>, Failure> {
        let keys: BTreeSet<String> = sight
            .hidden
            .iter()
            .filter(|k| ["document:", "claim:", "incident:", "case:", "person:"].iter().any(|p| k.starts_with(p)))
            .cloned()
            .collect();
        if keys.is_empty() {
            return Ok(Arc::clone(self));
        }
        // Whoever comes while another composes waits, and finds it done.
        let mut views = self.views.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, view)) = views.iter().find(|(k, _)| *k == keys) {
            return Ok(Arc::clone(view));
        }
        let view = Arc::new(self.view(mission, keys.clone())?);
        if views.len() >= KEPT {
            views.remove(0);
        }
        views.push((keys, Arc::clone(&view)));
        Ok(view)
    }

    fn view(&self, mission: &Mission, keys: BTreeSet<String>) -> Result<Self, Failure> {
        let of = |kind: &str| -> BTreeSet<String> {
            keys.iter().filter_map(|k| k.strip_prefix(kind).map(str::to_owned)).collect()
        };
        let (documents, hidden_cases) = (of("document:"), of("case:"));
        let mut brief = if documents.is_empty() {
            Brief::clone(&self.brief)
        } else {
            let holdings = mission.read()?;
            brief::of(brief::Source {
                id: &mission.file.id,
                title: &mission.file.title,
                registers: &mission::statements(&holdings.registers),
                as_of: brief::as_of(&holdings),
                without: documents.iter().filter_map(|d| DocumentId::parse(d)).collect(),
            })
            .brief
        };
        let whole = self.timed();
        let mut unseen = Unseen { keys, ..Unseen::default() };
        unseen.cut(&mut brief);
        let left: BTreeSet<&str> = ids(&brief).collect();
        unseen.ids = ids(&self.brief).filter(|i| !left.contains(i)).map(str::to_owned).collect();
        let case = |id: &str| whole.cases.cases.values().find(|c| c.id.as_str() == id);
        for id in hidden_cases {
            unseen.ids.extend(case(&id).and_then(|c| c.number.clone()));
            unseen.ids.insert(id);
        }
        for document in self.brief.documents.iter().filter(|d| documents.contains(&d.id)) {
            unseen.files.extend(data_encoding::HEXLOWER.decode(document.sha256.as_bytes()));
        }
        let timed = Arc::new(unseen.without(super::timed(&self.record, &self.agreements, whole.now)));
        let mut items = index::items::items(&index::items::Sources {
            brief: &brief,
            agreements: &self.agreements,
            ledgers: &self.ledgers,
            cases: &timed.cases,
            obligations: &timed.obligations,
            now: self.made,
        })
        .into_iter();
        let settings = index::Settings { zone: self.index.zone().clone(), as_of: self.made };
        let index = Index::build_after(None, settings, Some(&self.index), &mut items).map_err(|e| {
            Failure::new(Exit::Failed, format!("the tables of the desk: {e}"), "Try again in a moment.")
        })?;
        for kind in Kind::ALL {
            unseen.rows[kind as usize] = self.index.len(kind).saturating_sub(index.len(kind)) as u64;
        }
        Ok(Self {
            generation: self.generation,
            brief: Arc::new(brief),
            histories: Histories::default(),
            record: Arc::clone(&self.record),
            files: Arc::clone(&self.files),
            agreements: Arc::clone(&self.agreements),
            ledgers: Arc::clone(&self.ledgers),
            made: self.made,
            timed: Mutex::new((timed.now, timed)),
            index: index.lacking(unseen.rows),
            unseen,
            views: Views::default(),
        })
    }
}

/// Ids of everything in a brief that a page of its own or a list shows.
fn ids(brief: &Brief) -> impl Iterator<Item = &str> {
    let documents = brief.documents.iter().map(|d| d.id.as_str());
    let claims = brief.claims.iter().map(|c| c.id.as_str());
    let incidents = brief.incidents.iter().map(|i| i.id.as_str());
    let people = brief.people.iter().map(|p| p.id.as_str());
    documents.chain(claims).chain(incidents).chain(people)
}
