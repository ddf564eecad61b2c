//! `excluded_actor`: Is the author or the one affected outside the text's protection?
//!
//! Must not: ask another question.

use super::{check, contrary, syria};
use crate::agreement::{LAKE, read, shipped};
use armistice_core::scope::Question;
use expect_test::expect;

#[test]
fn yes_no_and_cannot_be_determined() {
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

/// A fight in which one side is excluded is out, and who claims that of one side stands against who names another.
#[test]
fn claims_that_differ_stand_on_two_sides() {
    contrary(
        "",
        &["a: by=government forces; to=Islamic State", "b: by=government forces; to=rebels"],
        Question::ExcludedActor,
        expect![[r#"
            T-UN: cannot_be_determined | a | b
            T-OPP: cannot_be_determined | a | b
        "#]],
    );
    contrary(
        "",
        &["a: by=government forces; to=rebels", "b: by=government forces; to=Fateh al-Sham Front"],
        Question::ExcludedActor,
        expect![[r#"
            T-UN: cannot_be_determined | b | a
            T-OPP: no | a,b | 
        "#]],
    );
}

#[test]
fn where_nobody_is_excluded_the_answer_is_no() {
    check(
        Question::ExcludedActor,
        &shipped("ukraine-2020-07-27.toml"),
        &[("", "T-TCG=no"), ("by=Ukrainian forces; to=separatists", "T-TCG=no")],
    );
}
