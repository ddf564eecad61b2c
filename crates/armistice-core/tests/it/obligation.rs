//! Obligations: clocks that run without an incident, reports that agree, disagree, extend and come late, terms and alarms.

use crate::agreement::{read, shipped};
use armistice_core::agreement::Agreement;
use armistice_core::agreement::words::StatementKind;
use armistice_core::obligation::{self, Report, State, states, terms};
use armistice_core::statement::ledger::{ObligationReported, Performance};
use armistice_core::statement::wire::{Digest, Interval};
use expect_test::expect;
use jiff::Timestamp;

/// A day of the clock in UTC, at noon, or a moment.
fn at(text: &str) -> Timestamp {
    let text = if text.contains('T') { text.to_owned() } else { format!("{text}T12:00:00Z") };
    text.parse().expect("an instant")
}

/// A report: `reporter performance when asserted`; `when` is `?`, a day, or `day..day`; with `extended` it is the new day.
fn report(id: &str, line: &str) -> Report {
    let words: Vec<&str> = line.split(' ').collect();
    let [who, performance, when, asserted] = words[..] else { unreachable!("four words: {line}") };
    let moment = |text: &str| text.parse().ok();
    let when = match when.split_once("..") {
        _ if when == "?" => Interval::default(),
        Some((a, b)) => Interval { from: moment(a), to: moment(b) },
        None => Interval { from: moment(when), to: moment(when) },
    };
    let performance = match performance {
        "done" => Performance::Done,
        "partly" => Performance::Partly,
        "not_done" => Performance::NotDone,
        _ => Performance::Extended,
    };
    let extended = performance == Performance::Extended;
    Report {
        member: "desk".into(),
        asserted: at(asserted).as_second(),
        body: ObligationReported {
            agreement: Digest([0; 32]),
            obligation: id.into(),
            performance,
            according_to: who.into(),
            when: if extended { Interval::default() } else { when },
            extended_to: extended.then_some(when),
            claims: Vec::new(),
            document: None,
            note: None,
        },
    }
}

/// The lake truce with one obligation and this clock.
fn lake(clock: &str) -> Agreement {
    let from = "clock = { kind = \"within\", within = \"P14D\", from = \"L.signed\" }";
    assert!(crate::agreement::LAKE.contains(from));
    read(&crate::agreement::LAKE.replacen(from, &format!("clock = {{ {clock} }}"), 1))
}

/// State, whether performed, the moment at which the time is over, and the next alarm.
fn one(agreement: &Agreement, id: &str, reports: &[&str], now: &str) -> String {
    let reports: Vec<Report> = reports.iter().map(|r| report(id, r)).collect();
    let state = states(agreement, &reports, at(now)).into_iter().find(|s| s.id.as_str() == id).expect("it is there");
    let alarm = state.next_alarm.map_or("-".to_owned(), |a| format!("{} {}", a.at, a.of.words()));
    format!("{} | {} | {alarm}\n{}\n", state.state.id(), state.performed.id(), state.sentence(agreement))
}

