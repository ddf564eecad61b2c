//! How long agreements and instruments run: their end or the end of their term, and the alarms before it.
//!
//! Must not: take a renewal for granted. What is renewed by somebody's consent is renewed when the file says so.

use super::{Alarm, alarm, begins};
use crate::agreement::Agreement;
use crate::condition::{Length, end_of_day_after};
use jiff::{Timestamp, tz::TimeZone};

/// How a term stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermStatus {
    /// It has not begun.
    Ahead,
    /// It runs.
    Running,
    /// It has ended, by a time that the file gives.
    Ended,
    /// Its term is over. Whether it was renewed is not known from the file.
    TermOver,
}

impl TermStatus {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            TermStatus::Ahead => "ahead",
            TermStatus::Running => "running",
            TermStatus::Ended => "ended",
            TermStatus::TermOver => "term_over",
        }
    }
}

/// An agreement or instrument that has an end or a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermState {
    /// The id of the agreement or instrument.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it begins, if that is known.
    pub from: Option<Timestamp>,
    /// The moment at which the end or the term is reached.
    pub until: Timestamp,
    /// The end is written as a time (otherwise it is that of the term).
    pub fixed: bool,
    /// How it is renewed, in the words of the file.
    pub renewal: Option<String>,
    /// How it stands.
    pub status: TermStatus,
    /// The next alarm: a month, a week and a day ahead, and at the end.
    pub next_alarm: Option<Alarm>,
    /// It was not checked against the text of the instrument.
    pub to_be_confirmed: bool,
}

/// The agreement and its instruments that have an end or a term, as they stand at `now`.
#[must_use]
pub fn terms(agreement: &Agreement, now: Timestamp) -> Vec<TermState> {
    let zone = TimeZone::get(&agreement.effective.zone).unwrap_or(TimeZone::UTC);
    let mut out = Vec::new();
    let own = agreement.effective.instant;
    if let Some(end) = &agreement.ends {
        let (id, title) = (agreement.id.to_string(), agreement.title.clone());
        let confirm = agreement.marks.to_be_confirmed;
        out.push(made(id, title, Some(own), end.instant, true, None, now, confirm));
    }
    for i in &agreement.instruments {
        let from = i.effective.as_ref().map(|m| m.instant).or_else(|| i.date.and_then(|day| begins(day, &zone)));
        let until = match (&i.ends, i.term.as_deref().and_then(Length::new), from) {
            (Some(end), _, _) => Some((end.instant, true)),
            (None, Some(term), Some(from)) => {
                // A term of six months from 5 May is over at the end of 4 November.
                let day = from.to_zoned(zone.clone()).date();
                let until = day.yesterday().ok().and_then(|day| end_of_day_after(day, &term, &zone));
                until.map(|until| (until, false))
            }
            (None, _, _) => None,
        };
        if let Some((until, fixed)) = until {
            let (id, title) = (i.id.to_string(), i.title.clone());
            out.push(made(id, title, from, until, fixed, i.renewal.clone(), now, i.marks.to_be_confirmed));
        }
    }
    out
}

#[expect(clippy::too_many_arguments, reason = "the fields of one value")]
fn made(
    id: String,
    title: String,
    from: Option<Timestamp>,
    until: Timestamp,
    fixed: bool,
    renewal: Option<String>,
    now: Timestamp,
    to_be_confirmed: bool,
) -> TermState {
    let status = if now >= until {
        if fixed { TermStatus::Ended } else { TermStatus::TermOver }
    } else if from.is_some_and(|from| now < from) {
        TermStatus::Ahead
    } else {
        TermStatus::Running
    };
    let month = until.checked_sub(jiff::SignedDuration::from_hours(24 * 30)).ok();
    let next_alarm = if now >= until {
        None
    } else if let Some(at) = month.filter(|at| *at > now) {
        Some(Alarm { at, of: super::AlarmOf::DaysLeft(30) })
    } else {
        alarm(until, now)
    };
    TermState { id, title, from, until, fixed, renewal, status, next_alarm, to_be_confirmed }
}
