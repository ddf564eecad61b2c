//! The condition language: what is read, what is refused and where, and the three answers.

use crate::agreement::shipped;
use armistice_core::agreement::name::{ActorId, ObligationId};
use armistice_core::agreement::phase;
use armistice_core::condition::{
    Confirmation, Confirmed, Event, Facts, Gravity, Performed, Seen, Watched, evaluate, parse,
};
use armistice_core::limits;
use armistice_core::obligation::states;
use armistice_core::scope::Answer;
use expect_test::expect;
use jiff::Timestamp;
use proptest::prelude::*;

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

#[test]
fn conditions_are_read_and_have_one_spelling() {
    for (written, expected) in [
        ("at(2017-02-08)", ""),
        ("at( 2017-02-08T14:00 )", "at(2017-02-08T14:00)"),
        ("within(P14D,of:DM.signed)", "within(P14D, of: DM.signed)"),
        ("all(at(2017-02-08))", ""),
        ("any(met(DM.maps), not(at(2017-02-08)))", ""),
        ("no(serious_violations, in: idlib, for: P7D)", ""),
        ("no(violations, for: P7D)", ""),
        ("no(violations, in: \"Rif Dimashq\", for: P1M)", ""),
        ("no(violations, in: \"Homs\", for: P1M)", "no(violations, in: Homs, for: P1M)"),
        ("guarantors_confirm(withdrawal)", ""),
        ("guarantors_confirm(\"the lines are drawn\")", ""),
        ("all(\n  met(A),\n  met(B)\n)", "all(met(A), met(B))"),
    ] {
        let condition = parse(written).expect(written);
        let expected = if expected.is_empty() { written } else { expected };
        assert_eq!(condition.to_string(), expected);
        assert_eq!(parse(expected), Ok(condition));
    }
}

