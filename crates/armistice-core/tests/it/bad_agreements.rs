//! Broken agreement files: each mistake a person may make, and the message that it gets. The snapshot beside this file has
//! every message; a file with several mistakes gets all of their messages.

use crate::agreement::LAKE;
use armistice_core::agreement::parse;
use armistice_core::agreement::problem::{Problem, ProblemCode, Severity};
use expect_test::expect_file;
use std::collections::BTreeSet;

const END: &str = "per_member = 2\nsource = \"text\"";

/// What somebody did, the words of the good file, and what stands there instead. One file each.
const FILES: &[(&str, &str, &str)] = &[
    ("the version of the language is another", "format = 1", "format = 2"),
    ("a key is misspelt", "title = \"Lake truce\"", "titel = \"Lake truce\""),
    ("a title is a number", "title = \"Lake truce\"", "title = 7"),
    ("a quotation mark is missing", "title = \"Lake truce\"", "title = \"Lake truce"),
    ("a date is in quotes", "signed = 2030-01-10", "signed = \"10 January 2030\""),
    ("it takes effect before it is signed", "signed = 2030-01-10", "signed = 2030-01-20"),
    (
        "the time zone is a city that has none",
        "at = 2030-01-15T12:00:00, zone = \"America/New_York\"",
        "at = 2030-01-15T12:00:00, zone = \"America/Rochester\"",
    ),
    ("the clocks skip that time", "at = 2030-01-15T12:00:00", "at = 2030-03-10T02:30:00"),
    ("it ends, and nobody says when", "ends = { at = 2030-07-15T12:00:00, zone = \"America/New_York\" }", ""),
    ("it ends before it begins", "ends = { at = 2030-07", "ends = { at = 2029-07"),
    ("a later version of nothing", "title = \"Lake truce\"", "title = \"Lake truce\"\nversion = 2"),
    (
        "an amendment without a number",
        "title = \"Lake truce\"",
        "title = \"Lake truce\"\namends = \"lake-2029\"\nin_force_from = { at = 2030-03-01T00:00:00, zone = \"America/New_York\" }",
    ),
    (
        "an amendment that reaches back",
        "title = \"Lake truce\"",
        "title = \"Lake truce\"\nversion = 2\namends = \"lake-2029\"\nin_force_from = { at = 2030-01-01T00:00:00, zone = \"America/New_York\" }",
    ),
    ("an id with a space", "id = \"mill-yard\"", "id = \"mill yard\""),
    ("two texts with one id", "id = \"T2\"", "id = \"T1\""),
    ("an actor that is nowhere defined", "belongs_to = \"north\"", "belongs_to = \"norht\""),
    ("an actor that belongs to itself", "belongs_to = \"north\"", "belongs_to = \"north-guard\""),
    ("two actors with one alias", "aliases = [\"southerners\"", "aliases = [\"northerners\""),
    ("a party that is no party", "actor = \"north\"", "actor = \"mill\""),
    ("a text that is not there", "text = \"T1\"", "text = \"T9\""),
    (
        "an act that is not in the taxonomy",
        "acts = [\"shelling\", \"air_strike\"]",
        "acts = [\"shelling\", \"airstrike\"]",
    ),
    ("an act twice", "acts = [\"shelling\", \"air_strike\"]", "acts = [\"shelling\", \"shelling\"]"),
    ("a term that binds nobody", "bearers = [\"north\"]", "bearers = []"),
    ("a clock without its start", "within = \"P14D\", from = \"L.signed\"", "within = \"P14D\""),
    ("a clock in hours", "within = \"P14D\"", "within = \"PT336H\""),
    ("a clock from an event without a date", "from = \"L.signed\"", "from = \"L.effective\""),
    ("one table where a list stands", "[[observers]]", "[observers]"),
    ("a border where there is none", "geometry = \"exact\"", "geometry = \"none\""),
    ("a latitude beyond the pole", "[43.0, -77.0], ", "[143.0, -77.0], "),
    (
        "a border of two points",
        "ring = [[43.0, -77.0], [43.0, -76.0], [44.0, -76.0], [44.0, -77.0]]",
        "ring = [[43.0, -77.0], [43.0, -76.0]]",
    ),
    (
        "a border twice",
        "divisions = [\"Lakeland\"]",
        "divisions = [\"Lakeland\"]\ngeojson = '{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}'",
    ),
    (
        "a border that is a line",
        "ring = [[43.0, -77.0], [43.0, -76.0], [44.0, -76.0], [44.0, -77.0]]",
        "geojson = '{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,0]]}'",
    ),
    (
        "a border that does not close",
        "ring = [[43.0, -77.0], [43.0, -76.0], [44.0, -76.0], [44.0, -77.0]]",
        "geojson = '{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}'",
    ),
    (
        "a line without its course",
        "[[prohibited_acts]]\nid = \"L.1\"",
        "[[scope.lines]]\nid = \"shore\"\nname = \"Shore\"\nkind = \"line of contact\"\ngeometry = \"indicative\"\nsides = [{ actor = \"west\", side = \"west of it\" }]\n\n[[prohibited_acts]]\nid = \"L.1\"",
    ),
    (
        "a constituency twice",
        END,
        "per_member = 2\nsource = \"text\"\nconstituencies = [{ id = \"north\", actors = [\"north\"], present = 3 }, { id = \"north\", actors = [], present = 1 }]",
    ),
    (
        "a modality without its source",
        END,
        "per_member = 2\nsource = \"text\"\n\n[modalities.recusal]\nrule = \"alone\"",
    ),
    (
        "a clock of a case that runs backwards",
        END,
        "per_member = 2\nsource = \"text\"\n\n[modalities.clocks]\nreport_days = -3\nsource = \"text\"",
    ),
    (
        "a condition in prose",
        END,
        "per_member = 2\nsource = \"text\"\n\n[[phases]]\nid = \"P\"\nname = \"Talks\"\nagreed_conditions = [\"when the map is drawn\"]",
    ),
    (
        "a condition that is not closed",
        END,
        "per_member = 2\nsource = \"text\"\n\n[[phases]]\nid = \"P\"\nname = \"Talks\"\nagreed_conditions = [\"all(met(L.5), at(2030-02-01)\"]",
    ),
    (
        "conditions on what is not there",
        END,
        "per_member = 2\nsource = \"text\"\n\n[[phases]]\nid = \"P\"\nname = \"Talks\"\nagreed_conditions = [\"all(met(L.6), no(violations, in: bay, for: P7D))\", \"any(within(P7D, of: M.signed), guarantors_confirm(calm))\"]",
    ),
];

