//! Group commit: many threads append small batches to one register and share its syncs.
//!
//! Must not: acknowledge an entry of anyone before the batch that it went into is on the disk, or let one caller's refused
//! entries harm another's.
//!
//! Whoever comes while no batch is being written becomes the leader: it takes everything that waits, appends it as one
//! batch, and tells the others. While it waits for the disk, the next batch gathers. So a slow disk makes larger batches,
//! not a longer queue.

use std::collections::BTreeMap;
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
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    /// Batches that wait, in the order in which they came, each with its ticket and its bytes in a body.
    waiting: Vec<(u64, Vec<Vec<u8>>, usize)>,
    /// What became of batches whose caller has not yet looked.
    done: BTreeMap<u64, Result<Receipt, Arc<JournalError>>>,
    next: u64,
    leading: bool,
}

impl Group {
    /// Takes over an open register.
    #[must_use]
    pub fn new(register: Register) -> Group {
        Group { register: Mutex::new(register), queue: Mutex::new(Queue::default()), changed: Condvar::new() }
    }

    /// Appends these entries, one after the other, and waits until they are on the disk. The receipt is of the batch that
    /// they went into, with the index of the first of *these* entries.
    ///
    /// What can be refused (no entries, too large) is refused before anything waits. After an error of the disk the
    /// register has stopped, and everyone who waited gets the error.
    pub fn append(&self, entries: Vec<Vec<u8>>) -> Result<Receipt, Arc<JournalError>> {
        let body = format::body_len(&entries).map_err(|error: BatchError| Arc::new(JournalError::Batch(error)))?;
        let mut queue = self.queue();
        let ticket = queue.next;
        queue.next += 1;
        queue.waiting.push((ticket, entries, body));
        loop {
            if let Some(result) = queue.done.remove(&ticket) {
                return result;
            }
            if queue.leading {
                queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
            } else {
                queue = self.lead(queue);
            }
        }
    }

    /// Ends the group and gives the register back.
    #[must_use]
    pub fn into_register(self) -> Register {
        self.register.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Appends what waits as one batch, as far as one batch may go.
    fn lead<'a>(&'a self, mut queue: MutexGuard<'a, Queue>) -> MutexGuard<'a, Queue> {
        let (mut count, mut body, mut take) = (0, 0, 0);
        for (_, entries, len) in &queue.waiting {
            if take > 0 && (count + entries.len() > MAX_BATCH || body + len > MAX_BODY) {
                break;
            }
            (count, body, take) = (count + entries.len(), body + len, take + 1);
        }
        let group: Vec<(u64, Vec<Vec<u8>>, usize)> = queue.waiting.drain(..take).collect();
        queue.leading = true;
        drop(queue);

        let all: Vec<&[u8]> = group.iter().flat_map(|(_, entries, _)| entries).map(Vec::as_slice).collect();
        let appended = self.register.lock().unwrap_or_else(PoisonError::into_inner).append(&all).map_err(Arc::new);

        let mut queue = self.queue();
        let mut before = 0;
        for (ticket, entries, _) in &group {
            let result = appended.clone().map(|r| Receipt { first_index: r.first_index + before, ..r });
            queue.done.insert(*ticket, result);
            before += entries.len() as u64;
        }
        queue.leading = false;
        self.changed.notify_all();
        queue
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