#[test]
fn mistakes_name_the_byte_what_was_expected_and_what_to_do() {
    let deep = format!("{}at(2017-02-08){}", "not(".repeat(20), ")".repeat(20));
    let wide = format!("all({})", vec!["met(A)"; 120].join(", "));
    let mut out = String::new();
    for written in [
        "",
        "when(2017-02-08)",
        "2017-02-08",
        "at 2017-02-08",
        "at(2017-02-30)",
        "at(2017-02-08T25:00)",
        "at(\"2017-02-08\")",
        "at(2017-02-08",
        "at(2017-02-08) at(2017-02-09)",
        "within(14 days, of: DM.signed)",
        "within(PT5H, of: DM.signed)",
        "within(P14D, DM.signed)",
        "within(P14D, of: DM.maps)",
        "all()",
        "all(met(A), )",
        "met()",
        "met(\"DM.maps\")",
        "no(shelling, for: P7D)",
        "no(violations)",
        "no(violations, in: , for: P7D)",
        "no(violations, for: P7D, in: idlib)",
        "guarantors_confirm()",
        "guarantors_confirm(\"open)",
        "not(вывод)",
        &deep,
        &wide,
        &"x".repeat(limits::CONDITION_BYTES + 1),
    ] {
        let shown: String = written.chars().take(50).collect();
        out.push_str(&match parse(written) {
            Ok(c) => format!("{shown}\n  read as {c}\n"),
            Err(e) => format!("{shown}\n  {e}\n"),
        });
    }
    expect![[r#"

          At byte 0: expected a condition, found the end. Known: `at(…)`, `within(…)`, `all(…)`, `any(…)`, `not(…)`, `met(…)`, `no(…)`, `guarantors_confirm(…)`.
        when(2017-02-08)
          At byte 0: expected a condition, found `when`. Known: `at(…)`, `within(…)`, `all(…)`, `any(…)`, `not(…)`, `met(…)`, `no(…)`, `guarantors_confirm(…)`.
        2017-02-08
          At byte 0: expected a condition, found `2017-02-08`. Known: `at(…)`, `within(…)`, `all(…)`, `any(…)`, `not(…)`, `met(…)`, `no(…)`, `guarantors_confirm(…)`.
        at 2017-02-08
          At byte 3: expected `(`, found `2017-02-08`. Write what the condition is about in brackets.
        at(2017-02-30)
          At byte 3: expected a date such as `2017-05-06`, or a local time such as `2017-05-06T00:00`, found `2017-02-30`. Write a day of the calendar without quotes; it begins in the time zone of the agreement.
        at(2017-02-08T25:00)
          At byte 3: expected a date such as `2017-05-06`, or a local time such as `2017-05-06T00:00`, found `2017-02-08T25:00`. Write a day of the calendar without quotes; it begins in the time zone of the agreement.
        at("2017-02-08")
          At byte 3: expected a date such as `2017-05-06`, or a local time such as `2017-05-06T00:00`, found words in quotes. Write a day of the calendar without quotes; it begins in the time zone of the agreement.
        at(2017-02-08
          At byte 13: expected `)`, found the end. Close the bracket of `at(`.
        at(2017-02-08) at(2017-02-09)
          At byte 15: expected the end, found `at`. Join several conditions with `all(…, …)` or `any(…, …)`.
        within(14 days, of: DM.signed)
          At byte 7: expected a length of time such as `P14D`, found `14`. Use years, months, weeks and days: `P6M`, `P14D`; hours are not known here.
        within(PT5H, of: DM.signed)
          At byte 7: expected a length of time such as `P14D`, found `PT5H`. Use years, months, weeks and days: `P6M`, `P14D`; hours are not known here.
        within(P14D, DM.signed)
          At byte 13: expected `of:`, found `DM.signed`. Write `within(P14D, of: <id>.signed)`.
        within(P14D, of: DM.maps)
          At byte 17: expected an event such as `DM.signed`, found `DM.maps`. Name the agreement or an instrument, then `.signed` or `.effective`.
        all()
          At byte 4: expected a condition, found `)`. Known: `at(…)`, `within(…)`, `all(…)`, `any(…)`, `not(…)`, `met(…)`, `no(…)`, `guarantors_confirm(…)`.
        all(met(A), )
          At byte 12: expected a condition, found `)`. Known: `at(…)`, `within(…)`, `all(…)`, `any(…)`, `not(…)`, `met(…)`, `no(…)`, `guarantors_confirm(…)`.
        met()
          At byte 4: expected the id of an obligation, found `)`. Write `met(<id>)`.
        met("DM.maps")
          At byte 4: expected the id of an obligation, found words in quotes. Write `met(<id>)`.
        no(shelling, for: P7D)
          At byte 3: expected `serious_violations` or `violations`, found `shelling`. Write `no(serious_violations, in: <area>, for: P7D)`; `in:` may be left out.
        no(violations)
          At byte 13: expected `, for: P7D`, found `)`. Add what is missing.
        no(violations, in: , for: P7D)
          At byte 19: expected a zone, or a division in quotes, found `,`. Write `no(serious_violations, in: <area>, for: P7D)`; `in:` may be left out.
        no(violations, for: P7D, in: idlib)
          At byte 23: expected `)`, found `,`. Close the bracket of `no(`.
        guarantors_confirm()
          At byte 19: expected the id of a statement, or words in double quotes, found `)`. Write `guarantors_confirm(<id>)` or `guarantors_confirm("…")`.
        guarantors_confirm("open)
          At byte 19: expected the id of a statement, or words in double quotes, found `"`. Write `guarantors_confirm(<id>)` or `guarantors_confirm("…")`.
        not(вывод)
          At byte 4: expected a condition, found `в`. Known: `at(…)`, `within(…)`, `all(…)`, `any(…)`, `not(…)`, `met(…)`, `no(…)`, `guarantors_confirm(…)`.
        not(not(not(not(not(not(not(not(not(not(not(not(no
          At byte 64: expected at most 100 conditions, nested at most 16 deep, found `not`. Split it into several conditions: all of a list must hold.
        all(met(A), met(A), met(A), met(A), met(A), met(A)
          At byte 796: expected at most 100 conditions, nested at most 16 deep, found `met`. Split it into several conditions: all of a list must hold.
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
          At byte 2000: expected at most 2000 bytes, found 2001. Split it into several conditions: all of a list must hold.
    "#]].assert_eq(&out);
}

/// Facts of an invented agreement: two guarantors, one obligation of each answer, cases that fit and that may fit.
fn facts(now: &str) -> Facts {
    let case = |case: &str, gravity, from: Option<&str>, inside: &[&str], outside: &[&str]| Seen {
        case: case.into(),
        gravity,
        from: from.map(at),
        to: from.map(at),
        inside: inside.iter().map(|s| (*s).to_owned()).collect(),
        outside: outside.iter().map(|s| (*s).to_owned()).collect(),
    };
    let performed = |answer| Performed { answer, why: "As reported.".into() };
    Facts {
        now: at(now),
        zone: "Asia/Damascus".into(),
        events: [
            ("L.signed".to_owned(), Event::Day("2017-05-04".parse().expect("a day"))),
            ("L.effective".to_owned(), Event::Moment(at("2017-05-04T21:00:00Z"))),
        ]
        .into(),
        obligations: [
            (ObligationId::new("done"), performed(Answer::Yes)),
            (ObligationId::new("late"), performed(Answer::No)),
            (ObligationId::new("unclear"), performed(Answer::CannotBeDetermined)),
        ]
        .into(),
        cases: Some(vec![
            case("c1", Gravity::Serious, Some("2017-06-01T10:00:00Z"), &["north"], &["south", "west", "hills"]),
            case("c2", Gravity::Minor, Some("2017-06-01T10:00:00Z"), &["south"], &["north", "west", "hills"]),
            case("c3", Gravity::Open, Some("2017-06-01T10:00:00Z"), &["west"], &["north", "south", "hills"]),
            case("c4", Gravity::Nothing, None, &[], &[]),
            case("c5", Gravity::Serious, Some("2017-06-02T10:00:00Z"), &[], &["north", "south", "west", "hills"]),
        ]),
        watched: vec![
            Watched { area: Some("south".into()), from: at("2017-05-20T00:00:00Z"), to: at("2017-06-01T00:00:00Z") },
            Watched { area: None, from: at("2017-05-31T00:00:00Z"), to: at("2017-06-10T00:00:00Z") },
            Watched { area: Some("hills".into()), from: at("2017-05-20T00:00:00Z"), to: at("2017-05-30T00:00:00Z") },
        ],
        guarantors: vec![ActorId::new("g1"), ActorId::new("g2")],
        confirmations: [
            ("both", vec![("g1", Answer::Yes), ("g2", Answer::Yes)]),
            ("one", vec![("g1", Answer::Yes)]),
            ("refused", vec![("g1", Answer::Yes), ("g2", Answer::No)]),
            ("twice", vec![("g1", Answer::Yes), ("g2", Answer::Yes), ("g2", Answer::No)]),
            ("stranger", vec![("g1", Answer::Yes), ("g3", Answer::Yes)]),
        ]
        .into_iter()
        .map(|(what, said)| {
            let said = said.into_iter().map(|(g, answer)| Confirmation { guarantor: ActorId::new(g), answer });
            (Confirmed::Statement(what.to_owned()), said.collect())
        })
        .collect(),
    }
}

#[test]
fn every_condition_has_three_answers() {
    let now = "2017-06-03T12:00:00Z";
    let rows = [
        ("at(2017-06-03)", now, "yes"),
        ("at(2017-06-04)", now, "no"),
        // The day begins at 21:00 UTC in Damascus.
        ("at(2017-06-04)", "2017-06-03T21:00:00Z", "yes"),
        ("at(2017-06-04)", "2017-06-03T20:59:59Z", "no"),
        // Clocks go back from 24:00 to 23:00 on 26 October 2017: half past eleven comes twice.
        ("at(2017-10-26T23:30)", "2017-10-26T20:45:00Z", "cannot_be_determined"),
        ("at(2017-10-26T23:30)", "2017-10-26T21:30:00Z", "yes"),
        ("within(P14D, of: L.signed)", "2017-05-03T12:00:00Z", "no"),
        ("within(P14D, of: L.signed)", "2017-05-18T20:59:59Z", "yes"),
        ("within(P14D, of: L.signed)", "2017-05-18T21:00:00Z", "no"),
        ("within(P14D, of: L.effective)", "2017-05-19T20:00:00Z", "yes"),
        ("within(P14D, of: M.signed)", now, "cannot_be_determined"),
        ("met(done)", now, "yes"),
        ("met(late)", now, "no"),
        ("met(unclear)", now, "cannot_be_determined"),
        ("met(nobody_knows)", now, "cannot_be_determined"),
        ("no(serious_violations, in: north, for: P7D)", now, "no"),
        // The case is older than the time that is asked about.
        ("no(serious_violations, in: north, for: P1D)", now, "yes"),
        ("no(serious_violations, in: south, for: P7D)", now, "yes"),
        ("no(violations, in: south, for: P7D)", now, "no"),
        ("no(serious_violations, in: west, for: P7D)", now, "cannot_be_determined"),
        // Nothing happened there as far as one knows; one day was not observed.
        ("no(serious_violations, in: hills, for: P7D)", now, "cannot_be_determined"),
        ("no(serious_violations, in: hills, for: P2D)", now, "yes"),
        // Where a case happened is not known for this area.
        ("no(serious_violations, in: east, for: P7D)", now, "cannot_be_determined"),
        ("no(serious_violations, for: P7D)", now, "no"),
        ("guarantors_confirm(both)", now, "yes"),
        ("guarantors_confirm(one)", now, "cannot_be_determined"),
        ("guarantors_confirm(refused)", now, "no"),
        ("guarantors_confirm(twice)", now, "cannot_be_determined"),
        ("guarantors_confirm(stranger)", now, "cannot_be_determined"),
        ("guarantors_confirm(\"both\")", now, "cannot_be_determined"),
        // Kleene's logic.
        ("all(met(done), met(done))", now, "yes"),
        ("all(met(done), met(unclear))", now, "cannot_be_determined"),
        ("all(met(late), met(unclear))", now, "no"),
        ("any(met(done), met(unclear))", now, "yes"),
        ("any(met(late), met(unclear))", now, "cannot_be_determined"),
        ("any(met(late), met(late))", now, "no"),
        ("not(met(done))", now, "no"),
        ("not(met(late))", now, "yes"),
        ("not(met(unclear))", now, "cannot_be_determined"),
    ];
    let mut wrong = String::new();
    for (written, now, expected) in rows {
        let found = evaluate(&parse(written).expect(written), &facts(now));
        if found.answer.id() != expected {
            wrong.push_str(&format!("{written} at {now}: expected {expected}, found {found:?}\n"));
        }
        assert!(!found.reasons.is_empty(), "{written} has no reason");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    let nobody = Facts { guarantors: Vec::new(), ..facts(now) };
    let confirm = parse("guarantors_confirm(both)").expect("read");
    assert_eq!(evaluate(&confirm, &nobody).answer, Answer::CannotBeDetermined);
}

#[test]
fn only_what_decides_is_a_reason() {
    let a = shipped("syria-2017-05-04.toml");
    let mut out = String::new();
    for written in [
        "all(met(done), met(late), met(unclear))",
        "any(met(done), met(unclear))",
        "all(at(2017-06-03), no(serious_violations, in: hills, for: P7D), guarantors_confirm(one))",
    ] {
        let e = evaluate(&parse(written).expect(written), &facts("2017-06-03T12:00:00Z"));
        out.push_str(&format!("{written}: {}\n", e.answer.id()));
        for r in &e.reasons {
            out.push_str(&format!("  because {}\n", r.sentence(&a)));
        }
        for c in &e.would_change {
            out.push_str(&format!("  would change: {}\n", c.sentence(&a)));
        }
    }
    expect![[r#"
        all(met(done), met(late), met(unclear)): no
          because late: As reported.
          would change: a report that late is performed
        any(met(done), met(unclear)): yes
          because done: As reported.
          would change: other reports of done
        all(at(2017-06-03), no(serious_violations, in: hills, for: P7D), guarantors_confirm(one)): cannot_be_determined
          because No such violation was determined in hills; it is not known that all of the time was observed.
          because g2 has not said: one.
          would change: a record that nothing was left unobserved in hills
          would change: the word of g2 on: one
    "#]]
    .assert_eq(&out);
}

#[test]
fn agreed_conditions_hold_a_phase_back_and_declared_ones_do_not() {
    let a = shipped("syria-2016-12-30.toml");
    let now = at("2017-02-10T00:00:00Z");
    let found = phase::states(&a, &Facts::of(&a, &states(&a, &[], now), now));
    let talks = found.iter().find(|p| p.id.as_str() == "P2").expect("the phase");
    assert_eq!((talks.declared.len(), talks.open), (1, Answer::Yes), "declared conditions are only shown");

    let b = shipped("syria-2017-05-04.toml");
    let show = |now: &str| {
        let now = at(now);
        let found = phase::states(&b, &Facts::of(&b, &states(&b, &[], now), now));
        found.iter().map(|p| format!("{}={}", p.id, p.open.id())).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(show("2017-06-05T12:00:00Z"), "P1=yes P2=cannot_be_determined P3=cannot_be_determined");
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("at(2017-02-08)".to_owned()),
        Just("met(A.b)".to_owned()),
        Just("guarantors_confirm(x)".to_owned()),
        Just("no(violations, in: \"Rif Dimashq\", for: P7D)".to_owned()),
        Just("within(P1Y2M, of: L.signed)".to_owned())
    ]
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,200}") {
        if let Ok(c) = parse(&text) {
            prop_assert_eq!(parse(&c.to_string()), Ok(c));
        }
    }

    #[test]
    fn near_conditions_are_read_or_refused_within_the_text(text in "[atwihnolmecgurfsdv_()\",: 0-9PD.-]{0,80}") {
        match parse(&text) {
            Ok(c) => prop_assert_eq!(parse(&c.to_string()), Ok(c)),
            Err(e) => prop_assert!(e.at <= text.len() && text.is_char_boundary(e.at)),
        }
    }

    /// Not of all is any of not, and the other way round.
    #[test]
    fn de_morgan_holds(parts in proptest::collection::vec(word(), 1..5), seed in 0..3_usize) {
        let now = ["2017-02-01T00:00:00Z", "2017-06-03T12:00:00Z", "2017-05-06T00:00:00Z"][seed];
        let nots: Vec<String> = parts.iter().map(|p| format!("not({p})")).collect();
        let left = parse(&format!("not(all({}))", parts.join(", "))).expect("read");
        let right = parse(&format!("any({})", nots.join(", "))).expect("read");
        let facts = facts(now);
        prop_assert_eq!(evaluate(&left, &facts).answer, evaluate(&right, &facts).answer);
    }
}
