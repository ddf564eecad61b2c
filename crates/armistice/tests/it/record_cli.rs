//! `armistice record`: files of entries are taken or refused as a whole; what follows from them is printed with its conditions.

use crate::support::{Mission, armistice, repository, stdout};
use armistice_core::id::IncidentId;
use expect_test::expect_file;
use serde_json::Value;
use std::{fs, path::Path, process::Output};

fn syria() -> Mission {
    Mission::new(Some(repository().join("agreements/syria-2016-12-30.toml")))
}

fn record(mission: &Mission, text: &str, more: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("ledger.toml");
    fs::File::create(&file).and_then(|mut f| std::io::Write::write_all(&mut f, text.as_bytes())).expect("written");
    let path = mission.path();
    let mut args = vec!["record", path.to_str().expect("a path"), "--from", file.to_str().expect("a path")];
    args.extend(more);
    armistice(args)
}

fn view(mission: &Mission, what: &str, more: &[&str]) -> String {
    let path = mission.path();
    let mut args = vec!["record", what, path.to_str().expect("a path")];
    args.extend(more);
    stdout(&armistice(args))
}

fn json(mission: &Mission, what: &str) -> Value {
    serde_json::from_str(&view(mission, what, &["--json"])).expect("JSON")
}

fn bulletins() -> String {
    fs::read_to_string(repository().join("scenarios/astana-bulletins/ledger.toml")).expect("the scenario")
}

#[test]
fn the_four_bulletins_give_three_of_thirty_six() {
    let mission = syria();
    let taken = record(&mission, &bulletins(), &[]);
    let said = stdout(&taken) + &String::from_utf8_lossy(&taken.stderr);
    let text = view(&mission, "concordance", &[]);
    expect_file![repository().join("scenarios/astana-bulletins/concordance.txt")].assert_eq(&text);
    for sum in ["6 + 2 + 2 + 1 = 11", "4 + 4 + 2 + 2 + 2 + 1 = 15", "3 of 36 (0 of 9, 3 of 12, 0 of 0, 0 of 15)"] {
        assert!(text.contains(sum), "{sum} is not in\n{text}");
    }
    let c = json(&mission, "concordance");
    let rate = c["confirmed"].as_array().expect("rates").iter().find(|r| r["by"] == "russia").expect("a rate");
    assert_eq!((rate["confirmed"].as_u64(), rate["out_of"].as_u64()), (Some(3), Some(36)));
    assert!(c["lists"].as_array().expect("lists").iter().all(|l| l["published_by"] == "russia"));
    // Whoever records is nobody's author, in no sentence of no command.
    let path = mission.path();
    let brief = stdout(&armistice(["brief", path.to_str().expect("a path")]));
    let id = said.split_whitespace().find(|w| w.starts_with("bul-")).expect("an id").to_owned();
    let shown = armistice(["show", path.to_str().expect("a path"), &id]);
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    for text in [said, text, c.to_string(), brief, shown, view(&mission, "coverage", &[])] {
        assert!(!text.to_lowercase().contains("commit"), "{text}");
        assert!(!text.contains('%'), "{text}");
    }
}

