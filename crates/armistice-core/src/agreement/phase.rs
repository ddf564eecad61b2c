//! How the phases of an agreement stand: what was agreed can hold a phase back; what one side declares is only shown.
//!
//! Must not: let a declared condition hold anything back, or take a plan for an entry.

use super::Agreement;
use super::name::{PhaseId, StatementId};
use crate::condition::{self, Evaluated, Facts};
use crate::scope::Answer;
use jiff::civil::Date;

/// One agreed condition, and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// As it is written.
    pub written: String,
    /// Its answer, with why and what would change it.
    pub evaluated: Evaluated,
}

/// How a phase stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseState {
    /// Which.
    pub id: PhaseId,
    /// Its name.
    pub name: String,
    /// When it began, according to the file.
    pub entry: Option<Date>,
    /// When it was to begin.
    pub planned: Option<Date>,
    /// The agreed conditions.
    pub gates: Vec<Gate>,
    /// Whether nothing that was agreed holds it back: all gates say yes. A phase without agreed conditions is held back by
    /// nothing.
    pub open: Answer,
    /// Shown only.
    pub declared: Vec<StatementId>,
}

/// How every phase stands, in the order of the file.
#[must_use]
pub fn states(agreement: &Agreement, facts: &Facts) -> Vec<PhaseState> {
    agreement
        .phases
        .iter()
        .map(|phase| {
            let pairs = phase.agreed_conditions.iter().zip(&phase.gates);
            let gates: Vec<Gate> = pairs
                .map(|(written, gate)| Gate { written: written.clone(), evaluated: condition::evaluate(gate, facts) })
                .collect();
            let has = |answer| gates.iter().any(|g| g.evaluated.answer == answer);
            let open = if has(Answer::No) {
                Answer::No
            } else if has(Answer::CannotBeDetermined) {
                Answer::CannotBeDetermined
            } else {
                Answer::Yes
            };
            PhaseState {
                id: phase.id.clone(),
                name: phase.name.clone(),
                entry: phase.entry,
                planned: phase.planned,
                gates,
                open,
                declared: phase.declared_conditions.clone(),
            }
        })
        .collect()
}
