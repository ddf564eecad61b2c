//! Holds a condition against facts: yes, no, or cannot be determined (Kleene's logic), with the reasons that decide and what
//! would change the answer.
//!
//! Must not: take silence for consent, or an absence of records for an absence of violations.

use super::facts::{Event, Facts, Gravity, Seen};
use super::{Condition, Confirmed, Length, Subject, Time};
use crate::agreement::Agreement;
use crate::agreement::name::{ActorId, ObligationId};
use crate::scope::Answer;
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Why an answer is what it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The time has come.
    TimeCame { at: Time },
    /// It has not.
    TimeAhead { at: Time },
    /// The clocks are changed at that time, and now lies between its two meanings; or it is out of range.
    TimeUnclear { at: Time },
    /// The file does not say when the event was.
    EventUnknown { event: String },
    /// The event lies ahead.
    EventAhead { event: String },
    /// The time from it runs.
    TimeRuns { event: String, until: Timestamp },
    /// The time from it is over.
    TimeOver { event: String, until: Timestamp },
    /// How an obligation stands.
    Obligation { id: ObligationId, answer: Answer, why: String },
    /// Nothing is known of an obligation.
    ObligationUnknown { id: ObligationId },
    /// Such a violation was determined in the time.
    Violation { case: String },
    /// A case may come to one, or its time or place is not known finely enough.
    OpenCase { case: String },
    /// Nobody looked at the cases.
    CasesUnknown,
    /// No violation was determined, and the area was observed all the time.
    NoViolation { area: Option<String> },
    /// No violation was determined, and it is not known that the area was observed all the time.
    NotObserved { area: Option<String> },
    /// A guarantor confirms.
    Confirms { guarantor: ActorId, what: String },
    /// A guarantor refuses.
    Refuses { guarantor: ActorId, what: String },
    /// A guarantor has not said.
    Silent { guarantor: ActorId, what: String },
    /// There is nobody who could confirm.
    NoGuarantor { what: String },
}

/// What would change an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Time: from then on.
    Time { at: Timestamp },
    /// A date of the event in the file.
    DateOf { event: String },
    /// A report that the obligation is performed.
    Performance { id: ObligationId },
    /// Reports of the obligation that say otherwise.
    Report { id: ObligationId },
    /// A determination of the case.
    Determination { case: String },
    /// The cases.
    Cases,
    /// A record that the area was observed all the time.
    Coverage { area: Option<String> },
    /// The word of a guarantor.
    Word { guarantor: ActorId, what: String },
}

/// An answer, with why and with what would change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluated {
    /// The answer.
    pub answer: Answer,
    /// What decides it; each once.
    pub reasons: Vec<Reason>,
    /// What would change it; each once. Empty: nothing can any more.
    pub would_change: Vec<Change>,
}

fn one(answer: Answer, reason: Reason, change: impl IntoIterator<Item = Change>) -> Evaluated {
    Evaluated { answer, reasons: vec![reason], would_change: change.into_iter().collect() }
}

/// Holds a condition against facts.
#[must_use]
pub fn evaluate(condition: &Condition, facts: &Facts) -> Evaluated {
    match condition {
        Condition::At(time) => at(*time, facts),
        Condition::Within { length, of } => within(length, of, facts),
        Condition::All(items) => join(items, facts, Answer::No),
        Condition::Any(items) => join(items, facts, Answer::Yes),
        Condition::Not(inner) => {
            let inner = evaluate(inner, facts);
            Evaluated { answer: opposite(inner.answer), ..inner }
        }
        Condition::Met(id) => met(id, facts),
        Condition::No { what, area, length } => no(*what, area.as_deref(), length, facts),
        Condition::GuarantorsConfirm(what) => confirm(what, facts),
    }
}

const fn opposite(answer: Answer) -> Answer {
    match answer {
        Answer::Yes => Answer::No,
        Answer::No => Answer::Yes,
        Answer::CannotBeDetermined => Answer::CannotBeDetermined,
    }
}

