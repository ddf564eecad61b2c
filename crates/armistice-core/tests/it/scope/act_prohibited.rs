//! `act_prohibited`: Does the term prohibit the act?
//!
//! Must not: ask another question.

use super::{check, contrary, syria};
use crate::agreement::{LAKE, read};
use armistice_core::scope::Question;
use expect_test::expect;

#[test]
fn yes_no_and_cannot_be_determined() {
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
fn claims_that_differ_stand_on_two_sides() {
    // Act: a term covers one of the two that are told.
    contrary(
        "",
        &["a: act=air_strike", "b: act=siege"],
        Question::ActProhibited,
        expect![[r#"
            T-UN A1.cease_attacks: yes | a | b
            T-UN A1.no_combat_aviation: yes | a | b
            T-UN A1.no_territorial_gain: no | a,b | 
            T-OPP A1.cease_attacks: yes | a | b
            T-OPP A1.no_combat_aviation: yes | a | b
            T-OPP A1.no_territorial_gain: no | a,b | 
        "#]],
    );
}

#[test]
fn an_act_that_the_text_does_not_name_is_not_prohibited_by_it() {
    check(
        Question::ActProhibited,
        &read(LAKE),
        &[
            ("act=siege", "T1 L.1=no T1 L.2=no T1 L.3=no T2 L.1=no"),
            ("act=killing", "T1 L.1=open T1 L.2=no T1 L.3=no T2 L.1=open"),
            ("act=killing,shelling", "T1 L.1=yes T1 L.2=no T1 L.3=no T2 L.1=yes"),
            ("act=violation_unspecified; by=northerners", "T1 L.1=open T1 L.2=no T1 L.3=open T2 L.1=open"),
        ],
    );
}
