//! `in_time`: Did it happen while the text was in force?
//!
//! Must not: ask another question.

use super::{ask, check, contrary, syria};
use crate::agreement::{LAKE, read};
use armistice_core::scope::Question;
use expect_test::expect;
use proptest::prelude::*;

#[test]
fn yes_no_and_cannot_be_determined() {
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
fn claims_that_differ_stand_on_two_sides() {
    // Time: before and after the ceasefire took effect; the incident's time is the whole span.
    contrary(
        "when=2016-12-28..2017-01-02; at=SY",
        &["a: when=2017-01-02", "b: when=2016-12-28"],
        Question::InTime,
        expect![[r#"
            T-UN: cannot_be_determined |  | b
            T-OPP: cannot_be_determined |  | b
        "#]],
    );
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
}
