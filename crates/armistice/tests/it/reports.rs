//! The accountability report over a small mission of our own texts: what each part says, what the public edition holds, words,
//! formats, and that nothing depends on the order of registers.

pub(crate) mod world;

use crate::support::repository;
use crate::tidy::text;
use armistice::{
    output::{
        document::{Block, Cell, Document, Inline},
        page_html,
        report_v1::Report,
    },
    report::{self, Inputs, Kind, Refused, blocks, edition},
    wording::{self, Language, Noun, Sentence, partisan},
};
use armistice_core::{
    act::Act,
    count::{CountStatus, CountWhat},
    named::Named,
    place::PlacePrecision,
    scope::{Answer, Question},
    statement::{
        casework as c,
        ledger::{self as l, Edition},
    },
};
use expect_test::expect_file;
use serde_json::Value;
use std::{collections::BTreeSet, fmt::Write as _};
use world::World;

fn value(report: &Report) -> Value {
    serde_json::from_str(&report::json(report).expect("JSON")).expect("JSON")
}

/// What stands in a document, line by line; quotations between guillemets.
fn plain(d: &Document) -> String {
    let mut out = format!("{} [{}]\n", d.title, d.marking);
    let cells = |row: &[Cell]| row.iter().map(|c| line(&c.content)).collect::<Vec<_>>().join(" | ");
    for b in &d.blocks {
        let _ = match b {
            Block::Heading { level, text, .. } => writeln!(out, "\n{} {text}", "#".repeat(usize::from(*level))),
            Block::Paragraph(i) => writeln!(out, "{}", line(i)),
            Block::Notice(i) => writeln!(out, "! {}", line(i)),
            Block::List { items, .. } => items.iter().try_for_each(|i| writeln!(out, "- {}", line(i))),
            Block::Table { caption, head, rows, note } => {
                let _ = writeln!(out, "[{caption}]\n{}", head.join(" | "));
                for row in rows {
                    assert_eq!(row.len(), head.len(), "{caption}");
                    let _ = writeln!(out, "{}", cells(row));
                }
                note.iter().try_for_each(|n| writeln!(out, "({n})"))
            }
            Block::Figure { caption, alternative, drawing } => {
                writeln!(out, "<{caption}; {alternative}; {} shapes>", drawing.shapes.len())
            }
            Block::Statement { by, text, .. } => writeln!(out, "{by}: «{text}»"),
            Block::PageBreak => Ok(()),
        };
    }
    out
}

fn line(inlines: &[Inline]) -> String {
    let one = |i: &Inline| match i {
        Inline::Text(t) | Inline::Strong(t) | Inline::Code(t) | Inline::Ref { text: t, .. } => t.clone(),
        Inline::Quote { text, .. } => format!("«{text}»"),
        Inline::Redacted(class) => format!("[{class}]"),
    };
    inlines.iter().map(one).collect()
}

