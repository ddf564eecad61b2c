//! Equal treatment: what the audit counts for each side, and that it counts the same for both.

use crate::case::FACTS;
use crate::case_world::{THREE, World, hours};
use armistice_core::case::audit::{Share, Spread, Treatment, audit};
use armistice_core::named::Named as _;
use expect_test::{Expect, expect};
use std::fmt::Write as _;

fn rows(timeline: &str, now: i64) -> Vec<Treatment> {
    let world = World::new(THREE).all(timeline);
    let cases = world.fold(now);
    assert!(cases.irregular.is_empty(), "{:?}", cases.irregular);
    audit(cases.cases.values(), [], &world.agreements, hours(now))
}

fn check(timeline: &str, now: i64, expected: Expect) {
    let share = |s: Share| format!("{}/{}", s.part, s.of);
    let spread = |s: Spread| match s.least_middle_most {
        Some((a, b, c)) => format!("{}, {}, {} h of {}", a / 3_600, b / 3_600, c / 3_600, s.n),
        None => "-".to_owned(),
    };
    let mut out = String::new();
    for t in rows(timeline, now) {
        let standards: Vec<String> = t.standards.iter().map(|(s, n)| format!("{} {n}", s.word())).collect();
        let shown: Vec<String> = t.attribution_reached.iter().map(|(s, n)| format!("{s} {n}")).collect();
        let access: Vec<String> = t.access.iter().map(|(o, n)| format!("{} {n}", o.id())).collect();
        let _ = writeln!(
            out,
            "{}: accused {}, dismissed {}, notices {}, to reply {}, heard {}, late {}, lapsed {}, undetermined {}, standards {}, shown {}, to determination {}, access {}, complaints {} dismissed {}",
            t.side,
            t.accused,
            share(t.dismissed),
            t.notices,
            spread(t.reply_time),
            share(t.heard),
            share(t.late),
            share(t.lapsed),
            share(t.undetermined),
            standards.join(" "),
            shown.join(" "),
            spread(t.to_determination),
            access.join(" "),
            t.complaints,
            share(t.complaints_dismissed)
        );
    }
    expected.assert_eq(&out);
}

/// A case against the north beside the one against a company of the south.
fn two() -> String {
    let south = FACTS.replace("accused=south", "accused=reed");
    let first = format!(
        "{south}; ferry 31 blocked denied by=reed; ferry 32 notice south; ferry 200 draft minor_violation attributed to=south; ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur"
    );
    format!(
        "{first}; bank 210 receive south accused=north clauses=L.1; bank 211 register 2030-2 case=2; bank 212 screen passed case=2; bank 213 assess case=2
         bank 214 open case=2; bank 215 task bank case=2; bank 216 verify case=2; bank 217 find fact reasonable_grounds case=2; bank 218 notice north and=warden case=2
         warden 219 respond north case=2; bank 220 draft relevant_incident_no_violation not_attributed case=2 findings=3; bank 221 opine concur case=2
         south 222 seat south; ferry 223 receive south accused=north; ferry 224 register 2030-3 case=3; ferry 225 screen no_incident case=3"
    )
}

#[test]
fn each_number_says_what_it_is_of() {
    check(
        "",
        0,
        expect![[r#"
        north: accused 0, dismissed 0/0, notices 0, to reply -, heard 0/0, late 0/0, lapsed 0/0, undetermined 0/0, standards , shown , to determination -, access , complaints 0 dismissed 0/0
        south: accused 0, dismissed 0/0, notices 0, to reply -, heard 0/0, late 0/0, lapsed 0/0, undetermined 0/0, standards , shown , to determination -, access , complaints 0 dismissed 0/0
    "#]],
    );
    check(
        &two(),
        1_000,
        expect![[r#"
        north: accused 2, dismissed 1/2, notices 1, to reply 120, 120, 120 h of 1, heard 1/1, late 0/1, lapsed 0/1, undetermined 1/1, standards reasonable_grounds 1, shown none 1, to determination -, access , complaints 0 dismissed 0/0
        south: accused 1, dismissed 0/1, notices 1, to reply 120, 120, 120 h of 1, heard 0/1, late 0/0, lapsed 1/1, undetermined 0/1, standards reasonable_grounds 1, shown reasonable_grounds 1, to determination 202, 202, 202 h of 1, access denied 1, complaints 2 dismissed 1/2
    "#]],
    );
    // While there is still time nothing has lapsed, and no review that goes on is counted.
    check(
        &two(),
        230,
        expect![[r#"
        north: accused 2, dismissed 0/2, notices 1, to reply 120, 120, 120 h of 1, heard 1/1, late 0/1, lapsed 0/1, undetermined 0/0, standards , shown , to determination -, access , complaints 0 dismissed 0/0
        south: accused 1, dismissed 0/1, notices 1, to reply 120, 120, 120 h of 1, heard 0/1, late 0/0, lapsed 1/1, undetermined 0/1, standards reasonable_grounds 1, shown reasonable_grounds 1, to determination 202, 202, 202 h of 1, access denied 1, complaints 2 dismissed 0/2
    "#]],
    );
}

#[test]
fn who_is_who_makes_no_difference() {
    // The same timeline with the two sides exchanged gives the same numbers for the other side.
    let timeline = |a: &str, guarantor: &str| {
        format!(
            "{}; ferry 32 notice {a}{guarantor}; ferry 33 blocked delayed by={a}; ferry 200 draft minor_violation attributed to={a}; ferry 201 opine concur; bank 202 opine concur; warden 203 opine concur",
            FACTS.replace("accused=south", &format!("accused={a}"))
        )
    };
    let of = |timeline: &str, side: &str| -> Treatment {
        let found = rows(timeline, 500).into_iter().find(|t| t.side.as_str() == side).expect("a row");
        Treatment { side: armistice_core::agreement::name::ActorId::new("side"), ..found }
    };
    let (north, south) = (timeline("north", " and=warden"), timeline("south", ""));
    assert_eq!(of(&north, "north"), of(&south, "south"));
    assert_eq!(of(&north, "south"), of(&south, "north"));
}