/// One part with the answer `decides` decides all; else one that cannot be determined leaves all so; else it is the opposite.
/// Only the parts that have the answer of the whole are reasons.
fn join(items: &[Condition], facts: &Facts, decides: Answer) -> Evaluated {
    let parts: Vec<Evaluated> = items.iter().map(|c| evaluate(c, facts)).collect();
    let answer = if parts.iter().any(|p| p.answer == decides) {
        decides
    } else if parts.iter().any(|p| p.answer == Answer::CannotBeDetermined) {
        Answer::CannotBeDetermined
    } else {
        opposite(decides)
    };
    let mut whole = Evaluated { answer, reasons: Vec::new(), would_change: Vec::new() };
    for part in parts.into_iter().filter(|p| p.answer == answer) {
        for reason in part.reasons {
            if !whole.reasons.contains(&reason) {
                whole.reasons.push(reason);
            }
        }
        for change in part.would_change {
            if !whole.would_change.contains(&change) {
                whole.would_change.push(change);
            }
        }
    }
    whole
}

fn zone(facts: &Facts) -> Option<TimeZone> {
    TimeZone::get(&facts.zone).ok()
}

/// The first moment of a day. Where clocks skip it, the day begins after the gap.
pub(crate) fn begins(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(day.to_datetime(jiff::civil::Time::midnight())).compatible().ok()
}

fn at(time: Time, facts: &Facts) -> Evaluated {
    let unclear = || one(Answer::CannotBeDetermined, Reason::TimeUnclear { at: time }, None);
    let Some(zone) = zone(facts) else { return unclear() };
    let range = match time {
        Time::Day(day) => begins(day, &zone).map(|t| (t, t)),
        Time::Minute(local) => {
            let ends = |t: jiff::tz::AmbiguousTimestamp| Some((t.earlier().ok()?, t.later().ok()?));
            ends(zone.to_ambiguous_timestamp(local)).map(|(a, b)| (a.min(b), a.max(b)))
        }
    };
    let Some((first, last)) = range else { return unclear() };
    if facts.now >= last {
        one(Answer::Yes, Reason::TimeCame { at: time }, None)
    } else if facts.now < first {
        one(Answer::No, Reason::TimeAhead { at: time }, [Change::Time { at: first }])
    } else {
        one(Answer::CannotBeDetermined, Reason::TimeUnclear { at: time }, [Change::Time { at: last }])
    }
}

fn within(length: &Length, of: &str, facts: &Facts) -> Evaluated {
    let event = || of.to_owned();
    let unknown = || {
        one(Answer::CannotBeDetermined, Reason::EventUnknown { event: event() }, [Change::DateOf { event: event() }])
    };
    let (Some(zone), Some(known)) = (zone(facts), facts.events.get(of)) else { return unknown() };
    let (start, day) = match known {
        Event::Day(day) => (begins(*day, &zone), *day),
        Event::Moment(at) => (Some(*at), at.to_zoned(zone.clone()).date()),
    };
    let (Some(start), Some(until)) = (start, end_of_day_after(day, length, &zone)) else { return unknown() };
    if facts.now < start {
        one(Answer::No, Reason::EventAhead { event: event() }, [Change::Time { at: start }])
    } else if facts.now < until {
        one(Answer::Yes, Reason::TimeRuns { event: event(), until }, [Change::Time { at: until }])
    } else {
        one(Answer::No, Reason::TimeOver { event: event(), until }, None)
    }
}

/// The end of the day that lies `length` after `day`: the first moment of the day after it.
pub(crate) fn end_of_day_after(day: Date, length: &Length, zone: &TimeZone) -> Option<Timestamp> {
    begins(day.checked_add(length.span()).ok()?.tomorrow().ok()?, zone)
}

fn met(id: &ObligationId, facts: &Facts) -> Evaluated {
    let id = id.clone();
    match facts.obligations.get(&id) {
        None => {
            one(Answer::CannotBeDetermined, Reason::ObligationUnknown { id: id.clone() }, [Change::Performance { id }])
        }
        Some(known) => {
            let change = match known.answer {
                Answer::Yes => Change::Report { id: id.clone() },
                Answer::No | Answer::CannotBeDetermined => Change::Performance { id: id.clone() },
            };
            one(known.answer, Reason::Obligation { id, answer: known.answer, why: known.why.clone() }, [change])
        }
    }
}

