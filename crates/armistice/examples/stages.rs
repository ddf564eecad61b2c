//! Times the stages of reading apart, on one thread: main text, claims, lineage. For `bench/add/run.sh`.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a measuring program")]

use armistice_core::id::DocumentId;
use armistice_read::{
    claims::{ClaimContext, read_claims},
    lineage::index::{Index, TextDoc},
    reading,
};
use std::time::Instant;

fn main() {
    let folder = std::env::args().nth(1).expect("a folder of articles");
    let mut files: Vec<_> = std::fs::read_dir(&folder).expect("a folder").flatten().map(|e| e.path()).collect();
    files.sort();
    let bytes: Vec<(String, Vec<u8>)> =
        files.iter().map(|f| (f.display().to_string(), std::fs::read(f).expect("a file"))).collect();
    let n = bytes.len();
    let total: usize = bytes.iter().map(|(_, b)| b.len()).sum();
    let say = |what: &str, start: Instant| {
        let s = start.elapsed().as_secs_f64();
        println!(
            "{what}, one thread: {s:.1} s, {:.0} documents per second, {:.1} MB per second",
            n as f64 / s,
            total as f64 / 1e6 / s
        );
    };
    let start = Instant::now();
    let read: Vec<_> = bytes.iter().filter_map(|(name, b)| reading::read(b, Some(name)).ok()).collect();
    say("main text, dates, metadata", start);
    let gazetteer = armistice::places::gazetteer().expect("the gazetteer");
    let start = Instant::now();
    let mut claims = 0;
    for (i, r) in read.iter().enumerate() {
        let context = ClaimContext {
            document: DocumentId::of(&[&i.to_be_bytes()]),
            outlet: None,
            language: r.language.unwrap_or("en"),
            gazetteer,
            countries: &["SY".to_owned()],
            actor_aliases: &[],
            text_agency: None,
        };
        claims += read_claims(&r.text, &r.blocks, &context).len();
    }
    say("claims", start);
    println!("claims: {claims}");
    let start = Instant::now();
    let mut index = Index::new();
    for r in &read {
        let spans: Vec<_> = r.main_blocks().map(|b| b.span).collect();
        index.push(&TextDoc { text: &r.text.text, spans: &spans });
    }
    let lineage = index.lineage();
    say("lineage", start);
    println!("lineage: {} pairs that share text", lineage.copies.len());
}
