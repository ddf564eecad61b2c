//! What was said of an incident, statement by statement, and what the record made of it each time: the composition before and after.
//!
//! Must not: name a statement the cause of a change that others made, or show a composition that nobody could compute then.

use super::snapshot::{Snapshot, Unseen};
use crate::{
    about::things,
    brief,
    cli::show::describe,
    failure::Failure,
    mission::{self, Mission},
    output::brief_v1::{Brief, Count, Incident},
};
use armistice_core::{
    record::{Register, canonical_order},
    statement::{Body, Decoded, Statement, desk::Desk, trust::Trust},
};
use data_encoding::HEXLOWER;
use schemars::JsonSchema;
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

/// Statements after which the record is composed anew, at most.
const STEPS: usize = 60;

/// Claims of the mission times compositions: above this only what the incident rests on is composed.
const WORK: usize = 30_000;

/// Histories that are kept per snapshot.
const KEPT: usize = 32;

/// From what the compositions were computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// From all that the registers had then.
    Whole,
    /// From what was said of this incident alone, because the mission is large: other incidents had no say.
    OwnDocuments,
}

impl Basis {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Basis::Whole => "whole",
            Basis::OwnDocuments => "own_documents",
        }
    }
}

/// An incident as it was composed at some time.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Composition {
    /// Its title.
    pub title: String,
    /// Its status, of the fact.
    pub status: String,
    /// Its claims.
    pub claims: usize,
    /// Independent origins, at least.
    pub origins_low: u32,
    /// Independent origins, at most.
    pub origins_high: u32,
    /// How many, as an envelope.
    pub counts: Vec<Count>,
    /// Over how many incidents its claims of today were spread; this is the one with most of them.
    pub incidents: usize,
    #[serde(skip)]
    ids: BTreeSet<String>,
    #[serde(skip)]
    id: String,
}

/// What became of the composition.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// Claims that came to it.
    pub added: Vec<String>,
    /// Claims that went.
    pub removed: Vec<String>,
    /// What it was; `null`: there was none.
    pub before: Option<Composition>,
    /// What it was then; `null`: there was none any more.
    pub after: Option<Composition>,
}

/// A statement that touches the incident.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Entry {
    /// Its id: the leaf hash of the entry's bytes.
    pub statement: String,
    /// Whose register it stands in.
    pub recorded_by: String,
    /// The origin of that register.
    pub register: String,
    /// Its place there.
    pub index: u64,
    /// The kind.
    pub kind: String,
    /// When its author says that it was written: seconds since 1970.
    pub asserted: i64,
    /// What it says, in a sentence.
    pub says: String,
    /// The index of the statement by which its key was in other hands.
    pub in_doubt: Option<u64>,
    /// The documents, claims and cases of the incident that it is about.
    pub about: Vec<String>,
    /// What other statements had changed since the one before; none of them is about this incident.
    pub meanwhile: Option<Change>,
    /// What it changed; `null`: nothing.
    pub change: Option<Change>,
    /// Whether the record was composed after it: where it was not, what it changed is not known.
    pub composed: bool,
    /// Everything that it is about.
    #[serde(skip)]
    pub things: BTreeSet<String>,
    /// The sealed item that it is about.
    #[serde(skip)]
    pub sealed: Option<String>,
}

/// Everything said of an incident, in the canonical order.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Told {
    /// The statements.
    pub entries: Vec<Entry>,
    /// From what the compositions were computed.
    pub basis: Basis,
}

/// Histories of a snapshot, as they were asked for.
#[derive(Debug, Default)]
pub struct Histories(Mutex<BTreeMap<String, Arc<Told>>>);

impl Histories {
    /// The history of an incident.
    ///
    /// # Errors
    /// When the registers cannot be read.
    pub fn of(&self, mission: &Mission, snapshot: &Snapshot, incident: &Incident) -> Result<Arc<Told>, Failure> {
        let kept = |all: &BTreeMap<String, Arc<Told>>| all.get(&incident.id).map(Arc::clone);
        if let Some(told) = kept(&self.0.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(told);
        }
        let told = Arc::new(told(mission, snapshot, incident)?);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT {
            all.pop_first();
        }
        all.insert(incident.id.clone(), Arc::clone(&told));
        Ok(told)
    }
}

/// The registers as a snapshot saw them, in one order.
struct Past<'a> {
    snapshot: &'a Snapshot,
    mission: &'a Mission,
    registers: Vec<Register>,
    order: Vec<(usize, usize)>,
    /// The claims and denials of today.
    today: BTreeSet<String>,
}

