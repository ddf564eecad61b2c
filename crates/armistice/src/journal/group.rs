//! Group commit: many threads append small batches to one register and share its syncs.
//!
//! Must not: acknowledge an entry of anyone before the batch that it went into is on the disk, let one caller's refused
//! entries harm another's, or leave anyone waiting for a leader that is gone.
//!
//! Whoever comes puts its entries into the batch that gathers. The first one in a batch leads it: when the batch before is
//! on the disk, it closes its own, appends it, hands the lead to the first of the next, and ends the wait of everyone in
//! it at once. While it waits for the disk, the next batch gathers. So a slow disk makes larger batches, not a longer
//! queue; there is no thread that only commits; and those who wait are woken by one call of the system, take no lock, and
//! find their index from where in the batch they stand.

use std::collections::VecDeque;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::journal::error::JournalError;
use crate::journal::format::{self, BatchError, MAX_BATCH, MAX_BODY};
use crate::journal::register::{Receipt, Register};

/// Memory of batches that is kept for the next ones: one is written while another gathers.
const MAX_SPARE: usize = 2;

/// The most bytes of one that is kept.
const MAX_SPARE_BYTES: usize = 16 << 20;

/// A register that many threads append to.
#[derive(Debug)]
pub struct Group {
    /// Nobody holds it but the leader, and only while it appends. Poisoned if a leader panicked in there: then nobody
    /// knows how far it came, and nothing more is appended.
    register: Mutex<Register>,
    queue: Mutex<Queue>,
}

#[derive(Debug, Default)]
struct Queue {
    /// Batches that gather, in the order in which they began. Only the last one grows.
    gathering: VecDeque<Gathering>,
    /// Whether somebody leads. Then whoever comes waits.
    leading: bool,
    /// Memory of batches that are done, for the next ones: fresh memory for each would cost more than filling it.
    spare: Vec<Entries>,
}

/// A batch that callers still join.
#[derive(Debug)]
struct Gathering {
    entries: Entries,
    /// Its bytes in a body.
    body: usize,
    fate: Arc<Fate>,
}

/// Entries one after the other. Each caller copies its own, while they are at hand, and keeps its memory.
#[derive(Debug, Default)]
struct Entries {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// What those in a batch wait for.
#[derive(Debug, Default)]
struct Fate {
    /// Set when the batch's first caller is to lead it.
    lead: OnceLock<()>,
    /// Set when it is on the disk, or cannot be.
    done: OnceLock<Result<Receipt, Arc<JournalError>>>,
}

impl Entries {
    fn push(&mut self, entries: &[Vec<u8>]) {
        for entry in entries {
            self.bytes.extend_from_slice(entry);
            self.ends.push(self.bytes.len());
        }
    }

    fn all(&self) -> Vec<&[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end]).collect()
    }

    fn cleared(mut self) -> Entries {
        self.bytes.clear();
        self.ends.clear();
        self
    }
}

impl Queue {
    /// Puts entries into the batch that gathers, or into a new one where they do not fit. Says how many stand before them.
    fn join(&mut self, entries: &[Vec<u8>], body: usize) -> (Arc<Fate>, usize) {
        let full = |one: &Gathering| one.entries.ends.len() + entries.len() > MAX_BATCH || one.body + body > MAX_BODY;
        if self.gathering.back().is_none_or(full) {
            let entries = self.spare.pop().unwrap_or_default();
            self.gathering.push_back(Gathering { entries, body: 0, fate: Arc::default() });
        }
        match self.gathering.back_mut() {
            Some(last) => {
                let before = last.entries.ends.len();
                last.entries.push(entries);
                last.body += body;
                (Arc::clone(&last.fate), before)
            }
            None => (Arc::default(), 0),
        }
    }
}

impl Group {
    /// Takes over an open register.
    #[must_use]
    pub fn new(register: Register) -> Group {
        Group { register: Mutex::new(register), queue: Mutex::new(Queue::default()) }
    }

    /// Appends these entries, one after the other, and waits until they are on the disk. The receipt is of the batch that
    /// they went into, with the index of the first of *these* entries.
    ///
    /// What can be refused (no entries, too large) is refused before anything waits. After an error of the disk the
    /// register has stopped, and everyone who waited gets the error.
    pub fn append(&self, entries: Vec<Vec<u8>>) -> Result<Receipt, Arc<JournalError>> {
        let body = format::body_len(&entries).map_err(|error: BatchError| Arc::new(JournalError::Batch(error)))?;
        let (fate, before, first) = {
            let mut queue = self.queue();
            let (fate, before) = queue.join(&entries, body);
            (fate, before, !mem::replace(&mut queue.leading, true))
        };
        // Only the first of a batch leads it, and only when its turn has come. If nobody led, nothing waited before it.
        if before == 0 {
            if !first {
                fate.lead.wait();
            }
            self.lead();
        }
        let receipt = fate.done.wait().clone()?;
        Ok(Receipt { first_index: receipt.first_index + before as u64, ..receipt })
    }

    /// Ends the group and gives the register back.
    #[must_use]
    pub fn into_register(self) -> Register {
        self.register.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Appends the oldest batch, hands the lead on, and tells everyone in the batch.
    fn lead(&self) {
        // From here on nobody joins it.
        let Some(Gathering { entries, fate, .. }) = self.queue().gathering.pop_front() else { return };
        let mut turn = Turn { group: self, entries, fate, appended: None };
        // If a leader before this one panicked, nothing is tried, and the end of the turn says so.
        if let Ok(mut register) = self.register.lock() {
            turn.appended = Some(register.append(&turn.entries.all()).map_err(Arc::new));
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The turn of a leader. However it ends, by a panic too, the lead goes on and nobody in the batch waits for ever.
struct Turn<'a> {
    group: &'a Group,
    entries: Entries,
    fate: Arc<Fate>,
    /// What became of the batch. None until that is known: then nothing of it is acknowledged.
    appended: Option<Result<Receipt, Arc<JournalError>>>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        // Before the others are told: the next leader waits for nobody.
        let next = {
            let mut queue = self.group.queue();
            if queue.spare.len() < MAX_SPARE && self.entries.bytes.capacity() <= MAX_SPARE_BYTES {
                queue.spare.push(mem::take(&mut self.entries).cleared());
            }
            let next = queue.gathering.front().map(|next| Arc::clone(&next.fate));
            queue.leading = next.is_some();
            next
        };
        // Each is set once: by the one leader that a batch has, and by the one before it.
        if let Some(next) = next {
            let _ = next.lead.set(());
        }
        let _ = self.fate.done.set(self.appended.take().unwrap_or_else(|| Err(Arc::new(JournalError::LeaderLost))));
    }
}
