//! Two axes: what is established of the fact, and what it comes to in law.
//!
//! Must not: let one axis move the other. A verified air strike may be no violation; an unverified one stays pending.

use crate::{
    incident::VerificationStatus,
    record::Step,
    statement::{
        casework::Outcome,
        ledger::{Checked, IncidentChecked},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What is established of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactStanding {
    /// What documents alone lead to.
    pub documents: VerificationStatus,
    /// What each member's own work says: its latest statement.
    pub checked: BTreeMap<String, Checked>,
    /// Members' own work says different things; both stand, and the fact is contradicted.
    pub disputed: bool,
    /// The ladder.
    pub status: VerificationStatus,
}

/// Both axes of one incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axes {
    /// The fact.
    pub fact: FactStanding,
    /// The law: the outcome of a case, if there is one. `None` is pending, or no case.
    pub law: Option<Outcome>,
}

/// What is established of a fact, from the ladder of the documents and the mechanism's own work. *Not verifiable* takes
/// nothing away that others established.
#[must_use]
pub fn fact(documents: VerificationStatus, checks: &[Step<IncidentChecked>]) -> FactStanding {
    let checked: BTreeMap<String, Checked> = checks.iter().map(|s| (s.at.member.clone(), s.body.result)).collect();
    let said: BTreeSet<Checked> = checked.values().copied().collect();
    let disputed = said.contains(&Checked::Verified) && said.contains(&Checked::Refuted);
    let status = if disputed {
        VerificationStatus::Contradicted
    } else if said.contains(&Checked::Verified) {
        VerificationStatus::Verified
    } else if said.contains(&Checked::Refuted) {
        VerificationStatus::Refuted
    } else if said.contains(&Checked::NotVerifiable) {
        match documents {
            VerificationStatus::Corroborated => VerificationStatus::Corroborated,
            VerificationStatus::Contradicted => VerificationStatus::Contradicted,
            VerificationStatus::Unassessed
            | VerificationStatus::Unverified
            | VerificationStatus::SingleOrigin
            | VerificationStatus::Verified
            | VerificationStatus::Refuted
            | VerificationStatus::NotVerifiable => VerificationStatus::NotVerifiable,
        }
    } else {
        documents
    };
    FactStanding { documents, checked, disputed, status }
}