/// The same without what others say.
fn without_quotations(text: &str) -> String {
    let (mut out, mut depth) = (String::new(), 0);
    for c in text.chars() {
        match c {
            '«' | '“' => depth += 1,
            '»' | '”' => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn the_report_of_a_small_mission() {
    let world = World::new();
    let report = world.report(Edition::Internal, Kind::Period);
    expect_file!["reports/internal.en.txt"].assert_eq(&plain(&blocks::document(&report, Language::English)));
    let report = world.report(Edition::Public, Kind::Period);
    expect_file!["reports/public.ar.txt"].assert_eq(&plain(&blocks::document(&report, Language::Arabic)));
}

#[test]
fn every_part_stands_there_or_says_why_not() {
    for kind in [Kind::Daily, Kind::Period] {
        for world in [World::new(), World::empty()] {
            let report = value(&world.report(Edition::Public, kind));
            let heads: BTreeSet<u64> = report
                .as_object()
                .expect("an object")
                .values()
                .filter_map(|part| part["head"]["part"].as_u64())
                .collect();
            assert_eq!(heads, (2..=16).collect(), "{kind:?}");
        }
    }
    let daily = World::new().report(Edition::Internal, Kind::Daily);
    assert_eq!(daily.determinations.head.nothing.as_deref(), Some("not_in_this_kind"));
}

#[test]
fn kinds_have_their_days() {
    let world = World::new();
    let check = |from: &str, to: &str, kind: Kind, expected: Option<&str>| {
        let inputs = Inputs {
            from: from.parse().expect("a day"),
            to: to.parse().expect("a day"),
            kind,
            ..world.inputs(Edition::Internal, kind)
        };
        let found = report::compose(&inputs).err().map(|e: Refused| e.to_string());
        assert_eq!(found.as_deref(), expected);
    };
    check("2017-01-16", "2017-01-16", Kind::Daily, None);
    check(
        "2017-01-16",
        "2017-01-17",
        Kind::Daily,
        Some("a daily report is about one day, and 2017-01-16 to 2017-01-17 are 2 days"),
    );
    check(
        "2017-01-16",
        "2017-01-23",
        Kind::Weekly,
        Some("a weekly report is about seven days, and 2017-01-16 to 2017-01-23 are 8 days"),
    );
    check(
        "2017-01-17",
        "2017-01-16",
        Kind::Period,
        Some("the period ends on 2017-01-16, before it begins on 2017-01-17"),
    );
    check("2016-12-30", "2017-01-31", Kind::Closing, None);
    check(
        "2017-01-01",
        "2017-01-31",
        Kind::Closing,
        Some("a closing report begins on 2016-12-30, when the agreement took effect, and not on 2017-01-01"),
    );
}

#[test]
fn the_order_of_registers_does_not_show() {
    let world = World::new();
    let mut other = World::new();
    other.registers.reverse();
    other.as_of.reverse();
    for edition in [Edition::Internal, Edition::Public] {
        let (a, b) = (world.report(edition, Kind::Period), other.report(edition, Kind::Period));
        assert_eq!(report::json(&a).expect("JSON"), report::json(&b).expect("JSON"));
        assert_eq!(report::csv::render(&a), report::csv::render(&b));
        let page = |r: &Report| page_html::render(&blocks::document(r, Language::Arabic));
        assert_eq!(page(&a), page(&b));
    }
}

#[test]
fn what_is_said_after_the_cut_off_is_not_in_the_report() {
    let world = World::new();
    let inputs = Inputs { cut_off: world::LEDGER - 1, ..world.inputs(Edition::Internal, Kind::Period) };
    let report = report::compose(&inputs).expect("a report");
    assert!(report.coverage.rows.is_empty() && report.corrections.withdrawn.is_empty());
    let sizes: Vec<u64> = report.title.as_of.iter().map(|a| a.size).collect();
    assert!(sizes[1] < world.as_of[1].size, "{sizes:?}");
    // The root of a beginning of a register is another one.
    assert_ne!(report.title.as_of[1].root, world.as_of[1].root);
}

/// Every path that a report may have, by its schema.
fn schema_paths() -> BTreeSet<String> {
    let schema = schema();
    let mut out = BTreeSet::new();
    walk(&schema, &schema, String::new(), &mut out);
    out
}

fn walk(schema: &Value, at: &Value, path: String, out: &mut BTreeSet<String>) {
    if let Some(name) = at["$ref"].as_str() {
        return walk(schema, &schema["$defs"][name.trim_start_matches("#/$defs/")], path, out);
    }
    for list in ["anyOf", "oneOf"] {
        if let Some(all) = at[list].as_array() {
            all.iter().for_each(|s| walk(schema, s, path.clone(), out));
            return;
        }
    }
    if at["type"].as_array().is_some_and(|t| t.iter().any(|t| t == "null")) {
        out.insert(path.clone());
    }
    if let Some(fields) = at["properties"].as_object() {
        for (key, s) in fields {
            walk(schema, s, if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, out);
        }
    } else if let Some(s) = at.get("additionalProperties").filter(|s| s.is_object()) {
        if path.ends_with(".text") {
            Language::ALL.iter().for_each(|l| walk(schema, s, format!("{path}.{}", l.tag()), out));
        } else {
            walk(schema, s, format!("{path}.*"), out);
        }
    } else if let Some(s) = at.get("items") {
        walk(schema, s, format!("{path}[]"), out);
    } else {
        out.insert(path);
    }
}

#[test]
fn the_public_edition_holds_what_the_list_names() {
    let listed: BTreeSet<String> = schema_paths()
        .into_iter()
        .filter(|p| {
            !edition::INTERNAL
                .iter()
                .any(|i| p == i || p.starts_with(&format!("{i}.")) || p.starts_with(&format!("{i}[")))
        })
        .collect();
    let head =
        "# Fields that a public edition may hold. A field that is new is put here, or in `INTERNAL` of edition.rs.\n";
    let lines = listed.iter().fold(head.to_owned(), |s, p| s + p + "\n");
    // A new field stops here: somebody decides for whom it is.
    expect_file![repository().join("crates/armistice/src/report/public_paths.txt")].assert_eq(&lines);
    for kind in [Kind::Daily, Kind::Period] {
        let world = World::new();
        let public = value(&world.report(Edition::Public, kind));
        assert_eq!(edition::unlisted(&public), Vec::<String>::new());
        let internal = value(&world.report(Edition::Internal, kind));
        if kind == Kind::Period {
            let more = edition::unlisted(&internal);
            assert!(more.iter().any(|p| p.starts_with("annexes.incidents[].claims")), "{more:?}");
        }
        // Nothing of what only members read is anywhere in it.
        for secret in ["withdrew", "Please stop", "post of the northern team", "hill 407"] {
            assert!(!public.to_string().contains(secret), "{secret} is in the public edition");
            assert!(
                kind == Kind::Daily || internal.to_string().contains(secret),
                "{secret} is nowhere: the test proves nothing"
            );
        }
    }
}

#[test]
fn no_word_of_one_side_stands_outside_quotations() {
    for edition in [Edition::Internal, Edition::Public] {
        let report = World::new().report(edition, Kind::Period);
        let mut texts = Vec::new();
        for l in Language::ALL {
            let mut document = blocks::document(&report, *l);
            texts.push(without_quotations(&plain(&document)));
            document.blocks.iter_mut().for_each(hush);
            texts.push(tags_away(&page_html::render(&document)));
        }
        texts.push(without_quotations(&report::csv::render(&report)));
        let mut json = value(&report);
        hush_json(&mut json);
        texts.push(json.to_string());
        for text in texts {
            assert_eq!(partisan::found(&text), Vec::<&str>::new(), "{edition:?}");
        }
    }
    assert_eq!(partisan::found("The regime’s forces and militants"), ["militants", "regime"]);
    assert_eq!(partisan::found("the ceasefire regime"), Vec::<&str>::new());
    assert_eq!(partisan::found("قال إن الإرهابيين هناك"), ["إرهابيين"]);
    assert_eq!(partisan::found("violations committed by the recorder"), ["committed"]);
    let rules = text(&repository().join("docs/wording.md"));
    for word in partisan::PARTISAN.iter().chain(partisan::FINDINGS_OF_GUILT) {
        assert!(rules.contains(&format!("`{word}`")), "docs/wording.md does not name `{word}`");
    }
}

fn hush(block: &mut Block) {
    let quiet = |i: &mut Inline| {
        if let Inline::Quote { text, .. } = i {
            text.clear();
        }
    };
    match block {
        Block::Paragraph(i) | Block::Notice(i) => i.iter_mut().for_each(quiet),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(quiet),
        Block::Table { rows, .. } => rows.iter_mut().flatten().flat_map(|c| &mut c.content).for_each(quiet),
        Block::Statement { text, .. } => text.clear(),
        Block::Heading { text, .. } => *text = without_quotations(text),
        Block::Figure { .. } | Block::PageBreak => {}
    }
}

fn tags_away(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, b)| b);
    let (mut out, mut inside) = (String::new(), false);
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Takes out words of documents and statements.
fn hush_json(v: &mut Value) {
    match v {
        Value::Object(fields) => {
            for key in ["words", "quote", "allegation", "why", "purpose", "asked"] {
                fields.remove(key);
            }
            if fields.contains_key("by") || fields.contains_key("result") {
                fields.remove("text");
            }
            fields.values_mut().for_each(hush_json);
        }
        Value::Array(items) => items.iter_mut().for_each(hush_json),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::String(s) => *s = without_quotations(s),
    }
}

#[test]
fn every_language_has_every_word() {
    let slots = |template: &str| -> BTreeSet<String> {
        template.split('{').skip(1).filter_map(|s| s.split_once('}')).map(|(s, _)| s.to_owned()).collect()
    };
    for l in Language::ALL {
        let c = l.catalogue();
        let keys = |list: &[(&str, &str)]| list.iter().map(|(k, _)| (*k).to_owned()).collect::<Vec<_>>();
        let own: BTreeSet<String> = keys(c.sentences).into_iter().collect();
        assert_eq!(own.len(), c.sentences.len(), "{l:?}: a key twice");
        assert_eq!(own, Sentence::KEYS.iter().map(|(k, _)| (*k).to_owned()).collect(), "{l:?}");
        for (key, wanted) in Sentence::KEYS {
            let (_, template) = c.sentences.iter().find(|(k, _)| k == key).expect("it is there");
            assert_eq!(slots(template), wanted.iter().map(|s| (*s).to_owned()).collect(), "{l:?} {key}");
        }
        let english = Language::English.catalogue();
        assert_eq!(keys(c.labels), keys(english.labels), "{l:?}: labels, in one order");
        for ((key, a), (_, b)) in c.labels.iter().zip(english.labels) {
            assert_eq!(slots(a), slots(b), "{l:?} {key}");
            assert!(!a.is_empty() && partisan::found(a).is_empty(), "{l:?} {key}");
        }
        assert_eq!(c.nouns.len(), Noun::ALL.len());
        for noun in Noun::ALL {
            assert!(c.nouns.iter().any(|(k, _)| *k == noun.key()), "{l:?} {}", noun.key());
        }
        let mut missing = Vec::new();
        let mut want = |group: &str, ids: Vec<&str>| {
            missing
                .extend(ids.iter().filter(|id| !wording::has_label(*l, group, id)).map(|id| format!("{group}.{id}")));
        };
        fn ids<T: Named>() -> Vec<&'static str> {
            T::ALL.iter().map(|v| v.id()).collect()
        }
        want("act", ids::<Act>());
        want("what", ids::<CountWhat>());
        want("status_of", ids::<CountStatus>());
        want("precision", ids::<PlacePrecision>());
        want("answer", ids::<Answer>());
        want("question", Question::all().map(Question::id).collect());
        want("outcome", ids::<c::Outcome>());
        want("attribution", ids::<c::Attribution>());
        want("position", ids::<c::Position>());
        want("reached", ids::<c::Reached>());
        want("about", ids::<c::FindingAbout>());
        want("access", ids::<c::AccessOutcome>());
        want("hindrance", ids::<c::AccessOutcome>());
        want("hindrance", ids::<l::Hindrance>());
        want("means", ids::<l::Means>());
        want("watch", ids::<l::Watch>());
        want("observed", ids::<l::Observed>());
        want("counted", ids::<l::Unit>());
        want("standing", ids::<l::Standing>());
        want("call", ids::<l::CallResult>());
        want("performance", ids::<l::Performance>());
        want("handling", ids::<Edition>());
        want("kind", Kind::ALL.iter().map(|k| k.id()).collect());
        want("redacted", edition::CLASSES.to_vec());
        want("obligation", armistice_core::obligation::State::ALL.iter().map(|s| s.id()).collect());
        want("stage", armistice_core::case::Stage::ALL.iter().map(|s| s.id()).collect());
        assert!(missing.is_empty(), "{l:?}: {missing:?}");
    }
}

#[test]
fn arabic_counts_have_six_forms() {
    let check = |n: u64, expected: &str| {
        assert_eq!(wording::counted(Language::Arabic, Noun::Incident, n), expected);
    };
    check(0, "لا حوادث");
    check(1, "حادث واحد");
    check(2, "حادثان");
    check(3, "3 حوادث");
    check(10, "10 حوادث");
    check(11, "11 حادثًا");
    check(99, "99 حادثًا");
    check(100, "100 حادث");
    check(102, "102 حادث");
    check(103, "103 حوادث");
    check(111, "111 حادثًا");
    assert_eq!(wording::counted(Language::English, Noun::Incident, 1), "1 incident");
}

/// Reads CSV by RFC 4180.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => cell.extend(chars.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => assert_eq!(chars.peek(), Some(&'\n'), "a line ends with CR LF"),
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (c, _) => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "it ends in the middle of a line");
    rows
}

