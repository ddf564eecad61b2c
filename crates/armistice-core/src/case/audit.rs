//! Equal treatment: for each side how its cases were handled, as counts and times with the number that they are of.
//!
//! Must not: infer anything from a difference, weigh one side against another, or give a share without what it is a share of.

use super::{Case, Made, Rules, decide};
use crate::agreement::words::Standard;
use crate::agreement::{Agreement, name::ActorId};
use crate::ledger::Request;
use crate::named::Named as _;
use crate::statement::casework::{AccessOutcome, FindingAbout, Ground};
use std::collections::{BTreeMap, BTreeSet};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// So many.
    pub part: u64,
    /// Of so many.
    pub of: u64,
}

impl Share {
    fn count(&mut self, so: bool) {
        self.of += 1;
        self.part += u64::from(so);
    }
}

/// Stretches of time, in seconds: how many, the shortest, the middle one and the longest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// How many.
    pub n: u64,
    /// The shortest, the middle one (of an even number the shorter of the two in the middle) and the longest. `None`: there is none.
    pub least_middle_most: Option<(i64, i64, i64)>,
}

impl Spread {
    fn of(mut all: Vec<i64>) -> Self {
        all.sort_unstable();
        let middle = all.get(all.len().saturating_sub(1) / 2);
        let three = all.first().zip(middle).zip(all.last()).map(|((a, b), c)| (*a, *b, *c));
        Spread { n: all.len() as u64, least_middle_most: three }
    }
}

/// How the cases of one side were handled. A side is a party with all that belongs to it; an actor of no party stands for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Treatment {
    /// The side.
    pub side: ActorId,
    /// Cases in which it, or somebody of it, is accused.
    pub accused: u64,
    /// Of these, dismissed at screening.
    pub dismissed: Share,
    /// Notices that were sent to it.
    pub notices: u64,
    /// The time that it was given to answer, from notice to the end.
    pub reply_time: Spread,
    /// Answers that were heard, of all that were told: an answer that came late is heard too.
    pub heard: Share,
    /// Of the answers that were heard, those that came after the time.
    pub late: Share,
    /// Told, no answer, and the time is over. That is no admission.
    pub lapsed: Share,
    /// Reviews that came to no determination, of all that ended.
    pub undetermined: Share,
    /// The standards of proof of the reviews that ended.
    pub standards: BTreeMap<Standard, u64>,
    /// The higher standards for naming that were asked for in determinations.
    pub naming: BTreeMap<Standard, u64>,
    /// How well it was shown who did it, in the reviews that ended: the id of what was reached.
    pub attribution_reached: BTreeMap<&'static str, u64>,
    /// From the receipt of a case to its first determination.
    pub to_determination: Spread,
    /// What this side is said to have done to access, by outcome: in cases, and in the ledger of access where all who say say the same.
    pub access: BTreeMap<AccessOutcome, u64>,
    /// Complaints of this side.
    pub complaints: u64,
    /// Of these, dismissed at screening.
    pub complaints_dismissed: Share,
}

#[derive(Default)]
struct Sums {
    t: Option<Treatment>,
    reply_time: Vec<i64>,
    to_determination: Vec<i64>,
}

/// The side of an actor under an agreement.
#[must_use]
pub fn side(agreement: &Agreement, actor: &str) -> ActorId {
    let id = ActorId::new(actor);
    let party = agreement.party_of(&id).map(|p| p.actor.clone());
    party.or_else(|| agreement.lineage(&id).last().cloned()).unwrap_or(id)
}

struct Book(BTreeMap<ActorId, Sums>);

impl Book {
    fn side(&mut self, side: &ActorId) -> (&mut Treatment, &mut Vec<i64>, &mut Vec<i64>) {
        let sums = self.0.entry(side.clone()).or_default();
        let t = sums.t.get_or_insert_with(|| Treatment {
            side: side.clone(),
            accused: 0,
            dismissed: Share::default(),
            notices: 0,
            reply_time: Spread::default(),
            heard: Share::default(),
            late: Share::default(),
            lapsed: Share::default(),
            undetermined: Share::default(),
            standards: BTreeMap::new(),
            naming: BTreeMap::new(),
            attribution_reached: BTreeMap::new(),
            to_determination: Spread::default(),
            access: BTreeMap::new(),
            complaints: 0,
            complaints_dismissed: Share::default(),
        });
        (t, &mut sums.reply_time, &mut sums.to_determination)
    }
}

