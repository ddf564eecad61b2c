//! The test of an incident: each question with yes, no and cannot be determined, under each text.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

use crate::agreement::{LAKE, read, shipped};
use armistice_core::act::Act;
use armistice_core::agreement::Agreement;
use armistice_core::agreement::words::{AreaCriterion, Condition};
use armistice_core::id::ClaimId;
use armistice_core::place::{Place, PlacePrecision};
use armistice_core::scope::facts::{ActorRef, AreaFact, ConditionFact, IncidentFacts};
use armistice_core::scope::summary::{Standing, summary};
use armistice_core::scope::{Answer, Question, TestAnswer, test};
use armistice_core::time::{Moment, TimeBasis, TimePrecision, When};
use expect_test::expect;
use proptest::prelude::*;

/// A claim id from a name, so that rows can say what an answer rests on.
pub(crate) fn claim(name: &str) -> ClaimId {
    ClaimId::of(&[name.as_bytes()])
}

pub(crate) fn moment(text: &str) -> Option<Moment> {
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

pub(crate) fn place(text: &str) -> Place {
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

pub(crate) fn answer(text: &str) -> Answer {
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

pub(crate) fn check(question: Question, agreement: &Agreement, rows: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (line, expected) in rows {
        let found = ask(agreement, line, question);
        if found != *expected {
            wrong.push_str(&format!("{}: {line:?}\n  expected {expected}\n  found    {found}\n", question.id()));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

pub(crate) fn syria() -> Agreement {
    shipped("syria-2016-12-30.toml")
}

#[test]
fn in_time() {
    check(
        Question::InTime,
        &syria(),
        &[
            ("when=2017-01-22; at=SY", "T-UN=yes T-OPP=yes"),
            ("when=2016-12-28; at=SY", "T-UN=no T-OPP=no"),
            // The last minute before, and the first: in the agreement's zone, whatever offset the report uses.
            ("when=2016-12-29T21:59@0", "T-UN=no T-OPP=no"),
            ("when=2016-12-29T22:00@0", "T-UN=yes T-OPP=yes"),
            ("when=2016-12-29T23:59; at=SY", "T-UN=no T-OPP=no"),
            ("when=2016-12-30T00:00; at=SY", "T-UN=yes T-OPP=yes"),
            ("when=2016-12-30; at=SY", "T-UN=yes T-OPP=yes"),
            // Without a place the day has no zone, and the first one of them begins in the east before the agreement does.
            ("when=2016-12-30", "T-UN=open T-OPP=open"),
            ("when=2017-01-01", "T-UN=yes T-OPP=yes"),
            // An interval is never placed at its first day, nor at its last.
            ("when=2016-12-01..2017-01-31; at=SY", "T-UN=open T-OPP=open"),
            ("when=2016-12-30..2017-01-31; at=SY", "T-UN=yes T-OPP=yes"),
            ("when=?..2017-01-31; at=SY", "T-UN=open T-OPP=open"),
            ("when=?..2016-12-01; at=SY", "T-UN=no T-OPP=no"),
            ("when=2017-01-02..?; at=SY", "T-UN=yes T-OPP=yes"),
            ("when=2016-12-02..?; at=SY", "T-UN=open T-OPP=open"),
            ("at=SY", "T-UN=open T-OPP=open"),
        ],
    );
    check(
        Question::InTime,
        &read(LAKE),
        &[
            ("when=2030-01-15T11:59; at=US", "T1=no T2=no"),
            ("when=2030-01-15T12:00; at=US", "T1=yes T2=yes"),
            ("when=2030-01-15; at=US", "T1=open T2=open"),
            ("when=2030-07-15T11:59; at=US", "T1=yes T2=yes"),
            ("when=2030-07-15T12:00; at=US", "T1=no T2=no"),
            ("when=2030-07-16; at=US", "T1=no T2=no"),
            ("when=2030-07-01..2030-08-01; at=US", "T1=open T2=open"),
            ("when=2030-07-01..?; at=US", "T1=open T2=open"),
            ("when=2030-01-15T09:30; at=US/?/admin1/0,0/America/Los_Angeles", "T1=yes T2=yes"),
            ("when=2030-01-15T08:30; at=US/?/admin1/0,0/America/Los_Angeles", "T1=no T2=no"),
        ],
    );
    let unknown_end = LAKE.replace("ending = \"fixed\"", "ending = \"unknown\"");
    let unknown_end: String =
        unknown_end.lines().filter(|l| !l.starts_with("ends = ")).map(|l| format!("{l}\n")).collect();
    check(
        Question::InTime,
        &read(&unknown_end),
        &[("when=2030-02-01; at=US", "T1=open T2=open"), ("when=2030-01-01; at=US", "T1=no T2=no")],
    );
    // An instrument with its own moment: the law in force at the time of the act.
    let own = LAKE.replace("date = 2030-01-10\n\n[[texts]]\nid = \"T1\"", "date = 2030-01-10\neffective = { at = 2030-03-01T00:00:00, zone = \"America/New_York\" }\n\n[[texts]]\nid = \"T1\"");
    check(
        Question::InTime,
        &read(&own),
        &[("when=2030-02-01; at=US", "T1=no T2=no"), ("when=2030-03-02; at=US", "T1=yes T2=yes")],
    );
}

#[test]
fn in_territory() {
    check(
        Question::InTerritory,
        &syria(),
        &[
            ("at=SY/Homs/admin1", "T-UN=yes T-OPP=yes"),
            ("at=SY", "T-UN=yes T-OPP=yes"),
            ("at=IQ/Anbar/admin1", "T-UN=no T-OPP=no"),
            ("at=?/?/near", "T-UN=open T-OPP=open"),
            ("", "T-UN=open T-OPP=open"),
        ],
    );
    check(
        Question::InTerritory,
        &shipped("ukraine-2020-07-27.toml"),
        &[
            ("at=UA/Lviv/settlement", "T-TCG=no"),
            ("at=UA/Donetska/settlement", "T-TCG=open"),
            ("at=UA/Donets'k/settlement", "T-TCG=open"),
            ("at=UA", "T-TCG=open"),
            ("at=RU/Rostov/admin1", "T-TCG=no"),
        ],
    );
    check(
        Question::InTerritory,
        &read(LAKE),
        &[
            ("at=US/Lakeland/exact/43500000,-76500000", "T1=yes T2=yes"),
            ("at=US/Lakeland/near/43500000,-76500000", "T1=yes T2=yes"),
            // 16 km inside the eastern border: known as a settlement, not when only "near" it.
            ("at=US/Lakeland/settlement/43500000,-76200000", "T1=yes T2=yes"),
            ("at=US/Lakeland/near/43500000,-76200000", "T1=open T2=open"),
            // 8 km outside.
            ("at=US/Lakeland/settlement/43500000,-75900000", "T1=no T2=no"),
            ("at=US/Lakeland/near/43500000,-75900000", "T1=open T2=open"),
            ("at=US/Lakeland/exact/43500000,-76000000", "T1=open T2=open"),
            ("at=US/Lakeland/exact/45000000,-76500000", "T1=no T2=no"),
            ("at=US/Lakeland/exact/43500000,103500000", "T1=no T2=no"),
            ("at=US/Lakeland/admin1", "T1=open T2=open"),
            ("at=US/Texas/admin1", "T1=no T2=no"),
            ("at=CA/Ontario/settlement/43500000,-76500000", "T1=no T2=no"),
        ],
    );
    let indicative = LAKE.replace("geometry = \"exact\"", "geometry = \"indicative\"");
    check(
        Question::InTerritory,
        &read(&indicative),
        &[
            ("at=US/Lakeland/exact/43500000,-76500000", "T1=yes T2=yes"),
            ("at=US/Lakeland/exact/43500000,-76100000", "T1=open T2=open"),
        ],
    );
    // A circle of 10 km cannot hold a place known to 25 km.
    let small = LAKE.replace(
        "[[43.0, -77.0], [43.0, -76.0], [44.0, -76.0], [44.0, -77.0]]",
        "[[43.0, -76.1], [43.0, -76.0], [43.1, -76.0], [43.1, -76.1]]",
    );
    check(
        Question::InTerritory,
        &read(&small),
        &[
            ("at=US/Lakeland/near/43050000,-76050000", "T1=open T2=open"),
            ("at=US/Lakeland/exact/43050000,-76050000", "T1=yes T2=yes"),
        ],
    );
}

#[test]
fn between_parties() {
    check(
        Question::BetweenParties,
        &syria(),
        &[
            ("by=government forces; to=rebels", "T-UN=yes T-OPP=yes"),
            ("by=Hezbollah; to=rebel groups", "T-UN=yes T-OPP=yes"),
            ("by=Syrian army; to=Jaysh al-Islam; when=2017-01-05", "T-UN=yes T-OPP=yes"),
            // Its acceptance is disputed; no record names the other.
            ("by=Syrian army; to=Ahrar al-Sham; when=2017-01-05", "T-UN=open T-OPP=open"),
            ("by=Syrian army; to=Free Syrian Army", "T-UN=open T-OPP=open"),
            ("by=government forces; to=Islamic State group", "T-UN=no T-OPP=no"),
            ("by=Jabhat al-Nusra; to=government forces", "T-UN=no T-OPP=open"),
            ("by=rebels; to=opposition fighters", "T-UN=no T-OPP=no"),
            ("by=YPG; to=rebels", "T-UN=no T-OPP=no"),
            ("by=US-led coalition; to=government forces", "T-UN=no T-OPP=no"),
            // Whether a guarantor's own forces are bound is not said.
            ("by=Russian warplanes; to=rebels", "T-UN=open T-OPP=open"),
            ("by=Russian warplanes; to=ISIS", "T-UN=no T-OPP=no"),
            // Who is unknown may be a party: never no.
            ("to=rebels", "T-UN=open T-OPP=open"),
            ("by=unknown gunmen; to=rebels", "T-UN=open T-OPP=open"),
            ("by=government forces; to=nine civilians", "T-UN=open T-OPP=open"),
            ("by=government forces; to=nine civilians; held=rebels", "T-UN=open T-OPP=open"),
            ("", "T-UN=open T-OPP=open"),
            ("by=government forces; to=UN convoy", "T-UN=open T-OPP=open"),
            ("by=government forces and rebels; to=rebels", "T-UN=open T-OPP=open"),
        ],
    );
    check(
        Question::BetweenParties,
        &read(LAKE),
        &[
            ("by=northerners; to=Reed company; when=2030-02-01", "T1=yes T2=open"),
            ("by=Northern shore guard; to=southerners", "T1=yes T2=yes"),
            ("by=northerners; to=Northern shore guard", "T1=no T2=no"),
            ("by=northerners; to=Sedge company", "T1=open T2=open"),
            ("by=northerners; to=Moss company", "T1=no T2=no"),
            ("by=northerners; to=Willow company", "T1=open T2=open"),
            // Joined on 1 March: bound since, not before, and in between it cannot be told.
            ("by=northerners; to=Late company; when=2030-03-02", "T1=yes T2=yes"),
            ("by=northerners; to=Late company; when=2030-02-01", "T1=no T2=no"),
            ("by=northerners; to=Late company; when=2030-02-01..2030-03-05", "T1=open T2=open"),
            ("by=Ferry guild; to=southerners", "T1=yes T2=yes"),
            ("by=Bank of the lake; to=southerners", "T1=no T2=no"),
            ("by=Lake warden; to=southerners", "T1=open T2=open"),
            ("by=Hill people; to=southerners", "T1=no T2=no"),
        ],
    );
    check(
        Question::BetweenParties,
        &shipped("ukraine-2020-07-27.toml"),
        &[
            ("by=Ukrainian forces; to=separatists", "T-TCG=yes"),
            ("by=DPR; to=Ukrainian troops; when=2020-08-01", "T-TCG=yes"),
            ("by=Russian forces; to=Ukrainian troops; when=2020-08-01", "T-TCG=open"),
        ],
    );
}

#[test]
fn excluded_actor() {
    check(
        Question::ExcludedActor,
        &syria(),
        &[
            ("by=Russia's warplanes; to=the militant Islamic State group", "T-UN=yes T-OPP=yes"),
            ("by=Russian and Turkish jets; to=IS targets", "T-UN=yes T-OPP=yes"),
            ("by=Daesh; to=a village", "T-UN=yes T-OPP=yes"),
            ("to=ISIS", "T-UN=yes T-OPP=yes"),
            // The texts differ.
            ("by=government forces; to=Fateh al-Sham Front", "T-UN=yes T-OPP=no"),
            ("by=government forces; to=rebels", "T-UN=no T-OPP=no"),
            ("by=government forces; to=nine civilians", "T-UN=open T-OPP=open"),
            // One may be among the opposition, the other not; what is claimed of the place goes before.
            ("by=government forces; to=nine civilians; held=rebels", "T-UN=open T-OPP=no"),
            ("by=government forces; to=nine civilians; held=rebels; area=nusra presence no", "T-UN=no T-OPP=no"),
            ("by=government forces; to=nine civilians; held=rebels; area=nusra presence yes", "T-UN=open T-OPP=no"),
            ("by=government forces; to=nine civilians; held=rebels; area=isil presence open", "T-UN=open T-OPP=open"),
            ("by=rebels; to=nine civilians; held=government", "T-UN=no T-OPP=no"),
            ("by=unknown gunmen; to=rebels", "T-UN=open T-OPP=open"),
            ("to=rebels", "T-UN=open T-OPP=open"),
            ("by=government forces; to=rebels and ISIS", "T-UN=open T-OPP=open"),
            ("", "T-UN=open T-OPP=open"),
        ],
    );
    check(
        Question::ExcludedActor,
        &read(LAKE),
        &[
            ("by=northerners; to=Miller's men", "T1=no T2=yes"),
            ("", "T1=no T2=open"),
            ("by=northerners; to=southerners", "T1=no T2=no"),
        ],
    );
}

#[test]
fn excluded_area() {
    check(
        Question::ExcludedArea,
        &syria(),
        &[
            ("by=government forces; to=rebels", "T-UN=open T-OPP=open"),
            // Held by the opposition: not by the one actor, while the other may be among it.
            ("act=air_strike; by=government forces; held=rebels", "T-UN=open T-OPP=no"),
            ("act=air_strike; held=government", "T-UN=no T-OPP=no"),
            ("held=rebels; area=nusra presence no", "T-UN=no T-OPP=no"),
            ("held=rebels; area=nusra operations yes", "T-UN=yes T-OPP=no"),
            // Presence is not yet an operation.
            ("held=rebels; area=nusra presence yes", "T-UN=open T-OPP=no"),
            ("held=Islamic State", "T-UN=open T-OPP=yes"),
            ("area=isil control yes", "T-UN=open T-OPP=yes"),
            ("area=isil presence no; area=nusra presence no", "T-UN=no T-OPP=no"),
            // Claims that differ do not decide.
            ("held=rebels; area=nusra operations yes; area=nusra operations no", "T-UN=open T-OPP=no"),
            ("act=air_strike; by=Russia; to=Islamic State", "T-UN=yes T-OPP=open"),
            ("act=talks; to=Islamic State", "T-UN=open T-OPP=open"),
        ],
    );
    check(
        Question::ExcludedArea,
        &read(LAKE),
        &[
            ("held=Miller's men", "T1=yes T2=no"),
            ("area=mill control yes", "T1=yes T2=no"),
            ("area=mill presence no", "T1=no T2=no"),
            ("", "T1=open T2=no"),
        ],
    );
    check(Question::ExcludedArea, &shipped("ukraine-2020-07-27.toml"), &[("", "T-TCG=no")]);
}

#[test]
fn act_prohibited() {
    let three = |a: &str, b: &str, c: &str| {
        let of =
            |t: &str| format!("{t} A1.cease_attacks={a} {t} A1.no_combat_aviation={b} {t} A1.no_territorial_gain={c}");
        format!("{} {}", of("T-UN"), of("T-OPP"))
    };
    check(
        Question::ActProhibited,
        &syria(),
        &[
            ("act=air_strike", &three("yes", "yes", "no")),
            ("act=shelling", &three("yes", "no", "no")),
            ("act=bombardment", &three("yes", "open", "no")),
            ("act=killing", &three("open", "open", "no")),
            ("act=ground_assault", &three("yes", "no", "open")),
            ("act=shelling,seizure_of_ground", &three("yes", "no", "yes")),
            ("act=violation_unspecified", &three("open", "open", "open")),
            ("act=talks", &three("no", "no", "no")),
            ("", &three("open", "open", "open")),
        ],
    );
    check(
        Question::ActProhibited,
        &read(LAKE),
        &[
            ("act=overflight; by=Ferry guild", "T1 L.1=no T1 L.2=yes T1 L.3=no T2 L.1=no"),
            // A term binds its bearers.
            ("act=overflight; by=northerners", "T1 L.1=no T1 L.2=no T1 L.3=no T2 L.1=no"),
            ("act=fortification; by=Northern shore guard", "T1 L.1=no T1 L.2=no T1 L.3=yes T2 L.1=no"),
            ("act=fortification; by=southerners", "T1 L.1=no T1 L.2=no T1 L.3=no T2 L.1=no"),
            ("act=fortification; by=somebody", "T1 L.1=no T1 L.2=no T1 L.3=yes T2 L.1=no"),
            ("act=attack", "T1 L.1=open T1 L.2=no T1 L.3=no T2 L.1=open"),
        ],
    );
}

#[test]
fn exception() {
    check(
        Question::Exception,
        &syria(),
        &[
            ("act=shelling", "T-UN A1.self_defence=open T-OPP=no"),
            (
                "act=shelling; cond=response yes; cond=proportionate yes; cond=immediate_threat yes",
                "T-UN A1.self_defence=yes T-OPP=no",
            ),
            ("act=shelling; cond=response yes; cond=proportionate no", "T-UN A1.self_defence=no T-OPP=no"),
            ("act=shelling; cond=response yes; cond=response no", "T-UN A1.self_defence=open T-OPP=no"),
            ("act=siege", "T-UN A1.self_defence=no T-OPP=no"),
            // A permitted act does not excuse another.
            ("act=shelling,siege", "T-UN A1.self_defence=no T-OPP=no"),
            ("act=violation_unspecified", "T-UN A1.self_defence=open T-OPP=no"),
            ("", "T-UN A1.self_defence=open T-OPP=no"),
        ],
    );
    check(
        Question::Exception,
        &read(LAKE),
        &[
            ("act=air_strike; to=Miller's men; cond=notified yes", "T1=no T2 L.4=yes"),
            ("act=air_strike; to=Miller's men", "T1=no T2 L.4=open"),
            ("act=air_strike; to=southerners; cond=notified yes", "T1=no T2 L.4=no"),
            ("act=air_strike; to=a barn; cond=notified yes", "T1=no T2 L.4=open"),
        ],
    );
    check(
        Question::Exception,
        &shipped("ukraine-2020-07-27.toml"),
        &[
            ("act=shelling; cond=response yes; cond=ordered yes; cond=hotline_exhausted no", "T-TCG AM.return_fire=no"),
            ("act=air_strike", "T-TCG AM.return_fire=no"),
        ],
    );
}

/// One line per incident: what the answers come to.
#[test]
fn summaries() {
    let rows = [
        (
            "act=air_strike; by=Russia's warplanes; to=the militant Islamic State group; when=2017-01-22; at=SY/Deir ez-Zor/near",
            expect!["out of scope under T-UN and T-OPP: excluded actor"],
        ),
        (
            "act=air_strike; by=government; to=nine civilians; when=2017-01-22; at=SY/Homs/admin1; held=rebels",
            expect![
                "cannot be determined under T-UN: open: excluded actor, excluded area, between parties; cannot be determined under T-OPP: open: between parties"
            ],
        ),
        (
            "act=shelling; by=government forces; to=rebels; when=2017-01-15; at=SY/Rif Dimashq/near; held=rebels",
            expect![
                "cannot be determined under T-UN: open: excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks"
            ],
        ),
        (
            "act=shelling; by=government forces; to=rebels; when=2017-01-15; at=SY/Rif Dimashq/near; held=rebels; area=nusra presence no",
            expect![
                "in scope under T-UN: alleged violation of A1.cease_attacks (exception not ruled out: A1.self_defence); in scope under T-OPP: alleged violation of A1.cease_attacks"
            ],
        ),
        (
            "act=shelling; by=government forces; to=Fateh al-Sham Front; when=2017-01-15; at=SY",
            expect![
                "out of scope under T-UN: excluded actor; cannot be determined under T-OPP: open: excluded area, between parties"
            ],
        ),
        (
            "act=shelling; by=government forces; to=rebels; when=2016-11-15; at=SY",
            expect!["out of scope under T-UN and T-OPP: not in time"],
        ),
        (
            "act=talks; by=government; to=rebels; when=2017-01-23; at=KZ",
            expect!["out of scope under T-UN and T-OPP: not in territory"],
        ),
        (
            "",
            expect![
                "cannot be determined under T-UN and T-OPP: open: in time, in territory, excluded actor, excluded area, between parties, act prohibited"
            ],
        ),
    ];
    let agreement = syria();
    for (line, expected) in rows {
        let sum = summary(&test(&agreement, &facts(&agreement, line)));
        assert_eq!(sum.texts.len(), 2);
        let words = sum.plain();
        // Nothing is called a violation, only an alleged one, and only in scope.
        assert_eq!(words.matches("violation").count(), words.matches("alleged violation").count(), "{words}");
        for (_, standing) in &sum.texts {
            if let Standing::InScope { clauses, .. } = standing {
                assert!(!clauses.is_empty());
            }
        }
        expected.assert_eq(&words);
    }
    let lake = read(LAKE);
    let out = summary(&test(
        &lake,
        &facts(
            &lake,
            "act=air_strike; by=northerners; to=Miller's men; when=2030-02-01; at=US/Lakeland/exact/43500000,-76500000; cond=notified yes",
        ),
    ));
    expect![
        "cannot be determined under T1: open: excluded area, between parties; out of scope under T2: excluded actor"
    ]
    .assert_eq(&out.plain());
}

/// The whole working of one incident, as a disputing party reads it.
#[test]
fn the_working_is_shown() {
    let agreement = syria();
    let f = facts(
        &agreement,
        "act=air_strike; by=regime; to=nine civilians; when=2017-01-22; at=SY/Homs/admin1; held=rebel fighters",
    );
    let mut out = String::new();
    for a in test(&agreement, &f).iter().filter(|a| a.text.as_str() == "T-UN") {
        let clause = a.clause.as_ref().map(|c| format!(" {c}")).unwrap_or_default();
        out.push_str(&format!("{}{clause}: {}\n", a.question.id(), a.answer.id()));
        for r in &a.reasons {
            out.push_str(&format!("  because {}\n", r.plain(&agreement)));
        }
        for w in &a.would_change {
            out.push_str(&format!("  would change: {}\n", w.plain(&agreement)));
        }
    }
    expect![[r#"
        in_time: yes
          because all of its time lies after the text took effect (2016-12-30 00:00 Asia/Damascus)
        in_territory: yes
          because the text holds in the whole country (SY)
        between_parties: cannot_be_determined
          because the alleged author is a party (Government of the Syrian Arab Republic)
          because the one affected is named in words that mean no actor of the agreement (“nine civilians”)
          because the place was held by a party (Armed opposition groups that joined the ceasefire), but which group was affected is not known
          would change: who was affected
        excluded_actor: cannot_be_determined
          because the alleged author (Government of the Syrian Arab Republic) is not excluded
          because the one affected is named in words that mean no actor of the agreement (“nine civilians”)
          because who was affected is not known, and an excluded actor may be there (Fateh al-Sham Front (formerly Nusra Front))
          would change: evidence for or against presence in the area by Fateh al-Sham Front (formerly Nusra Front)
          would change: who was affected
        excluded_area: cannot_be_determined
          because what would put the area outside (operations-against-excluded) is not known: combat operations in the area against Fateh al-Sham Front (formerly Nusra Front)
          would change: evidence for or against combat operations in the area against Fateh al-Sham Front (formerly Nusra Front)
        act_prohibited A1.cease_attacks: yes
          because the term covers the act (air_strike)
        act_prohibited A1.no_combat_aviation: yes
          because the term covers the act (air_strike)
        act_prohibited A1.no_territorial_gain: no
          because the term does not cover the act
        exception A1.self_defence: cannot_be_determined
          because a condition is not shown: it answers an attack
          because a condition is not shown: it is proportionate
          because a condition is not shown: it meets an immediate threat
          would change: evidence on whether it answers an attack
          would change: evidence on whether it is proportionate
          would change: evidence on whether it meets an immediate threat
    "#]].assert_eq(&out);
}

#[test]
fn answers_rest_on_the_claims_that_they_use() {
    let agreement = syria();
    let f = facts(
        &agreement,
        "act=shelling; by=government forces; to=nine civilians; when=2017-01-15; at=SY; held=rebels; area=nusra presence no; cond=response no",
    );
    let answers = test(&agreement, &f);
    for (question, names) in [
        (Question::InTime, &["when"][..]),
        (Question::InTerritory, &["at"]),
        (Question::BetweenParties, &["by", "to"]),
        (Question::ExcludedActor, &["by", "to", "held", "area"]),
        (Question::ExcludedArea, &["held", "area"]),
        (Question::ActProhibited, &["act"]),
        (Question::Exception, &["act", "cond"]),
    ] {
        let mut expected: Vec<ClaimId> = names.iter().map(|n| claim(n)).collect();
        expected.sort();
        let found = answers.iter().find(|a| a.question == question).unwrap();
        assert_eq!(found.claims, expected, "{}", question.id());
    }
    // The same facts, the same answers, in the same order.
    assert_eq!(test(&agreement, &f), answers);
}

#[test]
fn every_question_has_its_section_and_its_rows() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let page = std::fs::read_to_string(format!("{root}/docs/scope-tests.md")).unwrap();
    let code = include_str!("scope.rs");
    for q in Question::all() {
        assert!(page.contains(&format!("\n## `{}`\n", q.id())), "docs/scope-tests.md has no section `{}`", q.id());
        assert!(code.contains(&format!("\nfn {}() {{", q.id())), "no rows for {}", q.id());
        let file = format!("{root}/crates/armistice-core/src/scope/{}.rs", q.id());
        assert!(std::path::Path::new(&file).exists(), "no file for {}", q.id());
    }
    assert_eq!(page.matches("\n## `").count(), Question::all().count());
}

#[test]
fn only_tested_texts_are_asked() {
    let one = read(&LAKE.replace("status = \"draft\"", "status = \"draft\"\ntested = false"));
    check(Question::InTime, &one, &[("when=2030-02-01; at=US", "T1=yes")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A wider time never settles what a narrower one leaves open, and never turns a yes into a no.
    #[test]
    fn a_wider_time_settles_nothing(from in -40_i32..240, len in 0_i32..60, before in 0_i32..60, after in 0_i32..60) {
        let lake = read(LAKE);
        let day = |n: i32| jiff::civil::date(2030, 1, 15).saturating_add(jiff::Span::new().days(n)).to_string();
        let ask_for = |a: i32, b: i32| ask(&lake, &format!("when={}..{}; at=US", day(a), day(b)), Question::InTime);
        let narrow = ask_for(from, from + len);
        let wide = ask_for(from - before, from + len + after);
        prop_assert!(wide == narrow || wide == "T1=open T2=open", "{} then {}", narrow, wide);
    }

    /// What is not known never makes an answer firmer: each fact left out keeps the answer, or opens it.
    #[test]
    fn nothing_known_settles_no_question(keep in proptest::collection::vec(any::<bool>(), 6)) {
        let agreement = syria();
        let parts = ["act=shelling", "by=government forces", "to=rebels", "when=2017-01-15", "at=SY", "held=rebels"];
        let line: Vec<&str> = parts.iter().zip(&keep).filter(|(_, k)| **k).map(|(p, _)| *p).collect();
        let full = test(&agreement, &facts(&agreement, &parts.join("; ")));
        let less = test(&agreement, &facts(&agreement, &line.join("; ")));
        prop_assert_eq!(full.len(), less.len());
        for (a, b) in full.iter().zip(&less) {
            prop_assert!(b.answer == a.answer || b.answer == Answer::CannotBeDetermined, "{} {:?} {:?}", a.question.id(), a.answer, b.answer);
        }
    }
}