#[test]
fn days_choose_whole_windows() {
    let mission = syria();
    stdout(&record(&mission, &bulletins(), &[]));
    let text = view(&mission, "concordance", &["--from", "2017-01-01", "--to", "2017-01-31"]);
    assert!(text.contains("3 of 21 (0 of 9, 3 of 12, 0 of 0)"), "{text}");
    let path = mission.path();
    let wrong = armistice(["record", "concordance", path.to_str().expect("a path"), "--from", "yesterday"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn a_file_is_entered_once() {
    let mission = syria();
    stdout(&record(&mission, &bulletins(), &[]));
    let again = record(&mission, &bulletins(), &[]);
    assert!(String::from_utf8_lossy(&again.stderr).contains("8 entries stand in this register already"), "{again:?}");
    assert_eq!(json(&mission, "concordance")["lists"].as_array().map(Vec::len), Some(8));
}

/// One shelling: one event of a data set, 37 explosions before a camera, a complaint of a party, four in a bulletin.
#[test]
fn one_shelling_is_one_incident_with_37_observations_and_three_recorders() {
    let mission = syria();
    let id = IncidentId::of(&[b"a shelling"]);
    let list = |recorder: &str, unit: &str, count: u64| {
        format!(
            "[[listed]]\nincident = \"{id}\"\nrecorder = \"{recorder}\"\nstance = \"listed\"\nwhen = 2017-01-12\nunit = \
             \"{unit}\"\ncount = {count}\n"
        )
    };
    let text = format!(
        "format = 1\n{}{}{}[[observation]]\nincident = \"{id}\"\nwhat = \"explosion\"\nnumber = 37\nmeans = \
         \"camera\"\nwhen = 2017-01-12\n",
        list("a data set", "incidents", 1),
        list("sy-opp", "complaints", 1),
        list("sy-gov", "violations", 4)
    );
    stdout(&record(&mission, &text, &[]));
    let c = json(&mission, "concordance");
    let incidents = c["incidents"].as_array().expect("incidents");
    assert_eq!(incidents.len(), 1);
    assert_eq!(incidents[0]["recorders"].as_array().map(Vec::len), Some(3));
    assert_eq!(incidents[0]["observations"][0]["best"].as_u64(), Some(37));
    assert_eq!(c["by_no_guarantor"].as_array().map(Vec::len), Some(1));
    let text = view(&mission, "concordance", &[]);
    assert!(text.contains("3 recorders") && text.contains("37 × explosion"), "{text}");
    assert!(!text.contains("43") && !text.contains("42"), "unlike numbers are never added\n{text}");
}

#[test]
fn a_zero_is_printed_with_the_outage() {
    let mission = syria();
    let zero = "format = 1\n[[bulletin]]\nrecorder = \"observers\"\npublisher = \"observers\"\nperiod = 2017-01-12\nunit = \
                \"violations\"\nstanding = \"recorded\"\ntotal = 0\n";
    stdout(&record(&mission, zero, &[]));
    let text = view(&mission, "concordance", &[]);
    assert!(text.contains("beside the zero: What could be observed in this window is not entered"), "{text}");
    let outage = "format = 1\n[[coverage]]\narea = \"Daraa\"\nperiod = 2017-01-12\nmeans = \"camera\"\nwatch = \
                  \"not_observed\"\nhindrance = \"outage\"\nunits = 3\n";
    stdout(&record(&mission, outage, &[]));
    let text = view(&mission, "concordance", &[]);
    assert!(text.contains("beside the zero: Daraa: not observed, 3 × camera (outage)"), "{text}");
    let c = json(&mission, "concordance");
    assert_eq!(c["lists"][0]["beside_zero"]["hindered"].as_array().map(Vec::len), Some(1));
    let text = view(&mission, "coverage", &["--from", "2017-01-11", "--to", "2017-01-12"]);
    assert!(text.contains("0 observed, 0 limited, 1 not observed, 1 no entry (not known)"), "{text}");
}

#[test]
fn a_broken_entry_takes_the_file_with_it_unless_told_otherwise() {
    let mission = syria();
    let text = "format = 1\n\n[[coverage]]\narea = \"Daraa\"\nperiod = 2017-01-12\nmeans = \"camera\"\nwatch = \
                \"observed\"\n\n[[coverage]]\narea = \"Homs\"\nperiod = \"2017-01-12\"\nmeans = \"telepathy\"\nwhatch = \
                \"observed\"\n";
    let refused = record(&mission, text, &[]);
    assert_eq!(refused.status.code(), Some(3));
    let message = String::from_utf8_lossy(&refused.stderr).into_owned();
    for line in
        ["line 9: `watch` is missing", "line 12: `telepathy` is no word for `means`", "line 13: `whatch` is no field"]
    {
        assert!(message.contains(line), "{line}\n{message}");
    }
    assert_eq!(json(&mission, "coverage")["areas"].as_array().map(Vec::len), Some(0));
    let partly = record(&mission, text, &["--partial"]);
    assert_eq!(partly.status.code(), Some(3));
    assert_eq!(json(&mission, "coverage")["areas"].as_array().map(Vec::len), Some(1));
    assert_eq!(record(&mission, "format = 1\n", &[]).status.code(), Some(3));
    let none = armistice(["record", mission.path().to_str().expect("a path"), "--from", "/no/such/file"]);
    assert_eq!(none.status.code(), Some(4));
}

#[test]
fn calls_and_requests_are_answered_by_name_or_id() {
    let mission = syria();
    let text = "format = 1\n[[call]]\nname = \"c1\"\nfrom = \"russia\"\nto = \"Republic of Turkey\"\nat = \
                \"2017-01-12T08:00Z\"\ntext = \"fire near the pass\"\nanswer_by = \"2017-01-12T09:00Z\"\n[[call]]\nanswers = \
                \"c1\"\nfrom = \"turkey\"\nto = \"russia\"\nat = \"2017-01-12T08:25Z\"\ntext = \"stopped\"\nresult = \
                \"de_escalated\"\n[[call]]\nfrom = \"russia\"\nto = \"a liaison office\"\nat = \"2017-01-12T10:00Z\"\ntext = \
                \"no answer\"\nanswer_by = \"2017-01-12T11:00Z\"\n[[access]]\nname = \"a1\"\npurpose = \"monitors\"\narea = \
                \"Damascus\"\nwhen = \"2017-01-12T08:00Z\"\nof = [\"sy-gov\"]\n";
    let taken = record(&mission, text, &[]);
    let ids = stdout(&taken);
    let warned = String::from_utf8_lossy(&taken.stderr).into_owned();
    assert!(warned.contains("`a liaison office` is no actor of an adopted agreement; kept as words"), "{warned}");
    assert!(!warned.contains("Republic of Turkey"), "a name that the agreement knows is that actor\n{warned}");
    let access = ids.split_whitespace().find(|w| w.starts_with("acc-")).expect("an id").to_owned();
    let answer = format!(
        "format = 1\n[[access]]\nanswers = \"{access}\"\npurpose = \"monitors\"\narea = \"Damascus\"\nwhen = \
         \"2017-01-13T08:00Z\"\noutcome = \"denied\"\nby = [\"sy-gov\"]\nwhy = \"not safe\"\n"
    );
    stdout(&record(&mission, &answer, &[]));
    let calls = json(&mission, "calls");
    assert_eq!((calls["answered"].as_u64(), calls["overdue"].as_u64()), (Some(1), Some(1)));
    assert_eq!(calls["median_seconds"]["least"].as_u64(), Some(25 * 60));
    assert_eq!(calls["calls"].as_array().map(Vec::len), Some(2));
    let coverage = json(&mission, "coverage");
    assert_eq!(coverage["access"]["denied"].as_u64(), Some(1));
    assert_eq!(coverage["access"]["of_known_outcome"].as_u64(), Some(1));
    assert_eq!(coverage["access"]["requests"][0]["seconds"]["most"].as_u64(), Some(86_400));
    assert_eq!(coverage["obstructions"].as_array().map(Vec::len), Some(1));
    let text = view(&mission, "calls", &[]);
    assert!(text.contains("25 min (1 answered with known times; 1 not answered)"), "{text}");
    let nobody = answer.replace(&access, "acc-aaaaaaaaaaaaaaaa");
    assert_eq!(record(&mission, &nobody, &[]).status.code(), Some(3));
}

#[test]
fn obligations_are_those_of_the_agreement() {
    let mission = syria();
    let report = |id: &str| {
        format!(
            "format = 1\n[[obligation]]\nobligation = \"{id}\"\nperformance = \"done\"\naccording_to = \"russia\"\nwhen = \
             \"unknown\"\n"
        )
    };
    let refused = record(&mission, &report("no-such-duty"), &[]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("the agreement has no obligation `no-such-duty`"));
    let file = fs::read_to_string(repository().join("agreements/syria-2016-12-30.toml")).expect("the agreement");
    let (_, rest) = file.split_once("[[obligations]]\nid = \"").expect("an obligation");
    let id = rest.split('"').next().expect("an id");
    stdout(&record(&mission, &report(id), &[]));
}

#[test]
fn coders_are_compared() {
    let mission = syria();
    let mut text = String::from("format = 1\n");
    for (thing, (a, b)) in ["aa", "ab", "bb", "bb"].iter().map(|v| v.split_at(1)).enumerate() {
        for (coder, value) in [("c1", a), ("c2", b)] {
            text += &format!(
                "[[coding]]\nthing = \"thing {thing}\"\nfield = \"act\"\nvalue = \"{value}\"\ncoder = \"{coder}\"\nblind = \
                 true\n"
            );
        }
    }
    stdout(&record(&mission, &text, &[]));
    let c = json(&mission, "agreement-of-coders");
    let pair = &c["fields"][0]["pairs"][0];
    // po = 3/4, pe = (2·1 + 2·3)/16 = 1/2.
    assert_eq!((pair["agreement_permille"].as_i64(), pair["kappa_permille"].as_i64()), (Some(750), Some(500)));
    assert_eq!(c["disagreements"].as_array().map(Vec::len), Some(1));
    assert!(view(&mission, "agreement-of-coders", &[]).contains("same value 3 of 4; Cohen's kappa 0.500"));
}

#[test]
fn the_forms_of_the_document_can_be_taken() {
    let document = fs::read_to_string(repository().join("docs/ledgers.md")).expect("docs/ledgers.md");
    let blocks: Vec<&str> = document.split("```toml\n").skip(1).filter_map(|b| b.split("```").next()).collect();
    assert!(blocks.len() >= 12, "one form a table");
    for block in blocks {
        let (entries, problems) = armistice::ledger_file::read(format!("format = 1\n{block}").as_bytes());
        assert!(problems.is_empty() && !entries.is_empty(), "{block}\n{problems:?}");
    }
    assert!(Path::new(&repository().join("docs/ledgers.md")).is_file());
}
