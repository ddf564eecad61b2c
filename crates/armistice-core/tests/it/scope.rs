//! The test of an incident: one file for each question, with yes, no and cannot be determined under each text; and what they share.
//!
//! Must not: hold the rows of a question.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod act_prohibited;
mod between_parties;
mod exception;
mod excluded_actor;
mod excluded_area;
mod findings;
mod in_territory;
mod in_time;
mod whole;

use crate::agreement::shipped;
use armistice_core::act::Act;
use armistice_core::agreement::Agreement;
use armistice_core::agreement::words::{AreaCriterion, Condition};
use armistice_core::id::{ClaimId, FindingId};
use armistice_core::place::{Place, PlacePrecision};
use armistice_core::scope::facts::{ActorRef, AreaFact, ConditionFact, IncidentFacts, Told};
use armistice_core::scope::{Answer, Question, TestAnswer, test};
use armistice_core::time::{Moment, TimeBasis, TimePrecision, When};
use expect_test::Expect;

/// A claim id from a name, so that rows can say what an answer rests on.
fn claim(name: &str) -> ClaimId {
    ClaimId::of(&[name.as_bytes()])
}

fn moment(text: &str) -> Option<Moment> {
    let (local, offset_minutes) = match text.split_once('@') {
        Some((l, o)) => (l, Some(o.parse().unwrap())),
        None => (text, None),
    };
    let (date, time) = match local.split_once('T') {
        Some((d, t)) => (d, Some(t.parse().unwrap())),
        None => (local, None),
    };
    (text != "?").then(|| Moment { date: date.parse().unwrap(), time, offset_minutes })
}

fn place(text: &str) -> Place {
    let parts: Vec<&str> = text.splitn(5, '/').collect();
    let get = |i: usize| parts.get(i).filter(|p| **p != "?").map(|p| (*p).to_owned());
    let precision = match parts.get(2).copied() {
        Some("exact") => PlacePrecision::Exact,
        Some("settlement") => PlacePrecision::Settlement,
        Some("near") => PlacePrecision::Near,
        Some("admin1") => PlacePrecision::Admin1,
        None => PlacePrecision::Country,
        Some(other) => panic!("precision {other}"),
    };
    let point = parts.get(3).map(|p| {
        let (lat, lon) = p.split_once(',').unwrap();
        (lat.parse().unwrap(), lon.parse().unwrap())
    });
    Place { text: text.into(), name: None, precision, point, country: get(0), admin1: get(1), zone: get(4) }
}

fn answer(text: &str) -> Answer {
    match text {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        "open" => Answer::CannotBeDetermined,
        other => panic!("answer {other}"),
    }
}

/// Facts from a line: `act=a,b; by=words; to=words; when=from..to; at=country/division/precision/lat,lon/zone; held=words;
/// area=actor criterion state; cond=condition state`. Claims are named after their keys.
pub(crate) fn facts(agreement: &Agreement, line: &str) -> IncidentFacts {
    let open = When { from: None, to: None, precision: TimePrecision::Unknown, basis: TimeBasis::NotStated };
    let mut f = IncidentFacts::at(open);
    for part in line.split(';').map(str::trim).filter(|p| !p.is_empty()) {
        let (key, value) = part.split_once('=').unwrap();
        let claims = vec![claim(key)];
        let words: Vec<&str> = value.split_whitespace().collect();
        f.claims.push(claim(key));
        match key {
            "act" => (f.acts, f.act_claims) = (value.split(',').map(|a| Act::parse(a).unwrap()).collect(), claims),
            "by" => f.authors = ActorRef::read(agreement, value, &claims),
            "to" => f.affected = ActorRef::read(agreement, value, &claims),
            "held" => f.held_by = ActorRef::read(agreement, value, &claims),
            "at" => (f.place, f.place_claims) = (Some(place(value)), claims),
            "when" => {
                let (from, to) = value.split_once("..").unwrap_or((value, value));
                f.when = When {
                    from: moment(from),
                    to: moment(to),
                    precision: TimePrecision::Day,
                    basis: TimeBasis::Stated,
                };
                f.when_claims = claims;
            }
            "area" => f.area.push(AreaFact {
                actor: agreement.actors.iter().find(|a| a.id.as_str() == words[0]).unwrap().id.clone(),
                criterion: AreaCriterion::read(words[1]).unwrap(),
                state: answer(words[2]),
                claims,
                findings: vec![],
            }),
            "cond" => f.conditions.push(ConditionFact {
                condition: Condition::read(words[0]).unwrap(),
                state: answer(words[1]),
                claims,
                findings: vec![],
            }),
            other => panic!("key {other}"),
        }
    }
    f
}

