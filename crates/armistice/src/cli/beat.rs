//! `armistice beat`: one beat of entries of one number and size, whether or not anything was sealed.
//!
//! Must not: decide when. A clock of the system (cron, a timer) or `serve` calls it at fixed times.

use super::terminal::Terminal;
use crate::{
    beat,
    failure::{Exit, Failure},
    mission::Mission,
};
use serde_json::json;
use std::path::PathBuf;

/// Say what waits, among entries that say nothing.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// Entries of this beat. Keep it the same: a change shows.
    #[arg(long, value_name = "N", default_value_t = beat::SLOTS)]
    pub slots: u32,
    /// Seconds between beats: the time that the entries assert is rounded down to a multiple of it.
    #[arg(long, value_name = "SECONDS", default_value_t = beat::PERIOD)]
    pub every: u64,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let said = beat::run(&mission, args.slots, args.every)?;
    if terminal.json {
        let object = json!({
            "entries": said.entries, "size": said.size, "sealed": said.sealed, "waiting": said.waiting,
            "asserted": said.asserted,
        });
        terminal.result(&object.to_string());
    } else {
        terminal.say(&format!("Said {} entries of {} bytes.", said.entries, said.size));
        if said.waiting > 0 {
            terminal.say(&format!("Waiting for the next beat: {}.", said.waiting));
        }
    }
    Ok(Exit::Done)
}