#[test]
fn the_table_of_incidents_is_csv() {
    let mut report = World::new().report(Edition::Internal, Kind::Period);
    let first = report.annexes.incidents.first_mut().expect("an incident");
    first.cases = vec!["=HYPERLINK(\"x\"), \"quoted\"\r\nand more".to_owned()];
    let rows = csv(&report::csv::render(&report));
    assert_eq!(rows.len(), report.annexes.incidents.len() + 1);
    assert!(rows.iter().all(|r| r.len() == rows[0].len()), "rows of one length");
    let column = |name: &str| rows[0].iter().position(|c| c == name).expect("a column");
    // What a spreadsheet would run does not begin a cell.
    assert_eq!(rows[1][column("cases")], "'=HYPERLINK(\"x\"), \"quoted\"\r\nand more");
    assert!(rows.iter().flatten().all(|c| !c.starts_with(['=', '+', '@'])));
    for row in &rows[1..] {
        let coarse = matches!(row[column("place_precision")].as_str(), "admin1" | "country" | "region" | "unknown");
        assert!(!coarse || row[column("latitude")].is_empty(), "a province has no point: {row:?}");
    }
}

#[test]
fn the_map_data_are_geojson() {
    let report = World::new().report(Edition::Public, Kind::Period);
    let map: Value = serde_json::from_str(&report::geojson::render(&report).to_string()).expect("JSON");
    assert_eq!(map["type"], "FeatureCollection");
    let features = map["features"].as_array().expect("features");
    let (mut points, mut nulls) = (0, 0);
    for f in features {
        assert_eq!(f["type"], "Feature");
        assert!(f["properties"].is_object() && f["id"].is_string());
        match f["geometry"]["type"].as_str() {
            Some("Point") => {
                points += 1;
                let (lon, lat) = (&f["geometry"]["coordinates"][0], &f["geometry"]["coordinates"][1]);
                assert!(lon.as_f64().is_some_and(|x| (35.0..43.0).contains(&x)), "{lon}");
                assert!(lat.as_f64().is_some_and(|y| (32.0..38.0).contains(&y)), "{lat}");
            }
            Some("Polygon") => {
                let ring = f["geometry"]["coordinates"][0].as_array().expect("a ring");
                assert!(ring.len() > 3 && ring.first() == ring.last(), "a ring is closed");
            }
            None => {
                nulls += 1;
                assert!(f["geometry"].is_null());
            }
            Some(other) => panic!("{other}"),
        }
        assert!(f["properties"]["claims"].is_null());
    }
    assert!(points > 0 && nulls > 0, "{points} points, {nulls} without");
}

