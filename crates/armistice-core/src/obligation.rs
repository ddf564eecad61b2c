//! What has become of the obligations of an agreement: a clock that runs without any incident, and what was reported.
//! Only `obligations` have clocks; demands, undertakings and declared conditions never become obligations.
//!
//! Must not: read a clock (now is an argument), or take a report by one for the truth when another says otherwise.

mod periods;
mod terms;
mod words;

pub use terms::{TermState, TermStatus, terms};

use crate::agreement::name::ObligationId;
use crate::agreement::words::ClockKind;
use crate::agreement::{Agreement, EffectiveMoment, Obligation};
use crate::condition::{Event, Length, begins, end_of_day_after, events};
use crate::record::Step;
use crate::scope::Answer;
use crate::statement::ledger::{Ledger, ObligationReported, Performance};
use crate::statement::wire::Interval;
use crate::time::Moment;
use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// A report of how an obligation is kept, and in whose register it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Whose register: the recorder.
    pub member: String,
    /// When its author says that it was written: seconds since 1970.
    pub asserted: i64,
    /// What it says.
    pub body: ObligationReported,
}

/// The reports on one agreement, by the digest of its file, in the order of the record.
#[must_use]
pub fn reports(ledger: &[Step<Ledger>], agreement: &[u8; 32]) -> Vec<Report> {
    let mut out = Vec::new();
    for step in ledger {
        if let Ledger::Obligation(body) = &step.body
            && body.agreement.0 == *agreement
        {
            out.push(Report { member: step.at.member.clone(), asserted: step.asserted, body: body.clone() });
        }
    }
    out
}

/// How an obligation stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It has no day by which it must be performed, and nobody reported it performed.
    Open,
    /// It is due on a day that lies ahead.
    DueOn,
    /// Reported as performed, in time.
    MetInTime,
    /// Reported as performed, after its time.
    MetLate,
    /// Its time is over and nobody reported it performed: a breach by the clock, without any incident.
    Overdue,
    /// Its time was made longer, and that time lies ahead.
    Extended,
    /// Reports disagree on whether it is performed, or until when it may be.
    Contested,
    /// When it was due or performed is not known finely enough.
    CannotBeDetermined,
}

impl State {
    /// Every state.
    pub const ALL: [State; 8] = [
        State::Open,
        State::DueOn,
        State::MetInTime,
        State::MetLate,
        State::Overdue,
        State::Extended,
        State::Contested,
        State::CannotBeDetermined,
    ];

    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            State::Open => "open",
            State::DueOn => "due_on",
            State::MetInTime => "met_in_time",
            State::MetLate => "met_late",
            State::Overdue => "overdue",
            State::Extended => "extended",
            State::Contested => "contested",
            State::CannotBeDetermined => "cannot_be_determined",
        }
    }
}

/// What a state rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// No time is set.
    NoTime,
    /// It holds for as long as the agreement does.
    Continuous,
    /// The time is not known.
    TimeUnknown,
    /// The day that the clock runs from is not known, or out of range.
    StartUnknown,
    /// Nobody reported anything of it.
    NothingReported,
    /// The agreement or its instrument had ended before it was due.
    EndedBefore,
    /// So many periods are over without a report that it was performed in them.
    PeriodsMissed { missed: u32, of: u32 },
    /// It has more periods than are looked at.
    TooManyPeriods,
    /// When it was performed is not known, or not finely enough to tell whether that was in time.
    PerformedWhenUnknown,
    /// Performed in part, according to somebody.
    Partly { according_to: String },
    /// Not performed, according to somebody.
    NotDone { according_to: String },
    /// Performed, according to somebody.
    Done { according_to: String },
    /// Extended, according to somebody; until then if they say so.
    Extended { according_to: String, until: Option<Timestamp> },
}

/// What somebody should be told, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alarm {
    /// When.
    pub at: Timestamp,
    /// Of what.
    pub of: AlarmOf,
}

/// What an alarm is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlarmOf {
    /// So many days are left.
    DaysLeft(u16),
    /// The time is over.
    TimeOver,
    /// It is still overdue; said again every week.
    StillOverdue,
}

