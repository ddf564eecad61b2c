//! `armistice brief`: what was reported, by how many independent origins, what contradicts what, which term is at issue.
//!
//! Must not: write anything into the mission but the tables that can be deleted.

use super::terminal::Terminal;
use crate::{
    brief, durable,
    failure::{Exit, Failure},
    mission::Mission,
    output,
};
use std::path::PathBuf;

/// Say what was reported, by whom, and what contradicts what.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// Write the brief as one static page.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let holdings = mission.read()?;
    let brief = brief::compose(&mission, &holdings);
    if let Some(file) = &args.html {
        durable::replace(file, output::html::render(&brief).as_bytes()).map_err(|e| Failure::from_error(&e))?;
        terminal.say(&format!("wrote {}", file.display()));
    }
    if terminal.json {
        let json = serde_json::to_string(&brief)
            .map_err(|e| Failure::new(Exit::Failed, format!("the brief as JSON: {e}"), "Report this."))?;
        terminal.result(&json);
    } else if args.html.is_none() {
        terminal.result(&output::text::render(&brief, terminal));
    }
    Ok(Exit::Done)
}
