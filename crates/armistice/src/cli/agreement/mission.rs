//! `armistice agreement obligations` and `armistice agreement phases`: how they stand, from the registers of a mission.
//!
//! Must not: count a demand among the obligations, or take an absence of records for an absence of violations.

use super::super::terminal::{Terminal, Tone, printable};
use super::AtArgs;
use crate::{
    agreements::{self, AgreementFile},
    clock,
    failure::{Exit, Failure},
    gates,
    mission::{self, Mission},
    retest,
};
use armistice_core::agreement::{Agreement, law, phase};
use armistice_core::condition::Facts;
use armistice_core::id::IncidentId;
use armistice_core::obligation::{self, Alarm, ObligationState, Report, TermState};
use armistice_core::place::Place;
use armistice_core::record::{self, Record};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The agreements of a mission, in force or not, and its record.
struct Held {
    files: Vec<AgreementFile>,
    record: Record,
    /// Where its incidents are; only of those that a case is about.
    places: BTreeMap<IncidentId, Place>,
}

impl Held {
    fn read(args: &AtArgs) -> Result<Self, Failure> {
        let mission = Mission::open(&args.dir)?;
        let record = record::fold(&mission::statements(&mission.read()?.registers));
        let (files, _) = agreements::of_record(&record);
        if files.is_empty() {
            return Err(Failure::new(
                Exit::NotFound,
                format!("the mission in {} has adopted no agreement", args.dir.display()),
                "Make the mission with --agreement FILE.",
            ));
        }
        let places = retest::places(&record, &files);
        Ok(Self { files, record, places })
    }

    /// The agreements, each once: of several versions the one that is in force at the moment, or the first when none is.
    fn standing(&self, args: &AtArgs) -> Result<Vec<(&AgreementFile, Timestamp)>, Failure> {
        let all: Vec<&Agreement> = self.files.iter().map(|f| &f.agreement).collect();
        let mut out = Vec::new();
        for file in &self.files {
            let now = moment(args, &file.agreement)?;
            let law = law::in_force(&all, &file.agreement.id, Some(now), Some(now));
            let first = law::versions_of(&all, &file.agreement.id).first().is_some_and(|v| **v == file.agreement);
            let holds = law.versions.iter().any(|v| **v == file.agreement);
            if holds || (law.versions.is_empty() && first) {
                out.push((file, now));
            }
        }
        Ok(out)
    }

    /// The files of all versions of an agreement.
    fn digests(&self, agreement: &Agreement) -> BTreeSet<[u8; 32]> {
        let all: Vec<&Agreement> = self.files.iter().map(|f| &f.agreement).collect();
        let versions = law::versions_of(&all, &agreement.id);
        self.files.iter().filter(|f| versions.contains(&&f.agreement)).map(|f| f.sha256).collect()
    }

    /// What conditions are held against.
    fn facts(&self, agreement: &Agreement, states: &[ObligationState], now: Timestamp) -> Facts {
        gates::facts(&self.record, agreement, &self.digests(agreement), &self.places, states, now)
    }

    /// The reports on an agreement, whichever of its versions they name: an obligation keeps its id.
    fn reports(&self, agreement: &Agreement) -> Vec<Report> {
        self.digests(agreement).iter().flat_map(|sha256| obligation::reports(&self.record.ledger, sha256)).collect()
    }
}

/// The moment that is asked about.
fn moment(args: &AtArgs, agreement: &Agreement) -> Result<Timestamp, Failure> {
    let Some(text) = &args.at else {
        return Ok(Timestamp::from_second(clock::now()).unwrap_or(Timestamp::MAX));
    };
    let zone = TimeZone::get(&agreement.effective.zone).unwrap_or(TimeZone::UTC);
    let day = text.parse::<Date>().ok().filter(|_| text.len() == 10);
    let day =
        day.and_then(|d| zone.to_ambiguous_timestamp(d.to_datetime(jiff::civil::Time::midnight())).compatible().ok());
    day.or_else(|| text.parse().ok()).ok_or_else(|| {
        Failure::new(
            Exit::Usage,
            format!("--at {text} is no day and no time"),
            "Write 2017-06-05, or a time with its offset: 2017-06-05T12:00:00Z.",
        )
    })
}

fn alarm(alarm: Option<Alarm>) -> Value {
    alarm.map_or(Value::Null, |a| json!({ "at": a.at.to_string(), "of": a.of.words() }))
}

fn obligation_object(agreement: &Agreement, s: &ObligationState) -> Value {
    use armistice_core::named::Named as _;
    let said = s.said.iter().map(|r| {
        json!({
            "according_to": r.according_to, "member": r.member, "performance": r.performance.id(), "asserted": r.asserted,
        })
    });
    json!({
        "id": s.id.as_str(),
        "state": s.state.id(),
        "clock": s.clock.word(),
        "due": s.due.map(|d| d.to_string()),
        "performed": s.performed.id(),
        "sentence": s.sentence(agreement),
        "why": s.why.iter().map(|w| w.sentence(agreement)).collect::<Vec<_>>(),
        "reports": said.collect::<Vec<_>>(),
        "next_alarm": alarm(s.next_alarm),
        "to_be_confirmed": s.to_be_confirmed,
    })
}

fn term_object(t: &TermState) -> Value {
    json!({
        "id": t.id, "title": t.title, "status": t.status.id(), "from": t.from.map(|f| f.to_string()),
        "until": t.until.to_string(), "fixed": t.fixed, "renewal": t.renewal, "next_alarm": alarm(t.next_alarm),
        "to_be_confirmed": t.to_be_confirmed,
    })
}

