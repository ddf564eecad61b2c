//! The states of obligations in plain English.
//!
//! Must not: print an alias, or say "violated": a clock that has run out is overdue.

use super::{AlarmOf, ObligationState, State, Why};
use crate::agreement::Agreement;
use jiff::{Timestamp, tz::TimeZone};

/// An instant as the day and time of the agreement's zone. Midnight is given as the day that ends.
#[must_use]
pub(crate) fn local(at: Timestamp, agreement: &Agreement) -> String {
    let zone = TimeZone::get(&agreement.effective.zone).unwrap_or(TimeZone::UTC);
    let local = at.to_zoned(zone).datetime();
    if local.time() == jiff::civil::Time::midnight()
        && let Ok(day) = local.date().yesterday()
    {
        return format!("the end of {day}");
    }
    format!("{} {}", local.date(), local.time().strftime("%H:%M"))
}

impl Why {
    /// In plain English.
    #[must_use]
    pub fn sentence(&self, agreement: &Agreement) -> String {
        let who = |name: &String| {
            let actor = agreement.actors.iter().find(|a| a.id.as_str() == name);
            actor.map_or(name.as_str(), |a| a.name.as_str()).to_owned()
        };
        match self {
            Why::NoTime => "No time is set.".to_owned(),
            Why::Continuous => "It holds for as long as the agreement does.".to_owned(),
            Why::TimeUnknown => "By when it must be performed is not known.".to_owned(),
            Why::StartUnknown => "The day from which its time runs is not known.".to_owned(),
            Why::NothingReported => "Nobody reported it performed.".to_owned(),
            Why::EndedBefore => "The agreement had ended before it was due.".to_owned(),
            Why::PeriodsMissed { missed, of } => {
                format!("Of {of} periods that are over, {missed} have no report of performance.")
            }
            Why::TooManyPeriods => "It has more periods than are looked at.".to_owned(),
            Why::PerformedWhenUnknown => "Whether that was in time is not known.".to_owned(),
            Why::Partly { according_to } => format!("Performed in part, according to {}.", who(according_to)),
            Why::NotDone { according_to } => format!("Not performed, according to {}.", who(according_to)),
            Why::Done { according_to } => format!("Performed, according to {}.", who(according_to)),
            Why::Extended { according_to, until: Some(until) } => {
                format!("Extended to {}, according to {}.", local(*until, agreement), who(according_to))
            }
            Why::Extended { according_to, until: None } => {
                format!("Extended, according to {}; until when is not known.", who(according_to))
            }
        }
    }
}

impl AlarmOf {
    /// In plain English.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            AlarmOf::DaysLeft(1) => "one day left".to_owned(),
            AlarmOf::DaysLeft(n) => format!("{n} days left"),
            AlarmOf::TimeOver => "the time is over".to_owned(),
            AlarmOf::StillOverdue => "still overdue".to_owned(),
        }
    }
}

impl ObligationState {
    /// The state in plain English, without its reasons.
    #[must_use]
    pub fn headline(&self, agreement: &Agreement) -> String {
        let due = self.due.map(|due| local(due, agreement));
        match (self.state, due) {
            (State::Open, _) => "Open.".to_owned(),
            (State::DueOn, Some(due)) => format!("Due by {due}."),
            (State::DueOn, None) => "Due.".to_owned(),
            (State::MetInTime, Some(due)) => format!("Met in time (due by {due})."),
            (State::MetInTime, None) => "Met.".to_owned(),
            (State::MetLate, Some(due)) => format!("Met late (was due by {due})."),
            (State::MetLate, None) => "Met late.".to_owned(),
            (State::Overdue, Some(due)) => format!("Overdue since {due}."),
            (State::Overdue, None) => "Overdue.".to_owned(),
            (State::Extended, Some(due)) => format!("Extended: due by {due}."),
            (State::Extended, None) => "Extended.".to_owned(),
            (State::Contested, _) => "Contested: reports disagree.".to_owned(),
            (State::CannotBeDetermined, _) => "Cannot be determined.".to_owned(),
        }
    }

    /// The state and its reasons in plain English.
    #[must_use]
    pub fn sentence(&self, agreement: &Agreement) -> String {
        let mut out = self.headline(agreement);
        for why in &self.why {
            out.push(' ');
            out.push_str(&why.sentence(agreement));
        }
        if self.to_be_confirmed {
            out.push_str(" The term is to be confirmed against the text.");
        }
        out
    }
}
