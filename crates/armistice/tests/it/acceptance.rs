//! The fourteen acceptance tests of the domain reference (section 4.8), one test each, through the real binary: on the shared
//! articles and event data where they are, else on pages that we wrote. What the numbers mean stands beside each.
//!
//! | number | where |
//! |---|---|
//! | 1, 2, 4 to 10, 13 | here |
//! | 3, 12, 14 | with the ledgers: `armistice_core::ledger` and its tests |
//! | 11 | with the cases: `armistice_core::case` and its tests |
//!
//! Must not: hold a row of the event data or a sentence of an article.

use crate::support::{Mission, armistice, repository, shared, stdout};
use armistice_core::{
    agreement,
    count::{Count, CountStatus, CountWhat},
    id::IncidentId,
    measure::{self, Held, Row},
    named::Named as _,
    obligation,
    time::{Moment, TimeBasis, TimePrecision, When},
};
use jiff::civil::date;
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::PathBuf};

/// The 33 days of event data.
const GED: &str = "data/ucdp/domain_ucdp_ged_syria_2016-12-30_2017-01-31.csv";

fn list<'a>(v: &'a Value, key: &str) -> &'a [Value] {
    v[key].as_array().map_or(&[], Vec::as_slice)
}

fn has(v: &Value, words: &str) -> bool {
    v.as_str().is_some_and(|s| s.to_lowercase().contains(&words.to_lowercase()))
}

fn syria() -> Mission {
    Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")))
}

/// A mission that holds these pages, each under its name.
fn pages(pages: &[(&str, &str)]) -> (Mission, Value) {
    let mission = syria();
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<PathBuf> = pages
        .iter()
        .map(|(name, text)| {
            let path = folder.path().join(name);
            fs::write(&path, text).expect("a page");
            path
        })
        .collect();
    mission.add(files);
    let brief = mission.brief();
    (mission, brief)
}

/// A page of one paragraph, published on a day.
fn page(outlet: &str, day: &str, paragraph: &str) -> String {
    format!("{outlet}\nHome | News | Contact\n\nThe truce, day by day\n\nPublished: {day}\n\n{paragraph}\n\n{outlet}\n")
}

fn scenario(name: &str) -> (Mission, Value) {
    let mission = syria();
    let folder = repository().join("scenarios").join(name);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the scenario")
        .flatten()
        .map(|e| e.path())
        .filter(|p| !p.ends_with("README.md") && !p.ends_with("expect.toml"))
        .collect();
    files.sort();
    mission.add(files);
    let brief = mission.brief();
    (mission, brief)
}

fn seeds() -> Option<(Mission, Value)> {
    let folder = shared("seeds")?;
    let mission = syria();
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("seeds").flatten().map(|e| e.path()).collect();
    files.sort();
    mission.add(files);
    let brief = mission.brief();
    Some((mission, brief))
}

fn events() -> Option<(Mission, Value)> {
    let file = shared(GED)?;
    let mission = syria();
    mission.add([file]);
    let brief = mission.brief();
    Some((mission, brief))
}

fn claim<'a>(brief: &'a Value, id: &Value) -> &'a Value {
    list(brief, "claims").iter().find(|c| c["id"] == *id).expect("its claim")
}

/// The incident of the row with this id.
fn of_row<'a>(brief: &'a Value, id: &str) -> &'a Value {
    let begins = |c: &Value| c["quote"].as_str().is_some_and(|q| q.starts_with(&format!("{id},")));
    let row = list(brief, "claims").iter().find(|c| begins(c)).unwrap_or_else(|| panic!("no row {id}"));
    list(brief, "incidents").iter().find(|i| list(i, "claims").contains(&row["id"])).expect("its incident")
}

/// The incident that rests on a claim with these words.
fn incident<'a>(brief: &'a Value, words: &str) -> &'a Value {
    let ids: Vec<&Value> = list(brief, "claims").iter().filter(|c| has(&c["quote"], words)).map(|c| &c["id"]).collect();
    let found = list(brief, "incidents").iter().find(|i| list(i, "claims").iter().any(|c| ids.contains(&c)));
    found.unwrap_or_else(|| panic!("no incident rests on {words:?}"))
}

