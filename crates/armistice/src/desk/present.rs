//! Who looks at which page now, so that two people do not do one thing twice.
//!
//! Must not: remember anybody after they have left.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::watch;

/// The most pages and seats that are kept; who comes after that is not shown, and loses nothing else.
const MOST: usize = 4_096;

/// The longest path or name.
const LONGEST: usize = 200;

/// Who is here.
#[derive(Clone, Debug)]
pub struct Present(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    seats: Mutex<(u64, BTreeMap<u64, (String, String)>)>,
    changed: watch::Sender<u64>,
}

impl Default for Present {
    fn default() -> Self {
        Self(Arc::new(Inner { seats: Mutex::default(), changed: watch::channel(0).0 }))
    }
}

/// Somebody at a page. Leaving is dropping it.
#[derive(Debug)]
pub struct Seat {
    present: Present,
    id: u64,
    page: String,
}

impl Present {
    /// Somebody comes to a page.
    #[must_use]
    pub fn sit(&self, page: &str, name: &str) -> Seat {
        let short = |t: &str| t.chars().take(LONGEST).collect::<String>();
        let mut seats = self.0.seats.lock().unwrap_or_else(PoisonError::into_inner);
        seats.0 += 1;
        let id = seats.0;
        if seats.1.len() < MOST && !page.is_empty() && !name.is_empty() {
            seats.1.insert(id, (short(page), short(name)));
        }
        drop(seats);
        self.0.changed.send_modify(|n| *n += 1);
        Seat { present: self.clone(), id, page: short(page) }
    }

    /// Tells that somebody came or left.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.changed.subscribe()
    }
}

impl Seat {
    /// The others at the same page, each name once.
    #[must_use]
    pub fn others(&self) -> Vec<String> {
        let seats = self.present.0.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let mut names: Vec<String> = seats
            .1
            .iter()
            .filter(|(id, (page, _))| **id != self.id && *page == self.page)
            .map(|(_, (_, n))| n.clone())
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = self.present.0.seats.lock().unwrap_or_else(PoisonError::into_inner);
        seats.1.remove(&self.id);
        drop(seats);
        self.present.0.changed.send_modify(|n| *n += 1);
    }
}
