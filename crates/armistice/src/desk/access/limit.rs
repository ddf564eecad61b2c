//! How often: requests of one caller in a time, and sign-ins that failed.
//!
//! Must not: know an address. A caller is a number that the listener made, which means nothing after the process ends.

use super::{
    secret::{self, Use},
    store::{Store, StoreError},
};
use rusqlite::{OptionalExtension as _, params};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// Failures that cost nothing yet.
const FREE: u32 = 5;

/// The longest wait, in seconds.
const LONGEST: i64 = 15 * 60;

/// A failure is forgotten after this, in seconds.
const FORGOTTEN: i64 = 24 * 3600;

/// Callers that are remembered; beyond it the oldest go.
const CALLERS: usize = 10_000;

/// Seconds to wait after so many failures: none for the first ones, then 1, 2, 4, … up to a quarter of an hour.
#[must_use]
pub fn wait(failures: u32) -> i64 {
    failures.checked_sub(FREE).map_or(0, |n| 1_i64.checked_shl(n.min(20)).unwrap_or(LONGEST).min(LONGEST))
}

/// What kind of request it is: each has a budget of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Budget {
    /// Trying to come in.
    SignIn,
    /// Changing something.
    Write,
    /// Reading.
    Read,
}

/// How many requests a caller has at once, and how many come back a second (in thousandths).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// At once.
    pub burst: u32,
    /// Thousandths of a request a second.
    pub refill: u32,
}

/// The rates of each budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Trying to come in.
    pub sign_in: Rate,
    /// Changing something.
    pub write: Rate,
    /// Reading.
    pub read: Rate,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            sign_in: Rate { burst: 20, refill: 200 },
            write: Rate { burst: 120, refill: 5_000 },
            // One page asks for assets, tiles and data, and a person pages fast.
            read: Rate { burst: 600, refill: 60_000 },
        }
    }
}

impl Rates {
    fn of(&self, budget: Budget) -> Rate {
        match budget {
            Budget::SignIn => self.sign_in,
            Budget::Write => self.write,
            Budget::Read => self.read,
        }
    }
}

/// What callers have left, in memory.
#[derive(Debug, Default)]
pub struct Meter {
    left: Mutex<HashMap<(u64, Budget), (i64, i64)>>,
}

impl Meter {
    /// Takes one request of a caller. An error is how many seconds to wait.
    pub fn take(&self, caller: u64, budget: Budget, rates: &Rates, now: i64) -> Result<(), i64> {
        let rate = rates.of(budget);
        let full = i64::from(rate.burst) * 1000;
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if left.len() >= CALLERS {
            // Whoever has not been here for a while has all of it back.
            left.retain(|_, (_, at)| now - *at < 60);
            if left.len() >= CALLERS {
                left.clear();
            }
        }
        let (tokens, at) = left.entry((caller, budget)).or_insert((full, now));
        *tokens = (*tokens + (now - *at).max(0).saturating_mul(i64::from(rate.refill))).min(full);
        *at = now;
        if *tokens < 1000 {
            let missing = 1000 - *tokens;
            return Err((missing + i64::from(rate.refill) - 1) / i64::from(rate.refill.max(1)));
        }
        *tokens -= 1000;
        Ok(())
    }
}

impl Store {
    /// Counts a try by this name before it is checked, so that tries at the same moment count too. An error is how many seconds
    /// to wait; names that nobody has wait as well.
    pub fn attempt(&self, name: &str, now: i64) -> Result<Result<(), i64>, StoreError> {
        let key = secret::digest(Use::Name, name);
        self.write(|tx| {
            tx.execute("DELETE FROM bucket WHERE changed < ?1", [now - FORGOTTEN])?;
            let sql = "SELECT failures, until FROM bucket WHERE key = ?1";
            let (before, until): (u32, i64) =
                tx.query_row(sql, [key], |r| Ok((r.get(0)?, r.get(1)?))).optional()?.unwrap_or((0, 0));
            if until > now {
                return Ok(Err(until - now));
            }
            let failures = before.saturating_add(1);
            tx.execute(
                "INSERT OR REPLACE INTO bucket VALUES (?1, ?2, ?3, ?4)",
                params![key, failures, now + wait(failures), now],
            )?;
            Ok(Ok(()))
        })
    }

    /// Forgets the failures of a name: its owner came in.
    pub fn came_in(&self, name: &str) -> Result<(), StoreError> {
        let key = secret::digest(Use::Name, name);
        self.write(|tx| {
            tx.execute("DELETE FROM bucket WHERE key = ?1", [key])?;
            Ok(())
        })
    }
}
