//! Statements in cases and about seats, each as one sentence.
//!
//! Must not: call an allegation a finding, or a finding a determination.

use crate::output::text;
use armistice_core::{named::Named as _, scope::Answer, statement::casework::Casework};

/// What the statement says.
pub(in crate::cli) fn casework(c: &Casework) -> String {
    let words = text::words;
    let list = |items: &[String]| if items.is_empty() { "unknown".to_owned() } else { items.join(", ") };
    match c {
        Casework::SeatTaken(s) => format!("took the seat of {}: {}", s.constituency, s.note),
        Casework::SeatLeft(s) => format!("left the seat of {}: {}", s.constituency, s.why),
        Casework::Received(s) => format!(
            "received a complaint of {} ({}{}), accused: {}: {}",
            s.complainant,
            s.case,
            if s.urgent { ", urgent" } else { "" },
            list(&s.accused),
            s.allegation
        ),
        Casework::Registered(s) => format!("registered {} as {}", s.case, s.number),
        Casework::Screened(s) => format!("screened {}: {}, because {}", s.case, words(s.result.id()), s.why),
        Casework::Objected(s) => format!("objected to the {}: {}", words(s.what.id()), s.why),
        Casework::Withdrawn(s) => format!("took the complaint {} back: {}", s.case, s.why),
        Casework::Assessed(s) => format!("assessed {}: {}", s.case, s.assessment),
        Casework::Opened(s) => format!("opened an investigation in {}: {}", s.case, s.why),
        Casework::Tasked(s) => format!("tasked a team of {} in {}: {}", list(&s.team), s.case, s.task),
        Casework::VerificationBegun(s) => format!("began to verify in {}: {}", s.case, s.note),
        Casework::AccessBlocked(s) => {
            format!("access {} in {} at {}, by {}: {}", words(s.outcome.id()), s.case, s.place, list(&s.by), s.why)
        }
        Casework::FindingMade(s) => {
            let inferred = if s.adverse_inference.is_empty() {
                String::new()
            } else {
                format!("; also from the refusal of access by {}", s.adverse_inference.join(", "))
            };
            format!("found in {} ({}; {}{inferred}): {}", s.case, words(s.about.id()), words(s.reached.id()), s.text)
        }
        Casework::NotVerifiable(s) => format!("cannot verify {}: {}, {}", s.case, words(s.obstacle.id()), s.why),
        Casework::NoticeSent(s) => {
            format!("gave notice of {} to {} and to {}", s.case, list(&s.to), list(&s.guarantors))
        }
        Casework::ResponseGiven(s) => format!("took in the answer of {} in {}: “{}”", s.by, s.case, s.text),
        Casework::DraftPresented(s) => {
            format!("laid a draft before the components in {}: {}", s.case, words(s.outcome.id()))
        }
        Casework::OpinionGiven(s) => {
            format!("gave the opinion of {} in {}: {}: “{}”", s.constituency, s.case, words(s.position.id()), s.text)
        }
        Casework::RemedyRequested(s) => {
            let interim = if s.interim { " for an interim measure" } else { "" };
            format!("asked {}{interim} in {}: {}; to be checked by: {}", s.of, s.case, s.act, s.test)
        }
        Casework::RemedyFollowed(s) => {
            format!("followed up {} in {}: {}: {}", s.remedy, s.case, words(s.progress.id()), s.text)
        }
        Casework::Settled(s) => {
            format!("recorded a local settlement between {} in {}: {}", list(&s.between), s.case, s.text)
        }
        Casework::ClosingProposed(s) => {
            format!("asked to close {}: {}, because {}", s.case, words(s.ground.id()), s.why)
        }
        Casework::Reopened(s) => format!("reopened {}: {}", s.case, s.why),
        Casework::Confirmed(s) => match s.answer {
            Some(Answer::Yes) => format!("confirmed “{}”: {}", s.what, s.why),
            Some(Answer::No) => format!("did not confirm “{}”: {}", s.what, s.why),
            Some(Answer::CannotBeDetermined) => format!("can neither confirm “{}” nor deny it: {}", s.what, s.why),
            None => format!("took its word on “{}” back: {}", s.what, s.why),
        },
    }
}
