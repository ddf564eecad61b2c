//! `between_parties`: Are the author and the one affected bound sides, and not the same side?
//!
//! Must not: ask another question.

use super::{check, contrary, syria, world};
use crate::agreement::{LAKE, read, shipped};
use armistice_core::scope::summary::summary;
use armistice_core::scope::{Question, test};
use expect_test::expect;

#[test]
fn yes_no_and_cannot_be_determined() {
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
fn claims_that_differ_stand_on_two_sides() {
    // Author: one says the Government, one the armed opposition itself.
    contrary(
        "",
        &["a: by=government forces; to=rebels", "b: by=rebels; to=rebels", "c: to=rebels"],
        Question::BetweenParties,
        expect![[r#"
            T-UN: cannot_be_determined | a,c | b
            T-OPP: cannot_be_determined | a,c | b
        "#]],
    );
    // A denial speaks against the act and the author, and settles nothing.
    contrary(
        "",
        &["a: act=air_strike; by=government forces; to=rebels", "b: denies=it"],
        Question::BetweenParties,
        expect![[r#"
            T-UN: yes | a | b
            T-OPP: yes | a | b
        "#]],
    );
}

#[test]
fn sides_of_a_fight() {
    let s = syria();
    let line = |sides: &[&str], base: &str| {
        let lines: Vec<String> = sides.iter().enumerate().map(|(i, w)| format!("{i}: side={w}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        summary(&test(&s, &world(&s, &format!("when=2017-01-15; at=SY; {base}"), &lines))).plain()
    };
    // A fight with an excluded actor is out of scope, whoever began it.
    expect!["out of scope under T-UN and T-OPP: excluded actor"].assert_eq(&line(&["Government of Syria", "IS"], ""));
    expect!["out of scope under T-UN and T-OPP: excluded actor"].assert_eq(&line(&["IS", "some brigade"], ""));
    // Between the parties; who held the place is not known, nor the act.
    // One name for all insurgents may mean the excluded actor among them, under the text that excludes it.
    expect![
        "cannot be determined under T-UN: open: excluded actor, excluded area, act prohibited; cannot be determined under T-OPP: open: excluded area, act prohibited"
    ]
        .assert_eq(&line(&["Government of Syria", "Syrian insurgents"], ""));
    expect![
        "cannot be determined under T-UN: open: excluded actor, excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks"
    ]
    .assert_eq(&line(&["Government of Syria", "Syrian insurgents"], "act=armed_clash; held=rebels"));
    expect![
        "out of scope under T-UN: excluded actor; cannot be determined under T-OPP: open: excluded area, between parties, act prohibited"
    ]
    .assert_eq(&line(&["Ahrar al-Sham", "Jabhat Fateh al-Sham"], ""));
    // Others name somebody else: it cannot be told.
    expect!["cannot be determined under T-UN and T-OPP: open: excluded actor, excluded area"]
        .assert_eq(&line(&["Government of Syria", "IS"], "act=shelling; by=government forces; to=rebels"));
    // One unknown side.
    expect![
        "cannot be determined under T-UN and T-OPP: open: excluded actor, excluded area, between parties, act prohibited"
    ]
    .assert_eq(&line(&["Government of Syria", "some brigade"], ""));
}
