//! One review of many claims, in the background of this process: in batches, with what failed and why, and to be taken back as exactly
//! what it did.
//!
//! Must not: review a claim that reads otherwise than when the job was asked for, or outlive what it says: statements stay, the list of
//! jobs goes with the process.

use super::{Desk, access::AccountId};
use crate::{failure::Failure, intake, mission, mission::Writer, review};
use armistice_core::{named::Named as _, record, statement::review::ReviewVerdict};
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};

/// The most jobs that are remembered; the oldest that has ended goes first.
const MOST: usize = 200;

/// The most failures that are listed; more are counted.
const FAILED_MAX: usize = 1_000;

/// What a job is to do.
#[derive(Clone, Debug)]
pub struct Order {
    /// What is said of each.
    pub verdict: ReviewVerdict,
    /// Why.
    pub reason: Option<String>,
    /// The query that gave the claims, in words.
    pub words: String,
    /// The claims.
    pub items: Vec<Item>,
    /// Who asked for it.
    pub account: Option<AccountId>,
    /// The job that this one takes back.
    pub undoes: Option<u64>,
}

/// One claim of a job.
#[derive(Clone, Debug)]
pub struct Item {
    /// The claim.
    pub claim: String,
    /// Its digest when the job was asked for.
    pub shown: String,
    /// Of a job that takes back: the entry that it takes back.
    pub index: Option<u64>,
}

/// A claim that the job could not review, and why.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Failed {
    /// The claim.
    pub claim: String,
    /// Why.
    pub cause: String,
    /// What to do next.
    pub next: Option<String>,
}

/// How far a job has come.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Progress {
    /// Claims of which it was said.
    pub done: u64,
    /// Claims of which this member said the same already.
    pub same: u64,
    /// Claims that failed.
    pub failed: u64,
    /// Which, and why; the first thousand.
    pub failures: Vec<Failed>,
    /// `running`, `finished`, `stopped`.
    pub state: String,
    /// Why it stopped.
    pub cause: Option<String>,
    /// What was said: the claim, and the entry.
    #[serde(skip)]
    pub said: Vec<(String, u64)>,
}

/// A job.
#[derive(Debug)]
pub struct Job {
    /// Its number in this process.
    pub id: u64,
    /// What it is to do.
    pub order: Order,
    progress: Mutex<Progress>,
}

impl Job {
    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut Progress)) {
        change(&mut self.progress.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// The jobs of this process.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<(u64, Vec<Arc<Job>>)>);

impl Jobs {
    /// The job of a number.
    #[must_use]
    pub fn get(&self, id: u64) -> Option<Arc<Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.iter().find(|j| j.id == id).cloned()
    }

    fn enter(&self, order: Order) -> Arc<Job> {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.0 += 1;
        let progress = Mutex::new(Progress { state: "running".to_owned(), ..Progress::default() });
        let job = Arc::new(Job { id: jobs.0, order, progress });
        if jobs.1.len() >= MOST
            && let Some(old) = jobs.1.iter().position(|j| j.progress().state != "running")
        {
            jobs.1.remove(old);
        }
        jobs.1.push(Arc::clone(&job));
        job
    }
}

/// Starts a job.
pub fn start(desk: &Arc<Desk>, order: Order) -> Arc<Job> {
    let job = desk.jobs.enter(order);
    let (desk, own) = (Arc::clone(desk), Arc::clone(&job));
    std::thread::spawn(move || {
        let outcome = work(&desk, &own);
        // What was said shows, also if the rest failed.
        let shown = desk.snapshots.refresh(&desk.mission).map(drop);
        own.change(|p| match outcome.and(shown) {
            Ok(()) => p.state = "finished".to_owned(),
            Err(failure) => {
                p.state = "stopped".to_owned();
                p.cause = Some(failure.sentence);
            }
        });
    });
    job
}

/// The register is opened and verified once; statements go in batches.
fn work(desk: &Desk, job: &Job) -> Result<(), Failure> {
    let mut writer = desk.mission.writer()?;
    let record = record::fold(&mission::statements(&writer.registers()?));
    let book = review::Book::of(&record, desk.mission.member.as_str());
    let order = &job.order;
    for items in order.items.chunks(Writer::batch_statements().max(1)) {
        let (mut bodies, mut claims, mut failures, mut same) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for item in items {
            match one(&book, order, item) {
                Ok(Some(body)) => {
                    bodies.push(body);
                    claims.push(item.claim.clone());
                }
                Ok(None) => same += 1,
                Err(failed) => failures.push(failed),
            }
        }
        let first = writer.size();
        if !bodies.is_empty() {
            intake::say(&mut writer, bodies)?;
        }
        job.change(|p| {
            p.done += claims.len() as u64;
            p.same += same;
            p.failed += failures.len() as u64;
            p.said.extend(claims.into_iter().zip(first..));
            let room = FAILED_MAX.saturating_sub(p.failures.len());
            p.failures.extend(failures.into_iter().take(room));
        });
    }
    writer.finish()
}

fn one(book: &review::Book<'_>, order: &Order, item: &Item) -> Result<Option<armistice_core::statement::Body>, Failed> {
    let failed = |cause: String, next: Option<String>| Failed { claim: item.claim.clone(), cause, next };
    let Some(claim) = book.claim(&item.claim) else {
        return Err(failed("it is not here any more".to_owned(), None));
    };
    if let Some(index) = item.index {
        // Only what the other job said is taken back.
        let stands = book.own(&claim.id).is_some_and(|s| s.at.index == index);
        if !stands {
            return Err(failed(
                "it was reviewed anew since".to_owned(),
                Some("Take that review back by itself.".to_owned()),
            ));
        }
    }
    // Taking back is about the review, whatever the claim reads now.
    let shown = (order.verdict != ReviewVerdict::Withdrawn).then_some(item.shown.as_str());
    let wanted = review::Wanted { verdict: order.verdict, reason: order.reason.as_deref(), changes: None, shown };
    book.body(claim, &wanted).map_err(|f| failed(f.sentence, f.hint))
}

/// The order that takes back exactly what a job did.
#[must_use]
pub fn undoing(job: &Job, account: Option<AccountId>) -> Order {
    let said = job.progress().said;
    Order {
        verdict: ReviewVerdict::Withdrawn,
        reason: None,
        words: format!("{} #{}", job.order.verdict.id(), job.id),
        items: said
            .into_iter()
            .map(|(claim, index)| Item { claim, shown: String::new(), index: Some(index) })
            .collect(),
        account,
        undoes: Some(job.id),
    }
}