/// `text scope: why`, one for each text.
fn scopes(incident: &Value) -> Vec<String> {
    let words = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    list(incident, "scope")
        .iter()
        .map(|s| format!("{} {}: {}", words(&s["text"]), words(&s["scope"]), words(&s["why"])))
        .collect()
}

fn answers<'a>(incident: &'a Value, question: &str) -> Vec<(&'a str, &'a str)> {
    let asked = list(incident, "tests").iter().filter(|t| t["question"] == question);
    asked.filter_map(|t| Some((t["text"].as_str()?, t["answer"].as_str()?))).collect()
}

/// Figures of one status, least and most.
fn figures(incident: &Value, status: &str) -> Vec<(Option<u64>, Option<u64>, Option<u64>)> {
    let of = list(incident, "counts").iter().filter(|c| c["what"] == "killed" && c["status"] == status);
    of.map(|c| (c["min"].as_u64(), c["best"].as_u64(), c["max"].as_u64())).collect()
}

/// The incidents of a brief as rows for counting, under one text.
fn rows(brief: &Value, text: &str) -> Vec<Row> {
    let moment = |v: &Value| v.as_str().and_then(|s| s.parse::<Moment>().ok());
    list(brief, "incidents")
        .iter()
        .map(|i| Row {
            incident: IncidentId::parse(i["id"].as_str().unwrap_or_default()).expect("an id"),
            when: When {
                from: moment(&i["time"]["from"]),
                to: moment(&i["time"]["to"]),
                precision: TimePrecision::from_id(i["time"]["precision"].as_str().unwrap_or_default()).expect("a word"),
                basis: TimeBasis::DataColumn,
            },
            aggregate: i["aggregate"] == true,
            division: i["place"]["admin1"].as_str().map(str::to_owned),
            held: match list(i, "scope").iter().find(|s| s["text"] == text).and_then(|s| s["scope"].as_str()) {
                Some("in_scope") => Held::InScope,
                Some("out_of_scope") => Held::OutOfScope,
                _ => Held::CannotBeDetermined,
            },
            counts: list(i, "counts")
                .iter()
                .filter_map(|c| {
                    Some(Count {
                        what: CountWhat::from_id(c["what"].as_str()?)?,
                        status: CountStatus::from_id(c["status"].as_str()?)?,
                        min: c["min"].as_u64(),
                        best: c["best"].as_u64(),
                        max: c["max"].as_u64(),
                    })
                })
                .collect(),
        })
        .collect()
}

/// Three of the five articles tell that direct talks were refused: one origin. The date of a page's header is no date of it.
#[test]
fn no_1_three_articles_one_origin() {
    let Some((_mission, brief)) = seeds() else { return };
    let document = |n: &str| list(&brief, "documents").iter().find(|d| has(&d["file"], n)).expect("the article");
    let told: Vec<&Value> = list(&brief, "claims").iter().filter(|c| has(&c["quote"], "backed out of")).collect();
    for n in ["000", "001", "002"] {
        assert!(told.iter().any(|c| c["document"] == document(n)["id"]), "{n} tells it");
        assert_eq!(document(n)["origin"], document("000")["origin"], "{n}");
    }
    let published = &document("001")["published"];
    // The day of the talks; the wire may have been printed the day after.
    assert!(has(&published["from"], "2017-01-23"), "{published}");
    assert!(has(&published["to"], "2017-01-23") || has(&published["to"], "2017-01-24"), "{published}");
}