/// How the obligations stand.
pub(super) fn obligations(args: &AtArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let held = Held::read(args)?;
    let mut objects = Vec::new();
    for (file, now) in held.standing(args)? {
        let a = &file.agreement;
        let states = obligation::states(a, &held.reports(a), now);
        let terms = obligation::terms(a, now);
        if terminal.json {
            objects.push(json!({
                "agreement": a.id.as_str(), "version": a.version, "at": now.to_string(),
                "obligations": states.iter().map(|s| obligation_object(a, s)).collect::<Vec<_>>(),
                "terms": terms.iter().map(term_object).collect::<Vec<_>>(),
            }));
            continue;
        }
        terminal.result(&terminal.tone(Tone::Strong, &printable(&format!("{} ({}), at {now}", a.title, a.id))));
        for s in &states {
            let summary = a.obligations.iter().find(|o| o.id == s.id).map_or("", |o| o.summary.as_str());
            terminal.result(&printable(&format!("  {}: {summary}", s.id)));
            terminal.result(&printable(&format!("      {}", s.sentence(a))));
            if let Some(next) = s.next_alarm {
                terminal.result(&format!("      next alarm {}: {}", next.at, next.of.words()));
            }
        }
        for t in &terms {
            let renewal = t.renewal.as_ref().map_or(String::new(), |r| format!("; renewal: {r}"));
            terminal.result(&printable(&format!(
                "  {}: term {} until {}{renewal}",
                t.id,
                t.status.id().replace('_', " "),
                t.until
            )));
            if let Some(next) = t.next_alarm {
                terminal.result(&format!("      next alarm {}: {}", next.at, next.of.words()));
            }
        }
    }
    if terminal.json {
        terminal.result(&json!({ "agreements": objects }).to_string());
    }
    Ok(Exit::Done)
}

/// How the phases stand: by obligations, cases, what was observed, and what the guarantors confirm.
pub(super) fn phases(args: &AtArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let held = Held::read(args)?;
    let mut objects = Vec::new();
    for (file, now) in held.standing(args)? {
        let a = &file.agreement;
        let states = obligation::states(a, &held.reports(a), now);
        let found = phase::states(a, &held.facts(a, &states, now));
        if !terminal.json {
            terminal.result(&terminal.tone(Tone::Strong, &printable(&format!("{} ({}), at {now}", a.title, a.id))));
        }
        let mut list = Vec::new();
        for p in &found {
            list.push(phase_object(p, a));
            if !terminal.json {
                text(p, a, terminal);
            }
        }
        objects
            .push(json!({ "agreement": a.id.as_str(), "version": a.version, "at": now.to_string(), "phases": list }));
    }
    if terminal.json {
        terminal.result(&json!({ "agreements": objects }).to_string());
    }
    Ok(Exit::Done)
}

/// The phases of an agreement as they stand at `now`, for programs and for the desk.
pub(crate) fn phases_of(files: &[AgreementFile], record: &Record, agreement: &Agreement, now: Timestamp) -> Vec<Value> {
    let all: Vec<&Agreement> = files.iter().map(|f| &f.agreement).collect();
    let versions = law::versions_of(&all, &agreement.id);
    let digests: BTreeSet<[u8; 32]> =
        files.iter().filter(|f| versions.contains(&&f.agreement)).map(|f| f.sha256).collect();
    let reports: Vec<Report> = digests.iter().flat_map(|sha256| obligation::reports(&record.ledger, sha256)).collect();
    let states = obligation::states(agreement, &reports, now);
    let places = retest::places(record, files);
    let found = phase::states(agreement, &gates::facts(record, agreement, &digests, &places, &states, now));
    found.iter().map(|p| phase_object(p, agreement)).collect()
}

fn phase_object(p: &phase::PhaseState, a: &Agreement) -> Value {
    let gates = p.gates.iter().map(|g| {
        let e = &g.evaluated;
        json!({
            "condition": g.written, "answer": e.answer.id(),
            "reasons": e.reasons.iter().map(|r| r.sentence(a)).collect::<Vec<_>>(),
            "would_change": e.would_change.iter().map(|c| c.sentence(a)).collect::<Vec<_>>(),
        })
    });
    json!({
        "id": p.id.as_str(), "name": p.name, "entry": p.entry.map(|d| d.to_string()),
        "planned": p.planned.map(|d| d.to_string()), "open": p.open.id(), "agreed": gates.collect::<Vec<_>>(),
        "declared": p.declared.iter().map(|d| d.as_str()).collect::<Vec<_>>(),
    })
}

fn text(p: &phase::PhaseState, a: &Agreement, terminal: &Terminal) {
    use armistice_core::scope::Answer;
    let entry = p.entry.map_or(String::new(), |d| format!("; began {d}"));
    let planned = p.planned.map_or(String::new(), |d| format!("; planned for {d}"));
    let held = match p.open {
        Answer::Yes => "nothing that was agreed holds it back",
        Answer::No => "held back by what was agreed",
        Answer::CannotBeDetermined => "whether it is held back cannot be determined",
    };
    terminal.result(&printable(&format!("  {}: {}{entry}{planned}: {held}", p.id, p.name)));
    for g in &p.gates {
        terminal.result(&printable(&format!(
            "      agreed: {}: {}",
            g.written,
            g.evaluated.answer.id().replace('_', " ")
        )));
        for r in &g.evaluated.reasons {
            terminal.result(&printable(&format!("        {}", r.sentence(a))));
        }
        for c in &g.evaluated.would_change {
            terminal.result(&printable(&format!("        would change: {}", c.sentence(a))));
        }
    }
    for id in &p.declared {
        let said = a.statements.iter().find(|s| s.id == *id);
        let words = said.map_or(String::new(), |s| format!(" ({}): {}", a.actor_name(&s.by), s.summary));
        terminal.result(&printable(&format!("      declared, holds nothing back: {id}{words}")));
    }
}
