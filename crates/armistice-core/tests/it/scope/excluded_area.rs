//! `excluded_area`: Did it happen in an area that the text leaves out?
//!
//! Must not: ask another question.

use super::{check, contrary, syria};
use crate::agreement::{LAKE, read, shipped};
use armistice_core::scope::Question;
use expect_test::expect;

#[test]
fn yes_no_and_cannot_be_determined() {
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
fn claims_that_differ_stand_on_two_sides() {
    // Holder.
    contrary(
        "",
        &["a: held=Islamic State", "b: held=rebels"],
        Question::ExcludedArea,
        expect![[r#"
            T-UN: cannot_be_determined | a,b | 
            T-OPP: cannot_be_determined | a | b
        "#]],
    );
    // What is claimed of the area itself.
    contrary(
        "held=rebels",
        &["a: area=nusra operations yes", "b: area=nusra presence no"],
        Question::ExcludedArea,
        expect![[r#"
            T-UN: cannot_be_determined | a | b
            T-OPP: no |  | 
        "#]],
    );
}

/// An area is no actor: what is claimed of one criterion says nothing of another.
#[test]
fn each_area_has_its_own_criterion() {
    let lake = read(LAKE);
    check(
        Question::ExcludedArea,
        &lake,
        &[
            // The criterion of this area is presence; control is more than presence, operations are something else.
            ("area=mill presence yes", "T1=yes T2=no"),
            ("area=mill operations yes", "T1=open T2=no"),
            ("area=mill presence open", "T1=open T2=no"),
            ("held=northerners", "T1=no T2=no"),
            ("area=mill presence yes; area=mill presence no", "T1=open T2=no"),
        ],
    );
}
