//! Resolving the words of a time: one table, and the text form of moments.

use armistice_core::time::{
    Anchor, Direction, Moment, PartOfDay, Tense, TimeBasis, TimeExpr, TimePrecision, Unit, When, resolve,
};
use jiff::civil::{Date, Weekday};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse::<Moment>().expect("a day").date
}

/// `2021-05-12`, `2021-05-10..2021-05-12`, `2021-05-10..`, `..2021-05-12`, or `?`.
fn when(text: &str, basis: TimeBasis) -> When {
    let end = |t: &str| (!t.is_empty()).then(|| t.parse::<Moment>().expect("a moment"));
    match text.split_once("..") {
        _ if text == "?" => When::unknown(TimeBasis::NotStated),
        Some((a, b)) => {
            let (a, b) = (end(a), end(b));
            When { from: a, to: b, ..When::days(a.map(|m| m.date), b.map(|m| m.date), basis) }
        }
        None => When { from: end(text), to: end(text), ..When::day(end(text).expect("a day").date, basis) },
    }
}

fn show(w: &When) -> String {
    let end = |m: Option<Moment>| m.map_or(String::new(), |m| m.to_string());
    let range =
        if w.from == w.to && w.from.is_some() { end(w.from) } else { format!("{}..{}", end(w.from), end(w.to)) };
    format!("{range} {:?} {:?}", w.precision, w.basis)
}

fn cal(y: Option<i16>, m: Option<i8>, d: Option<i8>) -> TimeExpr {
    TimeExpr::Calendar { year: y, month: m, day: d, weekday: None }
}
fn wcal(y: Option<i16>, m: i8, d: i8, weekday: Weekday) -> TimeExpr {
    TimeExpr::Calendar { year: y, month: Some(m), day: Some(d), weekday: Some(weekday) }
}
fn wd(weekday: Weekday, direction: Direction) -> TimeExpr {
    TimeExpr::Weekday { weekday, direction }
}
fn mon(month: i8, direction: Direction) -> TimeExpr {
    TimeExpr::Month { month, direction }
}
fn off(amount: i32, unit: Unit) -> TimeExpr {
    TimeExpr::Offset { amount, unit, approx: false }
}
fn about(amount: i32, unit: Unit) -> TimeExpr {
    TimeExpr::Offset { amount, unit, approx: true }
}
fn past(amount: Option<u32>, unit: Unit) -> TimeExpr {
    TimeExpr::Past { amount, unit }
}
fn clock(hour: i8, minute: i8, offset_minutes: Option<i16>, day: Option<TimeExpr>) -> TimeExpr {
    TimeExpr::Clock { hour, minute, offset_minutes, day: day.map(Box::new) }
}
fn part(part: PartOfDay, day: Option<TimeExpr>) -> TimeExpr {
    TimeExpr::PartOfDay { part, day: day.map(Box::new) }
}
fn columns(a: &str, b: &str, precision: TimePrecision) -> TimeExpr {
    TimeExpr::Columns { from: day(a), to: day(b), precision }
}
fn since(e: TimeExpr) -> TimeExpr {
    TimeExpr::Since(Box::new(e))
}
fn between(a: TimeExpr, b: TimeExpr) -> TimeExpr {
    TimeExpr::Between(Box::new(a), Box::new(b))
}

#[track_caller]
fn check(anchor: &str, zone: Option<&str>, tense: Tense, expr: &TimeExpr, expected: &str) {
    let anchor = Anchor {
        published: when(anchor, TimeBasis::PublicationLine),
        zone: zone.map(str::to_owned),
        agreement_effective: Some(day("2019-06-01")),
    };
    assert_eq!(show(&resolve(expr, &anchor, tense)), expected, "{expr:?} from {anchor:?}");
}

