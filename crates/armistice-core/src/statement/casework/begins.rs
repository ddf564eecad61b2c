//! What a statement of casework is about, and whose id it uses for what it begins.
//!
//! Must not: make an id; the registry of ids does.

use super::Casework;
use crate::id::{CaseId, FindingId, RemedyId};

/// Whether a statement begins a thing, and under whose id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begins {
    /// It begins nothing.
    Nothing,
    /// It begins a thing under the id that follows from its own place.
    Own,
    /// It uses an id that belongs to another place.
    OfAnother(String),
}

impl Casework {
    /// The case that it is about, if it is about one.
    #[must_use]
    pub const fn case(&self) -> Option<&CaseId> {
        match self {
            Casework::SeatTaken(_) | Casework::SeatLeft(_) | Casework::Confirmed(_) => None,
            Casework::Received(s) => Some(&s.case),
            Casework::Registered(s) => Some(&s.case),
            Casework::Screened(s) => Some(&s.case),
            Casework::Objected(s) => s.case.as_ref(),
            Casework::Withdrawn(s) => Some(&s.case),
            Casework::Assessed(s) => Some(&s.case),
            Casework::Opened(s) => Some(&s.case),
            Casework::Tasked(s) => Some(&s.case),
            Casework::VerificationBegun(s) => Some(&s.case),
            Casework::AccessBlocked(s) => Some(&s.case),
            Casework::FindingMade(s) => Some(&s.case),
            Casework::NotVerifiable(s) => Some(&s.case),
            Casework::NoticeSent(s) => Some(&s.case),
            Casework::ResponseGiven(s) => Some(&s.case),
            Casework::DraftPresented(s) => Some(&s.case),
            Casework::OpinionGiven(s) => Some(&s.case),
            Casework::RemedyRequested(s) => Some(&s.case),
            Casework::RemedyFollowed(s) => Some(&s.case),
            Casework::Settled(s) => Some(&s.case),
            Casework::ClosingProposed(s) => Some(&s.case),
            Casework::Reopened(s) => Some(&s.case),
        }
    }

    /// Whether it begins a thing, and under whose id. Ids can be foretold, so this is looked at.
    #[must_use]
    pub fn begins(&self, mission: &str, member: &str, seq: u64) -> Begins {
        let (own, id) = match self {
            Casework::Received(s) => (s.case == CaseId::begun(mission, member, seq), s.case.as_str()),
            Casework::FindingMade(s) => (s.finding == FindingId::begun(mission, member, seq), s.finding.as_str()),
            Casework::RemedyRequested(s) => (s.remedy == RemedyId::begun(mission, member, seq), s.remedy.as_str()),
            Casework::SeatTaken(_)
            | Casework::SeatLeft(_)
            | Casework::Registered(_)
            | Casework::Screened(_)
            | Casework::Objected(_)
            | Casework::Withdrawn(_)
            | Casework::Assessed(_)
            | Casework::Opened(_)
            | Casework::Tasked(_)
            | Casework::VerificationBegun(_)
            | Casework::AccessBlocked(_)
            | Casework::NotVerifiable(_)
            | Casework::NoticeSent(_)
            | Casework::ResponseGiven(_)
            | Casework::DraftPresented(_)
            | Casework::OpinionGiven(_)
            | Casework::RemedyFollowed(_)
            | Casework::Settled(_)
            | Casework::ClosingProposed(_)
            | Casework::Reopened(_)
            | Casework::Confirmed(_) => return Begins::Nothing,
        };
        if own { Begins::Own } else { Begins::OfAnother(id.to_owned()) }
    }
}