fn no(what: Subject, area: Option<&str>, length: &Length, facts: &Facts) -> Evaluated {
    let area_of = || area.map(str::to_owned);
    let not_observed = || {
        one(Answer::CannotBeDetermined, Reason::NotObserved { area: area_of() }, [Change::Coverage { area: area_of() }])
    };
    let Some(cases) = &facts.cases else {
        return one(Answer::CannotBeDetermined, Reason::CasesUnknown, [Change::Cases]);
    };
    let start = zone(facts)
        .and_then(|zone| facts.now.to_zoned(zone).checked_sub(length.span()).ok())
        .map(|start| start.timestamp());
    let Some(start) = start else { return not_observed() };
    let fits = |case: &Seen| fit(case, what, area, start, facts.now);
    let surely: Vec<&Seen> = cases.iter().filter(|c| fits(c) == Answer::Yes).collect();
    if !surely.is_empty() {
        let reasons = surely.iter().map(|c| Reason::Violation { case: c.case.clone() }).collect();
        // The window moves on: some day the last of them lies behind it.
        return Evaluated { answer: Answer::No, reasons, would_change: Vec::new() };
    }
    let perhaps: Vec<&Seen> = cases.iter().filter(|c| fits(c) == Answer::CannotBeDetermined).collect();
    if !perhaps.is_empty() {
        return Evaluated {
            answer: Answer::CannotBeDetermined,
            reasons: perhaps.iter().map(|c| Reason::OpenCase { case: c.case.clone() }).collect(),
            would_change: perhaps.iter().map(|c| Change::Determination { case: c.case.clone() }).collect(),
        };
    }
    if observed(area, start, facts) {
        one(Answer::Yes, Reason::NoViolation { area: area_of() }, None)
    } else {
        not_observed()
    }
}

/// Whether a case is such a violation, in the area and in the time.
fn fit(case: &Seen, what: Subject, area: Option<&str>, start: Timestamp, now: Timestamp) -> Answer {
    let grave = match (case.gravity, what) {
        (Gravity::Serious, _) | (Gravity::Minor, Subject::Any) => Answer::Yes,
        (Gravity::Minor, Subject::Serious) | (Gravity::Nothing, _) => Answer::No,
        (Gravity::Open, _) => Answer::CannotBeDetermined,
    };
    let has = |list: &[String], area: &str| list.iter().any(|a| a == area);
    let here = match area {
        None => Answer::Yes,
        Some(a) if has(&case.inside, a) => Answer::Yes,
        Some(a) if has(&case.outside, a) => Answer::No,
        Some(_) => Answer::CannotBeDetermined,
    };
    let then = if case.to.is_some_and(|to| to < start) || case.from.is_some_and(|from| from > now) {
        Answer::No
    } else if case.from.is_some_and(|from| from >= start) && case.to.is_some_and(|to| to <= now) {
        Answer::Yes
    } else {
        Answer::CannotBeDetermined
    };
    let all = [grave, here, then];
    if all.contains(&Answer::No) {
        Answer::No
    } else if all.contains(&Answer::CannotBeDetermined) {
        Answer::CannotBeDetermined
    } else {
        Answer::Yes
    }
}

/// Whether the stretches in which the area was observed leave no gap between `start` and now.
fn observed(area: Option<&str>, start: Timestamp, facts: &Facts) -> bool {
    let mut list: Vec<_> = facts.watched.iter().filter(|w| w.area.is_none() || w.area.as_deref() == area).collect();
    list.sort_by_key(|w| (w.from, w.to));
    let mut reached = start;
    for w in list {
        if w.from > reached {
            return false;
        }
        reached = reached.max(w.to);
    }
    reached >= facts.now && !facts.watched.is_empty()
}