impl Past<'_> {
    fn statement(&self, at: usize) -> Option<&Statement> {
        let (r, i) = *self.order.get(at)?;
        match &self.registers.get(r)?.entries.get(i)?.1 {
            Decoded::Known(statement) => Some(statement),
            Decoded::Unknown { .. } => None,
        }
    }

    /// Places in the order of the statements about one of these things, or in one of their cases.
    fn touching(&self, incidents: &BTreeSet<String>, ids: &BTreeSet<String>) -> Vec<usize> {
        let mut ids: BTreeSet<String> = ids.union(incidents).cloned().collect();
        let casework = |s: &Statement| match &s.body {
            Body::Casework(c) => c.case().map(ToString::to_string),
            _ => None,
        };
        let sealed = |s: &Statement| match &s.body {
            Body::Trust(Trust::Sealed(s)) => Some((s.about.clone(), s.item.to_string())),
            _ => None,
        };
        let all = || (0..self.order.len()).filter_map(|at| Some((at, self.statement(at)?)));
        for (_, s) in all() {
            if let Some(case) = casework(s).filter(|_| !things(s).is_disjoint(incidents)) {
                ids.insert(case);
            }
            if let Some((_, item)) = sealed(s).filter(|(about, _)| ids.contains(about)) {
                ids.insert(item);
            }
        }
        all().filter(|(_, s)| !things(s).is_disjoint(&ids)).map(|(at, _)| at).collect()
    }

    /// What the record made of the claims of today after the statement at a place, from all statements or from some.
    fn composed(&self, upto: usize, only: Option<&BTreeSet<usize>>) -> Option<Composition> {
        let mut registers: Vec<Register> = self
            .registers
            .iter()
            .map(|r| Register { origin: r.origin.clone(), member: r.member.clone(), entries: vec![], stopped: None })
            .collect();
        for (at, (r, i)) in self.order.iter().enumerate().take(upto + 1) {
            let (id, decoded) = self.registers.get(*r)?.entries.get(*i)?;
            let kept = match decoded {
                Decoded::Known(s) => {
                    let opens = matches!(s.body, Body::MissionOpened { .. } | Body::AgreementAdopted { .. });
                    opens || only.is_none_or(|only| only.contains(&at))
                }
                Decoded::Unknown { .. } => true,
            };
            // What is left out keeps its place: the order of the others rests on it.
            let entry = if kept {
                decoded.clone()
            } else {
                Decoded::Unknown { header: decoded.header().clone(), kind: String::new(), version: 0 }
            };
            registers.get_mut(*r)?.entries.push((*id, entry));
        }
        let composed = brief::of(brief::Source {
            id: &self.mission.file.id,
            title: &self.mission.file.title,
            registers: &registers,
            as_of: Vec::new(),
            without: self.snapshot.unseen.documents(),
        });
        composition(&composed.brief, &self.today)
    }
}

/// The incident of a brief that has most of these claims.
fn composition(brief: &Brief, today: &BTreeSet<String>) -> Option<Composition> {
    let shared = |i: &Incident| i.claims.iter().chain(&i.denials).filter(|c| today.contains(*c)).count();
    let holders: Vec<(usize, &Incident)> =
        brief.incidents.iter().map(|i| (shared(i), i)).filter(|(n, _)| *n > 0).collect();
    let most = holders.iter().map(|(n, _)| *n).max()?;
    let (_, i) = holders.iter().find(|(n, _)| *n == most)?;
    Some(Composition {
        title: i.title.clone(),
        status: i.verification_status.clone(),
        claims: i.claims.len(),
        origins_low: i.independent_origins.low,
        origins_high: i.independent_origins.high,
        counts: i.counts.clone(),
        incidents: holders.len(),
        ids: i.claims.iter().cloned().collect(),
        id: i.id.clone(),
    })
}

fn change(before: Option<&Composition>, after: Option<&Composition>) -> Option<Change> {
    // The id alone may change with the claims; it is no change of its own.
    let same = |a: &Composition, b: &Composition| Composition { id: b.id.clone(), ..a.clone() } == *b;
    match (before, after) {
        (None, None) => return None,
        (Some(a), Some(b)) if same(a, b) => return None,
        (Some(_) | None, Some(_)) | (Some(_), None) => {}
    }
    let none = BTreeSet::new();
    let (a, b) = (before.map_or(&none, |c| &c.ids), after.map_or(&none, |c| &c.ids));
    Some(Change {
        added: b.difference(a).cloned().collect(),
        removed: a.difference(b).cloned().collect(),
        before: before.cloned(),
        after: after.cloned(),
    })
}

/// Whether a statement can change what is composed of claims.
fn may_change(body: &Body) -> bool {
    match body {
        Body::TextRead(_)
        | Body::ClaimsRead { .. }
        | Body::CopiesFound { .. }
        | Body::Judged { .. }
        | Body::Casework(_)
        | Body::Ledger(_) => true,
        Body::Desk(d) => match &**d {
            Desk::Reviewed(_) => true,
            Desk::Audited(_) => false,
        },
        Body::MissionOpened { .. }
        | Body::AgreementAdopted { .. }
        | Body::DocumentCaptured { .. }
        | Body::Compared { .. }
        | Body::Trust(_) => false,
    }
}

