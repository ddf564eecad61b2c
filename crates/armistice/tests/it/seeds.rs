//! The five articles that the project starts from, through the real binary: what the brief must say of them. Runs where the
//! shared data is; needles only, no text of theirs.
//!
//! Must not: be a specification; the scenarios are what nobody has tuned the program to.

use crate::support::{Mission, repository, shared};
use serde_json::Value;

fn list<'a>(v: &'a Value, key: &str) -> &'a [Value] {
    v[key].as_array().map_or(&[], Vec::as_slice)
}

fn has(v: &Value, words: &str) -> bool {
    v.as_str().is_some_and(|s| s.to_lowercase().contains(&words.to_lowercase()))
}

struct Brief(Value);

impl Brief {
    /// The document whose file's name begins so.
    fn document(&self, number: &str) -> &Value {
        let found = list(&self.0, "documents").iter().find(|d| has(&d["file"], number));
        found.unwrap_or_else(|| panic!("no document {number}"))
    }

    /// Claims of a kind whose quote has the words.
    fn claims(&self, kind: &str, words: &str) -> Vec<&Value> {
        list(&self.0, "claims").iter().filter(|c| c["kind"] == kind && has(&c["quote"], words)).collect()
    }

    /// The incident that rests on a claim with the words.
    fn incident(&self, words: &str) -> &Value {
        let ids: Vec<&Value> =
            list(&self.0, "claims").iter().filter(|c| has(&c["quote"], words)).map(|c| &c["id"]).collect();
        let found = list(&self.0, "incidents").iter().find(|i| list(i, "claims").iter().any(|c| ids.contains(&c)));
        found.unwrap_or_else(|| panic!("no incident rests on {words:?}"))
    }

    fn documents_of(&self, incident: &Value) -> usize {
        let mut ids: Vec<&str> = list(&self.0, "claims")
            .iter()
            .filter(|c| list(incident, "claims").contains(&c["id"]))
            .filter_map(|c| c["document"].as_str())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.len()
    }

    fn answers(&self, incident: &Value, question: &str) -> Vec<String> {
        list(incident, "tests")
            .iter()
            .filter(|t| t["question"] == question)
            .filter_map(|t| t["answer"].as_str().map(str::to_owned))
            .collect()
    }
}

#[test]
fn the_five_articles() {
    let Some(folder) = shared("seeds") else { return };
    let mission = Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")));
    let mut files: Vec<_> = std::fs::read_dir(&folder).expect("seeds").flatten().map(|e| e.path()).collect();
    files.sort();
    mission.add(files.clone());
    let brief = Brief(mission.brief());

    // Spans are bytes of the captured file, and a quote is what stands there.
    for c in list(&brief.0, "claims") {
        let d = list(&brief.0, "documents").iter().find(|d| d["id"] == c["document"]).expect("its document");
        let file =
            files.iter().find(|f| f.file_name().is_some_and(|n| n.to_str() == d["file"].as_str())).expect("file");
        let bytes = std::fs::read(file).expect("bytes");
        let at = |k: &str| c["span"][k].as_u64().and_then(|n| usize::try_from(n).ok()).expect("an offset");
        assert_eq!(bytes[at("start")..at("end")], *c["quote"].as_str().expect("a quote").as_bytes());
    }

    // Three of five are one agency's; about three origins in all.
    let origin = |n: &str| brief.document(n)["origin"].clone();
    assert_eq!(origin("000"), origin("001"));
    assert_eq!(origin("001"), origin("002"));
    assert!(origin("003") != origin("000") && origin("004") != origin("000") && origin("003") != origin("004"));
    assert_eq!(list(&brief.0, "origins").len(), 3);
    let agency = list(&brief.0, "origins").iter().find(|o| o["id"] == origin("000")).expect("the agency's");
    assert!(has(&agency["label"], "AFP"), "{}", agency["label"]);
    assert!(list(agency, "reasons").iter().any(|r| has(r, "no credit")), "the lost credit is noticed");
    let pair = |a: &str, b: &str| {
        let (a, b) = (&brief.document(a)["id"], &brief.document(b)["id"]);
        list(&brief.0, "copies").iter().any(|c| (&c["a"] == a && &c["b"] == b) || (&c["a"] == b && &c["b"] == a))
    };
    assert!(pair("000", "001") && pair("001", "002"));
    assert!(!pair("000", "003") && !pair("002", "004"), "a picture's credit and a common subject are no copy");

    // One document, one origin, no pin.
    let strikes = brief.incident("air strikes killed nine");
    assert_eq!(
        (strikes["independent_origins"]["low"].as_u64(), strikes["independent_origins"]["high"].as_u64()),
        (Some(1), Some(1))
    );
    assert_eq!(brief.documents_of(strikes), 1);
    assert!(strikes["place"]["lat"].is_null() && strikes["place"]["precision"] == "admin1", "{}", strikes["place"]);
    assert_eq!(strikes["verification_status"], "single_origin");
    assert!(
        list(strikes, "counts").iter().any(|c| c["what"] == "killed" && c["status"] == "civilians" && c["best"] == 9)
    );

    // Three documents, one origin.
    let bombardment = brief.incident("bombardment and attacks near");
    assert_eq!(brief.documents_of(bombardment), 3);
    assert_eq!(bombardment["independent_origins"]["high"], 1);

    // Excluded actor under both texts.
    for words in ["bombed the militant", "joint air strikes"] {
        assert_eq!(brief.answers(brief.incident(words), "excluded_actor"), ["yes", "yes"], "{words}");
    }

    // What the sides say is told apart, with who says it.
    assert!(
        brief
            .claims("plan", "expected to sign")
            .iter()
            .any(|c| list(c, "chain").iter().any(|l| has(&l["name"], "source close")))
    );
    assert!(
        brief
            .claims("refusal", "would be signed")
            .iter()
            .any(|c| list(c, "chain").iter().any(|l| has(&l["name"], "Aridi")))
    );
    assert!(!brief.claims("pledge", "pledges from the").is_empty());
    assert!(!brief.claims("condition", "proceed to the next phases").is_empty());
    for act in ["siege", "release_of_detainees", "aid_delivery"] {
        assert!(brief.claims("demand", "would push for").iter().any(|c| c["act"] == act), "{act}");
    }
    assert!(
        list(&brief.0, "contradictions")
            .iter()
            .any(|c| c["relation"] == "contradiction" && has(&c["about"], "signing"))
    );

    // War totals are totals, and two roundings of one are no contradiction.
    for words in ["310,000", "300,000"] {
        assert!(!brief.claims("total", words).is_empty() && brief.claims("incident", words).is_empty(), "{words}");
    }
    assert!(
        list(&brief.0, "contradictions")
            .iter()
            .any(|c| has(&c["about"], "killed") && c["relation"] == "different_scope")
    );

    // A page header's date is no date of anything.
    let late = |t: &Value| ["from", "to"].iter().any(|k| has(&t[*k], "2017-10"));
    assert!(!late(&brief.document("001")["published"]));
    assert!(has(&brief.document("001")["published"]["from"], "2017-01"), "{}", brief.document("001")["published"]);
    assert!(!list(&brief.0, "claims").iter().any(|c| late(&c["time"])));

    // The same names, written in two ways.
    assert!(list(&brief.0, "people").iter().any(|p| {
        let variants = list(p, "variants");
        variants.iter().any(|v| has(&v["text"], "Yehya")) && variants.iter().any(|v| has(&v["text"], "Yahya"))
    }));
}
