//! What the agreement's other standards ask: of an inference from a refusal of access, of naming somebody, of an interim measure and
//! of a sanction; and who may confirm what.
//!
//! Must not: take a refusal of access, or a missing answer, for an admission.

use super::{Check, Refusal};
use crate::agreement::words::{Known, Standard};
use crate::agreement::{Agreement, name::ActorId};
use crate::case::{Case, Rules, confirm, decide};
use crate::id::FindingId;
use crate::named::Named as _;
use crate::statement::casework::{
    AccessOutcome, Attribution, ConfirmationGiven, FindingAbout, FindingMade, Reached, RemedyRequested,
};
use std::collections::BTreeSet;

/// What was asked for, and what was reached.
fn short_of(actor: &str, standard: Standard, reached: Reached) -> String {
    format!("{actor}: asks for {}, reached {}", standard.word(), reached.id())
}

impl Check<'_> {
    /// An adverse inference: only where the text allows it, from a refusal that is recorded, after a notice that was not answered.
    pub(super) fn inference(&mut self, case: &Case, agreement: &Agreement, rules: &Rules, s: &FindingMade) {
        self.actors(agreement, &s.adverse_inference);
        for name in &s.adverse_inference {
            match rules.inference {
                Known::Yes => {}
                Known::No | Known::Unknown => self.no(Refusal::InferenceNotAllowed, name.as_str()),
            }
            let up = agreement.lineage(&ActorId::new(name));
            let refused = |by: &[String]| by.iter().any(|b| up.iter().any(|u| u.as_str() == b));
            if !case.obstructions.iter().any(|o| o.body.outcome == AccessOutcome::Denied && refused(&o.body.by)) {
                self.no(Refusal::InferenceWithoutDenial, name.as_str());
            }
            let replies = case.replies();
            let told: Vec<_> = replies.iter().filter(|r| up.iter().any(|u| u.as_str() == r.actor)).collect();
            if told.is_empty() || told.iter().any(|r| r.answered.is_some() || r.until >= self.time) {
                self.no(Refusal::InferenceEarly, name.as_str());
            }
        }
    }

    /// Naming somebody as the author, in a draft or in an opinion.
    pub(super) fn named(
        &mut self,
        case: &Case,
        agreement: &Agreement,
        rules: &Rules,
        attribution: Attribution,
        names: &[String],
        findings: &[FindingId],
    ) {
        match attribution {
            Attribution::NotAttributed => return,
            Attribution::Attributed | Attribution::ProbablyAttributed | Attribution::Several => {}
        }
        let reached = decide::reached(case, findings, FindingAbout::Attribution);
        for name in names {
            if let Some(standard) = rules.naming_of(agreement, &ActorId::new(name))
                && !decide::meets(reached, standard)
            {
                self.no(Refusal::NamingStandard, short_of(name, standard, reached));
            }
        }
    }

    /// An interim measure: in an urgent case, on a fact that is shown as well as urgent action asks for.
    pub(super) fn interim(&mut self, case: &Case, rules: &Rules) {
        if !case.urgent {
            self.no(Refusal::InterimNotUrgent, "");
        }
        let standing: Vec<FindingId> = case.standing_findings().map(|f| f.body.finding.clone()).collect();
        let reached = decide::reached(case, &standing, FindingAbout::Fact);
        if !decide::meets(reached, rules.urgent.0) {
            self.no(Refusal::UrgentStandard, short_of("the fact", rules.urgent.0, reached));
        }
    }

    /// A rung above the mildest proposes a sanction.
    pub(super) fn sanction(&mut self, case: &Case, agreement: &Agreement, rules: &Rules, s: &RemedyRequested) {
        let ladder = &agreement.modalities.sanctions.value;
        let above = s.rung.as_ref().and_then(|rung| ladder.iter().position(|l| l == rung)).is_some_and(|at| at > 0);
        if !above {
            return;
        }
        let relied = match case.determination().and_then(|m| m.decided()) {
            Some(decided) => decided.findings.clone(),
            None => case.standing_findings().map(|f| f.body.finding.clone()).collect(),
        };
        let reached = decide::reached(case, &relied, FindingAbout::Attribution);
        if !decide::meets(reached, rules.naming.0) {
            self.no(Refusal::SanctionStandard, short_of(&s.of, rules.naming.0, reached));
        }
    }

    /// A guarantor's word on what an agreed condition asks the guarantors to confirm.
    pub(super) fn confirmed(&mut self, s: &ConfirmationGiven) {
        self.text("why", &s.why);
        let seats = &self.cases.seats;
        match seats.held(&s.agreement, self.member()) {
            None => self.no(Refusal::SeatMissing, self.member()),
            Some(seat) => {
                if !seats.undisputed(seat) {
                    self.no(Refusal::SeatContested, seat.constituency.as_str());
                }
                let constituency = seat.constituency.clone();
                if let Some(agreement) = self.agreements.get(&s.agreement.0)
                    && !agreement.guarantors.iter().any(|g| g.actor == constituency)
                {
                    self.no(Refusal::ConfirmsNot, constituency.as_str());
                }
            }
        }
        let Some(agreement) = self.agreement(&s.agreement) else { return };
        if !confirm::asked(agreement).iter().any(|c| c.text() == s.what) {
            self.no(Refusal::NothingToConfirm, s.what.as_str());
        }
        let file = BTreeSet::from([s.agreement.0]);
        let stands = || confirm::words_of(self.cases, &file, &s.what).any(|c| c.mark.at.member == self.step.at.member);
        if s.answer.is_none() && !stands() {
            self.no(Refusal::NothingToTakeBack, s.what.as_str());
        }
    }
}
