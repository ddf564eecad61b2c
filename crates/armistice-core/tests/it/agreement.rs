//! Agreement files: the shipped ones, broken ones, the published schema and reference, and the words that mean actors.
#![expect(clippy::panic, reason = "tests")]

use armistice_core::agreement::problem::{Problem, Severity};
use armistice_core::agreement::words::{ModalitySource, Standard};
use armistice_core::agreement::{Agreement, parse, schema};
use armistice_core::limits;
use expect_test::{expect, expect_file};
use proptest::prelude::*;
use std::path::PathBuf;

/// A fictional agreement: two texts, one zone with an exact border, an excluded actor, a fixed end.
pub(crate) const LAKE: &str = include_str!("lake.toml");

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub(crate) fn shipped(name: &str) -> Agreement {
    let path = root().join("agreements").join(name);
    read(&std::fs::read_to_string(&path).expect("the agreement is shipped"))
}

pub(crate) fn read(text: &str) -> Agreement {
    let (agreement, problems) = parse(text);
    assert!(problems.is_empty(), "{}", show(&problems));
    agreement.expect("no problem, so an agreement")
}

fn show(problems: &[Problem]) -> String {
    problems.iter().map(|p| format!("{p}\n")).collect()
}

#[test]
fn every_shipped_agreement_has_no_problem() {
    let mut seen = 0;
    for entry in std::fs::read_dir(root().join("agreements")).expect("folder") {
        let path = entry.expect("entry").path();
        if path.extension().is_some_and(|e| e == "toml") {
            let (agreement, problems) = parse(&std::fs::read_to_string(&path).expect("text"));
            assert!(agreement.is_some() && problems.is_empty(), "{}:\n{}", path.display(), show(&problems));
            seen += 1;
        }
    }
    assert!(seen >= 4);
    read(LAKE);
}

#[test]
fn what_the_file_says_is_what_is_read() {
    let a = shipped("syria-2016-12-30.toml");
    // Damascus was two hours ahead of UTC in winter.
    assert_eq!(a.effective.instant.to_string(), "2016-12-29T22:00:00Z");
    assert_eq!(a.tested_texts().map(|t| t.id.as_str()).collect::<Vec<_>>(), ["T-UN", "T-OPP"]);
    assert!(a.adherence.iter().filter(|r| !r.disputed_by.is_empty()).count() >= 2);
    assert_eq!(a.modalities.standard_of_proof.source, ModalitySource::MechanismDefault);
    let unsure = a.prohibitions.iter().filter(|p| p.marks.to_be_confirmed).map(|p| p.id.as_str()).collect::<Vec<_>>();
    assert_eq!(unsure, ["A1.no_territorial_gain"]);
    let iran = a.guarantors.iter().find(|g| !g.contested_by.is_empty()).expect("one is contested");
    assert_eq!(iran.since.to_string(), "2017-01-24");

    let b = shipped("ukraine-2020-07-27.toml");
    assert_eq!(b.effective.instant.to_string(), "2020-07-26T21:01:00Z");
    // What the file leaves out is the mechanism's default, and marked.
    assert_eq!(b.modalities.standard_of_proof.value, Standard::ReasonableGrounds);
    assert_eq!(b.modalities.standard_of_proof.source, ModalitySource::MechanismDefault);
    assert_eq!(b.modalities.decision_rule.source, ModalitySource::Text);
}

#[test]
fn printed_names_are_neutral() {
    for file in ["syria-2016-12-30.toml", "syria-2017-05-04.toml", "ukraine-2020-07-27.toml", "colombia-2016.toml"] {
        for actor in &shipped(file).actors {
            let name = actor.name.to_lowercase();
            for word in ["regime", "rebel", "terror", "separatist", "militant", "insurgent"] {
                assert!(!name.contains(word), "{} is printed as {:?}", actor.id, actor.name);
            }
        }
    }
}