/// "Committed" in a copy of a bulletin: who keeps the list is its recorder, and the author is not known.
#[test]
fn no_2_a_recorder_is_no_author() {
    let inverted = "Russia and Turkey have committed a total of 17 ceasefire violations in Syria over the past 24 hours, the ceasefire centre said.";
    let plain = "The Russian side recorded six violations of the ceasefire in Syria over the past 24 hours, and the Turkish side recorded eleven, the ceasefire centre said.";
    let (_mission, brief) = pages(&[
        ("a.txt", &page("Meadow News", "22 January 2017", inverted)),
        ("b.txt", &page("Orchard Times", "22 January 2017", plain)),
    ]);
    let violations: Vec<&Value> =
        list(&brief, "claims").iter().filter(|c| c["act"] == "violation_unspecified").collect();
    assert!(violations.len() >= 3, "{violations:?}");
    for c in &violations {
        assert!(c["alleged_author"].is_null(), "{}", c["quote"]);
    }
    for side in ["russia", "turk"] {
        let recorded = |c: &&&Value| list(c, "chain").iter().any(|l| l["role"] == "recorder" && has(&l["name"], side));
        assert!(violations.iter().filter(recorded).count() >= 2, "{side} is a recorder in both");
    }
    for i in list(&brief, "incidents") {
        assert!(list(i, "alleged_authors").is_empty(), "{}", i["title"]);
    }
}

/// A row over a year of 663 dead soldiers begins on the third day of the truce, and counts on none.
#[test]
fn no_4_an_aggregate_counts_in_no_day_and_no_month() {
    let Some((_mission, brief)) = events() else { return };
    let year = of_row(&brief, "251787");
    assert_eq!(year["aggregate"], true);
    assert!(year["place"]["lat"].is_null(), "a country is no pin");
    let id = year["id"].as_str().expect("an id");
    let rows = rows(&brief, "T-UN");
    let (from, to) = (date(2016, 12, 30), date(2017, 1, 31));
    for series in [
        measure::daily(&rows, from, to),
        measure::monthly(&rows, from, date(2017, 12, 31)),
        measure::period(&rows, from, to),
    ] {
        assert!(series.not_placed.incidents.iter().any(|i| i.as_str() == id));
        assert_eq!(series.not_placed.aggregates, 14, "shown as aggregates, with their number");
    }
    let days = measure::daily(&rows, from, to);
    assert_eq!(days.buckets.len(), 33);
    assert_eq!(days.placed.total() + days.not_placed.incidents.len() as u64, 496);
    // None of the 663 is in a figure of the truce.
    let (killed, _) = measure::figures(&rows, from, to);
    let soldiers = killed.iter().find(|f| f.status == CountStatus::Soldiers).expect("soldiers");
    assert!(soldiers.most.is_some_and(|n| n < 663), "{soldiers:?}");
}