/// The answers to one question, as `text=answer` or `text clause=answer`.
fn ask(agreement: &Agreement, line: &str, question: Question) -> String {
    let short = |a: &TestAnswer| match a.answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::CannotBeDetermined => "open",
    };
    let answers = test(agreement, &facts(agreement, line));
    for a in &answers {
        assert!(!a.reasons.is_empty(), "{} has no reason for {line:?}", a.question.id());
        assert!(
            a.answer == Answer::CannotBeDetermined || a.would_change.is_empty(),
            "{} of {line:?} is settled",
            a.question.id()
        );
        for words in
            a.reasons.iter().map(|r| r.plain(agreement)).chain(a.would_change.iter().map(|w| w.plain(agreement)))
        {
            // The id of the act that is not said how is the one place where the word may stand.
            let words = words.replace("(violation_unspecified)", "");
            assert!(!words.is_empty() && !words.contains("violation"), "{words}");
        }
    }
    let of = answers.iter().filter(|a| a.question == question);
    of.map(|a| match &a.clause {
        Some(c) => format!("{} {c}={}", a.text, short(a)),
        None => format!("{}={}", a.text, short(a)),
    })
    .collect::<Vec<_>>()
    .join(" ")
}

fn check(question: Question, agreement: &Agreement, rows: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (line, expected) in rows {
        let found = ask(agreement, line, question);
        if found != *expected {
            wrong.push_str(&format!("{}: {line:?}\n  expected {expected}\n  found    {found}\n", question.id()));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn syria() -> Agreement {
    shipped("syria-2016-12-30.toml")
}

/// More than one claim on one thing: `name act=… when=… at=… by=… to=… held=… area=…`, one line per claim, each named.
fn world(agreement: &Agreement, base: &str, lines: &[&str]) -> IncidentFacts {
    let mut f = facts(agreement, base);
    for line in lines {
        let (name, rest) = line.split_once(": ").unwrap();
        let id = claim(name);
        let mut told = Told { claim: id.clone(), act: None, when: None, place: None };
        for part in rest.split("; ") {
            let (key, value) = part.split_once('=').unwrap();
            let own = std::slice::from_ref(&id);
            match key {
                "act" => told.act = Act::parse(value),
                "when" => {
                    let (from, to) = (moment(value), moment(value));
                    told.when = Some(When { from, to, precision: TimePrecision::Day, basis: TimeBasis::Stated });
                }
                "at" => told.place = Some(place(value)),
                "by" => f.authors.extend(ActorRef::read(agreement, value, own)),
                "to" => f.affected.extend(ActorRef::read(agreement, value, own)),
                "held" => f.held_by.extend(ActorRef::read(agreement, value, own)),
                "side" => f.sides.extend(ActorRef::read(agreement, value, own)),
                "denies" => f.denials.push(id.clone()),
                "area" => {
                    let mut more = facts(agreement, &format!("area={value}")).area;
                    more[0].claims = own.to_vec();
                    f.area.extend(more);
                }
                _ => unreachable!("key {key}"),
            }
        }
        f.acts.extend(told.act.filter(|a| !f.acts.contains(a)));
        f.told.push(told);
        f.claims.push(id);
    }
    f
}

/// Each answer of a question under each text: `text clause: answer | relied | contrary`, claims by their names.
fn show(answers: &[TestAnswer], question: Question, names: &[&str]) -> String {
    let named = |ids: &[ClaimId]| {
        let known: Vec<&str> = names.iter().copied().filter(|n| ids.contains(&claim(n))).collect();
        known.join(",")
    };
    let found = |ids: &[FindingId]| if ids.is_empty() { String::new() } else { format!(" found {}", ids.len()) };
    let mut out = String::new();
    for a in answers.iter().filter(|a| a.question == question) {
        let clause = a.clause.as_ref().map(|c| format!(" {c}")).unwrap_or_default();
        out += &format!(
            "{}{clause}: {} | {}{} | {}{}\n",
            a.text,
            a.answer.id(),
            named(&a.claims),
            found(&a.findings),
            named(&a.contrary),
            found(&a.contrary_findings)
        );
        assert!(a.claims.iter().all(|c| !a.contrary.contains(c)), "a claim is on one side");
    }
    out
}

/// What is relied on and what is to the contrary, under the truce of Syria: each line is a claim, named.
fn contrary(base: &str, lines: &[&str], question: Question, expected: Expect) {
    let s = syria();
    let names: Vec<&str> = lines.iter().map(|l| l.split_once(": ").unwrap().0).collect();
    expected.assert_eq(&show(&test(&s, &world(&s, base, lines)), question, &names));
}
