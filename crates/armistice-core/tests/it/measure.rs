//! Counting: what lies inside a day or a month counts there, everything else is counted as not placed.
#![expect(clippy::unwrap_used, reason = "tests")]

use armistice_core::count::{Count, CountStatus, CountWhat};
use armistice_core::id::IncidentId;
use armistice_core::measure::{self, Held, Row, Series};
use armistice_core::time::{TimeBasis, TimePrecision, When};
use expect_test::{Expect, expect};
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// A row from `from..to`, `?` for an open end; `~` in front for what its source calls a week, `*` for an aggregate; then
/// `in`, `out` or `open`, and a division.
fn row(line: &str) -> Row {
    let words: Vec<&str> = line.split_whitespace().collect();
    let span = words[0].trim_start_matches(['~', '*']);
    let (from, to) = span.split_once("..").unwrap_or((span, span));
    let day = |t: &str| (t != "?").then(|| t.parse::<Date>().unwrap());
    let mut when = When::days(day(from), day(to), TimeBasis::Stated);
    if words[0].contains('~') {
        when.precision = TimePrecision::Week;
    }
    Row {
        incident: IncidentId::of(&[line.as_bytes()]),
        when,
        aggregate: words[0].contains('*'),
        division: words.get(2).map(|d| (*d).to_owned()),
        held: match words[1] {
            "in" => Held::InScope,
            "out" => Held::OutOfScope,
            _ => Held::CannotBeDetermined,
        },
        counts: vec![],
    }
}

fn rows(lines: &[&str]) -> Vec<Row> {
    lines.iter().map(|l| row(l)).collect()
}

fn show(s: &Series) -> String {
    let tally = |t: &measure::Tally| format!("{}/{}/{}", t.in_scope, t.out_of_scope, t.cannot_be_determined);
    let mut out = String::new();
    for b in s.buckets.iter().filter(|b| b.tally.total() > 0) {
        out += &format!("{}..{} {}\n", b.from, b.to, tally(&b.tally));
    }
    let n = &s.not_placed;
    out + &format!(
        "{} buckets, placed {}, not placed {} ({} open, {} aggregates), outside {}\n",
        s.buckets.len(),
        tally(&s.placed),
        tally(&n.tally),
        n.open,
        n.aggregates,
        s.outside
    )
}

fn check(series: &Series, expected: &Expect) {
    expected.assert_eq(&show(series));
}

const WORLD: &[&str] = &[
    "2017-01-01 in Homs",
    "2017-01-01 out Homs",
    "2017-01-31 open Hama",
    // Two days are no day, and a week in a column of one day is no day either.
    "2017-01-05..2017-01-06 in Homs",
    "~2017-01-07 in",
    // Across the turn of the month, before it, open, unknown.
    "2016-12-30..2017-01-02 in",
    "2016-12-30 in",
    "?..2017-01-10 open",
    "?..? open",
    // A year as one row: no day and no month.
    "*2017-01-01..2017-12-28 open",
];

