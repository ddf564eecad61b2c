//! What the finders see in files of plain text, and how long they take: `elements [--time] [--gazetteer FILE] [--country CC]… FILE…`.
//!
//! Must not: be part of the product; it is for measuring and looking.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a program for the person who runs it")]

use armistice_read::elements::{Analysis, counts, gazetteer::Gazetteer, names, places, times};
use std::time::Instant;

/// Seconds of processor time of this thread (the machine may be busy), or of the wall where that is not told.
fn clock(start: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|s| s.split(' ').next().and_then(|n| n.parse::<f64>().ok()));
    nanos.map_or_else(|| start.elapsed().as_secs_f64(), |n| n / 1e9)
}

fn main() {
    let (mut files, mut timed, mut ctx, mut gaz) = (vec![], false, places::PlaceContext::default(), None);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--time" => timed = true,
            "--gazetteer" => gaz = args.next(),
            "--country" => ctx.countries.extend(args.next()),
            _ => files.push(arg),
        }
    }
    let bytes = gaz.map(|path| std::fs::read(path).expect("a readable gazetteer"));
    let gaz = bytes.map_or_else(Gazetteer::empty, |b| {
        Gazetteer::from_bytes(Box::leak(b.into_boxed_slice())).expect("a whole gazetteer")
    });
    let texts: Vec<String> = files
        .iter()
        .map(|f| String::from_utf8_lossy(&std::fs::read(f).expect("a readable file")).into_owned())
        .collect();
    if timed {
        // Blocks of a paragraph, as documents give them, until a megabyte is read.
        let blocks: Vec<&str> = texts.iter().flat_map(|t| t.split("\n\n")).filter(|b| !b.trim().is_empty()).collect();
        let one: usize = blocks.iter().map(|b| b.len()).sum::<usize>().max(1);
        let rounds = (1_000_000 / one).max(1);
        let mb = (one * rounds) as f64 / 1e6;
        let _ = times::find("warm", "en");
        let origin = Instant::now();
        let mut total = 0.0;
        let mut run = |what: &str, f: &dyn Fn(&str) -> usize| {
            let start = clock(origin);
            let found: usize = (0..rounds).map(|_| blocks.iter().map(|b| f(b)).sum::<usize>()).sum();
            let s = (clock(origin) - start) / mb;
            total += s;
            println!("{what:>8}: {s:.3} s per MB, {found} found");
        };
        run("times", &|b| times::find(b, "en").len());
        run("counts", &|b| counts::find(b, "en").len());
        run("places", &|b| places::find(b, "en", &gaz, &ctx).len());
        run("names", &|b| names::find(b, "en").len());
        run("all four", &|b| {
            let a = Analysis::new(b, "en");
            a.times().len() + a.counts().len() + a.places(&gaz, &ctx).len() + a.names().len()
        });
        println!("     sum: {total:.3} s per MB over {mb:.2} MB");
        return;
    }
    for (file, text) in files.iter().zip(&texts) {
        println!("== {file}");
        for block in text.split("\n\n") {
            println!("{}", block.trim());
            for t in times::find(block, "en") {
                println!("  time   {:?} {:?}", &block[t.span.range()], t.value);
            }
            for c in counts::find(block, "en") {
                let v = c.value;
                println!(
                    "  count  {:?} {:?} {:?} {:?}/{:?}/{:?}",
                    &block[c.span.range()],
                    v.what,
                    v.status,
                    v.min,
                    v.best,
                    v.max
                );
            }
            for p in places::find(block, "en", &gaz, &ctx) {
                let v = p.value;
                println!(
                    "  place  {:?} {:?} {:?} {:?} {:?} pin {}",
                    &block[p.span.range()],
                    v.precision,
                    v.name,
                    v.admin1,
                    v.country,
                    v.point.is_some()
                );
            }
            for n in names::find(block, "en") {
                println!("  name   {:?} {:?} {:?}", n.value.name, n.value.title, n.value.role);
            }
        }
    }
}
