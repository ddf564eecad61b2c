//! The reader of ledger files: every problem with its line, nothing filled in, no bytes that make it panic.

use armistice::ledger_file::{ENTRIES_MAX, FILE_MAX, begin, id, read};
use armistice_core::statement::{ledger::Ledger, wire::Number};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;

fn check(text: &str, expected: &Expect) {
    let (entries, problems) = read(text.as_bytes());
    let mut out = String::new();
    for e in entries {
        let _ = writeln!(out, "{}: {}", e.line, e.body.kind());
    }
    for p in problems {
        let _ = writeln!(out, "{p}");
    }
    expected.assert_eq(&out);
}

#[test]
fn problems_say_where_and_what() {
    check(
        "",
        &expect![[r#"
        line 1: `format` is missing. Write format = 1 first.
    "#]],
    );
    check(
        "format = 2\n[[bulletins]]\n",
        &expect![[r#"
        line 1: this format is not known. Write format = 1.
        line 2: `bulletins` is no ledger. The ledgers are bulletin, listed, observation, coverage, access, call, obligation, source_grade, information_grade, coding, checked, withdrawn.
    "#]],
    );
    check(
        "format = 1\n[[call]\n",
        &expect![[r#"
        line 2: this is not TOML: unclosed array table, expected `]`. See https://toml.io for the syntax.
    "#]],
    );
    check(
        "format = 1\nbulletin = 3\n",
        &expect![[r#"
        line 2: `bulletin` is no list of tables. Write [[bulletin]].
    "#]],
    );
    check(
        "format = 1\n[[bulletin]]\nrecorder = \"\"\nperiod = { from = 2021-05-12, to = 2021-05-11 }\nunit = \
         \"bullets\"\ntotal = -1\nrows = [{ place = 3 }, 4]\nconfirmations = [{ of = \"b\", confirmed = 3, out_of = 2 }]\n",
        &expect![[r#"
            line 2: `publisher` is missing. See docs/ledgers.md.
            line 2: `standing` is missing. See docs/ledgers.md.
            line 3: `recorder` is empty. Leave out what is not known.
            line 4: `period` ends before it begins. Correct one of the two.
            line 5: `bullets` is no word for `unit`. The words are violations, incidents, complaints, fatal_events, observations.
            line 6: `total` is below zero. Leave out what is not stated.
            line 7: `place` is no text. Write it in quotes.
            line 7: an item of `rows` is no table. Write { … }.
            line 8: more are confirmed than there are. Correct one of the two.
        "#]],
    );
    check(
        "format = 1\n[[call]]\nanswers = \"c9\"\nname = \"c1\"\nfrom = \"a\"\nto = \"b\"\nat = 2021-05-12T08:00:07Z\ntext = \
         \"x\"\nanswer_by = 2021-05-12\n",
        &expect![[r#"
            line 2: an answer begins nothing, so it needs no name. Answer the first entry each time.
            line 7: `at` is no date or time. Write 2021-05-12, "2021-05-12T14:00", "2021-05-12T08:00Z" or "2021-05-12T14:00+06:00".
            line 9: `answer_by` is not exact. Give the hour and its distance from UTC, such as 2021-05-12T14:00+06:00.
        "#]],
    );
    check(
        "format = 1\n[[call]]\nanswers = \"c1\"\nfrom = \"a\"\nto = \"b\"\nat = 2021-05-12T08:00:00Z\ntext = \"x\"\n[[call]]\nname \
         = \"c1\"\nfrom = \"a\"\nto = \"b\"\nat = 2021-05-12T08:00:00Z\ntext = \"x\"\n",
        &expect![[r#"
            8: call_logged
            line 2: `c1` is no entry of this kind above that can be taken. Answer an entry that stands above, by its name, or one that was recorded before, by its id.
        "#]],
    );
    check(
        "format = 1\n[[observation]]\nwhat = \"shot\"\nmeans = \"heard\"\nwhen = \"unknown\"\nnumber = { min = 5, max = 3 }\nsite = \
         { text = \"a province\", precision = \"admin1\", lat = 34.8, lon = 36.5 }\n",
        &expect![[r#"
            line 6: the bounds of `number` are in the wrong order. min ≤ best ≤ max.
            line 7: the point does not fit. Give lat and lon together, and only with precision exact, settlement or near.
        "#]],
    );
    check(
        "format = 1\n[[obligation]]\nobligation = \"o\"\nperformance = \"done\"\naccording_to = \"a\"\nwhen = \
         2021-05-12\nextended_to = 2021-05-13\n",
        &expect![[r#"
            line 2: the new day does not fit. Write extended_to with performance = "extended", and with nothing else.
        "#]],
    );
}

#[test]
fn what_is_not_written_is_not_stated() {
    let text = "format = 1\n[[observation]]\nwhat = \"shot\"\nmeans = \"heard\"\nwhen = \"unknown\"\n";
    let (entries, problems) = read(text.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    let Ledger::Observation(o) = &entries[0].body else { panic!("an observation") };
    assert_eq!((o.number, o.when.from, o.when.to), (Number::default(), None, None));
}

#[test]
fn limits_hold() {
    let (entries, problems) = read(&vec![b'#'; FILE_MAX + 1]);
    assert!(entries.is_empty() && problems[0].what.contains("at most"));
    let one = "[[coding]]\nthing=\"t\"\nfield=\"f\"\nvalue=\"v\"\ncoder=\"c\"\n";
    let (entries, problems) = read(format!("format = 1\n{}", one.repeat(ENTRIES_MAX)).as_bytes());
    assert_eq!((entries.len(), problems.len()), (ENTRIES_MAX, 0));
    let (entries, problems) = read(format!("format = 1\n{}", one.repeat(ENTRIES_MAX + 1)).as_bytes());
    assert_eq!((entries.len(), problems.len()), (0, 1));
    let long = format!("format = 1\n[[withdrawn]]\ndocument = \"x\"\nby = \"{}\"\nwhy = \"w\"\n", "x".repeat(201));
    assert_eq!(read(long.as_bytes()).1.len(), 2);
}

#[test]
fn an_id_is_that_of_the_statement_that_begins_it() {
    let text =
        "format = 1\n[[coverage]]\narea = \"North\"\nperiod = 2021-05-12\nmeans = \"post\"\nwatch = \"observed\"\n";
    let mut body = read(text.as_bytes()).0.remove(0).body;
    begin(&mut body, "m", "a", 7, None);
    let expected = armistice_core::id::CoverageId::begun("m", "a", 7);
    assert_eq!(id(&body), Some(expected.as_str()));
}

proptest! {
    #[test]
    fn any_text_is_entries_or_problems(
        lines in proptest::collection::vec(
            prop_oneof![
                Just("format = 1".to_owned()),
                "\\[\\[(bulletin|call|coverage|observation|listed)\\]\\]",
                "(recorder|period|when|rows|number|at|site) = ",
                "(area|means|watch|text|from|to) = \"[a-z ]{0,9}\"",
                "(period|when|at|number|total) = [0-9:T.-]{1,12}",
                "(rows|confirmations) = \\[\\{\\},[0-9]\\]",
                "\\PC{0,20}",
            ],
            0..12,
        ),
    ) {
        let text = lines.join("\n");
        let (entries, problems) = read(text.as_bytes());
        prop_assert!(!entries.is_empty() || !problems.is_empty());
        let last = text.lines().count().max(1);
        for p in problems {
            prop_assert!((1..=last).contains(&p.line), "{p}");
        }
    }
}