#[test]
fn an_interval_is_placed_only_where_it_lies_wholly() {
    let rows = rows(WORLD);
    let (from, to) = (date(2017, 1, 1), date(2017, 1, 31));
    check(
        &measure::daily(&rows, from, to),
        &expect![[r#"
            2017-01-01..2017-01-01 1/1/0
            2017-01-31..2017-01-31 0/0/1
            31 buckets, placed 1/1/1, not placed 3/0/2 (2 open, 1 aggregates), outside 1
        "#]],
    );
    check(
        &measure::monthly(&rows, date(2016, 12, 30), date(2017, 2, 3)),
        &expect![[r#"
            2016-12-30..2016-12-31 1/0/0
            2017-01-01..2017-01-31 3/1/1
            3 buckets, placed 4/1/1, not placed 1/0/2 (2 open, 1 aggregates), outside 0
        "#]],
    );
    // Even a period that holds all of the aggregate does not make an event of it.
    check(
        &measure::period(&rows, date(2016, 12, 1), date(2017, 12, 31)),
        &expect![[r#"
            2016-12-01..2017-12-31 5/1/1
            1 buckets, placed 5/1/1, not placed 0/0/2 (2 open, 1 aggregates), outside 0
        "#]],
    );
    check(
        &measure::daily(&rows, to, from),
        &expect![[r#"
            0 buckets, placed 0/0/0, not placed 0/0/0 (0 open, 0 aggregates), outside 10
        "#]],
    );
    let divisions = measure::by_division(&rows, from, to);
    let known: Vec<_> = divisions.iter().map(|(d, t)| (d.as_deref().unwrap_or("?"), t.total())).collect();
    assert_eq!(known, [("?", 1), ("Hama", 1), ("Homs", 3)]);
}

#[test]
fn a_trend_compares_totals_of_equal_windows() {
    let lines: Vec<String> = (0..10)
        .map(|i| format!("2016-12-{} out", 20 + i))
        .chain(["2016-12-30 in", "2017-01-03 open", "*2017-01-01..2017-12-28 open"].map(str::to_owned))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let t = measure::trend(&rows(&lines), date(2016, 12, 30), 10);
    assert_eq!((t.before.placed.total(), t.after.placed.total(), t.change_permille), (10, 2, Some(-800)));
    assert_eq!((t.after.not_placed.aggregates, t.after.buckets[0].to), (1, date(2017, 1, 8)));
    assert_eq!(measure::trend(&[], date(2016, 12, 30), 10).change_permille, None, "nothing before is no change");
}

#[test]
fn a_status_is_never_added_to_another() {
    let killed = |status, min, best, max| Count { what: CountWhat::Killed, status, min, best, max };
    let mut world = rows(&["2017-01-22 open Homs", "2017-01-22 in Homs", "*2017-01-01..2017-01-28 open"]);
    world[0].counts = vec![
        killed(CountStatus::Civilians, Some(8), None, Some(9)),
        killed(CountStatus::Unknown, Some(5), Some(5), Some(5)),
    ];
    world[1].counts = vec![killed(CountStatus::Civilians, Some(3), Some(3), None)];
    world[2].counts = vec![killed(CountStatus::Unknown, Some(600), Some(600), Some(600))];
    let (events, aggregates) = measure::figures(&world, date(2017, 1, 1), date(2017, 1, 31));
    let words = |f: &measure::Figure| (f.status, f.least, f.most, f.given, f.incidents);
    assert_eq!(
        events.iter().map(words).collect::<Vec<_>>(),
        [(CountStatus::Civilians, 11, None, None, 2), (CountStatus::Unknown, 5, Some(5), Some(5), 1)]
    );
    assert_eq!(
        aggregates.iter().map(words).collect::<Vec<_>>(),
        [(CountStatus::Unknown, 600, Some(600), Some(600), 1)]
    );
}

proptest! {
    /// Every row is counted once: placed, not placed or outside; and no bucket holds what is longer than it.
    #[test]
    fn nothing_is_lost_and_nothing_counted_twice(
        spans in prop::collection::vec((0i64..60, 0i64..12, any::<bool>(), any::<bool>()), 0..40),
    ) {
        let start = date(2017, 1, 1);
        let rows: Vec<Row> = spans.iter().map(|(from, length, open, aggregate)| {
            let a = start.saturating_add(jiff::Span::new().days(*from));
            let b = a.saturating_add(jiff::Span::new().days(*length));
            Row {
                incident: IncidentId::of(&[format!("{from}{length}").as_bytes()]),
                when: When::days(Some(a), (!open).then_some(b), TimeBasis::Stated),
                aggregate: *aggregate,
                division: None,
                held: Held::InScope,
                counts: vec![],
            }
        }).collect();
        for s in [measure::daily(&rows, start, date(2017, 1, 20)), measure::monthly(&rows, start, date(2017, 2, 10))] {
            let n = &s.not_placed;
            prop_assert_eq!(s.placed.total() + n.incidents.len() as u64 + s.outside, rows.len() as u64);
            prop_assert_eq!(n.tally.total() + n.aggregates, n.incidents.len() as u64);
            prop_assert_eq!(s.placed.total(), s.buckets.iter().map(|b| b.tally.total()).sum::<u64>());
        }
        let day = measure::daily(&rows, start, date(2017, 1, 20));
        let single = spans.iter().filter(|(f, l, o, a)| *l == 0 && !o && !a && *f < 20).count();
        prop_assert_eq!(day.placed.total(), single as u64);
    }
}
