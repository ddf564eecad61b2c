//! Lineage of files: `lineage --json DOCS.json` (an array of `{id, text}`; prints pairs, time and memory as JSON) or
//! `lineage PAGES…` (text files; prints copies and origins with their reasons).
//!
//! Must not: be more than a way to measure and to look.
#![expect(clippy::print_stdout, reason = "a program for measurements prints them")]

use std::error::Error;
use std::time::Instant;

use armistice_core::span::Span;
use armistice_read::block::{BlockKind, Fate};
use armistice_read::lineage::agencies::Agencies;
use armistice_read::lineage::copies::Strength;
use armistice_read::lineage::credit::{CreditRules, cues};
use armistice_read::lineage::index::{Index, TextDoc};
use armistice_read::lineage::origin::{OriginDoc, origins};
use armistice_read::lineage::quotes::{quotations, same_quotations};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.split_first() {
        Some((flag, [file])) if flag == "--json" => measure(file),
        Some(_) => pages(&args),
        None => Err("usage: lineage --json DOCS.json | lineage PAGES…".into()),
    }
}

fn measure(file: &str) -> Result<(), Box<dyn Error>> {
    let before = memory_kib("VmRSS:");
    let value: serde_json::Value = serde_json::from_slice(&std::fs::read(file)?)?;
    let docs: Vec<(i64, String)> = value
        .as_array()
        .ok_or("not an array")?
        .iter()
        .filter_map(|d| Some((d["id"].as_i64()?, d["text"].as_str()?.to_owned())))
        .collect();
    drop(value);
    let loaded = memory_kib("VmRSS:");
    let start = Instant::now();
    let mut index = Index::new();
    for (_, text) in &docs {
        index.push(&TextDoc { text, spans: &[Span::new(0, text.len())] });
    }
    let indexed = start.elapsed();
    let lineage = index.lineage();
    let seconds = start.elapsed();
    let pairs = |list: &[armistice_read::lineage::copies::Copy]| -> Vec<serde_json::Value> {
        list.iter()
            .map(|c| {
                let strong = c.strength == Strength::Strong;
                serde_json::json!([docs[c.a].0, docs[c.b].0, strong, c.words_total, c.longest()])
            })
            .collect()
    };
    let out = serde_json::json!({
        "documents": docs.len(),
        "words": index.words(),
        "seconds": seconds.as_secs_f64(),
        "seconds_indexing": indexed.as_secs_f64(),
        "kib_before": before,
        "kib_with_texts": loaded,
        "kib_peak": memory_kib("VmHWM:"),
        "common_text": lineage.common.len(),
        "copies": pairs(&lineage.copies),
        "faint": pairs(&lineage.faint),
    });
    println!("{out}");
    Ok(())
}

/// A figure of this process in KiB, where the system tells it.
fn memory_kib(field: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix(field))?;
    line.split_whitespace().next()?.parse().ok()
}

fn pages(files: &[String]) -> Result<(), Box<dyn Error>> {
    let texts: Vec<String> = files.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let mut index = Index::new();
    let (mut docs, mut quotes) = (Vec::new(), Vec::new());
    for text in &texts {
        let all = Span::new(0, text.len());
        index.push(&TextDoc { text, spans: &[all] });
        quotes.push(quotations(text, &[all]));
        let blocks = [(all, BlockKind::Paragraph, Fate::Main)];
        let cues = cues(text, &blocks, None, CreditRules::bundled(), Agencies::bundled());
        for c in &cues {
            println!("{} {:?} {}: {}", docs.len(), c.kind, c.name, c.evidence);
        }
        docs.push(OriginDoc { cues, ..OriginDoc::default() });
    }
    let lineage = index.lineage();
    for (list, what) in [(&lineage.copies, "copy"), (&lineage.faint, "faint")] {
        for c in list {
            println!("{what} {} {} {:?}: {} runs, {} words", c.a, c.b, c.strength, c.runs.len(), c.words_total);
            for r in &c.runs {
                println!("    {} words: {}", r.words, texts[c.a][r.a.range()].replace('\n', " "));
            }
        }
    }
    let found = origins(&docs, &index, &lineage, &same_quotations(&quotes), Agencies::bundled());
    for o in &found.origins {
        println!("origin {} {:?} {}-{}", o.label, o.members, o.low, o.high);
        for r in &o.reasons {
            println!("    {}", r.english(&|d| format!("page {d}")));
        }
    }
    Ok(())
}