/// One reporter's word on an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who, in the report's words.
    pub according_to: String,
    /// In whose register it stands.
    pub member: String,
    /// What.
    pub performance: Performance,
    /// When it was written: seconds since 1970.
    pub asserted: i64,
}

/// How one obligation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObligationState {
    /// Which.
    pub id: ObligationId,
    /// How its clock runs.
    pub clock: ClockKind,
    /// The moment at which its time is over; of a recurring one, that of the present period; extended ones as extended.
    pub due: Option<Timestamp>,
    /// How it stands.
    pub state: State,
    /// Whether it is performed, in time or not. What nobody reported on cannot be determined.
    pub performed: Answer,
    /// What the state rests on.
    pub why: Vec<Why>,
    /// Who reported what: every reporter's newest word, and before it the extension that it reported.
    pub said: Vec<Said>,
    /// The next alarm after the moment that was asked about.
    pub next_alarm: Option<Alarm>,
    /// The obligation was not checked against the text of the instrument.
    pub to_be_confirmed: bool,
}

/// How every obligation of an agreement stands at `now`. Reports that were written later are not looked at.
#[must_use]
pub fn states(agreement: &Agreement, reports: &[Report], now: Timestamp) -> Vec<ObligationState> {
    let zone = TimeZone::get(&agreement.effective.zone).unwrap_or(TimeZone::UTC);
    agreement
        .obligations
        .iter()
        .map(|o| {
            let mine: Vec<&Report> = reports
                .iter()
                .filter(|r| r.body.obligation == o.id.as_str() && r.asserted <= now.as_second())
                .collect();
            state(agreement, o, &Heard::new(&mine, &zone), &zone, now)
        })
        .collect()
}

/// A performance as somebody reports it.
struct Done {
    according_to: String,
    /// Not before; open: not known.
    from: Option<Timestamp>,
    /// Before this; the report itself bounds it.
    until: Timestamp,
}

/// The reports of one obligation, sorted out.
struct Heard {
    said: Vec<Said>,
    /// Every report of a performance. A recurring obligation has many.
    all_done: Vec<Done>,
    /// The newest word of each reporter, by what it says.
    done: Vec<Done>,
    /// Who, and when.
    partly: Vec<(String, i64)>,
    not_done: Vec<(String, i64)>,
    extended: Vec<(String, Option<Timestamp>)>,
}

impl Heard {
    fn new(reports: &[&Report], zone: &TimeZone) -> Self {
        let mut order: Vec<(usize, &&Report)> = reports.iter().enumerate().collect();
        // By what the authors say of time; in the order of the record where they say the same.
        order.sort_by_key(|(i, r)| (r.asserted, *i));
        let mut heard = Self {
            said: Vec::new(),
            all_done: Vec::new(),
            done: Vec::new(),
            partly: Vec::new(),
            not_done: Vec::new(),
            extended: Vec::new(),
        };
        let is_extension = |r: &Report| r.body.performance == Performance::Extended;
        for (i, (_, r)) in order.iter().enumerate() {
            let who = &r.body.according_to;
            if r.body.performance == Performance::Done {
                heard.all_done.push(Done::of(r, zone));
            }
            // A later word of the same reporter takes the place of this one; an extension only of an extension.
            let later = |(_, l): &(usize, &&Report)| l.body.according_to == *who && is_extension(l) == is_extension(r);
            if order.iter().skip(i + 1).any(later) {
                continue;
            }
            heard.said.push(Said {
                according_to: who.clone(),
                member: r.member.clone(),
                performance: r.body.performance,
                asserted: r.asserted,
            });
            match r.body.performance {
                Performance::Done => heard.done.push(Done::of(r, zone)),
                Performance::Partly => heard.partly.push((who.clone(), r.asserted)),
                Performance::NotDone => heard.not_done.push((who.clone(), r.asserted)),
                Performance::Extended => {
                    let to = r.body.extended_to.and_then(|i| i.to).and_then(|m| after(m, zone));
                    heard.extended.push((who.clone(), to));
                }
            }
        }
        heard
    }

