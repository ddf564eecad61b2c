//! Prints the claims of text files so that a person can judge them: `cargo run --example claims -- FILES…`.
//!
//! Must not: be the product's reader; it takes a file as it is, paragraphs as lines.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool")]

use armistice_core::id::DocumentId;
use armistice_read::{
    block::{Block, BlockKind, Fate},
    claims::{ClaimContext, read_claims},
    elements::gazetteer::Gazetteer,
    source::SourceText,
};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut bytes = 0usize;
    let mut count = 0usize;
    let files: Vec<String> = std::env::args().skip(1).collect();
    let quiet = files.first().is_some_and(|f| f == "--quiet");
    let gazetteer = Gazetteer::empty();
    let start = std::time::Instant::now();
    for file in files.iter().skip(usize::from(quiet)) {
        let text = match std::fs::read_to_string(file) {
            Ok(t) => t,
            Err(e) => {
                eprintln!("{file}: {e}. Give a UTF-8 text file.");
                return ExitCode::from(1);
            }
        };
        bytes += text.len();
        let source = SourceText::identity(text);
        let blocks = lines(&source.text);
        let ctx = ClaimContext {
            document: DocumentId::of(&[source.text.as_bytes()]),
            outlet: Some(file.clone()),
            language: "en",
            gazetteer: &gazetteer,
            countries: &[],
            actor_aliases: &[],
            text_agency: None,
        };
        let claims = read_claims(&source, &blocks, &ctx);
        count += claims.len();
        if quiet {
            continue;
        }
        println!("== {file}");
        for c in &claims {
            let names = |list: &[armistice_core::claim::ActorMention]| {
                list.iter().map(|m| m.text.as_str()).collect::<Vec<_>>().join(" + ")
            };
            println!("[{:?}/{:?}] {}", c.kind, c.polarity, c.quote.replace('\n', " "));
            println!(
                "    act {} · by {} · on {}",
                c.act.map_or("-", |a| a.id()),
                names(&c.alleged_authors),
                names(&c.affected)
            );
            if let Some(p) = &c.place {
                println!("    place {} ({:?}, pin {})", p.text, p.precision, p.point.is_some());
            }
            if let Some(t) = &c.time {
                println!("    time {} {:?}", t.text, t.expr);
            }
            for n in &c.counts {
                println!("    count {:?} {:?} {:?}-{:?}-{:?}", n.what, n.status, n.min, n.best, n.max);
            }
            let chain: Vec<String> = c
                .chain
                .iter()
                .skip(1)
                .map(|l| format!("{:?} {} ({})", l.role, l.name, l.verb.as_deref().unwrap_or("-")))
                .collect();
            println!("    chain {}", chain.join(" <- "));
            println!("    rules {}", c.rules.join(" "));
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    eprintln!("{count} claims, {bytes} bytes, {seconds:.3} s");
    ExitCode::SUCCESS
}

fn lines(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if !body.trim().is_empty() {
            out.push(Block {
                span: armistice_core::span::Span::new(at, at + body.len()),
                kind: BlockKind::Paragraph,
                fate: Fate::Main,
            });
        }
        at += line.len();
    }
    out
}
