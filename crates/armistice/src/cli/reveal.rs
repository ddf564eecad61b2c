//! `armistice reveal`: opens a sealed item to everybody, in the register, for good.
//!
//! Must not: open what is to be opened together before the others have sealed theirs.

use super::{disclose::item_id, terminal::Terminal};
use crate::{
    failure::{Exit, Failure},
    mission::Mission,
    sealed,
};
use serde_json::json;
use std::path::PathBuf;

/// Open a sealed item to everybody, for good.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// The sealed item: itm-…
    pub item: String,
    /// A field to open. May be given more than once; without any, all of it is opened.
    #[arg(long, value_name = "PATH")]
    pub field: Vec<String>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let item = item_id(&args.item)?;
    let fields = sealed::reveal(&mission, &item, &args.field)?;
    if terminal.json {
        terminal.result(&json!({ "item": item.as_str(), "fields": fields }).to_string());
    } else {
        terminal.say(&format!("Opened {fields} fields of {item} in the register, for good."));
    }
    Ok(Exit::Done)
}
