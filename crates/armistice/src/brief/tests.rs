//! Every incident of the record held against the agreements: what went in, and the answers.
//!
//! Must not: judge; the core does.

use super::Work;
use crate::agreements::AgreementFile;
use armistice_core::{
    agreement::{
        Agreement,
        law::{self, LawReason},
    },
    case,
    id::ClaimId,
    incident::{Incident, RecordedClaim},
    record::{EntryRef, Record, Step},
    scope::{
        self, TestAnswer,
        facts::{Found, IncidentFacts, digest, found_of},
    },
    statement::casework::Casework,
};
use std::collections::{BTreeMap, BTreeSet};

/// One incident under one agreement.
#[derive(Debug)]
pub struct Tested<'a> {
    /// The agreement.
    pub file: &'a AgreementFile,
    /// What went in.
    pub facts: IncidentFacts,
    /// Its digest.
    pub digest: [u8; 32],
    /// The findings of cases that went in.
    pub found: Vec<Found>,
    /// Findings that the agreement has no word or actor for; they did not go in.
    pub unread: Vec<Found>,
    /// The answers.
    pub answers: Vec<TestAnswer>,
}

/// One incident and its tests, in the order of the agreements.
#[derive(Debug)]
pub struct Held<'a> {
    /// The incident.
    pub incident: Incident,
    /// Its tests.
    pub tests: Vec<Tested<'a>>,
}

/// The words of a claim, for who reads an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The file that it stands in.
    pub file: String,
    /// Exactly what stands there.
    pub quote: String,
}

/// All incidents of a record, tested; and the words of all claims.
#[must_use]
pub fn all<'a>(record: &'a Record, agreements: &'a [AgreementFile]) -> (Vec<Held<'a>>, BTreeMap<ClaimId, Words>) {
    let work = Work::new(record, agreements, &BTreeSet::new());
    let held = work
        .incidents(&work.counted())
        .into_iter()
        .map(|incident| Held { tests: work.tested(&incident), incident })
        .collect();
    let words = work.claims.iter().map(|c| {
        let document = work.numbers.get(c.document.as_str()).and_then(|i| work.documents.get(*i));
        let file = document.and_then(|d| d.state.captured.first()).map_or_else(String::new, |(_, c)| c.file.clone());
        (c.claim.id.clone(), Words { file, quote: c.claim.quote.clone() })
    });
    (held, words.collect())
}

/// The steps of casework that the rules of cases accept: a finding that they refuse is no fact.
pub(super) fn regular(record: &Record, agreements: &[AgreementFile]) -> Vec<Step<Casework>> {
    if record.casework.is_empty() {
        return vec![];
    }
    let files: BTreeMap<[u8; 32], Agreement> = agreements.iter().map(|f| (f.sha256, f.agreement.clone())).collect();
    // The time of the reading is that of the last step: the same for everybody who holds the same registers.
    let now = record.casework.iter().map(|s| s.asserted).max().unwrap_or_default();
    let input = case::Input { casework: &record.casework, ledger: &record.ledger, agreements: &files, now };
    let refused: BTreeSet<EntryRef> = case::fold(&input).irregular.into_iter().map(|i| i.at).collect();
    record.casework.iter().filter(|s| !refused.contains(&s.at)).cloned().collect()
}

impl<'a> Work<'a> {
    /// An incident under each agreement.
    pub(super) fn tested(&self, incident: &Incident) -> Vec<Tested<'a>> {
        let claims: Vec<&RecordedClaim> =
            incident.claims.iter().filter_map(|id| self.claims.get(*self.by_id.get(id)?)).collect();
        let found = found_of(&self.casework, &incident.id);
        let tested = self.law(incident, &claims).into_iter().map(|file| {
            let mut facts = self.facts(&file.agreement, incident, &claims);
            let unread: Vec<Found> = facts.find(&file.agreement, &found).into_iter().cloned().collect();
            Tested {
                file,
                digest: digest(&facts),
                answers: scope::test(&file.agreement, &facts),
                facts,
                found: found.iter().filter(|f| !unread.contains(f)).cloned().collect(),
                unread,
            }
        });
        tested.collect()
    }

    /// The files whose law was in force at the time of the act, of each agreement. Where the time reaches across an amendment,
    /// or may, each version that may hold is tested; where none holds, the nearest one, and it answers that it was not in force.
    fn law(&self, incident: &Incident, claims: &[&RecordedClaim]) -> Vec<&'a AgreementFile> {
        let versions: Vec<&Agreement> = self.agreements.iter().map(|f| &f.agreement).collect();
        let mut out: Vec<&'a AgreementFile> = Vec::new();
        let mut add = |wanted: &Agreement| {
            let file = self.agreements.iter().find(|f| f.agreement == *wanted);
            out.extend(file.filter(|f| !out.iter().any(|o| o.sha256 == f.sha256)));
        };
        for file in self.agreements {
            let (from, to) = scope::instants(&file.agreement, &self.facts(&file.agreement, incident, claims));
            let law = law::in_force(&versions, &file.agreement.id, from, to);
            for version in &law.versions {
                add(version);
            }
            if law.versions.is_empty() {
                let of = law::versions_of(&versions, &file.agreement.id);
                let before = law.why.contains(&LawReason::Before);
                if let Some(version) = if before { of.first() } else { of.last() } {
                    add(version);
                }
            }
        }
        // In the order in which they were adopted.
        self.agreements.iter().filter(|f| out.iter().any(|o| o.sha256 == f.sha256)).collect()
    }
}
