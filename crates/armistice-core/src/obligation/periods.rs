//! Obligations that recur: one period after the other from the day on which their instrument takes effect.
//!
//! Must not: let one performance stand for several periods.

use super::{Heard, ObligationState, State, Why, alarm, begins, force};
use crate::agreement::{Agreement, Obligation};
use crate::condition::Length;
use crate::limits;
use crate::scope::Answer;
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// How a recurring obligation stands at `now`: overdue when the period before the present one passed without a performance.
pub(super) fn state(
    agreement: &Agreement,
    o: &Obligation,
    heard: &Heard,
    zone: &TimeZone,
    now: Timestamp,
) -> ObligationState {
    let (starts, ends) = force(agreement, o);
    let made = |state, performed, due: Option<Timestamp>, mut why: Vec<Why>| {
        why.extend(heard.why());
        let next_alarm = match state {
            State::DueOn | State::Overdue => due.and_then(|due| alarm(due, now)),
            State::Open
            | State::MetInTime
            | State::MetLate
            | State::Extended
            | State::Contested
            | State::CannotBeDetermined => None,
        };
        ObligationState {
            id: o.id.clone(),
            clock: o.clock.kind,
            due,
            state,
            performed,
            why,
            said: heard.said.clone(),
            next_alarm,
            to_be_confirmed: o.marks.to_be_confirmed,
        }
    };
    let unknown = |why| made(State::CannotBeDetermined, Answer::CannotBeDetermined, None, vec![why]);
    let Some(length) = o.clock.every.as_deref().and_then(Length::new) else { return unknown(Why::TimeUnknown) };
    let start: Date = starts.instant.to_zoned(zone.clone()).date();
    // Nothing recurs after the end.
    let until = ends.map_or(now, |end| end.instant.min(now));
    let Some(first) = begins(start, zone) else { return unknown(Why::StartUnknown) };
    let (mut missed, mut over) = (0_u32, 0_u32);
    let (mut from, mut last_missed) = (first, false);
    // Each period is counted from the first day, so that a month from 31 January does not wander.
    for n in 1..=limits::PERIODS {
        let next = length.span().checked_mul(n).ok().and_then(|span| start.checked_add(span).ok());
        let Some(to) = next.and_then(|day| begins(day, zone)) else { return unknown(Why::StartUnknown) };
        let done = heard.all_done.iter().any(|d| d.from.unwrap_or(Timestamp::MIN) >= from && d.until <= to);
        if to > until {
            if heard.disagree() {
                return made(State::Contested, Answer::CannotBeDetermined, Some(to), Vec::new());
            }
            if ends.is_some_and(|end| now >= end.instant) && missed == 0 {
                return made(State::Open, Answer::CannotBeDetermined, None, vec![Why::EndedBefore]);
            }
            let mut why = Vec::new();
            if missed > 0 {
                why.push(Why::PeriodsMissed { missed, of: over });
            }
            let silent = if heard.said.is_empty() { Answer::CannotBeDetermined } else { Answer::No };
            return if last_missed {
                // Late since the end of the last period that is over.
                made(State::Overdue, silent, Some(from), why)
            } else if done {
                made(State::MetInTime, Answer::Yes, Some(to), why)
            } else {
                made(State::DueOn, silent, Some(to), why)
            };
        }
        over += 1;
        last_missed = !done;
        missed += u32::from(!done);
        from = to;
    }
    unknown(Why::TooManyPeriods)
}