/// Computes it.
fn told(mission: &Mission, snapshot: &Snapshot, incident: &Incident) -> Result<Told, Failure> {
    let holdings = mission.read()?;
    let mut registers = mission::statements(&holdings.registers);
    // As far as the snapshot goes, so that the last line is what the page of the incident says.
    for register in &mut registers {
        let size = snapshot.as_of().iter().find(|a| a.origin == register.origin).map_or(0, |a| a.size);
        register.entries.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    }
    let order = canonical_order(&registers);
    let today: BTreeSet<String> = incident.claims.iter().chain(&incident.denials).cloned().collect();
    let documents = snapshot.brief.claims.iter().filter(|c| today.contains(&c.id)).map(|c| c.document.clone());
    let ids: BTreeSet<String> = today.iter().cloned().chain(documents).collect();
    let past = Past { snapshot, mission, registers, order, today };
    let mut incidents = BTreeSet::from([incident.id.clone()]);
    let mut places = past.touching(&incidents, &ids);
    let (mut steps, basis) = past.replayed(&places);
    // It had another id while it had other claims, and cases may be about that one.
    incidents.extend(steps.values().flat_map(|(m, c)| [m, c]).flatten().map(|c| c.id.clone()));
    let again = past.touching(&incidents, &ids);
    if again != places {
        places = again;
        (steps, _) = past.replayed(&places);
    }
    let mut entries = Vec::new();
    let mut last: Option<Composition> = None;
    for at in places {
        let Some(statement) = past.statement(at) else { continue };
        let Some((r, i)) = past.order.get(at).copied() else { continue };
        let Some(register) = past.registers.get(r) else { continue };
        let Some((id, _)) = register.entries.get(i) else { continue };
        let all = things(statement);
        let mut about: Vec<String> = all.intersection(&ids).cloned().collect();
        if let Body::Casework(c) = &statement.body {
            about.extend(c.case().map(ToString::to_string));
        }
        let step = steps.remove(&at);
        let composed = step.is_some() || !may_change(&statement.body);
        let (meanwhile, changed) = match step {
            Some((before, after)) => {
                let both = (change(last.as_ref(), before.as_ref()), change(before.as_ref(), after.as_ref()));
                last = after;
                both
            }
            None => (None, None),
        };
        let standing = holdings.registers.iter().find(|h| h.register.origin == register.origin);
        let in_doubt = standing.and_then(|h| match h.standing(i as u64, id) {
            Some(armistice_tlog::keyring::Standing::Doubtful { revoked_at }) => Some(revoked_at),
            Some(armistice_tlog::keyring::Standing::Sound) | None => None,
        });
        entries.push(Entry {
            statement: HEXLOWER.encode(id),
            recorded_by: register.member.clone(),
            register: register.origin.clone(),
            index: i as u64,
            kind: statement.body.kind().to_owned(),
            asserted: statement.header.asserted,
            says: describe(&statement.body, ""),
            in_doubt,
            about,
            meanwhile,
            change: changed,
            composed,
            sealed: match &statement.body {
                Body::Trust(
                    Trust::Revealed { item, .. } | Trust::Released { item, .. } | Trust::Erased { item, .. },
                ) => Some(item.to_string()),
                Body::Trust(Trust::Sealed(s)) => Some(s.item.to_string()),
                _ => None,
            },
            things: all,
        });
    }
    Ok(Told { entries, basis })
}

/// The composition right before and right after a statement, by its place.
type Steps = BTreeMap<usize, (Option<Composition>, Option<Composition>)>;

impl Past<'_> {
    fn replayed(&self, places: &[usize]) -> (Steps, Basis) {
        let first = places.iter().position(|at| match self.statement(*at).map(|s| &s.body) {
            Some(Body::ClaimsRead { claims, .. }) => claims.iter().any(|c| self.today.contains(c.id.as_str())),
            _ => false,
        });
        let wanted: Vec<usize> = places
            .iter()
            .skip(first.unwrap_or(places.len()))
            .copied()
            .filter(|at| self.statement(*at).is_some_and(|s| may_change(&s.body)))
            .take(STEPS)
            .collect();
        let whole = self.snapshot.brief.claims.len().saturating_mul(wanted.len()) <= WORK;
        let own: BTreeSet<usize> = places.iter().copied().collect();
        let only = (!whole).then_some(&own);
        let mut steps = Steps::new();
        // Before the first of its claims there was nothing, and what cannot change it did not.
        for at in places.iter().take(first.unwrap_or(places.len())) {
            steps.insert(*at, (None, None));
        }
        let mut last: Option<(usize, Option<Composition>)> = None;
        for at in wanted {
            let before = match (&last, at.checked_sub(1)) {
                (None, _) | (_, None) => None,
                (Some((place, made)), Some(prior)) if *place == prior || !whole => made.clone(),
                (Some(_), Some(prior)) => self.composed(prior, only),
            };
            let after = self.composed(at, only);
            steps.insert(at, (before, after.clone()));
            last = Some((at, after));
        }
        (steps, if whole { Basis::Whole } else { Basis::OwnDocuments })
    }
}

/// Whether a reader may see a statement: not if it names something that is left out of the reader's record, for its proof would tell of it.
#[must_use]
pub fn shows(entry: &Entry, unseen: &Unseen) -> bool {
    !entry.things.iter().chain(&entry.about).any(|id| unseen.holds(id))
}