#[test]
fn every_expression() {
    use Direction::{Future as Next, Nearest, Past as Prev};
    use Tense::{Future, Past, Unknown};
    use Weekday::{Friday, Monday, Sunday, Thursday, Tuesday, Wednesday};
    // 2021-05-12 is a Wednesday, 2020 a leap year.
    let w = "2021-05-12";
    let rows: Vec<(&str, Tense, TimeExpr, &str)> = vec![
        // Calendar dates.
        (w, Past, cal(Some(2021), Some(5), Some(10)), "2021-05-10 Day Stated"),
        ("?", Past, cal(Some(2021), Some(5), Some(10)), "2021-05-10 Day Stated"),
        (w, Past, wcal(Some(2021), 5, 10, Monday), "2021-05-10 Day Stated"),
        (w, Past, wcal(Some(2021), 5, 10, Tuesday), ".. Unknown Unresolved"),
        (w, Past, cal(Some(2021), Some(2), Some(29)), ".. Unknown Unresolved"),
        (w, Past, cal(Some(2020), Some(2), Some(29)), "2020-02-29 Day Stated"),
        (w, Past, cal(Some(2020), Some(2), None), "2020-02-01..2020-02-29 Month Stated"),
        (w, Past, cal(Some(2019), None, None), "2019-01-01..2019-12-31 Year Stated"),
        (w, Past, cal(Some(2019), None, Some(3)), ".. Unknown Unresolved"),
        (w, Past, cal(None, None, None), ".. Unknown Unresolved"),
        // The year from the anchor.
        (w, Past, cal(None, Some(5), Some(10)), "2021-05-10 Day YearInferred"),
        (w, Past, cal(None, Some(6), Some(10)), "2020-06-10 Day YearInferred"),
        (w, Future, cal(None, Some(5), Some(10)), "2022-05-10 Day YearInferred"),
        (w, Unknown, cal(None, Some(6), Some(10)), "2021-06-10 Day YearInferred"),
        ("2021-01-03", Unknown, cal(None, Some(12), Some(30)), "2020-12-30 Day YearInferred"),
        ("2020-12-30", Unknown, cal(None, Some(1), Some(2)), "2021-01-02 Day YearInferred"),
        ("2020-12-30..2021-01-03", Past, cal(None, Some(1), Some(1)), ".. Unknown Unresolved"),
        (w, Past, wcal(None, 5, 10, Monday), "2021-05-10 Day YearInferred"),
        (w, Past, wcal(None, 5, 10, Friday), ".. Unknown Unresolved"),
        (w, Past, cal(None, Some(2), Some(29)), "2020-02-29 Day YearInferred"),
        ("?", Past, cal(None, Some(5), Some(10)), ".. Unknown Unresolved"),
        // The year from the weekday, between the agreement (2019-06-01) or the anchor's begin, and the anchor's end.
        ("..2022-01-01", Past, wcal(None, 5, 10, Monday), "2021-05-10 Day YearInferred"),
        ("2016-01-01..2022-01-01", Past, wcal(None, 5, 10, Monday), "2021-05-10 Day YearInferred"),
        ("2010-01-01..2022-01-01", Past, wcal(None, 5, 10, Monday), ".. Unknown Unresolved"),
        ("2010-01-01..", Past, wcal(None, 5, 10, Monday), ".. Unknown Unresolved"),
        ("?", Past, wcal(None, 5, 10, Monday), ".. Unknown Unresolved"),
        ("..2022-01-01", Past, cal(None, Some(5), Some(10)), ".. Unknown Unresolved"),
        // A day of the month.
        (w, Past, cal(None, None, Some(10)), "2021-05-10 Day RelativeToPublication"),
        (w, Past, cal(None, None, Some(30)), "2021-04-30 Day RelativeToPublication"),
        (w, Past, cal(None, None, Some(31)), "2021-03-31 Day RelativeToPublication"),
        (w, Future, cal(None, None, Some(10)), "2021-06-10 Day RelativeToPublication"),
        // Weekdays.
        (w, Past, wd(Monday, Nearest), "2021-05-10 Day RelativeToPublication"),
        (w, Past, wd(Wednesday, Nearest), "2021-05-12 Day RelativeToPublication"),
        (w, Past, wd(Thursday, Nearest), "2021-05-06 Day RelativeToPublication"),
        (w, Future, wd(Thursday, Nearest), "2021-05-13 Day RelativeToPublication"),
        (w, Unknown, wd(Thursday, Nearest), "2021-05-13 Day RelativeToPublication"),
        (w, Past, wd(Thursday, Next), "2021-05-13 Day RelativeToPublication"),
        (w, Future, wd(Thursday, Prev), "2021-05-06 Day RelativeToPublication"),
        ("2021-01-02", Past, wd(Thursday, Nearest), "2020-12-31 Day RelativeToPublication"),
        ("2021-05-10..2021-05-12", Past, wd(Monday, Nearest), "2021-05-10 Day RelativeToPublication"),
        ("2021-05-10..2021-05-12", Past, wd(Tuesday, Nearest), "2021-05-04..2021-05-11 Month RelativeToPublication"),
        ("2021-05-10..", Past, wd(Monday, Nearest), "2021-05-10.. Period RelativeToPublication"),
        ("..2021-05-12", Past, wd(Monday, Nearest), "..2021-05-10 Period RelativeToPublication"),
        ("?", Past, wd(Monday, Nearest), ".. Unknown Unresolved"),
        // Months.
        (w, Past, mon(12, Nearest), "2020-12-01..2020-12-31 Month RelativeToPublication"),
        (w, Past, mon(5, Nearest), "2021-05-01..2021-05-31 Month RelativeToPublication"),
        (w, Future, mon(2, Nearest), "2022-02-01..2022-02-28 Month RelativeToPublication"),
        (w, Unknown, mon(4, Prev), "2021-04-01..2021-04-30 Month RelativeToPublication"),
        ("2020-12-30..2021-01-03", Past, mon(1, Nearest), "2020-01-01..2021-01-31 Period RelativeToPublication"),
        (w, Past, mon(13, Nearest), ".. Unknown Unresolved"),
        // Offsets.
        (w, Past, off(0, Unit::Day), "2021-05-12 Day RelativeToPublication"),
        (w, Past, off(-1, Unit::Day), "2021-05-11 Day RelativeToPublication"),
        ("2020-03-01", Past, off(-1, Unit::Day), "2020-02-29 Day RelativeToPublication"),
        ("2021-01-01", Past, off(-1, Unit::Day), "2020-12-31 Day RelativeToPublication"),
        (w, Future, off(1, Unit::Day), "2021-05-13 Day RelativeToPublication"),
        (w, Past, about(-10, Unit::Day), "2021-04-30..2021-05-05 Days RelativeToPublication"),
        ("2021-05-10..2021-05-12", Past, off(-1, Unit::Day), "2021-05-09..2021-05-11 Days RelativeToPublication"),
        (w, Past, off(-1, Unit::Week), "2021-05-03..2021-05-09 Week RelativeToPublication"),
        (w, Past, off(0, Unit::Week), "2021-05-10..2021-05-16 Week RelativeToPublication"),
        (w, Future, off(1, Unit::Week), "2021-05-17..2021-05-23 Week RelativeToPublication"),
        ("2021-05-16", Past, off(-1, Unit::Week), "2021-05-03..2021-05-15 Month RelativeToPublication"),
        (w, Past, off(-3, Unit::Week), "2021-04-15..2021-04-24 Month RelativeToPublication"),
        (w, Past, about(-1, Unit::Week), "2021-04-26..2021-05-11 Month RelativeToPublication"),
        (w, Past, off(-1, Unit::Month), "2021-04-01..2021-04-30 Month RelativeToPublication"),
        ("2021-01-31", Past, off(-1, Unit::Month), "2020-12-01..2020-12-31 Month RelativeToPublication"),
        ("2020-12-31..2021-01-02", Past, off(-1, Unit::Month), "2020-11-01..2020-12-31 Year RelativeToPublication"),
        (w, Past, off(-3, Unit::Month), "2021-01-13..2021-02-27 Year RelativeToPublication"),
        (w, Past, off(-1, Unit::Year), "2020-01-01..2020-12-31 Year RelativeToPublication"),
        (w, Past, off(-2, Unit::Year), "2018-05-13..2019-11-10 Period RelativeToPublication"),
        (w, Past, off(-5, Unit::Hour), "2021-05-11..2021-05-12 Days RelativeToPublication"),
        ("2021-05-12T02:30Z", Past, off(-5, Unit::Hour), "2021-05-11T21:30Z Hour RelativeToPublication"),
        ("?", Past, off(-1, Unit::Month), ".. Unknown Unresolved"),
        (w, Past, off(i32::MIN, Unit::Year), ".. Unknown Unresolved"),
        // Stretches.
        (w, Past, past(Some(24), Unit::Hour), "2021-05-11..2021-05-12 Days RelativeToPublication"),
        (w, Past, past(Some(2), Unit::Week), "2021-04-28..2021-05-12 Month RelativeToPublication"),
        (w, Past, past(None, Unit::Week), "..2021-05-12 Period RelativeToPublication"),
        ("2021-05-12..", Past, past(Some(1), Unit::Week), ".. Unknown Unresolved"),
        (w, Past, since(cal(Some(2015), Some(3), None)), "2015-03-01..2021-05-12 Period Stated"),
        ("?", Past, since(cal(Some(2015), Some(3), None)), "2015-03-01.. Period Stated"),
        (w, Past, since(wd(Monday, Nearest)), "2021-05-10..2021-05-12 Period RelativeToPublication"),
        (w, Past, since(cal(Some(2030), None, None)), ".. Unknown Unresolved"),
        (
            w,
            Past,
            between(cal(None, None, Some(3)), cal(None, Some(5), Some(5))),
            "2021-05-03..2021-05-05 Days YearInferred",
        ),
        (
            w,
            Past,
            between(cal(None, Some(12), Some(28)), cal(Some(2021), Some(1), Some(3))),
            "2020-12-28..2021-01-03 Week Stated",
        ),
        (
            w,
            Past,
            between(wd(Friday, Nearest), wd(Sunday, Nearest)),
            "2021-05-07..2021-05-09 Days RelativeToPublication",
        ),
        (w, Past, between(cal(Some(2021), None, None), cal(Some(2019), None, None)), ".. Unknown Unresolved"),
        // Columns.
        (w, Past, columns("2021-01-01", "2021-12-28", TimePrecision::Day), "2021-01-01..2021-12-28 Year DataColumn"),
        (w, Past, columns("2021-01-01", "2021-01-01", TimePrecision::Month), "2021-01-01 Month DataColumn"),
        (w, Past, columns("2021-01-02", "2021-01-01", TimePrecision::Day), ".. Unknown Unresolved"),
    ];
    for (anchor, tense, expr, expected) in rows {
        check(anchor, None, tense, &expr, expected);
    }
}