fn problems(text: &str) -> Vec<Problem> {
    let (agreement, problems) = parse(text);
    assert_eq!(agreement.is_none(), problems.iter().any(|p| p.severity() == Severity::Error));
    problems
}

fn broken(from: &str, to: &str) -> String {
    assert!(LAKE.contains(from), "{from:?} is not in the file");
    LAKE.replacen(from, to, 1)
}

#[test]
fn every_mistake_has_a_message_with_its_place_and_what_to_do() {
    assert!(FILES.len() >= 30);
    let mut out = String::new();
    let mut codes = BTreeSet::new();
    for (what, from, to) in FILES {
        let text = broken(from, to);
        let found = problems(&text);
        assert!(!found.is_empty(), "{what}: no problem was found");
        out.push_str(&format!("{what}\n"));
        for p in &found {
            codes.insert(p.code);
            out.push_str(&format!("  {p}\n"));
            // The place is in the file, and both halves of the message are there.
            let lines = u32::try_from(text.lines().count()).expect("short");
            assert!(p.line >= 1 && p.line <= lines + 1 && p.column >= 1, "{what}: {p}");
            assert!(p.sentence.ends_with('.') && p.next_step.len() > 8, "{what}: {p}");
        }
        // A message stands in the table that was broken, or in what was put in.
        let at = LAKE.find(from).expect("there");
        let line_of = |offset: usize| u32::try_from(text[..offset].matches('\n').count() + 1).expect("short");
        let first = text[..at].rfind("\n[").map_or(1, |i| line_of(i + 1));
        let rest = at + to.len();
        let last = line_of(text[rest..].find("\n[").map_or(text.len(), |i| rest + i));
        assert!(
            found.iter().any(|p| p.line >= first && p.line <= last),
            "{what}: no message in lines {first} to {last}"
        );
    }
    expect_file!["bad_agreements.txt"].assert_eq(&out);
    // What nobody does by hand has tests of its own: sizes, depth, and more problems than are listed.
    let elsewhere = ["too-large", "too-deep", "too-long", "bad-number", "more-problems"];
    let missing: Vec<&str> = ProblemCode::ALL
        .iter()
        .filter(|c| !codes.contains(c))
        .map(|c| c.code())
        .filter(|c| !elsewhere.contains(c))
        .collect();
    assert!(missing.is_empty(), "no file shows {missing:?}");
}

#[test]
fn a_file_with_several_mistakes_gets_all_of_their_messages() {
    // Every mistake together with each other one that touches other words, as long as TOML can still be read.
    let readable = |what: &str| !what.contains("quotation mark") && !what.contains("one table");
    let files: Vec<_> = FILES.iter().filter(|(what, _, _)| readable(what)).collect();
    let key = |p: &Problem| (p.code, p.path.clone(), p.sentence.clone());
    let mut pairs = 0;
    for (i, (a, from_a, to_a)) in files.iter().enumerate() {
        let alone: Vec<_> = problems(&broken(from_a, to_a)).iter().map(key).collect();
        for (b, from_b, to_b) in files.iter().skip(i + 1) {
            let first = broken(from_a, to_a);
            // Two mistakes in one place are one mistake.
            if LAKE.find(from_a) == LAKE.find(from_b) || !first.contains(from_b) || to_a.contains(from_b) {
                continue;
            }
            let both: BTreeSet<_> = problems(&first.replacen(from_b, to_b, 1)).iter().map(key).collect();
            let other: Vec<_> = problems(&broken(from_b, to_b)).iter().map(key).collect();
            // Two mistakes may make one key stand twice, which is a third mistake.
            if both.iter().any(|(code, _, _)| *code == ProblemCode::Syntax) {
                continue;
            }
            // A message that lists what is known may list something else when that is broken too; its place and kind stay.
            for (code, path, _) in alone.iter().chain(&other) {
                let found = both.iter().any(|(c, p, _)| c == code && p == path);
                assert!(found || follows(*code), "{a} and {b}: {} {path} is missing from {both:?}", code.code());
            }
            pairs += 1;
        }
    }
    assert!(pairs > 300, "only {pairs} pairs were tried");
}

/// Codes of rules between elements: another mistake in one of the elements may hide them.
fn follows(code: ProblemCode) -> bool {
    matches!(code, ProblemCode::DateOrder | ProblemCode::DanglingId | ProblemCode::Inconsistent | ProblemCode::BadZone)
}