#[test]
fn schema_and_reference_are_those_of_the_parser() {
    expect_file!["../../../../docs/agreement.schema.json"].assert_eq(&schema::json_schema());
    let path = root().join("docs/agreement-language.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let marker = "<!-- reference: made from the parser's tables; UPDATE_EXPECT=1 renews it -->\n";
    let (written, _) = page.split_once(marker).expect("the marker stands in the page");
    expect_file!["../../../../docs/agreement-language.md"]
        .assert_eq(&format!("{written}{marker}\n{}", schema::reference().trim_end().to_owned() + "\n"));
}

/// The fictional agreement with one line replaced, and the problems that follow, as `code path`, and whether
/// they stand on the line of the replacement.
fn broken(from: &str, to: &str) -> String {
    assert!(LAKE.contains(from), "{from:?} is not in the file");
    let text = LAKE.replacen(from, to, 1);
    let (agreement, problems) = parse(&text);
    assert_eq!(agreement.is_none(), problems.iter().any(|p| p.severity() == Severity::Error));
    let replaced = LAKE.find(from).map(|at| LAKE[..at].matches('\n').count() + 1);
    let line = |p: &Problem| if replaced == Some(p.line as usize) { "here" } else { "elsewhere" };
    problems.iter().map(|p| format!("{} {} {}", line(p), p.code.code(), p.path)).collect::<Vec<_>>().join(" | ")
}

#[test]
fn mistakes_are_named_with_their_place() {
    let rows = [
        ("format = 1", "format = 2", "here format-version format"),
        ("format = 1", "", "elsewhere format-version format"),
        ("format = 1", "formt = 1", "elsewhere format-version format | here unknown-key formt"),
        (
            "title = \"Lake truce\"",
            "titel = \"Lake truce\"",
            "elsewhere missing-key agreement.title | here unknown-key agreement.titel",
        ),
        ("title = \"Lake truce\"", "title = 7", "here wrong-type agreement.title"),
        ("title = \"Lake truce\"", "title = \" \"", "here empty agreement.title"),
        ("title = \"Lake truce\"", "title = \"Lake truce", "here toml-syntax "),
        ("signed = 2030-01-10", "signed = 2030-02-30", "here toml-syntax  | here bad-date agreement.signed"),
        ("signed = 2030-01-10", "signed = \"2030-01-10\"", "here bad-date agreement.signed"),
        ("signed = 2030-01-10", "signed = 2030-01-10T10:00:00", "here bad-date agreement.signed"),
        ("signed = 2030-01-10", "signed = 2030-01-20", "elsewhere date-order agreement.effective"),
        ("zone = \"America/New_York\"", "zone = \"America/New_Yorck\"", "here bad-zone agreement.effective.zone"),
        ("at = 2030-01-15T12:00:00, zone", "at = 2030-03-10T02:30:00, zone", "here bad-zone agreement.effective"),
        (
            "ends = { at = 2030-07-15T12:00:00, zone = \"America/New_York\" }",
            "",
            "elsewhere inconsistent agreement.ending",
        ),
        ("ends = { at = 2030-07", "ends = { at = 2029-07", "here date-order agreement.ends"),
        ("ending = \"fixed\"", "ending = \"open\"", "elsewhere inconsistent agreement.ends"),
        ("ending = \"fixed\"", "ending = \"fixd\"", "here unknown-word agreement.ending"),
        (
            "id = \"north\"",
            "id = \"nor th\"",
            "here bad-id actors[0].id | elsewhere dangling-id actors[1].belongs_to | elsewhere dangling-id parties[0].actor | elsewhere dangling-id guarantors[0].guarantor_of[0] | elsewhere dangling-id prohibited_acts[2].bearers[0] | elsewhere dangling-id modalities.quorum.of[0]",
        ),
        (
            "id = \"T2\"",
            "id = \"T1\"",
            "here duplicate-id texts[1].id | elsewhere dangling-id scope.excluded_actors[0].texts[0] | elsewhere dangling-id permitted[0].texts[0]",
        ),
        (
            "id = \"T2\"",
            "id = \"all\"",
            "here bad-id texts[1].id | elsewhere dangling-id scope.excluded_actors[0].texts[0] | elsewhere dangling-id permitted[0].texts[0]",
        ),
        ("belongs_to = \"north\"", "belongs_to = \"norht\"", "here dangling-id actors[1].belongs_to"),
        ("belongs_to = \"north\"", "belongs_to = \"north-guard\"", "here circle actors[1].belongs_to"),
        ("aliases = [\"southerners\"", "aliases = [\"northerners\"", "here shared-alias actors[2].aliases[0]"),
        (
            "actor = \"north\"",
            "actor = \"mill\"",
            "here inconsistent parties[0].actor | elsewhere inconsistent guarantors[0].guarantor_of[0]",
        ),
        (
            "acts = [\"shelling\", \"air_strike\"]",
            "acts = [\"shelling\", \"airstrike\"]",
            "here unknown-word prohibited_acts[0].acts[1]",
        ),
        (
            "acts = [\"shelling\", \"air_strike\"]",
            "acts = [\"shelling\", \"shelling\"]",
            "here repeated prohibited_acts[0].acts[1]",
        ),
        ("acts = [\"shelling\", \"air_strike\"]", "acts = []", ""),
        ("bearers = [\"north\"]", "bearers = []", "here empty prohibited_acts[2].bearers"),
        (
            "clock = { kind = \"within\", within = \"P14D\", from = \"L.signed\" }",
            "clock = { kind = \"within\", by = 2030-02-01 }",
            "here inconsistent obligations[0].clock | here inconsistent obligations[0].clock | here inconsistent obligations[0].clock",
        ),
        ("within = \"P14D\"", "within = \"PT5H\"", "here bad-duration obligations[0].clock.within"),
        ("from = \"L.signed\"", "from = \"L.siged\"", "here dangling-id obligations[0].clock.from"),
        ("geometry = \"exact\"", "geometry = \"none\"", "elsewhere inconsistent scope.zones[0].ring"),
        ("[43.0, -77.0], ", "[143.0, -77.0], ", "here bad-number scope.zones[0].ring[0]"),
        ("[43.0, -77.0], ", "[43.0], ", "here bad-number scope.zones[0].ring[0]"),
        (
            "[43.0, -77.0], ",
            "[\"x\", -77.0], ",
            "here bad-number scope.zones[0].ring[0] | here bad-number scope.zones[0].ring[0][0]",
        ),
        ("per_member = 2", "per_member = -1", "here bad-number modalities.quorum.per_member"),
        ("countries = [\"US\"]", "countries = [\"usa\"]", "here unknown-word scope.territory.countries[0]"),
        (
            "[[parties]]",
            "[parties]",
            "here wrong-type parties | elsewhere toml-syntax  | elsewhere inconsistent guarantors[0].guarantor_of[0]",
        ),
        ("contested = false", "contested = \"no\"", "here wrong-type scope.excluded_actors[0].contested"),
        ("text = \"T1\"", "text = \"T9\"", "here dangling-id adherence[0].text"),
    ];
    let mut wrong = String::new();
    for (from, to, expected) in rows {
        let found = broken(from, to);
        if found != expected {
            wrong.push_str(&format!("{from:?} -> {to:?}\n  expected {expected}\n  found    {found}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn all_problems_of_one_bad_file() {
    let bad = r#"format = 1
colour = "blue"

[agreement]
id = "x 1"
title = "Bad"
signed = 2030-01-10
effective = { at = 2030-01-01T00:00:00, zone = "Mars/Base" }
ending = "fixed"

[[instruments]]
id = "I"
title = "Paper"
kind = "memo"

[[texts]]
id = "T"
of = "J"
language = "en"
authority = "nobody"
status = "authentic"

[[actors]]
id = "a"
name = "A"
kind = "party"
alias = ["x"]

[[parties]]
actor = "b"
membership = "all"

[scope.territory]
countries = ["XX"]
default = "zones_only"

[[prohibited_acts]]
id = "p"
summary = "No shelling."
acts = ["shellin"]
texts = ["all"]
bearers = ["all_partys"]
"#;
    let (agreement, problems) = parse(bad);
    assert!(agreement.is_none());
    expect![[r#"
        2:1: error[unknown-key] colour: The key `colour` is not known at the top of the file. Known here: `format`, `agreement`, `instruments`, `texts`, `actors`, `parties`, `adherence`, `guarantors`, `observers`, `scope`, `prohibited_acts`, `permitted`, `obligations`, `statements`, `phases`, `modalities`, `publication`.
        5:6: error[bad-id] agreement.id: `x 1` is not an id. Begin with a letter; use letters a to z, digits, `_`, `-` and `.`; at most 64.
        8:13: error[date-order] agreement.effective: The agreement takes effect on 2030-01-01, before its signature on 2030-01-10. Check both dates.
        8:48: error[bad-zone] agreement.effective.zone: `Mars/Base` is not a time zone of the IANA data base. Write a name such as `Europe/Kyiv`.
        9:10: error[inconsistent] agreement.ending: The end has a time, and `ends` is missing. Add `ends`, or write `unknown`.
        14:8: error[unknown-word] instruments[0].kind: The word `memo` is not known here. Did you mean `memorandum`?
        18:6: error[dangling-id] texts[0].of: There is no instrument `J`. Define the instrument or use another id.
        19:12: error[wrong-type] texts[0].language: Here stands a value of type string. Write a list; each item is a text in quotes.
        27:1: error[unknown-key] actors[0].alias: The key `alias` is not known in `actors`. Did you mean `aliases`?
        30:9: error[dangling-id] parties[0].actor: There is no actor `b`. Define the actor or use another id.
        33:1: error[inconsistent] scope.zones: The territory is the zones, and there is none. Add `[[scope.zones]]`.
        40:9: error[unknown-word] prohibited_acts[0].acts[0]: The word `shellin` is not known here. Did you mean `shelling`?
        42:12: error[dangling-id] prohibited_acts[0].bearers[0]: There is no actor `all_partys`. Did you mean `all_parties`?
    "#]].assert_eq(&show(&problems));
}

#[test]
fn limits_hold() {
    let code = |text: &str| parse(text).1.iter().map(|p| p.code.code()).collect::<Vec<_>>().join(" ");
    assert_eq!(code(&"#".repeat(limits::AGREEMENT_BYTES + 1)), "too-large");
    assert_eq!(code(&format!("a = {}", "[".repeat(100_000))), "too-deep");
    let long = format!("title = \"{}\"", "x".repeat(limits::TEXT_BYTES + 1));
    assert_eq!(broken("title = \"Lake truce\"", &long), "here too-long agreement.title");
    let many = "x = 1\n".to_owned() + &(0..2_000).map(|i| format!("k{i} = 1\n")).collect::<String>();
    let problems = parse(&many).1;
    assert!(problems.len() <= 2 * limits::PROBLEMS + 1, "{}", problems.len());
    assert_eq!(problems.last().map(|p| p.code.code()), Some("more-problems"));
    let items = format!("countries = [{}]", "\"US\",".repeat(limits::LIST_ITEMS + 1));
    assert!(broken("countries = [\"US\"]", &items).contains("too-long"));
    assert_eq!(
        code(""),
        "format-version missing-key missing-key missing-key missing-key missing-key missing-key missing-key"
    );
    // Brackets in strings and comments are no nesting; a byte order mark is no text.
    let brackets = "[".repeat(limits::AGREEMENT_DEPTH + 1);
    for note in [
        format!("\"{brackets}\""),
        format!("'{brackets}'"),
        format!("\"\"\"\n{brackets}\n\"\"\""),
        format!("\"\\\"{brackets}\" # {brackets}"),
    ] {
        assert_eq!(broken("signed = 2030-01-10", &format!("signed = 2030-01-10\nnote = {note}")), "");
    }
    assert!(parse(["\u{feff}", LAKE].concat().as_str()).0.is_some());
    // Line and column count characters, not bytes.
    let (_, problems) = parse("format = 1\n\"ключ\" = 1 ; x");
    let syntax = problems.iter().find(|p| p.code.code() == "toml-syntax").expect("a syntax problem");
    assert_eq!((syntax.line, syntax.column), (2, 10));
}

/// Words, and the actors that they mean: `id` for letters, `~id` for transliteration.
fn means(agreement: &Agreement, words: &str) -> String {
    let found = agreement.resolve(words);
    found.iter().map(|m| format!("{}{}", if m.exact { "" } else { "~" }, m.actor)).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_mean_actors() {
    let syria = shipped("syria-2016-12-30.toml");
    let rows = [
        ("three government air strikes", "sy-gov"),
        ("the militant Islamic State group", "isil"),
        ("so-called Islamic State", "isil"),
        ("ISIS targets", "isil"),
        ("IS", "isil"),
        ("is", ""),
        ("it is said", ""),
        ("Russia's warplanes", "russia"),
        ("Russia’s defence ministry", "russia"),
        ("Russian and Turkish jets", "russia turkey"),
        ("rebel groups", "sy-opp"),
        ("Rebels", "sy-opp"),
        ("armed rebels in the north", "sy-opp"),
        ("the regime’s continued bombardment", "sy-gov"),
        ("Syrian army soldiers", "sy-army"),
        ("the Free Syrian Army", "fsa"),
        ("anti-government fighters", "sy-opp"),
        ("pro-government militias", "sy-allied"),
        ("Iranian-backed militias", "sy-allied"),
        ("Turkish government", "turkey"),
        ("Jaysh al-Islam", "jaysh-al-islam"),
        ("Jaish ul-Islam", "jaysh-al-islam"),
        ("Jeysh el Islam", "~jaysh-al-islam"),
        ("the Jaish al-Islam (Army of Islam) rebel group", "jaysh-al-islam jaysh-al-islam sy-opp"),
        ("Ahrar ash-Sham", "ahrar-al-sham"),
        ("Fateh al-Sham Front", "nusra"),
        ("Jabhat al-Nusrah", "~nusra"),
        ("قوات النظام السوري", "sy-gov"),
        ("وفصائل المعارضة", "sy-opp"),
        ("تنظيم داعش", "isil"),
        ("войска Асада", "sy-gov"),
        ("боевики ИГИЛ", "isil"),
        ("Rusya'nın uçakları", "russia"),
        ("Esed rejimi", "sy-gov"),
        ("nine civilians", ""),
        ("Turkey-backed rebels", "sy-opp sy-opp"),
        ("regime ally Russia", "russia"),
        ("rebel-held areas in the central Syrian province", "sy-opp"),
        ("US-backed Kurdish fighters", "ypg"),
        ("a governmentless land", ""),
        ("", ""),
        ("'’'", ""),
    ];
    let mut wrong = String::new();
    for (words, expected) in rows {
        let found = means(&syria, words);
        if found != expected {
            wrong.push_str(&format!("{words:?}: expected {expected:?}, found {found:?}\n"));
        }
    }
    // The same words mean others under another agreement.
    let ukraine = shipped("ukraine-2020-07-27.toml");
    let lake = read(LAKE);
    for (agreement, words, expected) in [
        (&ukraine, "rebels", "cadlr"),
        (&ukraine, "Russian-backed separatists", "cadlr"),
        (&ukraine, "government forces", "ua-gov"),
        (&ukraine, "an OSCE SMM patrol", "smm"),
        (&lake, "the northerners", "north"),
        (&lake, "rebels", ""),
    ] {
        let found = means(agreement, words);
        if found != expected {
            wrong.push_str(&format!("{} {words:?}: expected {expected:?}, found {found:?}\n", agreement.id));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_alias_means_its_actor() {
    for agreement in [shipped("syria-2016-12-30.toml"), shipped("ukraine-2020-07-27.toml"), read(LAKE)] {
        for actor in &agreement.actors {
            for alias in actor.aliases.iter().chain([&actor.name]) {
                let found = agreement.resolve(alias);
                assert!(
                    found.len() == 1 && found[0].actor == actor.id && found[0].exact,
                    "{alias:?} of {} means {found:?}",
                    actor.id
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn no_damage_makes_the_parser_panic(at in 0..LAKE.len(), len in 0..80_usize, put in "[\\[\\]{}=\"'#.\n a-z0-9ж-]{0,12}") {
        let mut bytes = LAKE.as_bytes().to_vec();
        let end = (at + len).min(bytes.len());
        bytes.splice(at..end, put.into_bytes());
        let text = String::from_utf8_lossy(&bytes);
        let (agreement, problems) = parse(&text);
        prop_assert_eq!(agreement.is_none(), problems.iter().any(|p| p.severity() == Severity::Error), "{}", show(&problems));
        // The same text, the same answer; and every place lies in the file.
        prop_assert_eq!(&parse(&text).1, &problems);
        let lines = u32::try_from(text.lines().count() + 1).unwrap_or(u32::MAX);
        for p in &problems {
            prop_assert!(p.line >= 1 && p.line <= lines && p.column >= 1, "{}", p);
        }
    }

    #[test]
    fn no_words_make_the_resolution_panic(words in any::<String>()) {
        let lake = parse(LAKE).0;
        if let Some(lake) = lake {
            for m in lake.resolve(&words) {
                prop_assert!(lake.actor(&m.actor).is_some_and(|a| a.name == m.alias || a.aliases.contains(&m.alias)));
            }
        } else {
            panic!("the fictional agreement parses");
        }
    }
}
