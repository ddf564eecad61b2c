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
    check("", &expect![[""]]);
    check("format = 2\n[[bulletins]]\n", &expect![[""]]);
    check("format = 1\n[[call]\n", &expect![[""]]);
    check("format = 1\nbulletin = 3\n", &expect![[""]]);
    check(
        "format = 1\n[[bulletin]]\nrecorder = \"\"\nperiod = { from = 2021-05-12, to = 2021-05-11 }\nunit = \
         \"bullets\"\ntotal = -1\nrows = [{ place = 3 }, 4]\nconfirmations = [{ of = \"b\", confirmed = 3, out_of = 2 }]\n",
        &expect![[""]],
    );
    check(
        "format = 1\n[[call]]\nanswers = \"c9\"\nname = \"c1\"\nfrom = \"a\"\nto = \"b\"\nat = 2021-05-12T08:00:07Z\ntext = \
         \"x\"\nanswer_by = 2021-05-12\n",
        &expect![[""]],
    );
    check(
        "format = 1\n[[call]]\nanswers = \"c1\"\nfrom = \"a\"\nto = \"b\"\nat = 2021-05-12T08:00:00Z\ntext = \"x\"\n[[call]]\nname \
         = \"c1\"\nfrom = \"a\"\nto = \"b\"\nat = 2021-05-12T08:00:00Z\ntext = \"x\"\n",
        &expect![[""]],
    );
    check(
        "format = 1\n[[observation]]\nwhat = \"shot\"\nmeans = \"heard\"\nwhen = \"unknown\"\nnumber = { min = 5, max = 3 }\nsite = \
         { text = \"a province\", precision = \"admin1\", lat = 34.8, lon = 36.5 }\n",
        &expect![[""]],
    );
    check(
        "format = 1\n[[obligation]]\nobligation = \"o\"\nperformance = \"done\"\naccording_to = \"a\"\nwhen = \
         2021-05-12\nextended_to = 2021-05-13\n",
        &expect![[""]],
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