    fn why(&self) -> Vec<Why> {
        let mut why: Vec<Why> =
            self.extended.iter().map(|(who, to)| Why::Extended { according_to: who.clone(), until: *to }).collect();
        why.extend(self.done.iter().map(|d| Why::Done { according_to: d.according_to.clone() }));
        why.extend(self.partly.iter().map(|(who, _)| Why::Partly { according_to: who.clone() }));
        why.extend(self.not_done.iter().map(|(who, _)| Why::NotDone { according_to: who.clone() }));
        if why.is_empty() {
            why.push(Why::NothingReported);
        }
        why
    }

    /// Whether some say that it is performed and others, after it was said to be, that it is not, or in part only.
    fn disagree(&self) -> bool {
        let mut less = self.not_done.iter().chain(&self.partly);
        less.any(|(_, asserted)| self.done.iter().any(|d| *asserted >= d.until.as_second()))
    }

    /// The moment until which it was extended: `None` when nobody says so, `Some(None)` when the day is not known or contested.
    fn extension(&self) -> Option<Option<Timestamp>> {
        let first = self.extended.first()?.1;
        Some(first.filter(|_| self.extended.iter().all(|(_, to)| *to == first)))
    }
}

impl Done {
    fn of(report: &Report, zone: &TimeZone) -> Self {
        let Interval { from, to } = report.body.when;
        let written = Timestamp::from_second(report.asserted).unwrap_or(Timestamp::MAX);
        Self {
            according_to: report.body.according_to.clone(),
            from: from.and_then(|m| first(m, zone)),
            // What is reported as done was done when the report was written.
            until: to.and_then(|m| after(m, zone)).map_or(written, |t| t.min(written)),
        }
    }
}

/// The first instant that a moment may mean. Local times are those of the agreement's zone.
fn first(moment: Moment, zone: &TimeZone) -> Option<Timestamp> {
    match moment.time {
        None => begins(moment.date, zone),
        Some(time) => instant(moment, time, zone),
    }
}

/// The first instant that lies after all that a moment may mean: a day is over at its end, a minute after it.
fn after(moment: Moment, zone: &TimeZone) -> Option<Timestamp> {
    match moment.time {
        None => begins(moment.date.tomorrow().ok()?, zone),
        Some(time) => instant(moment, time, zone)?.checked_add(SignedDuration::from_mins(1)).ok(),
    }
}

fn instant(moment: Moment, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    let local = moment.date.to_datetime(time);
    match moment.offset_minutes {
        Some(minutes) => Offset::from_seconds(i32::from(minutes) * 60).ok()?.to_timestamp(local).ok(),
        None => zone.to_ambiguous_timestamp(local).compatible().ok(),
    }
}

/// The moment at which the time of an obligation is over.
enum Due {
    At(Timestamp),
    /// No such moment, and that is known.
    Never(Why),
    Unknown(Why),
}

fn due(agreement: &Agreement, o: &Obligation, zone: &TimeZone) -> Due {
    let end_of = |day: Date| day.tomorrow().ok().and_then(|next| begins(next, zone));
    match o.clock.kind {
        ClockKind::By => o.clock.by.and_then(end_of).map_or(Due::Unknown(Why::StartUnknown), Due::At),
        ClockKind::Within => {
            let events = events(agreement);
            let day = match o.clock.from.as_ref().and_then(|from| events.get(from)) {
                Some(Event::Day(day)) => Some(*day),
                Some(Event::Moment(at)) => Some(at.to_zoned(zone.clone()).date()),
                None => None,
            };
            let length = o.clock.within.as_deref().and_then(Length::new);
            let at = day.zip(length).and_then(|(day, length)| end_of_day_after(day, &length, zone));
            at.map_or(Due::Unknown(Why::StartUnknown), Due::At)
        }
        ClockKind::Recurring => Due::Never(Why::NoTime),
        ClockKind::Continuous => Due::Never(Why::Continuous),
        ClockKind::None => Due::Never(Why::NoTime),
        ClockKind::Unknown => Due::Unknown(Why::TimeUnknown),
    }
}

