//! Main text of files, as JSON lines: for benchmarks and for training the line model.
//!
//! Must not: be part of the product; the command line tool is.
//!
//! `maintext [--features text|html|html-no-dom] FILE…` prints one object per file. With `--features`, the lines of the
//! page with the features that the model sees (files are taken as plain text lines, or as HTML).

use armistice_read::{decode, html, maintext, maintext::features::Input, reading};
use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mode = if arguments.first().is_some_and(|a| a == "--features") { arguments.drain(..2).nth(1) } else { None };
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    for path in arguments {
        let bytes = std::fs::read(&path)?;
        let object = match &mode {
            Some(mode) => features(&bytes, mode),
            None => plain(&bytes, &path),
        };
        let mut object = object;
        object["file"] = path.into();
        serde_json::to_writer(&mut out, &object)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn features(bytes: &[u8], mode: &str) -> serde_json::Value {
    let decoded = decode::decode(bytes, mode != "text");
    let (text, lines, marks, kept);
    if mode == "text" {
        text = decoded.text.text.clone();
        // One line of the file is one line of the benchmark, whatever the splitter would do with it.
        let mut spans = vec![];
        let mut at = 0;
        for line in text.split('\n') {
            spans.push(armistice_core::span::Span::new(at, at + line.len()));
            at += line.len() + 1;
        }
        lines = spans;
        marks = vec![];
        kept = vec![];
    } else {
        let page = html::parse(&decoded.text.text);
        kept = if mode == "html" && maintext::extractor::allowed(&decoded.text.text, &page) {
            maintext::extractor::kept(&decoded.text.text, &page).unwrap_or_default()
        } else {
            vec![]
        };
        text = page.text.text.clone();
        lines = page.lines.iter().map(|l| l.span).collect();
        marks = page.lines;
    }
    let mut all: Vec<Vec<String>> = vec![vec![]; lines.len()];
    let input = Input { text: &text, lines: &lines, html: &marks, extractor: &kept };
    maintext::features::each(input, |i, f| all[i].push(f.to_owned()));
    let texts: Vec<&str> = lines.iter().map(|l| &text[l.range()]).collect();
    serde_json::json!({ "lines": texts, "features": all, "kept": kept })
}

fn plain(bytes: &[u8], path: &str) -> serde_json::Value {
    match reading::read(bytes, Some(path)) {
        Ok(r) => {
            let dates: Vec<_> = r
                .meta
                .dates
                .iter()
                .map(|d| {
                    let m = &d.mention;
                    let day = (m.year, m.month, m.day);
                    serde_json::json!({ "text": d.found.text, "role": format!("{:?}", d.role), "day": day })
                })
                .collect();
            let authors: Vec<_> = r.meta.authors.iter().map(|a| a.text.clone()).collect();
            serde_json::json!({
                "main": r.main_text(),
                "title": r.meta.title.as_ref().map(|t| t.text.clone()),
                "outlet": r.meta.outlet.as_ref().map(|o| o.name.text.clone()),
                "authors": authors,
                "dates": dates,
                "language": r.language,
                "warnings": r.warnings.iter().map(|w| format!("{w:?}")).collect::<Vec<_>>(),
                "blocks": r.blocks.iter().map(|b| {
                    serde_json::json!([format!("{:?}", b.kind), format!("{:?}", b.fate), r.text.slice(b.span)])
                }).collect::<Vec<_>>(),
            })
        }
        Err(error) => serde_json::json!({ "error": error.to_string() }),
    }
}