fn dismissed(case: &Case) -> bool {
    case.closed.as_ref().is_some_and(|c| c.ground == Ground::Dismissed)
}

/// The treatment of every side by these cases and requests for access, as of `now`. Every party of the agreements has a row, also with
/// nothing in it, then whoever else is named. A pure function: the same cases and requests, the same rows, in the order of the ids.
#[must_use]
pub fn audit<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    requests: impl IntoIterator<Item = &'a Request>,
    agreements: &BTreeMap<[u8; 32], Agreement>,
    now: i64,
) -> Vec<Treatment> {
    let mut book = Book(BTreeMap::new());
    for party in agreements.values().flat_map(|a| &a.parties) {
        book.side(&party.actor);
    }
    for case in cases {
        if let Some(agreement) = agreements.get(&case.agreement.0) {
            of_case(&mut book, case, agreement, now);
        }
    }
    for request in requests {
        let Some(outcome) = request.outcome().filter(|o| *o != AccessOutcome::Granted) else { continue };
        let by: BTreeSet<&String> = request.answers().into_iter().flat_map(|s| &s.body.by).collect();
        // The ledger names no agreement: the first that knows the actor says whose it is.
        let known = |a: &&Agreement, name: &str| a.actor(&ActorId::new(name)).is_some();
        let sides: BTreeSet<ActorId> =
            by.iter().filter_map(|name| Some(side(agreements.values().find(|a| known(a, name))?, name))).collect();
        for side in sides {
            *book.side(&side).0.access.entry(outcome).or_default() += 1;
        }
    }
    let row = |sums: Sums| {
        let mut t = sums.t?;
        t.reply_time = Spread::of(sums.reply_time);
        t.to_determination = Spread::of(sums.to_determination);
        Some(t)
    };
    book.0.into_values().filter_map(row).collect()
}

fn of_case(book: &mut Book, case: &Case, agreement: &Agreement, now: i64) {
    let sides = |names: &[String]| -> BTreeSet<ActorId> { names.iter().map(|n| side(agreement, n)).collect() };
    let first = case.determinations.iter().find(|m| m.decided().is_some());
    for accused in sides(&case.accused) {
        let (t, _, to_determination) = book.side(&accused);
        t.accused += 1;
        t.dismissed.count(dismissed(case));
        to_determination.extend(first.map(|m| m.at.saturating_sub(case.received.time)));
        for made in &case.determinations {
            of_review(t, case, made, agreement);
        }
    }
    for notice in &case.notices {
        for told in sides(&notice.body.to) {
            book.side(&told).0.notices += 1;
        }
    }
    for reply in case.replies() {
        let (t, reply_time, _) = book.side(&side(agreement, &reply.actor));
        reply_time.push(reply.until.saturating_sub(reply.told));
        t.heard.count(reply.answered.is_some());
        t.lapsed.count(reply.answered.is_none() && reply.until < now);
        if let Some(at) = reply.answered {
            t.late.count(at > reply.until);
        }
    }
    for obstruction in &case.obstructions {
        for by in sides(&obstruction.body.by) {
            *book.side(&by).0.access.entry(obstruction.body.outcome).or_default() += 1;
        }
    }
    if agreement.actor(&ActorId::new(&case.complainant)).is_some() {
        let t = book.side(&side(agreement, &case.complainant)).0;
        t.complaints += 1;
        t.complaints_dismissed.count(dismissed(case));
    }
}

fn of_review(t: &mut Treatment, case: &Case, made: &Made, agreement: &Agreement) {
    t.undetermined.count(made.why().is_some());
    let standard = made.decided().map_or_else(|| Rules::of(agreement).standard, |d| d.standard);
    *t.standards.entry(standard).or_default() += 1;
    if let Some(naming) = made.decided().and_then(|d| d.naming) {
        *t.naming.entry(naming).or_default() += 1;
    }
    if let Some(draft) = case.drafts.iter().find(|d| d.mark.id() == made.draft) {
        let reached = decide::reached(case, &draft.body.findings, FindingAbout::Attribution);
        *t.attribution_reached.entry(reached.id()).or_default() += 1;
    }
}