#[test]
fn clocks_and_parts_of_days() {
    let kyiv = Some("Europe/Kyiv");
    let w = "2021-05-12";
    let on = |text: &str| {
        let d = day(text);
        Some(cal(Some(d.year()), Some(d.month()), Some(d.day())))
    };
    let rows: Vec<(&str, Option<&str>, TimeExpr, &str)> = vec![
        // The words' own offset beats the zone.
        (w, kyiv, clock(14, 0, Some(360), None), "2021-05-12T14:00+06:00 Hour RelativeToPublication"),
        (w, None, clock(14, 5, None, None), "2021-05-12T14:05 Minute RelativeToPublication"),
        (w, kyiv, clock(14, 5, None, None), "2021-05-12T14:05+03:00 Minute RelativeToPublication"),
        (w, kyiv, clock(14, 5, None, on("2021-01-12")), "2021-01-12T14:05+02:00 Minute Stated"),
        // Zones as they were: this one moved from +06 to +05 in 2024.
        (w, Some("Asia/Almaty"), clock(14, 0, None, on("2023-12-01")), "2023-12-01T14:00+06:00 Hour Stated"),
        (w, Some("Asia/Almaty"), clock(14, 0, None, on("2024-12-01")), "2024-12-01T14:00+05:00 Hour Stated"),
        // The hour that the clocks leave out, and the one that they repeat.
        (w, kyiv, clock(3, 30, None, on("2021-03-28")), "2021-03-28T03:30 Minute Stated"),
        (w, kyiv, clock(3, 30, None, on("2021-10-31")), "2021-10-31T03:30 Minute Stated"),
        (w, Some("Nowhere/Atall"), clock(9, 0, None, None), "2021-05-12T09:00 Hour RelativeToPublication"),
        (w, None, clock(24, 0, None, on("2020-12-31")), "2021-01-01T00:00 Hour Stated"),
        (w, None, clock(25, 0, None, None), ".. Unknown Unresolved"),
        (
            "2021-05-11..2021-05-12",
            None,
            clock(9, 0, None, None),
            "2021-05-11T09:00..2021-05-12T09:00 Days RelativeToPublication",
        ),
        ("?", None, clock(9, 0, None, None), ".. Unknown Unresolved"),
        (w, None, part(PartOfDay::Morning, None), "2021-05-12T05:00..2021-05-12T12:00 PartOfDay RelativeToPublication"),
        (
            w,
            kyiv,
            part(PartOfDay::Evening, on("2021-01-12")),
            "2021-01-12T17:00+02:00..2021-01-12T22:00+02:00 PartOfDay Stated",
        ),
        (w, None, part(PartOfDay::Night, on("2020-12-31")), "2020-12-31T20:00..2021-01-01T05:00 PartOfDay Stated"),
        (
            w,
            None,
            part(PartOfDay::Overnight, None),
            "2021-05-11T20:00..2021-05-12T08:00 PartOfDay RelativeToPublication",
        ),
        (w, None, part(PartOfDay::Overnight, on("2021-05-10")), "2021-05-09T20:00..2021-05-11T08:00 Days Stated"),
        ("?", None, part(PartOfDay::Night, None), ".. Unknown Unresolved"),
    ];
    for (anchor, zone, expr, expected) in rows {
        check(anchor, zone, Tense::Past, &expr, expected);
    }
}