fn confirm(what: &Confirmed, facts: &Facts) -> Evaluated {
    let words = || what.text().to_owned();
    if facts.guarantors.is_empty() {
        return one(Answer::CannotBeDetermined, Reason::NoGuarantor { what: words() }, None);
    }
    let said = facts.confirmations.get(what);
    let answer_of = |g: &ActorId| {
        let mut answers = said.into_iter().flatten().filter(|c| c.guarantor == *g).map(|c| c.answer);
        let first = answers.next();
        // Two answers of one guarantor are none.
        first.filter(|a| answers.all(|b| b == *a)).unwrap_or(Answer::CannotBeDetermined)
    };
    let list: Vec<(ActorId, Answer)> = facts.guarantors.iter().map(|g| (g.clone(), answer_of(g))).collect();
    let answer = if list.iter().any(|(_, a)| *a == Answer::No) {
        Answer::No
    } else if list.iter().all(|(_, a)| *a == Answer::Yes) {
        Answer::Yes
    } else {
        Answer::CannotBeDetermined
    };
    let deciding = || list.iter().filter(|(_, a)| *a == answer).map(|(g, _)| g.clone());
    let reason = |guarantor: ActorId| match answer {
        Answer::Yes => Reason::Confirms { guarantor, what: words() },
        Answer::No => Reason::Refuses { guarantor, what: words() },
        Answer::CannotBeDetermined => Reason::Silent { guarantor, what: words() },
    };
    let would_change = deciding().map(|guarantor| Change::Word { guarantor, what: words() }).collect();
    Evaluated { answer, reasons: deciding().map(reason).collect(), would_change }
}

fn place(area: Option<&str>) -> String {
    area.map_or_else(|| "anywhere".to_owned(), |a| format!("in {a}"))
}

impl Reason {
    /// In plain English, with the neutral names of the agreement.
    #[must_use]
    pub fn sentence(&self, agreement: &Agreement) -> String {
        let name = |id: &ActorId| agreement.actor_name(id).to_owned();
        match self {
            Reason::TimeCame { at } => format!("{at} has come."),
            Reason::TimeAhead { at } => format!("{at} lies ahead."),
            Reason::TimeUnclear { at } => format!("{at} names no single moment there."),
            Reason::EventUnknown { event } => format!("No date is known for {event}."),
            Reason::EventAhead { event } => format!("{event} lies ahead."),
            Reason::TimeRuns { event, until } => format!("The time from {event} runs until {until}."),
            Reason::TimeOver { event, until } => format!("The time from {event} was over at {until}."),
            Reason::Obligation { id, answer: _, why } => format!("{id}: {why}"),
            Reason::ObligationUnknown { id } => format!("Nothing is known of {id}."),
            Reason::Violation { case } => format!("Case {case} was determined as such a violation."),
            Reason::OpenCase { case } => {
                format!("Case {case} is open, or its time or place is not known finely enough.")
            }
            Reason::CasesUnknown => "The cases were not looked at.".to_owned(),
            Reason::NoViolation { area } => {
                format!(
                    "No such violation was determined {}, and all of the time was observed.",
                    place(area.as_deref())
                )
            }
            Reason::NotObserved { area } => format!(
                "No such violation was determined {}; it is not known that all of the time was observed.",
                place(area.as_deref())
            ),
            Reason::Confirms { guarantor, what } => format!("{} confirms: {what}.", name(guarantor)),
            Reason::Refuses { guarantor, what } => format!("{} does not confirm: {what}.", name(guarantor)),
            Reason::Silent { guarantor, what } => format!("{} has not said: {what}.", name(guarantor)),
            Reason::NoGuarantor { what } => format!("There was no guarantor to confirm: {what}."),
        }
    }
}

impl Change {
    /// In plain English, with the neutral names of the agreement.
    #[must_use]
    pub fn sentence(&self, agreement: &Agreement) -> String {
        match self {
            Change::Time { at } => format!("time, from {at} on"),
            Change::DateOf { event } => format!("a date for {event}"),
            Change::Performance { id } => format!("a report that {id} is performed"),
            Change::Report { id } => format!("other reports of {id}"),
            Change::Determination { case } => format!("a determination of case {case}"),
            Change::Cases => "the cases of the mission".to_owned(),
            Change::Coverage { area } => {
                format!("a record that nothing was left unobserved {}", place(area.as_deref()))
            }
            Change::Word { guarantor, what } => format!("the word of {} on: {what}", agreement.actor_name(guarantor)),
        }
    }
}