#[test]
fn maps_are_overdue_without_any_incident() {
    let a = shipped("syria-2017-05-04.toml");
    // The day of 4 June ends in Damascus at 21:00 UTC.
    expect![[r#"
        due_on | cannot_be_determined | 2017-06-04T21:00:00Z the time is over
        Due by the end of 2017-06-04. Nobody reported it performed.
    "#]]
    .assert_eq(&one(&a, "DM.maps", &[], "2017-06-04T20:59:59Z"));
    expect![[r#"
        overdue | cannot_be_determined | 2017-06-11T21:00:00Z still overdue
        Overdue since the end of 2017-06-04. Nobody reported it performed.
    "#]]
    .assert_eq(&one(&a, "DM.maps", &[], "2017-06-05"));
    // Two weeks from the day of signature: the end of 18 May.
    expect![[r#"
        due_on | cannot_be_determined | 2017-05-17T21:00:00Z one day left
        Due by the end of 2017-05-18. Nobody reported it performed.
    "#]]
    .assert_eq(&one(&a, "DM.jwg", &[], "2017-05-12"));
}

#[test]
fn demands_undertakings_and_declared_conditions_are_never_obligations() {
    let a = shipped("syria-2016-12-30.toml");
    let kinds = [StatementKind::Demand, StatementKind::Undertaking, StatementKind::DeclaredCondition];
    for kind in kinds {
        assert!(a.statements.iter().any(|s| s.kind == kind));
    }
    let lift = a.statements.iter().find(|s| s.summary.starts_with("Lift sieges")).expect("the demand is in the file");
    // A report that names it changes nothing, and years do not make it overdue.
    let reports = [report(lift.id.as_str(), "russia not_done ? 2017-03-01")];
    let found = states(&a, &reports, at("2030-01-01"));
    assert_eq!(found.len(), a.obligations.len());
    for statement in &a.statements {
        assert!(found.iter().all(|s| s.id.as_str() != statement.id.as_str()), "{}", statement.id);
    }
    let overdue: Vec<&str> = found.iter().filter(|s| s.state == State::Overdue).map(|s| s.id.as_str()).collect();
    assert_eq!(overdue, ["A2.delegations"]);
}

#[test]
fn what_was_reported_decides_the_state() {
    let a = shipped("syria-2017-05-04.toml");
    let rows: &[(&[&str], &str, &str)] = &[
        (&["russia done 2017-06-03 2017-06-03"], "2017-06-10", "met_in_time yes"),
        // The report itself bounds the time, in its own favour.
        (&["russia done ? 2017-06-03"], "2017-06-10", "met_in_time yes"),
        (&["russia done 2017-06-07 2017-06-08"], "2017-06-10", "met_late yes"),
        (&["russia done ? 2017-06-08"], "2017-06-10", "cannot_be_determined yes"),
        (&["russia done 2017-06-03..2017-06-06 2017-06-08"], "2017-06-10", "cannot_be_determined yes"),
        // A report written later than the moment asked about is not looked at.
        (&["russia done 2017-06-03 2017-06-08"], "2017-06-05", "overdue cannot_be_determined"),
        (&["russia partly ? 2017-06-03"], "2017-06-10", "overdue no"),
        (&["turkey not_done ? 2017-06-06"], "2017-06-10", "overdue no"),
        (
            &["russia done 2017-06-03 2017-06-03", "turkey not_done ? 2017-06-06"],
            "2017-06-10",
            "contested cannot_be_determined",
        ),
        // Whoever said so before it was done does not contradict.
        (&["turkey not_done ? 2017-06-01", "russia done 2017-06-03 2017-06-03"], "2017-06-10", "met_in_time yes"),
        (&["turkey partly ? 2017-06-01", "russia done 2017-06-03 2017-06-03"], "2017-06-10", "met_in_time yes"),
        // A reporter's later word takes the place of its earlier one.
        (&["turkey not_done ? 2017-06-06", "turkey done 2017-06-07 2017-06-07"], "2017-06-10", "met_late yes"),
        (&["turkey done 2017-06-03 2017-06-03", "turkey not_done ? 2017-06-06"], "2017-06-10", "overdue no"),
        (&["russia extended 2017-07-04 2017-06-03"], "2017-06-10", "extended no"),
        (&["russia extended 2017-07-04 2017-06-03"], "2017-07-05", "overdue no"),
        (
            &["russia extended 2017-07-04 2017-06-03", "russia done 2017-06-20 2017-06-20"],
            "2017-07-05",
            "met_in_time yes",
        ),
        (
            &["russia extended 2017-07-04 2017-06-03", "turkey extended 2017-06-14 2017-06-03"],
            "2017-06-10",
            "contested no",
        ),
        (&["russia extended ? 2017-06-03"], "2017-06-10", "cannot_be_determined no"),
    ];
    let mut wrong = String::new();
    for (reports, now, expected) in rows {
        let list: Vec<Report> = reports.iter().map(|r| report("DM.maps", r)).collect();
        for list in [list.clone(), list.into_iter().rev().collect()] {
            let s = states(&a, &list, at(now)).into_iter().find(|s| s.id.as_str() == "DM.maps").expect("there");
            let found = format!("{} {}", s.state.id(), s.performed.id());
            if found != *expected {
                wrong.push_str(&format!("{reports:?} {now}: expected {expected}, found {found}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_kind_of_clock_has_its_states() {
    let now = "2030-02-20";
    let mut out = String::new();
    let mut id = None;
    for (clock, reports) in [
        ("kind = \"none\"", &[][..]),
        ("kind = \"none\"", &["north done ? 2030-02-01"]),
        ("kind = \"unknown\"", &[]),
        ("kind = \"unknown\"", &["north done ? 2030-02-01"]),
        ("kind = \"continuous\"", &[]),
        ("kind = \"continuous\"", &["north not_done ? 2030-02-01"]),
        ("kind = \"within\", within = \"P1M\", from = \"L.signed\"", &[]),
        ("kind = \"recurring\", every = \"P7D\"", &[]),
        // Periods begin on 15 January: the fifth ends with 18 February, the sixth runs.
        ("kind = \"recurring\", every = \"P7D\"", &["north done 2030-02-13 2030-02-13"]),
        (
            "kind = \"recurring\", every = \"P7D\"",
            &["north done 2030-02-13 2030-02-13", "north done 2030-02-19 2030-02-19"],
        ),
    ] {
        let a = lake(clock);
        let name = id.get_or_insert_with(|| a.obligations[0].id.to_string()).clone();
        out.push_str(&format!("{clock} {reports:?}\n{}", one(&a, &name, reports, now)));
    }
    expect![[r#"
        kind = "none" []
        open | cannot_be_determined | -
        Open. No time is set. Nobody reported it performed.
        kind = "none" ["north done ? 2030-02-01"]
        met_in_time | yes | -
        Met. No time is set. Performed, according to Northern side.
        kind = "unknown" []
        cannot_be_determined | cannot_be_determined | -
        Cannot be determined. By when it must be performed is not known. Nobody reported it performed.
        kind = "unknown" ["north done ? 2030-02-01"]
        cannot_be_determined | yes | -
        Cannot be determined. By when it must be performed is not known. Performed, according to Northern side.
        kind = "continuous" []
        open | cannot_be_determined | -
        Open. It holds for as long as the agreement does. Nobody reported it performed.
        kind = "continuous" ["north not_done ? 2030-02-01"]
        open | no | -
        Open. It holds for as long as the agreement does. Not performed, according to Northern side.
        kind = "within", within = "P1M", from = "L.signed" []
        overdue | cannot_be_determined | 2030-02-25T05:00:00Z still overdue
        Overdue since the end of 2030-02-10. Nobody reported it performed.
        kind = "recurring", every = "P7D" []
        overdue | cannot_be_determined | 2030-02-26T05:00:00Z still overdue
        Overdue since the end of 2030-02-18. Of 5 periods that are over, 5 have no report of performance. Nobody reported it performed.
        kind = "recurring", every = "P7D" ["north done 2030-02-13 2030-02-13"]
        due_on | no | 2030-02-25T05:00:00Z one day left
        Due by the end of 2030-02-25. Of 5 periods that are over, 4 have no report of performance. Performed, according to Northern side.
        kind = "recurring", every = "P7D" ["north done 2030-02-13 2030-02-13", "north done 2030-02-19 2030-02-19"]
        met_in_time | yes | -
        Met in time (due by the end of 2030-02-25). Of 5 periods that are over, 4 have no report of performance. Performed, according to Northern side.
    "#]].assert_eq(&out);
    // After the end of the agreement nothing becomes overdue.
    let a = lake("kind = \"by\", by = 2030-08-01");
    let name = a.obligations[0].id.to_string();
    assert!(one(&a, &name, &[], "2030-09-01").starts_with("cannot_be_determined | no | -"));
}

#[test]
fn terms_run_out_and_warn_before() {
    let a = shipped("syria-2017-05-04.toml");
    let mut out = String::new();
    for now in ["2017-05-04", "2017-06-01", "2017-10-10", "2017-11-02", "2017-11-05"] {
        for t in terms(&a, at(now)) {
            let alarm = t.next_alarm.map_or("-".to_owned(), |a| format!("{} {}", a.at, a.of.words()));
            out.push_str(&format!("{now} {} {} until {} | {alarm}\n", t.id, t.status.id(), t.until));
        }
    }
    expect![[r#"
        2017-05-04 DM ahead until 2017-11-04T22:00:00Z | 2017-10-05T22:00:00Z 30 days left
        2017-06-01 DM running until 2017-11-04T22:00:00Z | 2017-10-05T22:00:00Z 30 days left
        2017-10-10 DM running until 2017-11-04T22:00:00Z | 2017-10-28T22:00:00Z 7 days left
        2017-11-02 DM running until 2017-11-04T22:00:00Z | 2017-11-03T22:00:00Z one day left
        2017-11-05 DM term_over until 2017-11-04T22:00:00Z | -
    "#]]
    .assert_eq(&out);
}

#[test]
fn reports_come_from_the_ledger_by_the_digest_of_the_file() {
    use armistice_core::record::{EntryRef, Step};
    use armistice_core::statement::ledger::Ledger;
    let step = |agreement: u8| Step {
        mission: "m".into(),
        at: EntryRef { member: "desk".into(), index: 3, id: [9; 32] },
        seq: 3,
        asserted: 1_496_000_000,
        seen: vec![],
        body: Ledger::Obligation(ObligationReported {
            agreement: Digest([agreement; 32]),
            ..report("DM.maps", "russia done ? 2017-06-03").body
        }),
    };
    let found = obligation::reports(&[step(1), step(2)], &[2; 32]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].member.as_str(), found[0].asserted), ("desk", 1_496_000_000));
    assert_eq!(found[0].body.performance, Performance::Done);
}