#[test]
fn moments_that_are_none() {
    for text in [
        "",
        "2021",
        "2021-5-12",
        "2021-02-30",
        "2021-05-12T",
        "2021-05-12 08:00",
        "2021-05-12T8:00",
        "2021-05-12T25:00",
        "2021-05-12T08:00+00:00",
        "2021-05-12T08:00+24:00",
        "2021-05-12T08:00+06:60",
        "2021-05-12T08:00z",
        "2021-05-1２",
        "2021-05-12T08:00Z ",
        "+021-05-12",
    ] {
        assert!(text.parse::<Moment>().is_err(), "{text:?}");
    }
}

fn dates() -> impl Strategy<Value = Date> {
    (1i16..=9998, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).expect("a date"))
}

fn exprs() -> impl Strategy<Value = TimeExpr> {
    let unit = prop::sample::select(vec![Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year]);
    let direction = prop::sample::select(vec![Direction::Past, Direction::Future, Direction::Nearest]);
    let leaf = prop_oneof![
        (any::<Option<i16>>(), any::<Option<i8>>(), any::<Option<i8>>()).prop_map(|(y, m, d)| cal(y, m, d)),
        (any::<i8>(), direction).prop_map(|(m, d)| mon(m, d)),
        (any::<i32>(), unit.clone(), any::<bool>()).prop_map(|(amount, unit, approx)| TimeExpr::Offset {
            amount,
            unit,
            approx
        }),
        (any::<Option<u32>>(), unit).prop_map(|(n, u)| past(n, u)),
        (any::<i8>(), any::<i8>(), any::<Option<i16>>()).prop_map(|(h, m, o)| clock(h, m, o, None)),
    ];
    leaf.prop_recursive(4, 16, 2, |inner| {
        prop_oneof![inner.clone().prop_map(since), (inner.clone(), inner).prop_map(|(a, b)| between(a, b))]
    })
}

