//! Group commit: many threads append small batches to one register and share its syncs.
//!
//! Must not: acknowledge an entry of anyone before the batch that it went into is on the disk, or let one caller's refused
//! entries harm another's.
//!
//! Whoever comes while nobody leads becomes the leader: it takes everything that waits, appends it as one batch, tells the
//! others one by one, and hands the lead to the first that came meanwhile. While it waits for the disk, the next batch
//! gathers. So a slow disk makes larger batches, not a longer queue, and each caller is woken once.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::journal::error::JournalError;
use crate::journal::format::{self, BatchError, MAX_BATCH, MAX_BODY};
use crate::journal::register::{Receipt, Register};

/// A register that many threads append to.
#[derive(Debug)]
pub struct Group {
    /// Nobody holds it but the leader, and only while it appends.
    register: Mutex<Register>,
    queue: Mutex<Queue>,
}

#[derive(Debug, Default)]
struct Queue {
    /// Batches that wait, in the order in which they came.
    waiting: Vec<Waiting>,
    /// Whether somebody leads. Then whoever comes waits.
    leading: bool,
}

/// What one caller wants appended.
#[derive(Debug)]
struct Waiting {
    entries: Vec<Vec<u8>>,
    /// Its bytes in a body.
    body: usize,
    place: Arc<Place>,
}

/// Where one caller waits, and is told.
#[derive(Debug, Default)]
struct Place {
    told: Mutex<Told>,
    changed: Condvar,
}

/// What a caller that waits is told.
#[derive(Debug, Default)]
enum Told {
    /// Nothing yet.
    #[default]
    Nothing,
    /// To lead: its batch still waits.
    Lead,
    /// What became of its batch.
    Done(Result<Receipt, Arc<JournalError>>),
}

impl Place {
    fn tell(&self, what: Told) {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = what;
        self.changed.notify_one();
    }

    /// Waits until something is told. None: to lead.
    fn wait(&self) -> Option<Result<Receipt, Arc<JournalError>>> {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match std::mem::take(&mut *told) {
                Told::Nothing => told = self.changed.wait(told).unwrap_or_else(PoisonError::into_inner),
                Told::Lead => return None,
                Told::Done(result) => return Some(result),
            }
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
        let place = Arc::new(Place::default());
        let leads = {
            let mut queue = self.queue();
            queue.waiting.push(Waiting { entries, body, place: Arc::clone(&place) });
            !std::mem::replace(&mut queue.leading, true)
        };
        if !leads && let Some(result) = place.wait() {
            return result;
        }
        // Whoever leads is the first of those who wait, so its own batch is in what it takes.
        loop {
            self.lead();
            if let Some(result) = place.wait() {
                return result;
            }
        }
    }

    /// Ends the group and gives the register back.
    #[must_use]
    pub fn into_register(self) -> Register {
        self.register.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Appends what waits as one batch, as far as one batch may go, tells everyone in it, and hands the lead on.
    fn lead(&self) {
        let group = {
            let mut queue = self.queue();
            let (mut count, mut body, mut take) = (0, 0, 0);
            for one in &queue.waiting {
                if take > 0 && (count + one.entries.len() > MAX_BATCH || body + one.body > MAX_BODY) {
                    break;
                }
                (count, body, take) = (count + one.entries.len(), body + one.body, take + 1);
            }
            queue.waiting.drain(..take).collect::<Vec<_>>()
        };
        let all: Vec<&[u8]> = group.iter().flat_map(|one| &one.entries).map(Vec::as_slice).collect();
        let appended = self.register.lock().unwrap_or_else(PoisonError::into_inner).append(&all).map_err(Arc::new);
        // Before the others are told: the next leader waits for nobody.
        {
            let mut queue = self.queue();
            match queue.waiting.first() {
                Some(next) => next.place.tell(Told::Lead),
                None => queue.leading = false,
            }
        }
        let mut before = 0;
        for one in &group {
            let result = appended.clone().map(|r| Receipt { first_index: r.first_index + before, ..r });
            one.place.tell(Told::Done(result));
            before += one.entries.len() as u64;
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
