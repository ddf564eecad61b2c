//! Linking rows of event data sets against known answers, where the public development data are at hand
//! (`ARMISTICE_SHARED`, or `shared` beside the repository): 6,721 rows of four simulated coders.

#![expect(clippy::print_stdout, reason = "a skipped test and a measured figure are told")]

use crate::build::{C, exactly, incident};
use armistice_core::act::Act;
use armistice_core::count::{CountStatus, CountWhat};
use armistice_core::incident::{Labels, RecordedClaim, SourceKey, link};
use armistice_core::place::{Place, PlacePrecision};
use armistice_core::time::{Moment, TimeBasis, When};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn shared() -> Option<PathBuf> {
    let given = std::env::var_os("ARMISTICE_SHARED").map(PathBuf::from);
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    Some(given.unwrap_or_else(beside).join("data/ged_link_syn")).filter(|p| p.join("records.csv").is_file())
}

/// Coder and word to the acts of our taxonomy that the word may stand for.
fn vocabulary(json: &str) -> BTreeMap<(String, String), BTreeSet<Act>> {
    let mut coder = String::new();
    let mut out: BTreeMap<_, BTreeSet<Act>> = BTreeMap::new();
    for line in json.lines() {
        let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        match quoted[..] {
            [name] => name.clone_into(&mut coder),
            [kind, word] => {
                let act = match kind {
                    "bombing" | "ied" => Act::Explosive,
                    "airstrike" => Act::AirStrike,
                    "shelling" => Act::Shelling,
                    "shooting" => Act::SmallArmsFire,
                    "clash" => Act::ArmedClash,
                    _ => Act::Attack,
                };
                out.entry((coder.clone(), word.to_owned())).or_default().insert(act);
            }
            _ => {}
        }
    }
    out
}

fn micro(text: &str) -> i32 {
    let (whole, part) = text.split_once('.').expect("a decimal");
    let part: i32 = format!("{part:0<6}")[..6].parse().expect("digits");
    whole.parse::<i32>().expect("degrees") * 1_000_000 + part
}

fn row(line: &str, words: &BTreeMap<(String, String), BTreeSet<Act>>) -> Option<(RecordedClaim, String)> {
    let f: Vec<&str> = line.split(',').collect();
    let [id, coder, from, to, lat, lon, precision, place, admin1, word, _, _, deaths, gold] = f[..] else {
        return None;
    };
    let acts = words.get(&(coder.to_owned(), word.to_owned()))?;
    let act = if acts.len() == 1 { *acts.first()? } else { Act::Attack };
    let C(mut c) = incident(coder, act).span(id.parse::<usize>().ok()? * 60);
    let day = |t: &str| t.parse::<Moment>().ok().map(|m| m.date);
    c.when = When::days(day(from), day(to), TimeBasis::DataColumn);
    let precision = match precision {
        "1" => PlacePrecision::Settlement,
        "2" => PlacePrecision::Near,
        "3" => PlacePrecision::Admin2,
        _ => PlacePrecision::Admin1,
    };
    let fine = precision <= PlacePrecision::Near;
    c.claim.place = Some(Place {
        text: place.to_owned(),
        name: Some(place.to_owned()),
        precision,
        point: fine.then(|| (micro(lat), micro(lon))),
        country: None,
        admin1: Some(admin1.to_owned()),
        zone: None,
    });
    if let Ok(n) = deaths.parse() {
        c.claim.counts.push(exactly(CountWhat::Killed, CountStatus::All, n));
    }
    c.ultimate_source = SourceKey::Named(coder.to_owned());
    Some((c, gold.to_owned()))
}

/// Pairs of one group: n(n-1)/2 of each.
fn pairs(sizes: impl Iterator<Item = u64>) -> u64 {
    sizes.map(|n| n * (n - 1) / 2).sum()
}

#[test]
fn event_rows_against_known_answers() {
    let Some(folder) = shared() else {
        println!("skipped: no development data (set ARMISTICE_SHARED)");
        return;
    };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("readable development data");
    let words = vocabulary(&read("taxonomy.json"));
    let rows: Vec<(RecordedClaim, String)> =
        read("records.csv").lines().skip(1).filter_map(|l| row(l, &words)).collect();
    let gold: BTreeMap<_, &String> = rows.iter().map(|(c, g)| (&c.claim.id, g)).collect();
    assert_eq!(gold.len(), 6_719, "every row is read but two with quoted commas");
    let claims: Vec<RecordedClaim> = rows.iter().map(|r| r.0.clone()).collect();
    let found = link(&claims, &[], &Labels::default());
    let mut truth: BTreeMap<&String, u64> = BTreeMap::new();
    gold.values().for_each(|g| *truth.entry(g).or_default() += 1);
    let mut hits = 0;
    for i in &found {
        let mut inside: BTreeMap<&String, u64> = BTreeMap::new();
        i.claims.iter().for_each(|c| *inside.entry(gold[c]).or_default() += 1);
        hits += pairs(inside.into_values());
    }
    let (said, all) = (pairs(found.iter().map(|i| i.claims.len() as u64)), pairs(truth.into_values()));
    // Per mille, in whole numbers.
    let (precision, recall, f1) = (hits * 1000 / said.max(1), hits * 1000 / all, 2 * hits * 1000 / (said + all));
    println!("{} incidents; pairs: precision {precision}, recall {recall}, F1 {f1} per mille", found.len());
    assert!(f1 >= 580, "the linker is far from what it was: {f1}");
}