/// 496 events: 272 with an excluded actor, 204 between the Government and insurgents; nobody knows who held the place.
#[test]
fn no_5_what_is_outside_and_what_cannot_be_determined() {
    let Some((_mission, brief)) = events() else { return };
    assert_eq!((list(&brief, "claims").len(), list(&brief, "incidents").len()), (496, 496));
    let mut table: BTreeMap<String, usize> = BTreeMap::new();
    for i in list(&brief, "incidents") {
        let row = claim(&brief, &list(i, "claims")[0]);
        let mut words: Vec<&str> = list(row, "alleged_author_words")
            .iter()
            .chain(list(row, "affected_words"))
            .filter_map(Value::as_str)
            .collect();
        words.sort_unstable();
        let dyad = if words.contains(&"IS") {
            "ISIL"
        } else if words == ["Government of Syria", "Syrian insurgents"] {
            "Government and insurgents"
        } else {
            "others"
        };
        for s in scopes(i) {
            *table.entry(format!("{dyad}, {s}")).or_default() += 1;
        }
        assert_ne!(list(i, "scope")[0]["scope"], "in_scope");
    }
    let lines: Vec<String> = table.iter().map(|(k, n)| format!("{n} {k}\n")).collect();
    expect_test::expect![[r#"
        204 Government and insurgents, T-OPP cannot_be_determined: open: excluded area, act prohibited
        204 Government and insurgents, T-UN cannot_be_determined: open: excluded actor, excluded area, act prohibited
        272 ISIL, T-OPP out_of_scope: excluded actor
        272 ISIL, T-UN out_of_scope: excluded actor
        6 others, T-OPP cannot_be_determined: open: excluded actor, excluded area, between parties, act prohibited
        11 others, T-OPP cannot_be_determined: open: excluded area, between parties, act prohibited
        3 others, T-OPP out_of_scope: not between parties
        6 others, T-UN cannot_be_determined: open: excluded actor, excluded area, between parties, act prohibited
        11 others, T-UN out_of_scope: excluded actor
        3 others, T-UN out_of_scope: not between parties
    "#]]
    .assert_eq(&lines.concat());
}

/// "SOHR;SOHR" is one source.
#[test]
fn no_6_two_offices_of_one_source_are_one_origin() {
    let Some((_mission, brief)) = events() else { return };
    // "Dayr Qanun, 12 civilians, two sources" is one of them.
    let village = of_row(&brief, "241879");
    assert_eq!(
        (&village["independent_origins"]["low"], &village["independent_origins"]["high"]),
        (&1.into(), &1.into())
    );
    assert_eq!(figures(village, "civilians"), [(Some(12), Some(12), Some(12))]);
    let sources = |i: &Value| -> usize {
        let row = claim(&brief, &list(i, "claims")[0]);
        list(row, "chain").iter().filter(|l| l["role"] == "speaker").count()
    };
    let single = list(&brief, "incidents").iter().filter(|i| sources(i) == 1);
    assert!(single.clone().count() > 440);
    for i in single {
        assert_eq!(i["independent_origins"]["high"], 1, "{}", i["title"]);
        assert_ne!(i["verification_status"], "corroborated");
    }
}

fn obligations(file: &str, at: &str) -> BTreeMap<String, (String, Option<String>)> {
    let text = fs::read_to_string(repository().join("agreements").join(file)).expect("the agreement");
    let (agreement, problems) = agreement::parse(&text);
    let agreement = agreement.unwrap_or_else(|| panic!("{problems:?}"));
    let states = obligation::states(&agreement, &[], at.parse().expect("a moment"));
    let zone = jiff::tz::TimeZone::get(&agreement.effective.zone).expect("a zone");
    let day = |t: jiff::Timestamp| (t - jiff::SignedDuration::from_secs(1)).to_zoned(zone.clone()).date().to_string();
    states.iter().map(|s| (s.id.to_string(), (s.state.id().to_owned(), s.due.map(day)))).collect()
}

/// Four reports of a term of 4 May 2017, three days: none is an obligation; the final text is, with its day.
#[test]
fn no_7_the_final_text_of_a_term_wins() {
    let told = [
        (
            "a.txt",
            "4 May 2017",
            "The maps of the de-escalation areas are to be ready by 22 May 2017, a draft memorandum said.",
        ),
        (
            "b.txt",
            "6 May 2017",
            "The guarantors will prepare the maps of the de-escalation areas by 27 May 2017, a diplomat said.",
        ),
        (
            "c.txt",
            "5 May 2017",
            "The working group will prepare the maps of the de-escalation areas by 4 June 2017, the memorandum says.",
        ),
    ];
    let texts: Vec<(&str, String)> = told
        .iter()
        .enumerate()
        .map(|(i, (f, day, words))| (*f, page(["Meadow News", "Orchard Times", "Harbour Post"][i], day, words)))
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(f, t)| (*f, t.as_str())).collect();
    let (_mission, brief) = pages(&texts);
    // Each report keeps its own day, and none of them happened.
    let days: Vec<&str> = list(&brief, "claims")
        .iter()
        .filter(|c| has(&c["quote"], "ready by") || has(&c["quote"], "prepare the maps"))
        .map(|c| {
            assert!(
                ["plan", "pledge", "proposal", "demand"].contains(&c["kind"].as_str().unwrap_or_default()),
                "{} {}",
                c["kind"],
                c["quote"]
            );
            c["time"]["to"].as_str().unwrap_or("not said")
        })
        .collect();
    for day in ["2017-05-22", "2017-05-27", "2017-06-04"] {
        assert!(days.contains(&day), "{day} is not in {days:?}");
    }
    assert!(list(&brief, "incidents").is_empty());
    // That they differ is a finding, with the three of them; it does not say who is right.
    let found: Vec<&Value> = list(&brief, "contradictions").iter().filter(|c| c["about"] == "term").collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((&found[0]["relation"], list(found[0], "claims").len()), (&"contradiction".into(), 3));
    for words in ["2017-05-22", "2017-05-27", "2017-06-04", "the text of the agreement decides"] {
        assert!(has(&found[0]["why"], words), "{words}: {}", found[0]["why"]);
    }
    // The agreement file has the final text; the draft beside it is not tested under, and says what it differs on.
    let text = fs::read_to_string(repository().join("agreements/syria-2017-05-04.toml")).expect("the agreement");
    let (agreement, _) = agreement::parse(&text);
    let agreement = agreement.expect("sound");
    let tested: Vec<&str> = agreement.tested_texts().map(|t| t.id.as_str()).collect();
    assert_eq!(tested, ["T-DM"]);
    let draft = agreement.texts.iter().find(|t| t.id.as_str() != "T-DM").expect("the draft");
    assert!(draft.differs_on.iter().any(|d| d.contains("maps")), "{:?}", draft.differs_on);
    let maps = &obligations("syria-2017-05-04.toml", "2017-05-10T00:00:00Z")["DM.maps"];
    assert_eq!(maps, &("due_on".to_owned(), Some("2017-06-04".to_owned())));
}

/// A demand has no clock; an obligation is overdue by its clock, without any report of an incident.
#[test]
fn no_10_a_demand_is_no_obligation_and_a_clock_needs_no_incident() {
    let states = obligations("syria-2016-12-30.toml", "2017-06-05T00:00:00Z");
    assert!(states.keys().all(|id| !id.contains("siege")), "{states:?}");
    let text = fs::read_to_string(repository().join("agreements/syria-2016-12-30.toml")).expect("the agreement");
    let (agreement, _) = agreement::parse(&text);
    let agreement = agreement.expect("sound");
    let demand = agreement.statements.iter().find(|s| s.id.as_str() == "opp-lift-sieges").expect("the demand");
    assert_eq!(demand.kind, agreement::words::StatementKind::Demand);
    let maps = |at| obligations("syria-2017-05-04.toml", at)["DM.maps"].0.clone();
    // The day ends in Damascus, three hours before midnight in Greenwich.
    assert_eq!([maps("2017-06-04T20:59:59Z"), maps("2017-06-05T00:00:00Z")], ["due_on", "overdue"]);
    if let Some((_mission, brief)) = seeds() {
        let sieges: Vec<&Value> = list(&brief, "claims").iter().filter(|c| c["act"] == "siege").collect();
        assert!(!sieges.is_empty());
        for c in sieges {
            assert_eq!(c["kind"], "demand", "{}", c["quote"]);
        }
    }
}

/// Russia's strikes on ISIL: out of scope under both texts, and no violation.
#[test]
fn no_8_strikes_on_an_excluded_actor() {
    let text = page(
        "Meadow News",
        "23 January 2017",
        "Russian warplanes bombed the Islamic State group around Deir ez-Zor in eastern Syria on 22 January 2017, the defence ministry in Moscow said.",
    );
    let (_mission, ours) = pages(&[("a.txt", &text)]);
    let mut all = vec![incident(&ours, "warplanes bombed").clone()];
    if let Some((_mission, brief)) = seeds() {
        all.push(incident(&brief, "bombed the militant").clone());
    }
    for i in &all {
        assert_eq!(scopes(i), ["T-UN out_of_scope: excluded actor", "T-OPP out_of_scope: excluded actor"]);
        assert_eq!(answers(i, "excluded_actor"), [("T-UN", "yes"), ("T-OPP", "yes")]);
    }
}

/// The valley that one text leaves out, if an excluded actor was fought there, and the other does not.
#[test]
fn no_9_a_valley_between_two_texts() {
    let (mission, brief) = scenario("wadi-barada");
    let village = incident(&brief, "Government forces shelled");
    assert_eq!(
        scopes(village),
        ["T-UN cannot_be_determined: open: excluded area", "T-OPP in_scope: alleged violation of A1.cease_attacks"]
    );
    assert_eq!(figures(village, "civilians"), [(Some(12), Some(12), Some(12))]);
    assert_eq!(village["independent_origins"]["high"], 1);
    // The words for a determination say so, under each text, and what would change it.
    let id = village["id"].as_str().expect("an id");
    let text = stdout(&armistice(["test".into(), mission.path().into_os_string(), id.into()]));
    for words in [
        "cannot be determined under T-UN: open: excluded area",
        "in scope under T-OPP: alleged violation of A1.cease_attacks",
        "would change: evidence for or against combat operations in the area against Fateh al-Sham Front",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    // The guarantors' lists have numbers of a governorate, no author, and no village.
    for c in list(&brief, "claims").iter().filter(|c| list(c, "chain").iter().any(|l| l["role"] == "recorder")) {
        assert!(c["alleged_author"].is_null(), "{}", c["quote"]);
        assert!(!list(village, "claims").contains(&c["id"]));
    }
}

/// 22 January, Homs: nine civilians, twelve killed, fourteen killed. Ranges per status; nobody is averaged or moved.
#[test]
fn no_13_three_figures_of_one_day() {
    let (mission, brief) = scenario("taldou");
    three_figures(&brief, ["991001", "991002", "991003", "991004"]);
    // Whether the row of the town and the pages tell of one incident is for people to judge.
    let ids: Vec<String> = ["991001,", "nine civilians", "killed 12 people"]
        .iter()
        .map(|words| {
            let c = list(&brief, "claims").iter().find(|c| has(&c["quote"], words)).expect("the claim");
            c["id"].as_str().expect("an id").to_owned()
        })
        .collect();
    for other in &ids[1..] {
        let dir = mission.path().to_string_lossy().into_owned();
        stdout(&armistice(["judge", &dir, "same", &ids[0], other, "--reason", "the same town, day and source"]));
    }
    let brief = mission.brief();
    let town = of_row(&brief, "991001");
    assert_eq!(list(town, "claims").len(), 3);
    assert_eq!(figures(town, "civilians"), [(Some(7), None, Some(9))], "a range and no figure in between");
    assert_eq!(figures(town, "all"), [(Some(10), None, Some(12))]);
    assert_eq!(figures(town, "unknown"), [(Some(2), Some(2), Some(2))]);
    assert_eq!(figures(town, "fighters"), [(Some(1), Some(1), Some(1))]);
    assert_eq!(town["independent_origins"]["high"], 1, "{}", town["independent_origins"]);
    for s in list(town, "scope") {
        assert_eq!(s["scope"], "cannot_be_determined", "{}", s["text"]);
    }
    // The guarantors' lists have nothing in Homs.
    for c in list(&brief, "claims").iter().filter(|c| list(c, "chain").iter().any(|l| l["role"] == "recorder")) {
        assert!(!has(&c["place"]["name"], "homs"), "{}", c["quote"]);
    }
    if let Some((_mission, brief)) = events() {
        three_figures(&brief, ["242544", "242545", "242546", "242547"]);
    }
}

/// Over four places the data set has fourteen killed: eight civilians, five of unknown status, one fighter.
fn three_figures(brief: &Value, ids: [&str; 4]) {
    let wanted: Vec<String> = ids
        .iter()
        .map(|id| {
            let row = list(brief, "claims").iter().find(|c| has(&c["quote"], &format!("{id},"))).expect("its row");
            row["id"].as_str().unwrap_or_default().to_owned()
        })
        .collect();
    let sum = |status: &str| -> u64 {
        wanted
            .iter()
            .map(|id| claim(brief, &Value::from(id.as_str())))
            .flat_map(|c| list(c, "counts"))
            .filter(|n| n["status"] == status)
            .filter_map(|n| n["best"].as_u64())
            .sum()
    };
    assert_eq!([sum("all"), sum("civilians"), sum("unknown"), sum("fighters")], [14, 8, 5, 1]);
}
