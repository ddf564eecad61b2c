//! The ledgers: a fold over the statements of the ledger family. Nothing is settled by who wrote last: where two members say
//! different things of one thing, both stand.
//!
//! Must not: make a recorder an author, add numbers of different units, or take silence for zero.

mod access;
mod bulletin;
mod clock;
mod concordance;
mod coverage;
mod hotline;
mod observation;
mod rate;

pub use access::{AccessRates, Obstruction, Request, access, obstructions};
pub use bulletin::{Column, Spot, Sum, columns};
pub use clock::{Lapse, lapse, seconds};
pub use concordance::{
    Apart, Cell, CellState, Concordance, Figure, Pair, ThirdParty, Total, concordance, concordance_between,
};
pub use coverage::{Beside, Coverage, DayCovered, Seen, beside, coverage};
pub use hotline::{Call, CallState, Hotline, hotline};
pub use observation::{Tally, UnitTotal, observed, recorders};
pub use rate::{ConfirmationRate, RatePart};

use crate::{
    id::{AccessId, BulletinId, CallId, CoverageId, DocumentId, IncidentId, ObservationId, ReportId},
    record::{EntryRef, Step},
    statement::{
        ledger::{
            BulletinRecorded, Coded, CoverageRecorded, IncidentChecked, IncidentListed, IncidentTested,
            InformationGraded, Ledger, ObligationReported, ObservationRecorded, ReportIssued, SourceGraded,
            SourceWithdrawn,
        },
        wire::Digest,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The stretch of time that a question is about: both ends inclusive, an open end is not bounded. Only the days count.
pub type Period = crate::statement::wire::Interval;

/// Why a statement is kept apart from its ledger.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Irregular {
    /// A thing is begun under an id that its mission, member and number do not make.
    #[error("{id} was not begun by this statement: an id comes from mission, member and number ({expected})")]
    NotItsOwn {
        /// The id given.
        id: String,
        /// The id that the statement may begin.
        expected: String,
    },
    /// An answer about a thing whose beginning is not here.
    #[error("{id}: the statement that began it is not here")]
    NotBegun {
        /// The id given.
        id: String,
    },
}

/// Tests of one incident against one agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tests {
    /// All of them, in canonical order.
    pub all: Vec<Step<IncidentTested>>,
}

impl Tests {
    /// Those that no other one of the same pair supersedes, in canonical order. More than one is a fork, and is shown.
    #[must_use]
    pub fn heads(&self) -> Vec<&Step<IncidentTested>> {
        let superseded: BTreeSet<Digest> = self.all.iter().filter_map(|t| t.body.supersedes).collect();
        self.all.iter().filter(|t| !superseded.contains(&Digest(t.at.id))).collect()
    }

    /// The one in force; `None` where the chain forks.
    #[must_use]
    pub fn latest(&self) -> Option<&Step<IncidentTested>> {
        match self.heads().as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// Everything that stands in the ledgers, in canonical order within each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledgers {
    /// Lists that recorders published.
    pub bulletins: Vec<Step<BulletinRecorded>>,
    /// Incidents in recorders' lists, and what recorders say of them.
    pub listings: BTreeMap<IncidentId, Vec<Step<IncidentListed>>>,
    /// Countable observations.
    pub observations: Vec<Step<ObservationRecorded>>,
    /// What could be seen.
    pub coverage: Vec<Step<CoverageRecorded>>,
    /// Requests for access, with their answers.
    pub access: BTreeMap<AccessId, Request>,
    /// Calls over hotlines, with their answers.
    pub calls: BTreeMap<CallId, Call>,
    /// What is reported of obligations, by agreement and obligation.
    pub obligations: BTreeMap<(Digest, String), Vec<Step<ObligationReported>>>,
    /// Grades of sources.
    pub source_grades: Vec<Step<SourceGraded>>,
    /// Grades of information.
    pub information_grades: Vec<Step<InformationGraded>>,
    /// Fields coded.
    pub codings: Vec<Step<Coded>>,
    /// What the mechanism's own work says of incidents.
    pub checks: BTreeMap<IncidentId, Vec<Step<IncidentChecked>>>,
    /// Tests, by incident and agreement.
    pub tests: BTreeMap<(IncidentId, Digest), Tests>,
    /// Documents that are no longer relied on.
    pub withdrawn: BTreeMap<DocumentId, Vec<Step<SourceWithdrawn>>>,
    /// Reports issued.
    pub reports: BTreeMap<ReportId, Step<ReportIssued>>,
    /// Statements that are kept apart, with why.
    pub irregular: Vec<(EntryRef, Irregular)>,
}

impl Ledgers {
    /// What rests on a withdrawn document, in words: entries to look at again.
    #[must_use]
    pub fn resting_on(&self, document: &DocumentId) -> Vec<String> {
        let on = |d: &Option<DocumentId>| d.as_ref() == Some(document);
        let mut out: Vec<String> =
            self.bulletins.iter().filter(|b| on(&b.body.document)).map(|b| b.body.bulletin.to_string()).collect();
        let listed = self.listings.values().flatten().filter(|l| on(&l.body.document));
        out.extend(listed.map(|l| format!("{} in the list of {}", l.body.incident, l.body.recorder)));
        let obligations = self.obligations.values().flatten().filter(|o| on(&o.body.document));
        out.extend(obligations.map(|o| format!("{} according to {}", o.body.obligation, o.body.according_to)));
        out
    }

