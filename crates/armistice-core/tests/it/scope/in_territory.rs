//! `in_territory`: Did it happen where the text holds?
//!
//! Must not: ask another question.

use super::{check, contrary, facts, syria};
use crate::agreement::{LAKE, read, shipped};
use armistice_core::scope::{Question, test};
use expect_test::expect;

#[test]
fn yes_no_and_cannot_be_determined() {
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
fn claims_that_differ_stand_on_two_sides() {
    // Place: one of two names another country.
    contrary(
        "at=SY/Homs/admin1",
        &["a: at=SY/Homs/admin1", "b: at=LB/Beqaa/admin1"],
        Question::InTerritory,
        expect![[r#"
            T-UN: yes |  | b
            T-OPP: yes |  | b
        "#]],
    );
}

/// An indicative border decides only far from it, and says how near the place lies.
#[test]
fn an_indicative_border_decides_nothing_near_it() {
    let lake = read(&LAKE.replace("geometry = \"exact\"", "geometry = \"indicative\""));
    let line = |at: &str| {
        let answers = test(&lake, &facts(&lake, &format!("at={at}")));
        let a = answers.iter().find(|a| a.question == Question::InTerritory).unwrap();
        format!("{}: {}", a.answer.id(), a.reasons.iter().map(|r| r.plain(&lake)).collect::<Vec<_>>().join("; "))
    };
    expect!["yes: the place lies inside the zone basin"].assert_eq(&line("US/Lakeland/exact/43500000,-76500000"));
    expect!["yes: the place lies inside the zone basin"].assert_eq(&line("US/Lakeland/settlement/43500000,-76500000"));
    expect!["cannot_be_determined: the border of the zone basin is indicative (drawn from words) and does not decide within 25 km; the place, known to within 25 km, lies 40 km from it"].assert_eq(&line("US/Lakeland/near/43500000,-76500000"));
    expect!["cannot_be_determined: the border of the zone basin is indicative (drawn from words) and does not decide within 25 km; the place, given as a point, lies 16 km from it"].assert_eq(&line("US/Lakeland/exact/43500000,-76200000"));
    expect!["cannot_be_determined: the place is known to within 5.0 km and its point lies 805 m from the border of the zone basin, so it may lie on either side"].assert_eq(&line("US/Lakeland/settlement/43500000,-76010000"));
    expect!["no: the place lies outside every zone"].assert_eq(&line("US/Lakeland/settlement/43500000,-75000000"));
    expect!["cannot_be_determined: the place is too coarse to tell"].assert_eq(&line("US/Lakeland/admin1"));
}
