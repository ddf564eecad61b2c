//! What the registers say now: composed once, looked at by every request until a register grows.
//!
//! Must not: judge, keep a reader waiting for a fold that is under way, or show a record that no registers make.

mod seen;

pub use seen::Unseen;

use crate::{
    agreements::AgreementFile,
    brief, cases, clock,
    desk::{
        history,
        index::{self, Index},
    },
    exchange::disk::Stamp,
    failure::{Exit, Failure},
    mission::{self, Mission},
    output::brief_v1::{Brief, RegisterAsOf},
};
use armistice_core::{
    agreement::Agreement,
    case::Cases,
    ledger::{self, Ledgers},
    obligation::{self, ObligationState},
    record::Record,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError, RwLock},
};
use tokio::sync::watch;

/// Clocks of cases and obligations are read anew after so many seconds.
const CLOCKS: i64 = 30;

/// The joint record, composed.
#[derive(Debug)]
pub struct Snapshot {
    /// Counts up by one with every new composition of this process.
    pub generation: u64,
    /// The brief: documents, claims, origins, incidents.
    pub brief: Arc<Brief>,
    /// Histories of incidents, as they were asked for.
    pub histories: history::Histories,
    /// The record.
    pub record: Arc<Record>,
    /// The agreement files that can be used.
    pub files: Arc<Vec<AgreementFile>>,
    /// The same by the SHA-256 of their files.
    pub agreements: Arc<BTreeMap<[u8; 32], Agreement>>,
    /// What stands in the ledgers.
    pub ledgers: Arc<Ledgers>,
    /// When it was made: seconds since 1970.
    pub made: i64,
    timed: Mutex<(i64, Arc<Timed>)>,
    /// What lists are made from; built with the snapshot.
    pub index: Index,
    /// What was left out for those who may not see it.
    pub unseen: Unseen,
    views: seen::Views,
}

/// What depends on the hour.
#[derive(Debug)]
pub struct Timed {
    /// The time that was asked about: seconds since 1970.
    pub now: i64,
    /// The cases with their clocks.
    pub cases: Cases,
    /// How obligations stand, by agreement file.
    pub obligations: BTreeMap<[u8; 32], Vec<ObligationState>>,
}

impl Snapshot {
    /// Composes what registers hold.
    pub fn compose(mission: &Mission, former: Option<&Snapshot>) -> Result<Self, Failure> {
        let holdings = mission.read()?;
        let registers = mission::statements(&holdings.registers);
        let as_of = brief::as_of(&holdings);
        drop(holdings);
        let made = clock::now();
        let composed = brief::of(brief::Source {
            id: &mission.file.id,
            title: &mission.file.title,
            registers: &registers,
            as_of,
            without: BTreeSet::new(),
        });
        let agreements: BTreeMap<_, _> = composed.agreements.iter().map(|f| (f.sha256, f.agreement.clone())).collect();
        let timed = Arc::new(timed(&composed.record, &agreements, made));
        let zone = composed.agreements.first().and_then(|f| jiff::tz::TimeZone::get(&f.agreement.effective.zone).ok());
        let settings = index::Settings { zone: zone.unwrap_or(jiff::tz::TimeZone::UTC), as_of: made };
        let ledgers = ledger::fold(&composed.record.ledger);
        let mut items = index::items::items(&index::items::Sources {
            brief: &composed.brief,
            agreements: &agreements,
            ledgers: &ledgers,
            cases: &timed.cases,
            obligations: &timed.obligations,
            now: made,
        })
        .into_iter();
        let index = Index::build_after(None, settings, former.map(|f| &f.index), &mut items).map_err(|e| {
            Failure::new(
                Exit::Failed,
                format!("the tables of the desk: {e}"),
                "Check the memory of this machine; start again.",
            )
        })?;
        Ok(Self {
            generation: former.map_or(1, |f| f.generation + 1),
            ledgers: Arc::new(ledgers),
            brief: Arc::new(composed.brief),
            histories: history::Histories::default(),
            record: Arc::new(composed.record),
            files: Arc::new(composed.agreements),
            agreements: Arc::new(agreements),
            made,
            timed: Mutex::new((made, timed)),
            index,
            unseen: Unseen::default(),
            views: seen::Views::default(),
        })
    }

    /// The registers that it was computed from.
    #[must_use]
    pub fn as_of(&self) -> &[RegisterAsOf] {
        &self.brief.as_of.registers
    }

    /// What depends on the hour, as of now or of a moment ago.
    #[must_use]
    pub fn timed(&self) -> Arc<Timed> {
        let now = clock::now();
        let mut kept = self.timed.lock().unwrap_or_else(PoisonError::into_inner);
        if now >= kept.0 + CLOCKS {
            let whole = timed(&self.record, &self.agreements, now);
            *kept = (now, Arc::new(self.unseen.without(whole)));
        }
        Arc::clone(&kept.1)
    }
}

fn timed(record: &Record, agreements: &BTreeMap<[u8; 32], Agreement>, now: i64) -> Timed {
    let at = jiff::Timestamp::from_second(now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let states = |(sha256, a): (&[u8; 32], &Agreement)| {
        (*sha256, obligation::states(a, &obligation::reports(&record.ledger, sha256), at))
    };
    let obligations = agreements.iter().map(states).collect();
    Timed { now, cases: cases::of_record(record, agreements, now), obligations }
}

/// The newest snapshot of a mission folder.
#[derive(Debug)]
pub struct Snapshots {
    current: RwLock<Arc<Snapshot>>,
    stamp: Mutex<Stamp>,
    changed: watch::Sender<u64>,
}

impl Snapshots {
    /// Composes the first one.
    pub fn open(mission: &Mission) -> Result<Self, Failure> {
        let stamp = Stamp::of(&mission.root);
        let first = Snapshot::compose(mission, None)?;
        let (changed, _) = watch::channel(first.generation);
        Ok(Self { current: RwLock::new(Arc::new(first)), stamp: Mutex::new(stamp), changed })
    }

    /// The newest.
    #[must_use]
    pub fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Generations, as they come.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// Composes anew if the folder is another than it was. Readers have the former one until it is done.
    pub fn refresh(&self, mission: &Mission) -> Result<bool, Failure> {
        // Whoever comes while another composes waits, and finds nothing left to do.
        let mut stamp = self.stamp.lock().unwrap_or_else(PoisonError::into_inner);
        let found = Stamp::of(&mission.root);
        if found == *stamp {
            return Ok(false);
        }
        let former = self.now();
        let next = Snapshot::compose(mission, Some(&former))?;
        // The stamp of before the reading: what came in meanwhile is looked at again.
        *stamp = found;
        if next.as_of().iter().map(|r| &r.root).eq(former.as_of().iter().map(|r| &r.root)) {
            return Ok(false);
        }
        let generation = next.generation;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        self.changed.send_replace(generation);
        Ok(true)
    }
}