proptest! {
    #[test]
    fn moments_round_trip(date in dates(), clock in any::<Option<(bool, u8, u8)>>(), offset in -1439i16..=1439) {
        let time = clock.map(|(_, h, m)| jiff::civil::time((h % 24).cast_signed(), (m % 60).cast_signed(), 0, 0));
        let offset_minutes = clock.filter(|c| c.0).map(|_| offset);
        let moment = Moment { date, time, offset_minutes };
        prop_assert_eq!(moment.to_string().parse::<Moment>(), Ok(moment));
    }

    #[test]
    fn parsing_never_panics(text in ".{0,40}") {
        if let Ok(m) = text.parse::<Moment>() {
            prop_assert_eq!(m.to_string(), text);
        }
    }

    /// No panic, no interval that ends before it begins, and nothing relative without an anchor.
    #[test]
    fn intervals_are_in_order(expr in exprs(), a in dates(), days in 0i64..400, known in any::<bool>()) {
        let b = a.saturating_add(jiff::Span::new().days(days));
        let published = if known { When::days(Some(a), Some(b), TimeBasis::Metadata) } else { When::unknown(TimeBasis::NotStated) };
        let anchor = Anchor { published, zone: None, agreement_effective: None };
        for tense in [Tense::Past, Tense::Future, Tense::Unknown] {
            let w = resolve(&expr, &anchor, tense);
            if let (Some(f), Some(t)) = (w.from, w.to) {
                prop_assert!(f.date <= t.date, "{w:?}");
            }
            if !known {
                prop_assert_ne!(w.basis, TimeBasis::RelativeToPublication);
            }
        }
    }

    /// A wider anchor never gives a narrower result, and always one that holds the narrow one.
    #[test]
    fn wider_anchor_wider_result(amount in -40i32..=40, a in dates(), days in 0i64..40, inside in 0i64..40) {
        wider(amount, a, days, inside)?;
    }
}

