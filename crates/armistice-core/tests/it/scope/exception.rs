//! `exception`: Does the term permit the act?
//!
//! Must not: ask another question.

use super::{check, contrary, syria};
use crate::agreement::{LAKE, read, shipped};
use armistice_core::scope::Question;
use expect_test::expect;

#[test]
fn yes_no_and_cannot_be_determined() {
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

/// Who relies on an exception has to show each condition; one that fails is enough for a no, and one that is open for no yes.
#[test]
fn every_condition_has_to_be_shown() {
    let all = ["response", "proportionate", "immediate_threat"];
    let s = syria();
    for left_out in all {
        let shown: Vec<String> = all.iter().filter(|c| **c != left_out).map(|c| format!("cond={c} yes")).collect();
        let line = format!("act=shelling; {}", shown.join("; "));
        check(Question::Exception, &s, &[(&line, "T-UN A1.self_defence=open T-OPP=no")]);
        let refuted = format!("{line}; cond={left_out} no");
        check(Question::Exception, &s, &[(&refuted, "T-UN A1.self_defence=no T-OPP=no")]);
        let open = format!("{line}; cond={left_out} open");
        check(Question::Exception, &s, &[(&open, "T-UN A1.self_defence=open T-OPP=no")]);
    }
}

#[test]
fn acts_that_differ_stand_on_two_sides() {
    contrary(
        "cond=response yes; cond=proportionate yes; cond=immediate_threat yes",
        &["a: act=shelling", "b: act=siege"],
        Question::Exception,
        expect![[r#"
            T-UN A1.self_defence: no | b | a
            T-OPP: no |  | 
        "#]],
    );
}