    fn begun(&mut self, at: &EntryRef, id: &str, expected: &str) -> bool {
        let own = id == expected;
        if !own {
            let why = Irregular::NotItsOwn { id: id.to_owned(), expected: expected.to_owned() };
            self.irregular.push((at.clone(), why));
        }
        own
    }
}

fn step<T: Clone>(of: &Step<Ledger>, body: &T) -> Step<T> {
    let Step { at, seq, mission, asserted, seen, body: _ } = of;
    let (seq, asserted) = (*seq, *asserted);
    Step { at: at.clone(), seq, mission: mission.clone(), asserted, seen: seen.clone(), body: body.clone() }
}

/// Folds the statements of the ledger family. Total: it cannot fail, and drops nothing in silence (see
/// [`Ledgers::irregular`]). Give them in canonical order, as the record has them.
#[must_use]
pub fn fold(steps: &[Step<Ledger>]) -> Ledgers {
    let mut l = Ledgers::default();
    // Beginnings first: an answer of a member who did not have the beginning may stand before it.
    for s in steps {
        if let Ledger::Access(a) = &s.body
            && a.access == AccessId::begun(&s.mission, &s.at.member, s.seq)
        {
            l.access.insert(a.access.clone(), Request { first: step(s, a), later: Vec::new() });
        }
        if let Ledger::Call(c) = &s.body
            && c.call == CallId::begun(&s.mission, &s.at.member, s.seq)
        {
            l.calls.insert(c.call.clone(), Call { first: step(s, c), later: Vec::new() });
        }
    }
    for s in steps {
        apply(&mut l, s);
    }
    l
}

fn apply(l: &mut Ledgers, s: &Step<Ledger>) {
    let (mission, member, seq) = (s.mission.as_str(), s.at.member.as_str(), s.seq);
    match &s.body {
        Ledger::Bulletin(b) => {
            if l.begun(&s.at, b.bulletin.as_str(), BulletinId::begun(mission, member, seq).as_str()) {
                l.bulletins.push(step(s, b));
            }
        }
        Ledger::Listed(b) => l.listings.entry(b.incident.clone()).or_default().push(step(s, b)),
        Ledger::Observation(b) => {
            if l.begun(&s.at, b.observation.as_str(), ObservationId::begun(mission, member, seq).as_str()) {
                l.observations.push(step(s, b));
            }
        }
        Ledger::Coverage(b) => {
            if l.begun(&s.at, b.coverage.as_str(), CoverageId::begun(mission, member, seq).as_str()) {
                l.coverage.push(step(s, b));
            }
        }
        Ledger::Access(b) => match l.access.get_mut(&b.access) {
            Some(request) if request.first.at == s.at => {}
            Some(request) => request.later.push(step(s, b)),
            None => l.irregular.push((s.at.clone(), Irregular::NotBegun { id: b.access.to_string() })),
        },
        Ledger::Call(b) => match l.calls.get_mut(&b.call) {
            Some(call) if call.first.at == s.at => {}
            Some(call) => call.later.push(step(s, b)),
            None => l.irregular.push((s.at.clone(), Irregular::NotBegun { id: b.call.to_string() })),
        },
        Ledger::Obligation(b) => {
            l.obligations.entry((b.agreement, b.obligation.clone())).or_default().push(step(s, b));
        }
        Ledger::SourceGraded(b) => l.source_grades.push(step(s, b)),
        Ledger::InformationGraded(b) => l.information_grades.push(step(s, b)),
        Ledger::Coded(b) => l.codings.push(step(s, b)),
        Ledger::Checked(b) => l.checks.entry(b.incident.clone()).or_default().push(step(s, b)),
        Ledger::Tested(b) => l.tests.entry((b.incident.clone(), b.agreement)).or_default().all.push(step(s, b)),
        Ledger::SourceWithdrawn(b) => l.withdrawn.entry(b.document.clone()).or_default().push(step(s, b)),
        Ledger::Report(b) => {
            if l.begun(&s.at, b.report.as_str(), ReportId::begun(mission, member, seq).as_str()) {
                l.reports.insert(b.report.clone(), step(s, b));
            }
        }
    }
}
