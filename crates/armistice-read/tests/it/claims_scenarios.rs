//! Whole pages: the claim rows of `scenarios/*/expect.toml`, on the pages that are plain text.
//!
//! The pages are read line by line, without the main-text reader, the gazetteer and the calendar; rows about places' precision and
//! resolved times are for the whole program. Here the share of rows that hold may not fall.

use super::claims::read;
use armistice_core::claim::{ActorMention, Claim};
use std::path::PathBuf;

/// Of a hundred required rows at least so many hold.
const FLOOR: usize = 94;

fn folder() -> Option<PathBuf> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    [std::env::var_os("ARMISTICE_SCENARIOS").map(PathBuf::from), Some(here.join("../../scenarios"))]
        .into_iter()
        .flatten()
        .find(|p| p.is_dir())
}

fn texts(row: &toml::Table, key: &str) -> Vec<String> {
    match row.get(key) {
        Some(toml::Value::String(s)) => vec![s.to_lowercase()],
        Some(toml::Value::Array(list)) => list.iter().filter_map(|v| v.as_str()).map(str::to_lowercase).collect(),
        _ => vec![],
    }
}

fn snake(debug: String) -> String {
    let mut out = String::new();
    for (i, c) in debug.char_indices() {
        if c.is_uppercase() && i > 0 {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// The first key of the row that the claim does not meet.
fn differs(c: &Claim, row: &toml::Table) -> Option<&'static str> {
    let is_in = |keys: [&str; 2], value: &str| {
        let wanted: Vec<String> = keys.iter().flat_map(|k| texts(row, k)).collect();
        wanted.is_empty() || wanted.iter().any(|w| w == value)
    };
    let mentions = |key: &str, list: &[ActorMention]| {
        texts(row, key).iter().all(|w| {
            if w == "none" {
                list.is_empty()
            } else {
                list.iter().any(|m| m.text.to_lowercase().contains(w) || w.contains(&m.text.to_lowercase()))
            }
        })
    };
    let link = |wanted: &String| {
        let (role, words) = wanted.split_once(':').unwrap_or((wanted, ""));
        // This reader is given no outlet and no agency of the page.
        if role == "outlet" {
            return true;
        }
        c.chain.iter().any(|l| {
            (role == "any" || role == snake(format!("{:?}", l.role))) && l.name.to_lowercase().contains(words.trim())
        })
    };
    let counts = row.get("counts").and_then(|v| v.as_array()).is_none_or(|list| {
        list.iter().filter_map(|v| v.as_table()).all(|want| {
            c.counts.iter().any(|n| {
                let same = |key: &str, have: Option<u64>| {
                    want.get(key)
                        .is_none_or(|v| v.as_integer().map_or(have.is_none(), |i| u64::try_from(i).ok() == have))
                };
                is_word(want, "what", &snake(format!("{:?}", n.what)))
                    && is_word(want, "status", &snake(format!("{:?}", n.status)))
                    && same("min", n.min)
                    && same("best", n.best)
                    && same("max", n.max)
            })
        })
    });
    let checks = [
        ("kind", is_in(["kind", "kind_in"], &snake(format!("{:?}", c.kind)))),
        ("act", is_in(["act", "act_in"], c.act.map_or("none", |a| a.id()))),
        ("polarity", is_in(["polarity", "polarity"], &snake(format!("{:?}", c.polarity)))),
        ("alleged_author", mentions("alleged_author", &c.alleged_authors)),
        ("affected", mentions("affected", &c.affected)),
        ("counts", counts),
        ("chain_has", texts(row, "chain_has").iter().all(link)),
        ("chain_lacks", !texts(row, "chain_lacks").iter().filter(|w| !w.starts_with("outlet")).any(link)),
    ];
    checks.iter().find(|(_, ok)| !ok).map(|(k, _)| *k)
}

fn is_word(table: &toml::Table, key: &str, have: &str) -> bool {
    table.get(key).is_none_or(|v| v.as_str() == Some(have))
}

#[test]
#[expect(clippy::print_stderr, reason = "says what was skipped, and what does not hold yet")]
fn whole_pages() {
    let Some(folder) = folder() else {
        eprintln!("skipped: no scenarios folder");
        return;
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("scenarios")
        .filter_map(|e| e.ok())
        .map(|e| e.path().join("expect.toml"))
        .filter(|p| p.is_file())
        .collect();
    files.sort();
    let (mut held, mut total, mut report) = (0, 0, String::new());
    for file in files {
        let expect: toml::Table = std::fs::read_to_string(&file).expect("expect.toml").parse().expect("valid TOML");
        let rows = |key: &str| expect.get(key).and_then(|v| v.as_array()).cloned().unwrap_or_default();
        for (key, row) in
            rows("claim").iter().map(|r| ("claim", r)).chain(rows("no_claim").iter().map(|r| ("no_claim", r)))
        {
            let row = row.as_table().expect("a table");
            let name = row.get("file").and_then(|v| v.as_str()).unwrap_or("");
            let needle = row.get("contains").and_then(|v| v.as_str()).unwrap_or("");
            let nice = row.get("nice").and_then(toml::Value::as_bool).unwrap_or(false);
            if !name.ends_with(".txt") || nice {
                continue;
            }
            let Ok(text) = std::fs::read_to_string(file.with_file_name(name)) else { continue };
            let Some(at) = text.find(needle) else { continue };
            let claims: Vec<Claim> = read(&text)
                .into_iter()
                .filter(|c| c.span.range().start < at + needle.len() && at < c.span.range().end)
                .collect();
            let unwanted = |key: &str, list: fn(&Claim) -> &Vec<ActorMention>| {
                texts(row, key)
                    .iter()
                    .any(|w| claims.iter().any(|c| list(c).iter().any(|m| m.text.to_lowercase().contains(w))))
            };
            let numbers: Vec<u64> = row
                .get("no_counts")
                .and_then(|v| v.as_array())
                .into_iter()
                .flatten()
                .filter_map(|v| v.as_integer())
                .filter_map(|v| u64::try_from(v).ok())
                .collect();
            let counted = claims
                .iter()
                .filter(|c| snake(format!("{:?}", c.kind)) == "incident")
                .flat_map(|c| &c.counts)
                .any(|n| [n.min, n.best, n.max].iter().flatten().any(|x| numbers.contains(x)));
            let missing: Vec<Option<&str>> = claims.iter().map(|c| differs(c, row)).collect();
            let good = if key == "no_claim" {
                missing.iter().all(Option::is_some)
            } else {
                missing.iter().any(Option::is_none)
                    && !unwanted("not_author", |c| &c.alleged_authors)
                    && !unwanted("not_affected", |c| &c.affected)
                    && !counted
            };
            total += 1;
            held += usize::from(good);
            if !good {
                report.push_str(&format!(
                    "{} {key} {name}: {needle}\n   {row:?}\n   {missing:?}\n{}",
                    file.display(),
                    super::claims::show(&claims)
                ));
            }
        }
    }
    eprintln!("{report}{held} of {total} rows hold");
    assert!(held * 100 >= total * FLOOR, "{held} of {total} rows hold");
}
