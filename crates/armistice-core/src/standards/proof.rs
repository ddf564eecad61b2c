//! Whether what was shown reaches a standard of proof.
//!
//! Must not: rank what was not shown.

use crate::{agreement::words::Standard, scope::Answer, statement::casework::Reached};

/// Whether a finding reaches the standard that an agreement asks for; `None` is an agreement whose standard is not known, and
/// then it cannot be determined. The ladders are those of commissions of inquiry: suspicion, reasonable grounds to believe,
/// balance of probabilities, clear and convincing. A credible report is what raises a suspicion.
#[must_use]
pub fn reaches(reached: Reached, standard: Option<Standard>) -> Answer {
    let Some(standard) = standard else { return Answer::CannotBeDetermined };
    let needed = match standard {
        Standard::CredibleReport => 1,
        Standard::ReasonableGrounds => 2,
        Standard::BalanceOfProbabilities => 3,
        Standard::ClearAndConvincing => 4,
    };
    let has = match reached {
        Reached::None => 0,
        Reached::Suspicion => 1,
        Reached::ReasonableGrounds => 2,
        Reached::BalanceOfProbabilities => 3,
        Reached::ClearAndConvincing => 4,
    };
    if has >= needed { Answer::Yes } else { Answer::No }
}
