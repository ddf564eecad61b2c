//! Obligations and the clocks of cases as a calendar (iCalendar, RFC 5545), for the calendar programs that people have.
//!
//! Must not: give a day to what has none, or tell more than what is due, when, and under which id.

use super::base;
use crate::desk::{problem::Problem, screen::Context};
use armistice_core::case::clocks::Standing;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

/// The longest line in bytes (RFC 5545 3.1).
const LINE: usize = 75;

/// A line, folded where it is too long, never inside of a character.
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// Text as a value (RFC 5545 3.3.11).
fn value(text: &str) -> String {
    let mut out = String::new();
    for c in crate::output::escape::plain(text).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

fn stamp(at: jiff::Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

struct Event<'a> {
    id: String,
    due: jiff::Timestamp,
    what: &'a str,
    href: String,
}

fn event(out: &mut String, made: jiff::Timestamp, event: &Event<'_>) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}@armistice", event.id));
    line(out, &format!("DTSTAMP:{}", stamp(made)));
    line(out, &format!("DTSTART:{}", stamp(event.due)));
    line(out, &format!("SUMMARY:{}", value(event.what)));
    line(out, &format!("URL:{}", event.href));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// What is due: obligations with a day, and clocks of cases that run.
pub fn calendar(asked: &Context) -> Result<Response, Problem> {
    let base = base(asked);
    let timed = asked.snapshot.timed();
    let made = jiff::Timestamp::from_second(asked.snapshot.made).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let mut out = String::new();
    for fixed in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Armistice//desk//EN", "CALSCALE:GREGORIAN"] {
        line(&mut out, fixed);
    }
    line(&mut out, &format!("X-WR-CALNAME:{}", value(&asked.snapshot.brief.mission.title)));
    for (sha256, states) in &timed.obligations {
        let Some(agreement) = asked.snapshot.agreements.get(sha256) else { continue };
        for s in states {
            // An obligation whose day is not known is in the list, and in no calendar.
            let Some(due) = s.due else { continue };
            let id = format!("{}-{}", agreement.id, s.id);
            let what = format!("{} {}", agreement.id, s.id);
            event(&mut out, made, &Event { id, due, what: &what, href: format!("{base}/obligations?q=id:{}", s.id) });
        }
    }
    for case in timed.cases.cases.values() {
        for (n, clock) in
            case.clocks.iter().enumerate().filter(|(_, c)| matches!(c.standing, Standing::Open | Standing::Overdue))
        {
            let Ok(due) = jiff::Timestamp::from_second(clock.due) else { continue };
            let name = case.number.as_deref().unwrap_or(case.id.as_str());
            let what = format!("{name}: {}", asked.locale.word("case-clock", clock.of.id()));
            let id = format!("{}-{}-{n}", case.id, clock.of.id());
            event(&mut out, made, &Event { id, due, what: &what, href: format!("{base}/cases/{}", case.id) });
        }
    }
    line(&mut out, "END:VCALENDAR");
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], out).into_response())
}