#[test]
fn a_withdrawn_document_shows_what_it_supported() {
    let report = World::new().report(Edition::Internal, Kind::Period);
    let before = World::without_withdrawal().report(Edition::Internal, Kind::Period);
    let [w] = &report.corrections.withdrawn[..] else { panic!("one withdrawal") };
    assert!(w.claims > 0 && !w.incidents.is_empty(), "{w:?}");
    assert_eq!(w.recorded_by, "north");
    let lost = w.incidents.iter().find(|e| e.origins_after.is_some_and(|o| o != e.origins_before));
    let lost = lost.expect("an incident that rests on less now");
    assert_eq!((lost.origins_before, lost.origins_after), ([1, 2], Some([1, 1])));
    // Of another one nothing is left.
    assert!(w.incidents.iter().any(|e| e.origins_after.is_none() && e.status_after.is_none()), "{w:?}");
    // The figures are without it.
    let received = |r: &Report| r.status.funnel.iter().find(|s| s.step == "received").map(|s| s.tally.certain);
    assert_eq!((received(&before), received(&report)), (Some(6), Some(5)));
    assert!(before.corrections.withdrawn.is_empty());
    // A case that rests on the incident is not determined, so no determination is to be looked at again.
    assert!(w.determinations.is_empty());
}

#[test]
fn unknown_is_never_added_to_civilians() {
    let report = World::new().report(Edition::Internal, Kind::Period);
    let rows = &report.casualties.rows;
    let killed = |status: &str| rows.iter().find(|r| r.what == "killed" && r.status == status);
    let civilians = killed("civilians").expect("civilians").number;
    let all = killed("all").or_else(|| killed("unknown")).expect("some of whom the status is not said").number;
    assert_eq!((civilians.min, civilians.max), (Some(9), Some(9)));
    assert_eq!((all.min, all.max), (Some(12), Some(12)));
}

fn schema() -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Report>().to_value();
    let object = schema.as_object_mut().expect("an object");
    object.insert("title".to_owned(), "armistice report --format json, version 1".into());
    schema
}

#[test]
fn the_published_schema_of_the_report_is_that_of_its_types() {
    let text = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    expect_file![repository().join("docs/report.schema.json")].assert_eq(&text);
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    for edition in [Edition::Internal, Edition::Public] {
        let report = value(&World::new().report(edition, Kind::Period));
        let errors: Vec<String> =
            validator.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn the_rules_of_the_public_edition_are_in_its_document() {
    let document = text(&repository().join("docs/report.md"));
    for rule in edition::RULES {
        let what = rule.what;
        assert!(document.contains(what), "docs/report.md does not say what becomes of {what}");
    }
}
