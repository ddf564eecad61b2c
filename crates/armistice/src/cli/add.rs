//! `armistice add`: takes files in. Idempotent by content; a bad file is named and the rest goes on.
//!
//! Must not: follow links out of a folder, or change the files that it reads.

use super::terminal::{Terminal, printable};
use crate::{
    failure::{Exit, Failure},
    intake::{self, Outcome, Source},
    mission::Mission,
};
use std::path::PathBuf;

/// How many refused files are named one by one; the rest are counted (`--json` names all).
const REFUSED_SHOWN: usize = 50;

/// Take in saved pages, folders of them, or event data.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// Files and folders; `-` is standard input. Without any, what an interrupted run left undone is finished.
    pub files: Vec<PathBuf>,
    /// The name that standard input is kept under.
    #[arg(long, value_name = "NAME", default_value = "stdin.txt")]
    pub stdin_name: String,
    /// End with 0 even when some of the input was refused.
    #[arg(long)]
    pub allow_partial: bool,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let mut sources = Vec::new();
    for file in &args.files {
        if file.as_os_str() == "-" {
            sources.push(Source::Stdin { name: args.stdin_name.clone() });
        } else {
            intake::walk(file, &mut sources);
        }
    }
    let (outcome, done) = take_in(&mission, sources, terminal);
    if terminal.json {
        // After a failure too: what was acknowledged before it is in the object, and so is the failure.
        let mut object = outcome.to_json();
        if let Err(failure) = &done {
            object["error"] = failure.to_json();
        }
        terminal.result(&object.to_string());
    } else {
        for refused in outcome.refused.iter().take(REFUSED_SHOWN) {
            terminal.warn(&format!("{}: {}", printable(&refused.name), printable(&refused.why)));
        }
        if outcome.refused.len() > REFUSED_SHOWN {
            terminal.warn(&format!("… and {} more refused (--json names all)", outcome.refused.len() - REFUSED_SHOWN));
        }
        for damage in &outcome.damage {
            terminal.warn(&printable(damage));
        }
        if done.is_ok() || !outcome.added.is_empty() || !outcome.known.is_empty() {
            terminal.say(&outcome.sentence());
        }
        if done.is_ok() && !outcome.added.is_empty() {
            terminal.say(&format!("Next: armistice brief {}", args.dir.display()));
        }
    }
    if let Err(failure) = done {
        terminal.fail_said(&failure);
        return Ok(failure.exit);
    }
    if !outcome.damage.is_empty() {
        terminal.warn("the new files are kept and read; what is damaged must be mended before all is compared (see `armistice check`)");
        return Ok(Exit::NotVerified);
    }
    Ok(if outcome.refused.is_empty() || args.allow_partial { Exit::Done } else { Exit::InputRefused })
}

/// Takes sources in, with a progress bar and the warnings of the writer.
pub fn take_in(mission: &Mission, sources: Vec<Source>, terminal: &Terminal) -> (Outcome, Result<(), Failure>) {
    let bar = terminal.progress(sources.len() as u64, "reading");
    let outcome = intake::add(mission, sources, &|n| bar.inc(n), &|text| terminal.warn(text));
    bar.finish_and_clear();
    outcome
}