/// When the instrument of an obligation takes effect, and when it ends if that is known.
fn force<'a>(agreement: &'a Agreement, o: &Obligation) -> (&'a EffectiveMoment, Option<&'a EffectiveMoment>) {
    let instrument = agreement.instruments.iter().find(|i| i.id == o.instrument);
    let starts = instrument.and_then(|i| i.effective.as_ref()).unwrap_or(&agreement.effective);
    (starts, instrument.and_then(|i| i.ends.as_ref()).or(agreement.ends.as_ref()))
}

fn state(agreement: &Agreement, o: &Obligation, heard: &Heard, zone: &TimeZone, now: Timestamp) -> ObligationState {
    if o.clock.kind == ClockKind::Recurring {
        return periods::state(agreement, o, heard, zone, now);
    }
    let extension = heard.extension();
    let own = due(agreement, o, zone);
    let due = match (&own, extension) {
        (_, Some(to)) => to,
        (Due::At(at), None) => Some(*at),
        (Due::Never(_) | Due::Unknown(_), None) => None,
    };
    let mut why = match own {
        Due::At(_) => Vec::new(),
        Due::Never(why) | Due::Unknown(why) => vec![why],
    };
    why.extend(heard.why());
    let (_, end) = force(agreement, o);
    let ended = end.is_some_and(|end| now >= end.instant && due.is_none_or(|due| due > end.instant));
    let (state, performed) = if heard.disagree() {
        (State::Contested, Answer::CannotBeDetermined)
    } else if !heard.done.is_empty() {
        let state = match (o.clock.kind, due) {
            (ClockKind::None | ClockKind::Continuous, None) if extension.is_none() => State::MetInTime,
            (_, None) => State::CannotBeDetermined,
            (_, Some(due)) if heard.done.iter().all(|d| d.until <= due) => State::MetInTime,
            (_, Some(due)) if heard.done.iter().all(|d| d.from.is_some_and(|from| from >= due)) => State::MetLate,
            (_, Some(_)) => {
                why.push(Why::PerformedWhenUnknown);
                State::CannotBeDetermined
            }
        };
        (state, Answer::Yes)
    } else if extension == Some(None) {
        // Extended, and until when is not known, or reporters differ.
        let differ = heard.extended.iter().any(|(_, to)| Some(to) != heard.extended.first().map(|(_, to)| to));
        (if differ { State::Contested } else { State::CannotBeDetermined }, Answer::No)
    } else if ended {
        why.push(Why::EndedBefore);
        (State::CannotBeDetermined, Answer::No)
    } else {
        let state = match (due, o.clock.kind) {
            (Some(due), _) if now >= due => State::Overdue,
            (Some(_), _) if extension.is_some() => State::Extended,
            (Some(_), _) => State::DueOn,
            (None, ClockKind::None | ClockKind::Continuous | ClockKind::Recurring) => State::Open,
            (None, ClockKind::By | ClockKind::Within | ClockKind::Unknown) => State::CannotBeDetermined,
        };
        // The clock runs whether or not anybody reports; whether it is performed is not known without a report.
        (state, if heard.said.is_empty() { Answer::CannotBeDetermined } else { Answer::No })
    };
    let next_alarm = match state {
        State::DueOn | State::Extended | State::Overdue => due.and_then(|due| alarm(due, now)),
        State::Contested => due.filter(|due| now < *due).and_then(|due| alarm(due, now)),
        State::Open | State::MetInTime | State::MetLate | State::CannotBeDetermined => None,
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
}

/// The next alarm after now: a week and a day ahead, when the time is over, and every week after.
pub(crate) fn alarm(due: Timestamp, now: Timestamp) -> Option<Alarm> {
    let days = |n: i64| SignedDuration::from_hours(24 * n);
    for left in [7_u16, 1] {
        let at = due.checked_sub(days(i64::from(left))).ok()?;
        if at > now {
            return Some(Alarm { at, of: AlarmOf::DaysLeft(left) });
        }
    }
    if due > now {
        return Some(Alarm { at: due, of: AlarmOf::TimeOver });
    }
    let weeks = (now.as_second() - due.as_second()) / (7 * 86_400) + 1;
    Some(Alarm { at: due.checked_add(days(7 * weeks)).ok()?, of: AlarmOf::StillOverdue })
}