/// Anchors that end on a Sunday and began before it: "next week" of that Sunday begins before that of the days before it.
#[test]
fn a_sunday_in_an_anchor() {
    for (amount, a, days, inside) in
        [(1, "6407-10-27", 1, 1), (1, "6060-09-06", 6, 6), (0, "2021-05-16", 3, 0), (-1, "2021-05-15", 20, 1)]
    {
        wider(amount, day(a), days, inside).expect("the wide result holds the narrow one");
    }
    let open = When::days(Some(day("2021-05-12")), None, TimeBasis::Metadata);
    let anchor = Anchor { published: open, zone: None, agreement_effective: None };
    let next = resolve(&TimeExpr::Offset { amount: 1, unit: Unit::Week, approx: false }, &anchor, Tense::Future);
    assert_eq!(show(&next), "2021-05-16.. Period RelativeToPublication");
}

fn wider(amount: i32, a: Date, days: i64, inside: i64) -> Result<(), TestCaseError> {
    let b = a.saturating_add(jiff::Span::new().days(days));
    let mid = a.saturating_add(jiff::Span::new().days(inside.min(days)));
    for unit in [Unit::Day, Unit::Week, Unit::Month, Unit::Year] {
        for approx in [false, true] {
            let expr = TimeExpr::Offset { amount, unit, approx };
            let at =
                |published| resolve(&expr, &Anchor { published, zone: None, agreement_effective: None }, Tense::Past);
            let wide = at(When::days(Some(a), Some(b), TimeBasis::Metadata));
            let narrow = at(When::day(mid, TimeBasis::Metadata));
            prop_assert!(wide.from.is_none() || wide.from <= narrow.from, "{wide:?} {narrow:?}");
            prop_assert!(wide.to.is_none() || wide.to >= narrow.to, "{wide:?} {narrow:?}");
        }
    }
    Ok(())
}
